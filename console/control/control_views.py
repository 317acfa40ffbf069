"""What windows see of delegated control."""

from console.meeting.meeting_snapshot import ControlView, DelegationView
from console.state import State


def control_view(state: State) -> ControlView:
    """Returns who controls what for a time besides the operator, in the order in which it was given."""
    delegations = tuple(
        DelegationView(
            site=site,
            rights=given.rights,
            since_ms=given.since_ms,
            until_ms=given.until_ms,
            given_by=given.given_by,
            basis=given.basis,
        )
        for site, given in state.durable.delegations.items()
    )
    return ControlView(allowed=state.rules.control_may_be_delegated, delegations=delegations)
