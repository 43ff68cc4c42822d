"""The plain conclusion: a move, a test first, or another change, and whether this is the time.

The rules read the article's two hard questions and what it says after them; each names the part
it comes from. They are applied in order, and the first that holds decides.
"""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from medpivot.domain.answers import Answers
from medpivot.domain.assessment import Headline, Verdict, VerdictId, Want
from medpivot.domain.burnout import BURNOUT
from medpivot.domain.calendar_names import MONTHS
from medpivot.domain.contradictions import contradictions
from medpivot.domain.dimensions import PULLED
from medpivot.domain.interview import Interview
from medpivot.domain.lifting import DREAD, TEACHING_DUTIES, without_exclusive
from medpivot.domain.next_questions import next_questions
from medpivot.domain.relief import relief_until
from medpivot.domain.wording import listed

_Decision: TypeAlias = tuple[VerdictId, tuple[str, ...]]

LEAST_SHARE: Final = 30
"""Percent of the job from which it is education work: the lower end of the article's 30 to 70."""

LEAST_KNOWN: Final = 3
"""Pulled dimensions that must be known before roles can be told apart: judgment."""

_COMPLETELY = 5
_PERSISTING = 4
_NAMED = 3


def verdict(answers: Answers, interview: Interview, wants: Sequence[Want]) -> Verdict:
    """The conclusion with its reasons; what stands in its way decides the headline."""
    tired, little = _not_now(answers), _too_little_said(wants)
    decided, reasons = _decide(answers, interview)
    if decided == "pivot" and (tired or little):
        decided, reasons = "test-first", ("Your answers to the hard questions speak for a move.",)
    headline: Headline = decided
    if little:
        headline = "too-little-said"
    if tired:
        headline = "not-now"
    asked = next_questions(answers, interview, wants, too_little_said=bool(little))
    return Verdict(
        id=decided,
        headline=headline,
        not_now=bool(tired),
        reasons=(*tired, *little, *reasons),
        contradictions=contradictions(answers, interview, wants),
        ask_next=asked,
        ask_again=tuple(one for one in asked if answers.gave(one)),
    )


def education_picks(answers: Answers, interview: Interview) -> tuple[tuple[str, str], ...]:
    """The chosen energisers and free-week picks that are education work, as question and choice."""
    return tuple(
        (question, pick)
        for question in ("energy", "free-week")
        for pick in without_exclusive(question, answers, interview)
        if (choice := interview.choice(question, pick)) and choice.education
    )


def _decide(answers: Answers, interview: Interview) -> _Decision:
    for rule in _RULES:
        decision = rule(answers, interview)
        if decision:
            return decision
    return "test-first", _what_is_missing(answers, interview)


def _not_now(answers: Answers) -> tuple[str, ...]:
    """While rest comes first nothing has to be decided.

    The article's Step 6: burnout makes people do impulsive things. The lines drawn on the single
    burnout item are judgment, and no diagnosis.
    """
    level, until = answers.number(BURNOUT), relief_until(answers)
    if level is None and until:
        said = (
            f"Nothing has to be decided before {until.day} {MONTHS[until.month - 1]} {until.year}: "
            "that stays of an answer you did not keep. Relief comes before decisions."
        )
        return (said,)
    if level == _COMPLETELY:
        said = "You chose the last of the five burnout statements. Relief comes before decisions."
        return (said,)
    if level == _PERSISTING and answers.picks("free-week")[:1] == ("rest",):
        said = (
            "You chose the fourth of the five burnout statements, and rest is the first thing you "
            "would do when free."
        )
        return (said,)
    return ()


def _too_little_said(wants: Sequence[Want]) -> tuple[str, ...]:
    """Roles cannot be told apart by fewer than three of the six kinds of work: judgment."""
    known = sum(want.known for want in wants if want.dimension in PULLED)
    if known >= LEAST_KNOWN:
        return ()
    count = ("none", "one", "two")[known]
    return (f"Roles differ in six kinds of work, and your answers speak about {count} of them.",)


def _does_not_want_the_work(answers: Answers, _: Interview) -> _Decision | None:
    """The first hard question, answered with no."""
    if answers.word("hard-work") != "no":
        return None
    said = (
        "With what drains you set aside, education is not work you want to fill a third of "
        "your week."
    )
    return "another-change", (said,)


def _wants_this_job_mended(answers: Answers, _: Interview) -> _Decision | None:
    """What follows the hard questions: wanting one's own job to be bearable is another matter."""
    if answers.word("still-if-fixed") != "no" or answers.word("hard-work") == "yes":
        return None
    said = (
        "If the nights, the inbox and the load were put right, education would not appeal to you. "
        "A better version of your work may be what you want."
    )
    return "another-change", (said,)


def _wants_both(answers: Answers, _: Interview) -> _Decision | None:
    """The same question, against a yes to the first: only trying it can tell which one holds."""
    if answers.word("still-if-fixed") != "no" or answers.word("hard-work") != "yes":
        return None
    said = (
        "You want the work itself, but not once your present job is fixed. "
        "A small trial can tell which of the two holds."
    )
    return "test-first", (said,)


def _says_yes_to_all(answers: Answers, interview: Interview) -> _Decision | None:
    """Both hard questions answered with yes, a share worth the name, and energy for the work.

    The energy is the article's Step 1: eyes that light up are the first sign it is no escape. That
    whoever dreads teaching more than all else tries it first is judgment.
    """
    if _what_is_missing(answers, interview):
        return None
    share = answers.number("hard-share") or 0
    picks = education_picks(answers, interview)
    names = [choice.name for pick in picks if (choice := interview.choice(*pick))]
    feeds = listed(tuple(dict.fromkeys(names))[:_NAMED])
    reasons = (
        "You want the work itself, with what drains you now set aside.",
        "You would take less pay for it, and could live well with being known as an educator.",
        f"It could fill {share:g} percent of your job.",
        f"Part of what feeds you is education work already: {feeds}.",
    )
    return "pivot", reasons


_RULES: Final[tuple[Callable[[Answers, Interview], _Decision | None], ...]] = (
    _does_not_want_the_work,
    _wants_this_job_mended,
    _wants_both,
    _says_yes_to_all,
)

_MISSING: Final[dict[str, dict[str | None, str]]] = {
    "hard-work": {
        "unsure": "You are not sure that you want the work itself. Trying some of it will tell.",
        None: "You left open whether you want the work itself.",
    },
    "hard-trade": {
        "no": "You would not take less pay, so look for education work inside your present pay.",
        "unsure": "You are not sure that you would take less pay. Put figures on it first.",
        None: "You left open whether you would take less pay.",
    },
    "hard-identity": {
        "no": "Being known as an educator first does not sit well with you.",
        "unsure": "You are not sure how being known as an educator first would sit with you.",
        None: "You left open how being known as an educator first would sit with you.",
    },
}


def _what_is_missing(answers: Answers, interview: Interview) -> tuple[str, ...]:
    """What stands between these answers and a move, a sentence for each; empty if nothing does."""
    found = (
        *_missing_hard(answers),
        _missing_energy(answers, interview),
        _dreaded_most(answers),
    )
    return tuple(sentence for sentence in found if sentence)


def _missing_hard(answers: Answers) -> tuple[str | None, ...]:
    if not any(answers.gave(question) for question in (*_MISSING, "hard-share")):
        return ("You left the hard questions open.",)
    hard = (said.get(answers.word(question)) for question, said in _MISSING.items())
    return (*hard, _missing_share(answers))


def _missing_share(answers: Answers) -> str | None:
    share = answers.number("hard-share")
    if share is None:
        return "You left open how much of your job it could be."
    if share < LEAST_SHARE:
        return f"You would give it {share:g} percent of your job; these roles take about a third."
    return None


def _missing_energy(answers: Answers, interview: Interview) -> str | None:
    """Energy that went missing lately is a reason to test, never to turn away: judgment."""
    if "nothing-lately" in answers.picks("energy"):
        return "Nothing has fed you lately. That is a reason to try something small, not to decide."
    if not (answers.gave("energy") or answers.gave("free-week")):
        return "You left open what gives you energy, and what a free week would hold."
    if not education_picks(answers, interview):
        return "Nothing you named as energy, or for a free week, is education work yet."
    return None


def _dreaded_most(answers: Answers) -> str | None:
    only = answers.picks(DREAD) == (TEACHING_DUTIES,)
    if answers.word("dread-most") != TEACHING_DUTIES and not only:
        return None
    return "Having to teach drains you most. See first whether that holds for teaching you choose."
