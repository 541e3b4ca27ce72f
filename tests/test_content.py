"""What is said about what, on invented sentences whose reading was worked out by hand."""

from __future__ import annotations

import pytest

from vmcgraph.extraction import extract
from vmcgraph.extraction.deals import Party, find_deals
from vmcgraph.model import (
    Claim,
    CollectiveVoice,
    Facts,
    Instrument,
    Mention,
    Relation,
    Section,
    Statement,
    Topic,
)
from vmcgraph.reading import parse_report
from vmcgraph.reference import country_forms

STAGE = """Panel discussion

Roads and bridges

ON STAGE

Ada Nkemelu, State Secretary, Ministry of Ports, Norway

Tomas Vik, Director General, Bridge Institute

Rosa Quintana, Executive Director, Harbour Workers' Network

"""


#: Makes a paragraph of a short sentence, and says nothing.
REST = (
    " The rest of the afternoon went by in the hall beside the quay, where tea was served to all who had come by boat."
)


def read(*sentences: str) -> Facts:
    """Return the facts of a session in which some sentences are reported."""
    return extract(parse_report(STAGE + " ".join(sentences) + REST + "\n"), edition="x2031")


def names(facts: Facts) -> dict[str, str]:
    return {row.id: getattr(row, "name", row.id) for row in facts}


# ---------------------------------------------------------------- statements


def said(facts: Facts) -> list[tuple[tuple[str, ...], str | None]]:
    """Return speakers (or voice) and verb of each statement, in the order of the text."""
    known = names(facts)
    rows = sorted(facts[Statement], key=lambda row: row.evidence[0].start)
    return [(tuple(known[who] for who in row.speakers) or (known[row.voice or ""],), row.verb) for row in rows]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ("Ada Nkemelu stressed that ports need people.", [(("Ada Nkemelu",), "stressed")]),
        ("Nkemelu, speaking for a small team, also warned of delays.", [(("Ada Nkemelu",), "warned of")]),
        ("Vik—fellow of two academies, and a sailor—argued that bridges last.", [(("Tomas Vik",), "argued")]),
        ("Ada Nkemelu praised the crews. She added that wages rose.", [(("Ada Nkemelu",), "praised"), (("Ada Nkemelu",), "added")]),
        ("Ada Nkemelu came first. The State Secretary explained the plan.", [(("Ada Nkemelu",), "explained")]),
        ("Ada Nkemelu and Tomas Vik agreed that tolls are high.", [(("Ada Nkemelu", "Tomas Vik"), "agreed")]),
        (
            "Ada Nkemelu shared the stage with Tomas Vik. Both argued that tolls are high.",
            [(("Ada Nkemelu", "Tomas Vik"), "argued")],
        ),
        ("The panellists agreed that tolls are high.", [(("the panellists",), "agreed")]),
        ("According to Quintana, crews wait for months.", [(("Rosa Quintana",), "According to")]),
        ("“We wait for months,” said Quintana.", [(("Rosa Quintana",), "said")]),
        ("“We wait. We have always waited for months,” said Quintana.", [(("Rosa Quintana",), "said")]),
        ("“We wait for months,” remarked Dr. Rosa Quintana.", [(("Rosa Quintana",), "remarked")]),
        ("“We wait for months,” countered Quintana.", [(("Rosa Quintana",), "countered")]),
        ("“We wait for months,” said the tired director of the network, Rosa Quintana.", [(("Rosa Quintana",), "said")]),
        ("The toll, said Quintana, is high.", [(("Rosa Quintana",), "said")]),
        ("According to network director Rosa Quintana, tolls are high.", [(("Rosa Quintana",), "According to")]),
        ("The debate was closed by Rosa Quintana. She announced a toll.", [(("Rosa Quintana",), "announced")]),
        ("On the quay stood Rosa Quintana of the network, who told all that crews wait.", [(("Rosa Quintana",), "told")]),
        ("Rosa Quintana, who came late, complained that crews wait.", [(("Rosa Quintana",), "complained")]),
        ("Rosa Quintana came from the quay. According to her, crews wait.", [(("Rosa Quintana",), "According to")]),
        ("Rosa Quintana opened the debate by asking who pays.", [(("Rosa Quintana",), "asking")]),
        ("The head of the crews, Rosa Quintana, told reporters that crews wait.", [(("Rosa Quintana",), "told")]),
        ("Speaking from afar, by a link that held, Quintana urged speed.", [(("Rosa Quintana",), "urged")]),
        ("Quintana thanked the speakers and noted that tolls are high.", [(("Rosa Quintana",), "noted")]),
        ("The envoy, Ada Nkemelu (Norway), told them that crews wait.", [(("Ada Nkemelu",), "told")]),
        ("Participants stressed that crews wait.", [(("participants",), "stressed")]),
        ("Norway's representative stressed that crews wait.", [(("Norway's representative",), "stressed")]),
        ("Rosa Quintana, backed by Vik and opposed by Nkemelu, suggested a toll.", [(("Rosa Quintana",), "suggested")]),
        ("This was stressed by Rosa Quintana.", [(("Rosa Quintana",), "stressed")]),
        ("Stressing that crews are tired of waiting, Quintana urged speed.", [(("Rosa Quintana",), "Stressing")]),
        ("Echoing these views, Quintana urged speed.", [(("Rosa Quintana",), "urged")]),
        ("Quintana closed on a hopeful note, recalling how far the crews had come.", [(("Rosa Quintana",), "recalling")]),
        ("As Rosa Quintana of the Harbour Workers' Network put it, the quay is a waiting room.", [(("Rosa Quintana",), "put it")]),
        ("For Quintana (Harbour Workers' Network), the trouble lay deeper.", [(("Rosa Quintana",), "For")]),
        ("Rosa Quintana came from the quay. In her view, crews are tired.", [(("Rosa Quintana",), "In her view")]),
        ("In Quintana's words, the quay is “a long corridor”.", [(("Rosa Quintana",), "words")]),
        ("For Quintana's crews, the trouble lay deeper.", []),
        ("Rosa Quintana, asked by Tomas Vik, agreed that tolls are high.", [(("Rosa Quintana",), "agreed")]),
        ("Asked by Tomas Vik about tolls, Quintana sided with the crews.", [(("Rosa Quintana",), "sided with")]),
        ("As Tomas Vik's boat was late, Rosa Quintana took the floor. She warned of delays.", [(("Rosa Quintana",), "warned of")]),
        ("Rosa Quintana gave the example of crews who wait for months.", [(("Rosa Quintana",), "gave the example of")]),
        ("Rosa Quintana accused the ports of waiting.", [(("Rosa Quintana",), "accused")]),
        ("A week after Tomas Vik presented his plan, Nkemelu outlined hers.", [(("Ada Nkemelu",), "outlined")]),
        ("Proposals from Vik, such as a toll, met with doubt. He stressed their price.", []),
        ("To Tomas Vik (Quay Institute), who feared delays, she replied that crews wait.", []),
        ("Nkemelu argued that ports close. To Vik, who doubted it, she replied that they do.", [(("Ada Nkemelu",), "argued"), (("Ada Nkemelu",), "replied")]),
        ("Speaking, as he put it, without notes, Vik conceded that tolls are high.", [(("Tomas Vik",), "conceded")]),
        ("Tolls, warned Tomas Vik, adviser to the quay, had never been counted.", [(("Tomas Vik",), "warned")]),
        ("Also on the list was Tomas Vik, Deputy Director at the Quay Institute, who urged all to wait.", [(("Tomas Vik",), "urged")]),
        ("Both Mr Vik and Judge Quintana warned that tolls are high.", [(("Tomas Vik", "Rosa Quintana"), "warned")]),
        ("Rosa Quintana aligned herself with the call for lower tolls.", [(("Rosa Quintana",), "aligned herself with")]),
        ("Tomas Vik of the General Secretariat for Small Harbours in the Greek Ministry of Ports and Fisheries sketched another way.",
         [(("Tomas Vik",), "sketched")]),
        ("The last to speak was Tomas Vik of the Quay Institute, who warned that tolls are high.", [(("Tomas Vik",), "warned")]),
        ("The liveliest hour belonged to Tomas Vik, a former sailor. He warned of delays.", [(("Tomas Vik",), "warned of")]),
        ("Ada Nkemelu moderated the second panel and regretted that crews wait.", [(("Ada Nkemelu",), "regretted")]),
        ("The panel, led by Ada Nkemelu, asked what crews can do.", [(("the panel",), "asked")]),
        ("Vik warned of delays. Quintana agreed. Both speakers of the quay left. Both men regretted that.", [(("Tomas Vik",), "warned of"), (("Rosa Quintana",), "agreed"), (("Tomas Vik", "Rosa Quintana"), "regretted")]),
        ("Declaring the meeting open, Vik recalled that crews wait.", [(("Tomas Vik",), "recalled")]),
        ("Ada Nkemelu was highly critical of the toll.", [(("Ada Nkemelu",), "was highly critical")]),
    ],
)  # fmt: skip
def test_whose_verb_it_is(sentences: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    assert said(read(sentences)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Rosa Quintana shared insights from the quay.",
        "Tomas Vik concluded the session with brief closing remarks.",
        "The conversation with Tomas Vik examined the price of bridges.",
        "Ada Nkemelu's plan was argued over for years.",
        "Neither Tomas Vik nor Ada Nkemelu mentioned the fee.",
        "Bridges last longer than ferries.",
    ],
)
def test_who_says_nothing_has_no_statement(sentence: str) -> None:
    assert not said(read(sentence))


def kinds(*sentences: str) -> list[tuple[str, str]]:
    """Return kind and words of each statement, in the order of the text."""
    document = parse_report(STAGE + " ".join(sentences) + REST + "\n")
    rows = sorted(extract(document, edition="x2031")[Statement], key=lambda row: row.evidence[0].start)
    return [(row.kind, document.text[row.evidence[0].start : row.evidence[0].end]) for row in rows]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["“We wait for months,” said Quintana."], [("quote", "“We wait for months,”")]),
        (
            ["“We wait,” Quintana told the hall, “and nobody counts the weeks.”"],
            [("quote", "“We wait,” Quintana told the hall, “and nobody counts the weeks.”")],
        ),
        (
            ["“We wait,” said Quintana.", "“Nobody counts the weeks. He said so.”", "Vik argued for more crews."],
            [
                ("quote", "“We wait,” said Quintana. “Nobody counts the weeks. He said so.”"),
                ("reported", "Vik argued for more crews."),
            ],
        ),
        (["Quintana replied: “Nobody counts the weeks.”"], [("quote", "“Nobody counts the weeks.”")]),
        (
            ["Quintana said, “Nobody has ever counted the weeks.”"],
            [("quote", "“Nobody has ever counted the weeks.”")],
        ),
        (
            ["Quintana called the ports “a waiting room with cranes”."],
            [("reported", "Quintana called the ports “a waiting room with cranes”.")],
        ),
        (
            ["“Safe harbours” were a promise that nobody kept, Quintana said."],
            [("reported", "“Safe harbours” were a promise that nobody kept, Quintana said.")],
        ),
        (
            ["“Vik said we would sail by noon,” Quintana recalled."],
            [("quote", "“Vik said we would sail by noon,”")],
        ),
    ],
)  # fmt: skip
def test_direct_speech_is_a_quotation_and_some_words_in_marks_are_not(
    sentences: list[str], expected: list[tuple[str, str]]
) -> None:
    assert kinds(*sentences) == expected


def test_who_speaks_stands_outside_the_quotation() -> None:
    assert said(read("“Vik said we would sail by noon,” Quintana recalled.")) == [(("Rosa Quintana",), "recalled")]


def test_a_sentence_that_a_pull_quote_cuts_in_two_is_one_statement() -> None:
    text = (
        STAGE
        + "Ada Nkemelu stressed that the ports of the north, which are closed for half of the\n\n"
        + "“Ice is the better engineer, and whoever plans a port in the north should ask the ice before asking anybody.”\n\n"
        + "Tomas Vik\nDirector General, Bridge Institute\n\n"
        + "year, need the same crews as those of the south."
        + REST
    )
    facts = extract(parse_report(text), edition="x2031")
    reported = next(row for row in facts[Statement] if row.kind == "reported")
    quote = next(row for row in facts[Statement] if row.kind == "quote")
    assert [text[start:end] for start, end in reported.parts] == [
        "Ada Nkemelu stressed that the ports of the north, which are closed for half of the",
        "year, need the same crews as those of the south.",
    ]
    assert quote.speakers == ("person/tomas-vik",)
    assert text[quote.evidence[0].start : quote.evidence[0].end].startswith("“Ice is the better engineer")
    assert quote.verb is None


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Ada Nkemelu supported the Ports Directive.", "supports"),
        ("Ada Nkemelu did not support the Ports Directive.", "critical"),
        ("Ada Nkemelu criticised the Ports Directive.", "critical"),
        ("Ada Nkemelu welcomed the Ports Directive, but criticised its fees.", "mixed"),
        ("Ada Nkemelu mentioned the Ports Directive.", "not-stated"),
        ("Ada Nkemelu defended this step against the threats of Norway.", "not-stated"),
        ("Ada Nkemelu welcomed the Ports Directive and its use against Norway.", "not-stated"),
        ("Ms Nkemelu hardly welcomed the Harbour Pact.", "not-stated"),
    ],
)
def test_stance_comes_from_the_verb_alone(sentence: str, stance: str) -> None:
    assert [row.stance for row in read(sentence)[Statement]] == [stance]


def test_a_statement_is_about_what_its_sentence_names() -> None:
    facts = read(
        "Ada Nkemelu argued that Denmark and the European Union neglect labour migration under the Ports Directive."
    )
    assert set(facts[Statement][0].about) == {
        "country/DNK",
        "organisation/european-union",
        "instrument/ports-directive",
        "topic/labour-migration",
    }


def test_this_initiative_is_the_one_of_the_sentence_before() -> None:
    facts = read(
        "The Harbour Crews Initiative trains welders.",
        "Ada Nkemelu praised this initiative.",
        "Vik praised the weather.",
    )
    first, second = sorted(facts[Statement], key=lambda row: row.evidence[0].start)
    assert first.about == ("instrument/harbour-crews-initiative",)
    assert not second.about


def test_countries_speak_where_a_bulletin_prints_them_in_capitals() -> None:
    facts = read(
        "NORWAY and KENYA called for a ceiling.",
        "GHANA, opposed by MALTA, suggested an annex.",
        "The representative of Chile welcomed this.",
        "Ada Nkemelu noted convergence.",
    )
    assert said(facts) == [
        (("NORWAY and KENYA",), "called for"),
        (("GHANA",), "suggested"),
        (("the representative of Chile",), "welcomed"),
        (("Ada Nkemelu",), "noted"),
    ]


def test_countries_do_not_speak_elsewhere() -> None:
    assert not said(read("Norway argued for a ceiling, and Kenya called for another."))


def test_the_row_says_which_words_stand_for_the_speaker() -> None:
    facts = read("Ada Nkemelu praised the crews.", "She added that wages rose.")
    told = [row.resolved for row in sorted(facts[Statement], key=lambda row: row.evidence[0].start)]
    assert told == [None, "She"]


def test_a_german_quotation_ends_where_an_english_one_begins() -> None:
    from vmcgraph.sentences import sentences

    text = "„Wir warten seit Monaten“, sagte Nkemelu. „Das ist zu lang.“ Danach gab es im Saal Tee und Kuchen für alle, die wollten, und auch für die anderen."
    document = parse_report(text)
    assert (
        next(sentence.text for sentence in sentences(text, document.blocks))
        == "„Wir warten seit Monaten“, sagte Nkemelu."
    )


def test_a_collective_voice_is_nobodys_statement() -> None:
    facts = read("The speakers stressed that tolls are high.")
    assert [voice.name for voice in facts[CollectiveVoice]] == ["the speakers"]
    assert facts[Statement][0].speakers == ()


# ---------------------------------------------------------------- instruments


def instruments(facts: Facts) -> dict[str, str]:
    return {row.name: row.type for row in facts[Instrument]}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met under the Rabat Process.", {"Rabat Process": "process/dialogue"}),
        ("They praised the Harbour Skills Platform.", {"Harbour Skills Platform": "platform"}),
        ("They praised Kenya's Harbour Skills Platform.", {"Harbour Skills Platform": "platform"}),
        ("They opened Quayside Welcome Rooms (QWRs) and the Quay Entry Scheme (QES).", {"Quay Entry Scheme": "scheme"}),
        ("The government has a strategy titled “Open the quays”.", {"Open the quays": "strategy"}),
        ("There is a scheme called Tide Over.", {"Tide Over": "scheme"}),
        ("The DockPro2Europe pilot project began.", {"DockPro2Europe": "programme"}),
        ("They built the Quay Facility (QF), a fund of 9 million euros.", {"Quay Facility": "fund"}),
        ("They run Quay Start, a training scheme that pays.", {"Quay Start": "scheme"}),
        ("They like the Quay Start scheme.", {"Quay Start scheme": "scheme"}),
        ("They run schemes, including Quay Start, in the north.", {"Quay Start": "scheme"}),
        ("A first project under it, Quay Start, is financed.", {"Quay Start": "programme"}),
        ("They met the European Commission, a body that listens.", {}),
        ("A third model is that of return hubs.", {"return hubs": "policy framework"}),
        ("Return hubs are one model.", {"Return hubs": "policy framework"}),
        ("They opened the QUAYWAY programme last year.", {"QUAYWAY programme": "programme"}),
        ("They read the NMO Strategy 2031–2035.", {"NMO Strategy 2031–2035": "strategy"}),
        ("They met at the Quay Futures Dinner 2031.", {"Quay Futures Dinner": "conference"}),
        ("They praised the Sava-Drina scheme.", {"Sava-Drina scheme": "scheme"}),
        ("They renewed the Bergen–Aarhus protocol.", {"Bergen–Aarhus protocol": "agreement"}),
        ("They opened the Lighthouse counselling desks.", {"Lighthouse counselling desks": "centre/hub"}),
        ("She works on the project Quiet Harbours, funded by Norway.", {"Quiet Harbours": "programme"}),
        ("They like QuayPro2031, a pilot funded by Norway.", {"QuayPro2031": "programme"}),
        (
            "Norway quoted UN General Assembly resolution 79/412.",
            {"UN General Assembly resolution 79/412": "policy framework"},
        ),
        ("Adoption of the Bergen Declaration.", {"Bergen Declaration": "policy framework"}),
        ("They pay into the Sailors' Support Fund.", {"Sailors' Support Fund": "fund"}),
        ("They pay into the Ferry Towns Fund of the Nordic Council.", {"Ferry Towns Fund": "fund"}),
        ("They met on the initiative of Norway and Denmark.", {}),
        ("They run the Danish-led Ferry Bridges programme.", {"Ferry Bridges programme": "programme"}),
        (
            "Norway quoted the Human Rights Council (HRC) resolution 61/7.",
            {"Human Rights Council resolution 61/7": "policy framework"},
        ),
        ("They applied Royal Decree 112/2031.", {"Royal Decree 112/2031": "law"}),
        ("They applied Law No. 9 of 2031.", {"Law No. 9 of 2031": "law"}),
        ("They read General Comment No. 31.", {"General Comment No. 31": "policy framework"}),
        ("They read the 2031 Bergen Convention.", {"2031 Bergen Convention": "treaty"}),
        ("They learned from Norway's Tideline platform.", {"Tideline platform": "platform"}),
        ("The European programme is long.", {}),
        ("They learned from Norway's Mooring Card.", {"Mooring Card": "scheme"}),
        ("They quoted the Ports (Amendment) Act.", {"Ports (Amendment) Act": "law"}),
        ("They heard a proposal for a Crews Window.", {"Crews Window": "proposal"}),
        ("They adopted the Bergen Guidelines on Moorings.", {"Bergen Guidelines on Moorings": "policy framework"}),
        ("They heard the Head of Programmes.", {}),
        (
            "They met under the Rabat process, for which AMIF pays.",
            {"Rabat process": "process/dialogue", "AMIF": "fund"},
        ),
        ("They asked for a new pact and a better process.", {}),
        ("The National Strategy is old.", {}),
        ("The Ministry of Ports and the European Border and Coast Guard Agency came.", {}),
        (
            "The law links the visa information, Schengen and entry-exit systems.",
            {
                "Visa Information System": "IT system",
                "Schengen Information System": "IT system",
                "Entry/Exit System": "IT system",
            },
        ),
        ("They run health, education and transport systems.", {}),
        ("The proposed Return Regulation is long.", {"Return Regulation": "proposal"}),
        ("Nobody liked Law 2031-36, which is old.", {"Law 2031-36": "law"}),
        ("Nobody liked the recast Single Permit Directive.", {"Single Permit Directive": "law"}),
        ("They live under the Ports Act, 2031, which is old.", {"Ports Act, 2031": "law"}),
        ("They praised the Bergen Declaration of March 2031.", {"Bergen Declaration": "policy framework"}),
        ("They went from the agreement with Nigeria to the agreement signed with Peru.", {}),
        ("They quoted Germany's Skilled Immigration Act.", {"Skilled Immigration Act": "law"}),
        (
            "They quoted the Quay Convention against Trafficking in Human Beings.",
            {"Quay Convention against Trafficking in Human Beings": "treaty"},
        ),
        ("QUAYWELL. Our new project on the health of crews is funded by Norway.", {"QUAYWELL": "programme"}),
        (
            "Bergen Skills Passport: Norway and Denmark will take part. The scheme is long.",
            {"Bergen Skills Passport": "scheme"},
        ),
        ("Next Steps. The project is long.", {}),
        ("B. The project is long.", {}),
        ("NETWORKS. We joined one of the networks for a project on nets.", {}),
    ],
)
def test_instruments_are_known_by_name_noun_or_definition(sentence: str, expected: dict[str, str]) -> None:
    assert instruments(read(sentence)) == expected


def test_a_short_form_is_the_one_named_last() -> None:
    text = "The Ports Pact came first. The Pact helped. The Quay Pact came later. Crews like the Pact."
    facts = read(text)
    forms = {row.name: [facts_text(facts, text, span) for span in row.evidence] for row in facts[Instrument]}
    assert forms == {"Ports Pact": ["Ports Pact", "Pact"], "Quay Pact": ["Quay Pact", "Pact"]}


def facts_text(facts: Facts, text: str, span: object) -> str:
    whole = STAGE + text + "\n"
    return whole[span.start : span.end]  # type: ignore[attr-defined]


def test_a_capital_that_only_begins_a_sentence_is_no_short_form() -> None:
    row = read("The Harbour Partnership began. Partnerships with towns help.")[Instrument][0]
    assert len(row.evidence) == 1


def test_models_are_policy_models_and_laws_are_not() -> None:
    rows = {row.name: row.model for row in read("The Ports Directive and return hubs differ.")[Instrument]}
    assert rows == {"Ports Directive": False, "return hubs": True}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The Ports Directive was adopted in May.", "adopted"),
        ("They discussed the proposed Ports Directive.", "proposed"),
        ("The Ports Directive entered into force in June.", "in-force"),
        ("The Ports Directive, proposed last year, is long.", "proposed"),
        ("The Ports Directive is under negotiation.", "under-negotiation"),
        ("The Ports Directive has been suspended.", "suspended"),
        ("The Ports Directive was proposed in May. The Ports Directive was adopted in June.", "adopted"),
        ("Norway adopted a view on the Ports Directive.", None),
        ("The Ports Directive is long.", None),
    ],
)
def test_status_is_what_the_text_states_last(sentence: str, status: str | None) -> None:
    assert [row.status for row in read(sentence)[Instrument]] == [status]


# ---------------------------------------------------------------- agreements


def deals(text: str) -> list[tuple[str, ...]]:
    forms = sorted(country_forms(), key=len, reverse=True)
    found: list[Party] = []
    for form in forms:
        at = text.find(form)
        while at >= 0:
            if not any(party.start <= at < party.end for party in found):
                found.append(Party(at, at + len(form), country_forms()[form][0]))
            at = text.find(form, at + 1)
    parties = sorted(found, key=lambda party: party.start)
    return [tuple(party.name for party in deal.parties) for deal in find_deals(text, 0, len(text), parties)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Malta-Ghana labour agreement", [("Malta", "Ghana")]),
        ("a treaty between Malta and Ghana", [("Malta", "Ghana")]),
        ("agreements between Malta and Ghana, Cyprus and Kenya", [("Malta", "Ghana"), ("Cyprus", "Kenya")]),
        (
            "agreements between Malta and Ghana, as well as between Cyprus and Kenya",
            [("Malta", "Ghana"), ("Cyprus", "Kenya")],
        ),
        ("an accord between Malta, Ghana and Kenya", [("Malta", "Ghana", "Kenya")]),
        ("Malta's agreements with Ghana and Kenya", [("Malta", "Ghana"), ("Malta", "Kenya")]),
        ("Malta has filled its docks through agreements with Ghana, Kenya and others", [("Malta", "Ghana"), ("Malta", "Kenya")]),
        ("Malta pointed to its mobility agreement with Ghana", [("Malta", "Ghana")]),
        ("Malta and Ghana signed an agreement on crews", [("Malta", "Ghana")]),
        ("Berths shared by Malta and Ghana follow from their 2021 memorandum", [("Malta", "Ghana")]),
        ("Malta recalled the old treaty with Ghana", [("Malta", "Ghana")]),
        ("Malta's pilot projects in Ghana and Kenya", [("Malta", "Ghana"), ("Malta", "Kenya")]),
        ("the accord (Malta–Ghana)", [("Malta", "Ghana")]),
        ("the (Malta-Ghana) accord", [("Malta", "Ghana")]),
        ("the agreement on crews that Malta and Ghana signed", [("Malta", "Ghana")]),
        ("the treaty which binds Malta and Ghana", [("Malta", "Ghana")]),
        ("Malta has a crew accord with Ghana and a berth agreement with Kenya", [("Malta", "Ghana"), ("Malta", "Kenya")]),
        ("Officials said that Malta likes the protocol it signed with Ghana", [("Malta", "Ghana")]),
        ("the fisheries convention that Malta and Ghana concluded", [("Malta", "Ghana")]),
        ("the accord on nurses which binds Malta and Ghana", [("Malta", "Ghana")]),
        ("Malta and Ghana quarrel over the labour pact between the two countries", [("Malta", "Ghana")]),
        ("Malta has a visa accord with Ghana and a mobility agreement with Kenya", [("Malta", "Ghana"), ("Malta", "Kenya")]),
        ("the agreements which Malta has with Ghana and Kenya", [("Malta", "Ghana"), ("Malta", "Kenya")]),
        ("Malta recalled the protocol it signed with Ghana", [("Malta", "Ghana")]),
        ("the skills partnership of Malta and Ghana", [("Malta", "Ghana")]),
        ("the schemes of Malta and Ghana", []),
        ("Malta and Ghana disagree about the agreement", []),
        ("The agreement. Malta met with Ghana", []),
    ],
)  # fmt: skip
def test_parties_of_agreements(text: str, expected: list[tuple[str, ...]]) -> None:
    assert deals(text) == expected


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The labour agreement between Malta and Ghana is old.", "Malta-Ghana labour agreement"),
        ("An accord on seasonal crews between Malta and Ghana is old.", "Malta-Ghana accord on seasonal crews"),
        ("The new readmission treaties between Malta and Ghana are old.", "Malta-Ghana readmission treaty"),
        ("The service agreement between Frontex and Ghana is old.", "Frontex-Ghana service agreement"),
        ("The border arrangement between Valletta and Accra is old.", "Malta-Ghana border arrangement"),
        ("Valletta and Accra had concluded a border arrangement.", "Malta-Ghana border arrangement"),
        ("Nkemelu praised the crews accord that her country has with Ghana.", "Norway-Ghana crews accord"),
    ],
)
def test_an_agreement_is_named_after_its_parties(sentence: str, name: str) -> None:
    assert [row.name for row in read(sentence)[Instrument]] == [name]


def test_who_only_negotiates_is_no_party_yet() -> None:
    facts = read("Talks on a labour agreement between Malta and Ghana go on.")
    assert facts[Instrument][0].country_parties == ("country/MLT", "country/GHA")
    assert not facts[Relation]


def test_a_known_agreement_with_its_date_is_the_same() -> None:
    facts = read(
        "One guest added that the EU-Mauritania Joint Declaration of March 2024 had been heard of on the radio."
    )
    assert {row.name for row in facts[Instrument]} == {"EU-Mauritania Joint Declaration"}


def test_an_agreement_is_one_however_it_is_described() -> None:
    facts = read("The Malta-Ghana skills agreement is new.", "A deal between Malta and Ghana was long expected.")
    assert [(row.name, row.type, len(row.evidence)) for row in facts[Instrument]] == [
        ("Malta-Ghana skills agreement", "agreement", 2)
    ]
    assert facts[Instrument][0].country_parties == ("country/MLT", "country/GHA")


# ---------------------------------------------------------------- relations


def triples(facts: Facts) -> set[tuple[str, str, str]]:
    known = names(facts)
    return {(known[row.subject], row.predicate, known[row.object]) for row in facts[Relation]}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway funds the Harbour Fund.", {("Norway", "funds", "Harbour Fund")}),
        ("Norway and Denmark signed the Ports Convention.", {("Norway", "party to", "Ports Convention"), ("Denmark", "party to", "Ports Convention")}),
        ("The Harbour Fund, funded by Norway and implemented by IOM, is small.", {("Norway", "funds", "Harbour Fund"), ("IOM", "implements", "Harbour Fund")}),
        ("The EU-funded Harbour Skills Platform is new.", {("EU", "funds", "Harbour Skills Platform")}),
        ("The Quay Process, which was chaired by Norway, is old.", {("Norway", "chairs", "Quay Process")}),
        ("Norway, which currently chairs the Quay Process, is small.", {("Norway", "chairs", "Quay Process")}),
        ("Norway's Harbour Skills Platform is new.", {("Norway", "implements", "Harbour Skills Platform")}),
        ("Norway's proposed Harbour Skills Platform is new.", {("Norway", "proposes", "Harbour Skills Platform")}),
        ("Norway's Harbour Strategy is new.", {("Norway", "proposes", "Harbour Strategy")}),
        ("Rosa Quintana proposed a Crews Fund.", {("Rosa Quintana", "proposes", "Crews Fund")}),
        ("The Harbour Fund operates in Ghana and Kenya.", {("Harbour Fund", "operates in", "Ghana"), ("Harbour Fund", "operates in", "Kenya")}),
        ("The components of the Ports Pact such as Eurodac are known.", {("Eurodac", "part of", "Ports Pact")}),
        ("UNHCR works in Ghana.", {("UNHCR", "operates in", "Ghana")}),
        ("UN agencies, including IOM and UNHCR, came.", {("IOM", "part of", "UN"), ("UNHCR", "part of", "UN")}),
        ("OECD countries like Norway and Canada came.", {("Norway", "member of", "OECD"), ("Canada", "member of", "OECD")}),
        ("Frontex is headquartered in Warsaw.", {("Frontex", "headquartered in", "Warsaw")}),
        ("They like Quay Start, a scheme that UNHCR runs in Ghana.", {("UNHCR", "implements", "Quay Start"), ("Quay Start", "operates in", "Ghana")}),
        ("The Harbour Fund will be implemented by Norway.", {("Norway", "implements", "Harbour Fund")}),
        ("The Harbour Fund is paid for by Norway and Denmark.", {("Denmark", "funds", "Harbour Fund"), ("Norway", "funds", "Harbour Fund")}),
        ("The Harbour Fund, to which Norway and Denmark have contributed, is small.", {("Denmark", "funds", "Harbour Fund"), ("Norway", "funds", "Harbour Fund")}),
        ("The Quay Facility, which UNHCR finances jointly with Norway, is new.", {("Norway", "funds", "Quay Facility"), ("UNHCR", "funds", "Quay Facility")}),
        ("The Ports Roadmap, put forward by Norway, was read.", {("Norway", "proposes", "Ports Roadmap")}),
        ("The Ports Charter, which Norway tabled together with Denmark, was read.", {("Denmark", "proposes", "Ports Charter"), ("Norway", "proposes", "Ports Charter")}),
        ("Norway has pledged 3 million euros to the Harbour Fund.", {("Norway", "funds", "Harbour Fund")}),
        ("Most of the money for the Harbour Fund came from Norway.", {("Norway", "funds", "Harbour Fund")}),
        ("The Harbour Skills Platform was set up with a grant from Norway.", {("Norway", "funds", "Harbour Skills Platform")}),
        ("The Harbour Skills Platform is financed out of the Harbour Fund.", {("Harbour Fund", "funds", "Harbour Skills Platform")}),
        ("The Quay Process met under the presidency of Norway.", {("Norway", "chairs", "Quay Process")}),
        ("Denmark has taken over the chairmanship of the Quay Process.", {("Denmark", "chairs", "Quay Process")}),
        ("Norway was admitted as a full member of the Quay Process.", {("Norway", "member of", "Quay Process")}),
        ("The Bridge Institute, an arm of the University of Bergen, came.", {("Bridge Institute", "part of", "University of Bergen")}),
        ("The Bridge Institute, which has its seat in Bergen, came.", {("Bridge Institute", "headquartered in", "Bergen")}),
        ("Norway acted as host of the Harbour Summit.", {("Harbour Summit", "hosted by", "Norway")}),
        ("The Harbour Summit will be hosted by Denmark and chaired by Ada Nkemelu.", {("Ada Nkemelu", "chairs", "Harbour Summit"), ("Harbour Summit", "hosted by", "Denmark")}),
        ("Ada Nkemelu, founder of the Bridge Institute, came.", {("Ada Nkemelu", "founder of", "Bridge Institute")}),
        ("The Harbour Scheme is carried out by UNHCR in Ghana and Kenya.", {("Harbour Scheme", "operates in", "Ghana"), ("Harbour Scheme", "operates in", "Kenya"), ("UNHCR", "implements", "Harbour Scheme")}),
        ("The Ports Convention, to which Norway is a party, is old.", {("Norway", "party to", "Ports Convention")}),
        ("The Ports Convention, which Norway has not signed, is old.", set()),
        ("Whether Norway funds the Harbour Fund is open.", set()),
        ("Norway's proposal for a Crews Window was read.", {("Norway", "proposes", "Crews Window")}),
        ("IOM is responsible for the implementation of the Quay Scheme.", {("IOM", "implements", "Quay Scheme")}),
        ("Norway met the costs of the Harbour Summit.", {("Norway", "funds", "Harbour Summit")}),
        ("Norway attended the Harbour Summit with Denmark.", set()),
        ("Norway's foreign minister, Ada Nkemelu, chaired the Harbour Summit.", {("Ada Nkemelu", "chairs", "Harbour Summit")}),
        ("With funding from Norway and Denmark, UNHCR runs the Quay Scheme.", {("Denmark", "funds", "Quay Scheme"), ("Norway", "funds", "Quay Scheme"), ("UNHCR", "implements", "Quay Scheme")}),
        ("Ghana signed the Ports Convention with reservations, Kenya did not.", {("Ghana", "party to", "Ports Convention")}),
        ("Norway urged Frontex to pay for it through the Harbour Fund.", set()),
        ("Norway stood beside the Harbour Fund.", set()),
        ("UNHCR, which has programmes in Ghana, came.", {("UNHCR", "operates in", "Ghana")}),
        ("The labour agreement (Malta–Ghana) is new.", {("Malta", "party to", "Malta-Ghana labour agreement"), ("Ghana", "party to", "Malta-Ghana labour agreement")}),
        ("They like the Quay Fund. It rained. The fund was launched by Norway.", {("Norway", "implements", "Quay Fund")}),
        ("They like the Quay Fund and the Ferry Fund. The fund was launched by Norway.", set()),
        ("The Bridge Institute is small. It was founded by Norway and Denmark in 2031.", {("Norway", "founder of", "Bridge Institute"), ("Denmark", "founder of", "Bridge Institute")}),
        ("The Harbour Fund is small. Norway and Denmark are its first contributors.", {("Norway", "funds", "Harbour Fund"), ("Denmark", "funds", "Harbour Fund")}),
        ("The Quay Scheme is small. Its steering committee is chaired by Ada Nkemelu.", {("Ada Nkemelu", "chairs", "Quay Scheme")}),
        ("They like the Quay Scheme, under which Norway hires crews.", {("Norway", "implements", "Quay Scheme")}),
        ("Norway handed the chair of the Quay Process to Denmark.", {("Denmark", "chairs", "Quay Process")}),
        ("The chairmanship of the Quay Process passed from Norway to Denmark.", {("Norway", "chairs", "Quay Process"), ("Denmark", "chairs", "Quay Process")}),
        ("They met at the end of Norway's two-year chairmanship of the Quay Process.", {("Norway", "chairs", "Quay Process")}),
        ("The Quay Scheme is at work in Ghana and Kenya.", {("Quay Scheme", "operates in", "Ghana"), ("Quay Scheme", "operates in", "Kenya")}),
        ("The Ferry Facility is an initiative under the Ports Pact.", {("Ferry Facility", "part of", "Ports Pact")}),
        ("IOM spoke of its Quay Scheme.", {("IOM", "implements", "Quay Scheme")}),
        ("IOM spoke of its work under the Ports Pact.", set()),
        ("Norway's work on the Ports Pact is old.", set()),
        ("Contributions to the Harbour Fund by Norway have grown.", {("Norway", "funds", "Harbour Fund")}),
        ("The Harbour Summit is over; Norway covered its costs.", {("Norway", "funds", "Harbour Summit")}),
        ("UNHCR presented its proposal for a new Crews Window.", {("UNHCR", "proposes", "Crews Window")}),
        ("The Quay Scheme is run by UNHCR, and Norway's proposal for a Crews Window was read.", {("UNHCR", "implements", "Quay Scheme"), ("Norway", "proposes", "Crews Window")}),
        ("The Norwegian government hosts the Harbour Summit.", {("Harbour Summit", "hosted by", "Norway")}),
        ("The Danish-run Quay Scheme and the Ports Pact are old.", {("Denmark", "implements", "Quay Scheme")}),
        ("They read the Seafarers Mobility Agreement between Malta and Ghana.", {("Malta", "party to", "Malta-Ghana Seafarers Mobility Agreement"), ("Ghana", "party to", "Malta-Ghana Seafarers Mobility Agreement")}),
        ("<C7> Norway funds the Harbour Fund <I99>, <O5> by <C8>.", {("Norway", "funds", "Harbour Fund")}),
        ("Norway announced €2 million for the Harbour Fund.", {("Norway", "funds", "Harbour Fund")}),
        ("They like the Harbour Fund, for which Norway has set aside 3 million.", {("Norway", "funds", "Harbour Fund")}),
        ("A Norwegian contribution of 3 million euros to the Harbour Fund came late.", {("Norway", "funds", "Harbour Fund")}),
        ("The Quay Scheme is old. Norway has put 3 million euros into it.", {("Norway", "funds", "Quay Scheme")}),
        ("The Ports Convention was endorsed by Norway.", {("Norway", "party to", "Ports Convention")}),
        ("The Quay Scheme was endorsed by Norway.", {("Quay Scheme", "supported by", "Norway")}),
        ("The Quay Scheme is run by UNHCR in eleven cities in Ghana.", {("UNHCR", "implements", "Quay Scheme"), ("Quay Scheme", "operates in", "Ghana")}),
        ("They like the Quay Scheme, which IOM implements with UNHCR funding.", {("IOM", "implements", "Quay Scheme"), ("UNHCR", "funds", "Quay Scheme")}),
        ("They met at the Harbour Summit. The Summit was hosted by Norway.", {("Harbour Summit", "hosted by", "Norway")}),
        ("He spoke for the Bridge Institute, a body of scholars based in Bergen.", {("Bridge Institute", "headquartered in", "Bergen")}),
        ("Norway asked Denmark to sign the Ports Convention.", set()),
        ("The Danish Refugee Council funds the Harbour Fund.", {("Danish Refugee Council", "funds", "Harbour Fund")}),
        ("The Quay Process, chaired this year by Norway, is old.", {("Norway", "chairs", "Quay Process")}),
        ("The Harbour Summit, paid for in large part by Norway, is over.", {("Norway", "funds", "Harbour Summit")}),
        ("The Quay Scheme is small. Run by UNHCR with the support of Norway.", {("UNHCR", "implements", "Quay Scheme"), ("Quay Scheme", "supported by", "Norway")}),
        ("The Quay Scheme is small. Led by Norway, eleven ports left.", set()),
        ("The Ports Convention is new. In addition to two islands, it was endorsed by Norway and The Gambia.", {("Norway", "party to", "Ports Convention"), ("Gambia", "party to", "Ports Convention")}),
        ("They met at the Harbour Summit. The financial support of Norway made the meeting possible.", {("Norway", "funds", "Harbour Summit")}),
        ("They met at the Harbour Summit. The next edition will be hosted by Norway.", {("Harbour Summit", "hosted by", "Norway")}),
        ("They left the Harbour Summit. The summit would go on in Bergen, hosted by Norway.", {("Harbour Summit", "hosted by", "Norway")}),
        ("The Harbour Fund is new. The bill, some 3 million, is met by Norway.", {("Norway", "funds", "Harbour Fund")}),
        ("IOM is here, while the costs are borne by Norway.", set()),
        ("The seat of the Quay Process, whose steering committee is now chaired by Norway, is open.", {("Norway", "chairs", "Quay Process")}),
        ("Norway, chair of the steering committee of the Quay Scheme, came.", {("Norway", "chairs", "Quay Scheme")}),
        ("Ghana seeks the chair of the Quay Process, now held by Norway.", {("Norway", "chairs", "Quay Process")}),
        ("They like the Quay Scheme, through which crews train in Ghana and Kenya.", {("Quay Scheme", "operates in", "Ghana"), ("Quay Scheme", "operates in", "Kenya")}),
        ("They like the Quay Scheme, a Norwegian pilot in Ghana.", {("Norway", "implements", "Quay Scheme"), ("Quay Scheme", "operates in", "Ghana")}),
        ("The Ferry System was late, said Frontex, which runs it.", {("Frontex", "implements", "Ferry System")}),
        ("She likes the Quay Scheme, which UNHCR runs with Norwegian money.", {("UNHCR", "implements", "Quay Scheme"), ("Norway", "funds", "Quay Scheme")}),
        ("Norway's new Harbour Strategy, tabled by Denmark, was read.", {("Denmark", "proposes", "Harbour Strategy")}),
        ("The Danish-run Quay scheme and the Ports Pact are old.", set()),
        ("The Bridge Institute is new. Its headquarters are in Bergen.", {("Bridge Institute", "headquartered in", "Bergen")}),
        ("Frontex guards ports under Joint Operation Quay.", set()),
        ("The Ferry Partnership with Ghana is old.", {("Ghana", "party to", "Ferry Partnership")}),
        ("The Quay Scheme is financed by Norway and will be implemented by Frontex.",
         {("Norway", "funds", "Quay Scheme"), ("Frontex", "implements", "Quay Scheme")}),
        ("The Quay Scheme, developed by Frontex and now hosted by UNHCR, is old.",
         {("Frontex", "implements", "Quay Scheme"), ("Quay Scheme", "hosted by", "UNHCR")}),
        ("QUAYWELL. Our new project on crews is run by UNHCR in Ghana.",
         {("UNHCR", "implements", "QUAYWELL"), ("QUAYWELL", "operates in", "Ghana")}),
        ("She presented the Quay Scheme, a pilot that UNHCR has been running in Ghana since May.",
         {("UNHCR", "implements", "Quay Scheme"), ("Quay Scheme", "operates in", "Ghana")}),
        ("Norway, as Chair of the Rabat Process, invited all.", {("Norway", "chairs", "Rabat Process")}),
        ("She commended Norway on ratifying the Bergen Convention.", {("Norway", "party to", "Bergen Convention")}),
        ("She urged Norway to insist on ratifying the Bergen Convention.", set()),
        ("UNHCR likes the Norway-Ghana Dialogue Facility.", set()),
    ],
)  # fmt: skip
def test_relations_are_forms_of_words(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert triples(read(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Quay Process has nine member states, Denmark said.",
        "The Quay Process has nine member states: Denmark asked for a tenth.",
        "The member states of the Quay Process – Denmark excepted – met.",
        "Denmark and Norway are former members of the Quay Process.",
        "Denmark is an associate member of the Quay Process.",
        "Few think that Denmark and Norway are members of the Quay Process.",
        "The members of the Quay Process are Denmark's friends.",
        "Denmark joined the Quay Process only as an observer.",
        "Denmark joined the Quay Process in 2021 and left it in May.",
        "There was no proposal by Denmark to set up a Crews Fund.",
        "They laughed at an alleged proposal by Denmark to set up a Crews Fund.",
        "The Harbour Fund, to which Denmark pledged nothing, is small.",
        "The Harbour Fund, a fund Denmark financed no more, is small.",
        "Norway, once a party to the Ports Convention, left.",
        "All states except Norway are parties to the Ports Convention.",
        "All but Norway are parties to the Ports Convention.",
        "Nine states, without Norway, are parties to the Ports Convention.",
        "The lead agency of the Quay Scheme is UNHCR's rival.",
        "The Quay Scheme is run by UNHCR's rival.",
        "The Quay Scheme is run by the Pharaoh.",
        "The Quay Scheme is implemented by CREWS on the ground.",
        "They met in the Quay Process. Denmark takes over the chair in 2040 if elected.",
        "The Quay Process, over which Denmark presided until it was expelled, is old.",
        "Norway and/or Denmark funds the Harbour Fund.",
        "The Harbour Fund is funded by Norway or perhaps by Denmark.",
        "It is false that Norway finances the Harbour Fund.",
        "The myth that Norway finances the Harbour Fund is old.",
        "They read the Bergen Declaration. He joked: We, the Ministers of Norway, Denmark and Ghana, having dined, go home.",
    ],
)  # fmt: skip
def test_what_is_taken_back_or_set_apart_is_no_relation(sentence: str) -> None:
    assert triples(read(sentence)) == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Quay Process has nine member states, Denmark being the latest.", {("Denmark", "member of", "Quay Process")}),
        ("The Quay Process has two member states, namely Denmark and Norway.", {("Denmark", "member of", "Quay Process"), ("Norway", "member of", "Quay Process")}),
        ("Denmark joined the Quay Process in 2021 and likes it.", {("Denmark", "member of", "Quay Process")}),
        ("The Harbour Fund, which replaced the Quay Scheme, is financed by Norway.", {("Norway", "funds", "Harbour Fund")}),
        ("Apart from the Harbour Fund, financed by Norway, all is new.", {("Norway", "funds", "Harbour Fund")}),
        ("The Quay Scheme is run by the Pharaoh. The Pharaoh is a house of crews.", {("Pharaoh", "implements", "Quay Scheme")}),
    ],
)  # fmt: skip
def test_what_stands_beside_takes_nothing_back(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert triples(read(sentence)) == expected


@pytest.mark.parametrize(
    ("heading", "opening", "declared"),
    [
        ("Bergen Declaration", "We, the Ministers of", True),
        ("Bergen Declaration", "We, the fishers of", False),
        ("The Bergen Declaration was read to all.", "We, the Ministers of", False),
    ],
)
def test_a_declaration_opens_below_its_title(heading: str, opening: str, declared: bool) -> None:
    found = triples(read(f"They met.\n\n{heading}\n\n{opening} Norway, Denmark and Ghana, having met, declare this."))
    parties = {who for who, does, what in found if (does, what) == ("party to", "Bergen Declaration")}
    assert parties == ({"Norway", "Denmark", "Ghana"} if declared else set())


@pytest.mark.parametrize(
    ("sentence", "name", "parties"),
    [
        ("Ghana works under a fishery accord that it concluded with the EU.", "EU-Ghana fishery accord", {"Ghana", "EU"}),
        ("Ghana spoke of the Ghana Compact it agreed with the EU in 2031.", "Ghana Compact", {"Ghana", "EU"}),
        ("They read the memorandum of understanding concluded by Ghana and Malta in 2031.", "Ghana-Malta memorandum of understanding", {"Ghana", "Malta"}),
        ("They read the letter of intent that Ghana and Malta initialled.", "Ghana-Malta letter of intent", {"Ghana", "Malta"}),
        ("They read the port accord that Lisbon has signed with Ghana.", "Portugal-Ghana port accord", {"Portugal", "Ghana"}),
    ],
)  # fmt: skip
def test_an_agreement_is_named_by_its_parties(sentence: str, name: str, parties: set[str]) -> None:
    assert triples(read(sentence)) >= {(party, "party to", name) for party in parties}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Funded by: Norway and IOM", {("Norway", "funds"), ("IOM", "funds")}),
        ("Main donor: Norway. Lead agency: UNHCR", {("Norway", "funds"), ("UNHCR", "implements")}),
        ("Moderator: Norway", set()),
    ],
)
def test_a_label_tells_of_what_is_named_above_it(line: str, expected: set[tuple[str, str]]) -> None:
    text = (
        "# Quay Days 2031\n\n## Plan\n\nThe plan for the next year was read to all, and nobody in the hall had a question about it.\n\n"
        f"### Open Quays Programme\n\n{line}.\n"
    )
    found = triples(extract(parse_report(text), edition="x2031"))
    assert found == {(who, does, "Open Quays Programme") for who, does in expected}


def test_a_table_states_who_runs_and_who_pays() -> None:
    text = (
        "# Quay Days 2031\n\n## Plan\n\nThe plan for the next year was read to all, and nobody in the hall had a question about it.\n\n"
        "| Activity | Implementing agency | Donors |\n|---|---|---|\n"
        "| Open Quays Programme | UNHCR | Norway, Denmark |\n| Tide Watch Fund | IOM | European Union |\n"
    )
    assert triples(extract(parse_report(text), edition="x2031")) == {
        ("UNHCR", "implements", "Open Quays Programme"),
        ("Norway", "funds", "Open Quays Programme"),
        ("Denmark", "funds", "Open Quays Programme"),
        ("IOM", "implements", "Tide Watch Fund"),
        ("European Union", "funds", "Tide Watch Fund"),
    }


# ---------------------------------------------------------------- mentions, topics, claims, evidence


def test_a_mention_has_every_place_of_its_section() -> None:
    facts = read("Norway and Denmark met.", "Norway left, and Norwegian crews stayed.")
    found = {row.target: row.count for row in facts[Mention]}
    assert found == {"country/NOR": 3, "country/DNK": 1}
    assert {row.section for row in facts[Mention]} == {"section/x2031/s01"}


def test_a_body_goes_on_by_its_noun_when_no_other_has_it() -> None:
    facts = read("The Harbour Workers' Network met.", "The Network is new, and the Bridge Institute liked the Network.")
    assert {row.target: row.count for row in facts[Mention]} == {
        "organisation/harbour-workers-network": 3,
        "organisation/bridge-institute": 1,
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Accra already has a plan.",
        "Tomas Vik hoped that Accra would come back.",
        "Accra and Valletta, he feared, would close the port.",
        "Talks between Valletta and Accra went on.",
        "Norway has an accord with Accra.",
    ],
)
def test_a_capital_that_acts_is_its_country(sentence: str) -> None:
    assert "country/GHA" in {row.target for row in read(sentence)[Mention]}


@pytest.mark.parametrize(
    "sentence", ["They met in Accra.", "A boat left for Accra.", "The road between Accra and Kumasi is long."]
)
def test_a_capital_where_people_meet_is_a_city(sentence: str) -> None:
    assert "country/GHA" not in {row.target for row in read(sentence)[Mention]}


def test_topics_are_found_by_their_labels() -> None:
    assert "labour migration" in {row.name for row in read("Labour mobility helps.")[Topic]}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Conflicts drove the ferrymen away.", True),
        ("She spoke of wars and conflicts.", True),
        ("What the port needs often conflicts with what the town wants.", False),
        ("Members declared their conflicts of interest before the trade wars were discussed.", False),
    ],
)
def test_a_label_in_another_sense_is_no_topic(sentence: str, told: bool) -> None:
    assert ("geopolitical instability and conflict" in {row.name for row in read(sentence)[Topic]}) is told


def test_what_a_document_counts_is_put_beside_what_was_found() -> None:
    counted = "The Harbour Migration Conference brought together 12 speakers in 9 sessions."
    text = f"Harbour Migration Conference 2031\n\nWelcome\n\n{counted}{REST}\n\n{STAGE}"
    claims = {row.counts: (row.value, row.found) for row in extract(parse_report(text), edition="x2031")[Claim]}
    assert claims == {"speakers": (12, 3), "sessions": (9, 1)}


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("The forum took place in Oslo and was attended by 120 participants from 14 countries.", True),
        ("It was attended by 120 participants from 14 countries.", True),
        ("The two-day meeting brought together 120 participants from 14 countries.", True),
        ("Fjord Forum was attended by 120 participants from 14 countries.", True),
        ("The summit of Rabat was attended by 120 participants from 14 countries.", False),
    ],
)
def test_who_attended_is_counted_of_this_event_and_no_other(sentence: str, counted: bool) -> None:
    text = f"Fjord Forum 2031\n\nIntroduction\n\nNobody was late. {sentence}\n"
    claims = {row.counts: row.value for row in extract(parse_report(text), edition="x2031")[Claim]}
    assert claims == ({"participants": 120, "countries": 14} if counted else {})


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("The Quay Forum 2031 brought together 90 participants and 12 speakers.", {"participants": 90, "speakers": 12}),
        ("The forum gathered 90 participants in three sessions.", {"participants": 90, "sessions": 3}),
        ("Over 90 delegates attended the forum.", {"delegates": 90}),
        ("More than 90 delegates took part in the two-day forum.", {"delegates": 90}),
        ("Over 90 delegates attended the forum of the Reef Office.", {}),
        ("A workshop in Malta brought together 90 participants.", {}),
        ("The Quay Forum heard that in 2031 participants would pay.", {}),
    ],
)
@pytest.mark.parametrize("heading", ["", "Panel 1: Fog\n\n"])
def test_the_year_of_an_event_is_no_number_and_who_attended_is_counted(
    heading: str, sentence: str, counted: dict[str, int]
) -> None:
    text = f"Quay Forum 2031\n\nOslo, 3-4 May 2031\n\nReport\n\n{heading}{sentence} Ada Brook, Director of the Port Office, said that fog was late.\n"
    claims = {row.counts: row.value for row in extract(parse_report(text), edition="x2031")[Claim]}
    assert claims == counted


def test_prose_without_any_layout_is_an_article() -> None:
    text = "Norway signed the Ports Convention on Monday. The European Union welcomed it on Tuesday." + REST
    facts = extract(parse_report(text), edition="x2031")
    assert [row.kind for row in facts[Section]] == ["article"]
    assert ("Norway", "party to", "Ports Convention") in triples(facts)


def test_every_fact_of_the_content_prints_its_evidence() -> None:
    text = "Norway funds the Harbour Fund. Ada Nkemelu praised Malta's agreement with Ghana. The Fund grew."
    whole = STAGE + text + "\n"
    document = parse_report(whole)
    for row in extract(document, edition="x2031"):
        for span in getattr(row, "evidence", ()):
            assert span == document.span(span.start, span.end, span.basis), row.id
