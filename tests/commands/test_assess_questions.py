"""The answers file to fill in: it can be read as it is, and with every line taken up."""

import json
import re
from pathlib import Path

from conftest import Run
from medpivot import catalogue


def test_the_template_as_it_is_skips_everything(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(run("assess", "questions").out, encoding="utf-8")
    result = run("assess", "--answers", str(file), "--no-save", "--json")
    assert json.loads(result.out)["answered"]["given"] == 0


def test_every_line_of_the_template_is_an_answer_once_its_mark_is_gone(
    run: Run, tmp_path: Path
) -> None:
    text = run("assess", "questions").out
    filled = re.sub(r"^#([a-z-]+ = )", r"\1", text, flags=re.MULTILINE)
    filled = filled.replace('dread-most = "..."', 'dread-most = "paperwork"')
    filled = filled.replace('energy-most = "..."', 'energy-most = "explaining-to-patients"')
    file = tmp_path / "mine.toml"
    file.write_text(filled, encoding="utf-8")
    result = run("assess", "--answers", str(file), "--no-save", "--json")
    assert result.code == 0, result.err
    answered = json.loads(result.out)["answered"]
    assert answered["given"] == answered["of"]


def test_every_question_and_choice_is_in_the_json(run: Run) -> None:
    data = json.loads(run("assess", "questions", "--json").out)["questions"]
    assert [one["id"] for one in data] == [q.id for q in catalogue.load_interview().questions]


def test_json_never_asks(run: Run) -> None:
    result = run("assess", "--json")
    assert (result.code, result.out) == (2, "")
    assert "--answers FILE" in result.err
