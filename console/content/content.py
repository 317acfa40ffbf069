"""Content in the program: begun and ended by the operator, ended by itself, gone while a safe stop holds.

Rules: one content at a time, a satellite's (`presenting.py`) too; a new one takes the place of the old. It stands in
the speaker's place, or large beside the speaker where the layout shows two. What is wanted stands in the log: a
restarted bridge begins the film anew.
"""

from typing import assert_never

from msgspec.structs import replace

from console.commands import CommandRequest
from console.content.content_commands import ContentCommand, EndContent, LetPresent, ShowContent
from console.content.content_entries import ContentBegun, ContentEnded
from console.content.content_port import (
    ContentOver,
    ContentSource,
    PresentingEnd,
    SetContent,
    SetContentTakers,
    SetPresenter,
)
from console.content.presenting import end_presenting, let_present
from console.engine_port import Capability
from console.receipts import end
from console.sites.site_messages import TakeContent
from console.state import State
from console.turn import Turn
from console.words import Outcome, Reason, SiteId


def begin_content(turn: Turn, request: CommandRequest, command: ContentCommand) -> None:
    """Carries out what was asked about content."""
    match command:
        case ShowContent():
            _show(turn, request, command)
        case LetPresent():
            let_present(turn, request, command)
        case EndContent():
            _end(turn, request)
        case _:
            assert_never(command)


def _end(turn: Turn, request: CommandRequest) -> None:
    taken_back = end_presenting(turn, PresentingEnd.TAKEN_BACK, request)
    content = turn.state.durable.content
    if content is not None:
        turn.log(ContentEnded(number=content.number), request)
    ended = taken_back or content is not None
    end(turn, request, Outcome.DONE, None if ended else Reason.NOTHING_TO_DO)


def _show(turn: Turn, request: CommandRequest, command: ShowContent) -> None:
    engine, durable = turn.state.engine, turn.state.durable
    if not engine.up or Capability.CONTENT not in engine.capabilities:
        end(turn, request, Outcome.REFUSED, Reason.ENGINE_DOWN)
    elif durable.safe_stop is not None:
        end(turn, request, Outcome.REFUSED, Reason.SAFE_STOP_IN_FORCE)
    else:
        end_presenting(turn, PresentingEnd.REPLACED, request)
        turn.log(_begun(durable.contents_shown + 1, command), request)
        end(turn, request, Outcome.DONE)


def _begun(number: int, command: ShowContent) -> ContentBegun:
    """Returns the line of the log: what is named first counts."""
    path, window, screen = (text.strip() for text in (command.path, command.window, command.screen))
    if path:
        return ContentBegun(number=number, path=path)
    return ContentBegun(number=number, window=window) if window else ContentBegun(number=number, screen=screen)


def take_content_over(turn: Turn, report: ContentOver) -> None:
    """Takes a content out of the program that has ended by itself."""
    content = turn.state.durable.content
    if content is not None and content.number == report.number:
        turn.log(ContentEnded(number=report.number, fault=report.fault, text=report.text))


def shown_content(state: State) -> ContentSource | None:
    """Returns what everybody shall see now: played by the engine, or sent by a site."""
    durable = state.durable
    return None if durable.session is None or durable.safe_stop is not None else durable.content


def settle_content(turn: Turn) -> None:
    """Tells the engine what is wanted, when that has changed or it is a new one."""
    engine, wanted = turn.state.engine, shown_content(turn.state)
    played = wanted if wanted is not None and wanted.site is None else None
    if engine.up and engine.content != played:
        turn.do(SetContent(source=played))
        turn.change(engine=replace(engine, content=played))
    _settle_presenter(turn, None if wanted is None else wanted.site)
    _settle_takers(turn, wanted)


def _settle_presenter(turn: Turn, site: SiteId | None) -> None:
    """Names to the engine the site whose second stream is taken; every other one is dropped."""
    engine = turn.state.engine
    if engine.up and engine.presenter != site:
        turn.do(SetPresenter(site=site))
        turn.change(engine=replace(engine, presenter=site))


def _settle_takers(turn: Turn, shown: ContentSource | None) -> None:
    """Names to the engine who gets the content as a picture of its own; nobody while there is none."""
    links, engine = turn.state.links, turn.state.engine
    takers = () if shown is None else tuple(site for site, link in links.items() if link.control and link.takes_content)
    if engine.up and engine.content_takers != takers:
        turn.do(SetContentTakers(sites=takers))
        turn.change(engine=replace(engine, content_takers=takers))


def take_wish_for_content(turn: Turn, site: SiteId, wish: TakeContent) -> None:
    """Notes whether a site wants content as a picture of its own."""
    link = turn.state.links.get(site)
    if link is not None and link.takes_content != wish.wanted:
        turn.change(links=turn.state.links | {site: replace(link, takes_content=wish.wanted)})
