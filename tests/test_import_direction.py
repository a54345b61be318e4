"""Imports go one way; `docs/architecture.md` gives the reasons."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
APP = ROOT / "articles"

# From left to right: a module imports from its own level and from those left of it.
LEVELS = (
    {"markup"},
    {"wire", "models"},
    {"taxonomy", "publishing", "search", "ingest", "pictures", "selections", "exports"},
    {"context_processors", "filters", "forms", "admin", "views", "feeds", "sitemaps", "templatetags"}
    | {"management", "sample_news", "apps"},
    {"urls"},
)
PLACES = {name: level for level, names in enumerate(LEVELS) for name in names}
# Of the same level, but strangers to each other.
STRANGERS = ({"wire", "models"},)

MODULES = sorted(path for path in APP.rglob("*.py") if "migrations" not in path.parts and path.parent != APP)
MODULES += sorted(path for path in APP.glob("*.py") if path.name != "__init__.py")


def part(path: Path) -> str:
    """The part of the app that a file belongs to: `wire` for `articles/wire/dates/days.py`."""
    return path.relative_to(APP).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The full names that a file imports, wherever in it the import stands."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = list(package[: len(package) - node.level + 1]) if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def parts_used(path: Path) -> set[str]:
    """The parts of the app that a file imports from."""
    names = (name.split(".") for name in imported(path))
    return {name[1] for name in names if name[0] == "articles" and len(name) > 1}


def test_every_part_has_its_place() -> None:
    """A new module or package in `articles` is put into the order above."""
    assert {part(path) for path in MODULES} <= PLACES.keys()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(APP)))
def test_imports_go_one_way(path: Path) -> None:
    """A module imports nothing from its right, and strangers do not know each other."""
    own = part(path)
    for other in parts_used(path):
        assert PLACES[other] <= PLACES[own], f"{own} imports {other}, which stands right of it"
        for strangers in STRANGERS:
            assert other == own or not {own, other} <= strangers, f"{own} imports {other}"


@pytest.mark.parametrize(
    "path", [path for path in MODULES if part(path) in ("markup", "wire")], ids=lambda path: path.name
)
def test_markup_and_wire_are_free_of_django(path: Path) -> None:
    """Neither imports Django or anything of ours beside the other; markup knows nothing but itself."""
    names = {name.split(".")[0] for name in imported(path)}
    assert not names & {"django", "newsroom", "taggit", "django_prose_editor"}
    assert parts_used(path) <= ({"markup"} if part(path) == "markup" else {"markup", "wire"})


@pytest.mark.parametrize("module", ["articles.markup", "articles.wire", "articles.wire.documents"])
def test_they_run_in_a_python_that_never_loads_django(module: str) -> None:
    """Importing them brings no Django with it."""
    code = f"import sys, {module}; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_formats_do_not_know_each_other() -> None:
    """A format is found by walking the package, and imports no other."""
    for path in (APP / "wire" / "formats").glob("*.py"):
        others = {name for name in imported(path) if name.startswith("articles.wire.formats.")}
        assert not others, f"{path.name} imports {others}"


def test_only_formats_know_formats() -> None:
    """What formats share knows no format by name."""
    for path in (APP / "wire").rglob("*.py"):
        if "formats" not in path.parts:
            assert not [name for name in imported(path) if name.startswith("articles.wire.formats.")]
