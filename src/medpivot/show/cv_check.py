"""The screen of `cv check`: each place with why it is named and where it could go."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType

from medpivot.domain.cv_check import Finding
from medpivot.domain.cv_lines import ids_words
from medpivot.domain.wording import plural
from medpivot.reading.written import Written
from medpivot.show.log_words import shortened
from medpivot.show.out import one_line
from medpivot.show.paragraphs import heading, labelled, paragraph, styled, words

_LONGEST = 300
_TITLES = {
    "away": "Away from a job rather than toward one",
    "vague": "Said without anything that shows it",
    "claim": "Your log can put a number to it",
    "gap": "Still to be written",
}


def findings_screen(findings: Sequence[Finding], written: Written, name: str) -> RenderableType:
    """What was found, by sort, or that nothing was."""
    if not findings:
        return Group(
            words(f"Nothing found in {name}.", "bold"),
            paragraph(
                "No line runs away from a job, and no claim is left that your log could count. "
                "Whether it is a good letter is for a reader to say.",
                indent=0,
            ),
        )
    parts: list[RenderableType] = [
        words(f"{plural(len(findings), 'place').capitalize()} to look at in {name}", "bold")
    ]
    for sort, title in _TITLES.items():
        of_it = [one for one in findings if one.sort == sort]
        if of_it:
            parts += [heading(title), *_listed(of_it, written)]
    return Group(*parts)


def _listed(findings: Sequence[Finding], written: Written) -> Iterator[RenderableType]:
    for number, one in enumerate(findings):
        if number:
            yield ""
        place = f"{written.unit} {written.place(one.line)}: "
        sentence = shortened(one_line(one.sentence), _LONGEST)
        yield paragraph(styled((place, "dim"), (f'"{one_line(one.words)}"', "bold")))
        rows = [("it says", sentence), ("why", one.why), ("instead", one.toward)]
        if one.ids:
            rows.append(("entries", ids_words(one.ids)))
        yield labelled(rows, indent=4)
