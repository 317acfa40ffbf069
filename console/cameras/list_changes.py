"""What has changed in a site's list of cameras, as the log says it: what was before and what is now.

Rules: a camera is described by what its profile says otherwise than the usual, in the words of the cameras file; a
password is in no profile, so that only its change is told, never itself. Pure.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum

import msgspec

from console.cameras.camera_profile import CameraProfile


class ListAct(StrEnum):
    """What became of a camera of the list."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class CameraChange(msgspec.Struct, frozen=True, kw_only=True):
    """One camera of a list that has changed; `before` and `after` say only what is otherwise."""

    camera: str
    act: ListAct
    before: str = ""
    after: str = ""
    password_changed: bool = False


class ListChange(msgspec.Struct, frozen=True, kw_only=True):
    """What has changed at one moment, and who did it; `person` empty: the file was changed by hand."""

    changes: tuple[CameraChange, ...]
    person: str = ""


def changes_between(
    before: Mapping[str, CameraProfile], after: Mapping[str, CameraProfile], passwords: Collection[str]
) -> tuple[CameraChange, ...]:
    """Returns what became of each camera; `passwords` names those whose password is another one now."""
    names = dict.fromkeys((*before, *after))
    changes = (_change(name, before.get(name), after.get(name), changed=name in passwords) for name in names)
    return tuple(change for change in changes if change is not None)


def _change(
    camera: str, before: CameraProfile | None, after: CameraProfile | None, *, changed: bool
) -> CameraChange | None:
    old, new = _said(before), _said(after)
    if before is None:
        return CameraChange(camera=camera, act=ListAct.ADDED, after=_text(new))
    if after is None:
        return CameraChange(camera=camera, act=ListAct.REMOVED, before=_text(old))
    otherwise = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    if not otherwise and not changed:
        return None
    was, now = (_text({name: said[name] for name in otherwise if name in said}) for said in (old, new))
    return CameraChange(camera=camera, act=ListAct.CHANGED, before=was, after=now, password_changed=changed)


def _said(profile: CameraProfile | None) -> dict[str, object]:
    said: dict[str, object] = {} if profile is None else msgspec.to_builtins(profile)
    return {name: value for name, value in said.items() if name != "camera"}


def _text(said: Mapping[str, object]) -> str:
    return ", ".join(f"{name}={value}" for name, value in said.items())
