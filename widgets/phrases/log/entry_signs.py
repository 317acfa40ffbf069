"""The sign that stands before a line of the log: one per kind, and for some kinds by what the line says.

Rule: a sign never says more than its line; a kind without a row has none.
"""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Any

Fields = Mapping[str, Any]


class EntrySign(Enum):
    """The sign before a line of the log."""

    NONE = auto()
    DONE = auto()
    WARNING = auto()
    ERROR = auto()
    PODIUM = auto()
    MARK = auto()
    INCIDENT = auto()
    NOTE = auto()


def sign_of_entry(kind: str, what: Fields) -> EntrySign:  # noqa: PLR0911 - one return per kind
    """Returns the sign that stands before a log entry."""
    if kind == "command-ended":
        return EntrySign.WARNING if what.get("outcome") in {"failed", "rolled_back", "partly"} else EntrySign.NONE
    if kind == "engine-changed":
        return EntrySign.DONE if what.get("up") else EntrySign.ERROR
    if kind == "check-item-noted":
        return EntrySign.WARNING if what.get("result") == "fail" else EntrySign.NONE
    if kind == "preflight-ended":
        return EntrySign.DONE if what.get("passed") else EntrySign.WARNING
    if kind in {"alarm-raised", "alarm-changed"}:
        return EntrySign.ERROR if what.get("severity") == "error" else EntrySign.WARNING
    if kind == "configuration-changed":
        return EntrySign.NOTE if what.get("standing") == "free" else EntrySign.WARNING
    return _SIGNS.get(kind, EntrySign.NONE)


_SIGNS = {
    "incident-opened": EntrySign.INCIDENT,
    "incident-updated": EntrySign.INCIDENT,
    "incident-reopened": EntrySign.INCIDENT,
    "incident-restored": EntrySign.DONE,
    "incident-closed": EntrySign.DONE,
    "incident-told": EntrySign.NOTE,
    "fallback-asked": EntrySign.WARNING,
    "fallback-decided": EntrySign.NOTE,
    "control-delegated": EntrySign.NOTE,
    "control-revoked": EntrySign.NOTE,
    "moment-marked": EntrySign.MARK,
    "note-added": EntrySign.NOTE,
    "camera-link-changed": EntrySign.WARNING,
    "camera-replaced": EntrySign.WARNING,
    "alarm-taken": EntrySign.DONE,
    "alarm-cleared": EntrySign.DONE,
    "violation-seen": EntrySign.WARNING,
    "forgotten-microphone-seen": EntrySign.WARNING,
    "opening-tried": EntrySign.WARNING,
    "site-went-old": EntrySign.WARNING,
    "site-left": EntrySign.ERROR,
    "admission-denied": EntrySign.WARNING,
    "credentials-revoked": EntrySign.WARNING,
    "credential-ends-soon": EntrySign.WARNING,
    "site-knocked": EntrySign.WARNING,
    "podium-rolled-back": EntrySign.WARNING,
    "return-rolled-back": EntrySign.WARNING,
    "podium-taken": EntrySign.PODIUM,
    "podium-verified": EntrySign.DONE,
    "cue-taken": EntrySign.DONE,
    "cue-skipped": EntrySign.WARNING,
    "ready-given": EntrySign.DONE,
    "site-joined": EntrySign.DONE,
    "site-came-back": EntrySign.DONE,
    "log-fell-behind": EntrySign.ERROR,
    "load-shed": EntrySign.WARNING,
    "nonsense-heard": EntrySign.WARNING,
    "clock-stepped": EntrySign.WARNING,
    "configuration-frozen": EntrySign.NOTE,
}
