#!/usr/bin/env python3
"""Images by URL for a provider that does not fetch them: only what may be fetched is, and it arrives inline. Who
may end a call ends its fetches."""
import base64
import contextlib
import http.server
import json
import signal
import socket
import threading
import time

import harness as h

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
LARGE = 21 << 20  # bytes, more than the hub takes
FETCHING = 10     # seconds that the hub gives to all fetches of a call


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/here":
            self.send_response(302)
            self.send_header("Location", "/picture")
            self.end_headers()
        elif self.path == "/round":
            self.send_response(302)
            self.send_header("Location", "/round")
            self.end_headers()
        elif self.path == "/file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()
        elif self.path in ("/picture", "/page", "/large"):
            body = {"/picture": PNG, "/page": b"<html></html>", "/large": bytes(LARGE)}[self.path]
            self.send_response(200)
            self.send_header("Content-Type", "text/html" if self.path == "/page" else "image/jpeg")
            self.end_headers()
            with contextlib.suppress(OSError):
                self.wfile.write(body)
        elif self.path.startswith("/after/"):
            time.sleep(float(self.path.removeprefix("/after/")))
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            with contextlib.suppress(OSError):
                self.wfile.write(PNG)
        elif self.path == "/endless":
            self.server.begun.set()
            self.connection.recv(1)  # until the hub closes it
            self.server.left.set()
        else:
            self.send_error(404)
        self.server.asked.append((self.path, dict(self.headers)))

    def log_message(self, *words):
        pass


@contextlib.contextmanager
def pages():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.asked, server.begun, server.left = [], threading.Event(), threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def begin(hub, *urls, **more):
    content = [{"type": "image_url", "image_url": {"url": url}} for url in urls]
    return hub.open("POST", "/v1/chat/completions", {
        "model": "gemini/test", "messages": [{"role": "user", "content": content}], **more})


def ask(hub, *urls):
    return begin(hub, *urls).finish()


def settings(provider, private):
    row = {**h.Site.row(provider.url.removesuffix("/v1") + "/v1beta"), "type": "gemini-compatible"}
    return {"providers": {"gemini": row}, "fetch_private": private}


@h.case("lighttpd", own=True)
def public_only(shape, provider):
    """Without leave nothing on this machine is even connected to, whatever it is called."""
    with pages() as (server, url), h.Hub(shape, provider, settings(provider, False)) as hub:
        port = server.server_port
        for place in (url, f"http://localhost:{port}", f"http://[::ffff:127.0.0.1]:{port}",
                      f"http://0x7f.1:{port}", f"http://2130706433:{port}"):
            h.expect_error(ask(hub, f"{place}/picture"), 400, "invalid_request_error",
                           param="messages[].content[].image_url", words=("not public",))
        h.equal(server.asked, [], "what was asked for")
        h.require(all(row["faults"] == 0 for row in hub.ask("check", "--ledger")), "faults of the ledger")


@h.case("lighttpd", own=True)
def with_leave(shape, provider):
    with pages() as (server, url), h.Hub(shape, provider, settings(provider, True)) as hub:
        for page in ("/picture", "/here"):
            answer = h.expect(ask(hub, url + page), 200)
            body = json.loads(hub.provider.seen(answer.header("x-request-id"))["body"])
            h.equal(body["contents"][0]["parts"], [{"inlineData": {
                "mimeType": "image/png", "data": base64.b64encode(PNG).decode()}}], "what the provider got")
        sent = {name.lower() for _, fields in server.asked for name in fields}
        h.equal(sent & {"authorization", "cookie", "x-request-id", "x-goog-api-key"}, set(), "what went along")
        for page, word in (("/nothing", "404"), ("/page", "text/html"), ("/round", "fetched"),
                           ("/file", "fetched"), ("/large", "larger")):
            h.expect_error(ask(hub, url + page), 400, "invalid_request_error",
                           param="messages[].content[].image_url", words=(word,))


@h.case("lighttpd", own=True)
def servers_of_ones_own(shape, provider):
    """Ollama and LM Studio take images, but only as data; llama.cpp fetches them itself."""
    rows = {kind: {"type": kind, "base_url": provider.url, "key": "file:provider.key"}
            for kind in ("ollama", "lmstudio", "llamacpp")}
    with pages() as (_, url), h.Hub(shape, provider, {"providers": rows, "fetch_private": True}) as hub:
        for kind in rows:
            place = url + "/picture"
            answer = h.expect(hub.call("POST", "/v1/messages", {
                "model": kind + "/test", "max_tokens": 100, "messages": [{"role": "user", "content": [
                    {"type": "image", "source": {"type": "url", "url": place}}]}]}), 200)
            body = json.loads(hub.provider.seen(answer.header("request-id"))["body"])
            data = "data:image/png;base64," + base64.b64encode(PNG).decode()
            h.equal(body["messages"][0]["content"][0]["image_url"]["url"],
                    place if kind == "llamacpp" else data, f"what {kind} got")


@h.case("lighttpd", own=True)
def nobody_there(shape, provider):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with h.Hub(shape, provider, settings(provider, True)) as hub:
        h.expect_error(ask(hub, f"http://127.0.0.1:{port}/"), 400, "invalid_request_error")
        h.expect_error(ask(hub, "http://nowhere.invalid/"), 400, "invalid_request_error")
        for address in ("169.254.169.254", "[fe80::1]", "[::ffff:169.254.169.254]",
                        "[64:ff9b::169.254.169.254]", "[fd00:ec2::254]"):
            h.expect_error(ask(hub, f"http://{address}/"), 400, "invalid_request_error", words=("not public",))


@h.case("lighttpd", own=True)
def one_deadline(shape, provider):
    """The time is for all of them: a picture that comes in less than a second comes too late behind one that
    took nearly all of it."""
    with pages() as (_, url), h.Hub(shape, provider, settings(provider, True)) as hub:
        h.expect_error(ask(hub, f"{url}/after/{FETCHING - 0.4}", *[f"{url}/after/0.8"] * 3), 400,
                       "invalid_request_error", param="messages[].content[].image_url", words=("in time",))
        is_free(hub)


def is_free(hub):
    """The call, which nobody but the hub saw, costs nothing."""
    entry, = h.until(lambda: hub.entries(), "the entry")
    h.equal((entry["outcome"], entry["cost"]), ("failed", "0"), "the entry")
    hub.check_ledger()


@h.case("nginx", own=True)
def client_leaves(shape, provider):
    """nginx tells the hub at once."""
    for stream in (False, True):
        with pages() as (server, url), h.Hub(shape, provider, settings(provider, True)) as hub:
            call = begin(hub, url + "/endless", stream=stream)
            h.require(server.begun.wait(10), "nothing is fetched")
            start = time.monotonic()
            call.reset()
            h.require(server.left.wait(FETCHING), "the fetch goes on")
            h.require(time.monotonic() - start < FETCHING / 2, "it went on for", time.monotonic() - start, "s")
            is_free(hub)


@h.case("lighttpd-socket", own=True)
def hub_stops(_, provider):
    with pages() as (server, url), h.Bare(provider, {**settings(provider, True), "drain_seconds": 1}) as hub:
        responder = hub.respond()
        hub.key = hub.new_key()["key"]
        call = begin(hub, url + "/endless")
        h.require(server.begun.wait(10), "nothing is fetched")
        start = time.monotonic()
        responder.send_signal(signal.SIGTERM)
        h.equal(responder.wait(20), 0, "exit status")
        h.require(time.monotonic() - start < FETCHING / 2, "it went on for", time.monotonic() - start, "s")
        h.expect_error(call.finish(), 503, "api_error", "unavailable", param=None)
        h.require(server.left.wait(10), "the fetch goes on")
        is_free(hub)


h.run()
