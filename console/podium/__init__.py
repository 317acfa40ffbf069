"""The podium's transaction, on deck, the way back, the program's scenes."""
