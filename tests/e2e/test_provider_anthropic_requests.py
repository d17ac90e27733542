#!/usr/bin/env python3
"""The requests that the test provider refuses as Anthropic Messages, and those that it accepts."""
import harness as h
from messages import (BUDGET, HEADERS, MARK, NEW, PDF, PNG, SCHEMA, api, assistant, body_of,
                      call, expect_error, good, image, output, result, text, thought, tool, tools,
                      user)

# Members of the request, and what the error begins with. ...: the member is left out.
REFUSED = (
    ({"thinking": {"type": "adaptive", "display": "updates"}}, "thinking.display: `updates` needs the beta"),
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
    ({"messages": [user(), {"role": "system", "content": "x", "output_config": {"effort": "low"}}]},
     "messages.1.output_config: Extra inputs"),
    ({"messages": [user(), {"role": "system", "content": [image()]}]},
     "messages.1.content.0.type: "),
    ({"messages": [{**user(), "name": "x"}]}, "messages.0.name: Extra inputs are not permitted"),
    ({"messages": [user("")]}, "messages.0: all messages must have non-empty content"),
    ({"messages": [user([])]}, "messages.0: all messages must have non-empty content"),
    ({"messages": [user(), assistant(), user()]},
     "messages.1: all messages must have non-empty content"),
    ({"messages": [user(None)]}, "messages.0.content: "),
    ({"messages": [user(), assistant(text("So "))]},
     "messages.1: final assistant content cannot end"),
    ({"messages": [user(), {"role": "assistant", "content": "So\n"}]},
     "messages.1: final assistant content"),
    # blocks
    ({"messages": [user([text("")])]},
     "messages.0.content.0.text: text content blocks must be non-empty"),
    ({"messages": [user([text(" ")])]},
     "messages.0.content.0.text: text content blocks must contain"),
    ({"messages": [user([{"type": "input_text", "text": "x"}])]}, "messages.0.content.0.type: "),
    ({"messages": [user([{**text(), "more": 1}])]}, "messages.0.content.0.more: Extra inputs"),
    ({"messages": [user([image(media_type="image/jpeg")])]}, "messages.0.content.0.source.data: "),
    ({"messages": [user([image(media_type="image/tiff")])]},
     "messages.0.content.0.source.media_type: "),
    ({"messages": [user([image(PNG[:-4] + "====")])]}, "messages.0.content.0.source.data: "),
    ({"messages": [user([image(PNG.replace("/", "_").replace("+", "-") + "_")])]},
     "messages.0.content.0.source.data: "),
    ({"messages": [user([image("data:image/png;base64," + PNG)])]},
     "messages.0.content.0.source.data: "),
    ({"messages": [user([{"type": "image", "source": {"type": "url", "url": "http://x.org/a.png"}}])]},
     "messages.0.content.0.source.url: "),
    ({"messages": [user([{"type": "image", "source": {"type": "file", "file_id": "f"}}])]},
     "messages.0.content.0.source: "),
    ({"messages": [user([{"type": "document", "source": image()["source"]}])]},
     "messages.0.content.0.source.media_type: "),
    ({"messages": [user(), assistant(image())]}, "messages.1.content.0.type: "),
    ({"messages": [user([thought("")])]}, "messages.0.content.0.type: "),
    ({"messages": [user([{**text(), "cache_control": MARK}] * 5)]},
     "messages.0.content.4.cache_control: "),
    ({"messages": [user([{**text(), "cache_control": {**MARK, "ttl": "1d"}}])]},
     "messages.0.content.0.cache_control.ttl: "),
    ({"messages": [user([{**text(), "cache_control": {**MARK, "scope": "global"}}])]},
     "messages.0.content.0.cache_control.scope: Extra inputs"),
    # tool calls and their results
    ({"messages": [user(), assistant(call()), user([result()])]}, "tools: "),
    ({"messages": [user(), assistant(call()), user([result()])], "tools": []}, "tools: "),
    ({"messages": [user(), assistant(call())], "tools": tools("Bash")},
     "messages.1: `tool_use` ids were found"),
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
    ({"messages": [user([result()])], "tools": tools("Bash")},
     "messages.0.content.0: unexpected `tool_use_id`"),
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
    ({"tool_choice": {"type": "tool", "name": "b"}, "tools": tools("a")},
     "tool_choice.name: Tool 'b' not found"),
    # families of models
    ({"model": "claude-opus-5-5", "thinking": {"type": "disabled"}}, "thinking.type: "),
    ({"model": "claude-fable-5", "thinking": {"type": "disabled"}}, "thinking.type: "),
    ({"model": "claude-sonnet-5-5", "thinking": {"type": "disabled"}}, "thinking.type: "),
    ({"model": "claude-sonnet-5", "thinking": {"type": "between_tools"}}, "thinking.type: "),
    ({"model": "claude-opus-5", "thinking": {"type": "enabled", "budget_tokens": 1024}}, "thinking.type: "),
    ({"model": "claude-haiku-4-5", "thinking": {"type": "adaptive"}}, "thinking.type: "),
    *(({"model": model, "tools": tools("a"), "tool_choice": {"type": "any"}}, "tool_choice: " + words)
      for model, words in (("claude-opus-5-5", "this model does not support forced tool use."),
                           ("claude-sonnet-5-5", "this model does not support forced tool use."),
                           ("claude-opus-5", "Thinking may not"), ("claude-haiku-5-5", "Thinking may not"))),
    # thinking
    ({"thinking": {"type": "enabled"}}, "thinking.budget_tokens: "),
    ({"thinking": {"type": "enabled", "budget_tokens": 1023}}, "thinking.budget_tokens: "),
    ({"thinking": {"type": "enabled", "budget_tokens": 2000}},
     "thinking.budget_tokens: `max_tokens` must be"),
    ({"thinking": {"type": "adaptive", "budget_tokens": 1024}}, "thinking.budget_tokens: "),
    ({"thinking": {"type": "on"}}, "thinking.type: "),
    ({"thinking": BUDGET, "temperature": 0.5}, "temperature: it may only be set to 1"),
    ({"thinking": BUDGET, "top_k": 5}, "top_k: "),
    ({"thinking": BUDGET, "top_p": 0.5}, "top_p: "),
    ({"thinking": BUDGET, "tools": tools("a"), "tool_choice": {"type": "any"}},
     "tool_choice: Thinking may not"),
    ({"thinking": BUDGET, "tools": tools("a"), "tool_choice": {"type": "tool", "name": "a"}},
     "tool_choice: "),
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
    ({"output_config": output({"type": "object"})},
     "output_config.format.schema.additionalProperties: "),
    ({"output_config": output({"properties": {}})},
     "output_config.format.schema.type: Field required"),
    ({"output_config": output({**SCHEMA, "minProperties": 1})},
     "output_config.format.schema.minProperties: "),
    ({"output_config": output({**SCHEMA, "properties": {"a": {"type": "string", "pattern": "x"}}})},
     "output_config.format.schema.properties.a.pattern: "),
    ({"output_config": output({**SCHEMA, "properties": {"a": {"type": "array",
                                                              "items": {"type": "object"}}}})},
     "output_config.format.schema.properties.a.items.additionalProperties: "),
    ({"output_config": output({"type": "array", "items": {"type": "string"}, "minItems": 2})},
     "output_config.format.schema.minItems: "),
)

# Members of the request, and changed headers.
ACCEPTED = (
    ({}, None),
    ({"model": "claude-opus-5", "tools": tools("a"), "tool_choice": {"type": "any"},
      "thinking": {"type": "disabled"}}, None),
    ({"model": "claude-sonnet-5-5", "thinking": {"type": "between_tools"}}, None),
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
    ({"messages": [user([image(), {"type": "image", "source": {"type": "url", "url": "https://x.org/a"}}])]},
     None),
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
    ({"tools": [tool(input_schema={"$schema": "x", "type": "object",
                                   "properties": {"a": {"pattern": "x"}}})]},
     None),
    ({"thinking": {"type": "adaptive", "display": "summarized"},
     "output_config": {"effort": "high"}}, None),
    ({"thinking": {"type": "adaptive", "display": "updates"}},
     {"anthropic-beta": "thinking-display-updates-2026-08-18"}),
    ({"thinking": BUDGET, "temperature": 1}, None),
    ({"thinking": {"type": "disabled"}, "temperature": 0}, None),
    ({"context_management": {"edits": [{"type": "clear_thinking_20251015", "keep": "all"}]}},
     {"anthropic-beta": "claude-code-20250219,context-management-2025-06-27"}),
    ({"output_format": {"type": "json_schema", "schema": SCHEMA}},
     {"anthropic-beta": "structured-outputs-2025-11-13"}),
    ({"system": [{**text(), "cache_control": {**MARK, "scope": "global"}}]},
     {"anthropic-beta": "prompt-caching-scope-2026-01-05"}),
    ({"messages": [user(), {"role": "system", "content": "Be brief", "output_config": {"effort": "low"}}]},
     {"anthropic-beta": "effort-2025-11-24,per-turn-control-2026-07-01"}),
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
            ({"anthropic-version": None}, 400, "invalid_request_error",
             "anthropic-version: header is required"),
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
    h.expect(api(provider).ask({**body, "model": "test:sse"}, "/v1/messages/count_tokens"), 200)
    h.equal(h.expect(api(provider).ask({**body, "system": None}, "/v1/messages/count_tokens"), 200).json,
            {"input_tokens": 3 + 2 * 3}, "count without a system prompt")
    for name, value in (("max_tokens", 5), ("stream", True), ("temperature", 1)):
        expect_error(api(provider).ask({**body, name: value}, "/v1/messages/count_tokens"), 400,
                     "invalid_request_error", name + ": Extra inputs")


@h.case("lighttpd", own=True)
def models(shape, provider):
    def ask(**changed):
        fields = {**HEADERS, **changed}
        return h.Call(provider.port, "GET", "/v1/models?limit=1000", list(fields.items())).finish()
    answer = h.expect(ask(), 200).json
    h.equal(sorted(answer), ["data", "first_id", "has_more", "last_id"], "members")
    h.equal([(model["type"], model["id"]) for model in answer["data"]][0], ("model", "test"), "first")
    expect_error(ask(**{"x-api-key": "wrong"}), 401, "authentication_error", "This is not")


h.run()
