import re
from dataclasses import replace

from catalogue_fixture import DIRECTOR, INTERVIEW, KEEN, ROLES, SCHOLAR, TEACHER, answers
from hypothesis import given
from people_fixture import people

from medpivot.domain.fit import contributions
from medpivot.domain.roles import Range
from medpivot.domain.sentences import speaks_against, speaks_for
from medpivot.domain.wants import wanted


def said(role, person):
    wants = wanted(person, INTERVIEW)
    agreements = contributions(role, wants)
    return (
        speaks_for(role, wants, agreements, INTERVIEW),
        speaks_against(role, wants, agreements, INTERVIEW),
    )


def test_what_speaks_for_and_against_names_the_answers_heaviest_first():
    speaking_for, against = said(TEACHER, KEEN)
    assert speaking_for[0] == (
        "You would like to teach students, and this role is nearly all work with students."
    )
    assert len(against) == 1
    assert against[0] == (
        "You named courses as what feeds you most, "
        "but this role has only a modest amount of course and exam design."
    )


def test_a_dread_speaks_for_a_role_without_it_and_against_one_with_it():
    person = answers(dread=["meetings", "inbox"], dread_most="meetings")
    assert said(TEACHER, person)[0][-1] == (
        "You named meetings as what drains you most, and this role has little or no leadership work."
    )
    assert said(DIRECTOR, person)[1][0] == (
        "You named meetings as what drains you most, but this role is mostly leading people and programs."
    )


def test_a_role_that_only_may_meet_the_clinical_share_is_not_said_to_miss_it():
    wide = said(DIRECTOR, answers(clinical_wanted=60))[1]
    assert wide[0] == (
        "You want about 60 percent clinical work, but this role reaches that only at its upper "
        "end: 20 to 60 percent."
    )


def test_a_role_with_the_wanted_share_at_its_lower_end_usually_has_more():
    wide = said(DIRECTOR, answers(clinical_wanted=20))[1]
    said_so = "this role comes down to that only at its lower end: 20 to 60 percent"
    assert any(said_so in one for one in wide)


def test_a_share_inside_a_range_is_never_said_to_lie_outside_it():
    wide = replace(DIRECTOR, ranges={**DIRECTOR.ranges, "clinical": Range(40, 90, "article")})
    (against,) = [one for one in said(wide, answers(clinical_wanted=80))[1] if "80 percent" in one]
    assert against == (
        "You want about 80 percent clinical work, but this role mostly lies below that: "
        "40 to 90 percent."
    )


def test_an_assumption_never_speaks_for_a_role_but_may_speak_against_it():
    person = answers(dread=["inbox"], learners=["students"])
    assert not any("Nothing you said" in one for one in said(TEACHER, person)[0])
    against = said(DIRECTOR, person)[1]
    assert (
        "Nothing you said asks for leading, but this role is mostly leading people and programs."
        in against
    )
    assert (
        "You would like to teach students and did not tick residents, "
        "but this role is nearly all work with residents."
    ) in against


def test_answers_to_any_other_question_are_named_too():
    speaking_for = said(SCHOLAR, answers(study_interest="yes"))[0]
    assert speaking_for == (
        "For study interest you chose yes, and this role is mostly research and writing.",
    )


def test_hours_that_may_be_anything_speak_for_no_role():
    assert said(SCHOLAR, answers(schedule=0)) == ((), ())


def test_nothing_said_means_nothing_speaks():
    for role in ROLES.roles:
        assert said(role, answers()) == ((), ())


@given(people())
def test_at_most_three_sentences_each_way_without_decimals(person):
    for role in ROLES.roles:
        for sentences in said(role, person):
            assert len(sentences) <= 3
            for one in sentences:
                assert re.fullmatch(r"(You|Nothing|Your|For) .+\.", one), one
                assert not re.search(r"\d\.\d", one)
