"""The printed grammar of programmes: dates, role labels, session formats. Used by reading and by extraction alike."""

from __future__ import annotations

import re

from vmcgraph import reference
from vmcgraph.spelling import fold

#: Between the columns of a table that is set with blanks; marks of emphasis leave few of them.
COLUMN = re.compile(r"(?<=[^\s:]) {4,}(?=[^\W\d_])")
BULLET = re.compile(r"(?:[-•·∙●○▪■□◦‣⁃➢➤►❖§✓–+>\uf0b7\uf0a7]\s+)+|o\s+(?=[A-ZÀ-ÞĀ-ɏ“\"])|\(?\d{1,3}[.)]\s+(?=\S)")
#: The number before a paragraph of an official report.
NUMBERED = re.compile(r"\(?\d{1,3}[.)]\s+(?=[A-ZÀ-ÞĀ-ɏ“\"])")
#: No numbered heading is longer.
LONGEST_HEADING = 220
#: Labels such as "Dinner address" and "Ministerial remarks".
_SPEECH = re.compile(r"\b(?:address|remarks|speech|toast|statement|message)$", re.IGNORECASE)
_MONTHS = (
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
)
#: The names of the months in English, German and Italian with their numbers.
MONTHS = {"jänner": 1, "feber": 2} | {
    name: number for names in reversed(_MONTHS) for number, name in enumerate(names.split(), 1)
}
#: Numbers that texts write in words.
NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), 1
    )
}
#: The same of places in an order.
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        "seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}

DATE = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?(?:\s*(?:[–—-]|and|to|/|&)\s*(?P<last>\d{1,2})(?:st|nd|rd|th)?\.?)?\s+(?:of\s+)?(?P<month>"
    + "|".join(MONTHS)
    + r")\.?,?\s+(?P<year>(?:19|20)\d\d))|(?:(?P<month2>"
    + "|".join(MONTHS)
    + r")\s+(?P<day2>\d{1,2})(?:\s*(?:[–—-]|and|to)\s*(?P<last2>\d{1,2}))?,?\s+(?P<year2>(?:19|20)\d\d))",
    re.IGNORECASE,
)

#: The days of the week in English, German and Italian, Monday first.
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
)
WEEKDAYS = {name: number for names in _WEEKDAYS for number, name in enumerate(names.split())}
#: Parts of the day, as a heading prints them behind the day.
PARTS_OF_DAY = "morning|afternoon|evening|forenoon|vormittag|nachmittag|abend|mattina|mattino|pomeriggio|sera"
_MONTH = "|".join(MONTHS)
#: A day without its year, as programmes print it: "Thursday 21 September", "Monday, March 3".
DAY = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?P<month>{_MONTH})|"
    rf"(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}}))\b(?!,?\s+(?:19|20)\d\d|[^\S\n]*(?:[–—-]|and|to)\s*\d)",
    re.IGNORECASE,
)


#: No label and no session format is longer; to fold a whole paragraph would only take time.
_LONGEST_LABEL = 80


_COLON = re.compile(r"([^:|]{3,45}?)\s*[:|]\s+")


#: Who leads a session, named behind its title: "Fog (moderator: Jane Roe)", "Opening, chaired by Jane Roe"; a name has to follow.
LED_BY = re.compile(
    r"(?:\s*[,(]\s*|\s+[–—-]\s+|[.;|·]\s+)(?P<label>(?:co-)?(?:moderators?|moderation|chairs?|facilitators?|discussants?|keynote speaker|speakers?|panell?ists?))\s*:\s+(?=\S)|"
    r"(?:\s*[,(]\s*|\s+[–—-]\s+|\s+)(?P<by>(?:co-)?(?:moderated|chaired|facilitated|introduced) by)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
#: A dash between a label and a form of address, "Welcome remarks – Ms Jane Roe", or a dash or dot before a name: "Moderator – Jane Roe".
_DASHED = re.compile(
    r"([^:|–—]{3,45}?)\s+[–—-]\s+(?=(?:Mr|Ms|Mrs|Mx|Dr|Prof|H\.\s?E|Hon|Amb|Sir|Dame|Lord|Lady|Minister|Ambassador)\b)|"
    r"((?i:(?:co-)?(?:moderator|chair|facilitator|speaker|panell?ist|discussant)s?))\s+[–—·•-]\s+(?=[A-ZÀ-ÞĀ-ɏ][\w'-]*\s+[A-ZÀ-ÞĀ-ɏ])"
)


def role_label(line: str) -> tuple[str, int] | None:
    """Return the role that a line's label gives, and the length of the label.

    Example:
        >>> role_label("ON STAGE"), role_label("Moderator: Jane Roe"), role_label("Panels are fun.")
        (('speaker', 8), ('moderator', 11), None)
        >>> role_label("Introduced and moderated by: Jane Roe"), role_label("Lead-off speakers (in order of seniority):")
        (('moderator', 29), ('speaker', 42))
    """
    if line.startswith("("):
        return None  # "(video message)" belongs to what stands before it
    labels = reference.role_words("label")
    whole = labels.get(fold(line)) if len(line) <= _LONGEST_LABEL else None
    if not whole and line.endswith(":") and len(line) <= _LONGEST_LABEL:
        whole = _made_role(line)
    if whole:
        return whole, len(line)
    if bare := _BARE_LABEL.match(line):
        return labels[fold(bare[1])], bare.end()
    head = _COLON.match(line) or _DASHED.match(line)
    if not head:
        return _label_in_words(line)
    words = head[head.lastindex or 0]
    if _HOST.fullmatch(words) and not _FULL_NAME.match(line, head.end()):
        return None  # "Host: Ghana"
    role = labels.get(fold(words)) or _joint_role(words) or _made_role(words, line[head.end() :])
    return (role, head.end()) if role else None


#: Words with which organisers make more of their labels: "Lead-off speakers", "Second discussant".
_LABEL_WORDS = frozenset(
    "lead leading off kick confirmed invited main first second third fourth other further additional special honorary distinguished session panel plenary "
    "thematic technical country regional national expert high level introductory opening closing concluding final short brief keynote co joint youth civil "
    "society government industry academic local our today s provocation and".split()
)
#: Countries and towns are hosts too.
_HOST = re.compile(r"(?:co-|session )?hosts?", re.IGNORECASE)
_FULL_NAME = re.compile(r"(?:[A-ZÀ-ÞĀ-ɏ]\w{0,3}\.|[A-ZÀ-ÞĀ-ɏ][\w'-]*)\s+[A-ZÀ-ÞĀ-ɏ]")
_TWO_CAPITALS = re.compile(r"[A-ZÀ-ÞĀ-ɏ][\w.'-]*\s+[A-ZÀ-ÞĀ-ɏ]")
#: Inputs that say what they are about: "Introduction of the texts", "Presentation of the report".
_ABOUT = re.compile(
    r"(?P<what>introduction|presentation|demonstration|launch|summary|overview|report|reports|reporting|feedback|update)\s+(?:of|to|from|on|about|by)\s+\S",
    re.IGNORECASE,
)


def _made_role(label: str, behind: str = "") -> str | None:
    """Return the role of a label that is made of a known one: with words before it, a bracket behind, or what it is about."""
    bare = re.sub(r"\s*\([^()]*\)\s*", " ", label).strip(" :")
    bare = bare if session_format(bare) else _NUMBER_BEHIND.sub("", bare)  # "Panellist 1", but not "Podium 1"
    labels = reference.role_words("label")
    if role := labels.get(fold(bare)):
        return role
    words = fold(bare).split()
    for count in range(1, min(len(words), 5)):
        role = labels.get(" ".join(words[count:]))
        if role and set(words[:count]) <= _LABEL_WORDS:
            return role
    if _SPEECH.search(bare):
        return "address"
    leads = not behind or _TWO_CAPITALS.match(behind)
    return "speaker" if _ABOUT.match(bare) and len(words) <= 7 and leads else None


def _joint_role(label: str) -> str | None:
    """Return the role of a label that names two, of which moderating is the rarer: "Introduced and chaired by", "Chair/Speaker"."""
    labels = reference.role_words("label")
    parts = re.split(r"\s*(?:/|&|,|\band\b)\s*", label)
    roles = [labels.get(fold(part)) or labels.get(fold(f"{part} by")) for part in parts]
    if len(parts) < 2 or not all(roles):
        return None
    return "moderator" if "moderator" in roles else roles[0]


#: Two words of a name, maybe with particles between: "Jane Roe", "Joost den Hollander".
_NAME_AHEAD = r"(?=[A-ZÀ-ÞĀ-ɏ][\w.'-]*\s+(?:[a-z][a-z'’]{0,3}\s+){0,3}[A-ZÀ-ÞĀ-ɏ])"


#: A label right before the name of who it is about, behind which a post or nothing stands: "Chair Jane Roe, Ferry Institute".
_BARE_LABEL = re.compile(
    r"(In [Tt]he [Cc]hair|(?:Co-)?[Cc]hairs?|(?:Co-)?[Mm]oderators?|Facilitators?|Discussants?|Respondents?|Rapporteurs?|"
    r"IN THE CHAIR|(?:CO-)?(?:CHAIRS?|MODERATORS?)|FACILITATORS?|DISCUSSANTS?|RESPONDENTS?|RAPPORTEURS?)\s+"
    r"(?=(?:[A-ZÀ-ÞĀ-ɏ][\w.'-]*\s+){1,4}[A-ZÀ-ÞĀ-ɏ][\w'-]+\s*(?:[,(;·•|/]|$))"
)
#: "With inputs from Jane Roe": what somebody gives, and no more than that.
_WITH_GIVEN = re.compile(
    rf"With (?:an? |the |short |opening |brief |further )*(?P<what>inputs?|contributions?|interventions?|presentations?|remarks|statements?|perspectives|participation|reflections|responses?|reactions?)"
    rf" (?:from|by|of)\s+{_NAME_AHEAD}(?!.*[.?]$)"
)


def _label_in_words(line: str) -> tuple[str, int] | None:
    """Read a label that leads to a name without a colon: "Chaired by Jane Roe", "With Jane Roe and John Doe"."""
    if not line.startswith("With ") and " by " not in line[:40]:
        return None
    if given := _WITH_GIVEN.match(line):
        return ("respondent" if given["what"].startswith("re") else "speaker"), given.end()
    made = re.match(rf"([A-Z][\w -]{{3,35}}? by)\s+{_NAME_AHEAD}", line)
    labels = reference.role_words("label") if made and not line.endswith((".", "?")) else {}
    role = made and (labels.get(fold(made[1])) or labels.get(fold(made[1].removesuffix(" by"))))
    if made and role:
        return role, made.end()
    by = re.match(rf"((?=[A-Z])(?:[A-Z][\w-]*\s+)?(?:[\w-]+ed\s+by|With))\s+{_NAME_AHEAD}", line)
    if not by or len(line) > 200 or line.endswith((".", "?")):
        return None
    if by[1].casefold() == "with":
        return ("speaker", by.end()) if re.search(r"\(|;|,", line) else None
    words = reference.role_words("narrative", "label")
    role = words.get(fold(by[1])) or words.get(" ".join(fold(by[1]).split()[-2:]))  # "Discussion moderated by"
    return (role, by.end()) if role else None


#: The number or letter of a session: "IV", "2b", "1.2", "A", "Three".
COUNTED = rf"(?:[IVX]+|\d{{1,2}}(?:\.\d|[a-zA-Z])?|[A-Z]\d?|(?i:{'|'.join(list(NUMBERS)[:10])}))"
#: What tells one panel, working group or day from the next: "Panel IV", "Working Group A", "Session 2b", "Workshop no. 3".
_NUMBER_BEHIND = re.compile(rf"(?:\s+(?:[Nn]o\.?\s*|[Nn]r\.?\s*|[Nn]\s?[°º]\s*|#)?|\s*#){COUNTED}\s*$")
#: A number that stands in a session's place in the programme, and is neither format nor title: "Session 4: Fog".
_SESSION_LABEL = re.compile(
    r"(?:(?:Parallel\s+|Breakout\s+|Plenary\s+|Thematic\s+|Agenda\s+)?(?:Session|Block|Segment|Slot|Item|Sitzung|Sessione)\s+"
    rf"{COUNTED}\b(?:\s+of\s+the\s+agenda)?|(?:First|Second|Third|Fourth|Fifth|Sixth|\d{{1,2}}(?:st|nd|rd|th))\s+(?:working\s+|plenary\s+)?session|"
    r"(?:Erste|Zweite|Dritte|Vierte|Fünfte|Sechste)\s+Sitzung|(?:Prima|Seconda|Terza|Quarta|Quinta|Sesta)\s+sessione|"
    r"(?:Morning|Afternoon|Evening)\s+session(?=\s*:|\s[–—-]\s))(?:\s*(?:[:|.]|\s[–—-])\s+|—|$)",
    re.IGNORECASE,
)
#: A format before a full stop, with its number or without: "Panel III. Who waits?"
_FORMAT_STOP = re.compile(r"([^.:|]{4,40}?)\.\s+(?=\S)")


#: The last dash of a line: "People on the move – round table".
_LAST_DASH = re.compile(r"\s[–—]\s(?!.*\s[–—]\s)")
#: What stands in brackets behind a title: "People on the move (round table)".
_LAST_BRACKET = re.compile(r"(?<=\w)[?!]?\s+\(([^()]{4,40})\)$")
#: A sitting and its matter: "Contact Group on Finance".
_FORMAT_ON = re.compile(
    r"((?:contact|working|drafting|discussion) group|informal consultations?|informals)\s+on\s+(?:the\s+)?(?=[A-ZÀ-ÞĀ-ɏ])",
    re.IGNORECASE,
)

#: The number of a chapter or annex: "II. Opening", "B. Summary", "3.1 Fog", "Annex A: Programme".
_OUTLINE = re.compile(
    r"(?:(?P<chapter>(?i:chapter|kapitel|chapitre|capitolo)\s+(?:[IVXL]+|\d{1,2})\b)[.:]?\s+(?=[A-ZÀ-ÞĀ-ɏ“\"]))|"
    r"(?P<annex>(?i:annexe?|appendix|anhang|anlage|allegato)(?:\s+(?:[IVX]+|[A-H]|\d{1,2}))?(?:[.:]|\s[–—|-])\s+(?=[A-ZÀ-ÞĀ-ɏ“\"]))|"
    r"(?:(?P<roman>[IVXL]+)|(?P<letter>[A-H])|(?P<digits>\d{1,2}(?:\.\d{1,2})*))(?:[.)]|(?<=\.\d)|(?<=\.\d\d))\s+(?=[A-ZÀ-ÞĀ-ɏ“\"])"
)
#: A chapter's number without a point, which may as well tell how many of something there are.
_BARE_NUMBER = re.compile(r"(?:(?P<digits>\d{1,2})|(?P<roman>[IVX]{1,4}))\s+(?=[A-ZÀ-ÞĀ-ɏ])")


def outline(line: str) -> tuple[str, int]:
    """Return the sort of number that a heading starts with, and its length.

    Example:
        >>> outline("II. Opening of the session"), outline("3.1 Fog"), outline("Fog")
        (('roman', 4), ('digits', 4), ('', 0))
        >>> outline("3 Panel 1: Fog"), outline("3 Ferries")
        (('digits', 2), ('', 0))
    """
    match = _OUTLINE.match(line)
    if match is None and (bare := _BARE_NUMBER.match(line)) and _names_sitting(line[bare.end() :]):
        match = bare
    return (match.lastgroup or "", match.end()) if match else ("", 0)


def _names_sitting(line: str) -> bool:
    """Say whether a heading is one of a session, as its format or the number behind that shows, or a known chapter of a report."""
    if len(line) > LONGEST_HEADING:
        return False
    if session_label(line) > 0 or ceremony(line) or split_format(line)[0]:
        return True
    key = fold(line)
    return any(pattern.fullmatch(key) for _, pattern in _HEADING_PATTERNS)


def session_label(line: str) -> int:
    """Return the length of the label that numbers a session at the start of a line, or 0.

    Example:
        >>> session_label("Session 4: Fog"), session_label("Session notes")
        (11, 0)
    """
    match = _SESSION_LABEL.match(line)
    return match.end() if match else 0


#: How many are held: "Two short talks".
_COUNT = re.compile(
    r"^(?:two|three|four|five|six|\d(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth)\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
#: Behind the format of an evening: who gives it, or where.
HOSTED = re.compile(r"\s(?:hosted|offered|given|by|at|with)\b")
_LETTERED = re.compile(rf"([^:|.]{{4,40}}?\s(?:#\s?)?(?:\d{{3}}|{COUNTED}))(?:\s*(?:[:|.]|\s[–—-])\s+|—)(?=[^\W\d_])")

_STRAND = re.compile(rf"(?:Track|Stream|Strand)\s+{COUNTED}", re.IGNORECASE)
#: What groups are called that meet at once, and no format by itself.
_GROUP = re.compile(r"(?i:(?:parallel )?(?:group|track|stream|strand|cluster|table))")


def is_track(words: str) -> bool:
    """Say whether words call one of several groups that meet at once, which is no format by itself.

    Example:
        >>> is_track("Strand B"), is_track("Track"), is_track("Panel B")
        (True, True, False)
    """
    return _GROUP.fullmatch(bare_format(words)) is not None


def opens_lettered(line: str) -> bool:
    """Say whether a line is the heading of one of several sessions of a kind: "Breakout B: Fog".

    Example:
        >>> opens_lettered("Breakout B: Fog"), opens_lettered("Panel: Fog")
        (True, False)
    """
    match = _LETTERED.match(line)
    return match is not None and (session_format(match[1]) is not None or is_track(match[1]))


_OPENS = frozenset(
    "opening welcome welcoming inaugural inauguration introduction introductory grusswort grussworte begrussung eroffnung apertura saluti".split()
)
_CLOSES = frozenset(
    "close closing closure adjournment concluding conclusion conclusions farewell wrap schlusswort schlussworte verabschiedung chiusura conclusioni".split()
)
#: Words that leave a session an opening or a closing; any other makes it one about something.
_OF_CEREMONY = frozenset(
    "and of the up certificates evaluation feedback official formal conference forum summit meeting consultation consultations workshop seminar symposium congress dialogue event "
    "hearing sitting decisions recommendations session segment ceremony plenary remarks address addresses words statement "
    "statements speeches final summary next steps way forward outlook by day prayer anthem blessing "
    "und der impuls impulse keynote keynotes e ed di dei dell istituzionali iniziali finali lavori".split()
)


def ceremony(line: str) -> str:
    """Return whether a title is that of an "opening" or a "closing" and of nothing else, or "".

    Example:
        >>> ceremony("Conclusions and closing remarks"), ceremony("Opening of the harbour"), ceremony("Welcome and opening")
        ('closing', '', 'opening')
    """
    parts = set(fold(line).split())
    fitting = {"opening": _OPENS, "closing": _CLOSES}
    return next((role for role, words in fitting.items() if parts & words and parts <= words | _OF_CEREMONY), "")


def number_behind(line: str) -> bool:
    """Say whether a format ends with what tells it from others of its kind: "Working Group A", "Panel no. 3"."""
    return _NUMBER_BEHIND.search(line) is not None


def bare_format(line: str) -> str:
    """Return a format without how many or the how manieth it is.

    Example:
        >>> bare_format("Working Group A"), bare_format("Two short talks"), bare_format("Q&A")
        ('Working Group', 'Short talks', 'Q&A')
    """
    bare = _COUNT.sub("", _NUMBER_BEHIND.sub("", line.strip(" :–-|")))
    return bare[:1].upper() + bare[1:]


_PLACE = re.compile(
    r"(?:(?i:venue|location|place|room|ort|saal|lieu|luogo|sala)\s*:\s*\S.*|(?:(?:(?!(?:The|No|An?|Making|Opening|Closing|Concluding|Inaugural|Ministerial)\b)[A-ZÀ-ÞĀ-ɏ\d][\w'.&-]*|ground|first|second|"
    r"third|main|upper|lower|small|large|grand|of|de|di|du|des)\s+){0,4}(?i:(?:ball|meeting |conference )?rooms?|hall|auditorium|theat(?:re|er)|"
    r"chamber|foyer|lobby|floor|building|library|gallery|terrace|lounge|restaurant|caf[eé]teria|canteen|annex|saal|raum|sala|salle|salón|aula|"
    r"plenary|hybrid|online|zoom|webex)(?:\s+(?:[A-ZÀ-ÞĀ-ɏ\d][\w'.-]*|de|di|du|des|of)){0,4})"
)


#: Behind a room, the languages spoken in it: "(EN/FR)".
_SPOKEN_THERE = re.compile(r"\s*\([A-Z]{2}(?:\s*[/,+–-]\s*[A-Z]{2})*\)$")


def is_place(words: str) -> bool:
    """Say whether words tell where in the house something is and nothing else.

    Example:
        >>> is_place("Plenary Hall Neptune, ground floor"), is_place("Room 4"), is_place("Making room for crews")
        (True, True, False)
    """
    words = _SPOKEN_THERE.sub("", words)
    parts = [part for part in re.split(r"\s*[,;/|]\s*", words.strip(" ()[]")) if part]
    return bool(parts) and all(len(part.split()) <= 6 for part in parts) and any(map(_PLACE.fullmatch, parts))


def evening(title: str) -> str:
    """Return the format of a dinner or reception whose title goes on with who gives it or where it is, or "".

    Example:
        >>> evening("Official dinner offered by the mayor"), evening("Dinner"), evening("Dinner tables")
        ('Official dinner', '', '')
    """
    head = HOSTED.split(title)[0]
    found = session_format(head) if head != title else None
    return head if found and found[1] == "social" else ""


_SEE = re.compile(r"\s*(?:[–—-]\s*|\()see (?:below|above|overleaf|next page|annex\b.*|page \d+)\)?$", re.IGNORECASE)
_PLACE_BEHIND = re.compile(r"(?P<words>.+?)\s*[(\[](?P<place>[^()\[\]]+)[)\]]")
_PLACE_AHEAD = re.compile(r"[(\[](?P<place>[^()\[\]]+)[)\]]\s*[:|–—-]?\s*(?=\S)")
#: How long a speech may be: "(10 minutes each)", "(15 + 5 min.)".
_LENGTH = re.compile(
    r"\s*[(\[][^()\[\]]*\b\d{1,3}\s*(?:minutes?|mins?\b\.?|Minuten|minuti|')[^()\[\]]*[)\]]$", re.IGNORECASE
)
#: Who pays for an evening, in brackets behind it, maybe with the place.
_KINDLY = re.compile(
    r"\s*[(\[](?:[^()\[\];]+;\s*)?(?:(?:with|by|thanks to) (?:the )?(?:kind |generous )?(?:support|permission|courtesy)|(?:kindly |generously )?(?:sponsored|hosted|offered|supported|funded) by|courtesy) [^()\[\]]+[)\]]$",
    re.IGNORECASE,
)
_STREET = re.compile(r",\s+[^,]*[^\W\d_]\.?\s+\d+\w?$")


def without_place(title: str) -> str:
    """Return a title without the room or length behind it; an evening or a break may be held anywhere.

    Example:
        >>> without_place("Short talks (10 minutes each)")
        'Short talks'
        >>> without_place("Fog (Room 3)"), without_place("Dinner given by the mayor (Old Mill)"), without_place("Fog (and tides)")
        ('Fog', 'Dinner given by the mayor', 'Fog (and tides)')
        >>> without_place("Boat trip (Old Pier; with the kind support of Leith Lines)")
        'Boat trip'
        >>> without_place("Workshop 2 – Green Room (EN)"), without_place("Green Room – a film")
        ('Workshop 2', 'Green Room – a film')
    """
    title = _LENGTH.sub("", _SEE.sub("", title))
    title = _KINDLY.sub("", title) if title.endswith((")", "]")) else title
    ahead = _PLACE_AHEAD.match(title)
    if ahead and is_place(ahead["place"]):
        title = title[ahead.end() :]
    found = session_format(HOSTED.split(title.partition("(")[0])[0])
    off_stage = found is not None and found[1] in ("social", "break")
    behind = _PLACE_BEHIND.fullmatch(title)
    if behind and (off_stage or is_place(behind["place"])):
        title = behind["words"]
    form, *room = re.split(r"\s[–—-]\s", title, maxsplit=1)
    if room and is_place(room[0]) and session_format(form) and number_behind(form):
        title = form  # "Workshop 2 – Green Room (EN)"
    return _STREET.sub("", title) if off_stage else title


def session_format(line: str) -> tuple[str, str] | None:
    """Return slug and sort of the session format that a line prints and nothing else."""
    if len(line) > _LONGEST_LABEL or line.startswith("("):
        return None
    return reference.session_formats().get(fold(bare_format(line)))


def format_in_room(line: str) -> str:
    """Return the session format of a line that prints it alone or with its room, else "".

    Example:
        >>> format_in_room("Roundtable, Harbour Hall"), format_in_room("Lunch · Terrace"), format_in_room("Tables, chairs")
        ('Roundtable', 'Lunch', '')
    """
    head = re.split(r"\s*[,|·•]\s+", line, maxsplit=1)[0]
    return head if session_format(head) else ""


def unbulleted(text: str) -> str:
    """Return a line without its bullet or number."""
    mark = BULLET.match(text)
    return text[mark.end() :] if mark else text


def split_format(line: str) -> tuple[str, str]:
    """Split "Keynote conversation: Making sense" into format and title.

    Returns:
        The format as printed, or "", and the title; a line that is a format alone gives an empty title.

    Example:
        >>> split_format("Panel discussion: People on the move")
        ('Panel discussion', 'People on the move')
        >>> split_format("People on the move – round table")
        ('round table', 'People on the move')
        >>> split_format("People on the move (round table)")
        ('round table', 'People on the move')
        >>> split_format("People on the move")
        ('', 'People on the move')
    """
    if session_format(line):
        return line, ""
    line = line[session_label(line) :] or line
    parts = re.split(r"\s*(?:[:|]|\s[–—-])\s+|(?<=[\dIVX])—", line, maxsplit=1)
    found = session_format(parts[0])
    if len(parts) == 2 and ((found and found[1] != "break") or _STRAND.fullmatch(parts[0])):
        return parts[0], parts[1]
    given, by, _ = parts[0].partition(" by ")
    if len(parts) == 2 and by and session_format(given):
        return given, parts[1]  # "Keynote by Jane Roe: Fog"
    last = _LAST_DASH.search(line)
    behind = session_format(line[last.end() :]) if last else None
    if last and behind and behind[1] == "session":
        return line[last.end() :], line[: last.start()]
    bracket = _LAST_BRACKET.search(line) if line.endswith(")") else None
    behind = session_format(bracket[1]) if bracket else None
    if bracket and behind and behind[1] == "session":
        return bracket[1], line[: bracket.start()]
    about = _FORMAT_ON.match(line)
    if about and session_format(about[1]):
        return about[1], line[about.end() :]
    stop = _FORMAT_STOP.match(line)
    if stop and session_format(stop[1]):
        return stop[1], line[stop.end() :]
    words = line.split()
    for count in range(min(5, len(words) - 1), 0, -1):
        head, tail = " ".join(words[:count]), words[count]
        found = session_format(head)
        if len(words[count - 1]) == 1 and words[count - 1] not in "IVX0123456789":
            continue  # "Panel A new start": an article, not a letter that tells panels apart
        if tail.isupper() and tail in ("ON", "OF", "FOR", "WITH", "AND", "IN", "AT", "TO", "BY"):
            continue  # "SPECIAL SESSION ON CITIES"
        if found and tail[0].isupper() and words[count - 1] != "by" and (count > 1 or found[1] == "social"):
            return head, " ".join(words[count:])
    return "", line


#: Headings of the parts that the genre has, as patterns over the folded heading.
HEADINGS = (
    ("contents", r"(?:table of )?contents"),
    ("agenda", r"(?:(?:conference|draft|provisional|annotated|tentative|preliminary|final) )*(?:agenda|programme|program)(?: overview| at a glance)?"),
    ("welcome", r"welcome(?: note| message| address)?|foreword|preface|editorial"),
    ("introduction", r"intro(?: )?duction"),
    ("discussions", r"(?:the )?(?:discussions|sessions|panels|proceedings|session summaries)"),
    ("speakers", r"(?:our |the |about the |list of )?(?:speakers|panellists|panelists|contributors|authors|presenters)(?: and (?:moderators|authors|chairs|discussants))?|(?:biographical )?notes on (?:the )?(?:contributors|authors|speakers)|(?:.{3,120} )?(?:(?:full|final|provisional|preliminary|tentative|draft|updated) )?list of (?:registered |confirmed |all )?(?:attendees|participants|delegates|delegations)|(?:registered |confirmed )?(?:attendees|participants|delegates|delegations)|(?:attendees?|attendance|participants?|delegates?) list|(?:members |those |persons |also |others? )?present|(?:list of |in )?attendance(?: and apologies)?|(?:speaker )?(?:biographies|bios)"),
    ("reflections", r"in the (?:corridors|breezeways|margins)|(?:a )?brief analysis of .*|upcoming meetings|reflections|conclusions?|outlook|the way forward|way forward|recommendations"),
    ("takeaways", r"(?:\w+ )?(?:key )?(?:takeaways?|take[ -]aways?|messages|insights)\b.{0,90}"),
    ("figures", r"(?:facts and |key )?figures|(?:conference |event )?in numbers|statistics"),
    ("impressions", r"impressions|gallery|photos?|(?:photo|picture) gallery"),
    ("venues", r"(?:\w+ ){0,3}venues?"),
    ("imprint", r"imprint|impressum|credits|publication details|copyright"),
    ("team", r"(?:(?:our|the|organising|organizing|conference|project|(?!publication|editorial)\w{2,12}) ){0,2}team"),
    ("members", r"(?:\w+ ){0,3}members? states(?: and observers)?|(?:our )?members"),
    ("about", r"about (?:us|the \w.{0,60}|\w.{0,60})|(?:\w+ )?mission statement"),
    ("supporters", r"(?:our )?(?:organi[sz]ers and )?(?:sponsors|supporters|partners|donors)(?: and (?:sponsors|supporters|partners|donors))?"),
)  # fmt: skip
_HEADING_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in HEADINGS)


#: What a heading says of the state or order of the list of people below it: "(extract)", "(as of 3 May)", "(in alphabetical order)".
_QUALIFIED = re.compile(r"\s*\([a-z][^()]{2,40}\)$")


def heading_kind(line: str) -> str:
    """Return the kind of part that a heading opens, or "".

    Example:
        >>> heading_kind("Five takeaways"), heading_kind("Small harbours"), heading_kind("Participants (extract)")
        ('takeaways', '', 'speakers')
    """
    words = line[outline(line)[1] :]
    key = fold(words)
    if kind := next((kind for kind, pattern in _HEADING_PATTERNS if pattern.fullmatch(key)), ""):
        return kind
    qualified = _QUALIFIED.search(words) if words.endswith(")") else None
    return "speakers" if qualified and heading_kind(words[: qualified.start()]) == "speakers" else ""
