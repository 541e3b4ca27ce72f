"""Turn what a reader found into rows of the model, each with its evidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from vmcgraph import model, reference
from vmcgraph.document import Document, Part, Span
from vmcgraph.extraction import edition, organisations, people, sessions
from vmcgraph.extraction.bases import BASIS
from vmcgraph.extraction.content import Content
from vmcgraph.extraction.contentrows import ContentRows
from vmcgraph.extraction.ids import Ids
from vmcgraph.extraction.posts import Post
from vmcgraph.extraction.reader import Reader, unit_names, wording_id
from vmcgraph.extraction.roles import Participant
from vmcgraph.extraction.transcripts import is_turn
from vmcgraph.model import Facts
from vmcgraph.programme import heading_kind
from vmcgraph.spelling import fold, slug


def facts_of(reader: Reader, edition_id: str | None) -> Facts:
    """Return the facts that a reader found.

    Args:
        reader: after `read`.
        edition_id: what to call the edition, e.g. ``"vmc2024"``; by default what the text gives.
    """
    name = slug(edition_id or reader.conference.slug or Path(reader.document.name).stem)
    document = reader.document
    ids = Ids(
        f"edition/{name}", name, f"series/{slug(reader.conference.series or name)}", f"document/{document.sha256[:16]}"
    )
    _name_sessions(reader, ids)
    reader.bodies.settle()
    rows: list[object] = [*_frame(reader, ids), *_sections(reader, ids), *_sessions(reader, ids)]
    rows += _offices(reader, ids)
    rows += reader.people.rows()
    rows += _affiliations(reader, ids)
    rows += _encounters(reader, ids)
    rows += _surroundings(reader, ids)
    content = Content(reader)
    rows += ContentRows(content, ids).rows()
    _hear(reader, content)
    rows += _participations(reader, ids)
    rows += reader.bodies.rows()
    rows += _countries(reader, rows)
    rows += ids.places.values()
    rows += _notes(reader, ids)
    return Facts.of(_reconciled(_unique(rows)))


def _reconciled(rows: Iterable[object]) -> Iterator[object]:
    """Put beside each number that the document states of itself what was found."""
    rows = list(rows)
    social = {row.id for row in rows if isinstance(row, model.Session) and row.social}
    speakers = {
        row.person
        for row in rows
        if isinstance(row, model.Participation) and row.role != "moderator" and row.session not in social
    }
    found = {
        "speakers": len(speakers),
        "sessions": sum(isinstance(row, model.Session) and not row.social for row in rows),
        "member states": sum(isinstance(row, model.Membership) for row in rows),
    }
    for row in rows:
        if isinstance(row, model.Claim):
            counted = next((what for what in found if row.counts.endswith(what)), "")
            yield replace(row, found=found.get(counted))
        else:
            yield row


def _unique(rows: list[object]) -> Iterator[object]:
    seen: set[str] = set()
    for row in rows:
        if row.id not in seen:  # type: ignore[attr-defined]
            seen.add(row.id)  # type: ignore[attr-defined]
            yield row


def _frame(reader: Reader, ids: Ids) -> Iterator[object]:
    """Document, series, edition."""
    document, conference = reader.document, reader.conference
    kinds = {part.kind for part in document.parts}
    genre = (
        "report"
        if kinds & {"speakers", "imprint"}
        else "programme"
        if "session" in kinds
        else "takeaways"
        if "takeaway-1" in kinds
        else "other"
    )
    yield model.SourceDocument(
        id=ids.document,
        title=_title(reader, genre),
        sha256=document.sha256,
        length=len(document.text),
        genre=genre,
        language=reader.language,
        pages=len(document.pages) or None,
        page_starts=document.pages,
    )
    organiser = (
        reader.bodies.named(conference.organiser, span=conference.organiser_span) if conference.organiser else None
    )
    yield model.ConferenceSeries(
        id=ids.series,
        name=conference.series or ids.slug,
        acronym=conference.short or None,
        organiser=organiser.id if organiser else None,
        evidence=tuple(sorted(set(conference.series_spans)))[:20] or (_whole(document),),
    )
    days, printed = _days(reader)
    venue = ids.place(conference.venue, *conference.venue_spans) if conference.venue else None
    yield model.Edition(
        id=ids.edition,
        name=conference.name or ids.slug,
        aliases=tuple(conference.names),
        series=ids.series,
        number=conference.number,
        dates=days,
        venue=venue,
        document=ids.document,
        evidence=tuple(sorted({*conference.spans, *conference.venue_spans, *printed})) or (_whole(document),),
    )


def _days(reader: Reader) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Return the days of the conference: as printed, else those of its sessions, with where they are printed."""
    if reader.conference.dates:
        return reader.conference.dates, ()
    days = {draft.date for draft in reader.sessions if draft.date}
    found: dict[str, Span] = {}
    for start, end, (day, *others) in reader.dates:
        if day in days and not others:
            found.setdefault(day, reader.document.span(start, end, "listed"))
    return tuple(sorted(found)), tuple(found.values())


def _whole(document: Document) -> Span:
    """The first words of a text that names no conference stand for it."""
    text = document.text.lstrip("\ufeff \r\n\t")
    start = len(document.text) - len(text)
    return document.span(start, start + len(text.split("\n", 1)[0].rstrip()[:200]), "narrative")


def _title(reader: Reader, genre: str) -> str:
    """An article is called by its own heading, a report by its conference."""
    heading = next((part.title for part in reader.document.parts if part.kind == "takeaways"), "")
    return (heading if genre == "takeaways" else "") or reader.conference.name or reader.document.name


def _heading_span(document: Document, part: Part) -> Span:
    """A part is shown by its heading, or by its first line where it has none."""
    end = min(part.end, max(part.start + 1, min(part.body, part.start + 200)))
    if part.body <= part.start:
        end = min(part.end, part.start + 80)
    return document.span(part.start, part.start + len(document.text[part.start : end].rstrip()), "listed")


def _sections(reader: Reader, ids: Ids) -> Iterator[model.Section]:
    document = reader.document
    drafts = {id(part): draft for draft in reader.sessions for part in (draft.part, draft.item) if part}
    parts = [
        part
        for part in document.parts
        if part.kind != "session" or (id(part) in drafts and drafts[id(part)].part is part)
    ]
    used: set[str] = set()
    for part, entry in zip(parts, _contents_lines(reader, parts, drafts), strict=True):
        draft = drafts.get(id(part))
        base = (
            ids.sessions[id(draft)].replace("session/", "section/", 1) if draft else f"section/{ids.slug}/{part.kind}"
        )
        identity, count = base, 2
        while identity in used:
            identity, count = f"{base}-{count}", count + 1
        used.add(identity)
        ids.sections[id(part)] = identity
        yield model.Section(
            id=identity,
            kind=re.sub(r"-\d+$", "", part.kind),
            title=part.title or part.format or part.kind,
            edition=ids.edition,
            page=document.page_of(part.start),
            page_from=entry.page if entry and not document.pages else None,
            page_to=entry.last_page if entry and not document.pages else None,
            start_offset=part.start,
            end_offset=part.end,
            evidence=(_heading_span(document, part),),
        )


def _contents_lines(
    reader: Reader, parts: list[Part], drafts: dict[int, sessions.Draft]
) -> list[sessions.Entry | None]:
    """Return the line of the contents for each part; one between two parts whose lines follow each other is within the first."""
    titled = [(_unnumbered(entry.title or entry.format or entry.text), entry) for entry in reader.contents]
    by_title = {fold(title): entry for title, entry in titled}
    found = [
        drafts[id(part)].entry if id(part) in drafts else by_title.get(fold(_unnumbered(part.title)) or "-")
        for part in parts
    ]
    taken = {id(entry) for entry in found if entry}
    by_kind = {heading_kind(title): entry for title, entry in reversed(titled) if id(entry) not in taken}
    for at, part in enumerate(parts):
        if not found[at] and id(part) not in drafts:
            found[at] = by_kind.get(part.kind) or by_kind.get(heading_kind(part.title) or "-")
    lines = {id(entry): number for number, entry in enumerate(reader.contents)}
    numbers = [lines.get(id(entry), -1) for entry in found]
    for at, number in enumerate(numbers):
        before = next((each for each in reversed(numbers[:at]) if each >= 0), -1)
        behind = next((each for each in numbers[at:] if each >= 0), -1)
        if number < 0 <= before and behind == before + 1:
            found[at] = reader.contents[before]
    return found


def _unnumbered(title: str) -> str:
    """Return the title of a chapter without the number in a circle that the contents and the chapter print in different ways."""
    return re.sub(r"^[\u2460-\u24ff\u2776-\u2793]\s*", "", title)


def _name_sessions(reader: Reader, ids: Ids) -> None:
    """Number the sessions in their order; the dinner and the reception are called so."""
    numbered = 0
    for draft in reader.sessions:
        special = _social_kind(draft) if draft.social else ""
        numbered += not special
        identity = f"session/{ids.slug}/{special or f's{numbered:02d}'}"
        while identity in ids.sessions.values():
            identity += "-2"
        ids.sessions[id(draft)] = identity


def _sessions(reader: Reader, ids: Ids) -> Iterator[model.Session]:
    for draft in reader.sessions:
        part = draft.part
        yield model.Session(
            id=ids.sessions[id(draft)],
            title=draft.title,
            format=draft.format or None,
            edition=ids.edition,
            date=draft.date,
            start=draft.first_time or None,
            end=draft.last_time or None,
            page=draft.entry.page if draft.entry else reader.document.page_of(part.start) if part else None,
            page_to=draft.entry.last_page if draft.entry else reader.document.page_of(part.end - 1) if part else None,
            subsections=sessions.subsections(part, reader.document, reader.shown) if part else (),
            social=draft.social,
            section=ids.sections.get(id(part)) or ids.sections.get(id(draft.item)),
            start_offset=part.start if part else None,
            end_offset=part.end if part else None,
            evidence=tuple(sorted(set(draft.spans))),
        )


def _social_kind(draft: sessions.Draft) -> str:
    if draft.part and draft.part.kind in ("dinner", "reception"):
        return draft.part.kind
    words = fold(f"{draft.title} {draft.format}").split()
    return "dinner" if "dinner" in words else "reception" if "reception" in words else ""


def _affiliations(reader: Reader, ids: Ids) -> Iterator[object]:
    """One row for each printed wording, with every place that prints it; and the units that only posts name."""
    made: dict[str, model.Affiliation] = {}
    spans: defaultdict[str, set[Span]] = defaultdict(set)
    units: dict[str, model.Unit] = {}
    for stated, post in reader.parsed:
        if not post.position and not post.body and not post.country:
            continue
        span = reader.document.span(stated.start, stated.end, BASIS[stated.where])
        seat = stated.seat(post)
        body = reader.bodies.named(post.body, country=seat, acronym=post.acronym) if post.body else None
        unit = _unit(reader, replace(post, country=seat), body, span, units)
        outer = body
        if body and not unit and body.entry and body.entry.name.startswith("Directorate-General") and body.parent:
            unit, outer = body.id, body.parent
        identity = "/".join(
            (
                "affiliation",
                ids.slug,
                slug(stated.person.name),
                wording_id(
                    post.position, outer.id if outer else None, unit, post.country.iso3 if post.country else None
                ),
            )
        )
        spans[identity].add(span)
        if identity in made:
            continue
        acronym = next((form for form in outer.forms if organisations.is_acronym(form)), None) if outer else None
        made[identity] = model.Affiliation(
            id=identity,
            person=stated.person.id,
            position=post.position or None,
            organisation=outer.id if outer else None,
            unit=unit,
            country=post.country.id if post.country else None,
            acronym=acronym,
            edition=ids.edition,
        )
    yield from units.values()
    yield from (replace(row, evidence=tuple(sorted(spans[row.id]))) for row in made.values())


def _unit(
    reader: Reader, post: Post, body: organisations.Draft | None, span: Span, units: dict[str, model.Unit]
) -> str | None:
    """Return the id of the innermost unit of a post, entering units that are no bodies of their own."""
    outer = body
    parent = body.id if body else None
    found: str | None = None
    for unit in reversed(post.units):
        for name in unit_names(unit):
            if organisations.is_own_body(name, outer):
                outer = reader.bodies.named(name, country=post.country)
                found = parent = outer.id
                continue
            found = f"unit/{(body.id if body else 'unknown').split('/', 1)[-1]}/{slug(name)}"
            known = units.get(found)
            spans = tuple(sorted({*(known.evidence if known else ()), span}))
            units[found] = model.Unit(id=found, name=name, parent=parent, evidence=spans)
            parent = found
    return found


def _participations(reader: Reader, ids: Ids) -> Iterator[model.Participation]:
    for item in reader.stage.participants:
        session = ids.sessions[id(item.session)]
        yield model.Participation(
            id=f"participation/{session.removeprefix('session/')}/{slug(item.person.name)}/{item.role}",
            session=session,
            person=item.person.id,
            role=item.role,
            listed_as=item.listed_as,
            online=reader.stage.is_online(item),
            basis="narrative" if item.narrated else "listed",
            evidence=_ordered(item),
        )


#: What tells that somebody who is not on the list of a session took part in it.
_FROM_FLOOR = re.compile(
    r"\b(?:(?:from|in|on) the (?:floor|audience)|(?:told|informed|assured) (?:the )?(?:meeting|session|panel|participants|delegates|audience))\b"
)


#: Headings over what the audience asks.
_AUDIENCE = re.compile(
    r"\b(?:from|with) the (?:floor|audience|room|plenary)|(?:audience|floor) (?:questions|discussion|interventions)|questions? (?:and|&) answers?|Q\s?&\s?A|interventions from",
    re.IGNORECASE,
)
#: With which words somebody ends a meeting.
_CLOSING = re.compile(
    r"(?:In (?:closing|conclusion|(?:his|her|their|the|a few) (?:closing|concluding|final) (?:remarks|words|statement|address))|"
    r"(?:Closing|Concluding|Adjourning|Wrapping up) (?:the|this)\b)"
)


_CLOSED = re.compile(r"\b(?:closed|adjourned) the (?:meeting|session|hearing|sitting|conference|forum|workshop)\b")
#: How minutes tell what the chair does in an item.
_CHAIR = re.compile(r"[Tt]he (?:Acting |Co-)?(?:Chair(?:person|man|woman)?|President)")


def _hear(reader: Reader, content: Content) -> None:
    """Let those take part who say something in a session that lists nobody, and those who speak from the floor."""
    sessions_of = {id(draft.part): draft for draft in reader.sessions if draft.part}
    asking = [
        (block.start, _AUDIENCE.search(reader.flat, block.start, block.end) is not None)
        for block in reader.document.blocks
        if block.kind == "heading"
    ]
    for found, _ in content.statements:
        session = sessions_of.get(id(found.part))
        (start, _), (_, end) = found.pieces[0], found.pieces[-1]
        if session is None or (found.kind == "quote" and not found.verb and not is_turn(reader.flat, start)):
            continue
        above = bisect_left(asking, (start,)) - 1
        floor = _FROM_FLOOR.search(reader.flat, start, end) is not None or (above >= 0 and asking[above][1])
        closes = (_CLOSING.match(reader.flat, start) or _CLOSED.search(reader.flat, start, end)) is not None
        for person in found.speakers:
            office = " " in found.resolved
            named = _named_before(reader, person, found.part.start, start) if found.resolved else None
            place = named or ((start, end) if office or not found.resolved else None)
            if place:
                leads = _CHAIR.fullmatch(found.resolved) is not None
                span = reader.document.span(*place, "narrative")
                reader.stage.hear(session, person, span, floor=floor, closes=closes, leads=leads)


def _named_before(reader: Reader, person: people.Draft, first: int, last: int) -> tuple[int, int] | None:
    """Return where a stretch names somebody last, whom "she" behind it means."""
    forms = reader.people.forms
    places = [
        (start, end) for start, end, form in forms.finder.find(reader.flat, first, last) if forms.any[form] is person
    ]
    return places[-1] if places else None


def _ordered(item: Participant) -> tuple[Span, ...]:
    """The place that settles the role first, then the others."""
    settled = "narrative" if item.narrated else "listed"
    return tuple(sorted(dict.fromkeys(item.spans), key=lambda span: (span.basis != settled, span)))


def _encounters(reader: Reader, ids: Ids) -> Iterator[model.Encounter]:
    for pictured in reader.pictured:
        caption = pictured.caption
        social = reader.social(pictured.event) if pictured.event != "conference" else None
        yield model.Encounter(
            id=f"encounter/{ids.slug}/{caption.start}",
            persons=tuple(person.id for person in pictured.people),
            relation=caption.relation,
            event=pictured.event,
            at_event=ids.sessions[id(social)] if social else ids.edition,
            also_unnamed=caption.others,
            evidence=(reader.document.span(caption.start, caption.end, "caption"),),
        )


def _offices(reader: Reader, ids: Ids) -> Iterator[model.Unit]:
    """Enter the organiser's seat, and yield its offices."""
    if not reader.conference.organiser:
        return
    body = reader.bodies.named(reader.conference.organiser)
    for sort, name, span in edition.find_offices(reader.document, reader.shown):
        country = reference.country_named(name)
        place = country.id if country and country.id in reader.countries else ids.place(name, span)
        if not sort:
            body.seats[place] = None
            body.spans.append(span)
            continue
        known = f"{name} {sort.split()[-1].capitalize()}"
        if any(known in draft.forms for draft in reader.bodies):  # "mission in Brussels" is the Brussels Mission
            office = reader.bodies.named(known, span=span)
            office.seats[place] = None
            continue
        title = f"{sort[0].upper()}{sort[1:]} in {name}"
        parent = body.id
        yield model.Unit(
            id=f"unit/{parent.split('/', 1)[-1]}/{slug(title)}",
            name=title,
            parent=parent,
            based_in=place,
            evidence=(span,),
        )


def _surroundings(reader: Reader, ids: Ids) -> Iterator[object]:
    """Memberships, venues, supporters, teams, unnamed parties."""
    document = reader.document
    for form, country, span in edition.find_members(document, reader.shown):
        body = reader.bodies.named(form, span=None)
        if body.spans:
            yield model.Membership(
                id=f"membership/{slug(body.name)}/{country.iso3}", member=country.id, body=body.id, evidence=(span,)
            )
    for years, names, city, online, span in edition.find_venues(document, reader.shown):
        houses = tuple(ids.place(house, span, within=city) for house in names)
        yield model.Venue(
            id=f"venue/{ids.slug}/{years[0]}",
            years=years,
            venues=houses,
            online=online,
            series=ids.series,
            evidence=(span,),
        )
    for form, published, span in edition.find_supporters(document, reader.flat, organisations.finder(reader.bodies)):
        body = reader.bodies.named(form)
        yield model.Support(
            id=f"support/{ids.slug}/{slug(body.name)}",
            supporter=body.id,
            event=ids.document if published else ids.edition,
            evidence=(span,),
        )
    for credit, person in reader.credits:
        if person:
            spans = (document.span(credit.start, credit.end, credit.basis), *([credit.label] if credit.label else []))
            identity = f"team/{ids.slug}/{slug(person.name)}/{slug(credit.task or credit.basis)}"
            yield model.TeamMember(
                id=identity, person=person.id, task=credit.task or None, edition=ids.edition, evidence=spans
            )
    yield from _unnamed(reader, ids)


def _unnamed(reader: Reader, ids: Ids) -> Iterator[object]:
    """Countries whose representatives took part without a name, where no person of that country is named."""
    named = {post.country.iso3 for stated, post in reader.parsed if post.country}
    for who, country, span in edition.unnamed_parties(reader.document, reader.flat):
        if country.iso3 in named:
            continue
        identity = f"unnamed/{ids.slug}/{country.iso3}"
        yield model.UnnamedParty(
            id=identity, name=f"{who.capitalize()} of {country.name}", edition=ids.edition, evidence=(span,)
        )
        yield model.Participation(
            id=f"participation/{ids.slug}/{country.iso3}/speaker",
            session=ids.edition,
            person=identity,
            role="speaker",
            in_name_of=country.id,
            basis="narrative",
            evidence=(span,),
        )


def _countries(reader: Reader, rows: list[object]) -> Iterator[model.Country]:
    """Yield the countries that are named, and those that a post or body has without it ("Danish", "of Riga")."""
    implied: dict[str, list[Span]] = {}
    for row in rows:
        country = getattr(row, "country", None)
        if country and country not in reader.countries:
            implied.setdefault(country, []).extend(getattr(row, "evidence", ()))
    entries = {entry.id: entry for entry in reference.countries()}
    found = {**reader.countries, **{country: (entries[country], {}, spans) for country, spans in implied.items()}}
    for identity, (entry, forms, spans) in found.items():
        yield model.Country(
            id=identity,
            name=entry.name,
            iso2=entry.iso2,
            iso3=entry.iso3,
            aliases=tuple(sorted(form for form in forms if form in entry.names and form != entry.name)),
            forms=tuple(sorted(forms)),
            evidence=tuple(sorted(set(spans))),
        )


def _notes(reader: Reader, ids: Ids) -> Iterator[model.Note]:
    for number, (text, about, span) in enumerate(reader.notes, 1):
        yield model.Note(id=f"note/{ids.slug}/{number}", note=text, about=about, evidence=(span,) if span else ())
