#!/usr/bin/env python3
"""Money and request caps are exact, whatever the number of processes."""
import json
import time

import harness as h

# The provider's prompt of this text has 6 + 3 tokens; at 1 and 2 dollars a million.
TEXT = "x" * 24
PROMPT = 9


def settings(provider):
    return {
        "default_max_output": 4096,
        "providers": {"test": h.Site.row(provider.url)},
        "models": {
            "dear": {"model": "test/test:events=10",
                     "price": {"input": "100000", "output": "200000"}},
            "cached": {"model": "test/test:cached=4,events=1",
                       "price": {"input": "10", "output": "20", "cache_read": "2.5"}},
            "odd": {"model": "test/test:events=1",
                    "price": {"input": "0.000333333", "output": "0"}},
            "gift": {"model": "test/test", "free": True},
            "long": {"model": "test/test:events=3000"},
            "vague": {"model": "test/test:events=6000", "price": {"input": "1", "output": "2"}},
            "roomy": {"model": "test/test:events=6000", "context": 20000,
                      "price": {"input": "1", "output": "2"}},
        },
    }


def dollars(text):
    """Decimal text as nano-dollars."""
    sign, text = (-1, text[1:]) if text.startswith("-") else (1, text)
    whole, _, fraction = text.partition(".")
    return sign * (int(whole) * 10 ** 9 + int(fraction.ljust(9, "0") or 0))


def account(hub, user):
    row = hub.ask("user", "show", user)[0]
    return {name: dollars(row[name]) for name in ("balance", "credited", "spent", "reserved")
            if row[name] is not None}


def settled(hub, user, calls):
    """The account when so many calls are in the ledger and none runs."""
    def look():
        row = hub.ask("user", "show", user)[0]
        return row["entries"] == calls and dollars(row["reserved"]) == 0
    h.until(look, f"{calls} entries and nothing reserved")
    return account(hub, user)


@h.case()
def a_call_costs_what_it_costs(hub):
    for model, wanted in (("test/test", (PROMPT + 20) * 1000),
                          ("dear", (PROMPT + 20) * 10 ** 8),
                          ("cached", 5 * 10000 + 4 * 2500 + 20000),
                          ("odd", 3),  # 9 * 0.333333 = 2.999997, rounded half up
                          ("gift", 0)):
        for members in ({}, {"stream": True}):
            answer = h.expect(hub.chat(model, text=TEXT, max_tokens=20, **members), 200)
            entry = hub.entry(answer.header("x-request-id"))
            h.equal(dollars(entry["cost"]), wanted, f"cost of {model}")


@h.case()
def balance(hub):
    user = hub.new_user("--credit", "5")
    key = hub.new_key(user)["key"]
    h.equal(account(hub, user), {"balance": 5 * 10 ** 9, "credited": 5 * 10 ** 9, "spent": 0,
                                 "reserved": 0}, "at first")
    h.expect(hub.chat("dear", text=TEXT, max_tokens=10, key=key), 200)
    h.equal(settled(hub, user, 1)["balance"], 5 * 10 ** 9 - 29 * 10 ** 8, "after a call")
    # What is left, 2.1 dollars, pays for no 256 tokens of output.
    answer = hub.chat("dear", text=TEXT, key=key)
    h.expect_error(answer, 402, "insufficient_quota", "insufficient_credit")
    answer = hub.chat("dear", text=TEXT, stream=True, key=key)
    h.expect_error(answer, 402, "insufficient_quota", "insufficient_credit")
    h.equal(settled(hub, user, 1)["spent"], 29 * 10 ** 8, "a refused call")
    hub.command("credit", "add", user, "3")
    h.expect(hub.chat("dear", text=TEXT, max_tokens=10, key=key), 200)
    h.equal(settled(hub, user, 2)["balance"], 22 * 10 ** 8, "after another")
    hub.command("credit", "add", user, "-2.2")
    h.expect_error(hub.chat("test/test", key=key), 402, code="insufficient_credit")
    h.expect(hub.chat("gift", key=key), 200)
    h.expect(hub.get("/v1/models", key=key), 200)


@h.case()
def running_calls_hold_their_money(hub):
    user = hub.new_user("--credit", "0.01")
    key = hub.new_key(user)["key"]
    call = hub.stream("test/test:events=30,gap=50", text=TEXT, key=key, max_tokens=400)
    h.equal(call.status, 200, "status")
    events = call.events()
    next(events)
    held = account(hub, user)["reserved"]
    h.require(400 * 2000 < held <= 400 * 2000 + 100000, "held", held)
    for _ in events:
        pass
    h.equal(settled(hub, user, 1)["spent"], (PROMPT + 60) * 1000, "spent")


@h.case()
def failed_calls_cost_nothing(hub):
    user = hub.new_user("--credit", "1")
    key = hub.new_key(user, "--requests", "3")["key"]
    for how in ("status=500", "refuse", "garbage", "status=429"):
        h.require(hub.chat("test/test:" + how, key=key).status >= 429, how)
    h.equal(settled(hub, user, 4)["spent"], 0, "spent")
    for _ in range(3):
        h.expect(hub.chat("test/test", key=key), 200)
    h.expect_error(hub.chat("test/test", key=key), 429)


@h.case()
def shorter_output_for_less_money(hub):
    user = hub.new_user("--credit", "0.004")
    key = hub.new_key(user)["key"]
    answer = h.expect(hub.chat("long", text=TEXT, key=key), 200)
    limit = int(answer.header("x-aihub-max-output"))
    # Half of the balance, less the prompt, which the hub can only guess.
    h.require(950 <= limit <= 1000, "x-aihub-max-output", limit)
    h.equal(answer.json["usage"]["completion_tokens"], limit, "completion tokens")
    h.equal(answer.json["choices"][0]["finish_reason"], "length", "finish reason")
    body = json.loads(hub.provider.seen(answer.header("x-request-id"))["body"])
    h.equal(body["max_tokens"], limit, "max_tokens at the provider")
    left = settled(hub, user, 1)["balance"]
    h.equal(left, 4 * 10 ** 6 - (PROMPT + 2 * limit) * 1000, "balance")
    stream = h.expect(hub.chat("long", text=TEXT, key=key, stream=True,
                               max_completion_tokens=3000), 200)
    second = int(stream.header("x-aihub-max-output"))
    h.require(second < limit, "the second time", second)
    body = json.loads(hub.provider.seen(stream.header("x-request-id"))["body"])
    h.equal((body.get("max_tokens"), body["max_completion_tokens"]), (None, second), "limits")
    h.require(settled(hub, user, 2)["balance"] >= 0, "balance")
    enough = hub.chat("test/test", text=TEXT, key=key, max_tokens=20)
    h.equal((enough.status, enough.header("x-aihub-max-output")), (200, None), "an affordable one")


def told_limit(hub, answer):
    return json.loads(hub.provider.seen(answer.header("x-request-id"))["body"]).get("max_tokens")


@h.case()
def answers_of_no_known_length(hub):
    """Who pays from a balance pays no more than was held, even if nobody says how long an answer may be."""
    free, paid = hub.new_key()["key"], hub.new_key(hub.new_user("--credit", "1"))["key"]
    poor = hub.new_user("--credit", "0.03")
    poor_key = hub.new_key(poor)["key"]
    for model, key, limit in (("vague", free, None), ("vague", paid, 4096), ("roomy", free, None),
                              ("roomy", paid, None), ("roomy", poor_key, 4096)):
        answer = h.expect(hub.chat(model, text=TEXT, key=key), 200, model)
        h.equal(told_limit(hub, answer), limit, f"told of {model}")
        h.equal(answer.header("x-aihub-max-output"), limit and str(limit), model)
        h.equal(answer.json["usage"]["completion_tokens"], limit or 6000, model)
    h.require(settled(hub, poor, 1)["balance"] >= 0, "balance")


@h.case()
def cap_of_a_key(hub):
    key = hub.new_key(None, "--requests", "2")["key"]
    for _ in range(2):
        h.expect(hub.chat("test/test", key=key), 200)
    answer = hub.chat("test/test", key=key)
    h.expect_error(answer, 429, "rate_limit_exceeded", "rate_limit_exceeded")
    h.equal(answer.header("retry-after"), None, "Retry-After of a cap for ever")
    h.expect(hub.get("/v1/models", key=key), 200)


@h.case()
def cap_in_a_period(hub):
    key = hub.new_key(None, "--requests", "2/hour")["key"]
    if time.time() % 3600 > 3590:
        h.until(lambda: time.time() % 3600 < 3590, "the next hour")
    for _ in range(2):
        h.expect(hub.chat("test/test", key=key), 200)
    answer = hub.chat("test/test", key=key)
    error = h.expect_error(answer, 429, "rate_limit_exceeded", "rate_limit_exceeded")
    wait = int(answer.header("retry-after"))
    left = 3600 - time.time() % 3600
    h.require(abs(wait - left) <= 2 and error["retry_after"] == wait, "Retry-After", wait, left)


@h.case(limit=150)
def exactly_n_of_more(hub):
    """So many calls pass as the cap says, however many come at once."""
    cap, calls = 25, 40
    user = hub.new_user()
    row = hub.new_key(user, "--requests", str(cap))
    answers = h.in_parallel(calls, lambda i: hub.chat("test/test:events=3,delay=30", timeout=60,
                                                      key=row["key"], stream=bool(i % 2)))
    statuses = sorted(answer.status for answer in answers)
    h.equal(statuses, [200] * cap + [429] * (calls - cap), "statuses")
    settled(hub, user, cap)
    h.equal(hub.ask("key", "show", str(row["id"]))[0]["requests"], cap, "requests")


@h.case(limit=150)
def exactly_the_money(hub):
    """Reservations of calls that run at once never add up to more than there is."""
    calls, each = 30, (PROMPT + 20) * 1000
    user = hub.new_user("--credit", "0.02")
    key = hub.new_key(user)["key"]
    answers = h.in_parallel(calls, lambda i: hub.chat("test/test:events=10,delay=300", text=TEXT,
                                                      timeout=60, key=key, max_tokens=1000))
    good = [answer for answer in answers if answer.status == 200]
    for answer in answers:
        if answer.status != 200:
            h.expect_error(answer, 402, code="insufficient_credit")
    h.require(1 <= len(good), "none passed")
    told = settled(hub, user, len(good))
    h.equal(told["spent"], each * len(good), "spent")
    h.equal(told["balance"], 20 * 10 ** 6 - told["spent"], "balance")


@h.case("lighttpd", own=True, limit=150)
def several_processes(shape, provider):
    with h.Hub(shape, provider, settings(provider), procs=4) as hub:
        exactly_n_of_more(hub)
        exactly_the_money(hub)
        hub.check_ledger()
        pids = {line.split("[")[1].split("]")[0] for line in hub.log().splitlines()
                if "POST" in line}
        h.require(len(pids) > 1, "only one process served")


h.run(settings)
