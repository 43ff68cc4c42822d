"""Did you mean: the nearest words to one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches

_NEAR = 0.8
_FAR = 0.6


def closest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Up to `most` known words near to this one, nearest first; a shared beginning counts too.

    The same letters in another order are nearest. One part of a word with hyphens counts as
    well, as `student` does for `clinical-student`. Where none is very near, only the best of
    those that are somewhat near.
    """
    choices = list(known)
    typed = word.lower()
    swapped = [one for one in choices if sorted(one) == sorted(typed)]
    near = swapped or get_close_matches(typed, choices, n=most, cutoff=_NEAR)
    parts = {typed, typed.removesuffix("s")}
    near += [one for one in choices if parts & {*one.split("-")} and one not in near]
    near = near or get_close_matches(typed, choices, n=1, cutoff=_FAR)
    starts = [one for one in choices if word and one.startswith(typed) and one not in near]
    return (near + starts)[:most]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean a or b?`, or an empty string when nothing is near."""
    near = closest(word, known)
    return f"did you mean {' or '.join(near)}?" if near else ""
