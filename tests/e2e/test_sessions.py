#!/usr/bin/env python3
"""Sessions: made, listed, changed, exported and deleted over HTTP, and what a call in any dialect does with one: its
history goes before the request, what both sides say is added to it, whatever becomes of the call."""
import dataclasses
import json
import os
import signal
import threading
import time

import harness as h
from clock import ClockedHub

BASICS = ("lighttpd", "cgi")
TOOL_SCHEMA = {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]}


def settings(provider):
    root = provider.url.removesuffix("/v1")
    rows = {"chat": ("openai-compatible", "/v1"), "responses": ("responses-compatible", "/v1"),
            "anthropic": ("anthropic-compatible", "/v1"), "gemini": ("gemini-compatible", "/v1beta")}
    return {
        "providers": {"test": h.Site.row(provider.url),
                      **{name: {**h.Site.row(root + base), "type": type_} for name, (type_, base) in rows.items()}},
        "models": {"small": {"model": "test/test:echo", "context": 260, "max_output": 100,
                             "price": {"input": "1", "output": "2"}}},
    }


# ---- the dialects ---------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Dialect:
    name: str
    path: object   # function of the model and of whether it streams
    ask: object    # function of a text: members of the body
    tool: object   # function of the tool's name: members that offer it, and force it to be called
    result: object  # function of the call's id and name: members that bring its result, the tool among them
    text: object   # function of a whole answer
    piece: object  # function of an event's data, as JSON: the text in it
    call: object   # function of a whole answer: id and name of its one call


def responses_text(answer):
    return "".join(part["text"] for item in answer["output"] if item["type"] == "message"
                   for part in item["content"])


def gemini_parts(answer):
    return [part for one in answer.get("candidates", ()) for part in one.get("content", {}).get("parts", ())]


def of_type(items, type_):
    return next(item for item in items if item["type"] == type_)


FUNCTION = {"description": "Says it", "parameters": TOOL_SCHEMA}
CHAT = Dialect(
    "chat", lambda model, stream: "/v1/chat/completions",
    lambda text: {"messages": [{"role": "user", "content": text}]},
    lambda name: {"tools": [{"type": "function", "function": {"name": name, **FUNCTION}}]},
    lambda id_, name: {"messages": [{"role": "tool", "tool_call_id": id_, "content": "the result"}]},
    lambda answer: answer["choices"][0]["message"]["content"],
    lambda event: event["choices"][0]["delta"].get("content") or "" if event["choices"] else "",
    lambda answer: (answer["choices"][0]["message"]["tool_calls"][0]["id"],
                    answer["choices"][0]["message"]["tool_calls"][0]["function"]["name"]))
RESPONSES = Dialect(
    "responses", lambda model, stream: "/v1/responses",
    lambda text: {"input": text},
    lambda name: {"tools": [{"type": "function", "name": name, "strict": False, **FUNCTION}]},
    lambda id_, name: {"input": [{"type": "function_call_output", "call_id": id_, "output": "the result"}]},
    responses_text,
    lambda event: event["delta"] if event["type"] == "response.output_text.delta" else "",
    lambda answer: (of_type(answer["output"], "function_call")["call_id"],
                    of_type(answer["output"], "function_call")["name"]))
MESSAGES = Dialect(
    "messages", lambda model, stream: "/v1/messages",
    lambda text: {"max_tokens": 1000, "messages": [{"role": "user", "content": text}]},
    lambda name: {"tools": [{"name": name, "description": "Says it", "input_schema": TOOL_SCHEMA}]},
    lambda id_, name: {"max_tokens": 1000, "messages": [{"role": "user", "content": [
        {"type": "tool_result", "tool_use_id": id_, "content": "the result"}]}]},
    lambda answer: "".join(block["text"] for block in answer["content"] if block["type"] == "text"),
    lambda event: event["delta"].get("text", "") if event["type"] == "content_block_delta" else "",
    lambda answer: (of_type(answer["content"], "tool_use")["id"], of_type(answer["content"], "tool_use")["name"]))
GEMINI = Dialect(
    "gemini",
    lambda model, stream: f"/v1beta/models/{model}:" + ("streamGenerateContent?alt=sse" if stream
                                                         else "generateContent"),
    lambda text: {"contents": [{"role": "user", "parts": [{"text": text}]}]},
    lambda name: {"tools": [{"functionDeclarations": [{"name": name, **FUNCTION}]}]},
    lambda id_, name: {"contents": [{"role": "user", "parts": [
        {"functionResponse": {"name": name, "response": {"result": "the result"}}}]}]},
    lambda answer: "".join(part.get("text", "") for part in gemini_parts(answer)),
    lambda event: "".join(part.get("text", "") for part in gemini_parts(event)),
    lambda answer: (None, next(part["functionCall"]["name"] for part in gemini_parts(answer)
                               if "functionCall" in part)))
COMPLETIONS = Dialect(
    "completions", lambda model, stream: "/v1/completions", lambda text: {"prompt": text, "max_tokens": 500},
    None, None, lambda answer: answer["choices"][0]["text"],
    lambda event: event["choices"][0]["text"] if event["choices"] else "", None)
DIALECTS = (CHAT, COMPLETIONS, RESPONSES, MESSAGES, GEMINI)


# ---- asking ------------------------------------------------------------------------------------


def create(hub, key=..., **fields):
    answer = h.expect(hub.call("POST", "/v1/sessions", fields, key=key), 201)
    h.equal(answer.json["id"], answer.json["session_id"], "both names of the id")
    return answer.json


def session(hub, id_, **more):
    return h.expect(hub.get(f"/v1/sessions/{id_}", **more), 200).json


def said(hub, id_):
    """Role and content of each message."""
    return [(message["role"], message.get("content")) for message in session(hub, id_)["messages"]]


def ask(hub, id_, body, dialect=CHAT, model="default", stream=False, header=False, **more):
    """A call within a session; the model is what the session says unless told."""
    path = dialect.path(model, stream)
    if not path.startswith("/v1beta"):
        body = {**body, **({"model": model} if model is not None else {}), **({"stream": True} if stream else {})}
    if header:
        return hub.open("POST", path, body, headers=[("X-Session-Id", id_)], **more)
    return hub.open("POST", path, {**body, "session_id": id_}, **more)


def turn(hub, id_, text, dialect=CHAT, **more):
    return h.expect(ask(hub, id_, dialect.ask(text), dialect, **more).finish(), 200)


def texts_of(value):
    """All texts that a provider's request holds, in their order."""
    if isinstance(value, dict):
        return [text for name, inner in value.items() if name not in ("type", "role", "model")
                for text in texts_of(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts_of(inner)]
    return [value] if isinstance(value, str) else []


def heard(hub, answer):
    """The texts of the request that the provider got for an answer."""
    body = hub.provider.seen(answer.header("x-request-id"))["body"]
    h.require("session_id" not in body, "the provider is told of the session:", body)
    body = json.loads(body)
    first = [body.pop(name) for name in ("system", "instructions", "systemInstruction", "system_instruction")
             if name in body]
    wanted = [body.get(name) for name in ("messages", "input", "contents")]
    return texts_of(first + wanted)


def in_order(texts, *wanted):
    at = -1
    for want in wanted:
        where = [i for i, text in enumerate(texts) if i > at and want in text]
        h.require(where, repr(want), "is not behind the others in", texts)
        at = where[0]


# ---- over HTTP ------------------------------------------------------------------------------------


@h.case(*BASICS)
def made_changed_and_deleted(hub):
    made = create(hub, title="Help \u00e9\u20ac", model="test/test:echo", system_prompt="Be brief.",
                  metadata={"a": [1, {"b": None}]})
    h.equal({name: made[name] for name in ("title", "model", "system_prompt", "metadata", "message_count",
                                           "total_tokens", "estimated_cost", "expires_at")},
            {"title": "Help \u00e9\u20ac", "model": "test/test:echo", "system_prompt": "Be brief.",
             "metadata": {"a": [1, {"b": None}]}, "message_count": 0, "total_tokens": 0, "estimated_cost": 0,
             "expires_at": None}, "a new session")
    path = f"/v1/sessions/{made['id']}"
    h.equal(session(hub, made["id"]), {**made, "messages": []}, "the same again")
    changed = h.expect(hub.call("PUT", path, {"title": "Other"}), 200).json
    h.equal({**changed, "updated_at": 0}, {**made, "title": "Other", "updated_at": 0}, "a changed session")
    changed = h.expect(hub.call("PATCH", path, {"system_prompt": None, "model": "x", "metadata": {}}), 200).json
    h.equal((changed["title"], changed["system_prompt"], changed["model"], changed["metadata"]),
            ("Other", None, "x", {}), "changed again")
    h.equal(h.expect(hub.get(path + "/messages"), 200).json, {"session_id": made["id"], "messages": []}, "messages")
    h.equal(h.expect(hub.call("DELETE", path), 200).json["deleted"], True, "deleted")
    for method, body in (("GET", None), ("PUT", {"title": "x"}), ("DELETE", None)):
        h.expect_error(hub.call(method, path, body), 404, param="session_id")


@h.case(*BASICS)
def listed(hub):
    key = hub.new_key()["key"]
    ids = [create(hub, key=key, title=f"Number {n}")["id"] for n in range(5)]
    hub.call("PUT", f"/v1/sessions/{ids[1]}", {"title": "number ONE"}, key=key)

    def page(query=""):
        answer = h.expect(hub.get("/v1/sessions" + query, key=key), 200).json
        return [row["id"] for row in answer["data"]], answer["has_more"]
    newest = [ids[1], ids[4], ids[3], ids[2], ids[0]]
    h.equal(page(), (newest, False), "all")
    h.equal(page("?limit=2"), (newest[:2], True), "the first page")
    h.equal(page("?limit=2&offset=2"), (newest[2:4], True), "the second page")
    h.equal(page("?limit=2&offset=4"), (newest[4:], False), "the last page")
    h.equal(page("?limit=2&offset=40"), ([], False), "beyond")
    h.equal(page("?search=One"), ([ids[1]], False), "found")
    h.equal(page("?search=nUmber&limit=1&offset=1"), ([ids[4]], True), "found, second")
    h.equal(page("?search=%25"), ([], False), "not found")
    for query, name in (("?limit=0", "limit"), ("?limit=101", "limit"), ("?offset=-1", "offset"),
                        ("?limit=x", "limit"), ("?limit=", "limit"), ("?offset=99999999999999999999", "offset")):
        if query != "?limit=":
            h.expect_error(hub.get("/v1/sessions" + query, key=key), 400, param=name)


@h.case("lighttpd", own=True)
def only_so_many(shape, provider):
    with h.Hub(shape, provider, {**settings(provider), "session_limit": 2}) as hub:
        ids = [create(hub)["id"] for _ in range(2)]
        h.expect_error(hub.call("POST", "/v1/sessions", {}), 409, code="too_many_sessions")
        h.expect(hub.call("DELETE", f"/v1/sessions/{ids[0]}"), 200)
        create(hub)


@h.case("lighttpd", own=True)
def cut_where_memory_ends(shape, provider):
    with h.Hub(shape, provider, {**settings(provider), "body_limit": 1000000, "body_memory": 3100000}) as hub:
        key = hub.new_key(None, "--keep-prompts")["key"]
        id_ = create(hub, key=key, model="test/test:echo")["id"]
        words = ("word" * 25 + " ") * 9000
        call = ask(hub, id_, CHAT.ask(words), stream=True, key=key).finish()
        h.require(b"[DONE]" in call.content and call.content.count(b"word") == 225000, "the client's is not whole")
        user, assistant = session(hub, id_, key=key)["messages"]
        h.equal((user["content"], user.get("cut")), (words, None), "the user's")
        h.equal(assistant["cut"], True, "the assistant's")
        h.require(len(assistant["content"]) < len(words), "all was heard")
        for _ in range(4):
            turn(hub, create(hub, key=key, model="test/test:echo")["id"], "word " * 30000, key=key)


@h.case("lighttpd")
def only_so_long(hub):
    id_ = create(hub, model="test/test:events=3")["id"]
    h.expect_error(ask(hub, id_, CHAT.ask("x" * (17 << 20))).finish(), 413, code="session_full", param="session_id")
    turn(hub, id_, "short")
    stored_once(hub, id_, 2)


@h.case(*BASICS)
def bad_fields(hub):
    id_ = create(hub)["id"]
    bad = (("title", "x" * 201), ("title", "a\nb"), ("title", "\u0000"), ("title", 5), ("title", ["x"]),
           ("model", {}), ("model", "m" * 128), ("model", "a\tb"), ("system_prompt", 1),
           ("system_prompt", "x" * 33000), ("metadata", "x"), ("metadata", [1]), ("metadata", {"a": "x" * 9000}))
    for field, value in bad:
        h.expect_error(hub.call("POST", "/v1/sessions", {field: value}), 400, "invalid_request_error", param=field)
        h.expect_error(hub.call("PUT", f"/v1/sessions/{id_}", {field: value}), 400, param=field)
    h.expect_error(hub.call("POST", "/v1/sessions", b'{"title":"a","title":"b"}'), 400, param="title")
    h.expect_error(hub.call("POST", "/v1/sessions", b"[]"), 400)
    h.equal(create(hub, title="\u00e9" * 200)["title"], "\u00e9" * 200, "the longest title")
    for wrong in ("sess_", "x", "sess_" + "0" * 31 + "G", "..%2f..%2fstate.key", "sess_" + "0" * 33):
        h.require(hub.get("/v1/sessions/" + wrong).status in (400, 404), wrong)


@h.case(*BASICS)
def owner_only(hub):
    id_ = create(hub, model="test/test:echo")["id"]
    turn(hub, id_, "mine")
    other = hub.new_key()["key"]
    path = f"/v1/sessions/{id_}"
    for method, where, body in (("GET", path, None), ("GET", path + "/messages", None), ("GET", path + "/export", None),
                                ("PUT", path, {"title": "x"}), ("PATCH", path, {}), ("DELETE", path, None)):
        h.expect_error(hub.call(method, where, body, key=other), 404, param="session_id")
        h.expect(hub.call(method, where, body, key="sk-" + "x" * 48), 401)
    answer = ask(hub, id_, CHAT.ask("hers"), key=other).finish()
    h.expect_error(answer, 404, param="session_id")
    h.expect(ask(hub, id_, CHAT.ask("nobody's"), key="sk-" + "x" * 48).finish(), 401)
    h.equal(h.expect(hub.get("/v1/sessions", key=other), 200).json["data"], [], "the other's list")
    h.equal([content for _, content in said(hub, id_)][0], "mine", "the first message")
    h.equal(len(said(hub, id_)), 2, "messages")


# ---- calls ------------------------------------------------------------------------------------------


def stored_once(hub, id_, count):
    got = session(hub, id_)
    h.equal((got["message_count"], len(got["messages"])), (count, count), "messages")
    h.equal(len({message["id"] for message in got["messages"]}), count, "ids of messages")
    return got


@h.case(*BASICS, limit=180)
def every_dialect_goes_on(hub):
    for dialect in DIALECTS:
        for to in ("chat", "responses", "anthropic", "gemini"):
            id_ = create(hub, model=f"{to}/test:echo,events=40", system_prompt="Be brief.")["id"]
            first = turn(hub, id_, "the first words", dialect)
            h.equal(first.header("x-session-id"), id_, "X-Session-Id")
            h.equal(dialect.text(first.json).strip(), "the first words", f"{dialect.name} {to}")
            call = ask(hub, id_, dialect.ask("and then these"), dialect, stream=True)
            call.head()
            h.equal((call.status, call.header("x-session-id")), (200, id_), "the stream's head")
            events = [h.data_of(event) for _, event in call.events()]
            told = "".join(dialect.piece(json.loads(data)) for data in events if data and data != b"[DONE]")
            h.equal(told.strip(), "and then these", f"{dialect.name} {to}, streamed")
            in_order(heard(hub, call), "Be brief.", "the first words", "the first words", "and then these")
            h.equal([(role, content.strip()) for role, content in said(hub, id_)],
                    [("user", "the first words"), ("assistant", "the first words"), ("user", "and then these"),
                     ("assistant", "and then these")], f"{dialect.name} {to}")
    got = stored_once(hub, id_, 4)
    h.equal(got["title"], "the first words", "the title")
    entries = [row for row in hub.entries() if row["id"] in (first.header("x-request-id"), call.header("x-request-id"))]
    h.equal(got["total_tokens"], sum(row["prompt"] + row["output"] for row in entries), "tokens")
    h.require(got["estimated_cost"] > 0, "cost", got["estimated_cost"])
    for message in got["messages"]:
        h.require(message["timestamp"].endswith("Z") and message["tokens"] > 0, "message", message)
        h.equal(message.get("model"), "gemini/test:echo,events=40" if message["role"] == "assistant" else None, "model")


@h.case(*BASICS, limit=180)
def tools_over_two_calls(hub):
    for dialect in (CHAT, RESPONSES, MESSAGES, GEMINI):
        for to in ("chat", "responses", "anthropic", "gemini"):
            id_ = create(hub)["id"]
            tool = dialect.tool("say_it")
            asked = h.expect(ask(hub, id_, {**dialect.ask("use it"), **tool}, dialect,
                                 model=f"{to}/test:tools").finish(), 200, f"{dialect.name} {to}")
            call = dialect.call(asked.json)
            done = h.expect(ask(hub, id_, {**dialect.result(*call), **tool}, dialect, model=f"{to}/test").finish(),
                            200, f"{dialect.name} {to}, the result")
            body = hub.provider.seen(done.header("x-request-id"))["body"]
            h.require("say_it" in body and "the result" in body and "result of the tool call" not in body,
                      "the pair of", dialect.name, to, "is split:", body)
            roles = [role for role, _ in said(hub, id_)]
            h.equal(roles, ["user", "assistant", "tool", "assistant"], f"{dialect.name} {to}")
            turn(hub, id_, "go on", dialect, model=f"{to}/test")


THINKS = {"chat": {"reasoning_effort": "low"}, "responses": {"reasoning": {"effort": "low"}},
          "messages": {"thinking": {"type": "enabled", "budget_tokens": 1024}, "max_tokens": 4000},
          "gemini": {"generationConfig": {"thinkingConfig": {"includeThoughts": True, "thinkingBudget": 1024}}}}


@h.case(*BASICS, limit=180)
def reasoning_over_two_calls(hub):
    """Its state is not in the session, but the provider gets it back with the tool's result."""
    for dialect in (CHAT, RESPONSES, MESSAGES, GEMINI):
        for to in ("responses", "anthropic", "gemini"):
            id_ = create(hub)["id"]
            more = {**dialect.tool("say_it"), **THINKS[dialect.name]}
            model = f"{to}/test:tools,think=3"
            asked = h.expect(ask(hub, id_, {**dialect.ask("use it"), **more}, dialect, model=model).finish(), 200,
                             f"{dialect.name} {to}")
            done = h.expect(ask(hub, id_, {**dialect.result(*dialect.call(asked.json)), **more}, dialect,
                                model=f"{to}/test:think=3").finish(), 200, f"{dialect.name} {to}, the result")
            body = hub.provider.seen(done.header("x-request-id"))["body"]
            word = {"responses": '"encrypted_content"', "anthropic": '"signature"', "gemini": '"thoughtSignature"'}[to]
            h.require(word in body, "no state from", dialect.name, "to", to, body)


@h.case(*BASICS)
def reasoning_belongs_to_its_user(hub):
    """Not to what the call showed for itself: another key, or another login, finds it too."""
    user = hub.new_user()
    first, second, other = (hub.new_key(name)["key"] for name in (user, user, hub.new_user()))
    body = {**CHAT.ask("use it"), **CHAT.tool("say_it"), **THINKS["chat"], "model": "gemini/test:tools,think=3"}
    asked = h.expect(hub.call("POST", "/v1/chat/completions", body, key=first), 200).json["choices"][0]["message"]
    body["messages"] += [asked, *CHAT.result(*CHAT.call({"choices": [{"message": asked}]}))["messages"]]

    def state(key):
        done = h.expect(hub.call("POST", "/v1/chat/completions", {**body, "model": "gemini/test:think=3"}, key=key), 200)
        signed = json.loads(hub.provider.seen(done.header("x-request-id"))["body"])["contents"][1]["parts"]
        return [part.get("thoughtSignature") for part in signed if "functionCall" in part]
    mine = state(first)
    h.require(mine[0] and "skip" not in mine[0], "no state", mine)
    h.equal(state(second), mine, "with another key of the user")
    h.require(state(other) != mine, "somebody else's state")


@h.case(*BASICS)
def named_in_a_header(hub):
    id_ = create(hub, model="test/test:echo")["id"]
    h.expect(ask(hub, id_, CHAT.ask("one"), model=None, header=True).finish(), 200)
    h.expect(ask(hub, id_, CHAT.ask("two"), model="", header=True).finish(), 200)
    other = create(hub)["id"]
    both = ask(hub, id_, {**CHAT.ask("three"), "session_id": other}, header=True).finish()
    h.expect_error(both, 400, param="session_id")
    stored_once(hub, id_, 4)
    for wrong in (5, ["x"], {"id": id_}):
        body = {**CHAT.ask("x"), "model": "test/test", "session_id": wrong}
        h.expect_error(hub.call("POST", "/v1/chat/completions", body), 400, param="session_id")
    none = hub.call("POST", "/v1/chat/completions", {**CHAT.ask("x"), "model": "test/test", "session_id": None})
    h.expect(none, 200)
    h.equal(none.header("x-session-id"), None, "X-Session-Id")
    h.expect_error(ask(hub, "sess_" + "0" * 32, CHAT.ask("x")).finish(), 404, param="session_id")
    h.expect_error(ask(hub, "nonsense", CHAT.ask("x")).finish(), 404, param="session_id")
    h.expect_error(ask(hub, create(hub)["id"], CHAT.ask("x"), model=None).finish(), 400, param="model")
    h.expect_error(hub.call("POST", "/v1/chat/completions", CHAT.ask("x")), 400, param="model")
    spaced = f'{{ "session_id"\n:\t"{id_}" , "messages":[{{"role":"user","content":"four"}}]}}'.encode()
    last = f'{{"messages":[{{"role":"user","content":"five"}}] ,\n"session_id" : "{id_}" }}'.encode()
    for body in (spaced, last):
        answer = h.expect(hub.call("POST", "/v1/chat/completions", body), 200)
        h.require("session_id" not in hub.provider.seen(answer.header("x-request-id"))["body"], "told")
    stored_once(hub, id_, 8)


@h.case(*BASICS)
def oldest_out_first(hub):
    id_ = create(hub, model="small")["id"]
    for n in range(12):
        answer = turn(hub, id_, f"word{n} " + "x" * 60)
    texts = heard(hub, answer)
    h.require(not any("word0 " in text for text in texts) and any("word10 " in text for text in texts), texts)
    h.require("word11 " in texts[-1], texts)
    body = json.loads(hub.provider.seen(answer.header("x-request-id"))["body"])
    h.equal(body["messages"][0]["role"], "user", "who begins")
    stored_once(hub, id_, 24)


# ---- ends ------------------------------------------------------------------------------------------


@h.case(*BASICS)
def failed_calls_leave_nothing(hub):
    id_ = create(hub)["id"]
    for how, status in (("status=500", 500), ("status=429", 429), ("refuse", 502), ("garbage", 502)):
        answer = ask(hub, id_, CHAT.ask("x"), model=f"test/test:{how}").finish()
        h.equal(answer.status, status, how)
    stored_once(hub, id_, 0)
    turn(hub, id_, "well", model="test/test:echo")
    stored_once(hub, id_, 2)


@h.case(*BASICS)
def broken_streams_are_marked(hub):
    for dialect in (CHAT, MESSAGES):
        id_ = create(hub)["id"]
        call = ask(hub, id_, dialect.ask("tell me"), dialect, model="test/test:events=20,cut=3", stream=True).finish()
        h.equal(call.status, 200, "status")
        user, assistant = h.until(lambda: session(hub, id_)["messages"], "the broken turn is kept")
        h.equal((user["content"], user.get("aborted")), ("tell me", None), "the user's")
        h.equal((assistant["aborted"], len(assistant["content"].split())), (True, 3), "the assistant's")
        turn(hub, id_, "again", model="test/test:echo")
        stored_once(hub, id_, 4)


@h.case(*BASICS)
def left_streams_are_marked(hub):
    id_ = create(hub)["id"]
    call = ask(hub, id_, CHAT.ask("tell me"), model="test/test:events=400,gap=20", stream=True)
    call.head()
    next(call.events())
    call.reset()
    got = h.until(lambda: session(hub, id_)["messages"], "the turn is kept")
    h.equal((len(got), got[1].get("aborted")), (2, True), "the answer")
    h.require(0 < len(got[1]["content"].split()) < 400, "words", got[1]["content"])


@h.case(*BASICS)
def second_turn_waits(hub):
    id_ = create(hub, model="test/test:events=10,gap=60")["id"]
    first = ask(hub, id_, CHAT.ask("the first"), stream=True)
    first.head()
    done = []

    def second():
        done.append(turn(hub, id_, "the second", model="test/test:echo"))
    thread = threading.Thread(target=second)
    thread.start()
    first.finish()
    thread.join()
    in_order(heard(hub, done[0]), "the first", "the second")
    h.equal([content for role, content in said(hub, id_) if role == "user"], ["the first", "the second"], "order")


@h.case(*BASICS)
def third_turn_does_not_wait(hub):
    id_ = create(hub, model="test/test:echo")["id"]
    first = ask(hub, id_, CHAT.ask("the first"), model="test/test:events=2000,gap=25", stream=True, timeout=60)
    first.head()
    late = [ask(hub, id_, CHAT.ask(f"late {n}"), timeout=60) for n in range(3)]
    begun = time.monotonic()
    refused = {}
    threads = [threading.Thread(target=lambda n=n: refused.setdefault(n, late[n].finish())) for n in range(3)]
    for thread in threads:
        thread.start()
    h.until(lambda: len(refused) == 2, "two are refused")
    h.require(time.monotonic() - begun < 20, "they waited")
    for answer in refused.values():
        h.expect_error(answer, 409, code="session_busy", param="session_id")
    first.reset()
    for thread in threads:
        thread.join()
    h.equal(sorted(answer.status for answer in refused.values()), [200, 409, 409], "one waited")


@h.case("lighttpd")
def second_turn_gives_up(hub):
    id_ = create(hub)["id"]
    first = ask(hub, id_, CHAT.ask("the first"), model="test/test:events=2000,gap=25", stream=True, timeout=60)
    first.head()
    late = [ask(hub, id_, dialect.ask("too late"), dialect, model="test/test", timeout=60)
            for dialect in (CHAT, MESSAGES)]
    chat, messages = (call.finish() for call in late)
    h.expect_error(chat, 409, code="session_busy", param="session_id")
    h.expect(messages, 409)
    h.equal(messages.json["type"], "error", "the shape of the error")
    first.reset()
    h.until(lambda: session(hub, id_)["messages"], "the first turn is kept")
    stored_once(hub, id_, 2)


@h.case(*BASICS)
def what_a_death_left_is_cut_off(hub):
    id_ = create(hub, model="test/test:echo")["id"]
    turn(hub, id_, "one")
    file, = hub.data.glob(f"sessions/*/{id_}")
    h.equal(file.stat().st_mode & 0o777, 0o600, "the file's mode")
    whole = file.read_bytes()
    for rest in (b'{"id":"msg_0","role":"user","content":"lost"}\n', b'{"id":"msg_0","ro', b"\n", b"\0" * 5000):
        with open(file, "ab") as out:
            out.write(rest)
        h.equal(session(hub, id_)["message_count"], len(said(hub, id_)), "messages")
        answer = turn(hub, id_, "more")
        h.require("lost" not in "".join(heard(hub, answer)), "what did not count is said")
        h.require(file.read_bytes().startswith(whole) and not file.read_bytes()[len(whole):].startswith(rest),
                  "it is there")
        whole = file.read_bytes()
    stored_once(hub, id_, 10)


@h.case(*BASICS)
def damaged_history_fails(hub):
    id_ = create(hub, model="test/test:echo")["id"]
    turn(hub, id_, "one")
    file, = hub.data.glob(f"sessions/*/{id_}")
    content = file.read_bytes()
    file.write_bytes(content.replace(b"{", b"[", 1))
    before = hub.provider.stats()["requests"]
    h.expect_error(ask(hub, id_, CHAT.ask("two")).finish(), 500)
    h.equal(hub.provider.stats()["requests"], before, "requests to the provider")
    file.write_bytes(content)
    turn(hub, id_, "two")


@h.case(*BASICS)
def a_file_goes_with_its_session(hub):
    id_ = create(hub, model="test/test:echo")["id"]
    turn(hub, id_, "one")
    file, = hub.data.glob(f"sessions/*/{id_}")
    first = ask(hub, id_, CHAT.ask("two"), model="test/test:events=10,gap=50", stream=True)
    first.head()
    h.expect(hub.call("DELETE", f"/v1/sessions/{id_}"), 200)
    h.equal(file.exists(), False, "the file")
    first.finish()
    h.require(b"[DONE]" in first.content, "the running call is cut")
    h.expect(hub.get(f"/v1/sessions/{id_}"), 404)
    h.equal(file.exists(), False, "the file, later")


@h.case(*BASICS)
def exported(hub):
    id_ = create(hub, title="Talk", model="test/test:echo")["id"]
    for text in ("one\ntwo", "three", "four"):
        turn(hub, id_, text)
    path = f"/v1/sessions/{id_}"
    whole = session(hub, id_)
    out = h.expect(hub.get(path + "/export"), 200)
    h.equal(out.json, whole, "as JSON")
    h.require(f'filename="{id_}.json"' in out.header("content-disposition"), "the file's name")
    lines = h.expect(hub.get(path + "/export?format=jsonl"), 200)
    h.equal([json.loads(line) for line in lines.content.splitlines()], whole["messages"], "as lines")
    text = h.expect(hub.get(path + "/export?format=md"), 200)
    h.require((text.header("content-type") or "").startswith("text/markdown"), "type", text.header("content-type"))
    h.require(text.content.startswith(b"# Talk\n") and b"one\ntwo" in text.content, "as Markdown", text.content)
    h.expect_error(hub.get(path + "/export?format=pdf"), 400, param="format")
    last = h.expect(hub.get(path + "?limit=2"), 200).json
    h.equal(last["messages"], whole["messages"][-2:], "the last two")
    h.equal(h.expect(hub.get(path + "/messages?limit=3"), 200).json["messages"], whole["messages"][-3:], "three")
    empty = create(hub)["id"]
    for form in ("json", "jsonl", "md"):
        h.expect(hub.get(f"/v1/sessions/{empty}/export?format={form}"), 200)


@h.case(*BASICS)
def nothing_else_is_kept(hub):
    canary = "canary-7f3a91"
    for dialect in DIALECTS:
        h.expect(hub.call("POST", dialect.path("test/test:echo", False),
                          {**dialect.ask(canary), **({} if dialect is GEMINI else {"model": "test/test:echo"})}), 200)
    h.expect(hub.chat("test/test:status=500", text=canary), 500)
    hub.stream("test/test:echo", text=canary).finish()
    for path in hub.data.rglob("*"):
        if path.is_file():
            h.require(canary.encode() not in path.read_bytes(), "a prompt stands in", path.name)


def holding(hub, text):
    """The files of the data that hold a text, but those of the database, whose pages and logs hold what was deleted
    until something else takes its place."""
    return [path for path in hub.data.rglob("*")
            if path.is_file() and path.parent.name != "db" and text.encode() in path.read_bytes()]


@h.case(*BASICS)
def kept_where_a_key_wants_it(hub):
    user = hub.new_user()
    key = hub.new_key(user, "--keep-prompts")
    asked = [(CHAT, "test/test:echo", False), (CHAT, "anthropic/test:echo", False), (MESSAGES, "gemini/test:echo", True),
             (GEMINI, "gemini/test:echo", True), (COMPLETIONS, "test/test:echo", True)]
    for n, (dialect, model, stream) in enumerate(asked):
        canary = f"canary-{user}-{n}"
        body = dialect.ask(canary)
        if dialect is not GEMINI:
            body = {**body, "model": model, **({"stream": True} if stream else {})}
        call = hub.call("POST", dialect.path(model, stream), body, key=key["key"])
        id_ = h.expect(call, 200).header("x-request-id")
        kept, = h.until(lambda: holding(hub, canary), "the prompt is kept")
        h.equal((kept.name, kept.parent.parent.parent.name), (id_ + ".json", "prompts"), "where it is kept")
        h.equal((kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777), (0o600, 0o700), "modes")
        said = json.loads(kept.read_text())
        h.equal(said["request"], body, "the request")
        h.equal(said["answer"] if stream else json.dumps(said["answer"]),
                call.content.decode() if stream else json.dumps(call.json), "the answer")
        h.equal((said["id"], said["user"], said["key"], said["model"], said["outcome"], said["cut"]),
                (id_, user, key["id"], model, "done", False), "what else is said")
    long = hub.call("POST", "/v1/chat/completions", {**CHAT.ask("long" + "x" * (3 << 20)), "model": "test/test:events=3"},
                    key=key["key"])
    kept, = h.until(lambda: list(hub.data.glob(f"prompts/*/*/{h.expect(long, 200).header('x-request-id')}.json")), "kept")
    said = json.loads(kept.read_text())
    h.equal((said["cut"], len(said["request"])), (True, 1 << 20), "a long request")
    hub.ask("key", "set", str(key["id"]), "--no-keep-prompts")
    h.expect(hub.chat("test/test:echo", text="canary-no-more", key=key["key"]), 200)
    h.equal(holding(hub, "canary-no-more"), [], "kept without being wanted")


@h.case(*BASICS)
def erased_with_their_user(hub):
    user, stays = hub.new_user(), hub.new_user()
    keys = {name: hub.new_key(name, "--keep-prompts")["key"] for name in (user, stays)}
    for name, key in keys.items():
        ids = [create(hub, key=key, model="test/test:echo")["id"] for _ in range(3)]
        for id_ in ids:
            turn(hub, id_, f"canary-{name}", key=key)
        h.until(lambda: len(holding(hub, f"canary-{name}")) == 6, "what was said is kept")
    hub.ask("user", "erase", user)
    h.equal(holding(hub, f"canary-{user}"), [], "what is left of it")
    h.equal(len(holding(hub, f"canary-{stays}")), 6, "what is left of another one")
    h.equal(hub.ask("session", "list", stays)[0]["user"], stays, "its sessions")


@h.case(*BASICS)
def erased_while_a_call_runs(hub):
    user = hub.new_user()
    key = hub.new_key(user, "--keep-prompts")["key"]
    id_ = create(hub, key=key)["id"]
    canary = f"canary-{user}"
    call = ask(hub, id_, CHAT.ask(canary), model="test/test:events=20,gap=100", stream=True, key=key)
    call.head()
    hub.ask("user", "erase", user)
    call.finish()
    h.require(b"[DONE]" in call.content, "the running call is cut")
    for why in ("is not kept in its session", f"{call.header('x-request-id')} is not kept"):
        h.until(lambda: why in hub.log(), why)
    h.equal(holding(hub, canary), [], "what came back")


@h.case(*BASICS)
def on_the_command_line(hub):
    user = hub.new_user()
    key = hub.new_key(user)["key"]
    ids = [create(hub, key=key, title=f"Talk {n}", model="test/test:echo")["id"] for n in range(40)]
    turn(hub, ids[0], "hello", key=key)
    rows = hub.ask("session", "list", user)
    h.equal([row["id"] for row in rows], [ids[0], *ids[:0:-1]], "listed")
    h.equal((rows[0]["user"], rows[0]["title"], rows[0]["messages"], rows[0]["expires"]), (user, "Talk 0", 2, None),
            "a row")
    h.equal([row["title"] for row in hub.ask("session", "list", user, "--search", "TALK 39")], ["Talk 39"], "found")
    h.require(ids[7] in [row["id"] for row in hub.ask("session", "list")], "not in the list of all")
    h.equal(hub.ask("session", "show", ids[0])[0], rows[0], "shown")
    h.equal(json.loads(hub.command("session", "export", ids[0]).stdout), session(hub, ids[0], key=key), "exported")
    lines = hub.command("session", "export", ids[0], "--format", "jsonl").stdout.splitlines()
    h.equal([json.loads(line)["content"].strip() for line in lines], ["hello", "hello"], "as lines")
    h.require(hub.command("session", "export", ids[0], "--format", "md").stdout.startswith("# Talk 0\n"), "as Markdown")
    hub.ask("session", "delete", ids[0])
    h.expect(hub.get(f"/v1/sessions/{ids[0]}", key=key), 404)
    for words, status in ((("show", ids[0]), 1), (("show", "x"), 2), (("export", ids[1], "--format", "x"), 2)):
        h.equal(hub.command("session", *words, good=False).returncode, status, " ".join(words))


@h.case("lighttpd", own=True)
def ended_by_the_clock(shape, provider):
    config = {**settings(provider), "session_days": 10, "prompt_days": 5}
    with ClockedHub(shape, provider, config, at="2027-03-01 12:00:00") as hub:
        ids = [create(hub, model="test/test:echo")["id"] for _ in range(2)]
        key = hub.new_key(None, "--keep-prompts")["key"]
        for id_ in ids:
            turn(hub, id_, "hello")
        h.expect(hub.chat("test/test:echo", text="kept for a while", key=key), 200)
        h.equal(session(hub, ids[0])["expires_at"], "2027-03-11T12:00:00Z", "when it ends")
        file, other = (next(hub.data.glob(f"sessions/*/{id_}")) for id_ in ids)
        hub.set_clock("2027-03-09 12:00:00")
        turn(hub, ids[1], "again")
        hub.set_clock("2027-03-11 12:00:01")
        h.expect(hub.get(f"/v1/sessions/{ids[0]}"), 404)
        h.expect_error(ask(hub, ids[0], CHAT.ask("too late")).finish(), 404, param="session_id")
        h.equal([row["id"] for row in h.expect(hub.get("/v1/sessions"), 200).json["data"]], [ids[1]], "the list")
        h.until(lambda: not file.exists(), "the file is removed")
        h.equal(other.exists(), True, "the other one's file")
        stored_once(hub, ids[1], 4)


@h.case("lighttpd")
def killed_within_turns(hub):
    """Whatever moment the hub dies at, a session has whole turns only, and goes on."""
    id_ = create(hub, model="test/test:echo")["id"]
    turn(hub, id_, "the first")
    for n in range(12):
        calls = [ask(hub, id_, CHAT.ask(f"turn {n}"), stream=n % 2 == 0)]
        for pid in h.processes_of(hub.dir):
            if open(f"/proc/{pid}/comm").read().startswith("aihub"):
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
        for call in calls:
            call.finish()
        h.until(lambda: hub.get("/readyz").status == 200, "the hub is back")
        h.until(lambda: ask(hub, id_, CHAT.ask("alive")).finish().status == 200, "the session goes on")
        got = session(hub, id_)
        roles = [message["role"] for message in got["messages"]]
        h.equal(roles, ["user", "assistant"] * (len(roles) // 2), "who speaks")
        h.equal(got["message_count"], len(roles), "messages")


if __name__ == "__main__":
    h.run(settings)
