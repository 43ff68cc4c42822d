"""Training programs side by side: price, time, lost income, and when they pay back."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType

from medpivot.domain.amounts import whole
from medpivot.domain.money_words import number_words
from medpivot.domain.money_years import Maybe
from medpivot.domain.program_costs import REACH, ProgramCost
from medpivot.show.columns import columns
from medpivot.show.out import one_line
from medpivot.show.paragraphs import heading, labelled, paragraph, points, words

_OPEN = "?"


def comparison_screen(found: Sequence[ProgramCost]) -> RenderableType:
    """The programs in a table, what is short or missing, and what the columns mean."""
    currency = next((one.program.currency for one in found if one.program.currency), "")
    unit = f", in {currency}" if currency else ""
    heads = ("", "price", "months", "h/week", "on site", "lost income", "both", "pays back")
    rows = [
        (
            one.program.id,
            _sum(one.program.cost),
            _number(one.program.months),
            _number(one.program.hours),
            _number(one.program.weeks_on_site),
            _sum(one.lost),
            _sum(one.whole),
            _back(one),
        )
        for one in found
    ]
    return Group(
        words(f"The programs you are considering{unit}", "bold"),
        paragraph(
            f"{_OPEN} is not known. On site is in weeks. Pays back: from which year on the role "
            "after it has brought as much as staying.",
            indent=0,
        ),
        "",
        columns(heads, rows, numbers=heads[1:7]),
        *_names(found),
        *_short(found),
        *_notes(found),
        heading("Next"),
        labelled(
            [
                ("medpivot training edit ID --fte 0.2", "what part of your work would go"),
                ("medpivot money set role.pay=235000", "what the role after it would pay"),
            ]
        ),
    )


def _names(found: Sequence[ProgramCost]) -> Iterator[RenderableType]:
    yield ""
    yield labelled([(one.program.id, one_line(one.program.title)) for one in found])


def _short(found: Sequence[ProgramCost]) -> Iterator[RenderableType]:
    said = [
        f"{one.program.id} asks for {number_words(one.hours_short)} hours a week more than you "
        "have free now."
        for one in found
        if one.hours_short
    ]
    if said:
        yield heading("To be wary of")
        yield points(said)


def _notes(found: Sequence[ProgramCost]) -> Iterator[RenderableType]:
    noted = [(one.program.id, one.program.note) for one in found if one.program.note]
    if noted:
        yield heading("Your notes")
        yield labelled(noted)


def _back(one: ProgramCost) -> str:
    return {
        "reached": f"year {one.break_even.year}",
        "not-within": f"not in {REACH} years",
        "unknown": _OPEN,
        "baseline": "-",
    }[one.break_even.state]


def _sum(amount: Maybe) -> str:
    return _OPEN if amount is None else whole(amount)


def _number(value: Maybe | int) -> str:
    if value is None:
        return _OPEN
    return str(value) if isinstance(value, int) else number_words(value)
