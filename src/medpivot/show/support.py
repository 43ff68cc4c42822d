"""Where to turn: plain lines, so that they reach every screen, also when nothing else works."""

from collections.abc import Iterator
from textwrap import wrap

from medpivot.domain.support import Country, Helpline, Support
from medpivot.show.out import plain_text

WIDTH = 76


def support(content: Support, country: str | None = None, *, quiet: bool = False) -> str:
    """The support page as text: all countries, or one and what holds everywhere.

    `quiet` is the short form: its first words and how to open the whole page.
    """
    if quiet:
        lines = [*wrap(content.quiet_intro, WIDTH), "  medpivot support"]
    else:
        lines = list(_page(content, country))
    return plain_text("\n".join(lines))


def _page(content: Support, country: str | None) -> Iterator[str]:
    yield from wrap(content.intro, WIDTH)
    for one in content.countries:
        if country not in (None, one.id) and one.id != "any":
            continue
        yield ""
        yield from _country(one, [line for line in content.helplines if line.country == one.id])
    yield ""
    yield from wrap(content.not_reported, WIDTH)


def _country(country: Country, lines: list[Helpline]) -> Iterator[str]:
    yield country.name
    yield from wrap(country.emergency, WIDTH, initial_indent="  ", subsequent_indent="  ")
    for line in lines:
        yield f"  {line.name}: {line.contact}"
        about = f"{line.hours}. {line.text} (Checked: {line.checked}; {line.source}.)"
        yield from wrap(about, WIDTH, initial_indent="    ", subsequent_indent="    ")


def support_json(content: Support, country: str | None = None) -> dict[str, object]:
    """The same as one document."""
    shown = [one for one in content.countries if country in (None, one.id) or one.id == "any"]
    ids = [one.id for one in shown]
    return {
        "intro": content.intro,
        "not_reported": content.not_reported,
        "countries": [
            {"id": one.id, "name": one.name, "emergency": one.emergency} for one in shown
        ],
        "helplines": [
            {
                "id": line.id,
                "country": line.country,
                "name": line.name,
                "contact": line.contact,
                "hours": line.hours,
                "text": line.text,
                "source": line.source,
                "checked": line.checked,
                "urgent": line.urgent,
                "physicians": line.physicians,
            }
            for line in content.helplines
            if line.country in ids
        ],
    }
