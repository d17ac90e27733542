#!/usr/bin/env python3
"""The status of the hub and of its providers, as it is told to strangers, to keys, and in each surface's words: from
what was seen of calls, without asking anybody."""
import json
import re

import harness as h
from document import Document

TIME = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
OWN = ["available", "configuration", "ledger", "region", "service", "status", "time", "version"]
PATHS = ["/status", "/api/status", "/api/v1/status", "/api/v2/status", "/aigne/status", "/aigne/api/status",
         "/aigne/api/v1/status", "/aigne/api/v2/status"]
AIGNES = ("/aigne/", "/api/v2/")  # have errors as AIGNE Hub has them


def config(provider):
    row = h.Site.row(provider.url)
    return {
        "region": "test-1",
        "groups": {"vip": {"price": "1"}},
        "providers": {"test": row, "inner": {**row, "groups": ["vip"]},
                      "openai": {"key": "file:provider.key", "base_url": provider.url},
                      "dear": {**{k: v for k, v in row.items() if k != "price"}},
                      "gone": {**h.Site.row(f"http://127.0.0.1:{h.free_port()}/v1")}},
        "models": {"usual": "test/named", "rare": {"model": "test/secret", "groups": ["vip"]}},
    }


def as_said(hub, answer, method, path):
    """The answer, which is as /openapi.json says."""
    if not hasattr(hub, "document"):
        hub.document = Document(hub)
    return hub.document.check(answer, method, path)


def status(hub, path="/status", **more):
    answer = as_said(hub, h.expect(hub.get(path, **more), 200), "GET", path)
    h.equal(answer.header("content-type"), "application/json", "content type")
    h.equal(answer.header("cache-control"), "no-store", "whether it is stored")
    return answer.json


def provider(hub, name, **more):
    rows = [row for row in status(hub, **more)["providers"] if row["name"] == name]
    return rows[0] if rows else None


def model(hub, name, at="test", **more):
    row = provider(hub, at, **more)
    found = [one for one in row["models"] if one["model"] == name] if row else []
    return found[0] if found else None


def asked(hub, function):
    """What a function returns, of which the provider must see nothing."""
    hub.provider.reset_stats()
    result = function()
    h.equal(hub.provider.stats()["requests"], 0, "calls that the question made")
    return result


def fresh(options=""):
    """The name of a model that no case used before."""
    fresh.count = getattr(fresh, "count", 0) + 1
    return f"seen{fresh.count}" + (":" + options if options else "")


# ---- strangers -----------------------------------------------------------------------------------


@h.case(name="GET /status: a stranger learns of the hub, and nothing of its providers")
def strangers(hub):
    h.expect(hub.chat("test/" + fresh("words")[:5]), 200)
    for path in PATHS:
        body = asked(hub, lambda: status(hub, path, key=None))
        h.equal([name for name in OWN if name not in body], [], f"members that lack at {path}")
        h.equal((body["available"], body["service"], body["region"], body["ledger"], body["configuration"]),
                (True, "aihub", "test-1", "ok", "ok"), path)
        h.require(TIME.match(body["time"]), "time", body["time"])
        text = json.dumps(body)
        for word in ("inner", "providers", "127.0.0.1", "seen"):
            h.require(word not in text, word, "stands in", text)
    h.equal(sorted(status(hub, key=None)), OWN, "members")


@h.case(name="GET /api/status: what new-api's consoles read")
def console(hub):
    body = status(hub, "/api/status", key=None)
    h.equal((body["success"], body["message"], body["available"]), (True, "", True), "the frame")
    data = body["data"]
    h.equal((data["system_name"], data["quota_per_unit"], data["display_in_currency"], data["version"]),
            ("AI Hub", 500000, True, body["version"]), "data")
    h.equal(data["register_enabled"], False, "whether one can register")


@h.case(name="GET /status: wrong keys and methods are refused in the surface's shape")
def refused(hub):
    for path in PATHS:
        answer = as_said(hub, h.expect(hub.get(path, key="sk-" + "x" * 48), 401, path), "GET", path)
        if path.startswith(AIGNES):
            h.equal((answer.json["error"], "message" in answer.json), ("Unauthorized", True), path)
        else:
            h.equal((answer.json["error"]["code"], answer.json["status_code"], answer.json["detail"]),
                    ("invalid_api_key", 401, answer.json["message"]), path)
        answer = h.expect(hub.call("POST", path, {}), 405, path)
        h.equal(answer.header("allow"), "GET, HEAD, OPTIONS", path)
        h.equal(answer.json["error"]["code"], "method_not_allowed", path)
        h.equal(h.expect(hub.call("HEAD", path), 200, path).content, b"", path)
    h.expect(hub.get("/api/v2/status?model=usual", key=None), 401, "a stranger asks for a model")


@h.case(name="GET /status: every answer names the region")
def region(hub):
    for answer in (hub.get("/status", key=None), hub.get("/v1/models"), hub.chat("usual"), hub.get("/v1/nothing"),
                   hub.get("/health", key=None)):
        h.equal(answer.header("x-aihub-region"), "test-1", f"{answer.status}")


@h.case(name="GET /status: a browser gets a page")
def page(hub):
    answer = as_said(hub, hub.get("/status", key=None, headers=[("Accept", "text/html,*/*;q=0.8")]), "GET", "/status")
    h.expect(answer, 200)
    h.equal(answer.header("content-type"), "text/html; charset=utf-8", "content type")
    policy, text = answer.header("content-security-policy"), answer.content.decode()
    nonce = re.search(r"script-src 'nonce-([0-9a-f]{32})'", policy)[1]
    h.equal(re.findall(r'<(?:script|style)([^>]*)>', text), [f' nonce="{nonce}"'] * 2, "scripts and styles")
    h.require("default-src 'none'" in policy and "{{" not in text, policy)
    h.require('<span id="word" class="ok">ok</span>' in text and "<noscript>" in text, "a word before any script runs")
    for word in ("http:", "https:", "src=", "href=", "innerHTML"):
        h.require(word not in text, word, "stands in the page")
    again = hub.get("/status", key=None, headers=[("Accept", "text/html")])
    h.require(nonce not in again.header("content-security-policy"), "the nonce is used twice")


# ---- keys ----------------------------------------------------------------------------------------


@h.case(name="GET /status: a good answer is seen, with its times")
def good(hub):
    name = fresh()
    h.equal(model(hub, name), None, "before")
    h.expect(hub.chat("test/" + name), 200)
    seen = asked(hub, lambda: h.until(lambda: model(hub, name), "it is seen"))
    h.equal((seen["state"], seen["last_failed"], seen["fault"], seen["reason"], seen["failures"]),
            ("ok", None, None, None, 0), "state")
    h.require(TIME.match(seen["last_good"]) and (seen["first_byte_ms"] or 0) >= 0, seen)
    whole = provider(hub, "test")
    h.equal((whole["state"], bool(TIME.match(whole["last_good"]))), ("ok", True), "the provider")
    stream = hub.stream("test/" + (name := fresh()))
    stream.finish()
    h.equal(h.until(lambda: model(hub, name), "a stream is seen")["state"], "ok", "a stream")


FAULTS = [("status=500", "status", 500), ("status=429", "status", 429), ("status=401", "status", 401),
          ("status=403", "status", 403), ("status=503", "status", 503), ("status=529", "status", 529),
          ("garbage", "malformed", None), ("refuse", "no_answer", None), ("reset", "no_answer", None),
          ("cutbyte=20", "malformed", None), ("html", "status", 502)]


@h.case(name="GET /status: each failure of a model is seen, and why, not the provider's words")
def faults(hub):
    for options, fault, code in FAULTS:
        name = fresh(options)
        answer = hub.chat("test/" + name)
        h.require(answer.status >= 400, options, answer.status)
        seen = h.until(lambda: model(hub, name), f"{options} is seen")
        h.equal((seen["state"], seen["last_good"], seen["fault"], seen["status_code"], seen["failures"]),
                ("unknown", None, fault, code, 1), options)
        h.require(seen["reason"].startswith("The provider") and seen["reason"].endswith("."), seen["reason"])
    name = fresh("errevent=2")
    hub.stream("test/" + name).finish()
    h.equal(h.until(lambda: model(hub, name), "it is seen")["fault"], "reported", "an error within a stream")
    name = fresh("cut=2")
    hub.stream("test/" + name).finish()
    h.equal(h.until(lambda: model(hub, name), "it is seen")["fault"], "malformed", "a stream that breaks off")
    name = "gone/" + fresh()
    h.expect(hub.chat(name), 502)
    h.equal(h.until(lambda: model(hub, name[5:], "gone"), "it is seen")["fault"], "no_answer", "nobody there")


@h.case("lighttpd", name="GET /status: a timeout is seen", own=True)
def timeout(shape, given):
    with h.Hub(shape, given, {"first_byte_timeout": 1}) as hub:
        name = fresh("hang")
        h.expect(hub.chat("test/" + name), 504)
        h.equal(h.until(lambda: model(hub, name), "it is seen")["fault"], "timeout", "a provider that hangs")


@h.case(name="GET /status: what a client does wrong says nothing of the model")
def clients(hub):
    wrong = [fresh("status=400"), fresh("status=404"), fresh("status=422")]
    for name in wrong:
        h.require(400 <= hub.chat("test/" + name).status < 500, name)
    name = fresh()
    h.expect(hub.chat("test/" + name, temperature="hot"), 400)
    left = fresh("events=2000,gap=20")
    call = hub.stream("test/" + left)
    call.piece()
    call.reset()
    h.until(lambda: [row for row in hub.entries("--outcome", "aborted") if row["model"] == "test/" + left],
            "the call is settled", 30)
    for one in (*wrong, name, left):
        h.equal(model(hub, one), None, one)


@h.case(name="GET /status: three failures in a row are failing, one good answer mends it")
def recovery(hub):
    name = "turns" + fresh()
    for count in (1, 2, 3, 4):
        h.expect(hub.chat("inner/" + name + ":status=500", key=vip(hub)), 500)
        seen = model(hub, name + ":status=500", "inner", key=vip(hub))
        h.equal((seen["failures"], seen["state"]), (count, "failing" if count > 2 else "unknown"), "a row")
    body = status(hub, key=vip(hub))
    inner = next(row for row in body["providers"] if row["name"] == "inner")
    h.equal((inner["state"], inner["reason"], body["status"], body["available"]),
            ("failing", "The provider answered with status 500.", "degraded", True), "the provider")
    verdict = status(hub, f"/api/v2/status?model=inner/{name}:status=500", key=vip(hub))
    h.equal((verdict["available"], verdict["code"]), (False, 503), "AIGNE's")
    listed = next(row for row in hub.ask("provider", "list") if row["name"] == "inner")
    h.equal((listed["state"], listed["reason"], listed["last_good"]),
            ("failing", "The provider answered with status 500.", None), "aihub provider list")
    others = status(hub)
    h.equal((others["status"], others["available"]), ("ok", True), "whoever may not use it")
    h.expect(hub.chat("inner/" + fresh(), key=vip(hub)), 200)
    h.equal(provider(hub, "inner", key=vip(hub))["state"], "ok", "when another model of it answers")


@h.case("lighttpd", "cgi", name="GET /status: a model that fails is well again with its next answer", own=True)
def mended(shape, given):
    nobody = h.Site.row(f"http://127.0.0.1:{h.free_port()}/v1")
    with h.Hub(shape, given, {"providers": {"test": nobody}}) as hub:
        for count in range(3):
            h.expect(hub.chat("test/model"), 502)
            h.equal(model(hub, "model")["failures"], count + 1, "failures in a row")
        h.equal(model(hub, "model")["state"], "failing", "nobody answers")
        h.equal(status(hub, key=None)["available"], False, "what a stranger sees")
        h.equal(status(hub, key=None)["status"], "degraded", "what a stranger sees")
        hub.config["providers"]["test"]["base_url"] = given.url
        hub.write_config()
        h.until(lambda: hub.chat("test/model").status == 200, "the new configuration is in force")
        seen = model(hub, "model")
        h.equal((seen["state"], seen["failures"], seen["fault"]), ("ok", 0, "no_answer"), "then it is well")
        h.equal(status(hub, key=None)["status"], "ok", "what a stranger sees")


def vip(hub):
    """A key of the group that may use more."""
    if not hasattr(hub, "vip"):
        hub.vip = hub.new_key(hub.new_user("--groups", "default,vip"), "--groups", "vip")["key"]
    return hub.vip


@h.case(name="GET /status: keys see what they may use, and nothing else")
def rights(hub):
    name = fresh()
    h.expect(hub.chat("inner/" + name, key=vip(hub)), 200)
    h.expect(hub.chat("rare", key=vip(hub)), 200)
    h.expect(hub.chat("usual"), 200)
    names = [row["name"] for row in status(hub)["providers"]]
    h.equal(names, ["test", "openai", "gone"], "providers of the usual group")  # what has no price cannot be used
    names = [row["name"] for row in status(hub, key=vip(hub))["providers"]]
    h.equal(names, ["test", "inner", "openai", "gone"], "providers of the other one")
    h.require(model(hub, name, "inner", key=vip(hub)) and model(hub, "named"), "models that are seen")
    bound = hub.new_key(None, "--models", "usual")["key"]
    body = status(hub, key=bound)
    # A provider that takes any model may be asked for that name too.
    h.equal([(row["name"], [one["model"] for one in row["models"]]) for row in body["providers"]],
            [("test", ["named"]), ("gone", [])], "of a key for one model")
    wild = hub.new_key(None, "--models", "gone/*")["key"]
    h.equal([row["name"] for row in status(hub, key=wild)["providers"]], ["gone"], "of a key for one provider")


@h.case(name="GET /status: a name that one user made up is not shown to others, and counts for the provider")
def made_up(hub):
    own, other = fresh("status=500"), hub.new_key(hub.new_user())["key"]
    h.expect(hub.chat("gone/" + own), 502)
    h.expect(hub.chat("usual"), 200)
    h.require(model(hub, own, "gone"), "it is not shown to whoever called it")
    h.require(own not in json.dumps(status(hub, key=other)), own, "is shown to another user")
    h.equal(provider(hub, "gone", key=other)["fault"], "no_answer", "the other one sees how the provider is")
    h.require(model(hub, "named", key=other), "what the configuration names is not shown")
    second = hub.new_key("admin")["key"]
    h.require(model(hub, own, "gone", key=second), "it is not shown to another key of the same user")


@h.case("lighttpd", name="GET /status: many models that were seen are found by the names that a key may use", own=True)
def many(shape, given):
    row = h.Site.row(given.url)
    names = {f"alias{i}": f"test/aliased{i}" for i in range(100)}
    with h.Hub(shape, given, {"providers": {"test": row}, "models": names}) as hub:
        for i in range(150):
            h.expect(hub.chat(f"test/many{i}"), 200)
        h.expect(hub.chat("alias7"), 200)
        bound = hub.new_key(None, "--models", "alias*")["key"]
        h.equal([one["model"] for one in provider(hub, "test", key=bound)["models"]], ["aliased7"], "by an alias")
        h.equal(len(provider(hub, "test")["models"]), 151, "those that the user called")


# ---- one model -----------------------------------------------------------------------------------


@h.case(name="GET /api/v2/status?model=: whether a call would be answered, always with 200")
def verdicts(hub):
    for path in ("/api/v2/status", "/aigne/api/v2/status"):
        for name in ("usual", "test/never-asked", "aignehub/test/other", "aignehub:test/other", "test%2Fother"):
            h.equal(asked(hub, lambda: status(hub, f"{path}?model={name}")), {"available": True}, name)
        for name, code, words in (("dear/any", 400, "what the model"), ("inner/any", 503, "no provider"),
                                  ("rare", 503, "no provider"), ("openai/", 503, "no provider")):
            body = status(hub, f"{path}?model={name}")
            h.equal((body["available"], body["code"]), (False, code), name)
            h.require(words in body["error"], body["error"])
        poor = hub.new_key(hub.new_user("--credit", "0"))["key"]
        body = status(hub, f"{path}?model=usual", key=poor)
        h.equal((body["available"], body["code"], body["type"]), (False, 402, "NOT_ENOUGH"), "without credit")
        bound = hub.new_key(None, "--models", "usual")["key"]
        h.equal(status(hub, f"{path}?model=test/other", key=bound)["code"], 503, "not this key's")
    for _ in range(3):
        h.expect(hub.chat("test/down:status=503"), 503)
    body = status(hub, "/api/v2/status?model=test/down:status=503")
    h.equal((body["available"], body["code"], "failed" in body["error"]), (False, 503, True), "a failing model")


@h.case("lighttpd", name="GET /status: without a configuration, and with a broken one", own=True)
def broken(shape, given):
    with h.Hub(shape, given) as hub:
        good = json.dumps(hub.config)
        hub.write_config("{")
        body = h.until(lambda: (lambda got: got["configuration"] != "ok" and got)(status(hub)), "it is noticed")
        h.equal((body["configuration"], body["status"], body["available"]), ("outdated", "degraded", True), "broken")
        hub.write_config(good)
        h.until(lambda: status(hub)["status"] == "ok", "it is good again")


if __name__ == "__main__":
    h.run(config)
