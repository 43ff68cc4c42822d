"""Roles as JSON: the facts of `roles`, and the arithmetic of `roles why`."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from medpivot.domain.assessment import Assessment, RoleResult, Want
from medpivot.domain.roles import Alternative, Role, Roles, Source
from medpivot.show.facts import source_ids

Table: TypeAlias = dict[str, Any]


def roles_document(shown: Iterable[Role], roles: Roles) -> Table:
    """What `roles --json` prints."""
    return {
        "roles": [role_table(role) for role in shown],
        "alternatives": [_alternative(one) for one in roles.alternatives if not one.retired],
    }


def role_table(role: Role) -> Table:
    """One role with every range, fact and source; `null` is unknown."""
    seen, income = role.clinical_seen, role.income_change
    return {
        "id": role.id,
        "title": role.title,
        "ranges": {
            dimension: {"low": one.low, "high": one.high, "source": one.source}
            for dimension, one in role.ranges.items()
        },
        "training": role.training,
        "income_change": income
        and {"low": income.low, "high": income.high, "source": income.source},
        "norm": [{"text": one.text, "fte": one.fte, "source": one.source} for one in role.norms],
        "clinical_seen": seen
        and {"low": seen.low, "high": seen.high, "text": seen.text, "source": seen.source},
        "lifts": list(role.lifts),
        "keeps": list(role.keeps),
        "adds": list(role.adds),
        "before": {"level": role.before, "text": role.before_text},
        "titles": list(role.titles),
    }


def role_document(role: Role, sources: Mapping[str, Source]) -> Table:
    """What `roles show ID --json` prints: the role, the rest of its page, and its sources."""
    return {
        **role_table(role),
        "own": role.own,
        "summary": role.summary,
        "good_days": role.good_days,
        "hard_days": role.hard_days,
        "training_source": role.training_source,
        "chart_clinical": role.chart_clinical,
        "relocation": role.relocation,
        "want": list(role.want),
        "sources": {
            one: {
                "title": sources[one].title,
                "where": sources[one].where,
                "year": sources[one].year,
                "checked": sources[one].checked,
                "note": sources[one].note,
            }
            for one in source_ids(role)
            if one in sources
        },
    }


def why_document(one: RoleResult, role: Role, result: Assessment) -> Table:
    """What `roles why ID --json` prints: each dimension, and the sum."""
    wants = {want.dimension: want for want in result.wants}
    return {
        "id": one.id,
        "title": one.title,
        "fit": one.fit,
        "dimensions": {
            part.dimension: {
                **_want(wants[part.dimension]),
                "offered": {
                    "low": role.ranges[part.dimension].low,
                    "high": role.ranges[part.dimension].high,
                    "source": role.ranges[part.dimension].source,
                },
                "agreement": part.agreement,
                "weight": part.weight,
                "points": part.points,
                "contribution": part.shown,
            }
            for part in one.agreements
        },
        "exact_fit": one.exact_fit,
        "p_first": one.p_first,
        "p_top_two": one.p_top_two,
        "tied": list(one.tied),
        "blockers": [
            {"id": each.id, "state": each.state, "reason": each.reason, "change": each.change}
            for each in one.blockers
        ],
        "lifts": list(one.lifting.lifts),
        "keeps": list(one.lifting.keeps),
        "unknown": list(one.lifting.unknown),
        "adds": list(one.lifting.adds),
        "for": list(one.speaks_for),
        "against": list(one.speaks_against),
        "ready": one.ready,
    }


def comparison_document(both: tuple[Role, Role], result: Assessment | None) -> Table:
    """What `roles compare --json` prints: two roles, and their points where there is a result."""
    found = {one.id: one for one in result.roles} if result else {}
    points = {
        role.id: {
            "fit": found[role.id].fit,
            "contributions": {part.dimension: part.shown for part in found[role.id].agreements},
        }
        for role in both
        if role.id in found
    }
    return {"roles": [role_table(role) for role in both], "points": points}


def _want(want: Want) -> Table:
    return {
        "wanted": want.level,
        "direction": want.direction,
        "origin": want.origin,
        "because": [
            {"question": one.question, "choice": one.choice, "pull": one.pull}
            for one in want.because
        ],
    }


def _alternative(one: Alternative) -> Table:
    return {
        "id": one.id,
        "title": one.title,
        "summary": one.summary,
        "first_step": one.first_step,
        "for": {question: list(picks) for question, picks in one.speaks_for.items()},
        "against": {question: list(picks) for question, picks in one.speaks_against.items()},
    }
