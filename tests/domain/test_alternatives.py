from dataclasses import replace

from catalogue_fixture import ELSEWHERE, REDUCED, answers

from medpivot.domain.alternatives import weigh


def test_the_answers_for_and_against_are_listed_by_question_and_choice():
    person = answers(dread=["inbox", "papers"], still_if_fixed="no", schedule=1, hard_work="yes")
    found = weigh([REDUCED], person)[0]
    assert found.speaks_for == (("still-if-fixed", "no"), ("dread", "inbox"))
    assert found.speaks_against == (("hard-work", "yes"), ("schedule", "1"))
    assert found.balance == 0


def test_the_best_balance_stands_first_whatever_the_order_of_the_file():
    person = answers(dread=["inbox"], relocate="no")
    for order in ([REDUCED, ELSEWHERE], [ELSEWHERE, REDUCED]):
        assert [one.id for one in weigh(order, person)] == ["reduced", "elsewhere"]


def test_without_answers_nothing_speaks_for_or_against():
    assert all(one.balance == 0 and not one.speaks_for for one in weigh([REDUCED], answers()))


def test_a_retired_alternative_is_not_offered():
    assert weigh([replace(REDUCED, retired=True)], answers()) == ()
