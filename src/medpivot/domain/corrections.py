"""Single answers set by name, as `--set ID=VALUE` does: checked like any other answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from medpivot.domain.answers import Answers
from medpivot.domain.checking import check_value, cross_problems
from medpivot.domain.closest import did_you_mean
from medpivot.domain.interview import Interview, Question
from medpivot.domain.typed import from_text


@dataclass(frozen=True, slots=True)
class Corrected:
    """The answers after the corrections.

    `problems` are sentences, one for each correction that does not hold; `dropped` are the
    questions whose old answer no longer fits and was taken back.
    """

    answers: Answers
    problems: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


def corrected(answers: Answers, interview: Interview, texts: Mapping[str, str]) -> Corrected:
    """The answers with each of the typed ones set; an empty text takes an answer back."""
    problems: list[str] = []
    changed = answers
    for question_id, text in texts.items():
        question = interview.question(question_id)
        if question is None:
            near = did_you_mean(question_id, [one.id for one in interview.questions])
            problems.append(
                f"{question_id}: there is no such question" + (f"; {near}" if near else "")
            )
        elif question.private:
            problems.append(f"{question_id}: {_private(question)}")
        elif not text.strip():
            changed = changed.with_value(question_id, None)
        else:
            try:
                value = check_value(question, interview, from_text(question, text))
            except ValueError as error:
                problems.append(f"{question_id}: {error}")
            else:
                changed = changed.with_value(question_id, value)
    changed, dropped = _without_orphans(changed, interview, texts)
    for question_id, reason in cross_problems(interview, dict(changed.values)).items():
        problems.append(f"{question_id}: {reason}")
    return Corrected(changed, tuple(problems), dropped)


def _private(question: Question) -> str:
    return (
        f"{question.name or 'it'} would stay in the history of your shell; "
        f"answer it with `medpivot assess --ask {question.id}`"
    )


def _without_orphans(
    answers: Answers, interview: Interview, texts: Mapping[str, str]
) -> tuple[Answers, tuple[str, ...]]:
    """The answers without each old "which most" whose choice is no longer among those picked."""
    dropped: list[str] = []
    for question in interview.questions:
        most = answers.word(question.id)
        if not question.among or question.id in texts or most is None:
            continue
        if most not in answers.picks(question.among):
            answers = answers.with_value(question.id, None)
            dropped.append(question.id)
    return answers, tuple(dropped)
