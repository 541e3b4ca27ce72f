"""Where bodies have their seats, as prose tells it: "the Riga-based Centre", "headquartered in Graz", "has its seat in Porto"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from vmcgraph.extraction.relations import OBLIQUE, Named

_BASED = re.compile(r"\b(?P<city>[A-ZÀ-ÞĀ-ɏ][a-zà-þ]{3,})-based\s+(?:[\w-]+\s+){0,2}$")
#: "the Toronto-based": what stands behind an article is no beginning of a sentence, such as "Rights-based".
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s+$")
_REGION = re.compile(r"(?:Africa|Asia|Europe|Gulf|America|Pacific|Caribbean|Community|Rights|Evidence|Faith|Member)")
#: "Geneva is home to the".
_HOME = re.compile(
    r"\b(?P<city>[A-ZÀ-ÞĀ-ɏ][a-zà-þ]{2,})\s+(?:is|was)\s+(?:already\s+|also\s+|now\s+)?home\s+to\s+(?:the\s+)?$"
)
#: Far behind the body which the sentence is about: "… and has its seat in Graz".
_HAS_SEAT = re.compile(
    r"ha[sd]\s+(?:its|their)\s+(?:seat|headquarters|head\s+office|main\s+office|secretariat)\s+in\s+(?P<city>[A-ZÀ-ÞĀ-ɏ][\w-]+(?:\s(?:City|Town|Salvador|Lumpur|Ababa|Aires))?)"
)
_BASED_BEHIND = re.compile(r"(?:\s*\([^()]*\))?,\s+an?\s+(?P<city>[A-ZÀ-ÞĀ-ɏ][a-zà-þ]{3,})-based\b")
_SEAT = re.compile(
    r"(?:\s*\([^()]*\))?(?:['’]s?)?(?:(?:,|\s+(?:is|was))\s+an?\s+[^,;.]{3,90}?(?=\s(?:with|based|headquartered|seated)\s))?,?\s+(?:(?:which\s+|and\s+)?(?:is|are|was)\s+)?(?P<how>based|headquartered|seated|(?:seat|headquarters|head\s+office|secretariat)\s+(?:is|are|sits|lies)|(?:has|have)\s+had\s+(?:its|their)\s+(?:seat|headquarters)|whose\s+(?:seat|headquarters|head\s+office|main\s+office|secretariat)\s+(?:is|are|sits|lies)|(?:(?:which|that|and)\s+)?(?:has|have|with)\s+(?:its|their)\s+"
    r"(?:seat|headquarters|head office|main office|secretariat)|(?:which|that)\s+\S+\s+hosts)?\s*(?:in|at)\s+(?P<city>[A-ZÀ-ÞĀ-ɏ][\w-]+(?:\s(?:City|Town|Palmas|Salvador|Lumpur|Ababa|Aires))?)"
)
#: "is a research institute of the": what follows is told of the institute.
_PARENT = re.compile(r"\b(?:is|was)\s+an?\s+[^.;,<>]{3,60}\s(?:of|at)\s+(?:the\s+)?$")
#: Types that a secretariat serves: "the Network, whose secretariat sits in Geneva".
_WITH_SECRETARIAT = frozenset({"platform", "process/dialogue", "network", "fund", "partnership"})
_SECRETARIAT = re.compile(
    r"(?:\s*\([^()]*\))?,\s+whose\s+(?:permanent\s+)?(?:seat|headquarters|secretariat)\s+(?:is|are|sits|lies)\s+(?:based\s+)?in\s+(?P<city>[A-ZÀ-ÞĀ-ɏ][\w-]+)"
)
#: Bodies that "in Vienna" behind the name tells the seat of; an office or mission elsewhere works there.
_SEATED = frozenset({"think tank", "university", "NGO", "company", "network"})
#: How long what stands before a body can be, and how far behind it more is told of it, in characters.
_SHORT, _FAR = 50, 180


def seats(text: str, named: Sequence[Named], is_city: Callable[[str], bool]) -> Iterator[tuple[str, str, int, int]]:
    """Yield body and city of "the Riga-based Centre …", "the Institute …, headquartered in Graz", "the Institute in Graz".

    Args:
        text: the sentence.
        named: the things it names, in order.
        is_city: knows cities; only "headquartered in" tells one that nobody knows.
    """
    if (far := _HAS_SEAT.search(text)) and (owner := _subject(text, named, far.start())):
        yield owner.key, far["city"], owner.start, far.end()
    for item in named:
        if (
            item.kind == "instrument"
            and item.type in _WITH_SECRETARIAT
            and (seat := _SECRETARIAT.match(text, item.end))
        ):
            yield item.key, seat["city"], item.start, seat.end()
        if item.kind == "organisation":
            lead = max(0, item.start - _SHORT)
            before = _BASED.search(text, lead, item.start)
            if before and (
                is_city(before["city"])
                or (_ARTICLE.search(text, lead, before.start()) and not _REGION.match(before["city"]))
            ):
                yield item.key, before["city"], before.start(), item.end
            home = _HOME.search(text, lead, item.start)
            if home and is_city(home["city"]):
                yield item.key, home["city"], home.start(), item.end
            beside = _BASED_BEHIND.match(text, item.end)
            if beside and is_city(beside["city"]):
                yield item.key, beside["city"], item.start, beside.end()
            behind = (
                None if _PARENT.search(text, max(0, item.start - _FAR), item.start) else _SEAT.match(text, item.end)
            )
            beside_it = behind and item.type in _SEATED and text[item.end : item.end + 1] != ","
            if behind and (behind["how"] or (beside_it and is_city(behind["city"]))):
                yield item.key, behind["city"], item.start, behind.end()


def _subject(text: str, named: Sequence[Named], before: int) -> Named | None:
    """Return the one body that a sentence names before an offset and not as whose, by whom or where something is."""
    upright = [item for item in named if item.end <= before and not OBLIQUE.search(text, 0, item.start)]
    bodies = [item for item in upright if item.kind == "organisation"]
    return bodies[0] if len({item.key for item in bodies}) == 1 and upright[0] is bodies[0] else None
