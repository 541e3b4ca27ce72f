"""The names of bodies as places print them: owner, units inside it, country, acronym; and the enumerations that commas hide."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from vmcgraph import reference
from vmcgraph.reference import CountryEntry
from vmcgraph.spelling import fold, in_order, trimmed

_PREPOSITIONS = r"(?:of|for|on|with|to|in|–|-)"
#: Complements after which a position is complete: what follows a comma is the name of a unit, not an enumeration.
_CLOSED = frozenset(
    "region unit department division section office mission delegation sector desk team directorate service state staff cabinet government "
    "secretariat branch bureau programme program programmes programs".split()
)
UNIT_NOUNS = frozenset(
    "department unit office division directorate directorate-general mission section bureau branch desk faculty delegation secretariat".split()
)
TOWNS = r"(?:City|Town|Municipality|Province|Canton|Region|State|Land)"
COMMA = re.compile(r"\s*,\s+")
#: Legal forms in capitals that are also words or too short for the table: exact in case, behind a name.
_LEGAL_FORM = re.compile(r"\w\s(?:A/S|ASA?|AB|Oyj?|ApS|N\.?V\.|B\.?V\.?|S\.?A\.?|S\.?L\.?|Inc\.?|LLC|Corp\.?)$")
Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Body:
    """A body as one place prints it: its name, the country and the acronym printed beside it."""

    name: str
    country: CountryEntry | None = None
    acronym: str | None = None


def contains_post(text: str) -> bool:
    """Say whether a text holds the head noun of a post.

    Example:
        >>> contains_post("Knowledge Management Director"), contains_post("Mixed Migration Centre")
        (True, False)
    """
    words = fold(text).split()
    return any(" ".join(words[i : i + n]) in reference.posts() for i in range(len(words)) for n in (1, 2, 3))


def starts_with_post(text: str) -> bool:
    """Say whether a text begins with a post: "Senior Advisor …", "Director …".

    Example:
        >>> starts_with_post("Senior Advisor for Ports"), starts_with_post("Quay Institute")
        (True, False)
    """
    words = fold(text).split()
    while words and words[0] in reference.post_modifiers() and " ".join(words[:1]) not in reference.posts():
        words = words[1:]
    return any(" ".join(words[:n]) in reference.posts() for n in (1, 2, 3))


def short_title(text: str) -> bool:
    """Say whether a text is a post with its field before it, in capitals: "Harbour Minister", "West Coast Director".

    Example:
        >>> short_title("Harbour Minister"), short_title("the minister"), short_title("Harbour Ministry")
        (True, False, False)
    """
    words = text.split()
    return 1 < len(words) < 5 and all(word[0].isupper() for word in words) and fold(words[-1]) in reference.posts()


def body_like(text: str, known: Known, *, whole: bool = False) -> bool:
    """Say whether a text reads as the name of a body.

    Args:
        text: the name, maybe with its article and owner.
        known: says whether a text is a form of a known body.
        whole: the body noun has to be the head of the whole text, not of a part.

    Example:
        >>> no = lambda form: False
        >>> body_like("University of Graz", no), body_like("Economic and Global Issues", no), body_like("Greece's Ministry of Asylum", no)
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
    if is_town(bare) or _LEGAL_FORM.search(bare):
        return True
    if contains_post(words[0]) and words[0] not in nouns:
        return False
    last = nouns.get(words[-1]) or nouns.get(" ".join(words[-2:]))
    if last and (last.strong or len(words) > 1 or len(head) < len(bare)):
        return last.strong or whole is False or len(bare.split()) > 1
    if any(word in nouns and nouns[word].strong for word in words):
        return True
    legal = nouns.get(fold(bare.split()[-1]))
    return bool(legal and legal.strong)


def is_town(text: str) -> bool:
    """Say whether a text names a town, province or region as a body: "City of Vienna".

    Example:
        >>> is_town("City of Vienna"), is_town("Vienna")
        (True, False)
    """
    return re.match(rf"{TOWNS} of [A-ZÀ-ÞĀ-ɏ]\w+", text) is not None


def is_unit(text: str, known: Known) -> bool:
    """Say whether a text names a part of a body: a department, unit, office, division, directorate, mission.

    Example:
        >>> is_unit("Ports Unit", lambda form: False), is_unit("Quay Institute", lambda form: False)
        (True, False)
    """
    head = re.split(r"\s+(?:of|for|in|at|within)\s+|,", text, maxsplit=1)[0]
    words = fold(head).split()
    if fold(text).split()[-1:] == ["unit"]:
        return True
    return bool(words) and (
        words[-1] in UNIT_NOUNS
        or words[0] in UNIT_NOUNS
        or " ".join(words[-2:]) == "directorate general"
        or head.startswith("DG ")
    )


def parse_body(text: str, known: Known) -> tuple[tuple[str, ...], Body]:
    """Take the name of a body apart: units inside it, its country, the acronym printed with it.

    Returns:
        The units from the inside out, and the outermost body.

    Example:
        >>> units, body = parse_body("European Commission's DG NEAR", lambda form: form == "European Commission")
        >>> units, body.name
        (('DG NEAR',), 'European Commission')
    """
    bare = re.sub(r"^[Tt]he\s+", "", trimmed(text.lstrip(" ,.;"), " ,.;"))
    sits = HOUSE_FOR.search(bare) if " for " in bare and not known(bare) else None
    bare = bare[: sits.end("house")] if sits else bare
    bare, country = trailing_country(bare, known) if not known(bare) else (bare, None)
    country = country or (reference.country_named(sits["whom"]) if sits else None)
    if country is None and not known(bare):
        bare, country = in_country(bare)
    acronym = None
    bracket = re.search(r"\s*\(([A-Z][\w-]{1,12}|[a-z]{1,3}-[A-Z]{2,6}|DG [A-Z]{2,8})\)", bare) or _small_acronym(bare)
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


def _small_acronym(name: str) -> re.Match[str] | None:
    """Find an acronym in lower case behind a body's name: "Harbour Institute for Tidal Studies (hits)"; a word of titles is none."""
    found = re.search(r"\s+\(([a-z]{3,5})\)$", name)
    return found if found and found[1] not in reference.title_words() and " " in name[: found.start()] else None


def _body_owner(bare: str, known: Known) -> tuple[Body | None, str]:
    """Read a possessive or an adjective before a body: "Greece's Ministry", "Danish Ministry", "ICMPD's Facility", "ICMPD Mission"."""
    if owned := possessor(bare, known):
        return owned
    pieces = bare.split(" ")
    for count in (2, 1):
        if len(pieces) <= count:
            continue
        head, tail = " ".join(pieces[:count]), " ".join(pieces[count:])
        adjective = reference.country_of_adjective(head)
        if adjective and re.match(
            r"(?:(?:Federal\s+|State\s+|National\s+)?(?:Ministry|Department|Parliament|Government|Embassy)|"
            r"(?:Federal|State|National)\s+(?:Agency|Office))\b(?=\s+(?:of|for)\b|$)",
            tail,
        ):
            return Body("", adjective), tail
        if adjective:
            return None, bare
        if known(head) and is_unit(tail, known):
            return Body(head), tail
    return None, bare


_POSSESSIVE = re.compile(r"(.{2,90}?)(?:'s|’s|s'|s’)\s+(?=\S)")


def possessor(bare: str, known: Known) -> tuple[Body, str] | None:
    """Read a possessive at the start of a text: the country or the known body that owns what follows, and what follows.

    Example:
        >>> owner, rest = possessor("Greece's Minister of Asylum", lambda form: False)
        >>> owner.country.iso3, rest
        ('GRC', 'Minister of Asylum')
    """
    match = _POSSESSIVE.match(bare) if "'" in bare or "’" in bare else None
    if not match:
        return None
    rest = bare[match.end() :]
    name = match[1] + ("s" if bare[match.end(1)] == "s" else "")
    if country := reference.country_named(name):
        return Body("", country), rest
    return next(((Body(form), rest) for form in (name, match[1]) if known(form)), None)


def _without_place(bare: str, known: Known) -> str:
    """Take "in Vienna" and "Sofia-based" off a body's name."""
    match = re.match(r"[A-Z][\w-]*-based\s+", bare)
    if match:
        bare = bare[match.end() :]
    match = re.search(r"\s+in\s+[A-Z]\w+$", bare)
    if match and (known(bare[: match.start()]) or body_like(bare[: match.start()], known)):
        return bare[: match.start()]
    return bare


def in_country(name: str) -> tuple[str, CountryEntry | None]:
    """Take the country off that a body is in; an office or mission keeps it.

    Example:
        >>> name, country = in_country("Lawyers for Tides in South Africa")
        >>> name, country.iso3
        ('Lawyers for Tides', 'ZAF')
    """
    match = re.match(r"(?P<name>.+)\s+in\s+(?:the\s+)?(?P<country>[A-ZÀ-ÞĀ-ɏ].+)$", name)
    found = reference.country_named(match["country"]) if match else None
    if not match or not found or is_unit(match["name"], lambda form: False):
        return name, None
    return match["name"], found


#: A committee of a parliament: "Tides Committee in the UK House of Lords".
_COMMITTEE_OF = re.compile(
    r"(?P<committee>[^,]*\b(?:[Ss]ub-?)?[Cc]ommittee\b[^,]*?)\s(?:of|in|at)\s(?:the\s)?"
    r"(?P<house>(?:[A-ZÀ-ÞĀ-ɏ][\w'’-]*\s){0,3}(?:Parliament|Senate|Congress|Bundestag|Bundesrat|Knesset|Assembly|House of [A-Z]\w+)(?:\sof\s.+)?)"
)


#: A parliament, and for whom or where somebody sits in it: "European Parliament | for the Harbour Party".
HOUSE_FOR = re.compile(
    r"(?P<house>\b(?:Parliament|Bundestag|Bundesrat|Nationalrat|Landtag|Senate|Knesset|Storting|Riksdag|Folketing|Sejm|Oireachtas|"
    r"House of (?:Commons|Lords|Representatives)|Parliamentary Assembly of [^,]{3,50}?)(?: of (?:the )?[A-ZÀ-ÞĀ-ɏ]\w+)?)\s+for\s+(?:the\s+)?(?P<whom>[A-ZÀ-ÞĀ-ɏ].*)$"
)


def _unit_of_body(bare: str, known: Known) -> tuple[str, str] | None:
    """Split "Department of Roads of the University of Graz" and "Bureau of X, Department of State"."""
    segments = glued(segments_of(bare, known), known)
    if len(segments) > 1 and body_like(segments[-1], known):
        return ", ".join(segments[:-1]), segments[-1]
    if house := _COMMITTEE_OF.fullmatch(bare):
        return house["committee"], house["house"]
    if not is_unit(bare, known):
        return None
    for match in re.finditer(r"\s+(?:of|at|in|within)\s+(?:the\s+)?(?=[A-Z])", bare):
        left, right = bare[: match.start()], bare[match.end() :]
        if (known(right) or body_like(right, known, whole=True)) and len(left.split()) > 1:
            return left, right
    return None


#: What services of a state are called behind or before its name.
_SERVICES = frozenset(("immigration", "customs", "police", "statistics"))


def names_country_service(name: str) -> bool:
    """Say whether a name is a country's with what its service does: "Maldives Immigration", "Statistics Norway".

    Example:
        >>> names_country_service("Ghana Customs"), names_country_service("Customs Union")
        (True, False)
    """
    first, last = name.partition(" "), name.rpartition(" ")
    return any(
        fold(service) in _SERVICES and reference.country_named(country) is not None
        for service, country in ((first[0], first[2]), (last[2], last[0]))
    )


def trailing_country(words: str, known: Known) -> tuple[str, CountryEntry | None]:
    """Take a country off the end: "…, Austria", "… of Egypt".

    Example:
        >>> words, country = trailing_country("Ministry of Ports, Austria", lambda form: False)
        >>> words, country.iso3
        ('Ministry of Ports', 'AUT')
    """
    match = re.search(r"(?:,\s+|\s+\()(?:the\s+)?([^,()]{3,40})\)?$", words)
    if match and (found := reference.country_named(match[1])):
        return words[: match.start()], found
    ambassador = re.match(
        r"(?:\w+\s+)?(?:Ambassador|Consul General|Permanent Representative|Consul|Embassy)\s+of\s+(?:the\s+)?(.{3,40}?)(?=\s+to\s|\s+in\s|$)",
        words,
    )
    if ambassador and (found := reference.country_named(ambassador[1])):
        bare = ambassador.end() == len(words) and " of " in words and "Embassy" not in words
        return (
            re.split(r"\s+of\s+", words)[0] if bare else words
        ), found  # "Ambassador of Ghana to Malta" is a post as a whole
    for match in (
        () if known(words) else re.finditer(r"\s+(?:of|(?P<home>from))\s+(?:the\s+)?(?=[A-ZÀ-ÞĀ-ɏ][^,]+$)", words)
    ):
        found, before = reference.country_named(words[match.end() :]), words[: match.start()]
        if not found or _NAMELESS.search(before):
            continue
        if match["home"] and starts_with_post(before):
            return before, found  # "a poet from Ghana"
        heads = re.search(
            r"\b[Mm]inister|[Ss]ecretary|Chancellor|Commissioner|President$|Premier$|Envoy$|[Rr]epresentative$|[Dd]elegate$",
            before,
        )
        holds = heads is not None and not re.search(r"\b(?:University|Bank|Embassy)$", before)
        if holds or _is_complete(before) or _OF_STATE.search(before):
            return before, found
    return words, None


#: What is no name without its country: "Minister of Ports, Government of Kenya".
_NAMELESS = re.compile(r",\s+(?:\w+\s)?(?:Government|Parliament|Senate)$")
#: Organs of a state that a country's name behind them does not belong to: "the Ports Authority of Kenya".
_OF_STATE = re.compile(
    r"\w\s(?:Authority|Agency|Office|Services?|Directorate|Department|Administration|Division|Bureau|Police|Guard|Gendarmerie|Constabulary|Inspectorate)$|\bOffice\sof\sthe\s(?:[A-Z]\w+\s)*(?:Ombuds\w+|Prosecutor|Commissioner|Defender|Protector|Registrar|General)$"
)


def _is_complete(title: str) -> bool:
    """Say whether a title has its field already, so that "of Kenya" behind it is the country: "Envoy for Migration", "Climate Envoy"."""
    parts = re.split(r"\s(?:for|on|of)\s(?:the\s)?", title)
    if len(parts) == 1:
        return short_title(title)
    return len(parts) > 1 and contains_post(parts[0]) and fold(title).split()[-1] not in reference.body_nouns()


def spells(acronym: str, name: str) -> bool:
    """Say whether the initials of a name take up an acronym, letter by letter.

    Example:
        >>> spells("ECRE", "European Council on Refugees and Exiles"), spells("UNHCR", "Mixed Migration Centre")
        (True, False)
    """
    letters = [char.lower() for char in acronym if char.isupper()]
    initials = (word[0].lower() for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
    return len(letters) > 1 and in_order(letters, initials)


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
        if found and not names_no_country(head, " ".join(pieces[count:])):
            return found
    if name.startswith("National ") and (found := reference.country_named(name.rpartition(" of ")[2])):
        return found
    last = re.search(r"(?:^|\s)(\S+)$", name) if len(pieces) == 2 else None
    if last and (found := reference.country_named(last[1])):
        return found
    match = re.search(
        r"(?:Embassy|Government|Mission|Republic|Parliament|Assembly|Senate|House of Representatives|Court|Central Bank|Ministry .*|Permanent Representation) of (?:the )?(.+)$",
        name,
    )
    return reference.country_named(match[1]) if match else None


_NAMED_SO = re.compile(
    r"(?:State\b(?! (?:Secret|Minis|Agency|Service|Committee))|Tech\b|Southern\b|(?:[\w-]+\s){0,2}(?:Institute|University|College|School|Foundation|Centre|Center|House|Street|"
    r"Avenue|Road|Room|River|Delta|Valley|Basin|Desert)\b)"
)


#: What follows the name or adjective of a country in the name of a sea: "Indian Ocean Commission".
_SEA = re.compile(r"(?:Ocean|Sea)\b")


def names_no_country(form: str, behind: str) -> bool:
    """Say whether the name of a country is here the first word of a longer name: of a sea, or, as people and places may be called so, of those.

    Example:
        >>> names_no_country("Georgia", "State University"), names_no_country("Georgia", "State Service"), names_no_country("Malta", "Institute")
        (True, False, False)
    """
    return _SEA.match(behind) is not None or (
        form in reference.ambiguous_countries() and _NAMED_SO.match(behind) is not None
    )


def segments_of(words: str, known: Known) -> list[str]:
    """Split at commas, but not inside the name of a known body.

    Example:
        >>> segments_of("Head, Office for Ports, Quay", lambda form: form == "Office for Ports, Quay")
        ['Head', 'Office for Ports, Quay']
    """
    pieces = COMMA.split(words)
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


def glued(segments: list[str], known: Known) -> list[str]:
    """Join the members of one enumeration: "Minister for A", "B and C" are one segment.

    Example:
        >>> glued(["Minister for Ports", "Rivers and Lakes"], lambda form: False)
        ['Minister for Ports, Rivers and Lakes']
        >>> glued(["Adviser on Ports", "ILO Office for Asia and Europe"], lambda form: form == "ILO")
        ['Adviser on Ports', 'ILO Office for Asia and Europe']
    """
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
    owner = segment.partition(" ")[0]
    if known(segment) or (owner.isupper() and len(owner) > 2 and known(owner) and is_unit(segment, known)):
        return False  # "ILO Regional Office for Asia and the Pacific"
    if segment[0].islower() and not segment.startswith(("eu-",)):
        return True
    if starts_with_post(segment) and contains_post(before) and not is_unit(segment, known):
        return True
    oxford = any(item.startswith("and ") for item in segments[index + 1 : index + 3])
    if not _open(before) or (body_like(segment, known) and not oxford and not _looks_enumerated(before, segment)):
        return False
    if oxford:
        return True
    if re.search(r"\s[–—]\s", before):
        return not is_unit(segment, known)
    rest = segments[index:]
    for number, item in enumerate(rest):
        if known(item) or (is_unit(item, known) and " and " not in item):
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
