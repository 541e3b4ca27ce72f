"""Who with whom, sector with sector, edition beside edition: counts to lay out as a matrix or side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from vmcgraph.analysis.centrality import figure
from vmcgraph.analysis.sides import settled
from vmcgraph.analysis.study import Comparison, Matrix, Row, Study, Table, analysis
from vmcgraph.analysis.voices import mentions
from vmcgraph.questions import select
from vmcgraph.scene import edition_slug
from vmcgraph.spelling import listed

# ---------------------------------------------------------------- who with whom


@analysis(
    "matrix",
    view="people",
    views=("people", "organisations", "countries", "instruments"),
    chart=Matrix("times", ("who", "with"), "strength", ("community", "and")),
)
def matrix(study: Study) -> Table:
    """Who is with whom how often, by community.

    Args:
        study: its view is looked at; its seed is that of the communities.

    Returns:
        community and "and" (those of the two, numbered as in the analysis "communities"), who, with, times (shared sessions
        and captions), strength (a session of n counts 1/(n−1)); each pair once.
    """
    network = study.network
    order, *_ = settled(study)
    groups = {iri: number for number, group in enumerate(order, 1) for iri in group}
    rows = []
    for pair in network.edges:
        one, other = sorted(pair, key=lambda iri: (groups[iri], study.label(iri)))
        tie = network.edges[pair]
        rows.append(
            (groups[one], groups[other], study.label(one), study.label(other), tie["weight"], figure(tie["strength"]))
        )
    return Table(
        ("community", "and", "who", "with", "times", "strength"),
        tuple(sorted(rows)),
        "How many sessions and captions, or places of a report, two share, in the order of the communities; an empty place says that "
        "the report tells of none, not that the two have not met, and a large panel fills a whole block by itself.",
    )


@analysis(
    "mixing", view="people", views=("people",), chart=Matrix("ties", ("sector", "with"), "ties", expected="expected")
)
def mixing(study: Study) -> Table:
    """Which sectors meet which, against what chance would bring.

    Args:
        study: people, whose sectors are those of the bodies at which they hold their posts.

    Returns:
        sector, with, ties between people of the two, expected (if the same people had as many ties with anybody); the sectors
        with most people first, each pair once, also where there is none.
    """
    sectors = study.sectors
    known = [iri for iri in study.network if sectors.get(iri)]
    ties = [sorted((sectors[one], sectors[other])) for one, other in study.network.subgraph(known).edges]
    counts = Counter((one, other) for one, other in ties)
    ends = Counter(sector for pair in ties for sector in pair)
    sizes = Counter(sectors[iri] for iri in known)
    order = sorted(sizes, key=lambda sector: (-sizes[sector], sector))
    rows = []
    for number, one in enumerate(order if ties else ()):
        for other in order[number:]:
            expected = ends[one] * ends[other] / (2 * len(ties)) / (2 if one == other else 1)
            rows.append((one, other, counts[min(one, other), max(one, other)], figure(expected)))
    return Table(
        ("sector", "with", "ties", "expected"),
        tuple(rows),
        "Ties between people by sector, as far as the sector is known, and how many there would be if ties were made regardless of "
        "it (Newman 2003); organisers mix panels on purpose, so the figures describe the programme; the sector "
        "“other” is a group of its own, of bodies that have little in common.",
    )


# ---------------------------------------------------------------- edition beside edition

_KINDS = {"countries": ("country",), "organisations": ("organisation",), "instruments": ("instrument", "policy model")}
_GENRES = """
SELECT DISTINCT ?edition ?genre ?length {
  ?edition vmc:describedBy ?document . ?document vmc:genre/skos:prefLabel ?genre ; vmc:length ?length
} ORDER BY ?edition ?genre ?length
"""


@analysis(
    "editions", view="countries", views=tuple(_KINDS), chart=Comparison(("who",), missing="not stated in this source")
)
def editions(study: Study) -> Table:
    """How often the source of each edition names a country, a body or an instrument.

    Args:
        study: its view says which of the three; its editions are kept to.

    Returns:
        who, kind, and for each edition the places of its source that name it; none where it does not.
    """
    shown = study.scene.editions
    times = mentions(study)
    rows: list[tuple[int, Row]] = []
    for thing in study.names.things.values():
        found = [times[slug].get(thing.iri) for slug in shown]
        if thing.kind in _KINDS[study.view] and any(found):
            rows.append((sum(filter(None, found)), (thing.name, thing.kind, *found)))
    rows.sort(key=lambda row: (-row[0], *map(str, row[1])))
    return Table(
        ("who", "kind", *shown.values()),
        tuple(row for _, row in rows),
        f"Places of each source that name it; where there is no figure, the source does not state it, which is never a no{_lengths(study)}.",
        scope=f"{study.view.capitalize()} that are named, {listed(shown.values())}",
    )


def _lengths(study: Study) -> str:
    """Return of which genre and how long the sources are, to go on with; "" for a single one."""
    rows: Iterable[Any] = select(study.store, _GENRES)
    told = [
        f"{study.scene.edition_name(row.edition)} is told by {_GENRE.get(row.genre, row.genre)} of {int(row.length):,} characters"
        for row in rows
        if edition_slug(row.edition) in study.scene.editions
    ]
    return f". {', '.join(told)}: compare the order rather than the counts" if len(told) > 1 else ""


_GENRE = {"report": "a report", "programme": "a programme", "other": "a text"}
