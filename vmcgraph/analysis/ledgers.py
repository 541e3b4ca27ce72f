"""Lists to check a programme by: listed against narrated, who met off stage only, who spoke on what, whom the organiser reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from vmcgraph.analysis.centrality import figure
from vmcgraph.analysis.study import Ranking, Row, Study, Table, analysis
from vmcgraph.questions import select
from vmcgraph.scene import RANKS, edition_slug

_PARTS = """
SELECT ?part ?person ?name ?session ?role ?listed ?basis {
  ?part a vmc:Participation ; vmc:participant ?person ; vmc:inSession ?session ; vmc:role/skos:prefLabel ?role .
  ?person rdfs:label ?name .
  OPTIONAL { ?part vmc:listedAs/skos:prefLabel ?listed } OPTIONAL { ?part vmc:evidence/vmc:basis/skos:prefLabel ?basis }
} ORDER BY ?part ?basis
"""
#: Where a programme lists who takes part, as against the text that tells what they did.
_LISTS = {"listed", "contents", "speakers"}


@analysis("listed-narrated")
def listed_narrated(study: Study) -> Table:
    """Where the programme and the text agree on who did what, and where not.

    Args:
        study: its editions are kept to.

    Returns:
        finding ("in another role", "narrated only", "listed only", "both"), who, session, role, listed as.
    """
    parts: dict[str, list[Any]] = defaultdict(list)
    for row in select(study.store, _PARTS):
        if row.session in study.scene.contexts:
            parts[row.part].append(row)
    found = []
    for rows in parts.values():
        row, places = rows[0], {each.basis for each in rows}
        finding = _finding(row, bool(places & _LISTS), bool(places - _LISTS - {None}))
        context = study.scene.contexts[row.session]
        found.append((finding, row.name, f"{context.where} ({context.edition_name})", row.role, row.listed or ""))
    return Table(
        ("finding", "who", "session", "role", "listed as"),
        tuple(sorted(found, key=lambda row: (_FINDINGS.index(row[0]), *row[1:]))),
        "The text settles a role, the list stays beside it; “listed only” says that the text does not tell what somebody did, not "
        "that they did not come.",
    )


_FINDINGS = ("in another role", "narrated only", "listed only", "both")


def _finding(row: Any, listed: bool, narrated: bool) -> str:
    if row.listed and row.listed != row.role:
        return "in another role"
    return "both" if listed and narrated else "narrated only" if narrated else "listed only"


@analysis("off-stage")
def off_stage(study: Study) -> Table:
    """Which pairs met off stage only: in photos or, at that level, at social events, but in no session.

    Args:
        study: its editions are kept to, and its level or a stronger one counts.

    Returns:
        who, with, level, times, where.
    """
    rows = []
    for tie in study.scene.ties(study.level):
        if all(context.level != "shared-stage" for context in tie.contexts):
            where = "; ".join(" ".join(filter(None, (context.where, context.pages))) for context in tie.contexts)
            one, other = sorted((study.names[tie.a], study.names[tie.b]))
            rows.append((RANKS[tie.level], (one, other, tie.level.replace("-", " "), len(tie.contexts), where)))
    return Table(
        ("who", "with", "level", "times", "where"),
        tuple(row for _, row in sorted(rows, key=lambda item: (item[0], -item[1][3], item[1]))),
        "These pairs share a photo caption (or a social event, at that level) and no session; a photograph shows what the editors "
        "chose to print, and says nothing of what was talked about.",
    )


@analysis(
    "instruments",
    view="people-instruments",
    views=("people-instruments",),
    chart=Ranking("speakers", label="instrument"),
)
def instruments(study: Study) -> Table:
    """Which instruments how many people spoke about, and who.

    Args:
        study: people and the instruments that they spoke about.

    Returns:
        instrument, kind, speakers, countries (that speakers represent), statements, who.
    """
    rows: list[Row] = []
    for iri, node in study.network.nodes(data=True):
        if node["kind"] not in ("instrument", "policy model"):
            continue
        near = sorted(
            study.network[iri], key=lambda each: (-study.network.edges[iri, each]["weight"], study.label(each))
        )
        countries = {study.countries[each] for each in near if each in study.countries}
        spans = {
            (context["iri"], context["span"]) for each in near for context in study.network.edges[iri, each]["contexts"]
        }
        who = "; ".join(study.label(each) for each in near)
        rows.append((study.label(iri), node["kind"], len(near), len(countries), len(spans), who))
    return Table(
        ("instrument", "kind", "speakers", "countries", "statements", "who"),
        study.ranked(rows, 2, 4),
        "People who are reported to have spoken about it, alone or jointly; groups are left out, to speak about something is not "
        "to support it, and a report leaves out most of what was said.",
    )


# ---------------------------------------------------------------- the organiser

_ORGANISERS = "SELECT DISTINCT ?body { ?series vmc:organiser ?body } ORDER BY ?body"
_STAFF = """
SELECT DISTINCT ?person ?edition {
  ?post a vmc:Affiliation ; vmc:member ?person ; (vmc:organisation|vmc:unit)/vmc:partOf* ?body ; vmc:statedIn ?edition
}
"""


@analysis("reach", view="people", views=("people",))
def reach(study: Study) -> Table:
    """How far the organiser's own people reach: whom they meet, and whom through others.

    Args:
        study: people.

    Returns:
        steps (0 are its own people; none for those whom no chain reaches), people, share (so far, of all), countries and bodies (of
        those at this step), who.
    """
    staff = {
        row.person
        for organiser in select(study.store, _ORGANISERS)
        for row in select(study.store, _STAFF, body=organiser.body)
        if edition_slug(row.edition) in study.scene.editions
    }
    rows: list[Row] = []
    seen: set[str] = set()
    for steps, people in _waves(study, staff):
        seen |= people
        share = figure(len(seen) / len(study.network)) if steps is not None else None
        countries = {study.countries[each] for each in people if each in study.countries}
        bodies = {body for each in people for body in study.bodies.get(each, ())}
        who = "; ".join(sorted(map(study.label, people)))
        rows.append((steps, len(people), share, len(countries), len(bodies), who))
    return Table(
        ("steps", "people", "share", "countries", "bodies", "who"),
        tuple(rows),
        "People at so many steps from anybody with a post at the organiser of the series; an organiser moderates its own panels, "
        "so a wide reach is a matter of the programme, and a shared session is no acquaintance.",
    )


def _waves(study: Study, staff: Iterable[str]) -> Iterable[tuple[int | None, set[str]]]:
    """Yield who is reached at each step, and at last who is not."""
    network = study.network
    wave = set(staff) & set(network)
    seen: set[str] = set()
    steps = 0
    while wave:
        yield steps, wave
        seen |= wave
        wave = {near for iri in wave for near in network[iri]} - seen
        steps += 1
    if seen and (left := set(network) - seen):
        yield None, left
