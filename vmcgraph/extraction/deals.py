"""Agreements that a text knows by their parties: "the Italy-Albania memorandum", "agreements between A and B", "A's deal with B"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from vmcgraph.reference import CountryEntry

_NOUN = re.compile(
    r"\b(?:agreements?|deals?|(?:action\s+)?plans?(?=\s+between\b)|treat(?:y|ies)|memorand(?:um|a)(?:\s+of\s+understanding)?|MoUs?|accords?|arrangements?|"
    r"partnerships?|initiatives?|pilot\s+projects?|schemes?|declarations?|compacts?|protocols?|joint\s+statements?|dialogues?)\b",
    re.IGNORECASE,
)
#: What an instrument is whose noun starts so; others are agreements.
_TYPES = {"initiative": "programme", "pilot": "programme", "scheme": "scheme", "compact": "compact", "dialogue": "process/dialogue",
          "partnership": "partnership"}  # fmt: skip
_DONE = r"(?:\s+(?:signed|concluded|reached|struck|made|agreed))?"
_BETWEEN = re.compile(
    rf"(?:\s+on\s+[\w-]+(?:\s[\w-]+)?)?{_DONE}(?:\s+between|,?\s+(?:that|which)\s+(?:binds?|links?|ties))\s+(?:the\s+)?",
    re.IGNORECASE,
)
#: "the agreement on crews that A and B signed".
_THEY_SIGNED = re.compile(r"(?:\s+on\s+(?:[\w-]+\s){0,3}?[\w-]+?)?(?:,?\s+(?:that|which))?\s+(?:the\s+)?")
_HAVE_SIGNED = re.compile(r"\s+(?:ha(?:ve|d)\s+)?(?:signed|concluded|sealed|struck|reached|negotiated|agreed|made)\b")
_AND_BETWEEN = re.compile(r",?\s+(?:as well as|and)\s+between\s+(?:the\s+)?")
_WITH = re.compile(
    rf"{_DONE}(?:\s+(?:(?:that|which)\s+)?(?:it|they)\s+(?:ha[sd]\s+|have\s+)?(?:signed|concluded|struck|reached|made))?\s+with\s+(?:the\s+|countries\s+(?:such\s+as|like)\s+|[a-z]+\s+such\s+as\s+)?",
    re.IGNORECASE,
)
#: A longer description is no name.
_MOST_WORDS = 9
#: What one country runs in another: "A's pilot projects in B and C".
_PROJECT = re.compile(r"(?:pilot\s+projects?|schemes?|initiatives?)$", re.IGNORECASE)
_IN = re.compile(r"\s+in\s+(?:the\s+)?")
_LISTED = re.compile(r"(?:\s*,)?\s*(?P<and>and\s+|&\s*)?(?:with\s+)?(?:the\s+)?")
_FEW_WORDS = re.compile(r"(?:\s+[\w-]+){0,5}\s+")
_OWNED = re.compile(r"['’]s?(?:\s+[\w-]+){0,5}\s+|(?:\s+[\w-]+){0,2}\s+")
_MADE = re.compile(r"\b(?:through|by|via|under|signed|concluded|has|have|negotiated|reached|struck|sealed|made)\b")
_DASHES = ("-", "–", "/")
#: How near its beginning a sentence names what it is about.
_OPENING = 12
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_SIGNED = re.compile(
    r"\s+(?:have\s+|had\s+|will\s+|jointly\s+|recently\s+)*(?:sign|conclude|seal|renew|strike|reach|negotiate|agree|announce|launch)\w*\s+"
    r"(?:on\s+)?(?:an?|the|their)\s+(?:[\w-]+\s+){0,4}|\s+struck\s+an?\s+(?:[\w-]+\s+){0,4}"
)
_AND_ONE = re.compile(r",?\s+and\s+an?\s+(?:[\w-]+\s+){0,4}")
_HAS = re.compile(r"\s+(?:already\s+|now\s+)?(?:has|had|have|signed|concluded|keeps?|runs?)\b")
_THEIR = re.compile(r"\btheir\s+(?:[\w-]+\s+){0,4}$")
_ITS = re.compile(r"\bits\s+(?:[\w-]+\s+){0,4}$")
_END = re.compile(r"[.!?;](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Party:
    """A country, or the European Union, where a text names it as one that can sign.

    Args:
        thing: the country, or the name of the body.
    """

    start: int
    end: int
    thing: CountryEntry | str

    @property
    def name(self) -> str:
        """Its usual name."""
        return self.thing if isinstance(self.thing, str) else self.thing.name


@dataclass(frozen=True, slots=True)
class Deal:
    """An agreement as a text describes it.

    Args:
        name: as printed, or made of the parties.
        printed: whether the text prints that name.
        type: of the instrument.
        parties: two or more.
        start, end: the words that describe it.
        abroad: the first runs it in the country of the other.
    """

    name: str
    printed: bool
    type: str
    parties: tuple[Party, ...]
    start: int
    end: int
    abroad: bool = False


def find_deals(flat: str, start: int, end: int, parties: Sequence[Party]) -> Iterator[Deal]:
    """Yield the agreements that a stretch of text describes by their parties.

    Args:
        flat: the plain text, line ends as blanks.
        start: where the stretch begins.
        end: where it stops.
        parties: all that the text names, in order.

    Example:
        >>> from vmcgraph.reference import country_named
        >>> text = "Malta's deal with Tunisia"
        >>> named = [Party(0, 5, country_named("Malta")), Party(18, 25, country_named("Tunisia"))]
        >>> [deal.name for deal in find_deals(text, 0, len(text), named)]
        ["Malta's deal with Tunisia"]
    """
    for noun in _NOUN.finditer(flat, start, end):
        first, last = _sentence(flat, start, noun.start(), end)
        before = parties_in(parties, first, noun.start())
        after = {party.start: party for party in parties_in(parties, noun.end(), last)}
        yield from _hyphened(flat, noun, before)
        yield from _bracketed(flat, noun, after)
        yield from _between(flat, noun, after)
        yield from _with(flat, noun, before, after, first)
        yield from _signed(flat, noun, before)
        yield from _that_they_signed(flat, noun, after)


def parties_in(parties: Sequence[Party], start: int, end: int) -> Sequence[Party]:
    """Return those of some parties, given in order, that a stretch of text names."""
    first, last = (bisect_left(parties, edge, key=attrgetter("start")) for edge in (start, end))
    return parties[first:last]


def _sentence(flat: str, start: int, at: int, end: int) -> tuple[int, int]:
    first = start
    for stop in _END.finditer(flat, start, at):
        first = stop.end()
    following = _END.search(flat, at, end)
    return first, following.start() if following else end


def _hyphened(flat: str, noun: re.Match[str], before: Sequence[Party]) -> Iterator[Deal]:
    """Read "the A-B asylum partnership"."""
    if len(before) < 2:
        return
    one, two = before[-2:]
    if flat[one.end : two.start] not in _DASHES:
        return
    if _FEW_WORDS.fullmatch(flat, two.end, noun.start()):
        name = " ".join(flat[one.start : noun.end()].split())
        yield Deal(name, True, _type(noun[0]), (one, two), one.start, noun.end())
    elif flat[two.end] == ")" and _FEW_WORDS.fullmatch(flat, two.end + 1, noun.start()):
        yield _made(noun, (one, two), one.start, noun.end())


def _bracketed(flat: str, noun: re.Match[str], after: dict[int, Party]) -> Iterator[Deal]:
    """Read "the agreement (A–B)"."""
    bracket = re.compile(r"(?:\s+on\s+[\w-]+(?:\s[\w-]+)?)?\s+\((?:the\s+)?").match(flat, noun.end())
    one = after.get(bracket.end()) if bracket else None
    two = after.get(one.end + 1) if one and flat[one.end] in _DASHES else None
    if one and two and flat[two.end : two.end + 1] in (")", ",", ";"):
        yield _made(noun, (one, two), noun.start(), two.end)


def _between(flat: str, noun: re.Match[str], after: dict[int, Party]) -> Iterator[Deal]:
    """Read "agreements between A and B, C and D, as well as between E and F", and "a treaty between A, B and C"."""
    link = _BETWEEN.match(flat, noun.end())
    while link:
        listed = list(_list(flat, link.end(), after))
        if len(listed) < 2:
            return
        everyone = [party for party, _ in listed]
        joined = [together for _, together in listed[1:]]
        paired = len(listed) % 2 == 0 and all(joined[::2]) and not any(joined[1::2])
        for group in [everyone[at : at + 2] for at in range(0, len(everyone), 2)] if paired else [everyone]:
            yield _made(noun, tuple(group), noun.start(), group[-1].end)
        link = _AND_BETWEEN.match(flat, everyone[-1].end)


def _signed(flat: str, noun: re.Match[str], before: Sequence[Party]) -> Iterator[Deal]:
    """Read "A and B signed an agreement", and "…by A and B … their memorandum"."""
    if len({party.name for party in before}) != 2 or noun[0][0].isupper():
        return  # with a capital it is part of a name
    one, two = before[0], before[-1]
    together = _AND.fullmatch(flat, one.end, two.start)
    if together and (_SIGNED.fullmatch(flat, two.end, noun.start()) or _THEIR.search(flat, two.end, noun.start())):
        yield _made(noun, (one, two), one.start, noun.end())


def _that_they_signed(flat: str, noun: re.Match[str], after: dict[int, Party]) -> Iterator[Deal]:
    """Read "the agreement on crews that A and B signed"."""
    link = _THEY_SIGNED.match(flat, noun.end())
    listed = [party for party, _ in _list(flat, link.end(), after)] if link and noun[0][0].islower() else []
    if len(listed) > 1 and _HAVE_SIGNED.match(flat, listed[-1].end):
        yield _made(noun, tuple(listed), noun.start(), listed[-1].end)


def _with(
    flat: str, noun: re.Match[str], before: Sequence[Party], after: dict[int, Party], first: int
) -> Iterator[Deal]:
    """Read "A's agreements with B and C", one a partner, and "A has … through agreements with B"."""
    abroad = _IN.match(flat, noun.end()) if _PROJECT.match(noun[0]) else None
    link = abroad or _WITH.match(flat, noun.end())
    partners = [party for party, _ in _list(flat, link.end(), after)] if link else []
    if not partners or not before:
        return
    owner = before[-1]
    if len(before) > 1 and _AND_ONE.fullmatch(flat, owner.end, noun.start()) and _HAS.match(flat, before[0].end):
        owner = before[0]  # "A has an accord with B and an agreement with C"
    elif not _OWNED.fullmatch(flat, owner.end, noun.start()):
        others = {party.name for party in before}
        subject = before[0].start - first < _OPENING
        told = subject or _MADE.search(flat, owner.end, noun.start()) is not None
        own = _ITS.search(flat, owner.end, noun.start()) is not None or (told and not abroad)
        own = own or re.match(r"\s+(?:(?:that|which)\s+)?(?:it|they)\s", flat[noun.end() : noun.end() + 12]) is not None
        if len(others) > 1 or not own:
            return
        owner = before[0]
    single = " ".join(flat[owner.start : partners[-1].end].split())
    if len(partners) == 1 and not abroad and owner is before[-1] and single.count(" ") < _MOST_WORDS:
        yield Deal(single, True, _type(noun[0]), (owner, *partners), owner.start, partners[0].end)
        return
    for partner in partners:
        if partner.thing != owner.thing:
            start = owner.start if len(partners) == 1 else noun.start()
            yield _made(noun, (owner, partner), start, partner.end, abroad=abroad is not None)


def _list(flat: str, at: int, parties: dict[int, Party]) -> Iterator[tuple[Party, bool]]:
    """Yield the parties of a list, and whether "and" alone joins each to the one before."""
    together = False
    while at in parties:
        party = parties[at]
        yield party, together
        link = _LISTED.match(flat, party.end)
        if not link or link.end() == party.end:
            return
        together, at = bool(link["and"]) and "," not in link[0], link.end()


def _made(noun: re.Match[str], parties: tuple[Party, ...], start: int, end: int, *, abroad: bool = False) -> Deal:
    word = noun[0].lower()
    single = {"treaties": "treaty", "memoranda": "memorandum"}.get(word.split()[0], word.split()[0].rstrip("s"))
    single = "action plan" if word.startswith("action") else "memorandum" if single == "mou" else single
    name = "-".join(party.name for party in parties)
    if any(isinstance(party.thing, str) for party in parties):  # a union has many with one country
        name = f"{name} {_described(noun)}".strip()
    return Deal(f"{name} {single}", False, _type(word), parties, start, end, abroad)


_DESCRIBED = re.compile(r"(?:^|[^\w-])(?:an?|the|its|their|no|any|this|that)\s+(?P<words>(?:[a-z][a-z-]+\s+){1,3})$")


def _described(noun: re.Match[str]) -> str:
    """Return the words in small letters between an article and a noun: "readmission"."""
    before = _DESCRIBED.search(noun.string, max(0, noun.start() - 60), noun.start())
    return " ".join(word for word in before["words"].split() if word not in _PLAIN_WORDS) if before else ""


#: What describes any agreement.
_PLAIN_WORDS = frozenset(
    "new old recent recently signed bilateral own latest first existing future planned possible proposed".split()
)


def _type(noun: str) -> str:
    return next((found for word, found in _TYPES.items() if noun.lower().startswith(word)), "agreement")
