import pytest
from catalogue_fixture import INTERVIEW, KEEN, answers
from hypothesis import given
from people_fixture import people

from medpivot.domain.assessment import Verdict
from medpivot.domain.verdict import education_picks, verdict
from medpivot.domain.wants import wanted


def concluded(person) -> Verdict:
    return verdict(person, INTERVIEW, wanted(person, INTERVIEW))


def keen(**changed):
    """The keen person with some answers changed; None takes an answer back."""
    person = KEEN
    for key, value in changed.items():
        made = tuple(value) if isinstance(value, list) else value
        person = person.with_value(key.replace("_", "-"), made)
    return person


@pytest.mark.parametrize(
    ("changed", "conclusion"),
    [
        ({}, "pivot"),
        # The first hard question decides before anything else.
        ({"hard_work": "no"}, "another-change"),
        ({"hard_work": "no", "still_if_fixed": "no"}, "another-change"),
        ({"hard_work": "no", "energy": ["nothing-lately"], "energy_most": None}, "another-change"),
        # A mended job that would do is another matter, unless the work itself is wanted too.
        ({"hard_work": "unsure", "still_if_fixed": "no"}, "another-change"),
        ({"hard_work": None, "still_if_fixed": "no"}, "another-change"),
        ({"hard_work": "yes", "still_if_fixed": "no"}, "test-first"),
        ({"still_if_fixed": "unsure"}, "pivot"),
        ({"still_if_fixed": None}, "pivot"),
        # A move needs a yes to everything, a share and some energy for the work.
        ({"hard_work": "unsure"}, "test-first"),
        ({"hard_work": None}, "test-first"),
        ({"hard_trade": "no"}, "test-first"),
        ({"hard_trade": "unsure"}, "test-first"),
        ({"hard_trade": None}, "test-first"),
        ({"hard_identity": "no"}, "test-first"),
        ({"hard_share": 29}, "test-first"),
        ({"hard_share": 30}, "pivot"),
        ({"hard_share": None}, "test-first"),
        ({"energy": ["diagnosis"], "energy_most": None, "free_week": ["rest"]}, "test-first"),
        ({"energy": ["diagnosis"], "energy_most": None}, "pivot"),
        ({"energy": None, "energy_most": None}, "pivot"),
        ({"free_week": ["rest"]}, "pivot"),
        # Whoever dreads teaching more than anything else tries it first.
        ({"dread": ["inbox", "teaching-duties"], "dread_most": "inbox"}, "pivot"),
        ({"dread": ["inbox", "teaching-duties"], "dread_most": "teaching-duties"}, "test-first"),
        ({"dread": ["teaching-duties"], "dread_most": None}, "test-first"),
        # Energy gone missing lately is a reason to test, whatever a free week would hold.
        ({"energy": ["nothing-lately"], "energy_most": None}, "test-first"),
    ],
)
def test_the_first_rule_that_holds_decides(changed, conclusion):
    found = concluded(keen(**changed))
    assert found.id == conclusion
    assert found.reasons


@pytest.mark.parametrize(
    ("changed", "headline", "conclusion"),
    [
        ({"burnout_level": 5}, "not-now", "test-first"),
        ({"burnout_level": 4}, "pivot", "pivot"),
        ({"burnout_level": 4, "free_week": ["rest", "teach-students"]}, "not-now", "test-first"),
        ({"burnout_level": 4, "free_week": ["teach-students", "rest"]}, "pivot", "pivot"),
        ({"burnout_level": 3, "free_week": ["rest"]}, "pivot", "pivot"),
        ({"burnout_level": 5, "hard_work": "no"}, "not-now", "another-change"),
    ],
)
def test_at_the_end_of_ones_strength_nothing_has_to_be_decided(changed, headline, conclusion):
    found = concluded(keen(**changed))
    assert (found.headline, found.id, found.not_now) == (
        headline,
        conclusion,
        headline == "not-now",
    )


def test_with_fewer_than_three_of_six_kinds_of_work_known_too_little_is_said():
    two = keen(energy=["courses"], free_week=["rest"], dread=["inbox"])
    found = concluded(two)
    assert (found.headline, found.id) == ("too-little-said", "test-first")
    assert found.ask_next
    three = keen(energy=["courses", "bedside"], free_week=["rest"], dread=["inbox"])
    assert concluded(three).headline == "pivot"


def test_what_is_only_assumed_does_not_count_as_said():
    """Leading and residents are assumed here; only students, of six, was said."""
    person = answers(learners=["students"], dread=["inbox"])
    assert concluded(person).headline == "too-little-said"


def test_rest_comes_before_too_little_said():
    assert concluded(answers(burnout_level=5)).headline == "not-now"


def test_refusing_less_pay_reads_inside_your_present_pay():
    assert "inside your present pay" in concluded(keen(hard_trade="no")).reasons[0]


def test_every_missing_part_of_a_move_is_named():
    found = concluded(keen(hard_trade="unsure", hard_identity="no", hard_share=10))
    assert len(found.reasons) == 3


def test_what_was_skipped_altogether_is_named_in_one_sentence_each():
    found = concluded(answers())
    assert found.reasons[1:] == (
        "You left the hard questions open.",
        "You left open what gives you energy, and what a free week would hold.",
    )


def test_no_reason_says_how_somebody_is():
    """The burnout statement is what was chosen, and no finding about the person."""
    for level, week in ((5, ["rest"]), (4, ["rest"])):
        said = concluded(keen(burnout_level=level, free_week=week)).reasons[0]
        assert said.startswith("You chose the ")


def test_a_move_names_the_education_work_that_feeds_the_person():
    assert "bedside, courses and teach students" in concluded(KEEN).reasons[-1]


def test_only_education_work_counts_as_education_energy():
    person = answers(energy=["bedside", "diagnosis", "writing"], free_week=["rest", "study-write"])
    assert education_picks(person, INTERVIEW) == (
        ("energy", "bedside"),
        ("free-week", "study-write"),
    )


@given(people())
def test_a_headline_and_a_conclusion_never_contradict_each_other(person):
    found = concluded(person)
    if found.headline in ("not-now", "too-little-said"):
        assert found.id != "pivot"
    else:
        assert found.headline == found.id
    assert found.not_now == (found.headline == "not-now")
    assert found.reasons
    assert all(one.endswith(".") and "None" not in one for one in found.reasons)


@given(people())
def test_questions_to_answer_next_are_at_most_two_and_skipped_unless_too_little_is_said(person):
    found = concluded(person)
    assert len(set(found.ask_next)) == len(found.ask_next) <= 2
    if found.headline != "too-little-said" and not found.not_now:
        assert not any(person.gave(question) for question in found.ask_next)
