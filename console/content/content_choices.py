"""What of the bridge's machine may be shown besides films, as listed when somebody looked."""

import msgspec


class ContentChoices(msgspec.Struct, frozen=True, kw_only=True):
    """The open windows and the screens, each by the name that `ShowContent` takes."""

    windows: tuple[str, ...] = ()
    screens: tuple[str, ...] = ()
    trouble: str = ""
    """Why no window can be told from another here, in English; empty: nothing is the matter."""
