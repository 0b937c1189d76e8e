# Lianmai's errands. A fresh machine needs git, make and Python 3.11 or newer; the rest is fetched.
#
# make run ARGS="--guests 4"      arguments for `lianmai demo`
# make test ARGS="-k relay"       arguments for pytest
# PYTHON=/path/to/python3         the Python to use instead of the newest one found
# PACKAGES=no                     never touch Debian packages

BIN := .venv/bin
ARGS :=
export PYTHON PACKAGES

.DEFAULT_GOAL := help
.PHONY: help run test quick lint style imports types translations bench soak clean dev
MAKEFLAGS += --no-print-directory

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

run: ## set everything up and run the demo: room server, window, two guests
	@packaging/setup/debian run
	@packaging/setup/environment run
	@$(BIN)/lianmai demo $(ARGS)

test: dev ## run all tests
	@packaging/setup/debian test
	@$(BIN)/pytest $(ARGS)

quick: dev ## run the tests that take no patience
	@packaging/setup/debian test
	@$(BIN)/pytest -m "not slow" -n auto $(ARGS)

lint: style imports ## check style and the direction of imports

style: dev
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

imports: dev
	@$(BIN)/lint-imports

types: dev ## check types
	@$(BIN)/mypy

translations: dev ## collect every text of the window, compile what is translated
	@$(BIN)/python packaging/translations.py

bench: dev ## measure Lianmai and its peers side by side (ARGS="--quick glass relay")
	-@packaging/setup/debian test
	@$(BIN)/python -m tests.bench $(ARGS)

soak: dev ## run a call for half an hour and see what stays (ARGS="--minutes 2")
	-@packaging/setup/debian test
	@$(BIN)/python -m tests.bench.soak $(ARGS)

clean: ## remove what was made here, the environment too
	@rm -rf .venv build dist .*_cache .hypothesis
	@find app tests -name __pycache__ -prune -exec rm -rf {} +

dev:
	@packaging/setup/environment dev
