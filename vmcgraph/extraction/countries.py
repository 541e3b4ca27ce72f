"""Where a report names countries: by name, by adjective, by a capital that stands for its government."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vmcgraph import reference
from vmcgraph.document import Block, Document
from vmcgraph.extraction import languages
from vmcgraph.extraction.bodynames import names_no_country
from vmcgraph.extraction.people import People
from vmcgraph.extraction.phrases import PhraseFinder, Stretches, Text, matches_near
from vmcgraph.names import name_at
from vmcgraph.reference import CountryEntry

_VOICE = re.compile(r"\b(?:view|voices?|news|signals?|message) from\s+$")
_PLACE = re.compile(
    r"\b(?:in|from|to|at|near|of|outside|the|between|for|via|through|around|into)\s+(?:[A-Z]\w+\s+and\s+)?$",
    re.IGNORECASE,
)
_VERBS = (
    r"(?:is|are|has|have|had|was|were|will|would|could|should|can|agreed|announced|signed|concluded|insists?|insisted|wants?|wanted|plans?|planned|"
    r"argues?|argued|rejected|refused|adopted|ratified|decided|hopes?|hoped|sees?|remains?|offered|promised|proposed|pledged|demanded|negotiated|sought|seeks?)\b"
)
_DEED = re.compile(
    rf"(?:\s+and\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)?(?:,\s+(?:he|she|they|[A-Z]\w+)\s+\w+(?:\s+(?:the\s+)?\w+)?,)?(?:\s+(?:already|also|still|now|never|both|\w+ly))?\s+{_VERBS}"
    r"|'s\s+(?:[A-Z]\w+|new|own|plan|position|policy|government|approach|decision|proposal|stance|efforts?)\b"
)
#: Governments stand behind the noun of what they sign: "talks between Quito and Lima", "its accord with Rabat".
_BETWEEN = re.compile(
    r"\b(?i:agreements?|deals?|accords?|treat(?:y|ies)|arrangements?|memorand(?:um|a)|understanding|partnerships?|pacts?|talks|negotiations|"
    r"relations|ties|dispute|row|dialogue|cooperation|co-?ordination|contacts|consultations)\b[^.;,]{0,40}?\s(?:between|with)\s+(?:[A-Z]\w+(?:\s+[A-Z]\w+)?\s+and\s+)?$"
)
#: "that Quito would come back": who is the subject of a clause.
_CLAUSE = re.compile(r"\b(?:that|when|whether|if|because|unless|until|once|why)\s+$")
_CLAUSE_VERB = re.compile(r"\s+(?:may|might|must|does|did|do|[a-z]{2,}ed)\b")


#: A place that names a country: the country, the form as printed, start, end, the block.
CountryPlace = tuple[CountryEntry, str, int, int, Block]


@cache
def _names() -> PhraseFinder:
    return PhraseFinder(form for form, (_, sort) in reference.country_forms().items() if sort != "capital")


#: In which languages a meeting is held.
#: A sea that is called after a country: "Gulf of Oman", "Norwegian Sea".
_SEA = re.compile(r"\b(?:Gulf|Sea|Strait)\s+of\s+(?:the\s+)?[A-Z]\w+|\b[A-Z]\w+\s+(?:Ocean|Sea)\b")
_SPOKEN_IN = re.compile(
    r"(?:languages?|(?:interpretation|translation)(?:\s+(?:is|was|are|will be))?(?:\s+(?:provided|offered|available))?)\s*(?::|(?<=n)\s+(?:in|into|between|from)|(?<=ed)\s+in|(?<=able)\s+in|(?<=s)\s+(?:are|were))"
    r"(?P<languages>\s[^.;|]{0,60})",
    re.IGNORECASE,
)


@cache
def _waters() -> PhraseFinder:
    return PhraseFinder(row["name"] for row in reference.table("places") if " " in row["name"])


@cache
def capitals() -> PhraseFinder:
    """Return a finder of capitals."""
    return PhraseFinder(form for form, (_, sort) in reference.country_forms().items() if sort == "capital")


@cache
def loud_names() -> PhraseFinder:
    """Return a finder of countries in capitals, as bulletins print who speaks."""
    return PhraseFinder(reference.loud_countries())


@cache
def foreign_capitals(language: str) -> PhraseFinder:
    """Return a finder of capitals by their names in German or Italian."""
    return PhraseFinder(reference.foreign_capitals(language))


#: Between two governments: "zwischen Ankara und Wien", "da Roma e Tirana".
_TWO = languages.Patterns(de=r"\b(?:zwischen|von)\s+$", it=r"\b(?:tra|fra|da)\s+$")
_AND = re.compile(r"\s+(?:und|e|ed)\s+(?:der\s+|den\s+|dem\s+|il\s+|la\s+|l['’])?")
_AND_THEN = re.compile(rf"{_AND.pattern}$")
#: What a government does, and no town.
_GOVERNS = languages.Patterns(
    de=(
        r"\s+(?:will|wolle|fordert|forderte|lehnt|lehnte|pocht|drängt|drängte|plant|verhandelt|weigert|wirft|kritisiert|warnt|verlangt|signalisiert|dementiert|"
        r"werde|habe|müsse|könne|dürfe|erwarte|verlange|fordere|lehne|prüfe|halte|unterstütze|poche|nicht\s+[a-zäöü]+e\b|hat\s+(?:ein|das|dem|den|sich))\b"
    ),
    it=r"(?:,\s+ha\s+\w+,|\s+(?:vuole|chiede|avrebbe|insiste|accusa|attende|respinge|rifiuta|fa\s+\w+re|smentisce|protesta|ha\s+(?:chiesto|firmato|respinto|accettato|proposto|promesso)|non\s+(?:vuole|intende|ha))\b)",
)

#: Before a government, and no town: the subject of a clause, whose reaction it is, whom an agreement is with.
_LED = languages.Patterns(
    de=(
        r"\b(?:dass|weil|ob|damit|obwohl|sodass|wonach|(?:Reaktion|Vorstoß|Kritik|Zustimmung|Widerstand|Forderung|Absage|Druck|Signal)\w*\s+aus|"
        r"(?:\w*[Aa]bkommen|\w*[Pp]artnerschaft|\w*[Vv]ereinbarung|\w*[Dd]eal|\w*[Pp]akt|Verhandlungen|Gespräche)\w*\s+mit)\s+$"
    ),
    it=(
        r"\b(?:che|perché|mentre|affinché|poiché|(?:accord[oi]|intes[ae]|protocoll[oi]|memorandum|patt[oi]|trattativ[ae]|negoziat[oi]|partenariat[oi])\s+con)\s+$"
    ),
)


def _governs(flat: str, start: int, end: int, language: str, others: set[int]) -> bool:
    """Say whether a capital stands for its government: it acts, or is one of two; `others` are where capitals and countries stand."""
    if _GOVERNS[language].match(flat, end) or _LED[language].search(flat, max(0, start - 40), start):
        return True
    behind = _AND.match(flat, end)
    if _TWO[language].search(flat, max(0, start - 12), start) and behind and behind.end() in others:
        return True
    before = _AND_THEN.search(flat, max(0, start - 12), start)
    first = flat.rfind(" ", 0, before.start()) + 1 if before else 0
    return bool(before) and first in others and _TWO[language].search(flat, max(0, first - 12), first) is not None


@cache
def _foreign_names(language: str) -> PhraseFinder:
    return PhraseFinder(reference.foreign_country_forms(language))


def find_countries(document: Document, flat: Text, people: People, language: str = "en") -> Iterator[CountryPlace]:
    """Yield each place that names a country.

    Args:
        document: the report.
        flat: its plain text, line ends as blanks.
        people: a country inside a person's name is none.
        language: of the report; "de" and "it" have names and adjectives of their own.
    """
    if language != "en":
        yield from _find_foreign(document, flat, people, language)
        return
    forms = reference.country_forms()
    loud = reference.loud_countries()
    names = people.forms.full_finder
    unsure = reference.ambiguous_countries()
    elsewhere = [(start, end) for start, end, _ in _waters().find(flat)]  # "South China Sea", also across a page break
    spoken = matches_near(
        _SPOKEN_IN, flat.spans("language", "interpretation", "translation"), flat, before=0, after=100
    )
    elsewhere += [match.span("languages") for match in spoken]
    elsewhere += [
        match.span()
        for match in matches_near(_SEA, flat.spans("gulf", "sea", "strait", "ocean"), flat, before=40, after=40)
    ]
    besides = Stretches(elsewhere)
    for block in document.blocks:
        if block.kind == "furniture":
            continue
        inside = Stretches((start, end) for start, end, _ in names.find(flat, block.start, block.end))
        for start, end, form in _names().find(flat, block.start, block.end):
            named = inside.hold(start) or besides.hold(start)
            if not named and not (form in unsure and _is_another(flat, start, end, form, people)):
                article = 4 if form.startswith(("The ", "the ")) else 0
                yield forms[form][0], form[article:], start + article, end, block
        if block.kind == "paragraph":
            for start, end, form in loud_names().find(flat, block.start, block.end):
                if not inside.hold(start) and not among_capitals(flat, start, end):
                    yield loud[form], form, start, end, block
        for start, end, form in capitals().find(flat, block.start, block.end):
            if block.kind in ("paragraph", "heading") and acts(flat, start, end):
                yield forms[form][0], form, start, end, block


def _find_foreign(document: Document, flat: str, people: People, language: str) -> Iterator[CountryPlace]:
    """Yield the countries of a text in German or Italian."""
    forms = reference.foreign_country_forms(language)
    names = people.forms.full_finder
    finder = _foreign_names(language)
    for block in document.blocks:
        if block.kind == "furniture":
            continue
        inside = Stretches((start, end) for start, end, _ in names.find(flat, block.start, block.end))
        found = list(finder.find(flat, block.start, block.end))
        for start, end, form in found:
            if not inside.hold(start):
                yield forms[form], form, start, end, block
        towns = list(foreign_capitals(language).find(flat, block.start, block.end)) if block.kind == "paragraph" else []
        others = {start for start, _, _ in (*towns, *found)}
        for start, end, form in towns:
            if form not in forms and _governs(flat, start, end, language, others):
                yield reference.foreign_capitals(language)[form], form, start, end, block


#: Behind a name that a state of the USA shares with a country.
_IN_AMERICA = re.compile(
    r"\s*\((?:USA|U\.S\.A?\.?|US|United States)\)|,\s+(?:USA|U\.S\.A?\.|United States)(?!\s*(?:,|and|or)\s)"
)
#: What makes another name of a country's: "New Mexico", "Lake Chad", "Mr Jordan".
_MAKES_ANOTHER = re.compile(r"(?:\b(?:New|Lake|Northern|American|Hotel|Mount|Mr|Ms|Mrs|Dr|Prof|Sir)\.?)\s$")
_BY = re.compile(r"\b(?:by|Mr|Ms|Mrs|Dr|Prof)\.?\s$")
_SPEAKS = re.compile(r"(?:,?\s+(?:also|then|further|too|later|who))*\s+(?P<verb>[a-z]+)\b")
#: Words before a country's name that is no person's.
_BEFORE_COUNTRY = re.compile(
    r"\b(?:in|to|from|between|across|with|and|of|the|for|like|as)\s+(?:the\s+)?$|[A-ZÀ-ÞĀ-ɏ]\w+,\s+$", re.IGNORECASE
)


def _is_another(flat: str, start: int, end: int, form: str, people: People) -> bool:
    """Say whether a name that a country shares is here that of somebody or of another place: "Georgia (USA)", "Jordan said"."""
    if _IN_AMERICA.match(flat, end) or _MAKES_ANOTHER.search(flat[max(0, start - 12) : start]):
        return True
    behind = flat[end : end + 60]
    if behind[:1] == " " and names_no_country(form, behind[1:]):
        return True
    whole = name_at(flat, start)
    if (
        whole
        and whole.text.count(" ")
        and (_next_speaks(flat, whole.end) or _BY.search(flat[max(0, start - 12) : start]))
    ):
        return True
    persons = {word for draft in people for word in draft.name.split()}
    return form in persons and _next_speaks(flat, end) and not _BEFORE_COUNTRY.search(flat[max(0, start - 30) : start])


def _next_speaks(flat: str, at: int) -> bool:
    """Say whether what is named says or does something right behind an offset."""
    said = _SPEAKS.match(flat, at)
    return said is not None and (
        said["verb"] in reference.speech_verbs() or said["verb"].endswith("ed") or said["verb"] == "left"
    )


def among_capitals(flat: str, start: int, end: int) -> bool:
    """Say whether a name in capitals stands among other words in capitals: it may be part of theirs."""
    return bool(
        re.search(r"[A-ZÀ-ÞĀ-ɏ]{2,}[ -]$", flat[max(0, start - 4) : start])
        or re.match(r"[ -][A-ZÀ-ÞĀ-ɏ]{2,}", flat[end : end + 4])
    )


def acts(flat: str, start: int, end: int) -> bool:
    """Say whether a capital stands for its government: it does something, has a policy, or a view.

    Example:
        >>> acts("Cairo is preparing a law.", 0, 5), acts("We met in Cairo.", 10, 15)
        (True, False)
    """
    before = flat[max(0, start - 90) : start]
    if _VOICE.search(before) or _BETWEEN.search(before):
        return True
    if _CLAUSE.search(before) and _CLAUSE_VERB.match(flat, end):
        return True
    return not _PLACE.search(before) and _DEED.match(flat, end) is not None
