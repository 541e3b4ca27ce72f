"""What the tests share: the wheel, the reports beside the checkout, a browser without network, a user's folder of their own."""

from __future__ import annotations

import itertools
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).resolve().parents[1]

CHROMIUM_NAMES = ("chromium", "chromium-browser")
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",  # containers run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
INSIDE_THE_PAGE = re.compile(r"(file|data|blob|about):")

NOT_SOURCE = shutil.ignore_patterns(
    ".git", ".venv*", "__pycache__", "*.egg-info", "build", "dist", "demo", "tests", ".*_cache", ".hypothesis"
)

Run = Callable[..., subprocess.CompletedProcess[str]]


@dataclass(frozen=True)
class Installed:
    """A virtual environment that holds the wheel, and a folder far from the checkout to work in."""

    bin: Path
    elsewhere: Path
    env: dict[str, str]

    def __call__(self, *command: str) -> str:
        done = subprocess.run(
            [self.bin / command[0], *command[1:]],
            cwd=self.elsewhere,
            env=self.env,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )
        assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
        return done.stdout


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests by what they need, so that ``-m "not browser"`` and ``-m "not shared"`` leave them out."""
    for item in items:
        needed = set(getattr(item, "fixturenames", ()))
        for mark, fixture in (("browser", "chromium"), ("shared", "shared")):
            if fixture in needed:
                item.add_marker(mark)


def in_ci() -> bool:
    """Return whether the tests run in continuous integration, where nothing may be skipped for want of a tool."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false", "no")


def skip_or_fail(missing: str) -> NoReturn:
    """Skip the test; fail it in CI."""
    if in_ci():
        pytest.fail(f"{missing} (CI is set, so this is not skipped)", pytrace=False)
    pytest.skip(missing)


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits: what a command says to whoever waits for it depends on how busy the machine is."""
    monkeypatch.setattr("vmcgraph.console.PATIENCE", 3600.0)


# ---------------------------------------------------------------- the user's folder


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the next folder for a user's data; none of them exists yet."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in itertools.count())


@pytest.fixture(scope="session", autouse=True)
def _no_store_of_the_developer(homes: Iterator[Path]) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("VMCGRAPH_STORE", raising=False)
        patch.delenv("VMCGRAPH_CACHE", raising=False)
        patch.delenv("VMCGRAPH_HOME", raising=False)
        patch.setenv("XDG_CACHE_HOME", str(next(homes)))
        patch.setenv("XDG_DATA_HOME", str(next(homes)))
        yield


@pytest.fixture(autouse=True)
def _a_new_user(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what one test builds into the user's data folder be unseen by the next."""
    monkeypatch.setenv("XDG_DATA_HOME", str(next(homes)))


@pytest.fixture(scope="session")
def run() -> Run:
    """Run ``vmcgraph …`` in a process of its own: ``run("who", "Eurodac").stdout``; fails unless it exits with 0."""

    def vmcgraph(*arguments: str, cwd: Path = ROOT, exit_code: int = 0) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
        done = subprocess.run(
            [sys.executable, "-m", "vmcgraph", *arguments],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            timeout=300,
        )
        assert done.returncode == exit_code, f"vmcgraph {' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
        return done

    return vmcgraph


def told_by_hash_seeds(script: str) -> set[bytes]:
    """Return what a script prints under two hash seeds: one text, unless something hangs on the order of a set."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    return {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }


# ---------------------------------------------------------------- the wheel


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution from a clean copy of the checkout, and the wheel from that."""
    folder = tmp_path_factory.mktemp("build")
    shutil.copytree(ROOT, folder / "source", ignore=NOT_SOURCE)
    build = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist", folder / "source"],
        capture_output=True,
        encoding="utf-8",
    )
    assert build.returncode == 0, build.stdout + build.stderr
    (built,) = (folder / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Install the wheel; its dependencies are taken from the environment of the tests, so nothing is downloaded."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", symlinks=os.name == "posix")
    (script_folder,) = (path for path in (folder / "venv").iterdir() if path.name in ("bin", "Scripts"))
    pip = [sys.executable, "-m", "pip", "--python", script_folder / "python", "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", wheel], check=True)
    site = subprocess.check_output(
        [script_folder / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
    )
    # A folder named in a .pth file joins sys.path; its own .pth files (an editable vmcgraph) are not read.
    (Path(site.strip()) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    unset = {"PYTHONPATH", "VMCGRAPH_STORE"}
    env = {name: value for name, value in os.environ.items() if name not in unset}
    return Installed(script_folder, elsewhere, {**env, "XDG_DATA_HOME": str(folder / "home")})


# ---------------------------------------------------------------- the folder beside the checkout


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return ../shared, which holds what the project may not carry."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        skip_or_fail("needs the folder shared beside the checkout")
    return folder


@pytest.fixture(scope="session")
def reports(shared: Path) -> Path:
    """Return the folder of the reports as published."""
    return shared / "reports"


@pytest.fixture(scope="session")
def gold(shared: Path) -> Path:
    """Return the folder of what careful readers found in the reports."""
    return shared / "gold"


# ---------------------------------------------------------------- the browser


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Return the path of the system's Chromium."""
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if found is None:
        skip_or_fail("needs Chromium (Debian: apt-get install chromium)")
    return Path(found)


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    """Return a running Chromium. Until the session ends, the main thread counts as inside an asyncio loop."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_ARGUMENTS))
        yield running
        running.close()


def watch(context: BrowserContext) -> list[str]:
    """Return a list that fills with whatever a page of ours must not do; dialogs are dismissed."""
    seen: list[str] = []
    context.on("console", lambda message: seen.append(f"console: {message.text}") if message.type == "error" else None)
    context.on("weberror", lambda error: seen.append(f"error: {error.error}"))

    def dismiss(dialog: object) -> None:
        seen.append(f"dialog: {dialog.message}")  # type: ignore[attr-defined]
        dialog.dismiss()  # type: ignore[attr-defined]

    context.on("dialog", dismiss)

    def request(url: str) -> None:
        if not INSIDE_THE_PAGE.match(url):
            seen.append(f"request: {url}")

    context.on("request", lambda sent: request(sent.url))
    context.on("page", lambda page: page.on("websocket", lambda socket: request(socket.url)))
    return seen


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page without network; the test fails if it asks for anything, complains or opens a dialog."""
    context = browser.new_context(offline=True)
    context.set_default_timeout(20_000)
    seen = watch(context)
    yield context.new_page()
    context.close()
    if seen:
        pytest.fail("the page did what it must not do:\n" + "\n".join(seen), pytrace=False)
