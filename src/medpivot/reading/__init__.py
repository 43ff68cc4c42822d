"""Bytes to checked tables, or all of their problems with table, key and, where known, line."""

import os

# pydantic looks through every installed package for plug-ins; there are none for these files
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
