"""Take a printed post apart: position, unit, body, country.

"Head of Region, Amber Roads, ICMPD" and "Director of the Mixed Migration Centre" are two ways of one grammar: a position, maybe
open to a complement ("Minister for A, B and C"), then units from the inside out, the employing body, the country. The rules
of ../gold/GUIDE.md decide: the body is the outermost employer that is named, a unit a named part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from vmcgraph import reference
from vmcgraph.extraction.bodynames import (
    _CLOSED,
    COMMA,
    UNIT_NOUNS,
    Body,
    Known,
    body_like,
    contains_post,
    glued,
    is_unit,
    names_country_service,
    parse_body,
    possessor,
    segments_of,
    short_title,
    starts_with_post,
    trailing_country,
)
from vmcgraph.extraction.introduced import BODY_WORD, KIND_OF_BODY
from vmcgraph.reference import CountryEntry
from vmcgraph.spelling import fold, trimmed


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


def parse_post(text: str, known: Known, *, country: CountryEntry | None = None) -> Post:
    """Take a post apart.

    Args:
        text: the post, without the person's name.
        known: says whether a text is a form of a body that is known.
        country: what the heading above states, if it does.

    Example:
        >>> post = parse_post("Deputy Permanent Secretary at the Danish Ministry for Fisheries", lambda form: False)
        >>> post.position, post.body, post.country.iso3
        ('Deputy Permanent Secretary', 'Ministry for Fisheries', 'DNK')
        >>> parse_post("Head of Region, Amber Roads, ICMPD", lambda form: form == "ICMPD")
        Post(position='Head of Region', units=('Amber Roads',), body='ICMPD', country=None, acronym=None)
    """
    text = _DEFINED.sub("", text) if "(" in text else text
    words = _ASIDE.sub("", _IDLE_COMMAS.sub("", " ".join(text.split())))
    words = trimmed(words.lstrip(" ,.;:-–—"), " ,.;:-–—")
    words = re.sub(
        r"\s*\((?:online|virtual|virtually|remote|tbc|tba|moderator|chair|speaker)\)", "", words, flags=re.IGNORECASE
    ).strip(" ,")
    if found := reference.country_named(words):
        return Post("", (), None, found)
    if words.endswith(")") and (seat := _seat(words, known)):
        return seat
    words = _SHORT_FIRST.sub(lambda match: _in_full(match, known), words)
    home = _FROM_PLACE.fullmatch(words)
    if home and contains_post(home["post"]) and not (known(home["place"]) or body_like(home["place"], known)):
        words = home["post"]
    if local := _local(words):
        return replace(parse_post(local[0], known), country=local[1] or country)
    if town := _TOWN_BEHIND.fullmatch(words):
        inner = parse_post(town["post"], known, country=country) if reference.country_of_city(town["town"]) else None
        if inner and inner.body and not known(words):
            return inner
    words = _OWN_UNIT.sub(", ", _without_seat(words))
    if (bracket := _BODY_IN_BRACKETS.fullmatch(words)) and (
        known(bracket["body"]) or body_like(bracket["body"], known)
    ):
        words = f"{bracket['post']}, {bracket['body']}"
    kinds = list(_KIND.finditer(words))
    kind = next((match for match in kinds if match["rest"]), None)
    if kind and kind["rest"].split()[-1] not in reference.body_forms():  # "founder of the charity Boats at Night"
        return Post(words[: kind.start()].rstrip(" ,"), (), kind["body"], country)
    if told := {match["body"]: match["nation"] or "" for match in kinds}:
        nation = next(filter(None, map(reference.country_of_adjective, told.values())), None)
        return _parsed(words, lambda form: form in told or known(form), country or nation)
    return _parsed(words, known, country)


def _parsed(words: str, known: Known, country: CountryEntry | None) -> Post:
    """Take apart a post that says nothing of towns or kinds of bodies."""
    words = _before_body(_post_first(_without_kind(words), known), known)
    owner, rest = _owner(words, known)
    if owner.name and contains_post(rest):
        inner = _listing(rest, known)
        units, position = _prefix_units(inner.position)
        # "ICMPD Head of Region for Amber Roads": the body stands before, a unit may stand inside
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


#: A group of a parliament: "S&D", "EPP/CD", "Greens", "Liberal Forum"; who has none is non-attached.
GROUP = (
    r"(?:[A-Z][a-z]?[A-Z&/][\w/&]{0,8}|(?:[A-Z][\w/&-]+\s){0,2}(?:Greens?(?:/EFA)?|Left|Renew|Socialists|Liberals|Conservatives|Democrats|Forum|Alliance|Party|Group)|"
    r"[Nn]on-attached|[Ii]ndependent)"
)
#: A member's country and group, as parliaments list them: "Greece (EPP/CD)", "Chairperson, Greece (EPP/CD)".
_SEAT = re.compile(rf"(?P<before>[^()]+?)\s+\((?P<group>{GROUP})\)")


def _seat(words: str, known: Known) -> Post | None:
    """Read the country and the group of a member of a parliament, maybe behind the office; behind a body an acronym is the body's."""
    seat = _SEAT.fullmatch(words)
    pieces = seat["before"].split(" ") if seat else []
    for number in range(len(pieces)):
        country = reference.country_named(" ".join(pieces[number:]))
        office = " ".join(pieces[:number]).strip(" ,")
        alone = office.split()[-1][:1].isupper() and not parse_post(office, known).body if office else True
        if seat and country and alone and (not office or contains_post(office)):
            return Post(office, (), seat["group"], country)
    return None


#: What a text calls somebody from there on: "Director of Ports (“the Chair”)".
_DEFINED = re.compile(r"\s*\((?:hereinafter\s+)?[“\"](?:the\s)?[^()“”\"]{2,40}[”\"]\)")
#: A body's acronym before its name: "QTA – Quay Trust Association".
_SHORT_FIRST = re.compile(
    r"(?:(?<=^)|(?<=,\s))(?P<short>[A-Z][A-Za-z.]*[A-Z][\w-]*)\s+[–—-]\s+(?P<full>[A-ZÀ-ÞĀ-ɏ][^,()–—]+\s[^,()–—]+)(?=,|$)"
)


def _in_full(match: re.Match[str], known: Known) -> str:
    """Put the acronym of a body behind its name, as most texts have it."""
    body = not contains_post(match["short"]) and (known(match["full"]) or body_like(match["full"], known))
    return f"{match['full']} ({match['short']})" if body else match[0]


#: Commas that part nothing: two in a row, one before a bracket.
_IDLE_COMMAS = re.compile(r"\s*,\s*(?=,)|,(?=\s*\()")
#: What is told of somebody behind the post, and is no part of it: ", with whom he spoke of nets".
_ASIDE = re.compile(r",\s+(?:(?:with|to|from|by|of|for|at|in)\s+)?(?:whom|which|who|whose|where)\s.*$")
#: Where somebody comes from who works there: "lawyer from Leith"; capitals are a body's.
_FROM_PLACE = re.compile(r"(?P<post>[^,]+)\s+from\s+(?P<place>[A-ZÀ-ÞĀ-ɏ][a-zß-ÿ]\w*(?:\s[A-ZÀ-ÞĀ-ɏ][a-zß-ÿ]\w*)?)")
_LOCAL_OFFICE = r"(?:.*\b)?(?:[Mm]ayor(?:ess)?|[Gg]overnor|[Cc]ouncill?or|[Pp]refect)"
#: In which part of a country somebody has an office: "mayor of Gulu in northern Uganda"; what a local one is of: "mayor of the Latvian port".
_IN_REGION = re.compile(
    rf"(?P<post>(?P<office>{_LOCAL_OFFICE})?.*?\S)\s+in\s+(?:the\s+)?(?P<region>(?:north|south|east|west|central|upper|lower|rural)[\w-]*\s+(?:of\s+)?)?"
    r"(?:the\s+)?(?P<country>[A-ZÀ-ÞĀ-ɏ].+)"
)
_OF_TOWN = re.compile(
    rf"(?P<post>{_LOCAL_OFFICE})\s+of\s+(?:the|a)\s+(?:(?P<nation>[A-ZÀ-ÞĀ-ɏ]\w+(?:\s[A-ZÀ-ÞĀ-ɏ]\w+)?)\s+)?(?:[a-z-]+\s+)*"
    r"(?:port|city|town|capital|island|village|municipality|district|province|region)"
)


def _local(words: str) -> tuple[str, CountryEntry | None] | None:
    """Take off a local office where it is: its country, or a town that is not named."""
    if (region := _IN_REGION.fullmatch(words)) and (region["office"] or region["region"]):
        country = reference.country_named(region["country"])
        return (region["post"], country) if country else None
    town = _OF_TOWN.fullmatch(words)
    return (town["post"], reference.country_of_adjective(town["nation"] or "")) if town else None


#: A post and its body: "Envoy for the Tides (Harbour Council)".
_BODY_IN_BRACKETS = re.compile(r"(?P<post>[^()]+\w)\s+\((?P<body>[A-ZÀ-ÞĀ-ɏ](?=[^()]*[a-z]{2})[^(),]*\s[^(),]*)\)")
#: The town that a list puts behind a body: "Founder of Right to Row, Valletta".
_TOWN_BEHIND = re.compile(
    r"(?P<post>.*\S\s.*?(?<!University)),\s+(?P<town>[A-ZÀ-ÞĀ-ɏ][\w'’-]+(?:\s[A-ZÀ-ÞĀ-ɏ][\w'’-]+)?)"
)
#: The town of a body behind its acronym or its noun: "the Quay Trust (QT) in Valletta", "Quay University in Saint-Pierre".
_SEAT_BEHIND = re.compile(
    r"(?P<kept>\s\([A-Z][\w-]*\)|\b(?:University|College|Institute|Academy))\s+in\s+(?:the\s+)?(?P<seat>[A-ZÀ-ÞĀ-ɏ][\w'’ -]*)$"
)
#: Before a unit of the body that stands elsewhere: "Head of Unit in its Directorate-General".
_OWN_UNIT = re.compile(r"\s+(?:in|at|within)\s+(?:its|their)\s+(?=[A-ZÀ-ÞĀ-ɏ])")
_KIND = re.compile(
    rf"\b(of|at|from|with|for)\s+(?:the\s+|an?\s+|its\s+)?(?:(?P<nation>[A-ZÀ-ÞĀ-ɏ][a-z]+)\s+)?(?:(?:[a-z'’-]+|[\w-]+-based)\s+){{0,3}}?(?:{KIND_OF_BODY}|association|foundation|federation|society|"
    rf"(?<!international )organi[sz]ation|collective|cooperative|company|union|newspaper|magazine|network|club|firm|publisher|studio|institute|agency)\s+(?=(?P<body>{BODY_WORD}(?:\s{BODY_WORD})*(?P<rest>\s(?:at|on|without)\s{BODY_WORD}$)?))"
)


#: A post at the head of a part without a name, and the body of which it is one: "Head of Division in the Ministry of Tides".
_OF_UNIT = re.compile(
    r"\b((?:Head|Chief|Director|Leader|Coordinator)\s+of\s+(?:Unit|Division|Department|Section|Sector|Branch|Directorate|Service|Team|Cabinet))"
    r"\s+(?:in|at|within|of|with)\s+(?:the\s+)?(?=[A-ZÀ-Þ])"
)


def _without_seat(words: str) -> str:
    """Take off the town of a body; a country behind the noun of a body is whose it is."""
    seat = _SEAT_BEHIND.search(words)
    if not seat or (seat["kept"][0] != " " and reference.country_named(seat["seat"])):
        return words
    return words[: seat.end("kept")]


def _without_kind(words: str) -> str:
    """Take off what a text calls a body before its name: "founder of the charity Boats for All"; part a post from its body."""
    return _OF_UNIT.sub(r"\1, ", _KIND.sub(r"\1 ", words))


def _post_first(words: str, known: Known) -> str:
    """Put the post before the body, and a unit, where a list has them the other way round: "University of Malta, Professor of Law"."""
    body, *rest = segments_of(words, known)
    if (
        rest
        and starts_with_post(rest[0])
        and not contains_post(body)
        and (known(body) or body_like(body, known, whole=True))
    ):
        return ", ".join([rest[0], body, *rest[1:]])
    *first, outer, last = ("", body, *rest)
    if rest and is_unit(last, known) and not known(last) and not is_unit(outer, known) and not contains_post(last):
        whole = known(outer) or (body_like(outer, known, whole=True) and not contains_post(outer))
        return ", ".join([*filter(None, first), last, outer]) if whole else words
    return words


def within(post: Post, outer: str, known: Known) -> Post:
    """Read a post that a list prints under the name of a body: it is one at this body, unless it names another one.

    Args:
        post: as parsed.
        outer: the body of the heading.
        known: says whether a text is a form of a known body.

    Example:
        >>> no = lambda form: False
        >>> within(parse_post("Officer, Tides Unit", no), "Harbour Council", no)
        Post(position='Officer', units=('Tides Unit',), body='Harbour Council', country=None, acronym=None)
        >>> within(parse_post("Officer, Dry Docks", no), "Harbour Council", no).position
        'Officer, Dry Docks'
    """
    inner = post.body
    if not inner:
        return replace(post, body=outer)
    entry = reference.body_forms().get(outer)
    words = inner.split()
    for count in range(len(words), 0, -1):
        form, rest = " ".join(words[:count]), " ".join(words[count:])
        if form != outer and (entry is None or reference.body_forms().get(form) is not entry):
            continue
        country = reference.country_named(rest)  # "UNHCR Malta"
        units = (*post.units, rest) if rest and not country else post.units
        return replace(post, body=outer, units=units, country=country or post.country)
    if is_unit(inner, known) and outer not in inner and not known(inner):
        return replace(post, body=outer, units=(*post.units, inner))
    if known(inner) or body_like(inner, known):
        return post
    return replace(post, body=outer, position=", ".join(filter(None, (post.position, inner))))


def at_the_body(post: Post, names: Iterable[str]) -> Post:
    """Read "the Panel" at the end of a post as the one body that the text names in full with this noun; "the panel" is no part of a post.

    Args:
        post: as parsed.
        names: the bodies of the text.

    Example:
        >>> post = at_the_body(Post("Secretary of the Panel"), ["Standing Panel on Tides", "Harbour Council"])
        >>> post.position, post.body
        ('Secretary', 'Standing Panel on Tides')
    """
    match = (
        re.match(r"(?P<post>.+?) (?:of|to|at) the (?P<noun>[^\W\d_][\w-]+)$", post.position) if not post.body else None
    )
    if not match or not contains_post(match["post"]):
        return post
    noun, small = match["noun"].capitalize(), match["noun"].islower()
    if small and fold(noun) not in reference.body_nouns():
        return post
    full = {
        name
        for name in names
        if " " in name and re.search(rf"\b{re.escape(noun)}\b", re.split(r"\s(?:of|for|on)\s", name)[0])
    }
    if len(full) == 1:
        return replace(post, position=match["post"], body=full.pop())
    return replace(post, position=match["post"]) if small else post


def _before_body(words: str, known: Known) -> str:
    """Put the comma that a card leaves out before a body at its end: "Director General ICMPD"."""
    if known(words):
        return words
    pieces = words.split(" ")
    for number in range(1, len(pieces)):
        tail = " ".join(pieces[number:])
        if not known(tail):
            continue
        head = " ".join(pieces[:number])
        last = pieces[number - 1]
        bound = re.search(
            r"(?:[,–—.]|['’]s?|\b(?:of|for|and|the|at|in|on|to|with|&|Federal|State|National|Royal))$", last
        ) or reference.country_of_adjective(last)
        if contains_post(head) and not bound and not reference.country_named(last):
            return f"{head}, {tail}"
    return re.sub(r"((?:Department|Faculty|School|Institute|Chair) of [A-Z]\w+) (University of )", r"\1, \2", words)


def _owner(words: str, known: Known) -> tuple[Body, str]:
    """Read what stands before a post and says whose it is: "Egypt's …", "Danish …", "ICMPD …", "the European Commission's …"."""
    bare = re.sub(r"^[Tt]he\s+", "", words)
    if owned := possessor(bare, known):
        return owned
    pieces = bare.split(" ")
    for count in range(min(len(pieces) - 1, 16), 0, -1):
        head, tail = " ".join(pieces[:count]), " ".join(pieces[count:])
        adjective = reference.country_of_adjective(head) if count <= 3 else None
        if adjective and (starts_with_post(tail) or short_title(tail) or body_like(tail, known)):
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
    return tuple(sorted({noun.capitalize() for noun in UNIT_NOUNS} | {"Directorate-General"}, key=len, reverse=True))


def _listing(words: str, known: Known) -> Post:
    """Read position, units, body and country in the order in which lists and captions print them."""
    words, country = trailing_country(words, known)
    split = _at(words) or _of_body(words, known)
    if split:
        left, right = split
        if board := _BOARD.match(right):
            left, right = f"{left} of the {board['board']}", right[board.end() :]
            return Post(left, (), parse_body(right, known)[1].name, country)
        position, units = _position_units(left, known)
        right = _SECOND_POST.split(right)[0]
        inner_units, body = parse_body(right, known)
        return Post(position, (*units, *inner_units), body.name, country or body.country, body.acronym)
    return _by_commas(words, country, known)


#: What somebody chairs at a body: "Chair of the Board of the Harbour Trust".
_BOARD = re.compile(
    r"(?P<board>(?:(?:Executive|Supervisory|Management|Advisory|Governing) )?Board(?: of (?:Directors|Trustees|Governors))?) (?:of|at) (?:the )?(?!(?:Directors|Trustees|Governors)$)(?=[A-ZÀ-ÞĀ-ɏ])"
)


#: Before what somebody is besides: "economist at Quay University and author of a study".
_SECOND_POST = re.compile(r"\s+and\s+(?!(?:the|of|for|on|in)\b)(?:an?\s+)?(?=[a-z])")


def _at(words: str) -> tuple[str, str] | None:
    """Split "Director for X at the Y" at the last "at" that is followed by a name."""
    matches = list(re.finditer(r"\s+(?:at|@)\s+(?:the\s+)?(?=[A-ZÀ-ÞĀ-ɏ]|[a-z]{1,3}-[A-Z])", words))
    return (words[: matches[-1].start()], words[matches[-1].end() :]) if matches else None


_DEPARTMENT = re.compile(r"(?:Department|Directorate|Division|Bureau|Office) (?:of|for) ")
#: For whom somebody works, as a name of one word or more without small ones: "nurse with Quay Clinics".
_WITH_BODY = re.compile(rf"(?P<body>{BODY_WORD}(?:\s{BODY_WORD}){{0,4}})(?:\sin\s[A-ZÀ-ÞĀ-ɏ]\w+)?")


def _is_employee(title: str) -> bool:
    """Say whether a title ends in what somebody is, and is none that has a field of policy: "Minister with Special Tasks"."""
    words = fold(title).split()
    told = any(" ".join(words[-count:]) in reference.posts() for count in (1, 2))
    return told and words[-1] not in reference.political_posts()


#: What joins a post to the body that it is at; "to" only where somebody advises it: "Minister to the Crown".
_GOVERNS = re.compile(
    r"(?:\s+(?:of|for|with|from|in|within)|(?<=dviser)\s+to|(?<=dvisor)\s+to|(?<=onsultant)\s+to)\s+(?:[Tt]he\s+|its\s+)?(?=[A-ZÀ-ÞĀ-ɏ])"
)
#: In which country a body has an office: "MSF in Malta".
_IN_LAND = re.compile(r"\sin\s(?:the\s)?[A-ZÀ-ÞĀ-ɏ][\w ]+$")


def _of_body(words: str, known: Known) -> tuple[str, str] | None:
    """Split "Director of the Mixed Migration Centre" where what follows "of" is a body as a whole."""
    for match in _GOVERNS.finditer(words):
        left, right = words[: match.start()], words[match.end() :]
        if not contains_post(left) or ("," in left and not contains_post(COMMA.split(left)[-1])):
            continue
        head = segments_of(right, known)[0]
        if names_country_service(head):
            return left, right
        if fold(f"{left} of {head.split()[0]}") in reference.posts() and re.match(r"\w+\s(?:of|to|for|at)\s", head):
            continue  # "Head of Delegation of the Harbour Union"
        if fold(f"{left} of {head}") in reference.posts() or (
            head.endswith(" Services") and not (known(head) or _DEPARTMENT.match(head))
        ):
            continue  # "Member of Parliament" and "Director of Nursing Services" are titles as a whole
        abroad = re.match(r"(?P<body>.+?)(?P<to>\s+to\s+(?:the\s+)?(?P<country>[A-ZÀ-ÞĀ-ɏ].+))$", right)
        if abroad and known(abroad["body"]) and reference.country_named(abroad["country"]):
            return words[: match.end() + abroad.end()], abroad["body"]  # "Ambassador of the European Union to Ghana"
        founded = (
            re.search(
                r"\b(?:[Ff]ounder|[Oo]wner|CEO|Chief Executive|Chief Executive Officer|[Ee]ditor|Editor-in-[Cc]hief|Editor-at-[Ll]arge|[Cc]olumnist|[Pp]ublisher|[Cc]orrespondent|[Rr]eporter|"
                r"[Ss]pokes(?:man|woman|person)|[Cc]ounsel|[Ll]awyer)$",
                left,
            )
            is not None
        ) or (
            match[0].startswith(" of")
            and re.search(r"\b(?:[Ss]ecretary[ -][Gg]eneral|[Ee]xecutive [Ss]ecretary)$", left)
        )
        house = _WITH_BODY.fullmatch(head) if " with " in match[0] and _is_employee(left) else None
        if (
            known(right)
            or known(head)
            or known(_IN_LAND.sub("", head))
            or body_like(head, known, whole=True)
            or founded
        ):
            if is_unit(head, known) and not known(head) and "," in right:
                continue
            return left, right
        if house:
            return left, house["body"]
    return None


def _position_units(left: str, known: Known) -> tuple[str, tuple[str, ...]]:
    """Split a unit off a position: "Deputy Head of the Migration Unit", "Director, Brussels Mission"."""
    match = re.match(r"(?P<position>.+?)\s+of\s+(?:the\s+)?(?P<unit>[A-Z].*)$", left)
    if re.match(r"(?:[\w-]+\s){0,3}of (?:Unit|Sector|Section|Division|Team|Desk) for\b", left) and starts_with_post(
        left
    ):
        return left, ()  # a title with its field, and no name of a unit: "Head of Unit for Asylum"
    if match and fold(left) not in reference.posts() and contains_post(match["position"]):
        unit = match["unit"]
        ends = fold(unit).split()[-1] in UNIT_NOUNS and fold(unit) not in _CLOSED
        starts = (
            re.match(
                r"(?:Office|Department|Bureau|Division|Directorate|Section|Unit|Faculty|School)\s+(?:of|for)\s|"
                r"(?:Department|Unit|Division|Directorate|Section|Branch|Sector)\s+(?=\S*[\d/])[A-Z0-9][A-Z0-9./-]*(?=\s*\(|$)",
                unit,
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


#: Endings of words for what somebody does: "Refugee", "Beekeeper", "Violinist".
_OCCUPATION = re.compile(
    r"(?:ist|er|or|ian|ant|eur|ee|man|woman|person|ess|wright|smith|mann|frau|trice|euse|"
    r"[a-zäöüß](?:er|or|ist|ent|ant|är|og|at|ält|rzt|ekt)in)$"
)


def _is_lone_body(word: str) -> bool:
    """Say whether the one word beside a name is rather a body's name than what the person is: "Jane Roe (Tideline)"."""
    one = re.fullmatch(r"[A-ZÀ-ÞĀ-ɏ][\w'’]*", word) is not None and fold(word) not in reference.title_words()
    place = reference.country_of_city(word) or reference.country_of_adjective(word)
    return one and not place and not _OCCUPATION.search(word) and not contains_post(word)


#: What is a body, though one of its words is a title as well: "Ministry of Justice".
_MINISTRY = re.compile(r"(?:(?:Federal|State|National)\s)?(?:Ministry|Department|Court)\s(?:of|for)\s")


def _by_commas(words: str, country: CountryEntry | None, known: Known) -> Post:
    """Read "Position, Unit, Body"."""
    segments = glued(segments_of(words, known), known)
    if len(segments) > 1 and (found := reference.country_named(segments[-1])):
        country = country or found
        segments = segments[:-1]
    first = segments[0]
    ends = fold(first).split()[-1:] and fold(first).split()[-1] in reference.body_nouns() and len(first.split()) > 2
    if (
        (not contains_post(first) or _MINISTRY.match(first))
        and (known(first) or body_like(first, known) or ends)
        and len(segments) == 1
    ):
        parts, body = parse_body(first, known)
        return Post("", parts, body.name, country or body.country, body.acronym)
    position, rest = first, segments[1:]
    if not rest and _is_lone_body(position):
        return Post("", (), position, country)
    if not rest:
        return Post(position, (), None, country)
    bodies = [number for number, segment in enumerate(rest) if known(segment) or body_like(segment, known)]
    outer = bodies[-1] if bodies else len(rest) - 1
    inner_units, body = parse_body(rest[outer], known)
    units: list[str] = []
    for number, segment in enumerate(rest[:outer]):
        part = (
            is_unit(segment, known)
            or (number == outer - 1 and not known(segment))
            or (known(segment) and number == outer - 1)
        )
        if not part and not units:
            position = f"{position}, {segment}"
        else:
            units.append(segment)
    if re.search(r"\s[–—]\s", position) and units and not is_unit(units[0], known):
        position, units = ", ".join([position, *units]), []
    tail = rest[outer + 1 :]
    if tail and not bodies:
        position = ", ".join([position, *tail])
    if bodies and "," not in position and not contains_post(position) and is_unit(position, known):
        position, units = "", [position, *units]  # "Department of Tides, University of Malta"
    position, more = _position_units(position, known) if len(rest) and "," not in position else (position, ())
    parts = tuple(part for part in (*more, *units, *inner_units) if not _is_whole(part, body.name))
    return Post(position, parts, body.name, country or body.country, body.acronym)


def _is_whole(name: str, part: str) -> bool:
    """Say whether a body that stands before another one is known to be the whole of it: "European Commission, DG HOME"."""
    whole, inner = (reference.body_forms().get(each) for each in (name, part))
    return whole is not None and inner is not None and inner.parent == whole.name
