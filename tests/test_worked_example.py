"""The worked example in `docs/` says what the program says, and holds the figures it must."""

import pytest

from making import pages


@pytest.fixture(scope="module")
def page() -> str:
    return pages.WORKED_EXAMPLE.read_text(encoding="utf-8")


def test_every_output_in_the_worked_example_is_what_the_program_says(page, home):
    assert pages.rewritten(page, home) == page, "the page has drifted: make docs"


@pytest.mark.parametrize(
    "figure",
    [
        "come to 1.2 FTE, against 1.0 FTE that is paid: 48 hours a week, 8 hours too many.",
        "You were promised 48 hours in the last four weeks and had 32: 67 percent.",
        "0.3 FTE was promised, 12 hours a week. 2 half-days were there, 8 hours: two thirds of it.",
        "5,000 RVUs at 1.0 of a clinical post in your present job are 3,000 at 0.6.",
        "They ask for 5,000, so 2,000 are hidden.",
        "0.3 FTE for education is offered. The US clerkship organizations ask for at least half",
        "20-50% clinical in its table, 60% in its chart",
    ],
)
def test_the_worked_example_holds_the_figures_that_must_come_out(page, figure):
    assert figure in " ".join(page.split())


def test_the_worked_example_holds_nothing_of_the_machine_it_was_made_on(page):
    assert "/tmp" not in page
    assert "Traceback" not in page


def test_a_command_that_is_refused_in_the_worked_example_is_not_passed_over(home):
    with pytest.raises(AssertionError, match="there is no job"):
        pages.rewritten("```console\n$ medpivot jobs show nobody\n```\n", home)
