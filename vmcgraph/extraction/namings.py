"""The wordings that show a name to be an instrument's: a kind before or behind it, a definition, a title, an apposition."""

from __future__ import annotations

import re

from vmcgraph.extraction.instrumentnames import WORD

#: A longer run of capitalised words is a list or a heading, and no name.
_MOST_WORDS = 16
_WITHIN = r"(?:\s+(?:of|for|on|against|&)(?:\s+the)?|,?\s+and|(?<=Trafficking)\s+in)?"
#: "(Amendment)" in the middle of the title of a law.
_BRACKET = (
    r"(?:\s+\([A-Z][a-z]+(?:\s+(?:and\s+)?[A-Z][a-z]+)*\)(?=\s+(?:Act|Bill|Law|Regulations?|Order|Ordinance|Rules)\b))?"
)
NAMED = re.compile(rf"{WORD}(?:{_BRACKET}{_WITHIN}\s+{WORD}){{1,{_MOST_WORDS}}}")
DEFINED = re.compile(rf"(?P<name>{WORD}(?:{_WITHIN}\s+{WORD}){{1,9}})\s+\((?P<acronym>[A-Z][A-Za-z+]{{1,9}})\)")
TITLED = re.compile(
    r"\b(?P<noun>strategy|plan|report|programme|program|scheme|initiative|campaign|project|roadmap|agenda|law|act)\b"
    r"[^.;“\"]{0,25}?(?:,\s*)?(?:titled|called|entitled|named|known as|dubbed)\s+[“\"'](?P<name>[^”\"']{4,80}?)[,.]?[”\"']",
    re.IGNORECASE,
)
CALLED = re.compile(
    rf"\b(?P<noun>scheme|initiative|programme|program|campaign|project|pilot|platform|fund|partnership)\s+(?:called|named|known as|dubbed)\s+(?P<name>{WORD}(?:{_WITHIN}\s+{WORD})*)"
)
_KIND = "programme program scheme initiative project platform fund facility tool pilot campaign roadmap plan database app".split()
_KINDS = rf"(?P<noun>{'|'.join(_KIND)})"
#: The same and others that stand behind a name and its comma: "Quay Card, a municipal card issued by".
_TOLD_KIND = [
    *_KIND,
    *"card corridor pathway register portal pledge passport fellowship scholarship permit standard mechanism".split(),
]
#: A made-up word: "DockPro2Fjord", "3Port".
_MADE_UP = r"(?:[A-Z][a-z]+(?=\w*[A-Z0-9])|\d[A-Z])\w+"
MADE_UP = re.compile(_MADE_UP)
#: Two places or rivers that have given something its name: "the Sava-Drina protocol".
_PAIR = r"[A-ZÀ-ÞĀ-ɏ][a-zß-ÿ]{2,}[-–][A-ZÀ-ÞĀ-ɏ][a-zß-ÿ]{2,}"
_PACT = "protocol accord pact agreement compact process dialogue charter".split()
#: What a place or a programme has that prose writes small: "the Harbour counselling desks".
_SERVICE = r"(?:reception|counselling|information|advice|support|resource|return|service|orientation)\s+(?:centres?|centers?|desks?|hubs?|points?)"
#: A word of a name that owns nothing.
_PLAIN = r"[A-ZÀ-ÞĀ-ɏ][\w+/-]{1,40}"
#: A name that the text explains: "Harbour Start, a training scheme that …", "the Harbour Start scheme", "schemes, including Harbour Start".
EXPLAINED = re.compile(
    rf"(?P<name>{_PLAIN}(?:(?: for| of| in| at| with| without| across)? {_PLAIN}){{1,4}}|{_MADE_UP}|[A-Z][A-Z\d][A-Z\d-]*[A-Z\d]|[A-Z]{{3,}}-[A-Z]\w+),\s+(?:an?|the|its|their)\s+(?:[\w€$£.,-]+\s+){{0,4}}?(?P<noun>{'|'.join(_TOLD_KIND)})\s+(?:(?:co-)?(?:funded|financed|led)|run|implemented|commissioned|paid|launched|supported|managed|started|hosted|shared|kept|issued|that|which|where|with|under|in|on|of|for|to|by)\b"
)
KIND_BEHIND = re.compile(
    rf"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|this)|['’]s?)\s+(?:[A-Z][\w.]*-(?:[a-z]+ed|led|run)\s+|[a-z][\w-]+\s+)?(?P<name>{WORD}(?: {WORD}){{1,4}}|[A-Z]{{4,}}|[A-Z][a-z]{{3,}}(?= (?:plat|pro|data|camp|app\b|too|sche|faci|init))|{_PAIR})\s+{_KINDS}\b"
)
PAIRED = re.compile(rf"\b[Tt]he\s+(?P<name>(?:{_PAIR}|[A-Z]\w+\+\d+)\s+(?P<noun>{'|'.join(_PACT)}))\b")
SERVICES = re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s+(?P<name>{WORD}(?: {WORD})*\s+{_SERVICE})\b")
#: "the project Quiet Harbours, funded by": a kind before a name that goes on with what is told of it.
KIND_BEFORE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|['’]s)\s+(?:(?:[a-z]|[A-Z][\w.]*-)[\w-]+\s+)?{_KINDS}\s+[“\"'*_]?(?P<name>{WORD}(?:{_WITHIN}\s+{WORD}){{1,4}}(?: in {WORD}(?: {WORD})?(?= \())?|{_MADE_UP})(?=[”\"'*_]?(?:[,.;)]| \([A-Z]|\s+(?:is|was|has|which|that|funded|financed|run|led|in)\b))"
)
#: "Royal Decree 112/2031", "Law No. 9 of 2031": a norm that has a number.
NUMBERED = re.compile(
    r"\b(?P<noun>(?:Royal |Legislative |Presidential |Federal |Ministerial )?(?:Decree-Law|Decree|Law|Act|Ordinance|General Comment|General Recommendation))\s+"
    r"(?:[Nn]o\.?\s*)?\d+(?:[/–-]\d+)*(?:\s+of\s+(?:\d{1,2}\s+[A-Z][a-z]+\s+)?\d{4})?\b|\bRecommendation\s+CM/Rec\s?\(\d{4}\)\s?\d+"
)
#: "Operation Harbour Light", "Joint Operation Quay".
OPERATION = re.compile(
    r"\b(?:Joint\s+)?(?:Operation|Operação|Operación|Opération)\s+(?!(?:Centre|Center|Manager|Officer|Support|Division|Unit|Plan|Room)\b)"
    r"[A-ZÀ-ÞĀ-ɏ][\w-]+(?:\s+[A-ZÀ-ÞĀ-ɏ][\w-]+){0,2}"
)
RESOLUTION = re.compile(
    r"\b(?:(?:UN|United Nations)\s+)?(?:General Assembly|Security Council|Human Rights Council|Economic and Social Council|UNGA|UNSC|HRC|ECOSOC)(?:\s+\([A-Z]+\))?\s+"
    r"(?P<short>[Rr]esolution\s+(?:\d+/\d+|\d{3,4}(?:\s+\(\d{4}\))?))"
)
#: "Open Docks campaign" as a line, a cell or a heading begins.
AT_FIRST = re.compile(rf"(?P<name>{WORD}(?: {WORD}){{1,3}})\s+{_KINDS}\b")
_DONE = (
    r"(?:(?:co-)?(?:funded|financed)|run|implemented|carried\s+out|led|managed|hosted|launched|coordinated|supported)"
)
#: What runs into a paragraph ahead of what is told of it: "HARBOURS. Our new project on …", "2. Quay Skills Card: … The scheme is funded by",
#: "Quay Bridge. Financed by Norway, the pilot …".
RUN_IN = re.compile(
    rf"(?:\d{{1,2}}[.)]\s+|[-*•>–]\s+)?[*_“\"]{{0,3}}(?P<name>{WORD}(?:{_WITHIN} {WORD}){{0,5}})(?<!\b[A-Z])[*_”\"]{{0,3}}[.:][*_]{{0,3}}\s+(?=[A-ZÀ-ÞĀ-ɏ])"
    rf"(?:[^\n]{{0,200}}?(?<!\w)(?:(?:[Tt]his|[Oo]ur)\s+(?:(?!of\b|and\b)[\w-]+\s+){{0,4}}?{_KINDS}\b|"
    rf"[Tt]he\s+(?:[\w-]+\s+){{0,2}}?(?P<noun2>{'|'.join(_KIND)})\s+(?:is|was|will\s+be|has\s+been)\s+(?:\w+ly\s+)?{_DONE}\b)|"
    rf"(?i:{_DONE})\s+by\s[^\n]{{3,160}}?\bthe\s+(?P<noun3>{'|'.join(_KIND)})\b)"
)
#: Rubrics of newsletters and reports, which name nothing.
HEADS = frozenset(
    "obituary correction corrections vacancy vacancies jobs faq release annex abstract background objective objectives disclaimer imprint news events people "
    "publications contact about overview introduction conclusion conclusions result results methods notes update updates announcement announcements date "
    "editorial memoriam business messages steps thanks readers colleagues summary project projects".split()
)
#: How much is to be spent: "a 410 million euro ($475 million) facility".
_MONEY = r"(?:[$€£]?\d[\d.,]*\s?-?(?:million|billion|mln|bln|m|bn)[\s-]+(?:(?:euros?|dollars?|pounds?)\s+)?(?:\([^()]{2,20}\)\s+)?)?"
#: What negotiators have before them, by its symbol or stage: "draft resolution HRC/9/L.4", "CRP.2", "the zero draft".
PAPER = re.compile(
    r"\b(?:(?P<draft>[Dd]raft\s+(?:resolution|decision))\s+(?P<symbol>[A-Z]{1,6}(?:/[A-Z\d.]+)+)|CRP\.\d{1,3}|[Tt]he\s+(?P<zero>(?:revised\s+)?zero\s+draft))\b"
)
#: "the proposal for a Harbour Window": what has a name, and is only proposed.
PROPOSED = re.compile(
    rf"\b(?:propos(?:e|es|ed|ing)|(?:proposals?|proposed|plans?|calls?|called|appeal(?:s|ed)?)\s+for)\s+(?:the\s+creation\s+of\s+|to\s+(?:set\s+up|create|establish|launch|introduce)\s+)?an?\s+(?:new\s+)?{_MONEY}(?P<name>{WORD}(?:{_WITHIN}\s+{WORD}){{1,6}})"
)
#: What is told of a thing that somebody does: each of the three below holds one.
TOLD_OF = re.compile(
    r"\b(?:(?:funded|financed|implemented|carried\s+out|piloted|proposed|tabled|forward|drafted|drawn\s+up|run|operated|managed|launched|kept|set\s+up)\s+(?:jointly\s+|partly\s+)?(?:by|from|under)"
    r"|(?:implement|carries|carried|carry|pilots|co-f|financ|funds|funded|runs|operates|manages|supports|hosts|opened)(?=\w*(?:\s+out)?[\s.,;]))"
)
#: A name that needs no noun, as what is told of it is told of no body: "Quay Bridge, co-financed by Norway", "Quay Bridge, which the port carries out".
PAID = re.compile(
    rf"(?<![\w’'-])(?P<name>{_PLAIN}(?:(?: for| of| in)? {_PLAIN}){{1,4}}|{_MADE_UP})(?:,?\s+(?:which\s+is\s+)?(?:now\s+|jointly\s+|partly\s+|mainly\s+)?"
    rf"(?:(?:co-)?(?:funded|financed)|implemented|carried\s+out|piloted)\s+(?:jointly\s+|partly\s+)?(?:by|from|under)\b"
    rf"|,\s+which\s+(?:the\s+)?(?:[A-Z][\w-]*\s+(?:(?:of|for|and|the)\s+)*){{1,6}}(?:implements?|carr(?:ies|y)\s+out|pilots?|(?:co-)?(?:financ|fund)es?)\b)"
)
#: What is run by somebody, and is told by a noun that others share: "the Harbour Hub, run by the port".
RUN = re.compile(
    rf"(?<![\w’'-])(?P<name>{_PLAIN}(?:(?: for| of| on)? {_PLAIN}){{1,4}}),?\s+(?:jointly\s+|now\s+)?(?:run|operated|managed|launched|kept|set\s+up)\s+(?:jointly\s+)?by\b"
)
#: "the Harbour Desks, which the port runs".
RUNS = re.compile(
    rf"(?<![\w’'-])(?P<name>{_PLAIN}(?:(?: for| of| on)? {_PLAIN}){{1,4}}),?\s+which\s+(?:it|they|[Hh](?:is|er)\s+\w+|(?:the\s+)?(?:[A-Z][\w-]*\s+(?:(?:of|for|and|the)\s+)*){{1,6}}?)\s*(?:jointly\s+|now\s+)?(?:runs?|operates?|manages?|supports?|hosts?|opened|launched)\b"
)
#: "the Quay Roster of Pilots, tabled by Norway".
TABLED = re.compile(
    rf"(?<![\w’'-])(?P<name>{_PLAIN}(?:(?: for| of| on)? {_PLAIN}){{1,6}}),?\s+(?:first\s+|jointly\s+)?(?:proposed|tabled|put\s+forward|drafted|drawn\s+up)\s+(?:jointly\s+)?by\b"
)
INCLUDED = re.compile(rf"\b{_KINDS}s,?\s+(?:including|such as|like|among them)\s+(?P<name>{WORD}(?: {WORD}){{1,4}})")
SET_OFF = re.compile(
    rf"\b{_KINDS}(?:\s+[\w-]+){{0,3}},\s+(?P<name>{WORD}(?: {WORD}){{1,4}}),\s+(?:is|was|which|will)\b"
)
#: A made-up word and what it is: "DockPro2Fjord pilot project".
COINED = re.compile(
    rf"\b(?P<name>{_MADE_UP})\s+(?:pilot(?:\s+project)?|project|programme|program|initiative|scheme|platform|system|database|app|tool|portal)\b"
)
CENTRES = re.compile(
    r"\b(?:Centres|Centers|Hubs|Offices|Points)\s+for\s+[A-Z]\w+(?:(?:\s+and|\s+of|,)?\s+[A-Z]\w+){0,4}"
)
REPORT_OF = re.compile(
    r"\b(?P<who>[A-ZÀ-ÞĀ-ɏ][\w-]+(?:\s[A-ZÀ-ÞĀ-ɏ][\w-]+){1,3}|[A-Z]\w+-[A-Z]\w+|[A-Z]{3,6})['’]s\s+(?:\w+\s+)?report(?:\s+on\s+(?:[\w-]+\s){0,2}?[\w-]+(?=[.,;:)]|\s+(?:had|has|have|is|was|were|will|would|by|in|that|which|and)\b|$))?"
)
REPORT_BY = re.compile(
    r"\breport\s+(?:by|of|from)\s+(?:the\s+)?(?P<who>[A-ZÀ-ÞĀ-ɏ][\w-]+(?:\s[A-ZÀ-ÞĀ-ɏ][\w-]+){0,5})(?:\s+\((?P<short>[A-Z]{2,8})\))?"
)
#: How the words begin of which each match of a pattern holds one; few paragraphs do.
HOLDS = {
    TITLED: ["titled", "called", "entitled", "named", "known", "dubbed"],
    CALLED: ["called", "named", "known", "dubbed"],
    COINED: "pilot project program initiative scheme platform system database app tool portal".split(),
    PROPOSED: ["propos", "plan", "call", "appeal"],
    CENTRES: ["centres", "centers", "hubs", "offices", "points"],
    REPORT_OF: ["report"],
    REPORT_BY: ["report"],
    EXPLAINED: _TOLD_KIND,
    KIND_BEHIND: _KIND,
    PAIRED: _PACT,
    SERVICES: ["centre", "center", "desk", "hub", "point"],
    KIND_BEFORE: _KIND,
    RUN_IN: _KIND,
    RESOLUTION: ["resolution"],
    PAPER: ["draft", "crp"],
    OPERATION: ["operation", "operaç", "operaci", "opérat"],
    NUMBERED: ["decree", "law", "act", "ordinance", "general", "recommendation"],
    TOLD_OF: "fund financ co implement carries carried carry pilot proposed tabled put draft drawn run operated opened supports hosts managed launched kept set which".split(),
    INCLUDED: ["including", "such", "like", "among"],
    SET_OFF: _KIND,
}
