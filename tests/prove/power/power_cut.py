"""Power cuts: writers of the log killed and their files spoiled by the thousand, recordings cut off anywhere.

Rule: from one seed. What the disk has eaten is counted and is no fault; that it is not said, or that the log does not
go on, is one.
"""

import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.prove.power.cut_recordings import cut_recordings
from tests.prove.power.torn_log import DAMAGES, Cut, cut_power, killed_writer
from tests.prove.proof import Outcome, Proof, shortened

WRITERS = 40
CUTS_EACH = 25
RECORDING_CUTS = 200
SEED = 20261122
MOST_TOLD = 20


def power_cut(share: float) -> Outcome:
    """Cuts the power again and again."""
    dice = Random(SEED)
    cuts: list[Cut] = []
    with tempfile.TemporaryDirectory(prefix="diem-cau-power-") as folder:
        root = Path(folder)
        for number in range(shortened(WRITERS, share, least=1)):
            source = root / f"writer-{number}"
            source.mkdir()
            reported = killed_writer(source, dice)
            for time in range(CUTS_EACH):
                damage = list(DAMAGES)[time % len(DAMAGES)]
                cuts.append(cut_power(source, reported, damage, root / f"cut-{number}-{time}", dice))
        recordings = cut_recordings(root, shortened(RECORDING_CUTS, share, least=5), dice)
    faults = [f"{cut.damage}: {fault}" for cut in cuts for fault in cut.faults] + recordings.faults
    facts = {"seed": SEED, "cuts": len(cuts), "damages": _figures(cuts), "recordings": recordings.facts}
    return Outcome(facts, tuple(faults[:MOST_TOLD]), _table(cuts))


def _by_damage(cuts: Sequence[Cut]) -> dict[str, list[Cut]]:
    sorted_out: dict[str, list[Cut]] = defaultdict(list)
    for cut in cuts:
        sorted_out[cut.damage].append(cut)
    return sorted_out


def _figures(cuts: Sequence[Cut]) -> dict[str, dict[str, int]]:
    return {
        damage: {
            "cuts": len(of),
            "lost_nothing": sum(not cut.lost_lines for cut in of),
            "most_lost_lines": max(cut.lost_lines for cut in of),
            "faults": sum(len(cut.faults) for cut in of),
        }
        for damage, of in _by_damage(cuts).items()
    }


def _table(cuts: Sequence[Cut]) -> str:
    lines = [
        "| what the disk did | cuts | lost nothing | most lines lost | all of it said | faults |",
        "|---|---|---|---|---|---|",
    ]
    for damage, of in _by_damage(cuts).items():
        kept, most = sum(not cut.lost_lines for cut in of), max(cut.lost_lines for cut in of)
        said = "yes" if all(cut.told for cut in of if cut.lost_lines) else "no"
        lines.append(f"| {damage} | {len(of)} | {kept} | {most} | {said} | {sum(len(cut.faults) for cut in of)} |")
    return "\n".join(lines)


POWER = Proof(
    "power-cut",
    "After a power cut, a thousand times: the log opens, says where it ends and goes on; recordings play to the cut.",
    power_cut,
    minutes=8,
)
