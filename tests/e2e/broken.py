"""Providers that hardly deserve the name: the same bytes for everybody, a port where nobody ever picks up, and one that
throws everybody out."""
import socket
import struct
import threading


class Canned:
    """A provider that sends the same bytes whatever it is asked."""

    def __init__(self):
        self.bytes = b""
        self.stays = False  # and the connection is open until the other side ends it
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}/v1"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            near, _ = self.listener.accept()
            request = b""
            while b"\r\n\r\n" not in request and (data := near.recv(65536)):
                request += data
            try:
                near.sendall(self.bytes)
                if not self.stays:
                    near.shutdown(socket.SHUT_WR)
                near.settimeout(30 if self.stays else 5)
                while near.recv(65536):
                    pass
            except OSError:
                pass
            near.close()


def full_backlog():
    """A port where connections are never accepted."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=0)
    fillers = [socket.socket() for _ in range(4)]
    for filler in fillers:
        filler.setblocking(False)
        filler.connect_ex(listener.getsockname())
    return listener, fillers


def url_of(bound):
    return f"http://127.0.0.1:{bound.getsockname()[1]}/v1"


class Bouncer:
    """Resets each connection at once."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = url_of(self.listener)
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            near, _ = self.listener.accept()
            near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            near.close()
