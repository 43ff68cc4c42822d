"""What `data check` found, as a screen."""

from collections.abc import Iterable
from itertools import groupby

from rich.console import Group, RenderableType

from medpivot.domain.wording import capital
from medpivot.show.out import one_line
from medpivot.show.paragraphs import heading, labelled, paragraph, words
from medpivot.store.checking import Finding, Report

_WHOLE_FILE = "-"

_MOST_SHOWN = 50
"""Places of one file on a screen."""


def report(found: Report, *, repaired: bool) -> RenderableType:
    """Each damage by file and line with what it means, then what is odd and does no harm."""
    parts: list[RenderableType] = []
    for title, findings in (("Damaged", found.damages), ("Worth knowing", found.remarks)):
        if findings:
            parts += [heading(title), *_files(findings, repaired=repaired)]
    return Group(*parts)


def _files(findings: Iterable[Finding], *, repaired: bool) -> Iterable[RenderableType]:
    for name, group in groupby(findings, key=lambda one: one.file):
        every = list(group)
        rows = [(_place(one), _sentence(one, repaired=repaired)) for one in every[:_MOST_SHOWN]]
        if len(every) > _MOST_SHOWN:
            more = f"{len(every) - _MOST_SHOWN:,} more; --json has them all."
            rows.append(("and", more))
        yield paragraph(one_line(name), style="bold")
        yield labelled([(place, words(sentence)) for place, sentence in rows], indent=4)


def _place(one: Finding) -> str:
    return _WHOLE_FILE if one.line is None else f"line {one.line}"


def _sentence(one: Finding, *, repaired: bool) -> str:
    said = f"{capital(one_line(one.what))}. {capital(one_line(one.means))}."
    return said if repaired or not one.repair else f"{said} With --repair: {one.repair}."
