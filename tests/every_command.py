"""Every command of the program with a line that works: another command is another line here.

`FIRST` lines give a folder something of everything. In all lines `{activity}` and `{week}` are the
ids of an entry of each log, `{milestone}` is the first open milestone, `{skipped}` the first
that was skipped, `{sample}` a file of answers, `{away}` a folder of its own beside the person's.
"""

import os
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from typer.core import TyperCommand, TyperGroup
from typer.testing import CliRunner

from conftest import TODAY, Result
from medpivot.catalogue import sample_path
from medpivot.cli import COMMANDS, app, program
from medpivot.store import activities, lines, plans

FIRST = (
    "assess --answers {sample}",
    "plan",
    'log add "Sepsis talk" --kind lecture --learners 9 --energy 1 --on 2026-11-02',
    'log add "Clinic" --kind clinic --energy -1',
    'people add "Maria Santos" --kind clerkship-director',
    "time add --promised 8 --delivered 5",
    "time week actual --patients 30 --teaching 4",
    'jobs add "APD" --education 0.4 --half-days 8 --fte 1.0 --pay 210k',
    "jobs present --title Hospitalist --half-days 9",
    "money set currency=USD stay.pay=290k stay.hours=56",
    'training add "MHPE" --route masters --cost 28000',
    'profile add position "Hospitalist" --where "General" --from 2019-07',
)

CHANGES = {
    "assess": "assess --set hours-weekly=4",
    "plan": ("data forget plan-2026-11-22.toml --yes", "plan"),
    "plan new": "plan new --hours 3",
    "plan done": 'plan done {milestone} --note "rated 4.6"',
    "plan skip": 'plan skip {milestone} --why "there is none here"',
    "plan reopen": ('plan skip {milestone} --why "not now"', "plan reopen {skipped}"),
    "plan move": 'plan move {milestone} "in 3 weeks"',
    "plan add": 'plan add "Abstract for the spring meeting" --hours 4',
    "plan remove": "plan remove {milestone}",
    "plan note": 'plan note {milestone} "ask about May"',
    "plan replan": "plan replan --hours 4",
    "plan pause": "plan pause 2026-12-20 2027-01-03",
    "plan resume": ("plan pause 2026-12-20 2027-01-03", "plan resume 2026-12-27"),
    "log add": 'log add "Visit" --kind lecture',
    "log edit": "log edit {activity} --hours 2",
    "log remove": "log remove {activity}",
    "log import": "log import {away}/taught.csv --yes",
    "time add": 'time add --promised 8 --delivered 6 --week "last week"',
    "time edit": "time edit {week} --delivered 4",
    "time remove": "time remove {week}",
    "time week": "time week wanted --patients 20 --teaching 10",
    "time meaningful": "time meaningful teaching",
    "people add": 'people add "Sam Lee" --kind mentor',
    "people contacted": "people contacted maria-santos",
    "people met": 'people met maria-santos --note "an OSCE team"',
    "people mentor": "people mentor maria-santos --advocate",
    "people note": 'people note maria-santos "back in March"',
    "people edit": 'people edit maria-santos --ask "Which course?"',
    "people remove": "people remove maria-santos",
    "jobs add": 'jobs add "Clerkship Director" --role clerkship-director',
    "jobs edit": "jobs edit apd --hours 50",
    "jobs stage": "jobs stage apd applied",
    "jobs ask": "jobs ask apd --answer schedule=theirs",
    "jobs present": "jobs present --half-days 8",
    "jobs remove": "jobs remove apd",
    "jobs settings": "jobs settings --hours-per-week 37.5",
    "money set": "money set stay.pay=280k needs=180000",
    "money add": "money add riverside pay=228000 hours=46",
    "money remove": ("money add riverside pay=228000", "money remove riverside"),
    "training decide": 'training decide --route certificate --why "One year at home"',
    "training add": 'training add "Education fellowship" --route fellowship-post',
    "training edit": "training edit mhpe --cost 31500",
    "training remove": "training remove mhpe",
    "profile set": 'profile set headline="Clinician educator"',
    "profile add": 'profile add committee "GME committee" --role member --from 2023',
    "profile edit": "profile edit hospitalist --to 2026-06",
    "profile remove": "profile remove hospitalist",
    "profile import": "profile import {away}/resume.json",
    "cv": "cv --format md --out {away}",
    "portfolio": "portfolio --format md --out {away}",
    "data restore": (
        "data backup {away}/backup.zip --force",
        'log add "Since then" --kind lecture',
        'plan note {milestone} "since then"',
        "data restore {away}/backup.zip --yes",
    ),
}
"""Commands that change the folder: the line that is undone, after the lines that prepare it."""

SHOWS = {
    "assess show": "assess show",
    "assess list": "assess list",
    "assess questions": "assess questions",
    "assess compare": "assess compare",
    "roles": "roles",
    "roles show": "roles show clerkship-director",
    "roles why": "roles why clerkship-director",
    "roles compare": "roles compare clerkship-director core-faculty",
    "roles check": "roles check {away}/roles.toml",
    "plan show": "plan show",
    "plan next": "plan next",
    "plan list": "plan list",
    "log list": "log list",
    "log show": "log show {activity}",
    "log summary": "log summary",
    "log export": "log export --out {away}/log.csv",
    "time": "time",
    "time list": "time list",
    "time why": "time why",
    "people": "people",
    "people list": "people list",
    "people show": "people show maria-santos",
    "people letter": "people letter maria-santos",
    "people brief": "people brief maria-santos",
    "jobs": "jobs",
    "jobs list": "jobs list",
    "jobs search": "jobs search",
    "jobs show": "jobs show apd",
    "jobs check": "jobs check apd",
    "jobs compare": "jobs compare apd present",
    "jobs rank": "jobs rank",
    "jobs letter": "jobs letter apd",
    "jobs confirm": "jobs confirm apd",
    "jobs moves": "jobs moves",
    "money": "money",
    "money explain": "money explain",
    "money hours": "money hours",
    "training": "training",
    "training routes": "training routes",
    "training compare": "training compare",
    "profile": "profile",
    "portfolio missing": "portfolio missing",
    "cv check": "cv check {away}/letter.md",
    "report": "report --out {away}",
    "status": "status",
    "support": "support",
    "demo": "demo --list",
    "data": "data",
    "data where": "data where",
    "data check": "data check",
    "data backup": "data backup {away}/other.zip",
}
"""Commands that change nothing in the folder."""

ASKS = {"log": "log", "money ask": "money ask", "profile ask": "profile ask"}
"""Commands that only ask; without a terminal they end with exit code 2 and change nothing."""

APART = {
    "calendar": "remembers what calendars were given, which undo cannot take back",
    "undo": "takes changes back itself",
    "data forget": "erases for good, and says so",
    "data wipe": "erases for good, and says so",
}
"""Commands to which none of this applies, and why."""


def commands() -> list[str]:
    """Every command there is, as it is typed; a group that can stand alone is one too."""
    found: list[str] = []
    for name in COMMANDS:
        command = program.get_command(None, name)
        if not isinstance(command, TyperGroup):
            found.append(name)
            continue
        found += [name] if command.invoke_without_command else []
        found += [f"{name} {inner}" for inner in command.commands]
    return found


def command_of(name: str) -> TyperCommand | TyperGroup:
    """The command that is typed so."""
    first, *rest = name.split()
    command = program.get_command(None, first)
    for one in rest:
        command = command.commands[one]
    return command


@dataclass(frozen=True)
class Person:
    """A folder, a folder beside it, and the lines typed in it."""

    home: Path
    away: Path

    def types(self, line: str, charset: str = "utf-8", **around: str) -> Result:
        """Run a line of the program, its names filled in, on 22 November 2026.

        `around` is what the environment has beyond 80 columns and no color, or instead of it.
        """
        return self._run(self.filled(line), charset, around)

    def filled(self, line: str) -> list[str]:
        """The arguments of a line, its names filled in."""
        names = [name for _, name, _, _ in Formatter().parse(line) if name]
        return shlex.split(line.format(**{name: self._named(name) for name in names}))

    def lives(self) -> None:
        """Type the first lines, so that there is something of everything."""
        self.away.mkdir(exist_ok=True)
        (self.away / "taught.csv").write_text("date,title,kind\n2026-10-05,Grand rounds,lecture\n")
        (self.away / "resume.json").write_text('{"basics": {"name": "Ana Ruiz"}}')
        (self.away / "letter.md").write_text("I would like to teach students.\n")
        (self.away / "roles.toml").write_text("schema = 1\n")
        for line in FIRST:
            done = self.types(line)
            assert done.code == 0, f"{line}: {done.err}"

    def _run(self, args: list[str], charset: str, around: Mapping[str, str]) -> Result:
        environment = {"MEDPIVOT_HOME": str(self.home), "MEDPIVOT_TODAY": TODAY.isoformat()}
        before = dict(os.environ)
        os.environ.update({"MEDPIVOT_TRACEBACK": "1", "COLUMNS": "80", "NO_COLOR": "1", **around})
        done = CliRunner(charset=charset).invoke(app, args, env=environment)
        os.environ.clear()
        os.environ.update(before)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Result(done.exit_code, done.stdout, done.stderr)

    def _named(self, name: str) -> object:
        match name:
            case "away":
                return self.away
            case "sample":
                return sample_path("hospitalist-students")
            case "activity":
                return next(iter(lines.read(self.home / activities.NAME).entries))
            case "week":
                return next(iter(lines.read(self.home / "time.jsonl").entries))
            case "milestone":
                return self._milestone("open")
            case "skipped":
                return self._milestone("skipped")
        raise KeyError(name)

    def _milestone(self, status: str) -> str:
        file = plans.latest(self.home)
        found = [one.id for one in file.plan.milestones if one.status == status] if file else []
        return next(iter(found), "")
