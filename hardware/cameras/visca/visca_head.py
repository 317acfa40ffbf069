"""One VISCA camera: what it is asked, what goes to the wire, how every request ends. No loop, no socket, no clock.

Rules: a request ends in exactly one `HeadEnd`; the newest move wins and the one before is superseded; a move by hand
breaks a recall off and a recall stops a move by hand; what is asked while the camera is not there fails at once, and
what it does not answer fails within 3.5 s. Over a line without a way back everything ends as unconfirmed.
"""

from dataclasses import replace

from console.cameras.camera_profile import CameraProfile, Framing
from console.cameras.camera_words import CameraAbility, CameraLink, CameraStage
from console.words import Reason
from hardware.cameras.head import Errand, HeadEnd, Position, Target, Traits, Velocity
from hardware.cameras.visca.delivery import Accepted, Delivery, NotAnswered, Performed, Ticket
from hardware.cameras.visca.drive_errand import DriveErrand
from hardware.cameras.visca.known_models import code_of
from hardware.cameras.visca.link_errand import BEAT_SECONDS, LOOK_SECONDS, LinkErrand
from hardware.cameras.visca.position_reader import AROUND_OCTETS
from hardware.cameras.visca.raw_delivery import RawDelivery
from hardware.cameras.visca.recall_errand import RecallErrand
from hardware.cameras.visca.save_errand import SaveErrand
from hardware.cameras.visca.single_errand import SingleErrand
from hardware.cameras.visca.visca_codec import FOCUS_AUTO, PAN_TILT_RESET, POWER_ON, WIDTHS, cancel

RESET_SECONDS = 20.0
"""A slow head swings from stop to stop and back."""
FOCUS_SECONDS = 3.0
POWER_SECONDS = 5.0
SILENCE_SECONDS = 3.2
"""Nothing at all came for so long while an answer is waited for: the camera is gone."""
DOUBT_SECONDS = 1.0
"""After so long of nothing it is asked what it has answered before."""
OWNERS_BOUND = 256
"""Packets whose answers are still told to whoever sent them; the oldest is forgotten."""


class _OwnMouth:
    """The `Mouth` of one errand."""

    def __init__(self, head: "ViscaHead") -> None:
        self._head = head
        self.errand: Errand | None = None

    @property
    def loses(self) -> bool:
        """Whether a command may get lost without the delivery noticing."""
        return self._head.loses

    def submit(self, packet: bytes, now: float, *, urgent: bool = False) -> Ticket:
        """Sends a packet in the errand's name."""
        return self._head.submit(self.errand, packet, now, urgent=urgent)

    def withdraw(self, ticket: Ticket) -> None:
        """Forgets a packet."""
        self._head.withdraw(ticket)


class ViscaHead:
    """The state of one camera between its driver and a `Delivery`; `now` is seconds of a monotonic clock."""

    def __init__(self, profile: CameraProfile, delivery: Delivery, *, loses: bool) -> None:
        """`loses` tells that commands may get lost without the delivery noticing (bare packets over UDP)."""
        self._profile, self._delivery, self.loses = profile, delivery, loses
        self._traits = Traits(
            memory=False if profile.has_memory is False else None,
            absolute=profile.has_absolute,
            position_octets=profile.position_octets,
            widths=None if profile.position_octets is None else WIDTHS[profile.position_octets - AROUND_OCTETS],
        )
        self._fastest = (profile.fastest_pan, profile.fastest_tilt)
        self._owners: dict[Ticket, Errand] = {}
        self._ends: list[HeadEnd] = []
        self._now = 0.0
        self._heard_at = 0.0
        self._waits_since: float | None = None
        self._interrupted = False
        """The recall under way took the place of a move by hand, and the camera has not taken it yet."""
        self._link = LinkErrand(mouth := self._mouth(), self._traits, maybe_one_way=profile.framing is Framing.SERIAL)
        mouth.errand = self._link
        self._drive = DriveErrand(mouth := self._mouth(), self._traits, self._fastest)
        mouth.errand = self._drive
        self._act: RecallErrand | SaveErrand | SingleErrand | None = None

    def _mouth(self) -> _OwnMouth:
        return _OwnMouth(self)

    # ------------------------------------------------------------ what is known

    @property
    def link(self) -> CameraLink:
        """Whether the camera can be used."""
        return self._link.link

    @property
    def model(self) -> str:
        """What it says to be, empty while it has not said so."""
        return code_of(self._link.version)

    @property
    def abilities(self) -> tuple[CameraAbility, ...]:
        """What it can do, as far as it has shown."""
        if self.link is CameraLink.CONNECTING:
            return ()
        keeps = self._traits.memory is not False or (self._traits.position and self._traits.absolute is not False)
        found = [CameraAbility.DRIVE, CameraAbility.FOCUS, CameraAbility.RECALIBRATION]
        found += [CameraAbility.PRESETS] if keeps else []
        found += [CameraAbility.POSITION] if self._traits.position else []
        return tuple(found)

    @property
    def standing(self) -> Position | None:
        """Where the head stood when it was last asked while nothing of ours moved it."""
        calm = self._act is None and not self._drive.moving and self.link is CameraLink.READY
        return self._link.place if calm else None

    @property
    def stage(self) -> CameraStage | None:
        """How far the move to a preset is, None while there is none."""
        return self._act.stage if isinstance(self._act, RecallErrand) else None

    # ------------------------------------------------------------ requests

    def recall(self, request_id: str, target: Target, now: float) -> None:
        """Moves to a preset's place."""
        if self._refuses(request_id):
            return
        if self._drive.moving:
            self._drive.stop(None, now)
            self._interrupted = True
        self._drive.yield_to_recall()
        self._break_off(Reason.SUPERSEDED)
        recall = RecallErrand(
            mouth := self._mouth(),
            self._traits,
            request_id,
            target if self._profile.has_memory is not False else replace(target, slot=None),
            move_seconds=self._profile.move_seconds,
            fastest=self._fastest,
        )
        mouth.errand = self._act = recall
        self._link.forget_place()
        recall.begin(now)
        self._begun()

    def save(self, request_id: str, slot: int, now: float) -> None:
        """Keeps the present place in a memory."""
        if self._refuses(request_id):
            return
        if self._act is not None or self._drive.moving:
            saving = isinstance(self._act, SaveErrand)
            self._ends.append(HeadEnd(request_id, Reason.CAMERA_BUSY if saving else Reason.CAMERA_MOVING))
            return
        save = SaveErrand(mouth := self._mouth(), self._traits, request_id, slot)
        mouth.errand = self._act = save
        save.begin(now, hears=self.link is not CameraLink.SILENT)
        self._begun()

    def recalibrate(self, request_id: str, now: float) -> None:
        """Lets the head find its stops again."""
        self._do_single(request_id, PAN_TILT_RESET, RESET_SECONDS, now)

    def focus_automatically(self, request_id: str, now: float) -> None:
        """Leaves the focus to the camera."""
        self._do_single(request_id, FOCUS_AUTO, FOCUS_SECONDS, now)

    def _do_single(self, request_id: str, packet: bytes, seconds: float, now: float) -> None:
        if self._refuses(request_id):
            return
        if self._act is not None or self._drive.moving:
            self._ends.append(HeadEnd(request_id, Reason.CAMERA_MOVING))
            return
        errand = SingleErrand(mouth := self._mouth(), request_id, packet, seconds)
        mouth.errand = self._act = errand
        self._link.forget_place()
        errand.begin(now)
        self._begun()

    def switch_on(self, request_id: str, now: float) -> None:
        """Wakes a camera from standby; only a person asks for it."""
        if self.link in (CameraLink.CONNECTING, CameraLink.UNREACHABLE):
            self._ends.append(HeadEnd(request_id, Reason.CAMERA_UNREACHABLE))
            return
        self._break_off(Reason.SUPERSEDED)
        errand = SingleErrand(mouth := self._mouth(), request_id, POWER_ON, POWER_SECONDS, tries=2)
        mouth.errand = self._act = errand
        errand.begin(now)
        self._begun()

    def _begun(self) -> None:
        """Ends at once what nobody will ever confirm."""
        if self.link is CameraLink.SILENT:
            self._break_off(Reason.CAMERA_UNCONFIRMED)
        self._settle()

    def drive(self, request_id: str, velocity: Velocity, hold_seconds: float, now: float) -> None:
        """Keeps moving by hand for a while."""
        if self._refuses(request_id):
            return
        self._give_way(now)
        self._link.forget_place()
        self._drive.drive(request_id, velocity, hold_seconds, now)
        self._settle()

    def stop(self, request_id: str | None, now: float) -> None:
        """Stands still, whatever it was doing; sent even to a camera that does not seem to be there."""
        self._give_way(now)
        self._link.look_soon(now)
        self._drive.stop(request_id, now)
        self._settle()

    def _refuses(self, request_id: str) -> bool:
        reason = {
            CameraLink.STANDBY: Reason.CAMERA_STANDBY,
            CameraLink.WAKING: Reason.CAMERA_WAKING,
            CameraLink.UNREACHABLE: Reason.CAMERA_UNREACHABLE,
            CameraLink.CONNECTING: Reason.CAMERA_UNREACHABLE,
        }.get(self.link)
        if reason is not None:
            self._ends.append(HeadEnd(request_id, reason))
        return reason is not None

    def _give_way(self, now: float) -> None:
        """Breaks a recall off at the camera too, where it is known to carry it out."""
        if isinstance(self._act, RecallErrand):
            for socket in self._act.sockets - {0}:
                self.submit(None, cancel(socket), now, urgent=True)
        self._break_off(Reason.SUPERSEDED)

    def _break_off(self, reason: Reason) -> None:
        if self._act is not None:
            self._act.break_off(reason)
            self._settle()

    # ------------------------------------------------------------ the wire

    def connected(self, now: float) -> None:
        """There is a fresh way to the camera."""
        self._owners.clear()
        self._delivery.open(now)
        self._link.begin(now)
        self._drive.break_off(Reason.CAMERA_UNREACHABLE)
        self._break_off(Reason.CAMERA_UNREACHABLE)

    def lost(self) -> None:
        """The way to the camera has ended: whatever is under way has failed."""
        self._link.lose()
        self._fail()

    def receive(self, octets: bytes, now: float) -> None:
        """Takes what has arrived."""
        self._now = now
        self._delivery.receive(octets, now)
        self._take_events(now)

    def tick(self, now: float) -> None:
        """Does what is due."""
        self._now = now
        self._delivery.tick(now)
        self._take_events(now)
        self._mind_silence(now)
        if self._act is not None:
            self._act.tick(now)
        elif self._link.wants_anew and now >= (self._link.next_due() or 0.0):
            self.connected(now)
        else:
            self._link.tick(now)
        moved = self._drive.moving
        self._drive.tick(now)
        if moved and not self._drive.moving:
            self._link.look_soon(now)
        self._settle()

    def next_due(self) -> float | None:
        """Returns when `tick` is due."""
        errand = self._act or self._link
        due = (self._delivery.next_due(), errand.next_due(), self._drive.next_due(), self._silence_due())
        return min((moment for moment in due if moment is not None), default=None)

    @property
    def worn_out(self) -> bool:
        """Whether nothing comes back over the present way, and a new one may help."""
        return self._link.wants_anew

    def _watch_silence(self) -> None:
        """Notes since when an answer is waited for."""
        patient = self._profile.late_ack or self.link is CameraLink.SILENT or self._link.wants_anew
        if patient or not (self._act is not None or self._drive.waits):
            self._waits_since = None
        elif self._waits_since is None:
            self._waits_since = self._now

    def _silence_due(self) -> float | None:
        """Returns when the silence has to be minded; None while nothing is waited for that could prove it."""
        if self._waits_since is None or not self._link.answers_something:
            return None
        since = max(self._waits_since, self._heard_at)
        return since + (DOUBT_SECONDS if self._now < since + DOUBT_SECONDS else SILENCE_SECONDS)

    def _mind_silence(self, now: float) -> None:
        """Asks whether the camera is still there, and gives it up when it is not."""
        if self._waits_since is None or not self._link.answers_something:
            return
        silence = now - max(self._waits_since, self._heard_at)
        if silence >= SILENCE_SECONDS:
            self._link.give_up(now)
            self._fail()
        elif silence >= DOUBT_SECONDS:
            self._link.ask_for_life(now)

    def take_outgoing(self) -> list[bytes]:
        """Returns what has to be sent now, each for itself."""
        return list(self._delivery.take_outgoing())

    def take_ends(self) -> list[HeadEnd]:
        """Returns how requests have ended, and forgets it."""
        self._settle()
        ends, self._ends = self._ends, []
        return ends

    # ------------------------------------------------------------ for errands

    def submit(self, errand: Errand | None, packet: bytes, now: float, *, urgent: bool) -> Ticket:
        """Hands a packet to the delivery; its answers go to the errand."""
        self._now = now
        ticket = self._delivery.submit(packet, now, urgent=urgent)
        if errand is not None:
            self._owners[ticket] = errand
            while len(self._owners) > OWNERS_BOUND:
                del self._owners[next(iter(self._owners))]
        return ticket

    def withdraw(self, ticket: Ticket) -> None:
        """Forgets a packet."""
        self._owners.pop(ticket, None)
        self._delivery.withdraw(ticket)

    def _take_events(self, now: float) -> None:
        for event in self._delivery.take_events():
            lasting = isinstance(event, Accepted | Performed)
            owner = self._owners.get(event.ticket) if lasting else self._owners.pop(event.ticket, None)
            if not isinstance(event, NotAnswered) and not (self._blind and isinstance(event, Performed)):
                self._heard_at = now
                self._link.hear()
            if owner is not None:
                owner.take(event, now)
            self._see_recall_taken(now)
        self._settle()
        self._see_whether_blind(now)

    def _see_recall_taken(self, now: float) -> None:
        """Lets stops rest once a recall was taken; one that came to nothing leaves no move by hand behind."""
        recall = self._act if isinstance(self._act, RecallErrand) else None
        if recall is None:
            return
        if recall.stage is not CameraStage.SENT:
            self._interrupted = False
            self._drive.recall_was_taken()
        elif recall.end is not None and recall.end.reason is not Reason.SUPERSEDED and self._interrupted:
            self._interrupted = False
            self._drive.stop(None, now)

    @property
    def _blind(self) -> bool:
        return isinstance(self._delivery, RawDelivery) and self._delivery.blind

    def _see_whether_blind(self, now: float) -> None:
        """Lets the delivery wait for nothing where nothing comes back, and begins anew when something does."""
        silent = self.link is CameraLink.SILENT
        if silent == self._blind or not isinstance(self._delivery, RawDelivery):
            return
        self._delivery.blind = silent
        if not silent and self.link is not CameraLink.UNREACHABLE:
            self.connected(now)

    def _settle(self) -> None:
        """Collects what has ended; a camera that has gone takes everything with it."""
        if self._act is not None and self._act.end is not None:
            self._ends.append(self._act.end)
            silent = self._act.end.reason is Reason.CAMERA_UNREACHABLE
            self._link.look_soon(self._now, BEAT_SECONDS if silent else LOOK_SECONDS)
            self._act = None
        ends = self._drive.take_ends()
        if self.link is CameraLink.SILENT:
            ends = [replace(end, reason=end.reason or Reason.CAMERA_UNCONFIRMED) for end in ends]
        self._ends += ends
        if self._link.wants_anew and (self._act is not None or self._drive.moving):
            self._fail()
        self._watch_silence()

    def _fail(self) -> None:
        self._drive.break_off(Reason.CAMERA_UNREACHABLE)
        if self._act is not None:
            self._act.break_off(Reason.CAMERA_UNREACHABLE)
        self._settle()
