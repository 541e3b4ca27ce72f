"""The lines in which cards print a post: how they join, and which of them is a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vmcgraph import reference
from vmcgraph.extraction.bodynames import TOWNS, Known, body_like, contains_post, is_unit, segments_of, starts_with_post
from vmcgraph.spelling import fold


def join_lines(lines: list[str], known: Known) -> str:
    """Join the lines of a card: a line that starts a body or a country begins a new member of the list.

    Example:
        >>> join_lines(["Head of Region, Amber", "Roads", "ICMPD"], lambda form: form == "ICMPD")
        'Head of Region, Amber Roads, ICMPD'
    """
    made = lines[0] if lines else ""
    for line in lines[1:]:
        head = segments_of(line, known)[0]
        closed = not re.search(r"(?:[,–-]|\b(?:of|for|and|the|&|in|on|to|at))$", made)
        acronym = re.match(r"[A-Z][A-Za-z]*[A-Z]{1,}[\w-]*(?:$|\s[–—-]\s[A-ZÀ-Þ])", head) is not None
        if known(f"{made.split(' ')[-1]} {head}"):
            made = f"{made} {line}"
            continue
        begins = (
            (_is_whole_title(made) and head[:1].isupper() and fold(head.split()[0]) not in reference.title_words())
            or ((_is_bare_title(made) or _LEADS_UNIT.search(made)) and is_unit(head, known))
            or known(re.sub(r"\s*\([^()]*\)$", "", head))
            or (
                fold(made.split()[-1]) in reference.posts()
                and body_like(head, known, whole=True)
                and not contains_post(head)
            )
            or reference.country_named(re.sub(r"^(?:(?:The|Federal) )?Republic of (?:the )?", "", head))
            or acronym
            or (body_like(head, known) and _starts_body(head))
        )
        made = f"{made}, {line}" if closed and begins else f"{made} {line}"
    return made


def bodies_on_last_lines(cards: Sequence[Sequence[str]], known: Known) -> Iterator[str]:
    """Yield the bodies that only the layout tells: where cards print a post and below it its body, the line below is one.

    Example:
        >>> cards = [["Director", "Ferry Institute"], ["Poet", "University of Malta"], ["Head of Unit", "Ministry of Ports, Malta"]]
        >>> cards.append(["Head of Advocacy", "Right to Row"])
        >>> list(bodies_on_last_lines(cards, lambda form: False))
        ['Right to Row']
    """
    pairs = [(lines[0], segments_of(lines[1], known)[0]) for lines in cards if len(lines) == 2]
    pairs = [(post, below) for post, below in pairs if starts_with_post(post) and not re.search(_UNFINISHED, post)]
    sure = [below for _, below in pairs if known(below) or body_like(below, known)]
    if len(sure) < 3 or len(sure) < 0.6 * len(pairs):
        return
    for post, below in pairs:
        if below in sure or reference.country_named(below) or contains_post(below) or is_unit(below, known):
            continue
        if below[0].isupper() and len(below.split()) <= 6 and "," not in post and not below.endswith("."):
            yield re.sub(r"\s*\([^()]*\)$", "", below)


_UNFINISHED = re.compile(r"(?:[,–&-]|\b(?:of|for|and|the|in|on|to|at))$")


def _is_whole_title(made: str) -> bool:
    """Say whether a title is complete: its last word is the noun of a post, or all its words are those of titles."""
    ended = starts_with_post(made) and fold(made.split()[-1]) in reference.posts()
    return "," not in made and (ended or _is_bare_title(made))


#: How a title ends that says what one leads and not its name.
_LEADS_UNIT = re.compile(r"\bof (?:Unit|Section|Department|Division|Office|Secretariat|Programme|Mission)$")


def _is_bare_title(made: str) -> bool:
    """Say whether a title has no words but those of titles: "Deputy Director General"."""
    return starts_with_post(made) and reference.title_words().issuperset(map(fold, made.split()))


def _starts_body(head: str) -> bool:
    """Say whether a line starts with the noun of a body ("Ministry for …", "City of …") or ends in one ("Placewise Foundation")."""
    if re.match(rf"(?:{TOWNS}|Government) (?:of|de|di) ", head):
        return True
    words = [fold(word) for word in re.split(r"\s+(?:of|for)\s+", head)[0].split()]
    nouns = reference.body_nouns()
    return any(word in nouns and nouns[word].strong for word in (words[0], words[-1]))
