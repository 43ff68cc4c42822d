"""The result of an assessment as one screen, from the plain conclusion to the next command."""

from collections.abc import Iterator
from itertools import groupby

from rich.console import Group, RenderableType

from medpivot.domain.assessment import Assessment
from medpivot.domain.experiments import leading_roles
from medpivot.domain.interview import Interview
from medpivot.domain.roles import Roles
from medpivot.domain.strengths import gains, losses
from medpivot.domain.wording import NAMES, listed
from medpivot.show.alternatives import alternatives
from medpivot.show.leading import leading, reasons
from medpivot.show.paragraphs import heading, labelled, paragraph, run_in
from medpivot.show.profile import lifting, profile
from medpivot.show.ranking import open_roles, ranking
from medpivot.show.verdict import headline, verdict, when_to_test


def assessment(
    result: Assessment, interview: Interview, roles: Roles, *, kept: bool = True
) -> RenderableType:
    """The whole result, to be printed on `out.console()`; see METHODS.md for what it means.

    `kept`: the answers are saved, so that other commands know them.
    """
    other_first = result.verdict.id == "another-change"
    return Group(
        verdict(result.verdict, interview),
        *([alternatives(result, interview, leads=True)] if other_first else []),
        profile(result, interview),
        lifting(result, leading(result), interview),
        ranking(result, roles),
        reasons(result),
        *([] if other_first else [alternatives(result, interview, leads=False)]),
        *_experiments(result, roles),
        *_reading(result),
        *_in_short(result, kept=kept),
    )


def _experiments(result: Assessment, roles: Roles) -> Iterator[RenderableType]:
    if not result.experiments:
        return
    yield heading(when_to_test(result.verdict), "the least sure part of each role")
    for role_id, texts in groupby(result.experiments, lambda one: one.role):
        role = roles.role(role_id)
        title = role.title if role else role_id
        for place, one in enumerate(texts):
            yield run_in(f"{'Or' if place else title}, {NAMES[one.dimension]}", one.text)


def _reading(result: Assessment) -> Iterator[RenderableType]:
    yield heading("How to read this")
    yield paragraph(
        f"{result.given} of {result.asked} questions answered, the burnout level apart; "
        "what was skipped counts as unknown. "
        f"{result.burnout} Fit predicts satisfaction only weakly (the figures: METHODS.md), so "
        "take the ranking as what to test next."
    )


def _in_short(result: Assessment, *, kept: bool) -> Iterator[RenderableType]:
    """The conclusion once more, where a long screen ends, and what to type next."""
    yield heading("In short")
    yield paragraph(headline(result.verdict))
    first = _what_is_first(result)
    if first:
        yield paragraph(first)
        yield from _could_be_next(result)
    yield labelled(list(_commands(result, kept=kept)))


def _what_is_first(result: Assessment) -> str:
    """What stands first; nothing where nothing has to be decided or too little was said."""
    if result.verdict.not_now or result.verdict.headline == "too-little-said":
        return ""
    if result.verdict.id == "another-change":
        return f"Look first at: {result.alternatives[0].title}." if result.alternatives else ""
    tied = leading_roles(result.roles)
    if not tied:
        return "Every role is blocked for now."
    label = "Tied at the top" if len(tied) > 1 else "First"
    return f"{label}: {'; '.join(role.title for role in tied)}."


def _could_be_next(result: Assessment) -> Iterator[RenderableType]:
    """Where all roles told in full usually come later: the best that could be the next one."""
    told = leading(result)
    if result.verdict.id == "another-change" or any(role.ready != "later" for role in told):
        return
    them = "That role usually comes" if len(told) == 1 else "Roles such as these usually come"
    yield paragraph(f"{them} later. {_next_role(result)}")


def _next_role(result: Assessment) -> str:
    """The best role that could be the next one, with what speaks against it; or that none is."""
    found = next((role for role in open_roles(result) if role.ready == "next"), None)
    if found is None:
        return "Of the roles that nothing blocks none usually comes before such work."
    found_for, against = gains(found, result), losses(found, result)
    fit = f"{found.title} (fit {found.fit} of 100)"
    if not found_for:
        why = f"; against it: {listed(against)}" if against else ""
        return f"No role that could come next has anything strong for it; nearest is {fit}{why}."
    but = f"; against it: {listed(against)}" if against else ""
    return f"One that could come next: {fit}{but}."


def _commands(result: Assessment, *, kept: bool) -> Iterator[tuple[str, str]]:
    if kept:
        yield "medpivot plan", "small dated steps"
    else:
        yield "medpivot assess", "answers that are kept lead to a plan"
    if result.verdict.not_now:
        yield "medpivot support", "someone to talk to"
    for question in result.verdict.ask_next[:1]:
        again = question in result.verdict.ask_again
        says = "one more pick there would say most" if again else "the answer that would say most"
        yield f"medpivot assess --ask {question}", says
    for role in leading(result)[: int(kept)]:
        yield f"medpivot roles why {role.id}", "the sum, answer by answer"
