"""What a hall sees instead of a picture that is not the present: which meeting this is, and who holds it.

Rule: calm and without a technical word; nothing on it moves, blinks or counts.
"""

from widgets.controls.store import Store
from widgets.drawing.slates import Slate
from widgets.phrases.console import screen_words as words


def slate_of(store: Store, *, session_was_seen: bool) -> Slate:
    """Returns what the slate says now; `session_was_seen`: a meeting that this window showed has ended."""
    main = store.main_site
    name = words.slate_main(main.name if main is not None else "")
    if store.session.running:
        return Slate(store.session.title, name, words.slate_wait())
    if not store.known or store.link_lost:
        return Slate(store.session.title, name, "")
    return Slate(words.slate_over() if session_was_seen else words.slate_before(), name, "")
