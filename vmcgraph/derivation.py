"""What follows from the facts: who co-appears with whom, held which post, spoke about what. SPARQL over the asserted graphs.

Nothing here is stated by a report. Each edge follows from nodes that two persons share, and a tie names them all, and says
whether they share more stages than chance would bring (surprise.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Store

from vmcgraph.namespaces import DERIVED, ID, PREFIXES, SCHEME, concept, node
from vmcgraph.surprise import STAGES, Chance


@dataclass(frozen=True, slots=True)
class Level:
    """A way to co-appear.

    Args:
        slug: its concept in scheme/level.
        property: the derived property between two persons.
        where: SPARQL pattern: persons ?a and ?b share ?context.
    """

    slug: str
    property: str
    where: str


_ON_STAGE = "^vmc:participant/vmc:inSession"
_PRESENT = f"({_ON_STAGE}|^vmc:person/vmc:atEvent)"

# Each person once per edition, before they are paired: a busy person reaches an edition by many ways.
_ATTENDED = f"{{ SELECT DISTINCT ?%s ?context {{ ?%s {_PRESENT}/vmc:inEdition? ?context . ?context a vmc:Edition }} }}"

#: From strongest to weakest.
LEVELS = (
    Level(
        "conversed",
        "vmc:conversedWith",
        "?context vmc:relationKind <https://w3id.org/vmcgraph/scheme/encounter/in-conversation> ; vmc:person ?a, ?b .",
    ),
    Level("shown-together", "vmc:shownWith", "?context a vmc:Encounter ; vmc:person ?a, ?b ."),
    Level(
        "shared-stage",
        "vmc:sharedStageWith",
        f"?context a vmc:Session . ?a {_ON_STAGE} ?context . ?b {_ON_STAGE} ?context .",
    ),
    Level(
        "same-social-event",
        "vmc:sameSocialEventAs",
        f"?context vmc:social true . ?a {_PRESENT} ?context . ?b {_PRESENT} ?context .",
    ),
    Level("same-edition", "vmc:sameEditionAs", _ATTENDED % ("a", "a") + _ATTENDED % ("b", "b")),
)

#: The weakest level has no tie nodes: being at one edition is no context of two people, and has no figures.
TIE_LEVELS = LEVELS[:-1]

#: Contexts that a tie's count counts; at a dinner nobody but those on its stage is known to have met everybody.
COUNTED_LEVELS = LEVELS[:3]

_EDGES = """
CONSTRUCT {{ ?a {property} ?b ; vmc:coAppearsWith ?b }}
WHERE {{ {where} ?a a vmc:Person . ?b a vmc:Person . FILTER(?a != ?b) }}
"""

_PAIRS = """
{{ {where} }} ?a a vmc:Person . ?b a vmc:Person . FILTER(STR(?a) < STR(?b))
"""

_TIE_NODE = """
BIND(IRI(CONCAT(STR(id:), "tie/", STRAFTER(STR(?a), "/id/person/"), "--", STRAFTER(STR(?b), "/id/person/"))) AS ?tie)
"""

_TIES = """
CONSTRUCT {{ ?tie a vmc:Tie ; vmc:between ?a, ?b ; vmc:context ?context }}
WHERE {{ {pairs} {tie} }}
"""

_TIE_FIGURES = """
CONSTRUCT {{ ?tie vmc:level ?level ; vmc:count ?count }}
WHERE {{
  {{ SELECT ?a ?b (MIN(?rank) AS ?strongest) (COUNT(DISTINCT ?counted) AS ?count)
     WHERE {{ {pairs} }} GROUP BY ?a ?b }}
  VALUES (?strongest ?level) {{ {levels} }}
  {tie}
}}
"""

_POSTS = """
CONSTRUCT { ?person vmc:heldPostAt ?body }
WHERE { ?post a vmc:Affiliation ; vmc:member ?person ; vmc:organisation ?body }
"""

_MEMBERS = """
CONSTRUCT { ?member vmc:memberOf ?body }
WHERE { ?membership a vmc:Membership ; vmc:member ?member ; vmc:organisation ?body }
"""

_SPOKE = """
CONSTRUCT { ?person vmc:spokeAbout ?thing }
WHERE { ?statement a vmc:Statement ; vmc:speaker ?person ; vmc:about ?thing . ?person a vmc:Person }
"""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A property that says in one edge what a relation states.

    Args:
        predicate: the concept of the relation's predicate.
        property: the derived property from the relation's subject to its object.
        subjects, objects: the classes between which it holds.
    """

    predicate: str
    property: str
    subjects: str
    objects: str


#: Relations about instruments are roles (rdf.py); of the others, these have a property.
SHORTCUTS = (
    Shortcut(
        "part of",
        "vmc:partOf",
        "vmc:Organisation vmc:Instrument vmc:PolicyModel",
        "vmc:Organisation vmc:Instrument vmc:PolicyModel",
    ),
    Shortcut("member of", "vmc:memberOf", "vmc:Country vmc:Organisation", "vmc:Organisation"),
    Shortcut("headquartered in", "vmc:basedIn", "vmc:Organisation vmc:Instrument", "vmc:Place vmc:Country"),
    Shortcut("chairs", "vmc:heldPostAt", "vmc:Person", "vmc:Organisation"),
)

_SHORTCUT = """
CONSTRUCT {{ ?subject {property} ?object }}
WHERE {{
  ?relation a vmc:Relation ; vmc:predicate {predicate} ; vmc:subject ?subject ; vmc:object ?object .
  VALUES ?subjects {{ {subjects} }} ?subject a ?subjects .
  VALUES ?objects {{ {objects} }} ?object a ?objects .
}}
"""

# A post speaks for its country when no body stands between them, or one that governs it;
# a former one no longer does, and a town's speaks for the town.
_REPRESENTS = """
CONSTRUCT { ?person vmc:represents ?country }
WHERE {
  { ?post a vmc:Affiliation ; vmc:member ?person ; vmc:country|(vmc:organisation/vmc:country) ?country .
    FILTER NOT EXISTS { ?post vmc:position ?position FILTER(REGEX(?position, "^(former|ex-)", "i")) }
    FILTER NOT EXISTS { ?post vmc:organisation/rdfs:label ?name FILTER(REGEX(?name, "^(City|Town|Municipality|Province|Canton|Region) ")) }
    FILTER NOT EXISTS { ?post vmc:organisation ?body
                        FILTER NOT EXISTS { ?body vmc:organisationType ?type
                                            FILTER(?type IN (governing:ministry, governing:government, governing:parliament-council)) } } }
  UNION
  { ?part vmc:participant ?person ; vmc:inNameOf ?country . ?person a vmc:Person . ?country a vmc:Country }
}
"""


_BETWEEN = node("vmc:between")


def derived(store: Store) -> Iterator[Quad]:
    """Yield what follows from the facts of a store: who co-appears with whom and where, who held which post, spoke about what.

    Nothing of it is stated by a report; each edge follows from nodes that two persons share, and the ties name them.

    Args:
        store: holds the facts of one or more editions; it stays as it is.

    Returns:
        Quads of the graph `derived`; some may come twice.

    Example:
        >>> list(derived(Store()))
        []
    """
    between: dict[NamedNode, set[str]] = defaultdict(set)
    for rule in _rules():
        for subject, predicate, value in _query(store, rule):
            if predicate == _BETWEEN:
                between[subject].add(value.value)
            yield Quad(subject, predicate, value, DERIVED)
    yield from _surprises(store, between.items())


def _surprises(store: Store, ties: Iterable[tuple[NamedNode, set[str]]]) -> Iterator[Quad]:
    """Yield for each tie how many stages the two share, how many chance would bring, and what that allows to say."""
    stages: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for edition, session, person in _query(store, STAGES):
        stages[edition.value][session.value].add(person.value)
    chance = Chance({edition: list(sessions.values()) for edition, sessions in stages.items()})
    for tie, people in ties:
        found = chance.of(*sorted(people))
        values: dict[str, Literal | NamedNode] = {
            "vmc:observed": _decimal(found.observed),
            "vmc:expected": _decimal(found.expected),
            "vmc:pValue": _decimal(found.p_value),
            "vmc:verdict": concept("verdict", found.verdict),
        }
        for name, value in values.items():
            yield Quad(tie, node(name), value, DERIVED)


def _decimal(value: float) -> Literal:
    """Return a decimal of three figures: those that follow differ between machines."""
    text = f"{Decimal(f'{value:.3g}'):f}"
    return Literal(text if "." in text else f"{text}.0", datatype=node("xsd:decimal"))


def _rules() -> Iterator[str]:
    """Yield the CONSTRUCT queries that make the derived graph."""
    for level in LEVELS:
        yield _EDGES.format(property=level.property, where=level.where)
    for level in TIE_LEVELS:
        yield _TIES.format(pairs=_PAIRS.format(where=level.where), tie=_TIE_NODE)
    yield _TIE_FIGURES.format(pairs=" UNION ".join(_ranked_pairs()), levels=" ".join(_ranked_levels()), tie=_TIE_NODE)
    yield from (_POSTS, _MEMBERS, _REPRESENTS, _SPOKE)
    for each in SHORTCUTS:
        yield _SHORTCUT.format(
            property=each.property,
            predicate=concept("predicate", each.predicate),
            subjects=each.subjects,
            objects=each.objects,
        )


def _ranked_pairs() -> Iterator[str]:
    for rank, level in enumerate(TIE_LEVELS, 1):
        counted = "BIND(?context AS ?counted)" if level in COUNTED_LEVELS else ""
        yield f"{{ {_PAIRS.format(where=level.where)} BIND({rank} AS ?rank) {counted} }}"


def _ranked_levels() -> Iterator[str]:
    for rank, level in enumerate(TIE_LEVELS, 1):
        yield f"({rank} {concept('level', level.slug)})"


def _query(store: Store, query: str) -> Iterator[tuple[Any, Any, Any]]:
    """Yield the triples of a CONSTRUCT, or the rows of a SELECT of three variables."""
    prefixes = {"vmc": PREFIXES["vmc"], "rdfs": PREFIXES["rdfs"], "id": ID, "governing": f"{SCHEME}organisation-type/"}
    found: Any = store.query(query, prefixes=prefixes, use_default_graph_as_union=True)
    return iter(found)
