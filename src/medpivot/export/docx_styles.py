"""The styles of a DOCX: one family, two colors, entries that hang from a tab stop."""

from typing import TYPE_CHECKING, Any, Final

from medpivot.export.docx_xml import child, in_order

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.styles.style import ParagraphStyle

FONT: Final = "Times New Roman"
"""On every computer with Word, and with a metric twin wherever LibreOffice runs."""

_INK: Final = "1F2A37"
QUIET: Final = "5B6470"
_ACCENT: Final = "1B3A5B"
RULE: Final = "B8C0CA"
_HANG: Final = 1.3
ENTRY, DETAIL, ADDRESS, CELL = "Entry", "Entry detail", "Address", "Table text"


def set_styles(file: "File") -> None:
    """Give the file its styles, in place of those of the template it began as."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Inches

    styles: Any = file.styles
    _unthemed(styles)
    _set(styles["Normal"], size=10.5, after=4, color=_INK)
    _set(styles["Title"], size=22, after=0, color=_ACCENT)
    _set(styles["Heading 1"], size=12, before=13, after=4, color=_ACCENT, bold=True)
    _set(styles["Heading 2"], size=10.5, before=6, after=2, color=_INK, bold=True, italic=True)
    _set(styles["Footer"], size=8.5, after=0, color=QUIET)
    _set(styles["List Bullet"], size=10.5, after=3, color=_INK)
    styles["Heading 1"].font.all_caps = True
    _spaced(styles["Heading 1"])
    _ruled(styles["Heading 1"])
    _unruled(styles["Title"])
    for name, after in ((ENTRY, 1), (DETAIL, 1), (ADDRESS, 1), (CELL, 0)):
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = styles["Normal"]
        _set(made, size=9.5 if name == CELL else 10.5, after=after, color=_INK)
    entry = styles[ENTRY].paragraph_format
    entry.left_indent, entry.first_line_indent = Inches(_HANG), Inches(-_HANG)
    entry.tab_stops.add_tab_stop(Inches(_HANG))
    styles[DETAIL].paragraph_format.left_indent = Inches(_HANG)
    for name in (ENTRY, DETAIL):
        styles[name].paragraph_format.keep_together = True


def _unthemed(styles: Any) -> None:  # noqa: ANN401
    """Take the template's theme fonts out, the defaults too, so that one family is used."""
    from docx.oxml.ns import qn

    for fonts in styles.element.iter(qn("w:rFonts")):
        for key in [key for key in fonts.attrib if key.casefold().endswith("theme")]:
            del fonts.attrib[key]
        for key in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(key), FONT)


def _set(
    style: "ParagraphStyle",
    *,
    size: float,
    color: str,
    before: float = 0,
    after: float = 0,
    bold: bool = False,
    italic: bool = False,
) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.rPr.rFonts
    fonts.set(qn("w:cs"), FONT)
    fonts.set(qn("w:eastAsia"), FONT)
    # the size of Arabic and Hebrew is kept apart from that of Latin letters
    for old in style.element.rPr.findall(qn("w:szCs")):
        style.element.rPr.remove(old)
    child(style.element.rPr, "w:szCs", **{"w:val": str(round(size * 2))})
    style.font.bold, style.font.italic = bold, italic
    in_order(style.element.rPr)
    style.font.color.rgb = RGBColor.from_string(color)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.line_spacing = 1.08
    style.paragraph_format.widow_control = True


def _spaced(style: "ParagraphStyle") -> None:
    """Capitals set a little apart."""
    child(style.element.rPr, "w:spacing", **{"w:val": "16"})
    in_order(style.element.rPr)


def _unruled(style: "ParagraphStyle") -> None:
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)


def _ruled(style: "ParagraphStyle") -> None:
    """A hairline under the line."""
    from docx.oxml.ns import qn

    _unruled(style)
    properties = style.element.get_or_add_pPr()
    border = child(properties, "w:pBdr")
    line = {"w:val": "single", "w:sz": "4", "w:space": "2", "w:color": RULE}
    child(border, "w:bottom", **line)
    # the schema wants the border before spacing and indents
    properties.remove(border)
    place = next((n for n, one in enumerate(properties) if one.tag == qn("w:spacing")), 0)
    properties.insert(place, border)
