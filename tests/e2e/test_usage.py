#!/usr/bin/env python3
"""What was used: sums, logs, what is left, and all of it as a file. In the shapes of the AI Hub document, of
new-api's console and of OpenAI's billing pages; each is held against the ledger's entries."""
import collections
import csv
import io
import json
import pathlib
import re
import subprocess
import time
import urllib.parse
from decimal import Decimal

import harness as h

MANY = 100000        # entries of the long export
GROWTH = 4096        # KiB by which it may enlarge the hub's process
SHAPES = ("lighttpd", "cgi")
MODELS = ("test/test:events=1", "test/test:events=3")


def decimals(answer):
    h.expect(answer, 200)
    return json.loads(answer.content, parse_float=Decimal)


def ask(hub, by, path, **parameters):
    query = urllib.parse.urlencode(parameters)
    return hub.get(f"{path}?{query}" if query else path, key=by)


def data(hub, key, path, **parameters):
    answer = decimals(ask(hub, key, path, **parameters))
    h.equal((answer["success"], answer["message"]), (True, ""), "the frame")
    return answer["data"]


class Caller:
    """A user with two keys and some calls."""

    def __init__(self, hub, *options, calls=6):
        self.user = hub.new_user(*options)
        self.keys = [hub.new_key(self.user, "--name", name) for name in ("=1+1", "home, sweet")]
        self.key = self.keys[0]["key"]
        for i in range(calls):
            key = self.keys[i % 3 == 2]["key"]
            h.expect(hub.chat(MODELS[i % 2], key=key, stream=i % 2 == 1), 200)
        refused = hub.chat("test/test:status=500", key=self.key)
        h.require(refused.status >= 500, "a call that fails:", refused.status)
        self.entries = h.until(lambda: self.read(hub, calls + 1), "the entries")

    def read(self, hub, count):
        rows = hub.ask("entry", "list", "--user", self.user)
        return rows if len(rows) == count else None

    def charged(self, **members):
        return [row for row in self.entries if row["outcome"] != "failed" and
                all(row[name] == value for name, value in members.items())]


def sums(rows):
    return {"requests": len(rows), "tokens": sum(row["prompt"] + row["output"] for row in rows),
            "cost": sum((Decimal(row["cost"]) for row in rows), Decimal(0))}


def plain(group):
    return {name: Decimal(value) if name == "cost" else value for name, value in group.items()
            if name in ("requests", "tokens", "cost")}


# ---- sums ---------------------------------------------------------------------------------------


@h.case(*SHAPES)
def sums_are_those_of_the_entries(hub):
    caller = Caller(hub)
    usage = decimals(ask(hub, caller.key, "/v1/usage"))
    h.equal(sorted(usage), ["period", "usage"], "members without group_by")
    total = sums(caller.charged())
    h.equal({name: Decimal(value) for name, value in usage["usage"].items() if name != "models"},
            {"total_" + name: Decimal(value) for name, value in total.items()}, "totals")
    h.equal({name: plain(group) for name, group in usage["usage"]["models"].items()},
            {model: sums(caller.charged(model=model)) for model in MODELS}, "models")


@h.case(*SHAPES)
def sums_are_kept_apart(hub):
    caller = Caller(hub)
    names = {key["id"]: key["name"] for key in caller.keys}
    for by in ("model", "key", "day", "day,model", "key,model", "model,key,day"):
        usage = decimals(ask(hub, caller.key, "/v1/usage", group_by=by))
        h.equal(usage["group_by"], by, "group_by")
        wanted = collections.defaultdict(list)
        for row in caller.charged():
            place = {"model": row["model"], "key": row["key"], "day": row["time"][:10]}
            wanted[tuple(place[name] for name in sorted(by.split(",")))].append(row)
        got = {tuple(group[name] for name in sorted(by.split(","))): plain(group)
               for group in usage["groups"]}
        h.equal(got, {place: sums(rows) for place, rows in wanted.items()}, by)
        for group in usage["groups"]:
            h.equal(group.get("key_name"), names.get(group.get("key")), "the name of the key")
            h.equal(group["prompt_tokens"] + group["output_tokens"], group["tokens"], "tokens")
        rows = hub.ask("usage", caller.user, "--by", by)
        h.equal([Decimal(row["cost"]) for row in rows[:-1]],
                [Decimal(group["cost"]) for group in usage["groups"]], "the command's sums")
        h.equal(Decimal(rows[-1]["cost"]), sums(caller.charged())["cost"], "its total")


@h.case(*SHAPES)
def another_period_is_empty(hub):
    caller = Caller(hub, calls=1)
    usage = decimals(ask(hub, caller.key, "/v1/usage", start="2020-01-01", end="2020-01-31",
                         group_by="day,key"))
    h.equal((usage["usage"]["total_requests"], usage["groups"]), (0, []), "of 2020")
    h.equal(usage["period"], {"start": "2020-01-01T00:00:00Z", "end": "2020-01-31T23:59:59Z"},
            "the period")


@h.case(*SHAPES)
def bad_parameters_are_named(hub):
    for path, parameter, value in (
            ("/v1/usage", "group_by", "user"), ("/v1/usage", "group_by", ""),
            ("/v1/usage", "group_by", "model,"), ("/v1/usage", "start", "yesterday"),
            ("/v1/usage", "end", "-1"), ("/v1/usage", "end", "1970-01-01"),
            ("/v1/usage/export", "format", "xls"), ("/v1/usage/export", "outcome", "good"),
            ("/v1/usage/export", "key_id", "0"), ("/v1/usage/export", "key_id", "-1"),
            ("/v1/usage/export", "key_id", "9" * 30), ("/v1/usage/export", "end", "0"),
            ("/v1/usage/export", "model", "m" * 200), ("/v1/usage/export", "group", "g" * 50)):
        h.expect_error(ask(hub, hub.key, path, **{parameter: value}), 400,
                       "invalid_request_error", param=parameter)
    for path, parameter, value in (
            ("/api/log/self", "p", "x"), ("/api/log/self", "p", "9" * 30),
            ("/api/log/self", "page_size", "1.5"), ("/api/log/self", "type", "two"),
            ("/api/log/self", "start_timestamp", "-1"), ("/api/log/self", "end_timestamp", "now"),
            ("/api/log/self/stat", "start_timestamp", "9" * 13),
            ("/api/log/self", "model_name", "m" * 200), ("/api/log/token", "p", "1;2"),
            ("/api/data/self", "start_timestamp", ""), ("/api/data/self", "end_timestamp", "x")):
        answer = h.expect(ask(hub, hub.key, path, **{parameter: value}), 400)
        h.equal((answer.json["success"], answer.json["param"]), (False, parameter), "the error")
        h.require(answer.json["message"], "a message")
    answer = h.expect(ask(hub, hub.key, "/api/data/self", start_timestamp=0,
                          end_timestamp=40 * 86400), 400)
    h.equal(answer.json["param"], "end_timestamp", "a period that is too long")


@h.case(*SHAPES)
def strangers_see_nothing(hub):
    for path in ("/api/log/self", "/api/log/self/stat", "/api/log/token", "/api/data/self",
                 "/api/usage/token"):
        for key in (None, "sk-" + "x" * 48):
            answer = h.expect(hub.get(path, key=key), 401)
            h.equal((answer.json["success"], answer.json["code"]), (False, "invalid_api_key"), path)
    for path in ("/v1/usage", "/v1/usage/export", "/v1/dashboard/billing/usage",
                 "/dashboard/billing/subscription"):
        h.expect_error(hub.get(path, key=None), 401, "authentication_error", "invalid_api_key")
    mine, other = Caller(hub, calls=2), Caller(hub, calls=2)
    ids = {row["id"] for row in mine.entries}
    for parameters in ({}, {"request_id": other.entries[0]["id"]}, {"token_name": "=1+1"}):
        log = data(hub, mine.key, "/api/log/self", page_size=100, **parameters)
        h.require({item["request_id"] for item in log["items"]} <= ids, "another user's calls")
    h.equal(hub.get("/v1/usage/export?format=jsonl&key_id=" + str(other.keys[0]["id"]),
                    key=mine.key).content, b"", "an export of another user's key")
    answer = h.expect(hub.get("/api/log/nothing"), 404)
    h.equal(answer.json["success"], False, "the shape of a path that is not there")


# ---- new-api's console --------------------------------------------------------------------------


def quota(cost):
    """500,000 to the dollar, rounded half up."""
    return int(Decimal(cost) * 500000 + Decimal("0.5"))


@h.case()
def a_log_is_read_page_by_page(hub):
    caller = Caller(hub, calls=7)
    names = {key["id"]: key["name"] for key in caller.keys}
    newest = list(reversed(caller.entries))
    seen = []
    for page in range(1, 5):
        log = data(hub, caller.key, "/api/log/self", p=page, page_size=3)
        h.equal((log["page"], log["page_size"], log["total"]), (page, 3, 8), "the frame")
        seen += log["items"]
    h.equal([item["request_id"] for item in seen], [row["id"] for row in newest], "order")
    for item, row in zip(seen, newest):
        h.equal({name: item[name] for name in ("type", "username", "token_name", "token_id",
                                               "model_name", "group", "quota", "prompt_tokens",
                                               "completion_tokens", "is_stream")},
                {"type": 5 if row["outcome"] == "failed" else 2, "username": caller.user,
                 "token_name": names[row["key"]], "token_id": row["key"],
                 "model_name": row["model"], "group": row["group"], "quota": quota(row["cost"]),
                 "prompt_tokens": row["prompt"], "completion_tokens": row["output"],
                 "is_stream": row["stream"]}, row["id"])
        details = json.loads(item["other"], parse_float=str)
        h.equal((details["cost_usd"], details["group_ratio"]), (row["cost"], "1.000"), "details")


@h.case(*SHAPES)
def a_log_is_filtered(hub):
    caller = Caller(hub, calls=7)
    failed = [row for row in caller.entries if row["outcome"] == "failed"]
    for parameters, wanted in (
            ({"type": 2}, caller.charged()), ({"type": 5}, failed), ({"type": 3}, []),
            ({"type": 0}, caller.entries), ({"type": -7}, []),
            ({"model_name": MODELS[1]}, caller.charged(model=MODELS[1])),
            ({"model_name": "test/%=3"}, caller.charged(model=MODELS[1])),
            ({"model_name": "none"}, []),
            ({"token_name": caller.keys[1]["name"]}, caller.charged(key=caller.keys[1]["id"])),
            ({"token_name": "none"}, []), ({"group": "default"}, caller.entries),
            ({"group": "vip"}, []), ({"request_id": failed[0]["id"]}, failed),
            ({"request_id": "x"}, []), ({"end_timestamp": 1}, []),
            ({"start_timestamp": int(time.time()) + 100}, []),
            ({"start_timestamp": int(time.time()) - 1000, "end_timestamp": int(time.time()) + 100,
              "type": 2, "model_name": MODELS[0]}, caller.charged(model=MODELS[0]))):
        log = data(hub, caller.key, "/api/log/self", page_size=100, **parameters)
        h.equal([item["request_id"] for item in log["items"]],
                [row["id"] for row in reversed(wanted)], parameters)
        h.equal(log["total"], len(wanted), f"total of {parameters}")


@h.case(*SHAPES)
def payments_stand_in_the_log(hub):
    caller = Caller(hub, "--credit", "1.25", calls=1)
    hub.ask("credit", "add", caller.user, "-0.25")
    hub.ask("credit", "add", caller.user, "7")
    log = data(hub, caller.key, "/api/log/self", type=1, page_size=2)
    h.equal((log["total"], [(item["type"], item["quota"], item["username"]) for item in log["items"]]),
            (3, [(1, 3500000, caller.user), (1, -125000, caller.user)]), "the newest")
    h.equal([json.loads(item["other"])["cost_usd"] for item in log["items"]], ["7", "-0.25"], "in dollars")
    h.equal(set(log["items"][0]), set(data(hub, caller.key, "/api/log/self")["items"][0]), "members")
    log = data(hub, caller.key, "/api/log/self", type=1, page_size=2, p=2)
    h.equal([item["quota"] for item in log["items"]], [625000], "the next page")
    for parameters in ({"model_name": "x"}, {"token_name": "=1+1"}, {"token_name": "none"},
                       {"request_id": "x"}, {"end_timestamp": 1000},
                       {"start_timestamp": int(time.time()) + 100}):
        log = data(hub, caller.key, "/api/log/self", type=1, **parameters)
        h.equal((log["total"], log["items"]), (0, []), parameters)


@h.case(*SHAPES)
def pages_are_clamped(hub):
    caller = Caller(hub, calls=3)
    for parameters, page, size, count in (
            ({}, 1, 10, 4), ({"p": 0}, 1, 10, 4), ({"p": -5, "page_size": -5}, 1, 10, 4),
            ({"page_size": 2000000000}, 1, 100, 4), ({"p": 2000000000}, 2000000000, 10, 0),
            ({"p": 2000000000, "type": 2, "page_size": 100}, 2000000000, 100, 0),
            ({"p": 2, "page_size": 3}, 2, 3, 1)):
        log = data(hub, caller.key, "/api/log/self", **parameters)
        h.equal((log["page"], log["page_size"], len(log["items"])), (page, size, count), parameters)


@h.case(*SHAPES)
def a_key_reads_its_own_log(hub):
    caller = Caller(hub, calls=6)
    for key in caller.keys:
        rows = [row["id"] for row in reversed(caller.entries) if row["key"] == key["id"]]
        for headers, path in (((), "/api/log/token"), (None, f"/api/log/token?key={key['key']}")):
            answer = hub.get(path, key=key["key"] if headers == () else None)
            got = [item["request_id"] for item in decimals(answer)["data"]]
            h.equal(got, rows, "of a key")
        got = data(hub, key["key"], "/api/log/token", p=2, page_size=1)
        h.equal([item["request_id"] for item in got], rows[1:2], "its second page")


@h.case(*SHAPES)
def sums_of_a_log(hub):
    caller = Caller(hub, calls=6)
    now = int(time.time())
    for parameters, rows in (
            ({}, caller.charged()), ({"type": 5}, caller.charged()),
            ({"start_timestamp": now - 3000, "end_timestamp": now + 3000}, caller.charged()),
            ({"model_name": MODELS[0]}, caller.charged(model=MODELS[0])),
            ({"token_name": caller.keys[1]["name"]}, caller.charged(key=caller.keys[1]["id"])),
            ({"group": "default"}, caller.charged()), ({"group": "vip"}, [])):
        stat = data(hub, caller.key, "/api/log/self/stat", **parameters)
        wanted = sums(rows)
        h.equal(stat["quota"], quota(wanted["cost"]), parameters)
        h.equal((stat["rpm"], stat["tpm"]), (wanted["requests"], wanted["tokens"]),
                f"pace of {parameters}")
    stat = data(hub, caller.key, "/api/log/self/stat", end_timestamp=now - 86400)
    h.equal(stat["quota"], 0, "of other days")


@h.case(*SHAPES)
def charts(hub):
    caller = Caller(hub, calls=6)
    now = int(time.time())
    rows = data(hub, caller.key, "/api/data/self", start_timestamp=now - 86400, end_timestamp=now)
    got = collections.defaultdict(lambda: [0, 0])
    for row in rows:
        h.equal((row["username"], row["created_at"] % 3600), (caller.user, 0), "a row")
        got[row["model_name"]][0] += row["count"]
        got[row["model_name"]][1] += row["token_used"]
    h.equal({model: tuple(sum_) for model, sum_ in got.items()},
            {model: (sums(caller.charged(model=model))["requests"],
                     sums(caller.charged(model=model))["tokens"]) for model in MODELS}, "sums")
    h.equal(data(hub, caller.key, "/api/data/self", start_timestamp=now + 7200,
                 end_timestamp=now + 7300), [], "nothing to come")


# ---- what is left -------------------------------------------------------------------------------


@h.case(*SHAPES)
def what_is_left(hub):
    poor, rich = Caller(hub, "--credit", "3.5"), Caller(hub)
    spent = sums(poor.charged())["cost"]
    for path in ("/api/usage/token", "/api/usage/token/"):
        answer = decimals(hub.get(path, key=poor.key))
        h.equal((answer["code"], answer["success"], answer["message"]), (True, True, "ok"), "frame")
        left = answer["data"]
        h.equal((left["total_used"], left["total_available"], left["unlimited_quota"]),
                (quota(spent), quota(Decimal("3.5") - spent), False), "of a user with credit")
        h.equal(left["total_granted"], left["total_used"] + left["total_available"], "granted")
        h.equal((left["name"], left["object"]), ("=1+1", "token_usage"), "whose it is")
    left = decimals(hub.get("/api/usage/token", key=rich.key))["data"]
    h.equal((left["unlimited_quota"], left["total_used"]),
            (True, quota(sums(rich.charged(key=rich.keys[0]["id"]))["cost"])), "without a limit")
    for base in ("/v1", ""):
        limit = decimals(hub.get(base + "/dashboard/billing/subscription", key=poor.key))
        h.equal((limit["object"], Decimal(limit["hard_limit_usd"]), limit["access_until"]),
                ("billing_subscription", Decimal("3.5"), 0), "the limit")
        used = decimals(hub.get(base + "/dashboard/billing/usage?start_date=2026-01-01"
                                "&end_date=2026-02-01", key=poor.key))
        h.equal(used["total_usage"], spent * 100, "in cents")
        limit = decimals(hub.get(base + "/dashboard/billing/subscription", key=rich.key))
        h.equal(limit["hard_limit_usd"], 100000000, "without a limit")


# ---- files ----------------------------------------------------------------------------------------


def read_csv(content):
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))


@h.case()
def an_export_has_every_call(hub):
    caller = Caller(hub)
    answer = h.expect(hub.get("/v1/usage/export", key=caller.key), 200)
    h.equal(answer.header("content-type"), "text/csv; charset=utf-8; header=present", "type")
    h.require(answer.content.endswith(b"\r\n") and b"\n" not in answer.content.replace(b"\r\n", b""),
              "lines end in CRLF")
    rows = read_csv(answer.content)
    h.equal(set(rows[0]), set(re.sub(r"\r\n.*", "", answer.content.decode(), flags=re.S).split(",")),
            "columns")
    names = {key["id"]: key["name"] for key in caller.keys}
    for row, entry in zip(rows, caller.entries, strict=True):
        name = names[entry["key"]]
        h.equal(row["key_name"], "'" + name if name[0] == "=" else name, "a name, defused")
        h.equal((row["id"], row["time"], row["user"], row["key"], row["model"], row["outcome"],
                 row["cost"], row["prompt_tokens"], row["output_tokens"], row["stream"]),
                (entry["id"], entry["time"], caller.user, str(entry["key"]), entry["model"],
                 entry["outcome"], entry["cost"], str(entry["prompt"]), str(entry["output"]),
                 "true" if entry["stream"] else "false"), "a row")
    h.equal(hub.command("entry", "export", "--user", caller.user).stdout.replace("\r\n", "\n"),
            answer.content.decode().replace("\r\n", "\n"), "the command's")


@h.case(*SHAPES)
def an_export_in_lines_of_json(hub):
    caller = Caller(hub)
    answer = h.expect(hub.get("/v1/usage/export?format=jsonl&model=test/*3", key=caller.key), 200)
    rows = [json.loads(line, parse_float=Decimal) for line in answer.content.splitlines()]
    wanted = caller.charged(model=MODELS[1])
    h.equal([row["id"] for row in rows], [row["id"] for row in wanted], "what fits")
    h.equal([Decimal(row["cost"]) for row in rows], [Decimal(row["cost"]) for row in wanted], "costs")
    h.equal({row["key_name"] for row in rows},
            {key["name"] for key in caller.keys if caller.charged(model=MODELS[1], key=key["id"])},
            "names as they are")
    answer = h.expect(hub.get("/v1/usage/export?format=jsonl&outcome=failed", key=caller.key), 200)
    h.equal(len(answer.content.splitlines()), 1, "what failed")
    answer = h.expect(hub.call("HEAD", "/v1/usage/export", key=caller.key), 200)
    h.equal(answer.content, b"", "the body of HEAD")


def peak_kib(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmHWM:\s*(\d+)", status)[1])


def fill(hub, key, count):
    """Entries of the past, while nobody has the ledger open."""
    user = hub.ask("user", "show", key["user"])[0]["id"]
    subprocess.run([h.program("tests/bench/entries"), hub.data, str(count), str(user),
                    str(key["id"])], check=True, capture_output=True, timeout=120)


def leave_early(hub, key):
    """Whoever leaves ends the reading: it is found out long before the end."""
    answer = hub.open("GET", "/v1/usage/export", key=key)
    h.require(answer.head() and answer.status == 200 and answer.piece(), "the beginning")
    answer.reset()
    line = h.until(lambda: re.search(r"GET /v1/usage/export .*error=gone.*", hub.log()),
                   "the export ends")
    h.require(int(re.search(r"(\d+) bytes", line[0])[1]) < MANY * 100, line[0])


def aigne_export(hub, key):
    """How many lines AIGNE's file has, the newest first, besides its head."""
    answer = hub.open("GET", "/aigne/api/user/model-calls/export", key=key, timeout=60)
    h.require(answer.head() and answer.status == 200, "status", answer.status)
    count, last, kept = 0, b"", b""
    while (part := answer.piece()):
        *lines, kept = (kept + part).split(b"\r\n")
        for line in lines:
            id_ = line.split(b",")[1]
            h.require(last in (b"", b"Request ID") or id_ < last, "out of order:", line)
            last, count = id_, count + 1
    h.require(answer.complete and not kept, "the end of the answer")
    return count - 1


@h.case("lighttpd-socket", own=True, limit=240)
def a_long_export_takes_no_memory(_, provider):
    with h.Bare(provider, {"cache_kb": 1024}) as hub:
        user = hub.new_user()
        key = hub.new_key(user)
        fill(hub, key, MANY)
        responder = hub.respond()
        first = hub.get("/v1/usage/export?start=2020-01-01&end=2020-02-01", key=key["key"])
        h.equal(len(first.content.splitlines()), 1, "of other times")
        before = peak_kib(responder.pid)
        seen, last, begun = 0, "", time.monotonic()
        for form in ("csv", "jsonl"):
            answer = hub.open("GET", f"/v1/usage/export?format={form}", key=key["key"], timeout=60)
            h.require(answer.head() and answer.status == 200, "status", answer.status)
            kept = b""
            while (part := answer.piece()):
                *lines, kept = (kept + part).split(b"\n")
                for line in lines:
                    id_ = line[:32] if form == "csv" else line[7:39]
                    if line[:3] != b"id,":
                        h.require(last == "" or id_ > last, "out of order:", line)
                        last, seen = id_, seen + 1
            h.require(answer.complete and not kept, "the end of the answer")
            last = ""
        aigne = aigne_export(hub, key["key"])
        took, grown = time.monotonic() - begun, peak_kib(responder.pid) - before
        h.equal(seen, 2 * MANY, "entries")
        h.equal(aigne, MANY, "lines of AIGNE's")
        print(f"# figure {3 * MANY} entries exported in {took:.1f} s; the process grew by {grown} KiB"
              f" from {before}", flush=True)
        h.require(grown <= GROWTH or b"__asan_init" in
                  pathlib.Path(h.program("aihub.fcgi")).read_bytes(), f"it grew by {grown} KiB")
        leave_early(hub, key["key"])
        log = data(hub, key["key"], "/api/log/self", p=MANY // 100, page_size=100)
        h.equal((log["total"], len(log["items"]), log["items"][-1]["id"]), (MANY, 100, 1),
                "the last page of the log")
        answer = h.expect(ask(hub, key["key"], "/api/log/self", model_name="gpt-5-mini",
                              p=MANY // 500, page_size=100), 200).json["data"]
        h.equal((len(answer["items"]), answer["total"]), (100, 20000), "a page of what is filtered")
        hub.check_ledger()


# ---- retention ------------------------------------------------------------------------------------


OLD = 9000           # entries of the last 90 days


@h.case("lighttpd-socket", own=True, limit=120)
def old_entries_go_and_sums_stay(_, provider):
    with h.Bare(provider, {"retention_days": 30}) as hub:
        user = hub.new_user()
        key = hub.new_key(user)
        hub.write_config(json.dumps({**hub.config, "retention_days": 0}))
        fill(hub, key, OLD)
        before = hub.ask("usage", user, "--by", "day,model,key", "--start", "2020-01-01")
        h.equal(hub.check_ledger()["entries"], OLD, "entries before")
        hub.write_config()
        hub.respond()
        slowest, calls = 0, 0

        def gone():
            nonlocal slowest, calls
            begun = time.monotonic()
            h.expect(hub.chat("test/test:events=1", key=key["key"]), 200)
            slowest, calls = max(slowest, time.monotonic() - begun), calls + 1
            return hub.check_ledger()["entries"] <= OLD // 3 + 100 + calls
        h.until(gone, "entries of more than 30 days have gone", 60)
        print(f"# figure {calls} calls meanwhile, the slowest took {slowest * 1000:.1f} ms", flush=True)
        oldest = time.strftime("%Y-%m-%dT%H", time.gmtime(time.time() - 30 * 86400 - 3600))

        def left():
            """What is left, once the last step is done: the number above is not that exact."""
            entries = hub.ask("entry", "list", "--user", user, "--limit", str(OLD))
            return entries[0]["time"] >= oldest and entries
        entries = h.until(left, f"nothing is left that is older than {oldest}")
        h.require(len(entries) >= OLD // 3 + calls - 100, "only", len(entries), "entries are left")
        after = hub.ask("usage", user, "--by", "day,model,key", "--start", "2020-01-01")
        h.equal(after[:len(before) - 1], before[:-1], "the sums")
        shown = hub.ask("user", "show", user)[0]
        h.equal(shown["entries"], OLD + calls, "all that ever were")


if __name__ == "__main__":
    h.run()
