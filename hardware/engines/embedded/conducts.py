"""Judges the sites of one worker a few times a second, carries out what that means, and tells the bridge.

Rule: what a site is put off for outlives its connection: who joins again is still put off. At most one conduct for each
site that was ever here is kept.
"""

import dataclasses
import time
from collections.abc import Callable, Mapping
from typing import Final

from console.alarms.conduct_port import SiteMisbehaved
from console.engine_port import AcceptOffer, ConnectionKind, Report
from console.words import Misconduct, SiteId
from hardware.engines.embedded.site_conduct import DEVICE_LIMITS, PROGRAM_LIMITS, Cost, SiteConduct
from hardware.engines.embedded.site_media import SiteMedia
from hardware.rtc.media_types import CONTENT_SECTION
from hardware.rtc.packet_budget import IncomingLimits
from hardware.rtc.peer import PeerSettings

LOOK_SECONDS: Final = 0.5
NOTHING: Final = Cost()


def settings_for(verb: AcceptOffer, common: PeerSettings) -> PeerSettings:
    """Returns how the connection of an offer is made: how much it may bring depends on its kind."""
    return dataclasses.replace(
        common,
        announced_addresses=verb.announced_addresses,
        limits=_limits_of(verb.kind),
        video_sections=_video_sections_of(verb.kind),
    )


def _video_sections_of(kind: ConnectionKind) -> int:
    # Content is a second picture, which our own program alone knows what to do with.
    return CONTENT_SECTION + 1 if kind is ConnectionKind.PROGRAM else 1


def _limits_of(kind: ConnectionKind) -> IncomingLimits:
    return DEVICE_LIMITS if kind is ConnectionKind.DEVICE else PROGRAM_LIMITS


class Conducts:
    """The conduct of every site of a worker; one event loop owns it."""

    def __init__(self, tell: Callable[[Report], None]) -> None:
        self._tell = tell
        self._conducts: dict[SiteId, SiteConduct] = {}
        self._due = 0.0

    def look(self, present: Mapping[SiteId, SiteMedia], now: float) -> None:
        """Judges those that are present and those that are put off; called often, does something now and then."""
        if now < self._due:
            return
        self._due = now + LOOK_SECONDS
        for site, media in present.items():
            conduct = self._conduct_of(media)
            self._judge(site, conduct, media.cost(media.counters()), now)
            self._carry_out(conduct, media)
        for site, conduct in self._conducts.items():
            if conduct.stands and site not in present:
                self._judge(site, conduct, NOTHING, now)

    def _conduct_of(self, media: SiteMedia) -> SiteConduct:
        limits, known = _limits_of(media.connection.kind), self._conducts.get(media.site)
        if known is None or (known.limits is not limits and not known.stands):
            known = self._conducts[media.site] = SiteConduct(limits)
        return known

    def _judge(self, site: SiteId, conduct: SiteConduct, cost: Cost, now: float) -> None:
        if conduct.judge(cost, now):
            at_ms = time.monotonic_ns() // 1_000_000
            self._tell(SiteMisbehaved(at_ms=at_ms, site=site, misconduct=_in_order(conduct.stands)))

    def _carry_out(self, conduct: SiteConduct, media: SiteMedia) -> None:
        if media.media_is_off != conduct.media_is_off:
            media.refuse_media(refused=conduct.media_is_off)
        if media.picture_is_off != conduct.picture_is_off:
            media.picture_is_off = conduct.picture_is_off
            if not media.picture_is_off:
                media.stream.backlog.needs_key = True
                media.ask_key_frame()


def _in_order(stands: frozenset[Misconduct]) -> tuple[Misconduct, ...]:
    return tuple(fault for fault in Misconduct if fault in stands)
