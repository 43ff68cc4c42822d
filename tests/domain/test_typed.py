import pytest

from medpivot.domain.interview import Choice, Question
from medpivot.domain.typed import from_text


def number(unit: str) -> Question:
    return Question("x", "s", "number", "?", high=10**9, unit=unit)


@pytest.mark.parametrize(
    ("unit", "typed", "meant"),
    [
        ("money/year", "240k", 240_000),
        ("money/year", "240 K", 240_000),
        ("money/year", "$240,000", 240_000),
        ("money/year", "USD 240,000 per year", 240_000),
        ("money/year", "240'000 CHF", 240_000),
        ("money/year", "240 000 €", 240_000),
        ("money/year", "240,5k", 240_500),
        ("money/year", "1,250,000.50", 1_250_000.5),
        ("percent", "60%", 60),
        ("percent", " 60 percent", 60),
        ("percent", "12,5", 12.5),
        ("hours/week", "2.5 h", 2.5),
        ("hours/week", "3 hours a week", 3),
        ("hours/week", ".5", 0.5),
        ("hours/week", "-5", -5),
    ],
)
def test_numbers_are_read_as_people_write_them(unit, typed, meant):
    assert from_text(number(unit), typed) == meant


@pytest.mark.parametrize(
    ("unit", "typed", "reason"),
    [
        ("money/year", "240.000", "two ways; write 240000 or 240"),
        ("money/year", "20%", "such as 240000 or 240k"),
        ("percent", "60k", "such as 60"),
        ("percent", "1 2", "such as 60"),
        ("hours/week", "60-70", "such as 2.5"),
        ("hours/week", "nan", "such as 2.5"),
        ("hours/week", "", "such as 2.5"),
    ],
)
def test_what_is_no_number_or_two_is_refused_with_an_example(unit, typed, reason):
    with pytest.raises(ValueError, match=reason):
        from_text(number(unit), typed)


def test_lists_are_separated_by_commas_and_figures_of_a_scale_are_numbers():
    choices = (Choice("1", "One"), Choice("2", "Two"))
    assert from_text(Question("x", "s", "any", "?"), " inbox , call,") == ["inbox", "call"]
    assert from_text(Question("x", "s", "scale", "?", choices=choices), " 2 ") == 2
    assert from_text(Question("x", "s", "scale", "?", choices=choices), "two") == "two"
    assert from_text(Question("x", "s", "text", "?"), "  as it is ") == "  as it is "
