"""Ready-made copies of large graph files: quick, invisible, and never wrong."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest
from conftest import ROOT
from pyoxigraph import Literal, NamedNode, Quad

from vmcgraph.errors import StoreError
from vmcgraph.store import FileStore, cache, open_store


def lines(number: int, word: str = "word") -> bytes:
    triples = (f'<http://e/{place}> <http://e/p> "{word} {place}" <http://e/g> .\n' for place in range(number))
    return "".join(triples).encode()


LARGE = lines(2_000)


def packed(data: bytes) -> bytes:
    return gzip.compress(data, 1, mtime=0)


@pytest.fixture(autouse=True)
def _large_is_less_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "SMALL", len(LARGE) - 1)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the copies, which does not exist yet."""
    monkeypatch.setenv("VMCGRAPH_CACHE", str(tmp_path / "cache" / "copies"))
    return tmp_path / "cache" / "copies"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "graph.nq.gz"
    path.write_bytes(packed(LARGE))
    return path


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows with every file that is parsed."""
    seen: list[str] = []
    parse = pyoxigraph.parse

    def watched(*arguments: object, **options: object) -> object:
        seen.append("parsed")
        return parse(*arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr("vmcgraph.store.quads.parse", watched)
    return seen


def copies(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def count(path: Path) -> int:
    return len(open_store(path))


def test_a_large_file_is_parsed_once(folder: Path, file: Path, parsed: list[str]) -> None:
    first, second = open_store(file), open_store(file)
    assert parsed == ["parsed"] and len(copies(folder)) == 1
    assert isinstance(first, FileStore) and isinstance(second, FileStore)
    assert len(first) == len(second) == 2_000 and first.name == second.name == str(file)
    assert first.serialize() == second.serialize() == b"".join(sorted(LARGE.splitlines(keepends=True)))
    assert first.select("SELECT ?o { ?s ?p ?o }") == second.select("SELECT ?o { ?s ?p ?o }")  # in the same order
    assert second.graphs() == (NamedNode("http://e/g"),)


def test_a_copy_is_only_read(folder: Path, file: Path) -> None:
    count(file)
    store = open_store(file)
    for change in (lambda: store.add([]), lambda: store.replace([]), lambda: store.update("DROP ALL")):
        with pytest.raises(StoreError, match=r"graph\.nq\.gz: a file is only read: to change the graph, open a folder"):
            change()


@pytest.mark.parametrize("name", ["graph.nq", "graph.nq.gz", "graph.ttl", "graph.trig"])
def test_every_kind_of_file_has_the_content_that_it_has_without_a_copy(folder: Path, tmp_path: Path, name: str) -> None:
    source = open_store()
    source.replace(
        Quad(NamedNode(f"http://e/{number % 7}"), NamedNode("http://e/p"), Literal("x" * 60 + str(number)), graph)
        for number in range(2_000)
        for graph in [NamedNode(f"http://e/g{number % 3}")]
    )
    path = tmp_path / name
    source.serialize(path)
    made, kept = open_store(path), open_store(path)
    assert len(copies(folder)) == 1
    content = set(source.quads())
    if name == "graph.ttl":  # the graph is then named after the file
        content = {Quad(*quad.triple, NamedNode(path.as_uri())) for quad in content}
    assert set(made.quads()) == set(kept.quads()) == content


def test_equal_files_in_two_places_are_not_mixed_up(folder: Path, tmp_path: Path) -> None:
    for name in ("a.ttl", "b.ttl"):
        (tmp_path / name).write_bytes(lines(4_000).replace(b" <http://e/g> .", b" ."))
    for name in ("a.ttl", "b.ttl"):
        assert open_store(tmp_path / name).graphs() == (NamedNode((tmp_path / name).as_uri()),)


def test_a_small_or_broken_file_has_no_copy(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "small.nq.gz").write_bytes(packed(lines(100)))
    assert count(tmp_path / "small.nq.gz") == 100
    (tmp_path / "broken.nq").write_bytes(LARGE + b"<http://e/a> oops")
    for _ in range(2):
        with pytest.raises(StoreError, match=r"broken\.nq, line 2001, column "):
            open_store(tmp_path / "broken.nq")
    (tmp_path / "broken.nq.gz").write_bytes(packed(LARGE)[:-9] + b"\xff" * 4)
    with pytest.raises(StoreError, match=r"broken\.nq\.gz: cannot be read: "):
        open_store(tmp_path / "broken.nq.gz")
    with pytest.raises(StoreError, match="no such file"):
        open_store(tmp_path / "none.nq.gz")
    assert not folder.exists()


@pytest.mark.parametrize("pack", [bytes, packed])
def test_a_changed_file_is_read_again(
    folder: Path, tmp_path: Path, parsed: list[str], pack: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / ("graph.nq" if pack is bytes else "graph.nq.gz")
    path.write_bytes(pack(LARGE))
    assert count(path) == 2_000
    path.write_bytes(pack(LARGE + b'<http://e/new> <http://e/p> "x" <http://e/g> .\n'))
    assert count(path) == 2_001
    path.write_bytes(pack(LARGE))
    assert count(path) == 2_000 and len(parsed) == 2 and len(copies(folder)) == 2


def test_a_file_that_changes_while_it_is_read_leaves_no_copy(
    folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parse = pyoxigraph.parse

    def overtaken(*arguments: object, **options: object) -> object:
        monkeypatch.setattr("vmcgraph.store.quads.parse", parse)
        file.write_bytes(packed(lines(3_000)))
        return parse(*arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr("vmcgraph.store.quads.parse", overtaken)
    assert count(file) == 2_000 and not folder.exists()


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


@pytest.mark.parametrize("damage", [Path.unlink, cut])
@pytest.mark.parametrize("part", ["CURRENT", "MANIFEST-*", "*.sst"])
def test_a_damaged_copy_is_made_anew(
    folder: Path, file: Path, parsed: list[str], part: str, damage: Callable[[Path], None]
) -> None:
    count(file)
    (copy,) = copies(folder)
    damage(max(copy.glob(part), key=lambda path: path.stat().st_size))
    assert count(file) == 2_000 and len(parsed) == 2
    assert copies(folder) == [copy]
    assert count(file) == 2_000 and len(parsed) == 2


def test_something_else_in_the_place_of_a_copy_does_no_harm(folder: Path, file: Path) -> None:
    count(file)
    (copy,) = copies(folder)
    copy.rename(folder / "aside")
    copy.write_text("mine")
    assert count(file) == 2_000 and copy.read_text() == "mine"


@pytest.mark.parametrize("place", ["a file", "below a file", "unwritable"])
def test_without_a_folder_to_write_to_the_file_is_read(
    tmp_path: Path, file: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / "plain").write_text("")
    (tmp_path / "closed").mkdir(mode=0o500)
    where = {"a file": "plain", "below a file": "plain/copies", "unwritable": "closed"}[place]
    if place == "unwritable" and os.access(tmp_path / "closed", os.W_OK):
        pytest.skip("root may write everywhere")
    monkeypatch.setenv("VMCGRAPH_CACHE", str(tmp_path / where))
    for number in (1, 2):
        assert count(file) == 2_000 and len(parsed) == number


def test_a_full_disk_leaves_nothing_behind(folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(os, "rename", full)
    assert count(file) == 2_000 and copies(folder) == []


def test_copies_that_are_not_used_go(folder: Path, tmp_path: Path) -> None:
    folder.mkdir(parents=True)
    for name in ("thesis", "0" * 63, "g" * 64):
        (folder / name).mkdir()
        os.utime(folder / name, (0, 0))
    paths = [tmp_path / f"{number}.nq" for number in range(7)]
    made: dict[Path, Path] = {}
    for number, path in enumerate(paths):
        path.write_bytes(lines(2_000, f"number {number} " + "long " * 5))
        before = set(folder.iterdir())
        if number == 4:
            os.utime(made[paths[3]], (0, 0))  # not used for long
        if number == 5:
            assert count(paths[1]) == 2_000  # used again
        count(path)
        (made[path],) = set(folder.iterdir()) - before
        now = time.time() + number - 100
        os.utime(made[path], (now, now))
    left = {path.name for path, copy in made.items() if copy.exists()}
    assert left == {"1.nq", "4.nq", "5.nq", "6.nq"}
    assert {"thesis", "0" * 63, "g" * 64} <= {entry.name for entry in folder.iterdir()}


def test_what_a_killed_process_left_goes(folder: Path, file: Path) -> None:
    for number in range(5):
        unfinished = folder / f"{'a' * 64}.left{number}"
        unfinished.mkdir(parents=True)
        os.utime(unfinished, (0, 0))
    count(file)
    assert len(copies(folder)) == 1


def test_processes_at_once_do_each_other_no_harm(folder: Path, file: Path) -> None:
    file.write_bytes(packed(lines(20_000)))
    script = f"import sys\nfrom vmcgraph.store import open_store\nprint(len(open_store({str(file)!r})))"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    for _ in range(2):
        running = [
            subprocess.Popen([sys.executable, "-c", script], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(4)
        ]
        assert [process.communicate() for process in running] == [(b"20000\n", b"")] * 4
        assert len(copies(folder)) == 1


def test_another_process_is_quicker(folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = os.rename

    def overtaken(source: str, target: str) -> None:
        monkeypatch.setattr(os, "rename", rename)
        assert count(file) == 2_000
        rename(source, target)

    monkeypatch.setattr(os, "rename", overtaken)
    assert count(file) == 2_000 and len(copies(folder)) == 1


def test_a_store_outlives_its_copy(folder: Path, file: Path) -> None:
    store = open_store(file)
    (copy,) = copies(folder)
    for path in copy.iterdir():
        path.unlink()
    assert len(store) == 2_000 and len(list(store.quads())) == 2_000


def test_the_copies_are_in_the_cache_folder_of_the_platform(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VMCGRAPH_CACHE", raising=False)
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "platform")
    count(file)
    assert len(copies(tmp_path / "platform")) == 1
