"""The screen of `portfolio missing`: what is missing, and the command that closes each."""

from collections.abc import Sequence

from rich.console import Group, RenderableType

from medpivot.domain.cv import Material
from medpivot.domain.cv_lines import ids_words
from medpivot.domain.portfolio_missing import Missing, missing_words
from medpivot.domain.wording import plural
from medpivot.show.paragraphs import labelled, paragraph, words


def missing_screen(lacking: Sequence[Missing], material: Material) -> RenderableType:
    """Everything that is missing, or that nothing is."""
    if not lacking:
        return words("Nothing is missing that this program knows to look for.", "bold")
    parts: list[RenderableType] = [
        words(f"{plural(len(lacking), 'thing')} missing".capitalize(), "bold"),
        paragraph("The first few close fastest; not all of them need to be closed.", indent=0),
    ]
    for one in lacking:
        rows = [("close it", one.close)]
        if one.ids:
            rows.append(("entries", ids_words(one.ids)))
        parts += ["", words(missing_words(one, material)), labelled(rows)]
    return Group(*parts)
