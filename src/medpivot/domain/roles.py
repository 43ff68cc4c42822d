"""Roles in medical education, and the alternatives that are no education role at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias

from medpivot.domain.dimensions import Dimension
from medpivot.domain.finding import not_there

Training: TypeAlias = Literal[
    "none", "helpful", "preferred", "increasingly-expected", "often-yes", "usually-yes"
]
Before: TypeAlias = Literal["none", "informal", "some-roles", "formal-leadership"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from: a full reference, its year and how it was read."""

    id: str
    title: str
    where: str
    year: int
    checked: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """What a role offers on one dimension: percent of the week for `clinical`, else levels 0-4."""

    low: float
    high: float
    source: str


@dataclass(frozen=True, slots=True)
class SourcedText:
    """A sentence with the id of its source."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class IncomeChange:
    """How income usually changes in a role, in percent of what the person earns now."""

    low: float
    high: float
    source: str


@dataclass(frozen=True, slots=True)
class ClinicalSeen:
    """Clinical share of the week as surveys found it, in percent."""

    low: float
    high: float
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class ProtectedTime:
    """The norm for protected time in a role; `fte` is the minimum share of full time, if any."""

    text: str
    source: str
    fte: float | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """One role: a sourced range on every dimension and what surrounds it."""

    id: str
    title: str
    summary: str
    ranges: Mapping[Dimension, Range]
    training: Training
    training_source: str
    before: Before
    before_text: str
    titles: tuple[str, ...]
    lifts: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    adds: tuple[str, ...] = ()
    good_days: str = ""
    hard_days: str = ""
    want: tuple[str, ...] = ()
    norms: tuple[ProtectedTime, ...] = ()
    clinical_seen: ClinicalSeen | None = None
    chart_clinical: float | None = None
    income_change: IncomeChange | None = None
    relocation: str | None = None
    experiments: Mapping[Dimension, str] = field(default_factory=lambda: MappingProxyType({}))
    own: bool = False
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Alternative:
    """A way on that is no education role; answers (question to choices) speak for or against it."""

    id: str
    title: str
    summary: str
    first_step: str
    speaks_for: Mapping[str, tuple[str, ...]]
    speaks_against: Mapping[str, tuple[str, ...]]
    retired: bool = False


@dataclass(frozen=True, slots=True)
class ShortCut:
    """One of the article's three short cuts: what a person wants, and the roles it points to."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Roles:
    """Everything in `roles.toml`: shipped roles with the person's own laid over them.

    `experiments` try out a kind of work, `experiments_without` what little of it is like.
    """

    roles: tuple[Role, ...]
    alternatives: tuple[Alternative, ...]
    short_cuts: tuple[ShortCut, ...] = ()
    experiments: Mapping[Dimension, str] = field(default_factory=lambda: MappingProxyType({}))
    experiments_without: Mapping[Dimension, str] = field(
        default_factory=lambda: MappingProxyType({})
    )

    def role(self, role_id: str) -> Role | None:
        """The role of that id, or None."""
        return next((role for role in self.roles if role.id == role_id), None)

    def named(self, typed: str) -> Role:
        """The role of the id that was typed.

        Raises:
            MedpivotError: there is none; with the nearest that is not retired.
        """
        found = self.role(typed)
        if found is None:
            known = [role.id for role in self.roles if not role.retired]
            raise not_there("role", typed, known, "medpivot roles")
        return found
