"""`data`: the person's own files."""

from typing import Annotated, TypeAlias

import typer

from medpivot.commands.data_backup import backup, restore
from medpivot.commands.data_check import check
from medpivot.commands.data_forget import forget, wipe
from medpivot.commands.shared_flags import Json
from medpivot.grouping import called_alone
from medpivot.session import Session
from medpivot.show.folder import folder_json, folder_lines, folder_remark
from medpivot.show.out import json_document, note, plain, tell
from medpivot.store.folder import look

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Folder: TypeAlias = Annotated[bool, typer.Option("--plain", help="The folder and nothing else.")]


@app.callback(invoke_without_command=True)
def data(ctx: typer.Context, as_lines: Folder = False, json: Json = False) -> None:
    """Your files: where they are, whether they are whole, backups, and erasing.

    Alone it is `data where`.

    \b
    Examples:
      medpivot data where
      medpivot data check
      medpivot data backup --encrypt
    """
    if called_alone(ctx):
        where(ctx, as_lines=as_lines, json=json)


@app.command()
def where(
    ctx: typer.Context,
    as_lines: Folder = False,
    json: Json = False,
) -> None:
    """The folder of your files, and what is in it. Nothing is created.

    \b
    Examples:
      medpivot data where
      cd "$(medpivot data where --plain)"
    """
    session: Session = ctx.obj
    folder = look(session.home)
    if json:
        json_document(folder_json(folder))
    elif as_lines:
        plain([str(folder.path)])
    else:
        tell("\n".join(folder_lines(folder)))
        note(folder_remark(folder))


app.command()(check)
app.command()(backup)
app.command()(restore)
app.command()(forget)
app.command()(wipe)
