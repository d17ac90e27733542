#!/usr/bin/env python3
"""How odd answers of providers end: what they cost, and that a whole one is whole."""
import json

import harness as h
import matrix
from conversation import Ask
from matrix import ANTHROPIC, CANNED, CHAT, DIALECTS, GEMINI, Pair, RESPONSES


def settings(provider):
    return {**matrix.settings(provider), "idle_timeout": 1, "log": "hub.log"}


def told(*events, names=False):
    """Those of a stream, as JSON; with the names that Anthropic and Responses give them."""
    lines = (f"event: {event['type']}\n" if names else "" for event in events)
    body = "".join(f"{line}data: {json.dumps(event)}\n\n" for line, event in zip(lines, events))
    return "HTTP/1.1 200 -\r\nContent-Type: text/event-stream\r\n\r\n" + body


def whole(value):
    return "HTTP/1.1 200 -\r\nContent-Type: application/json\r\n\r\n" + json.dumps(value)


def ended(pair, answer, stream):
    """The entry of a call whose provider answers so."""
    CANNED.bytes = answer.encode()
    got = pair.call(Ask(), "", stream, suffix="-canned")
    return got, pair.entries([got.header("x-request-id")])[0]


MALFORMED = {"candidates": [{"content": {}, "finishReason": "MALFORMED_FUNCTION_CALL"}],
             "usageMetadata": {"promptTokenCount": 50, "candidatesTokenCount": 300, "totalTokenCount": 350}}
NOBODY = {"usageMetadata": MALFORMED["usageMetadata"]}
FAILED = {"id": "resp_1", "object": "response", "status": "failed", "model": "test", "output": [],
          "error": {"code": "server_error", "message": "It broke."},
          "usage": {"input_tokens": 50, "output_tokens": 300, "total_tokens": 350}}
START = {"type": "message_start", "message": {"id": "msg_1", "type": "message", "role": "assistant", "model": "test",
                                              "content": [], "usage": {"input_tokens": 50, "output_tokens": 1}}}
DELTA = {"type": "message_delta", "delta": {}, "usage": {"output_tokens": 300}}
ERROR = {"type": "error", "error": {"type": "api_error", "message": "It broke."}}


@h.case("lighttpd")
def what_a_failure_reports_is_charged(hub):
    rows = ((GEMINI, True, told(MALFORMED)), (GEMINI, False, whole(MALFORMED)), (GEMINI, False, whole(NOBODY)),
            (RESPONSES, True, told({"type": "response.failed", "sequence_number": 0, "response": FAILED}, names=True)),
            (RESPONSES, False, whole(FAILED)), (ANTHROPIC, True, told(START, DELTA, ERROR, names=True)))
    for provider, stream, answer in rows:
        for client in DIALECTS:
            pair = Pair(client, provider, hub)
            _, entry = ended(pair, answer, stream)
            h.equal((entry["output"], entry["outcome"] in ("broken", "done")), (300, True),
                    (pair.name, stream, entry))


@h.case("lighttpd")
def a_failure_without_output_is_free(hub):
    for provider, answer in ((ANTHROPIC, told(START, ERROR, names=True)),
                             (CHAT, told({"error": {"message": "It broke."}}))):
        for client in DIALECTS:
            pair = Pair(client, provider, hub)
            _, entry = ended(pair, answer, True)
            h.equal((entry["outcome"], entry["cost"]), ("failed", "0"), (pair.name, entry))


CHUNK = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "test",
         "choices": [{"index": 0, "delta": {"role": "assistant", "content": "word0 "}, "finish_reason": None}]}
LAST = {**CHUNK, "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 5, "completion_tokens": 1, "total_tokens": 6}}
GOOGLE = {"candidates": [{"content": {"role": "model", "parts": [{"text": "word0 "}]}, "finishReason": "STOP"}],
          "usageMetadata": {"promptTokenCount": 5, "candidatesTokenCount": 1, "totalTokenCount": 6}}


@h.case("lighttpd")
def a_whole_answer_whose_connection_stays(hub):
    """The provider said all there is and then nothing: no error stands behind it."""
    CANNED.stays = True
    try:
        for provider, answer in ((CHAT, told(CHUNK, LAST)), (GEMINI, told(GOOGLE))):
            for client in DIALECTS:
                pair = Pair(client, provider, hub)
                got, entry = ended(pair, answer, True)
                h.equal((b"word0" in got.content, b"timeout" in got.content, entry["outcome"]),
                        (True, False, "done"), (pair.name, got.content, entry))
    finally:
        CANNED.stays = False


if __name__ == "__main__":
    h.run(settings)
