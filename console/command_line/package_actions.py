"""`verify` and `signing-key`: what a hand-over package is worth, and the key that signs this console's own.

Rule: exit code 0 only when nothing speaks against the package; whether anybody vouches for its key is always said.
"""

import sys

from console.command_line.actions import Actions
from console.command_line.exits import BadInput, Exit
from console.command_line.files import write_octets
from console.command_line.package_phrasing import PackageSay
from console.command_line.phrasing import Say
from console.command_line.requests import ShowSigningKey, VerifyPackage
from console.data_folder import DataFolder, FolderUnusable
from console.log_book.database import StoreUnusable
from console.log_book.office_store import OfficeStore
from console.records.fingerprints import in_groups, read_fingerprint
from console.records.hand_over.checking import check_package
from console.records.hand_over.package_verdict import PackageFacts, PackageFinding, SignerKnown
from console.records.hand_over.signing_key import KeyUnusable, KeyUnwritable, SigningKey, own_fingerprint, own_key
from console.records.hand_over.store_agreement import StoreSays, compare_with_store

_SIGNERS = {
    SignerKnown.OWN: PackageSay.SIGNER_OWN,
    SignerKnown.NAMED: PackageSay.SIGNER_NAMED,
    SignerKnown.NOT_KNOWN: PackageSay.SIGNER_NOT_KNOWN,
}
_STORE = {
    StoreSays.AGREES: PackageSay.STORE_AGREES,
    StoreSays.KNOWS_MORE: PackageSay.STORE_KNOWS_MORE,
    StoreSays.KNOWS_NOTHING: PackageSay.STORE_KNOWS_NOTHING,
}


def verify(request: VerifyPackage, actions: Actions) -> int:
    """Prints the verdict: what the package fixes and who signed it, or every place that speaks against it.

    On the machine that wrote the session's log its end is compared with what the office store remembers.
    """
    verdict = check_package(request.package, own=_own(request.data), named=_named(request, actions))
    told = [finding_sentence(finding, actions) for finding in verdict.findings]
    if not verdict.usable:
        raise BadInput("\n".join(told))
    if told:
        print("\n".join([actions.phrase(PackageSay.REFUSED, {"path": request.package}), *told]))
        return Exit.FAILED
    assert verdict.facts is not None
    agreement = _agreement(request.data, verdict.facts)
    if isinstance(agreement, PackageFinding):
        refused = actions.phrase(PackageSay.REFUSED, {"path": request.package})
        print("\n".join([refused, finding_sentence(agreement, actions)]))
        return Exit.FAILED
    print("\n".join([*_facts(verdict.facts, actions), actions.phrase(_STORE[agreement], {})]))
    return Exit.DONE


def _agreement(data: DataFolder, facts: PackageFacts) -> StoreSays | PackageFinding:
    """Returns what this machine remembers of a package's session; raises `BadInput` when its store cannot be read."""
    log = data.session_file(facts.session)  # opened only where the store knows that very session
    if not data.office_file.exists():
        return compare_with_store(facts, None, log)
    try:
        with OfficeStore(data.office_file) as office:
            return compare_with_store(facts, office, log)
    except StoreUnusable as error:
        raise BadInput(error.trouble or str(error)) from error


def show_signing_key(request: ShowSigningKey, actions: Actions) -> int:
    """Prints the fingerprint for the paper that registers it, and writes the public key where it is wanted."""
    key = signing_key(request.data, actions)
    if request.out is not None:
        write_octets(request.out, key.public)
        print(actions.phrase(Say.WRITTEN, {"file": request.out}))
    print(actions.phrase(PackageSay.KEY_SHOWN, {"fingerprint": in_groups(key.fingerprint)}))
    return Exit.DONE


def signing_key(data: DataFolder, actions: Actions) -> SigningKey:
    """Returns the installation's key, made when there is none, which is said; raises `BadInput`."""
    new = not data.signing_key_file.exists()
    try:
        data.make()
        key = own_key(data.signing_key_file)
    except KeyUnusable as error:
        raise BadInput(actions.phrase(PackageSay.KEY_UNUSABLE, {"path": error.path})) from error
    except (KeyUnwritable, FolderUnusable) as error:
        raise BadInput(error.trouble or str(error)) from error
    if new:
        print(actions.phrase(PackageSay.KEY_MADE, {"path": data.signing_key_file}), file=sys.stderr)
    return key


def _own(data: DataFolder) -> str | None:
    """Returns the fingerprint of this installation's key; a damaged key vouches for nothing."""
    try:
        return own_fingerprint(data.signing_key_file)
    except KeyUnusable:
        return None


def _named(request: VerifyPackage, actions: Actions) -> str | None:
    if request.key is None:
        return None
    fingerprint = read_fingerprint(request.key)
    if fingerprint is None:
        raise BadInput(actions.phrase(PackageSay.KEY_BAD, {"text": request.key}))
    return fingerprint


def finding_sentence(finding: PackageFinding, actions: Actions) -> str:
    """Returns what speaks against a package, as a sentence."""
    fracture = ""
    if finding.fracture is not None:
        fracture = actions.phrase(finding.fracture, {"at": finding.at, "found": finding.found})
    values = {"name": finding.name, "at": finding.at, "wanted": finding.wanted, "found": finding.found}
    return actions.phrase(finding.fault, values | {"fracture": fracture})


def _facts(facts: PackageFacts, actions: Actions) -> list[str]:
    whole = {"session": facts.session, "count": facts.count, "head": facts.head}
    told = [
        actions.phrase(PackageSay.WHOLE, whole),
        actions.phrase(_SIGNERS[facts.signer], {"fingerprint": in_groups(facts.fingerprint)}),
    ]
    return told if facts.ended else [*told, actions.phrase(PackageSay.WAS_RUNNING, {})]
