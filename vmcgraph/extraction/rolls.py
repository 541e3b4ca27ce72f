"""Lists of attendees: tables by the heads of their columns in whatever order, lines, and the headings above that say whose people they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from vmcgraph import reference
from vmcgraph.document import Block, Document, Part
from vmcgraph.extraction.bodynames import Known, body_like, contains_post, is_unit, starts_with_post
from vmcgraph.extraction.entries import Entry, cards, entries_of, entry_at
from vmcgraph.extraction.organisations import is_acronym, type_of
from vmcgraph.extraction.standing import ABSENT
from vmcgraph.frontmatter import FIELDS
from vmcgraph.names import Name, honorifics_at, is_form_of_address, is_name
from vmcgraph.programme import BULLET, LONGEST_HEADING, outline
from vmcgraph.reference import CountryEntry
from vmcgraph.speakers import are_names
from vmcgraph.spelling import fold

_COLUMNS = {
    **FIELDS,
    **dict.fromkeys(
        ("name and title", "name and position", "name and function", "participants", "names", "nom"), "name"
    ),
    **dict.fromkeys(("function title", "title position", "position title", "role position"), "position"),
    **dict.fromkeys(
        ("agency", "ministry", "entity", "body", "organisation institution", "institution organisation"), "organisation"
    ),
    "first name": "first",
    "given name": "first",
    "surname": "last",
    "last name": "last",
    "family name": "last",
    "delegation": "country",
    "state": "country",
    "country organisation": "country",
    "country institution": "country",
}
_Cell = tuple[int, int]
#: What lists mark people with: the head of a delegation, a footnote.
_MARKS = re.compile(
    r"[(*¹²³†‡](?:(?<=\()(?:HoD|HOD|Head of (?:the )?Delegation|Head|[Aa]lternate|[Ss]ubstitute|[Rr]eplacement|Adviser|Advisor|[Oo]bserver|TBC|tbc)\)|"
    r"(?<=\w[*¹²³])[*¹²³]*|(?:(?<=[\w.)][†‡])|(?<=[\w.)]\s[†‡]))[†‡]*)"
)
#: A surname before the first names: "Roe, Jane – Director".
_WORD = r"[A-ZÀ-ÞĀ-ɏ][^\W\d_]*(?:['’-][^\W\d_]+)*\.?"
_TURNED = re.compile(
    rf"(?P<last>(?:(?:van|von|de|der|den|di|da|al|el|bin)\s+)*{_WORD}(?:\s{_WORD}){{0,2}}),\s+(?P<given>{_WORD}(?:\s{_WORD}){{0,2}})"
    r"(?=\s*(?:$|[–—|(:;,]|-\s))"
)
#: Between the columns of a list that is set with tabs or blanks.
_GAP = re.compile(r"(?<![.,;:|\s])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?:[ ]*\t[ \t]*|[ \u00a0]{3,})(?=[^\W\d_])")
_OFFICES = r"(?:(?:Acting|Co|First|Second|Deputy|Vice)[ -])*(?:Chair(?:person|man|woman)?|President|Rapporteur|Convenor|Convener|Moderator|Secretary|Clerk)"
#: The office of a meeting, on a line of its own above who has it.
_OFFICE = re.compile(
    rf"(?P<office>{_OFFICES})(?P<many>s?):?",
    re.IGNORECASE,
)
#: The same in brackets behind who has it: "Ms Jane Roe (Vice-Chair, Malta)".
_OFFICE_BEHIND = re.compile(rf"\s*\((?:[^(),;]+[,;]\s*)?(?P<office>{_OFFICES})\s*[),;]", re.IGNORECASE)
_COMMA = re.compile(r",(?=[^\W\d_])")
#: Before people on one line: "Members: Mr Roe (Malta), Ms Lima (Peru)".
_LABELLED = re.compile(r"(?P<label>[A-ZÀ-Þ][^\W\d_]*(?:[ /-][^\W\d_]+){0,4})\s*:\s+(?=\S)")
#: The next of such lines.
_NEXT_LABEL = re.compile(rf"^[ \t#]*(?:{_LABELLED.pattern})", re.MULTILINE)
#: Before those who did not come.
_APOLOGIES = (
    r"(?i:Apolog\w+(?: (?:for|of) absence)?(?: received)?(?: from)?|Regrets(?: from)?|Excused|No[- ]shows?|Declined|Withdrawn|Cancel+ed|"
    r"(?:(?:Members|Those|Registered,? (?:but|and)|Invited,? but|Confirmed,? but) )?(?:Absent(?: with (?:apologies|regrets))?|Unable to (?:attend|come)|Not (?:attending|present)|Did not attend|Could not attend))"
)
_AWAY = re.compile(_APOLOGIES)
#: The same where no heading says that a list of those present follows.
_PRESENT = re.compile(
    rf"^[ \t#]*(?P<label>(?:(?:Members|Also|Others?|Those|Staff|MEMBERS|ALSO|OTHERS?) )?(?:[Pp]resent|PRESENT|[Aa]ttending|ATTENDING|[Ii]n [Aa]ttendance|IN ATTENDANCE)|"
    rf"(?P<away>{_APOLOGIES})|"
    rf"(?P<sort>(?i:(?:Invited )?(?:Witness(?:es)?|Experts|Guests|Observers|Attendees|Participants|Members|Secretariat)))|(?P<office>(?i:{_OFFICES})))\s*:\s+(?=\S)",
    re.MULTILINE,
)
#: A break inside a cell of a table.
_BREAK = re.compile(r"\s*(?:<br ?/?>|\x1f|\r?\n)\s*")
#: A body or country in a column of its own before the first of its people: "IOM          Ms Jane Roe, Officer".
_BEFORE_PERSON = re.compile(
    r"(?P<body>[A-ZÀ-ÞĀ-ɏ][^\n|;:]{1,60}?),? {3,}(?=(?:Mr|Ms|Mrs|Mx|Dr|Prof|H\.\s?E|Hon|Amb)\b\.?\s)"
)
#: What stands in brackets beside the name above a delegation: "Malta (Chair)".
_BESIDE = re.compile(r"\s*\([^()]*\)\s*$")
_TRANSLATED = re.compile(r"\s+[/|–—-]\s+")
_FROM = re.compile(r"(?:Delegation|Government|Representatives?)\s+(?:of|from)\s+(?:the\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Home:
    """Whose people a list names: those of a country, of a body; with the place that says so."""

    country: CountryEntry | None = None
    body: str = ""
    start: int = 0
    end: int = 0
    away: bool = False  # they sent apologies
    beside: bool = False  # its people stand on its own line


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody of a list, with the country that the list states, and the body of the heading above."""

    entry: Entry
    country: CountryEntry | None
    body: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a list, without its bullet, or what stands in one before a gap: whose people stand behind it."""

    start: int
    end: int
    block: Block
    bulleted: bool
    heads: bool = False


class Roll:
    """A list of attendees; or the tables of a text without one.

    Args:
        document: the report.
        shown: its plain text.
        part: the list, or None for all that stands in none.
        known: says whether a text is a form of a known body.
    """

    def __init__(self, document: Document, shown: str, part: Part | None, known: Known) -> None:
        self._document, self._part, self._known = document, part, known
        self._shown = _MARKS.sub(lambda match: " " * len(match[0]), _in_columns(document.text, shown, part))
        lists = [other for other in document.parts if other.kind == "speakers"]
        self._blocks = [
            block
            for block in document.blocks
            if (part.body <= block.start < part.end if part else not any(_holds(other, block) for other in lists))
        ]

    def attendees(self) -> Iterator[Attendee]:
        """Yield the people of the list in the order of the text, each with the country and the body above."""
        found = list(self._table_rows())
        if self._part:
            taken = [(row.entry.start, row.entry.end) for row in found]
            listed = (
                _in_office(self._shown, each, each.end) for each in cards(self._document, self._shown, self._part)
            )
            entries = [*self._line_entries(), *listed]
            for entry in entries:
                if not any(start <= entry.name.start < end for start, end in taken):
                    taken.append((entry.start, max(entry.end, entry.name.end)))
                    found.append(Attendee(entry, None))
        for row in sorted(found, key=lambda row: row.entry.start):
            home = self._home_of(row.entry.start)
            entry = replace(row.entry, status=ABSENT) if home.away else row.entry
            yield replace(row, entry=entry, country=row.country or home.country, body=home.body)

    # ------------------------------------------------------------ headings

    @cached_property
    def homes(self) -> list[Home]:
        """Whose people stand behind each heading of the list, in order; a heading of a group stands for nobody's."""
        found: list[Home] = []
        above: list[tuple[int, Home]] = []
        for line in self._lines if self._part else ():
            words = self._shown[line.start : line.end]
            level = len(words) - len(words.lstrip("#"))
            home = self._home_at(line)
            if home is None and above and above[-1][1].beside and _LABELLED.match(words):
                home = Home(start=line.start, end=line.end, beside=True)  # "Malta and Ghana: Ms Roe"
            if home is None:
                continue
            above = [(other, kept) for other, kept in above if _stays(other, kept, level, home, self._known)]
            above.append((level, home))
            country = next((kept for _, kept in reversed(above) if kept.country), Home()).country
            body = next((kept.body for _, kept in reversed(above) if kept.body), "")
            found.append(replace(home, country=country, body=body))
        return found

    def _home_at(self, line: _Line) -> Home | None:
        """Return whose people a line says that follow: below it, or behind its label, "Finland: Ms Roe"; None for other lines."""
        label = _LABELLED.match(self._shown, line.start, line.end)
        if label and (_is_nobodys(label["label"]) or self._sends(label["label"])):
            return replace(_home(label["label"], line.start, self._known), beside=True)
        words = self._shown[line.start : line.end].lstrip("# ")
        return _home(words, line.end - len(words), self._known) if self._may_head(line) else None

    def _may_head(self, line: _Line) -> bool:
        """Say whether a line may tell whose people follow: a heading, a country or body on a line of its own that names nobody."""
        words = self._shown[line.start : line.end].strip("# ")
        if line.heads:
            return True
        if line.bulleted or "|" in words or ";" in words or len(words) > LONGEST_HEADING or self._entry(line):
            return False
        opens = line.start == _first(self._shown, line.block)
        if (line.block.kind == "heading" and (self._shown[line.start] == "#" or opens)) or (opens and words.isupper()):
            return True
        alone = line.block.kind not in ("card", "name") and not words.endswith(".")
        if alone and _is_nobodys(words):
            return True
        return alone and bool(reference.country_named(_BESIDE.sub("", words)) or self._known(_BESIDE.sub("", words)))

    def _sends(self, label: str) -> bool:
        """Say whether a label is the country or body whose people follow it: "Finland", "Harbour Agency"."""
        if reference.country_named(label):
            return True
        return " " in label and body_like(label, self._known) and not starts_with_post(label)

    def _home_of(self, at: int) -> Home:
        index = bisect_right(self.homes, at, key=lambda home: home.start) - 1
        return self.homes[index] if index >= 0 else Home()

    # ------------------------------------------------------------ lines

    @cached_property
    def _lines(self) -> list[_Line]:
        found = []
        for block in self._blocks:
            for match in re.compile(r"[^\r\n]*\S").finditer(self._shown, block.start, block.end):
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                bullet = BULLET.match(self._shown, start, match.end())
                if gap := _BEFORE_PERSON.match(self._shown, start, match.end()):
                    found.append(_Line(start, gap.end("body"), block, False, heads=True))
                    start = gap.end()
                found.append(_Line(bullet.end() if bullet else start, match.end(), block, bullet is not None))
        return found

    def _line_entries(self) -> Iterator[Entry]:
        """Yield who is named by a line of its own, several by semicolons; a short line below goes on with the post."""
        last: tuple[Block, Entry] | None = None
        heads = {home.start for home in self.homes}
        office: re.Match[str] | None = None  # whose holder, or holders, the next lines name
        above = 0  # where it stands
        for line in self._lines:
            words = self._shown[line.start : line.end]
            found = self._entry(line)
            title = _OFFICE.fullmatch(words.strip("# "))
            title = title if not (last and last[0] is line.block and not last[1].lines) else None
            if last and (found or title or last[0] is not line.block or line.start in heads):
                yield last[1]
                last = None
            if found and office:
                found = replace(found, lines=(office["office"], *found.lines), start=above)
                office = office if office["many"] else None
            elif not found:
                office, above = title, line.start
            if title or (members := _labelled(self._shown, line.start, line.end)):
                yield from () if title else members
            elif found and ";" in words:
                yield from self._several(line)
            elif found:
                last = line.block, found
            elif last and not words.endswith(".") and "|" not in words:
                last = line.block, replace(last[1], lines=(*last[1].lines, words), end=line.end)
        if last:
            yield last[1]

    def _several(self, line: _Line) -> Iterator[Entry]:
        for piece in re.compile(r"[^;]+").finditer(self._shown, line.start, line.end):
            if entry := entry_at(self._shown, piece.start(), piece.end(), "", "list"):
                yield entry

    def _entry(self, line: _Line) -> Entry | None:
        """Read a line that surely names somebody: the surname first, a title, capitals, or a post behind the name.

        Bullets, bars and cards are read elsewhere, which takes any name for one.
        """
        if line.block.kind in ("card", "name") or self._shown[line.start] == "#" or self._is_prose(line.block):
            return None
        if turned := _turned(self._shown, line.start, line.end):
            return turned
        entry = entry_at(self._shown, line.start, line.end, "", "list")
        if entry is None or (line.bulleted and line.block.kind in ("list", "stage")):
            return None
        loud = any(word.isupper() and len(word) > 2 for word in entry.name.text.split())
        titled = entry.name.honorific and is_form_of_address(self._shown, line.start)
        posted = bool(entry.lines) and starts_with_post(entry.lines[0])
        behind = entry.lines or entry.name.end == line.end
        sure = line.bulleted or titled or posted or (loud and behind and not entry.name.text.isupper())
        return _in_office(self._shown, entry, line.end) if sure else None

    def _is_prose(self, block: Block) -> bool:
        """Say whether a block tells of people in sentences."""
        words = self._shown[block.start : block.end].rstrip()
        return block.kind == "paragraph" and words.endswith((".", "!", "?")) and "\n" not in words

    # ------------------------------------------------------------ tables

    def _table_rows(self) -> Iterator[Attendee]:
        """Yield the rows of each table whose head names a column for names and another for posts, bodies or countries."""
        heads: list[str] = []
        for block in self._blocks:
            if block.kind not in ("list", "stage", "heading", "paragraph"):
                heads = []
            lines = re.compile(r"[^\r\n]*\|[^\r\n]*").finditer(self._shown, block.start, block.end)
            for line in lines if self._shown.find("|", block.start, block.end) >= 0 else ():
                cells = list(_cells(self._shown, *line.span()))
                found = [_column(self._shown[start:end]) for start, end in cells]
                if len(set(found) - {""}) > 1 and {"name", "last"} & set(found):
                    heads = found
                elif heads and len(cells) > 1:
                    yield from _row(self._shown, dict(zip(heads, cells, strict=False)), self._known)


def _in_columns(text: str, shown: str, part: Part | None) -> str:
    """Return the plain text with a comma wherever columns of a list part, which tabs or blanks set."""
    if part is None:
        return shown
    pieces, at = [], 0
    for gap in _GAP.finditer(text, part.body, part.end):
        pieces.append(shown[at : gap.start()] + ",".ljust(len(gap[0])))
        at = gap.end()
    return "".join((*pieces, shown[at:]))


def _labelled(shown: str, start: int, end: int) -> list[Entry]:
    """Return whom a line names behind its label: several, or one whose label is no post."""
    label = _LABELLED.match(shown, start, end)
    found = list(entries_of(shown, label.end(), end, "", "list")) if label else []
    sure = [_in_office(shown, entry, end) for entry in found if entry.name.honorific or entry.lines]
    return sure if label and (len(sure) > 1 or not starts_with_post(label["label"])) else []


def _in_office(shown: str, entry: Entry, end: int) -> Entry:
    """Return who is listed with the office of the meeting that stands in brackets behind the name, and commas as they are set."""
    lines = tuple(_COMMA.sub(", ", words) for words in entry.lines)
    held = _OFFICE_BEHIND.match(shown, entry.name.end, end)
    if held and not any(held["office"] in words for words in lines):
        return replace(entry, lines=(held["office"], *lines), end=max(entry.end, held.end()))
    return replace(entry, lines=lines)


def present(document: Document, shown: str) -> Iterator[Entry]:
    """Yield who was at a meeting, or sent apologies, by a line that says so: "Present: Ms Jane Roe (Malta), Mr Bo Lind".

    Args:
        document: the report.
        shown: its plain text.
    """
    for block in document.blocks:
        if block.kind not in ("heading", "paragraph", "stage", "list", "name"):
            continue
        for label in _PRESENT.finditer(shown, block.start, block.end):
            following = _PRESENT if "\n" in label[0] else _NEXT_LABEL  # "Malta: Ms Roe" below "Present:"
            below = following.search(shown, label.end(), block.end)
            end = below.start() if below else block.start + len(shown[block.start : block.end].rstrip())
            listed = not label["sort"] or are_names(shown[label.end() : end].rstrip(" .").split(","))
            for entry in entries_of(shown, label.end(), end, "", "list"):
                if entry.name.honorific or entry.lines or (" " in entry.name.text and listed):
                    lines = (label["office"], *entry.lines)
                    held = replace(entry, lines=lines, start=label.start("office")) if label["office"] else entry
                    held = replace(held, status=ABSENT) if label["away"] else held
                    yield _in_office(shown, held, end)


def _holds(part: Part, block: Block) -> bool:
    return part.start <= block.start < part.end


def _first(shown: str, block: Block) -> int:
    words = shown[block.start : block.end]
    return block.start + len(words) - len(words.lstrip())


def _turned(shown: str, start: int, end: int) -> Entry | None:
    """Read an entry with the surname first: "Prof. Roe, Jane – Director, Harbour Institute"."""
    honorific, first = honorifics_at(shown, start)
    match = _TURNED.match(shown, first, end)
    given = match["given"] if match else ""
    name = f"{given} {match['last']}" if match else ""
    if not match or not is_name(name) or _is_no_given_name(given):
        return None
    ends = shown[match.end() :].lstrip()[:1] == "," or " " in given
    if honorific and re.search(r"[a-z]\s[A-Z]", match["last"]) and ends:
        return None  # "Mr Bo Roe, Auditor, Ferry Institute", whose post is not known, or "Mr Bo Roe, Sea Bank"
    entry = entry_at(f"{name}{shown[match.end() : end]}", 0, len(name) + end - match.end(), "", "list")
    if entry is None:
        return None
    printed = Name(match.start(), match.end(), " ".join(match[0].split()), honorific)
    behind = match.end() + entry.end - len(name)
    return replace(entry, name=printed, start=match.start(), end=behind)


def _is_no_given_name(words: str) -> bool:
    """Say whether words behind a comma are letters behind a name, a post, a country or a body."""
    letters = words.rstrip(".") in reference.post_nominals()
    return letters or contains_post(words) or bool(reference.country_named(words)) or words in reference.body_forms()


def _stays(level: int, home: Home, new: int, below: Home, known: Known) -> bool:
    """Say whether a heading still holds below another one: a deeper one, or in plain text a body of the country."""
    if new or level:
        return level < new
    if home.beside and below.beside:
        return False
    return home.country is not None and not known(below.body) and type_of(below.body) in ("ministry", "government")


#: Labels of lists that end a delegation and are no body's.
_NO_HOMES = frozenset(
    "secretariat observers experts guests members staff speakers participants witnesses others interpreters".split()
)


def _is_nobodys(label: str) -> bool:
    """Say whether a label in a list ends a delegation and is no body's."""
    return fold(label) in _NO_HOMES or _AWAY.fullmatch(label) is not None


def _home(words: str, start: int, known: Known) -> Home:
    """Read the heading above a delegation: "Malta (Chair)", "II. European Union", "DELEGATION OF GHANA"."""
    bare = _BESIDE.sub("", words[outline(words)[1] :]).strip(" :")
    if _is_nobodys(bare):
        return Home(None, "", start, start + len(words), _AWAY.fullmatch(bare) is not None)
    for form in (bare, _TRANSLATED.split(bare)[0], _FROM.sub("", bare, count=1)):
        country = reference.country_named(form) if form in words else None
        if country:
            at = start + words.index(form)
            return Home(country, "", at, at + len(form))
    nouns = fold(re.split(r"\s+(?:of|for|on)\s+", bare)[0])
    body = known(bare) or (body_like(bare, known) and " " in bare and not nouns.endswith("s") and "," not in bare)
    return Home(None, bare if body else "", start, start + len(words))


def _column(head: str) -> str:
    """Return what a column of a table has, by its head: "Name / Nom" as well as "Name"."""
    key = fold(head)
    return _COLUMNS.get(key) or _COLUMNS.get(fold(re.split(r"[/(]", head)[0]), "")


def _cells(shown: str, start: int, end: int) -> Iterator[_Cell]:
    """Yield the cells of a row, trimmed; empty ones too, as they keep the place of the others."""
    line = shown[start:end].strip().strip("|") if "|" in shown[start:end] else ""
    base = start + shown[start:end].find(line) if line else start
    for cell in re.finditer(r"[^|]+", line):
        text = cell[0].strip()
        at = base + cell.start() + cell[0].find(text)
        yield at, at + len(text)


def _row(shown: str, columns: dict[str, _Cell], known: Known) -> Iterator[Attendee]:
    """Yield the person of a row, if its column for names holds one."""
    whole = columns.get("name")
    entry = _named_cell(shown, *whole) if whole else None
    if "first" in columns and "last" in columns:
        start, end = columns["first"][0], columns["last"][1]
        text = " ".join(shown[slice(*columns[key])] for key in ("first", "last"))
        entry = Entry(Name(start, end, text), (), start, end, "", False) if text.strip(" -:") else None
    if entry is None:
        return
    keys = [key for key in ("position", "organisation") if key in columns]
    stated = [*entry.lines, *(_cell_text(shown[slice(*columns[key])], known) for key in keys)]
    home = shown[slice(*columns["country"])] if "country" in columns else ""
    country = reference.country_named(home)
    if home and country is None:  # the column has the delegations, and bodies send some too
        stated.append(home)
    words = ", ".join(" ".join(text.split()) for text in stated if text)
    first, last = min(start for start, _ in columns.values()), max(end for _, end in columns.values())
    yield Attendee(replace(entry, lines=(words,) if words else (), start=first, end=last), country)


def _named_cell(shown: str, start: int, end: int) -> Entry | None:
    """Read the cell of a name, behind which the title may stand, on a line of its own or behind a comma."""
    broken = _BREAK.search(shown, start, end)
    stop = broken.start() if broken else end
    entry = _turned(shown, start, stop) or entry_at(shown, start, stop, "", "list")
    more = (_BREAK.sub(", ", shown[broken.end() : end]),) if broken else ()
    return replace(entry, lines=(*entry.lines, *more)) if entry else None


def _cell_text(text: str, known: Known) -> str:
    """Return the words of a cell with commas between its lines, and a body that stands before its unit behind it: "UNHCR, Regional Office"."""
    words = _BREAK.sub(", ", text)
    body, comma, unit = words.partition(", ")
    if comma and reference.country_of_city(unit) and (known(body) or is_acronym(body)):
        return body  # "UNHCR, Geneva"
    outer = known(body) or (is_acronym(body) and type_of(body) == "other")
    turned = comma and outer and "," not in unit and is_unit(unit, known) and not is_unit(body, known)
    return f"{unit}, {body}" if turned else words
