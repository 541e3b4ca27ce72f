"""What the README and the other documents say is so."""

from __future__ import annotations

import configparser
import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
from conftest import ROOT, Run

import vmcgraph
from vmcgraph.judgements import ACTIONS, parse_judgements

README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

# Assembled, so that this file does not hold what it looks for.
MACHINE_PATH = re.compile(r"(?<![\w.:/~-])/(?:" + "|".join(("wo" + "rk", "ro" + "ot", "ho" + "me")) + r")(?:/|\b)")
REGISTRY_HOST = re.compile(
    r"\b(?:py" + r"pi\.org|pythonhos" + r"ted\.org|registry\.np" + r"mjs\.org|deb\.deb" + r"ian\.org|proxy\.go"
    r"lang\.org|conda\.ana" + r"conda\.org|repo\.ma" + r"ven\.apache\.org)\b"
)


def blocks(language: str) -> list[str]:
    return [code for name, code in FENCED.findall(README) if name == language]


def section(title: str) -> str:
    """Return the README's text from a heading to the next of any level."""
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#+ |\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, f"README has no section {title}"
    return found[1]


def group() -> click.Group:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    module, _, name = config["options.entry_points"]["console_scripts"].split("=")[1].strip().partition(":")
    found = getattr(import_module(module), name)
    assert isinstance(found, click.Group)
    return found


def commands() -> dict[str, click.Command]:
    return {name: command for name in group().commands if (command := group().get_command(CONTEXT, name))}


CONTEXT = click.Context(click.Command("vmcgraph"), info_name="vmcgraph")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with a report of the reader's own, as the README supposes."""
    sample = min((ROOT / "data" / "samples").rglob("*.pdf"))
    shutil.copy(sample, tmp_path / "my-report.pdf")
    return tmp_path


# ---------------------------------------------------------------- README


def test_every_command_of_the_readme_runs(run: Run, desk: Path) -> None:
    lines = [line for code in blocks("sh") for line in code.splitlines() if line.startswith("vmcgraph ")]
    assert len(lines) >= 8
    for line in lines:
        run(*shlex.split(line, comments=True)[1:], cwd=desk)


def test_the_library_examples_of_the_readme_run(desk: Path) -> None:
    code = "\n".join(blocks("python"))
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=desk,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_the_judgements_of_the_readme_are_well_formed() -> None:
    (example,) = blocks("text")
    judged = parse_judgements(example)
    assert [judgement.action for judgement in judged] == ["same", "remove", "set", "add", "keep"]
    table = re.findall(r"^\| `(\w+)` \|", section("Correcting a reading"), re.MULTILINE)
    assert table == list(ACTIONS)


def test_every_make_target_of_the_readme_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = re.findall(r"\bmake ([a-z]+)\b", "\n".join([*blocks("sh"), *re.findall(r"`([^`\n]+)`", README)]))
    assert {"demo", "test"} <= set(named)
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_public_name_is_in_the_readme_and_can_be_had() -> None:
    listed = re.findall(r"`(\w+)`", section("Public names"))
    assert sorted(listed) == sorted(set(vmcgraph.__all__) - {"__version__"})
    for name in vmcgraph.__all__:
        assert getattr(vmcgraph, name) is not None


def test_every_command_is_in_the_table_of_the_readme_and_no_other() -> None:
    rows = re.findall(r"^\| `vmcgraph (\w+)", section("Commands"), re.MULTILINE)
    assert sorted(rows) == sorted(commands())


def test_every_command_says_what_it_does_with_an_example() -> None:
    for name, command in commands().items():
        text = command.get_help(click.Context(command, info_name=name, parent=CONTEXT))
        usage, _, rest = text.partition("\n")
        assert usage.startswith("Usage:"), name
        assert rest.strip(), f"{name} has no help"
        assert re.search(rf"vmcgraph {name}\b", rest), f"the help of {name} has no example"
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{name} {option.opts[0]} has no help"


# ---------------------------------------------------------------- the other documents


def test_the_version_is_that_of_the_newest_entry_of_the_changelog() -> None:
    headings = re.findall(r"^## \[([^\]]+)\] - (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert headings[0][0] == vmcgraph.__version__
    for _, date in headings[1:]:
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", date)


def test_no_file_names_a_machine_path_or_a_registry() -> None:
    listing = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-co", "--exclude-standard", "-z"], capture_output=True, encoding="utf-8"
    )
    if listing.returncode:
        pytest.skip("needs a git checkout")
    found = []
    for name in filter(None, listing.stdout.split("\0")):
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue  # not text; or deleted, not yet committed
        found += [f"{name}: {hit[0]}" for hit in MACHINE_PATH.finditer(text)]
        found += [f"{name}: {hit[0]}" for hit in REGISTRY_HOST.finditer(text)]
    assert found == []
