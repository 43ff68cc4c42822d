"""What an entry counts as: teaching, own learning or other work, and whose hours these were."""

import pytest

from activity_examples import VOCABULARY, taught
from medpivot.domain.log_summary import summarize
from medpivot.domain.what_counts import Sum, hours, standing, with_learners


@pytest.mark.parametrize(
    ("kind", "role", "counts_as", "contact"),
    [
        ("lecture", None, "work", True),
        ("committee", None, "work", False),
        ("course-taken", None, "learned", False),
        ("small-group", "learner", "learned", False),
        ("clinic", None, "other", False),
        ("clinic", "learner", "other", False),
        ("a-kind-of-long-ago", None, "work", True),
    ],
)
def test_an_entry_counts_as_its_kind_and_its_role_say(kind, role, counts_as, contact):
    one = taught(kind=kind, role=role)
    assert standing(one, VOCABULARY) == counts_as
    assert with_learners(one, VOCABULARY) is contact


def test_hours_with_learners_and_hours_without_are_added_up_apart():
    log = [
        taught(contact_hours=1.5),
        taught(),
        taught(kind="committee", contact_hours=4),
        taught(kind="course-taken", contact_hours=16),
    ]
    found = hours(log, VOCABULARY)
    assert (found.entries, found.learners, found.others) == (2, Sum(1, 1.5), Sum(1, 4))


def test_what_one_took_as_a_learner_stands_in_no_sum_of_teaching():
    talk = taught(contact_hours=1, learners=9, energy=1)
    course = taught(kind="course-taken", contact_hours=16, learners=30, energy=-2)
    with_it, without = summarize([talk, course], VOCABULARY), summarize([talk], VOCABULARY)
    for key in ("education", "learners", "hours", "other_hours", "by_domain", "by_year"):
        assert getattr(with_it, key) == getattr(without, key)
    assert with_it.enjoyment.teaching == without.enjoyment.teaching
    assert with_it.enjoyment.everything_else == without.enjoyment.everything_else
    assert (with_it.count, with_it.learned, with_it.learned_hours) == (2, 1, Sum(1, 16))
