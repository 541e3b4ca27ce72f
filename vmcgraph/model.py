"""The kinds of facts found in a report, and the facts of one edition.

A kind is declared once, here (kinds.py says how); all else is generic over these declarations. Rows refer to each other by
`id`, which is also the path of their IRI below https://w3id.org/vmcgraph/id/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from vmcgraph.document import Span
from vmcgraph.kinds import KINDS, kind, sort_of, term
from vmcgraph.markup import html_table

T = TypeVar("T")


@kind("vmc:SourceDocument", table="documents")
class SourceDocument:
    """The exact text that spans are spans of."""

    id: str
    title: str = term("rdfs:label")
    sha256: str = term("vmc:sha256")
    length: int = term("vmc:length")
    genre: str = term("vmc:genre", scheme="genre")
    language: str = term("dcterms:language")
    pages: int | None = term("vmc:pages", default=None)
    page_starts: tuple[int, ...] = term(default=())


@kind("vmc:ConferenceSeries", table="series", label="name")
class ConferenceSeries:
    """A conference that comes again, such as the Vienna Migration Conference."""

    id: str
    name: str = term("rdfs:label")
    acronym: str | None = term("vmc:acronym", default=None)
    organiser: str | None = term("vmc:organiser", to="Organisation", default=None)
    evidence: tuple[Span, ...] = ()


@kind("vmc:Edition", table="editions", label="name")
class Edition:
    """One holding of a conference series."""

    id: str
    name: str = term("rdfs:label")
    aliases: tuple[str, ...] = term("skos:altLabel", default=())
    series: str = term("vmc:inSeries", to="ConferenceSeries")
    number: int | None = term("vmc:editionNumber", default=None)
    dates: tuple[str, ...] = term("vmc:date", datatype="xsd:date", default=())
    venue: str | None = term("vmc:venue", to="Place", default=None)
    document: str = term("vmc:describedBy", to="SourceDocument")
    evidence: tuple[Span, ...] = ()


@kind("vmc:Section", table="sections")
class Section:
    """A part of the source."""

    id: str
    kind: str = term("vmc:sectionKind", scheme="section")
    title: str = term("rdfs:label")
    edition: str = term("vmc:inEdition", to="Edition")
    page_from: int | None = term("vmc:pageFrom", default=None)
    page_to: int | None = term("vmc:pageTo", default=None)
    page: int | None = term("vmc:page", default=None)
    start_offset: int | None = term(default=None)
    end_offset: int | None = term(default=None)
    evidence: tuple[Span, ...] = ()


@kind("vmc:Paragraph", table="paragraphs", part="evidence")
class Paragraph:
    """A paragraph of running text: a place, not a fact. One in which no evidence stands is silent.

    Args:
        start, end: code points into the text, half-open, without the white space around it.
        digest: of its wording.
    """

    id: str
    section: str = term("vmc:inSection", to="Section")
    start: int = term("vmc:start")
    end: int = term("vmc:end")
    digest: str = term("vmc:digest")

    @property
    def place(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end, "narrative", self.digest)


@kind("vmc:Session", table="sessions")
class Session:
    """A programme item: opening, keynote, panel, side event, dinner, reception."""

    id: str
    title: str = term("rdfs:label")
    format: str | None = term("vmc:format", scheme="format", default=None)
    edition: str = term("vmc:inEdition", to="Edition")
    date: str | None = term("vmc:date", datatype="xsd:date", default=None)
    start: str | None = term("vmc:startTime", datatype="xsd:time", default=None)
    end: str | None = term("vmc:endTime", datatype="xsd:time", default=None)
    page: int | None = term("vmc:pageFrom", default=None)
    page_to: int | None = term("vmc:pageTo", default=None)
    subsections: tuple[str, ...] = term("vmc:subsection", default=())
    social: bool = term("vmc:social", default=False)
    section: str | None = term("vmc:inSection", to="Section", default=None)
    start_offset: int | None = term(default=None)
    end_offset: int | None = term(default=None)
    evidence: tuple[Span, ...] = ()


@kind("vmc:Person", table="persons", label="name")
class Person:
    """A human being whom the text names, in a public role."""

    id: str
    name: str = term("rdfs:label", column="person")
    aliases: tuple[str, ...] = term("skos:altLabel", default=())
    honorific: str | None = term("vmc:honorific", default=None)
    evidence: tuple[Span, ...] = ()


@kind("vmc:UnnamedParty", table="unnamed", label="name")
class UnnamedParty:
    """Somebody who took part without being named, such as the representatives of a country."""

    id: str
    name: str = term("rdfs:label")
    edition: str = term("vmc:inEdition", to="Edition")
    evidence: tuple[Span, ...] = ()


@kind("vmc:Participation", table="participations", placed=True)
class Participation:
    """Somebody takes part in a session (or, where no session is told, in an edition) in a role."""

    id: str
    session: str = term("vmc:inSession", to="Session|Edition")
    person: str = term("vmc:participant", to="Person|UnnamedParty")
    role: str = term("vmc:role", scheme="role")
    listed_as: str | None = term("vmc:listedAs", scheme="role", default=None)
    online: bool = term("vmc:online", default=False)
    in_name_of: str | None = term("vmc:inNameOf", to="Organisation|Country", default=None)
    basis: str = term()
    evidence: tuple[Span, ...] = ()


@kind("vmc:Affiliation", table="affiliations", placed=True, spread="evidence")
class Affiliation:
    """A person's post in one printed wording, with every place that states it so."""

    id: str
    person: str = term("vmc:member", to="Person")
    position: str | None = term("vmc:position", default=None)
    organisation: str | None = term("vmc:organisation", to="Organisation", default=None)
    unit: str | None = term("vmc:unit", to="Organisation|Unit", default=None)
    country: str | None = term("vmc:country", to="Country", default=None)
    acronym: str | None = term(default=None)
    edition: str = term("vmc:statedIn", to="Edition")
    evidence: tuple[Span, ...] = ()


@kind("vmc:Organisation", table="organisations", label="name")
class Organisation:
    """A body that acts or employs."""

    id: str
    name: str = term("rdfs:label", column="organisation")
    aliases: tuple[str, ...] = term("skos:altLabel", default=())
    acronym: str | None = term("vmc:acronym", default=None)
    type: str | None = term("vmc:organisationType", scheme="organisation-type", default=None)
    country: str | None = term("vmc:country", to="Country", default=None)
    parent: str | None = term("vmc:partOf", to="Organisation", default=None)
    based_in: tuple[str, ...] = term("vmc:basedIn", to="Place|Country", default=())
    evidence: tuple[Span, ...] = ()


@kind("vmc:Organisation", table="units", label="name")
class Unit:
    """A part of a body that the text names only in somebody's post or as an office: "Amber Roads", "Regional office in Riga"."""

    id: str
    name: str = term("rdfs:label", column="unit")
    parent: str | None = term("vmc:partOf", to="Organisation|Unit", default=None)
    based_in: str | None = term("vmc:basedIn", to="Place|Country", default=None)
    evidence: tuple[Span, ...] = ()


@kind("vmc:Country", table="countries", label="name")
class Country:
    """A country or territory that the text names in any form."""

    id: str
    name: str = term("rdfs:label", column="country")
    iso2: str | None = term("vmc:isoAlpha2", default=None)
    iso3: str | None = term("vmc:isoCode", default=None)
    aliases: tuple[str, ...] = term("skos:altLabel", default=())
    forms: tuple[str, ...] = term(default=())
    evidence: tuple[Span, ...] = ()


@kind("vmc:Place", table="places", label="name")
class Place:
    """A city, region or house that is no country."""

    id: str
    name: str = term("rdfs:label", column="place")
    within: str | None = term("vmc:within", to="Place|Country", default=None)
    evidence: tuple[Span, ...] = ()


@kind("vmc:Encounter", table="captions", placed=True)
class Encounter:
    """The people of one photo caption and what they do."""

    id: str
    persons: tuple[str, ...] = term("vmc:person", to="Person")
    relation: str = term("vmc:relationKind", scheme="encounter")
    event: str = term()
    at_event: str = term("vmc:atEvent", to="Session|Edition")
    also_unnamed: bool = term("vmc:othersUnnamed", default=False)
    evidence: tuple[Span, ...] = ()


@kind("vmc:Membership", table="memberships", placed=True)
class Membership:
    """A country or body is a member of a body, as the text states it."""

    id: str
    member: str = term("vmc:member", to="Country|Organisation")
    body: str = term("vmc:organisation", to="Organisation")
    evidence: tuple[Span, ...] = ()


@kind("vmc:Support", table="supporters", placed=True)
class Support:
    """A body supports or co-organises an edition, one of its events, or the publication."""

    id: str
    supporter: str = term("vmc:party", to="Organisation")
    event: str = term("vmc:supports", to="Edition|Session|SourceDocument")
    evidence: tuple[Span, ...] = ()


@kind("vmc:TeamMember", table="team", placed=True)
class TeamMember:
    """A person of the organising or publication team, with the task as printed."""

    id: str
    person: str = term("vmc:member", to="Person")
    task: str | None = term("vmc:position", default=None)
    edition: str = term("vmc:statedIn", to="Edition")
    evidence: tuple[Span, ...] = ()


@kind("vmc:Venue", table="venues", placed=True)
class Venue:
    """Where the series was held in a year, as the text lists it."""

    id: str
    years: tuple[int, ...] = term("vmc:year", default=())
    venues: tuple[str, ...] = term("vmc:venue", to="Place", default=())
    online: bool = term("vmc:online", default=False)
    series: str = term("vmc:inSeries", to="ConferenceSeries")
    evidence: tuple[Span, ...] = ()


#: The class of an instrument, by its type as tables have it.
INSTRUMENT_CLASSES = {
    "law": "Law",
    "treaty": "Treaty",
    "compact": "Compact",
    "policy framework": "PolicyFramework",
    "strategy": "Strategy",
    "agreement": "Agreement",
    "partnership": "Partnership",
    "process/dialogue": "Process",
    "programme": "Programme",
    "scheme": "MobilityScheme",
    "centre/hub": "Centre",
    "IT system": "ITSystem",
    "fund": "Fund",
    "platform": "Platform",
    "report": "Report",
    "conference": "Conference",
    "proposal": "Proposal",
}


@kind("vmc:Instrument", table="instruments", label="name")
class Instrument:
    """A law, treaty, compact, agreement, process, programme, IT system … or a policy model that the text names.

    Args:
        model: a named idea of policy ("return hubs"), which is no instrument by itself; its type is "policy framework".
        country_parties, org_parties: who has signed or joined it, or owns it.
        party_evidence: the places that say so, when they are fewer than those that name the instrument.
    """

    id: str
    name: str = term("rdfs:label", column="instrument")
    aliases: tuple[str, ...] = term("skos:altLabel", default=())
    acronym: str | None = term("vmc:acronym", default=None)
    model: bool = term(default=False, classes={True: ("vmc:PolicyModel",)})
    type: str = term(
        "vmc:instrumentType",
        scheme="instrument-type",
        classes={word: ("vmc:Instrument", f"vmc:{name}") for word, name in INSTRUMENT_CLASSES.items()},
    )
    status: str | None = term("vmc:status", scheme="status", default=None)
    country_parties: tuple[str, ...] = term(to="Country", default=())
    org_parties: tuple[str, ...] = term(to="Organisation", default=())
    party_evidence: tuple[Span, ...] = term(default=())
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a predicate between an instrument and somebody says of this party.

    Args:
        role: the concept of the scheme party-role.
        instrument: the end at which the instrument stands: subject or object. The party stands at the other one.
    """

    role: str
    instrument: str


#: The predicates of relations that make somebody a party to an instrument.
PREDICATES = {
    "party to": Predicate("party", "object"),
    "funds": Predicate("funder", "object"),
    "implements": Predicate("implementer", "object"),
    "proposes": Predicate("proposer", "object"),
    "chairs": Predicate("chair", "object"),
    "founder of": Predicate("founder", "object"),
    "supported by": Predicate("supporter", "subject"),
    "organised by": Predicate("organiser", "subject"),
    "hosted by": Predicate("host", "subject"),
    "operates in": Predicate("operates-in", "subject"),
}

_RELATED = "Country|Organisation|Instrument|Person|Unit|Place|Edition"


@kind("vmc:Relation", table="relations", placed=True, spread="evidence")
class Relation:
    """A fact between two things that the text states: party to, funds, implements, chairs, part of, operates in …"""

    id: str
    subject: str = term("vmc:subject", to=_RELATED)
    predicate: str = term("vmc:predicate", scheme="predicate")
    object: str = term("vmc:object", to=_RELATED)
    evidence: tuple[Span, ...] = ()


@kind("vmc:InstrumentRole")
class InstrumentRole:
    """Somebody stands in a role to an instrument; made of the relations that say so."""

    id: str
    party: str = term("vmc:party", to=_RELATED)
    instrument: str = term("vmc:instrument", to="Instrument")
    role: str = term("vmc:partyRole", scheme="party-role")
    evidence: tuple[Span, ...] = ()


@kind("vmc:Topic", table="topics", label="name")
class Topic:
    """A recurring theme that the text touches, a concept of the topic scheme: "topic/labour-migration"."""

    id: str
    name: str = term("skos:prefLabel", column="topic")
    aliases: tuple[str, ...] = term("skos:altLabel", default=())
    evidence: tuple[Span, ...] = ()


@kind("vmc:Mention", table="mentions", shown=("kind", "count", "offsets"), part="evidence")
class Mention:
    """A named thing inside a section: one row for each section and thing, with every place as its evidence."""

    id: str
    section: str = term("vmc:inSection", to="Section")
    target: str = term("vmc:mentions", to="Country|Organisation|Instrument")
    evidence: tuple[Span, ...] = ()

    @property
    def kind(self) -> str:
        """The sort of thing that is named: country, organisation or instrument."""
        return sort_of(self.target)

    @property
    def count(self) -> int:
        """How often it is named."""
        return len(self.evidence)

    @property
    def offsets(self) -> tuple[tuple[int, int], ...]:
        """Where it is named."""
        return tuple((span.start, span.end) for span in self.evidence)


@kind("vmc:CollectiveVoice", table="voices", label="name")
class CollectiveVoice:
    """A group that speaks as one: "the panellists", "participants"."""

    id: str
    name: str = term("rdfs:label", column="voice")
    edition: str = term("vmc:inEdition", to="Edition")
    evidence: tuple[Span, ...] = ()


@kind("vmc:Statement", table="statements", placed=True, spread="speakers", shown=("joint",))
class Statement:
    """Somebody says something: a sentence that attributes it, or a quotation. Several speakers share a joint statement.

    Args:
        speakers, voice: either persons or a collective voice.
        verb: as printed; None for a pull quote.
        resolved: the words that stand for the speakers where their names do not: "she", "the minister".
        kind: reported, or quote: a pull quote, or direct speech that makes up a sentence.
        parts: the true pieces of a sentence that is cut in two, or of direct speech that "she said" stands in.
    """

    id: str
    section: str = term("vmc:inSection", to="Section")
    session: str | None = term("vmc:inSession", to="Session", default=None)
    speakers: tuple[str, ...] = term("vmc:speaker", column="person", to="Person", default=())
    voice: str | None = term("vmc:speaker", to="CollectiveVoice", default=None)
    verb: str | None = term("vmc:reportingVerb", default=None)
    resolved: str | None = term(default=None)
    kind: str = term(
        classes={
            "reported": ("vmc:Statement", "vmc:ReportedStatement"),
            "quote": ("vmc:Statement", "vmc:Quotation"),
        }
    )
    about: tuple[str, ...] = term(
        "vmc:about", column="targets", to="Country|Organisation|Instrument|Topic", each="target", default=()
    )
    parts: tuple[tuple[int, int], ...] = term(default=())
    stance: str = term("vmc:stance", scheme="stance", default="not-stated")
    evidence: tuple[Span, ...] = ()

    @property
    def joint(self) -> bool:
        """Several persons say it together."""
        return len(self.speakers) > 1


@kind("vmc:Claim", table="claims", placed=True)
class Claim:
    """What the document counts of itself, beside what was found."""

    id: str
    counts: str = term("vmc:counts")
    value: int = term("vmc:value")
    found: int | None = term("vmc:found", default=None)
    edition: str = term("vmc:inEdition", to="Edition")
    evidence: tuple[Span, ...] = ()


@kind("vmc:Judgement")
class Decision:
    """A recorded judgement that was applied, with all that it changed; made when judgements are applied.

    Args:
        concerns: the rows that it is about, or that it added or changed.
        removed: the ids of the rows that went.
        column: which it set.
        start, end: the characters that it rests on.
    """

    id: str
    action: str = term("vmc:action", scheme="action")
    concerns: tuple[str, ...] = term("vmc:concerns", to="|".join(entry.name for entry in KINDS.values()), default=())
    removed: tuple[str, ...] = term("vmc:removed", default=())
    column: str | None = term("vmc:column", default=None)
    reason: str = term("vmc:reason")
    edition: str = term("vmc:inEdition", to="Edition")
    start: int | None = term("vmc:start", default=None)
    end: int | None = term("vmc:end", default=None)


@kind(table="notes", placed=True)
class Note:
    """What the reader of the text doubted or could not read."""

    id: str
    note: str = term()
    about: str | None = term(default=None)
    evidence: tuple[Span, ...] = ()


@kind(table="proposals", placed=True)
class Proposal:
    """A person or body that a language model sees and the rules did not: for a person to judge, and not in the graph.

    Args:
        sort: person or organisation.
        by: the pipeline that proposes it.
    """

    id: str
    sort: str = term()
    name: str = term()
    by: str = term()
    evidence: tuple[Span, ...] = ()


# ---------------------------------------------------------------- facts


@dataclass(frozen=True)
class Facts:
    """The facts of one edition: for each kind its rows, sorted by id.

    Args:
        tables: the rows of each kind; `of` makes them of any rows.

    Example:
        >>> facts = Facts.of([Country(id="country/AUT", name="Austria", iso3="AUT")])
        >>> facts[Country][0].name
        'Austria'
    """

    tables: Mapping[type, tuple[Any, ...]]

    @classmethod
    def of(cls, rows: Iterable[object]) -> Facts:
        """Sort rows into tables by kind and id."""
        tables: dict[type, dict[str, Any]] = {entry.type: {} for entry in KINDS.values()}
        for row in rows:
            table = tables[type(row)]
            identity = row.id  # type: ignore[attr-defined]
            if identity in table:
                raise ValueError(f"two rows with the id {identity}")
            table[identity] = row
        return cls(
            {kind_type: tuple(rows[key] for key in sorted(rows, key=_natural)) for kind_type, rows in tables.items()}
        )

    def __getitem__(self, kind_type: type[T]) -> tuple[T, ...]:
        return self.tables.get(kind_type, ())

    def __iter__(self) -> Iterator[Any]:
        for rows in self.tables.values():
            yield from rows

    def __len__(self) -> int:
        return sum(map(len, self.tables.values()))

    def _repr_html_(self) -> str:
        rows = ((entry.table, len(self[entry.type])) for entry in KINDS.values() if self[entry.type])
        return html_table(("table", "rows"), rows)

    @property
    def edition(self) -> Edition:
        """The edition that the facts are about."""
        return self[Edition][0]

    @property
    def slug(self) -> str:
        """The short name of that edition, such as "vmc2024"."""
        return self.edition.id.removeprefix("edition/")

    def by_id(self) -> dict[str, Any]:
        """Return every row under its id."""
        return {row.id: row for row in self}


def _natural(identity: str) -> tuple[list[tuple[int, int, str]], str]:
    """Order s2 before s10, and s02 before s2 in whatever order they came."""
    pieces = re.split(r"(\d+)", identity)
    return [(0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces], identity
