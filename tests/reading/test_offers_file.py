import tomllib

import pytest
import tomli_w

from medpivot import catalogue
from medpivot.domain.offers import FIGURES, FINDINGS
from medpivot.errors import BrokenFile
from medpivot.reading.offers import read_offers

OFFERS = catalogue.load_offers()
PUBLISHED = [
    "over-allocated",
    "hidden-hours",
    "target-not-scaled",
    "below-norm",
    "not-in-writing",
    "schedule-not-yours",
    "no-promotion-path",
    "no-education-track",
    "predecessor-left-early",
    "income-below-floor",
    "clinical-share-mismatch",
    "add-on-role",
    "duties-mostly-triage",
    "culture-risk",
    "uneasy-about-questions",
    "unanswered",
]

ARTICLE = ("half-days", "education-time", "schedule", "promotion", "predecessor")
FIELD = (
    "term",
    "contract-share",
    "half-days",
    "service-weeks",
    "call",
    "bonus",
    "covenant",
    "tail",
)


def shipped() -> dict:
    return tomllib.loads((catalogue.data_folder() / "offers.toml").read_text(encoding="utf-8"))


def read(table: dict):
    roles = [role.id for role in catalogue.load_roles().roles]
    data = tomli_w.dumps(table).encode()
    return read_offers(data, catalogue.load_interview(), roles, catalogue.load_sources())


def problems(table: dict) -> str:
    with pytest.raises(BrokenFile) as caught:
        read(table)
    return "\n".join(caught.value.details)


def test_the_finding_ids_are_the_published_ones():
    assert sorted(OFFERS.red_flags) == sorted(FINDINGS) == sorted(PUBLISHED)


def test_every_question_of_the_article_and_of_the_usual_lists_is_there():
    known = {one.id for one in OFFERS.questions}
    assert known >= {*ARTICLE, *FIELD}
    assert all(OFFERS.question(one).key for one in ARTICLE)


def test_every_finding_but_the_two_about_the_asking_has_a_question():
    about = {one for question in OFFERS.questions for one in question.about}
    assert set(PUBLISHED) - about == {"not-in-writing", "unanswered"}


def test_every_finding_that_a_choice_decides_can_be_raised_and_ruled_out():
    for question in OFFERS.questions:
        for finding in question.about if question.choices else ():
            raising = [finding in choice.raises for choice in question.choices]
            assert any(raising), (question.id, finding)
            assert not all(raising), (question.id, finding)


def test_the_ways_of_counting_are_the_known_ones():
    assert OFFERS.usual.id == "ten-half-days"
    counted = {
        one.id: tuple(
            float(part)
            for part in (one.half_days_per_fte, one.hours_per_half_day, one.hours_per_week)
        )
        for one in OFFERS.conventions
    }
    assert counted == {
        "ten-half-days": (10, 4, 40),
        "nine-half-days": (9, 4, 40),
        "va-eighths": (8, 5, 40),
        "wales": (10, 3.75, 37.5),
    }


def test_every_place_the_article_names_is_among_the_moves():
    words = " ".join(f"{one.title} {one.text}" for one in OFFERS.moves).lower()
    for place in ("safety-net", "va", "university", "clinic", "wards", "rural", "underserved"):
        assert place in words


def test_every_drain_a_place_can_change_points_to_some_move():
    pointed = {dread for move in OFFERS.moves for dread in move.dreads}
    assert {"nights-weekends", "inbox", "productivity-scores", "this-place"} <= pointed


def test_sentences_to_say_fill_only_known_figures():
    for finding, names in FIGURES.items():
        flag = OFFERS.red_flags[finding]
        assert flag.ask_with.format(**dict.fromkeys(names, "x"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: t["question"]["pay"].update(source="nobody"), "nobody"),
        (lambda t: t["question"]["pay"].update(fills="salary"), "salary"),
        (lambda t: t["question"]["pay"].update(colour="red"), "colour"),
        (lambda t: t["question"]["pay"].update(about=["no-such-flag"]), "no-such-flag"),
        (lambda t: t["question"]["schedule"].pop("choice"), "kind is choice"),
        (
            lambda t: t["question"]["schedule"]["choice"]["theirs"].update(
                raises=["no-promotion-path"]
            ),
            "not among `about`",
        ),
        (lambda t: t["finding"].pop("culture-risk"), "finding.culture-risk"),
        (lambda t: t["finding"]["unanswered"].update(ask_with="{nothing}"), "nothing"),
        (lambda t: t["finding"]["unanswered"].update(ask_with="{"), "ask_with"),
        (lambda t: t["finding"]["unanswered"].update(severity="dire"), "dire"),
        (lambda t: t["norm"]["family-medicine-core-faculty"].update(role="dean"), "dean"),
        (lambda t: t["search"].pop("boolean"), "search.boolean"),
        (lambda t: t["search"]["phrase"].update(shape="{titel}"), "titel"),
        (lambda t: t["move"]["to-inpatient"].update(dreads=["inbx"]), "did you mean inbox"),
        (lambda t: t["move"]["to-inpatient"].update({"from": ["moon"]}), "moon"),
        (lambda t: t["convention"]["wales"].update(usual=True), "exactly one"),
        (lambda t: t["convention"]["wales"].update(hours_per_week=0), "hours_per_week"),
        (lambda t: t["question"].update({"Not An Id": t["question"]["pay"]}), "Not An Id"),
    ],
)
def test_what_is_wrong_with_the_data_is_named(change, said):
    table = shipped()
    change(table)
    assert said in problems(table)


def test_all_problems_are_named_at_once():
    table = shipped()
    table["question"]["pay"]["source"] = "nobody"
    table["move"]["to-inpatient"]["dreads"] = ["inbx"]
    table["posting"]["clerkship-director"]["role"] = "clerk"
    assert problems(table).count("\n") == 2


def test_the_shipped_file_reads_as_it_stands():
    assert read(shipped()) == OFFERS
