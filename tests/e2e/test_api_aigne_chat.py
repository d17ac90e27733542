#!/usr/bin/env python3
"""The chats of AIGNE Hub's API, endpoint by endpoint and example by example, as its documents say and as its clients
need it: the framework's body and the one like OpenAI's, in front of a provider of each dialect."""
import base64
import json
from decimal import Decimal

import harness as h
from document import Document

SHAPES = ("lighttpd", "cgi")
TYPES = {"chat": "openai-compatible", "responses": "responses-compatible", "anthropic": "anthropic-compatible",
         "gemini": "gemini-compatible"}
WORDS = "word0 word1 word2 "
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
SCHEMA = {"type": "object", "properties": {"city": {"type": "string"}, "days": {"type": "integer"}},
          "required": ["city", "days"], "additionalProperties": False}
PARAMETERS = {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"],
              "additionalProperties": False}
TOOL = {"type": "function", "function": {"name": "look_up", "description": "Looks up.", "parameters": PARAMETERS}}
CALL = {"name": "look_up", "arguments": {"text": "".join(f"word{i} " for i in range(10))}}
USAGE = ["aigneHubCredits", "cacheCreationInputTokens", "cacheReadInputTokens", "inputTokens", "modelCallId",
         "outputTokens"]


def settings(provider):
    root = provider.url.removesuffix("/v1")
    def row(dialect):
        base = root + ("/v1beta" if dialect == "gemini" else "/v1")
        return {**h.Site.row(base), "type": TYPES[dialect]}
    return {
        "wrong_keys": 0,
        "keep_alive": 1,
        "providers": {**{name: row(name) for name in TYPES}, "test": h.Site.row(provider.url),
                      "openai": {"base_url": provider.url, "key": "file:provider.key"}},
        "models": {
            "fast": "test/test:events=3",
            "openai/gpt-4": {"model": "test/test:events=3", "price": {"input": "30", "output": "60"}},
            "openai/dall-e-3": {"model": "openai/dall-e-3", "price": {"input": "1", "output": "2"}},
            "dear": {"model": "test/test:events=3", "price": {"input": "1000000", "output": "1000000"}},
        },
    }


def check(name, **more):
    """A case that is told by the endpoint that it is about, and what of it."""
    def register(function):
        function.__name__ = name
        return h.case(*SHAPES, **more)(function)
    return register


def model(dialect, how="events=3"):
    return f"{dialect}/test:{how}"


def parse(answer):
    return json.loads(answer.content, parse_float=Decimal)


def said(hub, answer):
    """What the provider was asked."""
    return json.loads(hub.provider.seen(answer.header("x-request-id"))["body"])


def same_cost(hub, answer, usage, outcome="done"):
    """The credits are what the ledger says that the call cost, to the last digit."""
    entry = hub.entry(answer.header("x-request-id"))
    h.equal(entry["outcome"], outcome, "how it ended")
    h.equal(usage["modelCallId"], entry["id"], "modelCallId")
    h.equal(Decimal(usage["aigneHubCredits"]), Decimal(entry["cost"]), "aigneHubCredits")
    h.equal((usage["inputTokens"], usage["outputTokens"]), (entry["prompt"], entry["output"]), "tokens")
    h.require(Decimal(entry["cost"]) > 0, "it cost nothing")
    return entry


def error_of(answer, status, kind=None, param=None):
    """AIGNE's clients read error.message and error.type."""
    h.expect(answer, status)
    told = answer.json["error"]
    h.require(told["message"] and told["type"] and told["timestamp"], "an error", answer.json)
    h.equal(answer.json["message"], told["message"], "the message beside it")
    if kind:
        h.equal(told["type"], kind, "type")
    if param:
        h.equal(told.get("param"), param, "param")
    return told


# ---- the framework's body -------------------------------------------------------------------------


def framed(name, *messages, options=None, streaming=None, **members):
    """A request as @aigne/aigne-hub writes it."""
    said_ = messages or ({"role": "user", "content": "Hello there"},)
    return {"input": {"messages": list(said_), "outputFileType": "url", **members,
                      "modelOptions": {"model": name, "cacheConfig": {"autoBreakpoints": {"lastMessage": True}},
                                       **(options or {})}},
            "agent": "ChatModel",
            "options": {"userContext": {}, "memories": [],
                        **({} if streaming is None else {"streaming": streaming})}}


def deltas(answer):
    """The deltas of a stream: each datum is JSON, none is [DONE], and nothing is no event."""
    h.require(answer.header("content-type").startswith("text/event-stream"), "content type")
    for event in h.split_events(answer.content):
        data = h.data_of(event)
        if data is None:
            h.require(all(line.startswith(b":") or not line.strip() for line in event.splitlines()), event)
            continue
        h.require(not event.startswith(b"event:"), "an error", event)
        yield json.loads(data, parse_float=Decimal)["delta"]


def join(answer):
    """What the framework's client makes of a stream."""
    result = {}
    for delta in deltas(answer):
        for name, text in delta.get("text", {}).items():
            result[name] = result.get(name, "") + text
        result.update(delta.get("json", {}))
    return result


def framework_call(hub, body, path="/api/v2/chat", **more):
    """The answer, and the result that it tells, whether it streams or not."""
    answer = h.expect(hub.call("POST", path, body, **more), 200)
    return answer, join(answer) if body["options"].get("streaming") else parse(answer)


def in_both_ways(hub, what):
    """what(streaming) for each provider's dialect, whole and streamed."""
    for dialect in TYPES:
        for streaming in (False, True):
            what(dialect, streaming)


@check("POST /api/v2/chat: text, model, usage and credits, whole and streamed, with each provider")
def framework_text(hub):
    def one(dialect, streaming):
        answer, result = framework_call(hub, framed(model(dialect), streaming=streaming))
        h.equal(sorted(result), ["model", "modelWithProvider", "text", "usage"], dialect)
        h.equal(result["text"], WORDS, dialect)
        h.equal((result["model"], result["modelWithProvider"]), ("test:events=3", f"{dialect}/test:events=3"), "model")
        h.equal(sorted(result["usage"]), USAGE, "usage")
        same_cost(hub, answer, result["usage"])
        if streaming:
            first = next(deltas(answer))
            h.equal(list(first), ["text"], "pieces come first")
            h.equal(list(list(deltas(answer))[-1]), ["json"], "the result comes last")
        h.equal(answer.header("x-aihub-dropped"), None, "nothing is dropped")
    in_both_ways(hub, one)


@check("POST /api/v2/chat: thoughts")
def framework_thoughts(hub):
    for streaming in (False, True):
        _, result = framework_call(hub, framed(model("chat", "events=2,think=3"), streaming=streaming))
        h.equal(len(result["thoughts"].split()), 3, "words of thoughts")
        h.equal(result["text"], "word0 word1 ", "text")
        _, result = framework_call(hub, framed(model("anthropic", "events=2,think=3"), streaming=streaming,
                                               options={"reasoningEffort": 2048}))
        h.equal(len(result["thoughts"].split()), 3, "with a budget")


@check("POST /api/v2/chat: calls of tools, whose arguments are objects both ways")
def framework_tools(hub):
    def one(dialect, streaming):
        ask = {"role": "user", "content": "Hello there"}
        _, result = framework_call(hub, framed(model(dialect, "tools"), ask, streaming=streaming, tools=[TOOL],
                                               toolChoice="auto"))
        [call] = result["toolCalls"]
        h.equal((call["type"], call["function"]), ("function", CALL), dialect)
        turn = [ask, {"role": "agent", "toolCalls": result["toolCalls"]},
                {"role": "tool", "toolCallId": call["id"], "name": "look_up", "content": "sunny"}]
        answer, last = framework_call(hub, framed(model(dialect, "agent"), *turn, streaming=streaming, tools=[TOOL]))
        h.equal(last["text"], "The tool said: sunny", dialect)
        h.require("toolCalls" not in last, "calls", last)
        h.require("sunny" in json.dumps(said(hub, answer)), "the result went to the provider")
    in_both_ways(hub, one)


@check("POST /api/v2/chat: a schema is answered with json")
def framework_schema(hub):
    form = {"type": "json_schema", "jsonSchema": {"name": "trip", "schema": SCHEMA, "strict": True}}
    def one(dialect, streaming):
        _, result = framework_call(hub, framed(model(dialect), streaming=streaming, responseFormat=form))
        h.equal(result["json"], {"city": "word0 word1", "days": 1}, dialect)
        h.require("text" not in result, "its text is not told beside it", result)
    in_both_ways(hub, one)


@check("POST /api/v2/chat: files and addresses of pictures")
def framework_images(hub):
    parts = [{"type": "text", "text": "What is it?"},
             {"type": "file", "data": PNG, "mimeType": "image/png", "filename": "dot.png"}]
    def one(dialect, streaming):
        answer, result = framework_call(hub, framed(model(dialect), {"role": "user", "content": parts},
                                                    streaming=streaming))
        h.equal(result["text"], WORDS, dialect)
        asked = json.dumps(said(hub, answer))
        h.require(PNG in asked and "image/png" in asked, "the picture went to the provider")
    in_both_ways(hub, one)
    by_url = [{"type": "url", "url": "https://images.example/cat.png", "mimeType": "image/png"}]
    answer, _ = framework_call(hub, framed(model("chat"), {"role": "user", "content": by_url}))
    h.equal(said(hub, answer)["messages"][0]["content"],
            [{"type": "image_url", "image_url": {"url": "https://images.example/cat.png"}}], "by its address")


@check("POST /api/v2/chat: settings have their names in the provider's dialect")
def framework_settings(hub):
    options = {"temperature": 0.5, "topP": 0.9, "frequencyPenalty": 1, "presencePenalty": -1, "maxTokens": 7,
               "parallelToolCalls": False}
    answer, _ = framework_call(hub, framed(model("chat"), options=options, tools=[TOOL], toolChoice="none"))
    asked = said(hub, answer)
    h.equal({name: asked.get(name) for name in ("temperature", "top_p", "frequency_penalty", "presence_penalty",
                                                "max_tokens", "parallel_tool_calls", "tool_choice")},
            {"temperature": 0.5, "top_p": 0.9, "frequency_penalty": 1, "presence_penalty": -1, "max_tokens": 7,
             "parallel_tool_calls": False, "tool_choice": "none"}, "settings")
    body = framed(model("chat"), newThing=1)
    h.equal(framework_call(hub, body)[0].header("x-aihub-dropped"), "input.newThing", "dropped")


@check("POST /api/v2/chat: ends of what is repeated are marked for Anthropic's cache, as the client says")
def framework_caching(hub):
    turn = ({"role": "system", "content": "Be kind."}, {"role": "user", "content": "Hello there"})
    asked = said(hub, framework_call(hub, framed(model("anthropic"), *turn, tools=[TOOL]))[0])
    mark = {"type": "ephemeral"}
    h.equal(asked["system"][-1].get("cache_control"), mark, "the system prompt")
    h.equal(asked["tools"][-1].get("cache_control"), mark, "the tools")
    h.equal(asked["messages"][-1]["content"][-1].get("cache_control"), mark, "the last message")
    off = framed(model("anthropic"), *turn, options={"cacheConfig": {"enabled": False}})
    h.require("cache_control" not in json.dumps(said(hub, framework_call(hub, off)[0])), "switched off")


@check("POST /api/v2/chat: the model further out, and with the hub's name before it")
def framework_models(hub):
    for name in ("fast", "aignehub/fast", "aignehub:fast"):
        bodies = [framed(name), framed("", options={"model": None})]
        bodies[1]["model"] = name
        inner = framed("", options={"model": None})
        inner["input"]["model"] = name
        for body in (*bodies, inner):
            h.equal(framework_call(hub, body)[1]["text"], WORDS, name)
    body = framed("openai/gpt-4")
    answer, result = framework_call(hub, body)
    h.equal((result["model"], result["modelWithProvider"]), ("test:events=3", "test/test:events=3"), "who answered")
    same_cost(hub, answer, result["usage"])


@check("POST /api/v2/chat: a stream that breaks ends with an error event, and is charged")
def framework_broken(hub):
    for dialect in TYPES:
        for how in ("events=6,errevent=3", "events=6,cut=3"):
            answer = h.expect(hub.call("POST", "/api/v2/chat", framed(model(dialect, how), streaming=True)), 200)
            events = h.split_events(answer.content)
            last = events[-1]
            h.require(last.startswith(b"event: error\ndata: "), dialect, how, last)
            told = json.loads(h.data_of(last))
            h.require(list(told) == ["message"] and told["message"], "the error", told)
            h.require(b'"json"' not in answer.content and b"[DONE]" not in answer.content, "no result", how)
            text = "".join(json.loads(h.data_of(event))["delta"]["text"]["text"] for event in events[:-1]
                           if h.data_of(event))
            h.equal(text, WORDS, "what came before")
            entry = hub.entry(answer.header("x-request-id"))
            h.equal(entry["outcome"], "broken", "how it ended")
            h.require(Decimal(entry["cost"]) > 0, "it cost nothing")


@check("POST /api/v2/chat: silence is filled with comments, which clients pass over")
def framework_silence(hub):
    body = framed(model("chat", "events=2,gap=2500"), streaming=True)
    answer, result = framework_call(hub, body)
    h.require(b": keep-alive\n\n" in answer.content, "no comment came")
    h.equal(result["text"], "word0 word1 ", "the text")


@check("POST /api/v2/chat: bad input is a 400 that names the field as the client wrote it")
def framework_refusals(hub):
    def bad(change, param):
        body = framed("fast")
        change(body)
        error_of(hub.call("POST", "/api/v2/chat", body), 400, "invalid_request_error", param)
    bad(lambda body: body["input"].pop("messages"), "input.messages")
    bad(lambda body: body["input"]["messages"].clear(), "input.messages")
    bad(lambda body: body["input"]["messages"][0].update(role="bishop"), "input.messages[0].role")
    bad(lambda body: body["input"]["messages"][0].update(content=[{"type": "url"}]),
        "input.messages[0].content[0].url")
    bad(lambda body: body["input"]["messages"].append({"role": "tool", "content": "x"}),
        "input.messages[1].toolCallId")
    bad(lambda body: body["input"].update(modelOptions={}), "input.modelOptions.model")
    bad(lambda body: body["input"]["modelOptions"].update(topP="much"), "input.modelOptions.topP")
    bad(lambda body: body["input"].update(tools=[{"type": "function", "function": {}}]),
        "input.tools[0].function.name")
    bad(lambda body: body["options"].update(streaming="yes"), "options.streaming")
    bad(lambda body: body.update(input="hello"), "input")
    for streaming in (False, True):
        error_of(hub.call("POST", "/api/v2/chat", framed("openai/no-such", streaming=streaming)), 404)


# ---- the body that is like OpenAI's ---------------------------------------------------------------


def asked(name, **members):
    return {"model": name, "messages": [{"role": "user", "content": "Hello there"}], **members}


def check_union(answer, text):
    """A whole answer, for OpenAI's clients and for AIGNE's."""
    told = parse(answer)
    choice = told["choices"][0]
    h.equal((told["object"], choice["message"]["content"], choice["finish_reason"]), ("chat.completion", text, "stop"),
            "as OpenAI's clients read it")
    h.equal((told["role"], told["text"], told["content"]), ("assistant", text, text), "as AIGNE's do")
    usage = told["usage"]
    h.equal((usage["prompt_tokens"], usage["completion_tokens"], usage["total_tokens"]),
            (usage["inputTokens"], usage["outputTokens"], usage["inputTokens"] + usage["outputTokens"]), "tokens")
    return told


def chunks(answer):
    events = [h.data_of(event) for event in h.split_events(answer.content)]
    events = [event for event in events if event is not None]
    h.equal(events[-1], b"[DONE]", "the end")
    return [json.loads(event, parse_float=Decimal) for event in events[:-1]]


def check_stream(answer, text):
    """The same of a stream; its last line is the usage, in all three shapes on record."""
    *told, last = chunks(answer)
    h.equal("".join(chunk["choices"][0]["delta"].get("content") or "" for chunk in told), text, "OpenAI's deltas")
    h.equal("".join(chunk["delta"].get("content") or "" for chunk in told), text, "AIGNE's")
    h.require(all(chunk["delta"]["role"] == "assistant" for chunk in told), "roles", told)
    h.equal(told[-1]["choices"][0]["finish_reason"], "stop", "finish_reason")
    usage = last["usage"]
    h.equal((last["object"], last["choices"]), ("chat.completion.usage", []), "the line of the usage")
    h.equal((usage["promptTokens"], usage["completionTokens"], usage["totalTokens"]),
            (usage["inputTokens"], usage["outputTokens"], usage["inputTokens"] + usage["outputTokens"]), "tokens")
    return last


def ask_example(hub, path, body):
    """An example of the document, whole and streamed, with the cost of its model."""
    answer = h.expect(hub.call("POST", path, body), 200)
    same_cost(hub, answer, check_union(answer, WORDS)["usage"])
    answer = h.expect(hub.call("POST", path, {**body, "stream": True}), 200)
    same_cost(hub, answer, check_stream(answer, WORDS)["usage"])
    if not path.startswith(SHARED):
        answer = h.expect(hub.call("POST", path, body, headers=[("Accept", "text/event-stream")]), 200)
        check_stream(answer, WORDS)


def example(path, name, body):
    @check(f"POST {path}: {name}")
    def one(hub):
        ask_example(hub, path, body)
    return one


SHARED = ("/chat/", "/completions", "/api/v1/")  # with IndoxRouter, whose bodies have members of their own
EXAMPLE = {"model": "openai/gpt-4", "messages": [{"role": "user", "content": "Hello!"}]}
for place in ("/api/v2/chat", "/aigne/api/v2/chat"):
    example(place, "the document's example, without an `input`", EXAMPLE)
for place in ("/api/v2", "/api/v1", "/api", "/aigne/api/v2", "/aigne/api/v1", "/aigne/api", "/aigne"):
    example(place + "/chat/completions", "messages, whole and streamed", EXAMPLE)
    example(place + "/completions", "a prompt, whole and streamed", {"model": "aignehub/openai/gpt-4", "prompt": "Hello!"})


@check("POST /chat/completions: AIGNE's body, whole and streamed, in the answer that both documents' clients read")
def classic_chat(hub):
    ask_example(hub, "/chat/completions", EXAMPLE)


@check("POST /completions: AIGNE's prompt, whole and streamed")
def classic_completions(hub):
    ask_example(hub, "/completions", {"model": "aignehub/openai/gpt-4", "prompt": "Hello!"})



@check("POST /api/v2/chat/completions: with each provider, in either spelling")
def both_spellings(hub):
    camel = {"topP": 0.9, "maxTokens": 50, "presencePenalty": 0, "frequencyPenalty": 0}
    snake = {"top_p": 0.9, "max_tokens": 50, "presence_penalty": 0, "frequency_penalty": 0}
    for dialect in TYPES:
        seen = []
        for members in (camel, snake):
            for stream in (False, True):
                answer = h.expect(hub.call("POST", "/api/v2/chat/completions",
                                           asked(model(dialect), stream=stream, **members)), 200)
                told = (check_stream if stream else check_union)(answer, WORDS)
                same_cost(hub, answer, told["usage"])
                h.equal(told["modelWithProvider"], f"{dialect}/test:events=3", "modelWithProvider")
                seen.append({**said(hub, answer), "stream": None, "stream_options": None})
        h.require(all(one == seen[0] for one in seen), "the provider sees no difference", seen)


@check("POST /api/v2/chat/completions: calls of tools and their results, in either spelling")
def tools_in_both_spellings(hub):
    for dialect in TYPES:
        answer = h.expect(hub.call("POST", "/api/v2/chat/completions",
                                   asked(model(dialect, "tools"), tools=[TOOL], toolChoice="auto")), 200)
        told = parse(answer)
        [call] = told["toolCalls"]
        h.equal(told["choices"][0]["message"]["tool_calls"], [call], "OpenAI's calls are AIGNE's")
        h.equal((call["function"]["name"], json.loads(call["function"]["arguments"])),
                (CALL["name"], CALL["arguments"]), dialect)
        for calls, id_ in (("toolCalls", "toolCallId"), ("tool_calls", "tool_call_id")):
            turn = [{"role": "user", "content": "Hello there"}, {"role": "assistant", "content": "", calls: [call]},
                    {"role": "tool", id_: call["id"], "content": "sunny"}]
            last = h.expect(hub.call("POST", "/api/v2/chat/completions",
                                     {"model": model(dialect, "agent"), "messages": turn, "tools": [TOOL]}), 200)
            check_union(last, "The tool said: sunny")
        answer = h.expect(hub.call("POST", "/api/v2/chat/completions",
                                   asked(model(dialect, "tools"), tools=[TOOL], stream=True)), 200)
        for place, name in ((lambda chunk: chunk["choices"][0]["delta"], "tool_calls"),
                            (lambda chunk: chunk["delta"], "toolCalls")):
            parts = [part for chunk in chunks(answer)[:-1] for part in place(chunk).get(name, ())]
            h.equal(parts[0]["function"]["name"], "look_up", name)
            h.equal(json.loads("".join(part["function"]["arguments"] for part in parts)), CALL["arguments"], name)


@check("POST /api/v2/chat/completions: schemas and pictures, in either spelling")
def formats_in_both_spellings(hub):
    form = {"name": "trip", "schema": SCHEMA, "strict": True}
    for members in ({"responseFormat": {"type": "json_schema", "jsonSchema": form}},
                    {"response_format": {"type": "json_schema", "json_schema": form}}):
        for dialect in TYPES:
            answer = h.expect(hub.call("POST", "/api/v2/chat/completions", asked(model(dialect), **members)), 200)
            h.equal(json.loads(answer.json["text"]), {"city": "word0 word1", "days": 1}, dialect)
    for name in ("imageUrl", "image_url"):
        for dialect in TYPES:
            parts = [{"type": "text", "text": "What is it?"},
                     {"type": "image_url", name: {"url": "data:image/png;base64," + PNG}}]
            answer = h.expect(hub.call("POST", "/api/v2/chat/completions",
                                       {"model": model(dialect), "messages": [{"role": "user", "content": parts}]}), 200)
            h.require(PNG in json.dumps(said(hub, answer)), "the picture went to the provider", dialect)


@check("POST /api/v2/chat/completions: a stream that breaks says so in an event")
def broken_stream(hub):
    for dialect in TYPES:
        answer = h.expect(hub.call("POST", "/api/v2/chat/completions",
                                   asked(model(dialect, "events=6,errevent=3"), stream=True)), 200)
        last = json.loads(h.data_of(h.split_events(answer.content)[-1]))
        h.require(last["error"]["message"] and last["error"]["type"] and last["error"]["timestamp"], "the error", last)
        h.require(b"[DONE]" not in answer.content, "it is not done")
        h.equal(hub.entry(answer.header("x-request-id"))["outcome"], "broken", "how it ended")


@check("POST /api/v2/chat/completions: who reads only events gets a stream, and errors as events")
def events_only(hub):
    only = [("Accept", "text/event-stream")]
    for body, kind, param in (({**asked("fast"), "topP": "much"}, "invalid_request_error", "topP"),
                              (asked(model("chat", "status=429")), "rate_limit_error", None),
                              (asked("openai/no-such"), "invalid_request_error", "model")):
        answer = h.expect(hub.call("POST", "/api/v2/chat/completions", body, headers=only), 200)
        h.require(answer.header("content-type").startswith("text/event-stream"), "content type")
        [event] = h.split_events(answer.content)
        told = json.loads(h.data_of(event))["error"]
        h.equal((told["type"], told.get("param")), (kind, param), "the error")
        h.require(told["message"] and told["timestamp"], "its message", told)
    answer = hub.call("POST", "/api/v2/chat/completions", asked("fast"), key="sk-wrong", headers=only)
    h.equal(h.expect(answer, 401).json["error"], "Unauthorized", "a stranger")
    for accept in ("application/json, text/event-stream", "*/*", "text/event-stream, */*"):
        answer = h.expect(hub.call("POST", "/api/v2/chat/completions", asked("fast"), headers=[("Accept", accept)]), 200)
        check_union(answer, WORDS)


@check("POST /api/v2/chat/completions: bad input is a 400 that names the field as the client wrote it")
def refusals(hub):
    for members, param in (({"topP": "much"}, "topP"), ({"top_p": "much"}, "top_p"), ({"maxTokens": 0}, "maxTokens"),
                           ({"stream": "yes"}, "stream"), ({"messages": []}, "messages"),
                           ({"prompt": "beside"}, "prompt"), ({"model": None}, "model"),
                           ({"responseFormat": {"type": "json_schema", "jsonSchema": {}}},
                            "responseFormat.jsonSchema.name"),
                           ({"messages": [{"role": "agent", "content": "x"}]}, "messages[0].role")):
        for path in ("/api/v2/chat/completions", "/api/v2/chat", "/aigne/api/v1/completions"):
            error_of(hub.call("POST", path, {**asked("fast"), **members}), 400, "invalid_request_error", param)


# ---- errors of all of them ------------------------------------------------------------------------

CHATS = (("/api/v2/chat", framed("fast")), ("/api/v2/chat", framed("fast", streaming=True)),
         ("/api/v2/chat", asked("fast")), ("/api/v2/chat/completions", asked("fast", stream=True)),
         ("/aigne/api/v2/chat", framed("fast")), ("/aigne/chat/completions", asked("fast")))


@check("POST /api/v2/chat: who has no key, or a wrong one, is unauthorized")
def strangers(hub):
    for path, body in CHATS:
        for key in (None, "sk-wrong", "sk-" + "x" * 48):
            answer = h.expect(hub.call("POST", path, body, key=key), 401)
            h.equal(answer.json["error"], "Unauthorized", "error")
            h.require(answer.json["message"], "message")


@check("POST /api/v2/chat: credit that is not enough is a 402 of type NOT_ENOUGH")
def no_credit(hub):
    user = hub.new_user("--credit", "0.001")
    key = hub.new_key(user)["key"]
    for path, body in (("/api/v2/chat", framed("dear")), ("/api/v2/chat", framed("dear", streaming=True)),
                       ("/api/v2/chat/completions", asked("dear"))):
        error_of(hub.call("POST", path, body, key=key), 402, "NOT_ENOUGH")


@check("POST /api/v2/chat: what fails at the provider is told with its status")
def failures(hub):
    for dialect in TYPES:
        for status, kind in ((429, "rate_limit_error"), (500, "model_error"), (400, "invalid_request_error")):
            for body in (framed(model(dialect, f"status={status}")), asked(model(dialect, f"status={status}"))):
                error_of(hub.call("POST", "/api/v2/chat", body), status, kind)


@check("POST /api/v2/chat: garbage of any kind is refused, not answered")
def garbage(hub):
    for body in (b"", b"{", b"[]", b"null", b'{"input":', b'{"input":{}}', b'{"input":{}} x', b"\xff", b'{"a":' * 600):
        error_of(hub.call("POST", "/api/v2/chat", body, headers=[("Content-Type", "application/json")]), 400)
    h.expect(hub.get("/api/v2/chat"), 405)


V2, CLASSIC = ("/api/v2", "/aigne/api/v2"), ("", "/api", "/api/v1", "/aigne", "/aigne/api", "/aigne/api/v1")
PICTURE = {"model": "openai/dall-e-3", "prompt": "A futuristic AI gateway", "size": "1024x1024"}


def not_offered(hub, bases, path, body):
    for base in bases:
        answer = h.expect(hub.call("POST", base + path, body), 501, base + path)
        h.require(answer.json["error"]["message"], "an error", answer.json)
        h.expect(hub.call("POST", base + path, body, key=None), 401, base + path)


def draw(hub, path, body):
    """An answer in the spellings that AIGNE's clients read, as /openapi.json says it."""
    answer = h.expect(hub.call("POST", path, body), 200, path)
    got = Document(hub).check(answer, "POST", path).json
    h.equal((got["model"], got["modelWithProvider"], got["usage"]["modelCallId"]),
            ("dall-e-3", "openai/dall-e-3", answer.header("x-request-id")), path)
    asked = json.loads(hub.provider.seen(answer.header("x-request-id"))["body"])
    h.equal((asked["model"], asked["prompt"]), ("dall-e-3", "A futuristic AI gateway"), "the request")
    h.equal(hub.entry(answer.header("x-request-id"))["images"], 1, "the entry")
    return got


@check("POST /api/v2/images: a picture, by its URL or as data, at each of its paths")
def v2_images(hub):
    for base in V2:
        for path in ("/image", "/images", "/image/generations", "/images/generations"):
            got = draw(hub, base + path, PICTURE)
            h.equal(got["images"], got["data"], "spellings")
            data = draw(hub, base + path, {**PICTURE, "responseFormat": "base64"})["images"][0]
            h.equal(base64.b64decode(data["b64Json"])[:4], b"\x89PNG", "data")
            h.equal(data["b64Json"], data["b64_json"], "spellings of data")
    h.expect(hub.call("POST", "/api/v2/images", PICTURE, key=None), 401)


@check("POST /api/v2/image: the framework's pictures, as links or files, and pictures that are changed")
def v2_framework_images(hub):
    options = {"modelOptions": {"model": "openai/dall-e-3"}}
    for path in ("/api/v2/image", "/api/v2/images", "/aigne/api/v2/image"):
        for wanted, kind in ((None, "url"), ("url", "url"), ("file", "file")):
            row, = draw(hub, path, {"input": {"prompt": PICTURE["prompt"], "n": 1, "outputFileType": wanted, **options}})["images"]
            h.equal((row["type"], bool(row.get(kind if kind == "url" else "data"))), (kind, True), "a picture")
        body = {"input": {"prompt": PICTURE["prompt"], "modelOptions": {"model": "test/gpt-image-1"},
                          "image": [{"type": "file", "data": PNG, "mimeType": "image/png"}]}}
        answer = h.expect(hub.call("POST", path, body), 200, "changed")
        h.equal([part["name"] for part in hub.provider.seen(answer.header("x-request-id"))["parts"]],
                ["model", "prompt", "image"], "the form")
    error_of(hub.call("POST", path, {"input": {"prompt": ""}}), 400, "invalid_request_error")


EMBEDDINGS = {"model": "openai/text-embedding-3-small", "input": "Hello"}


def embed(hub, path, body):
    """An answer, which must be such as /openapi.json says; what it cost is that of the ledger."""
    answer = Document(hub).check(hub.call("POST", path, body), "POST", path)
    got, entry = parse(h.expect(answer, 200, path)), hub.entry(answer.header("x-request-id"))
    usage = got["usage"]
    h.equal(got["modelWithProvider"], "openai/text-embedding-3-small", "who answered")
    h.equal([usage["inputTokens"], usage["outputTokens"], usage["modelCallId"]], [entry["prompt"], 0, entry["id"]],
            "usage")
    h.equal(usage["aigneHubCredits"], Decimal(str(entry["cost"])), "credits")
    h.equal(usage["aigneHubCredits"], entry["prompt"] * Decimal("0.00000002"), "and the price")
    return got


@check("POST /api/v2/embeddings: like OpenAI's, as the published client has it")
def v2_embeddings(hub):
    for base in V2:
        whole = embed(hub, base + "/embeddings", EMBEDDINGS)
        h.equal([(row["object"], row["index"], len(row["embedding"])) for row in whole["data"]],
                [("embedding", 0, 8)], "data")
        named = embed(hub, base + "/embeddings", {**EMBEDDINGS, "model": "aignehub/openai/text-embedding-3-small"})
        h.equal(named["data"], whole["data"], "the hub's name in front")
        h.expect(hub.call("POST", base + "/embeddings", EMBEDDINGS, key=None), 401)


@check("POST /api/v2/embeddings: the framework's body")
def framework_embeddings(hub):
    options = {"modelOptions": {"model": "openai/text-embedding-3-small"}}
    for base in V2:
        path = base + "/embeddings"
        whole = embed(hub, path, {"input": {"input": ["Hello", "Good-bye"], **options}})
        plain = embed(hub, path, {**EMBEDDINGS, "input": ["Hello", "Good-bye"]})
        h.equal(whole["embeddings"], [row["embedding"] for row in plain["data"]], "vectors")
        one = embed(hub, path, {"input": {"input": "Hello", **options}})
        h.equal(one["embeddings"], whole["embeddings"][:1], "one text")


@check("POST /api/v2/video: not offered, and said so")
def v2_video(hub):
    not_offered(hub, V2, "/video", {"input": {"prompt": "A gateway"}})


@check("POST /embeddings: AIGNE's, like OpenAI's")
def embeddings(hub):
    for base in CLASSIC:
        path = base + "/embeddings"
        texts = embed(hub, path, {"model": "text-embedding-3-small", "input": ["Hello", "Good-bye"]})
        h.equal([row["index"] for row in texts["data"]], [0, 1], path)
        tokens = embed(hub, path, {**EMBEDDINGS, "input": [[1, 2, 3], [4]]})
        h.equal([tokens["usage"]["prompt_tokens"], len(tokens["data"])], [4, 2], "lists of tokens")
        h.expect(hub.call("POST", path, EMBEDDINGS, key=None), 401, path)


@check("POST /image/generations: a picture, at each of its paths")
def images(hub):
    for base in CLASSIC:
        row, = draw(hub, base + "/image/generations", {**PICTURE, "quality": "hd", "style": "vivid", "n": 1})["images"]
        h.equal(row["revised_prompt"], PICTURE["prompt"], "the prompt")
        answer = hub.call("POST", base + "/image/generations", {**PICTURE, "model": "test/gpt-image-1", "image": PNG})
        h.expect(answer, 200, "a picture that is changed")
        h.expect(hub.call("POST", base + "/image/generations", PICTURE, key=None), 401, base)


def form(*parts):
    """Each part is (name, text), or (name, bytes, filename)."""
    body = b""
    for name, value, *file in parts:
        more = f'; filename="{file[0]}"' if file else ""
        value = value if isinstance(value, bytes) else value.encode()
        body += f'--limit\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'.encode() + value + b"\r\n"
    return body + b"--limit--\r\n"


FORM = [("Content-Type", "multipart/form-data; boundary=limit")]


@check("POST /audio/transcriptions: what was heard, as OpenAI has it, and errors as AIGNE has them")
def transcriptions(hub):
    file = ("file", b"RIFF" + bytes(5000), "speech.wav")
    for base in (*V2, *CLASSIC):
        path = base + "/audio/transcriptions"
        answer = h.expect(hub.call("POST", path, form(file, ("model", "test/whisper-1")), headers=FORM), 200, path)
        h.require(answer.json["text"].startswith("sha256") and answer.json["usage"]["type"] == "duration", path, answer.json)
        refused = h.expect(hub.call("POST", path, form(("model", "test/whisper-1")), headers=FORM), 400, path).json
        h.require(refused["error"]["param"] == "file" and refused["message"], path, refused)
        h.expect(hub.call("POST", path, {"model": "test/whisper-1"}), 415, path)
        h.expect(hub.call("POST", path, form(file), headers=FORM, key=None), 401, path)


@check("POST /audio/speech: the sound, as OpenAI has it, and errors as AIGNE has them")
def speech(hub):
    for base in (*V2, *CLASSIC):
        path = base + "/audio/speech"
        body = {"model": "test/tts-1", "input": "Hello", "voice": "alloy"}
        answer = h.expect(hub.call("POST", path, body), 200, path)
        h.require(answer.header("content-type") == "audio/mpeg" and answer.content[:3] == b"ID3", path, answer.headers)
        refused = h.expect(hub.call("POST", path, {**body, "input": ""}), 400, path).json
        h.require(refused["error"]["param"] == "input" and refused["message"], path, refused)
        h.expect(hub.call("POST", path, body, key=None), 401, path)


h.run(settings)
