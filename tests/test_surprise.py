"""The null model agrees with all tables of small cases and with swaps on larger ones, and its p-values are calibrated."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest

from vmcgraph.surprise import RATE, Chance, sentence

Stages = list[frozenset[str]]


def tables(people: dict[str, int], sizes: list[int]) -> Iterator[Stages]:
    """Yield all ways to fill sessions of these sizes so that everybody appears so often."""
    if not sizes:
        if not any(people.values()):
            yield []
        return
    able = sorted(person for person, times in people.items() if times)
    for chosen in combinations(able, sizes[0]):
        left = {person: times - (person in chosen) for person, times in people.items()}
        if max(left.values(), default=0) < len(sizes):
            yield from ([frozenset(chosen), *rest] for rest in tables(left, sizes[1:]))


def swapped(stages: Stages, seed: int) -> Iterator[Stages]:
    """Yield tables with the same margins, each some hundred swaps from the one before it."""
    rng = random.Random(seed)
    at = [set(people) for people in stages]
    while True:
        for _ in range(40 * len(at)):
            one, other = rng.sample(range(len(at)), 2)
            here, there = sorted(at[one] - at[other]), sorted(at[other] - at[one])
            if here and there:
                moved, back = rng.choice(here), rng.choice(there)
                # A swap is as likely as the one that undoes it: the choices are as many before as after.
                at[one] ^= {moved, back}
                at[other] ^= {moved, back}
        yield [frozenset(people) for people in at]


def shares(found: list[Stages], one: str, other: str) -> list[float]:
    """Return in which share of the tables two are at least once, twice … on one stage."""
    counts = Counter(sum({one, other} <= people for people in stages) for stages in found)
    return [sum(counts[more] for more in counts if more >= least) / len(found) for least in range(1, max(counts) + 1)]


def likely(chance: Chance, one: str, other: str) -> list[float]:
    law = chance._law(chance._profiles[one], chance._profiles[other])
    return [sum(law[least:]) for least in range(1, len(law))]


SMALL = [
    ({"a": 2, "b": 2, "c": 2, "d": 1, "e": 1, "f": 1}, [3, 2, 2, 2]),
    ({"a": 3, "b": 2, "c": 2, "d": 1, "e": 1, "f": 1}, [4, 2, 2, 2]),
    ({"a": 2, "b": 2, "c": 2, "d": 2, "e": 1, "f": 1, "g": 1, "h": 1}, [3, 3, 2, 2, 2]),
    ({"a": 3, "b": 3, "c": 2, "d": 2, "e": 2, "f": 2}, [4, 4, 3, 3]),
    ({"a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1}, [4, 2, 1]),
]


@pytest.mark.parametrize(("people", "sizes"), SMALL)
def test_small_cases_against_all_their_tables(people: dict[str, int], sizes: list[int]) -> None:
    found = list(tables(people, sizes))
    chance = Chance({"x": found[0]})
    for one, other in combinations(people, 2):
        exact, ours = shares(found, one, other), likely(chance, one, other)
        assert len(ours) >= len(exact)
        for truth, told in zip(exact, ours, strict=False):
            assert told == pytest.approx(truth), (one, other, exact, ours)
        assert chance.of(one, other).expected == pytest.approx(sum(exact))


@pytest.mark.parametrize(("people", "sizes"), SMALL)
def test_the_formula_is_near_even_for_small_cases(
    people: dict[str, int], sizes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    exact = Chance({"x": next(tables(people, sizes))})
    truth = {pair: likely(exact, *pair) for pair in combinations(people, 2)}
    monkeypatch.setattr("vmcgraph.surprise.COUNTED", 0)
    formula = Chance({"x": next(tables(people, sizes))})
    for pair, values in truth.items():
        assert likely(formula, *pair) == pytest.approx(values, rel=0.1, abs=0.025)


def test_everybody_once() -> None:
    """Whoever appears once of seven is on one stage of four, two or one with another at 12 + 2 + 0 of 42 chances."""
    chance = Chance({"x": [set("abcd"), set("ef"), set("g")]})
    assert chance.of("a", "g").expected == pytest.approx(14 / 42)
    many = Chance({"x": [{f"{number}{letter}" for letter in "abcd"[: 2 + number % 3]} for number in range(30)]})
    assert many.of("1a", "7b").expected == pytest.approx((10 * 2 + 10 * 6 + 10 * 12) / (90 * 89), rel=0.005)


def test_who_is_always_there_surprises_nobody() -> None:
    chance = Chance({"x": [set("abc"), set("abd"), set("abe")]})
    assert chance.of("a", "b")[:3] == (3, pytest.approx(3.0), pytest.approx(1.0))
    assert chance.of("a", "c")[:3] == (1, pytest.approx(1.0), pytest.approx(1.0))
    alone = Chance({"x": [{"a"}, {"b"}]})
    assert alone.of("a", "b") == (0, 0.0, 1.0, None, "too-few-to-say")
    assert Chance({}).of("a", "b").verdict == "too-few-to-say"


def test_somebody_in_each_of_very_many_sessions() -> None:
    """That so likely a person is in all of 160 sessions is no figure of its own: it is given."""
    chance = Chance({"x": [{"host", *(f"{session}-{guest}" for guest in range(50))} for session in range(160)]})
    assert chance.of("host", "7-3")[:3] == (1, pytest.approx(1.0), pytest.approx(1.0))
    assert chance.of("1-1", "7-3").expected == pytest.approx(49 / 7999, rel=0.01)


@pytest.fixture(scope="module")
def edition() -> Stages:
    """Return an edition of twenty sessions of two to seven people, of whom some appear often."""
    rng = random.Random(7)
    often = [f"p{number}" for number in range(40) for _ in range(1 + 12 // (number + 2))]
    return [frozenset(rng.sample(often, 9)[: 2 + number % 6]) for number in range(20)]


@pytest.fixture(scope="module")
def null(edition: Stages) -> list[Stages]:
    """Return tables drawn from the configuration model of the edition."""
    drawn = swapped(edition, 11)
    return [next(drawn) for _ in range(1500)]


def test_a_larger_case_against_swaps(edition: Stages, null: list[Stages]) -> None:
    chance = Chance({"x": edition})
    often = [person for person, _ in Counter(person for people in edition for person in sorted(people)).most_common(12)]
    assert max(len(shares(null, *pair)) for pair in combinations(often[:4], 2)) >= 3
    for one, other in combinations(often, 2):
        told = likely(chance, one, other)
        for truth, ours in zip(shares(null, one, other), told, strict=False):
            assert ours == pytest.approx(truth, rel=0.15, abs=0.03)


def test_p_values_are_calibrated_under_the_null(null: list[Stages]) -> None:
    drawn = null[::10]
    rng = random.Random(3)
    values, spread = [], []
    found = 0
    for stages in drawn:
        chance = Chance({"x": stages})
        people = sorted({person for names in stages for person in names})
        figures = {pair: chance.of(*pair) for pair in combinations(people, 2)}
        values += [each.p_value for each in figures.values()]
        for pair, each in figures.items():
            exactly = [1.0, *likely(chance, *pair), 0.0][each.observed : each.observed + 2]
            spread.append(each.p_value - rng.random() * (exactly[0] - exactly[1]))
        found += any(each.verdict == "more-than-chance" for each in figures.values())
    for level in (0.001, 0.01, 0.05, 0.1):
        assert sum(value <= level for value in values) / len(values) <= level * 1.1
        # Spread over the step that it stands for, a p-value is as likely anywhere; one that is always too great is no p-value.
        assert sum(value <= level for value in spread) / len(spread) == pytest.approx(level, rel=0.15, abs=0.0005)
    assert found / len(drawn) <= RATE + 0.02  # no tie is more than chance here, so that any is a mistake


def test_over_editions_the_numbers_add_up() -> None:
    once = [set("ab"), set("cd"), set("ef")]
    one, two = Chance({"x": once}), Chance({"x": once, "y": once})
    assert two.of("a", "b").observed == 2
    assert two.of("a", "b").expected == pytest.approx(2 * one.of("a", "b").expected)
    assert two.of("a", "b").p_value == pytest.approx(one.of("a", "b").p_value ** 2)
    assert Chance({"x": [set("ab")], "y": [set("cd")]}).of("a", "c").expected == 0  # never at one edition


def test_verdicts() -> None:
    """Two who come to six editions and are together at each stand out; those who never are do not; newcomers cannot."""
    stages = {
        f"e{number}": [
            {"ada", "tom", f"x{number}"},
            {"mia", f"y{number}", f"z{number}"},
            {"una", f"v{number}", f"w{number}"},
            {f"s{number}", f"t{number}"},
            {f"q{number}", f"r{number}"},
        ]
        for number in range(6)
    }
    chance = Chance(stages)
    together, apart, new = chance.of("tom", "ada"), chance.of("mia", "una"), chance.of("ada", "x1")
    assert (together.observed, together.verdict) == (6, "more-than-chance")
    assert together.corrected is not None and together.p_value < together.corrected < 0.001
    assert (apart.observed, apart.p_value, apart.verdict) == (0, 1.0, "as-chance")
    assert (new.observed, new.corrected, new.verdict) == (1, None, "too-few-to-say")


def test_the_correction_by_hand() -> None:
    """Six pairs of those four can stand out, and no other: Benjamini and Hochberg multiply the least p-value by six."""
    stages = {f"e{number}": [{"a", "b"}, {"c", "d"}, {f"x{number}", f"y{number}"}] for number in range(8)}
    chance = Chance(stages)
    ab, cd = chance.of("a", "b"), chance.of("c", "d")
    assert ab.p_value == cd.p_value and ab.corrected == pytest.approx(6 * ab.p_value / 2)  # the two are of one rank
    assert chance.of("a", "c").corrected == 1.0


def fours(*pairs: str) -> Chance:
    """Return four people who fill two stages of two at each edition, told by whom a shares one with: one in three by chance."""
    others = {"b": "cd", "c": "bd", "d": "bc"}
    return Chance({f"e{number}": [{"a", with_a}, set(others[with_a])] for number, with_a in enumerate("".join(pairs))})


def test_a_pair_that_is_just_not_rare_enough_is_as_chance_may_bring() -> None:
    """Five or six of six at one in three: 13 of 729. Six pairs are tested, two are of one rank: 6 · 13 / 729 / 2 > 0.05."""
    told = fours("bbbbb", "c").of("a", "b")
    assert told.p_value == pytest.approx(13 / 729) and told.corrected == pytest.approx(6 * 13 / 729 / 2)
    assert 0.05 < (told.corrected or 0) < 0.06 and told.verdict == "as-chance"
    assert fours("bbbbb", "b").of("a", "b").verdict == "more-than-chance"


def test_who_is_tested_by_hand() -> None:
    """After four editions each of six pairs can reach 1/81: at 0.05/4 all six would be tested, more than four; at 0.05/5 none."""
    assert 0.05 / 5 < 1 / 81 < 0.05 / 4
    assert fours("bbbb").of("a", "b") == (4, pytest.approx(4 / 3), pytest.approx(1 / 81), None, "too-few-to-say")
    assert fours("bbbbb").of("a", "b").corrected == pytest.approx(6 / 243 / 2)  # 1/243 < 0.05/6


def test_sentences() -> None:
    assert sentence(2, 0.104, "too-few-to-say") == "shared a stage twice; 0.1 expected: too few events to say"
    assert sentence(0, 0.0, "as-chance") == "shared no stage; 0 expected: no more than chance may bring"
    assert sentence(5, 1.26, "more-than-chance") == (
        "shared a stage 5 times; 1.3 expected: more than chance would bring"
    )
