"""Gives one decoder its many inputs, in a process of its own: crash, hang and growth are seen from outside.

Rule: a timer ends what hangs, and the input that did it is named; memory is looked at after a tenth and at the end.
"""

import logging
import multiprocessing
import os
import signal
import time
from collections.abc import Generator
from contextlib import contextmanager
from multiprocessing.connection import Connection

import msgspec
import psutil

from tests.prove.hostile.corpus import read_corpus
from tests.prove.hostile.decoder import Decoder, answer_to
from tests.prove.hostile.decoders import DECODERS
from tests.prove.hostile.mutation import Mutation
from tests.prove.hostile.reached_lines import ReachedLines

HANG_SECONDS = 5
"""So much of the processor's time may no single input take; a busy machine is no decoder's fault."""
MOST_GROWTH_BYTES = 16 * 1024 * 1024
MOST_ANSWERS = 120
MOST_GOOD = 400
MOST_NAMED_OCTETS = 4096
NICENESS = 15
SAMPLE = 40
"""One input of so many is watched on its way, which costs some fifty times its time."""


class Hammered(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one decoder."""

    name: str
    cases: int
    taken: int = 0
    answers: int = 0
    lines: int = 0
    """Lines of our own code that the watched inputs reached."""
    slowest_ms: float = 0.0
    grown_bytes: int = 0
    took_seconds: float = 0.0
    fault: str = ""
    found: dict[str, bytes] = {}
    """The inputs with a new answer, by it."""


class HangsError(Exception):
    """One input has taken too long."""


def hammer(name: str, cases: int) -> Hammered:
    """Hammers a decoder in a new process and returns what became of it."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    context = multiprocessing.get_context("spawn")
    child = context.Process(target=_hammer_here, args=(name, cases, theirs))
    child.start()
    theirs.close()
    try:
        told = msgspec.msgpack.decode(ours.recv_bytes(), type=Hammered)
    except EOFError:
        child.join()
        return Hammered(name=name, cases=cases, fault=f"the process ended with {child.exitcode}")
    child.join()
    return told


def _hammer_here(name: str, cases: int, parent: Connection) -> None:
    os.nice(NICENESS)
    logging.disable()  # a million warnings about hostile files are none
    decoder = next(decoder for decoder in DECODERS if decoder.name == name)
    parent.send_bytes(msgspec.msgpack.encode(hammered(decoder, cases)))


def hammered(decoder: Decoder, cases: int) -> Hammered:
    """Gives the decoder so many inputs in this process."""
    own = psutil.Process()
    corpus = read_corpus(decoder.name)
    good = [*decoder.begin(), *(kept.content for kept in corpus if ":" not in kept.why)]
    odd = [kept.content for kept in corpus if ":" in kept.why]
    answers = {kept.why for kept in corpus}
    mutation, taken, slowest, began, warm = Mutation(decoder.name, decoder.longest_octets), 0, 0.0, time.monotonic(), 0
    fault, number, found, reached = "", 0, dict[str, bytes](), ReachedLines()
    with _alarmed():
        for number in range(1, cases + 1):
            octets = mutation.of(good, odd)
            watched = number % SAMPLE == 0
            signal.setitimer(signal.ITIMER_PROF, HANG_SECONDS)
            before = time.process_time()
            try:
                answer, news = reached.answer_to(decoder, octets) if watched else (answer_to(decoder, octets), False)
            except Exception as error:  # noqa: BLE001 - whatever is no refusal is the finding
                fault = f"{type(error).__name__} ({error}) on {octets[:MOST_NAMED_OCTETS].hex()}"
                break
            took = time.process_time() - before
            slowest = max(slowest, 0.0 if watched else took)
            taken += ":" not in answer
            if answer not in answers and len(answers) < MOST_ANSWERS:
                answers.add(answer)
                found[answer] = octets
                (odd if ":" in answer else good).append(octets)
            elif news and len(good) < MOST_GOOD:
                good.append(octets)  # known by its answer, and yet it has come to a new place
            if number == cases // 10:
                warm = own.memory_info().rss
    grown = own.memory_info().rss - warm if warm else 0
    if not fault and grown > MOST_GROWTH_BYTES:
        fault = f"grew by {grown} bytes"
    return Hammered(
        name=decoder.name,
        cases=number,
        taken=taken,
        answers=len(answers),
        lines=len(reached.lines),
        slowest_ms=round(slowest * 1000, 2),
        grown_bytes=grown,
        took_seconds=round(time.monotonic() - began, 1),
        fault=fault,
        found=found,
    )


@contextmanager
def _alarmed() -> Generator[None]:
    def ring(_number: int, _frame: object) -> None:
        raise HangsError(f"more than {HANG_SECONDS} s")

    former = signal.signal(signal.SIGPROF, ring)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)
