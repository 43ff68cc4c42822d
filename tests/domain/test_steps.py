from catalogue_fixture import INTERVIEW, KEEN, answers
from hypothesis import given
from people_fixture import people

from medpivot.domain.checking import check_value, cross_problems
from medpivot.domain.steps import one_step_changes


def moved(person, question):
    """The values that question can be moved to."""
    changes = one_step_changes(person, INTERVIEW)
    return [one.answers.values.get(question) for one in changes if one.question == question]


def test_a_scale_moves_to_its_neighbors_and_not_beyond_its_ends():
    assert moved(answers(schedule=2), "schedule") == [1, 3]
    assert moved(answers(schedule=0), "schedule") == [1]
    assert moved(answers(schedule=4), "schedule") == [3]


def test_clinical_time_moves_by_ten_points_within_its_bounds():
    assert moved(answers(clinical_wanted=40), "clinical-wanted") == [30, 50]
    assert moved(answers(clinical_wanted=95), "clinical-wanted") == [85, 100]
    assert moved(answers(clinical_wanted=0), "clinical-wanted") == [10]


def test_choices_that_pull_are_toggled_one_at_a_time_and_the_last_one_stays():
    assert moved(answers(learners=["students"]), "learners") == [("students", "residents")]
    assert moved(answers(dread=["inbox", "meetings"]), "dread") == [
        ("inbox",),
        ("inbox", "meetings", "teaching-duties"),
        ("inbox", "meetings", "papers"),
    ]


def test_a_first_choice_takes_the_place_of_no_preference():
    assert moved(answers(learners=["no-preference"]), "learners") == [("students",), ("residents",)]


def test_who_unticks_what_feeds_them_most_no_longer_names_it():
    person = answers(energy=["bedside", "courses"], energy_most="courses")
    without = [
        one.answers
        for one in one_step_changes(person, INTERVIEW)
        if one.answers.picks("energy") == ("bedside",)
    ]
    assert [one.gave("energy-most") for one in without] == [False]


def test_the_most_moves_only_among_what_was_chosen():
    person = answers(energy=["bedside", "courses", "diagnosis"], energy_most="courses")
    assert moved(person, "energy-most") == ["bedside", "diagnosis"]


def test_another_choice_is_a_step_where_either_of_the_two_pulls():
    assert moved(answers(study_interest="yes"), "study-interest") == ["unsure", "no"]
    assert moved(answers(study_interest="no"), "study-interest") == ["yes"]


def test_neighbors_of_a_ranking_are_swapped():
    person = answers(priorities=["students", "design", "clinical"])
    assert moved(person, "priorities") == [
        ("design", "students", "clinical"),
        ("students", "clinical", "design"),
    ]


def test_questions_that_do_not_feed_the_fit_are_left_alone():
    touched = {one.question for one in one_step_changes(KEEN, INTERVIEW)}
    assert touched == {
        "dread",
        "dread-most",
        "energy",
        "energy-most",
        "free-week",
        "clinical-wanted",
        "schedule",
        "learners",
        "priorities",
    }


def test_skipped_questions_are_not_moved():
    assert one_step_changes(answers(), INTERVIEW) == ()


def test_a_change_is_named_by_its_answers():
    texts = [one.text for one in one_step_changes(KEEN, INTERVIEW)]
    assert "Meetings left out of what drains you" in texts
    assert "Simulation added to what feeds you" in texts
    assert "Bedside instead of courses as what feeds you most" in texts
    assert "Clinical wanted: 50 instead of 40 percent" in texts
    assert "Regular hours before students in what matters most" in texts


@given(people())
def test_every_change_is_an_answer_the_interview_allows_and_differs_from_the_one_given(person):
    for change in one_step_changes(person, INTERVIEW):
        question = INTERVIEW.question(change.question)
        value = change.answers.values[change.question]
        raw = list(value) if isinstance(value, tuple) else value
        assert check_value(question, INTERVIEW, raw) == value
        assert not cross_problems(INTERVIEW, dict(change.answers.values)).get("energy-most")
        assert value != person.values[change.question]


@given(people())
def test_no_change_is_listed_twice(person):
    changes = one_step_changes(person, INTERVIEW)
    assert len({repr(dict(one.answers.values)) for one in changes}) == len(changes)
