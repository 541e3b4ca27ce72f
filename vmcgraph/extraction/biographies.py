"""Posts that biographies tell: "Jane Roe is a research fellow at the Quay Institute and a member of …. From 2016 to 2019 she was …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from vmcgraph import reference
from vmcgraph.document import Block, Document
from vmcgraph.extraction.bodynames import Known, contains_post
from vmcgraph.extraction.narrated import sentence_start
from vmcgraph.extraction.people import Draft, People, StatedPost
from vmcgraph.extraction.posts import Post
from vmcgraph.extraction.prose import paragraphs
from vmcgraph.extraction.titles import BODIES_TOO
from vmcgraph.names import Name, name_at
from vmcgraph.programme import MONTHS, heading_kind
from vmcgraph.spelling import fold

#: With which words a biography goes on behind the name.
_OPENS = re.compile(
    r"\s+(?:is|was|has|holds|joined|serves|served|works|worked|teaches|taught|leads|heads|chairs|directs|studied|studies|currently|became|began|"
    r"graduated|obtained|specialises|specializes|researches|writes|founded|co-founded|brings|trained|coordinates|manages)\b"
)
_ARTICLE = r"(?:(?:an?|the|its|our)\s+)?"
_WHEN = r"(?:(?:currently|also|now|then|formerly|previously|both|today)\s+)?"
#: "she was", "where he has been", "Roe serves as".
_IS = re.compile(
    rf"\b(?:is|was|has been|had been|became|(?:serves|served|has served|works|worked|has worked|acts|acted|sits) as)\s+{_WHEN}{_ARTICLE}(?=[A-Za-zÀ-ÿ])"
)
_MONTHS = "|".join(map(str.capitalize, MONTHS))
#: Who somebody is or has become, with which a biography opens in running text, and the news of a house: "Jane Roe has joined X as a …".
_IS_POST = re.compile(
    r"\s+(?:is|serves as|works as|(?P<news>became|takes over as|took over as|"
    r"(?:was|is|has been)\s+(?:(?:re-?)?(?:appointed|elected)(?:\s+as)?|named(?!\s+(?:as|after)\b))|"
    r"(?:has\s+|have\s+)?(?:become|taken over as|(?:joined|joins)\s+(?:[Tt]he\s+)?(?P<joined>(?![^,.;:]*\sand\s+the\s)[A-ZÀ-ÞĀ-ɏ][^,.;:]{1,80}?)\s+as)))"
    rf"\s+{_WHEN}{_ARTICLE}(?:new\s+)?(?=[A-Za-zÀ-ÿ])"
)
#: Before the name in a sentence, since when: "On 1 October", "In May 2031,".
_SINCE = re.compile(
    rf"(?:In|On|Since|From|As of|With effect from)\s+(?:\d{{1,2}}\s+)?(?:{_MONTHS}|(?:19|20)\d\d)(?:\s+(?:19|20)\d\d)?,?\s+"
)
_WHO = re.compile(rf"(?:^|[\s(])(?:[Ss]?[Hh]e|[Tt]hey)\s+{_WHEN}$")
_CHAIRS = re.compile(r"\b(?P<co>co-)?chairs\s+(?:the\s+)?(?=[A-ZÀ-Þ])")
#: Where the post ends: the sentence, a clause of its own, when it was, or what else the person does.
_END = re.compile(
    r",?\s+(?:by|succeeding|replacing|following)\s+|,\s+not\s|[.;](?=\s|$)(?<!\b[A-Z]\.)(?<!\bDr\.)(?<!\bProf\.)|,?\s+(?:where|who|which|whose|since|until|during|between|because|before|after|while|having|working|"
    rf"specialising|specializing|focusing|covering|leading|for (?:over|more than|nearly|almost|\w+ years)|(?:from|in|on|as of|at the end of) (?:\d{{1,2}} )?(?:{_MONTHS}|(?:19|20)\d\d)|with (?:over|more than))\b|"
    r"(?:,\s+and|,|\s+and)\s+(?:has|was|is|had|serves|served|works|worked|teaches|taught|leads|heads|chairs|holds|writes|litigated|founded|joined|led|"
    r"co-founded|publishes|published|moved|served|became|studied)\b|,\s+and\s+(?=an?\s|the\s)|\s+and\s+(?=an?\s|the\s|co-)|,\s+(?=an?\s+[a-z])|\s[–—]\s"
)
_NEXT = re.compile(rf"(?:,\s+and|,|\s+and)\s+{_ARTICLE}")
_LONGEST = 200


def read_posts(document: Document, flat: str, people: People, known: Known) -> None:
    """Enter the posts that the paragraphs of a speakers' chapter tell, and others that open with who somebody is.

    Args:
        document: the report.
        flat: its plain text, line ends as blanks.
        people: the persons so far; those whose biography it is, and their posts, are entered.
        known: says whether a text is a form of a known body.
    """
    chapters = list(_chapters(document, flat))
    for block in paragraphs(document):
        if any(start <= block.start < end for start, end in chapters):
            found = _subject(flat, block)
            if found:
                person = people.named(found, document.span(found.start, found.end, "speakers"))
                for start, words, end in _posts(flat, block, found, person):
                    people.posts.append(StatedPost(person, [words], start, end, "speakers"))
            continue
        for name, start, end, body in _told(document.text, flat, block):
            if not known(name.text):
                person = people.named(name, document.span(name.start, name.end, "narrative"))
                words = " ".join(flat[start:end].split())
                post = Post(words, (), body) if body else None
                people.posts.append(StatedPost(person, [words], name.start, end, "text", post=post))


def _chapters(document: Document, flat: str) -> Iterator[tuple[int, int]]:
    """Yield where chapters on speakers start and end: parts of the text, and what stands below such a heading of a page."""
    yield from ((part.start, part.end) for part in document.parts if part.kind == "speakers")
    heads = [block for block in document.blocks if block.kind == "heading"]
    for head, following in zip_longest(heads, heads[1:]):
        if heading_kind(flat[head.start : head.end].strip("# ")) == "speakers":
            yield head.end, following.start if following else len(flat)


def _subject(flat: str, block: Block) -> Name | None:
    """Return the name with which a biography opens."""
    start = block.start + len(flat[block.start : block.end]) - len(flat[block.start : block.end].lstrip())
    found = name_at(flat, start, end=block.end)
    return found if found and (_OPENS.match(flat, found.end) or flat[found.end : found.end + 2] == ", ") else None


def _told(text: str, flat: str, block: Block) -> Iterator[tuple[Name, int, int, str]]:
    """Yield who opens a sentence of running text that goes on with the person's post, where the post starts and ends, and the body joined."""
    for match in _IS_POST.finditer(flat, block.start, block.end):
        first = max(sentence_start(flat, block.start, match.start()), text.rfind("\n", 0, match.start()) + 1)
        since = _SINCE.match(flat, first, match.start())
        found = name_at(flat, since.end() if since else first, end=match.start())
        end = _post_end(flat, match.end(), block.end) if found and found.end == match.start() else match.end()
        undone = (
            match["news"]
            and found
            and (_UNDONE.match(flat, match.end(), min(block.end, end + _REST)) or _is_place(found))
        )
        if found and end > match.end() and not undone and fold(flat[match.end() : end].split()[0]) not in BODIES_TOO:
            yield found, match.end(), end, match["joined"] or ""


#: What a post that somebody was given came to, or that it is none: "but declined", "and left in 2031", "of the Year", "and the Sail Union as".
_UNDONE = re.compile(
    r"[^.]*?(?:\bbut\b|\bif\b|\b(?:left|leaves|resigned|resigns|declined|retired|stepped|withdrew|until)\b|\bof the (?:Year|Month|Decade)\b)"
)
_REST = 80


def _is_place(name: Name) -> bool:
    """Say whether a country is named in what looks like a name: "Restart Malta"."""
    return any(reference.country_named(word) for word in name.text.split())


def _posts(flat: str, block: Block, name: Name, person: Draft) -> Iterator[tuple[int, str, int]]:
    """Yield where each post of a biography starts, its words, and where it ends."""
    surname = person.name.split()[-1]
    for match in _IS.finditer(flat, name.end, block.end):
        before = flat[max(block.start, match.start() - 60) : match.start()].rstrip() + " "
        sentence = flat[sentence_start(flat, block.start, match.start()) : match.start()]
        joined = before.endswith(" and ") and (_WHO.match(f" {sentence.split()[0]} ") or surname in sentence)
        own = match.start() - name.end < 3 or before.rstrip().endswith(surname) or _WHO.search(before) or joined
        at, start = match.end(), match.start()
        while own and (end := _post_end(flat, at, block.end)) > at:
            yield start, " ".join(flat[at:end].split()), end
            follows = _NEXT.match(flat, end, block.end)
            if not follows:
                break
            at = start = follows.end()
    for match in _CHAIRS.finditer(flat, name.end, block.end):
        stop = _END.search(flat, match.end(), block.end)
        end = stop.start() if stop else block.end
        yield match.start(), f"{match['co'] or ''}chair of the {' '.join(flat[match.end() : end].split())}", end


def _post_end(flat: str, at: int, limit: int) -> int:
    """Return where the post ends that starts at an offset, or this offset where no post does."""
    stop = _END.search(flat, at, min(limit, at + _LONGEST))
    end = stop.start() if stop else min(limit, at + _LONGEST)
    head = re.split(r"\s(?:of|at|in|for|with|to|on)\s|,", flat[at:end])[0]
    member = fold(head).endswith("member") and head.islower()  # who belongs to a body holds no post there
    return end if stop and contains_post(head) and not member else at
