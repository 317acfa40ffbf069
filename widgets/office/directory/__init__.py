"""Pages of the directory that know more than their columns."""
