"""The product under measurement: a fresh data folder with a province's sites, a bridge process and a window process.

Rule: it is started by its own command line, as a user would; only the sites and their secrets are put into the office
store directly, for a code and an enrolment per light peer would measure nothing.
"""

import contextlib
import datetime
import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from console.data_folder import DataFolder
from console.events import Site
from console.log_book.office_store import OfficeStore
from console.sites.site_list import read_site_list
from console.words import SiteId, SiteRole
from hardware.link.run_file import BridgeAddress, NoBridge, read_run_file, run_file_of
from hardware.signalling.certificate import load_or_make
from hardware.signalling.client import BridgePlace
from tests.own_process import ROOT, OwnProcess, until

START_SECONDS = 30.0
USUAL_SETTINGS: Mapping[str, object] = MappingProxyType({})
WINDOW_SIZE = "1920x1080"
DEMO_SITES = ROOT / "resources" / "demo" / "sites.csv"


def province_sites(count: int) -> tuple[Site, ...]:
    """Returns the main endpoint and the first `count` satellites of the demo province."""
    listed = read_site_list(DEMO_SITES.read_bytes())
    satellites = [site for site in listed if site.role is SiteRole.SATELLITE]
    return (*(site for site in listed if site.role is SiteRole.MAIN_ENDPOINT), *satellites[:count])


class Product:
    """Bridge and window over a data folder of their own; a context manager that ends and removes everything."""

    def __init__(self, sites: int, settings: Mapping[str, object] = USUAL_SETTINGS) -> None:
        """`settings` are what the office has set besides the bench's profile."""
        self.root = Path(tempfile.mkdtemp(prefix="diem-cau-bench-"))
        self.data = DataFolder(self.root / "data")
        self.sites = province_sites(sites)
        self.secrets: dict[SiteId, str] = {}
        self.bridge: OwnProcess | None = None
        self.window: OwnProcess | None = None
        self._settings = dict(settings) | {"profile": "operator-opens"}
        self._fill()

    def _fill(self) -> None:
        self.data.make()
        self.data.settings_file.write_text(json.dumps(self._settings))
        with OfficeStore(self.data.office_file) as office:
            office.sites.replace(self.sites)
            for site in self.sites:
                code = office.credentials.issue_invitation(site.site, (), "", 3600)
                self.secrets[site.site] = office.credentials.redeem(code)

    @property
    def run_file(self) -> Path:
        return run_file_of(self.data.root)

    @property
    def probe_file(self) -> Path:
        return self.root / "probe.jsonl"

    def start_bridge(self) -> BridgeAddress:
        """Starts the bridge and returns its address once it answers."""
        arguments = ["bridge", "--data", str(self.data.root), "--https-port", "0", "--media-port", "0"]
        self.bridge = OwnProcess(arguments, self.root / "bridge.out")
        return until("the bridge is up", self._address, START_SECONDS, self.bridge)

    def _address(self) -> BridgeAddress | None:
        with contextlib.suppress(NoBridge):
            address = read_run_file(self.run_file)
            return address if address.https_port else None  # the link is open a moment before the front
        return None

    def start_window(self, more: Sequence[str] = ()) -> OwnProcess:
        """Starts the window, watched from inside."""
        arguments = ["window", "--data", str(self.data.root), "--size", WINDOW_SIZE, "--probe", str(self.probe_file)]
        self.window = OwnProcess([*arguments, *more], self.root / "window.out")
        return self.window

    def place(self, address: BridgeAddress) -> BridgePlace:
        """Returns where the sites find the bridge."""
        certificate = load_or_make(self.data.certificate, (), today=datetime.datetime.now(datetime.UTC))
        return BridgePlace(urls=(f"https://127.0.0.1:{address.https_port}",), fingerprint=certificate.fingerprint)

    def close(self) -> None:
        """Ends both processes and removes the folder."""
        for process in (self.window, self.bridge):
            if process is not None:
                process.close()
        shutil.rmtree(self.root, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
