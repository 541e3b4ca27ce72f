"""Recurring themes: where the text touches a concept of the topic scheme, by any of its labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from vmcgraph import reference
from vmcgraph.extraction.phrases import PhraseFinder, Text

#: Phrases that begin or end like the label of a theme and tell none.
_OTHER_SENSES = (
    "conflicts with",
    "conflicts of interest",
    "conflicts of interests",
    "conflicts of law",
    "conflicts of laws",
    "culture wars",
    "price wars",
    "trade wars",
    "turf wars",
)


@cache
def _labels(language: str) -> tuple[PhraseFinder, dict[str, str]]:
    """Return a finder of the labels of a language, the English ones among them, and the theme of each, "" where a phrase tells none."""
    labels: dict[str, str] = {}
    for row in (*reference.table("foreign_topics", language), *reference.table("topics")):
        for form in (row["topic"], *reference.cells(row["aliases"])):
            labels.setdefault(form.lower(), row["topic"])
    labels |= dict.fromkeys(_OTHER_SENSES, "")
    return PhraseFinder(labels), labels


def find_topics(
    text: str, stretches: Iterable[tuple[int, int]], language: str = "en"
) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and preferred label of each theme in stretches of a text.

    Args:
        text: the plain text, line ends as blanks.
        stretches: start and end of each.
        language: of the text; the labels are English ones in any.

    Example:
        >>> text = "Labour mobility needs legal pathways."
        >>> [topic for _, _, topic in find_topics(text, [(0, len(text))])]
        ['labour migration', 'legal pathways']
    """
    finder, labels = _labels(language)
    small = Text.of(text).small
    for start, end in stretches:
        for first, last, form in finder.find(small, start, end):
            if labels[form]:
                yield first, last, labels[form]
