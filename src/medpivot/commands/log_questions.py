"""The five questions of `medpivot log`; they take a minute, and most may be skipped."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from medpivot.asking.prompts import BACK, Around, Mark, ask_one, ask_text
from medpivot.domain.activities import Vocabulary
from medpivot.domain.dates import in_words
from medpivot.domain.typed_activity import Typed, new_activity
from medpivot.errors import Interrupted
from medpivot.show.log_words import ENERGY, signed

OTHER_WORK: Final = "Other work, kept only to compare"
WHAT_KIND: Final = "What was it?"

_OTHER_DAY: Final = "other"


def ask_activity(vocabulary: Vocabulary, today: date) -> Typed:
    """What was done, of which kind, when, for how many, and what it did to the energy.

    Esc goes back one question. Other work is not asked for learners.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D; with the line that goes on from what was typed.
    """
    questions = _Questions(vocabulary, today)
    asks = (questions.title, questions.kind, questions.day, questions.learners, questions.energy)
    typed, number, step = Typed(), 0, 1
    while number < len(asks):
        if asks[number] == questions.learners and questions.is_other_work(typed):
            number += step
            continue
        try:
            answer = asks[number](typed, f"{number + 1} of {len(asks)}")
        except Interrupted:
            title = typed.title or "".join(questions.unfinished)
            words = command_words(replace(typed, title=title)) if title.strip() else ()
            raise Interrupted("Stopped. Nothing is logged.", shlex.join(words)) from None
        step = -1 if isinstance(answer, Mark) else 1
        typed = typed if isinstance(answer, Mark) else answer
        number += step
    return replace(typed, learners=None) if questions.is_other_work(typed) else typed


def command_words(typed: Typed) -> list[str]:
    """The command that logs what was answered, word by word."""
    flags = {
        "--kind": typed.kind,
        "--on": typed.date,
        "--learners": typed.learners,
        "--energy": typed.energy,
    }
    given = [word for flag, value in flags.items() if value for word in (flag, value)]
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

    def title(self, typed: Typed, place: str) -> Typed | Mark:
        """Asked again while it is empty: an entry without a title cannot be told from others."""
        around = Around(
            place=place,
            help="A short title. Name no patient and no learner.",
            leaving=lambda text: self.unfinished.append(str(text)),
        )
        title = ""
        while not title.strip():
            title = ask_text("What did you do?", typed.title or "", around=around)
        return replace(typed, title=title)

    def kind(self, typed: Typed, place: str) -> Typed | Mark:
        choices, headings = _kinds(self.vocabulary)
        around = Around(place=place, headings=headings)
        kind = ask_one(WHAT_KIND, choices, typed.kind, allow_back=True, around=around)
        return kind if isinstance(kind, Mark) else replace(typed, kind=kind)

    def day(self, typed: Typed, place: str) -> Typed | Mark:
        """One key for today and yesterday; any other day is typed."""
        near = {"today": self.today, "yesterday": self.today - timedelta(days=1)}
        choices = [(name, f"{name.capitalize()}, {in_words(day)}") for name, day in near.items()]
        choices.append((_OTHER_DAY, "Another day"))
        chosen = typed.date if typed.date is None or typed.date in near else _OTHER_DAY
        around = Around(place=place)
        while True:
            day = ask_one("On which day?", choices, chosen, allow_back=True, around=around)
            if isinstance(day, Mark):
                return day
            if day in near:
                return replace(typed, date=day)
            other = ask_text(
                "Which day?",
                typed.date if typed.date and typed.date not in near else "",
                allow_back=True,
                check=lambda raw: self._problem("date", replace(typed, date=raw)),
                around=Around(place=place, help="Such as last friday, 3 days ago or 2026-11-17."),
            )
            if isinstance(other, str) and other.strip():
                return replace(typed, date=other)
            chosen = _OTHER_DAY

    def learners(self, typed: Typed, place: str) -> Typed | Mark:
        count = ask_text(
            "How many learners?",
            typed.learners or "",
            allow_back=True,
            check=lambda raw: self._problem("learners", replace(typed, learners=raw)),
            around=Around(place=place, empty="Enter alone: not noted"),
        )
        if isinstance(count, Mark):
            return count
        return replace(typed, learners=count if count.strip() else None)

    def energy(self, typed: Typed, place: str) -> Typed | Mark:
        energy = ask_one(
            "What did it do to your energy?",
            [(str(value), f"{signed(value)}, {meaning}") for value, meaning in ENERGY.items()],
            typed.energy or "0",
            allow_back=True,
            allow_skip=True,
            around=Around(place=place),
        )
        if energy is BACK:
            return BACK
        return replace(typed, energy=None if isinstance(energy, Mark) else energy)

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
