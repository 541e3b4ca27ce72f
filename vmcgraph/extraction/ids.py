"""The ids by which the rows of one edition refer to each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from vmcgraph import model
from vmcgraph.document import Span
from vmcgraph.spelling import slug


@dataclass(slots=True)
class Ids:
    """The ids that rows refer to each other by.

    Args:
        edition, slug, series, document: of what the whole text is about.
        sessions, sections: by the identity (`id()`) of the draft or part.
        places: the rows of cities, regions and houses so far, by id.
    """

    edition: str
    slug: str
    series: str
    document: str
    sessions: dict[int, str] = field(default_factory=dict)
    sections: dict[int, str] = field(default_factory=dict)
    places: dict[str, model.Place] = field(default_factory=dict)

    def place(self, name: str, *spans: Span, within: str = "") -> str:
        """Enter a place and return its id.

        Args:
            name: as printed.
            spans: where it is named.
            within: the city it stands in.
        """
        identity = f"place/{slug(name)}"
        known = self.places.get(identity)
        town = self.place(within, *spans) if within else known.within if known else None
        evidence = tuple(sorted({*(known.evidence if known else ()), *spans}))
        self.places[identity] = model.Place(id=identity, name=name, within=town, evidence=evidence)
        return identity
