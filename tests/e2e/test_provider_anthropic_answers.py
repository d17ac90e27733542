#!/usr/bin/env python3
"""The exact form of the test provider's answers as Anthropic Messages, whole and streamed."""
import json

import direct
import harness as h
from messages import (BUDGET, SCHEMA, THOUGHTS, api, assistant, body_of, events, expect_error, good,
                      image, output, result, text, thought, tools, user)


@h.case("lighttpd", own=True)
def whole(shape, provider):
    answer = good(provider, "test:events=3,cached=2", system="four")
    message = dict(answer.json)
    h.require(message.pop("id").startswith("msg_"), "id")
    usage = message.pop("usage")
    h.equal(message, {"type": "message", "role": "assistant", "model": "test:events=3,cached=2",
                      "content": [text("word0 word1 word2 ")], "stop_reason": "end_turn",
                      "stop_sequence": None, "stop_details": None, "container": None}, "message")
    h.equal((usage["input_tokens"], usage["cache_read_input_tokens"], usage["cache_creation_input_tokens"],
             usage["output_tokens"]), (7, 2, 0, 3), "usage")
    h.require(answer.header("request-id"), "request-id")
    h.require("usage" not in good(provider, "test:nousage").json, "usage, not wanted")
    h.equal(good(provider, "test", max_tokens=0).json["content"], [], "nothing at all")


@h.case("lighttpd", own=True)
def reasons_to_stop(shape, provider):
    for model, members, reason, at, content in (
            ("test:events=2", {}, "end_turn", None, "word0 word1 "),
            ("test", {"max_tokens": 2}, "max_tokens", None, "word0 word1 "),
            ("test", {"stop_sequences": ["word9", "rd2", "word3"]}, "stop_sequence", "rd2", "word0 word1 wo"),
            ("test", {"stop_sequences": ["word5"], "max_tokens": 2}, "max_tokens", None, "word0 word1 "),
            ("test:finish=refusal,events=1", {}, "refusal", None, "word0 "),
            ("test:finish=pause_turn,events=1", {}, "pause_turn", None, "word0 ")):
        message = good(provider, model, **members).json
        h.equal((message["stop_reason"], message["stop_sequence"]), (reason, at), model)
        h.equal(message["content"][0]["text"], content, model)
        h.equal(message["stop_details"] is not None, reason == "refusal", "details")


@h.case("lighttpd", own=True)
def texts(shape, provider):
    blocks = [text("one "), image(), text("two")]
    for model, members, wanted in (("test:echo", {"messages": [user(blocks)]}, "one two"),
                                   ("test:echo,mark",
                                    {"messages": [user(blocks)], "metadata": {"user_id": "u"}},
                                    "u:0 one u:1 two"),
                                   ("test:mark,events=1", {"metadata": {"user_id": "u"}}, "u:0 "),
                                   ("test:text=9,events=2", {}, "word0 xx word1 xx ")):
        h.equal(good(provider, model, **members).json["content"], [text(wanted)], model)


@h.case("lighttpd", own=True)
def tool_calls(shape, provider):
    message = good(provider, "test:tools=2,events=2", tools=tools("a", "b")).json
    h.equal([(block["type"], block["name"], block["input"]) for block in message["content"]],
            [("tool_use", "a", {"text": "word0 word1 "})] * 2, "calls")
    h.equal(len({block["id"] for block in message["content"]}), 2, "ids")
    h.equal(message["stop_reason"], "tool_use", "reason")
    for choice, wanted in (({"type": "tool", "name": "b"}, ["b"] * 2), ({"type": "any"}, ["a"] * 2),
                           ({"type": "auto", "disable_parallel_tool_use": True}, ["a"]),
                           ({"type": "none"}, [])):
        message = good(provider, "test:tools=2", tools=tools("a", "b"), tool_choice=choice).json
        called = [block["name"] for block in message["content"] if block["type"] == "tool_use"]
        h.equal(called, wanted, choice)
    message = good(provider, "test", tools=tools("a"), tool_choice={"type": "any"}).json
    h.equal(len(message["content"]), 1, "a call that is forced")
    message = good(provider, "test:agent", tools=tools("Bash"), max_tokens=1).json
    h.equal((message["content"][0]["input"], message["stop_reason"]), ({}, "max_tokens"), "cut off")


@h.case("lighttpd", own=True)
def structured(shape, provider):
    wanted = {"name": "word0 word1", "count": 1, "share": 1.5, "good": True, "list": ["first"]}
    message = good(provider, "test", output_config=output(SCHEMA)).json
    h.equal(json.loads(message["content"][0]["text"]), wanted, "by the schema")
    said = [data["delta"]["text"] for name, data in events(good(provider, stream=True,
                                                                 output_config=output(SCHEMA)))
            if name == "content_block_delta"]
    h.require(len(said) > 3 and json.loads("".join(said)) == wanted, "in a stream", said)


@h.case("lighttpd", own=True)
def an_agents_turns(shape, provider):
    """A whole loop with thoughts, which have to come back as they were."""
    members = {"tools": tools("Read", "Bash"), "thinking": BUDGET}
    first = good(provider, "test:agent,think=4", **members).json
    h.equal([block["type"] for block in first["content"]], ["thinking", "tool_use"], "blocks")
    mind, use = first["content"]
    h.equal((mind["thinking"], use["name"]), (THOUGHTS, "Bash"), "thought and call")
    h.equal(use["input"], {"command": "echo from-the-tool", "description": "say it"}, "input")
    h.equal(first["usage"]["output_tokens_details"], {"thinking_tokens": 4}, "usage")

    def turn(*content, final=None):
        return {**members, "messages": [user(), assistant(*content), final or user([result(use["id"])]),
                                        {"role": "system", "content": "Go on"}]}
    message = good(provider, "test:agent,think=4", **turn(mind, use)).json
    h.equal(message["content"][1], text("The tool said: from-the-tool\n"), "the end")
    late = "messages.1.content.0.type: Expected `thinking`"
    forged = "messages.1.content.0: Invalid `signature`"
    for content, words in (((use,), late), ((text(), mind, use), late),
                           (({**mind, "thinking": THOUGHTS.strip()}, use), forged),
                           (({**mind, "thinking": THOUGHTS.replace("é", "e\u0301")}, use), forged),
                           (({**mind, "signature": mind["signature"][:-2]}, use), forged)):
        expect_error(api(provider).ask(body_of("test:agent,think=4", **turn(*content))), 400,
                     "invalid_request_error", words)
    older = turn(use)
    older["messages"].append(user())
    good(provider, "test:agent,think=4", **older)
    good(provider, "test:agent", **turn(use))
    good(provider, "test:agent,think=4", **{**turn(use), "thinking": {"type": "adaptive"}})


@h.case("lighttpd", own=True)
def thoughts_that_are_hidden(shape, provider):
    message = good(provider, "test:think=4", thinking={"type": "adaptive", "display": "omitted"}).json
    h.equal(message["content"][0], thought(""), "block")
    h.equal(message["usage"]["output_tokens"], 14, "they count")
    for thinking in (..., {"type": "disabled"}):
        message = good(provider, "test:think=4", thinking=thinking).json
        h.equal([block["type"] for block in message["content"]], ["text"], thinking)


# ---- streams ------------------------------------------------------------------------------------


def shape_of(name, data):
    """An event in short."""
    if name == "content_block_start":
        return f"start {data['index']} {data['content_block']['type']}"
    if name == "content_block_delta":
        return f"delta {data['index']} {data['delta']['type']}"
    return f"stop {data['index']}" if name == "content_block_stop" else name


def shapes(answer):
    return [shape_of(name, data) for name, data in events(answer)]


BEGIN, END = ["message_start", "ping"], ["message_delta", "message_stop"]


def block(index, kind, *deltas):
    return [f"start {index} {kind}", *(f"delta {index} {delta}" for delta in deltas), f"stop {index}"]


@h.case("lighttpd", own=True)
def streams(shape, provider):
    adaptive = {"thinking": {"type": "adaptive"}}
    piece, mind, say = "input_json_delta", "thinking_delta", "text_delta"
    for model, members, blocks in (
            ("test:events=3", {}, block(0, "text", say, say, say)),
            ("test:events=0", {}, []),
            ("test:events=1,think=2", adaptive, [*block(0, "thinking", mind, mind, "signature_delta"),
                                                 *block(1, "text", say)]),
            ("test:think=2", {"thinking": {"type": "adaptive", "display": "omitted"}, "max_tokens": 2},
             block(0, "thinking", "signature_delta")),
            ("test:events=2,tools=2", {"tools": tools("a")}, [*block(0, "tool_use", piece, piece, piece),
                                                              *block(1, "tool_use", piece, piece, piece)]),
            ("test:agent,think=1", {"tools": tools("Bash"), **adaptive},
             [*block(0, "thinking", mind, "signature_delta"),
              *block(1, "tool_use", piece, piece, piece, piece)])):
        h.equal(shapes(good(provider, model, stream=True, **members)), [*BEGIN, *blocks, *END], model)


@h.case("lighttpd", own=True)
def what_a_stream_says(shape, provider):
    """The same as the whole answer."""
    members = {"tools": tools("Bash"), "thinking": {"type": "adaptive"}}
    for model, more in (("test:agent,think=4,cached=3", members), ("test:think=5,events=4", members),
                        ("test:tools=3", members), ("test:echo", {"messages": [user("é \"x\"\n y")]}),
                        ("test", {"stop_sequences": ["word4"]})):
        message = good(provider, model, **more).json
        built, usage, blocks = {}, {}, []
        for name, data in events(good(provider, model, stream=True, **more)):
            if name == "message_start":
                built.update(data["message"])
                usage.update(built["usage"])
            elif name == "content_block_start":
                blocks.append(dict(data["content_block"]))
                h.equal(data["index"], len(blocks) - 1, "index")
            elif name == "content_block_delta":
                kind, *value = data["delta"].values()
                member = {"input_json_delta": "json", "text_delta": "text", "thinking_delta": "thinking",
                          "signature_delta": "signature"}[kind]
                blocks[-1][member] = blocks[-1].get(member, "") + value[0]
            elif name == "message_delta":
                built.update(data["delta"])
                usage.update(data["usage"])
        for one in blocks:
            if "json" in one:
                one["input"] = json.loads(one.pop("json"))
        h.equal(usage, message["usage"], "usage")
        for one in blocks + message["content"]:
            if "id" in one:
                one["id"] = one["id"][-2:]  # the rest is of the request
        h.equal(blocks, message["content"], "content")
        for name in ("model", "role", "type", "stop_reason", "stop_sequence", "stop_details"):
            h.equal(built[name], message[name], name)


@h.case("lighttpd", own=True)
def usage_in_streams(shape, provider):
    def usages(model):
        found = {name: data for name, data in events(good(provider, model, stream=True))}
        return found["message_start"]["message"].get("usage"), found["message_delta"].get("usage")
    start, end = usages("test:cached=1")
    h.equal((start["input_tokens"], start["cache_read_input_tokens"]), (4, 1), "start")
    h.equal(start["output_tokens"], 1, "output at the start")
    h.require(end["output_tokens"] == 10 and "input_tokens" not in end, "end", end)
    start, end = usages("test:cached=1,usagefinal")
    h.equal((start["input_tokens"], start["cache_read_input_tokens"]), (0, 0), "start")
    h.equal((end["input_tokens"], end["cache_read_input_tokens"], end["output_tokens"]), (4, 1, 10), "end")
    h.equal(usages("test:nousage"), (None, None), "none")


@h.case("lighttpd", own=True)
def broken_and_odd(shape, provider):
    words = ["delta 0 text_delta"] * 2
    opened = [*BEGIN, "start 0 text"]
    for model, wanted in (("test:events=2,nodone", [*opened, *words, "stop 0", "message_delta"]),
                          ("test:errevent=2", [*opened, *words, "error"]),
                          ("test:cleancut=2", [*opened, *words]), ("test:cut=2", [*opened, *words])):
        h.equal(shapes(good(provider, model, stream=True)), wanted, model)
    answer = good(provider, "test:errevent=1", stream=True)
    name, data = events(answer)[-1]
    h.equal((name, data["error"]["type"]), ("error", "api_error"), "error event")
    h.equal(data["request_id"], answer.header("request-id"), "its request_id")
    half = good(provider, "test:halfevent=1", stream=True).content
    h.require(half.split(b"\n\n")[-1].startswith(b'event: content_block_delta\ndata: {"type":'), "half", half)
    garbled = direct.events(good(provider, "test:garbage", stream=True))[4]
    h.require(garbled[0] == "content_block_delta" and isinstance(garbled[1], bytes), "garbage", garbled)
    crlf = good(provider, "test:crlf,comments,events=1", stream=True).content
    h.require(b": a comment\r\n\r\nevent: ping\r\ndata: " in crlf, "crlf and comments", crlf)
    odd = good(provider, "test:unknown,stamp").json
    h.require("x_unknown" in odd and "x_unknown" in odd["content"][0] and "sent_us" in odd, "unknown", odd)
    for _, data in events(good(provider, "test:unknown,stamp", stream=True)):
        h.require("x_unknown" in data and "sent_us" in data, "unknown", data)
    h.equal(good(provider, "test:json", stream=True).json["type"], "message", "no stream")
    h.equal(shapes(good(provider, "test:sse,events=0")), BEGIN + END, "a stream")
    good(provider, "test:loose", no_such=1)


@h.case("lighttpd", own=True)
def statuses(shape, provider):
    for status, type_ in ((400, "invalid_request_error"), (401, "authentication_error"),
                          (402, "billing_error"), (403, "permission_error"),
                          (404, "not_found_error"), (409, "conflict_error"),
                          (413, "request_too_large"), (422, "invalid_request_error"),
                          (429, "rate_limit_error"), (500, "api_error"), (503, "api_error"),
                          (504, "timeout_error"), (529, "overloaded_error")):
        answer = api(provider).ask(body_of(f"test:status={status},retry=7", stream=True))
        expect_error(answer, status, type_, "The test provider was told")
        h.equal(answer.header("retry-after"), "7", "Retry-After")


h.run()
