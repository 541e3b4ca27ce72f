"""Who takes part in which session in which role: as lists say, and as the text says in the end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vmcgraph.document import Span
from vmcgraph.extraction import people, sessions
from vmcgraph.extraction.narrated import ASKED, NarratedRole
from vmcgraph.programme import ceremony, session_format

_LEADING = ("speaker", "keynote")
_OPENING = re.compile(r"(?:conference )?opening(?: remarks| session| address| statement)?$|welcome")


@dataclass(slots=True, eq=False)
class Participant:
    """Somebody takes part in a session, as far as the report has been read."""

    session: sessions.Draft
    person: people.Draft
    role: str
    online: bool = False
    listed_as: str | None = None
    narrated: bool = False
    spans: list[Span] = field(default_factory=list)


class Stage:
    """The participants of all sessions of a report."""

    def __init__(self) -> None:
        self.participants: list[Participant] = []
        self._afar: list[tuple[sessions.Draft | None, people.Draft]] = []
        self._excused: set[tuple[int, int]] = set()

    def find(self, session: sessions.Draft, person: people.Draft) -> Participant | None:
        """Return the first part that a person has in a session, or None."""
        return next((item for item in self.participants if item.session is session and item.person is person), None)

    def from_afar(self, person: people.Draft, session: sessions.Draft | None = None) -> None:
        """Take in that somebody takes part from afar: in a session, or wherever the person does."""
        self._afar.append((session, person))

    def excuse(self, person: people.Draft, session: sessions.Draft | None = None) -> None:
        """Take in that somebody did not come: to a session, or at all. What such a one writes or is told to say is no part in it."""
        self._excused.add((id(session), id(person)))

    def _is_excused(self, session: sessions.Draft, person: people.Draft) -> bool:
        return session.of_absent or not self._excused.isdisjoint(((id(session), id(person)), (id(None), id(person))))

    def is_online(self, item: Participant) -> bool:
        """Say whether somebody takes part in a session from afar."""
        told = any(person is item.person and session in (None, item.session) for session, person in self._afar)
        return item.online or told

    def is_listed(self, session: sessions.Draft) -> bool:
        """Say whether a session has anybody on its list."""
        return any(item.session is session for item in self.participants)

    def has_list(self, session: sessions.Draft) -> bool:
        """Say whether a session prints who takes part; a dinner, or a session in an official report, may only be narrated.

        One person alone may be who introduces the item.
        """
        return sum(item.session is session and not item.narrated for item in self.participants) > 1

    def list(
        self, session: sessions.Draft, person: people.Draft, role: str, span: Span, *, online: bool = False
    ) -> None:
        """Enter a person of a list; one person is listed once as speaker or moderator, and maybe for remarks."""
        role = role or _default_role(session)
        known = self.find(session, person)
        talks = ("speaker", "moderator")
        if known and (known.role == role or (role in talks and known.role in talks)):
            return
        self.participants.append(Participant(session, person, role, online, spans=[span]))

    def narrate(self, session: sessions.Draft, told: NarratedRole, span: Span) -> None:
        """Take in what the text says of a person's role: it settles the role, what was listed is kept beside it."""
        known = self.find(session, told.person)
        if known is None and self._is_excused(session, told.person):
            return
        if told.role == "speaker":
            if known is None and (session.social or told.phrase == ASKED or not self.has_list(session)):
                self.participants.append(Participant(session, told.person, "speaker", narrated=True, spans=[span]))
        elif known is None:
            self.participants.append(Participant(session, told.person, told.role, narrated=True, spans=[span]))
        elif told.role == known.role:
            known.spans.append(span)
        elif told.role == "moderator" or (known.role in _LEADING and not known.narrated):
            known.listed_as, known.role, known.narrated = known.listed_as or known.role, told.role, True
            known.spans.append(span)
        elif known.role == "moderator" and told.phrase.startswith(("opened the ", "opening the ")):
            known.spans.append(span)  # that is what a moderator does, and no speech of its own
        elif told.role in ("closing", "opening") and known.role == "moderator":
            self.participants.append(Participant(session, told.person, told.role, narrated=True, spans=[span]))

    def hear(
        self,
        session: sessions.Draft,
        person: people.Draft,
        span: Span,
        *,
        floor: bool,
        closes: bool = False,
        leads: bool = False,
    ) -> None:
        """Take in who says something: that is a part in a session without a list, and in any one from the floor.

        To close a meeting takes more than to speak in its last hour: it `closes` with what is said. Who is heard as the chair `leads`.
        """
        if self._is_excused(session, person):
            return
        if self.find(session, person) is None and (floor or not self.has_list(session)):
            role = "speaker" if floor else _default_role(session)
            kind = session_format(session.format)
            if (role == "closing" and not closes) or (kind and kind[0] == "plenary"):
                role = "speaker"
            role = "moderator" if leads and role == "speaker" else role
            self.participants.append(Participant(session, person, role, narrated=True, spans=[span]))

    def settle_keynotes(self) -> None:
        """Whoever speaks in a keynote session without moderating it gives the keynote."""
        for item in self.participants:
            if item.role == "speaker" and (item.session.format or "").casefold().startswith("keynote"):
                item.role = "keynote"


def _default_role(session: sessions.Draft) -> str:
    """Return the role of those whom a session lists without a label."""
    told = session.format if session_format(session.format) or not session.title else ""  # "Session" tells nothing
    words = (told or session.title).casefold()
    found = session_format(session.format)
    if found and found[1] == "social":
        return "speaker"
    if _OPENING.match(words):
        return "opening"
    return ceremony(words) or ("closing" if words == "final remarks" else "speaker")
