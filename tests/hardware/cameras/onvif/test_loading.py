"""The ONVIF client is loaded with the first ONVIF camera that is looked for, not by a start and not by its driver."""

import subprocess
import sys

HEAVY = ("onvif", "zeep", "lxml", "httpx", "requests")


def test_a_start_loads_nothing_of_the_client() -> None:
    code = (
        "import sys; import hardware.processes.bridge.main_cameras, hardware.cameras.drivers;"
        "assert not {'hardware.cameras.onvif', 'hardware.cameras.usb'} & set(sys.modules);"
        "import hardware.cameras.onvif.onvif_driver, hardware.cameras.usb.usb_driver;"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=50)
    assert done.stdout.strip() == "[]"
