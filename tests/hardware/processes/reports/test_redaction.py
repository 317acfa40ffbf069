"""What may not leave the machine does not, and what a reader needs stays."""

import secrets
from pathlib import Path

import pytest

from hardware.processes.reports.redaction import HIDDEN, without_secrets

TOKEN = secrets.token_urlsafe(32) + "aA0"
SECRET = "s3cr-Et"


@pytest.mark.parametrize(
    "text",
    [
        f'{{"credential":"{SECRET}","site":"s001"}}',
        f"'token': '{SECRET}'",
        f'{{"public_key":"x","private_key":"{SECRET}"}}',
        f"password={SECRET}&user=admin",
        f"Authorization: Bearer {SECRET}{SECRET}",
        f"diemcau://join?v=1&s=s001&c={SECRET}&f=AB",
        f"http://admin:{SECRET}@10.0.0.7/snapshot.jpg refused",
        f"-----BEGIN PRIVATE KEY-----\n{SECRET}\n-----END PRIVATE KEY-----",
        f"-----BEGIN EC PRIVATE KEY-----\n{SECRET}, cut off",
        f"Mật khẩu: {SECRET}",
        f"code = {SECRET}",
    ],
)
def test_a_secret_is_hidden(text: str) -> None:
    shown = without_secrets(text)
    assert SECRET not in shown
    assert HIDDEN in shown


def test_a_bare_token_is_hidden_and_the_home_folder_has_no_name() -> None:
    shown = without_secrets(f"joined with {TOKEN} from {Path.home()}/x")
    assert TOKEN not in shown
    assert shown.endswith("from ~/x")


def test_digests_sentences_and_places_stay() -> None:
    text = f'File "hardware/rtc/peer.py", line 3, in answer: head {"ab" * 32}, 36 điểm cầu, encode: 7'
    assert without_secrets(text) == text
