"""A reader's bill: what is doubtful in a reading, ordered by doubt, as a CSV that a person fills in and `build` applies.

Each line is a judgement with an empty action (judgements.py says what the columns mean), followed by what is needed to judge: the
action that is likely to be right, the kind of doubt, the question, the page and, with the report at hand, the wording.

The order: by kind as DOUBTS lists them, the strongest first; within a kind by strength, then by place, then by table, id, column
and value. It depends on the facts alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from vmcgraph.document import Document, Span
from vmcgraph.doubts import DOUBTS, Case, Doubt
from vmcgraph.errors import ExportError, ExtractionError
from vmcgraph.judgements import COLUMNS, Judgement, csv_of, judgement_lines, read_judgements
from vmcgraph.model import Facts
from vmcgraph.pagination import page_finder

#: The columns of a bill behind those of a judgement.
MORE = ("proposal", "doubt", "question", "page", "wording")

#: How many characters are shown before and behind a short place, and at most of a long one.
_AROUND, _LONGEST = 120, 700


def bill(facts: Facts, document: Document | None = None, *, judged: Iterable[Judgement] = ()) -> tuple[Doubt, ...]:
    """List what is doubtful in facts, the strongest doubt first.

    Args:
        facts: of one edition, corrected or as the rules found them.
        document: in which they were found. Without it there are no speakers by pronoun and no wordings in the bill.
        judged: judgements in force; what they have settled is no longer doubted.

    Example:
        >>> from vmcgraph.model import Person
        >>> places = [Span(at, at + 9, "narrative", "") for at in (0, 40, 90)]
        >>> one = Person(id="person/ada-brook", name="Ada Brook", evidence=tuple(places[:2]))
        >>> two = Person(id="person/ada-brock", name="Ada Brock", evidence=tuple(places[2:]))
        >>> [(doubt.kind, doubt.proposal, doubt.id) for doubt in bill(Facts.of([one, two]))]
        [('one or two', 'same', 'person/ada-brook'), ('one mention', 'remove', 'person/ada-brock')]
    """
    judged = tuple(judged)
    ranks = {kind: rank for rank, kind in enumerate(DOUBTS)}
    case = Case(facts, document)
    found = {replace(doubt, kind=kind) for kind, find in DOUBTS.items() for doubt in find(case)}
    ordered = sorted(found, key=lambda each: (ranks[each.kind], *_order(each)))
    pages = page_finder(facts)
    return tuple(
        replace(doubt, page=_page(doubt, pages), wording=_wording(doubt, document))
        for doubt in ordered
        if not any(_settles(judgement, doubt) for judgement in judged)
    )


def _settles(judgement: Judgement, doubt: Doubt) -> bool:
    """Tell whether a judgement has answered a doubt.

    `keep` answers the line itself, `same` whether the joined form is right, `set` what a cell says, `add` and `remove` whether there
    is such a row. Which names stand for it is not settled by a list of some, nor whether it is another one.
    """
    if judgement.action == "same":
        return (doubt.kind, doubt.id) == ("doubtful join", judgement.id)
    if judgement.action == "keep":
        return _subject(judgement) == _subject(doubt)
    if (judgement.table, judgement.id) != (doubt.table, doubt.id):
        return False
    if judgement.action == "set":
        return judgement.column == doubt.column != "aliases"
    return doubt.proposal != "same" and doubt.column != "aliases"


def _order(doubt: Doubt) -> tuple[float | str, ...]:
    return -doubt.strength, doubt.start or 0, doubt.table, doubt.id, doubt.column, doubt.value, doubt.question


def _subject(line: Doubt | Judgement) -> tuple[str | int | None, ...]:
    """Return what a line is about: a row, with the proposed value, or a stretch of text."""
    return (line.table, line.id, line.column, line.value) if line.table else (line.start, line.end)


def _page(doubt: Doubt, pages: Callable[[Span], list[tuple[str, int]]]) -> str:
    if doubt.start is None or doubt.end is None:
        return ""
    numbers = list(dict.fromkeys(page for _, page in pages(Span(doubt.start, doubt.end, "", ""))))
    return f"{'pp.' if len(numbers) > 1 else 'p.'} {'–'.join(map(str, numbers))}" if numbers else ""


def _wording(doubt: Doubt, document: Document | None) -> str:
    """Return what is printed in a place, and around it where that is short, on one line."""
    if document is None or doubt.start is None or doubt.end is None:
        return ""
    around = _AROUND if doubt.end - doubt.start < _AROUND else 0
    first, last = max(0, doubt.start - around), min(len(document.text), doubt.end + around, doubt.start + _LONGEST)
    shown = " ".join(document.text[first:last].split())
    before = "…" if 0 < first < doubt.start else ""
    return f"{before}{shown}{'…' if last not in (doubt.end, len(document.text)) else ''}"


# ---------------------------------------------------------------- the file


def bill_file(doubts: Iterable[Doubt], judged: Iterable[Judgement] = ()) -> bytes:
    """Return a bill as a CSV for a spreadsheet, in UTF-8 with a byte order mark.

    Args:
        doubts: as `bill` gives them.
        judged: the judgements in force, which stand first: when the file is applied, it takes the place of theirs.

    Example:
        >>> bill_file([]).decode("utf-8-sig")
        'action,table,id,column,value,reason,start,end,proposal,doubt,question,page,wording\\r\\n'
    """
    recorded = [[*cells, "", "recorded judgement", "", "", ""] for cells in judgement_lines(judged)]
    return csv_of((*COLUMNS, *MORE), [*recorded, *map(_cells, doubts)]).encode("utf-8-sig", "replace")


def _cells(doubt: Doubt) -> list[str]:
    start, end = ("" if offset is None else str(offset) for offset in (doubt.start, doubt.end))
    judgement = ["", doubt.table, doubt.id, doubt.column, doubt.value, "", start, end]
    return [*judgement, doubt.proposal, doubt.kind, doubt.question, doubt.page, doubt.wording]


def check_target(path: str | Path, judged: Iterable[Judgement]) -> None:
    """Refuse to write a bill over a file whose work would be lost.

    Args:
        path: where the bill is to be written.
        judged: the judgements in force, which a new bill repeats.

    Raises:
        ExportError: the file is something else than a bill, or has judgements that are not in force.

    Example:
        >>> check_target("new.csv", [])
    """
    if not Path(path).exists():
        return
    try:
        there = judgement_lines(read_judgements(path))
    except ExtractionError as error:
        raise ExportError(
            f"{path}: is there already and is no bill; name another file ({error})", value=path
        ) from error
    if any(line not in judgement_lines(judged) for line in there):
        raise ExportError(
            f"{path}: has judgements that are not applied yet; apply them, or name another file", value=path
        )
