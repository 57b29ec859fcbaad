# The only entry points; CI calls the same.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
SOURCES := generator tests bench
# A fork's own packages, such as typefaces: docs/customise/typefaces.md.
OWN := $(wildcard mine/requirements.txt)
# Dates in sitemaps and archives come from here, never from a clock.
export SOURCE_DATE_EPOCH ?= 1767225600
export PYTHONHASHSEED = 0
# Material advertises its successor on every run; the way out is in docs/customise/architecture.md.
export NO_MKDOCS_2_WARNING = 1

.PHONY: site serve test check bench golden clean lock

site: $(VENV)/site.installed
	$(BIN)/python -m generator build
	$(BIN)/mkdocs build --strict

serve: $(VENV)/site.installed
	$(BIN)/python -m generator.workshop --once
	$(BIN)/mkdocs serve --livereload

test: site $(VENV)/test.installed
	@sh tests/get_tools.sh
	$(BIN)/python -m pytest -n auto --dist worksteal

check: $(VENV)/test.installed
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m generator check
	$(BIN)/python -m pytest tests/language

bench: $(VENV)/bench.installed
	$(BIN)/python -m bench

# Writes the golden pictures and summaries anew, where a design has changed as you want it.
golden: $(VENV)/test.installed
	RENEW=1 $(BIN)/python -m pytest tests/golden

clean:
	rm -rf build site docs/kit $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find generator tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

# Writes the locked requirements anew, hashed and without addresses.
lock: $(VENV)/python.made
	$(PIP) uv
	for set in "" test bench; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-annotate --no-header $${set:+--extra test} \
	    $$( [ "$$set" = bench ] && echo --extra bench ) pyproject.toml \
	    -o requirements$${set:+-$$set}.txt; \
	done

$(VENV)/python.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Afternote needs Python 3.11 or newer; name one with: make PYTHON=python3.12 site"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/site.installed: requirements.txt pyproject.toml $(OWN) | $(VENV)/python.made
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	$(if $(OWN),$(PIP) --no-deps -r $(OWN))
	touch $@

$(VENV)/test.installed: requirements-test.txt | $(VENV)/site.installed
	$(PIP) --require-hashes -r requirements-test.txt
	touch $@

$(VENV)/bench.installed: requirements-bench.txt | $(VENV)/test.installed
	$(PIP) --require-hashes -r requirements-bench.txt
	touch $@
