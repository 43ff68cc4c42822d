from medpivot import catalogue
from medpivot.show.urgent import urgent


def test_every_urgent_line_stands_beside_its_country_on_a_single_screen():
    content = catalogue.load_support()
    page = urgent(content)
    words = " ".join(page.split())
    for line in content.helplines:
        assert (f"{line.name}, {line.contact}" in words) is line.urgent
    assert words.endswith(" ".join(content.danger.split()))
    assert len(page.splitlines()) <= 16
    assert max(map(len, page.splitlines())) <= 80
