"""Anthropic Messages for tests: what requests are made of, and the test provider, asked for an answer
without a hub."""
import base64

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
    return h.expect(api(provider).ask(body_of(model, **members), path, headers), 200, h.shorten(members))


def expect_error(answer, status, type_, words):
    h.expect(answer, status, words)
    h.equal(list(answer.json), ["type", "error", "request_id"], "members of the body")
    h.equal(answer.json["type"], "error", "type of the body")
    error = answer.json["error"]
    h.equal(sorted(error), ["message", "type"], "members of the error")
    h.equal(error["type"], type_, "type")
    h.require(error["message"].startswith(words), f"{words!r} does not begin", error["message"])
    h.require(answer.header("request-id").startswith("req_"), "request-id", answer.headers)
    h.equal(answer.json["request_id"], answer.header("request-id"), "request_id")


def events(answer):
    """The events; each has the name that its data say."""
    h.equal(answer.header("content-type"), "text/event-stream; charset=utf-8", "content type")
    found = direct.events(answer)
    for name, data in found:
        h.equal(name, data["type"] if isinstance(data, dict) else name, "name of the event")
    return found
