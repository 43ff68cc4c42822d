"""Asking: real prompts driven by keys, drawn into memory; nothing of ours is replaced."""

import io
import re
import threading
import time
from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from medpivot.asking import BACK, SKIP, ask_many, ask_one, ask_text, confirm
from medpivot.asking.draft import Draft, read_draft
from medpivot.asking.interview import ask_again, ask_interview
from medpivot.asking.opening import say_opening
from medpivot.asking.prompts import Around
from medpivot.asking.sheet import Given
from medpivot.domain.answers import Answers, Value
from medpivot.domain.checking import check_value
from medpivot.domain.interview import Choice, Interview, Question, Section
from medpivot.errors import Interrupted, MedpivotError

ENTER, SPACE, UP, DOWN, LEFT = "\r", " ", "\x1b[A", "\x1b[B", "\x1b[D"
HOME, END = "\x1b[H", "\x1b[F"
CTRL_B, CTRL_C, CTRL_D, CTRL_U, RUB = "\x02", "\x03", "\x04", "\x15", "\x7f"
ESCAPE = "\x1b"

INTERVIEW = Interview(
    sections=(Section("now", "Where you are", "Two facts."), Section("job", "Your job")),
    questions=(
        Question("specialty", "now", "text", "What is your specialty?", name="your specialty"),
        Question(
            "setting",
            "now",
            "one",
            "Where do you work?",
            choices=(Choice("academic", "A university"), Choice("private", "A practice")),
        ),
        Question(
            "dread",
            "job",
            "any",
            "What do you dread?",
            choices=(
                Choice("inbox", "The inbox", group="Desk"),
                Choice("forms", "Forms", group="Desk"),
                Choice("call", "Call", group="Hours"),
                Choice("nothing", "None of these", group="Or", exclusive=True),
            ),
        ),
        Question("dread-most", "job", "one", "Which weighs most?", among="dread"),
        Question(
            "burnout-level",
            "job",
            "scale",
            "How burned out are you?",
            name="your burnout level",
            choices=tuple(Choice(str(level), f"Level {level}") for level in range(1, 6)),
            private=True,
        ),
        Question(
            "free-week",
            "job",
            "order",
            "What would you do?",
            choices=(Choice("teach", "Teach"), Choice("write", "Write"), Choice("rest", "Rest")),
            at_most=2,
        ),
        Question(
            "priorities",
            "job",
            "order",
            "What helps most?",
            choices=tuple(Choice(one, one.title()) for one in ("design", "hours", "students")),
            at_least=2,
        ),
        Question(
            "income-now",
            "job",
            "number",
            "What do you earn?",
            name="your income",
            low=0,
            high=1_000_000,
            unit="money/year",
            seconds=60,
        ),
        Question("dread-words", "job", "text", "In your words?", review_only=True),
    ),
)
ASKED = 8
ALL = {
    "specialty": "cardiology",
    "setting": "private",
    "dread": ("inbox", "call"),
    "dread-most": "call",
    "burnout-level": 2,
    "free-week": ("rest",),
    "priorities": ("hours", "design"),
    "income-now": 240_000,
}
SETTING = [("academic", "A university"), ("private", "A practice")]
TICKS = [("inbox", "The inbox"), ("forms", "Forms"), ("call", "Call")]
SKIP_FROM_TOP = END + ENTER
"""In a list the last row, reached from the first one upwards, skips the question."""


class Person:
    """Someone at a terminal of 24 lines of 80 columns."""

    def __init__(self, pipe: PipeInput, drawn: io.StringIO) -> None:
        self.pipe = pipe
        self.drawn = drawn

    def types(self, *keys: str) -> None:
        self.pipe.send_text("".join(keys))

    def waits_then_types(self, awaited: str, *keys: str) -> None:
        """Type once those words have been drawn, however slow the machine is."""

        def wait() -> None:
            end = time.monotonic() + 20
            while awaited not in self.saw and time.monotonic() < end:
                time.sleep(0.02)
            self.types(*keys)

        threading.Thread(target=wait, daemon=True).start()

    @property
    def saw(self) -> str:
        """Everything drawn so far, as words."""
        return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", self.drawn.getvalue())


@pytest.fixture
def person() -> Iterator[Person]:
    with sitting() as someone:
        yield someone


class sitting:
    """A terminal for the length of a `with` block."""

    def __enter__(self) -> Person:
        drawn = io.StringIO()
        output = Vt100_Output(drawn, lambda: Size(rows=24, columns=80), term="xterm")
        self.pipe = create_pipe_input()
        pipe = self.pipe.__enter__()
        self.session = create_app_session(input=pipe, output=output)
        self.session.__enter__()
        return Person(pipe, drawn)

    def __exit__(self, *exception: object) -> None:
        self.session.__exit__(*exception)  # type: ignore[arg-type]
        self.pipe.__exit__(*exception)  # type: ignore[arg-type]


class Shelf:
    """A draft as the store keeps it, and the calls for support."""

    def __init__(self) -> None:
        self.raw: dict[str, object] = {}
        self.support: list[str] = []

    def save(self, question_id: str, value: Value | None) -> None:
        self.raw.pop(question_id, None)
        if value is not None:
            self.raw[question_id] = list(value) if isinstance(value, tuple) else value

    def holds(self, **instead: object) -> None:
        """A draft with every question answered, so that the review comes first."""
        for question_id, value in ALL.items():
            self.save(question_id, value)
        self.raw |= {key.replace("_", "-"): value for key, value in instead.items()}

    def show_support(self, quiet: bool) -> None:
        self.support.append("quiet" if quiet else "page")

    def interview(self, before: Answers | None = None, *, saving: bool = True) -> Given:
        draft = read_draft(self.raw, INTERVIEW) if saving else Draft()
        save = self.save if saving else None
        return ask_interview(INTERVIEW, draft, before or Answers(), save, self.show_support)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def to_the_review() -> list[str]:
    """The keys that give the answers in `ALL`, the burnout level not kept."""
    return [
        "cardiology" + ENTER,
        DOWN + ENTER,
        SPACE + DOWN + DOWN + SPACE + ENTER,
        DOWN + ENTER,
        "2" + ENTER + ENTER,
        DOWN + DOWN + ENTER + END + ENTER,
        DOWN + ENTER + ENTER + END + ENTER,
        "240k" + ENTER,
    ]


SEE_RESULT = ENTER


# ------------------------------------------------------------------------------- one question


def test_a_typed_line_comes_back_as_it_was_typed(person: Person) -> None:
    person.types("  [b]Émile[/b] 🫀 ", ENTER)
    assert ask_text("Name?") == "  [b]Émile[/b] 🫀 "


def test_an_old_text_is_filled_in(person: Person) -> None:
    person.types("!", ENTER)
    assert ask_text("Name?", "old") == "old!"


def test_a_wrong_text_stays_in_the_field_with_the_reason(person: Person) -> None:
    person.types("200", ENTER, RUB, ENTER)
    answer = ask_text("Hours?", check=lambda text: "Too many." if len(text) > 2 else "")
    assert answer == "20"
    assert "! Too many." in person.saw


def test_a_pasted_text_with_line_breaks_is_one_answer(person: Person) -> None:
    person.types("\x1b[200~one\r\ntwo\x07 \x1b[31mred\x1b[201~", ENTER)
    assert ask_text("Words?") == "one\ntwo\x07 \x1b[31mred"
    assert "\x07" not in person.drawn.getvalue()


def test_half_a_character_does_not_break_anything(person: Person) -> None:
    person.pipe.send_bytes(b"caf\xe9\r")
    assert ask_text("Drink?").encode("utf-8").startswith(b"caf")


def test_the_line_left_behind_cannot_move_the_cursor(person: Person) -> None:
    person.types("\x1b[200~a\x1b[2Jb\x1b[201~", ENTER)
    ask_text("Words?")
    assert "Words: a␛[2Jb" in person.saw


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_ctrl_c_and_ctrl_d_break_off_every_kind_of_question(person: Person, key: str) -> None:
    ways = [
        lambda: ask_text("Name?"),
        lambda: ask_text("Name?", "old"),
        lambda: ask_one("Where?", SETTING),
        lambda: ask_many("What?", TICKS),
        lambda: confirm("Sure?"),
    ]
    for ask in ways:
        person.types(key)
        with pytest.raises(Interrupted) as stopped:
            ask()
        assert stopped.value.exit_code == 130


def test_ctrl_d_inside_a_text_deletes_as_in_any_shell(person: Person) -> None:
    person.types("abc", LEFT, CTRL_D, ENTER)
    assert ask_text("Name?") == "ab"


def test_a_terminal_that_goes_away_counts_as_breaking_off(person: Person) -> None:
    person.pipe.close()
    with pytest.raises(Interrupted):
        ask_text("Name?")


@pytest.mark.parametrize("key", [ESCAPE, CTRL_B])
def test_esc_and_ctrl_b_go_back_where_that_is_allowed(person: Person, key: str) -> None:
    person.types(key)
    assert ask_one("Where?", SETTING, allow_back=True) is BACK
    person.types(key)
    assert ask_text("Name?", allow_back=True) is BACK
    person.types(key)
    assert ask_many("What?", TICKS, allow_back=True) is BACK


def test_esc_does_nothing_where_there_is_no_way_back(person: Person) -> None:
    person.types(CTRL_B, DOWN, ENTER)
    assert ask_one("Where?", SETTING) == "private"
    assert "Esc" not in person.saw


def test_the_cursor_starts_on_the_old_answer(person: Person) -> None:
    person.types(ENTER)
    assert ask_one("Where?", SETTING, "private") == "private"


def test_an_old_answer_that_is_no_choice_any_more_is_passed_over(person: Person) -> None:
    person.types(ENTER, ENTER)
    assert ask_one("Where?", SETTING, "gone") == "academic"
    assert ask_many("What?", TICKS, ["gone", "forms"]) == ("forms",)


def test_the_arrows_stop_at_both_ends(person: Person) -> None:
    person.types(UP, ENTER)
    assert ask_one("Where?", SETTING, allow_skip=True) == "academic"
    person.types(END, DOWN, DOWN, ENTER)
    assert ask_one("Where?", SETTING, allow_skip=True) is SKIP


def test_an_arrow_after_a_stray_letter_makes_enter_mean_what_it_says(person: Person) -> None:
    person.types("x", DOWN, UP, ENTER)
    assert ask_one("Where?", SETTING) == "academic"
    person.types("x", UP, ENTER)
    assert ask_one("Where?", SETTING) == "academic"
    assert "nothing was chosen" not in person.saw


def test_skipping_is_a_row_of_its_own(person: Person) -> None:
    person.types(SKIP_FROM_TOP)
    assert ask_one("Where?", SETTING, allow_skip=True) is SKIP
    assert "Skip this question" in person.saw
    assert "Where: skipped" in person.saw


def test_numbered_rows_are_reached_by_their_figure(person: Person) -> None:
    person.types("3", ENTER)
    levels = [(str(level), f"Level {level}") for level in range(5)]
    assert ask_one("How?", levels, allow_skip=True, around=Around(numbered=True)) == "3"


def test_ticks_survive_keys_pressed_by_mistake(person: Person) -> None:
    person.types(SPACE, "aixq?\t", DOWN, SPACE, "a", ENTER, ENTER)
    assert ask_many("What?", TICKS) == ("inbox", "forms")


@pytest.mark.parametrize("typed", ["3", "0", "private", "job", "Yes!", "é", "\x1b[200~A\x1b[201~"])
@pytest.mark.parametrize("numbered", [False, True])
def test_enter_after_typing_in_a_list_takes_nothing_once(typed: str, numbered: bool) -> None:
    rows = [("7", "Seven"), ("8", "Eight"), ("9", "Nine")]
    with sitting() as person:
        person.types(DOWN, typed, ENTER, DOWN, ENTER)
        assert ask_one("Which?", rows, around=Around(numbered=numbered)) == "9"
        assert "move, Enter takes; nothing was chosen." in person.saw
    with sitting() as person:
        person.types(DOWN, typed, ENTER, ENTER)
        assert ask_one("Which?", rows, around=Around(numbered=numbered)) == "8"


def test_moving_after_a_stray_key_makes_enter_mean_what_it_says(person: Person) -> None:
    person.types("x", DOWN, ENTER)
    assert ask_one("Where?", SETTING) == "private"
    person.types(SPACE, ENTER)
    assert ask_one("Where?", SETTING) == "academic"
    person.types("x", SPACE, ENTER)
    assert ask_many("What?", TICKS) == ("inbox",)
    assert "nothing was chosen" not in person.saw


def test_what_is_typed_in_a_list_to_tick_is_not_passed_over(person: Person) -> None:
    person.types("3", ENTER, ENTER)
    assert ask_many("What?", TICKS, ["call"]) == ("call",)
    assert "Space ticks, Enter goes on; what you typed did nothing." in person.saw


def test_headings_are_shown_and_never_chosen(person: Person) -> None:
    person.types(DOWN, DOWN, SPACE, ENTER)
    headings = {"inbox": "Desk", "call": "Hours"}
    assert ask_many("What?", TICKS, around=Around(headings=headings)) == ("call",)
    assert "Desk" in person.saw
    assert "Hours" in person.saw


def test_enter_without_a_tick_takes_nothing_and_says_so_first(person: Person) -> None:
    person.types(DOWN, ENTER, SPACE, ENTER)
    assert ask_many("Which?", TICKS) == ("forms",)
    assert "! Nothing is ticked. Space ticks a line; Enter again skips." in person.saw
    person.types(ENTER, ENTER)
    assert ask_many("Which?", TICKS) == ()


def test_wrong_ticks_stay_with_the_reason_and_the_cursor(person: Person) -> None:
    person.types(SPACE, DOWN, SPACE, ENTER, SPACE, ENTER)
    answer = ask_many("What?", TICKS, check=lambda picks: "One only." if len(picks) > 1 else "")
    assert answer == ("inbox",)
    assert "! One only." in person.saw


def test_a_long_list_shows_that_it_goes_on_below(person: Person) -> None:
    person.types(*[DOWN] * 35, ENTER)
    rows = [(f"c{number}", f"Row {number}") for number in range(40)]
    assert ask_one("Which of these many?", rows) == "c35"
    assert "Which of these many?" in person.saw


@pytest.mark.parametrize(("keys", "answer"), [("y", True), ("n", False), (ENTER, False)])
def test_yes_or_no_takes_one_key(person: Person, keys: str, answer: bool) -> None:
    person.types(keys)
    assert confirm("Sure?") is answer


# ------------------------------------------------------------------------------ the interview


def test_every_answer_is_saved_as_it_is_given(person: Person, shelf: Shelf) -> None:
    person.types(*to_the_review(), SEE_RESULT)
    given = shelf.interview()
    assert dict(given.answers.values) == ALL
    expected = {key: value for key, value in ALL.items() if key != "burnout-level"}
    assert read_draft(shelf.raw, INTERVIEW).answers.values == expected


def test_the_screen_says_where_one_is_how_long_is_left_and_where_to_find_someone_to_talk_to(
    person: Person, shelf: Shelf
) -> None:
    person.types(*to_the_review(), SEE_RESULT)
    shelf.interview()
    assert "Question 1 of 8, about 3 minutes left" in person.saw
    assert "Question 8 of 8, about a minute left" in person.saw
    for head in ("Where you are  part 1 of 2", "Your job  part 2 of 2"):
        assert re.search(
            head + r"\s+(Two facts\.\s+)?Someone to talk to.*medpivot support", person.saw
        )


def test_going_back_twice_over_a_section_keeps_the_old_answers(
    person: Person, shelf: Shelf
) -> None:
    person.types("cardiology", ENTER, DOWN, ENTER)
    person.types(CTRL_B, CTRL_B, " fellow", ENTER, ENTER, CTRL_C)
    with pytest.raises(Interrupted, match="Saved 2 of 8 answers"):
        shelf.interview()
    assert shelf.raw == {"specialty": "cardiology fellow", "setting": "private"}


def test_going_back_passes_over_what_was_not_asked(person: Person, shelf: Shelf) -> None:
    one_tick = SPACE + ENTER
    person.types("x", ENTER, ENTER, one_tick, CTRL_B, DOWN, SPACE, ENTER, DOWN, ENTER, CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    assert shelf.raw["dread"] == ["inbox", "forms"]
    assert shelf.raw["dread-most"] == "forms"


def test_going_back_keeps_what_was_ticked_but_not_entered(person: Person, shelf: Shelf) -> None:
    person.types("x", ENTER, ENTER, SPACE, DOWN, SPACE, CTRL_B, ENTER, ENTER, CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    assert shelf.raw["dread"] == ["inbox", "forms"]


def test_there_is_no_way_back_from_the_first_question(person: Person, shelf: Shelf) -> None:
    person.types(CTRL_B, "x", ENTER, CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    assert shelf.raw == {"specialty": "x"}


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_breaking_off_says_what_is_saved_and_how_to_go_on(
    person: Person, shelf: Shelf, key: str
) -> None:
    person.types("x", ENTER, key)
    with pytest.raises(Interrupted) as stopped:
        shelf.interview()
    assert stopped.value.message == "Saved 1 of 8 answers. `medpivot assess` goes on from there."


def test_the_next_sitting_begins_at_the_first_open_question(person: Person, shelf: Shelf) -> None:
    person.types("x", ENTER, ENTER, CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    person.types(SPACE, ENTER, CTRL_C)
    with pytest.raises(Interrupted, match="Saved 3 of 8"):
        shelf.interview()
    assert shelf.raw == {"specialty": "x", "setting": "academic", "dread": ["inbox"]}
    assert "Going on where you stopped. Question 3 of 8" in person.saw


def test_a_skipped_question_is_unknown_and_not_asked_again(person: Person, shelf: Shelf) -> None:
    person.types(ENTER, SKIP_FROM_TOP, ENTER, ENTER, CTRL_C)
    with pytest.raises(Interrupted, match="Saved 0 of 8"):
        shelf.interview()
    person.types(CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    assert "Going on where you stopped. Question 5 of 8" in person.saw


def test_what_stood_unfinished_at_ctrl_c_is_there_again(person: Person, shelf: Shelf) -> None:
    person.types("x", ENTER, ENTER, SPACE, DOWN, SPACE, CTRL_C)
    with pytest.raises(Interrupted, match="Saved 2 of 8"):
        shelf.interview()
    person.types(ENTER, CTRL_C)
    with pytest.raises(Interrupted, match="Saved 3 of 8"):
        shelf.interview()
    assert shelf.raw == {"specialty": "x", "setting": "academic", "dread": ["inbox", "forms"]}


def test_half_a_number_and_half_an_order_are_there_again_too(person: Person, shelf: Shelf) -> None:
    shelf.raw = {key: value for key, value in ALL.items() if key in ("specialty", "setting")}
    shelf.raw |= {"dread": "", "burnout-level": 1}
    person.types(DOWN, ENTER, CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    person.types(ENTER, CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    assert shelf.raw["free-week"] == ["write", "teach"]
    person.types(ENTER, ENTER, ENTER, "24o", CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    person.types(RUB, "0k", ENTER, SEE_RESULT)
    assert shelf.interview().answers.number("income-now") == 240_000


def test_an_answer_left_unchanged_at_ctrl_c_stays_an_answer(person: Person, shelf: Shelf) -> None:
    person.types("x", ENTER, ENTER, SPACE, ENTER, CTRL_B, CTRL_C)
    with pytest.raises(Interrupted, match="Saved 3 of 8"):
        shelf.interview()
    assert "on-screen" not in shelf.raw


def test_a_draft_answer_that_no_longer_fits_is_asked_again(person: Person, shelf: Shelf) -> None:
    shelf.raw = {"specialty": "x", "setting": "moon-base"}
    draft = read_draft(shelf.raw, INTERVIEW)
    assert [problem.key for problem in draft.problems] == ["setting"]
    person.types(ENTER, CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    assert shelf.raw["setting"] == "academic"


def test_a_choice_that_excludes_the_others_is_met_with_a_sentence(
    person: Person, shelf: Shelf
) -> None:
    person.types("x", ENTER, ENTER, SPACE, END, SPACE, ENTER, SPACE, ENTER, CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    assert '! "None of these" stands alone' in person.saw
    assert shelf.raw["dread"] == ["inbox"]


def test_which_most_is_asked_only_where_there_are_two_and_only_of_those(
    person: Person, shelf: Shelf
) -> None:
    person.types("x", ENTER, ENTER, DOWN, SPACE, ENTER, CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    assert "Which weighs most?" not in person.saw
    assert "dread-most" not in shelf.raw


def test_which_most_is_asked_again_when_its_answer_is_unticked(
    person: Person, shelf: Shelf
) -> None:
    both = SPACE + DOWN + SPACE + ENTER
    person.types("x", ENTER, ENTER, both, DOWN, ENTER)
    untick_forms_tick_call = DOWN + SPACE + DOWN + SPACE + ENTER
    person.types(CTRL_B, CTRL_B, untick_forms_tick_call, CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    assert shelf.raw["dread"] == ["inbox", "call"]
    assert "dread-most" not in shelf.raw
    person.types(ENTER, CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    assert shelf.raw["dread-most"] == "inbox"


def test_an_order_is_built_pick_by_pick_and_a_pick_can_be_taken_back(
    person: Person, shelf: Shelf
) -> None:
    shelf.raw = {"specialty": "x", "setting": "private", "dread": "", "burnout-level": 1}
    person.types(DOWN, ENTER, CTRL_B, UP, ENTER, DOWN, ENTER, CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    assert shelf.raw["free-week"] == ["teach", "rest"]
    assert "So far: 1. Write. And second?" in person.saw


def test_too_short_an_order_cannot_be_ended(person: Person, shelf: Shelf) -> None:
    shelf.raw = {"specialty": "x", "setting": "private", "dread": "", "burnout-level": 1}
    shelf.raw["free-week"] = ""
    person.types(ENTER, END, ENTER, END, ENTER, CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    assert shelf.raw["priorities"] == ["design", "students"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("$240,000", 240_000), ("240k", 240_000), ("1 000", 1000), ("12.5k", 12_500)],
)
def test_money_is_read_as_people_write_it(
    person: Person, shelf: Shelf, typed: str, kept: int
) -> None:
    everything_else = {key: "" for key in ALL if key != "income-now"}
    shelf.raw = dict(everything_else)
    person.types(typed, ENTER, SEE_RESULT)
    assert shelf.interview().answers.number("income-now") == kept


def test_a_number_is_refused_with_the_reason_and_stays_to_be_mended(
    person: Person, shelf: Shelf
) -> None:
    shelf.raw = {key: "" for key in ALL if key != "income-now"}
    person.types("2000k", ENTER, *[LEFT] * 4, RUB, "1", ENTER, SEE_RESULT)
    assert shelf.interview().answers.number("income-now") == 1_000_000
    assert "! 2,000,000 is outside 0 to 1,000,000" in person.saw


# ------------------------------------------------------------------------------- burnout level


def test_the_burnout_level_counts_but_is_kept_only_on_request(person: Person, shelf: Shelf) -> None:
    shelf.holds()
    del shelf.raw["burnout-level"]
    person.types("2", ENTER, ENTER, SEE_RESULT)
    given = shelf.interview()
    assert given.answers.number("burnout-level") == 2
    assert not given.kept.gave("burnout-level")
    assert "burnout-level" not in shelf.raw
    assert "Your burnout level: answered" in person.saw


def test_a_level_first_not_kept_and_kept_after_going_back_three_times_is_kept(
    person: Person, shelf: Shelf
) -> None:
    shelf.holds()
    del shelf.raw["burnout-level"]
    person.types("3", ENTER, ENTER, CTRL_B, CTRL_B, CTRL_B, CTRL_B, ENTER, DOWN, ENTER)
    person.types(ENTER, ENTER, ENTER, ENTER, ENTER, ENTER, SEE_RESULT)
    assert shelf.interview().kept.number("burnout-level") == 3
    assert shelf.raw["burnout-level"] == 3
    assert "Your burnout level: answered, not kept" in person.saw
    assert "Your burnout level: answered, and kept" in person.saw


def test_the_burnout_level_is_kept_when_the_person_says_so(person: Person, shelf: Shelf) -> None:
    shelf.holds()
    del shelf.raw["burnout-level"]
    person.types("2", ENTER, DOWN, ENTER, SEE_RESULT)
    assert shelf.interview().kept.number("burnout-level") == 2
    assert shelf.raw["burnout-level"] == 2


@pytest.mark.parametrize(("level", "shown"), [("5", ["page"]), ("4", ["quiet"]), ("3", [])])
def test_support_is_shown_at_once_and_never_in_the_way(
    person: Person, shelf: Shelf, level: str, shown: Sequence[str]
) -> None:
    shelf.holds()
    del shelf.raw["burnout-level"]
    person.types(level, ENTER, ENTER, SEE_RESULT)
    assert shelf.interview().answers.number("burnout-level") == int(level)
    assert shelf.support == list(shown)


def test_support_comes_before_anything_else_is_asked(person: Person, shelf: Shelf) -> None:
    shelf.raw = {"specialty": "x", "setting": "private", "dread": ""}
    person.types("5", ENTER, CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    assert shelf.support == ["page"]
    assert "burnout-level" not in shelf.raw


def test_a_level_that_was_not_kept_is_asked_again_and_the_rest_is_not(
    person: Person, shelf: Shelf
) -> None:
    shelf.raw = {"specialty": "x", "setting": "private", "dread": "", "free-week": ["rest"]}
    person.types("3", ENTER, ENTER, ENTER, ENTER, END, ENTER, CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    assert "Question 5 of 8" in person.saw
    assert "Question 6 of 8" not in person.saw
    assert "Question 7 of 8" in person.saw


# ------------------------------------------------------------------------------------- review


def test_the_review_lists_every_answer_and_what_is_unknown(person: Person, shelf: Shelf) -> None:
    shelf.holds(setting="")
    del shelf.raw["burnout-level"]
    person.types("1", ENTER, ENTER)
    person.waits_then_types("Level 1 (not kept)", SEE_RESULT)
    shelf.interview()
    review = person.saw.rpartition("Your answers.")[2]
    for line in ("Your specialty: cardiology", "Setting: unknown", "Your income: 240,000 a year"):
        assert line in review
    assert "Your burnout level: Level 1 (not kept)" in review


def test_an_answer_can_be_changed_on_the_review(person: Person, shelf: Shelf) -> None:
    shelf.holds()
    person.types(DOWN, ENTER, " fellow", ENTER, HOME, ENTER)
    assert shelf.interview().answers.word("specialty") == "cardiology fellow"
    assert shelf.raw["specialty"] == "cardiology fellow"


def test_own_words_are_added_on_the_review(person: Person, shelf: Shelf) -> None:
    shelf.holds()
    person.types(END, ENTER, "[todo] the pager, at 3", ENTER, HOME, ENTER)
    assert shelf.interview().answers.word("dread-words") == "[todo] the pager, at 3"


def test_leaving_a_question_of_the_review_changes_nothing(person: Person, shelf: Shelf) -> None:
    shelf.holds()
    person.types(DOWN, ENTER, "zzz", CTRL_B, HOME, ENTER)
    assert shelf.interview().answers.word("specialty") == "cardiology"


def test_what_hangs_on_a_changed_answer_is_asked_at_once(person: Person, shelf: Shelf) -> None:
    shelf.holds()
    untick_call_tick_forms = DOWN + SPACE + DOWN + SPACE + ENTER
    person.types(DOWN, DOWN, DOWN, ENTER, untick_call_tick_forms, DOWN, ENTER, HOME, ENTER)
    answers = shelf.interview().answers
    assert answers.picks("dread") == ("inbox", "forms")
    assert answers.word("dread-most") == "forms"


def test_esc_on_the_review_goes_back_to_the_last_question(person: Person, shelf: Shelf) -> None:
    shelf.holds()
    person.types(CTRL_B, CTRL_U, "100k", ENTER, SEE_RESULT)
    assert shelf.interview().answers.number("income-now") == 100_000


def test_after_ctrl_c_on_the_review_the_review_comes_back(person: Person, shelf: Shelf) -> None:
    shelf.holds()
    person.types(CTRL_C)
    with pytest.raises(Interrupted, match="Saved 8 of 8"):
        shelf.interview()
    person.types(SEE_RESULT)
    assert dict(shelf.interview().answers.values) == ALL


# --------------------------------------------------------------- old answers, again, no saving


def test_older_answers_are_filled_in_and_enter_keeps_them(person: Person, shelf: Shelf) -> None:
    person.types(*[ENTER] * 12, SEE_RESULT)
    given = shelf.interview(Answers(ALL))
    assert dict(given.answers.values) == ALL
    assert shelf.raw["income-now"] == 240_000


def test_without_saving_nothing_is_kept_and_it_says_so(person: Person, shelf: Shelf) -> None:
    person.types("x", ENTER, CTRL_C)
    with pytest.raises(Interrupted, match="Nothing was saved"):
        shelf.interview(saving=False)
    assert shelf.raw == {}


def test_one_question_is_asked_again_over_the_answers(person: Person, shelf: Shelf) -> None:
    person.types(CTRL_U, "100k", ENTER)
    given = ask_again(INTERVIEW, Answers(ALL), ["income-now"], shelf.show_support)
    assert dict(given.answers.values) == {**ALL, "income-now": 100_000}


def test_breaking_off_a_single_question_changes_nothing(person: Person, shelf: Shelf) -> None:
    person.types("1", CTRL_C)
    with pytest.raises(Interrupted, match="Nothing was changed"):
        ask_again(INTERVIEW, Answers(ALL), ["income-now"], shelf.show_support)


def test_a_full_disk_does_not_end_the_interview_and_is_tried_again(
    person: Person, shelf: Shelf
) -> None:
    full = iter([True, True])

    def save(question_id: str, value: Value | None) -> None:
        if next(full, False):
            raise MedpivotError("the disk is full")
        shelf.save(question_id, value)

    person.types("x", ENTER, ENTER, ENTER, ENTER, CTRL_C)
    with pytest.raises(Interrupted, match="Saved 2 of 8"):
        ask_interview(INTERVIEW, Draft(), Answers(), save, shelf.show_support)
    assert shelf.raw == {"specialty": "x", "setting": "academic", "dread": ""}
    assert "! Not saved yet: the disk is full" in person.saw


def test_numbers_that_contradict_each_other_are_refused_by_name(
    person: Person, shelf: Shelf
) -> None:
    bounds = Interview(
        (Section("week", "The week"),),
        tuple(
            Question(
                f"clinical-{one}", "week", "number", f"The {one}?", name=f"the {one}", high=100
            )
            for one in ("least", "most")
        ),
    )
    person.types("30", ENTER, RUB, RUB, "60", ENTER)
    old = Answers({"clinical-least": 50})
    given = ask_again(bounds, old, ["clinical-most"], shelf.show_support)
    assert given.answers.number("clinical-most") == 60
    assert "! 50 is more than the most, 30" in person.saw


SHARES = Interview(
    (Section("week", "The week"),),
    tuple(
        Question(f"clinical-{one}", "week", "number", f"The {one}?", name=f"the {one}", high=100)
        for one in ("wanted", "least", "most")
    ),
)


@pytest.mark.parametrize(
    ("question", "typed", "says"),
    [
        (
            "clinical-least",
            "60",
            "least you could live with, 60 percent, would be more than the 50",
        ),
        ("clinical-most", "40", "most you could live with, 40 percent, would be less than the 50"),
    ],
)
def test_a_limit_beyond_the_wanted_share_is_questioned_once_and_may_stand(
    person: Person, shelf: Shelf, question: str, typed: str, says: str
) -> None:
    person.types(typed, ENTER, ENTER)
    old = Answers({"clinical-wanted": 50})
    given = ask_again(SHARES, old, [question], shelf.show_support)
    assert given.answers.number(question) == int(typed)
    seen = " ".join(person.saw.split())
    assert says in seen
    assert "Change it, or keep it with Enter." in seen


INCOME = Interview(
    (Section("limits", "Limits"),),
    (Question("income-floor", "limits", "number", "The least?", name="the least", high=10**9),),
)


def test_an_income_that_looks_like_thousands_is_questioned_once_and_may_stand(
    person: Person, shelf: Shelf
) -> None:
    person.types("220", ENTER, ENTER)
    given = ask_again(
        INCOME, Answers({"income-now": 290_000}), ["income-floor"], shelf.show_support
    )
    assert given.answers.number("income-floor") == 220
    assert "220 thousand is typed 220k" in " ".join(person.saw.split())


HARD = Interview(
    (Section("hard", "Hard"),),
    (
        Question(
            "hard-work",
            "hard",
            "one",
            "Want it?",
            choices=tuple(Choice(one, one.title()) for one in ("yes", "unsure", "no")),
        ),
        Question(
            "hard-share",
            "hard",
            "number",
            "How much of it?",
            high=100,
            only_after={"hard-work": ("yes", "unsure")},
        ),
    ),
)


def hard(shelf: Shelf) -> Given:
    return ask_interview(HARD, Draft(), Answers(), shelf.save, shelf.show_support)


def test_what_hangs_on_a_yes_is_not_asked_after_a_no(person: Person, shelf: Shelf) -> None:
    person.types(DOWN, DOWN, ENTER)
    person.waits_then_types("1 of 1 answered", SEE_RESULT)
    assert dict(hard(shelf).answers.values) == {"hard-work": "no"}
    assert "How much of it?" not in person.saw
    assert "1 of 1 answered" in person.saw


def test_a_yes_taken_back_on_the_review_takes_what_hung_on_it(person: Person, shelf: Shelf) -> None:
    person.types(DOWN, ENTER, "40", ENTER, DOWN, ENTER, DOWN, ENTER, HOME, ENTER)
    assert dict(hard(shelf).answers.values) == {"hard-work": "no"}
    assert shelf.raw == {"hard-work": "no"}


def test_a_no_changed_into_a_yes_on_the_review_asks_what_hangs_on_it(
    person: Person, shelf: Shelf
) -> None:
    person.types(DOWN, DOWN, ENTER, DOWN, ENTER, UP, UP, ENTER, "40", ENTER, HOME, ENTER)
    assert hard(shelf).answers.number("hard-share") == 40


def test_a_very_long_answer_does_not_fill_the_screen(person: Person, shelf: Shelf) -> None:
    person.types(f"\x1b[200~{'long ' * 2000}\x1b[201~", ENTER)
    given = ask_again(INTERVIEW, Answers(), ["dread-words"], shelf.show_support)
    assert given.answers.word("dread-words") == "long " * 2000
    assert "(10,000 characters in all)" in " ".join(person.saw.split())


def test_an_order_left_half_way_is_where_it_was_on_coming_back(
    person: Person, shelf: Shelf
) -> None:
    shelf.raw = {"specialty": "x", "setting": "private", "dread": "", "burnout-level": 1}
    person.types(ENTER, CTRL_B, CTRL_B, SKIP_FROM_TOP, ENTER, CTRL_C)
    with pytest.raises(Interrupted):
        shelf.interview()
    assert shelf.raw["free-week"] == ["teach", "write"]


# ------------------------------------------------------------------------------------- opening


def opened(person: Person, draft: Draft, filled_from: date | None = None, *, saving: bool = True):
    say_opening(INTERVIEW, draft, filled_from, saving=saving)
    return " ".join(person.saw.split())


def test_a_first_interview_says_how_long_it_takes_and_what_is_kept(person: Person) -> None:
    said = opened(person, Draft())
    assert "8 questions, about 3 minutes." in said
    assert "on this computer only" in said


def test_an_interview_that_keeps_nothing_says_so(person: Person) -> None:
    assert "Nothing you answer is saved" in opened(person, Draft(), saving=False)


def test_filled_in_answers_are_dated(person: Person) -> None:
    assert "answers of 2026-11-01 are filled in" in opened(person, Draft(), date(2026, 11, 1))


def test_going_on_says_what_is_there_and_what_is_not(person: Person, shelf: Shelf) -> None:
    shelf.holds(setting="moon-base")
    del shelf.raw["burnout-level"]
    said = opened(person, read_draft(shelf.raw, INTERVIEW))
    assert "6 of 8 answers are saved" in said
    assert "your burnout level nothing was kept, so it is asked again" in said
    assert "no longer holds: setting ('moon-base' is not a choice" in said


# ----------------------------------------------------------------------------- any keys at all


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.sampled_from([ENTER, SPACE, UP, DOWN, CTRL_B, HOME, END, *"aijk5s2x\t", CTRL_U, RUB]),
        max_size=60,
    )
)
def test_whatever_keys_are_pressed_all_that_is_saved_is_valid_and_nothing_is_lost(
    keys: list[str],
) -> None:
    shelf = Shelf()
    with sitting() as person:
        person.types(*keys, CTRL_C)
        try:
            given = shelf.interview().kept
        except Interrupted:
            draft = read_draft(shelf.raw, INTERVIEW)
            assert not draft.problems
            given = draft.answers
    for question_id, value in given.values.items():
        question = INTERVIEW.question(question_id)
        assert question is not None
        assert check_value(question, INTERVIEW, value) == value
        if question_id != draft_screen(shelf):
            assert question_id in shelf.raw


def draft_screen(shelf: Shelf) -> str:
    return str(shelf.raw.get("on-screen", ""))
