"""Agreements that office holders sign, who stand for their countries: "A und die dänische Ministerin B unterzeichneten ein Abkommen"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from vmcgraph import reference
from vmcgraph.extraction.deals import Party, parties_in
from vmcgraph.extraction.foreigninstruments import deal_nouns
from vmcgraph.extraction.foreignwordings import DENIED
from vmcgraph.extraction.languages import Patterns
from vmcgraph.extraction.posts import Post
from vmcgraph.reference import CountryEntry

#: Where the object of the verb begins, before its noun: "heute ein neues", "il rinnovo del".
_OBJECT = Patterns(
    de=r"(?:(?:am|im|noch|heute|gestern)\s+(?:\w+\s+)?)?(?:eine?n?|das|die|den|ihr)\s+(?:[a-zäöüß]+\s+){0,2}$",
    it=r"(?:(?:oggi|ieri|poi|anche)\s+)?(?:un['’]?|una|il|l['’]|la|lo)\s*(?:(?:rinnovo|testo|proroga)\s+d\w*['’]?\s*)?(?:[a-z]+\s+){0,2}$",
)
_SIGNED = Patterns(
    de=r"(?:unterzeichneten|besiegelten|unterschrieben|paraphierten)",
    it=r"(?:(?:hanno|avevano)\s+(?:\w+\s+)?(?:firmato|siglato|sottoscritto)|firmano|siglano)",
)
#: Between the names of the two: "und die dänische Ministerin", "unterzeichnete mit seinem Kollegen".
_AND = Patterns(de=r",?\s+(?:und|sowie)\s[^.;:]{0,160}", it=r",?\s+(?:ed?|insieme\s+a\w*['’]?)\s?[^.;:]{0,160}")
_WITH = Patterns(
    de=r",?\s+(?:unterzeichnete|besiegelte|unterschrieb)\s[^.;:]{0,30}?\bmit\s[^.;:]{0,120}",
    it=r",?\s+(?:(?:ha|aveva)\s+(?:\w+\s+)?(?:firmato|siglato|sottoscritto)|firma|sigla)\s[^.;:]{0,30}?\bcon\s?[^.;:]{0,120}",
)
_SENTENCE = re.compile(r"[.!?;]\s")
#: Offices whose holders sign for their country.
_OFFICE = re.compile(
    r"(?:[Mm]inister|[Kk]anzler|[Pp]remier|[Aa]ußenamts|[Mm]inistr[oa]|[Bb]undesr[aä]t|[Rr]egierungschef|(?:[Ss]taats|[Ss]otto)se(?:k|g)ret|segretari[oa] di Stato|capo del [Gg]overno)"
)
_FORMER = re.compile(r"\b(?:ex|früher|ehemalig|alt|già)\b", re.IGNORECASE)
#: A post with the adjective of some country that nobody knows: "ministro dei Porti ruritano".
_OF_A_NATION = re.compile(r"\s[a-zà-ù]+(?:an[oa]|ese|in[oa]|en[oa]|acc[oa])$")
#: Of which country the offices are that an agency names without one.
_HOMES = {"APA": "Austria", "Keystone-SDA": "Switzerland", "Keystone-ATS": "Switzerland", "dpa": "Germany"}
_AGENCY = re.compile(r"\((APA|Keystone-SDA|Keystone-ATS|dpa)[)/]")


@dataclass(frozen=True, slots=True)
class Signing:
    """Two who sign, where the noun of what they sign begins and ends, and where the words begin that say so."""

    parties: tuple[Party, Party]
    noun: str
    start: int
    end: int
    told: int


def seat_of_office(posts: Sequence[Post], flat: str, language: str) -> CountryEntry | None:
    """Return the country for which somebody signs who holds an office of state; that of the agency where no post tells one.

    Args:
        posts: of the person.
        flat: the text, which an agency signs.
        language: "de" or "it".

    Example:
        >>> seat_of_office([Post("ministro dei Porti")], "", "it").iso3, seat_of_office([Post("direttore")], "", "it")
        ('ITA', None)
    """
    offices = [post for post in posts if _OFFICE.search(post.position) and not _FORMER.search(post.position)]
    if not offices:
        return None
    told = next((post.country for post in posts if post.country), None)
    agency = _AGENCY.search(flat)
    home = _HOMES[agency[1]] if agency else "Italy" if language == "it" else ""
    at_home = home and all(post.body is None and not _OF_A_NATION.search(post.position) for post in offices)
    return told or (reference.country_named(home) if at_home else None)


@cache
def _noun(language: str) -> re.Pattern[str]:
    return re.compile(deal_nouns(language))


def find_signings(flat: str, start: int, end: int, language: str, holders: Sequence[Party]) -> Iterator[Signing]:
    """Yield the agreements that two office holders of different countries sign in a stretch of text.

    Args:
        flat: the text, line ends as blanks.
        start: where the stretch begins.
        end: where it stops.
        language: "de" or "it".
        holders: the names of office holders with their countries, in order.

    Example:
        >>> text = "Ada Roe und ihr Kollege Bo Vik unterzeichneten ein Lotsenabkommen."
        >>> both = [Party(0, 7, reference.country_named("Malta")), Party(24, 30, reference.country_named("Ghana"))]
        >>> [(signing.noun, signing.parties[0].name) for signing in find_signings(text, 0, len(text), "de", both)]
        [('Lotsenabkommen', 'Malta')]
    """
    if len(parties_in(holders, start, end)) < 2:
        return
    for noun in _noun(language).finditer(flat, start, end):
        first = max((stop.end() for stop in _SENTENCE.finditer(flat, start, noun.start())), default=start)
        near = parties_in(holders, first, noun.start())
        lead = _OBJECT[language].search(flat, first, noun.start())
        if len(near) < 2 or not lead or near[-1].name == near[-2].name:
            continue
        one, two = near[-2], near[-1]
        between, behind = flat[one.end : two.start], flat[two.end : lead.start()].strip(" ,")
        both = _AND[language].fullmatch(between) and (
            _SIGNED[language].fullmatch(behind)
            or (not behind and re.search(rf"{_SIGNED[language].pattern}\s[^.;:]{{0,80}}$", flat[first : one.start]))
        )
        if (both or (_WITH[language].fullmatch(between) and not behind)) and not DENIED[language].search(
            flat, one.start, noun.end()
        ):
            yield Signing((one, two), noun["noun"], noun.start(), noun.end(), one.start)
