"""Gold: what careful readers found in a report, and under which form it knows a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]

#: The tables whose rows have names and aliases, each with the column of the name.
NAMES = {
    "persons": "person",
    "organisations": "organisation",
    "countries": "country",
    "instruments": "instrument",
    "topics": "topic",
}

# Fewer than data/reference has: a title of more weight, such as "Federal", is part of what is compared.
_HONORIFICS = frozenset(
    "ambassador amb dr prof professor mr mrs ms h e he hon sir president minister".split(),
)


@dataclass(frozen=True)
class Gold:
    """Gold tables, and how names are known in them.

    Args:
        tables: the rows of each table that there is.
        scope: the offsets that were read, or None when all of the text was.
        sections: the first and last offset of each section that was read for mentions.
        stage: the names that a section has in lists of speakers only; they are no mentions.
        naming: tables of all names of the report, where those of the gold cover less.
    """

    tables: Tables
    scope: Sequence[Sequence[int]] | None = None
    sections: Mapping[str, Sequence[int]] = field(default_factory=dict)
    stage: Mapping[str, Sequence[str]] = field(default_factory=dict)
    naming: Tables = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _borderline: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for table, column in NAMES.items():
            for row in self.naming.get(table) or self.tables.get(table, ()) if table != "topics" else ():
                for form in (row[column], *row.get("aliases", ()), row.get("acronym")):
                    if key(form):
                        self._names.setdefault(key(form), key(row[column]))
                if row.get("borderline"):
                    self._borderline.add(key(row[column]))

    def name(self, form: str | None) -> str:
        """Return the form under which the gold has a name, folded."""
        return self._names.get(key(form), key(form))

    def is_borderline(self, form: str | None) -> bool:
        return self.name(form) in self._borderline

    def knowing(self, instruments: Iterable[Row]) -> Gold:
        """Return this gold, which also knows agreements without a formal name by their parties."""
        names = dict(self._names)
        parties: dict[frozenset[str], list[str]] = {}
        for row in self.naming.get("instruments") or self.tables.get("instruments", ()):
            if len(row.get("country_parties", ())) > 1:
                parties.setdefault(self._parties(row), []).append(key(row["instrument"]))
        for row in instruments:
            known = parties.get(self._parties(row), ())
            if len(known) == 1:
                names.setdefault(key(row["instrument"]), known[0])
        return replace(self, _names=names)

    def _parties(self, row: Row) -> frozenset[str]:
        return frozenset(map(self.name, row.get("country_parties", ())))

    def covers(self, start: int | None) -> bool:
        """Say whether what starts here counts."""
        return self.scope is None or start is None or any(low <= start < high for low, high in self.scope)

    def covered(self, rows: Iterable[Row]) -> list[Row]:
        return [row for row in rows if self.covers(row.get("start"))]

    def section_of(self, offset: int) -> str | None:
        return next((name for name, (low, high) in self.sections.items() if low <= offset < high), None)


@cache
def key(name: str | None) -> str:
    """Return a name as it is compared.

    Example:
        >>> key("Prof. Anna Lukáč’s"), key("the Pact"), key(None)
        ('anna lukac', 'pact', '')
    """
    plain = unicodedata.normalize("NFKD", (name or "").replace("ł", "l").replace("ø", "o").replace("–", "-"))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    plain = re.sub(r"['’]s?\b", "", plain)
    words = [word for word in re.findall(r"\w+", plain) if word != "the"]
    while len(words) > 2 and words[0] in _HONORIFICS:
        words = words[1:]
    return " ".join(words)
