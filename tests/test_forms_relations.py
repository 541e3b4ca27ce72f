"""What is stated between things, and what is only wished for: invented sentences in the plain prose of a meeting's report."""

from __future__ import annotations

import pytest

from tests.forms import read
from vmcgraph.model import Facts, Instrument, Organisation, Relation

BEFORE = (
    "The Harbour Forum 2030\n\nLISBON, 3 May 2030. Delegates met for two days in the old customs house and spoke about many "
    "matters of the sea.\n\nThe second day was given to the work that lies ahead, and many took the floor in turn. "
)
AFTER = "\n\nThe day ended with a walk along the quays, which many enjoyed very much.\n"


def stated(sentence: str) -> tuple[Facts, set[tuple[str, str, str]]]:
    facts = read(BEFORE + sentence + AFTER)
    names = {row.id: row.name for row in (*facts[Instrument], *facts[Organisation])}
    shown = (
        (names.get(row.subject, row.subject), row.predicate, names.get(row.object, row.object))
        for row in facts[Relation]
    )
    return facts, {tuple(end.rsplit("/", 1)[-1] for end in row) for row in shown}  # type: ignore[misc]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway plans to sign the Lantern Compact next year.",
        "Norway wants to fund the Safe Quay Programme.",
        "Malta is expected to sign the Lantern Compact.",
        "Malta was invited to join the Lantern Compact.",
        "Peru is urged to ratify the Lantern Compact.",
        "The mayor asked Peru to fund the Safe Quay Programme.",
        "The minister called on Chile to join the Lantern Compact.",
        "Kenya has been in talks to join the Lantern Compact.",
        "The Safe Quay Programme needs money from Norway.",
        "Without funding from Japan, the Safe Quay Programme will close.",
        "She recommended that Norway fund the Safe Quay Programme.",
        "Speakers hoped Norway would join the Lantern Compact.",
        "Ghana wants the Safe Quay Programme to be funded by Canada.",
        "ICMPD plans to implement the Safe Quay Programme in Ghana.",
        "Malta hopes to sign an agreement with Peru.",
        "Malta's planned agreement with Peru was on the table.",
        "Malta called for an agreement between Peru and Chile.",
        "An agreement between Peru and Chile is needed.",
        "Critics claimed that the Quay Skills Register was funded by Norway.",
        "Rumours that the Quay Skills Register is run by Norway were denied.",
        "The Quay Skills Register, formerly funded by Norway, has closed.",
    ],
)
def test_a_wish_a_call_or_an_invitation_is_no_fact(sentence: str) -> None:
    facts, found = stated(sentence)
    assert found == set()
    named = {row.name for row in facts[Instrument] if row.country_parties or row.org_parties}
    assert not named & {"Lantern Compact", "Safe Quay Programme"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway agreed to fund the Safe Quay Programme.", {("NOR", "funds", "Safe Quay Programme")}),
        ("Norway helped Chile to join the Lantern Compact.", {("CHL", "party to", "Lantern Compact")}),
        ("The Lantern Compact, to be signed by Peru, is new.", {("PER", "party to", "Lantern Compact")}),
        ("Norway proposes the Lantern Compact.", {("NOR", "proposes", "Lantern Compact")}),
        ("He hoped that the Lantern Platform, chaired by Japan, would last.", {("JPN", "chairs", "Lantern Platform")}),
        (
            "The Safe Quay Programme is Canada-funded and ICMPD-implemented.",
            {("CAN", "funds", "Safe Quay Programme"), ("ICMPD", "implements", "Safe Quay Programme")},
        ),
        ('A programme titled "Bright Bridges" is funded by Canada.', {("CAN", "funds", "Bright Bridges")}),
        (
            "Malta's agreements with Peru and Chile are in force.",
            {
                ("MLT", "party to", "Malta-Peru agreement"),
                ("PER", "party to", "Malta-Peru agreement"),
                ("MLT", "party to", "Malta-Chile agreement"),
                ("CHL", "party to", "Malta-Chile agreement"),
            },
        ),
        ("The project was funded under NDICI and implemented by ICMPD.", set()),
        (
            "Funded under NDICI and implemented by ICMPD, the Safe Quay Programme began in 2029.",
            {("NDICI", "funds", "Safe Quay Programme"), ("ICMPD", "implements", "Safe Quay Programme")},
        ),
        ("The Lantern Road Compact, or LRC, was signed by Peru.", {("PER", "party to", "Lantern Road Compact")}),
    ],
)
def test_what_is_stated_stays(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert stated(sentence)[1] == expected


QUAY, FUND, FORUM = "Safe Quay Programme", "Safe Quay Fund", "Harbour Forum 2030"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Malta will take over the Chair of the Lantern Process in June.", {("MLT", "chairs", "Lantern Process")}),
        (
            "He said Peru held the Presidency pro tempore of the Lantern Process.",
            {("PER", "chairs", "Lantern Process")},
        ),
        ("Under Ghanaian chairmanship, the Lantern Process met in Accra.", {("GHA", "chairs", "Lantern Process")}),
        ("She praised the Lantern Process, now under Ghanaian chairmanship.", {("GHA", "chairs", "Lantern Process")}),
        (
            "The Lantern Process, whose work is known and which Ghana chaired in 2029, met twice.",
            {("GHA", "chairs", "Lantern Process")},
        ),
        ("The Safe Quay Fund helps fishers; its Board is chaired by Norway.", {("NOR", "chairs", FUND)}),
        (
            "The Lantern Network, which IOM leads jointly with UNHCR, met.",
            {("IOM", "chairs", "Lantern Network"), ("UNHCR", "chairs", "Lantern Network")},
        ),
        (
            "The Safe Quay Fund, which Norway finances and Ghana manages, was praised.",
            {("NOR", "funds", FUND), ("GHA", "implements", FUND)},
        ),
        (
            "The Safe Quay Programme is paid for by Norway and active in Peru and, since May, in Ghana.",
            {("NOR", "funds", QUAY), (QUAY, "operates in", "PER"), (QUAY, "operates in", "GHA")},
        ),
        (
            "The Safe Quay Programme, which ICMPD runs with Italy in Peru and Chile, grew.",
            {
                ("ICMPD", "implements", QUAY),
                ("ITA", "implements", QUAY),
                (QUAY, "operates in", "PER"),
                (QUAY, "operates in", "CHL"),
            },
        ),
        ("The Safe Quay Programme, which was discussed in Peru, grew.", set()),
        ("The Safe Quay Programme, which the minister of Malta presented in Peru, grew.", set()),
        ("The Safe Quay Programme and the mayor, who was active in Peru, were praised.", set()),
        (
            "The Safe Quay Programme that GIZ runs on behalf of Norway grew.",
            {("GIZ", "implements", QUAY), ("NOR", "funds", QUAY)},
        ),
        (
            "The Safe Quay Programme, in which Norway and Peru share officers in Ghana, grew.",
            {("NOR", "party to", QUAY), ("PER", "party to", QUAY), (QUAY, "operates in", "GHA")},
        ),
        (
            "The Safe Quay scheme, launched by Norway and Peru, grew.",
            {("NOR", "party to", "Safe Quay scheme"), ("PER", "party to", "Safe Quay scheme")},
        ),
        (
            "The Safe Quay scheme, run by Norway and Peru, grew.",
            {("NOR", "implements", "Safe Quay scheme"), ("PER", "implements", "Safe Quay scheme")},
        ),
        ("Norway and others pay for the Safe Quay Programme.", {("NOR", "funds", QUAY)}),
        ("An evaluation of the Safe Quay Programme, financed by Norway, was published.", set()),
        ("The Safe Quay Programme will start with €22 million from Norway.", {("NOR", "funds", QUAY)}),
        ("Norway had given €9 million to the Safe Quay Fund.", {("NOR", "funds", FUND)}),
        ("Norway described the Safe Quay Fund, through which it finances schools.", {("NOR", "funds", FUND)}),
        ("Norway presented its Safe Quay Programme, which finances boats.", {("NOR", "funds", QUAY)}),
        (
            "The Safe Quay Programme is financed by Norway through the Blue Harbour Programme and by Peru.",
            {("NOR", "funds", QUAY), ("Blue Harbour Programme", "funds", QUAY), ("PER", "funds", QUAY)},
        ),
        ("Malta, supported by Norway, proposed a Quay Compact.", {("MLT", "proposes", "Quay Compact")}),
        ("IOM would present a legislative proposal for a Quay Register.", {("IOM", "proposes", "Quay Register")}),
        (
            "The Harbour Compact that Malta and Peru brought to the General Assembly was dropped.",
            {("MLT", "proposes", "Harbour Compact"), ("PER", "proposes", "Harbour Compact")},
        ),
        (
            "The Norwegian-Danish proposal for a Harbour Compact was dropped.",
            {("NOR", "proposes", "Harbour Compact"), ("DNK", "proposes", "Harbour Compact")},
        ),
        (
            "The Harbour Institute is an independent think tank based in Oslo.",
            {("Harbour Institute", "headquartered in", "oslo")},
        ),
        (
            "The Harbour Institute was set up by Norway in 2004 and has its headquarters in Valletta.",
            {("Harbour Institute", "headquartered in", "valletta"), ("NOR", "founder of", "Harbour Institute")},
        ),
        ("Ada Brook, who heads the Harbour Institute and works in Peru, spoke.", set()),
        ("The Safe Quay Fund has two donors, Norway and Peru.", {("NOR", "funds", FUND), ("PER", "funds", FUND)}),
        ("The Safe Quay Fund lacks donors, Norway said.", set()),
        ("The Norwegian and Peruvian Safe Quay Programme grew.", set()),
        ("The Forum was held as a thematic meeting of the Lantern Process.", {(FORUM, "part of", "Lantern Process")}),
        ("The Forum was set up in 2009 on the initiative of Norway.", {("NOR", "founder of", FORUM)}),
        (
            "He called for a Quay Pass modelled on ILO Convention No. 185, which Norway will table in May.",
            {("NOR", "proposes", "Quay Pass")},
        ),
        ("Ms Ada Brook TD, who chaired the Forum, spoke.", {("ada-brook", "chairs", FORUM)}),
        (
            "The Forum was co-chaired by Ms Ada Brook and the African Union's Tom Vale.",
            {("ada-brook", "chairs", FORUM), ("tom-vale", "chairs", FORUM)},
        ),
        (
            "The European Commission took the floor. The Quay Compact, which the EU executive tabled in May, was read.",
            {("European Commission", "proposes", "Quay Compact")},
        ),
    ],
)
def test_wordings_of_chairs_clauses_and_money(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert stated(sentence)[1] == expected


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("She welcomed the accord by which Norway and Peru had agreed to train crews.", "Norway-Peru accord"),
        ("The deal the EU signed with Ghana was read.", "EU-Ghana deal"),
        ("The pilot on crews which Norway had agreed with Ghana was read.", "Norway-Ghana pilot on crews"),
        (
            "The understanding on crews that Norway concluded with Ghana was read.",
            "Norway-Ghana understanding on crews",
        ),
        (
            "The labour agreements that Norway has signed with Peru and The Gambia were read.",
            "Norway-Gambia labour agreement",
        ),
        (
            "The EU relied on texts, from the EU-Ghana Accord to the memorandum it concluded with Peru.",
            "EU-Peru memorandum",
        ),
        ("The EU's crew agreement with the Republic of Moldova was read.", "EU-Moldova crew agreement"),
    ],
)
def test_agreements_in_clauses_have_both_parties(sentence: str, name: str) -> None:
    _, found = stated(sentence)
    assert len([row for row in found if row[1:] == ("party to", name)]) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "The agreement in which Norway and Peru had placed hopes was read.",
        "The scheme under which Norway and Peru sign up crews was read.",
        "She spoke of an understanding that Norway and Peru have changed.",
        "The pilot that Norway presented was read.",
        "The Chile Declaration was read.",
    ],
)
def test_what_two_do_beside_an_agreement_makes_no_parties(sentence: str) -> None:
    assert stated(sentence)[1] == set()


def test_the_forum_is_the_conference_that_is_called_so() -> None:
    _, found = stated("The Tidal Network met in Oslo. The forum was organised by the Nordic Council.")
    assert {row for row in found if row[1] == "organised by"} == {
        ("Harbour Forum 2030", "organised by", "Nordic Council")
    }


def test_who_is_only_meant_by_his_country_is_proved_where_the_country_is_printed() -> None:
    text = "Mr Ola Berg, Minister of Ports of Norway, spoke. Mr Berg introduced his country's proposal for a Quay Skills Register."
    facts, found = stated(text)
    assert ("NOR", "proposes", "Quay Skills Register") in found
    register = next(row for row in facts[Instrument] if row.name == "Quay Skills Register")
    whole = BEFORE + text + AFTER
    assert any("Norway" in whole[span.start : span.end] for span in register.party_evidence)


def test_his_country_is_no_name_of_an_agreement() -> None:
    text = "Mr Ola Berg, Minister of Ports of Norway, spoke. Mr Berg praised his country's crew agreement with Ghana."
    facts, _ = stated(text)
    assert [row.name for row in facts[Instrument] if row.type == "agreement"] == ["Norway-Ghana crew agreement"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The ministers of Norway, Malta and Peru adopted the Lantern Declaration.",
            {(code, "party to", "Lantern Declaration") for code in ("NOR", "MLT", "PER")},
        ),
        ("Norway adopted the Lantern Declaration.", set()),
        (
            "Four countries have joined the Lantern Compact: Norway, Malta, Peru and Chile.",
            {(code, "party to", "Lantern Compact") for code in ("NOR", "MLT", "PER", "CHL")},
        ),
        ("Peru told the meeting that it had ratified the Lantern Compact.", {("PER", "party to", "Lantern Compact")}),
        (
            "The Tidal Skills Platform (members: Norway and Malta) met twice.",
            {("NOR", "member of", "Tidal Skills Platform"), ("MLT", "member of", "Tidal Skills Platform")},
        ),
        ("The Safe Quay Programme brings together Norway and Malta.", set()),
        (
            "The chairmanship of the Lantern Process was handed over by Malta to Peru.",
            {("MLT", "chairs", "Lantern Process"), ("PER", "chairs", "Lantern Process")},
        ),
        ("Malta, as incoming Chair of the Lantern Process, spoke.", {("MLT", "chairs", "Lantern Process")}),
        ("ICMPD acts as secretariat of the Lantern Process.", {("ICMPD", "implements", "Lantern Process")}),
        ("Norway proposed to set up a Lantern Mechanism.", {("NOR", "proposes", "Lantern Mechanism")}),
        ("Norway proposed to run the Safe Quay Programme.", set()),
        ("The delegation of Peru proposed the creation of a Lantern Mechanism.", {("PER", "proposes", "Lantern Mechanism")}),
        ("The Safe Quay Programme runs in Ghana and Peru.", {(QUAY, "operates in", "GHA"), (QUAY, "operates in", "PER")}),
        ("Norway finances half of the Safe Quay Programme.", {("NOR", "funds", QUAY)}),
        ("Norway is the largest donor to the Lantern Trust Fund.", {("NOR", "funds", "Lantern Trust Fund")}),
        ("Norway announced a new contribution to the Lantern Trust Fund.", {("NOR", "funds", "Lantern Trust Fund")}),
        ("Ghana set aside 3 million euros from AMIF for a new phase of the Safe Quay Programme.", {("AMIF", "funds", QUAY)}),
        (
            "The Safe Quay Programme is funded by AMIF, the Nordic Council and Norway.",
            {("AMIF", "funds", QUAY), ("Nordic Council", "funds", QUAY), ("NOR", "funds", QUAY)},
        ),
        ("The Safe Quay Programme, an IOM-led pilot that ICMPD carries out, grew.", {("ICMPD", "implements", QUAY)}),
        ("He asked whether the Safe Quay Programme, run by Norway, would last.", set()),
        (
            "The Safe Quay Programme, launched by Norway in 2029, covers Peru.",
            {("NOR", "implements", QUAY), (QUAY, "operates in", "PER")},
        ),
        (
            "The Tidal Institute is a think tank with forty staff and a member of the Lantern Network.",
            {("Tidal Institute", "member of", "Lantern Network")},
        ),
        ("Mr Ola Berg, Director of the Tidal Institute, spoke. He chairs the Lantern Network.", {("ola-berg", "chairs", "Lantern Network")}),
        ("Mr Ola Berg, Director of the Tidal Institute, spoke. It chairs the Lantern Network.", set()),
    ],
)  # fmt: skip
def test_who_joins_serves_pays_and_proposes(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert stated(sentence)[1] == expected


@pytest.mark.parametrize(
    ("sentence", "name", "type_"),
    [
        ("She praised Quay Bridge, co-financed by Norway and Malta.", "Quay Bridge", "programme"),
        ("She praised Quay Bridge, which ICMPD carries out.", "Quay Bridge", "programme"),
        ("She praised Homes by Quay, financed by Norway.", None, None),
        ("She praised the Regional Roster of Sailors, tabled by Norway.", "Regional Roster of Sailors", "IT system"),
        ("She praised the Tidal Hub, run by the port.", "Tidal Hub", "centre/hub"),
        ("She praised Ola Berg, run over by a tram.", None, None),
        ("She praised a pilot called Quay Bridge.", "Quay Bridge", "programme"),
        ("She praised the 3Port project.", "3Port", "programme"),
        ("She praised Beds on Quays, a project that Norway pays for.", None, None),
        ("She praised Beds for Sailors, a project that Norway pays for.", "Beds for Sailors", "programme"),
    ],
)
def test_what_is_funded_or_run_needs_no_noun(sentence: str, name: str | None, type_: str | None) -> None:
    facts, _ = stated(sentence)
    found = {(row.name, row.type) for row in facts[Instrument] if row.name != "Harbour Forum 2030"}
    assert found == ({(name, type_)} if name else set())


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The day was hosted by the Tidal Library.", {"Tidal Library"}),
        ("The Tidal Library was closed.", set()),
        ("The day was organised by the Tidal Institute and IOM.", {"Tidal Institute", "IOM"}),
        ("The day was hosted by Tidal University in Porto.", {"Tidal University"}),
        ("The day was hosted by the Government of Norway.", set()),
    ],
)
def test_bodies_are_known_by_what_they_do(sentence: str, names: set[str]) -> None:
    facts, _ = stated(sentence)
    assert {row.name for row in facts[Organisation]} == names


PROCESS = (
    "Fifth Ministerial Meeting of the Tidal Process\n\nOslo, 3 May 2030\n\n{}\n\nDelegates spoke for two days about many "
    "matters of the sea, and many took the floor in turn. The Fifth Ministerial Meeting of the Tidal Process ended with a walk.\n"
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("The hall was full, and delegations of the following Member States attended: Norway, Malta and Peru.", {(c, "member of", "Tidal Process") for c in ("NOR", "MLT", "PER")}),
        ("The hall was full, and all Participating States were represented in it: Norway and Malta.", {(c, "party to", "Tidal Process") for c in ("NOR", "MLT")}),
        ("The hall was full, and delegations of the following observer States attended: Norway, Malta and Peru.", set()),
        ("The meeting welcomed the admission of Chile as the ninth Member State.", {("CHL", "member of", "Tidal Process")}),
        ("Peru will hand over the chairmanship of the Process to Chile.", {(c, "chairs", "Tidal Process") for c in ("PER", "CHL")}),
        (
            "Hosted by the Nordic Council\nOrganised by ICMPD\nWith funding from Norway and Malta",
            {
                ("Fifth Ministerial Meeting of the Tidal Process", "hosted by", "Nordic Council"),
                ("Fifth Ministerial Meeting of the Tidal Process", "organised by", "ICMPD"),
                ("NOR", "funds", "Fifth Ministerial Meeting of the Tidal Process"),
                ("MLT", "funds", "Fifth Ministerial Meeting of the Tidal Process"),
            },
        ),
        (
            "Supported by\nNordic Council\nStrandveien 4, Norway",
            {("Fifth Ministerial Meeting of the Tidal Process", "supported by", "Nordic Council")},
        ),
    ],
)  # fmt: skip
def test_a_process_has_its_meeting_members_and_chairs(lines: str, expected: set[tuple[str, str, str]]) -> None:
    facts = read(PROCESS.format(lines))
    names = {row.id: row.name for row in (*facts[Instrument], *facts[Organisation])}
    found = {
        (names.get(row.subject, row.subject.rsplit("/", 1)[-1]), row.predicate, names.get(row.object, row.object))
        for row in facts[Relation]
    }
    part = ("Fifth Ministerial Meeting of the Tidal Process", "part of", "Tidal Process")
    assert found - {part} == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya rejected calls to join the Quay Pact.",
        "Brazil has yet to join the Lake Declaration.",
        "Neither Benin nor Gabon is party to the Reef Convention.",
        "Qatar is unlikely to fund the Hull Fund.",
        "Does Austria chair the Harbour Dialogue?",
        "The Net Fund was to be financed by Benin.",
        "Either Siiri Tamm or Pau Ferrer will chair the Harbour Dialogue.",
        "The Harbour Dialogue is chaired by Siiri Tamm or Pau Ferrer.",
        "Benin or Gabon is party to the Reef Convention.",
        "Benin and, some hope, Gabon are parties to the Reef Convention.",
        "Benin and perhaps Gabon are parties to the Reef Convention.",
        "Gabon, some say, will join the Reef Convention.",
        "Perhaps Benin funds the Net Fund.",
        "Benin is said to fund the Net Fund.",
        "Benin will join the Reef Convention if Gabon does.",
    ],
)
def test_what_is_denied_open_or_asked_in_the_clause_is_no_relation(sentence: str) -> None:
    assert not read(
        f"Harbours\n\n{sentence} The talks went on until late, and nobody was asked to leave before the end of them.\n"
    )[Relation]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Quay Process, of which both Kenya and Peru are members, met in May.", {("KEN", "member of", "Quay Process"), ("PER", "member of", "Quay Process")}),
        ("Kenya and Peru are members of the Quay Process.", {("KEN", "member of", "Quay Process"), ("PER", "member of", "Quay Process")}),
        ("Peru joined the Quay Process in 2021.", {("PER", "member of", "Quay Process")}),
        ("The member states of the Quay Process (Kenya, Peru and Malta) agreed.", {(c, "member of", "Quay Process") for c in ("KEN", "PER", "MLT")}),
        ("The Quay Process, over which Peru presides until June, met twice.", {("PER", "chairs", "Quay Process")}),
        ("Malta, a Party to the Quay Convention since 2010, reported twice.", {("MLT", "party to", "Quay Convention")}),
        ("Signatories of the Quay Declaration are Malta and Ghana.", {("MLT", "party to", "Quay Declaration"), ("GHA", "party to", "Quay Declaration")}),
        ("The Lantern Fund, to which Norway has pledged USD 12 million, opens soon.", {("NOR", "funds", "Lantern Fund")}),
        ("The Safe Quay Programme will receive EUR 1.4 million from the Lantern Fund.", {("Lantern Fund", "funds", "Safe Quay Programme")}),
        ("The Safe Quay Programme, implemented in Ghana by IOM, ended.", {("IOM", "implements", "Safe Quay Programme"), ("Safe Quay Programme", "operates in", "GHA")}),
        ("The implementation of the Safe Quay Programme is entrusted to IOM.", {("IOM", "implements", "Safe Quay Programme")}),
        ("They noted the proposal by Malta and Ghana to set up a Harbour Solidarity Fund.", {("MLT", "proposes", "Harbour Solidarity Fund"), ("GHA", "proposes", "Harbour Solidarity Fund")}),
        ("The Harbour Charter, an idea Malta floated in March, was read.", {("MLT", "proposes", "Harbour Charter")}),
        ("Malta hosts the secretariat of the Quay Process.", {("Quay Process", "hosted by", "MLT")}),
        ("The Safe Quay Programme is run by UNHCR and the Sea Institute.", {("UNHCR", "implements", "Safe Quay Programme"), ("Sea Institute", "implements", "Safe Quay Programme")}),
        ("The Safe Quay Programme is run by the Meridian. The Meridian is small.", {("Meridian", "implements", "Safe Quay Programme")}),
        ("Malta joined UNHCR in asking for more boats.", set()),
        ("It is not true that the Safe Quay Programme is run by IOM.", set()),
        ("Peru might join the Quay Process in 2031.", set()),
        ("The team of the Quay Process met Kenya and Peru.", set()),
    ],
)  # fmt: skip
def test_members_parties_and_who_has_promised(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert stated(sentence)[1] == expected


@pytest.mark.parametrize(
    ("sentence", "name", "type_"),
    [
        ("He unveiled Coast Skills, a €14 million programme in Kenya and Malta, run by IOM.", "Coast Skills", "programme"),
        ("Careers at Sea, a programme commissioned by Germany, ended in May.", "Careers at Sea", "programme"),
        ("They share it through SIRENA, the regional register hosted by Malta.", "SIRENA", "IT system"),
        ("They praised the Harvest Desks, which IOM runs at border posts in Ghana.", "Harvest Desks", "centre/hub"),
        ("The Restart Malta programme, which IOM runs, is small.", "Restart Malta programme", "programme"),
        ("The Carte Voisine, a municipal card issued with money from Malta, was shown.", "Carte Voisine", "scheme"),
        ("The Porto Call, drafted by the Sea Institute, was read aloud.", "Porto Call", "policy framework"),
        ("The Sea Institute, which IOM runs, was visited by all.", None, None),
        ("Ada Brook, a pilot who runs the port, was there for all of it.", None, None),
    ],
)  # fmt: skip
def test_what_is_explained_or_run_is_an_instrument(sentence: str, name: str | None, type_: str | None) -> None:
    facts, _ = stated(sentence)
    found = {row.name: row.type for row in facts[Instrument] if row.type != "conference"}
    assert found == ({name: type_} if name else {})


@pytest.mark.parametrize(
    "sentence",
    [
        "Member States of the Reef League were represented by a single delegate from the coast: Norway, Malta and Peru.",
        "The following Member States attended a dinner at the castle: Norway, Malta and Peru.",
        "Member States present at the reception of the mayor: Norway, Malta and Peru.",
        "Participating States absent: Norway, Malta and Peru.",
        "Participating States that were absent, though all had been represented before: Norway and Malta.",
        "The following Member States did not attend the meeting: Norway, Malta and Peru.",
    ],
)
def test_who_is_absent_or_of_another_body_or_dines_is_no_member(sentence: str) -> None:
    found = {row.predicate for row in read(PROCESS.format(sentence))[Relation]}
    assert found <= {"part of"}


def test_those_for_whom_ministers_declare_are_parties() -> None:
    facts, found = stated(
        "They adopted Joint Conclusions.\n\nANNEX\n\nJOINT CONCLUSIONS\nof the ministers of the Skerry Format\nBergen, 2 May 2031\n\n"
        "We, the Ministers responsible for ports of Malta, Ghana and Peru,\n\nhaving regard to the law of the sea,\n\n"
        "1. We welcome what our services have done in the ports since last year."
    )
    assert {(country, "party to", "Joint Conclusions") for country in ("MLT", "GHA", "PER")} <= found
    assert {(row.name, row.type) for row in facts[Organisation]} == {("Skerry Format", "network")}
