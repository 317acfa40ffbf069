"""ONVIF cameras: profiles S and T, pan, tilt and zoom, presets, snapshots."""
