"""What the views of a network are made from: the names, contexts and evidence of a graph, and the network that they fill."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import networkx as nx

from vmcgraph.lookup import KINDS, Names
from vmcgraph.places import BASES
from vmcgraph.questions import select
from vmcgraph.reference import country_forms
from vmcgraph.scene import RANKS, Context, Scene
from vmcgraph.wording import quoted

if TYPE_CHECKING:
    from vmcgraph.store import Store

Network = nx.Graph  # what a view returns; edges carry their contexts, so that two people need one tie

_PARTS = """
SELECT ?person ?context ?basis ?start ?end ?words {
  { ?fact vmc:participant ?person ; vmc:inSession ?context } UNION { ?fact vmc:person ?person BIND(?fact AS ?context) }
  ?person a vmc:Person .
  ?fact vmc:evidence ?evidence . ?evidence vmc:basis/skos:prefLabel ?basis ; vmc:start ?start ; vmc:end ?end .
  OPTIONAL { ?evidence oa:exact ?words }
} ORDER BY ?person ?context ?start ?basis
"""
_MINISTRIES = """
SELECT ?body ?country {
  ?body a vmc:Organisation ; vmc:organisationType/skos:prefLabel ?type ; vmc:country/rdfs:label ?country .
  FILTER(?type IN ("ministry", "government"))
}
"""


@dataclass
class Picture:
    """What a view is made from: the graph's names, contexts and evidence, and the network that it fills.

    Args:
        store: holds the graph.
        level: one of scene.LEVELS; it and stronger ones count.
        editions: keep to these, by slug or name; all when empty.
        network: what is filled.

    Raises:
        QueryError: if there is no such edition.
        StoreError: if the store does not answer.
    """

    store: Store
    level: str
    editions: Collection[str]
    network: Network[str] = field(default_factory=nx.Graph)

    def __post_init__(self) -> None:
        self.names = Names(self.store, {**KINDS, "CollectiveVoice": "group"})
        self.scene = Scene(self.store, self.editions)
        self.roles = self.scene.roles()
        self.countries = {row.body: row.country for row in select(self.store, _MINISTRIES)}
        self.proof: dict[tuple[str, str], list[Any]] = defaultdict(list)
        for row in select(self.store, _PARTS):
            self.proof[row.person, row.context].append(row)

    def allows(self, person: str, context: Context) -> bool:
        """Tell whether a person's part in a context is of the level that was asked for, or a stronger one."""
        on_stage = (person, context.iri) in self.roles
        return RANKS["shared-stage" if on_stage else context.level] <= RANKS[self.level]

    # ------------------------------------------------------------ nodes

    def add_node(self, iri: str, kind: str, lines: Iterable[str] = ()) -> None:
        label = self.scene.contexts[iri].where if kind == "session" else self._name(iri)
        self.network.add_node(
            iri,
            label=label,
            kind=kind,
            aliases=self.names.forms.get(iri, []),
            lines=[line for line in lines if line],
            appearances=[],
        )

    def _name(self, iri: str) -> str:
        """Return a name, of a ministry with its country where it does not say so: many have a Ministry of Justice."""
        name, country = self.names[iri], self.countries.get(iri, "")
        told = country in name or any(word in country_forms() for word in name.split())
        return name if told else f"{name} ({country})"

    def appear(self, iri: str, context: Context, role: str, basis: str) -> None:
        """Record that a node stands for somebody who was there."""
        self.note(iri, {**where_of(context), "role": role, "basis": basis})

    def note(self, iri: str, told: dict[str, str]) -> None:
        """Record where a node was, or was spoken about, once."""
        if told not in self.network.nodes[iri]["appearances"]:
            self.network.nodes[iri]["appearances"].append(told)

    def weigh(self, *, two_mode: bool = False) -> None:
        """Set what follows from appearances and contexts: in which editions a node is and how large, how strong a tie is.

        A session counts 1/(n−1) for two of its n (Newman, "Scientific collaboration networks. II", Phys. Rev. E 64, 016132,
        2001), so that a large company makes no strong ties; in a view of two kinds of nodes each context counts 1.
        """
        for _, node in self.network.nodes(data=True):
            node["appearances"].sort(key=lambda told: (told["date"], told["where"], told["role"]))
            node["editions"] = sorted({told["edition"] for told in node["appearances"]})
            node["weight"] = float(len({(told["edition"], told["where"]) for told in node["appearances"]}))
        company = self._company()
        for _, _, tie in self.network.edges(data=True):
            shared = dict.fromkeys(context["iri"] for context in tie["contexts"])
            tie["strength"] = round(sum(1 if two_mode else 1 / (len(company[iri]) - 1) for iri in shared), 12)

    def _company(self) -> dict[str, set[str]]:
        """Return for each context the nodes that were there."""
        found: dict[str, set[str]] = defaultdict(set)
        for iri, node in self.network.nodes(data=True):
            for told in node["appearances"]:
                found[told["iri"]].add(iri)
        for one, other, tie in self.network.edges(data=True):
            for context in tie["contexts"]:
                found[context["iri"]] |= {one, other}
        return found

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
        return basis_of(row for person in people for row in self.proof[person, context.iri])

    def context(self, context: Context, roles: str, *people: str) -> dict[str, str]:
        """Return a context as the page tells it, with where in the text it stands or, if the graph has them, its words."""
        rows = [row for person in people for row in self.proof[person, context.iri]]
        return {
            **where_of(context),
            "level": context.level,
            "roles": roles,
            "basis": basis_of(rows),
            "span": span_of(rows),
        }


def basis_of(rows: Iterable[Any]) -> str:
    """Return in which sorts of places of the report something stands.

    Args:
        rows: evidence, with `basis`.

    Example:
        >>> from types import SimpleNamespace
        >>> basis_of([SimpleNamespace(basis="listed"), SimpleNamespace(basis="caption"), SimpleNamespace(basis="listed")])
        'programme, photo caption'
    """
    return ", ".join(dict.fromkeys(BASES.get(row.basis, row.basis) for row in rows))


def span_of(rows: Iterable[Any]) -> str:
    """Return the words of evidence, or where they stand in the text.

    Args:
        rows: evidence, with `start`, `end` and `words` (None where the graph has them not).

    Example:
        >>> from types import SimpleNamespace
        >>> span_of([SimpleNamespace(start="4", end="9", words=None)])
        'characters 4–9 of the text'
    """
    rows = list(rows)
    words = dict.fromkeys(quoted(row.words) for row in rows if row.words)
    spans = dict.fromkeys(f"{row.start}–{row.end}" for row in rows)
    return " ".join(words) or (f"characters {', '.join(spans)} of the text" if spans else "")


def where_of(context: Context) -> dict[str, str]:
    """Return a context as a page tells it.

    Args:
        context: the session, caption or edition.
    """
    return {
        "iri": context.iri,
        "edition": context.edition,
        "where": context.where,
        "date": context.date,
        "pages": context.pages,
    }
