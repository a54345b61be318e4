# Newsroom. `make run` for a site on this machine, `make serve` for production, `make test` before a change.
# Needs nothing but make and Python 3.11 or newer. Works in folders with blanks in their names.

PORT ?= 8000
LISTEN ?= 0.0.0.0
PY := .venv/bin/python

# The first Python that is new enough; `make PYTHON=/path/to/python` chooses another.
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo "$$name"; break; fi; done)

.DEFAULT_GOAL := help
.PHONY: help install install-dev run serve test test-long bench

help:  ## This list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile

install:  ## .venv with all that a site needs
	@test -n "$(PYTHON)" || { echo "Newsroom needs Python 3.11 or newer, and none was found." >&2; exit 1; }
	@"$(PYTHON)" tools/venv.py requirements.txt

install-dev: install
	@"$(PYTHON)" tools/venv.py requirements.txt requirements-dev.txt

run serve: export PORT := $(PORT)
run: install  ## A site on this machine, with sample news and an administrator; PORT=8000
	@$(PY) manage.py set_up --sample-news --port "$(PORT)"
	@DJANGO_RUNSERVER_HIDE_WARNING=true exec $(PY) manage.py runserver "127.0.0.1:$(PORT)"

serve: export DEBUG = 0
serve: install  ## The site as in production, by gunicorn; PORT=8000 WORKERS= LISTEN=0.0.0.0
	@$(PY) manage.py set_up --host "$(LISTEN)" --port "$(PORT)"
	@LISTEN="$(LISTEN)" exec $(PY) -m gunicorn --config newsroom/gunicorn_conf.py

test: install-dev  ## Tests on SQLite and PostgreSQL, lint, types, checks; CI=1: nothing may be absent
	@$(PY) tools/check.py

test-long: install-dev  ## The same with the long forms of the tests
	@$(PY) tools/check.py --long

bench: install  ## Benchmarks as a table; SIZE=2000
	@$(PY) -m bench
