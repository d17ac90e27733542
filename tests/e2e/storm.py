"""kill -9 over the hub's processes, the keeper of the ledger among them."""
import contextlib
import random
import signal
import time

import harness as h
from processes import keeper_of, responders, send, slot_of

PAUSE = (0.1, 0.3)     # seconds between two kills
HELD = 0.04            # for which the keeper is stopped in some kills of others
SPARED = 2             # processes that a kill leaves at least
PROCS = {"lighttpd": 4, "apache-fcgid": 60}
ROUND = {"lighttpd": 10**9, "apache-fcgid": 35}  # kills after which there is a rest for new ones


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


def kill_one(hub, busy, kills, spared=()):
    """Kills a process that is not spared. None if too few live."""
    keeper = keeper_of(hub)
    living = [pid for pid in responders(hub) if pid not in spared]
    if len(living) <= SPARED:
        return None
    pid = choose(living, keeper, busy, kills)
    if pid == keeper:
        return kill_keeper(hub, pid, spared)
    if keeper not in living or random.random() < 0.5:
        return kill_stopped(hub, pid)
    with stopped([keeper]):  # it hears some of the victim's last words after the death
        time.sleep(HELD)
        return kill_stopped(hub, pid)


def kill_keeper(hub, pid, spared):
    """Who is spared does not become the next one: keepers are killed more often than not."""
    with stopped(spared):
        kill = kill_stopped(hub, pid)
        if spared:
            h.until(lambda: keeper_of(hub) not in (None, pid), "there is another keeper")
        return kill


@contextlib.contextmanager
def stopped(pids):
    """Processes that do nothing meanwhile."""
    held = [pid for pid in pids if send(pid, signal.SIGSTOP)]
    try:
        yield
    finally:
        for pid in held:
            send(pid, signal.SIGCONT)


def kill_stopped(hub, pid):
    """Stops a process first, so that what is seen of it is what dies."""
    if not send(pid, signal.SIGSTOP):
        return None
    kill = Kill(pid, slot_of(pid, hub), keeper_of(hub) == pid)
    send(pid, signal.SIGKILL)
    return kill


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
