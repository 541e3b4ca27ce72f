"""An invented conference, small enough to work out by hand what follows from it.

Run this file to write tests/golden/fjord.nq anew.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from vmcgraph.document import Span
from vmcgraph.model import (
    Affiliation,
    Claim,
    CollectiveVoice,
    ConferenceSeries,
    Country,
    Decision,
    Edition,
    Encounter,
    Facts,
    Instrument,
    Membership,
    Mention,
    Note,
    Organisation,
    Paragraph,
    Participation,
    Person,
    Place,
    Proposal,
    Relation,
    Section,
    Session,
    SourceDocument,
    Statement,
    Support,
    TeamMember,
    Topic,
    Unit,
    UnnamedParty,
    Venue,
)
from vmcgraph.spelling import digest

GOLDEN = Path(__file__).parent / "golden" / "fjord.nq"


def at(start: int, basis: str = "narrative", length: int = 20) -> tuple[Span, ...]:
    """Return the evidence of a fact: a span of a text that nobody has to write."""
    return (Span(start, start + length, basis, digest(f"{start}{basis}")),)


PERSONS = [
    Person(
        id="person/ada-brook",
        name="Ada Brook",
        aliases=("Brook",),
        honorific="Dr",
        evidence=at(110, "listed") + at(820),
    ),
    Person(id="person/tom-vale", name="Tom Vale", evidence=at(130, "listed")),
    Person(id="person/mia-holt", name="Mia Holt", evidence=at(150, "listed")),
    Person(id="person/una-weir", name="Una Weir", evidence=at(410, "listed")),
    Person(id="person/rex-far", name="Rex Fär", evidence=at(610)),
    Person(id="person/ole-lind", name="Ole Lind", evidence=at(700, "caption")),
    Person(id="person/ivo-past", name="Ivo Past", evidence=at(320)),  # only talked about
    Person(id="person/lena-moss", name="Lena Moss", evidence=at(900, "team")),  # took the photographs
]

CONFERENCE = [
    SourceDocument(
        id="document/ff2031", title="The report", sha256="ab" * 32, length=1000, genre="report", language="en"
    ),
    ConferenceSeries(
        id="series/ff", name="Fjord Forum", acronym="FF", organiser="organisation/harbour-council", evidence=at(0)
    ),
    Edition(
        id="edition/ff2031",
        name="FF2031",
        aliases=("Fjord Forum 2031",),
        series="series/ff",
        number=4,
        dates=("2031-05-14", "2031-05-15"),
        venue="place/old-boathouse",
        document="document/ff2031",
        evidence=at(0),
    ),
    Section(
        id="section/ff2031/s1",
        kind="session",
        title="Ferries",
        edition="edition/ff2031",
        page_from=14,
        page_to=17,
        evidence=at(100, length=300),
    ),
    Section(
        id="section/ff2031/imprint",
        kind="imprint",
        title="Imprint",
        edition="edition/ff2031",
        evidence=at(880, length=120),
    ),
    Paragraph(id="paragraph/ff2031/s1/1", section="section/ff2031/s1", start=200, end=400, digest=digest("first")),
    Paragraph(id="paragraph/ff2031/s1/2", section="section/ff2031/s1", start=490, end=590, digest=digest("silent")),
    Session(
        id="session/ff2031/s1",
        title="Ferries",
        format="Panel discussion",
        edition="edition/ff2031",
        date="2031-05-14",
        start="09:30",
        end="10:45",
        page=14,
        page_to=17,
        subsections=("Crews", "Quays"),
        section="section/ff2031/s1",
        start_offset=100,
        end_offset=400,
        evidence=at(100, "listed"),
    ),
    Session(
        id="session/ff2031/s2",
        title="Tides",
        format="Quayside talk",
        edition="edition/ff2031",
        page=18,
        start_offset=400,
        end_offset=600,
        evidence=at(400, "listed"),
    ),
    Session(
        id="session/ff2031/dinner",
        title="Dinner",
        format="Dinner",
        edition="edition/ff2031",
        social=True,
        evidence=at(600),
    ),
    UnnamedParty(
        id="unnamed/ff2031/iceland", name="Representatives of Iceland", edition="edition/ff2031", evidence=at(330)
    ),
]


def participation(session: str, person: str, role: str, start: int, **more: str | bool | None) -> Participation:
    """Return a participation in a session of the conference."""
    name = f"participation/ff2031/{session}/{person.partition('/')[2]}/{role}".replace("ff2031/iceland", "iceland")
    return Participation(
        id=name,
        session=f"session/ff2031/{session}",
        person=person,
        role=role,
        basis="listed",
        evidence=at(start, "listed"),
        **more,  # type: ignore[arg-type]
    )


PARTICIPATIONS = [
    participation("s1", "person/ada-brook", "moderator", 110, listed_as="speaker"),
    participation("s1", "person/tom-vale", "speaker", 130),
    participation("s1", "person/mia-holt", "speaker", 150, online=True),
    participation("s1", "unnamed/ff2031/iceland", "speaker", 330, in_name_of="country/ISL"),
    participation("s2", "person/una-weir", "keynote", 410),
    participation("s2", "person/mia-holt", "respondent", 430),
    participation("dinner", "person/rex-far", "address", 610, in_name_of="country/NOR"),
]


def encounter(number: int, persons: tuple[str, ...], relation: str, event: str, *, others: bool = False) -> Encounter:
    """Return a caption of the conference."""
    return Encounter(
        id=f"encounter/ff2031/{number}",
        persons=persons,
        relation=relation,
        event="dinner" if "dinner" in event else "conference",
        at_event=event,
        also_unnamed=others,
        evidence=at(number, "caption"),
    )


ENCOUNTERS = [
    encounter(700, ("person/ada-brook", "person/tom-vale"), "in conversation", "session/ff2031/dinner", others=True),
    encounter(720, ("person/mia-holt", "person/ole-lind"), "seated next to", "session/ff2031/dinner"),
    encounter(740, ("person/ole-lind", "person/tom-vale"), "skipping stones", "session/ff2031/s1"),
]


def post(person: str, start: int, **more: str) -> Affiliation:
    """Return a post as the list of speakers states it."""
    return Affiliation(
        id=f"affiliation/ff2031/{person}/{start}",
        person=f"person/{person}",
        edition="edition/ff2031",
        evidence=at(start, "speakers") + at(start - 720, "listed"),
        **more,  # type: ignore[arg-type]
    )


AFFILIATIONS = [
    post(
        "ada-brook",
        840,
        position="Chief Pilot",
        organisation="organisation/harbour-council",
        unit="unit/harbour-council/pilots-office",
        country="country/NOR",
    ),
    post("tom-vale", 844, position="Former Minister", country="country/ISL"),
    post("mia-holt", 848, position="Director", organisation="organisation/ministry-of-ports"),
    post("una-weir", 852, position="Minister of Tides", country="country/ISL"),
]

OTHERS = [
    Organisation(
        id="organisation/harbour-council",
        name="Harbour Council",
        aliases=("Council",),
        acronym="HC",
        type="international organisation",
        based_in=("place/old-boathouse", "country/NOR"),
        evidence=at(20),
    ),
    Unit(
        id="unit/harbour-council/pilots-office",
        name="Pilots' Office",
        parent="organisation/harbour-council",
        evidence=at(840),
    ),
    Organisation(
        id="organisation/ministry-of-ports",
        name="Ministry of Ports",
        type="ministry",
        country="country/ISL",
        evidence=at(848),
    ),
    Country(
        id="country/ISL",
        name="Iceland",
        iso2="IS",
        iso3="ISL",
        aliases=("Republic of Iceland",),
        forms=("Icelandic",),
        evidence=at(330),
    ),
    Country(id="country/NOR", name="Norway", iso2="NO", iso3="NOR", evidence=at(620)),
    Place(id="place/old-boathouse", name="Old Boathouse", within="country/NOR", evidence=at(40)),
    Membership(id="membership/ff2031/60", member="country/ISL", body="organisation/harbour-council", evidence=at(60)),
    Support(
        id="support/ff2031/80",
        supporter="organisation/ministry-of-ports",
        event="session/ff2031/dinner",
        evidence=at(80),
    ),
    TeamMember(
        id="team/ff2031/900",
        person="person/lena-moss",
        task="Photographs",
        edition="edition/ff2031",
        evidence=at(900, "team"),
    ),
    Venue(
        id="venue/ff2031/40",
        years=(2027, 2029),
        venues=("place/old-boathouse",),
        online=True,
        series="series/ff",
        evidence=at(40),
    ),
    Proposal(
        id="proposal/ff2031/person/ben-reed",
        sort="person",
        name="Ben Reed",
        by="a_pipeline",
        evidence=at(900, length=8),
    ),
    Note(
        id="note/ff2031/1",
        note="a line that nobody could read",
        about="section/ff2031/imprint",
        evidence=at(950, "imprint"),
    ),
]

INSTRUMENTS = [
    Instrument(
        id="instrument/crew-register",
        name="Crew Register",
        aliases=("the Register",),
        acronym="CR",
        type="IT system",
        status="proposed",
        country_parties=("country/ISL", "country/NOR"),
        org_parties=("organisation/harbour-council",),
        party_evidence=at(210),
        evidence=at(200) + at(230) + at(460),
    ),
    Instrument(
        id="instrument/ferry-compact",
        name="Ferry Compact",
        type="compact",
        country_parties=("country/ISL",),
        evidence=at(240),
    ),
    Instrument(
        id="instrument/floating-hubs", name="floating hubs", type="policy framework", model=True, evidence=at(250)
    ),
]


def relation(start: int, subject: str, predicate: str, thing: str) -> Relation:
    """Return a relation that the report states."""
    return Relation(
        id=f"relation/ff2031/{start}", subject=subject, predicate=predicate, object=thing, evidence=at(start)
    )


RELATIONS = [
    relation(212, "country/ISL", "party to", "instrument/crew-register"),
    relation(210, "organisation/harbour-council", "party to", "instrument/crew-register"),
    relation(240, "country/ISL", "party to", "instrument/ferry-compact"),
    relation(214, "country/NOR", "funds", "instrument/crew-register"),
    relation(216, "instrument/ferry-compact", "supported by", "organisation/harbour-council"),
    relation(218, "instrument/crew-register", "operates in", "country/NOR"),
    relation(220, "person/ivo-past", "proposes", "instrument/floating-hubs"),
    relation(222, "instrument/crew-register", "part of", "instrument/ferry-compact"),
    relation(224, "country/NOR", "member of", "organisation/harbour-council"),
    relation(226, "organisation/ministry-of-ports", "headquartered in", "place/old-boathouse"),
    relation(228, "person/una-weir", "chairs", "organisation/harbour-council"),
    relation(231, "person/ivo-past", "founder of", "organisation/harbour-council"),
    relation(233, "person/ole-lind", "member of", "organisation/harbour-council"),
]


def mention(section: str, target: str, *evidence: Span) -> Mention:
    """Return the mentions of a thing in a section."""
    return Mention(
        id=f"mention/ff2031/{section}/{target}",
        section=f"section/ff2031/{section}",
        target=target,
        evidence=evidence,
    )


MENTIONS = [
    mention("s1", "instrument/crew-register", *at(200), *at(230)),
    mention("s1", "instrument/floating-hubs", *at(250)),
    mention("s1", "country/ISL", *at(330)),
    mention("imprint", "organisation/harbour-council", *at(960, "imprint")),
]


def statement(start: int, speakers: tuple[str, ...], about: tuple[str, ...], **more: object) -> Statement:
    """Return something said in the panel on ferries."""
    values: dict[str, object] = {"kind": "reported", "verb": "stressed", "session": "session/ff2031/s1", **more}
    return Statement(
        id=f"statement/ff2031/{start}-{start + 30}",
        section="section/ff2031/s1",
        speakers=speakers,
        about=about,
        evidence=at(start, "quote" if values["kind"] == "quote" else "narrative", 30),
        **values,  # type: ignore[arg-type]
    )


SAID = [
    Topic(
        id="topic/labour-migration", name="labour migration", aliases=("crews from abroad",), evidence=at(265, length=9)
    ),
    Topic(id="topic/night-ferries", name="night ferries", evidence=at(276, length=9)),
    CollectiveVoice(id="voice/ff2031/panellists", name="the panellists", edition="edition/ff2031", evidence=at(350)),
    statement(230, ("person/ada-brook",), ("instrument/crew-register", "topic/labour-migration"), stance="supports"),
    statement(
        270,
        ("person/tom-vale", "person/mia-holt"),
        ("country/ISL", "topic/night-ferries"),
        parts=((270, 280), (290, 300)),
    ),
    statement(300, ("person/ada-brook",), ("organisation/harbour-council",), kind="quote", verb=None, session=None),
    statement(
        350, (), ("instrument/crew-register",), voice="voice/ff2031/panellists", verb="agreed", stance="critical"
    ),
    Claim(
        id="claim/ff2031/speakers",
        counts="speakers",
        value=6,
        found=5,
        edition="edition/ff2031",
        evidence=at(890, "imprint"),
    ),
    Claim(id="claim/ff2031/guests", counts="guests", value=40, edition="edition/ff2031", evidence=at(895, "imprint")),
]

FACTS = Facts.of(
    chain(
        CONFERENCE,
        PERSONS,
        PARTICIPATIONS,
        ENCOUNTERS,
        AFFILIATIONS,
        OTHERS,
        INSTRUMENTS,
        RELATIONS,
        MENTIONS,
        SAID,
    )
)

#: What a person might have decided about them.
DECISIONS = [
    Decision(
        id="judgement/ff2031/same-0123456789abcdef",
        action="same",
        concerns=("person/ada-brook", "relation/ff2031/214"),
        removed=("person/ada-broock",),
        reason="The same office.",
        edition="edition/ff2031",
        start=110,
        end=130,
    ),
    Decision(
        id="judgement/ff2031/set-fedcba9876543210",
        action="set",
        concerns=("organisation/harbour-council",),
        column="acronym",
        reason="As it signs.",
        edition="edition/ff2031",
    ),
]

#: Worked out by hand: level, contexts and count of each tie. Una Weir and the guests of the dinner share the edition only.
TIES = {
    ("ada-brook", "tom-vale"): ("conversed", {"encounter/ff2031/700", "session/ff2031/s1", "session/ff2031/dinner"}, 2),
    ("ada-brook", "mia-holt"): ("shared-stage", {"session/ff2031/s1", "session/ff2031/dinner"}, 1),
    ("mia-holt", "tom-vale"): ("shared-stage", {"session/ff2031/s1", "session/ff2031/dinner"}, 1),
    ("mia-holt", "una-weir"): ("shared-stage", {"session/ff2031/s2"}, 1),
    ("mia-holt", "ole-lind"): ("shown-together", {"encounter/ff2031/720", "session/ff2031/dinner"}, 1),
    ("ole-lind", "tom-vale"): ("shown-together", {"encounter/ff2031/740", "session/ff2031/dinner"}, 1),
    ("ada-brook", "ole-lind"): ("same-social-event", {"session/ff2031/dinner"}, 0),
    ("ada-brook", "rex-far"): ("same-social-event", {"session/ff2031/dinner"}, 0),
    ("mia-holt", "rex-far"): ("same-social-event", {"session/ff2031/dinner"}, 0),
    ("ole-lind", "rex-far"): ("same-social-event", {"session/ff2031/dinner"}, 0),
    ("rex-far", "tom-vale"): ("same-social-event", {"session/ff2031/dinner"}, 0),
}


if __name__ == "__main__":
    from vmcgraph.namespaces import ONTOLOGY
    from vmcgraph.rdf import to_store, write_graph

    write_graph((quad for quad in to_store(FACTS, decisions=DECISIONS) if quad.graph_name != ONTOLOGY), GOLDEN)
