"""Lines that name somebody with a post or body, as programmes and lists print them."""

from __future__ import annotations

import re

from vmcgraph import reference
from vmcgraph.names import name_at, titled_name
from vmcgraph.programme import is_place, unbulleted
from vmcgraph.spelling import fold

#: Behind a name with a country or body: what its bearer says, which makes a sentence.
_SAYS = re.compile(r"\([^()]{2,40}\),?\s+(?P<verb>[a-z]+)\s+\w")


def is_entry(text: str) -> bool:
    """Say whether a line starts with a personal name and goes on with a post, or is a name."""
    body = unbulleted(text)
    found = name_at(body)
    if not found:
        return titled_name(body) is not None
    rest = body[found.end :].lstrip()
    said = _SAYS.match(rest)
    if said and said["verb"] in reference.speech_verbs():
        return False
    return not rest or rest[0] in ",;|–—(-:·•/" or re.match(r"[\"“]", rest) is not None


def is_speaker(text: str) -> bool:
    """Say whether a line is surely a person's entry and no title with a comma: an honorific, capitals, or a post behind the name."""
    body = unbulleted(text)
    found = name_at(body)
    if not found or not is_entry(text):
        return False
    behind = fold(body[found.end :]).split()
    loud = any(word.isupper() and len(word) > 2 for word in found.text.split()) or _PLACED.match(body, found.end)
    posted = any(word in reference.posts() for word in behind)
    rest = body[found.end :]
    return found.honorific is not None or bool(loud) or posted or _has_body(rest) or _ROW.fullmatch(rest) is not None


#: Behind a name: two cells or more that the same sign parts, post and body, and no figures.
_ROW = re.compile(r"\s+(?P<sign>[·•|])\s[^·•|\d]+(?:\s(?P=sign)\s[^·•|\d]+)+")


#: What stands behind a name and a comma: a body with its capital, and no further clause.
_BEHIND_COMMA = re.compile(r"(?:,|\s+[·•/|])\s+(?=[A-ZÀ-ÞĀ-ɏ])[^:?!]+$")


def _has_body(behind: str) -> bool:
    """Say whether a well-known body, or a noun that makes one, stands behind a name: ", Ministry of Ports", ", UNHCR Malta"."""
    if not _BEHIND_COMMA.match(behind):
        return False
    words = re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", behind)
    if any(word.isupper() and word in reference.body_forms() for word in words):
        return True
    nouns = [noun for word in words if word[0].isupper() and (noun := reference.body_nouns().get(fold(word)))]
    return any(noun.strong or "and" not in words for noun in nouns)


#: Behind a name: the body or town in brackets.
_PLACED = re.compile(r"\s+\([A-ZÀ-ÞĀ-ɏ][^()]*[a-z][^()]*\)(?=\s*$|,|;|:|\s(?:and|&)\s)")


#: What a page prints behind a name of its bearer's part and no post: "(online)", "(she/her)", "(tbc)".
_ASIDE = re.compile(r"\s*\([a-z][^()]{2,25}\)")


def stands_alone(text: str) -> bool:
    """Say whether a line is somebody's name and nothing else, but maybe how he or she takes part.

    Example:
        >>> stands_alone("Dr Jane Roe (online)"), stands_alone("Jane Roe, Director"), stands_alone("Room Aurora")
        (True, False, False)
    """
    found = name_at(text)
    if found is None or (is_place(text) and found.honorific is None and not text.endswith(("Hall", "Chamber"))):
        return False
    return found.end == len(text) or _ASIDE.fullmatch(text, found.end) is not None


#: Before somebody who is named behind a title, or with whom a talk is held: "Fog – Jane Roe, Director", "“Who sails?” with Jane Roe (Leith)".
_GAP = re.compile(
    r"\s+[–—-]\s+(?=[A-ZÀ-ÞĀ-ɏ])|\s+\((?=[A-ZÀ-ÞĀ-ɏ])|(?:(?<=[”\"“»?!…])|(?<=[Cc]hat)|(?<=[Cc]onversation)|(?<=[Ii]nterview))\s+with\s+(?=[A-ZÀ-ÞĀ-ɏ])"
)


def speaker_behind(title: str) -> tuple[int, int, int] | None:
    """Return where a title ends that goes on with who gives it, and where that one's entry begins and ends, or None.

    Example:
        >>> speaker_behind("Fog at sea – Jane Roe, Harbour Institute")
        (10, 13, 40)
        >>> speaker_behind("Welcome (Jane Roe, Director)"), speaker_behind("Fog – tides, and ports (2030)")
        ((7, 9, 27), None)
        >>> speaker_behind("Fireside chat with Jane Roe (Leith)"), speaker_behind("Conversation with Young Leaders")
        ((13, 19, 35), None)
    """
    for gap in _GAP.finditer(title, 3):
        bracket = gap[0].endswith("(")
        end = len(title.rstrip()) - bracket
        if (not bracket or title.rstrip().endswith(")")) and is_speaker(title[gap.end() : end]):
            return gap.start(), gap.end(), end
    return None


def are_names(members: list[str]) -> bool:
    """Say whether all members of a line are names, none of them that of a body; where one has a form of address, all have.

    Example:
        >>> are_names(["Jane Roe", " Bo Lund"]), are_names(["Jane Roe", " Le Quotidien"])
        (True, False)
    """
    titled = {found.honorific is not None for member in members if (found := name_at(member.strip()))}
    return len(titled) == 1 and all(map(is_whole_name, members)) and not any(map(_is_bodylike, members))


#: Articles with which the names of newspapers begin, and no person's.
_ARTICLES = frozenset("The Le La Les Der Die Das El Il Los".split())


def _is_bodylike(member: str) -> bool:
    """Say whether two words in capitals are rather a body: "Le Quotidien", "ABCD Malta"."""
    first, *_, last = member.split() or [""]
    noun = reference.body_nouns().get(fold(first))
    return (
        first in _ARTICLES
        or fold(last) in reference.body_nouns()
        or (noun is not None and noun.strong)
        or (first.isupper() and bool(reference.country_named(last) or reference.country_of_city(last)))
    )


def is_whole_name(text: str) -> bool:
    """Say whether a text is a name and nothing else."""
    found = name_at(text.strip())
    return found is not None and found.end == len(text.strip())
