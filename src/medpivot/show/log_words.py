"""How the log says things, on every screen the same: energy, numbers, ratings, shortened texts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from medpivot.domain.activities import Activity, Rating, Word
from medpivot.domain.activity_checks import USUAL_SCALE, too_few_raters
from medpivot.domain.rounding import half_up

if TYPE_CHECKING:
    from medpivot.domain.log_summary import Enjoyment

ENERGY: Final[Mapping[int, str]] = {
    2: "it gave me a lot",
    1: "it gave me something",
    0: "neither gave nor took",
    -1: "it took something",
    -2: "it drained me",
}
"""What each energy means, from most given to most taken."""

NOT_NOTED: Final = "not noted"
ENERGY_RUNS: Final = "Energy runs from -2 (drained) to +2 (gave a lot)."
TOO_FEW: Final = "too few raters to prove much"


def signed(value: float) -> str:
    """An energy with its sign and at most one decimal: `+1`, `0`, `-0.5`."""
    rounded = half_up(value, 1)
    return f"{rounded:+g}" if rounded else "0"


def impression(enjoyment: "Enjoyment") -> str:
    """Which of the two means rest on too few entries to be more than an impression; else empty."""
    sides = {"education work": enjoyment.teaching, "everything else": enjoyment.everything_else}
    few = [
        f"{counted(mean.n)} of {name}"
        for name, mean in sides.items()
        if 0 < mean.n < enjoyment.enough
    ]
    if not few:
        return ""
    said = " and ".join(few)
    return f"{said}: under {enjoyment.enough}, a mean is an impression, not a finding."


def counted(count: int, one: str = "entry", many: str = "entries") -> str:
    """`1 entry`, `9 entries`."""
    return f"{count:,} {one if count == 1 else many}"


def figure(value: float | None, unknown: str = "-") -> str:
    """A number without needless decimals, or the mark for one that nobody noted."""
    return unknown if value is None else f"{value:,.10g}"


def label(word_id: str, words: Mapping[str, Word]) -> str:
    """The label of a word; one the vocabulary does not know is shown by its id."""
    word = words.get(word_id)
    return word.label if word else word_id


def rating_words(rating: Rating) -> str:
    """The rating, by how many, before, and the peers' mean, as far as they are known."""
    by = (
        "the number of raters is not noted"
        if rating.raters is None
        else f"by {counted(rating.raters, 'rater', 'raters')}"
    )
    parts = [f"{figure(rating.mean)} of {figure(rating.scale)}, {by}"]
    if too_few_raters(rating):
        parts[0] += f" ({TOO_FEW})"
    if rating.before is not None:
        parts.append(f"{figure(rating.before)} before")
    if rating.peer_mean is not None:
        parts.append(f"{figure(rating.peer_mean)} is the mean of peers")
    return "; ".join(parts)


def rating_figure(rating: Rating | None) -> str:
    """The rating in a narrow place: `4.6`, or `8.1/9` on a scale that does not end at 5."""
    if rating is None:
        return "-"
    scale = "" if rating.scale == USUAL_SCALE else f"/{figure(rating.scale)}"
    return f"{figure(rating.mean)}{scale}"


def missing(activity: Activity, *, education: bool) -> list[tuple[str, str]]:
    """What a portfolio would want and is not noted, each with its flag and a place to fill in.

    Other work, and what one took as a learner, is kept for its energy, so only that can be missing.
    """
    wanted = [
        ("learners", activity.learners is not None, "--learners N"),
        ("hours", activity.contact_hours is not None, "--hours N"),
        ("who learned", bool(activity.levels), "--level LEVEL"),
        ("rating", activity.rating is not None, "--rating N"),
    ]
    wanted = wanted if education else []
    wanted.append(("energy", activity.energy is not None, "--energy N"))
    return [(name, flag) for name, is_noted, flag in wanted if not is_noted]


def shortened(text: str, longest: int) -> str:
    """The text, or its beginning, cut at a word, with the number of characters left out."""
    if len(text) <= longest:
        return text
    kept = (text[: longest + 1].rpartition(" ")[0] or text[:longest]).rstrip()
    return f"{kept} [and {len(text) - len(kept):,} more characters]"
