"""The page beside this file says what is done now, not what was done once."""

from table import README, page


def test_the_table_of_bad_inputs_is_current():
    assert README.read_text(encoding="utf-8") == page(), "make attack-table writes it anew"
