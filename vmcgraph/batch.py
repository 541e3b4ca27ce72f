"""Many reports at once: each read by a process of its own, one broken file harming no other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from vmcgraph.errors import ReportError, VmcGraphError
from vmcgraph.spelling import counted, slug


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report.

    Args:
        report: the file.
        folder: where its tables stand.
        error: why there are none, or "".
        told: what was found: the edition, and how many sessions and persons.
    """

    report: Path
    folder: Path
    error: str = ""
    told: str = ""


#: Files that tell of the folder they lie in, by their names without the suffix.
_ABOUT_FOLDER = frozenset(
    "readme license licence copying changelog changes contributing authors notice requirements".split()
)


def report_files(places: Iterable[str | Path]) -> tuple[Path, ...]:
    """Return the report files of some places: files as they are, of folders those of a known format.

    Subfolders are not looked into, and what tells of a folder (README.md, LICENSE.txt) is no report unless it is named itself.

    Args:
        places: files and folders.

    Raises:
        ReportError: if a folder holds no report.

    Example:
        >>> [path.name for path in report_files(["a.txt", "b.pdf"])]
        ['a.txt', 'b.pdf']
    """
    from vmcgraph.reading.formats import FORMATS, suffixes

    found: list[Path] = []
    for place in map(Path, places):
        inside = (
            sorted(
                path
                for path in place.iterdir()
                if path.suffix.lower() in FORMATS and not path.is_dir() and not _is_about_folder(path)
            )
            if place.is_dir()
            else [place]
        )
        if not inside:
            raise ReportError(
                f"{place}: holds no report; put report files ({suffixes()}) in it, not in a subfolder", value=place
            )
        found += inside
    return tuple(dict.fromkeys(found))


def _is_about_folder(path: Path) -> bool:
    return path.stem.casefold() in _ABOUT_FOLDER


def passed_over(places: Iterable[str | Path]) -> list[Path]:
    """Return the files of folders that `report_files` leaves out, as they tell of the folder.

    Example:
        >>> passed_over(["README.md"])
        []
    """
    inside = (path for place in map(Path, places) if place.is_dir() for path in sorted(place.iterdir()))
    return [path for path in inside if _is_about_folder(path) and not path.is_dir()]


def subfolders(places: Iterable[str | Path]) -> int:
    """Count the folders inside folders, in which `report_files` does not look.

    Example:
        >>> subfolders(["a.txt"])
        0
    """
    return sum(path.is_dir() for place in map(Path, places) if place.is_dir() for path in place.iterdir())


def extract_all(
    reports: Iterable[str | Path], folder: str | Path, *, corrected: bool = False, processes: int | None = None
) -> Iterator[Outcome]:
    """Write the tables of many reports, each into a folder named after its file, and yield what became of each as it is done.

    Args:
        reports: text, PDF or HTML files.
        folder: where the folders are made.
        corrected: apply the recorded judgements.
        processes: how many work at a time; by default as many as the machine has cores.

    Example:
        >>> [outcome.error[:25] for outcome in extract_all(["missing.txt"], "nowhere", processes=1)]
        ['missing.txt: no such file']
    """
    targets = _targets(map(Path, reports), Path(folder))
    with ProcessPoolExecutor(processes or os.cpu_count()) as pool:
        work = [pool.submit(_extract_one, report, target, corrected) for report, target in targets.items()]
        for done in as_completed(work):
            yield done.result()


def _targets(reports: Iterable[Path], folder: Path) -> dict[Path, Path]:
    """Give each report a folder of its own: its name, with a number where two have the same."""
    targets: dict[Path, Path] = {}
    for report in dict.fromkeys(reports):
        name, count = slug(report.stem), 1
        while folder / name in targets.values():
            count += 1
            name = f"{slug(report.stem)}-{count}"
        targets[report] = folder / name
    return targets


def _extract_one(report: Path, target: Path, corrected: bool) -> Outcome:
    """Write the tables of one report, and say what became of it."""
    from vmcgraph.model import Person, Session
    from vmcgraph.pipeline import reading_of
    from vmcgraph.tables import check_folder, write_tables

    try:
        reading = reading_of(report, known=corrected)
        facts = reading.corrected().facts if corrected else reading.facts
        check_folder(target, reading.facts)
        write_tables(facts, target)
    except (VmcGraphError, OSError) as error:
        return Outcome(report, target, str(error))
    except Exception as error:  # a fault of ours: the other reports are not to suffer from it
        told = f"{report}: cannot be read, which is a fault of vmcgraph ({type(error).__name__}: {error}); leave it out"
        return Outcome(report, target, told)
    return Outcome(
        report,
        target,
        told=f"{facts.slug}, {counted(len(facts[Session]), 'session')}, {counted(len(facts[Person]), 'person')}",
    )
