"""Compare extracted tables with gold: precision, recall and F1 of sets of facts, names without accents and case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from vmcgraph.spelling import fold

REMARKS = {"opening", "closing", "address"}
STAGE = {"speaker", "keynote", "respondent"}


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table."""
    path = folder / f"{table}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def f1(found: set[Any], wanted: set[Any]) -> float:
    """Return the harmonic mean of precision and recall; 1.0 when nothing is wanted and nothing found."""
    return 2 * len(found & wanted) / (len(found) + len(wanted)) if found or wanted else 1.0


def facts(folder: Path, aliases: Path) -> dict[str, set[Any]]:
    """Return the comparable facts of a folder of tables, names through the aliases of the gold."""
    known = {
        fold(name): fold(row[column])
        for table, column in (("persons", "person"), ("organisations", "organisation"), ("countries", "country"))
        for row in rows(aliases, table)
        for name in (row[column], *row.get("aliases", []))
    }

    def name(text: str | None) -> str:
        return known.get(fold(text or ""), fold(text or ""))

    titles = {row["id"]: fold(row["title"]) for row in rows(folder, "sessions")}
    played = [
        (titles.get(row["session"], ""), name(row["person"]), row["role"]) for row in rows(folder, "participations")
    ]
    posts = rows(folder, "affiliations")
    return {
        "sessions": set(titles.values()),
        "persons": {name(row["person"]) for row in rows(folder, "persons")},
        "participations": {(session, person) for session, person, _ in played},
        "roles": {
            (session, person, "remarks" if role in REMARKS else "speaker" if role in STAGE else role)
            for session, person, role in played
        },
        "organisations": {name(row["organisation"]) for row in rows(folder, "organisations")},
        "affiliation organisations": {
            (name(row["person"]), name(row["organisation"])) for row in posts if row["organisation"]
        },
        "affiliation countries": {(name(row["person"]), name(row["country"])) for row in posts if row["country"]},
        "affiliation positions": {(name(row["person"]), fold(row["position"])) for row in posts if row["position"]},
    }


def scores(extracted: Path, gold: Path) -> dict[str, float]:
    """Return the F1 of each table that the gold has."""
    have, want = facts(extracted, gold), facts(gold, gold)
    return {table: f1(have[table], want[table]) for table in want if want[table]}
