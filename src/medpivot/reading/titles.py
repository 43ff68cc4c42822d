"""Only the titles in a file: for headings, where reading and checking all of it is too slow."""

from collections.abc import Mapping

from medpivot.reading.toml import parse


def titles(data: bytes, name: str, group: str) -> Mapping[str, str]:
    """The title of each table `[group.ID]` by id; what has none is left out.

    Raises:
        BrokenFile: it is not TOML.
    """
    tables = parse(data, name).get(group)
    if not isinstance(tables, dict):
        return {}
    return {
        key: title
        for key, one in tables.items()
        if isinstance(one, dict) and isinstance(title := one.get("title"), str)
    }
