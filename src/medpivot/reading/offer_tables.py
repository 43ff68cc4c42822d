"""The tables of `data/offers.toml`: which keys there are, and of which kind."""

from pydantic import Field

from medpivot.domain.offers import Beside, FindingId, QuestionKind, Severity
from medpivot.reading.strict import Strict


class SourcedTable(Strict):
    """A table that names its source."""

    source: str


class ConventionTable(SourcedTable):
    """What a full week is taken to be."""

    title: str
    half_days_per_fte: float = Field(gt=0, le=20)
    hours_per_half_day: float = Field(gt=0, le=12)
    hours_per_week: float = Field(gt=0, le=100)
    usual: bool = False


class ChoiceTable(Strict):
    """One answer of a question."""

    label: str
    raises: list[FindingId] = Field(default_factory=list)
    open: bool = False
    level: int | None = Field(default=None, ge=0, le=4)
    brings: list[str] = Field(default_factory=list)


class QuestionTable(SourcedTable):
    """One question to ask before signing."""

    ask: str
    name: str
    why: str
    kind: QuestionKind
    fills: str = ""
    about: list[FindingId] = Field(default_factory=list)
    key: bool = False
    own: bool = False
    present: bool = True
    in_letter: bool = True
    reopen: str = ""
    choice: dict[str, ChoiceTable] = Field(default_factory=dict)


class FindingTable(SourcedTable):
    """One red flag."""

    title: str
    severity: Severity
    why: str
    ask: str
    ask_with: str = ""
    email: str = ""
    ask_present: str = ""


class WishTable(Strict):
    """Something the person said, held against an offer."""

    title: str
    ask: str


class WishTables(Strict):
    """All that is held against an offer."""

    must_have: WishTable = Field(alias="must-have")
    drain: WishTable
    priority: WishTable


class NormTable(SourcedTable):
    """The least protected time in a role of some specialties."""

    role: str
    specialties: list[str] = Field(default_factory=list)
    fte: float = Field(gt=0, le=1.5)
    text: str


class PostingTable(SourcedTable):
    """A title under which jobs are advertised."""

    title: str
    beside: Beside = ""
    role: str


class SearchTable(Strict):
    """The shape of a search line."""

    label: str
    shape: str


class SpecialtyTable(Strict):
    """Words for the same specialty."""

    names: list[str] = Field(min_length=1)


class MoveTable(SourcedTable):
    """A change of environment."""

    title: str
    text: str
    first_step: str
    line: str
    dreads: list[str] = Field(min_length=1)
    from_: list[str] = Field(alias="from")
    already: list[str] = Field(default_factory=list)
    watch: list[str] = Field(default_factory=list)


class OffersFile(Strict):
    """The whole file."""

    schema_: int = Field(alias="schema")
    convention: dict[str, ConventionTable]
    question: dict[str, QuestionTable]
    finding: dict[str, FindingTable]
    wish: WishTables
    norm: dict[str, NormTable]
    posting: dict[str, PostingTable]
    search: dict[str, SearchTable]
    specialty: dict[str, SpecialtyTable]
    move: dict[str, MoveTable]
