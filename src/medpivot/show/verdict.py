"""The head of a result: the plain conclusion, its reasons, and answers that contradict."""

from collections.abc import Iterator

from rich.console import Group, RenderableType

from medpivot.domain.assessment import Headline, Verdict
from medpivot.domain.interview import Interview
from medpivot.show.paragraphs import heading, labelled, paragraph, points, words

_HEADLINES: dict[Headline, tuple[str, str]] = {
    "pivot": (
        "Your answers support a move into medical education.",
        "Support is not proof: test the leading role before you give anything up.",
    ),
    "test-first": (
        "Test education work first, where you are.",
        "Small trials beside your present job will tell you more than this screen can.",
    ),
    "another-change": (
        "Another change may help you more than a job in education.",
        "These changes come first below. The education roles stay visible after them.",
    ),
    "not-now": (
        "Nothing has to be decided this month.",
        "Relief first. The ranking below keeps; look at it again in about eight weeks.",
    ),
    "too-little-said": (
        "Too little said for a conclusion.",
        "What follows is a sketch. These answers would help it most:",
    ),
}

ANSWERED = "(You answered this; what helps is one more pick that names the work.)"
"""Beside a question that was answered, and left open which kinds of work are wanted."""

_SHORT: dict[Headline, str] = {
    "pivot": "a move into medical education is worth preparing",
    "test-first": "test education work where you are",
    "another-change": "look at another change first",
    "not-now": "nothing has to be decided this month",
    "too-little-said": "too little said for a conclusion",
}


def verdict(conclusion: Verdict, interview: Interview) -> RenderableType:
    """The headline in bold, then the reasons, then the contradictions by name."""
    title, sentence = _HEADLINES[conclusion.headline]
    return Group(
        words(title, "bold"),
        paragraph(sentence, indent=0),
        *_next_questions(conclusion, interview),
        *_reasons(conclusion),
        *_contradictions(conclusion),
    )


def headline(conclusion: Verdict) -> str:
    """The conclusion in one sentence, without its reasons."""
    return _HEADLINES[conclusion.headline][0]


def explanation(conclusion: Verdict) -> str:
    """What the conclusion means, in the sentence that follows the headline."""
    said = _HEADLINES[conclusion.headline][1]
    return f"{said[:-1]}." if said.endswith(":") else said


def short_verdict(headline: Headline) -> str:
    """The conclusion in a few words, to stand inside a sentence."""
    return _SHORT[headline]


def when_to_test(conclusion: Verdict) -> str:
    """Nobody is sent to try something while rest, or another change, comes first."""
    if conclusion.not_now:
        return "What to test, once you have rested"
    if conclusion.id == "another-change":
        return "What to test, should education still appeal"
    return "What to test next"


def _next_questions(conclusion: Verdict, interview: Interview) -> Iterator[RenderableType]:
    if conclusion.headline != "too-little-said":
        return
    rows = []
    for question_id in conclusion.ask_next:
        question = interview.question(question_id)
        asked = question.ask if question else question_id
        if question_id in conclusion.ask_again:
            asked += f" {ANSWERED}"
        rows.append((f"medpivot assess --ask {question_id}", asked))
    yield labelled(rows)


def _reasons(conclusion: Verdict) -> Iterator[RenderableType]:
    if conclusion.reasons:
        yield heading("Why")
        yield points(conclusion.reasons)


def _contradictions(conclusion: Verdict) -> Iterator[RenderableType]:
    if conclusion.contradictions:
        yield heading("Answers that do not fit together")
        yield points(conclusion.contradictions)
