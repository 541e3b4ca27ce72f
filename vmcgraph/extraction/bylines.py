"""Who signs an article, on a line of its own or in brackets, and for which paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vmcgraph import reference
from vmcgraph.document import Document
from vmcgraph.extraction.bodynames import Known
from vmcgraph.extraction.foreignbodies import body_of, units_of
from vmcgraph.extraction.foreignnames import Found, name_in
from vmcgraph.extraction.organisations import Bodies
from vmcgraph.extraction.people import People, StatedPost
from vmcgraph.extraction.posts import Post
from vmcgraph.names import name_at

#: For whom an article is signed: "By Jane Roe | Baltic Post", "By Jane Roe for Baltic Post".
_OUTLET = re.compile(
    r"(?:\s*\|\s*|\s+(?:for|of)\s+)(?P<name>(?:[Tt]he\s+)?[A-ZÀ-ÞĀ-ɏ][\w.&'-]*(?:\s[A-ZÀ-ÞĀ-ɏ][\w.&'-]*){0,3})(?=\s*(?:\||$))"
)


#: With when it appeared and was changed.
_LONGEST_BY_LINE = 250


def read_by_lines(document: Document, flat: str, people: People, known: Bodies) -> None:
    """Enter who signs an article in English, on a line of its own, and for whom."""
    for block in document.blocks:
        if block.kind in ("heading", "name") and block.end - block.start < _LONGEST_BY_LINE:
            for found in by_lines(flat, block.start, block.end, "en"):
                person = people.named(found.name, document.span(found.start, found.end, "narrative"))
                line = document.text.find("\n", found.end, block.end)
                outlet = _OUTLET.match(flat, found.end, line if line > 0 else block.end)
                if outlet and not re.search(r"\d", outlet["name"]) and not reference.country_of_city(outlet["name"]):
                    span = document.span(found.start, outlet.end(), "team")
                    known.named(outlet["name"], span=span, type="company")
                    known.learn(outlet["name"])
                    post = Post("", (), outlet["name"])
                    people.posts.append(StatedPost(person, [], found.start, outlet.end(), "team", post=post))


#: What stands behind a name in a by-line: a town, another name, the end.
_BY_LINE_END = re.compile(
    r"(?:\s+in\s+[A-ZÀ-ÞĀ-ɏ][\w-]+(?:\s[A-ZÀ-ÞĀ-ɏ][\w-]+)?)?\s*(?:(?P<and>(?:,\s*)?and\s+(?=[A-ZÀ-ÞĀ-ɏ]))|[;,)/|]|\.?$)"
)


#: When a text appeared, behind who wrote it.
_DATE_BEHIND = re.compile(r"\s+(?:[Ff]irst\s+)?(?:[Pp]ublished|[Pp]osted|[Uu]pdated|[Ll]ast\s+updated)\b|\s{3,}")


def by_lines(flat: str, first: int, last: int, language: str) -> Iterator[Found]:
    """Yield who signs a text: "Text: …; Fotos: …", "(Servizio di …)", "By …".

    Example:
        >>> [found.name.text for found in by_lines("By Jane Roe", 0, 11, "en")]
        ['Jane Roe']
    """
    label = "|".join(map(re.escape, sorted(reference.function_words(language, "by-line"), key=len, reverse=True)))
    for match in re.compile(
        rf"(?:(?<=[(;/|])\s*|(?<=\n)|\A)(?:{label})\s*:?\s+(?:[^\s/()]+\s?/\s?)?(?=[A-ZÀ-ÞĀ-ɏ])"
    ).finditer(f"\n{flat[first:last]}"):
        at = first + match.end() - 1
        gap = _DATE_BEHIND.search(flat, at, last)
        last = gap.start() if gap else last
        while name := name_at(flat, at, end=last) if language == "en" else name_in(flat, at, last, language):
            behind = _BY_LINE_END.match(flat, name.end, last)
            if not behind:
                break
            yield Found(name, None, name.start, name.end)
            if not behind["and"]:
                break
            at = behind.end()


#: The by-line of an agency, on a line of its own: "Von Ada Roe, dpa".
_AGENCY_LINE = re.compile(r"(?<=\n)(?:Von|Di)\s+(?=[A-ZÀ-ÞĀ-ɏ][^\n]{4,60},\s+(?P<agency>[A-Za-z]{2,8})[ \t]*(?:\n|$))")
#: Somebody who answers questions, on a line with his number: "- Hafenamt, Ada Roe, +49 …", "Per informazioni: Bo Vik, tel. 0432 …".
_CONTACT = re.compile(
    r"(?:^|(?<=\n))(?:[-•*]\s+)?(?:(?P<unit>Presse(?:stelle|referat|büro|abteilung)|Ufficio\s[Ss]tampa)\s+(?:(?:der|des|di|del|della)\s+)?)?(?:(?P<what>[^\n,:;]{3,70})[,:]\s+)(?=[A-ZÀ-ÞĀ-ɏ][^\n,;:+<@]{3,50},\s+(?:\+\d|0\d{2,}|[Tt]el))"
)


def signed_and_answering(document: Document, flat: str, language: str, known: Known) -> Iterator[Found]:
    """Yield who signs an agency's text, and whom its notes name for questions, with the body of either.

    Args:
        document: the report.
        flat: its plain text, line ends as blanks.
        language: "de" or "it".
        known: says whether a text is a form of a known body.
    """
    text = document.text
    for line in _AGENCY_LINE.finditer(text):
        name = name_in(flat, line.end(), line.start("agency") - 2, language)
        if name:
            yield Found(name, Post("", (), line["agency"]), line.end(), line.end("agency"))
    for line in _CONTACT.finditer(text):
        name = name_in(flat, line.end(), text.find(",", line.end()), language)
        if name:
            body, _ = body_of(line["what"], language, known)
            units, outer = units_of(body, language, known) if body else ((), "")
            units = (line["unit"], *units) if line["unit"] else units
            post = Post("", units, outer) if outer else None
            yield Found(name, post, line.start("what"), name.end)
