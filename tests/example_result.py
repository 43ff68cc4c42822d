"""A small interview, four roles and a result made by hand, for the tests of screens."""

from dataclasses import replace
from math import fsum

from medpivot.domain.assessment import (
    Agreement,
    AlternativeResult,
    Assessment,
    Because,
    Blocker,
    Experiment,
    Flip,
    Lifting,
    Profile,
    RoleResult,
    Stability,
    Verdict,
    Want,
)
from medpivot.domain.dimensions import DIMENSIONS
from medpivot.domain.interview import Choice, Interview, Question, Section
from medpivot.domain.roles import (
    Alternative,
    ClinicalSeen,
    IncomeChange,
    ProtectedTime,
    Range,
    Role,
    Roles,
    ShortCut,
    Source,
)

INTERVIEW = Interview(
    sections=(Section("now", "Now"),),
    questions=(
        Question(
            "dread",
            "now",
            "any",
            "What do you dread?",
            choices=(
                Choice("inbox", "The inbox, late", short="the inbox"),
                Choice("nights-weekends", "Nights and weekends", short="nights and weekends"),
                Choice("productivity-scores", "RVUs", short="productivity scores"),
                Choice("meetings-politics", "Meetings", short="meetings and politics"),
                Choice("litigation", "Lawsuits", short="the thought of a lawsuit"),
            ),
        ),
        Question("dread-most", "now", "one", "Most?", among="dread"),
        Question(
            "energy",
            "now",
            "any",
            "What gives you energy?",
            choices=(
                Choice("teaching-learners", "Teaching", short="teaching learners"),
                Choice("simulation", "Simulation", short="simulation"),
            ),
        ),
        Question("energy-most", "now", "one", "Most of all?", among="energy"),
        Question(
            "learners",
            "now",
            "any",
            "Whom would you rather teach?",
            choices=(Choice("students", "Students", short="students"),),
        ),
        Question(
            "schedule",
            "now",
            "scale",
            "How regular must the hours be?",
            name="how regular the hours must be",
            choices=(Choice("4", "No nights or weekends", short="no nights or weekends"),),
        ),
        Question("clinical-wanted", "now", "number", "How much?", name="clinical time wanted"),
    ),
)

SOURCES = {
    "article": Source("article", "The article", "example.org/article", 2026, "2026-11-22"),
    "survey": Source(
        "survey", "A survey of directors. J Ed 2020;1:1", "doi 10.1/1", 2020, "", "abstract"
    ),
    "judgement": Source("judgement", "The authors' judgement", "", 2026, "", "not validated"),
}


def _role(role_id, title, clinical, levels, **more):
    ranges = {"clinical": Range(*clinical, "article")}
    for dimension, level in zip(DIMENSIONS[1:], levels, strict=True):
        ranges[dimension] = Range(level, min(4, level + 1), "judgement")
    return Role(
        id=role_id,
        title=title,
        summary=f"What a {title.lower()} does.",
        ranges=ranges,
        training=more.pop("training", "preferred"),
        training_source="article",
        before=more.pop("before", "informal"),
        before_text="",
        titles=(f"{title}, any department",),
        **more,
    )


ROLES = Roles(
    roles=(
        _role(
            "clerkship-director",
            "Clerkship director",
            (20, 50),
            (3, 4, 1, 1, 2, 1, 3),
            lifts=("inbox", "nights-weekends"),
            keeps=("productivity-scores",),
            adds=("meetings-politics",),
            good_days="A student gets it.",
            hard_days="A grade is appealed.",
            want=("hours",),
            norms=(ProtectedTime("At least half of full time.", "survey", 0.5),),
            clinical_seen=ClinicalSeen(60, 80, "of the paid week, 107 directors", "survey"),
            chart_clinical=60,
        ),
        _role("simulation-director", "Simulation director", (10, 40), (3, 2, 2, 4, 2, 1, 2)),
        _role(
            "core-faculty",
            "Core faculty",
            (40, 90),
            (1, 2, 3, 2, 1, 0, 0),
            training="none",
            income_change=IncomeChange(-10, 0, "survey"),
        ),
        _role(
            "education-dean",
            "Education dean",
            (0, 20),
            (3, 1, 0, 0, 2, 1, 4),
            training="usually-yes",
        ),
    ),
    alternatives=(
        Alternative("reduced-fte", "The same work, less of it", "Less.", "Ask.", {}, {}),
    ),
    short_cuts=(ShortCut("hours", "Regular hours", "Fewer nights and weekends."),),
    experiments={"students": "Teach two students for an afternoon."},
)

WANTS = (
    Want("clinical", 40, "exact", 0.34, (Because("clinical-wanted", "40", 0),), "asked"),
    Want("regular-hours", 4, "at-least", 0.215, (Because("schedule", "4", 0),), "asked"),
    Want(
        "students",
        4,
        "at-least",
        0.152,
        (Because("energy-most", "teaching-learners", 1), Because("learners", "students", 2)),
        "pulled",
    ),
    Want("residents", 2, "at-most", 0.111, (Because("learners", "students", 0),), "assumed"),
    Want("hands-on", 3, "at-least", 0.079, (Because("energy", "simulation", 2),), "pulled"),
    Want("design", None, None, 0.054, (), "unknown"),
    Want("scholarship", None, None, 0.033, (), "unknown"),
    Want("leadership", 2, "at-most", 0.016, (), "assumed"),
)

_UNKNOWN = (
    Blocker("income", "unknown", "No source says what it pays.", "Ask a department what it pays."),
    Blocker("relocation", "unknown", "Whether one is near is not known.", "Look for one nearby."),
)


def _result(place, p_first, p_top_two, agreements, **more):
    role = ROLES.roles[place]
    points = [100 * want.weight * each for want, each in zip(WANTS, agreements, strict=True)]
    shown = [int(each) for each in points]
    shown[0] += round(fsum(points)) - sum(shown)
    return RoleResult(
        id=role.id,
        title=role.title,
        fit=round(fsum(points)),
        exact_fit=fsum(points),
        agreements=tuple(
            Agreement(want.dimension, each, want.weight, point, whole)
            for want, each, point, whole in zip(WANTS, agreements, points, shown, strict=True)
        ),
        p_first=p_first,
        p_top_two=p_top_two,
        tied=more.pop("tied", ()),
        blockers=(
            more.pop("training", Blocker("training", "clear", "Formal training is preferred.", "")),
            Blocker("clinical", "clear", "You set no limit.", ""),
            *_UNKNOWN,
        ),
        lifting=more.pop("lifting", Lifting((), (), ("inbox", "nights-weekends"), ())),
        speaks_for=more.pop("speaks_for", ()),
        speaks_against=more.pop("speaks_against", ()),
        ready=more.pop("ready", "unknown"),
        ready_text=more.pop("ready_text", ""),
    )


RESULT = Assessment(
    given=31,
    asked=38,
    verdict=Verdict(
        "test-first",
        "test-first",
        not_now=False,
        reasons=(
            "You are not sure that you want the work itself. Trying a little of it will tell.",
            "You would not take less pay, so look for education work inside your present pay.",
        ),
        contradictions=("You accept less income, and no drop in it.",),
        ask_next=("learners",),
    ),
    profile=Profile(
        drains=("inbox", "nights-weekends", "productivity-scores"),
        drains_most="inbox",
        energisers=("teaching-learners", "simulation"),
        energisers_most="teaching-learners",
        words={"dread-words": "Sixty messages at [bold]ten[/bold] at night."},
    ),
    wants=WANTS,
    roles=(
        _result(
            0,
            0.48,
            0.8,
            (0.9, 0.8, 1.0, 0.9, 0.4, 0.5, 0.5, 0.6),
            tied=("simulation-director",),
            lifting=Lifting(
                ("inbox", "nights-weekends"), ("productivity-scores",), (), ("meetings-politics",)
            ),
            speaks_for=(
                "You would like to teach students, and this role is nearly all work with students.",
                "You need to be free of nights and weekends, and this role has mostly regular hours.",
            ),
            speaks_against=("You get energy from simulation, but this role has a little of it.",),
            ready="next",
            ready_text="People usually come to it with informal teaching, and you have taught.",
        ),
        _result(
            1,
            0.44,
            0.85,
            (0.7, 0.8, 0.6, 0.9, 1.0, 0.5, 0.5, 0.9),
            tied=("clerkship-director",),
            lifting=Lifting(("nights-weekends",), (), ("inbox", "productivity-scores"), ()),
            speaks_for=("You get energy from simulation, and this role is mostly that.",),
            ready="later",
            ready_text="A small named role comes first.",
        ),
        _result(
            2,
            0.08,
            0.35,
            (0.6, 0.4, 0.6, 0.4, 0.7, 0.5, 0.5, 1.0),
            speaks_against=("You need to be free of nights, but this role has many of them.",),
        ),
        _result(
            3,
            None,
            None,
            (0.4, 0.8, 0.2, 1.0, 0.1, 0.5, 0.5, 0.2),
            training=Blocker(
                "training",
                "blocked",
                "A master's degree or a fellowship is usually required; you would take on none.",
                "Be open to a certificate at least, and ask whether it would do.",
            ),
        ),
    ),
    alternatives=(
        AlternativeResult(
            "reduced-fte",
            "The same work, less of it",
            "Fewer sessions, the same patients.",
            "Ask what 0.8 would cost you.",
            (("dread", "inbox"), ("schedule", "4")),
            (),
        ),
    ),
    stability=Stability(
        "too close to call",
        2000,
        {"clerkship-director": 0.48, "simulation-director": 0.44, "core-faculty": 0.08},
        {"clerkship-director": 0.8, "simulation-director": 0.85, "core-faculty": 0.35},
        {},
        (Flip("clinical-wanted", "30 percent clinical time instead of 40", "simulation-director"),),
    ),
    experiments=(
        Experiment("clerkship-director", "hands-on", "weak", "Teach one skill at the bedside."),
        Experiment("simulation-director", "design", "unknown", "Write one simulation case."),
    ),
)


def with_verdict(verdict, headline, **more):
    """The same result with another conclusion."""
    return replace(RESULT, verdict=replace(RESULT.verdict, id=verdict, headline=headline, **more))
