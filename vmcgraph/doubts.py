"""What a careful reader would look at again in the facts of a report: the kinds of doubt, from the strongest.

Each kind is a function of a `Case` that yields doubts, entered in DOUBTS. A doubt has a place, a question in words, how strong it is
among its kind, and the judgement that would be likely to settle it.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations
from typing import Any

from rapidfuzz.fuzz import ratio

from vmcgraph import reference
from vmcgraph.changes import references
from vmcgraph.document import Document, Span
from vmcgraph.kinds import kind_of
from vmcgraph.model import (
    Affiliation,
    Claim,
    Facts,
    Instrument,
    Mention,
    Note,
    Organisation,
    Paragraph,
    Person,
    Proposal,
    Section,
    Statement,
    Unit,
)
from vmcgraph.spelling import counted, fold, in_order, slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A line of a bill: what is doubtful, and the judgement that would be likely to settle it.

    Args:
        question: what is to be decided.
        strength: how doubtful it is among its kind, from 0 to 1.
        proposal: the action that is likely to be right, or "".
        table, id, column, value: of that judgement.
        start, end: the characters in question, or None.
        kind: a key of DOUBTS.
        page: as the source gives it, or "".
        wording: what is printed there, when the document is at hand.
    """

    question: str
    strength: float
    proposal: str = ""
    table: str = ""
    id: str = ""
    column: str = ""
    value: str = ""
    start: int | None = None
    end: int | None = None
    kind: str = ""
    page: str = ""
    wording: str = ""


@dataclass(frozen=True)
class Case:
    """Facts to be looked at again, with their document if it is at hand."""

    facts: Facts
    document: Document | None = None

    @cached_property
    def rows(self) -> dict[str, Any]:
        """Every row by its id."""
        return self.facts.by_id()

    @cached_property
    def posts(self) -> dict[str, list[Affiliation]]:
        """The posts of each person."""
        found: dict[str, list[Affiliation]] = defaultdict(list)
        for post in self.facts[Affiliation]:
            found[post.person].append(post)
        return found

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """What other rows refer to: who has a post or role, or speaks. That a section mentions it says no more than its place."""
        rows = (row for row in self.facts if not isinstance(row, Mention))
        return frozenset(identity for row in rows for _, identity in references(row) if identity != row.id)

    def name(self, identity: str | None) -> str:
        """Return how a row is called."""
        row = self.rows.get(identity or "")
        return getattr(row, kind_of(row).label or "id") if row else identity or ""


# ---------------------------------------------------------------- what the reader of the text noted


def notes(case: Case) -> Iterator[Doubt]:
    """Yield what was noted while the text was read, but for the pairs of names that `near_names` has."""
    pairs = {(doubt.id, doubt.value) for doubt in near_names(case)}
    for note in case.facts[Note]:
        if not any(_is_about_pair(note, case.rows[one], case.rows[two]) for one, two in pairs):
            yield _about(note, note.note, 1.0)


def _is_about_pair(note: Note, one: Any, two: Any) -> bool:
    return any(note.about == a.id and set(note.evidence) & set(b.evidence) for a, b in ((one, two), (two, one)))


def overlooked(case: Case) -> Iterator[Doubt]:
    """Yield the persons and bodies that a language model proposed; what is there by now is none."""
    known = {fold(form) for row in _named(case) for form in (row.name, *row.aliases)}
    for row in case.facts[Proposal]:
        table = "persons" if row.sort == "person" else "organisations"
        if fold(row.name) not in known:
            question = f"“{row.name}” is a {row.sort} to {row.by}: was it overlooked?"
            identity, value = f"{row.sort}/{slug(row.name)}", _json({"name": row.name})
            yield _about(row, question, 1.0, "add", table=table, id=identity, value=value)


# ---------------------------------------------------------------- names that are nearly the same


def near_names(case: Case) -> Iterator[Doubt]:
    """Yield pairs of persons, bodies or instruments whose names differ by little; the better attested one would stay."""
    alike: dict[type, Callable[[Any, Any], float]] = {
        Person: lambda one, two: _persons_alike(one, two, case),
        Organisation: _bodies_alike,
        Instrument: _names_alike,
    }
    for kind_type, compare in alike.items():
        rows: tuple[Any, ...] = case.facts[kind_type]
        alike_to: dict[str, dict[str, float]] = defaultdict(dict)
        for one, two in combinations(rows, 2):
            if likeness := compare(one, two):
                alike_to[one.id][two.id] = alike_to[two.id][one.id] = likeness
        for one, two in combinations(rows, 2):
            if two.id in alike_to[one.id]:
                yield _pair(one, two, alike_to, case)


def _pair(one: Any, two: Any, alike_to: Mapping[str, Mapping[str, float]], case: Case) -> Doubt:
    """Ask whether two are one. Where one of them is as near to a third that is not the other, which of them it is stays open."""
    likeness = alike_to[one.id][two.id]
    kept, other = sorted((one, two), key=lambda row: (-len(row.evidence), row.id))
    places = " and ".join(counted(len(row.evidence), "place") for row in (kept, other))
    question = f"{_called(kept, case)} and {_called(other, case)}: one and the same? They stand in {places}."
    thirds = (alike_to[one.id].keys() ^ alike_to[two.id].keys()) - {one.id, two.id}
    rivals = [third for third in thirds if max(alike_to[end].get(third, 0) for end in (one.id, two.id)) >= likeness]
    if rivals:
        question += f" As near is {' and '.join(_called(case.rows[rival], case) for rival in sorted(rivals))}."
    return _about(other, question, likeness, "" if rivals else "same", id=kept.id, value=other.id)


def _called(row: Any, case: Case) -> str:
    country = getattr(row, "country", None)
    return f"“{row.name}”" + f" ({case.name(country)})" * bool(country)


def _persons_alike(one: Person, two: Person, case: Case) -> float:
    """Return how alike two names are: nearly so, or less if the first name or the post is the same; 0 when that is not enough."""
    first, second = fold(one.name).split(), fold(two.name).split()
    whole = ratio(" ".join(first), " ".join(second)) / 100
    if first[:1] == second[:1] and len(first) > 1 and ratio(first[-1], second[-1]) > 70:
        return max(whole, 0.85)
    posts = [{(fold(post.position or ""), post.organisation) for post in case.posts[row.id]} for row in (one, two)]
    same = any(position and body for position, body in posts[0] & posts[1])
    return whole if whole >= (0.7 if same else 0.88) else 0.0


def _bodies_alike(one: Organisation, two: Organisation) -> float:
    """Return how alike two bodies are called; bodies of two countries are two."""
    apart = one.country and two.country and one.country != two.country
    return 0.0 if apart else _names_alike(one, two)


_SMALL = frozenset("a an and at by for in of on the to with".split())


def _names_alike(one: Any, two: Any) -> float:
    """Return how alike two names are if each word of either is nearly a word of the other, figures apart; else 0."""
    first, second = ([word for word in fold(row.name).split() if word not in _SMALL] for row in (one, two))
    if len(first) != len(second) or not first:
        return 0.0
    likeness = [max(_words_alike(word, other) for other in second) for word in first]
    likeness += [max(_words_alike(word, other) for other in first) for word in second]
    return sum(likeness) / len(likeness) if min(likeness) >= 0.8 else 0.0


def _words_alike(one: str, two: str) -> float:
    if one == two:
        return 1.0
    return 0.0 if any(map(str.isdecimal, one + two)) else ratio(one, two) / 100


# ---------------------------------------------------------------- facts that contradict each other


def contradictions(case: Case) -> Iterator[Doubt]:
    """Yield posts, countries and kinds of one thing that cannot all be right."""
    yield from _two_titles(case)
    yield from _two_countries(case)
    yield from _two_kinds(case)


def _two_titles(case: Case) -> Iterator[Doubt]:
    """Yield the titles of a person at a body that are no part of the one that is stated best; tasks in a team are no titles."""
    titles: dict[tuple[str, str], list[Affiliation]] = defaultdict(list)
    for post in case.facts[Affiliation]:
        if post.position and post.organisation and {span.basis for span in post.evidence} - {"team", "imprint"}:
            titles[post.person, post.organisation].append(post)
    for (person, body), posts in titles.items():
        best, *others = sorted(posts, key=lambda post: (-len(post.evidence), post.id))
        for post in others:
            if not _is_part(post.position or "", best.position or ""):
                question = f"{case.name(person)} is “{best.position}” and “{post.position}” at {case.name(body)}: both?"
                strength = 1 - ratio(fold(best.position or ""), fold(post.position or "")) / 200
                yield _about(post, question, strength, "set", column="position", value=_json(best.position))


def _two_countries(case: Case) -> Iterator[Doubt]:
    """Yield bodies that have another country than a post at them, and people with posts of two countries."""
    for post in case.facts[Affiliation]:
        body = case.rows.get(post.organisation or "")
        if body and body.country and post.country and body.country != post.country:
            question = f"{body.name} is of {case.name(body.country)}, but a post there is of {case.name(post.country)}."
            yield _about(post, question, 0.9, "set", column="country", value=_json(body.country))
    for person, posts in case.posts.items():
        counts = Counter(post.country for post in posts if post.country)
        usual = max(counts, key=lambda country: (counts[country], country), default=None)
        for post in posts:
            if usual and post.country not in (None, usual):
                question = f"{case.name(person)} has posts of {case.name(usual)} and of {case.name(post.country)}."
                yield _about(post, question, 0.5, "set", column="country", value=_json(usual))


def _two_kinds(case: Case) -> Iterator[Doubt]:
    """Yield things of two tables that are called the same, such as a body that is an instrument as well."""
    named: dict[str, list[Any]] = defaultdict(list)
    kinds: tuple[type, ...] = (Person, Organisation, Unit, Instrument)
    for kind in kinds:
        rows: tuple[Any, ...] = case.facts[kind]
        for row in rows:
            named[fold(row.name)].append(row)
    for same in named.values():
        best, *others = sorted(same, key=lambda row: (-len(row.evidence), row.id))
        for row in others:
            if type(row) is not type(best):
                question = (
                    f"“{row.name}” is one of the {kind_of(row).table}, and of the {kind_of(best).table}: {best.id}."
                )
                yield _about(row, question, 0.7, "remove")


def claims(case: Case) -> Iterator[Doubt]:
    """Yield the numbers that the document gives of itself and that differ from what was found."""
    for claim in case.facts[Claim]:
        if claim.found is not None and claim.found != claim.value:
            question = f"The document counts {claim.value} {claim.counts}; {claim.found} were found."
            yield _about(claim, question, abs(claim.found - claim.value) / max(claim.found, claim.value))


# ---------------------------------------------------------------- doubtful joins


def joins(case: Case) -> Iterator[Doubt]:
    """Yield printed forms that are no part of the name which they were taken for."""
    for row in _named(case):
        forms = [form for form in (row.name, *row.aliases) if form]
        known = _known_forms(row)
        for form in row.aliases:
            if form not in known and not any(_is_part(form, other) for other in forms if other != form):
                rest = [alias for alias in row.aliases if alias != form]
                strength = 1 - ratio(fold(form), fold(row.name)) / 100
                yield _about(row, f"Is “{form}” {row.name}?", strength, "set", column="aliases", value=_json(rest))


def shared_forms(case: Case) -> Iterator[Doubt]:
    """Yield short forms that fit several: what is said of "Brook" may be another one's."""
    rows = _named(case)
    for row in rows:
        for form in dict.fromkeys((*row.aliases, row.name)):
            others = [other for other in rows if other is not row and type(other) is type(row) and _fits(form, other)]
            if others and form != row.name:
                fitting = ", ".join(other.name for other in others[:5])
                rest = [alias for alias in row.aliases if alias != form]
                question = f"“{form}” was taken for {row.name}; it would fit {fitting} as well."
                strength = len(others) / (1 + len(others))
                yield _about(row, question, strength, "set", column="aliases", value=_json(rest))


def _named(case: Case) -> list[Any]:
    return [row for kind in (Person, Organisation, Instrument) for row in case.facts[kind]]


def _fits(form: str, row: Any) -> bool:
    """Tell whether a form could stand for a row: its surname, a printed form, its acronym."""
    if isinstance(row, Person):
        return fold(row.name).split()[-len(form.split()) :] == fold(form).split()
    return fold(form) in {fold(each) for each in (row.name, row.acronym, *row.aliases) if each}


def _is_part(one: str, two: str) -> bool:
    """Tell whether the shorter form is made of words, beginnings or initials of the longer one."""
    few, many = sorted((fold(form).removeprefix("the ").split() for form in (one, two)), key=len)
    initials = "".join(word if word.isdecimal() else word[0] for word in many)
    if in_order(few, many) or in_order("".join(few), initials):
        return True
    return len(few) == len(many) and all(a.startswith(b) or b.startswith(a) for a, b in zip(few, many, strict=True))


def _known_forms(row: Any) -> set[str]:
    """Return the forms of which general knowledge says that they mean this."""
    if isinstance(row, Organisation):
        entries = filter(None, (reference.body_forms().get(form) for form in (row.name, *row.aliases)))
        return {form for entry in entries for form in (*entry.forms, *entry.text_forms)}
    return set(row.aliases) if _is_known(row) else set()


def _is_known(row: Any) -> bool:
    """Tell whether general knowledge has a body or an instrument of this name."""
    if isinstance(row, Organisation):
        return any(form in reference.body_forms() for form in (row.name, *row.aliases))
    if not isinstance(row, Instrument):
        return False
    return any(fold(form) in _instrument_forms() for form in (row.name, *row.aliases))


@cache
def _instrument_forms() -> frozenset[str]:
    rows = reference.table("instruments")
    return frozenset(
        fold(form) for row in rows for form in (row["name"], row["acronym"], *reference.cells(row["aliases"])) if form
    )


# ---------------------------------------------------------------- who speaks, what it is


_PRONOUN = re.compile(r"\b(?:he|she|they|both)\b", re.IGNORECASE)


def speakers(case: Case) -> Iterator[Doubt]:
    """Yield statements whose sentence names its speaker by a pronoun or an office only; this needs the text."""
    if case.document is None:
        return
    voices: dict[str, set[str]] = defaultdict(set)
    for said in case.facts[Statement]:
        voices[said.section].update(said.speakers)
    for said in case.facts[Statement]:
        pieces = said.parts or tuple((span.start, span.end) for span in said.evidence)
        sentence = " ".join(case.document.text[start:end] for start, end in pieces)
        words = f" {fold(sentence)} "
        unnamed = [who for who in said.speakers if not _is_named(case.rows[who], words)]
        if unnamed and said.kind == "reported":
            by = "a pronoun" if _PRONOUN.search(sentence) else "an office or another word"
            question = f"Does {' and '.join(map(case.name, unnamed))} say this? The sentence tells it by {by}."
            strength = 1 - 1 / (1 + len(voices[said.section] - set(unnamed)))
            yield _about(said, question, strength, "set", column="speakers", value=_json(list(said.speakers)))


def _is_named(person: Person, words: str) -> bool:
    forms = {fold(form) for form in (person.name, person.name.split()[-1], *person.aliases)}
    return any(f" {form} " in words for form in forms)


def types(case: Case) -> Iterator[Doubt]:
    """Yield instruments that are known by the noun in their name alone: the type is a guess."""
    for row in case.facts[Instrument]:
        if _by_noun(row):
            question = f"“{row.name}” is taken for an instrument of the type “{row.type}”, by a word of its name."
            yield _about(row, question, 1 / len(row.evidence or "1"), "set", column="type", value=_json(row.type))


def _by_noun(row: Any) -> bool:
    parties = isinstance(row, Instrument) and (row.country_parties or row.org_parties or row.acronym or row.model)
    return isinstance(row, Instrument) and not parties and row.type != "conference" and not _is_known(row)


# ---------------------------------------------------------------- what rests on little


#: How doubtful a thing is that one place names, by what this place is.
_ALONE = {"narrative": 0.9, "caption": 0.7, "quote": 0.6, "contents": 0.5, "listed": 0.4, "speakers": 0.3}


def single_mentions(case: Case) -> Iterator[Doubt]:
    """Yield persons, bodies and instruments that one place alone names; well-known ones are the least doubtful.

    Only what running prose names and nothing else speaks of is likely to be no such thing.
    """
    for row in _named(case):
        if len(row.evidence) == 1 and not _by_noun(row):
            basis = row.evidence[0].basis
            question = f"“{row.name}” rests on one mention ({basis})."
            known = _is_known(row)
            lone = basis == "narrative" and not known and row.id not in case.spoken_of
            yield _about(row, question, 0.1 if known else _ALONE.get(basis, 0.2), "remove" if lone else "")


#: Parts of a document that are lists, without running text to miss a fact in.
_LISTS = frozenset({"contents", "agenda", "speakers", "team", "members", "imprint", "venues"})


def silent_paragraphs(case: Case) -> Iterator[Doubt]:
    """Yield paragraphs of running text of which no character proves anything, the longest first."""
    proven = _proven(case.facts)
    lists = {section.id for section in case.facts[Section] if section.kind in _LISTS}
    for row in case.facts[Paragraph]:
        if row.section not in lists and not _touches(proven, row.start, row.end):
            length = row.end - row.start
            question = f"A paragraph of {counted(length, 'character')} gave no fact."
            yield Doubt(question=question, strength=min(1.0, length / 1200), start=row.start, end=row.end)


def _proven(facts: Facts) -> list[tuple[int, int]]:
    """Return the stretches that prove something, without overlaps, in order."""
    spans = (span for row in facts if not isinstance(row, Note) for span in _evidence(row))
    made: list[tuple[int, int]] = []
    for start, end in sorted((span.start, span.end) for span in spans):
        if made and start <= made[-1][1]:
            made[-1] = made[-1][0], max(end, made[-1][1])
        else:
            made.append((start, end))
    return made


def _evidence(row: Any) -> Iterable[Span]:
    return (*getattr(row, "evidence", ()), *getattr(row, "party_evidence", ()))


def _touches(proven: list[tuple[int, int]], start: int, end: int) -> bool:
    after = bisect_left(proven, (end,))
    return after > 0 and proven[after - 1][1] > start


# ---------------------------------------------------------------- all of them


#: The kinds of doubt, the strongest first.
DOUBTS: Mapping[str, Callable[[Case], Iterator[Doubt]]] = {
    "note": notes,
    "overlooked": overlooked,
    "one or two": near_names,
    "contradiction": contradictions,
    "claim": claims,
    "doubtful join": joins,
    "form that fits several": shared_forms,
    "who speaks": speakers,
    "type by a word": types,
    "one mention": single_mentions,
    "no fact": silent_paragraphs,
}


def _about(row: Any, question: str, strength: float, proposal: str = "", **judgement: str) -> Doubt:
    """Return a doubt about a row, at its first place."""
    first = next(iter(row.evidence), None)
    return Doubt(
        question=question,
        strength=strength,
        proposal=proposal,
        start=first.start if first else None,
        end=first.end if first else None,
        **{"table": kind_of(row).table, "id": row.id, **judgement},
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
