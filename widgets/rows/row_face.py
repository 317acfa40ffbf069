"""What a line of the list says about its site beside what its tile would say: the state in words, and the loss.

Rule: what stands on a tile as colour, frame and badge stands here as a word with its sign, the place in the meeting
first, then the heaviest trouble; a healthy site says its bit rate and nothing else.
"""

from dataclasses import replace

from console.snapshot import SiteView
from console.words import LinkState
from widgets.controls.faults import FaultKind, faults_of
from widgets.controls.store import Store
from widgets.drawing.icons import Icon
from widgets.phrases.console import list_words as words
from widgets.phrases.language import duration
from widgets.tiles.tile_face import Mark, TileFace, Tone, face_of


def row_face_of(
    view: SiteView, store: Store, *, selected: bool, kilobits: int | None, outlined: bool = False
) -> TileFace:
    """Returns the face of a site's line; `kilobits` is the steadied rate."""
    face = face_of(view, store, selected=selected, has_picture=True, kilobits=kilobits, outlined=outlined)
    here = view.link in {LinkState.LIVE, LinkState.OLD}
    return replace(
        face,
        metered=False,
        strip=(),
        states=_with_own(_states(face, view, store), face.own),
        loss=words.loss(view.line.loss_percent if here else None),
    )


def _states(face: TileFace, view: SiteView, store: Store) -> tuple[Mark, ...]:
    if face.notice is not None and face.notice.icon is not None:
        return (_notice_state(face, view, store),)
    place = _place(face, view, store)
    trouble = _trouble(face, view, store)
    said = tuple(mark for mark in (place, trouble) if mark is not None)
    quiet = face.rehearsal or face.bit_rate
    return said or ((quiet,) if quiet is not None else ())


def _with_own(states: tuple[Mark, ...], own: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Puts the sign of the headphones first, where it is never left out, and a gain last."""
    return (*(mark for mark in own if mark.icons), *states, *(mark for mark in own if not mark.icons))


def _notice_state(face: TileFace, view: SiteView, store: Store) -> Mark:
    notice = face.notice
    assert notice is not None
    icons = (notice.icon,) if notice.icon is not None else ()
    if view.link is LinkState.LOST:
        return Mark(words.lost_for(_age(view.link_since_ms, store.now_ms)), notice.tone, icons)
    return Mark((notice.text, notice.short), notice.tone, icons)


def _place(face: TileFace, view: SiteView, store: Store) -> Mark | None:
    """Returns where a site is in the meeting; the hand with its place stands beside the name."""
    top = face.top
    if top is None or top.tone is Tone.REQUEST:
        return None
    if top.tone is Tone.LIVE:
        since_ms = store.floor.speech_started_ms if store.floor.speaker == view.site else store.podium.since_ms
        age_ms = _age(since_ms, store.now_ms)
        return Mark(words.on_podium_for(None if age_ms is None else duration(age_ms)), Tone.LIVE, (Icon.DOT,))
    if top.tone is Tone.NEXT:
        return Mark(words.next_one(ready=view.ready), Tone.NEXT, top.icons)
    return top


def _trouble(face: TileFace, view: SiteView, store: Store) -> Mark | None:
    low = face.low
    if low is not None and faults_of(view, store.now_ms)[:1] == [FaultKind.MICROPHONE_DISAGREES]:
        age_ms = _age(view.microphone.observed_ms, store.now_ms)
        return Mark(words.facts_disagree(view, age_ms), low.tone, low.icons)
    return low


def _age(since_ms: int | None, now_ms: int) -> int | None:
    return None if since_ms is None else now_ms - since_ms
