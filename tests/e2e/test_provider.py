#!/usr/bin/env python3
"""Providers that fail in every way: what the client gets, and what the ledger says."""
import json
import socket

import harness as h
from broken import Canned, full_backlog, url_of

FIRST_BYTE, IDLE, KEEP_ALIVE = 3, 2, 1  # seconds
ANSWER_LIMIT = 200000
CANNED = FULL = DOWN = None


def settings(provider):
    global CANNED, FULL, DOWN
    CANNED, FULL, DOWN = Canned(), full_backlog(), socket.socket()
    DOWN.bind(("127.0.0.1", 0))  # taken, but nobody listens
    return {
        "connect_timeout": 1, "first_byte_timeout": FIRST_BYTE, "idle_timeout": IDLE,
        "keep_alive": KEEP_ALIVE, "answer_limit": ANSWER_LIMIT,
        "providers": {
            "test": h.Site.row(provider.url),
            "canned": h.Site.row(CANNED.url),
            "down": h.Site.row(url_of(DOWN)),
            "full": h.Site.row(url_of(FULL[0])),
            "nowhere": h.Site.row("http://no-such-host.invalid/v1"),
            "notls": h.Site.row(provider.url.replace("http:", "https:")),
        },
    }


def expect_entry(hub, call, outcome, status=None):
    """The entry of a call; one that failed cost nothing."""
    entry = hub.entry(call.header("x-request-id"))
    h.equal(entry["outcome"], outcome, f"outcome of {entry['model']}")
    if status:
        h.equal(entry["status"], status, f"status of {entry['model']}")
    if outcome == "failed":
        h.equal((entry["cost"], entry["prompt"], entry["output"]), ("0", 0, 0), "costs")
    return entry


def refused(hub, model, status, code="provider_error", kind="model_error", **members):
    """A call that fails before its answer, by our words."""
    answer = hub.chat(model, **members)
    h.expect_error(answer, status, kind, code)
    expect_entry(hub, answer, "failed", status)
    return answer


# Both for calls that stream and for those that do not.
BOTH = ({}, {"stream": True})


@h.case()
def not_there(hub):
    for members in BOTH:
        refused(hub, "down/x", 502, **members)
        refused(hub, "nowhere/x", 502, **members)
        refused(hub, "test/test:refuse", 502, **members)
        refused(hub, "test/test:reset", 502, **members)


@h.case()
def no_connection_in_time(hub):
    for model in ("full/x", "notls/x"):
        refused(hub, model, 504, "provider_timeout")


@h.case()
def no_answer_in_time(hub):
    start = h.now_us()
    refused(hub, "test/test:hang", 504, "provider_timeout")
    h.require(FIRST_BYTE - 0.5 < (h.now_us() - start) / 1e6 < FIRST_BYTE + 3, "too early or late")
    refused(hub, "test/test:delay=60000", 504, "provider_timeout")


@h.case()
def no_stream_in_time(hub):
    """The headers are out by then, for the sake of the keep-alive: the error is in the stream."""
    call = hub.stream("test/test:hang").finish()
    h.expect(call, 200)
    expect_broken(call, [], "provider_timeout")
    expect_entry(hub, call, "failed")


@h.case()
def silent_in_the_middle(hub):
    call = hub.stream("test/test:events=5,gap=60000").finish()
    expect_broken(call, ["word0 "], "provider_timeout")
    entry = expect_entry(hub, call, "broken", 200)
    h.require(entry["output"] >= 1 and entry["prompt"] > 0 and entry["estimated"], "entry", entry)


@h.case()
def slow_but_good(hub):
    for how in ("slow", "delay=1500", "split"):
        answer = h.expect(hub.chat("test/test:" + how), 200, how)
        h.equal(len(words(answer.json["choices"][0]["message"])), 10, how)
        stream = h.expect(hub.chat("test/test:" + how, stream=True), 200, how)
        h.require(stream.content.endswith(b"data: [DONE]\n\n"), how)


def words(message):
    return message["content"].split()


def error_of(event):
    return json.loads(h.data_of(event))["error"]


def expect_broken(call, contents, code, own=True):
    """A stream that carried these contents and then an error, without [DONE]."""
    h.equal(call.status, 200, "status")
    h.require(b"[DONE]" not in call.content, "there is a [DONE]")
    events = [event for event in h.split_events(call.content) if not event.startswith(b":")]
    *good, last = events
    for event in events:
        h.require(event.endswith((b"\n\n", b"\r\n\r\n")), "an event was split:", event)
    error = error_of(last)
    if own:
        h.equal((error["type"], error["code"]), ("model_error", code), "error")
        h.equal(sorted(error), ["code", "message", "param", "type"], "members of the error")
    texts = [json.loads(h.data_of(event))["choices"][0]["delta"].get("content") for event in good]
    got = [text for text in texts if text]
    h.equal(len(got), len(contents), f"content events, {got}")
    return error


@h.case()
def cut_before_the_first_event(hub):
    call = hub.chat("test/test:cut=0,events=5", stream=True)
    if call.status == 200:  # the role came before the cut
        expect_broken(call, [], "provider_error")
        expect_entry(hub, call, "broken")
    else:
        h.expect_error(call, 502, "model_error", "provider_error")
        expect_entry(hub, call, "failed")
    call = hub.chat("test/test:cutbyte=0", stream=True)
    h.expect_error(call, 502, "model_error", "provider_error")
    expect_entry(hub, call, "failed")


@h.case()
def cut_in_the_middle(hub):
    for how, contents in (("cut=3", 3), ("cleancut=3", 3), ("halfevent=2", 2), ("garbage", 1)):
        call = hub.chat(f"test/test:events=9,gap=20,{how}", stream=True, text="x" * 40)
        expect_broken(call, ["x"] * contents, "provider_error")
        entry = expect_entry(hub, call, "broken", 200)
        h.require(entry["estimated"], "estimated", entry)
        h.require(contents <= entry["output"] <= 12 and entry["prompt"] >= 10, how, entry)
        h.require(float(entry["cost"]) > 0, "cost", entry)
    call = hub.chat("test/test:cutbyte=900", stream=True)
    h.require(b"[DONE]" not in call.content and b'"error"' in call.content, "cut", call.content)
    for event in h.split_events(call.content):
        json.loads(h.data_of(event))
    expect_entry(hub, call, "broken")


@h.case()
def cut_answers(hub):
    for how in ("cutbyte=0", "cutbyte=100", "garbage"):
        refused(hub, "test/test:" + how, 502)


@h.case()
def error_event(hub):
    call = hub.chat("test/test:errevent=2", stream=True)
    error = expect_broken(call, ["x"] * 2, None, own=False)
    h.require("told to fail" in error["message"], "the provider's words", error)
    expect_entry(hub, call, "broken")
    call = hub.chat("test/test:errevent=0", stream=True)
    h.require(b"told to fail" in call.content and b"[DONE]" not in call.content, "at once",
              call.content)


@h.case()
def end_without_done(hub):
    call = h.expect(hub.chat("test/test:nodone", stream=True), 200)
    h.equal(h.split_events(call.content)[-1], b"data: [DONE]\n\n", "the end")
    expect_entry(hub, call, "done", 200)


@h.case()
def statuses(hub):
    for members in BOTH:
        for told, wanted in ((401, 502), (402, 502), (403, 502), (407, 502)):
            answer = refused(hub, f"test/test:status={told}", wanted, kind="api_error", **members)
            h.require("told to answer" not in answer.json["error"]["message"], "whose words?")
        for told, wanted in ((400, 400), (404, 404), (408, 504), (409, 409), (413, 413),
                             (422, 422), (429, 429), (500, 500), (502, 502), (503, 503),
                             (504, 504), (529, 503)):
            answer = hub.chat(f"test/test:status={told}", **members)
            error = h.expect_error(answer, wanted)
            ours = f"status {told}" in error["message"]
            h.require(ours if told != wanted else f"answer {told}" in error["message"],
                      "whose words?", error)
            expect_entry(hub, answer, "failed", wanted)
    answer = hub.chat("test/test:status=429,retry=17")
    h.equal((answer.status, answer.header("retry-after")), (429, "17"), "Retry-After")
    answer = hub.chat("test/test:status=503,retry=2", stream=True)
    h.equal((answer.status, answer.header("retry-after")), (503, "2"), "Retry-After")


@h.case()
def pages_for_people(hub):
    for members in BOTH:
        for how, wanted in (("html", 502), ("html=404", 404), ("html=503", 503),
                            ("html=500", 500), ("html=403", 502), ("redirect", 502),
                            ("redirect=301", 502)):
            kinds = {404: ("not_found", "invalid_request_error"), 503: ("unavailable", "model_error")}
            code, kind = kinds.get(wanted, ("provider_error", "api_error" if "403" in how else "model_error"))
            answer = refused(hub, "test/test:" + how, wanted, code, kind, **members)
            h.require(b"<" not in answer.content, "HTML goes on", answer.content)


@h.case()
def json_and_streams_mixed_up(hub):
    refused(hub, "test/test:json", 502, stream=True)
    refused(hub, "test/test:sse", 502)


@h.case()
def gzip(hub):
    for members in BOTH:
        answer = h.expect(hub.chat("test/test:gzip", **members), 200)
        h.equal(answer.header("content-encoding"), None, "Content-Encoding")
        h.require(b'"chat.completion' in answer.content, "decoded", answer.content)
        expect_entry(hub, answer, "done")
    h.expect_error(hub.chat("test/test:gzip,status=500"), 500)


@h.case()
def huge(hub):
    call = h.expect(hub.chat("test/test:bigline=3000000", stream=True), 200)
    h.require(len(call.content) > 3000000 and call.content.endswith(b"data: [DONE]\n\n"), "3 MB")
    call = hub.chat("test/test:bigline=9000000", stream=True)
    expect_broken(call, [], "provider_error")
    expect_entry(hub, call, "broken")
    h.expect(hub.chat(f"test/test:events=1,text={ANSWER_LIMIT // 2}"), 200)
    refused(hub, f"test/test:events=1,text={ANSWER_LIMIT}", 502)


def canned(head, body=b"", length=True):
    lines = [*head] + ([f"Content-Length: {len(body)}"] if length else [])
    CANNED.bytes = "\r\n".join([*lines, "", ""]).encode() + body


GOOD = json.dumps({"id": "x", "object": "chat.completion", "choices": [
    {"index": 0, "message": {"role": "assistant", "content": "hi"}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 5, "completion_tokens": 1, "total_tokens": 6}}).encode()


@h.case()
def odd_http(hub):
    json_type = "Content-Type: application/json"
    for head, length in ((["HTTP/1.0 200 OK", json_type], False),
                         (["HTTP/1.1 200 OK", json_type], False),
                         (["HTTP/1.1 200 OK", "content-type:application/json;x=y"], True),
                         (["HTTP/1.1 200"], True),
                         (["HTTP/1.1 100 Continue", "", "HTTP/1.1 200 OK", json_type], True)):
        canned(head, GOOD, length)
        answer = h.expect(hub.chat("canned/x"), 200, head)
        h.equal(answer.content, GOOD, "answer")
        expect_entry(hub, answer, "done")
    for head, body in ((["HTTP/1.1 200 OK", json_type], b""),
                       (["HTTP/1.1 200 OK", json_type], b"\xff\xfe"),
                       (["HTTP/1.1 200 OK", json_type], b"[]"),
                       (["HTTP/1.1 200 OK", json_type], b"null"),
                       (["HTTP/1.1 204 No Content"], b""),
                       (["HTTP/1.1 304 Not Modified"], b""),
                       (["HTTP/1.1 200 OK", "Content-Encoding: gzip"], b"no gzip at all"),
                       (["HTTP/1.1 200 OK", "Content-Length: 5000"], GOOD),
                       (["HTTP/1.1 200 OK", "Content-Length: -5"], GOOD),
                       (["HTTP/1.1 200 OK", "X-Big: " + "y" * 400000], GOOD),
                       (["SSH-2.0-OpenSSH_9.2"], b""), (["\0\1\2\3"], b"")):
        canned(head, body, not any("Length" in line for line in head))
        answer = hub.chat("canned/x")
        h.expect_error(answer, 502, "model_error", "provider_error")
        expect_entry(hub, answer, "failed", 502)


@h.case()
def answers_that_hold_the_key(hub):
    """Some providers repeat the key in their errors."""
    for status in (400, 401, 403, 404, 429, 500):
        told = {"error": {"message": f"Incorrect API key provided: {h.PROVIDER_KEY}.",
                          "type": "invalid_request_error", "param": None, "code": None}}
        canned([f"HTTP/1.1 {status} No", "Content-Type: application/json"],
               json.dumps(told).encode())
        answer = hub.chat("canned/x")
        h.require(h.PROVIDER_KEY.encode() not in answer.content, "the key goes out", status)
        h.expect_error(answer, 502 if status in (401, 403) else status)
    escaped = "".join(f"\\u{ord(letter):04x}" for letter in h.PROVIDER_KEY)
    canned(["HTTP/1.1 400 No", "Content-Type: application/json"],
           json.dumps(told).replace(h.PROVIDER_KEY, escaped).encode())
    answer = hub.chat("canned/x")
    h.require(h.PROVIDER_KEY not in json.dumps(answer.json), "the key goes out in escapes")
    h.expect_error(answer, 400)
    event = b"data: " + json.dumps(told).encode() + b"\n\n"
    canned(["HTTP/1.1 200 OK", "Content-Type: text/event-stream"], event)
    answer = hub.chat("canned/x", stream=True)
    h.require(h.PROVIDER_KEY.encode() not in answer.content, "the key goes out in a stream")


@h.case()
def headers_of_the_provider_stay_there(hub):
    canned(["HTTP/1.1 200 OK", "Content-Type: application/json", "x-ratelimit-remaining-tokens: 5",
            "Set-Cookie: a=b", "openai-organization: secret", "X-Request-Id: theirs"], GOOD)
    answer = h.expect(hub.chat("canned/x"), 200)
    for name in ("x-ratelimit-remaining-tokens", "set-cookie", "openai-organization"):
        h.equal(answer.header(name), None, name)
    h.require(answer.header("x-request-id") != "theirs", "x-request-id")


@h.case()
def headers_of_the_client_stay_here(hub):
    answer = hub.chat("test/test", headers=[("Cookie", "a=b"), ("X-Custom", "c"),
                                            ("OpenAI-Organization", "d"), ("Expect", "")])
    seen = hub.provider.seen(answer.header("x-request-id"))["fields"]
    names = {name.lower() for name in seen}
    h.require(not names & {"cookie", "x-custom", "openai-organization", "x-forwarded-for"},
              "headers", names)
    h.equal(seen["Authorization"], "Bearer " + h.PROVIDER_KEY, "Authorization")


@h.case()
def still_good(hub):
    h.expect(hub.chat("test/test"), 200)
    h.equal([user for user in hub.ask("user", "list") if user["reserved"] != "0"], [], "reserved")
    h.until(lambda: hub.provider.stats()["running"] == 0, "nothing runs at the provider")


h.run(settings)
