"""The register: every version of every record of the office, one under the other.

Rule: lines are only ever added, each chained to the one before by its hash, so that a line changed from outside is
found; a batch is taken whole or not at all. Whoever had an older version open is told instead of overwriting.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec
from sqlite_utils import Database

from console.canonical_json import canonical_json
from console.log_book.chain import first_hash, next_hash
from console.log_book.database import rows, writing
from console.office.record import Kind, Record, RecordFault, RecordsRefused, Version, in_plain_form, kind_of

CHAIN = "register"

_TABLE = """
CREATE TABLE register (
    line INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, wall_ms INTEGER NOT NULL,
    person TEXT NOT NULL, reason TEXT NOT NULL, content TEXT, hash TEXT NOT NULL, UNIQUE (kind, id, version)
)
"""
_NEVER = (
    "CREATE TRIGGER register_keeps_{what} BEFORE {what} ON register BEGIN SELECT RAISE(ABORT, 'only added to'); END"
)
_PRESENT = (
    "SELECT * FROM register AS r WHERE kind = ? AND version ="
    " (SELECT max(version) FROM register WHERE kind = r.kind AND id = r.id) ORDER BY line"
)

_UNDER = (
    "SELECT * FROM register AS r WHERE kind = ? AND id >= ? AND id < ? AND version ="
    " (SELECT max(version) FROM register WHERE kind = r.kind AND id = r.id) ORDER BY line"
)


class RegisterTable:
    """The records of a data folder."""

    def __init__(self, database: Database, wall_ms: Callable[[], int]) -> None:
        self._database, self._wall_ms = database, wall_ms

    @staticmethod
    def make(database: Database) -> None:
        """Makes the table."""
        database.conn.execute(_TABLE)
        for what in ("UPDATE", "DELETE"):
            database.conn.execute(_NEVER.format(what=what))

    # ------------------------------------------------------------ reading

    def present(self, form: type[Kind]) -> tuple[Kind, ...]:
        """Returns the records of a kind as they are now, the longest unchanged first."""
        return tuple(told.content for told in self.present_versions(form) if told.content is not None)

    def present_versions(self, form: type[Kind]) -> tuple[Version[Kind], ...]:
        """Returns the newest version of every record of a kind, removed ones included."""
        return tuple(_version(row, form) for row in rows(self._database, _PRESENT, [kind_of(form)]))

    def under(self, form: type[Kind], prefix: str) -> tuple[Kind, ...]:
        """Returns the records of a kind whose identifiers begin so, as they are now."""
        found = rows(self._database, _UNDER, [kind_of(form), prefix, f"{prefix}\U0010ffff"])
        told = (_version(row, form) for row in found)
        return tuple(version.content for version in told if version.content is not None)

    def get(self, form: type[Kind], id_: str) -> Kind | None:
        """Returns a record as it is now; None when it never was or was removed."""
        told = self.history(form, id_)
        return told[-1].content if told else None

    def history(self, form: type[Kind], id_: str) -> tuple[Version[Kind], ...]:
        """Returns all versions of a record, the oldest first."""
        found = rows(
            self._database,
            "SELECT * FROM register WHERE kind = ? AND id = ? ORDER BY version",
            [kind_of(form), id_],
        )
        return tuple(_version(row, form) for row in found)

    def all_versions(self, form: type[Kind]) -> tuple[Version[Kind], ...]:
        """Returns every version of every record of a kind in the order in which they were written."""
        found = rows(self._database, "SELECT * FROM register WHERE kind = ? ORDER BY line", [kind_of(form)])
        return tuple(_version(row, form) for row in found)

    def lines_about(self, *names: str) -> tuple[dict[str, Any], ...]:
        """Returns the register's lines, of any kind, whose record has one of these identifiers or belongs to it.

        A record belongs to a meeting or a session when its `meeting_uid` or `session` says so. Each line is as the
        table has it, its content decoded; what this program does not know is in it too.
        """
        marks = ", ".join("?" * len(names))
        found = rows(
            self._database,
            f"SELECT * FROM register WHERE id IN ({marks}) OR json_extract(content, '$.meeting_uid') IN ({marks})"  # noqa: S608 - only question marks are put in
            f" OR json_extract(content, '$.session') IN ({marks}) ORDER BY line",
            [*names, *names, *names],
        )
        return tuple(
            {**row, "content": None if row["content"] is None else msgspec.json.decode(row["content"])} for row in found
        )

    def kinds_since(self, line: int) -> tuple[int, frozenset[str]]:
        """Returns the register's last line and the kinds written after `line`: what a window must read again."""
        found = rows(self._database, "SELECT line, kind FROM register WHERE line > ?", [line])
        return max((row["line"] for row in found), default=line), frozenset(row["kind"] for row in found)

    def versions_since(self, form: type[Kind], line: int) -> tuple[Version[Kind], ...]:
        """Returns the versions of a kind that were written after a line, in their order."""
        found = rows(
            self._database,
            "SELECT * FROM register WHERE line > ? AND kind = ? ORDER BY line",
            [line, kind_of(form)],
        )
        return tuple(_version(row, form) for row in found)

    def last_line(self, until_wall_ms: int | None = None) -> int:
        """Returns the number of the last line, of those written until a moment where one is given; 0: there is none."""
        until = (1 << 62) if until_wall_ms is None else until_wall_ms
        found = rows(self._database, "SELECT max(line) AS line FROM register WHERE wall_ms <= ?", [until])
        return int(found[0]["line"] or 0)

    # ------------------------------------------------------------ writing

    def put(
        self, records: Iterable[Record], person: str, reason: str = "", opened: Mapping[str, int] | None = None
    ) -> tuple[Version[Record], ...]:
        """Adds the next version of each record and returns the versions written; an unchanged record gets none.

        `opened` says by identifier which version a person had before them (0: none); raises `RecordsRefused` when a
        newer one stands here, and `msgspec.ValidationError` for a record that breaks its own form.
        """
        wanted = tuple(in_plain_form(record) for record in records)
        with writing(self._database):
            return tuple(
                told
                for record in wanted
                if (told := self._put_one(record, person, reason, (opened or {}).get(record.id))) is not None
            )

    def _put_one(self, record: Record, person: str, reason: str, opened: int | None) -> Version[Record] | None:
        before = self.history(type(record), record.id)
        version = before[-1].version if before else 0
        if opened is not None and opened != version:
            raise RecordsRefused(RecordFault.CHANGED_MEANWHILE, kind_of(record), record.id)
        if before and before[-1].content == record:
            return None
        return self._add(kind_of(record), record.id, version + 1, person, reason, record)

    def remove(self, form: type[Record], id_: str, person: str, reason: str = "") -> Version[Record]:
        """Adds the version that says a record is gone; raises `RecordsRefused` when there is none."""
        with writing(self._database):
            before = self.history(form, id_)
            if not before or before[-1].content is None:
                raise RecordsRefused(RecordFault.NOT_THERE, kind_of(form), id_)
            return self._add(kind_of(form), id_, before[-1].version + 1, person, reason, None)

    def _add(
        self, kind: str, id_: str, version: int, person: str, reason: str, content: Record | None
    ) -> Version[Record]:
        last = rows(self._database, "SELECT line, hash FROM register ORDER BY line DESC LIMIT 1")
        line, previous = (last[0]["line"], last[0]["hash"]) if last else (0, first_hash(CHAIN))
        told = Version[Record](
            line=line + 1,
            kind=kind,
            id=id_,
            version=version,
            wall_ms=self._wall_ms(),
            person=person,
            reason=reason,
            content=content,
        )
        text = None if content is None else canonical_json(msgspec.to_builtins(content)).decode()
        row = {**_facts(told), "content": text}
        self._database.conn.execute(
            "INSERT INTO register VALUES (:line, :kind, :id, :version, :wall_ms, :person, :reason, :content, :hash)",
            {**row, "hash": _hash(previous, row)},
        )
        return told

    # ------------------------------------------------------------ checking

    def first_wrong_line(self) -> int | None:
        """Returns the first line that does not follow from the one before; None when the chain is whole."""
        previous = first_hash(CHAIN)
        for number, row in enumerate(rows(self._database, "SELECT * FROM register ORDER BY line"), start=1):
            told = row.pop("hash")
            if row["line"] != number or told != _hash(previous, row):
                return number
            previous = told
        return None


def _facts(told: Version[Any]) -> dict[str, Any]:
    return {name: getattr(told, name) for name in told.__struct_fields__ if name != "content"}


def _hash(previous: str, row: Mapping[str, Any]) -> str:
    return next_hash(previous, canonical_json(dict(row)).decode())


def _version(row: Mapping[str, Any], form: type[Kind]) -> Version[Kind]:
    facts: dict[str, Any] = {key: row[key] for key in row if key not in ("content", "hash")}
    content = None if row["content"] is None else msgspec.json.decode(row["content"], type=form)
    return Version[Kind](content=content, **facts)
