"""On deck: the next site, checked while off air; its technician sees it and answers Ready.

Rule: there is at most one; it is heard by the bridge alone, and the site shows that.
"""

from typing import assert_never

from console.commands import CommandRequest, DeckCommand, GiveReady, PutOnDeck, TakeOffDeck
from console.entries import OnDeckChanged, ReadyGiven
from console.podium.podium import refusal
from console.podium.podium_checks import fresh_check
from console.receipts import end
from console.turn import Turn
from console.words import Outcome, Reason


def put_on_deck(turn: Turn, request: CommandRequest, command: PutOnDeck) -> None:
    """Puts a site on deck in the place of whoever was there."""
    state = turn.state
    on_deck = state.durable.on_deck
    reason = refusal(state, command.site)
    if reason is not None:
        end(turn, request, Outcome.REFUSED, reason)
    elif on_deck is not None and on_deck.site == command.site:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
    elif state.durable.podium.site == command.site:
        end(turn, request, Outcome.REFUSED, Reason.NOTHING_TO_DO)
    else:
        turn.log(OnDeckChanged(site=command.site), request)
        fresh_check(turn)
        end(turn, request, Outcome.DONE)


def take_off_deck(turn: Turn, request: CommandRequest) -> None:
    """Clears the place on deck."""
    if turn.state.durable.on_deck is None:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
        return
    turn.log(OnDeckChanged(site=None), request)
    end(turn, request, Outcome.DONE)


def give_ready(turn: Turn, request: CommandRequest, command: GiveReady) -> None:
    """Notes that the technician of the site on deck said Ready."""
    on_deck = turn.state.durable.on_deck
    if on_deck is None or on_deck.site != command.site:
        end(turn, request, Outcome.REFUSED, Reason.NOTHING_TO_DO)
    elif on_deck.ready_ms is not None:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
    else:
        turn.log(ReadyGiven(site=command.site), request)
        end(turn, request, Outcome.DONE)


def begin_deck(turn: Turn, request: CommandRequest, command: DeckCommand) -> None:
    """Begins what was asked about the place on deck."""
    match command:
        case PutOnDeck():
            put_on_deck(turn, request, command)
        case TakeOffDeck():
            take_off_deck(turn, request)
        case GiveReady():
            give_ready(turn, request, command)
        case _:
            assert_never(command)
