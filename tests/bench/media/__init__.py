"""What the media plane carries on this machine, beside the engines that a user would pick instead."""
