"""Networks of a graph: who shared what with whom, as networkx graphs that carry the evidence of every tie.

To add a view: one function and one entry in VIEWS.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import networkx as nx

from vmcgraph.errors import QueryError
from vmcgraph.lookup import Names
from vmcgraph.places import BASES
from vmcgraph.questions import select
from vmcgraph.scene import LEVELS, RANKS, USUAL, Context, Scene, edition_slug
from vmcgraph.ties import Groups, coappear

if TYPE_CHECKING:
    from vmcgraph.store import Store

Network = nx.Graph  # what a view returns; edges carry their contexts, so that two people need one tie

CAVEAT = "That two people shared a session says that they shared a session, not that they have a relationship."

#: What a line says of its level, where the level's own name is too short for a legend.
LEGEND = {
    "conversed": "in conversation in a photo caption",
    "shown-together": "named in one photo caption",
    "shared-stage": "shared a stage (one session)",
    "same-social-event": "at the same social event",
    "same-edition": "at the same edition",
}

_PARTS = """
SELECT ?person ?context ?basis ?start ?end ?words {
  { ?fact vmc:participant ?person ; vmc:inSession ?context } UNION { ?fact vmc:person ?person BIND(?fact AS ?context) }
  ?person a vmc:Person .
  ?fact vmc:evidence ?evidence . ?evidence vmc:basis/skos:prefLabel ?basis ; vmc:start ?start ; vmc:end ?end .
  OPTIONAL { ?evidence oa:exact ?words }
} ORDER BY ?person ?context ?start ?basis
"""
_NAMED = """
SELECT DISTINCT ?person ?edition {
  ?person a vmc:Person ; vmc:evidence/vmc:source ?document . ?edition vmc:describedBy ?document }
"""
_SOURCES = """
SELECT DISTINCT ?title ?edition { ?edition vmc:describedBy ?document . ?document rdfs:label ?title } ORDER BY ?edition
"""
# What a person is shown as: the list of speakers goes before the programme, that before a caption, that before the text.
_TITLES = """
SELECT ?person ?position ?unit ?organisation ?country ?edition (MIN(?rank) AS ?best) {
  ?post a vmc:Affiliation ; vmc:member ?person ; vmc:statedIn ?edition .
  OPTIONAL { ?post vmc:position ?position } OPTIONAL { ?post vmc:organisation/rdfs:label ?organisation }
  OPTIONAL { ?post vmc:country/rdfs:label ?country } OPTIONAL { ?post vmc:unit/rdfs:label ?unit }
  OPTIONAL { ?post vmc:evidence/vmc:basis/skos:prefLabel ?basis .
             VALUES (?basis ?known) { ("speakers" 0) ("listed" 1) ("caption" 2) } }
  BIND(COALESCE(?known, 3) AS ?rank)
} GROUP BY ?person ?position ?unit ?organisation ?country ?edition ORDER BY ?person DESC(?edition) ?best ?position ?organisation
"""


@dataclass
class _Picture:
    """What a view is made from: the graph's names, contexts and evidence, and the network that it fills."""

    store: Store
    level: str
    editions: Collection[str]
    network: Network[str] = field(default_factory=nx.Graph)

    def __post_init__(self) -> None:
        self.names = Names(self.store)
        self.scene = Scene(self.store, self.editions)
        self.roles = self.scene.roles()
        self.proof: dict[tuple[str, str], list[Any]] = defaultdict(list)
        for row in select(self.store, _PARTS):
            self.proof[row.person, row.context].append(row)

    def allows(self, person: str, context: Context) -> bool:
        """Tell whether a person's part in a context is of the level that was asked for, or a stronger one."""
        on_stage = (person, context.iri) in self.roles
        return RANKS["shared-stage" if on_stage else context.level] <= RANKS[self.level]

    # ------------------------------------------------------------ nodes

    def add_node(self, iri: str, kind: str, lines: Iterable[str] = ()) -> None:
        label = self.names[iri] if kind != "session" else self.scene.contexts[iri].where
        self.network.add_node(
            iri,
            label=label,
            kind=kind,
            aliases=self.names.forms.get(iri, []),
            lines=[line for line in lines if line],
            appearances=[],
        )

    def appear(self, iri: str, context: Context, role: str, basis: str) -> None:
        """Record that a node stands for somebody who was there."""
        told = {**_told(context), "role": role, "basis": basis}
        if told not in self.network.nodes[iri]["appearances"]:
            self.network.nodes[iri]["appearances"].append(told)

    def weigh(self) -> None:
        """Set what follows from the appearances: in which editions a node is, and how large."""
        for _, node in self.network.nodes(data=True):
            node["appearances"].sort(key=lambda told: (told["date"], told["where"], told["role"]))
            node["editions"] = sorted({told["edition"] for told in node["appearances"]})
            node["weight"] = float(len({(told["edition"], told["where"]) for told in node["appearances"]}))

    # ------------------------------------------------------------ what proves them

    def presences(self) -> Iterable[tuple[str, Context]]:
        """Yield who was where: on stage or in a caption, in the order of their IRIs."""
        for person, place in self.proof:
            context = self.scene.contexts.get(place)
            if context is not None and self.allows(person, context):
                yield person, context

    def role(self, person: str, context: Context) -> str:
        told = self.roles.get((person, context.iri))
        return ", ".join(told) if told else context.where.partition(",")[0] if context.format == "caption" else ""

    def basis(self, context: Context, *people: str) -> str:
        rows = [row for person in people for row in self.proof[person, context.iri]]
        return ", ".join(dict.fromkeys(BASES.get(row.basis, row.basis) for row in rows))

    def context(self, context: Context, roles: str, *people: str) -> dict[str, str]:
        """Return a context as the page tells it, with where in the text it stands or, if the graph has them, its words."""
        rows = [row for person in people for row in self.proof[person, context.iri]]
        words = dict.fromkeys(f"“{' '.join(row.words.split())}”" for row in rows if row.words)
        spans = dict.fromkeys(f"{row.start}–{row.end}" for row in rows)
        span = " ".join(words) or (f"characters {', '.join(spans)} of the text" if spans else "")
        return {
            **_told(context),
            "level": context.level,
            "roles": roles,
            "basis": self.basis(context, *people),
            "span": span,
        }


def _told(context: Context) -> dict[str, str]:
    return {"edition": context.edition, "where": context.where, "date": context.date, "pages": context.pages}


def _titles(picture: _Picture) -> dict[str, list[str]]:
    """Return for each person the post to show: of the newest edition, the best place that states one."""
    found: dict[str, list[str]] = {}
    for row in select(picture.store, _TITLES):
        if row.person not in found and edition_slug(row.edition) in picture.scene.editions:
            place = row.organisation or row.country
            found[row.person] = [", ".join(filter(None, (row.position, row.unit, place)))]
    return found


# ---------------------------------------------------------------- views


def _people(picture: _Picture) -> None:
    titles = _titles(picture)
    for person, context in picture.presences():
        if person not in picture.network:
            picture.add_node(person, "person", titles.get(person, ()))
        picture.appear(person, context, picture.role(person, context), picture.basis(context, person))
    for tie in picture.scene.ties(picture.level):
        contexts = []
        for context in tie.contexts:
            roles = " – ".join(filter(None, (picture.role(tie.a, context), picture.role(tie.b, context))))
            contexts.append(picture.context(context, "" if context.format == "caption" else roles, tie.a, tie.b))
        picture.network.add_edge(
            tie.a, tie.b, ends=(tie.a, tie.b), level=tie.level, weight=len(contexts), contexts=contexts
        )


def _people_sessions(picture: _Picture) -> None:
    titles = _titles(picture)
    for person, context in picture.presences():
        if context.format == "caption" or (person, context.iri) not in picture.roles:
            continue
        if person not in picture.network:
            picture.add_node(person, "person", titles.get(person, ()))
        if context.iri not in picture.network:
            picture.add_node(context.iri, "session", (context.format, context.date, context.pages))
        role = picture.role(person, context)
        told = {**picture.context(context, role, person), "level": "took-part"}
        picture.appear(person, context, role, told["basis"])
        picture.appear(context.iri, context, f"{picture.names[person]}, {role}", told["basis"])
        picture.network.add_edge(
            person, context.iri, ends=(person, context.iri), level="took-part", weight=1, contexts=[told]
        )


def _organisations(picture: _Picture) -> None:
    _lifted(picture, "organisation")


def _countries(picture: _Picture) -> None:
    _lifted(picture, "country")


def _lifted(picture: _Picture, kind: str) -> None:
    """Tie bodies or countries by the people who hold their posts or speak for them."""
    things = Groups(picture.store).of(None, kind)
    for person, context in picture.presences():
        for thing in things(person, context.edition):
            if thing not in picture.network:
                picture.add_node(thing, kind)
            role = ", ".join(filter(None, (picture.names[person], picture.role(person, context))))
            picture.appear(thing, context, role, picture.basis(context, person))
    for row in coappear(picture.store, by=kind, level=picture.level, editions=picture.editions):
        one, other = row.who.iri, row.other.iri
        if one == other:
            continue  # two people of one body: no tie between two marks
        contexts = []
        for context, sides in zip(row.contexts, row.people, strict=True):
            roles = " – ".join(", ".join(person.name for person in side) for side in sides)
            contexts.append(picture.context(context, roles, *(person.iri for side in sides for person in side)))
        picture.network.add_edge(
            one, other, ends=(one, other), level=row.level, weight=len(contexts), contexts=contexts
        )


@dataclass(frozen=True)
class View:
    """A way to look at the graph as a network."""

    title: str
    strength: str
    size: str
    fill: Callable[[_Picture], None]
    legend: Mapping[str, str] = field(default_factory=lambda: LEGEND)


_SHARED = "A line is as wide as the number of sessions and photo captions that the two share."

VIEWS: dict[str, View] = {
    "people": View(
        "Who appeared with whom", _SHARED, "A mark is as large as the number of appearances of the person.", _people
    ),
    "people-sessions": View(
        "Who took part in what",
        "A line says that the person took part in the session.",
        "A mark is as large as the number of sessions of the person, or the session itself.",
        _people_sessions,
        {"took-part": "took part in the session"},
    ),
    "organisations": View(
        "Which organisations appeared together, by their people",
        _SHARED,
        "A mark is as large as the number of sessions and captions with people of the organisation.",
        _organisations,
    ),
    "countries": View(
        "Which countries appeared together, by those who spoke for them",
        _SHARED,
        "A mark is as large as the number of sessions and captions with people who speak for the country.",
        _countries,
    ),
}


def project(store: Store, view: str, *, editions: Collection[str] | None = None, level: str = USUAL) -> nx.Graph[str]:
    """Return a view of a graph as a network.

    Args:
        store: holds the graph.
        view: "people", "people-sessions", "organisations" or "countries".
        editions: keep to these, by slug or name; default all.
        level: one of scene.LEVELS; it and stronger ones make a tie.

    Returns:
        A networkx graph for ``to_pyvis`` and ``render_network``: its attributes say how to read it, each node has its
        appearances and each edge its contexts, with page and place in the text.

    Raises:
        QueryError: if there is no such view, level or edition.
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> project(open_store(), "people").graph["title"]
        'Who appeared with whom'
    """
    if view not in VIEWS:
        raise QueryError(f"there is no view “{view}”; there are {', '.join(VIEWS)}", value=view)
    if level not in LEVELS:
        raise QueryError(f"there is no level “{level}”; from the strongest there are {', '.join(LEVELS)}", value=level)
    picture = _Picture(store, level, editions or ())
    about = VIEWS[view]
    about.fill(picture)
    picture.weigh()
    shown = picture.scene.editions
    picture.network.graph.update(
        view=view,
        title=about.title + (f", {' and '.join(shown.values())}" if shown else ""),
        lang="en",
        caveat=CAVEAT,
        editions=dict(shown),
        levels=[[slug, label, rank] for rank, (slug, label) in enumerate(about.legend.items(), 1)],
        strength=about.strength,
        size=about.size,
        note=_note(picture),
    )
    return picture.network


def _note(picture: _Picture) -> str:
    """Say what was read, and who of its people is left out."""
    shown = {
        iri for iri in picture.network if iri in picture.names.things and picture.names.things[iri].kind == "person"
    }
    there = shown or {person for person, _ in picture.presences()}
    named = {row.person for row in select(picture.store, _NAMED) if edition_slug(row.edition) in picture.scene.editions}
    out = len(named - there)
    left = f"Left out: {out} {'person' if out == 1 else 'people'} of these editions who {'has' if out == 1 else 'have'} no part in this view."
    sources = [
        row.title for row in select(picture.store, _SOURCES) if edition_slug(row.edition) in picture.scene.editions
    ]
    read = f"Read from: {'; '.join(sources)}." if sources else ""
    return " ".join(filter(None, (left if out else "", read)))
