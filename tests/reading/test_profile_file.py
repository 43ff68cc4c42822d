import pytest

from cv_examples import PROFILE
from medpivot import catalogue
from medpivot.errors import BrokenFile
from medpivot.reading.cv import read_cv_words
from medpivot.reading.profile import NAME, profile_table, read_profile
from medpivot.store.toml_text import document


def test_what_is_written_is_read_back():
    data = document({key: one for key, one in profile_table(PROFILE).items() if one is not None})
    read, warnings = read_profile(data, NAME)
    assert warnings == []
    assert profile_table(read) == profile_table(PROFILE)


def test_dates_may_be_typed_as_numbers_texts_or_days():
    read, _ = read_profile(
        b'schema = 1\n[position.a]\ntitle = "A"\nfrom = 2019\nto = 2020-07-01\n'
        b'[award.b]\ntitle = "B"\ndate = "July 2019"\n',
        NAME,
    )
    assert [str(one.start) for one in read.every] == ["2019", "2019-07"]
    assert str(read.every[0].end) == "2020-07-01"


def test_keys_that_are_nearly_known_are_kept_and_named():
    _, warnings = read_profile(
        b'schema = 1\nphones = "A"\n[talk.a]\ntitle = "A"\nplaces = "B"\n', NAME
    )
    assert "phones is not a known key; it is kept. Did you mean phone?" in warnings[0]
    assert "[talk.a] places is not a known key" in warnings[1]


def test_all_problems_are_named_at_once_and_a_newer_schema_by_name():
    wrong = (
        b'schema = 1\n[position.a]\ntitle = ""\nfrom = "soon"\n[position.B_]\ntitle = "x"\n'
        b'[talk.c]\ntitle = "x"\ndate = "2019-99"\n[committee.d]\ntitle = "x"\nfrom = 2020\nto = 2019\n'
    )
    with pytest.raises(BrokenFile) as error:
        read_profile(wrong, NAME)
    assert len(error.value.details) == 5
    with pytest.raises(BrokenFile, match="problem") as error:
        read_profile(b"schema = 2\n", NAME)
    assert "newer medpivot" in error.value.details[0]


def test_the_shipped_words_are_refused_with_unknown_ids_and_missing_parts():
    data = (catalogue.data_folder() / "cv.toml").read_bytes()
    broken = data.replace(b'kinds = ["workshop"]', b'kinds = ["worshop"]')
    broken = broken.replace(b"[missing.raters]", b"[missing.ratters]")
    broken = broken.replace(b'positions = ["appointment"]', b'positions = ["apointment"]')
    with pytest.raises(BrokenFile) as error:
        read_cv_words(broken, catalogue.load_vocabulary())
    said = "\n".join(error.value.details)
    assert "[claim.workshops] kinds: 'worshop' is not known; did you mean workshop?" in said
    assert "[section.appointments] positions: 'apointment' is not known" in said
    assert "[missing.raters]" in said
