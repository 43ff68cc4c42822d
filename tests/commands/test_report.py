"""`report`: one page for each reader, with what is theirs to see and nothing else."""

import json
import re
import time
from dataclasses import replace
from datetime import date

import pytest

from activity_examples import rated
from conftest import TODAY
from medpivot import catalogue
from medpivot.domain.activities import Activity, Quote
from medpivot.domain.assessing import assess
from medpivot.export.report.content import Answered, Content
from medpivot.export.report.page import report_page
from medpivot.store import activities
from medpivot.store.writing import writing
from page_reading import read, untitled_charts
from report_example import (
    CHANGED,
    NOTE,
    OWN_MILESTONE,
    PRIVATE_QUOTE,
    SHARED_QUOTE,
    SKIPPED,
    fill,
    runner,
    taught,
)
from store_examples import a_milestone, a_plan, save_new_plan

READERS = ("self", "mentor", "partner")
MONEY = ("291,300", "236,900", "201,700", "246,500")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """A current folder of one's own, for exports that go there."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def page(run):
    """The page for a reader, as text."""

    def page(reader="self", **more):
        result = run("report", "--for", reader, "--out", "-", **more)
        assert result.code == 0, result.err
        return result.out

    return page


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A person with something in every part of the page."""
    home = tmp_path_factory.mktemp("report") / "home"
    fill(runner(home), home)
    return runner(home)


@pytest.fixture(scope="module")
def pages(filled):
    """The three pages of that person."""
    return {reader: filled("report", "--for", reader, "--out", "-").out for reader in READERS}


def keep(home, *logged):
    with writing(home, "log") as change:
        activities.add_all(change, home, logged)


def test_the_page_stands_in_the_current_folder_under_a_dated_name(run, home, elsewhere):
    keep(home, taught(0))
    assert f"{elsewhere}/medpivot-report-2026-11-22.html" in run("report").err
    result = run("report", "--for", "mentor")
    assert "medpivot-report-for-mentor-2026-11-22.html" in result.err
    assert "Read it once as that reader would" in result.err
    assert "is there already" in run("report").err


def test_every_page_is_well_formed_and_asks_for_nothing(pages):
    for text in pages.values():
        assert read(text).wrong == []
        assert untitled_charts(text) == []
        policy = read(text).all("meta")[1]["content"]
        assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
        assert "url(" not in read(text).style.replace("url(#hatch)", "")
        assert "@import" not in read(text).style


def test_every_part_is_on_the_page_for_oneself(pages):
    titles = [text.strip() for level, text in read(pages["self"]).headings if level == 2]
    assert titles == [
        "Why",
        "Drains and energy",
        "Roles, best fit first",
        "What to test next",
        "Besides education roles",
        "The plan",
        "Teaching log",
        "Money",
        "Time",
        "About this page",
    ]
    words = read(pages["self"]).words
    for said in (OWN_MILESTONE, NOTE, SKIPPED, CHANGED, *MONEY[:3]):
        assert said in words
    assert "I am definitely burning out" in words
    assert "The admission at three in the morning" in words


def test_the_fits_are_those_of_the_assessment(filled, pages):
    roles = json.loads(filled("assess", "show", "--json").out)["roles"]
    for text in pages.values():
        words = read(text).words
        for one in roles:
            assert re.search(rf"{re.escape(one['title'])}.*? {one['fit']} ", words)


def test_a_page_says_for_whom_it_is_and_what_is_left_out(pages):
    audiences = catalogue.load_audiences()
    for reader, text in pages.items():
        words = read(text).words
        assert audiences[reader].label in words
        for left_out in audiences[reader].left_out:
            assert left_out in words


def test_no_page_carries_a_quote_that_is_not_to_be_shared(pages):
    for text in pages.values():
        assert PRIVATE_QUOTE not in text
        assert SHARED_QUOTE in text


def test_a_mentor_sees_no_burnout_no_words_no_money_and_no_verdict(pages):
    text, words = pages["mentor"], read(pages["mentor"]).words
    drains = ("Nights and weekends", "Call and the pager", "Productivity targets", "inbox")
    for hidden in (
        *drains,
        *MONEY,
        "burning out",
        "admission at three",
        "two nights a month",
        "support a move",
        "Support is not proof",
        "Besides education roles",
        "The same job, less of it",
        OWN_MILESTONE,
        NOTE,
        SKIPPED,
        CHANGED,
        "left out",
        "percent you could give up",
        "energy +",
        "Long day",
        "other work",
        "Apply, with your eyes open",
    ):
        assert hidden.lower() not in words.lower().replace("left out of every such page", ""), (
            hidden
        )
    assert "You " not in words.partition("About this page")[0]
    assert "Sepsis talk" in words
    assert "Aug 2026 – " in words
    assert "Apply, with your eyes open" in pages["self"]
    assert "Give or rebuild one talk that comes round again" in text


def test_a_mentor_sees_no_step_about_rest_money_applying_or_leaving(run, home, page):
    fill(run, home, "family-physician-exhausted")
    text = page("mentor")
    hidden = [one for one in catalogue.load_milestones().templates if one.relief or one.commits]
    assert hidden
    for one in hidden:
        assert one.title not in text
    own = page("self")
    assert any(one.title in own for one in hidden)
    assert "Nothing has to be decided" in own
    assert "Nothing has to be decided" not in text


def _without_burnout(home):
    lines = catalogue.sample_path("family-physician-exhausted").read_text().splitlines()
    file = home.parent / "answers.toml"
    file.write_text("\n".join(one for one in lines if "burnout" not in one))
    return str(file)


def test_a_mentor_cannot_tell_from_the_dates_that_rest_comes_first(run, home, page):
    """The page of somebody at the end of their strength is dated and worded as any other."""
    fill(run, home, "family-physician-exhausted")
    plan = json.loads(run("plan", "show", "--json").out)
    assert plan["not_now"]
    text = page("mentor")
    shown = text.partition('id="plan"')[2].partition("</section>")[0]
    shown += text.partition('class="glance"')[2].partition("</dl>")[0]
    for told in (" a week", " months", "test plan", " of work", "from ", " h<", " h ", " min"):
        assert told not in shown, told
    assert re.findall(r"by [A-Z][a-z]{2} 20\d\d", shown)
    days = re.findall(r"\d+ [A-Z][a-z]{2} 20\d\d", shown.replace("today, 22 Nov 2026", ""))
    assert days == []
    assert "test plan" in page()
    before = text.count('id="role-')
    assert run("assess", "--answers", _without_burnout(home), "--json").code == 0
    assert page("mentor").count('id="role-') == before


def test_a_mentor_reads_no_conclusion_in_the_title_and_no_empty_plan(run, page):
    run("assess", "--answers", str(catalogue.sample_path("internist-better-job")), "--json")
    assert run("plan").code == 0
    words, headings = read(page("mentor")).words, read(page("mentor")).headings
    assert "Toward" not in words
    assert "The plan" not in [text.strip() for _, text in headings]
    assert "The plan" in [text.strip() for _, text in read(page()).headings]


def test_a_blocked_role_does_not_tell_a_mentor_that_it_is_for_the_pay(pages):
    assert "blocked:" not in pages["mentor"]


def test_a_partner_sees_the_conclusion_and_the_money_but_not_the_burnout_answer(pages):
    words = read(pages["partner"]).words
    for said in ("support a move into medical education", "Nights and weekends", *MONEY[:3]):
        assert said in words
    for hidden in ("burning out", "admission at three", NOTE, SKIPPED):
        assert hidden not in words


def test_a_partner_reads_no_reason_that_names_the_burnout_answer(run, home, page):
    fill(run, home, "family-physician-exhausted")
    partner, own = (read(page(reader)).words for reader in ("partner", "self"))
    assert "Nothing has to be decided this month" in partner
    reasons = json.loads(run("assess", "show", "--json").out)["verdict"]["reasons"]
    assert reasons[0] in own
    assert reasons[0] not in partner
    assert reasons[1] in partner


@pytest.mark.parametrize("sample", catalogue.sample_ids())
def test_every_sample_person_has_a_page_for_every_reader(sample):
    answers = catalogue.load_sample(sample).answers
    interview, roles = catalogue.load_interview(), catalogue.load_roles()
    answered = Answered(TODAY, answers, assess(answers, interview, roles))
    for audience in catalogue.load_audiences().values():
        content = Content(
            audience,
            TODAY,
            "0.1",
            interview,
            roles,
            catalogue.load_vocabulary(),
            catalogue.load_time(),
            answered,
        )
        assert read(report_page(content)).wrong == []


def test_every_page_gives_the_same_hours_with_learners(run, home, page):
    keep(
        home,
        # a CV sums up a log only once it spans a year
        replace(taught(0), date=date(2025, 10, 1)),
        replace(taught(1), kind="course-taken", contact_hours=16),
        replace(taught(5), contact_hours=4),
        replace(taught(2), role="learner", kind="workshop", contact_hours=8),
    )
    summary = json.loads(run("log", "summary", "--json").out)
    assert (summary["hours"], summary["other_hours"], summary["learned_hours"]) == (1.5, 4, 24)
    assert json.loads(run("status", "--json").out)["log"]["hours"] == 1.5
    assert "1.5 hours with learners; 4 other hours" in read(page()).words
    kept = json.loads(run("portfolio", "--format", "json", "--out", "-").out)
    domains = kept["x-educator-portfolio"]["domains"].values()
    assert sum(one["hours"] or 0 for one in domains) == 1.5
    cv = run("cv", "--format", "md", "--out", "-").out
    assert "1.5 contact hours and 4 other hours" in " ".join(cv.split())


def test_nobody_is_told_to_test_next_while_rest_comes_first(run, page):
    run("assess", "--answers", str(catalogue.sample_path("family-physician-exhausted")), "--json")
    titles = [text.strip() for _, text in read(page()).headings]
    assert "What to test, once you have rested" in titles
    assert "What to test next" not in titles


def test_figures_about_fit_name_the_works_they_come_from(pages):
    for one in pages.values():
        assert ".11 over 107 studies" in one
        assert "Hoff" not in one


def test_other_changes_come_before_the_roles_where_they_are_the_conclusion(run, page):
    run("assess", "--answers", str(catalogue.sample_path("internist-better-job")), "--json")
    titles = [text.strip() for _, text in read(page()).headings]
    assert titles.index("Changes to look at first") < titles.index("Roles, best fit first")


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        (("report", "--out", "page.pdf"), ".html or .htm"),
        (("calendar", "--out", "plan.txt"), ".ics"),
        (("log", "export", "--out", "log.xlsx"), ".csv or .txt"),
        (("log", "export", "--out", "log.csv", "--format", "json"), ".json"),
    ],
)
def test_no_file_is_called_what_it_is_not(filled, elsewhere, line, fits):

    result = filled(*line)
    assert result.code == 2
    assert f"try: a name that ends in {fits}" in result.err
    assert list(elsewhere.iterdir()) == []


def test_nothing_at_all_is_refused_with_the_way_to_begin(run):
    result = run("report")
    assert result.code == 1
    assert "there is nothing to report yet" in result.err


def test_a_single_entry_makes_a_page(home, page):
    keep(home, Activity(id="", date=TODAY, title="Talk", kind="lecture", domain="teaching"))
    for reader in READERS:
        found = read(page(reader))
        assert found.wrong == []
        assert "1 entry, 22 Nov 2026." in found.words


def test_only_other_work_is_no_teaching_log_for_a_mentor(home, page):
    keep(home, replace(taught(2), title="Long day", date=TODAY))
    assert "How it felt" in read(page("self")).words
    assert "Teaching log" not in read(page("mentor")).words


def test_only_a_plan_makes_a_page(home, page):
    milestones = (
        a_milestone(),
        a_milestone("waits", wait=6, decision=True),
        a_milestone("done-one", status="done", done_on=TODAY),
        a_milestone("skipped-one", status="skipped", skipped_why="No time"),
        a_milestone("removed-one", title="Gone for good", status="removed"),
    )
    save_new_plan(home, a_plan(milestones=milestones))
    text = page()
    assert read(text).wrong == []
    assert 'class="diamond"' in text
    assert 'class="wait"' in text
    assert "Gone for good" not in text


HARMFUL = (
    "x" * 300,
    ("A talk on sepsis, " * 17).strip(),
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} {% raw %}",
    '" onmouseover="alert(1)',
    "متن طويل جدا \u202e gnp.exe",
    "一" * 200 + "🩺👩🏽‍⚕️",
    "\x00\x07\x1b[31mred\x7f\u2028",
    "&amp; &lt; ]]> --> <!--",
)


def test_any_text_is_shown_and_does_no_harm(run, home, page):
    run("assess", "--answers", str(catalogue.sample_path("neurologist-scholar")), "--json")
    said = " ".join(HARMFUL)
    run("assess", "--set", f"specialty={HARMFUL[2]}", "--set", f"dread-words={said}", "--json")
    milestones = tuple(
        a_milestone(f"m{number}", title=text, first_step=text, note=text)
        for number, text in enumerate(HARMFUL)
    )
    save_new_plan(home, a_plan(milestones=milestones))
    talk = replace(rated(4.5, before=3.9), id="", levels=("intern",))
    keep(
        home,
        *(
            replace(talk, title=text, quotes=(Quote(text, shareable=True),), changed=text)
            for text in HARMFUL
        ),
    )
    for reader in READERS:
        made = page(reader)
        found = read(made)
        assert found.wrong == []
        assert "{{ 7 * 7 }}" in found.words
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e\u2028]", made)
        for text in HARMFUL:
            if text.isprintable():
                assert text[:60].strip() in found.words


def test_five_thousand_entries_make_a_page_in_no_time_and_of_no_size(home, page):
    keep(home, *(taught(number % 4000) for number in range(5000)))
    begun = time.monotonic()
    made = page(today=TODAY.replace(year=2125))
    assert time.monotonic() - begun < 15
    assert read(made).wrong == []
    assert len(made) < 100_000


def test_a_log_over_many_years_is_counted_by_year(home, page):
    keep(home, taught(0), replace(taught(0), date=TODAY.replace(year=1995)))
    assert "Hours with learners by year" in read(page()).words


def test_missing_fields_are_dashes_and_never_zeros(home, page):
    bare = Activity(id="", date=TODAY, title="Talk", kind="guide", domain="curriculum")
    keep(home, bare, replace(bare, date=TODAY.replace(month=6)))
    words = read(page()).words
    assert "Curriculum 2 - -" in words
    assert "energy +0" not in words


def test_a_broken_line_of_the_log_is_named_and_left_out(run, home, page):
    keep(home, taught(0))
    (home / activities.NAME).open("ab").write(b"{broken\n")
    result = run("report", "--out", "-")
    assert "it is left out" in result.err
    assert read(result.out).wrong == []


def luminance(color):
    """Relative luminance (WCAG 2.2)."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_text_stands_out_in_light_and_in_dark():
    style = (catalogue.data_folder() / "report" / "style.css").read_text("utf-8")
    palettes = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block))
        for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    ][:2]
    for palette in palettes:
        for ground in ("paper", "card"):
            for ink in ("ink", "soft", "accent", "warm"):
                assert contrast(palette[ink], palette[ground]) >= 4.5, (ink, ground, palette)


def test_a_page_for_another_reader_names_no_command(pages):
    assert "medpivot support lists" in pages["self"]
    for reader in ("mentor", "partner"):
        words = re.sub(r"<[^>]+>", " ", pages[reader].partition("<body")[2])
        assert re.findall(r"medpivot (?:log|people|time|money|plan|assess|cv)\b", words) == []


def test_a_count_of_fewer_milestones_says_so_beside_it(run, home, page):
    fill(run, home)

    def counted(reader):
        glance = page(reader).partition('class="glance"')[2].partition("</dl>")[0]
        total = re.findall(r"\d+ of (\d+) done", glance)[0]
        return int(total), "of the steps on this page" in glance

    ((every, said_to_self), (fewer, said)) = counted("self"), counted("mentor")
    assert not said_to_self
    assert said
    assert fewer < every


def test_what_was_done_long_before_the_plan_leaves_the_axis_alone(run, home, page):
    fill(run, home)
    run("plan", "done", "past-teaching", "--on", "2022-01-01")
    for reader in READERS:
        assert not re.search(r">[A-Z][a-z]{2} 2[1-4]<", page(reader))
        assert ' x="-' not in page(reader)
