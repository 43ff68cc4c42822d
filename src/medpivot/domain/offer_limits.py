"""What a job must hold to be given a place: the person's limits, and a week that adds up.

Each is `holds`, `broken` or `unknown`. What has not been asked is unknown and never holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from medpivot.domain.harmless import one_line
from medpivot.domain.job_words import percent_words
from medpivot.domain.offer_check import MUST_HAVE
from medpivot.domain.offer_findings import OfferCheck, Person
from medpivot.domain.offer_present import counted_percent
from medpivot.domain.offers import FindingId

LimitId: TypeAlias = Literal["income", "clinical", "moving", "training", "must-have", "trap"]
LimitState: TypeAlias = Literal["holds", "broken", "unknown"]

_ENOUGH: Final = {
    "certificate": (
        "certificate",
        "part-time-degree",
        "fellowship-beside-job",
        "fellowship-post",
    ),
    "degree": ("part-time-degree", "fellowship-beside-job", "fellowship-post"),
}
"""What is asked for, and the readiness that meets it; who has a degree meets everything."""

_MEANS: Final = {
    "here": "It can be done from where you live",
    "commute": "It means a commute or days from home",
    "move": "It means moving house",
}
_WOULD: Final[Mapping[str | None, str]] = {
    "commute-or-remote": "you would commute or work from home, not move",
    "unsure": "you are unsure about moving",
    "no": "you would not move",
}
_MOVING: Final[Mapping[tuple[str | None, str], LimitState]] = {
    ("commute-or-remote", "here"): "holds",
    ("commute-or-remote", "commute"): "holds",
    ("commute-or-remote", "move"): "broken",
    ("unsure", "here"): "holds",
    ("no", "here"): "holds",
    ("no", "move"): "broken",
}
"""What the answer to `relocate` says about what a job means; anything else is unknown."""


@dataclass(frozen=True, slots=True)
class Limit:
    """One condition, how it stands, why, and the question that would settle it."""

    id: LimitId
    state: LimitState
    text: str
    question: str = ""


def limits(check: OfferCheck, person: Person) -> tuple[Limit, ...]:
    """All conditions of one job, in a fixed order; the must-have only where there is one."""
    found = [_income(check, person), _clinical(check, person)]
    if not check.job.present:
        found += [_moving(check, person), _training(check, person)]
    if person.answers.gave(MUST_HAVE):
        found.append(_must_have(check, person))
    return (*found, _trap(check))


def _income(check: OfferCheck, person: Person) -> Limit:
    if person.floor is None:
        return Limit("income", "holds", "You set no limit for pay.")
    return _as_found(check, "income", "income-below-floor", "pay", "Your limit for pay is met.")


def _clinical(check: OfferCheck, person: Person) -> Limit:
    least, most = (person.answers.number(one) for one in ("clinical-least", "clinical-most"))
    percent = counted_percent(check.job, check.parts, person.answers)
    if least is None and most is None:
        return Limit("clinical", "holds", "You set no limit on clinical time.")
    if percent is None:
        text = "The clinical share is not known: half-days and the paid share are needed."
        return Limit("clinical", "unknown", text, "half-days")
    said = percent_words(percent)
    if most is not None and percent > most:
        return Limit("clinical", "broken", f"{said} clinical; your most is {most:g}.")
    if least is not None and percent < least:
        return Limit("clinical", "broken", f"{said} clinical; your least is {least:g}.")
    return Limit("clinical", "holds", f"{said} clinical, within your limits.")


def _moving(check: OfferCheck, person: Person) -> Limit:
    would, means = person.answers.word("relocate"), check.job.answer("moving").choice
    if would in (None, "yes"):
        return Limit("moving", "holds", "You have not ruled out moving.")
    if means not in _MEANS:
        return Limit("moving", "unknown", "Whether it means moving is not known.", "moving")
    state = _MOVING.get((would, means), "unknown")
    return Limit("moving", state, f"{_MEANS[means]}; {_WOULD[would]}.")


def _training(check: OfferCheck, person: Person) -> Limit:
    needed, would = check.job.answer("training").choice, person.answers.word("training")
    if needed == "none":
        return Limit("training", "holds", "They ask for no formal training.")
    if needed not in _ENOUGH:
        text = "What training they ask for is not known."
        return Limit("training", "unknown", text, "training")
    if would is None:
        text = "They ask for training; you have not said how much you would take on."
        return Limit("training", "unknown", text)
    if would == "already-have" or would in _ENOUGH[needed]:
        return Limit("training", "holds", "They ask for training that you have or would take on.")
    return Limit("training", "broken", "They ask for more training than you would take on.")


def _must_have(check: OfferCheck, person: Person) -> Limit:
    said = one_line(person.answers.word(MUST_HAVE) or "").rstrip(".")
    match check.job.answer(MUST_HAVE).choice:
        case "yes":
            return Limit("must-have", "holds", f'It gives you: "{said}".')
        case "no":
            return Limit("must-have", "broken", f'It does not give you: "{said}".')
        case _:
            text = f'You wrote that you must have: "{said}". Does it?'
            return Limit("must-have", "unknown", text, MUST_HAVE)


def _trap(check: OfferCheck) -> Limit:
    """Is no serious finding raised, and none left unchecked?"""
    serious = [one for one in check.serious if one.id not in _OWN_LIMITS]
    if serious:
        titles = "; ".join(one.title for one in serious)
        return Limit("trap", "broken", f"To settle first: {titles}.")
    left = [one for one in check.not_checked if one.serious and one.id not in _OWN_LIMITS]
    if left:
        question = next((one.questions[0] for one in left if one.questions), "")
        titles = "; ".join(one.title for one in left)
        return Limit("trap", "unknown", f"Not ruled out yet: {titles}.", question)
    return Limit("trap", "holds", "Nothing serious was found.")


_OWN_LIMITS: Final[tuple[FindingId, ...]] = ("income-below-floor", "clinical-share-mismatch")
"""Findings that are limits of their own and are not counted twice."""


def _as_found(
    check: OfferCheck, limit: LimitId, finding: FindingId, question: str, fine: str
) -> Limit:
    for one in check.findings:
        if one.id == finding:
            return Limit(limit, "broken", one.text)
    for left in check.not_checked:
        if left.id == finding:
            return Limit(limit, "unknown", left.text, question)
    return Limit(limit, "holds", fine)
