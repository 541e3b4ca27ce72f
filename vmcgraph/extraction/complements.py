"""What follows a post in German and Italian prose: its field, the unit, the body, the country."""

from __future__ import annotations

import re

from vmcgraph.extraction import languages
from vmcgraph.extraction.bodynames import Known
from vmcgraph.extraction.foreignbodies import body_of, units_of
from vmcgraph.extraction.posts import Post
from vmcgraph.reference import CountryEntry

#: Posts whose complement names a place or country that belongs to the title.
_ENVOYS = re.compile(r"botschaft|konsul|ambasciat|console|vertreter|rappresentante", re.IGNORECASE)
_MAYORS = re.compile(r"meister|sindac|cittadin", re.IGNORECASE)
_OF_A_PLACE = re.compile(r"govern|landes|prefett|bischof|vescov|minist", re.IGNORECASE)
#: Who leads or speaks for what is named behind, and holds no office with a field.
_LEADS = re.compile(
    r"(?:vice)?(?:direttor|direttric|president|coordinat|fondat|portavoce|responsabil|segretari[oa]\sgeneral|amministrat|leader\b|membro\b)"
)
#: What a country is called before its name: "des Großherzogtums Luxemburg".
_STATE = r"(?:(?:Großherzogtums|Königreichs|Fürstentums|Republik|Bundesrepublik|Sultanats|Emirats|Staates|Repubblica|Regno|Principato)\s+(?:(?:di|del|della|von)\s+)?)"
#: A country behind the field of a post.
_OF_COUNTRY = languages.Patterns(
    de=rf"(?P<field>\S.*?)\s+(?P<of>(?:(?:des|der|von)\s+)?{_STATE}?)(?P<country>[A-ZÄÖÜ][\w-]+)",
    it=rf"(?P<field>\S.*?)\s+(?P<of>(?:della|del|dell'|di|degli)\s*{_STATE}?)(?P<country>[A-Z][\w' ]+)",
)
#: Where somebody comes from: "Lotsin aus Emden".
_ORIGIN = re.compile(r"(?:aus|originari[oa])\s")
_IN_A_TOWN = re.compile(r"(?:in|a|ad)\s+[A-ZÀ-ÞĀ-ɏ][\w-]+(?:\s[A-ZÀ-ÞĀ-ɏ][\w-]+)?")


def read_complement(position: str, complement: str, language: str, known: Known) -> Post | None:
    """Take apart what follows a post: its field, the unit, the body, the country.

    Args:
        position: the post.
        complement: the words behind it, from its preposition on.
        language: "de" or "it".
        known: says whether a text is a form of a known body.

    Example:
        >>> post = read_complement("Leiterin", "im deutschen Ministerium für Häfen", "de", lambda form: False)
        >>> post.position, post.body, post.country.iso3
        ('Leiterin', 'Ministerium für Häfen', 'DEU')
        >>> read_complement("ministro", "del Lavoro", "it", lambda form: False).position
        'ministro del Lavoro'
    """
    words, country = _trailing(complement, language)
    head, _, tail = words.partition(" ")
    if language == "it" and tail and (nation := languages.country_of(head, language)):
        words, country = tail, nation  # "la ministra slovena del Lavoro"
    if not words or (_ENVOYS.search(position) and _IN_A_TOWN.fullmatch(words) and not _country_in(words, language)):
        return Post(position, (), None, country)
    link = rf"(?:{languages.words(language, 'of')})+"
    title, words = _with_field(position, words, link) if language == "it" else (position, words)
    links = list(re.finditer(rf"(?:^|(?<=\s)){link}", words))
    if _ORIGIN.match(words):
        return Post(position, (), None, country)
    if not links or (links[0].start() and not languages.country_of(words.split()[0], language)):
        return None
    for number, place in enumerate(links):
        body, owner = body_of(words[place.end() :], language, known)
        if body is None:
            continue
        units, outer = units_of(body, language, known)
        field = words[: place.start()].strip()
        return Post(f"{title} {field}".strip() if number else title, units, outer, country or owner)
    return _without_body(title, words, words[links[0].end() :], country, language)


def _with_field(position: str, words: str, link: str) -> tuple[str, str]:
    """Move what stands before the first preposition of an Italian complement to the post: "responsabile lavoro di", "commissaria Ue agli"."""
    if union := re.match(r"(?:Ue|UE|Onu|ONU)\s+(?=\S)", words):
        return f"{position} {union[0].strip()}", words[union.end() :]
    field = re.match(rf"(?!{link})(?P<words>{_IN_A_TOWN.pattern}|[a-zà-ù]+(?:\s[a-zà-ù]+)?)\s+(?={link})", words)
    return (f"{position} {field['words']}", words[field.end() :]) if field else (position, words)


def _without_body(position: str, words: str, rest: str, country: CountryEntry | None, language: str) -> Post:
    """Return the post of a complement that names no body: a country, a town, or the field of the office."""
    nation = languages.country_of(rest.split(" ")[0], language) if rest else None
    if nation:
        return Post(f"{position} {words}" if _ENVOYS.search(position) else position, (), None, nation)
    if _MAYORS.search(position) and re.match(r"(?:von|di|in)\s+[A-ZÀ-ÞĀ-ɏ]", words):
        return Post(position, (), None, country)
    if re.match(r"(?:von|di)\s+[A-ZÀ-ÞĀ-ɏ]", words) and not _OF_A_PLACE.search(position):
        return Post(position, (), rest, country)
    if _LEADS.match(position) and re.fullmatch(r"(?:[A-ZÀ-Þ][\w'’-]+\s)+[A-ZÀ-Þ][\w'’-]+", rest):
        return Post(position, (), rest, country)  # "direttore del Gect Nord"
    field = _OF_COUNTRY[language].fullmatch(words)
    state = languages.country_of(field["country"], language) if field else None
    if field and state and (field["of"] or field["country"].endswith("s")):
        return Post(f"{position} {field['field']}", (), None, state)
    return Post(f"{position} {words}", (), None, country)


def _country_in(words: str, language: str) -> CountryEntry | None:
    return languages.country_of(words.partition(" ")[2], language)


def _trailing(complement: str, language: str) -> tuple[str, CountryEntry | None]:
    """Take the adjective of a country off the end of an Italian complement: "del Lavoro italiano"."""
    head, _, tail = complement.rpartition(" ")
    country = languages.country_of(tail, language) if language == "it" and tail[:1].islower() else None
    return (head, country) if country else (complement, None)
