"""The roles as a report shows them: the ranking, those that lead, and how firm the order is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from medpivot.domain.assessment import Assessment, RoleResult
from medpivot.domain.experiments import leading_roles
from medpivot.domain.roles import Roles
from medpivot.domain.strengths import gains, in_a_line, losses
from medpivot.domain.wording import capital, listed
from medpivot.export.report.content import Content
from medpivot.export.report.shapes import percent
from medpivot.show.leading import leading, leading_by_fit
from medpivot.show.profile import role_lifting
from medpivot.show.ranking import (
    BLOCKERS,
    blocked_roles,
    firmness,
    often,
    open_roles,
    runs,
    shared_unknowns,
)

_FLIPS: Final = 3


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role in the ranking. `often` is how often of 100 it came first, empty where blocked."""

    place: str
    title: str
    fit: int
    width: str
    often: str
    remark: str
    blocked: bool


@dataclass(frozen=True, slots=True)
class RoleCard:
    """A role told in full, or in short where only names of dimensions are seen."""

    title: str
    remark: str
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    in_the_way: tuple[tuple[str, str], ...]
    lifting: str
    ready: str


@dataclass(frozen=True, slots=True)
class RolesPart:
    """The ranking, the roles that lead, the others in a line, and how firm the order is."""

    rows: tuple[RoleRow, ...]
    cards: tuple[RoleCard, ...]
    sentences: bool
    others: tuple[tuple[str, str], ...]
    firmness: str
    flips: tuple[str, ...]
    unknown: str


def roles_part(content: Content) -> RolesPart | None:
    """The roles against the answers; sentences that name answers only where those are seen."""
    answered = content.answered
    if answered is None or not content.audience.sees("roles") or not answered.result.roles:
        return None
    result, sees = answered.result, content.audience.sees
    told = leading(result) if sees("verdict") else leading_by_fit(result)
    rest = [one for one in (*open_roles(result), *blocked_roles(result)) if one not in told]
    firm = sees("stability")
    return RolesPart(
        rows=tuple(_rows(result, money=sees("money"))),
        cards=tuple(_card(one, result, content) for one in told),
        sentences=sees("answers"),
        others=tuple((one.title, in_a_line(one, result)) for one in rest),
        firmness=firmness(result) if firm else "",
        flips=tuple(_flips(result, content.roles)) if firm and sees("answers") else (),
        unknown=_unknown_for_all(result) if sees("answers") else "",
    )


def _rows(result: Assessment, *, money: bool) -> Iterator[RoleRow]:
    places = {one.id: place for place, one in enumerate(result.roles, start=1)}
    for place, one in enumerate((*open_roles(result), *blocked_roles(result)), start=1):
        yield RoleRow(
            place="" if one.blocked else str(place),
            title=one.title,
            fit=one.fit,
            width=percent(one.exact_fit / 100),
            often=often(one, result.stability),
            remark=_remark(one, places, money=money),
            blocked=one.blocked,
        )


def _remark(role: RoleResult, places: Mapping[str, int], *, money: bool) -> str:
    if role.blocked:
        # where money is not seen, a reason left out among others named would give it away
        named = [BLOCKERS[one.id] for one in role.blockers if one.state == "blocked"]
        return f"blocked: {listed(named)}" if money else "blocked"
    tied = [places[other] for other in role.tied if other in places]
    return f"tied with {runs(tied)}" if tied else ""


def _card(role: RoleResult, result: Assessment, content: Content) -> RoleCard:
    sees = content.audience.sees
    if not sees("answers"):
        return RoleCard(
            role.title,
            "",
            tuple(capital(one) for one in gains(role, result)),
            tuple(capital(one) for one in losses(role, result)),
            (),
            "",
            "",
        )
    shared = shared_unknowns(result)
    in_the_way = tuple(
        (
            "Blocked" if one.state == "blocked" else "Not clear yet",
            f"{one.reason} {one.change}".strip(),
        )
        for one in role.blockers
        if one.state != "clear" and one.id not in shared
        if one.id != "income" or sees("money")
    )
    drains = result.profile.drains
    return RoleCard(
        role.title,
        {"next": "a next role", "later": "a later role", "unknown": ""}[role.ready],
        role.speaks_for,
        role.speaks_against,
        in_the_way,
        capital(role_lifting(role, content.interview, whole=True)) if drains else "",
        role.ready_text,
    )


def _flips(result: Assessment, roles: Roles) -> Iterator[str]:
    for flip in result.stability.flips[:_FLIPS]:
        winner = roles.role(flip.winner)
        yield f"{flip.change}. First: {winner.title if winner else flip.winner}."


def _unknown_for_all(result: Assessment) -> str:
    said = " ".join(
        f"{capital(BLOCKERS[one.id])}: {one.reason}" for one in shared_unknowns(result).values()
    )
    return f"Unknown for every role, and counted against none. {said}" if said else ""


def first_roles(content: Content) -> tuple[str, ...]:
    """The titles of the roles that lead and are tied, as far as roles are seen."""
    answered = content.answered
    if answered is None or not content.audience.sees("roles"):
        return ()
    return tuple(one.title for one in leading_roles(answered.result.roles))
