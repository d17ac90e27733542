#!/usr/bin/env python3
"""Many at once: a thousand streams in one process behind lighttpd, and two hundred requests under
mod_fcgid while its processes end and start all the time."""
import collections
import json
import os
import pathlib
import resource
import selectors
import signal
import socket
import threading
import time

import harness as h

STREAMS, EVENTS = 1000, 20
MEMORY = 80          # KiB of private memory for each stream
AT_ONCE, CALLS = 200, 1400
LIFE = 8             # requests in a process's life


# ---- a client for many calls at once ------------------------------------------------------------


class Exchange:
    """One call of many: who makes it, and the bytes that came."""

    def __init__(self, hub, name, model, stream):
        self.name, self.stream = name, stream
        body = json.dumps(h.question(model, user=name, stream=stream)).encode()
        self.unsent = (f"POST {hub.base}/v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                       f"Authorization: Bearer {hub.key}\r\nContent-Type: application/json\r\n"
                       f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n").encode() + body
        self.got, self.failure = bytearray(), None

    def start(self, port, selector):
        self.sock = socket.socket()
        self.sock.setblocking(False)
        self.sock.connect_ex(("127.0.0.1", port))
        selector.register(self.sock, selectors.EVENT_WRITE, self)

    def step(self, selector):
        """Goes on as far as it can without waiting. True at the end."""
        try:
            if self.unsent:
                self.unsent = self.unsent[self.sock.send(self.unsent):]
                if not self.unsent:
                    selector.modify(self.sock, selectors.EVENT_READ, self)
                return False
            data = self.sock.recv(65536)
        except BlockingIOError:
            return False
        except OSError as why:
            data, self.failure = b"", str(why)
        self.got += data
        return not data

    def read(self):
        """Takes the answer apart; says what is wrong with it, or None."""
        rest = [bytes(self.got)]
        answer = h.Reader(lambda: rest.pop() if rest else b"")
        if self.failure or not answer.head():
            return self.failure or "no answer"
        content = answer.body()
        self.id = answer.header("x-request-id")
        if answer.status != 200 or not answer.complete:
            return f"{answer.status} {'' if answer.complete else '(cut) '}{h.shorten(content)}"
        if self.stream:
            return self.judge_stream(content)
        return self.judge_text(json.loads(content)["choices"][0]["message"]["content"])

    def judge_stream(self, content):
        events = [data for event in h.split_events(content) if (data := h.data_of(event))]
        if not events or events.pop() != b"[DONE]":
            return "no [DONE]"
        choices = [choice for event in events for choice in json.loads(event)["choices"]]
        return self.judge_text("".join(choice["delta"].get("content") or "" for choice in choices))

    def judge_text(self, text):
        wanted = "".join(f"{self.name}:{i} " for i in range(text.count(":")))
        return None if text == wanted and text else f"{self.name} got {h.shorten(text)}"


def make_calls(hub, exchanges, at_once, seconds=150):
    """Makes all these calls, so many at a time."""
    waiting, running = collections.deque(exchanges), 0
    deadline = time.monotonic() + seconds
    with selectors.DefaultSelector() as selector:
        while waiting or running:
            h.require(time.monotonic() < deadline, running + len(waiting), "calls do not end")
            while waiting and running < at_once:
                waiting.popleft().start(hub.port, selector)
                running += 1
            for key, _ in selector.select(1):
                if key.data.step(selector):
                    selector.unregister(key.fileobj)
                    key.fileobj.close()
                    running -= 1


def judge(hub, exchanges, others):
    """All are answered as they should be; the ledger has each once, and so many others."""
    wrong = [why for exchange in exchanges if (why := exchange.read())]
    h.require(not wrong, len(wrong), "of", len(exchanges), "failed:",
              collections.Counter(wrong).most_common(3))
    h.equal(len({exchange.id for exchange in exchanges}), len(exchanges), "different ids")
    outcomes = {row["id"]: row["outcome"] for row in hub.entries()}
    wrong = [exchange.id for exchange in exchanges if outcomes.get(exchange.id) != "done"]
    h.require(not wrong, len(wrong), "answers are not in the ledger:", wrong[:5])
    h.equal(len(outcomes), len(exchanges) + others, "entries")
    proof = hub.check_ledger()
    h.equal((proof["open"], proof["entries"]), (0, len(outcomes)), "open and entries of the proof")


# ---- a thousand streams -------------------------------------------------------------------------


def private_kib(pid):
    lines = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))


class Watch(threading.Thread):
    """Samples the hub's memory and the provider's running calls."""

    def __init__(self, hub, pid):
        super().__init__(daemon=True)
        self.hub, self.pid, self.over = hub, pid, threading.Event()
        self.memory = self.running = 0

    def run(self):
        while not self.over.wait(0.2):
            self.running = max(self.running, self.hub.provider.stats()["running"])
            self.memory = max(self.memory, private_kib(self.pid))


def is_sanitized():
    """Sanitizers take more memory than the program."""
    return b"__asan_init" in pathlib.Path(h.program("aihub.fcgi")).read_bytes()


def the_responder(hub):
    """The hub's only process: who has signed the ledger's lock."""
    return int((hub.data / "lock").read_text().split()[1])


@h.case("lighttpd", own=True, limit=240)
def a_thousand_streams(shape, provider):
    with h.Hub(shape, provider, {"threads": STREAMS + 100}, 1) as hub:
        h.expect(hub.chat("test/test:events=1"), 200)
        pid = the_responder(hub)
        before, watch = private_kib(pid), Watch(hub, pid)
        model = f"test/test:events={EVENTS},gap=100,delay=1500,mark"
        exchanges = [Exchange(hub, f"s{i}", model, True) for i in range(STREAMS)]
        watch.start()
        begun = time.monotonic()
        make_calls(hub, exchanges, STREAMS)
        took = time.monotonic() - begun
        watch.over.set()
        watch.join()
        each = (watch.memory - before) / STREAMS
        print(f"# figure {STREAMS} streams, {watch.running} at once: {each:.1f} KiB each"
              f" ({before} to {watch.memory} KiB), all in {took:.2f} s, the provider's part"
              f" {1.5 + (EVENTS - 1) * 0.1:.2f} s", flush=True)
        judge(hub, exchanges, 1)
        h.equal(the_responder(hub), pid, "the process")
        h.require(watch.running >= STREAMS * 0.99, "only", watch.running, "ran at once")
        h.require(each <= MEMORY or is_sanitized(), f"{each:.1f} KiB of memory for each stream")


# ---- processes that come and go ------------------------------------------------------------------


def shorten_lives(hub):
    """Has Apache read its configuration again, with a limit for its processes."""
    def restarted():
        return b"".join(hub.server_logs().values()).count(b"resuming normal operations") > 1
    with open(hub.run_dir / "server.conf", "a", encoding="ascii") as conf:
        conf.write(f"\nFcgidMaxRequestsPerProcess {LIFE}\n")
    os.kill(int((hub.run_dir / "server.pid").read_text()), signal.SIGHUP)
    h.until(restarted, "Apache has started anew")
    h.expect(hub.get("/healthz", key=None), 200, "health after a restart")


@h.case("apache-fcgid", own=True, limit=240)
def processes_come_and_go(shape, provider):
    with h.Hub(shape, provider, procs=AT_ONCE) as hub:
        shorten_lives(hub)
        models = ("test/test:events=5,delay=200,mark", "test/test:events=5,gap=40,mark")
        exchanges = [Exchange(hub, f"p{i}", models[i % 2], i % 2 == 1) for i in range(CALLS)]
        begun = time.monotonic()
        make_calls(hub, exchanges, AT_ONCE)
        took = time.monotonic() - begun
        judge(hub, exchanges, 0)
        served = collections.Counter(exchange.id[12:24] for exchange in exchanges)
        ended = sum(calls >= LIFE for calls in served.values())
        print(f"# figure {CALLS} calls, {AT_ONCE} at once, in {took:.1f} s by {len(served)}"
              f" processes, {ended} of which served their {LIFE} calls and ended", flush=True)
        h.require(len(served) >= CALLS / LIFE, "only", len(served), "processes served")
        h.require(max(served.values()) <= LIFE, "a process served", max(served.values()), "calls")


if __name__ == "__main__":
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 4096)), hard))
    h.run()
