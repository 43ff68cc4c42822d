"""Folders of a person who has been at it for years: long logs, long plans, many roles and jobs."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 22)
KINDS = ("lecture", "small-group", "bedside-teaching", "clinic")
_ENERGIES = 5


def write_log(home: Path, entries: int) -> None:
    """A log of that many activities over ten years."""
    with (home / "activities.jsonl").open("w", encoding="utf-8", newline="\n") as log:
        for number in range(entries):
            day = DAY - timedelta(days=number % 3650)
            entry = {
                "date": day.isoformat(),
                "title": title(number),
                "kind": KINDS[number % len(KINDS)],
                "domain": "teaching",
                "levels": ["intern"],
                "learners": number % 12 + 1,
                "contact_hours": 1,
                "energy": number % _ENERGIES - 2,
            }
            stamp = f"{day.isoformat()}T12:00:{number // 10**6:02}.{number % 10**6:06}Z"
            record = {"v": 1, "op": "put", "id": identifier(number), "at": stamp, "entry": entry}
            log.write(json.dumps(record, separators=(",", ":")) + "\n")


def title(number: int) -> str:
    """What entry `number` is called, here and in the peers' files."""
    return f"Session {number} on fluids and sepsis"


def identifier(number: int) -> str:
    """Eight base32 characters, different for every number."""
    letters = "abcdefghijklmnopqrstuvwxyz234567"
    mixed = number * 2_654_435_761 % 2**40
    return "".join(letters[mixed >> shift & 31] for shift in range(0, 40, 5))


def write_plan(home: Path, count: int) -> Path:
    """A plan of that many milestones over 24 months, in rows of five that wait for each other."""
    head = "schema = 1\ncreated = 2026-11-22\nstart = 2026-11-22\nmonths = 24\n"
    lines = [head + 'hours_per_week = 4\nkind = "full"\nroute = "local"\n']
    for number in range(count):
        day = DAY + timedelta(days=number * 600 // count)
        lines.append(
            f'[milestone.step-{number}]\ntitle = "Step {number}"\nphase = "1"\nstart = {day}\n'
            f"due = {day + timedelta(days=6)}\nwindow_start = {DAY}\n"
            f"window_end = {DAY + timedelta(days=720)}\nhours = 1\n"
            + (f'after = ["step-{number - 1}"]\n' if number % 5 else "")
            + 'status = "open"\n'
        )
    path = home / "plan-2026-11-22.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def write_jobs(home: Path, count: int) -> None:
    """That many offers to compare."""
    jobs = (
        f'[job.offer-{number}]\ntitle = "Offer {number}"\nrole = "clerkship-director"\n'
        f"education_fte = 0.4\nclinical_half_days = 5\nfte = 1.0\npay = {200_000 + number}\n"
        'stage = "found"\n'
        for number in range(count)
    )
    (home / "jobs.toml").write_text("schema = 1\n\n" + "\n".join(jobs), encoding="utf-8")


def write_roles(home: Path, count: int) -> None:
    """That many roles of one's own, each like the shipped core faculty."""
    shipped = (ROOT / "data" / "roles.toml").read_text(encoding="utf-8")
    tables = [one for one in re.split(r"(?m)^(?=\[)", shipped) if one.startswith("[role.core-fac")]
    one_role = "".join(tables).replace("[role.core-faculty", "[role.own-{}")
    copies = (one_role.replace("{}", str(number)) for number in range(count))
    (home / "roles.toml").write_text("schema = 1\n\n" + "\n".join(copies), encoding="utf-8")
