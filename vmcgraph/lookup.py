"""Find people, bodies, countries, instruments and topics by any printed form of their name."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from vmcgraph.errors import QueryError
from vmcgraph.namespaces import ID, SCHEME
from vmcgraph.questions import select
from vmcgraph.spelling import fold

if TYPE_CHECKING:
    from vmcgraph.store import Store

_LOG = logging.getLogger(__name__)

#: What can be found by name: the class in the graph, and what a reader calls it.
KINDS = {
    "Person": "person",
    "Organisation": "organisation",
    "Country": "country",
    "Instrument": "instrument",
    "PolicyModel": "policy model",
    "Topic": "topic",
}
#: Those of them that act: who take part, and have ties.
ACTORS = ("person", "organisation", "country")

_MOST_LISTED = 10
#: Spellings at least so near (of 100) count as meant; Ireland is 86 from Iceland, so countries have to be nearer.
_NEAR = {"person": 85, "organisation": 88, "country": 90, "instrument": 88, "policy model": 88, "topic": 90}
_NEAR |= {"session": 88}
#: Those below, down to this, are only offered, and only those nearly as near as the best.
_FAR, _OFFERED = 70, 15
#: A part of a name counts as nearly spelled from here on, if what is looked for has so many letters.
_PART, _LONG = 85, 6
#: How near a spelling is with two neighbouring letters swapped: no other name is spelled so.
_SWAPPED = 95
#: Of two near spellings, the better one has to be better by this to be taken without asking.
_LEAD = 4

_NAMES = """
SELECT ?thing ?kind ?label ?form {{
  VALUES ?kind {{ {classes} }}
  ?thing a ?kind ; rdfs:label|skos:prefLabel ?label .
  OPTIONAL {{ ?thing skos:altLabel|vmc:acronym|vmc:isoCode ?form }}
}}
"""


class Thing(NamedTuple):
    """A person, organisation, country, instrument, policy model or topic of the graph."""

    iri: str
    kind: str
    name: str

    @property
    def identity(self) -> str:
        """Its id, such as "person/ada-brook"."""
        return self.iri.removeprefix(ID).removeprefix(SCHEME)


class Names:
    """The names of a graph's people, bodies, countries, instruments and topics, read once.

    Args:
        store: holds the graph.
        classes: the classes to know, and what a reader calls them; default KINDS.

    Raises:
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> len(Names(open_store()).things)
        0
    """

    def __init__(self, store: Store, classes: Mapping[str, str] = KINDS) -> None:
        self.things: dict[str, Thing] = {}
        self.forms: dict[str, list[str]] = {}
        # Sorted here, which is quicker than in the query.
        rows = select(store, _NAMES.format(classes=" ".join(f"vmc:{name}" for name in classes)))
        for row in sorted(rows, key=lambda row: (row.thing, row.kind, row.label, row.form or "")):
            kind = classes[row.kind.rpartition("#")[2]]
            self.things.setdefault(row.thing, Thing(row.thing, kind, row.label))
            forms = self.forms.setdefault(row.thing, [])
            if row.form and row.form not in forms:
                forms.append(row.form)

    def thing(self, iri: str) -> Thing:
        """Return a thing; one that the graph does not name is called by its id."""
        if known := self.things.get(iri):
            return known
        identity = Thing(iri, "", "").identity
        return Thing(iri, identity.partition("/")[0], identity)

    def __getitem__(self, iri: str) -> str:
        """Return the name of a thing, or its id where it has none."""
        return self.thing(iri).name

    def find(self, name: str, kinds: Sequence[str] = tuple(KINDS.values())) -> Thing:
        """Return the one thing that a name means.

        Accents, case and punctuation do not count. A full name goes before an alternative form, that before a part of a
        name, that before a near spelling. Of what fits alike, topics give way to all else; and a part of a name rather means
        who acts than an instrument. What a near spelling is understood as is logged as a warning, which Python shows on standard
        error unless told otherwise.

        Args:
            name: as the user types it; or an id, such as "person/ada-brook", where two share a name.
            kinds: the kinds to look among.

        Raises:
            QueryError: if several things fit, which it lists, or none, when it offers the nearest; or if the name is that of
                another kind of thing.

        Example:
            >>> from vmcgraph.store import open_store
            >>> Names(open_store()).find("Ada Brook")
            Traceback (most recent call last):
                ...
            vmcgraph.errors.QueryError: nothing here is called “Ada Brook”, and nothing is spelled nearly so; a part of a name or a short form is enough
        """
        identity = name.removeprefix("id:").removeprefix("scheme:")
        if thing := self.things.get(ID + identity) or self.things.get(SCHEME + identity):
            return self._wanted(thing, name, kinds)
        wanted = fold(name)
        wanted = wanted.removeprefix("the ") or wanted  # "the Pact", "the EU"
        if not wanted:
            raise QueryError(f"“{name}” is no name; give letters or digits of one", value=name)
        known = [thing for thing in self.things.values() if thing.kind in kinds]
        others = [thing for thing in self.things.values() if thing.kind not in kinds]
        for search in (self._named, self._called, self._partly):
            if found := search(wanted, known):
                return self._only(found, name)
        if meant := self._named(wanted, others) or self._called(wanted, others):
            return self._wanted(meant[0], name, kinds)
        near = self._only(self._nearly(wanted, known, name), name)
        _LOG.warning("“%s” is understood as %s", name, near.name)
        return near

    def _named(self, wanted: str, known: Iterable[Thing]) -> list[Thing]:
        return [thing for thing in known if fold(thing.name).removeprefix("the ") == wanted]

    def _called(self, wanted: str, known: Iterable[Thing]) -> list[Thing]:
        return [
            thing for thing in known if any(fold(form).removeprefix("the ") == wanted for form in self.forms[thing.iri])
        ]

    def _partly(self, wanted: str, known: Iterable[Thing]) -> list[Thing]:
        """Return those of whose name the words are a part; but South Sudan is not Sudan."""
        words = set(wanted.split())
        parted = (thing for thing in known if thing.kind != "country")
        found = [thing for thing in parted if any(words <= set(form.split()) for form in self._folded(thing))]
        return [thing for thing in found if thing.kind in ACTORS] or found

    def _folded(self, thing: Thing) -> Iterator[str]:
        return map(fold, (thing.name, *self.forms[thing.iri]))

    def _nearly(self, wanted: str, known: Iterable[Thing], name: str) -> list[Thing]:
        """Return what is spelled nearly so; where that is nothing, say what comes nearest."""

        def nearness(thing: Thing) -> float:
            forms = [*self._folded(thing)]
            if thing.kind == "person" and " " not in wanted:
                forms.append(forms[0].rpartition(" ")[2])  # a family name alone
            return max(_likeness(wanted, form) for form in forms)

        ranked = sorted(((nearness(thing), thing) for thing in known), key=lambda item: (-item[0], item[1].name))
        near = [(score, thing) for score, thing in ranked if score >= _NEAR[thing.kind]]
        if near:
            return [thing for score, thing in near if score > near[0][0] - _LEAD]
        nearest = [thing.name for thing in self._offered(wanted, ranked)]
        hint = (
            f"; {the_nearest(nearest)}"
            if nearest
            else ", and nothing is spelled nearly so; a part of a name or a short form is enough"
        )
        raise QueryError(f"nothing here is called “{name}”{hint}", value=name)

    def _offered(self, wanted: str, ranked: Iterable[tuple[float, Thing]]) -> list[Thing]:
        """Return the few that may be meant: spelled not so nearly, or with a part that is."""
        from rapidfuzz.fuzz import partial_ratio

        def part(thing: Thing) -> float:
            longer = (form for form in self._folded(thing) if len(form) > len(wanted) >= _LONG)
            return max((partial_ratio(wanted, form, score_cutoff=_PART) for form in longer), default=0)

        scored = sorted(
            ((max(score, part(thing)), thing) for score, thing in ranked), key=lambda item: (-item[0], item[1].name)
        )
        return [thing for score, thing in scored[:3] if score >= max(_FAR, scored[0][0] - _OFFERED)]

    def _wanted(self, thing: Thing, name: str, kinds: Sequence[str]) -> Thing:
        if thing.kind in kinds:
            return thing
        found = f"{'an' if thing.kind[0] in 'aeiou' else 'a'} {thing.kind}"
        wanted = " or ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))
        raise QueryError(
            f"“{name}” is {found}; {'an' if wanted[0] in 'aeiou' else 'a'} {wanted} is wanted here", value=thing
        )

    def _only(self, found: list[Thing], name: str) -> Thing:
        found = [thing for thing in found if thing.kind != "topic"] or found
        if len(found) == 1:
            return found[0]
        listed = [f"\n  {thing.name} ({thing.identity})" for thing in found[:_MOST_LISTED]]
        more = f"\n  and {len(found) - _MOST_LISTED} more" if len(found) > _MOST_LISTED else ""
        raise QueryError(
            f"“{name}” fits {len(found)} names; give one of them in full, or its id:{''.join(listed)}{more}",
            value=found,
        )


def the_nearest(names: Sequence[str]) -> str:
    """Return the names that come nearest, in words.

    Example:
        >>> the_nearest(["met"]), the_nearest(["met", "quotes"])
        ('the nearest is met', 'the nearest are met, quotes')
    """
    return f"the nearest {'is' if len(names) == 1 else 'are'} {', '.join(names)}"


def what_there_is(name: str, known: Iterable[str]) -> str:
    """Return, in words, the names that come nearest to one that does not exist; all where none is near.

    Args:
        name: as the user types it.
        known: the names that exist.

    Example:
        >>> what_there_is("mett", ["met", "quotes"]), what_there_is("x", ["met", "quotes"])
        ('the nearest is met', 'there are met, quotes')
    """
    from difflib import get_close_matches

    known = tuple(known)
    near = get_close_matches(name, known, n=3)
    return the_nearest(near) if near else f"there are {', '.join(known)}"


def _likeness(one: str, other: str) -> float:
    """Return how near two spellings are, of 100."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.fuzz import ratio, token_sort_ratio

    swapped = sorted(one) == sorted(other) and OSA.distance(one, other, score_cutoff=1) == 1
    return max(ratio(one, other), token_sort_ratio(one, other), _SWAPPED if swapped else 0)
