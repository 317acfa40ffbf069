"""What a satellite without a window says in the terminal: joined or not and why, what is missing, microphone, podium.

Rule: a line comes when something has changed for the technician, and only then; the sentences are handed in. The Enter
key takes the place back from a computer that has replaced this one, and does nothing else.
"""

import sys
from typing import Protocol

from console.sites.site_standing import SiteStanding
from console.trouble import Trouble
from hardware.endpoint.endpoint_state import JoinPhase
from hardware.endpoint.site_agent import SiteAgent
from hardware.processes.site.enter_key import EnterKey
from hardware.processes.site.site_equipment import RoomEquipment
from hardware.processes.site.site_shown import shown


class SiteWords(Protocol):
    """Turns what a site knows of itself into sentences of one language."""

    def site_line(self, site: SiteStanding) -> str:
        """Returns the site's state in one line."""
        ...

    def trouble(self, what: Trouble) -> str:
        """Returns a trouble in one sentence."""
        ...


class EnglishSiteWords:
    """The English sentences."""

    def site_line(self, site: SiteStanding) -> str:
        """Returns the site's state in one line."""
        if site.replaced:
            return "press Enter to take the place back from here"
        if not site.joined:
            return "stopped" if site.stopped else f"joining {site.trouble}".rstrip()
        parts = ["joined", "microphone open" if site.microphone_open else "microphone closed"]
        if not site.may_open and not site.microphone_open and site.reason is not None:
            parts.append(f"may not open ({site.reason})")
        if site.on_podium or site.on_deck:
            parts.append("on the podium" if site.on_podium else "on deck")
        return ", ".join(parts)

    def trouble(self, what: Trouble) -> str:
        """Returns a trouble in one sentence."""
        return str(what)


class Spokesman:
    """Follows one site and says what changes."""

    def __init__(self, room: RoomEquipment, words: SiteWords) -> None:
        self.agent: SiteAgent | None = None
        self._room, self._words = room, words
        self._troubles: tuple[Trouble, ...] = ()
        self._line = ""
        self._enter = EnterKey(self._enter_pressed)

    def endpoint_changed(self) -> None:
        """Called by the agent after every change."""
        if self.agent is None:
            return
        site = shown(self.agent, self._room)
        if self._room.drawn is not None:
            self._room.drawn.speaking = site.microphone_open
        for what in site.troubles:
            if what not in self._troubles:
                _say(self._words.trouble(what))
        self._troubles = site.troubles
        line = self._words.site_line(site)
        if line != self._line:
            self._line = line
            _say(line)
        if site.replaced:
            self._enter.listen()

    def _enter_pressed(self) -> None:
        if self.agent is not None and self.agent.state.phase is JoinPhase.REPLACED:
            self.agent.retry_now()


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
