"""The summary of the log as JSON."""

from collections.abc import Mapping, Sequence

from medpivot.domain.activities import Activity
from medpivot.domain.activity_checks import too_few_raters
from medpivot.domain.log_summary import Comparison, Enjoyment, Group, Impact, LogSummary, Mean
from medpivot.domain.rounding import half_up


def summary_json(summary: LogSummary) -> dict[str, object]:
    """`log summary --json`: sums with the number of entries that say them, unknown ones null."""
    return {
        "count": summary.count,
        "education": summary.education,
        "first": summary.first.isoformat() if summary.first else None,
        "last": summary.last.isoformat() if summary.last else None,
        "hours": summary.hours.total,
        "hours_n": summary.hours.n,
        "other_hours": summary.other_hours.total,
        "other_hours_n": summary.other_hours.n,
        "learned": summary.learned,
        "learned_hours": summary.learned_hours.total,
        "learners": summary.learners.total,
        "learners_n": summary.learners.n,
        "prep_hours": summary.prep_hours.total,
        "prep_hours_n": summary.prep_hours.n,
        "by_domain": _groups(summary.by_domain),
        "by_level": _groups(summary.by_level),
        "by_year": _groups({str(year): group for year, group in summary.by_year.items()}),
        "enjoyment": _enjoyment(summary.enjoyment),
        "impact": _impact(summary.impact),
    }


def _groups(groups: Mapping[str, Group]) -> dict[str, object]:
    return {
        name: {
            "entries": group.entries,
            "learners": group.learners.total,
            "learners_n": group.learners.n,
            "hours": group.hours.total,
            "hours_n": group.hours.n,
            "other_hours": group.other_hours.total,
            "other_hours_n": group.other_hours.n,
            "energy": _rounded(group.energy.mean),
            "energy_n": group.energy.n,
        }
        for name, group in groups.items()
    }


def _enjoyment(enjoyment: Enjoyment) -> dict[str, object]:
    return {
        **_mean(enjoyment.teaching),
        "trend": enjoyment.trend,
        "earlier": _mean(enjoyment.earlier) if enjoyment.earlier else None,
        "later": _mean(enjoyment.later) if enjoyment.later else None,
        "everything_else": _mean(enjoyment.everything_else),
        "by_kind": [{"kind": kind, **_mean(mean)} for kind, mean in enjoyment.by_kind],
    }


def _impact(impact: Impact) -> dict[str, object]:
    return {
        **_comparison(impact.overall),
        "enough": _comparison(impact.enough),
        "too_few": impact.too_few,
        "raters_unknown": impact.raters_unknown,
        "compared": _compared(impact.compared),
        "uncompared": _compared(impact.uncompared),
        "rated": impact.rated,
        "quotes": impact.quotes,
        "shareable": impact.shareable,
        "changes": impact.changes,
    }


def _compared(activities: Sequence[Activity]) -> list[dict[str, object]]:
    return [
        {
            "id": one.id,
            "date": one.date.isoformat(),
            "title": one.title,
            "before": one.rating.before,
            "after": one.rating.mean,
            "scale": one.rating.scale,
            "raters": one.rating.raters,
            "too_few": too_few_raters(one.rating),
        }
        for one in activities
        if one.rating
    ]


def _comparison(comparison: Comparison) -> dict[str, object]:
    return {
        "n": comparison.n,
        "before": _rounded(comparison.before),
        "after": _rounded(comparison.after),
        "scale": comparison.scale,
    }


def _mean(mean: Mean) -> dict[str, object]:
    return {"n": mean.n, "mean": _rounded(mean.mean)}


def _rounded(value: float | None) -> float | None:
    return None if value is None else half_up(value, 2)
