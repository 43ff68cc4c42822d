"""Do the shipped questions and roles give every role a fair chance?

The people are random but consistent, and only as detailed as the questions that feed the fit:

- drains: two to eight of the list, or now and then none
- learners: students, residents, colleagues or several of them; one person in five has no preference
- energizers: one to five of the list
- nobody is fed by what they dread: the opposites of each drain are listed below
- a free week: one to three things in random order, each either no education work or something
  that pulls only where an energizer or the chosen learners pull too
- clinical time 0 to 90 percent in steps of five, regular hours 0 to 4, each value as likely as
  the others
- three to eight dimensions ranked, in random order
- every question is skipped by one person in ten

Nothing else is answered, so nothing is blocked, and what is counted is the first place by fit.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random
from types import MappingProxyType

import pytest

from medpivot.catalogue import load_interview, load_roles
from medpivot.domain.answers import Answers, Value
from medpivot.domain.dimensions import DIMENSIONS
from medpivot.domain.interview import Choice, Interview
from medpivot.domain.stability import winner
from medpivot.domain.wants import wanted

PEOPLE = 4_000
MOST, LEAST = 0.25, 0.02
SKIPPED = 0.1

OPPOSITES = {
    "meetings-politics": {"running-programs", "run-program"},
    "writing-research": {"research-writing", "study-write"},
    "procedures": {"procedures"},
    "teaching-duties": {
        "teaching-learners",
        "giving-talks",
        "case-discussion",
        "mentoring",
        "giving-feedback",
        "simulation",
        "students",
        "residents",
        "teach-students",
        "teach-residents",
        "coach-one-to-one",
        "run-simulations",
    },
}
"""What feeds nobody who dreads the drain on the left."""


@pytest.fixture(scope="module")
def first_places() -> Counter[str]:
    """How often each shipped role stands first among the 4,000."""
    interview, roles = load_interview(), load_roles().roles
    offered = [role for role in roles if not role.retired]
    return Counter(
        first
        for person in people(interview, Random("medpivot:balance"))
        if (first := winner(offered, wanted(person, interview)))
    )


def people(interview: Interview, random: Random) -> Iterator[Answers]:
    for _ in range(PEOPLE):
        yield _person(interview, random)


def _person(interview: Interview, random: Random) -> Answers:
    dread = _some(_free(interview, "dread"), 2, 8, random) if random.random() < 0.95 else []
    shunned = {choice for one in dread for choice in OPPOSITES.get(one.id, ())}
    energy = _some(_bearable(_free(interview, "energy"), shunned), 1, 5, random)
    learners = _some(_bearable(_free(interview, "learners"), shunned), 1, 3, random)
    learners = learners if random.random() < 0.8 else []
    liked = {dimension for one in (*energy, *learners) for dimension in one.pulls}
    week = [
        one for one in _bearable(_free(interview, "free-week"), shunned) if {*one.pulls} <= liked
    ]
    given: dict[str, Value] = {
        "dread": _ids(dread) or ("nothing",),
        "energy": _ids(energy),
        "learners": _ids(learners) or ("no-preference",),
        "free-week": _ids(random.sample(week, min(len(week), random.randint(1, 3)))),
        "clinical-wanted": random.randrange(0, 91, 5),
        "schedule": random.randint(0, 4),
        "priorities": tuple(random.sample(DIMENSIONS, random.randint(3, 8))),
    }
    kept = {key: value for key, value in given.items() if random.random() >= SKIPPED}
    for most, chosen in (("dread-most", dread), ("energy-most", energy)):
        if chosen and most.removesuffix("-most") in kept and random.random() >= SKIPPED:
            kept[most] = random.choice(chosen).id
    return Answers(MappingProxyType(kept))


def _free(interview: Interview, question_id: str) -> list[Choice]:
    question = interview.question(question_id)
    assert question is not None
    return [choice for choice in question.choices if not choice.exclusive]


def _bearable(choices: Sequence[Choice], shunned: set[str]) -> list[Choice]:
    return [choice for choice in choices if choice.id not in shunned]


def _some(choices: Sequence[Choice], least: int, most: int, random: Random) -> list[Choice]:
    count = min(len(choices), random.randint(least, most))
    picked = random.sample(choices, count)
    return [choice for choice in choices if choice in picked]


def _ids(choices: Sequence[Choice]) -> tuple[str, ...]:
    return tuple(choice.id for choice in choices)


def test_no_role_wins_more_than_a_quarter_of_the_people(first_places):
    assert max(first_places.values()) <= MOST * PEOPLE, first_places


def test_every_role_wins_at_least_two_in_a_hundred(first_places):
    offered = [role.id for role in load_roles().roles if not role.retired]
    assert all(first_places[role] >= LEAST * PEOPLE for role in offered), first_places
