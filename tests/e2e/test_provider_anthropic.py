#!/usr/bin/env python3
"""The test provider's Anthropic Messages, asked without a hub: what it refuses, and the exact form of its answers."""
import base64
import json

import direct
import harness as h

HEADERS = {"x-api-key": h.PROVIDER_KEY, "anthropic-version": "2023-06-01"}
NEW = {"anthropic-version": "2026-10-21"}
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(20)).decode()
PDF = base64.b64encode(b"%PDF-1.7\n").decode()
THOUGHTS = 'thought0 thought1 thought2 thought3:"\\/é<&>\n" '
EMPTY = "sig/cbf29ce484222325+A=="  # what the signature of no text at all is


def user(content="Do it"):
    return {"role": "user", "content": content}


def assistant(*content):
    return {"role": "assistant", "content": list(content)}


def text(words="Yes"):
    return {"type": "text", "text": words}


def call(id_="toolu_1", name="Bash", **members):
    return {"type": "tool_use", "id": id_, "name": name, "input": {}, **members}


def result(id_="toolu_1", content="from-the-tool\n", **members):
    return {"type": "tool_result", "tool_use_id": id_, "content": content, **members}


def image(data=PNG, media_type="image/png"):
    return {"type": "image", "source": {"type": "base64", "media_type": media_type, "data": data}}


def tool(name="Bash", **members):
    return {"name": name, "input_schema": {"type": "object"}, **members}


def tools(*names):
    return [tool(name) for name in names]


def thought(words=THOUGHTS, signature=None):
    return {"type": "thinking", "thinking": words, "signature": signature or EMPTY}


MARK = {"type": "ephemeral"}
BUDGET = {"type": "enabled", "budget_tokens": 1024}
SCHEMA = {"type": "object", "additionalProperties": False, "required": ["name", "count"], "properties": {
    "name": {"type": "string"}, "count": {"type": "integer"}, "share": {"type": "number"},
    "good": {"type": "boolean"}, "list": {"type": "array", "items": {"$ref": "#/$defs/item"}}},
    "$defs": {"item": {"enum": ["first", "second"]}}}


def output(schema):
    return {"format": {"type": "json_schema", "schema": schema}}


def body_of(model="test", **members):
    body = {"model": model, "max_tokens": 2000, "messages": [user()], **members}
    return {name: value for name, value in body.items() if value is not ...}


def api(provider):
    return direct.Direct(provider, "/v1/messages", HEADERS)


def good(provider, model="test", headers=None, path=None, **members):
    return h.expect(api(provider).ask(body_of(model, **members), path, headers), 200, shorten(members))


def shorten(value):
    return h.shorten(value)


def expect_error(answer, status, type_, words):
    h.expect(answer, status, words)
    h.equal(list(answer.json), ["type", "error", "request_id"], "members of the body")
    h.equal(answer.json["type"], "error", "type of the body")
    error = answer.json["error"]
    h.equal(sorted(error), ["message", "type"], "members of the error")
    h.equal(error["type"], type_, "type")
    h.require(error["message"].startswith(words), f"{words!r} does not begin", error["message"])
    h.require(answer.header("request-id").startswith("req_"), "request-id", answer.headers)


# Members of the request, and what the error begins with. ...: the member is left out.
REFUSED = (
    ({"max_tokens": ...}, "max_tokens: Field required"),
    ({"max_tokens": -1}, "max_tokens: "),
    ({"max_tokens": "9"}, "max_tokens: "),
    ({"messages": ...}, "messages: Field required"),
    ({"messages": []}, "messages: "),
    ({"model": ...}, "model: Field required"),
    ({"no_such": 1}, "no_such: Extra inputs are not permitted"),
    ({"max_completion_tokens": 9}, "max_completion_tokens: Extra inputs are not permitted"),
    ({"temperature": 1.5}, "temperature: "),
    ({"top_p": 2}, "top_p: "),
    ({"service_tier": "default"}, "service_tier: "),
    ({"context_management": {"edits": []}}, "context_management: Extra inputs are not permitted"),
    ({"mcp_servers": []}, "mcp_servers: Extra inputs are not permitted"),
    ({"metadata": {"user": "x"}}, "metadata.user: Extra inputs are not permitted"),
    ({"metadata": {"user_id": "x" * 257}}, "metadata.user_id: "),
    ({"stop_sequences": ["ok", " \n"]}, "stop_sequences.1: "),
    ({"stop_sequences": [1]}, "stop_sequences.0: "),
    ({"system": 1}, "system: "),
    ({"system": [text("")]}, "system.0.text: text content blocks must be non-empty"),
    ({"system": [image()]}, "system.0.type: "),
    ({"cache_control": {"type": "forever"}}, "cache_control.type: "),
    # roles and order
    ({"messages": [assistant(text())]}, "messages.0: the first message must use the user role"),
    ({"messages": [{"role": "system", "content": "x"}, user()]}, "messages.0: "),
    ({"messages": [user(), {"role": "developer", "content": "x"}]}, "messages.1.role: "),
    ({"messages": [user(), {"role": "system", "content": [image()]}]}, "messages.1.content.0.type: "),
    ({"messages": [{**user(), "name": "x"}]}, "messages.0.name: Extra inputs are not permitted"),
    ({"messages": [user("")]}, "messages.0: all messages must have non-empty content"),
    ({"messages": [user([])]}, "messages.0: all messages must have non-empty content"),
    ({"messages": [user(), assistant(), user()]}, "messages.1: all messages must have non-empty content"),
    ({"messages": [user(None)]}, "messages.0.content: "),
    ({"messages": [user(), assistant(text("So "))]}, "messages.1: final assistant content cannot end"),
    ({"messages": [user(), {"role": "assistant", "content": "So\n"}]}, "messages.1: final assistant content"),
    # blocks
    ({"messages": [user([text("")])]}, "messages.0.content.0.text: text content blocks must be non-empty"),
    ({"messages": [user([text(" ")])]}, "messages.0.content.0.text: text content blocks must contain"),
    ({"messages": [user([{"type": "input_text", "text": "x"}])]}, "messages.0.content.0.type: "),
    ({"messages": [user([{**text(), "more": 1}])]}, "messages.0.content.0.more: Extra inputs"),
    ({"messages": [user([image(media_type="image/jpeg")])]}, "messages.0.content.0.source.data: "),
    ({"messages": [user([image(media_type="image/tiff")])]}, "messages.0.content.0.source.media_type: "),
    ({"messages": [user([image(PNG[:-4] + "====")])]}, "messages.0.content.0.source.data: "),
    ({"messages": [user([image(PNG.replace("/", "_").replace("+", "-") + "_")])]}, "messages.0.content.0.source.data: "),
    ({"messages": [user([image("data:image/png;base64," + PNG)])]}, "messages.0.content.0.source.data: "),
    ({"messages": [user([{"type": "image", "source": {"type": "url", "url": "http://x.org/a.png"}}])]},
     "messages.0.content.0.source.url: "),
    ({"messages": [user([{"type": "image", "source": {"type": "file", "file_id": "f"}}])]},
     "messages.0.content.0.source: "),
    ({"messages": [user([{"type": "document", "source": image()["source"]}])]},
     "messages.0.content.0.source.media_type: "),
    ({"messages": [user(), assistant(image())]}, "messages.1.content.0.type: "),
    ({"messages": [user([thought("")])]}, "messages.0.content.0.type: "),
    ({"messages": [user([{**text(), "cache_control": MARK}] * 5)]}, "messages.0.content.4.cache_control: "),
    ({"messages": [user([{**text(), "cache_control": {**MARK, "ttl": "1d"}}])]},
     "messages.0.content.0.cache_control.ttl: "),
    ({"messages": [user([{**text(), "cache_control": {**MARK, "scope": "global"}}])]},
     "messages.0.content.0.cache_control.scope: Extra inputs"),
    # tool calls and their results
    ({"messages": [user(), assistant(call()), user([result()])]}, "tools: "),
    ({"messages": [user(), assistant(call()), user([result()])], "tools": []}, "tools: "),
    ({"messages": [user(), assistant(call())], "tools": tools("Bash")}, "messages.1: `tool_use` ids were found"),
    ({"messages": [user(), assistant(call()), user()], "tools": tools("Bash")},
     "messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_1"),
    ({"messages": [user(), assistant(call(), call("toolu_2")), user([result()]), user([result("toolu_2")])],
      "tools": tools("Bash")}, "messages.1: `tool_use` ids were found"),
    ({"messages": [user(), assistant(call()), {"role": "system", "content": "x"}, user([result()])],
      "tools": tools("Bash")}, "messages.1: `tool_use` ids were found"),
    ({"messages": [user(), assistant(call()), user([text(), result()])], "tools": tools("Bash")},
     "messages.2.content.1: "),
    ({"messages": [user(), assistant(call()), user([result(), result()])], "tools": tools("Bash")},
     "messages.2.content.1: unexpected `tool_use_id`"),
    ({"messages": [user(), assistant(call()), user([result("toolu_2")])], "tools": tools("Bash")},
     "messages.2.content.0: unexpected `tool_use_id`"),
    ({"messages": [user([result()])], "tools": tools("Bash")}, "messages.0.content.0: unexpected `tool_use_id`"),
    ({"messages": [user(), assistant(call(), call()), user([result()])], "tools": tools("Bash")},
     "messages.1.content.1.id: `tool_use` ids must be unique"),
    ({"messages": [user(), assistant(call()), user([result()]), assistant(call()), user([result()])],
      "tools": tools("Bash")}, "messages.3.content.0.id: `tool_use` ids must be unique"),
    ({"messages": [user(), assistant(call("call.1")), user([result("call.1")])], "tools": tools("Bash")},
     "messages.1.content.0.id: String should match"),
    ({"messages": [user(), assistant(call("x" * 65)), user([result("x" * 65)])], "tools": tools("Bash")},
     "messages.1.content.0.id: String should match"),
    ({"messages": [user(), assistant(call(input="{}")), user([result()])], "tools": tools("Bash")},
     "messages.1.content.0.input: "),
    ({"messages": [user(), assistant(call()), user([result(content=[text("")])])], "tools": tools("Bash")},
     "messages.2.content.0.content.0.text: "),
    ({"messages": [user(), assistant(call()), user([result(content=[image()], is_error=True)])],
      "tools": tools("Bash")}, "messages.2.content.0.content: "),
    ({"messages": [user(), assistant(call()), user([result(content=[call()])])], "tools": tools("Bash")},
     "messages.2.content.0.content.0.type: "),
    # tools
    ({"tools": tools("a.b")}, "tools.0.name: String should match"),
    ({"tools": tools("x" * 129)}, "tools.0.name: String should match"),
    ({"tools": tools("a", "a")}, "tools: Tool names must be unique."),
    ({"tools": [{"name": "a"}]}, "tools.0.input_schema: Field required"),
    ({"tools": [tool(input_schema={})]}, "tools.0.input_schema.type: "),
    ({"tools": [tool(input_schema={"type": "object", "anyOf": []})]}, "tools.0.input_schema: "),
    ({"tools": [{"type": "function", "function": {"name": "a"}}]}, "tools.0.type: "),
    ({"tools": [tool(parameters={})]}, "tools.0.parameters: Extra inputs"),
    ({"tools": [tool(strict=True)]}, "tools.0.input_schema.additionalProperties: "),
    ({"tool_choice": {"type": "auto"}}, "tool_choice: "),
    ({"tool_choice": {"type": "auto"}, "tools": []}, "tool_choice: "),
    ({"tool_choice": {"type": "required"}, "tools": tools("a")}, "tool_choice.type: "),
    ({"tool_choice": "auto", "tools": tools("a")}, "tool_choice: "),
    ({"tool_choice": {"type": "tool"}, "tools": tools("a")}, "tool_choice.name: "),
    ({"tool_choice": {"type": "tool", "name": "b"}, "tools": tools("a")}, "tool_choice.name: Tool 'b' not found"),
    # thinking
    ({"thinking": {"type": "enabled"}}, "thinking.budget_tokens: "),
    ({"thinking": {"type": "enabled", "budget_tokens": 1023}}, "thinking.budget_tokens: "),
    ({"thinking": {"type": "enabled", "budget_tokens": 2000}}, "thinking.budget_tokens: `max_tokens` must be"),
    ({"thinking": {"type": "adaptive", "budget_tokens": 1024}}, "thinking.budget_tokens: "),
    ({"thinking": {"type": "on"}}, "thinking.type: "),
    ({"thinking": BUDGET, "temperature": 0.5}, "temperature: it may only be set to 1"),
    ({"thinking": BUDGET, "top_k": 5}, "top_k: "),
    ({"thinking": BUDGET, "top_p": 0.5}, "top_p: "),
    ({"thinking": BUDGET, "tools": tools("a"), "tool_choice": {"type": "any"}}, "tool_choice: Thinking may not"),
    ({"thinking": BUDGET, "tools": tools("a"), "tool_choice": {"type": "tool", "name": "a"}}, "tool_choice: "),
    ({"messages": [user(), assistant(thought(signature="sig/x"), text()), user()]},
     "messages.1.content.0: Invalid `signature` in `thinking` block"),
    ({"messages": [user(), assistant({"type": "thinking", "thinking": "x"}, text()), user()]},
     "messages.1.content.0.signature: Field required"),
    ({"messages": [user(), assistant({"type": "redacted_thinking", "data": "x"}, text()), user()]},
     "messages.1.content.0: Invalid `data` in `redacted_thinking` block"),
    # structured output
    ({"output_config": {"effort": "minimal"}}, "output_config.effort: "),
    ({"output_config": {"format": {"type": "json_object"}}}, "output_config.format"),
    ({"output_format": {"type": "json_schema", "schema": SCHEMA}}, "output_format: Extra inputs"),
    ({"output_config": output({"type": "object"})}, "output_config.format.schema.additionalProperties: "),
    ({"output_config": output({"properties": {}})}, "output_config.format.schema.type: Field required"),
    ({"output_config": output({**SCHEMA, "minProperties": 1})}, "output_config.format.schema.minProperties: "),
    ({"output_config": output({**SCHEMA, "properties": {"a": {"type": "string", "pattern": "x"}}})},
     "output_config.format.schema.properties.a.pattern: "),
    ({"output_config": output({**SCHEMA, "properties": {"a": {"type": "array", "items": {"type": "object"}}}})},
     "output_config.format.schema.properties.a.items.additionalProperties: "),
    ({"output_config": output({"type": "array", "items": {"type": "string"}, "minItems": 2})},
     "output_config.format.schema.minItems: "),
)

# Members of the request, and changed headers.
ACCEPTED = (
    ({}, None),
    ({}, {"x-api-key": None, "Authorization": "Bearer " + h.PROVIDER_KEY}),
    ({"temperature": 0.5, "top_p": 0.5, "top_k": 5, "stop_sequences": ["x"]}, None),
    ({"max_tokens": 0}, None),
    ({"tools": []}, None),
    ({"system": ""}, None),
    ({"system": [{**text(), "cache_control": {**MARK, "ttl": "1h"}}]}, None),
    ({"metadata": {"user_id": "x"}, "service_tier": "auto", "speed": None}, None),
    ({"messages": [user(), user(), assistant(text()), assistant(text()), user()]}, None),
    ({"messages": [user(), {"role": "system", "content": "Briefly"}]}, None),
    ({"messages": [user(), {"role": "assistant", "content": ""}]}, None),
    ({"messages": [user(), assistant(text("So"))]}, None),
    ({"messages": [user([image(), {"type": "image", "source": {"type": "url", "url": "https://x.org/a"}}])]}, None),
    ({"messages": [user([{"type": "document", "source": {"type": "base64", "media_type": "application/pdf",
                                                         "data": PDF}, "title": "x"},
                         {"type": "document", "source": {"type": "text", "media_type": "text/plain",
                                                         "data": "x"}, "citations": {"enabled": True}},
                         {"type": "document", "source": {"type": "content", "content": [text()]}}])]}, None),
    ({"messages": [user(), assistant(text(), call(), call("toolu_2")),
                   user([result("toolu_2", [text(), image()]), result(is_error=True), text()])],
      "tools": tools("Bash")}, None),
    ({"messages": [user(), assistant(call()), user([{"type": "tool_result", "tool_use_id": "toolu_1"}])],
      "tools": tools("Other"), "tool_choice": {"type": "none"}}, None),
    ({"messages": [user(), assistant(thought(""), text()), user()]}, None),
    ({"tools": [tool("x" * 128, strict=True, input_schema=SCHEMA, cache_control=MARK),
                {"type": "web_search_20250305", "name": "web_search", "max_uses": 5}]}, None),
    ({"tools": [tool(input_schema={"$schema": "x", "type": "object", "properties": {"a": {"pattern": "x"}}})]},
     None),
    ({"thinking": {"type": "adaptive", "display": "summarized"}, "output_config": {"effort": "high"}}, None),
    ({"thinking": BUDGET, "temperature": 1}, None),
    ({"thinking": {"type": "disabled"}, "temperature": 0}, None),
    ({"context_management": {"edits": [{"type": "clear_thinking_20251015", "keep": "all"}]}},
     {"anthropic-beta": "claude-code-20250219,context-management-2025-06-27"}),
    ({"output_format": {"type": "json_schema", "schema": SCHEMA}},
     {"anthropic-beta": "structured-outputs-2025-11-13"}),
    ({"system": [{**text(), "cache_control": {**MARK, "scope": "global"}}]},
     {"anthropic-beta": "prompt-caching-scope-2026-01-05"}),
    ({"messages": [user([{**text(), "citations": []}])]}, NEW),
)


@h.case("lighttpd", own=True)
def refused(shape, provider):
    for members, words in REFUSED:
        expect_error(api(provider).ask(body_of(**members)), 400, "invalid_request_error", words)


@h.case("lighttpd", own=True)
def accepted(shape, provider):
    for members, headers in ACCEPTED:
        good(provider, headers=headers, **members)


@h.case("lighttpd", own=True)
def heads(shape, provider):
    for headers, status, type_, words in (
            ({"x-api-key": None}, 401, "authentication_error", "There is no API key"),
            ({"x-api-key": "wrong"}, 401, "authentication_error", "This is not"),
            ({"x-api-key": "wrong", "Authorization": "Bearer " + h.PROVIDER_KEY}, 401,
             "authentication_error", "This is not"),
            ({"anthropic-version": None}, 400, "invalid_request_error", "anthropic-version: header is required"),
            ({"anthropic-version": "2024-01-01"}, 400, "invalid_request_error", "anthropic-version: "),
            ({"Content-Type": "text/plain"}, 400, "invalid_request_error", "Only the content type")):
        expect_error(api(provider).ask(body_of(), headers=headers), status, type_, words)
    expect_error(api(provider).ask(b"{"), 400, "invalid_request_error", "The body is not valid JSON")
    expect_error(api(provider).ask(body_of("test:nonsense")), 404, "not_found_error", "The model")
    good(provider, path="/v1/messages?beta=true")


@h.case("lighttpd", own=True)
def what_the_new_version_refuses(shape, provider):
    document = {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "x"}}
    citation = {"type": "char_location", "cited_text": "x", "document_index": 0}
    for members, words in (({"temperature": 1}, "temperature: "), ({"top_p": 1}, "top_p: "),
                           ({"top_k": 0}, "top_k: "),
                           ({"messages": [user(), assistant(document)]}, "messages.1.content.0: "),
                           ({"messages": [user([{**text(), "citations": [citation]}])]},
                            "messages.0.content.0.citations: ")):
        good(provider, **members)
        expect_error(api(provider).ask(body_of(**members), headers=NEW), 400, "invalid_request_error", words)


@h.case("lighttpd", own=True)
def tokens_are_counted(shape, provider):
    body = body_of(max_tokens=..., system="four", messages=[user("12345678"), user([text("9")])])
    answer = h.expect(api(provider).ask(body, "/v1/messages/count_tokens"), 200)
    h.equal(answer.json, {"input_tokens": 4 + 3 * 3}, "count")
    for name, value in (("max_tokens", 5), ("stream", True), ("temperature", 1)):
        expect_error(api(provider).ask({**body, name: value}, "/v1/messages/count_tokens"), 400,
                     "invalid_request_error", name + ": Extra inputs")


# ---- whole answers ------------------------------------------------------------------------------


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
                                   ("test:echo,mark", {"messages": [user(blocks)], "metadata": {"user_id": "u"}},
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
        h.equal([block["name"] for block in message["content"] if block["type"] == "tool_use"], wanted, choice)
    message = good(provider, "test", tools=tools("a"), tool_choice={"type": "any"}).json
    h.equal(len(message["content"]), 1, "a call that is forced")
    message = good(provider, "test:agent", tools=tools("Bash"), max_tokens=1).json
    h.equal((message["content"][0]["input"], message["stop_reason"]), ({}, "max_tokens"), "cut off")


@h.case("lighttpd", own=True)
def structured(shape, provider):
    wanted = {"name": "word0 word1", "count": 7, "share": 1.5, "good": True, "list": ["first"]}
    message = good(provider, "test", output_config=output(SCHEMA)).json
    h.equal(json.loads(message["content"][0]["text"]), wanted, "by the schema")
    said = [data["delta"]["text"] for name, data in events(good(provider, stream=True,
                                                                 output_config=output(SCHEMA)))
            if name == "content_block_delta"]
    h.require(len(said) > 3 and json.loads("".join(said)) == wanted, "in a stream", said)


@h.case("lighttpd", own=True)
def an_agents_turns(shape, provider):
    """A whole loop with thoughts, which have to come back as they were."""
    members = {"tools": tools("Read", "Bash"), "thinking": {"type": "adaptive"}}
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
    for content, words in (((use,), "messages.1.content.0.type: Expected `thinking`"),
                           ((text(), mind, use), "messages.1.content.0.type: Expected `thinking`"),
                           (({**mind, "thinking": THOUGHTS.strip()}, use), "messages.1.content.0: Invalid `sig"),
                           (({**mind, "thinking": THOUGHTS.replace("é", "e\u0301")}, use),
                            "messages.1.content.0: Invalid `signature`"),
                           (({**mind, "signature": mind["signature"][:-2]}, use), "messages.1.content.0: Inva")):
        expect_error(api(provider).ask(body_of("test:agent,think=4", **turn(*content))), 400,
                     "invalid_request_error", words)
    older = turn(use)
    older["messages"].append(user())
    good(provider, "test:agent,think=4", **older)
    good(provider, "test:agent", **turn(use))


@h.case("lighttpd", own=True)
def thoughts_that_are_hidden(shape, provider):
    message = good(provider, "test:think=4", thinking={"type": "adaptive", "display": "omitted"}).json
    h.equal(message["content"][0], thought(""), "block")
    h.equal(message["usage"]["output_tokens"], 14, "they count")
    for thinking in (..., {"type": "disabled"}):
        message = good(provider, "test:think=4", thinking=thinking).json
        h.equal([block["type"] for block in message["content"]], ["text"], thinking)


# ---- streams ------------------------------------------------------------------------------------


def events(answer):
    """The events; each has the name that its data say."""
    h.equal(answer.header("content-type"), "text/event-stream; charset=utf-8", "content type")
    found = direct.events(answer)
    for name, data in found:
        h.equal(name, data["type"] if isinstance(data, dict) else name, "name of the event")
    return found


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
    h.equal((start["input_tokens"], start["cache_read_input_tokens"], start["output_tokens"]), (4, 1, 1), "start")
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
    name, data = events(good(provider, "test:errevent=1", stream=True))[-1]
    h.equal((name, data["error"]["type"]), ("error", "api_error"), "error event")
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
    for status, type_ in ((400, "invalid_request_error"), (401, "authentication_error"), (402, "billing_error"),
                          (403, "permission_error"), (404, "not_found_error"), (409, "conflict_error"),
                          (413, "request_too_large"), (422, "invalid_request_error"),
                          (429, "rate_limit_error"), (500, "api_error"), (503, "api_error"),
                          (504, "timeout_error"), (529, "overloaded_error")):
        answer = api(provider).ask(body_of(f"test:status={status},retry=7", stream=True))
        expect_error(answer, status, type_, "The test provider was told")
        h.equal(answer.header("retry-after"), "7", "Retry-After")


h.run()
