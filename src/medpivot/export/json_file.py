"""A document as a JSON file."""

import json
from collections.abc import Mapping


def json_file(document: Mapping[str, object]) -> bytes:
    """The document in UTF-8, indented, with a line end."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
