"""What must hold after a storm: each call is in the ledger once, and money and places were given out once."""
import collections
import re
import time

import harness as h
from load import CAP, CAP_A_MINUTE, PURSE, attempt_call, spend_one
from processes import responders, slot_of

SETTLED = 2.5          # seconds for which a process may be about to settle before it is killed


class Books:
    """The ledger after a storm, beside what the clients and the provider saw."""

    def __init__(self, hub, load, storm):
        self.load, self.storm, self.hub = load, storm, hub
        self.rows = hub.ask("entry", "list", "--limit", "10000000")
        self.entries = {row["id"]: row for row in self.rows}
        self.complete = {attempt.id for attempt in load.ended("complete")}
        self.wall = time.time() - time.monotonic()
        self.warm = set()   # calls that were made to start processes
        self.aside = ()     # what the models of calls begin with that are judged elsewhere

    def end_of(self, row):
        """When a call ended, on the monotonic clock."""
        return int(row["id"][:12], 16) / 1000 + row["ms"] / 1000 - self.wall


def cut_by_kills_only(load, storm):
    """Whatever was cut was cut because its process was killed while it ran."""
    wrong = [a for a in load.ended("cut")
             if not a.id or not storm.killed_within(a.slot, a.begun, a.ended + 0.5)]
    h.require(not wrong, len(wrong), "calls were cut though their process was not killed:",
              [(a.kind, a.id, a.note) for a in wrong[:5]])


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
        if row["id"] in books.complete or row["id"] in books.warm or \
           row["model"].startswith(books.aside):
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
    """Each request that the provider saw has an entry, and was sent once; save those whose kept connection the
    provider closed instead of an answer."""
    seen = collections.Counter()
    for line in books.hub.provider.lines():
        fields = {name.lower(): value for name, value in line.get("fields", {}).items()}
        if "x-request-id" in fields:
            seen[fields["x-request-id"]] += 1
    twice = [id_ for id_, times in seen.items() if times > 1 and
             not books.entries.get(id_, {}).get("model", "").startswith(books.aside)]
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


def ledger_is_clean(hub):
    proof = h.until(lambda: (found := hub.check_ledger())["open"] == 0 and found,
                    "all reservations are gone", 10)
    h.equal(proof["reserved"], "0", "reserved money")


def slots_of_the_dead_are_gone(hub):
    def left():
        held = {slot_of(pid, hub) for pid in responders(hub)}
        return [path.name for path in (hub.data / "slots").iterdir() if path.name not in held]
    h.until(lambda: not left(), "no slot is left of the dead", 10)
