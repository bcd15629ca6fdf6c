# Everything a newcomer needs: `make demo` to see it, `make test` to check it.
SHELL := /bin/bash
BIN := .venv/bin
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench quality pictures gazetteer clean venv venv-bench

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

demo: venv ## read the bundled reports: what they claim, what that adds up to, and a page of all
	@$(BIN)/sayso demo

test: lint ## every check: style, types, floors, the packs' own examples, tests
	$(BIN)/sayso check
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal

lint: venv ## style, types and floors only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: venv-bench ## speed: reading beside spaCy (ARGS="--texts FILE.jsonl"), ledger, reconciling, pages, copies
	@.venv-bench/bin/python bench/speed.py $(ARGS)
	@.venv-bench/bin/python bench/ledger.py
	@.venv-bench/bin/python bench/reconcile.py
	@.venv-bench/bin/python bench/pages.py
	@.venv-bench/bin/python bench/copies.py

quality: venv ## what each reader reaches on the data beside the project, with its floors (ARGS="--only killed")
	@PYTHONPATH=tests/helpers $(BIN)/python scripts/quality.py $(ARGS)

pictures: venv ## take the pictures of the workbench that the documentation shows; needs chromium
	@PYTHONPATH=tests/helpers $(BIN)/python scripts/pictures.py

gazetteer: venv ## build the gazetteer anew; the first demo or test has built it once
	@$(BIN)/sayso gazetteer

clean: ## remove what the other targets made
	rm -rf .venv .venv-bench build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

venv: # instant when it is up to date
	@scripts/setup-venv.sh .venv dev

venv-bench:
	@scripts/setup-venv.sh .venv-bench bench
