"""Where a report states a fact, in a reader's words: the edition, what sort of place it is, the pages, the words if known."""

from __future__ import annotations

from typing import Any, NamedTuple

from vmcgraph.questions import select
from vmcgraph.scene import Scene, pages
from vmcgraph.wording import as_shown

#: Where evidence stands, in a reader's words.
BASES = {
    "listed": "programme",
    "narrative": "text",
    "quote": "quotation",
    "caption": "photo caption",
    "speakers": "list of speakers or participants",
    "team": "team",
    "contents": "contents",
    "imprint": "imprint",
}
#: Where titles are looked for first: the list of speakers prints them best, the running text last.
PRINTED = {
    basis: rank
    for rank, basis in enumerate(
        ("list of speakers or participants", "programme", "photo caption", "quotation", "text")
    )
}

# Evidence is asked for by itself: inside an OPTIONAL, all of it would be gone through for every question.
_STATED = """
SELECT ?fact ?source ?start ?basis ?page ?first ?last ?words {{
  {facts}
  ?fact vmc:evidence ?evidence . ?evidence vmc:source ?source ; vmc:start ?start ; vmc:basis ?basis .
  OPTIONAL {{ ?evidence vmc:page ?page }} OPTIONAL {{ ?evidence vmc:pageFrom ?first }}
  OPTIONAL {{ ?evidence vmc:pageTo ?last }} OPTIONAL {{ ?evidence oa:exact ?words }}
}}
"""
_SECTIONS = "SELECT ?section ?title ?edition { ?section a vmc:Section ; rdfs:label ?title ; vmc:inEdition ?edition }"
_SESSIONS = "SELECT ?session ?section { ?session a vmc:Session ; vmc:inSection ?section }"


def stated(scene: Scene, facts: str, **things: str) -> dict[str, list[dict[str, str]]]:
    """Return the different places that state each of some facts; facts and places come in the order of the text.

    Args:
        scene: the editions of the graph.
        facts: a SPARQL pattern of the package's own that binds ?fact.
        things: IRIs by variable of the pattern.

    Returns:
        For the IRI of each fact its places: edition, basis, pages as the source gives them, words if the graph has them.

    Raises:
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> stated(Scene(open_store()), "?fact a vmc:Statement .")
        {}
    """
    found: dict[str, list[dict[str, str]]] = {}
    rows = select(scene.store, _STATED.format(facts=facts), **things)
    order = {document: number for number, document in enumerate(scene.documents)}
    for row in sorted(rows, key=lambda row: (order.get(row.source, -1), int(row.start), row.fact, row.basis)):
        place = {"edition": scene.documents.get(row.source, ""), **_place(row)}
        places = found.setdefault(row.fact, [])
        if place not in places:
            places.append(place)
    return found


def _place(row: Any) -> dict[str, str]:
    basis = row.basis.rpartition("/")[2]
    place = {
        "basis": BASES.get(basis, basis),
        "pages": pages(row.page or row.first, row.page or row.last),
    }
    return {**place, "words": as_shown(row.words)} if row.words else place


class Part(NamedTuple):
    """A part of a report as one cites it; the date is that of its session."""

    title: str
    edition: str
    date: str


class Parts:
    """The sections of the reports, each by the name of the session that it is about where that is one alone.

    Args:
        scene: the editions and sessions of the graph.

    Raises:
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> Parts(Scene(open_store())).of("https://w3id.org/vmcgraph/id/section/ff2031/s1")
        Part(title='', edition='', date='')
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._sections = {
            row.section: Part(row.title, scene.edition_name(row.edition), "") for row in select(scene.store, _SECTIONS)
        }
        self._sessions: dict[str, list[str]] = {}
        for row in select(scene.store, _SESSIONS):
            self._sessions.setdefault(row.section, []).append(row.session)

    def of(self, section: str, session: str | None = None) -> Part:
        """Return a section as one cites it.

        Args:
            section: its IRI.
            session: the IRI of the session that is meant, where that is known.
        """
        sessions = [session] if session else self._sessions.get(section, [])
        context = self._scene.contexts.get(sessions[0]) if len(sessions) == 1 else None
        if context:
            return Part(context.where, context.edition_name, context.date)
        return self._sections.get(section, Part("", "", ""))
