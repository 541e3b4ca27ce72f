"""Bodies that nobody knows by name, told by their nouns in runs of capitalised words: what is the name, and whose body it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vmcgraph import reference
from vmcgraph.extraction.bodynames import HOUSE_FOR, body_like, is_town, names_no_country, starts_with_post
from vmcgraph.extraction.introduced import BODY_WORD, GAP
from vmcgraph.names import is_name
from vmcgraph.reference import CountryEntry
from vmcgraph.spelling import fold

#: Nouns that projects and events share, which name a body with what it is about: "Working Group on Ports".
_ON = re.compile(
    r"(?:[A-ZÀ-ÞĀ-ɏ][\w-]*\s){0,3}(?:(?:Working|Expert|Advisory|Contact|Study|Steering|Reference) Group|Task Force|(?:Sub-?)?[Cc]ommittee|Commission|Council|Network|"
    r"(?:Standing|Advisory|Independent|Intergovernmental|International|Scientific) Panel)\s(?:on|for)\s(?:the\s)?[A-ZÀ-ÞĀ-ɏ]|"
    r"(?:[A-ZÀ-ÞĀ-ɏ][\w-]*\s){0,3}Network\sof\s[A-ZÀ-ÞĀ-ɏ]"
)
#: A house of learning or care behind "and": "the Ministry of Health and Quay University Hospital".
_HOUSE = re.compile(r"(?:[A-ZÀ-ÞĀ-ɏ][\w-]*\s){1,4}(?:University|Hospital|College|Museum|Institute)\b")
_ACRONYM = re.compile(r"[A-Z]{3,}")
#: Where the body is: "in Kaunas"; or where something is done by it and others: "in Latvia, Malta and Ghana".
_IN_PLACE = re.compile(rf"{GAP}in{GAP}(?:the{GAP})?(?P<where>[A-ZÀ-ÞĀ-ɏ][\w-]*(?:{GAP}[A-ZÀ-ÞĀ-ɏ][\w-]*)*)\Z")
_IN_PLACES = re.compile(rf"{GAP}in{GAP}(?P<where>[A-ZÀ-ÞĀ-ɏ][^.;:]*?{GAP}and{GAP}[A-ZÀ-ÞĀ-ɏ][\w -]*)\Z")
_LISTED = re.compile(r",?\s+and\s+|,\s+")
#: Where a body met for what has a number: "the Ministry of Ports for the Third Round Table".
_FOR_MEETING = re.compile(
    r"\s(?:for|to|at)\s(?:the\s)?(?=(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\d+(?:st|nd|rd|th))\s)"
)
#: In characters, what a name with such an end has at least.
_LONG = 25
_CONNECT = r"(?:of|for|and|on|the|in|to|&)"
_CANDIDATE = re.compile(
    rf"{BODY_WORD}(?:(?:{GAP}{_CONNECT}(?:{GAP}the)?)?{GAP}(?!(?<!of )The ){BODY_WORD}|,{GAP}{BODY_WORD}(?=[^.;:]{{0,60}}?{GAP}and{GAP}[A-Z]))*"
)
#: Legal forms, which never open a name.
_LEGAL = frozenset("inc ltd plc llc llp kg gmbh".split())
_LEADS = re.compile(
    r"(?:(?:The|A|An|At|In|For|With|From|By|On|And|But|Of|To)\s+(?:the\s+)?)*"
    r"(?:(?!Community|Rights|Faith|Evidence|Home|Church|School|Gender|Place|Web|Broad|Land|Needs|Market)[A-ZÀ-ÞĀ-ɏ]\w*-based\s+)?"
)
_LONGEST_LEAD = 100
_LINK = re.compile(r"\s(?:of|for|at)\s(?:the\s)?")
_ARTICLE = re.compile(r"^The\s+")
_GENITIVE = re.compile(r"'s\b.*$")
_LOOSE_END = re.compile(r"(?:\s+(?:of|for|and|on|the|in|to|&|,))+$")
#: The owner of a body before its name: a country's adjective, or a name in the genitive.
_OWNER = re.compile(r"(?:[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}'s?|[A-Z]\w+) ")
#: What a country has, whatever else its adjective would belong to.
_OWN = re.compile(r"(?:Federal |National |State )?(?:Ministry|Department|Agency|Overseas|Parliament)")
_OF_STATE = re.compile(r"(?P<name>(?:\w+ )?(?:Ministry|Department) (?:of|for) .+) of (?:the )?(?P<whose>[A-Z][\w' -]+)")
_MISSION = re.compile(r"(?:\w+ )?(?:Mission|Representation|Delegation) of (?:the )?(?P<whose>[A-Z][\w' -]+?) to ")
#: Types of instruments that are no bodies, though a body may be called so.
_NO_BODIES = frozenset({"programme", "scheme", "fund", "process/dialogue", "conference", "strategy", "report"})
#: Types of which a body that a country owns may be by its last word alone.
_OWNED = ("company", "government", "other")


@dataclass(frozen=True, slots=True)
class NamedByNoun:
    """A run of capitalised words, parted into owner and name.

    Args:
        name: without article and owner.
        owned: an owner may stand before it.
        country: the owner, or whose adjective the name begins with.
    """

    name: str
    owned: bool
    country: CountryEntry | None

    def is_body(self) -> bool:
        """Say whether the nouns of the name are those of a body.

        Example:
            >>> parted("Harbour University").is_body(), parted("Harbour Evening").is_body()
            (True, False)
        """
        nouns = reference.body_nouns()
        pieces = fold(self.name).split()
        head = fold(re.split(r"\s+(?:of|for|on)\s+", self.name)[0]).split()
        last = nouns.get(pieces[-1])
        owned = self.owned and self.country and len(pieces) > 2 and last and last.type in _OWNED
        office = self.country and head[-1] in nouns and nouns[head[-1]].unit and len(head) < len(pieces)
        if owned or office or is_town(self.name) or _ON.match(self.name):
            return True
        return any(fold(noun).split()[-1] in (head[-1], head[0], pieces[-1]) for noun in _strong_nouns(pieces))

    def may_be_body(self) -> bool:
        """Say whether the name has the noun of a body, which other things have too: "Quay Library"; the government of a country is the country."""
        last = self.name.split()[-1]
        if self.name.startswith("Government ") or reference.instrument_nouns().get(last, ("", False))[0] in _NO_BODIES:
            return False
        head = fold(re.split(r"\s+(?:of|for|on)\s+", self.name)[0]).split()
        return head[-1] in reference.body_nouns() or fold(last) in reference.body_nouns()

    def of_state(self) -> tuple[str, CountryEntry | None]:
        """Return the name without the country behind it, and the country.

        Example:
            >>> name, country = parted("Ministry of Ports of Ghana").of_state()
            >>> name, country.iso3
            ('Ministry of Ports', 'GHA')
        """
        state = _OF_STATE.fullmatch(self.name)
        whose = reference.country_named(state["whose"]) if state else None
        if state and whose:
            return state["name"], whose
        mission = _MISSION.match(self.name)
        return self.name, self.country or (reference.country_named(mission["whose"]) if mission else None)


def parted(words: str) -> NamedByNoun:
    """Return a run of words as the name of a body and its owner.

    Example:
        >>> found = parted("Malta's Ministry of Ports")
        >>> found.name, found.country.iso3
        ('Ministry of Ports', 'MLT')
    """
    first, _, behind = words.partition(" ")
    country = reference.country_of_adjective(first) or reference.country_named(words.split("'s ")[0])
    country = None if names_no_country(first, behind) else country
    owner = _OWNER.match(words)
    name = words[owner.end() :] if owner and country and _OWN.match(words, owner.end()) else words
    if owner and "'" in owner[0] and name == words:
        country = country or reference.country_named(owner[0].rstrip("' s"))
        name = words[owner.end() :]
    return NamedByNoun(_trimmed(name), owner is not None, country)


def _strong_nouns(pieces: list[str]) -> Iterator[str]:
    """Yield the nouns among the words of a name that only a body has; a legal form at its beginning is none."""
    nouns = reference.body_nouns()
    for size in (1, 2):
        for i in range(len(pieces) - size + 1):
            noun = nouns.get(" ".join(pieces[i : i + size]))
            if noun and noun.strong and (i or pieces[0] not in _LEGAL):
                yield noun.word


def runs(shown: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where runs of capitalised words stand that may name a body, without what leads to it.

    Example:
        >>> text = "In the Harbour Office and the Ministry of Ports nobody knew."
        >>> [text[first:last] for first, last in runs(text, 0, len(text))]
        ['Harbour Office', 'Ministry of Ports']
    """
    for first, last in _candidates(shown, start, end):
        meeting = _FOR_MEETING.search(shown, first, last) if last - first > _LONG else None
        last = meeting.start() if meeting else last
        house = HOUSE_FOR.search(shown, first, last) if " for " in shown[first:last] else None
        yield first + _lead(shown[first:last]), house.end("house") if house else last


def _lead(words: str) -> int:
    """Return the length of what stands before a body's name: an article, "In", "Jane Roe of"."""
    lead = _LEADS.match(words)
    start = lead.end() if lead else 0
    for link in _LINK.finditer(words[start:]):
        if link.start() > _LONGEST_LEAD:
            break
        head = words[start : start + link.start()]
        if is_name(head) or (starts_with_post(head) and not body_like(head, lambda form: False)):
            return start + link.end()
    return start


def _candidates(shown: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalised words that may name a body, parted where "and" leads to the next one or its owner."""
    for match in _CANDIDATE.finditer(shown, start, end):
        first = match.start()
        for link in _AND.finditer(match[0]):
            if _parts_two(match[0][: link.start()], link, match[0][link.end() :]):
                yield first, match.start() + link.start()
                first = match.start() + link.end()
        yield first, _without_place(shown, first, match.end())


_AND = re.compile(r"\s+and\s+(?P<the>the\s+)?(?=(?P<word>[A-ZÀ-ÞĀ-ɏ][\w-]*)(?P<behind>['’]s?)?)")


def _parts_two(left: str, link: re.Match[str], right: str) -> bool:
    """Say whether "and" stands between two bodies, or before the country that owns the next one."""
    nouns, forms, word = reference.body_nouns(), reference.body_forms(), link["word"]
    if link["behind"] and reference.country_named(word):
        return True
    noun = nouns.get(fold(word)) if re.match(r"\s+(?:of|for)\s", right[len(word) :]) else None
    if noun and noun.strong and " " in left:
        return True
    if link["the"] and (_ON.match(right) or _ACRONYM.fullmatch(left)):
        return True
    known = left in forms and not left.endswith(" of")
    if not known and not any(_strong_nouns(fold(left).split())):
        return False
    if _HOUSE.match(right) or (link["the"] and fold(_LINK.split(right)[0]).split()[-1] in nouns):
        return True
    return (known or " " in left) and (_ACRONYM.fullmatch(word) is not None or right in forms)


def _without_place(shown: str, first: int, last: int) -> int:
    """Return where a name ends that goes on with its town or country: "Quay University in Kaunas"; an office is one in a place."""
    places = _IN_PLACES.search(shown[first:last])
    if places and all(reference.country_named(" ".join(where.split())) for where in _LISTED.split(places["where"])):
        return first + places.start()
    place = _IN_PLACE.search(shown[first:last])
    if not place:
        return last
    where, words = " ".join(place["where"].split()), fold(shown[first : first + place.start()]).split()
    nouns = (reference.body_nouns().get(word) for word in words)
    named = reference.country_named(where) and not {"of", "for"} & set(words)  # "Council for Nurses in Ghana"
    office = "embassy" in words or any(noun and noun.unit for noun in nouns)
    return first + place.start() if (named or reference.country_of_city(where)) and not office else last


def _trimmed(name: str) -> str:
    """Leave out the article, and what only joins the name to the next one."""
    name = _ARTICLE.sub("", name)
    name = _GENITIVE.sub("", name)
    return _LOOSE_END.sub("", name.strip(" ,"))
