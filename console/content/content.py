"""Content in the program: begun and ended by the operator, ended by itself, gone while a safe stop holds.

Rules: one content at a time; a new one takes the place of the old. It stands in the speaker's place, or large beside
the speaker where the layout shows two. What is wanted stands in the log: a restarted bridge begins the film anew.
"""

from typing import assert_never

from msgspec.structs import replace

from console.commands import CommandRequest
from console.content.content_commands import ContentCommand, EndContent, ShowContent
from console.content.content_entries import ContentBegun, ContentEnded
from console.content.content_port import ContentOver, ContentSource, SetContent, SetContentTakers
from console.engine_port import Capability
from console.receipts import end
from console.sites.site_messages import ShowPresented, TakeContent
from console.state import Link, State
from console.turn import Turn
from console.words import Outcome, Reason, SiteId


def begin_content(turn: Turn, request: CommandRequest, command: ContentCommand) -> None:
    """Carries out what was asked about content."""
    match command:
        case ShowContent():
            _show(turn, request, command.path.strip())
        case EndContent():
            content = turn.state.durable.content
            if content is not None:
                turn.log(ContentEnded(number=content.number), request)
            end(turn, request, Outcome.DONE, None if content is not None else Reason.NOTHING_TO_DO)
        case _:
            assert_never(command)


def _show(turn: Turn, request: CommandRequest, path: str) -> None:
    engine, durable = turn.state.engine, turn.state.durable
    if not engine.up or Capability.CONTENT not in engine.capabilities:
        end(turn, request, Outcome.REFUSED, Reason.ENGINE_DOWN)
    elif durable.safe_stop is not None:
        end(turn, request, Outcome.REFUSED, Reason.SAFE_STOP_IN_FORCE)
    else:
        turn.log(ContentBegun(number=durable.contents_shown + 1, path=path), request)
        end(turn, request, Outcome.DONE)


def take_content_over(turn: Turn, report: ContentOver) -> None:
    """Takes a content out of the program that has ended by itself."""
    content = turn.state.durable.content
    if content is not None and content.number == report.number:
        turn.log(ContentEnded(number=report.number, fault=report.fault, text=report.text))


def shown_content(state: State) -> ContentSource | None:
    """Returns what the engine shall play now."""
    durable = state.durable
    return None if durable.session is None or durable.safe_stop is not None else durable.content


def settle_content(turn: Turn) -> None:
    """Tells the engine what is wanted, when that has changed or it is a new one."""
    engine, wanted = turn.state.engine, shown_content(turn.state)
    if engine.up and engine.content != wanted:
        turn.do(SetContent(source=wanted))
        turn.change(engine=replace(engine, content=wanted))
    _settle_takers(turn, wanted)


def _settle_takers(turn: Turn, shown: ContentSource | None) -> None:
    """Names to the engine who gets the content as a picture of its own; nobody while there is none."""
    links, engine = turn.state.links, turn.state.engine
    takers = () if shown is None else tuple(site for site, link in links.items() if link.control and link.takes_content)
    if engine.up and engine.content_takers != takers:
        turn.do(SetContentTakers(sites=takers))
        turn.change(engine=replace(engine, content_takers=takers))


def wanted_presented(state: State, link: Link) -> ShowPresented | None:
    """Returns what a site shall show of the content; None for a program that knows no second picture."""
    if link.hello is None or not link.hello.takes_content:
        return None
    return ShowPresented(shown=shown_content(state) is not None)


def take_wish_for_content(turn: Turn, site: SiteId, wish: TakeContent) -> None:
    """Notes whether a site wants content as a picture of its own."""
    link = turn.state.links.get(site)
    if link is not None and link.takes_content != wish.wanted:
        turn.change(links=turn.state.links | {site: replace(link, takes_content=wish.wanted)})
