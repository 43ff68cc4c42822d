"""Two small screens of `money`: where a figure comes from, and the article's chart of hours."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType

from medpivot.domain.money_explained import Explanation
from medpivot.domain.money_facts import ChartBar
from medpivot.domain.money_words import number_words
from medpivot.domain.roles import Role, Roles
from medpivot.show import facts
from medpivot.show.columns import columns
from medpivot.show.out import bar
from medpivot.show.paragraphs import heading, labelled, paragraph, points, words

_BAR = 20


def explained(one: Explanation) -> RenderableType:
    """A figure, the steps to it, and every entry it is made from with its origin."""
    rows = [(each.key, f"{each.value}: {each.name} ({each.origin})") for each in one.inputs]
    return Group(
        words(f"{one.title}  [{one.figure}]", "bold"),
        paragraph(one.value),
        heading("How it comes about"),
        points(one.steps),
        heading("Made from"),
        labelled(rows) if rows else paragraph("nothing that was entered"),
    )


def explainable(names: Iterable[str]) -> RenderableType:
    """Everything that can be explained."""
    return Group(
        words("Figures that can be explained", "bold"),
        paragraph("Put a year behind those of a year: medpivot money explain role.net.2", indent=0),
        "",
        points(names),
    )


def hours_chart(chart: Sequence[ChartBar], roles: Roles) -> RenderableType:
    """Clinical time in the article's chart, in its table and in surveys, and where they clash."""
    shown = [(one, roles.role(one.role) if one.role else None) for one in chart]
    rows = [
        (
            one.title,
            f"{bar(float(one.clinical) / 100, _BAR)} {number_words(one.clinical)}%",
            facts.stated(role) if role else "-",
            (facts.seen(role) if role else "") or "-",
        )
        for one, role in shown
    ]
    return Group(
        words("Clinical time as education work grows", "bold"),
        paragraph(
            "Percent of the week that is clinical work, by the article: rough, without a source.",
            indent=0,
        ),
        "",
        columns(
            ("", "its chart", "its table", "in surveys"),
            rows,
            whole=("its chart", "its table", "in surveys"),
            dash="not given",
        ),
        *_clashes(role for _, role in shown),
        heading("What it means for money"),
        paragraph(
            "The more education and administration a post holds, the less of it is clinical. That "
            "often means somewhat lower pay and more regular hours, with meetings and deadlines "
            "in place of nights. medpivot money holds the pay against all hours."
        ),
    )


def _clashes(roles: Iterable[Role | None]) -> Iterator[RenderableType]:
    said = [
        f"{role.title}. {one}" for role in roles if role is not None for one in facts.warnings(role)
    ]
    if said:
        yield heading("! Figures that contradict each other")
        yield points(said)
