import json
from datetime import date

from example_result import RESULT
from golden import Golden, golden  # noqa: F401
from medpivot.show.assessment_json import assessment_document


def test_the_document_is_the_one_scripts_rely_on(golden: Golden):  # noqa: F811
    document = assessment_document(RESULT, date(2026, 11, 22))
    golden("assessment.json", json.dumps(document, indent=2, ensure_ascii=False) + "\n")


def test_whole_points_add_up_to_the_fit():
    for role in assessment_document(RESULT, None)["roles"]:
        assert sum(role["contributions"].values()) == role["fit"]
