"""A page as a screen reader or a careful inspector meets it, read with the standard library."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "input", "hr"}
SHAPES = {"rect", "line", "circle", "path"}


@dataclass
class Page:
    """What stands on a page: its words, elements and everything that is wrong with its form."""

    words: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    style: str = ""

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def ids(self) -> list[str]:
        return [one["id"] for _, one in self.elements if "id" in one]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[tuple[str, dict[str, str]]] = []
        self.said: list[str] = []

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        self.page.elements.append((tag, attributes))
        if re.fullmatch("h[1-6]", tag):
            self.page.headings.append((int(tag[1]), ""))
        if tag not in VOID:
            self.open.append((tag, attributes))

    def handle_startendtag(self, tag, attrs):
        self.page.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.page.wrong.append(f"</{tag}> closes nothing")
            return
        self.open.pop()

    def handle_data(self, data):
        inside = [name for name, _ in self.open]
        if "style" in inside:
            self.page.style += data
            return
        if "script" in inside:
            self.page.wrong.append("a script")
        self.said.append(data)
        if self.page.headings and any(re.fullmatch("h[1-6]", name) for name in inside):
            level, text = self.page.headings[-1]
            self.page.headings[-1] = (level, text + data)


def read(page: bytes | str) -> Page:
    """The page, with what is wrong with it as a document."""
    reader = _Reader()
    reader.feed(page.decode() if isinstance(page, bytes) else page)
    reader.close()
    found = reader.page
    found.wrong += [f"<{name}> is never closed" for name, _ in reader.open]
    found.words = " ".join(" ".join(reader.said).split())
    found.wrong += list(_problems(found))
    return found


def _problems(page: Page):
    if page.all("html")[0].get("lang") != "en":
        yield "no language"
    for tag in ("main", "header", "title", "h1"):
        if len(page.all(tag)) < 1:
            yield f"no {tag}"
    if [level for level, _ in page.headings].count(1) != 1:
        yield "not one h1"
    for (before, _), (after, text) in zip(page.headings, page.headings[1:], strict=False):
        if after > before + 1:
            yield f"heading {text.strip()!r} skips a level"
    if any(not text.strip() for _, text in page.headings):
        yield "an empty heading"
    doubled = {one for one in page.ids if page.ids.count(one) > 1}
    if doubled:
        yield f"ids stand twice: {doubled}"
    for tag, attributes in page.elements:
        yield from _element_problems(tag, attributes, page)


def _element_problems(tag, attributes, page):
    for name, value in attributes.items():
        if name.startswith("on"):
            yield f"{name} on {tag}"
        if name in ("src", "srcset", "action", "data", "poster") or (
            name in ("href", "xlink:href") and not value.startswith("#")
        ):
            yield f"{tag} asks for {value!r}"
        if name == "href" and value[1:] not in page.ids:
            yield f"{value} leads nowhere"
        if name in ("aria-labelledby", "aria-describedby"):
            yield from (f"{one} labels nothing" for one in value.split() if one not in page.ids)
    if tag == "th" and attributes.get("scope") not in ("row", "col"):
        yield "a heading cell without a scope"
    if tag in ("script", "iframe", "object", "embed", "form", "link", "base"):
        yield f"<{tag}>"


def untitled_charts(page: str) -> list[str]:
    """Charts that are neither hidden from a screen reader nor have a title and a description."""
    bare = []
    for match in re.finditer(r"<svg\b[^>]*>", page):
        opening = match[0]
        if 'aria-hidden="true"' in opening or _is_hidden_parent(page, match.start()):
            continue
        rest = page[match.end() : match.end() + 2000]
        if 'role="img"' not in opening or "<title" not in rest or "<desc" not in rest:
            bare.append(opening)
    return bare


def _is_hidden_parent(page: str, place: int) -> bool:
    """Does it stand inside another drawing, or in the legend that is hidden as a whole?"""
    before = page[:place]
    inside_drawing = before.count("<svg") > before.count("</svg>")
    legend = before.rfind('class="legend" aria-hidden="true"')
    return inside_drawing or (legend != -1 and "</ul>" not in before[legend:])
