"""Keep the graph in a database of pyoxigraph's: in memory here, of a file in file.py, on disk in folder.py.

The default graph of a query is the union of the named graphs *as a set*. pyoxigraph's own union repeats a triple that
two graphs state, so that counts would double; a database therefore holds the union as the content of its default graph.
It is bookkeeping: ``quads``, ``len`` and ``serialize`` show the named graphs alone.
"""

from __future__ import annotations

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad

from vmcgraph.errors import QueryError, StoreError, one_line
from vmcgraph.store.contract import Store
from vmcgraph.store.quads import each_quad
from vmcgraph.store.querytext import syntax_words
from vmcgraph.store.results import Triples, held

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from vmcgraph.store.results import Solutions


class LocalStore(Store):
    """Answer from a database; how it is changed, the stores themselves say."""

    def __init__(self, name: str, database: pyoxigraph.Store) -> None:
        self.name = name
        self._open: pyoxigraph.Store | None = database

    def graphs(self) -> tuple[NamedNode, ...]:
        names = (graph for graph in self._database().named_graphs() if isinstance(graph, NamedNode))
        return tuple(sorted((graph for graph in names if any(self.quads(graph))), key=str))

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        return self._quads(self._database(), graph)

    def close(self) -> None:
        """Let the content go; every later call is a StoreError."""
        self._open = None

    def _answer(self, sparql: str) -> Solutions | bool | Triples:
        try:
            answer = self._database().query(sparql)
            return Triples(answer) if isinstance(answer, pyoxigraph.QueryTriples) else held(answer)
        except (OSError, RuntimeError, ValueError) as error:
            raise StoreError(f"{self.name}: {one_line(error)}", value=sparql) from None

    def _database(self) -> pyoxigraph.Store:
        if self._open is None:
            raise StoreError(f"{self.name} is closed: open it again", value=self.name)
        return self._open

    def _quads(self, database: pyoxigraph.Store, graph: NamedNode | None) -> Iterator[Quad]:
        try:
            for each in [graph] if graph is not None else list(database.named_graphs()):
                yield from database.quads_for_pattern(None, None, None, each)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{self.name}: cannot be read: {one_line(error)}", value=self.name) from None

    def _add(self, database: pyoxigraph.Store, quads: Iterable[Quad]) -> None:
        database.extend(list(with_union(each_quad(quads, self.name))))

    def _fill(self, database: pyoxigraph.Store, quads: Iterable[Quad] | str | Path) -> None:
        """Add quads to a database that nobody uses any more if this fails half-way."""
        database.bulk_extend(with_union(each_quad(quads, self.name)))

    def _update(self, database: pyoxigraph.Store, sparql: str) -> None:
        """Carry out an update in a database that nobody uses any more if this fails half-way."""
        # Without the union in it, the default graph holds afterwards just what the request wrongly put there.
        database.clear_graph(DefaultGraph())
        try:
            database.update(sparql)
        except SyntaxError as error:
            raise QueryError(syntax_words(sparql, str(error)), value=sparql) from None
        except (OSError, RuntimeError, ValueError) as error:
            raise StoreError(f"{self.name}: {one_line(error)}", value=sparql) from None
        # Faster than INSERT … WHERE on disk by half: the sorted files are written directly.
        database.bulk_extend(Quad(*quad.triple) for quad in each_quad(database, self.name))


class MemoryStore(LocalStore):
    """Keep the graph in memory; it is gone with the process.

    Example:
        >>> len(MemoryStore())
        0
    """

    def __init__(self) -> None:
        super().__init__("the store in memory", pyoxigraph.Store())

    def replace(self, quads: Iterable[Quad] | str | Path) -> None:
        self._database()  # a closed store says so
        new = pyoxigraph.Store()
        self._fill(new, quads)
        self._open = new

    def add(self, quads: Iterable[Quad]) -> None:
        self._add(self._database(), quads)

    def update(self, sparql: str) -> None:
        """Carry out an update on a copy, which becomes the content if all went well."""
        copy = pyoxigraph.Store()
        copy.bulk_extend(self.quads())
        self._update(copy, sparql)
        self._open = copy


def with_union(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield quads of named graphs, each also as one of the default graph."""
    for quad in quads:
        yield quad
        yield Quad(*quad.triple)
