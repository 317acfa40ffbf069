"""Where everything of one installation lives: the data folder and the names in it.

Rule: the layout is written here once; every process finds the others through it. Folders are the owner's alone.

    office.sqlite3      sites, sessions with the heads of their chains, credentials, profiles
    sessions/           one log file per session
    run/                what a running bridge leaves for its windows (address, token, locks, frames)
    certificate/        the bridge's own certificate and key
    signing-key.pem     what hand-over packages are signed with; the owner's alone
    login.json          the login that commands go under, where operators have accounts; the owner's alone
    settings.json       what the office set
    window.json         what the console's window remembers: screens, language, size
    organisation.json   today's names and hours of offices, put over the profile
    calendar.json       days off and worked days that the shipped calendar does not know
    cameras.json        where the site's cameras are
    recordings/         recordings and pictures of the program, one folder per session
    packages/           hand-over packages that the department took, each under its digest
    presets/            the cameras' presets with their pictures
"""

from dataclasses import dataclass
from pathlib import Path

from console.trouble import Told, TroubleKind, trouble

APPLICATION = "DiemCau"


class FolderUnusable(Told):
    """The data folder cannot be made or written; one sentence says why."""


@dataclass(frozen=True)
class DataFolder:
    """The paths of one data folder."""

    root: Path

    @property
    def office_file(self) -> Path:
        return self.root / "office.sqlite3"

    @property
    def sessions(self) -> Path:
        return self.root / "sessions"

    def session_file(self, session: str) -> Path:
        """Returns the file of a session's log; an identifier is made by the core and is a plain file name."""
        return self.sessions / f"{session}.sqlite3"

    @property
    def run(self) -> Path:
        return self.root / "run"

    @property
    def certificate(self) -> Path:
        return self.root / "certificate"

    @property
    def signing_key_file(self) -> Path:
        return self.root / "signing-key.pem"

    @property
    def login_file(self) -> Path:
        return self.root / "login.json"

    @property
    def settings_file(self) -> Path:
        return self.root / "settings.json"

    @property
    def organisation_file(self) -> Path:
        return self.root / "organisation.json"

    @property
    def calendar_file(self) -> Path:
        return self.root / "calendar.json"

    @property
    def cameras_file(self) -> Path:
        return self.root / "cameras.json"

    @property
    def presets(self) -> Path:
        return self.root / "presets"

    @property
    def preset_pictures(self) -> Path:
        return self.presets / "pictures"

    @property
    def recordings(self) -> Path:
        return self.root / "recordings"

    @property
    def packages(self) -> Path:
        return self.root / "packages"

    def make(self) -> None:
        """Makes the folders that are missing; raises `FolderUnusable`."""
        try:
            for folder in (self.root, self.sessions, self.run, self.certificate):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            why = trouble(TroubleKind.FOLDER_UNUSABLE, folder=self.root, why=error.strerror)
            raise FolderUnusable(why) from error


def default_data_folder() -> DataFolder:
    """Returns the user's own data folder, where each system keeps such data (`~/.local/share/DiemCau` on Linux)."""
    import platformdirs  # the processes of a meeting are told their folder

    return DataFolder(Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)))
