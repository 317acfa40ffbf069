"""The table of rights, tried command by command as everybody at the gate of the core."""

import typing
from enum import StrEnum
from types import UnionType
from typing import Any

import msgspec
import pytest

from console.checks.check_words import TICKED
from console.command_desk import refusal
from console.commands import (
    Actor,
    AnyCommand,
    BringToPodium,
    CommandRequest,
    FinishSpeech,
    MuteAll,
    MuteSite,
    RequestFloor,
    SafeStop,
    Scope,
    SkipFloor,
)
from console.control.command_rights import COMMAND_RIGHTS, CommandRight, Own
from console.control.control_commands import DelegateControl
from console.rules import Rules
from console.words import DelegatedRight, FloorSource, FloorUrgency, Origin, Reason, Role, WhoOpens
from tests.console.province import OPERATOR, Province, meeting, technician

RULES = Rules(who_opens=WhoOpens.OPERATOR, control_may_be_delegated=True)
NOT_ALLOWED = {Reason.NOT_ALLOWED, Reason.BEYOND_RIGHTS, Reason.LOGIN_NEEDED}
COMMANDS = typing.get_args(AnyCommand)
OWN, OTHER = "s001", "s002"
GIVEN = {right: f"s{number:03d}" for number, right in enumerate(DelegatedRight, 3)}
"""Sites to each of which one right was delegated."""


def some(kind: Any) -> Any:
    """Returns a plain value of a type."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        return some(arguments[0])
    if origin in {typing.Union, UnionType}:
        return None if type(None) in arguments else some(arguments[0])
    if origin is tuple:
        return ()
    if issubclass(kind, StrEnum):
        return next(iter(kind))
    return {str: "x", int: 1, bool: True}[kind]


def command_about(kind: Any, site: str) -> AnyCommand:
    """Returns a command of a kind that names this site wherever it names one."""
    hints = typing.get_type_hints(kind, include_extras=True)
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    values = {name: some(hints[name]) for name, field in fields.items() if field.required}
    if "site" in fields:
        values["site"] = site
    if kind.__name__ == "RequestFloor":
        values |= {"source": FloorSource.SATELLITE, "urgency": FloorUrgency.NORMAL}
    if kind.__name__ == "TickCheckItem":
        values["item"] = next(iter(TICKED))
    if kind.__name__ == "RecallPreset":
        values["preset"] = "x"
    return kind(**values)


@pytest.fixture(scope="module")
def province() -> Province:
    begun = meeting(len(GIVEN) + 2, RULES)
    for right, site in GIVEN.items():
        begun.ask(DelegateControl(site=site, rights=(right,)))
    return begun


def lets_through(province: Province, actor: Actor, command: AnyCommand) -> bool:
    """Tells whether the gate that every command passes lets this one through."""
    request = CommandRequest(command_id="tried", actor=actor, command=command)
    return refusal(province.state, request) not in NOT_ALLOWED


def test_every_command_there_is_has_one_row_and_no_row_is_left_over() -> None:
    assert set(COMMAND_RIGHTS) == set(COMMANDS)


def at_console(role: Role, scope: Scope | None = None) -> Actor:
    return Actor(person="x", account="x", role=role, origin=Origin.WINDOW, scope=scope)


def actors() -> list[tuple[str, Actor]]:
    delegated = [(f"site with the right {right}", technician(site)) for right, site in GIVEN.items()]
    other_role = [
        (role.value, at_console(role)) for role in (Role.VIEWER, Role.BRIDGE, Role.ADMINISTRATOR, Role.LOCKED_CONSOLE)
    ]
    scoped = [
        (f"operator with the right {right}", at_console(Role.DELEGATED_OPERATOR, Scope(rights=(right,))))
        for right in DelegatedRight
    ]
    no_scope = ("operator whose scope got lost", at_console(Role.DELEGATED_OPERATOR))
    nowhere = Actor(person="x", role=Role.SITE_TECHNICIAN, origin=Origin.SATELLITE)
    return [
        ("operator", OPERATOR),
        ("the site itself", technician(OWN)),
        ("another site", technician(OTHER)),
        ("a technician of no site", nowhere),
        *delegated,
        *other_role,
        *scoped,
        no_scope,
    ]


def test_every_role_there_is_is_tried() -> None:
    assert {actor.role for _, actor in actors()} == set(Role)


def by_the_table(who: str, actor: Actor, right: CommandRight, command: AnyCommand) -> bool:
    if actor.role in {Role.OPERATOR, Role.ADMINISTRATOR, Role.BRIDGE}:
        return True
    if actor.role is Role.LOCKED_CONSOLE:
        return right.at_any_console
    if actor.role is Role.DELEGATED_OPERATOR:
        rights = actor.scope.rights if actor.scope is not None else ()
        return right.at_any_console or right.delegated in rights
    if actor.role is Role.VIEWER or actor.site is None:
        return False
    own = right.own not in {Own.NEVER, Own.ITS_SPEECH} and getattr(command, "site", None) == actor.site
    return own or (right.delegated is not None and GIVEN[right.delegated] == actor.site)


@pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: kind.__name__)
def test_everybody_gets_through_with_exactly_what_the_table_says(kind: Any, province: Province) -> None:
    right, command = COMMAND_RIGHTS[kind], command_about(kind, OWN)
    for who, actor in actors():
        assert lets_through(province, actor, command) is by_the_table(who, actor, right, command), who


def test_the_speech_is_its_own_affair_for_who_has_the_floor() -> None:
    running = meeting(3, RULES)
    assert not lets_through(running, technician(OWN), FinishSpeech())
    running.ask(BringToPodium(site=OWN))
    running.wait_ms(5000)
    assert lets_through(running, technician(OWN), FinishSpeech())
    assert not lets_through(running, technician(OTHER), FinishSpeech())


def test_a_hand_is_the_sites_own_without_urgency_and_from_its_own_program_alone() -> None:
    running = meeting(3, RULES)
    for source, urgency in ((FloorSource.PHONE, FloorUrgency.NORMAL), (FloorSource.SATELLITE, list(FloorUrgency)[-1])):
        assert urgency is not FloorUrgency.NORMAL or source is not FloorSource.SATELLITE
        command = RequestFloor(site=OWN, source=source, urgency=urgency)
        assert not lets_through(running, technician(OWN), command)


def test_a_scope_of_sites_holds_what_is_about_one_of_them_and_nothing_about_all() -> None:
    running = meeting(3, RULES)
    for site in (OWN, OTHER):
        running.ask(RequestFloor(site=site))
    own, other = (request.request_id for request in running.state.durable.requests)
    rights = (DelegatedRight.SILENCE, DelegatedRight.FLOOR)
    scoped = at_console(Role.DELEGATED_OPERATOR, Scope(rights=rights, sites=(OWN,)))
    for command in (MuteSite(site=OWN), SkipFloor(request_id=own), SafeStop()):
        assert lets_through(running, scoped, command), command
    for command in (MuteSite(site=OTHER), SkipFloor(request_id=other), SkipFloor(request_id="none"), MuteAll()):
        assert not lets_through(running, scoped, command), command


def test_the_safe_stop_alone_works_at_every_console() -> None:
    assert {kind for kind, right in COMMAND_RIGHTS.items() if right.at_any_console} == {SafeStop}


def test_what_is_the_operators_alone_stays_so() -> None:
    """A row is changed on purpose: these have no column for anybody but the operator."""
    alone = {kind.__name__ for kind, right in COMMAND_RIGHTS.items() if right == CommandRight()}
    assert {"LiftSafeStop", "RevokeCredentials", "LockMeeting", "LetIn", "EndSession", "Undo"} <= alone
    assert {"DelegateControl", "StartRecording", "ShowContent", "ApproveFloor", "ListenToSite"} <= alone
