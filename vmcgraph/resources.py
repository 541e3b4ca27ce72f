"""Find the files that travel with the package, in a checkout, an editable install and a wheel.

The top-level folders ontology/ and data/ are shipped inside the wheel as vmcgraph/ontology and vmcgraph/data
(setup.cfg, package_dir); in a checkout they stand beside the package.
"""

from __future__ import annotations

from pathlib import Path

from vmcgraph.errors import VmcGraphError

_PACKAGE = Path(__file__).parent


def resource(*parts: str) -> Path:
    """Return the path of a packaged file or folder.

    Args:
        parts: path below the package or the checkout, e.g. ``"data", "reference", "countries.csv"``.

    Returns:
        The existing path.

    Raises:
        VmcGraphError: if this installation lacks the file.

    Example:
        >>> resource("data", "reference").name
        'reference'
    """
    for root in (_PACKAGE, _PACKAGE.parent):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise VmcGraphError(f"this installation lacks {'/'.join(parts)}; install vmcgraph again", value=parts)
