"""Who takes part in which session in which role: as lists say, and as the text says in the end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vmcgraph.document import Span
from vmcgraph.extraction import people, sessions
from vmcgraph.extraction.prose import NarratedRole
from vmcgraph.programme import session_format
from vmcgraph.spelling import fold

_LEADING = ("speaker", "keynote")
_OPENING = re.compile(r"(?:conference )?opening(?: remarks| session| address| statement)?$|welcome")
_OPENS = frozenset("opening welcome welcoming inaugural inauguration introduction introductory".split())
_CLOSES = frozenset("closing concluding conclusion conclusions farewell wrap".split())
#: Words that leave a session an opening or a closing; any other makes it one about something.
_OF_CEREMONY = frozenset(
    "and of the up official formal conference forum summit meeting session segment ceremony plenary remarks address addresses words statement "
    "statements speeches final summary next steps way forward outlook by day".split()
)


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

    def find(self, session: sessions.Draft, person: people.Draft) -> Participant | None:
        """Return the first part that a person has in a session, or None."""
        return next((item for item in self.participants if item.session is session and item.person is person), None)

    def is_listed(self, session: sessions.Draft) -> bool:
        """Say whether a session has anybody on its list."""
        return any(item.session is session for item in self.participants)

    def list(
        self, session: sessions.Draft, person: people.Draft, role: str, span: Span, *, online: bool = False
    ) -> None:
        """Enter a person of a list; one person is listed once as speaker or moderator, and maybe for remarks."""
        role = role or default_role(session)
        known = self.find(session, person)
        talks = ("speaker", "moderator")
        if known and (known.role == role or (role in talks and known.role in talks)):
            return
        self.participants.append(Participant(session, person, role, online, spans=[span]))

    def narrate(self, session: sessions.Draft, told: NarratedRole, span: Span) -> None:
        """Take in what the text says of a person's role: it settles the role, what was listed is kept beside it."""
        known = self.find(session, told.person)
        if told.role == "speaker":
            listed = any(item.session is session and not item.narrated for item in self.participants)
            if known is None and (session.social or not listed):  # what has no list is only narrated
                self.participants.append(Participant(session, told.person, "speaker", narrated=True, spans=[span]))
        elif known is None:
            self.participants.append(Participant(session, told.person, told.role, narrated=True, spans=[span]))
        elif told.role == known.role:
            known.spans.append(span)
        elif told.role == "moderator" or (known.role in _LEADING and not known.narrated):
            known.listed_as, known.role, known.narrated = known.listed_as or known.role, told.role, True
            known.spans.append(span)
        elif known.role == "moderator" and told.phrase.startswith("opened the "):
            known.spans.append(span)  # that is what a moderator does, and no speech of its own
        elif told.role in ("closing", "opening") and known.role == "moderator":
            self.participants.append(Participant(session, told.person, told.role, narrated=True, spans=[span]))

    def settle_keynotes(self) -> None:
        """Whoever speaks in a keynote session without moderating it gives the keynote."""
        for item in self.participants:
            if item.role == "speaker" and (item.session.format or "").casefold().startswith("keynote"):
                item.role = "keynote"


def default_role(session: sessions.Draft) -> str:
    """Return the role of those whom a session lists without a label."""
    words = (session.format or session.title).casefold()
    found = session_format(session.format)
    if found and found[1] == "social":
        return "speaker"
    if _OPENING.match(words) or _is_ceremony(words, _OPENS):
        return "opening"
    return "closing" if words == "final remarks" or _is_ceremony(words, _CLOSES) else "speaker"


def _is_ceremony(words: str, kind: frozenset[str]) -> bool:
    """Say whether a title has a word of a kind and else only words of ceremonies: "Conclusions and closing remarks"."""
    parts = set(fold(words).split())
    return bool(parts & kind) and parts <= kind | _OF_CEREMONY
