"""This assessment against an earlier one: what the person answered differently, and what follows.

Both results are computed from their answers with the same questions and roles, so that every
difference comes from the answers and none from a newer version of the data.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from medpivot.domain.answers import Answers, Value
from medpivot.domain.assessing import assess
from medpivot.domain.assessment import Assessment, Headline, RoleResult, StabilityLabel, Want
from medpivot.domain.dimensions import Dimension
from medpivot.domain.fit import settled
from medpivot.domain.interview import Interview
from medpivot.domain.roles import Roles


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One question answered differently; None where it was skipped."""

    question: str
    before: Value | None
    now: Value | None


@dataclass(frozen=True, slots=True)
class WantChange:
    """One dimension on which something else is wanted, or to which another weight belongs."""

    dimension: Dimension
    before: Want
    now: Want


@dataclass(frozen=True, slots=True)
class FitChange:
    """One role whose fit or place moved. Fits are whole numbers 0 to 100, places count from 1."""

    role: str
    title: str
    before: int
    now: int
    place_before: int
    place_now: int
    blocked_before: bool
    blocked_now: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Which role stood first, how firmly, and the headline; `first` is None if all are blocked.

    `alone`: it was the only role that nothing blocked.
    """

    first: str | None
    label: StabilityLabel
    headline: Headline
    alone: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one set of answers to a later one."""

    answers: tuple[AnswerChange, ...]
    wants: tuple[WantChange, ...]
    fits: tuple[FitChange, ...]
    before: Standing
    now: Standing

    @property
    def new_first(self) -> bool:
        """Does another role stand first?"""
        return self.before.first != self.now.first

    @property
    def firm(self) -> bool:
        """Was the order firm enough both times for a new first place to mean anything?"""
        return "too close to call" not in (self.before.label, self.now.label)

    @property
    def new_verdict(self) -> bool:
        """Is the headline another one?"""
        return self.before.headline != self.now.headline


def compare(before: Answers, now: Answers, interview: Interview, roles: Roles) -> Comparison:
    """What changed between two sets of answers of one person, the earlier one first.

    Questions stand in the order of the interview, roles in the order of the later ranking.
    """
    earlier, later = assess(before, interview, roles), assess(now, interview, roles)
    return Comparison(
        answers=_changed_answers(before, now, interview),
        wants=_changed_wants(earlier.wants, later.wants),
        fits=_changed_fits(earlier.roles, later.roles),
        before=_standing(earlier),
        now=_standing(later),
    )


def _changed_answers(
    before: Answers, now: Answers, interview: Interview
) -> tuple[AnswerChange, ...]:
    pairs = [
        AnswerChange(question.id, before.values.get(question.id), now.values.get(question.id))
        for question in interview.questions
    ]
    return tuple(pair for pair in pairs if pair.before != pair.now)


def _changed_wants(before: Sequence[Want], now: Sequence[Want]) -> tuple[WantChange, ...]:
    return tuple(
        WantChange(new.dimension, old, new)
        for old, new in zip(before, now, strict=True)
        if (old.level, old.direction, settled(old.weight))
        != (new.level, new.direction, settled(new.weight))
    )


def _changed_fits(before: Sequence[RoleResult], now: Sequence[RoleResult]) -> tuple[FitChange, ...]:
    earlier: Mapping[str, tuple[int, RoleResult]] = {
        role.id: (place, role) for place, role in enumerate(before, start=1)
    }
    changes = []
    for place_now, role in enumerate(now, start=1):
        place_before, old = earlier[role.id]
        change = FitChange(
            role.id,
            role.title,
            old.fit,
            role.fit,
            place_before,
            place_now,
            old.blocked,
            role.blocked,
        )
        if (old.fit, place_before, old.blocked) != (role.fit, place_now, role.blocked):
            changes.append(change)
    return tuple(changes)


def _standing(result: Assessment) -> Standing:
    first = next((role for role in result.roles if not role.blocked), None)
    return Standing(
        first=first.id if first else None,
        label=result.stability.label,
        headline=result.verdict.headline,
        alone=result.stability.alone,
    )
