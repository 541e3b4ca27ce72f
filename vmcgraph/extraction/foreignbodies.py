"""The bodies that German and Italian prose names by their noun or legal form, and those that the complement of a post names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vmcgraph import reference
from vmcgraph.extraction import languages
from vmcgraph.extraction.bodynames import Known
from vmcgraph.reference import CountryEntry
from vmcgraph.spelling import fold

#: Bodies whose name does not go on with "für": what follows is the field of somebody there.
_WHOLE = re.compile(
    r"(?:(?:Bundes|Landes|Staats)regierung|Bundestag|Nationalrat|Bundesrat|Bundeskabinett|Landtag|Bundeskanzleramt)(?:e?s)?\b"
)
_ACRONYM = re.compile(r"\s*\(([A-ZÄÖÜ][\w-]{1,11})\)")


#: A country's parts and the courts of its towns, where they act and are no place: "der Kanton Uri", but not "im Kanton Uri".
_TERRITORIES = languages.Patterns(
    de=r"(?<![-\w])(?<!\b[Ii]m )(?<!\b[Ii]n der )(?<!\b[Aa]us dem )(?<!\b[Aa]us der )"
    r"(?P<name>(?P<land>Freistaat(?:e?s)?|Kanton(?:e?s)?|(?:Bundesl|L)and(?:es)?|(?:Landeshaupt|Hanse)?[Ss]tadt|Landkreis(?:es)?)\s+"
    r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)*)(?=[\s.,;:)])",
    it=r"(?P<name>(?:(?P<land>Regione\s+(?:[Aa]utonoma\s+)?|(?:Land|Cantone?)\s+|(?:Comune|Provincia|Città metropolitana|Prefettura|Questura)\s+di\s+)|(?:Tribunale|Procura|Corte d['’]appello)\s+di\s+)"
    r"(?:Friuli[ -]Venezia[ -]Giulia|Emilia[ -]Romagna|Valle d['’]Aosta|Trentino[ -]Alto[ -]Adige|(?:San|Santa|La|Reggio|Alto|Porto|Monte|Castel|Castello|Villa|Torre|Borgo)\s[A-Z][\w-]+|[A-Z][\w-]+))(?=[\s.,;:)])",
)


#: Whose name has a word in small letters.
_RED_CROSS = languages.Patterns(
    de=r"(?<![\w-])(?:Deutschen?|Österreichischen?|Schweizerischen?|Liechtensteinischen?)\sRoten?[sn]?\sKreuz\b",
    it=r"\b(?:Croce\s[Rr]ossa|Mezzaluna\s[Rr]ossa)(?:\s[Ii]taliana)?\b",
)


@dataclass(frozen=True, slots=True)
class FoundBody:
    """A body that the text names by its noun or legal form."""

    name: str
    start: int
    end: int
    acronym: str = ""
    country: CountryEntry | None = None
    type: str | None = None


def bodies(flat: str, first: int, last: int, language: str, known: Known) -> Iterator[FoundBody]:
    """Yield the bodies of a paragraph that start with a body's noun or end in a legal form.

    Example:
        >>> text = "Das Institut für Hafenkunde (IfH) lud ein."
        >>> [(body.name, body.acronym) for body in bodies(text, 0, len(text), "de", lambda form: False)]
        [('Institut für Hafenkunde', 'IfH')]
    """
    for match in _RED_CROSS[language].finditer(flat, first, last):
        yield FoundBody(match[0], *match.span(), type="NGO")
    for match in languages.company().finditer(flat, first, last):
        yield FoundBody(match[0], match.start(), match.end())
    for match in _TERRITORIES[language].finditer(flat, first, last):
        if not languages.country_of(match["name"].split()[-1], language):
            yield FoundBody(match["name"], *match.span("name"), type="government" if match["land"] else None)
    for match in languages.kind(language).finditer(flat, first, last):
        if not known(match["name"]):
            type_ = languages.KINDS[language][match["kind"].lower()]
            yield FoundBody(match["name"], *match.span("name"), type=type_)
    at = first
    for match in re.compile(r"(?<![\w-])[^\W\d_][\w-]*").finditer(flat, first, last):
        noun = languages.body_noun(match[0], language) if match.start() >= at and not known(match[0]) else None
        if noun and (found := _at_noun(flat, match, noun, (first, last), language)):
            yield found
            at = found.end


def _at_noun(flat: str, match: re.Match[str], noun: str, edges: tuple[int, int], language: str) -> FoundBody | None:
    """Return the body whose name starts with a word that ends in a body's noun, with the adjective of the name before it."""
    first, last = edges
    if (language == "de" and match[0][0].islower()) or _KIND_OF_BODY.match(flat, match.start(), last):
        return None
    start, adjective = match.start(), _ADJECTIVE.search(flat, first, match.start()) if language == "de" else None
    more = None if _WHOLE.match(match[0]) else languages.extension(language).match(flat, match.end(), last)
    end = start + len(_cut(flat[start : more.end()], language)) if more else match.end()
    end = _before_holder(flat, start, end, (first, last)) if language == "it" else end
    fielded = language == "de" and noun in _FIELDED and flat.startswith(" für ", match.end())
    end = _before_another(flat, start, end, language, fielded=fielded)
    acronym = _ACRONYM.match(flat, end, last)
    if adjective and (acronym or not _OPENS.search(flat, first, adjective.start())):
        start = adjective.start()
    name = flat[start:end]
    if name == match[0] and not (language == "de" and _is_whole(match[0], noun, flat[end : end + 3])):
        return None
    if languages.is_unit_noun(noun, language) or not (acronym or fielded or languages.is_sure(noun, language)):
        return None
    nation = re.search(r"(\S+)\s+$", flat[max(first, start - 40) : start])
    country = languages.country_of(nation[1], language) if nation else None
    country = country or _behind(flat, end, last, language) or _home(name, noun, language)
    type_ = "government" if noun == "bundesrat" and _SWISS.search(flat) else languages.body_type(name, noun, language)
    return FoundBody(name, start, end, acronym[1] if acronym else "", country, type_)


#: A body of a town and the name of somebody there right behind it.
_BODY_AND_NAME = re.compile(
    r"(?P<body>[A-Z]\w+\s(?:di|del|della|dell['’])\s?[A-Z][\w-]+)\s[A-Z][a-zà-ù'’-]+(?:\s(?:d[aei]|de[lr]|von|van))?\s[A-Z][\w'’-]+"
)


#: Nouns that name a body where its field follows: "Seeakademie für Lotsen".
_FIELDED = frozenset({"akademie", "zentrum", "netzwerk", "verein", "dachverband"})


def _before_holder(flat: str, start: int, end: int, edges: tuple[int, int]) -> int:
    """End a body before the name of who has the post there that stands before it: "la direttrice dell'Istituto di Trieste Ada Roe"."""
    both = _BODY_AND_NAME.fullmatch(flat, start, end)
    named = both and not re.compile(r",\s[A-Z][\w'’-]+\s[A-Z]").match(flat, end, edges[1])
    lead = re.compile(r"(?P<post>[^\s,.;:()]+(?:\s[a-zà-ù]+)?)\s(?:del|della|dell['’]|di)\s?$") if named else None
    post = lead.search(flat, max(edges[0], start - 60), start) if lead else None
    return both.end("body") if both and post and languages.posts("it").search(post["post"]) else end


#: What sort of body another one is: "l'Oim, l'agenzia delle Nazioni Unite per …".
_KIND_OF_BODY = re.compile(r"(?:agenzia|organizzazione)\s(?:delle\sNazioni|dell['’](?:[Oo][Nn][Uu]|U[Ee])\b)")


def _before_another(flat: str, start: int, end: int, language: str, *, fielded: bool) -> int:
    """End a body before the next one of a list: "Consorzio Moli | e Croce rossa"."""
    for link in re.compile(
        r",?\s+(?:e|ed|und|sowie)\s+(?P<article>(?:d(?:er|es|em|en|ie|as)|il|la|lo)\s+|l['’])?(?=[A-ZÀ-ÞĀ-ɏ])"
    ).finditer(flat, start, end):
        noun = languages.body_noun(flat[link.end() : link.end() + 60], language)
        if (noun and (link["article"] or " " in noun)) or (fielded and link["article"]):
            return link.start()
    return end


def _home(name: str, noun: str, language: str) -> CountryEntry | None:
    """Return Italy for a ministry that Italian prose names as its own: one of another country has that beside it."""
    foreign = any(languages.country_of(word, language) for word in re.findall(r"[\w-]+", name))
    return reference.country_named("Italy") if language == "it" and noun == "ministero" and not foreign else None


#: Where the Bundesrat governs.
_SWISS = re.compile(r"\b(?:Keystone-SDA|Bundesrätin|Ständer[aä]t|[Ee]idgenössisch)")


#: The adjective with which the name of a German body begins; in small letters it is none of the name.
_ADJECTIVE = re.compile(
    r"(?<![\w-])(?:[A-ZÄÖÜ][a-zäöüß]+isch|Deutsch|International|National|Regional|Global|Allgemein|Zentral|Ständig|Unabhängig|Vereinigt|Gemeinsam|Europäisch|Interministeriell|Interkommunal)(?:e|er|es|en|em)\s+$"
)
_OPENS = re.compile(r"(?:^|[.!?:]\s+|[„“»«\"])$")


def _is_whole(word: str, noun: str, behind: str) -> bool:
    """Say whether a German word is the name of a body: "Innenministerium", "Bundeskabinett", "Mur-Universität"; what has one before a name is a post."""
    if not languages.is_sure(noun, "de") or re.match(r"\s[A-ZÄÖÜ]", behind):
        return False
    bare = fold(languages.nominative(word, "de"))
    ministry = bare.endswith("ministerium") and bare not in ("ministerium", "bundesministerium", "landesministerium")
    return ministry or "-" in word or (bare.startswith("bundes") and bare not in _SHORT_FORMS)


#: What names a body only where its whole name stands elsewhere.
_SHORT_FORMS = frozenset({"bundesamt", "bundesministerium", "bundesagentur", "bundesanstalt", "bundesverband"})


def short_forms(flat: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield how a German text calls a body by its noun alone, and its name: "des Amts", where one name only has that noun.

    Example:
        >>> list(short_forms("Das Amt für Häfen lud ein. Die Chefin des Amts kam.", ["Amt für Häfen"]))
        [('Amts', 'Amt für Häfen')]
    """
    heads: dict[str, set[str]] = {}
    for name in names:
        head = languages.nominative(name.split()[0].rpartition("-")[2], "de")
        if head != name and languages.body_noun(head, "de") == fold(head):
            heads.setdefault(head, set()).add(languages.nominative(name, "de"))
    for head, called in heads.items():
        alone = re.compile(
            rf"\b(?:[Dd](?:as|ie|er|em|es)|vom|beim|zum|zur)\s+(?P<form>{head}(?:e?s)?)(?=[.,;:!?)]|\s[a-zäöü])(?!\s(?:für|de[rs]|von|zu|zur|zum|im|am|gegen|und)\b)"
        )
        if len(called) == 1:
            name = called.pop()
            yield from dict.fromkeys((found["form"], name) for found in alone.finditer(flat))


#: The European Commission in full or by its members, and by its noun alone.
_OF_THE_UNION = languages.Patterns(
    de=r"\b(?:EU-Kommiss(?:ion|ar)|Europäischen?\sKommission)", it=r"\b(?:[Cc]ommissione\s(?:europea|Europea|Ue|UE)|[Cc]ommissari[oa]\s(?:europe|Ue|UE))"
)  # fmt: skip
_COMMISSION = languages.Patterns(
    de=r"\b[Dd](?:ie|er)\s(?P<form>Kommission)\b(?!\s(?:für|der|des|zur?|zum|gegen|von|[A-ZÄÖÜ]))",
    it=r"\b(?:[Ll]|[Dd]?[ae]ll)a\s(?P<form>Commissione)\b(?!\s(?:europea|Europea|Ue|UE|d\w*|per|[A-Z]|\w+(?:ale|are|ica)\b))",
)


def the_commission(flat: str, language: str) -> str | None:
    """Return how a text calls the European Commission by its noun alone, if it does.

    Example:
        >>> the_commission("Die EU-Kommission lud ein. Die Kommission will Häfen.", "de")
        'Kommission'
    """
    alone = _COMMISSION[language].search(flat) if _OF_THE_UNION[language].search(flat) else None
    return alone["form"] if alone else None


def _cut(name: str, language: str) -> str:
    """End a body's name before a post and before "und Stadt X": another one's."""
    post = languages.posts(language).search(name)
    name = name[: post.start()] if post else name
    return re.sub(r"(?:\s+(?:und|e|der|des|di|del|della|dei))+\s*$", "", name).rstrip(" ,")


def _behind(flat: str, end: int, last: int, language: str) -> CountryEntry | None:
    """Return the country of an adjective behind a noun: "il ministero degli Esteri albanese"."""
    word = re.compile(r"\s+([a-zà-ÿ]+)").match(flat, end, last)
    return languages.country_of(word[1], language) if word and language == "it" else None


def body_of(rest: str, language: str, known: Known) -> tuple[str | None, CountryEntry | None]:
    """Return the body that a phrase names as a whole, and the country of an adjective before it."""
    first, _, more = rest.partition(" ")
    adjective = first[:1].islower() or (
        language == "de" and first.endswith("er") and languages.body_noun(more, language)
    )
    country = languages.country_of(first, language) if adjective and more else None
    phrase = more if country else rest
    if called := languages.kind(language).match(phrase):
        return called["name"], country  # "della ong Moli Aperti"
    bare = _ACRONYM.sub("", phrase)
    if whole := _WHOLE.match(bare):
        return whole[0], country  # "Beauftragte der Bundesregierung für Häfen"
    bare = f"{bare}." if re.search(r"\b(?:S\.p\.A|S\.r\.l|e\.\s?V)$", bare) else bare  # its point ended the sentence
    if known(bare) or languages.has_legal_form(bare):
        return bare, country
    for place in reversed(list(re.finditer(r"\s(?:\([^()]+\)\s)?(?:per|für|in|im|presso|bei|zu)\s", phrase))):
        if known(phrase[: place.start()]):  # "… dell'Unhcr per l'Italia"
            return phrase[: place.start()], country
    if (parent := _BRANCH[language].fullmatch(phrase)) and known(parent["body"]):
        return parent["body"], country
    noun = languages.body_noun(bare, language)
    if noun and (" " in bare or languages.is_sure(noun, language)) and not languages.posts(language).match(bare):
        return languages.nominative(bare, language), country
    if _is_branch(bare, known) or (language == "de" and not country and _has_own_adjective(bare)):
        return bare, country
    bare = re.sub(r"^([A-ZÄÖÜ]{2,})/[A-Z]{2}$", r"\1", bare)  # a party and a canton: "SVP/ZH"
    acronym = re.fullmatch(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]*[A-ZÄÖÜ][\w-]*", bare)
    return (bare, country) if acronym else (None, country)


def _is_branch(bare: str, known: Known) -> bool:
    """Say whether a phrase is a body of some place: "IHK Nordhafen", "Caritas Molonuovo"."""
    local = LOCAL.fullmatch(bare)
    return local is not None and (known(local["body"]) or local["body"].isupper())


def _has_own_adjective(bare: str) -> bool:
    """Say whether a German phrase is a body's noun behind an adjective with a capital: "Norwegischen Hafenrat"."""
    own = _ADJECTIVE_LEADS.match(bare)
    return own is not None and languages.body_noun(bare[own.end() :], "de") is not None


#: A body and the town or region of its branch.
LOCAL = re.compile(r"(?P<body>[A-ZÀ-Þ][\w.]+)(?:\s(?:di\s)?[A-ZÀ-ÞĀ-ɏ][a-zà-ÿß]+(?:-[A-ZÀ-ÞĀ-ɏ][a-zà-ÿß]+)*){1,3}")
_ADJECTIVE_LEADS = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:e|er|es|en|em)\s+(?=[A-ZÄÖÜ])")
#: The branch of a body in a country: "UNHCR Italia", "UNHCR-Büro in Österreich".
_BRANCH = languages.Patterns(
    de=r"(?P<body>[A-ZÄÖÜ]\w+)(?:-(?:Länder|Landes|Regional)?(?:[Bb]üro|Vertretung|Mission)(?:s)?(?:\s(?:in|im|für)\s.+)?|\s(?:Österreich|Deutschland|Schweiz))",
    it=r"(?P<body>[A-Z]\w+(?:\s\w+){0,2}?)\s(?:Italia|Onlus|Onlus Italia)",
)


def units_of(body: str, language: str, known: Known) -> tuple[tuple[str, ...], str]:
    """Split a unit off its body: "Generaldirektion X der Europäischen Kommission"."""
    noun = languages.body_noun(body, language)
    if noun is None or not languages.is_unit_noun(noun, language) or known(body):
        return (), body
    for link in re.finditer(rf"\s(?:{languages.words(language, 'of')})+", body):
        rest = body[link.end() :]
        inner = languages.body_noun(rest, language)
        if known(rest) or (inner and languages.is_sure(inner, language)):
            return (body[: link.start()],), rest
    return (), body


def last_body(words: str, language: str, known: Known) -> str | None:
    """Return the body that ends a phrase: what "dessen Direktorin" refers to."""
    bare = _ACRONYM.sub("", words)
    for piece in re.finditer(r"\S+", bare):
        phrase = bare[piece.start() :].strip()
        noun = languages.body_noun(phrase, language)
        if known(phrase) or (noun and phrase[0].isupper() and " " in phrase):
            return phrase
    return None
