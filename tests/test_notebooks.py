"""The notebooks tell what the package does now: kept as text, built, and the same when run from the wheel."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jupytext
import nbformat
import pytest
from stories import FOLDER, run

if TYPE_CHECKING:
    from conftest import Installed

TEXTS = sorted(FOLDER.glob("*.md"))

#: What a story for an analyst does without.
LOGIC = (
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.For,
    ast.FunctionDef,
    ast.GeneratorExp,
    ast.If,
    ast.Lambda,
    ast.ListComp,
    ast.Try,
    ast.While,
)

#: Stands before the cells while they run: whatever asks the network or its name service fails.
NO_NETWORK = """
import sys

def _refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise OSError(f"the notebook asks the network: {event} {arguments}")

sys.addaudithook(_refuse)
"""

pytestmark = pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)


def built(text: Path) -> Any:
    return nbformat.read(text.with_suffix(".ipynb"), as_version=4)


def cells(notebook: Any) -> list[tuple[str, str]]:
    return [(cell.cell_type, cell.source) for cell in notebook.cells]


def outputs(notebook: Any) -> list[list[dict[str, Any]]]:
    """Return what each cell shows; of a page in a frame only the frame, of a picture only the words: what draws them has versions."""
    shown = [[dict(output) for output in cell.get("outputs", ())] for cell in notebook.cells]
    for output in (output for cell in shown for output in cell):
        output.pop("execution_count", None)
        if "<iframe" in output.get("data", {}).get("text/html", ""):
            output["data"] = {"text/html": output["data"]["text/html"].partition(" srcdoc=")[0]}
        if svg := output.get("data", {}).get("image/svg+xml"):
            output["data"]["image/svg+xml"] = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    return shown


def test_the_built_notebook_has_the_cells_of_the_text(text: Path) -> None:
    assert cells(built(text)) == cells(jupytext.read(text)), "make notebooks"


def test_no_cell_holds_logic(text: Path) -> None:
    for kind, source in cells(jupytext.read(text)):
        if kind == "code":
            found = [type(node).__name__ for node in ast.walk(ast.parse(source)) if isinstance(node, LOGIC)]
            assert not found, source


def test_what_is_shown_is_complete_in_itself(text: Path) -> None:
    for cell in outputs(built(text)):
        for output in cell:
            assert output["output_type"] != "error"
            page = output.get("data", {}).get("text/html", "")
            assert ' sandbox="allow-scripts"' in page if "<iframe" in page else "<script" not in page


@pytest.mark.slow
def test_the_installed_wheel_shows_the_same_without_network(
    text: Path, installed: Installed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kernel = tmp_path / "kernels" / "installed"
    kernel.mkdir(parents=True)
    start = [str(installed.bin / "python"), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec = {"argv": start, "display_name": "installed", "language": "python", "env": {"PYTHONPATH": ""}}
    (kernel / "kernel.json").write_text(json.dumps(spec))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    notebook = run(text, kernel="installed", folder=installed.elsewhere, before=NO_NETWORK)
    assert outputs(notebook) == outputs(built(text)), "make notebooks"
