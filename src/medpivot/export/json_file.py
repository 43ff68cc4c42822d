"""A document as a JSON file that no screen obeys."""

import json
from collections.abc import Mapping

from medpivot.domain.harmless import clean_json


def json_file(document: Mapping[str, object]) -> bytes:
    """The document in UTF-8, indented, with a line end."""
    return (clean_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n").encode()
