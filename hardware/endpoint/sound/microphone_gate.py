"""Whether a site's sound may leave the house: the microphone under the bridge's orders. Pure, no clock.

Rules: closed until the bridge says otherwise, at the start and after every reconnection; the newest order wins, an
older one changes nothing; an order that closes, closes at once; a technician can always close, and open only while the
order lets him; sound leaves while the microphone is open, or while the bridge alone listens (which the site shows).
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from console.sites.site_messages import MicrophoneReported, SetListen, SetMicrophone
from console.words import Reason

NO_ORDER = -1
"""Order number before the bridge has spoken in this connection."""


class PressResult(StrEnum):
    """What a press of the microphone key came to."""

    OPENED = "opened"
    CLOSED = "closed"
    UNCHANGED = "unchanged"
    NOT_ALLOWED = "not_allowed"
    NO_MICROPHONE = "no_microphone"


@dataclass(frozen=True, slots=True)
class MicrophoneGate:
    """The state of one site's microphone; `reason` tells the technician why he may not open it."""

    has_microphone: bool = True
    order: int = NO_ORDER
    open: bool = False
    ordered_open: bool = False
    may_open: bool = False
    reason: Reason | None = None
    listening: bool = False

    @property
    def sends_sound(self) -> bool:
        """Whether any sound packet may leave the site."""
        return self.has_microphone and (self.open or self.listening)

    @property
    def technician_may_open(self) -> bool:
        """Whether a press on the key would open the microphone."""
        return self.has_microphone and (self.may_open or self.ordered_open)

    def obeyed(self, message: SetMicrophone) -> "MicrophoneGate":
        """Returns the gate after an order; an older order changes nothing.

        The same order again (the bridge repeats what was not confirmed) leaves what the technician did under it, unless
        it takes his right away.
        """
        if message.order < self.order:
            return self
        if message.order == self.order:
            may_stay = message.open or message.may_open
            return replace(
                self,
                open=self.open and may_stay,
                ordered_open=self.ordered_open and message.open,
                may_open=self.may_open and message.may_open,
            )
        return replace(
            self,
            order=message.order,
            open=message.open and self.has_microphone,
            ordered_open=message.open,
            may_open=message.may_open,
            reason=message.reason,
        )

    def listened(self, message: SetListen) -> "MicrophoneGate":
        """Returns the gate after the bridge began or ended its listen."""
        return replace(self, listening=message.listening and self.has_microphone)

    def pressed(self, *, wants_open: bool) -> "tuple[MicrophoneGate, PressResult]":
        """Returns the gate after the technician's press, and what came of it."""
        if not self.has_microphone:
            return self, PressResult.NO_MICROPHONE
        if wants_open == self.open:
            return self, PressResult.UNCHANGED
        if not wants_open:
            return replace(self, open=False), PressResult.CLOSED
        if not self.technician_may_open:
            return self, PressResult.NOT_ALLOWED
        return replace(self, open=True), PressResult.OPENED

    def disconnected(self) -> "MicrophoneGate":
        """Returns the gate of a site that has no bridge: closed, nothing allowed, no order known."""
        return MicrophoneGate(has_microphone=self.has_microphone, reason=Reason.SITE_NOT_CONNECTED)

    def report(self, request_id: str | None = None) -> MicrophoneReported:
        """Returns what the bridge is told about this gate."""
        return MicrophoneReported(
            open=self.open, order=max(self.order, 0), request_id=request_id, listening=self.listening
        )
