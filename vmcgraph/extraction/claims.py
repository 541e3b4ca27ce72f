"""What a document counts of itself: speakers, sessions, participants, member states, offices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vmcgraph.programme import NUMBERS

_COUNTED = r"speakers|sessions|participants|attendees|panels|panell?ists|delegates|countries|member states|members states|staff members|staff|offices|editions|side events|organi[sz]ations"
_CLAIM = re.compile(
    rf"(?P<number>\b\d{{1,3}}(?:[,.]\d{{3}})+|\b\d+|\b(?:{'|'.join(NUMBERS)}))\+?\s+(?P<what>(?:(?!(?:and|of|in|to)\s)[\w-]+\s+(?:and\s+)?){{0,3}}?(?:{_COUNTED}))\b",
    re.IGNORECASE,
)


#: Words by which participants are counted, whatever the sentence names.
_PRESENT = re.compile(r"\b(?:in-person|virtual|online|on-site|registered)\b")
#: "The two-day forum took place in Oslo and was attended by", "It brought together": no other event is named.
_ATTENDED = re.compile(
    r"(?:\b(?:[Tt]he|[Tt]his)\s+(?:[\w-]+\s+){0,2}?(?:conference|forum|summit|symposium|dialogue|congress|convention|colloquium|meeting|"
    r"event|workshop)(?:\s+(?:was|is|took|which)\b[^,;]{0,100}?)?|^\s*It(?:\s+was)?)\s+(?:attended by|brought together|gathered)\b|"
    r"^\s*Attended by\b"
)


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
        named = about.search(sentence[0]) is not None or _ATTENDED.search(sentence[0]) is not None
        for match in _CLAIM.finditer(sentence[0]):
            if not named and not _PRESENT.search(match["what"]):
                continue
            number = match["number"].lower()
            value = NUMBERS.get(number) or int(re.sub(r"[,.]", "", number))
            at = start + sentence.start()
            yield Counted(" ".join(match["what"].split()).lower(), value, at + match.start(), at + match.end())
