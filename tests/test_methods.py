"""METHODS.md says what the program does: its examples, computed anew from the shipped data.

Every figure is looked for in the text as well, so that neither can change without the other.
"""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import sqrt
from pathlib import Path

import pytest

from medpivot import catalogue
from medpivot.domain.agreement import agreement_at, mean_agreement
from medpivot.domain.answers import Answers
from medpivot.domain.assessing import assess
from medpivot.domain.blockers import expected_pay, lowest_income
from medpivot.domain.dimensions import DIMENSIONS
from medpivot.domain.erosion import erosion
from medpivot.domain.jobs import FullWeek, Job
from medpivot.domain.ledger import Entry, drift
from medpivot.domain.money_inputs import Filled, Known
from medpivot.domain.money_years import years
from medpivot.domain.offer_arithmetic import (
    delivered_ratio,
    hidden_target,
    scaled_target,
    week_sum,
)
from medpivot.domain.overruns import overruns
from medpivot.domain.paces import UNITS_PER_HOUR, stated_paces
from medpivot.domain.roles import IncomeChange
from medpivot.domain.scheduling import Work, lay_out
from medpivot.domain.weights import rank_order_centroid
from plan_parts import drafted

TEXT = (Path(__file__).parent.parent / "METHODS.md").read_text(encoding="utf-8")
FLAT = " ".join(TEXT.split())

PERSON = Answers(
    {
        "energy": ("giving-talks", "designing-courses"),
        "energy-most": "designing-courses",
        "dread": ("inbox", "nights-weekends", "meetings-politics"),
        "learners": ("students",),
        "free-week": ("teach-students",),
        "clinical-wanted": 40,
        "schedule": 4,
        "priorities": ("regular-hours", "clinical", "students"),
    }
)
"""The person of sections 2 to 9."""

YES = {"hard-work": "yes", "hard-trade": "yes", "hard-identity": "yes", "hard-share": 50}


def says(*sentences: str) -> None:
    for one in sentences:
        assert one in FLAT, one


@pytest.fixture(scope="module")
def clerkship():
    result = assess(PERSON, catalogue.load_interview(), catalogue.load_roles())
    return result, next(one for one in result.roles if one.id == "clerkship-director")


def test_the_levels_of_section_2(clerkship) -> None:
    wants = {one.dimension: one for one in clerkship[0].wants}
    assert [(one, wants[one].level, wants[one].direction) for one in ("design", "students")] == [
        ("design", 4, "at-least"),
        ("students", 4, "at-least"),
    ]
    assert (wants["leadership"].level, wants["leadership"].direction) == (0, "at-most")
    assert (wants["residents"].level, wants["residents"].origin) == (2, "assumed")
    assert wants["hands-on"].level is wants["scholarship"].level is None
    assert sum(one.pull for one in wants["design"].because) == 5
    assert sum(one.pull for one in wants["students"].because) == 6
    says("Design is 1 + 5 = 6, held at 4", "1 + 6 = 7, held at 4", "1 - 2 = -1, held at 0")


def test_the_agreements_of_section_4() -> None:
    ranges = catalogue.load_roles().role("clerkship-director").ranges
    for dimension, wanted, direction in (
        ("clinical", 40, "exact"),
        ("regular-hours", 4, "at-least"),
    ):
        agreed = mean_agreement(dimension, wanted, direction, ranges[dimension])
        assert f"{agreed:.3f}" == "0.833"
    says("(20 x 10 + 10 x 5) / 30 = 8.33", "1 - 8.33 / 50 = **.833**", "1 - 0.5 / 3 = **.833**")


def test_the_weights_of_section_5(clerkship) -> None:
    centroid = rank_order_centroid(8)
    says(" ".join(f"{one:.3f}"[1:] for one in centroid))
    weight = {one.dimension: one.weight for one in clerkship[0].wants}
    assert [f"{weight[one]:.3f}" for one in ("regular-hours", "clinical", "students")] == [
        "0.340",
        "0.215",
        "0.152",
    ]
    assert f"{weight['design']:.4f}" == "0.0587"
    says("1 - .707 = .293, which is .0587 each")


def test_the_table_of_section_6(clerkship) -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in TEXT.splitlines()
        if line.startswith("|") and line.count("|") == 8
    ]
    by_name = {row[0]: row for row in rows}
    for one in clerkship[1].agreements:
        name = one.dimension.replace("regular-hours", "regular hours")
        weight, agreed, points, shown = by_name[name][3:]
        assert f"{one.weight:.4f}"[1:] == weight
        assert _plain(one.agreement) == agreed
        assert f"{one.points:.2f}" == points or (points == "0" and not one.points)
        assert str(one.shown) == shown
    assert clerkship[1].fit == 76
    assert f"{clerkship[1].exact_fit:.2f}" == "76.09"
    says("| **sum** | | | 1 | | **76.09** | **76** |")


def _plain(number: float) -> str:
    """Three digits without needless zeros, as the text has them: `.833`, `.5`, `1`, `0`."""
    return f"{number:.3f}".rstrip("0").rstrip(".").removeprefix("0") or "0"


def test_the_drains_beside_the_fit_in_section_6(clerkship) -> None:
    lifting = clerkship[1].lifting
    assert lifting.lifts == ("nights-weekends",)
    assert set(lifting.keeps) == {"inbox", "meetings-politics"}
    assert lifting.adds == ("paperwork",)
    says("this role lifts the nights, keeps the inbox and the meetings, and adds paperwork")


def test_the_income_limit_of_section_7() -> None:
    answers = Answers({"income-now": 240_000, "income-drop": 20, "income-floor": 180_000})
    assert lowest_income(answers) == 192_000
    assert expected_pay(240_000, IncomeChange(-25, -15, "x")) == (180_000, 204_000)
    says("the higher of 192,000 and 180,000", "would bring 180,000 to 204,000")


def test_the_draw_by_hand_and_the_precision_of_section_8() -> None:
    weights = (0.41, 0.22, 0.12, 0.09, 0.06, 0.05, 0.03, 0.02)
    draws = (
        ("regular-hours", 4, "at-least", 3.5),
        ("clinical", 40, "exact", 33),
        ("students", 4, "at-least", 4),
        ("residents", 2, "at-most", 1.5),
        ("hands-on", 2.2, "exact", 1.2),
        ("design", 4, "at-least", 2.5),
        ("scholarship", 0.5, "exact", 1.7),
        ("leadership", 0, "at-most", 3),
    )
    agreed = [agreement_at(*one) for one in draws]
    assert {one[0] for one in draws} == set(DIMENSIONS)
    assert sum(weights) == pytest.approx(1)
    says("Agreements: " + " ".join(_plain(one) for one in agreed))
    fit = sum(weight * one for weight, one in zip(weights, agreed, strict=True))
    assert f"{fit:.3f}" == "0.824"
    says("0 = .824, a fit of 82.4 in this draw")
    assert f"{100 * 1.96 * sqrt(0.62 * 0.38 / 2000):.1f}" == "2.1"
    says("= 2.1 points either way")


def test_the_verdicts_of_section_9() -> None:
    interview, roles = catalogue.load_interview(), catalogue.load_roles()
    keen = Answers({**PERSON.values, **YES})
    assert assess(keen, interview, roles).verdict.headline == "pivot"
    tired = assess(keen.with_value("burnout-level", 5), interview, roles).verdict
    assert (tired.id, tired.headline) == ("test-first", "not-now")
    says(
        "rule 4 holds: *pivot*", "the same answers give *test first*, under the headline *not now*"
    )


def test_the_weeks_of_section_10() -> None:
    start = date(2026, 11, 22)
    due = start + timedelta(weeks=12, days=-1)
    works = [
        Work("reserve", 1, start, due, wait=4),
        Work("course", 6, start, due, after=("reserve",)),
        Work("talk", 6, start, due),
    ]
    pace = stated_paces(2.5)
    assert 7 * pace[0] / UNITS_PER_HOUR == pytest.approx(2.025)
    layout = lay_out(works, start, pace[:1])
    rows = {row[0]: row[1:] for row in _rows("| week | 1 |")}
    for work in works:
        weeks = layout.spans[work.id].weeks
        for week in range(8):
            told = rows[work.id][week]
            hours = weeks.get(week, 0) / UNITS_PER_HOUR
            assert told in ("", "(waiting)") if not hours else told == f"{hours:.3f}", (work, week)
    says("0.85 x h - 0.1", "2.5 gives 2.025")


def _rows(heading: str) -> list[list[str]]:
    lines = TEXT.splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith(heading))
    table = lines[first + 2 :]
    end = next(number for number, line in enumerate(table) if not line.startswith("|"))
    return [[cell.strip() for cell in line[1:-1].split("|")] for line in table[:end]]


def _made(route: str, setting: str, **given):
    start = date(2026, 11, 22)
    usual = {"start": start, "today": start, "role": "clerkship-director", "months": None}
    milestones = catalogue.load_milestones()
    return drafted(milestones=milestones, route=route, setting=setting, **(usual | given))


PEOPLE = [
    ("local", "academic"),
    ("certificate", "private"),
    ("masters", "community-teaching"),
    ("fellowship-post", "locum-remote"),
]


@pytest.mark.parametrize(("route", "setting"), PEOPLE)
def test_the_lengths_of_plans_in_section_10(route: str, setting: str) -> None:
    full = _made(route, setting, hours=2.5)
    assert (full.months, overruns(full)) == (18, ())
    assert 98 <= sum(one.hours for one in full.milestones) <= 132
    slower = _made(route, setting, hours=2)
    assert slower.months in (21, 22), slower.months
    assert not overruns(slower)
    says("fits its 18 months, at 2 it needs 21 or 22", "100 to 130 hours in 18 months")


@pytest.mark.parametrize("setting", sorted({setting for _, setting in PEOPLE}))
def test_the_lengths_of_test_plans_in_section_10(setting: str) -> None:
    usual = {"hours": 1.5, "kind": "test", "verdict": "test-first"}
    test = _made("local", setting, **usual)
    assert test.months == 9
    assert sum(one.hours for one in test.milestones) == pytest.approx(40, abs=4)
    assert _made("local", setting, **usual, not_now=True).months == 11
    change = _made("local", setting, **{**usual, "verdict": "another-change"})
    assert sum(one.hours for one in change.milestones) == pytest.approx(10, abs=1)
    says(
        "nine at 1.5, eleven with relief before it",
        "a test plan about 40, the plan of another change about 10",
    )


def test_the_hour_s_pay_of_section_13() -> None:
    figures = {"pay": 250_000, "raise": 0, "hours": 46, "weeks": 46, "education_promised": 16}
    known = {key: Known(Decimal(value), "") for key, value in figures.items()}
    role = Filled("role", "role", "", {**known, "education_delivered": Known(Decimal(8), "")})
    stay = Filled("stay", "stay", "", {})
    kept = erosion(role, years(role, stay, 1))
    assert kept is not None
    assert kept.real is not None
    says(f"250,000 / 2,116 = {kept.steps[0].hourly}", f"(54 x 46) = {kept.real.hourly}")


def test_the_weeks_of_drift_in_section_14() -> None:
    rule = catalogue.load_time().drift
    mondays = [date(2026, 11, 2) + timedelta(weeks=week) for week in range(4)]

    def warned(*delivered: int):
        return drift(
            [
                Entry(str(day), day, Decimal(12), Decimal(there))
                for day, there in zip(mondays, delivered, strict=True)
            ],
            rule,
        )

    once, always = warned(12, 12, 12, 4), warned(8, 8, 8, 8)
    assert (once.ratio, once.warning) == (Fraction(40, 48), False)
    assert (always.ratio, always.warning) == (Fraction(32, 48), True)
    says("40 of 48, or 83 percent", "32 of 48 are 67 percent", "under 80 percent is called drift")


def test_the_offer_of_section_15() -> None:
    week = FullWeek(Decimal(10), Decimal(4), Decimal(40))
    job = Job("x", "x", clinical_half_days=Decimal(8), education_fte=Decimal("0.4"))
    parts = week_sum(job, week)
    assert (parts.total, parts.total_hours) == (Fraction(6, 5), 48)
    scaled = scaled_target(Decimal(5000), Decimal("0.6"), Decimal(1))
    assert (scaled, hidden_target(Decimal(5000), scaled)) == (3000, 2000)
    assert delivered_ratio(Decimal("0.3"), Decimal(2), week) == Fraction(2, 3)
    says(".8 + .4 = 1.2 posts, 48 hours", "is 3,000 at 0.6", "2,000 are hidden", "two thirds")


def test_the_floor_that_bites_in_section_18() -> None:
    roles = catalogue.load_roles()
    much = roles.role("preclinical-lead").ranges["design"]
    assert (much.low, much.high) == (3, 4)
    agreed = [mean_agreement("design", wanted, "at-least", much) for wanted in (3, 4)]
    assert [f"{one:.3f}" for one in agreed] == ["1.000", "0.833"]
    says("a role at 3 to 4 agrees by 1", "the first falls to .833")


def test_every_source_that_is_cited_is_listed_and_the_other_way_round() -> None:
    body, _, listed = TEXT.partition("## 19. Sources")
    cited = {
        int(number)
        for part in body.replace("\n", " ").split("[")[1:]
        for number in part.split("]")[0].split(",")
        if number.strip().isdigit()
    }
    numbers = [int(line.split(".")[0]) for line in listed.splitlines() if line[:1].isdigit()]
    assert all(later == one + 1 for one, later in pairwise(numbers))
    assert cited == set(numbers)
