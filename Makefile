# Everything a developer types. Needs Python 3.11 or newer, make and a package index that pip knows.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
ARGS   ?=
CODE   := copilot tests scripts

# pip keeps whatever configuration its user has; every file it may take is named by its hash.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE  = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header $(if $(UPGRADE),--upgrade) \
	pyproject.toml requirements.in --extra local

.DEFAULT_GOAL := help
.PHONY: help run test check style evals bench beauty format lock vectors weights clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/runs ## Install what is missing and start PM copilot; ARGS="ask 'What is RICE?'" passes arguments on
	@$(BIN)/pm-copilot $(ARGS)

test: $(VENV)/develops ## Run all tests, the live ones too where the embedded model's weights are there
	$(BIN)/python -m pytest $(ARGS)

check: style evals ## Check format, lint, types, floors, contracts, secrets and evals
	$(BIN)/python -m pytest --quiet tests/contract tests/architecture

style: $(VENV)/develops ## Check format, lint, types, floors and secrets
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/find_secrets.py

evals: $(VENV)/runs ## Replay all eval suites, offline; ARGS="--html report.html" writes a report
	$(BIN)/pm-copilot evals run $(ARGS)

bench: $(VENV)/develops ## Measure start, first paint, retrieval, search and evals beside their budgets
	$(BIN)/python -m scripts.bench

beauty: ## Print the figures of the code beside those of admired projects
	@$(PYTHON) scripts/beauty.py

format: $(VENV)/develops ## Format the code and mend what lint can mend
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

lock: $(VENV)/develops ## Write both locks anew after a change of dependencies; UPGRADE=1 takes newer versions
	$(COMPILE) --output-file requirements.txt
	$(COMPILE) --group dev --constraints requirements.txt --output-file requirements-dev.txt

vectors: $(VENV)/develops ## Compute the vectors of notes that changed, so that nobody waits for them
	$(BIN)/python -m scripts.pack_vectors

weights: $(VENV)/runs ## Fetch the weights of the embedded model into the user's data folder (1.1 GB, once)
	@$(BIN)/pm-copilot models pull || echo "WARNING: no weights of the embedded model: live tests will be skipped." >&2

clean: ## Remove the environment, caches and what was built
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find $(CODE) -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/runs: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "PM copilot needs Python 3.11 or newer.")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV); the first time takes some minutes." >&2
	@$(INSTALL) --require-hashes -r requirements.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/develops: $(VENV)/runs requirements-dev.txt
	@$(INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@
