"""Whom "he" and "she" mean: who goes with which of the two is remembered, as a text says it, and nobody goes with both."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from vmcgraph.extraction.people import Draft

#: Forms of address that do not go with a pronoun.
_OTHER_SEX = {
    "he": ("Ms", "Mrs", "Miss", "Madam", "Lady", "Baroness", "Sra"),
    "she": ("Mr", "Sir", "Lord", "Baron", "Sr"),
}
#: Whom a German or Italian pronoun can mean, where the grammar of a post tells it.
_SEX = {"er": "m", "sie": "f", "egli": "m", "lui": "m", "ella": "f", "lei": "f"}
#: The pronouns that tell one person from another.
SINGULAR = frozenset(_OTHER_SEX)
#: What somebody says in a clause of the same subject: "Brook said (that) she was late", "Brook said in her speech".
_OF_ITSELF = re.compile(r"\s+(?:said|says|added|explained|argued|noted|told\s\w+)(?:\s+that)?\s+(?P<who>he|she)\b")


class Pronouns:
    """Remembers which pronoun goes with whom in one text."""

    def __init__(self) -> None:
        self._of: dict[Draft, str] = {}

    def learn(self, text: str, named: Iterable[tuple[int, Draft]]) -> None:
        """Take in what a sentence tells of those it names, each given with where the name ends."""
        for end, person in named:
            if match := _OF_ITSELF.match(text, end):
                self._of[person] = match["who"]

    def meant(
        self, pronoun: str, near: Sequence[Draft], far: Sequence[Draft], behind: Collection[Draft]
    ) -> Draft | None:
        """Return whom a pronoun means.

        Args:
            pronoun: as printed.
            near: who is named near before it, the likeliest first.
            far: who spoke before, the last first.
            behind: whom its sentence names behind it: "He thanked Brook" is none of hers.

        Example:
            >>> ada, bo = Draft("Ada Brook", honorific="Ms"), Draft("Bo Lind")
            >>> Pronouns().meant("He", [ada, bo], [], []).name
            'Bo Lind'
        """
        word = pronoun.lower()
        fitting = [
            person
            for person in dict.fromkeys((*near, *far))
            if person not in behind
            and person.honorific not in _OTHER_SEX.get(word, ())
            and (not person.sex or _SEX.get(word, person.sex) == person.sex)
            and (word not in SINGULAR or self._of.get(person, word) == word)
        ]
        sure = [person for person in fitting if person in near and self._of.get(person) == word]
        found = next(iter(sure or fitting), None)
        if found and word in SINGULAR:
            self._of.setdefault(found, word)
        return found
