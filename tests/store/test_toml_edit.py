import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medpivot.errors import MedpivotError
from medpivot.store import toml_text
from medpivot.store.toml_edit import edit

PLAN = """\
# The head of the file.

schema = 1 # the schema
hours = 2.5

# Before the talk.
[milestone.talk] # beside the header
title = "Talk # one" # beside the title
# before after
after = [
    "a", # because
    "b",
] # beside after
status = "open"

# Before the people.

[milestone.people]
  title = "People"
  # The end of people.

# The end.
"""


def change(text, **changes):
    """Edit, with `table__key=value` for the key of a milestone and `key=value` for the top."""
    paths = {
        ("milestone", *key.split("__")) if "__" in key else (key,): value
        for key, value in changes.items()
    }
    present = tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    return edit(text.encode(), present, paths, "plan.toml").decode()


def test_a_value_changes_and_not_one_other_byte():
    assert change(PLAN, talk__title="New") == PLAN.replace('"Talk # one"', '"New"')
    assert change(PLAN, hours=3.0) == PLAN.replace("2.5", "3.0")


def test_a_new_key_stands_above_the_comments_of_the_next_table():
    edited = change(PLAN, talk__done_on="today", people__note="seen", months=18)
    assert edited == (
        PLAN.replace('status = "open"\n', 'status = "open"\ndone_on = "today"\n')
        .replace('  title = "People"\n', '  title = "People"\n  note = "seen"\n')
        .replace("hours = 2.5\n", "hours = 2.5\nmonths = 18\n")
    )


def test_a_key_that_goes_leaves_its_comments():
    edited = change(PLAN, talk__title=None, talk__after=None)
    assert "[milestone.talk] # beside the header\n# beside the title\n# before after\n" in edited
    assert "# because\n# beside after\nstatus" in edited
    assert tomllib.loads(edited)["milestone"]["talk"] == {"status": "open"}


def test_comments_within_a_list_stay_above_its_new_value():
    edited = change(PLAN, talk__after=["c"])
    assert '# before after\n# because\nafter = ["c"] # beside after\n' in edited


def test_a_new_table_comes_last_and_a_table_is_never_taken_away():
    edited = change(PLAN, visit__title="Visit")
    assert edited == PLAN + '\n[milestone.visit]\ntitle = "Visit"\n'
    emptied = change(PLAN, people__title=None)
    assert tomllib.loads(emptied)["milestone"]["people"] == {}


def test_line_ends_and_the_mark_of_windows_stay():
    text = "\ufeff" + PLAN.replace("\n", "\r\n")
    edited = change(text, talk__done_on="today", visit__title="Visit", talk__after=["c"])
    assert edited.startswith("\ufeff# The head")
    assert edited.count("\n") == edited.count("\r\n")
    assert tomllib.loads(edited[1:])["milestone"]["visit"] == {"title": "Visit"}


def test_a_file_without_its_last_newline_gets_a_new_key_on_a_line_of_its_own():
    assert change("a = 1", b=2) == "a = 1\nb = 2\n"
    assert change("[milestone.x]", x__b=2) == "[milestone.x]\nb = 2\n"
    assert change("", b=2) == "b = 2\n"


def test_a_key_at_the_top_of_a_file_of_tables_stands_before_the_first():
    edited = change("# about x\n[milestone.x]\nt = 1\n", a=1)
    assert edited == "a = 1\n# about x\n[milestone.x]\nt = 1\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("milestone.x.t = 1\n# end\n", "milestone.x.t = 1\nmilestone.x.n = 2\n# end\n"),
        ("[milestone]\nx.t = 1 # c\n", "[milestone]\nx.t = 1 # c\nx.n = 2\n"),
        ("[milestone]\nx = {t = 1} # c\n", "[milestone]\nx = {t = 1, n = 2} # c\n"),
        ("milestone = {x = {t = 1}}\n", "milestone = {x = {t = 1, n = 2}}\n"),
        ('[\'milestone\'."x"]\n"t" = 1\n', '[\'milestone\'."x"]\n"t" = 1\nn = 2\n'),
        ("[milestone.x.deep]\nt = 1\n", "[milestone.x.deep]\nt = 1\n\n[milestone.x]\nn = 2\n"),
    ],
)
def test_other_ways_to_write_a_table_are_understood(text, expected):
    assert change(text, x__n=2) == expected


@pytest.mark.parametrize(
    "other",
    [
        'note = """\n[milestone.x]\nt = 5 # not a comment\n"""\n',
        "note = '''\nt = 5\n'''\n",
        'note = """a\\""" # "b"""""\n',
        "note = '''it''s'''''\n",
        'list = [\n  "]", # ]\n  "[milestone.x]",\n]\n',
        "a = nan\nb = inf\nc = 1979-05-27 07:32:00Z\nd = 0x_F\n".replace("x_", "x"),
        "[[many]]\nt = 5\n[[many]]\nt = 6\n[many.x]\nt = 7\n",
        '"key = with # signs" = 1\n"a]b" = 2\n',
        '["a]b".\'c\']\n"x=y" = {t = [1, {u = "}"}]}\n',
    ],
)
def test_what_only_looks_like_a_table_or_a_comment_is_left_alone(other):
    own = "\n[milestone.x]\nt = 1 # c\n"
    assert change(other + own, x__t=2, x__n=3) == other + "\n[milestone.x]\nt = 2 # c\nn = 3\n"


def test_a_table_in_a_list_of_tables_cannot_be_changed_and_is_refused():
    with pytest.raises(MedpivotError, match="cannot be changed"):
        edit(
            b"[[milestone]]\nt = 1\n",
            {"milestone": [{"t": 1}]},
            {("milestone", "t"): 2},
            "plan.toml",
        )


keys = st.text(min_size=1, max_size=8)
values = st.recursive(
    st.booleans()
    | st.integers(-(2**62), 2**62)
    | st.floats(allow_nan=False)
    | st.text(max_size=12)
    | st.dates(),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)
tables = st.recursive(
    st.dictionaries(keys, values, max_size=4),
    lambda inner: st.dictionaries(keys, values | inner, max_size=4),
    max_leaves=8,
)


@given(tables)
@settings(max_examples=150)
def test_a_table_that_was_written_is_read_back_the_same(table):
    assert tomllib.loads(toml_text.document(table, "Two\nlines.").decode()) == table


@given(tables, st.lists(st.tuples(st.lists(keys, min_size=1, max_size=3), values), max_size=4))
@settings(max_examples=150)
def test_any_change_to_any_table_gives_what_it_should(table, wanted):
    changes = {}
    for path, value in wanted:
        if not any(tuple(path[: len(p)]) == p or p[: len(path)] == tuple(path) for p in changes):
            changes[tuple(path)] = value
    text = toml_text.document(table)
    try:
        edited = edit(text, tomllib.loads(text.decode()), changes, "x.toml")
    except MedpivotError:
        # a table that is to become a plain value would have to be taken away
        assert any(isinstance(at(table, path), dict) for path in changes)
        return
    read = tomllib.loads(edited.decode())
    assert all(at(read, path) == value for path, value in changes.items())


def at(table, path):
    for name in path:
        table = table.get(name) if isinstance(table, dict) else None
    return table


def test_another_parser_reads_the_edited_file_the_same_with_every_comment():
    tomlkit = pytest.importorskip("tomlkit")
    edited = change(PLAN, talk__status="done", talk__after=["b"], people__note="new", hours=3)
    assert tomlkit.parse(edited).unwrap() == tomllib.loads(edited)
    kept = [line.partition("#")[2] for line in PLAN.splitlines() if "#" in line]
    assert all(comment in tomlkit.parse(edited).as_string() for comment in kept)
