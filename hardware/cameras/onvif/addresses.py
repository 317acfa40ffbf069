"""Where a camera says that its services and pictures are, as addresses within reach that are really its own; pure.

Rule: a camera's login goes to the camera alone. An address on another host (the camera's inner one, 127.0.0.1, that of
a network it was in before) is taken as a path on the host and port that the profile names.
"""

from urllib.parse import urlsplit, urlunsplit


def own_address(address: str, host: str, port: int) -> str:
    """Returns the address to use; raises `ValueError` for what is none."""
    parts = urlsplit(address.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"no address of a camera: {address[:80]!r}")
    if parts.hostname.casefold() == host.strip("[]").casefold():
        return urlunsplit((parts.scheme, _place(host, parts.port), parts.path, parts.query, ""))
    return urlunsplit(("http", _place(host, port), parts.path or "/", parts.query, ""))


def picture_addresses(address: str, host: str, port: int) -> tuple[str, ...]:
    """Returns where a snapshot may be, the likeliest first; at most two."""
    parts = urlsplit(address.strip())
    first = own_address(address, host, port)
    elsewhere = urlunsplit(("http", _place(host, port), parts.path or "/", parts.query, ""))
    return (first,) if first == elsewhere else (first, elsewhere)


def _place(host: str, port: int | None) -> str:
    bare = host.strip("[]")
    name = f"[{bare}]" if ":" in bare else bare
    return name if port is None else f"{name}:{port}"
