"""How the lines were over the whole meeting: plots of one site and the map of all."""
