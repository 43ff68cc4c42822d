from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot import catalogue
from medpivot.domain.people import Note, People, Person
from medpivot.errors import BrokenFile
from medpivot.reading.people import people_table, read_kinds, read_people
from medpivot.store import toml_text

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))
PERSON = st.builds(
    Person,
    id=st.from_regex(r"[a-z]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True),
    name=st.text(min_size=1).filter(str.strip),
    kind=st.sampled_from(["peer", "chief-of-service"]),
    where=st.text(),
    status=st.sampled_from(["to-contact", "contacted", "met", "mentor", "removed"]),
    can_advocate=st.sampled_from(["yes", "no", "unknown"]),
    last_touch=st.none() | DAYS,
    next_ask=st.text(),
    added=st.none() | DAYS,
    notes=st.lists(DAYS, unique=True, max_size=3).map(
        lambda days: tuple(Note(day.isoformat(), "a [note] {{ x }}") for day in sorted(days))
    ),
)


@given(st.lists(PERSON, unique_by=lambda one: one.id, max_size=3))
def test_what_is_saved_is_read_back_the_same(every):
    people = People(tuple(every))
    data = toml_text.document(people_table(people) if every else {"schema": 1})
    assert read_people(data, "people.toml") == (people, [])


def test_a_file_somebody_typed_needs_no_more_than_a_name_and_a_kind():
    data = b'schema = 1\n[person.ana]\nname = "Ana"\nkind = "vice-chair"\nphone = "5-1234"\n'
    people, warnings = read_people(data, "people.toml")
    assert people.person("ana").status == "to-contact"
    assert warnings == []
    _, warnings = read_people(data + b'nmae = "Anna"\n', "people.toml")
    assert warnings == [
        "people.toml: [person.ana] nmae is not a known key; it is kept. Did you mean name?"
    ]


def test_all_problems_are_named_at_once():
    data = b"""schema = 1
[person.Ana]
name = " "
kind = "Vice Chair"
[person.jo.notes]
yesterday = "x"
2026-13-01 = "y"
[person.jo]
name = "Jo"
kind = "peer"
"""
    with pytest.raises(BrokenFile) as broken:
        read_people(data, "people.toml")
    said = "\n".join(broken.value.details)
    assert broken.value.message == "people.toml has 5 problems"
    for part in ("[person.Ana]", "is empty", "vice-chair", "yesterday", "2026-13-01"):
        assert part in said


@pytest.mark.parametrize(
    "line", ['status = "friend"', "last_touch = 2026-11-22T10:00:00", 'can_advocate = "maybe"']
)
def test_a_word_or_day_that_cannot_be_is_refused_with_its_line(line):
    data = f'schema = 1\n[person.ana]\nname = "Ana"\nkind = "peer"\n{line}\n'.encode()
    with pytest.raises(BrokenFile) as broken:
        read_people(data, "people.toml")
    assert "line 5" in broken.value.details[0]


def test_the_five_who_decide_are_all_there_and_each_says_what_to_ask():
    kinds = catalogue.load_kinds_of_people().by_id
    decide = {one.id for one in kinds.values() if one.decides}
    assert decide == {
        "clerkship-director",
        "program-director",
        "vice-chair",
        "ume-director",
        "simulation-director",
    }
    assert {"mentor", "peer", "other"} <= kinds.keys()
    assert all(one.help and one.topic and one.asks for one in kinds.values())
    assert all(not one.topic.endswith(".") for one in kinds.values())


def test_an_unknown_key_in_the_shipped_kinds_is_an_error():
    with pytest.raises(BrokenFile, match=r"people\.toml"):
        read_kinds(b'schema = 1\n[kind.chair]\nlabel = "Chair"\nasked = []\n')
