"""From answers to a result: everything the assessment says, computed anew each time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from medpivot.domain.alternatives import weigh
from medpivot.domain.answers import Answers
from medpivot.domain.asked import follows
from medpivot.domain.assessment import Assessment, Profile, RoleResult, Stability, Want
from medpivot.domain.blockers import blockers
from medpivot.domain.burnout import BURNOUT, level_words
from medpivot.domain.experiments import experiments
from medpivot.domain.fit import contributions, exact_fit, settled, whole
from medpivot.domain.interview import Interview, Question
from medpivot.domain.lifting import chosen_drains, lifting, without_exclusive
from medpivot.domain.readiness import readiness
from medpivot.domain.roles import Role, Roles
from medpivot.domain.sentences import speaks_against, speaks_for
from medpivot.domain.stability import CLEAR, stability
from medpivot.domain.verdict import verdict
from medpivot.domain.wants import wanted

ENERGY = "energy"


def assess(answers: Answers, interview: Interview, roles: Roles) -> Assessment:
    """The whole result for one person.

    Roles stand in the order of their fit, those with a blocker after the others; equal fits are
    ordered by id. The result depends on the answers and the catalog alone: the same in every
    run, for any order of the roles in their file.
    """
    wants = wanted(answers, interview)
    offered = [role for role in roles.roles if not role.retired]
    ranked = _ranked([_result(role, answers, interview, wants) for role in offered])
    free = {result.id for result in ranked if not result.blocked}
    order = stability(answers, interview, [role for role in offered if role.id in free])
    ties = _ties([result.id for result in ranked if result.id in free], order)
    results = tuple(_placed(result, ties, order) for result in ranked)
    counted = [one for one in interview.questions if _counts(one, answers, interview)]
    concluded = verdict(answers, interview, wants)
    return Assessment(
        given=sum(answers.gave(question.id) for question in counted),
        asked=len(counted),
        verdict=concluded,
        profile=_profile(answers, interview),
        wants=wants,
        roles=results,
        alternatives=weigh(roles.alternatives, answers),
        stability=order,
        experiments=experiments(results, wants, roles),
        burnout=level_words(answers.number(BURNOUT), not_now=concluded.not_now),
    )


def _result(
    role: Role, answers: Answers, interview: Interview, wants: Sequence[Want]
) -> RoleResult:
    fit = exact_fit(role, wants)
    agreements = contributions(role, wants)
    ready, ready_text = readiness(role, answers)
    return RoleResult(
        id=role.id,
        title=role.title,
        fit=whole(fit),
        exact_fit=fit,
        agreements=agreements,
        p_first=None,
        p_top_two=None,
        tied=(),
        blockers=blockers(role, answers),
        lifting=lifting(role, answers, interview),
        speaks_for=speaks_for(role, wants, agreements, interview),
        speaks_against=speaks_against(role, wants, agreements, interview),
        ready=ready,
        ready_text=ready_text,
    )


def _ranked(results: Sequence[RoleResult]) -> tuple[RoleResult, ...]:
    return tuple(
        sorted(results, key=lambda role: (role.blocked, -settled(role.exact_fit), role.id))
    )


def _placed(result: RoleResult, ties: Mapping[str, Sequence[str]], order: Stability) -> RoleResult:
    """The result with its place among the draws; blocked roles have none."""
    if result.id not in order.p_first:
        return result
    return replace(
        result,
        p_first=order.p_first[result.id],
        p_top_two=order.p_top_two[result.id],
        tied=tuple(ties[result.id]),
    )


def _ties(ids: Sequence[str], order: Stability) -> Mapping[str, Sequence[str]]:
    """For each role those with which it is tied, in the order given.

    Of two that are tied neither comes before the other in at least 75 percent of the draws.
    """
    ties: dict[str, list[str]] = {one: [] for one in ids}
    for one, other in combinations(ids, 2):
        if 1 - CLEAR < order.beats[one, other] < CLEAR:
            ties[one].append(other)
            ties[other].append(one)
    return ties


def _profile(answers: Answers, interview: Interview) -> Profile:
    return Profile(
        drains=chosen_drains(answers, interview),
        drains_most=answers.word("dread-most"),
        energisers=without_exclusive(ENERGY, answers, interview),
        energisers_most=answers.word("energy-most"),
        words={
            question.id: said
            for question in interview.questions
            if question.review_only and (said := answers.word(question.id))
        },
    )


def _counts(question: Question, answers: Answers, interview: Interview) -> bool:
    """Is it one of the questions of which "k of n answered" speaks?

    Own words and what is kept only on request are not; nor is "which most" where nothing was
    chosen that could be named, nor what is asked only after an answer that was not given.
    """
    if question.review_only or question.private or not follows(question, answers):
        return False
    if not question.among or not answers.gave(question.among):
        return True
    return bool(without_exclusive(question.among, answers, interview))
