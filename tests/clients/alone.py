"""Runs a command in a new network, once its loopback is up: alone.py UID GID COMMAND... Started by run."""
import fcntl
import os
import socket
import struct
import sys

SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1
ROW = "16sh22x"  # struct ifreq: a name and the flags


def raise_loopback():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        row = fcntl.ioctl(any_socket, SIOCGIFFLAGS, struct.pack(ROW, b"lo", 0))
        flags = struct.unpack(ROW, row)[1]
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack(ROW, b"lo", flags | IFF_UP))


def main():
    uid, gid, *words = sys.argv[1:]
    raise_loopback()
    if uid != "0":  # who had to play root for that is himself again
        words = ["unshare", "--user", f"--map-user={uid}", f"--map-group={gid}", *words]
    os.execvp(words[0], words)


main()
