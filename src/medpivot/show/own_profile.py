"""The screen of `profile`: what the CV says of the person, and what it has to leave open."""

from collections.abc import Iterator

from rich.console import Group, RenderableType

from medpivot.domain.cv_words import CvWords
from medpivot.domain.day_words import short_date
from medpivot.domain.profile import COLLECTIONS, FACTS, Item, Profile, gaps
from medpivot.show.log_words import NOT_NOTED, shortened
from medpivot.show.out import one_line
from medpivot.show.paragraphs import heading, labelled, paragraph, words

_LONGEST = 400
_LABEL = 14
_FIRST = (
    ('medpivot profile set name="Ana Ruiz" credentials=MD', "the facts"),
    ('medpivot profile add position "Hospitalist" --from 2019', "what you are"),
    ("medpivot profile ask", "all of it, one question at a time"),
    ("medpivot profile import resume.json", "from a JSON Resume"),
    ("medpivot cv", "a first draft, gaps marked"),
)


def profile_screen(profile: Profile, texts: CvWords) -> RenderableType:
    """The whole profile with its gaps; with nothing in it, how to begin."""
    if not profile.facts and not profile.every:
        return Group(
            words("There is nothing in the profile yet.", "bold"),
            paragraph(
                "Your log is enough for a first CV. The profile adds what the log cannot know: "
                "name, positions, degrees, papers.",
                indent=0,
            ),
            heading("Begin with one of these"),
            *_commands(_FIRST),
        )
    facts = [(key, _short(profile.fact(key)) or NOT_NOTED) for key in FACTS]
    facts += [(f"approach, {key}", _short(text)) for key, text in profile.approach.items()]
    parts: list[RenderableType] = [
        words(profile.fact("name") or "No name yet", "bold"),
        labelled(facts, label=_LABEL if not profile.approach else 0),
    ]
    for one in COLLECTIONS.values():
        items = profile.items(one.id)
        if items:
            parts.append(heading(one.many[:1].upper() + one.many[1:]))
            parts += [_item(item, texts) for item in items]
    left = gaps(profile)
    if left:
        empty = [one.many for one in COLLECTIONS.values() if not profile.items(one.id)]
        facts_left = [key for key in FACTS if not profile.fact(key)]
        parts.append(heading("Not there yet", "the CV marks these places or leaves them out"))
        rows = [("facts", ", ".join(facts_left))] if facts_left else []
        rows += [("entries", ", ".join(empty))] if empty else []
        parts.append(labelled(rows, label=_LABEL))
    parts.append(heading("Go on"))
    made = profile.exported.get("cv")
    last = f"last made {short_date(made)}" if made else "a first draft, gaps marked"
    parts += _commands((("medpivot cv", last), ("medpivot profile edit ID", "to change an entry")))
    return Group(*parts)


def _item(one: Item, texts: CvWords) -> RenderableType:
    said = [one.title, one.role, one.where, one.place]
    head = _short(", ".join(part for part in said if part))
    if one.collection == "position" and not one.area:
        head += f" (taken for {texts.area_of(one)})"
    valid = f"valid until {one.end.words}" if one.collection == "certification" and one.end else ""
    details = [valid, one.authors, one.link, *one.notes]
    text = "\n".join([head, *(_short(part) for part in details if part), f"id: {one.id}"])
    return labelled([(one.when or NOT_NOTED, text)], label=20)


def _commands(rows: tuple[tuple[str, str], ...]) -> Iterator[RenderableType]:
    yield labelled(rows)


def _short(text: str) -> str:
    return shortened(one_line(text), _LONGEST)
