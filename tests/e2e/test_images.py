#!/usr/bin/env python3
"""Pictures: each client's language at each kind of provider, whole and streamed, as data and as links; the files that
are stored for a link; what is refused, and what is charged."""
import base64
import contextlib
import hashlib
import http.server
import json
import os
import re
import signal
import socket
import threading
import time
import urllib.parse
from decimal import Decimal

import harness as h

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
JPEG = b"\xff\xd8\xff\xe0" + bytes(20)
DATA = base64.b64encode(PNG).decode()
DATA_URL = "data:image/png;base64," + DATA
PROMPT = "A lighthouse in the fog"
IMAGES, EDITS, VARIATIONS = "/v1/images/generations", "/v1/images/edits", "/v1/images/variations"
GPT, GEMINI = "test/gpt-image-1", "gemini/gemini-2.5-flash-image"
DAY = 86400


def form(*parts, boundary="a-boundary"):
    """Each part is (name, text), or (name, bytes, filename)."""
    body = b""
    for name, value, *filename in parts:
        more = f'; filename="{filename[0]}"' if filename else ""
        value = value if isinstance(value, bytes) else value.encode()
        body += f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'.encode() + value + b"\r\n"
    return body + f"--{boundary}--\r\n".encode()


def send(hub, path, *parts, key=..., headers=(), timeout=30):
    return hub.call("POST", path, form(*parts), key=key, timeout=timeout,
                    headers=[("Content-Type", "multipart/form-data; boundary=a-boundary"), *headers])


def ask(hub, path=IMAGES, model=GPT, headers=(), **members):
    return hub.call("POST", path, {"model": model, "prompt": PROMPT, **members}, headers=headers)


def good(hub, path=IMAGES, model=GPT, **members):
    return h.expect(ask(hub, path, model, **members), 200, f"{path} {model} {h.shorten(members)}")


def sent(hub, answer):
    """What the provider got."""
    row = hub.provider.seen(answer.header("x-request-id"))
    return row if "parts" in row else json.loads(row["body"])


def picture(data):
    h.equal(data[:8], PNG[:8], "a picture")
    return data


def get(hub, url):
    """A link as a client without a key has it."""
    place = urllib.parse.urlsplit(url)
    return h.Call(place.port, "GET", place.path).finish()


def bytes_of(hub, row):
    """The picture of a row of an answer, whichever way it comes."""
    if row.get("url"):
        answer = h.expect(get(hub, row["url"]), 200, row["url"])
        return picture(answer.content)
    return picture(base64.b64decode(row["b64_json"], validate=True))


def settings(provider, **more):
    google = {**h.Site.row(provider.url.removesuffix("/v1") + "/v1beta"), "type": "gemini-compatible"}
    return {"providers": {"test": h.Site.row(provider.url), "gemini": google}, "fetch_private": True, **more}


def cost(row):
    return Decimal(row["cost"])


# ---- OpenAI's language ------------------------------------------------------------------------


@h.case("lighttpd", name="POST /v1/images/generations: passes where the provider speaks the same, and is charged")
def passes(hub):
    """At a provider that speaks it, too, every byte of the answer is the provider's, and all of the request but the
    model's name."""
    members = {"n": 2, "size": "1536x1024", "quality": "low", "background": "transparent", "output_format": "webp",
               "output_compression": 80, "moderation": "low", "user": "somebody"}
    answer = good(hub, **members)
    h.equal(sent(hub, answer), {"model": "gpt-image-1", "prompt": PROMPT, **members}, "the request")
    h.equal(len(answer.json["data"]), 2, "pictures")
    usage = answer.json["usage"]
    h.equal((usage["output_tokens"], usage["output_tokens_details"]["image_tokens"]), (544, 544), "usage")
    row = hub.entry(answer.header("x-request-id"))
    h.equal((row["outcome"], row["images"], row["output"], row["image_output"]),
            ("done", 2, 544, 544), "the entry")
    h.equal(cost(row), (Decimal(usage["input_tokens"]) + 2 * 544) / 1000000, "cost")
    row, = good(hub, model="test/dall-e-3", style="vivid", quality="hd", size="1792x1024").json["data"]
    h.equal((row["revised_prompt"], bytes_of(hub, row)[:8]), (PROMPT, PNG[:8]), "dall-e-3")


@h.case("lighttpd")
def usual_model(hub):
    answer = hub.call("POST", IMAGES, {"prompt": PROMPT})
    h.equal(sent(hub, answer)["model"], "dall-e-2", "OpenAI's, where nothing is said")
    h.equal(len(answer.json["data"]), 1, "pictures")


def stream(hub, path, body, headers=()):
    call = hub.open("POST", path, body, headers=headers)
    call.head()
    return call


@h.case("lighttpd")
def streams(hub):
    body = {"model": GPT, "prompt": PROMPT, "stream": True, "partial_images": 2}
    call = stream(hub, IMAGES, body)
    events = [(h.data_of(event)) for _, event in call.events()]
    h.equal([json.loads(data)["type"] for data in events],
            ["image_generation.partial_image"] * 2 + ["image_generation.completed"], "events")
    last = json.loads(events[-1])
    picture(base64.b64decode(last["b64_json"]))
    row = hub.entry(call.header("x-request-id"))
    h.equal((row["outcome"], row["images"], row["output"]),
            ("done", 1, last["usage"]["output_tokens"]), "the entry")
    form_ = form(("model", GPT), ("prompt", PROMPT), ("image", PNG, "a.png"), ("stream", "true"), ("partial_images", "1"))
    call = stream(hub, EDITS, form_, [("Content-Type", "multipart/form-data; boundary=a-boundary")])
    h.equal([json.loads(h.data_of(event))["type"] for _, event in call.events()],
            ["image_edit.partial_image", "image_edit.completed"], "events of a change")


@h.case("lighttpd")
def left_streams(hub):
    """Who has seen a picture and leaves before it is done pays for it: nobody says how many tokens it took."""
    call = stream(hub, IMAGES, {"model": GPT + ":gap=600000", "prompt": PROMPT, "stream": True, "partial_images": 2,
                                "size": "1024x1024", "quality": "low"})
    next(call.events())
    call.reset()
    row = hub.entry(call.header("x-request-id"))
    h.equal((row["outcome"], row["images"], row["output"], row["image_output"], row["estimated"]),
            ("aborted", 1, 472, 472, True), "the entry")
    h.equal(cost(row), (Decimal(row["prompt"]) + 2 * 472) / 1000000, "cost")


@h.case("lighttpd")
def broken_streams(hub):
    """What came is charged; the client is told."""
    body = {"prompt": PROMPT, "stream": True, "partial_images": 3}
    for model, last in (("test/gpt:errevent=1", "provider"), ("test/gpt:cleancut=2", "before the answer was complete")):
        call = stream(hub, IMAGES, {"model": model, **body})
        events = [json.loads(h.data_of(event)) for _, event in call.events()]
        h.require("error" in events[-1], model, events[-1])
        row = hub.entry(call.header("x-request-id"))
        h.equal((row["outcome"], row["images"]), ("broken", 1), model)


@h.case("lighttpd", name="POST /v1/images/edits: the files of a form go on as they came")
def edits_by_form(hub):
    """Files go on as they came, in their order; fields too, but for the model's name."""
    other = os.urandom(300000)
    parts = (("image[]", PNG + other, "a.png"), ("prompt", PROMPT), ("model", GPT), ("image[]", JPEG, "b.jpg"),
             ("mask", PNG, "m.png"), ("n", "2"), ("input_fidelity", "high"))
    answer = h.expect(send(hub, EDITS, *parts), 200)
    h.equal([bytes_of(hub, row)[:8] for row in answer.json["data"]], [PNG[:8]] * 2, "pictures")
    got = [(part["name"], part["filename"], part.get("sha256") or part.get("text"), part["length"])
           for part in sent(hub, answer)["parts"]]

    def told(name, value, *filename):
        value = value if isinstance(value, bytes) else value.encode()
        value = b"gpt-image-1" if name == "model" else value
        try:
            text = value.decode() if len(value) <= 200 else None
        except UnicodeDecodeError:
            text = None
        return name, filename[0] if filename else None, text or hashlib.sha256(value).hexdigest(), len(value)

    h.equal(got, [told(*part) for part in parts], "what the provider got")
    row = hub.entry(answer.header("x-request-id"))
    h.equal((row["images"], row["image_input"]), (2, 646), "the entry")
    h.equal(sorted(path.name for path in hub.data.iterdir() if "upload" in path.name or "spool" in path.name), [],
            "files that are left")


@h.case("lighttpd", name="POST /v1/images/edits: JSON with addresses goes on")
def edits_by_json(hub):
    body = {"images": [{"image_url": DATA_URL}, {"image_url": DATA_URL}], "mask": {"image_url": DATA_URL}, "size": "auto"}
    answer = good(hub, EDITS, **body)
    h.equal(sent(hub, answer), {"model": "gpt-image-1", "prompt": PROMPT, **body}, "what the provider got")


@h.case("lighttpd", name="POST /v1/images/variations: a form goes on, and nothing else does")
def variations(hub):
    answer = h.expect(send(hub, VARIATIONS, ("model", "test/dall-e-2"), ("image", PNG, "a.png"), ("n", "2"),
                           ("response_format", "b64_json")), 200)
    h.equal(len([bytes_of(hub, row) for row in answer.json["data"]]), 2, "pictures")
    h.expect_error(hub.call("POST", VARIATIONS, {"model": GPT, "image": DATA}), 415, "invalid_request_error",
                   words=("multipart/form-data",))


@h.case("lighttpd", own=True)
def uploads_are_bounded(shape, provider):
    with h.Hub(shape, provider, settings(provider, upload_limit=100000)) as hub:
        parts = ("model", GPT), ("prompt", PROMPT)
        h.expect(send(hub, EDITS, *parts, ("image", PNG + bytes(90000), "a.png")), 200)
        h.expect_error(send(hub, EDITS, *parts, ("image", PNG + bytes(110000), "a.png")), 413)
        answer = hub.call("POST", EDITS, b"a=b", headers=[("Content-Type", "application/x-www-form-urlencoded")])
        h.expect_error(answer, 415, words=("multipart/form-data", "JSON"))
        h.expect_error(send(hub, EDITS, *parts, ("image", PNG, "a.png"), key="sk-wrong"), 401)
        body = form(*parts, ("image", PNG, "a.png"))
        for cut in range(0, len(body), 7):
            answer = hub.call("POST", EDITS, body[:cut],
                              headers=[("Content-Type", "multipart/form-data; boundary=a-boundary")])
            h.require(answer.status == 400 or cut >= len(body) - 4, cut, answer.status, answer.content)


# ---- how pictures come --------------------------------------------------------------------------


@h.case("lighttpd", own=True)
def as_asked(shape, provider):
    """A link where the provider gives data: the hub stores it. Data where the provider gives a link: it fetches it."""
    with h.Hub(shape, provider, settings(provider)) as hub:
        for model in (GPT, "test/dall-e-3", "test/dall-e-2"):
            answer = good(hub, model=model, response_format="url")
            row, = answer.json["data"]
            h.require("b64_json" not in row, model, row)
            bytes_of(hub, row)
            h.equal("response_format" in sent(hub, answer), model != GPT, f"asked of {model}")
            answer = good(hub, model=model, response_format="b64_json")
            row, = answer.json["data"]
            h.require("url" not in row, model, row)
            bytes_of(hub, row)
        row, = good(hub, model=GEMINI, response_format="url").json["data"]
        bytes_of(hub, row)
        answer = send(hub, EDITS, ("model", GPT), ("response_format", "url"), ("prompt", PROMPT), ("image", PNG, "a.png"))
        bytes_of(hub, h.expect(answer, 200).json["data"][0])
        h.require("response_format" not in [part["name"] for part in sent(hub, answer)["parts"]], "a field too many")
        for path in ("/image/generations", "/api/v2/image"):
            body = {"model": "test/dall-e-2", "prompt": PROMPT}
            wrapped = {"input": {"prompt": PROMPT, "outputFileType": "file", "modelOptions": {"model": "test/dall-e-2"}}}
            answer = hub.call("POST", path, wrapped if path == "/api/v2/image" else {**body, "responseFormat": "base64"})
            row = h.expect(answer, 200).json["images"][0]
            picture(base64.b64decode(row.get("data") or row["b64Json"]))


@h.case("lighttpd", own=True, name="GET /files/{name}: a picture that was stored, for a day, and nothing else")
def stored(shape, provider):
    with h.Hub(shape, provider, settings(provider)) as hub:
        answer = good(hub, response_format="url", output_format="jpeg")
        url = answer.json["data"][0]["url"]
        h.require(re.fullmatch(rf"http://127\.0\.0\.1:{hub.port}/files/[0-9a-f]{{40}}\.jpg", url), url)
        got = h.expect(get(hub, url), 200)
        for name, value in (("content-type", "image/jpeg"), ("x-content-type-options", "nosniff"),
                            ("content-security-policy", "default-src 'none'; sandbox"),
                            ("content-length", str(len(got.content)))):
            h.equal(got.header(name), value, name)
        h.equal(got.content[:3], JPEG[:3], "the picture")
        place = urllib.parse.urlsplit(url).path
        head = h.Call(hub.port, "HEAD", place)
        head.head()
        h.equal((head.status, head.header("content-length")), (200, str(len(got.content))), "HEAD")
        name = place.rpartition("/")[2]
        other = ("0" if name[0] != "0" else "1") + name[1:]
        for path in (f"/files/{other}", f"/files/{name[:-4]}.png", "/files/", f"/files/{name}.part", "/files/.lock",
                     "/files/..%2faihub.json", "/files/../aihub.json", f"/files/x/{name}"):
            h.expect(h.Call(hub.port, "GET", path).finish(), 404, path)
        h.expect(h.Call(hub.port, "POST", place, [("Content-Length", "0")]).finish(), 405, "POST")
        file = hub.data / "files" / name
        h.equal(file.stat().st_mode & 0o777, 0o600, "mode")
        old = time.time() - DAY - 10
        os.utime(file, (old, old))
        h.expect(get(hub, url), 404, "a day later")


@h.case("lighttpd", own=True)
def stored_ends(shape, provider):
    """Whose time is over is removed; where there is no room, the oldest go; what is larger than all is refused."""
    with h.Hub(shape, provider, settings(provider, file_mb=1, file_days=2)) as hub:
        first, second, third = (good(hub, model="test/gpt:picture=400000").header("x-request-id") and
                                good(hub, model="test/gpt-image-1:picture=400000", response_format="url").json["data"][0]["url"]
                                for _ in range(3))
        h.expect(get(hub, first), 404, "the oldest")
        for url in (second, third):
            h.expect(get(hub, url), 200, url)
        h.expect_error(ask(hub, model="test/gpt-image-1:picture=1100000", response_format="url"), 503, words=("file_mb",))
        h.require("file_mb" in hub.log(), "the log")
        together = {"model": "test/gpt-image-1:picture=400000", "n": 3, "response_format": "url"}
        h.expect_error(ask(hub, **together), 503, words=("file_mb",))
        h.equal(sorted(path.suffix for path in (hub.data / "files").iterdir() if path.suffix), [".png"] * 2, "files")
        file = hub.data / "files" / second.rpartition("/")[2]
        old = time.time() - 2 * DAY - 10
        os.utime(file, (old, old))
        for pid in h.processes_of(hub.run_dir):
            with contextlib.suppress(OSError):
                if os.readlink(f"/proc/{pid}/exe") == str(hub.program):
                    os.kill(pid, signal.SIGTERM)
        h.until(lambda: hub.get("/readyz").status == 200 and not file.exists(), "it is removed")
        h.expect(get(hub, third), 200, "the other")


@h.case("lighttpd")
def stored_behind_tls(hub):
    for value, scheme in (("https", "https"), ("http", "http")):
        url = h.expect(ask(hub, response_format="url", headers=[("X-Forwarded-Proto", value)]), 200).json["data"][0]["url"]
        h.require(url.startswith(f"{scheme}://127.0.0.1:"), url)


@h.case("lighttpd", own=True)
def stored_below_a_path(shape, provider):
    with h.Bare(provider, settings(provider), mount="/ai") as hub:
        hub.base = "/ai"
        hub.respond()
        hub.key = hub.new_key()["key"]
        for path in (IMAGES, "/aigne/image/generations"):
            answer = h.expect(hub.call("POST", path, {"model": GPT, "prompt": PROMPT, "response_format": "url"}), 200)
            url = answer.json["data"][0]["url"]
            h.require(f":{hub.port}/ai/files/" in url, url)
            h.expect(get(hub, url), 200, url)


@h.case("lighttpd", own=True)
def stored_with_address(shape, provider):
    with h.Hub(shape, provider, settings(provider, url="https://ai.example.org/hub/")) as hub:
        url = good(hub, response_format="url").json["data"][0]["url"]
        h.require(url.startswith("https://ai.example.org/hub/files/"), url)
        h.expect(h.Call(hub.port, "GET", "/files/" + url.rpartition("/")[2]).finish(), 200)


class Links(http.server.BaseHTTPRequestHandler):
    """A provider that does not care how a picture is wanted."""

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        if self.server.answer == "links":
            data = [{"url": f"http://127.0.0.1:{self.server.server_port}{self.server.page}"}]
        else:
            data = [{"b64_json": self.server.answer}]
        self.reply("application/json", json.dumps({"created": 1, "data": data}).encode())

    def do_GET(self):
        self.server.fields.append({name.lower() for name, _ in self.headers.items()})
        if self.path == "/held":
            self.server.gate.wait(60)
        if self.path in ("/picture", "/held"):
            self.reply("application/octet-stream", PNG + bytes(range(256)) * 600)
        else:
            self.reply("text/html", b"<html></html>")

    def reply(self, kind, body):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


@contextlib.contextmanager
def links():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Links)
    server.answer, server.page, server.fields, server.gate = "links", "/picture", [], threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def at_links(server, **more):
    return {"providers": {"test": h.Site.row(f"http://127.0.0.1:{server.server_port}/v1")}, **more}


@h.case("lighttpd", own=True)
def brought(shape, provider):
    """Data is wanted, and the provider gives links: they are fetched under the rules for what is fetched."""
    with links() as server, h.Hub(shape, provider, at_links(server, fetch_private=True, answer_limit=200000)) as hub:
        for members in ({"response_format": "b64_json"}, {"stream": True}):
            answer = ask(hub, **members)
            body = h.expect(answer, 200).json if "stream" not in members else json.loads(h.data_of(answer.content.strip()))
            data = body["data"][0]["b64_json"] if "data" in body else body["b64_json"]
            h.equal(base64.b64decode(data, validate=True), PNG + bytes(range(256)) * 600, "the picture")
        h.equal([fields & {"authorization", "x-request-id"} for fields in server.fields], [set()] * 2, "what went along")
        h.require("url" in good(hub).json["data"][0], "as it comes")
        server.page = "/page"
        answer = ask(hub, response_format="b64_json")
        h.expect_error(answer, 502, words=("no picture",))
        row = next(row for row in hub.entries() if row["outcome"] == "failed")
        h.equal((row["images"], cost(row)), (0, 0), "what does not arrive is not charged")
        for server.answer in ("QUJD", "iVBORw0KGgo!!!!!"):
            h.expect_error(ask(hub, response_format="url"), 502)
            h.expect(ask(hub, response_format="b64_json"), 200)
        h.equal([path for path in (hub.data / "files").iterdir() if path.name != ".lock"], [], "files that are left")
    with links() as server, h.Hub(shape, provider, at_links(server)) as hub:
        h.expect_error(ask(hub, response_format="b64_json"), 502, words=("not public",))
        h.equal(server.fields, [], "what was asked for")
    with links() as server, h.Hub(shape, provider, at_links(server, fetch_private=True, answer_limit=100000)) as hub:
        h.expect_error(ask(hub, response_format="b64_json"), 502, words=("larger",))


@h.case("lighttpd", own=True)
def fetched_in_bounds(shape, provider):
    """What is fetched is on the account of long bodies from the beginning, and what it does not take is given back."""
    bounds = {"body_limit": 1000000, "body_memory": 3100000}
    with links() as server, h.Hub(shape, provider, settings(provider, **bounds), procs=1) as hub:
        def edit(path, times=1):
            url = f"http://127.0.0.1:{server.server_port}{path}"
            return ask(hub, EDITS, GEMINI, images=[{"image_url": url}] * times)

        held = []
        waiting = [threading.Thread(target=lambda: held.append(edit("/held").status)) for _ in range(2)]
        for thread in waiting:
            thread.start()
        h.until(lambda: len(server.fields) == 2, "two are being fetched")
        h.expect_error(edit("/picture"), 503, words=("no memory",))
        server.gate.set()
        for thread in waiting:
            thread.join()
        h.equal(held, [200, 200], "those that had come first")
        h.expect(edit("/picture", 5), 200)


@h.case("lighttpd", own=True)
def no_address(shape, provider):
    """Who does not say where the hub is gets no link to it, unless the hub knows that itself; no provider is asked."""
    def old(hub, **members):
        body = json.dumps({"model": GPT, "prompt": PROMPT, **members}).encode()
        head = (f"POST {IMAGES} HTTP/1.0\r\nAuthorization: Bearer {hub.key}\r\nContent-Type: application/json\r\n"
                f"Content-Length: {len(body)}\r\n\r\n")
        with socket.create_connection(("127.0.0.1", hub.port), timeout=30) as sock:
            sock.sendall(head.encode() + body)
            answer = b"".join(iter(lambda: sock.recv(65536), b""))
        return int(answer.split()[1]), answer

    with h.Hub(shape, provider, settings(provider)) as hub:
        status, answer = old(hub, response_format="url")
        h.require(status == 400 and b"address" in answer, answer)
        h.equal(hub.entries(), [], "calls")
        status, answer = old(hub)
        h.equal(status, 200, "data")
    with h.Hub(shape, provider, settings(provider, url="https://hub.example")) as hub:
        status, answer = old(hub, response_format="url")
        h.require(status == 200 and b"https://hub.example/files/" in answer, answer)


@h.case("lighttpd", own=True)
def no_place(shape, provider):
    """Where nothing can be stored, the client is told, and pays nothing; data is still there."""
    with h.Hub(shape, provider, settings(provider)) as hub:
        good(hub)
        (hub.data / "files").write_text("")
        h.expect_error(ask(hub, response_format="url"), 503, words=("cannot be stored",))
        row = next(row for row in hub.entries() if row["outcome"] == "failed")
        h.equal(cost(row), 0, "cost")
        h.require("a picture of the call" in hub.log(), "the log")
        good(hub, response_format="b64_json")


# ---- other languages ------------------------------------------------------------------------------


@h.case("lighttpd", own=True, name="POST /v1/images/generations: Gemini's models answer as OpenAI's do, streamed, too")
def gemini(shape, provider):
    """Gemini's models for OpenAI's clients."""
    with h.Hub(shape, provider, settings(provider)) as hub:
        answer = good(hub, model=GEMINI, size="1344x768")
        h.equal(sent(hub, answer), {
            "contents": [{"role": "user", "parts": [{"text": PROMPT}]}],
            "generationConfig": {"responseModalities": ["TEXT", "IMAGE"], "imageConfig": {"aspectRatio": "16:9"}}},
            "the request")
        body = answer.json
        bytes_of(hub, body["data"][0])
        h.equal(body["usage"]["output_tokens_details"]["image_tokens"], 1290, "usage")
        row = hub.entry(answer.header("x-request-id"))
        h.equal((row["provider"], row["images"], row["image_output"]), ("gemini", 1, 1290), "the entry")
        h.require(not answer.header("x-aihub-dropped"), answer.header("x-aihub-dropped"))
        answer = good(hub, model=GEMINI, size="1792x1024", quality="high", style="vivid", background="opaque")
        h.equal(answer.header("x-aihub-dropped"), "size, quality, style", "dropped")
        h.equal(sent(hub, answer)["generationConfig"]["imageConfig"], {"aspectRatio": "16:9"}, "near enough")
        h.expect_error(ask(hub, model=GEMINI, quality="high", headers=[("x-aihub-strict", "1")]), 400, words=("quality",))
        h.expect_error(ask(hub, model=GEMINI, n=2), 400, param="n")
        h.expect_error(ask(hub, model=GEMINI, size="100x1000"), 400, param="size")
        answer = ask(hub, model=GEMINI + ":blocked")
        h.expect_error(answer, 400, code="content_policy_violation", param="prompt")
        row = hub.entry(answer.header("x-request-id"))
        h.equal((row["outcome"], row["images"], row["output"]), ("broken", 0, 0), "the entry of what was refused")
        h.require(row["prompt"] > 0 and cost(row) > 0, "Google takes money for what it read", row)
        h.expect_error(ask(hub, model="gemini/imagen-4.0-generate-001"), 400, param="model")
        call = stream(hub, IMAGES, {"model": GEMINI, "prompt": PROMPT, "stream": True, "partial_images": 1})
        events = [json.loads(h.data_of(event)) for _, event in call.events()]
        h.equal([event["type"] for event in events], ["image_generation.completed"], "events")
        picture(base64.b64decode(events[0]["b64_json"]))
        h.equal(events[0]["usage"]["output_tokens_details"]["image_tokens"], 1290, "usage of the stream")
        h.equal(call.header("x-aihub-dropped"), "partial_images", "dropped")


@h.case("lighttpd", own=True)
def gemini_edits(shape, provider):
    with h.Hub(shape, provider, settings(provider)) as hub:
        large = PNG + os.urandom(200001)
        answer = h.expect(send(hub, EDITS, ("model", GEMINI), ("prompt", PROMPT), ("image[]", large, "a.png"),
                               ("image[]", JPEG, "b.jpg")), 200)
        parts = sent(hub, answer)["contents"][0]["parts"]
        h.equal([part.get("inlineData") for part in parts],
                [None, {"mimeType": "image/png", "data": base64.b64encode(large).decode()},
                 {"mimeType": "image/jpeg", "data": base64.b64encode(JPEG).decode()}], "pictures")
        bytes_of(hub, answer.json["data"][0])
        answer = good(hub, EDITS, GEMINI, images=[{"image_url": DATA_URL}])
        h.equal(sent(hub, answer)["contents"][0]["parts"][1],
                {"inlineData": {"mimeType": "image/png", "data": DATA}}, "of JSON")
        url = good(hub, response_format="url").json["data"][0]["url"]
        answer = good(hub, EDITS, GEMINI, images=[{"image_url": url}])
        h.equal(base64.b64decode(sent(hub, answer)["contents"][0]["parts"][1]["inlineData"]["data"]),
                get(hub, url).content, "by its URL")
        h.expect_error(ask(hub, EDITS, GEMINI, images=[{"image_url": f"http://127.0.0.1:{hub.port}/health"}]), 400,
                       param="images[0].image_url", words=("picture",))
        h.expect_error(ask(hub, EDITS, GEMINI, images=[{"image_url": DATA_URL}], mask={"image_url": DATA_URL}), 400,
                       param="mask.image_url")
        h.expect_error(send(hub, VARIATIONS, ("model", GEMINI), ("image", PNG, "a.png")), 400, param="model",
                       code="model_not_for_images")


@h.case("lighttpd", own=True)
def indox(shape, provider):
    with h.Hub(shape, provider, settings(provider)) as hub:
        for path in ("/images/generations", "/api/v1/images/generations", "/indox/api/v1/images/generations"):
            body = {"prompt": PROMPT, "provider": "test", "model": "dall-e-3", "size": "1024x1024", "n": 1,
                    "additional_params": {"quality": "standard", "style": "vivid"}}
            answer = h.expect(hub.call("POST", path, body), 200, path)
            h.equal(sent(hub, answer), {"model": "dall-e-3", "prompt": PROMPT, "size": "1024x1024",
                                        "quality": "standard", "style": "vivid"}, "the request")
            got = answer.json
            h.equal((got["provider"], got["model"], got["success"], got["message"]),
                    ("test", "dall-e-3", True, "Successfully generated image"), path)
            row, = got["data"]
            h.equal((row["b64_json"], row["revised_prompt"]), (None, PROMPT), "the picture")
            bytes_of(hub, row)
            h.equal(sorted(got["usage"])[:3], ["cache_read_tokens", "cache_write_tokens", "cost"], "usage")
        got = hub.call("POST", path, {"prompt": PROMPT, "model": GEMINI, "additional_params": {}}).json
        h.equal(got["data"][0]["url"], None, "data")
        bytes_of(hub, got["data"][0])
        got = hub.call("POST", path, {"prompt": PROMPT, "model": GPT, "additional_params": {"response_format": "url",
                                                                                         "quality": "hd"}})
        h.equal((got.json["data"][0]["b64_json"], sent(hub, got)["quality"]), (None, "high"), "a link")
        bytes_of(hub, got.json["data"][0])
        for members, param in (({"prompt": ""}, "prompt"), ({"n": 11}, "n"), ({"additional_params": {"size": "1x1"}},
                                                                            "additional_params.size"),
                               ({"size": "1024x1024", "additional_params": {"size": "auto"}}, "additional_params.size"),
                               ({"stream": True}, "stream"), ({"byok_api_key": "sk"}, "byok_api_key")):
            got = hub.call("POST", path, {"prompt": PROMPT, "model": "test/dall-e-3", "additional_params": {}, **members})
            h.equal((got.status, got.json["details"].get("param")), (400, param), members)


@h.case("lighttpd", own=True)
def aigne(shape, provider):
    with h.Hub(shape, provider, settings(provider)) as hub:
        for path in ("/image/generations", "/images/generations", "/api/image/generations", "/api/images/generations",
                     "/api/v1/image/generations", "/api/v1/images/generations", "/api/v2/image/generations",
                     "/api/v2/images/generations", "/api/v2/image", "/api/v2/images", "/aigne/api/v2/image/generations",
                     "/aigne/api/v1/images/generations", "/aigne/images/generations"):
            answer = good(hub, path, n=2)
            got = answer.json
            h.equal((got["model"], got["modelWithProvider"], len(got["images"])), ("gpt-image-1", GPT, 2), path)
            for one, other in zip(got["images"], got["data"]):
                h.equal(one["b64Json"], other["b64_json"], "spellings")
                bytes_of(hub, one)
            h.require(got["created"] and got["usage"]["aigneHubCredits"] > 0, got["usage"])
        answer = good(hub, path, model="aignehub/test/dall-e-3", size="1792x1024", quality="hd", style="vivid",
                      responseFormat="url")
        h.equal(sent(hub, answer), {"model": "dall-e-3", "prompt": PROMPT, "size": "1792x1024", "quality": "hd",
                                    "style": "vivid", "response_format": "url"}, "the request")
        h.require(answer.json["images"][0]["url"] == answer.json["data"][0]["url"], "links")
        url = good(hub, path, outputFileType="url").json["images"][0]["url"]
        for image in (DATA_URL, [DATA_URL, DATA], url, [url]):
            answer = good(hub, path, image=image)
            parts = sent(hub, answer)["parts"]
            name = "image[]" if isinstance(image, list) and len(image) > 1 else "image"
            count = len(image) if isinstance(image, list) else 1
            h.equal([part["name"] for part in parts], ["model", "prompt"] + [name] * count, "fields")
            bytes_of(hub, answer.json["images"][0])
            answer = good(hub, path, GEMINI, image=image)
            h.equal(len(sent(hub, answer)["contents"][0]["parts"]), 1 + count, "parts")
        for members, param in (({"prompt": None}, "prompt"), ({"image": "no"}, "image"), ({"image": [DATA, 1]}, "image[1]"),
                               ({"n": 0}, "n"), ({"size": "big"}, "size"), ({"stream": True}, "stream"),
                               ({"responseFormat": "tiff"}, "responseFormat"), ({"outputFileType": "x"}, "outputFileType"),
                               ({"mask": DATA}, "mask")):
            got = hub.call("POST", path, {"model": GPT, "prompt": PROMPT, **members})
            h.equal((got.status, got.json["error"]["param"]), (400, param), members)


@h.case("lighttpd", own=True)
def framework(shape, provider):
    with h.Hub(shape, provider, settings(provider)) as hub:
        for path in ("/api/v2/image", "/api/v2/images", "/aigne/api/v2/image"):
            answer = h.expect(hub.call("POST", path, {"input": {
                "prompt": PROMPT, "n": 2, "modelOptions": {"model": GPT, "quality": "low"}}}), 200, path)
            h.equal(sent(hub, answer), {"model": "gpt-image-1", "prompt": PROMPT, "n": 2, "quality": "low"}, "the request")
            got = answer.json
            h.equal((got["model"], got["modelWithProvider"]), ("gpt-image-1", GPT), "the model")
            h.equal([(row["type"], row["mimeType"], row["filename"]) for row in got["images"]],
                    [("file", "image/png", "image-1.png"), ("file", "image/png", "image-2.png")], "files")
            picture(base64.b64decode(got["images"][0]["data"]))
            h.equal(got["usage"]["outputTokens"], 544, "usage")
        got = hub.call("POST", path, {"input": {"prompt": PROMPT, "outputFileType": "url",
                                                "modelOptions": {"model": GEMINI}}}).json["images"][0]
        h.equal((got["type"], got["mimeType"], got["filename"]), ("url", "image/png", got["url"].rpartition("/")[2]), "a link")
        bytes_of(hub, got)
        images = [DATA, {"type": "file", "data": DATA, "mimeType": "image/png"}, {"type": "url", "url": got["url"]}]
        answer = h.expect(hub.call("POST", path, {"input": {
            "prompt": PROMPT, "image": images, "modelOptions": {"model": GEMINI}}}), 200)
        h.equal(len(sent(hub, answer)["contents"][0]["parts"]), 4, "parts")
        for members, param in (({"prompt": None}, "input.prompt"), ({"image": ["no"]}, "input.image[0]"),
                               ({"image": [DATA, {"type": "file", "data": "no!"}]}, "input.image[1].data"),
                               ({"image": {"type": "local", "path": "/etc/passwd"}}, "input.image.type"),
                               ({"outputFileType": "local"}, "input.outputFileType"), ({"n": "1"}, "input.n"),
                               ({"modelOptions": {"model": "test/dall-e-3", "size": "1x1"}}, "input.modelOptions.size")):
            body = {"input": {"prompt": PROMPT, "modelOptions": {"model": GPT}, **members}}
            got = hub.call("POST", path, body)
            h.equal((got.status, got.json["error"]["param"]), (400, param), members)


# ---- what is refused ----------------------------------------------------------------------------


@h.case("lighttpd")
def refused(hub):
    for model, members, param in (
            (GPT, {"prompt": ""}, "prompt"), (GPT, {"prompt": None}, "prompt"), (GPT, {"prompt": 1}, "prompt"),
            (GPT, {"n": 0}, "n"), (GPT, {"n": 11}, "n"), (GPT, {"n": "1"}, "n"), ("test/dall-e-3", {"n": 2}, "n"),
            (GPT, {"size": "256x256"}, "size"), ("test/dall-e-2", {"size": "1792x1024"}, "size"),
            ("test/dall-e-3", {"size": "512x512"}, "size"), ("test/gpt-image-2", {"size": "wide"}, "size"),
            (GPT, {"quality": "hd"}, "quality"), ("test/dall-e-3", {"quality": "low"}, "quality"),
            ("test/dall-e-2", {"quality": "hd"}, "quality"), (GPT, {"background": "red"}, "background"),
            (GPT, {"background": "transparent", "output_format": "jpeg"}, "background"),
            (GPT, {"output_format": "gif"}, "output_format"), (GPT, {"output_compression": 101}, "output_compression"),
            (GPT, {"moderation": "none"}, "moderation"), (GPT, {"response_format": "file"}, "response_format"),
            (GPT, {"partial_images": 4}, "partial_images"), ("test/dall-e-3", {"style": "dull"}, "style"),
            (GPT, {"stream": True, "response_format": "url"}, "response_format"), (GPT, {"stream": 1}, "stream")):
        for path in (IMAGES, "/v1beta/openai/images/generations"):
            h.expect_error(ask(hub, path, model, **members), 400, "invalid_request_error", param=param)
    url = {"image_url": DATA_URL}
    for members, param in (({}, "images"), ({"images": []}, "images"), ({"images": [{}]}, "images[0].image_url"),
                           ({"images": [{"file_id": "file-1"}]}, "images[0].file_id"), ({"images": [url] * 17}, "images[16].image_url"),
                           ({"images": [{"image_url": "data:image/png;base64,aGVsbG8="}]}, "images[0].image_url"),
                           ({"images": [url], "mask": {"image_url": "ftp://x"}}, "mask.image_url"),
                           ({"images": [url], "input_fidelity": "some"}, "input_fidelity")):
        h.expect_error(ask(hub, EDITS, **members), 400, "invalid_request_error", param=param)
    model, prompt, image = ("model", GPT), ("prompt", PROMPT), ("image", PNG, "a.png")
    for parts, param in (((model, prompt), "image"), ((model, image), "prompt"), ((model, prompt, ("image", "x")), "image"),
                         ((model, prompt, ("image", b"%PDF-1.4", "a.pdf")), "image"),
                         ((model, prompt, image, ("image[]", b"text", "b.png")), "image[1]"),
                         ((model, prompt, image, ("mask", b"", "m.png")), "mask"),
                         ((model, prompt, image, ("n", "many")), "n"), ((model, prompt, image, ("n", "01")), "n"),
                         ((model, prompt, prompt, image), "prompt"), ((model, prompt, image, ("stream", "yes")), "stream"),
                         ((model, prompt, image, ("size", "1x1")), "size"), ((("model", ""), prompt, image), "model")):
        h.expect_error(send(hub, EDITS, *parts), 400, "invalid_request_error", param=param)
    h.expect_error(send(hub, VARIATIONS, ("model", "test/dall-e-2")), 400, param="image")
    h.expect_error(send(hub, VARIATIONS, ("model", "test/dall-e-2"), ("image[]", PNG, "a"), ("image[]", PNG, "b")), 400,
                   param="image")


@h.case("lighttpd")
def failing_providers(hub):
    for option, status in (("status=429", 429), ("status=500", 500), ("html", 502)):
        answer = ask(hub, model=f"test/gpt:{option}")
        h.equal(answer.status, status, option)
    row = hub.entry(answer.header("x-request-id"))
    h.equal((row["outcome"], cost(row)), ("failed", 0), "the entry")


if __name__ == "__main__":
    h.run(settings)
