"""Print how long whole commands take, as a ratio to ``python -c 'import click'``; nothing is judged.

Usage: python tests/benchmarks/startup.py [PROGRAM]     (make benchmark)

PROGRAM is the vmcgraph to measure; the Python beside it runs the yardstick. Let it come from a plain installation: in
an editable one setuptools' finder makes every start of Python slower, the yardstick's too, and flatters the ratios.

Each round runs every command once, the yardstick included, so that a busy moment of the machine falls on all of them;
the table shows medians of seven rounds after one that does not count.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROUNDS = 7
ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT.parent / "shared" / "reports"

PROGRAM = Path(sys.argv[1] if len(sys.argv) > 1 else Path(sys.executable).with_name("vmcgraph")).absolute()
YARDSTICK = [str(PROGRAM.with_name("python")), "-c", "import click"]

EVERYDAY = [
    ["--help"],
    ["--version"],
    ["who", "Nicole de Moor"],
    ["who", "Safe Mobility Offices"],
    ["coappear", "Nicole de Moor"],
    ["path", "Ivan Krastev", "Nicole de Moor"],
    ["query", "SELECT ?person { ?person a vmc:Person } LIMIT 10"],
]
#: What the named questions are asked about where they need to be told, by type of parameter; the second one of two people.
EXAMPLES = {
    "person": "Nicole de Moor",
    "organisation": "UNHCR",
    "country": "Egypt",
    "instrument": "Pact on Migration and Asylum",
}
OTHER_END = "Ivan Krastev"
LONGER = [["build", "-o", "graph.nq.gz"], ["network", "people", "-o", "people.html"]]
FROM_REPORTS = ["build", *map(str, sorted(REPORTS.glob("*.txt"))), "-o", "own.nq.gz"]


def seconds(command: list[str], folder: str) -> float:
    """Return the wall time of one process."""
    env = {**os.environ, "XDG_DATA_HOME": folder}
    for name in ("VMCGRAPH_STORE", "PYTHONPATH"):
        env.pop(name, None)
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def named() -> list[list[str]]:
    """Return the commands that ask each named question."""
    listed = subprocess.run([str(PROGRAM), "query", "--list", "--format", "json"], check=True, capture_output=True)
    commands = []
    for question in json.loads(listed.stdout):
        command = ["query", "--name", question["name"]]
        for each in question["parameters"]:
            if each["default"] is None:
                value = OTHER_END if each["name"] == "start" else EXAMPLES[each["type"]]
                command += ["-p", f"{each['name']}={value}"]
        commands.append(command)
    return commands


def rounds(commands: list[list[str]], folder: str) -> list[float]:
    """Return the median wall time of each command, all run in turn."""
    times = [[seconds(command, folder) for command in commands] for _ in range(ROUNDS + 1)]
    return [median(column) for column in zip(*times[1:], strict=True)]


def main() -> None:
    """Print the table."""
    longer = LONGER + ([FROM_REPORTS] if REPORTS.is_dir() else [])
    with tempfile.TemporaryDirectory() as folder:
        yardstick, *everyday = rounds([YARDSTICK, *([str(PROGRAM), *command] for command in EVERYDAY)], folder)
        questions = named()
        again, *asked = rounds([YARDSTICK, *([str(PROGRAM), *command] for command in questions)], folder)
        slower = rounds([[str(PROGRAM), *command] for command in longer], folder)
    print(f"{'command':<12}{'ms':>8}{'ratio':>8}")
    print(f"{'import click':<12}{yardstick * 1000:>8.0f}{1:>8.2f}")
    for command, time_taken in zip(EVERYDAY, everyday, strict=True):
        print(f"{command[0]:<12}{time_taken * 1000:>8.0f}{time_taken / yardstick:>8.2f}")
    print()
    for command, time_taken in zip(questions, asked, strict=True):
        print(f"{command[2]:<24}{time_taken * 1000:>6.0f}{time_taken / again:>8.2f}")
    print()
    for command, time_taken in zip(longer, slower, strict=True):
        what = "build from the reports" if command is FROM_REPORTS else " ".join(command[: command.index("-o")])
        print(f"{what:<24}{time_taken:>6.2f} s")


if __name__ == "__main__":
    main()
