"""A scenario year by year: income, hours, what training costs, what is left, and its running sum.

Pay is counted by the month, in up to three phases: the present job, the training, the role.
Raises of the present job run from the second year on, those of a role from its own thirteenth
month: nobody is paid for years in a post not yet held. What is unknown makes the
year it falls into unknown, and the running sum from there on; it is never taken for zero.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from medpivot.domain.amounts import cents
from medpivot.domain.money_inputs import Filled

Phase: TypeAlias = Literal["present", "training", "role"]

MONTHS: Final = 12
HUNDRED: Final = Decimal(100)
TENTH: Final = Decimal("0.1")

Maybe: TypeAlias = Decimal | None
"""A figure; None is unknown."""


@dataclass(frozen=True, slots=True)
class Span:
    """When the phases lie, in months counted from 1; training is absent where there is none.

    The present job fills every other month before the role begins.
    """

    role_from: int | None
    training: tuple[int, int] | None = None

    def months(self, year: int) -> dict[Phase, int]:
        """How many months of each phase a year has; they add up to twelve."""
        counted: dict[Phase, int] = {"present": 0, "training": 0, "role": 0}
        for month in range(MONTHS * (year - 1) + 1, MONTHS * year + 1):
            counted[self.phase(month)] += 1
        return counted

    def phase(self, month: int) -> Phase:
        """The phase of one month."""
        if self.role_from is not None and month >= self.role_from:
            return "role"
        if self.training and self.training[0] <= month <= self.training[1]:
            return "training"
        return "present"

    def role_months(self, year: int) -> dict[int, int]:
        """How many months of the role's own first, second or later year fall into a year."""
        counted: dict[int, int] = {}
        for month in range(MONTHS * (year - 1) + 1, MONTHS * year + 1):
            if self.role_from is not None and month >= self.role_from:
                own = (month - self.role_from) // MONTHS + 1
                counted[own] = counted.get(own, 0) + 1
        return counted


@dataclass(frozen=True, slots=True)
class Paid:
    """Months of a year at one rate: `pay` a year, after so many raises; None is unknown."""

    phase: Phase
    months: int
    pay: Maybe
    raises: int


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a scenario. `costs` are tuition, training costs and what is paid once.

    `lost` is what the present job would have paid in the months of training, less what they pay.
    `hours` are all hours worked and studied in the year. None is unknown.
    """

    number: int
    months: Mapping[Phase, int]
    income: Maybe
    hours: Maybe
    costs: Maybe
    net: Maybe
    cumulative: Maybe
    lost: Maybe

    @property
    def hourly(self) -> Maybe:
        """Income for each hour of the year; None where either is unknown or no hour is worked."""
        return per_hour(self.income, self.hours)


def years(one: Filled, stay: Filled, count: int) -> tuple[Year, ...]:
    """The first `count` years of a scenario."""
    span = span_of(one)
    rows: list[Year] = []
    running: Maybe = Decimal(0)
    for number in range(1, count + 1):
        row = _year(one, stay, span, number, running)
        running = row.cumulative
        rows.append(row)
    return tuple(rows)


def span_of(one: Filled) -> Span | None:
    """When its phases lie; None where the length of the training is unknown."""
    if one.kind == "stay":
        return Span(None)
    role_from = _whole(one["role_from"].value)
    if one.kind == "role":
        return Span(role_from or 1)
    months, first = _whole(one["training_months"].value), _whole(one["training_from"].value) or 1
    if months is None:
        return None
    last = first + months - 1
    return Span(role_from or last + 1, (first, last))


def per_hour(income: Maybe, hours: Maybe) -> Maybe:
    """Income for each hour, in cents; None where either is unknown or no hour is worked."""
    if income is None or not hours:
        return None
    return cents(income / hours)


def paid(one: Filled, stay: Filled, span: Span, year: int) -> tuple[Paid, ...]:
    """What the months of a year pay, phase by phase, and the role by its own years."""
    months = span.months(year)
    found: list[Paid] = []
    if count := months["present"]:
        found.append(Paid("present", count, annual_pay(stay, year), year - 1))
    if count := months["training"]:
        found.append(Paid("training", count, training_pay(one, stay, year), year - 1))
    for own, count in span.role_months(year).items():
        found.append(Paid("role", count, annual_pay(one, own), own - 1))
    return tuple(found)


def annual_pay(one: Filled, year: int) -> Maybe:
    """What its job pays in its first, second or later year, with raises from the second on."""
    return grown(one["pay"].value, one["raise"].value, year)


def on_top(one: Filled) -> Decimal:
    """Education hours a week that were promised, are known not to be delivered, and done anyway."""
    promised, delivered = one["education_promised"].value, one["education_delivered"].value
    if promised is None or delivered is None:
        return Decimal(0)
    return max(Decimal(0), promised - delivered)


def annual_hours(one: Filled) -> Maybe:
    """The hours its job takes in a year, those done on top among them."""
    return times(plus((one["hours"].value, on_top(one))), one["weeks"].value)


def training_pay(one: Filled, stay: Filled, year: int) -> Maybe:
    """Income a year while training: what is left of the present pay, and what the program pays.

    Where only the program's pay is known, the present job is taken to be given up.
    """
    cut, paid = one["pay_cut"].value, one["training_pay"].value
    if cut is None:
        return paid
    left = times(annual_pay(stay, year), (HUNDRED - cut) / HUNDRED)
    return left if paid is None else plus((left, paid))


def training_hours(one: Filled, stay: Filled) -> Maybe:
    """Hours a week while training, study included; known only where its parts are."""
    given = one["training_hours"].value
    if given is not None:
        return given
    paid_elsewhere = one["training_pay"].value
    if paid_elsewhere:
        return None
    return plus((work_hours_in_training(one, stay), one["study_hours"].value))


def work_hours_in_training(one: Filled, stay: Filled) -> Maybe:
    """Hours a week of the present job that are left while training."""
    cut = one["pay_cut"].value
    if cut is None:
        return None
    return times(stay["hours"].value, (HUNDRED - cut) / HUNDRED)


def plus(parts: Iterable[Maybe]) -> Maybe:
    """The sum; unknown as soon as one part is."""
    total = Decimal(0)
    for part in parts:
        if part is None:
            return None
        total += part
    return total


def times(first: Maybe, second: Maybe) -> Maybe:
    """The product; unknown as soon as one part is."""
    return None if first is None or second is None else first * second


def grown(amount: Maybe, percent: Maybe, year: int) -> Maybe:
    """An amount that grows by so many percent a year, from the second year on."""
    if amount is None or percent is None:
        return None
    return amount * (1 + percent / HUNDRED) ** (year - 1)


def _year(one: Filled, stay: Filled, span: Span | None, number: int, before: Maybe) -> Year:
    if span is None:
        return Year(number, {}, None, None, None, None, None, None)
    months = span.months(number)
    income = _twelfths((each.pay, each.months) for each in paid(one, stay, span, number))
    costs = _costs(one, span, months, number)
    net = None if income is None or costs is None else cents(income) - cents(costs)
    yearly = _hours(one, stay)
    hours = _twelfths((yearly[phase], count) for phase, count in months.items() if count)
    lost = _lost(one, stay, months, number)
    return Year(
        number,
        months,
        None if income is None else cents(income),
        None if hours is None else hours.quantize(TENTH),
        None if costs is None else cents(costs),
        net,
        plus((before, net)),
        None if lost is None else cents(lost),
    )


def _hours(one: Filled, stay: Filled) -> dict[Phase, Maybe]:
    weeks = stay["weeks"].value
    training = training_hours(one, stay) if one.kind == "train-then-role" else None
    return {
        "present": annual_hours(stay),
        "training": times(training, weeks),
        "role": annual_hours(one),
    }


def _twelfths(yearly: Iterable[tuple[Maybe, int]]) -> Maybe:
    """What a year brings of yearly figures, by the months that each of them holds."""
    whole = plus(times(figure, Decimal(count)) for figure, count in yearly)
    return None if whole is None else whole / MONTHS


def _costs(one: Filled, span: Span, months: Mapping[Phase, int], number: int) -> Maybe:
    """What is paid once, and tuition and training costs, spread evenly over the training."""
    if one.kind == "stay":
        return Decimal(0)
    once = one["one_off_costs"].value if number == _first_year(span) else Decimal(0)
    if not months["training"]:
        return once
    spread = plus((one["tuition"].value, one["training_costs"].value))
    if spread is None or span.training is None:
        return None
    first, last = span.training
    length = last - first + 1
    # as the difference of two running sums, the years add up to the whole price to the cent
    paid = [
        cents(spread * max(0, min(MONTHS * upto, last) - first + 1) / length)
        for upto in (number - 1, number)
    ]
    return plus((once, paid[1] - paid[0]))


def _first_year(span: Span) -> int:
    """The year in which something changes for the first time."""
    first = span.training[0] if span.training else span.role_from or 1
    return (first - 1) // MONTHS + 1


def _lost(one: Filled, stay: Filled, months: Mapping[Phase, int], number: int) -> Maybe:
    if not months["training"]:
        return Decimal(0)
    staying, training = annual_pay(stay, number), training_pay(one, stay, number)
    if staying is None or training is None:
        return None
    return (staying - training) * months["training"] / MONTHS


def _whole(value: Maybe) -> int | None:
    return None if value is None else int(value)
