"""What a document counts of itself: speakers, sessions, participants, member states, offices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from vmcgraph.programme import NUMBERS

_COUNTED = r"speakers|sessions|participants|attendees|panels|panell?ists|delegates|countries|member states|members states|staff members|staff|offices|editions|side events|organi[sz]ations"
#: What the event of a year does with those whom it counts: "The Forum 2031 brought together 400 participants".
_VERBS = r"brought|brings|gathered|drew|attracted|convened|assembled|united|welcomed|hosted|featured|featuring|saw|had|has|have|was|were|is|are|by|for|with|from|that|when|where|which|who|as|on|at"
_CLAIM = re.compile(
    rf"(?P<number>\b\d{{1,3}}(?:[,.]\d{{3}})+|\b\d+|\b(?:{'|'.join(NUMBERS)}))\+?\s+(?P<what>(?:(?!(?:and|of|in|to|{_VERBS})\s|\d)[\w-]+\s+(?:and\s+)?){{0,3}}?(?:{_COUNTED}))\b",
    re.IGNORECASE,
)


#: Words by which participants are counted, whatever the sentence names.
_PRESENT = re.compile(r"\b(?:in-person|virtual|online|on-site|registered)\b")
EVENT = r"(?:conference|forum|summit|symposium|dialogue|congress|convention|colloquium|meeting|event|workshop)"
#: "The two-day forum took place in Oslo and was attended by", "who took part in the event": no other event is named.
_TOLD = (
    r"\b(?:[Tt]he|[Tt]his)\s+(?:[\w-]+\s+){0,2}?EVENT(?:\s+20\d\d)?(?:\s+(?:was|is|took|which)\b[^,;]{0,100}?)?\s+"
    r"(?:attended by|brought together|gathered|drew|attracted)\b|"
    r"\b(?:attended|took part in|participated in|came to)\s+(?:the|this)\s+(?:[a-z0-9-]+\s+){0,2}?EVENT\b(?!\s+(?:of|on|with|in)\b)"
)
_OPENS = re.compile(r"^\s*(?:It(?:\s+was)?\s+(?:attended by|brought together|gathered)|Attended by)\b")
#: Where a number of four figures is a year: "Fjord Forum 2031 delegates", "in 2030 participants".
_YEAR = re.compile(r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ff]rom|[Oo]f|[A-Z][\w'-]+)\s+)(?:19|20)\d\d$")


@cache
def attended(event: str = EVENT) -> re.Pattern[str]:
    """Return the pattern of who came to an event: of any kind, or only of one, such as "forum".

    Example:
        >>> bool(attended("forum").search("Over 400 people attended the forum.")), bool(attended("forum").search("The workshop drew 9."))
        (True, False)
    """
    return re.compile(_TOLD.replace("EVENT", event))


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that the document states of itself: what it counts, as printed, and the value."""

    what: str
    value: int
    start: int
    end: int


def find_claims(flat: str, start: int, end: int, about: re.Pattern[str]) -> Iterator[Counted]:
    """Yield the numbers of sentences that speak of the conference or its organiser, or tell who attended "the event".

    Args:
        flat: the plain text, line ends as blanks.
        start: where to begin.
        end: where to stop.
        about: what a sentence has to name for its numbers to count: the conference, the organiser.

    Example:
        >>> claim = next(find_claims("The Forum heard 12 invited speakers.", 0, 36, re.compile("Forum")))
        >>> claim.what, claim.value
        ('invited speakers', 12)
    """
    for sentence in re.finditer(r"[^.!?]+(?:[.!?](?!\s)[^.!?]*)*[.!?]?", flat[start:end]):
        named = about.search(sentence[0]) is not None or any(told.search(sentence[0]) for told in (_OPENS, attended()))
        for match in _CLAIM.finditer(sentence[0]):
            if not named and not _PRESENT.search(match["what"]):
                continue
            if _YEAR.search(sentence[0], 0, match.end("number")):
                continue
            number = match["number"].lower()
            value = NUMBERS.get(number) or int(re.sub(r"[,.]", "", number))
            at = start + sentence.start()
            yield Counted(" ".join(match["what"].split()).lower(), value, at + match.start(), at + match.end())
