"""`data backup` and `data restore`: everything in one file, and back from it."""

import shlex
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from medpivot.commands.handing_over import Force
from medpivot.commands.shared_flags import Json
from medpivot.commands.taking_back import TAKES_IT_BACK
from medpivot.errors import MedpivotError, UsageProblem
from medpivot.session import Session
from medpivot.show.folder import size_in_words
from medpivot.show.log_words import counted
from medpivot.show.out import json_document, note, notes, plain, tell
from medpivot.show.restoring import comparison_json, comparison_lines
from medpivot.store import backup as store
from medpivot.store import encryption, restoring
from medpivot.store.restoring import Comparison

_PASSPHRASE = "Passphrase for the backup"  # noqa: S105  (the question, not a secret)
_NO_WAY_BACK = "Without it nobody can open the file, you neither. It is kept nowhere."


def backup(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]", help="Where to; a dated name in the current folder if left out."
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="The same as FILE.")] = None,
    encrypt: Annotated[
        bool, typer.Option("--encrypt", help="Lock it with a passphrase, asked here (age format).")
    ] = False,
    force: Force = False,
    json: Json = False,
) -> None:
    """Copy everything into one file, and hold it against yours.

    It is a ZIP file, and counts only after it was read back from the disk. Any program that opens
    ZIP files opens it; one made with --encrypt opens with `age` too.

    \b
    Examples:
      medpivot data backup
      medpivot data backup --encrypt
      medpivot data backup /media/stick/medpivot.zip --force
    """
    session: Session = ctx.obj
    if file and out:
        raise UsageProblem("FILE and --out say the same", f"medpivot data backup {out}")
    target = _target(file or out, session.today, encrypt=encrypt)
    _must_be_elsewhere(target, session.home)
    store.must_be_free(target, force=force)
    if encrypt:
        encryption.must_be_installed()
        _must_be_able_to_ask(session, "a passphrase is typed, never given on the command line")
    gathered = store.gather(session.home)
    passphrase = _new_passphrase() if encrypt else ""
    size = store.save(target, gathered.files, passphrase, force=force)
    notes(gathered.notes)
    for name in gathered.left_out:
        note(f"Left out: {name}. Only plain files of the folder itself are copied.")
    if json:
        names = sorted(gathered.files)
        json_document(_document(target, names, size, encrypted=encrypt))
    else:
        plain([str(target)])
    count = counted(len(gathered.files), "file", "files")
    note(f"{count} in {size_in_words(size)}, read back and compared with yours.")
    if not encrypt:
        note("It is not locked: whoever has the file can read it. --encrypt locks one.")


def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `backup` made.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
    preview: Annotated[bool, typer.Option("--preview", help="Only show what it would do.")] = False,
    json: Json = False,
) -> None:
    """Put the files of a backup back, all of them or none.

    What it would add, replace and leave is shown first, and undo takes it back. Files that the
    backup does not have stay.

    \b
    Examples:
      medpivot data restore medpivot-backup-2026-11-22.zip --preview
      medpivot data restore medpivot-backup-2026-11-22.zip
    """
    session: Session = ctx.obj
    files = _unpacked(session, file)
    seen = restoring.compare(session.home, files)
    different = seen.changes_files or seen.history == "restored"
    doing = different and not preview
    if doing and not yes and (json or not session.interactive):
        if not json:
            _show(session, seen)
        line = shlex.join(["medpivot", "data", "restore", str(file), "--yes"])
        raise UsageProblem("nobody can be asked here, and nothing was restored", line)
    if not json:
        _show(session, seen)
    if doing and not yes:
        from medpivot.asking import confirm

        doing = confirm("Restore these files?")
    if doing:
        notes(restoring.restore(session.home, files, seen, f"data restore {file.name}"))
    if json:
        folder = str(session.home)
        json_document(comparison_json(str(file), folder, seen, restored=doing))
    note(
        _outcome(seen, done=doing)
        if different
        else "Nothing to restore: your files are as they are in the backup."
    )


def _outcome(seen: Comparison, *, done: bool) -> str:
    if not done:
        return "Nothing was changed."
    if not seen.changes_files:
        return "Restored: what undo knows. Your files were the same already."
    return f"Restored. {TAKES_IT_BACK}"


def _show(session: Session, seen: Comparison) -> None:
    tell("\n".join(comparison_lines(str(session.home), seen)))


def _target(file: Path | None, today: date, *, encrypt: bool) -> Path:
    """The file to write: the one named, or a dated one in the folder named, or in this one."""
    dated = f"medpivot-backup-{today}.zip{'.age' if encrypt else ''}"
    target = Path(dated) if file is None else file / dated if file.is_dir() else file
    if not target.parent.is_dir():
        raise MedpivotError(f"there is no folder {target.parent}", "make it, or name another file")
    return target.absolute()


def _must_be_elsewhere(target: Path, home: Path) -> None:
    if home in (target.parent.resolve(), *target.parent.resolve().parents):
        raise MedpivotError(
            f"{target} lies in the folder that is backed up, and would be lost with it",
            "name a file elsewhere, best on another disk",
        )


def _must_be_able_to_ask(session: Session, why: str) -> None:
    if not session.interactive:
        raise UsageProblem(why, "run the command in a terminal, without --no-input")


def _new_passphrase() -> str:
    from medpivot.asking.secret import ask_new_secret

    return ask_new_secret(_PASSPHRASE, _NO_WAY_BACK)


def _document(
    target: Path, names: Sequence[str], size: int, *, encrypted: bool
) -> dict[str, object]:
    return {
        "schema": 1,
        "backup": str(target),
        "bytes": size,
        "encrypted": encrypted,
        "files": list(names),
    }


def _unpacked(session: Session, file: Path) -> dict[str, bytes]:
    """The files of a backup; the passphrase of a locked one is asked for.

    Raises:
        UsageProblem: it is locked and nobody can be asked.
        MedpivotError: it is no backup, is damaged, or another passphrase locked it.
    """
    if not encryption.is_encrypted(store.read(file)):
        return store.load(file)
    encryption.must_be_installed()
    _must_be_able_to_ask(session, f"{file} is locked, and its passphrase is typed")
    from medpivot.asking.secret import ask_secret

    return store.load(file, ask_secret(_PASSPHRASE))
