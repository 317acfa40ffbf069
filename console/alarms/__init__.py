"""Alarms: what is wrong, one alarm for a common cause, who has taken it."""
