"""What the person said before any offer was there, held against one: must-have, drains, priority.

None of it is a finding of the arithmetic; it stands above the findings. Each is `broken`, `holds`
or `unknown`, and what has not been asked is unknown and never holds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from medpivot.domain.agreement import mean_agreement
from medpivot.domain.answers import Answers
from medpivot.domain.assessment import Want
from medpivot.domain.dimensions import CLINICAL, REGULAR_HOURS, Dimension
from medpivot.domain.harmless import one_line
from medpivot.domain.interview import Interview
from medpivot.domain.job_words import percent_words
from medpivot.domain.jobs import Job
from medpivot.domain.offer_check import MUST_HAVE
from medpivot.domain.offer_findings import OfferCheck
from medpivot.domain.offer_ranking import CALL, Known, offered
from medpivot.domain.offer_yardsticks import FAR_POINTS
from medpivot.domain.offers import OfferQuestion, Offers
from medpivot.domain.roles import Range, Roles
from medpivot.domain.weights import PRIORITIES
from medpivot.domain.wording import capital, listed, offer, wanted_words

WishId: TypeAlias = Literal["must-have", "drain", "priority"]
WishState: TypeAlias = Literal["broken", "unknown", "holds"]

_STATES: Final[tuple[WishState, ...]] = ("broken", "unknown", "holds")
_FAR: Final = 0.5
"""The agreement under which something put first is called missing: the authors' judgment."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing the person said: what (`said`), how the job stands to it, and why.

    `said` is the sentence of a must-have, the id of a drain or of a dimension. `question` would
    settle it where it is not known.
    """

    id: WishId
    state: WishState
    said: str
    text: str
    question: str = ""


def wishes(
    check: OfferCheck,
    answers: Answers,
    interview: Interview,
    wants: Sequence[Want],
    offers: Offers,
    roles: Roles,
) -> tuple[Wish, ...]:
    """What was said, the broken first: the must-have, the drains, and what was put first.

    Of the drains, what drains most is there in any state, others where the job brings them.
    """
    found = (
        *_must_have(check.job, answers),
        *_drains(check.job, answers, interview, offers),
        *_priority(check, answers, interview, wants, offers, roles),
    )
    return tuple(sorted(found, key=lambda one: _STATES.index(one.state)))


def answered_by(wish: Wish, job: Job, offers: Offers) -> tuple[str, ...]:
    """The ids of the answered questions behind a drain or a priority; a must-have has none."""
    about = [one for one in map(offers.question, _ASK_ABOUT.get(wish.said, ())) if one]
    if wish.id == "drain":
        about = [one for one in offers.questions if any(_answers([one], job, wish.said))]
    return tuple(one.id for one in about if wish.id != MUST_HAVE and job.answered(one))


def _must_have(job: Job, answers: Answers) -> Iterator[Wish]:
    said = one_line(answers.word(MUST_HAVE) or "")
    if not said:
        return
    given = job.answer(MUST_HAVE)
    wrote = f'You wrote: "{said}"'
    match given.choice:
        case "no":
            text = f"{wrote} This does not give you that, you said.{_words(given.words, 'your')}"
            yield Wish(MUST_HAVE, "broken", said, text)
        case "yes":
            yield Wish(MUST_HAVE, "holds", said, f"{wrote} This gives you that, you said.")
        case _:
            text = f"{wrote} You have not said whether this gives you that."
            yield Wish(MUST_HAVE, "unknown", said, text, MUST_HAVE)


def _drains(job: Job, answers: Answers, interview: Interview, offers: Offers) -> Iterator[Wish]:
    """What drains most in any state; every other drain only where the job is known to bring it."""
    dreads = answers.picks("dread")
    most = answers.word("dread-most") or (dreads[0] if len(dreads) == 1 else "")
    names = {one: choice.short for one in dreads if (choice := interview.choice("dread", one))}
    names.setdefault(most, "")
    about = {
        one: [each for each in offers.questions if _can_bring(each, one, job)] for one in names
    }
    brought = {one: " ".join(_answers(about[one], job, one)) for one in names}
    if about[most]:
        said = f"What drains you most is {names[most]}."
        left = [one for one in about[most] if not job.answered(one)]
        if brought[most]:
            # what comes with the same answer is said with it, not a second time
            also = [names[one] for one in names if one != most and brought[one] == brought[most]]
            said = f"{said[:-1]}; {listed(also)} you named, too." if also else said
            yield Wish("drain", "broken", most, f"{said} {brought[most]}")
        elif left:
            text = f"{said} Ask about {'; '.join(one.name for one in left)}."
            yield Wish("drain", "unknown", most, text, left[0].id)
        else:
            yield Wish("drain", "holds", most, f"{said} {' '.join(_answers(about[most], job))}")
    for one, name in names.items():
        if one != most and brought[one] and brought[one] != brought[most]:
            said = f"You named {name} among what drains you."
            yield Wish("drain", "broken", one, f"{said} {brought[one]}")


def _can_bring(question: OfferQuestion, dread: str, job: Job) -> bool:
    asked = question.present or not job.present
    return asked and any(dread in choice.brings for choice in question.choices)


def _answers(questions: Sequence[OfferQuestion], job: Job, dread: str = "") -> Iterator[str]:
    """What was chosen, with the words for it; only what brings the drain, where one is named."""
    for question in questions:
        given = job.answer(question.id)
        choice = question.choice(given.choice)
        if choice and (not dread or dread in choice.brings):
            yield f"{capital(question.name)}: {choice.label}.{_words(given.words)}"


def _words(words: str, whose: str = "their") -> str:
    return f' In {whose} words: "{one_line(words)}"' if words.strip() else ""


def _priority(
    check: OfferCheck,
    answers: Answers,
    interview: Interview,
    wants: Sequence[Want],
    offers: Offers,
    roles: Roles,
) -> Iterator[Wish]:
    first = next(iter(answers.picks(PRIORITIES)), "")
    want = next((one for one in wants if one.dimension == first), None)
    choice = interview.choice(PRIORITIES, first)
    if want is None or want.level is None or choice is None:
        return
    role = roles.role(check.job.role) if check.job.role else None
    there, known = offered(want.dimension, check, role, offers, answers)
    said = f"You put {choice.short} first: {wanted_words(want)}."
    if there is None:
        text, question = _how_to_know(want, check, offers)
        yield Wish("priority", "unknown", first, f"{said} {text}", question)
        return
    text = f"{said} {_there_words(want.dimension, there, known)}."
    if _misses(want, there):
        yield Wish("priority", "broken", first, text)
    elif known == "job":
        yield Wish("priority", "holds", first, text)
    else:
        yield Wish("priority", "unknown", first, f"{text} What this one holds is not known.")


def _there_words(dimension: Dimension, there: Range, known: Known) -> str:
    if dimension == CLINICAL:
        return f"This job is {percent_words(Fraction(there.low))} clinical"
    return f"{'This job' if known == 'job' else 'Such a role'} {offer(dimension, there)}"


def _misses(want: Want, there: Range) -> bool:
    """Is what is there another thing than what was wanted?"""
    level = want.level or 0.0
    if want.dimension == CLINICAL:
        return abs(Fraction(there.low) - Fraction(level)) > FAR_POINTS
    if want.dimension == REGULAR_HOURS:
        return there.low < level
    return mean_agreement(want.dimension, want.level, want.direction, there) < _FAR


_ASK_ABOUT: Final[Mapping[str, tuple[str, ...]]] = {
    CLINICAL: ("half-days", "contract-share"),
    REGULAR_HOURS: (CALL,),
}


def _how_to_know(want: Want, check: OfferCheck, offers: Offers) -> tuple[str, str]:
    """What would settle it, in words; and the question, where one would."""
    questions = map(offers.question, _ASK_ABOUT.get(want.dimension, ()))
    left = [one for one in questions if one and not check.job.answered(one)]
    if left:
        return f"Ask about {'; '.join(one.name for one in left)}.", left[0].id
    command = "present" if check.job.present else f"edit {check.job.id}"
    return f"Say it: medpivot jobs {command} --level {want.dimension}=2 (0 to 4).", ""
