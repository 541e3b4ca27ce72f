"""Writing files whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vmcgraph.errors import ExportError
from vmcgraph.files import write_files


@pytest.mark.skipif(os.name != "posix", reason="links need a privilege on Windows")
def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "kept.html").write_text("old", encoding="utf-8")
    link = tmp_path / "link.html"
    link.symlink_to(tmp_path / "kept.html")
    write_files({link: b"new"})
    assert link.is_symlink()
    assert (tmp_path / "kept.html").read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(ExportError, match="is no file but a device or the like"):
        write_files({pipe: b"new"})
    assert pipe.is_fifo()
    assert sorted(tmp_path.iterdir()) == [pipe]
