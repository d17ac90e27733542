#!/usr/bin/env python3
"""/openapi.json is a valid document, and the hub answers as it says: each GET, each example, streams, and errors. What
the surfaces' own documents say is in the other test_api_*.py, which hold their answers against this one too."""
import base64
import json
import re
import subprocess
import time
import urllib.parse

import jsonschema

import harness as h
from document import Document, STREAM, media_type

SHAPES = ("lighttpd",)
PASSWORD = "correct horse"
ADMINS = re.compile(r"for administrators|what administrators", re.I)
TRANSIENT = {"401", "403", "429", "503"}


def settings(provider):
    return {
        "registration": "open", "wrong_keys": 0,
        "providers": {"test": {**h.Site.row(provider.url), "any_model": False}},
        "models": {"demo": "test/test:events=3", "broken": "test/test:events=6,cut=3", "down": "test/test:status=500",
                   "full": "test/test:status=429", "drawn": "test/gpt-image-1"},
    }


class World:
    """What the paths of the document lead to: a user with a key, a login, a session, a code and some calls."""

    def __init__(self, hub):
        self.hub, self.document = hub, Document(hub)
        self.user = self.with_password(hub.new_user("--credit", "5"))
        self.row = hub.new_key(self.user)
        self.key = self.row["key"]
        self.login = self.log_in(self.user)
        self.admin = self.with_password(hub.new_user("--admin"))
        self.admin_login = self.log_in(self.admin)
        for model in ("demo", "demo", "down"):
            hub.chat(model, key=self.key)
        self.session = hub.call("POST", "/v1/sessions", {"title": "Support", "model": "demo"}, key=self.key).json["id"]
        h.expect(hub.chat("demo", key=self.key, session_id=self.session), 200)

    def with_password(self, name):
        done = subprocess.run([h.program("aihub"), "--config", self.hub.config_file, "user", "password", name],
                              input=PASSWORD + "\n", text=True, capture_output=True, timeout=60, **self.hub.owner())
        h.require(done.returncode == 0, "user password:", done.stderr)
        return name

    def log_in(self, name):
        return h.expect(self.post("/auth/login", {"username": name, "password": PASSWORD}, None), 200).json["access_token"]

    def post(self, path, body, key):
        return self.hub.call("POST", path, body, key=key)

    def new_code(self):
        made = h.expect(self.post("/api/redemption/", {"quota": 500000}, self.admin_login), 200)
        return made.json["data"][0]

    def new_connect(self):
        return h.expect(self.post("/.well-known/service/api/access-key/session", b"", None), 200).json["id"]

    def new_user(self):
        made = self.post("/api/user/", {"username": f"x{time.monotonic_ns()}", "password": PASSWORD}, self.admin_login)
        return h.expect(made, 200).json["data"]["id"]

    def parameter(self, name, path, method="GET"):
        if name == "session_id" and method == "DELETE":
            return self.post("/v1/sessions", {}, self.key).json["id"]
        if name in ("session_id", "model", "provider"):
            return {"session_id": self.session, "model": "demo", "provider": "test"}[name]
        if name == "name":
            made = self.post("/v1/images/generations", {"model": "drawn", "prompt": "A", "response_format": "url"}, self.key)
            return h.expect(made, 200).json["data"][0]["url"].rpartition("/")[2]
        if name == "id" and path == "/api/user/{id}":
            return str(self.new_user())
        if name == "id" and path.startswith("/api/redemption"):
            self.new_code()
            rows = self.hub.get("/api/redemption/?page_size=1", key=self.admin_login).json["data"]["items"]
            return str(rows[0]["id"])
        if name == "id" and path.startswith("/api/token"):
            made = self.post("/api/token/", {"name": "new", "unlimited_quota": True}, self.login)
            return str(h.expect(made, 200).json["data"]["id"])
        return "x1"

    def query(self, name):
        """What a parameter of the query that is needed can be."""
        if name == "sid":
            return self.new_connect()
        if name == "__token__":
            return base64.urlsafe_b64encode(self.new_connect().encode()).decode().rstrip("=")
        return str(int(time.time()))

    def target(self, path, operation, method="GET"):
        filled = re.sub(r"\{([^}]*)\}", lambda found: self.parameter(found[1], path, method), path)
        needed = {row["name"]: self.query(row["name"]) for row in map(self.document.follow, operation.get("parameters", ()))
                  if row["in"] == "query" and row.get("required")}
        return filled + ("?" + urllib.parse.urlencode(needed) if needed else "")

    def credential(self, path, operation):
        """What the operation takes: nothing, the token of a login, or a key."""
        security = operation.get("security")
        if security == []:
            return None
        if ADMINS.search(operation["summary"]):
            return self.admin_login
        if path.endswith("/logout"):
            return self.log_in(self.user)
        return self.login if security == [{"login": []}] else self.key

    def ask(self, method, path, operation, body=None, key=...):
        target = self.target(path, operation, method)
        key = self.credential(path, operation) if key is ... else key
        if method in ("POST", "PUT", "PATCH") and body is None:
            body = b""  # lighttpd wants a length
        return self.document.check(self.hub.call(method, target, body, key=key), method, target)


def wanted(operation):
    """The status of a request that is as it should be."""
    codes = sorted(operation["responses"], key=lambda code: (code in TRANSIENT, code == "401", code))
    return int(codes[0])


def problems(gather):
    """Goes on after a failure, and tells them all."""
    found = []
    for ask in gather:
        try:
            ask()
        except h.Failed as why:
            found.append(str(why))
    h.require(not found, f"{len(found)} differ:\n" + "\n".join(found[:12]))


# ---- the document itself ----------------------------------------------------------------------------------


@h.case(*SHAPES, name="GET /openapi.json: every schema is one, every operation is whole")
def well_made(hub):
    document = Document(hub)
    raw, ids = document.raw, []
    h.equal(raw["openapi"], "3.1.0", "the version")
    for name, schema in raw["components"]["schemas"].items():
        jsonschema.Draft202012Validator.check_schema(schema)
    tags = {tag["name"] for tag in raw["tags"]}
    for method, path, operation in document.operations():
        what = f"{method} {path}"
        item = document.follow(raw["paths"][path])
        h.require(set(operation["tags"]) <= tags, what, "has an unknown tag", operation["tags"])
        h.require(operation["summary"] and operation["responses"], what, "says nothing")
        rows = list(map(document.follow, [*item.get("parameters", ()), *operation.get("parameters", ())]))
        h.equal(sorted(row["name"] for row in rows if row["in"] == "path"), sorted(re.findall(r"\{([^}]*)\}", path)), what)
        for code, response in operation["responses"].items():
            h.require(document.follow(response)["description"], what, code)
        ids += [operation["operationId"]] if "operationId" in operation else []
        for name, body in document.examples(method, path).items():
            document.check_request(body, method, path)
    h.equal(len(ids), len(set(ids)), "the names of operations")


@h.case(*SHAPES, name="GET /openapi.json: needs no key, is kept by caches, and works below any path")
def kept(hub):
    answer = h.expect(hub.get("/openapi.json", key=None), 200)
    h.require("max-age" in answer.header("cache-control"), "cache-control", answer.header("cache-control"))
    again = hub.get("/openapi.json", key=None, headers=[("If-None-Match", answer.header("etag"))])
    h.equal((again.status, again.content), (304, b""), "asked again")
    [server] = answer.json["servers"]
    for place in ("/openapi.json", "/ai/openapi.json"):
        base = urllib.parse.urljoin("http://host" + place, server["url"])
        h.equal(base, "http://host" + place.removesuffix("openapi.json"), "the server")
    h.expect(hub.get("//v1/models"), 200, "with the slash of both")


@h.case(*SHAPES, own=True, name="GET /openapi.json: its server is the path that the hub is mounted at")
def mounted(shape, provider):
    with h.Bare(provider, settings(provider), mount="/ai") as hub:
        hub.base = "/ai"
        hub.respond()
        document = Document(hub)
        base = urllib.parse.urljoin("http://host/ai/openapi.json", document.raw["servers"][0]["url"])
        hub.base = urllib.parse.urlsplit(base).path
        key = hub.new_key()["key"]
        h.expect(document.check(hub.get("/v1/models", key=key), "GET", "/v1/models"), 200)


@h.case(*SHAPES, name="GET /openapi.json: has the hub's own error codes")
def codes(hub):
    known = set(Document(hub).raw["components"]["schemas"]["HubErrorCode"]["enum"])
    said = set()
    for file in (h.TREE / "src").rglob("*.c"):
        text = file.read_text()
        said |= set(re.findall(r'\bcode = "([a-z_]+)"', text))
        said |= set(re.findall(r'error_coded\([^"]*"([a-z_]+)"', text))
    h.equal(said - known, set(), "codes that the document lacks")


# ---- answers ------------------------------------------------------------------------------------------------


@h.case(*SHAPES, name="GET and DELETE of every path: answers as the document says", limit=180)
def every_get(hub):
    world = World(hub)

    def asked(method, path, operation):
        def ask():
            answer = world.ask(method, path, operation)
            h.equal(answer.status, wanted(operation), f"{method} {path} {h.shorten(answer.content)}")
        return ask
    problems(asked(*row) for row in world.document.operations() if row[0] in ("GET", "HEAD", "DELETE"))


@h.case(*SHAPES, name="GET of every path without a key: is refused in the shape of its surface", limit=180)
def without_a_key(hub):
    world = World(hub)

    def asked(method, path, operation):
        def ask():
            for key in (None, "sk-" + "x" * 48):
                answer = world.ask(method, path, operation, key=key)
                h.equal(answer.status, 401, f"{method} {path} with {key}: {h.shorten(answer.content)}")
        return ask
    problems(asked(*row) for row in world.document.operations()
             if "401" in row[2]["responses"] and row[2].get("security", [None]) and {} not in row[2].get("security", []))


def real(world, path, body):
    """An example with what it stands for."""
    said = json.loads(json.dumps(body))
    if path in ("/api/user", "/api/user/"):
        return {**said, "username": f"new{time.monotonic_ns()}"}
    if said.get("grant_type") == "refresh_token":
        login = world.post("/auth/token", {"username": world.user, "password": PASSWORD}, None)
        return {**said, "refresh_token": login.json["refresh_token"]}
    if "password" in said:
        name = world.user if "register" not in path else f"new{time.monotonic_ns()}"  # registering is open here
        return {**said, "username": name, "password": PASSWORD}
    if path == "/api/user/topup":
        return {"key": world.new_code()}
    if path == "/api/user/manage":
        return {**said, "id": world.hub.get("/api/user/self", key=world.login).json["data"]["id"]}
    if path == "/api/token/batch":
        return {"ids": [int(world.parameter("id", path)) for _ in said["ids"]]}
    return said


@h.case(*SHAPES, name="POST and PUT of every example: answers as the document says", limit=180)
def every_example(hub):
    world = World(hub)

    def asked(method, path, operation, body):
        def ask():
            answer = world.ask(method, path, operation, real(world, path, body))
            h.equal(answer.status, wanted(operation), f"{method} {path} {h.shorten(answer.content)}")
            if body.get("stream") and STREAM in operation["responses"]["200"]["content"]:
                h.equal(media_type(answer), STREAM, f"{method} {path}: the stream")
        return ask
    problems(asked(method, path, operation, body) for method, path, operation in world.document.operations()
             for body in world.document.examples(method, path).values())


@h.case(*SHAPES, name="POST of what is not offered: is 501", limit=180)
def not_offered(hub):
    world = World(hub)

    def asked(method, path, operation):
        return lambda: h.equal(world.ask(method, path, operation, b"{}").status, 501, f"{method} {path}")
    problems(asked(*row) for row in world.document.operations() if "501" in row[2]["responses"] and row[0] in ("POST", "DELETE"))


# ---- errors ---------------------------------------------------------------------------------------------------


@h.case(*SHAPES, name="POST and PUT of a body that is no JSON: is 400", limit=180)
def no_json(hub):
    world = World(hub)

    def asked(method, path, operation):
        return lambda: h.equal(world.ask(method, path, operation, b'{"model":').status, 400, f"{method} {path}")
    problems(asked(*row) for row in world.document.operations()
             if "application/json" in row[2].get("requestBody", {}).get("content", ()))


@h.case(*SHAPES, name="POST of a form or an unknown model: is 415, 404", limit=180)
def wrong_calls(hub):
    world = World(hub)
    for method, path, operation in world.document.operations():
        bodies = world.document.examples(method, path)
        if "504" not in operation["responses"] or not bodies:
            continue
        form = hub.call(method, world.target(path, operation), b"model=demo", key=world.key,
                        headers=[("Content-Type", "application/x-www-form-urlencoded")])
        h.equal(world.document.check(form, method, path).status, 415, f"{method} {path}")
        target = path.replace("{model}", "no-such-model")
        body = next(iter(bodies.values()))
        body = {**body, "model": "no-such-model"} if target == path else body
        answer = world.document.check(hub.call(method, target, body, key=world.key), method, target)
        h.equal(answer.status, 404, f"{method} {path}: {h.shorten(answer.content)}")


def calls_of_all(world):
    """(method, path, body) of every chat that is not streamed."""
    for method, path, operation in world.document.operations():
        body = world.document.examples(method, path).get("whole")
        if "504" in operation["responses"] and body:
            yield method, path, body


def put_model(path, body, model):
    return (path.replace("{model}", model), body) if "{model}" in path else (path, {**body, "model": model})


@h.case(*SHAPES, name="POST of a call that fails, is not paid for, or is one too many: is 5xx, 402, 429", limit=180)
def failing_calls(hub):
    world = World(hub)
    poor = hub.new_key(hub.new_user("--credit", "0"))["key"]
    for method, path, body in calls_of_all(world):
        few = hub.new_key(hub.new_user(), "--requests", "1/day")["key"]
        for model, key, statuses in (("down", world.key, (500, 502)), ("full", world.key, (429,)), ("demo", poor, (402,)),
                                     ("demo", few, (200,)), ("demo", few, (429,))):
            target, said = put_model(path, body, model)
            answer = world.document.check(hub.call(method, target, said, key=key), method, target)
            h.require(answer.status in statuses, target, model, answer.status, h.shorten(answer.content))
        h.require(int(answer.header("retry-after")) > 0 and answer.header("x-ratelimit-remaining") == "0", path,
                  "the headers of 429:", answer.headers)


@h.case(*SHAPES, name="POST of a stream that breaks: its events are as the document says", limit=180)
def broken_streams(hub):
    world, seen = World(hub), 0
    for method, path, operation in world.document.operations():
        body = world.document.examples(method, path)
        if "504" not in operation["responses"] or STREAM not in operation["responses"]["200"].get("content", {}) or not body:
            continue
        target, said = put_model(path, body.get("streamed") or next(iter(body.values())), "broken")
        if "stream_format" in said:
            pass  # that of speech says it already
        elif "{model}" not in path:
            said["stream"] = True
        else:
            target += "?alt=sse"
        answer = world.document.check(hub.call(method, target, said, key=world.key), method, target)
        h.equal((answer.status, media_type(answer)), (200, STREAM), target)
        h.require(b'"error"' in answer.content or b"response.failed" in answer.content, target, "does not say that it broke:",
                  h.shorten(answer.content))
        seen += 1
    h.require(seen >= 8, "streams", seen)


h.run(settings)
