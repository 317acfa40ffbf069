"""Moments as they are typed: a day and a time of day, always the time of Viet Nam."""

import argparse
import datetime

from console.command_line.speaking_parser import told

VIET_NAM = datetime.timezone(datetime.timedelta(hours=7))


def typed_moment(text: str) -> int:
    """Returns the wall-clock milliseconds (UTC) of "2026-11-25 17:30"; argparse prints what is wrong with it."""
    try:
        moment = datetime.datetime.strptime(text.strip(), "%Y-%m-%d %H:%M").replace(tzinfo=VIET_NAM)
        return int(moment.timestamp()) * 1000
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(told("“{text}” is no moment like 2026-11-25 17:30", text=text)) from None
