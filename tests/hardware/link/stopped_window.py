"""A window that says hello, follows, gives one command, and then reads nothing any more. Argument: the run file."""

import socket
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from console.commands import MuteAll
from console.words import Origin
from hardware.link.link_codec import LINK_VERSION, Ask, Follow, Hello, encode
from hardware.link.run_file import read_run_file

address = read_run_file(Path(sys.argv[1]))
link = socket.create_connection(("127.0.0.1", address.port))
link.sendall(
    encode(Hello(version=LINK_VERSION, token=address.token, person="Trần Thị B", origin=Origin.WINDOW))
    + encode(Follow())
    + encode(Ask(command_id="from-the-stopped", command=MuteAll()))
)
print("said", flush=True)
time.sleep(60)
