"""The offices by which prose goes on about a person, and the words that tell whose office is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vmcgraph.extraction.people import Draft
from vmcgraph.extraction.phrases import matches_near
from vmcgraph.extraction.reader import Reader
from vmcgraph.names import name_at
from vmcgraph.spelling import fold

#: Offices that prose also writes small.
_OFFICES = frozenset(
    {
        "minister",
        "ambassador",
        "commissioner",
        "secretary",
        "president",
        "mayor",
        "envoy",
        "rapporteur",
        "chair",
        "chairperson",
        "treasurer",
        "convenor",
        "clerk",
        "director",
        "governor",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "professor",
        "economist",
        "lawyer",
        "researcher",
        "founder",
    }
)
#: Offices of one word that prose writes with a capital: "the Rector".
_HEADS = frozenset(
    "Rector Dean Provost Director Mayor Governor Chancellor Premier Prosecutor Ombudsman Ombudsperson Ombudswoman Judge Bishop Archbishop Cardinal "
    "Registrar Principal Administrator Senator Facilitator".split()
)
#: What prose calls who leads a session.
_MODERATORS = tuple(
    f"{article} {word}"
    for article in ("the", "The")
    for word in (
        "moderator",
        "Moderator",
        "chair",
        "Chair",
        "chairperson",
        "Chairperson",
        "Chairman",
        "Chairwoman",
        "facilitator",
    )
)
#: What an office stands behind, by language.
_ARTICLES = {"en": ("the", "The"), "de": ("der", "Der", "die", "Die"), "it": ("il", "Il", "la", "La", "l'", "L'")}


def offices_of(reader: Reader) -> dict[str, set[Draft]]:
    """Return the offices by which prose goes on about a person: "the State Secretary", "the minister", "the moderator".

    Args:
        reader: after `read`.

    Example:
        >>> from vmcgraph.reading import parse_report
        >>> text = "Panel discussion\\n\\nRoads\\n\\nON STAGE\\n\\nAda Roe, State Secretary, Ministry of Ports, Norway\\n"
        >>> reader = Reader(parse_report(text)).read()
        >>> [(office, [person.name for person in who]) for office, who in offices_of(reader).items() if office.startswith("the State")]
        [('the State Secretary', ['Ada Roe'])]
    """
    owners: dict[str, set[Draft]] = {}
    for stated, post in reader.parsed:
        head = re.split(r"\s+(?:of|for|to|on|at|and)\s|,", post.position)[0].strip()
        last = head.split()[-1] if head else ""
        names = {head} if head[:1].isupper() and re.search(r"[ -]", head) else set()
        names |= {last.lower(), last} if last.lower() in _OFFICES else set()
        names |= {head} if head in _HEADS else set()
        names |= set(_short_offices(head, reader.language))
        for name in names:
            for article in _ARTICLES[reader.language]:
                gap = "" if article.endswith("'") else " "
                owners.setdefault(f"{article}{gap}{name}", set()).add(stated.person)
    for item in reader.stage.participants:
        if item.role == "moderator":
            for office in _MODERATORS:
                owners.setdefault(office, set()).add(item.person)
    return owners | _introduced(reader)


#: Who is meant by an office throughout: "opened by the Chair, Ms Jane Roe".
_INTRODUCED = re.compile(r"\b[Tt]he (?P<office>Chair(?:person|man|woman)?|Rapporteur(?:-General)?), (?=[A-ZÀ-ÞĀ-ɏ])")


#: Whom a text calls so from there on: "Mr Bo Lind, Director of Ports (“the Chair”)".
_DEFINED = re.compile(r"\((?:hereinafter )?[“\"](?:the )?(?P<office>Chair(?:person|man|woman)?|Rapporteur)[”\"]\)")


def _introduced(reader: Reader) -> dict[str, set[Draft]]:
    """Return the officers of the meeting whom the text introduces as such, where it does so with one person only."""
    owners: dict[str, set[Draft]] = {}
    for match in matches_near(_DEFINED, reader.flat.spans("chair", "rapporteur"), reader.flat, before=7, after=20):
        first = max(reader.flat.rfind(". ", 0, match.start() - 3), match.start() - 200, 0)
        for *_, form in list(reader.people.forms.finder.find(reader.flat, first, match.start()))[-1:]:
            for article in _ARTICLES["en"]:
                owners.setdefault(f"{article} {match['office']}", set()).add(reader.people.forms.any[form])
    for match in matches_near(_INTRODUCED, reader.flat.spans("chair", "rapporteur"), reader.flat, before=5, after=20):
        name = name_at(reader.flat, match.end())
        found = next(reader.people.forms.finder.find(reader.flat, match.end(), name.end), None) if name else None
        if found:
            for article in _ARTICLES["en"]:
                owners.setdefault(f"{article} {match['office']}", set()).add(reader.people.forms.any[found[2]])
    return {office: who for office, who in owners.items() if len(who) == 1}


#: What prose also calls the holder of an office, as dictionaries explain these words.
_CALLED = {
    "Bürgermeister": "Stadtchef", "Bürgermeisterin": "Stadtchefin", "Landeshauptmann": "Landeschef", "Landeshauptfrau": "Landeschefin",
    "Ministerpräsident": "Regierungschef", "Ministerpräsidentin": "Regierungschefin", "Bundeskanzler": "Regierungschef", "Bundeskanzlerin": "Regierungschefin",
    "sindaco": "primo cittadino", "sindaca": "prima cittadina",
}  # fmt: skip


def _short_offices(head: str, language: str) -> Iterator[str]:
    """Yield how prose in German and Italian goes on about an office: "die Hafenministerin", "die Ministerin", "il ministro"."""
    if head and language == "de":
        short = re.split(r"\s(?:für|der|des|im|in|von|am|beim)\s", head)[0]
        yield short
        yield from (office for office in ("Minister", "Ministerin") if short.lower().endswith(office.lower()))
        yield from (_CALLED[end] for end in _CALLED if short.endswith(end))
    elif head and language == "it":
        short = head.split()[0]
        yield short
        yield from (_CALLED[short],) if short in _CALLED else ()


def post_words(reader: Reader) -> dict[Draft, set[str]]:
    """Return for each person the words of the posts, those of every form of their bodies, and the codes of the countries.

    Args:
        reader: after `read`.

    Example:
        >>> from vmcgraph.reading import parse_report
        >>> text = "Panel discussion\\n\\nRoads\\n\\nON STAGE\\n\\nAda Roe, State Secretary, Ministry of Ports, Norway\\n"
        >>> reader = Reader(parse_report(text)).read()
        >>> [sorted(words) for words in post_words(reader).values()]
        [['NOR', 'ministry', 'norway', 'of', 'ports', 'secretary', 'state']]
    """
    forms = {draft.name: " ".join(draft.forms) for draft in reader.bodies}
    words: dict[Draft, set[str]] = {}
    for stated, post in reader.parsed:
        printed = (
            *stated.lines,
            post.position,
            *post.units,
            post.body or "",
            forms.get(post.body or "", ""),
            stated.body,
        )
        held = words.setdefault(stated.person, set())
        held.update(fold(" ".join(printed)).split())
        held.update(country.iso3 for country in (stated.country, post.country) if country)
    return words
