"""What a report says of the conference itself: series, edition, dates, venues, organiser, member states, supporters, teams."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from vmcgraph import reference
from vmcgraph.captionmarks import PICTURE_AGENCY, PRESS_CREDIT
from vmcgraph.document import Document, Part, Span
from vmcgraph.extraction.days import Date
from vmcgraph.extraction.eventname import EVENTS, find_event_name, held_by, is_sitting, main_title, one_of
from vmcgraph.extraction.instrumentnames import spelled
from vmcgraph.extraction.phrases import PhraseFinder, Text, matches_near
from vmcgraph.names import Name, is_name, name_at
from vmcgraph.programme import MONTHS, ORDINALS
from vmcgraph.reference import CountryEntry
from vmcgraph.spelling import fold, slug

_SMALL = frozenset({"ON", "OF", "THE", "AND", "FOR"})
_VENUE = re.compile(
    r"\b(?:took place|(?<!be )(?<!is )(?<!are )(?:was held|held|convened|gathered|met|hosted))\s+(?:(?!(?:up|there|back|that|by|responsible)\b)\w+\s+){0,3}?(?:at|in)\s+(?:the\s+)?"
    r"(?P<venue>[A-ZÀ-ÞĀ-ɏ][\w'-]*(?:\s+(?:of|de|am|an der|im)?\s*[A-ZÀ-ÞĀ-ɏ][\w'-]*){0,4})"
)
#: A sentence about another meeting than the one that a text is about.
_OTHER_MEETING = re.compile(
    r"\b(?:next|previous|preceding|earlier|follow-up|future|coming|last)\s+(?:\S+\s+){0,4}?(?:edition|meeting|conference|forum|summit|session|round|one|year)\b[^.!?]*\Z",
    re.IGNORECASE,
)
#: What goes on behind a place makes it the name of a meeting: "at the Baltic Youth and Migration Summit".
_MEETING_BEHIND = re.compile(rf"(?:\s+(?:and|of|for|on|&))?(?:\s+[A-ZÀ-ÞĀ-ɏ][\w'-]*){{0,4}}\s+(?:{EVENTS})\b")
_SUPPORT = re.compile(
    r"(?:made possible|organised|held)\s+(?:\w+\s+){0,3}?(?:by|with|thanks to)\s+the\s+(?:kind\s+|generous\s+)?(?:financial\s+)?support\s+of\b\s*:?",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"(?:publication|editorial|project|production|writing) team|authors?|(?:chief |copy ?)?(?:writers?|editors?)(?:\s?/\s?copy ?editors?)?|"
    r"copy ?editing|rapporteurs?|contributors?|summary|transcript(?:ion)?|minutes|edited by|written by|compiled by|photos?(?: credits?)?|photography|photographers?|illustrations?|cover|layout(?: and design)?|"
    r"(?:graphic )?design(?: and layout)?|print(?:ing|ed by)?|production(?: coordination)?|translations?|proofreading|published by|publisher|contact|(?:(?:conference|event|project|overall|editorial) )?coordination",
    re.IGNORECASE,
)
_FIRMS = re.compile(r"layout|design|print|production|publish|cover", re.IGNORECASE)
_PHOTO = re.compile(
    r"©\s*([^|©\n)]{2,60})|(?:\b(?:Photo|Picture|Image|Foto|PHOTO)|(?<=\()(?:photo|picture))(?:graph)?s?(?: credits?)?(?::| by)\s+([^|©\n.;)]{2,60})"
)
_PICTURE = re.compile(r"©|[Pp]hoto|PHOTO|[Pp]icture|Image|Foto")
#: Who has an event: "the Quay Institute's annual flagship event".
_WHOSE_EVENT = re.compile(
    r"(?P<body>[A-ZÀ-ÞĀ-ɏ][\w-]*(?:\s+[A-ZÀ-ÞĀ-ɏ][\w-]*){0,6})'s?\s+(?:annual\s+)?(?:flagship\s+)?(?:annual\s+)?(?:event|conference|forum)\b"
)
#: What stands before a credit that does not open its line.
_BEFORE_CREDIT = re.compile(r"[.;)(|][ \t]*$")


@dataclass(slots=True)
class Conference:
    """The edition that a report is about, as far as it says.

    `names` are other names of it, `numbered` those of single meetings: "Ninth Review Forum", "Third Summit of the Harbour Forum",
    `forms` what else the text calls the one that it is about: "HF-9", "Quays without cranes: who unloads?".
    """

    series: str = ""
    short: str = ""
    year: str = ""
    number: int | None = None
    dates: tuple[str, ...] = ()
    venue: str = ""
    organiser: str = ""
    organiser_span: Span | None = None
    names: dict[str, None] = field(default_factory=dict)
    numbered: dict[str, None] = field(default_factory=dict)
    forms: tuple[str, ...] = ()
    spans: list[Span] = field(default_factory=list)
    series_spans: list[Span] = field(default_factory=list)
    venue_spans: list[Span] = field(default_factory=list)

    @property
    def slug(self) -> str:
        """The printed short form, else initials, and the year: "vmc2024"; "" where the text names no conference."""
        short = self.short or self.initials
        return slug(short).replace("-", "") + self.year if short else ""

    @property
    def initials(self) -> str:
        """The first letters of the series' capitalised words: "VMC"; of a name in capitals, without its small words."""
        return "".join(word[0] for word in re.findall(r"[A-ZÀ-ÞĀ-ɏ][\w-]*", self.series) if word not in _SMALL)

    @property
    def name(self) -> str:
        return f"{self.series} {self.year}".strip()


@dataclass(frozen=True, slots=True)
class Credit:
    """A person or firm of an imprint or team page, with the task as printed."""

    name: Name | None
    firm: str
    task: str
    start: int
    end: int
    basis: str
    label: Span | None = None


def find_conference(document: Document, shown: str, flat: Text, dates: Sequence[Date], language: str) -> Conference:
    """Return what a report says of its conference; what it does not say stays empty.

    Args:
        document: the report.
        shown: its plain text.
        flat: the same, line ends as blanks.
        dates: those that it prints.
        language: of the report.
    """
    made = Conference()
    front = _front_matter(shown)
    told = next((front[key] for key in ("series", "conference", "event", "forum") if front.get(key)), "")
    made.series = re.sub(r"\s+(?:19|20)\d\d$", "", told)
    if not made.series and front.get("title") and (front.get("type") == "event" or "event_type" in front):
        made.series, made.forms = main_title(front["title"])
    if not made.series:
        made.series, made.forms = find_event_name(shown, flat, language)
    if not made.series:
        return made
    _named(made, document, flat, dates)
    _short_form(made, flat)
    _dates(made, document, dates)
    _number(made, document, flat, front)
    _venue(made, document, flat, front)
    named = re.compile(re.escape(made.series))
    numbered = matches_near(one_of(made.series), named, flat, before=60)
    made.numbered = dict.fromkeys(" ".join(match[0].split()) for match in numbered)
    _organiser(made, document, flat, front)
    if not made.spans:
        made.spans = made.series_spans[:1]
    return made


def _named(made: Conference, document: Document, flat: Text, dates: Sequence[Date]) -> None:
    """Enter where the series is named, and the short form and year printed with it; without one, the year of most dates."""
    pattern = re.compile(
        re.escape(made.series)
        + r"(?:\s+(?P<year>20\d\d|19\d\d))?(?:\s+\((?P<short>[A-Z][A-Za-z]*?)\s?(?P<short_year>\d{4})?\))?"
    )
    years: Counter[str] = Counter()
    for match in pattern.finditer(flat):
        made.series_spans.append(document.span(match.start(), match.start() + len(made.series), "narrative"))
        year = match["year"] or match["short_year"]
        if year:
            years[year] += 1
            made.spans.append(document.span(match.start(), match.end(), "narrative"))
        if match["short"] and spelled(made.series, match["short"]) == made.series:
            made.short = made.short or match["short"]
    made.year = (
        years.most_common(1)[0][0]
        if years
        else Counter(days[0][:4] for *_, days in dates).most_common(1)[0][0]
        if dates
        else ""
    )


def _organiser(made: Conference, document: Document, flat: Text, front: dict[str, str]) -> None:
    """Enter who organises it: as the front matter says, else whose event the text or its own name calls it."""
    told = re.sub(r"\s*\([^)]*\)$", "", front.get("organiser", ""))
    organised = _WHOSE_EVENT.search(flat)
    own = next((name for name in (made.series, *made.forms) if held_by(name) and not is_sitting(name)), "")
    if organised:
        made.organiser_span = document.span(organised.start(), organised.end(), "narrative")
    elif own:
        at = _printed(own, flat)
        made.organiser_span = document.span(at, at + len(own), "narrative")
    made.organiser = told or (organised["body"] if organised else held_by(own))


def _printed(name: str, flat: str) -> int:
    """Return where a name is printed first, in whatever letters; with other letters one sort of blank is as good as another."""
    found = re.search(r"\s+".join(map(re.escape, name.split())), flat, re.IGNORECASE)
    return found.start() if found else 0


def _front_matter(shown: str) -> dict[str, str]:
    match = re.match(r"\s*---\s*\n(.*?)\n---\s*\n", shown, re.DOTALL)
    pairs = (
        (line.split(":", 1) for line in match[1].splitlines() if re.match(r"\w[\w -]*:\s*\S", line)) if match else ()
    )
    return {key.strip().lower(): value.strip().strip("\"'") for key, value in pairs}


def _short_form(made: Conference, flat: str) -> None:
    """Read "VMC2024" where nobody defines it: capitals that fit the series' initials, with its year."""
    if not made.short and made.year and re.search(rf"\b{re.escape(made.initials)}\s?{made.year}\b", flat):
        made.short = made.initials
    if made.short:
        made.names[f"{made.short}{made.year}"] = None


def _dates(made: Conference, document: Document, dates: Sequence[Date]) -> None:
    ranges = [(start, end, days) for start, end, days in dates if len(days) > 1 and days[0].startswith(made.year)]
    if ranges:
        made.dates = Counter(days for *_, days in ranges).most_common(1)[0][0]
        made.spans += [document.span(start, end, "narrative") for start, end, days in ranges if days == made.dates]


def _number(made: Conference, document: Document, flat: str, front: dict[str, str]) -> None:
    if front.get("edition", "").isdigit():
        made.number = int(front["edition"])
        start = flat.index("edition")
        made.spans.append(
            document.span(start, flat.index("  ", start) if "  " in flat[start : start + 40] else start + 10, "listed")
        )
        return
    pattern = re.compile(
        rf"\b(?P<word>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})\s+(?:annual\s+)?(?:edition\s+of\s+(?:the\s+)?(?:annual\s+)?)?(?P<what>{re.escape(made.series)}|edition\b(?!\s+of))",
        re.IGNORECASE,
    )
    found: list[tuple[int, re.Match[str]]] = []
    series = "|".join(map(re.escape, (made.series, made.series.upper())))
    named = re.compile(rf"{series}|[Ee]dition|EDITION")
    for match in matches_near(pattern, named, flat, before=80, after=10):
        word = match["word"].lower()
        number = ORDINALS.get(word) or int("".join(filter(str.isdigit, word)) or 0)
        found.append((number, match))
    sure = [item for item in found if not item[1]["what"].lower().startswith("edition")] or found
    if sure:
        made.number = Counter(number for number, _ in sure).most_common(1)[0][0]
        made.spans += [
            document.span(match.start(), match.end(), "narrative") for number, match in sure if number == made.number
        ]


def _venue(made: Conference, document: Document, flat: str, front: dict[str, str]) -> None:
    if front.get("venue"):
        made.venue = front["venue"].split(",")[0]
        at = flat.index(made.venue)
        made.venue_spans.append(document.span(at, at + len(made.venue), "listed"))
        return
    found: Counter[str] = Counter()
    for match in _VENUE.finditer(flat):
        if made.series not in match["venue"] and _is_venue(match, flat):
            found[match["venue"]] += 1
    if found:
        made.venue = found.most_common(1)[0][0]
        made.venue_spans = [
            document.span(match.start(), match.end(), "narrative")
            for match in re.finditer(rf"\b{re.escape(made.venue)}\b", flat)
        ]


def _is_venue(match: re.Match[str], flat: str) -> bool:
    """Say whether words are the place of a meeting: no country, body, month, other meeting, and nobody's town."""
    words = match["venue"]
    other = _OTHER_MEETING.search(flat, max(0, match.start() - 150), match.start())
    known = reference.country_named(words) or words in reference.body_forms() or words.lower() in MONTHS
    named = re.search(rf"\b(?:{EVENTS})$", words) or _MEETING_BEHIND.match(flat, match.end())
    return not (other or known or named or words.endswith("'s") or flat.startswith("'", match.end()))


# ---------------------------------------------------------------- organiser


def find_members(document: Document, shown: str) -> Iterator[tuple[str, CountryEntry, Span]]:
    """Yield body, country and place of each member state that a list under "… Member States" names."""
    for part in document.parts:
        if part.kind != "members":
            continue
        body = re.sub(r"\s*\bmembers?\b.*$", "", part.title, flags=re.IGNORECASE).strip()
        for match in re.finditer(r"[^\r\n,;]+", shown[part.body : part.end]):
            words = match[0].strip(" -•*\t")
            country = reference.country_named(words) if words else None
            if country and body:
                start = part.body + match.start() + match[0].index(words)
                yield body, country, document.span(start, start + len(words), "imprint")


def find_venues(document: Document, shown: str) -> Iterator[tuple[tuple[int, ...], tuple[str, ...], str, bool, Span]]:
    """Yield years, houses, city and "online" of each row of a list of venues."""
    row = re.compile(
        r"(?P<first>20\d\d|19\d\d)(?:\s*[–-]\s*(?P<last>20\d\d))?\s*[|:–-]?\s*\|?\s*(?P<place>[^|\r\n]{4,150})"
    )
    for part in document.parts:
        if part.kind == "venues":
            for match in row.finditer(shown, part.body, part.end):
                years = tuple(range(int(match["first"]), int(match["last"] or match["first"]) + 1))
                place = match["place"].strip(" .|")
                start = match.start("place") + match["place"].index(place)
                yield years, *houses(place), document.span(match.start(), start + len(place), "listed")


def houses(place: str) -> tuple[tuple[str, ...], str, bool]:
    """Take the place of a venue apart: its houses, the city, whether it was held online.

    Example:
        >>> houses("Old Mill and Boat Hall, Vienna"), houses("Online, broadcast from Quay studios, Vienna")
        ((('Old Mill', 'Boat Hall'), 'Vienna', False), (('Quay studios',), 'Vienna', True))
        >>> houses("Old Mill and online, livestreamed from Vienna")
        (('Old Mill',), 'Vienna', True)
    """
    online = re.search(r"\bonline\b", place, re.IGNORECASE) is not None
    rest = re.sub(r"^(?i:online)\b,?\s*|\s+and (?i:online)\b.*?(?=,\s[A-Z]|$)", "", place)
    rest = re.sub(r"^(?:broadcast(?:ed)?|live-?streamed|streamed)\s+from\s+", "", rest)
    away = re.search(r"\b(?:broadcast(?:ed)?|live-?streamed|streamed)\s+from\s+(?P<city>[A-Z]\w+)$", place)
    city = re.search(r",\s+(?P<city>[A-Z]\w+)$", rest)
    town = city["city"] if city else away["city"] if away else ""
    rest = rest[: city.start()] if city else rest
    halves = rest.rsplit(" and ", 1)
    two = len(halves) == 2 and all(len(half.split()) > 1 and half[0].isupper() for half in halves)
    return tuple(halves) if two else (rest,) if rest else (), town, online


def find_supporters(document: Document, flat: Text, bodies: PhraseFinder) -> Iterator[tuple[str, bool, Span]]:
    """Yield bodies that are thanked for their support by name, and whether it is the publication that they support.

    A list of logos leaves no names: what stands under the next heading is not taken for them.
    """
    for match in matches_near(_SUPPORT, flat.spans("support"), flat, before=120, after=20):
        stop = min([match.end() + 200, *(part.start for part in document.parts if part.start > match.start())])
        published = re.search(
            r"\b(?:publication|report|booklet|brochure)\b", flat[max(0, match.start() - 60) : match.start()]
        )
        for _, end, form in bodies.find(flat, match.end(), stop):
            yield form, published is not None, document.span(match.start(), end, "imprint")


def find_credits(document: Document, shown: str) -> Iterator[Credit]:
    """Yield the persons and firms of imprint and team pages, and photographers of credit lines."""
    for part in document.parts:
        if part.kind in ("imprint", "team"):
            yield from _labelled(document, shown, part)
    yield from _credit_lines(shown)
    for match in matches_near(_PHOTO, _PICTURE, shown, before=1, after=120):
        by_line = " by " in match[0][:20] and shown[match.start() - 1 : match.start()] == "\n"
        inside = by_line or _BEFORE_CREDIT.search(shown, max(0, match.start() - 3), match.start())
        if match[2] and not inside:
            continue  # a line of its own, read above, or a word of the text
        at = match.start(match.lastindex or 1)
        for piece in re.finditer(r"[^/]+", match[match.lastindex or 1]):
            words = piece[0].strip()
            found = name_at(shown, at + piece.start() + piece[0].index(words)) if words else None
            if found and found.end >= at + piece.start() + len(piece[0].rstrip()):
                yield Credit(found, "", "photo", found.start, found.end, "imprint")


#: A label of a credit at the start of a line or behind a full stop, and who is credited: "Rapporteurs: Jane Roe and John Doe".
_CREDIT_LINE = re.compile(
    rf"(?:^[ \t*_-]*|(?<=[.;|·] ))(?P<label>(?:cover )?(?:{_LABELS.pattern})(?:graph)?)[ *_]*:[ *_]+(?P<names>[^\n\r]+)|"
    r"^[ \t*_]*(?P<over>rapporteur'?s'? (?:notes|report|summary)|rapporteurs?)[ *_]*\r?\n(?P<below>[^\n\r]+)",
    re.MULTILINE | re.IGNORECASE,
)
_NEXT_CREDITED = re.compile(
    r"(?:,?\s+with (?:the )?(?:assistance|help|support|contributions?) (?:of|from)|\s+(?:and|&|und|e)|,)\s+(?=[^\W\d_])"
)


def _credit_lines(shown: str) -> Iterator[Credit]:
    """Yield who is credited behind a label and its colon; a studio is a firm."""
    for line in _CREDIT_LINE.finditer(shown):
        at, stop = line.span("names") if line["label"] else line.span("below")
        label = line["label"] or line["over"]
        firm = _FIRMS.search(label) is not None
        words = re.split(r"[,;|(]", shown[at:stop])[0].strip()
        if firm and _is_firm(words):
            yield Credit(None, words, label, at, at + len(words), "imprint")
            continue
        while (found := name_at(shown, at, end=stop)) and _is_photographer(found.text):
            follows = _NEXT_CREDITED.match(shown, found.end, stop)
            ends = shown[found.end : found.end + 3].lstrip(" *_")[:1]
            if follows or found.end == stop or ends in tuple("\r\n.;|(,·•/–—-"):
                yield Credit(found, "", label, found.start, found.end, "imprint")
            listed = label.endswith("s") or (follows and "with" in follows[0])
            if not follows or (follows[0][0] == "," and not listed):
                break  # behind one who is credited the body follows
            at = follows.end()


def press_credits(document: Document, shown: str) -> Iterator[Credit]:
    """Yield photographer and agency behind the captions of news pictures: "[Jane Roe/Baltic Press]"."""
    for block in document.blocks:
        match = PRESS_CREDIT.search(shown, block.start, block.end) if block.kind == "caption" else None
        for who, whose in (("one", "two"), ("two", "one")) if match else ():
            if match and _is_photographer(match[who]) and not _is_photographer(match[whose]):
                found = name_at(shown, match.start(who))
                yield Credit(found, match[whose].strip(), "photo", match.start("one"), match.end("two"), "imprint")


def _is_photographer(words: str) -> bool:
    return is_name(words) and not PICTURE_AGENCY.search(words)


def _labelled(document: Document, shown: str, part: Part) -> Iterator[Credit]:
    """Read "Layout", "Jane Roe" on lines of their own, or "Layout: Jane Roe"."""
    task, heading = "", None
    for match in re.finditer(r"[^\r\n]+", shown[part.start : part.end]):
        line = match[0].strip(" -•")
        start = part.start + match.start() + match[0].index(line) if line else 0
        label = re.match(rf"(?P<label>{_LABELS.pattern})\s*(?::\s*|$)", line, re.IGNORECASE) if line else None
        if label:
            task = label["label"]
            heading = document.span(start, start + len(task), "imprint")
            start, line = start + label.end(), line[label.end() :]
        if not line or not task:
            continue
        firm = _FIRMS.search(task) is not None
        for piece in re.finditer(r"[^,]+", line):
            words = piece[0].strip()
            at = start + piece.start() + piece[0].index(words) if words else 0
            found = name_at(shown, at, end=at + len(words)) if words else None
            if found and found.end == at + len(words) and not firm:
                yield Credit(found, "", task, found.start, found.end, "imprint", heading)
            elif firm and words and not re.search(r"\d{4}", words) and _is_firm(words):
                yield Credit(None, words, task, at, at + len(words), "imprint")


def _is_firm(words: str) -> bool:
    first, last = (fold(words).split()[at] if fold(words) else "" for at in (0, -1))
    noun = reference.body_nouns().get(last)
    return (
        bool(noun and noun.strong)
        or first in ("studio", "atelier", "agentur", "druckerei", "tipografia")
        or last
        in (
            "studio",
            "studios",
            "docs",
            "druck",
            "media",
            "press",
            "verlag",
            "printing",
            "graphics",
            "designs",
            "creative",
            "visuals",
            "print",
            "ag",
        )
    )


def find_offices(document: Document, shown: str) -> Iterator[tuple[str, str, Span]]:
    """Yield sort and place of each office that an "About …" page lists, and ("", place) for the seat.

    As in: "The Oslo-based organisation keeps a liaison office in Geneva and field offices in Accra and Lima."
    """
    offices = re.compile(
        r"\b(?P<sort>(?:(?:regional|field|liaison|country|project|head|representative)\s+)?(?:office|mission|headquarters|delegation|representation))s?\s+in\s+"
        r"(?P<list>[A-ZÀ-ÞĀ-ɏ][\w-]+(?:,\s+[A-ZÀ-ÞĀ-ɏ][\w-]+)*(?:,?\s+and\s+[A-ZÀ-ÞĀ-ɏ][\w-]+)?)"
    )
    for part in document.parts:
        if part.kind != "about":
            continue
        seat = re.compile(r"\b(?P<city>[A-ZÀ-ÞĀ-ɏ]\w+)-based\s+(?:\w+\s+){0,2}organi[sz]ation\b").search(
            shown, part.start, part.end
        )
        if seat:
            yield "", seat["city"], document.span(seat.start(), seat.end(), "imprint")
        for match in offices.finditer(shown, part.start, part.end):
            for city in re.finditer(r"\b[A-ZÀ-ÞĀ-ɏ][\w-]+", match["list"]):
                yield (
                    " ".join(match["sort"].split()),
                    city[0],
                    document.span(match.start(), match.start("list") + city.end(), "imprint"),
                )


def unnamed_parties(document: Document, flat: Text) -> Iterator[tuple[str, CountryEntry, Span]]:
    """Yield who took part without a name: "High-level representatives from Egypt, Iraq and Jordan shared …"."""
    who = "representatives officials delegates delegations ministers experts".split()
    pattern = re.compile(
        rf"(?P<who>(?:[Hh]igh-level |[Ss]enior |[Gg]overnment )?(?:{'|'.join(who)})) (?:from|of) "
        r"(?P<list>(?:the )?[A-Z][\w' -]*(?:, (?:and )?(?:the )?[A-Z][\w' -]*?)*?(?:,? and (?:the )?[A-Z][\w' -]*?)?) (?=shared|discussed|took|participated|attended|joined|presented|exchanged|outlined|met|spoke|reflected)"
    )
    for match in matches_near(pattern, flat.spans(*who), flat, before=20, after=500):
        items = re.split(r",\s+(?:and\s+)?|\s+and\s+", match["list"])
        found = _regroup(items)
        for country in found:
            yield match["who"].lower(), country, document.span(match.start(), match.end("list"), "narrative")


def _regroup(items: list[str]) -> list[CountryEntry]:
    """Join what "Bosnia and Herzegovina" was split into."""
    found: list[CountryEntry] = []
    index = 0
    while index < len(items):
        pair = " and ".join(items[index : index + 2])
        country = reference.country_named(pair) if index + 1 < len(items) else None
        step = 2 if country else 1
        country = country or reference.country_named(items[index])
        if country:
            found.append(country)
        index += step
    return found
