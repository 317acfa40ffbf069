"""The podium from on deck to "back", on real media: the camera's preset, the checks, both connection times."""

import asyncio

import pytest

from console.commands import BringToPodium, PutOnDeck, ReturnToPrevious
from console.rules import Rules
from console.words import MAIN_SITE, Answer, Outcome
from tests.end_to_end.meeting import Folder, eventually, hears_exactly, operator, plan

pytestmark = pytest.mark.timeout(120)

REPEAT_SECONDS = Rules().repeat_guard_ms / 1000
"""Sooner, the same command of the same person is a slip."""


async def test_on_deck_with_its_preset_to_the_podium_and_back_to_the_one_before(folder: Folder) -> None:
    folder.start_bridge()
    plans = [plan(0), plan(1), plan(2, podium_preset="Bục phát biểu")]
    async with operator(folder) as meeting:
        state = meeting.state
        with folder.province(plans) as province:
            await meeting.until_live([MAIN_SITE, "s001", "s002"])
            assert (await meeting.do(BringToPodium(site="s001"))).outcome is Outcome.DONE

            await meeting.do(PutOnDeck(site="s002"))
            await state.until("the camera is there", lambda: state.on_deck().preset_ok is True)
            await state.until(
                "the checks are passed", lambda: state.on_deck().line_ok is True and bool(state.on_deck().picture_ok)
            )
            receipt = await meeting.do(BringToPodium(site="s002"))

            assert (receipt.outcome, receipt.reason) == (Outcome.DONE, None)
            assert "preset_ms" not in receipt.facts
            await eventually("s001 hears s002", lambda: hears_exactly(province.show("s001"), {2}))

            back = await meeting.do(ReturnToPrevious())

            assert (back.outcome, back.reason) == (Outcome.DONE, None)
            assert back.facts["connection_ms"] > 0
            assert state.podium().site == "s001"
            await eventually("s002 hears s001", lambda: hears_exactly(province.show("s002"), {1}))
            await state.until(
                "every gate is confirmed",
                lambda: all(
                    view.microphone.commanded_answer is Answer.CONFIRMED for view in state.sites() if view.attempts
                ),
            )

            await asyncio.sleep(REPEAT_SECONDS)
            assert (await meeting.do(ReturnToPrevious())).outcome is Outcome.DONE
            await state.until("the main endpoint is on the podium", lambda: state.podium().site is None)
            await eventually("nobody is heard", lambda: hears_exactly(province.show("s002"), set()))
