"""How the name of an instrument is made: what leads to it, the noun that heads it, and what only looks like one."""

from __future__ import annotations

import re
from functools import cache

from vmcgraph import reference
from vmcgraph.extraction.phrases import PhraseFinder
from vmcgraph.spelling import fold

WORD = r"(?:[A-ZÀ-ÞĀ-ɏ][\w'’+/-]{0,40}|(?:19|20)\d\d(?:[–/-](?:19|20)?\d\d)?)"
_IN_ONE = re.compile(rf"{WORD}(?: {WORD})+")
_LEADING = re.compile(
    r"^(?:The|A|An|This|These|Its|Their|In|On|At|For|With|Under|Beyond|While|As|By|Both|New|Such|Like|Despite|Although|Since|Between|"
    r"And|Or|But|Similarly|Additionally|However|Indeed|Finally|Meanwhile|Towards?)\s+"
    r"|^(?:Adoption|Chair|Chairmanship|Discussion|Endorsement|Handover|Implementation|Introduction|Launch|Presentation|Presidency|Review|Revision|Secretariat|Signator(?:y|ies)|Signature|Signing|(?:States )?Part(?:y|ies)|Update)\s+(?:of|on|to)\s+(?:the\s+)?"
    r"|^(?:Articles?|Chapters?|Recitals?|Annex|Title|Section|Part|Paragraphs?)\s+(?:\d+|[IVX]+\b)\w*(?:\(\w+\))*\s+(?:of|to)\s+(?:the\s+)?"
)
#: "EU-funded", "IOM-led" tell of an instrument, and are no part of its name.
_MADE_BY = re.compile(r"^[A-Z][\w.]*-(?:[a-z]+ed|led|run)\s+")
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WHEN = re.compile(
    rf"\s+(?:on|for|and)\s+(?:(?:\d{{1,2}}\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{{1,2}}\s+[A-Z]|{_MONTHS}\b).*$|"
    rf"\s+of\s+(?:\d{{1,2}}\s+)?{_MONTHS}\s+(?:19|20)\d\d$"
)
_OWNER = re.compile(r"^(?:[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})['’]s?\s+")
#: Whom an instrument is for: "Workers' Support Fund", "Women's Charter"; they own none.
_FOR_WHOM = re.compile(r"^(?:(?:Wom|M|Childr)en['’]s|People['’]s|(?P<many>[A-Z][a-z]+s)['’])\s")
#: The years behind a name: "Strategy 2025–2029".
_YEARS = re.compile(r"(?:\s+(?:for\s+)?(?:19|20)\d\d(?:[–/-](?:19|20)?\d\d)?)+$")
#: Words that make a noun no name: "the National Strategy" is nobody's in particular.
_VAGUE = frozenset({"New", "National", "Joint", "Common", "Annual", "Final", "Draft"})
#: Who leads a programme is none: "Head of Programmes".
_OFFICE = re.compile(
    r"^(?:(?:Deputy|Vice|Senior|Chief|Regional|Country)\s+)*(?:Head|Director|Manager|Coordinator|Officer|Chief|Lead|Adviser|Advisor|Secretary|Minister|Chair|Delegation|Representative|(?:Member|Participating|Observer)\s+State|State(?=s?\s+of\s+the\b))s?\b"
)
#: What bodies are for: "Centre for Harbour Studies".
_STUDIED = frozenset("Studies Research Statistics Excellence Policy Law".split())
#: Houses in which meetings are held.
_VENUE = re.compile(r"\b(?:Conference|Congress|Convention|Exhibition|Exposition) Cent(?:re|er)$")


#: "Memorandum of Understanding on Ports".
_UNDERSTANDING = re.compile(
    r"(?P<noun>Memorandum of (?:Understanding|Cooperation)|Declaration of Intent) on [A-ZÀ-ÞĀ-ɏ]"
)
#: What a headline has that prints its words with capitals: "Council Holds Debate on Ports".
_HEADLINE = re.compile(r"\s(?:Holds|Hears|Opens|Closes|Concludes|Ends|Hosts|Begins|Discusses|Considers)\s")
#: What is called after the town in which it was agreed: "Tampere Conclusions".
_OF_PLACES = frozenset({"policy framework", "agreement", "strategy"})


@cache
def lower_nouns() -> dict[str, str]:
    """Return the head nouns of one word in small letters, by which prose goes back to an instrument, with their type.

    Example:
        >>> lower_nouns()["pact"]
        'compact'
    """
    return {
        form.lower(): type
        for form, (type, _) in reference.instrument_nouns().items()
        if " " not in form and form.isalpha() and not form.isupper()
    }


def ordinary(word: str, flat: str) -> bool:
    """Say whether a word with a capital is no name by itself: an adjective, the noun of a body, a word that the text also writes small.

    Example:
        >>> ordinary("Harbour", "a harbour"), ordinary("Quayside", "a harbour")
        (True, False)
    """
    return (
        word.endswith(("an", "ic", "al", "ish", "ese", "ern"))
        or fold(word) in reference.body_nouns()
        or next(PhraseFinder([word.lower()]).find(flat), None) is not None
    )


def spelled(words: str, acronym: str) -> str:
    """Return the end of some words whose initials are an acronym, letter by letter; all of them where no end is.

    Example:
        >>> spelled("Fifth Conference of the Quay Mobility Dialogue", "QMD"), spelled("Harbour Fund", "HARF")
        ('Quay Mobility Dialogue', 'Harbour Fund')
    """
    letters = [char for char in acronym if char.isupper()]
    capitals = list(re.finditer(r"(?<![\w'’-])[A-ZÀ-ÞĀ-ɏ]", words))[-len(letters) :]
    return words[capitals[0].start() :] if [each[0] for each in capitals] == letters else words


def bare(words: str) -> str:
    """Return some words without what only leads to a name.

    Example:
        >>> bare("Launch of the Harbour Fund"), bare("Under The Harbour Fund")
        ('Harbour Fund', 'Harbour Fund')
    """
    name = " ".join(words.split())
    while (cut := _LEADING.sub("", name)) != name:
        name = cut
    return name


def headed(words: str, *, defined: bool = False) -> tuple[str, str] | None:
    """Return name and type where words are headed by the noun of an instrument.

    Args:
        words: capitalised words as printed.
        defined: the text gives an acronym for them; then, as in a name of three capitals in a row, any such noun will do.

    Example:
        >>> headed("Kenya's Joint Coordination Platform")
        ('Joint Coordination Platform', 'platform')
    """
    name = bare(words)
    whom = _FOR_WHOM.match(name)
    owned = name if whom and not reference.country_named(whom["many"] or "") else _OWNER.sub("", name)
    name = owned if " " in owned or "'s " in name else name  # "Workers' Platform" is a name
    name = _WHEN.sub("", _MADE_BY.sub("", name))
    if understanding := _UNDERSTANDING.match(name):
        return name, reference.instrument_nouns()[understanding["noun"]][0]
    if _HEADLINE.search(name):
        return None
    years = _YEARS.search(name)
    pieces = name[: years.start()].split() if years else name.split()
    head = re.split(r"\s+(?:on|of|for|against)\s+", " ".join(pieces))[0].split()
    if _OFFICE.match(name) or _VENUE.search(name) or head == ["Report"]:
        return None  # who leads a programme, a house and the title of a report name no instrument
    belongs = (owned != words or years is not None) and len(head) > 1
    for tail in (pieces, head) if head != pieces else (head,):
        for size in (3, 2, 1):
            type_, strong = (
                reference.instrument_nouns().get(" ".join(tail[-size:]), ("", False))
                if len(tail) >= size
                else ("", False)
            )
            qualified = tail is head and len(head) - size > 1 and _IN_ONE.fullmatch(" ".join(head))
            placed = type_ in _OF_PLACES and len(tail) == size + 1 and reference.country_of_city(tail[0])
            enough = strong or defined or belongs or qualified or placed
            studied = not _STUDIED.isdisjoint(pieces[-1:]) and fold(head[-1]) in reference.body_nouns()
            if type_ and enough and not studied and set(pieces) - set(tail[-size:]) - _VAGUE:
                return (
                    " ".join(pieces) if type_ == "conference" else name
                ), type_  # the year of a meeting is its edition
    return None
