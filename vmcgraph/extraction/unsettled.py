"""What a sentence denies, leaves open, or only tells to be hoped and asked for: it states no relation."""

from __future__ import annotations

import re

from vmcgraph.extraction.foreignwordings import DENIED, DENIED_BEFORE, DENIED_BEHIND

#: What somebody only hopes or says: "Canada, some hope, will join".
_SOME_SAY = r"(?:some|many|others|people|it\s+(?:is|was)|they)\s+(?:hoped?|sa(?:y|id)|believed?|claim(?:ed)?|think|thought|feared?|expect(?:ed)?)"
#: … and what is told as unsure: "perhaps Canada".
_PERHAPS = r"(?:perhaps|maybe|possibly|allegedly|reportedly|supposedly|presumably)"
#: Who has left or not yet come is no member: "a former member", "associate parties".
_NO_FULL = r"(?:former|future|prospective|potential|aspiring|associate|honorary|observer|candidate|suspended)\s+(?:[\w-]+\s+)?(?:[Mm]ember|[Pp]art(?:y|ies)|[Ss]ignator|[Cc]hair|[Pp]residen|[Dd]onor)\w*"
_NOT = re.compile(
    r"\b(?:not|never|no|nothing|once(?!\s+(?:again|more))|neither|nor|unless|if|whether|could|should|might|may|formerly|previously|until\s+(?:last|recently)|refus\w+|declin\w+|fail\w+|reject\w+|yet\s+to|unlikely|was\s+to\s+be|were\s+to\s+be|said\s+to|either|hardly|nobody|joked)\b|n[’']t\b|"
    rf"\b(?:{_PERHAPS}|{_SOME_SAY}|{_NO_FULL})\b"
)
#: Before a wording, in its clause, what denies it or leaves it open: "Neither A nor", "It was not", "Does A", "Perhaps", "the myth that", "no".
_NOT_BEFORE = re.compile(
    r"\b(?:[Nn]either|[Nn]or|[Ee]ither)\s[^.;:,]{0,30}$|\b(?i:not|nobody|no\s+one|few|hardly\s+\w+)\s(?:\w+\s+that\s+|thought\s+|believed\s+)?(?:the\s+)?(?:Mr|Ms|Mrs|Dr)?\.?\s*$|"
    r"\b(?:wish(?:es|ed)|joked)\s(?:that\s)?$|(?:^|[.;:]\s+)(?:Do|Does|Did|Is|Are|Was|Were|Has|Have|Had|Should|Will|Would|Can|Could)\s+(?:the\s+)?$|"
    r"\b(?:false|untrue|wrong|incorrect|myths?|rumou?rs?|lies?|fiction|legend|doubt\w*|(?:the|an?|any)\s+(?:claim|allegation|idea|notion))\s+that\s+(?:the\s+)?$|"
    r"\b(?i:no|without|alleged|supposed|purported|rumou?red|fictitious|imaginary)\s+(?:an?\s+)?$|"
    rf"\b(?i:{_PERHAPS}|{_SOME_SAY}(?:\s+that)?),?\s+(?:the\s+)?$"
)
#: Who is set apart from those who do a thing: "All states except | A".
_EXCEPT = re.compile(
    r"\b(?i:except(?:ing)?|except\s+for|excluding|without|unlike|apart\s+from|other\s+than|(?:all|every\w*|any\w*|none|nobody)(?:\s+[\w-]+){0,3}\s+but),?\s+(?:the\s+)?<[COP]$"
)
#: Another name that leaves open which is meant: "A and/or | B …".
_OR_BEFORE = re.compile(r">,?\s+(?:and/)?(?:or|oder|o)\s+(?:(?:the|der|die|das|il|la)\s+)?$")
#: Behind a wording, what leaves open which name is meant, sets a condition, or takes it back: "A | or perhaps B", "A joins B | if C does",
#: "pledged | nothing", "presided | until it left", "joined B | only as an observer", "run by A | 's rival".
_NOT_BEHIND = re.compile(
    r",?\s+(?:and/)?(?:or|oder|o)\s+(?:perhaps\s+|maybe\s+|possibly\s+)?(?:(?:by|in|the|von|vom|da|dal|dalla|der|die|das|il|la)\s+){0,2}(?:<|[A-ZÀ-Þ])|"
    r"(?:\s+(?:in|on|from|by|next)\s+[\w ]{3,15}?)?\s+(?:if|unless|provided)\b|\s+(?:nothing|none|no(?!\s+(?:less|fewer)))\b|\s+until\s+(?:it|they|he|she)\b|"
    r"(?:\s+(?:only|just|merely|in\s+[\w ]{3,15}?))?\s+as\s+(?:an?\s+)?(?:observer|associate|guest|candidate)s?\b|"
    r"(?:\s+in\s+[\w ]{3,15}?)?,?\s+(?:and|but)\s+(?:\w+\s+)?(?:left|quit|withdrew)\b|"
    r"['’]s?\s+(?:[a-z-]+\s+)?(?:rival|enem(?:y|ie)|opponent|critic|neighbou?r|competitor|partner|friend|all(?:y|ie)|successor|predecessor)s?\b"
)
#: Who is wished or asked to do a thing has not done it: "hopes to", "was invited to", "is in talks to".
_WISHES = (
    r"(?:hop(?:es?|ed|ing)|plan(?:s|ned|ning)?|want(?:s|ed|ing)?|wish(?:es|ed|ing)?|expect(?:s|ed|ing)?|invit(?:es?|ed|ing|ation)|ask(?:s|ed|ing)?|"
    r"urg(?:es?|ed|ing)|like|love|prefer|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought|need(?:s|ed|ing)?|encourag(?:es?|ed|ing)|"
    r"call(?:s|ed|ing)?\s+(?:up)?on|called|press(?:es|ed|ing)?|push(?:es|ed|ing)?|talks|negotiat(?:es?|ed|ing|ions?)|consider(?:s|ed|ing)|appl(?:y|ies|ied|ying)|"
    r"prepar(?:es?|ed|ing)|tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|request(?:s|ed|ing)?|beg(?:s|ged)?|appeal(?:s|ed|ing)?\s+to|lobb(?:y|ies|ied|ying)|"
    r"propos(?:es|ed|ing)|ready|willing|keen|eager|likely|able|free|welcome|eligible|candidates?|reluctant|unwilling|hesitat(?:es?|ed|ing)|failed)"
)
_WISHED = re.compile(rf"\b{_WISHES}(?:\s+[\w-]+){{0,3}}?\s+to\b(?![^<>]*,)|\bwould\s+have\b")
#: "urged the <C1>", and "to" behind it.
_ASKED = re.compile(rf"\b{_WISHES}\s+(?:both\s+|all\s+|that\s+)?(?:the\s+|its\s+|an?\s+)?(?:[\w-]+\s+)?$")
#: "recommended that <C1>".
_WISHED_THAT = re.compile(
    r"\b(?:(?:hop|wish|demand|propos|suggest|recommend|ask|insist|urg|request|expect)\w*\s+that|hop(?:es?|ed|ing)|wish(?:es|ed)?)\s+(?:the\s+)?$"
)
#: "plans to run the <I1>", and where behind it.
_TO_DO = re.compile(rf"\b{_WISHES}(?:\s+[\w-]+){{0,3}}?\s+to\s+\w+\s+(?:the\s+|an?\s+|its\s+)?$")
_NOT_SET_OFF = re.compile(r"<\w+>(?!\s*,)")
_TO = re.compile(r"<\w+>\s+(?:\w+ly\s+|also\s+)?to\s")
#: Money that is looked for has not come: "needs more", "is still looking for".
_LACKING = re.compile(
    r"\b(?:needs?|needed|needing|lack(?:s|ed|ing)?|seek(?:s|ing)?|sought|wants?|wanted|requests?|requested|requires?|required|without|awaits?|awaiting|hop(?:es?|ed|ing)|"
    r"(?:look|ask|wait|call|appl(?:y|ied|ies)|hope|appeal|search|request|compet|bid|plead)\w*\s+for|depend\w*\s+on)\s+(?:[\w%€$£-]+\s+){0,4}$",
    re.IGNORECASE,
)
#: What stands before a wording and tells it to be no fact is so near, in characters.
_SHORT = 50


def denied(text: str, match: re.Match[str], language: str) -> bool:
    """Say whether the words of a wording deny it or leave it open; German says so behind the verb too."""
    if _NOT_BEHIND.match(text, match.end()) or _OR_BEFORE.search(text, max(0, match.start() - _SHORT), match.start()):
        return True
    if language == "en":
        if _EXCEPT.search(text, max(0, match.start() - _SHORT), match.start() + len("<C")):
            return True
        before = _NOT_BEFORE.search(text, max(0, match.start() - _SHORT), match.start())
        return before is not None or _NOT.search(text, match.start(), match.end()) is not None
    behind = language == "de" and DENIED_BEHIND.match(text, match.end())
    before = DENIED_BEFORE.search(text[max(0, match.start() - _SHORT) : match.start()])
    return bool(behind or before or DENIED[language].search(text, match.start(), match.end()))


def only_wished(text: str, predicate: str, match: re.Match[str]) -> bool:
    """Say whether a wording tells what somebody hopes for, asks for or is asked to do, which is no fact; who proposes a thing has proposed it."""
    start = match.start()
    before = text[max(0, start - _SHORT) : start]
    if predicate == "proposes":
        return False
    if _WISHED.search(text, start, match.end()):
        return True
    if text[start : start + 1] != "<":
        return predicate == "funds" and _LACKING.search(before) is not None
    if predicate == "operates in" and _TO_DO.search(before):
        return True
    return (_TO.match(text, start) is not None and _ASKED.search(before) is not None) or (
        _NOT_SET_OFF.match(text, start) is not None and _WISHED_THAT.search(before) is not None
    )
