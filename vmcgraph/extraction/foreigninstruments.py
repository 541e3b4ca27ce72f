"""Instruments that German and Italian prose names by their noun: in quotation marks, after a place, with a year, by their parties.

German writes every noun with a capital and runs words together, so a capital tells no name: a mark, a place or a party has to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from vmcgraph import reference
from vmcgraph.extraction.deals import Deal, Party, parties_in
from vmcgraph.extraction.foreignwordings import DENIED
from vmcgraph.reference import CountryEntry
from vmcgraph.spelling import fold

_CAP = "A-ZÄÖÜÀ-ÞĀ-ɏ"
#: Words in "-er" that are no adjective of a place.
_NO_PLACE = frozenset(
    "dieser jeder unser ihrer einer seiner keiner aller neuer erster zweiter dritter gemeinsamer mancher solcher welcher unter über oder hinter immer aber "
    "wieder euer deren ganzer großer weiterer anderer meiner hoher sicherer globaler europäischer deutscher österreichischer".split()
)
#: Nouns that an adjective of a place makes a name: "Grazer Erklärung".
_OF_A_PLACE = "tage|Gespräche|Kongress|Symposium|Roadmap|Fahrplan|Aktionsplan|Erklärung|Deklaration|Abkommen|Übereinkommen|Pakt|Prozess|Dialog|Initiative|Konferenz|Forum|Gipfel|Protokoll|Konvention|Charta|Agenda|Memorandum|Tagung|Vereinbarung"
#: Nouns that the town of their signing makes one: "Erklärung von Lugano".
_ON_PAPER = "Erklärung|Deklaration|Abkommen|Übereinkommen|Pakt|Protokoll|Konvention|Charta|Vertrag|Memorandum"
#: Nouns that a place before a hyphen makes one: "Rabat-Prozess".
_HYPHENED = "Prozess|Forum|Abkommen|Pakt|Deal|Erklärung|Dialog|Protokoll|Memorandum|Konvention|Gipfel|Konferenz|Mechanismus|Plattform|Fonds|Initiative|Charta"
#: What makes a compound the name of a meeting, where a town stands behind it: "beim Hafenforum Lotsen in Emden".
_MEETINGS = "(?<!EU-)(?<!G7-)(?<!G20-)(?<!Presse)(?<!Video)(?<!Telefon)(?:forum|gipfel|konferenz|tagung|kongress|symposium|dialog)"
_YEAR = r"(?:\s+(?:bis\s+)?20[2-9]\d)"
_QUOTE = r"[„“«»\"](?P<name>[^„“”«»\"]{3,60}?),?[“”«»\"]"
_GENITIVE = r"(?:e?s|en|n|e)?"


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument as a place names it.

    Args:
        name: without quotation marks.
        forms: how it is printed here.
    """

    name: str
    type: str
    start: int
    end: int
    forms: tuple[str, ...] = ()


@cache
def _types(language: str) -> dict[str, tuple[str, bool]]:
    """Return the nouns of instruments with their type and whether they have parties."""
    rows = reference.table("foreign_instrument_nouns", language)
    return {row["word"].lower(): (row["type"], row["deal"] == "yes") for row in rows}


def _nouns(language: str, *, deal: bool = False) -> str:
    words = [word for word, (_, has_parties) in _types(language).items() if has_parties or not deal]
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _noun(language: str, *, deal: bool = False) -> str:
    """Return the inside of a pattern of the nouns; German ones also as the end of a compound."""
    nouns = _nouns(language, deal=deal)
    if language == "it":
        return rf"\b(?i:(?P<noun>{nouns}))\b"
    return rf"\b(?P<noun>(?:[{_CAP}][\wäöüß-]*?)?(?i:{nouns})){_GENITIVE}\b"


def deal_nouns(language: str) -> str:
    """Return the inside of a pattern of the nouns of agreements, in the group "noun"."""
    return _noun(language, deal=True)


def described(noun: str, parties: Sequence[Party], language: str) -> str:
    """Return a name for an agreement that the text only tells by who signs it.

    Example:
        >>> both = [Party(0, 1, reference.country_named("Switzerland")), Party(2, 3, reference.country_named("Ghana"))]
        >>> described("Abkommen", both, "de"), described("accordo", both, "it")
        ('Abkommen zwischen der Schweiz und Ghana', 'accordo tra Svizzera e Ghana')
    """
    one, two = (_own_name(party.name, language) for party in parties)
    return f"{noun} zwischen {one} und {two}" if language == "de" else f"{noun} tra {one} e {two}"


def type_of(noun: str, language: str) -> str | None:
    """Return the type that a noun tells; a German compound by its end.

    Example:
        >>> type_of("Hafenabkommen", "de"), type_of("memorandum d'intesa", "it"), type_of("Hafen", "de")
        ('agreement', 'agreement', None)
    """
    lowered = noun.lower().replace("’", "'")
    end = _ending().search(lowered) if language == "de" else None
    type_, _ = _types(language).get(end["noun"] if end else lowered, (None, False))
    return type_


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?P<noun>{_nouns('de')}){_GENITIVE}$")


def is_compound(noun: str) -> bool:
    """Say whether a German noun tells more than that it is an agreement: "Lotsenabkommen"."""
    return noun.lower() not in _types("de") and type_of(noun, "de") is not None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns by which a language names instruments."""
    return (_german if language == "de" else _italian)(_noun(language))


def _german(noun: str) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"{noun}\s+{_QUOTE}"),
        re.compile(rf"{_QUOTE}-{noun}"),
        re.compile(
            rf"(?P<name>\b(?P<place>[{_CAP}][a-zäöüß]+er)\s+(?P<noun>(?:[{_CAP}][a-zäöüß]*?)?(?i:{_OF_A_PLACE}))){_GENITIVE}\b"
        ),
        re.compile(
            rf"(?<=[a-zäöüß]\s)(?P<name>(?:National|International|Global|Europäisch|Afrikanisch|Regional|Gemeinsam)(?:e|en|er|es)\s+"
            rf"(?P<noun>(?:[{_CAP}][a-zäöüß]*?)?(?i:{_OF_A_PLACE}|Strategie|Programm|Fonds|Plan))){_GENITIVE}\b"
        ),
        re.compile(rf"(?P<name>\b(?P<before>[{_CAP}][\w]*(?:-[{_CAP}]\w*)*)-(?P<noun>(?:{_HYPHENED}))){_GENITIVE}\b"),
        re.compile(
            rf"\b(?:[Bb]eim|[Aa]uf de[mr]|[Bb]ei der|[Zz]u[mr])\s(?P<name>(?P<noun>[{_CAP}][\wäöüß-]*(?:{_MEETINGS}))(?:\s[{_CAP}][a-zäöüß]+)?)"
            rf"(?=\s(?:zu[mr]?\s[^.,;:]{{3,40}}\s)?(?:in|im|am)\s[{_CAP}])"
        ),
        re.compile(
            rf"(?P<name>\b(?P<noun>[{_CAP}][\wäöüß-]*(?:strategie|agenda|plan|programm|konzept|Agenda|Strategie)){_YEAR})"
        ),
        re.compile(
            rf"(?P<name>\b(?:[{_CAP}][\wäöüß]*-,\s+)*(?:[{_CAP}][\wäöüß]*-\s+und\s+)?(?:EU-)?{noun})\s+\((?P<acronym>[{_CAP}][\wÄÖÜ-]{{1,9}})\)"
        ),
        re.compile(rf"[„“\"](?P<name>[{_CAP}][^„“”\"]{{0,40}}?{noun})[“”\"]"),
        re.compile(rf"[„“«»\"](?P<name>{noun}\s(?:von|zu[mr]?|für|über|gegen)\s[^„“”«»\"]{{2,50}})[“”»«\"]"),
        re.compile(rf"(?P<name>\b(?P<noun>{_ON_PAPER}){_GENITIVE}\svon\s(?P<city>[{_CAP}][\w-]+))"),
        re.compile(
            rf"(?P<name>[{_CAP}][\wäöüß]+(?:\s[{_CAP}][\wäöüß]+){{1,3}}),\s+(?:ein|eine|einem|einer|das|der|dem|die)\s+(?:(?!d(?:er|ie|as|en|em)\b)[a-zäöü]+\s+)?{noun}"
        ),
    )


def _italian(noun: str) -> tuple[re.Pattern[str], ...]:
    apposed = rf"(?!L['’])[{_CAP}][\w'’-]*(?:\s(?:(?:di|del|della|dell'|e)\s)?[{_CAP}][\w'’-]*){{0,4}}(?:\s(?:in|senza|oltre|di|del|al|dopo)\s[a-zà-ù]+)?"
    name = rf"[{_CAP}][\w'’-]*(?:\s(?:(?:di|del|della|dell'|per|e)\s)?[{_CAP}][\w'’-]*){{0,4}}"
    return (
        re.compile(rf"{noun}(?:\s+(?:denominat[oa]|chiamat[oa]))?\s+{_QUOTE}"),
        re.compile(rf"[„“«\"](?P<name>{noun}[^„“”«»\"]{{2,60}}?),?[“”»\"]"),
        re.compile(rf"(?P<name>(?<![.!?]\s)\b(?P<noun>Dichiarazione|Processo|Carta|Patto|Agenda|Protocollo|Convenzione|Accordo|Trattato)\s+di\s+[{_CAP}][\w'’-]+)"),
        re.compile(
            r"(?P<name>\b(?P<noun>Conferenza|Forum|Vertice|Summit|Convegno|Tavolo)(?:\s+(?:euro-\w+|[a-zà-ù]+(?:ale|ali|ic[oa]|e[oa]|an[oa]|iv[oa]|ari[oa]|er[oa]|are|ari|ile|ese|os[oa])))?"
            r"\s+(?:sulle|sulla|sul|sui|sugli|su|per|delle|degli)\s+[\w'’-]+(?:\s+(?!(?:che|è|si|ha|a|al|alla|con|in|dal|da|nel|e)\b)[\w'’-]+){0,6})(?=\s*[,.;:)”»\"]|\s+(?:che|è|si|ha|a|al|alla|con|in|dal|da|nel|e)\b)"
        ),
        re.compile(rf"\b(?P<noun>programma|progetto|piano|fondo|iniziativa|piattaforma|decreto|legge)\s+(?:(?:europeo|europea|nazionale|regionale|pilota|triennale|comunitario)\s+)?(?P<name>{name}(?:\s(?:di|in)\s[a-zà-ù]+(?=,))?)"),
        re.compile(rf"\b(?:(?:[Ii]l|[Dd]el|[Aa]l|[Nn]el|[Dd]al|[Ss]ul)\s+|[Ll]['’]|un\s)(?:nuovo\s+)?(?P<name>(?P<noun>(?:protocollo|accordo|memorandum|piano\sd['’]azione|codice\sdi\scondotta))\s+"
            rf"(?:su(?:l|llo|lla|lle|i|gli)\s|sull['’]|per\s(?:il|lo|la|i|gli|le)\s|per\sl['’])[\w'’]+(?:\s(?!{_STOPS_IT}\b)[\w'’]+){{0,4}})(?=\s*[,.;:)”»\"]|\s{_STOPS_IT}\b)(?!\s(?:tra|fra|con)\b)"),
        re.compile(rf"\b(?:il|al|del|dal|nel|col|sul)\s(?P<name>(?P<noun>Fondo|Programma|Progetto|Piano|Meccanismo)\s[{_CAP}][\w'’-]+)(?![\w'’-])(?!,\s[a-zà-ù]+\se\s)"),
        re.compile(rf"(?P<name>\b{apposed}),\s+(?:il|la|un|una|lo)\s+(?:nuov[oa]\s+)?(?P<noun>programma|progetto|piano|fondo|iniziativa|piattaforma)\b"),
        re.compile(rf"(?P<name>\b(?P<noun>Fondo|Programma|Piano|Progetto|Piattaforma|Patto|Strategia)\s+[\w'’, -]{{3,70}}?)\s+\((?P<acronym>[{_CAP}][\w-]{{1,9}})\)"),
    )  # fmt: skip


def named_instruments(
    flat: str, start: int, end: int, language: str, taken: Sequence[tuple[int, int]]
) -> Iterator[Named]:
    """Yield the instruments that a stretch of text names.

    Args:
        flat: the text, line ends as blanks.
        start: where the stretch begins.
        end: where it stops.
        language: "de" or "it".
        taken: start and end of names of countries, bodies, persons and well-known instruments.

    Example:
        >>> text = 'Sie lobte die Linzer Erklärung und das Programm "Offene Kais".'
        >>> [(named.name, named.type) for named in named_instruments(text, 0, len(text), "de", [])]
        [('Offene Kais', 'programme'), ('Linzer Erklärung', 'policy framework')]
    """
    for pattern in _patterns(language):
        for match in pattern.finditer(flat, start, end):
            name = " ".join(match["name"].split()).rstrip(",")
            type_ = type_of(match["noun"], language)
            first, last = match.span("name")
            longer = re.search(rf"{_YEAR}$", name) is not None  # of this year, and not the well-known one
            inside = any(one < last and first < two and not (longer and one == first) for one, two in taken)
            if (
                not type_
                or inside
                or not (name[0].isupper() or match["noun"][0] == name[0])
                or not _is_name(flat, match, language)
            ):
                continue
            while last < end and flat[last].isalpha():
                last += 1  # "des Mur-Forums"
            quoted = flat[first - 1] in '„“«»"' and match["noun"] not in name
            span = match.span() if quoted else (first, last)
            forms = (" ".join(flat[slice(*span)].split()),)
            acronym = match.groupdict().get("acronym")
            if language == "it" and _PUT_FORWARD.search(flat, max(start, first - 100), first):
                type_ = "proposal"
            yield Named(name, type_, *span, (*forms, name, *([acronym] if acronym else [])))


#: Before the name of what somebody only proposes: "ha proposto una cassa comune, il Fondo Banchine".
_PUT_FORWARD = re.compile(r"\bpropost[oa]\s[^.;:]{3,70},\s+(?:il|la|un|una)\s+$")
#: Whose a programme is, and no name of it: "il piano Ue".
_WHOSE = frozenset("ue onu paese stato europa".split())
#: Where what an Italian agreement is about has ended.
_STOPS_IT = r"(?:che|è|sarà|resta|va|può|sono|si|ha|a|al|alla|con|in|dal|da|nel|e|tra|fra|entro|firmat[oi]|siglat[oi])"
#: Words that open an Italian sentence with a capital.
_OPENS = frozenset("La Il Lo Le I Gli Un Una Per Con Dal".split())


def _is_name(flat: str, match: re.Match[str], language: str) -> bool:
    """Say whether what stands before a noun makes it a name: a place, or a word that the text prints so again."""
    told = match.groupdict()
    if place := told.get("place"):
        return place.lower() not in _NO_PLACE and not place.endswith(("scher", "ster"))
    if city := told.get("city"):
        return city in reference.foreign_capitals(language) or reference.country_of_city(city) is not None
    if before := told.get("before"):
        known = (
            reference.foreign_country_forms(language).get(before)
            or before in reference.foreign_capitals(language)
            or reference.country_of_city(before)
        )
        return bool(known) or (before not in reference.body_forms() and flat.count(match["name"]) > 1)
    if language == "de":
        return True
    whose = match["noun"].islower() and fold(match["name"]) in _WHOSE
    if " " not in match["name"] and re.search(
        r"\b(?:a|da|di|in)\s$", flat[max(0, match.start("name") - 4) : match.start("name")]
    ):
        return False  # "il sindaco di Trieste, il progetto in mano"
    definite = match["name"].startswith(match["noun"])
    return definite or (not whose and match["name"].split()[0] not in _OPENS)


@cache
def back_words(language: str) -> re.Pattern[str]:
    """Return a pattern of what goes back to an instrument: "das Programm", "dieses Abkommen", "l'accordo", with no name or party behind it."""
    if language == "de":
        return re.compile(
            rf"\b(?P<all>[Dd](?:as|ie|er|em|en|es|ieses?|iese[rmn]?)\s+(?:[a-zäöüß]{{4,}}en?\s+)?(?P<noun>(?i:{_nouns('de')})){_GENITIVE})\b"
            r"(?!\s+(?:mit|zwischen|von|für|über|zu[mr]?|des|der|zur|gegen|[„“«»\"A-ZÄÖÜ]))"
        )
    return re.compile(
        rf"\b(?P<all>(?:[Ii]l|[Ll]a|[Ll]o|[Qq]uest[oa]|[Ll]['’]|[Qq]uest['’])\s?(?P<noun>{_nouns('it')}))\b"
        r"(?!\s+(?:con|tra|fra|di|d['’]|del\w*|per|su\w*|[“«\"A-Z]|\w+(?:ale|ico|ica|eo|ea|ano|ana|ivo|iva)\b)|\s+d[ei]ll?['’])"
    )


_ARTICLE = {"de": r"(?:der\s+|den\s+|dem\s+|die\s+)?", "it": r"(?:il\s+|la\s+|lo\s+|l['’]|gli\s+|i\s+)?"}
_ABOUT = {
    "de": r"(?:\s+(?:ihres|seines|unseres)\s+(?:eigenen\s+)?Landes)?(?:\s+(?:über|zur|zum|für|in Sachen)\s+[^,.;:()]{1,40}?)?(?:\s+(?:vom|von|aus dem Jahr)\s+[\d. \w]{2,14}?)?",
    "it": r"(?:\s+d['’]intesa)?(?:\s+del\s+(?:suo|proprio|nostro)\s+[Pp]aese)?(?:\s+(?:(?:su|sul|sullo|sulla|sui|sugli|sulle|per|in materia di|di)\s+|sull['’])[^,.;:()]{1,40}?)?(?:\s+(?:firmat|siglat|sottoscritt|raggiunt|conclus)\w+(?:\s+nel\s+\d{4})?)?",
}
_BETWEEN = {"de": r"\s+zwischen\s+", "it": r"\s+(?:tra|fra)\s+"}
_BY = {"de": r"\s+von\s+(?=[A-ZÄÖÜ])", "it": r"(?<=\w)\s+da\s+"}
#: Whose an agreement is, behind its noun: "das Abkommen Österreichs", "l'accordo della Tunisia".
_OF = {"de": r"\s+(?:der\s+|des\s+)?", "it": r"\s+(?:dell['’]|della\s+|del\s+|degli\s+|di\s+)"}
_WITH = {"de": r"\s+mit\s+", "it": r"\s+con\s+"}
_AND = {"de": r"\s*(?:,|\s+und|\s+sowie)\s+(?:mit\s+)?", "it": r"\s*(?:,|\s+e|\s+ed)\s+(?:con\s+)?"}
_SIGNED = {
    "de": r"\s+(?:haben\s+|wollen\s+)?(?:unterzeichne\w*|schließen|schlossen|besiegel\w*|vereinbar\w*|unterschr\w+|beschließen)\s+(?:am\s+\w+\s+)?(?:eine?n?\s+|das\s+|die\s+)?(?:[a-zäöü]+\s+){0,2}",
    "it": r"\s+(?:hanno\s+|avevano\s+)?(?:firm|sigl|sottoscri|raggiun|conclu)\w+\s+(?:un['’]?\s*|il\s+|l['’]|una\s+)?(?:[a-z]+\s+){0,2}",
}


def foreign_deals(flat: str, start: int, end: int, language: str, parties: Sequence[Party]) -> Iterator[Deal]:
    """Yield the agreements that a stretch of German or Italian text describes by their parties.

    Args:
        flat: the text, line ends as blanks.
        start: where the stretch begins.
        end: where it stops.
        language: "de" or "it".
        parties: all that the text names, in order.

    Example:
        >>> from vmcgraph.reference import country_named
        >>> text = "Das Abkommen zwischen Malta und Ghana gilt."
        >>> named = [Party(22, 27, country_named("Malta")), Party(32, 37, country_named("Ghana"))]
        >>> [deal.name for deal in foreign_deals(text, 0, len(text), "de", named)]
        ['Abkommen zwischen Malta und Ghana']
    """
    near = {party.start: party for party in parties_in(parties, start, end)}
    for noun in re.compile(_noun(language, deal=True)).finditer(flat, start, end):
        behind = re.compile(rf"{_ABOUT[language]}(?:{_BETWEEN[language]}|{_BY[language]}){_ARTICLE[language]}").match(
            flat, noun.end(), end
        )
        both = _listed(flat, behind.end(), near, language) if behind else []
        if len(both) > 1:
            yield _deal(flat, noun, both, noun.start(), language)
        elif coined := _coined(flat, noun, start, language):
            yield coined
        elif found := list(_with(flat, noun, start, near, language)):
            yield from found
        elif one := _before(flat, noun, start, near, language) or _signed(flat, noun, (start, end), near, language):
            yield one


#: Both parties in one word: "EU-Malta-Abkommen", "das deutsch-georgische Abkommen", "l'accordo italo-albanese".
_COINED = {
    "de": re.compile(r"(?:(?<![\w-])(?P<one>[A-ZÄÖÜ][\w]*)-(?P<two>[A-ZÄÖÜ][a-zäöüß]+)-|(?<![\w-])(?P<first>[a-zäöü]+)-(?P<second>[a-zäöü]+isch)(?:e|en|er|es|em)\s)$"),
    "it": re.compile(r"\s(?P<first>[a-z]+o)-(?P<second>[a-z]+)\b"),
}  # fmt: skip
_FIRST_OF_TWO = {"italo": "Italy", "franco": "France", "ispano": "Spain", "austro": "Austria", "euro": "European Union", "greco": "Greece"}  # fmt: skip


def _coined(flat: str, noun: re.Match[str], first: int, language: str) -> Deal | None:
    """Read an agreement whose name has both parties in one word."""
    word = noun["noun"].rpartition("-")[2]
    start = noun.end("noun") - len(word)
    pattern = _COINED[language]
    match = (
        pattern.search(flat[max(first, start - 60) : start]) if language == "de" else pattern.match(flat, noun.end())
    )
    if not match or not type_of(word, language):
        return None
    told = [match[group] for group in (("one", "two") if match.groupdict().get("one") else ("first", "second"))]
    things = [_party_called(each, language) for each in told]
    if None in things or things[0] == things[1]:
        return None
    begins = max(first, start - 60) + match.start() if language == "de" else noun.start()
    ends = noun.end() if language == "de" else match.end()
    parties = tuple(Party(begins, ends, thing) for thing in things if thing)
    name = " ".join(flat[begins : noun.end("noun") if language == "de" else ends].split())
    return Deal(name, True, type_of(word, language) or "agreement", parties, begins, ends)


def _party_called(word: str, language: str) -> CountryEntry | str | None:
    """Return the country, or the Union, that a part of such a word stands for."""
    if word in ("EU", "Ue", "UE") or _FIRST_OF_TWO.get(word) == "European Union":
        return "European Union"
    if language == "it" and word in _FIRST_OF_TWO:
        return reference.country_named(_FIRST_OF_TWO[word])
    forms = reference.foreign_country_forms(language)
    return next((forms[form] for form in (word, f"{word}e", f"{word}isch") if form in forms), None)


def _deal(flat: str, noun: re.Match[str], parties: Sequence[Party], start: int, language: str) -> Deal:
    end = max(parties[-1].end, noun.end())
    name = " ".join(flat[start:end].split())
    return Deal(name, True, type_of(noun["noun"], language) or "agreement", tuple(parties), start, end)


def _with(flat: str, noun: re.Match[str], first: int, near: dict[int, Party], language: str) -> Iterator[Deal]:
    """Read "Österreichs Abkommen mit Ghana", "l'intesa dell'Italia con la Libia": one side stands before, or between; else the sentence names it."""
    whose = re.compile(_OF[language]).match(flat, noun.end())
    owner = near.get(whose.end()) if whose else None
    about = "" if owner else _ABOUT[language]
    link = re.compile(rf"{about}{_WITH[language]}{_ARTICLE[language]}").match(flat, owner.end if owner else noun.end())
    partners = _listed(flat, link.end(), near, language) if link else []
    sentence = max((stop.end() for stop in _SENTENCE.finditer(flat, first, noun.start())), default=first)
    owners = [party for at, party in near.items() if sentence <= at < noun.start() and not party.explicit]
    owners = [owner] if owner else owners
    if not partners or len({each.name for each in owners}) != 1 or owners[0].name == partners[0].name:
        return
    type_ = type_of(noun["noun"], language) or "agreement"
    several = len(partners) > 1 and _is_plural(flat, noun, language)
    for sides in [(partner,) for partner in partners] if several else [tuple(partners)]:
        head = flat[noun.start() : partners[0].start]
        name = " ".join(f"{head}{flat[sides[0].start : sides[-1].end]}".split())
        yield Deal(name, True, type_, (owners[0], *sides), noun.start(), partners[-1].end)


def _is_plural(flat: str, noun: re.Match[str], language: str) -> bool:
    """Say whether a noun names several agreements, so that each partner has one of them."""
    if language == "it":
        return noun["noun"].lower() in ("accordi", "intese", "protocolli", "trattati", "memorandum", "partenariati")
    neuter = noun["noun"].endswith("kommen")
    several = re.search(rf"\b(?:{_SEVERAL})\s+(?:[a-zäöüß]+n?\s+)?$", flat[max(0, noun.start() - 40) : noun.start()])
    return several is not None if neuter else noun[0].removeprefix(noun["noun"]) == "en"


#: What stands before several: "die Abkommen", but "das Abkommen".
_SEVERAL = "[Dd]ie|[Dd]en|[Dd]er|[Zz]wei|[Dd]rei|[Vv]ier|[Bb]eiden|[Mm]ehrere|[Nn]eue|[Dd]eren|[Ii]hre"


def _before(flat: str, noun: re.Match[str], first: int, near: dict[int, Party], language: str) -> Deal | None:
    """Read "das zwischen A und B geschlossene Abkommen", "A und B unterzeichneten ein Abkommen", "Italia-Albania"."""
    others = [party for at, party in sorted(near.items()) if first <= at < noun.start()][-2:]
    if len(others) == 2 and re.fullmatch(_AND[language] + _ARTICLE[language], flat[others[0].end : others[1].start]):
        gap = flat[others[1].end : noun.start()]
        base = max(first, others[0].start - 24)
        lead = re.search(rf"\b(?:zwischen|tra|fra)\s+{_ARTICLE[language]}$", flat[base : others[0].start])
        if re.fullmatch(_SIGNED[language], gap) or (lead and re.fullmatch(r"\s+(?:[a-zäöüß\d]+\s+){1,4}", gap)):
            name = _printed(flat, noun, others, between=lead is not None and language == "de")
            type_ = type_of(noun["noun"], language) or "agreement"
            start = base + lead.start() if lead else others[0].start
            return Deal(name, False, type_, tuple(others), start, noun.end())
    one = near.get(noun.end() + 1)
    two = near.get(one.end + 1) if one and flat[one.end : one.end + 1] in ("-", "–") else None
    return _deal(flat, noun, (one, two), noun.start(), language) if one and two else None


#: The parties behind an agreement, in a clause that tells of its signing: "das A und B geschlossen haben", "che A e B hanno firmato".
_THAT = {"de": r",\s+(?:das|die|den|welche[ns]?)\s+(?:zwischen\s+)?", "it": r",?\s+che\s+"}
_DONE = {
    "de": r"(?:(?:ab)?geschlossen|unterzeichnet|vereinbart|besiegelt|ausgehandelt|unterschrieben|abschließen|schließen|unterzeichnen|unterschreiben)",
    "it": r"(?:firmat|siglat|sottoscritt|raggiunt|conclus|stipulat)[oaie]",
}
_MADE_THERE = {
    "de": rf"(?:\s+[\w.]+){{0,4}}\s+{_DONE['de']}\s+(?:haben|hatten|wurden?|worden)\b",
    "it": rf"\s+(?:hanno|avevano)\s+(?:\w+\s+)?{_DONE['it']}\b",
}
#: The partner right before an agreement: "wird mit A ein Abkommen unterzeichnen", "ha firmato con A un accordo".
_SIGNS_WITH = {
    "de": r"\s+(?:am\s+\w+\s+|noch\s+\w+\s+)?(?:eine?n?|das|die|den|ihre?n?|seine?n?)\s+(?:[a-zäöüß]+\s+){0,2}",
    "it": r"\s+(?:un['’]?|una|il|l['’]|la)\s*(?:[a-z]+\s+){0,2}",
}
_SIGNING = {
    "de": rf"\b(?:{_DONE['de']}|unterzeichne[nt]e?n?|schließt|schloss(?:en)?|besiegelt?e?n?|unterschrieb(?:en)?)\b",
    "it": rf"\b(?:(?:ha|hanno|aveva|avevano|avrà)\s+(?:\w+\s+)?{_DONE['it']}|firm(?:a|ano|erà|eranno)|sigl(?:a|ano|erà|eranno))\b",
}


def _signed(
    flat: str, noun: re.Match[str], edges: tuple[int, int], near: dict[int, Party], language: str
) -> Deal | None:
    """Read "das Abkommen, das A und B 2030 geschlossen haben", "A wird mit B ein Abkommen unterzeichnen"."""
    that = re.compile(rf"{_THAT[language]}{_ARTICLE[language]}").match(flat, noun.end(), edges[1])
    both = _listed(flat, that.end(), near, language) if that else []
    if len(both) > 1 and re.compile(_MADE_THERE[language]).match(flat, both[-1].end, edges[1]):
        return _between(flat, noun, both, (noun.start(), both[-1].end), language)
    sentence = max((stop.end() for stop in _SENTENCE.finditer(flat, edges[0], noun.start())), default=edges[0])
    clause = re.compile(r"[^,.;:]*").match(flat, noun.end(), edges[1])
    before = [party for at, party in sorted(near.items()) if sentence <= at < noun.start()]
    if len(before) < 2 or not clause or before[-1].name == before[0].name:
        return None
    one, two = before[0], before[-1]
    leads = re.search(rf"{_WITH[language]}{_ARTICLE[language]}$", flat[sentence : two.start])
    gap = re.fullmatch(_SIGNS_WITH[language], flat[two.end : noun.start()])
    said = flat[sentence : noun.start()] + clause[0]
    if len(before) > 2 or not leads or not gap or one.explicit or DENIED[language].search(said):
        return None
    if not re.search(_SIGNING[language], said):
        return None
    return _between(flat, noun, (one, two), (one.start, noun.end()), language)


_SENTENCE = re.compile(r"[.!?;]\s")


def _between(flat: str, noun: re.Match[str], parties: Sequence[Party], edges: tuple[int, int], language: str) -> Deal:
    """Return an agreement under a name made of its noun and of its parties; a capital stands for its country."""
    if language == "de" and all(party.explicit and not isinstance(party.thing, str) for party in parties):
        name = described(noun["noun"], parties, language)
    else:
        name = _printed(flat, noun, parties, between=language == "de")
    return Deal(name, False, type_of(noun["noun"], language) or "agreement", tuple(parties), *edges)


#: Countries that have an article in German, as it stands behind "zwischen".
_FEMININE = frozenset({"Schweiz", "Türkei", "Slowakei", "Ukraine", "Mongolei", "Republik Moldau"})


def _own_name(country: str, language: str) -> str:
    """Return the name of a country in a language, in German as it stands behind "zwischen"."""
    row = next((row for row in reference.table("countries") if row["name"] == country), None)
    name = reference.cells(row[f"name_{language}"])[0] if row else country
    return f"der {name}" if name in _FEMININE else name


def _printed(flat: str, noun: re.Match[str], parties: Sequence[Party], *, between: bool) -> str:
    """Return a name of what the text prints: "Abkommen zwischen A und B", or "Abkommen A-B" where it says only that they sign."""
    one, two = (flat[party.start : party.end] for party in parties)
    return f"{noun['noun']} zwischen {one} und {two}" if between else f"{noun['noun']} {one}-{two}"


def _listed(flat: str, at: int, near: dict[int, Party], language: str) -> list[Party]:
    """Return the parties of a list that starts at an offset."""
    found: list[Party] = []
    while at in near:
        found.append(near[at])
        link = re.compile(_AND[language] + _ARTICLE[language]).match(flat, near[at].end)
        if not link:
            break
        at = link.end()
    return found
