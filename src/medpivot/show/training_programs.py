"""Training programs side by side: price, time, lost income, and when they pay back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from rich.console import Group, RenderableType

from medpivot.domain.money_words import amount_words, number_words
from medpivot.domain.program_costs import REACH, ProgramCost
from medpivot.domain.scenario_words import break_even_words
from medpivot.show.aloud import Said
from medpivot.show.columns import columns
from medpivot.show.money_cells import OPEN, number_cell, sum_cell
from medpivot.show.out import one_line
from medpivot.show.paragraphs import heading, labelled, paragraph, points, words
from medpivot.show.plan_words import ROUTES

_BESIDE: Final = 3
"""Programs that stand side by side; more stand in a second table."""


def comparison_screen(found: Sequence[ProgramCost]) -> RenderableType:
    """The programs in columns, what they ask for beyond what is there, and what is next."""
    tables = [found[first : first + _BESIDE] for first in range(0, len(found), _BESIDE)]
    return Group(
        words(f"The programs you are considering{_in_currency(found)}", "bold"),
        Said(paragraph(f"{OPEN} is not known.", indent=0)),
        *(part for some in tables for part in ("", _table(some))),
        paragraph(
            "Pays back: from which year on the role after it has brought as much as staying, with "
            "the pay in money.toml.",
            indent=0,
        ),
        *_wary(found),
        *_notes(found),
        heading("Next"),
        labelled(
            [
                ("medpivot training edit ID --fte 0.2", "what part of your work would go"),
                ("medpivot money set role.pay=235000", "what the role after it would pay"),
            ]
        ),
    )


def _in_currency(found: Sequence[ProgramCost]) -> str:
    currency = next((one.program.currency for one in found if one.program.currency), "")
    return f", in {currency}" if currency else ""


def _table(some: Sequence[ProgramCost]) -> RenderableType:
    heads = ("", *(f"{one_line(one.program.title)}\n[{one.program.id}]" for one in some))
    rows = [(label, *(cell(one) for one in some)) for label, cell in _ROWS.items()]
    return columns(heads, rows, whole=heads[:1])


def _share(one: ProgramCost) -> str:
    lost = one.program.lost_fte
    return OPEN if lost is None else f"{number_words(lost * 100)} percent"


_ROWS: Final[Mapping[str, Callable[[ProgramCost], str]]] = {
    "kind": lambda one: ROUTES[one.program.route] if one.program.route else OPEN,
    "price": lambda one: sum_cell(one.program.cost),
    "months": lambda one: number_cell(one.program.months),
    "study a week": lambda one: number_cell(one.program.hours, "hours"),
    "study in all": lambda one: number_cell(one.study_hours, "hours"),
    "weeks on site": lambda one: number_cell(one.program.weeks_on_site),
    "lost work": _share,
    "lost income": lambda one: sum_cell(one.lost),
    "price and income": lambda one: sum_cell(one.whole),
    "pays back": lambda one: break_even_words(one.break_even, REACH, OPEN),
}


def _wary(found: Sequence[ProgramCost]) -> Iterator[RenderableType]:
    said = [sentence for one in found for sentence in _sentences(one)]
    if said:
        yield heading("To be wary of")
        yield points(said)


def _sentences(one: ProgramCost) -> Iterator[str]:
    if one.hours_short:
        more = number_words(one.hours_short)
        yield f"{one.program.id} asks for {more} hours a week more than you have free now."
    if one.gain_needed and one.break_even.state != "reached":
        gain = amount_words(one.gain_needed, one.program.currency)
        yield (
            f"To be even in ten years, {one.program.id} would have to bring you {gain} a year "
            "more than you would earn without it."
        )


def _notes(found: Sequence[ProgramCost]) -> Iterator[RenderableType]:
    noted = [(one.program.id, one.program.note) for one in found if one.program.note]
    if noted:
        yield heading("Your notes")
        yield labelled(noted)
