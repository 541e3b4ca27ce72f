"""Who stands in which role to which instrument, what else relates two things, and who was there to speak for a party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from vmcgraph.lookup import ACTORS, Names, Thing
from vmcgraph.places import stated
from vmcgraph.questions import select
from vmcgraph.scene import SESSIONS, Context, Scene, edition_slug
from vmcgraph.spelling import fold

#: What a relation is called from the side of its object; from that of its subject it is called by its predicate.
INVERSE = {
    "party to": "parties",
    "funds": "funded by",
    "implements": "implemented by",
    "proposes": "proposed by",
    "supported by": "supports",
    "organised by": "organises",
    "hosted by": "hosts",
    "chairs": "chaired by",
    "founder of": "founded by",
    "part of": "parts",
    "member of": "members",
    "operates in": "operating there",
    "headquartered in": "seat of",
}

_TO_INSTRUMENT = "?fact vmc:instrument ?thing ; vmc:party ?other ; vmc:partyRole ?concept ."
_OF_PARTY = "?fact vmc:party ?thing ; vmc:instrument ?other ; vmc:partyRole ?concept ."
_ROLES = "SELECT DISTINCT ?fact ?other ?name ?role {{ {facts} ?concept skos:prefLabel ?role . OPTIONAL {{ ?other rdfs:label ?name }} }}"

_RELATED = """
  { ?fact a vmc:Relation ; vmc:subject ?thing ; vmc:object ?other } UNION
  { ?fact a vmc:Membership ; vmc:member ?thing ; vmc:organisation ?other }
"""
_RELATED_INVERSELY = """
  { ?fact a vmc:Relation ; vmc:object ?thing ; vmc:subject ?other } UNION
  { ?fact a vmc:Membership ; vmc:organisation ?thing ; vmc:member ?other }
"""
_RELATIONS = """
SELECT DISTINCT ?fact ?other ?name ?predicate {{
  {facts} ?other rdfs:label ?name .
  OPTIONAL {{ ?fact vmc:predicate ?concept . ?concept skos:prefLabel ?predicate }}
}}
"""
#: What a membership says, which has no predicate.
_MEMBERSHIP = "member of"

VOICE, ROOM, ABSENT = "with a voice", "in the room only", "talked about only"
#: Institutions and agencies of the European Union act for it, whether or not a report says that they are part of it.
_STANDS_FOR = """
SELECT DISTINCT ?party ?person ?edition {
  { ?post a vmc:Affiliation ; vmc:member ?person ; vmc:statedIn ?edition ; (vmc:organisation|vmc:unit)/vmc:partOf* ?party }
  UNION {
    ?part vmc:participant ?person ; vmc:inNameOf/vmc:partOf* ?party ; vmc:inSession/vmc:inEdition? ?edition .
    ?edition a vmc:Edition
  }
  UNION {
    ?person vmc:represents ?party .
    ?post a vmc:Affiliation ; vmc:member ?person ; vmc:country|(vmc:organisation/vmc:country) ?party ; vmc:statedIn ?edition .
    FILTER NOT EXISTS { ?post vmc:position ?position FILTER(REGEX(?position, "^(former|ex-)", "i")) }
  }
  UNION {
    VALUES ?type {
      <https://w3id.org/vmcgraph/scheme/organisation-type/eu-institution> <https://w3id.org/vmcgraph/scheme/organisation-type/eu-agency>
    }
    ?body vmc:organisationType ?type .
    ?post a vmc:Affiliation ; vmc:organisation ?body ; vmc:member ?person ; vmc:statedIn ?edition
    BIND (<https://w3id.org/vmcgraph/id/organisation/european-union> AS ?party)
  }
}
"""
_THERE = """
SELECT DISTINCT ?person ?at {
  { ?part vmc:participant ?person ; vmc:inSession ?at } UNION { ?at vmc:person ?person ; a vmc:Encounter }
  UNION {
    ?place vmc:basis <https://w3id.org/vmcgraph/scheme/basis/speakers> ; vmc:source ?document .
    ?person vmc:evidence ?place ; a vmc:Person . ?at vmc:describedBy ?document ; a vmc:Edition
  }
}
"""


class Presence:
    """Who was at the conferences: with a voice, which is to take part in a session, or only seen there, in captions and lists of attendees.

    A country or body was there by whoever, in the same edition, represents it or holds a post at it or a part of it; the European
    Union by its institutions and agencies. Unnamed parties for whom no session is told were in the room.

    Args:
        scene: the editions and sessions of the graph.

    Raises:
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> Presence(Scene(open_store())).of(Thing("x:ada", "person", "Ada Brook"))
        'talked about only'
    """

    def __init__(self, scene: Scene) -> None:
        self._there: dict[str, dict[str, list[Context]]] = defaultdict(lambda: defaultdict(list))
        for row in select(scene.store, _THERE):
            if context := scene.contexts.get(row.at):
                self._there[row.person][context.edition].append(context)
        self._people: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for row in select(scene.store, _STANDS_FOR):
            self._people[row.party].add((row.person, edition_slug(row.edition)))

    def of(self, thing: Thing, *editions: str) -> str | None:
        """Return how a person, body or country was there; None for what cannot be.

        Args:
            thing: who is asked about.
            editions: the slugs of the only editions to look at; all where there is none.
        """
        if thing.kind not in ACTORS:
            return None
        found: set[str] = set()
        for edition in editions or ("",):
            found |= {_how(self.contexts(thing.iri, edition)), *self.people(thing.iri, edition).values()}
        return next((word for word in (VOICE, ROOM) if word in found), ABSENT)

    def people(self, party: str, edition: str = "") -> dict[str, str]:
        """Return how each of those who stand for a body or country was there; whoever was not is left out.

        Args:
            party: its IRI.
            edition: the slug of the only edition to look at.
        """
        found: dict[str, str] = {}
        for person, slug in sorted(self._people.get(party, ())):
            if edition in ("", slug) and (there := self.contexts(person, slug)):
                found[person] = VOICE if VOICE in (_how(there), found.get(person)) else ROOM
        return found

    def contexts(self, person: str, edition: str = "") -> list[Context]:
        """Return the sessions and captions of a person or unnamed party, and the editions of which no more is told.

        Args:
            person: the IRI.
            edition: the slug of the only edition to look at.
        """
        editions = self._there.get(person, {})
        return [context for slug, there in editions.items() if edition in ("", slug) for context in there]

    def lists_casts(self, edition: str) -> bool:
        """Tell whether anybody is known to have been in a session of an edition.

        Args:
            edition: its slug.
        """
        return any(_how(editions.get(edition, ())) == VOICE for editions in self._there.values())


def _how(there: Iterable[Context]) -> str:
    levels = {context.level for context in there}
    return VOICE if levels & SESSIONS else ROOM if levels else ABSENT


def parties(thing: Thing, names: Names, scene: Scene) -> list[dict[str, Any]]:
    """Return who stands in which role to an instrument, sorted by role and name.

    Args:
        thing: the instrument or policy model.
        names: the names of the graph.
        scene: its editions and sessions.

    Returns:
        For each party its role, name, kind, where that is stated, and its presence in the editions that state it (with a voice, in
        the room only, talked about only; None for what cannot be present).

    Raises:
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> with open_store() as store:
        ...     parties(Thing("x:cr", "instrument", "Crew Register"), Names(store), Scene(store))
        []
    """
    found = _roles(_TO_INSTRUMENT, thing, names, scene)
    if not found:
        return []
    presence = Presence(scene)
    slugs = {name: slug for slug, name in scene.editions.items()}
    return [
        {
            **_entry("role", role, each, places),
            "presence": presence.of(_acting(each, names), *{slugs[place["edition"]]: None for place in places}),
        }
        for role, each, places in found
    ]


def _acting(party: Thing, names: Names) -> Thing:
    """Return the body that has the name of a party: a facility is an instrument, and its office one of the bodies."""
    if party.kind not in ("instrument", "policy model"):
        return party
    bodies = (each for each in names.things.values() if each.kind == "organisation")
    return next((each for each in bodies if fold(each.name) == fold(party.name)), party)


def instruments(thing: Thing, names: Names, scene: Scene) -> list[dict[str, Any]]:
    """Return to which instruments a thing stands in which role, sorted by role and name.

    Args:
        thing: the party.
        names: the names of the graph.
        scene: its editions and sessions.

    Returns:
        For each instrument the role of the thing, the instrument's name and kind, and where that is stated.

    Raises:
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> with open_store() as store:
        ...     instruments(Thing("x:isl", "country", "Iceland"), Names(store), Scene(store))
        []
    """
    return [_entry("role", *found) for found in _roles(_OF_PARTY, thing, names, scene)]


_Found = tuple[str, Thing, list[dict[str, str]]]


def _roles(facts: str, thing: Thing, names: Names, scene: Scene) -> list[_Found]:
    rows = list(select(scene.store, _ROLES.format(facts=facts), thing=thing.iri))
    found = [(row.role, _called(row, names), places) for row, places in _in_order(rows, facts, thing, scene)]
    return _merged(found)


def _called(row: Any, names: Names) -> Thing:
    """Return the other end of a role by its name, which a place has in the graph alone: nobody is asked about it."""
    other = names.thing(row.other)
    return other if row.other in names.things or not row.name else other._replace(name=row.name)


def _in_order(rows: list[Any], facts: str, thing: Thing, scene: Scene) -> list[tuple[Any, list[dict[str, str]]]]:
    """Return the rows of facts with the places that state them, in the order of the text."""
    places = stated(scene, facts, thing=thing.iri) if rows else {}
    order = {fact: number for number, fact in enumerate(places)}
    ordered = sorted(rows, key=lambda row: order.get(row.fact, len(order)))
    return [(row, places.get(row.fact, [])) for row in ordered]


def _merged(found: list[_Found]) -> list[_Found]:
    """Return each word and thing once, with all places, sorted: two editions may state the same."""
    merged: dict[tuple[str, Thing], list[dict[str, str]]] = defaultdict(list)
    for word, other, places in found:
        merged[word, other] += [place for place in places if place not in merged[word, other]]
    ordered = sorted(merged.items(), key=lambda item: (item[0][0], item[0][1].name, item[0][1].iri))
    return [(word, other, places) for (word, other), places in ordered]


def _entry(column: str, word: str, other: Thing, places: list[dict[str, str]]) -> dict[str, Any]:
    return {column: word, "name": other.name, "kind": other.kind, "stated": places}


def relations(thing: Thing, names: Names, scene: Scene) -> list[dict[str, Any]]:
    """Return what else the reports state between a thing and others: part of, member of, headquartered in, chairs …

    Args:
        thing: a person, body, country, instrument or policy model.
        names: the names of the graph.
        scene: its editions and sessions.

    Returns:
        For each the relation as seen from the thing ("member of", or "members" from the other side), the other's name and
        kind, and where that is stated; sorted by relation and name.

    Raises:
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> with open_store() as store:
        ...     relations(Thing("x:hc", "organisation", "Harbour Council"), Names(store), Scene(store))
        []
    """
    found: list[_Found] = []
    for facts, inverse in ((_RELATED, False), (_RELATED_INVERSELY, True)):
        rows = list(select(scene.store, _RELATIONS.format(facts=facts), thing=thing.iri))
        for row, places in _in_order(rows, facts, thing, scene):
            predicate = row.predicate or _MEMBERSHIP
            word = INVERSE.get(predicate, predicate) if inverse else predicate
            found.append((word, names.thing(row.other)._replace(name=row.name), places))
    return [_entry("relation", *each) for each in _merged(found)]
