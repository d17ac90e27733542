#!/usr/bin/env python3
"""What means the same in all APIs of the test provider, asked without a hub: behaviours, tools and the choice
among them, stop sequences, formats, and the shape of refusals."""
import json

import direct
import harness as h
import messages

THOUGHTS = 'thought0 thought1 thought2 thought3:"\\/é<&>\n" '
BASH = {"command": "echo from-the-tool", "description": "say it"}
BEARER = {"Authorization": "Bearer " + h.PROVIDER_KEY}


class Answer:
    """What a whole answer says, whatever the API."""

    def __init__(self, text="", thoughts="", calls=(), finish=None, cached=0, completion=0, thinking=0):
        self.text, self.thoughts, self.calls, self.finish = text, thoughts, list(calls), finish
        self.cached, self.completion, self.thinking = cached, completion, thinking


# ---- the APIs ----------------------------------------------------------------------------------


class Chat:
    ends = {"stop": "stop", "stop sequence": "stop", "calls": "tool_calls", "limit": "length"}
    other, stops, customs = "content_filter", True, True

    def post(self, provider, model, body):
        return direct.Direct(provider, "/v1/chat/completions", BEARER).ask({"model": model, **body})

    def body(self, words="Do it", tools=(), choice=None, stop=None, schema=None, limit=None, turn=None):
        body = {"messages": [{"role": "user", "content": words}]}
        if tools:
            body["tools"] = [self.tool(name) for name in tools]
        if choice:
            body["tool_choice"] = (choice if choice in ("none", "required") else
                                   {"type": "function", "function": {"name": choice}})
        if stop:
            body["stop"] = stop
        if schema:
            body["response_format"] = {"type": "json_schema", "json_schema": {"name": "n", "schema": schema}}
        if limit:
            body["max_completion_tokens"] = limit
        if turn:
            call = {"id": "call_1", "type": "function",
                    "function": {"name": turn[0]["name"], "arguments": json.dumps(turn[0]["arguments"])}}
            body["messages"] += [{"role": "assistant", "content": None, "tool_calls": [call]},
                                 {"role": "tool", "tool_call_id": "call_1", "content": turn[1]}]
        return body

    def tool(self, name):
        if name.startswith("custom:"):
            return {"type": "custom", "custom": {"name": name[7:]}}
        return {"type": "function", "function": {"name": name}}

    def read(self, answer):
        choice, usage = answer["choices"][0], answer["usage"]
        message = choice["message"]
        return Answer(message["content"] or "", message.get("reasoning_content", ""),
                      [self.read_call(call) for call in message.get("tool_calls", ())],
                      choice["finish_reason"], usage["prompt_tokens_details"]["cached_tokens"],
                      usage["completion_tokens"], usage["completion_tokens_details"]["reasoning_tokens"])

    def read_call(self, call):
        if call["type"] == "custom":
            return {"name": call["custom"]["name"], "arguments": call["custom"]["input"]}
        return {"name": call["function"]["name"], "arguments": json.loads(call["function"]["arguments"])}


class Responses:
    ends = {"stop": "completed", "calls": "completed", "limit": "incomplete"}
    other, stops, customs = "failed", False, True

    def post(self, provider, model, body):
        return direct.Direct(provider, "/v1/responses", BEARER).ask({"model": model, **body})

    def body(self, words="Do it", tools=(), choice=None, schema=None, limit=None, turn=None):
        body = {"input": [{"role": "user", "content": words}], "reasoning": {"summary": "auto"}}
        if tools:
            body["tools"] = [self.tool(name) for name in tools]
        if choice:
            body["tool_choice"] = (choice if choice in ("none", "required") else
                                   {"type": "function", "name": choice})
        if schema:
            body["text"] = {"format": {"type": "json_schema", "name": "n", "schema": schema}}
        if limit:
            body["max_output_tokens"] = limit
        if turn:
            body["input"] += [{"type": "function_call", "call_id": "call_1", "name": turn[0]["name"],
                               "arguments": json.dumps(turn[0]["arguments"])},
                              {"type": "function_call_output", "call_id": "call_1", "output": turn[1]}]
        return body

    def tool(self, name):
        if name.startswith("custom:"):
            return {"type": "custom", "name": name[7:]}
        return {"type": "function", "name": name}

    def read(self, answer):
        found = Answer(finish=answer["status"])
        for item in answer["output"]:
            if item["type"] == "reasoning":
                found.thoughts = "".join(part["text"] for part in item["summary"])
            elif item["type"] == "message":
                found.text = item["content"][0]["text"]
            else:
                arguments = item["input"] if "input" in item else json.loads(item["arguments"])
                found.calls.append({"name": item["name"], "arguments": arguments})
        usage = answer["usage"]
        found.cached = usage["input_tokens_details"]["cached_tokens"]
        found.completion = usage["output_tokens"]
        found.thinking = usage["output_tokens_details"]["reasoning_tokens"]
        return found


class Anthropic:
    ends = {"stop": "end_turn", "stop sequence": "stop_sequence", "calls": "tool_use", "limit": "max_tokens"}
    other, stops, customs = "refusal", True, False

    def post(self, provider, model, body):
        return messages.api(provider).ask({"model": model, **body})

    def body(self, words="Do it", tools=(), choice=None, stop=None, schema=None, limit=1000, turn=None):
        body = {"max_tokens": limit, "messages": [messages.user(words)], "thinking": {"type": "adaptive"}}
        if tools:
            body["tools"] = messages.tools(*tools)
        if choice:  # thinking may not be on where calls are forced
            body["tool_choice"] = {"none": {"type": "none"}, "required": {"type": "any"}}.get(
                choice, {"type": "tool", "name": choice})
            body["thinking"] = {"type": "disabled"}
        if stop:
            body["stop_sequences"] = [stop]
        if schema:
            body["output_config"] = messages.output(schema)
        if turn:
            call = messages.call(name=turn[0]["name"], input=turn[0]["arguments"])
            body["messages"] += [messages.assistant(call), messages.user([messages.result(content=turn[1])])]
        return body

    def read(self, answer):
        found = Answer(finish=answer["stop_reason"])
        for block in answer["content"]:
            if block["type"] == "thinking":
                found.thoughts = block["thinking"]
            elif block["type"] == "text":
                found.text = block["text"]
            else:
                found.calls.append({"name": block["name"], "arguments": block["input"]})
        usage = answer["usage"]
        found.cached, found.completion = usage["cache_read_input_tokens"], usage["output_tokens"]
        found.thinking = usage["output_tokens_details"]["thinking_tokens"]
        return found


class Gemini:
    ends = {"stop": "STOP", "stop sequence": "STOP", "calls": "STOP", "limit": "MAX_TOKENS"}
    other, stops, customs = "SAFETY", True, False

    def post(self, provider, model, body):
        return direct.Direct(provider, f"/v1beta/models/{model}:generateContent",
                             {"x-goog-api-key": h.PROVIDER_KEY}).ask(body)

    def body(self, words="Do it", tools=(), choice=None, stop=None, schema=None, limit=None, turn=None):
        config = {"thinkingConfig": {"includeThoughts": True}}
        body = {"contents": [{"role": "user", "parts": [{"text": words}]}], "generationConfig": config}
        if tools:
            body["tools"] = [{"functionDeclarations": [{"name": name} for name in tools]}]
        if choice:
            calling = {"none": {"mode": "NONE"}, "required": {"mode": "ANY"}}.get(
                choice, {"mode": "ANY", "allowedFunctionNames": [choice]})
            body["toolConfig"] = {"functionCallingConfig": calling}
        if stop:
            config["stopSequences"] = [stop]
        if schema:
            config.update(responseMimeType="application/json", responseJsonSchema=schema)
        if limit:
            config["maxOutputTokens"] = limit
        if turn:
            call = {"functionCall": {"name": turn[0]["name"], "args": turn[0]["arguments"]}}
            result = {"functionResponse": {"name": turn[0]["name"], "response": {"output": turn[1]}}}
            body["contents"] += [{"role": "model", "parts": [call]}, {"role": "user", "parts": [result]}]
        return body

    def read(self, answer):
        candidate, usage = answer["candidates"][0], answer["usageMetadata"]
        found = Answer(finish=candidate["finishReason"])
        for part in candidate["content"]["parts"]:
            if "functionCall" in part:
                found.calls.append({"name": part["functionCall"]["name"],
                                    "arguments": part["functionCall"]["args"]})
            elif part.get("thought"):
                found.thoughts += part["text"]
            else:
                found.text += part["text"]
        found.cached = usage.get("cachedContentTokenCount", 0)
        found.thinking = usage.get("thoughtsTokenCount", 0)
        found.completion = usage.get("candidatesTokenCount", 0) + found.thinking
        return found


APIS = (Chat(), Responses(), Anthropic(), Gemini())


def ask(provider, api, model, **members):
    answer = api.post(provider, model, api.body(**members))
    return api.read(h.expect(answer, 200, f"{type(api).__name__} {model} {members}").json)


def each(provider, model, **members):
    """The API and its answer to the same request, for each API."""
    for api in APIS:
        yield api, ask(provider, api, model, **members)


def names(answer):
    return [call["name"] for call in answer.calls]


# ---- the tests ---------------------------------------------------------------------------------


@h.case("lighttpd", own=True)
def reasoning(shape, provider):
    for api, answer in each(provider, "test:think=4,events=2"):
        what = type(api).__name__
        h.equal((answer.thoughts, answer.text), (THOUGHTS, "word0 word1 "), what)
        h.equal((answer.completion, answer.thinking), (6, 4), what + ": tokens")
        h.equal(answer.finish, api.ends["stop"], what)
    for api, answer in each(provider, "test:think=4,tools,events=2", tools=["a"]):
        h.equal((answer.thoughts, names(answer)), (THOUGHTS, ["a"]), type(api).__name__)


@h.case("lighttpd", own=True)
def calls(shape, provider):
    for api, answer in each(provider, "test:tools=2,events=2", tools=["a", "b"]):
        what = type(api).__name__
        h.equal(answer.calls, [{"name": "a", "arguments": {"text": "word0 word1 "}}] * 2, what)
        h.equal((answer.text, answer.finish, answer.completion), ("", api.ends["calls"], 4), what)


@h.case("lighttpd", own=True)
def the_choice(shape, provider):
    for model, choice, wanted in (("test", "required", ["a"]), ("test", "b", ["b"]), ("test", "none", []),
                                  ("test:tools=2", "none", []), ("test:tools=2", "b", ["b", "b"]),
                                  ("test:agent", "none", []), ("test:agent", "b", ["b"]),
                                  ("test:agent", "required", ["Bash"])):
        for api, answer in each(provider, model, tools=["a", "b", "Bash"], choice=choice):
            h.equal(names(answer), wanted, f"{type(api).__name__} {model} {choice}")
            h.require(wanted or answer.text.startswith("word0 "), "a text instead", answer.text)


@h.case("lighttpd", own=True)
def an_agent(shape, provider):
    turn = ({"name": "Bash", "arguments": BASH}, "from-the-tool\n")
    for api in APIS:
        what = type(api).__name__
        h.equal(ask(provider, api, "test:agent", tools=["Read", "Bash"]).calls, [turn[0]], what)
        answer = ask(provider, api, "test:agent", tools=["Read", "Bash"], turn=turn)
        h.equal((answer.calls, answer.text, answer.finish),
                ([], "The tool said: from-the-tool\n", api.ends["stop"]), what + ": the end")
        answer = ask(provider, api, "test:agent", tools=["Read", "Bash"], turn=turn, choice="required")
        h.equal(answer.calls, [turn[0]], what + ": forced once more")
        answer = ask(provider, api, "test:agent,events=1")
        h.equal((answer.calls, answer.text), ([], "word0 "), what + ": without tools")
        answer = ask(provider, api, "test:agent,events=1", tools=["exec"])
        h.equal(answer.calls, [{"name": "exec", "arguments": {"text": "word0 "}}],
                what + ": a function with the name of a custom tool")
        if api.customs:
            call, = ask(provider, api, "test:agent", tools=["Read", "custom:exec"]).calls
            h.require(call["name"] == "exec" and "tools.exec_command(" in call["arguments"], what, call)
            call, = ask(provider, api, "test:tools,events=2", tools=["custom:patch"]).calls
            h.equal(call, {"name": "patch", "arguments": "word0 word1 "}, what + ": a custom tool")


@h.case("lighttpd", own=True)
def stop_sequences(shape, provider):
    for api in APIS:
        if api.stops:
            answer = ask(provider, api, "test", stop="rd2")
            h.equal((answer.text, answer.finish), ("word0 word1 wo", api.ends["stop sequence"]),
                    type(api).__name__)
            answer = ask(provider, api, "test:tools,events=3", stop="rd2", tools=["a"])
            h.equal(answer.calls[0]["arguments"], {"text": "word0 word1 word2 "}, "calls have none")


@h.case("lighttpd", own=True)
def formats(shape, provider):
    schema = {"type": "object", "properties": {"a": {"type": "string", "enum": ["x", "y"]},
                                               "b": {"type": "array", "items": {"type": "number"}}},
              "required": ["a", "b"], "additionalProperties": False}
    for api, answer in each(provider, "test:echo,mark,text=40", schema=schema):
        h.equal(json.loads(answer.text), {"a": "x", "b": [1.5]}, type(api).__name__)
    for api, answer in each(provider, "test:tools,events=1", schema=schema, tools=["a"]):
        h.equal(answer.calls[0]["arguments"], {"text": "word0 "}, type(api).__name__ + ": a call")


@h.case("lighttpd", own=True)
def limits(shape, provider):
    for api, answer in each(provider, "test:think=14,events=9", limit=16):
        what = type(api).__name__
        h.equal((answer.text, answer.finish), ("word0 word1 ", api.ends["limit"]), what)
        h.equal((answer.completion, answer.thinking), (16, 14), what)


@h.case("lighttpd", own=True)
def what_is_told(shape, provider):
    for api, answer in each(provider, "test:cached=2"):
        h.equal(answer.cached, 2, type(api).__name__)
    for api, answer in each(provider, "test:cached=1000"):
        h.require(2 < answer.cached < 1000, "at most the prompt's", type(api).__name__, answer.cached)
    for api in APIS:
        h.equal(ask(provider, api, f"test:finish={api.other}").finish, api.other, type(api).__name__)


@h.case("lighttpd", own=True)
def no_such_path(shape, provider):
    for path, headers, keys in (("/v1/nothing", BEARER, {"error"}), ("/nothing", {}, {"error"}),
                                ("/v1/messages/nothing", {}, {"type", "error", "request_id"}),
                                ("/v1/nothing", messages.HEADERS, {"type", "error", "request_id"})):
        answer = h.expect(direct.Direct(provider, path, headers).ask({}), 404, path)
        h.equal(set(answer.json), keys, path)
        h.equal(answer.header("request-id" if "request_id" in keys else "x-request-id")[:4], "req_", path)
    error = h.expect(direct.Direct(provider, "/v1beta/nothing", {}).ask({}), 404).json["error"]
    h.equal((error["code"], error["status"]), (404, "NOT_FOUND"), "/v1beta/nothing")
    answer = h.expect(direct.Direct(provider, "/v1/responses/input_tokens", BEARER).ask({}), 404)
    h.equal(set(answer.json["error"]), {"message", "type", "param", "code"}, "OpenAI's")


h.run()
