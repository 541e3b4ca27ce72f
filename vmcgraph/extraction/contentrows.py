"""Turn the content of the discussions into rows of the model, each with its evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from vmcgraph import model, reference
from vmcgraph.document import Span
from vmcgraph.extraction import instruments, organisations
from vmcgraph.extraction.content import Content, Place, Thing
from vmcgraph.extraction.ids import Ids
from vmcgraph.extraction.prose import paragraphs
from vmcgraph.extraction.relating import Relating
from vmcgraph.extraction.statements import Found
from vmcgraph.kinds import sort_of
from vmcgraph.reference import CountryEntry
from vmcgraph.spelling import slug

#: Relations that make somebody a party in the tables, in the wide sense of the annotation guide.
_PARTY_BY = frozenset(
    {
        "member of",
        "party to",
        "implements",
        "proposes",
        "chairs",
        "organised by",
        "operates in",
        "funds",
        "supported by",
    }
)
#: Who only backs what states sign, or carries out their partnership, is no party of it.
_NO_SIGNATORY = {
    "agreement": frozenset({"supported by"}),
    "treaty": frozenset({"supported by"}),
    "partnership": frozenset({"supported by", "implements", "funds"}),
}
#: The same of an event: who pays for it, backs it or leads it is no party of it.
_HOLDS_EVENT = frozenset({"organised by"})


class ContentRows:
    """The rows of one report's content."""

    def __init__(self, content: Content, ids: Ids) -> None:
        self.content, self.ids = content, ids
        self.document = content.document

    def rows(self) -> Iterator[object]:
        """Yield the paragraphs, then instruments, mentions, statements with their voices, relations, claims, topics."""
        yield from self._paragraphs()
        relations = list(self._relations())
        yield from relations
        yield from self._instruments(relations)
        yield from self._mentions()
        yield from self._statements()
        yield from self._claims()
        yield from self._topics()

    def _id(self, thing: Thing) -> str | None:
        """Return the id of a thing that has a row, or None."""
        if isinstance(thing, CountryEntry):
            return thing.id if thing.id in self.content.reader.countries else None
        if isinstance(thing, organisations.Draft) and not thing.spans:
            return None
        return thing.id

    def _span(self, start: int, end: int) -> Span:
        return self.document.span(start, end, "narrative")

    def _instruments(self, relations: list[model.Relation]) -> Iterator[model.Instrument]:
        of_states = {
            row.object for row in relations if row.predicate == "party to" and sort_of(row.subject) == "country"
        }
        for draft in self.content.instruments:
            printed = sorted(form for form in draft.forms if form != draft.name)
            signed = draft.id in of_states
            parties = self._parties(draft, relations, signed=signed)
            agreed = signed and draft.type == "policy framework" and not draft.row  # a declaration that states sign
            yield model.Instrument(
                id=draft.id,
                name=draft.name,
                aliases=tuple(printed),
                acronym=next((form for form in printed if organisations.is_acronym(form)), None),
                model=draft.model,
                type="agreement" if agreed else draft.type,
                status=self.content.instruments.status(draft),
                country_parties=tuple(party for party in parties if sort_of(party) == "country"),
                org_parties=tuple(party for party in parties if sort_of(party) == "organisation"),
                party_evidence=tuple(sorted({span for spans in parties.values() for span in spans})),
                evidence=tuple(sorted(self._span(*place) for place in draft.places)),
            )

    def _parties(
        self, draft: instruments.Draft, relations: list[model.Relation], *, signed: bool
    ) -> dict[str, tuple[Span, ...]]:
        """Return who is party to an instrument, owns it or carries it out, with the places that say so; who backs what states sign is none."""
        found: dict[str, tuple[Span, ...]] = {}
        held = draft.type == "conference" or draft is self.content.instruments.subject
        by = _HOLDS_EVENT if held else _PARTY_BY
        by = by - _NO_SIGNATORY.get(draft.type, frozenset()) if signed else by
        for row in relations:
            if row.predicate in by and draft.id in (row.subject, row.object):
                other = row.object if row.subject == draft.id else row.subject
                if sort_of(other) in ("country", "organisation"):  # a fund that pays for it is no party
                    found.setdefault(other, row.evidence)
        for thing, start, end in self.content.owners(draft):
            if identity := self._id(thing):
                found.setdefault(identity, (self._span(start, end),))
        return {party: (*spans, *self._printed_before(party, spans)) for party, spans in found.items()}

    @cached_property
    def _bodies(self) -> dict[str, organisations.Draft]:
        return {draft.id: draft for draft in self.content.reader.bodies}

    def _printed_before(self, party: str, spans: tuple[Span, ...]) -> list[Span]:
        """Return the place that last printed a country or body before some that only mean it, else the first behind them: "his country", "her bank"."""
        body = self._bodies.get(party)
        own = (body.entry.text_forms if body.entry else ()) if body else ()
        _, forms, printed = self.content.reader.countries.get(
            party, (None, (*body.forms, *own), body.spans) if body else (None, {}, [])
        )
        texts = [self.document.text[span.start : span.end] for span in spans]
        if any(form in text for form in forms for text in texts):
            return []
        before = sorted(span for span in printed if span.start < spans[0].start)[-1:]
        return before or sorted(printed)[:1]

    def _section(self, offset: int) -> str | None:
        part = self.document.part_at(offset)
        return self.ids.sections.get(id(part)) if part else None

    def _paragraphs(self) -> Iterator[model.Paragraph]:
        counts: Counter[str] = Counter()
        for block in paragraphs(self.document):
            text = self.document.text[block.start : block.end]
            start = block.start + len(text) - len(text.lstrip())
            if section := self._section(start):
                counts[section] += 1
                place = self._span(start, block.start + len(text.rstrip()))
                yield model.Paragraph(
                    id=f"paragraph/{section.removeprefix('section/')}/{counts[section]}",
                    section=section,
                    start=place.start,
                    end=place.end,
                    digest=place.digest,
                )

    def _mentions(self) -> Iterator[model.Mention]:
        found: dict[tuple[str, str], set[Span]] = {}
        for place in self.content.places:
            section, target = self._section(place.start), self._id(place.thing)
            if section and target:
                found.setdefault((section, target), set()).add(self._span(place.start, place.end))
        for (section, target), spans in found.items():
            yield model.Mention(
                id=f"mention/{section.removeprefix('section/')}/{target}",
                section=section,
                target=target,
                evidence=tuple(sorted(spans)),
            )

    def _statements(self) -> Iterator[object]:
        voices: dict[str, set[Span]] = {}
        sessions = {
            id(draft.part): self.ids.sessions[id(draft)] for draft in self.content.reader.sessions if draft.part
        }
        for found, places in self.content.statements:
            section = self.ids.sections.get(id(found.part))
            if not section:
                continue
            (start, _), (_, end) = found.pieces[0], found.pieces[-1]
            span = self.document.span(start, end, "quote" if found.kind == "quote" else "narrative")
            voice = None
            if found.voice:
                name = _voice_name(found.voice)
                voice = f"voice/{self.ids.slug}/{slug(name)}"
                voices.setdefault(name, set()).add(span)
            yield model.Statement(
                id=f"statement/{section.removeprefix('section/')}/{start}",
                section=section,
                session=sessions.get(id(found.part)),
                speakers=tuple(person.id for person in found.speakers),
                voice=voice,
                verb=found.verb or None,
                resolved=found.resolved or None,
                kind=found.kind,
                about=tuple(self._about(found, places)),
                parts=found.pieces if len(found.pieces) > 1 else (),
                stance=self.content.stance(found, places),
                evidence=(span,),
            )
        for name, spans in voices.items():
            yield model.CollectiveVoice(
                id=f"voice/{self.ids.slug}/{slug(name)}",
                name=name,
                edition=self.ids.edition,
                evidence=tuple(sorted(spans)),
            )

    def _about(self, found: Found, places: list[Place]) -> Iterator[str]:
        """Yield the ids of what a statement is about: what it names, then the themes it touches."""
        named = dict.fromkeys(self._id(place.thing) for place in places)
        for start, end in found.pieces:
            named |= {f"topic/{slug(topic)}": None for topic in self.content.topics_in(start, end)}
        return (identity for identity in named if identity)

    def _relations(self) -> Iterator[model.Relation]:
        found: dict[tuple[str, str, str], set[Span]] = {}
        for related in Relating(self.content).relations():
            span = self._span(related.start, related.end)
            one, two = (self._end(each, span) for each in (related.subject, related.object))
            if one and two:
                found.setdefault((one, related.predicate, two), set()).add(span)
        for (one, predicate, two), spans in found.items():
            yield model.Relation(
                id=f"relation/{self.ids.slug}/{one}/{slug(predicate)}/{two}",
                subject=one,
                predicate=predicate,
                object=two,
                evidence=tuple(sorted(spans)),
            )

    def _end(self, thing: Thing | str, span: Span) -> str | None:
        """Return the id of one end of a relation, entering a city."""
        return self.ids.place(thing, span) if isinstance(thing, str) else self._id(thing)

    def _claims(self) -> Iterator[model.Claim]:
        for claim in self.content.claims():
            yield model.Claim(
                id=f"claim/{self.ids.slug}/{slug(claim.what)}-{claim.start}",
                counts=claim.what,
                value=claim.value,
                edition=self.ids.edition,
                evidence=(self._span(claim.start, claim.end),),
            )

    def _topics(self) -> Iterator[model.Topic]:
        found: dict[str, dict[Span, str]] = {}
        for start, end, topic in self.content.topics:
            found.setdefault(topic, {})[self._span(start, end)] = " ".join(self.content.flat[start:end].lower().split())
        for topic, places in found.items():
            yield model.Topic(
                id=f"topic/{slug(topic)}",
                name=topic,
                aliases=tuple(sorted(set(places.values()) - {topic})),
                evidence=tuple(sorted(places)),
            )


def _voice_name(printed: str) -> str:
    """Return the name of a voice: "the panellists" at the start of a sentence too, but "MOROCCO" as it is printed."""
    first = re.split(r"[\s']", printed)[0]
    return printed if first.isupper() or reference.country_named(first) else printed[0].lower() + printed[1:]
