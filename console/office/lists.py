"""Every list of records that can be brought in and handed out as a sheet."""

from console.office.columns import RecordList
from console.office.directory_lists import DIRECTORY_LISTS
from console.office.plans import PLANS
from console.office.register_lists import REGISTER_LISTS
from console.office.security_registers import SECURITY_LISTS

LISTS: dict[str, RecordList] = {each.name: each for each in (*DIRECTORY_LISTS, *REGISTER_LISTS, PLANS, *SECURITY_LISTS)}
