"""Persons with much, little and odd things in log and profile, as CVs and portfolios need them."""

import random
from datetime import date, timedelta

from medpivot import catalogue
from medpivot.domain.activities import Activity, Quote, Rating
from medpivot.domain.cv import Material
from medpivot.domain.partial_dates import parse_partial
from medpivot.domain.people import Person
from medpivot.domain.profile import Item, Profile

VOCABULARY = catalogue.load_vocabulary()
WORDS = catalogue.load_cv_words()
KINDS = catalogue.load_kinds_of_people()
TODAY = date(2026, 11, 22)


def did(number, title, kind, month, **more):
    """An activity of 2026, or of the year before where the month is 0 or less."""
    day = date(2026, month, 5) if month > 0 else date(2025, 12 + month, 5)
    domain = VOCABULARY.kinds[kind].domain
    return Activity(f"entry{number:03d}", day, title, kind, domain, **more)


def item(collection, key, title, **more):
    """An entry of the profile; dates as texts."""
    dates = {key: parse_partial(more.pop(key)) for key in ("start", "end") if key in more}
    return Item(collection, key, title, **more, **dates)


LOG = (
    did(
        1,
        "Sepsis for interns",
        "lecture",
        -3,
        role="sole",
        setting="St. Mary's",
        levels=("intern",),
        learners=14,
        contact_hours=1,
        prep_hours=6,
        rating=Rating(4.1, 11),
    ),
    did(
        2,
        "Sepsis for interns",
        "lecture",
        3,
        role="sole",
        setting="St. Mary's",
        levels=("intern",),
        learners=16,
        contact_hours=1,
        prep_hours=3,
        rating=Rating(4.6, 14, before=4.1, peer_mean=4.2),
        energy=2,
        quotes=(Quote("My first night of call was survivable.", True), Quote("PRIVATE WORDS")),
        changed="Cases instead of slides",
    ),
    did(
        3,
        "Noon conference: blood gases",
        "conference",
        5,
        levels=("resident", "intern"),
        learners=32,
        contact_hours=1,
        rating=Rating(4.4, 21),
    ),
    did(
        4,
        "Ward teaching block",
        "bedside-teaching",
        2,
        levels=("clinical-student",),
        learners=4,
        contact_hours=30,
        role="precepting",
        rating=Rating(4.8, 3),
    ),
    did(
        5,
        "ICU survival guide for interns",
        "guide",
        6,
        role="co-lead",
        changed="Every intern carries it",
        evidence="/home/me/secret-folder/guide.pdf",
    ),
    did(6, "Feedback form for the ward rotation", "feedback-tool", 4, learners=24),
    did(7, "Clinical competency committee", "committee", 7, role="member", contact_hours=2),
    did(8, "Two career conversations", "advising", 8, learners=2, levels=("resident",)),
    did(9, "Poster: feedback that happens", "poster-or-paper", 10, reach="regional"),
    did(10, "Essentials of clinical teaching", "course-taken", 9, contact_hours=12),
    did(11, "Clinic in the fog", "clinic", 9, energy=-2, learners=400),
)
PROFILE = Profile(
    facts={
        "name": "Anna Keller",
        "credentials": "MD, MPH",
        "headline": "Hospitalist and clinician-educator",
        "email": "anna.keller@example.org",
        "address": "Portland, Oregon",
        "summary": "I build how interns learn on the wards, and look for a role with that at its core.",
        "philosophy": "People learn medicine by deciding something and finding out.",
    },
    approach={"curriculum": "Kern's six steps; eight interviews before the first draft."},
    every=(
        item(
            "position", "hospitalist", "Attending hospitalist", where="St. Mary's", start="2019-07"
        ),
        item("position", "instructor", "Clinical instructor", where="Cascade", start="2021"),
        item(
            "position", "lead", "Ward lead", area="leadership", where="St. Mary's", start="2024-08"
        ),
        item("education", "md", "MD", where="University of Colorado", end="2015"),
        item("education", "res", "Residency", where="OHSU", start="2015", end="2018"),
        item("certification", "im", "Internal medicine", where="ABIM", start="2018", end="2028"),
        item(
            "publication",
            "handoffs",
            "Handoffs: a survey of interns",
            authors="Keller A, Ito M",
            where="J Grad Med Educ. 2025;17:101-5",
            start="2025-04",
            link="10.0000/example",
        ),
        item(
            "publication",
            "pneumonia",
            "Readmission after pneumonia",
            authors="Ito M, Keller A",
            where="J Hosp Med. 2022;17:33-8",
            start="2022",
        ),
        item(
            "talk",
            "ninety",
            "Feedback in ninety seconds",
            where="NW Hospital Medicine",
            start="2026-03",
            reach="regional",
        ),
        item(
            "committee", "gme", "Graduate medical education committee", role="member", start="2023"
        ),
        item("award", "ward", "Ward teacher of the year", where="Residency", start="2025-06"),
        item("position", "gone", "Gone and removed", start="2001", removed=True),
    ),
)
MENTOR = Person(
    "maria", "Maria Santos", "clerkship-director", "Cascade", status="mentor", can_advocate="yes"
)
LONG = ("Reading blood gases, lactate and the anion gap with interns on the wards in winter " * 4)[
    :300
]


def material(profile=None, log=(), people=()):
    return Material(profile or Profile(), tuple(log), tuple(people), KINDS, VOCABULARY, WORDS)


FULL = material(PROFILE, LOG, (MENTOR,))
EMPTY = material()
ONE = material(log=LOG[:1])
ODD = material(
    Profile(
        facts={"name": "Ωmega Ünïcode-Žižek", "headline": "[bold]#let x$ <b> *star* \x1b[31m"},
        every=(item("position", "h", "医師", where="مستشفى الجامعة", start="2019"),),
    ),
    (
        did(1, LONG, "lecture", 1, setting="W" * 300, learners=3),
        did(2, "敗血症の講義 🩺", "lecture", 2, rating=Rating(4.5), changed="شرح الحالة قبل العرض"),
        did(
            3,
            "# *x* `y` $z$ <a> _b_ [write: hack] | \u202e back",
            "guide",
            3,
            changed="a\x00b\x07\ufffe",
        ),
        did(4, "- dash", "committee", 5),
        did(5, "1. first", "committee", 6),
    ),
)


def thousands(count=5000):
    """A long log by a fixed roll of dice."""
    dice = random.Random(3)

    def one(number):
        kind = dice.choice(list(VOCABULARY.kinds))
        return Activity(
            f"entry{number:05d}",
            date(2020, 1, 1) + timedelta(days=dice.randrange(2500)),
            f"Session {number % 700}",
            kind,
            VOCABULARY.kinds[kind].domain,
            levels=tuple(dice.sample(list(VOCABULARY.levels), dice.randrange(3))),
            learners=dice.choice([None, 4, 12, 30]),
            contact_hours=dice.choice([None, 1, 2.5]),
            rating=dice.choice(
                [None, None, Rating(round(dice.uniform(3, 5), 1), dice.choice([2, 9, 30]), 5)]
            ),
            changed=dice.choice([None, None, "Done in another way now"]),
        )

    return material(PROFILE, (one(number) for number in range(count)), (MENTOR,))
