"""Every place where a text names a body: by a form that is known, or by its noun."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from vmcgraph import reference
from vmcgraph.document import Block, Document
from vmcgraph.extraction import countries, organisations
from vmcgraph.extraction.bases import basis_of
from vmcgraph.extraction.phrases import PhraseFinder, Text
from vmcgraph.reference import CountryEntry
from vmcgraph.sentences import sentences

_Stretch = tuple[int, int]

#: A line of a heading, with the next where it ends in a small word or that begins with one.
_HEADING_LINE = re.compile(
    r"[^\r\n]+(?:(?:(?i:(?<=\bof)|(?<=\bfor)|(?<=\band)|(?<=\bthe)|(?<=\bon)|(?<=\bto)|(?<=\bin))[ \t]*\r?\n[ \t]*|\r?\n[ \t]*(?=[a-zß-ÿ]))[^\r\n]+)*"
)

_CAPITALS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONGEST_NAME = 9
_SMALL = frozenset("OF FOR AND THE ON IN TO".split())
#: Types of bodies that are of the country that a sentence speaks of.
_OF_STATE = ("ministry", "government", "parliament/council")
#: Before the body where a country has its mission, and how far back, in characters.
_REACH = 90
_MISSION_TO = re.compile(
    r"\b(?:Mission|Representation|Delegation)\s+of\s+(?:the\s+)?[A-ZÀ-ÞĀ-ɏ][\w'’ -]{2,40}\s+to\s+(?:the\s+)?$"
)
#: The short form of a body that is a word too, as headings in capitals print it: "WHO PAYS FOR IT?"
_WORD = "WHO"


def whole_lines(shown: str, block: Block) -> list[_Stretch]:
    """Return a paragraph as a whole, whose lines a page cuts, and the lines of a heading, each of its own unless it goes on."""
    if block.kind != "heading":
        return [(block.start, block.end)]
    return [line.span() for line in _HEADING_LINE.finditer(shown, block.start, block.end)]


class BodyPlaces:
    """Enters the places where one text names bodies.

    Args:
        document: the text.
        shown: its plain text.
        flat: the same on one line.
        bodies: those that are known, and to which others are added.
        language: of the text; bodies are known by their nouns in English alone.
    """

    def __init__(self, document: Document, shown: str, flat: Text, bodies: organisations.Bodies, language: str) -> None:
        self._document, self._shown, self._flat = document, shown, flat
        self._bodies, self._language = bodies, language
        self._told = next((block.start for block in document.blocks if block.kind == "paragraph"), 0)
        self._sentence_starts = sorted(
            piece[0] for sentence in sentences(document.text, document.blocks) for piece in sentence.pieces[:1]
        )

    def enter(self, blocks: Iterable[Block], names: PhraseFinder) -> None:
        """Enter every place in some blocks; `names` finds the people, in whose names no body is."""
        finder = organisations.finder(self._bodies)
        for block in blocks:
            if block.kind in ("agenda", "contents", "furniture"):
                continue
            others = [(start, end) for start, end, _ in names.find(self._flat, block.start, block.end)]
            loud_names = countries.loud_names().find(self._flat, block.start, block.end)
            others += [(start, end) for start, end, form in loud_names if " " in form]  # "VIET NAM"
            known = list(self._enter_known(block, finder, others))
            if block.kind in ("paragraph", "heading") and self._language == "en":
                self._discover(block, [*others, *known])
        self._join_directorates()

    def _enter_known(self, block: Block, finder: PhraseFinder, others: Sequence[_Stretch]) -> Iterator[_Stretch]:
        """Enter the forms of known bodies in a block, and yield where they stand."""
        for start, end, form in finder.find(self._flat, block.start, block.end):
            loud = form in reference.loud_bodies() and block.kind != "paragraph"  # a heading in capitals
            word = form == _WORD and countries.among_capitals(self._flat, start, end)
            if loud or word or _overlaps(start, end, others) or self._has_mission(start):
                continue
            draft = self._bodies.named(form)
            if draft.generic and form in (draft.name, *draft.forms) and block.kind == "paragraph":
                country = self._country_before(start)
                draft = self._bodies.named(form, country=country) if country else draft
            draft.spans.append(self._document.span(start, end, basis_of(self._document, block)))
            city = re.match(r"\s+in\s+([A-Z]\w+)", self._flat[end : end + 40])
            if city and draft.type in ("think tank", "university", "NGO", "company", "other") and " " in form:
                draft.country = draft.country or reference.country_of_city(city[1])
            yield start, end

    def _has_mission(self, at: int) -> bool:
        """Say whether a body is only where a country has its mission: "the Permanent Mission of Malta to the United Nations"."""
        return _MISSION_TO.search(self._flat, max(0, at - _REACH), at) is not None

    def _discover(self, block: Block, taken: Sequence[_Stretch]) -> None:
        """Enter the bodies that a block names by their nouns, where nothing else is named."""
        found = [found for line in whole_lines(self._shown, block) for found in self._in_line(block, *line)]
        found += organisations.small_bodies(self._flat, block.start, block.end)
        for start, end, name, country in found:
            if _overlaps(start, end, taken):
                continue
            span = self._document.span(start, end, basis_of(self._document, block))
            of_state = organisations.type_of(name) in _OF_STATE
            country = country or (self._country_before(start) if of_state else None)
            draft = self._bodies.named(name, country=country, span=span)
            whole = " ".join(self._flat[start:end].split())
            if whole.startswith(f"{name} of "):  # its country belongs to the fullest form
                self._bodies.call(draft, whole)

    def _in_line(self, block: Block, start: int, end: int) -> Iterator[tuple[int, int, str, CountryEntry | None]]:
        """Yield the bodies of a stretch; a line of the text's head in capitals is read as names are written."""
        words = self._flat[start:end]
        named = words.isupper() and len(words.split()) <= _LONGEST_NAME and " BY " not in words
        if block.end > self._told or block.kind != "heading" or not named:
            yield from organisations.discover(self._flat, start, end, self._bodies)
            return
        written = _CAPITALS.sub(lambda word: word[0].lower() if word[0] in _SMALL else word[0].capitalize(), words)
        for first, last, name, country in organisations.discover(written, 0, len(written), self._bodies):
            yield start + first, start + last, name, country

    def _join_directorates(self) -> None:
        """Make a directorate-general a part of the body it is known to be one of, where the text names that."""
        for draft in self._bodies:
            entry = draft.entry
            if entry and entry.name.startswith("Directorate-General") and not draft.parent and entry.parent:
                draft.parent = next(
                    (other for other in self._bodies if other.entry and other.entry.name == entry.parent), None
                )

    def _country_before(self, at: int) -> CountryEntry | None:
        """Return the country that a sentence speaks of before it names one of its bodies: "Egypt's system … the Ministry of …"."""
        index = bisect_right(self._sentence_starts, at) - 1
        sentence = self._sentence_starts[index] if index >= 0 else at
        owners = [
            entry
            for match in re.finditer(r"([A-Z]\w+(?: [A-Z]\w+)?)'s?\b", self._flat[sentence:at])
            if (entry := reference.country_named(match[1]))
        ]
        return owners[-1] if owners and len({entry.iso3 for entry in owners}) == 1 else None


def _overlaps(start: int, end: int, others: Sequence[_Stretch]) -> bool:
    return any(first < end and start < last for first, last in others)
