"""What a window wants of the office behind the meeting: sites, invitations, devices, practice, export.

Rule: every wish is one of the program's own commands in a process of its own, so that window and command line do the
same. The answer is the command's own words. One wish at a time; a further one waits. Only the call book is read here:
who wants it is about to dial.
"""

import asyncio
import contextlib
import subprocess
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import msgspec
import psutil

from console.content.content_choices import ContentChoices
from console.data_folder import DataFolder
from console.office.escalation import CallBook
from console.office.meeting_offers import MeetingOffer
from console.regulation.profile_offer import ProfileOffer
from console.sites.directory import site_id_of
from console.sites.invitation import read_invitation
from console.sites.site_facts import DeviceChoice, DeviceFacts, DeviceTrial
from console.support_part import SupportPart
from hardware.processes.launch import own_command, start_own
from hardware.processes.lock import holder
from hardware.processes.program import version
from hardware.processes.reports.crash_reports import new_reports
from hardware.processes.site.site_devices import chosen_devices, keep_devices

COMMAND_SECONDS = 60.0
MOST_SAID = 4000
HEADER = "number;name;district;carrier;contacts"


class Answer(NamedTuple):
    """How a command ended: whether it did what was wanted, and what it said."""

    done: bool
    text: str


class OfficeShow(Protocol):
    """Where answers are shown."""

    def show_answer(self, wish: str, done: bool, text: str) -> None:  # noqa: FBT001 - a fact among others
        """Shows how a wish ended, in the command's own words."""
        ...

    def show_devices(self, facts: DeviceFacts) -> None:
        """Shows what is plugged in."""
        ...

    def show_meetings(self, offers: tuple[MeetingOffer, ...]) -> None:
        """Shows the registered meetings that a session may be started for."""
        ...

    def show_profiles(self, profiles: tuple[ProfileOffer, ...]) -> None:
        """Shows the provinces' rules that meetings may be held under."""
        ...

    def show_due(self, count: int) -> None:
        """Shows how many things have to be done now."""
        ...

    def show_call_book(self, book: CallBook | None) -> None:
        """Shows whom to call; None: neither register nor profile can be read."""
        ...

    def show_content_choices(self, choices: ContentChoices) -> None:
        """Shows what of this machine may be shown as content."""
        ...

    def show_support(self, parts: tuple[SupportPart, ...]) -> None:
        """Shows what support may be given."""
        ...

    def show_crashes(self, count: int) -> None:
        """Tells how many crashes nobody was told of."""
        ...

    def show_trial(self, trial: DeviceTrial) -> None:
        """Shows what the devices did."""
        ...

    def show_invitation(self, link: str, file: str, picture: str) -> None:
        """Shows an invitation: its link, its file and its QR picture."""
        ...


class OfficeDesk:
    """Carries the wishes of one window out; made on its running loop."""

    def __init__(self, data: DataFolder, show: OfficeShow) -> None:
        self._data, self._show = data, show
        self._one_at_a_time = asyncio.Lock()
        self._wishes: set[asyncio.Task[None]] = set()
        self._support: tuple[SupportPart, ...] = ()

    async def end(self) -> None:
        """Lets go of what is still being done; a command that runs ends by itself."""
        for task in self._wishes:
            task.cancel()
        await asyncio.gather(*self._wishes, return_exceptions=True)

    # ------------------------------------------------------------ wishes

    def name_main(self, name: str) -> None:
        """Names the main endpoint."""
        self._tell("name", "sites", "add", "0", name, "--role", "main")

    def list_profiles(self) -> None:
        """Lists the provinces' rules."""
        self._begin(self._list_profiles())

    def use_profile(self, profile: str, mute: str) -> None:
        """Holds meetings under a profile; `mute` is the rule of microphones where it leaves that open, or nothing."""
        self._tell("profile", "profile", "use", profile, *(("--mute", mute) if mute else ()))

    def add_site(self, number: str, name: str) -> None:
        """Adds a site."""
        self._tell("site", "sites", "add", number, name)

    def take_sites(self, text: str) -> None:
        """Takes sites from a table as it was pasted: with a line of column names, or number and name first."""
        self._begin(self._take_sites(text))

    def take_file(self, path: str) -> None:
        """Takes sites from a file."""
        self._tell("sites", "sites", "import", path)

    def invite(self, number: int) -> None:
        """Invites a site."""
        self._begin(self._invite(number))

    def list_devices(self) -> None:
        """Lists what is plugged in."""
        self._begin(self._list_devices())

    def try_devices(self, choice: DeviceChoice) -> None:
        """Looks, listens and plays a tone with devices."""
        self._begin(self._try_devices(choice))

    def use_devices(self, choice: DeviceChoice) -> None:
        """Lets the main room use devices: it is started again and finds the choice."""
        keep_devices(self._data.root, choice)
        number = holder(self._data.run / "main-room.lock")
        if number is not None:
            with contextlib.suppress(psutil.Error):
                psutil.Process(number).terminate()

    def practise(self) -> None:
        """Opens a practice meeting, which lives on its own."""
        start_own(["demo"], log_file=self._data.run / "practice.out")

    def list_meetings(self) -> None:
        """Lists the registered meetings that a session may be started for."""
        self._begin(self._list_meetings())

    def count_due(self) -> None:
        """Counts what has to be done now."""
        self._begin(self._count_due())

    def read_call_book(self) -> None:
        """Reads whom to call when something fails."""
        self._begin(self._read_call_book())

    def list_content_choices(self) -> None:
        """Lists what of this machine may be shown as content."""
        self._begin(self._list_content_choices())

    def read_support(self) -> None:
        """Gathers what support may be given."""
        self._begin(self._read_support())

    def save_support(self, path: str) -> None:
        """Saves what was gathered last, as it was shown."""
        self._begin(self._save_support(Path(path)))

    def count_crashes(self) -> None:
        """Counts the reports of crashes that nobody was told of."""
        self._begin(self._count_crashes())

    def export(self, folder: str) -> None:
        """Packs the last session."""
        self._begin(self._export(folder))

    # ------------------------------------------------------------ carrying out

    def _tell(self, wish: str, *arguments: str) -> None:
        async def ask() -> None:
            answer = await self._run(*arguments)
            self._show.show_answer(wish, answer.done, answer.text)

        self._begin(ask())

    def _begin(self, wish: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(wish)
        self._wishes.add(task)
        task.add_done_callback(self._wishes.discard)

    async def _run(self, *arguments: str) -> Answer:
        async with self._one_at_a_time:
            return await asyncio.to_thread(run_command, [*arguments, "--data", str(self._data.root)])

    async def _take_sites(self, text: str) -> None:
        file = self._data.run / "pasted-sites.csv"
        await asyncio.to_thread(file.write_text, with_header(text), encoding="utf-8")
        answer = await self._run("sites", "import", str(file))
        self._show.show_answer("sites", answer.done, answer.text)

    async def _invite(self, number: int) -> None:
        folder = self._data.root / "invitations"
        await asyncio.to_thread(folder.mkdir, mode=0o700, exist_ok=True)
        file, picture = (folder / f"{site_id_of(number)}.{kind}" for kind in ("json", "png"))
        answer = await self._run("invite", str(number), "--out", str(file), "--qr", str(picture))
        if answer.done:
            invitation = read_invitation(await asyncio.to_thread(file.read_text, encoding="utf-8"))
            self._show.show_invitation(invitation.to_link(), str(file), str(picture))
        self._show.show_answer("invitation", answer.done, "" if answer.done else answer.text)

    async def _list_devices(self) -> None:
        facts = await self._told(DeviceFacts, "devices")
        if facts is not None:
            chosen = chosen_devices(self._data.root, DeviceChoice())
            self._show.show_devices(msgspec.structs.replace(facts, chosen=chosen))

    async def _list_profiles(self) -> None:
        answer = await self._run("profile", "list", "--json")
        if answer.done:
            with contextlib.suppress(msgspec.DecodeError, IndexError):
                self._show.show_profiles(
                    msgspec.json.decode(answer.text.splitlines()[-1], type=tuple[ProfileOffer, ...])
                )

    async def _list_meetings(self) -> None:
        answer = await self._run("meeting", "offers")
        if answer.done:
            with contextlib.suppress(msgspec.DecodeError, IndexError):
                offers = msgspec.json.decode(answer.text.splitlines()[-1], type=tuple[MeetingOffer, ...])
                self._show.show_meetings(offers)

    async def _count_due(self) -> None:
        answer = await self._run("meeting", "due", "--count")
        if answer.done and answer.text.isdigit():
            self._show.show_due(int(answer.text))

    async def _read_call_book(self) -> None:
        self._show.show_call_book(await asyncio.to_thread(_read_call_book, self._data))

    async def _list_content_choices(self) -> None:
        choices = await self._told(ContentChoices, "content-windows")
        if choices is not None:
            self._show.show_content_choices(choices)

    async def _read_support(self) -> None:
        from hardware.processes.reports.support_bundle import support_parts

        self._support = await asyncio.to_thread(support_parts, self._data, version())
        self._show.show_support(self._support)

    async def _save_support(self, path: Path) -> None:
        from hardware.processes.reports.support_bundle import save_support

        try:
            await asyncio.to_thread(save_support, self._support, path)
        except OSError as error:
            self._show.show_answer("support", False, f"{path}: {error.strerror}")  # noqa: FBT003 - a fact among others
        else:
            self._show.show_answer("support", True, str(path))  # noqa: FBT003 - a fact among others

    async def _count_crashes(self) -> None:
        count = await asyncio.to_thread(new_reports, self._data.root / "crashes")
        self._show.show_crashes(count)

    async def _try_devices(self, choice: DeviceChoice) -> None:
        named = [(f"--{name}", value) for name, value in msgspec.structs.asdict(choice).items() if value]
        trial = await self._told(DeviceTrial, "devices", "--try", *(word for pair in named for word in pair))
        if trial is not None:
            self._show.show_trial(trial)

    async def _told(self, form: type[Any], *arguments: str) -> Any:
        answer = await self._run(*arguments)
        if answer.done:
            with contextlib.suppress(msgspec.DecodeError, IndexError):
                return msgspec.json.decode(answer.text.splitlines()[-1], type=form)
        self._show.show_answer("devices", False, answer.text)  # noqa: FBT003 - a fact among others
        return None

    async def _export(self, folder: str) -> None:
        answer = await self._run("export", "--last", "--out", folder, "--zip")
        self._show.show_answer("export", answer.done, answer.text)


def with_header(text: str) -> str:
    """Returns a pasted table with a line of column names: before one that begins with a number ours is put."""
    first = text.lstrip().partition("\n")[0]
    separator = max(";,\t", key=first.count)
    if first[:1].isdigit():
        return f"{HEADER.replace(';', separator)}\n{text.lstrip()}"
    return text


def run_command(arguments: list[str], typed: str = "", seconds: float = COMMAND_SECONDS) -> Answer:
    """Runs one of the program's own commands and waits for it, so long at most; returns how it ended.

    `typed` is what stands on its standard input; of what a command that failed says, the last part is kept.
    """
    try:
        ended = subprocess.run(
            own_command(arguments),
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Answer(done=False, text=str(error))
    if ended.returncode == 0:
        return Answer(done=True, text=ended.stdout.strip())
    return Answer(done=False, text=(ended.stderr or ended.stdout).strip()[-MOST_SAID:])


def _read_call_book(data: DataFolder) -> CallBook | None:
    # Loaded on this thread, when incidents are opened: a window that starts must not wait for a data base.
    from hardware.processes.bridge.call_book import read_call_book

    return read_call_book(data)
