"""The numbers that answer now, one line a country: what stays in sight below the support page."""

from collections.abc import Iterator

from medpivot.domain.support import Support
from medpivot.domain.unbroken import wrap
from medpivot.show.out import columns_there, plain_text
from medpivot.show.support import WIDTH, in_danger


def urgent(content: Support) -> str:
    """Every line marked as urgent, how to open the whole page, and whom to call in danger."""
    return plain_text("\n".join(_lines(content)))


def _lines(content: Support) -> Iterator[str]:
    yield "Right now:"
    for country in content.countries:
        lines = [one for one in content.helplines if one.country == country.id and one.urgent]
        if lines:
            names = "; ".join(f"{one.name}, {one.contact}" for one in lines)
            said = f"{country.name}: {names}"
            width = columns_there(WIDTH)
            yield from wrap(said, width, initial_indent="  ", subsequent_indent="    ")
    yield "All of it again, at any time: medpivot support"
    yield in_danger(content)
