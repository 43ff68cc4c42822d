"""The ways to ask, in lines: for a screen reader, and where the cursor cannot move.

Choices are numbered and taken by typing their number; nothing is drawn, nothing is drawn again.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from shutil import get_terminal_size
from typing import Final

from medpivot.asking.ways import BACK, PLAIN, SKIP, Around, Choices, Mark, Picks
from medpivot.domain.harmless import one_line
from medpivot.domain.unbroken import fill
from medpivot.errors import Interrupted

EMPTY: Final = "-"
"""Takes away what stands there already."""

_AGAIN: Final = "?"
_NARROWEST: Final = 20
_ANYTHING: Final = "The answer is not one of these. Type ? to hear them again."


def text(
    prompt: str,
    default: str,
    allow_back: bool,
    check: Callable[[str], str] | None,
    around: Around,
) -> str | Mark:
    """The text as typed, empty when the line was left empty, or `BACK`."""
    keeps = f"Enter keeps: {default}. A single {EMPTY} takes it away." if default else ""
    if not default and around.empty:
        keeps = f"{around.empty[:1].upper()}{around.empty[1:]}."
    _put(around, prompt, (), keeps, allow_back=allow_back, allow_skip=False)
    while True:
        typed = _read()
        if allow_back and typed.strip().lower() == BACK.value:
            return BACK
        typed = "" if typed.strip() == EMPTY else typed or default
        problem = check(typed) if check and typed.strip() else ""
        if not problem:
            return typed
        say(problem)


def one(
    prompt: str,
    choices: Choices,
    default: str | None,
    allow_back: bool,
    allow_skip: bool,
    around: Around,
) -> str | Mark:
    """The id of the choice taken, `BACK` or `SKIP`."""
    numbers = _numbers(choices, around)
    known = {choice: number for number, choice in numbers.items()}
    keeps = f"Enter keeps {known[default]}." if default in known else ""
    rows = _rows(choices, known, around)
    while True:
        _put(around, prompt, rows, f"Type a number. {keeps}", allow_back, allow_skip)
        while (typed := _read().strip().lower()) != _AGAIN:
            if mark := _mark(typed, allow_back, allow_skip):
                return mark
            chosen = numbers.get(typed) or (default if not typed and default in known else None)
            if chosen is not None:
                _taken([chosen], choices, around)
                return chosen
            say(_ANYTHING)


def many(
    prompt: str,
    choices: Choices,
    default: Sequence[str],
    allow_back: bool,
    check: Callable[[Picks], str] | None,
    around: Around,
) -> Picks | Mark:
    """The ids of the choices taken in the order they are listed, maybe none, or `BACK`."""
    numbers = _numbers(choices, around)
    known = {choice: number for number, choice in numbers.items()}
    ticked = tuple(choice for choice in known if choice in default)
    listed = ", ".join(known[choice] for choice in ticked)
    keeps = (
        f"Enter keeps {listed}; a single {EMPTY} takes none."
        if ticked
        else "Enter alone takes none."
    )
    rows = _rows(choices, known, around)
    while True:
        how = f"Type the numbers, with spaces between. {keeps}"
        _put(around, prompt, rows, how, allow_back, allow_skip=False)
        while (typed := _read().strip().lower()) != _AGAIN:
            if mark := _mark(typed, allow_back, allow_skip=False):
                return mark
            words = typed.replace(",", " ").split()
            picks = tuple(choice for choice, number in known.items() if number in words)
            if typed and typed != EMPTY and not all(word in numbers for word in words):
                say(_ANYTHING)
                continue
            picks = picks if typed else ticked
            problem = check(picks) if check and picks else ""
            if not problem:
                _taken(picks, choices, around)
                return picks
            say(problem)


def yes_or_no(prompt: str, default: bool) -> bool:
    """Yes or no; Enter takes `default`."""
    say(one_line(prompt))
    say(f"Type yes or no. Enter is {'yes' if default else 'no'}.")
    while (typed := _read().strip().lower()) not in ("", "y", "yes", "n", "no"):
        say("Type yes or no.")
    return typed.startswith("y") if typed else default


def go_on(words: str) -> None:
    """Wait for Enter.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D.
    """
    say(words)
    _read()


def secret(prompt: str, explanation: str, problem: str) -> str:
    """The text as typed, and nothing shown."""
    from getpass import getpass

    for words in (problem, prompt, explanation):
        say(words)
    try:
        return getpass("> ")
    except (KeyboardInterrupt, EOFError):
        raise _stopped() from None


def say(words: str) -> int:
    """Print a line, broken at words where the terminal ends; the rows it takes."""
    if not words:
        return 0
    lines = fill(one_line(words), max(_NARROWEST, get_terminal_size().columns - 1))
    sys.stdout.write(lines + "\n")
    sys.stdout.flush()
    return lines.count("\n") + 1


def say_heading(words: str) -> int:
    """Print a line after an empty one; the rows it takes."""
    sys.stdout.write("\n")
    return 1 + say(words)


def _put(
    around: Around,
    prompt: str,
    rows: Iterable[str],
    how: str,
    allow_back: bool,
    allow_skip: bool,
) -> None:
    """The question with all that surrounds it, and at last what can be typed."""
    if around is not PLAIN:
        sys.stdout.write("\n")
    for words in (around.place, prompt, around.help, *rows):
        say(words)
    skips = f"Type {SKIP.value}: {_small(around.skip)}." if allow_skip else ""
    say(" ".join(filter(None, (how.strip(), skips, f"Type {BACK.value} to go back." * allow_back))))


def _small(words: str) -> str:
    """The words as they stand inside a sentence; `I` stays as it is."""
    return words if words.startswith("I ") else words[:1].lower() + words[1:]


def _numbers(choices: Choices, around: Around) -> dict[str, str]:
    """What is typed for each choice: its id on a scale, else its place from 1."""
    if around.numbered:
        return {choice: choice for choice, _ in choices}
    return {str(place): choice for place, (choice, _) in enumerate(choices, start=1)}


def _rows(choices: Choices, known: dict[str, str], around: Around) -> list[str]:
    rows: list[str] = []
    for choice, label in choices:
        if around.headings.get(choice):
            rows.append(f"{around.headings[choice]}:")
        rows.append(f"{known[choice]}: {one_line(label)}")
    return rows


def _mark(typed: str, allow_back: bool, allow_skip: bool) -> Mark | None:
    if allow_back and typed == BACK.value:
        return BACK
    return SKIP if allow_skip and typed == SKIP.value else None


def _taken(picks: Sequence[str], choices: Choices, around: Around) -> None:
    """What was understood, in words; the interview says it itself."""
    if not around.silent:
        labels = dict(choices)
        say(f"Taken: {'; '.join(one_line(labels[pick]) for pick in picks) or 'none'}")


def _read() -> str:
    try:
        return input("> ")
    except (KeyboardInterrupt, EOFError):
        sys.stdout.write("\n")
        raise _stopped() from None


def _stopped() -> Interrupted:
    return Interrupted("Stopped. Nothing was changed.")
