"""`main.py prove [NAME…]`: runs the long proofs, keeps their results beside the code, and writes the table of all.

Rule: a proof that was run on this very commit is not run again unless it is named, so that a run that was broken off
goes on where it stopped. A result says on which commit, when and on what machine it was found. A tool of
engineers, from a checkout: it speaks English only.
"""

import sys
import time
from pathlib import Path
from typing import Any

import msgspec

from console.command_line.exits import BadInput, Exit
from console.command_line.requests import RunProofs
from hardware.processes.published_state import NotSeen
from tests.bench.live_meeting import BenchFailed
from tests.bench.run import ended_by_signal, stamp
from tests.own_process import NotInTime
from tests.prove.bad_site.bad_site import BAD_SITE
from tests.prove.cameras import CAMERAS
from tests.prove.disks.disks import DISKS
from tests.prove.endurance import ENDURANCE
from tests.prove.faults.faults import FAULT_TABLE
from tests.prove.figures import FIGURES
from tests.prove.frozen_window import FROZEN
from tests.prove.hostile.hostile_octets import HOSTILE
from tests.prove.kills.kills import KILLED
from tests.prove.long.long_meeting import LONG, REAL_TIME
from tests.prove.loopback_demo import DEMO
from tests.prove.media import MEDIA
from tests.prove.power.power_cut import POWER
from tests.prove.proof import Outcome, Proof
from tests.prove.scripted_hour import HOUR
from tests.prove.soak import SOAK
from tests.prove.storm import STORM

RESULTS = Path(__file__).resolve().parent / "results"
PROOFS: tuple[Proof, ...] = (
    FIGURES,
    STORM,
    DEMO,
    HOUR,
    ENDURANCE,
    HOSTILE,
    CAMERAS,
    MEDIA,
    KILLED,
    BAD_SITE,
    FROZEN,
    POWER,
    DISKS,
    LONG,
    REAL_TIME,
    SOAK,
    FAULT_TABLE,
)


def run_proofs(request: RunProofs) -> int:
    """Runs the named proofs, or all that were not run on this commit."""
    known = {proof.name: proof for proof in PROOFS}
    unknown = [name for name in request.names if name not in known]
    if unknown:
        raise BadInput(f"There is no proof {', '.join(unknown)}; there are {', '.join(known)}.")
    wanted = [known[name] for name in request.names] or [
        proof for proof in PROOFS if not proof.only_named and not is_fresh(proof)
    ]
    with ended_by_signal():
        held = [run_one(proof, request.percent / 100) for proof in wanted]
    print(table_of(RESULTS))
    return Exit.DONE if all(held) else Exit.FAILED


def is_fresh(proof: Proof) -> bool:
    """Tells whether there is a result of this very commit."""
    result, now = read_result(RESULTS / f"{proof.name}.json"), stamp()
    return (
        result is not None
        and is_whole(result)
        and result["commit"] == now["commit"]
        and not (now["changed"] or result["changed"])
    )


def is_whole(result: dict[str, Any]) -> bool:
    """Tells whether a result is that of the full proof."""
    return bool(result.get("percent", 100) == 100)


def run_one(proof: Proof, share: float) -> bool:
    """Runs a share of a proof and writes its result; returns whether the promise held."""
    print(f"{proof.name}: {proof.promise} (about {proof.minutes * share:g} min)", flush=True)
    began = time.monotonic()
    try:
        outcome = proof.run(share)
    except (BenchFailed, NotSeen, NotInTime) as error:
        outcome = Outcome({}, (str(error),))
    write_result(RESULTS, proof, outcome, time.monotonic() - began, share)
    if outcome.table:
        print(outcome.table)
    for fault in outcome.faults:
        sys.stderr.write(f"{proof.name}: {fault}\n")
    return outcome.held


def write_result(folder: Path, proof: Proof, outcome: Outcome, took_seconds: float, share: float = 1.0) -> None:
    """Writes one result and the table of all; `share` is how much of the full proof was run."""
    result = stamp() | {
        "proof": proof.name,
        "promise": proof.promise,
        "held": outcome.held,
        "faults": outcome.faults,
        "took_seconds": round(took_seconds),
        "percent": round(share * 100),
        "facts": outcome.facts,
    }
    folder.mkdir(exist_ok=True)
    content = msgspec.json.format(msgspec.json.encode(result), indent=2)
    (folder / f"{proof.name}.json").write_bytes(content + b"\n")
    if outcome.table:
        (folder / f"{proof.name}.md").write_text(outcome.table + "\n", encoding="utf-8")
    if outcome.drawing is not None:
        outcome.drawing(folder / f"{proof.name}.svg")
    (folder / "README.md").write_text(table_of(folder) + "\n", encoding="utf-8")


def read_result(path: Path) -> dict[str, Any] | None:
    """Returns a result, None when there is none."""
    result: dict[str, Any] | None = msgspec.json.decode(path.read_bytes()) if path.exists() else None
    return result


def table_of(folder: Path) -> str:
    """Returns the table of all results in Markdown."""
    lines = [
        "# What was proved, where and when",
        "",
        "| proof | promise | held | commit | date |",
        "|---|---|---|---|---|",
    ]
    for proof in PROOFS:
        result = read_result(folder / f"{proof.name}.json")
        if result is None:
            lines.append(f"| {proof.name} | {proof.promise} | not run | | |")
            continue
        held = "yes" if result["held"] else "no: " + "; ".join(result["faults"])
        if not is_whole(result):
            held += f" ({result['percent']} % of the proof)"
        commit = result["commit"][:10] + (" and changes" if result["changed"] else "")
        lines.append(f"| {proof.name} | {proof.promise} | {held} | {commit} | {result['date']} |")
    return "\n".join(lines)
