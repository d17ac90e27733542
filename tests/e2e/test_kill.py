#!/usr/bin/env python3
"""A storm of kill -9 over the hub's processes, the keeper of the ledger among them, under load:
who is not killed goes on, who comes next is served at once, and the books balance to the last call.

    test_kill.py [--kills N] [--server lighttpd|apache-fcgid]...

The web server's own pauses are told apart from the hub's: mod_fcgid sleeps a whole second when it
finds no idle process, lighttpd answers 503 while none of its processes lives.
"""
import argparse
import collections
import os
import re
import signal
import statistics
import sys
import time

import books as b
import harness as h
from load import CAP, PURSE, Load, settings
from processes import keeper_of, links, responders, send, slot_of, status_of
from storm import PROCS, Storm, warm_up

LONG = 1.0             # seconds that nobody may have to wait for the hub


# ---- what must hold -------------------------------------------------------------------------


def no_fault(load):
    """The hub itself never refused or garbled a call, and the command worked during the storm."""
    faults = [f"{a.kind}: {a.status} {a.note}" for a in load.ended("fault")] + load.broken
    h.require(not faults, len(faults), "faults:", "; ".join(sorted(set(faults))[:5]))


def survivors_go_on(load, storm):
    """Nor does anybody pause."""
    b.cut_by_kills_only(load, storm)
    slow = [a for a in load.ended("complete") if a.gap > LONG]
    h.require(not slow, len(slow), "streams paused, up to", max((a.gap for a in slow), default=0))


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

    show(b.ledger_is_clean, hub)
    books, hub_ms = b.Books(hub, load, storm), own_time(hub, load)
    books.warm = {row["id"] for row in books.rows if "delay=1500" in row["model"]}
    print_figures(load, storm, hub_ms, len(books.rows), seconds)
    show(enough_keepers, storm)
    show(no_fault, load)
    show(survivors_go_on, load, storm)
    show(b.failures_have_a_cause, load, storm)
    show(served_at_once, load, hub_ms, storm.shape)
    show(b.answered_once, books)
    show(b.nothing_else_done, books)
    show(b.nothing_for_free, books)
    show(b.caps_hold, hub, load)
    show(b.minute_caps_hold, hub, load)
    show(b.money_is_spent_once, hub, load)
    show(b.slots_of_the_dead_are_gone, hub)
    show(end_waits_for_settlement, hub)
    show(all_is_normal, hub, load, storm)
    show(b.ledger_is_clean, hub)


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
