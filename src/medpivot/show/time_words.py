"""How weeks and promised hours are spoken of, on every screen and in messages alike."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final

from medpivot.domain.day_words import short_date
from medpivot.domain.ledger import Drift, DriftRule, Entry
from medpivot.domain.time_rules import TimeRules
from medpivot.domain.week import Answered, Category, CategoryId, MeaningfulShare, WeekHours, Which
from medpivot.domain.wording import capital, listed, plural
from medpivot.show.log_words import counted, figure

WHICH: Final[Mapping[Which, str]] = {
    "actual": "as it is",
    "wanted": "as wanted",
    "offered": "as offered",
}
"""The three weeks, in words."""

_RECENT_DAYS: Final = 8


def hours_figure(hours: Decimal | None, unknown: str = "-") -> str:
    """Hours with at most two decimals, or the mark for what nobody noted."""
    return unknown if hours is None else figure(float(round(hours, 2)))


def hours_words(hours: Decimal) -> str:
    """`8 hours`, `1 hour`, `7.5 hours`."""
    return f"{hours_figure(hours)} {'hour' if hours == 1 else 'hours'}"


def change(hours: Decimal | None) -> str:
    """A difference with its sign: `+6`, `-4.5`, `0`; a dash where it is not known."""
    if hours is None:
        return "-"
    return ("+" if hours > 0 else "") + hours_figure(hours)


def percent(share: Fraction, line: int = 0) -> str:
    """A share as whole percent: `69`. Under a line it is never rounded up to it: `79.6`."""
    exact = share * 100
    whole = int(exact + Fraction(1, 2))
    if exact < line <= whole:
        tenth = int(exact * 10)
        return f"{tenth // 10}.{tenth % 10}"
    return str(whole)


def week_of(monday: date) -> str:
    """`the week of Monday 16 Nov 2026`."""
    return f"the week of Monday {short_date(monday)}"


def names(categories: Mapping[CategoryId, Category], ids: Iterable[CategoryId]) -> str:
    """Kinds of work in a sentence: `call, meetings and other work`."""
    return listed([categories[one].name for one in ids])


def kept_week(which: Which, week: WeekHours) -> str:
    """What was just noted: `The week as it is (Monday 16 Nov 2026): 53 hours`."""
    of = f" (Monday {short_date(week.monday)})" if week.monday else ""
    said = f"The week {WHICH[which]}{of}"
    if not week.known:
        return f"{said}: nothing is noted any more."
    return f"{said}: {hours_words(week.total)}{'' if week.complete else ' so far'}."


def meaningful_words(found: MeaningfulShare, name: str, rules: TimeRules) -> str:
    """The most meaningful work of a week against the line, in one or two sentences."""
    said = f"{capital(name)} is the work that means most to you"
    if found.hours is None:
        return f"{said}; its hours are not noted for the week as it is."
    if found.share is None:
        return f"{said}; the week as it is holds no hours."
    share = percent(found.share, rules.line)
    of = f"{hours_words(found.hours)}, {'at most ' if found.at_most else ''}{share} percent"
    match found.against:
        case "under":
            return f"{said}: {of} of the week. That is under the line of {rules.line} percent."
        case "reaches":
            return f"{said}: {of} of the week. That reaches the line of {rules.line} percent."
        case "unknown":
            return (
                f"{said}: {of} of the week. Whether that reaches the line of {rules.line} "
                "percent is not known until every kind of work is noted."
            )


def drift_words(drift: Drift, rule: DriftRule, today: date) -> str:
    """What was promised and what there was, and what that says; empty without a promise."""
    if drift.ratio is None:
        return ""
    promised, had = hours_words(drift.promised), hours_figure(drift.delivered)
    share = percent(drift.ratio, rule.percent)
    said = f"You were promised {promised} in {_span(drift, today)} and had {had}: {share} percent."
    if drift.warning is None:
        return f"{said} It takes {plural(rule.weeks, 'week')} to call that drift or not."
    if drift.warning:
        return said
    return f"{said} That is not drift, which begins under {rule.percent}."


def _span(drift: Drift, today: date) -> str:
    weeks = plural(drift.weeks, "week")
    if drift.first is None or drift.last is None:
        return weeks
    first, last = short_date(drift.first), short_date(drift.last)
    if drift.weeks == 1:
        return week_of(drift.first)
    if not drift.in_a_row:
        return f"the last {weeks} with a promise, {first} to {last},"
    if drift.last >= today - timedelta(days=_RECENT_DAYS):
        return f"the last {weeks}"
    return f"the {weeks} from {first} to {last}"


def rule_words(rule: DriftRule) -> str:
    """When promised time counts as drifting away, and on whose word."""
    whose = "our judgment" if rule.source == "judgement" else rule.source
    weeks = plural(rule.weeks, "week")
    return f"Under {rule.percent} percent over {weeks} is called drift here ({whose})."


def sentence_to_take(drift: Drift, rule: DriftRule) -> str:
    """The sentence for the person who signs, its figures filled in."""
    return rule.ask.format(
        weeks=plural(drift.weeks, "week"),
        first=short_date(drift.first) if drift.first else "",
        last=short_date(drift.last) if drift.last else "",
        promised=hours_figure(drift.promised),
        delivered=hours_figure(drift.delivered),
        percent=percent(drift.ratio or Fraction(0), rule.percent),
    )


def entry_words(entry: Entry, line: int) -> str:
    """One week of the ledger: `8 hours promised, 5 delivered: 63 percent`, with what was typed."""
    promised = hours_words(entry.promised) + _as(entry.promised_as)
    delivered = hours_figure(entry.delivered) + _as(entry.delivered_as)
    if entry.ratio is None:
        return f"nothing promised, {hours_words(entry.delivered)} delivered"
    return f"{promised} promised, {delivered} delivered: {percent(entry.ratio, line)} percent"


def _as(said: str) -> str:
    return f" ({said})" if said else ""


def cross_check(answered: Answered, week: WeekHours, clinical: Fraction | None) -> str:
    """What the answers said of the week beside what was counted; empty where that is nothing."""
    said = [
        *(
            [f"{figure(answered.hours)} hours on average over the year"]
            if answered.hours is not None
            else []
        ),
        *(
            [f"{figure(answered.clinical)} percent clinical"]
            if answered.clinical is not None
            else []
        ),
    ]
    if not said or not week.known:
        return ""
    counted_as = hours_words(week.total) + ("" if week.complete else " so far")
    if clinical is not None and answered.clinical is not None:
        counted_as += f", {percent(clinical)} percent of them clinical"
    day = f" of {short_date(answered.day)}" if answered.day else ""
    return (
        f"For comparison only: your answers{day} gave {listed(said)}; "
        f"the week noted here has {counted_as}."
    )


def skipped_weeks(count: int) -> str:
    """`3 weeks not noted`."""
    return f"{counted(count, 'week', 'weeks')} not noted"
