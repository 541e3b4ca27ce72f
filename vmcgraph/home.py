"""Where the graph is that a command works on: the one that travels with the package, or the user's own beside it.

The user's data folder (the platform's; VMCGRAPH_HOME names another) holds `editions/<id>/`, the tables and the text of each
report that the user built, with the judgements about it (`judgements.csv`; alone where the edition is a shipped one),
`graph.nq.gz`, made of the shipped editions and these, and `graph.json`, which records what it was built of: the own editions,
the digests of the judgements and of the shipped graph.
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
    """Return the folders of the user's own editions, sorted; one that holds judgements only is about a shipped edition."""
    return [folder for folder in _folders() if {path.name for path in folder.iterdir()} - {_JUDGEMENTS, _EARLIER}]


def own_judgements(edition: str) -> Path:
    """Return where the user's judgements about an edition are, or would be.

    Args:
        edition: the edition's short name, such as "vmc2024".

    Example:
        >>> own_judgements("mine").parts[-3:]
        ('editions', 'mine', 'judgements.csv')
    """
    return home() / "editions" / edition / _JUDGEMENTS


def earlier_judgements(edition: str) -> Path:
    """Return where the judgements are, or would be, whose place others have taken.

    Args:
        edition: the edition's short name, such as "vmc2024".
    """
    return home() / "editions" / edition / _EARLIER


def own_text(edition: str) -> str | None:
    """Return the text in which an own edition was read; None where there is none.

    Args:
        edition: the edition's short name.
    """
    try:
        return text_file(edition).read_bytes().decode("utf-8", "surrogatepass")
    except (OSError, UnicodeDecodeError):
        return None


def text_file(edition: str) -> Path:
    """Return where the text of an own edition is, or would be, beside its tables.

    Args:
        edition: the edition's short name.
    """
    return home() / "editions" / edition / "document.txt"


_JUDGEMENTS = "judgements.csv"
_EARLIER = f"{_JUDGEMENTS}.bak"


def _folders() -> list[Path]:
    folder = home() / "editions"
    return sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


# ---------------------------------------------------------------- the usual graph


def open_usual(rebuild: Callable[[], object]) -> Store:
    """Open the graph that is asked unless another is named: the shipped one, or the user's own if there is one.

    Args:
        rebuild: is called first when the user's own graph was built of other editions or judgements, or beside another
            shipped graph, than those of now.

    Raises:
        VmcGraphError: if this installation lacks the shipped graph.
        StoreError: if the graph cannot be read.
    """
    if not _folders():
        return open_store(shipped_graph())
    if not is_fresh():
        rebuild()
    return open_store(own_graph())


# ---------------------------------------------------------------- is the user's own graph up to date?


def is_fresh() -> bool:
    """Tell whether the user's graph was built of the editions and judgements that are there now, beside the graph that is shipped now."""
    import json

    try:
        record = json.loads(_record().read_bytes())
        known = record["shipped"] == _digest(shipped_graph()) and record["editions"] == _editions()
        return own_graph().is_file() and known
    except (OSError, ValueError, KeyError, TypeError):
        return False


def record() -> dict[Path, bytes]:
    """Return the file, with its content, that says beside which shipped graph, and of which editions, the user's was built."""
    import json

    return {_record(): json.dumps({"shipped": _digest(shipped_graph()), "editions": _editions()}).encode()}


def forget() -> None:
    """Let the user's graph count as out of date, as its editions are about to change."""
    _record().unlink(missing_ok=True)


def _editions() -> dict[str, str]:
    """Return the digest of the judgements about each edition in the user's folder, "" where there are none."""
    files = {folder.name: own_judgements(folder.name) for folder in _folders()}
    return {name: _digest(file) if file.is_file() else "" for name, file in files.items()}


def _record() -> Path:
    return home() / "graph.json"


def _digest(path: Path) -> str:
    import hashlib

    return hashlib.sha256(path.read_bytes()).hexdigest()
