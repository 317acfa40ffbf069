"""The desktop of this machine: its screens and its open windows, for whoever shows one of them to others."""
