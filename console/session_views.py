"""The views of the session and of the profile it is held under."""

from console.snapshot import SessionView, TermsView
from console.state import State


def session_view(state: State) -> SessionView:
    """Returns the view of the running session, or of none."""
    session = state.durable.session
    connected = sum(link.connection is not None for link in state.links.values())
    if session is None:
        return SessionView(running=False, connected_sites=connected, expected_sites=len(state.directory))
    return SessionView(
        running=True,
        kind=session.kind,
        title=session.title or ("" if state.durable.meeting_file is None else state.durable.meeting_file.subject),
        meeting_uid=session.meeting_uid,
        session=session.session,
        started_ms=session.started_ms,
        connected_sites=connected,
        expected_sites=len(state.directory),
        profile_name=state.rules.profile_name,
    )


def terms_view(state: State) -> TermsView:
    """Returns the profile in force with the province's words."""
    rules = state.rules
    return TermsView(
        profile_id=rules.profile_id,
        profile_version=rules.profile_version,
        profile_name=rules.profile_name,
        terms=rules.terms,
        preset_roles=rules.preset_roles,
        operator_saves_at_sites=rules.operator_saves_at_sites,
    )
