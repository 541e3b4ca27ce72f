"""What a text must hold that a form of words can stand in it: told from the form itself, so that few patterns need be made and tried."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: Of each of these sets a text, in small letters, holds one: how a word begins, or "<c", the mark of a country.
Cues = tuple[frozenset[str], ...]

_SLOT = re.compile(r"\{([a-z]\w*)\}")
_EVERYWHERE = frozenset("the that which who whose with from for and its their was were".split())
_TOKEN = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<open>\((?:\?(?:P<\w+>|[a-z]*:))?)|(?P<close>\))|(?P<or>\|)|(?P<maybe>[?*]\??|\{0?,\d+\}\??)|"
    r"(?P<slot>\{[a-z]\w*\})|(?P<often>\+\??|\{[\d,]+\}\??)|<(?P<mark>\[[A-Z]+\]|[A-Z])\\d\+>|(?P<letters>(?:\[[A-Z][a-z]\])?[A-Za-z]+)|"
    r"(?P<any>\\[wdS]|\[[^\]]*\]|\.)|(?P<gap>\\?.)",
    re.DOTALL,
)


class Slots:
    """Names in braces in forms of words, each with what it stands for, a form of words too.

    Args:
        forms: what each stands for, by its name.

    Example:
        >>> found = Slots({"actor": r"<[CO]\\d+>"}).cues(r"{actor},?\\s+(?:co-)?(?:funded|paid\\s+for)\\s+by\\b")
        >>> [sorted(each) for each in found]
        [['funded', 'paid'], ['<c', '<o'], ['by']]
    """

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._forms = forms
        self._read: dict[tuple[str, str | None], tuple[list[frozenset[str]], str | None]] = {}

    def filled(self, form: str) -> str:
        """Return a form as a regular expression, its slots filled."""
        return _SLOT.sub(lambda slot: self._forms[slot[1]], form)

    def cues(self, form: str) -> Cues:
        """Return what a text must hold in which a form of words stands, what is longest and hence rarest first."""
        found = set(_Form(form, self).alternatives())
        return tuple(sorted(found, key=lambda each: (-_shortest(each), sorted(each))))

    def read(self, name: str, lead: str | None) -> tuple[list[frozenset[str]], str | None]:
        """Return what the form of a slot needs, and what stands before a word behind it."""
        if (name, lead) not in self._read:
            form = _Form(self._forms[name], self, lead)
            self._read[name, lead] = form.alternatives(), form.lead
        return self._read[name, lead]


def _shortest(words: frozenset[str]) -> int:
    """Return the length of the shortest of some words; those that nearly every sentence holds count for nothing."""
    return 0 if words & _EVERYWHERE else min(map(len, words))


class _Form:
    """Reads a form from its first token to its last.

    Args:
        form: the regular expression.
        slots: what the names in braces stand for.
        lead: what stands before a word that begins here, "-" or nothing; None, where letters go on with a word.
    """

    def __init__(self, form: str, slots: Slots, lead: str | None = "") -> None:
        self._tokens = list(_TOKEN.finditer(form))
        self._slots, self._at, self.lead = slots, 0, lead

    def _next(self) -> str | None:
        return self._tokens[self._at].lastgroup if self._at < len(self._tokens) else None

    def alternatives(self) -> list[frozenset[str]]:
        """Return what is needed up to the end of a group; of several branches one thing of each, any of which will do."""
        before, branches = self.lead, [self._sequence()]
        after = self.lead
        while self._next() == "or":
            self._at += 1
            self.lead = before
            branches.append(self._sequence())
            after = _either(after, self.lead)
        self.lead = after
        if len(branches) == 1 or not all(branches):
            return branches[0] if len(branches) == 1 else []
        return [frozenset().union(*(max(branch, key=_shortest) for branch in branches))]

    def _sequence(self) -> list[frozenset[str]]:
        needed: list[frozenset[str]] = []
        while (kind := self._next()) not in (None, "close", "or"):
            token, before = self._tokens[self._at], self.lead
            self._at += 1
            found = self._item(token, before)
            repeated = self._next()
            self._at += repeated in ("maybe", "often")
            if kind == "letters":
                needed += _word(before, token[0], repeated == "maybe")
            elif repeated == "maybe":
                self.lead = _either(before, self.lead)
            else:
                needed += found
        return needed

    def _item(self, token: re.Match[str], before: str | None) -> list[frozenset[str]]:
        """Return what one item needs; letters are for the sequence to tell, as what may be left out is only the last of them."""
        kind = token.lastgroup
        self.lead = ("-" if token[0] == "-" else "") if kind in ("gap", "mark") else None
        if kind == "mark":
            return [frozenset(f"<{letter.lower()}" for letter in token["mark"].strip("[]"))]
        if kind == "slot":
            found, self.lead = self._slots.read(token[0][1:-1], before)
            return found
        if kind in ("open", "look"):
            self.lead = before
            found = self.alternatives()
            self._at += 1  # what closes it
            self.lead = before if kind == "look" else self.lead
            return found if kind == "open" else []
        return []


def _either(one: str | None, other: str | None) -> str | None:
    """Return what stands before a word where one or the other may."""
    return one if one == other else None if one is None or other is None else ""


def _word(lead: str | None, letters: str, last_is_unsure: bool) -> list[frozenset[str]]:
    """Return how the word begins that some letters of a form begin, if more than one letter tells it."""
    if lead is None:
        return []
    if letters[0] == "[":
        letters = letters[2] + letters[4:] if letters[1].lower() == letters[2] else ""
    known = letters.lower()[: len(letters) - last_is_unsure]
    return [frozenset((lead + known,))] if len(known) > 1 else []
