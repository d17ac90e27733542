"""Clients that leave, and clients that are slow."""
import socket
import time

import harness as h
from processes import memory_peak, reset_memory_peak
from provider_rows import bounded
from table import Cells, row, say_entry, seconds_until_good

BUFFERED_MB = 12  # of it that may be held on the way, in the hub and in the web server
PATIENT = {"keep_alive": 1}  # and the time-outs are long: it is the client who ends a call
NOTICED = 12      # seconds in which the hub finds out that a client is gone, with a sign of life each second
STOPPED = 3       # seconds for which a slow client reads nothing; longer than the hub waits for a provider
MANY_MB = 24      # in a stream that nobody reads


class Guest:
    """A client with a key of its own, so that its calls are known by it."""

    def __init__(self, hub):
        self.hub = hub
        self.user = self.hub.new_user()
        self.key = self.hub.new_key(self.user)["key"]

    def ask(self, model, **members):
        return self.hub.open("POST", "/v1/chat/completions", h.question(model, **members), key=self.key)

    def send_part(self, length, part):
        """The head of a request, and this much of its body."""
        return self.hub.open("POST", "/v1/chat/completions", part, key=self.key,
                             headers=[("Content-Length", str(length)), ("Content-Type", "application/json")])

    def entries(self):
        return self.hub.entries("--user", self.user)

    def entry(self):
        """Of its only call."""
        rows = h.until(self.entries, "the call has an entry", NOTICED)
        h.equal(len(rows), 1, "entries")
        return rows[0]


def left(guest, since):
    """What is left of a client that is gone: its call has ended, also at the provider."""
    cells = Cells(normal=seconds_until_good(guest.hub, since))
    cells.charged = say_entry(guest.entry())
    h.until(lambda: guest.hub.provider.stats()["running"] == 0, "the provider is left alone", NOTICED)
    h.equal(len(guest.entries()), 1, "entries")
    return cells


def register_part(what, part):
    @row("client", what, 0.5)
    def function(bench):
        guest = Guest(bench.hub)
        seen = bench.provider.stats()["requests"]
        guest.send_part(1000, part).reset()
        h.equal(bench.provider.stats()["requests"], seen, "requests at the provider")
        cells = Cells(normal=seconds_until_good(bench.hub, time.monotonic()))
        h.equal(guest.entries(), [], "entries")
        cells.charged = say_entry(None)
        return cells


register_part("leaves after the head of its request", b"")
register_part("leaves in the middle of its body", b'{"model":"test/test","messages":[')


def register_leaver(what, model, words, **members):
    """Leaves after so many words; None: before anything has come."""
    @row("client", what, 0.5)
    def function(bench):
        with h.Hub(bench.shape, bench.provider, PATIENT) as hub:
            guest = Guest(hub)
            h.until(lambda: bench.provider.stats()["running"] == 0, "calls of other rows are over", NOTICED)
            call = guest.ask(model, **members)
            h.until(lambda: bench.provider.stats()["running"] == 1, "the provider is asked")
            if words is not None:
                events = call.events()
                seen = 0
                while seen < words:
                    seen += b'"content":"w' in next(events)[1]
            call.reset()
            return left(guest, time.monotonic())


register_leaver("leaves before the first event", "test/test:delay=60000", None, stream=True)
register_leaver("leaves in the middle of a stream", "test/test:events=400,gap=50", 3, stream=True)
register_leaver("leaves before the last event", "test/test:events=3,stall=3", 3, stream=True)


@row("client", f"reads nothing of {MANY_MB} MB for {STOPPED} s, then all", 0.5)
def slow_reader(bench):
    guest = Guest(bench.hub)
    size = 20000

    def read_late():
        call = guest.ask(f"test/test:events={MANY_MB * 1000000 // size},text={size}", stream=True)
        call.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        server = bench.server_pid()
        before = reset_memory_peak(server) if server else 0
        time.sleep(STOPPED)  # what is tested is that time passes
        if server:
            grown = (memory_peak(server) - before) / 1024
            h.require(grown <= BUFFERED_MB, "the web server grew by", grown, "MiB")
        return call.finish()
    call = bounded(bench, read_late, BUFFERED_MB)
    cells = Cells(normal=seconds_until_good(bench.hub, time.monotonic()))
    h.equal(call.content.count(b'"content":"w'), MANY_MB * 1000000 // size, "words")
    h.require(call.content.endswith(b"data: [DONE]\n\n"), "the end is missing")
    cells.stream = "200, all of it"
    cells.charged = say_entry(guest.entry())
    return cells
