#!/usr/bin/env python3
"""A hundred thousand calls, good and bad, while workers and keepers are killed: then all sums agree."""
import concurrent.futures
import os
import random
import signal
import threading
import time

import harness as h
from processes import keeper_of, responders, send

CALLS = int(os.environ.get("AIHUB_MIXED_CALLS", "100000"))
CALLERS = 32
MODELS = ("test/test:events=3",) * 6 + ("test/test:status=500", "test/test:cut=1,events=3", "test/test:garbage",
                                        "test/test:nousage,events=3", "test/test:refuse", "test/test:cached=4")


def keys_of(hub):
    """Of users with and without money, plans, rules and groups."""
    hub.command("plan", "set", "mixed", "--limit", "requests/minute=2000", "--limit", "tokens/hour=2000000",
                "--limit", "test/*:requests/minute=1500", "--limit", "calls=24")
    rich, poor, vip = hub.new_user("--credit", "1000", "--plan", "mixed"), hub.new_user("--credit", "0.01"), \
        hub.new_user("--groups", "vip default")
    return [hub.new_key(user, *options)["key"] for user, options in (
        (rich, ()), (rich, ("--limit", "requests/minute=700")), (poor, ()), (vip, ("--groups", "vip")),
        (vip, ("--credit", "0.05")), (None, ("--limit", "calls=3")))]


@h.case("lighttpd", own=True, limit=1800)
def all_sums_agree(shape, provider):
    config = {"threads": 64, "groups": {"vip": {"price": "0.5"}},
              "providers": {"test": {**h.Site.row(provider.url)}}}
    with h.Hub(shape, provider, config, procs=6) as hub:
        keys, stop, kills, seen = keys_of(hub), threading.Event(), [], {}

        def call(number):
            key, model = random.choice(keys), random.choice(MODELS)
            try:
                if number % 20 == 0:
                    stream = hub.stream("test/test:events=50,gap=5", key=key, timeout=20)
                    next(stream.events(), None)
                    stream.reset()
                    return "left"
                return hub.chat(model, key=key, stream=number % 3 == 0, timeout=20).status
            except OSError:
                return "cut"

        def kill():
            while not stop.wait(random.uniform(0.3, 0.8)):
                victim = keeper_of(hub) if len(kills) % 2 else random.choice(responders(hub) or [0])
                if victim and len(responders(hub)) > 2 and send(victim, signal.SIGKILL):
                    kills.append(victim)
        killer = threading.Thread(target=kill)
        killer.start()
        begun = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(CALLERS) as pool:
            for end in pool.map(call, range(CALLS)):
                seen[end] = seen.get(end, 0) + 1
        stop.set()
        killer.join()
        h.until(lambda: hub.check_ledger()["open"] == 0, "nothing is left open", 30)
        proof = hub.check_ledger()
        print(f"#   {CALLS} calls in {time.monotonic() - begun:.0f} s, {len(kills)} kills, ends {seen}, "
              f"{proof['entries']} entries")
        h.require(len(kills) > 5 and seen.get(200, 0) > CALLS / 4 and proof["entries"] > CALLS / 3,
                  len(kills), seen, proof)


h.run()
