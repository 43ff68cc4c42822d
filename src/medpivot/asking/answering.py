"""One question of the interview, asked in the way of its kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from medpivot.asking import fitting
from medpivot.asking.doubt import with_doubt
from medpivot.asking.prompts import (
    BACK,
    SKIP,
    Around,
    Mark,
    Picks,
    ask_many,
    ask_one,
    ask_text,
)
from medpivot.domain.answer_words import answer_words
from medpivot.domain.answers import Answers, Value
from medpivot.domain.checking import check_value, cross_problems, doubt
from medpivot.domain.interview import Choice, Interview, Question
from medpivot.domain.typed import from_text
from medpivot.errors import Interrupted

Unfinished: TypeAlias = str | Picks
"""What stood on the screen, typed or ticked, when the person left before Enter."""

ENOUGH: Final = "."
"""The row that ends a list of picks in order; no choice can have this id."""

SHOWN: Final = 240
"""Characters of an answer that are shown among others."""

_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what it needs on the screen.

    `answers` are all given so far; `old` is what is filled in or ticked at first, and
    `unfinished` says that it was left before Enter; `place` says where in the interview it
    stands; `leaving` keeps what is left now. Only the first question has none to go back to.
    """

    question: Question
    interview: Interview
    answers: Answers
    old: Value | Unfinished | None = None
    place: str = ""
    leaving: Callable[[Unfinished], None] | None = None
    may_go_back: bool = True
    unfinished: bool = False


def ask_question(asked: Asked) -> Value | Mark:
    """The checked answer, `BACK` or `SKIP`; nothing stays on the screen.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D.
    """
    match asked.question.kind:
        case "text" | "number":
            return _typed(asked)
        case "one" | "scale":
            return _one(asked)
        case "any":
            return _any(asked)
        case "order":
            return _order(asked)


def say_answer(
    question: Question, interview: Interview, value: Value | None, *, kept: bool = True
) -> int:
    """Print the line that stays behind; the rows it takes. A private answer is not shown."""
    words = answer_words(question, interview, value)
    if question.private and value is not None:
        words = "answered, and kept" if kept else "answered, not kept"
    name = question.name or question.id
    return fitting.say(f"  {name[:1].upper()}{name[1:]}: ", shortened(words))


def shortened(words: str) -> str:
    """At most `SHOWN` characters; what is longer says how long it is."""
    if len(words) <= SHOWN:
        return words
    return f"{words[:SHOWN]} ... ({len(words):,} characters in all)"


def _around(asked: Asked, choices: tuple[Choice, ...] = ()) -> Around:
    question = asked.question
    return Around(
        place=asked.place,
        help=question.help,
        headings=_headings(choices),
        numbered=question.kind == "scale",
        leaving=asked.leaving,
        silent=True,
    )


def _headings(choices: tuple[Choice, ...]) -> Mapping[str, str]:
    """The heading of each group above its first choice."""
    headings: dict[str, str] = {}
    last = ""
    for choice in choices:
        if choice.group and choice.group != last:
            headings[choice.id] = choice.group
        last = choice.group
    return headings


def _labels(choices: tuple[Choice, ...]) -> list[tuple[str, str]]:
    return [(choice.id, choice.label) for choice in choices]


def _problem(asked: Asked, raw: object) -> str:
    """What is wrong with the answer by itself or beside the others, as a sentence."""
    try:
        value = check_value(asked.question, asked.interview, raw)
    except ValueError as error:
        return str(error)
    beside = dict(asked.answers.values)
    standing = cross_problems(asked.interview, beside)
    arising = cross_problems(asked.interview, {**beside, asked.question.id: value})
    for question_id, reason in arising.items():
        if question_id not in standing and _is_number(asked.interview, question_id):
            return _in_names(reason, asked.interview)
    return ""


def _in_names(reason: str, interview: Interview) -> str:
    """The reason with the names of questions in place of their ids."""
    for question in interview.questions:
        if question.kind == "number" and question.name:
            reason = reason.replace(question.id, question.name)
    return reason


def _is_number(interview: Interview, question_id: str) -> bool:
    """Numbers that contradict each other are mended on the spot; a `-most` is asked again."""
    question = interview.question(question_id)
    return question is not None and question.kind == "number"


def _typed(asked: Asked) -> Value | Mark:
    question = asked.question

    def problem(text: str) -> str:
        try:
            raw = from_text(question, text)
        except ValueError as reason:
            return str(reason)
        return _problem(asked, raw)

    def odd(text: str) -> str:
        value = check_value(question, asked.interview, from_text(question, text))
        return doubt(question.id, value, asked.answers.values)

    answer = ask_text(
        question.ask,
        _as_typed(asked.old),
        allow_back=asked.may_go_back,
        check=with_doubt(problem, odd),
        around=replace(_around(asked), empty="an empty line skips"),
    )
    if isinstance(answer, Mark):
        return answer
    if not answer.strip():
        return SKIP
    return check_value(question, asked.interview, from_text(question, answer))


def _as_typed(old: Value | Unfinished | None) -> str:
    if isinstance(old, int | float):
        return f"{old:,}" if abs(old) >= 10_000 else str(old)  # noqa: PLR2004  (figures read better grouped)
    return old if isinstance(old, str) else ""


def _one(asked: Asked) -> Value | Mark:
    question = asked.question
    choices = question.choices
    if question.among:
        of = asked.interview.question(question.among)
        picked = asked.answers.picks(question.among)
        choices = tuple(one for one in of.choices if one.id in picked) if of else ()
    around = _around(asked, () if question.among else choices)
    old = None if asked.old is None else str(asked.old)
    answer = ask_one(
        question.ask, _labels(choices), old, asked.may_go_back, allow_skip=True, around=around
    )
    if isinstance(answer, Mark):
        return answer
    return check_value(question, asked.interview, from_text(question, answer))


def _any(asked: Asked) -> Value | Mark:
    question = asked.question
    answer = ask_many(
        question.ask,
        _labels(question.choices),
        asked.old if isinstance(asked.old, tuple) else (),
        allow_back=asked.may_go_back,
        check=lambda picks: _not_alone(question, picks) or _problem(asked, picks),
        around=replace(_around(asked, question.choices), empty="no tick skips"),
    )
    if isinstance(answer, Mark):
        return answer
    return check_value(question, asked.interview, answer) if answer else SKIP


def _not_alone(question: Question, picks: Picks) -> str:
    """A sentence when a choice that excludes the others was ticked beside them."""
    alone = [one.label for one in question.choices if one.exclusive and one.id in picks]
    if not alone or len(picks) == 1:
        return ""
    return f'"{alone[0]}" stands alone: take away its tick, or the others.'


def _order(asked: Asked) -> Value | Mark:
    """One list after the other, each without what was picked before; Esc takes a pick back."""
    question = asked.question
    old = asked.old if isinstance(asked.old, tuple) else ()
    complete = 0 if asked.unfinished else len(old)
    most = min(question.at_most or len(question.choices), len(question.choices))
    picks: Picks = old[: most - 1] if asked.unfinished else ()
    old = () if asked.unfinished else old
    while len(picks) < most:
        try:
            answer = _next_pick(asked, picks, old, complete)
        except Interrupted:
            _leave(asked, picks)
            raise
        if answer is SKIP:
            return SKIP
        if answer == ENOUGH:
            break
        if not isinstance(answer, Mark):
            picks = (*picks, answer)
        elif picks:
            old = (*picks, *old[len(picks) :])
            picks = picks[:-1]
        else:
            if old != asked.old:
                _leave(asked, old)
            return BACK
    return check_value(question, asked.interview, picks)


def _leave(asked: Asked, picks: Picks) -> None:
    if asked.leaving and picks:
        asked.leaving(picks)


def _next_pick(asked: Asked, picks: Picks, old: Picks, complete: int) -> str | Mark:
    """The next pick, `ENOUGH`, `SKIP` or `BACK`; an old answer had `complete` picks."""
    question = asked.question
    left = tuple(one for one in question.choices if one.id not in picks)
    labels = _labels(left)
    if picks and len(picks) >= question.at_least:
        labels.append((ENOUGH, "That is all"))
    around = replace(_around(asked, left), leaving=None)
    if picks:
        names = [one.name for one in map(question.choice, picks) if one]
        so_far = ", ".join(f"{place}. {name}" for place, name in enumerate(names, start=1))
        following = _PLACES[len(picks)] if len(picks) < len(_PLACES) else "next"
        around = replace(around, help=f"So far: {so_far}. And {following}?")
    default = next(iter(old[len(picks) :]), ENOUGH if complete == len(picks) else None)
    may_go_back = asked.may_go_back or bool(picks)
    return ask_one(question.ask, labels, default, may_go_back, not picks, around=around)
