"""The shipped data: it loads, its ids are the published ones, and every role can stand first."""

import pytest

from medpivot import catalogue
from medpivot.domain.dimensions import DIMENSIONS

QUESTIONS = [
    "specialty",
    "setting",
    "education-so-far",
    "hours-now",
    "clinical-now",
    "dread",
    "dread-most",
    "burnout-level",
    "energy",
    "energy-most",
    "free-week",
    "clinical-wanted",
    "clinical-least",
    "clinical-most",
    "schedule",
    "learners",
    "priorities",
    "income-now",
    "income-floor",
    "income-drop",
    "training",
    "reduce-clinical",
    "relocate",
    "study-interest",
    "hours-weekly",
    "hard-work",
    "hard-parts",
    "hard-share",
    "hard-trade",
    "hard-identity",
    "still-if-fixed",
    "dread-words",
    "energy-words",
    "free-week-words",
    "must-have",
]

CHOICES = {
    "setting": "academic community-teaching community-no-learners va-safety-net private "
    "locum-remote other",
    "education-so-far": "none informal some-roles formal-leadership",
    "dread": "paperwork inbox prior-auths back-to-back-visits interruptions nights-weekends "
    "call-pager staffing-shortage productivity-scores patient-ratings lack-of-control this-place "
    "litigation difficult-encounters moral-distress isolation meetings-politics teaching-duties "
    "writing-research procedures nothing",
    "energy": "explaining-to-patients explaining-to-colleagues teaching-learners giving-talks "
    "case-discussion mentoring giving-feedback designing-courses simulation research-writing "
    "quality-improvement running-programs long-relationships diagnosis procedures nothing-lately "
    "nothing",
    "free-week": "teach-students teach-residents coach-one-to-one run-simulations build-course "
    "study-write run-program fewer-patients rest outside-medicine",
    "learners": "students residents colleagues no-preference",
    "training": "none certificate part-time-degree fellowship-beside-job fellowship-post "
    "already-have",
    "reduce-clinical": "yes unsure no already-did",
    "relocate": "yes commute-or-remote unsure no",
    "study-interest": "yes unsure no",
    "hard-work": "yes unsure no",
    "hard-parts": "teaching curriculum mentoring running-things",
    "hard-trade": "yes unsure no",
    "hard-identity": "yes unsure no",
    "still-if-fixed": "yes unsure no",
    "priorities": " ".join(DIMENSIONS),
    "burnout-level": "1 2 3 4 5",
    "schedule": "0 1 2 3 4",
}

ROLES = {
    "clerkship-director": (20, 50, "preferred"),
    "associate-program-director": (20, 60, "increasingly-expected"),
    "program-director": (20, 60, "increasingly-expected"),
    "simulation-director": (10, 40, "helpful"),
    "preclinical-lead": (0, 30, "often-yes"),
    "medical-education-scholar": (0, 20, "usually-yes"),
    "education-dean": (0, 20, "usually-yes"),
    "core-faculty": (40, 90, "none"),
}

BURNOUT_ITEM = {
    "1": "I enjoy my work. I have no symptoms of burnout.",
    "2": "Occasionally I am under stress, and I don't always have as much energy as I once did, "
    "but I don't feel burned out.",
    "3": "I am definitely burning out and have one or more symptoms of burnout, such as physical "
    "and emotional exhaustion.",
    "4": "The symptoms of burnout that I'm experiencing won't go away. I think about frustration "
    "at work a lot.",
    "5": "I feel completely burned out and often wonder if I can go on. I am at the point where I "
    "may need some changes or may need to seek some sort of help.",
}


def test_every_shipped_file_is_whole() -> None:
    assert [(one.name, one.details) for one in catalogue.check_all()] == []


def test_the_published_questions_are_all_there_in_their_order() -> None:
    asked = [one.id for one in catalogue.load_interview().questions]
    assert [one for one in asked if one in QUESTIONS] == QUESTIONS


@pytest.mark.parametrize("question_id", CHOICES)
def test_the_published_choices_are_all_there(question_id: str) -> None:
    question = catalogue.load_interview().question(question_id)
    assert question
    assert not set(CHOICES[question_id].split()) - {one.id for one in question.choices}


def test_the_burnout_item_keeps_its_published_wording() -> None:
    question = catalogue.load_interview().question("burnout-level")
    assert question
    assert {one.id: one.label for one in question.choices} == BURNOUT_ITEM
    assert question.private
    assert "your definition of burnout" in question.ask


def test_the_interview_takes_about_eight_minutes() -> None:
    asked = [one for one in catalogue.load_interview().questions if not one.review_only]
    assert 6 * 60 <= sum(one.seconds for one in asked) <= 9 * 60


def test_choices_fit_an_eighty_column_screen() -> None:
    for question in catalogue.load_interview().questions:
        for choice in question.choices:
            if question.id != "burnout-level":
                assert len(choice.label) <= 68, (question.id, choice.label)


def test_only_what_was_asked_pulls_and_every_pulled_dimension_can_be_pulled_both_ways() -> None:
    interview = catalogue.load_interview()
    pulled = {
        (dimension, pull > 0)
        for question in interview.questions
        for choice in question.choices
        for dimension, pull in choice.pulls.items()
    }
    for dimension in DIMENSIONS[2:]:
        assert (dimension, True) in pulled


@pytest.mark.parametrize("role_id", ROLES)
def test_the_roles_carry_the_clinical_time_and_training_of_the_source(role_id: str) -> None:
    role = catalogue.load_roles().role(role_id)
    assert role
    clinical = role.ranges["clinical"]
    assert (clinical.low, clinical.high, role.training) == ROLES[role_id]
    assert role.titles
    assert role.summary


def test_there_are_four_alternatives() -> None:
    assert [one.id for one in catalogue.load_roles().alternatives] == [
        "reduced-fte",
        "changed-focus",
        "same-work-elsewhere",
        "leave-clinical",
    ]


def test_an_answer_for_an_alternative_does_not_read_as_none() -> None:
    interview = catalogue.load_interview()
    for one in catalogue.load_roles().alternatives:
        for question, picks in (*one.speaks_for.items(), *one.speaks_against.items()):
            for pick in picks:
                choice = interview.choice(question, pick)
                assert choice is None or not choice.name.startswith("nothing"), pick


def test_what_protected_time_leaves_at_most_is_no_survey_of_clinical_time() -> None:
    role = catalogue.load_roles().role("clerkship-director")
    assert role is not None
    assert role.clinical_seen is not None
    assert (role.clinical_seen.low, role.clinical_seen.high) == (41, 41)
    ceiling = next(one for one in role.norms if "82 percent" in one.text)
    assert ceiling.source == "em-clerkships-2014"


def test_the_five_educator_domains_are_the_field_s() -> None:
    assert list(catalogue.load_vocabulary().domains) == [
        "teaching",
        "curriculum",
        "mentoring",
        "leadership",
        "assessment",
    ]


def test_every_helpline_says_when_it_was_checked_and_by_what() -> None:
    support = catalogue.load_support()
    for line in support.helplines:
        assert line.checked, line.id
        assert line.source, line.id
    assert {one.id for one in support.countries} >= {"us", "any"}


def test_there_are_samples_with_different_outcomes() -> None:
    assert len(catalogue.sample_ids()) >= 4
    for one in catalogue.sample_ids():
        sample = catalogue.load_sample(one)
        assert sample.title
        assert sample.situation


def test_no_word_of_the_log_means_two_things():
    vocabulary = catalogue.load_vocabulary()
    for words in (vocabulary.kinds, vocabulary.levels):
        owner = {}
        for word in words.values():
            for name in (word.id, word.label.casefold(), *word.also):
                plain = name.replace("-", " ").removesuffix("s")
                assert owner.setdefault(plain, word.id) == word.id, name
