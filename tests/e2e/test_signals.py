#!/usr/bin/env python3
"""The end of a responder: what runs may finish, what comes later goes to the next."""
import json
import signal
import threading
import time

import harness as h

DRAIN = 3  # seconds
SETTINGS = {"drain_seconds": DRAIN, "log": "hub.log"}


class Watched:
    """A stream that is read in the background."""

    def __init__(self, hub, model):
        self.call = hub.stream(model)
        h.equal(self.call.status, 200, "status")
        self.events = []
        self.thread = threading.Thread(target=self.read)
        self.thread.start()
        h.until(lambda: self.events, "the first event")

    def read(self):
        for _, event in self.call.events():
            self.events.append(event)

    def finish(self):
        self.thread.join(20)
        h.require(not self.thread.is_alive(), "the stream does not end")
        return self.events


def ready(hub):
    h.until(lambda: hub.chat("test/test").status == 200, "it serves")


@h.case("lighttpd-socket", own=True)
def idle_process_ends_at_once(_, provider):
    for number in (signal.SIGTERM, signal.SIGINT):
        with h.Bare(provider, SETTINGS) as hub:
            responder = hub.respond()
            hub.key = hub.new_key()["key"]
            ready(hub)
            start = time.monotonic()
            responder.send_signal(number)
            h.equal(responder.wait(20), 0, "exit status")
            h.require(time.monotonic() - start < 1.5, "took", time.monotonic() - start, "s")
            hub.check_ledger()


@h.case("lighttpd-socket", own=True)
def running_streams_finish(_, provider):
    with h.Bare(provider, SETTINGS) as hub:
        responder = hub.respond()
        hub.key = hub.new_key()["key"]
        ready(hub)
        streams = [Watched(hub, "test/test:events=30,gap=50") for _ in range(8)]
        responder.send_signal(signal.SIGTERM)
        for stream in streams:
            h.equal(stream.finish()[-1], b"data: [DONE]\n\n", "the end")
            h.equal(hub.entry(stream.call.header("x-request-id"))["outcome"], "done", "outcome")
        h.equal(responder.wait(20), 0, "exit status")
        hub.check_ledger()


@h.case("lighttpd-socket", own=True)
def longer_streams_are_told(_, provider):
    with h.Bare(provider, SETTINGS) as hub:
        responder = hub.respond()
        hub.key = hub.new_key()["key"]
        ready(hub)
        streams = [Watched(hub, "test/test:events=600,gap=50") for _ in range(4)]
        silent = Watched(hub, "test/test:events=2,gap=60000")
        start = time.monotonic()
        responder.send_signal(signal.SIGTERM)
        h.equal(responder.wait(20), 0, "exit status")
        took = time.monotonic() - start
        h.require(DRAIN - 0.5 < took < DRAIN + 2, "took", took, "s")
        for stream in [*streams, silent]:
            last = stream.finish()[-1]
            error = json.loads(h.data_of(last))["error"]
            h.equal((error["type"], error["code"]), ("api_error", "unavailable"), "error")
            entry = hub.entry(stream.call.header("x-request-id"))
            h.equal(entry["outcome"], "interrupted", "outcome")
            h.require(entry["output"] >= 1 and float(entry["cost"]) > 0, "entry", entry)
        h.until(lambda: provider.stats()["running"] == 0, "the provider is left alone")
        h.equal([user for user in hub.ask("user", "list") if user["reserved"] != "0"], [], "held")
        hub.check_ledger()


@h.case("lighttpd-socket", own=True)
def call_without_stream_is_told(_, provider):
    with h.Bare(provider, SETTINGS) as hub:
        responder = hub.respond()
        hub.key = hub.new_key()["key"]
        ready(hub)
        call = hub.open("POST", "/v1/chat/completions", h.question("test/test:delay=60000"))
        h.until(lambda: provider.stats()["running"] == 1, "it runs")
        responder.send_signal(signal.SIGTERM)
        h.equal(responder.wait(20), 0, "exit status")
        h.expect_error(call.finish(), 503, "api_error", "unavailable")
        h.equal(hub.entry(call.header("x-request-id"))["outcome"], "interrupted", "outcome")


@h.case("lighttpd-socket", own=True)
def new_calls_while_it_drains(_, provider):
    """They are refused at once, or answered: nobody waits for an end that is not his."""
    with h.Bare(provider, SETTINGS) as hub:
        responder = hub.respond()
        hub.key = hub.new_key()["key"]
        ready(hub)
        stream = Watched(hub, "test/test:events=50,gap=50")
        responder.send_signal(signal.SIGTERM)
        while stream.thread.is_alive():
            start = time.monotonic()
            answer = hub.chat("test/test", timeout=10)
            took = time.monotonic() - start
            h.require(answer.status in (200, 503), "status", answer.status, answer.content)
            h.require(took < 1, f"status {answer.status} only after {took} s")
        h.equal(stream.finish()[-1], b"data: [DONE]\n\n", "the end")
        h.equal(responder.wait(20), 0, "exit status")


def supervised(hub):
    """Starts the next responder, again if it had to end because the old one still listened."""
    new = hub.responders[-1] if len(hub.responders) > 1 else hub.respond()
    return new if new.poll() is None else hub.respond()


@h.case("lighttpd-socket", own=True)
def next_one_takes_over(_, provider):
    """A new responder may be started while the old one drains, and serves within a second or
    so (lighttpd takes a backend that was not there for dead for that long)."""
    with h.Bare(provider, SETTINGS) as hub:
        old = hub.respond()
        hub.key = hub.new_key()["key"]
        ready(hub)
        stream = Watched(hub, "test/test:events=50,gap=50")
        old.send_signal(signal.SIGTERM)
        h.until(lambda: supervised(hub) and hub.chat("test/test").status == 200,
                "the next one serves", 2.5)
        h.require(old.poll() is None, "the old one is gone already")
        h.equal(stream.finish()[-1], b"data: [DONE]\n\n", "the stream of the old one")
        h.equal(old.wait(20), 0, "exit status")
        h.expect(hub.chat("test/test"), 200)
        h.equal(hub.entry(stream.call.header("x-request-id"))["outcome"], "done", "outcome")
        hub.check_ledger()


@h.case("lighttpd-socket", own=True)
def killed(_, provider):
    """kill -9: the entry comes from what the process left behind."""
    with h.Bare(provider, SETTINGS) as hub:
        first = hub.respond()
        hub.key = hub.new_key()["key"]
        ready(hub)
        stream = Watched(hub, "test/test:events=600,gap=20")
        h.until(lambda: len(stream.events) > 20, "twenty events")
        first.kill()
        first.wait()
        stream.finish()
        hub.respond()
        ready(hub)
        entry = hub.entry(stream.call.header("x-request-id"))
        h.equal((entry["outcome"], entry["estimated"]), ("interrupted", True), "entry")
        # Estimated from the length of the text: one or two tokens for each event.
        h.require(15 <= entry["output"] <= 2 * len(stream.events) + 10, "output", entry)
        h.equal(hub.check_ledger()["open"], 0, "open reservations")


h.run()
