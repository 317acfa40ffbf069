"""`export`: packs one session of this installation for hand-over.

Rule: the log is judged first, and one that is not whole leaves only when it is asked for as it is. Nothing needs the
bridge: a running meeting is packed as it stands.
"""

from datetime import datetime

import msgspec

from console.command_line.actions import Actions
from console.command_line.exits import BadInput, Exit
from console.command_line.files import open_office, settings_of
from console.command_line.named_session import named_session
from console.command_line.package_actions import signing_key
from console.command_line.package_phrasing import PackageSay
from console.command_line.phrasing import verdict_sentences
from console.command_line.requests import ExportSession
from console.log_book.database import StoreUnusable
from console.log_book.office_store import OfficeStore
from console.log_book.session_table import SessionRow, SessionState
from console.log_book.snapshot_file import SnapshotFailed
from console.log_book.verification import Verdict, verify_log
from console.records.fingerprints import in_groups
from console.records.gathering import office_side
from console.records.hand_over.making import MadePackage, PackageImpossible, PackageWish, make_package
from console.trouble import TroubleKind, trouble


def export(request: ExportSession, actions: Actions) -> int:
    """Makes the package and prints what it fixes; ends with 1 and the verdict when the log is not whole."""
    if not request.data.office_file.exists():
        raise BadInput(actions.phrase(PackageSay.NO_SESSION_YET, {"folder": request.data.root}))
    with open_office(request.data) as office:
        row = named_session(office, request.session, request.data, actions)
        verdict = _judged(request, office, row)
        if not (verdict.good or request.as_it_is):
            print("\n".join(verdict_sentences(actions.words, verdict)))
            print(actions.phrase(PackageSay.LOG_NOT_WHOLE, {}))
            return Exit.FAILED
        made = _made(request, office, row, verdict, actions)
    if request.json:
        print(_as_json(made))
    else:
        _tell(made, row, actions)
    return Exit.DONE


def _judged(request: ExportSession, office: OfficeStore, row: SessionRow) -> Verdict:
    try:
        return verify_log(request.data.session_file(row.session), office)
    except StoreUnusable as error:
        raise BadInput(error.trouble or str(error)) from error


def _made(
    request: ExportSession, office: OfficeStore, row: SessionRow, verdict: Verdict, actions: Actions
) -> MadePackage:
    wish = PackageWish(
        log=request.data.session_file(row.session),
        finding=verdict.finding,
        out=request.out,
        key=signing_key(request.data, actions),
        profile_of=office.profiles.content,
        person=request.person,
        language=request.language,
        program_version=actions.program_version(),
        as_zip=request.zip,
        with_samples=request.samples,
        now=datetime.now().astimezone(),
        office=office_side(office, row.session, row.meeting_uid),
        style=settings_of(request.data).print_style,
    )
    try:
        return make_package(wish, actions.record_pdf, actions.form_pdf)
    except PackageImpossible as error:
        raise BadInput(actions.phrase(PackageSay(error.why), {"folder": request.out})) from error
    except (StoreUnusable, SnapshotFailed) as error:
        raise BadInput(error.trouble or str(error)) from error
    except OSError as error:
        why = trouble(TroubleKind.FILE_UNWRITABLE, path=request.out, why=error.strerror or error)
        raise BadInput(why) from error


def _tell(made: MadePackage, row: SessionRow, actions: Actions) -> None:
    seal = made.seal
    print(actions.phrase(PackageSay.WRITTEN, {"path": made.path}))
    print(actions.phrase(PackageSay.SEALED, {"count": seal.count, "head": seal.head}))
    print(actions.phrase(PackageSay.SIGNED, {"fingerprint": in_groups(seal.fingerprint)}))
    if made.confidential:
        print(actions.phrase(PackageSay.CONFIDENTIAL, {}))
    if row.state is SessionState.OPEN:
        print(actions.phrase(PackageSay.STILL_RUNNING, {"count": seal.count}))


def _as_json(made: MadePackage) -> str:
    seal = made.seal
    told = {"path": str(made.path), "count": seal.count, "head": seal.head, "fingerprint": seal.fingerprint}
    return msgspec.json.encode(told | {"octets": made.octets, "confidential": made.confidential}).decode()
