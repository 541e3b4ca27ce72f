"""Answers as a person reads them: tables, screens and sentences in plain text, at most 100 columns wide."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from vmcgraph.errors import QueryError
from vmcgraph.lookup import Thing
from vmcgraph.namespaces import PREFIXES, readable
from vmcgraph.profiles import against_chance, told
from vmcgraph.scene import LEVELS, Context
from vmcgraph.spelling import counted
from vmcgraph.surprise import WORDS
from vmcgraph.ties import Chain, Post, Row, Step

if TYPE_CHECKING:
    from vmcgraph.analysis import Table
    from vmcgraph.catalogue import Question
    from vmcgraph.store import Solutions, Triples

WIDEST = 100
_NARROWEST = 40
#: In a table that is too wide, all columns but the last keep to this.
_CELL = 22
#: What stays on one line with what follows it.
_PAGES = re.compile(r"\b(pp?\.) (?=\d)")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


# ---------------------------------------------------------------- text


def columns() -> int:
    """Return how many columns to write: those of the terminal, at most 100; 100 where there is none."""
    try:
        width = int(os.environ.get("COLUMNS", "")) or WIDEST
    except ValueError:
        try:
            width = os.get_terminal_size().columns or WIDEST
        except OSError:
            width = WIDEST
    return max(_NARROWEST, min(width, WIDEST))


#: Embeddings, overrides and isolates of directions.
_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def clean(text: str) -> str:
    r"""Return a text on one line without what a terminal would take for a command, or what would turn the letters after it round.

    Example:
        >>> clean("Ada\x1b[31m\nBrook")
        'Ada\ufffd[31m Brook'
    """
    return " ".join("".join("\ufffd" if _is_control(char) else char for char in text).split())


def _is_control(char: str) -> bool:
    return (unicodedata.category(char) == "Cc" and not char.isspace()) or unicodedata.bidirectional(char) in _TURNS


def width_of(text: str) -> int:
    """Return how many columns a text takes.

    Example:
        >>> width_of("Ada"), width_of("東京"), width_of("e\u0301")
        (3, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def wrap(text: str, width: float, measure: Callable[[str], float] = width_of) -> list[str]:
    """Break a text into lines between words; a word that is too long is cut.

    Args:
        text: is written on one line first.
        width: of a line.
        measure: tells the width of a text; default: its columns.

    Example:
        >>> wrap("Ferries and the people", 12)
        ['Ferries and', 'the people']
    """
    lines: list[str] = [""]
    for word in _PAGES.sub("\\1\u00a0", clean(text)).split(" "):
        for piece in _pieces(word, width, measure):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if measure(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return [line.replace("\u00a0", " ") for line in lines]


def _pieces(word: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    while measure(word) > width:
        cut = next(n for n in range(len(word), 0, -1) if n == 1 or measure(word[:n]) <= width)
        yield word[:cut]
        word = word[cut:]
    if word:
        yield word


def paragraph(text: str, *, first: int = 0, rest: int = 4) -> str:
    """Return a text in lines of the terminal's width, the first and the others indented by so many columns.

    Example:
        >>> paragraph("ferries " * 20, first=2).splitlines()[1][:12]
        '    ferries '
    """
    lines = wrap(text, columns() - max(first, rest))
    return " " * first + ("\n" + " " * rest).join(lines)


def day(date: str) -> str:
    """Return an ISO date as people write it.

    Example:
        >>> day("2024-10-22"), day("")
        ('22 Oct 2024', '')
    """
    year, _, rest = date.partition("-")
    month, _, number = rest.partition("-")
    if not (month.isdecimal() and number.isdecimal() and 1 <= int(month) <= 12):
        return date
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}"


def cited(edition: str, date: str, pages: str) -> str:
    """Return where something was, in brackets."""
    return f"({', '.join(filter(None, (edition, day(date), pages)))})"


# ---------------------------------------------------------------- tables


def table(head: Sequence[str], rows: Iterable[Sequence[str | Sequence[str]]], width: int | None = None) -> str:
    """Return rows as an aligned table; what is too wide is wrapped.

    Args:
        head: names of the columns.
        rows: for each column a text, or several, each of which starts a line.
        width: columns to keep to; default: those of the terminal.

    Example:
        >>> print(table(["name", "times"], [["Ada Brook", "2"], ["Tom Vale", ["1", "or 2"]]]))
        name       times
        ---------  -----
        Ada Brook  2
        Tom Vale   1
                   or 2
    """
    cells = [[[cell] if isinstance(cell, str) else list(cell) for cell in row] for row in rows]
    natural = [
        max((width_of(clean(line)) for row in [[[name] for name in head], *cells] for line in row[number]), default=0)
        for number, name in enumerate(head)
    ]
    widths = _fitted(natural, (width or columns()) - 2 * (len(head) - 1))
    lines = [_row([[name] for name in head], widths), "  ".join("-" * wide for wide in widths)]
    return "\n".join(lines + [_row(row, widths) for row in cells])


def _fitted(natural: list[int], room: int) -> list[int]:
    """Return widths that fit: the widest columns give way first, but the last one, which tells most, later."""
    widths = [max(1, wide) for wide in natural]
    if sum(widths) > room and len(widths) > 2:
        widths = [*(min(wide, _CELL) for wide in widths[:-1]), widths[-1]]
    while sum(widths) > room and max(widths) > 8:
        most = max(widths)
        others = max((wide for wide in widths if wide < most), default=8)
        wide = widths.count(most)
        excess = sum(widths) - room
        step = max(1, min(most - max(others, 8), -(-excess // wide)))
        widths = [each - step if each == most else each for each in widths]
    return widths


def _row(cells: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    wrapped = [[line for text in cell for line in wrap(text, wide)] for cell, wide in zip(cells, widths, strict=True)]
    height = max(map(len, wrapped), default=0)
    lines = []
    for number in range(height):
        parts = [cell[number] if number < len(cell) else "" for cell in wrapped]
        padded = (part + " " * (wide - width_of(part)) for part, wide in zip(parts, widths, strict=True))
        lines.append("  ".join(padded).rstrip())
    return "\n".join(lines)


def separated(head: Sequence[str], rows: Iterable[Sequence[str]], form: str) -> str:
    """Return rows as CSV for a spreadsheet, or as TSV.

    A cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line end, and is no number) gets an
    apostrophe before it in CSV.

    Args:
        head: names of the columns.
        rows: texts.
        form: "csv" or "tsv".

    Example:
        >>> separated(["name"], [["=1+1"], ["Brook, Ada"]], "csv")
        'name\\r\\n\\'=1+1\\r\\n"Brook, Ada"\\r\\n'
    """
    if form == "tsv":
        return "".join("\t".join(map(clean, row)) + "\n" for row in (head, *rows))
    return "".join(",".join(map(_csv_cell, row)) + "\r\n" for row in (head, *rows))


def _csv_cell(text: str) -> str:
    if text.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) and not _NUMBER.fullmatch(text):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if any(char in text for char in ',"\r\n') else text


# ---------------------------------------------------------------- co-appearance and chains


def level_words(level: str) -> str:
    """Return a level as a reader says it.

    Example:
        >>> level_words("shared-stage")
        'shared stage'
    """
    return level.replace("-", " ")


def place(context: Context) -> str:
    """Return a session or caption as one cites it, on one line."""
    return cite(told(context))


def cite(event: Mapping[str, str]) -> str:
    """Return the data of a session, caption or section as one cites it."""
    edition = "" if event["title"].endswith(event["edition"]) else event["edition"]
    return f"{event['title']} {cited(edition, event['date'], event['pages'])}".removesuffix(" ()")


def coappearance(rows: Sequence[Row], form: str, *, alone: bool = False) -> bytes:
    """Return co-appearances as a table, CSV or TSV, in UTF-8.

    Args:
        rows: as `vmcgraph.ties.coappear` gives them.
        form: "table", "csv" or "tsv".
        alone: all rows are of one thing: a table names it once, above.
    """
    head = ["who", "with", "level", "times", "where"]
    if form != "table":
        told = ([*_who(row), "; ".join(_where(row)), *_chance(row)] for row in rows)
        return _bytes(separated([*head, *_CHANCE], told, form))
    cells = [[*_who(row), _where(row)] for row in rows]
    if not alone:
        return _bytes(table(head, cells) + "\n")
    about = clean(f"{rows[0].who.name} – {rows[0].who.kind}")
    return _bytes(f"{about}\n\n{table(head[1:], [cell[1:] for cell in cells])}\n")


def _chance(row: Row) -> list[str]:
    """Return how surprising a tie is, in the columns that it takes; nothing for bodies and countries."""
    figures = against_chance(row.figures)
    return [cell_text(figures.get(name), 6) for name in _CHANCE]


_CHANCE = ("observed", "expected", "p_value", "verdict")


def surprise(rows: Iterable[Row]) -> str:
    """Return in a sentence how many pairs of people share stages more often than chance would bring; "" for no people.

    Args:
        rows: as `vmcgraph.ties.coappear` gives them.
    """
    counts = Counter(row.figures.verdict for row in rows if row.figures)
    told = (f"{WORDS[each]} for {counted(counts[each], 'pair')}" for each in WORDS if counts[each])
    return f"Compared with chance: {', '.join(told)}." if counts else ""


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _who(row: Row) -> tuple[str, str, str, str]:
    return row.who.name, row.other.name, level_words(row.level), str(row.times)


def _where(row: Row) -> list[str]:
    """Return each context; between bodies or countries, with the people who were there."""
    if row.who.kind == row.other.kind == "person":
        return list(map(place, row.contexts))
    told = zip(row.contexts, row.people, strict=True)
    return [f"{place(context)}: {_names(ours)} – {_names(theirs)}" for context, (ours, theirs) in told]


def _names(people: Iterable[Thing]) -> str:
    return ", ".join(person.name for person in people)


def coappearance_data(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Return co-appearances as data for JSON."""
    return [
        {
            "who": row.who.name,
            "with": row.other.name,
            "level": row.level,
            "times": row.times,
            **against_chance(row.figures),
            "contexts": [
                {
                    **told(context),
                    "level": context.level,
                    "who": [person.name for person in ours],
                    "with": [person.name for person in theirs],
                }
                for context, (ours, theirs) in zip(row.contexts, row.people, strict=True)
            ],
        }
        for row in rows
    ]


def chains(found: Iterable[Chain]) -> str:
    """Return chains as numbered lists of sentences, each link with its evidence."""
    blocks = []
    for number, chain in enumerate(found, 1):
        people = [chain.steps[0].a, *(step.b for step in chain.steps)]
        lines = [
            f"{' – '.join(person.name for person in people)} ({counted(len(chain.steps), 'step')})",
            *_stands_for(people[0], chain.start, chain.begins),
            *(line for step in chain.steps for line in _sentences(step)),
            *_stands_for(people[-1], chain.end, chain.ends),
        ]
        told = [paragraph(line, first=3, rest=3) for line in lines]
        blocks.append("\n".join([f"{number}. {told[0].strip()}", *told[1:]]))
    return "\n\n".join(blocks)


def no_chain(start: str, end: str, most: int, level: str) -> str:
    """Return in a sentence that there is no chain.

    Args:
        start: one end, as the user types its name.
        end: the other one.
        most: how many steps were looked for.
        level: one of scene.LEVELS.

    Example:
        >>> no_chain("Ada", "Tom", 1, "shared-stage")
        'None up to 1 step: no report tells of a chain between Ada and Tom (shared stage or stronger).'
    """
    told = f"no report tells of a chain between {start} and {end} ({level_words(level)} or stronger)"
    return paragraph(f"None up to {counted(most, 'step')}: {told}.", rest=0)


def _stands_for(person: Thing, thing: Thing, post: Post | None) -> Iterator[str]:
    """Yield why a person stands at the end of a chain, where that is a body or country."""
    if person != thing:
        title = f": {post.title} {cited(post.edition, '', post.pages)}" if post else ""
        yield f"{person.name} stands for {thing.name}{title}."


def _sentences(step: Step) -> Iterator[str]:
    """Yield a link of a chain, the strongest level first: what the two share, each with its roles."""
    shared = zip(step.contexts, step.roles, strict=True)
    for level, contexts in groupby(shared, key=lambda each: each[0].level):
        where = "; ".join(", ".join(filter(None, (place(context), roles))) for context, roles in contexts)
        yield f"{step.a.name} {LEVELS[level]} {step.b.name}: {where}."


def chain_data(found: Iterable[Chain]) -> list[dict[str, Any]]:
    """Return chains as data for JSON."""
    return [
        {
            "start": {"name": chain.start.name, "post": chain.begins and chain.begins._asdict()},
            "end": {"name": chain.end.name, "post": chain.ends and chain.ends._asdict()},
            "steps": [_step_data(step) for step in chain.steps],
        }
        for chain in found
    ]


def _step_data(step: Step) -> dict[str, Any]:
    return {
        "from": step.a.name,
        "to": step.b.name,
        "contexts": [
            {**told(context), "level": context.level, "roles": roles}
            for context, roles in zip(step.contexts, step.roles, strict=True)
        ],
    }


# ---------------------------------------------------------------- analyses


def analysed(found: Table, form: str) -> bytes:
    """Return the table of an analysis as text, CSV or TSV, in UTF-8; as text with its note below.

    Args:
        found: columns, rows and note, as `vmcgraph.analysis.analyse` gives them.
        form: "table", "csv" or "tsv".
    """
    if form != "table":
        return _bytes(separated(found.columns, [[cell_text(cell, 6) for cell in row] for row in found.rows], form))
    cells = [[cell_text(cell, 3) for cell in row] for row in found.rows]
    told = [table(found.columns, cells), ""] if cells else []
    return _bytes("\n".join([*told, paragraph(found.note, rest=0)]) + "\n")


def cell_text(cell: str | int | float | None, digits: int) -> str:
    """Return a figure with so many digits behind the point, without zeros at its end; one too small for that is not nought."""
    if isinstance(cell, float):
        told = f"{cell:.{digits}f}".rstrip("0").removesuffix(".")
        return told if float(told) or not cell else f"{cell:.{digits}g}"
    return "" if cell is None else str(cell)


# ---------------------------------------------------------------- named questions


def catalogue(known: Iterable[Question], form: str | None = None) -> bytes:
    """Return the list of the named questions as bytes in UTF-8.

    Args:
        known: as `vmcgraph.catalogue.questions` has them.
        form: "table", "csv", "tsv" or "json"; default: a table.

    Raises:
        QueryError: if a list is not written in this form.

    Example:
        >>> catalogue([], "csv")
        b'name,title,parameters\\r\\n'
    """
    if form == "json":
        import json

        rows = [
            {**{key: value for key, value in each._asdict().items() if key != "sparql"}, "parameters": parameters}
            for each in known
            for parameters in [[parameter._asdict() for parameter in each.parameters]]
        ]
        return _bytes(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    head = ["name", "title", "parameters"]
    cells = [[each.name, each.title, " ".join(parameter.form for parameter in each.parameters)] for each in known]
    if form in (None, "table"):
        return _bytes(table(head, cells) + "\n")
    if form in ("csv", "tsv"):
        return _bytes(separated(head, cells, form))
    raise QueryError(f"{form}: the list of questions is written as table, csv, tsv or json", value=form)


# ---------------------------------------------------------------- answers to SPARQL


def answer(found: Solutions | bool | Triples, form: str | None = None) -> bytes:
    """Return the answer to a question as bytes in UTF-8.

    Args:
        found: as `vmcgraph.questions.ask` gives it.
        form: "table", "csv", "tsv", "json", "xml" or "ttl"; default: a table, or Turtle for triples.

    Raises:
        QueryError: if such an answer is not written in this form.

    Example:
        >>> answer(True, "json")
        b'{"head": {}, "boolean": true}\\n'
    """
    if isinstance(found, bool):
        return f"{_FLAGS.get(form or '', '{}').format(str(found).lower())}\n".encode()
    from vmcgraph.store import Triples

    if isinstance(found, Triples):
        return found.serialize("ttl" if form in (None, "table") else form, prefixes=PREFIXES)
    if form not in (None, "table"):
        return found.serialize(form)
    rows = [[*map(readable, row)] for row in found]
    return _bytes(f"{table(found.variables, rows)}\n")


_FLAGS = {
    "json": '{{"head": {{}}, "boolean": {}}}',
    "xml": '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head/><boolean>{}</boolean></sparql>',
}
