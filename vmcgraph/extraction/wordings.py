"""Relations told by the wording around names: who pays for, hosts, chairs, founds, puts forward what; what belongs to what.

A sentence is first written with a mark for each name, or for several that are listed: "<I1>, financed by <C2> until now, is run
by <O3>". The wordings below are then forms of words between such marks, whatever the names are:

    I an instrument   E an event   O a body   C a country   P a person
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from vmcgraph.extraction.relations import IN_OFFICE, Named, Stated, apart

_KIND = {"country": "C", "organisation": "O", "person": "P", "instrument": "I"}
#: Predicates that lead from the thing to the actor.
TO_ACTOR = frozenset({"supported by", "hosted by", "organised by"})
#: What is done with a meeting, and with nothing on paper.
_MEETING = frozenset({"hosted by", "organised by"})
#: Predicates that a person can have; for the others a person acts in the name of somebody.
_OF_PERSONS = frozenset({"proposes", "chairs", "founder of"})

#: What somebody does to a thing: the verbs of each predicate, with all their forms; the participle is last.
_VERBS: dict[str, tuple[str, ...]] = {
    "funds": (
        "funds?|funded", "finances?|financed", "co-finances?|co-financed", "co-funds?|co-funded", "sponsors?|sponsored", "subsidi[sz]es?|subsidi[sz]ed",
        "bankrolls?|bankrolled", "underwrites?|underwrote|underwritten", "pays? for|paid for", "contributes? to|contributed to", "donates? to|donated to",
    ),
    "implements": (
        "implements?|implemented", "runs?|ran|run", "manages?|managed", "operates?|operated", "carr(?:y|ies) out|carried out", "delivers?|delivered",
        "administers?|administered", "executes?|executed", "builds?|is building|are building|built", "develops|developed", "rolls? out|rolled out", "set up",
        "is running|are running", "is rolling out|are rolling out", "oversees?|oversaw|overseen",
    ),
    "proposes": (
        "proposes?|proposed", "puts? forward|put forward", "tables|tabled", "suggests?|suggested", "floats|floated", "unveils?|unveiled", "mooted", "initiated",
    ),
    "supported by": ("backs?|backed", "endorses?|endorsed", "co-sponsors?|co-sponsored"),
    "hosted by": ("hosts?|hosted", "co-hosts?|co-hosted"),
    "organised by": (
        "organi[sz]es?|organi[sz]ed", "co-organi[sz]es?|co-organi[sz]ed", "convenes?|convened", "stages|staged",
    ),
    "chairs": ("chairs?|chaired", "co-chairs?|co-chaired", "presides? over|presided over"),
    "founder of": ("founded", "co-founded"),
    "party to": ("signs?|signed", "ratif(?:y|ies)|ratified", "accedes? to|acceded to"),
    "member of": ("belongs? to|belonged to",),
}  # fmt: skip

_ADVERB = r"(?:(?:has|have|had|is|are|was|were|will|would|be|been|being|to|also|already|currently|jointly|partly|first|then|now|still|so far|until now|"
_ADVERB += r"since|again|once|never(?=!)|twice|chiefly|mainly|largely|\w+ly|too|itself|themselves)\s+)*"
_LEAD = r"(?:the\s+|an?\s+|its\s+|their\s+|this\s+)?(?:(?!(?:by|with|and|in|that|to|for|it|them|through|under|from|at|into|of|on|as)\b)[\w'’-]+\s+){0,4}"
_BOTH = r"(?:\s+(?:jointly|together|along)?\s*with\s+(?:the\s+)?(?P<more><[CO]\d+>))?"
_NOUNS = r"(?i:grants?|funding|funds|money|financing|loans?|donations?|contributions?|subsid(?:y|ies)|financial support|financial assistance)"
_PART = (
    r"(?:institute|body|unit|department|office|agency|arm|division|branch|component|part|subsidiary|faculty|centre|center|wing|directorate|"
    r"section|pillar|organ|working group|project|strand|element)"
)


def _slots(pattern: str) -> str:
    """Write out the short words of the wordings below."""
    for short, long in (
        ("{actor}", r"(?P<actor><[CO]\d+>|<P\d+>)"), ("{state}", r"(?P<actor><C\d+>)"), ("{person}", r"(?P<actor><P\d+>)"),
        ("{fund}", r"(?P<actor><[COI]\d+>)"), ("{thing}", r"(?P<thing><[IEO]\d+>)"), ("{named}", r"(?P<thing><[IE]\d+>)"), ("{event}", r"(?P<thing><E\d+>)"),
        ("{whole}", r"(?P<actor><[IEO]\d+>)"), ("{adverbs}", _ADVERB), ("{lead}", _LEAD), ("{both}", _BOTH), ("{nouns}", _NOUNS), ("{part}", _PART),
    ):  # fmt: skip
        pattern = pattern.replace(short, long)
    return pattern


#: Wordings of one predicate each. Where a wording names no thing, it is the last one before.
_WORDINGS: tuple[tuple[str, str], ...] = (
    ("funds", r"{nouns}(?:\s+(?!of\b)[\w-]+){{0,4}}?\s+(?:from|by)\s+(?:the\s+)?{fund}"),
    ("funds", r"{nouns}\s+(?:for|of|behind)\s+(?:the\s+)?{thing}\s+{adverbs}(?:came|comes|come|received|provided|raised|obtained|drawn)?\s*(?:from|by)\s+(?:the\s+)?{fund}"),
    ("funds", r"\b(?:met|financed|funded|paid(?: for)?|drawn|covered)\s+(?:from|through|out of|with(?:in)?|under)\s+(?:an?\s+|the\s+)?{fund}"),
    ("funds", r"\b(?:with|by|through|on|thanks to)\s+(?:an?\s+|the\s+)?{fund}(?:['’]s)?\s+{nouns}\b(?!\s+(?:for|to|into))"),
    ("funds", r"{fund}(?:['’]s)?\s+{nouns}\s+(?:for|to|into)\s+(?:the\s+)?{thing}"),
    (
        "funds",
        r"(?P<acts>){fund}\s+{adverbs}(?:met|meets?|bore|bears?|cover(?:s|ed)?|pays?|paid|foot(?:s|ed)?|defray(?:s|ed)?|shoulder(?:s|ed)?)\s+"
        r"(?:(?:the|all|most|part|half|of)\s+)*(?:running\s+)?(?:costs?|bills?|expenses)\s+(?:of|for)\s+(?:the\s+)?{thing}",
    ),
    (
        "funds",
        r"(?P<acts>){actor}\s+{adverbs}(?:put|puts|pledg\w+|commit\w*|gave|gives?|giving|invest\w*|allocat\w+|earmark\w+|provid\w+|pour\w*|pay|paid|contribut\w+|donat\w+)\s+"
        r"(?:(?:\w+\s+){{0,3}}(?:[\d.,]+|millions?|money|half|one|two|three|ten)\b[^<>;.]{{0,40}}?\s)?(?:into|in|to|for|towards)\s+(?:the\s+)?{thing}",
    ),
    ("funds", r"{thing},?\s+to\s+which\s+(?:the\s+)?{actor}\s+{adverbs}(?:contribut\w+|donat\w+|(?:the\s+|its\s+)?(?:[\w-]+\s+){{0,2}}donors?\b)"),
    ("funds", r"{actor}\s+{adverbs}(?:the\s+|an?\s+|its\s+)?(?:[\w-]+\s+){{0,2}}donors?\s+(?:to|of)\s+(?:the\s+)?{thing}"),
    ("party to", r"{named},?\s+to\s+which\s+(?:the\s+)?{state}\s+{adverbs}(?:an?\s+)?(?:party|parties|acceded|signed up|signator(?:y|ies))\b"),
    ("party to", r"{state}\s+{adverbs}(?:an?\s+)?(?:party|parties|signator(?:y|ies))\s+(?:to|of)\s+(?:the\s+)?{named}"),
    ("party to", r"{state}\s+(?:has\s+|have\s+|had\s+)?(?:also\s+|later\s+)?signed(?=\s+(?:with(?:out)?\s+(?:an?\s+)?reservations?|up|too|later|last|first)\b|[;,.])"),
    ("chairs", r"{actor},\s+(?:(?:which|who)\s+(?:is|was)\s+)?(?:then\s+|currently\s+|now\s+)?in\s+the\s+chair\b"),
    ("chairs", r"\bwith\s+(?:the\s+)?{actor}\s+(?:as\s+(?:its\s+)?(?:co-)?chair|in\s+the\s+chair)\b"),
    ("chairs", r"\bunder\s+the\s+(?:co-)?(?:chairmanship|chair|presidency|chairpersonship|chairship|leadership)\s+of\s+(?:the\s+)?{actor}"),
    ("chairs", r"{actor}\s+{adverbs}(?:holds?|held|takes?\s+over|took\s+over|taken\s+over|holding|taking\s+over|assumes?|assumed)\s+the\s+(?:[\w-]+\s+){{0,2}}(?:chair|presidency|chairmanship)\s+of\s+(?:the\s+)?{thing}"),
    ("chairs", r"{actor},\s+(?:the\s+)?(?:[Cc]o-)?[Cc]hair(?:man|woman|person)?\s+of\s+(?:the\s+)?{thing}"),
    ("hosted by", r"\bwith\s+(?:the\s+)?{actor}\s+as\s+(?:its\s+|the\s+)?host\b"),
    ("hosted by", r"{actor}\s+{adverbs}(?:(?:act|serv)\w*\s+as\s+(?:the\s+|its\s+)?|the\s+|its\s+)host\b(?:\s+of\s+(?:the\s+)?{thing})?"),
    ("hosted by", r"{event}[^<>;.]{{0,80}}?\b(?:as\s+(?:the\s+)?guests?\s+of|at\s+the\s+invitation\s+of|on\s+the\s+premises\s+of)\s+(?:the\s+)?{actor}"),
    ("organised by", r"(?P<actor><O\d+>)\s+{adverbs}(?:held|holds|hosts|ran)\s+(?:its|the|their)\s+(?:[\w-]+\s+){{0,3}}(?:meeting|conference|summit|forum|symposium|workshop),?\s+[*_“\"]?{event}"),
    ("implements", r"{actor}\s+{adverbs}(?:in\s+charge\s+of|responsible\s+for|entrusted\s+with|tasked\s+with)\s+(?:the\s+|its\s+)?(?:day-to-day\s+|daily\s+)?(?:work|running|operations?|implementation|management|delivery)\b(?:\s+of\s+(?:the\s+)?{thing})?"),
    ("member of", r"{actor}\s+{adverbs}(?:received\s+as|admitted\s+as|became|become|joined\s+as)?\s*(?:an?|the|its)\s+(?:[\w-]+\s+){{0,2}}members?\s+of\s+(?:the\s+)?{thing}"),
    ("member of", r"{actor},\s+(?:an?|the|its)\s+(?:[\w-]+\s+){{0,2}}member\s+of\s+(?:the\s+)?{thing}"),
    ("founder of", r"\b(?:its|the)\s+(?:late\s+)?(?:co-)?founder(?:\s+and\s+[a-z]+(?:\s+[a-z]+)?)?,?\s+(?:the\s+late\s+)?{person}"),
    ("founder of", r"{person},?\s+(?:(?:who\s+is|who\s+was)\s+)?(?:the\s+|an?\s+)?(?:late\s+)?(?:co-)?founder\s+(?:and\s+[\w\s-]{{1,25}}?)?of\s+(?:the\s+)?{thing}"),
    ("part of", r"{thing}(?:,\s+(?:which\s+is\s+)?|\s+(?:is|was|are|were)\s+)(?:an?|the|one\s+of\s+the)\s+(?:[\w-]+\s+){{0,3}}?{part}s?\s+(?:of|within|in|under|inside)\s+(?:the\s+)?{whole}"),
    ("part of", r"{thing}\s+(?:belongs?\s+to|falls?\s+under|sits?\s+within|is\s+housed\s+(?:in|by|at)|is\s+attached\s+to|forms?\s+part\s+of)\s+(?:the\s+)?{whole}"),
    ("proposes", r"{actor}(?:['’]s)?\s+(?:own\s+|new\s+|joint\s+)?(?:proposals?|plans?|ideas?)\s+(?:for|of)\s+(?:an?\s+|the\s+)?{named}"),
    ("proposes", r"{named},\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,2}}(?:idea|proposal|plan|initiative|brainchild)\s+(?:of|by|from)\s+(?:the\s+)?{actor}"),
    ("supported by", r"{actor}-backed\s+(?:[\w-]+\s+){{0,2}}(?:(?:for|of)\s+)?(?:an?\s+|the\s+)?{named}"),
    ("treaty with", r"(?P<thing><I\d+>)\s+with\s+(?:the\s+)?{state}"),
    ("funds", r"{named}(?:\s+[a-z]+)?,\s+an?\s+(?:[\w-]+\s+)?{fund}-(?:funded|financed|sponsored|supported)\b"),
)  # fmt: skip

_NOT = re.compile(r"\b(?:not|never|no longer|neither|nor|unless|if|whether|could|should|might|may)\b|n[’']t\b")
#: Types that a country signs.
_SIGNED = frozenset({"treaty", "agreement", "compact", "partnership"})
#: Types that nobody hosts or organises.
_ON_PAPER = frozenset({"law", "treaty", "compact", "agreement", "strategy", "policy framework", "proposal", "report"})
#: How far into a sentence a wording that names no thing is still about what the sentence before named.
_OPENING = 16
_WHICH = re.compile(r",?\s+(?:which|who)\b")
#: "With money from Norway, <O1> runs <I2>".
_WITH_MONEY = re.compile(r"(?:With|Thanks)\b[^.;]*?(<[IE]\d+>)")
#: What stands before a name that only pays or owns: "financed by the", "the anniversary of the".
_OBLIQUE = re.compile(r"\b(?:by|from|of|with|through|under|at|for|in|between|to)\s+(?:the\s+)?$")
#: "the charity", "the Government of" before a name.
_WHAT_IT_IS = re.compile(
    r"(?:\b[Tt]he\s+)?(?:\b[A-Za-z-]+\s+)?\b(?:charity|NGO|agency|think tank|foundation|association|network|company|group|bank|university|institute|organi[sz]ation)\s+(?=<O)"
    r"|(?:\b[Tt]he\s+)?\b[Gg]overnments?\s+of\s+(?:the\s+)?(?=<C)|(?:\b[Tt]he\s+late\s+|\b(?:Mr|Mrs|Ms|Dr|Prof|H\.E|Hon)\.?\s+)+(?=<P)"
)
_WHOSE = re.compile(r"(?:['’]s?)?\s*")
_BRACKETS = re.compile(r"(?<=>)\s*\([^()]{1,40}\)")
_TOGETHER = re.compile(
    r"<(?P<one>[CO]|[IE]|P)(?P<first>\d+)>(?:,\s+(?=[^.;]*?\band\b)|,?\s+(?:and|as well as)\s+|\s*&\s*)(?:by\s+|from\s+|with\s+|to\s+|for\s+)?(?:the\s+)?<(?P<two>\w)(?P<second>\d+)>"
)
_CLASS = {"C": "A", "O": "A", "P": "P", "I": "I", "E": "I"}
_ABROAD = re.compile(
    r"(?:\s+(?:from|at|through|with)\s+[^<>;.,]{1,40}?)?,?\s+(?:in|across)\s+(?:the\s+)?(?P<where><C\d+>)"
)


@cache
def _in_office() -> re.Pattern[str]:
    return re.compile(rf"<[CO]\d+>{IN_OFFICE.pattern}(?=<P)", re.IGNORECASE)


class _Masked:
    """A sentence with a mark for each name or list of names.

    Args:
        text: the sentence.
        named: what it names, in order.
    """

    def __init__(self, text: str, named: Sequence[Named]) -> None:
        self.groups: dict[str, tuple[Named, ...]] = {}
        pieces, at = [], 0
        shown = apart(text, named)
        for number, item in enumerate(named):
            if item.start >= at and item not in shown:
                pieces.append(text[at : item.start])
                at = item.end + len(_WHOSE.match(text, item.end)[0])  # type: ignore[index]
            elif item.start >= at:
                letter = "E" if item.type == "conference" else _KIND[item.kind]
                self.groups[str(number)] = (item,)
                pieces += [text[at : item.start].replace("<", " ").replace(">", " "), f"<{letter}{number}>"]
                at = item.end
        self.text = "".join([*pieces, text[at:]])
        for noise in (_BRACKETS, _WHAT_IT_IS, _in_office()):
            self.text = noise.sub("", self.text)
        self._list()

    def _list(self) -> None:
        """Join the marks of a list, "<C1>, <C2> and <O3>", from its end."""
        at = len(self.text)
        while at > 0:
            at = self.text.rfind("<", 0, at)
            both = _TOGETHER.match(self.text, at) if at >= 0 else None
            if both and _CLASS[both["one"]] == _CLASS[both["two"]]:
                joined = self.groups[both["first"]] + self.groups[both["second"]]
                mark = f"{both['first']}{both['second']}0"
                self.groups[mark] = joined
                self.text = f"{self.text[:at]}<{both['one']}{mark}>{self.text[both.end() :]}"

    def items(self, mark: str | None) -> tuple[Named, ...]:
        """Return what a mark stands for."""
        return self.groups[mark.strip("<>")[1:]] if mark else ()


#: How words begin that wordings share, so that they tell none.
_COMMON = frozenset("the who whi tha its has hav had was are and for fro int own new".split())


def _beginnings(words: str) -> frozenset[str]:
    """Return how the words of a text or of a pattern begin."""
    plain = re.sub(r"\[[A-Z]([a-z])\]", r"\1", re.sub(r"\\[a-zA-Z]", " ", words)).lower()
    return frozenset(word[:3] for word in re.findall(r"[a-z]{3,}", plain)) - _COMMON


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
    """Return every wording with its predicate: the fixed ones, and for each verb active, passive and relative clause.

    Beside each stand the beginnings of its words: a sentence with none of them cannot be worded so.
    """
    made = [(predicate, wording.replace("{{", "{").replace("}}", "}")) for predicate, wording in _WORDINGS]
    for predicate, verbs in _VERBS.items():
        actor = "{state}" if predicate == "party to" else "{actor}"
        forms, done = "|".join(verbs), "|".join(verb.rsplit("|", 1)[-1] for verb in verbs)
        made += [
            (predicate, rf"(?P<acts>){actor}(?:,[^<>,;.]{{0,60}},|(?<=P\d>),|(?<=P\d\d>),)?(?:,?\s+(?:which|who))?\s+{{adverbs}}(?:{forms})\s+{{lead}}{{thing}}{{both}}"),
            (predicate, rf"{{thing}},?\s+(?:an?\s+[^<>,;.]{{0,60}}?\s+)?(?:which|that)\s+(?:the\s+)?{actor}\s+{{adverbs}}(?:{forms})\b{{both}}"),
            (
                predicate,
                rf"{{thing}}(?:\s+(?:project|programme|scheme|initiative|system))?(?:,?\s+(?:an?|the)\s+[^,;.]{{0,60}}?)?[,:]?\s+(?:(?:which|that)\s+)?{{adverbs}}(?:(?:{done})\s+(?:and\s+\w+\s+)?)"
                rf"(?:in\s+(?:\d{{4}}|\w+\s+\d{{4}})\s+)?(?:(?!by\b)\w+\s+)?by\s+(?:the\s+)?{actor}",
            ),
            (predicate, rf"(?P<chain>\band\s+)(?:\w+ly\s+)?(?:{done})\s+by\s+(?:the\s+)?{actor}"),
        ]  # fmt: skip
    bare = [wording.replace("{nouns}", _NOUNS).replace("{part}", _PART) for _, wording in made]
    return tuple(
        (predicate, re.compile(_slots(wording)), _beginnings(re.sub(r"\{\w+\}|\(\?P?<\w+>", " ", words)))
        for (predicate, wording), words in zip(made, bare, strict=True)
    )


def find_wordings(text: str, named: Sequence[Named], earlier: Sequence[Named] = ()) -> Iterator[Stated]:
    """Yield the relations that the wording of a sentence states.

    Args:
        text: the sentence.
        named: the things it names, in order.
        earlier: the instruments and events that were named last before; "the money came from X" is for the last of them.

    Example:
        >>> named = [Named(0, 4, "instrument", "quay"), Named(28, 34, "country", "NOR")]
        >>> [(each.subject, each.predicate) for each in find_wordings("Quay, until now paid for by Norway, grew.", named)]
        [('NOR', 'funds')]
    """
    words = _beginnings(text) if len(named) + len(earlier) > 1 else frozenset()
    fitting = [(predicate, pattern) for predicate, pattern, needed in _patterns() if not needed.isdisjoint(words)]
    if not fitting:
        return
    masked = _Masked(text, named)
    for predicate, pattern in fitting:
        for match in pattern.finditer(masked.text):
            own = "acts" in match.groupdict() and not _WHICH.match(masked.text, match.end("actor"))
            oblique = own and _OBLIQUE.search(masked.text[: match.start()])
            if not oblique and not _NOT.search(masked.text, match.start(), match.end()):
                yield from _stated(masked, predicate, match, earlier)


def _stated(masked: _Masked, predicate: str, match: re.Match[str], earlier: Sequence[Named]) -> Iterator[Stated]:
    """Yield what a wording states of the names in it."""
    groups: Mapping[str, str | None] = match.groupdict()
    actors = masked.items(groups["actor"]) + masked.items(groups.get("more"))
    things = masked.items(groups.get("thing")) or _before(masked, match, earlier, predicate)
    if groups.get("thing") and re.match(r",|\s+(?:which|that)\b", masked.text[match.end("thing") :]):
        things = things[-1:]  # "A, B and C, which is …" tells it of the last one
    for thing in things:
        for actor in actors:
            if predicate == "treaty with" and thing.type in ("treaty", "agreement"):
                yield _between(actor, "party to", thing, thing, actor)
            elif actor.key != thing.key and _fits(predicate, actor, thing):
                ends = (thing, actor) if predicate in TO_ACTOR or predicate == "part of" else (actor, thing)
                yield _between(ends[0], predicate, ends[1], thing, actor)
        if predicate == "implements" and (abroad := _ABROAD.match(masked.text, match.end())):
            for where in masked.items(abroad["where"]):
                yield _between(thing, "operates in", where, thing, where)


def _between(subject: Named, predicate: str, other: Named, thing: Named, actor: Named) -> Stated:
    spans = [(item.start, item.end) for item in (thing, actor) if item.end > item.start]
    return Stated(subject.key, predicate, other.key, min(start for start, _ in spans), max(end for _, end in spans))


def _before(masked: _Masked, match: re.Match[str], earlier: Sequence[Named], predicate: str) -> tuple[Named, ...]:
    """Return the thing that was named last before a wording, or what the sentence before named when it opens this one."""
    at, text = match.start(), masked.text
    kinds = "IEO" if predicate in ("funds", "founder of") else "IE"
    marks = [mark for mark in re.finditer(rf"<[{kinds}]\d+>", text[:at]) if not _OBLIQUE.search(text[: mark.start()])]
    things = [mark for mark in marks if mark[0][1] != "O"] or marks
    things = [
        mark
        for mark in things
        if all(_fits(predicate, item, item) or predicate not in _MEETING for item in masked.items(mark[0]))
    ]
    if things:
        return masked.items(things[-1][0])
    if following := _WITH_MONEY.match(text):
        return masked.items(following[1])
    return tuple(earlier[-1:]) if at < _OPENING else ()


def _fits(predicate: str, actor: Named, thing: Named) -> bool:
    """Say whether such things can stand in such a relation."""
    if actor.kind == "person":
        return predicate in _OF_PERSONS
    if predicate == "party to":
        return thing.type in _SIGNED
    if predicate in _MEETING:
        return thing.type not in _ON_PAPER
    if predicate == "part of":
        return actor.kind == thing.kind
    if predicate in ("proposes", "supported by", "implements", "treaty with"):
        return thing.kind == "instrument" and predicate != "treaty with"
    return predicate != "founder of" or thing.kind == "organisation" or thing.type in ("network", "platform")
