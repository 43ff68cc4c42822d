"""Answers that do not fit together, named in a sentence each and left for the person to settle.

None of them changes a result. Except for the two hard questions, which the article sets against
each other, what counts as a contradiction is judgment.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Final, TypeAlias

from medpivot.domain.answers import Answers
from medpivot.domain.assessment import Want
from medpivot.domain.blockers import money
from medpivot.domain.interview import Interview
from medpivot.domain.lifting import TEACHING_DUTIES
from medpivot.domain.wants import SCHEDULE
from medpivot.domain.weights import PRIORITIES, ranked_dimensions
from medpivot.domain.wording import NAMES, capital

_Check: TypeAlias = Callable[[Answers, Interview, Sequence[Want]], Iterator[str]]

_WHOLE_JOB = 100
_SHARE_SLACK = 10
_SMALL_SHARE = 30
_LOOSE_SCHEDULE = 1
_FLOOR_SLACK = 1.05
_STRONG_PULL = 2


def contradictions(
    answers: Answers, interview: Interview, wants: Sequence[Want]
) -> tuple[str, ...]:
    """All contradictions found, the ones about the two hard questions first."""
    return tuple(said for check in _CHECKS for said in check(answers, interview, wants))


def _work_only_while_angry(answers: Answers, _: Interview, __: Sequence[Want]) -> Iterator[str]:
    hard_work, fixed = answers.word("hard-work"), answers.word("still-if-fixed")
    if (hard_work, fixed) == ("yes", "no"):
        yield (
            "You want education to fill much of your week, "
            "yet it would not appeal to you once your present job is fixed."
        )
    if (hard_work, fixed) == ("no", "yes"):
        yield (
            "You do not want education to fill a third of your week, "
            "yet a third of it would appeal to you once your present job is fixed."
        )


def _wanted_without_energy(answers: Answers, _: Interview, __: Sequence[Want]) -> Iterator[str]:
    if answers.word("hard-work") != "yes":
        return
    if "nothing" in answers.picks("energy"):
        yield "You want the work of education, yet named nothing in your work that feeds you."
    if TEACHING_DUTIES in answers.picks("dread"):
        yield "You want the work of education, yet having to teach is among what drains you."


def _trade_without_loss(answers: Answers, _: Interview, __: Sequence[Want]) -> Iterator[str]:
    trade, drop = answers.word("hard-trade"), answers.number("income-drop")
    now, floor = answers.number("income-now"), answers.number("income-floor")
    if trade == "yes" and drop == 0:
        yield "You would take less pay for work that fits, yet the cut you could accept is zero."
    if trade == "no" and drop:
        yield f"You would not take less pay for work that fits, yet could accept {drop:g} percent."
    if now is None or floor is None:
        return
    if floor >= now:
        than = "more than" if floor > now else "just"
        yield f"The income you need, {money(floor)}, is {than} what you earn now."
    elif drop and floor > now * (1 - drop / 100) * _FLOOR_SLACK:
        left = 100 * (1 - floor / now)
        yield (
            f"You could accept a cut of {drop:g} percent, "
            f"yet needing {money(floor)} leaves room for about {left:.0f}."
        )


def _share_and_clinical(answers: Answers, _: Interview, __: Sequence[Want]) -> Iterator[str]:
    share, clinical = answers.number("hard-share"), answers.number("clinical-wanted")
    if share is None:
        return
    if clinical is not None and share + clinical > _WHOLE_JOB + _SHARE_SLACK:
        yield (
            f"Education at {share:g} percent and clinical work at {clinical:g} "
            f"make a job of {share + clinical:g} percent."
        )
    if share < _SMALL_SHARE and answers.word("hard-work") == "yes":
        yield f"You want education to fill a third of your week, yet {share:g} percent is enough."


def _outside_own_limits(answers: Answers, _: Interview, __: Sequence[Want]) -> Iterator[str]:
    clinical = answers.number("clinical-wanted")
    least, most = answers.number("clinical-least"), answers.number("clinical-most")
    if clinical is None:
        return
    if least is not None and clinical < least:
        yield (
            f"You want {clinical:g} percent clinical time, "
            f"yet could not live with less than {least:g}."
        )
    if most is not None and clinical > most:
        yield (
            f"You want {clinical:g} percent clinical time, "
            f"yet could not live with more than {most:g}."
        )


def _dreaded_first(answers: Answers, _: Interview, wants: Sequence[Want]) -> Iterator[str]:
    first = ranked_dimensions(answers.picks(PRIORITIES))[:1]
    for want in wants:
        if want.dimension in first and want.origin == "pulled" and want.direction == "at-most":
            yield (
                f"{capital(NAMES[want.dimension])} matters most to you, yet your answers shun it. "
                "It is read as wanting little of it."
            )


def _loose_hours(answers: Answers, interview: Interview, _: Sequence[Want]) -> Iterator[str]:
    level = answers.number(SCHEDULE)
    if level is None or level > _LOOSE_SCHEDULE:
        return
    for dread in ("nights-weekends", "call-pager"):
        choice = interview.choice("dread", dread)
        if choice and dread in answers.picks("dread"):
            scale = interview.choice(SCHEDULE, f"{level:g}")
            said = f" ({scale.name})" if scale else ""
            yield f"You dread {choice.name}, yet ask for little regularity in your hours{said}."
            return


def _studies_without_interest(answers: Answers, _: Interview, __: Sequence[Want]) -> Iterator[str]:
    if answers.word("study-interest") == "no" and "study-write" in answers.picks("free-week"):
        yield (
            "A free week would hold studying and writing, "
            "yet reading and designing education studies would not interest you."
        )


def _fed_and_drained(_: Answers, interview: Interview, wants: Sequence[Want]) -> Iterator[str]:
    """The same thing on both lists, or two that pull one dimension strongly either way.

    Each drain is named once, beside the same thing where that feeds as well.
    """
    both: dict[str, str] = {}
    against: dict[str, str] = {}
    for want in wants:
        for feeds, drains in product(want.because, want.because):
            fed = interview.choice(feeds.question, feeds.choice)
            drained = interview.choice(drains.question, drains.choice)
            if not feeds.pull > 0 > drains.pull or fed is None or drained is None:
                continue
            if fed.name == drained.name:
                both[drains.choice] = f"You named {fed.name} as what feeds you and what drains you."
            elif min(feeds.pull, -drains.pull) >= _STRONG_PULL:
                said = f"You would choose {fed.name}, yet dread {drained.name}."
                against.setdefault(drains.choice, said)
    yield from {**against, **both}.values()


_CHECKS: Final[tuple[_Check, ...]] = (
    _work_only_while_angry,
    _wanted_without_energy,
    _trade_without_loss,
    _share_and_clinical,
    _outside_own_limits,
    _dreaded_first,
    _loose_hours,
    _studies_without_interest,
    _fed_and_drained,
)
