"""What a report states between things: who funds, implements, proposes, chairs, hosts what; what is part of, or works in, what.

Each rule is a form of words between two named things of one sentence. A mention beside a pact is no party.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that a sentence names.

    Args:
        start, end: offsets into the sentence.
        kind: country, organisation, instrument or person.
        key: tells things apart.
        type: of an instrument or a body.
        within: the key of the body that it is a part of, or "".
    """

    start: int
    end: int
    kind: str
    key: str
    type: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation as found: subject, predicate, object, and the words of the sentence that state it."""

    subject: str
    predicate: str
    object: str
    start: int
    end: int


_ACTORS = frozenset({"organisation", "country", "person"})
#: Predicates that lead from the instrument to the actor.
_TO_ACTOR = frozenset({"supported by", "hosted by", "organised by"})
#: What somebody does to an instrument, by the stem of the verb: both "X funds Y" and "Y, funded by X".
_DEEDS = {
    "co-fund": "funds", "cofund": "funds", "fund": "funds", "financ": "funds", "co-financ": "funds", "bankroll": "funds",
    "implement": "implements", "run": "implements", "ran": "implements", "manag": "implements", "operat": "implements",
    "led": "implements", "lead": "implements", "launch": "implements", "initiat": "implements", "establish": "implements",
    "set up": "implements", "introduc": "implements", "roll": "implements", "creat": "implements", "pilot": "implements",
    "propos": "proposes", "unveil": "proposes", "put forward": "proposes", "tabl": "proposes", "present": "proposes",
    "support": "supported by", "back": "supported by", "co-support": "supported by",
    "host": "hosted by", "organis": "organised by", "organiz": "organised by", "conven": "organised by",
    "chair": "chairs", "co-chair": "chairs", "found": "founder of", "co-found": "founder of",
    "sign": "party to", "conclud": "party to", "ratif": "party to", "join": "party to", "accede": "party to", "renew": "party to",
}  # fmt: skip
_STEMS = "|".join(sorted((re.escape(stem).replace(r"\ ", r"\s+") for stem in _DEEDS), key=len, reverse=True))
_VERB = rf"(?P<verb>(?:{_STEMS}))(?:s|es|ed|d|e|t|ing|ied|ies|ned|ning|ting)?"
_ADVERBS = r"(?:(?:\w+ly|also|jointly|partly|first|then|now|recently)\s+)*"
_AUXILIARY = r"(?:(?:has|have|had|is|are|was|were|will|would|to|plans?|planned|continues?|prepar(?:es?|ed|ing)|beg[iau]ns?|helps?|agreed|decided|of)\s+)*"
#: Words that lead to a name: "a new", "its long-awaited strategy, titled".
_LEAD_IN = r"(?:\s+(?!(?:by|with|and|in|that|to|for|it|them|through|under|from|at|into)\b)[\w'’-]+){0,6}(?:,?\s+(?:titled|entitled|called|named|known as))?\s+[“\"'‘]?"
#: "X has funded the …": between an actor and an instrument.
_DOES = re.compile(
    rf"(?P<aside>(?:,[^,;]{{0,90}},)?)(?:,?\s+(?:which|who))?(?:(?:\s+[\w-]+){{1,8}}?\s+to)?\s+"
    rf"{_AUXILIARY}{_ADVERBS}{_AUXILIARY}{_VERB}{_LEAD_IN}",
    re.IGNORECASE,
)
#: ", which is funded by the …": between an instrument and an actor.
_BY = rf"{_ADVERBS}{_VERB}\s+(?:\w+\s+)?by\s+(?:the\s+)?"
_DONE_BY = re.compile(
    r"[\s,]*(?:\([^()]*\))?(?:\s+(?:pilot\s+)?(?:project|programme|initiative|scheme))?(?:\s+in\s+[A-Z]\w+(?:(?:,|,?\s+and)\s+[A-Z]\w+)*)?[\s,]*"
    r"(?:(?:an?|the)\s+[^,;.]{0,60}?\s+)?(?:(?:which|that)\s+)?(?:(?:is|was|are|were|been|being|has been|have been|will be|would be|is to be|to be)\s+)?"
    rf"{_BY}",
    re.IGNORECASE,
)
#: "…, and implemented by": the next actor of the same instrument.
_AND_BY = re.compile(rf"(?:\s*\([^()]*\))?,?\s*(?:and\s+)?(?:(?:is|was|are|were)\s+)?{_BY}", re.IGNORECASE)
#: ", a scheme that the Agency" … "runs".
_WHICH = re.compile(r"(?:\s*\([^()]*\))?,?\s+(?:an?\s+[^,.;]{0,50}?\s+)?(?:which|that)\s+(?:the\s+)?")
_THEN = re.compile(rf"\s+{_ADVERBS}{_AUXILIARY}{_VERB}(?=[\s,.])", re.IGNORECASE)
_HYPHENED = re.compile(rf"-{_VERB}(?:\s+and\s+[\w-]+)?\s+(?:[\w-]+\s+){{0,3}}", re.IGNORECASE)
_OWNS = re.compile(
    r"['’]s?\s+(?P<words>(?:[\w-]+\s+){0,4}?(?:[\w-]+,\s+)?(?:[\w-]+,?\s+(?:titled|entitled|called|named|known as)\s+)?)[“\"'‘]?"
)
_NEW = re.compile(r"\b(?:proposed|proposal|new|recently|upcoming|planned|forthcoming|draft)\b")
#: What its owner has put forward; other things are carried out by their owner.
_PUT_FORWARD = frozenset({"strategy", "policy framework", "proposal", "report"})
_SUPPORTED = re.compile(
    r"[^.;]*?\b(?:in (?:close )?(?:coordination|cooperation|partnership|collaboration) with|with (?:the )?(?:financial |technical )?support (?:of|from))\s+(?:the\s+)?"
)
_WHERE = re.compile(
    r"\s*(?:\([^()]*\))?,?\s*(?:(?:pilot\s+)?(?:project|programme|initiative|scheme|centres?|offices?)\s*)?"
    r"(?:,?\s*(?:launched|operating|active|established|set up|rolled out|piloted|based|opened)\s+(?:in\s+\d{4}\s+)?)?(?:in|across)\s+(?:the\s+)?"
)
_WORKS_IN = re.compile(
    rf"(?:\s*\([^()]*\))?(?:,?\s+(?:which|that))?\s+{_ADVERBS}(?:(?:operat|work)(?:es?|s?|ed|ing)|(?:is|are|was|were)\s+(?:active|present)|"
    r"(?:has|have|had|runs?|ran|implements?|implemented|carries out|carry out|keeps?|maintains?)\s+(?:\w+\s+){0,2}"
    r"(?:programmes?|projects?|offices?|centres?|missions?|operations))\s+(?:in|across)\s+(?:the\s+)?"
    r"|['’]s?\s+(?:\w+\s+){0,2}(?:programmes?|projects?|operations)\s+(?:in|across)\s+(?:the\s+)?"
)
_SUCH_AS = r"\s*(?:,|—|–|\()?\s*(?:including|such as|like|namely)\s+(?:the\s+)?"
_MEMBERS = re.compile(
    rf"\s+(?:agencies|bodies|institutions|organisations|countries|members|member states|Member States)\s*{_SUCH_AS}"
    r"|,?\s+(?:which\s+)?(?:compris(?:es|ing|ed)|(?:is |are )?(?:composed|made up) of|consist(?:s|ing) of)\s+(?:[\w-]+\s+){0,4}?(?:from\s+)?(?:[\w ]+,\s+)?(?:the\s+)?"
    r"|,?\s+whose (?:founding )?members (?:are|include)\s+(?:the\s+)?"
)
_AGENCIES = re.compile(r"\s+(?:agencies|bodies|institutions|organisations)\b")
_COMPONENTS = re.compile(
    rf"[^.;]{{0,140}}?(?<!other )\b(?:components?|elements?|parts|pillars?|instruments?|systems?|tools?|measures?)\s*{_SUCH_AS}"
    r"|\s+(?:provides?|provided) for\s+(?:the\s+)?(?:creation\s+of\s+|establishment\s+of\s+)?(?:the\s+)?"
    r"|\s+(?:creates?|created|includes?|established|establishes|comprises|sets up)\s+(?:the\s+|a\s+)?"
)
_SUCH = re.compile(_SUCH_AS)
_PARTS_OF = re.compile(r"\b(?:components?|elements?|parts|pillars?|instruments?)\s+of\s+(?:the\s+)?$")
_PART_OF = re.compile(
    r"(?:\s*\([^()]*\))?,?\s+(?:(?:is|are|was|were|forms?|formed|as)\s+)?(?:an?\s+)?(?:\w+\s+)?(?:part|component|element|pillar)\s+of\s+(?:the\s+)?"
)
_PRESIDES = re.compile(
    r"(?:['’]s?)?\s+(?:(?:holds?|held|assumes?|assumed|takes? over|took over|will hold|rotating|current|upcoming|the|EU)\s+)*[Pp]residency\s+of\s+(?:the\s+)?"
)
_BASED = re.compile(r"\b(?P<city>[A-ZÀ-Þ][a-zà-þ]{3,})-based\s+(?:[\w-]+\s+){0,2}$")
_BASED_BEHIND = re.compile(r"(?:\s*\([^()]*\))?,\s+an?\s+(?P<city>[A-ZÀ-Þ][a-zà-þ]{3,})-based\b")
_SEAT = re.compile(
    r"(?:\s*\([^()]*\))?,?\s+(?:(?:which\s+|and\s+)?(?:is|are|was)\s+)?(?P<how>based|headquartered|seated|(?:(?:which|that|and)\s+)?(?:has|have|with)\s+(?:its|their)\s+"
    r"(?:seat|headquarters|head office|main office|secretariat)|(?:which|that)\s+\S+\s+hosts)?\s*(?:in|at)\s+(?P<city>[A-ZÀ-Þ][\w-]+(?:\s(?:City|Town|Palmas|Salvador|Lumpur|Ababa|Aires))?)"
)
#: Bodies that "in Vienna" behind the name tells the seat of; an office or mission elsewhere works there.
_SEATED = frozenset({"think tank", "university", "NGO", "company", "network"})
#: Of "Norway's foreign minister, Ada Brook" the person acts.
IN_OFFICE = re.compile(
    r"(?:['’]s?)?,?\s+(?:[\w-]+\s+){0,4}?(?:minister|president|chancellor|premier|secretary|director|envoy|ambassador|commissioner|head|chief|chair|"
    r"mayor|governor|king|queen|spokes\w+|representative)\b(?:\s+(?:for|of)\s+[\w\s]{1,30}?)?,?\s+",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"(?:['’]s?)? (?:(?:Federal|National|own|new) )?")
_NEXT = re.compile(r"\s*(?:\([^()]*\))?\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)(?:the\s+)?")
#: How far apart two related things stand, in characters.
_FAR = 180


def find_relations(text: str, named: Sequence[Named]) -> Iterator[Stated]:
    """Yield the relations that a sentence states.

    Args:
        text: the sentence.
        named: the things it names, in order.

    Example:
        >>> named = [Named(0, 6, "country", "NOR"), Named(18, 29, "instrument", "pool")]
        >>> [(each.subject, each.predicate) for each in find_relations("Norway funded the Skills Pool.", named)]
        [('NOR', 'funds')]
    """
    named = [item for item in apart(text, named) if not _names_an_office(text, item, named)]
    for index, left in enumerate(named):
        for right in named[index + 1 : index + 8]:
            if left.end <= right.start <= left.end + _FAR and left.key != right.key:
                yield from _between(text, left, right, named)


def apart(text: str, named: Sequence[Named]) -> list[Named]:
    """Return the named things without those that only tell whose body or fund another one is."""
    return [item for item in named if not _describes(text, item, named)]


def _names_an_office(text: str, item: Named, named: Sequence[Named]) -> bool:
    """Say whether a country or body only tells whose minister is named: "Norway's foreign minister, Ada Brook"."""
    office = IN_OFFICE.match(text, item.end) if item.kind in ("country", "organisation") else None
    return office is not None and any(other.kind == "person" and other.start == office.end() for other in named)


def _describes(text: str, item: Named, named: Sequence[Named]) -> bool:
    """Say whether a country only tells whose body is named: "the Austrian Ministry of Labour", "Austria's Ministry of Labour"."""
    behind = [other for other in named if other.end > item.start and other is not item]
    funds = (other for other in behind if other.type == "fund" and other.start > item.start)
    if item.kind in ("country", "organisation") and any(_WHOSE.fullmatch(text, item.end, fund.start) for fund in funds):
        return True
    bodies = (other for other in behind if other.kind == "organisation")
    return item.kind == "country" and any(
        other.start <= item.start or _WHOSE.fullmatch(text, item.end, other.start) for other in bodies
    )


def _between(text: str, left: Named, right: Named, named: Sequence[Named]) -> Iterator[Stated]:
    gap = text[left.end : right.start]
    if left.kind in _ACTORS and right.kind == "instrument":
        yield from _actor_first(text, left, right, gap, named)
    elif left.kind == "instrument" and right.kind == "instrument":
        yield from _instruments(text, left, right, gap, named)
    elif left.kind == "instrument":
        yield from _instrument_first(text, left, right, gap, named)
    elif left.kind in ("organisation", "country") and right.kind in ("organisation", "country"):
        yield from _bodies(text, left, right, gap, named)


def _directed(actor: Named, predicate: str, thing: Named) -> Stated:
    """Put subject and object in the predicate's direction: "funds" leads from the actor, "hosted by" to it."""
    ends = (thing.key, predicate, actor.key) if predicate in _TO_ACTOR else (actor.key, predicate, thing.key)
    return Stated(*ends, min(actor.start, thing.start), max(actor.end, thing.end))


def _deed(match: re.Match[str]) -> str:
    return _DEEDS[" ".join(match["verb"].lower().split())]


def _actor_first(text: str, actor: Named, thing: Named, gap: str, named: Sequence[Named]) -> Iterator[Stated]:
    """Read "X funds Y", "X-funded Y", "X's Y", and "in X, Y"."""
    done = _HYPHENED.fullmatch(gap)
    if done and done["verb"]:
        yield _directed(actor, _deed(done), thing)
    elif (does := _DOES.fullmatch(gap)) and not _others(text, actor.end + does.end("aside"), thing, named):
        predicate = _deed(does)
        shows = does["verb"].lower() == "present"  # people present what others have made
        if actor.kind == "person" and (shows or predicate not in ("proposes", "chairs", "founder of")):
            return  # a minister who launches something does so for a body, which the text may not name
        for each in (*_before(text, actor, named), actor):
            yield _directed(each, predicate, thing)
    elif thing.type in ("fund", "law") and (owns := _OWNS.fullmatch(gap)) and not _NEW.search(owns["words"]):
        return  # whose fund it is says neither who pays nor who runs it; whose law it is, not who proposed it
    elif (owns := _OWNS.fullmatch(gap)) and actor.kind != "person":
        put_forward = thing.type in _PUT_FORWARD or _NEW.search(owns["words"])
        yield _directed(
            actor, "organised by" if thing.type == "conference" else "proposes" if put_forward else "implements", thing
        )
    elif owns and _NEW.search(owns["words"]):
        yield _directed(actor, "proposes", thing)
    elif actor.kind == "country" and gap == ", " and re.search(r"\b[Ii]n\s+(?:the\s+)?$", text[: actor.start]):
        yield Stated(thing.key, "operates in", actor.key, actor.start, thing.end)


def _instrument_first(text: str, thing: Named, actor: Named, gap: str, named: Sequence[Named]) -> Iterator[Stated]:
    """Read "Y, funded by X", "Y in coordination with X", "Y in X"."""
    if done := _DONE_BY.fullmatch(gap):
        yield from _done_by(text, thing, actor, done, named)
    elif _WHICH.fullmatch(gap) and (does := _THEN.match(text, actor.end)):
        yield _directed(actor, _deed(does), thing)
    elif actor.kind != "person" and _SUPPORTED.fullmatch(gap):
        for each in _listed(text, actor, named):
            yield _directed(each, "supported by", thing)
    elif actor.kind == "country" and (_WHERE.fullmatch(gap) or _WORKS_IN.fullmatch(gap)):
        for each in _listed(text, actor, named):
            yield Stated(thing.key, "operates in", each.key, thing.start, each.end)


def _done_by(text: str, thing: Named, first: Named, done: re.Match[str], named: Sequence[Named]) -> Iterator[Stated]:
    """Yield who does what to an instrument: "funded by A and B, and implemented by C"."""
    actor: Named | None = first
    link: re.Match[str] | None = done
    last = first
    while actor and link:
        for last in _listed(text, actor, named):
            yield _directed(last, _deed(link), thing)
        link = _AND_BY.match(text, last.end)
        actor = next((item for item in named if link and item.start == link.end() and item.kind in _ACTORS), None)
    where = _WHERE.match(text, last.end)
    place = next((item for item in named if where and item.start == where.end() and item.kind == "country"), None)
    for each in _listed(text, place, named) if place else ():
        yield Stated(thing.key, "operates in", each.key, thing.start, each.end)


def _instruments(text: str, left: Named, right: Named, gap: str, named: Sequence[Named]) -> Iterator[Stated]:
    """Read "the components of Y such as Z", "Z is part of Y", "Z, funded by Y"."""
    done = _DONE_BY.fullmatch(gap)
    if done and _deed(done) == "funds":
        yield _directed(right, "funds", left)
    elif left.type == right.type == "IT system":
        return  # they exchange data; "systems such as" are others beside it
    elif _COMPONENTS.fullmatch(gap) or (_SUCH.fullmatch(gap) and _PARTS_OF.search(text[: left.start])):
        yield Stated(right.key, "part of", left.key, left.start, right.end)
    elif _PART_OF.fullmatch(gap):
        yield Stated(left.key, "part of", right.key, left.start, right.end)


def _bodies(text: str, left: Named, right: Named, gap: str, named: Sequence[Named]) -> Iterator[Stated]:
    """Read "agencies of X such as Y", "Y, comprising X", "X's Y" of a body and its part, "Y works in X"."""
    if right.within == left.key or left.within == right.key:
        inner, outer = (right, left) if right.within == left.key else (left, right)
        yield Stated(inner.key, "part of", outer.key, left.start, right.end)
    elif left.kind == "organisation" and (members := _MEMBERS.fullmatch(gap)):
        agencies = _AGENCIES.match(members[0])
        for each in _listed(text, right, named):
            yield Stated(
                each.key,
                "part of" if agencies and each.kind != "country" else "member of",
                left.key,
                left.start,
                each.end,
            )
    elif left.kind == "organisation" and right.kind == "country" and _WORKS_IN.fullmatch(gap):
        for each in _listed(text, right, named):
            yield Stated(left.key, "operates in", each.key, left.start, each.end)
    elif left.kind == "country" and right.kind == "organisation" and _PRESIDES.fullmatch(gap):
        yield Stated(left.key, "chairs", right.key, left.start, right.end)


def _listed(text: str, first: Named, named: Sequence[Named]) -> Iterator[Named]:
    """Yield a thing and those that are listed right behind it: "A, B, and the C"."""
    yield first
    last = first
    for item in named:
        if item.start < last.end:
            continue
        if item.kind not in _ACTORS or not _NEXT.fullmatch(text, last.end, item.start):
            return
        yield item
        last = item


def _others(text: str, start: int, thing: Named, named: Sequence[Named]) -> bool:
    """Say whether another actor stands before a thing, and not only as its owner; the deed is then rather that one's."""
    between = (item for item in named if start <= item.start < thing.start and item.kind in _ACTORS)
    return any(text[item.end : item.end + 1] not in ("'", "’") for item in between)


def _before(text: str, last: Named, named: Sequence[Named]) -> Iterator[Named]:
    """Yield the things that are listed right before one: "A and B" before "signed"."""
    for item in named:
        if item.end < last.start and item.kind == last.kind and _NEXT.fullmatch(text, item.end, last.start):
            yield item


def seats(text: str, named: Sequence[Named], is_city: Callable[[str], bool]) -> Iterator[tuple[str, str, int, int]]:
    """Yield body and city of "the Riga-based Centre …", "the Institute …, headquartered in Graz", "the Institute in Graz".

    Args:
        text: the sentence.
        named: the things it names, in order.
        is_city: knows cities; only "headquartered in" tells one that nobody knows.
    """
    for item in named:
        if item.kind == "organisation":
            before = _BASED.search(text[: item.start])
            if before and is_city(before["city"]):
                yield item.key, before["city"], before.start(), item.end
            beside = _BASED_BEHIND.match(text, item.end)
            if beside and is_city(beside["city"]):
                yield item.key, beside["city"], item.start, beside.end()
            behind = _SEAT.match(text, item.end)
            beside_it = behind and item.type in _SEATED and text[item.end : item.end + 1] != ","
            if behind and (behind["how"] or (beside_it and is_city(behind["city"]))):
                yield item.key, behind["city"], item.start, behind.end()
