# The two commands of the README, and the parts of the second one by themselves.
# Everything is installed into VENV; only "make test" may install something else (Chromium, said before it does).

PYTHON  ?= python3
VENV    ?= .venv
REPORTS ?= ../shared/reports
SIZES   ?= 10000 100000 1000000

BIN := $(VENV)/bin
PY  := $(BIN)/python
HAS_CHROMIUM := command -v chromium >/dev/null || command -v chromium-browser >/dev/null

# What the user has built before is neither seen nor touched.
unexport VMCGRAPH_STORE
export XDG_DATA_HOME := $(abspath $(VENV))/no-user-data

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test announce venv chromium lint format types contracts doctest unit slow wheel coverage benchmark shipped notebooks clean

help: ## list the targets
	@echo "make TARGET, where TARGET is one of"
	@sed -n 's/^\([a-z]*\):.*## /  \1|/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-11s %s\n", $$1, $$2}'

# ---------------------------------------------------------------- environment

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "vmcgraph needs Python 3.11 or later; $(PYTHON) is $$({ $(PYTHON) --version; } 2>/dev/null || echo missing)."; \
	  echo "Name another one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "$(PYTHON) cannot make a virtual environment with pip in it (Debian: apt-get install python3-venv)."; \
	  rm -f $(PY); exit 1; }

# Once the test extra is in, the plain installation is in as well.
$(VENV)/installed: setup.cfg pyproject.toml | $(PY)
	@if [ $(VENV)/installed-test -nt setup.cfg ]; then :; else \
	  echo "Installing vmcgraph and what it needs into $(VENV) with pip."; \
	  $(PY) -m pip install --quiet --disable-pip-version-check --editable .; fi
	@touch $@

$(VENV)/installed-test: setup.cfg pyproject.toml | $(PY)
	@$(PY) -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

venv: $(VENV)/installed-test ## the environment with everything that the checks need

announce:
	@[ $(VENV)/installed-test -nt setup.cfg ] && [ $(VENV)/installed-test -nt pyproject.toml ] || \
	  echo "make test installs into $(VENV) with pip: vmcgraph, what it needs, and the test extra of setup.cfg."
	@if $(HAS_CHROMIUM); then :; \
	elif ! command -v apt-get >/dev/null; then \
	  echo "Chromium is missing and there is no apt-get to install it with: the browser tests will be skipped (in CI: fail)."; \
	elif [ "$$(id -u)" = 0 ] || sudo -n true 2>/dev/null; then \
	  echo "make test installs with apt-get: the Debian package chromium and what it depends on (a few hundred MB on disk), for the browser tests."; \
	else \
	  echo "Chromium is missing and only root may install it (apt-get install chromium): the browser tests will be skipped (in CI: fail)."; \
	fi

# The package lists of a fresh machine are empty or old: fetch them when the first attempt fails.
chromium:
	@if $(HAS_CHROMIUM) || ! command -v apt-get >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then as=""; elif sudo -n true 2>/dev/null; then as="sudo -n"; else exit 0; fi; \
	get="$$as env DEBIAN_FRONTEND=noninteractive apt-get -qq"; \
	$$get install --yes --no-install-recommends chromium >/dev/null 2>&1 \
	|| { $$get update && $$get install --yes --no-install-recommends chromium >/dev/null; } \
	|| echo "apt-get could not install chromium: the browser tests will be skipped (in CI: fail)."

# ---------------------------------------------------------------- the two commands

demo: $(VENV)/installed ## environment, install, shipped editions -> graph -> network page
	@mkdir -p demo
	$(BIN)/vmcgraph build -o demo/graph.nq.gz
	$(BIN)/vmcgraph coappear
	$(BIN)/vmcgraph network people -o demo/people.html
	@echo
	@echo "The network page is $(CURDIR)/demo/people.html - open it in a browser; it needs no network connection."
	@echo "Then try:"
	@echo '  $(BIN)/vmcgraph who "Nicole de Moor"'
	@echo '  $(BIN)/vmcgraph path "Ivan Krastev" "Nicole de Moor"'
	@echo '  $(BIN)/vmcgraph who ICMPD'

test: announce venv chromium lint types contracts doctest unit slow demo ## all checks, as CI runs them
	@echo
	@echo "All checks passed."

# ---------------------------------------------------------------- its parts

lint: venv ## ruff: mistakes, habits, format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: venv ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: venv ## mypy, strict, on the package
	$(BIN)/mypy

contracts: venv ## import-linter: imports go one way
	$(BIN)/lint-imports --config setup.cfg

doctest: venv ## the examples in the docstrings
	$(PY) -m pytest --quiet --doctest-modules vmcgraph

unit: venv ## the quick tests
	$(PY) -m pytest -m "not slow"

slow: venv ## the slow tests, wheel included
	$(PY) -m pytest -m slow

wheel: venv ## build the wheel and use it outside the checkout
	$(PY) -m pytest tests/test_packaging.py

coverage: venv ## which lines the tests reach
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report

# Installed plainly: an editable installation slows down every start of Python.
# The networks' is another environment still, with what they are measured beside.
benchmark: $(PY) ## how long whole commands and networks of SIZES take: figures, no judgement
	@[ -x $(VENV)/plain/bin/python ] || $(PY) -m venv $(VENV)/plain
	@rm -rf build
	@$(VENV)/plain/bin/python -m pip install --quiet --disable-pip-version-check --upgrade .
	@$(VENV)/plain/bin/python -m pip install --quiet --disable-pip-version-check --force-reinstall --no-deps .
	$(PY) tests/benchmarks/startup.py $(VENV)/plain/bin/vmcgraph
	$(VENV)/plain/bin/python tests/benchmarks/extracting.py $(VENV)/plain/bin/vmcgraph $(wildcard $(REPORTS)/vmc2024-report.txt)
	@[ -x $(VENV)/bench/bin/python ] || $(PY) -m venv $(VENV)/bench
	@$(VENV)/bench/bin/python -m pip install --quiet --disable-pip-version-check --upgrade '.[fast,bench]'
	@$(VENV)/bench/bin/python -m pip install --quiet --disable-pip-version-check --force-reinstall --no-deps .
	$(VENV)/bench/bin/python tests/benchmarks/networks.py $(SIZES)

# ---------------------------------------------------------------- shipped data

shipped: $(VENV)/installed ## rebuild data/editions and data/graph.nq.gz: make shipped REPORTS=FOLDER
	@[ -d "$(REPORTS)" ] || { echo "$(REPORTS) is missing: make shipped REPORTS=folder-of-the-reports"; exit 1; }
	$(BIN)/vmcgraph extract "$(REPORTS)/vmc2024-report.txt" -o data/editions/vmc2024
	$(BIN)/vmcgraph extract "$(REPORTS)/vmc2025-takeaways.txt" -o data/editions/vmc2025
	$(BIN)/vmcgraph build -o data/graph.nq.gz

# As an analyst without editions of their own sees them.
notebooks: venv ## build the notebooks from their texts
	$(PY) tests/stories.py

clean: ## remove what the targets made, the environment too
	@[ ! -f $(VENV)/pyvenv.cfg ] || rm -rf $(VENV)
	rm -rf demo build dist *.egg-info .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find vmcgraph tests -name __pycache__ -type d -prune -exec rm -rf {} +
