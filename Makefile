# netmap: `make help` lists what there is.

# The first of these that is Python 3.11 or newer makes .venv; PYTHON=… overrides.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
# Folders that are linted, formatted and type-checked.
CODE := netmap tests scripts examples bench
# Arguments for pytest, e.g. make test PYTEST_ARGS="tests/unit -x"
PYTEST_ARGS ?=
# Tests of one server or browser stay on one worker; the third computes while those wait for it.
WORKERS ?= 3
# How long `make fuzz` looks, all formats together.
FUZZ_SECONDS ?= 600
# How often each store is killed by `make crash`.
ROUNDS ?= 50
# Which benchmarks, e.g. make bench BENCH=store; further arguments in BENCH_ARGS.
BENCH ?=

# Tests start hundreds of processes: without compiled modules each compiles netmap anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo install dev wheel clean
.PHONY: test bench crash fuzz
.PHONY: check-a11y
.PHONY: check check-format check-lint check-types check-imports check-licences check-docs
.PHONY: format docs lock upgrade
.PHONY: audit image-by-hand screenshots

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.runtime ## load the example, print its findings, serve it on 127.0.0.1:8000
	@$(BIN)/python -m netmap demo $(DEMO_ARGS)

install: $(VENV)/.runtime ## make .venv with what netmap needs to run
dev: $(VENV)/.dev ## make .venv with what checks and tests need as well

test: $(VENV)/.dev ## run the whole suite
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup $(PYTEST_ARGS)

bench: $(VENV)/.dev $(VENV)/.bench ## measure against bare peers: bench/results.json and docs/benchmarks.md
	$(BIN)/python -m bench $(BENCH) $(BENCH_ARGS)

crash: $(VENV)/.dev ## kill programs and servers at random moments: does anything get lost?
	NETMAP_CRASH_ROUNDS=$(ROUNDS) $(BIN)/python -m pytest tests/crash -n $(WORKERS) \
		--dist loadgroup $(PYTEST_ARGS)

fuzz: $(VENV)/.dev ## break files at random for FUZZ_SECONDS: does any import crash, hang or stay half done?
	FUZZ_SECONDS=$(FUZZ_SECONDS) $(BIN)/python -m pytest tests/fuzz --timeout 0 $(PYTEST_ARGS)

check-a11y: $(VENV)/.dev ## look at every page in every language, theme and width in a real browser
	NETMAP_A11Y=full $(BIN)/python -m pytest tests/browser -k accessible \
		-n $(WORKERS) --dist loadgroup $(PYTEST_ARGS)

check: check-format check-lint check-types check-imports check-licences check-docs ## everything but the tests

check-format: $(VENV)/.dev ## formatting
	$(BIN)/ruff format --check $(CODE)

check-lint: $(VENV)/.dev ## lint rules
	$(BIN)/ruff check $(CODE)

check-types: $(VENV)/.dev ## types, strictly
	$(BIN)/mypy $(CODE)

check-imports: $(VENV)/.dev ## layers and forbidden imports
	$(BIN)/lint-imports

check-licences: $(VENV)/.dev ## licences and integrity of what is installed or vendored
	$(BIN)/python -m scripts.check_licences
	$(BIN)/python -m scripts.vendor_assets --check

check-docs: $(VENV)/.dev ## the generated reference is up to date
	$(BIN)/python -m scripts.reference --check

format: $(VENV)/.dev ## format the code and repair what lint can repair
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

docs: $(VENV)/.dev ## write the generated reference
	$(BIN)/python -m scripts.reference

# One version of a library for every supported Python and system; no index in the
# files, so that each machine uses the one it is set up for.
UV_COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-emit-index-url --no-header --no-annotate

screenshots: $(VENV)/.dev ## take the screenshots of the README from the running application (Chromium)
	$(BIN)/python -m scripts.screenshots

lock: $(VENV)/.dev ## pin the dependencies of pyproject.toml in requirements*.txt
	$(UV_COMPILE) pyproject.toml $(LOCK_ARGS) --output-file requirements.txt
	$(UV_COMPILE) pyproject.toml $(LOCK_ARGS) --group dev --constraint requirements.txt \
		--output-file requirements-dev.txt
	$(UV_COMPILE) --group build $(LOCK_ARGS) --constraint requirements-dev.txt \
		--output-file requirements-build.txt
	$(UV_COMPILE) --group bench $(LOCK_ARGS) --constraint requirements-dev.txt \
		--output-file requirements-bench.txt

upgrade: ## like lock, with the newest versions allowed
	$(MAKE) lock LOCK_ARGS=--upgrade

audit: $(VENV)/.dev ## ask the advisory database about what netmap installs (needs the internet)
	$(BIN)/pip-audit --strict --disable-pip --require-hashes --requirement requirements.txt

image-by-hand: $(VENV)/.dev ## run the steps of the Dockerfile and its command without Docker (root, Debian)
	$(BIN)/python -m scripts.image_by_hand

wheel: $(VENV)/.dev ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation --outdir dist

clean: ## remove what the targets above made
	rm -rf $(VENV) dist build test-results .mypy_cache .ruff_cache .pytest_cache \
		.import_linter_cache .hypothesis
	find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "netmap needs Python 3.11 or newer, and none was found" \
		"on the PATH. Install it (e.g. apt install python3.11 python3.11-venv) or name it:" \
		"make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "netmap needs Python 3.11 or newer, and $(PYTHON) is $$($(PYTHON) --version 2>&1)." \
		"Name a newer one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python could not make a virtual" \
		"environment. On Debian and Ubuntu its venv module is a package of its own:" \
		"apt install python3-venv" >&2; exit 1; }

# The stamps say which lock .venv holds; pip runs only when a lock is newer.
$(VENV)/.runtime: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements.txt requirements-dev.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $(VENV)/.runtime $@

# Peers of the benchmarks are no part of netmap or its tests, and some are under the GPL.
$(VENV)/.bench: requirements-bench.txt | $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@touch $@
