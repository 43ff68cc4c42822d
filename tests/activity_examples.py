"""A small vocabulary, activities made by hand, and any activity there could be."""

from datetime import date
from types import MappingProxyType

from hypothesis import strategies as st

from medpivot.domain.activities import Activity, Quote, Rating, Vocabulary, Word

TODAY = date(2026, 11, 22)

VOCABULARY = Vocabulary(
    domains={one: Word(one, one.capitalize()) for one in ("teaching", "curriculum", "leadership")},
    kinds={
        "lecture": Word("lecture", "Lecture or talk", domain="teaching"),
        "small-group": Word("small-group", "Small group", domain="teaching"),
        "guide": Word("guide", "Guide or checklist", domain="curriculum"),
        "committee": Word("committee", "Committee", domain="leadership", contact=False),
        "course-taken": Word("course-taken", "Course you took", domain="curriculum", learner=True),
        "clinic": Word("clinic", "Clinic", domain="teaching", education=False),
        "inbox": Word("inbox", "Inbox and forms", domain="teaching", education=False),
    },
    levels={one: Word(one, one.capitalize()) for one in ("student", "intern", "resident")},
    roles={
        "sole": Word("sole", "Sole"),
        "invited": Word("invited", "Invited"),
        "learner": Word("learner", "Learner", learner=True),
    },
    reaches={one: Word(one, one.capitalize()) for one in ("local", "national")},
    enough=6,
    trend_step=0.5,
)


def taught(title="Sepsis talk", kind="lecture", day=TODAY, domain="teaching", **more):
    """One activity, a lecture of today unless told otherwise."""
    return Activity(
        id=more.pop("id", "aaaabbbb"), date=day, title=title, kind=kind, domain=domain, **more
    )


def felt(*energies, kind="lecture", first=date(2026, 1, 1)):
    """Activities with those energies, a month apart."""
    return [
        taught(f"{kind} {number}", kind, first.replace(month=1 + number), energy=energy)
        for number, energy in enumerate(energies)
    ]


def rated(mean, before=None, raters=9, scale=5, **more):
    """One activity with a rating."""
    return taught(rating=Rating(mean, raters, scale, before), **more)


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(
    str.strip
)
_HOURS = st.none() | st.integers(0, 200) | st.floats(0, 200)


@st.composite
def ratings(draw):
    scale = draw(st.sampled_from([5, 7, 9, 10]))
    means = st.integers(1, scale) | st.floats(1, scale)
    return Rating(
        mean=draw(means),
        raters=draw(st.none() | st.integers(1, 10_000)),
        scale=scale,
        before=draw(st.none() | means),
        peer_mean=draw(st.none() | means),
    )


@st.composite
def activities(draw):
    """Any activity the log may hold, keys of another version among them."""
    return Activity(
        id="aaaabbbb",
        date=draw(st.dates(date(1900, 1, 1), TODAY)),
        title=draw(_TEXTS),
        kind=draw(st.sampled_from(list(VOCABULARY.kinds))),
        domain=draw(st.sampled_from(list(VOCABULARY.domains))),
        role=draw(st.none() | st.sampled_from(list(VOCABULARY.roles))),
        setting=draw(st.none() | _TEXTS),
        reach=draw(st.none() | st.sampled_from(list(VOCABULARY.reaches))),
        levels=tuple(draw(st.lists(st.sampled_from(list(VOCABULARY.levels)), unique=True))),
        learners=draw(st.none() | st.integers(0, 10_000)),
        contact_hours=draw(_HOURS),
        prep_hours=draw(_HOURS),
        rating=draw(st.none() | ratings()),
        energy=draw(st.none() | st.integers(-2, 2)),
        quotes=tuple(
            draw(st.lists(st.builds(Quote, text=_TEXTS, shareable=st.booleans()), max_size=3))
        ),
        changed=draw(st.none() | _TEXTS),
        evidence=draw(st.none() | _TEXTS),
        milestone=draw(st.none() | _TEXTS),
        extra=MappingProxyType(
            draw(st.dictionaries(st.sampled_from(["new", "later"]), st.integers() | _TEXTS))
        ),
    )
