"""OpenAI's Responses for the matrix."""
import json

import harness as h
from conversation import (Answer, Call, Failure, Heard, Media, Result, Text, Thought, Turn, Usage, heard_turns,
                          members, parse, put, split_stream)
from speak_chat import data_url, error  # the same in both

NAME, TITLE, TYPE, BASE = "responses", "Responses", "responses-compatible", "/v1"
EOL = b"\n"
STOPS = {"sequence": "done", "refusal": "done"}
FINISH = {"done": "stop", "length": "length", "filter": "content_filter"}
PARAMS = {"stop": "stop", "choices": "n"}
BROKEN = "server_error"
ASKS_FOR_THOUGHTS = True
ERRORS = {400: "invalid_request_error", 404: "invalid_request_error", 429: "rate_limit_error",
          500: "model_error", 502: "api_error", 503: "model_error"}


def path(model, stream):
    return "/v1/responses"


def headers(key):
    return [("Authorization", f"Bearer {key}")]


# ---- as a client says it ----------------------------------------------------------------


def say_part(part):
    if isinstance(part, Text):
        return {"type": "input_text", "text": part.text}
    if part.type.startswith("image/"):
        return {"type": "input_image", "image_url": data_url(part), "detail": "auto"}
    return {"type": "input_file", "filename": "paper.pdf", "file_data": data_url(part)}


def say_output(parts):
    return parts[0].text if len(parts) == 1 and isinstance(parts[0], Text) else [say_part(p) for p in parts]


def say_user(parts):
    for part in parts:
        if isinstance(part, Result):
            yield {"type": "function_call_output", "call_id": part.id, "output": say_output(part.content)}
    rest = [say_part(part) for part in parts if not isinstance(part, Result)]
    if rest:
        yield {"type": "message", "role": "user", "content": rest}


def say_assistant(parts):
    for part in parts:
        if isinstance(part, Text):
            yield {"type": "message", "role": "assistant",
                   "content": [{"type": "output_text", "text": part.text}]}
        else:
            yield {"type": "function_call", "call_id": part.id, "name": part.name,
                   "arguments": json.dumps(part.args)}


def say_turn(turn):
    if not isinstance(turn, Turn):
        return turn.raw
    if turn.role == "instruction":
        return [{"type": "message", "role": "developer", "content": turn.parts[0].text}]
    return list((say_user if turn.role == "user" else say_assistant)(turn.parts))


def body(ask, model, stream):
    said = {"model": model, "input": [], "store": False}
    if ask.system is not None:
        said["instructions"] = ask.system
    for turn in ask.turns:
        said["input"] += say_turn(turn)
    if ask.tools is not None:
        said["tools"] = [{"type": "function", "name": tool.name, "description": tool.description,
                          "parameters": tool.schema, "strict": False} for tool in ask.tools]
    if ask.choice:
        words = {"any": "required", "auto": "auto", "none": "none"}
        said["tool_choice"] = words.get(ask.choice) or {"type": "function", "name": ask.choice}
    if ask.schema:
        said["text"] = {"format": {"type": "json_schema", "name": "answer", "schema": ask.schema,
                                   "strict": True}}
    if ask.think:
        said["reasoning"] = {"effort": "low", "summary": "auto"}
        said["include"] = ["reasoning.encrypted_content"]
    given = {"max_output_tokens": ask.limit, "stop": list(ask.stop) if ask.stop else None,
             "n": ask.choices, "stream": stream or None}
    said.update({name: value for name, value in given.items() if value is not None})
    for place, value in ask.more:
        put(said, place, value)
    return said


# ---- as a provider hears it ----------------------------------------------------------------


def hear_part(part):
    if part["type"] in ("input_text", "output_text"):
        return Text(part["text"])
    kind, data = part.get("image_url", part.get("file_data")).removeprefix("data:").split(";base64,")
    return Media(kind, data)


def hear_content(content):
    return (Text(content),) if isinstance(content, str) else tuple(hear_part(part) for part in content)


def hear_item(item):
    kind = item.get("type", "message")
    if kind == "function_call":
        return Turn("assistant", (Call(item["call_id"], item["name"], json.loads(item["arguments"])),))
    if kind == "function_call_output":
        return Turn("user", (Result(item["call_id"], None, hear_content(item["output"])),))
    if kind == "reasoning":
        text = "".join(part["text"] for part in item["summary"])
        return Turn("assistant", (Thought(text, item.get("encrypted_content")),))
    role = item["role"]
    return Turn("instruction" if role in ("system", "developer") else role, hear_content(item["content"]))


def hear(said):
    choice, tools = said.get("tool_choice"), said.get("tools")
    if isinstance(choice, dict):
        choice = choice["name"]
    items = said["input"]
    if isinstance(items, str):
        items = [{"role": "user", "content": items}]
    return Heard(
        turns=heard_turns(hear_item(item) for item in items),
        system=said.get("instructions"),
        tools=tools and [(tool["name"], tool.get("parameters")) for tool in tools],
        choice="any" if choice == "required" else choice,
        schema=said.get("text", {}).get("format", {}).get("schema"),
        think=said.get("reasoning", {}).get("effort") not in (None, "none"),
        limit=said.get("max_output_tokens"),
        stop=said.get("stop"), choices=said.get("n"))


# ---- what a client is told ----------------------------------------------------------------


RESPONSE = ("id", "object", "created_at", "completed_at", "status", "incomplete_details", "model",
            "previous_response_id", "instructions", "output", "error", "tools", "tool_choice", "truncation",
            "parallel_tool_calls", "text", "top_p", "temperature", "reasoning", "usage", "max_output_tokens",
            "max_tool_calls", "store", "background", "service_tier", "metadata", "prompt_cache_key",
            "safety_identifier", "user", "top_logprobs")
EARLIER = ("presence_penalty", "frequency_penalty")  # which Open Responses wants and OpenAI does not send


def read_usage(usage):
    members(usage, ("input_tokens", "input_tokens_details", "output_tokens", "output_tokens_details",
                    "total_tokens"), "usage")
    h.equal(usage["total_tokens"], usage["input_tokens"] + usage["output_tokens"], "total tokens")
    return Usage(usage["input_tokens"], usage["output_tokens"],
                 usage["input_tokens_details"]["cached_tokens"],
                 usage["output_tokens_details"]["reasoning_tokens"])


def part_text(part):
    return part.get("text", part.get("refusal"))


def check_part(part):
    if part["type"] == "summary_text":
        members(part, ("type", "text"), "a part of a summary")
        return
    if part["type"] == "refusal":
        members(part, ("type", "refusal"), "a refusal")
        return
    h.equal(part["type"], "output_text", "type of a part")
    members(part, ("type", "text", "annotations"), "a part", ("logprobs",))


def check_item(item, status):
    kind = item["type"]
    if kind == "reasoning":
        members(item, ("id", "type", "summary"), "a reasoning", ("encrypted_content", "status"))
        parts = item["summary"]
    elif kind == "message":
        members(item, ("id", "type", "status", "role", "content"), "a message", ("phase",))
        parts = item["content"]
    else:
        h.equal(kind, "function_call", "type of an item")
        members(item, ("id", "type", "status", "call_id", "name", "arguments"), "a call")
        parts = []
    prefix = {"reasoning": "rs_", "message": "msg_", "function_call": "fc_"}[kind]
    h.require(item["id"].startswith(prefix), "id of an item", item["id"])
    if kind != "reasoning":
        h.equal(item["status"], status, f"status of a {kind}")
    for part in parts:
        check_part(part)


def check_response(response, status):
    members(response, RESPONSE, "the response", (*EARLIER, "prompt_cache_retention"))
    h.equal((response["object"], response["status"]), ("response", status), "object and status")
    h.require(response["id"].startswith("resp_"), "id", response["id"])


def stop_of(response, calls):
    if response["status"] == "completed":
        return "calls" if calls else "done"
    reason = response["incomplete_details"]["reason"]
    return {"max_output_tokens": "length", "content_filter": "filter"}[reason]


def understand(response):
    output = response["output"]
    h.equal(len({item["id"] for item in output}), len(output), "ids of items that are different")
    calls = [Call(item["call_id"], item["name"], parse(item["arguments"], "arguments"))
             for item in output if item["type"] == "function_call"]
    said = [part for item in output if item["type"] == "message" for part in item["content"]]
    return Answer(
        text="".join(part.get("text", "") for part in said),
        refusal="".join(part.get("refusal", "") for part in said),
        thoughts="".join(part["text"] for item in output if item["type"] == "reasoning"
                         for part in item["summary"]),
        calls=calls, stop=stop_of(response, calls), usage=read_usage(response["usage"]),
        model=response["model"], again=output)


def whole(content):
    response = parse(content, "the answer")
    check_response(response, response["status"])
    for item in response["output"]:
        check_item(item, item.get("status"))
    return understand(response)


EVENTS = {  # the members that an event has besides its type and number
    "response.created": ("response",),
    "response.in_progress": ("response",),
    "response.output_item.added": ("output_index", "item"),
    "response.output_item.done": ("output_index", "item"),
    "response.content_part.added": ("item_id", "output_index", "content_index", "part"),
    "response.content_part.done": ("item_id", "output_index", "content_index", "part"),
    "response.output_text.delta": ("item_id", "output_index", "content_index", "delta", "logprobs"),
    "response.output_text.done": ("item_id", "output_index", "content_index", "text", "logprobs"),
    "response.refusal.delta": ("item_id", "output_index", "content_index", "delta"),
    "response.refusal.done": ("item_id", "output_index", "content_index", "refusal"),
    "response.reasoning_summary_part.added": ("item_id", "output_index", "summary_index", "part"),
    "response.reasoning_summary_part.done": ("item_id", "output_index", "summary_index", "part"),
    "response.reasoning_summary_text.delta": ("item_id", "output_index", "summary_index", "delta"),
    "response.reasoning_summary_text.done": ("item_id", "output_index", "summary_index", "text"),
    "response.function_call_arguments.delta": ("item_id", "output_index", "delta"),
    "response.function_call_arguments.done": ("item_id", "output_index", "name", "arguments"),
    "response.completed": ("response",),
    "response.incomplete": ("response",),
    "response.failed": ("response",),
    "error": ("code", "message", "param"),
}
FINAL = ("response.completed", "response.incomplete", "response.failed")


class Output:
    """The output that grows, by the rules of the events' order."""

    def __init__(self):
        self.items, self.item, self.part, self.text, self.parts = [], None, None, "", []

    def take(self, event):
        kind = event["type"].removeprefix("response.")
        h.equal(event["output_index"], len(self.items), f"output_index of {kind}")
        if kind == "output_item.added":
            h.require(self.item is None, "an item within another")
            check_item(event["item"], "in_progress")
            self.item, self.part, self.text, self.parts = event["item"], None, "", []
            return
        h.require(self.item is not None, kind, "without an item")
        if kind == "output_item.done":
            self.end_item(event["item"])
            return
        h.equal(event["item_id"], self.item["id"], f"item_id of {kind}")
        if kind.endswith("_part.added"):
            self.begin_part(event)
        elif kind.endswith("_part.done"):
            self.end_part(event["part"])
        elif kind.endswith(".delta"):
            h.require(self.item["type"] == "function_call" or self.part, "a delta without a part")
            self.text += event["delta"]
        else:
            (text,) = (event[name] for name in ("text", "arguments", "refusal") if name in event)
            h.equal(text, self.text, "the text at its end")

    def begin_part(self, event):
        h.require(self.part is None, "a part within another")
        check_part(event["part"])
        h.equal(part_text(event["part"]), "", "text of a part at its begin")
        h.equal(event.get("content_index", event.get("summary_index")), len(self.parts), "index of a part")
        self.part, self.text = event["part"], ""

    def end_part(self, part):
        check_part(part)
        h.equal(part_text(part), self.text, "text of a part at its end")
        self.parts.append(part)
        self.part = None

    def end_item(self, item):
        check_item(item, item.get("status"))
        h.require(self.part is None, "a part is still open")
        h.equal(item["id"], self.item["id"], "id of the item")
        if item["type"] == "function_call":
            h.equal(item["arguments"], self.text, "arguments at the end")
        else:
            h.equal(item["summary" if item["type"] == "reasoning" else "content"], self.parts, "its parts")
        self.items.append(item)
        self.item = None

    @property
    def so_far(self):
        """The text."""
        said = "".join(part_text(part) for item in self.items for part in item.get("content", ()))
        return said + (self.text if self.item and self.item["type"] == "message" else "")


def read_events(content, eol):
    """The events as JSON, numbered from 0, whoever ends the stream. A [DONE] may follow on the last."""
    events = split_stream(content, eol)
    if events[-1][1] == "[DONE]":
        h.equal(events.pop()[0], None, "name of [DONE]")
    told = []
    for number, (name, data) in enumerate(events):
        event = parse(data, "an event")
        h.require(name in EVENTS, "an event", name)
        members(event, ("type", "sequence_number", *EVENTS[name]), name, ("obfuscation", "logprobs"))
        h.equal((event["type"], event["sequence_number"]), (name, number), "type and number")
        told.append(event)
    return told


def stream(content, eol, usage=True):
    """The answer, and the failure that ended it or None."""
    created, progress, *events, final = read_events(content, eol)
    for event, kind in ((created, "response.created"), (progress, "response.in_progress")):
        h.equal(event["type"], kind, "an event at the begin")
        check_response(event["response"], "in_progress")
        h.equal(event["response"]["output"], [], "output at the begin")
    failed = final["type"] == "response.failed"
    if failed:
        h.equal(events.pop()["type"], "error", "the event before response.failed")
    output = Output()
    for event in events:
        h.require("output_index" in event, event["type"], "in the middle")
        output.take(event)
    response = final["response"]
    check_response(response, final["type"].removeprefix("response."))
    for name in ("id", "model", "created_at"):
        h.equal(response[name], created["response"][name], name)
    if failed:
        reason = response["error"]
        members(reason, ("code", "message"), "error of the response")
        return Answer(output.so_far), Failure(reason["code"], reason["message"])
    h.require(output.item is None, "an item is still open")
    h.equal(response["output"], output.items, "the output at the end")
    return understand(response), None
