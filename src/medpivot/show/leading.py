"""Why each role stands where it does: the leading ones in full, the others in a line."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from rich.console import Group, RenderableType

from medpivot.domain.assessment import Assessment, Blocker, BlockerId, RoleResult
from medpivot.domain.experiments import leading_roles
from medpivot.domain.strengths import in_a_line
from medpivot.show.paragraphs import heading, labelled, run_in
from medpivot.show.ranking import BLOCKERS, blocked_roles, open_roles, shared_unknowns

IN_FULL = 3
"""Roles told in full where the conclusion is about roles; `roles why` tells any of them."""

_SENTENCES, _SENTENCES_LATER = 2, 1
"""Sentences for and against shown of the first role, and of the others told in full."""

_Shared: TypeAlias = Mapping[BlockerId, Blocker]
"""What is unknown for every role, and is said once above them."""

_LABEL = 7
_READY = {"next": "a next role", "later": "a later role", "unknown": ""}


def leading(result: Assessment) -> tuple[RoleResult, ...]:
    """The roles told in full: those that lead and the next in rank, none of them blocked.

    Only the first one where the conclusion is about something else than roles; with all roles
    blocked, the first of those.
    """
    if result.verdict.not_now or result.verdict.id == "another-change":
        return (open_roles(result) or result.roles)[:1]
    return leading_by_fit(result)


def leading_by_fit(result: Assessment) -> tuple[RoleResult, ...]:
    """The same whatever the conclusion is: on a page that is not to tell it."""
    first = leading_roles(result.roles)
    after = tuple(role for role in open_roles(result) if role not in first)
    return (*first, *after)[:IN_FULL] or result.roles[:IN_FULL]


def reasons(result: Assessment) -> RenderableType:
    """For and against in words, what stands in the way, and whether the role is next or later."""
    told = leading(result)
    shared = shared_unknowns(result)
    rest = [role for role in open_roles(result) if role not in told]
    blocked = [role for role in blocked_roles(result) if role not in told]
    return Group(
        *(part for role in told for part in _in_full(role, result, shared)),
        *([] if result.verdict.not_now else _in_a_line(rest, result, shared)),
        *_stopped(blocked),
    )


def _in_full(role: RoleResult, result: Assessment, shared: _Shared) -> Iterator[RenderableType]:
    yield heading(role.title, _READY[role.ready])
    first = role is leading(result)[0]
    most = _SENTENCES if first else _SENTENCES_LATER
    rows = [
        *_said("for", role.speaks_for[:most]),
        *_said("against", role.speaks_against[:most]),
        *((_state(one), f"{one.reason} {one.change}".strip()) for one in _in_the_way(role, shared)),
        *_said("when", [role.ready_text] if first and role.ready_text else []),
    ]
    yield labelled(rows, label=_LABEL)


def _said(label: str, sentences: Sequence[str]) -> Iterator[tuple[str, str]]:
    for place, sentence in enumerate(sentences):
        yield (label if place == 0 else "", sentence)


def _in_the_way(role: RoleResult, shared: _Shared) -> list[Blocker]:
    return [one for one in role.blockers if one.state != "clear" and one.id not in shared]


def _state(blocker: Blocker) -> str:
    return "blocked" if blocker.state == "blocked" else "unclear"


def _in_a_line(
    roles: Sequence[RoleResult], result: Assessment, shared: _Shared
) -> Iterator[RenderableType]:
    if roles:
        yield heading("The others")
    for role in roles:
        yield run_in(role.title, _short(role, result, shared), stop=".")


def _short(role: RoleResult, result: Assessment, shared: _Shared) -> str:
    """The two heaviest gains and losses by name, and what is unknown of this role in particular."""
    unclear = (f"Unclear: {BLOCKERS[one.id]}." for one in _in_the_way(role, shared))
    return " ".join([in_a_line(role, result), *unclear])


def _stopped(roles: Sequence[RoleResult]) -> Iterator[RenderableType]:
    """The blocked roles, those that the same things block told together."""
    if roles:
        yield heading("Blocked", "something has to change first")
    together: dict[tuple[Blocker, ...], list[str]] = {}
    for role in roles:
        stopping = tuple(one for one in role.blockers if one.state == "blocked")
        together.setdefault(stopping, []).append(role.title)
    for stopping, titles in together.items():
        said = " ".join(f"{one.reason} {one.change}".strip() for one in stopping)
        yield run_in("; ".join(titles), said, stop=".")
