"""Photo captions: who is in the picture, what they do, with which posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vmcgraph import reference
from vmcgraph.captionmarks import CAPTION_CREDIT, CAPTION_MARK, PRESS_CREDIT
from vmcgraph.document import Block, Document
from vmcgraph.extraction.bodynames import Known, contains_post, starts_with_post
from vmcgraph.extraction.posts import parse_post
from vmcgraph.extraction.titles import FELLOWSHIP
from vmcgraph.names import Name, name_at

#: What captions print and what they say by it, the first that fits.
RELATIONS = (
    (r"in (?:\w+ )?(?:conversation|discussion|dialogue|exchange) with|speak(?:s|ing) (?:with|to)|talk(?:s|ing) (?:with|to)|chat(?:s|ting) (?:with|to)|"
     r"in (?:conversation|discussion|dialogue)|discussing with|exchanging (?:views|ideas) with", "in conversation"),
    (r"(?:seated|sitting|standing|next) (?:next )?(?:to|beside)|next to|beside", "seated next to"),
    (r"introducing|introduces", "introducing"),
    (r"opening|opens", "opening"),
    (r"welcoming|welcomes", "welcoming"),
    (r"greeting|greets", "greeting"),
    (r"rais(?:es|ing) a question|ask(?:s|ing) a question", "raising a question"),
    (r"addressing|addresses|delivering|delivers|speaking|presenting|presents", "addressing"),
    (r"listening to", "listening to"),
    (r"shak(?:es?|ing) hands with", "shaking hands"),
    (r"together with|alongside|joined by|with|and", "with"),
)  # fmt: skip
_RELATION = re.compile(
    "|".join(f"(?P<r{number}>\\b(?:{pattern})\\b)" for number, (pattern, _) in enumerate(RELATIONS[:-1]))
)
_JOINS = re.compile(r"[,;]?\s*\b(?:with|and|to|next to|beside|by)\s+(?:the\s+)?$|^\W*$|[;]\s*$|:\s*$")
_OTHERS = re.compile(
    r"\b(?:and|with) (?:other|another|further|fellow) (?:guests?|participants?|speakers?|delegates?|attendees?)\b|\band others\b"
)
#: Where or when a picture was taken, behind a name.
_AT_EVENT = re.compile(r",?\s+(?:at|in|on|during|after|before|ahead|outside)\s")
_FELLOW = re.compile(rf"(\S+)\s+(?:{'|'.join(sorted(FELLOWSHIP))})(?:\s+(?:from|in|of)\s+[^,;]{{2,40}},)?\s+$")
#: Where in the picture somebody is: "Jane Roe, left, in conversation with …".
_WHERE_SHOWN = re.compile(
    r",?\s*\(?\b(?:(?:on the|at|far|second from)\s+)?(?:left|right|centre|center)\)?(?=,|$)|\s*\([LRC]\)"
)
#: When a picture was taken, behind a post.
_WHEN_SHOWN = re.compile(
    r",?\s+(?:(?:shortly |just |right )?(?:before|after|during)|ahead of|on the (?:sidelines|margins) of|in the margins of)\s"
)
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
#: Between a name and the body: "Jane Roe of the Harbour Council".
_OF = re.compile(r"^\s*(?:of|from)\s+(?:the\s+)?")
_SHARED = re.compile(
    r"[,;]?\s*\b(?:both|all)\s+(?:of|at|from|with)\s+(?:the\s+)?(?P<body>.+?)(?=,\s+(?:in conversation|with|speaking|talking|and)\b|;|$)"
)


@dataclass(frozen=True, slots=True)
class Pictured:
    """A person of a caption: the name, the post as printed behind or before it, the span of both."""

    name: Name
    post: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption as read."""

    people: tuple[Pictured, ...]
    relation: str
    others: bool
    start: int
    end: int


def find_captions(document: Document, flat: str, known: Known) -> Iterator[Caption]:
    """Yield the captions of a report in their order.

    Args:
        document: the report.
        flat: its plain text, line ends as blanks.
        known: says whether a text is a form of a body that is known.
    """
    for block in document.blocks:
        if block.kind == "caption":
            caption = _caption(flat, block, known)
            if caption:
                yield caption


def _caption(shown: str, block: Block, known: Known) -> Caption | None:
    words = shown[block.start : block.end]
    start = block.start + len(words) - len(words.lstrip())
    credit = CAPTION_CREDIT.search(words) or PRESS_CREDIT.search(words)
    end = block.start + len((words[: credit.start()] if credit else words).rstrip(" \n|"))
    mark = CAPTION_MARK.match(shown, start, end)
    first = mark.end() if mark else start
    while first < end and shown[first] in " *":
        first += 1
    names = list(_names(shown, first, end, known))
    if not names:
        return None
    people = tuple(_pictured(shown, names, number, first, end) for number in range(len(names)))
    people = tuple(_share(shown, people, end))
    return Caption(
        people, _relation(shown, names, first, end), _OTHERS.search(shown, first, end) is not None, first, end
    )


def _names(shown: str, first: int, end: int, known: Known) -> Iterator[Name]:
    """Yield the names of a caption: what stands at its start, or behind "with", "and", "to", or behind a post."""
    at = first
    for match in re.finditer(r"\b[A-ZÀ-ÞĀ-ɏ]", shown[first:end]):
        start = first + match.start()
        if start < at:
            continue
        found = name_at(shown, start, end=end)
        if not found or known(found.text):
            continue
        before = shown[first:start]
        behind = shown[found.end : end]
        enumerated = (
            before.rstrip().endswith(",") and re.match(r",\s", behind) is not None and _post_follows(behind[1:], known)
        )
        joined = _JOINS.search(before) is not None
        followed = (
            re.match(r"\s*(?:,|$|\)|;|\()|\s+(?:at|in|during|after|before|of|from)\s", shown[found.end : end])
            is not None
            or _OTHERS.match(shown, found.end + 1, end) is not None
            or _RELATION.match(shown, found.end + 1, end) is not None
        )
        titled = re.search(r"[^,;]*$", before)
        fellow = _FELLOW.search(before)
        if (
            (joined and followed)
            or enumerated
            or fellow
            or (titled and _ends_in_post(titled[0]) and not _goes_on(behind))
        ):
            yield found
            at = found.end


def _goes_on(behind: str) -> bool:
    """Say whether a name goes on as the name of a body would: "… of", "… for"."""
    return re.match(r"\s+(?:of|for|at)\b", behind) is not None


def _post_follows(words: str, known: Known) -> bool:
    """Say whether a post comes next, maybe behind the body or country whose post it is."""
    head = re.split(r"[,;]", words.strip(), maxsplit=1)[0]
    post = parse_post(head, known)
    return starts_with_post(head) or (bool(post.position) and starts_with_post(post.position))


def _ends_in_post(words: str) -> bool:
    tail = words.split()[-2:]
    return bool(tail) and (contains_post(tail[-1]) or (contains_post(" ".join(tail)) and tail[-1][0].isupper()))


def _pictured(shown: str, names: list[Name], number: int, first: int, stop: int) -> Pictured:
    """Cut the post that belongs to a name: what stands behind it up to the next person, or between the last one and it."""
    name = names[number]
    limit = names[number + 1].start if number + 1 < len(names) else stop
    behind = shown[name.end : limit]
    ends = [match.start() for pattern in (_RELATION, _OTHERS, _WHEN_SHOWN) if (match := pattern.search(behind))]
    post = behind[: min(ends, default=len(behind))]
    if number + 1 < len(names):
        title = re.search(r"[,;]?\s*\b(?:and|with)\s+(?:the\s+)?(?P<next>[^,;]*)$", post)
        if title and (not title["next"].strip() or _ends_in_post(title["next"])):
            post = post[: title.start()]
    post = re.sub(r"[,;]?\s*\b(?:and|with)\s*(?:the\s*)?$", "", post).rstrip(" ,;")
    post = _WHERE_SHOWN.sub("", post)
    post = "" if _AT_EVENT.match(post) and not contains_post(post) else post
    start, end = name.start, name.end + len(post)
    post = _OF.sub("", post).strip(" ,;")
    bracketed = _IN_BRACKETS.fullmatch(post)
    post = bracketed[1] if bracketed else post
    if not post:
        before = shown[names[number - 1].end if number else first : name.start]
        joint = list(re.finditer(r"\b(?:with|and|to|beside)\s+(?:the\s+)?", before))
        title_start = joint[-1].end() if joint and number else 0
        if fellow := _FELLOW.search(
            before
        ):  # "his Danish counterpart Jane Roe": of the title, only the country is hers
            country = reference.country_of_adjective(fellow[1])
            post, start = (country.name, name.start - len(fellow[0])) if country else (post, start)
        elif contains_post(before[title_start:]):
            post, start = before[title_start:].strip(" ,"), name.start - len(before) + title_start
    return Pictured(name, " ".join(post.split()), start, end)


def _share(shown: str, people: tuple[Pictured, ...], end: int) -> Iterator[Pictured]:
    """Give a body that is printed once for several people to each of them: "…, both of the Department of Justice"."""
    shared = _SHARED.search(shown, people[0].name.end, end) if len(people) > 1 else None
    for person in people:
        if not shared or person.start > shared.start():
            yield person
            continue
        own = _SHARED.sub("", person.post).strip(" ,;")
        yield Pictured(person.name, f"{own} at {' '.join(shared['body'].split())}", person.start, shared.end())


def _relation(shown: str, names: list[Name], first: int, end: int) -> str:
    """Return what the caption says: between two people if it does, else of the first."""
    stretch = (names[0].end, names[-1].start) if len(names) > 1 else (names[0].end, end)
    matches = list(_RELATION.finditer(shown, *stretch))
    if not matches:
        return "with" if len(names) > 1 else "pictured"
    chosen = matches[-1] if len(names) > 1 else matches[0]
    return next(name for number, (_, name) in enumerate(RELATIONS[:-1]) if chosen[f"r{number}"])
