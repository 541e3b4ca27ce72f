"""Print how fast reports are read and their facts extracted: from cold, in the long run, and many at once; nothing is judged.

Usage: python tests/benchmarks/extracting.py [PROGRAM [REPORT]]     (make benchmark)

PROGRAM is the vmcgraph to measure, REPORT a text; without one, the sample of data/samples/lakeside is written down six times over,
each time with other names, which makes 160 KB. Two hundred copies of that sample, with other names each, and a broken file
among them, are what is read at once.

Two yardsticks stand beside the figures: ``python -c 'import click'`` for a start, and a loop of three million additions for the
machine. Where others use it too, the CPU times are the ones to compare.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from vmcgraph.reading import read_report

ROUNDS = 5
COPIES = 200
CORES = os.cpu_count() or 1
SAMPLE = Path(__file__).resolve().parents[2] / "data" / "samples" / "lakeside"
PROGRAM = Path(sys.argv[1] if len(sys.argv) > 1 else Path(sys.executable).with_name("vmcgraph")).absolute()
PYTHON = str(PROGRAM.with_name("python"))

LOOP = "def loop():\n    x = 0\n    for i in range(3_000_000):\n        x += 3 * i\nloop()"
#: The best of ten runs after one that does not count: later ones only wait longer for others.
STEADY = """
import sys, time
from vmcgraph.extraction import extract
from vmcgraph.reading import read_report
times = []
for _ in range(11):
    start = time.process_time()
    extract(read_report(sys.argv[1]))
    times.append(time.process_time() - start)
print(min(times[1:]))
"""


@dataclass(frozen=True)
class Run:
    """One process with its children: seconds by the clock and of the processor, the most memory one of them held, what it printed."""

    wall: float
    cpu: float
    memory: float
    code: int
    out: str
    err: str


def run(command: list[str], folder: Path) -> Run:
    """Run a command in a folder, where it finds no data of the user."""
    env = {**os.environ, "XDG_DATA_HOME": str(folder)}
    for name in ("VMCGRAPH_STORE", "PYTHONPATH"):
        env.pop(name, None)
    with (folder / "out").open("w+") as out, (folder / "err").open("w+") as err:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=out, stderr=err)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        out.seek(0)
        err.seek(0)
        return Run(
            wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode, out.read(), err.read()
        )


def typical(runs: list[Run]) -> tuple[float, float, float]:
    """Return the medians of wall time, CPU time and memory."""
    return median(each.wall for each in runs), median(each.cpu for each in runs), median(each.memory for each in runs)


def with_other_names(text: str, seed: int) -> str:
    """Return the sample with an invented word for each word of its people's names, other ones for each seed."""
    persons = (SAMPLE / "gold" / "persons.jsonl").read_text(encoding="utf-8").splitlines()
    words = {word for line in persons for word in re.findall(r"[^\W\d_]{3,}", json.loads(line)["person"])}
    chance = random.Random(seed)
    names = {
        word: "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(4)).capitalize() + "n"
        for word in sorted(words)
        if word[0].isupper()
    }
    return re.sub(rf"\b(?:{'|'.join(names)})\b", lambda word: names[word[0]], text)


def one_report(folder: Path) -> None:
    """Print the figures of one report."""
    text = read_report(SAMPLE / "report.pdf").text
    report = folder / "report.txt"
    given = Path(sys.argv[2]).read_text(encoding="utf-8") if len(sys.argv) > 2 else ""
    report.write_text(given or "\n\n".join(with_other_names(text, seed) for seed in range(6)), encoding="utf-8")
    size = report.stat().st_size / 1000
    commands = [
        [PYTHON, "-c", "import click"],
        [PYTHON, "-c", LOOP],
        [str(PROGRAM), "extract", str(report), "-o", str(folder / "facts")],
    ]
    rounds = [[run(command, folder) for command in commands] for _ in range(ROUNDS + 1)][1:]
    click, loop, cold = (typical(list(column)) for column in zip(*rounds, strict=True))
    steady = float(run([PYTHON, "-c", STEADY, str(report)], folder).out)
    print(f"{'one report':<28}{size:>8.0f} KB")
    print(f"{'import click':<28}{click[0]:>8.2f} s  CPU {click[1]:.2f} s")
    print(f"{'loop of 3 million':<28}{loop[0]:>8.2f} s  CPU {loop[1]:.2f} s")
    print(f"{'extract from cold':<28}{cold[0]:>8.2f} s  CPU {cold[1]:.2f} s, at most {cold[2]:.0f} MB")
    print(f"{'':<28}{cold[1] / click[1]:>8.1f} times import click, {cold[1] / loop[1]:.1f} times the loop (CPU)")
    print(f"{'extract in the long run':<28}{steady:>8.2f} s CPU, {size / steady:.0f} KB/s a core")


def many_reports(folder: Path) -> None:
    """Print the figures of many reports at once, one of them broken."""
    text = read_report(SAMPLE / "report.pdf").text
    reports = folder / "reports"
    reports.mkdir()
    for seed in range(COPIES):
        (reports / f"copy-{seed:03d}.txt").write_text(with_other_names(text, seed), encoding="utf-8")
    size = sum(path.stat().st_size for path in reports.iterdir()) / 1000
    (reports / "broken.txt").write_bytes(b"\x00\x01\x02")
    done = run([str(PROGRAM), "extract", str(reports), "-o", str(folder / "many")], folder)
    told = [line for line in done.err.splitlines() if line.startswith("Error: ")]
    written = sum(1 for path in (folder / "many").iterdir() if any(path.iterdir()))
    print(f"\n{f'{COPIES} reports and a broken one':<28}{size:>8.0f} KB")
    print(
        f"{f'extract on {CORES} cores':<28}{done.wall:>8.2f} s  CPU {done.cpu:.2f} s, at most {done.memory:.0f} MB each"
    )
    print(
        f"{'':<28}{size / done.wall:>8.0f} KB/s, {size / done.cpu:.0f} KB/s a core, {done.cpu / done.wall:.1f} cores in use"
    )
    print(f"{'':<28}{written:>8} written; exit code {done.code}; {' '.join(told).replace(str(reports) + os.sep, '')}")


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        one_report(Path(folder))
        many_reports(Path(folder))


if __name__ == "__main__":
    main()
