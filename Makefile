# Everything a newcomer needs is two commands: `make run` and `make test`.

PORT ?= 5000
HOST ?= 127.0.0.1
PYTHON ?=
UPGRADE ?=

venv := .venv
python := $(venv)/bin/python
pip := $(python) -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test test-fast golden docs check format bench attack lighthouse lock screenshots icons clean

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  PORT, HOST and PYTHON change where it runs and with what: make run PORT=8000"

run: $(venv)/run.stamp ## Serve the site on this computer, on http://127.0.0.1:5000
	@HOST="$(HOST)" PORT="$(PORT)" $(python) -m gunicorn --config gunicorn.conf.py wsgi:app

test: $(venv)/test.stamp ## Run all tests, those in a browser too (ARGS goes to pytest)
	@chromium="$$(tools/find-chromium $(python))" && firefox="$$(tools/find-firefox || true)" && \
		redis="$$(tools/find-redis)" && nginx="$$(tools/find-nginx || true)" && \
		caddy="$$(tools/find-caddy || true)" && \
		postgres="$$(tools/find-postgres)" && LETTERWRITER_POSTGRES="$$postgres" \
		LETTERWRITER_CHROMIUM="$$chromium" LETTERWRITER_FIREFOX="$$firefox" \
		LETTERWRITER_REDIS_SERVER="$$redis" LETTERWRITER_NGINX="$$nginx" \
		LETTERWRITER_CADDY="$$caddy" \
		$(python) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile $(ARGS)

test-fast: $(venv)/test.stamp ## Run what needs no browser and no long work (ARGS goes to pytest)
	@redis="$$(tools/find-redis)" && postgres="$$(tools/find-postgres)" && \
		LETTERWRITER_REDIS_SERVER="$$redis" LETTERWRITER_POSTGRES="$$postgres" \
		$(python) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile \
		-m "not browser and not firefox and not slow" $(ARGS)

golden: $(venv)/test.stamp ## Write the letters in tests/golden anew: read them before you commit
	$(python) -m pytest --quiet --write-golden tests/unit/letters/test_golden_letters.py tests/unit/letters/test_second_letters.py

docs: $(venv)/test.stamp ## Draw the imports in docs/ARCHITECTURE.md anew
	$(python) -m tools.imports_picture

check: $(venv)/test.stamp ## Check format, lint, types, imports, and (where Node is) scripts and styles for old iPads
	$(python) -m ruff format --check .
	$(python) -m ruff check .
	$(python) -m mypy
	$(venv)/bin/lint-imports --no-logo --cache-dir .cache/import-linter
	@tools/run-linters --where-node-is

format: $(venv)/test.stamp ## Lay the code out and fix what lint can fix
	$(python) -m ruff check --fix .
	$(python) -m ruff format .

bench: $(venv)/bench.stamp ## Measure speed and size against targets
	@$(python) -c 'import weasyprint' 2>/dev/null || \
		tools/apt-install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 || \
		echo "WeasyPrint needs Pango, which could not be installed here." >&2
	@$(python) -m bench $(ARGS)

attack: $(venv)/test.stamp ## Attack a site of one's own, on this computer, and say what held
	@$(python) -m attack $(ARGS)

lighthouse: $(venv)/test.stamp ## Measure three screens with Lighthouse, on Chromium (needs Node and npm)
	@chromium="$$(tools/find-chromium $(python))" && tools/run-lighthouse $(python) "$$chromium"

lock: $(venv)/lock.stamp ## Write the locks anew from pyproject.toml (UPGRADE=--upgrade for newer versions)
	@tools/compile-locks $(venv)/bin/uv $(UPGRADE)

screenshots: $(venv)/test.stamp ## Take the documents' pictures from the real pages
	@chromium="$$(tools/find-chromium $(python))" && \
		LETTERWRITER_CHROMIUM="$$chromium" $(python) tools/screenshots

icons: $(venv)/test.stamp ## Make the app's icons anew from the mark
	@chromium="$$(tools/find-chromium $(python))" && \
		LETTERWRITER_CHROMIUM="$$chromium" $(python) tools/icons

clean: ## Remove the environment and everything else that was made
	rm -rf $(venv) .cache .hypothesis .pytest_cache build dist tools/lint/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp says that a lock is installed as it stands, so the second time is instant.
# The checkout itself is installed too, editable, for the `letterwriter` command.
$(venv)/run.stamp $(venv)/test.stamp $(venv)/bench.stamp: $(venv)/%.stamp: requirements/%.txt pyproject.toml | $(python)
	@echo "Installing requirements/$*.txt into $(venv): a minute the first time ..."
	@$(pip) --require-hashes --requirement requirements/$*.txt
	@$(pip) --no-deps --no-build-isolation --editable .
	@touch $@

$(venv)/lock.stamp: requirements/lock.txt | $(python)
	@$(pip) --require-hashes --requirement requirements/lock.txt
	@touch $@

$(python):
	@python="$$(tools/find-python $(PYTHON))" && \
		echo "Making $(venv) with $$($$python --version)" && \
		"$$python" -m venv --clear $(venv)
