import itertools
from datetime import date
from types import MappingProxyType

import pytest

from medpivot import catalogue
from medpivot.domain.answers import Answers
from medpivot.domain.programs import Decided
from medpivot.domain.training import (
    DEGREE_ANSWERS,
    DEGREES,
    Box,
    Training,
    Way,
    decide,
    first_unknown,
    held_back,
    target_of,
)
from medpivot.domain.training_answers import known_answers

SHIPPED = catalogue.load_training()

CHOICES = {
    "not-now": ("yes", "no"),
    "target": ("yes", "unsure", "no"),
    "reduce-clinical": ("yes", "unsure", "no", "already-did"),
    "study-interest": ("yes", "unsure", "no"),
    "training": (
        "none",
        "certificate",
        "part-time-degree",
        "fellowship-beside-job",
        "fellowship-post",
        "already-have",
    ),
}
ALL = [
    {key: value for key, value in zip(CHOICES, combination, strict=True) if value}
    for combination in itertools.product(*((*one, None) for one in CHOICES.values()))
]
READY = {
    "not-now": "no",
    "target": "yes",
    "reduce-clinical": "yes",
    "study-interest": "yes",
    "training": "part-time-degree",
}


def test_no_answers_whatever_lead_to_a_degree_without_interest_or_when_nothing_should_be_decided():
    for answers in ALL:
        route = decide(SHIPPED, answers).route
        if route in DEGREES:
            assert answers.get("study-interest") == "yes", answers
            assert answers.get("not-now") != "yes", answers


def test_every_route_is_reached_and_nobody_gets_more_than_they_would_take_on():
    most = {
        "none": {"local"},
        "certificate": {"local", "certificate"},
        "already-have": {"local"},
        "part-time-degree": {"local", "certificate", "masters"},
        "fellowship-beside-job": {"local", "certificate", "fellowship-beside-job"},
        "fellowship-post": {"local", "certificate", "fellowship-post"},
        None: {"local"},
    }
    reached = set()
    for answers in ALL:
        route = decide(SHIPPED, answers).route
        reached.add(route)
        assert route in most[answers.get("training")], answers
    assert reached == {"local", "certificate", *DEGREES}


def test_whoever_would_take_a_degree_is_told_why_it_is_none_and_warned_of_misery():
    for answers in ALL:
        decision = decide(SHIPPED, answers)
        if answers.get("training") in DEGREE_ANSWERS:
            assert decision.warnings == (SHIPPED.misery,)
            assert decision.kept_back == (decision.route not in DEGREES)
            assert decision.reasons


def test_all_seven_boxes_of_the_article_are_in_the_tree():
    boxes = [box.text for box in SHIPPED.boxes if box.article]
    assert len(boxes) == 7
    for word in ("local teaching", "fellowship", "certificate", "network", "heavy", "reduce"):
        assert any(word in text for text in boxes), word


def test_the_way_of_somebody_who_is_ready_for_a_degree():
    decision = decide(SHIPPED, READY)
    assert decision.route == "masters"
    assert [(step.box.question, step.answer) for step in decision.asked] == [
        ("not-now", "no"),
        ("target", "yes"),
        ("reduce-clinical", "yes"),
        ("study-interest", "yes"),
        ("training", "part-time-degree"),
    ]
    assert decision.path[0].box.text == "You want more education work"
    assert decision.path[-1].box.text == "Build scholarship and network"


@pytest.mark.parametrize(
    ("change", "route", "reason"),
    [
        ({"not-now": "yes"}, "local", "rest comes first"),
        ({"study-interest": "unsure"}, "certificate", "not sure that education studies"),
        ({"study-interest": "no"}, "certificate", "would not interest you"),
        ({"reduce-clinical": "no"}, "certificate", "takes evenings"),
        ({"target": "no"}, "certificate", "experience counts for more"),
        ({"training": "already-have"}, "local", "second degree adds little"),
        ({"training": "none"}, "local", "no formal training"),
        (
            {"reduce-clinical": "no", "training": "fellowship-beside-job"},
            "fellowship-beside-job",
            "asks for hours",
        ),
    ],
)
def test_one_answer_changes_the_way_and_says_why(change, route, reason):
    decision = decide(SHIPPED, READY | change)
    assert decision.route == route
    assert reason in " ".join(decision.reasons)


def test_what_is_open_is_asked_in_the_order_of_the_way_and_never_twice():
    answers = {"not-now": "no"}
    assert first_unknown(SHIPPED, answers, []) == "target"
    assert first_unknown(SHIPPED, {**answers, "target": "yes"}, []) == "reduce-clinical"
    assert first_unknown(SHIPPED, answers, ["target"]) == "training"
    assert first_unknown(SHIPPED, answers, ["target", "training"]) == ""
    assert first_unknown(SHIPPED, READY, []) == ""
    assert first_unknown(SHIPPED, {}, []) == "target"


def test_a_tree_that_would_lead_to_a_degree_all_the_same_is_overruled():
    careless = Training(
        "",
        (),
        (
            Box(
                "ask", "?", question="study-interest", ways=MappingProxyType({"no": Way("degree")})
            ),
            Box("degree", "A degree", route="masters"),
        ),
        (),
        (),
    )
    careless_way = decide(careless, {"study-interest": "no"})
    assert careless_way.route == "certificate"
    assert "No degree" in careless_way.reasons[-1]
    assert decide(careless, {"study-interest": "no", "not-now": "yes"}).route == "local"


def test_only_degrees_are_held_back():
    assert held_back("certificate", {}) == ""
    assert held_back("masters", {"study-interest": "yes"}) == ""
    assert "not interesting" in held_back("fellowship-post", {"study-interest": "unsure"})
    assert "Rest comes first" in held_back("masters", {**READY, "not-now": "yes"})


def test_a_role_is_heavy_where_its_whole_range_is():
    roles = catalogue.load_roles()
    expected = {
        "clerkship-director": "yes",
        "associate-program-director": "",
        "program-director": "yes",
        "simulation-director": "",
        "preclinical-lead": "no",
        "medical-education-scholar": "yes",
        "education-dean": "yes",
        "core-faculty": "no",
    }
    found = {role.id: target_of(role) for role in roles.roles if role.id in expected}
    assert found == expected
    assert target_of(None) == ""


def test_the_newer_word_holds_between_the_assessment_and_an_earlier_decision():
    answers = Answers(MappingProxyType({"study-interest": "no", "training": "certificate"}))
    decided = Decided(
        "masters",
        date(2026, 11, 1),
        answers=MappingProxyType({"study-interest": "yes", "target": "yes", "not-now": "no"}),
    )
    later = known_answers(answers, "2026-11-22", None, decided, not_now=True)
    assert later == {
        "study-interest": "no",
        "training": "certificate",
        "target": "yes",
        "not-now": "yes",
    }
    earlier = known_answers(answers, "2026-10-01", None, decided, not_now=None)
    assert earlier["study-interest"] == "yes"
    assert "not-now" not in earlier


def test_the_closed_program_is_not_listed_as_open():
    stanford = next(one for one in SHIPPED.programs if one.id == "stanford-sfdc")
    assert stanford.status == "closed"
    assert all(one.source for one in SHIPPED.programs)


def test_every_price_with_a_figure_has_a_source_and_a_currency():
    prices = [price for route in SHIPPED.routes for price in route.prices]
    assert any(price.low == 9_401 and price.high == 22_650 for price in prices)
    for price in prices:
        assert price.source
        assert price.low is None or price.currency
