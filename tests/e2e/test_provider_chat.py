#!/usr/bin/env python3
"""The test provider's chat, asked without a hub: reasoning, and the turns of an agent."""
import json

import direct
import harness as h

THOUGHTS = ["thought0 ", "thought1 ", "thought2 ", 'thought3:"\\/é<&>\n" ']


def ask(provider, model, **members):
    body = {"model": model, "messages": [{"role": "user", "content": "Do it"}], **members}
    api = direct.Direct(provider, "/v1/chat/completions",
                        {"Authorization": "Bearer " + h.PROVIDER_KEY})
    return api.ask(body)


def chat(provider, model, **members):
    return h.expect(ask(provider, model, **members), 200, model)


def message(provider, model, **members):
    return chat(provider, model, **members).json["choices"][0]["message"]


def deltas(provider, model, **members):
    """The members of the deltas of a stream that say something, in order."""
    said = []
    for _, data in direct.events(chat(provider, model, stream=True, **members)):
        for choice in data["choices"] if data != b"[DONE]" else ():
            said += [(name, value) for name, value in choice["delta"].items()
                     if value and name != "role"]
    return said


def tools(*names):
    return [{"type": "function", "function": {"name": name}} for name in names]


def function(**members):
    return {"tools": [{"type": "function", "function": {"name": "look_up", **members}}]}


def named_format(**members):
    return {"response_format": {"type": "json_schema", "json_schema": {"name": "n", **members}}}


OPEN = {"type": "object", "properties": {"a": {"type": "string"}}}
STRICT = {**OPEN, "required": ["a"], "additionalProperties": False}


@h.case("lighttpd", own=True)
def schemas(shape, provider):
    tool, schema = "tools[0].function", "response_format.json_schema.schema"
    for members, param, words in (
            (function(name="a b"), tool + ".name", "pattern"),
            (function(parameters={}), tool + ".parameters", "'type: \"object\"'"),
            (function(parameters={"type": "object"}), tool + ".parameters", "missing properties"),
            (function(strict=True), tool + ".parameters", "'type: \"object\"'"),
            (function(strict=True, parameters=OPEN), tool + ".parameters", "additionalProperties"),
            (named_format(name="a b", schema=OPEN), "response_format.json_schema.name", "pattern"),
            (named_format(schema={"type": "array", "items": {}}), schema, "object"),
            (named_format(schema=OPEN, strict=True), schema, "additionalProperties"),
            ({"response_format": {"type": "json_object"}}, "response_format", "the word 'json'")):
        error = h.expect(ask(provider, "test", **members), 400, members).json["error"]
        h.equal(error["param"], param, members)
        h.require(words in error["message"], words, error)
        if param.endswith("parameters"):
            h.equal(error["code"], "invalid_function_parameters", "code")
    for members in (function(), function(parameters=OPEN), function(parameters=STRICT, strict=True),
                    named_format(schema=OPEN), named_format(schema=STRICT, strict=True), named_format(),
                    {"response_format": {"type": "json_object"},
                     "messages": [{"role": "user", "content": [{"type": "text", "text": "Json, please"}]}]}):
        chat(provider, "test", **members)


@h.case("lighttpd", own=True)
def two_calls_of_one_id(shape, provider):
    calls = [{"id": id_, "type": "function", "function": {"name": "look_up", "arguments": "{}"}}
             for id_ in ("call_1", "call_1")]
    results = [{"role": "tool", "tool_call_id": "call_1", "content": "x"}] * 2
    messages = [{"role": "user", "content": "Do it"}, {"role": "assistant", "tool_calls": calls}, *results]
    error = h.expect(ask(provider, "test", messages=messages), 400, "calls").json["error"]
    h.equal(error["param"], "messages[1].tool_calls[1].id", "parameter")
    h.require("duplicate" in error["message"], "words", error)


@h.case("lighttpd", own=True)
def reasoning(shape, provider):
    answer = chat(provider, "test:think=4,events=2").json
    said = answer["choices"][0]["message"]
    h.equal((said["reasoning_content"], said["content"]), ("".join(THOUGHTS), "word0 word1 "), "both")
    h.equal(answer["usage"]["completion_tokens"], 6, "completion tokens")
    h.equal(answer["usage"]["completion_tokens_details"]["reasoning_tokens"], 4, "of these reasoning")
    h.require("reasoning_content" not in message(provider, "test"), "reasoning, not asked for")


@h.case("lighttpd", own=True)
def reasoning_in_a_stream(shape, provider):
    said = deltas(provider, "test:think=4,events=2")
    h.equal(said, [*(("reasoning_content", thought) for thought in THOUGHTS),
                   ("content", "word0 "), ("content", "word1 ")], "deltas")
    said = deltas(provider, "test:think=1,tools,events=1", tools=tools("look_up"))
    h.equal([name for name, _ in said], ["reasoning_content", "tool_calls", "tool_calls"], "a call")


@h.case("lighttpd", own=True)
def a_limit_counts_reasoning(shape, provider):
    for limit, thoughts, words in ((1, 1, 0), (4, 4, 0), (5, 4, 1)):
        answer = chat(provider, "test:think=4,events=2", max_completion_tokens=limit).json
        choice = answer["choices"][0]
        h.equal(choice["finish_reason"], "length", limit)
        h.equal(choice["message"]["reasoning_content"], "".join(THOUGHTS[:thoughts]), limit)
        h.equal(len(choice["message"]["content"].split()), words, limit)
        h.equal(answer["usage"]["completion_tokens"], limit, "completion tokens")
    answer = chat(provider, "test:think=4,events=2", max_completion_tokens=6).json
    h.equal(answer["choices"][0]["finish_reason"], "stop", "a limit that is not reached")


@h.case("lighttpd", own=True)
def an_agent_calls(shape, provider):
    bash = {"command": "echo from-the-tool", "description": "say it"}
    words = {"text": "word0 word1 "}
    for names, wanted, arguments in (
            (["Read", "Bash"], "Bash", bash),
            (["shell"], "shell", {"command": ["echo", "from-the-tool"]}),
            (["shell_command"], "shell_command", {"command": "echo from-the-tool"}),
            (["exec_command"], "exec_command", {"cmd": "echo from-the-tool"}),
            (["run_shell_command"], "run_shell_command", {"command": "echo from-the-tool"}),
            (["wait", "functions__exec"], "functions__exec", {
                "input": "const r = await tools.exec_command({cmd: 'echo from-the-tool'}); text(r);"}),
            (["a", "b"], "a", words)):
        answer = chat(provider, "test:agent,events=2", tools=tools(*names)).json
        h.equal(answer["choices"][0]["finish_reason"], "tool_calls", wanted)
        call, = answer["choices"][0]["message"]["tool_calls"]
        h.equal(call["function"]["name"], wanted, "name")
        h.equal(json.loads(call["function"]["arguments"]), arguments, wanted)
        said = deltas(provider, "test:agent,events=2", tools=tools(*names))
        pieces = [value[0]["function"]["arguments"] for _, value in said]
        h.equal("".join(pieces), call["function"]["arguments"], "arguments of the stream")
        h.require(len(pieces) > 2, "in several pieces", pieces)
    h.equal(message(provider, "test:agent,events=2")["content"], "word0 word1 ", "without tools")


@h.case("lighttpd", own=True)
def a_custom_tool(shape, provider):
    tools = [{"type": "custom", "custom": {"name": "patch"}}]
    whole, = message(provider, "test:tools,events=2", tools=tools)["tool_calls"]
    h.equal((whole["type"], whole["custom"]), ("custom", {"name": "patch", "input": "word0 word1 "}), "whole")
    head, *pieces = [value[0] for _, value in deltas(provider, "test:tools,events=2", tools=tools)]
    h.equal((head["type"], head["custom"]), ("custom", {"name": "patch", "input": ""}), "head")
    h.equal([piece["custom"] for piece in pieces], [{"input": "word0 "}, {"input": "word1 "}], "pieces")


@h.case("lighttpd", own=True)
def an_agent_ends(shape, provider):
    call = {"id": "call_1", "type": "function", "function": {"name": "Bash", "arguments": "{}"}}
    turns = [{"role": "user", "content": "Do it"},
             {"role": "assistant", "content": None, "tool_calls": [call]},
             {"role": "tool", "tool_call_id": "call_1", "content": "from-the-tool\n"}]
    said = message(provider, "test:agent", messages=turns, tools=tools("Bash"))
    h.equal((said["content"], said.get("tool_calls")), ("The tool said: from-the-tool\n", None), "end")
    turns += [{"role": "assistant", "content": "Done"}, {"role": "user", "content": "Again"}]
    said = message(provider, "test:agent", messages=turns, tools=tools("Bash"))
    h.equal(len(said["tool_calls"]), 1, "calls of the next turn")


h.run()
