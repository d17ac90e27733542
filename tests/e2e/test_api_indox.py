#!/usr/bin/env python3
"""IndoxRouter's API as its document has it, endpoint by endpoint and example by example, and as its real
clients use it."""
import base64
import datetime
import decimal
import functools
import json
import re
import uuid

import harness as h
from document import Document

SHARED, OWN = ("", "/api/v1"), ("/indox", "/indox/api/v1")
EVERYWHERE = SHARED + OWN
MESSAGES = [{"role": "system", "content": "You are a helpful assistant."},
            {"role": "user", "content": "Hello, how are you?"}]
CHAT = {"messages": MESSAGES, "provider": "openai", "model": "gpt-4o-mini", "temperature": 0.7,
        "max_tokens": 1000, "stream": False, "additional_params": {}}
TEXT = {"prompt": "Once upon a time", "provider": "openai", "model": "gpt-4o-mini", "temperature": 0.7,
        "max_tokens": 1000, "stream": False, "additional_params": {}}
EMBEDDINGS = {"text": "Hello, world!", "provider": "openai", "model": "text-embedding-ada-002",
              "additional_params": {}}
IMAGE = {"prompt": "A beautiful sunset over the ocean", "provider": "openai", "model": "dall-e-3",
         "size": "1024x1024", "n": 1, "additional_params": {"quality": "standard", "style": "vivid"}}
ENVELOPE = ["created_at", "data", "duration_ms", "finish_reason", "message", "model", "provider",
            "request_id", "success", "usage"]
USAGE = ["cache_read_tokens", "cache_write_tokens", "cost", "latency", "reasoning_tokens", "timestamp",
         "tokens_completion", "tokens_prompt", "tokens_total"]
MODEL = ["capabilities", "description", "id", "max_tokens", "name", "pricing", "provider"]
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
INPUT, OUTPUT = decimal.Decimal("0.15"), decimal.Decimal("0.6")  # dollars for a million of gpt-4o-mini


def settings(provider):
    row = h.Site.row(provider.url)
    return {
        "providers": {
            "openai": {"base_url": provider.url, "key": "file:provider.key"},
            "test": row,
            "closed": {**row, "any_model": False},
        },
        "models": {"words": "test/test:events=3", "gpt-3.5-turbo": "test/test:events=2"},
    }


def check(what):
    """A case whose name says what is asked for."""
    def register(function):
        function.__name__ = what
        return h.case()(function)
    return register


document_of = functools.lru_cache(Document)


def post(hub, path, body, **more):
    """The answer, which must be such as /openapi.json says."""
    return document_of(hub).check(hub.call("POST", path, body, **more), "POST", path)


def get(hub, path, **more):
    return document_of(hub).check(hub.get(path, **more), "GET", path)


def exact(answer):
    """JSON whose numbers are what stands there."""
    return json.loads(answer.content, parse_float=decimal.Decimal)


def is_time(text):
    h.require(TIME.fullmatch(text), "no time:", text)


def check_envelope(hub, answer, provider="openai", model="gpt-4o-mini"):
    """The whole envelope, and that the ledger says the same. Returns it."""
    got = exact(h.expect(answer, 200))
    h.equal(sorted(set(got) - {"tool_calls", "reasoning_content"}), ENVELOPE, "members")
    call = answer.header("x-request-id")
    h.equal(str(uuid.UUID(call)), got["request_id"], "request_id")
    h.equal([got["provider"], got["model"]], [provider, model], "who answers")
    h.equal([got["success"], got["message"]], [True, ""], "success")
    is_time(got["created_at"])
    h.require(got["duration_ms"] >= 0 and isinstance(got["data"], str), got)
    check_usage(hub, got["usage"], call)
    return got


def check_usage(hub, usage, call):
    entry = hub.entry(call)
    h.equal(sorted(usage), USAGE, "members of usage")
    h.equal(usage["tokens_total"], usage["tokens_prompt"] + usage["tokens_completion"], "the total")
    h.equal([usage["tokens_prompt"], usage["tokens_completion"]], [entry["prompt"], entry["output"]],
            "tokens, and those of the ledger")
    h.equal(decimal.Decimal(str(usage["cost"])), decimal.Decimal(str(entry["cost"])),
            "the cost, and that of the ledger")
    h.require(usage["latency"] >= 0, usage)
    is_time(usage["timestamp"])


def refused(answer, status, code, param=None, words=()):
    """An error of the documented shape, with one of its seven codes."""
    h.expect(answer, status)
    got = answer.json
    h.equal(sorted(got), ["detail", "details", "error", "message", "status_code"], "members")
    h.equal([got["error"], got["status_code"]], [code, status], "the error")
    h.require(isinstance(got["detail"], str) and got["detail"] and got["message"], got)
    h.require(isinstance(got["details"], dict), got)
    if param:
        h.equal(got["details"].get("param"), param, f"the field {got}")
    for word in words:
        h.require(word in got["detail"], f"{word!r} is not in", got["detail"])
    return got


def events_of(answer):
    """The data of a stream's events, each with the exact prefix that clients look for."""
    events = []
    for event in h.split_events(h.expect(answer, 200).content):
        h.require(event.startswith(b"data: ") and event.endswith(b"\n\n"), event)
        events.append(event[6:-2])
    h.equal(events.pop(), b"[DONE]", "the last event")
    return [json.loads(event, parse_float=decimal.Decimal) for event in events]


def check_stream(hub, answer, text_of):
    """Returns the text of a stream, all of whose events are such as clients take."""
    *chunks, usage = events_of(answer)
    h.require(all(len(chunk["choices"]) == 1 and "error" not in chunk for chunk in chunks), chunks)
    h.equal([chunk["choices"][0]["finish_reason"] for chunk in chunks[:-1]], [None] * (len(chunks) - 1),
            "no end before the end")
    h.equal(chunks[-1]["choices"][0]["finish_reason"], "stop", "the end")
    h.require(usage["is_usage_info"] is True and "choices" not in usage, usage)
    check_usage(hub, usage["usage"], answer.header("x-request-id"))
    return "".join(text_of(chunk["choices"][0]) or "" for chunk in chunks)


# ---- logging in -------------------------------------------------------------------------------


@check("POST /auth/token: the document's example, JSON and form, and whom it lets in")
def auth_token(hub):
    key = hub.new_key()["key"]
    for base in EVERYWHERE:
        for body, kind in ((json.dumps({"username": "me", "password": key}).encode(), "application/json"),
                           (f"username={key}&password={key}".encode(), "application/x-www-form-urlencoded"),
                           (f"username=pip_client&password={key}".encode(),
                            "application/x-www-form-urlencoded")):
            answer = h.expect(post(hub, base + "/auth/token", body, key=None,
                                   headers=[("Content-Type", kind)]), 200, base)
            h.equal([answer.json["token_type"], answer.json["expires_in"]], ["bearer", 3600], "as documented")
            done = post(hub, base + "/chat/completions", CHAT, key=answer.json["access_token"])
            h.expect(done, 200, base)
        refused(post(hub, base + "/auth/token", {"username": "x", "password": "wrong horse"}, key=None),
                401, "authentication_error")
        refused(post(hub, base + "/auth/token", {"username": "x"}, key=None), 400, "invalid_request",
                "password")


@check("POST /auth/api-key: a token for the key of X-API-Key, with an empty body")
def auth_key(hub):
    for base in EVERYWHERE:
        answer = post(hub, base + "/auth/api-key", b"", key=None, headers=[("X-API-Key", hub.key)])
        token = h.expect(answer, 200).json["access_token"]
        h.expect(get(hub, base + "/models", key=token), 200, base)
        refused(post(hub, base + "/auth/api-key", b"", key=None, headers=[("X-API-Key", "sk-wrong")]), 401,
                "authentication_error")


# ---- chat -------------------------------------------------------------------------------------


@check("POST /chat/completions: the document's example, its envelope and its cost")
def chat(hub):
    for base in EVERYWHERE:
        got = check_envelope(hub, post(hub, base + "/chat/completions", CHAT))
        h.equal(got["data"], "".join(f"word{i} " for i in range(10)), "the answer")
        h.equal(got["finish_reason"], "stop", "finish_reason")
        used = got["usage"]
        cost = (used["tokens_prompt"] * INPUT + used["tokens_completion"] * OUTPUT) / 1000000
        h.equal(used["cost"], cost.quantize(decimal.Decimal("1e-9"), decimal.ROUND_HALF_UP).normalize(),
                "the price of the model")


@check("POST /chat/completions: what the real client sends, nulls and all")
def chat_of_client(hub):
    body = {"messages": MESSAGES, "model": "openai/gpt-4o-mini", "temperature": 0.7, "max_tokens": None,
            "stream": False, "byok_api_key": None,
            "additional_params": {"top_p": 0.5, "seed": 7, "stop": ["x"], "session_id": "of mine"}}
    for base in EVERYWHERE:
        answer = post(hub, base + "/chat/completions", body)
        check_envelope(hub, answer)
        asked = json.loads(hub.provider.seen(answer.header("x-request-id"))["body"])
        h.equal([asked["top_p"], asked["seed"], asked["stop"]], [0.5, 7, ["x"]], "options")
        h.require("session_id" not in asked and "max_tokens" not in asked, asked)


@check("POST /chat/completions: a model in one name or in two, an alias, and IndoxRouter's default")
def chat_models(hub):
    path = "/indox/chat/completions"
    for given, provider, model in (({"model": "test/test:events=1"}, "test", "test:events=1"),
                                   ({"provider": "test", "model": "test:events=1"}, "test", "test:events=1"),
                                   ({"provider": "none", "model": "test/x"}, "test", "x"),
                                   ({"model": "words"}, "test", "words"),
                                   ({"provider": "test", "model": "words"}, "test", "words"),
                                   ({}, "test", "gpt-3.5-turbo")):
        got = check_envelope(hub, post(hub, path, {"messages": MESSAGES, **given}), provider, model)
        if model == "words":
            h.equal(got["data"], "word0 word1 word2 ", "the alias")


@check("POST /chat/completions: tools within additional_params, and their calls in the answer")
def chat_tools(hub):
    tool = {"type": "function", "function": {"name": "look_up", "parameters": {
        "type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]}}}
    body = {"messages": MESSAGES, "model": "test/test:events=2,tools", "additional_params": {"tools": [tool]}}
    got = check_envelope(hub, post(hub, "/chat/completions", body), "test", "test:events=2,tools")
    call = got["tool_calls"][0]
    h.equal([got["finish_reason"], got["data"], call["type"], call["function"]["name"]],
            ["tool_calls", "", "function", "look_up"], "a call")
    h.equal(json.loads(call["function"]["arguments"]), {"text": "word0 word1 "}, "its arguments")
    *chunks, _ = events_of(post(hub, "/chat/completions", dict(body, stream=True)))
    pieces = [piece for chunk in chunks for piece in chunk["choices"][0]["delta"].get("tool_calls", [])]
    h.equal("".join(piece["function"]["arguments"] for piece in pieces), '{"text":"word0 word1 "}', "streamed")
    h.equal(chunks[-1]["choices"][0]["finish_reason"], "tool_calls", "its end")


@check("POST /chat/completions: a stream, as clients take it, and its usage")
def chat_stream(hub):
    for base in EVERYWHERE:
        body = {**CHAT, "stream": True, "max_tokens": None}
        text = check_stream(hub, post(hub, base + "/chat/completions", body),
                            lambda choice: choice["delta"].get("content"))
        h.equal(text, "".join(f"word{i} " for i in range(10)), "the text")


@check("POST /chat/completions: a stream that breaks says why")
def chat_broken_stream(hub):
    body = {"messages": MESSAGES, "model": "test/test:events=3,errevent=2", "stream": True,
            "additional_params": {}}
    answer = h.expect(post(hub, "/chat/completions", body), 200)
    last = h.split_events(answer.content)[-1]
    h.require(last.startswith(b"data: "), last)
    got = json.loads(last[6:])
    h.equal([got["error"], got["status_code"], got["detail"]], ["provider_error", 502, got["message"]],
            "the error")


@check("POST /chat/completions: a body that is not IndoxRouter's is another API's")
def chat_of_others(hub):
    for base in SHARED:
        answer = h.expect(hub.chat("words", path=base + "/chat/completions"), 200)
        h.equal(answer.json["choices"][0]["message"]["content"], "word0 word1 word2 ", base)
        for own in ({"provider": None}, {"text": "x"}, {"additional_params": {}}, {"byok_api_key": None}):
            body = {"model": "words", "messages": MESSAGES, **own}
            check_envelope(hub, post(hub, base + "/chat/completions", body), "test", "words")
        h.require("error" in h.expect(post(hub, base + "/chat/completions", b'{"model":'), 400).json, base)
    for base in OWN:
        check_envelope(hub, hub.chat("words", path=base + "/chat/completions"), "test", "words")


@check("POST /chat/completions: in a session of the hub, which is named at the top")
def chat_session(hub):
    made = h.expect(hub.call("POST", "/v1/sessions", {"model": "test/test:echo"}), 201).json["id"]
    body = {"messages": MESSAGES, "session_id": made, "additional_params": {"session_id": "of mine"}}
    answer = h.expect(post(hub, "/chat/completions", body), 200)
    h.equal(answer.header("x-session-id"), made, "the session")
    own = h.expect(post(hub, "/chat/completions", dict(body, model="default", provider="nobody")), 200)
    h.equal(hub.entry(own.header("x-request-id"))["model"], "test/test:echo", "the session's model")
    check_envelope(hub, answer, "test", "test:echo")
    refused(post(hub, "/chat/completions", dict(body, session_id="none")), 404, "not_found", "session_id")


@check("POST /chat/completions: what is wrong is named")
def chat_bad(hub):
    path = "/chat/completions"
    for more, param in (({"messages": []}, "messages"), ({"temperature": "hot"}, "temperature"),
                        ({"byok_api_key": "sk-mine"}, "byok_api_key"), ({"provider": 1}, "provider"),
                        ({"additional_params": {"n": 2}}, "additional_params.n"),
                        ({"additional_params": {"seed": "x"}}, "additional_params.seed"),
                        ({"additional_params": {"max_tokens": 5}}, "additional_params.max_tokens")):
        refused(post(hub, path, {**CHAT, **more}), 400, "invalid_request", param, [param])


# ---- texts, and what is not there yet -------------------------------------------------------------


@check("POST /completions: the document's example, its envelope and a stream")
def completions(hub):
    for base in EVERYWHERE:
        path = base + "/completions"
        answer = post(hub, path, TEXT)
        got = check_envelope(hub, answer)
        h.equal(got["data"], "".join(f"word{i} " for i in range(10)), "the answer")
        asked = json.loads(hub.provider.seen(answer.header("x-request-id"))["body"])
        h.require("Once upon a time" in json.dumps(asked), asked)
        text = check_stream(hub, post(hub, path, {**TEXT, "stream": True}), lambda choice: choice["text"])
        h.equal(text, got["data"], "streamed")
        refused(post(hub, path, {**TEXT, "prompt": [1, 2]}), 400, "invalid_request", "prompt")
    for base in SHARED:
        other = h.expect(post(hub, base + "/completions", {"model": "words", "prompt": "x"}), 200)
        h.equal(other.json["text"], "word0 word1 word2 ", "another API's")


@check("POST /embeddings: the documented example, several texts, and what the clients send")
def embeddings(hub):
    for base in EVERYWHERE:
        path = base + "/embeddings"
        answer = post(hub, path, EMBEDDINGS)
        got = exact(h.expect(answer, 200))
        h.equal(sorted(got), sorted([*(set(ENVELOPE) - {"finish_reason"}), "dimensions"]), "members")
        call = answer.header("x-request-id")
        h.equal(str(uuid.UUID(call)), got["request_id"], "request_id")
        h.equal([got["provider"], got["model"], got["success"], got["message"]],
                ["openai", "text-embedding-ada-002", True, "Successfully generated embeddings"], "the envelope")
        is_time(got["created_at"])
        h.equal([len(got["data"]), len(got["data"][0])], [1, got["dimensions"]], "vectors")
        check_usage(hub, got["usage"], call)
        h.equal(got["usage"]["cost"], got["usage"]["tokens_prompt"] * decimal.Decimal("0.0000001"), "the price")
        both = exact(h.expect(post(hub, path, {**EMBEDDINGS, "text": ["Hello, world!", "Bye"]}), 200))
        h.equal([both["data"][0], len(both["data"])], [got["data"][0], 2], "several texts")
        usual = {"text": "Hello, world!", "byok_api_key": None, "additional_params": {"dimensions": 4}}
        h.equal(exact(h.expect(post(hub, path, usual), 200))["data"], [got["data"][0][:4]], "the usual model")
        former = {"input": ["Hello, world!"], "model": "openai/text-embedding-ada-002", "additional_params": {}}
        h.equal(exact(h.expect(post(hub, path, former), 200))["data"], got["data"], "what the client once sent")
        refused(post(hub, path, {**EMBEDDINGS, "text": ""}), 400, "invalid_request", "text")
        refused(post(hub, path, {**EMBEDDINGS, "model": "gpt-4o-mini"}), 400, "invalid_request", "model")


@check("POST /images/generations: the documented answer, and what it cost")
def images(hub):
    for base in EVERYWHERE:
        path = base + "/images/generations"
        answer = h.expect(post(hub, path, IMAGE), 200, path)
        got, call = exact(answer), answer.header("x-request-id")
        h.equal(sorted(got), sorted(set(ENVELOPE) - {"finish_reason"}), "members")
        h.equal([got["provider"], got["model"], got["success"], got["message"], str(uuid.UUID(call))],
                ["openai", "dall-e-3", True, "Successfully generated image", got["request_id"]], "the envelope")
        is_time(got["created_at"])
        row, = got["data"]
        h.require(row["url"].startswith("http") and row["b64_json"] is None, row)
        check_usage(hub, got["usage"], call)
        h.equal(json.loads(hub.provider.seen(call)["body"]),
                {"model": "dall-e-3", "prompt": IMAGE["prompt"], "size": "1024x1024", "quality": "standard", "style": "vivid"},
                "what the provider got")
        body = {**IMAGE, "additional_params": {"response_format": "b64_json"}}
        row, = exact(h.expect(post(hub, path, body), 200))["data"]
        h.equal((row["url"], base64.b64decode(row["b64_json"])[:4]), (None, b"\x89PNG"), "as data")
        for wrong, param in (({"prompt": ""}, "prompt"), ({"size": "1x1"}, "size"), ({"n": 2}, "n")):
            refused(post(hub, path, {**IMAGE, **wrong}), 400, "invalid_request", param)
        h.expect(post(hub, path, IMAGE, key=None), 401, path)


# ---- models ---------------------------------------------------------------------------------------


def check_model(got):
    h.equal(sorted(set(got) - {"object"}), MODEL, "members of a model")
    h.require(got["capabilities"] in (["chat", "completion"], ["embedding"], ["image"], ["text_to_speech"],
                                      ["speech_to_text"], ["moderation"], ["rerank"]), "capabilities", got)
    h.equal(sorted(got["pricing"]), ["input", "output"], "prices")


def check_mini(got):
    check_model(got)
    h.equal(got["capabilities"], ["chat", "completion"], "capabilities")
    h.equal([got["id"], got["provider"], got["max_tokens"]], ["gpt-4o-mini", "openai", 128000], "the model")
    h.equal([got["pricing"]["input"], got["pricing"]["output"]], [INPUT / 1000, OUTPUT / 1000],
            "dollars for a thousand tokens, exactly")
    h.equal(got["name"], "GPT-4o Mini", "the name")
    for word in ("128000 tokens", "tools", "0.15 USD", "0.6 USD"):
        h.require(word in got["description"], f"{word!r} is not in", got["description"])


def check_providers(providers):
    h.equal([row["id"] for row in providers], ["openai", "test"], "providers with models, in their order")
    for row in providers:
        h.equal(sorted(row), ["capabilities", "description", "id", "models", "name"], "members")
        for model in row["models"]:
            check_model(model)
            h.equal(model["provider"], row["id"], "its provider")
    h.equal(providers[0]["name"], "OpenAI", "the name")
    check_mini(next(model for model in providers[0]["models"] if model["id"] == "gpt-4o-mini"))
    h.equal([model["id"] for model in providers[1]["models"]], ["words", "gpt-3.5-turbo"], "aliases")


@check("GET /models: providers with their models, beside OpenAI's list")
def models(hub):
    for base in SHARED:
        for path in (base + "/models", base + "/models/"):
            got = exact(h.expect(get(hub, path), 200))
            h.equal(sorted(got), ["data", "object", "providers"], "members")
            check_providers(got["providers"])
            known = hub.get("/v1/models").json["data"]
            h.equal(got["data"], known, "OpenAI's list")
    for base in OWN:
        for path in (base + "/models", base + "/models/"):
            got = exact(h.expect(get(hub, path), 200))
            h.equal(sorted(got), ["providers"], "the document's members")
            check_providers(got["providers"])


@check("GET /models: whoever has no key learns nothing, and others what they may use")
def models_of_key(hub):
    refused(get(hub, "/indox/models", key=None), 401, "authentication_error")
    key = hub.new_key(None, "--models", "words")["key"]
    got = h.expect(get(hub, "/indox/models", key=key), 200).json["providers"]
    h.equal([[row["id"], [model["id"] for model in row["models"]]] for row in got], [["test", ["words"]]],
            "the one that it may use")
    refused(get(hub, "/indox/models/openai/gpt-4o-mini", key=key), 404, "not_found", "model", ["model"])
    refused(get(hub, "/indox/models/openai", key=key), 404, "not_found", "provider", ["provider"])


@check("GET /models/{provider}/{model}: the document's example")
def model(hub):
    for base in EVERYWHERE:
        check_mini(exact(h.expect(get(hub, base + "/models/openai/gpt-4o-mini"), 200)))
        got = exact(h.expect(get(hub, base + "/models/test/words"), 200))
        h.equal([got["id"], got["name"], got["provider"]], ["words", "words", "test"],
                "an alias, as the list shows it")
    for base in OWN:
        refused(get(hub, base + "/models/closed/nothing"), 404, "not_found", "model", ["model"])
        got = refused(get(hub, base + "/models/closed/nothing"), 404, "not_found")
        h.require("provider" not in got["detail"], "clients take it for an unknown provider:", got)


@check("GET /models/{provider}: one provider")
def provider(hub):
    for base in EVERYWHERE:
        got = exact(h.expect(get(hub, base + "/models/test"), 200))
        h.equal([got["id"], [model["id"] for model in got["models"]]],
                ["test", ["words", "gpt-3.5-turbo"]], base)


# ---- health and usage -------------------------------------------------------------------------------


@check("GET /: health for programs, the page for browsers")
def health(hub):
    for path in ("/", "/indox", "/indox/"):
        got = h.expect(get(hub, path, key=None), 200).json
        h.require(got["status"] == "ok" and got["version"], got)
        is_time(got["timestamp"])
    page = get(hub, "/", key=None, headers=[("Accept", "text/html")])
    h.require(b"<html" in h.expect(page, 200).content, "the page")


@check("GET /user/usage: what was used, by model, provider and day")
def usage(hub):
    user = hub.new_user("--credit", "5")
    key = hub.new_key(user)["key"]
    today = datetime.datetime.now(datetime.timezone.utc)
    before = today.date().isoformat()
    for model in ("openai/gpt-4o-mini", "gpt-4o-mini", "words"):
        h.expect(post(hub, "/indox/chat/completions", {"messages": MESSAGES, "model": model}, key=key), 200)
    spent = sum(decimal.Decimal(str(row["cost"])) for row in hub.entries("--user", user))
    for base in EVERYWHERE:
        got = exact(h.expect(get(hub, base + f"/user/usage?start_date={before}", key=key), 200))
        h.equal(sorted(got), ["daily_usage", "endpoints", "models", "providers", "remaining_credits",
                              "total_cost", "total_requests", "total_tokens"], "members")
        h.equal([got["total_requests"], got["models"]["openai/gpt-4o-mini"]["requests"],
                 got["models"]["test/words"]["requests"], got["providers"]["openai"]["requests"],
                 sum(day["requests"] for day in got["daily_usage"])], [3, 2, 1, 2, 3], "requests")
        h.equal(got["total_tokens"]["total"], got["total_tokens"]["input"] + got["total_tokens"]["output"],
                "tokens")
        h.equal(got["remaining_credits"], 5 - got["total_cost"], "what is left")
        h.equal(sum(row["cost"] for row in got["models"].values()), got["total_cost"], "the cost of all")
        h.equal(got["total_cost"], spent, "and of the ledger's entries")
        h.require(got["daily_usage"][0]["date"] in (before, today.date().isoformat()), got["daily_usage"])
        h.equal(exact(get(hub, base + "/user/usage?end_date=2020-01-01&start_date=2019-12-01",
                              key=key))["total_requests"], 0, "long ago")
        refused(get(hub, base + "/user/usage?start_date=yesterday", key=key), 400, "invalid_request",
                "start_date")


# ---- errors -----------------------------------------------------------------------------------------


@check("POST /chat/completions: all seven codes, in words that the real client tells apart")
def errors(hub):
    path = "/api/v1/chat/completions"

    def ask(key=..., **more):
        return post(hub, path, {**CHAT, **more}, key=key)

    def refused_words(status):
        return ask(provider="test", model=f"test:status={status}")
    refused(ask(messages="Hello"), 400, "invalid_request", "messages")
    refused(ask(key="sk-wrong"), 401, "authentication_error")
    refused(ask(key=hub.new_key(hub.new_user("--credit", "0"))["key"]), 402, "insufficient_credits")
    refused(ask(key=hub.new_key(None, "--models", "words")["key"]), 403, "permission_denied")
    got = refused(ask(provider="closed", model="none"), 404, "not_found", "model", ["model"])
    h.require("provider" not in got["detail"], "clients take it for an unknown provider:", got)
    plan = "p" + hub.new_user()
    hub.command("plan", "set", plan, "--limit", "requests/hour=1")
    key = hub.new_key(hub.new_user("--plan", plan))["key"]
    h.expect(ask(key=key), 200)
    answer = ask(key=key)
    got = refused(answer, 429, "rate_limit_exceeded")
    details = got["details"]
    h.equal(details["retry_after"], int(answer.header("retry-after")), "how long to wait")
    h.equal([details["limit_type"], details["limit"]], ["requests", 1], "which limit it is")
    reset = datetime.datetime.fromisoformat(details["reset_time"].replace("Z", "+00:00"))
    h.equal(int(reset.timestamp()), int(answer.header("x-ratelimit-reset")), "until when")
    hub.command("plan", "set", plan, "--limit", "tokens/hour=1")
    got = refused(ask(key=key), 429, "rate_limit_exceeded")
    h.equal([got["details"][name] for name in ("limit_type", "limit", "reset_time")], ["tokens", 1, None],
            "one that no waiting helps with")
    refused(refused_words(500), 500, "provider_error")
    refused(refused_words(503), 503, "provider_error", words=["model"])
    got = refused(refused_words(404), 404, "not_found", words=["model"])
    h.require("provider" not in got["detail"], got)
    refused(hub.get("/indox/none"), 404, "not_found")
    refused(hub.get("/indox/chat/completions"), 405, "invalid_request")


@h.case("lighttpd", "apache-fcgid", own=True)
def where_no_provider_takes_any_model(shape, provider):
    """Somebody else's provider is told from a model that is not there."""
    row = {**h.Site.row(provider.url), "any_model": False}
    with h.Hub(shape, provider, {"providers": {"test": row}, "models": {"words": "test/test:events=3"}}) as hub:
        got = refused(get(hub, "/indox/models/nobody/nothing"), 404, "not_found", "provider", ["provider"])
        h.require("model" not in got["detail"], got)
        refused(get(hub, "/indox/models/nobody"), 404, "not_found", "model", ["model"])
        for body in ({"provider": "nobody", "model": "none"}, {"model": "none"}, {}):
            got = refused(post(hub, "/indox/chat/completions", {"messages": MESSAGES, **body}), 404, "not_found",
                          "model", ["model", body.get("model", "gpt-3.5-turbo")])
            h.require("provider" not in got["detail"], got)


h.run(settings)
