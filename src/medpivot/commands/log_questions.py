"""The five questions of `medpivot log`; they take a minute, and most may be left unanswered."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from medpivot.asking import fitting
from medpivot.asking.prompts import BACK, Around, Mark, ask_one, ask_text
from medpivot.asking.trail import Trail
from medpivot.commands.log_more import ask_more
from medpivot.domain.activities import Vocabulary
from medpivot.domain.dates import parse_date
from medpivot.domain.day_words import in_words
from medpivot.domain.typed_activity import Typed, new_activity
from medpivot.errors import Interrupted
from medpivot.show.log_words import ENERGY, signed

OTHER_WORK: Final = "Other work, kept only to compare"
WHAT_KIND: Final = "What was it?"

_TODAY: Final = "today"
_ON_WHICH_DAY: Final = "On which day?"
_NO_ENERGY: Final = "none"


def ask_activity(vocabulary: Vocabulary, today: date) -> Typed:
    """What was done, of which kind, when, for how many, and what it did to the energy.

    Last comes an offer to add hours, levels or a rating. Esc goes back one question. Other work
    is asked neither for learners nor for more.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D; with the line that goes on from what was typed.
    """
    questions = _Questions(vocabulary, today)
    five = (questions.title, questions.kind, questions.day, questions.learners, questions.energy)
    asks = (*five, questions.more)
    for_education = (questions.learners, questions.more)
    typed, number, step, trail = Typed(), 0, 1, Trail()
    while number < len(asks):
        if asks[number] in for_education and questions.is_other_work(typed):
            number += step
            continue
        if step < 0:
            # what is asked again is not to stand there twice
            trail.back_over(str(number))
        questions.rows.clear()
        place = f"{number + 1} of {len(five)}" if number < len(five) else "If you like"
        try:
            answer = asks[number](typed, place)
        except Interrupted:
            so_far = questions.begun[-1] if questions.begun else typed
            title = so_far.title or "".join(questions.unfinished)
            words = command_words(replace(so_far, title=title)) if title.strip() else ()
            raise Interrupted("Stopped. Nothing is logged.", shlex.join(words)) from None
        step = -1 if answer is BACK else 1
        if asks[number] == questions.more:
            trail.forget()
        elif step > 0:
            trail.add(str(number), sum(questions.rows))
        typed = typed if isinstance(answer, Mark) else answer
        questions.begun.clear()
        # the offer stands until it is turned down
        number += 0 if asks[number] == questions.more and isinstance(answer, Typed) else step
    if questions.is_other_work(typed):
        return Typed(title=typed.title, kind=typed.kind, date=typed.date, energy=typed.energy)
    return typed


def command_words(typed: Typed) -> list[str]:
    """The command that logs what was answered, word by word."""
    flags = (
        ("--kind", typed.kind),
        ("--on", typed.date),
        ("--learners", typed.learners),
        ("--energy", typed.energy),
        ("--hours", typed.contact_hours),
        *(("--level", level) for level in typed.levels),
        ("--rating", typed.mean),
        ("--scale", typed.scale),
        ("--raters", typed.raters),
    )
    given = [word for flag, value in flags if value for word in (flag, value)]
    title = typed.title or ""
    # a title with a hyphen first would be taken for a flag
    return [
        "medpivot",
        "log",
        "add",
        *([*given, "--", title] if title[:1] == "-" else [title, *given]),
    ]


def ask_kind(vocabulary: Vocabulary) -> str:
    """Only the kind.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D.
    """
    choices, headings = _kinds(vocabulary)
    return ask_one(WHAT_KIND, choices, around=Around(headings=headings))


@dataclass(frozen=True, slots=True)
class _Questions:
    """Each asks one thing: what was typed so far, with the answer; or `BACK`."""

    vocabulary: Vocabulary
    today: date
    unfinished: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    begun: list[Typed] = field(default_factory=list)

    def title(self, typed: Typed, place: str) -> Typed | Mark:
        """Asked again while it is empty: an entry without a title cannot be told from others."""
        around = Around(
            place=place,
            help="A short title. Name no patient and no learner.",
            leaving=lambda text: self.unfinished.append(str(text)),
            said=self.rows.append,
        )
        title = ""
        while not title.strip():
            title = ask_text("What did you do?", typed.title or "", around=around)
        return replace(typed, title=title)

    def kind(self, typed: Typed, place: str) -> Typed | Mark:
        choices, headings = _kinds(self.vocabulary)
        around = Around(place=place, headings=headings, said=self.rows.append)
        kind = ask_one(WHAT_KIND, choices, typed.kind, allow_back=True, around=around)
        return kind if isinstance(kind, Mark) else replace(typed, kind=kind)

    def day(self, typed: Typed, place: str) -> Typed | Mark:
        """Enter takes today; any other day is typed, and the one understood stays on screen."""
        day = ask_text(
            _ON_WHICH_DAY,
            "" if typed.date in (None, _TODAY) else str(typed.date),
            allow_back=True,
            check=lambda raw: self._problem("date", replace(typed, date=raw)),
            around=Around(
                place=place,
                help="Such as yesterday, last friday, 3 days ago or 2026-11-17.",
                empty=f"Enter alone: today, {in_words(self.today)}",
                silent=True,
            ),
        )
        if isinstance(day, Mark):
            return day
        day = day.strip() or _TODAY
        understood = in_words(parse_date(day, self.today))
        self.rows.append(fitting.say(f"{_ON_WHICH_DAY.rstrip('?')}: ", understood))
        return replace(typed, date=day)

    def learners(self, typed: Typed, place: str) -> Typed | Mark:
        count = ask_text(
            "How many learners?",
            typed.learners or "",
            allow_back=True,
            check=lambda raw: self._problem("learners", replace(typed, learners=raw)),
            around=Around(place=place, empty="Enter alone: not noted", said=self.rows.append),
        )
        if isinstance(count, Mark):
            return count
        return replace(typed, learners=count if count.strip() else None)

    def energy(self, typed: Typed, place: str) -> Typed | Mark:
        """The cursor starts where nothing is claimed: Enter alone must not invent a feeling."""
        meanings = [
            (str(value), f"{signed(value)}, {meaning}") for value, meaning in ENERGY.items()
        ]
        energy = ask_one(
            "What did it do to your energy?",
            [(_NO_ENERGY, "Not noted"), *meanings],
            typed.energy or _NO_ENERGY,
            allow_back=True,
            around=Around(place=place, said=self.rows.append),
        )
        if isinstance(energy, Mark):
            return energy
        return replace(typed, energy=None if energy == _NO_ENERGY else energy)

    def more(self, typed: Typed, place: str) -> Typed | Mark:
        """Hours, levels or a rating, one at a time; `SKIP` when that is all."""
        return ask_more(typed, self.vocabulary, place, self._problem, self.begun.append)

    def is_other_work(self, typed: Typed) -> bool:
        kind = self.vocabulary.kinds.get(typed.kind or "")
        return kind is not None and not kind.education

    def _problem(self, key: str, typed: Typed) -> str:
        _, problems = new_activity("", typed, self.vocabulary, self.today)
        return next((one.what for one in problems if one.key == key), "")


def _kinds(vocabulary: Vocabulary) -> tuple[list[tuple[str, str]], Mapping[str, str]]:
    """The kinds under their usual domains, other work last; and the headings above them."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for domain in vocabulary.domains.values():
        of_domain = (one for one in vocabulary.kinds.values() if one.domain == domain.id)
        groups[domain.label] = [(one.id, one.label) for one in of_domain if one.education]
    groups[OTHER_WORK] = [
        (one.id, one.label) for one in vocabulary.kinds.values() if not one.education
    ]
    filled = {heading: choices for heading, choices in groups.items() if choices}
    headings = {choices[0][0]: heading for heading, choices in filled.items()}
    return [choice for choices in filled.values() for choice in choices], headings
