from catalogue_fixture import INTERVIEW, TEACHER, answers

from medpivot.domain.assessment import Lifting
from medpivot.domain.lifting import lifting


def test_each_drain_is_lifted_kept_or_unknown_and_new_ones_are_named():
    person = answers(dread=["inbox", "nights-weekends", "papers"])
    found = lifting(TEACHER, person, INTERVIEW)
    assert found == Lifting(("nights-weekends",), ("inbox",), ("papers",), ("meetings",))


def test_a_drain_that_the_role_adds_too_is_kept_and_there_is_more_of_it():
    found = lifting(TEACHER, answers(dread=["meetings"]), INTERVIEW)
    assert (found.keeps, found.adds, found.worsens) == (("meetings",), (), ("meetings",))


def test_who_dreads_nothing_has_nothing_lifted():
    found = lifting(TEACHER, answers(dread=["nothing"]), INTERVIEW)
    assert (found.lifts, found.keeps, found.unknown) == ((), (), ())
