"""What the text states between the things that it names: by its wording, by names and posts, by agreements and proposals."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from vmcgraph import reference
from vmcgraph.extraction import organisations
from vmcgraph.extraction.content import Content, Place, Thing
from vmcgraph.extraction.instruments import Draft as Instrument
from vmcgraph.extraction.languages import Patterns
from vmcgraph.extraction.relations import OBLIQUE, TO_ACTOR, Named, find_relations
from vmcgraph.extraction.seats import seats
from vmcgraph.spelling import fold

#: A cell of a line of a table.
_CELL = re.compile(r"[^|\s](?:[^|]*[^|\s])?")
_TABULAR = frozenset({"list", "agenda", "paragraph"})
_COLUMNS = {
    predicate: re.compile(words, re.IGNORECASE)
    for predicate, words in {
        "implements": r"(?:implement\w+|carried out|run|led|delivered|executed|managed)(?: by)?|implementing (?:agency|agencies|partners?|body|bodies)|lead(?: agency| partner| body)?|implementers?",
        "funds": r"(?:co-)?(?:funded|financed|paid for|sponsored) by|(?:main |other )?(?:donors?|funders?|sponsors?)|funding(?: source)?|source of funds?|financing|financial support|with (?:the )?(?:financial support|funding) (?:of|from|by)",
        "hosted by": r"hosted by|hosts?|host (?:country|institution|government)",
        "party to": r"(?:contracting )?parties|signatories|signed by",
        "organised by": r"(?:organi[sz]ed|convened) by|organi[sz]ers?|conveners?",
        "chairs": r"(?:co-)?chaired by|(?:co-)?chairs?|chairing country",
        "supported by": r"supported by|supporters?|(?:supporting|media) partners?|with (?:the )?(?:kind |generous )?support (?:of|from)",
        "proposes": r"(?:proposed|tabled|submitted) by|proposers?",
    }.items()
}
#: What a line is of: "Organised by: the Harbour Institute", or the label on a line of its own.
_LABEL = re.compile(
    r"(?:^\W*|(?<=[.;] ))(?P<head>[A-Z][\w-]*(?: [\w-]+){0,5})(?:\W{0,3}:\W*|(?P<alone>[ \t*_]*\r?\n)(?=\S))",
    re.MULTILINE,
)
_LABEL_ENDS = re.compile(r"[.;](?=\s|$)|\n(?=.{2,40}:)|\n\n")
#: Lines of a front page that each tell one thing: "Hosted by the Ministry", "With funding from Norway".
_OF_ITS_OWN = (
    r"(?=(?:(?:Co-?[a-z]{4,9}|Funded|Financed|Organi[sz]ed|Hosted|Supported|Sponsored|Convened|Chaired)\s+(?:and\s+\w+\s+)?by"
    r"|With\s+(?:the\s+)?(?:\w+\s+)?(?:support|funding)\s+(?:of|from|by)|In\s+(?:co-?operation|partnership|collaboration)\s+with|Note:)[^\S\n])"
)
_LINE_OF_ITS_OWN = re.compile(rf"\n\W*{_OF_ITS_OWN}")
_HEADING_LINE = re.compile(rf"^\W*{_OF_ITS_OWN}(?P<line>.+)", re.MULTILINE)
#: What follows is asked, claimed or denied, and not stated.
_OPEN = re.compile(
    r"\b(?:[Ww]hether|[Ii]f|[Uu]nless|(?:claim\w*|alleg\w+|[Rr]umou?rs?|[Rr]eports|untrue|wrong\s+to\s+say|den(?:y|ies|ied|ying))\s+that)\s+(?:the\s+)?$"
)
#: The event that the text named last.
_THE_MEETING = Patterns(
    en=r"\b(?![Tt]he\s+(?:next|last|previous|upcoming)\s+\w+\s+of\b)(?:[Tt]he|[Tt]his|Its|[Aa]\s+follow-up)\s+(?:[a-z\d][\w-]*\s+(?:annual\s+)?|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\s+)?(?:event|gathering|edition(?! of)|(?i:forum|meeting|conference|summit|symposium|workshop|seminar|congress|debate|consultation))\b(?!['’]s)",
    de=r"\b[Dd](?:ie|as|er|en|em|es)\s+(?:[a-zäöüß]{4,}en?\s+)?(?P<tagung>(?:Konferenz|Treffen|Forum|Gipfel|Tagung|Veranstaltung|Kongress|Symposium)(?:e?s)?)\b(?!\s(?:der|des|für)\s[A-ZÄÖÜ])",
    it=r"\b(?:(?:[Ll]|[DdAaNn]?[ae]ll|[Nn]ell|[Ss]ull)a|[Ii]l|[DdNn]el|[DdAa]?al|[Ss]ul|(?:[Dd][ae]|[Aa]|[Nn]e|[Ss]u)?[Ll]l?['’])\s?(?P<convegno>[Cc]onferenza|vertice|[Ff]orum|Tavolo|Summit|incontro|convegno)\b",
)
#: What the adjective before it is of those whom it is for: "Zimbabwean Exemption Permit".
_FOR_PEOPLE = frozenset({"Permit", "Visa", "Pathway", "Parole", "Resettlement"})
#: What is named after the country where it was adopted: "Chile Declaration".
_ADOPTED = frozenset(
    {"Action", "Declaration", "Principles", "Protocol", "Convention", "Consensus", "Process", "Charter"}
)
#: What can stand between a small word and a name, in characters.
_SHORT_WAY = 20
#: Letters of a word that may mean anything.
_SHORT_WORD = 6
_IT = re.compile(r"(Its?)\s")
_SHE = re.compile(r"(S?[Hh]e)\s")
_BOTH = re.compile(
    r"\b(?:[Bb]eide|[Dd]ie\s+beiden)\s+(?:Länder|Staaten|Regierungen|Nachbarstaaten|Nachbarländer)\b|"
    r"\b(?:[Ii]\s+due|[Ee]ntrambi\s+i)\s+(?:Paesi|Stati|[Gg]overni)\b"
)
#: Where the subject of a sentence begins at the latest: behind an article.
_AT_ONCE = len("The ")
_LEADS = re.compile(r"(?:The|This|Our)\s+[a-z-]+\s+")
_SUBJECTS = frozenset({"instrument", "organisation", "person"})
_PROPOSED = frozenset({"proposed", "proposes", "unveiled", "unveils"})
_CHAIRS = frozenset({"chair", "chairperson", "chairman", "chairwoman", "vorsitzender", "vorsitzende", "vorsitzenden"})
_PRESIDENTS = frozenset({"president", "prasident", "prasidentin", "presidente"})
#: Bodies whose president is in the chair.
_COUNCIL = re.compile(r"\b(?:Council|Assembly|Committee)$")
_FOREIGN_COUNCIL = re.compile(
    r"^(?:[\w-]+e[nrs]?\s)?(?:[\w-]*(?:kommission|konferenz|ausschuss|komitee|versammlung|rat)|Kommission|Konferenz|Ausschuss|Komitee|Rat)(?:e?s)?\b|"
    r"^(?i:commissione|comitato|consiglio(?!\sdei)(?=\s\w)|conferenza|assemblea|consulta)\b"
)
_MISSION = re.compile(r"\b(?:mission|embassy|consulate|delegation) (?:in|to) (?P<city>[A-Z]\w+)$")


@dataclass(frozen=True, slots=True)
class Related:
    """A relation that the text states; an end that is a text is a city."""

    subject: Thing | str
    predicate: str
    object: Thing | str
    start: int
    end: int


def _column(head: str) -> str | None:
    """Return the predicate of the head of a column: "Funded by", "Donors", "Implementing partner"."""
    return next((predicate for predicate, words in _COLUMNS.items() if words.fullmatch(head.strip())), None)


class Relating:
    """Finds the relations of one report.

    Args:
        content: what the report names and says.
    """

    def __init__(self, content: Content) -> None:
        self._content = content
        self._reader, self._flat = content.reader, content.flat

    def relations(self) -> Iterator[Related]:
        """Yield the relations that the text states."""
        earlier: list[Place] = []  # the instruments of the paragraph, which "this initiative" may mean
        starts, paragraph = [block.start for block in self._content.blocks], -1
        events = self._conference()  # those that "the meeting" may mean
        process = self._process()
        countries: list[Place] = []  # those that "both countries" may mean
        subject: Place | None = None  # what the sentence before is about, which "it" may mean
        for pieces in self._told():
            for start, end in pieces:
                last, paragraph = paragraph, bisect_right(starts, start)
                earlier, subject = (earlier, subject) if paragraph == last else ([], None)
                own = [place for place in self._content.named(start, end) if not self._only_by_kind(place)]
                persons = self._persons(start, end, subject)
                back = self._content.back(start, end, earlier)
                if back and not any(place.kind == "instrument" and place.end <= back.start for place in own):
                    own.append(back)
                gone = self._gone_back_to(start, end, own, None if back else subject, events)
                event = next((place for place in (*gone, *own) if _is_event(place)), events[-1] if events else None)
                meant = subject if subject and subject.kind != "person" else None
                before = [place for place in (*process, event, meant, *earlier[-2:]) if place]
                own += gone
                own.sort(key=lambda place: place.start)
                earlier += [place for place in own if place.kind == "instrument"]
                events += [place for place in own if _is_event(place)]
                first = min((*own, *persons), key=lambda place: place.start, default=None)
                subject = first if first and self._opens(start, first.start) and first.kind in _SUBJECTS else None
                own += [*(place for place in self._content.belongings if start <= place.start < end), *persons]
                yield from self._related(start, end, own, before)
                for one in self._both(start, end, countries):
                    yield from self._related(start, end, [*own, one], before)
                countries += [place for place in own if place.kind == "country"]
        yield from self._labels()
        yield from self._tables()
        yield from self._owners()
        yield from self._parties_of_deals()
        yield from self._posts()
        yield from self._proposals()

    def _told(self) -> Iterator[Sequence[tuple[int, int]]]:
        """Yield the pieces of each sentence, and the titles of a programme: "Handover of the Chair from Malta to Ghana"."""
        text = self._content.document.text
        for _, sentence in self._content.sentences:
            for start, end in sentence.pieces:
                yield list(
                    pairwise([start, *(line.end() for line in _LINE_OF_ITS_OWN.finditer(text, start, end)), end])
                )
        yield from ([(title.start, title.end)] for title in self._reader.titles)
        headings = (block for block in self._content.document.blocks if block.kind == "heading")
        for block in headings:
            yield from ([line.span("line")] for line in _HEADING_LINE.finditer(text, block.start, block.end))

    def _process(self) -> list[Place]:
        """Return the process whose meeting the text is about; those who attend are its members."""
        process = self._content.instruments.process
        return [Place(0, 0, "instrument", process)] if process else []

    def _persons(self, start: int, end: int, subject: Place | None) -> list[Place]:
        """Return the people that a sentence names, with whom "she" means that opens it: whom the sentence before was about."""
        names, finder = self._content.persons
        found = [Place(first, last, "person", names[name]) for first, last, name in finder.find(self._flat, start, end)]
        she = _SHE.match(self._flat, start, end) if subject and subject.kind == "person" else None
        return [*found, Place(*she.span(1), "person", subject.thing)] if she and subject else found

    def _opens(self, start: int, first: int) -> bool:
        """Say whether what a sentence names first is its subject: it stands there at once, or behind "The sixth"."""
        return first - start <= _AT_ONCE or _LEADS.fullmatch(self._flat, start, first) is not None

    def _conference(self) -> list[Place]:
        """Return the conference that the text is about, which it means where it names no other event."""
        event = self._content.instruments.event or self._content.instruments.subject
        return [Place(0, 0, "instrument", event)] if event else []

    def _only_by_kind(self, place: Place) -> bool:
        """Say whether German or Italian prose means the conference by its kind, "die Tagung", which its wordings tell as such."""
        short = self._reader.language != "en" and place.thing is self._content.instruments.event
        return short and re.search(r"\W", self._flat[place.start : place.end]) is None

    def _gone_back_to(
        self, start: int, end: int, own: Sequence[Place], subject: Place | None, events: Sequence[Place]
    ) -> list[Place]:
        """Return where a sentence goes back to earlier ones: "it" to their subject, "the summit" to the last one called so, else the event named last."""
        found = []
        meeting = _THE_MEETING[self._reader.language].match(self._flat, start, end) if events else None
        if subject and subject.kind != "person" and not meeting and (it := _IT.match(self._flat, start, end)):
            found.append(Place(*it.span(1), subject.kind, subject.thing))
        language = self._reader.language
        meetings: Iterable[re.Match[str]] = _THE_MEETING[language].finditer(self._flat, start, end) if events else ()
        meetings = islice(meetings, 1) if language == "en" else meetings
        for meeting in [*meetings, *self._by_last_word(start, end, events)]:
            said = self._meeting_meant(meeting, events)
            if said and not any(place.start < said.end and said.start < place.end for place in (*own, *found)):
                found.append(said)
        return found

    def _both(self, start: int, end: int, countries: Sequence[Place]) -> list[Place]:
        """Return "both countries", in German or Italian, once as each of the two that the text named last."""
        said = _BOTH.search(self._flat, start, end) if self._reader.language != "en" else None
        last = list(dict.fromkeys(place.thing for place in reversed(countries)))[:2] if said else []
        return [Place(*said.span(), "country", thing) for thing in last] if said and len(last) > 1 else []

    def _by_last_word(self, start: int, end: int, events: Sequence[Place]) -> Iterator[re.Match[str]]:
        """Yield where German calls an event by the last word of its name: "die 5. Hafentage" of the "Linzer Hafentage"."""
        names = [place.thing.name for place in events if isinstance(place.thing, Instrument)]
        lasts = {name.rpartition(" ")[2] for name in names if " " in name} if self._reader.language == "de" else set()
        for word in sorted(word for word in lasts if len(word) > _SHORT_WORD):
            yield from re.compile(
                rf"\b[Dd](?:ie|as|er|en|em|es)\s+(?:\d+\.\s+|[a-zäöüß]{{4,}}en?\s+)?(?P<tagung>{re.escape(word)}(?:e?[ns])?)\b"
            ).finditer(self._flat, start, end)

    def _meeting_meant(self, meeting: re.Match[str], events: Sequence[Place]) -> Place | None:
        """Return the event that words such as "the summit" mean: the last one called so, else the one named last."""
        noun = meeting[0].split()[-1].lower()
        called = (
            place
            for place in reversed(events)
            if isinstance(place.thing, Instrument) and noun in fold(place.thing.name).split()
        )
        other = [] if meeting[0].endswith("Forum") else events[-1:]  # a body may be called so
        return next(
            (Place(*meeting.span(meeting.lastgroup or 0), "instrument", place.thing) for place in (*called, *other)),
            None,
        )

    def _related(self, start: int, end: int, places: list[Place], before: Sequence[Place]) -> Iterator[Related]:
        """Yield the relations between the things that a sentence names."""
        places = sorted(places, key=lambda place: (place.start, -place.end))
        named = [_named(place, start) for place in places]
        things = {str(id(place.thing)): place.thing for place in (*places, *before)}
        text = self._flat[start:end]
        earlier = [_named(Place(start, start, place.kind, place.thing), start) for place in before]
        for each in find_relations(text, named, earlier, self._reader.language):
            if _OPEN.search(text, 0, each.start):
                continue
            ends = things[each.subject], each.predicate, things[each.object]
            yield Related(*ends, each.start + start, end if each.end is None else each.end + start)
        for key, city, first, last in seats(text, named, lambda city: reference.country_of_city(city) is not None):
            yield Related(things[key], "headquartered in", city, first + start, last + start)

    def _labels(self) -> Iterator[Related]:
        """Yield what lines with a label, such as "Funded by: A and B", state of the instrument above them.

        In front of all sessions that is the conference, where no other is named above the line.
        """
        text, conference = self._content.document.text, self._conference()
        sessions = [part.start for part in self._content.document.parts if part.kind == "session"]
        above: list[Place] = []
        for block in self._content.blocks:
            own = [place for place in self._content.named(block.start, block.end) if place.kind == "instrument"]
            for label in _LABEL.finditer(text, block.start, block.end):
                predicate = _column(label["head"].split("\n")[-1])
                last = _LABEL_ENDS.search(text, label.end(), block.end)
                before = [place for place in (*above, *self._upright(own)) if place.end <= label.start("head")]
                alone = label["alone"] is not None
                ahead = conference if alone or label.start() < min(sessions, default=block.end) else []
                if predicate and (meant := before[-1:] or ahead):
                    yield from self._told_by_label(meant[0], predicate, label, last.start() if last else block.end)
            if block.kind != "heading" or own:
                above = self._upright(own) if block.kind == "heading" else []

    def _upright(self, places: Sequence[Place]) -> list[Place]:
        """Return the places that are no part of a longer name and that nothing is paid from or done by."""
        return [
            place
            for place in places
            if not OBLIQUE.search(self._flat, max(0, place.start - _SHORT_WAY), place.start)
            and not any(other.start < place.start and place.end <= other.end for other in places)
        ]

    def _told_by_label(self, thing: Place, predicate: str, label: re.Match[str], end: int) -> Iterator[Related]:
        at = label.end()
        for place in self._content.named(at, end):
            address = (
                label["alone"] and place.kind == "country" and self._content.document.text[place.start - 1] != "\n"
            )
            if place.thing is not thing.thing and place.start >= at and not address:
                at = place.end
                ends = (thing.thing, place.thing) if predicate in TO_ACTOR else (place.thing, thing.thing)
                yield Related(ends[0], predicate, ends[1], label.start("head"), place.end)

    def _tables(self) -> Iterator[Related]:
        """Yield what a table states of the instrument in the first cell of each line: "Action | Implemented by | Funded by"."""
        columns: list[str | None] = []
        for block in self._reader.document.blocks:
            cells = list(_CELL.finditer(self._flat, block.start, block.end)) if block.kind in _TABULAR else []
            heads = [_column(cell[0]) for cell in cells]
            if len(cells) < 2:
                columns = []
            elif any(heads[1:]):
                columns = heads
            elif columns:
                yield from self._line(cells, columns)

    def _line(self, cells: Sequence[re.Match[str]], columns: Sequence[str | None]) -> Iterator[Related]:
        first = (place.thing for place in self._content.named(*cells[0].span()) if place.kind == "instrument")
        thing = next(first, None)
        for cell, predicate in zip(cells[1:], columns[1:], strict=False):
            if not thing or not predicate:
                continue
            for place in self._content.named(*cell.span()):
                ends = (thing, place.thing) if predicate in TO_ACTOR else (place.thing, thing)
                if place.thing is not thing:
                    yield Related(ends[0], predicate, ends[1], cells[0].start(), place.end)

    def _owners(self) -> Iterator[Related]:
        """The name itself may say whose instrument or mission it is: "US Refugee Admissions Program", "Danish mission in Lagos".

        Who holds the conference is told where the text tells its organiser.
        """
        conference, event = self._reader.conference, self._content.instruments.event
        host = self._content.body(conference.organiser) if conference.organiser else None
        if event and host and conference.organiser_span:
            yield Related(event, "organised by", host, conference.organiser_span.start, conference.organiser_span.end)
        forms = reference.country_forms()
        for draft in self._content.instruments:
            start, end = min(draft.places)
            words = self._flat[start:end].split()
            entry, sort = forms.get(words[0], (None, "")) if len(words) > 2 else (None, "")
            if entry and sort != "capital" and not draft.parties and words[-1] not in _FOR_PEOPLE | _ADOPTED:
                yield Related(entry, "implements", draft, start, end)
        for body in self._reader.bodies:
            city = _MISSION.search(body.name)
            if city and body.spans:
                yield Related(body, "operates in", city["city"], body.spans[0].start, body.spans[0].end)

    def _proposals(self) -> Iterator[Related]:
        """Yield who proposes what in a statement: "She proposed a Harbour Compact"."""
        for found, places in self._content.statements:
            for place in places if found.verb in _PROPOSED else ():
                words = self._flat[found.pieces[0][0] : place.start]
                if place.kind == "instrument" and re.search(
                    rf"\b{found.verb}\s+(?:a|an|the)\s+(?:[\w-]+\s+){{0,2}}$", words
                ):
                    for speaker in found.speakers:
                        yield Related(speaker, "proposes", place.thing, found.pieces[0][0], place.end)

    def _parties_of_deals(self) -> Iterator[Related]:
        """Yield who is party to an agreement, or who runs a project where."""
        for draft in self._content.instruments:
            for deal in (deal for deal in draft.deals if not deal.pending):
                for number, party in enumerate(deal.parties):
                    thing = self._content.body(party.thing) if isinstance(party.thing, str) else party.thing
                    if thing and deal.abroad and number:
                        yield Related(draft, "operates in", thing, deal.start, deal.end)
                    elif thing:
                        yield Related(thing, "implements" if deal.abroad else "party to", draft, deal.start, deal.end)

    def _posts(self) -> Iterator[Related]:
        """A post in prose states more than employment: who chairs or founded the body, which directorate is part of it."""
        for stated, post in self._reader.parsed:
            if not post.body or stated.where not in ("text", "stage"):
                continue
            if not post.position and post.body in reference.parties() and stated.where == "text":
                party = self._reader.bodies.named(post.body)
                yield Related(stated.person, "member of", party, stated.start, stated.end)
                continue
            body = self._reader.bodies.named(post.body, country=stated.seat(post), acronym=post.acronym)
            presides = fold(post.position) in _PRESIDENTS and (
                _COUNCIL.search(body.name) or (not body.entry and _FOREIGN_COUNCIL.match(body.name))
            )
            if (fold(post.position) in _CHAIRS or presides) and not post.units:
                yield Related(stated.person, "chairs", body, stated.start, stated.end)
            if "founder" in fold(post.position).split():
                yield Related(stated.person, "founder of", body, stated.start, stated.end)
            for unit in post.units:
                if unit in reference.body_forms():
                    yield Related(self._reader.bodies.named(unit), "part of", body, stated.start, stated.end)


def _is_event(place: Place) -> bool:
    return isinstance(place.thing, Instrument) and place.thing.type == "conference"


def _named(place: Place, start: int) -> Named:
    """Return a place as the rules of relations see it, with offsets into its sentence."""
    thing = place.thing
    body = thing if isinstance(thing, organisations.Draft) else None
    type_ = (body.type if body else thing.type if isinstance(thing, Instrument) else "") or ""
    within = str(id(body.parent)) if body and body.parent else ""
    described = isinstance(thing, Instrument) and any(
        deal.start <= place.start and place.end <= deal.end for deal in thing.deals
    )
    return Named(place.start - start, place.end - start, place.kind, str(id(thing)), type_, within, described)
