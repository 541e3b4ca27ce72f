"""What can go wrong, as exceptions that say what would have been right. Imports nothing of the package."""

from __future__ import annotations


class VmcGraphError(Exception):
    """Base of every error that a user can mend.

    Args:
        message: one line: what is wrong, where, and what would be right.
        value: the offending value (a path, a name, a query), kept for programs.

    Example:
        >>> str(VmcGraphError("report.pdf: not a PDF file", value="report.pdf"))
        'report.pdf: not a PDF file'
    """

    def __init__(self, message: str, *, value: object = None) -> None:
        super().__init__(message)
        self.value = value


class ReportError(VmcGraphError):
    """A report cannot be read: missing, empty, binary, damaged, too large."""


class ExtractionError(VmcGraphError):
    """Tables of facts are missing or malformed."""


class OntologyError(VmcGraphError):
    """A graph or an ontology file cannot be read."""


class StoreError(VmcGraphError):
    """A store cannot be opened, read or written."""


class QueryError(VmcGraphError):
    """A SPARQL query or a name that was asked for does not make sense."""


class WrongUseError(QueryError):
    """A question is asked by a name or with parameters that it does not have; the command line counts it as wrong use."""


class ExportError(VmcGraphError):
    """A file cannot be written."""


def one_line(error: object) -> str:
    """Return what an error, or a library, says in one line that is not too long.

    Args:
        error: an exception or a text.

    Example:
        >>> one_line("no such\\n  file")
        'no such file'
    """
    line = " ".join(str(getattr(error, "strerror", None) or error).split())
    return line if len(line) <= 300 else line[:299] + "…"
