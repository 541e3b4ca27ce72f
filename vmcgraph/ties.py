"""Who co-appears with whom, how often and where, and the chains between two: answers as plain data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from heapq import nsmallest
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from vmcgraph.errors import QueryError
from vmcgraph.lookup import ACTORS, Names, Thing
from vmcgraph.places import PRINTED, stated
from vmcgraph.questions import select
from vmcgraph.scene import RANKS, USUAL, Context, Scene, Tie, edition_slug
from vmcgraph.surprise import Figures

if TYPE_CHECKING:
    from vmcgraph.store import Store

_BODIES = """
SELECT DISTINCT ?person ?group ?edition {
  { ?post a vmc:Affiliation ; vmc:member ?person ; vmc:organisation ?group ; vmc:statedIn ?edition }
  UNION
  { ?part vmc:participant ?person ; vmc:inNameOf ?group ; vmc:inSession/vmc:inEdition? ?edition .
    ?group a vmc:Organisation . ?edition a vmc:Edition }
}
"""
_BODY = """
SELECT DISTINCT ?person ?edition {
  { ?post a vmc:Affiliation ; vmc:member ?person ; (vmc:organisation|vmc:unit)/vmc:partOf* ?group ; vmc:statedIn ?edition }
  UNION
  { ?part vmc:participant ?person ; vmc:inNameOf/vmc:partOf* ?group ; vmc:inSession/vmc:inEdition? ?edition .
    ?edition a vmc:Edition }
}
"""
_HELD = {
    "organisation": ("?fact a vmc:Affiliation ; vmc:member ?person ; (vmc:organisation|vmc:unit)/vmc:partOf* ?thing ."),
    "country": ("?fact a vmc:Affiliation ; vmc:member ?person ; vmc:country|(vmc:organisation/vmc:country) ?thing ."),
}
_TITLES = """
SELECT ?fact ?position ?unit ?organisation {{
  {held} OPTIONAL {{ ?fact vmc:position ?position }}
  OPTIONAL {{ ?fact vmc:unit/rdfs:label ?unit }} OPTIONAL {{ ?fact vmc:organisation/rdfs:label ?organisation }}
}}
"""
_COUNTRIES = "SELECT ?person ?group { ?person vmc:represents ?group }"


class Row(NamedTuple):
    """Two things that co-appear: people, or bodies or countries by their people.

    `people` says for each context who of the first and who of the second was there; `figures` how surprising it is that two
    people share their stages.
    """

    who: Thing
    other: Thing
    level: str
    contexts: tuple[Context, ...]
    people: tuple[tuple[tuple[Thing, ...], tuple[Thing, ...]], ...]
    figures: Figures | None = None

    @property
    def times(self) -> int:
        """How many contexts the two share."""
        return len(self.contexts)


class Post(NamedTuple):
    """Why a person stands for a body or country: the title, and where a report prints it, if possible with its pages."""

    title: str
    edition: str
    pages: str


class Step(NamedTuple):
    """A link of a chain: two people, what they share, and in which roles where that is a session."""

    a: Thing
    b: Thing
    contexts: tuple[Context, ...]
    roles: tuple[str, ...]


class Chain(NamedTuple):
    """Links from one thing to another; where an end is a body or country, `begins` or `ends` is the post of its person there."""

    start: Thing
    end: Thing
    steps: tuple[Step, ...]
    begins: Post | None
    ends: Post | None


#: A way to somebody: the weakness of its links, how many contexts they have, negative, and its people by name and IRI.
_Way = tuple[int, int, tuple[tuple[str, str], ...]]
#: Who of a tie's two people stands for what: from a person and an edition's slug to the things.
Grouping = Callable[[str, str], Iterable[str]]


# ---------------------------------------------------------------- co-appearance


def coappear(
    store: Store,
    who: str | Thing | None = None,
    *,
    other: str | Thing | None = None,
    by: str | None = None,
    level: str = USUAL,
    editions: Collection[str] = (),
) -> list[Row]:
    """List who co-appears with whom, the strongest ties first.

    Args:
        store: holds the graph.
        who: keep to the ties of this person, organisation or country.
        other: keep to the ties with this one.
        by: "person", "organisation" or "country": what is listed beside `who` (without `who`, on both sides). Bodies and
            countries co-appear by their people. Default: the kind of `who`, else person.
        level: one of scene.LEVELS; it and stronger ones count.
        editions: keep to these, by slug or name.

    Returns:
        A row for each pair, which shares at least one context.

    Raises:
        QueryError: if a name or an edition is not known or not clear.
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> coappear(open_store())
        []
    """
    names = Names(store)
    one = names.find(who, ACTORS) if isinstance(who, str) else who
    two = names.find(other, ACTORS) if isinstance(other, str) else other
    if one is None and two is not None:
        one, two = two, None
    scene = Scene(store, editions)
    groups = Groups(store)
    kind = by or (one.kind if one else "person")
    left, right = groups.of(one, kind), groups.of(two, kind)
    found = _Pairs(ordered=one is not None)
    for tie in scene.ties(level, of=one.iri if one and one.kind == "person" else ""):
        for context in tie.contexts:
            for a, b in ((tie.a, tie.b), (tie.b, tie.a)):
                found.add(context, (a, left(a, context.edition)), (b, right(b, context.edition)))
    rows = sorted(found.rows(names), key=_strongest_first)
    if kind != "person" or (one is not None and one.kind != "person"):
        return rows
    return _against_chance(rows, scene, one.iri if one and not editions else "")


def kept_to(level: str, rows: Iterable[Row]) -> list[Row]:
    """Return rows as `coappear` gives them for a level, of those for a weaker one.

    Args:
        level: it and stronger ones count.
        rows: of which contexts of weaker levels are left out, and those that then share nothing.

    Example:
        >>> kept_to(USUAL, [])
        []
    """
    kept = []
    for row in rows:
        both = zip(row.contexts, row.people, strict=True)
        shared = [(context, people) for context, people in both if RANKS[context.level] <= RANKS[level]]
        if shared:
            contexts, people = zip(*shared, strict=True)
            kept.append(row._replace(level=contexts[0].level, contexts=contexts, people=people))
    return sorted(kept, key=_strongest_first)


def _against_chance(rows: Iterable[Row], scene: Scene, of: str) -> list[Row]:
    """Say of each row how surprising it is: of one person's, as the graph has it; of all, or of some editions, computed."""
    if of:
        known = scene.figures(of=of)
        return [row._replace(figures=known.get((row.who.iri, row.other.iri))) for row in rows]
    chance = scene.chance()
    return [row._replace(figures=chance.of(row.who.iri, row.other.iri)) for row in rows]


def _strongest_first(row: Row) -> tuple[int, int, str, str, str]:
    return (RANKS[row.level], -row.times, row.who.name, row.other.name, row.who.iri + row.other.iri)


class Groups:
    """What people stand for: themselves, the bodies where an edition says they hold a post, the countries they represent.

    Args:
        store: holds the graph.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, thing: Thing | None, kind: str) -> Grouping:
        """Return the grouping by a thing alone or, without one, by all things of a kind."""
        if thing is not None:
            return self._by_thing(thing)
        return self._by_kind(kind)

    def _by_thing(self, thing: Thing) -> Grouping:
        if thing.kind == "person":
            return lambda person, edition: (person,) if person == thing.iri else ()
        if thing.kind == "organisation":
            members = {(row.person, edition_slug(row.edition)) for row in select(self._store, _BODY, group=thing.iri)}
            return lambda person, edition: (thing.iri,) if (person, edition) in members else ()
        countries = self._by_kind("country")
        return lambda person, edition: (thing.iri,) if thing.iri in countries(person, edition) else ()

    def _by_kind(self, kind: str) -> Grouping:
        if kind == "person":
            return lambda person, edition: (person,)
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in select(self._store, _BODIES if kind == "organisation" else _COUNTRIES):
            found[row.person, edition_slug(row.edition) if kind == "organisation" else ""].append(row.group)
        if kind == "organisation":
            return lambda person, edition: found.get((person, edition), ())
        return lambda person, edition: found.get((person, ""), ())


class _Pairs:
    """Gathers for each pair of things the contexts that they share, and by whom."""

    def __init__(self, *, ordered: bool) -> None:
        self._ordered = ordered
        self._found: dict[tuple[str, str], dict[Context, tuple[set[str], set[str]]]] = defaultdict(dict)

    def add(self, context: Context, one: tuple[str, Iterable[str]], two: tuple[str, Iterable[str]]) -> None:
        """Add that two people, who stand for some things, share a context."""
        for left in one[1]:
            for right in two[1]:
                if left == right:
                    continue  # two people of one body do not make it appear with itself
                # Without a first thing each pair comes in both orders; one of them is enough.
                if self._ordered or (left, one[0]) < (right, two[0]):
                    people = self._found[left, right].setdefault(context, (set(), set()))
                    people[0].add(one[0])
                    people[1].add(two[0])

    def rows(self, names: Names) -> Iterator[Row]:
        for (left, right), shared in self._found.items():
            contexts = tuple(sorted(shared, key=lambda context: (RANKS[context.level], context.date, context.iri)))
            people = tuple((_things(shared[c][0], names), _things(shared[c][1], names)) for c in contexts)
            yield Row(names.thing(left), names.thing(right), contexts[0].level, contexts, people)


def _things(people: Iterable[str], names: Names) -> tuple[Thing, ...]:
    return tuple(sorted((names.thing(person) for person in people), key=lambda thing: (thing.name, thing.iri)))


# ---------------------------------------------------------------- chains


def path(
    store: Store,
    start: str | Thing,
    end: str | Thing,
    *,
    most: int = 4,
    chains: int = 3,
    level: str = USUAL,
    editions: Collection[str] = (),
) -> list[Chain]:
    """Find the shortest chains of ties between two, the strongest first.

    Of two chains of the same length the one is stronger whose links are so in sum, each counted by its strongest level; of
    those the one with more contexts. What then is alike is sorted by name.

    Args:
        store: holds the graph.
        start: a person; or an organisation or country, which is reached through any of its people.
        end: likewise.
        most: the greatest number of steps.
        chains: how many chains of the same, shortest length to return at most.
        level: one of scene.LEVELS; it and stronger ones count.
        editions: keep to these, by slug or name.

    Returns:
        Chains of the same length; none if all are longer than `most`.

    Raises:
        QueryError: if a name or an edition is not known or not clear, or both ends are the same.
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.lookup import Thing
        >>> from vmcgraph.store import open_store
        >>> path(open_store(), Thing("x:a", "person", "Ada"), Thing("x:b", "person", "Tom"))
        []
    """
    names = Names(store)
    one, two = (names.find(end, ACTORS) if isinstance(end, str) else end for end in (start, end))
    if one.iri == two.iri:
        raise QueryError(f"both ends are {one.name}; name two", value=one)
    scene = Scene(store, editions)
    ties = _both_ways(scene.ties(level))
    sources, targets = (_people(store, thing) for thing in (one, two))
    if both := sources & targets:
        there = ", ".join(sorted(map(names.__getitem__, both)))
        raise QueryError(f"{one.name} and {two.name} need no chain: {there} belongs to both", value=both)
    found = _strongest(ties, sources, targets, most, chains, names)
    roles = scene.roles() if found else {}
    return [
        Chain(
            one,
            two,
            tuple(_step(a, b, ties[a][b], names, roles) for a, b in pairwise(people)),
            _post(scene, people[0], one),
            _post(scene, people[-1], two),
        )
        for people in found
    ]


def _both_ways(ties: Iterable[Tie]) -> dict[str, dict[str, Tie]]:
    neighbours: dict[str, dict[str, Tie]] = defaultdict(dict)
    for tie in ties:
        neighbours[tie.a][tie.b] = tie
        neighbours[tie.b][tie.a] = tie
    return neighbours


def _people(store: Store, thing: Thing) -> set[str]:
    """Return the people by whom a thing is reached."""
    if thing.kind == "person":
        return {thing.iri}
    if thing.kind == "organisation":
        return {row.person for row in select(store, _BODY, group=thing.iri)}
    return {row.person for row in select(store, _COUNTRIES, group=thing.iri)}


def _strongest(
    ties: dict[str, dict[str, Tie]],
    sources: Collection[str],
    targets: Collection[str],
    most: int,
    chains: int,
    names: Names,
) -> list[list[str]]:
    """Return the strongest chains of the shortest length, each as its people.

    Of all ways to somebody only the strongest few are kept: a way that goes on in the same manner stays the weaker one.
    """
    ways: dict[str, list[_Way]] = {source: [(0, 0, ((names[source], source),))] for source in sources}
    seen = set(sources)
    for _ in range(most):
        following: dict[str, list[_Way]] = defaultdict(list)
        for person, known in ways.items():
            for other, tie in ties.get(person, {}).items():
                if other not in seen:
                    following[other] += [
                        (weak + RANKS[tie.level], contexts - len(tie.contexts), (*people, (names[other], other)))
                        for weak, contexts, people in known
                    ]
        ways = {person: nsmallest(chains, known) for person, known in following.items()}
        seen |= ways.keys()
        if reached := [way for target in targets for way in ways.get(target, ())]:
            return [[iri for _, iri in people] for _, _, people in nsmallest(chains, reached)]
    return []


def _step(a: str, b: str, tie: Tie, names: Names, roles: dict[tuple[str, str], list[str]]) -> Step:
    told = (
        " – ".join("/".join(roles.get((person, context.iri), ())) for person in (a, b)).strip(" –")
        for context in tie.contexts
    )
    return Step(names.thing(a), names.thing(b), tie.contexts, tuple(told))


def _post(scene: Scene, person: str, thing: Thing) -> Post | None:
    """Return the title by which a person stands for a body or country; None for a person, or where no title does."""
    if thing.kind == "person":
        return None
    held, ends = _HELD[thing.kind], {"person": person, "thing": thing.iri}
    titles = {
        row.fact: ", ".join(part for part in (row.position, row.unit, row.organisation) if part and part != thing.name)
        for row in select(scene.store, _TITLES.format(held=held), **ends)
    }
    found = [
        (not place["pages"], PRINTED.get(place["basis"], len(PRINTED)), titles[fact] or "no title", place)
        for fact, places in stated(scene, held, **ends).items()
        for place in places
        if place["edition"]
    ]
    if not found:
        return None
    *_, title, place = min(found, key=lambda each: each[:3])
    return Post(title, place["edition"], place["pages"])
