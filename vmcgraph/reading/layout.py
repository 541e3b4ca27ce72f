"""What the blocks of a text print, and what tells its headings apart from other lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from vmcgraph.document import Block
from vmcgraph.programme import (
    LONGEST_HEADING,
    NUMBERED,
    number_behind,
    opens_lettered,
    role_label,
    session_format,
    session_label,
    split_format,
)
from vmcgraph.reading.minutes import meeting_items
from vmcgraph.reading.sessionlines import unnumbered
from vmcgraph.spelling import fold

#: The number of a takeaway, before its heading.
_NUMBERED = re.compile(r"(\d{1,2})[.):]?\s+(?=[A-ZÀ-ÞĀ-ɏ])")


@dataclass(frozen=True)
class Layout:
    """The plain text and its blocks, with what tells headings apart from other lines."""

    shown: str
    blocks: tuple[Block, ...]

    @cached_property
    def words(self) -> list[str]:
        """The words of each block."""
        return [words_of(self.shown, block) for block in self.blocks]

    def lines(self, block: Block) -> list[str]:
        """Return the lines of a block that print something."""
        return lines_of(self.shown, block)

    def adjoin(self, index: int) -> bool:
        """Say whether no empty line stands between a block and the next one."""
        words = self.shown[self.blocks[index].start : self.blocks[index].end]
        return index + 1 < len(self.blocks) and words[len(words.rstrip()) :].count("\n") < 2

    @cached_property
    def takeaways(self) -> Mapping[int, str]:
        """The blocks that are numbered takeaways, and what they say behind the number."""
        return {index: _NUMBERED.sub("", self.words[index], count=1) for index in _takeaways(self.blocks, self.words)}

    @cached_property
    def items(self) -> Mapping[int, str]:
        """The blocks that are headings of the items of a meeting, with their titles."""
        return meeting_items(self.shown, self.blocks, self.words)

    @cached_property
    def headings(self) -> Counter[str]:
        """How often each heading is printed."""
        return Counter(
            fold(line) for block, line in zip(self.blocks, self.words, strict=True) if block.kind in ("heading", "name")
        )

    @cached_property
    def lettered(self) -> frozenset[str]:
        """The headings that number sessions of one kind, where there are several: "Panel 2: Fog"."""
        found = [
            line
            for line, block in zip(self.words, self.blocks, strict=True)
            if block.kind == "heading" and opens_lettered(line)
        ]
        kinds = Counter(session_format(split_format(line)[0]) for line in found)
        return frozenset(line for line in found if kinds[session_format(split_format(line)[0])] > 1)

    @cached_property
    def labels(self) -> Counter[str]:
        """How often each label stands in a block of its own."""
        return Counter(fold(line) for line in self.words if role_label(line))


def words_of(shown: str, block: Block) -> str:
    """Return the words of a block, without marks of headings."""
    return " ".join(" ".join(lines_of(shown, block)).split())


def lines_of(shown: str, block: Block) -> list[str]:
    """Return the lines of a block that print something, without marks of headings."""
    lines = (line.strip().lstrip("#").strip() for line in shown[block.start : block.end].splitlines())
    return [line for line in lines if any(map(str.isalnum, line))]


def _is_sitting(line: str) -> bool:
    """Say whether a numbered heading is that of a session, by its number or by the format and number before its title."""
    return session_label(line) > 0 or opens_lettered(line) or (session_format(line) is not None and number_behind(line))


def _takeaways(blocks: tuple[Block, ...], words: list[str]) -> frozenset[int]:
    """Return the blocks that are numbered headings 1, 2, 3 … each followed by a paragraph."""
    run: list[int] = []
    best: list[int] = []
    for index, block in enumerate(blocks[:-1]):
        number = _NUMBERED.match(words[index])
        if (
            not number
            or block.kind in ("caption", "agenda", "contents")
            or len(words[index]) > LONGEST_HEADING
            or blocks[index + 1].kind != "paragraph"
            or NUMBERED.match(words[index + 1])
        ):
            continue
        if int(number[1]) == 1:
            run = []
        if int(number[1]) == len(run) + 1:
            run.append(index)
        if len(run) > len(best):
            best = list(run)
    chapters = any(_is_sitting(unnumbered(words[index])) for index in best)  # "3. Session 1: Fog"
    return frozenset(best) if len(best) >= 3 and not chapters else frozenset()
