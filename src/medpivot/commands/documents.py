"""A CV or portfolio made in the format that was asked for, written, and noted for the plan."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Final, Literal, TypeAlias

import typer

from medpivot.commands.handing_over import READ_IT, STANDARD_OUTPUT, say_blanks, write_export
from medpivot.domain.document import Document, Entry, gaps_in
from medpivot.errors import UsageProblem
from medpivot.export import files
from medpivot.export.paper import PAPERS, Paper
from medpivot.session import Session
from medpivot.show.out import note, notes
from medpivot.store import profile

Format: TypeAlias = Literal["md", "docx", "pdf", "json"]

FormatFlag: TypeAlias = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="By the ending of --out, else docx. PDF needs the extra medpivot[pdf]; json is "
        "JSON Resume.",
        show_default=False,
    ),
]
PaperFlag: TypeAlias = Annotated[
    Literal["letter", "a4"], typer.Option("--paper", help="For DOCX and PDF.")
]
ContentJson: TypeAlias = Annotated[
    bool, typer.Option("--json", help="What would be in it, as one JSON document; no file.")
]

USUAL: Final[Format] = "docx"
"""What a promotion office edits, and a physician can open."""

_ENDINGS: Final[Mapping[str, Format]] = {
    ".md": "md",
    ".markdown": "md",
    ".docx": "docx",
    ".pdf": "pdf",
    ".json": "json",
}


def format_meant(given: Format | None, out: Path | None) -> Format:
    """The format that was asked for, by name or by the ending of the file.

    Raises:
        UsageProblem: the ending says another one, or none that is known.
    """
    ending = out.suffix.casefold() if out and out != STANDARD_OUTPUT and not out.is_dir() else ""
    by_name = _ENDINGS.get(ending)
    if given and by_name and given != by_name:
        raise UsageProblem(
            f"--format {given} does not fit a file that ends in {ending}",
            f"--format {by_name}, or another ending",
        )
    if ending and not given and not by_name:
        raise UsageProblem(
            f"{ending} is not a format there is", "an ending of .docx, .pdf, .md or .json"
        )
    return given or by_name or USUAL


def hand_over(
    session: Session,
    what: str,
    document: Document,
    as_json: Callable[[], bytes],
    given: Format | None,
    paper: str,
    out: Path | None,
    *,
    force: bool,
    open_it: bool,
) -> None:
    """Make it, write it, say where and how many places are left, and note that it was made.

    Raises:
        MedpivotError: there is such a file already, the extra for PDF is missing, or the system
            refuses.
    """
    form = format_meant(given, out)
    data = as_json() if form == "json" else _made(document, form, PAPERS[paper])
    name = files.dated_file(what, session.today, form)
    path = write_export(session, data, name, out, force=force, open_it=open_it)
    if form != "json":
        say_blanks(len(gaps_in(document)))
    note(READ_IT)
    # a page on which everything is still to be written proves nothing yet
    filled = any(isinstance(block, Entry) for part in document.parts for block in part.blocks)
    if path is not None and filled:
        notes(profile.record_export(session.home, what, session.today))


def _made(document: Document, form: Format, paper: Paper) -> bytes:
    if form == "md":
        from medpivot.export.markdown import markdown

        return markdown(document)
    if form == "docx":
        from medpivot.export.docx import docx

        return docx(document, paper)
    from medpivot.export.pdf import pdf

    made = pdf(document, paper)
    if made.missing:
        examples = " ".join(made.missing)
        note(
            f"No font on this computer has {examples} or what is written in the same script: "
            "boxes stand there. Install a font that has it, or use --format docx."
        )
    return made.data
