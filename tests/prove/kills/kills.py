"""Processes killed at random in the middle of a meeting, by the hundred: nothing answered is lost, all come back.

Rule: the order of deaths and the operator's acts come from one seed. A time that a loaded machine spoils is a fault all
the same; the machine's load stands beside it.
"""

import asyncio
import math
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random

from tests.bench.measure import percentile
from tests.prove.kills.hand import Hand
from tests.prove.kills.kill_rounds import Kill, KillRounds
from tests.prove.kills.kill_stand import kill_stand
from tests.prove.kills.log_witness import LogWitness
from tests.prove.kills.victims import Victim
from tests.prove.proof import Outcome, Proof, shortened

KILLS = 500
SITES = 34
"""Light sites; with the main room and a site that runs the program itself there are 36."""
SOME_SITES, LEAST_SITES = 16, 3
"""Light sites of a tenth of the proof, and of a shortened instance."""
SEED = 20261122
SITES_BACK_SECONDS = 10.0
"""Promised of 36 sites after the death of bridge or worker."""
MOST_TOLD = 20
WEIGHTS = {
    Victim.BRIDGE: 4,
    Victim.WORKER: 2,
    Victim.KEEPER: 2,
    Victim.PAIR: 1,
    Victim.WINDOW: 1,
    Victim.SATELLITE: 1,
    Victim.MAIN_ROOM: 1,
}


def kills(share: float) -> Outcome:
    """Kills a share of them."""
    count = shortened(KILLS, share, least=len(Victim))
    return asyncio.run(kill_many(count, sites_of(share)))


def sites_of(share: float) -> int:
    """Returns how many light sites take part."""
    if share >= 0.5:
        return SITES
    return SOME_SITES if share >= 0.1 else LEAST_SITES


async def kill_many(count: int, sites: int, seed: int = SEED) -> Outcome:
    """Kills so many processes of a meeting of so many light sites."""
    dice = Random(seed)
    victims = order_of_deaths(count, dice)
    with tempfile.TemporaryDirectory(prefix="diem-cau-kills-") as root:
        async with kill_stand(Path(root), sites) as stand:
            session = stand.meeting.state.session().session
            assert session is not None
            hand = Hand(stand.meeting.client, stand.meeting.state, stand.light, dice)
            witness = LogWitness(stand.folder.data, session, (*stand.light, stand.real_site))
            done = await KillRounds(stand, hand, witness, dice).play(victims, say)
            answered, lines = len(hand.done), len(witness.lines())
    facts = {
        "seed": seed,
        "sites": sites + 2,
        "kills": len(done),
        "commands_asked": hand.asked,
        "commands_answered_as_done": answered,
        "log_lines": lines,
        "in_silence": sum(kill.silent for kill in done),
        "each": [asdict(kill) for kill in done],
    }
    return Outcome(facts, faults_of(done, victims), table_of(done))


def order_of_deaths(count: int, dice: Random) -> list[Victim]:
    """Returns who dies after whom: everybody once, then by weight."""
    first = list(Victim)
    dice.shuffle(first)
    more = dice.choices(list(WEIGHTS), list(WEIGHTS.values()), k=max(0, count - len(first)))
    return [*first, *more][:count]


def say(kill: Kill) -> None:
    """Tells on the go what came of a kill."""
    sys.stderr.write(f"{kill.victim}: back {kill.back_seconds} s, sites {kill.sites_seconds} s, load {kill.load}\n")
    for violation in kill.violations:
        sys.stderr.write(f"    {violation}\n")
    sys.stderr.flush()


def faults_of(done: Sequence[Kill], wanted: Sequence[Victim]) -> tuple[str, ...]:
    """Returns what broke a promise."""
    broken = [f"{kill.victim}: {violation}" for kill in done for violation in kill.violations]
    late = [
        f"{kill.victim}: sites were back after {kill.sites_seconds} s (load {kill.load})"
        for kill in done
        if kill.victim in (Victim.BRIDGE, Victim.WORKER) and (kill.sites_seconds or math.inf) > SITES_BACK_SECONDS
    ]
    missing = (
        [f"after {len(done)} of {len(wanted)} kills something did not come back"] if len(done) < len(wanted) else []
    )
    return (*broken[:MOST_TOLD], *late[:MOST_TOLD], *missing)


def table_of(done: Sequence[Kill]) -> str:
    """Returns the figures by process, in Markdown."""
    lines = [
        "| process | kills | works again, p95 | worst | all sites back, p95 | worst | violations |",
        "|---|---|---|---|---|---|---|",
    ]
    for victim in Victim:
        of = [kill for kill in done if kill.victim is victim]
        if of:
            back = _times([kill.back_seconds for kill in of])
            sites = _times([kill.sites_seconds for kill in of])
            lines.append(f"| {victim} | {len(of)} | {back} | {sites} | {sum(len(kill.violations) for kill in of)} |")
    return "\n".join(lines)


def _times(seconds: Sequence[float | None]) -> str:
    known = [math.inf if each is None else each for each in seconds]
    return f"{percentile(known, 0.95):.1f} s | {max(known):.1f} s"


PROMISE = (
    "Whoever of the processes is killed, 500 times, under load: nothing that was answered as done is missing, the chain"
    " is whole, everything comes back as it was, 36 sites within 10 s, and nobody is heard before the standing order."
)
KILLED = Proof("kills", PROMISE, kills, minutes=90)
