"""What an analysis is given, what it returns, and the list of all analyses.

To add an analysis: one function that takes a Study and returns a Table, decorated with `@analysis`, in a module of this package.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import networkx as nx

from vmcgraph.lookup import Names, Thing
from vmcgraph.markup import html_table
from vmcgraph.network import VIEWS, project, sources
from vmcgraph.questions import select
from vmcgraph.scene import USUAL, Scene, edition_slug
from vmcgraph.spelling import listed

if TYPE_CHECKING:
    from vmcgraph.store import Store

Cell = str | int | float | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Ranking:
    """A picture of a table: one bar a row, in the order of the table.

    Args:
        figure: the column that says how long the bars are.
        label: the column that says whose they are.
    """

    figure: str
    label: str = "who"


@dataclass(frozen=True)
class Matrix:
    """A picture of a table of pairs: one row and one column for each of those who are paired, a count in each cell.

    Args:
        count: the column with the counts.
        ends: the two columns that say who is paired.
        weight: the column by whose sums the strongest are found.
        expected: the column with what chance would bring, told below the count; default: none.
        groups: the two columns that say in which group each of the two is; without them the order is that of the table.
    """

    count: str
    ends: tuple[str, str]
    weight: str
    groups: tuple[str, str] | None = None
    expected: str = ""


@dataclass(frozen=True)
class Comparison:
    """A picture of a table: for each row several figures side by side, in the order of the table.

    Args:
        label: the column that says whose they are, and others that go in brackets.
        figures: the columns that are compared; default: all that hold no text.
        missing: what to say where there is no figure.
        greatest: those whose figures sum up to most come first, whatever the order of the table.
    """

    label: tuple[str, ...]
    figures: tuple[str, ...] = ()
    missing: str = "none"
    greatest: bool = False


@dataclass(frozen=True)
class Table:
    """The figures of an analysis.

    Args:
        columns: their names.
        rows: their values; None where there is no figure.
        note: what the figures mean, and when not to trust them.
        name: the analysis that made it.
        title: what it tells.
        scope: what was looked at: the network and the editions.
        sources: what was read, what of it is left out, and with which caveat.
        chart: how it is drawn by `vmcgraph.plot`; None if it is not.

    Example:
        >>> Table(("who", "ties"), (("Ada Brook", 2),), "Ties are counted.").records()
        [{'who': 'Ada Brook', 'ties': 2}]
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str
    name: str = field(default="", repr=False)
    title: str = field(default="", repr=False)
    scope: str = field(default="", repr=False)
    sources: str = field(default="", repr=False)
    chart: Ranking | Matrix | Comparison | None = field(default=None, repr=False)

    def records(self) -> list[dict[str, Cell]]:
        """Return the rows as dicts by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def _repr_html_(self) -> str:
        return html_table(self.columns, self.rows, self.note)


#: In which sector a body of a type is. Governments' bodies speak for a state, those of the EU for the union.
SECTORS = {
    "ministry": "government",
    "government": "government",
    "parliament/council": "government",
    "EU institution": "EU",
    "EU agency": "EU",
    "international organisation": "international organisation",
    "NGO": "civil society",
    "network": "civil society",
    "think tank": "research",
    "university": "research",
    "company": "business",
    "other": "other",
}

# The list of speakers goes before the programme, that before a caption, that before the text.
_POSTS = """
SELECT ?person ?edition ?type ?country ?body (MIN(?rank) AS ?best) {
  ?post a vmc:Affiliation ; vmc:member ?person ; vmc:statedIn ?edition .
  OPTIONAL { ?post vmc:organisation ?body . OPTIONAL { ?body vmc:organisationType/skos:prefLabel ?type } }
  OPTIONAL { ?post vmc:country ?country }
  OPTIONAL { ?post vmc:evidence/vmc:basis/skos:prefLabel ?basis .
             VALUES (?basis ?known) { ("speakers" 0) ("listed" 1) ("caption" 2) } }
  BIND(COALESCE(?known, 3) AS ?rank)
} GROUP BY ?person ?edition ?type ?country ?body
"""
_REPRESENTS = "SELECT ?person ?country { ?person vmc:represents ?country } ORDER BY ?person ?country"


@dataclass
class Study:
    """What an analysis looks at.

    Args:
        store: holds the graph.
        view: the network that is analysed, one of network.VIEWS.
        editions: keep to these, by slug or name; all when empty.
        level: one of scene.LEVELS; it and stronger ones count.
        seed: from which everything random is drawn.

    Raises:
        QueryError: on first use, if there is no such view, level or edition.
        StoreError: on first use, if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> len(Study(open_store()).network)
        0
    """

    store: Store
    view: str = "people"
    editions: Collection[str] = ()
    level: str = USUAL
    seed: int = 1
    given: nx.Graph[str] | None = field(default=None, repr=False)

    @cached_property
    def network(self) -> nx.Graph[str]:
        """The network of the view, its nodes and ties in the order of their IRIs."""
        found = self.given
        if found is None:
            found = project(self.store, self.view, editions=self.editions, level=self.level)
        ordered: nx.Graph[str] = nx.Graph(**found.graph)
        ordered.add_nodes_from(sorted(found.nodes(data=True)))
        ends = sorted((min(one, other), max(one, other)) for one, other in found.edges)
        ordered.add_edges_from((*pair, found.edges[pair]) for pair in ends)
        return ordered

    @cached_property
    def scene(self) -> Scene:
        """The editions, sessions and captions that are kept to."""
        return Scene(self.store, self.editions)

    @cached_property
    def names(self) -> Names:
        """The names of the graph."""
        return Names(self.store)

    @cached_property
    def _labels(self) -> dict[str, str]:
        labels = {iri: str(node.get("label") or iri) for iri, node in self.network.nodes(data=True)}
        twice = {label for label, count in Counter(labels.values()).items() if count > 1}
        return {
            iri: f"{label} ({Thing(iri, '', '').identity})" if label in twice else label
            for iri, label in labels.items()
        }

    def label(self, iri: str) -> str:
        """Return what a node is called; with its id where two are called so."""
        return self._labels[iri]

    def ranked(self, rows: Iterable[Row], *keys: int) -> tuple[Row, ...]:
        """Sort rows by columns, the greatest figure first, then by all their texts.

        Args:
            rows: as a Table has them.
            keys: numbers of columns with figures.
        """

        def order(row: Row) -> tuple[object, ...]:
            figures = (row[key] for key in keys)
            return (*(-each if isinstance(each, int | float) else 0 for each in figures), *map(str, row))

        return tuple(sorted(rows, key=order))

    @property
    def looked_at(self) -> tuple[str, str]:
        """The scope and the sources that a table tells: of the network, if it was asked for, else of the editions."""
        if "network" in vars(self):
            about = self.network.graph
            return about.get("title", ""), " ".join(filter(None, (about.get("caveat"), about.get("note"))))
        return listed(self.scene.editions.values()), sources(self.scene)

    @cached_property
    def sectors(self) -> dict[str, str]:
        """The sector of each person, by the post that is shown: of the newest edition, the best place that states one."""
        found: dict[str, str] = {}
        for row in self._posts:
            sector = SECTORS.get(row.type or "", "") or ("government" if row.country and not row.body else "")
            if sector:
                found.setdefault(row.person, sector)
        return found

    @cached_property
    def countries(self) -> dict[str, str]:
        """The country that each person represents, by name; whoever represents several has the first."""
        found: dict[str, str] = {}
        for row in select(self.store, _REPRESENTS):
            found.setdefault(row.person, self.names[row.country])
        return found

    @cached_property
    def bodies(self) -> dict[str, set[str]]:
        """The names of the bodies at which each person holds a post in the editions that are kept to."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in self._posts:
            if row.body:
                found[row.person].add(self.names[row.body])
        return found

    @cached_property
    def _posts(self) -> list[Any]:
        rows = [row for row in select(self.store, _POSTS) if edition_slug(row.edition) in self.scene.editions]
        rows.sort(key=lambda row: (row.best, row.type or "", row.country or "", row.body or ""))
        return sorted(rows, key=lambda row: edition_slug(row.edition), reverse=True)


Function = Callable[[Study], Table]


@dataclass(frozen=True)
class Analysis:
    """An analysis: what it tells in a line, the view that it looks at unless told otherwise, which it can look at, its picture."""

    name: str
    title: str
    function: Function
    view: str | None
    views: tuple[str, ...]
    chart: Ranking | Matrix | Comparison | None


#: All analyses by name, in the order in which they are listed.
ANALYSES: dict[str, Analysis] = {}


def analysis(
    name: str,
    *,
    view: str | None = None,
    views: Collection[str] | None = None,
    chart: Ranking | Matrix | Comparison | None = None,
) -> Callable[[Function], Function]:
    """Enter a function in the list of analyses; the first line of its docstring says what it tells.

    Args:
        name: what the analysis is called.
        view: the view of the network that it looks at unless told otherwise; None if it asks the graph itself.
        views: those it can look at; default: all.
        chart: how its table is drawn; None if that would tell nothing.

    Returns:
        A decorator that leaves the function as it is.

    Example:
        >>> @analysis("nothing")
        ... def nothing(study):
        ...     '''Tell nothing.'''
        ...     return Table(("nothing",), (), "There is nothing to trust.")
        >>> ANALYSES.pop("nothing").title
        'Tell nothing.'
    """

    def enter(function: Function) -> Function:
        title = (function.__doc__ or "").partition("\n")[0]
        allowed = tuple(VIEWS if views is None else views) if view else ()
        ANALYSES[name] = Analysis(name, title, function, view, allowed, chart)
        return function

    return enter
