"""Personal names: what a printed name looks like, and where one starts and ends.

Names are known by their form and their place, never by a list of persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from vmcgraph import reference
from vmcgraph.spelling import fold

_LETTER = r"[^\W\d_\u2460-\u24ff\u2776-\u277f]"  # circled numbers count as word characters, and are none
# Patterns of capitals have Ā-ɏ whole: capitals and small letters take turns there, and hardly a word of the languages that are read
# begins with a small one of these ("Říha", "Łącka", "Şahin" are names).
WORD = re.compile(rf"{_LETTER}+(?:[’'‘`.-]?{_LETTER}+)*[’']?\.?")
_LONGEST_NAME = 6
_NO_NAME = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday the a an and of for in on at to with from by this that these those it its he she they we our his her their
    what why how when where who which day session part panel page chapter annex figure table note moderated moderator speaker speakers
    about welcome join read watch see all more please source photo photos image video north south east west new old los las san são
    first second third fourth fifth last next both each some many most other another such also however moreover while although despite since
    messages recommendations findings outcomes observations conclusions highlights takeaways
    as but if though nor for instance example similarly additionally finally indeed meanwhile thus hence therefore ultimately""".split()
)

#: German articles begin a sentence and no name; as a surname one may end it: "Anita Das".
_ARTICLES = frozenset("der die das dem des".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name in a text: where it stands, what is printed, its honorific and the letters after it."""

    start: int
    end: int
    text: str
    honorific: str | None = None


@cache
def _honorific_forms() -> tuple[tuple[str, ...], ...]:
    """Honorifics as tuples of words, longest first."""
    return tuple(
        sorted((tuple(form.split()) for form in reference.honorifics()), key=lambda words: (-len(words), words))
    )


@cache
def _honorific_pattern() -> re.Pattern[str]:
    forms = sorted((" ".join(words) for words in _honorific_forms()), key=len, reverse=True)
    by_letter: dict[str, list[str]] = {}  # so that a word is compared with few of them
    for form in forms:
        by_letter.setdefault(form[0], []).append(re.escape(form[1:]).replace(r"\ ", r"\s+"))
    printed = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return re.compile(rf"(?:{printed})(?=[\s.,])\.?\s*")


#: What stands between a title and the name: "Brig. Gen. (ret.)", "Prof. (Mrs.)", "Dr h.c.", "Prof. em.".
_RETIRED = re.compile(
    r"\((?:ret(?:d|'d|ired)?|rtd|r|res|a\.\s?D|i\.\s?R|Mrs?|Ms|Miss|Dr)\.?\)\s*|"
    r"(?:(?:h\.\s?c\.|(?:em|emer|mult|habil)\.|em[eé]rit(?:us|a)|a\.\s?D\.|i\.\s?R\.)\s*)+",
    re.IGNORECASE,
)


def honorifics_at(text: str, at: int = 0) -> tuple[str | None, int]:
    """Read the honorifics that stand at an offset.

    Returns:
        What a card prints for the most telling of them (an office before a title, a title before Mr or Ms), and the
        offset behind them.

    Example:
        >>> honorifics_at("Amb. Jane Roe")[0]
        'Ambassador'
    """
    found: list[tuple[int, str]] = []
    while match := _honorific_pattern().match(text, at):
        form = " ".join(match[0].split())
        entry = reference.honorifics().get(form) or reference.honorifics().get(form.rstrip("."))
        if entry is None or (_INITIAL.fullmatch(form) and _INITIAL.match(text, match.end())):
            break  # "M. K. Roe": a name begins with its initials
        weight = (
            3
            if entry[1]
            else 0
            if entry[0] in ("Mr", "Ms", "Mrs", "Miss")
            else 2
            if entry[0].startswith(("Dr", "Prof"))
            else 1
        )
        found.append((weight, entry[0]))
        at = match.end()
        retired = _RETIRED.match(text, at)
        at = retired.end() if retired else at
    return (max(found, key=lambda item: item[0])[1] if found else None), at


def is_form_of_address(text: str, at: int = 0) -> bool:
    """Say whether an honorific stands at an offset that is no office: an office may be part of the post before it.

    Example:
        >>> is_form_of_address("Dr Jane Roe"), is_form_of_address("Amb. Jane Roe"), is_form_of_address("Director General Jane Roe")
        (True, True, False)
    """
    match = _honorific_pattern().match(text, at)
    form = " ".join(match[0].split()) if match else ""
    entry = reference.honorifics().get(form) or reference.honorifics().get(form.rstrip("."))
    return entry is not None and (not entry[1] or form.endswith("."))


def name_at(text: str, at: int = 0, *, end: int | None = None) -> Name | None:
    """Read the personal name that starts at an offset: two to six words, or one after an honorific.

    Args:
        text: the text.
        at: where the name (or its honorific) starts.
        end: where to stop at the latest.

    Example:
        >>> name_at("Ms Anna van den Berg, Director").text
        'Anna van den Berg'
        >>> name_at("Jan op de Beeck in Geneva").text
        'Jan op de Beeck'
        >>> name_at("Maria “Tess” Roe said").text
        'Maria “Tess” Roe'
        >>> name_at("Federal Minister of the Interior") is None
        True
    """
    stop = len(text) if end is None else end
    honorific, first = honorifics_at(text, at)
    if listed := _surname_first(text, first, stop, honorific):
        return listed
    words = list(_name_words(text, first, stop))
    if len(words) == 1 and honorific and (wrapped := _WRAPPED.match(text, words[0][1], stop)) and _is_full(text, at):
        words.append((*wrapped.span("last"), wrapped["last"]))
    while words and not any(map(str.isupper, words[-1][2])):
        words.pop()
    while words and words[-1][2].rstrip(".") in reference.post_nominals() and len(words) > 2:
        words.pop()
    if not words or (len(words) < 2 and honorific in (None, "President", "Minister", "Me")):
        return None
    start, last = words[0][0], words[-1][1]
    printed = [word for _, _, word in words]
    initials = sum(1 for _ in takewhile(_INITIAL.fullmatch, printed[:-1]))
    initials = initials if initials > 1 or honorific else 0
    given = len(printed) > 1 and printed[0] in _ALSO_GIVEN
    if not initials and given and (honorific or (len(printed) == 2 and _has_post(text, last, stop))):
        initials = 1
    if _is_common(printed[initials:]) or is_called_after(printed[-1], honorific):
        return None
    return Name(start, last, " ".join(text[start:last].split()), honorific)


#: What is called after monarchs and heads of state: "King Willem Street", "President Roe Avenue"; some of it are surnames, too.
_CALLED_AFTER = frozenset(
    """street avenue boulevard road square island islands bridge airport stadium hospital university palace museum library foundation building
    theatre college prize award medal""".split()
)
_AFTER_MONARCHS = _CALLED_AFTER | frozenset(
    "hall house park school station centre center harbour port pier dock bay lake river county cup tower garden gardens market".split()
)
_MONARCHS = frozenset(("King", "Queen", "Prince", "Princess", "Pope", "Emperor", "Empress", "Crown Prince"))


def is_called_after(last: str, honorific: str | None) -> bool:
    """Say whether the last word behind a title tells a street, an island or a house that is called after somebody.

    Example:
        >>> is_called_after("Avenue", "President"), is_called_after("Hall", "Dr")
        (True, False)
    """
    word = last.casefold()
    if not honorific or word not in _AFTER_MONARCHS:
        return False
    entry = reference.honorifics().get(honorific)
    return (honorific in _MONARCHS and word in _AFTER_MONARCHS) or (
        entry is not None and entry[1] and word in _CALLED_AFTER
    )


#: First names that are small words or months as well, where a form of address stands before them, or a post behind the name.
_ALSO_GIVEN = frozenset("An April August Even June May Nor So".split())
_BEHIND = re.compile(r"\s*(?:[,–—·|(]|\n)\s*(?P<words>[A-ZÀ-ÞĀ-ɏ][\w-]*(?: [\w-]+)?)")


def _has_post(text: str, at: int, stop: int) -> bool:
    """Say whether a post begins behind a name: ", Director"."""
    behind = _BEHIND.match(text, at, stop)
    words = fold(behind["words"]).split() if behind else []
    return bool(words) and not reference.posts().isdisjoint((words[0], " ".join(words)))


#: One letter of a name; as an article "A" has no full stop.
_INITIAL = re.compile(r"[A-Z]\.")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")  # "A.P.J."


@cache
def _letters() -> re.Pattern[str]:
    forms = sorted(reference.post_nominals(), key=len, reverse=True)
    return re.compile(
        rf"(?:(?:\s*,\s*|\s+)(?:{'|'.join(map(re.escape, forms))})(?![\w-])\.?)+(?=\s*[,(|–—-]|\s+[a-z]|[ \t]*\n|\s*$)"
    )


def letters_behind(text: str, at: int, end: int) -> int:
    """Return where the letters behind a name end, or where the name does: "Jane Roe KC, MP".

    Example:
        >>> letters_behind("Jane Roe OBE, chair", 8, 19), letters_behind("Jane Roe, MP, of Leith", 8, 22)
        (12, 12)
        >>> letters_behind("Jane Roe said", 8, 13)
        8
    """
    match = _letters().match(text, at, end)
    return match.end() if match else at


_SURNAME = r"[A-ZÀ-ÞĀ-ɏ]{2}[A-ZÀ-ÞĀ-ɏ'’-]*"
_SURNAME_FIRST = re.compile(
    rf"(?P<last>{_SURNAME}(?:\s{_SURNAME}){{0,3}}),[ \t]+(?P<given>[A-ZÀ-ÞĀ-ɏ][a-zß-ÿ]+(?:[ -][A-ZÀ-ÞĀ-ɏ][\w.'’-]*){{0,2}})"
    r"(?:[ \t]*\((?P<title>Mr|Ms|Mrs|Mx|Miss|Dr|Prof|Amb|H\.E)\.?\))?(?P<rest>(?:,[^,\n]*)?)"
)


def _surname_first(text: str, at: int, stop: int, honorific: str | None) -> Name | None:
    """Read a name as lists of attendees print it, where a title or post tells that it is one: "ROE, Jane (Ms)"."""
    match = _SURNAME_FIRST.match(text, at, stop)
    if (
        not match
        or _is_common([*match["given"].split(), *match["last"].split()])
        or reference.country_named(match["given"])
    ):
        return None
    behind = fold(match["rest"]).split()
    post = any(" ".join(behind[:count]) in reference.title_words() for count in (1, 2))
    if not (match["title"] or post or honorific):
        return None
    end = match.end("given")
    return Name(match.start(), end, " ".join(text[match.start() : end].split()), match["title"] or honorific)


def mononym_at(text: str, at: int = 0, *, end: int | None = None) -> Name | None:
    """Read a name of one word at an offset, where the place (an entry of a list) tells that it is a person.

    Example:
        >>> mononym_at("Sukarti, Founder").text, mononym_at("UNHCR, Geneva")
        ('Sukarti', None)
    """
    match = WORD.match(text, at, len(text) if end is None else end)
    if (
        not match
        or not match[0][0].isupper()
        or match[0].isupper()
        or _is_common([match[0]])
        or match[0] in reference.body_forms()
    ):
        return None
    return Name(match.start(), match.end(), match[0])


def titled_name(text: str) -> Name | None:
    """Read the name behind a title that no comma parts from it: "Minister of Labour Jane Roe", up to a comma or bracket.

    Example:
        >>> titled_name("Deputy Minister of Health Ana de Lima, Samoa").text
        'Ana de Lima'
        >>> titled_name("Deputy Minister of Health, Samoa") is None
        True
    """
    words = list(re.finditer(r"\S+", re.split(r"[,(\n]", text, maxsplit=1)[0]))
    titles = reference.posts() | reference.post_modifiers()
    folded = [fold(word[0]) for word in words[:3]]
    if len(words) < 3 or not any(" ".join(folded[:count]) in titles for count in (1, 2, 3)):
        return None
    first = len(words) - 2
    while first > 1 and words[first][0].casefold() in reference.particles():
        first -= 1
    if not is_name(text[words[first].start() : words[-1].end()]):
        return None
    return name_at(text, words[first].start(), end=words[-1].end())


#: The rest of a name that the width of the page has cut: "Ms. Ada / Nkemelu (Director)".
_WRAPPED = re.compile(r"[ \t]*\r?\n[ \t]*(?P<last>[A-ZÀ-ÞĀ-ɏ][\w'’-]+)(?=\s*[,(;])")


def _is_full(text: str, at: int) -> bool:
    """Say whether the line around an offset is as long as the page is wide."""
    end = text.find("\n", at)
    return (end if end >= 0 else len(text)) - text.rfind("\n", 0, at) > _FULL_LINE


_FULL_LINE = 60
#: Between two words of a name; four blanks part the columns of a list.
_GAP = re.compile(r"[ \t\u00a0]{1,3}(?![ \t\u00a0])|[ \t]*\r?\n[ \t]*(?=\S)")
#: What stands before names only, never within one.
_BEFORE_NAMES = frozenset("Mr Ms Mrs Mr. Ms. Mrs. Mx. Dr. Prof. Amb. Hon.".split())
#: How friends call somebody, between first name and surname: "Maria “Tess” Roe".
_NICK = re.compile(r"[“\"'„][A-ZÀ-ÞĀ-ɏ][\w-]{1,12}[”\"'“]\s+(?=[A-ZÀ-ÞĀ-ɏ])")
#: What abbreviations of names hardly have: "Md.", "Chr.".
_VOWEL = re.compile(r"[aeiouyà-ÿ]")
_PARTICLE_NEXT = re.compile(r"\s+['’]?[a-zà-ÿ]")


def _name_words(text: str, at: int, stop: int) -> Iterator[tuple[int, int, str]]:
    """Yield the words from an offset on that can belong to one name."""
    count = 0
    while at < stop and count < _LONGEST_NAME + 2:
        match = WORD.match(text, at, stop)
        if not match:
            return
        word, last = match[0], match.end()
        if word.endswith(("’", "'")) and word not in reference.particles():  # "de’ Bardi"
            word, last = word[:-1], last - 1
        possessive = word.endswith(("'s", "’s", "'S", "’S"))
        if possessive:
            word, last = word[:-2], last - 2
        spoken = len(word) > 4 or (count > 0 and len(word) > 3 and _VOWEL.search(word) is not None)  # and not "Chr."
        sentence_end = word.endswith(".") and spoken and not _INITIALS.fullmatch(word)
        if sentence_end:
            word, last = word[:-1], last - 1
        lower = word[0].islower()
        if lower and (count == 0 and word not in ("de", "von", "van", "al", "el", "di", "d", "ter")):
            return
        if lower and word.casefold() not in reference.particles() and not re.match(r"(?:al|el|ul|d|l|an)[-’']", word):
            return
        if lower and word in reference.joint_particles() and not _PARTICLE_NEXT.match(text, last, stop):
            return
        if word.rstrip(".") in reference.post_nominals() and count >= (2 if word.isupper() else 1):
            return
        if count and word in _BEFORE_NAMES:
            return  # another name begins
        yield match.start(), last, word
        count += 1
        if possessive or sentence_end or last != match.end():
            return
        gap = _GAP.match(text, last, stop)
        if not gap or "\n" in gap[0]:
            return
        nick = _NICK.match(text, gap.end(), stop)
        at = nick.end() if nick else gap.end()


#: Words of policy titles and bodies that are no part of a personal name.
_POLICY_WORDS = frozenset(
    """affairs relations migration trafficking human rights refugees refugee development asylum integration security cooperation policy policies
    labour labor employment health education home foreign international national global european external internal states member members
    state federal public private social economic strategy operations communications communication management protection border borders return
    returns mobility humanitarian environment energy trade finance digital innovation research planning smuggling crime terrorism climate
    partnership partnerships welfare overseas expatriates resources inclusion equality gender diaspora remittances resettlement immigration
    emigration citizenship nationality visa visas europe africa asia america americas mediterranean balkans union nations world governance
    agreement pact compact convention protocol process dialogue platform facility initiative programme program project fund strategy
    interior unit secretariat directorate division department committee agenda conference forum summit report framework directive regulation declaration memorandum pathways pathway solutions skills talent relief
    preparedness rehabilitation guarantee guarantees business tourism agriculture commerce industry culture sports youth transport
    transformation technology entrepreneurship team newsroom""".split()
)


def is_policy_word(word: str) -> bool:
    """Say whether a folded word is one of policy titles and bodies, maybe in the plural.

    Example:
        >>> is_policy_word("agreements"), is_policy_word("harbour")
        (True, False)
    """
    return word in _POLICY_WORDS or word.removesuffix("s") in _POLICY_WORDS


def _is_common(words: list[str]) -> bool:
    """Say whether words are a post, a body, a country or a date rather than a person."""
    if len([word for word in words if word[0].isupper()]) > _LONGEST_NAME:
        return True
    folded = [fold(word) for word in words]
    sons = not _SON.isdisjoint(folded[1:-1])  # "Said bin Nasser", "Nor Aini binti Rahman"
    if (
        folded[0] in _ARTICLES
        or folded[0] in _ROOMS
        or ((folded[0] in _NO_NAME or folded[0] in _leads()) and not sons)
        or any(not part for part in folded)
    ):
        return True
    if any(word.isupper() and len(word) > 1 and word in reference.body_forms() for word in words):
        return True
    upper = [word for word in folded if word not in reference.particles()]
    if not _SPOKEN.isdisjoint(folded[1:-1]):
        return True
    if any(map(is_policy_word, upper)):
        return True
    whole = " ".join(folded)
    if len(folded[-1]) == 1 and (" ".join(folded[:-1]) in reference.session_formats() or folded[0] in _LETTERED):
        return True  # "Breakout B"
    if (
        {whole, whole.removesuffix("s")} & reference.session_formats().keys()
        or reference.country_named(whole)
        or whole in _body_folds()
    ):
        return True
    first = {folded[0], folded[0].removesuffix("s")} if words[0] not in _GIVEN_NAMES_TOO else set()
    if first & reference.title_words() or " ".join(folded[:2]) in reference.posts():
        return True
    inner = upper[1:-2]  # "Oslo Governor Jane Roe", but "Ana Mayor Roe"
    if any(word in reference.posts() and (word in inner or word not in _SURNAMES_TOO) for word in upper[1:-1]):
        return True
    nouns = reference.body_nouns()
    if any(word in nouns and (nouns[word].strong or len(word) > 4) for word in upper):
        return True
    if folded[-1] in _LAST_ROOMS or (folded[-1] in reference.posts() and folded[-1] not in _SURNAMES_TOO):
        return True
    nation = words[0] in reference.country_forms() and words[0] not in _GIVEN_NAMES_TOO
    # "Grace A. Otieno"
    return nation or any(word in _NO_NAME and f"{word.upper()}." not in words for word in upper[1:])


#: Words of slogans after which bodies are called, and no second name: "Are You Ready".
_SPOKEN = frozenset("you your us we our are is for not".split())
#: With which the names of rooms begin: "Main Hall", "Room Aurora".
_ROOMS = frozenset(
    "room main plenary great grand conference meeting saal raum sala salle aula auditorium foyer lobby".split()
)
#: With which they end, and which nobody is called: "Ada Brook Auditorium", but "Ada Hall".
_LAST_ROOMS = frozenset(
    "room auditorium theatre theater foyer lobby library gallery terrace lounge restaurant cafeteria canteen ballroom pavilion building floor".split()
)


@cache
def _leads() -> frozenset[str]:
    """Return the words with which a sentence begins and no name does: "Had", "Only", "Citing"."""
    verbs = {form for form in reference.reporting_forms() if " " not in form}
    return reference.function_words("en", "lead") | verbs


#: Behind a first name of Arabic: whose child somebody is.
_SON = frozenset("bin ibn ben bint binti binte ould uld abu".split())
#: Countries and titles after which people are called.
_GIVEN_NAMES_TOO = frozenset("Chad Dane Finn Georgia India Israel Jordan Kenya Emir Sultan".split())


#: What letters tell apart.
_LETTERED = frozenset("group track stream strand breakout room hall block slot team table cluster option".split())
#: Posts that are common surnames as well.
_SURNAMES_TOO = frozenset(
    "bishop major judge marshall king prince dean page young abbott pope rector mayor governor chancellor advisor provost sargent constable".split()
)


@cache
def _body_folds() -> frozenset[str]:
    return frozenset(fold(form) for form in reference.body_forms())


def initials(name: str) -> str:
    """Return the first letters of a name.

    Example:
        >>> initials("Ada de la Roe-Lind")
        'ADLR'
    """
    return "".join(word[0].upper() for word in name.split())


def is_name(text: str) -> bool:
    """Say whether a text is one personal name and nothing else.

    Example:
        >>> is_name("Nicole de Moor"), is_name("European Commission"), is_name("Head of Unit")
        (True, False, False)
    """
    stripped = text.strip().rstrip(",")
    found = name_at(stripped)
    return found is not None and (
        found.end == len(stripped) or _TITLE_BEHIND.fullmatch(stripped, found.end) is not None
    )


#: The form of address that lists of attendees put behind a name.
_TITLE_BEHIND = re.compile(r"\s*\((?:Mr|Ms|Mrs|Mx|Miss|Dr|Prof|Amb|H\.E)\.?\)")
