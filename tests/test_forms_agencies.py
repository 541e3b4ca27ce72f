"""Constructions of German and Italian agency prose: who signs and answers, speaks for a body, agrees, or is told of without a verb of saying."""

from __future__ import annotations

import pytest
from forms import names, posts
from forms import read as parsed
from test_content import triples
from test_forms_languages import GERMAN, ITALIAN, WHO_DE, WHO_IT, read, said

from vmcgraph.model import Instrument, Organisation


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Nach Worten der Hafenministerin soll der Kai im Mai öffnen.", [("Boateng", "nach worten", "reported")]),
        ("Der Kai sei zu eng, hieß es von Möwe.", [("Möwe", "hieß es", "reported")]),
        ("Kritik kam von Möwe: Der Kai sei zu eng.", [("Möwe", "kritik kam", "reported")]),
        ("Der Leiterin des Kais, Ama Boateng, zufolge fehlen noch immer ein paar kleine und neue Boote.", [("Boateng", "zufolge", "reported")]),
        ("Möwe hielt dagegen: Der Kai sei breit genug.", [("Möwe", "hielt dagegen", "reported")]),
        ("Möwe ließ offen, wann genau der neue Kai wieder für alle öffnet.", [("Möwe", "ließ offen", "reported")]),
        ('"Ohne Boote", erklärte Direktor Jan Möwe, "kommt niemand an."', [("Möwe", "erklärte", "quote")]),
        ('Der Direktor des Hafens, Jan Möwe: "Wir warten noch."', [("Möwe", None, "quote")]),
        ("Kritik kam dann auch noch von Möwe und das schon im letzten Mai.", []),
        # to whom or of whom something is said
        ("Ada Holm warf Möwe vor, den Kai seit vielen Jahren zu vergessen.", []),
        ("Die Opposition warf Möwe vor, den Kai seit vielen Jahren zu vergessen.", []),
        ("Die FPÖ kritisierte Möwe am Abend noch scharf für den engen Kai.", []),
        ("Zuvor hatte die Caritas Möwe vorgeworfen, den Kai zu vergessen.", []),
        ("Den Lotsen warf Möwe vor, den Kai seit vielen Jahren zu vergessen.", [("Möwe", "warf vor", "reported")]),
        ("Faulheit warf Möwe den Lotsen vor, und zwar seit vielen Jahren schon.", [("Möwe", "warf vor", "reported")]),
        ("Das Modell lobte Möwe am Abend noch als Vorbild für viele Häfen.", [("Möwe", "lobte", "reported")]),
        ("Der Kai sei zu eng, warf ihm Heike Lorenzen von der Diakonie am Abend vor.", [("Lorenzen", "warf vor", "reported")]),
    ],
)  # fmt: skip
def test_who_says_what_in_german(sentence: str, wanted: list[tuple[str, str | None, str]]) -> None:
    found = [
        (who, verb.lower() if verb else None, kind)
        for who, verb, kind in said(read("Hafen", f"{WHO_DE}\n\n{sentence}", GERMAN))
    ]
    assert found == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Come ricordato dal direttore Bruno Gelsi, i moli sono pieni.", [("Gelsi", "Come ricordato", "reported")]),
        ('"Il molo è chiuso", così il direttore Bruno Gelsi.', [("Gelsi", "così", "quote")]),
        ('"Il molo è chiuso ormai": è il commento di Bruno Gelsi.', [("Gelsi", "è il", "reported")]),
        ("Il molo vecchio, per il direttore, resta chiuso fino a maggio.", [("Gelsi", "per", "reported")]),
        ('Gli ha fatto eco il direttore Bruno Gelsi: "Il molo è chiuso".', [("Gelsi", "ha fatto eco", "quote")]),
        ('Ne è convinta Elsa Brandi, docente di diritto: "Il molo va aperto".', [("Brandi", None, "quote")]),
        ('"Il molo è chiuso - ha detto il direttore Bruno Gelsi - e tale resta".', [("Gelsi", "ha detto", "quote")]),
        ("Ha preso la parola Bruno Gelsi, direttore dei moli, per il quale servono piloti.", [("Gelsi", "per", "reported")]),
        ("Per il porto è intervenuto il direttore Bruno Gelsi, da poco in carica.", []),
        ("C'era il direttore Bruno Gelsi. L'opposizione ha criticato Gelsi per il molo chiuso.", []),
        ("C'era il direttore Bruno Gelsi. Il molo lo ha criticato Gelsi già a maggio.", [("Gelsi", "ha criticato", "reported")]),
        ("C'era il direttore Bruno Gelsi. A Gelsi ha risposto la deputata Elsa Brandi con un no.", [("Brandi", "ha risposto", "reported")]),
        ("Secondo Elsa Brandi della Caritas di Molo mancano i piloti e anche i fondi.", [("Brandi", "Secondo", "reported")]),
    ],
)  # fmt: skip
def test_who_says_what_in_italian(sentence: str, wanted: list[tuple[str, str | None, str]]) -> None:
    assert said(read("Porto", f"{WHO_IT}\n\n{sentence}", ITALIAN)) == wanted


def test_offices_are_called_by_other_words() -> None:
    italian = "Il sindaco Lino Moli ha aperto i lavori. Il primo cittadino ha chiesto fondi. L'assessore Piero Banchi è arrivato. Così ha detto l'assessore."
    assert ("Moli", "ha chiesto", "reported") in said(read("Porto", italian, ITALIAN))
    german = "Bürgermeisterin Ada Kiel kam am Montag auch an den neuen Kai. Die Stadtchefin forderte dort mehr Boote."
    assert said(read("Hafen", german, GERMAN)) == [("Kiel", "forderte", "reported")]
    spoken = "Ha detto di no la deputata Ada Kiel. L'esponente dem ha poi ricordato i piloti."
    assert ("Kiel", "ha ricordato", "reported") in said(read("Porto", spoken, ITALIAN))


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Die Leiterin der IHK Nordkai, Ama Boateng, lud ein.", ("Ama Boateng", "Leiterin", "IHK Nordkai", "")),
        ("Die SPD lehnt ab. Ihr hafenpolitischer Sprecher Jan Möwe lud ein.", ("Jan Möwe", "hafenpolitischer Sprecher", "SPD", "")),
        ("Für die Diakonie sagte Heike Lorenzen, man werde helfen.", ("Heike Lorenzen", None, "Diakonie", "")),
        ("Laut Hafenforscherin Ada Holm von der Wirtschaftsuniversität Emden ist das so.", ("Ada Holm", "Hafenforscherin", "Wirtschaftsuniversität Emden", "")),
        ("Laut Ada Holm von der Diakonie Emden ist das so.", ("Ada Holm", None, "Diakonie Emden", "")),
        ("Lotsenchefin Ada von der Heide lud ein.", ("Ada von der Heide", "Lotsenchefin", None, "")),
        ("Jan Möwe, Direktor des Hafeninstituts Emden und Präsident der Stiftung Boje, kam.", ("Jan Möwe", "Präsident", "Stiftung Boje", "")),
    ],
)  # fmt: skip
def test_german_posts(sentence: str, wanted: tuple[str, str | None, str | None, str]) -> None:
    assert wanted in posts(parsed(f"Hafen\n\n{sentence}\n\n{GERMAN}\n"))


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Lo ha detto Nino Moli, direttore del Gect Laguna.", ("Nino Moli", "direttore", "Gect Laguna", "")),
        ("Lo ha detto la vicepresidente della Giunta regionale Chiara Moli.", ("Chiara Moli", "vicepresidente", "Giunta regionale", "")),
        ("Lo ha detto il docente di diritto Nino Moli a Trieste.", ("Nino Moli", "docente di diritto", None, "")),
        ("Nino Moli, docente di diritto all'Università di Molo e presidente dell'Osservatorio Rotte, ha aperto.",
         ("Nino Moli", "presidente", "Osservatorio Rotte", "")),
        ("Da Trieste l'imprenditore Nino Moli ha scritto.", ("Nino Moli", "imprenditore", None, "")),
    ],
)  # fmt: skip
def test_italian_posts(sentence: str, wanted: tuple[str, str | None, str | None, str]) -> None:
    assert wanted in posts(parsed(f"Porto\n\n{sentence}\n\n{ITALIAN}\n"))


def test_two_holders_make_no_body_of_one() -> None:
    text = f"Porto\n\nC'erano il presidente del Consiglio regionale Aldo Moli e il comandante della Capitaneria, Nico Vela.\n\n{ITALIAN}\n"
    facts = parsed(text)
    assert names(facts) == {"Aldo Moli", "Nico Vela"}
    assert ("Aldo Moli", "presidente", "Consiglio regionale", "") in posts(facts)


def test_who_signs_and_who_answers() -> None:
    text = f"Hafen\nVon Ragna Petersen, dpa\n\n{GERMAN}\n\n## Kontakt\n- Pressestelle Hafenagentur Emden, Dr. Uwe Pahl, +49 30 555 10\n- Rund um die Uhr, +49 30 555 11\n"
    facts = parsed(text)
    assert names(facts) == {"Ragna Petersen", "Uwe Pahl"}
    assert {("Ragna Petersen", None, "dpa", ""), ("Uwe Pahl", None, "Hafenagentur Emden", "")} <= posts(facts)


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        (GERMAN, "Das kündigte der Direktor beim Küstenforum Lotsen in Emden an.", {"Küstenforum Lotsen"}),
        (GERMAN, "Das kündigte der Direktor bei der Pressekonferenz in Emden an.", set()),
        (ITALIAN, "Si è aperta la Conferenza costiera sui piloti.", {"Conferenza costiera sui piloti"}),
    ],
)
def test_meetings_of_agency_prose(language: str, sentence: str, wanted: set[str]) -> None:
    assert {row.name for row in read("Hafen", sentence, language)[Instrument]} == wanted


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        (GERMAN, "Es laden die Seeakademie für Lotsen und der Hafen ein.", {"Seeakademie für Lotsen"}),
        (ITALIAN, "Lo promuovono il Consorzio Approdi e la Croce rossa con il Land Baviera.", {"Consorzio Approdi", "Croce rossa", "Land Baviera"}),
        (ITALIAN, "Ne parla un'agenzia dell'Onu a Trieste.", set()),
    ],
)  # fmt: skip
def test_bodies_of_agency_prose(language: str, sentence: str, wanted: set[str]) -> None:
    found = {row.name for row in read("Hafen", sentence, language)[Organisation]}
    assert wanted <= found and not any("agenzia" in name for name in found)


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        (GERMAN, 'Am späten Abend unterzeichneten dann noch in aller Eile Malta und Ghana die "Emder Erklärung".',
         {("Malta", "party to", "Emder Erklärung"), ("Ghana", "party to", "Emder Erklärung")}),
        (GERMAN, 'Als Vorbild gilt das Programm "Offene Kais", mit dem die Stiftung Boje in Ghana Lotsen anwirbt.', {("Stiftung Boje", "implements", "Offene Kais")}),
        (ITALIAN, "Il progetto Rotte Sicure è partito in Ghana con risorse della Fondazione Boa.", {("Fondazione Boa", "funds", "Rotte Sicure")}),
        (GERMAN, 'Als Vorbild gilt das Programm "Offene Kais", mit dem die Stiftung Boje von Ghana gestört wird.', set()),
    ],
)  # fmt: skip
def test_relations_of_agency_prose(language: str, sentence: str, wanted: set[tuple[str, str, str]]) -> None:
    found = triples(read("Hafen", sentence, language))
    assert wanted <= found
    assert wanted or not found
