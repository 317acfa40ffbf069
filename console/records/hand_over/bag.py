"""The text files of a bag (RFC 8493, BagIt 1.0), written and read octet by octet.

Rule: nothing here opens a file. What is read is taken whole or refused with the file and the line; a doubled name is
refused, because two readers could choose differently.
"""

import re
from collections.abc import Iterator, Mapping

from console.records.hand_over.layout import BAGIT, DECLARATION, INFO
from console.records.hand_over.package_verdict import PackageFault, refused

_LISTED = re.compile(r"([0-9a-fA-F]{64})[ \t]+(\S.*)")
_TAG = re.compile(r"([^:\s][^:]*?)[ \t]*:[ \t]*(.*)")
_ESCAPED = re.compile(r"%(25|0[AaDd])")
_VERSION = re.compile(r"BagIt-Version: (\d{1,4}\.\d{1,4})")


def manifest_text(digests: Mapping[str, str]) -> str:
    """Returns a manifest: digest and path of each file, sorted by path (RFC 8493, 2.1.3)."""
    return "".join(f"{digests[path]}  {_escaped(path)}\n" for path in sorted(digests))


def read_manifest(octets: bytes, name: str) -> dict[str, str]:
    """Returns the lower-case digest of each path; raises `PackageRefused`."""
    digests: dict[str, str] = {}
    for number, line in _lines(octets, name):
        match = _LISTED.fullmatch(line)
        path = _plain(match[2]) if match else ""
        if match is None or path in digests:
            raise refused(PackageFault.LIST_MALFORMED, name, at=number)
        digests[path] = match[1].lower()
    return digests


def info_text(tags: Mapping[str, str]) -> str:
    """Returns the metadata of a bag (RFC 8493, 2.2.2), one tag per line in the order given."""
    return "".join(f"{tag}: {' '.join(value.split())}\n" for tag, value in tags.items() if value)


def read_info(octets: bytes) -> dict[str, str]:
    """Returns the tags; a line that begins with a blank goes on with the one before. Raises `PackageRefused`."""
    tags: dict[str, str] = {}
    last = ""
    for number, line in _lines(octets, INFO):
        if line[0] in " \t" and last:
            tags[last] += " " + line.strip()
            continue
        match = _TAG.fullmatch(line)
        if match is None or match[1] in tags:
            raise refused(PackageFault.LIST_MALFORMED, INFO, at=number)
        last = match[1]
        tags[last] = match[2].strip()
    return tags


def check_declaration(octets: bytes) -> None:
    """Raises `PackageRefused` unless this is the declaration of a bag of version 1.0 in UTF-8."""
    text = octets.decode("utf-8", "replace").replace("\r\n", "\n")
    if text.rstrip("\n") == DECLARATION.rstrip("\n"):
        return
    version = _VERSION.match(text)
    if version and version[1] != "1.0":
        raise refused(PackageFault.VERSION_UNKNOWN, BAGIT, found=version[1])
    raise refused(PackageFault.NOT_A_PACKAGE, BAGIT)


def _lines(octets: bytes, name: str) -> Iterator[tuple[int, str]]:
    """Yields the lines that hold something, with their numbers; CR, LF and CRLF end a line."""
    try:
        text = octets.decode()
    except UnicodeDecodeError as error:
        raise refused(PackageFault.LIST_MALFORMED, name, at=1 + octets[: error.start].count(b"\n")) from error
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        if line.strip():
            yield number, line


def _escaped(path: str) -> str:
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _plain(path: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), path)
