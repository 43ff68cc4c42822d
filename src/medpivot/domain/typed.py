"""What a typed line means as an answer: `240k`, `60 %`, `inbox, paperwork`. Checked afterwards."""

import re

from medpivot.domain.interview import Question

_SEPARATORS = "[,'\u2019_ \u00a0\u2009\u202f]"
_GROUPED = re.compile(rf"[+-]?\d{{1,3}}(?:{_SEPARATORS}\d{{3}})+(?:\.\d+)?")
_PLAIN = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d{1,2}")
_TWO_READINGS = re.compile(r"\d{1,3}\.\d{3}")
_ENDINGS = {
    "percent": r"\s*(?:%|percent|per cent|pct)",
    "hours/week": r"\s*(?:h|hrs?|hours?)\.?(?:\s*(?:/|a|per)\s*week)?",
    "money/year": r"\s*(?:[^\w\s.,%]|\b[a-z]{3})?(?:\s*(?:/|a|per)\s*year)?",
}
_CURRENCY_IN_FRONT = re.compile(r"(?:[a-z]{3}\b|[^\w\s.,+-])\s*", re.IGNORECASE)


def from_text(question: Question, text: str) -> object:
    """The raw value meant by the text, for `check_value`; lists are separated by commas.

    Percent signs, hours, currency signs, thousands separators and, for money, a `k` for
    thousands are understood.

    Raises:
        ValueError: the reason, when a number cannot be read in one way only.
    """
    match question.kind:
        case "text":
            return text
        case "number":
            return _number(text.strip(), question.unit)
        case "scale":
            stripped = text.strip()
            return int(stripped) if re.fullmatch(r"[+-]?\d+", stripped) else stripped
        case "one":
            return text.strip()
        case "any" | "order":
            return [part.strip() for part in text.split(",") if part.strip()]


def _number(text: str, unit: str) -> float:
    """The number meant; `unit` decides what may stand around it."""
    money = unit.startswith("money")
    example = "240000 or 240k" if money else "60" if unit == "percent" else "2.5"
    body, thousands = _undressed(text, unit), 1
    if money and body[-1:].lower() == "k":
        body, thousands = body[:-1].rstrip(), 1000
    if money and thousands == 1 and _TWO_READINGS.fullmatch(body):
        plain = body.replace(".", "")
        raise ValueError(f"{body} can be read in two ways; write {plain} or {body.split('.')[0]}")
    if _GROUPED.fullmatch(body):
        body = re.sub(_SEPARATORS, "", body)
    elif _DECIMAL_COMMA.fullmatch(body):
        body = body.replace(",", ".")
    elif not _PLAIN.fullmatch(body):
        raise ValueError(f"a number is needed here, such as {example}")
    return float(body) * thousands


def _undressed(text: str, unit: str) -> str:
    """The text without its unit or currency."""
    ending = _ENDINGS.get(unit, "")
    if unit.startswith("money") and (front := _CURRENCY_IN_FRONT.match(text)):
        text = text[front.end() :]
    return re.sub(f"(?:{ending})$", "", text, count=1, flags=re.IGNORECASE)
