"""What is wrong with a line that was mended by hand, in words for someone who knows no TOML."""

import re
from typing import Final

_TEXTS = re.compile(r'"(?:\\.|[^"\\\n])*"' + r"|'[^'\n]*'")
_PAIR = re.compile(r"^\s*[\w.\"'-]+\s*=(?P<value>.*)$")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_OTHER_DATE = re.compile(r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})")
_DECIMAL = re.compile(r"\d+,\d{1,2}")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_ZERO = re.compile(r"0+(?P<rest>\d+)")
_CURLY: Final = frozenset("“”„‘’")
_TRUTH: Final = frozenset(("true", "false"))
_LONGEST: Final = 40
"""Characters of a value that are shown."""

_QUOTES: Final = (
    "a quotation mark is missing, or one is too many; a text stands between two of them"
)

_MESSAGES: Final = {
    "Unterminated string": _QUOTES,
    "Unclosed array": "a list is not closed: its ] is missing, or a comma between two entries",
    "Expected ']' at the end of a table declaration": "a ] is missing at the end of the heading",
    "Unescaped '\\' in a string": "a \\ inside a text is written twice: \\\\",
    "Cannot overwrite a value": "this name stands twice under one heading",
}
_TWICE = re.compile(r"Cannot declare \((?P<parts>.*?),?\) twice")
_PART = re.compile(r"[^', ]+")


def in_words(message: str, line: str) -> str:
    """The reason for the parser's message about that line; the message where none is known."""
    if twice := _TWICE.fullmatch(message):
        return f"[{'.'.join(_PART.findall(twice['parts']))}] stands twice"
    if message in _MESSAGES and not _wrong_date(line):
        return _MESSAGES[message]
    if line.lstrip().startswith("["):
        return message
    pair = _PAIR.match(line)
    if pair is None:
        missing = line.strip() and "=" not in _TEXTS.sub("", line).partition("#")[0]
        return "between a name and what it holds stands a =" if missing else message
    return _value(pair["value"].strip()) or message


def _value(value: str) -> str:
    bare = _TEXTS.sub("", value)
    said = bare.partition("#")[0].strip().rstrip(",").strip()
    if not value or value.startswith("#"):
        return "nothing stands behind the ="
    if _CURLY & set(bare):
        return 'a quotation mark is curly; straight ones stand around a text: "like this"'
    if found := _wrong_date(said):
        return found
    if value.startswith("["):
        return _QUOTES if _odd(bare) else "in a list, every text stands between quotation marks"
    return _QUOTES if bare != value or _odd(bare) else _number(said) or _text(said)


def _odd(bare: str) -> bool:
    """Is there a quotation mark left when all whole texts are taken away?"""
    return '"' in bare or bare.lstrip("[ ").startswith("'")


def _wrong_date(said: str) -> str:
    said = _TEXTS.sub("", said).partition("#")[0]
    if found := _DATE.search(said):
        return f"{found[0]} is not a date"
    if found := _OTHER_DATE.search(said):
        return f"{found[0]} is no date here; a date is written as 2026-11-26"
    return ""


def _number(said: str) -> str:
    if _DECIMAL.fullmatch(said):
        return f"{said} has a comma; write {said.replace(',', '.')}"
    if _THOUSANDS.fullmatch(said):
        return f"{said} has a comma; write {said.replace(',', '')}"
    if found := _ZERO.fullmatch(said):
        return f"{said} begins with a zero; write {found['rest']}"
    return ""


def _text(said: str) -> str:
    if said.lower() in _TRUTH:
        return f"{said} is written in small letters: {said.lower()}"
    if said.startswith(("[", "{")) or not said.isprintable() or not said:
        return ""
    shown = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}..."
    return f'{shown} is neither a number nor a date; a text is written as "{shown}"'
