import json

import pytest

from golden import Golden, golden  # noqa: F401
from medpivot import catalogue
from medpivot.store import activities

SAMPLE = str(catalogue.sample_path("hospitalist-students"))
TRAP = (
    "jobs", "add", "Clerkship Director", "--at", "St. Mary's", "--role", "clerkship-director",
    "--half-days", "8", "--education", "0.4", "--fte", "1.0", "--hours", "40", "--pay", "250k",
    "--rvu", "5000", "--rvu-before", "5000", "--stage", "offer",
)  # fmt: skip
GOOD = (
    "jobs", "add", "Clerkship Director", "--at", "County", "--role", "clerkship-director",
    "--half-days", "5", "--education", "0.5", "--fte", "1", "--hours", "40", "--pay", "255k",
    "--stage", "offer",
)  # fmt: skip
ANSWERED = (
    "education-duties=mostly-teaching", "schedule=mine", "promotion=written, handbook 4.2",
    "predecessor=years", "reaction=open", "what-goes=named", "call=few", "delivered=5",
    "time-kept=kept", "rvu-scaling=no-target", "education-track=ladder", "moving=here",
    "training=none", "must-have=yes",
)  # fmt: skip
PRESENT = (
    "jobs", "present", "--title", "Hospitalist", "--half-days", "9", "--education", "0",
    "--fte", "1", "--hours", "56", "--pay", "290k USD",
)  # fmt: skip


def loads(result):
    assert result.code == 0, result.err
    return json.loads(result.out)


def answer(run, job="clerkship-director", answers=ANSWERED):
    flags = [part for one in answers for part in ("--answer", one)]
    return run("jobs", "ask", job, *flags)


@pytest.fixture
def assessed(run):
    assert run("assess", "--answers", SAMPLE).code == 0
    return run


def test_with_no_jobs_it_says_how_to_begin_and_creates_nothing(run, home):
    result = run("jobs")
    assert result.code == 0
    assert "medpivot jobs search" in result.out
    assert "medpivot jobs add" in result.out
    assert not home.exists()


def test_a_job_is_on_the_list_with_what_comes_next(run):
    result = run("jobs", "add", "APD", "--at", "Lakeside", "--deadline", "2026-12-06")
    assert result.code == 0
    assert result.out == ""
    assert "Kept as apd, APD." in result.err
    assert "Next: apply by 6 Dec 2026, or let it go" in result.err
    assert "1 job open, 0 over" in run("jobs").out
    assert run("jobs", "--plain").out == "apd found 2026-11-22 2026-12-06 APD, Lakeside\n"


def test_the_list_as_json_has_every_figure_and_null_for_what_is_not_known(run):
    run("jobs", "add", "APD", "--half-days", "7.5", "--pay", "210k USD")
    document = loads(run("jobs", "--json"))
    assert document["currency"] == "USD"
    assert document["settings"] == {
        "half_days_per_fte": 10,
        "hours_per_half_day": 4,
        "hours_per_week": 40,
    }
    (job,) = document["jobs"]
    assert (job["clinical_half_days"], job["pay"], job["hours"]) == (7.5, 210000, None)


def test_the_trap_of_the_article_is_found(assessed):
    assessed(*TRAP)
    document = loads(assessed("jobs", "check", "clerkship-director", "--json"))
    assert {"id", "fte_total", "hours_total", "findings", "unanswered"} <= document.keys()
    assert (document["id"], document["fte_total"], document["hours_total"]) == (
        "clerkship-director",
        1.2,
        48,
    )
    found = {one["id"]: one for one in document["findings"]}
    assert {"over-allocated", "hidden-hours", "target-not-scaled", "below-norm"} <= found.keys()
    for one in found.values():
        assert {"id", "severity", "text", "ask"} <= one.keys()
    assert "1,000 are hidden" in found["target-not-scaled"]["text"]
    assert "schedule" in document["unanswered"]


def test_the_check_looks_as_it_did(assessed, golden: Golden):  # noqa: F811
    assessed(*TRAP)
    golden("jobs-check.json", assessed("jobs", "check", "clerkship-director", "--json").out)


def test_the_ranking_looks_as_it_did(assessed, golden: Golden):  # noqa: F811
    assessed(*PRESENT)
    assessed(*TRAP)
    assessed(*GOOD)
    answer(assessed, "clerkship-director-county")
    golden("jobs-rank.json", assessed("jobs", "rank", "--json").out)


def test_other_ways_of_counting_change_the_result_and_stand_beside_it(assessed):
    assessed(*GOOD)
    assert "Counted with 10 half-days" in assessed("jobs", "check", "clerkship").out
    assert assessed("jobs", "settings", "--convention", "va-eighths").code == 0
    shown = assessed("jobs", "check", "clerkship").out
    assert "Counted with 8 half-days in a full post, 5 hours in a half-day" in shown
    document = loads(assessed("jobs", "check", "clerkship", "--json"))
    assert (document["fte_total"], document["hours_total"]) == (1.125, 45)
    assert document["settings"]["hours_per_half_day"] == 5
    assessed("jobs", "settings", "--hours-per-week", "37.5")
    assert loads(assessed("jobs", "settings", "--json"))["hours_per_week"] == 37.5


def test_the_whole_way_from_a_posting_to_an_answered_offer(assessed):
    assessed("jobs", "add", "Clerkship Director", "--role", "clerkship-director")
    assert (
        "applied since 20 Nov 2026"
        in assessed("jobs", "stage", "clerkship", "applied", "--on", "2026-11-20").err
    )
    assessed("jobs", "stage", "clerkship", "offer")
    assert "ask 7 key questions" in assessed("jobs").out
    assessed(
        "jobs", "edit", "clerkship", "--half-days", "5", "--education", "20h", "--fte", "1",
        "--hours", "40", "--pay", "255k",
    )  # fmt: skip
    assert "Not answered: 7 of 26" in answer(assessed).err
    check = loads(assessed("jobs", "check", "clerkship", "--json"))
    assert [one["id"] for one in check["findings"]] == ["not-in-writing", "unanswered"]
    ranked = loads(assessed("jobs", "rank", "--json"))["jobs"][0]
    assert (ranked["place"], ranked["standing"]) == (1, "stands")


def test_figures_in_other_units_are_said_back(run):
    result = run("jobs", "add", "APD", "--education", "16h", "--half-days", "0.8 FTE")
    assert "16h is 0.4 FTE." in result.err
    assert "0.8 FTE is 8 half-days a week." in result.err


def test_answers_by_flags_are_kept_with_whether_they_are_in_writing(run):
    run("jobs", "add", "APD")
    result = run(
        "jobs", "ask", "apd", "--answer", "half-days=8, charting afterwards",
        "--answer", "schedule=theirs, the chief adds clinics", "--in-writing", "half-days",
        "--not-in-writing", "schedule", "--json",
    )  # fmt: skip
    questions = {one["id"]: one for one in loads(result)["questions"]}
    assert (questions["half-days"]["value"], questions["half-days"]["in_writing"]) == (8, True)
    assert questions["half-days"]["words"] == "charting afterwards"
    assert questions["schedule"]["choice"] == "theirs"
    assert questions["schedule"]["in_writing"] is False
    assert "schedule" not in loads(result)["unanswered"]


def test_questions_are_listed_for_a_job_and_for_none(run):
    general = run("jobs", "ask")
    assert general.code == 0
    for question in ("half-days", "education-time", "schedule", "promotion", "predecessor"):
        assert question in general.out
    run("jobs", "add", "APD", "--half-days", "8")
    assert "Answered\n  half-days" in run("jobs", "ask", "apd").out
    assert run("jobs", "ask", "apd", "half-days", "--plain").out.startswith(
        "half-days answered - How many half-days"
    )


def test_an_answer_can_be_taken_back(run):
    run("jobs", "add", "APD", "--half-days", "8")
    run("jobs", "ask", "apd", "--answer", "half-days=")
    assert loads(run("jobs", "show", "apd", "--json"))["clinical_half_days"] is None


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("jobs", "add", "X", "--pay", "-5"), "--pay: '-5' has a sign"),
        (("jobs", "add", "X", "--fte", "1.6"), "--fte: 1.6 is more than 1.5"),
        (("jobs", "add", "X", "--education", "2"), "more than 1.5 of a full post"),
        (("jobs", "add", "X", "--half-days", "16"), "16 half-days are more than 1.5"),
        (("jobs", "add", "X", "--starts", "2027-02-01", "--ends", "2027-01-01"), "--ends"),
        (("jobs", "add", "X", "--deadline", "soonish"), "--deadline"),
        (("jobs", "add", "X", "--pay", "200k EUR"), "two currencies"),
        (("jobs", "add", "X", "--currency", "CHF"), "two currencies"),
        (("jobs", "add", "X", "--role", "dean of fun"), "is no role"),
        (("jobs", "add", "X", "--level", "students=9"), "0 to 4"),
        (("jobs", "add", "X", "--stage", "hired"), "is no stage"),
        (("jobs", "add", "  "), "--title is empty"),
        (("jobs", "add", "APD"), "there already, as apd"),
        (("jobs", "edit", "apd"), "nothing to change"),
        (("jobs", "edit", "nobody", "--pay", "1"), "there is no job 'nobody'"),
        (("jobs", "edit", "apd", "--clear", "everything"), "cannot be cleared"),
        (("jobs", "stage", "apd", "offr"), "did you mean offer"),
        (("jobs", "stage", "apd", "offer", "--on", "2027-01-01"), "still to come"),
        (("jobs", "stage", "present", "offer"), "not entered yet"),
        (("jobs", "ask", "apd", "--answer", "schedul=mine"), "did you mean schedule"),
        (("jobs", "ask", "apd", "--answer", "half-days=many"), "not a number"),
        (("jobs", "ask", "apd", "--in-writing", "schedule"), "no answer yet"),
        (("jobs", "ask", "--answer", "half-days=8"), "the job is missing"),
        (("jobs", "settings", "--convention", "ten"), "ten-half-days"),
        (("jobs", "settings", "--hours-per-week", "0"), "not more than 0"),
        (("jobs", "settings", "--half-days-per-fte", "x"), "not a number"),
        (("jobs", "settings", "--currency", "EUR"), "nothing is converted"),
        (("jobs", "compare", "apd"), "two to four jobs can be compared, not 1"),
        (("jobs", "letter", "nobody"), "there is no job"),
        (("jobs", "confirm", "bare"), "nothing has been answered"),
        (("jobs", "search", "--role", "clerkship"), "did you mean clerkship-director"),
    ],
)  # fmt: skip
def test_what_cannot_stand_is_refused_with_the_reason_and_nothing_is_written(run, home, args, said):
    run("jobs", "add", "APD", "--pay", "200k USD")
    run("jobs", "add", "Bare")
    before = (home / "jobs.toml").read_bytes()
    result = run(*args)
    assert result.code in (1, 2)
    assert said in result.err
    assert "try: " in result.err
    assert result.out == ""
    assert (home / "jobs.toml").read_bytes() == before


@pytest.mark.parametrize("typed", [("add", "X"), ("edit", "apd"), ("present",)])
def test_who_is_refused_is_shown_to_the_help_of_what_they_typed(run, typed):
    run("jobs", "add", "APD")
    assert f"try: medpivot jobs {typed[0]} --help" in run("jobs", *typed, "--fte", "1.6").err


def test_two_currencies_in_two_files_are_not_compared(run, home):
    run("jobs", "add", "APD", "--pay", "200k EUR")
    (home / "money.toml").write_text('schema = 1\ncurrency = "USD"\n')
    result = run("jobs", "check", "apd")
    assert result.code == 1
    assert "two currencies" in result.err


def test_the_floor_of_money_toml_goes_before_the_assessment(assessed, home):
    (home / "money.toml").write_text("schema = 1\n[household]\nneeds = 260000\n")
    assessed(*GOOD)
    document = loads(assessed("jobs", "check", "clerkship", "--json"))
    below = next(one for one in document["findings"] if one["id"] == "income-below-floor")
    assert "5,000 under the 260,000 you said you need" in below["text"]


def test_undo_puts_the_file_back_byte_for_byte_and_redo_forward(run, home):
    path = home / "jobs.toml"
    run("jobs", "add", "APD", "--pay", "200k USD")
    first = path.read_bytes()
    path.write_bytes(first + b"\n# a line of my own\n")
    mine = path.read_bytes()
    steps = (
        ("jobs", "edit", "apd", "--half-days", "8"),
        ("jobs", "stage", "apd", "offer"),
        ("jobs", "ask", "apd", "--answer", "schedule=mine"),
        ("jobs", "settings", "--convention", "wales"),
        ("jobs", "present", "--title", "Hospitalist"),
        ("jobs", "remove", "apd"),
    )
    states = [mine]
    for step in steps:
        assert run(*step).code == 0
        states.append(path.read_bytes())
        assert b"# a line of my own" in states[-1]
    for state in reversed(states[:-1]):
        assert run("undo").code == 0
        assert path.read_bytes() == state
    assert run("undo", "--redo").code == 0
    assert path.read_bytes() == states[1]


def test_a_removed_job_is_gone_from_every_list_and_stays_in_the_file(run, home):
    run("jobs", "add", "APD")
    run("jobs", "remove", "apd")
    assert loads(run("jobs", "--json"))["jobs"] == []
    assert run("jobs", "show", "apd").code == 1
    assert 'status = "removed"' in (home / "jobs.toml").read_text()


def test_comments_somebody_typed_survive_every_command(run, home):
    run("jobs", "add", "APD", "--half-days", "8")
    path = home / "jobs.toml"
    text = path.read_text().replace("clinical_half_days = 8", "clinical_half_days = 8  # counted")
    path.write_text(text + "\n# trailing\n")
    run("jobs", "edit", "apd", "--half-days", "7", "--pay", "1")
    run("jobs", "ask", "apd", "--answer", "schedule=mine")
    after = path.read_text()
    assert "clinical_half_days = 7  # counted" in after
    assert "# trailing" in after


@pytest.mark.parametrize(
    "hostile", ["[red]x[/red]", "a\x1b[2Jb", "\u202eabc", "👩‍⚕️", "x\ny", "{{ 7*7 }}"]
)
def test_hostile_text_is_kept_as_typed_and_shown_harmlessly(assessed, home, hostile):
    assert (
        assessed(
            "jobs", "add", hostile, "--at", hostile, "--note", hostile, "--half-days", "8"
        ).code
        == 0
    )
    (job,) = loads(assessed("jobs", "--json"))["jobs"]
    assert (job["title"], job["note"]) == (hostile, hostile)
    assessed("jobs", "ask", job["id"], "--answer", f"support={hostile}")
    for command in (
        ("jobs",), ("jobs", "--plain"), ("jobs", "show", job["id"]), ("jobs", "check", job["id"]),
        ("jobs", "rank"), ("jobs", "letter", job["id"]), ("jobs", "confirm", job["id"]),
    ):  # fmt: skip
        result = assessed(*command)
        assert result.code == 0, result.err
        assert "\x1b" not in result.out + result.err
        assert "\u202e" not in result.out + result.err
        assert "49" not in result.out


def test_a_very_long_text_is_kept_or_refused_but_never_breaks_a_screen(run):
    assert run("jobs", "add", "APD", "--note", "x" * 10_000).code == 0
    assert run("jobs", "show", "apd").code == 0
    assert max(len(line) for line in run("jobs", "show", "apd").out.splitlines()) <= 80


def test_the_search_lines_come_from_the_plans_and_the_best_roles(assessed):
    document = loads(assessed("jobs", "search", "--json"))
    assert document["specialty"] == "hospital medicine"
    assert "clerkship-director" in [one["id"] for one in document["roles"]]
    assert len(document["usual"]) == 5
    plain = assessed("jobs", "search", "--plain").out
    assert '"Associate Program Director" "hospital medicine" residency\n' in plain
    assert ' OR "Block Director") AND ("hospital medicine"' in plain


def test_search_without_an_assessment_covers_every_role(run):
    document = loads(run("jobs", "search", "--json", "--specialty", "neurology"))
    known = [role.id for role in catalogue.load_roles().roles]
    assert [one["id"] for one in document["roles"]] == known


def test_moves_follow_the_drains_and_show_what_travels_from_the_log(assessed):
    assessed("log", "add", "Murmur workshop", "--kind", "lecture", "--learners", "12")
    document = loads(assessed("jobs", "moves", "--json"))
    assert document["moves"][0]["id"] == "to-outpatient"
    shown = assessed("jobs", "moves").out
    assert "Murmur workshop" in shown
    assert "12 learners" in shown


def test_a_hospitalist_is_not_offered_the_wards_as_if_it_were_another_place(assessed):
    page = " ".join(assessed("jobs", "moves").out.split())
    to_wards = page.split("From clinic to the wards and teaching")[1]
    assert "your field, hospital medicine, works there already" in to_wards
    assert "you dread" not in to_wards
    assert loads(assessed("jobs", "moves", "--json"))["moves"][-1]["already"] == "hospital medicine"


def test_moves_are_offered_when_nothing_meets_the_floor(assessed):
    assessed("jobs", "add", "APD", "--pay", "150k")
    assert "medpivot jobs moves" in assessed("jobs").out
    assert loads(assessed("jobs", "rank", "--json"))["moves_offered"] is True
    assessed("jobs", "edit", "apd", "--pay", "300k")
    assert "medpivot jobs moves" not in assessed("jobs").out


def test_the_letter_moves_toward_the_work_and_carries_no_drain_no_money_and_no_note(assessed):
    assessed("log", "add", "Murmur workshop", "--kind", "lecture", "--learners", "12",
             "--quote", "kept to myself", "--changed", "Now part of the block")  # fmt: skip
    assessed(*TRAP, "--note", "the chief is difficult")
    text = assessed("jobs", "letter", "clerkship-director").out
    assert "Murmur workshop" in text
    assert "Now part of the block" in text
    assert "Clerkship Director at St. Mary's" in text
    assert "[write: " in text
    for word in ("burn", "night", "pager", "dread", "paperwork", "250", "difficult", "myself"):
        assert word not in text.lower()


@pytest.mark.parametrize("command", [("moves",), ("letter", "clerkship-director")])
def test_a_broken_line_of_the_log_is_named_where_the_log_is_quoted(assessed, home, command):
    assessed(*TRAP)
    assessed("log", "add", "Murmur workshop", "--kind", "lecture")
    (home / activities.NAME).open("ab").write(b"{broken\n")
    result = assessed("jobs", *command)
    assert "Murmur workshop" in result.out
    assert "line 2" in result.err
    assert "it is left out" in result.err


def test_the_confirming_email_repeats_what_was_agreed_and_asks_for_the_rest(assessed):
    assessed(*TRAP)
    assessed("jobs", "ask", "clerkship", "--answer", "schedule=theirs",
             "--answer", "support=half a coordinator")  # fmt: skip
    text = assessed("jobs", "confirm", "clerkship").out
    assert "time for education: 0.4 FTE, which is 16 hours a week" in text
    assert "support for the role: half a coordinator" in text
    assert "Somebody can add sessions" not in text
    assert "clinics are added only with my agreement" in text
    assert "Which half-days go" in text


def test_the_confirming_email_concedes_nothing_that_is_to_be_settled_first(assessed):
    assessed("jobs", "add", "APD", "--half-days", "8", "--education", "0.4", "--fte", "1",
             "--pay", "200k USD", "--stage", "offer")  # fmt: skip
    assessed("jobs", "ask", "apd", "--answer", "call=some", "--answer", "support=a coordinator")
    result = assessed("jobs", "confirm", "apd")
    agreed, rest = result.out.split("This was named, and I would like to come back to it")
    named, left = rest.split("These points are still open for me:")
    assert "support for the role: a coordinator" in agreed
    assert "pay: 200,000 USD a year" in named
    assert "call and off-hours: Some nights or weekends" in named
    assert "pay:" not in agreed
    assert "Pay: is there room in the base pay" in left
    assert "a short yes is enough" not in left
    for limit in ("230,000", "246,500", "60", "45", "night a month", "nights a month"):
        assert limit not in result.out
    assert "Named as open, not as agreed: half-days of clinical work;" in result.err
    assert "Your own limits are not in it." in result.err


def test_a_letter_goes_into_a_file_and_never_over_another(assessed, tmp_path):
    assessed(*TRAP)
    path = tmp_path / "letter.md"
    assert assessed("jobs", "letter", "clerkship", "--out", str(path)).code == 0
    assert "Clerkship Director" in path.read_text()
    assert assessed("jobs", "letter", "clerkship", "--out", str(path)).code == 1


def test_the_present_job_can_be_entered_shown_checked_and_compared(assessed):
    assert assessed("jobs", "present").code == 1
    assessed(*PRESENT)
    assert "Hospitalist" in assessed("jobs", "present").out
    check = loads(assessed("jobs", "check", "present", "--json"))
    assert "predecessor" not in check["unanswered"]
    assessed(*GOOD)
    compared = assessed("jobs", "compare", "clerkship").out
    assert "Hospitalist" in compared
    assert loads(assessed("jobs", "compare", "clerkship", "present", "--json"))["jobs"][1][
        "present"
    ]


def test_the_job_one_has_is_never_spoken_of_as_an_offer(assessed):
    refused = assessed("jobs", "check", "present")
    assert "medpivot jobs present --title Hospitalist" in refused.err
    assessed("jobs", "present", "--title", "Hospitalist", "--fte", "1")
    for page in (assessed("jobs", "check", "present").out, assessed("jobs", "ask", "present").out):
        for words in ("what we agreed", "good time", "before you sign", "What to ask about"):
            assert words not in page
    check = loads(assessed("jobs", "check", "present", "--json"))
    assert all("agreed" not in one["ask"] for one in check["findings"])
    for command, reason in (("letter", "for another job"), ("confirm", "agreed on an offer")):
        result = assessed("jobs", command, "present")
        assert (result.code, result.out) == (1, "")
        assert reason in result.err
    page = assessed("jobs", "present", "--help").out
    for words in ("offers it", "to apply", "advert", "your present job"):
        assert words not in page
    assert assessed("jobs", "present", "--link", "kept all the same").code == 0


def test_a_comparison_says_how_to_know_more_where_points_are_open(assessed):
    assessed("jobs", "present", "--title", "Hospitalist")
    assessed(*GOOD)
    answer(assessed)
    more = assessed("jobs", "compare", "clerkship").out.split("To know more")[1]
    assert "medpivot jobs ask present" in more
    assert "medpivot jobs present --level students=2" in more
    assert "medpivot jobs ask clerkship" not in more


def test_how_many_can_be_compared_is_said_the_same_everywhere(assessed):
    assessed(*GOOD)
    assert "two to four side by side" in assessed("jobs", "rank").out
    assert "Two to four jobs side by side" in assessed("jobs", "compare", "--help").out
    assert "two to four jobs can be compared" in assessed("jobs", "compare", "clerkship").err


def test_a_share_of_delivered_time_is_said_in_words(assessed):
    assessed("jobs", "present", "--education", "0.3", "--delivered", "2")
    check = loads(assessed("jobs", "check", "present", "--json"))
    risk = next(one for one in check["findings"] if one["id"] == "culture-risk")
    assert risk["text"] == (
        "0.3 FTE was promised, 12 hours a week. 2 half-days were there, 8 hours: two thirds of "
        "it. Under 80 percent is called drift here."
    )


def test_without_a_terminal_nothing_is_ever_asked(run):
    run("jobs", "add", "APD")
    for command in (("jobs", "ask", "apd"), ("jobs",), ("jobs", "check", "apd")):
        assert run("--no-input", *command, stdin="").code == 0


@pytest.mark.parametrize("command", ["check", "compare", "rank", "show"])
def test_json_is_empty_when_something_is_wrong(run, command):
    result = run("jobs", command, "nobody", "--json")
    assert result.code != 0
    assert result.out == ""


def test_a_broken_file_is_named_and_left(run, home):
    home.mkdir()
    (home / "jobs.toml").write_text("schema = 1\n[job.apd]\ntitle = 'APD'\nfte = 3\n")
    before = (home / "jobs.toml").read_bytes()
    for command in (("jobs",), ("jobs", "add", "X"), ("jobs", "rank")):
        result = run(*command)
        assert result.code == 1
        assert "jobs.toml has a problem" in result.err
        assert "3 is more than 1.5 of a full post" in result.err
    assert (home / "jobs.toml").read_bytes() == before


def test_an_id_typed_by_hand_that_nobody_knows_is_named_and_counts_as_unknown(run, home):
    home.mkdir()
    (home / "jobs.toml").write_text(
        'schema = 1\n[job.apd]\ntitle = "APD"\nrole = "clerkship-directr"\n'
        '[job.apd.answer.schedul]\nchoice = "mine"\n[job.apd.answer.promotion]\nchoice = "writen"\n'
    )
    result = run("jobs", "check", "apd", "--json")
    for near in ("clerkship-director?", "schedule?", "written?"):
        assert f"did you mean {near}" in result.err
    assert {"schedule", "promotion"} <= set(json.loads(result.out)["unanswered"])


def test_a_few_jobs_can_be_ranked_alone_and_as_plain_lines(assessed):
    assessed(*TRAP)
    assessed(*GOOD)
    answer(assessed, "clerkship-director-county")
    plain = assessed("jobs", "rank", "--plain").out.splitlines()
    assert [line.split()[-1] for line in plain] == [
        "clerkship-director-county",
        "clerkship-director",
    ]
    assert [line.split()[0] for line in plain] == ["1", "-"]
    alone = loads(assessed("jobs", "rank", "clerkship-director", "--json"))
    assert [one["id"] for one in alone["jobs"]] == ["clerkship-director"]


def test_jobs_that_are_over_are_ranked_only_when_they_are_named(run):
    run("jobs", "add", "APD", "--stage", "declined")
    assert run("jobs", "rank").code == 1
    assert run("jobs", "rank", "apd").code == 0


def test_without_an_assessment_a_ranking_says_that_every_wish_is_unknown(run):
    run("jobs", "add", "APD")
    assert "no assessment yet" in run("jobs", "rank").err


@pytest.mark.parametrize("command", ["letter", "confirm"])
def test_a_draft_as_json_names_its_blanks(assessed, command):
    assessed(*TRAP)
    document = loads(assessed("jobs", command, "clerkship", "--json"))
    assert document["id"] == "clerkship-director"
    assert document["text"].startswith("Subject: Clerkship Director")
    assert document["blanks"]
    assert assessed("jobs", command, "clerkship", "--json", "--out", "x.md").code == 2


def test_no_letter_of_application_is_drafted_for_the_job_one_has(run):
    run(*PRESENT)
    assert run("jobs", "letter", "present").code == 1


def test_a_change_that_changes_nothing_says_so(run, home):
    run("jobs", "add", "APD", "--half-days", "8")
    before = (home / "jobs.toml").read_bytes()
    assert "It was so already." in run("jobs", "edit", "apd", "--half-days", "8").err
    assert (home / "jobs.toml").read_bytes() == before


def test_options_of_a_subcommand_stand_after_it(run):
    result = run("jobs", "--json", "list")
    assert result.code == 2
    assert "stand after it" in result.err


def test_every_help_has_examples_that_name_the_command(run):
    for command in ("", "search", "add", "edit", "show", "stage", "ask", "check", "compare",
                    "rank", "present", "letter", "confirm", "moves", "remove", "settings"):  # fmt: skip
        result = run("jobs", *([command] if command else []), "--help")
        assert result.code == 0
        assert "Examples:" in result.out
        assert "medpivot jobs" in result.out.partition("Examples:")[2]


def test_words_alone_are_no_answer_to_a_question_of_choices_and_stand_apart(run):
    run("jobs", "add", "APD")
    kept = run("jobs", "ask", "apd", "--answer", "call=about six nights a month")
    said = " ".join(kept.err.split())
    assert "call: your words are kept, and it wants any-hours, many, some, few or none" in said
    assert 'medpivot jobs ask apd --answer "call=CHOICE, YOUR WORDS"' in said
    page = run("jobs", "show", "apd").out
    assert "Answered" not in page.split("Kept in words")[0]
    assert '"about six nights a month"' in page
    assert "call and off-hours;" not in page.split("Not answered")[1]
    asked = " ".join(run("jobs", "ask", "apd").out.split())
    assert 'So far in words only: "about six nights a month"' in asked
    chosen = run("jobs", "ask", "apd", "--answer", "call=many, about six nights a month")
    assert "it wants" not in chosen.err
    assert "Kept in words" not in run("jobs", "show", "apd").out


def test_the_question_about_the_must_have_repeats_what_was_written(assessed):
    assessed("jobs", "add", "APD")
    wrote = 'You wrote: "No more than two nights a month, in writing."'
    assert wrote in " ".join(assessed("jobs", "ask", "apd").out.split())
    questions = loads(assessed("jobs", "ask", "apd", "--json"))["questions"]
    assert wrote in next(one["ask"] for one in questions if one["id"] == "must-have")
