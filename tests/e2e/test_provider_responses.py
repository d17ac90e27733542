#!/usr/bin/env python3
"""The test provider's Responses, asked without a hub: what it refuses, and how it answers."""
import base64
import json

import direct
import harness as h

THOUGHTS = ["thought0 ", "thought1 ", "thought2 ", 'thought3:"\\/é<&>\n" ']
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(20)).decode()
IMAGE = "data:image/png;base64," + PNG
PDF = "data:application/pdf;base64," + base64.b64encode(b"%PDF-1.7\n").decode()
SECRET = "reasoning.encrypted_content"
ABSENT = object()


def ask(provider, model="test:events=2", **members):
    """members: those of the request; those that are ABSENT are left out."""
    body = {"model": model, "input": "Do it", **members}
    api = direct.Direct(provider, "/v1/responses", {"Authorization": "Bearer " + h.PROVIDER_KEY})
    return api.ask({name: value for name, value in body.items() if value is not ABSENT})


def answer(provider, model="test:events=2", **members):
    return h.expect(ask(provider, model, **members), 200, model).json


def stream(provider, model="test:events=2", **members):
    """The data of the events; the names stand in them again."""
    found = direct.events(h.expect(ask(provider, model, stream=True, **members), 200, model))
    for number, (name, data) in enumerate(found):
        h.equal((data["type"], data["sequence_number"]), (name, number), "name and number")
    return [data for _, data in found]


def user(content="Do it", **more):
    return {"role": "user", "content": content, **more}


def call(call_id="call_1", **more):
    return {"type": "function_call", "call_id": call_id, "name": "look_up", "arguments": "{}", **more}


def output(call_id="call_1", result="found", **more):
    return {"type": "function_call_output", "call_id": call_id, "output": result, **more}


def custom(**more):
    return {"type": "custom_tool_call", "call_id": "call_1", "name": "exec", "input": "text(1)", **more}


def custom_output(**more):
    return {"type": "custom_tool_call_output", "call_id": "call_1", "output": "1", **more}


def said(text="Done", **more):
    return {"type": "message", "role": "assistant", "id": "msg_1", "status": "completed",
            "content": [{"type": "output_text", "text": text, "annotations": []}], **more}


def thinking(provider):
    """A reasoning item as the provider gives it."""
    item = answer(provider, "test:think=4", reasoning={"summary": "auto"}, include=[SECRET])["output"][0]
    h.equal(item["type"], "reasoning", "first item")
    return item


def function(name="look_up", **more):
    return {"type": "function", "name": name, **more}


def schema(**properties):
    return {"type": "object", "properties": properties}


def strict(**more):
    return {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"],
            "additionalProperties": False, **more}


def named_format(**more):
    return {"format": {"type": "json_schema", "name": "n", "schema": strict(), "strict": True, **more}}


def image(**more):
    return [user([{"type": "input_image", **more}])]


def file(**more):
    return [user([{"type": "input_file", **more}])]


def tools(*declared):
    return {"tools": list(declared)}


def items(*all_items):
    return {"input": list(all_items)}


# What is sent, the parameter that the refusal names, and words of it.
REFUSED = (
    # the request's own members
    ({"unheard_of": 1}, "unheard_of", "Unknown parameter: 'unheard_of'."),
    ({"messages": []}, "messages", "Unknown parameter"),
    ({"max_tokens": 100}, "max_tokens", "Unknown parameter"),
    ({"model": ABSENT}, "model", "missing"),
    ({"model": 1}, "model", "a string"),
    ({"input": ABSENT}, "input", "missing"),
    ({"input": 1}, "input", "a string or an array"),
    ({"input": []}, "input", "length"),
    ({"stream": "yes"}, "stream", "a boolean"),
    ({"temperature": 2.1}, "temperature", "between 0 and 2"),
    ({"top_p": -0.1}, "top_p", "between 0 and 1"),
    ({"top_logprobs": 21}, "top_logprobs", "between"),
    ({"max_output_tokens": 15}, "max_output_tokens", "between 16"),
    ({"max_output_tokens": 16.5}, "max_output_tokens", "an integer"),
    ({"truncation": "some"}, "truncation", "auto disabled"),
    ({"service_tier": "gold"}, "service_tier", "supported"),
    ({"previous_response_id": "resp_1"}, "previous_response_id", "Previous response with id 'resp_1'"),
    ({"background": True}, "background", "store"),
    ({"reasoning": {"effort": "extreme"}}, "reasoning.effort", "minimal"),
    ({"reasoning": {"summary": "long"}}, "reasoning.summary", "concise"),
    ({"reasoning": {"budget": 1}}, "reasoning.budget", "Unknown parameter: 'reasoning.budget'."),
    ({"include": ["everything"]}, "include[0]", "supported"),
    ({"include": "x"}, "include", "an array"),
    ({"stream_options": {"include_obfuscation": False}}, "stream_options", "'stream' is true"),
    ({"stream": True, "stream_options": {"include_usage": True}}, "stream_options.include_usage", "Unknown"),
    ({"metadata": {"a": 1}}, "metadata.a", "a string"),
    ({"metadata": {"a": "x" * 513}}, "metadata.a", "length"),
    ({"metadata": {"x" * 65: "a"}}, "metadata", "64"),
    ({"metadata": {str(i): "a" for i in range(17)}}, "metadata", "16"),
    ({"safety_identifier": "x" * 65}, "safety_identifier", "length"),
    # the format of the answer
    ({"response_format": {"type": "text"}}, "response_format", "Unknown parameter"),
    ({"text": {"format": {"type": "xml"}}}, "text.format.type", "json_schema"),
    ({"text": {"format": {"type": "json_schema", "json_schema": {}}}}, "text.format.json_schema", "Unknown"),
    ({"text": {"verbosity": "loud"}}, "text.verbosity", "supported"),
    ({"text": named_format(name="a b")}, "text.format.name", "pattern"),
    ({"text": named_format(name="x" * 65)}, "text.format.name", "length"),
    ({"text": {"format": {"type": "json_schema", "name": "n"}}}, "text.format.schema", "missing"),
    ({"text": named_format(schema={"type": "array", "items": {}})}, "text.format.schema", "object"),
    ({"text": named_format(schema=schema())}, "text.format.schema", "additionalProperties"),
    ({"text": {"format": {"type": "json_object"}}}, "input", "the word 'json'"),
    # items
    (items("x"), "input[0]", "an object"),
    (items({"type": "telepathy"}), "input[0].type", "telepathy"),
    (items({}), "input[0].type", "no item"),
    (items(user(), {"role": "tool", "content": "x"}), "input[1].role", "supported"),
    (items(user(None)), "input[0].content", "expected"),
    (items(user(name="me")), "input[0].name", "Unknown parameter: 'input[0].name'."),
    (items(user(tool_calls=[])), "input[0].tool_calls", "Unknown"),
    (items(user(id="")), "input[0].id", "length"),
    (items(user(id="x_1")), "input[0].id", "begins with 'msg_'"),
    (items(user(id="msg_" + "x" * 61)), "input[0].id", "length"),
    (items(user(id="msg_1"), user(id="msg_1")), "input", "Duplicate item found with id msg_1"),
    (items(user([{"type": "text", "text": "x"}])), "input[0].content[0].type",
     "Supported values are: 'input_text'"),
    (items(user([{"type": "output_text", "text": "x"}])), "input[0].content[0].type", "'input_text'"),
    (items(said(content=[{"type": "input_text", "text": "x"}])), "input[0].content[0].type",
     "'output_text' and 'refusal'"),
    (items(user([{"type": "input_text"}])), "input[0].content[0].text", "missing"),
    (items(user([{"type": "input_text", "text": "x", "cache_control": {}}])),
     "input[0].content[0].cache_control", "Unknown"),
    (items({"type": "item_reference", "id": ""}), "input[0].id", "length"),
    # images and files
    ({"input": image(image_url={"url": IMAGE})}, "input[0].content[0].image_url", "a string"),
    ({"input": image(image_url="http://example.com/a.png")}, "input[0].content[0].image_url", "https"),
    ({"input": image(image_url="data:text/plain;base64,aW1n")}, "input[0].content[0].image_url", "MIME"),
    ({"input": image(image_url="data:image/png;base64,aW1")}, "input[0].content[0].image_url", "base64"),
    ({"input": image(image_url="data:image/png;base64,aW1n")}, "input[0].content[0].image_url", "base64"),
    ({"input": image(image_url="data:image/jpeg;base64," + PNG)}, "input[0].content[0].image_url", "base64"),
    ({"input": image(image_url="data:image/png;base64,")}, "input[0].content[0].image_url", "base64"),
    ({"input": image(image_url=IMAGE, detail="most")}, "input[0].content[0].detail", "original"),
    ({"input": image(detail="low")}, "input[0].content[0].image_url", "exactly one"),
    ({"input": image(file_id="file-1")}, "input[0].content[0].file_id", "file-1"),
    ({"input": file(filename="a.pdf")}, "input[0].content[0].file_data", "exactly one"),
    ({"input": file(file_data=PDF)}, "input[0].content[0].filename",
     "missing"),
    ({"input": file(file_data="aW1n", filename="a.pdf")}, "input[0].content[0].file_data", "data URL"),
    ({"input": file(file_url="ftp://example.com/a.pdf")}, "input[0].content[0].file_url", "https"),
    # calls and their outputs
    (items(user(), output()), "input", "No tool call found for function call output with call_id call_1."),
    (items(output(), call()), "input", "No tool call found"),
    (items(user(), call()), "input", "No tool output found for function call call_1."),
    (items(call(), user(), output()), "input", "No tool output found for function call call_1."),
    (items(call(), call("call_2"), output("call_2")), "input", "No tool output found"),
    (items(call(), output(), output()), "input", "No tool call found"),
    (items(call(), call()), "input[1].call_id", "the same"),
    (items(call(), output(), call(), output()), "input[2].call_id", "the same"),
    (items(call(), custom_output()), "input", "No tool call found for custom tool call output"),
    (items(custom(), output()), "input", "No tool call found for function call output"),
    (items(custom()), "input", "No tool output found for custom tool call call_1."),
    (items(call(id="call_1"), output()), "input[0].id", "begins with 'fc_'"),
    (items(custom(id="fc_1"), custom_output()), "input[0].id", "begins with 'ctc_'"),
    (items(call(call_id="x" * 65)), "input[0].call_id", "length"),
    (items(call(call_id="")), "input[0].call_id", "length"),
    (items(call(name="a.b")), "input[0].name", "pattern"),
    (items(call(arguments={})), "input[0].arguments", "a string"),
    (items(call(input="x")), "input[0].input", "Unknown"),
    (items(call(), output(result={"a": 1})), "input[1].output", "a string or an array"),
    (items(call(), output(result=[{"type": "output_text", "text": "x"}])), "input[1].output[0].type",
     "'input_image'"),
    # tools
    (tools(), "tools", "length"),
    (tools({"type": "function", "function": {"name": "a"}}), "tools[0].function", "Unknown"),
    (tools({"type": "magic"}), "tools[0].type", "magic"),
    (tools({"type": "function"}), "tools[0].name", "missing"),
    (tools(function("a b")), "tools[0].name", "pattern"),
    (tools(function("x" * 65)), "tools[0].name", "length"),
    (tools(function(input_schema={})), "tools[0].input_schema", "Unknown"),
    (tools(function(parameters={})), "tools[0].parameters", "'type: \"object\"'"),
    (tools(function(parameters={"type": "object"})), "tools[0].parameters", "missing properties"),
    (tools(function(parameters=schema(a={"type": "array"}))), "tools[0].parameters",
     "In context=(properties.a), array schema missing items."),
    (tools({"type": "custom", "name": "a", "format": {"type": "grammar", "syntax": "lark"}}),
     "tools[0].format.definition", "missing"),
    (tools({"type": "custom", "name": "a", "format": {"type": "json"}}), "tools[0].format.type", "grammar"),
    (tools({"type": "namespace", "name": "a", "description": "", "tools": []}), "tools[0].tools", "length"),
    (tools({"type": "namespace", "name": "a", "description": "", "tools": [{"type": "web_search"}]}),
     "tools[0].tools[0].type", "web_search"),
    (items({"type": "additional_tools", "role": "user", "tools": [function()]}), "input[0].role",
     "developer"),
    (items({"type": "additional_tools", "role": "developer", "tools": [function("a b")]}),
     "input[0].tools[0].name", "pattern"),
    ({"tool_choice": "auto"}, "tool_choice", "must be specified with 'tools'"),
    ({"tool_choice": {"type": "function", "name": "x"}, "tools": [function()]}, "tool_choice", "not found"),
    ({"tool_choice": {"type": "function", "function": {"name": "look_up"}}, "tools": [function()]},
     "tool_choice.function", "Unknown"),
    ({"tool_choice": {"type": "web_search"}, "tools": [function()]}, "tool_choice", "not found"),
    ({"tool_choice": "any", "tools": [function()]}, "tool_choice", "required"),
    # what strict schemas may not have
    (tools(function(strict=True)), "tools[0].parameters", "object"),
    *((tools(function(strict=True, parameters=parameters)), "tools[0].parameters", words)
      for parameters, words in (
          (strict(additionalProperties=True), "additionalProperties"),
          (strict(required=[]), "In context=(), 'required' is required"),
          (strict(properties={"a": schema()}), "In context=(properties.a), 'additionalProperties'"),
          (strict(properties={"a": {"allOf": []}}), "In context=(properties.a.allOf)"),
          (strict(properties={"a": {"type": "array", "items": {"not": {}}}}), "(properties.a.items.not)"),
          (strict(properties={"a": {"anyOf": [{"type": "null"}, {"if": {}}]}}), "(properties.a.anyOf[1].if)"),
          (strict(**{"$defs": {"b": {"oneOf": []}}}), "In context=($defs.b.oneOf)"),
          (strict(properties={"a": {}}), "'type' key"),
          (strict(anyOf=[strict()]), "root"))),
)

# What real clients send, and what is easily refused by mistake.
ACCEPTED = (
    {"input": ""},
    {"instructions": None, "tools": None, "tool_choice": None, "metadata": None, "reasoning": None},
    {"client_metadata": {"thread_id": "x"}, "prompt_cache_key": "x", "store": False},
    {"reasoning": {"effort": "xhigh", "summary": "auto", "context": "all_turns"}, "include": [SECRET]},
    {"temperature": 2, "top_p": 1, "max_output_tokens": 16, "truncation": "auto",
     "parallel_tool_calls": False},
    {"stream": True, "stream_options": {"include_obfuscation": True}},
    {"text": {"format": {"type": "text"}, "verbosity": "low"}},
    {"text": {"format": {"type": "json_object"}}, "input": "Answer in JSON"},
    {"text": named_format(strict=False, schema=schema(a={"allOf": []}))},
    items({"type": "message", "role": "developer", "content": [{"type": "input_text", "text": ""}]},
          {"role": "system", "content": "x"}, {"role": "assistant", "content": "x"}, user([])),
    items(user(internal_chat_message_metadata_passthrough={"turn_id": "x"})),
    items(user(), said(phase="commentary"),
          said(id="msg_2", content=[{"type": "refusal", "refusal": "no"}])),
    {"input": image(image_url=IMAGE, detail="original")},
    {"input": image(image_url="https://example.com/a.png")},
    {"input": file(file_data=PDF, filename="a.pdf")},
    {"input": file(file_url="https://example.com/a.pdf")},
    items(user(), call(id="fc_1", status="completed"), output(id="fco_1"), user()),
    items(call(), call("call_2"), output("call_2"), output()),
    items(call(), output(result=[{"type": "input_text", "text": "x"},
                                 {"type": "input_image", "image_url": IMAGE, "detail": "high"}])),
    items(call(namespace="multi_agent_v1"), output()),
    items(custom(id="ctc_1", namespace="functions", status="completed"), custom_output(id="ctco_1")),
    items(user(), {"type": "web_search_call", "id": "ws_1", "status": "completed", "action": {}}),
    items({"type": "compaction", "encrypted_content": "x"}, user(), {"type": "compaction_trigger"}),
    items({"type": "additional_tools", "id": "at_1", "role": "developer", "tools": [
        {"type": "namespace", "name": "functions", "description": "", "tools": [function("exec")]}]}, user()),
    tools(function(strict=None, description=None, parameters=None), function("b", defer_loading=True)),
    tools(function(strict=True, parameters=strict(properties={
        "a": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/b"}]}}, **{"$defs": {"b": strict()}}))),
    tools(function(strict=False, parameters=schema(a={"type": "string", "encrypted": True}))),
    tools({"type": "custom", "name": "a", "format": {"type": "text"}},
          {"type": "custom", "name": "b",
           "format": {"type": "grammar", "syntax": "lark", "definition": "x"}}),
    tools({"type": "web_search", "external_web_access": True, "search_content_types": ["text"]},
          {"type": "tool_search", "execution": "client", "description": "x", "parameters": {}},
          {"type": "local_shell"}, {"type": "image_generation", "output_format": "png"}),
    {"tool_choice": {"type": "function", "name": "look_up"}, **tools(function())},
    {"tool_choice": {"type": "web_search"}, **tools({"type": "web_search"})},
    {"tool_choice": {"type": "allowed_tools", "mode": "auto", "tools": [{"type": "function", "name": "a"}]},
     **tools(function())},
    {"tool_choice": "auto",
     **items({"type": "additional_tools", "role": "developer", "tools": [function()]})},
)

# Nothing is stored.
NOT_FOUND = (
    ({"conversation": "conv_1"}, "conversation", "Conversation with id 'conv_1' not found."),
    ({"conversation": {"id": "conv_1"}}, "conversation", "Conversation with id 'conv_1' not found."),
    ({"prompt": {"id": "pmpt_1"}}, "prompt", "Prompt with id 'pmpt_1' not found."),
    (items({"type": "item_reference", "id": "msg_1"}), "input", "Item with id 'msg_1' not found."),
    ({"store": False, **items({"type": "reasoning", "id": "rs_1", "summary": []}, said())}, "input",
     "Item with id 'rs_1' not found."),
)


def expect_refusal(got, status, param, words, what):
    error = h.expect(got, status, what).json["error"]
    h.equal(sorted(error), ["code", "message", "param", "type"], "members of the error")
    h.equal((error["type"], error["param"]), ("invalid_request_error", param), what)
    h.require(words in error["message"], words, error)
    return error


@h.case("lighttpd", own=True)
def refuses(shape, provider):
    for members, param, words in REFUSED:
        expect_refusal(ask(provider, **members), 400, param, words, members)
    for members, param, words in NOT_FOUND:
        expect_refusal(ask(provider, **members), 404, param, words, members)


@h.case("lighttpd", own=True)
def accepts(shape, provider):
    for members in ACCEPTED:
        h.expect(ask(provider, **members), 200, members)
    h.expect(ask(provider, "test:loose", unheard_of=1), 200, "loose")


@h.case("lighttpd", own=True)
def reasoning_comes_back(shape, provider):
    item = thinking(provider)
    h.equal(item["summary"], [{"type": "summary_text", "text": "".join(THOUGHTS)}], "summary")
    for follower in ([said()], [call(), output()], [custom(), custom_output()]):
        h.expect(ask(provider, input=[user(), item, *follower, user()]), 200, follower)
    h.expect(ask(provider, input=[user(), {**item, "content": None}, said()]), 200, "as Codex sends it")
    changed = {**item, "summary": [{"type": "summary_text", "text": "other"}]}
    for wrong in ({**item, "encrypted_content": item["encrypted_content"] + "x"}, changed):
        error = expect_refusal(ask(provider, input=[user(), wrong, said()]), 400,
                               "input[1].encrypted_content", "could not be verified", wrong)
        h.equal(error["code"], "invalid_encrypted_content", "code")
    for alone in ([user(), item], [item, user()], [item, {"role": "developer", "content": "x"}]):
        expect_refusal(ask(provider, input=alone), 400, "input",
                       "was provided without its required following item", alone)


# What every event of an item has besides its own.
TEXT = {"item_id", "output_index", "content_index", "logprobs"}
SUMMARY = {"item_id", "output_index", "summary_index"}

RESPONSE = {
    "id", "object", "created_at", "completed_at", "status", "incomplete_details", "model",
    "previous_response_id", "instructions", "output", "error", "tools", "tool_choice", "truncation",
    "parallel_tool_calls", "text", "top_p", "presence_penalty", "frequency_penalty", "top_logprobs",
    "temperature", "reasoning", "user", "usage", "max_output_tokens", "max_tool_calls", "store",
    "background", "service_tier", "metadata", "safety_identifier", "prompt_cache_key"}

MESSAGE = ["output_item.added", "content_part.added", *["output_text.delta"] * 2, "output_text.done",
           "content_part.done", "output_item.done"]
REASONING = ["output_item.added", "reasoning_summary_part.added", *["reasoning_summary_text.delta"] * 2,
             "reasoning_summary_text.done", "reasoning_summary_part.done", "output_item.done"]
FUNCTION = ["output_item.added", *["function_call_arguments.delta"] * 2, "function_call_arguments.done",
            "output_item.done"]
CUSTOM = ["output_item.added", *["custom_tool_call_input.delta"] * 2, "custom_tool_call_input.done",
          "output_item.done"]
ASKED = {"reasoning": {"summary": "auto"}, "include": [SECRET]}
ORDER = (
    ("events=2", {}, MESSAGE, "completed"),
    ("events=2,think=2", ASKED, REASONING + MESSAGE, "completed"),
    ("events=2,think=2", {}, ["output_item.added", "output_item.done"] + MESSAGE, "completed"),
    ("events=2,tools=2", tools(function()), FUNCTION * 2, "completed"),
    ("events=2,tools,think=2", {**tools(function()), **ASKED}, REASONING + FUNCTION, "completed"),
    ("events=2,tools", tools({"type": "custom", "name": "exec"}), CUSTOM, "completed"),
    ("events=2,tools,lateargs", tools(function()), [FUNCTION[0], *FUNCTION[3:]], "completed"),
    ("events=2,finish=length", {}, MESSAGE, "incomplete"),
    ("events=2,finish=content_filter", {}, MESSAGE, "incomplete"),
    ("events=2,finish=failed", {}, MESSAGE, "failed"),
    ("events=0", {}, MESSAGE[:2] + MESSAGE[4:], "completed"),
)


@h.case("lighttpd", own=True)
def the_order_of_events(shape, provider):
    for options, members, between, end in ORDER:
        events = stream(provider, "test:" + options, **members)
        wanted = ["created", "in_progress", *between, end]
        h.equal([event["type"] for event in events], ["response." + name for name in wanted], options)
        for event in (events[0], events[1], events[-1]):
            h.equal(set(event["response"]), RESPONSE, "members of the response")
        first = events[0]["response"]
        h.equal((first["status"], first["output"]), ("in_progress", []), options)
        h.equal(events[-1]["response"]["status"], end, options)
        expect_same(provider, options, members, events)


def expect_same(provider, options, members, events):
    """The stream's last event holds what its other events told, and what a whole answer holds."""
    final = events[-1]["response"]
    done = [event["item"] for event in events if event["type"] == "response.output_item.done"]
    h.equal(final["output"], done, "items that were done")
    told = {}
    for event in events:
        if event["type"].endswith(".delta"):
            told[event["item_id"]] = told.get(event["item_id"], "") + event["delta"]
        elif event["type"].startswith("response.output_item."):
            h.equal(done[event["output_index"]]["id"], event["item"]["id"], "output_index")
    for item in done:
        if item["id"] in told:
            h.equal(told[item["id"]], substance(item), "fragments and whole")
    whole = answer(provider, "test:" + options, **members)
    h.equal(set(whole), RESPONSE, "members of a whole answer")
    h.equal([substance(item) for item in whole["output"]], [substance(item) for item in done],
            "without stream")
    h.equal(whole["usage"], final["usage"], "usage")


def substance(item):
    if item["type"] == "message":
        return "".join(part["text"] for part in item["content"])
    if item["type"] == "reasoning":
        return "".join(part["text"] for part in item["summary"])
    return item["arguments" if item["type"] == "function_call" else "input"]


@h.case("lighttpd", own=True)
def the_members_of_events(shape, provider):
    events = stream(provider, "test:events=1,think=1", **ASKED)
    events += stream(provider, "test:events=1,tools", **tools(function()))
    own = {"response.output_text.delta": TEXT | {"delta"}, "response.output_text.done": TEXT | {"text"},
           "response.content_part.added": TEXT - {"logprobs"} | {"part"},
           "response.content_part.done": TEXT - {"logprobs"} | {"part"},
           "response.reasoning_summary_text.delta": SUMMARY | {"delta"},
           "response.reasoning_summary_text.done": SUMMARY | {"text"},
           "response.reasoning_summary_part.added": SUMMARY | {"part"},
           "response.reasoning_summary_part.done": SUMMARY | {"part"},
           "response.function_call_arguments.delta": {"item_id", "output_index", "delta"},
           "response.function_call_arguments.done": {"item_id", "output_index", "name", "arguments"},
           "response.output_item.added": {"output_index", "item"},
           "response.output_item.done": {"output_index", "item"}}
    for event in events:
        wanted = own.get(event["type"], {"response"})
        h.equal(set(event) - {"type", "sequence_number"}, wanted, event["type"])
    sent = stream(provider, "test:events=1", stream_options={"include_obfuscation": True})
    h.equal([event["type"] for event in sent if "obfuscation" in event], ["response.output_text.delta"],
            "padded")


@h.case("lighttpd", own=True)
def what_an_answer_holds(shape, provider):
    settings = {"instructions": "Be brief", "temperature": 0.5, "metadata": {"a": "b"}, "store": False,
                "text": {"format": {"type": "text"}, "verbosity": "low"}, "user": "me",
                "reasoning": {"effort": "low", "summary": "auto"}, **tools(function())}
    got = answer(provider, "test:events=3", **settings)
    for name, value in settings.items():
        h.equal(got[name], value, name)
    h.equal((got["object"], got["status"], got["error"]), ("response", "completed", None), "state")
    item, = got["output"]
    h.equal((item["type"], item["status"], item["role"]), ("message", "completed", "assistant"), "item")
    h.equal(item["content"][0]["text"], "word0 word1 word2 ", "text")
    h.equal(got["usage"],
            {"input_tokens": 7, "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
             "output_tokens": 3, "output_tokens_details": {"reasoning_tokens": 0}, "total_tokens": 10},
            "usage")
    usage = answer(provider, "test:cached=2,think=4,events=3")["usage"]
    h.equal((usage["input_tokens_details"]["cached_tokens"], usage["output_tokens"],
             usage["output_tokens_details"]["reasoning_tokens"]), (2, 7, 4), "cached, reasoning")
    h.equal(answer(provider, "test:nousage")["usage"], None, "no usage")


@h.case("lighttpd", own=True)
def calls(shape, provider):
    space = {"type": "namespace", "name": "space", "description": "", "tools": [
        {"type": "custom", "name": "exec"}, function()]}
    more = items({"type": "additional_tools", "role": "developer", "tools": [space]}, user())
    one, two = answer(provider, "test:tools=2,events=2", **tools(function()))["output"]
    h.equal((one["type"], one["name"], json.loads(one["arguments"])),
            ("function_call", "look_up", {"text": "word0 word1 "}), "a call")
    h.require(one["call_id"] != two["call_id"] and one["id"] != two["id"], "two calls", one, two)
    h.require("namespace" not in one, "no namespace", one)
    one, = answer(provider, "test:tools,events=2", **more)["output"]
    h.equal((one["type"], one["name"], one["namespace"], one["input"]),
            ("custom_tool_call", "exec", "space", "word0 word1 "), "in a namespace")


@h.case("lighttpd", own=True)
def an_agent(shape, provider):
    declared = tools(function("other"), function("exec_command"))
    one, = answer(provider, "test:agent", **declared)["output"]
    h.equal((one["name"], json.loads(one["arguments"])), ("exec_command", {"cmd": "echo from-the-tool"}),
            "call")
    fragments = [event["delta"] for event in stream(provider, "test:agent", **declared) if "delta" in event]
    h.require("".join(fragments) == one["arguments"] and len(fragments) > 1, "fragments", fragments)
    turn = [user(), one, output(one["call_id"], [{"type": "input_text", "text": "from-the-tool"}])]
    end, = answer(provider, "test:agent", input=turn, **declared)["output"]
    h.equal(substance(end), "The tool said: from-the-tool", "end")
    one, = answer(provider, "test:agent", **tools({"type": "custom", "name": "exec"}))["output"]
    h.require(one["type"] == "custom_tool_call" and "from-the-tool" in one["input"], "custom", one)
    end, = answer(provider, "test:agent", input=[user(), one, custom_output(call_id=one["call_id"])],
                  **tools({"type": "custom", "name": "exec"}))["output"]
    h.equal(substance(end), "The tool said: 1", "end of a custom call")


@h.case("lighttpd", own=True)
def a_limit_is_obeyed(shape, provider):
    for options, texts, tokens in (("events=20", ["".join(f"word{i} " for i in range(16))], 16),
                                   ("events=9,think=20", [""], 16)):
        got = answer(provider, "test:" + options, max_output_tokens=16)
        h.equal((got["status"], got["incomplete_details"]),
                ("incomplete", {"reason": "max_output_tokens"}), options)
        h.equal([substance(item) for item in got["output"]], texts, options)
        h.equal(got["usage"]["output_tokens"], tokens, options)
    got = answer(provider, "test:events=16", max_output_tokens=16)
    h.equal((got["status"], got["incomplete_details"]), ("completed", None), "a limit that is not reached")
    got = answer(provider, "test:finish=length")
    h.equal((got["status"], got["output"][0]["status"]), ("incomplete", "incomplete"), "finish=length")
    got = answer(provider, "test:finish=content_filter")
    h.equal(got["incomplete_details"], {"reason": "content_filter"}, "finish=content_filter")
    got = answer(provider, "test:finish=failed")
    h.equal((got["status"], got["error"]["code"]), ("failed", "server_error"), "finish=failed")


@h.case("lighttpd", own=True)
def structured(shape, provider):
    properties = {"s": {"type": "string", "minLength": 20}, "n": {"type": "integer", "minimum": 7},
                  "b": {"type": "boolean"}, "e": {"type": "string", "enum": ["x", "y"]},
                  "l": {"type": "array", "items": {"$ref": "#/$defs/d"}, "minItems": 2},
                  "u": {"anyOf": [{"type": "null"}, {"type": "string"}]}, "c": {"const": 3}}
    wanted = strict(properties=properties, required=list(properties), **{"$defs": {"d": strict()}})
    model = "test:mark,text=40"  # neither may spoil it
    text = substance(answer(provider, model, text=named_format(schema=wanted))["output"][0])
    value = json.loads(text)
    h.require(len(value.pop("s")) >= 20, "minLength", text)
    h.equal(value, {"n": 7, "b": True, "e": "x", "l": [{"a": "word0 word1"}] * 2, "u": None, "c": 3},
            "value")
    tree = {"anyOf": [{"$ref": "#"}, {"type": "null"}]}
    tree = strict(properties={"left": tree, "right": tree}, required=["left", "right"])
    got = json.loads(substance(answer(provider, model, text=named_format(schema=tree))["output"][0]))
    while got is not None:
        h.equal(set(got), {"left", "right"}, "a recursive schema")
        got = got["left"]
    events = stream(provider, model, text=named_format(schema=wanted))
    fragments = [event["delta"] for event in events if event["type"] == "response.output_text.delta"]
    h.require("".join(fragments) == text and len(fragments) > 5, "fragments", fragments)
    got = answer(provider, "test", input="JSON, please", text={"format": {"type": "json_object"}})
    h.require(isinstance(json.loads(substance(got["output"][0])), dict), "json_object", got)


@h.case("lighttpd", own=True)
def words_of_the_answer(shape, provider):
    for options, members, text in (
            ("echo", {"input": "Say this"}, "Say this"),
            ("echo", items(user("Say this"), said("no"), {"role": "developer", "content": "x"}),
             "Say this"),
            ("mark,events=2", {"user": "me"}, "me:0 me:1 "),
            ("text=10,events=2", {}, "word0 xxx word1 xxx "),
            ("bigline=12,events=2", {}, "word0 xxxxx word1 ")):
        h.equal(substance(answer(provider, "test:" + options, **members)["output"][0]), text, options)


@h.case("lighttpd", own=True)
def unknown_members(shape, provider):
    got = answer(provider, "test:unknown,think=1,events=1", **ASKED)
    h.require("x_unknown" in got and "x_unknown_tokens" in got["usage"], "answer", got)
    h.require(all("x_unknown_item" in item for item in got["output"]), "items", got)
    for event in stream(provider, "test:unknown,think=1,events=1", **ASKED):
        h.require("x_unknown_event" in event, "event", event)


def names(got):
    return [name for name, _ in direct.events(got)]


@h.case("lighttpd", own=True)
def broken_streams(shape, provider):
    whole = ["response.created", "response.in_progress", *("response." + name for name in MESSAGE),
             "response.completed"]
    events = direct.events(ask(provider, "test:events=2,errevent=1", stream=True))
    h.equal([name for name, _ in events], [*whole[:5], "error", "response.failed"], "errevent")
    h.equal([data["sequence_number"] for _, data in events], list(range(7)), "numbers")
    error, failed = events[-2][1], events[-1][1]["response"]
    h.equal((error["code"], error["param"]), ("server_error", None), "the error")
    h.equal((failed["status"], failed["error"]["code"], failed["output"]),
            ("failed", "server_error", []), "failed")
    h.equal(failed["error"]["message"], error["message"], "message")
    failed = direct.events(ask(provider, "test:events=2,think=1,errevent=2", stream=True, **ASKED))[-1][1]
    h.equal([item["type"] for item in failed["response"]["output"]], ["reasoning"], "what was done by then")
    h.equal(names(ask(provider, "test:events=2,nodone", stream=True)), whole[:-1], "nodone")
    h.equal(names(ask(provider, "test:events=2,cleancut=1", stream=True)), whole[:5], "cleancut")
    half = ask(provider, "test:events=2,halfevent=1", stream=True).content
    event = b'event: response.output_text.delta\ndata: {"type":"response.output_text.delta",'
    h.require(event in half.split(b"\n\n")[-1] and not half.endswith(b"\n"), "halfevent", half)
    spoiled = ask(provider, "test:events=2,garbage", stream=True).content
    h.require(b'event: response.output_text.delta\ndata: {"id":"' in spoiled, "garbage", spoiled)
    h.require(b"event:" in ask(provider, "test:sse").content, "sse")
    h.equal(ask(provider, "test:json", stream=True).json["object"], "response", "json")
    error = h.expect(ask(provider, "test:status=429,retry=7"), 429).json["error"]
    h.equal(error["code"], "rate_limit_exceeded", "status")
    crlf = ask(provider, "test:events=2,crlf,comments", stream=True).content
    h.require(b": a comment\r\n\r\nevent: response.created\r\ndata: {" in crlf, "crlf, comments", crlf[:200])


@h.case("lighttpd", own=True)
def models_with_names_of_their_own(shape, provider):
    other = h.Provider(more=["--default-behaviour", "agent,think=2"])
    try:
        for model, count in (("gpt-5.5", 2), ("test:events=1", 1)):
            got = answer(other, model, **tools(function("exec_command")))
            h.equal(len(got["output"]), count, model)
            h.equal(got["model"], model, "model")
    finally:
        other.stop()


h.run()
