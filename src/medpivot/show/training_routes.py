"""The training routes and some programs by name, each fact with its source."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType

from medpivot.domain.roles import Source
from medpivot.domain.training import NamedProgram, Price, Training, TrainingRoute
from medpivot.show.facts import reference, source_name, sourced
from medpivot.show.paragraphs import heading, labelled, paragraph, run_in, styled, words

_LABEL = 12


def routes_screen(
    shown: Sequence[TrainingRoute], training: Training, sources: Mapping[str, Source]
) -> RenderableType:
    """One route with its programs and sources; of several, the facts and the programs by name."""
    alone = len(shown) == 1
    return Group(
        words("Ways to be trained, from the least to the most", "bold"),
        paragraph(training.misery, indent=0),
        *(part for one in shown for part in _route(one, training, alone=alone)),
        *(_sources(shown, training, sources) if alone else _more()),
    )


def _more() -> Iterator[RenderableType]:
    yield heading("Next")
    yield labelled(
        [("medpivot training routes masters", "one route, its programs and its sources")]
    )


def _route(one: TrainingRoute, training: Training, *, alone: bool) -> Iterator[RenderableType]:
    yield heading(one.title, f"[{one.id}]")
    rows = [
        ("good for", "; ".join(one.good_for)),
        ("watch", one.watch),
        ("length", one.length),
        ("load", one.load),
        ("delivery", sourced(one.delivery, one.source)),
    ]
    rows += [("price", _price(price)) for price in one.prices]
    rows += [("known", sourced(found.text, found.source)) for found in one.findings]
    programs = [program for program in training.programs if program.route == one.id]
    if programs and not alone:
        rows.append(("by name", "; ".join(_name(program) for program in programs)))
    yield labelled(rows, label=_LABEL)
    if programs and alone:
        yield ""
        yield paragraph(styled(("By name, none of them recommended", "dim")))
        for program in programs:
            yield run_in(program.title, _program(program), stop=".")


def _price(price: Price) -> str:
    year = f", prices of {price.year}" if price.year else ""
    return f"{price.text} ({source_name(price.source)}{year})"


def _name(one: NamedProgram) -> str:
    return f"{one.title} (closed)" if one.status == "closed" else one.title


def _program(one: NamedProgram) -> str:
    closed = "Closed: do not look for it. " if one.status == "closed" else ""
    price = f" Price: {one.price}" if one.price else ""
    deadline = f" Last day to apply: {one.deadline}." if one.deadline else ""
    return f"{closed}{one.text}{price}{deadline} ({source_name(one.source)})"


def _sources(
    shown: Sequence[TrainingRoute], training: Training, sources: Mapping[str, Source]
) -> Iterator[RenderableType]:
    ids: list[str] = []
    for one in shown:
        ids.append(one.source)
        ids += [price.source for price in one.prices]
        ids += [found.source for found in one.findings]
        ids += [program.source for program in training.programs if program.route == one.id]
    rows = [
        (source_name(one), reference(sources[one])) for one in dict.fromkeys(ids) if one in sources
    ]
    yield heading("Sources")
    yield labelled(rows)
