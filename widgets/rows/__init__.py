"""The sites as lines of text, from about a hundred upwards, in pages that never reorder themselves."""
