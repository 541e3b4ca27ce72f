"""What stands before a name, or behind it, of a person's title, country and whom somebody speaks for: "as Ghanaian labour minister Jane Roe"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vmcgraph import reference
from vmcgraph.extraction.bodynames import Known, body_like, contains_post, short_title, starts_with_post
from vmcgraph.extraction.employers import NAME_WORDS, is_verb, next_verb
from vmcgraph.extraction.posts import GROUP, parse_post
from vmcgraph.names import honorifics_at
from vmcgraph.reference import CountryEntry
from vmcgraph.spelling import fold

#: A country in brackets, maybe beside a group: "(Malta)", "(Malta, EPP/CD)", "(S&D, Malta)".
_BRACKET = re.compile(
    rf"\s*\((?:(?P<before>{GROUP}),\s+)?(?:the\s+)?(?P<country>[^(),;]{{3,40}})(?:,\s+(?P<behind>{GROUP}))?(?:[,;]\s(?:online|remote(?:ly)?|(?:by|via) video\w*))?\)"
)
#: Names that stand between a title or "by" and the name in question: "co-chairs Jane Roe (Ghana) and …".
FELLOWS = re.compile(
    rf"(?:{NAME_WORDS}(?:\([^()]{{2,40}}\)\s*|,\s+(?:[A-Z]\w{{0,2}}\.?){{1,3}}(?=,))?(?:,\s+and|,|(?<=[\s)])and)\s+)+$"
)
_DETERMINER = re.compile(
    r"(?:^|(?<=\s))(?:(?:[Tt]he\s[a-z][\w-]*(?:\s[a-z][\w-]*)?['’]s?|[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Ww]hose)\s+|(?=[A-ZÀ-ÞĀ-ɏ][\w-]*(?:\s[A-ZÀ-ÞĀ-ɏ][\w-]*)?['’]s?\s))|^(?=[A-ZÀ-ÞĀ-ɏ])"
)
_CLAUSE = re.compile(
    r"(?:^|[.;:!?,“”\"()—–]\s*)(?P<clause>[^.;:!?,“”\"()—–]*(?:\([A-Z][\w&/-]{1,14}\)(?:\s[^.;:!?,“”\"()—–]*)?)?)$"
)
#: Small words and auxiliaries: a title in lower case does not reach across them.
_STOPS = frozenset(
    "a an the of and or but nor with by to from for as in on at into over under when while where that which who whom whose this these is are was were "
    "be been has have had will would its their his her our my your said says told than then so if because after before new".split()
)
_ARTICLES = frozenset("a an the its their his her our".split())
#: Posts that bodies hold as well: "partner Caritas", "host Radio Tideline".
BODIES_TOO = frozenset(
    "member partner host organiser organizer sponsor publisher producer broadcaster donor supporter champion leader".split()
)
#: What people are to each other.
KIN = frozenset(
    "wife husband widow widower spouse sister brother son daughter mother father grandson granddaughter niece nephew cousin uncle aunt".split()
)
FELLOWSHIP = KIN | frozenset("counterpart predecessor successor colleague".split())
#: Parts that people play on a stage or for each other: they tell a person, but are no post.
_STAGE_PARTS = FELLOWSHIP | frozenset(
    "moderator speaker panellist panelist discussant keynote respondent interviewer audience floor participant attendee".split()
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title before a name, or for whom the named speaks: where it starts, its words without the country's adjective, the country."""

    start: int
    words: str
    country: CountryEntry | None = None


def honorific_before(flat: str, first: int, start: int) -> tuple[str | None, int]:
    """Return the honorific that stands right before a name, and where it begins (at the name where there is none).

    Example:
        >>> honorific_before("so Ambassador Wael Badawi", 0, 14)
        ('Ambassador', 3)
    """
    words = re.search(r"(?:[^\W\d_][\w.-]*\s+){1,3}$", flat[max(first, start - 40) : start])
    for piece in re.finditer(r"\S+", words[0]) if words else ():
        tail = words[0][piece.start() :] if words else ""
        honorific, stop = honorifics_at(tail)
        if honorific and not tail[stop:].strip():
            return honorific, start - len(tail)
    return None, start


def country_behind(flat: str, end: int, limit: int) -> tuple[CountryEntry, int] | None:
    """Read a country in brackets behind a name, and where the brackets end.

    Example:
        >>> entry, end = country_behind("Jane Roe (Cabo Verde), Chair", 8, 28)
        >>> entry.iso3, end
        ('CPV', 21)
        >>> country_behind("Jane Roe (Greens, Malta) said", 8, 28)[0].iso3
        'MLT'
    """
    bracket = _BRACKET.match(flat, end, limit)
    found = reference.country_named(bracket["country"]) if bracket else None
    return (found, bracket.end()) if bracket and found else None


def group_behind(flat: str, end: int, limit: int) -> tuple[str, int] | None:
    """Read the group of a parliament that stands beside a country in brackets, and where the brackets end; "" is none.

    Example:
        >>> group_behind("Jane Roe (Greens, Malta) said", 8, 28), group_behind("Jane Roe (Malta) said", 8, 21)
        (('Greens', 24), None)
    """
    bracket = _BRACKET.match(flat, end, limit)
    group = bracket and (bracket["before"] or bracket["behind"])
    if not bracket or not group or not reference.country_named(bracket["country"]):
        return None
    return "" if group[0].islower() or group in ("Independent", "Non-attached") else group, bracket.end()


_HOME = re.compile(r"(\s+of\s+|,\s+)(?:the\s+)?([A-ZÀ-ÞĀ-ɏ]\w+(?:\s+(?:and\s+)?[A-ZÀ-ÞĀ-ɏ]\w+)*)")


def home_behind(flat: str, end: int, limit: int) -> tuple[CountryEntry, int] | None:
    """Read the country that "of" puts behind a name, or commas behind who says something: "Ambassador Jane Roe of Sweden", "Jane Roe, Sweden, said".

    Example:
        >>> entry, end = home_behind("Jane Roe of the Netherlands said", 8, 32)
        >>> entry.iso3, end
        ('NLD', 27)
    """
    match = _HOME.match(flat, end, limit)
    found = reference.country_named(match[2]) if match else None
    says = match and (match[1].strip() == "of" or next_verb(flat, match.end(), limit))
    return (found, match.end()) if match and found and says else None


#: Whose somebody is: "Sri Lanka's Jane Roe".
_COUNTRYS = re.compile(
    r"(?:(?<=^)|(?<=[^\w.'’-]))(?P<country>[A-ZÀ-ÞĀ-ɏ][\w-]+(?:\s(?:(?:and|of|the)\s)?[A-ZÀ-ÞĀ-ɏ][\w-]+){0,3}?)['’]s?\s$"
)


def country_owning(flat: str, first: int, start: int) -> tuple[CountryEntry, int] | None:
    """Read the country whose possessive stands right before a name, and where it starts.

    Example:
        >>> entry, at = country_owning("with Sri Lanka's Jane Roe", 0, 17)
        >>> entry.iso3, at
        ('LKA', 5)
    """
    if flat[start - 2 : start - 1] not in ("s", "'", "’"):
        return None
    base = max(first, start - 50)
    match = _COUNTRYS.search(flat[base:start])
    words = match["country"].split() if match else []
    for skip in range(len(words)):
        name = " ".join(words[skip:])
        if match and (found := reference.country_named(name) or reference.country_named(f"{name}s")):
            return found, base + match.start() + match["country"].index(name)
    return None


_ITS = re.compile(r"(?:^|[\s(“\"])[Ii]ts\s+$")
_COUNTRY_FIRST = re.compile(
    r"(?:The\s+|But\s+)?(?P<name>[A-ZÀ-ÞĀ-ɏ][\w'’-]*(?:\s(?:(?:and|of|the)\s)*[A-ZÀ-ÞĀ-ɏ][\w'’-]*){0,4})"
)
_SENTENCE_END = re.compile(r"[.!?]['”\"]?\s+(?=[A-ZÀ-ÞĀ-ɏ“\"])")


def country_meant(flat: str, first: int, at: int) -> CountryEntry | None:
    """Return the country that "its" before an office means: the one with which its sentence opens, or the sentence before.

    Example:
        >>> country_meant("Peru was ready, said its envoy, Jane Roe.", 0, 25).iso3
        'PER'
    """
    its = _ITS.search(flat, max(first, at - 5), at)
    if not its:
        return None
    starts = [first, *(match.end() for match in _SENTENCE_END.finditer(flat, first, at))]
    for start in reversed(starts[-2:]):
        match = _COUNTRY_FIRST.match(flat, start, at)
        words = match["name"].split() if match else []
        for count in range(len(words), 0, -1):
            if found := reference.country_named(" ".join(words[:count])):
                return found
        if start <= its.start() - 1:
            break
    return None


def title_before_comma(flat: str, first: int, start: int, known: Known) -> Title | None:
    """Read a title that a comma parts from the name behind it: "The Austrian Minister for Trade, Jane Roe, said".

    Args:
        flat: the text.
        first: where the paragraph starts.
        start: where the name starts.
        known: says whether a text is a form of a known body.

    Example:
        >>> title_before_comma("The Director of Harbours, Jane Roe", 0, 26, lambda form: False).words
        'Director of Harbours'
    """
    _, at = honorific_before(flat, first, start)
    gap = re.search(r",\s+$", flat[max(first, at - 4) : at])
    if not gap:
        return None
    stop = at - len(gap[0])
    base = max(first, stop - 180)
    clause = _CLAUSE.search(flat[base:stop])
    if not clause:
        return None
    for match in _DETERMINER.finditer(clause["clause"]):
        words = clause["clause"][match.end() :]
        if match.end() == 0 and _NAME_BEFORE.search(flat[max(first, base - 40) : base + clause.start("clause")]):
            continue  # "Jane Roe, Head of Skills, Quay Works": the post of the name before
        second = _AND_THE.split(words)[-1]
        if _is_title(words, known) and (second == words or not _is_title(second, known)):
            held = _HELD_THEN.match(words)
            bare = words[held.end() :] if held else words
            at = base + clause.end("clause") - len(bare)
            bare = _with_owner(bare, match[0])
            return Title(at, bare, country_meant(flat, first, at))
    owned = _OWNED_POST.match(clause["clause"])
    if owned and _is_title(owned["post"], known):
        return Title(base + clause.start("clause") + owned.start("post"), owned["post"])
    several = _ENUMERATED.search(flat, base, stop)
    title = several["title"] if several else ""
    return Title(several.start("title"), title) if several and _is_title(title, known) else None


#: Before the title of the second of two: "the mayor and the envoy", "Minister Roe and Peru's Minister for Ports".
_AND_THE = re.compile(r"\sand\s(?:the\s|(?=[A-ZÀ-ÞĀ-ɏ][\w-]*(?:\s[A-ZÀ-ÞĀ-ɏ][\w-]*)?['’]s?\s))")
#: Whose post it is, by the noun of a body: "the institute's director".
_OWNING_NOUN = re.compile(r"(?:\s|^)?(?:[Tt]he|[Ii]ts)\s(?P<noun>[a-z]+)['’]s\s+")


def _with_owner(post: str, before: str) -> str:
    """Return a post of one word with the noun of the body whose it is: "director of the institute" for "the institute's director"."""
    owner = _OWNING_NOUN.fullmatch(before)
    owned = owner and owner["noun"] in reference.body_nouns() and " " not in post
    return f"{post} of the {owner['noun']}" if owner and owned else post


#: A name before a post that belongs to it.
_NAME_BEFORE = re.compile(r"(?:^|[.;:!?]\s|\s)(?:[A-ZÀ-ÞĀ-ɏ][\w.'’-]+\s){1,3}[A-ZÀ-ÞĀ-ɏ][\w'’-]+,\s$")
#: A post with whose it is, of which only the post counts: "Quay City's delegate".
_OWNED_POST = re.compile(
    r"(?:.*\s)??[A-ZÀ-ÞĀ-ɏ][\w-]*(?:\s[A-ZÀ-ÞĀ-ɏ][\w-]*){0,3}['’]s?\s+(?P<post>[a-z][\w-]*(?:\s[a-z][\w-]*){0,3})$"
)
#: What says that somebody had or has a post at the time.
_HELD_THEN = re.compile(r"(?:then|now)[ -](?=\w)")
#: A title whose field or body enumerates: "the Chair of the Committee on Ports, Ferries and Fog".
_ENUMERATED = re.compile(
    r"\b[Tt]he\s+(?P<title>[A-ZÀ-ÞĀ-ɏ][\w-]*(?:\s[A-ZÀ-ÞĀ-ɏ][\w-]*)*\s(?:of|for|on)\s[^.;:!?“”()—–]{3,120}?,\s[^,.;:!?“”()—–]{2,50}\sand\s[^,.;:!?“”()—–]{2,60})$"
)


def _is_title(words: str, known: Known) -> bool:
    """Say whether words are a post as a whole, with its body or country and without a verb."""
    if words.split()[-1:] and words.split()[-1] in _STAGE_PARTS:
        return True
    if not contains_post(words) or any(is_verb(word) for word in words.split()):
        return False
    position = parse_post(words, known).position
    return bool(position) and (starts_with_post(position) or short_title(position) or _is_small(position))


def _is_small(title: str) -> bool:
    """Say whether a title in small letters ends in its post, whatever its field: "fisheries minister"."""
    words = title.split()
    return len(words) < 4 and title.islower() and fold(words[-1]) in reference.posts() and not _STOPS & set(words)


def small_title(flat: str, first: int, start: int, known: Known) -> Title | None:
    """Read a title in lower case right before a name, also one that several names share: "co-chairs Jane Roe (Ghana) and John Doe".

    Example:
        >>> title = small_title("as Ghanaian labour minister Jane Roe", 0, 28, lambda form: False)
        >>> title.words, title.country.iso3
        ('labour minister', 'GHA')
    """
    _, at = honorific_before(flat, first, start)
    for stop in (at, *_shared_stops(flat, max(first, at - 160), at)):
        base = max(first, stop - 80)
        pieces = list(re.finditer(r"\S+", flat[base:stop]))
        if not pieces or not flat[:stop][-1:].isspace():
            continue
        post = _small_post([piece[0] for piece in pieces], stop != at)
        if post:
            return _reach(pieces, base, post, known)
    return None


def _shared_stops(flat: str, base: int, at: int) -> Iterator[int]:
    """Yield where a plural title ends before names that stand beside the one in question."""
    for word in re.finditer(r"[\w-]+s\s+", flat[base:at]):
        title = fold(word[0]).removesuffix("s")
        if title.split()[-1:] and title in reference.posts() and FELLOWS.fullmatch(flat[base + word.end() : at]):
            yield base + word.end()


def _small_post(words: list[str], shared: bool) -> str | None:
    """Return the post in lower case that the words end in, in the singular."""
    last = words[-1]
    if not last[-1].isalnum():
        return None  # the end of a sentence
    plural = fold(last) not in reference.posts() and fold(last.removesuffix("s")) in reference.posts()
    if not last.islower() and not plural:
        return None  # a title in capitals is read elsewhere, but for the plural: "Co-Chairs Jane Roe and John Doe"
    singular = last.removesuffix("s") if plural or shared else last
    for count in (3, 2, 1):
        post = " ".join([*words[len(words) - count : -1], singular]) if len(words) >= count else ""
        title = (fold(post) in reference.posts() and singular not in BODIES_TOO) or post in FELLOWSHIP
        if title and post.islower() is last.islower():
            return post
    return None


def _reach(pieces: list[re.Match[str]], base: int, post: str, known: Known) -> Title:
    """Take what stands between an article, adjective, body or "and" and a post in lower case into the title."""
    first = len(pieces) - len(post.split())
    begin = first
    while begin > 0 and first - begin < 3:
        word = pieces[begin - 1][0]
        words = " ".join([*(piece[0] for piece in pieces[begin:first]), post])
        if body := _body_before(pieces, begin, known):
            nation, bare = _ministry_of(body[1])
            return Title(base + pieces[body[0]].start(), f"{words}, {bare}", nation)
        for count in (2, 1):  # "Costa Rican", "Ghanaian"
            adjective = " ".join(piece[0] for piece in pieces[max(0, begin - count) : begin])
            if nation := reference.country_of_adjective(adjective):
                return Title(base + pieces[max(0, begin - count)].start(), words, nation)
        if owner := _owning(pieces, begin):
            return Title(base + pieces[owner[1]].start(), words, owner[0])
        if word.casefold() in _ARTICLES or word.endswith(("'s", "s'", ",")) or (word == "and" and first - begin < 2):
            return Title(base + pieces[begin].start(), words)
        if not word.islower() or not word.replace("-", "").isalpha() or word in _STOPS or is_verb(word):
            break
        begin -= 1
    return Title(base + pieces[first].start(), post)


def _body_before(pieces: list[re.Match[str]], stop: int, known: Known) -> tuple[int, str] | None:
    """Return the first word and the name of the body that ends before a word: "Tide Research Centre director"."""
    for first in range(max(0, stop - _LONGEST_BODY), stop):
        if pieces[first][0].casefold() in _ARTICLES:
            continue
        name = re.sub(r"['’]s?$", "", " ".join(piece[0] for piece in pieces[first:stop]))
        capitals = all(piece[0][0].isupper() or piece[0] in ("of", "for", "and") for piece in pieces[first:stop])
        if known(name) or (capitals and name[0].isupper() and " " in name and body_like(name, known, whole=True)):
            return first, name
    return None


def _ministry_of(name: str) -> tuple[CountryEntry | None, str]:
    """Part a ministry from the adjective of its country: "Libyan Interior Ministry"."""
    first, _, rest = name.partition(" ")
    nation = reference.country_of_adjective(first) if rest.endswith("Ministry") else None
    return nation, rest if nation else name


#: In words.
_LONGEST_BODY = 7


def _owning(pieces: list[re.Match[str]], stop: int) -> tuple[CountryEntry, int] | None:
    """Return the country whose possessive ends before a word, and its first word: "Sri Lanka's"."""
    last = re.fullmatch(r"(.+?)['’]s?", pieces[stop - 1][0])
    for count in (4, 3, 2, 1) if last else ():
        words = " ".join([*(piece[0] for piece in pieces[max(0, stop - count) : stop - 1]), last[1] if last else ""])
        for name in (words, f"{words}s"):
            if count <= stop and (country := reference.country_named(name)):
                return country, stop - count
    return None


def copula_title(flat: str, first: int, start: int) -> Title | None:
    """Read a post that a sentence gives a name: "The deputy editor is Jane Roe".

    Example:
        >>> copula_title("The Digital Editor is Jane Roe", 0, 22).words
        'Digital Editor'
    """
    base = max(first, start - 80)
    match = re.search(
        r"(?:^|[.!?]\s+)(?:The|Its|Our|Their)\s+(?P<title>[^.,;:()]{3,60}?)\s+(?:is|was)\s+$", flat[base:start]
    )
    head = fold(re.split(r"\s(?:of|for)\s", match["title"])[0]).split() if match else []
    if not match or not head or head[-1] not in reference.posts():
        return None
    return Title(base + match.start("title"), match["title"])


#: For whom somebody has the floor: "For the Fishers' Caucus, Jane Roe asked", "Speaking for Malta, ", "On behalf of Lima, ".
_SPOKEN_FOR = re.compile(
    r"(?:(?:^|[.!?”\"]\s+)(?:(?:Intervening )?(?:[Ff]or|[Oo]n behalf of)|Representing)|\b[Ss]peaking\s+(?:for|on\s+behalf\s+of)|\b[Oo]n\s+behalf\s+of)\s+(?:the\s+)?"
    r"(?P<body>[A-ZÀ-ÞĀ-ɏ][\w'’&/-]*(?:\s(?:(?:of|for|and|on|the|de)\s)*[A-ZÀ-ÞĀ-ɏ][\w'’&/-]*)*),\s+$"
)


def spoken_for(flat: str, first: int, start: int) -> Title | None:
    """Read for which body or country, also by its capital, somebody speaks whom the sentence then names.

    Example:
        >>> spoken_for("For the Fishers' Caucus, Jane Roe asked why.", 0, 25).words
        "Fishers' Caucus"
        >>> spoken_for("Speaking for Rome, Minister Jane Roe", 0, 19).country.iso3
        'ITA'
    """
    base = max(first, start - 120)
    match = _SPOKEN_FOR.search(flat[base:start]) if flat[start - 2 : start] == ", " else None
    if not match or starts_with_post(match["body"]):
        return None  # "on behalf of Minister Jane Roe"
    words = match["body"]
    return Title(base + match.start("body"), words, reference.country_named(words) or reference.country_of_city(words))


def is_stage_part(words: str) -> bool:
    """Say whether a title only tells a part on a stage, or whose counterpart somebody is: "keynote speaker"."""
    return words.split()[-1] in _STAGE_PARTS


def is_relation(words: str) -> bool:
    """Say whether words tell what somebody is to another one, and no post.

    Example:
        >>> is_relation("wife of the Prime Minister"), is_relation("adviser to the Prime Minister")
        (True, False)
    """
    return words.split()[0] in FELLOWSHIP


_GIVES = r"(?:(?:re-?)?(?:elected|appointed)|nominated|designated|seconded|chosen)"
_GIVEN_OFFICE = (
    r"(?P<office>(?:(?:[Cc]o|[Vv]ice|[Dd]eputy|[Ff]irst|[Ss]econd|[Aa]cting|[Ss]pecial|[Gg]eneral)[ -])*"
    r"(?i:rapporteur(?:-general)?|chair(?:person|man|woman)?|president|treasurer|secretary(?:[ -]general)?|director(?:[ -]general)?|convenor|facilitator|coordinator|observer|"
    r"commissioner|ombuds(?:person|man|woman)|envoy|representative)"
    r"(?: of (?:the )?[A-ZÀ-ÞĀ-ɏ][\w'-]+(?: (?:(?:of|on|and|for|the) )*[A-ZÀ-ÞĀ-ɏ][\w'-]+)*)?)(?![\w-])"
)
_GIVEN = re.compile(rf"\s+(?:as\s+)?(?:(?:the|its|their|an?)\s+)?{_GIVEN_OFFICE}")
_WAS_GIVEN = re.compile(
    rf",?\s+(?:was|were|is|has been|had been)\s+(?:\w+ly\s+)?{_GIVES}\s+(?:as\s+|to be\s+)?(?:(?:the|its|their|an?)\s+)?{_GIVEN_OFFICE}"
)
_GIVING = re.compile(rf"\b{_GIVES}\s+$")


def office_given(flat: str, first: int, start: int, end: int, limit: int) -> tuple[str, int] | None:
    """Read the office that a body gives somebody, and where it ends.

    Args:
        flat: the text.
        first: where to look back to.
        start: of the name, its form of address included.
        end: of the name, a country in brackets included.
        limit: where to stop.

    Example:
        >>> office_given("It elected Jane Roe as its Chair.", 0, 11, 19, 33), office_given("Jane Roe was elected Vice-Chair.", 0, 0, 8, 32)
        (('Chair', 32), ('Vice-Chair', 31))
        >>> office_given("It thanked Jane Roe as its Chair.", 0, 11, 19, 33)
    """
    given = _GIVEN.match(flat, end, limit) if _GIVING.search(flat, max(first, start - 20), start) else None
    given = given or _WAS_GIVEN.match(flat, end, limit)
    return (given["office"], given.end()) if given else None
