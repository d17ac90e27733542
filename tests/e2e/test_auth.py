#!/usr/bin/env python3
"""Users log in through real web servers, and their tokens work wherever a key works, until they
end, in all processes at once."""
import base64
import json
import os
import pty
import signal
import subprocess
import termios
import urllib.parse

import harness as h

PASSWORD = "correct horse"
FORM = [("Content-Type", "application/x-www-form-urlencoded")]
HASHING = 20 << 20  # bytes that verifying a password takes
AT_ONCE = 4


def settings(provider):
    return {
        "registration": "open",
        "wrong_keys": 0,  # all come from one address here
        "providers": {"test": h.Site.row(provider.url)},
        "models": {"gift": {"model": "test/test:events=2", "free": True}},
    }


def shows_what_is_typed(terminal):
    return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)


def new_user(hub, password=PASSWORD):
    name = hub.new_user()
    done = subprocess.run([h.program("aihub"), "--config", hub.config_file, "user", "password", name],
                          input=password + "\n", text=True, capture_output=True, timeout=60,
                          **hub.owner())
    h.require(done.returncode == 0, "user password:", done.stderr)
    return name


def post(hub, path, fields=None, key=None, form=False, headers=()):
    if form:
        return hub.call("POST", path, urllib.parse.urlencode(fields).encode(), key=key,
                        headers=[*FORM, *headers])
    body = b"" if fields is None else json.dumps(fields).encode()  # lighttpd wants a length
    return hub.call("POST", path, body, key=key, headers=headers)


def log_in(hub, name, password=PASSWORD):
    answer = post(hub, "/auth/token", {"username": name, "password": password})
    return h.expect(answer, 200, "a login").json


def code_of(answer):
    """In IndoxRouter's shape, that of /auth, `error` is one of seven words and the code a detail."""
    error = answer.json["error"]
    return answer.json["details"].get("code") if isinstance(error, str) else error["code"]


def refused(answer, status, code, what=""):
    h.expect(answer, status, what)
    h.equal(code_of(answer), code, what)
    return answer


@h.case()
def what_clients_send(hub):
    name = new_user(hub)
    whole = {"username": name, "password": PASSWORD}
    for path in ("/auth/token", "/api/v1/auth/token", "/auth/login", "/api/v1/auth/login"):
        for form in (False, True):
            answer = h.expect(post(hub, path, whole, form=form), 200, path)
            h.equal(answer.json["token_type"], "bearer", path)
            h.equal(answer.json["expires_in"], 3600, path)
            h.equal(answer.header("cache-control"), "no-store", path)
            h.expect(hub.get("/v1/models", key=answer.json["access_token"]), 200, path)
    wrong = refused(post(hub, "/api/v1/auth/token", dict(whole, password="wrong horse")), 401,
                    "invalid_credentials")
    h.equal(wrong.json["error"], "authentication_error", "the kind")
    h.equal(wrong.json["detail"], wrong.json["message"], "detail")
    h.require(wrong.header("www-authenticate"), "WWW-Authenticate is missing")


@h.case()
def whoever_gives_up_typing_gets_the_terminal_back(hub):
    name = hub.new_user()
    for number in (signal.SIGINT, signal.SIGTERM):
        ours, theirs = pty.openpty()
        try:
            h.require(shows_what_is_typed(theirs), "a terminal shows what is typed")
            command = subprocess.Popen([h.program("aihub"), "--config", hub.config_file, "user", "password", name],
                                       stdin=theirs, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       # What runs in the background ignores an interrupt by heritage.
                                       preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),
                                       **hub.owner())
            h.until(lambda: not shows_what_is_typed(theirs), "a password is typed blindly")
            command.send_signal(number)
            h.equal(command.wait(h.PATIENCE), -number, "the command is killed")
            h.require(shows_what_is_typed(theirs), "and what is typed shows again")
        finally:
            os.close(ours)
            os.close(theirs)


@h.case()
def a_key_gets_a_token(hub):
    """As IndoxHub's client asks, the first way and the others."""
    key = hub.new_key()
    text = key["key"]
    tokens = [post(hub, "/api/v1/auth/api-key", headers=[("X-API-Key", text)])]
    tokens += [post(hub, "/api/v1/auth/token", {"username": name, "password": text}, form=True)
               for name in (text, "pip_client")]
    for answer in tokens:
        token = h.expect(answer, 200).json["access_token"]
        done = h.expect(hub.chat("gift", key=token), 200)
        h.equal(hub.entry(done.header("x-request-id"))["key"], key["id"], "the key of the entry")
    hub.command("key", "disable", str(key["id"]))
    for answer in tokens:
        refused(hub.chat("gift", key=answer.json["access_token"]), 401, "key_disabled")


@h.case()
def tokens_call(hub):
    name = new_user(hub)
    token = log_in(hub, name)["access_token"]
    h.expect(hub.chat("gift", key=token), 200)
    streamed = h.expect(hub.chat("gift", key=token, stream=True), 200)
    h.require(streamed.content.rstrip().endswith(b"data: [DONE]"), "the stream", streamed.content)
    for header in ("x-api-key", "api-key", "x-goog-api-key"):
        h.expect(hub.call("GET", "/v1/models", key=None, headers=[(header, token)]), 200, header)
    h.equal(hub.get("/auth/me", key=token).json["username"], name, "who asks")
    h.equal(len(hub.entries("--user", name)), 2, "entries of the user")


@h.case()
def forged_tokens(hub):
    token = log_in(hub, new_user(hub))["access_token"]
    head, payload, mac = token.split(".")
    none = base64.urlsafe_b64encode(b'{"alg":"none"}').rstrip(b"=").decode()
    claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    claims["exp"] += 3600
    longer = base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()
    for bad in (f"{head}.{payload}.", f"{none}.{payload}.", f"{none}.{payload}.{mac}",
                f"{head}.{longer}.{mac}", f"{head}.{payload}.{mac[:-4]}AAAA"):
        answer = refused(hub.chat("gift", key=bad), 401, "invalid_token", bad)
        h.require(bad.encode() not in answer.content, "the token is repeated", answer.content)
    answer = hub.call("POST", "/v1/messages", b'{"model":"gift"}', key=None,
                      headers=[("anthropic-version", "2023-06-01"), ("x-api-key", bad)])
    h.equal(h.expect(answer, 401).json["type"], "error", "as Anthropic says it")


def all_refused(hub, token):
    def ask(_):
        refused(hub.get("/v1/models", key=token), 401, "invalid_token")
    h.in_parallel(16, ask)


@h.case()
def logins_end_at_once(hub):
    """Whatever process looks at the token next."""
    name = new_user(hub)
    one, other = log_in(hub, name), log_in(hub, name)
    h.in_parallel(8, lambda _: h.expect(hub.get("/v1/models", key=one["access_token"]), 200))
    h.expect(post(hub, "/auth/logout", key=one["access_token"]), 200)
    all_refused(hub, one["access_token"])
    fresh = h.expect(post(hub, "/auth/refresh", {"refresh_token": other["refresh_token"]}), 200).json
    all_refused(hub, other["access_token"])
    h.expect(hub.get("/v1/models", key=fresh["access_token"]), 200)
    hub.command("user", "logout", name)
    all_refused(hub, fresh["access_token"])
    mine, late = log_in(hub, name), log_in(hub, name)
    h.expect(post(hub, "/auth/password", {"old_password": PASSWORD, "new_password": "another horse"},
                  key=mine["access_token"]), 200)
    all_refused(hub, late["access_token"])
    h.expect(hub.get("/v1/models", key=mine["access_token"]), 200)
    refused(post(hub, "/auth/token", {"username": name, "password": PASSWORD}), 401,
            "invalid_credentials")
    hub.command("token", "rotate")
    h.expect(hub.get("/v1/models", key=mine["access_token"]), 200)
    h.expect(hub.get("/v1/models", key=log_in(hub, name, "another horse")["access_token"]), 200)
    hub.command("user", "disable", name)
    refused(hub.get("/v1/models", key=mine["access_token"]), 401, "key_disabled")


@h.case()
def a_refresh_token_works_once(hub):
    token = log_in(hub, new_user(hub))["refresh_token"]

    def refresh(_):
        return post(hub, "/auth/token", {"grant_type": "refresh_token", "refresh_token": token},
                    form=True).status
    h.equal(sorted(h.in_parallel(8, refresh)), [200] + [401] * 7, "eight at the same time")


@h.case()
def registering(hub):
    name = "new." + hub.new_user()
    person = {"username": name, "password": PASSWORD}
    answers = h.in_parallel(4, lambda _: post(hub, "/auth/register", person))
    h.equal(sorted(answer.status for answer in answers), [201, 409, 409, 409], "four at the same time")
    made = next(answer.json for answer in answers if answer.status == 201)
    h.equal(made["user"]["plan"], "free", "the plan")
    h.equal(made["user"]["balance"], 0, "the balance")
    h.expect(hub.chat("gift", key=made["access_token"]), 200)
    h.expect_error(hub.chat("test/test", key=made["access_token"]), 402, "insufficient_quota",
                   "insufficient_credit")
    refused(post(hub, "/auth/register", {"username": "a\nb", "password": PASSWORD}), 400, None)


def peak(pid):
    """Bytes of memory that a process ever had."""
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) << 10 for line in file if line.startswith("VmHWM"))


@h.case()
def many_at_once(hub):
    """Eight at a time log in, and four at most are hashed: where one process does it all, its
    memory shows that."""
    name = new_user(hub)
    hubs = h.processes_of(hub.dir) if hub.shape == "lighttpd" else []
    before = {pid: peak(pid) for pid in hubs}
    for _ in range(2):
        tokens = h.in_parallel(8, lambda _: log_in(hub, name)["access_token"])
        h.equal(len(set(tokens)), 8, "each has its own")
    h.in_parallel(8, lambda i: h.expect(hub.get("/v1/models", key=tokens[i]), 200))
    for pid in hubs:
        grown = peak(pid) - before[pid]
        h.require(grown < (AT_ONCE + 1) * HASHING, "logins took", grown >> 20, "MiB")


@h.case("lighttpd", "apache-fcgid", own=True)
def guessing_is_slow(shape, provider):
    """Attempts count together, whatever process takes them."""
    with h.Hub(shape, provider, {}) as hub:
        name = new_user(hub)
        wrong = {"username": "nobody", "password": "wrong horse"}
        codes = []
        while "too_many_attempts" not in codes:  # a slow machine is given more of them meanwhile
            for few in h.in_parallel(8, lambda _: [post(hub, "/auth/token", wrong) for _ in range(4)]):
                codes += [code_of(answer) for answer in few]
        passed = codes.count("invalid_credentials")
        h.require(passed >= 20, passed, "attempts passed")
        h.equal(codes.count("too_many_attempts"), len(codes) - passed, "the others")
        late = post(hub, "/auth/token", {"username": name, "password": PASSWORD})
        while late.status == 200:  # so slow was this machine
            late = post(hub, "/auth/token", {"username": name, "password": PASSWORD})
        refused(late, 429, "too_many_attempts")
        h.require(int(late.header("retry-after")) >= 1, "Retry-After")
        h.equal(late.json["details"]["retry_after"], int(late.header("retry-after")), "details")


@h.case()
def nothing_secret_is_told(hub):
    name = new_user(hub)
    tokens = log_in(hub, name)
    h.expect(hub.get("/v1/models", key=tokens["access_token"]), 200)
    h.expect(post(hub, "/auth/refresh", {"refresh_token": tokens["refresh_token"]}), 200)
    refused(hub.get("/v1/models", key=tokens["access_token"]), 401, "invalid_token")
    files = dict(hub.server_logs())
    files.update({path: path.read_bytes() for path in hub.data.rglob("*") if path.is_file()})
    for path, content in files.items():
        for secret in (*[tokens[name] for name in ("access_token", "refresh_token")],
                       tokens["refresh_token"].split(".")[1], PASSWORD):
            h.require(secret.encode() not in content, "a secret stands in", path.name)


h.run(settings)
