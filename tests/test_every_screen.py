"""Every screen on every kind of terminal: narrow and wide, without color, in ASCII, read aloud."""

import re
import shutil
from functools import cache
from itertools import pairwise

import pytest

from every_command import SHOWS, Person

WIDTHS = (40, 80, 120, 200)

WRITES = ("report", "log export", "data backup")
"""Commands that write a file and show no more than where it is."""

SCREENS = {
    **{name: line for name, line in SHOWS.items() if name not in WRITES},
    "medpivot": "",
    "undo": "undo --list",
    "plan done": "plan done {milestone}",
    "log add": 'log add "Visit" --kind lecture',
}
"""What shows something, and two commands that say what they did."""

SOME = ("assess show", "roles why", "plan next", "money", "status")
"""Screens of every make: tables, paragraphs, labels."""

DOCUMENTS = ("people letter", "people brief", "jobs letter", "jobs confirm", "assess questions")
"""Texts to be sent or filled in: in a pipe a paragraph of them is one line."""

ESCAPE = "\x1b"
DRAWN = re.compile("[\u2500-\u25ff\u2190-\u21ff\u2022\u00b7\u00bb]|[#|=]{3}|\\.{5}")
"""Boxes, blocks, arrows and dots, and the bars of a screen in ASCII."""

WORD = re.compile(r"[\w'./-]*[a-z]{2}[\w'./-]*")
LONGEST = 20
"""Letters of a word that has room on every screen; addresses and ids have more."""

SHORTER = ("agrees",)
"""Words that stand only on a narrow screen."""

GAP = re.compile(r"\S {2,}\S|^ ")


@pytest.fixture(scope="module")
def foreign(lived, tmp_path_factory):
    """A folder with something of everything, and names that are not ASCII."""
    place = tmp_path_factory.mktemp("foreign") / "one"
    shutil.copytree(lived.home.parent, place)
    person = Person(place / "home", place / "away")
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


@pytest.fixture(scope="module")
def shown(foreign):
    """What a screen shows with that around it; each is asked for once."""

    @cache
    def shown(name, charset="utf-8", **around):
        done = foreign.types(SCREENS[name], charset, **around)
        assert done.code in (0, 1), done.err
        return done

    return shown


def too_wide(line, width):
    """Does it stick out, though it could be broken? Commands, paths and addresses cannot."""
    if len(line) <= width or "medpivot " in line or "/" in line:
        return False
    indent = len(line) - len(line.lstrip())
    return indent + max(len(word) for word in line.split()) <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", [one for one in SCREENS if one not in DOCUMENTS])
def test_no_line_is_wider_than_the_terminal_and_nothing_is_cut_off(shown, name, width):
    out = shown(name, COLUMNS=str(width)).out
    assert [line for line in out.splitlines() if too_wide(line, width)] == []
    assert "…" not in out
    assert all(line == line.rstrip() for line in out.splitlines())


COMMAND = re.compile(r"medpivot(?: [a-z-]+){0,3}$")
GOES_ON = re.compile(r'"|--[a-z]|[A-Z]{2,}\b|[a-z0-9]+-[a-z0-9-]+')


def broken_commands(out):
    """Commands that a line end cuts in two."""
    lines = [line.strip() for line in out.splitlines()]
    for line, following in pairwise(lines):
        found, word = COMMAND.search(line), following.split(" ")[0]
        if found and word:
            more = f"{found[0]} {word.rstrip('.,;:)')}".removeprefix("medpivot ")
            if more in SHOWS or more in GROUPS or (" " in found[0] and GOES_ON.match(word)):
                yield f"{line} / {following}"


GROUPS = {name.split(" ")[0] for name in SHOWS}


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("name", SCREENS)
def test_no_command_is_broken_at_a_line_end(shown, name, width):
    done = shown(name, COLUMNS=str(width))
    assert [*broken_commands(done.out), *broken_commands(done.err)] == []


BREAKABLE = [one for one in SHOWS if one not in (*DOCUMENTS, *WRITES, "roles show")]
"""Not the page of a role: it ends with addresses longer than any screen."""


@pytest.mark.parametrize("name", BREAKABLE)
def test_no_word_is_broken_on_a_narrow_screen(shown, name):
    whole = set(WORD.findall(shown(name, COLUMNS="200").out))
    found = set(WORD.findall(shown(name, COLUMNS="40").out))
    longest = " ".join(one for one in whole if len(one) > LONGEST)
    assert [one for one in found - {*whole, *SHORTER} if one not in longest] == []


@pytest.mark.parametrize("name", SCREENS)
def test_without_color_no_escape_sequence_is_left(shown, name):
    done = shown(name, NO_COLOR="1", FORCE_COLOR="1")
    assert ESCAPE not in done.out + done.err


@pytest.mark.parametrize("name", SOME)
def test_a_dumb_terminal_gets_no_escape_sequence(shown, name):
    assert ESCAPE in shown(name, NO_COLOR="", FORCE_COLOR="1", TERM="xterm").out
    assert ESCAPE not in shown(name, NO_COLOR="", FORCE_COLOR="1", TERM="dumb").out


@pytest.mark.parametrize("name", SCREENS)
def test_a_terminal_that_knows_only_ascii_gets_ascii(shown, name):
    done = shown(name, charset="ascii")
    assert (done.out + done.err).isascii()


@pytest.mark.parametrize("name", [one for one in SCREENS if one not in DOCUMENTS])
def test_read_aloud_nothing_is_drawn_lined_up_or_broken(shown, name):
    out = shown(name, COLUMNS="40", MEDPIVOT_PLAIN="1").out
    assert [line for line in out.splitlines() if DRAWN.search(line) or GAP.search(line)] == []
    assert "\n\n\n" not in out
    assert not out.startswith("\n")


@pytest.mark.parametrize("name", [one for one in SHOWS if one not in WRITES])
def test_every_command_takes_plain(foreign, name):
    done = foreign.types(f"{SHOWS[name]} --plain")
    assert done.code in (0, 1), done.err


@pytest.mark.parametrize("name", SOME)
def test_plain_before_a_command_is_the_same_as_behind_it(foreign, shown, name):
    aloud = foreign.types(f"{SCREENS[name]} --plain").out
    assert aloud == foreign.types(f"--plain {SCREENS[name]}").out
    assert aloud != shown(name, COLUMNS="80").out


@pytest.mark.parametrize("name", sorted({"", *SHOWS}))
def test_help_fits_a_narrow_terminal(foreign, name):
    out = foreign.types(f"{name} --help", COLUMNS="40").out
    assert [line for line in out.splitlines() if too_wide(line.rstrip(), 40)] == []
