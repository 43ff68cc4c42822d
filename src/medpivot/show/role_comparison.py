"""Two roles side by side: what each offers, asks for, lifts and adds, and the points of each."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table

from medpivot.domain.assessment import Assessment, RoleResult
from medpivot.domain.dimensions import DIMENSIONS
from medpivot.domain.interview import Interview
from medpivot.domain.roles import Role
from medpivot.domain.wording import NAMES, capital, range_words
from medpivot.show import facts
from medpivot.show.paragraphs import INDENT, AtWidth, heading, labelled, paragraph, words

_NARROW = 70
"""Columns below which the two roles stand one under the other."""


def role_comparison(
    first: Role, second: Role, interview: Interview, result: Assessment | None
) -> RenderableType:
    """The facts of two roles; with an assessment, also the points that tell them apart."""
    return Group(
        AtWidth(_facts(first, second, interview), _listed(first, second, interview), _NARROW),
        *_points(first, second, result),
    )


def _facts(first: Role, second: Role, interview: Interview) -> Table:
    table = _table(first, second)
    for dimension in DIMENSIONS:
        offers = [range_words(dimension, role.ranges[dimension]) for role in (first, second)]
        table.add_row(capital(NAMES[dimension]), *offers)
    for label, left, right in _rows(first, second, interview):
        table.add_row(words(label), words(left), words(right))
    return table


def _listed(first: Role, second: Role, interview: Interview) -> RenderableType:
    """The same under one another, the first role's above the second's."""
    rows = [
        (
            capital(NAMES[dimension]),
            range_words(dimension, first.ranges[dimension]),
            range_words(dimension, second.ranges[dimension]),
        )
        for dimension in DIMENSIONS
    ]
    parts: list[RenderableType] = [
        words(f"1  {first.title}", "bold"),
        words(f"2  {second.title}", "bold"),
    ]
    for label, left, right in (*rows, *_rows(first, second, interview)):
        parts += ["", words(label), labelled([("1", left), ("2", right)])]
    return Group(*parts)


def _table(first: Role, second: Role) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=True, show_header=True)
    table.add_column("", overflow="fold", ratio=2)
    table.add_column(words(first.title, "bold"), overflow="fold", ratio=3)
    table.add_column(words(second.title, "bold"), overflow="fold", ratio=3)
    return table


def _rows(first: Role, second: Role, interview: Interview) -> Iterator[tuple[str, str, str]]:
    both = (first, second)
    yield "Clinical in surveys", *_each(facts.seen(role) or facts.UNKNOWN for role in both)
    yield "Formal training", *_each(facts.TRAINING[role.training] for role in both)
    yield "Protected time", *_each(facts.norm(role) or facts.UNKNOWN for role in both)
    yield "Income", *_each(facts.income(role) for role in both)
    yield "Done before", *_each(facts.BEFORE[role.before] for role in both)
    yield (
        "Only this one lifts",
        *_each(
            _dreads({*one.lifts} - {*other.lifts}, one.lifts, interview)
            for one, other in ((first, second), (second, first))
        ),
    )
    yield (
        "Only this one adds",
        *_each(
            _dreads({*one.adds} - {*other.adds}, one.adds, interview)
            for one, other in ((first, second), (second, first))
        ),
    )


def _each(said: Iterator[str]) -> tuple[str, str]:
    left, right = said
    return left, right


def _dreads(only: set[str], order: tuple[str, ...], interview: Interview) -> str:
    names = [interview.name_of("dread", one) for one in order if one in only]
    return ", ".join(names) or "nothing"


def _points(first: Role, second: Role, result: Assessment | None) -> Iterator[RenderableType]:
    found = {role.id: role for role in result.roles} if result else {}
    left, right = found.get(first.id), found.get(second.id)
    if left is None or right is None:
        yield heading("For you")
        yield paragraph("After `medpivot assess` this also shows the points of each for you.")
        return
    yield heading("For you", "points of the fit")
    yield Padding(
        AtWidth(
            _points_table(left, right, ("", left.title, right.title, "difference")),
            _points_table(left, right, ("", "1", "2", "1-2")),
            _NARROW,
        ),
        (0, 0, 0, INDENT),
    )
    if second.id in left.tied:
        yield paragraph("Small doubts swap the two: they are tied.")


def _points_table(left: RoleResult, right: RoleResult, titles: Sequence[str]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for title in titles:
        table.add_column(title, justify="right" if title else "left", overflow="fold")
    for one, other in zip(left.agreements, right.agreements, strict=True):
        table.add_row(
            capital(NAMES[one.dimension]),
            str(one.shown),
            str(other.shown),
            f"{one.shown - other.shown:+d}" if one.shown != other.shown else "0",
        )
    table.add_row(words("Fit", "bold"), str(left.fit), str(right.fit), f"{left.fit - right.fit:+d}")
    return table
