from dataclasses import replace

from drawing import drawn
from example_result import INTERVIEW, ROLES, WANTS
from golden import Golden, golden  # noqa: F401
from medpivot.domain.comparing import AnswerChange, Comparison, FitChange, Standing, WantChange
from medpivot.show.comparison import comparison

BEFORE = Standing("clerkship-director", "leaning", "test-first", alone=False)
NOW = Standing("simulation-director", "leaning", "pivot", alone=False)
STUDENTS = WANTS[2]

CHANGE = Comparison(
    answers=(
        AnswerChange("dread", ("inbox",), ("inbox", "nights-weekends")),
        AnswerChange("schedule", None, 4),
        AnswerChange("clinical-wanted", 40, 30),
    ),
    wants=(
        WantChange("students", STUDENTS, replace(STUDENTS, level=2.0, weight=0.3)),
        WantChange("clinical", WANTS[0], replace(WANTS[0], level=30.0, weight=0.2)),
    ),
    fits=(
        FitChange("simulation-director", "Simulation director", 70, 78, 2, 1, False, False),
        FitChange("education-dean", "Education dean", 50, 50, 3, 4, False, True),
    ),
    before=BEFORE,
    now=NOW,
)
NAMES = {"before": "March 1, 2026", "now": "November 22, 2026"}


def screen(change=CHANGE, width=80):
    return drawn(comparison(change, INTERVIEW, ROLES, **NAMES), width)


def test_the_comparison_looks_as_it_did(golden: Golden):  # noqa: F811
    golden("comparison-80.txt", screen())


def test_a_new_verdict_and_a_new_first_role_are_said_first():
    top = " ".join(screen().split())[:400]
    assert "test education work where you are" in top
    assert "a move into medical education is worth preparing" in top
    assert "First was Clerkship director (a lead, though not a clear one); it is now" in top


def test_a_new_first_role_in_a_close_race_is_not_made_much_of():
    change = replace(CHANGE, before=replace(BEFORE, label="too close to call"))
    assert "may mean little" in " ".join(screen(change).split())
    assert "may mean little" not in " ".join(screen().split())


def test_a_skipped_answer_is_unknown():
    row = next(line for line in screen().splitlines() if "the hours" in line)
    assert "unknown" in row


def test_a_role_that_became_blocked_is_marked():
    row = next(line for line in screen().splitlines() if "Education dean" in line)
    assert "blocked" in row


def test_the_same_answers_are_said_in_one_line():
    same = Comparison((), (), (), BEFORE, BEFORE)
    assert screen(same).splitlines() == [
        "March 1, 2026 and November 22, 2026: the same answers, the same result."
    ]


def test_nothing_is_wider_than_the_screen():
    for width in (60, 80, 120):
        assert max(len(line) for line in screen(width=width).splitlines()) <= width
