"""`portfolio`: the educator portfolio of the five domains, and what is still missing in it."""

from typing import Annotated

import typer

from medpivot.commands.cv_material import gathered
from medpivot.commands.documents import ContentJson, FormatFlag, PaperFlag, hand_over
from medpivot.commands.handing_over import Force, Into, Open
from medpivot.commands.shared_flags import Json
from medpivot.domain.portfolio import portfolio as found_portfolio
from medpivot.domain.portfolio_missing import missing as lacking
from medpivot.domain.portfolio_missing import missing_words
from medpivot.errors import UsageProblem
from medpivot.grouping import called_alone
from medpivot.session import Session
from medpivot.show.out import console, json_document, note, plain

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(invoke_without_command=True)
def portfolio(
    ctx: typer.Context,
    format: FormatFlag = None,  # noqa: A002  (what it is called on the command line)
    out: Into = None,
    force: Force = False,
    open_it: Open = False,
    paper: PaperFlag = "letter",
    final: Annotated[
        bool,
        typer.Option("--final", help="Without empty domains and the page of what is missing."),
    ] = False,
    json: ContentJson = False,
) -> None:
    """The five-domain educator portfolio, drafted from your log and your profile.

    One page with at most five contributions, then each domain with how much and how well, learners
    by level and year, what you built on, what came of it, what you changed. The last page, for you
    alone, names what is missing. Only quotes you marked as shareable are in it.

    \b
    Examples:
      medpivot portfolio
      medpivot portfolio --final --format pdf --out portfolio.pdf
      medpivot portfolio missing
    """
    if not called_alone(ctx):
        return
    session: Session = ctx.obj
    if json and (format or out or open_it):
        raise UsageProblem("--json makes no file", "leave it out, or use --format json")
    material = gathered(session)
    found = found_portfolio(material, session.today)
    left = lacking(material, found)

    def content() -> dict[str, object]:
        from medpivot.show.cv_json import portfolio_json

        return portfolio_json(found, left, material, session.today.isoformat())

    if json:
        json_document(content())
        return

    def as_json() -> bytes:
        from medpivot.domain.json_resume import json_resume
        from medpivot.export.json_file import json_file

        kept = {key: one for key, one in content().items() if not (final and key == "missing")}
        return json_file({**json_resume(material, session.today), "x-educator-portfolio": kept})

    from medpivot.domain.portfolio_pages import laid_out

    document = laid_out(material, found, left, session.today, final=final)
    hand_over(
        session, "portfolio", document, as_json, format, paper, out, force=force, open_it=open_it
    )
    if left:
        note("medpivot portfolio missing names what would make it stronger.")


@app.command()
def missing(
    ctx: typer.Context,
    json: Json = False,
    as_lines: Annotated[
        bool, typer.Option("--plain", help="A line each: what, how to close it, the entries.")
    ] = False,
) -> None:
    """What the portfolio lacks, and which entries of the log would close it.

    \b
    Examples:
      medpivot portfolio missing
      medpivot portfolio missing --json
    """
    session: Session = ctx.obj
    material = gathered(session)
    left = lacking(material, found_portfolio(material, session.today))
    if json:
        from medpivot.show.cv_json import missing_json

        json_document({"schema": 1, "missing": [missing_json(one) for one in left]})
        return
    if as_lines:
        plain(
            f"{missing_words(one, material)}: {one.close} {' '.join(one.ids)}".strip()
            for one in left
        )
        return
    from medpivot.show.missing import missing_screen

    console().print(missing_screen(left, material))
