"""Keep the graph in a folder, where other processes may read it while one rebuilds it."""

from __future__ import annotations

import os

import pyoxigraph

from vmcgraph.errors import StoreError, one_line
from vmcgraph.store.local import LocalStore

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from sqlite3 import Connection as _Lock

    from pyoxigraph import Quad


class FolderStore(LocalStore):
    """Keep the graph in a folder, where other processes may read it while one rebuilds it.

    The folder holds a marker, ``vmcgraph-store.json``, that names the current generation ``g-<n>``. A generation is
    never changed once the marker names it: every write makes a new one, flushes it and puts a new marker in place.
    Hence: a write that fails or is killed leaves the old content; an answer comes from one generation, and the next
    answer from the newest; one process writes at a time, a second one gets a StoreError at once. The generation
    before stays until the next write, so that readers in the midst of an answer can finish; that write also removes
    what killed ones left over.

    Args:
        folder: the path.
        create: make the store if the folder is missing or empty.

    Raises:
        StoreError: if there is no store, something else, or a damaged one.

    Example:
        >>> import tempfile
        >>> from pyoxigraph import Literal, NamedNode, Quad
        >>> with tempfile.TemporaryDirectory() as folder, FolderStore(folder, create=True) as store:
        ...     store.add([Quad(NamedNode("x:a"), NamedNode("x:b"), Literal(1), NamedNode("x:g"))])
        ...     len(FolderStore(folder))
        1
    """

    MARKER = "vmcgraph-store.json"
    LOCK = "vmcgraph-store.lock"

    def __init__(self, folder: str, *, create: bool = False) -> None:
        super().__init__(folder, pyoxigraph.Store())  # this stands for the store that has no generation yet
        self._generation: str | None = None
        if not os.path.exists(os.path.join(folder, self.MARKER)):
            self._create(create)
        self._database()  # a damaged store is told here, not at the first question

    def replace(self, quads: Iterable[Quad] | str | Path) -> None:
        self._publish(lambda database: self._fill(database, quads), copy=False)

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads in a new generation; unchanged data are hard-linked, not copied."""
        self._publish(lambda database: self._add(database, quads), copy=True)

    def update(self, sparql: str) -> None:
        self._publish(lambda database: self._update(database, sparql), copy=True)

    def _create(self, create: bool) -> None:
        try:
            if create:
                os.makedirs(self.name, exist_ok=True)
            found = os.listdir(self.name) if os.path.isdir(self.name) else []
            # A creation that was killed may have left its lock file and a temporary marker.
            if self.MARKER not in found and any(not entry.startswith("vmcgraph-store.") for entry in found):
                wish = "is not a vmcgraph store: name a new folder or one made by vmcgraph build"
                raise StoreError(f"{self.name} {wish}", value=self.name)
            if not create:
                wish = f"vmcgraph build --store {self.name}, or open_store(…, create=True), makes one"
                raise StoreError(f"{self.name}: there is no store here: {wish}", value=self.name)
            lock = self._lock()
            try:
                if not os.path.exists(os.path.join(self.name, self.MARKER)):  # another process may have been quicker
                    self._point_to(None)
            finally:
                lock.close()
        except OSError as error:
            raise StoreError(f"{self.name}: cannot be made a store: {one_line(error)}", value=self.name) from None

    def _current(self) -> str | None:
        """Return the generation that the marker names; None before the first write."""
        import json

        try:
            with open(os.path.join(self.name, self.MARKER), "rb") as file:
                marker = json.load(file)
            if marker["format"] != 1:
                wish = "build it again, or use the version that made it"
                raise StoreError(f"{self.name}: made by another version of vmcgraph: {wish}", value=self.name)
            current: str | None = marker["current"]
            if current is None or _number(current) is not None:
                return current
        except (OSError, ValueError, KeyError, TypeError):
            pass
        raise StoreError(f"{self.name}: {self.MARKER} is damaged: build the store again", value=self.name)

    def _database(self) -> pyoxigraph.Store:
        """Return the current generation, opened for reading."""
        database = super()._database()
        current = self._current()
        while current != self._generation:
            try:
                database = self._open = pyoxigraph.Store.read_only(os.path.join(self.name, str(current)))
                self._generation = current
            except (OSError, RuntimeError) as error:
                tried, current = current, self._current()
                # Two writes may have passed since the marker was read; the same generation again is missing or broken.
                if tried == current:
                    wish = f"{current} cannot be read: build the store again ({one_line(error)})"
                    raise StoreError(f"{self.name}: {wish}", value=self.name) from None
        return database

    def _publish(self, change: Callable[[pyoxigraph.Store], None], *, copy: bool) -> None:
        self._database()
        lock = self._lock()
        try:
            current = self._current()
            name = f"g-{1 + max(self._sweep(current), default=0)}"
            path = os.path.join(self.name, name)
            try:
                database = self._next(path, copy=copy and current is not None)
                change(database)
                database.flush()
                del database
                self._point_to(name)
            except BaseException:
                _remove(path)  # what is missed here, the next write sweeps
                raise
        except OSError as error:
            raise StoreError(f"{self.name}: cannot be written: {one_line(error)}", value=self.name) from None
        finally:
            lock.close()

    def _next(self, path: str, *, copy: bool) -> pyoxigraph.Store:
        try:
            if copy:
                self._database().backup(path)
            return pyoxigraph.Store(path)
        except RuntimeError as error:  # how pyoxigraph calls corruption; an iterable's own RuntimeError is not meant
            raise StoreError(f"{self.name}: cannot be written: {one_line(error)}", value=self.name) from None

    def _lock(self) -> _Lock:
        """Take the right to write. The system frees a lock of SQLite's when its process dies: none is ever stale."""
        import sqlite3

        lock = None
        try:
            lock = sqlite3.connect(os.path.join(self.name, self.LOCK), timeout=0, isolation_level=None)
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if lock is not None:
                lock.close()
            wish = f"cannot be written: {error}"
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_BUSY:
                wish = "is being written by another build: try again when that has ended"
            raise StoreError(f"{self.name} {wish}", value=self.name) from None
        return lock

    def _sweep(self, current: str | None) -> list[int]:
        """Remove generations that are not the current one; return the numbers of all that were there."""
        # A copy that was killed is called g-<n>.tmp by RocksDB.
        found = [entry for entry in os.listdir(self.name) if _number(entry.removesuffix(".tmp")) is not None]
        for entry in found:
            if entry != current:
                _remove(os.path.join(self.name, entry))
        return [_number(entry.removesuffix(".tmp")) or 0 for entry in found]

    def _point_to(self, generation: str | None) -> None:
        """Put a new marker in place of the old one in a single step that survives a power cut."""
        import json

        marker = os.path.join(self.name, self.MARKER)
        with open(marker + ".new", "w", encoding="utf-8") as file:
            json.dump({"format": 1, "current": generation}, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(marker + ".new", marker)
        if os.name == "posix":  # elsewhere a folder cannot be opened, nor need it be synchronised
            descriptor = os.open(self.name, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _number(entry: object) -> int | None:
    digits = entry[2:] if isinstance(entry, str) and entry.startswith("g-") else ""
    return int(digits) if digits.isdecimal() and digits.isascii() else None


def _remove(folder: str) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)  # what a reader keeps open on Windows goes at the next write
