"""Whether two share stages more often than chance would bring."""

from __future__ import annotations

from vmcgraph.analysis.centrality import figure, small
from vmcgraph.analysis.study import Row, Study, Table, analysis
from vmcgraph.surprise import MORE, TOO_FEW, sentence

_ORDER = (MORE, "as-chance", TOO_FEW)


@analysis("surprise")
def surprise(study: Study) -> Table:
    """Which pairs share stages more often than chance would bring, and of which one cannot say.

    The method, and the papers that it is from, are told in `vmcgraph.surprise`.

    Args:
        study: its editions are kept to.

    Returns:
        who, with, observed (sessions whose stage they share), expected, p-value, corrected (for the number of pairs; empty
        where nothing can be said), verdict in words; the clearest first, those of one p-value by their names.
    """
    chance = study.scene.chance()
    found = [(chance.of(*pair), sorted(study.names[iri] for iri in pair)) for pair in chance.pairs()]
    found.sort(key=lambda pair: (_ORDER.index(pair[0].verdict), small(pair[0].p_value, 3), pair[1]))
    rows: list[Row] = []
    for told, names in found:
        words = sentence(told.observed, told.expected, told.verdict)
        corrected = None if told.corrected is None else small(told.corrected, 3)
        rows.append((*names, told.observed, figure(told.expected), small(told.p_value, 3), corrected, words))
    few = sum(told.verdict == TOO_FEW for told, *_ in found)
    return Table(
        ("who", "with", "observed", "expected", "p-value", "corrected", "how surprising"),
        tuple(rows),
        f"Shared stages against those that chance would bring if every session had as many people and everybody as many sessions; "
        f"of {few} of {len(found)} pairs there are too few events to say, which for one edition is the rule, and organisers who put "
        "two together on purpose are no chance either.",
    )
