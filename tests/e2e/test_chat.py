#!/usr/bin/env python3
"""Chat, models, usage and health through real web servers: what goes through goes through
byte for byte, and what does not is exactly what the documentation says."""
import json
import urllib.parse

import harness as h

WIRE = None
ODD = ('{ "messages" : [{"role":"user","content":"h\\u00e9llo \\"w\\u00f6rld\\" \u00e9\u20ac"}],'
       '\r\n\t"x_new_member": {"deep":[1, 2.50,null,{"a":"\\u0041"}]},'
       '"temperature":1.0,"model" :"wired/%s" %s}')


def settings(provider):
    global WIRE
    WIRE = h.Wire(provider.port)
    return {
        "providers": {
            "test": h.Site.row(provider.url),
            "wired": h.Site.row(WIRE.url),
            "openai": {"base_url": provider.url, "key": "file:provider.key"},
            "demo": {"gap_ms": 1},
        },
        "models": {
            "fast": "test/test:events=3",
            "team/best": {"model": "test/test:events=4", "price": {"input": "5", "output": "10"}},
        },
    }


def pass_through(hub, how, more="", path="/v1/chat/completions"):
    """Sends the odd request to the provider behind the wire; the answer and the provider's."""
    WIRE.clear()
    body = (ODD % (how, more)).encode()
    answer = h.expect(hub.call("POST", path, body), 200)
    seen = hub.provider.seen(answer.header("x-request-id"))
    return answer, WIRE.answer(), body.decode(), seen["body"]


@h.case()
def answer_is_the_providers(hub):
    answer, told, body, got = pass_through(hub, "test:unknown,loose")
    h.equal(answer.content, told.content, "the answer")
    h.equal(got, body.replace("wired/", "", 1), "the request")
    h.require(b"x_unknown_message" in answer.content, "unknown members are lost")
    h.equal(answer.header("content-type"), "application/json", "content type")
    h.require(answer.complete, "the answer was cut")


@h.case()
def compressed_and_slow_answers(hub):
    for how in ("gzip", "slow", "text=300000", "delay=50"):
        answer, told, *_ = pass_through(hub, f"test:loose,events=12,{how}")
        if how != "gzip":
            h.equal(answer.content, told.content, how)
        h.equal(answer.json["usage"]["completion_tokens"], 12, how)


def without_usage(stream):
    return b"".join(event for event in h.split_events(stream)
                    if b'"usage":{' not in event or b'"choices":[]' not in event)


@h.case()
def stream_is_the_providers(hub):
    for how in ("", ",unknown", ",crlf", ",comments", ",split", ",bigline=200000", ",events=500",
                ",finish=content_filter", ",text=20000", ",events=0"):
        answer, told, body, got = pass_through(hub, "test:loose" + how, ',"stream":true')
        h.equal(answer.content, without_usage(told.content), f"the stream {how}")
        h.require(answer.content != told.content, "there was no usage to drop")
        h.require(answer.header("content-type").startswith("text/event-stream"), "content type")
        h.require(answer.complete, "the stream was cut")
        sent, came = json.loads(body), json.loads(got)
        h.equal(came.pop("stream_options"), {"include_usage": True}, "stream_options")
        h.equal(came.pop("model"), sent.pop("model")[len("wired/"):], "model")
        h.equal(came, sent, "the other members of the request")
        h.require(body[body.index('"messages"'):body.index('"model"')] in got, "edited:", got)


@h.case()
def usage_chunk_for_who_asks(hub):
    more = ',"stream":true,"stream_options": {"include_usage" :true}'
    answer, *_ = pass_through(hub, "test:loose", ',"stream":true')
    h.require(b'"completion_tokens"' not in answer.content, "not asked for")
    answer, told, body, got = pass_through(hub, "test:loose", more)
    h.equal(answer.content, told.content, "asked for")
    h.equal(got, body.replace("wired/", "", 1), "the request")
    usage = json.loads(h.data_of(h.split_events(answer.content)[-2]))["usage"]
    h.equal(usage["completion_tokens"], 10, "completion tokens")
    refused = hub.chat("test/test", stream=True, stream_options={"include_usage": False})
    h.require(b'"completion_tokens"' not in refused.content, "explicitly not asked for")
    final = hub.chat("test/test:usagefinal", stream=True)
    h.require(b'"completion_tokens":10' in final.content, "usage within another chunk goes on")


@h.case()
def always_streaming_path(hub):
    for more in ("", ',"stream":false', ',"stream":null', ',"stream":true'):
        answer, told, _, got = pass_through(hub, "test:loose", more, "/v1/chat/stream")
        h.equal(answer.content, without_usage(told.content), more)
        h.require(json.loads(got)["stream"] is True, "stream", got)


@h.case()
def names_of_models(hub):
    for name, model, words in (("test/test:events=2", "test:events=2", 2),
                               ("fast", "test:events=3", 3),
                               ("team/best", "test:events=4", 4),
                               ("gpt-4o-mini", "gpt-4o-mini", 10),
                               ("openai/gpt-4o", "gpt-4o", 10),
                               ("any-name-at-all", "any-name-at-all", 10)):
        answer = h.expect(hub.chat(name), 200, name)
        h.equal(answer.json["usage"]["completion_tokens"], words, name)
        seen = hub.provider.seen(answer.header("x-request-id"))
        h.equal(json.loads(seen["body"])["model"], model, name)


@h.case()
def tools(hub):
    tool = {"type": "function", "function": {"name": "look_up", "parameters": {
        "type": "object", "properties": {"text": {"type": "string"}}}}}
    answer = h.expect(hub.chat("test/test:tools=2", tools=[tool], tool_choice="auto"), 200)
    calls = answer.json["choices"][0]["message"]["tool_calls"]
    h.equal([call["function"]["name"] for call in calls], ["look_up"] * 2, "calls")
    streamed = h.expect(hub.chat("test/test:tools=2", tools=[tool], stream=True), 200)
    told = {}
    for event in h.split_events(streamed.content)[:-1]:
        for choice in json.loads(h.data_of(event))["choices"]:
            for part in choice["delta"].get("tool_calls", ()):
                old = told.setdefault(part["index"], "")
                told[part["index"]] = old + part["function"]["arguments"]
    h.equal([told[i] for i in sorted(told)],
            [call["function"]["arguments"] for call in calls], "arguments")


@h.case()
def many_choices(hub):
    answer = h.expect(hub.chat("test/test:events=3", n=3), 200)
    h.equal(len(answer.json["choices"]), 3, "choices")
    stream = h.expect(hub.chat("test/test:events=3", n=3, stream=True), 200)
    h.equal(stream.content.count(b'"finish_reason":"stop"'), 3, "ends")


@h.case()
def entries_have_the_requests_id(hub):
    for members in ({}, {"stream": True}):
        answer = h.expect(hub.chat("test/test:events=7", text="x" * 400, **members), 200)
        entry = hub.entry(answer.header("x-request-id"))
        h.equal([entry[name] for name in ("model", "provider", "outcome", "status", "stream",
                                          "estimated", "prompt", "output", "cost")],
                ["test/test:events=7", "test", "done", 200, bool(members),
                 False, 103, 7, "0.000117"], "the entry")
    answer = hub.chat("test/test:nousage", text="x" * 400, stream=True)
    entry = hub.entry(answer.header("x-request-id"))
    h.equal((entry["estimated"], entry["outcome"]), (True, "done"), "without usage")
    h.require(entry["output"] >= 10 and entry["prompt"] >= 100, "estimates", entry)
    answer = hub.chat("test/test:cached=50", text="x" * 400)
    h.equal(hub.entry(answer.header("x-request-id"))["cache_read"], 50, "cached tokens")


@h.case()
def models(hub):
    listed = h.expect(hub.get("/v1/models"), 200).json
    h.equal(listed["object"], "list", "object")
    names = {model["id"]: model for model in listed["data"]}
    for name in ("fast", "team/best", "gpt-4o-mini"):
        h.require(name in names, name, "is not listed")
        h.equal(sorted(set(names[name]) - {"context_length"}),
                ["created", "id", "object", "owned_by", "supported_endpoint_types"], "members")
    for name in ("fast", "gpt-4o-mini", "team/best", "test/test:events=2,gap=5", "test/a/b c"):
        for safe in ("/:", ":", ""):
            path = urllib.parse.quote(name, safe=safe).replace("%2F", hub.slash)
            one = h.expect(hub.get("/v1/models/" + path), 200, path)
            h.equal((one.json["id"], one.json["object"]), (name, "model"), "the model")
    h.equal(hub.get("/v1/models/fast").json["owned_by"], "test", "owner")
    h.expect_error(hub.get("/v1/models/openai/no-such"), 404, code="model_not_found",
                   param="model", words=["openai/no-such"])


@h.case()
def usage(hub):
    key = hub.new_key()["key"]
    for model in ("fast", "fast", "test/test:events=5"):
        h.expect(hub.chat(model, text="x" * 40, key=key), 200)
    told = until_usage(hub, key, 3)
    h.equal(sorted(told["period"]), ["end", "start"], "period")
    h.equal(told["usage"]["total_tokens"], 3 * 13 + 2 * 3 + 5, "tokens")
    h.equal(told["usage"]["models"]["fast"],
            {"requests": 2, "tokens": 32, "cost": 0.000038}, "one model")
    h.equal(round(told["usage"]["total_cost"], 9), 0.000061, "cost")
    old = h.expect(hub.get("/v1/usage?start=2001-01-01&end=2001-01-31", key=key), 200).json
    h.equal(old["usage"], {"total_requests": 0, "total_tokens": 0, "total_cost": 0, "models": {}},
            "a time without calls")
    h.equal(old["period"]["start"], "2001-01-01T00:00:00Z", "start")
    h.expect_error(hub.get("/v1/usage?start=nonsense", key=key), 400, param="start")
    h.expect_error(hub.get("/v1/usage?start=2020-01-02&end=2020-01-01", key=key), 400)


def until_usage(hub, key, requests):
    def look():
        told = h.expect(hub.get("/v1/usage", key=key), 200).json
        return told if told["usage"]["total_requests"] == requests else None
    return h.until(look, f"{requests} requests in the usage")


@h.case()
def keys_by_each_way(hub):
    for headers in ([("Authorization", "Bearer " + hub.key)],
                    [("authorization", "bearer  " + hub.key)],
                    [("x-api-key", hub.key)], [("api-key", hub.key)],
                    [("X-Goog-Api-Key", hub.key)]):
        h.expect(hub.get("/v1/models", key=None, headers=headers), 200, headers[0][0])
    h.expect(hub.get("/v1/models?x=1&key=" + hub.key, key=None), 200, "?key=")
    h.expect(hub.chat("fast", path="/v1/chat/completions?key=" + hub.key, key=None), 200, "?key=")


@h.case()
def head_and_health(hub):
    for path in ("/v1/models", "/health", "/"):
        answer = hub.call("HEAD", path)
        h.expect(answer, 200, path)
        h.equal(answer.content, b"", path)
    for path in ("/health", "/healthz", "/readyz"):
        told = h.expect(hub.get(path, key=None), 200, path)
        h.equal((told.json["status"], told.json["service"]), ("ok", "aihub"), path)
    h.require(hub.get("/", key=None).json["version"], "version")
    page = hub.get("/", key=None, headers=[("Accept", "text/html,*/*;q=0.1")])
    h.require(page.header("content-type").startswith("text/html"), "a browser's page")
    h.require(b"<html" in page.content, "a browser's page", page.content)


@h.case()
def large_and_chunked_requests(hub):
    for size in (100, 70000, 3 << 20):
        text = "a" * size + "\u20ac"
        body = json.dumps(h.question("test/test:events=2", text), ensure_ascii=False).encode()
        answer = h.expect(hub.call("POST", "/v1/chat/completions", body), 200, size)
        h.equal(answer.json["usage"]["prompt_tokens"], (size + 3 + 3) // 4 + 3, "prompt")
        half = len(body) // 2
        chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in
                          (body[:half], body[half:], b""))
        answer = h.expect(hub.call("POST", "/v1/chat/completions", chunks,
                                   headers=[("Transfer-Encoding", "chunked")]), 200, "chunked")
        h.equal(answer.json["usage"]["prompt_tokens"], (size + 3 + 3) // 4 + 3, "prompt")


@h.case()
def streams_side_by_side(hub):
    def one(i):
        answer = hub.chat("test/test:mark,events=20,gap=10", stream=True, user=f"user-{i}")
        words = [choice["delta"].get("content", "") for event in h.split_events(answer.content)[:-1]
                 for choice in json.loads(h.data_of(event))["choices"]]
        h.equal("".join(words).split(), [f"user-{i}:{n}" for n in range(20)], f"stream {i}")
        h.require(answer.content.endswith(b"data: [DONE]\n\n"), "the end of", i)
    h.in_parallel(20, one)


@h.case()
def demo(hub):
    answer = h.expect(hub.chat("demo/demo", text="What is this?"), 200)
    text = answer.json["choices"][0]["message"]["content"]
    h.require("demo" in text and "What is this?" in text, "the demo says", text)
    stream = hub.chat("demo/demo", text="What is this?", stream=True)
    h.require(stream.content.endswith(b"data: [DONE]\n\n"), "the demo's stream")


@h.case(own=True)
def below_a_path(shape, provider):
    with h.Hub(shape, provider) as hub:
        hub.config["base_path"] = hub.base = "/ai"
        hub.write_config()
        h.until(lambda: hub.get("/healthz", key=None).status == 200, "the new path")
        h.equal(h.expect(hub.get("/healthz", key=None), 200).json["status"], "ok", "health")
        h.expect(hub.chat("test/test"), 200)
        h.expect(hub.chat("test/test", stream=True), 200)
        h.expect(hub.get(f"/v1/models/test{hub.slash}x"), 200)
        hub.base = ""
        h.until(lambda: all(hub.get("/healthz").status == 404 for _ in range(8)), "not elsewhere")
        h.expect_error(hub.chat("test/test"), 404)
        hub.base = "/ai"
        h.expect_error(hub.get("/v1/chat/completions"), 405)


@h.case("lighttpd", own=True)
def mounted_without_being_told(shape, provider):
    with h.Bare(provider, mount="/some/where") as hub:
        hub.base = "/some/where"
        hub.respond()
        hub.key = hub.new_key()["key"]
        h.expect(hub.chat("test/test", stream=True), 200)
        h.expect(hub.get("/v1/models/test%2Fx"), 200)
        h.equal(hub.get("/v1/chat/completions").header("allow"), "POST, OPTIONS", "Allow")


h.run(settings)
