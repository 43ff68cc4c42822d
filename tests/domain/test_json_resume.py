import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from cv_examples import EMPTY, FULL, ODD, ONE, TODAY, item, material, thousands
from medpivot.domain.json_resume import json_resume
from medpivot.domain.profile import Profile
from medpivot.domain.resume_import import imported

DATA = Path(__file__).parent.parent / "data"
SCHEMA = json.loads((DATA / "json-resume-schema.json").read_text(encoding="utf-8"))
SAMPLE = json.loads((DATA / "json-resume-sample.json").read_text(encoding="utf-8"))


def resume(of):
    return json.loads(json.dumps(json_resume(of, TODAY)))


@pytest.mark.parametrize("of", [FULL, EMPTY, ONE, ODD, thousands(300)], ids=range(5))
def test_every_cv_is_a_json_resume_by_its_schema(of):
    jsonschema.validate(resume(of), SCHEMA, format_checker=jsonschema.FormatChecker())


def test_teaching_stands_under_projects_with_its_figures_and_no_quote():
    made = resume(FULL)
    [talk] = [one for one in made["projects"] if one["name"] == "Sepsis for interns"]
    assert (talk["type"], talk["learners"], talk["domain"]) == ("teaching", 30, "teaching")
    assert (talk["startDate"], talk["endDate"]) == ("2025-09-05", "2026-03-05")
    for secret in ("PRIVATE WORDS", "survivable", "fog", "secret-folder"):
        assert secret not in json.dumps(made)


def test_what_was_exported_comes_back_and_a_second_time_nothing_is_new():
    found, problems = imported(Profile(), resume(FULL))
    assert problems == []
    assert len(found.items) == 11
    assert found.left == {"projects": 9}
    again, _ = imported(FULL.profile, resume(FULL))
    assert (again.items, again.facts, again.kept, again.known) == ((), (), (), 11)
    assert again.profile == FULL.profile


def test_every_key_of_an_entry_comes_back():
    every = (
        item(
            "position",
            "p",
            "Lead",
            where="A",
            place="Rome",
            area="leadership",
            start="2024",
            notes=("n",),
        ),
        item("education", "e", "MD", where="B", place="Oslo", end="2015-05", notes=("n",)),
        item("certification", "c", "Medicine", where="C", start="2018", end="2028", notes=("n",)),
        item(
            "publication",
            "u",
            "On it",
            where="D",
            authors="Ruiz A",
            link="https://a.org/x",
            start="2025-04-01",
            education=True,
            notes=("n",),
        ),
        item(
            "talk",
            "t",
            "Of it",
            where="E",
            place="Bern",
            reach="national",
            start="2026",
            education=False,
            notes=("n",),
        ),
        item(
            "committee",
            "m",
            "For it",
            where="F",
            role="chair",
            start="2020",
            end="2021",
            education=True,
            notes=("n",),
        ),
        item("award", "a", "Best of it", where="G", start="2019", notes=("n",)),
    )
    facts = {"name": "Ana Ruiz", "credentials": "MD, MPH", "phone": "1"}
    made = resume(material(Profile(facts=facts, every=every)))
    jsonschema.validate(made, SCHEMA, format_checker=jsonschema.FormatChecker())
    found, problems = imported(Profile(), made)
    assert problems == []
    assert found.profile.facts == facts
    assert {replace(one, id="") for one in found.items} == {replace(one, id="") for one in every}


def test_a_summary_of_a_paper_is_not_its_authors():
    paper = {"name": "On it", "summary": "What we found.", "authors": ["Ruiz A", "Ito M"]}
    found, _ = imported(Profile(), {"publications": [paper], "work": [{"company": "St. Mary's"}]})
    work, one = found.items
    assert (one.authors, one.notes) == ("Ruiz A, Ito M", ("What we found.",))
    assert work.title == "St. Mary's"


def test_thousands_of_entries_each_get_an_id_of_their_own():
    work = [
        {"position": f"Job {number % 50}", "startDate": str(1950 + number % 70)}
        for number in range(2000)
    ]
    found, _ = imported(Profile(), {"work": work})
    assert len(found.items) == 350
    assert len({one.id for one in found.items}) == 350


def test_the_sample_of_the_format_itself_can_be_read_in():
    found, problems = imported(Profile(), SAMPLE)
    assert problems == []
    assert found.profile.fact("name") == "Richard Hendriks"
    assert {one.collection for one in found.items} == {
        "position",
        "education",
        "award",
        "publication",
    }
    assert found.left["skills"] == 2


def test_what_the_profile_says_already_stays():
    own = Profile(facts={"name": "Ana Ruiz"})
    found, _ = imported(own, {"basics": {"name": "Somebody Else", "phone": "1"}})
    assert found.profile.facts == {"name": "Ana Ruiz", "phone": "1"}
    assert found.kept == ("name",)


def test_all_that_is_wrong_is_named_at_once():
    wrong = {
        "basics": {"name": 7, "email": "nobody"},
        "work": [{"position": "A", "startDate": "Spring 2019"}, 3, {}],
        "education": {"institution": "x"},
        "awards": [{"title": "B", "date": "2019-14"}],
        "volunteer": [{"position": "C", "startDate": "2020", "endDate": "2019"}],
    }
    _, problems = imported(Profile(), wrong)
    said = "\n".join(str(one) for one in problems)
    for place in (
        "[basics] name",
        "email",
        "[work[0]] startDate",
        "work[1]",
        "work[2]: has no name",
    ):
        assert place in said
    assert "education: is not a list" in said
    assert "[awards[0]] date" in said
    assert "[volunteer[0]] endDate: lies before" in said


@pytest.mark.parametrize("table", [{}, {"a": 1}, {"$schema": "x", "meta": {}}])
def test_a_table_of_something_else_is_no_resume(table):
    _, problems = imported(Profile(), table)
    assert "is not a JSON Resume" in str(problems[0])
