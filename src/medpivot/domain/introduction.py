"""What a physician may say about themselves to somebody who decides on education work.

It is drawn from the answers that speak for education; what they have done is in `deeds`. What
drains, burnout, money and own words have no way in.
"""

from typing import Final

from medpivot.domain.answers import Answers
from medpivot.domain.blockers import blockers
from medpivot.domain.fit import exact_fit, settled
from medpivot.domain.interview import Interview
from medpivot.domain.roles import Role, Roles
from medpivot.domain.verdict import education_picks, verdict
from medpivot.domain.wants import wanted

MOST_DIRECTIONS: Final = 2
"""The article's Step 4: one or two specific directions."""


def likes(answers: Answers, interview: Interview, most: int = 3) -> tuple[str, ...]:
    """The education work that was chosen as giving energy or for a free week, in a few words.

    What would be missed most comes first; nothing that is not education work is named.
    """
    favorite = answers.word("energy-most")
    picks = education_picks(answers, interview)
    ordered = sorted(picks, key=lambda pick: pick != ("energy", favorite))
    named = (interview.choice(question, choice) for question, choice in ordered)
    return tuple(dict.fromkeys(one.name for one in named if one))[:most]


def directions(
    answers: Answers | None, interview: Interview, roles: Roles, planned: str | None
) -> tuple[Role, ...]:
    """One or two roles to name as a direction: the plan's, then those that fit best and are open.

    With too little said, or where the answers point away from education, only the plan's.
    """
    offered = {role.id: role for role in roles.roles if not role.retired}
    first = [offered[planned]] if planned in offered else []
    if answers is None:
        return tuple(first)
    wants = wanted(answers, interview)
    said = verdict(answers, interview, wants)
    if said.id == "another-change" or said.headline == "too-little-said":
        return tuple(first)
    free = [
        role
        for role in offered.values()
        if all(one.state != "blocked" for one in blockers(role, answers))
    ]
    free.sort(key=lambda role: (-settled(exact_fit(role, wants)), role.id))
    chosen = dict.fromkeys(role.id for role in (*first, *free))
    return tuple(offered[role_id] for role_id in chosen)[:MOST_DIRECTIONS]
