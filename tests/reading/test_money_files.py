"""`money.toml` and `training.toml` of a person, and their shipped namesakes: read, or refused."""

import pytest

from medpivot import catalogue
from medpivot.errors import BrokenFile
from medpivot.reading.money import money_table, read_money
from medpivot.reading.money_facts import read_money_facts
from medpivot.reading.programs import programs_table, read_programs
from medpivot.reading.training import read_training
from medpivot.store import toml_text

MONEY = """\
schema = 1
currency = "USD"
years = 6
raise = 2.5
[household]
needs = 180000
wants = 20000.5
[scenario.stay]
pay = 290000
hours = 56
[scenario.riverside]
kind = "role"
title = "Riverside"
pay = 228000
education_promised = 16
"""

TRAINING = """\
schema = 1
[decision]
route = "masters"
decided = 2026-11-22
[decision.answers]
target = "yes"
[program.mhpe]
title = "MHPE"
route = "masters"
cost = 28000
currency = "USD"
months = 30
lost_fte = 0.2
"""


def money(text=MONEY):
    return read_money(text.encode(), "money.toml")


def training(text=TRAINING):
    return read_programs(text.encode(), "training.toml")


def problems(read, text):
    with pytest.raises(BrokenFile) as broken:
        read(text)
    return "\n".join(broken.value.details)


def test_money_is_read_exactly_and_written_as_it_was_read():
    content, warnings = money()
    assert warnings == []
    assert float(content.household["wants"]) == 20000.5
    assert content.scenario("riverside").kind == "role"
    again = toml_text.document(_plain(money_table(content)))
    assert read_money(again, "money.toml")[0] == content


def test_programs_are_read_exactly_and_written_as_they_were_read():
    content, warnings = training()
    assert warnings == []
    assert content.decided.answers == {"target": "yes"}
    again = toml_text.document(_plain(programs_table(content)))
    assert read_programs(again, "training.toml")[0] == content


def _plain(table):
    def value(one):
        if isinstance(one, dict):
            return {key: value(inner) for key, inner in one.items() if inner is not None}
        return float(one) if type(one).__name__ == "Decimal" else one

    return value(dict(table))


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("pay = 290000", "pay = -1", "[scenario.stay] pay: -1"),
        ("pay = 290000", "pay = nan", "a finite number"),
        ("pay = 290000", "pay = inf", "a finite number"),
        ("pay = 290000", 'pay = "290000"', "a number is needed"),
        ("pay = 290000", "pay = true", "a number is needed"),
        ("raise = 2.5", "raise = 101", "raise: 101"),
        ("hours = 56", "hours = 170", "hours: 170"),
        ("needs = 180000", "needs = -5", "[household] needs: -5"),
        ("years = 6", "years = 0.5", "a whole number"),
        ("years = 6", "years = 41", "41 is more than 40"),
        ('currency = "USD"', 'currency = "US dollars"', "not a currency"),
        ('kind = "role"', 'kind = "stay"', "only the scenario `stay`"),
        ('kind = "role"', 'kind = "rest"', "'rest' is not one of"),
        ('kind = "role"', "", "kind: is missing"),
        ('title = "Riverside"', 'currency = "EUR"', "two currencies"),
        ('title = "Riverside"', "hours = 8", "16 of 8 hours"),
        ('title = "Riverside"', "tuition = 5", "means nothing for a scenario of the kind role"),
        ("pay = 290000", 'status = "removed"', "the others are compared with it"),
        ("[scenario.riverside]", "[scenario.River_side]", "lower-case letters"),
        ("schema = 1", "schema = 2", "newer"),
    ],
)
def test_money_that_cannot_be_is_refused_with_its_place(before, after, reason):
    assert reason in problems(money, MONEY.replace(before, after, 1))


def test_a_role_that_begins_before_its_training_ends_is_refused():
    text = MONEY + "[scenario.train-then-role]\ntraining_months = 24\nrole_from = 12\n"
    assert "begin in month 12" in problems(money, text)


def test_all_problems_of_a_file_are_named_at_once():
    text = MONEY.replace("290000", "-1").replace("180000", "-2")
    assert len(problems(money, text).splitlines()) == 2


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("cost = 28000", "cost = -1", "-1 is less than 0"),
        ("cost = 28000", "cost = nan", "finite"),
        ("lost_fte = 0.2", "lost_fte = 1.2", "1.2 is more than 1"),
        ("months = 30", "months = 0", "0 is less than 1"),
        ('route = "masters"\ncost', 'route = "phd"\ncost', "'phd' is not one of"),
        ("months = 30", "starts = 2027-05-01\nends = 2027-01-01", "is before it starts"),
        ('title = "MHPE"', 'title = " "', "is empty"),
        ("months = 30", 'status = "gone"', "is not removed"),
        ("decided = 2026-11-22", 'decided = "soon"', "a date"),
    ],
)
def test_programs_that_cannot_be_are_refused_with_their_place(before, after, reason):
    assert reason in problems(training, TRAINING.replace(before, after, 1))


def test_programs_in_two_currencies_are_refused():
    text = TRAINING + '[program.abroad]\ntitle = "Abroad"\ncost = 5\ncurrency = "EUR"\n'
    assert "two currencies" in problems(training, text)
    assert training(text + 'status = "removed"\n')


def test_of_unknown_keys_only_a_likely_slip_is_named():
    _, warnings = money(MONEY + 'favourite = "yes"\nnote = "x"\n')
    assert warnings == []
    _, warnings = training(TRAINING + "monhts = 3\n")
    assert "Did you mean months" in warnings[0]


# ------------------------------------------------------------------------------ the shipped data


def shipped(name):
    return (catalogue.data_folder() / name).read_text()


def tree(text):
    return read_training(text.encode(), catalogue.load_interview(), catalogue.load_sources())


def facts(text):
    return read_money_facts(text.encode(), catalogue.load_sources())


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ('next = "now"', 'next = "nwo"', "did you mean now"),
        ('question = "target"', 'question = "targte"', "did you mean target"),
        ('to = "reduce"', 'to = "redcue"', "did you mean reduce"),
        ("[box.target.answer.unknown]", "[box.target.answer.unknwon]", "is missing"),
        ('source = "merc-page"', 'source = "merc-pgae"', "did you mean merc-page"),
        ('status = "closed"', 'status = "shut"', "'shut' is not one of"),
        ('next = "build"', 'next = "want"', "in a circle"),
        ('route = "fellowship-post"\ntext', 'route = "masters"\ntext', "never decides on it"),
        ('to = "have-it"', 'to = "local"', None),
        ("low = 9401", "low = 99401", "the high end is below"),
        ("low = 9401\n", "", "belong together"),
        ("months = { low = 24, high = 60 }", "months = { low = 60, high = 24 }", "ends before"),
        ('misery = "', 'misrey = "', "did you mean misery"),
    ],
)
def test_a_slip_in_the_shipped_tree_is_named(before, after, reason):
    text = shipped("training.toml")
    assert before in text
    if reason is None:
        assert "nothing leads to it" in problems(tree, text.replace(before, after))
    else:
        assert reason in problems(tree, text.replace(before, after, 1))


def test_a_slip_in_the_shipped_money_facts_is_named():
    text = shipped("money.toml")
    assert "is no source" in problems(facts, text.replace("pslf-pages", "nowhere"))
    assert "not a known key" in problems(facts, text + "x = 1\n")
