"""Every file that medpivot keeps for a person, in one table: `data` reads, copies and erases these.

Another file is another line in it. A reader is imported when its file is there: most load pydantic.
"""

from collections.abc import Sequence
from typing import Final

from medpivot.store.kinds import Kind
from medpivot.store.lines import Entry


def _assessment(data: bytes, name: str) -> Sequence[str]:
    from medpivot.catalogue import load_interview
    from medpivot.reading.answers import read_answers_file

    read_answers_file(data, name, load_interview())
    return ()


def _draft(data: bytes, name: str) -> Sequence[str]:
    from medpivot.asking.draft import read_draft
    from medpivot.catalogue import load_interview
    from medpivot.store.drafts import answers_in

    draft = read_draft(answers_in(data), load_interview())
    return [f"{name}: {one}; it will be asked again" for one in draft.problems]


def _plan(data: bytes, name: str) -> Sequence[str]:
    from medpivot.reading.plan import read_plan

    return read_plan(data, name)[1]


def _activity(entry_id: str, entry: Entry) -> object:
    from medpivot.domain.entries import from_entry

    return from_entry(entry_id, entry)


def _education_hours(entry_id: str, entry: Entry) -> object:
    from medpivot.domain.ledger import from_entry

    return from_entry(entry_id, entry)


def _weeks(data: bytes, name: str) -> Sequence[str]:
    from medpivot.reading.time import read_weeks

    return read_weeks(data, name)[1]


def _people(data: bytes, name: str) -> Sequence[str]:
    from medpivot.reading.people import read_people

    return read_people(data, name)[1]


def _jobs(data: bytes, name: str) -> Sequence[str]:
    from medpivot.reading.jobs import read_jobs

    return read_jobs(data, name)[1]


def _programs(data: bytes, name: str) -> Sequence[str]:
    from medpivot.reading.programs import read_programs

    return read_programs(data, name)[1]


def _roles(data: bytes, name: str) -> Sequence[str]:
    from medpivot.catalogue import load_interview, load_roles, load_sources
    from medpivot.reading.roles import lay_over

    lay_over(load_roles(), data, name, load_interview(), load_sources())
    return ()


def _calendar(data: bytes, name: str) -> Sequence[str]:
    from medpivot.reading.calendar import read_given

    read_given(data, name)
    return ()


def _money(data: bytes, name: str) -> Sequence[str]:
    from medpivot.reading.money import read_money

    return read_money(data, name)[1]


def _profile(data: bytes, name: str) -> Sequence[str]:
    from medpivot.reading.profile import read_profile

    return read_profile(data, name)[1]


KINDS: Final = (
    Kind("assessment-DATE.toml", "a saved assessment", _assessment),
    Kind("assessment-draft.toml", "the unfinished interview", _draft),
    Kind("plan-DATE.toml", "a plan", _plan),
    Kind("activities.jsonl", "the teaching log", entry=_activity),
    Kind("time.jsonl", "education hours promised and delivered", entry=_education_hours),
    Kind("time.toml", "your weeks", _weeks),
    Kind("people.toml", "the people who should know of your work", _people),
    Kind("jobs.toml", "postings and offers", _jobs),
    Kind("money.toml", "your figures", _money),
    Kind("training.toml", "training you consider", _programs),
    Kind("profile.toml", "what your CV says of you", _profile),
    Kind("calendar.toml", "what calendars were given last", _calendar),
    Kind("roles.toml", "roles of your own", _roles),
)
"""Each kind of file: its name, what it is, and how it is checked."""
