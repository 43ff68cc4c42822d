import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot.domain import people as domain
from medpivot.domain.ids import new_id
from medpivot.domain.people import Kind, Kinds, People, Person, glance, next_for
from medpivot.domain.reminders import Reminders
from medpivot.domain.typed_people import Typed, added, changed, find, kind_meant
from medpivot.errors import MedpivotError, UsageProblem

TODAY = date(2026, 11, 22)
KINDS = Kinds(
    {
        "chair": Kind("chair", "Vice chair", "Decides.", "time", ("When?",), decides=True),
        "director": Kind("director", "Program director", "Chooses.", "jobs", ("Who?",), True),
        "peer": Kind("peer", "Peer who teaches", "Hears.", "weeks", ("What?",)),
    }
)
AFTER = Reminders(answers_weeks=26, application_weeks=3, waiting_days=14, quiet_days=90)
DAYS = st.dates(date(2020, 1, 1), TODAY)


def ago(days):
    return TODAY - timedelta(days=days)


def someone(person_id="ana-ruiz", **given):
    usual = {"name": person_id.replace("-", " ").title(), "kind": "chair"}
    return Person(person_id, **(usual | given))


@pytest.mark.parametrize(
    ("person", "step"),
    [
        ({}, "write"),
        ({"status": "contacted", "last_touch": ago(0)}, "wait"),
        ({"status": "contacted", "last_touch": ago(13)}, "wait"),
        ({"status": "contacted", "last_touch": ago(14)}, "remind"),
        ({"status": "contacted", "last_touch": ago(90)}, "quiet"),
        ({"status": "met", "last_touch": ago(89)}, "ask"),
        ({"status": "met", "last_touch": ago(90)}, "quiet"),
        ({"status": "mentor", "last_touch": ago(5)}, "advocate"),
        ({"status": "mentor", "last_touch": ago(5), "can_advocate": "no"}, "ask"),
        ({"status": "mentor", "last_touch": ago(5), "can_advocate": "yes"}, "ask"),
        ({"status": "met"}, "date-unknown"),
    ],
)
def test_what_comes_next_follows_from_status_and_the_days_since(person, step):
    assert next_for(someone(**person), TODAY, AFTER) == step


def test_quiet_begins_on_the_ninetieth_day_and_an_unknown_day_is_not_quiet():
    assert not domain.is_quiet(someone(status="met", last_touch=ago(89)), TODAY, AFTER)
    assert domain.is_quiet(someone(status="met", last_touch=ago(90)), TODAY, AFTER)
    assert not domain.is_quiet(someone(status="met"), TODAY, AFTER)
    assert not domain.is_quiet(someone(status="removed", last_touch=ago(400)), TODAY, AFTER)


def test_what_counts_as_waiting_or_quiet_follows_the_numbers_of_the_data():
    sooner = replace(AFTER, waiting_days=5, quiet_days=30)
    assert next_for(someone(status="contacted", last_touch=ago(5)), TODAY, sooner) == "remind"
    assert next_for(someone(status="met", last_touch=ago(30)), TODAY, sooner) == "quiet"
    seen = glance(People((someone(status="met", last_touch=ago(30)),)), TODAY, sooner)
    assert (seen.quiet, seen.quiet_days) == (("ana-ruiz",), 30)


def test_only_mentors_who_would_speak_for_you_count_toward_the_two():
    people = People(
        (
            someone("a", status="mentor", can_advocate="yes", last_touch=ago(3)),
            someone("b", status="mentor"),
            someone("c", status="mentor", can_advocate="no"),
            someone("d", status="met", can_advocate="yes"),
            someone("e", status="removed", can_advocate="yes"),
            someone("f"),
        )
    )
    seen = glance(people, TODAY, AFTER)
    assert (seen.to_contact, seen.met, seen.mentors, seen.advocates) == (1, 1, 3, 1)
    assert seen.known == 4


def test_a_first_word_moves_on_and_never_back():
    new = someone()
    assert domain.contacted(new, TODAY).status == "contacted"
    assert domain.met(new, TODAY).status == "met"
    friend = domain.mentor(domain.met(new, TODAY), advocate=True)
    assert (friend.status, friend.can_advocate) == ("mentor", "yes")
    assert domain.met(friend, TODAY).status == "mentor"
    assert domain.contacted(friend, TODAY).status == "mentor"
    assert domain.mentor(friend).can_advocate == "yes"


@given(DAYS, DAYS)
def test_the_last_contact_is_the_later_one_in_whatever_order_they_are_entered(one, other):
    person = domain.contacted(domain.met(someone(), one), other)
    assert person.last_touch == max(one, other)


def test_notes_of_one_day_stand_in_the_order_they_came():
    person = someone()
    for day, text in ((TODAY, "b"), (ago(2), "a"), (TODAY, "c")):
        person = domain.noted(person, day, text)
    assert [(note.key, note.text) for note in person.notes] == [
        ("2026-11-20", "a"),
        ("2026-11-22", "b"),
        ("2026-11-22-2", "c"),
    ]


def test_whoever_has_to_be_turned_to_first_stands_first():
    people = People(
        (
            someone("waiting", status="contacted", last_touch=ago(1)),
            someone("new"),
            someone("quiet", status="mentor", last_touch=ago(200)),
            someone("gone", status="removed"),
            someone("late", status="contacted", last_touch=ago(30)),
        )
    )
    ordered = [one.id for one in domain.by_what_comes_next(people, TODAY, AFTER)]
    assert ordered == ["quiet", "late", "new", "waiting"]


def test_the_kinds_that_decide_and_are_not_there_are_named():
    people = People((someone(kind="chair"), someone("x", kind="director", status="removed")))
    assert [one.id for one in KINDS.missing(people)] == ["director"]


def test_a_kind_is_known_by_its_id_or_label_and_another_word_is_ones_own():
    assert kind_meant("Vice Chair", KINDS) == "chair"
    assert kind_meant("program director", KINDS) == "director"
    assert kind_meant("Chief of service", KINDS) == "chief-of-service"
    assert KINDS.label("chief-of-service") == "Chief of service"


@pytest.mark.parametrize("typed", ["directer", "", "???"])
def test_a_kind_that_is_one_slip_away_or_empty_is_refused(typed):
    with pytest.raises(UsageProblem, match="is not a kind"):
        kind_meant(typed, KINDS)


def test_a_new_person_gets_an_id_from_the_name_without_titles():
    people = People()
    for name, person_id in (
        ("Dr. Ana Ruiz", "ana-ruiz"),
        ("Ana Ruiz", "ana-ruiz-2"),
        ("José Núñez-Õ", "jose-nunez-o"),
        ("王芳", "person"),
        ("Dr.", "dr"),
    ):
        where = f"office {len(people.every)}"
        person = added(people, Typed(name=name, kind="peer", where=where), KINDS, TODAY)
        assert person.id == person_id
        people = people.put(person)


def test_the_same_person_twice_is_refused_and_one_who_was_removed_can_be_brought_back():
    ana = someone(kind="peer", where="Here")
    typed = Typed(name="ana  ruiz", kind="peer", where="here")
    with pytest.raises(MedpivotError, match="is on the list already, as ana-ruiz"):
        added(People((ana,)), typed, KINDS, TODAY)
    gone = People((replace(ana, status="removed"),))
    with pytest.raises(MedpivotError, match="was on the list") as refusal:
        added(gone, typed, KINDS, TODAY)
    assert refusal.value.hint == "medpivot people edit ana-ruiz --status to-contact"


def test_a_day_of_contact_makes_a_new_person_contacted():
    person = added(People(), Typed(name="A", kind="peer", last_touch=ago(3)), KINDS, TODAY)
    assert (person.status, person.last_touch) == ("contacted", ago(3))


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (Typed(name=" "), "--name is empty"),
        (Typed(where="x" * 20_001), "20,001 characters"),
        (Typed(status="mentro"), "is not known"),
        (Typed(last_touch=TODAY + timedelta(days=1)), "still to come"),
        (Typed(clear=("name",)), "--clear name is not known"),
    ],
)
def test_what_cannot_stand_is_refused_with_the_reason(typed, reason):
    with pytest.raises(UsageProblem, match=reason):
        changed(someone(), typed, KINDS, TODAY)


def test_what_was_said_can_be_taken_back():
    person = someone(where="Here", next_ask="Why?", can_advocate="yes", last_touch=TODAY)
    blank = changed(person, Typed(clear=("where", "ask", "advocate", "on")), KINDS, TODAY)
    assert blank == someone()


def test_people_are_found_by_id_name_or_the_beginning_of_an_id():
    people = People((someone("ana-ruiz", name="Dr. Ana Ruiz"), someone("jo-lee", name="Jo Lee")))
    for typed in ("ana-ruiz", "Dr. Ana Ruiz", "ana", "ANA"):
        assert find(people, typed).id == "ana-ruiz"


def test_nobody_several_or_a_removed_one_is_said_with_what_to_try():
    people = People((someone("ana-ruiz"), someone("ana-lee"), someone("kim", status="removed")))
    with pytest.raises(MedpivotError, match="fits 2 people") as several:
        find(people, "ana")
    assert several.value.hint == "one of ana-ruiz, ana-lee"
    with pytest.raises(MedpivotError, match="nobody 'ana-riuz'") as nobody:
        find(people, "ana-riuz")
    assert nobody.value.hint == "did you mean ana-ruiz?"
    with pytest.raises(MedpivotError, match="was removed"):
        find(people, "kim")
    assert find(people, "kim", removed=True).id == "kim"
    with pytest.raises(MedpivotError, match="nobody '\\*'"):
        find(people, "*")


def test_a_long_id_ends_with_a_whole_word():
    assert new_id("Site lead, internal medicine ward rotation", (), "") == (
        "site-lead-internal-medicine-ward"
    )
    assert new_id("a" * 50, (), "") == "a" * 40
    assert new_id("a" * 20 + " " + "b" * 19, (), "") == "a" * 20 + "-" + "b" * 19


@given(st.text())
def test_an_id_is_always_lower_case_words_with_hyphens(name):
    taken = {"person", "a"}
    made = new_id(name, taken, "person")
    assert made not in taken
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
