"""Who speaks and who is spoken about, and whose voice a report gives a statement to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from vmcgraph.analysis.study import Comparison, Row, Study, Table, analysis
from vmcgraph.namespaces import ID
from vmcgraph.parties import ROOM, VOICE, Presence
from vmcgraph.places import Parts
from vmcgraph.questions import select
from vmcgraph.scene import edition_slug

_STATEMENTS = """
SELECT ?fact ?section ?session ?edition ?speaker ?voice ?quoted {
  ?fact a vmc:Statement ; vmc:inSection ?section . ?section vmc:inEdition ?edition .
  OPTIONAL { ?fact vmc:inSession ?session } OPTIONAL { ?fact vmc:speaker ?speaker . OPTIONAL { ?speaker a ?voice FILTER(?voice = vmc:CollectiveVoice) } }
  OPTIONAL { ?fact a ?quoted . FILTER(?quoted = vmc:Quotation) }
} ORDER BY ?fact ?speaker
"""
_ABOUT = """
SELECT ?fact ?thing { ?fact a vmc:Statement ; vmc:about ?thing . VALUES ?kind { vmc:Country vmc:Organisation } ?thing a ?kind }
"""
_MENTIONS = """
SELECT ?thing ?edition (COUNT(DISTINCT ?evidence) AS ?times) {
  ?fact vmc:mentions ?thing ; vmc:evidence ?evidence . ?edition vmc:describedBy/^vmc:source ?evidence
} GROUP BY ?thing ?edition
"""
_BOTH = "organisation", "country"


@analysis("voices", chart=Comparison(("who",), ("said", "about"), greatest=True))
def voices(study: Study) -> Table:
    """Who speaks and who is spoken about: each country and body, with its people on stage and in the room.

    Args:
        study: its editions are kept to.

    Returns:
        who, kind, on stage (people in a session), in the room (people seen in captions only), unnamed (groups without names),
        said (statements of its people), about (statements of others on it), named (places that name it, whoever speaks there).
    """
    presence = Presence(study.scene)
    said, about = _statements(study)
    named_in = sum(mentions(study).values(), Counter())
    rows: list[Row] = []
    for thing in study.names.things.values():
        if thing.kind in _BOTH:
            people = presence.people(thing.iri)
            named = Counter(how for iri, how in people.items() if not _unnamed(iri))
            own = {fact for iri in people for fact in said[iri]}
            others = len(about[thing.iri] - own)
            figures = (named[VOICE], named[ROOM], len(people) - named.total(), len(own), others, named_in[thing.iri])
            if any(figures):
                rows.append((thing.name, thing.kind, *figures))
    return Table(
        ("who", "kind", "on stage", "in the room", "unnamed", "said", "about", "named"),
        study.ranked(rows, 2, 5, 6, 7),
        "Whether a country or body speaks for itself or is only spoken about, by those who represent it or hold a post there; "
        "who is not named in the report may still have been there, and how often a name is printed depends on its length.",
    )


def _unnamed(iri: str) -> bool:
    return iri.startswith(f"{ID}unnamed/")


def _statements(study: Study) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return the statements of each speaker, and those about each country or body, in the editions that are kept to."""
    said: dict[str, set[str]] = defaultdict(set)
    kept = set()
    for row in _in_editions(study):
        kept.add(row.fact)
        if row.speaker:
            said[row.speaker].add(row.fact)
    about: dict[str, set[str]] = defaultdict(set)
    for row in select(study.store, _ABOUT):
        if row.fact in kept:
            about[row.thing].add(row.fact)
    return said, about


def mentions(study: Study) -> dict[str, Counter[str]]:
    """Return how many places of the source of each edition name each thing, by the slugs of editions and the IRIs of things.

    Args:
        study: its editions are kept to.

    Example:
        >>> from vmcgraph.store import open_store
        >>> mentions(Study(open_store()))
        defaultdict(...)
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in select(study.store, _MENTIONS):
        if edition_slug(row.edition) in study.scene.editions:
            found[edition_slug(row.edition)][row.thing] += int(row.times)
    return found


def _in_editions(study: Study) -> Iterable[Any]:
    return [row for row in select(study.store, _STATEMENTS) if edition_slug(row.edition) in study.scene.editions]


# ---------------------------------------------------------------- accounting


VOICES = ("individual", "joint", "collective", "editorial")


@analysis("voice-accounting", chart=Comparison(("where", "edition"), VOICES))
def accounting(study: Study) -> Table:
    """Whose voice the statements of each session are: one person's, several people's, a group's, the report's own.

    Args:
        study: its editions are kept to.

    Returns:
        where ("all" last), edition, individual, joint, collective, editorial, quoted (of these, direct quotations), total.
    """
    speakers: dict[str, list[Any]] = defaultdict(list)
    for row in _in_editions(study):
        speakers[row.fact].append(row)
    parts = Parts(study.scene)
    counts: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for rows in speakers.values():
        part = parts.of(rows[0].section, rows[0].session)
        count = counts[part.date, part.edition, part.title]
        count.update([voice(rows), "quoted" if rows[0].quoted else "reported"])
    every = sum(counts.values(), Counter())
    rows = [_accounted(title, edition, counts[key]) for key in sorted(counts) for _, edition, title in [key]]
    return Table(
        ("where", "edition", *VOICES, "quoted", "total"),
        (*rows, *([_accounted("all", "", every)] if rows else [])),
        "Only individual and joint statements count for persons: what “the panellists” say is a group's, and editorial is what "
        "the report says by itself; a summary rarely gives every speaker the same room, so few statements are not few words.",
    )


def voice(rows: Iterable[Any]) -> str:
    """Return whose voice a statement is.

    Args:
        rows: one for each speaker, with `speaker`, and `voice` where it is a group.

    Example:
        >>> from types import SimpleNamespace as Row
        >>> voice([Row(speaker="a", voice=None), Row(speaker="b", voice=None)]), voice([Row(speaker=None, voice=None)])
        ('joint', 'editorial')
    """
    found = {row.speaker: row.voice for row in rows if row.speaker}
    if any(found.values()):
        return "collective"
    return VOICES[min(len(found), 2) - 1] if found else "editorial"


def _accounted(title: str, edition: str, count: Counter[str]) -> Row:
    return (title, edition, *(count[each] for each in VOICES), count["quoted"], count["quoted"] + count["reported"])
