"""Tables of figures, put between the two marks of their name in README.md."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

README = Path(__file__).with_name("README.md")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first stand to the right."""
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def put(name: str, text: str) -> None:
    """Replace what stands between the marks `name` in README.md, and print it.

    Raises:
        ValueError: there are no such marks.
    """
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    page = README.read_text(encoding="utf-8")
    if page.count(begin) != 1 or page.count(end) != 1:
        raise ValueError(f"README.md needs {begin} and {end} once")
    made = f"{begin}\n\n{text}\n\n{end}"
    found = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    README.write_text(found.sub(lambda _: made, page), encoding="utf-8")
    print(text, flush=True)


def day() -> str:
    """Today, as the tables say when they were measured."""
    today = date.today()  # noqa: DTZ011
    return f"{today.day} {today:%B %Y}"
