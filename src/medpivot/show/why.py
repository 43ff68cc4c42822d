"""Why a role has the fit it has: every dimension, so that the sum can be checked by hand."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table

from medpivot.domain.assessment import Agreement, Assessment, Because, RoleResult, Want
from medpivot.domain.dimensions import CLINICAL
from medpivot.domain.interview import Interview
from medpivot.domain.roles import Range, Role
from medpivot.domain.wording import NAMES, capital, range_words, wanted_words
from medpivot.show.facts import source_name
from medpivot.show.paragraphs import (
    INDENT,
    AtWidth,
    heading,
    labelled,
    paragraph,
    points,
    words,
)
from medpivot.show.profile import role_lifting
from medpivot.show.ranking import BLOCKERS

_NARROW = 64
"""Columns below which the figures move together."""

_COUNTED = """\
1.00 where the role gives what you want. It falls in a straight line to 0.00 at 50 percentage \
points of clinical time, or at 3 levels of anything else.
A role is a range, so its agreement is the mean over that range.
More than you want costs nothing where you want it; less costs nothing where you dread it. \
Clinical time costs both ways.
What you did not say counts 0.50 for every role and so changes no order.
Weights follow from your priorities alone; METHODS.md has the formula.""".splitlines()


def why(one: RoleResult, role: Role, result: Assessment, interview: Interview) -> RenderableType:
    """The arithmetic of one role for one assessment, then what stands beside the fit."""
    return Group(
        words(f"{one.title}: fit {one.fit} of 100", "bold"),
        paragraph(
            "Points are agreement x weight x 100, rounded so that they still add up.", indent=0
        ),
        "",
        Padding(
            AtWidth(
                _table(one, role, result, interview),
                _table(one, role, result, interview, beside=False),
                _NARROW,
            ),
            (0, 0, 0, INDENT),
        ),
        *_next_to_it(one, result),
        *_in_words(one),
        heading("Beside the fit"),
        labelled(list(_beside(one, result, interview)), label=16),
        heading("How agreement is counted"),
        points(_COUNTED),
    )


def _table(
    one: RoleResult, role: Role, result: Assessment, interview: Interview, *, beside: bool = True
) -> Table:
    """The sum; the figures stand beside the words, or else with short titles and few spaces."""
    wants = {want.dimension: want for want in result.wants}
    table = Table(
        box=None, pad_edge=False, padding=(0, 2 if beside else 1, 0, 0), header_style="dim"
    )
    table.add_column("", overflow="fold", ratio=1)
    table.add_column("agreement" if beside else "agrees", justify="right", no_wrap=True)
    table.add_column("weight", justify="right", no_wrap=True)
    table.add_column("points", justify="right", no_wrap=True)
    for part in one.agreements:
        want = wants[part.dimension]
        table.add_row(words(capital(NAMES[part.dimension]), "bold"), *_figures(part))
        for label, said in _told(want, role, interview):
            table.add_row(paragraph(f"{label}{said}"), "", "", "")
    total = sum(part.shown for part in one.agreements)
    weight = sum(part.weight for part in one.agreements)
    table.add_row(words("Sum", "bold"), "", f"{weight:.3f}", words(str(total), "bold"))
    return table


def _figures(part: Agreement) -> tuple[str, str, str]:
    return f"{part.agreement:.2f}", f"{part.weight:.3f}", str(part.shown)


def _told(want: Want, role: Role, interview: Interview) -> Iterator[tuple[str, str]]:
    offered = role.ranges[want.dimension]
    level = "" if want.dimension == CLINICAL or want.level is None else f", level {want.level:g}"
    yield "you want: ", f"{wanted_words(want)}{level}"
    levels = "" if want.dimension == CLINICAL else f", level {_levels(offered)}"
    source = source_name(offered.source)
    yield "it offers: ", f"{range_words(want.dimension, offered)}{levels} ({source})"
    because = _reasons(want, interview)
    if because:
        yield "because: ", because


def _levels(offered: Range) -> str:
    low, high = f"{offered.low:g}", f"{offered.high:g}"
    return low if low == high else f"{low} to {high}"


def _reasons(want: Want, interview: Interview) -> str:
    """The answers behind a level with their pulls; clinical time and hours were asked outright."""
    named = ", ".join(_because(one, interview) for one in want.because)
    if want.origin == "assumed":
        return _ticked(named, want) if named else "no answer of yours asks for it"
    return named if want.origin == "pulled" else ""


def _ticked(named: str, want: Want) -> str:
    """What was ticked and what was not: there are other kinds of learner beside these two."""
    return f"you ticked {named} and not {want.dimension}"


def _because(one: Because, interview: Interview) -> str:
    question = interview.question(one.question)
    name = interview.name_of(one.question, one.choice)
    if question is not None and question.among:
        name = f"{name}, the most"
    if one.pull:
        return f"{name} {one.pull:+d}"
    return name


def _next_to_it(one: RoleResult, result: Assessment) -> Iterator[RenderableType]:
    """Where this role gains and loses points against the one that stands first, or second."""
    other = next((role for role in result.roles if role.id != one.id), None)
    if other is None:
        return
    theirs = {part.dimension: part.shown for part in other.agreements}
    gaps = [(part.shown - theirs[part.dimension], NAMES[part.dimension]) for part in one.agreements]
    told = [f"{name} {gap:+d}" for gap, name in sorted(gaps, key=lambda gap: -abs(gap[0])) if gap]
    yield heading(f"Against {other.title}", f"fit {other.fit}")
    yield paragraph(", ".join(told) if told else "The same points on every dimension.")


def _in_words(one: RoleResult) -> Iterator[RenderableType]:
    rows = [
        *(("" if place else "for", said) for place, said in enumerate(one.speaks_for)),
        *(("" if place else "against", said) for place, said in enumerate(one.speaks_against)),
    ]
    if rows:
        yield heading("In words")
        yield labelled(rows)


def _beside(one: RoleResult, result: Assessment, interview: Interview) -> Iterator[tuple[str, str]]:
    if result.stability.alone and not one.blocked:
        yield "firmness", "the only role that nothing blocks: nothing to compare it with"
    elif one.p_first is not None:
        said = f"first in {round(one.p_first * 100)} of 100 small doubts"
        if one.p_top_two is not None:
            said += f", first or second in {round(one.p_top_two * 100)}"
        yield "firmness", said
    yield "drains", role_lifting(one, interview, whole=True)
    for blocker in one.blockers:
        said = f"{blocker.state}. {blocker.reason} {blocker.change}".strip()
        yield BLOCKERS[blocker.id], said
    if one.ready_text:
        yield "next or later", one.ready_text
