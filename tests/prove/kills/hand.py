"""The operator's hands while processes are killed: commands of every kind, several at a time, each answer kept.

Rule: the same for the same dice. What was answered is kept for good, for the log has to know it.
"""

import asyncio
from collections.abc import Callable
from random import Random

from console.commands import (
    AddNote,
    AnyCommand,
    BringToPodium,
    FinishSpeech,
    GrantFloor,
    LiftSafeStop,
    LiftSilence,
    MarkMoment,
    MoveFloorRequest,
    MuteAll,
    MuteSite,
    PutOnDeck,
    RequestFloor,
    ReturnToPrevious,
    SafeStop,
    SetLayout,
    SetSpeechLimit,
    SkipFloor,
    TakeOffDeck,
    UnmuteSite,
    WithdrawFloor,
)
from console.effects import Receipt
from console.meeting.meeting_commands import TakeCue
from console.meeting.meeting_snapshot import ScriptView
from console.words import CommandId, FloorSource, Layout, Outcome, SiteId
from hardware.link.link_client import BridgeClient, LinkLost, ReceiptMissing
from hardware.processes.published_state import PublishedState

HANDS = 3
LONGEST_PAUSE_SECONDS = 0.3
ANSWERED = (Outcome.DONE, Outcome.PARTLY)


class Hand:
    """Gives commands until it is told to stop; `done` are the answers that said "done", by command."""

    def __init__(self, client: BridgeClient, state: PublishedState, sites: tuple[SiteId, ...], dice: Random) -> None:
        self._client, self._state, self._sites, self._dice = client, state, sites, dice
        self._number = 0
        self._busy: list[asyncio.Task[None]] = []
        self.done: dict[CommandId, Receipt] = {}
        self.asked = 0

    def begin(self) -> None:
        """Begins to give commands, several at a time."""
        self._busy = [asyncio.create_task(self._press(), name=f"hand {number}") for number in range(HANDS)]

    async def stop(self) -> None:
        """Gives no more; those that no answer came to may or may not have been carried out."""
        for task in self._busy:
            task.cancel()
        await asyncio.gather(*self._busy, return_exceptions=True)
        self._busy = []

    async def give(self, command: AnyCommand) -> Receipt | None:
        """Gives one command; None when its answer was lost with the bridge."""
        self._number += 1
        command_id = f"hand-{self._number}"
        self.asked += 1
        try:
            receipt = await self._client.ask(command, command_id)
        except (LinkLost, ReceiptMissing):
            return None
        if receipt.outcome in ANSWERED:
            self.done[command_id] = receipt
        return receipt

    async def _press(self) -> None:
        while True:
            await asyncio.sleep(self._dice.uniform(0.0, LONGEST_PAUSE_SECONDS))
            command = self._dice.choice(self._wishes())()
            if command is not None:
                await self.give(command)

    # ------------------------------------------------------------ what may be wished

    def _wishes(self) -> tuple[Callable[[], AnyCommand | None], ...]:
        often = (self._floor, self._floor, self._podium, self._podium, self._cue, self._silence, self._silence)
        return (*often, self._deck, self._note, self._speech, self._stop)

    def _site(self) -> SiteId:
        return self._dice.choice(self._sites)

    def _floor(self) -> AnyCommand:
        requests = self._state.floor().requests
        ask = RequestFloor(site=self._site(), source=FloorSource.PHONE, note="xin phát biểu")
        if not requests:
            return ask
        one = self._dice.choice(requests)
        move = MoveFloorRequest(request_id=one.request_id, position=self._dice.randrange(len(requests)))
        grant, skip = GrantFloor(request_id=one.request_id), SkipFloor(request_id=one.request_id)
        return self._dice.choice((ask, ask, move, grant, skip, WithdrawFloor(site=one.site)))

    def _podium(self) -> AnyCommand:
        layout = SetLayout(layout=self._dice.choice(tuple(Layout)))
        return self._dice.choice((BringToPodium(site=self._site()), ReturnToPrevious(), layout))

    def _cue(self) -> AnyCommand | None:
        script = self._state.views.get("script")
        cue = script.next_cue if isinstance(script, ScriptView) else None
        return None if cue is None else TakeCue(cue=cue)

    def _silence(self) -> AnyCommand:
        named = (UnmuteSite(site=self._site()), MuteSite(site=self._site()))
        return self._dice.choice((MuteAll(), MuteAll(), MuteAll(except_sites=(self._site(),)), LiftSilence(), *named))

    def _deck(self) -> AnyCommand:
        return self._dice.choice((PutOnDeck(site=self._site()), TakeOffDeck()))

    def _note(self) -> AnyCommand:
        return self._dice.choice((AddNote(text="ghi chú", site=self._site()), MarkMoment(note="dấu mốc")))

    def _speech(self) -> AnyCommand:
        return self._dice.choice((FinishSpeech(), SetSpeechLimit(seconds=self._dice.choice((180, 300, 600)))))

    def _stop(self) -> AnyCommand:
        return LiftSafeStop() if self._state.silence().safe_stop else self._dice.choice((MuteAll(), SafeStop()))
