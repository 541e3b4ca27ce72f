"""Run the notebooks, and build them from their texts.

Usage: python tests/stories.py [TEXT…]     (make notebooks)
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"


def run(text: Path, *, kernel: str = "python3", folder: Path = FOLDER, before: str = "") -> Any:
    """Return the notebook of a text with what its cells show; `before` is run ahead of them and left out."""
    notebook = jupytext.read(text)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(before))
    place = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, kernel_name=kernel, resources=place, timeout=120, record_timing=False).execute()
    del notebook.cells[0]
    return notebook


def build(text: Path) -> None:
    """Write the notebook of a text beside it, the same again from the same text."""
    notebook = run(text)
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
    nbformat.write(notebook, text.with_suffix(".ipynb"))


if __name__ == "__main__":
    for name in map(Path, sys.argv[1:]) if sys.argv[1:] else sorted(FOLDER.glob("*.md")):
        build(name)
