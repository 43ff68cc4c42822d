"""The few elements of a Word file for which python-docx has no words, in the schema's order."""

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_ORDER: Final = {
    "tblPr": (
        "tblStyle",
        "tblpPr",
        "tblOverlap",
        "bidiVisual",
        "tblStyleRowBandSize",
        "tblStyleColBandSize",
        "tblW",
        "jc",
        "tblCellSpacing",
        "tblInd",
        "tblBorders",
        "shd",
        "tblLayout",
        "tblCellMar",
        "tblLook",
    ),
    "rPr": (
        "rStyle",
        "rFonts",
        "b",
        "bCs",
        "i",
        "iCs",
        "caps",
        "smallCaps",
        "color",
        "spacing",
        "w",
        "kern",
        "position",
        "sz",
        "szCs",
        "highlight",
        "u",
        "rtl",
        "cs",
        "lang",
    ),
}
"""Word takes a file for damaged where these stand in another order (ECMA-376, part 1)."""


def child(parent: Any, name: str, **attributes: str) -> Any:  # noqa: ANN401  (elements of lxml)
    """A new element in another, behind what is there.

    Attributes are named with their prefix, such as `w:val`.
    """
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    parent.append(made)
    return made


def in_order(parent: Any) -> None:  # noqa: ANN401
    """Put the elements of a table's or run's properties into the order of the schema."""
    order = _ORDER[parent.tag.rpartition("}")[2]]

    def place(one: Any) -> int:  # noqa: ANN401
        name = one.tag.rpartition("}")[2]
        return order.index(name) if name in order else len(order)

    parent[:] = sorted(parent, key=place)


def field(paragraph: "Paragraph", code: str) -> None:
    """A number that Word works out itself."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind == "shown":
            run.text = text
        elif kind:
            child(run._r, "w:fldChar", **{"w:fldCharType": kind})  # noqa: SLF001
        else:
            instruction = child(run._r, "w:instrText", **{"xml:space": "preserve"})  # noqa: SLF001
            instruction.text = f" {text} "
