"""What a role does with the things a person dreads: beside the fit, never in it."""

from medpivot.domain.answers import Answers
from medpivot.domain.assessment import Lifting
from medpivot.domain.interview import Interview
from medpivot.domain.roles import Role

DREAD = "dread"
TEACHING_DUTIES = "teaching-duties"
"""The drain that is education work itself."""


def lifting(role: Role, answers: Answers, interview: Interview) -> Lifting:
    """Which of the person's drains the role lifts, which it keeps, and what it adds to them.

    A drain the role is said to add, and which the person has already, is kept, and there is more
    of it. A drain of which the role says nothing is unknown, not lifted.
    """
    drains = chosen_drains(answers, interview)
    lifts = tuple(one for one in drains if one in role.lifts)
    keeps = tuple(one for one in drains if one not in lifts and one in (*role.keeps, *role.adds))
    unknown = tuple(one for one in drains if one not in (*lifts, *keeps))
    adds = tuple(one for one in role.adds if one not in drains)
    worsens = tuple(one for one in keeps if one in role.adds)
    return Lifting(lifts, keeps, unknown, adds, worsens)


def chosen_drains(answers: Answers, interview: Interview) -> tuple[str, ...]:
    """The drains the person chose, without the choice that says there are none."""
    return without_exclusive(DREAD, answers, interview)


def without_exclusive(question_id: str, answers: Answers, interview: Interview) -> tuple[str, ...]:
    """What was chosen in a question, without `nothing` and its like."""
    return tuple(
        pick
        for pick in answers.picks(question_id)
        if (choice := interview.choice(question_id, pick)) is None or not choice.exclusive
    )
