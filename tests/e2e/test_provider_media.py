#!/usr/bin/env python3
"""What the test provider has beside chat, asked without a hub: embeddings, rerank, moderations, pictures and sound;
what it refuses, and what it answers."""
import base64
import hashlib
import struct
import zlib

import direct
import harness as h

BEARER = {"Authorization": "Bearer " + h.PROVIDER_KEY}
GOOGLE = {"x-goog-api-key": h.PROVIDER_KEY}
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
WAV = b"RIFF" + struct.pack("<I", 48036) + b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 16000, 32000, 2, 16) + \
    b"data" + struct.pack("<I", 48000) + bytes(48000)
USAGE = ("input_tokens", "output_tokens", "total_tokens")


def ask(provider, path, body, headers=BEARER):
    return direct.Direct(provider, path, headers).ask(body)


def good(provider, path, body, headers=BEARER):
    return h.expect(ask(provider, path, body, headers), 200, f"{path} {h.shorten(body)}")


def form(*parts, boundary="a-boundary"):
    """Each part is (name, text), or (name, bytes, filename)."""
    body = b""
    for name, value, *filename in parts:
        more = f'; filename="{filename[0]}"' if filename else ""
        value = value if isinstance(value, bytes) else value.encode()
        body += f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'.encode() + value + b"\r\n"
    return body + f"--{boundary}--\r\n".encode()


def send(provider, path, *parts):
    headers = {**BEARER, "Content-Type": "multipart/form-data; boundary=a-boundary"}
    return direct.Direct(provider, path, headers).ask(form(*parts))


def refused(answer, param, *words, status=400):
    h.expect_error(answer, status, "invalid_request_error", param=param, words=words)


def seeded(seed, i):
    """A value of a vector, as the provider's README has it."""
    mask = (1 << 64) - 1
    value = (seed + (i + 1) * 0x9e3779b97f4a7c15) & mask
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9 & mask
    value = (value ^ value >> 27) * 0x94d049bb133111eb & mask
    return (((value ^ value >> 31) >> 40) - (1 << 23)) / (1 << 23)


def vector(data, count=8):
    data = data.encode() if isinstance(data, str) else struct.pack(f"<{len(data)}I", *data)
    seed = int.from_bytes(hashlib.sha256(data).digest()[:8], "little")
    return [seeded(seed, i) for i in range(count)]


def floats(values):
    """What a list of numbers is as floats."""
    return list(struct.unpack(f"<{len(values)}f", struct.pack(f"<{len(values)}f", *values)))


def unpack(text):
    data = base64.b64decode(text, validate=True)
    return list(struct.unpack(f"<{len(data) // 4}f", data))


# ---- vectors -----------------------------------------------------------------------------------


def embed(provider, model="test", **members):
    return good(provider, "/v1/embeddings", {"model": model, **members}).json


@h.case("lighttpd", own=True)
def embeddings(shape, provider):
    answer = embed(provider, input="Hello")
    h.equal(answer["usage"], {"prompt_tokens": 2, "total_tokens": 2}, "usage")
    h.equal([(row["object"], row["index"]) for row in answer["data"]], [("embedding", 0)], "rows")
    h.equal(floats(answer["data"][0]["embedding"]), vector("Hello"), "a text")
    for texts in (["a", "b", "Hello"], [[1, 2], [3]]):
        packed = embed(provider, input=texts, encoding_format="base64", dimensions=3)["data"]
        h.equal([unpack(row["embedding"]) for row in packed], [vector(text, 3) for text in texts], texts)
    answer = embed(provider, input=[1, 2, 70000])
    h.equal((floats(answer["data"][0]["embedding"]), answer["usage"]["total_tokens"]), (vector([1, 2, 70000]), 3),
            "tokens")
    answer = embed(provider, "test:floatonly,dims=20,nousage,unknown", input="é", encoding_format="base64")
    h.equal(floats(answer["data"][0]["embedding"]), vector("é", 20), "floats only")
    h.require("usage" not in answer and "x_unknown" in answer, "behaviours", answer)
    h.equal(embed(provider, "test:prompt=77", input="a")["usage"]["prompt_tokens"], 77, "prompt=N")
    h.equal(len(embed(provider, input=["a"] * 2048)["data"]), 2048, "the most")


@h.case("lighttpd", own=True)
def refused_embeddings(shape, provider):
    for members, param in (
            ({"input": ""}, "input"), ({"input": []}, "input"), ({"input": ["a", ""]}, "input"), ({}, "input"),
            ({"input": ["a"] * 2049}, "input"), ({"input": "a" * 32769}, "input"), ({"input": 1}, "input"),
            ({"input": [1] * 8193}, "input"), ({"input": ["a", 1]}, "input"), ({"input": [[1], "a"]}, "input"),
            ({"input": [[]]}, "input"), ({"input": [-1]}, "input"), ({"input": ["a" * 32000] * 38}, "input"),
            ({"input": "a", "encoding_format": "int8"}, "encoding_format"), ({"input": "a", "dimensions": 0}, "dimensions"),
            ({"input": "a", "dimensions": 9}, "dimensions"), ({"input": "a", "dimensions": 2.5}, "dimensions"),
            ({"input": "a", "model": "test:nodims", "dimensions": 3}, "dimensions"), ({"input": "a", "user": 1}, "user"),
            ({"input": "a", "task": "x"}, "task"), ({"input": "a", "model": None}, "model")):
        refused(ask(provider, "/v1/embeddings", {"model": "test", **members}), param)
    h.expect(ask(provider, "/v1/embeddings", {"model": "test", "input": "a"}, {}), 401)
    h.expect(ask(provider, "/v1/embeddings", {"model": "test:nonsense", "input": "a"}), 404)


@h.case("lighttpd", own=True)
def gemini_embeddings(shape, provider):
    def content(*texts):
        return {"parts": [{"text": text} for text in texts]}

    def post(verb, body, model="test"):
        return ask(provider, f"/v1beta/models/{model}:{verb}", body, GOOGLE)
    answer = h.expect(post("embedContent", {"content": content("Hel", "lo"), "taskType": "RETRIEVAL_DOCUMENT",
                                            "title": "t", "output_dimensionality": 5}), 200).json
    h.equal(floats(answer["embedding"]["values"]), vector("Hello", 5), "one")
    rows = [{"model": "models/test", "content": content(text)} for text in ("a", "b")]
    answer = h.expect(post("batchEmbedContents", {"requests": rows}), 200).json
    h.equal([floats(row["values"]) for row in answer["embeddings"]], [vector("a"), vector("b")], "a batch")
    answer = h.expect(post("embedContent", {"content": content("a")}, "test:prompt=7"), 200).json
    h.equal(answer["usageMetadata"], {"promptTokenCount": 7}, "usage")
    batch = "batchEmbedContents"
    for verb, body, words in (
            ("embedContent", {}, "content is empty"), ("embedContent", {"content": content("")}, "content is empty"),
            ("embedContent", {"content": content("a"), "x": 1}, 'Unknown name "x"'),
            ("embedContent", {"content": content("a"), "title": "t"}, "title"),
            ("embedContent", {"content": content("a"), "taskType": "COOKING"}, "TYPE_ENUM"),
            ("embedContent", {"content": content("a"), "model": "models/other"}, "model must match"),
            ("embedContent", {"content": content("a"), "outputDimensionality": 9}, "output_dimensionality"),
            ("embedContent", {"content": {"parts": [{"inlineData": {"mimeType": "image/png", "data": ""}}]}}, "only text"),
            (batch, {"requests": []}, "at most 100"), (batch, {"requests": rows[:1] * 101}, "at most 100"),
            (batch, {"requests": [{"content": content("a")}]}, "requests[0].model"),
            (batch, {"requests": [{"model": "test", "content": content("a")}]}, "requests[0].model"),
            (batch, {"requests": rows, "model": "models/test"}, 'Unknown name "model"')):
        error = h.expect(post(verb, body), 400, body).json["error"]
        h.equal((error["code"], error["status"]), (400, "INVALID_ARGUMENT"), body)
        h.require(words in error["message"], words, error)


@h.case("lighttpd", own=True)
def cohere_embeddings(shape, provider):
    body = {"model": "test", "texts": ["a", "b"], "input_type": "search_query"}
    answer = good(provider, "/v2/embed", {**body, "embedding_types": ["float", "base64"], "output_dimension": 4}).json
    h.equal([floats(row) for row in answer["embeddings"]["float"]], [vector("a", 4), vector("b", 4)], "floats")
    h.equal([unpack(row) for row in answer["embeddings"]["base64"]], [vector("a", 4), vector("b", 4)], "base64")
    h.equal(answer["texts"], ["a", "b"], "texts")
    h.equal(answer["meta"], {"api_version": {"version": "2"}, "billed_units": {"input_tokens": 2}}, "meta")
    h.equal(list(good(provider, "/v2/embed", body).json["embeddings"]), ["float"], "types")
    small = good(provider, "/v2/embed", {**body, "embedding_types": ["int8", "uint8", "binary", "ubinary"]}).json
    h.equal(small["embeddings"]["int8"][0], [int((value + 1) * 128) - 128 for value in vector("a")], "int8")
    h.equal(small["embeddings"]["uint8"][0], [int((value + 1) * 128) for value in vector("a")], "uint8")
    bits = int("".join(str(int(value > 0)) for value in vector("a")), 2)
    h.equal((small["embeddings"]["ubinary"][0], small["embeddings"]["binary"][0]), ([bits], [bits - 128]), "bits")
    for members, words in (({"input_type": None}, "input_type"), ({"texts": []}, "texts"), ({"texts": ["a"] * 97}, "texts"),
                           ({"input_type": "x"}, "input_type"), ({"texts": [""]}, "texts[0]"), ({"y": 1}, "y"),
                           ({"embedding_types": ["x"]}, "embedding_types[0]"), ({"truncate": "MAYBE"}, "truncate"),
                           ({"output_dimension": 9}, "output_dimension"), ({"input_type": "image"}, "images")):
        error = h.expect(ask(provider, "/v2/embed", {**body, **members}), 400, members).json
        h.equal(sorted(error), ["id", "message"], "members of the error")
        h.require(words in error["message"], words, error)


@h.case("lighttpd", own=True)
def ollama_embeddings(shape, provider):
    answer = good(provider, "/api/embed", {"model": "test", "input": "Hello", "keep_alive": "5m", "truncate": True}).json
    h.equal(sorted(answer), ["embeddings", "load_duration", "model", "prompt_eval_count", "total_duration"], "members")
    h.equal([floats(row) for row in answer["embeddings"]], [vector("Hello")], "a text")
    answer = good(provider, "/api/embed", {"model": "test", "input": ["a", "b"], "dimensions": 2}).json
    h.equal([floats(row) for row in answer["embeddings"]], [vector("a", 2), vector("b", 2)], "texts")
    h.equal(good(provider, "/api/embed", {"model": "test", "input": []}).json["embeddings"], [], "nothing")
    for members in ({"input": [1]}, {"input": 1}, {"input": "a", "x": 1}, {"input": "a", "dimensions": 9},
                    {"input": "a", "options": []}, {"input": "a", "keep_alive": {}}):
        error = h.expect(ask(provider, "/api/embed", {"model": "test", **members}), 400, members).json
        h.require(list(error) == ["error"] and isinstance(error["error"], str), "error", error)


# ---- order and judgement -----------------------------------------------------------------------

DOCUMENTS = ["The blue car.", "A tree", "Red, red car", "CAR"]
ORDER = [(2, 1), (0, 0.5), (3, 0.5), (1, 0)]


@h.case("lighttpd", own=True)
def rerank(shape, provider):
    def order(rows):
        return [(row["index"], row["relevance_score"]) for row in rows]
    body = {"query": "red car", "documents": DOCUMENTS}
    answer = good(provider, "/v2/rerank", {"model": "test", **body, "top_n": 3}).json
    h.equal(order(answer["results"]), ORDER[:3], "Cohere")
    h.equal(answer["meta"]["billed_units"], {"search_units": 1}, "units")
    jina = {**body, "documents": [{"text": DOCUMENTS[0]}, *DOCUMENTS[1:]]}
    answer = good(provider, "/v1/rerank", {"model": "test", **jina}).json
    h.equal((order(answer["results"]), answer["object"], answer["usage"]), (ORDER, "list", {"total_tokens": 16}), "Jina")
    h.equal(answer["results"][1]["document"], {"text": DOCUMENTS[0]}, "document")
    answer = good(provider, "/v1/rerank", {"model": "test", **jina, "return_documents": False}).json
    h.require("document" not in answer["results"][0], "documents", answer)
    answer = good(provider, "/v1/rerank", {"model": "test:voyage", **body, "top_k": 1, "return_documents": True}).json
    h.equal((order(answer["data"]), answer["data"][0]["document"]), (ORDER[:1], DOCUMENTS[2]), "Voyage")
    answer = good(provider, "/v1/rerank", {"model": "test:voyage,prompt=9", **body, "truncation": True}).json
    h.equal((sorted(answer["data"][0]), answer["usage"]), (["index", "relevance_score"], {"total_tokens": 9}), "Voyage")
    for path, model, members, member in (
            ("/v2/rerank", "test", {"return_documents": True}, "message"), ("/v2/rerank", "test", {"top_n": 0}, "message"),
            ("/v2/rerank", "test", {"documents": [{"text": "a"}]}, "message"), ("/v1/rerank", "test", {"top_k": 1}, "detail"),
            ("/v1/rerank", "test", {"documents": [{"a": "b"}]}, "detail"), ("/v1/rerank", "test", {"query": ""}, "detail"),
            ("/v1/rerank", "test:voyage", {"top_n": 1}, "detail"), ("/v1/rerank", "test", {"documents": []}, "detail"),
            ("/v1/rerank", "test:voyage", {"documents": [{"text": "a"}]}, "detail")):
        error = h.expect(ask(provider, path, {"model": model, **body, **members}), 400, members).json
        h.require(isinstance(error[member], str), member, error)


@h.case("lighttpd", own=True)
def moderations(shape, provider):
    def judge(**members):
        return good(provider, "/v1/moderations", members).json["results"]
    result, = judge(input="Such violence!", model="test")
    h.equal([name for name, hit in result["categories"].items() if hit], ["violence"], "categories")
    h.equal(len(result["categories"]), 13, "all categories")
    h.require(result["flagged"] and result["category_scores"]["violence"] > 0.9, "flagged", result)
    h.equal(result["category_applied_input_types"]["hate"], ["text"], "types")
    h.equal([row["flagged"] for row in judge(input=["a", "violence", "b"])], [False, True, False], "a list")
    parts = [{"type": "text", "text": "violence"},
             {"type": "image_url", "image_url": {"url": "data:image/png;base64," + base64.b64encode(PNG).decode()}}]
    result, = judge(input=parts)
    h.equal((result["flagged"], result["category_applied_input_types"]["sexual"]), (True, ["text", "image"]), "parts")
    for members, param in (({}, "input"), ({"input": []}, "input"), ({"input": 1}, "input"), ({"input": "a", "x": 1}, "x"),
                           ({"input": ["a", 1]}, "input[1]"), ({"input": [{"type": "text"}]}, "input[0].text"),
                           ({"input": [{"type": "audio"}]}, "input[0].type"),
                           ({"input": parts, "model": "text-moderation-latest"}, "input"),
                           ({"input": [{"type": "image_url", "image_url": {"url": "x"}}]}, "input[0].image_url.url")):
        refused(ask(provider, "/v1/moderations", members), param)


# ---- pictures ----------------------------------------------------------------------------------


def check_png(data):
    """That it is a whole PNG whose pixels can be read."""
    h.equal(data[:8], b"\x89PNG\r\n\x1a\n", "beginning")
    at, kinds, pixels = 8, [], b""
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + size]
        h.equal(struct.unpack(">I", data[at + 8 + size:at + 12 + size])[0], zlib.crc32(kind + body), kind)
        kinds.append(kind)
        pixels += body if kind == b"IDAT" else b""
        at += 12 + size
    h.equal((kinds[0], kinds[-1]), (b"IHDR", b"IEND"), "chunks")
    h.equal(len(zlib.decompress(pixels)), 16 * (1 + 16 * 3), "pixels")
    return data


def draw(provider, model, **members):
    return good(provider, "/v1/images/generations", {"model": model, "prompt": "A tree", **members}).json


@h.case("lighttpd", own=True)
def pictures(shape, provider):
    answer = draw(provider, "gpt-image-1", n=2, quality="low", size="1536x1024")
    first, second = (check_png(base64.b64decode(row["b64_json"])) for row in answer["data"])
    h.require(first != second, "two pictures")
    h.equal((answer["size"], answer["quality"], answer["background"], answer["output_format"]),
            ("1536x1024", "low", "opaque", "png"), "settings")
    h.equal(answer["usage"], {"input_tokens": 2, "input_tokens_details": {"text_tokens": 2, "image_tokens": 0},
                              "output_tokens": 544, "output_tokens_details": {"text_tokens": 0, "image_tokens": 544},
                              "total_tokens": 546}, "usage")
    for form_, beginning in (("png", b"\x89PNG"), ("jpeg", b"\xff\xd8\xff\xfe"), ("webp", b"RIFF")):
        data = base64.b64decode(draw(provider, "test:picture=200000", output_format=form_)["data"][0]["b64_json"])
        h.equal((data[:4], len(data)), (beginning, 200000), form_)
    row, = draw(provider, "dall-e-3:picture=5000", style="vivid")["data"]
    h.equal(row["revised_prompt"], "A tree", "revised prompt")
    path = row["url"].removeprefix(f"http://127.0.0.1:{provider.port}")
    picture = h.expect(h.Call(provider.port, "GET", path).finish(), 200)
    h.equal((picture.header("content-type"), len(check_png(picture.content))), ("image/png", 5000), "behind the URL")
    answer = draw(provider, "dall-e-2", response_format="b64_json", size="256x256")
    check_png(base64.b64decode(answer["data"][0]["b64_json"]))
    h.equal(sorted(answer), ["created", "data"], "no usage")


@h.case("lighttpd", own=True)
def streamed_pictures(shape, provider):
    answer = good(provider, "/v1/images/generations",
                  {"model": "gpt-image-1", "prompt": "A tree", "stream": True, "partial_images": 2})
    events = direct.events(answer)
    kinds = ["image_generation.partial_image"] * 2 + ["image_generation.completed"]
    h.equal([(name, data["type"]) for name, data in events], [(kind, kind) for kind in kinds], "events")
    h.equal([data.get("partial_image_index") for _, data in events], [0, 1, None], "numbers")
    whole = draw(provider, "gpt-image-1")
    h.equal((events[2][1]["b64_json"], events[2][1]["usage"]), (whole["data"][0]["b64_json"], whole["usage"]), "the last")
    body = {"prompt": "A tree", "stream": True, "partial_images": 3}
    failed = direct.events(good(provider, "/v1/images/generations", {"model": "test:errevent=1", **body}))
    h.equal([name for name, _ in failed], [kinds[0], "error"], "a failure")
    h.equal(sorted(failed[1][1]["error"]), ["code", "message", "param", "type"], "its error")
    ended = direct.events(good(provider, "/v1/images/generations", {"model": "test:cleancut=2", **body}))
    h.equal([name for name, _ in ended], kinds[:1] * 2, "an early end")


@h.case("lighttpd", own=True)
def refused_pictures(shape, provider):
    for model, members, param in (
            ("gpt-image-1", {"prompt": ""}, "prompt"), ("gpt-image-1", {"prompt": "a" * 32001}, "prompt"),
            ("dall-e-2", {"prompt": "é" * 1001}, "prompt"), ("gpt-image-1", {"prompt": None}, "prompt"),
            ("gpt-image-1", {"size": "256x256"}, "size"), ("dall-e-2", {"size": "1792x1024"}, "size"),
            ("dall-e-3", {"size": "256x256"}, "size"), ("gpt-image-1", {"n": 11}, "n"), ("dall-e-3", {"n": 2}, "n"),
            ("gpt-image-1", {"n": "2"}, "n"), ("gpt-image-1", {"response_format": "url"}, "response_format"),
            ("gpt-image-1", {"style": "vivid"}, "style"), ("dall-e-2", {"style": "vivid"}, "style"),
            ("dall-e-3", {"stream": True}, "stream"), ("dall-e-3", {"background": "auto"}, "background"),
            ("gpt-image-1", {"quality": "hd"}, "quality"), ("gpt-image-1", {"partial_images": 1}, "partial_images"),
            ("gpt-image-1", {"stream": True, "partial_images": 4}, "partial_images"),
            ("gpt-image-1", {"background": "transparent", "output_format": "jpeg"}, "background"),
            ("gpt-image-1", {"output_compression": 50}, "output_compression"), ("test", {"seed": 1}, "seed")):
        refused(ask(provider, "/v1/images/generations", {"model": model, "prompt": "A tree", **members}), param)
    for path in ("/picture/x.png", "/picture/1.jpg", "/picture/99999999999.png"):
        h.expect(h.Call(provider.port, "GET", path).finish(), 404, path)


@h.case("lighttpd", own=True)
def edits(shape, provider):
    path, prompt, model = "/v1/images/edits", ("prompt", "A tree"), ("model", "gpt-image-1")
    answer = h.expect(send(provider, path, ("image[]", PNG, "a.png"), model, ("image[]", b"\xff\xd8\xff", "b.jpg"),
                           prompt, ("mask", PNG, "m.png"), ("n", "2"), ("size", "1024x1024")), 200).json
    h.equal((len(answer["data"]), answer["usage"]["input_tokens_details"]),
            (2, {"text_tokens": 2, "image_tokens": 646}), "an edit")
    one = h.expect(send(provider, path, ("image", PNG, "a.png"), prompt, model), 200).json["data"]
    other = h.expect(send(provider, path, ("image", PNG + b"x", "a.png"), prompt, model), 200).json["data"]
    h.require(one != other, "other pictures, another result")
    events = direct.events(h.expect(send(provider, path, ("image", PNG, "a.png"), prompt, model, ("stream", "true"),
                                         ("partial_images", "1")), 200))
    h.equal([name for name, _ in events], ["image_edit.partial_image", "image_edit.completed"], "events")
    url = {"image_url": "data:image/png;base64," + base64.b64encode(PNG).decode()}
    body = {"model": "gpt-image-1", "prompt": "A tree", "images": [url, {"file_id": "file-1"}]}
    h.equal(good(provider, path, body).json["usage"]["input_tokens_details"]["image_tokens"], 646, "JSON")
    for parts, param in (
            (((prompt, model)), "image"), ((("image", PNG, "a.png"), model), "prompt"),
            ((("image", b"GIF89a", "a.gif"), prompt, model), "image"), ((("image", "text"), prompt, model), "image"),
            ((("image", PNG, "a.png"), ("mask", b"\xff\xd8\xff", "m.jpg"), prompt, model), "mask"),
            ((("image", PNG, "a.png"), ("image", PNG, "b.png"), prompt, model), "image"),
            ((("image[]", PNG, "a.png"),) * 17 + (prompt, model), "image"),
            ((("image", PNG, "a.png"), prompt, model, ("n", "many")), "n"),
            ((("image", PNG, "a.png"), prompt, model, ("n", "11")), "n"),
            ((("image", PNG, "a.png"), prompt, model, ("stream", "yes")), "stream"),
            ((("image", PNG, "a.png"), prompt, model, ("response_format", "url")), "response_format"),
            ((("image", PNG, "a.png"), prompt, ("model", "dall-e-3")), "model"),
            ((("image", b"\xff\xd8\xff", "a.jpg"), prompt, ("model", "dall-e-2")), "image"),
            ((("image", PNG, "a.png"), prompt, model, ("colour", "red")), "colour"),
            ((("image", PNG, "a.png"), ("prompt", b"\xff"), model), "prompt")):
        refused(send(provider, path, *parts), param)
    for members, param in (({"images": []}, "images"), ({"images": [{}]}, "images[0]"), ({"images": [url] * 17}, "images"),
                           ({"images": [{"image_url": "x"}]}, "images[0].image_url"), ({"image": [url]}, "image"),
                           ({"model": "dall-e-2"}, "model"), ({"mask": {"x": 1}}, "mask.x")):
        refused(ask(provider, path, {**body, **members}), param)


@h.case("lighttpd", own=True)
def variations(shape, provider):
    path = "/v1/images/variations"
    answer = h.expect(send(provider, path, ("image", PNG, "a.png"), ("n", "2"), ("response_format", "b64_json")), 200).json
    for row in answer["data"]:
        check_png(base64.b64decode(row["b64_json"]))
    h.equal(len(answer["data"]), 2, "pictures")
    for parts, param in (((("image", b"\xff\xd8\xff", "a.jpg"),), "image"), ((("n", "1"),), "image"),
                         ((("image", PNG, "a.png"), ("model", "gpt-image-1")), "model"),
                         ((("image", PNG, "a.png"), ("prompt", "a")), "prompt"),
                         ((("image", PNG, "a.png"), ("size", "1536x1024")), "size")):
        refused(send(provider, path, *parts), param)
    refused(ask(provider, path, {"image": "a"}), None, "multipart/form-data")


@h.case("lighttpd", own=True)
def gemini_pictures(shape, provider):
    def body(*modalities, **config):
        return {"contents": [{"parts": [{"text": "A tree"}, {"inlineData": {
            "mimeType": "image/png", "data": base64.b64encode(PNG).decode()}}]}],
            "generationConfig": {"responseModalities": modalities, **config}}

    def parts(answer):
        return answer["candidates"][0]["content"]["parts"]
    path = "/v1beta/models/test:events=2:"
    answer = good(provider, path + "generateContent", body("TEXT", "IMAGE", imageConfig={"aspectRatio": "16:9"}), GOOGLE).json
    text, picture = parts(answer)
    h.equal((text, picture["inlineData"]["mimeType"]), ({"text": "word0 word1 "}, "image/png"), "parts")
    check_png(base64.b64decode(picture["inlineData"]["data"]))
    usage = answer["usageMetadata"]
    h.equal((usage["candidatesTokenCount"], usage["candidatesTokensDetails"][1]),
            (1292, {"modality": "IMAGE", "tokenCount": 1290}), "usage")
    answer = good(provider, path + "generateContent", body("IMAGE"), GOOGLE).json
    h.equal(parts(answer), [picture], "a picture alone")
    h.equal(parts(good(provider, path + "generateContent", body("TEXT"), GOOGLE).json), [text], "none")
    chunks = [data for _, data in direct.events(good(provider, path + "streamGenerateContent?alt=sse",
                                                     body("TEXT", "IMAGE"), GOOGLE))]
    h.equal([part for chunk in chunks for part in parts(chunk)], [{"text": "word0 "}, {"text": "word1 "}, picture], "stream")
    h.equal(chunks[2]["usageMetadata"]["candidatesTokenCount"], 1292, "usage at the end")
    for config in ({"imageConfig": {"aspectRatio": "7:1"}}, {"imageConfig": {"x": 1}}, {"imageConfig": {"imageSize": "9K"}}):
        h.expect(ask(provider, path + "generateContent", body("IMAGE", **config), GOOGLE), 400, config)


# ---- sound -------------------------------------------------------------------------------------


def transcribe(provider, model, *parts, path="/v1/audio/transcriptions", file=("file", WAV, "a.wav")):
    return send(provider, path, ("model", model), file, *parts)


def heard(data, seconds=""):
    return f"sha256 {hashlib.sha256(data).hexdigest()[:8]}, {len(data)} bytes{seconds}"


@h.case("lighttpd", own=True)
def transcriptions(shape, provider):
    text = heard(WAV, ", 1.500 seconds")

    def listen(model, *parts, **more):
        return h.expect(transcribe(provider, model, *parts, **more), 200, (model, parts))
    h.equal(listen("whisper-1").json, {"text": text, "usage": {"type": "duration", "seconds": 2}}, "json")
    answer = listen("gpt-4o-transcribe", ("prompt", "Hello"), ("language", "en"), ("include[]", "logprobs")).json
    h.equal(answer["usage"], {"type": "tokens", "input_tokens": 22, "output_tokens": 6, "total_tokens": 28,
                              "input_token_details": {"text_tokens": 2, "audio_tokens": 20}}, "tokens")
    h.equal("".join(row["token"] for row in answer["logprobs"]), text, "logprobs")
    for form_, type_, wanted in (
            ("text", "text/plain; charset=utf-8", text + "\n"),
            ("srt", "text/plain; charset=utf-8", f"1\n00:00:00,000 --> 00:00:01,500\n{text}\n\n"),
            ("vtt", "text/vtt; charset=utf-8", f"WEBVTT\n\n00:00:00.000 --> 00:00:01.500\n{text}\n\n")):
        answer = listen("whisper-1", ("response_format", form_))
        h.equal((answer.header("content-type"), answer.content.decode()), (type_, wanted), form_)
    verbose = ("response_format", "verbose_json")
    answer = listen("whisper-1", verbose, ("timestamp_granularities[]", "word"),
                    ("timestamp_granularities[]", "segment")).json
    h.equal((answer["duration"], answer["text"], answer["segments"][0]["text"], answer["words"][5]["word"]),
            (1.5, text, text, "seconds"), "verbose")
    h.require("words" not in listen("whisper-1", verbose).json, "words unasked")
    answer = listen("gpt-4o-transcribe-diarize", ("response_format", "diarized_json"), ("chunking_strategy", "auto")).json
    h.equal(answer["segments"][0]["speaker"], "A", "speakers")
    h.equal(listen("test", file=("file", b"x" * 17000, "A.MP3")).json,
            {"text": heard(b"x" * 17000), "usage": {"type": "duration", "seconds": 2}}, "no WAV")
    events = direct.events(listen("gpt-4o-transcribe", ("stream", "true")))
    h.equal("".join(data["delta"] for _, data in events[:-1]), text, "deltas")
    h.equal((events[-1][1]["type"], events[-1][1]["text"], events[-1][1]["usage"]["total_tokens"]),
            ("transcript.text.done", text, 26), "the end of a stream")
    answer = listen("whisper-1", verbose, path="/v1/audio/translations").json
    h.equal((answer["task"], answer["text"]), ("translate", text), "a translation")


@h.case("lighttpd", own=True)
def refused_transcriptions(shape, provider):
    for model, parts, param in (
            ("whisper-1", [("stream", "true")], "stream"), ("whisper-1", [("response_format", "xml")], "response_format"),
            ("gpt-4o-transcribe", [("response_format", "srt")], "response_format"),
            ("gpt-4o-transcribe-diarize", [("response_format", "verbose_json")], "response_format"),
            ("test", [("response_format", "srt"), ("stream", "true")], "response_format"),
            ("test", [("temperature", "1.5")], "temperature"), ("test", [("temperature", "hot")], "temperature"),
            ("test", [("timestamp_granularities[]", "word")], "timestamp_granularities"),
            ("test", [("response_format", "verbose_json"), ("timestamp_granularities[]", "day")], "timestamp_granularities"),
            ("test", [("timestamp_granularities", "word")], "timestamp_granularities"),
            ("whisper-1", [("include[]", "logprobs")], "include"), ("test", [("n", "2")], "n"),
            ("test", [("language[]", "en")], "language[]"), ("test", [("language", "en"), ("language", "de")], "language"),
            ("test", [("chunking_strategy", "never")], "chunking_strategy"),
            ("test", [("chunking_strategy[threshold]", "0.5")], "chunking_strategy"),
            ("test", [("known_speaker_names[]", "Ann")], "known_speaker_names"), ("", [], "model")):
        refused(transcribe(provider, model, *parts), param)
    for file, words in ((("file", WAV, "a.txt"), "Supported formats"), (("file", WAV, "wav"), "Supported formats"),
                        (("file", b"", "a.wav"), "corrupted"), (("file", "text"), "filename")):
        refused(transcribe(provider, "test", file=file), "file", words)
    refused(send(provider, "/v1/audio/transcriptions", ("model", "test")), "file")
    refused(send(provider, "/v1/audio/transcriptions", ("file", WAV, "a.wav")), "model")
    large = ("file", bytes(26214401), "a.mp3")
    refused(transcribe(provider, "test", file=large), "file", status=413)
    h.expect(transcribe(provider, "test:loose", file=large), 200)
    translate = "/v1/audio/translations"
    refused(transcribe(provider, "gpt-4o-transcribe", path=translate), "model")
    refused(transcribe(provider, "whisper-1", ("language", "en"), path=translate), "language")
    refused(ask(provider, "/v1/audio/transcriptions", {"model": "test"}), None, "multipart/form-data")


def speak(provider, model="test", **members):
    return good(provider, "/v1/audio/speech", {"model": model, "input": "Hello", "voice": "alloy", **members})


@h.case("lighttpd", own=True)
def speech(shape, provider):
    kinds = {"mp3": "mpeg"}
    for form_, size in (("mp3", 3003), ("opus", 3004), ("aac", 3002), ("flac", 3004), ("wav", 3044), ("pcm", 3000)):
        answer = speak(provider, "test:events=3,text=1000", response_format=form_)
        h.equal((answer.header("content-type"), len(answer.content)), ("audio/" + kinds.get(form_, form_), size), form_)
        h.equal(answer.header("transfer-encoding"), "chunked", "chunks")
        h.equal(speak(provider, "test:events=3,text=1000,json", response_format=form_).content, answer.content, "whole")
        if form_ == "wav":
            h.equal(struct.unpack("<4sI4s", answer.content[:12]), (b"RIFF", 3036, b"WAVE"), "head")
            h.equal(struct.unpack("<4sI", answer.content[36:44]), (b"data", 3000), "data")
        bare = answer.content[size - 3000:]
        h.equal(bare, speak(provider, "test:events=3,text=1000", response_format="pcm").content, "the same sound")
    h.require(speak(provider, input="Bye").content != speak(provider).content, "another text, another sound")
    speak(provider, voice={"id": "voice_1"}, instructions="Loud", speed=4)
    answer = speak(provider, "test:events=2,text=10", stream_format="sse", response_format="pcm")
    events = [data for _, data in direct.events(answer)]
    h.equal([data["type"] for data in events], ["speech.audio.delta"] * 2 + ["speech.audio.done"], "events")
    h.equal(b"".join(base64.b64decode(data["audio"]) for data in events[:2]),
            speak(provider, "test:events=2,text=10", response_format="pcm").content, "the sound of the events")
    h.equal([events[2]["usage"][name] for name in USAGE], [2, 2, 4], "usage")
    for model, members, param in (("test", {"input": ""}, "input"), ("test", {"input": "é" * 4097}, "input"),
                                  ("test", {"voice": "nobody"}, "voice"), ("test", {"voice": {"name": "a"}}, "voice.name"),
                                  ("test", {"voice": 1}, "voice"), ("test", {"response_format": "ogg"}, "response_format"),
                                  ("test", {"speed": 0.2}, "speed"), ("tts-1", {"stream_format": "sse"}, "stream_format"),
                                  ("test", {"language": "en"}, "language")):
        body = {"model": model, "input": "Hello", "voice": "alloy", **members}
        refused(ask(provider, "/v1/audio/speech", body), param)
    speak(provider, input="é" * 4096)


# ---- behaviours and the log --------------------------------------------------------------------

PATHS = (("/v1/embeddings", {"input": "a"}, "error"), ("/v1/moderations", {"input": "a"}, "error"),
         ("/v1/images/generations", {"prompt": "a"}, "error"), ("/v1/rerank", {"query": "a", "documents": ["a"]}, "detail"),
         ("/v1/audio/speech", {"input": "a", "voice": "alloy"}, "error"),
         ("/v2/rerank", {"query": "a", "documents": ["a"]}, "message"),
         ("/v2/embed", {"texts": ["a"], "input_type": "search_query"}, "message"), ("/api/embed", {"input": "a"}, "error"))


@h.case("lighttpd", own=True)
def behaviours(shape, provider):
    for path, body, member in PATHS:
        answer = ask(provider, path, {"model": "test:status=429,retry=3", **body})
        h.equal((answer.status, answer.header("retry-after"), member in answer.json), (429, "3", True), path)
        h.equal(ask(provider, path, {"model": "test:html", **body}).header("content-type"), "text/html", path)
        answer = good(provider, path, {"model": "test:gzip", **body})
        h.equal((answer.header("content-encoding"), len(zlib.decompress(answer.content, 31)) > 100), ("gzip", True), path)
        good(provider, path, {"model": "test:loose", "x_more": 1, **body})
        if path != "/v1/audio/speech":
            h.require(b"data: {" in good(provider, path, {"model": "test:sse", **body}).content[:60], "sse", path)
            h.require("x_unknown" in good(provider, path, {"model": "test:unknown", **body}).json, "unknown", path)
            try:
                good(provider, path, {"model": "test:garbage", **body}).json
            except h.Failed:
                continue
            raise h.Failed("no garbage at " + path)
    for model, size in (("test:cut=1,text=100", 103), ("test:errevent=2,text=100", 203), ("test:cutbyte=50", 50)):
        answer = ask(provider, "/v1/audio/speech", {"model": model, "input": "a", "voice": "alloy"})
        h.equal((answer.complete, len(answer.content)), (False, size), model)
    answer = transcribe(provider, "test:status=503,retry=1")
    h.equal((answer.status, answer.header("retry-after")), (503, "1"), "a form")


@h.case("lighttpd", own=True)
def forms(shape, provider):
    """What is no form, and what the log says of one that is."""
    whole = form(("model", "test"), ("file", WAV, "a.wav"))
    for body, type_ in ((whole, "multipart/form-data"), (whole, "multipart/form-data; boundary=other"),
                        (whole[:-6], "multipart/form-data; boundary=a-boundary"), (b"", "multipart/form-data; boundary=a"),
                        (whole + b"more", "multipart/form-data; boundary=a-boundary"),
                        (b"--b\r\nContent-Type: text/plain\r\n\r\na\r\n--b--\r\n", "multipart/form-data; boundary=b"),
                        (b"--b--\r\n", "multipart/form-data; boundary=b"), (whole, "text/plain")):
        headers = {**BEARER, "Content-Type": type_}
        refused(direct.Direct(provider, "/v1/audio/transcriptions", headers).ask(body), None)
    api = direct.Direct(provider, "/v1/audio/transcriptions", {
        **BEARER, "Content-Type": 'multipart/form-data; charset=utf-8; boundary="a-boundary"', "x-request-id": "the-form"})
    text = heard(WAV, ", 1.500 seconds")
    h.equal(h.expect(api.ask(whole), 200).json["text"], text, "a boundary in quotes")
    line = provider.seen("the-form")
    h.equal((line["body"].encode("latin-1"), line["length"], line["sha256"]),
            (whole, len(whole), hashlib.sha256(whole).hexdigest()), "body")
    h.equal(line["parts"], [
        {"name": "model", "filename": None, "type": None, "length": 4, "text": "test"},
        {"name": "file", "filename": "a.wav", "type": None, "length": len(WAV),
         "sha256": hashlib.sha256(WAV).hexdigest()}], "parts")
    large = form(("model", "test"), ("file", bytes(2 << 20), "a.mp3"))
    api.headers["x-request-id"] = "large"
    h.expect(api.ask(large), 200)
    line = provider.seen("large")
    h.equal((line["body"], line["length"], line["parts"][1]["length"]), (None, len(large), 2 << 20), "a large one")


@h.case("lighttpd", own=True)
def large_bodies(shape, provider):
    picture = PNG + bytes((50 << 20) - len(PNG))
    answer = send(provider, "/v1/images/edits", ("model", "gpt-image-1"), ("image", picture, "a.png"),
                  ("prompt", "a"), ("image[]", picture[:10 << 20], "b.png"))
    h.expect(answer, 200)
    refused(send(provider, "/v1/images/edits", ("model", "gpt-image-1"), ("image", picture + b"x", "a.png"),
                 ("prompt", "a")), "image", "50MB")
    row, = draw(provider, f"test:picture={20 << 20}")["data"]
    h.equal(len(base64.b64decode(row["b64_json"])), 20 << 20, "20 MB")


h.run()
