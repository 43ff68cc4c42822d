"""JSON Resume as a file."""

import json
from collections.abc import Mapping

from medpivot.domain.harmless import clean_json


def json_file(resume: Mapping[str, object]) -> bytes:
    """The document in UTF-8, indented, with a line end."""
    return (clean_json(json.dumps(resume, ensure_ascii=False, indent=2)) + "\n").encode()
