"""An invented conference, small enough to be worked out by hand: facts for the tests of everything behind extraction.

Two holdings of the Lakeside Forum. In 2031: an opening (Ada, Tom), a panel on ferries (Ada, Ines, Otto), a panel on quays
(Otto, Mira), a dinner (Tom speaks), three captions: Ines and Mira in conversation at the dinner, Olga with unnamed others at
the dinner, Ada with Mira somewhere at the forum. Paul is only talked about, Lena took the photographs, Iceland's
representatives have no names. In 2032: one session (Ada, Mira, Ben), without pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from vmcgraph.document import Document, Span
from vmcgraph.model import (
    Affiliation,
    ConferenceSeries,
    Country,
    Edition,
    Encounter,
    Facts,
    Membership,
    Organisation,
    Participation,
    Person,
    Place,
    Session,
    SourceDocument,
    TeamMember,
    UnnamedParty,
)
from vmcgraph.spelling import slug


class Text:
    """Writes the text of a report as its facts need it, so that every span holds."""

    def __init__(self) -> None:
        self.text = ""

    def says(self, words: str, basis: str = "narrative") -> tuple[Span, ...]:
        start = len(self.text)
        self.text += words + "\n"
        return (Document(self.text).span(start, start + len(words), basis),)


PEOPLE = {
    "Ada Brook": ("Brook", "Dr"),
    "Tom Vale": ("Vale", None),
    "Ines Quay": ("Quay", None),
    "Otto Reed": ("Reed", None),
    "Mira Sund": ("Sund", "Ms"),
    "Olga Fell": ("Fell", None),
    "Paul Brook": ("Mr Brook", None),
    "Lena Moß": (None, None),
}


def person(name: str) -> str:
    return f"person/{slug(name)}"


def _persons(names: Iterable[str], text: Text) -> Iterator[Person]:
    for name in names:
        alias, honorific = PEOPLE.get(name, (None, None))
        aliases = (alias,) if alias else ()
        yield Person(id=person(name), name=name, aliases=aliases, honorific=honorific, evidence=text.says(name))


def _parts(edition: str, session: str, text: Text, **roles: str) -> Iterator[Participation]:
    names = {name.split()[0].lower(): name for name in [*PEOPLE, "Ben Low"]}
    for first, role in roles.items():
        name = names[first]
        yield Participation(
            id=f"participation/{edition}/{session}/{slug(name)}",
            session=f"session/{edition}/{session}",
            person=person(name),
            role=role,
            listed_as="speaker" if (session, first) == ("s02", "ada") else None,
            online=(session, first) == ("s02", "otto"),
            basis="listed",
            evidence=text.says(f"{role}: {name}", "listed"),
        )


def _post(edition: str, name: str, text: Text, number: int = 1, basis: str = "speakers", **fields: Any) -> Affiliation:
    words = ", ".join(filter(None, (name, fields.get("position"))))
    return Affiliation(
        id=f"affiliation/{edition}/{slug(name)}-{number}",
        person=person(name),
        edition=f"edition/{edition}",
        evidence=text.says(words, basis),
        **fields,
    )


def _frame(edition: str, number: int, text: Text, date: str) -> Iterator[object]:
    yield ConferenceSeries(id="series/lf", name="Lakeside Forum", evidence=text.says("Lakeside Forum"))
    yield Place(id="place/old-boathouse", name="Old Boathouse", evidence=text.says("Old Boathouse"))
    yield Edition(
        id=f"edition/{edition}",
        name=edition.upper(),
        series="series/lf",
        number=number,
        dates=(date,),
        venue="place/old-boathouse",
        document=f"document/{edition}",
        evidence=text.says(edition.upper()),
    )


def _actors(text: Text) -> Iterator[object]:
    yield Country(
        id="country/ISL", name="Iceland", iso3="ISL", iso2="IS", aliases=("Icelandic",), evidence=text.says("Iceland")
    )
    yield Country(id="country/NOR", name="Norway", iso3="NOR", iso2="NO", evidence=text.says("Norway"))
    bodies = {
        "Nordic Harbour Council": ("international organisation", None, None, "NHC"),
        "Pilots' Office": ("other", None, "nordic-harbour-council", None),
        "Ministry of Ports": ("ministry", "country/ISL", None, None),
        "Ferry Workers' Union": ("NGO", None, None, "FWU"),
    }
    for name, (kind, country, parent, acronym) in bodies.items():
        yield Organisation(
            id=f"organisation/{slug(name)}",
            name=name,
            acronym=acronym,
            type=kind,
            country=country,
            parent=f"organisation/{parent}" if parent else None,
            based_in=("place/old-boathouse",) if acronym == "NHC" else (),
            evidence=text.says(name),
        )
    yield Membership(
        id="membership/lf2031/isl-nhc",
        member="country/ISL",
        body="organisation/nordic-harbour-council",
        evidence=text.says("Iceland is a member of the council"),
    )


def _document(edition: str, text: Text) -> SourceDocument:
    whole = Document(text.text)
    return SourceDocument(
        id=f"document/{edition}",
        title=f"Report on {edition.upper()}",
        sha256=whole.sha256,
        length=len(whole.text),
        genre="report",
        language="en",
    )


def lf2031() -> tuple[Facts, Document]:
    """Return the facts of the forum of 2031 and the text that states them."""
    text, edition = Text(), "lf2031"
    rows: list[object] = [*_frame(edition, 4, text, "2031-05-14"), *_actors(text), *_persons(PEOPLE, text)]
    sessions = {
        "s01": ("Casting off", "opening session", "2031-05-14", 4, 5),
        "s02": ("Ferries and the people on them", "panel discussion", "2031-05-14", 6, 9),
        "s03": ("Who pays for quays?", "panel discussion", "2031-05-15", 10, 10),
        "dinner": ("Boathouse Dinner", "dinner", "2031-05-13", 3, 3),
    }
    for name, (title, form, date, first, last) in sessions.items():
        start = len(text.text)
        rows.append(
            Session(
                id=f"session/{edition}/{name}",
                title=title,
                format=form,
                edition=f"edition/{edition}",
                date=date,
                page=first,
                page_to=last,
                social=name == "dinner",
                start_offset=start,
                end_offset=start + len(title),
                evidence=text.says(title, "listed"),
            )
        )
    rows += _parts(edition, "s01", text, ada="opening", tom="moderator")
    rows += _parts(edition, "s02", text, ada="moderator", ines="speaker", otto="speaker")
    rows += _parts(edition, "s03", text, otto="speaker", mira="keynote")
    rows += _parts(edition, "dinner", text, tom="address")
    council, union, ports = (
        f"organisation/{slug(n)}" for n in ("Nordic Harbour Council", "Ferry Workers' Union", "Ministry of Ports")
    )
    office = "organisation/pilots-office"
    rows += [
        _post(edition, "Ada Brook", text, position="Chief Pilot", organisation=council, unit=office, acronym="NHC"),
        _post(edition, "Ada Brook", text, 2, "listed", position="Head Pilot", organisation=council),
        _post(edition, "Tom Vale", text, position="Legal Adviser", organisation=council),
        _post(edition, "Ines Quay", text, position="Minister for Ports", organisation=ports, country="country/ISL"),
        _post(edition, "Otto Reed", text, position="Secretary General", organisation=union),
        _post(edition, "Mira Sund", text, position="Minister of the Sea", country="country/NOR"),
        Encounter(
            id=f"encounter/{edition}/1",
            persons=(person("Ines Quay"), person("Mira Sund")),
            relation="in conversation",
            event="dinner",
            at_event=f"session/{edition}/dinner",
            evidence=text.says("Ines Quay speaking with Mira Sund", "caption"),
        ),
        Encounter(
            id=f"encounter/{edition}/2",
            persons=(person("Olga Fell"),),
            relation="with",
            event="dinner",
            at_event=f"session/{edition}/dinner",
            also_unnamed=True,
            evidence=text.says("Olga Fell with other guests", "caption"),
        ),
        Encounter(
            id=f"encounter/{edition}/3",
            persons=(person("Ada Brook"), person("Mira Sund")),
            relation="with",
            event="conference",
            at_event=f"edition/{edition}",
            evidence=text.says("Ada Brook with Mira Sund", "caption"),
        ),
        TeamMember(
            id=f"team/{edition}/lena-moss",
            person=person("Lena Moß"),
            task="Photographs",
            edition=f"edition/{edition}",
            evidence=text.says("Photographs: Lena Moß", "team"),
        ),
        UnnamedParty(
            id=f"unnamed/{edition}/iceland",
            name="representatives of Iceland",
            edition=f"edition/{edition}",
            evidence=text.says("representatives of Iceland"),
        ),
        Participation(
            id=f"participation/{edition}/unnamed-iceland",
            session=f"edition/{edition}",
            person=f"unnamed/{edition}/iceland",
            role="speaker",
            in_name_of="country/ISL",
            basis="narrative",
            evidence=text.says("representatives of Iceland took part"),
        ),
    ]
    return Facts.of([*rows, _document(edition, text)]), Document(text.text, name="lf2031.txt")


def lf2032() -> tuple[Facts, Document]:
    """Return the facts of the forum of 2032 and the text that states them."""
    text, edition = Text(), "lf2032"
    rows: list[object] = [
        *_frame(edition, 5, text, "2032-06-01"),
        *_persons(("Ada Brook", "Mira Sund", "Ben Low"), text),
    ]
    rows.append(
        Session(
            id=f"session/{edition}/s01",
            title="Low tide",
            format="panel discussion",
            edition=f"edition/{edition}",
            date="2032-06-01",
            evidence=text.says("Low tide", "listed"),
        )
    )
    rows += _parts(edition, "s01", text, ada="speaker", mira="speaker", ben="moderator")
    rows.append(
        Organisation(
            id="organisation/ferry-workers-union",
            name="Ferry Workers' Union",
            type="NGO",
            evidence=text.says("the union"),
        )
    )
    rows.append(_post(edition, "Ada Brook", text, position="Director", organisation="organisation/ferry-workers-union"))
    return Facts.of([*rows, _document(edition, text)]), Document(text.text, name="lf2032.txt")


def forum() -> list[Facts]:
    """Return the facts of both holdings."""
    return [lf2031()[0], lf2032()[0]]
