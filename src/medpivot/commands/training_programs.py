"""The programs under consideration: added, changed, removed and compared."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from medpivot.commands.money_figures import person_of
from medpivot.commands.own_facts import own_facts
from medpivot.commands.taking_back import BRINGS_IT_BACK, TAKES_IT_BACK
from medpivot.domain.harmless import one_line
from medpivot.domain.program_costs import ProgramCost, program_costs
from medpivot.domain.programs import Program, Programs
from medpivot.domain.typed_programs import TypedProgram, added, changed, find
from medpivot.errors import MedpivotError, Problem, placed, refused
from medpivot.session import Session
from medpivot.show.log_words import shortened
from medpivot.show.out import note, notes
from medpivot.store import money, programs
from medpivot.store.writing import writing

_LONGEST_TITLE = 60


def add(session: Session, typed: TypedProgram) -> Program:
    """Keep a new program and say under which id.

    Raises:
        UsageProblem: with everything that is wrong with what was typed; nothing is saved then.
    """
    currency = _currency(session)
    what = f"training add {_short(typed.title or '')}"
    one = _change(session, what, lambda every: added(every, typed, currency), "add")
    note(f"Kept: {_short(one.title)}, as {one.id}. {TAKES_IT_BACK}")
    note("medpivot training compare sets it beside others.")
    return one


def edit(session: Session, name: str, typed: TypedProgram) -> Program:
    """Keep what is changed about a program.

    Raises:
        MedpivotError: there is no such program.
        UsageProblem: with everything that is wrong with what was typed; nothing is saved then.
    """
    currency = _currency(session)
    one = _change(
        session,
        f"training edit {name[:_LONGEST_TITLE]}",
        lambda every: changed(every, find(every, name), typed, currency),
        "edit",
    )
    note(f"Changed: {_short(one.title)}. {TAKES_IT_BACK}")
    return one


def remove(session: Session, name: str) -> None:
    """Mark a program as removed.

    Raises:
        MedpivotError: there is no such program.
    """
    one = _change(
        session,
        f"training remove {name[:_LONGEST_TITLE]}",
        lambda every: (replace(find(every, name), removed=True), []),
        "remove",
    )
    note(f"Removed: {_short(one.title)}. {BRINGS_IT_BACK}")


def compared(session: Session, names: Sequence[str]) -> tuple[ProgramCost, ...]:
    """The named programs, or all of them, with what each really costs.

    Raises:
        MedpivotError: there is none, or they are priced in another currency than the money.
    """
    facts = own_facts(session)
    every = facts.programs.content
    chosen = [find(every, name) for name in names] or list(every.present)
    if not chosen:
        raise MedpivotError(
            "you have entered no program yet", 'medpivot training add "NAME" --cost 28000'
        )
    unique = dict.fromkeys(one.id for one in chosen)
    programs_ = [one for one in every.present if one.id in unique]
    return program_costs(programs_, money.load(session.home).content, person_of(facts))


def _currency(session: Session) -> str:
    return money.load(session.home).content.currency


def _change(
    session: Session,
    what: str,
    changing: Callable[[Programs], tuple[Program, list[Problem]]],
    command: str,
) -> Program:
    with writing(session.home, one_line(what)) as step:
        file = programs.load(session.home)
        one, problems = changing(file.content)
        if problems:
            lines = [placed(_flag(one.key), one.what) for one in problems]
            raise refused(lines, f"medpivot training {command} --help")
        programs.save(step, file, file.content.put(one))
    notes((*file.warnings, *step.notes))
    return one


def _flag(key: str) -> str:
    return key if key.startswith("-") else f"--{key}"


def _short(title: str) -> str:
    return f'"{shortened(one_line(title), _LONGEST_TITLE)}"'
