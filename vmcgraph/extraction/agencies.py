"""Persons, posts and bodies in German and Italian prose, as news agencies write it.

One grammar for both languages, its words in the reference tables: a post with its complement stands before the name ("Der
marokkanische Minister für Häfen, …"), or behind it ("…, Referatsleiterin in der Generaldirektion …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from vmcgraph import reference
from vmcgraph.document import Block, Document
from vmcgraph.extraction import languages
from vmcgraph.extraction.bodynames import Known
from vmcgraph.extraction.bylines import by_lines, signed_and_answering
from vmcgraph.extraction.complements import read_complement
from vmcgraph.extraction.foreignbodies import LOCAL, bodies, body_of, last_body, short_forms, the_commission
from vmcgraph.extraction.foreignnames import ARTICLE, LONGEST, Found, limit, name_before, name_in
from vmcgraph.extraction.organisations import Bodies
from vmcgraph.extraction.people import People, StatedPost
from vmcgraph.extraction.posts import Post
from vmcgraph.names import Name, honorifics_at
from vmcgraph.reference import CountryEntry

#: The commas in the name of a ministry: "für Arbeit, Häfen und Lotsen".
_FIELDS = re.compile(r"\bfür\s+[A-ZÄÖÜ][\w-]+(?:,\s+[A-ZÄÖÜ][\w-]+)+,?\s+und\s+(?:[a-zäöü]+e\s+)?[A-ZÄÖÜ][\w-]+")
#: "UNHCR-Vertreterin", "FPÖ-Landesparteisekretär"; an EU commissioner is called so.
_OF_BODY = re.compile(r"(?P<body>[^\W\d_][\w/]*)-(?P<post>[A-ZÄÖÜ][\w-]*)")
_NO_BODY = frozenset({"EU", "US", "UK", "Ex", "Co", "Ko", "Vize", "NGO"})
#: What people are to each other, and no post.
_FELLOW = re.compile(r"(?:\w*[Kk]olleg(?:e|en|in)|collega|omolog[oa])")
_COLLEAGUE = re.compile(r"(?P<nation>[a-zäöüß]+)\s+(?:\w*[Kk]olleg(?:e|en|in)|collega|omolog[oa]),?\s+$")


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
    lines = [line for block in blocks for line in _stretches(document.text, block)]
    named: list[str] = []
    for start, end in lines:
        for body in bodies(flat, start, end, language, known.known):
            named.append(body.name)
            span = document.span(body.start, body.end, "narrative")
            known.named(body.name, country=body.country, span=span, acronym=body.acronym or None, type=body.type)
            known.learn(body.name)
            if body.acronym:
                known.define(body.acronym, body.name)
    for form, name in short_forms(flat, named) if language == "de" else ():
        known.define(form, name)
    if commission := the_commission(flat, language):
        known.define(commission, "European Commission")
    for block in (block for block in document.blocks if block.kind in ("paragraph", "heading", "quote-by")):
        where = "quote" if block.kind == "quote-by" else "text"
        for found in persons(flat, block.start, block.end, language, known.known):
            person = people.named(found.name, document.span(found.name.start, found.name.end, "narrative"))
            before = flat[max(block.start, found.start - 20) : found.start]
            position = found.post.position if found.post else ""
            person.sex = person.sex or languages.sex_of(found.name.honorific or position, before, language)
            post = found.post
            post = replace(post, position="") if post and _FELLOW.fullmatch(post.position) else post
            if post and post != Post(""):
                people.posts.append(StatedPost(person, [], found.start, found.end, where, post=post))
    for found in signed_and_answering(document, flat, language, known.known):
        person = people.named(found.name, document.span(found.start, found.end, "team"))
        if found.post:
            people.posts.append(StatedPost(person, [], found.start, found.end, "team", post=found.post))


def _stretches(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Yield start and end of a paragraph, or of each line of a heading: letterheads print a body on each."""
    if block.kind != "heading":
        yield block.start, block.end
        return
    at = block.start
    for line in text[block.start : block.end].splitlines(keepends=True):
        yield at, at + len(line)
        at += len(line)


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
            yield from _with_party(flat, found, match, last, language, known)
            yield from _second(flat, found, last, language, known)
    others = (
        *_academics(flat, first, last, language, known),
        *_of_bodies(flat, first, last, language, known),
        *_spokespersons(flat, first, last, language, known),
    )
    for found in others:
        if found.name.start not in read:
            read.add(found.name.start)
            yield found
    yield from by_lines(flat, first, last, language)


def _with_party(
    flat: str, found: Found, post: re.Match[str], last: int, language: str, known: Known
) -> Iterator[Found]:
    """Yield a post, and apart from it the party that brackets or the word itself name beside an office of state."""
    stated = found.post
    bracketed, _ = _bracketed_party(flat, found.name.end, last)
    if stated is None or not (bracketed or languages.is_political(post["post"], language)):
        yield found
        return
    party, end = _linked_body(flat, found.name.end, last, language, known)
    plain = stated if not party or stated.body != party else Post(stated.position, stated.units, None, stated.country)
    yield Found(found.name, plain, found.start, found.end)
    if party and flat[found.name.end : end].lstrip().startswith("("):
        yield Found(found.name, Post("", (), party), found.start, end)
    yield from _listed_behind(flat, end, last, language) if bracketed else ()


#: The next politician of a list: "…, Bo Vik (CDU) und Ada Roe (Grüne)".
_NEXT_IN_LIST = re.compile(r"(?:,(?:\s+(?:und|sowie|e|ed))?|\s+(?:und|sowie|e|ed))\s+(?=[A-ZÀ-ÞĀ-ɏ])")


def _listed_behind(flat: str, at: int, last: int, language: str) -> Iterator[Found]:
    """Yield those who follow in a list, each with a party in brackets."""
    while link := _NEXT_IN_LIST.match(flat, at, last):
        name = name_in(flat, link.end(), min(last, link.end() + LONGEST), language)
        party, at = _bracketed_party(flat, name.end, last) if name else (None, last)
        if name and party:
            yield Found(name, Post("", (), party), name.start, at)


def _bracketed_party(flat: str, at: int, last: int) -> tuple[str | None, int]:
    """Read the party in brackets behind a name, maybe with its canton or group: "(SVP/ZH)", "(Pd, S&D)"."""
    bracket = re.compile(r"\s+\((?P<party>[^()/,]{2,30}(?:/[A-Z][\w ]+)?)(?:[/,]\s?[^()]{2,20})?\)").match(
        flat, at, last
    )
    forms = [bracket["party"], bracket["party"].split("/")[0]] if bracket else []
    party = next((form for form in forms if form in reference.parties()), None)
    return (party, bracket.end()) if bracket and party else (None, at)


def _split(title: str, language: str, known: Known) -> tuple[str | None, str]:
    """Split the body off a German post: "UNHCR-Vertreterin" is "Vertreterin" of UNHCR."""
    made = _OF_BODY.fullmatch(title.split()[-1]) if language == "de" else None
    if (
        not made
        or made["body"] in _NO_BODY
        or not (known(made["body"]) or re.search(r"[A-ZÄÖÜ].*[A-ZÄÖÜ]", made["body"]))
    ):
        return None, title
    return made["body"], " ".join([*title.split()[:-1], made["post"]])


#: The first of two posts that somebody has: "Vizepremier und Innenminister", "Außen- und Europaminister".
_JOINT = re.compile(r"(?<![\w-])(?P<post>[^\W\d_][\w-]*)\s+(?:und|ed?)\s+$")


def _title(flat: str, first: int, post: re.Match[str], language: str, known: Known) -> tuple[str | None, str, int]:
    """Return the body that is part of a post, the post without it, another one before "und" with it, and where it starts."""
    body, title = _split(post["post"], language, known)
    joint = _JOINT.search(flat, max(first, post.start() - 60), post.start())
    if joint and (joint["post"].endswith("-") or languages.posts(language).fullmatch(joint["post"])):
        return body, f"{' '.join(joint[0].split())} {title}", joint.start()
    return body, title, post.start()


def _before(flat: str, post: re.Match[str], first: int, last: int, language: str, known: Known) -> Found | None:
    """Read a post and the name behind it: at once, behind a body that is known, or behind a complement and a comma."""
    stop = limit(flat, post.end(), last)
    prefix, title, begins = _title(flat, first, post, language, known)
    owner, start = _owner(flat, first, begins, language)
    close, nation = _adjective(flat, post.end(), stop, language)
    body = languages.body_noun(post["post"].split()[-1], language) and not post["post"].endswith("rat")
    name = None if body else name_in(flat, close, stop, language)
    position = title if nation else f"{title}{flat[post.end() : close]}"
    if name:
        linked, end = _linked_body(flat, name.end, last, language, known)
        beside = prefix or linked or _body_before(flat[first : post.start()], language, known)
        return Found(name, Post(position, (), beside, owner or nation), start, end)
    named = _behind_body(flat, close, stop, language, known)
    if named and not (flat.startswith(", ", named[0].end) and name_in(flat, named[0].end + 1, stop, language)):
        return Found(named[0], Post(position, (), named[1], owner or nation), start, named[0].end)
    if fielded := _behind_field(flat, close, stop, language):
        field, _, last_word = fielded[1].rpartition(" ")
        foreign = languages.country_of(last_word, language) if language == "it" else None
        field = field if foreign else fielded[1]
        return Found(
            fielded[0], Post(f"{position}{field}", (), None, owner or nation or foreign), start, fielded[0].end
        )
    held = name_before(flat, first, begins, language)
    if held and not held[1]:
        return None  # "Ada Roe, Direktorin des Amtes, Bo Vik": hers, and another one follows
    behind = _behind_comma(flat, post, stop, language)
    if behind is None:
        return None
    name, complement, other = behind
    read = read_complement(title, complement, language, known) if complement else Post(title)
    if read and prefix:
        return Found(name, Post(f"{title} {complement}".strip(), (), prefix), start, name.end)
    return Found(name, _owned(read, owner), start, name.end) if read and (read.body or not other) else None


def _behind_comma(flat: str, post: re.Match[str], stop: int, language: str) -> tuple[Name, str, bool] | None:
    """Read the complement of a post, the name behind its comma, and whether a second post of the same person stands between."""
    for comma in re.compile(r",\s+").finditer(flat, post.end(), stop):
        name = name_in(flat, comma.start() + 1, stop, language)
        other = None if name else _behind_other_post(flat, comma.end(), stop, language)
        name = name or other
        complement = flat[post.end() : comma.start()].strip()
        if name and (complement or " " in post["post"]):
            unfit = re.search(r"[.„“«»\"]", complement.replace("S.p.A.", "")) or _TWO_HOLDERS.search(complement)
            return None if unfit else (name, complement, other is not None)
        if "," in complement and not re.match(r"(?:für|per|con delega)\b", complement):
            return None
    return None


#: Between the post of somebody and that of another one: "del Consiglio Ada Roe e il comandante".
_TWO_HOLDERS = re.compile(r"[A-ZÀ-ÞĀ-ɏ][\w'’-]+\s[A-ZÀ-ÞĀ-ɏ][\w'’-]+\s+e(?:d?)\s+(?:il\s|la\s|lo\s|l['’])")


def _behind_other_post(flat: str, at: int, stop: int, language: str) -> Name | None:
    """Read the name behind a second post of the same person: "der Präsident der Lotsenkommission, alt Hafenrat Bo Vik"; in a list others follow."""
    lead = re.compile(rf"(?:{languages.words(language, 'article')})?(?:[A-ZÄÖÜ]?[a-zäöüß]+(?:e[rn]?)?\s){{0,2}}?")
    for post in languages.posts(language).finditer(flat, at, min(stop, at + 60)):
        name = name_in(flat, post.end(), stop, language) if lead.fullmatch(flat, at, post.start()) else None
        return None if name and re.compile(r",?\s+(?:und|sowie|e|ed)\s").match(flat, name.end) else name
    return None


def _body_before(before: str, language: str, known: Known) -> str | None:
    """Return the body that the words before a post name: "das Amt, dessen Direktorin …", "Für das Amt sprach Direktorin …"."""
    relative = re.search(
        rf"(?P<body>[^,;.]+)(?:,\s+|\s\w+\s+)(?:{languages.words(language, 'relative') or '(?!)'})$", before
    )
    possessive = _POSSESSIVE.search(before) if language == "de" else None
    return (
        (last_body(relative["body"], language, known) if relative else None)
        or _speaks_for(before, language, known)
        or (_leading_body(possessive["subject"], language, known) if possessive else None)
    )


#: A sentence, and the possessive with which the next one goes on about its subject: "Das Amt lehnt ab. Ihre Sprecherin Ada Roe …".
_POSSESSIVE = re.compile(
    r"(?:^|[.!?]\s+)(?:D(?:ie|as|er)\s+)?(?P<subject>[A-ZÄÖÜ][^.!?“”„\"]{3,140})\.\s+(?:Ihre?|Seine?|Deren|Dessen)\s+$"
)


def _leading_body(words: str, language: str, known: Known) -> str | None:
    """Return the body with which some words begin."""
    pieces = words.split()
    return next((body for count in range(min(6, len(pieces)), 0, -1) if known(body := " ".join(pieces[:count]))), None)


def _adjective(flat: str, at: int, stop: int, language: str) -> tuple[int, CountryEntry | None]:
    """Read the adjective that Italian puts behind a post, and its country: "il viceministro greco", "il segretario permanente"."""
    word = re.compile(r"\s+(?P<word>[a-zà-ÿ]+|Ue|UE|Onu)\b(?=\s)").match(flat, at, stop) if language == "it" else None
    if not word or languages.is_small_word(word["word"], language):
        return at, None
    return word.end(), languages.country_of(word["word"], language)


#: The field of an office of state, right before a name: "per gli Affari interni", "della Pesca e del Mare", "für Inneres und Häfen".
_FIELD = languages.Patterns(
    de=r"\s+für\s+(?:[a-zäöü]+(?:e|es|en)\s)?[A-ZÄÖÜ][a-zäöüß-]+(?:(?:,\s[A-ZÄÖÜ][a-zäöüß-]+)*\s+und\s+(?:[a-zäöü]+e\s)?[A-ZÄÖÜ][a-zäöüß-]+)?(?=\s+[A-ZÀ-ÞĀ-ɏ])",
    it=r"\s+(?:e\s+)?(?:(?:per|con delega a)\s+)?(?:de|a)?(?:i|il|gli|le|la|l|lo|ll['’]|ll[aeo]|l['’])\s?(?P<what>(?:Politiche|Affari|Pari|Attività|Rapporti|Sviluppo)\s\w+|[A-Z][a-zà-ù]+(?:\s[a-zà-ù]{4,})?)"
    r"(?:,?\s+e\s+(?:(?:del|al|della|alla|dei|ai|delle|alle|degli|agli|dello|allo)\s|(?:de|a)ll['’])?[A-Z]?[a-zà-ù]+(?:\s[a-zà-ù]{4,})?)?(?=\s+[A-ZÀ-ÞĀ-ɏ])",
)


#: What somebody teaches, or on whose side he sits, right before the name: "docente di diritto Ada Roe".
_SUBJECT = re.compile(r"\s+(?:di\s|d['’])[a-zà-ù]{4,}(?:\s[a-zà-ù]{4,})?(?=\s+[A-ZÀ-ÞĀ-ɏ])")


def _behind_field(flat: str, at: int, stop: int, language: str) -> tuple[Name, str] | None:
    """Read the field of an office of state and the name right behind it, without a comma: "la ministra della Pesca Ada Roe"."""
    office = re.compile(r"(?:inist|ommissar|ssessor|segretari|kretär|enator)\w*(?:\s[\w'’]+){0,2}$").search(
        flat, max(0, at - 40), at
    )
    field = _FIELD[language].match(flat, at, stop) if office else None
    field = field or (_SUBJECT.match(flat, at, stop) if language == "it" else None)
    name = name_in(flat, field.end(), stop, language) if field else None
    return (name, field[0]) if field and name else None


def _behind_body(flat: str, at: int, stop: int, language: str, known: Known) -> tuple[Name, str] | None:
    """Read a body that is known and the name right behind it: "la deputata del Pd Ada Roe", "der Chef der IOM Bo Vik"."""
    link = re.compile(rf"\s+(?:{languages.words(language, 'of')})+").match(flat, at, stop)
    comma = flat.find(",", link.end(), stop) if link else -1
    words = list(re.compile(r"\S+").finditer(flat, link.end(), comma if comma >= 0 else stop))[:9] if link else []
    for last in reversed(words):
        body = flat[words[0].start() : last.end()]
        if known(body) or re.fullmatch(r"[A-ZÄÖÜ]{2,6}", body):
            name = name_in(flat, last.end(), stop, language)
            return (name, body) if name else None
    if words and language == "it" and languages.body_noun(words[0][0], language):
        kind = re.compile(r"(?:\s[a-zà-ù]{4,}){0,2}").match(
            flat, words[0].end(), stop
        )  # "della Giunta regionale Ada Roe"
        name = name_in(flat, kind.end(), stop, language) if kind and kind[0] else None
        if name and kind:
            return name, flat[words[0].start() : kind.end()]
    capitals = list(takewhile(lambda word: word[0][0].isupper(), words))
    if len(capitals) > 3 and languages.body_noun(capitals[0][0], language):  # "della Regione Molonuovo Ada Roe"
        name = name_in(flat, capitals[-2].start(), capitals[-1].end(), language)
        return (name, flat[words[0].start() : capitals[-3].end()]) if name else None
    return None


def _owned(post: Post, owner: CountryEntry | None) -> Post:
    return Post(post.position, post.units, post.body, post.country or owner, post.acronym)


def _owner(flat: str, first: int, start: int, language: str) -> tuple[CountryEntry | None, int]:
    """Read the country right before a post: "österreichische", "Kenias"."""
    word = re.search(r"(?<![\w-])([^\W\d_][\w-]*)\s+$", flat[max(first, start - 40) : start])
    country = languages.country_of(word[1], language) if word else None
    if word and country:
        return country, start - len(word[0])
    colleague = _COLLEAGUE.search(flat[max(first, start - 60) : start])
    return (languages.country_of(colleague["nation"], language), start) if colleague else (None, start)


def _apposed(flat: str, post: re.Match[str], first: int, last: int, language: str, known: Known) -> Found | None:
    """Read a post behind a name and a comma, also where a particle of the verb parts the two."""
    prefix, title, begins = _title(flat, first, post, language, known)
    held = name_before(flat, first, begins, language)
    if held is None:
        return None
    name, _ = held
    owner, _ = _owner(flat, first, begins, language)
    stop = limit(flat, post.end(), last)
    fields = _FIELDS.search(flat, post.end(), stop)
    comma = flat.find(",", fields.end() if fields else post.end(), stop)
    stop = comma if comma >= 0 else stop
    another = _another_post(flat, post.end(), stop, language)
    stop = another.start() if another else stop
    read = read_complement(title, flat[post.end() : stop].strip(), language, known)
    if read is None:
        return None
    if prefix and not read.body:
        read = Post(read.position, read.units, prefix, None)
    outer = _speaks_for(flat[first : name.start], language, known) if read.body and not read.units else None
    noun = languages.body_noun(read.body, language) if read.body else None
    if outer and noun and languages.is_unit_noun(noun, language):
        read = Post(read.position, (read.body or "",), outer, read.country)
    return Found(name, _owned(read, owner), name.start, stop)


def _another_post(flat: str, at: int, last: int, language: str) -> re.Match[str] | None:
    """Return the link before a second post of the same person: "Dozentin an der Seeakademie | und | Leiterin des Hafenamts"."""
    for link in re.compile(r"\s+(?:und|sowie|e|ed|nonché)\s+(?=[^\W\d_])").finditer(flat, at, last):
        if link.start() > at and languages.posts(language).match(flat, link.end()):
            return link
    return None


def _second(flat: str, found: Found, last: int, language: str, known: Known) -> Iterator[Found]:
    """Yield the second post behind the first: "…, docente all'Ateneo di Molo e presidente del Centro Rotte"."""
    link = re.compile(r"\s+(?:und|sowie|e|ed|nonché)\s+").match(flat, found.end, last)
    post = languages.posts(language).match(flat, link.end(), last) if link and found.end > found.name.end else None
    if post:
        stop = limit(flat, post.end(), last)
        comma = flat.find(",", post.end(), stop)
        stop = comma if comma >= 0 else stop
        read = read_complement(post["post"], flat[post.end() : stop].strip(), language, known)
        if read and read.body:
            yield Found(found.name, read, found.name.start, stop)


def _speaks_for(text: str, language: str, known: Known) -> str | None:
    """Return the body for which a sentence says that somebody speaks: "Per la Commissione europea è intervenuto …"."""
    article = languages.words(language, "article")
    words = re.search(rf"(?:^|[.!?][\"“”«»]?\s+)(?:Für|Per)\s+(?:{article})?(?P<rest>[^.!?,]+)$", text)
    if not words:
        return None
    pieces = words["rest"].split()
    for count in range(len(pieces), 0, -1):
        body = " ".join(pieces[:count])
        if known(body):
            local = LOCAL.match(words["rest"])
            branch = local[0] if local and local["body"] == body else body
            return body if languages.country_of(branch.split()[-1], language) else branch
    more = languages.extension(language).match(words["rest"], len(pieces[0])) if pieces else None
    return words["rest"][: more.end()] if more and languages.body_noun(pieces[0], language) else None


def _academics(flat: str, first: int, last: int, language: str, known: Known) -> Iterator[Found]:
    """Yield names behind an academic title, with the body that "von der", "dell'" puts behind them."""
    for match in re.compile(
        r"(?<![\w.-])(?:Dr|Prof|Univ|Mag|Dipl|Dott|Ing|Avv|Frau|Herr|Signora|Signor)[\w.-]*\s"
    ).finditer(flat, first, last):
        honorific, _ = honorifics_at(flat, match.start())
        name = name_in(flat, match.start(), last, language) if honorific else None
        if name is None:
            continue
        body, end = _linked_body(flat, name.end, last, language, known)
        yield Found(name, Post("", (), body) if body else None, match.start(), end)


def _of_bodies(flat: str, first: int, last: int, language: str, known: Known) -> Iterator[Found]:
    """Yield names without a post, with the body that "vom", "von der", "di" puts behind them: "Ada Roe vom Hafenamt Graz"."""
    for match in _NAME_AND_BODY[language].finditer(flat, first, last):
        begins = match.start("name")
        trade = _TRADE.match(flat, begins, match.end()) if language == "de" else None
        if trade and not trade["article"] and not ARTICLE.search(flat, first, begins):
            trade = None
        name = name_in(flat, trade.end() if trade else begins, match.end("name"), language)
        if (
            name is None
            or name.end != match.end("name")
            or not _BEFORE_NAME.search(flat[max(first, begins - 30) : begins])
        ):
            continue
        body, end = _linked_body(flat, name.end, last, language, known)
        if body and (language == "de" or known(body) or known(body.split(" di ")[0])):
            yield Found(name, Post(trade["post"] if trade else "", (), body), begins, end)


#: What may stand with a capital before a name.
_LEAD_WORD = r"(?:Laut|Nach|Auch|Mit|Gemäß|Neben|Secondo|Anche|Con|Come|Per|Così)"
_BEFORE_NAME = re.compile(rf"(?:^|[.!?:;,]\s+|\s[a-zà-ÿ]+\s+|\b{_LEAD_WORD}\s+)$")
#: Words with a capital that may be a name.
_CAPITALS = r"(?P<name>[A-ZÀ-ÞĀ-ɏ][\w'’-]+(?:\s(?:von|van|de|di|al|del)){0,2}(?:\s[A-ZÀ-ÞĀ-ɏ][\w.'’-]*){1,3})"
#: Who speaks for a body, behind the verb and without a post: "Für das Hafenamt sagte Ada Roe".
_FOR_A_BODY = languages.Patterns(
    de=rf"\bFür\s[^.!?,;:“”„]{{3,120}}?\s(?!deren|dessen|ihre|seine|[a-zäöüß]+(?:en|er|es|em)\s)[a-zäöüß]{{4,}}\s(?={_CAPITALS})",
    it=rf"\bPer\s[^.!?;:“”«»]{{3,120}}?,?\s(?:ha|è|hanno)\s[a-zà-ù]+\s(?={_CAPITALS})",
)


def _spokespersons(flat: str, first: int, last: int, language: str, known: Known) -> Iterator[Found]:
    """Yield names without a post behind the body for which they speak and a verb: "Für das Hafenamt erinnerte Ada Roe daran, …"."""
    for match in _FOR_A_BODY[language].finditer(flat, first, last):
        name = name_in(flat, match.end(), last, language)
        body = _speaks_for(flat[first : match.end()], language, known) if name else None
        if name and body:
            yield Found(name, Post("", (), body), match.start(), name.end)


#: A profession behind an article, before the two words of a name: "die Wattkundlerin Ada Roe".
_TRADE = re.compile(
    r"(?P<article>D(?:er|ie|en|em)\s+)?(?P<post>[A-ZÄÖÜ][\w-]{4,}(?:er|in|ist|oge|ar|är|or|ant|ent))\s+(?=[A-ZÀ-ÞĀ-ɏ][\w'’-]+\s[A-ZÀ-ÞĀ-ɏa-z])"
)


_NAME_AND_BODY = languages.Patterns(
    de=rf"(?<![\w-])(?:{_LEAD_WORD}\s)?{_CAPITALS}(?=\s(?:vom|von\sder)\s)",
    it=rf"(?<![\w-])(?:{_LEAD_WORD}\s)?{_CAPITALS}(?=,?\s(?:di|del|della|dell['’])\s?)",
)


def _linked_body(flat: str, at: int, last: int, language: str, known: Known) -> tuple[str | None, int]:
    """Read the body that "von der" or "dell'" puts behind a name, and where it ends (at the name where there is none)."""
    party, behind = _bracketed_party(flat, at, last)
    if party:
        return party, behind
    bracket = re.compile(r"\s+\(([^()]{3,80})\)").match(flat, at, last)
    if bracket:
        body, _ = body_of(bracket[1], language, known)
        return (body, bracket.end()) if body else (None, at)
    link = re.compile(rf",?\s+(?:{languages.words(language, 'from')})").match(flat, at, last)
    if not link:
        return None, at
    phrase = flat[link.end() : limit(flat, link.end(), last)].split(",")[0].strip()
    more = languages.extension(language).match(phrase, len(phrase.split(" ")[0]))
    body, _ = (
        body_of(phrase[: more.end()] if more else phrase.split(" ")[0], language, known) if phrase else (None, None)
    )
    end = re.compile(r"[\w-]*").match(flat, link.end() + len(body or ""))  # its noun may stand in the genitive
    return (body, end.end()) if body and end else (None, at)
