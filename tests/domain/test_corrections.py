from medpivot.domain.answers import Answers
from medpivot.domain.corrections import corrected
from medpivot.domain.interview import Choice, Interview, Question, Section

INTERVIEW = Interview(
    (Section("s", "S"),),
    (
        Question(
            "dread",
            "s",
            "any",
            "?",
            choices=(Choice("inbox", "Inbox"), Choice("call", "Call"), Choice("forms", "Forms")),
        ),
        Question("dread-most", "s", "one", "?", among="dread"),
        Question("hours-weekly", "s", "number", "?", high=168, unit="hours/week"),
        Question("burnout-level", "s", "scale", "?", name="your burnout level", private=True),
    ),
)
OLD = Answers({"dread": ("inbox", "call"), "dread-most": "call", "hours-weekly": 2})


def test_single_answers_are_set_over_the_old_ones():
    done = corrected(OLD, INTERVIEW, {"hours-weekly": "4 h", "dread": "forms,inbox,call"})
    assert done.answers.values == {
        "dread": ("inbox", "call", "forms"),
        "dread-most": "call",
        "hours-weekly": 4,
    }
    assert done.problems == ()


def test_an_empty_value_takes_an_answer_back():
    assert not corrected(OLD, INTERVIEW, {"hours-weekly": ""}).answers.gave("hours-weekly")


def test_everything_wrong_is_said_at_once():
    texts = {"hours-weekl": "4", "dread": "inbx", "hours-weekly": "200", "burnout-level": "5"}
    problems = corrected(OLD, INTERVIEW, texts).problems
    assert len(problems) == 4
    assert "did you mean hours-weekly?" in problems[0]
    assert "did you mean inbox?" in problems[1]
    assert "outside 0 to 168" in problems[2]
    assert "history of your shell" in problems[3]


def test_a_which_most_that_no_longer_fits_is_taken_back_and_named():
    done = corrected(OLD, INTERVIEW, {"dread": "inbox,forms"})
    assert done.dropped == ("dread-most",)
    assert not done.answers.gave("dread-most")


def test_a_which_most_set_beside_it_must_fit():
    done = corrected(OLD, INTERVIEW, {"dread": "inbox,forms", "dread-most": "call"})
    assert len(done.problems) == 1
    assert done.dropped == ()
