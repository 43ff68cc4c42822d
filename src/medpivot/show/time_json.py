"""The weeks and the ledger as JSON and as plain lines; loads nothing that is made for screens."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from medpivot.domain.ledger import Drift, DriftRule, Entry, drift, number, to_record
from medpivot.domain.roles import Source
from medpivot.domain.time_rules import TimeRules
from medpivot.domain.week import (
    CATEGORIES,
    Answered,
    WeekHours,
    Weeks,
    difference,
    meaningful_share,
    part_share,
    total_difference,
)
from medpivot.show.time_words import hours_figure, percent


def time_json(
    weeks: Weeks, ledger: Sequence[Entry], rules: TimeRules, answered: Answered | None
) -> dict[str, object]:
    """`time --json`: what is not known is null. Shares run from 0 to 1, the lines are percent."""
    return {
        "schema": 1,
        "weeks": {
            "actual": _week_or_none(weeks.actual, rules),
            "wanted": _week_or_none(weeks.wanted, rules),
            "offered": _week_or_none(weeks.offered, rules),
            "first": _week_or_none(weeks.first, rules),
        },
        "changes": {
            "wanted": _changes(weeks.actual, weeks.wanted),
            "offered": _changes(weeks.wanted, weeks.offered),
        },
        "meaningful": _meaningful(weeks, rules),
        "ledger": ledger_json(ledger),
        "drift": _drift(drift(ledger, rules.drift), rules.drift),
        "answers": answered
        and {
            "date": answered.day and answered.day.isoformat(),
            "hours": answered.hours,
            "clinical": answered.clinical,
        },
    }


def week_json(week: WeekHours, rules: TimeRules) -> dict[str, object]:
    """One week: hours by kind of work, what they add up to, and shares where they are known."""
    return {
        "week": week.monday and week.monday.isoformat(),
        "noted": week.noted and week.noted.isoformat(),
        "note": week.note or None,
        "hours": {one: _number(week.hours.get(one)) for one in CATEGORIES},
        "total": _number(week.total),
        "complete": week.complete,
        "clinical": _share(part_share(week, "clinical", rules.categories)),
        "education": _share(part_share(week, "education", rules.categories)),
    }


def ledger_json(ledger: Iterable[Entry]) -> list[dict[str, object]]:
    """The entries, newest week first, each with its ratio."""
    newest = sorted(ledger, key=lambda one: one.week, reverse=True)
    return [to_record(one) | {"ratio": _share(one.ratio)} for one in newest]


def plain_lines(ledger: Iterable[Entry]) -> Iterator[str]:
    """A line each: id, Monday, promised, delivered, percent, note; `-` where there is none."""
    for one in sorted(ledger, key=lambda one: one.week, reverse=True):
        share = "-" if one.ratio is None else percent(one.ratio)
        hours = f"{hours_figure(one.promised)} {hours_figure(one.delivered)}"
        yield f"{one.id} {one.week} {hours} {share} {one.note or '-'}"


def why_json(rules: TimeRules, sources: Mapping[str, Source]) -> dict[str, object]:
    """`time why --json`: the findings with their limits and sources, and the rule for drift."""
    findings = {"meaningful": rules.meaningful, "gap": rules.gap}
    return {
        "schema": 1,
        **{
            name: {
                "text": one.text,
                "limits": one.limits,
                "source": one.source,
                "reference": sources[one.source].title,
                "where": sources[one.source].where,
            }
            for name, one in findings.items()
        },
        "line": rules.line,
        "drift": {
            "line": rules.drift.percent,
            "weeks": rules.drift.weeks,
            "source": rules.drift.source,
        },
    }


def _week_or_none(week: WeekHours, rules: TimeRules) -> dict[str, object] | None:
    return week_json(week, rules) if week.known else None


def _changes(start: WeekHours, end: WeekHours) -> dict[str, object] | None:
    if not (start.known and end.known):
        return None
    hours: dict[str, object] = {one: _number(difference(start, end, one)) for one in CATEGORIES}
    return hours | {"total": _number(total_difference(start, end))}


def _meaningful(weeks: Weeks, rules: TimeRules) -> dict[str, object]:
    found, wanted, offered = (
        meaningful_share(week, weeks.meaningful, rules.line)
        for week in (weeks.actual, weeks.wanted, weeks.offered)
    )
    return {
        "category": weeks.meaningful,
        "share": None if found.at_most else _share(found.share),
        "at_most": _share(found.share) if found.at_most else None,
        "against": found.against,
        "line": rules.line,
        "wanted": None if wanted.at_most else _share(wanted.share),
        "offered": None if offered.at_most else _share(offered.share),
        "source": rules.meaningful.source,
    }


def _drift(found: Drift, rule: DriftRule) -> dict[str, object]:
    return {
        "weeks": found.weeks,
        "promised": number(found.promised),
        "delivered": number(found.delivered),
        "ratio": _share(found.ratio),
        "warning": found.warning,
        "first": found.first and found.first.isoformat(),
        "last": found.last and found.last.isoformat(),
        "line": rule.percent,
        "weeks_needed": rule.weeks,
        "source": rule.source,
    }


def _number(hours: Decimal | None) -> int | float | None:
    return None if hours is None else number(hours)


def _share(share: Fraction | None) -> float | None:
    return None if share is None else float(share)
