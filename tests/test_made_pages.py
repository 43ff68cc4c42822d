"""What is made from the program agrees with the program: the command reference and the man page."""

import os
import re
import subprocess
import sys

import every_command
from making.__main__ import MANUAL, REFERENCE
from making.command_tree import every, tree
from making.manual import manual
from making.person import ROOT
from making.reference import reference
from outside import needed


def test_the_reference_says_what_the_program_says():
    assert reference() == REFERENCE.read_text(encoding="utf-8"), "it has drifted: make docs"


def test_the_man_page_says_what_the_program_says():
    assert manual() == MANUAL.read_text(encoding="utf-8"), "it has drifted: make docs"


def test_every_command_is_in_both_with_its_purpose():
    text, page = REFERENCE.read_text(encoding="utf-8"), MANUAL.read_text(encoding="utf-8")
    found = {one.path.removeprefix("medpivot ") for one in every(tree())}
    assert set(every_command.commands()) <= found
    for one in every(tree()):
        assert f"# {one.path}\n\n" in text
        assert one.path == "medpivot" or f'.SS "{one.path.removeprefix("medpivot ")} ' in page


def test_the_man_page_names_every_variable_the_program_reads():
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    read = set(re.findall(r'"(MEDPIVOT_[A-Z]+)"', code))
    assert {"MEDPIVOT_HOME", "MEDPIVOT_TODAY"} <= read
    assert read <= set(re.findall(r"^\.B (MEDPIVOT_[A-Z]+)$", manual(), flags=re.MULTILINE))


def test_the_width_of_the_terminal_is_not_in_them():
    program = "from making.__main__ import *; print(reference() + manual(), end='')"
    environment = {**os.environ, "COLUMNS": "40", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, check=True
    )
    assert done.stdout.decode() == reference() + manual()


def test_man_shows_the_page_without_a_warning():
    done = subprocess.run(
        [needed("man"), "--warnings", "-E", "UTF-8", "-l", str(MANUAL)],
        env={**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert 'medpivot log add "Noon conference on sepsis" --kind conference' in done.stdout
