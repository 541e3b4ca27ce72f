"""Keep copies of large graph files that open in an instant: parsing takes longer than a whole command should.

The user's cache folder (the platform's; VMCGRAPH_CACHE names another) holds one database for each file and content that was
opened, made when it is first opened. Nothing depends on a copy: one that cannot be opened or made is done without.
"""

from __future__ import annotations

import os
from contextlib import suppress

import pyoxigraph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

#: Names another folder than the platform's for the copies.
CACHE_VARIABLE = "VMCGRAPH_CACHE"

#: Raise it when a database is laid out differently, so that older copies are not opened.
LAYOUT = 1
#: Bytes of RDF, uncompressed; up to here, reading the file takes no longer than finding and opening a copy.
SMALL = 1_000_000
#: As many copies stay, the latest used ones.
COPIES = 4
#: Seconds after which an unused copy goes.
AGE = 90 * 24 * 60 * 60


def opened(path: str, iri: str, read: Callable[[], pyoxigraph.Store]) -> pyoxigraph.Store:
    """Return the content of a graph file: its copy, opened for reading, else what is read.

    Args:
        path: the file.
        iri: its ``file:`` IRI, which can be part of the content.
        read: reads it into memory.
    """
    key = _key(path, iri)
    if key is None:
        return read()
    copy = os.path.join(_folder(), key)
    database = _open(copy)
    if database is None:
        memory = read()
        if _key(path, iri) == key:  # else the file was changed meanwhile
            _make(copy, memory)
        # Not the one in memory, so that the answers have the same order the next time.
        database = _open(copy) or memory
    return database


def _key(path: str, iri: str) -> str | None:
    """Return what the content of a file's copy depends on, as a digest; None if the file is small or cannot be read."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return None
    # The last four bytes of a gzip file say how long its content is.
    if (int.from_bytes(data[-4:], "little") if path.endswith(".gz") else len(data)) <= SMALL:
        return None
    import hashlib

    return hashlib.sha256(f"{LAYOUT} {pyoxigraph.__version__} {iri}\n".encode() + data).hexdigest()


def _folder() -> str:
    if named := os.environ.get(CACHE_VARIABLE):
        return os.path.expanduser(named)
    from platformdirs import user_cache_path

    return str(user_cache_path("vmcgraph", appauthor=False))


def _open(copy: str) -> pyoxigraph.Store | None:
    """Open a copy for reading; None if there is none, or a damaged one, which is removed."""
    if not os.path.isdir(copy):
        return None
    with suppress(OSError, RuntimeError):
        database = pyoxigraph.Store.read_only(copy)
        if any(True for _ in database):  # a database whose list of files is cut off can be opened, and is empty
            with suppress(OSError):
                os.utime(copy)  # it counts as used now
            return database
    _remove(copy)
    return None


def _make(copy: str, content: pyoxigraph.Store) -> None:
    """Write a copy if possible: it appears whole, and the first of two that are made at once stays."""
    from tempfile import TemporaryDirectory

    folder, key = os.path.split(copy)
    with suppress(OSError, RuntimeError):
        os.makedirs(folder, exist_ok=True)
        with TemporaryDirectory(prefix=f"{key}.", dir=folder, ignore_cleanup_errors=True) as unfinished:
            path = os.path.join(unfinished, "copy")
            database = pyoxigraph.Store(path)
            database.bulk_extend(content)
            database.flush()
            del database
            os.rename(path, copy)
        _sweep(folder)


def _sweep(folder: str) -> None:
    """Remove copies that nobody uses any more, and what killed processes left unfinished."""
    import re
    import time

    copies = [entry for entry in os.scandir(folder) if re.match(r"[0-9a-f]{64}(\.|$)", entry.name)]
    copies.sort(key=lambda entry: entry.stat().st_mtime, reverse=True)
    for place, entry in enumerate(copies):
        if place >= COPIES or entry.stat().st_mtime < time.time() - AGE:
            _remove(entry.path)


def _remove(copy: str) -> None:
    import shutil

    shutil.rmtree(copy, ignore_errors=True)
