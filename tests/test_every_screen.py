"""Every screen on every kind of terminal: narrow and wide, without color, in ASCII, read aloud."""

import re

import pytest

from every_command import SHOWS, Person

WIDTHS = (40, 80, 120, 200)

SCREENS = {
    **SHOWS,
    "medpivot": "",
    "undo": "undo --list",
    "plan done": "plan done {milestone}",
    "log add": 'log add "Visit" --kind lecture',
}
"""What shows something, and two commands that say what they did."""

DOCUMENTS = ("people letter", "people brief", "jobs letter", "jobs confirm", "assess questions")
"""Texts to be sent or filled in: in a pipe a paragraph of them is one line."""

ESCAPE = "\x1b"
DRAWN = re.compile("[\u2500-\u25ff\u2190-\u21ff\u2022\u00b7\u00bb]|[#|=]{3}|\\.{5}")
"""Boxes, blocks, arrows and dots, and the bars of a screen in ASCII."""

GAP = re.compile(r"\S {2,}\S|^ ")


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """A folder with something of everything, and names that are not ASCII."""
    place = tmp_path_factory.mktemp("lived")
    person = Person(place / "home", place / "away")
    person.lives()
    for line in (
        'people add "Zoë Núñez" --kind mentor',
        'log add "Séance d’enseignement: une très longue matinée 教學" --kind lecture --hours 2',
        'plan skip {milestone} --why "não há — nenhum"',
        'plan done {milestone} --note "rated 4.6"',
        "money set needs=180000 role.pay=250k role.hours=45 stay.hours=50",
        "time week wanted --patients 20 --teaching 10",
        "time meaningful teaching",
        "jobs ask apd --answer schedule=theirs",
        "assess --set hours-weekly=3",
        "training decide",
    ):
        done = person.types(line)
        assert done.code == 0, f"{line}: {done.err}"
    return person


@pytest.fixture
def away(lived, tmp_path):
    """The same person, with a new folder for what is written elsewhere."""
    person = Person(lived.home, tmp_path)
    for one in lived.away.iterdir():
        (tmp_path / one.name).write_bytes(one.read_bytes())
    return person


def too_wide(line, width):
    """Does it stick out, though it could be broken? Commands, paths and addresses cannot."""
    if len(line) <= width or "medpivot " in line or "/" in line:
        return False
    indent = len(line) - len(line.lstrip())
    return indent + max(len(word) for word in line.split()) <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", [one for one in SCREENS if one not in DOCUMENTS])
def test_no_line_is_wider_than_the_terminal_and_nothing_is_cut_off(away, name, width):
    shown = away.types(SCREENS[name], COLUMNS=str(width))
    assert [line for line in shown.out.splitlines() if too_wide(line, width)] == []
    assert "…" not in shown.out.replace("d’enseignement", "")
    assert all(line == line.rstrip() for line in shown.out.splitlines())


@pytest.mark.parametrize("name", SCREENS)
def test_without_color_no_escape_sequence_is_left(away, name):
    for around in ({"NO_COLOR": "1"}, {"NO_COLOR": "", "TERM": "dumb"}):
        shown = away.types(SCREENS[name], FORCE_COLOR="1", **around)
        assert ESCAPE not in shown.out + shown.err


@pytest.mark.parametrize("name", SCREENS)
def test_a_terminal_that_knows_only_ascii_gets_ascii(away, name):
    shown = away.types(SCREENS[name], charset="ascii")
    assert shown.code in (0, 1)
    assert (shown.out + shown.err).isascii()


@pytest.mark.parametrize("name", SCREENS)
def test_read_aloud_nothing_is_drawn_lined_up_or_broken(away, name):
    shown = away.types(SCREENS[name], COLUMNS="40", MEDPIVOT_PLAIN="1")
    assert shown.code in (0, 1)
    if name in DOCUMENTS:
        return
    lines = shown.out.splitlines()
    assert [line for line in lines if DRAWN.search(line) or GAP.search(line)] == []
    assert "\n\n\n" not in shown.out
    assert not shown.out.startswith("\n")


@pytest.mark.parametrize("name", SCREENS)
def test_every_command_takes_plain(away, name):
    if SCREENS[name]:
        shown = away.types(f"{SCREENS[name]} --plain")
        assert shown.code in (0, 1), shown.err


@pytest.mark.parametrize("name", ["assess show", "roles why", "plan next", "money", "status"])
def test_plain_before_a_command_is_the_same_as_behind_it(away, name):
    aloud = away.types(f"{SCREENS[name]} --plain").out
    assert aloud == away.types(f"--plain {SCREENS[name]}").out
    assert aloud != away.types(SCREENS[name]).out
