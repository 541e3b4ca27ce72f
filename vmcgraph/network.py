"""Networks of a graph: who shared what with whom, as networkx graphs that carry the evidence of every tie.

To add a view: one function that fills a picture, and one entry in VIEWS.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import networkx as nx

from vmcgraph import discussed
from vmcgraph.errors import QueryError
from vmcgraph.picture import Picture
from vmcgraph.questions import select
from vmcgraph.scene import LEVELS, USUAL, Scene, edition_slug
from vmcgraph.spelling import counted, listed
from vmcgraph.ties import Groups, coappear

if TYPE_CHECKING:
    from vmcgraph.store import Store

CAVEAT = "That two people shared a session says that they shared a session, not that they have a relationship."
_NO_STANCE = "That somebody spoke about an instrument says that they spoke about it, not that they support it."
_NO_LINK = "That two instruments are spoken about in one session says nothing of how they are connected."

#: What a line says of its level, where the level's own name is too short for a legend.
LEGEND = {
    "conversed": "in conversation in a photo caption",
    "shown-together": "named in one photo caption",
    "shared-stage": "shared a stage (one session)",
    "same-social-event": "at the same social event",
    "same-edition": "at the same edition",
}

_NAMED = """
SELECT DISTINCT ?thing ?edition {{
  VALUES ?class {{ {classes} }} ?thing a ?class ; vmc:evidence/vmc:source ?document . ?edition vmc:describedBy ?document }}
"""
#: What a view is of: the classes of it in the graph, what one and several are called, and why some have no place in the view.
_OF = {
    "people": ("vmc:Person", "person", "people", "without a part in this view"),
    "organisations": ("vmc:Organisation", "organisation", "organisations", "of which nobody has a part in this view"),
    "countries": ("vmc:Country", "country", "countries", "for which nobody has a part in this view"),
    "instruments": (
        "vmc:Instrument vmc:PolicyModel",
        "instrument",
        "instruments",
        "without a tie or statement in this view",
    ),
}
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


def _titles(picture: Picture) -> dict[str, list[str]]:
    """Return for each person the post to show: of the newest edition, the best place that states one."""
    found: dict[str, list[str]] = {}
    for row in select(picture.store, _TITLES):
        if row.person not in found and edition_slug(row.edition) in picture.scene.editions:
            place = row.organisation or row.country
            found[row.person] = [", ".join(filter(None, (row.position, row.unit, place)))]
    return found


# ---------------------------------------------------------------- views


def _people(picture: Picture) -> None:
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


def _people_sessions(picture: Picture) -> None:
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


def _organisations(picture: Picture) -> None:
    _lifted(picture, "organisation")


def _countries(picture: Picture) -> None:
    _lifted(picture, "country")


def _lifted(picture: Picture, kind: str) -> None:
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
    fill: Callable[[Picture], None]
    legend: Mapping[str, str] = field(default_factory=lambda: LEGEND)
    caveat: str = CAVEAT
    two_mode: bool = False
    of: str = "people"


_SHARED = "A line is as wide as the number of sessions and photo captions that the two share."
_TOLD = "A mark is as large as the number of sessions, or other parts of the report, that tell of it here."

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
        two_mode=True,
    ),
    "organisations": View(
        "Which organisations appeared together, by their people",
        _SHARED,
        "A mark is as large as the number of sessions and captions with people of the organisation.",
        _organisations,
        of="organisations",
    ),
    "countries": View(
        "Which countries appeared together, by those who spoke for them",
        _SHARED,
        "A mark is as large as the number of sessions and captions with people who speak for the country.",
        _countries,
        of="countries",
    ),
    "people-instruments": View(
        "Who spoke about which instrument",
        "A line is as wide as the number of statements.",
        _TOLD,
        discussed.people_instruments,
        discussed.SPOKE,
        _NO_STANCE,
        two_mode=True,
        of="instruments",
    ),
    "countries-instruments": View(
        "Which countries have a role in, or spoke about, which instrument",
        "A line is as wide as the number of stated roles, and of statements of those who speak for the country.",
        _TOLD,
        discussed.countries_instruments,
        discussed.STANDS,
        _NO_STANCE,
        two_mode=True,
        of="instruments",
    ),
    "instruments": View(
        "Which instruments were discussed together",
        "A line is as wide as the number of sessions, or other parts of the report, in which both are spoken about.",
        _TOLD,
        discussed.instruments,
        discussed.TOGETHER,
        _NO_LINK,
        of="instruments",
    ),
}


def project(store: Store, view: str, *, editions: Collection[str] | None = None, level: str = USUAL) -> nx.Graph[str]:
    """Return a view of a graph as a network.

    Args:
        store: holds the graph.
        view: "people", "people-sessions", "organisations", "countries", "people-instruments", "countries-instruments" or
            "instruments".
        editions: keep to these, by slug or name; default all.
        level: one of scene.LEVELS; it and stronger ones make a tie.

    Returns:
        A networkx graph for ``to_pyvis`` and ``render_network``: its attributes say how to read it, each node (an IRI) has its
        label, kind and appearances, each edge its contexts (with IRI, page and place in the text), their number as `weight` and
        as `strength` the sum of 1/(n−1) over those it shares with n−2 others.

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
    picture = Picture(store, level, editions or ())
    about = VIEWS[view]
    about.fill(picture)
    picture.weigh(two_mode=about.two_mode)
    read = picture.scene.editions
    drawn = _drawn(picture.network)
    shown = [name for slug, name in read.items() if slug in drawn] or [*read.values()]
    without = listed(name for name in read.values() if name not in shown)
    absent = f"No tie in this view is of {without}." if without else ""
    picture.network.graph.update(
        view=view,
        title=about.title + (f", {listed(shown)}" if shown else ""),
        lang="en",
        caveat=about.caveat,
        editions=dict(read),
        levels=[[slug, label, rank] for rank, (slug, label) in enumerate(about.legend.items(), 1)],
        strength=about.strength,
        size=about.size,
        note=" ".join(filter(None, (_left_out(picture, about.of), absent, sources(picture.scene)))),
    )
    return picture.network


def _drawn(network: nx.Graph[str]) -> set[str]:
    """Return the editions of which a view draws a tie, or somebody who has none."""
    ties = {context["edition"] for _, _, tie in network.edges(data=True) for context in tie["contexts"]}
    return ties.union(*(node["editions"] for key, node in network.nodes(data=True) if not network.degree[key]))


def _left_out(picture: Picture, of: str) -> str:
    """Say how many of what the editions name have no place in a view."""
    classes, one, many, why = _OF[of]
    rows = select(picture.store, _NAMED.format(classes=classes))
    named = {row.thing for row in rows if edition_slug(row.edition) in picture.scene.editions}
    out = len(named - set(picture.network))
    return f"Left out: {counted(out, one, many)} of these editions {why}." if out else ""


def sources(scene: Scene) -> str:
    """Return in a sentence what was read of the editions that are kept to; "" if nothing was.

    Args:
        scene: the editions.

    Raises:
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> sources(Scene(open_store()))
        ''
    """
    found = [row.title for row in select(scene.store, _SOURCES) if edition_slug(row.edition) in scene.editions]
    return f"Read from: {'; '.join(found)}." if found else ""
