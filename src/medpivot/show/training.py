"""The training screen: where the answers lead and why, the way drawn, and what to do next."""

from collections.abc import Iterator
from typing import Final

from rich.console import Group, RenderableType

from medpivot.domain.blockers import ASKS_FOR_TRAINING
from medpivot.domain.day_words import short_date
from medpivot.domain.interview import Interview
from medpivot.domain.training import UNKNOWN, Step, Training
from medpivot.domain.wording import capital
from medpivot.session import read_aloud
from medpivot.show import facts
from medpivot.show.aloud import Said
from medpivot.show.out import fancy
from medpivot.show.paragraphs import (
    WARNING,
    heading,
    labelled,
    paragraph,
    points,
    run_in,
    styled,
    words,
)
from medpivot.show.plan_words import ROUTES
from medpivot.show.training_view import TrainingView

_NOT_ANSWERED: Final = "not answered"
_FROM_ARTICLE: Final = "the article's"
_OUR_READING: Final = "Which answer leads where is our reading."


def training_screen(view: TrainingView, interview: Interview) -> RenderableType:
    """The route, the reasons, the warning, the way through the boxes, what is kept."""
    decision = view.decision
    route = view.training.route(decision.route)
    return Group(
        words(f"Formal training: {route.title if route else decision.route}", "bold"),
        *_unanswered(view),
        *([points(decision.reasons, indent=0)] if decision.reasons else []),
        *_role(view),
        *_warnings(view),
        Said(
            heading("The way there", "* boxes of the article; its arrows are our reading"),
            (heading("The way there"), f"What is {_FROM_ARTICLE} says so. {_OUR_READING}"),
        ),
        *_way(view.decision.path, view.training, interview),
        *_kept(view),
        heading("Next"),
        labelled(list(_next(view))),
    )


def _unanswered(view: TrainingView) -> Iterator[RenderableType]:
    open_ = [step for step in view.decision.asked if step.answer is None]
    if not view.answered:
        yield paragraph(
            "There is no assessment yet, so most of this is open: medpivot assess.", indent=0
        )
    elif open_:
        yield paragraph("Not everything on the way is answered, so this may change.", indent=0)


def _role(view: TrainingView) -> Iterator[RenderableType]:
    if view.role is None:
        return
    expects = facts.sourced(facts.TRAINING[view.role.training], view.role.training_source)
    yield ""
    said = f"{view.role.title}. Formal training: {expects}."
    if view.role.training in ASKS_FOR_TRAINING and view.decision.without_training:
        said += (
            " The way below needs none, but this role may: ask two departments whether experience "
            "counts instead, or look at a role that asks for none."
        )
    yield run_in("The role in mind", said, indent=0)


def _warnings(view: TrainingView) -> Iterator[RenderableType]:
    for one in view.decision.warnings:
        yield ""
        yield labelled([("!", words(one, WARNING))], indent=0, gap=1)


def _way(
    path: tuple[Step, ...], training: Training, interview: Interview
) -> Iterator[RenderableType]:
    """The boxes one under the other; at a question the ways not taken, then the one taken."""
    bar, arrow = ("│", "▼") if fancy() else ("|", "v")
    for number, step in enumerate(path):
        star = f" ({_FROM_ARTICLE})" if read_aloud() else " *"
        mark = star if step.box.article else ""
        yield paragraph(styled((step.box.text, "bold"), (mark, "dim")))
        if step.box.question:
            for answers, to in _others(step, training, interview):
                row = (words(bar, "dim"), words(f"{answers}: {to}", "dim"))
                yield Said(labelled([row], gap=2), (f"If {answers}: {to}",))
            taken = _answer(step.box.question, step.answer or UNKNOWN, training, interview)
            answered = paragraph(styled((f"{arrow} ", ""), (f"{taken}", "bold")))
            yield Said(answered, (f"Your answer: {taken}",))
        elif number < len(path) - 1:
            yield Said(paragraph(arrow))


def _others(step: Step, training: Training, interview: Interview) -> Iterator[tuple[str, str]]:
    """The ways not taken, those that lead to the same box together; not that of no answer."""
    taken = step.answer or UNKNOWN
    grouped: dict[str, list[str]] = {}
    for choice, way in step.box.ways.items():
        if choice not in (taken, UNKNOWN):
            answer = _answer(step.box.question, choice, training, interview)
            grouped.setdefault(training.box(way.to).text, []).append(answer)
    for text, answers in grouped.items():
        yield ", ".join(answers), text


def _answer(question_id: str, choice_id: str, training: Training, interview: Interview) -> str:
    """A choice in a few words, as it stands inside a sentence."""
    if choice_id == UNKNOWN:
        return _NOT_ANSWERED
    for one in training.questions:
        if one.id == question_id:
            return dict(one.choices).get(choice_id, choice_id).lower()
    choice = interview.choice(question_id, choice_id)
    return choice.name if choice else choice_id


def _kept(view: TrainingView) -> Iterator[RenderableType]:
    decided = view.programs.decided
    if decided is None:
        return
    yield heading("Decided")
    own = ", your own decision" if decided.own else ""
    why = f": {decided.why}" if decided.why else ""
    yield paragraph(f"{capital(ROUTES[decided.route])}, on {short_date(decided.on)}{own}{why}.")
    if decided.route != view.decision.route and not decided.own:
        yield paragraph(
            "Your answers now lead elsewhere; medpivot training decide takes the new way."
        )


def _next(view: TrainingView) -> Iterator[tuple[str, str]]:
    decided = view.programs.decided
    if decided is None or (decided.route != view.decision.route and not decided.own):
        yield "medpivot training decide", "keep this, for your plan and your sums"
    else:
        yield "medpivot plan new", "draft a plan for it"
    open_ = next((step for step in view.decision.asked if step.answer is None), None)
    if open_ is not None and view.answered:
        question = open_.box.question
        yield f"medpivot training decide --set {question}=...", "answer what is open"
    yield f"medpivot training routes {view.decision.route}", "what it takes, and who says so"
    if view.programs.present:
        yield "medpivot training compare", "your programs side by side"
    else:
        yield 'medpivot training add "NAME"', "enter a program you consider"
