"""What the commands of `jobs` work on: the jobs, and all that they are held against."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from medpivot import catalogue
from medpivot.commands.saved_answers import latest
from medpivot.domain.answers import Answers
from medpivot.domain.assessment import Want
from medpivot.domain.job_checks import remarks, settings_problems
from medpivot.domain.jobs import FIGURES, FullWeek, Job, Jobs
from medpivot.domain.money import Money
from medpivot.domain.money_offers import changed_offers, changed_words
from medpivot.domain.offer_check import check_offer, held_against
from medpivot.domain.offer_findings import OfferCheck, Person
from medpivot.domain.offer_floor import with_money
from medpivot.domain.offer_ranking import RankedJob, rank_jobs
from medpivot.domain.offer_wishes import Wish, wishes
from medpivot.domain.offers import Offers
from medpivot.domain.roles import Roles
from medpivot.domain.wants import wanted
from medpivot.errors import MedpivotError, Problem, UsageProblem, placed, refused
from medpivot.session import Session
from medpivot.show.out import notes
from medpivot.store import jobs as store
from medpivot.store import money as money_store
from medpivot.store.writing import writing

_FLAG: Final[Mapping[str, str]] = {"employer": "at", "levels": "level"}
"""The flag for a key of a job, where it has another name."""


@dataclass(frozen=True)
class Board:
    """The jobs as they stand, and what the catalog and the person say about them."""

    session: Session
    jobs: Jobs

    @cached_property
    def _money(self) -> Money:
        return money_store.load(self.session.home).content

    def taken_by_money(self, job: Job) -> str:
        """What money reckons with of that job that is no longer so, in words; empty: nothing."""
        one = Jobs((job,), self.jobs.settings)
        changed = changed_offers(one, self.week, self._money) if self._money.scenarios else ()
        return " ".join(changed_words(each, self.currency) for each in changed)

    @cached_property
    def offers(self) -> Offers:
        """The questions, red flags and norms."""
        return catalogue.load_offers()

    @cached_property
    def roles(self) -> Roles:
        """The roles, the person's own among them."""
        return catalogue.roles_of(self.session.home)

    @cached_property
    def answers(self) -> Answers:
        """The latest answers, with what `money.toml` says in their place; none where none are."""
        found = latest(self.session.home, self.session.today)
        return with_money(found.answers if found else Answers(), self._money)

    @property
    def week(self) -> FullWeek:
        """What a full week is taken to be."""
        return self.jobs.settings.week(self.offers.usual)

    @cached_property
    def currency(self) -> str:
        """The currency money is in: that of the jobs, else that of `money.toml`.

        Raises:
            MedpivotError: the two files name different ones.
        """
        here, there = self.jobs.settings.currency, self._money.currency
        if here and there and here != there:
            raise MedpivotError(
                f"jobs.toml is in {here} and money.toml in {there}: two currencies cannot be "
                "compared",
                "name one currency in both files",
            )
        return here or there

    @cached_property
    def person(self) -> Person:
        """What each job is held against."""
        weeks = self._money.figures.get("weeks") or catalogue.load_money_facts().usual_weeks
        return held_against(
            self.answers,
            self.offers,
            self.roles,
            self.jobs,
            weeks=weeks,
            currency=self.currency,
            least_delivered=Fraction(catalogue.load_time().drift.percent, 100),
        )

    @cached_property
    def wants(self) -> Sequence[Want]:
        """What the person wants on each dimension."""
        return wanted(self.answers, catalogue.load_interview())

    def check(self, job: Job) -> OfferCheck:
        """The trap check of one job."""
        return check_offer(job, self.week, self.offers, self.person)

    def wishes(self, check: OfferCheck) -> tuple[Wish, ...]:
        """What the person said, held against that job."""
        interview = catalogue.load_interview()
        return wishes(check, self.answers, interview, self.wants, self.offers, self.roles)

    def rank(self, jobs: Sequence[Job]) -> tuple[RankedJob, ...]:
        """Those jobs in order."""
        checks = [self.check(job) for job in jobs]
        return rank_jobs(checks, self.wants, self.offers, self.roles, self.person)


def board(session: Session) -> Board:
    """The jobs as they stand now; keys and ids that are not known are named."""
    file = store.load(session.home)
    there = Board(session, file.content)
    roles = [role.id for role in there.roles.roles]
    notes((*file.warnings, *remarks(there.jobs, there.offers, roles)))
    return there


def change(
    session: Session, what: str, changed: Callable[[Board], tuple[Jobs, list[Problem]]]
) -> tuple[Board, bool]:
    """Change the jobs under the lock; the board as it is now, and whether anything differs.

    Raises:
        UsageProblem: with everything that is wrong; nothing is written.
    """
    with writing(session.home, what) as step:
        file = store.load(session.home)
        jobs, problems = changed(Board(session, file.content))
        problems += settings_problems(jobs.settings)
        if problems:
            raise _by_flag(problems, what)
        differs = store.save(step, file, jobs)
    notes((*file.warnings, *step.notes))
    return Board(session, jobs), differs


def _by_flag(problems: Sequence[Problem], what: str) -> UsageProblem:
    """Everything that is wrong with what was typed, each by its flag.

    `what` begins with the command that was typed, such as `jobs add`; its help is where to look.
    """
    lines = []
    for problem in problems:
        figure = FIGURES.get(problem.key)
        flag = figure.flag if figure else _FLAG.get(problem.key, problem.key.replace("_", "-"))
        lines.append(placed(f"--{flag}", problem.what) if flag else problem.what)
    return refused(lines, f"medpivot {' '.join(what.split()[:2])} --help")
