"""What a site's window and terminal show, put together from its agent, its room and its tests."""

from console.sites.site_messages import ShowSpeaker
from console.sites.site_standing import SiteStanding
from hardware.endpoint.endpoint_state import EndpointState, JoinPhase
from hardware.endpoint.site_agent import SiteAgent
from hardware.processes.site.site_equipment import RoomEquipment

QUIETEST_DB = -60
LEVEL_STEPS = 30
"""As many as a meter has segments: a level that lights the same ones is the same."""


def shown(agent: SiteAgent, room: RoomEquipment) -> SiteStanding:
    """Returns the agent's state for its window."""
    state = agent.state
    gate, place, welcome = state.microphone, state.place, state.welcome
    speaker = state.speaker or ShowSpeaker()
    reception = state.reception
    return SiteStanding(
        joined=state.phase is JoinPhase.JOINED,
        stopped=state.phase is JoinPhase.STOPPED,
        replaced=state.phase is JoinPhase.REPLACED,
        trouble=state.trouble if state.why is None else "",
        troubles=(*((state.why,) if state.why is not None else ()), *room.troubles),
        attempt=0 if state.phase is JoinPhase.JOINED else state.failures + 1,
        next_try_ms=state.next_try_ms,
        site_name=welcome.site_name if welcome else room.name,
        site_number=welcome.site_number if welcome else room.number,
        main_name=welcome.main_name if welcome else "",
        main_word=welcome.main_word if welcome else "",
        main_word_english=welcome.main_word_english if welcome else "",
        title=welcome.title if welcome else "",
        in_session=welcome is None or welcome.session_kind is not None,
        microphone_open=gate.open,
        microphone_ordered_open=gate.ordered_open,
        may_open=gate.technician_may_open,
        has_microphone=gate.has_microphone,
        reason=gate.reason,
        since_ms=state.microphone_since_ms,
        listened=gate.listening,
        bridge_hears=state.bridge_hears,
        speaker_name=speaker.site_name,
        speaker_number=speaker.site_number,
        speaker_person=speaker.person,
        speaker_started_ms=speaker.started_ms,
        speaker_limit_seconds=speaker.limit_seconds,
        on_podium=place is not None and place.on_podium,
        on_deck=place is not None and place.on_deck,
        queue_place=None if place is None else place.queue_place,
        asked_ms=None if place is None else place.asked_ms,
        ahead_seconds=None if place is None else place.ahead_seconds,
        floor_free_ms=None if place is None else place.floor_free_ms,
        speech_started_ms=None if place is None else place.speech_started_ms,
        speech_limit_seconds=None if place is None else place.speech_limit_seconds,
        loss_percent=worst_loss(state),
        frames_per_second=None if reception is None else reception.frames_per_second,
        round_trip_ms=state.round_trip_ms,
        line_quality=SiteStanding().line_quality if state.line is None else state.line.quality,
        room_level=level_of(heard_dbov(agent, room)),
        played_level=level_of(room.played_dbov),
        asks_attendance=welcome is not None and welcome.asks_attendance,
        head_count=None if welcome is None else welcome.head_count,
        in_charge="" if welcome is None else welcome.in_charge,
        attendance=state.attendance,
        check=state.check,
        control=state.control,
        confidentiality=state.confidentiality,
        recorded=state.recorded,
        presented=state.presented,
        may_present=state.may_present,
        presents=state.presents,
        presenting_fault=state.presenting_fault,
        order=state.order,
        incident=state.incident,
    )


def worst_loss(state: EndpointState) -> float | None:
    """Returns the worse loss of the program's two streams, None where neither is measured."""
    reception = state.reception
    if reception is None:
        return None
    known = [loss for loss in (reception.audio_loss_percent, reception.video_loss_percent) if loss is not None]
    return max(known, default=None)


def heard_dbov(agent: SiteAgent, room: RoomEquipment) -> int:
    """Returns the level of the room: of its card, else of what is sent."""
    if room.heard_dbov is not None:
        return room.heard_dbov
    return QUIETEST_DB if agent.session is None else agent.session.level_dbov


def level_of(dbov: int) -> float:
    """Returns a level as a share of a meter, in whole segments."""
    share = max(0.0, 1 - dbov / QUIETEST_DB)
    return round(min(1.0, share) * LEVEL_STEPS) / LEVEL_STEPS
