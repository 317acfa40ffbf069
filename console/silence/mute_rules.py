"""The province's rule of microphones: what it forbids to open and whom an order of silence may leave out.

Rules: silencing is never refused, opening against the rule always is. A site is *called* while it is on the podium, on
its way there or speaking. Đắk Lắk I.4k: closed but for the speech; Bắc Kạn Đ8 k2a: opened only when the host asks.
"""

from console.commands import AnyCommand, LiftSilence, MuteAll, UnmuteSite
from console.state import State
from console.words import MAIN_SITE, MuteRule, Reason, SiteId

CLOSED_UNLESS_CALLED = (MuteRule.ALWAYS_MUTED_WHEN_NOT_SPEAKING, MuteRule.ONLY_ON_HOST_REQUEST)
"""Rules under which the standing order is not lifted and nobody is excepted from it."""


def mute_rule_refusal(state: State, command: AnyCommand) -> Reason | None:
    """Returns why the profile forbids an opening act, or None."""
    rule = state.rules.mute_rule
    if isinstance(command, LiftSilence) and rule in CLOSED_UNLESS_CALLED:
        return Reason.MUTE_RULE
    strict = rule is MuteRule.ALWAYS_MUTED_WHEN_NOT_SPEAKING
    if isinstance(command, UnmuteSite) and strict and command.site not in called_sites(state):
        return Reason.MUTE_RULE
    return None


def excepted_sites(state: State, command: MuteAll) -> tuple[SiteId, ...]:
    """Returns the sites that an order to silence everybody leaves out: those named, as far as the rule lets it."""
    named = tuple(site for site in state.directory if site != MAIN_SITE and site in command.except_sites)
    if state.rules.mute_rule not in CLOSED_UNLESS_CALLED:
        return named
    called = called_sites(state)
    return tuple(site for site in named if site in called)


def silent_at_start(state: State) -> bool:
    """Returns whether a session begins with the standing order in force."""
    return state.rules.silent_at_start or state.rules.mute_rule in CLOSED_UNLESS_CALLED


def called_sites(state: State) -> tuple[SiteId, ...]:
    """Returns the sites that are called to speak just now."""
    durable, run = state.durable, state.run
    sites = (durable.podium.site, None if durable.speech is None else durable.speech.site, run.site if run else None)
    return tuple(dict.fromkeys(site for site in sites if site is not None and site != MAIN_SITE))
