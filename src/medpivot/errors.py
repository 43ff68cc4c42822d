"""The errors a person can meet. Raised anywhere, turned into words in one place (`cli`)."""

from collections.abc import Sequence
from dataclasses import dataclass


class MedpivotError(Exception):
    """Something the person can mend: what is wrong, and what to try. Exit code 1."""

    exit_code = 1

    def __init__(
        self,
        message: str,
        hint: str = "",
        details: Sequence[str] = (),
        meant: tuple[str, str] | None = None,
    ) -> None:
        """Keep the sentence, the `try:` line and further lines to list.

        `meant` is a word that was mistyped and the one that was surely meant: where it stands on
        the command line, `try:` is that line with the right word.
        """
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.details = tuple(details)
        self.meant = meant


class UsageProblem(MedpivotError):
    """The command line is wrong, or answers are missing and nobody can be asked. Exit code 2."""

    exit_code = 2


def refused(problems: Sequence[str], hint: str, many: str = "things here") -> UsageProblem:
    """Everything that is wrong with what was typed, at once; one thing is the sentence itself."""
    if len(problems) == 1:
        return UsageProblem(problems[0], hint)
    return UsageProblem(f"{len(problems)} {many} cannot stand", hint, problems)


def placed(place: str, what: str) -> str:
    """One sentence: `--kind is missing`, but `--kind: 'foo' is not a choice`."""
    return f"{place} {what}" if what.startswith(("is ", "has ", "stands ")) else f"{place}: {what}"


class Interrupted(MedpivotError):
    """The person pressed Ctrl-C or Ctrl-D; the message says what is kept. Exit code 130."""

    exit_code = 130


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file: table and key where known, line where known."""

    what: str
    table: str = ""
    key: str = ""
    line: int | None = None

    def __str__(self) -> str:
        """One line: place, then what is wrong."""
        place = f"line {self.line}" if self.line is not None else ""
        where = ".".join(part for part in (self.table, self.key) if part)
        where = f"[{self.table}] {self.key}".strip() if self.table else where
        return ": ".join(
            part for part in (", ".join(p for p in (place, where) if p), self.what) if part
        )


class BrokenFile(MedpivotError):
    """A file that cannot be read as it should: all its problems at once; it is left as it is."""

    def __init__(self, name: str, problems: Sequence[Problem], hint: str = "") -> None:
        """Name the file and list its problems."""
        count = f"{len(problems)} problems" if len(problems) > 1 else "a problem"
        super().__init__(f"{name} has {count}", hint, [str(problem) for problem in problems])
        self.name = name
        self.problems = tuple(problems)
