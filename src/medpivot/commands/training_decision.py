"""The walk through the training decision: what is known, what is asked, and keeping the outcome."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from medpivot import catalogue
from medpivot.commands.own_facts import OwnFacts, own_facts
from medpivot.domain.answers import Answers
from medpivot.domain.closest import did_you_mean
from medpivot.domain.plan import Route
from medpivot.domain.programs import Decided
from medpivot.domain.training import (
    NOT_NOW,
    QUESTIONS,
    Decision,
    Training,
    decide,
    first_unknown,
    held_back,
)
from medpivot.domain.training_answers import known_answers
from medpivot.domain.wording import uncapital
from medpivot.errors import Interrupted, MedpivotError, refused
from medpivot.session import Session
from medpivot.show.out import note, notes
from medpivot.show.plan_words import ROUTES
from medpivot.store import programs as store
from medpivot.store.writing import writing


@dataclass(frozen=True, slots=True)
class Walked:
    """The decision with what it rests on; `asked` are the answers given here and now."""

    decision: Decision
    training: Training
    facts: OwnFacts
    answers: dict[str, str]
    asked: dict[str, str]


def walk(
    session: Session, role: str | None, *, asking: bool, answers: Sequence[str] = ()
) -> Walked:
    """Where the answers lead; what they leave open on the way is asked when `asking`.

    `answers` are `ID=VALUE` and go before everything else.

    Raises:
        UsageProblem: one of them names no question or choice.
        Interrupted: the person stopped; with the line that goes on from what was answered.
    """
    training = catalogue.load_training()
    facts = own_facts(session, role)
    given = _given(answers, training)
    decided = facts.programs.content.decided
    known = known_answers(facts.answers, facts.day, facts.role, decided, not_now=facts.not_now)
    known |= given
    skipped: list[str] = []
    asked: dict[str, str] = dict(given)
    while asking and (question := first_unknown(training, known, skipped)):
        # questionary is slow to load, and most answers are known
        from medpivot.commands.training_questions import ask_question

        try:
            answer = ask_question(question, training)
        except Interrupted:
            raise Interrupted("Stopped. Nothing is kept.", _line(asked, role)) from None
        if answer is None:
            skipped.append(question)
        else:
            known[question] = asked[question] = answer
    return Walked(decide(training, known), training, facts, known, asked)


def _line(asked: Mapping[str, str], role: str | None) -> str:
    """The command that goes on from what was answered so far; empty where that is nothing."""
    if not asked:
        return ""
    of = ["--role", role] if role else []
    said = [word for key, value in asked.items() for word in ("--set", f"{key}={value}")]
    return shlex.join(["medpivot", "training", "decide", *of, *said])


def keep(session: Session, walked: Walked, route: Route | None = None, why: str = "") -> None:
    """Save the decision in training.toml; `route` is the person's own, where it is another one.

    Raises:
        MedpivotError: no degree can be decided on as things stand.
    """
    chosen: Route = route or walked.decision.route
    reason = held_back(chosen, walked.answers)
    if reason:
        raise MedpivotError(
            f"{ROUTES[chosen]} cannot be decided on now: {uncapital(reason).rstrip('.')}",
            "medpivot training decide --route local"
            if walked.answers.get(NOT_NOW) == "yes"
            else "medpivot assess --ask study-interest",
        )
    role = walked.facts.role.id if walked.facts.role else ""
    with writing(session.home, f"training decide: {ROUTES[chosen]}") as step:
        file = store.load(session.home)
        before = file.content.decided
        said = {**(before.answers if before else {}), **walked.asked}
        decided = Decided(
            route=chosen,
            on=session.today,
            role=role,
            answers=MappingProxyType({key: said[key] for key in QUESTIONS if key in said}),
            own=chosen != walked.decision.route,
            why=why,
        )
        store.save(step, file, replace(file.content, decided=decided))
    notes(step.notes)
    note(
        f"Decided: {ROUTES[chosen]}. Kept in {file.path}; medpivot undo takes it back, and "
        "medpivot plan new plans for it."
    )


def route_for_plan(home: Path, answers: Answers, *, not_now: bool) -> Route | None:
    """The decided route, for a plan; None where nothing is decided or it has to wait.

    Raises:
        BrokenFile: training.toml cannot be read.
    """
    decided = store.load(home).content.decided
    if decided is None:
        return None
    known = known_answers(answers, "", None, decided, not_now=not_now)
    return None if held_back(decided.route, known) else decided.route


def _given(answers: Sequence[str], training: Training) -> dict[str, str]:
    choices = _choices(training)
    found: dict[str, str] = {}
    problems: list[str] = []
    for one in answers:
        key, equals, value = (part.strip() for part in one.partition("="))
        if not equals:
            problems.append(f"{one[:60]} has no =; write {one[:60]}=VALUE")
        elif key not in choices:
            near = did_you_mean(key[:60], choices) or f"one of {', '.join(choices)}"
            problems.append(f"{key[:60]!r} is no question here; {near}")
        elif value not in choices[key]:
            near = did_you_mean(value[:60], choices[key]) or f"one of {', '.join(choices[key])}"
            problems.append(f"{key}: {value[:60]!r} is not a choice; {near}")
        else:
            found[key] = value
    if problems:
        raise refused(problems, "medpivot training decide --help")
    return found


def _choices(training: Training) -> dict[str, list[str]]:
    here = {one.id: [key for key, _ in one.choices] for one in training.questions}
    interview = catalogue.load_interview()
    for question_id in QUESTIONS:
        question = interview.question(question_id)
        if question and question_id not in here:
            here[question_id] = [choice.id for choice in question.choices]
    here.pop(NOT_NOW, None)
    return here
