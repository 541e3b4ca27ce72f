"""Captions of pictures, known by their form: who is on them first, and what people in pictures do."""

from __future__ import annotations

import re

from vmcgraph.captionmarks import CAPTION_CREDIT, CAPTION_MARK
from vmcgraph.names import name_at
from vmcgraph.reading.lines import NEXT_SENTENCE

LONGEST_CAPTION = 600
#: What a caption says that people do.
CAPTION_WORDS = re.compile(
    r"\b(?:in conversation|in discussion|in dialogue|in an exchange|speaking (?:with|to)|talking (?:with|to)|chatting (?:with|to)|"
    r"seated (?:next to|beside)|sitting (?:next to|beside)|standing (?:next to|beside)|next to|introducing|opening|welcoming|addressing|greeting|"
    r"rais(?:es|ing) a question|asks? a question|asking a question|and other guests|with other guests|together with|alongside|with|listening to|"
    r"presenting|moderating|shaking hands|posing|pictured|toasting|delivering|attending|exchanging|meeting|joined by|flanked by)\b"
)


def is_caption(body: str, *, under_image: bool) -> bool:
    """Say whether a chunk is a caption: a person first, and what people in pictures do; a mark or an image above makes it sure."""
    if len(body) >= LONGEST_CAPTION or body[-1] in ",;":
        return False
    mark = CAPTION_MARK.match(body)
    rest = body[mark.end() :].lstrip() if mark else body
    credit = CAPTION_CREDIT.search(rest)
    rest = rest[: credit.start()].rstrip() if credit else rest
    sure = under_image or credit is not None or (mark is not None and mark[0][0].isalpha())
    if not sure and (body.endswith(".") or NEXT_SENTENCE.search(rest)):
        return False
    found = name_at(rest)
    if not found or found.end >= len(rest) or rest[found.end] not in ", ":
        return False
    says = CAPTION_WORDS.search(rest) is not None
    if sure or mark:
        return says or rest[found.end] == ","
    return says and len(body) < 400 and rest[found.end] == ","
