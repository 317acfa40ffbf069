"""What a site that may control others is told of them: as much as its rights need, and nothing while it has none."""

from console.control.control_messages import ControlledRequest, ControlledSite, ShowControl
from console.durable import commanded
from console.state import State
from console.words import MAIN_SITE, SiteId

NOTHING = ShowControl()


def wanted_control(state: State, site: SiteId) -> ShowControl:
    """Returns what a site shall show of delegated control."""
    durable = state.durable
    given = durable.delegations.get(site)
    if given is None:
        return NOTHING
    requests = tuple(
        ControlledRequest(request_id=waiting.request_id, site=waiting.site, person=waiting.person, note=waiting.note)
        for waiting in durable.requests
    )
    return ShowControl(
        rights=given.rights,
        until_ms=given.until_ms,
        silence_in_force=durable.silence.in_force,
        sites=tuple(_controlled(state, other) for other in state.directory if other != MAIN_SITE),
        requests=requests,
    )


def _controlled(state: State, site: SiteId) -> ControlledSite:
    durable, known, link = state.durable, state.directory[site], state.links.get(site)
    return ControlledSite(
        site=site,
        number=known.number,
        name=known.name,
        connected=link is not None and link.connection is not None,
        heard=commanded(durable, site).heard,
        on_podium=durable.podium.site == site,
        on_deck=durable.on_deck is not None and durable.on_deck.site == site,
    )
