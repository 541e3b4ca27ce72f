"""The persons of a report: which printed forms are one human being, and which posts are printed with them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from itertools import combinations, takewhile

from vmcgraph import reference
from vmcgraph.document import Block, Document, Span
from vmcgraph.extraction.organisations import type_of
from vmcgraph.extraction.phrases import PhraseFinder, Text
from vmcgraph.extraction.posts import Post
from vmcgraph.model import Person
from vmcgraph.names import Name, initials
from vmcgraph.reference import CountryEntry
from vmcgraph.spelling import fold, in_order, slug


@dataclass(slots=True, eq=False)
class Draft:
    """A person while the report is read."""

    name: str
    forms: dict[str, None] = field(default_factory=dict)
    honorific: str | None = None
    spans: list[Span] = field(default_factory=list)
    sex: str = ""  # "f" or "m" where the grammar of a post tells it

    @property
    def id(self) -> str:
        return f"person/{slug(self.name)}"


@dataclass(slots=True)
class StatedPost:
    """A post as one place prints it, still as text.

    Args:
        lines: the printed lines; a card has several.
        start, end: the span from the name to the end of the post (or from the post to the name).
        where: stage, speakers, caption, text, quote or team.
        country: stated apart from the post: in brackets behind the name, as a field of its own.
        post: already taken apart, in a language whose posts have a grammar of their own.
        body: of the heading above, under which a list has the person.
    """

    person: Draft
    lines: list[str]
    start: int
    end: int
    where: str
    country: CountryEntry | None = None
    post: Post | None = None
    body: str = ""

    def seat(self, post: Post) -> CountryEntry | None:
        """Return the country of the body: that in brackets behind a name is the person's, and that of a body of state."""
        own = self.where == "text" and self.country is not None and post.country is self.country
        return None if own and type_of(post.body or "") not in ("ministry", "government") else post.country


#: With which words prose goes on about somebody by the first of two surnames: "Minister Ferrer" for Ana Ferrer Puig.
_SHORT = "Mr Ms Mrs Dr Prof Amb Sr Sra".split()
_LONG = "Professor Minister Ambassador Commissioner President Senator Judge".split()
_ADDRESSES = tuple(map(str.lower, (*_SHORT, *_LONG)))
_ADDRESSED = re.compile(rf"(?P<address>(?:{'|'.join(_SHORT)})\.?|{'|'.join(_LONG)})\s+(?P<name>[A-ZÀ-Þ][\w'-]+)")
#: The one word that says something, where it is no part of a longer name: "Ferrer told the hall", "”, said Ferrer."
_SAYS = re.compile(r"(?:^|[.!?”\",;:]\s+|\b(?:but|and|while|as)\s+)(?P<name>[A-ZÀ-Þ][\w'-]+)\s+$")
_SAID_BY = re.compile(r"\s+(?P<name>[A-ZÀ-Þ][\w'-]+)(?=[.,:])")
_BEFORE_SAID = re.compile(r"[,”\"]\s+$")


def _speaking(text: Text) -> Iterator[str]:
    """Yield each single word with a capital that stands as a name before or behind a verb of saying."""
    verbs = reference.speech_verbs()
    for start, end in text.spans(*verbs):
        if text[start:end] in verbs:
            ahead = max(0, start - _LONGEST_NAME)
            if says := _SAYS.search(text, ahead, start):
                yield says["name"]
            if (said := _SAID_BY.match(text, end)) and _BEFORE_SAID.search(text, ahead, start):
                yield said["name"]


def _last_surname(words: list[str]) -> int:
    """Return at which word of a name its last surname begins, the particles before it included: "de los Santos"."""
    last = len(words) - 1
    while last > 1 and words[last - 1].casefold() in reference.particles():
        last -= 2 if words[last - 1] in ("e", "y") else 1  # "Prado e Lima" is one
    return last


def _first_surname(name: str) -> str:
    """Return the first of two surnames of a person with one first name or more, or "": "Ana Ferrer de los Santos"."""
    words = name.split()
    last = _last_surname(words)
    fits = last > 1 and words[last - 1][0].isupper() and len(words[last - 1]) > 2 and "." not in words[last - 1]
    return words[last - 1] if fits else ""


class Forms:
    """The printed forms of persons at one moment of the reading, with finders for them.

    Args:
        drafts: the persons.
        addressed: the forms of address that the text prints before each word: {"Ferrer": ["Ms"]}.
    """

    def __init__(self, drafts: Iterable[Draft], addressed: Mapping[str, Collection[str]]) -> None:
        self._drafts = tuple(drafts)
        self._addressed = addressed

    @cached_property
    def short(self) -> dict[str, Draft]:
        """The surnames by which prose goes on about a person, each form that fits one person only."""
        owners: dict[str, list[Draft]] = {}
        for draft in self._drafts:
            printed = [draft.name, *(form for form in draft.forms if form.split()[0].isupper())]
            for form in dict.fromkeys(form for name in printed for form in _surnames(name)):
                if draft not in owners.setdefault(form, []):
                    owners[form].append(draft)
            for letters in draft.forms:
                if letters == initials(draft.name):
                    owners.setdefault(letters, []).append(draft)
        for draft in self._drafts:
            first = _first_surname(draft.name)
            for address in self._addressed.get(first, ()) if first not in owners else ():
                for name in (first, f"{first} {draft.name.split()[-1]}"):  # as much as is printed
                    owners.setdefault(f"{address} {name}".strip(), []).append(draft)
        for draft in self._drafts:  # who is named by the surname alone, with a form of address
            if " " not in draft.name and draft.honorific and len(draft.name) > 2:
                owners.setdefault(draft.name, []).append(draft)
        single = {form: drafts[0] for form, drafts in owners.items() if len(drafts) == 1}
        loud = {draft.name for draft in self._drafts if any(map(str.isupper, " ".join(draft.forms).split()))}
        return single | {form.upper(): draft for form, draft in single.items() if draft.name in loud and len(form) > 3}

    @cached_property
    def full(self) -> dict[str, Draft]:
        """Every printed form of two words or more."""
        return {form: draft for draft in self._drafts for form in (draft.name, *draft.forms) if " " in form}

    @cached_property
    def any(self) -> dict[str, Draft]:
        """Short and full forms."""
        return {**self.short, **self.full}

    @cached_property
    def full_finder(self) -> PhraseFinder:
        """Finds the full forms."""
        return PhraseFinder(self.full)

    @cached_property
    def finder(self) -> PhraseFinder:
        """Finds short and full forms."""
        return PhraseFinder(self.any)


_LETTERS = re.compile(r"\s\((?P<letters>[A-Z]{2,4})\)")
_LONGEST_NAME = 60


class People:
    """All persons that a report names, found by any of their printed forms.

    Args:
        text: of the report; it tells who is addressed how.
    """

    def __init__(self, text: Text) -> None:
        self._addressed: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for start, _ in text.spans(*_ADDRESSES):
            if match := _ADDRESSED.match(text, start):
                self._addressed[match["name"].removesuffix("'s")][match["address"]] = None
        for surname in _speaking(text):
            if not (reference.country_named(surname) or surname in reference.body_forms()):
                self._addressed[surname][""] = None
        self._by_fold: dict[str, Draft] = {}
        self._drafts: list[Draft] = []
        self._by_last: defaultdict[str, list[Draft]] = defaultdict(list)  # a longer form has the same last word
        self.posts: list[StatedPost] = []
        self._forms: tuple[object, Forms] | None = None

    def __iter__(self) -> Iterator[Draft]:
        return iter(self._drafts)

    def named(self, name: Name, span: Span | None = None) -> Draft:
        """Return the person of a printed name, entering the person if new.

        Two forms are one person when they are equal but for accents and case, when one holds all words of the other and
        shares its last word, or when one has initials for the first names of the other, and nobody else's.
        """
        printed = _natural_case(name.text)
        key = fold(printed)
        draft = self._by_fold.get(key) or self._fuller(key) or self._abbreviated(key, name.honorific)
        if draft is None:
            draft = Draft(printed)
            self._drafts.append(draft)
            self._by_last[fold(printed).split()[-1]].append(draft)
        elif len(key.split()) > len(fold(draft.name).split()) or initials_of(fold(draft.name).split(), key.split()):
            draft.name = printed
        self._by_fold[key] = self._by_fold[fold(name.text)] = draft
        draft.forms[name.text] = None
        draft.forms[printed] = None
        draft.honorific = draft.honorific or name.honorific
        if span:
            draft.spans.append(span)
        return draft

    def get(self, text: str) -> Draft | None:
        """Return the person of a form that was printed before, or None."""
        return self._by_fold.get(fold(text))

    def _fuller(self, key: str) -> Draft | None:
        words = key.split()
        fitting = self._by_last[words[-1]] if words else []
        if len(words) < 2:
            return fitting[0] if len(fitting) == 1 else None
        for draft in fitting:
            short, long = sorted((words, fold(draft.name).split()), key=len)
            if len(short) >= 2 and in_order(short, long):
                return draft
        return None

    def _abbreviated(self, key: str, honorific: str | None) -> Draft | None:
        words = key.split()
        fitting = [
            draft
            for draft in (self._by_last[words[-1]] if words else [])
            if {honorific, draft.honorific} not in _UNLIKE
            and (initials_of(words, fold(draft.name).split()) or initials_of(fold(draft.name).split(), words))
        ]
        return fitting[0] if len(fitting) == 1 else None

    @property
    def forms(self) -> Forms:
        """The printed forms so far; made anew only when a person or a form has come in."""
        state = tuple((draft.name, len(draft.forms)) for draft in self._drafts)
        if self._forms is None or self._forms[0] != state:
            self._forms = state, Forms(self._drafts, self._addressed)
        return self._forms[1]

    def learn_initials(self, flat: str) -> None:
        """Enter the letters that stand in brackets behind a name, by which minutes go on: "Jane Roe (JR)"."""
        forms = self.forms
        for match in _LETTERS.finditer(flat):
            for _, end, form in forms.full_finder.find(flat, max(0, match.start() - _LONGEST_NAME), match.start()):
                if end == match.start() and initials(form) == match["letters"]:
                    forms.full[form].forms[match["letters"]] = None

    def learn_short_forms(self, document: Document, shown: str) -> None:
        """Enter the surnames that the prose prints, each with the place where it stands first."""
        short, finder = self.forms.short, self.forms.finder
        for block in _prose(document):
            for start, end, form in finder.find(shown, block.start, block.end):
                draft = short.get(form)
                address, _, behind = form.partition(" ")
                form = behind if behind and address in self._addressed.get(behind.split()[0], ()) else form
                if draft and form not in draft.forms:
                    draft.forms[form] = None
                    draft.spans.append(document.span(start, end, "narrative"))

    def doubtful(self) -> Iterator[tuple[Draft, Draft]]:
        """Yield pairs of persons who may be one: the same first name, surnames that are nearly alike."""
        same: defaultdict[str, list[Draft]] = defaultdict(list)
        for draft in self._drafts:
            same[fold(draft.name).split()[0]].append(draft)
        place = {id(draft): number for number, draft in enumerate(self._drafts)}
        pairs = (pair for drafts in same.values() for pair in combinations(drafts, 2))
        for one, two in sorted(pairs, key=lambda pair: (place[id(pair[0])], place[id(pair[1])])):
            first, second = (fold(draft.name).split()[-1] for draft in (one, two))
            if first != second and SequenceMatcher(None, first, second).ratio() > 0.7:
                yield one, two

    def rows(self) -> Iterator[Person]:
        """Yield a row for each person."""
        for draft in self._drafts:
            forms = sorted(form for form in draft.forms if form != draft.name)
            yield Person(
                id=draft.id,
                name=draft.name,
                aliases=tuple(forms),
                honorific=draft.honorific,
                evidence=tuple(sorted(set(draft.spans))),
            )


#: Forms of address that no two places give one person.
_UNLIKE = ({"Mr", "Ms"}, {"Mr", "Mrs"}, {"Mr", "Miss"})


def initials_of(short: Sequence[str], full: Sequence[str]) -> bool:
    """Say whether folded words are a name with initials for the first names that another one gives in full.

    Example:
        >>> initials_of(["o", "lind", "raza"], ["oskar", "lind", "raza"]), initials_of(["o", "raza"], ["ana", "raza"])
        (True, False)
    """
    given = list(takewhile(lambda word: len(word) == 1, short))
    family = short[len(given) :]
    first = full[: len(full) - len(family)]
    return (
        0 < len(given) <= len(first)
        and bool(family)
        and list(full[len(first) :]) == list(family)
        and len(first[0]) > 1
        and all(word.startswith(letter) for letter, word in zip(given, first, strict=False))
    )


def _natural_case(name: str) -> str:
    """Write a surname in capitals as names are written, behind the first names.

    Example:
        >>> _natural_case("Maria GARCÍA LÓPEZ"), _natural_case("R. K. Nair"), _natural_case("Ana DE LA CRUZ"), _natural_case("BO LIND")
        ('Maria García López', 'R. K. Nair', 'Ana De La Cruz', 'Bo Lind')
        >>> _natural_case("ROE, Jane"), _natural_case("DE LA CRUZ Ana Maria"), _natural_case("AJ Lind")
        ('Jane Roe', 'Ana Maria De La Cruz', 'AJ Lind')
        >>> _natural_case("van der Roe, Jane")
        'Jane van der Roe'
    """
    last, comma, given = name.partition(", ")
    name = f"{given} {last}" if comma and not last.isupper() else name
    listed = _LISTED.fullmatch(name)
    words = f"{listed['given']} {listed['last']}".split() if listed else name.split()
    name = " ".join(words)
    loud = [word for word in words if word.isupper() and len(re.sub(r"\W", "", word)) > 2]
    if not loud or (len(loud) == len(words) and len(words) > 4):
        return name
    whole = len(loud) > 0 and all(map(str.isupper, words))
    loud += [
        word
        for word in words
        if word.isupper()
        and (word.casefold() in reference.particles() or (whole and re.fullmatch(r"\w*[AEIOUYÖÄÜ]\w*", word)))
    ]
    return " ".join(_capital(word) if word in loud else word for word in words)


#: A surname in capitals before the first names; two letters are initials.
_LISTED = re.compile(
    r"(?P<last>(?:[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏ'’-]+\s+)*[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏ'’-]{2,}),?\s+(?P<given>[A-ZÀ-ÞĀ-ɏ][a-zß-ÿ]+(?:[ -][A-ZÀ-ÞĀ-ɏ][\w.'’-]*)*)"
)


def _capital(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)


#: A first name of two syllables, as Korean names are printed: "Min-jun".
_KOREAN = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,6}")


def _surnames(name: str) -> Iterator[str]:
    """Yield the forms that can stand for a full name: its last word, with its particles, its last two words.

    Capitals tell a surname that stands first.
    """
    words = name.split()
    if len(words) < 2:
        return
    if words[0].isupper() and len(words[0]) > 2 and not words[-1].isupper():
        yield words[0]
        yield _capital(words[0])
    if len(words[-1]) > 2:
        yield words[-1]
    if len(words) == 2 and _KOREAN.fullmatch(words[1]):  # the surname stands first
        yield words[0]
    index = _last_surname(words)
    if index < len(words) - 1:
        tail = " ".join(words[index:])
        yield tail
        yield tail[0].upper() + tail[1:]
    if len(words) >= 3 and (words[-2][0].isupper() or "-" in words[-2]):  # "al-Rashid Holm"
        yield " ".join(words[-2:])
    if len(words) >= 4 and words[-3][0].isupper() and words[-2][0].isupper():
        yield " ".join(words[-3:])


def _prose(document: Document) -> Iterator[Block]:
    return (block for block in document.blocks if block.kind in ("paragraph", "heading", "list"))
