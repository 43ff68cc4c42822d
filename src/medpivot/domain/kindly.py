"""Names compared kindly: case, accents, apostrophes, punctuation and spaces make no difference."""

import re
import unicodedata
from typing import Final

_APOSTROPHES: Final = re.compile("['\u2019\u02bc`]")
_WORD: Final = re.compile(r"\w+")


def _words(name: str) -> list[str]:
    """The words of a name without what typing varies: `St. Mary's` is `st`, `marys`."""
    apart = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name.casefold()))
    return _WORD.findall("".join(one for one in apart if not unicodedata.combining(one)))


def names(place: str, name: str) -> bool:
    """Does `place` name `name`, as the whole of it or among other words? Nothing names nothing."""
    sought = _words(name)
    return bool(sought) and f" {' '.join(sought)} " in f" {' '.join(_words(place))} "
