"""A province without hardware: drawn rooms, voices, cameras and bad lines behind the same ports as the real things."""
