"""The facts of a role in words, each with its source in short."""

from collections.abc import Iterable, Iterator, Mapping

from medpivot.domain.clinical_time import chart_disagrees, surveys_disagree
from medpivot.domain.dimensions import CLINICAL
from medpivot.domain.roles import Before, Role, Source, Training

TRAINING: Mapping[Training, str] = {
    "none": "not asked for",
    "helpful": "helps",
    "preferred": "preferred",
    "increasingly-expected": "expected more and more",
    "often-yes": "often required",
    "usually-yes": "usually required",
}
"""How far a role asks for formal training in education, in a few words."""

BEFORE: Mapping[Before, str] = {
    "none": "no education work needed",
    "informal": "informal teaching",
    "some-roles": "some named education roles",
    "formal-leadership": "a formal leadership post in education",
}
"""What people have usually done before they get the role."""

OWN_SOURCE = "own"
_NOTHING_FOUND = "own-search"
_SHORT_NAMES = {"": "your own", OWN_SOURCE: "your own", "judgement": "judgment"}
UNKNOWN = "not known"


def stated(role: Role) -> str:
    """The clinical share the role is given here: `20-50%`."""
    one = role.ranges[CLINICAL]
    return percent(one.low, one.high)


def seen(role: Role) -> str:
    """The clinical share that surveys found, or that none is known."""
    return percent(role.clinical_seen.low, role.clinical_seen.high) if role.clinical_seen else ""


def percent(low: float, high: float) -> str:
    """A range of percents: `20-50%`, or `60%`."""
    return f"{low:g}%" if low == high else f"{low:g}-{high:g}%"


def norm(role: Role) -> str:
    """The norm for protected time in a few words; empty where none is known."""
    least = _least_fte(role)
    if least is not None:
        return f"{least:g} FTE"
    found = [one for one in role.norms if one.source != _NOTHING_FOUND]
    return "varies" if found else ""


def _least_fte(role: Role) -> float | None:
    return max((one.fte for one in role.norms if one.fte is not None), default=None)


def income(role: Role) -> str:
    """How income usually changes in the role: `10% less to no change`; or not known."""
    change = role.income_change
    if change is None:
        return UNKNOWN
    low, high = _change(change.low), _change(change.high)
    return low if low == high else f"{low} to {high}"


def _change(percents: float) -> str:
    if percents == 0:
        return "no change"
    return f"{abs(percents):g}% {'less' if percents < 0 else 'more'}"


def sourced(fact: str, source: str) -> str:
    """The fact with its source in short behind it."""
    return f"{fact} ({source_name(source)})" if source else fact


def source_name(source: str) -> str:
    """The short name of a source, as it stands behind a fact."""
    return _SHORT_NAMES.get(source, source)


def warnings(role: Role) -> Iterator[str]:
    """Where the figures for clinical time contradict each other, in sentences."""
    given = role.ranges[CLINICAL]
    found = role.clinical_seen
    if surveys_disagree(role) and found is not None:
        yield (
            f"{stated(role)} clinical by {_by(given.source)}, {seen(role)} as surveys see it "
            f"({source_name(found.source)}). Ask what the post in front of you holds."
        )
    if chart_disagrees(role) and role.chart_clinical is not None:
        yield (
            f"The article contradicts itself: {stated(role)} clinical in its table, "
            f"{role.chart_clinical:g}% in its chart. The table is used here."
        )


def _by(source: str) -> str:
    named = {"article": "the article", "judgement": "our judgment", "own": "your own file"}
    return named.get(source, source)


def source_ids(role: Role) -> list[str]:
    """Every source the role's facts come from, in the order in which they are shown."""
    ids = [one.source for one in role.ranges.values()]
    if role.clinical_seen:
        ids.append(role.clinical_seen.source)
    ids.append(role.training_source)
    if role.income_change:
        ids.append(role.income_change.source)
    ids.extend(one.source for one in role.norms)
    return [one for one in dict.fromkeys(ids) if one not in ("", OWN_SOURCE)]


def reference(source: Source) -> str:
    """The full reference: title, where to find it, and when and how it was read."""
    parts = [source.title.rstrip("."), source.where.rstrip(".")]
    if source.checked:
        parts.append(f"read {source.checked}")
    if source.note:
        parts.append(source.note.rstrip("."))
    return ". ".join(part for part in parts if part) + "."


def plain_roles(shown: Iterable[Role]) -> Iterator[str]:
    """A line each: id, clinical share, the share in surveys, training, norm in FTE, title.

    `-` stands where nothing is known or no one figure holds.
    """
    for role in shown:
        least = _least_fte(role)
        fte = "-" if least is None else f"{least:g}"
        fields = (role.id, stated(role), seen(role) or "-", role.training, fte, role.title)
        yield " ".join(fields)
