"""Next role or later role: what the person has done in education against what people bring.

It stays outside the fit, so that a good role which comes later is still seen. What people have
usually done before is judgment, role by role, in `data/roles.toml`.
"""

from typing import Final, Literal, TypeAlias

from medpivot.domain.answers import Answers
from medpivot.domain.roles import Before, Role

Ready: TypeAlias = Literal["next", "later", "unknown"]

_USUAL: Final[dict[Before, str]] = {
    "none": "Nobody has to have taught before.",
    "informal": "Usually some informal teaching first.",
    "some-roles": "Usually a named role or two in education first.",
    "formal-leadership": "Usually a leadership post in education first.",
}
"""What people bring, where a role does not say it in its own words."""

_SO_FAR: Final[dict[Before, str]] = {
    "none": "have not taught yet",
    "informal": "have taught now and then",
    "some-roles": "have held a named part",
    "formal-leadership": "have held a leadership post",
}

_BEFORE_IT: Final[dict[Before, str]] = {
    "informal": "Some teaching where you work comes first.",
    "some-roles": "A small named part comes first.",
    "formal-leadership": "A first leadership post comes before it.",
}


def readiness(role: Role, answers: Answers) -> tuple[Ready, str]:
    """Could this be the next role, or does another come before it? With a sentence saying why."""
    ladder = list(_USUAL)
    usual = role.before_text or _USUAL[role.before]
    so_far = next((step for step in ladder if step == answers.word("education-so-far")), None)
    if so_far is None:
        return "unknown", f"{usual} You have not said what you have done so far."
    if ladder.index(so_far) >= ladder.index(role.before):
        return "next", f"{usual} You {_SO_FAR[so_far]}."
    following = ladder[ladder.index(so_far) + 1]
    return "later", f"{usual} You {_SO_FAR[so_far]}. {_BEFORE_IT[following]}"
