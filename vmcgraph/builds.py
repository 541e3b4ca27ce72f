"""What differs between two builds of a graph: rows that only one of them has, and columns whose values are others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from vmcgraph.difference import Change, Difference, Source, Value, named, source
from vmcgraph.lookup import Thing
from vmcgraph.namespaces import DERIVED, GRAPH, ID, ONTOLOGY, identity_of, node
from vmcgraph.scene import Scene, pages, several_pages
from vmcgraph.spelling import counted, fold

if TYPE_CHECKING:
    from vmcgraph.store import Store, Term

ADDED, REMOVED, CHANGED = "added", "removed", "changed"

_TYPE, _EVIDENCE, _PLACE = node("rdf:type"), node("vmc:evidence"), node("vmc:Evidence")
_DIGEST = node("vmc:sha256")
_LABELS = (node("rdfs:label"), node("skos:prefLabel"))
_FIRST, _LAST = (node("vmc:page"), node("vmc:pageFrom")), node("vmc:pageTo")
#: What is not stated by a report, and how a note calls it.
_BESIDE = {DERIVED: "what follows from the facts", ONTOLOGY: "the vocabulary"}

#: A row: the short name of its edition, and its IRI.
_Row = tuple[str, NamedNode]
#: The values of a row by column.
_Columns = Mapping[NamedNode, Collection["Term"]]


def diff_builds(before: Store, after: Store) -> Difference:
    """Tell which rows two builds of a graph do not share, and which values of those that they share are others.

    Rows are compared of editions that both hold; an edition that only one holds is told as one row. What follows from the facts, and the vocabulary, are counted in a note; where the
    builds read different texts of an edition, the places in it are not compared.

    Args:
        before: the one build.
        after: the other one.

    Raises:
        StoreError: if a store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> diff_builds(open_store(), open_store()).changes
        ()
    """
    old, new = _Build(before), _Build(after)
    both = old.scene.editions.keys() & new.scene.editions.keys()
    rows = {row for quad in old.quads ^ new.quads if (row := _row(quad)) and row[0] in both}
    ours, theirs = old.columns(rows), new.columns(rows)
    moved = {edition for edition in both if old.digests[edition] != new.digests[edition]}
    changes = [
        change
        for row in rows
        for change in _changes(row, old, new, ours.get(row, {}), theirs.get(row, {}), placed=row[0] not in moved)
    ]
    changes += [*_alone(REMOVED, old, both), *_alone(ADDED, new, both)]
    order = [ADDED, REMOVED, CHANGED]
    changes.sort(
        key=lambda each: (
            each.edition,
            each.kind,
            order.index(each.change),
            fold(each.thing.name),
            each.thing,
            each.what,
        )
    )
    sources = old.sources(), new.sources()
    return Difference((before.name, after.name), sources, tuple(_notes(old, new, moved)), tuple(changes), bool(both))


class _Build:
    """A build, read once: its quads, and for the rows of its editions what they are called and where they are stated."""

    def __init__(self, store: Store) -> None:
        self.name, self.scene, self.quads = store.name, Scene(store), set(store.quads())
        self.labels: dict[NamedNode, str] = {}
        self.digests: dict[str, set[str]] = defaultdict(set)
        self._bounds: dict[NamedNode, dict[NamedNode, int]] = defaultdict(dict)
        self.sizes: Counter[str] = Counter()
        for quad in self.quads:
            about, column, value = quad.subject, quad.predicate, quad.object
            if not isinstance(about, NamedNode):
                continue
            if column == _TYPE and value != _PLACE and (row := _row(quad)):
                self.sizes[row[0]] += 1
            elif column in _LABELS and isinstance(value, Literal):
                self.labels[about] = min(value.value, self.labels.get(about, value.value))
            elif column == _DIGEST and isinstance(value, Literal) and (row := _row(quad)):
                self.digests[row[0]].add(value.value)
            elif (column in _FIRST or column == _LAST) and isinstance(value, Literal) and value.value.isdecimal():
                self._bounds[about][column] = int(value.value)

    def sources(self) -> tuple[Source, ...]:
        """Return what each edition is known from."""
        return tuple(source(self.scene, each, named(self.scene, each).values()) for each in self.scene.editions)

    def columns(self, rows: Collection[_Row]) -> dict[_Row, dict[NamedNode, set[Term]]]:
        """Return the values of some rows, by row and column."""
        found: dict[_Row, dict[NamedNode, set[Term]]] = defaultdict(lambda: defaultdict(set))
        for quad in self.quads if rows else ():
            if (row := _row(quad)) and row in rows:
                found[row][quad.predicate].add(quad.object)
        return found

    def told(self, values: Iterable[Term]) -> str:
        """Return values as a reader knows them: things by their names."""
        return "; ".join(sorted(map(self._text, values)))

    def _text(self, value: Term) -> str:
        if not isinstance(value, NamedNode):
            return str(getattr(value, "value", value))
        return self.labels.get(value) or identity_of(value)

    def pages(self, places: Iterable[Term]) -> str:
        """Return the pages of evidence, in order."""
        bounds = (self._bounds[place] for place in places if isinstance(place, NamedNode) and place in self._bounds)
        told = ((next((each[first] for first in _FIRST if first in each), 0), each.get(_LAST)) for each in bounds)
        known = {(first, last or first) for first, last in told if first}
        return several_pages(pages(*each) for each in sorted(known))


def _row(quad: Quad) -> _Row | None:
    """Return the row that a quad is about; None where it is none of an edition's."""
    graph, about = quad.graph_name, quad.subject
    if graph in _BESIDE or not isinstance(graph, NamedNode) or not isinstance(about, NamedNode):
        return None
    return graph.value.removeprefix(GRAPH).removesuffix("/evidence"), about


def _alone(change: str, build: _Build, both: Collection[str]) -> Iterator[Change]:
    """Yield the editions that only one build has, each as one row."""
    for edition, name in build.scene.editions.items():
        if edition not in both:
            whole = (Value(counted(build.sizes[edition], "row"), ""),)
            lost, won = ((), whole) if change == ADDED else (whole, ())
            yield Change(change, "edition", Thing(f"{ID}edition/{edition}", "edition", name), "", lost, won, edition)


def _changes(
    row: _Row, old: _Build, new: _Build, ours: _Columns, theirs: _Columns, *, placed: bool
) -> Iterator[Change]:
    """Yield how a row differs: whole, or column by column."""
    edition, iri = row
    kind = identity_of(iri).partition("/")[0]
    thing = Thing(iri.value, kind, new.labels.get(iri) or old.labels.get(iri) or identity_of(iri))
    if _TYPE in ours and _TYPE in theirs:
        for column in ours.keys() | theirs.keys():
            was, now = (set(each.get(column, ())) for each in (ours, theirs))
            if was != now and (placed or column != _EVIDENCE):
                lost, won = _value(old, column, was - now, ours), _value(new, column, now - was, theirs)
                yield Change(CHANGED, kind, thing, _name(column), lost, won, edition)
    elif kind != "evidence":  # that of a row is told with it
        change, build, columns = (ADDED, new, theirs) if _TYPE in theirs else (REMOVED, old, ours)
        whole = (Value(_whole(build, columns), build.pages(columns.get(_EVIDENCE, ()))),)
        lost, won = ((), whole) if change == ADDED else (whole, ())
        yield Change(change, kind, thing, "", lost, won, edition)


def _value(build: _Build, column: NamedNode, values: Collection[Term], columns: _Columns) -> tuple[Value, ...]:
    """Return values that only one build has, with the pages of the row, or of the places if they are such."""
    if not values:
        return ()
    return (Value(build.told(values), build.pages(values if column == _EVIDENCE else columns.get(_EVIDENCE, ()))),)


def _whole(build: _Build, columns: _Columns) -> str:
    shown = (column for column in columns if column not in (_TYPE, _EVIDENCE, *_LABELS))
    return ", ".join(sorted(f"{_name(column)}: {build.told(columns[column])}" for column in shown))


def _name(column: NamedNode) -> str:
    return column.value.rpartition("#")[2].rpartition("/")[2]


def _notes(old: _Build, new: _Build, moved: Collection[str]) -> Iterator[str]:
    """Yield what is not compared row by row."""
    for edition in sorted(moved):
        yield f"places in the text of {old.scene.editions[edition]} are not compared: the builds read different texts of it"
    for graph, words in _BESIDE.items():
        added, removed = (
            sum(quad.graph_name == graph for quad in one.quads - other.quads) for one, other in ((new, old), (old, new))
        )
        if added or removed:
            yield f"{words}: {added} statements added, {removed} removed"
