"""What the graph knows of one person, body or country, as plain data: each fact with where the report states it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from vmcgraph.lookup import Names, Thing
from vmcgraph.questions import select
from vmcgraph.scene import RANKS, Context, Scene, edition_slug, pages

if TYPE_CHECKING:
    from vmcgraph.store import Store

#: Where evidence stands, in a reader's words.
BASES = {
    "listed": "programme",
    "narrative": "text",
    "quote": "quotation",
    "caption": "photo caption",
    "speakers": "list of speakers",
    "team": "team",
    "contents": "contents",
    "imprint": "imprint",
}

_EVIDENCE = """
  OPTIONAL { ?fact vmc:evidence ?evidence . ?evidence vmc:basis/skos:prefLabel ?basis .
             OPTIONAL { ?evidence vmc:page ?page } OPTIONAL { ?evidence vmc:pageFrom ?first }
             OPTIONAL { ?evidence vmc:pageTo ?last } OPTIONAL { ?evidence oa:exact ?words } }
"""
_HONORIFIC = "SELECT ?honorific { ?person vmc:honorific ?honorific } ORDER BY ?honorific"
_CAPTIONS = f"""
SELECT ?fact ?other ?relation ?others ?evidence ?basis ?page ?first ?last ?words {{
  ?fact vmc:person ?person ; vmc:relationKind/skos:prefLabel ?relation .
  OPTIONAL {{ ?fact vmc:person ?other . FILTER(?other != ?person) }} OPTIONAL {{ ?fact vmc:othersUnnamed ?others }}
  {_EVIDENCE}
}} ORDER BY ?fact ?other ?evidence
"""
_BODY = """
SELECT ?type ?acronym ?country ?parent ?part ?member ?place {
  { ?thing vmc:organisationType/skos:prefLabel ?type } UNION { ?thing vmc:acronym ?acronym }
  UNION { ?thing vmc:country/rdfs:label ?country } UNION { ?thing vmc:partOf/rdfs:label ?parent }
  UNION { ?part_iri vmc:partOf ?thing ; rdfs:label ?part } UNION { ?thing vmc:memberOf/rdfs:label ?member }
  UNION { ?thing vmc:basedIn/rdfs:label ?place }
} ORDER BY ?type ?acronym ?country ?parent ?part ?member ?place
"""
_COUNTRY = """
SELECT ?code ?member ?body ?body_type {
  { ?thing vmc:isoCode ?code } UNION { ?thing vmc:memberOf/rdfs:label ?member }
  UNION { ?body_iri a vmc:Organisation ; vmc:country ?thing ; rdfs:label ?body .
          OPTIONAL { ?body_iri vmc:organisationType/skos:prefLabel ?body_type } }
} ORDER BY ?code ?member ?body
"""
_UNNAMED = """
SELECT ?name ?session {
  ?part a vmc:Participation ; vmc:inNameOf ?thing ; vmc:participant ?party ; vmc:inSession ?session .
  ?party a vmc:UnnamedParty ; rdfs:label ?name .
} ORDER BY ?session ?name
"""
_AT_BODY = "?fact (vmc:organisation|vmc:unit)/vmc:partOf* ?thing ."
_FOR_COUNTRY = "?person vmc:represents ?thing ."


def _posts_query(whose: str = "") -> str:
    return f"""
SELECT DISTINCT ?fact ?person ?position ?organisation ?unit ?country ?edition ?evidence ?basis ?page ?first ?last ?words {{
  {whose}
  ?fact a vmc:Affiliation ; vmc:member ?person ; vmc:statedIn ?edition .
  OPTIONAL {{ ?fact vmc:position ?position }} OPTIONAL {{ ?fact vmc:organisation/rdfs:label ?organisation }}
  OPTIONAL {{ ?fact vmc:unit/rdfs:label ?unit }} OPTIONAL {{ ?fact vmc:country/rdfs:label ?country }}
  {_EVIDENCE}
}} ORDER BY ?edition ?fact ?evidence
"""


def who(store: Store, name: str | Thing) -> dict[str, Any]:
    """Tell what the graph knows of a person, an organisation or a country.

    Args:
        store: holds the graph.
        name: any form of the name.

    Returns:
        Plain data that JSON can hold: id, kind, name, aliases; for a person honorifics, posts, sessions, ties and captions;
        for an organisation type, country, parent, parts, memberships, places, people and sessions; for a country code,
        memberships, people, unnamed parties, bodies and sessions.

    Raises:
        QueryError: if nothing, or more than one thing, has the name.
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> who(open_store(), "Ada Brook")
        Traceback (most recent call last):
            ...
        vmcgraph.errors.QueryError: nothing here is called “Ada Brook”, and nothing is spelled nearly so
    """
    names = Names(store)
    thing = names.find(name) if isinstance(name, str) else name
    scene = Scene(store)
    code = thing.iri.rpartition("/")[2] if thing.kind == "country" else ""  # it finds the country, but nobody prints it
    about = {"person": _person, "organisation": _organisation, "country": _country}[thing.kind]
    head = {
        "id": thing.iri,
        "kind": thing.kind,
        "name": thing.name,
        "aliases": [form for form in names.forms.get(thing.iri, []) if form != code],
    }
    return {**head, **about(thing, names, scene)}


# ---------------------------------------------------------------- each kind


def _person(thing: Thing, names: Names, scene: Scene) -> dict[str, Any]:
    ties = scene.ties("same-social-event", of=thing.iri)
    strongest = sorted(ties, key=lambda tie: (RANKS[tie.level], -len(tie.contexts), names[tie.b]))
    return {
        "honorifics": [row.honorific for row in select(scene.store, _HONORIFIC, person=thing.iri)],
        "posts": _posts(select(scene.store, _posts_query(), person=thing.iri), scene),
        "sessions": [
            {**told(scene.contexts[session]), "roles": roles}
            for (_, session), roles in scene.roles(of=thing.iri).items()
            if session in scene.contexts
        ],
        "ties": [
            {
                "name": names[tie.b],
                "level": tie.level,
                "count": sum(context.level == tie.level for context in tie.contexts),
                "contexts": [{**told(context), "level": context.level} for context in tie.contexts],
            }
            for tie in strongest
        ],
        "captions": _captions(thing, names, scene),
    }


def _organisation(thing: Thing, names: Names, scene: Scene) -> dict[str, Any]:
    facts = _columns(select(scene.store, _BODY, thing=thing.iri))
    posts = list(select(scene.store, _posts_query(_AT_BODY), thing=thing.iri))
    stated = {(row.person, edition_slug(row.edition)) for row in posts}
    return {
        "type": next(iter(facts["type"]), None),
        "country": next(iter(facts["country"]), None),
        "parent": next(iter(facts["parent"]), None),
        "parts": facts["part"],
        "member_of": facts["member"],
        "based_in": facts["place"],
        "people": _people(posts, names, scene),
        "sessions": _sessions(stated, names, scene),
    }


def _country(thing: Thing, names: Names, scene: Scene) -> dict[str, Any]:
    rows = list(select(scene.store, _COUNTRY, thing=thing.iri))
    facts = _columns(rows)
    posts = list(select(scene.store, _posts_query(_FOR_COUNTRY), thing=thing.iri))
    speak = {(row.person, edition) for row in posts for edition in scene.editions}
    return {
        "code": next(iter(facts["code"]), None),
        "member_of": facts["member"],
        "people": _people(posts, names, scene),
        "unnamed": [
            {"name": row.name, **told(scene.contexts[row.session])}
            for row in select(scene.store, _UNNAMED, thing=thing.iri)
            if row.session in scene.contexts
        ],
        "bodies": [{"name": row.body, "type": row.body_type} for row in rows if row.body],
        "sessions": _sessions(speak, names, scene),
    }


# ---------------------------------------------------------------- their parts


def told(context: Context) -> dict[str, Any]:
    """Return a session or caption as one cites it.

    Args:
        context: the session, caption or edition.
    """
    return {
        "title": context.where,
        "format": context.format,
        "edition": context.edition_name,
        "date": context.date,
        "pages": context.pages,
    }


def _columns(rows: Iterable[Any]) -> dict[str, list[str]]:
    """Return the different values of each variable, in order."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        for name, value in vars(row).items():
            if value is not None:
                found[name][value] = None
    return defaultdict(list, {name: list(values) for name, values in found.items()})


def _place(row: Any) -> dict[str, str]:
    """Return where evidence stands: basis, pages as the source gives them, the words if the graph has them."""
    cited = pages(row.page or row.first, row.page or row.last)
    place = {"basis": BASES.get(row.basis, row.basis or ""), "pages": cited}
    return {**place, "words": " ".join(row.words.split())} if row.words else place


def _posts(rows: Iterable[Any], scene: Scene) -> list[dict[str, Any]]:
    """Return posts, each wording once with all the places that state it."""
    found: dict[tuple[str | None, ...], dict[str, Any]] = {}
    for row in rows:
        wording = (row.position, row.unit, row.organisation, row.country)
        post = found.setdefault(wording, dict(zip(_WORDING, wording, strict=True), stated=[]))
        place = {"edition": scene.editions.get(edition_slug(row.edition), ""), **_place(row)}
        if place not in post["stated"]:
            post["stated"].append(place)
    return list(found.values())


_WORDING = ("position", "unit", "organisation", "country")


def _people(rows: Iterable[Any], names: Names, scene: Scene) -> list[dict[str, Any]]:
    of: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        of[row.person].append(row)
    people = [{"name": names[person], "posts": _posts(posts, scene)} for person, posts in of.items()]
    return sorted(people, key=lambda person: str(person["name"]))


def _sessions(people: set[tuple[str, str]], names: Names, scene: Scene) -> list[dict[str, Any]]:
    """Return the sessions in which people took part, each given with the edition of which it holds."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for (person, session), roles in scene.roles().items():
        context = scene.contexts.get(session)
        if context and (person, context.edition) in people:
            found[session].append({"name": names[person], "roles": roles})
    order = sorted(found, key=lambda session: (scene.contexts[session].date, session))
    return [{**told(scene.contexts[session]), "people": found[session]} for session in order]


def _captions(thing: Thing, names: Names, scene: Scene) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for row in select(scene.store, _CAPTIONS, person=thing.iri):
        context = scene.contexts.get(row.fact)
        if context is None:
            continue
        event = scene.contexts.get(context.within)
        caption = found.setdefault(
            row.fact,
            {
                "relation": row.relation,
                "with": [],
                "others_unnamed": row.others == "true",
                "event": event.where if event else "",
                "edition": context.edition_name,
                "date": context.date,
                **_place(row),
            },
        )
        if row.other and names[row.other] not in caption["with"]:
            caption["with"].append(names[row.other])
    return list(found.values())
