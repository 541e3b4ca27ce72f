"""Compare tables of facts with gold, what careful readers found: how much of it was found, and what was found beside it.

To compare one more table: one function and one entry in COMPARISONS. The rules are those of the annotation guide:

- Names are compared without case, accents, punctuation and honorifics, through the aliases of the gold tables. An agreement
  without a formal name is known by its country_parties.
- Gold may hold `scope.json`, a list of [start, end] offsets: only rows whose evidence starts inside them count.
- Persons, organisations, instruments and countries that are not gold are wrong when their evidence starts in the scope, or when
  they have none.
- A statement counts when speaker and kind fit and its span overlaps that of the gold by 0.7 (intersection over union).
- Gold rows marked `borderline` are neither missing when absent nor wrong when present.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vmcgraph.gold import NAMES, Gold, Row, Tables, key

_ROLES = {
    "moderator": "moderator", "chair": "moderator", "speaker": "speaker", "keynote": "speaker", "respondent": "speaker",
    "panellist": "speaker", "panelist": "speaker", "opening": "remarks", "closing": "remarks", "address": "remarks",
}  # fmt: skip
_TARGETS = {"country", "organisation", "instrument"}
_SAME_SPAN, _SAME_WORDS = 0.7, 0.8
_TITLE = 40  # of a session's title, what is shown


@dataclass(frozen=True)
class Figures:
    """How one table agrees with its gold.

    Args:
        found: how many were found.
        gold: how many there are to find.
        hit: how many of them were found.
        missing, wrong: what was not found and what was found beside the gold, each as a line of text, sorted.

    Example:
        >>> figures = Figures(found=4, gold=2, hit=2, missing=(), wrong=("Ada Brook", "Tom Vale"))
        >>> figures.precision, figures.recall, round(figures.f1, 3)
        (0.5, 1.0, 0.667)
    """

    found: int
    gold: int
    hit: int
    missing: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        return self.hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.hit else 0.0


def compare(have: Tables, gold: Gold) -> dict[str, Figures]:
    """Compare tables with gold.

    Args:
        have: the tables that were extracted; one that is absent has no rows.
        gold: what they are compared with; only tables that it has are compared.

    Returns:
        The figures by table, with those of parts of a table ("participation roles") behind it.

    Example:
        >>> figures = compare({"persons": [{"person": "Ada Brook"}]}, Gold({"persons": [{"person": "ADA BROOK"}]}))
        >>> figures["persons"].f1
        1.0
    """
    gold = gold.knowing(have.get("instruments", ()))
    return {
        name: figures
        for table, comparison in COMPARISONS.items()
        if table in gold.tables
        for name, figures in comparison(have, gold)
    }


# ---------------------------------------------------------------- counting


def _line(item: object) -> str:
    """Return what is missing or wrong as a line: the parts of a tuple with bars between them."""
    return " | ".join(map(str, item)) if isinstance(item, tuple) else str(item)


def _figures(found: int, gold: int, hit: int, missing: Iterable[object], wrong: Iterable[object] = ()) -> Figures:
    return Figures(found, gold, hit, tuple(sorted(map(_line, missing))), tuple(sorted(map(_line, wrong))))


def _sets(found: Collection[object], wanted: Collection[object]) -> Figures:
    have, want = set(found), set(wanted)
    return _figures(len(have), len(want), len(have & want), want - have, have - want)


def _agreement(
    pairs: Sequence[tuple[Any, Any, str]], same: Callable[[Any, Any], bool] = lambda one, two: one == two
) -> Figures:
    """Of pairs of a found and a gold value, with what they are about: how many agree."""
    bad = [f"{about}: found {have!r}, gold {want!r}" for have, want, about in pairs if not same(have, want)]
    return _figures(len(pairs), len(pairs), len(pairs) - len(bad), bad)


def _pairs(found: Sequence[Row], wanted: Sequence[Row], quality: Callable[[Row, Row], float]) -> list[tuple[Row, Row]]:
    """Pair rows one to one, the best first."""
    scored = sorted(
        (-value, j, i) for i, h in enumerate(found) for j, w in enumerate(wanted) if (value := quality(h, w)) > 0
    )
    used_found, used_wanted, pairs = set(), set(), []
    for _, j, i in scored:
        if i not in used_found and j not in used_wanted:
            used_found.add(i)
            used_wanted.add(j)
            pairs.append((found[i], wanted[j]))
    return pairs


def _overlap(one: Row, two: Row) -> float:
    """Return how far two spans overlap: intersection over union; 0 where offsets are not told."""
    if None in (one["start"], one["end"], two["start"], two["end"]):
        return 0.0
    shared = min(one["end"], two["end"]) - max(one["start"], two["start"])
    return float(max(0, shared) / max(1, max(one["end"], two["end"]) - min(one["start"], two["start"])))


def _alike(one: str, two: str) -> bool:
    first, second = set(key(one).split()), set(key(two).split())
    return bool(first and second) and len(first & second) / len(first | second) >= _SAME_WORDS


def first_start(row: Row) -> int | None:
    """Return where the evidence of a row starts: a list of objects with `start`, or of [start, …]."""
    return min(
        (each["start"] if isinstance(each, Mapping) else each[0] for each in row.get("evidence") or ()), default=None
    )


# ---------------------------------------------------------------- the programme


def _sessions(have: Tables, gold: Gold) -> Iterator[tuple[str, Figures]]:
    rows, wanted = have.get("sessions", ()), gold.tables["sessions"]
    titles = {key(row["title"]) for row in wanted}
    starts = ((key(row["title"]), first_start(row)) for row in rows)
    found = {title for title, at in starts if not gold.scope or title in titles or (at is not None and gold.covers(at))}
    yield "sessions", _sets(found, titles)
    there = {key(row["title"]): row for row in rows}
    printed, right = set(), set()
    for row in wanted:
        for column in ("date", "start", "end", "format"):
            if row.get(column):
                about, value = key(row["title"])[:_TITLE], there.get(key(row["title"]), {}).get(column)
                right.add((about, column, key(str(row[column]))))
                printed |= {(about, column, key(str(value)))} if value else set()
    yield "session fields", _sets(printed, right)


def _participations(have: Tables, gold: Gold) -> Iterator[tuple[str, Figures]]:
    ours = {row["id"]: key(row["title"]) for row in have.get("sessions", ())}
    theirs = {row["id"]: key(row["title"]) for row in gold.tables.get("sessions", ())}
    wanted = gold.tables["participations"]
    found = [row for row in have.get("participations", ()) if ours.get(row["session"]) in theirs.values()]

    def who(row: Row, titles: Mapping[str, str]) -> tuple[str, ...]:
        return titles.get(row["session"], row["session"])[:_TITLE], gold.name(row["person"])

    def role(row: Row) -> tuple[str, ...]:
        return (_ROLES.get(row["role"], str(row["role"])),)

    yield "participations", _sets([who(row, ours) for row in found], [who(row, theirs) for row in wanted])
    yield (
        "participation roles",
        _sets([who(row, ours) + role(row) for row in found], [who(row, theirs) + role(row) for row in wanted]),
    )
    online = [who(row, theirs) for row in wanted if row.get("online")]
    if online:
        yield "participations online", _sets([who(row, ours) for row in found if row.get("online")], online)


# ---------------------------------------------------------------- posts and captions


def _affiliations(have: Tables, gold: Gold) -> Iterator[tuple[str, Figures]]:
    found, wanted = gold.covered(have.get("affiliations", ())), gold.covered(gold.tables["affiliations"])
    for column in ("organisation", "country"):
        sets = (
            {(gold.name(row["person"]), gold.name(row[column])) for row in rows if row.get(column)}
            for rows in (found, wanted)
        )
        yield f"affiliation {column}", _sets(*sets)
    yield "affiliation position", _positions(_distinct(found, gold), _distinct(wanted, gold), gold)


def _distinct(rows: Iterable[Row], gold: Gold) -> list[Row]:
    """Return one row for each person and position."""
    return list({(gold.name(row["person"]), key(row["position"])): row for row in rows if row.get("position")}.values())


def _positions(found: Sequence[Row], wanted: Sequence[Row], gold: Gold) -> Figures:
    def quality(one: Row, two: Row) -> int:
        if gold.name(one["person"]) != gold.name(two["person"]):
            return 0
        return (key(one["position"]) == key(two["position"])) + _alike(one["position"], two["position"])

    def shown(row: Row) -> str:
        return f"{gold.name(row['person'])}: {row['position']}"

    pairs = _pairs(found, wanted, quality)
    taken = {id(row) for _, row in pairs}
    # Several wordings of one post may fit one wording of the gold: they are not wrong.
    wrong = [
        one
        for one in found
        if not any(
            gold.name(one["person"]) == gold.name(two["person"]) and _alike(one["position"], two["position"])
            for two in wanted
        )
    ]
    missing = [shown(row) for row in wanted if id(row) not in taken]
    return _figures(len(pairs) + len(wrong), len(wanted), len(pairs), missing, map(shown, wrong))


def _captions(have: Tables, gold: Gold) -> Iterator[tuple[str, Figures]]:
    found, wanted = gold.covered(have.get("captions", ())), gold.covered(gold.tables["captions"])

    def people(row: Row) -> set[str]:
        return set(map(gold.name, row["persons"]))

    def meetings(rows: Iterable[Row]) -> set[tuple[str, str]]:
        names = (list(map(gold.name, row["persons"])) for row in rows)
        return {(min(a, b), max(a, b)) for each in names for i, a in enumerate(each) for b in each[i + 1 :]}

    def quality(one: Row, two: Row) -> float:
        if two["start"] is None:  # gold of a PDF or a web page, whose offsets depend on the reader
            return len(people(one) & people(two)) / max(1, len(people(one) | people(two)))
        return _overlap(one, two)

    yield "captions (pairs)", _sets(meetings(found), meetings(wanted))
    pairs = _pairs(found, wanted, quality)
    yield (
        "caption relation",
        _agreement(
            [(key(one.get("relation")), key(two.get("relation")), ", ".join(two["persons"])) for one, two in pairs],
            lambda one, two: one == two or ("conversation" in one and "conversation" in two),
        ),
    )


# ---------------------------------------------------------------- what has a name


def _named(table: str, have: Tables, gold: Gold) -> Iterator[tuple[str, Figures]]:
    column = NAMES[table]
    wanted = [row for row in gold.tables[table] if not row.get("borderline")]
    known = {gold.name(row[column]) for row in wanted}
    found = {
        gold.name(row[column])
        for row in have.get(table, ())
        if gold.name(row[column]) in known or gold.covers(first_start(row))
    }
    yield table, _sets({name for name in found if not gold.is_borderline(name)}, known)


def _both(table: str, have: Tables, gold: Gold) -> list[tuple[Row, Row]]:
    """Return the rows of a table that were found, each with that of the gold."""
    column = NAMES[table]
    there = {gold.name(row[column]): row for row in have.get(table, ())}
    rows = (row for row in gold.tables[table] if not row.get("borderline"))
    return [(there[gold.name(row[column])], row) for row in rows if gold.name(row[column]) in there]


def _persons(have: Tables, gold: Gold) -> Iterator[tuple[str, Figures]]:
    yield from _named("persons", have, gold)


def _countries(have: Tables, gold: Gold) -> Iterator[tuple[str, Figures]]:
    yield from _named("countries", have, gold)


def _organisations(have: Tables, gold: Gold) -> Iterator[tuple[str, Figures]]:
    yield from _named("organisations", have, gold)
    both = _both("organisations", have, gold)
    yield "organisation type", _agreement([(one.get("type"), two["type"], two["organisation"]) for one, two in both])
    countries = [
        (gold.name(one.get("country")), gold.name(two.get("country")), two["organisation"])
        for one, two in both
        if two.get("country")
    ]
    yield "organisation country", _agreement(countries)


def _instruments(have: Tables, gold: Gold) -> Iterator[tuple[str, Figures]]:
    yield from _named("instruments", have, gold)
    both = _both("instruments", have, gold)
    yield "instrument type", _agreement([(one.get("type"), two["type"], two["instrument"]) for one, two in both])

    def parties(rows: Iterable[Row]) -> set[tuple[str, str]]:
        return {
            (gold.name(row["instrument"]), gold.name(party))
            for row in rows
            for party in (*row.get("country_parties", ()), *row.get("org_parties", ()))
        }

    yield "instrument parties", _sets(parties(one for one, _ in both), parties(two for _, two in both))


def _topics(have: Tables, gold: Gold) -> Iterator[tuple[str, Figures]]:
    names = {key(row["topic"]): key(row["topic"]) for row in gold.tables["topics"]}
    for row in gold.tables["topics"]:
        for form in row.get("aliases", ()):
            names.setdefault(key(form), key(row["topic"]))
    wanted = {key(row["topic"]) for row in gold.tables["topics"] if not row.get("borderline")}
    spare = {key(row["topic"]) for row in gold.tables["topics"]} - wanted
    found = {
        names.get(key(row["topic"]), key(row["topic"]))
        for row in have.get("topics", ())
        if key(row["topic"]) in names or gold.covers(first_start(row))
    }
    yield "topics", _sets(found - spare, wanted)


# ---------------------------------------------------------------- what is said


def _mentions(have: Tables, gold: Gold) -> Iterator[tuple[str, Figures]]:
    stage = {(section, gold.name(name)) for section, names in gold.stage.items() for name in names}
    rows = [row for row in gold.tables["mentions"] if not gold.is_borderline(row["target"])]
    wanted = {(row["section"], gold.name(row["target"])) for row in rows}
    places: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for row in have.get("mentions", ()):
        for start, end in row["offsets"]:
            section = gold.section_of(start)
            if section and row["kind"] in _TARGETS and not gold.is_borderline(row["target"]):
                places.setdefault((section, gold.name(row["target"])), []).append((start, end))
    yield "mentions", _sets({each for each in places if each in wanted or each not in stage}, wanted)
    spots = [(row["section"], gold.name(row["target"]), *spot) for row in rows for spot in row["offsets"]]
    missed = [
        (section, name, start, end)
        for section, name, start, end in spots
        if not any(low < end and start < high for low, high in places.get((section, name), ()))
    ]
    yield "mention places (recall)", _figures(len(spots), len(spots), len(spots) - len(missed), missed)


def _statements(have: Tables, gold: Gold) -> Iterator[tuple[str, Figures]]:
    figures, pairs = _said(have, gold, "person")
    yield "statements", figures
    verbs = [
        (key(one.get("verb")), key(two.get("verb")), _shown(two)) for one, two in pairs if two["kind"] == "reported"
    ]
    yield "statement verb", _agreement(verbs, lambda one, two: one == two or bool({*one.split()} & {*two.split()}))
    joint = [_shown(two) for _, two in pairs if two.get("joint")]
    if joint:
        yield "statement joint", _sets([_shown(two) for one, two in pairs if one.get("joint")], joint)

    def about(row: Row, at: int) -> set[tuple[int, str]]:
        named = (each["target"] for each in row["targets"] if each["kind"] in _TARGETS)
        return {(at, gold.name(each)) for each in named if not gold.is_borderline(each)}

    found = set().union(*(about(one, two["start"]) for one, two in pairs))
    yield "statement targets", _sets(found, set().union(*(about(two, two["start"]) for _, two in pairs)))
    if any(row.get("voice") for row in gold.tables["statements"]):
        yield "statements of groups", _said(have, gold, "voice")[0]


def _said(have: Tables, gold: Gold, speaker: str) -> tuple[Figures, list[tuple[Row, Row]]]:
    """Compare the statements of persons, or those of groups that speak as one."""
    found = [row for row in gold.covered(have.get("statements", ())) if row.get(speaker)]
    wanted = [row for row in gold.covered(gold.tables["statements"]) if row.get(speaker)]

    def fit(one: Row, two: Row) -> float:
        same = gold.name(one[speaker]) == gold.name(two[speaker]) and one["kind"] == two["kind"]
        value = _overlap(one, two)
        return value if same and value >= _SAME_SPAN else 0.0

    firm = [row for row in wanted if not row.get("borderline")]
    pairs = _pairs(found, firm, fit)
    taken, reached = {id(one) for one, _ in pairs}, {id(two) for _, two in pairs}
    others = [row for row in found if id(row) not in taken]
    spared = {id(one) for one, _ in _pairs(others, [row for row in wanted if row.get("borderline")], fit)}
    wrong = [_shown(row) for row in others if id(row) not in spared]
    missing = [_shown(row) for row in firm if id(row) not in reached]
    return _figures(len(pairs) + len(wrong), len(firm), len(pairs), missing, wrong), pairs


def _shown(row: Row) -> str:
    return f"{row['start']}-{row['end']} {row['person'] or row.get('voice')} [{row.get('verb')}]"


def _voices(have: Tables, gold: Gold) -> Iterator[tuple[str, Figures]]:
    found = {key(row["voice"]) for row in have.get("voices", ()) if gold.covers(first_start(row))}
    yield "voices", _sets(found, {key(row["voice"]) for row in gold.tables["voices"]})


def _claims(have: Tables, gold: Gold) -> Iterator[tuple[str, Figures]]:
    def counted(rows: Iterable[Row]) -> set[tuple[str, int]]:
        return {(key(row["counts"]), row["value"]) for row in gold.covered(rows)}

    yield "claims", _sets(counted(have.get("claims", ())), counted(gold.tables["claims"]))


def _relations(have: Tables, gold: Gold) -> Iterator[tuple[str, Figures]]:
    found, wanted = gold.covered(have.get("relations", ())), gold.covered(gold.tables["relations"])
    predicates = {row["predicate"] for row in wanted}

    def triples(rows: Iterable[Row]) -> set[tuple[str, str, str]]:
        return {
            (gold.name(row["subject"]), row["predicate"], gold.name(row["object"]))
            for row in rows
            if row["predicate"] in predicates
            and not gold.is_borderline(row["subject"])
            and not gold.is_borderline(row["object"])
        }

    yield "relations", _sets(triples(found), triples(wanted))


#: How each table is compared, in the order of the figures.
COMPARISONS: dict[str, Callable[[Tables, Gold], Iterator[tuple[str, Figures]]]] = {
    "sessions": _sessions,
    "participations": _participations,
    "affiliations": _affiliations,
    "captions": _captions,
    "persons": _persons,
    "organisations": _organisations,
    "countries": _countries,
    "instruments": _instruments,
    "topics": _topics,
    "mentions": _mentions,
    "statements": _statements,
    "voices": _voices,
    "relations": _relations,
    "claims": _claims,
}
