"""Who is there: the directory, connections and their ages.

Rules: a site keeps its place; the newest connection of a site wins, the older one is told so and closed (two programs
with one credential would throw each other out for ever). Old after 1 s without a packet, lost after 2 s; a site that
never sent media is judged by its control channel. Edges are logged, not levels.
"""

from msgspec.structs import replace

from console.alarms.alarms import give_time_to_return
from console.effects import SendToSite
from console.engine_port import (
    CloseConnection,
    ConnectionDown,
    ConnectionKind,
    ConnectionUp,
    ControlOpened,
    EngineDown,
    EngineUp,
    MediaAged,
    SiteOnEngine,
)
from console.entries import (
    AdmissionDenied,
    DirectoryChanged,
    EngineChanged,
    SiteCameBack,
    SiteJoined,
    SiteLeft,
    SiteWentOld,
)
from console.events import AdmissionRefused, DirectoryRead, Site, SiteAdmitted
from console.lines.link_health import EMPTY
from console.podium.podium_checks import fresh_check
from console.receipts import end
from console.sites.site_messages import Goodbye, Hello, Ping
from console.state import NOTHING_SEEN, EngineNow, Link, Parting, Pulse, Stage, State, expected_sites, link_of
from console.turn import Turn, forget
from console.words import LinkState, Outcome, Reason, SiteId


def put_link(turn: Turn, site: SiteId, link: Link) -> None:
    """Replaces a site's link; a new link state gets its moment."""
    if link.state is not link_of(turn.state, site).state:
        link = replace(link, since_wall_ms=turn.now.wall_ms)
    turn.change(links=turn.state.links | {site: link})


# ---------------------------------------------------------------- directory and front


def take_directory(turn: Turn, event: DirectoryRead) -> None:
    """Replaces the list of sites; who is no longer in it is disconnected."""
    directory = directory_of(event.sites)
    for site, link in turn.state.links.items():
        if site not in directory:
            close_site(turn, site, link)
    links = {site: link for site, link in turn.state.links.items() if site in directory}
    before = expected_sites(turn.state)
    turn.change(directory=directory, links=links)
    expected = expected_sites(turn.state)
    if turn.state.durable.session is not None and expected != before:
        turn.log(DirectoryChanged(expected=expected))
    for flight in tuple(turn.state.in_flight.values()):
        if flight.stage is Stage.DIRECTORY:
            end(turn, flight.request, Outcome.DONE, since_ms=flight.since_ms)


def directory_of(sites: tuple[Site, ...]) -> dict[SiteId, Site]:
    """Returns the directory by identifier, in order of number."""
    return {site.site: site for site in sorted(sites, key=lambda site: (site.number, site.site))}


def close_site(turn: Turn, site: SiteId, link: Link) -> None:
    """Closes every connection of a site."""
    for connection in (link.connection, link.viewer):
        if connection is not None:
            turn.do(CloseConnection(site=site, connection=connection))


def take_admission(turn: Turn, event: SiteAdmitted) -> None:
    """Shows that a site is connecting, unless it is there already."""
    link = link_of(turn.state, event.site)
    if event.site in turn.state.directory and link.connection is None and event.kind is not ConnectionKind.VIEWER:
        put_link(turn, event.site, replace(link, state=LinkState.CONNECTING, address=event.address))


def take_denial(turn: Turn, event: AdmissionRefused) -> None:
    """Logs that somebody was turned away; the same again within 10 s is one line."""
    if turn.seldom(("denied", event.site, event.address, event.reason_text)):
        denied = AdmissionDenied(site=event.site, address=event.address, text=event.reason_text, refusal=event.refusal)
        turn.log(denied)


# ---------------------------------------------------------------- connections


def take_connection_up(turn: Turn, report: ConnectionUp) -> None:
    """Takes a new connection; the site's older one of the same sort is closed."""
    site, link = report.site, link_of(turn.state, report.site)
    if site not in turn.state.directory:
        turn.do(CloseConnection(site=site, connection=report.connection))
        return
    if report.kind is ConnectionKind.VIEWER:
        if link.viewer is not None and link.viewer != report.connection:
            turn.do(CloseConnection(site=site, connection=link.viewer))
        put_link(turn, site, replace(link, viewer=report.connection))
        return
    if link.connection == report.connection:
        return
    _part_from_older(turn, site, link)
    fresh = Link(
        state=LinkState.LIVE,
        since_wall_ms=turn.now.wall_ms,
        connection=report.connection,
        kind=report.kind,
        viewer=link.viewer,
        address=report.remote_address,
    )
    _forget_site(turn, site)
    turn.change(
        links=turn.state.links | {site: fresh},
        pulses=turn.state.pulses | {site: Pulse(heard_ms=turn.now.monotonic_ms)},
    )
    turn.log(SiteJoined(site=site, address=report.remote_address, kind_of_connection=report.kind.value))


def _part_from_older(turn: Turn, site: SiteId, older: Link) -> None:
    """Closes the connection that is being replaced; a program is told first, so that it does not come back at once."""
    if older.connection is None:
        return
    if not (older.control and older.controllable):
        turn.do(CloseConnection(site=site, connection=older.connection))
        return
    _close_parting(turn, site)
    turn.do(SendToSite(site=site, message=Goodbye(reason=Reason.SUPERSEDED), connection=older.connection))
    parting = Parting(connection=older.connection, until_ms=turn.now.monotonic_ms + turn.state.rules.parting_ms)
    turn.change(partings=turn.state.partings | {site: parting})


def _close_parting(turn: Turn, site: SiteId) -> None:
    parting = turn.state.partings.get(site)
    if parting is not None:
        turn.do(CloseConnection(site=site, connection=parting.connection))
        turn.change(partings=forget(turn.state.partings, site))


def close_partings(turn: Turn) -> None:
    """Closes the replaced connections whose time to hear of it is over."""
    for site, parting in turn.state.partings.items():
        if turn.now.monotonic_ms >= parting.until_ms:
            _close_parting(turn, site)


def _forget_site(turn: Turn, site: SiteId) -> None:
    """Forgets what was known over the connection that is gone: nothing old may look new."""
    state = turn.state
    turn.change(
        microphones=state.microphones | {site: NOTHING_SEEN},
        health=state.health | {site: EMPTY},
        told=forget(state.told, site),
        rungs=forget(state.rungs, site),
        picture_old_wall_ms=forget(state.picture_old_wall_ms, site),
    )
    on_deck = state.durable.on_deck
    if on_deck is not None and on_deck.site == site:
        fresh_check(turn)


def take_control_opened(turn: Turn, report: ControlOpened) -> None:
    """Notes that the site can be told something now; what it shall be told goes out with this decision."""
    link = link_of(turn.state, report.site)
    if link.connection == report.connection:
        turn.change(told=forget(turn.state.told, report.site))
        put_link(turn, report.site, replace(link, control=True))


def take_connection_down(turn: Turn, report: ConnectionDown) -> None:
    """Notes the end of a connection; an older one's end says nothing about the site."""
    site, link = report.site, link_of(turn.state, report.site)
    parting = turn.state.partings.get(site)
    if parting is not None and parting.connection == report.connection:
        turn.change(partings=forget(turn.state.partings, site))
        return
    if link.viewer == report.connection:
        put_link(turn, site, replace(link, viewer=None))
        return
    if link.connection != report.connection:
        return
    was_lost = link.state is LinkState.LOST
    _forget_site(turn, site)
    gone = replace(link, state=LinkState.LOST, connection=None, control=False, media_old=False, media_lost=False)
    put_link(turn, site, gone)
    turn.change(pulses=forget(turn.state.pulses, site))
    if not was_lost:
        turn.log(SiteLeft(site=site, text=report.text))


def take_hello(turn: Turn, site: SiteId, hello: Hello) -> None:
    """Notes what the site's program can do."""
    put_link(turn, site, replace(link_of(turn.state, site), hello=hello, takes_content=False))


# ---------------------------------------------------------------- age


def take_media_age(turn: Turn, report: MediaAged) -> None:
    """Takes an edge of the age of a site's media."""
    link = link_of(turn.state, report.site)
    if link.connection is None:
        return
    aged = replace(link, media_seen=True, media_old=report.old, media_lost=report.lost)
    turn.change(links=turn.state.links | {report.site: aged})
    judge_age(turn, report.site)


def note_media(turn: Turn, site: SiteId) -> None:
    """Notes that a site sends media: from now on its packets say how old it is."""
    link = link_of(turn.state, site)
    if not link.media_seen:
        turn.change(links=turn.state.links | {site: replace(link, media_seen=True)})


def judge_age(turn: Turn, site: SiteId) -> None:
    """Sets a connected site live, old or lost by its media, and by its control channel where there is no media."""
    link = link_of(turn.state, site)
    if link.connection is None:
        _judge_connecting(turn, site, link)
        return
    wanted = _age_state(turn.state, site, link, turn.now.monotonic_ms)
    if wanted is link.state:
        return
    put_link(turn, site, replace(link, state=wanted))
    if wanted is LinkState.OLD and link.state is LinkState.LIVE:
        turn.log(SiteWentOld(site=site))
    elif wanted is LinkState.LOST:
        turn.log(SiteLeft(site=site))
    elif wanted is LinkState.LIVE:
        turn.log(SiteCameBack(site=site))


def _judge_connecting(turn: Turn, site: SiteId, link: Link) -> None:
    """Ends the wait for a site that was admitted and whose media never came up."""
    waited_ms = turn.now.wall_ms - (link.since_wall_ms or turn.now.wall_ms)
    if link.state is LinkState.CONNECTING and waited_ms >= turn.state.rules.connecting_limit_ms:
        known = site in turn.state.durable.attempts
        put_link(turn, site, replace(link, state=LinkState.LOST if known else LinkState.ABSENT))


def _age_state(state: State, site: SiteId, link: Link, now_ms: int) -> LinkState:
    pulse = state.pulses.get(site)
    silent_ms = now_ms - pulse.heard_ms if pulse is not None and link.control else None
    if link.media_seen or silent_ms is None:
        if not link.media_old:
            return LinkState.LIVE
        # Its program and its media share a line: who is lost by one has to be no more than late by the other.
        silent_too = silent_ms is None or silent_ms >= state.rules.old_after_ms
        return LinkState.LOST if link.media_lost and silent_too else LinkState.OLD
    if silent_ms < state.rules.old_after_ms:
        return LinkState.LIVE
    return LinkState.LOST if silent_ms >= state.rules.lost_after_ms else LinkState.OLD


def hear_site(turn: Turn, site: SiteId) -> None:
    """Notes that the site's program said something."""
    pulse = turn.state.pulses.get(site)
    if pulse is not None:
        heard = replace(pulse, heard_ms=turn.now.monotonic_ms)
        turn.change(pulses=turn.state.pulses | {site: heard})
    if link_of(turn.state, site).state is not LinkState.LIVE:
        judge_age(turn, site)


def ping_sites(turn: Turn) -> None:
    """Asks programs for a sign of life: now and then, more often where no media says anything."""
    rules, now_ms = turn.state.rules, turn.now.monotonic_ms
    pulses = dict(turn.state.pulses)
    for site, link in turn.state.links.items():
        pulse = pulses.get(site)
        if pulse is None or not (link.control and link.controllable):
            continue
        flows = link.media_seen and not link.media_old
        if now_ms - pulse.pinged_ms >= (rules.ping_ms if flows else rules.ping_without_media_ms):
            pulses[site] = replace(pulse, pinged_ms=now_ms, pings=pulse.pings + 1)
            turn.send(site, Ping(number=pulse.pings + 1, sent_ms=turn.now.monotonic_ms))
    turn.change(pulses=pulses)


# ---------------------------------------------------------------- engine


def take_engine_up(turn: Turn, report: EngineUp) -> None:
    """Takes a new incarnation with its full roster; it is told everything anew, the gates first."""
    engine = EngineNow(
        up=True,
        incarnation=report.incarnation,
        capabilities=report.capabilities,
        epoch=turn.state.engine.epoch,
    )
    _lose_all(turn)
    turn.change(engine=engine)
    give_time_to_return(turn)
    turn.log(EngineChanged(up=True, incarnation=report.incarnation))
    for known in report.roster:
        _adopt(turn, known)


def _adopt(turn: Turn, known: SiteOnEngine) -> None:
    take_connection_up(
        turn,
        ConnectionUp(
            at_ms=turn.now.monotonic_ms,
            site=known.site,
            connection=known.connection,
            kind=known.kind,
            remote_address=link_of(turn.state, known.site).address,
        ),
    )
    if known.kind is ConnectionKind.PROGRAM:
        opened = ControlOpened(at_ms=turn.now.monotonic_ms, site=known.site, connection=known.connection)
        take_control_opened(turn, opened)


def take_engine_down(turn: Turn, report: EngineDown) -> None:
    """Takes the end of the engine: every connection is gone with it, in one line of the log."""
    _lose_all(turn)
    engine = turn.state.engine
    gone = EngineNow(incarnation=engine.incarnation, text=report.text, epoch=engine.epoch)
    turn.change(engine=gone)
    turn.log(EngineChanged(up=False, incarnation=report.incarnation, text=report.text))


def _lose_all(turn: Turn) -> None:
    for site, link in turn.state.links.items():
        if link.connection is not None or link.viewer is not None:
            _forget_site(turn, site)
            state = LinkState.LOST if link.connection is not None else link.state
            gone = replace(link, state=state, connection=None, viewer=None, control=False)
            put_link(turn, site, gone)
    turn.change(pulses={}, partings={})
