"""One question of the training decision, in the words of the interview where it has it."""

from medpivot import catalogue
from medpivot.asking.prompts import Around, Mark, ask_one
from medpivot.domain.training import Training


def ask_question(question_id: str, training: Training) -> str | None:
    """The choice taken; None where the question was left out.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D.
    """
    here = next((one for one in training.questions if one.id == question_id), None)
    if here is not None:
        ask, choices, help_ = here.ask, list(here.choices), here.help
    else:
        question = catalogue.load_interview().question(question_id)
        if question is None:
            return None
        ask, help_ = question.ask, question.help
        choices = [(choice.id, choice.label) for choice in question.choices]
    answer = ask_one(ask, choices, allow_skip=True, around=Around(help=help_))
    return None if isinstance(answer, Mark) else answer
