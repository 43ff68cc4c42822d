"""What the answers say: the conclusion, the profile, the roles, other ways, what to test."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from medpivot.domain.assessment import AlternativeResult
from medpivot.domain.burnout import BURNOUT
from medpivot.domain.interview import Interview
from medpivot.domain.wording import capital, doubt_words
from medpivot.export.report.content import Answered, Content
from medpivot.show.verdict import explanation, headline, when_to_test

_WORDS: Final[Mapping[str, str]] = {
    "dread-words": "What drains",
    "energy-words": "What gives energy",
    "free-week-words": "A free week",
    "must-have": "What a job must have",
}
_TITLES: Final = {
    (True, True): "Drains and energy",
    (True, False): "What drains",
    (False, True): "What gives energy",
    (False, False): "How it is",
}


@dataclass(frozen=True, slots=True)
class VerdictPart:
    """The conclusion with its reasons; `ask_next` are questions that would help most."""

    headline: str
    explanation: str
    reasons: tuple[str, ...]
    contradictions: tuple[str, ...]
    ask_next: tuple[str, ...]
    given: int
    asked: int


@dataclass(frozen=True, slots=True)
class ProfilePart:
    """Picks with whether each is the strongest; `words` are the person's own, by heading."""

    title: str
    drains: tuple[tuple[str, bool], ...]
    energy: tuple[tuple[str, bool], ...]
    words: tuple[tuple[str, str], ...]
    burnout: str


@dataclass(frozen=True, slots=True)
class OtherWay:
    """A way that is no education role, with the answers for and against it."""

    title: str
    summary: str
    speaks_for: str
    speaks_against: str
    first_step: str


def verdict_part(content: Content) -> VerdictPart | None:
    """The conclusion; reasons that name the burnout answer only where that is seen."""
    answered = content.answered
    if answered is None or not content.audience.sees("verdict"):
        return None
    verdict = answered.result.verdict
    # the reason that names the burnout answer stands first where nothing has to be decided
    hidden = 1 if verdict.not_now and not content.audience.sees("burnout") else 0
    asked = (content.interview.question(one) for one in verdict.ask_next)
    return VerdictPart(
        headline(verdict),
        explanation(verdict),
        verdict.reasons[hidden:],
        verdict.contradictions,
        tuple(one.ask for one in asked if one),
        answered.result.given,
        answered.result.asked,
    )


def profile_part(content: Content) -> ProfilePart | None:
    """What drains and what gives energy, as far as it is seen; None where nothing is."""
    answered, sees = content.answered, content.audience.sees
    if answered is None:
        return None
    one = answered.result.profile
    drains = _picks(one.drains, one.drains_most, "dread", content.interview)
    energy = _picks(one.energisers, one.energisers_most, "energy", content.interview)
    drains = drains if sees("drains") else ()
    energy = energy if sees("energy") else ()
    part = ProfilePart(
        _TITLES[bool(drains), bool(energy)],
        drains,
        energy,
        tuple(_own_words(answered)) if sees("own-words") else (),
        _burnout(answered, content.interview) if sees("burnout") else "",
    )
    return part if any((part.drains, part.energy, part.words, part.burnout)) else None


def _picks(
    chosen: Sequence[str], most: str | None, question: str, interview: Interview
) -> tuple[tuple[str, bool], ...]:
    return tuple((capital(interview.name_of(question, one)), one == most) for one in chosen)


def _own_words(answered: Answered) -> Iterator[tuple[str, str]]:
    for question, title in _WORDS.items():
        if said := answered.result.profile.words.get(question, "").strip():
            yield title, said


def _burnout(answered: Answered, interview: Interview) -> str:
    level = answered.answers.number(BURNOUT)
    choice = None if level is None else interview.choice(BURNOUT, f"{level:g}")
    return choice.label if choice else ""


def other_ways(content: Content) -> tuple[OtherWay, ...]:
    """The ways that are no education role, most in favor first."""
    if content.answered is None or not content.audience.sees("alternatives"):
        return ()
    return tuple(_way(one, content.interview) for one in content.answered.result.alternatives)


def _way(one: AlternativeResult, interview: Interview) -> OtherWay:
    return OtherWay(
        one.title,
        one.summary,
        _answers(one.speaks_for, interview),
        _answers(one.speaks_against, interview),
        one.first_step,
    )


def _answers(pairs: Sequence[tuple[str, str]], interview: Interview) -> str:
    names = []
    for question_id, choice_id in pairs:
        question = interview.question(question_id)
        name = interview.name_of(question_id, choice_id)
        of_many = question is not None and (question.kind in ("any", "order") or question.among)
        title = question.name if question else question_id
        names.append(name if of_many else f"{title}: {name}")
    return capital("; ".join(names))


def tests(content: Content) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What to test next, by role."""
    answered = content.answered
    if answered is None or not content.audience.sees("tests"):
        return ()
    found = []
    for role_id, texts in groupby(answered.result.experiments, lambda one: one.role):
        role = content.roles.role(role_id)
        found.append(
            (
                role.title if role else role_id,
                tuple(f"{capital(doubt_words(one))} {one.text}" for one in texts),
            )
        )
    return tuple(found)


def tests_title(content: Content) -> str:
    """The same heading as on the screen; a neutral one where the conclusion is not seen."""
    if content.answered is None or not content.audience.sees("verdict"):
        return "What to test next"
    return when_to_test(content.answered.result.verdict)
