"""The light mode of a satellite's technician."""
