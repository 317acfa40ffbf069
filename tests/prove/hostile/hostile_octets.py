"""Every decoder of outside octets under a million hostile inputs, every reader of whole files under twenty thousand.

Rule: neither crash nor hang nor growth, and no error but the decoder's own refusal; inputs with a new answer are kept
in the corpus. They are changed by chance, guided by the answers, and for a sample by the lines of our own that they
reach. Two decoders are hammered at a time, each in a process of its own, at the lowest priority but that of idling.
"""

from concurrent.futures import ThreadPoolExecutor

from tests.prove.hostile.corpus import write_corpus
from tests.prove.hostile.decoders import DECODERS
from tests.prove.hostile.hammering import Hammered, hammer
from tests.prove.proof import Outcome, Proof, shortened

LEAST_CASES = 200
AT_A_TIME = 2


def hostile_octets(share: float) -> Outcome:
    """Hammers all decoders; only the full proof adds to the corpus."""
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        each = [(decoder.name, shortened(decoder.cases, share, least=LEAST_CASES)) for decoder in DECODERS]
        results = list(pool.map(hammer, *zip(*each, strict=True)))
    if share >= 1:
        for result in results:
            write_corpus(result.name, result.found)
    return Outcome(_facts(results), tuple(f"{result.name}: {result.fault}" for result in results if result.fault))


def _facts(results: list[Hammered]) -> dict[str, dict[str, object]]:
    wanted = ("cases", "taken", "answers", "lines", "slowest_ms", "grown_bytes", "took_seconds")
    return {result.name: {name: getattr(result, name) for name in wanted} for result in results}


HOSTILE = Proof(
    "hostile-octets",
    "A million hostile inputs to each decoder of octets, and twenty thousand to each reader of files, are taken or"
    " refused: no crash, no hang, no growth.",
    hostile_octets,
    minutes=20,
)
