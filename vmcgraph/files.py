"""Write files whole or not at all. Imports errors only."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from vmcgraph.errors import ExportError


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Write files under temporary names beside their targets, then put all of them in place.

    A failure while writing leaves the targets as they were and no temporary file behind.

    Args:
        contents: the bytes of each target; its folder is made when missing.

    Raises:
        ExportError: if a file cannot be written.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_files({Path(folder, "new", "a.txt"): b"one"})
        ...     Path(folder, "new", "a.txt").read_bytes()
        b'one'
    """
    contents = {_file(target): content for target, content in contents.items()}
    parts = {target: target.with_name(f".{target.name}.{os.getpid()}.part") for target in contents}
    try:
        for target, content in contents.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            parts[target].write_bytes(content)
        for target, part in parts.items():
            part.replace(target)
    except OSError as error:
        where = error.filename or next(iter(contents))
        raise ExportError(
            f"{where}: cannot be written ({error.strerror}); give a folder that you may write to", value=where
        ) from error
    finally:
        for part in parts.values():
            with suppress(OSError):  # put in place already, or never written
                part.unlink()


def _file(target: Path) -> Path:
    """Return the file that a link leads to, and refuse what is there and no file: it would be replaced by one."""
    target = target.resolve() if target.is_symlink() else target
    if target.exists() and not target.is_file() and not target.is_dir():
        raise ExportError(f"{target}: is no file but a device or the like; give the name of a file", value=target)
    return target
