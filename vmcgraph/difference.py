"""What two editions state otherwise, counting only what both sources can say.

That a source does not state something never means that it is not so. A report lists who spoke, takeaways may name nobody: of a
kind of which one source names nothing, nothing is compared, and a note says so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from vmcgraph.errors import QueryError
from vmcgraph.lookup import KINDS, Thing
from vmcgraph.namespaces import GRAPH, ID
from vmcgraph.parties import ABSENT, ROOM, VOICE, Presence
from vmcgraph.questions import select
from vmcgraph.scene import SESSIONS, Context, Scene, pages, several_pages
from vmcgraph.spelling import fold

if TYPE_CHECKING:
    from vmcgraph.store import Store

NEW, NOT_AGAIN, MOVED = "new", "not named again", "moved"

#: What is counted of a source, and what several of it are called; all but the last two are compared.
COUNTED = {
    "person": "persons",
    "organisation": "organisations",
    "country": "countries",
    "instrument": "instruments",
    "policy model": "policy models",
    "topic": "topics",
    "party without a name": "parties without a name",
    "session": "sessions",
}
#: Of someone of whom the source tells sessions, and none with them.
NOT_ON_STAGE = "not on stage"
#: How a longer form of a title goes on.
_LONGER = (",", " of ", " for ", " to ", " at ", " in ")
#: From so much shorter a source on, its length is worth a note.
_SHORT = 2

_CLASSES = " ".join(
    f'(vmc:{name} {"skos:prefLabel" if kind == "topic" else "rdfs:label"} "{kind}")'
    for name, kind in {**KINDS, "UnnamedParty": "party without a name"}.items()
)
_CLASSES = f"VALUES (?class ?label ?kind) {{ {_CLASSES} }}"
# What an edition states is what its source proves; what a judgement added stands in a graph of its own, with evidence like all else.
_PROVEN = "?edition vmc:describedBy ?source . ?evidence vmc:source ?source ."
_NAMED = f"""
SELECT DISTINCT ?thing ?kind ?name {{ {_PROVEN} ?thing vmc:evidence ?evidence . {_CLASSES} ?thing a ?class ; ?label ?name }}
"""
_PAGES = """
SELECT DISTINCT ?thing ?first ?last {{
  {proven} ?evidence {page} ?first . OPTIONAL {{ ?evidence vmc:pageTo ?last }} ?thing vmc:evidence ?evidence .
}}
"""
#: The first page of evidence where the source marks its pages, and where its contents bound them.
_FIRST_PAGES = ("vmc:page", "vmc:pageFrom")
# Whoever only made the conference or its publication did not act there.
_TEAM = """
SELECT DISTINCT ?person {
  ?task a vmc:TeamMember ; vmc:member ?person ; vmc:statedIn ?edition . ?edition vmc:describedBy ?source .
  FILTER NOT EXISTS { ?part vmc:participant ?person ; vmc:evidence/vmc:source ?source }
  FILTER NOT EXISTS { ?caption vmc:person ?person ; vmc:evidence/vmc:source ?source }
}
"""
# Whose body or country the source does not tell may have stood there for any.
_UNTITLED = """
SELECT ?person {
  ?session a vmc:Session ; vmc:inEdition ?edition . ?part vmc:inSession ?session ; vmc:participant ?person . ?person a vmc:Person .
  FILTER NOT EXISTS { ?post a vmc:Affiliation ; vmc:member ?person ; vmc:statedIn ?edition }
} LIMIT 1
"""
# The name of a country within that of a body says nothing of the country.
_COUNTRIES = """
SELECT DISTINCT ?country {
  { ?mention vmc:mentions ?country ; vmc:inSection/vmc:inEdition ?edition }
  UNION { ?post a vmc:Affiliation ; vmc:country ?country ; vmc:statedIn ?edition }
  ?country a vmc:Country
}
"""
_DOCUMENT = """
SELECT ?title ?genre ?length {
  ?edition vmc:describedBy ?document . ?document rdfs:label ?title ; vmc:genre ?genre ; vmc:length ?length .
  FILTER(ISNUMERIC(?length))
} ORDER BY ?document ?title
"""
_PAGED = "SELECT ?first {{ {proven} ?evidence {page} ?first }} LIMIT 1"
_SPEAKERS = (
    f"SELECT ?evidence {{ {_PROVEN} ?evidence vmc:basis <https://w3id.org/vmcgraph/scheme/basis/speakers> }} LIMIT 1"
)
_TITLES = """
SELECT ?fact ?person ?position ?unit ?organisation ?country {
  ?fact a vmc:Affiliation ; vmc:statedIn ?edition ; vmc:member ?person .
  OPTIONAL { ?fact vmc:position ?position } OPTIONAL { ?fact vmc:unit/rdfs:label ?unit }
  OPTIONAL { ?fact vmc:organisation/rdfs:label ?organisation } OPTIONAL { ?fact vmc:country/rdfs:label ?country }
  FILTER NOT EXISTS { ?fact vmc:evidence/vmc:basis <https://w3id.org/vmcgraph/scheme/basis/team> }
}
"""
_TITLE_PAGES = """
SELECT DISTINCT ?first ?last {
  ?edition vmc:describedBy ?source . ?fact vmc:evidence ?evidence . ?evidence vmc:source ?source .
  { ?evidence vmc:page ?first } UNION { ?evidence vmc:pageFrom ?first OPTIONAL { ?evidence vmc:pageTo ?last } }
}
"""
# What was decided stands in no edition's own graph; it gives way to what an edition states itself.
_STATUS = """
SELECT ?thing ?status {
  { GRAPH graph:curated { ?thing vmc:status ?concept } BIND(0 AS ?own) }
  UNION { GRAPH ?graph { ?thing vmc:status ?concept } BIND(1 AS ?own) }
  ?concept skos:prefLabel ?status
} ORDER BY ?own ?thing ?status
"""


class Value(NamedTuple):
    """What one side states, and the pages of it as the source gives them; "" where it gives none."""

    text: str
    pages: str


class Change(NamedTuple):
    """A thing that one of two sides names and the other does not, or of which they state different things.

    Args:
        change: "new", "not named again" or "moved"; between builds "added", "removed" or "changed".
        kind: what the thing is; between builds the table of its row.
        thing: what it is about.
        what: what has moved: "title", "role", "presence" or "status"; between builds the column. "" where all is new or gone.
        was: what the first states; nothing where it does not name the thing.
        now: what the second states.
        edition: between builds the short name of the edition.
    """

    change: str
    kind: str
    thing: Thing
    what: str
    was: tuple[Value, ...]
    now: tuple[Value, ...]
    edition: str = ""


class Source(NamedTuple):
    """What an edition is known from: title, genre and length in characters of the text, and what it states how often."""

    edition: str
    title: str
    genre: str
    length: int
    paged: bool
    counts: dict[str, int]


class Difference(NamedTuple):
    """Two editions or builds by name, their sources, what to bear in mind, and what differs, sorted by kind and name.

    `compared` says whether the two have anything that could be compared.
    """

    names: tuple[str, str]
    sources: tuple[tuple[Source, ...], tuple[Source, ...]]
    notes: tuple[str, ...]
    changes: tuple[Change, ...]
    compared: bool


def diff_editions(store: Store, before: str, after: str) -> Difference:
    """Tell what is new, not named again or moved between two editions, counting only what both sources can say.

    A person has moved whose titles or roles are others, an organisation or country that was there in another way, an
    instrument whose status is another. A title is another one if the first source prints neither it nor a shorter or longer
    form of it; titles at different bodies are different.

    Args:
        store: holds the graph.
        before: an edition, by slug or name.
        after: the edition that is compared with it.

    Raises:
        QueryError: if there is no such edition, both are the same, or the graph does not keep them apart.
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> diff_editions(open_store(), "ff2031", "ff2032")
        Traceback (most recent call last):
            ...
        vmcgraph.errors.QueryError: there is no edition “ff2031”; the graph has none
    """
    scene = Scene(store, [before, after])
    slugs = [scene.slug(edition) for edition in (before, after)]
    if len(scene.editions) == 1:
        raise QueryError(f"both are {scene.editions[slugs[0]]}; name two editions", value=before)
    presence = Presence(scene)
    one, two = (_Stated(scene, presence, slug) for slug in slugs)
    changes = [*_named(one, two), *_moved(one, two)]
    kinds, order = list(COUNTED), [NEW, NOT_AGAIN, MOVED]
    changes.sort(key=lambda each: (kinds.index(each.kind), order.index(each.change), fold(each.thing.name), each.thing))
    shared = any(one.source.counts[kind] and two.source.counts[kind] for kind in KINDS.values())
    sources = (one.source,), (two.source,)
    return Difference((one.name, two.name), sources, tuple(_notes(one, two)), tuple(changes), shared)


# ---------------------------------------------------------------- what one source states


def named(scene: Scene, edition: str) -> dict[str, Thing]:
    """Return what an edition names, by IRI; of people of the team only those who took part.

    Args:
        scene: the editions of the graph.
        edition: the edition's slug.

    Raises:
        StoreError: if the store does not answer.
    """
    about = {"edition": f"{ID}edition/{edition}"}
    team = {row.person for row in select(scene.store, _TEAM, **about)}
    rows = (row for row in select(scene.store, _NAMED, **about) if row.thing not in team)
    return {thing.iri: thing for thing in sorted(Thing(row.thing, row.kind, row.name) for row in rows)}


def source(scene: Scene, edition: str, things: Iterable[Thing]) -> Source:
    """Return what an edition is known from.

    Args:
        scene: the editions of the graph.
        edition: the edition's slug.
        things: what it names.

    Raises:
        StoreError: if the store does not answer.
    """
    found = Counter(thing.kind for thing in things)
    found["session"] = sum(each.edition == edition and each.level in SESSIONS for each in scene.contexts.values())
    document = next(select(scene.store, _DOCUMENT, edition=f"{ID}edition/{edition}"), None)
    title, genre, length = (
        (document.title, document.genre.rpartition("/")[2], document.length) if document else ("", "", 0)
    )
    paged = bool(_first_pages(scene.store, f"{ID}edition/{edition}"))
    return Source(scene.editions[edition], title, genre, int(length), paged, {kind: found[kind] for kind in COUNTED})


def _first_pages(store: Store, edition: str) -> list[str]:
    """Return the properties by which an edition's evidence tells its first page."""
    return [
        page for page in _FIRST_PAGES if any(select(store, _PAGED.format(proven=_PROVEN, page=page), edition=edition))
    ]


class _Stated:
    """What the source of one edition states.

    `lists_casts` says that it tells who was in which session, `untitled` that it does not tell for whom all of them were there.
    """

    def __init__(self, scene: Scene, presence: Presence, edition: str) -> None:
        self._scene, self._presence, self._edition = scene, presence, edition
        self._about = f"{ID}edition/{edition}"
        self.name = scene.editions[edition]
        self.things = named(scene, edition)
        self.source = source(scene, edition, self.things.values())
        self.lists_speakers = any(select(scene.store, _SPEAKERS, edition=self._about))
        self.lists_casts = presence.lists_casts(edition)
        self.untitled = any(select(scene.store, _UNTITLED, edition=self._about))
        self.status = {row.thing: row.status for row in select(scene.store, _STATUS, graph=GRAPH + edition)}

    @cached_property
    def roles(self) -> dict[str, dict[str, list[Context]]]:
        """The sessions of each person by role."""
        found: dict[str, dict[str, list[Context]]] = defaultdict(lambda: defaultdict(list))
        for (person, session), roles in self._scene.roles().items():
            context = self._scene.contexts.get(session)
            if context and context.edition == self._edition:
                for role in roles:
                    found[person][role.partition(" (")[0]].append(context)
        return found

    @cached_property
    def countries(self) -> set[str]:
        """The countries that are spoken of or that somebody has a post of, by IRI."""
        return {row.country for row in select(self._scene.store, _COUNTRIES, edition=self._about)}

    @cached_property
    def titles(self) -> dict[str, list[Any]]:
        """The titles of each person."""
        found: dict[str, list[Any]] = defaultdict(list)
        for row in select(self._scene.store, _TITLES, edition=self._about):
            found[row.person].append(row)
        return found

    @cached_property
    def _pages(self) -> dict[str, str]:
        """The pages on which each thing is named."""
        found: dict[str, list[Any]] = defaultdict(list)
        for page in _first_pages(self._scene.store, self._about):
            asked = _PAGES.format(proven=_PROVEN, page=page)
            for row in select(self._scene.store, asked, edition=self._about):
                found[row.thing].append(row)
        return {thing: _cited(rows) for thing, rows in found.items()}

    def named(self, thing: Thing) -> Value:
        """Return where a thing is named."""
        return Value("", self._pages.get(thing.iri, ""))

    def title(self, person: Thing) -> tuple[Value, ...]:
        """Return each title of a person as printed, with the pages that print it."""
        found: dict[str, list[Any]] = defaultdict(list)
        for row in self.titles[person.iri]:
            found[_wording(row)] += select(self._scene.store, _TITLE_PAGES, fact=row.fact, edition=self._about)
        return tuple(Value(wording, _cited(rows)) for wording, rows in sorted(found.items()))

    def role(self, person: Thing) -> tuple[Value, ...]:
        """Return the roles of a person, each with its sessions; for one without a role how that person was there."""
        told = tuple(
            Value(f"{role} in {context.where}", context.pages)
            for role, contexts in sorted(self.roles.get(person.iri, {}).items())
            for context in sorted(contexts, key=_in_time)
        )
        return told or self.presence(person)

    def _how(self, thing: Thing) -> str:
        """Return how a person, body or country was there."""
        return self._presence.of(thing, self._edition) or ABSENT

    def takes_part(self, thing: Thing) -> bool:
        """Tell whether a person, body or country was there."""
        return self._how(thing) != ABSENT

    def ways(self, thing: Thing) -> set[str]:
        """Return in which ways a person, body or country can have been there, for all that the source says."""
        how = self._how(thing)
        if how == VOICE:
            return {VOICE}
        here = {how} if how != ABSENT else {ROOM, ABSENT}  # no report names all who are in the room
        tells_voices = self.lists_casts and (thing.kind == "person" or not self.untitled)
        return here if tells_voices else {VOICE, ROOM, *here}

    def presence(self, thing: Thing) -> tuple[Value, ...]:
        """Return how a person, body or country was there, by whom and on which pages."""
        how = self._how(thing)
        if how == ABSENT:
            return (Value(NOT_ON_STAGE, self.named(thing).pages),)
        ways = self._presence.people(thing.iri, self._edition)
        people = [each for each, way in ways.items() if way == how] or [thing.iri]
        names = sorted(self.things[each].name for each in people if each in self.things and each != thing.iri)
        there = {context for each in people for context in self._presence.contexts(each, self._edition)}
        cited = {context.pages for context in there if how != VOICE or context.level in SESSIONS}
        text = ": ".join(filter(None, (how, ", ".join(names))))
        return (Value(text, several_pages(sorted(cited, key=_by_number))),)


def _in_time(context: Context) -> tuple[str, str]:
    return context.date, context.iri


def _by_number(cited: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", cited)]


def _cited(rows: Iterable[Any]) -> str:
    """Return the pages of places, in order."""
    bounds = sorted({(int(row.first), int(row.last or row.first)) for row in rows if row.first.isdecimal()})
    return several_pages(pages(*each) for each in bounds)


# ---------------------------------------------------------------- new, not named again, moved


def _named(one: _Stated, two: _Stated) -> Iterator[Change]:
    """Yield what one of two names and the other does not, of the kinds of which both name something."""
    for change, ours, theirs in ((NEW, two, one), (NOT_AGAIN, one, two)):
        for iri, thing in ours.things.items():
            if iri not in theirs.things and thing.kind in KINDS.values() and theirs.source.counts[thing.kind]:
                there = (ours.named(thing),)
                was, now = ((), there) if change == NEW else (there, ())
                yield Change(change, thing.kind, thing, "", was, now)


def _moved(one: _Stated, two: _Stated) -> Iterator[Change]:
    """Yield what both name and describe differently."""
    for iri, thing in two.things.items():
        if iri not in one.things:
            continue
        if thing.kind == "person" and _other_title(one.titles.get(iri, ()), two.titles.get(iri, ())):
            yield _change(thing, "title", one.title(thing), two.title(thing))
        if thing.kind == "person" and _other_role(one, two, thing):
            yield _change(thing, "role", one.role(thing), two.role(thing))
        elif _can_move(one, two, thing) and not one.ways(thing) & two.ways(thing):
            yield _change(thing, "presence", one.presence(thing), two.presence(thing))
        if (was := one.status.get(iri)) and (now := two.status.get(iri)) and was != now:
            sides = ((Value(word, side.named(thing).pages),) for word, side in ((was, one), (now, two)))
            yield _change(thing, "status", *sides)


def _change(thing: Thing, what: str, was: tuple[Value, ...], now: tuple[Value, ...]) -> Change:
    return Change(MOVED, thing.kind, thing, what, was, now)


def _can_move(one: _Stated, two: _Stated, thing: Thing) -> bool:
    """Tell whether both sources say how a thing was there: of any body that they name, of a country that they speak of."""
    if thing.kind == "country":
        return all(thing.iri in side.countries or side.takes_part(thing) for side in (one, two))
    return thing.kind == "organisation"


def _other_role(one: _Stated, two: _Stated, person: Thing) -> bool:
    """Tell whether a person has other roles; or a role, and in the other source none."""
    was, now = (side.roles.get(person.iri, {}).keys() for side in (one, two))
    return was != now if was and now else not one.ways(person) & two.ways(person)


def _wording(title: Any) -> str:
    parts = (title.position, title.unit, title.organisation, title.country)
    return ", ".join(filter(None, parts)) or "no title"


def _other_title(before: Collection[Any], after: Collection[Any]) -> bool:
    """Tell whether one source states a title, and the later one a title that is not the same."""
    return bool(before) and any(not any(_same_title(was, now) for was in before) for now in after)


def _same_title(one: Any, other: Any) -> bool:
    """Tell whether two titles can be the same: at one body, and one wording, maybe longer than the other."""
    sides = ((getattr(one, name), getattr(other, name)) for name in ("unit", "organisation", "country"))
    if any(ours and theirs and ours != theirs for ours, theirs in sides):
        return False
    short, long = sorted(((each.position or "").casefold() for each in (one, other)), key=len)
    return not short or long == short or long.startswith(tuple(short + more for more in _LONGER))


# ---------------------------------------------------------------- what to bear in mind


def _notes(one: _Stated, two: _Stated) -> Iterator[str]:
    """Yield what is not compared as one source says nothing of it, and how far the other comparisons go."""
    for kind in KINDS.values():
        silent = [side for side in (one, two) if not side.source.counts[kind]]
        if len(silent) == 1:
            yield f"{COUNTED[kind]} are not compared: {_of(silent[0])} names no {kind}"
    both = one.source.counts["person"] and two.source.counts["person"]
    for side, other in ((one, two), (two, one)):
        if both and other.titles and not side.titles:
            yield f"titles are not compared: {_of(side)} states none"
        if other.lists_casts and not side.lists_casts:
            yield (
                f"roles and voices are not compared: {_of(side)} tells of nobody in a session, so it does not say of anybody "
                "whether they were on stage"
            )
        elif other.lists_casts and side.untitled:
            yield (
                f"{_of(side)} does not say for whom all were there, so not of any body or country that it was not on stage"
            )
        if both and other.lists_speakers and not side.lists_speakers:
            yield f"only {_of(other)} has a list of speakers: {_of(side)} names whom its text comes to name"
        if other.source.length >= _SHORT * side.source.length > 0:
            times = other.source.length / side.source.length
            yield f"{_of(side)} is {times:.0f} times shorter: what it does not name may only lack room there"
    if one.source.counts["person"] or two.source.counts["person"]:
        yield "people of the team and photographers who took no part are left out, and not counted above"
    yield "what a source does not state is not thereby gone: “not named again” never says “no”"


def _of(side: _Stated) -> str:
    genre = f" ({side.source.genre})" if side.source.genre else ""
    return f"the source of {side.name}{genre}"
