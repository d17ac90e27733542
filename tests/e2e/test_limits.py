#!/usr/bin/env python3
"""What plans and keys allow: limits in each API's words, models, groups, networks, ends; every change at once."""
import time

import harness as h

PATHS = {
    "/v1/chat/completions": {"model": "test/test", "messages": [{"role": "user", "content": "Hi"}]},
    "/v1/responses": {"model": "test/test", "input": "Hi"},
    "/v1/messages": {"model": "test/test", "max_tokens": 20, "messages": [{"role": "user", "content": "Hi"}]},
    "/v1beta/models/test%2Ftest:generateContent": {"contents": [{"role": "user", "parts": [{"text": "Hi"}]}]},
}


def settings(provider):
    row = h.Site.row(provider.url)
    return {
        "groups": {"vip": {"price": "0.5"}, "gift": {"price": "0"}},
        "providers": {"test": row, "inner": {**row, "groups": ["vip"]}},
        "models": {"rare": {"model": "test/test", "groups": ["vip", "gift"]}, "usual": "test/test"},
    }


def plan(hub, *limits):
    name = "p" + hub.new_user()
    hub.command("plan", "set", name, *(word for limit in limits for word in ("--limit", limit)))
    return name


def models_of(hub, key):
    return {row["id"] for row in hub.get("/v1/models", key=key).json["data"]}


@h.case()
def a_limit_in_each_dialect(hub):
    for path, body in PATHS.items():
        key = hub.new_key(hub.new_user("--plan", plan(hub, "requests/hour=2")))["key"]
        path = path.replace("%2F", hub.slash)
        statuses = [hub.call("POST", path, body, key=key) for _ in range(3)]
        h.equal([answer.status for answer in statuses], [200, 200, 429], path)
        last = statuses[-1]
        wait = int(last.header("retry-after"))
        h.require(0 < wait <= 3600, "Retry-After", wait)
        h.equal([answer.header("x-ratelimit-limit") for answer in statuses], ["2"] * 3, "the limit")
        h.equal([answer.header("x-ratelimit-remaining") for answer in statuses], ["1", "0", "0"], "what is left")
        h.require(abs(int(last.header("x-ratelimit-reset")) - time.time() - wait) < 5, "when it ends")
        error = last.json["error"]
        if "messages" in path:
            h.equal((last.json["type"], error["type"]), ("error", "rate_limit_error"), "Anthropic's words")
            h.equal(last.header("anthropic-ratelimit-requests-remaining"), "0", "Anthropic's header")
        elif "v1beta" in path:
            h.equal((error["code"], error["status"]), (429, "RESOURCE_EXHAUSTED"), "Google's words")
        else:
            h.equal((error["type"], error["retry_after"]), ("rate_limit_exceeded", wait), "OpenAI's words")
            h.equal(last.header("x-ratelimit-limit-requests"), "2", "OpenAI's header")
        h.require(error["message"].startswith("Rate limit exceeded"), error["message"])


@h.case("lighttpd")
def a_stream_counts_as_well(hub):
    key = hub.new_key(hub.new_user("--plan", plan(hub, "tokens/day=2000")))["key"]
    answer = h.expect(hub.chat("test/test:events=10", key=key, stream=True, max_tokens=20), 200)
    left = int(answer.header("x-ratelimit-remaining-tokens"))
    h.require(1900 < left < 2000, "held", left)
    h.expect_error(hub.chat("test/test", key=key, max_tokens=5000, text="word " * 2000), 429)


@h.case()
def plans_change_at_once(hub):
    name = plan(hub, "requests/day=1")
    key = hub.new_key(hub.new_user("--plan", name))["key"]
    h.expect(hub.chat("test/test", key=key), 200)
    h.expect_error(hub.chat("test/test", key=key), 429)
    hub.command("plan", "set", name, "--limit", "requests/day=3")
    answers = [hub.chat("test/test", key=key).status for _ in range(3)]
    h.equal(answers, [200, 200, 429], "two more")


@h.case()
def groups_models_and_prices(hub):
    user = hub.new_user("--credit", "1", "--groups", "default vip gift")
    plain, vip = hub.new_key(user, "--groups", "default")["key"], hub.new_key(user, "--groups", "vip")["key"]
    gift = hub.new_key(user, "--groups", "gift vip")["key"]
    h.expect_error(hub.chat("rare", key=plain), 403, "permission_error", "model_not_allowed", "model")
    h.expect_error(hub.chat("inner/test", key=plain), 403, "permission_error", "model_not_allowed", "model")
    h.require("rare" not in models_of(hub, plain) and "rare" in models_of(hub, vip), "lists")
    h.expect_error(hub.get("/v1/models/rare", key=plain), 404, code="model_not_found")
    h.expect(hub.get("/v1/models/rare", key=vip), 200)
    full = hub.entry(h.expect(hub.chat("usual", key=plain), 200).header("x-request-id"))
    half = hub.entry(h.expect(hub.chat("rare", key=vip), 200).header("x-request-id"))
    none = hub.entry(h.expect(hub.chat("rare", key=gift), 200).header("x-request-id"))
    h.equal(float(half["cost"]) * 2, float(full["cost"]), "half of the price")
    h.equal(float(none["cost"]), 0.0, "nothing")
    h.equal([row["group"] for row in (full, half, none)], ["default", "vip", "gift"], "groups of the entries")
    h.require(float(hub.ask("user", "show", user)[0]["spent"]) > 0, "spent")


@h.case()
def keys_for_some_models(hub):
    key = hub.new_key(None, "--models", "usual test/test:ev*")["key"]
    h.expect(hub.chat("usual", key=key), 200)
    h.expect(hub.chat("test/test:events=2", key=key), 200)
    h.expect_error(hub.chat("test/other", key=key), 403, code="model_not_allowed", param="model")
    h.equal(models_of(hub, key), {"usual"}, "what the list shows")


@h.case()
def keys_for_some_networks(hub):
    near, far = hub.new_key(None, "--networks", "127.0.0.0/8 ::1")["key"], \
        hub.new_key(None, "--networks", "192.0.2.0/24")["key"]
    h.expect(hub.chat("test/test", key=near), 200)
    h.expect_error(hub.chat("test/test", key=far), 403, "permission_error", "network_not_allowed")
    h.expect_error(hub.get("/v1/models", key=far), 403, "permission_error", "network_not_allowed")


@h.case()
def keys_end(hub):
    soon = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 2))
    key = hub.new_key(None, "--expires", soon)["key"]
    h.until(lambda: hub.get("/v1/models", key=key).status == 401, "the key has expired")
    h.expect_error(hub.chat("test/test", key=key), 401, "authentication_error", "key_expired")
    row = hub.new_key(None)
    h.expect(hub.chat("test/test", key=row["key"]), 200)
    hub.command("key", "disable", str(row["id"]))
    h.expect_error(hub.chat("test/test", key=row["key"]), 401, code="key_disabled")
    hub.command("key", "enable", str(row["id"]))
    fresh = hub.ask("key", "rotate", str(row["id"]), "--grace", "3600")[0]["key"]
    h.expect(hub.chat("test/test", key=row["key"]), 200)
    h.expect(hub.chat("test/test", key=fresh), 200)
    last = hub.ask("key", "rotate", str(row["id"]))[0]["key"]
    h.expect_error(hub.chat("test/test", key=fresh), 401, code="invalid_api_key")
    h.expect(hub.chat("test/test", key=last), 200)


@h.case()
def a_key_has_a_purse(hub):
    user = hub.new_user("--credit", "5")
    key = hub.new_key(user, "--credit", "0.0001")["key"]
    statuses = {hub.chat("test/test:events=20", key=key, max_tokens=20).status for _ in range(6)}
    h.equal(statuses, {200, 402}, "until it is empty")
    h.expect_error(hub.chat("test/test", key=key, max_tokens=200), 402, "insufficient_quota", "insufficient_credit")
    h.expect(hub.chat("test/test", key=hub.new_key(user)["key"]), 200)


@h.case("lighttpd")
def calls_at_once(hub):
    key = hub.new_key(None, "--limit", "calls=1")["key"]
    call = hub.stream("test/test:events=200,gap=50", key=key)
    next(call.events())
    h.expect_error(hub.chat("test/test", key=key), 429, "rate_limit_exceeded")
    call.reset()
    h.until(lambda: hub.chat("test/test", key=key).status == 200, "the place is free again")


h.run(settings)
