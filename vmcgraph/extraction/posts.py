"""Take a printed post apart: position, unit, body, country.

"Head of Region, Silk Routes, ICMPD" and "Director of the Mixed Migration Centre" are two ways of one grammar: a position, maybe
open to a complement ("Minister for A, B and C"), then units from the inside out, the employing body, the country. The rules
of ../gold/GUIDE.md decide: the body is the outermost employer that is named, a unit a named part of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from vmcgraph import reference
from vmcgraph.model import fold
from vmcgraph.reference import CountryEntry

_PREPOSITIONS = r"(?:of|for|on|with|to|in|–|-)"
#: Complements after which a position is complete: what follows a comma is the name of a unit, not an enumeration.
_CLOSED = frozenset(
    "region unit department division section office mission delegation sector desk team directorate service state staff cabinet government "
    "secretariat branch bureau programme program programmes programs".split()
)
_UNIT_NOUNS = frozenset(
    "department unit office division directorate directorate-general mission section bureau branch desk faculty delegation secretariat".split()
)
_SPLIT = re.compile(r"\s*,\s+")


@dataclass(frozen=True, slots=True)
class Body:
    """A body as one place prints it: its name, the country and the acronym printed beside it."""

    name: str
    country: CountryEntry | None = None
    acronym: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A post as one place prints it.

    Args:
        position: the title only, or "".
        units: named parts of the body, from the inside out.
        body: the employing body, if one is named.
        country: named beside it, as a possessive or an adjective.
        acronym: printed in brackets behind the body.
    """

    position: str
    units: tuple[str, ...] = ()
    body: str | None = None
    country: CountryEntry | None = None
    acronym: str | None = None


Known = Callable[[str], bool]


def parse_post(text: str, known: Known, *, country: CountryEntry | None = None) -> Post:
    """Take a post apart.

    Args:
        text: the post, without the person's name.
        known: says whether a text is a form of a body that is known.
        country: what the heading above states, if it does.

    Example:
        >>> post = parse_post("Deputy Permanent Secretary at the Danish Ministry for Immigration", lambda form: False)
        >>> post.position, post.body, post.country.iso3
        ('Deputy Permanent Secretary', 'Ministry for Immigration', 'DNK')
        >>> parse_post("Head of Region, Silk Routes, ICMPD", lambda form: form == "ICMPD")
        Post(position='Head of Region', units=('Silk Routes',), body='ICMPD', country=None, acronym=None)
    """
    words = " ".join(text.split()).strip(" ,.;:-–—")
    words = re.sub(
        r"\s*\((?:online|virtual|virtually|remote|tbc|tba|moderator|chair|speaker)\)", "", words, flags=re.IGNORECASE
    ).strip(" ,")
    words = _before_body(words, known)
    owner, rest = _owner(words, known)
    if owner.name and contains_post(rest):
        inner = _listing(rest, known)
        units, position = _prefix_units(inner.position)
        # "ICMPD Head of Region for Silk Routes": the body stands before, a unit may stand inside
        if inner.body and inner.body != owner.name and not known(inner.body):
            return replace(
                inner,
                units=(*inner.units, inner.body),
                body=owner.name,
                position=position,
                country=inner.country or country,
            )
        if inner.body and known(inner.body) and inner.body != owner.name:
            return replace(inner, units=(*units, inner.body, *inner.units), body=owner.name, position=position)
        return Post(position, (*units, *inner.units), owner.name, inner.country or country, owner.acronym)
    if owner.country and contains_post(rest):
        inner = _listing(rest, known)
        return replace(inner, country=inner.country or owner.country)
    inner = _listing(words, known)
    return replace(inner, country=inner.country or country)


def join_lines(lines: list[str], known: Known) -> str:
    """Join the lines of a card: a line that starts a body or a country begins a new member of the list.

    Example:
        >>> join_lines(["Head of Region, Silk", "Routes", "ICMPD"], lambda form: form == "ICMPD")
        'Head of Region, Silk Routes, ICMPD'
    """
    made = lines[0]
    for line in lines[1:]:
        head = _segments(line, known)[0]
        closed = not re.search(r"(?:[,–-]|\b(?:of|for|and|the|&|in|on|to|at))$", made)
        acronym = re.fullmatch(r"[A-Z][A-Za-z]*[A-Z]{1,}[\w-]*", head) is not None
        if known(f"{made.split(' ')[-1]} {head}"):
            made = f"{made} {line}"
            continue
        bare = starts_with_post(made) and all(
            fold(word) in reference.posts() | reference.post_modifiers() for word in made.split()
        )
        begins = (
            (bare and _is_unit(head, known))
            or known(head)
            or reference.country_named(head)
            or acronym
            or (body_like(head, known) and _starts_body(head))
        )
        made = f"{made}, {line}" if closed and begins else f"{made} {line}"
    return made


def _starts_body(head: str) -> bool:
    """Say whether a line starts with the noun of a body ("Ministry for …") or ends in one ("Placewise Foundation")."""
    words = [fold(word) for word in re.split(r"\s+(?:of|for)\s+", head)[0].split()]
    nouns = reference.body_nouns()
    return any(word in nouns and nouns[word].strong for word in (words[0], words[-1]))


def _before_body(words: str, known: Known) -> str:
    """Put the comma that a card leaves out before a body at its end: "Director General ICMPD"."""
    if known(words):
        return words
    pieces = words.split(" ")
    for number in range(1, len(pieces)):
        tail = " ".join(pieces[number:])
        head = " ".join(pieces[:number])
        last = pieces[number - 1]
        bound = re.search(
            r"(?:[,–—.]|['’]s?|\b(?:of|for|and|the|at|in|on|to|with|&))$", last
        ) or reference.country_of_adjective(last)
        if known(tail) and contains_post(head) and not bound and not reference.country_named(last):
            return f"{head}, {tail}"
    return re.sub(r"((?:Department|Faculty|School|Institute|Chair) of [A-Z]\w+) (University of )", r"\1, \2", words)


def contains_post(text: str) -> bool:
    """Say whether a text holds the head noun of a post.

    Example:
        >>> contains_post("Knowledge Management Director"), contains_post("Mixed Migration Centre")
        (True, False)
    """
    words = fold(text).split()
    return any(" ".join(words[i : i + n]) in reference.posts() for i in range(len(words)) for n in (1, 2, 3))


def starts_with_post(text: str) -> bool:
    """Say whether a text begins with a post: "Senior Advisor …", "Director …"."""
    words = fold(text).split()
    while words and words[0] in reference.post_modifiers() and " ".join(words[:1]) not in reference.posts():
        words = words[1:]
    return any(" ".join(words[:n]) in reference.posts() for n in (1, 2, 3))


def _owner(words: str, known: Known) -> tuple[Body, str]:
    """Read what stands before a post and says whose it is: "Egypt's …", "Danish …", "ICMPD …", "the European Commission's …"."""
    bare = re.sub(r"^[Tt]he\s+", "", words)
    possessive = re.match(r"(.{2,90}?)(?:'s|’s|s'|s’)\s+(?=\S)", bare)
    if possessive:
        name = possessive[1] + ("s" if bare[possessive.end(1) : possessive.end(1) + 1] == "s" else "")
        found = reference.country_named(name)
        if found:
            return Body("", found), bare[possessive.end() :]
        if known(name) or known(possessive[1]):
            return Body(name if known(name) else possessive[1]), bare[possessive.end() :]
    pieces = bare.split(" ")
    for count in range(min(len(pieces) - 1, 16), 0, -1):
        head, tail = " ".join(pieces[:count]), " ".join(pieces[count:])
        adjective = reference.country_of_adjective(head) if count <= 3 else None
        if adjective and (starts_with_post(tail) or body_like(tail, known)):
            return Body("", adjective), tail
        if known(head) and contains_post(tail) and not tail.startswith(("of ", "for ", "and ")):
            return Body(head), tail
    return Body(""), words


def _prefix_units(position: str) -> tuple[tuple[str, ...], str]:
    """Split "Brussels Mission Director" into the unit and the position."""
    match = re.match(
        r"(?P<unit>(?:[^\W\d_][\w&'’-]*\s+){1,5}?(?:" + "|".join(_unit_words()) + r"))\s+(?P<rest>\S.*)$", position
    )
    if match and starts_with_post(match["rest"]) and not contains_post(match["unit"]):
        return (match["unit"],), match["rest"]
    return (), position


@cache
def _unit_words() -> tuple[str, ...]:
    return tuple(sorted({noun.capitalize() for noun in _UNIT_NOUNS} | {"Directorate-General"}, key=len, reverse=True))


def _listing(words: str, known: Known) -> Post:
    """Read position, units, body and country in the order in which lists and captions print them."""
    words, country = _trailing_country(words, known)
    split = _at(words) or _of_body(words, known)
    if split:
        left, right = split
        position, units = _position_units(left, known)
        inner_units, body = parse_body(right, known)
        return Post(position, (*units, *inner_units), body.name, country or body.country, body.acronym)
    return _by_commas(words, country, known)


def _trailing_country(words: str, known: Known) -> tuple[str, CountryEntry | None]:
    """Take a country off the end: "…, Austria", "… of Egypt"."""
    match = re.search(r"(?:,\s+|\s+\()(?:the\s+)?([^,()]{3,40})\)?$", words)
    if match and (found := reference.country_named(match[1])):
        return words[: match.start()], found
    ambassador = re.match(
        r"(?:\w+\s+)?(?:Ambassador|Consul General|Permanent Representative|Consul|Embassy)\s+of\s+(?:the\s+)?(.{3,40}?)(?=\s+to\s|\s+in\s|$)",
        words,
    )
    if ambassador and (found := reference.country_named(ambassador[1])):
        return words, found
    match = re.search(r"\s+of\s+(?:the\s+)?((?:(?!\sof\s)[^,])+)$", words)
    if match and not known(words) and (found := reference.country_named(match[1])):
        before = words[: match.start()]
        if re.search(r"\b[Mm]inister|[Ss]ecretary|Chancellor|Commissioner", before) and not re.search(
            r"\b(?:University|Bank|Embassy)$", before
        ):
            return before, found
    return words, None


def _at(words: str) -> tuple[str, str] | None:
    """Split "Director for X at the Y" at the last "at" that is followed by a name."""
    matches = list(re.finditer(r"\s+(?:at|@)\s+(?:the\s+)?(?=[A-ZÀ-Þ])", words))
    return (words[: matches[-1].start()], words[matches[-1].end() :]) if matches else None


def _of_body(words: str, known: Known) -> tuple[str, str] | None:
    """Split "Director of the Mixed Migration Centre" where what follows "of" is a body as a whole."""
    for match in re.finditer(r"\s+(?:of|for|with|from)\s+(?:the\s+|its\s+)?(?=[A-ZÀ-Þ])", words):
        left, right = words[: match.start()], words[match.end() :]
        if not contains_post(left) or ("," in left and not contains_post(_SPLIT.split(left)[-1])):
            continue
        head = _segments(right, known)[0]
        founded = (
            re.search(
                r"\b(?:[Ff]ounder|[Oo]wner|CEO|Chief Executive|Chief Executive Officer|[Ee]ditor|Editor-in-[Cc]hief|[Pp]ublisher|[Cc]orrespondent|[Rr]eporter)$",
                left,
            )
            is not None
        )
        if known(right) or known(head) or body_like(head, known, whole=True) or founded:
            if _is_unit(head, known) and not known(head) and "," in right:
                continue
            return left, right
    return None


def body_like(text: str, known: Known, *, whole: bool = False) -> bool:
    """Say whether a text reads as the name of a body.

    Args:
        text: the name, maybe with its article and owner.
        known: says whether a text is a form of a known body.
        whole: the body noun has to be the head of the whole text, not of a part.

    Example:
        >>> no = lambda form: False
        >>> body_like("University of Konstanz", no), body_like("Economic and Global Issues", no), body_like("Greece's Ministry of Asylum", no)
        (True, False, True)
    """
    bare = re.sub(r"^(?:[Tt]he)\s+", "", text).strip()
    bare = re.sub(r"\s*\([^()]*\)$", "", bare)
    if known(bare):
        return True
    owner = re.match(r"(.{2,90}?)(?:'s|’s|s'|s’)\s+(?=[A-Z])", bare)
    if owner:
        name = owner[1] + ("s" if bare[owner.end(1) : owner.end(1) + 1] == "s" else "")
        if reference.country_named(name) or known(owner[1]) or known(name):
            return body_like(bare[owner.end() :], known, whole=whole) or bool(known(owner[1]) or known(name))
    if not bare or not (bare[0].isupper() or bare[0].isdigit()):
        return False
    head = re.split(rf"\s+(?:{_PREPOSITIONS}|der|des|de|für|di|du)\s+|,\s", bare, maxsplit=1)[0]
    words = [fold(word) for word in head.split()]
    nouns = reference.body_nouns()
    if not words:
        return False
    if contains_post(words[0]) and words[0] not in nouns:
        return False
    last = nouns.get(words[-1]) or nouns.get(" ".join(words[-2:]))
    if last and (last.strong or len(words) > 1 or len(head) < len(bare)):
        return last.strong or whole is False or len(bare.split()) > 1
    if any(word in nouns and nouns[word].strong for word in words):
        return True
    legal = nouns.get(fold(bare.split()[-1]))
    return bool(legal and legal.strong)


def _is_unit(text: str, known: Known) -> bool:
    """Say whether a text names a part of a body: a department, unit, office, division, directorate, mission."""
    head = re.split(r"\s+(?:of|for)\s+|,", text, maxsplit=1)[0]
    words = fold(head).split()
    if fold(text).split()[-1:] == ["unit"]:
        return True
    return bool(words) and (
        words[-1] in _UNIT_NOUNS
        or words[0] in _UNIT_NOUNS
        or " ".join(words[-2:]) == "directorate general"
        or head.startswith("DG ")
    )


def _position_units(left: str, known: Known) -> tuple[str, tuple[str, ...]]:
    """Split a unit off a position: "Deputy Head of the Migration Unit", "Director, Brussels Mission"."""
    match = re.match(r"(?P<position>.+?)\s+of\s+(?:the\s+)?(?P<unit>[A-Z].*)$", left)
    if match and contains_post(match["position"]):
        unit = match["unit"]
        ends = fold(unit).split()[-1] in _UNIT_NOUNS and fold(unit) not in _CLOSED
        starts = (
            re.match(
                r"(?:Office|Department|Bureau|Division|Directorate|Section|Unit|Faculty|School)\s+(?:of|for)\s", unit
            )
            is not None
        )
        if ends or starts:
            return match["position"], (unit,)
    if "," in left:
        inner = _by_commas(left, None, known)
        if inner.units or inner.body:
            return inner.position, (*inner.units, *([inner.body] if inner.body else []))
    return left, ()


def parse_body(text: str, known: Known) -> tuple[tuple[str, ...], Body]:
    """Take the name of a body apart: units inside it, its country, the acronym printed with it.

    Returns:
        The units from the inside out, and the outermost body.

    Example:
        >>> units, body = parse_body("European Commission's DG NEAR", lambda form: form == "European Commission")
        >>> units, body.name
        (('DG NEAR',), 'European Commission')
    """
    bare = re.sub(r"^[Tt]he\s+", "", text.strip(" ,.;"))
    bare, country = _trailing_country(bare, known) if not known(bare) else (bare, None)
    acronym = None
    bracket = re.search(r"\s*\(([A-Z][\w-]{1,12}|[a-z]{1,3}-[A-Z]{2,6})\)", bare)
    if bracket:
        acronym = bracket[1]
        bare = (bare[: bracket.start()] + bare[bracket.end() :]).strip(" ,")
    if known(bare):
        return (), Body(bare, country or country_in(bare), acronym)
    owner, rest = _body_owner(bare, known)
    if owner and owner.name:
        units, inner = parse_body(rest, known)
        return (*units, inner.name), replace(owner, country=country, acronym=acronym)
    if owner:
        units, inner = parse_body(rest, known)
        return units, replace(
            inner, country=inner.country or owner.country or country, acronym=acronym or inner.acronym
        )
    bare = _without_place(bare, known)
    tail = re.match(r"(?P<name>.+),\s+(?P<acronym>[A-Z][A-Za-z-]*[A-Z])$", bare)
    if tail and spells(tail["acronym"], tail["name"]):
        units, inner = parse_body(tail["name"], known)
        return units, replace(inner, country=inner.country or country, acronym=tail["acronym"])
    split = _unit_of_body(bare, known)
    if split:
        units, inner = parse_body(split[1], known)
        return (split[0], *units), replace(inner, country=inner.country or country, acronym=acronym or inner.acronym)
    return (), Body(bare, country or country_in(bare), acronym)


def spells(acronym: str, name: str) -> bool:
    """Say whether the initials of a name take up an acronym, letter by letter.

    Example:
        >>> spells("ECRE", "European Council on Refugees and Exiles"), spells("UNHCR", "Mixed Migration Centre")
        (True, False)
    """
    letters = [char.lower() for char in acronym if char.isupper()]
    initials = iter([word[0].lower() for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper()])
    return len(letters) > 1 and all(letter in initials for letter in letters)


def adjective_of(name: str) -> tuple[CountryEntry, str] | None:
    """Split the country's adjective off a body of state: "Greek Ministry of Migration" is Greece's Ministry of Migration.

    Example:
        >>> adjective_of("Greek Ministry of Migration")[1], adjective_of("Finnish Immigration Service")
        ('Ministry of Migration', None)
    """
    owner, rest = _body_owner(name, lambda form: False)
    return (owner.country, rest) if owner and owner.country else None


def country_in(name: str) -> CountryEntry | None:
    """Return the country that a body's own name states: "Finnish Immigration Service", "U.S. Department of State".

    Example:
        >>> country_in("Statistics Norway").iso3, country_in("University of Malta") is None
        ('NOR', True)
    """
    pieces = name.split(" ")
    for count in (2, 1):
        head = " ".join(pieces[:count])
        found = reference.country_of_adjective(head) or (reference.country_named(head) if len(pieces) > count else None)
        if found:
            return found
    last = re.search(r"(?:^|\s)(\S+)$", name)
    if len(pieces) == 2 and last and (found := reference.country_named(last[1])):
        return found
    match = re.search(
        r"(?:Embassy|Government|Mission|Republic|Parliament|Ministry .*|Permanent Representation) of (?:the )?(.+)$",
        name,
    )
    return reference.country_named(match[1]) if match else None


def _body_owner(bare: str, known: Known) -> tuple[Body | None, str]:
    """Read a possessive or an adjective before a body: "Greece's Ministry", "Danish Ministry", "ICMPD's Facility", "ICMPD Mission"."""
    match = re.match(r"(.{2,90}?)(?:'s|’s|s'|s’)\s+(?=\S)", bare)
    if match:
        name = match[1] + ("s" if bare[match.end(1) : match.end(1) + 1] == "s" else "")
        found = reference.country_named(name)
        if found:
            return Body("", found), bare[match.end() :]
        if known(name) or known(match[1]):
            return Body(name if known(name) else match[1]), bare[match.end() :]
    pieces = bare.split(" ")
    for count in (2, 1):
        if len(pieces) <= count:
            continue
        head, tail = " ".join(pieces[:count]), " ".join(pieces[count:])
        adjective = reference.country_of_adjective(head)
        if adjective and re.match(
            r"(?:Federal\s+|State\s+|National\s+)?(?:Ministry|Department|Agency|Office|Parliament|Government|Embassy)\b(?=\s+(?:of|for)\b|$)",
            tail,
        ):
            return Body("", adjective), tail
        if adjective:
            return None, bare
        if known(head) and _is_unit(tail, known):
            return Body(head), tail
    return None, bare


def _without_place(bare: str, known: Known) -> str:
    """Take "in Vienna" and "Sofia-based" off a body's name."""
    match = re.match(r"[A-Z][\w-]*-based\s+", bare)
    if match:
        bare = bare[match.end() :]
    match = re.search(r"\s+in\s+[A-Z]\w+$", bare)
    if match and (known(bare[: match.start()]) or body_like(bare[: match.start()], known)):
        return bare[: match.start()]
    return bare


def _unit_of_body(bare: str, known: Known) -> tuple[str, str] | None:
    """Split "Department of Law of the University of Konstanz" and "Bureau of X, Department of State"."""
    segments = _glue(_segments(bare, known), known)
    if len(segments) > 1 and body_like(segments[-1], known):
        return ", ".join(segments[:-1]), segments[-1]
    if not _is_unit(bare, known):
        return None
    for match in re.finditer(r"\s+(?:of|at|in)\s+(?:the\s+)?(?=[A-Z])", bare):
        left, right = bare[: match.start()], bare[match.end() :]
        if (known(right) or body_like(right, known, whole=True)) and len(left.split()) > 1:
            return left, right
    return None


def _segments(words: str, known: Known) -> list[str]:
    """Split at commas, but not inside the name of a known body."""
    pieces = _SPLIT.split(words)
    made: list[str] = []
    index = 0
    while index < len(pieces):
        for stop in range(len(pieces), index + 1, -1):
            joined = ", ".join(pieces[index:stop])
            if known(joined):
                made.append(joined)
                index = stop
                break
        else:
            made.append(pieces[index])
            index += 1
    return made


def _glue(segments: list[str], known: Known) -> list[str]:
    """Join the members of one enumeration: "Minister for A", "B and C" are one segment."""
    made = [segments[0]]
    index = 1
    while index < len(segments):
        segment = segments[index]
        if made and _continues(made[-1], segments, index, known):
            made[-1] = f"{made[-1]}, {segment}"
        else:
            made.append(segment)
        index += 1
    return made


def _continues(before: str, segments: list[str], index: int, known: Known) -> bool:
    """Say whether a segment goes on with the enumeration that the one before it opened."""
    segment = segments[index]
    if known(segment):
        return False
    if segment[0].islower() and not segment.startswith(("eu-",)):
        return True
    if starts_with_post(segment) and contains_post(before) and not _is_unit(segment, known):
        return True
    oxford = any(item.startswith("and ") for item in segments[index + 1 : index + 3])
    if not _open(before) or (body_like(segment, known) and not oxford and not _looks_enumerated(before, segment)):
        return False
    if oxford:
        return True
    if re.search(r"\s[–—]\s", before):
        return not _is_unit(segment, known)
    rest = segments[index:]
    for number, item in enumerate(rest):
        if known(item) or (_is_unit(item, known) and " and " not in item):
            return False
        if " and " in item or " & " in item or item.startswith(("and ", "und ")):
            return all(not body_like(other, known) for other in rest[:number])
    return False


def _looks_enumerated(before: str, segment: str) -> bool:
    """Say whether a segment only looks like a body: "European Union and Cooperation" behind "Ministry for Foreign Affairs"."""
    nouns = reference.body_nouns()
    head = [fold(word) for word in segment.split(" and ")[0].split()]
    return (
        " and " in segment
        and not contains_post(segment)
        and not any(word in nouns and nouns[word].strong for word in head)
    )


def _open(text: str) -> bool:
    """Say whether a text ends in a complement that can be a list: "Minister for Migration", "Ministry of Labour"."""
    if not re.search(rf"\s{_PREPOSITIONS}\s+(?:the\s+)?\S", text) and " – " not in text:
        return False
    last = fold(text).split()[-1]
    return last not in _CLOSED


def _by_commas(words: str, country: CountryEntry | None, known: Known) -> Post:
    """Read "Position, Unit, Body"."""
    segments = _glue(_segments(words, known), known)
    if len(segments) > 1 and (found := reference.country_named(segments[-1])):
        country = country or found
        segments = segments[:-1]
    first = segments[0]
    if not contains_post(first) and (known(first) or body_like(first, known)) and len(segments) == 1:
        parts, body = parse_body(first, known)
        return Post("", parts, body.name, country or body.country, body.acronym)
    position, rest = first, segments[1:]
    if not rest:
        return Post(position, (), None, country)
    bodies = [number for number, segment in enumerate(rest) if known(segment) or body_like(segment, known)]
    outer = bodies[-1] if bodies else len(rest) - 1
    inner_units, body = parse_body(rest[outer], known)
    units: list[str] = []
    for number, segment in enumerate(rest[:outer]):
        part = (
            _is_unit(segment, known)
            or (number == outer - 1 and not known(segment))
            or (known(segment) and number == outer - 1)
        )
        if not part and not units:
            position = f"{position}, {segment}"
        else:
            units.append(segment)
    if re.search(r"\s[–—]\s", position) and units and not _is_unit(units[0], known):
        position, units = ", ".join([position, *units]), []
    tail = rest[outer + 1 :]
    if tail and not bodies:
        position = ", ".join([position, *tail])
    position, more = _position_units(position, known) if len(rest) and "," not in position else (position, ())
    return Post(position, (*more, *units, *inner_units), body.name, country or body.country, body.acronym)
