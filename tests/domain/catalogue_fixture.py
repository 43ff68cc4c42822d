"""A small interview and three roles, so that no test here depends on the shipped data."""

from types import MappingProxyType

from medpivot.domain.answers import Answers, Value
from medpivot.domain.dimensions import DIMENSIONS, Dimension
from medpivot.domain.interview import Choice, Interview, Kind, Question, Section
from medpivot.domain.roles import Alternative, IncomeChange, Range, Role, Roles


def choices(*ids: str, **details: dict) -> tuple[Choice, ...]:
    """Choices named after their ids; details by id with underscores."""
    return tuple(
        Choice(one, one.replace("-", " "), **details.get(one.replace("-", "_"), {})) for one in ids
    )


def question(question_id: str, kind: Kind, *ids: str, name: str = "", **rest) -> Question:
    details = rest.pop("details", {})
    return Question(
        id=question_id,
        section="all",
        kind=kind,
        ask=f"{question_id}?",
        name=name or question_id.replace("-", " "),
        choices=choices(*ids, **details),
        **rest,
    )


def percent(question_id: str) -> Question:
    return question(question_id, "number", low=0, high=100, unit="percent")


def money(question_id: str) -> Question:
    return question(question_id, "number", low=0, high=10_000_000, unit="money/year")


def yes_or_no(question_id: str) -> Question:
    return question(question_id, "one", "yes", "unsure", "no")


INTERVIEW = Interview(
    (Section("all", "All of it"),),
    (
        question("education-so-far", "one", "none", "informal", "some-roles", "formal-leadership"),
        percent("clinical-now"),
        question(
            "dread",
            "any",
            "inbox",
            "nights-weekends",
            "meetings",
            "teaching-duties",
            "papers",
            "nothing",
            name="what drains you",
            details={
                "meetings": {"pulls": {"leadership": -2}},
                "teaching_duties": {"pulls": {"students": -1, "residents": -1, "hands-on": -1}},
                "papers": {"pulls": {"scholarship": -2}},
                "nothing": {"exclusive": True},
            },
        ),
        question("dread-most", "one", name="what drains you most", among="dread"),
        question("burnout-level", "scale", "1", "2", "3", "4", "5", private=True),
        question(
            "energy",
            "any",
            "bedside",
            "courses",
            "simulation",
            "writing",
            "running",
            "diagnosis",
            "nothing-lately",
            "nothing",
            name="what feeds you",
            details={
                "bedside": {"pulls": {"hands-on": 1}, "education": True},
                "courses": {"pulls": {"design": 2}, "education": True},
                "simulation": {"pulls": {"hands-on": 2}, "education": True},
                "writing": {"pulls": {"scholarship": 2}},
                "running": {"pulls": {"leadership": 2}},
                "nothing_lately": {"exclusive": True},
                "nothing": {"exclusive": True},
            },
        ),
        question("energy-most", "one", name="what feeds you most", among="energy"),
        question(
            "free-week",
            "order",
            "teach-students",
            "teach-residents",
            "build-course",
            "study-write",
            "run-program",
            "rest",
            name="your free week",
            at_most=3,
            details={
                "teach_students": {"pulls": {"students": 2}, "education": True},
                "teach_residents": {"pulls": {"residents": 2}, "education": True},
                "build_course": {"pulls": {"design": 1}, "education": True},
                "study_write": {"pulls": {"scholarship": 1}, "education": True},
                "run_program": {"pulls": {"leadership": 1}, "education": True},
            },
        ),
        percent("clinical-wanted"),
        percent("clinical-least"),
        percent("clinical-most"),
        question("schedule", "scale", "0", "1", "2", "3", "4", name="how regular your hours are"),
        question(
            "learners",
            "any",
            "students",
            "residents",
            "colleagues",
            "no-preference",
            name="whom you would teach",
            details={
                "students": {"pulls": {"students": 2}},
                "residents": {"pulls": {"residents": 2}},
                "no_preference": {"exclusive": True},
            },
        ),
        question("priorities", "order", *DIMENSIONS, name="what matters most", at_least=3),
        money("income-now"),
        money("income-floor"),
        percent("income-drop"),
        question(
            "training",
            "one",
            "none",
            "certificate",
            "part-time-degree",
            "fellowship-beside-job",
            "fellowship-post",
            "already-have",
        ),
        question("relocate", "one", "yes", "commute-or-remote", "unsure", "no"),
        question(
            "study-interest",
            "one",
            "yes",
            "unsure",
            "no",
            details={"yes": {"pulls": {"scholarship": 1}}},
        ),
        yes_or_no("hard-work"),
        percent("hard-share"),
        yes_or_no("hard-trade"),
        yes_or_no("hard-identity"),
        yes_or_no("still-if-fixed"),
        question("must-have", "text", review_only=True),
    ),
)


def role(role_id: str, *spans: float | tuple[float, float], **rest) -> Role:
    """A role with eight ranges in the order of the dimensions; a number is a range of one point."""
    pairs = [one if isinstance(one, tuple) else (one, one) for one in spans]
    ranges: dict[Dimension, Range] = {
        dimension: Range(*pair, source="judgement")
        for dimension, pair in zip(DIMENSIONS, pairs, strict=True)
    }
    defaults = {
        "title": role_id.replace("-", " ").capitalize(),
        "summary": "",
        "training": "none",
        "training_source": "judgement",
        "before": "informal",
        "before_text": "",
        "titles": (),
    }
    return Role(id=role_id, ranges=MappingProxyType(ranges), **(defaults | rest))


TEACHER = role(
    "teacher",
    *((20, 50), (3, 4), 4, (0, 1), (2, 3), (1, 2), (0, 1), (0, 1)),
    lifts=("nights-weekends",),
    keeps=("inbox",),
    adds=("meetings",),
    training="preferred",
    income_change=IncomeChange(-20, -10, "judgement"),
    relocation="rarely",
)
DIRECTOR = role(
    "director",
    *((20, 60), (2, 3), (0, 1), 4, (0, 1), (2, 3), (1, 2), 4),
    lifts=("inbox",),
    training="often-yes",
    before="some-roles",
)
SCHOLAR = role(
    "scholar",
    *((0, 20), 4, (1, 2), (1, 2), (0, 1), (3, 4), 4, (1, 2)),
    training="usually-yes",
    before="formal-leadership",
    relocation="often",
)

REDUCED = Alternative(
    id="reduced",
    title="Fewer hours",
    summary="The same work, less of it.",
    first_step="Ask for a figure.",
    speaks_for={"still-if-fixed": ("no",), "dread": ("inbox", "nights-weekends")},
    speaks_against={"hard-work": ("yes",), "schedule": ("0", "1")},
)
ELSEWHERE = Alternative(
    id="elsewhere",
    title="The same work elsewhere",
    summary="Another employer.",
    first_step="Talk to one person there.",
    speaks_for={"relocate": ("yes",)},
    speaks_against={"relocate": ("no",)},
)

ROLES = Roles(
    (TEACHER, DIRECTOR, SCHOLAR),
    (ELSEWHERE, REDUCED),
    experiments=MappingProxyType({one: f"Try a little {one}." for one in DIMENSIONS}),
)


def answers(**given: Value | list[str]) -> Answers:
    """Answers with underscores for dashes; lists become picks."""
    return Answers(
        MappingProxyType(
            {
                key.replace("_", "-"): tuple(value) if isinstance(value, list) else value
                for key, value in given.items()
            }
        )
    )


KEEN = answers(
    education_so_far="informal",
    clinical_now=90,
    dread=["inbox", "nights-weekends", "meetings"],
    dread_most="inbox",
    energy=["bedside", "courses"],
    energy_most="courses",
    free_week=["teach-students", "build-course", "rest"],
    clinical_wanted=40,
    schedule=3,
    learners=["students"],
    priorities=["students", "regular-hours", "design", "clinical"],
    income_now=300_000,
    income_floor=220_000,
    income_drop=25,
    training="certificate",
    relocate="no",
    hard_work="yes",
    hard_share=50,
    hard_trade="yes",
    hard_identity="yes",
    still_if_fixed="yes",
)
"""Somebody who wants to teach students and build courses, and says so throughout."""
