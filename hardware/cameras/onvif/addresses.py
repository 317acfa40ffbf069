"""Where a camera says that its services and pictures are, as addresses within reach that are really its own; pure.

Rule: a camera's login goes to the camera alone. An address on another host (the camera's inner one, 127.0.0.1, that of
a network it was in before), or on none (`http:///onvif/ptz`, `/onvif/ptz`), is taken as a path on the host and port
that the profile names.
"""

from urllib.parse import urlsplit, urlunsplit

HTTP_PORT, HTTPS_PORT = 80, 443


class NoAddress(ValueError):
    """What a camera named is no address of a camera."""


def own_address(address: str, host: str, port: int) -> str:
    """Returns the address to use; raises `NoAddress`."""
    try:
        parts = urlsplit(address.strip())
        named = parts.port
    except ValueError as error:
        raise NoAddress("cannot be read") from error
    if parts.scheme not in ("", "http", "https") or (not parts.hostname and not parts.path.startswith("/")):
        raise NoAddress("neither HTTP nor a path")
    if parts.scheme and (parts.hostname or "").casefold() == host.strip("[]").casefold():
        return urlunsplit((parts.scheme, _place(host, named), parts.path, parts.query, ""))
    return urlunsplit((scheme_of(port), _place(host, port), parts.path or "/", parts.query, ""))


def at_own_port(address: str, host: str, port: int) -> str:
    """Returns an address on the port that the profile names, for a usable one that nobody answers on."""
    parts = urlsplit(address)
    if (parts.port or (HTTPS_PORT if parts.scheme == "https" else HTTP_PORT)) == port:
        return address
    return urlunsplit((scheme_of(port), _place(host, port), parts.path or "/", parts.query, ""))


def scheme_of(port: int) -> str:
    """Returns how a camera is spoken to on a port: HTTPS on its own port, else HTTP."""
    return "https" if port == HTTPS_PORT else "http"


def picture_addresses(address: str, host: str, port: int) -> tuple[str, ...]:
    """Returns where a snapshot may be, the likeliest first; at most two."""
    first = own_address(address, host, port)
    parts = urlsplit(address.strip())
    elsewhere = urlunsplit((scheme_of(port), _place(host, port), parts.path or "/", parts.query, ""))
    return (first,) if first == elsewhere else (first, elsewhere)


def bracketed(host: str) -> str:
    """Returns a host as it stands in an address: IPv6 in brackets (RFC 3986)."""
    bare = host.strip("[]")
    return f"[{bare}]" if ":" in bare else bare


def _place(host: str, port: int | None) -> str:
    return bracketed(host) if port is None else f"{bracketed(host)}:{port}"
