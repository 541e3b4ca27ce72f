"""Roles that running text gives people: who moderated, opened, presented, and who took part from afar."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from vmcgraph import reference
from vmcgraph.document import Block, Document, Part
from vmcgraph.extraction.people import Draft, People
from vmcgraph.extraction.phrases import PhraseFinder, Text
from vmcgraph.extraction.prose import paragraphs
from vmcgraph.names import name_at

_CLAUSE_END = re.compile(
    r"[.;:!?](?=\s|$)(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bDr\.)(?<!\bMs\.)(?<!\bProf\.)(?<!\bMag\.)(?<!\bDott\.)|,\s+(?:the|this|these|it|its|they|speakers?|panell?ists?|who|which)\s|"
    r"\s(?:featured|brought together|included|explored|examined|discussed|highlighted|focused|was followed|on (?:strategies|how)|"
    r"diskutierten|debattierten|berieten|tauschten|sprachen|hanno discusso|si sono confrontati|si sono confrontate)\b"
)
_BETWEEN = re.compile(
    r"\b(?:conversation|discussion|dialogue|exchange|debate|talk)\b(?:\s\w+){0,8}?\s+(?:between|with)\s+"
)
#: What people do to a session, with the part that this gives them.
_ACTS = {
    "moderator": r"moderat(?:ed|es|ing)|(?:co-)?chair(?:ed|s|ing)|facilitat(?:ed|es|ing)|presid(?:ed|es|ing) over|steer(?:ed|s|ing)",
    "opening": r"open(?:ed|s|ing)|inaugurat(?:ed|es|ing)|kick(?:ed|s|ing) off",
    "closing": r"clos(?:ed|es|ing)|conclud(?:ed|es|ing)|wrap(?:ped|s|ping) up|adjourn(?:ed|s|ing)",
}
_EVENTS = (
    "session|panel|discussion|debate|conversation|dialogue|meeting|round[ -]?table|workshop|segment|plenary|sitting|event|conference|forum|"
    "summit|seminar|symposium|congress|colloquium|webinar|retreat|hearing|consultations?|ceremony|proceedings|working group|day|evening|dinner"
)
_ACT = "|".join(f"(?P<{role}>{verbs})" for role, verbs in _ACTS.items())
#: "chaired the second round table", "opening the meeting", "Jane Roe moderated."; with "by" behind the verb, who did it follows.
_ACTIVE = re.compile(
    rf"\b(?:{_ACT})(?: (?:the|this|that|its|both) (?:[\w-]+ ){{0,3}}?(?:{_EVENTS})\b|(?<=moderated)(?=[.;])|(?P<bare>)(?=[.;,]))"
)
#: Before a verb whose object is the session of which a clause tells: "The session, which Jane Roe chaired, dealt with …".
_WHICH = re.compile(rf"\b(?:{_EVENTS}),? (?:which|that) (?:[^.;]|\b(?:mr|ms|mrs|dr|prof|amb|hon|h\.e)\.){{3,160}}$")
_PASSIVE = re.compile(rf"\b(?:{_ACT})(?<!s)(?<!ing) (?:by|under)\b")
#: Before a passive that tells of something else, of another time, or of what was not done: "was never", "the bridge was", "a debate in 2012 was".
_NOT_DONE = re.compile(
    r"(?:\b(?:not|never|hardly|almost|nearly|to be|should|could|would|might|must)\b|n't\b)[\w ]{0,25}$|"
    rf"(?:\A|[.;]\s+)(?:the|this|an?)\s(?:(?!(?:{_EVENTS})s?\b)[\w-]+\s){{1,4}}was\s\Z|\b(?:in|from|of)\s(?:19|20)\d\d\s(?:was|were)\s$|\b(?:recalled|remembered)\b[^.;]{{0,60}}$"
)
#: "Chair of the session was", "moderators for the two panels were": who it is follows.
_OFFICE_OF = re.compile(
    rf"\b(?P<moderator>(?:co-)?(?:chair(?:person)?|moderator|facilitator)s?) (?:of|for) (?:the|this) (?:[\w-]+ ){{0,3}}?(?:{_EVENTS})s? (?:was|were)\b"
)
_SPEECH = (
    r"(?:remarks|statements?|address(?:es)?|words|speech(?:es)?|presentations?|interventions?|contributions?|comments)"
)
#: "Presentations were made by", "opening remarks were delivered by", "the meeting heard presentations from".
_DELIVERED = re.compile(
    rf"\b(?:(?P<opening>opening|welcom\w+|inaugural)|(?P<closing>closing|concluding|final)|(?P<keynote>keynote))?\s*{_SPEECH} "
    r"(?:(?:was|were) )?(?:made|delivered|given|offered|provided|presented|by|from)(?: (?:by|from))?(?:(?<= by)|(?<= from)):?(?= )"
)
#: With which words the acts and the deliveries begin: most words begin neither.
_DOING = (
    "moderat",
    "chair",
    "co",
    "facilitat",
    "presid",
    "steer",
    "open",
    "inaugurat",
    "kick",
    "clos",
    "conclud",
    "wrap",
    "adjourn",
)
_SAYING = (
    "opening", "welcom", "inaugural", "closing", "concluding", "final", "keynote", "remarks", "statement", "address", "words", "speech",
    "presentation", "intervention", "contribution", "comments",
)  # fmt: skip
_Place = tuple[int, int]
_AHEAD = re.compile(
    r"\b(?:by|with|from|featured|featuring|included|together|were|comprised|of|between|da|von|mit|following|"
    r"sprach|sprachen|gab|gaben|hielt|hielten|leitete|leiteten|moderierte|moderierten|übernahm|hatte|führte|diskutierten|debattierten|saßen|kam)$"
)
#: What may stand between "In a keynote" or "Opening the meeting" at the start of a sentence and who does so.
#: A verb of which one alone is the subject, who stands behind it: "Das Podium leitete Ada Roe".
_ONE = re.compile(r"\b(?:sprach|gab|hielt|leitete|moderierte|übernahm|hatte|führte|kam)$")
_LEAD = re.compile(r"(?:\s+(?:address|speech|lecture|statement|remarks|presentation))?(?:,[^,.;:]{1,60}(?=,))?,?\s+")
_AFAR = (
    r"(?:online|virtually|remotely|(?:by|via|per|through|over) (?:an? )?(?:video|zoom|teams|webex|telephone)(?:[ -]?(?:link|conference|call|message))?|"
    r"on screen|from afar|in a (?:pre-?)?recorded (?:message|statement))"
)
#: "joined the panel by video link", "delivered remotely".
_ONLINE = re.compile(
    r"\b(?:join(?:ed|s|ing)|t(?:akes|ook|aking) part|participat(?:ed|es|ing)|sp(?:oke|eaks|eaking)|connect(?:ed|s|ing)|intervened|"
    rf"deliver(?:ed|ing)|given|address(?:ed|ing)|attend(?:ed|ing)|present(?:ed|ing))\b[^.;:,]{{0,40}}?\b{_AFAR}\b|"
    r"\b(?:(?:online |digital |virtuell |live )?(?:zugeschaltet|zugeschalten|dazugeschaltet)|per Video(?:schaltung|schalte|konferenz|link)?|in (?:video)?collegamento|da remoto)\b",
    re.IGNORECASE,
)
#: Before one in a list who is not in the room: "Jane Roe; and, via video link, John Doe".
_NEXT_AFAR = re.compile(rf"[,;]\s+(?:and\s*,?\s+)?{_AFAR},\s+(?=[A-ZÀ-ÞĀ-ɏ])")
#: Before the next one in a list, where a semicolon ended the one before.
_NEXT = re.compile(rf"\s+(?:and,?\s+)?(?:{_AFAR},\s+)?")
#: How roles call that somebody speaks or asks from the floor, as an answer tells: "Asked by X about …", "To a question from X, she replied".
ASKED = "asked"
_ASKED = re.compile(
    r"(?:asked|challenged|pressed|prompted) by\s+|(?:question|comment|query|remark|intervention|objection|point)s? (?:by|from|of|raised by|made by)\s+"
)
_ASKING = tuple("asked challenged pressed prompted question comment query remark intervention objection point".split())
_TO_WHAT = re.compile(r"\b(?:to|answering|taking up)\s+(?:an?|the|another)\s+$")
#: "To X (Quay Trust), who feared the worst, she replied …".
_REPLIED = re.compile(r"\bto\s+(?=[^.;]{5,200}?,\s+\S+ (?:replied|answered|responded|retorted)\b)")
_REPLYING = ("replied", "answered", "responded", "retorted")
_SENTENCE = re.compile(r"[.!?]['”\"]?\s+(?=[A-ZÀ-ÞĀ-ɏ“])")
_SHORTENED = re.compile(r"\b(?:Mr|Ms|Mrs|Mx|Dr|Prof|Amb|Hon|H\.E|Msgr|Rev|Gen|Col|Sen|Sra?|Mme|[A-Z])\.$")
#: Between a person and what the person does: few words, or what stands between commas.
_DOES = re.compile(r"^[^.;,]{0,25}$|,\s+(?:who\s+)?(?:\w+\s+)?$")
_NEAR = 40
_DOES_THEN = re.compile(r"\s+(?!and\b)[a-z]")


@dataclass(frozen=True, slots=True)
class NarratedRole:
    """A role that the text of a part gives a person."""

    person: Draft
    role: str
    start: int
    end: int
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that give a role: whose names stand ahead of them, or before."""

    role: str
    start: int
    end: int
    words: str
    ahead: bool


def online_persons(flat: str, document: Document, part: Part, people: People) -> Iterator[Draft]:
    """Yield persons of whom the prose of a part says that they took part from afar."""
    forms, finder = people.forms.any, people.forms.finder
    for block in paragraphs(document, part):
        for match in _ONLINE.finditer(flat, block.start, block.end):
            start, end = match.span()
            named = list(finder.find(flat, sentence_start(flat, block.start, start), start))
            if named and _DOES.search(flat[named[-1][1] : start]):
                yield forms[named[-1][2]]
            elif not named:  # "In a message delivered online, X said"
                yield from (forms[form] for _, _, form in list(finder.find(flat, end, min(end + _NEAR, block.end)))[:1])
        for match in _NEXT_AFAR.finditer(flat, block.start, block.end):
            name = name_at(flat, match.end(), end=block.end)
            yield from (forms[form] for _, _, form in finder.find(flat, name.start, name.end)) if name else ()


def narrated_roles(document: Document, flat: str, part: Part, people: People) -> Iterator[NarratedRole]:
    """Yield the roles that the prose of a part gives to persons.

    "Moderated by X and Y" looks ahead, "X moderated the session" looks back in the sentence.
    """
    forms, names = people.forms.any, people.forms.finder
    lowered = Text.of(flat).small
    doing, saying = lowered.spans(*_DOING), lowered.spans(*_SAYING)
    floor = [match.span() for start, _ in lowered.spans(*_SPEAKING) if (match := _FLOOR.match(lowered, start))]
    blocks = list(paragraphs(document, part))
    for start, end in _askers(flat, lowered, blocks):
        named = name_at(flat, end, end=end + _NEAR) if part.start <= start < part.end else None
        found = next(names.find(flat, end, named.end), None) if named else None
        if found and named and found[1] == named.end:
            yield NarratedRole(forms[found[2]], "speaker", start, named.end, ASKED)
    for block in blocks:
        for told in _once(_phrases(lowered, block, doing, saying)):
            if _LATER.search(lowered, max(block.start, told.start - 6), told.start) and _would(flat, block, told.end):
                continue  # "a small group, to be chaired by Jane Roe, would report back"
            if told.ahead and _LEADS_A_BODY.search(lowered, max(block.start, told.start - 40), told.end):
                continue
            if told.ahead:
                leads = told.role != "speaker" and told.start - sentence_start(flat, block.start, told.start) < 2
                stop = _list_end(flat, told.end, block.end)
                for first, last, form in names.find(flat, told.end, stop):
                    if (
                        leads
                        and _DOES_THEN.match(flat, last)
                        and re.search(r",\s+(?:\w+\.?\s+)?$", flat[told.end : first])
                    ):
                        break  # "Chaired by X, Ms Y said": the subject of the sentence
                    yield NarratedRole(forms[form], told.role, told.start, last, told.words)
                    if _ONE.search(told.words):
                        break
            elif found := _subject(flat, block, told, names):
                first, last, form = found
                yield NarratedRole(forms[form], told.role, min(first, told.start), max(last, told.end), told.words)
        for start, end in floor[bisect_left(floor, (block.start,)) : bisect_left(floor, (block.end,))]:
            yield from _from_floor(flat, block, start, end, people)
        for match in _BETWEEN.finditer(flat, block.start, block.end):
            for first, last, form in names.find(flat, match.end(), _clause_end(flat, match.end(), block.end)):
                if " " in form:
                    yield NarratedRole(forms[form], "speaker", first, last)


#: Of which several people one sentence says that they spoke: "Ms Roe (Malta) and Mr Lind took the floor".
_FLOOR = re.compile(
    r"(?:took the floor|intervened|spoke in turn|(?:took part|participated) in (?:the|this|that) (?:\w+ )?(?:discussion|debate|exchange(?: of views)?))(?=[.:;]| on | in | during | to )"
)
_SPEAKING = ("took", "intervened", "spoke", "participated")


def _from_floor(flat: str, block: Block, start: int, end: int, people: People) -> Iterator[NarratedRole]:
    """Yield all who took the floor, by the words that say so at an offset: who is named before them or, behind a colon, after."""
    forms, names = people.forms.any, people.forms.finder
    first = sentence_start(flat, block.start, start)
    if flat[end : end + 1] == ":":
        first, start = end, _list_end(flat, end + 1, block.end)
    for one, two, form in names.find(flat, first, start):
        yield NarratedRole(forms[form], "speaker", one, two, ASKED)


def _askers(flat: str, lowered: Text, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield where what leads to somebody starts and ends who asks something from the floor, as the answer tells."""
    for start, _ in lowered.spans(*_ASKING):
        match = _ASKED.match(lowered, start)
        if match and (" by" in match[0][:14] or _TO_WHAT.search(lowered, max(0, start - 20), start)):
            yield match.span()
    for block in sorted(lowered.stretches_with([(block.start, block.end) for block in blocks], *_REPLYING)):
        for match in _REPLIED.finditer(lowered, *block):
            if match.start() - sentence_start(flat, block[0], match.start()) < 2:
                yield match.span()


#: Who leads a sitting, before the name: "Co-Facilitator Jane Roe", "COP President Jane Roe opened".
_OFFICER = re.compile(
    r"(?<![\w-])(?P<body>[A-Z][\w&-]*[A-Z\d]\s+|Committee\s+|Conference\s+)?(?P<office>(?:Co-|Vice-)?(?:Chair(?:person)?|Facilitator|Moderator)s?|(?<=[A-Z\d] )President)\s+$"
)
_FORMER = re.compile(r"\b(?:former|then|incoming|outgoing|vice)[ -]$", re.IGNORECASE)
_PRESIDES = re.compile(
    r"(?:\s*\([^()]*\))?,?\s+(?:opened|convened|reconvened|resumed|closed|adjourned|suspended|gavell?ed|called|presided|invited|introduced|launched)\b"
)


def officers(flat: str, document: Document, part: Part, people: People) -> Iterator[NarratedRole]:
    """Yield who leads a sitting of which there is only prose: its chairs and facilitators, or the chair of a body who opens it."""
    forms, finder = people.forms.any, people.forms.finder
    for block in paragraphs(document, part):
        before: tuple[int, int] | None = None  # the office, and the end of the last who has it
        for first, last, form in finder.find(flat, block.start, block.end):
            found = _OFFICER.search(flat, max(block.start, first - 40), first)
            if found and not _FORMER.search(flat, max(block.start, found.start() - 10), found.start()):
                deputy = found["office"].startswith("Vice")  # who leads only where the text says so
                if (found["body"] is None and not deputy) or _PRESIDES.match(flat, last, block.end):
                    before = (found.start(), last) if found["office"].endswith("s") else None
                    yield NarratedRole(forms[form], "moderator", found.start(), last, found[0].strip())
            elif before and re.fullmatch(r"(?:\s*\([^()]*\))?,?\s*(?:and\s+)?", flat[before[1] : first]):
                before = (before[0], last)
                yield NarratedRole(forms[form], "moderator", before[0], last, "")


@cache
def _words() -> tuple[PhraseFinder, dict[str, str]]:
    """Return the phrases of the reference table, by which prose gives a role."""
    rows = reference.table("role_words")
    phrases = {row["form"].lower(): row["role"] for row in rows if row["kind"] == "narrative"}
    return PhraseFinder(phrases), phrases


def _phrases(lowered: Text, block: Block, doing: list[_Place], saying: list[_Place]) -> Iterator[Phrase]:
    """Yield what gives a role in a paragraph; `doing` and `saying` are where the acts and deliveries of the text may begin."""
    finder, roles = _words()
    for start, end, words in finder.find(lowered, block.start, block.end):
        colon = lowered[end : end + 2] == ": "  # "the panellists: …"
        if words.endswith(" by") and _is_undone(lowered, block, start + len(words) - len(words.removeprefix("was "))):
            continue
        yield Phrase(roles[words], start, end + colon, words, colon or _AHEAD.search(words) is not None)
    for pattern, starts in ((_ACTIVE, doing), (_PASSIVE, doing), (_OFFICE_OF, doing), (_DELIVERED, saying)):
        at = block.start
        for start, _ in starts[bisect_left(starts, (block.start,)) : bisect_left(starts, (block.end,))]:
            match = pattern.match(lowered, start, block.end) if start >= at else None
            if match and pattern is _PASSIVE and _is_undone(lowered, block, start):
                continue
            if match and (match.lastgroup != "bare" or _WHICH.search(lowered, max(block.start, start - 200), start)):
                at = match.end()
                role = next((role for role, words in match.groupdict().items() if words), "speaker")
                yield Phrase(role, start, at, match[0], pattern is not _ACTIVE)


def _is_undone(lowered: Text, block: Block, start: int) -> bool:
    """Say whether a passive tells of something else, of another time, or of what was not done."""
    begin = max(block.start, lowered.rfind(". ", block.start, start) + 2)  # of its sentence
    return _NOT_DONE.search(lowered[begin:start]) is not None


def _once(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Yield phrases in their order, without those inside another one of their role: "moderated by" in "was moderated by"."""
    ends: dict[str, int] = {}
    for phrase in sorted(phrases, key=lambda phrase: (phrase.start, -phrase.end)):
        if phrase.start >= ends.get(phrase.role, 0):
            ends[phrase.role] = phrase.end
            yield phrase


#: Who leads a body leads no session: "Its board is chaired by Jane Roe".
_LEADS_A_BODY = re.compile(
    r"\b(?:board|foundation|institute|network|association|union|trust|company|(?:committee|council|commission)(?= is))\s+(?:(?:is|was|has been)\s+)?(?:co-)?(?:chaired|led|headed|presided)\b"
)
_LATER = re.compile(r"\bto be\s+$")


def _would(flat: str, block: Block, at: int) -> bool:
    """Say whether the sentence around an offset tells of what is to come, and not of this session."""
    stop = _SENTENCE.search(flat, at, block.end)
    return (
        re.search(r"\bwould\b", flat[sentence_start(flat, block.start, at) : stop.start() if stop else block.end])
        is not None
    )


def _subject(flat: str, block: Block, told: Phrase, names: PhraseFinder) -> tuple[int, int, str] | None:
    """Return the name before a phrase in its sentence, or behind one that opens it: "In her keynote, X", "Opening the meeting, X"."""
    sentence = sentence_start(flat, block.start, told.start)
    before = list(names.find(flat, sentence, told.start))
    if before:
        return before[-1]
    lead = _LEAD.match(flat, told.end, block.end) if told.start - sentence < 2 else None
    if not lead:
        return None
    named = name_at(flat, lead.end(), end=block.end)
    start = named.start if named else lead.end()
    return next((found for found in names.find(flat, told.end, block.end) if found[0] <= start), None)


def _list_end(flat: str, start: int, limit: int) -> int:
    """Return where the people end whom a phrase lists: semicolons part those who are named with their posts."""
    end = _clause_end(flat, start, limit)
    while end < limit and flat[end - 1] == ";" and name_at(flat, _behind_gap(flat, end), end=limit):
        end = _clause_end(flat, end, limit)
    return end


def _behind_gap(flat: str, at: int) -> int:
    match = _NEXT.match(flat, at)
    return match.end() if match else at


def _clause_end(flat: str, start: int, limit: int) -> int:
    match = _CLAUSE_END.search(flat, start, limit)
    return match.start() + 1 if match else limit


def sentence_start(flat: str, first: int, at: int) -> int:
    """Return where the sentence around an offset starts, at the earliest at `first`.

    Example:
        >>> sentence_start("It rained. Mr. Roe left.", 0, 20)
        11
    """
    ends = [
        match.end()
        for match in _SENTENCE.finditer(flat, first, min(at + 1, len(flat)))
        if not _SHORTENED.search(flat, max(first, match.start() - 5), match.start() + 1)
    ]
    return ends[-1] if ends else first
