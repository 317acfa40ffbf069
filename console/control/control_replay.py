"""How the log's lines about delegated control give the delegations of the durable state."""

from msgspec.structs import replace

from console.control.control_entries import AnyControlEntry, ControlDelegated
from console.durable import Delegation, Durable


def apply_control(durable: Durable, entry: AnyControlEntry, at_ms: int, person: str) -> Durable:
    """Returns the durable state after a line about control; `person` is the line's actor."""
    others = {site: kept for site, kept in durable.delegations.items() if site != entry.site}
    if not isinstance(entry, ControlDelegated):
        return replace(durable, delegations=others)
    given = Delegation(
        rights=entry.rights, since_ms=at_ms, until_ms=entry.until_wall_ms, given_by=person, basis=entry.basis
    )
    return replace(durable, delegations={**others, entry.site: given})
