"""The sites as pictures: tiles, their board, the search and the two other views of the same sites."""
