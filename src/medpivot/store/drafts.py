"""The unfinished interview: every answer is on the disk as soon as it is given."""

from collections.abc import Mapping
from pathlib import Path

from medpivot.domain.answers import Value
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.toml import parse
from medpivot.store import atomic, toml_text
from medpivot.store.locking import locked
from medpivot.store.refusals import in_words, read_bytes

NAME = "assessment-draft.toml"
SCHEMA = 1

_HEADING = "An interview that is not finished yet. `medpivot assess` goes on with it."
_HINT = "mend that place, or move the file away to begin anew; it is as you left it"


def load_draft(home: Path) -> dict[str, object]:
    """The answers given so far, unchecked, by question id; empty where there is no draft.

    Raises:
        BrokenFile: the draft was changed by hand and cannot be read.
    """
    data = read_bytes(home / NAME)
    return {} if data is None else answers_in(data)


def answers_in(data: bytes) -> dict[str, object]:
    """The answers that the bytes of a draft hold, unchecked.

    Raises:
        BrokenFile: they cannot be read.
    """
    answers = parse(data, NAME, _HINT).get("answers", {})
    if not isinstance(answers, Mapping):
        raise BrokenFile(NAME, [Problem("is a table", key="answers")], _HINT)
    return dict(answers)


def save_draft_answer(home: Path, question_id: str, value: Value | None) -> None:
    """Keep one answer, or take it back with None; what another terminal answered stays.

    Raises:
        MedpivotError: the draft is broken, or the system refuses; the draft is as it was.
    """
    with locked(home):
        answers = load_draft(home)
        answers.pop(question_id, None)
        if value is not None:
            answers[question_id] = value
        data = toml_text.document({"schema": SCHEMA, "answers": answers}, _HEADING)
        with in_words(home / NAME):
            atomic.write(home / NAME, data)


def drop_draft(home: Path) -> None:
    """Forget the draft, for good: it is in no history."""
    if not (home / NAME).exists():
        return
    with locked(home), in_words(home / NAME):
        (home / NAME).unlink(missing_ok=True)
