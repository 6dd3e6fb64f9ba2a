"""A script: reads one spreadsheet after another, in a process that may take little.

Each comes as a length and so many bytes; the answer is a line. If the process
ends instead, the reading has failed.
"""

import pickle
import resource
import signal
import sys
from struct import unpack

from letterwriter.mailmerge.lists import read_list
from letterwriter.mailmerge.unreadable import Unreadable

MOST_MEMORY = 768 * 1024**2  # bytes of addresses
MOST_SECONDS = 10  # for one small file, on a busy machine


def main() -> None:
    """Answer until nothing more comes."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while head := sys.stdin.buffer.read(4):
        content = sys.stdin.buffer.read(unpack("<I", head)[0])
        signal.alarm(MOST_SECONDS)
        answer = _read(content)
        signal.alarm(0)
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def _read(content: bytes) -> str:
    try:
        found = read_list(content)
    except Unreadable as unreadable:
        return str(pickle.loads(pickle.dumps(unreadable)).fault)
    return "read" if pickle.loads(pickle.dumps(found)) == found else "changed on the way"


if __name__ == "__main__":
    main()
