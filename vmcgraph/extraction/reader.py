"""Read a whole report: the order in which its layers are read, and the rows that come of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import chain

from vmcgraph import reference
from vmcgraph.document import Block, Document, Part, Span
from vmcgraph.extraction import (
    agencies,
    biographies,
    bylines,
    captions,
    countries,
    days,
    edition,
    entries,
    lists,
    members,
    narrated,
    organisations,
    people,
    prose,
    rolls,
    sessions,
)
from vmcgraph.extraction.bases import BASIS, basis_of
from vmcgraph.extraction.bodyplaces import BodyPlaces
from vmcgraph.extraction.eventname import dated_events
from vmcgraph.extraction.introduced import introduced_bodies
from vmcgraph.extraction.languages import language_of
from vmcgraph.extraction.people import StatedPost
from vmcgraph.extraction.phrases import Text
from vmcgraph.extraction.postlines import bodies_on_last_lines, join_lines
from vmcgraph.extraction.posts import Post, at_the_body, parse_post, within
from vmcgraph.extraction.roles import Stage
from vmcgraph.extraction.runtogether import separated
from vmcgraph.extraction.standing import ABSENT, OFF_STAGE
from vmcgraph.frontmatter import FrontMatter, front_matters
from vmcgraph.hours import misprint
from vmcgraph.identity import named_apart
from vmcgraph.plaintext import plain
from vmcgraph.programme import unbulleted
from vmcgraph.reference import CountryEntry
from vmcgraph.spelling import digest, fold, slug


@dataclass(slots=True, eq=False)
class Pictured:
    """A caption with its persons entered."""

    caption: captions.Caption
    people: tuple[people.Draft, ...]
    event: str


class Reader:
    """Everything that is found in one document; `read` fills it layer by layer."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.shown = Text(plain(document.text))
        self.flat = self.shown.flat
        self.language = language_of(document.text)
        printed = days.printed_days(self.shown)
        self.dates = [date for date in printed if date[2]]
        self.days = days.session_days(self.shown, printed)
        self.bodies = organisations.Bodies(self.shown)
        self.people = people.People(self.flat)
        self.stage = Stage()
        self.pictured: list[Pictured] = []
        self.credits: list[tuple[edition.Credit, people.Draft | None]] = []
        self.parsed: list[tuple[StatedPost, Post]] = []
        self.parsed_team: list[tuple[StatedPost, Post]] = []
        self.countries: dict[str, tuple[CountryEntry, dict[str, None], list[Span]]] = {}
        self.units: dict[str, str] = {}
        self.titles: list[Block] = []
        self.notes: list[tuple[str, str | None, Span | None]] = []

    def read(self) -> Reader:
        """Read the programme, the lists, the captions, the prose; then settle what the posts and roles are."""
        self.conference = edition.find_conference(self.document, self.shown, self.flat, self.dates, self.language)
        self.bodies.is_event(self.conference.series, self.conference.short)
        self.sessions, self.contents = sessions.find_sessions(self.document, self.shown, self.days)
        if sessions.is_programme(self.sessions):
            self.titles = list(lists.titles(self.document, self.shown))
        self._read_lists()
        self.people.learn_initials(self.flat)
        self._learn_bodies()
        self._read_captions()
        self._read_credits()
        if self.language == "en":
            bylines.read_by_lines(self.document, self.flat, self.people, self.bodies)
            prose.read_posts(self.document, self.flat, self.people, self.bodies.known)
            biographies.read_posts(self.document, self.flat, self.people, self.bodies.known)
        else:
            agencies.read_posts(self.document, self.flat, self.language, self.people, self.bodies)
        self._read_roles()
        self.people.learn_short_forms(self.document, self.flat)
        self._parse_posts()
        places = BodyPlaces(self.document, self.shown, self.flat, self.bodies, self.language)
        places.enter((*self.document.blocks, *self.titles), self.people.forms.full_finder)
        names = [draft.name for draft in self.bodies if draft.spans]
        self.parsed = [(stated, at_the_body(post, names)) for stated, post in self.parsed]
        self.country_places = list(countries.find_countries(self.document, self.flat, self.people, self.language))
        for entry, form, start, end, block in self.country_places:
            self._country(entry, form, self.document.span(start, end, basis_of(self.document, block)))
        for stated, post in self.parsed:
            if post.country and post.country.id not in self.countries:
                self._country(post.country, "", self.document.span(stated.start, stated.end, BASIS[stated.where]))
        self._doubts()
        return self

    # ------------------------------------------------------------ lists

    def _read_lists(self) -> None:
        for session in self.sessions:
            for part in _distinct(session.part, session.item):
                for entry in lists.listed(self.document, self.shown, part):
                    self._enter(entry, session)
                for entry in lists.signatures(self.document, self.shown, part):
                    self._enter_post(entry, "text")
        for session in filter(lambda session: session.off, self.sessions):
            said = (
                f"“{session.title or session.format}” is printed as not held: no session, and nobody is on its stage."
            )
            self.notes.append((said, None, next(iter(session.spans), None)))
        self.sessions = [session for session in self.sessions if not session.off]
        for page in front_matters(self.document.text):
            held = [session for session in self.sessions if page.end <= session.start < page.stop]
            for entry, country in entries.guests(page, self.shown, self.bodies.learn) if held else ():
                self._enter(entry, held[0], country)
        for session in self.sessions:
            if session.entry:
                self._enter_contents(session, session.entry)
        self._read_rolls()
        for entry in entries.attributions(self.document, self.shown) if self.language == "en" else ():
            self._enter_post(entry, "quote")
        for entry in entries.contacts(self.shown):
            self._enter_post(entry, "team")
        for part in self.document.parts:
            if part.kind in ("team", "welcome"):
                for entry in entries.cards(self.document, self.shown, part):
                    if part.kind == "team":
                        self._enter_team(entry)
                    else:
                        self._enter_post(entry, "text")

    def _read_rolls(self) -> None:
        """Read the lists of attendees, tables among them, and the countries of their headings."""
        for part in (None, *(part for part in self.document.parts if part.kind == "speakers")):
            roll = rolls.Roll(self.document, self.shown, part, self.bodies.known)
            for found in roll.attendees():
                if part or not self._in_session(found.entry.start):
                    person = self._enter_post(found.entry, "speakers", found.country, found.body)
                    if found.entry.online:
                        self.stage.from_afar(person)
            for home in roll.homes:
                form = self.shown[home.start : home.end]
                if home.country and reference.country_named(form):
                    self._country(home.country, form, self.document.span(home.start, home.end, "speakers"))

        for entry in rolls.present(self.document, self.shown):
            part = self.document.part_at(entry.start)
            if part is None or part.kind not in ("speakers", "session"):
                self._enter_post(entry, "speakers")

    def _in_session(self, at: int) -> bool:
        part = self.document.part_at(at)
        return part is not None and part.kind == "session"

    def _enter_post(
        self, entry: entries.Entry, where: str, country: CountryEntry | None = None, body: str = ""
    ) -> people.Draft:
        absent = entry.status == ABSENT and where == "speakers"
        where = "text" if absent else where  # a list of those who came shows that one was there
        person = self.people.named(entry.name, self.document.span(entry.name.start, entry.name.end, BASIS[where]))
        if body or entry.body:
            self.bodies.learn(body or entry.body)
        if entry.lines or country or body:
            self.people.posts.append(
                StatedPost(person, list(entry.lines), entry.start, entry.end, where, country, body=body)
            )
        if absent:
            self.stage.excuse(person)
        return person

    def _enter_team(self, entry: entries.Entry) -> None:
        person = self.people.named(entry.name, self.document.span(entry.name.start, entry.name.end, "team"))
        task = " ".join(entry.lines).strip(" ,")
        if task:
            organiser = self.conference.organiser or None  # a team page is the organiser's
            self.parsed_team.append(
                (StatedPost(person, [task], entry.start, entry.end, "team"), Post(task, (), organiser))
            )
        self.credits.append((edition.Credit(entry.name, "", task, entry.start, entry.end, "team"), person))

    def _enter(self, entry: entries.Entry, session: sessions.Draft, country: CountryEntry | None = None) -> None:
        person = self._enter_post(entry, "stage", country)
        if session.of_absent:
            self.stage.excuse(person)
            return
        if entry.status == ABSENT or entry.role == ABSENT:
            self.stage.excuse(person, session)
        if entry.status == ABSENT or entry.role in OFF_STAGE or session.off:
            return
        span = self.document.span(entry.start, entry.end, "listed")
        if entry.status:
            said = f"“{session.title or session.format}” lists {entry.name.text} as “{entry.status}”: a part in it is announced, and not sure."
            self.notes.append((said, None, span))
        self.stage.list(session, person, entry.role, span, online=entry.online)

    def _enter_contents(self, session: sessions.Draft, entry: sessions.Entry) -> None:
        """The contents name who is on stage; where no stage block does, that is the list."""
        at = self.shown.find(entry.text, entry.start, entry.end + len(entry.text)) if entry.text else -1
        if at < 0:
            return
        listed, role = self.stage.is_listed(session), ""
        span = self.document.span(entry.start, entry.end, "contents")
        for start, end in members.lines(self.shown, at, at + len(entry.text)):
            for found in entries.line_entries(self.shown, start, end):
                role = found.role or role
                person = self.people.named(found.name, self.document.span(found.name.start, found.name.end, "contents"))
                known = self.stage.find(session, person)
                if known:
                    known.spans.append(span)
                elif not listed:
                    self.stage.list(session, person, found.role, span)

    # ------------------------------------------------------------ captions, credits

    def _read_captions(self) -> None:
        for caption in captions.find_captions(self.document, self.flat, self.bodies.known):
            drafts = []
            for pictured in caption.people:
                person = self.people.named(
                    pictured.name, self.document.span(pictured.name.start, pictured.name.end, "caption")
                )
                drafts.append(person)
                if pictured.post:
                    self.people.posts.append(
                        StatedPost(person, [pictured.post], pictured.start, pictured.end, "caption")
                    )
            self.pictured.append(Pictured(caption, tuple(dict.fromkeys(drafts)), self._event(caption)))

    def _event(self, caption: captions.Caption) -> str:
        """Say at which event a picture was taken: its words, else the part it stands in."""
        words = self.flat[caption.start : caption.end]  # in lower case: "the Reception of …" may be part of a name
        part = self.document.part_at(caption.start)
        for event in ("reception", "dinner"):
            if re.search(rf"\b{event}\b", words) or (part and part.kind == event):
                return event
        return "conference"

    def _read_credits(self) -> None:
        credits = (edition.find_credits(self.document, self.shown), edition.press_credits(self.document, self.shown))
        for credit in chain.from_iterable(credits):
            person = (
                self.people.named(credit.name, self.document.span(credit.start, credit.end, credit.basis))
                if credit.name
                else None
            )
            if credit.firm:
                span = self.document.span(credit.start, credit.end, credit.basis)
                self.bodies.named(credit.firm, span=span, type="company")
                self.bodies.learn(credit.firm)
            if person and credit.firm:
                post = Post("", (), credit.firm)
                self.people.posts.append(StatedPost(person, [], credit.start, credit.end, "caption", post=post))
            self.credits.append((credit, person))

    # ------------------------------------------------------------ roles

    def _read_roles(self) -> None:
        for session in self.sessions:
            if session.part:
                for told in narrated.officers(self.flat, self.document, session.part, self.people):
                    if not self.stage.has_list(session):
                        self.stage.narrate(session, told, self.document.span(told.start, told.end, "narrative"))
                for told in narrated.narrated_roles(self.document, self.flat, session.part, self.people):
                    self.stage.narrate(session, told, self.document.span(told.start, told.end, "narrative"))
                    if "video" in told.phrase:
                        self.stage.from_afar(told.person, session)
                for person in narrated.online_persons(self.flat, self.document, session.part, self.people):
                    self.stage.from_afar(person, session)
        self._social_roles()
        self.stage.settle_keynotes()

    def _social_roles(self) -> None:
        """A caption that shows one person opening or introducing the evening tells of a part in it."""
        for pictured in self.pictured:
            caption = pictured.caption
            if caption.relation not in ("opening", "introducing") or pictured.event == "conference":
                continue
            session = self.social(pictured.event, caption)
            if session and len(pictured.people) == 1 and not self.stage.find(session, pictured.people[0]):
                told = narrated.NarratedRole(pictured.people[0], "opening", caption.start, caption.end)
                self.stage.narrate(session, told, self.document.span(caption.start, caption.end, "caption"))

    def social(self, event: str, caption: captions.Caption | None = None) -> sessions.Draft | None:
        """Return the dinner or reception of the programme; a caption that names its host brings a reception along."""
        for session in self.sessions:
            if session.social and (
                event in fold(session.title).split()
                or event in fold(session.format).split()
                or (session.part and session.part.kind == event)
            ):
                return session
        hosted = (
            re.search(
                rf"\bthe {event} hosted by (?:the )?(?P<host>[A-Z][\w' ]*?)(?= on | at | in |$|,|\.)",
                self.flat[caption.start : caption.end],
            )
            if caption
            else None
        )
        if not caption or not hosted:
            return None
        printed = days.day_headings(self.shown)
        day = re.search(r"\bDay (\d)\b", self.flat[caption.start : caption.end])
        date = printed.get(int(day[1])) if day else None
        draft = sessions.Draft(f"{hosted['host']} {event}", social=True, date=date[2] if date else None)
        draft.spans = [self.document.span(caption.start, caption.end, "caption")]
        if date:
            draft.spans.append(self.document.span(date[0], date[1], "listed"))
        self.sessions.append(draft)
        return draft

    # ------------------------------------------------------------ bodies

    def _learn_bodies(self) -> None:
        """Learn bodies from lists, so that prose and cards without commas can be read with them."""
        for body in introduced_bodies(self.flat) if self.language == "en" else ():
            span = self.document.span(body.start, body.end, "narrative")
            if not self._listed_body(body.name) and self.people.get(body.name) is None:
                self.bodies.named(body.name, span=span, type=body.type)
                self.bodies.learn(body.name)
        for name in bodies_on_last_lines([stated.lines for stated in self.people.posts], self.bodies.known):
            self.bodies.learn(name)
        found: list[str] = []
        for stated in self.people.posts:
            if stated.where == "stage":
                stated.lines = [separated(line, self.bodies.known) for line in stated.lines]
            post = parse_post(join_lines(stated.lines, self.bodies.known), self.bodies.known)
            whole = stated.where in ("stage", "quote") and not self._cut_off(stated, " ".join(stated.lines))
            if post.body and whole and len(post.body.split()) <= 14 and post.body[0].isupper():
                found.append(post.body)
            for unit in post.units:
                if post.body:
                    self.units.setdefault(fold(unit), post.body)
        for name in found:
            if fold(name) not in self.units:
                self.bodies.learn(name)

    def _parse_posts(self) -> None:
        for stated in self.people.posts:
            if stated.post:
                self.parsed.append((stated, stated.post))
                continue
            words = join_lines(stated.lines, self.bodies.known)
            for text in _several(words):
                post = parse_post(text, self.bodies.known, country=stated.country)
                post = within(post, stated.body, self.bodies.known) if stated.body else post
                if post.body and not self._listed_body(post.body) and self._cut_off(stated, words):
                    post = Post(text, (), None, post.country)
                if post.body and not post.units and fold(post.body) in self.units and not self._listed_body(post.body):
                    post = replace(post, body=self.units[fold(post.body)], units=(post.body,))
                self.parsed.append((stated, post))
        self._join_acronyms()
        self.parsed += self.parsed_team
        for stated, post in self.parsed:
            span = self.document.span(stated.start, stated.end, BASIS[stated.where])
            if post.body:
                self._enter_body(replace(post, country=stated.seat(post)), span)

    def _cut_off(self, stated: StatedPost, words: str) -> bool:
        """Say whether a printed post is the first half of one that stands in full elsewhere."""
        mine = fold(words)
        return any(
            other.person is stated.person
            and fold(" ".join(other.lines)).startswith(mine + " ")
            and " and " in " ".join(other.lines)[len(words) - 2 :]
            for other in self.people.posts
        )

    def _listed_body(self, name: str) -> bool:
        return name in reference.body_forms()

    def _enter_body(self, post: Post, span: Span) -> None:
        outer = self.bodies.named(
            post.body or "", country=post.country, span=span, type=_type_by_position(post), acronym=post.acronym
        )
        self.bodies.learn(post.body or "")
        for unit in reversed(post.units):
            for name in unit_names(unit):
                if organisations.is_own_body(name, outer):
                    inner = self.bodies.named(name, country=post.country, span=span, type=_office_type(name, outer))
                    inner.parent = inner.parent or (outer if inner is not outer else None)
                    outer = inner

    def _join_acronyms(self) -> None:
        """One person, one position, "IWM" here and "Institute for Human Sciences" there: two forms of one body."""
        bodies: defaultdict[tuple[int, str], dict[str, None]] = defaultdict(dict)  # by who has which position there
        for stated, post in self.parsed:
            if post.body:
                bodies[id(stated.person), fold(post.position)][post.body] = None
        for found in bodies.values():
            for short in filter(organisations.is_acronym, found):
                entry = reference.body_forms().get(short)
                for full in found:
                    if " " not in full or self._listed_body(full):
                        continue
                    if entry is None or SequenceMatcher(None, fold(entry.name), fold(full)).ratio() > 0.85:
                        self.bodies.define(short, full)

    def _country(self, entry: CountryEntry, form: str, span: Span) -> None:
        _, forms, spans = self.countries.setdefault(entry.id, (entry, {}, []))
        if form:
            forms[form] = None
        spans.append(span)

    # ------------------------------------------------------------ doubts

    def _doubts(self) -> None:
        self.notes += ((said, None, None) for said in self.document.doubts)
        for one, two in self.people.doubtful():
            self.notes.append(
                (
                    f"{one.name} and {two.name}: two spellings of one person?",
                    one.id,
                    two.spans[0] if two.spans else None,
                )
            )
        for session in self.sessions:
            self.notes += self._misprinted(session)
        for start, end, told in self.days if self.sessions else ():
            if not told:
                said = f"“{self.flat[start:end].strip(' #*|')}” is no day of the calendar, or may be two: what is below it has no date."
                self.notes.append((said, None, self.document.span(start, end, "listed")))
        for page in front_matters(self.document.text):
            for value in page.broken:
                said = f"The front matter is broken: “{value.text}” has a mark that is not closed; the rest is read as it stands."
                self.notes.append((said, None, self.document.span(value.start, value.end, "listed")))
            self.notes += self._contradicted(page)
        if not self.sessions:
            self.notes.append(("No session was found: the text has no programme and no stage block.", None, None))

    def _contradicted(self, page: FrontMatter) -> Iterator[tuple[str, str | None, Span | None]]:
        """Note a page that heads itself as another conference than its front matter says."""
        told = map(page.get, ("title", "series", "conference", "event", "forum"))
        named = next((each for value in told for each in dated_events(value, 0)), None)
        if not named or f"{named[0]} {named[1]}" in self.shown[page.end : page.stop]:
            return
        for name, year, start, end in dated_events(self.shown[: page.stop], page.end):
            if named_apart(named[0], name) or year != named[1]:
                said = f"The front matter names {named[0]} {named[1]}, the text below {name} {year}: see that it is kept as the right one (--edition)."
                yield said, None, self.document.span(start, end, "narrative")
                return

    def _misprinted(self, session: sessions.Draft) -> Iterator[tuple[str, str | None, Span | None]]:
        """Note the times of a programme's item that no day has, which are left out."""
        block = next((each for each in self.document.blocks if each.start == session.start), None)
        if block and block.kind == "agenda":
            line = unbulleted(self.shown[block.start : block.end].lstrip("| \f\r\n"))
            if printed := misprint(line):
                at = self.shown.find(printed, block.start)
                said = f"{printed} cannot be the time of “{session.title or session.format}”: what is impossible is left out."
                yield said, session.id or None, self.document.span(at, at + len(printed), "listed")


def _distinct(*parts: Part | None) -> Iterator[Part]:
    seen: list[Part] = []
    for part in parts:
        if part and part not in seen:
            seen.append(part)
            yield part


def unit_names(unit: str) -> Iterator[str]:
    """Yield the units that one printed unit holds, from the outside in."""
    for part in reversed(re.split(r"(?<=[a-z]),\s+(?=(?:Office|Bureau|Department|Directorate)\b)", unit)):
        part = re.sub(r"(?<=\w)\s+\([A-Z][\w &/-]{1,12}\)$", "", part)  # an acronym is no part of the name
        owned = re.match(r"[A-Z]{2,}\s+(?P<own>.+)$", part)
        yield owned["own"] if owned and owned["own"] in reference.body_forms() else part


def _several(words: str) -> Iterator[str]:
    """Yield the posts of a text that prints two: "Chair of the Board and partner of the Group"."""
    match = re.match(
        r"(?P<one>.{3,}?\b(?:of|at)\s.+?)\s+and\s+(?P<two>(?:a\s+)?(?:partner|member|co-founder|founder|chair|fellow|director|adviser|advisor|president)\s+(?:of|at)\s.+)$",
        words,
    )
    if match:
        yield match["one"]
        yield match["two"]
    else:
        yield words


def _type_by_position(post: Post) -> str | None:
    """A body that nothing is known of but its partners and vice-presidents is a company."""
    known = organisations.type_of(post.body or "")
    if known != "other":
        return None
    if fold(post.body or "").split()[-1:] and fold(post.body or "").split()[-1] in reference.body_nouns():
        return None
    business = r"\b(?:Partner|Vice-President|Managing Director|Chief Executive|CEO|Operations Director|Human Resources|Sales|Account|Editor|Reporter|Correspondent|Journalist|Publisher|Broadcaster)\b"
    return "company" if re.search(business, post.position) else None


def _office_type(name: str, outer: organisations.Draft) -> str | None:
    """An office is of the type of the body it is a part of; an office or bureau of a ministry is government."""
    if outer.type == "ministry" and not name.endswith(("Department", "Directorate", "Division")):
        return "government"
    return outer.type


def wording_id(*parts: str | None) -> str:
    """Return a short digest of a wording, for the id of a row that is known by its wording."""
    return f"{slug(parts[0] or 'post', longest=40)}-{digest('|'.join(part or '' for part in parts))[:8]}"
