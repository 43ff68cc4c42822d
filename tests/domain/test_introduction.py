from dataclasses import replace
from datetime import date

from medpivot import catalogue
from medpivot.domain.activities import Activity, Quote, Rating
from medpivot.domain.answers import Answers
from medpivot.domain.deeds import deeds, totals
from medpivot.domain.introduction import directions, likes

VOCABULARY = catalogue.load_vocabulary()
INTERVIEW = catalogue.load_interview()
ROLES = catalogue.load_roles()


def did(title, day=1, kind="lecture", **given):
    return Activity(title, date(2026, 10, day), title, kind, "teaching", **given)


def sample(name):
    return catalogue.load_sample(name).answers


def test_the_strongest_comes_first_and_an_empty_log_has_nothing():
    log = [
        did("Newest", 9),
        did("Changed", 2, changed="Handoffs are shorter"),
        did("Rated", 3, rating=Rating(4.5, 8)),
        did("Before and after", 1, rating=Rating(4.2, 9, before=3.6)),
        did("National", 1, reach="national"),
        did("In charge", 1, role="sole"),
    ]
    titles = [one.title for one in deeds(log, VOCABULARY, most=9)]
    assert titles == ["Before and after", "Rated", "Changed", "National", "In charge", "Newest"]
    assert deeds([], VOCABULARY) == ()
    assert totals([], VOCABULARY) is None


def test_other_work_is_never_named_or_counted():
    log = [did("Inbox", kind="admin-clinical", learners=3), did("Talk", learners=12)]
    assert [one.title for one in deeds(log, VOCABULARY)] == ["Talk"]
    assert totals(log, VOCABULARY).learners == 12


def test_the_same_talk_again_is_one_line_with_its_learners_added():
    log = [
        did("Sepsis talk", 3, learners=10),
        did("sepsis  talk", 9, learners=14),
        did("Sepsis talk", 12),
    ]
    [one] = deeds(log, VOCABULARY)
    assert (one.times, one.learners, one.at_least) == (3, 24, True)
    assert one.when == "in October 2026"


def test_months_are_said_once_where_they_are_the_same():
    later = replace(did("Talk"), date=date(2026, 12, 4))
    next_year = replace(did("Talk"), date=date(2027, 2, 4))
    assert deeds([did("Talk"), later], VOCABULARY)[0].when == "from October to December 2026"
    assert (
        deeds([did("Talk"), next_year], VOCABULARY)[0].when == "from October 2026 to February 2027"
    )


def test_a_rating_by_fewer_than_four_is_left_out():
    [one] = deeds([did("Talk", rating=Rating(5, 3))], VOCABULARY)
    assert one.rating is None
    [one] = deeds([did("Talk", rating=Rating(5, 4))], VOCABULARY)
    assert one.rating.mean == 5


def test_only_a_quote_that_may_be_shared_is_taken():
    log = [did("Talk", quotes=(Quote("private"), Quote("shared", shareable=True), Quote("last")))]
    assert deeds(log, VOCABULARY)[0].quote == "shared"
    assert deeds([did("Talk", quotes=(Quote("private"),))], VOCABULARY)[0].quote is None


def test_sums_say_when_they_are_the_least_there_was():
    log = [did("A", learners=4, contact_hours=1.5), did("B", contact_hours=2)]
    seen = totals(log, VOCABULARY)
    assert (seen.learners, seen.learners_at_least) == (4, True)
    assert (seen.hours, seen.hours_at_least) == (3.5, False)
    assert totals([did("A")], VOCABULARY).learners is None


def test_likes_are_education_work_only_and_the_favorite_leads():
    answers = sample("hospitalist-students")
    named = likes(answers, INTERVIEW, most=9)
    assert named[0] == "teaching at the bedside"
    assert "diagnosis" not in named
    assert "rest" not in named
    assert likes(Answers(), INTERVIEW) == ()


def test_directions_are_the_plans_role_and_the_best_open_ones_two_at_most():
    answers = sample("hospitalist-students")
    found = [one.id for one in directions(answers, INTERVIEW, ROLES, None)]
    assert len(found) == 2
    planned = [one.id for one in directions(answers, INTERVIEW, ROLES, "simulation-director")]
    assert planned == ["simulation-director", found[0]]
    assert [one.id for one in directions(None, INTERVIEW, ROLES, "core-faculty")] == [
        "core-faculty"
    ]


def test_there_is_no_direction_where_the_answers_point_elsewhere_or_say_too_little():
    assert directions(sample("internist-better-job"), INTERVIEW, ROLES, None) == ()
    assert directions(sample("surgeon-little-said"), INTERVIEW, ROLES, None) == ()
    assert directions(None, INTERVIEW, ROLES, "a-role-that-is-gone") == ()
