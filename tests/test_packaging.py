"""The wheel holds what belongs in it and works away from the checkout."""

from __future__ import annotations

import ast
import configparser
import sys
import zipfile
from email.message import Message
from email.parser import Parser
from importlib import metadata
from pathlib import Path

import pytest
from conftest import ROOT, Installed


def setup_cfg() -> configparser.ConfigParser:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return config


def files(folder: str, *patterns: str) -> set[str]:
    """Return the files below a folder of the checkout as paths in the wheel."""
    inside = "" if folder == "vmcgraph" else "vmcgraph/"
    return {
        inside + path.relative_to(ROOT).as_posix()
        for pattern in patterns
        for path in (ROOT / folder).glob(pattern)
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_every_folder_of_modules_is_a_listed_package() -> None:
    listed = set(setup_cfg()["options"]["packages"].split())
    there = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "vmcgraph").rglob("*.py")}
    assert listed == there | {"vmcgraph.ontology", "vmcgraph.data"}


def test_every_import_is_a_declared_dependency() -> None:
    imported = set()
    for path in (ROOT / "vmcgraph").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                imported.add(node.module.partition(".")[0])
    outside = imported - set(sys.stdlib_module_names) - {"vmcgraph"}
    providers = metadata.packages_distributions()
    extras = setup_cfg()["options.extras_require"]
    lists = [
        setup_cfg()["options"]["install_requires"],
        *(extras[name] for name in extras if name not in ("bench", "test")),
    ]
    lines = [line.split() for text in lists for line in text.strip().splitlines() if not line.startswith("#")]
    declared = {line[0] for line in lines}
    used = {providers.get(name, [name])[0].lower().replace("_", "-") for name in outside}
    assert used <= declared, "imported, not declared in setup.cfg"
    assert declared <= used, "declared in setup.cfg, not imported"


@pytest.mark.slow
def test_the_wheel_holds_the_package_and_its_data_and_nothing_else(wheel: Path) -> None:
    expected = (
        files("vmcgraph", "**/*.py", "py.typed", "queries/*", "templates/*")
        | files("ontology", "*")
        | files("data", "graph.nq.gz", "reference/*", "curated/*", "editions/*/*")
    )
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert names == expected
    for wanted in ("vmcgraph/data/graph.nq.gz", "vmcgraph/ontology/vmc.ttl", "vmcgraph/py.typed"):
        assert wanted in names


@pytest.mark.slow
def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (path,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        said: Message = Parser().parsestr(archive.read(path).decode())
        assert any(name.endswith("/licenses/LICENSE") for name in archive.namelist())
    assert (said["Name"], said["License-Expression"], said["Requires-Python"]) == ("vmcgraph", "MIT", ">=3.11")


@pytest.mark.slow
def test_the_package_is_the_installed_one_and_finds_its_files(installed: Installed) -> None:
    code = "import vmcgraph.resources as r; print(r.__file__); print(r.resource('ontology', 'vmc.ttl'))"
    module, ontology = installed("python", "-c", code).splitlines()
    home = installed.bin.parent.resolve()
    assert home in Path(module).resolve().parents
    assert home in Path(ontology).resolve().parents


@pytest.mark.slow
def test_every_entry_point_starts(installed: Installed) -> None:
    from vmcgraph import __version__

    scripts = setup_cfg()["options.entry_points"]["console_scripts"].split("\n")
    for script in filter(None, scripts):
        assert __version__ in installed(script.split()[0], "--version")
        assert "Usage:" in installed(script.split()[0], "--help")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (("who", "Nicole de Moor"), "Nicole de Moor"),
        (("coappear", "nicole de moor"), "Gerhard Karner"),
        (("path", "Ivan Krastev", "Nicole de Moor"), "Nicole de Moor"),
        (("who", "ICMPD"), "organisation"),
        (("query", "SELECT ?p { ?p a vmc:Person } LIMIT 1"), "person/"),
        (("validate",), ""),
        (("build", "-o", "graph.nq.gz"), ""),
        (("query", "--name", "unlisted-moderators"), "Radim Žák"),
        (("network", "people", "-o", "people.html"), ""),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_the_commands_work_on_the_shipped_graph(installed: Installed, command: tuple[str, ...], expected: str) -> None:
    assert expected in installed("vmcgraph", *command)
    if "-o" in command:
        assert (installed.elsewhere / command[-1]).stat().st_size > 1000
