"""Anthropic's Messages for the matrix."""
import json

import harness as h
from conversation import (Answer, Call, Failure, Heard, Media, Result, Text, Thought, Turn, Usage, heard_turns,
                          members, parse, put, split_stream)

NAME, TITLE, TYPE, BASE = "anthropic", "Messages", "anthropic-compatible", "/v1"
EOL = b"\n"
STOPS = {"filter": "refusal"}
WORDS = {"end_turn": "done", "max_tokens": "length", "tool_use": "calls", "stop_sequence": "sequence",
         "refusal": "refusal"}
FINISH = {"done": "end_turn", "length": "max_tokens", "refusal": "refusal"}
PARAMS = {"stop": "stop_sequences", "choices": "n", "failed": "messages[].content[].is_error"}
BROKEN = "api_error"
ASKS_FOR_THOUGHTS = True
ERRORS = {400: "invalid_request_error", 404: "not_found_error", 429: "rate_limit_error", 500: "api_error",
          502: "api_error", 503: "overloaded_error"}


def path(model, stream):
    return "/v1/messages"


def headers(key):
    return [("x-api-key", key), ("anthropic-version", "2023-06-01")]


# ---- as a client says it ----------------------------------------------------------------


def say_part(part):
    if isinstance(part, Text):
        return {"type": "text", "text": part.text}
    if isinstance(part, Media):
        source = {"type": "base64", "media_type": part.type, "data": part.data}
        return {"type": "image" if part.type.startswith("image/") else "document", "source": source}
    if isinstance(part, Call):
        return {"type": "tool_use", "id": part.id, "name": part.name, "input": part.args}
    result = {"type": "tool_result", "tool_use_id": part.id,
              "content": [say_part(inner) for inner in part.content]}
    return {**result, "is_error": True} if part.failed else result


def say_turn(turn):
    if not isinstance(turn, Turn):
        return turn.raw
    role = "system" if turn.role == "instruction" else turn.role
    return {"role": role, "content": [say_part(part) for part in turn.parts]}


def body(ask, model, stream):
    said = {"model": model, "max_tokens": ask.limit or 4000, "messages": [say_turn(turn) for turn in ask.turns]}
    if ask.system is not None:
        said["system"] = ask.system
    if ask.tools is not None:
        said["tools"] = [{"name": tool.name, "description": tool.description, "input_schema": tool.schema}
                         for tool in ask.tools]
    if ask.choice:
        said["tool_choice"] = {"type": ask.choice} if ask.choice in ("any", "auto", "none") else \
            {"type": "tool", "name": ask.choice}
    if ask.schema:
        said["output_config"] = {"format": {"type": "json_schema", "schema": ask.schema}}
    if ask.think:
        said["thinking"] = {"type": "enabled", "budget_tokens": 1024}
    given = {"stop_sequences": list(ask.stop) if ask.stop else None, "n": ask.choices,
             "stream": stream or None}
    said.update({name: value for name, value in given.items() if value is not None})
    for place, value in ask.more:
        put(said, place, value)
    return said


# ---- as a provider hears it ----------------------------------------------------------------


def hear_content(content):
    return (Text(content),) if isinstance(content, str) else tuple(hear_part(part) for part in content)


def hear_part(part):
    kind = part["type"]
    if kind == "text":
        return Text(part["text"])
    if kind in ("image", "document"):
        return Media(part["source"]["media_type"], part["source"]["data"])
    if kind == "tool_use":
        return Call(part["id"], part["name"], part["input"])
    if kind == "thinking":
        return Thought(part["thinking"], part["signature"])
    h.equal(kind, "tool_result", "type of a block")
    return Result(part["tool_use_id"], None, hear_content(part.get("content", ())),
                  part.get("is_error", False))


def hear(said):
    choice, tools, system = said.get("tool_choice", {}), said.get("tools"), said.get("system")
    turns = [Turn("instruction" if message["role"] == "system" else message["role"],
                  hear_content(message["content"])) for message in said["messages"]]
    if isinstance(system, list):
        system = "\n\n".join(part["text"] for part in system)
    return Heard(
        turns=heard_turns(turns), system=system,
        tools=tools and [(tool["name"], tool["input_schema"]) for tool in tools],
        choice=choice.get("name", choice.get("type")),
        schema=said.get("output_config", {}).get("format", {}).get("schema"),
        think=said.get("thinking", {}).get("type") in ("enabled", "adaptive"),
        limit=said["max_tokens"], stop=said.get("stop_sequences") and tuple(said["stop_sequences"]),
        choices=said.get("n"))


# ---- what a client is told ----------------------------------------------------------------


USAGE = ("input_tokens", "output_tokens")
MORE_USAGE = ("cache_creation_input_tokens", "cache_read_input_tokens", "cache_creation",
              "output_tokens_details", "server_tool_use", "service_tier", "inference_geo", "speed")
MESSAGE = ("id", "type", "role", "model", "content", "stop_reason", "stop_sequence", "usage")
MORE_MESSAGE = ("stop_details", "container", "diagnostics")


def read_usage(usage):
    """The prompt of the API is without what was cached."""
    members(usage, USAGE, "usage", MORE_USAGE)
    cached = usage.get("cache_read_input_tokens") or 0
    written = usage.get("cache_creation_input_tokens") or 0
    return Usage(usage["input_tokens"] + cached + written, usage["output_tokens"], cached,
                 (usage.get("output_tokens_details") or {}).get("thinking_tokens", 0))


BLOCKS = {"text": ("text",), "thinking": ("thinking", "signature"), "redacted_thinking": ("data",),
          "tool_use": ("id", "name", "input")}


def check_block(block):
    h.require(block.get("type") in BLOCKS, "a block", block)
    members(block, ("type", *BLOCKS[block["type"]]), f"a block {block['type']}", ("citations",))


def understand(message):
    blocks = message["content"]
    reason, sequence = message["stop_reason"], message["stop_sequence"]
    h.equal(sequence is not None, reason == "stop_sequence", "whether the stop sequence is told")
    ids = [block["id"] for block in blocks if block["type"] == "tool_use"]
    h.equal(len(set(ids)), len(ids), "ids of calls that are different")
    return Answer(
        text="".join(block["text"] for block in blocks if block["type"] == "text"),
        thoughts="".join(block["thinking"] for block in blocks if block["type"] == "thinking"),
        calls=[Call(block["id"], block["name"], block["input"]) for block in blocks
               if block["type"] == "tool_use"],
        refusal=(message.get("stop_details") or {}).get("explanation") or "",
        stop=WORDS.get(reason, reason), usage=read_usage(message["usage"]), model=message["model"],
        again={"role": "assistant", "content": blocks})


def check_message(message):
    members(message, MESSAGE, "the message", MORE_MESSAGE)
    h.equal((message["type"], message["role"]), ("message", "assistant"), "type and role")
    h.require(message["id"].startswith("msg_"), "id", message["id"])


def whole(content):
    message = parse(content, "the answer")
    check_message(message)
    for block in message["content"]:
        check_block(block)
        h.require(block["type"] != "text" or block["text"], "an empty text")
    return understand(message)


def error(told):
    members(told, ("type", "error", "request_id"), "the error's body")
    h.equal(told["type"], "error", "type of the body")
    members(told["error"], ("type", "message"), "the error", ("details",))
    return Failure(told["error"]["type"], told["error"]["message"])


DELTAS = {"text_delta": ("text", "text"), "thinking_delta": ("thinking", "thinking"),
          "signature_delta": ("thinking", "signature"), "input_json_delta": ("tool_use", "partial_json")}


class Content:
    """The blocks that grow."""

    def __init__(self):
        self.blocks, self.open, self.arguments = [], False, ""

    def take(self, event):
        kind = event["type"]
        if kind == "content_block_start":
            members(event, ("type", "index", "content_block"), kind)
            h.require(not self.open, "a block within another")
            h.equal(event["index"], len(self.blocks), "index of a block")
            check_block(event["content_block"])
            self.begin(event["content_block"])
        elif kind == "content_block_delta":
            members(event, ("type", "index", "delta"), kind)
            self.check_open(event)
            self.add(event["delta"])
        else:
            h.equal(kind, "content_block_stop", "an event in the middle")
            members(event, ("type", "index"), kind)
            self.check_open(event)
            self.end()

    def check_open(self, event):
        h.require(self.open, event["type"], "without a block")
        h.equal(event["index"], len(self.blocks) - 1, "index of the block")

    def begin(self, block):
        if block["type"] != "redacted_thinking":
            h.require(not any(block.get(name) for name in ("text", "thinking", "signature", "input")),
                      "a block begins with", block)
        self.blocks.append(dict(block))
        self.open, self.arguments = True, ""

    def add(self, delta):
        kind, member = DELTAS[delta["type"]]
        block = self.blocks[-1]
        members(delta, ("type", member), "a delta")
        h.equal(block["type"], kind, f"the block of a {delta['type']}")
        h.require(kind != "thinking" or not block["signature"], "a delta behind the signature")
        if kind == "tool_use":
            self.arguments += delta["partial_json"]
        else:
            block[member] += delta[member]

    def end(self):
        block = self.blocks[-1]
        if block["type"] == "tool_use":
            block["input"] = parse(self.arguments or "{}", "arguments")
        h.require(block["type"] != "text" or block["text"], "an empty text")
        self.open = False

    @property
    def so_far(self):
        return "".join(block.get("text", "") for block in self.blocks)


def read_events(content, eol):
    told = []
    for name, data in split_stream(content, eol):
        event = parse(data, "an event")
        h.equal(name, event["type"], "name of an event")
        if name == "ping":
            members(event, ("type",), "a ping")
        else:
            told.append(event)
    return told


def stream(content, eol, usage=True):
    """The answer, and the failure that ended it or None."""
    events = read_events(content, eol)
    if events[-1]["type"] == "error":
        return broken(events)
    start, *middle, delta, stop = events
    message, blocks = begin(start), Content()
    for event in middle:
        blocks.take(event)
    h.require(not blocks.open, "a block is still open")
    h.equal((delta["type"], stop), ("message_delta", {"type": "message_stop"}), "the end")
    members(delta, ("type", "delta", "usage"), "message_delta")
    members(delta["delta"], ("stop_reason", "stop_sequence"), "its delta", MORE_MESSAGE)
    final = {name: value for name, value in delta["usage"].items() if value is not None}
    return understand({**message, **delta["delta"], "content": blocks.blocks,
                       "usage": {**message["usage"], **final}}), None


def begin(start):
    h.equal(start["type"], "message_start", "the first event")
    message = start["message"]
    check_message(message)
    h.equal((message["content"], message["stop_reason"]), ([], None), "content at the begin")
    members(message["usage"], USAGE, "usage at the begin", MORE_USAGE)
    return message


def broken(events):
    *events, last = events
    blocks = Content()
    if events:
        begin(events[0])
    for event in events[1:]:
        blocks.take(event)
    members(last, ("type", "error"), "the error event", ("request_id",))
    return Answer(blocks.so_far), Failure(last["error"]["type"], last["error"]["message"])
