"""Every way to change one's mind by one step: a single answer, moved as little as it can be.

Only questions that feed the fit are listed, and only those that were answered: a skipped one is
unknown, and stability draws it anew every time.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from medpivot.domain.answers import Answers, Value
from medpivot.domain.interview import Choice, Interview, Question
from medpivot.domain.wants import CLINICAL_WANTED, SCHEDULE
from medpivot.domain.weights import PRIORITIES
from medpivot.domain.wording import capital

_NUMBER_STEP = 10


@dataclass(frozen=True, slots=True)
class Change:
    """One answer moved one step: the question, the change in words, and all answers after it."""

    question: str
    text: str
    answers: Answers


def one_step_changes(answers: Answers, interview: Interview) -> tuple[Change, ...]:
    """All one-step changes, in the order of the questions and their choices.

    A step is the next value of a scale, ten points of a number, one choice ticked or unticked,
    another of the chosen ones named as the most, or two neighbors of a ranking swapped.
    """
    return tuple(
        change
        for question in interview.questions
        if answers.gave(question.id) and _feeds_the_fit(question, interview)
        for change in _changes(question, answers, interview)
    )


def _feeds_the_fit(question: Question, interview: Interview) -> bool:
    if question.id in (CLINICAL_WANTED, SCHEDULE, PRIORITIES):
        return True
    source = interview.question(question.among) if question.among else question
    return source is not None and any(choice.pulls for choice in source.choices)


def _changes(question: Question, answers: Answers, interview: Interview) -> Iterator[Change]:
    match question.kind:
        case "number":
            yield from _moved_numbers(question, answers)
        case "scale":
            yield from _next_values(question, answers)
        case "any":
            yield from _toggled_choices(question, answers, interview)
        case "order":
            yield from _swapped_neighbors(question, answers)
        case "one":
            yield from _other_choices(question, answers, interview)


def _moved_numbers(question: Question, answers: Answers) -> Iterator[Change]:
    old = answers.number(question.id)
    if old is None:
        return
    for new in (max(question.low, old - _NUMBER_STEP), min(question.high, old + _NUMBER_STEP)):
        if new != old:
            unit = f" {question.unit}" if question.unit else ""
            text = f"{capital(question.name)}: {new:g} instead of {old:g}{unit}"
            yield _change(question, new, text, answers)


def _next_values(question: Question, answers: Answers) -> Iterator[Change]:
    old = answers.number(question.id)
    ids = [int(choice.id) for choice in question.choices]
    if old is None or int(old) not in ids:
        return
    place = ids.index(int(old))
    for other in (place - 1, place + 1):
        if 0 <= other < len(ids):
            new, now = question.choices[other], question.choices[place]
            text = f"{capital(question.name)}: {new.name} instead of {now.name}"
            yield _change(question, ids[other], text, answers)


def _toggled_choices(
    question: Question, answers: Answers, interview: Interview
) -> Iterator[Change]:
    picks = answers.picks(question.id)
    kept = [choice for choice in question.choices if choice.id in picks and not choice.exclusive]
    for choice in question.choices:
        if not choice.pulls or choice.exclusive:
            continue
        if choice in kept:
            if len(kept) > max(1, question.at_least):
                left = tuple(one.id for one in kept if one != choice)
                text = f"{capital(choice.name)} left out of {question.name}"
                without_most = _without_most(question, choice, answers, interview)
                yield _change(question, left, text, without_most)
        elif not question.at_most or len(kept) < question.at_most:
            more = tuple(one.id for one in question.choices if one in (*kept, choice))
            text = f"{capital(choice.name)} added to {question.name}"
            yield _change(question, more, text, answers)


def _without_most(
    question: Question, choice: Choice, answers: Answers, interview: Interview
) -> Answers:
    """Who unticks a choice cannot still name it as the one that drains or feeds them most."""
    for other in interview.questions:
        if other.among == question.id and answers.word(other.id) == choice.id:
            answers = answers.with_value(other.id, None)
    return answers


def _swapped_neighbors(question: Question, answers: Answers) -> Iterator[Change]:
    picks = answers.picks(question.id)
    for place in range(len(picks) - 1):
        first, second = picks[place], picks[place + 1]
        swapped = (*picks[:place], second, first, *picks[place + 2 :])
        names = [_name(question, one) for one in (second, first)]
        text = f"{capital(names[0])} before {names[1]} in {question.name}"
        yield _change(question, swapped, text, answers)


def _other_choices(question: Question, answers: Answers, interview: Interview) -> Iterator[Change]:
    old = interview.choice(question.id, answers.word(question.id) or "")
    source = interview.question(question.among) if question.among else question
    if old is None or source is None:
        return
    chosen = answers.picks(source.id) if question.among else [one.id for one in source.choices]
    for choice in source.choices:
        moves_a_level = choice.pulls or old.pulls
        if choice.id in chosen and choice != old and not choice.exclusive and moves_a_level:
            text = f"{capital(choice.name)} instead of {old.name} as {question.name}"
            yield _change(question, choice.id, text, answers)


def _name(question: Question, choice_id: str) -> str:
    choice = question.choice(choice_id)
    return choice.name if choice else choice_id


def _change(question: Question, value: Value, text: str, answers: Answers) -> Change:
    return Change(question.id, text, answers.with_value(question.id, value))
