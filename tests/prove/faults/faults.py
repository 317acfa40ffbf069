"""The table of faults: what each promises, what shows it, the last measured figures, and what nothing shows.

Rule: a row whose test is gone or whose proof did not hold is a fault of the table; a row that was not reached is not,
but it is printed.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from tests.own_process import ROOT
from tests.prove.faults.fault_rows import FAULTS, FaultRow
from tests.prove.proof import Outcome, Proof

RESULTS = Path(__file__).resolve().parents[1] / "results"
SHOWN_CHARACTERS = 160


def faults(_share: float) -> Outcome:
    """Reads the table's tests and results."""
    results = {row.proof: _result(row.proof) for row in FAULTS if row.proof}
    missing_tests = [
        f"{row.fault}: there is no test {test}" for row in FAULTS for test in row.tests if not exists(test)
    ]
    broken = [
        f"{proof}: {fault}"
        for proof, result in results.items()
        if result is not None and not result["held"]
        for fault in result["faults"][:3]
    ]
    facts = {
        "rows": len(FAULTS),
        "shown": sum(bool(row.tests) and not row.missing for row in FAULTS),
        "not_wholly_reached": {row.fault: row.missing for row in FAULTS if row.missing},
    }
    return Outcome(facts, (*missing_tests, *broken), table_of(FAULTS, results))


def exists(test: str) -> bool:
    """Tells whether a file has a test whose name begins so; without a name the file is enough."""
    file, _, name = test.partition("::")
    path = ROOT / file
    if not path.is_file():
        return False
    beginning = rf"^\s*(async )?def {name or 'test_'}"
    return re.search(beginning, path.read_text("utf-8"), re.MULTILINE) is not None


def table_of(rows: Sequence[FaultRow], results: Mapping[str, Mapping[str, Any] | None]) -> str:
    """Returns the table in Markdown."""
    lines = ["| fault | promise | shown by | last measured | not reached |", "|---|---|---|---|---|"]
    for row in rows:
        shown = [f"`{test.removeprefix('tests/').partition('::')[0]}`" for test in row.tests]
        shown += [f"`prove {row.proof}`"] if row.proof else []
        figures = figures_of(row, results.get(row.proof))
        said = " ".join(dict.fromkeys(shown)) or "nothing"
        lines.append(f"| {row.fault} | {row.promise} | {said} | {figures} | {row.missing} |")
    return "\n".join(lines)


def figures_of(row: FaultRow, result: Mapping[str, Any] | None) -> str:
    """Returns the last figures of a row's proof, with what the proof has found wrong."""
    if not row.proof:
        return ""
    if result is None:
        return "not run"
    facts = result["facts"]
    if row.proof == "kills":
        return "; ".join(_killed(facts, victim) for victim in row.figures)
    told = [f"{name}: {msgspec.json.encode(facts[name]).decode()}" for name in row.figures if name in facts]
    return "; ".join(told)[:SHOWN_CHARACTERS] or ("held" if result["held"] else "did not hold")


def _killed(facts: Mapping[str, Any], victim: str) -> str:
    """Returns how a kind of process came back, and beside what load."""
    of = [kill for kill in facts["each"] if kill["victim"] == victim]
    if not of:
        return f"{victim}: not killed"
    back = max(kill["back_seconds"] or 0.0 for kill in of)
    sites = max(kill["sites_seconds"] or 0.0 for kill in of)
    violations = sum(len(kill["violations"]) for kill in of)
    load = max(kill["load"] for kill in of)
    return (
        f"{len(of)} kills of the {victim}, {facts['sites']} sites, {violations} violations; works again in at most "
        f"{back:.1f} s, sites back in {sites:.1f} s (load up to {load:.0f} on two cores)"
    )


def _result(proof: str) -> Mapping[str, Any] | None:
    path = RESULTS / f"{proof}.json"
    found: Mapping[str, Any] | None = msgspec.json.decode(path.read_bytes()) if path.exists() else None
    return found


FAULT_TABLE = Proof(
    "faults", "Every fault of the table has its promise, what shows it, and what nothing shows.", faults, minutes=0.1
)
