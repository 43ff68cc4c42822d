"""`data/portfolio.toml`: the words of the log. Checked by hand: logging must not load pydantic."""

from collections.abc import Mapping
from types import MappingProxyType

from medpivot.domain.activities import Vocabulary, Word
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.toml import parse

NAME = "portfolio.toml"
_TABLES = ("domain", "kind", "level", "role", "reach")
_LEAST_HALVED = 2
"""Entries that can be cut into an earlier and a later half."""

_KEYS: Mapping[str, type] = MappingProxyType(
    {
        "label": str,
        "printed": str,
        "help": str,
        "domain": str,
        "education": bool,
        "contact": bool,
        "learner": bool,
        "also": list,
    }
)


def read_vocabulary(data: bytes) -> Vocabulary:
    """The educator domains, activity kinds, learner levels, roles and reaches.

    Raises:
        BrokenFile: all problems, a kind whose usual domain is not known among them.
    """
    table = parse(data, NAME)
    problems: list[Problem] = []
    if table.pop("schema", None) != 1:
        problems.append(Problem("schema = 1 is needed", key="schema"))
    enough, step = _summary(table.pop("summary", None), problems)
    problems += [Problem("is not a known table", table=one) for one in table if one not in _TABLES]
    words = {one: _words(one, table.get(one), problems) for one in _TABLES}
    for key, word in words["kind"].items():
        if word.domain not in words["domain"]:
            problems.append(Problem(f"{word.domain!r} is no domain", f"kind.{key}", "domain"))
    if problems:
        raise BrokenFile(NAME, problems)
    return Vocabulary(
        words["domain"],
        words["kind"],
        words["level"],
        words["role"],
        words["reach"],
        enough,
        step,
    )


def _summary(raw: object, problems: list[Problem]) -> tuple[int, float]:
    table = raw if isinstance(raw, dict) else {}
    enough, step = table.get("enough"), table.get("trend_step")
    if type(enough) is not int or enough < _LEAST_HALVED:
        problems.append(Problem("has to be a whole number from 2 on", "summary", "enough"))
    if not isinstance(step, int | float) or isinstance(step, bool) or step <= 0:
        problems.append(Problem("has to be a number above 0", "summary", "trend_step"))
    known = {"enough", "trend_step"}
    problems += [Problem("is not a known key", "summary", key) for key in table if key not in known]
    return (0, 0.0) if problems else (int(str(enough)), float(str(step)))


def _words(name: str, raw: object, problems: list[Problem]) -> Mapping[str, Word]:
    if not isinstance(raw, dict) or not raw:
        problems.append(Problem("is missing", table=name))
        return MappingProxyType({})
    words: dict[str, Word] = {}
    for word_id, keys in raw.items():
        here = f"{name}.{word_id}"
        if not isinstance(keys, dict) or not isinstance(keys.get("label"), str):
            problems.append(Problem("is missing", here, "label"))
            continue
        wrong = [key for key, value in keys.items() if not isinstance(value, _KEYS.get(key, ()))]
        problems += [
            Problem("is not a known key, or of the wrong kind", here, key) for key in wrong
        ]
        if not wrong:
            also = tuple(str(one).casefold() for one in keys.get("also", ()))
            words[word_id] = Word(word_id, **{**keys, "also": also})
    return MappingProxyType(words)
