"""Finding cameras: on the network, on serial ports, at this machine."""
