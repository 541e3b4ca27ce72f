"""What `evaluate` and `verify` found, as a person reads it, for a spreadsheet, and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from vmcgraph.comparison import Figures
from vmcgraph.evaluation import Evaluation
from vmcgraph.output import clean, paragraph, separated, table
from vmcgraph.spelling import counted
from vmcgraph.verification import Problem, Verification

_HEAD = ["table", "found", "gold", "hit", "precision", "recall", "F1"]
#: Digits of a SHA-256 that a reader compares.
_DIGITS = 12


# ---------------------------------------------------------------- evaluation


def evaluation(found: Evaluation, form: str) -> str:
    """Return figures as a table or CSV; where judgements change them, raw and corrected ones side by side.

    Args:
        found: as `vmcgraph.evaluation.evaluate` gives it.
        form: "table" or "csv".

    Example:
        >>> print(evaluation(Evaluation({"persons": Figures(4, 2, 2)}), "table"), end="")
        table    found  gold  hit  precision  recall  F1
        -------  -----  ----  ---  ---------  ------  -----
        persons  4      2     2    0.500      1.000   0.667
    """
    rows = [[name, *_cells(figures), *_corrected(found, name)] for name, figures in found.raw.items()]
    added = ["found", "hit", "precision", "recall", "F1"] if found.corrected is not None else []
    if form == "csv":
        return separated(_HEAD + [f"corrected {name}" for name in added], rows, "csv")
    if not added:
        return table(_HEAD, rows) + "\n" + "".join(f"{line}\n" for line in _corrections(found))
    short = [[row[0], *row[1:7], *row[-3:]] for row in rows]
    head = ["raw:", *_HEAD[1:4], "prec.", "recall", "F1", "corrected: prec.", "recall", "F1"]
    return table(head, short) + "\n\n" + "".join(f"{line}\n" for line in _corrections(found))


def _cells(figures: Figures) -> list[str]:
    counts = (figures.found, figures.gold, figures.hit)
    return [*map(str, counts), *(f"{value:.3f}" for value in (figures.precision, figures.recall, figures.f1))]


def _corrected(found: Evaluation, name: str) -> list[str]:
    if found.corrected is None:
        return []
    count, _, hit, *ratios = _cells(found.corrected[name])
    return [count, hit, *ratios]


def _corrections(found: Evaluation) -> Iterator[str]:
    """Yield in words what judgements there are."""
    if not found.corrections:
        return
    counts = [f"{action} {name} {count}" for (action, name), count in sorted(found.corrections.items())]
    yield paragraph(f"recorded judgements: {', '.join(counts)}")
    if found.unapplied:
        yield f"not applied, as the row that was judged is not there: {found.unapplied}"
    if found.corrected is None:
        yield "They change nothing in these tables."


def evaluation_data(found: Evaluation) -> dict[str, Any]:
    """Return figures as data for JSON."""
    return {
        "tables": _figures_data(found.raw),
        "corrected": None if found.corrected is None else _figures_data(found.corrected),
        "corrections": [
            {"action": action, "table": name, "count": count}
            for (action, name), count in sorted(found.corrections.items())
        ],
        "unapplied": found.unapplied,
    }


def _figures_data(tables: Mapping[str, Figures]) -> dict[str, dict[str, float]]:
    return {
        name: {
            "found": figures.found,
            "gold": figures.gold,
            "hit": figures.hit,
            "precision": figures.precision,
            "recall": figures.recall,
            "f1": figures.f1,
        }
        for name, figures in tables.items()
    }


def misses(figures: Figures, form: str) -> str:
    """Return what one table lacks and what it has beside the gold, a line each, sorted, so that two runs can be compared.

    Args:
        figures: of one table.
        form: "table" or "csv".

    Example:
        >>> print(misses(Figures(1, 1, 0, ("Ada Brook",), ("Tom Vale",)), "table"), end="")
        missing: Ada Brook
        wrong: Tom Vale
    """
    rows = [("missing", each) for each in figures.missing] + [("wrong", each) for each in figures.wrong]
    if form == "csv":
        return separated(["what", "item"], rows, "csv")
    return "".join(f"{what}: {clean(each)}\n" for what, each in rows)


def misses_data(figures: Figures) -> dict[str, list[str]]:
    """Return what one table lacks, and what it has beside the gold, as data for JSON."""
    return {"missing": list(figures.missing), "wrong": list(figures.wrong)}


# ---------------------------------------------------------------- verification


def verification(found: Verification, form: str) -> str:
    """Return in words what holds, and each span that does not; as CSV the latter only.

    Args:
        found: as `vmcgraph.verification.verify` gives it.
        form: "text" or "csv".

    Example:
        >>> print(verification(Verification("x1", "x.txt", "ab", "ab", 1, 2, 2, ()), "text"), end="")
        x.txt is the text that the facts of x1 were read in.
        2 spans of 1 fact: all hold.
    """
    if form == "csv":
        head = ["table", "id", "name", "start", "end", "pages", "reason"]
        return separated(head, [[str(cell) for cell in asdict(each).values()] for each in found.problems], "csv")
    lines = [*_about(found), *(_problem(each) for each in found.problems)]
    return "".join(f"{line}\n" for line in lines)


def _about(found: Verification) -> Iterator[str]:
    name = clean(found.document)
    if found.same_text:
        yield f"{name} is the text that the facts of {found.edition or 'this folder'} were read in."
    else:
        digests = f"its SHA-256 begins with {found.found_sha256[:_DIGITS]}, theirs with {found.sha256[:_DIGITS]}"
        told = f"{name} is another rendition of the text that the facts of {found.edition or 'this folder'} were read in ({digests})."
        yield paragraph(told, rest=0)
        yield f"Aligned by names, order and digests: {counted(found.aligned, 'span')} found, {found.spans - found.aligned} not found."
    told = f"{counted(found.spans, 'span')} of {counted(found.facts, 'fact')}"
    if found.holds:
        yield f"{told}: all hold."
    else:
        spans = len({(each.id, each.start, each.end) for each in found.problems})
        facts = len({each.id for each in found.problems})
        yield f"{told}: {counted(spans, 'span')} of {counted(facts, 'fact')} {'does' if spans == 1 else 'do'} not hold."


def _problem(problem: Problem) -> str:
    """Return what does not hold on one line, however wide the terminal, so that two runs can be compared."""
    where = f"characters {problem.start}–{problem.end}{', ' * bool(problem.pages)}{problem.pages}"
    called = f" ({problem.name})" if problem.name != problem.id else ""
    return clean(f"{problem.table} {problem.id}{called}, {where}: {problem.reason}")


def verification_data(found: Verification) -> dict[str, Any]:
    """Return what holds and what does not as data for JSON."""
    return {
        "edition": found.edition,
        "document": found.document,
        "same_text": found.same_text,
        "sha256": found.sha256,
        "found_sha256": found.found_sha256,
        "facts": found.facts,
        "spans": found.spans,
        "aligned": found.aligned,
        "holds": found.holds,
        "problems": [asdict(each) for each in found.problems],
    }
