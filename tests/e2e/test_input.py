#!/usr/bin/env python3
"""Bad input: a clear error in OpenAI's shape with the right status, and a hub that goes on."""
import socket

import harness as h

LIMIT = 100000  # of a body
CHAT = "/v1/chat/completions"
ASK = h.question("test/test")


def settings(provider):
    return {
        "body_limit": LIMIT,
        "providers": {
            "test": h.Site.row(provider.url),
            "strict": {**h.Site.row(provider.url), "any_model": False},
            "priceless": {"type": "openai-compatible", "base_url": provider.url},
        },
    }


def post(hub, body, **more):
    return hub.call("POST", CHAT, body, **more)


def still_serves(hub):
    h.expect(hub.chat("test/test"), 200, "afterwards")


def expect_no_key(answer, code="invalid_api_key"):
    error = h.expect_error(answer, 401, "authentication_error", code)
    h.equal(answer.header("www-authenticate"), "Bearer", "WWW-Authenticate")
    return error


@h.case()
def keys(hub):
    for path, method in ((CHAT, "POST"), ("/v1/models", "GET"), ("/v1/usage", "GET"),
                         (f"/v1/models/test{hub.slash}x", "GET"), ("/v1/chat/stream", "POST")):
        body = ASK if method == "POST" else None
        expect_no_key(hub.call(method, path, body, key=None))
        wrong = "sk-" + "x" * 48
        error = expect_no_key(hub.call(method, path, body, key=wrong))
        h.require(wrong not in error["message"], "the key is in the message")
        expect_no_key(hub.call(method, path, body, key=""))
        expect_no_key(hub.call(method, path, body, key=hub.key + "x"))
        expect_no_key(hub.call(method, path, body, key=hub.key[:-1]))
        expect_no_key(hub.call(method, path, body, key=hub.key + " " + hub.key))
        expect_no_key(hub.call(method, path, body, key="k" * 4000))
        expect_no_key(hub.call(method, path, body, key="sch\xfcssel"))
    expect_no_key(hub.get("/v1/models", key=None, headers=[("Authorization", "Basic " + hub.key)]))
    expect_no_key(hub.get("/v1/models?Key=" + hub.key, key=None))
    still_serves(hub)


@h.case()
def a_bad_key_hides_everything_else(hub):
    for body in (b"{", h.question("no/such"), {"messages": []}):
        expect_no_key(post(hub, body, key=None))
        expect_no_key(post(hub, body, key="sk-wrong"))


@h.case()
def disabled_and_deleted(hub):
    user = hub.new_user()
    first, second = hub.new_key(user), hub.new_key(user)
    h.expect(post(hub, ASK, key=first["key"]), 200)
    hub.command("key", "disable", str(first["id"]))
    error = expect_no_key(post(hub, ASK, key=first["key"]), "key_disabled")
    h.require("disabled" in error["message"], "message", error)
    expect_no_key(hub.get("/v1/models", key=first["key"]), "key_disabled")
    h.expect(post(hub, ASK, key=second["key"]), 200)
    hub.command("key", "enable", str(first["id"]))
    h.expect(post(hub, ASK, key=first["key"]), 200)
    hub.command("user", "disable", user)
    for key in (first, second):
        expect_no_key(post(hub, ASK, key=key["key"]), ...)
    hub.command("user", "enable", user)
    h.expect(post(hub, ASK, key=second["key"]), 200)
    hub.command("key", "delete", str(second["id"]))
    expect_no_key(post(hub, ASK, key=second["key"]))
    hub.command("user", "delete", user)
    expect_no_key(post(hub, ASK, key=first["key"]), ...)


@h.case()
def no_json(hub):
    for body, place in ((b"", "line 1, column 1"),
                        (b"  \n ", "line 2, column 2"),
                        (b'{"model": "test/test",\n  "messages": [}', "line 2, column 16"),
                        (b'{"model": "test/test"', "line 1, column 22"),
                        (b'{"model": test}', "line 1, column 1"),
                        (b"{'model': 1}", "line 1, column 2"),
                        (b'{"model": "a\nb"}', "line 1, column 13"),
                        (b'{"a": 01}', "line 1"), (b'{"a": 1,}', "line 1"),
                        (b'{"a": "\\x"}', "line 1"), (b'{"a": 1} x', "line 1, column 10"),
                        (b"[1]", ""), (b'"text"', ""), (b"null", ""),
                        (b'\xef\xbb\xbf{"a":1}', "line 1, column 1")):
        h.expect_error(post(hub, body), 400, "invalid_request_error", words=[place])
    still_serves(hub)


@h.case()
def odd_bytes(hub):
    ask = b'{"model":"test/test","messages":[{"role":"user","content":"%s"}]}'
    for text in (b"\xff", b"\xc3", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x00"):
        h.expect_error(post(hub, ask % text), 400, "invalid_request_error", words=["line 1"])
    h.expect(post(hub, ask % "\u20ac\U0001f600\\u0000".encode()), 200)
    h.expect_error(post(hub, ask.replace(b"test/test", b"te\\u0000st") % b"x"), 400, param="model")
    still_serves(hub)


@h.case()
def deep_nesting(hub):
    for opening, closing in (("[", "]"), ('{"a":', "}")):
        deep = opening * 10000 + "1" + closing * 10000
        body = '{"model":"test/test","messages":[{"role":"user","content":"x"}],"x":%s}' % deep
        h.expect_error(post(hub, body.encode()), 400, "invalid_request_error")
        h.expect_error(post(hub, (opening * 15000).encode()), 400, "invalid_request_error")
    still_serves(hub)


@h.case()
def body_over_the_limit(hub):
    for size in (LIMIT + 1, 3 * LIMIT, 30 * LIMIT):
        body = b'{"x":"' + b"y" * (size - 8) + b'"}'
        h.expect_error(post(hub, body), 413, "invalid_request_error", "request_too_large")
        chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
        h.expect_error(post(hub, chunks, headers=[("Transfer-Encoding", "chunked")]), 413)
    fits = h.question("test/test", "z" * (LIMIT - 200))
    h.expect(post(hub, fits), 200)


@h.case()
def members(hub):
    messages = ASK["messages"]
    for body, status, param, code in (
            ({"messages": messages}, 400, "model", ...),
            ({"messages": messages, "model": None}, 400, "model", ...),
            ({"messages": messages, "model": 5}, 400, "model", ...),
            ({"messages": messages, "model": ["test/test"]}, 400, "model", ...),
            ({"messages": messages, "model": ""}, 400, "model", ...),
            ({"messages": messages, "model": "m" * 5000}, 400, "model", ...),
            ({"messages": messages, "model": "strict/unknown"}, 404, "model", "model_not_found"),
            ({"messages": messages, "model": "strict/"}, 404, "model", "model_not_found"),
            ({"messages": messages, "model": "priceless/x"}, 400, "model", "model_without_price"),
            ({"model": "test/test"}, 400, "messages", ...),
            ({"model": "test/test", "messages": None}, 400, "messages", ...),
            ({"model": "test/test", "messages": []}, 400, "messages", ...),
            ({"model": "test/test", "messages": "hello"}, 400, "messages", ...),
            ({"model": "test/test", "messages": {}}, 400, "messages", ...),
            ({"model": "test/test", "messages": ["hello"]}, 400, "messages[0]", ...),
            ({**ASK, "stream": "yes"}, 400, "stream", ...),
            ({**ASK, "stream_options": {"include_usage": True}}, 400, "stream_options", ...),
            ({**ASK, "stream": True, "stream_options": []}, 400, "stream_options", ...),
            ({**ASK, "max_tokens": 0}, 400, "max_tokens", ...),
            ({**ASK, "max_tokens": -5}, 400, "max_tokens", ...),
            ({**ASK, "max_tokens": "100"}, 400, "max_tokens", ...),
            ({**ASK, "max_completion_tokens": 1.5}, 400, "max_completion_tokens", ...),
            ({**ASK, "max_completion_tokens": 10 ** 30}, 400, "max_completion_tokens", ...),
            ({**ASK, "n": 0}, 400, "n", ...)):
        h.expect_error(post(hub, body), status, "invalid_request_error", code, param)
    # What only the provider knows comes from the provider.
    h.expect_error(post(hub, {**ASK, "temperature": 3}), 400, param="temperature")
    still_serves(hub)


@h.case()
def doubled_members(hub):
    ask = '{"model":"test/test","messages":[{"role":"user","content":"x"}],%s}'
    for more, param in (('"model":"strict/x"', "model"), ('"mod\\u0065l":"strict/x"', "model"),
                        ('"messages":[]', "messages"), ('"max_tokens":1,"max_tokens":2',
                                                        "max_tokens")):
        h.expect_error(post(hub, (ask % more).encode()), 400, param=param, words=["twice"])


@h.case()
def wrong_methods(hub):
    for method, path, allow in (("GET", CHAT, "POST"), ("PUT", CHAT, "POST"),
                                ("DELETE", CHAT, "POST"), ("PATCH", "/v1/chat/stream", "POST"),
                                ("POST", "/v1/models", "GET, HEAD"),
                                ("DELETE", "/v1/models/x", "GET, HEAD, POST"),
                                ("POST", "/v1/usage", "GET, HEAD"), ("POST", "/", "GET, HEAD"),
                                ("DELETE", "/healthz", "GET, HEAD")):
        answer = hub.call(method, path, ASK if method in ("POST", "PUT", "PATCH") else None)
        h.expect_error(answer, 405, "invalid_request_error", "method_not_allowed")
        h.equal(answer.header("allow"), f"{allow}, OPTIONS", f"Allow of {path}")
    h.equal(hub.call("HEAD", CHAT).status, 405, "HEAD")


@h.case()
def unknown_paths(hub):
    for path in ("/v1", "/v1/", "/v2/messages", "/v1/chat/completions/x", "/v1/chat",
                 "/nothing", "/v1/Models", "/v1/file", "/.env",
                 "/aihub.json", "/data/aihub.log", "/run/env"):
        h.expect_error(hub.get(path), 404, code="unknown_url")
    h.expect_error(hub.get("/v1/files"), 501, code="api_not_implemented")
    for path in ("/v1/..", "/v1/models/", "//v1//models", "/v1/./models", "/x/../v1/models"):
        h.expect(hub.get(path), 200, path)
    answer = hub.get("/v1/models/%00")
    h.require(400 <= answer.status < 500, "a NUL in the path", answer.status)
    answer = hub.get("/v1/models/%zz")
    h.require(400 <= answer.status < 500, "a bad escape in the path", answer.status)


@h.case()
def content_types(hub):
    body = b'{"model":"test/test","messages":[{"role":"user","content":"x"}]}'
    for type_ in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; "
                  "boundary=x", "application/jsonp", "text/json+x"):
        h.expect_error(post(hub, body, headers=[("Content-Type", type_)]), 415,
                       "invalid_request_error")
    for type_ in ("application/json", "application/json; charset=utf-8", "Application/JSON",
                  "application/json;charset=UTF-8", "application/vnd.api+json"):
        h.expect(post(hub, body, headers=[("Content-Type", type_)]), 200, type_)


@h.case()
def what_the_web_server_refuses(hub):
    """A NUL or far too much in a header: whoever answers says 4xx."""
    for headers in ([("X-Big", "x" * 200000)],
                    [(f"X-Many-{i}", "y" * 1000) for i in range(300)],
                    [("x-api-key", "sk-\0" + "a" * 47)]):
        answer = hub.get("/v1/models", key=None, headers=headers)
        h.require(answer.status is None or 400 <= answer.status < 500, "status", answer.status)
    for query in ("q" * 200000, f"key={hub.key}%00", "key=%zz"):
        answer = hub.get("/v1/models?" + query, key=None)
        h.require(answer.status is None or 400 <= answer.status < 500, "status", answer.status)
    still_serves(hub)


@h.case()
def queries_that_look_like_options(hub):
    """Of a query without "=" some web servers make the arguments of a CGI program."""
    plain = h.expect(hub.get("/healthz", key=None), 200)
    for query in ("--version", "--help", "x", "a+b", "-V", "--listen+127.0.0.1:0",
                  "--config+no/such/file"):
        answer = h.expect(hub.get("/healthz?" + query, key=None), 200, query)
        h.equal(answer.content, plain.content, query)


@h.case()
def big_headers_that_pass(hub):
    answer = hub.get("/v1/models", headers=[("X-Big", "x" * 6000)])
    h.expect(answer, 200)


@h.case()
def truncated_body(hub):
    body = b'{"model":"test/test","messages":['
    before = hub.provider.stats()["requests"]
    for leave in (lambda sock: sock.shutdown(socket.SHUT_WR), lambda sock: sock.close()):
        call = hub.open("POST", CHAT, body, headers=[("Content-Length", "5000")])
        leave(call.sock)
        if call.sock.fileno() >= 0:
            call.finish()
            # mod_fcgid says 500 here without asking anybody.
            h.require(call.status is None or (call.status >= 400 and call.content), "status",
                      call.status, call.content)
    call = hub.open("POST", CHAT, b"40\r\n" + body, headers=[("Transfer-Encoding", "chunked")])
    call.sock.close()
    still_serves(hub)
    h.equal(hub.provider.stats()["requests"], before + 1, "requests at the provider")


@h.case()
def nothing_was_charged(hub):
    """Of all this bad input only what reached the provider is in the ledger."""
    outcomes = {entry["outcome"] for entry in hub.entries()}
    h.require(outcomes <= {"done", "failed"}, "outcomes", outcomes)
    h.equal([user["reserved"] for user in hub.ask("user", "list") if user["reserved"] != "0"], [],
            "reservations")


h.run(settings)
