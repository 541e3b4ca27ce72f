"""How news, bulletins and coverage of meetings introduce a person inside a sentence.

`prose` reads the post that stands right before or behind a name. Here is what else tells that a name is a person's: a title
and a comma before it, a title in lower case, a country in brackets behind it, a by-line, a verb of speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vmcgraph import reference
from vmcgraph.extraction.bodynames import Known
from vmcgraph.extraction.employers import (
    NAME_WORDS,
    body_behind,
    body_in_brackets,
    body_owning,
    body_run,
    employed_by,
    next_verb,
    says_at,
)
from vmcgraph.extraction.titles import (
    FELLOWS,
    KIN,
    copula_title,
    country_behind,
    country_owning,
    group_behind,
    home_behind,
    honorific_before,
    small_title,
    spoken_for,
    title_before_comma,
)
from vmcgraph.names import Name, is_called_after
from vmcgraph.reference import CountryEntry
from vmcgraph.spelling import fold

_WRITTEN_BY = re.compile(
    r"\b(?:written|(?:co-)?edited|authored|compiled|photographed|translated|presided over|(?:[Pp]hotograph|[Pp]hoto|[Pp]icture|[Ii]mage|[Ii]llustration|[Dd]rawing)s?|(?:[Rr]eport|[Ee]dit|[Ww]rit)ing)\s+by\s+$"
)


def is_introduced(flat: str, first: int, last: int, name: Name, known: Known) -> bool:
    """Say whether a paragraph introduces a name as a person's.

    Args:
        flat: the text.
        first: where the paragraph starts.
        last: where it ends.
        name: two words or more that look like a name.
        known: says whether a text is a form of a known body.

    Example:
        >>> text = "The panel was moderated by Jane Roe."
        >>> is_introduced(text, 0, len(text), Name(27, 35, "Jane Roe"), lambda form: False)
        True
    """
    words = name.text.split()
    nations = [known(word) or reference.country_named(word) is not None for word in words]
    if len(words) < 2 or any(nations[:-1]):
        return False
    with_body = body_behind(flat, name.end, last, known) is not None
    if nations[-1]:
        home = country_behind(flat, name.end, last) is not None
        return home or (len(words) > 2 and with_body)  # the surname may be a country's name too
    return (
        with_body
        or title_before_comma(flat, first, name.start, known) is not None
        or spoken_for(flat, first, name.start) is not None
        or _owned(flat, first, last, name, known)
        or small_title(flat, first, name.start, known) is not None
        or _WHO.match(flat, name.end, last) is not None
        or copula_title(flat, first, name.start) is not None
        or _by_line(flat, first, name.start)
        or _elected(flat, first, last, name)
        or _AGED.match(flat, name.end, last) is not None
        or _RELATED.match(flat, name.end, last) is not None
        or group_behind(flat, name.end, last) is not None
        or _employed(flat, first, last, name, known)
        or _asked(flat, first, last, name)
        or body_in_brackets(flat, name.end, last, known) is not None
        or body_run(flat, name.end, last, known) is not None
        or (flat[name.end : name.end + 1] == "," and home_behind(flat, name.end, last) is not None)
        or _takes_floor(flat, first, last, name)
        or _voiced(flat, first, last, name)
    )


#: Before whose somebody is: "chaired by Lima's", "with Ana Lima and the Port Office's".
_WITH = re.compile(r"\b(?:by|with|from|between|including)\s+(?:[^,.;:]{3,80}?\s(?:and|or)\s+)?(?:the\s+)?$")
#: What somebody does as a sentence goes on: "with Lima's Jane Roe | calling it late".
_DOING = re.compile(r"\s+(?P<verb>[a-z]+)\b")


def _owned(flat: str, first: int, last: int, name: Name, known: Known) -> bool:
    """Say whether the possessive of a body or country leads a name that says something or has something done: "the Fund's Jane Roe said"."""
    nation = country_owning(flat, first, name.start)
    owner = nation or body_owning(flat, first, name.start, known)
    if owner is None or (nation and is_called_after(name.text.split()[-1], "King")):
        return False  # "Lima's Harbour Tower"
    if not nation and next_verb(flat, name.end, last):
        return True
    doing = _DOING.match(flat, name.end, last)
    says = next_verb(flat, name.end, last) or (doing and doing["verb"] in reference.reporting_forms())
    return bool(says or _WITH.search(flat, max(first, owner[1] - 110), owner[1])) and is_personal(flat, name)


#: The age behind a name: "Jane Roe, 34, has".
_AGED = re.compile(r",\s+(?:aged\s+)?\d{2}(?=,\s)")


#: Whose relative somebody is: "Jane Roe, wife of the mayor".
_RELATED = re.compile(rf",\s+(?:(?:the|an?)\s+)?(?:[a-z]+\s+)?(?:{'|'.join(sorted(KIN))})\s+(?:of|to)\s")


#: What somebody does behind the body from which he or she comes: " (HIT) showed".
_DOES_NEXT = re.compile(
    r"(?:\s+\([A-Z][\w-]{1,14}\))?,?\s+(?:[a-z]{3,}(?:ed|ew|ught)|spoke|gave|took|made|led|held)\s+(?!by\b)"
)


def _employed(flat: str, first: int, last: int, name: Name, known: Known) -> bool:
    """Say whether a body stands behind "of" or "from", and a person before it: bodies have parts with such names, too."""
    told = employed_by(flat, name.end, last, known)
    if told is None:
        return False
    opens = not flat[first : name.start].strip()
    loud = name.text.isupper() and (opens or next_verb(flat, told.end(), last) or _WHO.match(flat, told.end(), last))
    acronym = _ACRONYM.match(flat, told.end(), last)
    behind = acronym.end() if acronym else told.end()
    town = _IN_TOWN.match(flat, behind, last)
    says = next_verb(flat, behind, last) or (town and says_at(flat, town.end(), last))
    said = _WHO.match(flat, behind, last) and _SAID_BEFORE.search(flat, max(first, name.start - 30), name.start)
    does = (told["for"] or told[0].lstrip().startswith("from ")) and _DOES_NEXT.match(flat, behind, last)
    sure = (known(told["body"]) or _AND_ANOTHER.match(flat, behind, last)) and is_personal(flat, name)
    return bool(loud or says or said or does or told["kind"] or sure) or _goes_by_surname(flat, name)


#: Somebody else with a body: " and Jane Roe of the Harbour Trust".
_AND_ANOTHER = re.compile(rf",?\s+and\s+{NAME_WORDS}(?:of|from|for)\s")
#: Before a name that says what stands in quotation marks.
_SAID_BEFORE = re.compile(r"[”\"]\s+[a-z]+\s+$")
#: The seat of a body behind it: " in Riga says".
_IN_TOWN = re.compile(r"\s+in\s+[A-ZÀ-ÞĀ-ɏ]\w+,?\s+")


_ACRONYM = re.compile(r"\s+\([A-Z][\w-]+\)")
_WHO = re.compile(r",\s+who\s+[a-z]")


@cache
def _by_phrases() -> re.Pattern[str]:
    """Phrases of a part that only people take, before the name: "moderated by", "chaired by"."""
    roles = ("moderator", "opening", "closing", "keynote")
    forms = [form for form, role in reference.role_words("narrative").items() if role in roles and form.endswith(" by")]
    return re.compile(
        r"\b(?:" + "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) + r")\s+$", re.IGNORECASE
    )


def _by_line(flat: str, first: int, start: int) -> bool:
    _, at = honorific_before(flat, first, start)
    return _follows(flat, first, at, 40, _by_phrases(), _WRITTEN_BY)


def _follows(flat: str, first: int, at: int, reach: int, *patterns: re.Pattern[str]) -> bool:
    """Say whether a name stands right behind one of some patterns, maybe with others between that are named beside it."""
    fellows = FELLOWS.search(flat, max(first, at - 160), at)
    return any(
        pattern.search(flat, max(first, stop - reach), stop)
        for stop in (at, fellows.start() if fellows else at)
        for pattern in patterns
    )


def _elected(flat: str, first: int, last: int, name: Name) -> bool:
    """Say whether a name is that of somebody given an office: "elected Jane Roe (Ghana) as Rapporteur"."""
    chosen = re.search(
        r"\b(?:(?:re-?)?elected|appointed|nominated|designated)\s+$", flat[max(first, name.start - 20) : name.start]
    )
    return (
        chosen is not None
        and re.match(r"\s*(?:\([^()]*\))?,?\s+(?:as|to serve as)\s", flat[name.end : min(last, name.end + 60)])
        is not None
    )


_ASKS = re.compile(
    r"\b(?:invited|asked|requested|tasked|mandated|appointed|nominated|designated|thanked|welcomed|congratulated|elected|(?:led|headed|facilitated|coordinated)\s+by)\s+$"
)


def _asked(flat: str, first: int, last: int, name: Name) -> bool:
    """Say whether somebody with a country in brackets is asked or thanked, maybe beside others: "invited Jane Roe (Ghana) and … to consult"."""
    return country_behind(flat, name.end, last) is not None and _follows(flat, first, name.start, 20, _ASKS)


def _takes_floor(flat: str, first: int, last: int, name: Name) -> bool:
    """Say whether a name opens a paragraph with its country in brackets, as the minutes of meetings print it."""
    nation = country_behind(flat, name.end, last)
    if not nation:
        return False
    before = flat[max(first, name.start - 15) : name.start]
    opens = not flat[first : name.start].strip()
    loud = (
        name.text.isupper()
        and (re.search(r"(?:[.,;:“]|\band)\s+$", before) or reference.speech_verbs() & set(before.split()[-1:]))
        and re.match(r",|\s+[a-z]", flat[nation[1] :])
    )
    return bool(opens or loud) or (next_verb(flat, nation[1], last) and not re.search(r"\b[a-z]+\s+$", before))


#: What goes on about a person, and not about a body that speaks.
_SAYS_ON = re.compile(r"[.!?][”\"']?\s+(?:[Hh]e|[Ss]he)\s|\b(?:he|she)\s+(?:said|added|told|explained|noted|argued)\b")
#: Before a name that says something: a word in small letters that says it, or "according to".
_SAID_BY = re.compile(r"(?:(?P<comma>[,”\"?!]\s+)?\b(?P<verb>[a-z]+)|\bAccording to|\baccording to)\s+$")


def _voiced(flat: str, first: int, last: int, name: Name) -> bool:
    """Say whether a name says something as people do: bodies speak too, but do not go on as "he" or by the last word, or look like a name."""
    before = _SAID_BY.search(flat, max(first, name.start - 30), name.start)
    told = before is not None and (not before["verb"] or before["verb"] in reference.speech_verbs())
    fellow = _FELLOW_BEHIND.match(flat, name.end, last)
    bracket = _BESIDE.match(flat, name.end, last)
    if bracket and tells_body(bracket[0]):
        return False  # "Quay Lund, a federation, said"
    says = next_verb(flat, name.end, last) or any(
        beside is not None and next_verb(flat, beside.end(), last) for beside in (fellow, bracket)
    )
    if not (says or told):
        return False
    if _SAYS_ON.search(flat, name.end, min(last, name.end + 400)) or _goes_by_surname(flat, name):
        return True
    turned = before is not None and told and (not before["verb"] or before["comma"] is not None)
    return (says or turned) and _looks_like_a_person(flat, first, name, turned=turned)


#: Who says something beside somebody: " and John Doe".
_FELLOW_BEHIND = re.compile(rf"\s+and\s+{NAME_WORDS}(?<!\s)(?=\s)")
#: What brackets or commas tell of who says something: "(Rope Works)", ", a pilot,", ", 41,".
_BESIDE = re.compile(r"\s+\([A-ZÀ-ÞĀ-ɏ][^()]{2,60}\)|,\s+(?:\d{2}|an?\s+[^,.;:()“”\"]{2,60}),")


def tells_body(apposed: str) -> bool:
    """Say whether what stands beside a name tells a body, and no post: ", an association,".

    Example:
        >>> tells_body(", an association of pilots,"), tells_body(", a pilot,")
        (True, False)
    """
    found = _OF_A_KIND.match(apposed)
    last = fold(found["kind"]).split()[-1] if found else ""
    return last in reference.body_nouns() and last not in reference.posts()


_OF_A_KIND = re.compile(r",\s+(?:an?|the)\s+(?P<kind>[^,]+?)(?:\s+(?:of|for|from|in|based|that|which|with)\s[^,]*)?,?$")
#: Before the first word of a sentence, or of a clause that somebody says or does something in.
_CLAUSE_START = re.compile(
    r"(?:^|[.!?:;,”\"“]\s+|\b[Ss]peakers\s+|,\s+and\s+|\b[a-z][\w'’-]*,?\s+(?:and|but|while|as|that|when|because)\s+|"
    r"(?:^|[.!?”\"]\s+)(?:(?:Speakers\s+)?[A-ZÀ-ÞĀ-ɏ][\w'’-]+\s[A-ZÀ-ÞĀ-ɏ][\w'’-]+\s+and|But|And|Yet|As|While|When|Then|Later|(?:His|Her|Their|Its|Our)\s(?:[a-z][\w-]*\s){0,2}[a-z][\w-]*)\s+)$"
)
#: A word with one capital, or an initial.
_PLAIN_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]+(?:['’-][^\W\d_]+)*|\.)")

#: Words by which groups of people and bodies are called with a capital, too.
_OF_GROUPS = frozenset(
    "Civil Society Peoples People Countries Islands Parties Party Group Groups Youth Women Men Workers Children Families Communities Community "
    "Caucus Observers Sector Indigenous Developing Developed Street Valley Hill House Square You El La Le Il News Radio Times Post Herald Tribune Gazette Monitor Observer Magazine Press".split()
)


def _looks_like_a_person(flat: str, first: int, name: Name, *, turned: bool) -> bool:
    """Say whether a name that says something can only be a person's; its verb is before it if `turned`: "…”, said Jane Roe"."""
    clause = turned or _CLAUSE_START.search(flat[max(first, name.start - 60) : name.start]) is not None
    inserted = flat[max(first, name.start - 2) : name.start] == ", " and flat[name.end : name.end + 1] == ","
    return clause and not inserted and is_personal(flat, name)


def is_personal(flat: str, name: Name) -> bool:
    """Say whether the words of a name are no common ones, which the text never prints small, and no place's or kind's.

    Example:
        >>> is_personal("Jane Roe left.", Name(0, 8, "Jane Roe")), is_personal("Ports Fund left.", Name(0, 10, "Ports Fund"))
        (True, False)
    """
    words = [word for word in name.text.split() if word not in reference.particles() and word[0] not in "“\"'„"]
    plain = len(words) in (2, 3) and all(_PLAIN_WORD.fullmatch(word) and not word[1:].isupper() for word in words)
    if not plain or reference.country_of_city(name.text) or reference.country_of_city(words[0]):
        return False
    common = reference.common_words()
    if any(word.lower() in common or word in _OF_GROUPS or reference.country_of_adjective(word) for word in words):
        return False
    small = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(word.lower()) for word in words)})(?![\w-])")
    called = re.compile(rf"\b(?:[Tt]he|[Aa]n?|at|joined)\s+(?:(?P<kind>[a-z][\w-]*)\s+)?{re.escape(name.text)}\b")
    kinds = (match["kind"] for match in called.finditer(flat))
    return not small.search(flat) and all(kind and fold(kind) in reference.posts() for kind in kinds)


def _goes_by_surname(flat: str, name: Name) -> bool:
    """Say whether the text names somebody again by the last word alone, which is no word of the language."""
    last = name.text.split()[-1]
    if re.search(rf"(?<![\w-]){re.escape(last.lower())}(?![\w-])", flat):
        return False
    before = name.text.split()[-2]
    again = re.compile(
        rf"(?:(?P<word>[\w.'’-]+)\s+|^|[“\"(]|[,;:]\s+)(?:{re.escape(last)}|{re.escape(last.upper())})(?!\w|-|\s+[A-ZÀ-ÞĀ-ɏ])",
        re.MULTILINE,
    )
    return any(
        (match["word"] or "x") != before
        and (
            (match["word"] or "x")[0].islower()
            or match["word"].endswith(".")
            or match["word"] in ("Mr", "Ms", "Mrs", "Dr")
        )
        for match in again.finditer(flat)
    )


#: A surname behind a form of address, with the country in brackets, as records of meetings print who speaks: "Ms. Roe (Ghana) said".
_DELEGATE = re.compile(
    r"M(?<![\w.-]M)(?:rs?|s|iss)\.?\s(?P<last>(?:[A-ZÀ-ÞĀ-ɏ]['’]|Mc)?[A-ZÀ-ÞĀ-ɏ][\w-]{2,})\s+\((?P<country>[^(),]{3,60})\)(?=[,.;:]|\s+[a-z])"
)


def delegates(flat: str, first: int, last: int) -> Iterator[tuple[Name, CountryEntry, int]]:
    """Yield who speaks for a country and is named by the surname alone, with the country and where its bracket ends.

    Example:
        >>> [(name.text, entry.iso3) for name, entry, _ in delegates("Ms. ROE (Ghana) said so.", 0, 24)]
        [('ROE', 'GHA')]
    """
    for match in _DELEGATE.finditer(flat, first, last):
        country = None if fold(match["last"]) in reference.posts() else reference.country_named(match["country"])
        if country:
            title = match[0].split()[0].rstrip(".")
            yield Name(match.start("last"), match.end("last"), match["last"], title), country, match.end()
