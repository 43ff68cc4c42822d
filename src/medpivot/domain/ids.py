"""Ids out of names: lower-case words with hyphens that no other of the same kind has."""

import re
import unicodedata
from collections.abc import Container
from typing import Final

LONGEST_ID: Final = 40


def new_id(name: str, taken: Container[str], otherwise: str) -> str:
    """A kebab-case id for that name: `maria-santos`, then `maria-santos-2`.

    A long name is cut between words, a long first word within it. `otherwise` is used where the
    name has no letter or digit that ASCII knows.
    """
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    whole = "-".join(words)
    kept = whole[: LONGEST_ID + 1]
    if len(whole) > LONGEST_ID:
        kept = kept.rpartition("-")[0] or kept[:LONGEST_ID]
    found = kept or otherwise
    key, number = found, 2
    while key in taken:
        key = f"{found}-{number}"
        number += 1
    return key
