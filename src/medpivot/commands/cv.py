"""`cv`: the CV for education work, and a letter read for what runs away from a job."""

from pathlib import Path
from typing import Annotated

import typer

from medpivot.commands.cv_material import gathered
from medpivot.commands.documents import ContentJson, FormatFlag, PaperFlag, hand_over
from medpivot.commands.given_files import read_given
from medpivot.commands.handing_over import Force, Into, Open
from medpivot.commands.shared_flags import Json
from medpivot.domain.cv import cv as made_cv
from medpivot.domain.cv_check import check as checked
from medpivot.domain.document import gaps_in
from medpivot.errors import UsageProblem
from medpivot.grouping import called_alone
from medpivot.session import Session
from medpivot.show.out import console, json_document

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(invoke_without_command=True)
def cv(
    ctx: typer.Context,
    format: FormatFlag = None,  # noqa: A002  (what it is called on the command line)
    out: Into = None,
    force: Force = False,
    open_it: Open = False,
    paper: PaperFlag = "letter",
    json: ContentJson = False,
) -> None:
    """Your CV for education work, drafted from your log, your profile and your mentors.

    Teaching, curriculum, leadership and scholarship stand first, clinical work after. What only
    you can say is marked [write: ...]. No quote, nothing about burnout or money goes into it.

    \b
    Examples:
      medpivot cv
      medpivot cv --format pdf --out cv.pdf --open
      medpivot cv --json
      medpivot cv check letter.docx
    """
    if not called_alone(ctx):
        return
    session: Session = ctx.obj
    if json and (format or out or open_it):
        raise UsageProblem("--json makes no file", "leave it out, or use --format json")
    material = gathered(session)
    document = made_cv(material, session.today)
    if json:
        from medpivot.show.cv_json import document_json

        json_document(document_json(document, gaps_in(document)))
        return

    def as_json() -> bytes:
        from medpivot.domain.json_resume import json_resume
        from medpivot.export.json_file import json_file

        return json_file(json_resume(material, session.today))

    hand_over(session, "cv", document, as_json, format, paper, out, force=force, open_it=open_it)


@app.command()
def check(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A letter or CV: .md, .txt or .docx.")
    ],
    json: Json = False,
) -> None:
    """Read a letter or CV for lines that run away from a job rather than toward one.

    Also for interest in teaching without anything that shows it, and for claims to which your log
    can put a number. The file is only read.

    \b
    Examples:
      medpivot cv check letter.docx
      medpivot cv check cv.md --json
    """
    session: Session = ctx.obj
    from medpivot.reading.written import read_written

    data = read_given(file, "name a .md, .txt or .docx file")
    written = read_written(data, file.name)
    findings = checked(written.lines, gathered(session))
    if json:
        from medpivot.show.cv_json import findings_json

        json_document(findings_json(findings, written))
        return
    from medpivot.show.cv_check import findings_screen

    console().print(findings_screen(findings, written, file.name))
