# Kuzet. Two commands are enough: `make demo` and `make test`. Each sets up what it needs; `make help` lists the rest.

PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv --system-certs pip
RUN := .venv/.ready-run
TEST := .venv/.ready-test
SOAKS := archive collect pages reports
BENCHES := api reading linking collect fetching registry figures reports sheets publish

# What Python compiles is kept, whatever the shell says: each of the hundred processes that tests start would do it anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test check format docs model bench soak lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(RUN) ## the main job on the bundled sample: three languages in, the annual report out (folder demo/)
	$(BIN)/kuzet demo demo

test: $(TEST) ## all tests but those of the form and the floors, which `make check` runs
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder --ignore tests/shape --ignore tests/gates

check: $(TEST) ## what CI holds: format, lint, types, import contracts, budgets, gates, docs
	$(BIN)/ruff format --check src tests tools bench
	$(BIN)/ruff check src tests tools bench
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/shape tests/gates

format: $(TEST) ## write the code in the house form
	$(BIN)/ruff format src tests tools bench
	$(BIN)/ruff check --fix src tests tools bench

docs: $(TEST) ## the reference pages that follow from code and data
	$(BIN)/python -m tools.docs

model: $(TEST) ## what the reader learns from the golden sets, written anew
	$(BIN)/kuzet learn --keep detection --keep alone -o src/kuzet/language/model.json

bench: $(TEST) ## measurements; each prints what it did, on what machine
	$(UV) install -q --require-hashes -r requirements/bench.txt
	for name in $(BENCHES); do $(BIN)/python bench/$$name.py || exit 1; done

soak: $(TEST) ## hours of measuring: our own reports with one number changed, and what finds it
	$(BIN)/python -m pytest -q --thorough -m thorough
	for name in $(SOAKS); do $(BIN)/python -m tests.soak.$$name || exit 1; done

lock: $(TEST) ## lock the versions of requirements/*.in with their hashes
	for set in uv run test bench; do \
	  $(BIN)/uv pip compile -q requirements/$$set.in --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --no-header -o requirements/$$set.txt || exit 1; done

clean: ## forget the environment and what was made
	rm -rf .venv demo build

# The environment: one folder, made anew when the locked requirements change.
$(BIN)/uv: requirements/uv.txt tools/system.py
	@$(PYTHON) tools/system.py run --install
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

$(RUN): $(BIN)/uv requirements/run.txt pyproject.toml
	@if test -e $(TEST); then $(MAKE) --no-print-directory $(TEST); \
	else $(UV) sync -q --require-hashes requirements/uv.txt requirements/run.txt; fi
	$(UV) install -q --no-deps --no-build-isolation -e .
	@touch $@

$(TEST): $(BIN)/uv requirements/test.txt pyproject.toml
	$(UV) sync -q --require-hashes requirements/uv.txt requirements/test.txt
	$(UV) install -q --no-deps --no-build-isolation -e .
	@touch $@
