"""An assessment as JSON: the document of `assess --json` and `assess show --json`."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from medpivot.domain.answers import Value
from medpivot.domain.assessment import Assessment, RoleResult, Stability, Want
from medpivot.domain.comparing import Comparison, Standing

Table: TypeAlias = dict[str, Any]

SCHEMA = 1


def assessment_document(result: Assessment, day: date | None) -> Table:
    """The whole result; `null` is unknown. Contributions are whole points, their sum is the fit."""
    verdict = result.verdict
    return {
        "schema": SCHEMA,
        "date": day and day.isoformat(),
        "answered": {"given": result.given, "of": result.asked},
        "verdict": {
            "id": verdict.id,
            "headline": verdict.headline,
            "reasons": list(verdict.reasons),
            "contradictions": list(verdict.contradictions),
            "ask_next": list(verdict.ask_next),
        },
        "not_now": verdict.not_now,
        "profile": {
            "drains": list(result.profile.drains),
            "drains_most": result.profile.drains_most,
            "energisers": list(result.profile.energisers),
            "energisers_most": result.profile.energisers_most,
            "words": dict(result.profile.words),
        },
        "wants": {want.dimension: _want(want) for want in result.wants},
        "roles": [_role(role) for role in result.roles],
        "alternatives": [
            {
                "id": one.id,
                "title": one.title,
                "for": _answers(one.speaks_for),
                "against": _answers(one.speaks_against),
            }
            for one in result.alternatives
        ],
        "stability": _stability(result.stability),
        "tests": [
            {"role": one.role, "dimension": one.dimension, "why": one.why, "text": one.text}
            for one in result.experiments
        ],
    }


def _want(want: Want) -> Table:
    return {
        "level": want.level,
        "direction": want.direction,
        "weight": want.weight,
        "origin": want.origin,
        "because": [
            {"question": one.question, "choice": one.choice, "pull": one.pull}
            for one in want.because
        ],
    }


def _role(role: RoleResult) -> Table:
    return {
        "id": role.id,
        "title": role.title,
        "fit": role.fit,
        "exact_fit": role.exact_fit,
        "contributions": {one.dimension: one.shown for one in role.agreements},
        "p_first": role.p_first,
        "p_top_two": role.p_top_two,
        "tied": list(role.tied),
        "blockers": [
            {"id": one.id, "state": one.state, "reason": one.reason, "change": one.change}
            for one in role.blockers
        ],
        "lifts": list(role.lifting.lifts),
        "keeps": list(role.lifting.keeps),
        "adds": list(role.lifting.adds),
        "lifts_unknown": list(role.lifting.unknown),
        "for": list(role.speaks_for),
        "against": list(role.speaks_against),
        "ready": role.ready,
        "ready_text": role.ready_text,
    }


def _answers(pairs: Sequence[tuple[str, str]]) -> list[Table]:
    return [{"question": question, "choice": choice} for question, choice in pairs]


def _stability(stability: Stability) -> Table:
    return {
        "label": stability.label,
        "draws": stability.draws,
        "flips": [
            {"question": one.question, "change": one.change, "winner": one.winner}
            for one in stability.flips
        ],
    }


def comparison_document(change: Comparison, before: str, now: str) -> Table:
    """What `assess compare --json` prints; `before` and `now` name the two files."""
    return {
        "schema": SCHEMA,
        "before": {"file": before, **_standing(change.before)},
        "now": {"file": now, **_standing(change.now)},
        "answers": [
            {"question": one.question, "before": _value(one.before), "now": _value(one.now)}
            for one in change.answers
        ],
        "wants": {
            one.dimension: {"before": _want(one.before), "now": _want(one.now)}
            for one in change.wants
        },
        "roles": [
            {
                "id": one.role,
                "title": one.title,
                "fit": _pair(one.before, one.now),
                "place": _pair(one.place_before, one.place_now),
                "blocked": _pair(one.blocked_before, one.blocked_now),
            }
            for one in change.fits
        ],
        "new_first": change.new_first,
        "new_verdict": change.new_verdict,
        "firm": change.firm,
    }


def _standing(standing: Standing) -> Mapping[str, object]:
    return {"headline": standing.headline, "first": standing.first, "stability": standing.label}


def _pair(before: object, now: object) -> Table:
    return {"before": before, "now": now}


def _value(value: Value | None) -> object:
    return list(value) if isinstance(value, tuple) else value
