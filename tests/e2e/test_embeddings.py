#!/usr/bin/env python3
"""Embeddings: every client's language over every provider's, bit by bit; what they cost; what is refused."""
import base64
import hashlib
import json
import struct

import harness as h

PROVIDERS = ("openai", "gemini", "cohere", "ollama", "voyage", "jina")
TEXTS = ["Hello, world!", "Grüße, 世界 \"\\/", "x" * 900]
QUERY = {"taskType": "RETRIEVAL_QUERY"}


def settings(provider):
    root = provider.url.removesuffix("/v1")

    def row(kind, path):
        return {**h.Site.row(root + path), "type": kind}
    return {"providers": {
        "openai": row("openai-compatible", "/v1"), "gemini": row("gemini-compatible", "/v1beta"),
        "cohere": row("cohere", "/compatibility/v1"), "ollama": row("ollama", "/v1"),
        "voyage": row("voyage", "/v1"), "jina": row("jina", "/v1"), "claude": {**row("anthropic-compatible", "/v1"), "any_model": True}}}


# ---- what the provider answers ---------------------------------------------------------


def seeded(seed, i):
    mask = (1 << 64) - 1
    value = (seed + (i + 1) * 0x9e3779b97f4a7c15) & mask
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9 & mask
    value = (value ^ value >> 27) * 0x94d049bb133111eb & mask
    return (((value ^ value >> 31) >> 40) - (1 << 23)) / (1 << 23)


def vector(data, count=8):
    """As the test provider's README has it; each value is a float exactly."""
    data = data.encode() if isinstance(data, str) else struct.pack(f"<{len(data)}I", *data)
    seed = int.from_bytes(hashlib.sha256(data).digest()[:8], "little")
    return [seeded(seed, i) for i in range(count)]


def bits(values):
    """The bytes of the floats that are nearest."""
    return struct.pack(f"<{len(values)}f", *values)


def unpack(text):
    data = base64.b64decode(text, validate=True)
    return list(struct.unpack(f"<{len(data) // 4}f", data))


# ---- the clients -----------------------------------------------------------------------


def openai(hub, model, texts, path="/v1/embeddings", **members):
    answer = hub.call("POST", path, {"model": model, "input": texts, **members})
    got = h.expect(answer, 200, model).json
    h.equal((got["object"], [(row["object"], row["index"]) for row in got["data"]]),
            ("list", [("embedding", i) for i in range(len(got["data"]))]), "rows")
    h.equal(got["usage"]["prompt_tokens"], got["usage"]["total_tokens"], "usage")
    return answer, [row["embedding"] for row in got["data"]], got["usage"]["prompt_tokens"]


def packed(hub, model, texts, **members):
    answer, vectors, tokens = openai(hub, model, texts, encoding_format="base64", **members)
    return answer, [unpack(one) for one in vectors], tokens


def google(hub, model, texts, **members):
    path, whole = f"/v1beta/models/{model}", {"model": "models/other", **members}
    if isinstance(texts, str):
        answer = hub.call("POST", path + ":embedContent", {**whole, "content": {"parts": [{"text": texts}]}})
        got = [h.expect(answer, 200, model).json["embedding"]]
    else:
        answer = hub.call("POST", path + ":batchEmbedContents", {"requests": [
            {**whole, "content": {"parts": [{"text": text[:3]}, {"text": text[3:]}]}} for text in texts]})
        got = h.expect(answer, 200, model).json["embeddings"]
    usage = answer.json.get("usageMetadata")
    return answer, [one["values"] for one in got], usage and usage["promptTokenCount"]


def indox(hub, model, texts, **members):
    provider, bare = model.split("/")
    answer = hub.call("POST", "/indox/embeddings", {
        "text": texts, "provider": provider, "model": bare, "additional_params": members})
    got = h.expect(answer, 200, model).json
    h.equal((got["success"], got["message"], got["dimensions"], got["provider"], got["model"]),
            (True, "Successfully generated embeddings", len(got["data"][0]), provider, bare), "the envelope")
    entry = hub.entry(answer.header("x-request-id"))
    h.equal((got["usage"]["tokens_total"], round(got["usage"]["cost"] * 10**9)),
            (got["usage"]["tokens_prompt"], nanos(entry)), "usage")
    return answer, got["data"], got["usage"]["tokens_prompt"]


def aigne(hub, model, texts, **members):
    answer = hub.call("POST", "/api/v2/embeddings", {"model": "aignehub/" + model, "input": texts, **members})
    got = h.expect(answer, 200, model).json
    h.equal((got["modelWithProvider"], got["usage"]["inputTokens"]), (model, got["usage"]["prompt_tokens"]), "AIGNE's")
    return answer, [row["embedding"] for row in got["data"]], got["usage"]["prompt_tokens"]


def framework(hub, model, texts, **members):
    answer = hub.call("POST", "/api/v2/embeddings", {"input": {"input": texts, "modelOptions": {
        "model": model, **members}}})
    got = h.expect(answer, 200, model).json
    h.equal(got["modelWithProvider"], model, "who answered")
    return answer, got["embeddings"], got["usage"]["inputTokens"]


CLIENTS = (openai, packed, google, indox, aigne, framework)


def nanos(entry):
    return round(float(entry["cost"]) * 10**9)


@h.case()
def every_client_over_every_provider(hub):
    """The same bits, whichever way; and a price for each token."""
    for provider in PROVIDERS:
        for client in CLIENTS:
            for texts in (TEXTS[0], TEXTS[:1], TEXTS):
                what = f"{client.__name__} {provider} {h.shorten(texts)}"
                answer, got, tokens = client(hub, provider + "/test", texts)
                wanted = [vector(text) for text in ([texts] if isinstance(texts, str) else texts)]
                h.equal([bits(one) for one in got], [bits(one) for one in wanted], what)
                entry = hub.entry(answer.header("x-request-id"))
                h.equal((entry["outcome"], entry["output"], nanos(entry)), ("done", 0, entry["prompt"] * 1000), what)
                h.require(entry["prompt"] > 0 and tokens in (None, entry["prompt"]), "tokens", entry, tokens)
                asked = hub.provider.seen(answer.header("x-request-id"))
                h.require(PATHS[provider] in asked["path"], what, asked["path"])


PATHS = {"openai": "/v1/embeddings", "gemini": "mbedContent", "cohere": "/v2/embed", "ollama": "/api/embed",
         "voyage": "/v1/embeddings", "jina": "/v1/embeddings"}


@h.case()
def told_usage(hub):
    """What the provider tells counts, and is told on."""
    for provider in PROVIDERS:
        for client in CLIENTS:
            answer, _, tokens = client(hub, provider + "/test:prompt=77", TEXTS)
            entry = hub.entry(answer.header("x-request-id"))
            h.equal((tokens, entry["prompt"], nanos(entry)), (77, 77, 77000), f"{client.__name__} {provider}")
        answer = hub.call("POST", "/indox/embeddings", {"text": TEXTS, "model": provider + "/test:nousage"})
        entry = hub.entry(h.expect(answer, 200).header("x-request-id"))
        h.require(entry["prompt"] > 200, "no estimate", entry)
        h.equal((answer.json["usage"]["tokens_prompt"], nanos(entry)), (entry["prompt"], entry["prompt"] * 1000), provider)


@h.case()
def dimensions(hub):
    for provider, how in (("openai", ""), ("gemini", ""), ("cohere", ""), ("ollama", ""), ("voyage", ":loose"),
                          ("jina", "")):
        for client in CLIENTS:
            member = "outputDimensionality" if client is google else "dimensions"
            answer, got, _ = client(hub, f"{provider}/test{how}", TEXTS, **{member: 3})
            body = json.loads(hub.provider.seen(answer.header("x-request-id"))["body"])
            h.require('imension' in json.dumps(body), client.__name__, provider, body)
            if provider != "voyage":
                h.equal([bits(one) for one in got], [bits(vector(text, 3)) for text in TEXTS], client.__name__)


@h.case()
def purposes(hub):
    """What Gemini's clients say of it is said to others in their words."""
    for provider, member, word in (("cohere", "input_type", "search_query"), ("voyage:loose", "input_type", "query"),
                                   ("jina:loose", "task", "retrieval.query"), ("gemini", "taskType", "RETRIEVAL_QUERY")):
        name, _, how = provider.partition(":")
        answer, _, _ = google(hub, f"{name}/test{':' + how if how else ''}", TEXTS[0], **QUERY)
        body = json.loads(hub.provider.seen(answer.header("x-request-id"))["body"])
        h.equal(body[member], word, provider)
        h.equal(answer.header("x-aihub-dropped"), None, provider)
    answer, _, _ = google(hub, "openai/test", TEXTS, **QUERY)
    h.equal(answer.header("x-aihub-dropped"), "requests[].taskType", "dropped")
    strict = hub.call("POST", "/v1beta/models/ollama/test:embedContent",
                      {"content": {"parts": [{"text": "x"}]}, **QUERY}, headers=[("x-aihub-strict", "1")])
    h.expect(strict, 400)
    answer, _, _ = openai(hub, "cohere/test", "x", input_type="query", user="me")
    h.equal(json.loads(hub.provider.seen(answer.header("x-request-id"))["body"])["input_type"], "search_query", "OpenAI's kin")
    h.equal(answer.header("x-aihub-dropped"), "user", "dropped")


@h.case()
def bytes_that_pass(hub):
    """In the provider's own language unknown members survive, on both ways."""
    answer, _, _ = openai(hub, "openai/test:loose,unknown", "Hi", x_mine=[1.50])
    h.equal(answer.json["data"][0]["x_unknown"], True, "of the answer")
    body = hub.provider.seen(answer.header("x-request-id"))["body"]
    h.require('"x_mine": [1.5]' in body and '"model":"test:loose,unknown"' in body.replace(": ", ":"), body)
    answer, got, _ = google(hub, "gemini/test:loose", TEXTS)
    body = json.loads(hub.provider.seen(answer.header("x-request-id"))["body"])
    h.equal({one["model"] for one in body["requests"]}, {"models/test:loose"}, "the model of each")
    h.equal([len(one["content"]["parts"]) for one in body["requests"]], [2, 2, 2], "parts")
    nameless = hub.call("POST", "/v1/models/gemini/test:batchEmbedContents",
                        {"requests": [{"content": {"parts": [{"text": "a"}]}}]})
    h.equal(bits(h.expect(nameless, 200).json["embeddings"][0]["values"]), bits(vector("a")), "without a model")


@h.case()
def the_form_is_the_clients(hub):
    """Who asks for base64 gets it, from a provider that knows only numbers, too."""
    for texts in (TEXTS[0], TEXTS):
        _, got, _ = packed(hub, "openai/test:floatonly,dims=20", texts)
        wanted = [vector(text, 20) for text in ([texts] if isinstance(texts, str) else texts)]
        h.equal([bits(one) for one in got], [bits(one) for one in wanted], "floats only")


@h.case()
def tokens(hub):
    """Lists of tokens go where the provider takes them."""
    for data, wanted in (([1, 2, 70000], [[1, 2, 70000]]), ([[1], [2, 3]], [[1], [2, 3]])):
        for client in (openai, packed, aigne):
            _, got, count = client(hub, "openai/test", data)
            h.equal(([bits(one) for one in got], count), ([bits(vector(one)) for one in wanted], sum(map(len, wanted))),
                    "tokens")
        for provider in PROVIDERS[1:]:
            answer = hub.call("POST", "/v1/embeddings", {"model": provider + "/test", "input": data})
            h.expect_error(answer, 400, "invalid_request_error", param="input")


@h.case()
def paths(hub):
    for path in ("/v1/embeddings", "/v1beta/openai/embeddings"):
        h.equal(bits(openai(hub, "openai/test", "a", path)[1][0]), bits(vector("a")), path)
    for model in ("openai/test", "cohere/test"):
        answer = hub.call("POST", f"/v1/engines/{model}/embeddings", {"input": "a"})
        h.equal(bits(h.expect(answer, 200).json["data"][0]["embedding"]), bits(vector("a")), "an engine")
        for version in ("v1", "v1alpha", "v1beta"):
            answer = hub.call("POST", f"/{version}/models/{model}:embedContent", {"content": {"parts": [{"text": "a"}]}})
            h.equal(bits(h.expect(answer, 200).json["embedding"]["values"]), bits(vector("a")), version)
    h.expect(hub.call("POST", "/v1/engines/openai/test/edits", {}), 501)
    for path in ("/embeddings", "/api/v1/embeddings"):
        got = h.expect(hub.call("POST", path, {"model": "openai/test", "input": "a"}), 200).json
        h.equal(bits(got["data"][0]["embedding"]), bits(vector("a")), "AIGNE's at " + path)
        got = h.expect(hub.call("POST", path, {"provider": "openai", "model": "test", "input": ["a"]}), 200).json
        h.equal(bits(got["data"][0]), bits(vector("a")), "IndoxRouter's at " + path)
    for path in ("/v1/embeddings", "/embeddings", "/api/v2/embeddings", "/v1/engines/m/embeddings"):
        h.expect(hub.call("POST", path, {"model": "openai/test", "input": "a"}, key=None), 401, path)


# ---- what is refused -------------------------------------------------------------------

INPUTS = (({}, ""), ({"input": None}, ""), ({"input": ""}, ""), ({"input": []}, ""), ({"input": 7}, ""), ({"input": ["a", ""]}, "[1]"),
          ({"input": ["a", 1]}, "[1]"), ({"input": ["a"] * 2049}, ""), ({"input": {"a": 1}}, ""))
MEMBERS = ({"dimensions": 0}, {"dimensions": -1}, {"dimensions": 1.5}, {"dimensions": "8"}, {"dimensions": 65537},
           {"encoding_format": "int8"}, {"encoding_format": 1}, {"user": 1})


@h.case()
def bad_input_of_openai(hub):
    for provider in ("openai", "cohere"):
        model = {"model": provider + "/test"}
        for members, at in (*INPUTS, ({"input": [1, "a"]}, "[1]"), ({"input": [1, -1]}, "[1]"), ({"input": [[]]}, "[0]"),
                            ({"input": [[1], 2]}, "[1]"), ({"input": [[1.5]]}, "[0][0]")):
            h.expect_error(hub.call("POST", "/v1/embeddings", {**model, **members}), 400, "invalid_request_error",
                           param="input" + at)
        for member in MEMBERS:
            answer = hub.call("POST", "/v1/embeddings", {**model, "input": "a", **member})
            h.expect_error(answer, 400, "invalid_request_error", param=next(iter(member)))
    h.expect_error(hub.call("POST", "/v1/embeddings", {"input": "a"}), 400, param="model")
    h.expect_error(hub.call("POST", "/v1/embeddings", {"model": "", "input": "a"}), 400, param="model")
    h.expect_error(hub.call("POST", "/v1/embeddings", b'{"model":'), 400)
    h.expect_error(hub.call("POST", "/v1/embeddings", {"model": "claude/x", "input": "a"}), 400, param="model",
                   code="model_not_for_embeddings")


@h.case("lighttpd")
def dimensions_that_a_model_cannot_do(hub):
    """Which they are knows the provider alone; whoever asks learns the field's name from it."""
    for model, dimensions in (("openai/test:nodims", 4), ("openai/test:dims=8", 9)):
        body = {"model": model, "input": "a", "dimensions": dimensions}
        h.expect_error(hub.call("POST", "/v1/embeddings", body), 400, "invalid_request_error", param="dimensions")


@h.case()
def bad_input_of_others(hub):
    for members, at in INPUTS:
        if members.get("input", 0) == {"a": 1}:
            continue  # a body of the framework's
        answer = hub.call("POST", "/api/v2/embeddings", {"model": "openai/test", **members})
        h.equal(h.expect(answer, 400).json["error"]["param"], "input" + at, "AIGNE's")
    for members, at in INPUTS:
        answer = hub.call("POST", "/indox/embeddings", {
            "model": "openai/test", **({"text": members["input"]} if "input" in members else {})})
        got = h.expect(answer, 400).json
        h.equal(got["details"]["param"], "text" + at, "IndoxRouter's")
        answer = hub.call("POST", "/api/v2/embeddings", {"input": {"modelOptions": {"model": "openai/test"}, **members}})
        h.equal(h.expect(answer, 400).json["error"]["param"], "input.input" + at, "the framework's")
    for members, param in (({"text": "a", "input": "b"}, "input"), ({"text": "a", "byok_api_key": "k"}, "byok_api_key"),
                           ({"text": "a", "additional_params": {"dimensions": 0}}, "additional_params.dimensions"),
                           ({"text": "a", "additional_params": {"encoding_format": "base64"}},
                            "additional_params.encoding_format"),
                           ({"text": "a", "dimensions": 2, "additional_params": {"dimensions": 2}},
                            "additional_params.dimensions"), ({"text": [1, 2]}, "text"),
                           ({"text": "a", "provider": 1}, "provider")):
        answer = hub.call("POST", "/indox/embeddings", {"model": "openai/test", **members})
        h.equal(h.expect(answer, 400).json["details"]["param"], param, param)
    answer = hub.call("POST", "/api/v2/embeddings", {"input": {"input": "a"}})
    h.equal(h.expect(answer, 400).json["error"]["param"], "input.modelOptions.model", "no model")


def violation(answer):
    return h.expect(answer, 400).json["error"]["details"][0]["fieldViolations"][0]["field"]


@h.case()
def bad_input_of_gemini(hub):
    part = {"parts": [{"text": "a"}]}
    rows = (({}, "content"), ({"content": "a"}, "content"), ({"content": {}}, "content.parts"),
            ({"content": {"parts": []}}, "content.parts"), ({"content": {"parts": [{"text": ""}]}}, "content.parts"),
            ({"content": {"parts": [{"text": 1}]}}, "content.parts[0].text"),
            ({"content": part, "outputDimensionality": 0}, "outputDimensionality"),
            ({"content": part, "output_dimensionality": "x"}, "output_dimensionality"),
            ({"content": part, "model": 1}, "model"))
    for model in ("gemini/test", "openai/test"):
        path = f"/v1beta/models/{model}"
        for body, field in rows:
            h.equal(violation(hub.call("POST", path + ":embedContent", body)), field, body)
            h.equal(violation(hub.call("POST", path + ":batchEmbedContents", {"requests": [{"content": part}, body]})),
                    "requests[1]." + field, body)
        for body in ({}, {"requests": []}, {"requests": {}}, {"requests": [{"content": part}] * 2049}):
            h.equal(violation(hub.call("POST", path + ":batchEmbedContents", body)), "requests", h.shorten(body))
        h.equal(violation(hub.call("POST", path + ":batchEmbedContents", {"requests": [1]})), "requests[0]", "no object")
    path = "/v1beta/models/openai/test"
    image = {"parts": [{"text": "a"}, {"inlineData": {"mimeType": "image/png", "data": "aGk="}}]}
    h.equal(violation(hub.call("POST", path + ":embedContent", {"content": image})), "content.parts[1]", "an image")
    mixed = {"requests": [{"content": part, "outputDimensionality": 2}, {"content": part, "outputDimensionality": 3}]}
    h.equal(violation(hub.call("POST", path + ":batchEmbedContents", mixed)), "requests[1].outputDimensionality", "mixed")


@h.case()
def how_many(hub):
    """2048 texts pass; what a provider's own limit is, is said before."""
    texts = [f"text {i}" for i in range(2048)]
    for client in (openai, packed, indox, framework):
        for provider in ("openai", "ollama"):
            _, got, _ = client(hub, provider + "/test", texts)
            h.equal([bits(one) for one in got], [bits(vector(text)) for text in texts], f"{client.__name__} {provider}")
    for provider, most in (("cohere", 96), ("gemini", 100)):
        h.equal(len(openai(hub, provider + "/test", texts[:most])[1]), most, provider)
        answer = hub.call("POST", "/v1/embeddings", {"model": provider + "/test", "input": texts[:most + 1]})
        h.expect_error(answer, 400, "invalid_request_error", param="input", words=[str(most)])


@h.case()
def what_providers_refuse(hub):
    """In the client's shape, in the provider's words."""
    for provider in PROVIDERS:
        answer = hub.call("POST", "/v1/embeddings", {"model": provider + "/test:status=400", "input": "a"})
        h.expect_error(answer, 400)
        answer = hub.call("POST", "/v1/embeddings", {"model": provider + "/test:status=500", "input": "a"})
        h.expect_error(answer, 500)
        id_ = answer.header("x-request-id")
        h.equal((hub.entry(id_)["outcome"], nanos(hub.entry(id_))), ("failed", 0), provider)


@h.case()
def no_chat_there(hub):
    """Who does no chat is not asked for it."""
    for provider in ("voyage", "jina"):
        h.expect_error(hub.chat(provider + "/test"), 400, "invalid_request_error", param="model",
                       code="model_not_for_chat")
        for path, body in (("/v1/responses", {"input": "x"}), ("/v1/messages", {"max_tokens": 5, "messages": [
                {"role": "user", "content": "x"}]}), ("/v1/messages/count_tokens", {"messages": [
                    {"role": "user", "content": "x"}]}), ("/api/v2/chat/completions", {"messages": [
                        {"role": "user", "content": "x"}]})):
            h.expect(hub.call("POST", path, {"model": provider + "/test", **body}), 400, path)
        answer = hub.call("POST", f"/v1beta/models/{provider}/test:generateContent", {"contents": [{"parts": [{"text": "x"}]}]})
        h.expect(answer, 400, "Gemini's")


h.run(settings)
