"""Answer from a graph file, which is only read."""

from __future__ import annotations

import pyoxigraph
from pyoxigraph import NamedNode

from vmcgraph.errors import StoreError
from vmcgraph.store.cache import opened
from vmcgraph.store.local import LocalStore, with_union
from vmcgraph.store.quads import each_quad

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pyoxigraph import Quad


class FileStore(LocalStore):
    """Answer from a file; it cannot be changed, as nothing would reach the file.

    A large file is answered from a copy in the user's cache folder that is quick to open (cache.py).

    Args:
        path: an .nq, .nq.gz, .ttl, .trig or .nt file. Triples outside a graph get one named by its ``file:`` IRI.

    Raises:
        StoreError: if the file is missing or broken, with the line.

    Example:
        >>> import tempfile
        >>> with tempfile.NamedTemporaryFile(suffix=".nt") as file:
        ...     len(FileStore(file.name))
        0
    """

    def __init__(self, path: str) -> None:
        from pathlib import Path

        iri = Path(path).absolute().as_uri()

        def read() -> pyoxigraph.Store:
            database = pyoxigraph.Store()
            database.bulk_extend(with_union(each_quad(path, path, home=NamedNode(iri))))
            return database

        super().__init__(path, opened(path, iri, read))

    def replace(self, quads: Iterable[Quad] | str | Path) -> None:
        raise self._refusal()

    def add(self, quads: Iterable[Quad]) -> None:
        raise self._refusal()

    def update(self, sparql: str) -> None:
        raise self._refusal()

    def _refusal(self) -> StoreError:
        wish = "a file is only read: to change the graph, open a folder"
        return StoreError(f"{self.name}: {wish}", value=self.name)
