# The checks, in the order in which they fail fastest. PYTHON is the environment that has `.[dev]`.
PYTHON ?= .venv/bin/python
LEAST_COVERAGE = 90
VERSIONS = 3.11 3.12 3.13

.PHONY: setup check check-all format lint types test coverage torture attack-table golden docs man pictures bench wheel

setup:
	python3 -m venv .venv
	.venv/bin/python -m pip install -q -c requirements/locked.txt -e '.[dev]'
	@if git rev-parse --git-dir >/dev/null 2>&1; then .venv/bin/pre-commit install; fi

check: format lint types coverage

# `check`, then the tests on every version of Python that is installed; each gets its own environment.
check-all: check
	@for version in $(VERSIONS); do \
	    if command -v python$$version >/dev/null && python$$version -c '' 2>/dev/null; then \
	        echo "== Python $$version =="; \
	        python$$version -m venv .venv-$$version && \
	        .venv-$$version/bin/python -m pip install -q -c requirements/locked.txt -e '.[dev]' && \
	        .venv-$$version/bin/python -m pytest -n 2 || exit 1; \
	    else \
	        echo "== Python $$version is not installed here, and was not tried =="; \
	    fi; \
	done

format:
	$(PYTHON) -m ruff format --check src tests benchmarks

lint:
	$(PYTHON) -m ruff check src tests benchmarks

types:
	$(PYTHON) -m mypy

test:
	$(PYTHON) -m pytest

# Branch coverage of what runs in one process; terminals, browsers, kills and whole-program walks
# are in `make test`.
coverage:
	$(PYTHON) -m pytest -n 2 tests/domain tests/reading tests/store tests/show \
		--cov=medpivot.domain --cov=medpivot.reading --cov=medpivot.store \
		--cov-report=term-missing --cov-fail-under=$(LEAST_COVERAGE)

# Hundreds of kills, every call failing, every text in every place. Prints its counts at the end.
torture:
	$(PYTHON) -m pytest -n 2 --dist worksteal tests/attack tests/test_every_command.py \
		-m "torture or not torture"

attack-table:
	PYTHONPATH=src:tests:tests/attack $(PYTHON) tests/attack/table.py

golden:
	$(PYTHON) -m pytest --update-golden tests/show tests/commands

# Everything that is made from the program: reference, man page, examples, pictures.
docs:
	PYTHONPATH=src:tests $(PYTHON) -m making

man pictures:
	PYTHONPATH=src:tests $(PYTHON) -m making $@

bench:
	$(PYTHON) benchmarks/run.py
	$(PYTHON) benchmarks/peers.py
	$(PYTHON) benchmarks/growth.py

wheel:
	$(PYTHON) -m build --no-isolation --outdir dist .
