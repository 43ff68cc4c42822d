import json
import re
import shlex

import pytest

from golden import Golden, golden  # noqa: F401
from medpivot import catalogue

FIGURES = (
    "currency=USD",
    "years=3",
    "weeks=46",
    "needs=180000",
    "wants=20000",
    "drop=15",
    "stay.pay=240000",
    "stay.hours=50",
    "role.pay=210000",
    "role.hours=44",
    "role.education_promised=16",
    "role.education_delivered=8",
    "train-then-role.training_from=7",
    "train-then-role.training_months=18",
    "train-then-role.pay_cut=40",
    "train-then-role.tuition=27000",
    "train-then-role.study_hours=10",
)
HOSTILE = "[bold]Ann\x1b[31m\u202e\U0001f600 " + "x" * 300


def assessed(run, sample="hospitalist-students"):
    path = catalogue.data_folder() / "samples" / f"{sample}.toml"
    assert run("assess", "--answers", str(path), "--json").code == 0


@pytest.fixture
def entered(run):
    assert run("money", "set", *FIGURES).code == 0
    return run


def document(run, *args):
    return json.loads(run("money", *args, "--json").out)


def test_the_document_looks_as_it_did(entered, golden: Golden):  # noqa: F811
    golden("money.json", entered("money", "--json").out)


def test_the_screen_looks_as_it_did(entered, golden: Golden):  # noqa: F811
    golden("money-80.txt", entered("money").out)


def test_the_wide_screen_looks_as_it_did(entered, golden: Golden, monkeypatch):  # noqa: F811
    monkeypatch.setenv("COLUMNS", "120")
    golden("money-120.txt", entered("money").out)


def test_the_document_has_the_promised_keys(entered):
    found = document(entered)
    assert {"currency", "scenarios", "warnings"} <= set(found)
    assert found["currency"] == "USD"
    assert [one["id"] for one in found["scenarios"]] == ["stay", "role", "train-then-role"]
    for one in found["scenarios"]:
        assert {"id", "years", "hourly", "break_even", "floor_breach"} <= set(one)
        for year in one["years"]:
            assert {"year", "income", "hours", "net", "cumulative"} <= set(year)


def test_the_figures_of_the_document_can_be_added_up(entered):
    for one in document(entered)["scenarios"]:
        total = 0
        for year in one["years"]:
            assert year["net"] == year["income"] - year["costs"]
            total += year["net"]
            assert year["cumulative"] == total
    train = document(entered)["scenarios"][2]
    assert [year["net"] for year in train["years"]] == [183_000, 126_000, 210_000]
    assert train["floor_breach"] == [2]


def test_with_nothing_entered_everything_is_unknown_and_nothing_is_created(run, home):
    found = document(run)
    assert not home.exists()
    for one in found["scenarios"]:
        assert {year["net"] for year in one["years"]} == {None}
        assert (one["hourly"], one["floor_breach"], one["break_even"]) == (None, None, None)
    screen = run("money").out
    assert "nothing is entered yet" in screen
    assert "medpivot money ask" in screen


def test_answers_are_used_where_nothing_is_entered_and_it_is_said(run):
    assessed(run)
    found = document(run)
    assert [year["income"] for year in found["scenarios"][0]["years"]] == [290_000] * 5
    assert found["scenarios"][1]["hourly"] is None
    assert found["household"]["needs"] == 230_000
    screen = " ".join(run("money").out.split())
    assert "your answer to income-now of 2026-11-22" in screen
    assert "role.pay= pay a year" in screen


def test_screens_fit_eighty_columns_and_plain_ascii(entered, monkeypatch):
    for args in (("money",), ("money", "hours"), ("money", "explain", "role.erosion")):
        out = entered(*args).out
        assert max(len(line) for line in out.splitlines()) <= 80, args


def test_years_can_be_asked_for_once(entered):
    assert len(document(entered, "--years", "7")["scenarios"][0]["years"]) == 7
    assert len(document(entered)["scenarios"][0]["years"]) == 3


def test_what_is_wrong_is_listed_and_nothing_is_written(entered, home):
    before = (home / "money.toml").read_bytes()
    result = entered("money", "set", "needs=5", "role.pay=-1", "drop=300", "x=1")
    assert result.code == 2
    assert result.out == ""
    assert "has a sign" in result.err
    assert "outside 0 to 100" in result.err
    assert "is not a key" in result.err
    assert (home / "money.toml").read_bytes() == before
    for setting in ("role.pay=5 EUR", "train-then-role.role_from=3", "years=nan"):
        assert entered("money", "set", setting).code == 2
        assert (home / "money.toml").read_bytes() == before


def test_undo_brings_the_file_back_byte_for_byte(entered, home):
    path = home / "money.toml"
    path.write_bytes(path.read_bytes() + b"# mine\n")
    before = path.read_bytes()
    assert entered("money", "set", "role.pay=1", "wants=").code == 0
    assert path.read_bytes() != before
    assert entered("undo").code == 0
    assert path.read_bytes() == before
    assert entered("undo", "--redo").code == 0
    assert b"pay = 1\n" in path.read_bytes()


def test_comments_order_and_unknown_keys_survive(entered, home):
    path = home / "money.toml"
    text = path.read_text().replace("pay = 210000", "pay = 210000  # Ann said so in May")
    text = text.replace("[scenario.role]", 'mine = "kept"\n\n# the offer\n[scenario.role]')
    path.write_text(text)
    result = entered("money", "set", "role.pay=215000", "needs=190000")
    assert "mine" not in result.err
    expected = text.replace("pay = 210000", "pay = 215000").replace("180000", "190000")
    assert path.read_text() == expected


def test_entering_the_same_again_changes_nothing(entered, home):
    before = (home / "money.toml").read_bytes()
    result = entered("money", "set", "role.pay=210,000")
    assert "it was so already" in result.err
    assert (home / "money.toml").read_bytes() == before


def test_a_broken_file_is_named_and_left_alone(run, home):
    home.mkdir()
    (home / "money.toml").write_text("schema = 1\n[scenario.stay]\npay = -3\n")
    for args in (("money",), ("money", "--json"), ("money", "set", "needs=1")):
        result = run(*args)
        assert result.code == 1
        assert result.out == ""
        assert "money.toml has a problem" in result.err
        assert "-3" in result.err
    assert (home / "money.toml").read_text() == "schema = 1\n[scenario.stay]\npay = -3\n"


def test_another_scenario_is_added_compared_removed_and_brought_back(entered):
    found = json.loads(
        entered("money", "add", "Riverside", "pay=228k", "hours=46", "--title", "R", "--json").out
    )
    riverside = found["scenarios"][3]
    assert (riverside["id"], riverside["title"]) == ("riverside", "R")
    assert riverside["years"][0]["income"] == 228_000
    assert entered("money", "remove", "riverside").code == 0
    assert len(document(entered)["scenarios"]) == 3
    assert entered("money", "add", "riverside").code == 0
    assert document(entered)["scenarios"][3]["years"][0]["income"] == 228_000
    assert entered("money", "add", "riverside").code == 1
    assert entered("money", "remove", "stay").code == 1


def test_every_figure_of_the_document_can_be_asked_where_it_comes_from(entered):
    for name in json.loads(entered("money", "explain", "--json").out)["figures"]:
        one = json.loads(entered("money", "explain", name, "--json").out)
        assert one["figure"].startswith(name)
        assert one["value"]
        assert one["steps"]
        assert set(one) == {"figure", "title", "value", "steps", "from"}
    net = json.loads(entered("money", "explain", "train-then-role.net.1", "--json").out)
    assert net["value"] == "183,000 USD"


def test_a_figure_that_is_none_gets_a_suggestion(entered):
    result = entered("money", "explain", "role.incme")
    assert result.code == 1
    assert "did you mean income" in result.err


def test_the_article_s_chart_is_shown_with_its_contradiction(run):
    screen = " ".join(run("money", "hours").out.split())
    for share in ("90%", "60%", "50%", "20%"):
        assert share in screen
    assert (
        "The article contradicts itself: 20-50% clinical in its table, 60% in its chart" in screen
    )
    bars = json.loads(run("money", "hours", "--json").out)["chart"]
    assert [(one["role"], one["clinical"], one["contradiction"]) for one in bars] == [
        (None, 90, False),
        ("clerkship-director", 60, True),
        ("associate-program-director", 50, False),
        ("medical-education-scholar", 20, False),
    ]


def test_loan_forgiveness_is_warned_of_with_its_source_and_day(entered):
    assert entered("money", "set", "train-then-role.pay_cut=60").code == 0
    warning = next(one for one in document(entered)["warnings"] if one["id"] == "forgiveness-hours")
    assert (warning["scenario"], warning["source"]) == ("train-then-role", "pslf-pages")
    screen = " ".join(entered("money").out.split())
    assert "(pslf-pages, read 2026-11-22)" in screen
    assert entered("money", "set", "loan_forgiveness=no").code == 0
    assert "loan" not in entered("money").out


def test_hostile_text_is_kept_as_typed_and_shown_harmlessly(entered, home):
    assert entered("money", "set", f"role.title={HOSTILE}", f"role.note={HOSTILE}").code == 0
    for args in (("money",), ("money", "explain", "role.income.1")):
        out = entered(*args).out
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert "[bold]Ann" in out
    assert document(entered)["scenarios"][1]["title"] == HOSTILE.strip()
    for wrong in (f"{HOSTILE}=5", f"role.pay={HOSTILE}", f"role.{HOSTILE}=1", HOSTILE):
        result = entered("money", "set", wrong)
        assert result.code == 2
        assert "\x1b" not in result.err


def test_without_a_terminal_nothing_is_asked(run):
    result = run("money", "ask")
    assert (result.code, result.out) == (2, "")
    assert "try: medpivot money set" in result.err
    assert run("money", "set").code == 2


def test_options_before_a_subcommand_are_not_swallowed(run):
    result = run("money", "--json", "hours")
    assert result.code == 2
    assert "try: medpivot money hours --help" in result.err


def test_an_offer_with_pay_is_named_with_the_line_that_reckons_with_it(run):
    run("money", "set", "stay.pay=290k", "stay.hours=50", "needs=200k")
    run("jobs", "add", "Clerkship Director", "--at", "St. Mary's", "--pay", "230k")
    run("jobs", "edit", "clerkship-director", "--half-days", "5", "--education", "0.4")
    (offer,) = json.loads(run("money", "--json").out)["offers"]
    assert (offer["id"], offer["pay"]) == ("clerkship-director", 230_000)
    shown = " ".join(run("money").out.split())
    assert "Clerkship Director, St. Mary's: 230,000 a year" in shown
    assert offer["command"] in shown
    added = run(*shlex.split(offer["command"])[1:], "--json")
    scenarios = {one["id"]: one for one in json.loads(added.out)["scenarios"]}
    # 5 half-days of 4 hours and 0.4 of 40 hours are 36 hours a week, in 46 weeks a year
    assert scenarios["clerkship-director"]["years"][0]["income"] == 230_000
    assert scenarios["clerkship-director"]["years"][0]["hours"] == 36 * 46
    assert scenarios["clerkship-director"]["title"] == "Clerkship Director, St. Mary's"
    assert json.loads(run("money", "--json").out)["offers"] == []


def test_an_offer_that_has_changed_in_jobs_is_not_reckoned_with_unsaid(run):
    run("jobs", "add", "APD", "--pay", "228k USD", "--half-days", "8", "--education", "0.4")
    run("money", "set", "stay.pay=290k USD", "stay.hours=50", "needs=200k")
    (offer,) = json.loads(run("money", "--json").out)["offers"]
    run(*shlex.split(offer["command"])[1:])

    def changed():
        found = json.loads(run("money", "--json").out)["warnings"]
        return [one for one in found if one["id"] == "offer-changed"]

    assert changed() == []
    line = "medpivot money set apd.pay=250000 apd.hours=40"
    edited = run("jobs", "edit", "apd", "--pay", "250k", "--half-days", "6")
    assert "pay 228,000 USD, there 250,000 USD; a week of 48 hours, there 40 hours" in edited.err
    assert line in edited.err
    (warning,) = changed()
    assert (warning["scenario"], line in warning["text"]) == ("apd", True)
    assert "there 250,000 USD" in " ".join(run("money").out.split())
    assert "there 250,000 USD" in " ".join(run("money", "set", "apd.pay=249k").out.split())
    taken_over = run(*shlex.split(line)[1:])
    assert "there 250,000" not in taken_over.out
    assert changed() == []
    assert "there" not in run("jobs", "edit", "apd", "--note", "second talk").err


def test_after_one_figure_what_changed_is_shown_and_not_the_whole_page(entered):
    shown = entered("money", "set", "role.pay=215000").out
    assert re.search(r"role\.pay +210,000 USD +215,000 USD", shown)
    assert re.search(r"pay for each hour +\S+ +\S+", shown)
    assert "what it comes to" in shown
    assert "stay  what it comes to" not in shown
    assert "medpivot money" in shown.splitlines()[-1]
    assert len(shown.splitlines()) < 30
    taken = entered("money", "set", "role.pay=").out
    assert re.search(r"role\.pay +215,000 USD +not entered", taken)
    assert "role.pay= " in taken
    same = entered("money", "set", "needs=180000").out
    assert "Entered" not in same


def test_an_added_scenario_is_shown_with_what_it_comes_to_and_what_it_is_wary_of(entered):
    shown = entered("money", "add", "riverside", "pay=150k", "hours=46").out
    assert re.search(r"riverside\.pay +not entered +150,000 USD", shown)
    assert re.search(r"your floor +not there +under it", shown)
    assert "Below what your household must have" in shown


def test_a_key_stands_whole_however_long_to_be_typed_again(entered):
    shown = entered("money", "add", "associate-program-director", "pay=150k", "hours=46").out
    assert re.search(r"associate-program-director\.hours +not entered +46 hours", shown)


def test_naming_the_currency_changes_no_figure(run):
    run("money", "set", "stay.pay=290000", "needs=200000")
    shown = run("money", "set", "currency=CHF").out
    assert re.search(r"currency +not entered +CHF", shown)
    assert "stay.pay" not in shown


def test_an_offer_stands_in_the_table_by_its_title_where_that_fits(entered):
    entered("jobs", "add", "Associate program director", "--at", "County", "--pay", "228k USD")
    entered("money", "add", "associate-program-director", "pay=228k")
    table = entered("money").out.split("Ahead:")[0]
    assert "Associate program" in table
    assert "associate-program-director" not in table
    assert max(len(line) for line in table.splitlines()) <= 80
    entered("money", "set", f"role.title={'A very long title ' * 5}")
    assert "\nrole " in entered("money").out.split("Ahead:")[0]


def test_the_role_whose_pay_is_not_known_is_named(run):
    run("money", "set", "stay.pay=290k", "role.role=preclinical-lead")
    shown = " ".join(run("money").out.split())
    assert "role means: Move into the role: Skills lab or preclinical lead." in shown
    assert "Another role: medpivot money set role.role=ID" in shown
