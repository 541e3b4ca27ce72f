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
