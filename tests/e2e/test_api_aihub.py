#!/usr/bin/env python3
"""The AI Hub document, line by line: each endpoint, example, header, type of error and sample program in it. Every answer
is held against /openapi.json as well. The SDKs that it names were never published; its sample programs are in
clients/aihub_sample.*, as the document has them."""
import collections
import datetime
import functools
import json
import pathlib
import re
import shutil
import subprocess
import sys
import time

import harness as h
from document import Document
from packages import directory, install

SHAPES = ("lighttpd",)
SAMPLES = pathlib.Path(__file__).resolve().parent / "clients"
CHAT, STREAM = "/v1/chat/completions", "/v1/chat/stream"
SAID = "".join(f"word{i} " for i in range(10))
STATUSES = {200, 201, 400, 401, 403, 404, 429, 500}


def settings(provider):
    row = h.Site.row(provider.url)
    return {
        "wrong_keys": 0,
        "providers": {"openai": {**row, "any_model": False}, "anthropic": {**row, "any_model": False}},
        "models": {
            "gpt-4": "openai/gpt-4", "claude-3-opus": "anthropic/claude-3-opus", "claude-3": "anthropic/claude-3",
            "down": "openai/test:status=500", "cut": "openai/test:cuthead=0", "full": "openai/test:status=429,retry=7",
            "broken": "openai/test:events=6,cut=3", "echo": "openai/test:echo",
        },
    }


@functools.cache
def document_of(hub):
    return Document(hub)


def ask(hub, method, path, body=None, **more):
    """An answer that /openapi.json describes."""
    return document_of(hub).check(hub.call(method, path, body, **more), method, path)


def good(hub, method, path, body=None, status=200, **more):
    return h.expect(ask(hub, method, path, body, **more), status, f"{method} {path}")


def refused(hub, method, path, body, status, type_, **more):
    """The error object of an answer."""
    answer = h.expect(ask(hub, method, path, body, **more), status, f"{method} {path}")
    h.require(answer.status in STATUSES | {402, 502, 503}, "status", answer.status)
    error = answer.json["error"]
    h.equal(list(answer.json), ["error"], "members of the body")
    h.equal(sorted(set(error) - {"retry_after"}), ["code", "message", "param", "type"], "members of error")
    h.equal(error["type"], type_, f"the type of {error}")
    return answer


def new_key(hub, *options, plan=None):
    return hub.new_key(hub.new_user(*(("--plan", plan) if plan else ())), *options)["key"]


def hello(model="gpt-4", **members):
    return {"model": model, "messages": [{"role": "user", "content": "Hello, AI Hub!"}], **members}


def sent_for(hub, answer):
    """What the provider got for it."""
    return json.loads(hub.provider.seen(answer.header("x-request-id"))["body"])


def chunks(answer):
    """The data of a stream's events, which ends as the document says."""
    data = [h.data_of(event) for event in h.split_events(answer.content)]
    told = [one for one in data if one is not None]
    h.equal(told[-1], b"[DONE]", "the end of the stream")
    return [json.loads(one) for one in told[:-1]]


def text_of(events):
    return "".join(event["choices"][0]["delta"].get("content") or "" for event in events if event["choices"])


# ---- chat -----------------------------------------------------------------------------------------------------


@h.case(*SHAPES, name="POST /v1/chat/completions: the document's request and response")
def chat(hub):
    request = {"model": "gpt-4", "messages": [{"role": "system", "content": "You are a helpful assistant."},
                                              {"role": "user", "content": "Hello, AI Hub!"}],
               "max_tokens": 1000, "temperature": 0.7, "stream": False}
    told = good(hub, "POST", CHAT, request).json
    h.equal((told["object"], told["model"], len(told["choices"])), ("chat.completion", "gpt-4", 1), "the envelope")
    h.require(told["id"].startswith("chatcmpl-") and told["created"] > 1600000000, told["id"], told["created"])
    choice, usage = told["choices"][0], told["usage"]
    h.equal((choice["index"], choice["finish_reason"]), (0, "stop"), "the choice")
    h.equal((choice["message"]["role"], choice["message"]["content"]), ("assistant", SAID), "the message")
    h.require(usage["prompt_tokens"] > 0 and usage["completion_tokens"] == 10, usage)
    h.equal(usage["total_tokens"], usage["prompt_tokens"] + usage["completion_tokens"], "total_tokens")
    sent = sent_for(hub, good(hub, "POST", CHAT, request))
    h.equal([sent[name] for name in ("messages", "temperature")], [request["messages"], 0.7], "what the provider got")


@h.case(*SHAPES, name="POST /v1/chat/completions: streams with stream true")
def chat_streams(hub):
    answer = good(hub, "POST", CHAT, hello(stream=True))
    h.equal(text_of(chunks(answer)), SAID, "the text")


@h.case(*SHAPES, name="POST /v1/chat/stream: the document's request and its events")
def stream(hub):
    request = {"model": "gpt-4", "messages": [{"role": "user", "content": "Tell me a story"}], "stream": True}
    answer = good(hub, "POST", STREAM, request)
    h.require(answer.header("content-type").startswith("text/event-stream"), answer.header("content-type"))
    events = chunks(answer)
    h.equal(len({event["id"] for event in events}), 1, "ids of one stream")
    h.equal(text_of(events), SAID, "the text")
    for line in answer.content.splitlines():
        h.require(not line or line.startswith((b"data: ", b":")), "a line of the stream:", line)


@h.case(*SHAPES, name="POST /v1/chat/stream: streams whatever stream says")
def always_streams(hub):
    for members in ({}, {"stream": False}, {"stream": None}):
        h.equal(text_of(chunks(good(hub, "POST", STREAM, hello(**members)))), SAID, members)


@h.case(*SHAPES, name="POST /v1/chat/stream: the events come one by one")
def as_they_come(hub):
    hub.config["models"]["slow"] = "openai/test:events=4,gap=150"
    hub.write_config()
    h.until(lambda: "slow" in [row["id"] for row in hub.get("/v1/models").json["data"]], "the new model")
    call = hub.open("POST", STREAM, hello("slow"))
    times = [at for at, event in call.events() if b'"content":"word' in event]
    call.sock.close()
    h.equal(len(times), 4, "events with words")
    h.require(times[-1] - times[0] > 300000, "all at once:", times)


# ---- models and usage -----------------------------------------------------------------------------------------


@h.case(*SHAPES, name="GET /v1/models: the document's list")
def models(hub):
    told = good(hub, "GET", "/v1/models").json
    h.equal(sorted(told), ["data", "object"], "members")
    rows = {row["id"]: row for row in told["data"]}
    for name, owner in (("gpt-4", "openai"), ("claude-3-opus", "anthropic")):
        h.equal(sorted(set(rows[name]) - {"context_length"}),
                ["created", "id", "object", "owned_by", "supported_endpoint_types"], "members of a model")
        h.equal((rows[name]["object"], rows[name]["owned_by"]), ("model", owner), name)
        h.require(isinstance(rows[name]["created"], int), rows[name])


@h.case(*SHAPES, name="GET /v1/usage: the document's tree, of this month")
def usage(hub):
    user = hub.new_user()
    key = hub.new_key(user)["key"]
    for model in ("gpt-4", "gpt-4", "claude-3"):
        good(hub, "POST", CHAT, hello(model), key=key)
    rows = h.until(lambda: (found := hub.ask("entry", "list", "--user", user)) and len(found) == 3 and found, "the entries")
    told = good(hub, "GET", "/v1/usage", key=key).json
    h.equal((sorted(told), sorted(told["period"])), (["period", "usage"], ["end", "start"]), "members")
    h.equal(sorted(told["usage"]), ["models", "total_cost", "total_requests", "total_tokens"], "members of usage")
    sums = collections.defaultdict(lambda: {"requests": 0, "tokens": 0, "cost": 0.0})
    for row in rows:
        for of in (sums[row["model"]], sums[""]):
            of["requests"] += 1
            of["tokens"] += row["prompt"] + row["output"]
            of["cost"] = round(of["cost"] + float(row["cost"]), 9)
    total = sums.pop("")
    h.equal({name: round(told["usage"]["total_" + name], 9) for name in total}, total, "totals")
    h.equal(told["usage"]["models"], dict(sums), "by model")
    start, end = (datetime.datetime.strptime(told["period"][name], "%Y-%m-%dT%H:%M:%SZ") for name in ("start", "end"))
    h.equal((start.day, start.hour, start.minute, start.second), (1, 0, 0, 0), "the period's start")
    after = end + datetime.timedelta(seconds=1)
    h.equal((after.day, after.hour, after.minute, after.second), (1, 0, 0, 0), "the second after its end")
    h.equal((after - datetime.timedelta(days=1)).month, start.month, "one month")
    h.require(start.date() <= datetime.datetime.now(datetime.timezone.utc).date() <= end.date(), "this month", told["period"])


# ---- sessions -------------------------------------------------------------------------------------------------

SESSION = {"title": "Customer Support Chat", "model": "gpt-4", "system_prompt": "You are a helpful customer support assistant."}


def new_session(hub, **fields):
    return good(hub, "POST", "/v1/sessions", {**SESSION, **fields}, 201).json


@h.case(*SHAPES, name="POST /v1/sessions: the document's request")
def session_made(hub):
    told = new_session(hub)
    h.equal({name: told[name] for name in SESSION}, SESSION, "the session")
    h.equal((told["object"], told["id"], told["message_count"]), ("session", told["session_id"], 0), "the session")


@h.case(*SHAPES, name="GET /v1/sessions/{session_id}: the session with what was said")
def session_read(hub):
    id_ = new_session(hub, model="echo")["id"]
    good(hub, "POST", CHAT, {"session_id": id_, "messages": [{"role": "user", "content": "Is it open?"}]})
    told = good(hub, "GET", f"/v1/sessions/{id_}").json
    h.equal([(one["role"], one["content"].strip()) for one in told["messages"]],
            [("user", "Is it open?"), ("assistant", "Is it open?")], "messages")
    h.equal((told["id"], told["title"], told["message_count"]), (id_, SESSION["title"], 2), "the session")


@h.case(*SHAPES, name="PUT /v1/sessions/{session_id}: changes what is named")
def session_changed(hub):
    id_ = new_session(hub)["id"]
    told = good(hub, "PUT", f"/v1/sessions/{id_}", {"title": "Billing", "model": "claude-3"}).json
    h.equal([told[name] for name in ("title", "model", "system_prompt")], ["Billing", "claude-3", SESSION["system_prompt"]],
            "the session")
    h.equal(good(hub, "GET", f"/v1/sessions/{id_}").json["title"], "Billing", "the title")


@h.case(*SHAPES, name="DELETE /v1/sessions/{session_id}: it is gone")
def session_deleted(hub):
    id_ = new_session(hub)["id"]
    h.equal(good(hub, "DELETE", f"/v1/sessions/{id_}").json["deleted"], True, "deleted")
    for method, body in (("GET", None), ("PUT", {"title": "x"}), ("DELETE", None)):
        answer = refused(hub, method, f"/v1/sessions/{id_}", body, 404, "invalid_request_error")
        h.equal(answer.json["error"]["param"], "session_id", "param")


@h.case(*SHAPES, name="POST /v1/chat/completions: goes on with a session, its model and its system prompt")
def session_goes_on(hub):
    id_ = new_session(hub)["id"]
    for number, said in enumerate(("One", "Two")):
        answer = good(hub, "POST", CHAT, {"session_id": id_, "messages": [{"role": "user", "content": said}]})
        sent = sent_for(hub, answer)
        h.equal([one["role"] for one in sent["messages"]], ["system"] + ["user", "assistant"] * number + ["user"], "history")
        h.equal(sent["messages"][0]["content"], SESSION["system_prompt"], "the system prompt")
        h.equal((answer.json["model"], answer.header("x-session-id")), ("gpt-4", id_), "model, session")


# ---- keys, limits, plans ------------------------------------------------------------------------------------------


@h.case(*SHAPES, name="GET /v1/models: takes the key from Authorization: Bearer, and no other is let in")
def keys(hub):
    good(hub, "GET", "/v1/models", headers=[("Authorization", f"Bearer {hub.key}")], key=None)
    for headers in ([], [("Authorization", "Bearer your-api-key-here")], [("Authorization", "Bearer")]):
        answer = refused(hub, "GET", "/v1/models", None, 401, "authentication_error", headers=headers, key=None)
        h.equal(answer.json["error"]["code"], "invalid_api_key", "code")


def told_limit(answer, limit, what):
    h.equal(answer.header("x-ratelimit-limit"), str(limit), f"{what}: X-RateLimit-Limit")
    left, reset = int(answer.header("x-ratelimit-remaining")), int(answer.header("x-ratelimit-reset"))
    h.require(0 <= left <= limit, what, "X-RateLimit-Remaining", left)
    h.require(time.time() - 2 <= reset <= time.time() + 62, what, "X-RateLimit-Reset", reset)


@h.case(*SHAPES, name="GET /v1/usage: X-RateLimit headers stand on every answer to a known key")
def limits_are_told(hub):
    user = hub.new_user("--plan", "pro")
    key = hub.new_key(user)["key"]
    narrow = hub.new_key(user, "--models", "gpt-4")["key"]
    id_ = good(hub, "POST", "/v1/sessions", SESSION, 201, key=key).json["id"]
    rows = [("POST", CHAT, hello(), 200), ("POST", CHAT, hello(stream=True), 200), ("POST", STREAM, hello(), 200),
            ("GET", "/v1/models", None, 200), ("GET", "/v1/models/gpt-4", None, 200), ("GET", "/v1/usage", None, 200),
            ("POST", "/v1/sessions", SESSION, 201), ("GET", "/v1/sessions", None, 200), ("GET", f"/v1/sessions/{id_}", None, 200),
            ("PUT", f"/v1/sessions/{id_}", {"title": "x"}, 200), ("DELETE", f"/v1/sessions/{id_}", None, 200),
            ("POST", CHAT, b"{", 400), ("POST", CHAT, hello("no-such"), 404), ("GET", f"/v1/sessions/{id_}", None, 404),
            ("GET", "/v1/usage?start=x", None, 400), ("POST", CHAT, hello("down"), 500), ("POST", CHAT, hello("full"), 429),
            ("POST", "/v1/embeddings", b"{}", 400)]
    for method, path, body, status in rows:
        told_limit(good(hub, method, path, body, status, key=key), 500, f"{method} {path} {status}")
    told_limit(good(hub, "POST", CHAT, hello("claude-3"), 403, key=narrow), 500, "403")


@h.case(*SHAPES, name="POST /v1/chat/completions: 429 as the document has it, and Retry-After")
def limited(hub):
    key = new_key(hub, "--requests", "1/day")
    good(hub, "POST", CHAT, hello(), key=key)
    answer = refused(hub, "POST", CHAT, hello(), 429, "rate_limit_exceeded", key=key)
    error = answer.json["error"]
    wait = int(answer.header("retry-after"))
    h.require(0 < wait <= 86400 and error["retry_after"] == wait, "how long to wait:", wait, error)
    h.require(re.fullmatch(rf"Rate limit exceeded\b.* Try again in {wait} seconds\.", error["message"]), error["message"])
    h.equal(answer.header("x-ratelimit-remaining"), "0", "what is left")
    h.require(abs(int(answer.header("x-ratelimit-reset")) - time.time() - wait) < 3, "when it ends")


def check_plan(hub, plan, requests, tokens):
    [row] = [row for row in hub.ask("plan", "list") if row["name"] == plan]
    h.equal(row["limits"], [f"requests/minute={requests}", f"tokens/minute={tokens}"] if requests else [], plan)
    key = new_key(hub, plan=plan)
    answer = good(hub, "POST", CHAT, hello(max_tokens=5), key=key)
    h.equal(answer.header("x-ratelimit-limit"), requests and str(requests), "requests")
    h.equal(answer.header("x-ratelimit-limit-tokens"), tokens and str(tokens), "tokens")


@h.case(*SHAPES, name="POST /v1/chat/completions: the plan free")
def free(hub):
    check_plan(hub, "free", 10, 10000)


@h.case(*SHAPES, name="POST /v1/chat/completions: the plan developer")
def developer(hub):
    check_plan(hub, "developer", 100, 100000)


@h.case(*SHAPES, name="POST /v1/chat/completions: the plan pro")
def pro(hub):
    check_plan(hub, "pro", 500, 500000)


@h.case(*SHAPES, name="POST /v1/chat/completions: the plan enterprise, without limits")
def enterprise(hub):
    check_plan(hub, "enterprise", None, None)


@h.case(*SHAPES, name="POST /v1/chat/completions: the plan free lets 10 requests pass in a minute")
def free_plan(hub):
    key = new_key(hub, plan="free")
    answers = [ask(hub, "POST", CHAT, hello(max_tokens=5), key=key) for _ in range(21)]  # a minute may end between them
    windows = collections.Counter(answer.header("x-ratelimit-reset") for answer in answers if answer.status == 200)
    stopped = next(answer for answer in answers if answer.status == 429)
    h.require(max(windows.values()) == 10 == windows[stopped.header("x-ratelimit-reset")], "passed in each window:", windows)


# ---- errors -----------------------------------------------------------------------------------------------------


@h.case(*SHAPES, name="POST /v1/chat/completions: an unknown model is the document's error")
def unknown_model(hub):
    for path in (CHAT, STREAM):
        answer = refused(hub, "POST", path, hello("no-such-model"), 404, "invalid_request_error")
        h.equal([answer.json["error"][name] for name in ("param", "code")], ["model", "model_not_found"], "param and code")


@h.case(*SHAPES, name="POST /v1/chat/completions: invalid_request_error, 400 with the field's name")
def invalid_request(hub):
    for body, param in ((hello(messages="Hello"), "messages"), (hello(messages=[]), "messages"), (hello(5), "model"),
                        (hello(max_tokens=-1), "max_tokens"), (hello(stream="yes"), "stream")):
        for path in (CHAT, STREAM):
            answer = refused(hub, "POST", path, body, 400, "invalid_request_error")
            h.equal(answer.json["error"]["param"], param, f"{path} {body}")
    refused(hub, "POST", CHAT, b'{"model": "gpt-4", ', 400, "invalid_request_error")
    refused(hub, "POST", "/v1/sessions", {"title": 5}, 400, "invalid_request_error")
    refused(hub, "GET", "/v1/usage?end=never", None, 400, "invalid_request_error")


@h.case(*SHAPES, name="POST /v1/chat/completions: authentication_error, 401")
def authentication(hub):
    for key in (None, "your-api-key-here", "sk-" + "0" * 48):
        for method, path, body in (("POST", CHAT, hello()), ("POST", STREAM, hello()), ("GET", "/v1/usage", None),
                                   ("POST", "/v1/sessions", SESSION), ("GET", "/v1/sessions/sess_1", None)):
            refused(hub, method, path, body, 401, "authentication_error", key=key)


@h.case(*SHAPES, name="POST /v1/chat/completions: permission_error, 403 for a model that the key may not use")
def permission(hub):
    answer = refused(hub, "POST", CHAT, hello("claude-3"), 403, "permission_error", key=new_key(hub, "--models", "gpt-4"))
    h.equal(answer.json["error"]["code"], "model_not_allowed", "code")


@h.case(*SHAPES, name="POST /v1/chat/completions: rate_limit_error, 429 where the provider's limit is reached")
def providers_limit(hub):
    for path in (CHAT, STREAM):
        answer = refused(hub, "POST", path, hello("full"), 429, "rate_limit_error")
        h.equal((answer.header("retry-after"), answer.json["error"]["retry_after"]), ("7", 7), "how long to wait")


@h.case(*SHAPES, name="POST /v1/chat/completions: model_error, 500 and 502 where the model or its provider failed")
def model_error(hub):
    for path in (CHAT, STREAM):
        refused(hub, "POST", path, hello("down"), 500, "model_error")
        refused(hub, "POST", path, hello("cut"), 502, "model_error")


@h.case(*SHAPES, name="POST /v1/chat/stream: model_error as the last event of a stream that breaks")
def broken_stream(hub):
    answer = good(hub, "POST", STREAM, hello("broken"))
    data = [json.loads(one) for event in h.split_events(answer.content) if (one := h.data_of(event)) and one != b"[DONE]"]
    h.equal(data[-1]["error"]["type"], "model_error", "the last event")
    h.require(text_of(data[:-1]).startswith("word0 word1"), "what came before", data)


@h.case(*SHAPES, name="POST /v1/chat/completions: api_error, 500 where the hub itself failed")
def api_error(hub):
    id_ = new_session(hub, model="echo")["id"]
    good(hub, "POST", CHAT, {"session_id": id_, "messages": [{"role": "user", "content": "Hello"}]})
    file = next(path for path in (hub.data / "sessions").rglob("*") if path.is_file() and b"Hello" in path.read_bytes())
    file.write_bytes(re.sub(rb"[^\n]", b"x", file.read_bytes()))
    refused(hub, "POST", CHAT, {"session_id": id_, "messages": [{"role": "user", "content": "Hello"}]}, 500, "api_error")
    good(hub, "DELETE", f"/v1/sessions/{id_}")


# ---- the document's programs ------------------------------------------------------------------------------------


def written(hub, name, where):
    """The document's program with a base URL and a key of the hub."""
    text = (SAMPLES / name).read_text()
    for old, new in (("https://api.ai-hub.com/v1", f"http://127.0.0.1:{hub.port}/v1"), ("your-api-key-here", hub.key)):
        h.require(old in text, name, "has no", old)
        text = text.replace(old, new)
    path = where / name
    path.write_text(text)
    return path


def output(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    h.require(done.returncode == 0, command, done.stderr[-1500:], done.stdout[-500:])
    return done.stdout


PRINTED = f"{SAID}\n\n--- Streaming Response ---\n{SAID}"


@h.case(*SHAPES, name="POST /v1/chat/stream: the document's Python program", limit=300)
def python_sample(hub):
    where = directory()
    install("a Python environment", sys.executable, "-m", "venv", where)
    install("requests from PyPI", where / "bin/pip", "install", "--quiet", "--disable-pip-version-check", "requests")
    h.equal(output(where / "bin/python", written(hub, "aihub_sample.py", where)), PRINTED, "what it prints")


@h.case(*SHAPES, name="POST /v1/chat/stream: the document's JavaScript program", limit=300)
def javascript_sample(hub):
    where = directory()
    for name in ("node", "npm"):
        if not shutil.which(name):
            raise h.Skip(f"{name} is not installed")
    install("axios from npm", "npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", where, "axios", cwd=where)
    h.equal(output("node", written(hub, "aihub_sample.cjs", where)), PRINTED, "what it prints")


def curl_line(hub, number):
    """What one of the document's curl commands prints."""
    where = directory()
    commands = written(hub, "aihub_sample.sh", where).read_text().split("\n\n")
    h.equal(len(commands), 4, "commands")
    return output("bash", "-c", commands[number].replace("curl ", "curl --silent --show-error --fail --noproxy '*' "))


@h.case(*SHAPES, name="POST /v1/chat/completions: the document's curl command")
def curl_chat(hub):
    h.equal(json.loads(curl_line(hub, 0))["choices"][0]["message"]["content"], SAID, "the text")


@h.case(*SHAPES, name="POST /v1/chat/stream: the document's curl command")
def curl_stream(hub):
    lines = [line for line in curl_line(hub, 1).splitlines() if line.startswith("data: ")]
    h.equal(lines.pop(), "data: [DONE]", "the end")
    h.equal(text_of([json.loads(line[6:]) for line in lines]), SAID, "the text")


@h.case(*SHAPES, name="GET /v1/models: the document's curl command")
def curl_models(hub):
    h.require("gpt-4" in [row["id"] for row in json.loads(curl_line(hub, 2))["data"]], "gpt-4 is not listed")


@h.case(*SHAPES, name="GET /v1/usage: the document's curl command")
def curl_usage(hub):
    h.equal(sorted(json.loads(curl_line(hub, 3))), ["period", "usage"], "members")


h.run(settings)
