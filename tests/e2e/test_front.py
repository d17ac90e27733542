#!/usr/bin/env python3
"""The hub's front door: compressed and slow bodies, half requests, web pages, HEAD, and what
stands in the access log afterwards."""
import gzip
import json
import socket
import struct
import threading
import zlib

import harness as h

CHAT = "/v1/chat/completions"
LIMIT = 300000
BODY_TIMEOUT = 1
PAGE = "https://app.example.org"


def settings(provider):
    return {"body_limit": LIMIT, "body_timeout": BODY_TIMEOUT, "access_format": "json",
            "cors": f"http://127.0.0.1:9 {PAGE}"}


def lines(hub):
    return [json.loads(line) for line in (hub.data / "access.log").read_text().splitlines()]


def line_of(hub, answer):
    """The access line of an answer."""
    id_ = answer.header("x-request-id")
    return h.until(lambda: next((line for line in lines(hub) if line["id"] == id_), None),
                   "its access line")


@h.case()
def compressed_bodies(hub):
    ask = json.dumps(h.question("test/test:echo", "compressed " * 2000)).encode()
    for coding, body in (("gzip", gzip.compress(ask)), ("deflate", zlib.compress(ask)),
                         ("GZIP", gzip.compress(ask[:99]) + gzip.compress(ask[99:]))):
        answer = h.expect(hub.call("POST", CHAT, body, headers=[("Content-Encoding", coding)]), 200)
        h.require(b"compressed compressed" in answer.content, coding, answer.content[:200])
    bomb = gzip.compress(b" " * 30_000_000)
    answer = hub.call("POST", CHAT, bomb, headers=[("Content-Encoding", "gzip")])
    h.expect_error(answer, 413, code="request_too_large", words=[str(LIMIT)])
    answer = hub.call("POST", CHAT, ask, headers=[("Content-Encoding", "gzip")])
    h.expect_error(answer, 400, words=["gzip"])
    answer = hub.call("POST", CHAT, ask, headers=[("Content-Encoding", "br")])
    h.expect_error(answer, 415, code="unsupported_content_encoding", words=["br", "zstd"])
    h.equal(answer.header("accept-encoding"), "gzip, deflate, zstd", "Accept-Encoding")


@h.case()
def web_pages(hub):
    ask = [("Origin", PAGE), ("Access-Control-Request-Method", "POST"),
           ("Access-Control-Request-Headers", "authorization,content-type,x-stainless-os")]
    answer = hub.call("OPTIONS", CHAT, headers=ask, key=None)
    h.expect(answer, 204)
    h.equal(answer.content, b"", "body")
    h.equal(answer.header("access-control-allow-origin"), PAGE, "origin")
    h.require("x-stainless-os" in answer.header("access-control-allow-headers"), "headers")
    h.require("POST" in answer.header("access-control-allow-methods"), "methods")
    answer = h.expect(hub.chat("test/test", stream=True, headers=[("Origin", PAGE)]), 200)
    h.equal(answer.header("access-control-allow-origin"), PAGE, "origin of a stream")
    answer = hub.chat("test/test", headers=[("Origin", "https://evil.example")])
    h.equal(answer.header("access-control-allow-origin"), None, "another origin")


@h.case()
def head(hub):
    for path in ("/health", "/v1/models", f"/v1/models/test{hub.slash}x"):
        full = h.expect(hub.get(path), 200)
        answer = h.expect(hub.call("HEAD", path), 200)
        h.equal(answer.content, b"", "body of HEAD")
        length = answer.header("content-length")
        h.require(length in (None, str(len(full.content))), path, "Content-Length", length)


@h.case()
def access_lines(hub):
    answer = h.expect(hub.chat("test/test", headers=[("X-Client-Request-Id", 'mine"\\1'),
                                                     ("User-Agent", "agent/1")]), 200)
    line = line_of(hub, answer)
    h.equal({name: line[name] for name in ("from", "method", "path", "status", "user", "model",
                                           "provider", "outcome", "client_id", "agent")},
            {"from": "127.0.0.1", "method": "POST", "path": CHAT, "status": 200, "user": "admin",
             "model": "test/test", "provider": "test", "outcome": "done",
             "client_id": 'mine"\\1', "agent": "agent/1"}, "members")
    h.equal(line["bytes"], len(answer.content), "bytes")
    entry = hub.entry(answer.header("x-request-id"))
    h.equal((line["cost"], line["prompt_tokens"], line["output_tokens"]),
            (entry["cost"], entry["prompt"], entry["output"]), "as in the ledger")
    h.equal(hub.provider.seen(line["id"])["fields"].get("X-Request-Id"), line["id"],
            "the provider got the same id")
    answer = hub.get("/v1/nothing?key=" + hub.key, key=None)
    h.equal(line_of(hub, answer)["path"], "/v1/nothing", "no query")
    broke = hub.new_key(hub.new_user("--credit", "0"))
    answer = h.expect(hub.chat("test/test", key=broke["key"]), 402)
    line = line_of(hub, answer)
    h.equal((line["error"], line["key"]), ("credit", broke["id"]), "who was refused")


@h.case("lighttpd", "cgi", own=True)
def files_are_put_aside(shape, provider):
    with h.Hub(shape, provider, {"log_mb": 1, "log_keep": 2, "access_format": "combined"}) as hub:
        log = hub.data / "access.log"
        with log.open("ab") as out:
            out.write(b"x" * (1 << 20) + b"\n")
        h.until(lambda: hub.get("/health").status == 200 and log.stat().st_size < 10000,
                "a new file")
        h.require((hub.data / "access.log.1").stat().st_size > 1 << 20, "the old one")
        log.rename(hub.data / "moved")
        h.until(lambda: hub.get("/health").status == 200 and log.exists(), "begun anew")


# What a web server should refuse, and some hand on. Whatever the answer: it is one, nothing gets
# through behind it, and the hub serves on.
ODD = (
    b"POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 50\r\n\r\n{}{}{",
    b"POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n{}{}{",
    b"POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: 0x5\r\n\r\n{}{}{",
    b"POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n{}",
    b"POST %s HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n"
    b"0\r\n\r\n",
    b"POST %s HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    b"POST %s HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
    b"GET %s\x00.txt HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET %s HTTP/1.1\r\nHost: x\r\nX-Api-Key: a\x00b\r\n\r\n",
    b"GET %s HTTP/1.1\r\nHost: x\r\nX-Client-Request-Id: a\x1b[31m\x08b\r\n\r\n",
    b"GET %s HTTP/1.1\r\nHost: x\r\nX-Api-Key: a\rX-Api-Key: b\r\n\r\n",
    b"GET %s HTTP/1.1\r\nHost: x\r\nX Api Key: a\r\n\r\n",
    b"GET %s HTTP/1.1\r\nHost: x\r\n X-Folded: a\r\n\r\n",
    b"GE\x01T %s HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET  %s  HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET %s HTTP/9.9\r\nHost: x\r\n\r\n",
    b"GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n",
)


@h.case()
def odd_requests(hub):
    mark = len(lines(hub))
    for i, request in enumerate(ODD):
        with socket.create_connection(("127.0.0.1", hub.port), timeout=15) as sock:
            path = f"/v1/odd/{i}".encode()
            sock.sendall(request % path)
            sock.shutdown(socket.SHUT_WR)
            answer = b""
            try:
                while data := sock.recv(65536):
                    answer += data
            except ConnectionResetError:
                pass
        h.require(answer[9:10] != b"2", request, "got", answer)
        h.require(answer.count(b"HTTP/1.") <= 1, request, "got several answers", answer)
    h.expect(hub.chat("test/test"), 200)
    seen = [line["path"] for line in lines(hub)[mark:] if line["path"].startswith("/v1/odd/")]
    h.equal(len(seen), len(set(seen)), f"each came once: {seen}")


# On a shared host the error log's level is the host's.
@h.case(*(shape for shape in h.SHAPES if shape != "apache-htaccess"))
def no_key_in_an_error_log(hub):
    """Whether it is stands in the last case of each shape: no secret is in a log."""
    for path in ("/../../../etc/passwd", "/" + "x" * 300 + "/x", "/v1/%zz", "/v1/%00"):
        with socket.create_connection(("127.0.0.1", hub.port), timeout=15) as sock:
            sock.sendall(f"GET {path}?key={hub.key} HTTP/1.0\r\n\r\n".encode())
            while sock.recv(65536):
                pass


@h.case()
def several_keys(hub):
    """One that is meant for somebody else does no harm, wherever it stands."""
    for headers in ([("Authorization", "Bearer not-used"), ("x-api-key", hub.key)],
                    [("Authorization", "Bearer " + hub.key), ("x-api-key", "not-used")],
                    [("x-goog-api-key", hub.key), ("api-key", "not-used")]):
        h.expect(hub.get("/v1/models", key=None, headers=headers), 200)
    both = [("Authorization", "Bearer " + hub.key), ("x-api-key", "sk-" + "x" * 48)]
    h.expect(hub.get("/v1/models", key=None, headers=both), 200)
    h.expect(hub.get("/v1/models", key=None, headers=both[1:]), 401)


# These hand a body on while it comes, but an answer only behind it; the others wait for all of it
# themselves.
@h.case("apache-proxy", "apache-cgi", "apache-htaccess")
def a_body_that_pauses(hub):
    mark = len(lines(hub))
    call = h.Call(hub.port, "POST", CHAT, [("Authorization", "Bearer " + hub.key),
                                           ("Content-Length", "50")], b"{")
    line = h.until(lambda: [line for line in lines(hub)[mark:] if line.get("error") == "request"],
                   "the hub gives it up")[0]  # a call before this one may have its line only now
    h.equal(line["status"], 408, "the access line")
    call.sock.close()
    h.expect(hub.chat("test/test"), 200)


# ---- FastCGI spoken by hand -----------------------------------------------------------------


def record(kind, content):
    return struct.pack(">BBHHBB", 1, kind, 1, len(content), 0, 0) + content


BEGIN = record(1, struct.pack(">HB5x", 1, 0))


def parameters(pairs):
    packed = b"".join(struct.pack(">BB", len(name), len(value)) + name + value
                      for name, value in pairs)
    return record(4, packed) + record(4, b"")


def connect(path):
    sock = socket.socket(socket.AF_UNIX)
    sock.settimeout(30)
    sock.connect(str(path))
    return sock


def post(key, length=b"50"):
    return BEGIN + parameters([(b"REQUEST_METHOD", b"POST"), (b"REQUEST_URI", CHAT.encode()),
                               (b"CONTENT_LENGTH", length), (b"HTTP_X_API_KEY", key.encode())])


def drip(hub):
    """A byte now and then never pauses for long, and is too slow all the same."""
    sock = connect(hub.socket)
    sock.sendall(post(hub.key, b"50000"))
    sock.settimeout(0.1)
    answer = b""
    for _ in range(100):
        try:
            sock.sendall(record(5, b" "))
            answer += sock.recv(65536)
        except TimeoutError:
            continue
        except BrokenPipeError:
            break
        if b"Status: " in answer:
            break
    h.require(b"Status: 408" in answer, "a body that drips:", answer)


@h.case("lighttpd", own=True)
def half_requests(shape, provider):
    """Of these many more than there are threads: others are served meanwhile, and each ends."""
    with h.Bare(provider, {"threads": 16, "body_timeout": BODY_TIMEOUT}) as hub:
        hub.respond()
        hub.key = hub.new_key()["key"]
        halves = [connect(hub.socket) for _ in range(12)]
        for i, sock in enumerate(halves):
            sock.sendall((b"", BEGIN[:3], BEGIN, post(hub.key)[:30])[i % 4])
        h.in_parallel(8, lambda _: h.expect(hub.chat("test/test"), 200))
        bodies = [connect(hub.socket) for _ in range(3)]
        for sock in bodies:
            sock.sendall(post(hub.key) + record(5, b"{"))
        for sock in bodies:
            answer = b""
            while data := sock.recv(65536):
                answer += data
            h.require(b"Status: 408" in answer, "a body that pauses:", answer)
        drip(hub)
        for sock in halves:
            h.equal(sock.recv(100), b"", "a half request ends")
        h.expect(hub.chat("test/test"), 200)


@h.case("lighttpd", own=True)
def kept_connections(shape, provider):
    """A web server that keeps its connections gets one request after the other over each; when
    all threads have one, they are let go so that others are served."""
    get = parameters([(b"REQUEST_METHOD", b"GET"), (b"REQUEST_URI", b"/health")]) + record(5, b"")
    keep = record(1, struct.pack(">HB5x", 1, 1)) + get

    def ask(sock):
        """Whether it was answered: the hub may let a kept connection go between two requests."""
        answer = b""
        try:
            sock.sendall(keep)
            while record(3, bytes(8))[:2] not in answer:  # the end of the request
                data = sock.recv(65536)
                h.require(data or not answer, "closed after", answer)
                if not data:
                    return False
                answer += data
        except (BrokenPipeError, ConnectionResetError):
            h.require(not answer, "reset after", answer)
            return False
        h.require(b"Status: 200" in answer, answer)
        return True

    def smuggle(hub):
        """The body of a request that was refused early is not taken for the next request."""
        sock = connect(hub.socket)
        head = record(1, struct.pack(">HB5x", 1, 1)) + post("", b"200000")[16:]
        sock.sendall(head + keep * 20)
        answer = b""
        try:
            while data := sock.recv(65536):
                answer += data
        except ConnectionResetError:
            pass
        h.equal(answer.count(b"Status: "), 1, "answers")
        h.require(b"Status: 401" in answer, answer)

    with h.Bare(provider, {"threads": 6}) as hub:
        hub.respond()
        hub.key = hub.new_key()["key"]
        smuggle(hub)
        sock, kept = connect(hub.socket), 0
        for _ in range(40):
            if ask(sock):
                kept += 1
            else:
                sock, kept = connect(hub.socket), kept - 1
        h.require(kept > 0, "no connection was kept")
        others = [connect(hub.socket) for _ in range(20)]
        for other in others:
            h.require(ask(other), "a new connection was not answered")
        h.in_parallel(4, lambda _: h.expect(hub.chat("test/test"), 200))


h.run(settings)
