"""The console window itself: what stands where, its commands, keys and wires."""
