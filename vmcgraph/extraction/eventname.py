"""What the conference is called that a text is about: by the noun of an event, by whose meeting it is, or by the title of its programme."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from vmcgraph import reference
from vmcgraph.extraction.foreigninstruments import named_instruments
from vmcgraph.extraction.knowninstruments import known_forms
from vmcgraph.extraction.phrases import Text, matches_near
from vmcgraph.extraction.titlelines import event_over
from vmcgraph.programme import ORDINALS
from vmcgraph.spelling import fold

#: Nouns of events with which their names end.
EVENTS = (
    "Conference|Forum|Summit|Symposium|Seminar|Consultation|Dialogues?|Congress|Assembly|Colloquium|Meeting|Week|Days|Talks|Roundtables|"
    "Debate|Konferenz|Tagung|Conferenza|Convegno"
)
_EVENT_WORDS = EVENTS.lower().replace("s?", "").split("|")
_EVENT = f"{EVENTS}|{EVENTS.upper()}"  # a cover prints capitals
#: Between two words of a name: blanks, or one line end.
_GAP = r"(?:[ \t]+|[ \t]*\r?\n(?![ \t]*\r?\n)[ \t]*)"
#: An ordinal number in words or figures: "third", "forty-sixth", "21st".
_ORDINAL = (
    rf"(?:(?:(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)y[- ])?(?:{'|'.join(ORDINALS)})|\d{{1,3}}(?:st|nd|rd|th))"
)
#: Verbs of headlines, in which every word has a capital.
_HEADLINE = "Holds|Opens|Closes|Hears|Begins|Ends|Concludes|Adopts|Discusses|Debates"
_BEHIND_VERB = re.compile(rf"\b(?:{_HEADLINE})\s+$")
#: A word of a name: no article, no ordinal, not the noun of another event, and no verb of a headline.
_WORD = (
    rf"(?!(?:The|An?|OF|THE|AND|(?i:{'|'.join(ORDINALS)})|{_EVENT}|Session|{_HEADLINE})\b)"
    r"[A-ZÀ-ÞĀ-ɏ][\w'’–-]*"
)
_CAPITALS = r"[A-ZÀ-ÞĀ-ɏ][\w'’–-]*"
_LINKS = rf"(?:{_GAP}(?:and|of|the|for|on|in))"
#: A name may go on in the next line only where a small word leads on.
_TITLE = re.compile(
    rf"\b(?P<name>(?:{_WORD}{_GAP}){{1,4}}(?:{_EVENT})\b(?!\s+(?i:cent(?:re|er)|halls?|rooms?|hotel|house|bulletin|daily|news(?:letter)?)\b)(?:{_GAP}on{_LINKS}*{_GAP}{_WORD}(?:[ \t]+{_WORD}|{_LINKS}+{_GAP}{_WORD})*|"
    rf"{_GAP}ON(?!\s+STAGE\b)(?:[ \t]+[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏ-]*\b){{1,6}})?)"
    rf"(?P<whose>{_GAP}(?i:of[ \t]+the){_GAP}(?:(?:{_CAPITALS}|and|of|for|on)[ \t]+)*{_CAPITALS})?"
)
#: Words before "and" in a name, behind an article or at the beginning of a line: "the Baltic Youth and Migration Summit".
_BEFORE_AND = re.compile(
    rf"(?:^[ \t*#]*|\b(?:[Tt]he|[Tt]his|[Aa]t|[Ii]ts|[Tt]heir|(?i:{_ORDINAL}))[ \t]+)(?P<more>(?:{_WORD}[ \t]+){{1,3}}(?:and|&)[ \t]+)\Z",
    re.MULTILINE,
)
#: A line of a head that begins with the noun: "Forum on Migration 2026", "Conference of Mayors".
_NOUN_FIRST = re.compile(
    rf"^[ \t*#]*(?:[Tt]he[ \t]+)?(?P<name>(?:{EVENTS}|Workshop)[ \t]+(?:on|for|of)[ \t]+(?:the[ \t]+)?{_CAPITALS}(?:[ \t]+(?:(?:and|of|the|for|in|&)[ \t]+){{0,2}}(?!(?:19|20)\d\d){_CAPITALS}){{0,6}})(?:,?[ \t]+(?:19|20)\d\d)?[ \t*]*$",
    re.MULTILINE,
)
#: The event that a report or programme is of, in its title: "Report of the Riga Workshop on Skills".
_REPORT_OF = re.compile(
    rf"^[ \t*#]*(?i:(?:(?:final|summary|draft|provisional|short)[ \t]+)?(?:report|summary|proceedings|programme|agenda|minutes|highlights|outcomes?|conclusions)[ \t]+(?:of|from|on)[ \t]+the)[ \t]+"
    rf"(?P<name>(?:{_CAPITALS}[ \t]+){{1,5}}(?:{EVENTS}|Workshop|Seminar|Retreat|Webinar)(?:[ \t]+(?:on|for)(?:[ \t]+(?:and|of|the|for|in|&|{_CAPITALS})){{1,8}})?)[ \t*]*$",
    re.MULTILINE,
)
#: What stands before the name of an event and is no part of it.
_BEFORE_NAME = re.compile(r"^(?:The|At|Welcome to|Programme of|La|Die|Der|Das|Il|Lo)\s+(?:the\s+)?", re.IGNORECASE)
#: A name that says how often or for whom a meeting is held, and not which one it is.
_GENERAL = re.compile(
    rf"^(?:(?:Annual|Interactive|Informal|Technical|Structured|Special|Extraordinary|Joint|Virtual|Hybrid|International|Regional|Ministerial|General|Plenary|Biennial|High-Level|Closing|Opening|Panel|Thematic|Policy|Expert)\s+)*(?:{EVENTS})$",
    re.IGNORECASE,
)
#: What a line above gives to a name that its own line prints in full.
_LINE_ABOVE = re.compile(rf"^[^\n]*\n(?=[^\n]*\S[ \t]+[^\n]*\b(?:{EVENTS})\b)")
#: A sentence in capitals, and no name: "TOLD REPORTERS AFTER THE MEETING".
_SHOUTED = re.compile(rf"\b(?:(?:AFTER|BEFORE|DURING|SAID|TOLD)\s+(?:[A-Z]+\s+)?|THE\s+|THIS\s+)(?:{EVENTS.upper()})\b")
_OF_THE = re.compile(r" of the ", re.IGNORECASE)
_SITTINGS = "(?i:session|meeting|round)"
_SITTING = re.compile(rf"\b{_SITTINGS}$")
#: One of the meetings of a body: "the fourth session of the Working Group on Lost Luggage (WGLL-4)"; a sitting without a short form has no name.
_ONE_OF_A_BODY = re.compile(
    rf"\b(?i:{_ORDINAL})\s+(?P<name>(?:(?i:annual|ministerial|regional|biennial|plenary|regular|general|special|ordinary)\s+){{0,3}}"
    rf"(?:(?P<sitting>{_SITTINGS})|(?i:conference|assembly|summit|forum|congress))\s+of\s+the\s+(?P<whose>(?:(?:(?:preparatory|intergovernmental|negotiating|organi[sz]ing|steering|standing|joint)\s+){{1,2}}(?:committee|commission|conference)\s+(?:for|on|of)\s+the\s+)?{_CAPITALS}(?:\s+(?:(?:on|of|for|and|the|in|an?)\s+){{0,3}}{_CAPITALS})*))"
    r"(?:\s+\((?P<short>[A-Z][A-Za-z]+[- ]?\d{1,3})\))?"
)
#: Before the meeting whose minutes a text says that it is.
_MINUTES_OF = re.compile(r"\b(?:minutes|record|notes|report) of the\s+\Z", re.IGNORECASE)
#: The head of a text ends before its first line of prose, or after this many characters; a lead is the prose that follows it.
_PROSE = re.compile(r"^[^\n]{160}|^[^\n]{40,}[.!]$", re.MULTILINE)
_HEAD, _LEAD = 1000, 1500
#: A line that tells what kind of document or event the title above or below it is of.
_KIND_NOUNS = "conference|symposium|workshop|seminar|roundtable|dialogue|webinar|colloquium|consultation|congress|meeting|retreat|study day|event"
_KIND_LINE = re.compile(
    rf"(?:(?:report|summary|proceedings|programme|agenda) of (?:an?|the) )?(?:[\w-]+ ){{0,3}}(?:{_KIND_NOUNS})(?: (?:report|summary|programme|agenda|proceedings|brief|note))?"
    r"(?= *(?:$|[,·|–—•]|\d|held\b|in [A-Z]))|(?:(?:provisional|draft|final|detailed|preliminary|conference|tentative) )*(?:programme|agenda|program|p r o g r a m m e)(?= *(?:$|[(,·|–—•]))",
    re.IGNORECASE,
)
#: "Report of the Fourth Annual Conference".
_NUMBERED = re.compile(rf"\b{_ORDINAL}\s+(?:[\w-]+\s+){{0,3}}(?:{EVENTS})\b", re.IGNORECASE)
#: A line that is no title: a label, a date, a number.
_NO_TITLE = re.compile(
    r"(?i:date|place|venue|participants|organi[sz]ed|funded|convened|rapporteurs?|attribution|language|author|by|editor|prepared|contents?|table of|welcome|"
    r"introduction|background|about|day|summary|press|media|news|for immediate)\b|.*\b(?:19|20)\d\d\b|.*\b\d{1,2}[:.]\d\d\b|\W*\d|[IVX]+\.\s|(?:No|Vol|Issue)\b"
)
_SUBTITLE = re.compile(r"(?<=\w{3}):\s|\s[–—]\s|(?<=\?)\s")

#: What a meeting is called where it was named in full before: "the Conference", "dieses Gipfels".
_MEETING_NOUN = re.compile(
    r"(?i:conference|forum|summit|symposium|seminar|consultation|dialogues?|congress|assembly|colloquium|debate|roundtables|"
    r"konferenz|gipfel|tagung|kongress|tage|conferenza|convegno|vertice|tavolo|incontro)$"
)


def find_event_name(shown: str, flat: Text, language: str) -> tuple[str, tuple[str, ...]]:
    """Return the name of the conference that a text is about and other forms of it that it prints; "" where it names none.

    Args:
        shown: the text without markup.
        flat: the same, line ends as blanks.
        language: of the text.

    Example:
        >>> text = "INTERNATIONAL WORKSHOP\\nQuays without cranes: who unloads?\\nOslo, 3 May 2031\\n"
        >>> find_event_name(text, Text.of(text.replace("\\n", " ")), "en")
        ('Quays without cranes', ('Quays without cranes: who unloads?',))
    """
    prose = _PROSE.search(shown, 0, _HEAD)
    head = prose.start() if prose else _HEAD
    if language != "en":
        return _foreign(flat, head + _LEAD, language), ()
    if told := _REPORT_OF.search(shown, 0, head) or _NOUN_FIRST.search(shown, 0, head):
        return _as_written(" ".join(told["name"].split()), flat), ()
    names = list(_headed_by_noun(shown, flat, head))
    first = [name for name, start in names if start < head]
    if first:
        return _as_written(_best(first, names), flat), ()
    over, forms = event_over(shown)
    if over:
        return _as_written(over, flat), forms
    if title := _title(shown, head):
        main, more = main_title(title)
        name = _as_written(main, flat)
        meeting = _ONE_OF_A_BODY.search(flat, 0, head + _LEAD)
        also = " ".join(meeting[0].split()) if meeting and not meeting["sitting"] else ""
        return name, tuple(dict.fromkeys(form for form in (main, *more, also) if form not in ("", name)))
    led = {name.lower(): start for name, start in reversed(names) if start < head + _LEAD}
    meeting = _ONE_OF_A_BODY.search(flat, 0, head + _LEAD)
    meeting = meeting if meeting and meeting.start() < min([head + _LEAD, *led.values()]) else None
    short = meeting and (meeting["short"] or _short_of(meeting["whose"], flat, head))
    if meeting and (short or not meeting["sitting"]):
        return " ".join(meeting["name"].split()), tuple(filter(None, [short]))
    if meeting and _MINUTES_OF.search(flat, 0, meeting.start()):
        return _first_line(shown[slice(*meeting.span("name"))]), ()
    return _as_written(_repeated(names, set(led)), flat), ()


def _first_line(name: str) -> str:
    """Return a name of a title without a line below that does not belong to it: the place."""
    lines = name.splitlines()
    goes_on = len(lines) > 1 and (lines[0].split()[-1].islower() or lines[1].split()[0].islower())
    return " ".join((name if goes_on else lines[0]).split())


def _short_of(whose: str, flat: Text, head: int) -> str:
    """Return the short form with its number by which the head of a text calls a meeting: "QRF-2" of the Quay Review Forum."""
    letters = "".join(word[0] for word in re.findall(rf"\b{_CAPITALS}", whose))
    short = re.compile(rf"\b{letters}-\d{{1,3}}\b").search(flat, 0, head) if len(letters) > 2 else None
    return short[0] if short else ""


def main_title(title: str) -> tuple[str, tuple[str, ...]]:
    """Return a title without its subtitle, and the whole one, if it is longer.

    Example:
        >>> main_title("Fog at sea: who pays?"), main_title("Who pays?")
        (('Fog at sea', ('Fog at sea: who pays?',)), ('Who pays?', ()))
    """
    main = _SUBTITLE.split(title)[0].rstrip(":")
    main = main if " " in main else title
    return main, (title,) if title != main else ()


def dated_events(text: str, start: int) -> Iterator[tuple[str, str, int, int]]:
    """Yield name, year and place of each event that opens a line of the head of a text with its year, from an offset on.

    Example:
        >>> list(dated_events("# Fog Forum 2031\\nWhat the Rain Forum 2030 left open\\n", 0))
        [('Fog Forum', '2031', 2, 16)]
    """
    head = text[start : start + _HEAD]
    for name, at in _headed_by_noun(head, Text.of(head), len(head)):
        line = re.compile(rf"^\W*({re.escape(name)}[ \t,]+((?:19|20)\d\d))(?=\W*$|[,:·|–—(])", re.MULTILINE)
        if printed := line.search(head, head.rfind("\n", 0, at) + 1):
            yield name, printed[2], start + printed.start(1), start + printed.end(1)


def one_of(series: str) -> re.Pattern[str]:
    """Return the pattern of single meetings of a series: "Ninth Review Forum", "Third Summit of the Harbour Forum", "sixth session of the Council".

    A number in small letters is part of a name in small letters only.
    """
    words = "|".join(form for word in ORDINALS for form in (word.capitalize(), word.upper()))
    figures = r"|\d{1,3}(?:st|nd|rd|th)" if _OF_THE.search(series) else ""
    ordinal = f"(?i:{_ORDINAL})" if series[0].islower() else f"(?:{words}{figures})"
    return re.compile(rf"\b{ordinal}\s+(?:(?:{_WORD}\s+){{0,2}}(?:{EVENTS})\s+of\s+the\s+)?{re.escape(series)}\b")


def meeting_noun(name: str) -> str:
    """Return the noun that can stand for a meeting once it was named in full, "" where none can.

    Example:
        >>> meeting_noun("Third Harbour Forum on Quays"), meeting_noun("Linzer Asylgipfel"), meeting_noun("Open Quays")
        ('Forum', 'Gipfel', '')
    """
    nouns = map(_MEETING_NOUN.search, re.findall(r"[A-ZÀ-ÞĀ-ɏ]\w*", name))
    return next((noun[0].capitalize() for noun in nouns if noun), "")


#: "the Sixth Meeting of the Harbour Process", and what a name that is printed in capitals has small.
_MEETING_OF = re.compile(
    r"\b(?:meeting|summit|session|consultation|conference|round) of the (?P<whole>.+)$", re.IGNORECASE
)
_SMALL = re.compile(r"\b(?:Of|On|For|And|In|The|With)\b")


def process_of(name: str) -> str:
    """Return whose meeting a name says a conference to be, which may be a process, "" where it says none.

    Example:
        >>> process_of("Sixth Meeting of the Quay Process"), process_of("FIRST SUMMIT OF THE QUAY DIALOGUE ON TIDES")
        ('Quay Process', 'Quay Dialogue on Tides')
    """
    whole = _MEETING_OF.search(name)
    if not whole or not name.isupper():
        return whole["whole"] if whole else ""
    return _SMALL.sub(lambda word: word[0].lower(), whole["whole"].title())


def held_by(name: str) -> str:
    """Return the body whose meeting a name says it is, "" where it says none.

    Example:
        >>> held_by("Annual Conference of the Quay Network"), held_by("Third Summit of the Harbour Process")
        ('Quay Network', '')
    """
    _, *whose = _OF_THE.split(name, 1)
    return whose[0] if whose and _is_body(whose[0]) else ""


def is_sitting(name: str) -> bool:
    """Say whether a body sits itself: a session of a committee, and no conference that it organises."""
    return _SITTING.search(sort_of_meeting(name)) is not None


def sort_of_meeting(name: str) -> str:
    """Return the name of a meeting without whose it is: "Third Summit" of "Third Summit of the Harbour Process"."""
    return _OF_THE.split(name, 1)[0]


def _headed_by_noun(shown: str, flat: Text, head: int) -> Iterator[tuple[str, int]]:
    """Yield the names that the noun of an event heads, and where; in the head also whose a general one is, such as "Annual Conference"."""
    events = [(start, end) for start, end in flat.spans(*_EVENT_WORDS) if flat[start].isupper()]
    for match in matches_near(_TITLE, events, shown, before=150, after=200):
        printed = match["name"]
        if match.start() < head and not printed.isupper():  # the lines of a head stand each for itself
            printed = _LINE_ABOVE.sub("", printed)
        before = _BEFORE_AND.search(shown, max(0, match.start() - 80), match.start())
        more = before["more"] if before and not _has_country(before["more"]) else ""
        name = _BEFORE_NAME.sub("", " ".join((more + printed).split()))
        if _GENERAL.match(name):
            if not match["whose"] or match.start() >= head:
                continue
            name += " ".join(["", *match["whose"].split()])
        if not _SHOUTED.search(name) and not _BEHIND_VERB.search(shown, max(0, match.start() - 12), match.start()):
            yield name, match.start()


def _has_country(words: str) -> bool:
    """Say whether a country, or whose something is, stands among words: "Malta and the …", "Malta's Ports and …"."""
    return "'" in words or "’" in words or any(reference.country_named(word) for word in words.split())


def _best(first: list[str], names: list[tuple[str, int]]) -> str:
    """Return the name of the head that the text repeats most, with its theme: "Quay Forum on Lost Luggage"."""
    count = Counter(name.lower() for name, _ in names)
    chosen = max(first, key=lambda name: (count[name.lower()], len(name)))
    longer = (name for name, _ in names if name.lower().startswith(f"{chosen} on ".lower()))
    return max(longer, key=len, default=chosen)


def _repeated(names: list[tuple[str, int]], led: set[str]) -> str:
    """Return the name that a text repeats most, or the only one that it or its lead prints; "" where there is none."""
    count = Counter(name.lower() for name, _ in names)
    forms = {name.lower(): name for name, _ in reversed(names)}
    led = {name for name in led if not any(longer.startswith(f"{name} on ") for longer in led)}
    only = set(count) if len(count) == 1 else led if len(led) == 1 else set()
    found = [
        (number, len(name), forms[name])
        for name, number in count.items()
        if (number > 1 or name in only) and not _well_known(forms[name], once=number == 1)
    ]
    return max(found)[2] if found else ""


def _foreign(flat: Text, end: int, language: str) -> str:
    """Return the first conference that the lead of a German or Italian text names."""
    named = named_instruments(flat, 0, min(end, len(flat)), language, [])
    found = [
        (each.start, each.name) for each in named if each.type == "conference" and re.search(r"\w[ -]\w", each.name)
    ]
    return min(found)[1] if found else ""


def _title(shown: str, end: int) -> str:
    """Return the title that the head of a programme or report prints beside the line that tells what it is; "" where there is none."""
    lines = [" ".join(line.split()).strip(" *_#|>") for line in shown[:end].splitlines()]
    kinds = [line for line in lines if _KIND_LINE.match(line)]
    if not kinds:
        return ""
    if numbered := next(filter(None, map(_NUMBERED.search, kinds)), None):
        return numbered[0]
    titles = (
        line.strip('“”"«»„')
        for line in lines
        if " " in line and not _KIND_LINE.match(line) and not _NO_TITLE.match(line)
    )
    return next((title for title in titles if title[:1].isupper() and not _is_body(title)), "")


def _is_body(words: str) -> bool:
    """Say whether a line of a head is the name of a body: "Institute for Quays", "West Harbour Council"."""
    head = re.split(r"\s(?:[Oo][nf]|for|in|OF|FOR|[–—-])\s", words)[0].split()
    nouns = [reference.body_nouns().get(fold(word)) for word in (head[0], head[-1])]
    return words in reference.body_forms() or any(nouns)


def _well_known(name: str, *, once: bool) -> bool:
    """Say whether the field knows a body or instrument of that name, or a meeting, which a text about it would name more than once."""
    row = known_forms().get(name)
    instrument = row is not None and row["name"] == name and (once or row["type"] != "conference")
    return name in reference.body_forms() or instrument


def _as_written(name: str, flat: str) -> str:
    """Return a name that headings print in capitals as the prose writes it."""
    printed = re.finditer(re.escape(name), flat, re.IGNORECASE) if name.isupper() and " " in name else ()
    return next((match[0] for match in printed if not match[0].isupper() and re.search(r"[A-ZÀ-ÞĀ-ɏ]", match[0])), name)
