"""Persons, posts and bodies in German and Italian prose, as news agencies write it.

One grammar for both languages, its words in the reference tables: a post with its complement stands before the name ("Der
marokkanische Minister für Häfen, …"), or behind it ("…, Referatsleiterin in der Generaldirektion …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vmcgraph import reference
from vmcgraph.document import Document
from vmcgraph.extraction import languages
from vmcgraph.extraction.bodynames import Known
from vmcgraph.extraction.organisations import Bodies
from vmcgraph.extraction.people import People, StatedPost
from vmcgraph.extraction.posts import Post
from vmcgraph.names import Name, honorifics_at, name_at
from vmcgraph.reference import CountryEntry

_STOP = re.compile(
    r"[;:!?„“”»«()]|\s[–—]\s|(?<=S\.p\.A|S\.r\.l)\.(?=\s+[A-ZÀ-ÞĀ-ɏ])|(?<!\b[A-ZÀ-ÞĀ-ɏ])(?<!\bDr)(?<!\bProf)(?<!\bSt)\.(?=\s+[A-ZÀ-ÞĀ-ɏ„«\"]|\s*$)"
)
_LONGEST = 220
_ACRONYM = re.compile(r"\s*\(([A-Z][\w-]{1,11})\)")
#: Posts whose complement names a place or country that belongs to the title.
_ENVOYS = re.compile(r"botschaft|konsul|ambasciat|console|vertreter|rappresentante", re.IGNORECASE)
_MAYORS = re.compile(r"meister|sindac|govern|landes|prefett|bischof|vescov|minist", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A person with a post, and where the two stand; or a person alone."""

    name: Name
    post: Post | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundBody:
    """A body that the text names by its noun or legal form."""

    name: str
    start: int
    end: int
    acronym: str = ""
    country: CountryEntry | None = None


def read_posts(document: Document, flat: str, language: str, people: People, known: Bodies) -> None:
    """Enter the bodies, persons and posts of a text in German or Italian.

    Args:
        document: the report.
        flat: its plain text, line ends as blanks.
        language: "de" or "it".
        people: the persons so far; new ones and stated posts are entered.
        known: the bodies so far; new ones are entered.
    """
    blocks = [block for block in document.blocks if block.kind in ("paragraph", "heading")]
    for block in blocks:
        for body in bodies(flat, block.start, block.end, language, known.known):
            span = document.span(body.start, body.end, "narrative")
            known.named(body.name, country=body.country, span=span, acronym=body.acronym or None)
            known.learn(body.name)
            if body.acronym:
                known.define(body.acronym, body.name)
    for block in blocks:
        for found in persons(flat, block.start, block.end, language, known.known):
            person = people.named(found.name, document.span(found.name.start, found.name.end, "narrative"))
            if found.post:
                people.posts.append(StatedPost(person, [], found.start, found.end, "text", post=found.post))


#: For whom an article is signed: "By Jane Roe | Baltic Post", "By Jane Roe for Baltic Post".
_OUTLET = re.compile(
    r"(?:\s*\|\s*|\s+(?:for|of)\s+)(?P<name>(?:[Tt]he\s+)?[A-ZÀ-ÞĀ-ɏ][\w.&'-]*(?:\s[A-ZÀ-ÞĀ-ɏ][\w.&'-]*){0,3})(?=\s*(?:\||$))"
)


def read_by_lines(document: Document, flat: str, people: People, known: Bodies) -> None:
    """Enter who signs an article in English, on a line of its own, and for whom."""
    for block in document.blocks:
        if block.kind in ("heading", "name") and block.end - block.start < 120:
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


def bodies(flat: str, first: int, last: int, language: str, known: Known) -> Iterator[FoundBody]:
    """Yield the bodies of a paragraph that start with a body's noun or end in a legal form.

    Example:
        >>> text = "Das Institut für Hafenkunde (IfH) lud ein."
        >>> [(body.name, body.acronym) for body in bodies(text, 0, len(text), "de", lambda form: False)]
        [('Institut für Hafenkunde', 'IfH')]
    """
    for match in languages.company().finditer(flat, first, last):
        yield FoundBody(match[0], match.start(), match.end())
    at = first
    for match in re.compile(r"(?<![\w-])[^\W\d_][\w-]*").finditer(flat, first, last):
        noun = languages.body_noun(match[0], language) if match.start() >= at and not known(match[0]) else None
        more = languages.extension(language).match(flat, match.end(), last) if noun else None
        if not noun or not more or (language == "de" and match[0][0].islower()):
            continue
        name = _cut(flat[match.start() : more.end()], language)
        end = match.start() + len(name)
        acronym = _ACRONYM.match(flat, end, last)
        if (
            name == match[0]
            or languages.is_unit_noun(noun, language)
            or not (acronym or languages.is_sure(noun, language))
        ):
            continue
        nation = re.search(r"(\S+)\s+$", flat[max(first, match.start() - 40) : match.start()])
        country = languages.country_of(nation[1], language) if nation else None
        yield FoundBody(
            name, match.start(), end, acronym[1] if acronym else "", country or _behind(flat, end, last, language)
        )
        at = end


def _cut(name: str, language: str) -> str:
    """End a body's name before a post and before "und Stadt X": another one's."""
    post = languages.posts(language).search(name)
    name = name[: post.start()] if post else name
    return re.sub(r"(?:\s+(?:und|e|der|des|di|del|della|dei))+\s*$", "", name).rstrip(" ,")


def _behind(flat: str, end: int, last: int, language: str) -> CountryEntry | None:
    """Return the country of an adjective behind a noun: "il ministero degli Esteri albanese"."""
    word = re.compile(r"\s+([a-zà-ÿ]+)").match(flat, end, last)
    return languages.country_of(word[1], language) if word and language == "it" else None


def persons(flat: str, first: int, last: int, language: str, known: Known) -> Iterator[Found]:
    """Yield the persons of a paragraph with the posts beside their names.

    Args:
        flat: the text.
        first: where the paragraph starts.
        last: where it ends.
        language: "de" or "it".
        known: says whether a text is a form of a known body.

    Example:
        >>> text = "Die ghanaische Hafenministerin Ama Boateng lud ein."
        >>> found = next(persons(text, 0, len(text), "de", lambda form: False))
        >>> found.name.text, found.post.position, found.post.country.iso3
        ('Ama Boateng', 'Hafenministerin', 'GHA')
    """
    read: set[int] = set()
    for match in languages.posts(language).finditer(flat, first, last):
        found = _before(flat, match, first, last, language, known) or _apposed(
            flat, match, first, last, language, known
        )
        if found:
            read.add(found.name.start)
            yield found
    yield from (found for found in _academics(flat, first, last, language, known) if found.name.start not in read)
    yield from by_lines(flat, first, last, language)


def _before(flat: str, post: re.Match[str], first: int, last: int, language: str, known: Known) -> Found | None:
    """Read a post and the name behind it, at once or behind a complement and a comma."""
    stop = _limit(flat, post.end(), last)
    owner, start = _owner(flat, first, post.start(), language)
    relative = re.search(
        r"(?P<body>[^,;.]+),\s+(?:" + (languages.words(language, "relative") or "(?!)") + r")$",
        flat[first : post.start()],
    )
    adjective = (
        re.compile(r"\s+[a-zà-ÿ]+(?:al|an|es|e|ic|ari)[aeo]\b").match(flat, post.end(), stop)
        if language == "it"
        else None
    )
    close = adjective.end() if adjective else post.end()
    name = None if languages.body_noun(post["post"].split()[-1], language) else _name(flat, close, stop, language)
    if name:
        linked, end = _linked_body(flat, name.end, last, language, known)
        body = linked or (
            _tail_body(relative["body"], language, known)
            if relative
            else _speaks_for(flat[first : post.start()], language, known)
        )
        nation = languages.country_of(adjective[0].strip(), language) if adjective else None
        position = post["post"] if nation else flat[post.start() : close]
        return Found(name, Post(position, (), body, owner or nation), start, end)
    complement = ""
    for comma in re.compile(r",\s+").finditer(flat, post.end(), stop):
        name = _name(flat, comma.start() + 1, stop, language)
        complement = flat[post.end() : comma.start()].strip()
        if name and (complement or " " in post["post"]):
            break
        if "," in complement:
            return None
    else:
        return None
    if not name or re.search(r"[.„“«»\"]", complement.replace("S.p.A.", "")):
        return None
    read = read_complement(post["post"], complement, language, known) if complement else Post(post["post"])
    return Found(name, _owned(read, owner), start, name.end) if read else None


def _owned(post: Post, owner: CountryEntry | None) -> Post:
    return Post(post.position, post.units, post.body, post.country or owner, post.acronym)


def _limit(flat: str, at: int, last: int) -> int:
    bare = re.sub(r"\([A-Z][\w-]{1,11}\)", lambda acronym: "_" * len(acronym[0]), flat[at : min(last, at + _LONGEST)])
    stop = _STOP.search(bare)
    return at + (stop.start() if stop else len(bare))


def _owner(flat: str, first: int, start: int, language: str) -> tuple[CountryEntry | None, int]:
    """Read the country right before a post: "österreichische", "Kenias"."""
    word = re.search(r"(?<![\w-])([^\W\d_][\w-]*)\s+$", flat[max(first, start - 40) : start])
    country = languages.country_of(word[1], language) if word else None
    return (country, start - len(word[0])) if word and country else (None, start)


def _name(flat: str, at: int, stop: int, language: str) -> Name | None:
    """Read a name at an offset, behind blanks and honorifics; those of Italian prose start in lower case."""
    while at < stop and flat[at].isspace():
        at += 1
    title = re.compile(r"([a-z]+)\s+(?=[A-ZÀ-ÞĀ-ɏ])").match(flat, at, stop)
    honorific = None
    if title and title[1].capitalize() in reference.honorifics():
        honorific, at = title[1], title.end()
    found = name_at(flat, at, end=stop)
    if found is None:  # "von der Universität" behind a name may look like more of it
        link = re.compile(rf"\s(?={languages.words(language, 'from')})").search(flat, at, min(stop, at + 60))
        found = name_at(flat, at, end=link.start()) if link else None
    if found is None or len(found.text.split()) < 2 or found.text[0].islower():
        return None
    pieces = found.text.split()
    nation = languages.country_of(pieces[0], language)
    if pieces[0].casefold() in ("ngo", "ong", "onlus") and not found.honorific:
        return None
    if nation or languages.body_noun(found.text, language) or languages.posts(language).match(found.text):
        return None
    return Name(found.start, found.end, found.text, found.honorific or honorific)


def _apposed(flat: str, post: re.Match[str], first: int, last: int, language: str, known: Known) -> Found | None:
    """Read a post behind a name and a comma, also where a particle of the verb parts the two."""
    particles = languages.words(language, "verb particle").replace(r"\s+", "") or "(?!)"
    article = languages.words(language, "article")
    before = re.search(
        rf"(?P<name>(?:[^\s,;:.„“»«()]+\.?\s+){{1,5}}?[^\s,;:„“»«()]+)(?:\s+(?:{particles}))?,\s+(?:{article})?(?:[^\W\d_]+e\s+)?$",
        flat[max(first, post.start() - 120) : post.start()],
    )
    if not before:
        return None
    base = max(first, post.start() - 120) + before.start("name")
    name = None
    for word in re.finditer(r"\S+", before["name"]):
        found = _name(flat, base + word.start(), base + len(before["name"]), language)
        if found and found.end == base + len(before["name"]):
            name = found
            break
    if name is None:
        return None
    owner, _ = _owner(flat, first, post.start(), language)
    stop = _limit(flat, post.end(), last)
    comma = flat.find(",", post.end(), stop)
    stop = comma if comma >= 0 else stop
    read = read_complement(post["post"], flat[post.end() : stop].strip(), language, known)
    if read is None:
        return None
    outer = _speaks_for(flat[first : name.start], language, known) if read.body and not read.units else None
    noun = languages.body_noun(read.body, language) if read.body else None
    if outer and noun and languages.is_unit_noun(noun, language):
        read = Post(read.position, (read.body or "",), outer, read.country)
    return Found(name, _owned(read, owner), name.start, stop)


def _speaks_for(text: str, language: str, known: Known) -> str | None:
    """Return the body for which a sentence says that somebody speaks: "Per la Commissione europea è intervenuto …"."""
    article = languages.words(language, "article")
    words = re.search(rf"(?:^|[.!?]\s+)(?:Für|Per)\s+(?:{article})?(?P<rest>[^.!?,]+)$", text)
    if not words:
        return None
    pieces = words["rest"].split()
    for count in range(len(pieces), 0, -1):
        if known(" ".join(pieces[:count])):
            return " ".join(pieces[:count])
    more = languages.extension(language).match(words["rest"], len(pieces[0])) if pieces else None
    return words["rest"][: more.end()] if more and languages.body_noun(pieces[0], language) else None


def read_complement(position: str, complement: str, language: str, known: Known) -> Post | None:
    """Take apart what follows a post: its field, the unit, the body, the country.

    Args:
        position: the post.
        complement: the words behind it, from its preposition on.
        language: "de" or "it".
        known: says whether a text is a form of a known body.

    Example:
        >>> post = read_complement("Leiterin", "im deutschen Ministerium für Häfen", "de", lambda form: False)
        >>> post.position, post.body, post.country.iso3
        ('Leiterin', 'Ministerium für Häfen', 'DEU')
        >>> read_complement("ministro", "del Lavoro", "it", lambda form: False).position
        'ministro del Lavoro'
    """
    words, country = _trailing(complement, language)
    head, _, tail = words.partition(" ")
    if language == "it" and tail and (nation := languages.country_of(head, language)):
        words, country = tail, nation  # "la ministra slovena del Lavoro"
    if not words:
        return Post(position, (), None, country)
    links = list(re.finditer(rf"(?:^|(?<=\s))(?:{languages.words(language, 'of')})+", words))
    if not links or (links[0].start() and not languages.country_of(words.split()[0], language)):
        return None
    for number, link in enumerate(links):
        rest = words[link.end() :]
        body, owner = _body(rest, language, known)
        if body is None:
            continue
        units, outer = _units(body, language, known)
        field = words[: link.start()].strip()
        title = f"{position} {field}".strip() if number else position
        return Post(title, units, outer, country or owner)
    rest = words[links[0].end() :]
    nation = languages.country_of(rest.split(" ")[0], language) if rest else None
    if nation:
        return Post(f"{position} {words}" if _ENVOYS.search(position) else position, (), None, nation)
    if re.match(r"(?:von|di)\s+[A-ZÀ-ÞĀ-ɏ]", words) and not _MAYORS.search(position):
        return Post(position, (), rest, country)
    return Post(f"{position} {words}", (), None, country)


def _trailing(complement: str, language: str) -> tuple[str, CountryEntry | None]:
    """Take the adjective of a country off the end of an Italian complement: "del Lavoro italiano"."""
    head, _, tail = complement.rpartition(" ")
    country = languages.country_of(tail, language) if language == "it" and tail[:1].islower() else None
    return (head, country) if country else (complement, None)


def _body(rest: str, language: str, known: Known) -> tuple[str | None, CountryEntry | None]:
    """Return the body that a phrase names as a whole, and the country of an adjective before it."""
    first, _, more = rest.partition(" ")
    country = languages.country_of(first, language) if first[:1].islower() and more else None
    phrase = more if country else rest
    bare = _ACRONYM.sub("", phrase)
    bare = f"{bare}." if re.search(r"\b(?:S\.p\.A|S\.r\.l|e\.\s?V)$", bare) else bare  # its point ended the sentence
    if known(bare) or languages.has_legal_form(bare):
        return bare, country
    noun = languages.body_noun(bare, language)
    if noun and (" " in bare or languages.is_sure(noun, language)) and not languages.posts(language).match(bare):
        return bare, country
    return (bare, country) if re.fullmatch(r"[A-Z][A-Za-z]*[A-Z]{1,}[\w-]*", bare) else (None, country)


def _units(body: str, language: str, known: Known) -> tuple[tuple[str, ...], str]:
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


def _tail_body(words: str, language: str, known: Known) -> str | None:
    """Return the body that ends a phrase: what "dessen Direktorin" refers to."""
    bare = _ACRONYM.sub("", words)
    for piece in re.finditer(r"\S+", bare):
        phrase = bare[piece.start() :].strip()
        noun = languages.body_noun(phrase, language)
        if known(phrase) or (noun and phrase[0].isupper() and " " in phrase):
            return phrase
    return None


def _academics(flat: str, first: int, last: int, language: str, known: Known) -> Iterator[Found]:
    """Yield names behind an academic title, with the body that "von der", "dell'" puts behind them."""
    for match in re.compile(
        r"(?<![\w.-])(?:Dr|Prof|Univ|Mag|Dipl|Dott|Ing|Avv|Frau|Herr|Signora|Signor)[\w.-]*\s"
    ).finditer(flat, first, last):
        honorific, _ = honorifics_at(flat, match.start())
        name = _name(flat, match.start(), last, language) if honorific else None
        if name is None:
            continue
        body, end = _linked_body(flat, name.end, last, language, known)
        yield Found(name, Post("", (), body) if body else None, match.start(), end)


def _linked_body(flat: str, at: int, last: int, language: str, known: Known) -> tuple[str | None, int]:
    """Read the body that "von der" or "dell'" puts behind a name, and where it ends (at the name where there is none)."""
    bracket = re.compile(r"\s+\(([^()]{3,80})\)").match(flat, at, last)
    if bracket:
        body, _ = _body(bracket[1], language, known)
        return (body, bracket.end()) if body else (None, at)
    link = re.compile(rf"\s+(?:{languages.words(language, 'from')})").match(flat, at, last)
    if not link:
        return None, at
    phrase = flat[link.end() : _limit(flat, link.end(), last)].split(",")[0].strip()
    more = languages.extension(language).match(phrase, len(phrase.split(" ")[0]))
    body, _ = _body(phrase[: more.end()] if more else phrase.split(" ")[0], language, known) if phrase else (None, None)
    return (body, link.end() + len(body)) if body else (None, at)


#: What stands behind a name in a by-line: a town, another name, the end.
_BY_LINE_END = re.compile(
    r"(?:\s+in\s+[A-ZÀ-ÞĀ-ɏ][\w-]+(?:\s[A-ZÀ-ÞĀ-ɏ][\w-]+)?)?\s*(?:(?P<and>(?:,\s*)?and\s+(?=[A-ZÀ-ÞĀ-ɏ]))|[;,)/|]|\.?$)"
)


def by_lines(flat: str, first: int, last: int, language: str) -> Iterator[Found]:
    """Yield who signs a text: "Text: …; Fotos: …", "(Servizio di …)", "By …".

    Example:
        >>> [found.name.text for found in by_lines("By Jane Roe", 0, 11, "en")]
        ['Jane Roe']
    """
    label = "|".join(map(re.escape, sorted(reference.function_words(language, "by-line"), key=len, reverse=True)))
    for match in re.compile(rf"(?:(?<=[(;/|])\s*|(?<=\n)|\A)(?:{label})\s*:?\s+(?=[A-ZÀ-ÞĀ-ɏ])").finditer(
        f"\n{flat[first:last]}"
    ):
        at = first + match.end() - 1
        while name := name_at(flat, at, end=last) if language == "en" else _name(flat, at, last, language):
            behind = _BY_LINE_END.match(flat, name.end, last)
            if not behind:
                break
            yield Found(name, None, name.start, name.end)
            if not behind["and"]:
                break
            at = behind.end()
