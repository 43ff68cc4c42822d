"""What to ask before signing, on a screen: the sentences to say, and what was answered."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Group, RenderableType

from medpivot.domain.job_words import figure_words
from medpivot.domain.jobs import Job
from medpivot.domain.offers import OfferQuestion
from medpivot.show.job_words import answer_words, only_words, who, written_words
from medpivot.show.paragraphs import heading, labelled, paragraph, words

_ALOUD: Final = (
    "Ask aloud, then ask for the answer in writing. Discomfort with a question is an answer."
)
_KNOWN: Final = "Most of it you know yourself; your contract and your last schedule know the rest."


def job_questions(job: Job, questions: Sequence[OfferQuestion], currency: str) -> RenderableType:
    """The open ones first, those of the article at the top, then what was answered."""
    left = [one for one in questions if not job.answered(one)]
    key = [one for one in left if one.key]
    others = [one for one in left if not one.key]
    title, how, put_in = f"What to ask about {who(job)}", _ALOUD, "Put in what they answer"
    if job.present:
        title, how, put_in = f"The job you have: {who(job)}", _KNOWN, "Put in what you know"
    return Group(
        words(title, "bold"),
        paragraph(f"{len(questions) - len(left)} of {len(questions)} answered. {how}", indent=0),
        *_group("These first" if job.present else "Ask these first", key, job),
        *_group("Then these", others, job),
        *_answered(job, [one for one in questions if job.answered(one)], currency),
        heading(put_in),
        labelled(
            [
                (f"medpivot jobs ask {job.id}", "on a terminal: one after the other"),
                (f"medpivot jobs ask {job.id} --answer half-days=8", "by flags"),
            ]
        ),
    )


def _group(title: str, questions: Sequence[OfferQuestion], job: Job) -> Iterator[RenderableType]:
    if questions:
        yield heading(title)
        yield labelled(
            [(one.id, _sentence(one) + _so_far(job, one)) for one in questions], label=16
        )


def _so_far(job: Job, one: OfferQuestion) -> str:
    return f' So far in words only: "{job.answer(one.id).words}"' if only_words(job, one) else ""


def _sentence(one: OfferQuestion) -> str:
    choices = ", ".join(choice.id for choice in one.choices)
    answers = f" [{choices}]" if choices else ""
    return f"{'To yourself: ' if one.own else ''}{one.ask}{answers}"


def _answered(
    job: Job, questions: Sequence[OfferQuestion], currency: str
) -> Iterator[RenderableType]:
    rows = []
    for one in questions:
        value = job.figure(one.fills) if one.fills else None
        figure = "" if value is None else figure_words(one.fills, value, currency)
        said = answer_words(job, one, figure)
        written = f" ({written_words(job.answer(one.id).in_writing)})" if one.in_letter else ""
        rows.append((one.id, f"{said}{written}"))
    if rows:
        yield heading("Answered")
        yield labelled(rows, label=16)
