"""What the reference tables know of German and Italian: posts, names of bodies, countries, small words.

The grammar that puts them together is in `agencies`; English has its own modules.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from vmcgraph import reference
from vmcgraph.reference import CountryEntry
from vmcgraph.spelling import fold

_FOREIGN = ("de", "it")
_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ɏ"
#: Legal forms stand at the end of a company's name.
_LEGAL = r"(?:AG|GmbH|gGmbH|SE|KG|e\.\s?V\.|S\.p\.A\.?|SpA|S\.r\.l\.?|Srl)"


class Patterns(dict[str, re.Pattern[str]]):
    """A pattern for each language, compiled when the first text in it is read.

    Example:
        >>> Patterns(de=r"und|sowie", it=r"ed?")["it"].pattern
        'ed?'
    """

    def __init__(self, **forms: str) -> None:
        super().__init__()
        self._forms = forms

    def __missing__(self, language: str) -> re.Pattern[str]:
        found = self[language] = re.compile(self._forms[language])
        return found


def language_of(text: str) -> str:
    """Return the language of a text by its commonest words: "de", "it", else "en".

    Example:
        >>> language_of("Die Ministerin sagte, das Abkommen sei mit der Kommission und den Ländern für die Städte verhandelt.")
        'de'
    """
    words = Counter(re.findall(r"[^\W\d_]+'?", text[:20_000].replace("’", "'").casefold()))
    counts = {
        language: sum(words[form] for form in reference.function_words(language, "common"))
        for language in ("en", *_FOREIGN)
    }
    best = max(_FOREIGN, key=lambda language: counts[language])
    return best if counts[best] > 2 * counts["en"] and counts[best] * 25 > sum(words.values()) else "en"


@cache
def posts(language: str) -> re.Pattern[str]:
    """Return a pattern of posts with what modifies them; German ones also as the end of a compound ("Arbeitsministerin")."""
    rows = reference.table("positions", language)
    heads = _alternatives(
        row["form"]
        for row in rows
        if row["modifier"] != "yes" and fold(row["form"]).split()[-1] not in _nouns(language)
    )
    councils = _alternatives(
        row["form"] for row in rows if row["form"].endswith("rat") and fold(row["form"]) in _nouns(language)
    )
    modifiers = _alternatives(row["form"] for row in rows if row["modifier"])
    fields = (
        r"|[a-zäöü]+(?:politisch|wissenschaftlich)e[rnsm]?" if language == "de" else ""
    )  # "hafenpolitischer Sprecher"
    before = rf"(?:(?:{modifiers}{fields})\s+)*" if modifiers else ""
    compound = rf"(?:[{_CAPITAL}][\w-]*?)?" if language == "de" else ""
    ending = "(?:s|n|en)?" if language == "de" else ""
    member = rf"|(?:{councils})(?=\s[{_CAPITAL}][\w-]+\s[{_CAPITAL}])" if councils else ""  # "Nationalrat Jan Möwe"
    return re.compile(rf"(?<![\w-])(?P<post>{before}{compound}(?i:{heads}){ending}{member})(?![\w-])")


def _alternatives(forms: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))


@cache
def words(language: str, kind: str) -> str:
    """Return the small words of a kind as the inside of a pattern; those that end in an apostrophe need no blank behind."""
    forms = sorted(reference.function_words(language, kind), key=len, reverse=True)
    return "|".join(re.escape(form) + ("" if form.endswith("'") else r"\s+") for form in forms)


@cache
def _nouns(language: str) -> dict[str, bool]:
    """Return the nouns of bodies with whether they are sure to be."""
    return {fold(row["word"]): row["strength"] == "strong" for row in reference.table("body_nouns", language)}


@cache
def _types(language: str) -> dict[str, str]:
    return {fold(row["word"]): row["type"] for row in reference.table("body_nouns", language)}


#: What an adjective or the beginning of a compound makes a body of the state.
_OF_THE_STATE = Patterns(
    de=r"(?i:eidgenössisch|staatlich|bundesstaatlich|kantonal|bundes|landes|staats)",
    it=r"\w+ (?:nazionale|federale|statale|governativa|territoriale)\b",
)


def body_type(name: str, noun: str, language: str) -> str | None:
    """Return the type that the noun of a body tells, whatever its case or ending: "Bundesamts für Häfen", "commissione territoriale".

    Args:
        name: of the body, as printed.
        noun: as the table has it.
        language: "de" or "it".

    Example:
        >>> body_type("Bundesamts für Häfen", "bundesamt", "de"), body_type("Eidgenössischen Lotsenkommission", "kommission", "de")
        ('government', 'government')
        >>> body_type("Lotsenkommission", "kommission", "de") is None
        True
    """
    found = _types(language)[noun]
    if found == "other" and noun in ("kommission", "commissione"):
        return "government" if _OF_THE_STATE[language].match(name) else None
    return None if found == "other" else found


@cache
def _unit_nouns(language: str) -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in reference.table("body_nouns", language) if row["unit"])


def body_noun(phrase: str, language: str) -> str | None:
    """Return the noun of a body that a phrase starts with, as the table has it; German compounds count by their end.

    Example:
        >>> body_noun("Hafeninstitut für Kunde", "de"), body_noun("ministero degli Esteri", "it"), body_noun("Hafen", "de")
        ('institut', 'ministero', None)
    """
    pieces = fold(phrase).split()[:2]
    nouns = _nouns(language)
    for count in (2, 1):
        key = " ".join(pieces[:count])
        if len(pieces) >= count and key in nouns:
            return key
    first = fold(phrase.split()[0]).split() if language == "de" and pieces else []
    return _compound(first[-1]) if first else None  # "Roe-Universität"


@lru_cache(maxsize=1 << 14)
def _compound(word: str) -> str | None:
    """Return the noun of a body with which a German word ends, maybe in the genitive or plural."""
    nouns = _nouns("de")
    for ending in ("", "s", "es", "en"):
        bare = word.removesuffix(ending) if ending else word
        fitting = [noun for noun in nouns if bare == noun or (len(noun) > 4 and bare.endswith(noun))]
        if fitting:
            return max(fitting, key=len)
    return None


def is_sure(noun: str, language: str) -> bool:
    """Say whether a noun names a body wherever it stands ("Ministerium"), not only in some names ("Zentrum")."""
    return _nouns(language)[noun]


def is_unit_noun(noun: str, language: str) -> bool:
    """Say whether a noun names a part of a body: a department, a directorate-general."""
    return noun in _unit_nouns(language)


def nominative(name: str, language: str) -> str:
    """Return the name of a body without the ending of the genitive that its noun has.

    Example:
        >>> nominative("Amtes für Lotsen", "de"), nominative("Universität Graz", "de")
        ('Amt für Lotsen', 'Universität Graz')
    """
    first, gap, rest = name.partition(" ")
    noun = body_noun(first, language) if language == "de" else None
    if noun and not fold(first).endswith(noun):
        first = first[: fold(first).rindex(noun) + len(noun)] if len(fold(first)) == len(first) else first
    return first + gap + rest


#: What a text calls a body before its name, with the type that this tells.
KINDS = {
    "de": dict.fromkeys(("ngo", "nro", "hilfsorganisation", "menschenrechtsorganisation", "nichtregierungsorganisation", "flüchtlingsorganisation"), "NGO")
    | dict.fromkeys(("denkfabrik", "thinktank", "think tank"), "think tank"),
    "it": dict.fromkeys(("ong", "onlus", "organizzazione umanitaria", "organizzazione non governativa"), "NGO")
    | dict.fromkeys(("think tank", "centro studi"), "think tank"),
}  # fmt: skip


@cache
def kind(language: str) -> re.Pattern[str]:
    """Return a pattern for a body that the text introduces by its kind: "die Hilfsorganisation Offene Häfen", "la ong Moli Aperti"."""
    name = rf"[{_CAPITAL}][\w'’-]*(?:\s(?:(?:für|ohne|ohne\sdie|del|della|di|per|senza|e|und)\s|d['’])?[{_CAPITAL}][\w'’-]*){{0,4}}"
    return re.compile(rf"(?<![\w-])(?P<kind>(?i:{_alternatives(KINDS[language])}))\s+[„“«\"]?(?P<name>{name})")


@cache
def _small_words(language: str) -> frozenset[str]:
    kinds = ("common", "article", "of", "from", "relative", "pronoun")
    verbs = reference.table("reporting_verbs", language)
    forms = {form for row in verbs for form in reference.cells(row["forms"])}
    return _MORE_SMALL_WORDS.union(forms, *(reference.function_words(language, kind) for kind in kinds))


_MORE_SMALL_WORDS = frozenset("e ed a ad o da tra fra ma ieri oggi".split())


def is_small_word(word: str, language: str) -> bool:
    """Say whether a word is an article, a preposition, a pronoun or a verb of saying, and so no adjective."""
    return word in _small_words(language)


#: The word of a post, or the article before it, that tells whether its holder is a woman or a man.
_WOMAN = Patterns(de=r"(?:in|frau)$", it=r"(?:trice|[^t]a|[^s]ta)$")
_MAN = Patterns(de=r"(?:er|or|ist|ent|ant|är|mann|chef|rat|kollegen?|experten?|loge|kanzler)$", it=r"(?:tore|[^p]o)$")
_ARTICLES = {"de": {"die": "f", "der": ""}, "it": {"la": "f", "una": "f", "della": "f", "dalla": "f", "alla": "f", "il": "m", "lo": "m", "del": "m", "dal": "m", "al": "m", "un": "m"}}  # fmt: skip


def sex_of(position: str, before: str, language: str) -> str:
    """Return "f" or "m" where a post or the article before it tells the sex of its holder, else "".

    Args:
        position: the post as printed.
        before: the text before it.
        language: "de" or "it".

    Example:
        >>> sex_of("Hafenministerin", "Die ", "de"), sex_of("Sprecher", "", "de"), sex_of("portavoce del porto", "la ", "it")
        ('f', 'm', 'f')
        >>> sex_of("Abgeordnete", "von ", "de")
        ''
    """
    words = position.split() or [""]
    noun = words[0] if language == "it" else next((word for word in reversed(words) if word[:1].isupper()), "")
    article = re.search(r"(\w+)\s+$", before)
    told = _ARTICLES[language].get(article[1].lower(), "") if article else ""
    return told or ("f" if _WOMAN[language].search(noun) else "m" if _MAN[language].search(noun) else "")


@cache
def _political(language: str) -> tuple[str, ...]:
    return tuple(fold(row["form"]) for row in reference.table("positions", language) if row["political"])


def is_political(post: str, language: str) -> bool:
    """Say whether a post is an office of state, beside which brackets name a party.

    Example:
        >>> is_political("Hafenministerin", "de"), is_political("Sprecherin", "de")
        (True, False)
    """
    return fold(post).endswith(_political(language))


def has_legal_form(phrase: str) -> bool:
    """Say whether a phrase ends as the name of a company does.

    Example:
        >>> has_legal_form("Hafenbau Muster AG"), has_legal_form("Hafenamt")
        (True, False)
    """
    return re.search(rf"\s{_LEGAL}$", phrase) is not None


def country_of(word: str, language: str) -> CountryEntry | None:
    """Return the country of a name, genitive or adjective."""
    return reference.foreign_country_forms(language).get(word)


@cache
def extension(language: str) -> re.Pattern[str]:
    """Return a pattern for how the name of a body goes on behind its noun, to where running text ends it."""
    name = rf"[{_CAPITAL}][\w.'’&-]*\w"
    if language == "de":
        link = r"(?:für|des|der|von|zu|zur|zum|im|am|an\sder|gegen|ohne|und)\s+(?:(?:die|den|das|dem|der)\s+)?(?:[a-zäöü]+(?:e|en|er|es)\s+)?"
        fields = rf"\s+für\s+{name}(?:,\s+{name})+,?\s+und\s+(?:[a-zäöü]+e\s+)?{name}"  # "für Arbeit, Häfen und Lotsen"
        return re.compile(rf"{fields}|(?:\s+(?:{link})?{name})+")
    link = r"(?:e\s+)?(?:di|del|dello|della|dei|degli|delle|per|e|sul|sulla|alla|al)\s+(?:(?:il|lo|la|i|gli|le)\s+)?"
    elided = r"(?:per\s+)?(?:dell|all|sull|l)['’]"
    adjective = r"(?:\s+(?:esteri|europei|europea|internazionale|internazionali|sociali|sociale|regionali|agricole|alimentari|costiera|giovanili|sostenibile))?"
    return re.compile(rf"(?:\s+(?:{link}|{elided})?{name}{adjective})+")


@cache
def company() -> re.Pattern[str]:
    """Return a pattern for the names of companies, known by their legal form."""
    return re.compile(rf"(?:[{_CAPITAL}][\w&'’-]*\s+){{1,4}}?{_LEGAL}(?![\w-])")
