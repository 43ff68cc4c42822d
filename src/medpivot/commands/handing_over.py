"""Handing something over: on the screen, or as a file that is never put over another unasked."""

import sys
from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from medpivot.errors import UsageProblem
from medpivot.session import Session
from medpivot.show.out import clean, json_document, note

# What writes and opens files is imported where it is used: `log` has these flags, and adding to
# the log must not pay for them.

Out: TypeAlias = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Write it to this file instead of the screen."),
]
Into: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="PATH",
        help="A file, or a folder to put it in; the current folder if left out.",
        show_default=False,
    ),
]
Force: TypeAlias = Annotated[
    bool, typer.Option("--force", help="Write over a file that is there already.")
]
Open: TypeAlias = Annotated[
    bool, typer.Option("--open", help="Open it with the program this computer has for it.")
]

STANDARD_OUTPUT: Final = Path("-")
"""What `--out` names to have the bytes on standard output."""

READ_IT: Final = "Read it for anything that could point to a patient or a learner."
"""What to do with whatever was drawn from the log, before anybody else sees it."""


def hand_over(
    session: Session,
    about: str,
    letter: str,
    text: str,
    out: Path | None,
    advice: str,
    *,
    force: bool,
    json: bool,
) -> None:
    """Print a letter, write it to a file, or show it as JSON; say what is left to fill, and advice.

    `about` is the id of the person or job it is about, `letter` what kind it is.

    Raises:
        UsageProblem: both a file and JSON are wanted.
        MedpivotError: there is such a file already, or the system refuses.
    """
    from medpivot.export.letters import blanks
    from medpivot.show.letter import on_screen

    if json and out:
        raise UsageProblem("--json and --out exclude each other", "leave one of them out")
    must_end_in(out, ".md", ".txt")
    left = blanks(text)
    if json:
        json_document({"schema": 1, "id": about, "letter": letter, "text": text, "blanks": left})
        return
    if out is None:
        sys.stdout.write(on_screen(text))
    else:
        write_export(session, text.encode(), out.name, out, force=force)
    say_blanks(len(left))
    note(advice)


def say_blanks(left: int) -> None:
    """How many places are left to the person; nothing where none are."""
    if left:
        places = "1 place is" if left == 1 else f"{left} places are"
        note(f"{places} yours to fill, marked [write: ...].")


def must_end_in(out: Path | None, *endings: str) -> None:
    """Make sure that a file is not called what it is not, such as a page called .pdf.

    A folder, and a name without an ending, are left as they are.

    Raises:
        UsageProblem: the name ends in something else.
    """
    import os

    if out is None or out == STANDARD_OUTPUT or os.path.isdir(out):  # noqa: PTH112  (a long name)
        return
    if out.suffix and out.suffix.casefold() not in endings:
        raise UsageProblem(
            f"{clean(out.name)}: what is written is no {out.suffix} file",
            f"a name that ends in {' or '.join(endings)}",
        )


def refuse_before(session: Session, name: str, out: Path | None, *, force: bool) -> None:
    """Find out whether `write_export` would be refused, before anything else is done.

    Raises:
        MedpivotError: there is such a file already and `force` is not given, or its folder is
            missing.
    """
    from medpivot.export import files

    if out != STANDARD_OUTPUT:
        files.must_be_free(files.place(out, name, session.home), force=force)


def write_export(
    session: Session,
    data: bytes,
    name: str,
    out: Path | None,
    *,
    force: bool = False,
    open_it: bool = False,
) -> Path | None:
    """Write an export to `out` or, as `name`, into the current folder; say where, and open it.

    `name` comes from `files.dated_file`. `--out -` writes the bytes to standard output instead;
    None is returned then.

    Raises:
        MedpivotError: there is such a file already and `force` is not given, its folder is
            missing, or the system refuses.
        UsageProblem: standard output cannot be opened, or is a screen these bytes are not for.
    """
    if out == STANDARD_OUTPUT:
        if open_it:
            raise UsageProblem("--open needs a file, and --out - makes none", "leave out --open")
        if sys.stdout.isatty():
            if b"\0" in data:
                what = "this file is not for a screen"
                raise UsageProblem(what, "--out FILE, or a pipe behind it")
            # a screen obeys what a file may hold; a pipe gets the bytes as they are
            sys.stdout.write(clean(data.decode("utf-8-sig").replace("\r\n", "\n")))
            return None
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return None
    from medpivot.export import files

    path = files.place(out, name, session.home)
    files.write(path, data, force=force)
    note(f"Written to {clean(str(path.absolute()))}.")
    if open_it and not files.open_file(path):
        note("It could not be opened from here: no program for it was found.")
    return path
