"""CONTRIBUTING.md is true: its examples are followed word for word in a copy of the checkout."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PLACE = re.compile(r"# (?P<file>\S+), (?P<where>a new file|at the end|(above|below) the line .*)\n")
LINE = re.compile(r"(above|below) the line that starts with (.+)")

posix = pytest.mark.skipif(os.name != "posix", reason="the guide's lines are for a POSIX shell")


@dataclass(frozen=True)
class Copy:
    """A copy of the checkout, in which `.venv/bin` is the environment of this test run."""

    folder: Path

    def runs(self, line: str) -> subprocess.CompletedProcess[str]:
        """Type a line of the guide."""
        environment = {**os.environ, "PYTHONPATH": str(self.folder / "src")}
        environment |= {"MEDPIVOT_HOME": str(self.folder / "home"), "COLUMNS": "80"}
        environment |= {"MEDPIVOT_TODAY": "2026-11-22"}
        return subprocess.run(
            ["sh", "-c", line],
            cwd=self.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def puts(self, file: str, where: str, text: str) -> None:
        """Put a block of the guide where its first line says."""
        path = self.folder / file
        if where == "a new file":
            assert not path.exists(), f"{file} is there already"
            path.write_text(text, encoding="utf-8")
            return
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        if where == "at the end":
            lines += ["\n", text]
        else:
            side, start = LINE.fullmatch(where).groups()
            (place,) = (n for n, one in enumerate(lines) if one.lstrip().startswith(start))
            lines.insert(place + (side == "below"), text)
        path.write_text("".join(lines), encoding="utf-8")


@pytest.fixture
def copy(tmp_path):
    for name in ("src", "tests", "data"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / ".venv").symlink_to(sys.prefix)
    return Copy(tmp_path)


def blocks():
    """The fenced blocks below the heading of the examples."""
    return BLOCK.findall(GUIDE.split("\n### A role\n")[1])


@posix
def test_the_three_examples_work_word_for_word(copy):
    for language, text in blocks():
        if language == "sh":
            for line in text.splitlines():
                done = copy.runs(line)
                assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
        else:
            place = PLACE.match(text)
            assert place, f"a block does not say where it goes: {text[:60]}"
            copy.puts(place["file"], place["where"], text[place.end() :])
    assert "Faculty developer" in copy.runs(".venv/bin/medpivot roles").stdout
    asked = copy.runs(".venv/bin/medpivot due --help").stdout
    assert "    medpivot due\n    medpivot due --days 30\n" in asked
    assert "What falls due soon." in copy.runs(".venv/bin/medpivot --help").stdout


ADDED = {
    "milestones.toml": (
        '[milestone.borrowed-day]\ntitle = "Follow one educator for a day"\nwhy = "A day shows it."\n'
        'first_step = "Ask one."\nstep = 3\nphase = "1"\nwindow = [1, 3]\nhours = 4\n'
        'kinds = ["full"]\n'
    ),
    "portfolio.toml": (
        '[kind.podcast]\nlabel = "Podcast episode"\nhelp = "You spoke, they chose the hour."\n'
        'domain = "teaching"\n\n[level.paramedic]\nlabel = "Paramedic"\n'
    ),
    "training.toml": (
        '[program.local-series]\ntitle = "A local series"\nroute = "certificate"\n'
        'text = "Six evenings."\nhours_total = 12\nprice = "Unknown."\nstatus = "open"\n'
        'source = "own-page"\n'
    ),
    "offers.toml": (
        '[question.parking]\nask = "Where do you park?"\nname = "parking"\n'
        'why = "It is half an hour a day."\nkind = "text"\nsource = "article"\n\n'
        '[move.abroad]\ntitle = "Another country"\ntext = "Some pay teachers by the hour."\n'
        'first_step = "Ask one who went."\nline = "What would travel with you?"\n'
        'dreads = ["this-place"]\nfrom = ["private"]\nwatch = ["isolation"]\nsource = "article"\n'
    ),
    "cv.toml": (
        '[vague.lifelong]\nphrases = ["lifelong learner"]\nwhy = "So is every reader."\n'
        'toward = "Name what you learned last year."\n'
    ),
    "people.toml": (
        '[kind.librarian]\nlabel = "Medical librarian"\nhelp = "Knows who publishes what."\n'
        'topic = "where education papers from here have gone"\n'
        'asks = ["Which search would you run first?"]\ndecides = false\n'
    ),
    "support.toml": (
        '[helpline.us-other]\ncountry = "us"\nname = "Another line"\ncontact = "555-0100"\n'
        'hours = "Day and night"\ntext = "For the test."\nsource = "example.org"\n'
        'checked = "2026-11-22: read"\nurgent = false\n'
    ),
    "sources.toml": (
        '[source.own-page]\ntitle = "A page of our own"\nwhere = "example.org"\nyear = 2026\n'
        'checked = "2026-11-22"\nnote = "Read whole."\n'
    ),
    "samples/nobody.toml": (
        'schema = 1\ntitle = "Somebody else"\nsituation = "Said little."\n[answers]\n'
        'hard-work = "unsure"\n'
    ),
}
"""One of each kind of entry that the table names, beside the roles and questions of the examples."""

SEEN = (
    ("plan new --kind full", None),
    ('log add "Episode one" --kind podcast --level paramedic', None),
    ("plan list --plain", "borrowed-day"),
    ("support us", "Another line"),
    ("people add Kim --kind librarian", None),
    ("training routes", "A local series"),
)
"""Lines of the program, each with what it says only once the entries are there."""


@posix
def test_an_entry_of_each_kind_is_one_entry_in_one_file(copy):
    for name, text in ADDED.items():
        file = copy.folder / "data" / name
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        file.write_text(f"{before}\n{text}", encoding="utf-8")
    check = "from medpivot.catalogue import check_all; print([one.details for one in check_all()])"
    assert copy.runs(f'.venv/bin/python -c "{check}"').stdout == "[]\n"
    copy.runs(".venv/bin/medpivot assess --answers data/samples/hospitalist-students.toml")
    for line, said in SEEN:
        done = copy.runs(f".venv/bin/medpivot {line}")
        assert done.returncode == 0, f"{line}: {done.stderr}"
        assert said is None or said in done.stdout, done.stdout


def test_every_file_the_guide_names_is_there():
    named = set(re.findall(r"`((?:data|src|tests|benchmarks)/[\w./-]*)`", GUIDE))
    for name in named:
        assert (ROOT / name).exists(), f"{name} is not there"
    assert len(named) > 20


def test_the_table_names_every_data_file_that_a_mentor_adds_to():
    table = GUIDE.split("## To add something")[1].split("\n\n")[1]
    for name in ADDED:
        assert f"`data/{name.split('/')[0]}" in table, f"{name} is missing in the table"


def test_every_make_target_the_guide_names_is_there():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"make ([a-z-]+)`", GUIDE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"make {target} is not there"
