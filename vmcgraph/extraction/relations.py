"""What a report states between things: who funds, implements, proposes, chairs, hosts what; what is part of, or works in, what.

A sentence is first written with a mark for each name, or for several that are listed: "<I1>, financed by <C2> until now, is run
by <O3>". The wordings of the lexicon are then forms of words between such marks, whatever the names are. A mention beside a pact
is no party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise

from vmcgraph.extraction.foreignwordings import FOREIGN_OBLIQUE, foreign_lexicon
from vmcgraph.extraction.unsettled import denied, only_wished
from vmcgraph.extraction.wordings import Wording, lexicon


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that a sentence names.

    Args:
        start, end: offsets into the sentence.
        kind: country, organisation, instrument or person.
        key: tells things apart.
        type: of an instrument or a body.
        within: the key of the body that it is a part of, or "".
        described: the words name it by its parties: "agreements with Peru".
    """

    start: int
    end: int
    kind: str
    key: str
    type: str = ""
    within: str = ""
    described: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation as found: subject, predicate, object, and the words of the sentence that state it, to its end if `end` is None."""

    subject: str
    predicate: str
    object: str
    start: int
    end: int | None


_LETTER = {"country": "C", "organisation": "O", "person": "P", "instrument": "I"}
#: Predicates that lead from the thing to the actor.
TO_ACTOR = frozenset({"supported by", "hosted by", "organised by", "operates in", "part of"})
#: What is done with a meeting, and with nothing on paper.
_MEETING = frozenset({"hosted by", "organised by", "chairs"})
#: Predicates that a person can have; for the others a person acts in the name of somebody.
_OF_PERSONS = frozenset({"proposes", "chairs", "founder of"})
#: Predicates that the text may state of a body as well as of an instrument.
_OF_BODIES = frozenset({"funds", "founder of", "sets up", "member of", "operates in"})
#: Of these it is rather the body that was named.
_RATHER_OF_BODIES = frozenset({"founder of", "sets up", "member of", "operates in"})
#: Types that a country signs.
_SIGNED = frozenset({"treaty", "agreement", "compact", "partnership", "policy framework"})
#: Types that pay for others.
_PAYING = frozenset({"fund", "programme"})
#: Types that nobody hosts or organises.
_ON_PAPER = frozenset({"law", "treaty", "compact", "agreement", "strategy", "policy framework", "proposal", "report"})
#: Types of what has members.
_OF_MEMBERS = frozenset({"network", "platform", "process/dialogue", "partnership"})
#: Types that several countries who run one are the parties of.
_SHARED = frozenset({"programme", "scheme"})
#: What its owner has put forward; other things are carried out by their owner.
_PUT_FORWARD = frozenset({"strategy", "policy framework", "proposal", "report"})
#: Whose fund it is says neither who pays nor who runs it; whose law it is, not who proposed it.
_NOBODYS = frozenset({"fund", "law", "treaty"})
#: What countries have begun together they are the parties of; what they run, they carry out.
_BEGUN = re.compile(r"\b(?:launch|establish|creat|set\s+up|introduc)")
#: "its Harbour Programme, which finances": its owner pays.
_PAYS = re.compile(r",?\s+(?:which|that)\s+(?:co-)?(?:financ|fund|pay)\w*")
#: What is told of "an independent review of the <I1>, to be paid for by" is not told of the latter.
_SOMETHING_OF = re.compile(
    r"\b(?:review|evaluation|study|assessment|analysis|revision|anniversary|audit|coverage|mapping|translation|session|meeting)\s+of\s+(?:the\s+|its\s+)?$|\bwhich\s[^,;.]*\bwith\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: Who is named so has done a thing, and it was not done to them: "hosted by the <O1> and financed by".
_BY = re.compile(r"\bby\s+(?:[Tt]he\s+)?$")
#: What a clause is told of where that is no mark: "the Quay Pathway, which it runs with money from".
_OF_UNNAMED = re.compile(
    r"\b[A-Z][\w’'-]*,\s+(?:which\b|an?\s+(?:[\w-]+\s+){0,3}?(?:programme|project|fund|scheme|platform|initiative|facility|pilot)\b)[^,;.]*$"
)
_NEW = re.compile(r"\b(?:proposed|proposal|new|recently|upcoming|planned|forthcoming|draft)\b")
#: How far into a sentence a wording that names no thing is still about what the sentence before named.
_OPENING = 16
#: A sentence that names no thing of its own: "Convened by A and hosted by B, with money from C".
_HEADLESS = re.compile(
    r"\W*(?:[Ii]t\s+(?:is|was|has\s+been|will\s+be)\s+)?(?:\w+ly\s+)?(?:[A-Za-z-]+(?:ed|un|et\s+up)\s+(?:and\s+\w+\s+)?by\b|made\s+possible\b)"
)
#: What stands before that which only pays.
_PAID_FROM = re.compile(
    r"\b(?:(?:co-)?(?:funded|financed)|paid(?:\s+for)?|sponsored|supported|backed|met|drawn|covered)\s+(?:by|from|through|under|out\s+of|with|within)\s+(?:an?\s+|the\s+)?(?:[\w<>-]+['’]s?\s+)?$",
    re.IGNORECASE,
)
_BY_ANOTHER = re.compile(r",?\s+(?:which\s+was\s+)?(?:proposed|tabled|put\s+forward|submitted|unveiled|drafted)\s+by\b")
#: The thing whose relative clause goes on: "in the <I1>, which <O2> runs with".
_ANTECEDENT = re.compile(r"(<[IE]\d+>)(?:\s+(?:project|programme|scheme))?,?\s+(?:which|that)\b[^,;.]*$")
_BEHIND = re.compile(r",|\s+(?:which|that)\b")
_WHICH = re.compile(r",?\s+(?:which|who)\b")
#: "With money from Norway, <O1> runs <I2>".
_WITH_MONEY = re.compile(
    r"(?:(?:With|Thanks)\b[^.;]*?|[A-Z][\w-]*(?:ed|un|et up)\b(?=[^.;]*?\b(?:by|under|from)\s)[^.;]*?,\s+(?:the\s+)?(?=<[IE]\d+>(?!\s*(?:,|and\b))))(<[IE]\d+>)"
)
#: What stands before a name that only pays or owns: "financed by the", "the anniversary of the".
OBLIQUE = re.compile(r"\b(?:by|from|of|with|through|under|at|for|in|between|to)\s+(?:the\s+)?$")
_OBLIQUE_IN = FOREIGN_OBLIQUE | {"en": OBLIQUE}
_BODY = "charity|NGO|agency|think tank|foundation|association|network|company|group|bank|university|institute|ministry|organi[sz]ation"
#: What may stand before a name and says what it names: "the charity", "the Government of", "the late".
_WHAT_IT_IS = {
    "organisation": re.compile(
        rf"(?:\b[Tt]he\s+(?:[a-z-]+\s+){{0,3}}|^(?:[a-z-]+\s+){{1,3}}|(?:\b[A-Za-z-]+\s+)?)\b(?:{_BODY})\s+$"
    ),
    "country": re.compile(
        r"(?:\b[Tt]he\s+)?\b(?:[Gg]overnments?|(?:(?:[a-z]+|[A-Z][a-z]+)\s+)?[Mm]inisters|[Dd]elegations?|[Rr]epresentatives)\s+(?:of|from)\s+(?:the\s+)?$|\bThe\s+$"
    ),
    "person": re.compile(
        r"(?:\b[Tt]he\s+late\s+|\b(?:Mr|Mrs|Ms|Dr|Prof|H\.E|Hon|Amb|Sen|Ambassador|Minister|Professor|Senator|Judge|Baroness|Sir|Dame|Lord|Lady)\.?\s+)+$"
    ),
}
#: How long that can be, in characters.
_SHORT = 50
#: Quotation marks around a name say nothing.
_OPENS_QUOTE, _CLOSES_QUOTE = ('"', "“", "‘", "„", "«"), ('"', "”", "’", "“", "»")
_BRACKETS = re.compile(
    r"\s*\((?![^()]*\bmembers?:)[^()]{1,40}\)|,\s+(?:or|(?:also\s+|better\s+)?known\s+as)\s+(?:the\s+)?<?[A-Z][A-Za-z]*[A-Z]\b,?|\s+and\s+(?:(?:several|many|some)\s+)?others\b"
)
#: Whoever speaks for a country is the country: "the Norwegian government", "Norway's authorities".
_GOVERNMENT = re.compile(r"(?:['’]s?)?\s+(?:[Gg]overnment|authorities)\b")
_TOGETHER = re.compile(
    r"<(?P<one>[CO]|[IE]|P)(?P<first>\d+)>(?:(?P<comma>,)\s+|(?P<oxford>,)?\s+(?:and|as well as|und|sowie|e|ed|nonché)\s+|\s*&\s*|[-–](?=<C))(?:by\s+|from\s+|with\s+|to\s+|for\s+)?(?:the\s+|d(?:er|ie|as|em|en|es)\s+|von\s+der\s+|vom\s+|mit\s+(?:der\s+|dem\s+)?|The\s+|(?:the\s+)?[A-Z]\w+-based\s+|il\s+|la\s+|d?[ae]ll[ae]\s+|dal\s+|del\s+|d?[ae]?ll?['’])?<(?P<two>\w)(?P<second>\d+)>"
)
_ALONG_WITH = re.compile(r"(<[CO]\d+>),\s+(?:together|along|jointly|in\s+partnership)\s+with\s+(?:the\s+)?(<[CO]\d+>),")
#: Predicates whose actors may be bodies and funds in one list.
_PAID_BY = frozenset({"funds", "supported by"})
_LISTED_BEHIND = re.compile(
    r"(?:,\s+(?:the\s+)?<[CIO]\d+>)*,?\s+(?:and|as well as|&)\s+(?:(?:by|from|of|to)\s+)?(?:the\s+)?<[CIO]\d+>(?=\s*(?:$|[.,;:)]))|,\s+(?:the\s+)?<[CIO]\d+0>(?=\s*(?:$|[.;:)]))"
)
_AND = re.compile(r"[^.;]*?\b(?:and|und|sowie|e|ed)\b")
_LISTED_BEFORE = re.compile(r">,\s+(?:the\s+)?$")
_CLASS = {"C": "A", "O": "A", "P": "P", "I": "I", "E": "I"}
_ABROAD = re.compile(
    r"(?:\s+(?:from|at|through|(?:(?:together|jointly)\s+)?with)\s+(?:the\s+)?[^<>;.,]{1,60}?|\s+(?:(?:(?:together|jointly)\s+)?with|for|on\s+behalf\s+of)\s+(?:the\s+)?<[CO]\d+>|\s+in\s+[\w-]+\s+(?:cities|towns|regions|districts|villages|provinces|municipalities))?,?\s+(?:in|across)\s+(?:the\s+)?(?P<where><C\d+>)"
)
_WHOSE = re.compile(rf"(?:['’]s?)? (?:(?:Federal|National|own|new) )?(?:(?:[a-z-]+ ){{0,3}}(?:{_BODY}) )?")
_OF_STATE = re.compile(
    r"(?: \([\w-]+\))?\s+of\s+(?:the\s+)?(?:(?:Kingdom|Republic|Government|State)\s+of\s+(?:the\s+)?)?"
)
_GENITIVE = re.compile(r"(?:['’]s?)?\s*")
#: Of "Norway's foreign minister, Ada Brook" and "the Fund's Ada Brook" the person acts.
_IN_OFFICE = re.compile(
    r"(?:['’]s?)?,?\s+(?:[\w-]+\s+){0,4}?(?:minister|president|chancellor|premier|secretary|director|envoy|ambassador|commissioner|head|chief|chair|"
    r"mayor|governor|king|queen|spokes\w+|representative|\w*(?:minister|präsident|kanzler|sekretär|kommissar|botschafter|direktor|leiter|chef|sprecher)(?:in)?)\b(?:\s+(?:for|of)\s+[\w\s]{1,30}?)?,?\s+",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?\s+")
#: A longer sentence is a list or a table that lost its lines, in characters.
_LONGEST = 3000
#: How far apart a body and its part stand, in characters.
_FAR = 180


def find_relations(
    text: str, named: Sequence[Named], earlier: Sequence[Named] = (), language: str = "en"
) -> Iterator[Stated]:
    """Yield the relations that a sentence states.

    Args:
        text: the sentence.
        named: the things it names, in order.
        earlier: the instruments and events that were named last before; "the money came from X" is for the last of them.
        language: of the sentence.

    Example:
        >>> named = [Named(0, 4, "instrument", "quay"), Named(28, 34, "country", "NOR")]
        >>> [(each.subject, each.predicate) for each in find_relations("Quay, until now paid for by Norway, grew.", named)]
        [('NOR', 'funds')]
    """
    yield from _units(named)
    if len(named) + len(earlier) < 2 or len(text) > _LONGEST:
        return
    masked = _Masked(text, named)
    for wording in _fitting(masked.text, language):
        for match in wording.pattern.finditer(masked.text):
            own = "acts" in match.groupdict() and not _WHICH.match(masked.text, match.end("actor"))
            oblique = own and _OBLIQUE_IN[language].search(masked.text[: match.start()])
            if (
                not (oblique or _of_another(masked.text, match))
                and not denied(masked.text, match, language)
                and not only_wished(masked.text, wording.predicate, match)
            ):
                yield from _stated(masked, wording.predicate, match, earlier)


def _of_another(text: str, match: re.Match[str]) -> bool:
    """Say whether a wording with its thing in front tells of what is something of it: "a review of the <I1>, financed by <C2>"."""
    first = match.groupdict().get("thing") and match.start("thing") == match.start()
    return bool(first) and _SOMETHING_OF.search(text, max(0, match.start() - _SHORT), match.start()) is not None


_WORD_OR_MARK = re.compile(r"[a-z]{2,}|<[a-z](?=\d)")


def _fitting(text: str, language: str) -> list[Wording]:
    """Return the wordings of a language that the words of a sentence allow, in the order of the lexicon."""
    wordings, _ = _wordings(language)
    text = text.lower()
    numbers = {number for word in set(_WORD_OR_MARK.findall(text)) for number in _begun_by(word, language)}
    held = _Held(text)
    return [wordings[number] for number in sorted(numbers) if all(map(held.__getitem__, wordings[number].cues))]


@lru_cache(maxsize=1 << 14)
def _begun_by(word: str, language: str) -> tuple[int, ...]:
    """Return the places of the wordings whose first cue begins a word; texts repeat most of their words."""
    _, by_beginning = _wordings(language)
    near = chain.from_iterable(by_beginning.get(word[:size], ()) for size in _BEGINNINGS)
    return tuple(number for beginning, number in near if word.startswith(beginning))


class _Held(dict[frozenset[str], bool]):
    """Tells of which cues a text holds a word; many wordings share one, and it is looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __missing__(self, cue: frozenset[str]) -> bool:
        self[cue] = any(map(self._text.__contains__, cue))
        return self[cue]


#: By so many letters of a word its wordings are found.
_BEGINNINGS = (2, 3, 4)


@cache
def _wordings(language: str) -> tuple[tuple[Wording, ...], dict[str, list[tuple[str, int]]]]:
    """Return the wordings of a language, and the places in it of those whose first cue begins so, each with the whole of it."""
    wordings = lexicon() if language == "en" else foreign_lexicon(language)
    found: dict[str, list[tuple[str, int]]] = {}
    for number, wording in enumerate(wordings):
        for word in {word.lstrip("-") for word in wording.cues[0]}:
            found.setdefault(word[: _BEGINNINGS[-1]], []).append((word, number))
    return wordings, found


def _units(named: Sequence[Named]) -> Iterator[Stated]:
    """Yield which body is part of which by the names that stand beside each other: "the Ports Division of the Ministry"."""
    bodies = [item for item in named if item.kind == "organisation"]
    for left, right in pairwise(bodies):
        for inner, outer in ((left, right), (right, left)):
            if inner.within == outer.key and right.start <= left.end + _FAR:
                yield _between(inner, "part of", outer)


class _Masked:
    """A sentence with a mark for each name or list of names.

    Args:
        text: the sentence.
        named: what it names, in order.
    """

    def __init__(self, text: str, named: Sequence[Named]) -> None:
        self.groups: dict[str, tuple[Named, ...]] = {}
        text = text.replace("<", " ").replace(">", " ")  # what looks like a mark is none
        pieces, at = [], 0
        for number, item in enumerate(named):
            following = named[number + 1] if number + 1 < len(named) else item
            if item.start < at or following.start < item.end < following.end:
                continue  # inside another name, or the beginning of a longer one
            between = text[at : item.start]
            if office := _office(text, item, named):
                pieces.append(between)
                at = office
            elif _of_state(text, item, named):
                at = item.end
            elif _describes(text, item, named):
                pieces.append(between)
                at = item.end + len(_GENITIVE.match(text, item.end)[0])  # type: ignore[index]
            else:
                letter = "E" if item.type == "conference" else _LETTER[item.kind]
                self.groups[str(number)] = (item,)
                pieces += [_without_kind(between, item.kind), f"<{letter}{number}>"]
                behind = _BRACKETS.match(text, item.end) or (
                    item.kind == "country" and _GOVERNMENT.match(text, item.end)
                )
                if (
                    behind
                    and sum(other.kind == "country" and behind.start() < other.start < behind.end() for other in named)
                    > 1
                ):
                    behind = None  # a list: "(Kenya, Malta and Peru)"
                at = behind.end() if behind else item.end
                if pieces[-2].endswith(_OPENS_QUOTE) and text.startswith(_CLOSES_QUOTE, at):
                    pieces[-2], at = pieces[-2][:-1], at + 1
        self.text = _ALONG_WITH.sub(r"\1 and \2", "".join([*pieces, text[at:]]))
        self._list()

    def _list(self) -> None:
        """Join the marks of a list, "<C1>, <C2> and <O3>", from its end."""
        at = len(self.text)
        while at > 0:
            at = self.text.rfind("<", 0, at)
            both = _TOGETHER.match(self.text, at) if at >= 0 else None
            if not both or _CLASS[both["one"]] != _CLASS[both["two"]]:
                continue
            behind = self.groups[both["second"]]
            if both["comma"] and len(behind) == 1 and not _AND.match(self.text, both.end()):
                continue  # a comma lists where "and" comes in the end
            if both["oxford"] and not _LISTED_BEFORE.search(self.text, 0, at):
                continue  # "run by A, and B's proposal": two things are listed without a comma
            mark = f"{both['first']}{both['second']}0"
            self.groups[mark] = self.groups[both["first"]] + behind
            self.text = f"{self.text[:at]}<{both['one']}{mark}>{self.text[both.end() :]}"

    def items(self, mark: str | None) -> tuple[Named, ...]:
        """Return what a mark stands for."""
        return self.groups[mark.strip("<>")[1:]] if mark else ()


def _office(text: str, item: Named, named: Sequence[Named]) -> int | None:
    """Return where the office ends of which a country or body only tells whose it is: "Norway's foreign minister, Ada Brook"."""
    if item.kind not in ("country", "organisation"):
        return None
    persons = {other.start for other in named if other.kind == "person"}
    whose = _POSSESSIVE.match(text, item.end)
    office = whose if whose and whose.end() in persons else _IN_OFFICE.match(text, item.end)
    if not office or office.end() not in persons:
        return None
    between = (other for other in named if item.end <= other.start < office.end())
    return None if any(other.kind == "organisation" for other in between) else office.end()


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


def _of_state(text: str, item: Named, named: Sequence[Named]) -> bool:
    """Say whether a country only tells whose body stands before it: "the Ministry of Labour of the Republic of Malta"."""
    bodies = (other.end for other in named if other.kind == "organisation" and other.end < item.start)
    return item.kind == "country" and any(_OF_STATE.fullmatch(text, end, item.start) for end in bodies)


def _without_kind(before: str, kind: str) -> str:
    """Return what stands before a name without what says what it names."""
    said = _WHAT_IT_IS.get(kind)
    short = said and said.search(before, max(0, len(before) - _SHORT))
    return before[: short.start()] if short else before


def _stated(masked: _Masked, predicate: str, match: re.Match[str], earlier: Sequence[Named]) -> Iterator[Stated]:
    """Yield what a wording states of the names in it."""
    groups = match.groupdict()
    actors = tuple(item for role in ("actor", "more", "third") for item in masked.items(groups.get(role)))
    if predicate in _PAID_BY and match.end() == match.end("actor"):
        actors += tuple(_also(masked, match.end()))
    things = masked.items(groups.get("thing")) or _before(masked, match, earlier, predicate)
    if groups.get("thing") and _BEHIND.match(masked.text, match.end("thing"), match.end()):
        things = things[-1:]  # "A, B and C, which is …" tells it of the last one
    if "words" in groups and _BY_ANOTHER.match(masked.text, match.end()):
        return  # "the Norwegian plan, tabled by Ghana"
    if groups.get("words") is not None and _PAYS.match(masked.text, match.end()):
        predicate = "funds"
    if "words" in groups or match[0].startswith(f"{groups['actor']}-"):
        things = things[:1]  # "Norway's fund and the Pact", "the Norwegian-run fund and the Pact"
    together = len(actors) > 1 and _BEGUN.search(match[0]) and all(actor.kind == "country" for actor in actors)
    for thing in things:
        for actor in actors:
            told = _told(predicate, groups.get("words") or "", actor, thing)
            if told == "adopts":  # what several states adopt together binds them
                told = "party to" if len(actors) > 1 and actor.kind == "country" else None
            if told == "implements" and together and thing.type in _SHARED:
                told = "shares"
            if told and actor.key != thing.key and _fits(told, actor, thing):
                yield _between(thing, told, actor) if told in TO_ACTOR else _between(actor, told, thing)
        if predicate in ("implements", "shares") and _fits("implements", thing, thing):
            abroad = _ABROAD.match(masked.text, match.end())
            for where in (*masked.items(groups.get("where")), *masked.items(abroad and abroad["where"])):
                yield _between(thing, "operates in", where)


def _also(masked: _Masked, at: int) -> Iterator[Named]:
    """Yield who is listed behind the first of several kinds: "from the <I1>, the <O2> and <C3>"."""
    listed = _LISTED_BEHIND.match(masked.text, at)
    for mark in re.findall(r"<\w+>", listed[0]) if listed else ():
        yield from masked.items(mark)


def _told(predicate: str, words: str, actor: Named, thing: Named) -> str | None:
    """Return the predicate of a wording, where the things themselves tell it: "Norway's strategy", "the agreement with Ghana"."""
    if predicate == "treaty with":
        return "party to" if thing.type in ("treaty", "agreement", "partnership") else None
    if predicate == "endorses":  # a state is bound by what it endorses
        return "party to" if actor.kind == "country" and thing.type in _SIGNED else "supported by"
    if predicate == "sits in":
        return "part of" if actor.type == "university" and thing.type != "university" else None
    if predicate == "signs":
        return "party to" if thing.type in _SIGNED else "member of"
    if predicate == "unites":
        return "member of" if thing.kind == "organisation" or thing.type in _OF_MEMBERS else None
    if predicate == "takes part in":
        return predicate if thing.type == "process/dialogue" else None
    if predicate == "shares":
        return predicate if thing.type in _SHARED else None
    if predicate == "sets up":  # what is on paper or under way is carried out by who set it up
        return "founder of" if thing.kind == "organisation" or thing.type == "conference" else None
    if predicate == "by means of":  # what a party does under an agreement is none of this
        return None if thing.described or thing.type in _SIGNED else "implements"
    if predicate != "owns":
        return predicate
    if thing.described:
        return None  # its parties are told
    if actor.kind == "person" or _NEW.search(words) or thing.type in _PUT_FORWARD:
        return "proposes"
    if thing.type in _NOBODYS:
        return None
    return "organised by" if thing.type == "conference" else "implements"


def _between(subject: Named, predicate: str, other: Named) -> Stated:
    """Return a relation with the stretch of both names; where an earlier sentence names one, with the whole sentence."""
    predicate = "party to" if predicate in ("shares", "takes part in") else predicate
    if subject.start == subject.end or other.start == other.end:
        return Stated(subject.key, predicate, other.key, 0, None)
    return Stated(subject.key, predicate, other.key, min(subject.start, other.start), max(subject.end, other.end))


def _before(masked: _Masked, match: re.Match[str], earlier: Sequence[Named], predicate: str) -> tuple[Named, ...]:
    """Return the thing that was named last before a wording, or what the sentence before named when it opens this one."""
    at, text, groups = match.start(), masked.text, match.groupdict()
    own = "its" in groups  # what has costs of its own
    if "attends" in groups:  # the members of a process attend its meetings
        return tuple(item for item in earlier if item.type == "process/dialogue")[:1]
    if "joined" in groups:
        own_things = (item for mark in re.findall(r"<[IO]\d+>", text[:at]) for item in masked.items(mark))
        return tuple(
            item for item in (*earlier, *own_things) if item.kind == "organisation" or item.type in _OF_MEMBERS
        )[-1:]
    if groups.get("meant") or groups.get("meeting"):  # "unterstützt wurde die Tagung von"
        return tuple(item for item in earlier if item.type == "conference")[-1:]
    if predicate == "funds" and (antecedent := _ANTECEDENT.search(text, max(0, at - _FAR), at)):
        return masked.items(antecedent[1])
    if _OF_UNNAMED.search(text, max(0, at - _FAR), at):
        return ()
    kinds = "IEO" if predicate in _OF_BODIES and not own else "IE"
    marks = [
        mark
        for mark in re.finditer(rf"<[{kinds}]\d+>", text[:at])
        if not _PAID_FROM.search(text[: mark.start()])
        and not (predicate == "funds" and _BY.search(text[: mark.start()]))
        and (predicate not in _MEETING or all(_fits(predicate, item, item) for item in masked.items(mark[0])))
    ]
    upright = [mark for mark in marks if not OBLIQUE.search(text[: mark.start()])]
    opens = at < _OPENING or (not upright and _HEADLESS.match(text) is not None)
    plain = upright or ([] if opens and earlier else marks)
    if plain and marks[-1][0][1] != "O" and all(mark[0][1] == "O" for mark in plain):
        plain = marks[-1:]  # "his city had help from the <I1>, a programme funded by"
    if things := [mark for mark in plain if mark[0][1] != "O"] or plain:
        return masked.items(things[0 if own else -1][0])
    if following := _WITH_MONEY.match(text):
        return masked.items(following[1])
    meant = _named_before(earlier, predicate, kinds)
    if "there" in groups:  # who is in the chair or the host is so of the meeting
        return tuple(item for item in meant if item.type == "conference")[-1:]
    if "earlier" in groups:  # "die Umsetzung übernimmt" is of what the text told of
        meant = [item for item in meant if item.type != "conference" and item.kind == "instrument"]
        opens = True
    return tuple(meant[-1:]) if opens else ()


def _named_before(earlier: Sequence[Named], predicate: str, kinds: str) -> list[Named]:
    """Return what was named before and can stand in a relation, what rather does last."""
    meant = [
        item
        for item in earlier
        if _LETTER[item.kind] in kinds
        and (predicate not in _MEETING or item.type not in _ON_PAPER)
        and not (predicate == "funds" and item.type == "law")
    ]
    return sorted(meant, key=lambda item: item.kind == "organisation") if predicate in _RATHER_OF_BODIES else meant


def _fits(predicate: str, actor: Named, thing: Named) -> bool:
    """Say whether such things can stand in such a relation."""
    if actor.kind == "person":
        return predicate in _OF_PERSONS and not (predicate in _MEETING and thing.type in _ON_PAPER)
    if predicate == "funds" and actor.kind == "instrument" and actor.type not in _PAYING:
        return False
    if predicate == "party to":
        return thing.type in _SIGNED
    if predicate in _MEETING:
        return thing.type not in _ON_PAPER
    if predicate == "part of":  # systems exchange data; "systems such as" are others beside it
        return actor.kind == thing.kind and not actor.type == thing.type == "IT system"
    if predicate in ("proposes", "supported by", "implements"):
        return thing.kind == "instrument" and not (predicate == "implements" and thing.type == "conference")
    return (
        predicate != "founder of" or thing.kind == "organisation" or thing.type in ("network", "platform", "conference")
    )
