"""Where the graph is that a command works on: the one that travels with the package, or the user's own beside it.

The user's data folder (the platform's; VMCGRAPH_HOME names another) holds `editions/<id>/`, the tables and the text of each
report that the user built, `graph.nq.gz`, made of the shipped editions and these, and `graph.json`, which records what it was
built of: the own editions, and the digest of the shipped graph.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from vmcgraph.resources import resource
from vmcgraph.store import open_store

if TYPE_CHECKING:
    from vmcgraph.store import Store

#: Names another folder than the platform's for the user's data.
HOME_VARIABLE = "VMCGRAPH_HOME"


def home() -> Path:
    """Return the user's data folder, whether it exists or not.

    Example:
        >>> os.environ["VMCGRAPH_HOME"] = "mine"
        >>> str(home())
        'mine'
        >>> del os.environ["VMCGRAPH_HOME"]
    """
    if named := os.environ.get(HOME_VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("vmcgraph", appauthor=False)


def shipped_graph() -> Path:
    """Return the file of the graph that travels with the package.

    Raises:
        VmcGraphError: if this installation lacks it.
    """
    return resource("data", "graph.nq.gz")


def own_graph() -> Path:
    """Return where the graph of the shipped editions and the user's own is, or would be."""
    return home() / "graph.nq.gz"


def own_editions() -> list[Path]:
    """Return the folders of the user's own editions, sorted."""
    folder = home() / "editions"
    return sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


# ---------------------------------------------------------------- the usual graph


def open_usual(rebuild: Callable[[], object]) -> Store:
    """Open the graph that is asked unless another is named: the shipped one, or the user's own if there is one.

    Args:
        rebuild: is called first when the user's own graph was built of other editions, or beside another shipped graph, than
            those of now.

    Raises:
        VmcGraphError: if this installation lacks the shipped graph.
        StoreError: if the graph cannot be read.
    """
    if not own_editions():
        return open_store(shipped_graph())
    if not is_fresh():
        rebuild()
    return open_store(own_graph())


# ---------------------------------------------------------------- is the user's own graph up to date?


def is_fresh() -> bool:
    """Tell whether the user's graph was built of the editions that are there now, beside the graph that is shipped now."""
    import json

    try:
        record = json.loads(_record().read_bytes())
        known = record["shipped"] == _digest(shipped_graph()) and record["editions"] == _names()
        return own_graph().is_file() and known
    except (OSError, ValueError, KeyError, TypeError):
        return False


def record() -> dict[Path, bytes]:
    """Return the file, with its content, that says beside which shipped graph, and of which editions, the user's was built."""
    import json

    return {_record(): json.dumps({"shipped": _digest(shipped_graph()), "editions": _names()}).encode()}


def forget() -> None:
    """Let the user's graph count as out of date, as its editions are about to change."""
    _record().unlink(missing_ok=True)


def _names() -> list[str]:
    return [folder.name for folder in own_editions()]


def _record() -> Path:
    return home() / "graph.json"


def _digest(path: Path) -> str:
    import hashlib

    return hashlib.sha256(path.read_bytes()).hexdigest()
