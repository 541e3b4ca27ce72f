"""General knowledge of the genre as look-up tables: countries, bodies, honorifics, posts, session formats, role words.

The tables stand in data/reference, each row with its source; none of them knows a report. Each is read on first use.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from vmcgraph.resources import resource
from vmcgraph.spelling import fold

#: A row of a table, by its columns.
Row = dict[str, str]


@cache
def table(name: str, language: str | None = None) -> tuple[Row, ...]:
    """Return the rows of a reference table.

    Args:
        name: the file's name without its suffix, e.g. ``"countries"``.
        language: if given, only its rows.

    Example:
        >>> table("countries")[0]["iso3"]
        'AFG'
    """
    if language:
        return tuple(row for row in table(name) if row["language"] == language)
    with resource("data", "reference", f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


def cells(value: str | None) -> tuple[str, ...]:
    """Split a cell of several values.

    Example:
        >>> cells("UK|Great Britain")
        ('UK', 'Great Britain')
    """
    return tuple(part for part in (value or "").split("|") if part)


# ---------------------------------------------------------------- countries


@dataclass(frozen=True, slots=True)
class CountryEntry:
    """A country as the reference table knows it."""

    iso3: str
    iso2: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"country/{self.iso3}"


@cache
def countries() -> tuple[CountryEntry, ...]:
    """Return all countries."""
    return tuple(
        CountryEntry(
            row["iso3"], row["iso2"], row["name"], (row["name"], *cells(row["aliases"])), cells(row["demonyms"]), cells(row["capital"])
        )
        for row in table("countries")
    )  # fmt: skip


@cache
def country_forms() -> dict[str, tuple[CountryEntry, str]]:
    """Return every printed form of a country with the entry and what the form is: name, demonym or capital.

    Example:
        >>> entry, sort = country_forms()["Danish"]
        >>> entry.iso3, sort
        ('DNK', 'demonym')
    """
    forms: dict[str, tuple[CountryEntry, str]] = {}
    for sort in ("capitals", "demonyms", "names"):  # the surest last, so that it wins
        for entry in countries():
            for form in getattr(entry, sort):
                forms[form] = (entry, sort.rstrip("s"))
    return forms


@cache
def ambiguous_countries() -> frozenset[str]:
    """Return the names of countries, or of who lives there, that are also names of people or of other places: "Georgia", "Finn"."""
    return frozenset(row["name"] for row in table("countries") if row["ambiguous"]) | {"Dane", "Finn"}


@cache
def foreign_country_forms(language: str) -> dict[str, CountryEntry]:
    """Return every form by which a text in German or Italian names a country: names, genitives, adjectives, inhabitants.

    Args:
        language: "de" or "it".

    Example:
        >>> foreign_country_forms("de")["Kenias"].iso3, foreign_country_forms("it")["albanese"].iso3
        ('KEN', 'ALB')
    """
    forms: dict[str, CountryEntry] = {}
    for entry, row in zip(countries(), table("countries"), strict=True):
        for adjective in cells(row[f"adjectives_{language}"]):
            forms[adjective] = entry
            if not adjective.endswith("sch"):  # "Deutsch" in capitals is the language
                forms[adjective[0].upper() + adjective[1:]] = entry
    for entry, row in zip(countries(), table("countries"), strict=True):
        for name in cells(row[f"name_{language}"]):
            forms[name] = entry
            if language == "de" and name[-1] not in "sxz":
                forms[f"{name}s"] = entry
    return forms


@cache
def foreign_capitals(language: str) -> dict[str, CountryEntry]:
    """Return the names of capitals in German or Italian with their countries.

    Example:
        >>> foreign_capitals("it")["Tunisi"].iso3
        'TUN'
    """
    entries = {entry.iso3: entry for entry in countries()}
    return {row["form"]: entries[row["iso3"]] for row in table("foreign_capitals", language)}


@cache
def parties() -> frozenset[str]:
    """Return how agencies print the political parties that sit in a parliament, as in brackets behind the name of a politician.

    Example:
        >>> "SPÖ" in parties(), "Ausschuss" in parties()
        (True, False)
    """
    return frozenset(row["form"] for row in table("parties"))


@cache
def function_words(language: str, kind: str) -> frozenset[str]:
    """Return small words of a language.

    Args:
        language: "en", "de" or "it".
        kind: common (to tell the language by), article, of (between a post and what it is of), from (a body), relative, verb particle,
            by-line, pronoun (of a person), lead (opens sentences with a capital, and is no first name).

    Example:
        >>> "dessen" in function_words("de", "relative")
        True
    """
    return frozenset(row["form"] for row in table("function_words", language) if kind in cells(row["kinds"]))


@cache
def loud_countries() -> dict[str, CountryEntry]:
    """Return the names of countries in capitals, as bulletins print who speaks; short ones are too often acronyms.

    Example:
        >>> loud_countries()["SRI LANKA"].iso3
        'LKA'
    """
    forms = {form.upper(): entry for form, (entry, sort) in country_forms().items() if sort == "name" and len(form) > 3}
    return {form: entry for form, entry in forms.items() if form not in country_forms() and form not in body_forms()}


@cache
def _country_names() -> dict[str, CountryEntry]:
    """Names in English, German and Italian; where two agree, the English one wins, and an English word is none."""
    made = {fold(form): entry for form, (entry, sort) in country_forms().items() if sort == "name"}
    for entry, row in zip(countries(), table("countries"), strict=True):
        for name in (*cells(row["name_de"]), *cells(row["name_it"])):
            made.setdefault(fold(name), entry)
    return {name: entry for name, entry in made.items() if name != "island"}


def country_named(text: str) -> CountryEntry | None:
    """Return the country of which a text is a name, or None.

    Example:
        >>> country_named("the Netherlands").iso3
        'NLD'
    """
    key = fold(text)
    return _country_names().get(key) or _country_names().get(key.removeprefix("the "))


@cache
def _demonyms() -> dict[str, CountryEntry]:
    forms = country_forms().items()
    return {form: entry for form, (entry, sort) in forms if sort == "demonym" and form not in _INHABITANTS}


#: Who lives in a country, where the adjective is another word.
_INHABITANTS = frozenset(
    "Briton Dane Finn Greenlander Icelander Luxemburger Netherlander Pole Spaniard Swede Turk".split()
)


def country_of_adjective(word: str) -> CountryEntry | None:
    """Return the country of an adjective, or None; who lives there is none that stands before a noun.

    Example:
        >>> country_of_adjective("Danish").iso3, country_of_adjective("Dane"), country_of_adjective("Austrian").iso3
        ('DNK', None, 'AUT')
    """
    return _demonyms().get(word)


@cache
def _cities() -> dict[str, str]:
    return {row["name"]: row["country"] for row in table("places") if row["kind"] == "city" and row["country"]}


@cache
def cities_of(iso3: str | None) -> tuple[str, ...]:
    """Return the well-known cities of a country, its capital included.

    Example:
        >>> "Vienna" in cities_of("AUT"), cities_of(None)
        (True, ())
    """
    capitals = (city for entry in countries() if entry.iso3 == iso3 for city in entry.capitals)
    return (*capitals, *(city for city, country in _cities().items() if country == iso3))


def country_of_city(city: str) -> CountryEntry | None:
    """Return the country of a well-known city.

    Example:
        >>> country_of_city("Vienna").iso3
        'AUT'
    """
    iso3 = _cities().get(city)
    return next((entry for entry in countries() if entry.iso3 == iso3), None) if iso3 else None


# ---------------------------------------------------------------- bodies


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """A body as the reference table knows it; text_forms are safe only in a text that names the body in full."""

    name: str
    acronym: str
    forms: tuple[str, ...]
    text_forms: tuple[str, ...]
    type: str
    country: str
    parent: str


#: The adjective with which German names of bodies begin, and its ending.
_GERMAN_ADJECTIVE = re.compile(
    r"(?P<stem>[A-ZÄÖÜ][a-zäöüß]+isch|Deutsch|International|Vereint)(?:e|er|es)(?= [A-ZÄÖÜ])"
)


def _inflected(form: str) -> Iterator[str]:
    """Yield a form, and one that starts with a German adjective in its other cases: "Deutscher Hafenbund", "Deutschen Hafenbund"."""
    if form:
        yield form
    if found := _GERMAN_ADJECTIVE.match(form):
        yield from (f"{found['stem']}{ending}{form[found.end() :]}" for ending in ("e", "er", "es", "en"))


@cache
def bodies() -> tuple[BodyEntry, ...]:
    """Return all well-known bodies."""
    return tuple(
        BodyEntry(
            row["name"],
            row["acronym"],
            tuple(dict.fromkeys(chain(*map(_inflected, (row["name"], row["acronym"], *cells(row["aliases"])))))),
            cells(row.get("text_aliases")),
            row["type"],
            row["country"],
            row["parent"],
        )
        for row in table("bodies")
    )


@cache
def body_forms() -> dict[str, BodyEntry]:
    """Return every printed form of a well-known body, exact in case."""
    forms: dict[str, BodyEntry] = {}
    for entry in bodies():
        for form in entry.forms:
            forms.setdefault(form, entry)
    return forms


@cache
def bodies_in_text() -> dict[str, list[BodyEntry]]:
    """Return the forms that are safe only in a text that names the body in full, with the bodies that they may name.

    Example:
        >>> [entry.acronym for entry in bodies_in_text()["the Union"]]
        ['EU', 'AU']
    """
    forms: dict[str, list[BodyEntry]] = {}
    for entry in bodies():
        for form in entry.text_forms:
            forms.setdefault(form, []).append(entry)
    return forms


@cache
def loud_bodies() -> dict[str, BodyEntry]:
    """Return the names of well-known bodies in capitals, of two words or more.

    Example:
        >>> loud_bodies()["WORLD BANK"].name
        'World Bank'
    """
    loud = {
        form.upper(): entry
        for form, entry in body_forms().items()
        if re.search(r"[ /]", form) and not form.endswith(")")
    }
    return {form: entry for form, entry in loud.items() if form not in body_forms()}


@dataclass(frozen=True, slots=True)
class BodyNoun:
    """A word that tells a body's type: Ministry, University, Foundation, GmbH."""

    word: str
    type: str
    strong: bool
    unit: bool


@cache
def body_nouns() -> dict[str, BodyNoun]:
    """Return the head nouns of bodies under their folded form."""
    return {
        fold(row["word"]): BodyNoun(row["word"], row["type"], row["strength"] == "strong", row["unit"] == "yes")
        for row in reversed(table("body_nouns"))
    }


@cache
def instrument_nouns() -> dict[str, tuple[str, bool]]:
    """Return the head nouns of instruments, singular and plural, with their type and whether they suffice."""
    return {
        form: (row["type"], row["strength"] == "strong")
        for row in table("instrument_nouns")
        for form in (row["word"], row["plural"])
        if form
    }


@cache
def common_words() -> frozenset[str]:
    """Return the words, small, of topics, instruments, posts and of the nouns of bodies: what names of people hardly ever hold.

    Example:
        >>> "economy" in common_words(), "brook" in common_words()
        (True, False)
    """
    columns = {"topics": ("topic", "aliases"), "instruments": ("name", "aliases"), "positions": ("form",)}
    columns |= {"body_nouns": ("word",), "instrument_nouns": ("word", "plural"), "session_formats": ("form",)}
    printed = (
        row[column] for name, cells in columns.items() for row in table(name) for column in cells if column in row
    )
    leads = (row["form"] for row in table("function_words", "en"))
    return frozenset(re.findall(r"[^\W\d_]{2,}", " ".join((*printed, *leads)).lower()))


# ---------------------------------------------------------------- persons and posts


@cache
def honorifics() -> dict[str, tuple[str, bool]]:
    """Return each honorific's form with what a card prints for it and whether it is an office."""
    return {row["form"]: (row["expanded"], row["office"] == "yes") for row in reversed(table("honorifics"))}


@cache
def post_nominals() -> frozenset[str]:
    """Return letters after a name: PhD, MP, CBE."""
    return frozenset(row["form"] for row in table("post_nominals"))


@cache
def particles() -> frozenset[str]:
    """Return the lower-case words inside personal names: de, van, al."""
    return frozenset(word for row in table("name_particles") for word in row["form"].split())


@cache
def joint_particles() -> frozenset[str]:
    """Return the words that are particles only with another: "in" of "in 't", "op" of "op de"; alone they are prepositions."""
    forms = [row["form"].split() for row in table("name_particles")]
    return frozenset(form[0] for form in forms if len(form) > 1) - {form[0] for form in forms if len(form) == 1}


@cache
def posts() -> frozenset[str]:
    """Return the head nouns of posts, folded: minister, director general, fellow.

    Words that are more often modifiers ("general", "executive") are none, though the table knows them as both.
    """
    mostly_modify = {"general", "executive", "associate", "assistant", "principal"}
    return frozenset(fold(row["form"]) for row in table("positions") if row["modifier"] != "yes") - mostly_modify


@cache
def political_posts() -> frozenset[str]:
    """Return the posts of politics, folded: minister, state secretary."""
    return frozenset(fold(row["form"]) for row in table("positions") if row["political"] == "yes")


@cache
def post_modifiers() -> frozenset[str]:
    """Return words that stand before a post's head noun: senior, deputy, acting."""
    return frozenset(fold(row["form"]) for row in table("positions") if row["modifier"] in ("yes", "both"))


@cache
def title_words() -> frozenset[str]:
    """Return the words of titles: the head nouns of posts and what stands before them."""
    return posts() | post_modifiers()


# ---------------------------------------------------------------- programmes


@cache
def session_formats() -> dict[str, tuple[str, str]]:
    """Return each session format's folded form with its slug and sort: session, social or break.

    Organisers put words of rank and kind before the plain formats, and part or join "round table": not each is a row.
    """
    listed = {fold(row["form"]): (row["format"], row["kind"]) for row in reversed(table("session_formats"))}
    plain = [row["form"] for row in table("session_formats") if row["form"] in _PLAIN_FORMATS]
    made = {fold(f"{word} {form}"): listed[fold(form)] for word in _FORMAT_WORDS for form in plain}
    return made | listed


_PLAIN_FORMATS = frozenset(
    ("Panel", "Panel discussion", "Discussion", "Debate", "Dialogue", "Conversation", "Roundtable", "Round table", "Round table discussion",
     "Roundtable discussion", "Workshop", "Exchange of views")
)  # fmt: skip
_FORMAT_WORDS = (
    "High-level", "Ministerial", "Expert", "Technical", "Thematic", "Interactive", "Moderated", "Parallel", "Plenary", "Special", "Regional",
    "Multi-stakeholder", "Opening", "Closing", "Concluding",
)  # fmt: skip


@cache
def role_words(*kinds: str) -> dict[str, str]:
    """Return the folded words for a session role with the role.

    Args:
        kinds: label (before names), narrative (in prose), bracket (in brackets after a name) or contact (before whom to
            ask); the last one wins.
    """
    rows = table("role_words")
    return {fold(row["form"]): row["role"] for kind in kinds for row in reversed(rows) if row["kind"] == kind}


@cache
def reporting_forms() -> frozenset[str]:
    """Return all forms of the English verbs that may report what somebody says, also those of two words, and "calling".

    Example:
        >>> {"said", "calling", "pointed out"} <= reporting_forms()
        True
    """
    return frozenset(form for row in table("reporting_verbs", "en") for form in cells(row["forms"]))


@cache
def speech_verbs() -> frozenset[str]:
    """Return the finite forms of English verbs that report what somebody says."""
    return frozenset(
        form
        for row in table("reporting_verbs", "en")
        if not row["weak"]
        for form in cells(row["forms"])
        if not form.endswith("ing")
    )
