"""The acronyms that a text defines, with the names of the bodies for which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vmcgraph import reference
from vmcgraph.extraction.bodynames import body_like
from vmcgraph.extraction.introduced import GAP
from vmcgraph.extraction.phrases import matches_near
from vmcgraph.spelling import fold, in_order

#: An acronym beside the name that it stands for.
_DEFINED = re.compile(
    rf"(?P<name>(?:[A-ZÀ-ÞĀ-ɏ][\w'&.-]*)(?:{GAP}(?:(?:of|for|and|on|the|in|to|de|des|du|der|für|und|di|per|la|le|&){GAP}){{0,3}}(?:[A-ZÀ-ÞĀ-ɏ(][\w'&./-]*,?))+?)"
    rf"(?:{GAP}\((?P<acronym>[A-Z][A-Za-z]*[A-Z][A-Za-z+-]*|[a-z]{{1,3}}-[A-Z]{{2,6}}|DG [A-Z]{{2,8}})\)|"
    rf",{GAP}(?:better |widely |also |commonly )?known (?:by|under) (?:its|their) (?:[A-Z][a-z]+ )?(?:initials|acronym) (?P<initials>[A-Z]{{2,8}})\b)"
)
#: What a text calls a programme before its name, and how long that is, in characters.
_KIND_BEFORE = re.compile(r"\b(?:programme|program|project|scheme|initiative)\s$")
_SHORT_WAY = 20
_BRACKET = re.compile(r"\(|\b(?:initials|acronym)\b")
_SESSION = re.compile(r"\([A-Z]{2,6}[ -]?\d{1,2}(?:\.\d)?\)")
#: A session's acronym and number behind the name of the body that meets.
_SESSION_OF = re.compile(
    r"(?P<name>(?:[A-ZÀ-ÞĀ-ɏ][\w'’-]+\s+(?:(?:of|on|for|and|the|to|an?)\s+){0,2}){1,9}[A-ZÀ-ÞĀ-ɏ][\w'’-]+)\s+\((?P<acronym>[A-Z]{2,6})[ -]?\d{1,2}(?:\.\d)?\)"
)


def definitions(shown: str) -> Iterator[tuple[str, str]]:
    """Yield acronym and full name where the text defines one.

    Example:
        >>> list(definitions("Experts of the European External Action Service (EEAS) came."))
        [('EEAS', 'European External Action Service')]
    """
    for match in matches_near(_DEFINED, _BRACKET, shown, before=250, after=30):
        words = " ".join(match["name"].split())
        acronym = match["acronym"] or match["initials"]
        dg = words.rfind("Directorate-General ") if acronym.startswith("DG ") else -1  # its initials do not spell it
        name = words[dg:] if dg >= 0 else _spelled(words, acronym)
        name = name or (_last_body(words) if match["initials"] else None)  # whose initials are of another language
        known = name in reference.body_forms() or acronym in reference.body_forms()
        ahead = " ".join(shown[max(0, match.start() - _SHORT_WAY) : match.end("name")].split())
        if name and _KIND_BEFORE.search(ahead.removesuffix(name)):
            continue  # "the programme Free Ports (FP)"
        if name and (known or (body_like(name, lambda form: False) and not _is_instrument(name))):
            yield acronym, name


def _last_body(words: str) -> str | None:
    """Return the body that some words end in: "Assembly of the League of Ports" is the League's."""
    for gap in reversed(list(re.finditer(r"(?:\A(?:The\s+)?|\b(?:of|for|by|at)\s+(?:the\s+)?)(?=[A-ZÀ-ÞĀ-ɏ])", words))):
        if body_like(words[gap.end() :], lambda form: False):
            return words[gap.end() :]
    return None


def session_acronyms(shown: str) -> Iterator[tuple[str, str]]:
    """Yield acronym and name of bodies whose acronym a text prints with the number of a session.

    Example:
        >>> list(session_acronyms("the fourth session of the Quay Traffic Committee (QTC-4)"))
        [('QTC', 'Quay Traffic Committee')]
    """
    for match in matches_near(_SESSION_OF, _SESSION, shown, before=200):
        words, acronym = " ".join(match["name"].split()), match["acronym"]
        head = _spelled(re.split(r"\s(?:on|for)\s", words)[0], acronym)  # the rest of the name has no letters in it
        name = _spelled(words, acronym) or (words[words.index(head) :] if head else None)
        if name and body_like(name, lambda form: False):
            yield acronym, name


def _is_instrument(name: str) -> bool:
    """Say whether a name with an acronym is rather a programme or fund than a body: its last word says so."""
    last = fold(name).split()[-1]
    noun = reference.body_nouns().get(last)
    return last in _instrument_nouns() and (noun is None or not noun.strong)


@cache
def _instrument_nouns() -> frozenset[str]:
    """Return the nouns, in the singular, that suffice to tell an instrument."""
    rows = reference.table("instrument_nouns")
    return frozenset(fold(row["word"]) for row in rows if row["strength"] == "strong")


def _spelled(words: str, acronym: str) -> str | None:
    """Return the shortest tail of some words whose initials an acronym takes up."""
    letters = [char.lower() for char in acronym if char.isalpha() and char.isupper()] or list(acronym.lower())
    pieces = words.split()
    for start in reversed(range(len(pieces))):
        tail = pieces[start:]
        initials = [part[0].lower() for piece in tail for part in piece.split("-") if part[:1].isupper()]
        if initials[:1] == letters[:1] and 0 <= len(initials) - len(letters) <= 2 and in_order(letters, initials):
            return " ".join(pieces[start - (start > 0 and fold(pieces[start - 1]) == "open ended") :])
    return None
