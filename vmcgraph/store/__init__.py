"""Keep a graph and answer SPARQL: in memory, in a folder, or at a remote endpoint, with the same answers in all three.

This package's names are loaded on their first use, so that a graph in a file costs no HTTP:

- `open_store` opens any of them; `Store` (contract.py) says what all can do;
- `MemoryStore` (local.py), `FileStore` (file.py, with the ready-made copies of cache.py), `FolderStore` (folder.py) and
  `RemoteStore` (remote.py) are the stores;
- `Solutions` and `Triples`, made of `Term` (results.py), are the answers;
- querytext.py puts values into queries, quads.py reads files.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from vmcgraph.store.contract import Store
    from vmcgraph.store.file import FileStore
    from vmcgraph.store.folder import FolderStore
    from vmcgraph.store.local import MemoryStore
    from vmcgraph.store.remote import RemoteStore
    from vmcgraph.store.results import Solutions, Term, Triples

__all__ = [
    "FileStore",
    "FolderStore",
    "MemoryStore",
    "RemoteStore",
    "Solutions",
    "Store",
    "Term",
    "Triples",
    "open_store",
]

#: The module of each name.
_HOMES = {
    "FileStore": "file",
    "FolderStore": "folder",
    "MemoryStore": "local",
    "RemoteStore": "remote",
    "Solutions": "results",
    "Store": "contract",
    "Term": "results",
    "Triples": "results",
}


if not TYPE_CHECKING:  # a checker would take every name for one of this package

    def __getattr__(name: str) -> object:
        """Load a name on its first use."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def open_store(where: str | Path | None = None, *, create: bool = False) -> Store:
    """Open a graph to ask and to fill.

    Args:
        where: None for a new, empty store in memory; a folder made by ``vmcgraph build``; an .nq, .nq.gz, .ttl, .trig
            or .nt file, only to be read (see FileStore); or the http(s) address of a SPARQL endpoint (see RemoteStore),
            which is waited for VMCGRAPH_TIMEOUT seconds, default 30.
        create: make the folder a store if it is missing or empty.

    Returns:
        The store; a context manager.

    Raises:
        StoreError: if there is no such store, or it cannot be read.

    Example:
        >>> store = open_store()
        >>> store.update("INSERT DATA { GRAPH <x:g> { <x:a> <x:b> 1 } }")
        >>> len(store)
        1
    """
    if where is None:
        from vmcgraph.store.local import MemoryStore

        return MemoryStore()
    place = os.fspath(where)
    if "://" in place:
        from vmcgraph.store.remote import RemoteStore, timeout

        return RemoteStore(place, timeout=timeout())
    place = os.path.expanduser(place)
    from vmcgraph.store.quads import FORMATS, suffix

    if os.path.isfile(place) or (suffix(place) in FORMATS and not os.path.isdir(place)):
        from vmcgraph.store.file import FileStore

        return FileStore(place)
    from vmcgraph.store.folder import FolderStore

    return FolderStore(place, create=create)
