"""What a judged package holds for whoever received it: the session's form and what the sender's register says.

Rule: to be asked only of a package that `check_package` found good; what is read is taken in the program's own shapes
or refused with the file. Packages of the first release have neither: None and nothing.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from console.records.hand_over import layout
from console.records.hand_over.package_source import PackageSource, chunks
from console.records.hand_over.package_verdict import PackageFault, refused
from console.records.session_form import SessionForm

LARGEST_FORM = 16 * 1024**2
"""Octets; the form of 1000 sites with long incidents is about one million."""


def session_form_in(source: PackageSource) -> SessionForm | None:
    """Returns Phụ lục II as data, None when the package has none; raises `PackageRefused`."""
    if layout.SESSION_FORM not in source.sizes:
        return None
    try:
        return msgspec.json.decode(_octets(source, layout.SESSION_FORM), type=SessionForm)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise refused(PackageFault.FILE_DAMAGED, layout.SESSION_FORM, found=error) from error


def office_lines_in(source: PackageSource) -> Iterator[dict[str, Any]]:
    """Yields the register's lines of the meeting as the sender had them; raises `PackageRefused`."""
    if layout.OFFICE not in source.sizes:
        return
    for number, line in enumerate(_octets(source, layout.OFFICE).splitlines(), start=1):
        try:
            yield msgspec.json.decode(line, type=dict[str, Any])
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise refused(PackageFault.LIST_MALFORMED, layout.OFFICE, at=number) from error


def _octets(source: PackageSource, name: str) -> bytes:
    if source.sizes[name] > LARGEST_FORM:
        raise refused(PackageFault.TOO_LARGE, name, wanted=LARGEST_FORM)
    return b"".join(chunks(source, name))
