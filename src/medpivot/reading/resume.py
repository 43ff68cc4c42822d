"""A JSON Resume from bytes: one table, or the reason and the line why there is none."""

import json
from typing import Any, Final

from medpivot.errors import BrokenFile, Problem
from medpivot.reading.toml import LARGEST

HINT: Final = "a file in the JSON Resume format is needed; see jsonresume.org"


def read_resume(data: bytes, name: str) -> dict[str, Any]:
    """The table of a JSON file; a byte-order mark is accepted.

    Raises:
        BrokenFile: too large, not UTF-8, not JSON, or no table.
    """
    if len(data) > LARGEST:
        raise BrokenFile(name, [Problem(f"{len(data):,} bytes are too many to be read")], HINT)
    try:
        table = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BrokenFile(name, [Problem("not text in UTF-8", line=line)], HINT) from None
    except json.JSONDecodeError as error:
        raise BrokenFile(
            name, [Problem(f"not JSON: {error.msg}", line=error.lineno)], HINT
        ) from None
    except (RecursionError, ValueError):
        raise BrokenFile(name, [Problem("cannot be read as JSON")], HINT) from None
    if not isinstance(table, dict):
        raise BrokenFile(name, [Problem("is not a table")], HINT)
    return table
