"""VISCA: codec, delivery, the state of one camera, and its shell."""
