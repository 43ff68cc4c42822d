"""What `money` reckons with: the person's file, filled from answers and programs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from medpivot import catalogue
from medpivot.commands.own_facts import OwnFacts, own_facts
from medpivot.commands.taking_back import BRINGS_IT_BACK, TAKES_IT_BACK
from medpivot.domain.ids import new_id
from medpivot.domain.money import Money
from medpivot.domain.money_inputs import Person, fill
from medpivot.domain.money_offers import (
    MoneyOffer,
    changed_offers,
    changed_words,
    offer_name,
    offers_to_take,
)
from medpivot.domain.money_result import MoneyResult, reckon
from medpivot.domain.money_warnings import MoneyWarning, warnings
from medpivot.domain.typed_money import KnownIds, add_scenario, set_all
from medpivot.errors import BrokenFile, MedpivotError, placed, refused
from medpivot.session import Session
from medpivot.show.out import note, notes, one_line
from medpivot.store import jobs
from medpivot.store import money as store
from medpivot.store.writing import writing


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The result, what to be wary of, and whether anything at all was entered in money.toml."""

    result: MoneyResult
    warnings: tuple[MoneyWarning, ...]
    facts: OwnFacts
    money: Money
    entered: bool


@dataclass(frozen=True, slots=True)
class BesideTheJobs:
    """The offers no scenario reckons with, and a warning for each whose figures are old ones."""

    offers: tuple[MoneyOffer, ...] = ()
    changed: tuple[MoneyWarning, ...] = ()


def reckoned(session: Session, years: int | None = None) -> Reckoned:
    """Everything that is known of the person's money, reckoned over the years.

    Raises:
        BrokenFile: a file cannot be read.
        MedpivotError: two currencies, or a program that is not there.
    """
    file = store.load(session.home)
    notes(file.warnings)
    facts = own_facts(session)
    rules = catalogue.load_money_facts()
    result = reckon(fill(file.content, person_of(facts), years))
    return Reckoned(
        result,
        warnings(result, rules.forgiveness),
        facts,
        file.content,
        entered=file.data is not None,
    )


def beside_the_jobs(session: Session, found: Reckoned) -> BesideTheJobs:
    """What jobs.toml has that money does not reckon with; nothing if it is broken."""
    try:
        kept = jobs.load(session.home).content
    except BrokenFile as error:
        note(f"{error.message}; money is shown without it")
        return BesideTheJobs()
    if all(one.present for one in kept.kept):
        return BesideTheJobs()
    week, currency = kept.settings.week(catalogue.load_offers().usual), found.result.inputs.currency
    taken = [one.id for one in found.result.scenarios]
    return BesideTheJobs(
        offers_to_take(kept, week, taken, currency),
        tuple(
            MoneyWarning("offer-changed", one.id, changed_words(one, currency))
            for one in changed_offers(kept, week, found.money)
        ),
    )


def reckoned_before(before: Money, found: Reckoned) -> Reckoned | None:
    """The same with the money as it was; None where that could not be reckoned with."""
    try:
        result = reckon(fill(before, person_of(found.facts)))
    except MedpivotError:
        return None
    rules = catalogue.load_money_facts()
    return replace(found, result=result, warnings=warnings(result, rules.forgiveness), money=before)


def person_of(facts: OwnFacts) -> Person:
    """What is known beside money.toml, as the sums need it."""
    rules = catalogue.load_money_facts()
    return Person(
        answers=facts.answers,
        answered_on=facts.day,
        roles=facts.roles,
        role=facts.role.id if facts.role else "",
        programs=facts.programs.content,
        usual_weeks=rules.usual_weeks,
        usual_weeks_from=rules.usual_weeks_text,
    )


def known_ids(facts: OwnFacts) -> KnownIds:
    """What a scenario may name."""
    return KnownIds(
        [role.id for role in facts.roles.roles if not role.retired],
        [one.id for one in facts.programs.content.present],
    )


def change(
    session: Session, what: str, changing: Callable[[Money], Money], removed: str = ""
) -> Money:
    """Change money.toml under the lock; say where it is, or what was `removed` from it.

    What stood there before is given back.

    Raises:
        MedpivotError: it cannot be changed so; nothing is saved then.
    """
    with writing(session.home, one_line(what)) as step:
        file = store.load(session.home)
        differs = store.save(step, file, changing(file.content))
    notes(step.notes)
    if not differs:
        note("Nothing changed: it was so already.")
    elif removed:
        note(f"Removed: {removed}. {BRINGS_IT_BACK}")
    else:
        note(f"Saved in {file.path}. {TAKES_IT_BACK}")
    return file.content


def enter(session: Session, settings: Sequence[str], what: str) -> Money:
    """Set every KEY=VALUE, or none; what stood there before is given back.

    Raises:
        UsageProblem: with everything that is wrong with them; nothing is saved then.
    """
    facts = own_facts(session)
    return change(session, what, lambda money: _with(money, settings, facts))


def add(session: Session, name: str, kind: str, title: str, settings: Sequence[str]) -> Money:
    """Add a scenario with its figures, whose keys need not name it again; the money before.

    One with the id of a job in jobs.toml is called as that job is, unless a title is given.

    Raises:
        MedpivotError: there is one of that name, or a figure cannot be; nothing is saved then.
    """
    facts = own_facts(session)
    scenario_id = new_id(name, (), "")
    title = title or _of_a_job(session, scenario_id)
    keyed = [one if "." in one.partition("=")[0] else f"{scenario_id}.{one}" for one in settings]
    return change(
        session,
        f"money add {scenario_id}",
        lambda money: _with(add_scenario(money, name, kind, title), keyed, facts),
    )


def _of_a_job(session: Session, job_id: str) -> str:
    try:
        job = jobs.load(session.home).content.job(job_id)
    except BrokenFile:
        return ""
    return offer_name(job) if job and not job.present else ""


def _with(money: Money, settings: Sequence[str], facts: OwnFacts) -> Money:
    currency = facts.programs.content.currency
    new, problems = set_all(money, settings, known_ids(facts), currency)
    if problems:
        lines = [placed(".".join(filter(None, (one.table, one.key))), one.what) for one in problems]
        raise refused(lines, "medpivot money set --help")
    # what cannot be reckoned with is refused before it is saved
    fill(new, person_of(facts))
    return new
