from dataclasses import replace
from decimal import Decimal

import pytest

from medpivot.domain.jobs import Job, JobAnswer, Jobs, JobSettings
from medpivot.errors import BrokenFile
from medpivot.reading.jobs import jobs_table, read_jobs
from medpivot.store import jobs as store
from medpivot.store.writing import writing

FILE = """\
# mine
schema = 1

[settings]
half_days_per_fte = 9
currency = "USD"

[job.apd]
title = "APD"
role = "associate-program-director"
stage = "offer"
stage_on = 2026-11-01
clinical_half_days = 7.5
education_fte = 0.4
pay = 210000

[job.apd.levels]
students = 2

[job.apd.answer.schedule]
choice = "theirs"
in_writing = false

[job.present]
title = "Hospitalist"
fte = 1
"""


def read(text: str):
    return read_jobs(text.encode(), "jobs.toml")


def problems(text: str) -> str:
    with pytest.raises(BrokenFile) as caught:
        read(text)
    return "\n".join(caught.value.details)


def test_what_stands_in_the_file_is_what_is_known_and_nothing_more():
    jobs, warnings = read(FILE)
    assert warnings == []
    assert jobs.settings == JobSettings(Decimal(9), None, None, "USD")
    apd = jobs.job("apd")
    assert (apd.clinical_half_days, apd.education_fte, apd.pay) == (
        Decimal("7.5"),
        Decimal("0.4"),
        Decimal(210000),
    )
    assert apd.hours is None
    assert apd.answer("schedule") == JobAnswer("theirs", "", in_writing=False)
    assert apd.levels == {"students": 2}
    assert jobs.present.title == "Hospitalist"


def test_what_is_read_and_written_again_is_the_same():
    jobs, _ = read(FILE)
    assert jobs_table(jobs)["job"]["apd"]["clinical_half_days"] == Decimal("7.5")
    assert "hours" not in {k: v for k, v in jobs_table(jobs)["job"]["apd"].items() if v is not None}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("fte = 1.6", "1.6 is more than 1.5 of a full post"),
        ("fte = nan", "finite"),
        ("pay = -1", "-1 is less than 0"),
        ('pay = "210k"', "a number is needed"),
        ("hours = 200", "more than 168"),
        ("starts = 2027-02-01\nends = 2027-01-01", "before the start"),
        ('stage = "hired"', "hired"),
        ('status = "gone"', "gone"),
        ('currency = "EUR"', "currency of the settings"),
        ('title = ""', "empty"),
        ("levels = { fun = 2 }", "fun"),
        ("levels = { students = 7 }", "0 to 4"),
        ('answer = "all"', "table"),
    ],
)
def test_what_cannot_stand_is_named_with_its_place(line, said):
    key = line.partition(" =")[0]
    first = FILE.partition("[job.apd.levels]")[0]
    kept = "\n".join(one for one in first.splitlines() if not one.startswith(f"{key} "))
    text = kept.replace("[job.apd]\n", f"[job.apd]\n{line}\n", 1)
    found = problems(text)
    assert said in found
    assert "job.apd" in found


def test_all_problems_are_named_at_once():
    text = FILE.replace("education_fte = 0.4", "education_fte = 4").replace(
        "half_days_per_fte = 9", "half_days_per_fte = 0"
    )
    assert problems(text).count("\n") == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"schema = 2",
        b"schema = 1\n[job.Not_An_Id]\ntitle='x'",
        b"\xff\xfe",
        b"schema = 1\n[job",
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_left(tmp_path, data):
    path = tmp_path / "jobs.toml"
    path.write_bytes(data)
    with pytest.raises(BrokenFile):
        store.load(tmp_path)
    assert path.read_bytes() == data


def test_an_unknown_key_is_kept_with_a_warning_and_a_guess(tmp_path):
    path = tmp_path / "jobs.toml"
    path.write_text(FILE.replace("pay = 210000", "pay = 210000\nemployr = 'x'"))
    file = store.load(tmp_path)
    assert "Did you mean employer?" in file.warnings[0]
    with writing(tmp_path, "a test") as change:
        jobs = file.content
        store.save(change, file, jobs.with_job(replace(jobs.job("apd"), note="read")))
    assert "employr = 'x'" in path.read_text()


def test_saving_leaves_comments_order_and_all_else_as_it_is(tmp_path):
    path = tmp_path / "jobs.toml"
    path.write_text(FILE)
    file = store.load(tmp_path)
    jobs = file.content
    job = replace(jobs.job("apd"), pay=Decimal(215000), note="asked again")
    with writing(tmp_path, "a test") as change:
        assert store.save(change, file, jobs.with_job(job))
    after = path.read_text()
    assert after == FILE.replace("pay = 210000", 'pay = 215000\nnote = "asked again"')


def test_a_new_file_says_what_it_is_and_reads_as_it_was_written(tmp_path):
    made = Jobs((Job("apd", "APD", pay=Decimal("210000.5"), removed=True),), JobSettings())
    with writing(tmp_path, "a test") as change:
        store.save(change, store.load(tmp_path), made)
    assert (tmp_path / "jobs.toml").read_text().startswith("# Jobs:")
    assert store.load(tmp_path).content == made
    assert store.load(tmp_path).content.kept == ()
