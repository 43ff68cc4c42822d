"""Text that others typed, made harmless for any screen: nothing in it can move a cursor."""

import re
import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_IN_JSON = re.compile(f"[\x7f-\x9f\u2028\u2029{''.join(_BIDI)}]")
_CONTROL_PICTURES = 0x2400
_DELETE = 0x7F
_DELETED = chr(_DELETE)
_DELETE_PICTURE = 0x21
_SPACE = 0x20

LONGEST_QUOTED = 40
"""Characters of something typed that a message repeats."""


def clean(text: str) -> str:
    """The text with control, escape and direction characters made visible and harmless.

    Newlines stay; a tab becomes a space.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_harmless(character) for character in text)


def one_line(text: str) -> str:
    """The cleaned text with every run of white space, newlines too, as one space."""
    return " ".join(clean(text.replace("\n", " ")).split())


def quoted(text: str, longest: int = LONGEST_QUOTED) -> str:
    """What somebody typed, as a message repeats it: in quotation marks, the beginning if long."""
    return f"'{text if len(text) <= longest else text[:longest] + '...'}'"


def clean_json(document: str) -> str:
    """A JSON document that says the same, with whatever a terminal might obey written as an escape.

    JSON itself asks for that only below U+0020.
    """
    if document.isascii() and _DELETED not in document:
        return document
    return _IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", document)


def _harmless(character: str) -> str:
    code = ord(character)
    if character == "\n" or character.isprintable():
        return character
    if character == "\t" or character in _BIDI:
        return " "
    if code < _SPACE or code == _DELETE:
        return chr(_CONTROL_PICTURES + min(code, _DELETE_PICTURE))
    if unicodedata.category(character) in ("Zs", "Cf"):
        # other spaces, and the joiners that emoji and many scripts need
        return character
    return "\ufffd"
