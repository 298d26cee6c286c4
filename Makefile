# Needs Python 3.11 and make. Every target makes its own virtual environment in .venv first.
#   make report   reads seeds/ anew and prints the consistency report
#   make test     runs all tests
# PYTHON=/path/to/python3.11 takes another interpreter.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/ready
FRESH := build/seeds.db
GOLD := tests/gold/seeds

.DEFAULT_GOAL := help
.PHONY: help report test check lint format types layers docs readme bench coverage fresh quality floors base clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1@\2/p' $(MAKEFILE_LIST) | awk -F@ '{printf "%-16s %s\n", $$1, $$2}'

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'make: needs Python 3.11 or newer; name it by PYTHON=/path/to/python3.11' >&2; exit 2; }
	@echo 'Setting up .venv (once, a minute or two) ...' >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --no-input --disable-pip-version-check --editable '.[dev]'
	@touch $@

report: fresh ## read seeds/ anew and print the consistency report
	@$(BIN)/eucacheck --db $(FRESH) report

test: $(READY) ## run all tests
	@$(BIN)/python -m pytest

check: lint types layers docs quality ## run every check besides the tests

lint: $(READY) ## ruff: rules and format
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

format: $(READY) ## mend what ruff can mend
	@$(BIN)/ruff check --fix --quiet
	@$(BIN)/ruff format

types: $(READY) ## mypy, strict
	@$(BIN)/mypy

layers: $(READY) ## import-linter: the order of the layers
	@$(BIN)/lint-imports --no-cache

docs: $(READY) ## the generated parts of the README are those of the program
	@$(BIN)/cog --check -P -I docs README.md docs/rules.md

readme: $(READY) ## write the generated parts of the README anew
	@$(BIN)/cog -r -P -I docs README.md docs/rules.md

bench: $(READY) ## measure: extraction against the stock pipeline, look-up, the base
	@$(BIN)/python -m pytest benchmarks --benchmark-columns=min,median,rounds --benchmark-sort=name -s

coverage: $(READY) ## run all tests and tell which lines they miss
	@$(BIN)/python -m pytest --cov --cov-report=term-missing:skip-covered

fresh: $(READY)
	@mkdir -p build && rm -f $(FRESH)
	@echo 'Reading seeds/ ...' >&2
	@$(BIN)/eucacheck --db $(FRESH) add seeds 2>build/add.log || { cat build/add.log >&2; exit 2; }

quality: fresh ## compare a fresh reading of the seeds with the gold and with the floors
	@$(BIN)/python -m tests.quality.floors $(FRESH)

floors: fresh ## raise the floors to what is reached now; none is lowered
	@$(BIN)/python -m tests.quality.floors $(FRESH) --raise

base: fresh ## rebuild the committed factbase.db and claims/ from seeds/, and the README from them
	@$(BIN)/eucacheck --db $(FRESH) export claims
	@cp $(FRESH) factbase.db
	@$(MAKE) --no-print-directory readme

clean: ## remove what the targets made, the virtual environment too
	@rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks .coverage
