"""Persons and bodies that a language model sees and the rules missed: proposals for a person to judge, never facts.

The model is a spaCy pipeline installed on the user's machine (https://spacy.io/usage/models). spaCy is an extra of this package:
it takes longer to load than the rules take for a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from vmcgraph.document import Document
from vmcgraph.errors import ExtractionError
from vmcgraph.kinds import kind_of
from vmcgraph.model import Facts, Proposal
from vmcgraph.spelling import fold, slug

if TYPE_CHECKING:
    from spacy.language import Language

#: What pipelines call persons and bodies.
_LABELS = {"PERSON": "person", "PER": "person", "ORG": "organisation"}
_TEXT = frozenset({"paragraph", "heading", "list", "quote", "caption"})


def propose(document: Document, facts: Facts, pipeline: str) -> Facts:
    """Add what a pipeline sees and the facts lack, as proposals.

    Args:
        document: the report.
        facts: what the rules found in it.
        pipeline: an installed spaCy pipeline, or a folder that holds one.

    Returns:
        The facts with a `Proposal` for each new name, with every place that prints it.

    Raises:
        ExtractionError: if spaCy or the pipeline is not installed, or the pipeline finds no names.

    Example:
        >>> propose(Document("Vienna"), Facts.of([]), "no_such_pipeline")
        Traceback (most recent call last):
            ...
        vmcgraph.errors.ExtractionError: no_such_pipeline: ...
    """
    language = _load(pipeline)
    known = _known(facts)
    found: dict[str, Proposal] = {}
    for sort, start, end in _names(document, language):
        name = " ".join(document.text[start:end].split())
        if not _is_known(fold(name), known):
            identity = f"proposal/{facts.slug}/{sort}/{slug(name)}"
            row = found.get(identity) or Proposal(id=identity, sort=sort, name=name, by=pipeline)
            found[identity] = replace(row, evidence=(*row.evidence, document.span(start, end, "narrative")))
    return Facts.of([*facts, *found.values()])


def _load(pipeline: str) -> Language:
    try:
        import spacy
    except ImportError as error:
        wish = 'install it with: pip install "vmcgraph[ner]"'
        raise ExtractionError(
            f"{pipeline}: a pipeline needs spaCy, which is not installed; {wish}", value=pipeline
        ) from error
    try:
        language = spacy.load(pipeline)
    except (OSError, ValueError) as error:
        wish = "name an installed spaCy pipeline, such as en_core_web_sm, or a folder that holds one"
        raise ExtractionError(f"{pipeline}: cannot be loaded as a spaCy pipeline; {wish}", value=pipeline) from error
    if not {"ner", "entity_ruler"} & set(language.pipe_names):
        raise ExtractionError(
            f"{pipeline}: this pipeline finds no names; one with the component ner would be right", value=pipeline
        )
    return language


def _names(document: Document, language: Language) -> Iterator[tuple[str, int, int]]:
    """Yield sort, start and end of each name that a pipeline sees in the text blocks."""
    blocks = [block for block in document.blocks if block.kind in _TEXT]
    texts = (document.text[block.start : block.end] for block in blocks)
    for block, seen in zip(blocks, language.pipe(texts), strict=True):
        for entity in seen.ents:
            if entity.label_ in _LABELS:
                yield _LABELS[entity.label_], block.start + entity.start_char, block.start + entity.end_char


def _known(facts: Facts) -> frozenset[str]:
    """Return the folded forms of everything that has a name."""
    named: Iterable[Any] = (row for row in facts if kind_of(row).label == "name")
    return frozenset(fold(form) for row in named for form in (row.name, *getattr(row, "aliases", ())))


def _is_known(name: str, known: frozenset[str]) -> bool:
    """Say whether a name is that of something known, or a part of one."""
    padded = f" {name} "
    return not name or name in known or any(padded in f" {form} " for form in known)
