"""What every engine must do behind the engine port, observed by real sites: what they see, hear and are told.

Rule: knows the port only. A new engine is added to the fixture `make_room`; nothing here is written for one of them.
"""

import asyncio
import time
from typing import Any

from console.engine_port import (
    AcceptOffer,
    CloseConnection,
    ConnectionDown,
    ConnectionKind,
    ConnectionUp,
    ControlArrived,
    ControlOpened,
    EndAll,
    FullFrameDecoded,
    MediaAged,
    OfferAnswered,
    ProgramApplied,
    RequestKeyFrame,
    Sampled,
    SendControl,
    SetListen,
    SetProgram,
    SoundDecoded,
    SoundObserved,
    WatchFirstFrame,
)
from console.words import MAIN_SITE, Answer, Layout
from tests.hardware.engines.conftest import RoomMaker
from tests.hardware.engines.engine_room import EngineRoom, until
from tests.hardware.engines.small_site import SmallSite

HEARD, UNHEARD = -25.0, -50.0


def three_sites() -> tuple[SmallSite, SmallSite, SmallSite]:
    return (
        SmallSite(MAIN_SITE, luma=60, hertz=400),
        SmallSite("s001", luma=120, hertz=700),
        SmallSite("s002", luma=200, hertz=1100),
    )


async def shown(room: EngineRoom, epoch: int, layout: Layout, *slots: str, **more: Any) -> ProgramApplied:
    room.engine.submit(SetProgram(epoch=epoch, layout=layout, slots=slots, **more))
    return await room.report(ProgramApplied, lambda report: report.epoch == epoch)


# ---------------------------------------------------------------- joining, control, leaving


async def test_a_site_joins_and_talks_over_its_control_channel(make_room: RoomMaker) -> None:
    async with make_room() as room:
        site = SmallSite("s001")
        await room.join(site)
        up = await room.report(ConnectionUp)
        assert up.kind is ConnectionKind.PROGRAM
        assert up.remote_address
        await room.report(ControlOpened, lambda report: report.site == "s001")
        await until(lambda: site.has_control, what="the channel at the site")
        room.engine.submit(SendControl(site="s001", connection=site.connection, text='{"say":"ping"}'))
        await until(lambda: site.texts == ['{"say":"ping"}'], what="the message at the site")
        assert site.peer is not None
        assert site.peer.send_control('{"say":"pong"}')
        arrived = await room.report(ControlArrived)
        assert (arrived.site, arrived.connection, arrived.text) == ("s001", site.connection, '{"say":"pong"}')


async def test_a_closed_connection_is_told_once_at_both_ends(make_room: RoomMaker) -> None:
    async with make_room() as room:
        site = SmallSite("s001")
        await room.join(site)
        room.engine.submit(CloseConnection(site="s001", connection=site.connection))
        await room.report(ConnectionDown, lambda report: report.site == "s001")
        await until(lambda: site.ended is not None, what="the end at the site")
        await asyncio.sleep(0.2)
        assert len(room.all(ConnectionDown)) == 1


async def test_end_all_ends_everybody(make_room: RoomMaker) -> None:
    async with make_room() as room:
        sites = three_sites()
        await room.join(*sites)
        room.engine.submit(EndAll())
        await until(lambda: {down.site for down in room.all(ConnectionDown)} == {site.site for site in sites})
        await until(lambda: all(site.ended is not None for site in sites), what="the end at every site")


async def test_a_broken_offer_is_answered_with_a_sentence_and_disturbs_nobody(make_room: RoomMaker) -> None:
    async with make_room() as room:
        site = SmallSite("s001")
        await room.join(site)
        for number, text in enumerate(["", "v=0\r\nm=nonsense", "v=0\r\n" * 5000]):
            room.engine.submit(
                AcceptOffer(
                    request_id=f"bad-{number}",
                    site="s009",
                    connection=f"bad-{number}",
                    kind=ConnectionKind.PROGRAM,
                    offer_sdp=text,
                )
            )
            answer = await room.report(OfferAnswered, lambda report, n=number: report.request_id == f"bad-{n}")
            assert answer.answer_sdp is None
            assert answer.error
        assert site.ended is None


async def test_the_newest_connection_of_a_site_wins_and_its_gate_is_closed(make_room: RoomMaker) -> None:
    async with make_room() as room:
        listener, first = SmallSite(MAIN_SITE), SmallSite("s001", hertz=700)
        await room.join(listener, first)
        await room.gates("s001")
        await until(lambda: listener.hears(700) > HEARD, what="sound")
        second = SmallSite("s001", hertz=900)
        await room.join(second)
        await asyncio.sleep(0.3)  # what was on its way to the listener
        mark = time.monotonic()
        await asyncio.sleep(0.4)
        assert listener.hears_since(mark) == 0
        await room.gates("s001")
        await until(lambda: listener.hears(900) > HEARD, what="sound of the new connection")
        assert listener.hears(700) < UNHEARD


async def test_a_replaced_connection_can_be_told_why_before_it_is_closed(make_room: RoomMaker) -> None:
    async with make_room() as room:
        first, second = SmallSite("s001", hertz=700), SmallSite("s001", hertz=900)
        await room.join(first)
        await until(lambda: first.has_control, what="the control channel")
        await room.join(second)
        assert first.ended is None
        room.engine.submit(SendControl(site="s001", connection=first.connection, text="goodbye"))
        await until(lambda: "goodbye" in first.texts, what="the last word")
        assert second.texts == []
        room.engine.submit(CloseConnection(site="s001", connection=first.connection))
        down = await room.report(ConnectionDown)
        assert down.connection == first.connection
        await until(lambda: first.ended is not None, what="the end of the first connection")
        assert second.ended is None


# ---------------------------------------------------------------- sound


async def test_gates_are_closed_until_told_and_nobody_hears_himself(make_room: RoomMaker) -> None:
    async with make_room() as room:
        main, one, two = sites = three_sites()
        await room.join(*sites)
        await asyncio.sleep(0.5)
        assert all(site.hears_since(0.0) == 0 for site in sites)
        applied = await room.gates("s001", MAIN_SITE, "s999")
        assert applied.open_sites == (MAIN_SITE, "s001")
        assert applied.answers == (("s999", Answer.REJECTED),)
        await until(lambda: two.hears(400) > HEARD and two.hears(700) > HEARD, what="both at the silent site")
        await asyncio.sleep(0.3)
        assert main.hears(700) > HEARD
        assert main.hears(400) < UNHEARD
        assert one.hears(400) > HEARD
        assert one.hears(700) < UNHEARD
        assert all(site.hears(1100) < UNHEARD for site in sites)


async def test_a_closed_gate_is_out_of_every_mix_within_a_frame(make_room: RoomMaker) -> None:
    async with make_room() as room:
        main, _, two = sites = three_sites()
        await room.join(*sites)
        await room.gates("s001")
        await until(lambda: main.hears(700) > HEARD and two.hears(700) > HEARD, what="sound")
        await asyncio.sleep(0.2)
        applied = await room.gates()
        await asyncio.sleep(0.4)
        # One packet may be on its way; the decoder of the next one rings out below the threshold.
        assert main.hears_since(applied.at_ms / 1000) <= 2
        assert two.hears_since(applied.at_ms / 1000) <= 2


async def test_what_the_media_shows_of_a_microphone_is_told_whatever_its_gate(make_room: RoomMaker) -> None:
    async with make_room() as room:
        site = SmallSite("s001", hertz=700)
        await room.join(site)
        await room.report(SoundObserved, lambda report: report.sounding is True)
        mark = room.mark
        site.sending_sound = False
        await room.report(SoundObserved, lambda report: report.sounding is None, after=mark)
        await room.gates("s001")
        mark = room.mark
        site.sending_sound = True
        sounding = await room.report(SoundObserved, lambda report: report.sounding is True, after=mark)
        assert sounding.level_db is not None
        assert -25 < sounding.level_db < -10


async def test_a_listen_measures_and_touches_no_mix(make_room: RoomMaker) -> None:
    async with make_room() as room:
        main, one, two = three_sites()
        await room.join(main, one, two)
        room.engine.submit(SetListen(epoch=1, measured_sites=("s001",)))
        room.engine.submit(WatchFirstFrame(request_id="w1", site="s001", least_width=320))
        decoded = await room.report(SoundDecoded)
        assert (decoded.request_id, decoded.site) == ("w1", "s001")
        await asyncio.sleep(0.3)
        assert main.hears_since(0.0) == two.hears_since(0.0) == 0


# ---------------------------------------------------------------- program


async def test_the_podium_is_seen_by_all_and_sees_the_main_endpoint(make_room: RoomMaker) -> None:
    async with make_room() as room:
        main, one, two = sites = three_sites()
        await room.join(*sites)
        one.become(1280, 720, 25)
        applied = await shown(room, 1, Layout.PODIUM, "s001", podium_site="s001", return_site=MAIN_SITE)
        assert applied.shown == ("s001",)
        for receiver, expected in ((main, 120), (two, 120), (one, 60)):
            await until(
                lambda r=receiver, e=expected: abs((r.shown_luma() or 0) - e) < 6,
                what=f"picture {expected} at {receiver.site}",
            )
        assert main.picture is not None
        assert main.picture.width == 1280


async def test_every_cell_of_a_grid_shows_the_site_whose_place_it_is(make_room: RoomMaker) -> None:
    async with make_room() as room:
        sites = [SmallSite(f"s{number:03}", luma=40 + 25 * number) for number in range(5)]
        await room.join(*sites)
        await shown(room, 1, Layout.GRID_2X2, "s003", "s001", "s004", "s002")
        places = {"s003": (0.25, 0.25), "s001": (0.75, 0.25), "s004": (0.25, 0.75), "s002": (0.75, 0.75)}
        watcher = sites[0]
        for site in sites[1:]:
            await until(
                lambda s=site: abs((watcher.shown_luma(*places[s.site]) or 0) - s.luma) < 6, what=f"{site.site}'s cell"
            )


async def test_the_old_picture_stays_until_the_new_one_is_large(make_room: RoomMaker) -> None:
    async with make_room() as room:
        main, one, two = sites = three_sites()
        one.become(1280, 720, 25)
        await room.join(*sites)
        await shown(room, 1, Layout.PODIUM, "s001")
        await until(lambda: abs((main.shown_luma() or 0) - 120) < 6, what="the first podium")
        room.engine.submit(SetProgram(epoch=2, layout=Layout.PODIUM, slots=("s002",)))
        await asyncio.sleep(0.4)
        assert not [report for report in room.all(ProgramApplied) if report.epoch == 2]
        assert abs((main.shown_luma() or 0) - 120) < 6
        two.become(1280, 720, 25)
        await room.report(ProgramApplied, lambda report: report.epoch == 2)
        await until(lambda: abs((main.shown_luma() or 0) - 200) < 6, what="the second podium")


async def test_a_lost_speaker_becomes_a_slate(make_room: RoomMaker) -> None:
    async with make_room() as room:
        main, one, _ = three_sites()
        one.become(1280, 720, 25)
        await room.join(main, one)
        await shown(room, 1, Layout.PODIUM, "s001", slate_text="Mất tín hiệu")
        await until(lambda: abs((main.shown_luma(0.1, 0.1) or 0) - 120) < 6, what="the podium")
        one.vanish()
        await until(lambda: (main.shown_luma(0.1, 0.1) or 0) < 50, 3.0, what="the slate")
        old = await room.report(MediaAged, lambda report: report.site == "s001" and report.old and not report.lost)
        lost = await room.report(MediaAged, lambda report: report.site == "s001" and report.lost)
        assert 0.5 < (lost.at_ms - old.at_ms) / 1000 < 1.5


async def test_a_full_frame_is_told_once_it_is_decoded(make_room: RoomMaker) -> None:
    async with make_room() as room:
        site = SmallSite("s001", hertz=700)
        await room.join(site)
        await room.gates("s001")
        room.engine.submit(WatchFirstFrame(request_id="w1", site="s001", least_width=1280))
        await room.report(SoundDecoded, lambda report: report.request_id == "w1")
        await asyncio.sleep(0.3)
        assert not room.all(FullFrameDecoded)
        site.become(1280, 720, 25)
        frame = await room.report(FullFrameDecoded)
        assert (frame.request_id, frame.site, frame.width, frame.height) == ("w1", "s001", 1280, 720)


async def test_a_viewer_sees_and_hears_what_its_site_should(make_room: RoomMaker) -> None:
    async with make_room() as room:
        main, one, _ = three_sites()
        viewer = SmallSite("s001", kind=ConnectionKind.VIEWER)
        await room.join(main, one, viewer)
        await room.gates(MAIN_SITE, "s001")
        await shown(room, 1, Layout.MAIN_ENDPOINT, MAIN_SITE)
        await until(lambda: abs((viewer.shown_luma() or 0) - 60) < 6, what="the program at the viewer")
        await until(lambda: viewer.hears(400) > HEARD, what="the mix at the viewer")
        await asyncio.sleep(0.3)
        assert viewer.hears(700) < UNHEARD


async def test_a_site_that_takes_vp8_only_sends_and_receives_it(make_room: RoomMaker) -> None:
    async with make_room() as room:
        main, other = SmallSite(MAIN_SITE, luma=60), SmallSite("s001", luma=170, codecs=("VP8",))
        await room.join(main, other)
        await shown(room, 1, Layout.GRID_2X2, MAIN_SITE, "s001")
        for receiver in (main, other):
            await until(lambda r=receiver: abs((r.shown_luma(0.25, 0.25) or 0) - 60) < 6, what="the left cell")
            await until(lambda r=receiver: abs((r.shown_luma(0.75, 0.25) or 0) - 170) < 6, what="the right cell")
        assert other.peer is not None
        assert other.peer.video_codec_out == "VP8"


# ---------------------------------------------------------------- figures


async def test_samples_name_every_connection_and_leave_unknown_out(make_room: RoomMaker) -> None:
    async with make_room() as room:
        site, quiet = SmallSite("s001", hertz=700), SmallSite("s002")
        quiet.sending_pictures = False
        await room.join(site, quiet)
        mark = room.mark
        await room.report(Sampled, after=mark)
        sampled = await room.report(Sampled, lambda report: len(report.samples) == 2, after=room.mark)
        samples = {sample.site: sample for sample in sampled.samples}
        assert samples["s001"].connection == site.connection
        assert samples["s001"].audio is not None
        assert samples["s001"].audio.packets > 20
        assert samples["s001"].video is not None
        assert samples["s001"].video.width == 320
        assert samples["s001"].picture_age_ms is not None
        assert samples["s002"].video is None
        assert samples["s002"].picture_age_ms is None


async def test_a_key_frame_can_be_asked_for(make_room: RoomMaker) -> None:
    async with make_room() as room:
        site = SmallSite("s001")
        await room.join(site)
        await asyncio.sleep(0.5)
        site._key_wanted = False
        site.sending_pictures = False
        room.engine.submit(RequestKeyFrame(site="s001"))
        await until(lambda: site._key_wanted, what="the wish at the site")


async def test_a_connection_that_never_comes_up_is_told_with_its_reason(make_room: RoomMaker) -> None:
    async with make_room() as room:
        site = SmallSite("s001")
        room.sites.append(site)
        room.engine.submit(await site.offer("c1"))
        await room.report(OfferAnswered, lambda report: report.answer_sdp is not None)
        room.engine.submit(CloseConnection(site="s001", connection="c1"))
        down = await room.report(ConnectionDown)
        assert down.connection == "c1"
        assert not room.all(ConnectionUp)
