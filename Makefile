# The checks, in the order in which they fail fastest. PYTHON is the environment that has `.[dev]`.
PYTHON ?= .venv/bin/python
LEAST_COVERAGE = 90

.PHONY: setup check format lint types test coverage golden bench wheel

setup:
	python3 -m venv .venv
	.venv/bin/python -m pip install -q -c requirements/locked.txt -e '.[dev]'

check: format lint types coverage

format:
	$(PYTHON) -m ruff format --check src tests benchmarks

lint:
	$(PYTHON) -m ruff check src tests benchmarks

types:
	$(PYTHON) -m mypy

test:
	$(PYTHON) -m pytest

coverage:
	$(PYTHON) -m pytest -n 2 --cov --cov-report=term-missing --cov-fail-under=$(LEAST_COVERAGE)

golden:
	$(PYTHON) -m pytest --update-golden tests/show tests/commands

bench:
	$(PYTHON) benchmarks/run.py

wheel:
	$(PYTHON) -m build --no-isolation --outdir dist .
