"""The machine: weeks, hours, due dates, waits, pauses; and what holds for every layout."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medpivot.domain.paces import check_hours, real_paces, stated_paces, units
from medpivot.domain.plan import Pause
from medpivot.domain.scheduling import Layout, Work, in_order, lay_out
from medpivot.errors import MedpivotError
from plan_parts import START, day

FAR = day(500)


def work(work_id: str, hours: float, limit: int = 500, **given) -> Work:
    not_before = day(given.pop("not_before", 0))
    return Work(work_id, hours, not_before, day(limit), **given)


def at(hours: float, *works: Work, pauses: tuple[Pause, ...] = ()) -> Layout:
    return lay_out(works, START, stated_paces(hours)[:1], pauses)


def dates(layout: Layout, work_id: str) -> tuple[date, date]:
    return layout.spans[work_id].start, layout.spans[work_id].due


def test_two_stated_hours_are_a_hundred_and_sixty_hundredths_of_work_a_week() -> None:
    weekly = stated_paces(2)[0] * 7
    assert weekly == units(2 * 0.85 - 0.1) == units(1.6)


def test_the_real_pace_counts_in_full_and_is_never_under_a_quarter_hour() -> None:
    assert real_paces(1.13)[0] * 7 == units(1.13)
    assert real_paces(0.01) == [real_paces(0.25)[0]]


@pytest.mark.parametrize("hours", [0, -1, 169, float("nan"), float("inf")])
def test_hours_that_no_week_has_are_refused(hours: float) -> None:
    with pytest.raises(MedpivotError):
        check_hours(hours)


def test_work_fills_whole_weeks_from_the_first_day() -> None:
    layout = at(2, work("talk", 4))  # 1.6 h a week: three weeks
    assert dates(layout, "talk") == (START, day(20))


def test_a_small_piece_takes_one_week() -> None:
    assert dates(at(2, work("note", 0.5)), "note") == (START, day(6))


def test_what_is_due_first_is_done_first_and_ties_go_by_id() -> None:
    layout = at(2, work("later", 1.6, 60), work("sooner", 1.6, 20), work("also", 1.6, 20))
    assert [dates(layout, one)[0] for one in ("also", "sooner", "later")] == [
        START,
        day(7),
        day(14),
    ]


def test_nothing_begins_before_the_first_week_that_begins_in_its_window() -> None:
    assert dates(at(2, work("talk", 1, not_before=8)), "talk")[0] == day(14)
    assert dates(at(2, work("talk", 1, not_before=7)), "talk")[0] == day(7)


def test_what_comes_after_begins_the_week_after_the_wait() -> None:
    layout = at(2, work("apply", 1, wait=8), work("interview", 1, after=("apply",)))
    assert dates(layout, "apply") == (START, day(6))
    assert dates(layout, "interview")[0] == day(7 + 8 * 7)


def test_urgent_work_interrupts_what_is_under_way() -> None:
    layout = at(2, work("long", 4.8, 400), work("urgent", 1.6, 20, not_before=7))
    assert dates(layout, "urgent") == (day(7), day(13))
    assert dates(layout, "long") == (START, day(27))
    assert list(layout.spans["long"].weeks) == [0, 2, 3]


def test_what_others_wait_for_comes_before_what_is_due_sooner() -> None:
    layout = at(
        2,
        work("due-soon", 1.6, 40),
        work("first", 1.6, 300),
        work("last", 1.6, 50, after=("first",)),
    )
    # `last` needs a week by day 50, so `first` counts as due on day 43 and still comes second
    assert dates(layout, "due-soon")[0] == START
    layout = at(
        2,
        work("due-soon", 1.6, 40),
        work("first", 1.6, 300, wait=4),
        work("last", 1.6, 50, after=("first",)),
    )
    assert dates(layout, "first")[0] == START


def test_a_paused_week_has_no_work_and_a_half_paused_one_half() -> None:
    pause = Pause(day(7), day(13))
    layout = at(2, work("talk", 3.2), pauses=(pause,))
    assert dates(layout, "talk") == (START, day(20))
    assert list(layout.spans["talk"].weeks) == [0, 2]
    half = at(2, work("talk", 0.8), pauses=(Pause(START, day(3)),))
    assert dates(half, "talk") == (day(4), day(13))


def test_pauses_that_overlap_count_once() -> None:
    once = at(2, work("talk", 3), pauses=(Pause(START, day(9)),))
    twice = at(2, work("talk", 3), pauses=(Pause(START, day(6)), Pause(day(3), day(9))))
    assert once.spans["talk"].due == twice.spans["talk"].due


def test_a_date_set_by_the_person_is_when_it_ends_and_others_wait_for_it() -> None:
    layout = at(2, work("talk", 1, pinned=day(30)), work("report", 1, after=("talk",)))
    assert layout.spans["talk"].due == day(30)
    assert layout.spans["report"].start == day(35)  # the first week that begins after day 30


def test_a_date_that_cannot_be_kept_is_not_pretended() -> None:
    layout = at(2, work("talk", 8, pinned=day(10)))
    assert layout.spans["talk"].due == day(34)


def test_work_of_no_hours_takes_its_place_in_a_week() -> None:
    layout = at(2, work("talk", 1.6), work("decide", 0, after=("talk",)))
    assert dates(layout, "decide") == (day(7), day(13))


def test_nothing_to_do_ends_on_the_first_day() -> None:
    assert lay_out([], START, stated_paces(2)).end == START


def test_what_waits_for_itself_is_refused_by_name() -> None:
    with pytest.raises(MedpivotError, match="talk depends on itself"):
        at(2, work("talk", 1, after=("talk",)))
    with pytest.raises(MedpivotError, match=r"one another: (a after b|b after a)"):
        at(2, work("a", 1, after=("b",)), work("b", 1, after=("a",)))


def test_unknown_predecessors_are_ignored() -> None:
    assert in_order({"b": ["a", "gone"], "a": []}) == ["a", "b"]
    assert dates(at(2, work("talk", 1, after=("gone",))), "talk")[0] == START


def test_a_plan_of_more_than_fifty_years_is_refused() -> None:
    with pytest.raises(MedpivotError, match="more than 50 years"):
        lay_out([work("life", 2000)], START, stated_paces(0.25))


COUNTEREXAMPLE = (
    work("a-due-at-once", 6, 7),
    work("before-a-wait", 3, 49, wait=8),
    work("last", 5, 84, after=("before-a-wait",)),
)


def test_the_bare_machine_can_end_later_with_more_hours() -> None:
    # With 2 hours `last` needs four weeks, so what it waits for is due before everything else.
    # With 3 it needs three, the two are due on the same day, and the wait begins two weeks later.
    slower, faster = at(2, *COUNTEREXAMPLE), at(3, *COUNTEREXAMPLE)
    assert slower.end == date(2027, 4, 11)
    assert faster.end == date(2027, 4, 18)


def test_a_plan_takes_the_lower_pace_where_that_ends_it_sooner() -> None:
    layout = lay_out(COUNTEREXAMPLE, START, stated_paces(3))
    assert layout.end <= date(2027, 4, 11)
    assert layout.daily < stated_paces(3)[0]


def test_a_plan_keeps_the_stated_pace_where_a_lower_one_ends_it_no_sooner() -> None:
    layout = lay_out([work("talk", 1), work("paper", 3)], START, stated_paces(3))
    assert layout.daily == stated_paces(3)[0]


ids = [f"m{number}" for number in range(12)]


@st.composite
def some_works(draw) -> list[Work]:
    count = draw(st.integers(1, 12))
    works = []
    for number in range(count):
        begins = draw(st.integers(0, 200))
        works.append(
            Work(
                ids[number],
                draw(st.integers(0, 40)) / 4,
                day(begins),
                day(begins + draw(st.integers(0, 120))),
                draw(st.sampled_from([0, 0, 1, 4, 12])),
                tuple(draw(st.lists(st.sampled_from(ids[:number] or ["gone"]), max_size=3))),
                draw(st.sampled_from([None, None, None, day(begins + 30)])),
            )
        )
    return works


some_pauses = st.lists(
    st.tuples(st.integers(-30, 300), st.integers(0, 40)).map(
        lambda pair: Pause(day(pair[0]), day(pair[0] + pair[1]))
    ),
    max_size=3,
)
some_hours = st.integers(1, 32).map(lambda quarters: quarters / 4)


def paused(pauses: list[Pause]) -> set[date]:
    return {
        one.first + timedelta(days=number)
        for one in pauses
        for number in range((one.last - one.first).days + 1)
    }


@settings(max_examples=150, deadline=None)
@given(some_works(), some_pauses, some_hours)
def test_no_layout_breaks_a_dependency_a_wait_a_window_a_pause_or_a_week_s_hours(
    works: list[Work], pauses: list[Pause], hours: float
) -> None:
    layout = lay_out(works, START, stated_paces(hours), pauses)
    free = paused(pauses)
    spent: dict[int, int] = {}
    assert set(layout.spans) == {one.id for one in works}
    for one in works:
        span = layout.spans[one.id]
        assert span.start >= one.not_before
        assert span.start not in free
        assert sum(span.weeks.values()) == units(one.hours)
        if one.pinned:
            assert span.due >= one.pinned
        else:
            assert span.due not in free
        for before in one.after:
            if before in layout.spans:
                wait = next(each.wait for each in works if each.id == before)
                assert span.start > layout.spans[before].due + timedelta(weeks=wait)
        for week, effort in span.weeks.items():
            spent[week] = spent.get(week, 0) + effort
    for week, effort in spent.items():
        open_days = sum(day(7 * week + number) not in free for number in range(7))
        assert effort <= (hours * 0.85 - 0.1) * 2800 / 7 * open_days + 0.001
        assert open_days


@settings(max_examples=100, deadline=None)
@given(some_works(), some_pauses, some_hours, st.integers(1, 12))
def test_more_hours_never_end_it_later(
    works: list[Work], pauses: list[Pause], hours: float, more: int
) -> None:
    ends = [
        lay_out(works, START, stated_paces(each), pauses).end for each in (hours, hours + more / 4)
    ]
    assert ends[1] <= ends[0]


@settings(max_examples=60, deadline=None)
@given(some_works(), some_pauses, some_hours)
def test_stopping_the_search_early_misses_nothing(
    works: list[Work], pauses: list[Pause], hours: float
) -> None:
    paces = stated_paces(hours)
    best = min(lay_out(works, START, [daily], pauses).end for daily in paces)
    assert lay_out(works, START, paces, pauses).end == best


@settings(max_examples=40, deadline=None)
@given(some_works(), some_hours, st.randoms(use_true_random=False))
def test_the_order_of_the_milestones_does_not_matter(works: list[Work], hours, random) -> None:
    mixed = list(works)
    random.shuffle(mixed)
    paces = stated_paces(hours)
    assert lay_out(works, START, paces).spans == lay_out(mixed, START, paces).spans
