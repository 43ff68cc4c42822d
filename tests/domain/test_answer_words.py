import pytest

from medpivot.domain.answer_words import answer_words
from medpivot.domain.interview import Choice, Interview, Question, Section

PICKS = (Choice("inbox", "The inbox, late", short="the inbox"), Choice("call", "Call"))
INTERVIEW = Interview(
    (Section("s", "S"),),
    (
        Question("dread", "s", "any", "?", choices=PICKS),
        Question("dread-most", "s", "one", "?", among="dread"),
        Question("order", "s", "order", "?", choices=PICKS),
        Question("income", "s", "number", "?", unit="money/year"),
        Question("share", "s", "number", "?", unit="percent"),
        Question("level", "s", "scale", "?", choices=(Choice("2", "Two", short="2 of 5"),)),
        Question("words", "s", "text", "?"),
    ),
)


@pytest.mark.parametrize(
    ("question", "value", "words"),
    [
        ("dread", ("inbox", "call"), "the inbox; Call"),
        ("dread-most", "inbox", "the inbox"),
        ("order", ("call", "inbox"), "1. Call; 2. the inbox"),
        ("income", 240_000, "240,000 a year"),
        ("share", 12.5, "12.5 percent"),
        ("level", 2, "2 of 5"),
        ("words", "[b]as typed", "[b]as typed"),
        ("words", None, "unknown"),
        ("dread", ("gone",), "gone"),
    ],
)
def test_an_answer_reads_as_the_person_would_say_it(question, value, words):
    assert answer_words(INTERVIEW.question(question), INTERVIEW, value) == words
