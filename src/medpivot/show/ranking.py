"""The ranked roles at a glance: bars, fit, ties, how firm the order is, and what blocks whom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table

from medpivot.domain.assessment import (
    Assessment,
    Blocker,
    BlockerId,
    RoleResult,
    Stability,
    StabilityLabel,
)
from medpivot.domain.roles import Roles
from medpivot.domain.wording import capital, number
from medpivot.show.out import bar
from medpivot.show.paragraphs import INDENT, WARNING, heading, paragraph, points, styled, words

BLOCKERS: Mapping[BlockerId, str] = {
    "training": "training",
    "clinical": "clinical time",
    "income": "income",
    "relocation": "moving",
}
"""What a blocker is called on a screen."""

LEADS: Mapping[StabilityLabel, str] = {
    "clear": "a clear lead",
    "leaning": "a lead, though not a clear one",
    "too close to call": "too close to call",
}
"""How firm a first place is, to stand inside a sentence."""

_WIDE = 100
"""Columns from which titles and bars get more room."""

_NARROW = 76
"""Columns below which there are no bars, and remarks stand under the titles."""

_TITLES = {False: 30, True: 44}
_BARS = {False: 10, True: 20}
_RUN = 3
"""Places in a row from which a run is written `2-4`."""

_FLIPS = 2
"""Single changes of mind shown; the others are counted."""


def ranking(result: Assessment, roles: Roles) -> RenderableType:
    """All roles, best first and blocked ones last, and how much the order can be trusted."""
    return Group(
        heading("Roles, best fit first", "fit of 100, and how often first in 100 small doubts"),
        Padding(_Ranked(result), (0, 0, 0, INDENT)),
        "",
        *_firmness(result),
        *_flips(result.stability, roles),
        *_unknown_for_all(result),
    )


def open_roles(result: Assessment) -> tuple[RoleResult, ...]:
    """The roles that nothing blocks, in the order of the ranking."""
    return tuple(role for role in result.roles if not role.blocked)


def blocked_roles(result: Assessment) -> tuple[RoleResult, ...]:
    """The roles that something blocks, in the order of the ranking."""
    return tuple(role for role in result.roles if role.blocked)


def shared_unknowns(result: Assessment) -> Mapping[BlockerId, Blocker]:
    """The blockers that are unknown for every role, so that they are said once."""
    if len(result.roles) < 2:  # noqa: PLR2004
        return {}
    first = {blocker.id: blocker for blocker in result.roles[0].blockers}
    return {
        blocker_id: blocker
        for blocker_id, blocker in first.items()
        if all(_state(role, blocker_id) == "unknown" for role in result.roles)
    }


@dataclass(frozen=True, slots=True)
class _Ranked:
    """The table of roles, set for the width it is given."""

    result: Assessment

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        if options.max_width < _NARROW:
            yield _narrow_table(self.result)
        else:
            yield _table(self.result, wide=options.max_width >= _WIDE)


def _table(result: Assessment, *, wide: bool) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("", justify="right", no_wrap=True)
    longest = max((len(role.title) for role in result.roles), default=0)
    table.add_column("", overflow="fold", width=min(_TITLES[wide], longest))
    table.add_column("", no_wrap=True)
    table.add_column("fit", justify="right", no_wrap=True)
    table.add_column("first", justify="right", no_wrap=True)
    table.add_column("", overflow="fold")
    places = {role.id: place for place, role in enumerate(result.roles, start=1)}
    for place, role in enumerate((*open_roles(result), *blocked_roles(result)), start=1):
        table.add_row(
            "-" if role.blocked else str(place),
            words(role.title, "" if role.blocked else "bold" if place == 1 else ""),
            words(bar(role.exact_fit / 100, _BARS[wide]), "dim" if role.blocked else ""),
            str(role.fit),
            often(role, result.stability),
            words(_remark(role, places), WARNING if role.blocked else ""),
        )
    return table


def _narrow_table(result: Assessment) -> Table:
    """The same without bars; what is said of a role stands under its title."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim", expand=True)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("", overflow="fold", ratio=1)
    table.add_column("fit", justify="right", no_wrap=True)
    table.add_column("first", justify="right", no_wrap=True)
    places = {role.id: place for place, role in enumerate(result.roles, start=1)}
    for place, role in enumerate((*open_roles(result), *blocked_roles(result)), start=1):
        remark = _remark(role, places)
        below = (f"\n{remark}", WARNING if role.blocked else "dim") if remark else ("", "")
        table.add_row(
            "-" if role.blocked else str(place),
            styled((role.title, "bold" if place == 1 and not role.blocked else ""), below),
            str(role.fit),
            often(role, result.stability),
        )
    return table


def often(role: RoleResult, stability: Stability) -> str:
    """In how many of 100 draws it came first; empty where it is blocked or the only one."""
    return "" if role.p_first is None or stability.alone else str(_of_100(role.p_first))


def _remark(role: RoleResult, places: Mapping[str, int]) -> str:
    stopping = [BLOCKERS[one.id] for one in role.blockers if one.state == "blocked"]
    if stopping:
        return f"blocked: {', '.join(stopping)}"
    if role.tied:
        tied = [places[other] for other in role.tied if other in places]
        return f"tied with {runs(tied)}"
    return ""


def runs(places: Sequence[int]) -> str:
    """Places in order, three or more in a row joined: `1, 3-5`."""
    groups: list[list[int]] = []
    for place in sorted(places):
        if groups and groups[-1][-1] == place - 1:
            groups[-1].append(place)
        else:
            groups.append([place])
    parts = []
    for group in groups:
        joined = len(group) >= _RUN
        parts.extend([f"{group[0]}-{group[-1]}"] if joined else [str(place) for place in group])
    return ", ".join(parts)


def _firmness(result: Assessment) -> Iterator[RenderableType]:
    said = firmness(result)
    if len(result.stability.p_first) > 1:
        said += (
            " A small doubt moves one answer by a step, or a weight within the order you gave. It "
            "shows how firm the order is, not a chance of success."
        )
    yield paragraph(said)


def firmness(result: Assessment) -> str:
    """Who came first how often; the label belongs to the role that stands first by fit."""
    shares, titles = result.stability.p_first, {role.id: role.title for role in result.roles}
    if not result.roles or not shares:
        return "Every role is blocked, so no order among them was tested."
    leader = open_roles(result)[0].id
    if result.stability.alone:
        return _alone(result)
    often = max(shares, key=lambda role_id: shares[role_id])
    said = f"{titles[leader]}: first in {_of_100(shares[leader])} of 100 small doubts"
    if often != leader:
        said += f", {titles[often]} in {_of_100(shares[often])}"
    return f"{said}. That is {LEADS[result.stability.label]}."


def lead_words(label: StabilityLabel, *, alone: bool) -> str:
    """How firm the first place is, to stand inside a sentence."""
    return "the only role that nothing blocks" if alone else LEADS[label]


def _alone(result: Assessment) -> str:
    first = open_roles(result)[0]
    said = f"{first.title} is the only role that nothing blocks: there is nothing to compare."
    better = sum(role.exact_fit > first.exact_fit for role in blocked_roles(result))
    if not better:
        return said
    fit, role = ("fits", "role") if better == 1 else ("fit", "roles")
    return f"{said} {capital(number(better))} blocked {role} {fit} better."


def _of_100(share: float) -> int:
    return round(share * 100)


def _flips(stability: Stability, roles: Roles) -> Iterator[RenderableType]:
    if not stability.flips:
        return
    count = len(stability.flips)
    shown = "" if count <= _FLIPS else f", {number(_FLIPS)} of {number(count)} shown"
    yield paragraph(f"One answer alone would put another role first{shown}:")
    said = []
    for flip in stability.flips[:_FLIPS]:
        winner = roles.role(flip.winner)
        said.append(f"{flip.change}. First: {winner.title if winner else flip.winner}.")
    yield points(said)


def _unknown_for_all(result: Assessment) -> Iterator[RenderableType]:
    shared = shared_unknowns(result)
    if not shared:
        return
    said = " ".join(f"{capital(BLOCKERS[one.id])}: {_once(result, one)}" for one in shared.values())
    yield paragraph(f"Unknown for every role, and counted against none. {said}")


def _once(result: Assessment, blocker: Blocker) -> str:
    changes = _distinct(result, blocker.id)
    return blocker.change if len(changes) == 1 else blocker.reason


def _distinct(result: Assessment, blocker_id: BlockerId) -> Sequence[str]:
    said = (one.change for role in result.roles for one in role.blockers if one.id == blocker_id)
    return tuple(dict.fromkeys(said))


def _state(role: RoleResult, blocker_id: BlockerId) -> str:
    return next((one.state for one in role.blockers if one.id == blocker_id), "clear")
