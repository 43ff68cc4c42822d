"""The report in a real browser: on a phone and a large screen, in the dark, and on paper."""

from datetime import timedelta

import pytest

from browser import Browser, ground
from conftest import TODAY
from medpivot.domain.activities import Activity
from medpivot.store import activities
from medpivot.store.writing import writing
from page_reading import read
from report_example import fill, runner, taught
from store_examples import a_milestone, a_plan, save_new_plan

pytestmark = pytest.mark.browser

WIDTHS = [320, 400, 800, 1400]
LONG = ("One word after the other, " * 12, "x" * 300, "一" * 300, "متن طويل " * 30, "🩺" * 150)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    return Browser(tmp_path_factory.mktemp("browser"))


@pytest.fixture(scope="module")
def pages(browser, tmp_path_factory):
    """The three pages of a full person, one of the emptiest and one of the longest."""
    folder = tmp_path_factory.mktemp("pages")
    run = runner(folder / "full")
    fill(run, folder / "full")
    for reader in ("self", "mentor", "partner"):
        assert run("report", "--for", reader, "--out", str(folder / f"{reader}.html")).code == 0
    _keep(folder / "little", Activity("", TODAY, "Talk", "lecture", "teaching"))
    runner(folder / "little")("report", "--out", str(folder / "little.html"))
    milestones = tuple(
        a_milestone(f"m{number}", title=text, first_step=text, note=text)
        for number, text in enumerate(LONG)
    )
    save_new_plan(folder / "much", a_plan(milestones=milestones))
    _keep(
        folder / "much",
        *(
            Activity("", TODAY - timedelta(days=number), text, "lecture", "teaching", changed=text)
            for number, text in enumerate(LONG)
        ),
        *(taught(number) for number in range(900)),
    )
    runner(folder / "much")(
        *("report", "--out", str(folder / "much.html")), today=TODAY.replace(year=2060)
    )
    return folder


def _keep(home, *logged):
    with writing(home, "log") as change:
        activities.add_all(change, home, logged)


def test_no_page_needs_more_width_than_the_window_has(browser, pages):
    files = sorted(pages.glob("*.html"))
    assert len(files) == 5
    for one in browser.measures(files, WIDTHS):
        assert one["needs"] <= one["width"], one
        assert one["cut"] == [], one
        assert one["height"] > 500


def test_a_page_is_quiet_and_asks_the_network_for_nothing(browser, pages):
    document, said, asked = browser.shows(pages / "self.html")
    assert (said, asked) == ([], set())
    assert read((pages / "self.html").read_text("utf-8")).words == read(document).words


def test_a_page_that_did_ask_or_complain_would_be_noticed(browser, tmp_path):
    page = tmp_path / "bad.html"
    page.write_text('<img src="https://example.org/x.png"><script>console.log("here")</script>')
    _, said, asked = browser.shows(page)
    assert "here" in said[0]
    assert asked == {"https://example.org/x.png"}


def test_a_page_is_light_by_day_and_dark_by_night(browser, pages):
    # below the rule at the top, in the margin
    light = browser.photographs(pages / "mentor.html", 1400)
    dark = browser.photographs(pages / "mentor.html", 1400, dark=True)
    assert min(ground(light)) > 240
    assert max(ground(dark)) < 50


def test_a_page_prints_on_paper_with_its_headings_for_a_screen_reader(browser, pages):
    paper = browser.prints(pages / "mentor.html")
    assert paper.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in paper
