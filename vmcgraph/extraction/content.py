"""The content of the discussions: what is named where, who says what about what, what is stated of what.

Read after the structure, as it needs to know the persons and bodies of the report.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import pairwise
from operator import attrgetter

from vmcgraph import reference
from vmcgraph.document import Block, Part, Sentence
from vmcgraph.extraction import organisations, people
from vmcgraph.extraction.belongings import Seat, find_belongings
from vmcgraph.extraction.bodyplaces import whole_lines
from vmcgraph.extraction.claims import EVENT, Counted, attended, find_claims
from vmcgraph.extraction.countries import CountryPlace, capitals, foreign_capitals, loud_names
from vmcgraph.extraction.deals import Party
from vmcgraph.extraction.entries import Entry, attributions
from vmcgraph.extraction.eventname import held_by, meeting_noun
from vmcgraph.extraction.foreigninstruments import back_words, type_of
from vmcgraph.extraction.instrumentnames import lower_nouns
from vmcgraph.extraction.instruments import Draft as Instrument
from vmcgraph.extraction.instruments import Instruments, covered
from vmcgraph.extraction.offices import offices_of, post_words
from vmcgraph.extraction.phrases import PhraseFinder, Text
from vmcgraph.extraction.posts import Post
from vmcgraph.extraction.quoting import behind_dateline, going_on, speech
from vmcgraph.extraction.reader import Reader
from vmcgraph.extraction.signings import seat_of_office
from vmcgraph.extraction.stances import holds_for_all
from vmcgraph.extraction.statements import Found, StatementReader
from vmcgraph.extraction.topics import find_topics
from vmcgraph.extraction.transcripts import turns
from vmcgraph.sentences import sentences
from vmcgraph.spelling import fold

#: Blocks whose words are somebody's text, not a list of people, a caption or a contents line.
_TEXT = frozenset({"paragraph", "heading", "quote", "list", "paper"})
#: Parts that list people, bodies or pages.
_LISTS = frozenset({"contents", "agenda", "speakers", "team", "members", "imprint", "venues"})
#: Parts that count what the conference or its organiser consists of.
_COUNTING = frozenset({"welcome", "about", "figures", "impressions", "takeaways", "opening", "introduction", "article"})
#: So many countries in capitals make a bulletin.
_SEVERAL = 3
#: With what a quotation ends.
_CLOSES = '”“»"'

#: Behind a capital that has, or has signed, something.
_OWNS = re.compile(
    r"['’]s\b|\s+(?:already\s+|now\s+)?has\s+an?\b|\s+(?:ha[sd]\s+)?(?:already\s+)?(?:signed|concluded|agreed|negotiated|struck|sealed)\s+with\b"
)
#: Before a capital that has signed something.
_SIGNS = re.compile(
    r"\b(?:agreement|accord|deal|treaty|pact|protocol|memorandum|partnership|arrangement)s?\s+(?:(?:that\s+|which\s+)?[A-ZÀ-ÞĀ-ɏ]\w+\s+(?:ha[sd]\s+)?)?(?:(?:signed|concluded|agreed)\s+)?(?:with|between(?:\s+[A-ZÀ-ÞĀ-ɏ]\w+){1,2}\s+and|between)\s+$"
)

_START = attrgetter("start")
#: For whom or whence somebody speaks, from the beginning of a sentence to the post: "Für den Lotsenverband meinte dessen", "Aus Malta warnte die".
_SPEAKS_FOR = re.compile(
    r"(?:^|[.!?“”»\"]\s)\s*(?P<lead>(?:Für|Aus|Namens|Ihr|Sein|Per|Da)\b(?!.*\b(?:plädier|warb|werb|sprach|stimm|setz|votier|dank|kämpf|lob|forder|verlang)\w*)[^.;:„“«»\"]*)$",
    re.DOTALL,
)
_LONGEST_LEAD = 120

#: What a text names: a country, a body, a person, an instrument.
Thing = reference.CountryEntry | organisations.Draft | people.Draft | Instrument


@dataclass(frozen=True, slots=True)
class Place:
    """A named thing at a place of the text.

    Args:
        kind: country, organisation, instrument or person.
        thing: the draft or entry that stands for it.
    """

    start: int
    end: int
    kind: str
    thing: Thing


class Content:
    """What is said about what in one report.

    Args:
        reader: after `read`.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.document, self.flat = reader.document, reader.flat

    @cached_property
    def blocks(self) -> list[Block]:
        """The blocks of running text, and the titles of a programme: in another text they repeat the headings."""
        lists = [(part.start, part.end) for part in self.document.parts if part.kind in _LISTS]
        told = [
            block
            for block in self.document.blocks
            if block.kind in _TEXT and not any(start <= block.start < end for start, end in lists)
        ]
        return sorted([*told, *self.reader.titles], key=_START)

    # ------------------------------------------------------------ named things

    @cached_property
    def instruments(self) -> Instruments:
        """The instruments, the conference's own events among them."""
        stretches = [(block.start, block.end) for block in self.blocks]
        lines = [line for block in self.blocks for line in whole_lines(self.reader.shown, block)]
        bodies = organisations.finder(self.reader.bodies)
        language = self.reader.language
        holders = [] if language == "en" else self._office_holders(language)
        found = Instruments(self.flat, stretches, lines, bodies, self._parties(), language, holders)
        conference = self.reader.conference
        if conference.series:
            organiser = list(filter(None, [conference.organiser or held_by(conference.series)]))
            for name in conference.numbered:
                found.about(name, conference.forms, organiser)
            forms = [*filter(None, [conference.short]), *conference.forms]
            found.about(conference.series, forms, organiser, numbered=conference.number is not None)
            found.about(conference.name, conference.names, organiser)
        for session in self.reader.sessions:
            if session.part and session.part.kind == "dinner":
                found.meeting(re.sub(r"\s+(?:19|20)\d\d$", "", session.title), [session.title])
        found.read(next(((span.start, span.end) for span in conference.series_spans), None))
        return found

    def _parties(self) -> list[Party]:
        """Return the countries and unions that can sign, in order."""
        finder, unions = _unions()
        found = [Party(start, end, entry) for entry, _, start, end, _ in self._countries]
        found += self._capitals_that_own()
        for block in self.blocks:
            found += [
                Party(start, end, unions[form]) for start, end, form in finder.find(self.flat, block.start, block.end)
            ]
        owned = ((place, place.thing) for place in self.belongings)
        found += [
            Party(place.start, place.end, country)
            for place, country in owned
            if isinstance(country, reference.CountryEntry)
        ]
        known = {party.start for party in found}
        agencies = ((place, place.thing) for place in self._body_places if place.start not in known)
        found += [
            Party(place.start, place.end, body.name, explicit=True)
            for place, body in agencies
            if isinstance(body, organisations.Draft)
        ]
        return sorted(found, key=lambda party: (party.start, party.end))

    def _office_holders(self, language: str) -> list[Party]:
        """Return where the text names those who can sign for a country, in order."""
        posts: dict[people.Draft, list[Post]] = {}
        for stated, post in self.reader.parsed:
            posts.setdefault(stated.person, []).append(post)
        seats = {person: seat_of_office(held, self.flat, language) for person, held in posts.items()}
        names, finder = self.persons
        found = (place for block in self.blocks for place in finder.find(self.flat, block.start, block.end))
        seated = ((start, end, seats.get(names[form])) for start, end, form in found)
        printed = {entry for entry, *_ in self._countries}
        return sorted((Party(start, end, seat) for start, end, seat in seated if seat in printed and seat), key=_START)

    @cached_property
    def persons(self) -> tuple[dict[str, people.Draft], PhraseFinder]:
        """The forms of persons, as minutes print them in capitals too, and their finder."""
        forms = self.reader.people.forms.any
        forms = {form.upper(): person for form, person in forms.items()} | forms
        return forms, PhraseFinder(forms)

    @cached_property
    def belongings(self) -> list[Place]:
        """The places of "his country", "her organisation"."""
        names, finder = self.persons
        stretches = [(block.start, block.end) for block in self.blocks]
        named = [
            (start, names[form]) for first, last in stretches for start, _, form in finder.find(self.flat, first, last)
        ]
        seats: dict[people.Draft, Seat] = {}
        for stated, post in self.reader.parsed:
            seat = seats.get(stated.person, Seat())
            body = (
                self.reader.bodies.named(post.body, country=stated.seat(post), acronym=post.acronym)
                if post.body
                else None
            )
            seats[stated.person] = Seat(seat.country or stated.country or post.country, seat.body or body)
        return [
            Place(start, end, "organisation" if isinstance(thing, organisations.Draft) else "country", thing)
            for start, end, thing in find_belongings(self.flat, stretches, named, seats)
        ]

    def _capitals_that_own(self) -> Iterator[Party]:
        """Yield capitals that stand for their governments: "Berlin's agreement with Kenya", "a deal between Rabat and Madrid"."""
        known = {start for *_, start, _, _ in self._countries}
        if self.reader.language != "en":
            entries = reference.foreign_capitals(self.reader.language)
            for block in self.blocks:
                for start, end, form in foreign_capitals(self.reader.language).find(self.flat, block.start, block.end):
                    if start not in known:
                        yield Party(start, end, entries[form], explicit=True)
            return
        for block in self.blocks:
            for start, end, form in capitals().find(self.flat, block.start, block.end):
                owns = _OWNS.match(self.flat, end)
                if start not in known and (owns or _SIGNS.search(self.flat, max(block.start, start - 70), start)):
                    yield Party(start, end, reference.country_forms()[form][0])

    @cached_property
    def places(self) -> list[Place]:
        """Every place of the running text that names a country, a body or an instrument, in order."""
        countries = (Place(start, end, "country", entry) for entry, _, start, end, _ in self._countries)
        instruments = (Place(*place, "instrument", draft) for draft in self.instruments for place in draft.places)
        found = [*instruments, *self._body_places, *countries]
        return sorted(found, key=lambda place: (place.start, -place.end, place.kind))

    def named(self, start: int, end: int) -> list[Place]:
        """Return the places inside a stretch."""
        first, last = (bisect_left(self.places, edge, key=_START) for edge in (start, end))
        return [place for place in self.places[first:last] if place.end <= end + 1]

    @cached_property
    def _body_places(self) -> list[Place]:
        forms: dict[str, organisations.Draft] = {}
        for draft in self.reader.bodies:
            for form in (*draft.forms, *(draft.entry.text_forms if draft.entry else ())):
                if len(form) > 1:
                    forms.setdefault(form, draft)
        for form, draft in self._short_bodies():
            forms.setdefault(form, draft)
        finder = PhraseFinder(forms)
        found = [
            (start, end, form)
            for block in self.blocks
            for start, end, form in finder.find(self.flat, block.start, block.end)
        ]
        for form in {form for *_, form in found if organisations.is_acronym(form)}:
            self.reader.bodies.call(forms[form], form)  # the text prints it
        return [Place(start, end, "organisation", forms[form]) for start, end, form in found]

    def _short_bodies(self) -> Iterator[tuple[str, organisations.Draft]]:
        """Yield "the Panel" with the only body of the text that is a Panel, where general knowledge does not know it; "the Forum" is rather the conference."""
        meeting = meeting_noun(self.reader.conference.series)
        heads: dict[str, list[organisations.Draft]] = {}
        for draft in self.reader.bodies:
            words = re.split(r"\s+(?:on|of|for|to|in)\s+", draft.name)[0].split()
            if draft.spans and words and draft.name != words[-1]:
                heads.setdefault(words[-1], []).append(draft)
        for head, drafts in heads.items():
            noun = head.istitle() and len(head) > 3 and not reference.country_named(head) and head != meeting
            if len(drafts) == 1 and not drafts[0].entry and noun:
                yield from ((f"{article} {head}", drafts[0]) for article in ("the", "The"))

    @cached_property
    def _countries(self) -> list[CountryPlace]:
        """The places of the running text that name a country."""
        starts = [block.start for block in self.blocks]
        return [
            found
            for found in self.reader.country_places
            if (index := bisect_right(starts, found[2]) - 1) >= 0 and found[3] <= self.blocks[index].end
        ]

    @cached_property
    def topics(self) -> list[tuple[int, int, str]]:
        """Start, end and preferred label of each theme that the running text touches, in order."""
        names = sorted((place.start, place.end) for place in self.places if place.kind == "instrument")
        found = find_topics(self.flat, ((block.start, block.end) for block in self.blocks), self.reader.language)
        return [topic for topic in found if not covered(names, topic[0], topic[1])]  # a name tells no theme

    def topics_in(self, start: int, end: int) -> Iterator[str]:
        """Yield the themes that a stretch touches."""
        return (topic for _, _, topic in self._topics_in(start, end))

    def _topics_in(self, start: int, end: int) -> Sequence[tuple[int, int, str]]:
        return self.topics[bisect_left(self.topics, (start,)) : bisect_left(self.topics, (end,))]

    # ------------------------------------------------------------ statements

    @cached_property
    def sentences(self) -> list[tuple[Part, Sentence]]:
        """The sentences of the parts with prose."""
        return [
            (part, sentence)
            for part in self.document.parts
            if part.kind not in _LISTS
            for sentence in sentences(self.document.text, self.document.blocks, part.start, part.end)
        ]

    @cached_property
    def statements(self) -> list[tuple[Found, list[Place]]]:
        """The reported statements with what they are about, then the pull quotes and the turns of a verbatim record."""
        said = turns(self.document, self.flat, self.reader.people, offices_of(self.reader))
        return [*self._reported(), *self._quotes(), *((found, self.named(*found.pieces[0])) for found in said)]

    def _reported(self) -> Iterator[tuple[Found, list[Place]]]:
        all_sentences = [sentence for _, sentence in self.sentences]
        starts = [sentence.start for sentence in all_sentences]
        reader = self.reader
        statements = StatementReader(
            reader.people, offices_of(reader), self._groups(), reader.language, self._listed, post_words(reader)
        )
        for found in statements.read(self.sentences):
            number = bisect_right(starts, found.pieces[0][0]) - 1
            spoken = self._spoken(all_sentences, number) if found.kind == "reported" else ()
            before = all_sentences[number - 1] if number else None
            below = self._spoken_below(all_sentences[number]) if len(found.speakers) == 1 else []
            if below and self.document.text[all_sentences[number].end - 1] == ":":
                spoken = spoken or below.pop(0)
            said = replace(found, kind="quote", pieces=spoken) if spoken else found
            yield said, self._about(said, before)
            for pieces in below:
                more = replace(found, kind="quote", pieces=pieces, verb="", resolved="", stance="not-stated")
                yield more, self._about(more, None)

    def _spoken(self, all_sentences: Sequence[Sentence], number: int) -> tuple[tuple[int, int], ...]:
        """Return the pieces of direct speech that a sentence is made of, and those behind it that go on with it."""
        text = self.document.text
        pieces = speech(text, all_sentences[number])
        for last, sentence in pairwise(all_sentences[number:]) if pieces else ():
            if not going_on(text, last.end, sentence):
                break
            pieces += sentence.pieces
        return pieces

    def _spoken_below(self, sentence: Sentence) -> list[tuple[tuple[int, int], ...]]:
        """Return the quotations below the paragraph that a sentence ends, unless a name below them says whose they are.

        One that is not closed goes on in the next paragraph.
        """
        text, blocks = self.document.text, self.document.blocks
        number = bisect_right(blocks, sentence.start, key=_START) - 1
        found: list[tuple[tuple[int, int], ...]] = []
        closed = not text[sentence.end : blocks[number].end].strip(" \n*_")
        for block in blocks[number + 1 :] if closed else ():
            if block.kind != "quote":
                return [] if block.kind == "quote-by" else found
            place = _trimmed(text, block)
            found[-1:] = [(*found[-1], place)] if found and not closed else [*found[-1:], (place,)]
            closed = text[place[1] - 1] in _CLOSES
        return found

    def _about(self, found: Found, before: Sentence | None) -> list[Place]:
        """Return what a statement names; "this initiative" is the one instrument of that sort that the sentence before named."""
        places = [
            place for start, end in found.pieces for place in self.named(behind_dateline(self.flat, start, end), end)
        ]
        beside = [span for speaker in found.speakers for span in self._posts.get(id(speaker), ())]
        places = [place for place in places if not any(one <= place.start < two for one, two in beside)]
        if before and not any(place.kind == "instrument" for place in places):
            earlier = [place for start, end in before.pieces for place in self.named(start, end)]
            for start, end in found.pieces:
                if back := self.back(start, end, earlier):
                    return [*places, back]
        return places

    @cached_property
    def _posts(self) -> dict[int, list[tuple[int, int]]]:
        """Return where an agency's German or Italian tells the posts of each person: who speaks for whom is not what they speak about."""
        found: dict[int, list[tuple[int, int]]] = {}
        for stated in self.reader.people.posts if self.reader.language != "en" else ():
            lead = _SPEAKS_FOR.search(self.flat[max(0, stated.start - _LONGEST_LEAD) : stated.start])
            start = stated.start - len(lead["lead"]) if lead else stated.start
            found.setdefault(id(stated.person), []).append((start, stated.end))
        return found

    def back(self, start: int, end: int, earlier: Sequence[Place]) -> Place | None:
        """Return the place of "this initiative", "the pact", with the one instrument before that can be called so.

        The noun of the conference itself, such as "the forum", goes back to another instrument only if that is called so too.
        """
        if self.reader.language != "en":
            return self._foreign_back(start, end, earlier)
        own = fold(self.reader.conference.name or "").split()
        things = dict.fromkeys(place.thing for place in earlier if isinstance(place.thing, Instrument))
        for match in _back_words().finditer(self.flat, start, end) if things else ():
            noun = match["noun"]
            fitting = [thing for thing in things if noun is None or thing.is_called(noun.lower())]
            meeting = noun is not None and noun.lower() in own
            if len(fitting) == 1 and not (meeting and noun.lower() not in fold(fitting[0].name).split()):
                return Place(*match.span(), "instrument", fitting[0])
        return None

    def _foreign_back(self, start: int, end: int, earlier: Sequence[Place]) -> Place | None:
        """Return the place of "das Programm", "l'accordo", with the one instrument before that its noun can mean."""
        language = self.reader.language
        things = dict.fromkeys(place.thing for place in earlier if isinstance(place.thing, Instrument))
        for match in back_words(language).finditer(self.flat, start, end) if things else ():
            sort = type_of(match["noun"], language)
            fitting = [
                thing
                for thing in things
                if thing.type == sort or (thing.deals and sort in ("agreement", "partnership", "treaty"))
            ]
            if len(fitting) == 1 and sort != "conference":
                return Place(*match.span("all"), "instrument", fitting[0])
        return None

    def _listed(self, part: Part) -> list[people.Draft]:
        """Return who takes part in the session that a part tells of."""
        return [item.person for item in self.reader.stage.participants if item.session.part is part]

    def _groups(self) -> set[str]:
        """Return the countries and bodies that speak as such: bulletins print them in capitals, several of them."""
        found = (loud_names().find(self.flat, block.start, block.end) for block in self.blocks)
        printed = {form for places in found for _, _, form in places}
        if len(printed) < _SEVERAL:
            return set()
        bodies = {
            form
            for draft in self.reader.bodies
            for form in draft.forms
            if form.isupper() or (draft.entry and draft.entry.type == "other")
        }
        named = {form for _, form, *_ in self._countries if reference.country_named(form)}
        return printed | named | bodies | set(reference.loud_bodies()) | {"US", "USA", "UK"}

    def stance(self, found: Found, places: Sequence[Place]) -> str:
        """Return the stance of a statement: that of its verbs, where it holds for all that it is about."""
        if found.stance == "not-stated" or not places:
            return "not-stated"
        first, last = found.pieces[0][0], found.pieces[-1][1]
        text = Text(self.flat[first:last])
        verb = re.search(rf"\b{re.escape(found.verb)}\b", text)
        once = {place.thing: place for place in sorted(places, key=_START, reverse=True)}  # "the Oar Pact (OP)"
        named = [(place.start - first, place.end - first) for place in once.values()]
        themes = [(one - first, two - first) for one, two, _ in self._topics_in(first, last)]
        holds = verb is not None and holds_for_all(text, *verb.span(), found.stance, named, themes)
        return found.stance if holds else "not-stated"

    def _quotes(self) -> Iterator[tuple[Found, list[Place]]]:
        """Yield the pull quotes, each with the person named below it."""
        entries = sorted(attributions(self.document, self.reader.shown), key=_START)
        blocks = self.document.blocks
        for before, block, following in zip((None, *blocks), blocks, blocks[1:], strict=False):
            part = self.document.part_at(block.start)
            speaker = self._quoted(before, following, entries) if block.kind == "quote" else None
            if part and speaker:
                start, end = _trimmed(self.document.text, block)
                yield Found((speaker,), "", "", "not-stated", "quote", ((start, end),), part), self.named(start, end)

    def _quoted(self, before: Block | None, following: Block, entries: Sequence[Entry]) -> people.Draft | None:
        """Return whose a pull quote is: named above it, before a colon, else below it."""
        forms = self.reader.people.forms
        colon = before and self.flat[before.start : before.end].rstrip().endswith(":")
        block = before if before and colon else following
        named = next(forms.full_finder.find(self.flat, block.start, block.end), None)
        if colon or self.reader.language != "en":
            return forms.full[named[2]] if named and (colon or following.kind == "quote-by") else None
        index = bisect_left(entries, following.start, key=_START)
        below = index < len(entries) and entries[index].start < following.end
        return self.reader.people.named(entries[index].name) if below else None

    # ------------------------------------------------------------ parties, claims

    def owners(self, draft: Instrument) -> Iterator[tuple[Thing, int, int]]:
        """Yield those whom general knowledge has as parties of an instrument, where a sentence names them together."""
        countries = set(reference.cells(draft.row["country_parties"])) if draft.row else set()
        bodies = {*(reference.cells(draft.row["org_parties"]) if draft.row else ()), *draft.parties}
        for start, end in sorted(draft.places) if countries or bodies else ():
            for place in self._beside(start, end):
                thing = place.thing
                known = isinstance(thing, reference.CountryEntry) and (
                    thing.iso3 in countries or thing in draft.parties
                )
                if known or (
                    isinstance(thing, organisations.Draft)
                    and ({thing.name, *thing.forms} & bodies or (thing.entry and thing.entry.name in bodies))
                ):
                    yield thing, min(start, place.start), max(end, place.end)

    def _beside(self, start: int, end: int) -> list[Place]:
        """Return the places in the sentence around a place."""
        return self.named(*(self._sentence_at(start) or (start, end)))

    def _sentence_at(self, at: int) -> tuple[int, int] | None:
        """Return where the sentence around a place stands on its page."""
        index = bisect_right(self._pieces, (at, len(self.flat))) - 1
        return self._pieces[index] if index >= 0 and at < self._pieces[index][1] else None

    @cached_property
    def _pieces(self) -> list[tuple[int, int]]:
        return sorted(piece for _, sentence in self.sentences for piece in sentence.pieces)

    def body(self, name: str) -> organisations.Draft | None:
        """Return the body of a name, if the report names it."""
        fitting = (draft for draft in self.reader.bodies if draft.spans)
        return next(
            (draft for draft in fitting if name in draft.forms or (draft.entry and draft.entry.name == name)), None
        )

    def claims(self) -> Iterator[Counted]:
        """Yield what the document counts of itself."""
        conference = self.reader.conference
        names = [name for name in (conference.series, *conference.names, conference.organiser) if name]
        forms = "|".join(map(re.escape, names))
        about = re.compile(rf"\b(?:{forms})\b" if names else "(?!)")
        noun = next((word for name in names for word in re.findall(EVENT, name.lower())), "")
        own = f"(?:{noun}|{forms})" if noun else ""
        blocks = self.document.blocks
        for part in self.document.parts:
            if part.kind in _COUNTING:
                first = bisect_left(blocks, part.start, key=_START)
                for block in blocks[first : bisect_left(blocks, part.end, key=_START)]:
                    yield from find_claims(self.flat, block.start, block.end, about)
            elif own and part.kind not in _LISTS:  # a session's text, which tells of the whole event too
                told = attended(own).finditer(self.flat, part.start, part.end)
                for sentence in dict.fromkeys(self._sentence_at(match.start()) for match in told):
                    yield from find_claims(self.flat, *sentence, attended(own)) if sentence else ()


def _trimmed(text: str, block: Block) -> tuple[int, int]:
    words = text[block.start : block.end]
    return block.start + len(words) - len(words.lstrip()), block.start + len(words.rstrip())


@cache
def _unions() -> tuple[PhraseFinder, dict[str, str]]:
    """Return a finder of unions of states, and the name of each form."""
    forms = {form: entry.name for form, entry in reference.body_forms().items() if entry.name.endswith(" Union")}
    return PhraseFinder(forms), forms


@cache
def _back_words() -> re.Pattern[str]:
    nouns = "|".join(sorted(lower_nouns(), key=len, reverse=True))
    return re.compile(
        rf"(?<!\b[Oo]n )(?<!\b[Aa]t )\b(?:[Tt]his|[Tt]he|[Tt]hese|[Ii]ts|[Tt]hat|[Tt]heir|[Oo]ur)\s+(?:[A-Z]\w*-\w+ed\s+)?(?:\w+\s+)?(?P<noun>{nouns})\b|\bIt(?=\s+(?:is|was|has)\s+\w+ed\b|\s+is\s+run\b)"
    )
