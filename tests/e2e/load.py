"""Clients that call the hub without a pause, and what became of each call."""
import json
import random
import threading
import time

import harness as h

PURSE = 30             # calls that a user's money pays
CAP = 25               # requests of a key
CAP_A_MINUTE = 40


def settings(provider):
    # At the second one each word of an answer costs 1, and nothing else does.
    coin = {**h.Site.row(provider.url), "price": {"input": "0", "output": "1000000"}}
    return {"threads": 64, "providers": {"test": h.Site.row(provider.url), "coin": coin}}


# ---- calls ----------------------------------------------------------------------------------


class Attempt:
    """One call, as the client saw it. Times are of the monotonic clock, in seconds."""

    def __init__(self, kind, delay):
        self.kind, self.delay = kind, delay  # the provider's
        self.begun = self.ended = time.monotonic()
        self.end = "lost"   # or complete, cut, refused, fault; lost: the hub did not answer
        self.id = self.status = self.head = None
        self.gap = 0.0      # the longest silence after the first event, less the provider's own
        self.note = ""

    @property
    def slot(self):
        """The name of the slot of the process that answered."""
        return self.id[12:24]

    @property
    def late(self):
        """How long the head took, less the provider's delay."""
        return self.head - self.begun - (self.delay if self.status == 200 else 0)


def time_of(call):
    return call.arrived / 1e6


def read_stream(call, attempt, gap, text):
    """Reads a stream; complete if the marks are all there, in order, up to [DONE]."""
    words, last, done = [], None, False
    for arrived, event in call.events():
        if last:
            attempt.gap = max(attempt.gap, arrived / 1e6 - last - gap)
        last = arrived / 1e6
        data = h.data_of(event)
        if done or data is None:
            continue
        if data == b"[DONE]":
            done = True
            continue
        try:
            chunk = json.loads(data)
        except ValueError:
            break  # the web server's page, or half an event
        if "error" in chunk:
            attempt.note = str(chunk["error"])
            break
        words += [choice["delta"].get("content") or "" for choice in chunk["choices"]]
    if done and "".join(words) != text:
        attempt.note = f"the stream is {h.shorten(''.join(words))}, not {h.shorten(text)}"
        return "fault"
    return "complete" if done else "cut"


def read_whole(call, attempt):
    content = call.body()
    try:
        answer = json.loads(content)
    except ValueError:
        return "cut"
    if call.complete and answer["choices"][0]["message"]["content"]:
        return "complete"
    attempt.note = h.shorten(content)
    return "fault"


def read_refusal(call, attempt):
    content = call.body()
    attempt.note = f"{call.status} {h.shorten(content)}"
    if not attempt.id:
        attempt.note = f"{call.status} by the web server"
        return "lost"
    return "refused" if call.status in (402, 429) else "fault"


def attempt_call(hub, kind, model, key, delay=0, gap=0, text="", **members):
    """Makes one call. delay and gap: the provider's, in ms; text: of a stream."""
    attempt = Attempt(kind, delay / 1000)
    try:
        call = hub.open("POST", "/v1/chat/completions", h.question(model, **members), key=key,
                        timeout=20)
        if call.head():
            attempt.head, attempt.status = time_of(call), call.status
            attempt.id = call.header("x-request-id")
            if call.status != 200:
                attempt.end = read_refusal(call, attempt)
            elif members.get("stream"):
                attempt.end = read_stream(call, attempt, gap / 1000, text)
            else:
                attempt.end = read_whole(call, attempt)
    except TimeoutError as why:
        attempt.end, attempt.note = "fault", f"hangs: {why}"
    except OSError as why:
        attempt.end, attempt.note = "cut" if attempt.status == 200 else "lost", str(why)
    attempt.ended = time.monotonic()
    return attempt


# ---- the load -------------------------------------------------------------------------------


class Generations:
    """Users or keys that are used up one after the other; the next is made amid the storm."""

    def __init__(self, make):
        self.make, self.lock, self.all = make, threading.Lock(), []
        self.next(None)

    def next(self, used_up):
        with self.lock:
            if not self.all or self.all[-1] is used_up:
                self.all.append(self.make(len(self.all)))
            return self.all[-1]

    @property
    def now(self):
        return self.all[-1]


class Load:
    """Clients that call without a pause; who meets a failure tries again at once."""

    pause = 0  # seconds between two calls of a client

    def __init__(self, hub):
        self.hub = hub
        self.attempts, self.recoveries, self.broken = [], [], []
        self.running = threading.Event()   # clients make calls
        self.over, self.audits = False, 0
        self.resting = set()
        self.purses = Generations(self.new_purse)
        self.caps = Generations(self.new_cap)
        self.minute_key = hub.new_key(None, "--requests", f"{CAP_A_MINUTE}/minute")
        self.give_plan()
        self.threads = [threading.Thread(target=self.live, args=(i, work), daemon=True)
                        for i, work in enumerate(self.works())]

    def works(self):
        """What each client does all the time."""
        return [self.short] * 2 + [self.stream] * 5 + [self.spend] * 3 + [self.use_cap] * 2 + \
            [self.use_minute, self.audit]

    def new_purse(self, number):
        return self.hub.new_key(self.hub.new_user("--credit", str(PURSE)))

    def new_cap(self, number):
        key = self.hub.new_key(None, "--requests", str(CAP))
        return {**key, "model": f"test/cap{number}:events=2,delay=10"}

    def give_plan(self):
        """Limits that nobody reaches, but which are counted: the proof compares windows with entries."""
        user = self.hub.ask("user", "list")[0]["name"]
        self.hub.command("plan", "set", "wide", "--limit", "requests/minute=100000000",
                         "--limit", "tokens/day=100000000000", "--limit", "calls=100000",
                         "--limit", "test/*:tokens/hour=100000000000")
        self.hub.command("user", "set", user, "--plan", "wide")

    # One call of each kind; gives the attempt.

    def short(self, name):
        delay = random.randint(0, 30)
        return attempt_call(self.hub, "short", f"test/test:events=3,delay={delay}", ..., delay)

    def stream(self, name):
        events, gap = random.randint(5, 20), random.randint(20, 50)
        text = "".join(f"{name}:{i} " for i in range(events))
        return attempt_call(self.hub, "stream", f"test/test:events={events},gap={gap},mark", ...,
                            gap=gap, text=text, stream=True, user=name)

    def spend(self, name):
        purse = self.purses.now
        attempt = spend_one(self.hub, purse, random.random() < 0.5, name)
        if attempt.end == "refused":
            self.purses.next(purse)
        return attempt

    def use_cap(self, name):
        cap = self.caps.now
        attempt = attempt_call(self.hub, "cap", cap["model"], cap["key"], 10)
        if attempt.end == "refused":
            self.caps.next(cap)
        return attempt

    def use_minute(self, name):
        attempt = attempt_call(self.hub, "minute", "test/test:events=2,delay=10",
                               self.minute_key["key"], 10)
        time.sleep(0.1)
        return attempt

    def audit(self, name):
        """The books balance at any time."""
        self.hub.check_ledger()
        self.audits += 1
        time.sleep(0.2)

    def live(self, number, work):
        """A client's life."""
        failed, calls = None, 0
        while not self.over:
            if not self.running.is_set():
                failed = None  # what the pause adds is not the hub's
                self.resting.add(number)
                self.running.wait()
                self.resting.discard(number)
                continue
            calls += 1
            try:
                attempt = work(f"c{number}n{calls}")
            except Exception as why:
                self.broken.append(f"{work.__name__}: {type(why).__name__}: {why}")
                time.sleep(0.1)
                continue
            if attempt:
                failed = self.note(attempt, failed)
            time.sleep(self.pause)

    def note(self, attempt, failed):
        """Keeps an attempt. failed: since when the client lacks an answer; returned anew."""
        self.attempts.append(attempt)
        if failed and attempt.head and attempt.status in (200, 402, 429):
            self.recoveries.append(attempt.begun + attempt.late - failed)
            failed = None
        if attempt.end in ("cut", "lost"):
            failed = failed or attempt.ended
            time.sleep(0.01)
        return failed

    def start(self):
        self.running.set()
        for thread in self.threads:
            thread.start()

    def rest(self):
        """All clients pause after the call that they are making."""
        self.running.clear()
        h.until(lambda: len(self.resting) == len(self.threads), "the clients' calls end", 30)

    def stop(self):
        self.over = True
        self.running.set()
        for thread in self.threads:
            thread.join(30)
        h.require(not any(thread.is_alive() for thread in self.threads), "a call does not end")

    def ended(self, *ends):
        return [attempt for attempt in self.attempts if attempt.end in ends]


def spend_one(hub, purse, stream, name):
    """A call that costs exactly 1 and reserves that much, too."""
    return attempt_call(hub, "purse", "coin/test:events=1,delay=15,mark", purse["key"], 15,
                        text=f"{name}:0 ", stream=stream, user=name, max_tokens=1)
