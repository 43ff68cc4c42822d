"""What is known on the way to a training decision, out of the assessment and earlier decisions."""

from collections.abc import Mapping
from typing import Final

from medpivot.domain.answers import Answers
from medpivot.domain.plan import Route
from medpivot.domain.programs import Decided
from medpivot.domain.roles import Role
from medpivot.domain.training import (
    INTEREST,
    NOT_NOW,
    REDUCE,
    TARGET,
    TRAINING,
    Training,
    decide,
    target_of,
)

_FROM_THE_ASSESSMENT: Final = (REDUCE, INTEREST, TRAINING)


def known_answers(
    answers: Answers, day: str, role: Role | None, decided: Decided | None, *, not_now: bool | None
) -> dict[str, str]:
    """The answers by question id; what is not known is absent.

    What only the decision asked for counts where the assessment says nothing, or was not given
    later: the newer word holds. `day` is the day of the assessment, empty where there is none.
    """
    known: dict[str, str] = {}
    for question in _FROM_THE_ASSESSMENT:
        if word := answers.word(question):
            known[question] = word
    if target := target_of(role):
        known[TARGET] = target
    said = _said(decided)
    newer = decided is not None and decided.on.isoformat() >= day
    known |= {key: word for key, word in said.items() if newer or key not in known}
    if not_now is not None:
        known[NOT_NOW] = "yes" if not_now else "no"
    return known


def route_led_to(
    training: Training, answers: Answers, role: Role | None, *, not_now: bool
) -> Route:
    """The route that the assessment alone leads to, with that role in mind."""
    return decide(training, known_answers(answers, "", role, None, not_now=not_now)).route


def _said(decided: Decided | None) -> Mapping[str, str]:
    if decided is None:
        return {}
    return {key: word for key, word in decided.answers.items() if key != NOT_NOW}
