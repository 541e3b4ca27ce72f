"""For which body prose has somebody work: "Jane Roe of the Harbour Foundation", between commas, in brackets, "who runs …"."""

from __future__ import annotations

import re
from functools import cache

from vmcgraph import reference
from vmcgraph.extraction.bodynames import Known, body_like, contains_post, spells
from vmcgraph.extraction.introduced import BODY_WORD, KIND_OF_BODY
from vmcgraph.names import name_at

#: Two words or more that look like a name.
NAME_WORDS = r"(?:[A-ZÀ-ÞĀ-ɏ][\w.'’-]*+\s+(?:(?:(?!by\b)[a-z]{1,3}\s+){0,2}[A-ZÀ-ÞĀ-ɏ][\w.'’-]*+\s*){1,4})"


def is_verb(word: str) -> bool:
    """Say whether a word says or does something: what it names is no title.

    Example:
        >>> is_verb("said"), is_verb("harbour")
        (True, False)
    """
    return word.islower() and (
        word in reference.speech_verbs() or word in ("is", "was", "were", "has", "had") or word.endswith("ed")
    )


_NEXT_WORD = re.compile(
    r"(?:,\s+who\s[^.;,“”]{3,80}(?=,))?(?:\s+\([A-Z][\w-]{1,14}\))?,?(?:\s+(?:also|then|further|later|however))?\s+([a-z]+)\b"
)


def next_verb(flat: str, at: int, last: int) -> bool:
    """Say whether a verb of saying comes next.

    Example:
        >>> next_verb("Jane Roe said", 8, 13), next_verb("Jane Roe and John Doe", 8, 21)
        (True, False)
    """
    match = _NEXT_WORD.match(flat, at, last)
    return match is not None and says_at(flat, match.start(1), len(flat))


#: What tells that something is said only before it: "objected that", "calculated that".
_BEFORE_THAT = re.compile(r"([a-z]+)\s+that\s")


def says_at(flat: str, at: int, last: int) -> bool:
    """Say whether a verb of saying stands at an offset, in one word or more: "said", "pointed out", also "objected" before "that".

    Example:
        >>> says_at("pointed out that", 0, 16), says_at("pointed at", 0, 10)
        (True, False)
        >>> says_at("objected that it was late", 0, 25), says_at("calls it late", 0, 13)
        (True, False)
    """
    weak = _BEFORE_THAT.match(flat, at, last)
    told = weak and weak[1] in reference.reporting_forms() and not weak[1].endswith("ing")
    return bool(told) or _speech().match(flat, at, last) is not None


@cache
def _speech() -> re.Pattern[str]:
    forms = sorted(reference.speech_verbs(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(forms)})\b")


def _is_body(words: str, known: Known) -> bool:
    """Say whether words beside a name are a body: a known one, or two words or more with the noun of one."""
    return known(words) or (" " in words and body_like(words, known, whole=True))


_EMPLOYER = re.compile(
    rf"(?:,?\s+(?:of|from)|\s+(?:at|with)|(?P<for>,\s+for))\s+(?:the\s+|an?\s+)?(?:(?:[\w-]+\s+){{0,3}}?(?P<kind>{KIND_OF_BODY})\s+)?"
    rf"(?P<body>{BODY_WORD}(?:\s+(?:(?:of|for|and|on|in)\s+(?:the\s+)?)?{BODY_WORD}){{0,14}})"
)


#: A body by its letters, maybe for a part of the world: "HTQ-Africa".
_LETTERS = re.compile(r"[A-Z]{3,8}(?:-[A-Z][a-z]+)?")


def employed_by(flat: str, end: int, limit: int, known: Known) -> re.Match[str] | None:
    """Read what "of", "from" or "for" puts behind a name: the body, and maybe what kind of body it is.

    Example:
        >>> employed_by("Jane Roe, for EGFLOT, said", 8, 26, lambda form: False)["body"]
        'EGFLOT'
    """
    match = _EMPLOYER.match(flat, end, limit)
    fellow = match["body"].rfind(" and ") if match else -1
    if match and fellow > 0 and (not _is_body(match["body"], known) or _of_another(match["body"][fellow + 5 :])):
        match = _EMPLOYER.match(flat, end, match.start("body") + fellow)  # "Jane Roe of the charity Quay and John Doe"
    if not match:
        return None
    body = match["body"]
    if match["for"] and flat[match.end() : match.end() + 1] != ",":
        return None
    loud = " " in body and flat[max(0, end - 8) : end].isupper() and not reference.country_named(body)
    lettered = _LETTERS.fullmatch(body) is not None and reference.country_named(body) is None
    return match if loud or lettered or _is_body(body, known) else None


def _of_another(words: str) -> bool:
    """Say whether words behind "and" are the next person with a body: "Jane Roe of the Harbour Trust"."""
    found = name_at(words)
    return found is not None and words.startswith((" of ", " for "), found.end)


def employer(flat: str, end: int, limit: int, known: Known) -> tuple[str, int] | None:
    """Read the body that "of" or "from" puts behind a name, and where it ends: "Jane Roe from the University of Malta".

    Behind a name in capitals, as coverage of meetings prints who speaks, any two words are one.

    Example:
        >>> employer("Jane Roe of the Harbour Foundation said", 8, 39, lambda form: False)
        ('Harbour Foundation', 34)
    """
    match = employed_by(flat, end, limit, known)
    return (match["body"], match.end()) if match else None


_POSSESSIVE = re.compile(r"(?P<body>[A-ZÀ-ÞĀ-ɏ][^,.;:()“”]{1,60}?)['’]s?\s$")


def body_owning(flat: str, first: int, start: int, known: Known) -> tuple[str, int] | None:
    """Read the known body whose possessive stands right before a name, and where it starts: "UNHCR's Jane Roe".

    Example:
        >>> body_owning("At noon the Quay Fund's Jane Roe spoke", 0, 24, lambda form: form == "Quay Fund")
        ('Quay Fund', 12)
    """
    base = max(first, start - 64)
    match = _POSSESSIVE.search(flat[base:start])
    for word in re.finditer(r"(?:^|(?<=\s))[A-ZÀ-ÞĀ-ɏ]", match["body"]) if match else ():
        body = match["body"][word.start() :] if match else ""
        if match and known(body) and not reference.country_named(body):
            return body, base + match.start("body") + word.start()
    return None


_BETWEEN_COMMAS = re.compile(
    r",\s+(?:the\s+)?(?P<body>[A-ZÀ-ÞĀ-ɏ][^,.;:()“”]{2,80}?)(?:\s+\([A-Z][\w-]+\))?(?P<home>,\s+(?:the\s+)?[A-ZÀ-ÞĀ-ɏ][\w ]{2,30})?,\s+(?:(?P<word>[a-z]+)|on\s+behalf\b)"
)


def body_behind(flat: str, end: int, limit: int, known: Known) -> tuple[str, int] | None:
    """Read the body that stands between commas behind who says something, and where it ends.

    Example:
        >>> text = "Jane Roe, Harbour Foundation, said that it rains"
        >>> body_behind(text, 8, len(text), lambda form: False)
        ('Harbour Foundation', 28)
    """
    match = _BETWEEN_COMMAS.match(flat, end, limit)
    if not match or (match["word"] and not (match["word"] in _DOES or is_verb(match["word"]))):
        return None
    if match["home"] and not reference.country_named(match["home"].lstrip(" ,")):
        return None
    body, home = match["body"], match["home"] or ""
    if not (known(body) or (_is_body(body, known) and not contains_post(body))):
        return None
    return f"{body}{home}", match.end("home" if home else "body")


#: What people do behind their body, besides saying something.
_DOES = frozenset("speaking representing drew gave took spoke led made put set".split())
_IN_BRACKETS = re.compile(r"\s+\((?P<body>[A-ZÀ-ÞĀ-ɏ][^()]{2,80}|[a-z]{1,3}-[A-Z]{2,6})\)")


#: The body of several who are named one after another: "Jane Roe and John Doe (both Harbour Trust, Tides Unit)".
_SHARED = re.compile(
    rf"(?:(?:,\s+and|,|\s+and)\s+{NAME_WORDS})*\s*\((?:both|all)\s+(?:(?:of|at|from|with)\s+)?(?:the\s+)?(?P<body>[A-ZÀ-ÞĀ-ɏ][^(),]{{2,80}})(?:,[^()]{{2,60}})?\)"
)


def body_in_brackets(flat: str, end: int, limit: int, known: Known, *, sure: bool = False) -> tuple[str, int] | None:
    """Read the body in brackets behind a name, and where it ends; `sure` is who has an honorific, whose body needs no noun.

    Example:
        >>> body_in_brackets("Jane Roe (Harbour Foundation) said", 8, 34, lambda form: False)
        ('Harbour Foundation', 28)
    """
    match = _IN_BRACKETS.match(flat, end, limit) or _SHARED.match(flat, end, limit)
    if not match or contains_post(match["body"]) or reference.country_named(match["body"]):
        return None
    body = match["body"]
    if spells(body, flat[max(0, end - 100) : end]):
        return None  # the acronym of what stands before it
    named = _is_body(body, known) or (sure and " " in body)
    return (body, match.end("body")) if named and not set(",;") & set(body) else None


_RUNS = re.compile(
    r",\s+who\s+(?:also\s+)?(?:runs|ran|leads|led|heads|headed|directs|directed|chairs|manages|founded|represents|represented|"
    r"works (?:for|at|with)|worked (?:for|at|with))\s+(?:the\s+)?(?:[\w-]+\s+){0,4}?(?:(?:of|at|for)\s+(?:the\s+)?)?"
    rf"(?P<body>{BODY_WORD}(?:\s+(?:(?:of|for|and|on|in|de|del|della|da|do|di|des|du|la|el)\s+(?:the\s+|la\s+)?)?{BODY_WORD})*)"
)
#: The body of which only a part or its town came before: " office of the Harbour Foundation".
_WHOSE = re.compile(
    rf"\s+[a-z]+\s+(?:of|at|for)\s+(?:the\s+)?(?P<body>{BODY_WORD}(?:\s+(?:(?:of|for)\s+)?{BODY_WORD})*)"
)


def body_run(flat: str, end: int, limit: int, known: Known) -> tuple[str, int] | None:
    """Read the body that somebody runs, leads or works for, and where it ends: "Jane Roe, who heads the Harbour Foundation".

    Example:
        >>> body_run("Jane Roe, who runs the Lima office of the Harbour Foundation, agreed", 8, 66, lambda form: False)
        ('Harbour Foundation', 60)
    """
    match = _RUNS.match(flat, end, limit)
    while match and not _is_body(match["body"], known):
        match = _WHOSE.match(flat, match.end("body"), limit)
    return (match["body"], match.end("body")) if match else None
