"""What was said, by whom and about what, and where things are named: as plain data, each with its place in the report."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from vmcgraph.lookup import Names, Thing
from vmcgraph.places import Parts, stated
from vmcgraph.questions import select
from vmcgraph.scene import Scene, several_pages

#: The statements that somebody makes, and those that are made about something, as patterns.
_BY = "?fact vmc:speaker ?thing ; a vmc:Statement ."
_ABOUT = "?fact vmc:about ?thing ; a vmc:Statement ."

_STATEMENTS = """
SELECT ?fact ?section ?session ?verb ?stance ?quoted {{
  {whose} ?fact vmc:inSection ?section .
  OPTIONAL {{ ?fact vmc:inSession ?session }} OPTIONAL {{ ?fact vmc:reportingVerb ?verb }}
  OPTIONAL {{ ?fact vmc:stance ?concept . ?concept skos:prefLabel ?stance }}
  OPTIONAL {{ ?fact a ?quoted . FILTER(?quoted = vmc:Quotation) }}
}}
"""
_ENDS = """
SELECT ?fact ?speaker ?target {{ {whose} {{ ?fact vmc:speaker ?speaker }} UNION {{ ?fact vmc:about ?target }} }}
"""
_VOICES = "SELECT ?voice ?name { ?voice a vmc:CollectiveVoice ; rdfs:label ?name }"

_MENTIONS = "?fact vmc:mentions ?thing ."
_COUNTS = f"""
SELECT ?fact ?section (COUNT(DISTINCT ?evidence) AS ?times) {{
  {_MENTIONS} ?fact vmc:inSection ?section ; vmc:evidence ?evidence
}} GROUP BY ?fact ?section
"""

#: In what order the things are told that a statement is about.
_ORDER = ("instrument", "policy model", "organisation", "country", "person", "topic")


def statements_by(thing: Thing, names: Names, scene: Scene) -> list[dict[str, Any]]:
    """Return what a person said, alone or with others, in the order of the text.

    Args:
        thing: the person.
        names: the names of the graph.
        scene: its editions and sessions.

    Returns:
        For each statement its kind ("reported" or "quotation"), speakers, voice (of a group that speaks as one), verb, stance,
        what it is about, title, edition, date and pages of its place; its words if the graph has them.

    Raises:
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> with open_store() as store:
        ...     statements_by(Thing("x:ada", "person", "Ada Brook"), Names(store), Scene(store))
        []
    """
    return _statements(_BY, thing, names, scene)


def statements_about(thing: Thing, names: Names, scene: Scene) -> list[dict[str, Any]]:
    """Return what was said about a thing, in the order of the text.

    Args:
        thing: a person, body, country, instrument, policy model or topic.
        names: the names of the graph.
        scene: its editions and sessions.

    Returns:
        As `statements_by`.

    Raises:
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> with open_store() as store:
        ...     statements_about(Thing("x:hc", "organisation", "Harbour Council"), Names(store), Scene(store))
        []
    """
    return _statements(_ABOUT, thing, names, scene)


def _statements(whose: str, thing: Thing, names: Names, scene: Scene) -> list[dict[str, Any]]:
    rows = {row.fact: row for row in select(scene.store, _STATEMENTS.format(whose=whose), thing=thing.iri)}
    if not rows:
        return []
    parts = Parts(scene)
    voices = {row.voice: row.name for row in select(scene.store, _VOICES)}
    speakers: dict[str, set[str]] = defaultdict(set)
    targets: dict[str, set[str]] = defaultdict(set)
    for row in select(scene.store, _ENDS.format(whose=whose), thing=thing.iri):
        (speakers if row.speaker else targets)[row.fact].add(row.speaker or row.target)
    return [
        {
            "kind": "quotation" if row.quoted else "reported",
            "speakers": sorted(names[each] for each in speakers[fact] if each not in voices),
            "voice": next((voices[each] for each in speakers[fact] if each in voices), None),
            "verb": row.verb,
            "stance": row.stance,
            "about": _about(targets[fact], names),
            **parts.of(row.section, row.session)._asdict(),
            "pages": several_pages(place["pages"] for place in places),
            **({"words": places[0]["words"]} if "words" in places[0] else {}),
        }
        for fact, places in stated(scene, whose, thing=thing.iri).items()
        if (row := rows.get(fact))
    ]


def _about(targets: set[str], names: Names) -> list[dict[str, str]]:
    things = [names.thing(target) for target in targets]
    ranks = {kind: rank for rank, kind in enumerate(_ORDER)}
    ordered = sorted(things, key=lambda thing: (ranks.get(thing.kind, len(ranks)), thing.name, thing.iri))
    return [{"name": thing.name, "kind": thing.kind} for thing in ordered]


def mentions(thing: Thing, scene: Scene) -> list[dict[str, Any]]:
    """Return in which sections a thing is named, and how often, in the order of the text.

    Args:
        thing: a body, country, instrument or policy model.
        scene: the editions and sessions of the graph.

    Returns:
        For each section its title, edition, date, the pages where the thing is named, and times.

    Raises:
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> mentions(Thing("x:hc", "organisation", "Harbour Council"), Scene(open_store()))
        []
    """
    rows = {row.fact: row for row in select(scene.store, _COUNTS, thing=thing.iri)}
    if not rows:
        return []
    parts = Parts(scene)
    return [
        {
            **parts.of(rows[fact].section)._asdict(),
            "pages": several_pages(place["pages"] for place in places),
            "times": int(rows[fact].times),
        }
        for fact, places in stated(scene, _MENTIONS, thing=thing.iri).items()
    ]
