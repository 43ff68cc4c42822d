"""The pictures of `docs/pictures/`: what the program says to a sample person, as one sees it."""

from dataclasses import dataclass

from browser import Browser
from making.pages import LEFT_OUT, only
from making.person import ROOT, Person
from making.terminal_picture import picture

FOLDER = ROOT / "docs" / "pictures"
REPORT = FOLDER / "report.png"
REPORT_HIGH = 1105
"""Pixels, down to the end of the table of roles."""


@dataclass(frozen=True)
class Shot:
    """A command, and the paragraphs of what it says that are shown."""

    name: str
    command: str
    shows: tuple[str, ...]


SHOTS = (
    Shot(
        "assessment",
        "medpivot assess show",
        ("Your answers", "Why", "Roles, best fit first"),
    ),
    Shot(
        "plan",
        "medpivot plan",
        (
            *("Next", "3 to plan again"),
            *("Try it where you are", "Build, learn and show", "█ done"),
        ),
    ),
    Shot("log-summary", "medpivot log summary", ()),
)


def terminal_pictures(person: Person) -> dict[str, str]:
    """Each picture of a terminal by the name of its file, as it is today."""
    return {f"{one.name}.svg": _taken(one, person) for one in SHOTS}


def report_picture(person: Person, browser: Browser) -> bytes:
    """The upper part of the page for a mentor, as a PNG file."""
    page = person.home.parent / "report.html"
    person.types(f"medpivot report --for mentor --out {page}")
    return browser.photographs(page, 900, high=REPORT_HIGH)


def _taken(shot: Shot, person: Person) -> str:
    said = person.types(shot.command, color=True)
    shown = only(said, list(shot.shows))
    shown = [f"\x1b[2m{one}\x1b[0m" if one == LEFT_OUT else one for one in shown]
    prompt = f"\x1b[2m$\x1b[0m {shot.command}"
    return picture([prompt, "", *shown], shot.command, person.columns)
