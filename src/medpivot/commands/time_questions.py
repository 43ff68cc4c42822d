"""The questions of `time`: a week kind by kind, what means most, and a week's promised hours."""

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from medpivot.asking.prompts import BACK, SKIP, Around, Mark, ask_one, ask_text
from medpivot.commands.time_flags import week_of_a_post
from medpivot.domain.day_words import short_date
from medpivot.domain.ledger import monday_of, sunday_of
from medpivot.domain.time_rules import TimeRules
from medpivot.domain.typed_hours import Amount, amount_meant, hours_meant, week_problem
from medpivot.domain.week import CATEGORIES, CategoryId, Weeks, Which
from medpivot.errors import Interrupted
from medpivot.session import Session
from medpivot.show.time_words import WHICH, hours_figure
from medpivot.store.ledger import Ledger

_WHICH_WEEK: Final = "Which week?"
_MOST: Final = "Which of these means most to you?"
_EARLIER: Final = "An earlier week: stop here, and name it with --week DATE."


@dataclass(slots=True)
class AskedWeek:
    """What was answered: the week counted, hours by kind of work (None: not noted), what counts."""

    monday: date | None = None
    hours: dict[CategoryId, Decimal | None] = field(default_factory=dict)
    meaningful: CategoryId | None = None


def ask_week(
    weeks: Weeks, which: Which, rules: TimeRules, today: date, monday: date | None
) -> AskedWeek:
    """The hours of a week, kind by kind. Esc goes back one question; Enter alone notes nothing.

    For the week as it is, which week it is comes first unless `monday` says so, and what means
    most comes last while nobody has said.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D; with the line that goes on from what was typed.
    """
    asked = AskedWeek(monday)
    steps: list[Callable[[], Mark | None]] = []
    if which == "actual" and monday is None:
        steps.append(lambda: _week_step(asked, today))
    for number, one in enumerate(CATEGORIES, start=1):
        steps.append(_hours_step(asked, weeks, which, rules, one, f"{number} of {len(CATEGORIES)}"))
    if which == "actual" and weeks.meaningful is None:
        steps.append(lambda: _meaningful_step(asked, rules))
    at = 0
    while at < len(steps):
        try:
            went_back = steps[at]() is BACK
        except Interrupted:
            raise Interrupted("Stopped. Nothing is kept.", _line(which, asked)) from None
        at = max(0, at - 1) if went_back else at + 1
    return asked


def _week_step(asked: AskedWeek, today: date) -> Mark | None:
    asked.monday = _ask_monday(today, asked.monday)
    return None


def _ask_monday(today: date, chosen: date | None) -> date:
    this = monday_of(today)
    last = this - timedelta(days=7)
    choices = [
        (one.isoformat(), f"{name}, {short_date(one)} to {short_date(sunday_of(one))}")
        for name, one in (("This week", this), ("Last week", last))
    ]
    default = chosen.isoformat() if chosen else None
    return date.fromisoformat(ask_one(_WHICH_WEEK, choices, default, around=Around(help=_EARLIER)))


def _hours_step(
    asked: AskedWeek, weeks: Weeks, which: Which, rules: TimeRules, one: CategoryId, place: str
) -> Callable[[], Mark | None]:
    category = rules.categories[one]

    def step() -> Mark | None:
        present = {
            "actual": weeks.of(asked.monday) if asked.monday else weeks.actual,
            "wanted": weeks.wanted,
            "offered": weeks.offered,
        }[which]
        noted = asked.hours.get(one) if one in asked.hours else present.hours.get(one)
        beside = weeks.actual.hours.get(one) if which != "actual" else None
        now = "" if beside is None else f" As it is: {hours_figure(beside)}."
        answer = ask_text(
            f"{category.label}: hours in the week {WHICH[which]}?",
            "" if noted is None else hours_figure(noted),
            allow_back=True,
            check=lambda raw: _problem(asked.hours, one, raw),
            around=Around(
                place=place, help=category.help + now, empty="0 for none, Enter alone: not noted"
            ),
        )
        if isinstance(answer, Mark):
            return answer
        asked.hours[one] = hours_meant(answer) if answer.strip() else None
        return None

    return step


def _problem(hours: Mapping[CategoryId, Decimal | None], one: CategoryId, raw: str) -> str:
    try:
        meant = hours_meant(raw)
    except ValueError as reason:
        return str(reason)
    known = {key: value for key, value in hours.items() if value is not None}
    return week_problem({**known, one: meant})


def _meaningful_step(asked: AskedWeek, rules: TimeRules) -> Mark | None:
    answer = ask_one(_MOST, _choices(rules), asked.meaningful, allow_back=True, allow_skip=True)
    if answer is BACK:
        return BACK
    asked.meaningful = None if answer is SKIP else _category(str(answer))
    return None


def ask_meaningful(rules: TimeRules) -> CategoryId:
    """The kind of work that means most.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D.
    """
    return _category(ask_one(_MOST, _choices(rules)))


def _choices(rules: TimeRules) -> list[tuple[str, str]]:
    return [(one.id, one.label) for one in rules.categories.values()]


def _category(answer: str) -> CategoryId:
    return next(one for one in CATEGORIES if one == answer)


def _line(which: Which, asked: AskedWeek) -> str:
    """The command that goes on from what was typed so far; empty where that is nothing."""
    given = {one: hours for one, hours in asked.hours.items() if hours is not None}
    if not given:
        return ""
    of = ["--week", asked.monday.isoformat()] if asked.monday else []
    flags = [word for one, hours in given.items() for word in (f"--{one}", hours_figure(hours))]
    return shlex.join(["medpivot", "time", "week", which, *of, *flags])


def ask_entry(
    session: Session, ledger: Ledger, monday: date | None, given: Mapping[str, Amount]
) -> tuple[date, dict[str, Amount]]:
    """The week, and what was promised and delivered in it; only what was not given is asked.

    What was promised last time stands there already.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D; with the line that goes on from what was typed.
    """
    amounts = dict(given)
    if monday is None:
        monday = _ask_monday(session.today, None)
    last = ledger.of(monday) or ledger.before(monday)
    promised = "" if last is None else _as_typed(last.promised)
    for flag, prompt, default in (
        ("--promised", "Education hours you were promised for that week?", promised),
        ("--delivered", "Education hours that you really had?", ""),
    ):
        if flag not in given:
            try:
                amounts[flag] = _ask_amount(session, flag, prompt, default)
            except Interrupted:
                raise Interrupted("Stopped. Nothing is kept.", _add_line(monday, amounts)) from None
    return monday, amounts


def _add_line(monday: date, amounts: Mapping[str, Amount]) -> str:
    """The command that goes on from what was typed so far; empty where that is nothing."""
    if not amounts:
        return ""
    typed = [word for flag, one in amounts.items() for word in (flag, _as_typed(one.hours))]
    return shlex.join(["medpivot", "time", "add", "--week", monday.isoformat(), *typed])


def _ask_amount(session: Session, flag: str, prompt: str, default: str) -> Amount:
    def meant(raw: str) -> Amount:
        return amount_meant(raw, lambda: week_of_a_post(session), promised=flag == "--promised")

    def problem(raw: str) -> str:
        try:
            meant(raw)
        except ValueError as reason:
            return str(reason)
        return ""

    typed = ""
    while not typed.strip():
        typed = ask_text(
            prompt,
            default,
            check=problem,
            around=Around(help="Hours, a share such as 0.3 FTE, or half-days. 0 for none."),
        )
    return meant(typed)


def _as_typed(hours: Decimal) -> str:
    return f"{hours_figure(hours)} hours" if 0 < hours < 1 else hours_figure(hours)
