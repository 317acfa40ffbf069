"""`support`: lists or writes what whoever mends the program may be given."""

from console.command_line.actions import Actions
from console.command_line.exits import BadInput, Exit
from console.command_line.phrasing import Say
from console.command_line.requests import MakeSupportBundle
from console.trouble import TroubleKind, trouble


def make_support_bundle(request: MakeSupportBundle, actions: Actions) -> int:
    """Prints the parts with their sizes in octets, and writes them where a file is named."""
    try:
        parts = actions.support_bundle(request.data, request.out)
    except OSError as error:
        raise BadInput(trouble(TroubleKind.FILE_UNWRITABLE, path=request.out, why=error.strerror)) from error
    for name, size in parts.items():
        print(f"{size:>9}  {name}")
    if request.out is not None:
        print(actions.phrase(Say.WRITTEN, {"file": request.out}))
    return Exit.DONE
