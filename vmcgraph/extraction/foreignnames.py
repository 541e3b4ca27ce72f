"""Names of persons in German and Italian prose: where they begin and end, and which one stands before a post."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vmcgraph import reference
from vmcgraph.extraction import languages
from vmcgraph.extraction.posts import Post
from vmcgraph.names import Name, name_at

#: Words whose point ends no sentence.
_SHORTENED = "".join(
    rf"(?<!\b{word})"
    for word in r"[A-ZÀ-ÞĀ-ɏ] Dr Prof St Mag Ing Dipl Hon Univ Dott Avv On Sen Gen Amb Mons Msgr Abg Bgm stv ssa Dr\.in".split()
)
_STOP = re.compile(
    rf"[;:!?„“”»«()]|\s[–—-]\s|(?<=S\.p\.A|S\.r\.l)\.(?=\s+[A-ZÀ-ÞĀ-ɏ])|{_SHORTENED}\.(?=\s+[A-ZÀ-Þ„«\"]|\s*$)|\s(?=\S+@|www\.)"
)
LONGEST = 220


@dataclass(frozen=True, slots=True)
class Found:
    """A person with a post, and where the two stand; or a person alone."""

    name: Name
    post: Post | None
    start: int
    end: int


def limit(flat: str, at: int, last: int) -> int:
    """Return where what can belong to a post ends: at a mark, the end of the sentence, or too far on.

    Example:
        >>> limit("Direktorin des Amts (HA), Ada Roe. Sie kam.", 10, 43)
        33
    """
    bare = re.sub(r"\([A-Z][\w-]{1,11}\)", lambda acronym: "_" * len(acronym[0]), flat[at : min(last, at + LONGEST)])
    stop = _STOP.search(bare)
    return at + (stop.start() if stop else len(bare))


def name_in(flat: str, at: int, stop: int, language: str) -> Name | None:
    """Read a name at an offset, behind blanks and honorifics; those of Italian prose start in lower case.

    Example:
        >>> name_in("la dottoressa Ada Roe e Bo Vik", 2, 30, "it").text
        'Ada Roe'
    """
    while at < stop and flat[at].isspace():
        at += 1
    title = re.compile(r"([a-z]+)\s+(?=[A-ZÀ-ÞĀ-ɏ])").match(flat, at, stop)
    honorific = None
    if title and title[1].capitalize() in reference.honorifics():
        honorific, at = title[1], title.end()
    other = _ANOTHER.search(flat, at, stop)
    stop = other.start() if other else stop
    stop = _before_body(flat, at, stop) if language == "de" else stop
    found = name_at(flat, at, end=stop)
    if found is None:  # "von der Universität" behind a name may look like more of it
        link = re.compile(rf"\s(?={languages.words(language, 'from')})").search(flat, at, min(stop, at + 60))
        found = name_at(flat, at, end=link.start()) if link else None
    if found is None or len(found.text.split()) < 2 or found.text[0].islower():
        return None
    pieces = found.text.split()
    if language == "it" and re.search(r"['’][a-zà-ù]", found.text):
        return None  # "Da Trieste l'imprenditore Bo Vik"
    nation = languages.country_of(pieces[0], language)
    if pieces[0].casefold() in reference.function_words(language, "lead") and not found.honorific:
        return None
    if nation or languages.body_noun(found.text, language) or languages.posts(language).match(found.text):
        return None
    return Name(found.start, found.end, found.text, found.honorific or honorific)


#: Behind a name, what is no part of it: "von der Seeakademie", "von der Caritas Graz"; "von der Leyen" is.
_FROM = languages.Patterns(de=r"\s(?:von\s(?:der\s|dem\s|den\s)?|vom\s)(?P<of>[A-ZÄÖÜ][\w-]+)(?P<more>\s[A-ZÄÖÜ])?")


def _before_body(flat: str, at: int, stop: int) -> int:
    """Return where a name ends before the body that "von" puts behind it."""
    for link in _FROM["de"].finditer(flat, at, min(stop, at + 60)):
        word = link["of"]
        body = languages.body_noun(word, "de") or word in reference.body_forms() or word.isupper()
        if body or (link["more"] and link[0].startswith((" von der ", " von den ", " vom "))):
            return link.start()
    return stop


#: Where another one of a list begins; "von und zu" is in one name.
_ANOTHER = re.compile(
    r"(?<!\bvon)\s(?:und|sowie|als auch|e|ed)\s|(?<!\bvon)(?<!\bvan)(?<!\bauf)(?<!\bop)(?<!\bzu)(?<!\bde)\s(?:den|dem|das|des|die)\s"
)


#: Before a name that some other word leads.
ARTICLE = re.compile(
    r"(?<![\w-])(?:der|die|das|dem|den|des|einer?|einem|il|lo|la|del|della|dal|dalla|nel|nella|un|una)\s+$"
)


def name_before(flat: str, first: int, at: int, language: str) -> tuple[Name, bool] | None:
    """Read the name right before a post, a comma or bracket between them, and whether an article leads the post.

    Example:
        >>> text = "Ada Roe, die Direktorin"
        >>> name, led = name_before(text, 0, 13, "de")
        >>> name.text, led
        ('Ada Roe', True)
    """
    particles = languages.words(language, "verb particle").replace(r"\s+", "") or "(?!)"
    base = max(first, at - 120)
    before = re.search(
        rf"(?P<name>(?:[^\s,;:.„“»«()]+\.?\s+){{1,5}}?[^\s,;:„“»«()]+)(?:\s*\([^()]{{1,30}}\))?(?:(?:\s+(?:{particles}))?,\s+|\s\()"
        rf"(?P<article>{languages.words(language, 'article')})?(?:[^\W\d_]+e[rs]?\s+)?$",
        flat[base:at],
    )
    start, end = before.span("name") if before else (0, 0)
    for word in re.compile(r"\S+").finditer(flat, base + start, base + end):
        found = name_in(flat, word.start(), base + end, language)
        if found and not found.honorific and ARTICLE.search(flat, base, word.start()):
            continue  # "der Leitung von Ada Roe", "die Lotsin Ada Roe"
        titled = found and re.search(r"\s(?:[A-ZÀ-ÞĀ-ɏ][a-z]+\.(?:in|a|ssa)?\s)", found.text)
        if before and found and found.end == base + end and not titled:
            return found, before["article"] is not None
    return None
