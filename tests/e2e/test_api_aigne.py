#!/usr/bin/env python3
"""AIGNE Hub's API but for its chats, endpoint by endpoint, as its documents say and as its clients need
it: where the API is, models, the account, calls and usage; and how a program gets a key by itself."""
import base64
import csv
import hashlib
import io
import json
import re
import subprocess
import urllib.parse

import harness as h

PASSWORD = "correct horse"
COMPONENT = "z8ia3xzq2tMq8CRHfaXj1BTYJyYnEcHbqP8cJ"
SESSION = "/.well-known/service/api/access-key/session"
PAGE = "/.well-known/service/gen-simple-access-key"


def settings(provider):
    return {
        "wrong_keys": 0,  # all come from one address here
        "groups": {"default": {}, "gold": {}},
        "providers": {"test": h.Site.row(provider.url)},
        "models": {
            "fast": {"model": "test/test:events=3", "price": {"input": "1", "output": "2.5"},
                     "context": 1000, "max_output": 200},
            "gift": {"model": "test/test:events=2", "free": True},
            "rare": {"model": "test/test:events=1", "price": {"input": "3", "output": "4"},
                     "groups": ["gold"]},
        },
    }


def check(name, *shapes, **more):
    """A case that is told by the endpoint that it is about, and what of it."""
    def register(function):
        function.__name__ = name
        return h.case(*shapes, **more)(function)
    return register


def new_user(hub, *options):
    name = hub.new_user(*options)
    done = subprocess.run([h.program("aihub"), "--config", hub.config_file, "user", "password", name],
                          input=PASSWORD + "\n", text=True, capture_output=True, timeout=60,
                          **hub.owner())
    h.require(done.returncode == 0, "user password:", done.stderr)
    return name


def log_in(hub, name):
    answer = hub.call("POST", "/auth/login", {"username": name, "password": PASSWORD}, key=None)
    return h.expect(answer, 200, "a login").json["access_token"]


def refused(answer, status, what):
    """AIGNE's clients read error.message and error.type; its document has a word for strangers."""
    error = h.expect(answer, status, what).json["error"]
    if status == 401:
        h.equal((error, bool(answer.json["message"])), ("Unauthorized", True), what)
        return error
    h.require(isinstance(error, dict) and error["message"] and error["type"], what, answer.json)
    return error


# ---- where the API is -----------------------------------------------------------------------


@check("GET /__blocklet__.js: names the component and where it is")
def discovery(hub):
    for path, mount in (("/__blocklet__.js", "/"), ("/aigne/__blocklet__.js", "/aigne")):
        found = h.expect(hub.get(path + "?type=json", key=None), 200, path).json
        parts = [part for part in found["componentMountPoints"] if part["did"] == COMPONENT]
        h.equal([part["mountPoint"] for part in parts], [mount], path)
        script = h.expect(hub.get(path, key=None), 200, path)
        h.require(script.header("content-type").startswith("text/javascript"), "its type")
        text = script.content.decode()
        h.equal(json.loads(re.fullmatch(r"window\.blocklet = (.*);\n", text, re.S)[1]), found, "script")


@check("GET /__blocklet__.js: at the root of the host, of a hub that is below a path", "lighttpd", own=True)
def discovery_below_a_path(_shape, provider):
    with h.Bare(provider, {**settings(provider), "base_path": "/ai"}) as hub:
        hub.command("user", "create", "somebody")
        hub.respond()
        for path, mount in (("/ai/__blocklet__.js", "/ai"), ("/__blocklet__.js", "/ai"),
                            ("/ai/aigne/__blocklet__.js", "/ai/aigne")):
            found = h.expect(hub.get(path + "?type=json", key=None), 200, path).json
            h.equal(found["componentMountPoints"][0]["mountPoint"], mount, path)
            h.expect(hub.get(mount + "/api/ai/models", key=None), 200, "models below that")
        sid = begin(hub)
        is_page(h.expect(hub.get(page_of(sid), key=None), 200, "the page"))
        end(hub, sid)
        h.expect(hub.get("/.well-known/service/other", key=None), 404, "nothing else is there")


# ---- models ---------------------------------------------------------------------------------


def models_of(hub, path="/api/ai/models", **more):
    """By their names less the provider's, which is that of all."""
    found = {row["model"]: row for row in h.expect(hub.get(path, **more), 200, path).json}
    h.equal([row["key"] for row in found.values()], [f"test/{name}" for name in found], "keys")
    return found


@check("GET /api/ai/models: what the key may use, with prices as texts")
def models(hub):
    gold = hub.new_key(hub.new_user("--groups", "default,gold"))["key"]
    for path in ("/api/ai/models", "/api/ai-providers/models", "/aigne/api/ai/models",
                 "/aigne/api/ai-providers/models"):
        found = models_of(hub, path, key=gold)
        h.equal(set(found), {"fast", "gift", "rare"}, path)
        fast = found["fast"]
        h.equal((fast["input_credits_per_token"], fast["output_credits_per_token"]),
                ("0.000001", "0.0000025"), "prices for a token")
        h.equal(found["gift"]["input_credits_per_token"], "0", "a free one")
        h.equal((fast["model"], fast["provider"], fast["providerId"], fast["providerDisplayName"],
                 fast["type"]),
                ("fast", "test", "test", "test", "chat"), "its names")
        h.equal(fast["status"], {"available": True}, "status")
        h.equal({part: fast["modelMetadata"][part] for part in ("maxTokens", "contextWindow")},
                {"maxTokens": 200, "contextWindow": 1000}, "facts")
        h.equal(fast["modelMetadata"]["features"], [], "nobody knows what it can")
    own = hub.new_key(hub.new_user(), "--models", "gi*")["key"]
    h.equal(set(models_of(hub, key=own)), {"gift"}, "a key's own models")
    for models in ("gift", "test/gift"):  # by whichever name a key has it, a list's name of it can be used
        own = hub.new_key(hub.new_user(), "--models", models)["key"]
        listed = [row["key"] for row in hub.get("/api/ai/models", key=own).json]
        h.equal(listed, ["test/gift"], models)
        for name in ("gift", "test/gift"):
            h.expect(hub.chat(name, key=own), 200, name)
        h.expect(hub.chat("fast", key=own), 403, "another")


@check("GET /api/ai/models: a stranger learns what the group default may use, a wrong key nothing")
def models_for_strangers(hub):
    h.equal(set(models_of(hub, key=None)), {"fast", "gift"}, "without a key")
    refused(hub.get("/api/ai/models", key="sk-wrong"), 401, "with a wrong one")
    refused(hub.get("/api/ai/models", key=None, headers=[("x-api-key", "sk-wrong")]), 401, "elsewhere")


@check("GET /api/ai/models: ?type= leaves only one kind")
def models_by_type(hub):
    h.equal(set(models_of(hub, "/api/ai/models?type=chat")), {"fast", "gift"}, "chat")
    for kind in ("image", "embedding", "video", "image_generation"):
        h.equal(models_of(hub, "/api/ai/models?type=" + kind), {}, kind)
    error = refused(hub.get("/api/ai/models?type=smell"), 400, "no kind")
    h.equal(error["param"], "type", "the parameter")


@check("GET /api/ai/models: models of the catalog with what is known of them", own=True)
def models_of_catalog(shape, provider):
    row = {"key": "file:provider.key", "base_url": provider.url}
    with h.Hub(shape, provider, {"providers": {"openai": row}}) as hub:
        found = {row["key"]: row for row in h.expect(hub.get("/api/ai/models", key=None), 200).json}
        model = found["openai/gpt-4o-mini"]
        h.equal((model["model"], model["provider"], model["providerDisplayName"]),
                ("gpt-4o-mini", "openai", "OpenAI"), "its names")
        h.equal((model["input_credits_per_token"], model["output_credits_per_token"]),
                ("0.00000015", "0.0000006"), "prices for a token")
        h.require({"tools", "vision"} <= set(model["modelMetadata"]["features"]), model)
        h.require(all(key.startswith("openai/") for key in found), "keys", list(found))
        h.equal([found[key]["type"] for key in ("openai/gpt-4o-mini", "openai/text-embedding-3-small")],
                ["chat", "embedding"], "types")
        h.equal(found["openai/text-embedding-3-small"]["input_credits_per_token"], "0.00000002", "its price")


@check("GET /api/v2/models: for OpenAI's clients and AIGNE's, with a key only")
def v2_models(hub):
    for path in ("/api/v2/models", "/aigne/api/v2/models"):
        found = h.expect(hub.get(path), 200, path).json
        h.equal(found["object"], "list", path)
        h.equal({row["id"] for row in found["data"]}, {"test/fast", "test/gift"}, "data")
        h.require(all(row["object"] == "model" and row["created"] and row["owned_by"] == "test"
                      for row in found["data"]), found["data"])
        h.equal({row["model"]: row for row in found["models"]}, models_of(hub), "models")
        for row in found["data"]:
            h.expect(hub.chat(row["id"]), 200, row["id"])
        refused(hub.get(path, key=None), 401, "without a key")


@check("GET /api/ai/chat/models: each model with its providers and rates")
def chat_models(hub):
    for path in ("/api/ai/chat/models", "/aigne/api/ai/chat/models"):
        found = {row["model"]: row for row in h.expect(hub.get(path), 200, path).json}
        h.equal(set(found), {"fast", "gift"}, path)
        rate, = found["fast"]["rates"]
        h.equal((rate["inputRate"], rate["outputRate"], rate["provider"]["name"]),
                ("0.000001", "0.0000025", "test"), "a rate")
        h.equal([row["name"] for row in found["fast"]["providers"]], ["test"], "providers")
        refused(hub.get(path, key=None), 401, "without a key")


@check("GET /api/ai/model-rates: page by page")
def model_rates(hub):
    for path in ("/api/ai/model-rates", "/aigne/api/ai/model-rates"):
        found = h.expect(hub.get(path), 200, path).json
        h.equal((found["count"], found["paging"]), (2, {"page": 1, "pageSize": 20}), path)
        rates = {row["model"]: row["inputRate"] for row in found["list"]}
        h.equal(rates, {"fast": "0.000001", "gift": "0"}, "rates")
        pages = [h.expect(hub.get(f"{path}?pageSize=1&page={n}"), 200).json["list"] for n in (1, 2, 3)]
        h.equal([len(page) for page in pages], [1, 1, 0], "pages")
        h.equal(h.expect(hub.get(path + "?model=AS"), 200).json["count"], 1, "by a piece of the name")
        for bad in ("page=0", "pageSize=101", "pageSize=x"):
            h.equal(refused(hub.get(f"{path}?{bad}"), 400, bad)["param"], bad.split("=")[0], bad)
        refused(hub.get(path, key=None), 401, "without a key")


# ---- the account ----------------------------------------------------------------------------


def payer(hub, credit="5"):
    name = new_user(hub, "--credit", credit)
    return name, hub.new_key(name)["key"]


def spend(hub, key, count=1, model="fast"):
    """Their costs, the newest last, once they are all settled."""
    ids = []
    for _ in range(count):
        ids.append(h.expect(hub.chat(model, key=key), 200, "a chat").header("x-request-id"))
    return [hub.entry(id_) for id_ in ids]


@check("GET /api/user/info: who it is, and the balance in texts")
def user_info(hub):
    name, key = payer(hub)
    cost = sum(float(row["cost"]) for row in spend(hub, key, 2))
    for path in ("/api/user/info", "/aigne/api/user/info"):
        for shown in (key, log_in(hub, name)):
            info = h.expect(hub.get(path, key=shown), 200, path).json
            h.equal(info["user"]["fullName"], name, "whose")
            h.require(re.fullmatch("[0-9]+", info["user"]["did"]) and info["user"]["email"] == "", info)
            balance = info["creditBalance"]
            h.require(all(isinstance(balance[part], str) for part in ("balance", "total",
                                                                      "pendingCredit")),
                      balance)
            h.equal((round(float(balance["balance"]) + cost, 9), balance["total"], balance["grantCount"],
                     balance["pendingCredit"]), (5.0, "5", 1, "0"), "the balance")
            h.equal((info["enableCredit"], info["creditPrefix"], info["currency"]["symbol"]),
                    (True, "$", "USD"),
                    path)
            h.require("paymentLink" in info and "profileLink" in info, info)
        free = h.expect(hub.get(path), 200).json
        h.equal((free["creditBalance"], free["enableCredit"], free["paymentLink"]), (None, False, None),
                "who pays from no balance")
        refused(hub.get(path, key=None), 401, "without a key")


@check("GET /api/user/info: no key in a cookie, a body or access_token is taken")
def only_headers(hub):
    for path, headers in ((f"/api/user/info?access_token={hub.key}", []),
                          ("/api/user/info", [("Cookie", f"login_token={hub.key}")])):
        refused(hub.get(path, key=None, headers=headers), 401, path)


@check("GET /api/user/credit/balance: the balance alone")
def balance(hub):
    _, key = payer(hub, "2.5")
    for path in ("/api/user/credit/balance", "/aigne/api/user/credit/balance"):
        found = h.expect(hub.get(path, key=key), 200, path).json
        h.equal((found["balance"], found["total"], found["grantCount"], found["pendingCredit"]),
                ("2.5", "2.5", 1, "0"), path)
        h.equal(found["currency"]["symbol"], "USD", path)
        h.equal(h.expect(hub.get(path), 200).json["currency"], None, "who pays from no balance")
        refused(hub.get(path, key=None), 401, "without a key")


@check("GET /api/user/credit/grants: what was paid in, page by page")
def grants(hub):
    name, key = payer(hub)
    hub.command("credit", "add", name, "1.25", "--note", "for Monday")
    for path in ("/api/user/credit/grants", "/aigne/api/user/credit/grants"):
        found = h.expect(hub.get(path, key=key), 200, path).json
        h.equal([(row["amount"], row["status"]) for row in found["list"]],
                [("1.25", "granted"), ("5", "granted")], path)
        h.equal((found["list"][0]["name"], found["count"]), ("for Monday", 2), path)
        second = h.expect(hub.get(path + "?page=2&pageSize=1", key=key), 200).json
        h.equal(([row["amount"] for row in second["list"]], second["paging"]),
                (["5"], {"page": 2, "pageSize": 1}), "a page")
        h.equal(h.expect(hub.get(path + "?start=1&end=2", key=key), 200).json["count"], 0, "of 1970")
        refused(hub.get(path, key=None), 401, "without a key")


@check("GET /api/user/credit/transactions: what was charged, page by page")
def transactions(hub):
    _, key = payer(hub)
    rows = spend(hub, key, 2)
    for path in ("/api/user/credit/transactions", "/aigne/api/user/credit/transactions"):
        found = h.expect(hub.get(path, key=key), 200, path).json
        h.equal([row["id"] for row in found["list"]], [row["id"] for row in reversed(rows)], path)
        h.equal([float(row["credit_amount"]) for row in found["list"]],
                [float(row["cost"]) for row in reversed(rows)], "amounts")
        refused(hub.get(path, key=None), 401, "without a key")


@check("GET /api/user/credit/payment-link: a link or null")
def payment_link(hub):
    for path in ("/api/user/credit/payment-link", "/aigne/api/user/credit/payment-link"):
        link = h.expect(hub.get(path), 200, path).json
        h.require(link is None or link.startswith("http"), link)
        refused(hub.get(path, key=None), 401, "without a key")


# ---- calls and usage ------------------------------------------------------------------------


@check("GET /api/user/model-calls: the calls page by page, by all filters")
def model_calls(hub):
    name, key = payer(hub)
    rows = spend(hub, key, 2) + spend(hub, key, 1, "gift")
    ids = [row["id"] for row in reversed(rows)]
    h.expect(hub.chat("test/test:status=500", key=key), 500)
    h.until(lambda: hub.get("/api/user/model-calls", key=key).json["count"] == 4,
            "the failure is an entry")
    for path in ("/api/user/model-calls", "/aigne/api/user/model-calls"):
        def ask(query=""):
            return h.expect(hub.get(path + query, key=key), 200, query).json
        found = ask()
        h.equal((found["count"], found["paging"]), (4, {"page": 1, "pageSize": 50}), path)
        h.equal([row["id"] for row in found["list"][1:]], ids, "the newest first")
        call = found["list"][2]
        h.equal((call["model"], call["providerId"], call["type"], call["status"], call["traceId"],
                 call["appDid"]),
                ("fast", "test", "chatCompletion", "success", call["id"], None), "a call")
        entry = rows[1]
        h.equal(call["credits"], float(entry["cost"]), "credits")
        h.equal(call["totalUsage"],
                call["usageMetrics"]["inputTokens"] + call["usageMetrics"]["outputTokens"],
                "tokens")
        h.equal(call["userInfo"]["fullName"], name, "whose")
        h.require(call["callTime"] > 1e9 and call["duration"] >= 0 and call["errorReason"] is None, call)
        h.equal((found["list"][0]["status"], found["list"][0]["errorReason"]), ("failed",
                                                                                "failed"), "a failure")
        page = ask("?page=2&pageSize=2")
        h.equal(([row["id"] for row in page["list"]], page["count"]), (ids[1:3], 4), "a page")
        for query, count in (("?status=success", 3), ("?status=failed", 1), ("?status=all", 4),
                             ("?status=processing", 0), ("?model=gift", 1), ("?search=AS", 2),
                             (f"?search={ids[0]}", 1), ("?providerId=test", 4), ("?providerId=other", 0),
                             ("?type=chatCompletion", 4), ("?type=video", 0), ("?appDid=x", 0),
                             ("?minDurationSeconds=600", 0), ("?startTime=1&endTime=2", 0),
                             ("?startTime=1", 4),
                             ("?status=success&pageSize=1&page=3", 3)):
            h.equal(ask(query)["count"], count, query)
        h.equal([row["id"] for row in ask("?status=success&pageSize=1&page=3")["list"]], [ids[2]],
                "filtered page")
        for bad in ("status=odd", "page=0", "pageSize=101", "minDurationSeconds=-1", "startTime=x"):
            error = refused(hub.get(f"{path}?{bad}", key=key), 400, bad)
            h.equal(error["param"], bad.split("=")[0], bad)
        refused(hub.get(path, key=None), 401, "without a key")


@check("GET /api/user/model-calls: everybody's are for administrators")
def everybodys_calls(hub):
    name, key = payer(hub)
    spend(hub, key)
    path = "/api/user/model-calls?allUsers=true"
    refused(hub.get(path, key=key), 403, "a key")
    refused(hub.get(path, key=log_in(hub, name)), 403, "a user")
    admin = new_user(hub, "--admin")
    refused(hub.get(path, key=hub.new_key(admin)["key"]), 403, "an administrator's key")
    found = h.expect(hub.get(path, key=log_in(hub, admin)), 200).json
    h.require(name in [row["userInfo"]["fullName"] for row in found["list"]], found)


@check("GET /api/user/model-calls/export: as a file")
def model_calls_export(hub):
    name, key = payer(hub)
    rows = spend(hub, key, 2)
    for path in ("/api/user/model-calls/export", "/aigne/api/user/model-calls/export"):
        answer = h.expect(hub.get(path, key=key), 200, path)
        h.require(answer.header("content-type").startswith("text/csv"), answer.header("content-type"))
        h.require("model-calls-" in answer.header("content-disposition"), "a name")
        lines = list(csv.DictReader(io.StringIO(answer.content.decode())))
        h.equal([(line["Request ID"], line["User Name"], line["Model"],
                  line["Status"]) for line in lines],
                [(row["id"], name, "fast", "success") for row in reversed(rows)], path)
        h.equal([float(line["Credits"]) for line in lines],
                [float(row["cost"]) for row in reversed(rows)],
                "credits")
        none = h.expect(hub.get(path + "?status=failed", key=key), 200).content.decode()
        h.equal(len(none.splitlines()), 1, "failed ones")
        refused(hub.get(path, key=None), 401, "without a key")


@check("GET /api/user/usage-stats: the models that are used most")
def usage_stats(hub):
    _, key = payer(hub)
    spend(hub, key, 1, "gift")
    spend(hub, key, 2)
    for path in ("/api/user/usage-stats", "/aigne/api/user/usage-stats"):
        found = h.expect(hub.get(path + "?startTime=1&endTime=9999999999", key=key), 200, path).json
        stats = found["modelStats"]
        h.equal(([(row["model"], row["totalCalls"]) for row in stats["list"]], stats["totalModelCount"]),
                ([("fast", 2), ("gift", 1)], 2), path)
        h.equal(refused(hub.get(path + "?endTime=5", key=key), 400, "no start")["param"],
                "startTime", path)
        refused(hub.get(path, key=None), 401, "without a key")


@check("GET /api/usage/quota: how long the balance lasts")
def quota(hub):
    _, key = payer(hub)
    cost = sum(float(row["cost"]) for row in spend(hub, key, 2))
    for path in ("/api/usage/quota", "/aigne/api/usage/quota"):
        found = h.expect(hub.get(path, key=key), 200, path).json
        h.equal((found["total"], round(found["remaining"], 9), round(found["used"], 9),
                 found["pendingCredit"]),
                (5, round(5 - cost, 9), round(cost, 9), 0), path)
        h.equal(found["estimatedDaysRemaining"], 999, "so little was spent")
        h.require(abs(found["dailyAvgCredits"] - cost / 30) < 1e-8, found)
        h.equal(h.expect(hub.get(path), 200).json["unlimited"], True, "who pays from no balance")
        refused(hub.get(path, key=None), 401, "without a key")


@check("GET /api/v2/usage: sums in the words of both documents")
def usage(hub):
    _, key = payer(hub)
    rows = spend(hub, key, 2) + spend(hub, key, 1, "gift")
    cost = round(sum(float(row["cost"]) for row in rows), 9)
    for path in ("/api/v2/usage", "/aigne/api/v2/usage"):
        found = h.expect(hub.get(path, key=key), 200, path).json
        h.equal((found["object"], found["totalCalls"], found["totalCredits"]), ("usage", 3, cost), path)
        h.equal(found["totalUsage"], found["inputTokens"] + found["outputTokens"], "tokens")
        h.equal({row["model"]: row["totalCalls"] for row in found["modelStats"]}, {"fast": 2,
                                                                                   "gift": 1}, "models")
        h.equal(sum(day["totalCalls"] for day in found["dailyStats"]), 3, "days")
        own = h.expect(hub.get("/v1/usage", key=key), 200).json
        h.equal((found["usage"], found["period"]), (own["usage"], own["period"]), "that of /v1/usage")
        for query in ("startTime=1&endTime=7200", "start=1970-01-01&end=1970-01-01"):
            h.equal(h.expect(hub.get(f"{path}?{query}", key=key), 200).json["totalCalls"], 0, query)
        day = h.expect(hub.get(path + "?start=2020-01-01&end=2020-01-01", key=key), 200).json
        h.equal(day["period"], {"start": "2020-01-01T00:00:00Z", "end": "2020-01-01T23:59:59Z"}, "a day and no more")
        error = refused(hub.get(path + "?startTime=9&endTime=3", key=key), 400, "backwards")
        h.equal(error["param"], "endTime", path)
        refused(hub.get(path, key=None), 401, "without a key")


@check("GET /api/app/usage: the oldest form, of the user")
def app_usage(hub):
    _, key = payer(hub)
    spend(hub, key, 2)
    for path in ("/api/app/usage", "/aigne/api/app/usage"):
        found = h.expect(hub.get(path + "?startTime=2020-01-01&endTime=2999-01-01", key=key), 200,
                         path).json
        h.equal([(row["model"], row["totalCalls"]) for row in found["list"]], [("fast", 2)], path)
        refused(hub.get(path, key=None), 401, "without a key")


# ---- a program gets a key by itself ---------------------------------------------------------


def begin(hub):
    answer = h.expect(hub.call("POST", SESSION, b"", key=None), 200, "a session")
    h.equal(answer.header("cache-control"), "no-store", "a session")
    h.require(re.fullmatch(r"[0-9a-f]{64}", answer.json["id"]), "its id", answer.json)
    return answer.json["id"]


def poll(hub, sid):
    answer = hub.get(f"{SESSION}?{urllib.parse.urlencode({'sid': sid})}", key=None,
                     headers=[("X-Request-Count", "3")])
    return h.expect(answer, 200, "a poll").json


def end(hub, sid):
    h.expect(hub.call("DELETE", f"{SESSION}?sid={sid}", key=None), 200, "the end")


def page_of(sid, application=" AIGNE CLI"):
    token = base64.urlsafe_b64encode(sid.encode()).decode().rstrip("=")
    query = {"__token__": token, "source": "@aigne/cli connect to AIGNE hub", "closeOnSuccess": "true",
             "cli": "true", "appName": application, "appLogo": "https://example.org/logo"}
    return f"{PAGE}?{urllib.parse.urlencode(query)}"


def answer_page(hub, page, headers=(), **fields):
    body = urllib.parse.urlencode({"answer": "allow", **fields}).encode()
    return hub.call("POST", page, body, key=None,
                    headers=[("Content-Type", "application/x-www-form-urlencoded"), *headers])


def is_page(answer):
    """No page of somebody else's may hold it, and nobody keeps it."""
    h.require(answer.header("content-type").startswith("text/html"), answer.header("content-type"))
    h.equal(answer.header("x-frame-options"), "DENY", "frames")
    policy = answer.header("content-security-policy")
    for rule in ("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"):
        h.require(rule in policy, rule, "in", policy)
    h.equal(answer.header("cache-control"), "no-store", "caches")
    h.equal(answer.header("referrer-policy"), "no-referrer", "its address")
    h.require(not answer.header("set-cookie"), "a cookie")
    return answer.content.decode()


def unseal(given):
    """As the client does it, which has OpenSSL's derivation of keys from CryptoJS."""
    phrase = hashlib.pbkdf2_hmac("sha512", given["challenge"].encode(), given["accessKeyId"].encode(),
                                 256, 32).hex()
    done = subprocess.run(["openssl", "enc", "-d", "-aes-256-cbc", "-md", "md5", "-a", "-A", "-pass",
                           "env:PHRASE"], input=given["accessKeySecret"].encode(), capture_output=True,
                          env={"PHRASE": phrase, "PATH": "/usr/bin:/bin"}, timeout=30)
    h.require(done.returncode == 0, "it cannot be unsealed:", done.stderr)
    return done.stdout.decode()


@check("POST /.well-known/service/api/access-key/session: a program begins, and nobody knows another's")
def connect_session(hub):
    one, other = begin(hub), begin(hub)
    h.require(one != other, "both have one id")
    for sid in (one, "0" * 64, "", "x", "%00", "f" * 3000):
        h.equal(poll(hub, sid), {}, "one that waits and none at all")
    h.equal(h.expect(hub.get(SESSION, key=None), 200).json, {}, "without an id")
    end(hub, one)
    h.equal(h.expect(hub.get(page_of(one), key=None), 404).status, 404, "its page is gone")


@check("GET /.well-known/service/gen-simple-access-key: says who asks for what, and cannot be framed")
def connect_page(hub):
    sid = begin(hub)
    text = is_page(h.expect(hub.get(page_of(sid), key=None), 200, "the page"))
    h.require("<strong>AIGNE CLI</strong>" in text and "API key" in text, text)
    h.require("127.0.0.1" in text, "where the program is", text)
    h.require("<script" not in text, "a script", text)
    odd = "<script>alert(1)</script>\"'&\\" + "x" * 200
    text = is_page(h.expect(hub.get(page_of(sid, odd), key=None), 200, "odd"))
    h.require("<script" not in text and "&lt;script&gt;" in text, "escaped", text)
    for page in (page_of("0" * 64), page_of(sid)[:-20].replace("__token__=", "__token__=A"), PAGE,
                 PAGE + "?__token__=***"):
        text = is_page(h.expect(hub.get(page, key=None), 404, page))
        h.require("<form" not in text, "a form", text)


@check("POST /.well-known/service/gen-simple-access-key: a person grants, and the program unseals a key")
def connect_granted(hub):
    name, sid = new_user(hub), begin(hub)
    page = page_of(sid, "my program")
    text = is_page(h.expect(answer_page(hub, page, username=name, password=PASSWORD,
                                        answer="allow"), 200))
    h.require("Connected" in text, text)
    given = poll(hub, sid)
    h.equal(set(given), {"accessKeyId", "accessKeySecret", "challenge"}, "what was granted")
    key = unseal(given)
    h.require(re.fullmatch(r"sk-[0-9A-Za-z]{48}", key), "a key", key)
    h.expect(hub.get("/v1/models", key=key), 200, "the key works")
    whose = h.expect(hub.get("/auth/me", key=key), 200).json
    h.equal((whose["username"], whose["key"]["name"]), (name, "my program"), "whose it is")
    h.equal(poll(hub, sid), given, "a poll whose answer was lost")
    for _ in range(2):
        end(hub, sid)
        h.equal(poll(hub, sid), {}, "after its end")
    for path in (hub.data, hub.log_file.parent):
        for file in path.rglob("*"):
            if file.is_file():
                bytes_ = file.read_bytes()
                h.require(key.encode() not in bytes_, "the key stands in", file)
                h.require(given["challenge"].encode() not in bytes_, "the challenge stands in", file)


@check("POST /.well-known/service/gen-simple-access-key: who refuses ends it, and it is granted once")
def connect_refused(hub):
    name, sid = new_user(hub), begin(hub)
    text = is_page(h.expect(answer_page(hub, page_of(sid), answer="refuse"), 200, "refused"))
    h.require("Refused" in text, text)
    good = {"username": name, "password": PASSWORD, "answer": "allow"}
    is_page(h.expect(answer_page(hub, page_of(sid), **good), 404, "too late"))
    sid = begin(hub)
    h.expect(answer_page(hub, page_of(sid), **good), 200, "granted")
    is_page(h.expect(answer_page(hub, page_of(sid), **good), 404, "granted twice"))
    is_page(h.expect(hub.get(page_of(sid), key=None), 404, "shown again"))
    h.equal(len(hub.ask("key", "list", name)), 1, "keys")


@check("POST /.well-known/service/gen-simple-access-key: neither guesses nor other pages get a key")
def connect_attacks(hub):
    name, sid = new_user(hub), begin(hub)
    good = {"username": name, "password": PASSWORD}
    for site in ("cross-site", "same-site"):
        answer = answer_page(hub, page_of(sid), [("Sec-Fetch-Site", site)], **good)
        is_page(h.expect(answer, 403, site))
    key = hub.new_key(name)["key"]
    for wrong in ({"username": name, "password": "wrong horse"}, {"username": name, "password": key},
                  {"username": name}, {"password": PASSWORD}, {}, {"username": "x" * 500,
                                                                   "password": "y" * 9},
                  {"username": "<b>'\"", "password": "y" * 9}):
        answer = answer_page(hub, page_of(sid), **wrong)
        text = is_page(h.expect(answer, 401, wrong))
        h.require("<form" in text and "<b>" not in text, "the form again", text)
        h.require(wrong.get("password", PASSWORD) not in text, "the password again", text)
    for odd in ("", "Refuse", "yes"):
        is_page(h.expect(answer_page(hub, page_of(sid), **good, answer=odd), 400, odd))
    for body in (b"username=a&username=b", b"username=%00", b"username=%ff", b"username=" + b"x" * 5000):
        answer = hub.call("POST", page_of(sid), body, key=None,
                          headers=[("Content-Type", "application/x-www-form-urlencoded")])
        is_page(h.expect(answer, 400, body[:40]))
    h.equal(poll(hub, sid), {}, "nothing was granted")
    h.equal(len(hub.ask("key", "list", name)), 1, "keys")
    answer = answer_page(hub, page_of(sid), [("Sec-Fetch-Site", "same-origin")], **good)
    h.expect(answer, 200, "from the page itself")


# Attempts to log in are counted in the keeper's memory, which under plain CGI does not outlive a request.
LIVING = [shape for shape in h.SHAPES if shape not in h.CGI]


@check("POST /.well-known/service/gen-simple-access-key: wrong passwords count as at /auth/login", *LIVING,
       own=True)
def connect_guesses(shape, provider):
    with h.Hub(shape, provider, {**settings(provider), "wrong_keys": 60}) as hub:
        name, sid = new_user(hub), begin(hub)
        seen = [answer_page(hub, page_of(sid), username=name, password="wrong horse").status
                for _ in range(30)]
        h.require(set(seen) == {401, 429} and seen[0] == 401 and seen[-1] == 429, seen)
        answer = hub.call("POST", "/auth/login", {"username": name, "password": PASSWORD}, key=None)
        h.expect(answer, 429, "the attempts are those of /auth/login")


@check("POST /.well-known/service/api/access-key/session: a stranger begins so many a minute", own=True)
def connect_sessions(shape, provider):
    with h.Hub(shape, provider, {**settings(provider), "wrong_keys": 60}) as hub:
        first = begin(hub)
        for begun in range(1, 60):
            answer = hub.call("POST", SESSION, b"", key=None)
            if answer.status != 200:
                break
        h.equal(refused(answer, 429, "sessions")["code"], "too_many_attempts", "sessions")
        h.require(20 <= begun < 60, "after", begun)
        h.require(int(answer.header("retry-after")) > 0, "Retry-After")
        h.equal(poll(hub, first), {}, "the first one waits on")


h.run(settings)
