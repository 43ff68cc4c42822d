"""`people letter` and `people brief`: drafts in the person's own voice, from log and answers."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from medpivot import catalogue
from medpivot.commands import people_flags as flags
from medpivot.commands.handing_over import READ_IT, Force, Out, hand_over
from medpivot.commands.saved_answers import latest
from medpivot.commands.shared_flags import Json
from medpivot.commands.unreadable import readable_activities
from medpivot.domain.day_words import short_date
from medpivot.domain.deeds import deeds, examples, totals
from medpivot.domain.finding import shown
from medpivot.domain.introduction import directions, likes
from medpivot.domain.jobs import Job
from medpivot.domain.people import Person, Status
from medpivot.domain.typed_people import find
from medpivot.domain.wording import uncapital
from medpivot.errors import BrokenFile
from medpivot.export import letters
from medpivot.session import Session
from medpivot.show.out import note
from medpivot.store import jobs, plans, profile
from medpivot.store import people as store

if TYPE_CHECKING:
    from medpivot.domain.answers import Answers

EXAMPLES_IN_A_LETTER: Final = 2

OUTREACH: Final = "outreach"

_LETTER: Final[Mapping[Status, str]] = {
    "to-contact": OUTREACH,
    "contacted": "reminder",
    "met": "follow-up",
    "mentor": "follow-up",
}


def letter(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    out: Out = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Draft the letter that comes next.

    The request for twenty minutes, one reminder, or news for somebody you have met: Markdown,
    drawn from your log and your answers. What only you can say is marked [write: ...]. Nothing
    about what drains you, money or your notes goes into it.

    \b
    Examples:
      medpivot people letter maria-santos
      medpivot people letter maria-santos --out letter.md
    """
    session: Session = ctx.obj
    person = find(store.load(session.home).content, id)
    name = _LETTER[person.status]
    job = _kept_there(session, person) if name == OUTREACH else None
    text = letters.letter(name, {**_letter_values(session, person), "job": job})
    advice = READ_IT
    if job is not None:
        kept = f"you keep {shown(job.title)} there, and the letter would be read beside it"
        advice = f"It does not say that you are not asking about a position: {kept}.\n{READ_IT}"
    hand_over(session, person.id, name, text, out, advice, force=force, json=json)


def brief(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    out: Out = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Draft the one page for the talk.

    What you have done, from your log; one or two directions; and your one question, which
    medpivot people edit ID --ask sets.

    \b
    Examples:
      medpivot people brief maria-santos
      medpivot people brief maria-santos --out page.md
    """
    session: Session = ctx.obj
    person = find(store.load(session.home).content, id)
    text = letters.letter("brief", _brief_values(session, person))
    hand_over(session, person.id, "brief", text, out, READ_IT, force=force, json=json)


def _letter_values(session: Session, person: Person) -> Mapping[str, object]:
    vocabulary = catalogue.load_vocabulary()
    log = readable_activities(session.home)
    kinds = catalogue.load_kinds_of_people()
    kind = kinds.by_id.get(person.kind) or kinds.by_id["other"]
    answers = _answers(session)
    last = person.last_touch
    since = [one for one in log if last is not None and one.date >= last]
    return {
        "person": person,
        "topic": kind.topic,
        "written": last and short_date(last),
        "specialty": answers and answers.word("specialty"),
        "deeds": deeds(since, vocabulary)
        if person.known
        else examples(log, vocabulary, kind.levels, EXAMPLES_IN_A_LETTER),
        "likes": likes(answers, catalogue.load_interview()) if answers else (),
        "me": me(session.home),
    }


def _brief_values(session: Session, person: Person) -> Mapping[str, object]:
    vocabulary = catalogue.load_vocabulary()
    interview = catalogue.load_interview()
    log = readable_activities(session.home)
    answers = _answers(session)
    plan = plans.latest(session.home)
    best = deeds(log, vocabulary)
    kinds = catalogue.load_kinds_of_people()
    # "peer" or "somebody else" is no office to address anybody by
    office = person.kind not in kinds.by_id or kinds.by_id[person.kind].decides
    roles = catalogue.roles_of(session.home)
    return {
        "person": person,
        "kind": uncapital(kinds.label(person.kind)) if office else None,
        "specialty": answers and answers.word("specialty"),
        "deeds": best,
        "quote": next((one.quote for one in best if one.quote), None),
        "totals": totals(log, vocabulary),
        "directions": directions(answers, interview, roles, plan.plan.role if plan else None),
        "likes": likes(answers, interview) if answers else (),
        "me": me(session.home),
    }


def _kept_there(session: Session, person: Person) -> Job | None:
    """An open job at the employer of that person; none where the jobs cannot be read."""
    try:
        return jobs.load(session.home).content.open_at(person.where)
    except BrokenFile as error:
        note(f"{error.message}; the letter is drafted without it.")
        return None


def me(home: Path) -> Mapping[str, str]:
    """Whom a letter is from: the name and the email address of the profile, empty if unknown."""
    facts = profile.load(home).content
    return {key: facts.fact(key) for key in ("name", "email")}


def _answers(session: Session) -> "Answers | None":
    found = latest(session.home, session.today)
    return found.answers if found else None
