PYTHON ?= python3

.PHONY: help check run locales schemas commands golden wheel bench lock pictures screens reference console

help:  ## what can be done here
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

check:  ## format, lint, types, layers, content, catalogues, tests
	$(PYTHON) tools/start.py check

run:  ## open the program
	$(PYTHON) tools/start.py

locales:  ## extract all texts again and update every catalogue
	.venv-dev/bin/python tools/catalogues.py

schemas:  ## write docs/reference/schemas/*.json from the records
	.venv-dev/bin/python tools/schemas.py

commands:  ## write docs/reference/commands.md from the help texts
	.venv-dev/bin/python tools/commands.py

golden:  ## write tests/golden again; read the difference before you commit it
	.venv-dev/bin/python tools/golden.py

reference:  ## write docs/reference/{checks,content,commands}.md again
	.venv-dev/bin/python tools/reference.py

console:  ## run the examples of the documentation and write what they show
	.venv-dev/bin/python tools/console.py --write

pictures:  ## take the pictures of the README from the running program
	.venv-dev/bin/python tools/pictures.py

screens:  ## a picture of every page in a language: make screens LOCALE=fr FOLDER=../pictures
	.venv-dev/bin/python tools/pictures.py --every $(LOCALE) $(FOLDER)

wheel:  ## build the wheel into dist/
	.venv-dev/bin/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

bench:  ## measure speed, as ratios
	.venv-dev/bin/python bench/run.py

lock:  ## lock versions with hashes again (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header pyproject.toml requirements/build.in -o requirements/run.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header pyproject.toml requirements/build.in --group dev -c requirements/run.txt -o requirements/dev.txt
