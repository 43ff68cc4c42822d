"""Training programs the person is considering, and the route that was decided on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from medpivot.domain.plan import Route

MOST_MONTHS: Final = 120
MOST_WEEKS: Final = 520


@dataclass(frozen=True, slots=True)
class Program:
    """One program under consideration; None is what is not known yet.

    `cost` is the whole price; `pay` what the program pays a year, as a fellowship post does.
    `months` is its length, `hours` the study a week, `weeks_on_site` all weeks away together,
    `lost_fte` the share of the present work and pay, 0 to 1, that goes while it lasts.
    """

    id: str
    title: str
    route: Route | None = None
    cost: Decimal | None = None
    currency: str = ""
    months: int | None = None
    hours: Decimal | None = None
    weeks_on_site: Decimal | None = None
    lost_fte: Decimal | None = None
    pay: Decimal | None = None
    starts: date | None = None
    ends: date | None = None
    note: str = ""
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """The route that was decided on, and the answers that only this decision asked for.

    `own` says that the person chose it against what their answers lead to; `why` in their words.
    """

    route: Route
    on: date
    role: str = ""
    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    own: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Programs:
    """Everything in the person's `training.toml`, those marked as removed among it."""

    every: tuple[Program, ...] = ()
    decided: Decided | None = None

    @property
    def present(self) -> tuple[Program, ...]:
        """Those that are not marked as removed."""
        return tuple(one for one in self.every if not one.removed)

    def program(self, program_id: str) -> Program | None:
        """The program of that id, or None."""
        return next((one for one in self.every if one.id == program_id), None)

    def put(self, program: Program) -> "Programs":
        """With that program in the place of the one with the same id, or as the last."""
        if self.program(program.id) is None:
            return Programs((*self.every, program), self.decided)
        every = tuple(program if one.id == program.id else one for one in self.every)
        return Programs(every, self.decided)

    @property
    def currency(self) -> str:
        """The one currency of their prices; empty where none is named."""
        return next((one.currency for one in self.present if one.currency), "")


def months_between(starts: date, ends: date) -> int:
    """Months from the first to the last day, a begun one counted as whole; at least 1."""
    months = (ends.year - starts.year) * 12 + ends.month - starts.month
    return max(1, months + (1 if ends.day >= starts.day else 0))


def one_in_mind(programs: Programs, route: Route | None) -> Program | None:
    """The program to reckon with: the only one, or the only one of the decided route."""
    fitting = [one for one in programs.present if route is not None and one.route == route]
    if len(fitting) == 1:
        return fitting[0]
    return programs.present[0] if len(programs.present) == 1 else None
