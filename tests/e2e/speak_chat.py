"""OpenAI's Chat Completions for the matrix."""
import json

import harness as h
from conversation import (Answer, Call, Failure, Heard, Media, Result, Text, Turn, Usage, heard_turns, members,
                          one, parse, put, split_stream)

NAME, TITLE, TYPE, BASE = "chat", "Chat", "openai-compatible", "/v1"
EOL = b"\n"
STOPS = {"sequence": "done", "refusal": "done"}  # what it has other words for
WORDS = {"stop": "done", "length": "length", "tool_calls": "calls", "content_filter": "filter"}
FINISH = {"done": "stop", "length": "length", "filter": "content_filter"}
PARAMS = {"stop": "stop", "choices": "n"}
BROKEN = "model_error"  # what an error within a stream is called
ASKS_FOR_THOUGHTS = False  # it has no way to: they are told where the provider does by itself
ERRORS = {400: "invalid_request_error", 404: "invalid_request_error", 429: "rate_limit_error",
          500: "model_error", 502: "api_error", 503: "model_error"}


def path(model, stream):
    return "/v1/chat/completions"


def headers(key):
    return [("Authorization", f"Bearer {key}")]


# ---- as a client says it ----------------------------------------------------------------


def data_url(media):
    return f"data:{media.type};base64,{media.data}"


def say_part(part):
    if isinstance(part, Text):
        return {"type": "text", "text": part.text}
    if part.type.startswith("image/"):
        return {"type": "image_url", "image_url": {"url": data_url(part)}}
    return {"type": "file", "file": {"filename": "paper.pdf", "file_data": data_url(part)}}


def say_content(parts):
    return parts[0].text if len(parts) == 1 and isinstance(parts[0], Text) else [say_part(p) for p in parts]


def say_user(parts):
    for part in parts:
        if isinstance(part, Result):
            yield {"role": "tool", "tool_call_id": part.id, "content": say_content(part.content)}
    rest = [part for part in parts if not isinstance(part, Result)]
    if rest:
        yield {"role": "user", "content": say_content(rest)}


def say_assistant(parts):
    calls = [{"id": part.id, "type": "function",
              "function": {"name": part.name, "arguments": json.dumps(part.args)}}
             for part in parts if isinstance(part, Call)]
    text = "".join(part.text for part in parts if isinstance(part, Text))
    yield {"role": "assistant", "content": text or None, **({"tool_calls": calls} if calls else {})}


def say_turn(turn):
    if not isinstance(turn, Turn):
        return [turn.raw]
    if turn.role == "instruction":
        return [{"role": "developer", "content": turn.parts[0].text}]
    return list((say_user if turn.role == "user" else say_assistant)(turn.parts))


def say_choice(choice):
    words = {"any": "required", "auto": "auto", "none": "none"}
    return words.get(choice) or {"type": "function", "function": {"name": choice}}


def body(ask, model, stream):
    said = {"model": model, "messages": []}
    if ask.system is not None:
        said["messages"].append({"role": "system", "content": ask.system})
    for turn in ask.turns:
        said["messages"] += say_turn(turn)
    if ask.tools is not None:
        said["tools"] = [{"type": "function", "function": {
            "name": tool.name, "description": tool.description, "parameters": tool.schema}}
            for tool in ask.tools]
    if ask.choice:
        said["tool_choice"] = say_choice(ask.choice)
    if ask.schema:
        said["response_format"] = {"type": "json_schema", "json_schema": {
            "name": "answer", "schema": ask.schema, "strict": True}}
    given = {"reasoning_effort": "low" if ask.think else None, "max_completion_tokens": ask.limit,
             "stop": list(ask.stop) if ask.stop else None, "n": ask.choices, "stream": stream or None,
             "stream_options": {"include_usage": True} if stream else None}
    said.update({name: value for name, value in given.items() if value is not None})
    for place, value in ask.more:
        put(said, place, value)
    return said


# ---- as a provider hears it ----------------------------------------------------------------


def hear_part(part):
    if part["type"] == "text":
        return Text(part["text"])
    url = part["image_url"]["url"] if part["type"] == "image_url" else part["file"]["file_data"]
    kind, data = url.removeprefix("data:").split(";base64,")
    return Media(kind, data)


def hear_content(content):
    if content is None:
        return ()
    return (Text(content),) if isinstance(content, str) else tuple(hear_part(part) for part in content)


def hear_message(message):
    role, parts = message["role"], hear_content(message.get("content"))
    if role == "tool":
        return Turn("user", (Result(message["tool_call_id"], None, parts),))
    calls = tuple(Call(call["id"], call["function"]["name"], json.loads(call["function"]["arguments"]))
                  for call in message.get("tool_calls", ()))
    return Turn("instruction" if role in ("system", "developer") else role, parts + calls)


def hear(said):
    messages = said["messages"]
    system = messages[0]["content"] if messages[0]["role"] in ("system", "developer") else None
    tools, choice = said.get("tools"), said.get("tool_choice")
    if isinstance(choice, dict):
        choice = choice["function"]["name"]
    stop = said.get("stop")
    return Heard(
        turns=heard_turns(hear_message(message) for message in messages[system is not None:]),
        system=system,
        tools=tools and [(tool["function"]["name"], tool["function"].get("parameters")) for tool in tools],
        choice="any" if choice == "required" else choice,
        schema=said.get("response_format", {}).get("json_schema", {}).get("schema"),
        think=said.get("reasoning_effort") not in (None, "none"),
        limit=said.get("max_completion_tokens", said.get("max_tokens")),
        stop=(stop,) if isinstance(stop, str) else stop and tuple(stop),
        choices=said.get("n"))


# ---- what a client is told ----------------------------------------------------------------


def read_usage(usage):
    members(usage, ("prompt_tokens", "completion_tokens", "total_tokens", "prompt_tokens_details",
                    "completion_tokens_details"), "usage")
    h.equal(usage["total_tokens"], usage["prompt_tokens"] + usage["completion_tokens"], "total tokens")
    return Usage(usage["prompt_tokens"], usage["completion_tokens"],
                 usage["prompt_tokens_details"]["cached_tokens"],
                 usage["completion_tokens_details"]["reasoning_tokens"])


def understand(choices, usage, model):
    """choices: their messages, each with its finish_reason."""
    message, reason = choices[0]
    calls = message.get("tool_calls") or []
    again = {"role": "assistant", "content": message["content"], **({"tool_calls": calls} if calls else {})}
    return Answer(
        text=message["content"] or "", thoughts=message.get("reasoning_content") or "",
        calls=[Call(call["id"], call["function"]["name"],
                    parse(call["function"]["arguments"], "arguments")) for call in calls],
        refusal=message.get("refusal") or "", stop=WORDS.get(reason, reason), usage=usage, model=model,
        again=again,
        choices=[message["content"] for message, _ in choices])


ENVELOPE = ("id", "object", "created", "model", "choices")
PROVIDERS = ("service_tier", "system_fingerprint")  # what only the provider says of itself


def check_call(call):
    members(call, ("id", "type", "function"), "a call")
    h.equal(call["type"], "function", "type of a call")
    members(call["function"], ("name", "arguments"), "a called function")


def whole(content):
    told = parse(content, "the answer")
    members(told, (*ENVELOPE, "usage"), "the answer", PROVIDERS)
    h.equal(told["object"], "chat.completion", "object")
    h.require(told["id"].startswith("chatcmpl-"), "id", told["id"])
    for i, choice in enumerate(told["choices"]):
        members(choice, ("index", "message", "logprobs", "finish_reason"), "a choice")
        h.equal(choice["index"], i, "index")
        members(choice["message"], ("role", "content", "refusal"), "the message",
                ("tool_calls", "reasoning_content", "annotations"))
        for call in choice["message"].get("tool_calls", ()):
            check_call(call)
    return understand([(choice["message"], choice["finish_reason"]) for choice in told["choices"]],
                      read_usage(told["usage"]), told["model"])


def add_call(calls, part):
    if part["index"] == len(calls):
        members(part, ("index", "id", "type", "function"), "a call's first fragment")
        members(part["function"], ("name", "arguments"), "its function")
        calls.append({"id": part["id"], "type": part["type"], "function": dict(part["function"])})
        return
    members(part, ("index", "function"), "a call's further fragment")
    members(part["function"], ("arguments",), "its function")
    h.equal(part["index"], len(calls) - 1, "index of a fragment")
    calls[-1]["function"]["arguments"] += part["function"]["arguments"]


class Choice:
    """One that grows."""

    def __init__(self):
        self.message, self.reason, self.begun = {"content": None}, None, False

    def add(self, choice):
        members(choice, ("index", "delta", "finish_reason"), "a choice", ("logprobs",))
        delta = choice["delta"]
        h.require(self.reason is None, "a delta behind the finish reason")
        h.equal("role" in delta, not self.begun, "whether there is a role")
        self.begun = True
        for name in ("content", "reasoning_content", "refusal"):
            if delta.get(name):
                self.message[name] = (self.message.get(name) or "") + delta[name]
        for part in delta.get("tool_calls", ()):
            add_call(self.message.setdefault("tool_calls", []), part)
        self.reason = choice["finish_reason"]


def error(told):
    members(told, ("error",), "the error's body")
    said = told["error"]
    members(said, ("message", "type", "param", "code"), "the error", ("retry_after",))
    return Failure(said["type"], said["message"], said["param"], said.get("retry_after"))


def stream(content, eol, usage=True):
    """The answer, and the failure that ended it or None."""
    events = split_stream(content, eol)
    h.require(all(name is None for name, _ in events), "there are names of events")
    last = events[-1][1]
    failed = last != "[DONE]"
    chunks = [parse(data, "a chunk") for _, data in events[:-1]]
    failure = error(parse(last, "the last chunk")) if failed else None
    choices, told = {}, None
    for chunk in chunks:
        members(chunk, ENVELOPE, "a chunk", (*PROVIDERS, "usage"))
        h.equal(chunk["object"], "chat.completion.chunk", "object")
        h.require(told is None, "a chunk behind the usage")
        if not chunk["choices"]:
            told = read_usage(chunk["usage"])
        elif usage:
            h.equal(chunk.get("usage", "absent"), None, "usage of a chunk")
        for choice in chunk["choices"]:
            choices.setdefault(choice["index"], Choice()).add(choice)
    for name in ("id", "created", "model") if chunks else ():
        one([chunk[name] for chunk in chunks], name)
    if failed:
        return Answer("".join(choice.message["content"] or "" for choice in choices.values())), failure
    h.equal(told is not None, usage, "whether the usage is told")
    h.require(all(choice.reason for choice in choices.values()), "a choice without a finish reason")
    return understand([(choices[i].message, choices[i].reason) for i in sorted(choices)], told,
                      chunks[0]["model"]), None
