#!/usr/bin/env python3
"""What Gemini's clients ask for beside what the matrix has: streams as one growing array, and counts of tokens."""
import json

import harness as h

KEEP_ALIVE = 1  # seconds
PROVIDERS = ("gemini", "chat")  # bytes pass; a translation


def settings(provider):
    root = provider.url.removesuffix("/v1")
    return {"keep_alive": KEEP_ALIVE, "providers": {
        "gemini": {**h.Site.row(root + "/v1beta"), "type": "gemini-compatible"},
        "chat": h.Site.row(provider.url)}}


def target(model, method="streamGenerateContent", query=""):
    return f"/v1beta/models/{model}:{method}{query}"


def body(text="Hello there", **members):
    return {"contents": [{"role": "user", "parts": [{"text": text}]}], **members}


def ask(hub, model, query="", said=None, **more):
    return hub.call("POST", target(model, query=query), said or body(), key=None,
                    headers=[("x-goog-api-key", more.pop("key", hub.key))], **more)


def array(answer, status=200):
    h.expect(answer, status)
    kind = answer.header("content-type") or ""
    h.require(kind.startswith("application/json"), "content type", kind)
    h.require(answer.complete, "the answer was cut")
    h.require(isinstance(answer.json, list), "no array:", h.shorten(answer.content))
    return answer.json


def events(answer):
    h.expect(answer, 200)
    h.equal(answer.header("content-type"), "text/event-stream; charset=utf-8", "content type")
    return [json.loads(h.data_of(event)) for event in h.split_events(answer.content)]


def without_ids(value):
    """What does not differ from call to call."""
    if isinstance(value, list):
        return [without_ids(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {name: without_ids(one) for name, one in value.items() if name not in ("responseId", "createTime", "id")}


def text_of(chunks):
    return "".join(part.get("text", "") for chunk in chunks for candidate in chunk.get("candidates", ())
                   for part in candidate["content"].get("parts", ()))


@h.case()
def array_of_the_same_chunks(hub):
    """A stream without alt=sse has the chunks of one with it, however the provider cuts its events."""
    for provider in PROVIDERS:
        for how in ("events=1", "events=5", "events=5,split", "events=5,split,crlf", "events=3,think=2",
                    "tools=2,events=2", "events=0"):
            tools = {"tools": [{"functionDeclarations": [{"name": "look_up", "description": "looks"}]}]}
            said = body(**tools) if "tools" in how else body()
            model = f"{provider}/test:{how}"
            answer = ask(hub, model, said=said)
            told = array(answer)
            h.equal(without_ids(told), without_ids(events(ask(hub, model, "?alt=sse", said))), model)
            h.equal(told[-1]["candidates"][0]["finishReason"], "STOP", "the end of " + model)
            h.require(answer.content.startswith(b"[{") and answer.content.endswith(b"}\n]\n"), "frame of",
                      h.shorten(answer.content))
            h.equal(answer.content.count(b"\n,\r\n"), len(told) - 1, "what stands between the elements")
    seen = hub.provider.seen(ask(hub, "gemini/test").header("x-request-id"))
    h.equal(seen["query"], "alt=sse", "what the provider is asked for")


@h.case("lighttpd")
def asked_by_name(hub):
    """Google's own words for it, as its libraries send them."""
    for query in ("?alt=json", "?%24alt=json%3Benum-encoding%3Dint", "?$alt=json", "?prettyPrint=false"):
        h.equal(text_of(array(ask(hub, "chat/test:events=2", query))), "word0 word1 ", query)
    h.equal(len(events(ask(hub, "chat/test:events=2", "?$alt=sse"))), 3, "events by the other name")
    for query in ("?alt=proto", "?alt=", "?alt=jsonp", "?alt=SSE"):
        refused = h.expect(ask(hub, "chat/test", query), 400).json["error"]
        h.equal(refused["details"][0]["fieldViolations"][0]["field"], "alt", query)


@h.case()
def booked_as_any_call(hub):
    for provider in PROVIDERS:
        answer = ask(hub, f"{provider}/test:events=7,cached=2")
        usage = array(answer)[-1]["usageMetadata"]
        entry = hub.entry(answer.header("x-request-id"))
        h.equal((entry["outcome"], entry["estimated"], entry["prompt"], entry["output"], entry["cache_read"]),
                ("done", False, usage["promptTokenCount"], 7, 2), "the entry")


def first_elements(call, count, patience=30):
    """The bytes until so many elements are whole, and the time of the first and the last one."""
    kept, times = b"", []
    while len(times) < count:
        part = call.piece()
        h.require(part, "the stream ended after", kept)
        kept += part
        times += [call.arrived] * (kept.count(b'"modelVersion"') - len(times))
    return kept, times


@h.case()
def each_element_at_once(hub):
    for provider in PROVIDERS:
        call = hub.open("POST", target(f"{provider}/test:events=4,gap=700"), body())
        kept, times = first_elements(call, 4)
        h.require(times[3] - times[0] > 1e6, "four elements within", (times[3] - times[0]) / 1e6, "s")
        whole = kept + call.body()
        h.equal(text_of(json.loads(whole)), "word0 word1 word2 word3 ", "text")


@h.case()
def silence_is_filled(hub):
    """White space, which stands only where an array allows it; the bracket comes first."""
    for provider in PROVIDERS:
        call = hub.open("POST", target(f"{provider}/test:delay=2600,events=2,gap=2600"), body())
        start = h.now_us()
        first = call.piece()
        h.require(call.arrived - start < 1.9e6, "the first bytes came after", (call.arrived - start) / 1e6, "s")
        whole = first + call.body()
        h.require(whole.startswith(b"[\n\n") and b"}\n\n\n,\r\n{" in whole, "what fills the silence:", whole)
        h.equal(text_of(json.loads(whole)), "word0 word1 ", "text")


@h.case()
def errors_before(hub):
    """A refusal is an array, as Google's are."""
    for provider in PROVIDERS:
        for how, status, word in (("status=429,retry=7", 429, "RESOURCE_EXHAUSTED"),
                                  ("status=400", 400, "INVALID_ARGUMENT"),
                                  ("status=500", 500, "INTERNAL"), ("html", 502, "UNAVAILABLE"),
                                  ("cut=0", 502, "UNAVAILABLE")):
            answer = ask(hub, f"{provider}/test:{how}")
            refusal, = array(answer, status)
            h.equal((refusal["error"]["code"], refusal["error"]["status"]), (status, word), how)
            h.equal(answer.header("retry-after"), "7" if "retry" in how else None, "when to come again")
        refusal, = array(ask(hub, f"{provider}/test", key="sk-wrong"), 401)
        h.equal(refusal["error"]["status"], "UNAUTHENTICATED", "a wrong key")
        refusal, = array(ask(hub, f"{provider}/test", said={"contents": 7}), 400)
        h.equal(refusal["error"]["details"][0]["fieldViolations"][0]["field"], "contents", "a bad request")


@h.case()
def errors_within(hub):
    """What breaks off is an array all the same; its last element is the error."""
    for provider in PROVIDERS:
        for how in ("errevent=2", "cut=2", "cleancut=2", "halfevent=2", "errevent=2,split", "cut=2,split"):
            answer = ask(hub, f"{provider}/test:events=5,{how}")
            *chunks, last = array(answer)
            h.equal(text_of(chunks), "word0 word1 ", how)
            h.equal(list(last), ["error"], "the last element")
            h.require(last["error"]["code"] >= 500 and last["error"]["message"], "the error", last)
            h.equal(hub.entry(answer.header("x-request-id"))["outcome"], "broken", "the entry")
        call = hub.open("POST", target(f"{provider}/test:delay=2600,status=500"), body())
        refusal, = json.loads(call.finish().content)
        h.equal((call.status, list(refusal)), (200, ["error"]), "a refusal behind signs of life")


@h.case()
def client_leaves(hub):
    for provider in PROVIDERS:
        call = hub.open("POST", target(f"{provider}/test:events=200,gap=50"), body())
        first_elements(call, 3)
        call.reset()
        id_ = call.header("x-request-id")
        h.until(lambda: hub.provider.end_of(id_) == "cancelled", "the provider sees it", 15)
        h.equal(hub.entry(id_)["outcome"], "aborted", "the entry")


SYSTEM = {"systemInstruction": {"parts": [{"text": "Answer in one word, whatever you are asked for."}]}}
TOOLS = {"tools": [{"functionDeclarations": [{"name": "look_up", "description": "Looks something up."}]}]}


def count(hub, provider, said):
    return hub.call("POST", target(f"{provider}/test", "countTokens"), said)


@h.case("lighttpd")
def counts_of_tokens(hub):
    """Contents, or a whole request: that is how Google's own clients count instructions and tools."""
    for provider in PROVIDERS:
        def total(said):
            counted = h.expect(count(hub, provider, said), 200).json
            h.equal(list(counted), ["totalTokens"], "members")
            return counted["totalTokens"]
        plain = total(body())
        h.require(plain > 0, "tokens", plain)
        for name in ("generateContentRequest", "generate_content_request"):
            h.equal(total({name: body(model="models/test")}), plain, name)
            h.equal(total({name: body(**SYSTEM, **TOOLS)}), total(body(**SYSTEM, **TOOLS)), name)
        h.require(total({"generateContentRequest": body(**SYSTEM, **TOOLS)}) > total(
            {"generateContentRequest": body(**SYSTEM)}) > plain, "instructions and tools count")
        for said, field in (({"generateContentRequest": body(), **body()}, "generateContentRequest"),
                            ({"generateContentRequest": "x"}, "generateContentRequest"),
                            ({"generateContentRequest": SYSTEM}, "generateContentRequest.contents"),
                            ({}, "contents")):
            refused = h.expect(count(hub, provider, said), 400).json["error"]
            h.equal(refused["details"][0]["fieldViolations"][0]["field"], field, "the field")


h.run(settings)
