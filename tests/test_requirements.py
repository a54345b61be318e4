"""Requirements are pinned, complete and used."""

from __future__ import annotations

import ast
import re
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
RUN, DEVELOP = "requirements.txt", "requirements-dev.txt"
# What no line of Python names, and why it is needed all the same.
USED_OTHERWISE = {
    "gunicorn": "make serve starts it",
    "tzdata": "zoneinfo reads it where the system has no time zones",
    "psycopg": "Django's PostgreSQL backend, chosen by DATABASE_URL",
    "djade": "make test runs it",
    "django-stubs": "mypy's plugin, named in pyproject.toml",
    "mypy": "make test runs it",
    "pytest-django": "plugin of pytest",
    "pytest-xdist": "plugin of pytest",
    "ruff": "make test runs it",
}


def normal(name: str) -> str:
    """A package's name as all its spellings are compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def listed(file: str) -> dict[str, Requirement]:
    """The packages that a file lists itself, by normal name."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    found = [
        Requirement(line) for line in lines if line.strip() and not line.lstrip().startswith(("#", "-r"))
    ]
    assert len({normal(one.name) for one in found}) == len(found), "a package is listed twice"
    return {normal(one.name): one for one in found}


def direct(file: str) -> set[str]:
    """Those above the line that begins what they need in turn."""
    text = (ROOT / file).read_text(encoding="utf-8").partition("# What those need")[0]
    return {
        name for name, one in listed(file).items() if re.search(rf"(?m)^{re.escape(one.name)}[\[=]", text)
    }


def needed(names: set[str], extras: dict[str, set[str]]) -> set[str]:
    """These packages and all that they ask for on this machine."""
    found: set[str] = set()
    queue = [(name, extra) for name in names for extra in ({"", *extras.get(name, set())})]
    seen = set()
    while queue:
        name, extra = queue.pop()
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        found.add(name)
        for line in metadata.requires(name) or []:
            one = Requirement(line)
            if one.marker is None or one.marker.evaluate({"extra": extra}):
                queue += [(normal(one.name), wanted) for wanted in ({"", *one.extras})]
    return found


@pytest.mark.parametrize("file", [RUN, DEVELOP])
def test_every_package_is_pinned_to_what_is_installed(file):
    """One version each, by ==, and it is the one that these tests run with."""
    for name, one in listed(file).items():
        assert re.fullmatch(r"==[\w.]+", str(one.specifier)), f"{one} is not pinned"
        assert one.specifier.contains(metadata.version(name)), f"{one} is not what is installed"


def test_what_is_listed_is_what_is_needed():
    """No package is missing from the files and none is left over from a former need."""
    run, develop = listed(RUN), listed(DEVELOP)
    extras = {name: set(one.extras) for name, one in (run | develop).items()}
    assert needed(direct(RUN), extras) == set(run)
    assert needed(direct(DEVELOP), extras) - set(run) == set(develop)


def test_every_direct_requirement_is_used():
    """The project's own code imports it or names it in its settings, or the table above says why not."""
    used = set()
    for folder in ("articles", "newsroom", "tests", "bench", "tools"):
        for path in (ROOT / folder).rglob("*.py"):
            used |= named_in(path)
    modules = metadata.packages_distributions()
    packages = {normal(package) for name in used for package in modules.get(name, ())}
    for name in direct(RUN) | direct(DEVELOP):
        assert name in packages or name in USED_OTHERWISE, f"{name} is used nowhere"


def test_the_site_itself_uses_what_it_asks_for():
    """What only tests and tools use stands in requirements-dev.txt."""
    used = {
        name
        for folder in ("articles", "newsroom")
        for path in (ROOT / folder).rglob("*.py")
        for name in named_in(path)
    }
    modules = metadata.packages_distributions()
    packages = {normal(package) for name in used for package in modules.get(name, ())}
    assert direct(RUN) - packages - set(USED_OTHERWISE) == set()


def named_in(path: Path) -> set[str]:
    """Top-level modules that a file imports, or names in a dotted string such as a middleware's."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and path.name == "settings.py":
            found.add(node.value.partition(".")[0])
    return found
