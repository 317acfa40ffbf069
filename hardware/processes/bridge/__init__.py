"""The bridge's processes: decisions and log, media workers, what lies in its data folder."""
