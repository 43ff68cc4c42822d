import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from docx import Document

from cv_examples import FULL, TODAY
from medpivot import catalogue
from medpivot.commands.documents import hand_over
from medpivot.domain.cv import cv
from medpivot.domain.document import Span
from medpivot.session import Session

SCHEMA = json.loads(
    (Path(__file__).parent.parent / "data" / "json-resume-schema.json").read_text(encoding="utf-8")
)
SAMPLE = str(catalogue.sample_path("hospitalist-students"))
TALK = ("log", "add", "Sepsis talk", "--kind", "lecture", "--level", "intern", "--learners", "12")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A folder of its own to be in, so that exports go there."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_a_cv_goes_to_the_present_folder_as_a_word_file_and_says_where(run, here):
    run(*TALK)
    result = run("cv")
    assert (result.code, result.out) == (0, "")
    path = here / "medpivot-cv-2026-11-22.docx"
    assert f"Written to {path}." in result.err
    assert "places are yours to fill" in result.err
    assert any("Sepsis talk" in one.text for one in Document(path).paragraphs)
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("command", ["cv", "portfolio"])
@pytest.mark.parametrize("form", ["md", "docx", "pdf", "json"])
def test_each_format_is_made_by_name_or_by_its_ending(run, here, command, form):
    if form == "pdf":
        pytest.importorskip("typst")
    run(*TALK)
    assert run(command, "--format", form, "--paper", "a4").code == 0
    named = here / f"medpivot-{command}-2026-11-22.{form}"
    assert run(command, "--out", f"mine.{form}").code == 0
    starts = {"md": b"# ", "docx": b"PK", "pdf": b"%PDF", "json": b"{"}
    for path in (named, here / f"mine.{form}"):
        assert path.read_bytes().startswith(starts[form])
    if form == "json":
        jsonschema.validate(json.loads(named.read_text(encoding="utf-8")), SCHEMA)


@pytest.mark.parametrize("command", ["cv", "portfolio"])
def test_nothing_is_written_over_another_file_unless_forced(run, here, command):
    (here / "mine.md").write_text("mine")
    refused = run(command, "--out", "mine.md")
    assert refused.code == 1
    assert "--force" in refused.err
    assert (here / "mine.md").read_text() == "mine"
    assert run(command, "--out", "mine.md", "--force").code == 0
    assert (here / "mine.md").read_text().startswith("# ")


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (("cv", "--out", "cv.odt"), 2, "an ending of .docx"),
        (("cv", "--out", "cv.md", "--format", "pdf"), 2, "--format md, or another ending"),
        (("cv", "--format", "rtf"), 2, "rtf"),
        (("cv", "--json", "--out", "cv.md"), 2, "makes no file"),
        (("portfolio", "--json", "--format", "md"), 2, "makes no file"),
        (("cv", "--json", "check", "x.md"), 2, "stand after it"),
        (("portfolio", "--final", "missing"), 2, "stand after it"),
        (("cv", "--out", "nowhere/cv.md"), 1, "there is no folder"),
        (("cv", "check", "nowhere.md"), 1, "there is no file"),
        (("cv", "check", "."), 1, "is a folder"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(run, home, here, line, code, said):
    result = run(*line)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert list(here.iterdir()) == []
    assert not home.exists()


def test_without_the_extra_a_pdf_is_refused_with_the_way_to_install_it(run, here, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    result = run("cv", "--format", "pdf")
    assert result.code == 1
    assert "try: pip install 'medpivot[pdf]'" in result.err
    assert list(here.iterdir()) == []


def test_what_a_font_lacks_is_said(home, here, capsys):
    pytest.importorskip("typst")
    page = replace(cv(FULL, TODAY), name=Span("Ana \U0003347f"))
    session = Session(home, TODAY)
    hand_over(session, "cv", page, bytes, "pdf", "letter", None, force=False, open_it=False)
    assert "No font on this computer has U+3347F" in capsys.readouterr().err
    assert (here / "medpivot-cv-2026-11-22.pdf").exists()


def test_an_empty_person_gets_a_page_of_gaps_and_nothing_is_noted(run, home, here):
    result = run("cv", "--out", "cv.md")
    assert result.code == 0
    assert "11 places are yours to fill" in result.err
    assert not home.exists()
    assert "[write: your name]" in (here / "cv.md").read_text()


def test_the_cv_as_json_names_the_entries_behind_each_line_and_writes_nothing(run, home, here):
    run(*TALK)
    before = sorted(path.name for path in home.iterdir())
    made = json.loads(run("cv", "--json").out)
    [teaching] = [one for one in made["sections"] if one["id"] == "teaching"]
    [talk] = teaching["lines"]
    assert talk["text"] == "Sepsis talk"
    assert len(talk["from"]) == 1
    assert "your name" in made["gaps"]
    assert sorted(path.name for path in home.iterdir()) == before
    assert list(here.iterdir()) == []


def test_standard_output_gets_the_bytes_and_nothing_else(run, home):
    run(*TALK)
    assert run("cv", "--format", "md", "--out", "-").out.startswith("# [write: your name]")
    assert not (home / "profile.toml").exists()


def test_a_made_cv_and_portfolio_prove_their_milestones_and_undo_takes_that_back(run, home):
    run("assess", "--answers", SAMPLE)
    run("plan")
    plan = json.loads(run("plan", "--json").out)["milestones"]
    waits = {one["id"]: one["after"] for one in plan}
    for page, milestone in (("cv", "education-cv"), ("portfolio", "portfolio")):
        for one in waits[milestone]:
            run("plan", "done", one)
        run(*TALK)
        assert milestone not in json.loads(run("status", "--json").out)["offered"]
        run(page, "--force")
        assert milestone in json.loads(run("status", "--json").out)["offered"]
        assert json.loads(run("profile", "--json").out)["exported"][page] == "2026-11-22"
    assert "noting that the portfolio was made" in run("undo").err
    assert "portfolio" not in json.loads(run("status", "--json").out)["offered"]


def test_making_it_twice_on_a_day_is_one_step_and_on_another_day_the_newer_counts(run):
    run(*TALK)
    run("cv")
    run("cv", "--force")
    steps = json.loads(run("undo", "--list", "--json").out)["steps"]
    assert len(steps) == 2
    run("cv", "--force", today=date(2026, 12, 1))
    assert json.loads(run("profile", "--json").out)["exported"]["cv"] == "2026-12-01"


def test_a_mentor_who_would_speak_is_a_reference_and_others_are_not(run):
    run("people", "add", "Maria Santos", "--kind", "clerkship-director", "--status", "mentor")
    assert "Santos" not in run("cv", "--json").out
    run("people", "mentor", "maria", "--advocate")
    assert "Maria Santos, clerkship director" in run("cv", "--json").out


def test_neither_page_holds_what_drains_money_or_private_words(run, here):
    run("assess", "--answers", SAMPLE)
    run(*TALK, "--quote", "KEPT TO MYSELF", "--energy", "-2", "--evidence", "/secret/place")
    run("log", "add", "Inbox", "--kind", "admin-clinical", "--energy", "-2")
    for page in ("cv", "portfolio"):
        run(page, "--out", f"{page}.md")
        text = (here / f"{page}.md").read_text().casefold()
        for secret in ("kept to myself", "burn", "inbox", "/secret", "salary", "energy"):
            assert secret not in text


def test_a_letter_is_read_and_its_weak_lines_are_named_with_their_place(run, here):
    run(*TALK)
    letter = here / "letter.md"
    letter.write_text(
        "Dear all,\n\nI am burned out. I give lectures to our interns all the time.\n"
    )
    result = run("cv", "check", "letter.md")
    assert result.code == 0
    for said in ("line 3", '"am burned out"', "Your log has 1 activity of this kind", "instead"):
        assert said in " ".join(result.out.split())
    found = json.loads(run("cv", "check", "letter.md", "--json").out)["findings"]
    assert [(one["id"], one["line"]) for one in found] == [
        ("away.burned-out", 3),
        ("claim.lectures", 3),
    ]
    assert len(found[1]["ids"]) == 1
    assert letter.read_text().startswith("Dear all")


def test_a_word_file_is_read_by_paragraph_and_a_clean_one_says_so(run, here):
    file = Document()
    file.add_paragraph("Dear all,")
    file.add_paragraph("I need a change.")
    file.save(here / "letter.docx")
    [one] = json.loads(run("cv", "check", "letter.docx", "--json").out)["findings"]
    assert one["paragraph"] == 2
    (here / "good.txt").write_text("I taught 40 interns to read a blood gas.")
    assert "Nothing found in good.txt." in run("cv", "check", "good.txt").out
    (here / "cv.pdf").write_bytes(b"%PDF-1.7")
    assert "is a PDF" in run("cv", "check", "cv.pdf").err


def test_what_is_missing_is_listed_with_entries_and_commands_that_work(run):
    run(*TALK)
    listed = json.loads(run("portfolio", "missing", "--json").out)["missing"]
    by_id = {one["id"]: one for one in listed}
    [entry] = by_id["hours"]["ids"]
    close = by_id["hours"]["close"].replace("ID", entry).replace(" N", " 1.5")
    assert run(*close.split()[1:]).code == 0
    after = json.loads(run("portfolio", "missing", "--json").out)["missing"]
    assert "hours" not in {one["id"] for one in after}
    screen = run("portfolio", "missing").out
    assert "1 entry for four learners or more, and never rated" in screen
    assert entry in screen
    assert run("portfolio", "missing", "--plain").out.count("\n") == len(after)


def test_the_portfolio_as_json_has_domains_levels_and_what_is_missing(run):
    run(*TALK, "--rating", "4.5", "--raters", "9", "--hours", "1")
    made = json.loads(run("portfolio", "--json").out)
    teaching = made["domains"]["teaching"]
    assert (teaching["entries"], teaching["learners"], teaching["learners_n"]) == (1, 12, 1)
    assert teaching["rating"] == {"n": 1, "raters": 9, "mean": 4.5, "scale": 5}
    assert made["by_level"] == {"intern": {"2026": {"entries": 1, "learners": 12, "learners_n": 1}}}
    assert made["contributions"][0]["title"] == "Sepsis talk"
    assert {one["id"] for one in made["missing"]} >= {"domain", "philosophy", "products"}


def test_the_final_portfolio_keeps_what_is_missing_to_its_owner(run, here):
    run(*TALK)
    run("portfolio", "--out", "draft.md")
    run("portfolio", "--final", "--out", "final.md")
    assert "what is still missing" in (here / "draft.md").read_text()
    assert "what is still missing" not in (here / "final.md").read_text()
    run("portfolio", "--final", "--out", "final.json")
    content = json.loads((here / "final.json").read_text())["x-educator-portfolio"]
    assert "missing" not in content
    assert "contributions" in content
