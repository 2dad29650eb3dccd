# Everything that is done with the project. `make help` lists it; Python 3.11 or newer and make are all it needs.

VENV := .venv
BIN := $(VENV)/bin
OUTPUT := build/site
EDITION := all

# Taken from the command line only: desktops set LANGUAGE for their own ends.
ifeq ($(origin LANGUAGE),command line)
SPOKEN := $(LANGUAGE)
else
SPOKEN := all
endif

# The environment is made anew when what it is made from changes, not when a file is merely touched.
READY := $(VENV)/.ready-$(shell { cat requirements.lock pyproject.toml; echo "$(CURDIR) $(PYTHON)"; } | cksum | cut -d' ' -f1)

# Without compiled modules each of the many processes would compile the libraries anew, seconds at a time.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help environment book test lint pytest example check lock data/datapackage.json clean distclean

help: ## list what there is
	@echo "make TARGET, where TARGET is one of"
	@sed -n 's/^\([a-z./]*\):.*## \(.*\)/  \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-24s %s\n", $$1, $$2 }'
	@echo "Settings: EDITION=2024 LANGUAGE=en OUTPUT=build/site PYTHON=python3.12"

environment: $(READY) ## make .venv from requirements.lock

book: $(READY) ## publish the book into build/site, every edition unless EDITION= says which
	$(BIN)/townbook build --edition $(EDITION) --language $(SPOKEN) --output $(OUTPUT)

test: $(READY) ## lint, types, imports, data, and all tests with a full build
	$(MAKE) --no-print-directory --jobs 2 lint pytest

lint: $(READY) ## style, types, imports and data alone
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m townbook.publishing.environment --check
	$(BIN)/townbook check

pytest: $(READY) ## all tests with a full build, alone
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
	@cat build/numerals.txt

example: $(READY) ## the tutorial: two made-up documents become an edition, under build/example
	PATH="$(CURDIR)/$(BIN):$$PATH" sh examples/new_year/run.sh build/example

check: $(READY) ## validate data/ alone
	$(BIN)/townbook check

lock: $(READY) ## write requirements.lock and environment.yml anew from pyproject.toml
	@command -v uv >/dev/null || { echo "make lock needs uv: https://docs.astral.sh/uv/" >&2; exit 1; }
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --no-header --quiet --extra test pyproject.toml --output-file requirements.lock
	$(BIN)/python -m townbook.publishing.environment

data/datapackage.json: $(READY) ## describe data/ anew, after a change of columns or codes
	$(BIN)/python -m townbook.dataset.package data

clean: ## remove what builds and tests left, but not the environment
	rm -rf build _build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove the environment too
	rm -rf $(VENV)

# PYTHON= names the Python to use; else the newest suitable one is found. Where uv is neither installed nor to be had,
# pip installs the same files, checked against the same hashes.
$(READY): requirements.lock pyproject.toml
	@set -eu; found=; \
	for candidate in $(or $(PYTHON),python3.13 python3.12 python3.11 python3 python); do \
	  if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    found=$$("$$candidate" -c 'import sys; print(sys.executable)'); break; \
	  fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "No Python 3.11 or newer is found$(if $(PYTHON), as $(PYTHON)); install one, or say where with PYTHON=/path/to/python3" >&2; \
	  exit 1; \
	fi; \
	echo "Making $(VENV) with $$found from requirements.lock" >&2; \
	rm -rf $(VENV); \
	if command -v uv >/dev/null && uv --version >/dev/null 2>&1; then \
	  uv=uv; uv venv --quiet --python "$$found" $(VENV); \
	else \
	  "$$found" -m venv $(VENV) || { \
	    rm -rf $(VENV); \
	    echo "$$found cannot make an environment; install its venv module (Debian: python3-venv) or uv" >&2; exit 1; }; \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.5,<1' && uv=$(BIN)/uv || uv=; \
	fi; \
	if [ -n "$$uv" ] && VIRTUAL_ENV="$(CURDIR)/$(VENV)" "$$uv" pip install --quiet --require-hashes -r requirements.lock; then \
	  VIRTUAL_ENV="$(CURDIR)/$(VENV)" "$$uv" pip install --quiet --no-deps --no-build-isolation --editable .; \
	else \
	  [ -x $(BIN)/pip ] || "$$found" -m venv --clear $(VENV); \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock; \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .; \
	fi; \
	touch $@
