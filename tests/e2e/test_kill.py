#!/usr/bin/env python3
"""A storm of kill -9 over the hub's processes, the keeper of the ledger among them, under load:
who is not killed goes on, who comes next is served at once, and the books balance to the last call.

    test_kill.py [--kills N] [--server lighttpd|apache-fcgid]...

The web server's own pauses are told apart from the hub's: mod_fcgid sleeps a whole second when it
finds no idle process, lighttpd answers 503 while none of its processes lives.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import re
import signal
import statistics
import sys
import threading
import time

import harness as h

LONG = 1.0             # seconds that nobody may have to wait for the hub
PAUSE = (0.1, 0.3)     # seconds between two kills
HELD = 0.04            # for which the keeper is stopped in some kills of others
SPARED = 2             # processes that a kill leaves at least
SETTLED = 2.5          # seconds for which a process may be about to settle before it is killed
PURSE = 30             # calls that a user's money pays
CAP = 25               # requests of a key
CAP_A_MINUTE = 40
PROCS = {"lighttpd": 4, "apache-fcgid": 60}
ROUND = {"lighttpd": 10**9, "apache-fcgid": 35}  # kills after which there is a rest for new ones


def settings(provider):
    # At the second one each word of an answer costs 1, and nothing else does.
    coin = {**h.Site.row(provider.url), "price": {"input": "0", "output": "1000000"}}
    return {"threads": 64, "providers": {"test": h.Site.row(provider.url), "coin": coin}}


# ---- processes ------------------------------------------------------------------------------


def links(pid):
    """What the descriptors of a process lead to."""
    found = []
    try:
        for fd in os.scandir(f"/proc/{pid}/fd"):
            try:
                found.append(os.readlink(fd.path))
            except OSError:
                pass
    except OSError:
        pass
    return found


def status_of(pid):
    """The lines of /proc/PID/status; empty if it is gone."""
    try:
        text = pathlib.Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return {}
    return dict(line.split(":\t", 1) for line in text.splitlines() if ":\t" in line)


def responders(hub):
    """The living processes of our program that work in this hub's data directory."""
    found, data = [], str(hub.data)
    program = str(hub.run_dir / "aihub.fcgi")  # quickstart's own copy
    for name in os.listdir("/proc"):
        try:
            if not name.isdigit() or os.readlink(f"/proc/{name}/exe") != program:
                continue
        except OSError:
            continue
        if any(link == data or link.startswith(data + "/") for link in links(name)):
            found.append(int(name))
    return found


def slot_of(pid, hub):
    slots = str(hub.data / "slots") + "/"
    names = [link[len(slots):] for link in links(pid) if link.startswith(slots)]
    return names[0] if names else None


def keeper_of(hub):
    """Who signed the lock, living or dead."""
    try:
        words = (hub.data / "lock").read_text().split()
        return int(words[1])
    except (OSError, IndexError, ValueError):
        return None


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

    def __init__(self, hub):
        self.hub = hub
        self.attempts, self.recoveries, self.broken = [], [], []
        self.running = threading.Event()   # clients make calls
        self.over, self.audits = False, 0
        self.resting = set()
        self.purses = Generations(self.new_purse)
        self.caps = Generations(self.new_cap)
        self.minute_key = hub.new_key(None, "--requests", f"{CAP_A_MINUTE}/minute")
        self.threads = [threading.Thread(target=self.live, args=(i, work), daemon=True)
                        for i, work in enumerate([self.short] * 2 + [self.stream] * 5 +
                                                 [self.spend] * 3 + [self.use_cap] * 2 +
                                                 [self.use_minute, self.audit])]

    def new_purse(self, number):
        return self.hub.new_key(self.hub.new_user("--credit", str(PURSE)))

    def new_cap(self, number):
        key = self.hub.new_key(None, "--requests", str(CAP))
        return {**key, "model": f"test/cap{number}:events=2,delay=10"}

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


# ---- the storm ------------------------------------------------------------------------------


class Kill:
    def __init__(self, pid, slot, keeper):
        self.pid, self.slot, self.keeper = pid, slot, keeper
        self.time = time.monotonic()


def choose(living, keeper, busy, kills):
    """The keeper in every other case, else another one, rather one that has work."""
    if keeper in living and 2 * sum(kill.keeper for kill in kills) <= len(kills):
        return keeper
    others = [pid for pid in living if pid != keeper]
    return random.choice([pid for pid in others if pid in busy and random.random() < 0.7] or others)


def kill_one(hub, busy, kills):
    """Kills a process. None if too few live."""
    living, keeper = responders(hub), keeper_of(hub)
    if len(living) <= SPARED:
        return None
    pid = choose(living, keeper, busy, kills)
    if pid == keeper or keeper not in living or random.random() < 0.5:
        return kill_stopped(hub, pid)
    try:  # the keeper hears some of the victim's last words after its death
        os.kill(keeper, signal.SIGSTOP)
        time.sleep(HELD)
        return kill_stopped(hub, pid)
    except ProcessLookupError:
        return None
    finally:
        send(keeper, signal.SIGCONT)


def kill_stopped(hub, pid):
    """Stops a process first, so that what is seen of it is what dies."""
    if not send(pid, signal.SIGSTOP):
        return None
    kill = Kill(pid, slot_of(pid, hub), keeper_of(hub) == pid)
    send(pid, signal.SIGKILL)
    return kill


def send(pid, number):
    """Signals a process; False if it is gone."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return False
    return True


def warm_up(hub, procs):
    """Under mod_fcgid processes come with concurrent requests only."""
    for _ in range(10):
        if len(responders(hub)) >= procs:
            return
        h.in_parallel(procs, lambda i: hub.chat("test/test:events=1,delay=1500", timeout=60))


class Storm:
    def __init__(self, hub, shape, kills):
        self.hub, self.shape, self.wanted = hub, shape, kills
        self.procs = PROCS[shape]
        self.kills, self.spared = [], 0

    def run(self, load):
        while len(self.kills) < self.wanted:
            if self.shape == "apache-fcgid":
                warm_up(self.hub, self.procs)
            load.running.set()
            time.sleep(0.5)
            self.rage(load, min(self.wanted - len(self.kills), ROUND[self.shape]))
            time.sleep(0.5)
            load.rest()

    def rage(self, load, kills):
        deadline = time.monotonic() + 30 + 2 * kills
        while kills:
            h.require(time.monotonic() < deadline, "processes are not replaced: living",
                      len(responders(self.hub)))
            busy = self.pids_of({attempt.slot for attempt in load.attempts[-30:] if attempt.id})
            kill = kill_one(self.hub, busy, self.kills)
            if kill:
                self.kills.append(kill)
                kills -= 1
                time.sleep(random.uniform(*PAUSE))
            else:
                self.spared += 1
                time.sleep(0.02)

    def pids_of(self, slots):
        return {pid for pid in responders(self.hub) if slot_of(pid, self.hub) in slots}

    def killed_within(self, slot, begin, end):
        return any(kill.slot == slot and begin <= kill.time <= end for kill in self.kills)


# ---- what must hold -------------------------------------------------------------------------


class Books:
    """The ledger after the storm, beside what the clients and the provider saw."""

    def __init__(self, hub, load, storm):
        self.load, self.storm, self.hub = load, storm, hub
        self.rows = hub.ask("entry", "list", "--limit", "10000000")
        self.entries = {row["id"]: row for row in self.rows}
        self.complete = {attempt.id for attempt in load.ended("complete")}
        self.wall = time.time() - time.monotonic()
        self.warm = set()   # calls that were made to start processes

    def end_of(self, row):
        """When a call ended, on the monotonic clock."""
        return int(row["id"][:12], 16) / 1000 + row["ms"] / 1000 - self.wall


def no_fault(load):
    """The hub itself never refused or garbled a call, and the command worked during the storm."""
    faults = [f"{a.kind}: {a.status} {a.note}" for a in load.ended("fault")] + load.broken
    h.require(not faults, len(faults), "faults:", "; ".join(sorted(set(faults))[:5]))


def survivors_go_on(load, storm):
    """Whatever was cut was cut because its process was killed while it ran."""
    wrong = [a for a in load.ended("cut")
             if not a.id or not storm.killed_within(a.slot, a.begun, a.ended + 0.5)]
    h.require(not wrong, len(wrong), "calls were cut though their process was not killed:",
              [(a.kind, a.id, a.note) for a in wrong[:5]])
    slow = [a for a in load.ended("complete") if a.gap > LONG]
    h.require(not slow, len(slow), "streams paused, up to", max((a.gap for a in slow), default=0))


def failures_have_a_cause(load, storm):
    """A web server has nobody to answer for it only when somebody has just been killed."""
    wrong = [a for a in load.ended("lost")
             if not any(a.begun - 2 <= kill.time <= a.ended for kill in storm.kills)]
    h.require(not wrong, len(wrong), "calls failed without a kill:", {a.note for a in wrong[:5]})


def answered_once(books):
    """Each answer that came completely is in the ledger, once, and done."""
    h.equal(len(books.rows), len(books.entries), "entries by id")
    h.equal(len(books.complete), len(books.load.ended("complete")), "ids of answers")
    wrong = [id_ for id_ in books.complete
             if id_ not in books.entries or books.entries[id_]["outcome"] != "done"]
    h.require(not wrong, len(wrong), "answers are not in the ledger as done:",
              [(id_, books.entries.get(id_)) for id_ in wrong[:3]])


def nothing_else_done(books):
    """An entry without an answer is of a process that was killed in the call, or just after it."""
    wrong, unanswered = [], 0
    kills = {kill.slot: kill for kill in books.storm.kills if kill.slot}
    for row in books.rows:
        if row["id"] in books.complete or row["id"] in books.warm:
            continue
        unanswered += 1
        kill = kills.get(row["id"][12:24])
        late = kill and kill.time - books.end_of(row)
        if row["outcome"] not in ("done", "interrupted") or not kill or \
           (row["outcome"] == "done" and not -0.1 < late < SETTLED):
            wrong.append((row["id"], row["outcome"], row["user"], late))
    h.require(not wrong, len(wrong), "entries that nobody was answered for:", wrong[:5])
    most = len(books.load.ended("cut", "lost"))
    h.require(unanswered <= most, unanswered, "unanswered entries, but only", most, "calls failed")
    missing = [a.id for a in books.load.ended("cut") if a.id not in books.entries]
    h.require(not missing, "cut streams without an entry:", missing[:5])


def nothing_for_free(books):
    """Each request that the provider saw has an entry, and was sent once."""
    seen = collections.Counter()
    for line in books.hub.provider.lines():
        fields = {name.lower(): value for name, value in line.get("fields", {}).items()}
        if "x-request-id" in fields:
            seen[fields["x-request-id"]] += 1
    twice = [id_ for id_, times in seen.items() if times > 1]
    h.require(not twice, len(twice), "calls were sent to the provider twice:", twice[:5])
    free = set(seen) - set(books.entries)
    h.require(not free, len(free), "requests without an entry reached the provider:",
              list(free)[:5])


def use_up(what, one_more, most, status):
    """Makes calls until they are refused with that status."""
    for _ in range(most + 1):
        attempt = one_more()
        if attempt.end != "complete":
            h.equal(attempt.status, status, f"what comes after the last call of {what}")
            return
    raise h.Failed(f"{what} never ends")


def rows_by_user(hub):
    rows = collections.defaultdict(list)
    for row in hub.entries():
        rows[row["user"]].append(row)
    return rows


def money_is_spent_once(hub, load):
    """Money pays for exactly its calls: what the storm left can be spent, and not more."""
    for purse in load.purses.all:
        use_up("a purse", lambda: spend_one(hub, purse, False, "last"), PURSE, 402)
    rows = rows_by_user(hub)
    balances = {user["name"]: user["balance"] for user in hub.ask("user", "list")}
    for number, purse in enumerate(load.purses.all):
        charged = [row["cost"] for row in rows[purse["user"]] if row["cost"] != "0"]
        h.equal(dict(collections.Counter(charged)), {"1": PURSE}, f"costs in purse {number}")
        h.equal(balances[purse["user"]], "0", "balance")


def caps_hold(hub, load):
    """A key with a cap has exactly that many places, those of the killed included."""
    for cap in load.caps.all:
        use_up("a cap", lambda: attempt_call(hub, "cap", cap["model"], cap["key"], 10), CAP, 429)
    sent = collections.Counter()
    for line in hub.provider.lines():
        if found := re.search(r'"model": *"(cap\d+):', str(line.get("body"))):
            sent[found[1]] += 1
    rows = rows_by_user(hub)
    for number, cap in enumerate(load.caps.all):
        taken = [row for row in rows[cap["user"]] if row["outcome"] != "failed"]
        h.equal(len(taken), CAP, f"entries of key {number}")
        h.require(0 < sent[f"cap{number}"] <= CAP, "the provider saw", sent[f"cap{number}"],
                  "calls of key", number)


def minute_caps_hold(hub, load):
    rows = [row for row in rows_by_user(hub)[load.minute_key["user"]] if row["outcome"] != "failed"]
    counts = collections.Counter(row["time"][:16] for row in rows)
    h.require(rows and max(counts.values()) <= CAP_A_MINUTE, "calls by minute", dict(counts))


def served_at_once(load, hub_ms, shape):
    """Nobody waits for the hub: neither for a keeper nor after a failure."""
    if shape != "apache-fcgid":  # whose sleep is in both of these
        longest = max((a.late for a in load.attempts if a.head), default=0)
        h.require(longest <= LONG, "a call waited for", longest, "seconds")
        longest = max(load.recoveries, default=0)
        h.require(longest <= LONG, "it took", longest, "seconds from a failure to an answer")
    h.require(max(hub_ms) <= LONG * 1000, "a call waited in the hub for", max(hub_ms), "ms")


def own_time(hub, load):
    """Milliseconds of short calls within the hub, by its log, less the provider's part."""
    asked = {a.id: a for a in load.ended("complete") if a.kind != "stream"}
    times = []
    for line in hub.log().splitlines():
        found = re.search(r" (\d+) ms id=([0-9a-f]{32})", line)
        if found and found[2] in asked:
            a = asked[found[2]]
            times.append(int(found[1]) - 1000 * a.delay)
    return times


def ledger_is_clean(hub):
    proof = h.until(lambda: (found := hub.check_ledger())["open"] == 0 and found,
                    "all reservations are gone", 10)
    h.equal(proof["reserved"], "0", "reserved money")


def slots_of_the_dead_are_gone(hub):
    def left():
        held = {slot_of(pid, hub) for pid in responders(hub)}
        return [path.name for path in (hub.data / "slots").iterdir() if path.name not in held]
    h.until(lambda: not left(), "no slot is left of the dead", 10)


def calm(hub, load, calls):
    """Calls of four clients, all of which must go well."""
    def work(i):
        return [kind(f"calm{i}n{n}") for n in range(calls // 8)
                for kind in (load.short, load.stream)]
    attempts = [a for part in h.in_parallel(4, work) for a in part]
    wrong = [a for a in attempts if a.end != "complete"]
    h.require(not wrong, len(wrong), "of", len(attempts), "calls failed:",
              [(a.kind, a.end, a.note) for a in wrong[:3]])
    return attempts


def end_waits_for_settlement(hub):
    """While the keeper is silent, the end of a stream elsewhere is held back, but not for long."""
    streams = [hub.stream("test/test:events=20,gap=50") for _ in range(12)]
    keeper = keeper_of(hub)
    home = slot_of(keeper, hub)
    others = [call for call in streams if call.header("x-request-id")[12:24] != home]
    h.require(others, "all streams are in the keeper's process")
    send(keeper, signal.SIGSTOP)
    try:
        times = [arrived / 1e6 for arrived, event in others[0].events() if h.data_of(event)]
    finally:
        send(keeper, signal.SIGCONT)
    for call in streams:
        call.finish()
    waited = max(b - a for a, b in zip(times, times[1:]))
    h.require(1.5 < waited < 2.6, "the longest pause was", waited, "seconds")
    ids = {call.header("x-request-id") for call in streams}
    h.until(lambda: ids <= {row["id"] for row in hub.entries() if row["outcome"] == "done"},
            "all are in the ledger as done")


def all_is_normal(hub, load, storm):
    """The processes are all back; none is left over, none collects descriptors or threads."""
    procs = storm.procs
    calm(hub, load, 40)
    if storm.shape == "lighttpd":
        h.until(lambda: len(responders(hub)) == procs, f"{procs} processes")
    living = responders(hub)
    h.require(len(living) <= 2 * procs, len(living), "processes")
    orphans = [pid for pid in living if status_of(pid).get("PPid") == "1"]
    h.require(not orphans, "processes without a web server:", orphans)
    before = {pid: len(links(pid)) for pid in living}
    attempts = calm(hub, load, 80)
    for pid in responders(hub):
        fds, threads = len(links(pid)), int(status_of(pid)["Threads"])
        h.require(fds <= 100 and threads <= 60, "process", pid, "has", fds, "descriptors,",
                  threads, "threads:", sorted(links(pid))[-20:])
        h.require(fds <= before.get(pid, fds) + 12, "descriptors grow from", before.get(pid), "to",
                  fds)
    late = [a.late for a in attempts]
    if storm.shape == "lighttpd":
        h.require(statistics.median(late) < 0.05, "median wait", statistics.median(late))


def enough_keepers(storm):
    keepers = sum(kill.keeper for kill in storm.kills)
    h.equal(len(storm.kills), storm.wanted, "kills")
    h.require(3 * keepers >= len(storm.kills), "only", keepers, "keepers were killed")


# ---- figures --------------------------------------------------------------------------------


def spread(values, scale=1000):
    if not values:
        return "none"
    values = sorted(value * scale for value in values)
    return f"p50 {values[len(values) // 2]:.0f}, p99 {values[len(values) * 99 // 100]:.0f}, " \
           f"max {values[-1]:.0f} ms"


def print_figures(load, storm, hub_ms, entries, seconds):
    count = collections.Counter(attempt.end for attempt in load.attempts)
    streams = [attempt for attempt in load.ended("complete") if attempt.kind == "stream"]
    late = [attempt.late for attempt in load.attempts if attempt.head]
    keepers = sum(kill.keeper for kill in storm.kills)
    for line in (
            f"{storm.shape}: {len(storm.kills)} kills, {keepers} of keepers, in {seconds:.0f} s;"
            f" {storm.spared} times one was spared, too few being alive",
            f"calls: {', '.join(f'{count[end]} {end}' for end in sorted(count))};"
            f" {entries} entries",
            f"from a failure to the next answer ({len(load.recoveries)}):"
            f" {spread(load.recoveries)}",
            f"wait of a call, web server included: {spread(late)};"
            f" over 1 s: {sum(seconds > LONG for seconds in late)}",
            f"wait within the hub: {spread(hub_ms, 1)}",
            f"streams uninterrupted: {len(streams)}; longest pause beyond the provider's:"
            f" {spread([stream.gap for stream in streams])}",
            f"users with money for {PURSE} calls: {len(load.purses.all)}; keys with {CAP} requests:"
            f" {len(load.caps.all)}; audits meanwhile: {load.audits}"):
        print("# figure " + line, flush=True)


# ---- one server -----------------------------------------------------------------------------


def weather(hub, shape, kills):
    """Load and storm; gives what is judged afterwards."""
    load, storm = Load(hub), Storm(hub, shape, kills)
    if shape == "apache-fcgid":
        warm_up(hub, storm.procs)
    load.start()
    try:
        storm.run(load)
    finally:
        load.stop()
    return load, storm


def judge(tap, hub, load, storm, seconds):
    def show(function, *arguments):
        h.run_case(tap, f"{storm.shape}: {function.__name__}", function, arguments, 120, hub)

    show(ledger_is_clean, hub)
    books, hub_ms = Books(hub, load, storm), own_time(hub, load)
    books.warm = {row["id"] for row in books.rows if "delay=1500" in row["model"]}
    print_figures(load, storm, hub_ms, len(books.rows), seconds)
    show(enough_keepers, storm)
    show(no_fault, load)
    show(survivors_go_on, load, storm)
    show(failures_have_a_cause, load, storm)
    show(served_at_once, load, hub_ms, storm.shape)
    show(answered_once, books)
    show(nothing_else_done, books)
    show(nothing_for_free, books)
    show(caps_hold, hub, load)
    show(minute_caps_hold, hub, load)
    show(money_is_spent_once, hub, load)
    show(slots_of_the_dead_are_gone, hub)
    show(end_waits_for_settlement, hub)
    show(all_is_normal, hub, load, storm)
    show(ledger_is_clean, hub)


def test_server(tap, shape, kills):
    provider = h.Provider()
    try:
        hub = h.Hub(shape, provider, settings(provider), PROCS[shape])
        try:
            begun = time.monotonic()
            load, storm = weather(hub, shape, kills)
            judge(tap, hub, load, storm, time.monotonic() - begun)
        finally:
            h.run_case(tap, f"{shape}: stops and leaves nothing behind", hub.stop, (), 60)
    except h.Failed as why:
        tap.report(False, f"{shape}: the storm", str(why))
    finally:
        provider.stop()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--server", action="append", choices=sorted(PROCS))
    wanted = parser.parse_args()
    tap = h.Tap()
    shapes = os.environ.get("AIHUB_SHAPES", " ".join(sorted(PROCS))).split()
    for shape in wanted.server or sorted(PROCS.keys() & set(shapes)):
        test_server(tap, shape, wanted.kills)
    print(f"1..{tap.count}", flush=True)
    sys.exit(1 if tap.failures else 0)


if __name__ == "__main__":
    main()
