"""Agreements that a text knows by their parties: "the Italy-Albania memorandum", "agreements between A and B", "A's deal with B"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from vmcgraph import reference
from vmcgraph.reference import CountryEntry

_NOUN = re.compile(
    r"\b(?:working\s+arrangements?|agreements?|deals?|treat(?:y|ies)|letters?\s+of\s+intent|memorand(?:um|a)(?:\s+of\s+(?:understanding|cooperation))?|MoUs?|accords?|arrangements?|"
    r"partnerships?|(?<!on the )(?<!at the )initiatives?|pilot\s+projects?|pilots?(?=\s+(?:on|between|that|which)\b)|schemes?|understandings?(?=\s+(?:on|between|that|which)\b)|declarations?|compacts?|protocols?|joint\s+statements?|dialogues?|"
    r"(?<!the )pacts?|conventions?|action\s+plans?|plans?(?=\s+between\b))\b",
    re.IGNORECASE,
)
#: What an instrument is whose noun starts so; others are agreements.
_TYPES = {"initiative": "programme", "pilot": "programme", "scheme": "scheme", "compact": "compact", "dialogue": "process/dialogue",
          "partnership": "partnership"}  # fmt: skip
_DONE = r"(?:\s+(?:signed|concluded|reached|struck|made|agreed|negotiated|sealed|in\s+force))?"
_ABOUT = r"(?:\s+(?:on|for|about)(?:\s+[a-z][\w-]*){1,4}?)?"
_BETWEEN = re.compile(
    rf"{_ABOUT}(?:{_DONE}\s+between|\s+(?:signed|concluded|reached|agreed|negotiated|initialled)\s+by|\s+(?:that\s+|which\s+)?(?:binds?|binding|links?|linking|joins|joining|ties))\s+(?:the\s+)?",
    re.IGNORECASE,
)
#: "the partnership of A and B" is of both only in the singular; "the schemes of A and B" are each's own.
_OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
_IS_ONE = re.compile(r"(?:\b(?:is|was|as)|(?<=\w),)\s+an?\s+(?:[\w-]+\s+){0,2}$")
#: Parties that were named before: "the accord between the two countries".
_THE_TWO = re.compile(
    rf"{_ABOUT}{_DONE}\s+(?:between|of|binding|linking)\s+(?:the\s+two|both|these\s+two)\s+"
    r"(?:countries|states|governments|sides|parties|neighbou?rs|capitals|nations)\b",
    re.IGNORECASE,
)
_MAKES = r"(?:sign(?!\w*\s+up\b)|initial|conclud|reach|struck|strik|(?:re)?negotiat|agree|seal|renew|ratif|ma[dk]e|(?:ha[sd]|have)\b(?!\s+\w+(?:ed|en)\b))\w*"
#: "the accord that" … "and" … "signed", "the accord that A has with".
_WHICH = re.compile(
    rf"{_ABOUT},?\s+(?:that|(?:(?:by|in|under|through)\s+)?which)\s+(?:the\s+)?|\s+(?:the\s+)?(?=[A-ZÀ-ÞĀ-ɏ])"
)
_DID = re.compile(rf"\s+(?:(?:has|have|had|already|recently|also|once)\s+)*{_MAKES}", re.IGNORECASE)
_PRONOUN_DID = re.compile(
    rf"{_ABOUT}(?:,?\s+(?:that|which))?\s+(?:it|they)(?:\s+(?:has|have|had|already|recently|also|once))*\s+{_MAKES}\s+with\s+(?:the\s+)?",
    re.IGNORECASE,
)
_DID_WITH = re.compile(r"\s+with\s+(?:[Tt]he\s+)?")
#: The next agreement of the same owner: "and a labour accord" after "A has a fishing accord with B".
_ALSO = re.compile(r",?\s+(?:and|as\s+well\s+as)\s+(?:an?\s+|the\s+|its\s+|another\s+)?(?:[\w-]+\s+){0,3}")
_AND_BETWEEN = re.compile(r",?\s+(?:as well as|and)\s+between\s+(?:the\s+)?")
_WITH = re.compile(
    rf"{_ABOUT}{_DONE}\s+with\s+(?:the\s+|countries\s+(?:such\s+as|like)\s+|[a-z]+\s+such\s+as\s+)?", re.IGNORECASE
)
#: A longer description is no name.
_MOST_WORDS = 9
#: What one country runs in another: "A's pilot projects in B and C".
_PROJECT = re.compile(r"(?:pilot\s+projects?|schemes?|initiatives?)$", re.IGNORECASE)
_IN = re.compile(r"\s+in\s+(?:the\s+)?")
_LISTED = re.compile(
    r"(?:\s+on\s+(?:the\s+)?one\s+(?:side|hand|part))?(?:\s*,)?\s*(?P<and>and\s+|&\s*)?(?:with\s+)?(?:[Tt]he\s+)?"
)
_FEW_WORDS = re.compile(r"(?:\s+(?!(?:and|or|the|an?|to)\b)[\w-]+){0,5}\s+")
_OWNED = re.compile(r"['’]s?(?:\s+[\w-]+){0,5}\s+|(?:\s+(?!(?:the|to|from|on|or)\b)[\w-]+){0,2}\s+")
#: What describes an agreement right before its noun: "labour migration" of "a new labour migration agreement".
_QUALIFIER = re.compile(
    r"(?:\b(?!(?:the|an?|its?|his|her|their|this|that|these|any|some|such|no|and|or|of|on|in|for|with|by|under|through|from|to|as|is|was|has|have|had|"
    r"new|recent|old|existing|current|former|bilateral|joint|own|first|second|third|last|next|planned|draft|formal|informal|so-called|similar|several|"
    r"other|two|three|four|many|more|most|our|than|via|if|further|s|t|already|separate|early|long|full|signs?|reach|conclude|seal|strike|negotiate)\b)"
    r"[a-z][a-z-]*(?<!ed)(?<!ing)(?<!ly)\s+(?:and\s+(?=[a-z-]+\s+[a-z-]+\s|[a-z-]+\s+$))?){1,3}$"
)
_MADE = re.compile(r"\b(?:through|by|via|under|signed|concluded|has|have|negotiated|reached|struck|sealed|made)\b")
_DASHES = ("-", "–", "/")
#: The capitalised words before the noun: "Migration and Mobility Partnership" of "Migration and Mobility Partnership Agreement".
_TITLE = re.compile(
    r"(?<![\w-])(?!(?:The|An?|In|Under|This|Its|Their)\b)[A-ZÀ-ÞĀ-ɏ][\w-]+(?:\s+(?:(?:and|on|of|for)\s+)?[A-ZÀ-ÞĀ-ɏ][\w-]+)*\s+$"
)
_LONGEST_TITLE = 70
#: How near its beginning a sentence names what it is about.
_OPENING = 12
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_SIGNED = re.compile(
    r"\s+(?:have\s+|had\s+|will\s+|jointly\s+|recently\s+)*(?:sign|conclude|seal|renew|strike|reach|negotiate|agree|announce|launch)\w*\s+"
    r"(?:on\s+)?(?:an?|the|their)\s+(?:[\w-]+\s+){0,4}|\s+struck\s+an?\s+(?:[\w-]+\s+){0,4}"
)
_SINGULAR = {r"^mous?$": "memorandum of understanding", r"^treaties$": "treaty", r"^memoranda": "memorandum", r"s$": ""}
#: "on seasonal work" behind the noun.
_SUBJECT_MATTER = re.compile(
    r"\s+(?:on|for|about)(?:\s+[a-z][\w-]*){1,4}?(?=\s+(?:between|that|which|with|signed|concluded|binding)\b|[.,;]|$)"
)
_TALKS = re.compile(
    r"\b(?:(?:talks|negotiations?|negotiating|discussions?)\s+(?:(?:on|for|over|about|of|towards?)\s+)?|"
    r"(?:wants?|wanted|needs?|needed|seeks?|sought|seeking|awaits?|demand(?:s|ed)?|(?:hop|plan|call|push|press|appeal|ask)\w*\s+for|(?:hop|plan|want|intend|wish|aim|expect|prepar|seek|like|try|ready)\w*\s+to\s+\w+)\s+)"
    r"(?:an?\s+|the\s+|their\s+|its\s+)?(?:[\w-]+\s+){0,3}$|\b(?:planned|proposed|possible|potential|prospective|future|envisaged)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
#: How far before its noun the description of an agreement begins at most, and what is said of its being made.
_QUALIFIED, _TALKED_OF = 40, 60
#: What is said behind it of one that is not made yet.
_NOT_YET = re.compile(
    r"\s+(?:is|are|was|were|remains?)\s+(?:\w+ly\s+|still\s+)*(?:needed|necessary|planned|possible|being\s+(?:negotiated|discussed|drafted|planned)|under\s+(?:negotiation|discussion|consideration))\b"
)
_THEIR = re.compile(r"\btheir\s+(?:[\w-]+\s+){0,4}$")
_ITS = re.compile(r"\bits\s+(?:[\w-]+\s+){0,4}$")
_END = re.compile(r"[.!?;](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Party:
    """A country, or the European Union, where a text names it as one that can sign.

    Args:
        thing: the country, or the name of the body.
        explicit: it signs only where the text lists it among the parties, as agencies do.
    """

    start: int
    end: int
    thing: CountryEntry | str
    explicit: bool = False

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
        pending: they only negotiate it.
        title: its name as printed, where that does not tell the parties.
    """

    name: str
    printed: bool
    type: str
    parties: tuple[Party, ...]
    start: int
    end: int
    abroad: bool = False
    pending: bool = False
    title: str = ""


#: What ministers declare together, as the heading above "We, the Ministers of A, B and C" calls it.
_WE = re.compile(
    r"We, the\s+(?:[\w-]+\s+)?(?:ministers|heads|states|governments|leaders|presidents|representatives|delegations|member\s+states|parties|countries)\b[^.;:]{10,400}?(?=,?\s+(?:having|gathered|meeting|met|assembled|convened|recalling|reaffirming|acting|declare)\b|[.;:])",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    r"\b(?P<name>(?:(?!(?i:annex|the|this|our|press)\b)[A-ZÀ-ÞĀ-ɏ][\w-]+\s+){1,3}(?:(?i:conclusions|declaration|statement|communiqué|commitments)))\b(?!.*(?i:\b(?:conclusions|declaration|statement|communiqué|commitments)\b))"
)
#: How far above its first words the heading of a declaration stands, in characters.
_ABOVE = 300
_NEXT = re.compile(r"\s*(?:,|,?\s+and)\s+(?:the\s+)?(?:(?:Republic|Kingdom|State)\s+of\s+(?:the\s+)?)?")


def find_declared(flat: str, lines: Sequence[tuple[int, int]], parties: Sequence[Party]) -> Iterator[Deal]:
    """Yield the declarations of a text that ministers make for their countries: "We, the Ministers of A, B and C".

    Args:
        flat: the text, line ends as blanks.
        lines: start and end of each of its paragraphs and headings; a paragraph opens so, below the heading.
        parties: the countries and unions that it names, in order.

    Example:
        >>> text = "JOINT CONCLUSIONS of the Harbour Talks  We, the Ministers of Malta and Ghana, having met:"
        >>> both = [Party(text.index(name), text.index(name) + 5, name) for name in ("Malta", "Ghana")]
        >>> [(deal.name, [party.name for party in deal.parties]) for deal in find_declared(text, [(0, 38), (40, 89)], both)]
        [('Joint Conclusions', ['Malta', 'Ghana'])]
    """
    for start, _ in lines if "We, the " in flat or "WE, THE " in flat else ():
        said = _WE.match(flat, start)
        if not said:
            continue
        above = (_DECLARED.match(flat, first, start) for first, _ in lines if start - _ABOVE < first < start)
        title = next(filter(None, above), None)
        named = parties_in(parties, *said.span())
        listed = all(_NEXT.fullmatch(flat, one.end, two.start) for one, two in pairwise(named))
        if title and len(named) > 1 and listed and not _END.search(flat, title.end(), start):
            name = title["name"].title() if title["name"].isupper() else title["name"]
            type_ = "policy framework"
            yield Deal(" ".join(name.split()), True, type_, tuple(named), *title.span("name"))


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
    latest: Deal | None = None
    for noun in _NOUN.finditer(flat, start, end):
        first, last = _sentence(flat, start, noun.start(), end)
        before = [party for party in parties_in(parties, first, noun.start()) if not party.explicit]
        after = {party.start: party for party in parties_in(parties, noun.end(), last)}
        yield from _hyphened(flat, noun, before)
        yield from _bracketed(flat, noun, after)
        yield from _between(flat, noun, after)
        yield from _of_the_two(flat, noun, before)
        yield from _that_they_signed(flat, noun, after)
        if latest and _ALSO.fullmatch(flat, latest.end, noun.start()):
            before = [latest.parties[0]]
        for latest in _with(flat, noun, before, after, first):
            yield latest
        yield from _signed(flat, noun, before)


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


#: What a noun is only a part of: "the A-B Dialogue | Facility".
_GOES_ON = re.compile(
    r"\s+(?:Facility|Fund|Programme|Program|Project|Platform|Initiative|Mechanism|Centre|Center|Support)\b"
)


def _hyphened(flat: str, noun: re.Match[str], before: Sequence[Party]) -> Iterator[Deal]:
    """Read "the A-B asylum partnership"."""
    if len(before) < 2 or _GOES_ON.match(flat, noun.end()):
        return
    one, two = before[-2:]
    if flat[one.end : two.start] not in _DASHES:
        return
    if _FEW_WORDS.fullmatch(flat, two.end, noun.start()):
        name = " ".join(flat[one.start : noun.end()].split())
        yield Deal(name, True, _type(noun[0]), (one, two), one.start, noun.end())
    elif flat[two.end] == ")" and _FEW_WORDS.fullmatch(flat, two.end + 1, noun.start()):
        yield _made(flat, noun, (one, two), one.start, noun.end())


def _bracketed(flat: str, noun: re.Match[str], after: dict[int, Party]) -> Iterator[Deal]:
    """Read "the agreement (A–B)"."""
    bracket = re.compile(r"(?:\s+on\s+[\w-]+(?:\s[\w-]+)?)?\s+\((?:the\s+)?").match(flat, noun.end())
    one = after.get(bracket.end()) if bracket else None
    two = after.get(one.end + 1) if one and flat[one.end] in _DASHES else None
    if one and two and flat[two.end : two.end + 1] in (")", ",", ";"):
        yield _made(flat, noun, (one, two), noun.start(), two.end)


def _between(flat: str, noun: re.Match[str], after: dict[int, Party]) -> Iterator[Deal]:
    """Read "agreements between A and B, C and D, as well as between E and F", and "a treaty between A, B and C"."""
    plural = noun[0].endswith(("s", "ies", "randa"))
    described = (
        _IS_ONE.search(flat, max(0, noun.start() - _QUALIFIED), noun.start()) is not None
    )  # "X is a joint initiative of A and B"
    link = _BETWEEN.match(flat, noun.end()) or (None if plural or described else _OF.match(flat, noun.end()))
    while link:
        listed = list(_list(flat, link.end(), after))
        if len(listed) < 2:
            return
        everyone = [party for party, _ in listed]
        joined = [together for _, together in listed[1:]]
        paired = len(listed) % 2 == 0 and all(joined[::2]) and not any(joined[1::2])
        for group in [everyone[at : at + 2] for at in range(0, len(everyone), 2)] if paired else [everyone]:
            yield _made(flat, noun, tuple(group), noun.start(), group[-1].end, listed=True)
        link = _AND_BETWEEN.match(flat, everyone[-1].end)


def _of_the_two(flat: str, noun: re.Match[str], before: Sequence[Party]) -> Iterator[Deal]:
    """Read "the accord between the two countries" of the two that the sentence has named."""
    two = tuple({party.name: party for party in before}.values())
    behind = _THE_TWO.match(flat, noun.end())
    if behind and len(two) == 2:
        yield _made(flat, noun, two, noun.start(), behind.end())


def _that_they_signed(flat: str, noun: re.Match[str], after: dict[int, Party]) -> Iterator[Deal]:
    """Read "the accord that A and B signed", "the agreements that A has with B and C"."""
    link = _WHICH.match(flat, noun.end())
    owners = [party for party, _ in _list(flat, link.end(), after)] if link else []
    did = _DID.match(flat, owners[-1].end) if owners else None
    partner = _DID_WITH.match(flat, did.end()) if did else None
    if did and len(owners) == 2:
        yield _made(flat, noun, tuple(owners), noun.start(), did.end())
    elif partner and len(owners) == 1:
        for other, _ in _list(flat, partner.end(), after):
            yield _made(flat, noun, (owners[0], other), noun.start(), other.end)


def _signed(flat: str, noun: re.Match[str], before: Sequence[Party]) -> Iterator[Deal]:
    """Read "A and B signed an agreement", and "…by A and B … their memorandum"."""
    if len(before) < 2 or noun[0][0].isupper():
        return  # with a capital it is part of a name
    one, two = before[-2:]
    alone = len({party.name for party in before}) == 2
    together = one.name != two.name and _AND.fullmatch(flat, one.end, two.start)
    their = alone and _THEIR.search(flat, two.end, noun.start())
    if together and (_SIGNED.fullmatch(flat, two.end, noun.start()) or their):
        yield _made(flat, noun, (one, two), one.start, noun.end())


def _with(
    flat: str, noun: re.Match[str], before: Sequence[Party], after: dict[int, Party], first: int
) -> Iterator[Deal]:
    """Read "A's agreements with B and C", one a partner, and "A has … through agreements with B"."""
    abroad = _IN.match(flat, noun.end()) if _PROJECT.match(noun[0]) else None
    it = _PRONOUN_DID.match(flat, noun.end())
    alone = (
        [party for party in before if flat[party.end] not in _DASHES and flat[party.start - 1] not in _DASHES]
        if it
        else before
    )
    pronoun = it if len({party.name for party in alone}) == 1 else None
    before = alone if pronoun else before
    link = abroad or pronoun or _WITH.match(flat, noun.end())
    partners = [party for party, _ in _list(flat, link.end(), after)] if link else []
    if not partners or not before:
        return
    owner, owned = _owner(flat, noun, before, first, its=pronoun is not None, abroad=abroad is not None)
    if owner is None:
        return
    single = " ".join(flat[owner.start : partners[-1].end].split())
    by_name = flat[owner.start : owner.end].split()[-1][0].isupper()  # and not "his country"
    parties = (owner, *partners)
    of_states = all(not isinstance(party.thing, str) for party in parties)
    short = owned and by_name and single.count(" ") < _MOST_WORDS
    if short and of_states and len(partners) == 1 and not abroad and not pronoun:
        yield Deal(
            single,
            True,
            _type(noun[0]),
            parties,
            owner.start,
            partners[0].end,
            pending=_is_pending(flat, noun, partners[0].end),
        )
        return
    for partner in partners:
        if partner.thing != owner.thing:
            start = owner.start if len(partners) == 1 else noun.start()
            yield _made(flat, noun, (owner, partner), start, partner.end, abroad=abroad is not None)


def _owner(
    flat: str, noun: re.Match[str], before: Sequence[Party], first: int, *, its: bool, abroad: bool
) -> tuple[Party | None, bool]:
    """Return whose agreements these are, and whether that stands right before them: "A's agreements", "A has made its agreements"."""
    owner = before[-1]
    if _OWNED.fullmatch(flat, owner.end, noun.start()):
        return owner, True
    told = before[0].start - first < _OPENING or _MADE.search(flat, owner.end, noun.start()) is not None
    own = its or _ITS.search(flat, owner.end, noun.start()) is not None or (told and not abroad)
    alone = len({party.name for party in before}) == 1
    return (before[0] if alone and own else None), False


def _list(flat: str, at: int, parties: dict[int, Party]) -> Iterator[tuple[Party, bool]]:
    """Yield the parties of a list, and whether "and" alone joins each to the one before."""
    together = False
    while at in parties:
        party = parties[at]
        if flat.startswith("-", party.end):
            return  # "Bulgarian-run" tells of something else
        yield party, together
        link = _LISTED.match(flat, party.end)
        if not link or link.end() == party.end:
            return
        together, at = bool(link["and"]) and "," not in link[0], link.end()


def _made(
    flat: str,
    noun: re.Match[str],
    parties: tuple[Party, ...],
    start: int,
    end: int,
    *,
    abroad: bool = False,
    listed: bool = False,
) -> Deal:
    """Return an agreement that is named after its parties: "Malta-Ghana labour agreement"; a union leads, unless they are listed."""
    word = noun[0].lower()
    for several, one in _SINGULAR.items():
        word = re.sub(several, one, word)
    qualifier = _QUALIFIER.search(flat, max(0, noun.start() - _QUALIFIED), noun.start())
    titled = _TITLE.search(flat, max(0, noun.start() - _LONGEST_TITLE), noun.start()) if noun[0][0].isupper() else None
    about = _SUBJECT_MATTER.match(flat, noun.end())
    title = " ".join(flat[titled.start() : noun.end()].split()) if titled else ""
    kind = title or " ".join(f"{qualifier[0] if qualifier else ''}{word}{about[0] if about else ''}".split())
    if title and any(shown in title for party in parties for shown in (party.name, flat[party.start : party.end])):
        name = title  # "Jordan Compact"
    else:
        unions_first = (
            parties if listed else sorted(parties, key=lambda party: party.explicit or not isinstance(party.thing, str))
        )
        name = f"{'-'.join(_shown(flat, party, leads=party is unions_first[0]) for party in unions_first)} {kind}"
    first = min(start, titled.start()) if titled else start
    return Deal(name, False, _type(word), parties, first, end, abroad, _is_pending(flat, noun, end), title)


def _is_pending(flat: str, noun: re.Match[str], end: int) -> bool:
    """Say whether the agreement of a noun, described up to an offset, is only talked of or wished for."""
    talked_of = _TALKS.search(flat, max(0, noun.start() - _TALKED_OF), noun.start())
    return talked_of is not None or _NOT_YET.match(flat, end) is not None


def _shown(flat: str, party: Party, *, leads: bool) -> str:
    """Return how a party is called in a name: a union that leads it, or is printed so, by its acronym."""
    if leads and isinstance(party.thing, str) and (entry := reference.body_forms().get(party.thing)):
        return entry.acronym or party.name
    printed = flat[party.start : party.end]
    return printed if isinstance(party.thing, str) and printed.isupper() else party.name


def _type(noun: str) -> str:
    return next((found for word, found in _TYPES.items() if noun.lower().startswith(word)), "agreement")
