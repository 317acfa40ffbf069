"""The pages of the office window, in the order of the list at its left.

Rule: one line for each; a page is made when it is first opened. Its title is known before that.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from console.office import directory_lists as lists
from console.office import register_lists as registers
from console.office import security_registers as security
from console.office.change_rows import CHANGES
from console.office.columns import RecordList
from console.office.obligation_rows import OBLIGATIONS
from console.office.plans import PLANS
from console.office.reporting_lists import KEYS
from console.office.shutdown_rows import SHUTDOWNS
from widgets.office.accounts.page import AccountsPage
from widgets.office.cameras_page import CamerasPage
from widgets.office.checks_page import ChecksPage
from widgets.office.credentials_page import CredentialsPage
from widgets.office.department_page import DepartmentPage
from widgets.office.directory.changes_page import ChangesPage
from widgets.office.directory.people_page import PeoplePage
from widgets.office.directory.sites_page import SitesPage
from widgets.office.forms.recordings_page import RecordingsPage
from widgets.office.forms.session_page import SessionFormsPage
from widgets.office.forms.statistics_page import StatisticsPage
from widgets.office.key_page import KeyPage
from widgets.office.meetings.page import MeetingPage
from widgets.office.meetings.schedule_page import SchedulePage
from widgets.office.office_page import OfficePage
from widgets.office.record_page import RecordPage
from widgets.office.register_store import RegisterStore
from widgets.office.registers.due_page import DuePage
from widgets.office.registers.house_rules_page import HouseRulesPage
from widgets.office.registers.obligations_page import ObligationsPage
from widgets.office.registers.power_page import PowerPage
from widgets.office.registers.shutdown_page import ShutdownPage
from widgets.office.security_page import SecurityPage
from widgets.phrases.office import (
    accounts_page_words,
    cameras_page_words,
    check_page_words,
    credentials_page_words,
    department_page_words,
    due_words,
    form_page_words,
    meeting_words,
    recordings_page_words,
    schedule_words,
    security_page_words,
    statistics_page_words,
)
from widgets.phrases.office.record_page_words import LISTS


class Group(StrEnum):
    """The headings over the pages."""

    DIRECTORY = "directory"
    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    RECURRING = "recurring"
    SECURITY = "security"


class PageEntry(NamedTuple):
    """A page before it is made; `title` says it in the language in use."""

    group: Group
    name: str
    title: Callable[[], str]
    make: Callable[[RegisterStore], OfficePage]


def _list(group: Group, record_list: RecordList) -> PageEntry:
    return PageEntry(group, record_list.name, LISTS[record_list.name], partial(_page, record_list))


def _page(record_list: RecordList, store: RegisterStore) -> OfficePage:
    return RecordPage(store, record_list)


PAGES: tuple[PageEntry, ...] = (
    PageEntry(Group.DIRECTORY, lists.PEOPLE.name, LISTS[lists.PEOPLE.name], PeoplePage),
    PageEntry(Group.DIRECTORY, CHANGES.name, LISTS[CHANGES.name], ChangesPage),
    _list(Group.DIRECTORY, lists.ROOMS),
    _list(Group.DIRECTORY, lists.DEVICES),
    _list(Group.DIRECTORY, lists.LINES),
    PageEntry(Group.DIRECTORY, lists.SITES.name, LISTS[lists.SITES.name], SitesPage),
    PageEntry(Group.DIRECTORY, CredentialsPage.name, credentials_page_words.title, CredentialsPage),
    PageEntry(Group.DIRECTORY, CamerasPage.name, cameras_page_words.title, CamerasPage),
    PageEntry(Group.BEFORE, MeetingPage.name, meeting_words.page_title, MeetingPage),
    PageEntry(Group.BEFORE, SchedulePage.name, schedule_words.page_title, SchedulePage),
    PageEntry(Group.BEFORE, ChecksPage.name, check_page_words.title, ChecksPage),
    _list(Group.BEFORE, registers.ROOM_CHECKS),
    PageEntry(Group.BEFORE, registers.POWER.name, LISTS[registers.POWER.name], PowerPage),
    PageEntry(Group.AFTER, SHUTDOWNS.name, LISTS[SHUTDOWNS.name], ShutdownPage),
    PageEntry(Group.AFTER, SessionFormsPage.name, form_page_words.title, SessionFormsPage),
    PageEntry(Group.AFTER, RecordingsPage.name, recordings_page_words.title, RecordingsPage),
    PageEntry(Group.AFTER, StatisticsPage.name, statistics_page_words.statistics_title, StatisticsPage),
    PageEntry(Group.AFTER, DepartmentPage.name, department_page_words.title, DepartmentPage),
    PageEntry(Group.AFTER, KEYS.name, department_page_words.keys_title, KeyPage),
    PageEntry(Group.RECURRING, DuePage.name, due_words.page_title, DuePage),
    PageEntry(Group.RECURRING, OBLIGATIONS.name, LISTS[OBLIGATIONS.name], ObligationsPage),
    _list(Group.RECURRING, PLANS),
    _list(Group.RECURRING, registers.TRAINING),
    _list(Group.RECURRING, registers.EQUIPMENT),
    _list(Group.RECURRING, registers.ISSUES),
    PageEntry(Group.RECURRING, registers.HOUSE_RULES.name, LISTS[registers.HOUSE_RULES.name], HouseRulesPage),
    PageEntry(Group.SECURITY, AccountsPage.name, accounts_page_words.title, AccountsPage),
    PageEntry(Group.SECURITY, SecurityPage.name, security_page_words.title, SecurityPage),
    _list(Group.SECURITY, security.CHANGE_REQUESTS),
    _list(Group.SECURITY, security.SECURITY_REVIEWS),
    _list(Group.SECURITY, security.ACCESS),
    _list(Group.SECURITY, security.SECURITY_LEVELS),
)
