"""What the graph knows of one person, body, country, instrument or topic: plain data, each fact with where it is stated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from vmcgraph.errors import QueryError
from vmcgraph.lookup import ACTORS, Names, Thing
from vmcgraph.parties import ABSENT, Presence, instruments, parties, relations
from vmcgraph.places import stated
from vmcgraph.questions import select
from vmcgraph.said import mentions, statements_about, statements_by
from vmcgraph.scene import RANKS, Context, Scene, edition_slug
from vmcgraph.spelling import fold
from vmcgraph.surprise import Figures

if TYPE_CHECKING:
    from vmcgraph.store import Store

_HONORIFIC = "SELECT ?honorific { ?person vmc:honorific ?honorific } ORDER BY ?honorific"
_PICTURED = "?fact vmc:person ?person ; a vmc:Encounter ."
_CAPTIONS = f"""
SELECT ?fact ?other ?relation ?others {{
  {_PICTURED} ?fact vmc:relationKind/skos:prefLabel ?relation .
  OPTIONAL {{ ?fact vmc:person ?other . FILTER(?other != ?person) }} OPTIONAL {{ ?fact vmc:othersUnnamed ?others }}
}} ORDER BY ?fact ?other
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
_INSTRUMENT = """
SELECT ?type ?status {
  { ?thing vmc:instrumentType/skos:prefLabel ?type } UNION { ?thing vmc:status/skos:prefLabel ?status }
} ORDER BY ?type ?status
"""
_TOPIC = """
SELECT ?broader ?narrower {
  { ?thing skos:broader/skos:prefLabel ?broader } UNION { ?thing ^skos:broader/skos:prefLabel ?narrower }
} ORDER BY ?broader ?narrower
"""
_HELD = "?fact a vmc:Affiliation ; vmc:member ?person ."
_AT_BODY = f"{_HELD} ?fact (vmc:organisation|vmc:unit)/vmc:partOf* ?thing ."
_FOR_COUNTRY = f"?person vmc:represents ?thing . {_HELD}"
_POSTS = """
SELECT DISTINCT ?fact ?person ?position ?organisation ?unit ?country ?edition {{
  {facts} ?fact vmc:statedIn ?edition .
  OPTIONAL {{ ?fact vmc:position ?position }} OPTIONAL {{ ?fact vmc:organisation/rdfs:label ?organisation }}
  OPTIONAL {{ ?fact vmc:unit/rdfs:label ?unit }} OPTIONAL {{ ?fact vmc:country/rdfs:label ?country }}
}} ORDER BY ?edition ?fact
"""


def who(store: Store, name: str | Thing) -> dict[str, Any]:
    """Tell what the graph knows of a person, an organisation, a country, an instrument, a policy model or a topic.

    Args:
        store: holds the graph.
        name: any form of the name.

    Returns:
        Plain data that JSON can hold: id, kind, name, aliases, namesakes (what else is called so); for all but topics relations,
        and the instruments to which it stands in a role; for all but persons what was said about it, for all but persons and
        topics mentions; for those who can be there their presence, also by edition. Besides, for a person honorifics, posts, sessions,
        what the person said, ties and captions;
        for an organisation type, country, parent, parts, memberships, places, people and sessions;
        for a country code, memberships, people, unnamed parties, bodies and sessions;
        for an instrument or policy model type, status and parties; for a topic the broader and narrower ones.

    Raises:
        QueryError: if nothing, or more than one thing, has the name.
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> who(open_store(), "Ada Brook")
        Traceback (most recent call last):
            ...
        vmcgraph.errors.QueryError: nothing here is called “Ada Brook”, and nothing is spelled nearly so; a part of a name or a short form is enough
    """
    names = Names(store)
    thing = _found(store, names, name) if isinstance(name, str) else name
    scene = Scene(store)
    code = thing.iri.rpartition("/")[2] if thing.kind == "country" else ""  # it finds the country, but nobody prints it
    head = {
        "id": thing.iri,
        "kind": thing.kind,
        "name": thing.name,
        "aliases": [form for form in names.forms.get(thing.iri, []) if form not in (code, thing.name)],
        "namesakes": _namesakes(thing, names),
    }
    found = {**head, **_ABOUT[thing.kind](thing, names, scene), **_content(thing, names, scene)}
    if thing.kind == "country" and found["presence"] == ABSENT and not (found["mentions"] or found["people"]):
        found["presence"] = None  # it stands in the name of a body or in a list, and nobody spoke of it
    return found


def _found(store: Store, names: Names, name: str) -> Thing:
    """Return what a name means; where it is that of a session, say what tells of one."""
    try:
        return names.find(name)
    except QueryError as error:
        if error.value != name:
            raise  # several fit
        try:
            session = Names(store, {"Session": "session"}).find(name, ("session",))
        except QueryError:
            raise error from None
        told = f"“{name}” is a session, {session.name}"
        wish = f"vmcgraph query --name on-stage -p session={session.identity}"
        raise QueryError(f"{told}; who was on its stage is told by: {wish}", value=name) from error


def _presence(thing: Thing, named: Iterable[Mapping[str, Any]], scene: Scene) -> dict[str, Any]:
    """Return how somebody was there, and how in each edition that has or names it."""
    presence = Presence(scene)
    ways = {name: presence.of(thing, slug) for slug, name in scene.editions.items()}
    where = {each["edition"] for each in named}
    told = {name: way for name, way in ways.items() if way != ABSENT or name in where}
    return {"presence": presence.of(thing), "presence_by_edition": told}


def _namesakes(thing: Thing, names: Names) -> list[dict[str, str]]:
    others = [other for other in names.things.values() if fold(other.name) == fold(thing.name) and other != thing]
    return [{"kind": other.kind, "id": other.identity} for other in others]


def _content(thing: Thing, names: Names, scene: Scene) -> dict[str, Any]:
    """Return what the reports say of a thing, of whatever kind it is."""
    found: dict[str, Any] = {}
    if thing.kind != "topic":
        found["instruments"] = instruments(thing, names, scene)
        found["relations"] = relations(thing, names, scene)
    if thing.kind != "person":
        found["said_about"] = statements_about(thing, names, scene)
    if thing.kind not in ("person", "topic"):
        found["mentions"] = mentions(thing, scene)
    if thing.kind in ACTORS:
        found |= _presence(thing, found.get("mentions", ()), scene)
    return found


# ---------------------------------------------------------------- each kind


def _person(thing: Thing, names: Names, scene: Scene) -> dict[str, Any]:
    ties = scene.ties("same-social-event", of=thing.iri)
    figures = scene.figures(of=thing.iri)
    strongest = sorted(ties, key=lambda tie: (RANKS[tie.level], -len(tie.contexts), names[tie.b]))
    return {
        "honorifics": [row.honorific for row in select(scene.store, _HONORIFIC, person=thing.iri)],
        "posts": _wordings(_posts(scene, _HELD, person=thing.iri)),
        "sessions": [
            {**told(scene.contexts[session]), "roles": roles}
            for (_, session), roles in scene.roles(of=thing.iri).items()
            if session in scene.contexts
        ],
        "said": statements_by(thing, names, scene),
        "ties": [
            {
                "name": names[tie.b],
                "level": tie.level,
                "count": sum(context.level == tie.level for context in tie.contexts),
                **against_chance(figures.get((tie.a, tie.b))),
                "contexts": [{**told(context), "level": context.level} for context in tie.contexts],
            }
            for tie in strongest
        ],
        "captions": _captions(thing, names, scene),
    }


def _organisation(thing: Thing, names: Names, scene: Scene) -> dict[str, Any]:
    facts = _columns(select(scene.store, _BODY, thing=thing.iri))
    posts = _posts(scene, _AT_BODY, thing=thing.iri)
    at = {(post.row.person, edition_slug(post.row.edition)) for post in posts}
    return {
        "type": next(iter(facts["type"]), None),
        "country": next(iter(facts["country"]), None),
        "parent": next(iter(facts["parent"]), None),
        "parts": facts["part"],
        "member_of": facts["member"],
        "based_in": facts["place"],
        "people": _people(posts, names),
        "sessions": _sessions(at, names, scene),
    }


def _country(thing: Thing, names: Names, scene: Scene) -> dict[str, Any]:
    rows = list(select(scene.store, _COUNTRY, thing=thing.iri))
    facts = _columns(rows)
    posts = _posts(scene, _FOR_COUNTRY, thing=thing.iri)
    speak = {(post.row.person, edition) for post in posts for edition in scene.editions}
    return {
        "code": next(iter(facts["code"]), None),
        "member_of": facts["member"],
        "people": _people(posts, names),
        "unnamed": [
            {"name": row.name, **told(scene.contexts[row.session])}
            for row in select(scene.store, _UNNAMED, thing=thing.iri)
            if row.session in scene.contexts
        ],
        "bodies": [{"name": row.body, "type": row.body_type} for row in rows if row.body],
        "sessions": _sessions(speak, names, scene),
    }


def _instrument(thing: Thing, names: Names, scene: Scene) -> dict[str, Any]:
    facts = _columns(select(scene.store, _INSTRUMENT, thing=thing.iri))
    return {
        "type": next(iter(facts["type"]), None),
        "status": next(iter(facts["status"]), None),
        "parties": parties(thing, names, scene),
    }


def _topic(thing: Thing, names: Names, scene: Scene) -> dict[str, Any]:
    facts = _columns(select(scene.store, _TOPIC, thing=thing.iri))
    return {"broader": facts["broader"], "narrower": facts["narrower"]}


_ABOUT = {
    "person": _person,
    "organisation": _organisation,
    "country": _country,
    "instrument": _instrument,
    "policy model": _instrument,
    "topic": _topic,
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


def against_chance(figures: Figures | None) -> dict[str, Any]:
    """Return how surprising a tie is: figures and verdict.

    Args:
        figures: of the pair; None where the graph has none, then there is nothing.

    Example:
        >>> against_chance(Figures(1, 0.25, 0.25, None, "too-few-to-say"))
        {'observed': 1, 'expected': 0.25, 'p_value': 0.25, 'verdict': 'too-few-to-say'}
    """
    if figures is None:
        return {}
    return {
        "observed": figures.observed,
        "expected": round(figures.expected, 6),
        "p_value": round(figures.p_value, 6),
        "verdict": figures.verdict,
    }


def _columns(rows: Iterable[Any]) -> dict[str, list[str]]:
    """Return the different values of each variable, in order."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        for name, value in vars(row).items():
            if value is not None:
                found[name][value] = None
    return defaultdict(list, {name: list(values) for name, values in found.items()})


class _Post(NamedTuple):
    """A post as its row has it, and the places that state it."""

    row: Any
    places: list[dict[str, str]]


def _posts(scene: Scene, facts: str, **things: str) -> list[_Post]:
    rows = list(select(scene.store, _POSTS.format(facts=facts), **things))
    places = stated(scene, facts, **things) if rows else {}
    return [_Post(row, places.get(row.fact, [])) for row in rows]


def _wordings(posts: Iterable[_Post]) -> list[dict[str, Any]]:
    """Return posts, each wording once with all the places that state it."""
    found: dict[tuple[str | None, ...], dict[str, Any]] = {}
    for row, places in posts:
        wording = (row.position, row.unit, row.organisation, row.country)
        post = found.setdefault(wording, dict(zip(_WORDING, wording, strict=True), stated=[]))
        post["stated"] += [place for place in places if place not in post["stated"]]
    return list(found.values())


_WORDING = ("position", "unit", "organisation", "country")


def _people(posts: Iterable[_Post], names: Names) -> list[dict[str, Any]]:
    of: dict[str, list[_Post]] = defaultdict(list)
    for post in posts:
        of[post.row.person].append(post)
    people = [{"name": names[person], "posts": _wordings(held)} for person, held in of.items()]
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
    places = stated(scene, _PICTURED, person=thing.iri)
    found: dict[str, dict[str, Any]] = {}
    for row in select(scene.store, _CAPTIONS, person=thing.iri):
        context = scene.contexts.get(row.fact)
        if context is None:
            continue
        event = scene.contexts.get(context.within)
        place = next(iter(places.get(row.fact, ())), {"basis": "", "pages": context.pages})
        caption = found.setdefault(
            row.fact,
            {
                "relation": row.relation,
                "with": [],
                "others_unnamed": row.others == "true",
                "event": event.where if event else "",
                **place,
                "edition": context.edition_name,
                "date": context.date,
            },
        )
        if row.other and names[row.other] not in caption["with"]:
            caption["with"].append(names[row.other])
    return list(found.values())
