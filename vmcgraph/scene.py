"""The sessions and captions of a graph, and the ties of the people who share them, as plain data.

The ties are the tie nodes of the graph `derived`; what level a context makes, its own nature says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple

from vmcgraph.errors import QueryError
from vmcgraph.namespaces import ID
from vmcgraph.questions import select
from vmcgraph.spelling import fold
from vmcgraph.surprise import STAGES, Chance, Figures

if TYPE_CHECKING:
    from vmcgraph.store import Store

#: The ladder, from strongest to weakest: the name of each level, and what two people did.
LEVELS = {
    "conversed": "conversed with",
    "shown-together": "was shown with",
    "shared-stage": "shared a stage with",
    "same-social-event": "was at the same social event as",
    "same-edition": "was at the same edition as",
}
#: What counts as a tie unless told otherwise: this level or a stronger one.
USUAL = "shared-stage"
RANKS = {level: rank for rank, level in enumerate(LEVELS)}
#: The levels that sessions make.
SESSIONS = {"shared-stage", "same-social-event"}
#: Levels whose events are wide: at a dinner nobody is known to have met everybody.
_WIDE = ("same-social-event", "same-edition")

_EDITIONS = """
SELECT ?edition ?name ?document {
  ?edition a vmc:Edition ; rdfs:label|skos:altLabel ?name . OPTIONAL { ?edition vmc:describedBy ?document }
} ORDER BY ?edition STRLEN(?name) ?name
"""
_SESSIONS = """
SELECT ?session ?title ?edition ?social ?date ?time ?first ?last ?format {
  ?session a vmc:Session ; rdfs:label ?title ; vmc:inEdition ?edition .
  OPTIONAL { ?session vmc:social ?social } OPTIONAL { ?session vmc:date ?date } OPTIONAL { ?session vmc:startTime ?time }
  OPTIONAL { ?session vmc:pageFrom ?first } OPTIONAL { ?session vmc:pageTo ?last }
  OPTIONAL { ?session vmc:format/skos:prefLabel ?format }
} ORDER BY ?session
"""
_CAPTIONS = """
SELECT ?caption ?relation ?event (MIN(?page) AS ?first) (MAX(?page) AS ?last) {
  ?caption a vmc:Encounter ; vmc:atEvent ?event ; vmc:relationKind/skos:prefLabel ?relation .
  OPTIONAL { ?caption vmc:evidence/(vmc:page|vmc:pageFrom|vmc:pageTo) ?page }
} GROUP BY ?caption ?relation ?event ORDER BY ?caption
"""
# Sorted in Python, which is quicker.
_TIES = "SELECT ?a ?b ?context { ?tie vmc:between ?a, ?b ; vmc:context ?context . FILTER(STR(?a) < STR(?b)) }"
_TIES_OF = "SELECT ?a ?b ?context { ?tie vmc:between ?a, ?b ; vmc:context ?context . FILTER(?a != ?b) }"
_SAME_EDITION = """
SELECT DISTINCT ?a ?b ?context {{ {where} ?a a vmc:Person . ?b a vmc:Person . FILTER(STR(?a) < STR(?b)) }}
"""
_FIGURES = """
SELECT ?a ?b ?observed ?expected ?p_value ?verdict {
  ?tie vmc:between ?a, ?b ; vmc:observed ?observed ; vmc:expected ?expected ; vmc:pValue ?p_value ; vmc:verdict ?verdict .
  FILTER(?a != ?b)
}
"""
_ON_STAGE = "SELECT DISTINCT ?person ?session { ?part vmc:participant ?person ; vmc:inSession ?session . ?session a vmc:Session }"
_ROLES = """
SELECT ?person ?session ?role ?listed ?online {
  ?part a vmc:Participation ; vmc:participant ?person ; vmc:inSession ?session ; vmc:role/skos:prefLabel ?role .
  OPTIONAL { ?part vmc:listedAs/skos:prefLabel ?listed } OPTIONAL { ?part vmc:online ?online }
} ORDER BY ?person ?session ?role
"""


class Context(NamedTuple):
    """A session, a caption or an edition, as something that people share.

    `level` is what sharing it amounts to; `edition` the edition's slug and `edition_name` its name; `within` the event of a
    caption, else its edition.
    """

    iri: str
    level: str
    where: str
    edition: str
    edition_name: str
    date: str
    pages: str
    within: str
    format: str


class Tie(NamedTuple):
    """Two people and what they share, the strongest first."""

    a: str
    b: str
    contexts: tuple[Context, ...]

    @property
    def level(self) -> str:
        """The strongest level."""
        return self.contexts[0].level


def pages(first: str | int | None, last: str | int | None) -> str:
    """Return pages as they are cited.

    Example:
        >>> pages(30, None), pages(30, 30), pages(26, 29), pages(None, None)
        ('p. 30', 'p. 30', 'pp. 26–29', '')
    """
    if first is None:
        return ""
    return f"p. {first}" if last is None or str(first) == str(last) else f"pp. {first}–{last}"


def several_pages(cited: Iterable[str]) -> str:
    """Return pages of several places as they are cited, each once, "pp." once.

    Example:
        >>> several_pages(["p. 30", "", "pp. 32–33", "p. 30"]), several_pages(["p. 30"]), several_pages([])
        ('pp. 30, 32–33', 'p. 30', '')
    """
    told = list(dict.fromkeys(filter(None, cited)))
    return told[0] if len(told) == 1 else f"pp. {', '.join(page.partition(' ')[2] for page in told)}" if told else ""


class Scene:
    """The editions of a graph with their sessions and captions, read once.

    Args:
        store: holds the graph.
        editions: the editions to keep to, by slug or name; all when empty.

    Raises:
        QueryError: if there is no such edition.
        StoreError: if the store does not answer.

    Example:
        >>> from vmcgraph.store import open_store
        >>> Scene(open_store()).contexts
        {}
    """

    def __init__(self, store: Store, editions: Collection[str] = ()) -> None:
        self.store = store
        forms: dict[str, list[str]] = defaultdict(list)
        documents: dict[str, str] = {}
        for row in select(store, _EDITIONS):
            forms[edition_slug(row.edition)].append(row.name)
            if row.document:
                documents[row.document] = edition_slug(row.edition)
        shortest = {slug: names[0] for slug, names in forms.items()}  # as they stand in many lines
        known = _told_apart(shortest)
        self._forms = forms
        kept = {self.slug(name) for name in editions} or set(known)
        self.editions = {slug: name for slug, name in known.items() if slug in kept}
        #: The names of the editions by the documents that describe them.
        self.documents = {document: self.editions[slug] for document, slug in documents.items() if slug in kept}
        events = {**self._editions(known), **self._sessions(known)}
        self.contexts = {
            iri: context
            for iri, context in {**events, **self._captions(events)}.items()
            if context.edition in self.editions
        }

    def _editions(self, known: dict[str, str]) -> dict[str, Context]:
        return {
            f"{ID}edition/{slug}": Context(f"{ID}edition/{slug}", "same-edition", name, slug, name, "", "", "", "")
            for slug, name in known.items()
        }

    def _sessions(self, known: dict[str, str]) -> dict[str, Context]:
        found = {}
        for row in select(self.store, _SESSIONS):
            level = "same-social-event" if row.social == "true" else "shared-stage"
            cited = pages(row.first, row.last)
            slug = edition_slug(row.edition)
            name, date, form = known.get(slug, slug), row.date or "", row.format or ""
            found[row.session] = Context(row.session, level, row.title, slug, name, date, cited, row.edition, form)
        return found

    def _captions(self, events: dict[str, Context]) -> dict[str, Context]:
        found = {}
        for row in select(self.store, _CAPTIONS):
            event = events.get(row.event)
            if event is not None:
                level = "conversed" if row.relation == "in conversation" else "shown-together"
                where = f"photo caption ({row.relation}), {event.where}"
                cited = pages(row.first, row.last)
                found[row.caption] = event._replace(
                    iri=row.caption, level=level, where=where, pages=cited, within=row.event, format="caption"
                )
        return found

    def ties(self, level: str = USUAL, *, of: str = "") -> list[Tie]:
        """Return the ties of a level or a stronger one.

        A dinner or an edition is left out where the two share something narrower in it.

        Args:
            level: one of LEVELS.
            of: IRI of a person; then only that person's ties, as the first of the two.
        """
        shared: dict[tuple[str, str], list[Context]] = defaultdict(list)
        stage = {(row.person, row.session) for row in select(self.store, _ON_STAGE)}
        rows = select(self.store, _TIES_OF, a=of) if of else select(self.store, _TIES)
        for row in (*rows, *self._same_edition(level, of)):
            context = self.contexts.get(row.context)
            if context is not None and {(row.a, row.context), (row.b, row.context)} <= stage:
                context = context._replace(level="shared-stage")  # both spoke at the dinner
            if context is not None and RANKS[context.level] <= RANKS[level]:
                shared[row.a, row.b].append(context)
        return [Tie(a, b, _narrowest(contexts)) for (a, b), contexts in sorted(shared.items())]

    def _same_edition(self, level: str, of: str) -> Iterator[SimpleNamespace]:
        """Yield who was at the same edition, for which there are no tie nodes."""
        if level != "same-edition":
            return
        from vmcgraph.derivation import LEVELS as RULES

        for row in select(self.store, _SAME_EDITION.format(where=RULES[-1].where)):
            if of == row.b:
                row.a, row.b = row.b, row.a
            if of in ("", row.a):
                yield row

    def chance(self) -> Chance:
        """Return what chance would bring, from who was on the stage of which session of these editions."""
        stages: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for row in select(self.store, STAGES):
            if row.session in self.contexts:
                stages[row.edition][row.session].add(row.person)
        return Chance({edition: list(sessions.values()) for edition, sessions in stages.items()})

    def figures(self, *, of: str) -> dict[tuple[str, str], Figures]:
        """Return how surprising each tie of a person is, as the graph says, of all its editions.

        Args:
            of: IRI of the person, the first of each pair.

        Returns:
            Nothing for a graph that does not say so. The corrected p-value, which no graph has, is None.
        """
        rows = select(self.store, _FIGURES, a=of)
        return {
            (row.a, row.b): Figures(
                round(float(row.observed)),
                float(row.expected),
                float(row.p_value),
                None,
                row.verdict.rpartition("/")[2],
            )
            for row in rows
        }

    def slug(self, name: str) -> str:
        """Return the slug of the edition that a slug, id or name means.

        Args:
            name: as the user types it: "lf2031", "edition/lf2031" or what the edition calls itself.

        Raises:
            QueryError: if the graph has no such edition.
        """
        for slug, labels in self._forms.items():
            if fold(name.removeprefix("id:")) in map(fold, (slug, f"edition/{slug}", *labels)):
                return slug
        there = ", ".join(self._forms) or "none"
        raise QueryError(f"there is no edition “{name}”; the graph has {there}", value=name)

    def edition_name(self, iri: str) -> str:
        """Return what an edition is called; nothing where it is not kept to."""
        return self.editions.get(edition_slug(iri), "")

    def roles(self, *, of: str = "") -> dict[tuple[str, str], list[str]]:
        """Return in which roles each person took part in each session, by their IRIs.

        Args:
            of: IRI of a person; then only that person's.
        """
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in select(self.store, _ROLES, **({"person": of} if of else {})):
            notes = [f"listed as {row.listed}"] * bool(row.listed) + ["online"] * (row.online == "true")
            found[row.person, row.session].append(row.role + f" ({', '.join(notes)})" * bool(notes))
        return found


def _told_apart(names: dict[str, str]) -> dict[str, str]:
    """Return editions by slug with their names, and the slug behind a name that several have: "Harbour Forum 2031 (press)"."""
    often = Counter(map(str.casefold, names.values()))
    return {slug: f"{name} ({slug})" if often[name.casefold()] > 1 else name for slug, name in names.items()}


def edition_slug(iri: str) -> str:
    """Return an edition's slug, such as "vmc2024"."""
    return iri.rpartition("/")[2]


def _narrowest(contexts: Iterable[Context]) -> tuple[Context, ...]:
    """Sort contexts, the strongest first, without the dinners and editions in which something narrower is shared."""
    ranked = sorted(contexts, key=lambda context: (RANKS[context.level], context.edition, context.date, context.iri))
    kept: list[Context] = []
    covered: set[str] = set()
    for context in ranked:
        if context.level not in _WIDE or context.iri not in covered:
            kept.append(context)
        covered |= {context.within, f"{ID}edition/{context.edition}"}
    return tuple(kept)
