"""The office window with its register behind it, beside the console or alone; both are made when it is first opened.

Rule: who is logged in writes, under the account's name; to whoever may not write, or at a lock, nothing is shown.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from console.accounts.standing import ConsoleStanding

if TYPE_CHECKING:  # the pages are loaded when somebody opens them, not with the console
    from widgets.office.office_window import OfficeWindow
    from widgets.office.register_store import RegisterStore
    from widgets.office.register_wiring import KeptRegister


class RegisterWindow:
    """The office window over one data folder's register."""

    def __init__(
        self,
        clock: Callable[[], int],
        person: str,
        make_register: "Callable[[str, RegisterStore], KeptRegister]",
        remember_language: Callable[[object], None],
    ) -> None:
        """`person` is who writes while there are no accounts; the language chosen here goes to `remember_language`."""
        self._clock, self._make, self._remember = clock, make_register, remember_language
        self._person, self._standing = person, ConsoleStanding()

    @cached_property
    def window(self) -> "OfficeWindow":
        """The window, over a store of its own."""
        from widgets.office.office_window import OfficeWindow
        from widgets.office.register_store import RegisterStore
        from widgets.office.register_wiring import connect_register

        window = OfficeWindow(RegisterStore(self._clock, self._person))
        window.store.take_standing(self._standing)
        self._register = self._make(self._person, window.store)
        connect_register(window, self._register)
        window.languages.chosen.connect(self._remember)
        return window

    def stand(self, standing: ConsoleStanding) -> None:
        """Takes who is logged in, and whether anything may be shown."""
        self._standing, self._person = standing, standing.name or self._person
        if "window" in self.__dict__:
            self.window.store.take_standing(standing)
            self._register.write_as(self._person)
            self.window.setVisible(self.window.isVisible() and standing.keeps_office)

    def open(self, page: str = "") -> None:
        """Shows the window, in front; `page` is opened in it."""
        if not self._standing.keeps_office:
            return
        self.window.show()
        if page:
            self.window.open_page(page)
        self.window.raise_()
        self.window.activateWindow()

    async def end(self) -> None:
        """Lets what was wished be written and closes the register."""
        if "window" in self.__dict__:
            self.window.hide()
            await self._register.end()
