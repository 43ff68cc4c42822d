"""Where to turn: plain lines, so that they reach every screen, also when nothing else works."""

from collections.abc import Iterator

from medpivot.domain.support import Country, Helpline, Support
from medpivot.domain.unbroken import wrap
from medpivot.show.out import columns_there, plain_text

WIDTH = 76
"""Columns of the page on a wider screen."""


def support(content: Support, country: str | None = None, *, quiet: bool = False) -> str:
    """The support page as text: who answers in every country, or one country in full.

    `quiet` is the short form: its first words and how to open the whole page.
    """
    if quiet:
        lines = [*wrap(content.quiet_intro, columns_there(WIDTH)), "  medpivot support"]
    elif country is None:
        lines = list(_everywhere(content))
    else:
        lines = list(_one_country(content, country))
    return plain_text("\n".join(lines))


def in_danger(content: Support) -> str:
    """Whom to call first in danger: what is to be read last, nearest to where the eye is."""
    return plain_text("\n".join(wrap(content.danger, columns_there(WIDTH))))


def _everywhere(content: Support) -> Iterator[str]:
    yield from wrap(content.intro, columns_there(WIDTH))
    for one in content.countries:
        yield ""
        yield from _set(f"{one.name}: {one.emergency}", 0)
        for line in _lines_of(content, one):
            told = f" {line.passes_on}" if line.passes_on else ""
            yield from _set(f"{line.name}: {line.contact}. {line.hours}.{told}", 2)
    yield ""
    yield from wrap(content.not_reported, columns_there(WIDTH))
    ids = ", ".join(one.id for one in content.countries)
    yield from _set(f"More on each line, and when it was checked: medpivot support US ({ids})", 0)


def _one_country(content: Support, country: str) -> Iterator[str]:
    yield from wrap(content.intro, columns_there(WIDTH))
    shown = [one for one in content.countries if one.id in (country, "any")]
    for one in shown:
        yield ""
        yield from _set(f"{one.name}: {one.emergency}", 0)
        for line in _lines_of(content, one):
            yield from _set(f"{line.name}: {line.contact}", 2)
            yield from _set(f"{line.hours}. {line.text} {line.passes_on}".rstrip(), 4)
    for said in (content.not_reported, *(one.note for one in shown if one.note)):
        yield ""
        yield from wrap(said, columns_there(WIDTH), break_on_hyphens=False)
    yield ""
    yield "Where this was read, and when"
    for one in shown:
        for line in _lines_of(content, one):
            yield from _set(f"{line.name}: {line.source}. {line.checked}.", 2)


def _lines_of(content: Support, country: Country) -> list[Helpline]:
    """The lines of a country, those for a crisis first."""
    mine = [line for line in content.helplines if line.country == country.id]
    return sorted(mine, key=lambda line: not line.urgent)


def _set(text: str, indent: int) -> list[str]:
    first, further = " " * indent, " " * (indent + 2)
    return wrap(
        text,
        columns_there(WIDTH),
        initial_indent=first,
        subsequent_indent=further,
        break_on_hyphens=False,
    )


def support_json(content: Support, country: str | None = None) -> dict[str, object]:
    """The same as one document."""
    shown = [one for one in content.countries if country in (None, one.id) or one.id == "any"]
    ids = [one.id for one in shown]
    return {
        "intro": content.intro,
        "not_reported": content.not_reported,
        "danger": content.danger,
        "countries": [
            {"id": one.id, "name": one.name, "emergency": one.emergency, "note": one.note}
            for one in shown
        ],
        "helplines": [
            {
                "id": line.id,
                "country": line.country,
                "name": line.name,
                "contact": line.contact,
                "hours": line.hours,
                "text": line.text,
                "passes_on": line.passes_on,
                "source": line.source,
                "checked": line.checked,
                "urgent": line.urgent,
                "physicians": line.physicians,
            }
            for line in content.helplines
            if line.country in ids
        ],
    }
