"""Systems that offer no camera controls to programs (macOS): said once, in one sentence."""

from hardware.cameras.usb.controls import Axis, Ranges, UsbTrouble


class NoControls:
    """A camera that cannot be turned from here."""

    name = ""

    def open(self) -> Ranges:
        """Raises `UsbTrouble`."""
        raise UsbTrouble("This system offers no camera controls")

    def get(self, axis: Axis) -> int:
        """Raises `UsbTrouble`."""
        raise UsbTrouble("This system offers no camera controls")

    def set(self, axis: Axis, value: int) -> None:
        """Raises `UsbTrouble`."""
        raise UsbTrouble("This system offers no camera controls")

    def close(self) -> None:
        """Does nothing."""
