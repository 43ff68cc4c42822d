"""Letters and sheets from `data/letters/`: the one renderer for all of them.

A template is Markdown with Jinja2 in it. What the person or somebody else typed is only ever put
in as data: one line, without control characters, never read as a template.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from medpivot.catalogue import data_folder
from medpivot.domain import document
from medpivot.domain.harmless import one_line
from medpivot.domain.wording import listed

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

FOLDER: Final = "letters"
ENDING: Final = ".md.j2"

LONGEST_WORDS: Final = 160
"""Characters of one text in a letter; a longer one is cut at a word, and says so."""

_BLANK = re.compile(r"\[write: ([^\]]*)\]")
_OWN_LINE = re.compile(r"^(?:[-*#>|]|\d+\. )")
"""What begins a line that is not joined to the one above: lists, headings, quotes, tables."""


def letter(name: str, values: Mapping[str, object]) -> str:
    """The text of `data/letters/NAME.md.j2` with these values, as Markdown.

    The lines of a paragraph are joined, so that it pastes well into an email; more than one empty
    line becomes one. Filters for templates: `or_write("your name")` marks a place that only the
    person can fill where the value is unknown, `listed` makes "a, b and c", `in_quotes` quotes,
    and `brief` cuts a long text at a word (None is empty).

    Raises:
        jinja2.UndefinedError: the template asks for a value that was not given.
    """
    return _unfolded(_template(name).render(dict(values)))


def blanks(text: str) -> list[str]:
    """What the person still has to write: the words of each `[write: ...]`, in order."""
    return _BLANK.findall(text)


def names() -> list[str]:
    """The letters there are, by name."""
    folder = data_folder() / FOLDER
    return sorted(path.name.removesuffix(ENDING) for path in folder.glob(f"*{ENDING}"))


@cache
def _environment() -> "SandboxedEnvironment":
    # loaded here: no other command needs it
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(data_folder() / FOLDER),
        undefined=StrictUndefined,
        autoescape=False,  # Markdown for an email, never HTML
        finalize=_as_data,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"or_write": _or_write, "listed": _listed, "brief": brief, "in_quotes": _quoted}
    return made


def _template(name: str) -> "Template":
    return _environment().get_template(name + ENDING)


def _as_data(value: object) -> object:
    return one_line(value) if isinstance(value, str) else value


def _or_write(value: object, what: str) -> object:
    return value if value not in (None, "", (), []) else f"[write: {what}]"


def _listed(values: Sequence[str]) -> str:
    return listed([one_line(one) for one in values])


def _quoted(text: str) -> str:
    return f'"{text}"'


def brief(text: str | None, longest: int = LONGEST_WORDS) -> str:
    """The text on one line, cut at a word where it is longer than a letter can hold."""
    return document.brief(text, longest)


def _unfolded(text: str) -> str:
    """Each paragraph and list item on one line, one empty line between blocks."""
    lines: list[str] = []
    for line in text.splitlines():
        words = line.strip()
        goes_on = bool(lines and lines[-1] and words) and not _OWN_LINE.match(words)
        if goes_on and not lines[-1].startswith("#"):
            lines[-1] += f" {words}"
        elif words or (lines and lines[-1]):
            lines.append(words)
    return "\n".join(lines).strip() + "\n"
