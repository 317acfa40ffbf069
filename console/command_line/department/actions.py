"""Carries out `department`: takes packages, keeps keys, says who has not reported, writes receipts.

Rule: exit code 0 only when every package that was named is here afterwards; each refusal names its file and its place.
"""

import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from console.command_line.actions import Actions
from console.command_line.department import requests
from console.command_line.department.period import named_period
from console.command_line.department.phrasing import DepartmentSay
from console.command_line.exits import BadInput, Exit
from console.command_line.files import open_office, profile_of, read_octets, settings_of, write_octets
from console.command_line.form.writing import check_ending, write_form
from console.command_line.package_actions import finding_sentence, signing_key
from console.command_line.package_phrasing import PackageSay
from console.command_line.requests import Request
from console.log_book.office_store import OfficeStore
from console.office.reporting import ConsoleKey, TakenPackage, department_ledger, in_period, who_has_not_reported
from console.records.department.answer import ACCEPTED, Answer
from console.records.department.arrival import TooMany, packages_in
from console.records.department.receipt import read_receipt, receipt_for, signed
from console.records.department.report_seal import ReportSeal, digest_of, read_seal, seal_file, sealed
from console.records.department.signed_paper import PaperRefused
from console.records.department.taking import Counter, Taking
from console.records.fingerprints import in_groups, read_fingerprint
from console.records.forms import period_form
from console.records.ledger_page import ReportHead
from console.regulation.profile import ProfileInForce


def wall_ms() -> int:
    """Returns wall-clock milliseconds (UTC)."""
    return time.time_ns() // 1_000_000


def take_packages(request: requests.TakePackages, actions: Actions) -> int:
    """Takes what was named and prints one line for each package."""
    paths = _found(request, actions)
    with open_office(request.data) as office:
        counter = Counter(office, request.data.packages, request.person, wall_ms)
        answers = [_taken(counter, path, request, actions) for path in paths]
    refused = sum(answer not in ACCEPTED for answer in answers)
    if not request.json:
        taken = sum(answer in (Answer.TAKEN, Answer.FOLLOWS) for answer in answers)
        counts = {"taken": taken, "known": len(answers) - taken - refused, "refused": refused}
        print(actions.phrase(DepartmentSay.COUNTED, counts))
    return Exit.FAILED if refused else Exit.DONE


def _found(request: requests.TakePackages, actions: Actions) -> tuple[Path, ...]:
    try:
        paths = packages_in(request.paths)
    except TooMany as error:
        raise BadInput(actions.phrase(DepartmentSay.TOO_MANY_FOUND, {"most": error.most})) from error
    except OSError as error:
        values = {"path": error.filename, "why": error.strerror or error}
        raise BadInput(actions.phrase(DepartmentSay.FOLDER_UNREADABLE, values)) from error
    if not paths:
        named = ", ".join(map(str, request.paths))
        raise BadInput(actions.phrase(DepartmentSay.NOTHING_FOUND, {"path": named}))
    return paths


def _taken(counter: Counter, path: Path, request: requests.TakePackages, actions: Actions) -> Answer:
    taking = counter.take(path)
    if request.json:
        print(_as_json(taking))
    else:
        print(f"{path}: {actions.phrase(taking.answer, answer_values(taking, actions))}")
    return taking.answer


def answer_values(taking: Taking, actions: Actions) -> dict[str, object]:
    """Returns what the sentence about an answer speaks of."""
    package = taking.package
    why = taking.why or " ".join(finding_sentence(finding, actions) for finding in taking.findings)
    return {
        "why": why,
        "fingerprint": in_groups(taking.fingerprint),
        "unit": "" if package is None else package.unit,
        "title": "" if package is None else package.story.title,
        "count": 0 if package is None else package.count,
        "day": "" if package is None else _day(package.taken_ms),
    }


def _as_json(taking: Taking) -> str:
    package = taking.package
    told = {
        "path": str(taking.path),
        "answer": taking.answer,
        "faults": [finding.fault for finding in taking.findings],
        "fingerprint": taking.fingerprint,
        "session": None if package is None else package.story.session,
        "digest": None if package is None else package.digest,
    }
    return msgspec.json.encode(told).decode()


def _day(at_ms: int) -> str:
    return f"{datetime.fromtimestamp(at_ms / 1000).astimezone():%d/%m/%Y}"


# ---------------------------------------------------------------- keys


def register_key(request: requests.RegisterKey, actions: Actions) -> int:
    """Registers a key, or changes what is known of it."""
    if not request.unit.strip():
        raise BadInput(actions.phrase(DepartmentSay.UNIT_MISSING, {}))
    today = f"{datetime.now().astimezone():%Y-%m-%d}"
    key = ConsoleKey(
        id=_fingerprint(request.fingerprint, actions),
        unit=request.unit,
        site=request.site,
        paper=request.paper,
        registered_on=today,
    )
    with open_office(request.data) as office:
        office.register.put([key], request.person)
    values = {"fingerprint": in_groups(key.id), "unit": key.unit}
    print(actions.phrase(DepartmentSay.KEY_REGISTERED, values))
    return Exit.DONE


def revoke_key(request: requests.RevokeKey, actions: Actions) -> int:
    """Revokes a key; what it signed before stays."""
    fingerprint = _fingerprint(request.fingerprint, actions)
    values = {"fingerprint": in_groups(fingerprint)}
    with open_office(request.data) as office:
        key = office.register.get(ConsoleKey, fingerprint)
        if key is None:
            raise BadInput(actions.phrase(DepartmentSay.KEY_NOT_REGISTERED, values))
        today = f"{datetime.now().astimezone():%Y-%m-%d}"
        revoked = replace(key, revoked_on=today, revoked_why=request.reason)
        office.register.put([revoked], request.person, request.reason)
    print(actions.phrase(DepartmentSay.KEY_REVOKED, values | {"unit": key.unit}))
    return Exit.DONE


def list_keys(request: requests.ListKeys, actions: Actions) -> int:
    """Prints the keys, in order of their unit."""
    with open_office(request.data) as office:
        keys = sorted(office.register.present(ConsoleKey), key=lambda key: key.unit.casefold())
    for key in keys:
        if key.valid:
            print(f"{in_groups(key.id)}  {key.unit}  {key.paper}".rstrip())
        else:
            revoked = actions.phrase(DepartmentSay.REVOKED_ON, {"day": key.revoked_on, "why": key.revoked_why})
            print(f"{in_groups(key.id)}  {key.unit}  {revoked}")
    if not keys:
        print(actions.phrase(DepartmentSay.NO_KEYS, {}))
    return Exit.DONE


def _fingerprint(text: str, actions: Actions) -> str:
    fingerprint = read_fingerprint(text)
    if fingerprint is None:
        raise BadInput(actions.phrase(PackageSay.KEY_BAD, {"text": text}))
    return fingerprint


# ---------------------------------------------------------------- periods


def list_packages(request: requests.ListPackages, actions: Actions) -> int:
    """Prints what was handed in for a period, in order of the sessions."""
    named = named_period(request, actions)
    with open_office(request.data) as office:
        packages = in_period(office.register.present(TakenPackage), named.period)
    if request.json:
        for package in packages:
            print(msgspec.json.encode(package).decode())
        return Exit.DONE
    print(actions.phrase(DepartmentSay.PERIOD, {"first": named.first, "last": named.last}))
    for package in packages:
        values = {
            "day": _day(package.story.started_ms),
            "unit": package.unit,
            "title": package.story.title,
            "sites": len(package.story.sites),
            "count": package.count,
        }
        print(actions.phrase(DepartmentSay.PACKAGE_LINE, values))
    if not packages:
        print(actions.phrase(DepartmentSay.NOTHING_HANDED_IN, {}))
    return Exit.DONE


def list_silent(request: requests.ListSilent, actions: Actions) -> int:
    """Prints the units with a valid key that have handed in nothing for a period."""
    named = named_period(request, actions)
    with open_office(request.data) as office:
        keys, packages = office.register.present(ConsoleKey), office.register.present(TakenPackage)
    silent = who_has_not_reported(keys, packages, named.period)
    if request.json:
        for key in silent:
            print(msgspec.json.encode(key).decode())
        return Exit.DONE
    print(actions.phrase(DepartmentSay.PERIOD, {"first": named.first, "last": named.last}))
    for key in silent:
        print(actions.phrase(DepartmentSay.SILENT_LINE, {"unit": key.unit}))
    if not silent:
        print(actions.phrase(DepartmentSay.ALL_REPORTED if keys else DepartmentSay.NO_KEYS, {}))
    return Exit.DONE


def write_report(request: requests.WriteReport, actions: Actions) -> int:
    """Writes what all units handed in, each meeting once, signs it, and names the units that handed in nothing."""
    check_ending(request.out, actions)
    named = named_period(request, actions)
    profile = _profile(request, actions)
    with open_office(request.data) as office:
        keys, packages = office.register.present(ConsoleKey), office.register.present(TakenPackage)
    head = ReportHead(
        issuer=(_department(profile),),
        place=profile.regulation.organisation.province_name or "",
        made_ms=wall_ms(),
        period=f"{named.first} – {named.last}",
    )
    counted = department_ledger(packages, named.period)
    write_form(period_form(request.name, counted, head), request.out, request, actions)
    _sign_report(request, head, len(counted.rows), actions)
    for key in who_has_not_reported(keys, packages, named.period):
        print(actions.phrase(DepartmentSay.SILENT_LINE, {"unit": key.unit}))
    return Exit.DONE


def _sign_report(request: requests.WriteReport, head: ReportHead, meetings: int, actions: Actions) -> None:
    """Puts the department's signature beside a report."""
    seal = ReportSeal(
        department=head.issuer[0],
        form=request.name.value,
        period=head.period,
        digest=digest_of(read_octets(request.out)),
        meetings=meetings,
        made_ms=head.made_ms or wall_ms(),
        made_by=request.person,
    )
    file = seal_file(request.out)
    write_octets(file, sealed(seal, signing_key(request.data, actions)))
    print(actions.phrase(DepartmentSay.REPORT_SIGNED, {"path": file}))


def check_report(request: requests.CheckReport, actions: Actions) -> int:
    """Prints what a report's signature says and who signed it."""
    named = None if request.key is None else _fingerprint(request.key, actions)
    report, file = read_octets(request.file), seal_file(request.file)
    if not file.is_file():
        raise BadInput(actions.phrase(DepartmentSay.REPORT_UNSIGNED, {"file": request.file}))
    try:
        seal, fingerprint = read_seal(read_octets(file), report)
    except PaperRefused as error:
        kind = DepartmentSay.SIGNATURE_MALFORMED if error.malformed else DepartmentSay.RECEIPT_ALTERED
        raise BadInput(actions.phrase(kind, {"file": file if error.malformed else request.file})) from error
    _refuse_other_key(named, fingerprint, request.file, actions)
    values = msgspec.structs.asdict(seal)
    values |= {"day": _day(seal.made_ms), "fingerprint": in_groups(fingerprint)}
    print(actions.phrase(DepartmentSay.REPORT_GOOD, values))
    return Exit.DONE


def _refuse_other_key(named: str | None, fingerprint: str, file: Path, actions: Actions) -> None:
    if named not in (None, fingerprint):
        values = {"file": file, "fingerprint": in_groups(fingerprint)}
        raise BadInput(actions.phrase(DepartmentSay.RECEIPT_OF_OTHER, values))


def _profile(request: requests.DepartmentRequest, actions: Actions) -> ProfileInForce:
    return profile_of(request.data, settings_of(request.data), actions.profiles, actions.program_version())


def _department(profile: ProfileInForce) -> str:
    return profile.regulation.organisation.department_name or profile.regulation.terms.department


# ---------------------------------------------------------------- receipts


def give_receipts(request: requests.GiveReceipts, actions: Actions) -> int:
    """Writes a signed receipt for each package that was named."""
    department = _department(_profile(request, actions))
    key = signing_key(request.data, actions)
    with open_office(request.data) as office:
        packages = _wanted(request, office, actions)
    request.out.mkdir(parents=True, exist_ok=True)
    for package in packages:
        file = request.out / f"bien-nhan_{package.package or package.digest[:16]}.json"
        write_octets(file, signed(receipt_for(package, department), key))
        print(actions.phrase(DepartmentSay.RECEIPT_WRITTEN, {"path": file}))
    return Exit.DONE


def _wanted(request: requests.GiveReceipts, office: OfficeStore, actions: Actions) -> tuple[TakenPackage, ...]:
    packages = office.register.present(TakenPackage)
    wanted = request.session
    if wanted is None:
        return packages
    found = tuple(
        package
        for package in packages
        if package.story.session.startswith(wanted) or package.story.session.endswith(wanted)
    )
    if not found or not wanted:
        raise BadInput(actions.phrase(DepartmentSay.SESSION_UNKNOWN, {"text": wanted}))
    return found


def check_receipt(request: requests.CheckReceipt, actions: Actions) -> int:
    """Prints what a receipt says and who signed it."""
    named = None if request.key is None else _fingerprint(request.key, actions)
    try:
        receipt, fingerprint = read_receipt(read_octets(request.file))
    except PaperRefused as error:
        kind = DepartmentSay.RECEIPT_MALFORMED if error.malformed else DepartmentSay.RECEIPT_ALTERED
        raise BadInput(actions.phrase(kind, {"file": request.file})) from error
    _refuse_other_key(named, fingerprint, request.file, actions)
    values = msgspec.structs.asdict(receipt)
    values |= {"day": _day(receipt.taken_ms), "fingerprint": in_groups(fingerprint)}
    print(actions.phrase(DepartmentSay.RECEIPT_GOOD, values))
    return Exit.DONE


CARRIED_OUT: Mapping[type[Request], Callable[[Any, Actions], int]] = {
    requests.TakePackages: take_packages,
    requests.RegisterKey: register_key,
    requests.RevokeKey: revoke_key,
    requests.ListKeys: list_keys,
    requests.ListPackages: list_packages,
    requests.ListSilent: list_silent,
    requests.WriteReport: write_report,
    requests.GiveReceipts: give_receipts,
    requests.CheckReport: check_report,
    requests.CheckReceipt: check_receipt,
}
