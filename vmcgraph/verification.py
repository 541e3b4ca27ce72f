"""Read every span of every fact again: its digest fits, and its text prints what the fact names.

In the very text that the facts were read in, each span stands at its offsets. Another rendition of the report, such as the
publisher's PDF, is aligned first (alignment.py); there a span holds when the same words stand where the order of the report
wants them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from vmcgraph import reference
from vmcgraph.alignment import align
from vmcgraph.document import Document, Span
from vmcgraph.errors import ExtractionError, ReportError
from vmcgraph.kinds import kind_of
from vmcgraph.linebreaks import unbroken
from vmcgraph.model import (
    Affiliation,
    Claim,
    Country,
    Edition,
    Facts,
    Instrument,
    Organisation,
    Paragraph,
    Person,
    SourceDocument,
    Statement,
    Topic,
    Unit,
    UnnamedParty,
)
from vmcgraph.pagination import page_finder
from vmcgraph.programme import NUMBERS
from vmcgraph.scene import pages as cited_pages
from vmcgraph.spelling import digest, fold, in_order

#: For each kind the fields whose things every span of a row prints; "id" is the row itself.
PRINTED: Mapping[str, tuple[str, ...]] = {
    "Person": ("id",),
    "Organisation": ("id",),
    "Unit": ("id",),
    "Country": ("id",),
    "Place": ("id",),
    "Instrument": ("id",),
    "Mention": ("target",),
    "Affiliation": ("person", "position"),
    "Participation": ("person",),
    "Encounter": ("persons",),
    "Membership": ("member",),
    "Support": ("supporter",),
    "Statement": ("verb", "resolved", "speakers", "about"),
    "Relation": ("subject", "object"),
    "CollectiveVoice": ("id",),
    "Topic": ("id",),
}
#: Those for which other words may stand, "she", "the agency", "this initiative": how far before the span they are named at most, in characters.
NAMED_BEFORE: Mapping[tuple[str, str], int] = {
    ("Affiliation", "person"): 20_000,
    ("Participation", "person"): 20_000,
    ("Statement", "speakers"): 20_000,
    ("Statement", "resolved"): 200,
    ("Statement", "about"): 1000,
    ("Relation", "subject"): 2000,
    ("Relation", "object"): 2000,
    ("CollectiveVoice", "id"): 300,
}
#: The same for a party to an instrument, of any place of the instrument.
_PARTY_BEFORE = 600
#: The same for the conference itself, "Norway is to host the next edition", and for somebody whom the text goes back to by his or her office.
_EVENT_BEFORE = 20_000
#: A credit stands below its quotation: how far behind the span, in characters.
_NAMED_BEHIND = 400

#: Why a span does not hold in another rendition.
ASTRAY = "its words are not found where they should stand"
#: Why a span with the right words does not hold: there are more letters to the first or last of them.
CUT = "its text is only a part of a longer word"

#: Of what basis a place is where a pronoun, or nothing, may stand for the person.
_RUNNING = frozenset({"narrative", "speakers"})

#: Kinds whose names are made of several words, which a text may print in another order: "mission in Brussels".
_IN_ANY_ORDER = (Organisation, Unit, Instrument, UnnamedParty)


@dataclass(frozen=True, slots=True)
class Problem:
    """A span that does not hold.

    Args:
        table: of the fact.
        id: of the fact.
        name: what the fact is called, or its id.
        start, end: the span's offsets in the text that the facts were read in.
        pages: "p. 3" or "pp. 3–5" as the source gives them, else "".
        reason: what does not hold, in words.
    """

    table: str
    id: str
    name: str
    start: int
    end: int
    pages: str
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span stands in a text.

    Args:
        document: the whole text.
        start, end: offsets into it.
    """

    document: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """What stands there."""
        return self.document[self.start : self.end]

    def around(self, before: int) -> str:
        """Return the same with as many characters before it, and the few behind that a credit needs."""
        return self.document[max(0, self.start - before) : self.end + _NAMED_BEHIND]


@dataclass(frozen=True)
class Verification:
    """Which spans hold in a text.

    Args:
        edition: the short name of the edition, such as "vmc2024".
        document: what the text is called.
        sha256: of the text that the facts were read in.
        found_sha256: of this text.
        facts: how many facts have spans.
        spans: how many spans they have; one that proves two facts counts twice.
        aligned: how many of the spans stand in this text with the same words.
        problems: what does not hold, in the order of the tables and of the ids.

    Example:
        >>> Verification("x1", "x.txt", "a", "b", 1, 1, 1, ()).holds
        True
    """

    edition: str
    document: str
    sha256: str
    found_sha256: str
    facts: int
    spans: int
    aligned: int
    problems: tuple[Problem, ...]

    @property
    def same_text(self) -> bool:
        """The text is, to the character, the one that the facts were read in."""
        return self.sha256 == self.found_sha256

    @property
    def holds(self) -> bool:
        """Every span holds."""
        return not self.problems


def verify(facts: Facts, document: Document) -> Verification:
    """Read every span of every fact again in a report.

    Args:
        facts: of one edition, as `extract` or `read_tables` gives them.
        document: the report, or another rendition of it: a PDF, a web page, a text with other line ends.

    Returns:
        What holds and what does not.

    Raises:
        ExtractionError: the facts do not say of which text they are.
        ReportError: the text is another report.

    Example:
        >>> from vmcgraph.extraction import extract
        >>> from vmcgraph.reading import parse_report
        >>> report = parse_report("Panel discussion\\n\\nRoads\\n\\nON STAGE\\n\\nAda Nkemelu, Director, Bridge Institute\\n")
        >>> facts = extract(report, edition="x2030")
        >>> verify(facts, report).holds
        True
        >>> changed = parse_report(report.text.replace("Nkemelu", "Nkemela"))
        >>> sorted({problem.table for problem in verify(facts, changed).problems})
        ['affiliations', 'organisations', 'participations', 'persons']
    """
    source = next(iter(facts[SourceDocument]), None)
    if source is None:
        wish = "write the folder anew with `vmcgraph extract`"
        raise ExtractionError(f"documents.jsonl: does not say of which text the facts are; {wish}", value=facts)
    same = source.sha256 == document.sha256
    proofs = [(row, span) for row in facts for span in spans_of(row)]
    places = _own_places(proofs, document) if same else align(_unique(proofs), document.text, wordings(facts))
    if not same and proofs and not any(places.values()):
        called = facts[Edition][0].name if facts[Edition] else source.title
        raise ReportError(f"{document.name}: is another report; that of {called} would be right", value=document.name)
    return Verification(
        edition=facts.slug if facts[Edition] else "",
        document=document.name,
        sha256=source.sha256,
        found_sha256=document.sha256,
        facts=len({row.id for row, _ in proofs}),
        spans=len(proofs),
        aligned=sum(places[span] is not None for _, span in proofs),
        problems=tuple(_problems(facts, proofs, places, document, same)),
    )


def spans_of(row: object) -> Iterator[Span]:
    """Yield every span of a row, in whatever field; a paragraph is one itself.

    Example:
        >>> from vmcgraph.model import Country
        >>> list(spans_of(Country(id="country/AUT", name="Austria")))
        []
    """
    if isinstance(row, Paragraph):
        yield row.place
    for field in fields(kind_of(row).type):
        value = getattr(row, field.name)
        if isinstance(value, tuple):
            yield from (each for each in value if isinstance(each, Span))


def wordings(facts: Facts) -> set[str]:
    """Return every text in the facts, any of which a span may print: names, forms, titles, posts."""
    values = (getattr(row, field.name) for row in facts for field in fields(kind_of(row).type))
    return {each for value in values for each in (value if isinstance(value, tuple) else (value,)) if type(each) is str}


# ---------------------------------------------------------------- where the spans stand


def _unique(proofs: list[tuple[Any, Span]]) -> list[Span]:
    return list(dict.fromkeys(span for _, span in proofs))


def _own_places(proofs: list[tuple[Any, Span]], document: Document) -> dict[Span, tuple[int, int] | None]:
    """Return the places of spans in the text they are of: their own, if the digest fits."""
    fits = {span: digest(document.text[span.start : span.end]) == span.digest for span in _unique(proofs)}
    return {span: (span.start, span.end) if fits[span] and 0 <= span.start < span.end else None for span in fits}


# ---------------------------------------------------------------- what does not hold


def _problems(
    facts: Facts,
    proofs: list[tuple[Any, Span]],
    places: Mapping[Span, tuple[int, int] | None],
    document: Document,
    same: bool,
) -> Iterator[Problem]:
    """Yield the spans that stand nowhere, and those whose text does not print what their row names."""
    rows, posts, pages = facts.by_id(), _posts(facts), page_finder(facts)

    def problem(row: Any, span: Span, reason: str) -> Problem:
        name = getattr(row, kind_of(row).label or "id")
        return Problem(kind_of(row).table, row.id, name, span.start, span.end, _pages(span, pages), reason)

    for row, span in proofs:
        place = places[span]
        if place is None:
            reasons = [_astray(span, document, same)]
        elif not document.text[slice(*place)].strip():
            reasons = ["its text is blank"]
        else:
            cut = kind_of(row).name in PRINTED and _cuts_word(document.text, *place)
            reasons = [*([CUT] if cut else ()), *_unnamed(row, span, Place(document.text, *place), rows, posts)]
        yield from (problem(row, span, reason) for reason in reasons)
    for instrument in facts[Instrument]:
        spans = list(spans_of(instrument))
        found = [Place(document.text, *place) for span in spans if (place := places[span])]
        for party in (*instrument.country_parties, *instrument.org_parties) if found else ():
            if not any(_named_near(place, _PARTY_BEFORE, rows[party], rows) for place in found):
                yield problem(instrument, spans[-1], f"no place of it prints {_called(rows[party])}")


def _cuts_word(text: str, start: int, end: int) -> bool:
    """Say whether a stretch begins or ends between two letters of one word."""
    return any(0 < at < len(text) and text[at - 1].isalpha() and text[at].isalpha() for at in (start, end))


def _astray(span: Span, document: Document, same: bool) -> str:
    if not same:
        return ASTRAY
    if not 0 <= span.start < span.end <= len(document.text):
        return f"lies outside the text, which has {len(document.text)} characters"
    return "its digest does not fit the text there"


def _pages(span: Span, finder: Callable[[Span], list[tuple[str, int]]]) -> str:
    numbers = [number for _, number in finder(span)]
    return cited_pages(numbers[0], numbers[-1]) if numbers else ""


def _posts(facts: Facts) -> Mapping[Span, set[str]]:
    """Return the bodies whose posts a span proves: it need not print them, as they may be those of the heading above."""
    found: dict[Span, set[str]] = defaultdict(set)
    for post in facts[Affiliation]:
        for span in post.evidence:
            found[span] |= {each for each in (post.organisation, post.unit) if each}
    return found


def _unnamed(
    row: Any, span: Span, place: Place, rows: Mapping[str, Any], posts: Mapping[Span, set[str]]
) -> Iterator[str]:
    """Yield in words what a row names and the text of its span does not print."""
    kind = kind_of(row).name
    for field in PRINTED.get(kind, ()):
        far = NAMED_BEFORE.get((kind, field)) if _may_go_back(row, field, span) else None
        for each in _members(getattr(row, field)):
            thing = rows.get(each, each)
            if field == "verb" and (row.kind == "quote" or _apart(place.text, each)):
                continue
            if field == "position" and prints(place.text, f"{each}s", rows):
                continue  # a post that two share: "co-chairs Ada Brook and Bo Holm"
            told = prints(place.text, thing, rows) or each in posts.get(span, ())
            if not told and (far is None or not _named_near(place, far, thing, rows)):
                yield f"its text does not print {_called(thing)}"
    if isinstance(row, Claim) and not _counts(place.text, row.value):
        yield f"its text does not print {row.value}"


def _named_near(place: Place, before: int, thing: Any, rows: Mapping[str, Any]) -> bool:
    """Say whether a text goes back to a thing by a noun of its name, or names it near by."""
    if isinstance(thing, Topic) and not _topic_words(thing).isdisjoint(fold(place.text).split()):
        return True
    if isinstance(thing, Person) or (isinstance(thing, Instrument) and thing.type == "conference"):
        before = max(before, _EVENT_BEFORE)
    return _by_noun(place.text, thing) or prints(place.around(before), thing, rows)


def _topic_words(topic: Topic) -> frozenset[str]:
    """Return the longer words of a theme's labels: a sentence may be about a theme without calling it by name."""
    return frozenset(word for label in (topic.name, *topic.aliases) for word in fold(label).split() if len(word) > 5)


def _may_go_back(row: Any, field: str, span: Span) -> bool:
    """Say whether other words may stand for what a field names, or all that says whose it is stands beside a quotation."""
    if isinstance(row, Statement) and field in ("speakers", "resolved"):
        return row.kind == "quote" or (field == "speakers" and bool(row.resolved))
    return field != "person" or span.basis in _RUNNING


def _apart(text: str, verb: str) -> bool:
    """Say whether a text prints the words of a verb in their order, with others in between: "kündigte einen Fonds an"."""
    return in_order(fold(verb).split(), fold(text).split())


def _members(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return () if value is None else value if isinstance(value, tuple) else (value,)


def _called(thing: Any) -> str:
    return thing if isinstance(thing, str) else str(getattr(thing, kind_of(thing).label or "id"))


def _counts(text: str, value: int) -> bool:
    """Say whether a text prints a number, in figures or, up to fifteen, in words."""
    figures = {int(re.sub(r"[,.]", "", each)) for each in re.findall(r"\d[\d,.]*", text)}
    return value in figures or NUMBERS.get(fold(text).split()[0] if fold(text) else "") == value


def prints(text: str, thing: Any, rows: Mapping[str, Any]) -> bool:
    """Tell whether a text prints a thing, by any of its forms, without accents and case.

    Args:
        text: of a span.
        thing: a row with a name, or a wording.
        rows: every row of the facts by its id, for what the thing refers to.

    Example:
        >>> prints("chaired by Ms BROOK", Person(id="person/ada-brook", name="Ada Brook"), {})
        True
        >>> prints("the harbour", "har", {})
        False
    """
    words = " ".join(("", *dict.fromkeys((fold(text), fold(unbroken(text)))), ""))
    if any(f" {form} " in words for form in _forms(thing, rows)):
        return True
    # "representatives from Norway" are those of Norway
    named = [word for word in fold(_in_full(thing)).split() if word != "of"] if isinstance(thing, _IN_ANY_ORDER) else []
    return bool(named) and (
        _fits_words(words.split(), named) or (isinstance(thing, Instrument) and _by_noun(text, thing))
    )


def _in_full(thing: Any) -> str:
    """Return the name of a thing, that of a well-known body in full: "the Union" is the EU."""
    entry = reference.body_forms().get(thing.name) if isinstance(thing, Organisation) else None
    return entry.name if entry else str(thing.name)


def _by_noun(text: str, thing: Any) -> bool:
    """Tell whether a text goes back to a thing by a noun of its name: "the Panel", "the two-day Forum", "agreement between the two"."""
    if not isinstance(thing, _IN_ANY_ORDER):
        return False
    capitals = {word for word in re.findall(r"\w+", thing.name) if word[0].isupper()}
    heads = {fold(word) for word in re.findall(r"\w+", thing.name)} & _instrument_nouns()
    behind = re.findall(r"\b(?:[Tt]he|[Tt]h(?:is|at)|[Ii]ts|[Tt]heir)\s+(?=(\w+)(?:(?<=[a-z])[\w-]*\s+(\w+))?)", text)
    led = {word for pair in behind for word in pair if word}
    ends = re.findall(r"(\w+)\s+(?:between|of)\s+the\s+two\b", text)
    return not capitals.isdisjoint(led) or not heads.isdisjoint(map(fold, (*led, *ends)))


@cache
def _instrument_nouns() -> frozenset[str]:
    return frozenset(map(fold, reference.instrument_nouns()))


def _fits_words(text: list[str], name: list[str]) -> bool:
    """Tell whether a text has all words of a name, or nothing but words of it: "the Commission", "the Union's"."""
    printed, named = set(map(_singular, text)), set(map(_singular, name))
    return named <= printed or (bool(short := printed - {"the", ""}) and short <= named)


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _forms(thing: Any, rows: Mapping[str, Any]) -> set[str]:
    """Return the forms that may be printed for a thing, folded."""
    if isinstance(thing, str):
        return {fold(thing)} - {""}
    own = {getattr(thing, kind_of(thing).label or "id"), getattr(thing, "acronym", None)}
    forms = own.union(getattr(thing, "aliases", ()), getattr(thing, "forms", ()))
    if isinstance(thing, Person):
        forms |= {word for form in forms if form for word in _name_parts(form)}
    if isinstance(thing, Country):
        forms.update(reference.cities_of(thing.iso3))  # "City of Vienna" is of the city's country
    # "Vienna-based organisation" says where a body is; "agreements with Egypt", whose agreement it is.
    others = thing.based_in if isinstance(thing, Organisation) else ()
    others += (*thing.country_parties, *thing.org_parties) if isinstance(thing, Instrument) else ()
    made = {fold(form) for form in forms if form}
    return made.union(*(_forms(rows[each], rows) for each in others if each in rows)) - {""}


@cache
def _name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a person's name that stand for it: the surname, a first name, no particle and no initial."""
    return tuple(word for word in fold(name).split() if len(word) > 2 and word not in reference.particles())
