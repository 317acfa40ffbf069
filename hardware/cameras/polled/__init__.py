"""Cameras that say nothing by themselves (ONVIF, USB): they are asked where they stand, in a thread of their own."""
