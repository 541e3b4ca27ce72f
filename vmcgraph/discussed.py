"""Views of what was spoken about: people or countries and instruments, and instruments that are discussed together.

Statements make them, never mentions: an instrument that is only named somewhere is in no tie.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

from vmcgraph.picture import Picture, basis_of, span_of, where_of
from vmcgraph.questions import select
from vmcgraph.scene import RANKS, Context, edition_slug, pages
from vmcgraph.ties import Groups

#: What a line says, by view.
SPOKE = {"spoke-about": "spoke about the instrument"}
STANDS = {
    "party-role": "has a stated role: party, funder, host …",
    "spoke-about": "somebody who speaks for the country spoke about it",
}
TOGETHER = {
    "same-statement": "one statement is about both",
    "same-session": "spoken about in one session or part of the report",
}

_SAID = """
SELECT ?fact ?thing ?speaker ?section ?session ?verb ?basis ?start ?end ?words {
  VALUES ?kind { vmc:Instrument vmc:PolicyModel }
  ?thing a ?kind . ?fact vmc:about ?thing ; a vmc:Statement ; vmc:inSection ?section ; vmc:evidence ?evidence .
  ?evidence vmc:basis/skos:prefLabel ?basis ; vmc:start ?start ; vmc:end ?end .
  OPTIONAL { ?fact vmc:speaker ?speaker } OPTIONAL { ?fact vmc:inSession ?session }
  OPTIONAL { ?fact vmc:reportingVerb ?verb } OPTIONAL { ?evidence oa:exact ?words }
} ORDER BY ?fact ?thing ?speaker ?start
"""
_SECTIONS = """
SELECT ?section ?title ?edition ?first ?last {
  ?section a vmc:Section ; rdfs:label ?title ; vmc:inEdition ?edition .
  OPTIONAL { ?section vmc:pageFrom ?first } OPTIONAL { ?section vmc:pageTo ?last }
}
"""
_ROLES = """
SELECT ?fact ?party ?thing ?role ?edition ?basis ?start ?end ?words ?page ?first ?last {
  ?fact a vmc:InstrumentRole ; vmc:party ?party ; vmc:instrument ?thing ; vmc:partyRole/skos:prefLabel ?role ;
        vmc:evidence ?evidence .
  ?party a vmc:Country . ?edition vmc:describedBy ?document .
  ?evidence vmc:source ?document ; vmc:basis/skos:prefLabel ?basis ; vmc:start ?start ; vmc:end ?end .
  OPTIONAL { ?evidence vmc:page ?page } OPTIONAL { ?evidence vmc:pageFrom ?first } OPTIONAL { ?evidence vmc:pageTo ?last }
  OPTIONAL { ?evidence oa:exact ?words }
} ORDER BY ?fact ?edition ?start
"""


class Said(NamedTuple):
    """A statement about instruments: who made it, about which, where, and the rows that prove it."""

    fact: str
    speakers: tuple[str, ...]
    things: tuple[str, ...]
    context: Context
    rows: tuple[Any, ...]

    @property
    def verb(self) -> str:
        """How it was said."""
        return self.rows[0].verb or "quoted"


def statements(picture: Picture) -> Iterator[Said]:
    """Yield the statements about instruments in the editions of a picture, in the order of their IRIs.

    Whoever speaks is on stage: there are none at a level that is stronger than a shared stage.

    Args:
        picture: the view that is made.
    """
    if RANKS["shared-stage"] > RANKS[picture.level]:
        return
    sections = _sections(picture)
    found: dict[str, list[Any]] = defaultdict(list)
    for row in select(picture.store, _SAID):
        found[row.fact].append(row)
    for fact, rows in found.items():
        context = picture.scene.contexts.get(rows[0].session) or sections.get(rows[0].section)
        if context is not None:
            speakers, things = (dict.fromkeys(getattr(row, name) for row in rows) for name in ("speaker", "thing"))
            yield Said(fact, tuple(filter(None, speakers)), tuple(things), context, tuple(rows))


def _sections(picture: Picture) -> dict[str, Context]:
    """Return the parts of the reports as places where somebody speaks, for statements that no session holds."""
    found = {}
    for row in select(picture.store, _SECTIONS):
        if name := picture.scene.edition_name(row.edition):
            cited, slug = pages(row.first, row.last), edition_slug(row.edition)
            found[row.section] = Context(
                row.section, "shared-stage", row.title, slug, name, "", cited, row.edition, "section"
            )
    return found


# ---------------------------------------------------------------- views


def people_instruments(picture: Picture) -> None:
    """Tie people to the instruments that they spoke about, alone or with others; what a group said counts for nobody."""
    for said in statements(picture):
        people = [each for each in said.speakers if _kind(picture, each) == "person"]
        for person in people:
            _spoke(picture, person, "person", said)


def countries_instruments(picture: Picture) -> None:
    """Tie countries to instruments to which they have a stated role, or about which those who speak for them spoke."""
    _roles(picture)
    countries = Groups(picture.store).of(None, "country")
    for said in statements(picture):
        found = {country for person in said.speakers for country in countries(person, said.context.edition)}
        for country in sorted(found):
            _spoke(picture, country, "country", said)


def _roles(picture: Picture) -> None:
    rows: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in select(picture.store, _ROLES):
        if picture.scene.edition_name(row.edition):
            rows[row.fact, row.edition].append(row)
    for (_, edition), proof in rows.items():
        row = proof[0]
        context = picture.scene.contexts[edition]._replace(
            pages=pages(row.page or row.first, row.page or row.last),
            where=f"stated in {picture.scene.editions[edition_slug(edition)]}",
        )
        _tie(picture, (row.party, "country"), row.thing, _context(context, "party-role", row.role, proof))


def _spoke(picture: Picture, who: str, kind: str, said: Said) -> None:
    names = ", ".join(picture.names[each] for each in said.speakers)
    roles = said.verb if kind == "person" and len(said.speakers) == 1 else f"{names}: {said.verb}"
    for thing in said.things:
        rows = [row for row in said.rows if row.thing == thing]
        _tie(picture, (who, kind), thing, _context(said.context, "spoke-about", roles, rows))


def _tie(picture: Picture, actor: tuple[str, str], thing: str, told: dict[str, str]) -> None:
    """Add a context to the tie of an actor and an instrument, which is made with its first."""
    who, kind = actor
    for iri, its_kind, other in ((who, kind, thing), (thing, _kind(picture, thing), who)):
        if iri not in picture.network:
            picture.add_node(iri, its_kind)
        picture.note(iri, {**_place(told), "role": f"{picture.names[other]}: {told['roles']}", "basis": told["basis"]})
    if not picture.network.has_edge(who, thing):
        picture.network.add_edge(who, thing, ends=(who, thing), level=told["level"], weight=0, contexts=[])
    tie = picture.network.edges[who, thing]
    tie["contexts"].append(told)
    tie["weight"] = len(tie["contexts"])


def instruments(picture: Picture) -> None:
    """Tie instruments that are spoken about in one session, or in one part of the report that is no session."""
    places: dict[Context, list[Said]] = defaultdict(list)
    for said in statements(picture):
        places[said.context].append(said)
    for context in sorted(places):
        about: dict[str, list[Said]] = defaultdict(list)
        for said in places[context]:
            for thing in said.things:
                about[thing].append(said)
        for thing, all_said in about.items():
            if thing not in picture.network:
                picture.add_node(thing, _kind(picture, thing))
            rows = [row for said in all_said for row in said.rows if row.thing == thing]
            told = _context(context, "", _speakers(picture, all_said), rows)
            picture.note(thing, {**_place(told), "role": told["roles"], "basis": told["basis"]})
        for one, other in combinations(sorted(about), 2):
            _together(picture, one, other, context, about)


def _together(picture: Picture, one: str, other: str, context: Context, about: dict[str, list[Said]]) -> None:
    both = [said for said in about[one] if other in said.things]
    shown = both or [*about[one], *about[other]]
    rows = [row for said in shown for row in said.rows if row.thing in (one, other)]
    level = "same-statement" if both else "same-session"
    told = _context(context, level, _speakers(picture, shown), rows)
    if not picture.network.has_edge(one, other):
        picture.network.add_edge(one, other, ends=(one, other), level=level, weight=0, contexts=[])
    tie = picture.network.edges[one, other]
    tie["contexts"].append(told)
    tie["weight"] = len(tie["contexts"])
    if both:
        tie["level"] = level


# ---------------------------------------------------------------- what they tell


def _kind(picture: Picture, iri: str) -> str:
    return picture.names.things[iri].kind if iri in picture.names.things else ""


def _speakers(picture: Picture, all_said: Iterable[Said]) -> str:
    return ", ".join(dict.fromkeys(picture.names[each] for said in all_said for each in said.speakers))


def _context(context: Context, level: str, roles: str, rows: Iterable[Any]) -> dict[str, str]:
    rows = list(rows)
    return {**where_of(context), "level": level, "roles": roles, "basis": basis_of(rows), "span": span_of(rows)}


def _place(told: dict[str, str]) -> dict[str, str]:
    return {key: told[key] for key in ("iri", "edition", "where", "date", "pages")}
