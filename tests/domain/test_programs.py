from datetime import date
from decimal import Decimal

import pytest

from medpivot.domain.program_costs import program_costs
from medpivot.domain.programs import Program, Programs, months_between, one_in_mind
from medpivot.domain.typed_programs import TypedProgram, added, changed, find
from medpivot.errors import MedpivotError
from money_examples import ROLE, STAY, money, person

MHPE = Program(
    "mhpe",
    "MHPE at the university",
    "masters",
    cost=Decimal(28_000),
    currency="USD",
    months=30,
    hours=Decimal(8),
    weeks_on_site=Decimal(2),
    lost_fte=Decimal("0.2"),
)


def add(programs=None, currency="", **typed):
    return added(programs or Programs(), TypedProgram(**typed), currency)


def test_a_program_is_added_with_what_is_known_and_an_id_of_its_own():
    one, problems = add(
        title="MHPE at UIC",
        route="masters",
        cost="28,000 USD",
        months="30",
        hours="8",
        on_site="2",
        lost_fte="20%",
    )
    assert problems == []
    assert one == Program(
        "mhpe-at-uic",
        "MHPE at UIC",
        "masters",
        cost=Decimal(28_000),
        currency="USD",
        months=30,
        hours=Decimal(8),
        weeks_on_site=Decimal(2),
        lost_fte=Decimal("0.2"),
    )


def test_its_length_follows_from_its_days_where_none_is_given():
    one, _ = add(title="X", starts=date(2027, 7, 1), ends=date(2028, 6, 30))
    assert one.months == 12
    assert months_between(date(2027, 9, 15), date(2027, 9, 15)) == 1
    assert months_between(date(2027, 9, 15), date(2028, 1, 10)) == 4


def test_everything_wrong_with_a_program_is_named_at_once():
    _, problems = add(
        title=" ",
        route="mastres",
        cost="-1",
        months="0",
        hours="nan",
        lost_fte="1.4",
        pay="inf",
        on_site="-2",
        starts=date(2027, 5, 1),
        ends=date(2027, 1, 1),
    )
    assert [problem.key for problem in problems] == [
        "--title",
        "--route",
        "--cost",
        "--months",
        "--hours",
        "--on-site",
        "--fte",
        "--pay",
        "ends",
    ]


def test_two_currencies_are_refused_among_programs_and_against_the_money():
    others = Programs((MHPE,))
    _, problems = add(others, title="Abroad", cost="20000", currency="EUR")
    assert "two currencies" in str(problems[0])
    _, problems = add(title="Abroad", cost="20000 EUR", currency="", programs=others)
    assert "two currencies" in str(problems[0])
    _, problems = added(Programs(), TypedProgram(title="A", cost="5", currency="EUR"), "USD")
    assert "your money is in USD" in str(problems[0])


def test_a_name_is_taken_once_and_a_removed_program_comes_back_whole():
    programs = Programs((MHPE,))
    with pytest.raises(MedpivotError, match="there already, as mhpe"):
        add(programs, title="mhpe AT the university")
    from dataclasses import replace

    gone = Programs((replace(MHPE, removed=True),))
    back, problems = add(gone, title="MHPE at the university", months="36")
    assert problems == []
    assert back == replace(MHPE, months=36)


def test_what_was_said_of_a_program_can_be_taken_back():
    one, problems = changed(
        Programs((MHPE,)), MHPE, TypedProgram(clear=("fte", "hours"), note="Ask again"), "USD"
    )
    assert problems == []
    assert (one.lost_fte, one.hours, one.note) == (None, None, "Ask again")
    _, problems = changed(Programs((MHPE,)), MHPE, TypedProgram(clear=("title",)), "USD")
    assert problems[0].key == "--clear"


def test_a_program_is_found_by_the_beginning_of_its_id_or_its_name():
    programs = Programs((MHPE, Program("fellowship", "Fellowship")))
    assert find(programs, "mh") is MHPE
    assert find(programs, "MHPE at the University") is MHPE
    with pytest.raises(MedpivotError, match="no program 'mphe'") as refused:
        find(programs, "mphe")
    assert "did you mean mhpe" in refused.value.hint
    with pytest.raises(MedpivotError, match="fits 2 programs"):
        find(Programs((MHPE, Program("mh-two", "Two"))), "mh")
    from dataclasses import replace

    with pytest.raises(MedpivotError, match="was removed"):
        find(Programs((replace(MHPE, removed=True),)), "mhpe")


def test_the_program_in_mind_is_the_only_one_or_the_only_one_of_the_decided_route():
    fellowship = Program("fellowship", "Fellowship", "fellowship-post")
    assert one_in_mind(Programs((MHPE,)), None) is MHPE
    assert one_in_mind(Programs((MHPE, fellowship)), None) is None
    assert one_in_mind(Programs((MHPE, fellowship)), "masters") is MHPE
    assert one_in_mind(Programs(), "masters") is None


def test_what_a_program_costs_with_the_income_it_takes():
    # 20 percent of 240,000 over 30 months: 48,000 x 2.5 = 120,000; with 28,000: 148,000;
    # a tenth of that is 14,800 a year; 8 hours over 30/12 of 52 weeks are 1,040 hours
    (cost,) = program_costs(
        [MHPE],
        money(stay=STAY, role=ROLE),
        person({"hours-weekly": 3}, Programs((MHPE,))),
    )
    assert cost.lost == 120_000
    assert cost.whole == 148_000
    assert cost.gain_needed == 14_800
    assert cost.study_hours == 1_040
    assert cost.hours_short == 5
    assert cost.break_even.state == "not-within"


def test_a_program_pays_back_when_the_role_after_it_pays_more():
    # 240,000 now; 30 months at 192,000 less 28,000: 148,000 behind; then 37,000 ahead a year:
    # made up after 4 years, in month 78, which is in year 7
    (cost,) = program_costs(
        [MHPE],
        money(stay=STAY, role={"pay": 277_000, "hours": 44}),
        person((), Programs((MHPE,))),
    )
    assert (cost.break_even.state, cost.break_even.year) == ("reached", 7)


def test_programs_are_reckoned_each_by_itself_whatever_money_says_of_training():
    other = Program("other", "Other", "masters", cost=Decimal(1), currency="USD", months=12)
    both = Programs((MHPE, other))
    entered = money(stay=STAY, role=ROLE, train={"tuition": 99_000, "pay_cut": 50, "role_from": 40})
    costs = program_costs([MHPE, other], entered, person((), both))
    assert costs[0].lost == 120_000
    assert (costs[1].lost, costs[1].whole, costs[1].break_even.state) == (None, None, "unknown")
