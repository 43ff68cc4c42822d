"""The screens of `people`: the list with what comes next, and one person in full."""

from collections.abc import Iterator
from datetime import date

from rich.console import Group, RenderableType

from medpivot.domain.day_words import in_words, short_date
from medpivot.domain.people import Kinds, People, Person, by_what_comes_next, days_since, glance
from medpivot.domain.reminders import Reminders
from medpivot.domain.wording import listed, uncapital
from medpivot.show.columns import columns
from medpivot.show.log_words import NOT_NOTED, counted, shortened
from medpivot.show.out import one_line
from medpivot.show.paragraphs import heading, labelled, paragraph, points, words
from medpivot.show.people_words import ADVOCATE, STATUS, counts, mentors, next_words, who

_LONGEST = 120
_NEXT = "what comes next"
_WHAT = {
    "letter": "the letter that comes next, as a draft",
    "brief": "one page for the talk",
    "met": "after it",
    "edit": "to change what is kept, or to bring somebody back",
}


def nobody(kinds: Kinds) -> RenderableType:
    """The list before its first entry: whom to look for, and how to begin."""
    decide = [one for one in kinds.by_id.values() if one.decides and not one.retired]
    others = [one for one in kinds.by_id.values() if not one.decides and not one.retired]
    return Group(
        words("Nobody is on the list yet.", "bold"),
        paragraph(
            "Education jobs are mostly given by these people. Begin with one you could reach "
            "this week; a first talk takes twenty minutes.",
            indent=0,
        ),
        "",
        labelled([(one.id, one.help) for one in decide]),
        "",
        paragraph(f"Worth knowing too: {listed([one.id for one in others])}.", indent=0),
        heading("Add the first"),
        paragraph('medpivot people add "Maria Santos" --kind clerkship-director'),
    )


def people_list(people: People, kinds: Kinds, today: date, after: Reminders) -> RenderableType:
    """Everybody who is not removed, the one to turn to first at the top."""
    seen = glance(people, today, after)
    table = columns(
        ["id", "who", "last contact", _NEXT],
        (
            [*_row(one, kinds), _short(next_words(one, today, after))]
            for one in by_what_comes_next(people, today, after)
        ),
        whole=("last contact",),
        dash="none yet",
    )
    return Group(
        words(f"{counted(len(people.present), 'person', 'people')}: {counts(seen)}", "bold"),
        paragraph(mentors(seen), indent=0),
        "",
        table,
        "",
        *_missing(people, kinds),
        labelled(
            [
                ("a letter to start from", "medpivot people letter ID"),
                ("one page for the talk", "medpivot people brief ID"),
                ("after it", "medpivot people met ID"),
            ],
            indent=0,
        ),
    )


def _short(text: str) -> str:
    return shortened(one_line(text), _LONGEST)


def _row(one: Person, kinds: Kinds) -> list[str]:
    last = "-" if one.last_touch is None else short_date(one.last_touch)
    return [one.id, _short(who(one, kinds)), last]


def _missing(people: People, kinds: Kinds) -> Iterator[RenderableType]:
    missing = [uncapital(one.label) for one in kinds.missing(people)]
    if missing:
        yield paragraph(f"On the list there is no {listed(missing, 'or')} yet.", indent=0)
        yield ""


def person(one: Person, kinds: Kinds, today: date, after: Reminders) -> RenderableType:
    """One person with all that is noted, and questions worth asking."""
    kind = kinds.by_id.get(one.kind)
    rows = [
        ("kind", kinds.label(one.kind)),
        ("where", one.where or NOT_NOTED),
        ("status", STATUS[one.status]),
        ("would speak for you", ADVOCATE[one.can_advocate]),
        ("last contact", _last(one, today)),
        ("your next ask", one.next_ask or NOT_NOTED),
        ("on the list since", in_words(one.added) if one.added else NOT_NOTED),
    ]
    coming = next_words(one, today, after)
    if one.status != "removed" and coming != one.next_ask:
        rows.append((_NEXT, coming))
    parts: list[RenderableType] = [words(one.name, "bold"), labelled(rows)]
    if one.notes:
        notes = [(short_date(note.date), note.text) for note in one.notes]
        parts += [heading("Notes", "yours alone; no letter holds them"), labelled(notes)]
    if kind:
        parts += [heading("What they decide"), paragraph(kind.help)]
        parts += [heading("Worth asking"), points(kind.asks)]
    commands = [("letter", "brief", "met", "edit"), ("edit",)][one.status == "removed"]
    lines = [(f"medpivot people {command} {one.id}", _WHAT[command]) for command in commands]
    parts += [heading("Go on"), labelled(lines)]
    return Group(*parts)


def _last(one: Person, today: date) -> str:
    days = days_since(one, today)
    if one.last_touch is None or days is None:
        return "none yet" if one.status == "to-contact" else NOT_NOTED
    ago = "today" if days == 0 else f"{counted(days, 'day', 'days')} ago"
    return f"{in_words(one.last_touch)}, {ago}"
