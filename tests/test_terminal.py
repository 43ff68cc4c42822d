"""The whole interview in a real terminal, as a person meets it."""

import json
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals there", allow_module_level=True)

from conftest import TODAY, Run
from medpivot.catalogue import load_interview, sample_path
from terminal import (
    CTRL_B,
    CTRL_C,
    CTRL_U,
    DOWN,
    END,
    ENTER,
    ESCAPE,
    HOME,
    SPACE,
    Terminal,
)

pytestmark = pytest.mark.terminal

QUESTIONS = load_interview().questions
TOTAL = sum(1 for one in QUESTIONS if not one.review_only)


def ask(question_id: str) -> str:
    """The first words of a question: what stands on the screen when it is asked."""
    question = next(one for one in QUESTIONS if one.id == question_id)
    return " ".join(question.ask.split()[:4])


def label(question_id: str, place: int) -> str:
    """The first words of a choice, by its place from 0."""
    question = next(one for one in QUESTIONS if one.id == question_id)
    return " ".join(question.choices[place].label.split()[:4])


def answers_of(path: Path) -> dict[str, object]:
    return dict(tomllib.loads(path.read_text(encoding="utf-8"))["answers"])


REST = {
    "energy-most": ENTER,
    "free-week": ENTER + END + ENTER,
    "clinical-wanted": "40" + ENTER,
    "clinical-least": ENTER,
    "clinical-most": ENTER,
    "schedule": "3" + ENTER,
    "learners": SPACE + ENTER,
    "priorities": DOWN + ENTER + ENTER + ENTER + END + ENTER,
    "income-now": "290k" + ENTER,
    "income-floor": "$230,000" + ENTER,
    "income-drop": "15%" + ENTER,
    "training": DOWN + ENTER,
    "reduce-clinical": DOWN + ENTER,
    "relocate": DOWN + ENTER,
    "study-interest": DOWN + ENTER,
    "hours-weekly": "2.5" + ENTER,
    "hard-work": ENTER,
    "hard-parts": SPACE + ENTER,
    "hard-share": "40" + ENTER,
    "hard-trade": ENTER,
    "hard-identity": ENTER,
    "still-if-fixed": ENTER,
}


def rest() -> dict[str, str]:
    """What is typed after `energy`; a question that a mentor added gets its first choice."""
    asked = [one for one in QUESTIONS if not one.review_only]
    begin = next(number for number, one in enumerate(asked) if one.id == "energy") + 1
    always = [one.id for one in asked[begin:] if one.id in REST or not one.only_after]
    return {one: REST.get(one, ENTER) for one in always}


def test_a_whole_interview_with_wrong_keys_back_twice_and_ctrl_c(home: Path) -> None:
    with Terminal(home, "assess") as at:
        at.sees(f"Question 1 of {TOTAL}", ask("specialty"), "medpivot support")
        at.types("cardiology", ENTER)
        at.sees("cardiology", ask("setting"))
        at.types("zq", DOWN, ENTER)
        at.sees(ask("education-so-far"))
        at.types(ESCAPE)
        at.sees(f"» {label('setting', 1)}")
        at.types(CTRL_B)
        at.sees("> cardiology")
        at.types(", really", ENTER)
        at.sees("cardiology, really", f"» {label('setting', 1)}")
        at.types(ENTER)
        at.sees(ask("education-so-far"))
        at.types(DOWN, ENTER)
        at.sees(ask("hours-now"))
        at.types("400", ENTER)
        at.sees("! 400 is outside 0 to 168", "> 400")
        at.types(CTRL_U, "55 h", ENTER)
        at.sees(ask("clinical-now"))
        at.types("90%", ENTER)
        at.sees(ask("dread"))
        at.types("ai", SPACE, DOWN, SPACE)
        at.sees(f"● {label('dread', 0)}", f"● {label('dread', 1)}", f"○ {label('dread', 2)}")
        at.types(CTRL_C)
        assert at.ends() == 130
        farewell = f"Saved 5 of {TOTAL} answers. `medpivot assess` goes on from there."
        assert farewell in at.shown
    the_rest_the_next_day(home)
    saved = answers_of(home / "assessment-2026-11-22.toml")
    assert saved["specialty"] == "cardiology, really"
    assert saved["setting"] == "community-teaching"
    assert saved["dread-most"] == "inbox"
    assert saved["income-floor"] == 230_000
    assert saved["must-have"] == "Two nights a month,\nin writing"
    assert "burnout-level" not in saved
    assert not (home / "assessment-draft.toml").exists()


def the_rest_the_next_day(home: Path) -> None:
    """Go on where it stopped, answer all, add own words on the review, see the result."""
    with Terminal(home, "assess") as at:
        at.sees(f"Going on where you stopped. Question 6 of {TOTAL}")
        at.sees(f"● {label('dread', 0)}", f"● {label('dread', 1)}")
        at.types(ENTER)
        at.sees(ask("dread-most"), "Skip this question")
        assert label("dread", 2) not in at.shown
        at.types(DOWN, ENTER)
        at.sees(ask("burnout-level"))
        at.types("3", ENTER)
        at.sees("Keep this answer on this computer?")
        at.types(ENTER)
        at.sees(ask("energy"))
        # a list longer than the screen: it scrolls, and the question stays
        at.types(END)
        at.sees(ask("energy"), f"» ○ {label('energy', -1)}")
        at.types(HOME, DOWN, DOWN, SPACE, DOWN, SPACE, ENTER)
        for question_id, keys in rest().items():
            at.sees(ask(question_id))
            at.types(keys)
        at.sees("Your answers.", "» See the result")
        at.types(END)
        at.sees("must have: unknown")
        at.types(ENTER)
        at.sees(ask("must-have"))
        at.types("\x1b[200~Two nights a month,\nin writing\x1b[201~", ENTER)
        at.sees("must have: Two nights a month, in writing")
        at.types(HOME, ENTER)
        assert at.ends() == 0
        assert "Saved as assessment-2026-11-22.toml" in at.scrolled


def test_a_window_made_small_and_large_again_loses_nothing(home: Path) -> None:
    with Terminal(home, "assess") as at:
        at.sees(ask("specialty"))
        at.types("neurology")
        at.sees("> neurology")
        at.resized(12, 40)
        at.types(" and sleep")
        at.sees("> neurology and sleep")
        at.resized(40, 120)
        at.types(ENTER)
        at.sees("neurology and sleep", ask("setting"))
        at.types(CTRL_C)
        assert at.ends() == 130


def test_the_worst_level_shows_where_to_turn_before_anything_else(home: Path) -> None:
    with Terminal(home, "assess", "--ask", "burnout-level") as at:
        at.sees(ask("burnout-level"))
        at.types("5", ENTER)
        at.sees("988", "Keep this answer on this computer?", "911 (US, Canada)")
        assert "There is help" in at.scrolled
        at.types(CTRL_C)
        assert at.ends() == 130
    assert not list(home.glob("assessment-*"))


def test_a_question_of_two_choices_shows_both_also_from_the_second(home: Path, run: Run) -> None:
    run("assess", "--answers", str(sample_path("hospitalist-students")))
    with Terminal(home, "assess", "--ask", "burnout-level") as at:
        at.sees(ask("burnout-level"))
        at.types(ENTER)
        at.sees("Keep this answer", "No: count it", "» Yes: keep it with the other answers")
        at.types(CTRL_C)
        assert at.ends() == 130


def test_a_level_that_is_forgotten_leaves_its_protection_until_it_is_answered_anew(
    home: Path, run: Run, tmp_path: Path
) -> None:
    def answers_level(level: str) -> str:
        with Terminal(home, "assess", "--ask", "burnout-level") as at:
            at.sees(ask("burnout-level"))
            at.types(level, ENTER)
            at.sees("Keep this answer on this computer?")
            at.types(ENTER)
            assert at.ends() == 0
            return at.scrolled

    def shown(today: date = TODAY) -> str:
        return run("assess", "show", today=today).out

    lines = sample_path("hospitalist-students").read_text(encoding="utf-8").splitlines()
    file = tmp_path / "answers.toml"
    file.write_text("\n".join(one for one in lines if "burnout" not in one), encoding="utf-8")
    run("assess", "--answers", str(file))
    assert "support a move" in shown()
    said = " ".join(answers_level("5").split())
    assert "nothing has to be decided before Sunday 17 January 2027" in said
    assert "Nothing has to be decided this month." in shown()
    saved = (home / "assessment-2026-11-22-2.toml").read_text(encoding="utf-8")
    assert "burnout-level" not in saved
    assert "not-now-until = 2027-01-17" in saved
    assert run("plan").code == 0
    assert json.loads(run("plan", "show", "--json").out)["not_now"] is True
    assert json.loads(run("training", "--json").out)["route"] == "local"
    assert "support a move" in shown(date(2027, 1, 17))
    answers_level("1")
    assert "support a move" in shown()


def test_one_question_is_asked_again_and_saved_beside_the_rest(home: Path) -> None:
    with Terminal(home, "assess", "--set", "hours-weekly=2", "--ask", "hours-weekly") as at:
        at.sees("> 2")
        at.types(CTRL_U, "5", ENTER)
        assert at.ends() == 0
    assert answers_of(home / "assessment-2026-11-22.toml") == {"hours-weekly": 5}


def test_after_a_finished_assessment_the_old_answers_are_filled_in(home: Path) -> None:
    home.mkdir()
    finished = 'schema = 1\ndate = 2026-11-01\n[answers]\nspecialty = "surgery"\n'
    (home / "assessment-2026-11-01.toml").write_text(finished)
    with Terminal(home, "assess") as at:
        at.sees("Your answers of 2026-11-01 are filled in", "> surgery")
        at.types(ENTER)
        at.sees(ask("setting"))
        at.types(CTRL_C)
        assert at.ends() == 130
    assert answers_of(home / "assessment-draft.toml") == {"specialty": "surgery"}
    with Terminal(home, "assess", "--blank", "--no-save") as at:
        at.sees("Nothing you answer is saved this time.", ask("specialty"))
        assert "surgery" not in at.shown
        at.types(CTRL_C)
        assert at.ends() == 130
    assert answers_of(home / "assessment-draft.toml") == {"specialty": "surgery"}


def test_stopped_at_once_it_says_that_the_answers_of_last_time_stand(home: Path, run: Run) -> None:
    run("assess", "--answers", str(sample_path("hospitalist-students")))
    with Terminal(home, "assess") as at:
        at.sees("Question 1 of")
        at.types(CTRL_C)
        assert at.ends() == 130
        assert "Stopped before the first answer. Your answers of 22 Nov 2026 stand." in at.shown
        assert "Saved 0" not in at.shown


def test_a_draft_with_an_answer_that_no_longer_holds_says_so_and_goes_on(home: Path) -> None:
    home.mkdir()
    draft = 'schema = 1\n[answers]\nspecialty = "surgery"\nsetting = "moon-base"\n'
    (home / "assessment-draft.toml").write_text(draft)
    with Terminal(home, "assess") as at:
        at.sees(
            f"1 of {TOTAL} answers are saved",
            "setting ('moon-base' is not a choice",
            ask("setting"),
        )
        at.types(CTRL_C)
        assert at.ends() == 130


def test_after_one_question_asked_again_what_changed_is_shown_and_not_the_whole_result(
    home: Path,
) -> None:
    home.mkdir()
    finished = "schema = 1\ndate = 2026-11-01\n[answers]\nschedule = 1\nhours-weekly = 2\n"
    (home / "assessment-2026-11-01.toml").write_text(finished)
    with Terminal(home, "assess", "--ask", "schedule") as at:
        at.sees(ask("schedule"))
        at.types("4", ENTER)
        assert at.ends() == 0
        assert "What you answered differently" in at.scrolled
        assert "medpivot assess show" in at.scrolled
        assert "How to read this" not in at.scrolled


def test_going_back_leaves_no_line_of_the_answer_that_is_asked_again(home: Path) -> None:
    with Terminal(home, "assess") as at:
        at.sees(ask("specialty"))
        at.types("cardiology", ENTER)
        at.sees(ask("setting"))
        at.types(DOWN, ENTER)
        at.sees(ask("education-so-far"))
        at.types(ESCAPE)
        at.sees(ask("setting"))
        at.types(ESCAPE)
        at.sees("> cardiology")
        assert "Your specialty: cardiology" not in at.shown
        at.types(ENTER)
        at.sees(ask("setting"))
        assert at.scrolled.count("Your specialty: cardiology") == 1
        assert at.scrolled.count("part 1 of 6") == 1
        at.types(CTRL_C)
        assert at.ends() == 130


def test_a_long_list_at_its_top_has_an_arrow_only_where_it_goes_on(home: Path) -> None:
    with Terminal(home, "assess", "--ask", "dread") as at:
        at.sees(f"» ○ {label('dread', 0)}")
        at.sees("   v")
        assert "^" not in at.shown
        at.types(END)
        at.sees(f"» ○ {label('dread', -1)}")
        at.sees("   ^")
        assert "   v" not in at.shown
        at.types(CTRL_C)
        assert at.ends() == 130


@pytest.mark.parametrize("variable", [("MEDPIVOT_PLAIN", "1"), ("TERM", "dumb")])
def test_in_plain_lines_the_cursor_never_moves(home: Path, variable: tuple[str, str]) -> None:
    with Terminal(home, "assess", around=dict([variable])) as at:
        at.sees(f"Question 1 of {TOTAL}", ask("specialty"))
        at.types("cardiology", ENTER)
        at.sees("cardiology", f"2: {label('setting', 1)}")
        at.types("9", ENTER)
        at.sees("not one of these")
        at.types("2", ENTER)
        at.sees(ask("education-so-far"))
        at.types("back", ENTER)
        at.sees("Enter keeps 2")
        at.types(CTRL_C)
        assert at.ends() == 130
        assert "Saved 2 of" in at.shown
        assert ESCAPE not in at.raw
    answers = answers_of(home / "assessment-draft.toml")
    assert answers == {"specialty": "cardiology", "setting": "community-teaching"}


def test_the_demo_waits_between_its_steps_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    with Terminal(tmp_path / "home", "demo") as person:
        person.sees("Enter shows the next step")
        person.types(CTRL_C)
        assert person.ends() == 130
