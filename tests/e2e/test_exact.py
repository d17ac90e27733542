#!/usr/bin/env python3
"""What is limited is limited exactly, over many processes, within a window of a clock that stands still; and
never exceeded while workers and keepers are killed."""
import collections
import concurrent.futures
import decimal
import random
import signal
import threading
import time

import harness as h
from clock import ClockedHub
from processes import keeper_of, responders, send

PROCS = 16
CALLERS = 16 * PROCS
MOST = 100      # calls that pass in each run
CALLS = 3 * MOST
RUNS = 20
OUTPUT = 20     # tokens of each answer, as many as are allowed
TEXT = "Exactly as many as there are"
SHAPES = ("lighttpd", "apache-fcgid")
PRICE = {"input": "1", "output": "2", "cache_read": "1", "cache_write": "1"}


def config(provider):
    row = {**h.Site.row(provider.url), "price": PRICE}
    return {"threads": 2 * CALLERS, "providers": {"test": row}}


def open_hub(shape, provider):
    return ClockedHub(shape, provider, config(provider), PROCS)


def prompt_of(hub):
    """What the hub takes the prompt for: the tokens of the entry where the provider tells none."""
    answer = h.expect(hub.chat(f"test/test:nousage,events={OUTPUT}", text=TEXT, max_tokens=OUTPUT), 200)
    return hub.entry(answer.header("x-request-id"))["prompt"]


def model_of(prompt):
    """One whose calls use what was reserved for them, to the token."""
    return f"test/test:events={OUTPUT},prompt={prompt}"


def limit_of(kind, tokens, most):
    """What so many calls take: requests, tokens, dollars."""
    dollars = decimal.Decimal(tokens + OUTPUT) / 10 ** 6
    return most * {"requests": 1, "tokens": tokens, "balance": dollars}[kind]


def make_key(hub, kind, tokens, most):
    """A key that lets so many calls pass, limited in one of three ways."""
    limit = limit_of(kind, tokens, most)
    if kind == "balance":
        return hub.new_key(hub.new_user("--credit", f"{limit:f}"))
    return hub.new_key(None, "--limit", f"{kind}/minute={limit}")


def storm(hub, model, key, calls, late=None):
    """All callers at once until all calls are made; what became of each. Where nobody decided (503) a caller
    asks again; `late` is then set, for what that held is given back only after a while."""
    def one(_):
        deadline = time.monotonic() + 60
        status = 503
        while status == 503 and time.monotonic() < deadline:
            try:
                answer = hub.chat(model, text=TEXT, key=key, max_tokens=OUTPUT, timeout=20)
                status = answer.status if answer.complete else 0
            except OSError:
                status = 0  # a process was killed in the call
            if status == 503 and late:
                late.set()
        return status
    with concurrent.futures.ThreadPoolExecutor(CALLERS) as pool:
        return list(pool.map(one, range(calls)))


def counted(hub, key):
    """The entries of a key that took a place."""
    return [row for row in hub.entries() if row["key"] == key["id"] and row["outcome"] != "failed"]


def taken(kind, rows):
    """What entries took of what was limited."""
    if kind == "requests":
        return len(rows)
    if kind == "tokens":
        return sum(row["prompt"] + row["output"] for row in rows)
    return sum(decimal.Decimal(row["cost"]) for row in rows)


def exactly(hub, kind, refusal):
    tokens = prompt_of(hub) + OUTPUT
    model = model_of(tokens - OUTPUT)
    for run in range(RUNS):
        hub.set_clock(f"2027-03-01 13:{run:02}:30")
        key = make_key(hub, kind, tokens, MOST)
        late = threading.Event()
        ends = storm(hub, model, key["key"], CALLS, late)
        if late.is_set():
            h.until(lambda: hub.check_ledger()["open"] == 0, "nothing is held any more")
            ends += storm(hub, model, key["key"], CALLERS)
        times = collections.Counter(row["time"] for row in counted(hub, key))
        h.equal({status: ends.count(status) for status in set(ends)},
                {200: MOST, refusal: len(ends) - MOST}, f"answers of run {run}, {kind}, entries {times}")
        h.until(lambda: len(counted(hub, key)) == MOST, "each is in the ledger")


def killed(hub, kind):
    """Kills while the callers call, until enough of both have been."""
    tokens = prompt_of(hub) + OUTPUT
    key = make_key(hub, kind, tokens, 5 * MOST)
    stop, kills, over = threading.Event(), [0, 0], time.monotonic() + 20

    def kill():
        while not stop.wait(random.uniform(0.05, 0.2)) and time.monotonic() < over:
            living, keeper = responders(hub), keeper_of(hub)
            victim = keeper if sum(kills) % 2 and keeper in living else random.choice(living or [0])
            if len(living) > 2 and send(victim, signal.SIGKILL):
                kills[victim == keeper] += 1
    killer = threading.Thread(target=kill)
    killer.start()
    passed, model = 0, model_of(tokens - OUTPUT)
    while time.monotonic() < over and min(kills) < 5:
        passed += storm(hub, model, key["key"], 2 * MOST).count(200)
    stop.set()
    killer.join()
    passed += storm(hub, model, key["key"], 8 * MOST).count(200)
    h.until(lambda: hub.check_ledger()["open"] == 0, "nothing is left open")
    rows, most = counted(hub, key), limit_of(kind, tokens, 5 * MOST)
    print(f"#   {kind}: {kills[0]} workers and {kills[1]} keepers killed, {len(rows)} calls took "
          f"{taken(kind, rows)} of {most}")
    h.require(min(kills) > 0, "kills", kills)
    h.require(taken(kind, rows) <= most, kind, taken(kind, rows), "of", most)
    done = sum(row["outcome"] == "done" for row in rows)
    h.require(passed <= done <= 5 * MOST, "answers, entries that are done:", passed, done)


@h.case(*SHAPES, own=True, limit=900)
def as_many_as_allowed(shape, provider):
    with open_hub(shape, provider) as hub:
        for kind, refusal in (("requests", 429), ("tokens", 429), ("balance", 402)):
            exactly(hub, kind, refusal)
        h.require(len(responders(hub)) >= PROCS, "processes that served:", len(responders(hub)))
        hub.check_ledger()


@h.case(*SHAPES, own=True, limit=300)
def never_more_while_processes_are_killed(shape, provider):
    with open_hub(shape, provider) as hub:
        hub.set_clock("2027-03-02 12:00:10")
        for kind in ("requests", "tokens", "balance"):
            killed(hub, kind)
        hub.check_ledger()


@h.case(*SHAPES, own=True, limit=300)
def over_windows_and_a_change(shape, provider):
    """The clock goes on, processes are killed, and the limit is lowered meanwhile."""
    with open_hub(shape, provider) as hub:
        key, minute, kills = hub.new_key(None, "--limit", "requests/minute=50"), 0, 0
        model = "test/test:events=1"
        for minute in range(10):
            if minute == 5:
                hub.command("key", "set", str(key["id"]), "--limit", "requests/minute=20")
            hub.set_clock(f"2027-03-04 12:{minute:02}:30")
            calls = threading.Thread(target=storm, args=(hub, model, key["key"], 150))
            calls.start()
            while calls.is_alive():
                victim = keeper_of(hub) if minute % 2 else random.choice(responders(hub) or [0])
                kills += bool(victim) and len(responders(hub)) > 2 and send(victim, signal.SIGKILL)
                time.sleep(0.3)
            calls.join()
        h.until(lambda: hub.check_ledger()["open"] == 0, "nothing is left open")
        minutes = collections.Counter(row["time"][:16] for row in counted(hub, key))
        print(f"#   {kills} processes killed, calls by minute: {sorted(minutes.values())}")
        h.require(kills > 0, "kills", kills)
        for minute, count in minutes.items():
            h.require(count <= (50 if minute < "2027-03-04T12:05" else 20), minute, count)


@h.case(*SHAPES, own=True)
def a_window_ends_when_it_said(shape, provider):
    with open_hub(shape, provider) as hub:
        hub.set_clock("2027-03-03 12:00:42")
        key = make_key(hub, "requests", 1, 2)["key"]
        answers = [hub.chat("test/test", key=key) for _ in range(3)]
        h.equal([answer.status for answer in answers], [200, 200, 429], "the first minute")
        h.equal([answer.header("x-ratelimit-remaining") for answer in answers], ["1", "0", "0"], "what is left")
        h.equal(answers[0].header("x-ratelimit-reset"), "1804075260", "the minute's end")
        h.equal(answers[2].header("retry-after"), "18", "how long to wait")
        h.equal(answers[2].json["error"]["retry_after"], 18, "in the body, too")
        hub.set_clock("2027-03-03 12:00:59")
        h.expect_error(hub.chat("test/test", key=key), 429, "rate_limit_exceeded")
        hub.set_clock("2027-03-03 12:01:00")
        h.expect(hub.chat("test/test", key=key), 200)


h.run()
