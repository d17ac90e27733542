#!/usr/bin/env python3
"""
AIOHub's API by its document: every entry point, header and example over real web servers, and what new-api's
clients ask beside it. A check's name begins with the request that it is about.
"""
import decimal
import json
import re
import subprocess
import time

import harness as h

UNIT = 500000  # quota of a dollar
PASSWORD = "correct horse battery"
ONE = ("lighttpd",)  # for what no web server can change
GEMINI = "/v1beta/models/{model}:generateContent"
PROFILE = ["aff_code", "aff_count", "aff_history_quota", "aff_quota", "created_time", "display_name", "email",
           "group", "id", "plan", "quota", "request_count", "role", "status", "unlimited_quota", "used_quota",
           "username"]
TOKENS = ["access_token", "expires_in", "refresh_token", "token_type"]


def settings(provider):
    return {
        "registration": "open",
        "wrong_keys": 0,  # all come from one address here
        "providers": {"test": h.Site.row(provider.url)},
        "groups": {"vip": {"price": "1.5"}, "lab": {"price": "1"}},
        "models": {
            "gpt-4o": {"model": "test/gpt-4o", "price": {"input": "2.5", "output": "10", "cache_read": "1.25"}},
            "third": {"model": "test/test", "price": {"input": "3", "output": "10"}},
            "drawn": {"model": "test/test", "groups": ["lab"], "price": {
                "request": "0.002", "image": "0.04", "images": {"hd 1024x1024": "0.08"}}},
            "heard": {"model": "test/test", "groups": ["lab"], "price": {
                "input": "2", "output": "8", "audio_input": "32", "audio_output": "64", "image_input": "5",
                "search": "0.01", "tier_from": 200000, "tier": {"input": "4", "output": "12"}}},
            "gift": {"model": "test/test", "free": True},
            "only-vip": {"model": "test/test", "price": {"input": "0.075", "output": "0.3"}, "groups": ["vip"]},
        },
    }


def check(name, *shapes):
    def register(function):
        function.__name__ = name
        return h.case(*shapes)(function)
    return register


# ---- who asks ---------------------------------------------------------------------------------------


def login(hub, *options):
    """A user who has logged in as new-api's clients do: its profile with its tokens."""
    name = hub.new_user(*options)
    subprocess.run([h.program("aihub"), "--config", hub.config_file, "user", "password", name],
                   input=PASSWORD + "\n", text=True, check=True, capture_output=True, **hub.owner())
    return console(hub.call("POST", "/api/user/login", {"username": name, "password": PASSWORD}, key=None))


def token_of(hub, *options):
    return login(hub, *options)["access_token"]


def console(answer, status=200):
    """The data of a good answer."""
    h.expect(answer, status)
    h.require(answer.json["success"] is True and answer.json["message"] == "", answer.json)
    return answer.json["data"]


def refused(answer, status, param=None, code=None):
    """An error in new-api's frame."""
    h.expect(answer, status)
    body = answer.json
    h.require(body.get("success") is False and body.get("message"), body)
    h.equal(sorted(set(body) - {"code", "param"}), ["message", "success"], "members")
    if param:
        h.equal(body.get("param"), param, f"param of {body}")
        h.require(param in body["message"], f"{param!r} is not in", body["message"])
    if code:
        h.equal(body.get("code"), code, f"code of {body}")


def for_logins_only(hub, method, path, body=None):
    """Nobody, a wrong key and a right one are all turned away."""
    refused(hub.call(method, path, body, key=None), 401)
    refused(hub.call(method, path, body, key="sk-" + 48 * "x"), 401, code="invalid_api_key")
    refused(hub.call(method, path, body), 403, code="login_required")


def for_administrators_only(hub, method, path, body=None):
    for_logins_only(hub, method, path, body)
    refused(hub.call(method, path, body, key=token_of(hub)), 403, code="admin_required")


# ---- the document: entry points, keys, examples ---------------------------------------------------------


def example(**members):
    return {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello!"}], **members}


def is_completion(answer):
    body = h.expect(answer, 200).json
    for name in ("id", "object", "model", "choices", "usage"):
        h.require(name in body, name, "is missing in", body)
    h.equal((body["object"], body["model"]), ("chat.completion", "gpt-4o"), "the head")
    choice = body["choices"][0]
    h.equal((choice["index"], choice["message"]["role"], choice["finish_reason"]), (0, "assistant", "stop"),
            "the choice")
    h.require(choice["message"]["content"], choice)
    usage = body["usage"]
    h.equal(usage["prompt_tokens"] + usage["completion_tokens"], usage["total_tokens"], "the sum of tokens")
    return answer


def is_charged(hub, answer):
    """The ledger's line of the call: 2.5 dollars a million in, 10 out."""
    entry = hub.entry(answer.header("x-request-id"))
    wanted = (decimal.Decimal(entry["prompt"]) * 25 + decimal.Decimal(entry["output"]) * 100) / 10**7
    h.equal((entry["model"], decimal.Decimal(entry["cost"])), ("gpt-4o", wanted), "the entry")


@check("POST /v1/chat/completions: the example, and its answer")
def _(hub):
    is_charged(hub, is_completion(hub.call("POST", "/v1/chat/completions", example())))


@check("POST /v1/chat/completions: the example of a stream")
def _(hub):
    answer = h.expect(hub.call("POST", "/v1/chat/completions", example(stream=True)), 200)
    h.require(answer.header("content-type").startswith("text/event-stream"), answer.headers)
    events = h.split_events(answer.content)
    h.equal(events[-1], b"data: [DONE]\n\n", "the end")
    chunks = [json.loads(h.data_of(event)) for event in events[:-1]]
    h.equal({chunk["object"] for chunk in chunks}, {"chat.completion.chunk"}, "objects")
    h.require("".join(choice["delta"].get("content") or "" for chunk in chunks for choice in chunk["choices"]),
              "no text in", answer.content)
    is_charged(hub, answer)


@check("POST /v1/chat/completions: a key for each of the documented headers")
def _(hub):
    for header in (("Authorization", f"Bearer {hub.key}"), ("Authorization", hub.key), ("x-api-key", hub.key),
                   ("x-goog-api-key", hub.key)):
        is_completion(hub.call("POST", "/v1/chat/completions", example(), key=None, headers=[header]))
    is_completion(hub.call("POST", f"/v1/chat/completions?key={hub.key}", example(), key=None))


@check("POST /v1/chat/completions: a wrong key is told as documented")
def _(hub):
    for key in (None, "sk-xxx", "sk-" + 48 * "x"):
        for path in ("/v1/chat/completions", "/v1/responses", "/v1/completions", "/v1beta/openai/chat/completions",
                     "/pg/chat/completions"):
            error = h.expect_error(hub.call("POST", path, example(), key=key), 401, "authentication_error",
                                   "invalid_api_key")
            h.require("key" in error["message"], error)


@check("POST /v1/chat/completions: the token of a login works as a key does")
def _(hub):
    user = login(hub, "--credit", "1")
    for headers in ([("Authorization", "Bearer " + user["access_token"])], [("Authorization", user["access_token"])]):
        answer = is_completion(hub.call("POST", "/v1/chat/completions", example(), key=None, headers=headers))
        h.equal(hub.entry(answer.header("x-request-id"))["user"], user["username"], "the user of the entry")


@check("POST /v1/chat/completions: new-api's name for the id of a request")
def _(hub):
    for answer in (hub.call("POST", "/v1/chat/completions", example()),
                   hub.call("POST", "/v1/chat/completions", example(stream=True)),
                   hub.call("POST", "/v1/responses", {"model": "gpt-4o", "input": "Hello!"}),
                   hub.call("POST", "/v1/chat/completions", {"model": "gpt-4o"})):
        h.require(answer.header("x-request-id"), answer.headers)
        h.equal(answer.header("x-oneapi-request-id"), answer.header("x-request-id"), "the two ids")


@check("POST /v1/chat/completions: what is wrong is named")
def _(hub):
    for body, status, param in (({"model": "gpt-4o"}, 400, "messages"), (example(model="none/such"), 200, None),
                                (example(messages="Hello"), 400, "messages"), ({"messages": []}, 400, "model")):
        answer = hub.call("POST", "/v1/chat/completions", body)
        if status != 200:
            h.equal(h.expect_error(answer, status, "invalid_request_error")["param"], param, "param")
    key = hub.new_key(None, "--models", "other*")["key"]
    h.expect_error(hub.call("POST", "/v1/chat/completions", example(), key=key), 403, code="model_not_allowed")
    poor = hub.new_key(hub.new_user("--credit", "0"))["key"]
    h.expect_error(hub.call("POST", "/v1/chat/completions", example(), key=poor), 402)
    limited = hub.new_key(None, "--requests", "1/day")["key"]
    h.expect(hub.call("POST", "/v1/chat/completions", example(), key=limited), 200)
    error = h.expect_error(hub.call("POST", "/v1/chat/completions", example(), key=limited), 429,
                           "rate_limit_exceeded")
    h.require(error["retry_after"] > 0, error)


@check("POST /v1/responses: what Codex sends")
def _(hub):
    answer = h.expect(hub.call("POST", "/v1/responses", {"model": "gpt-4o", "input": "Hello!"}), 200)
    h.equal((answer.json["object"], answer.json["status"]), ("response", "completed"), "the response")
    is_charged(hub, answer)
    answer = h.expect(hub.call("POST", "/v1/responses", {"model": "gpt-4o", "input": "Hello!", "stream": True}), 200)
    h.require(b"event: response.completed\n" in answer.content, "Codex insists on response.completed",
              answer.content)
    is_charged(hub, answer)


@check("POST /v1/messages: what Claude Code sends, with either header")
def _(hub):
    body = {"model": "gpt-4o", "max_tokens": 100, "messages": [{"role": "user", "content": "Hello!"}]}
    version = ("anthropic-version", "2023-06-01")
    for header in (("x-api-key", hub.key), ("Authorization", f"Bearer {hub.key}")):
        answer = h.expect(hub.call("POST", "/v1/messages", body, key=None, headers=[version, header]), 200)
        h.equal((answer.json["type"], answer.json["role"]), ("message", "assistant"), "the message")
        is_charged(hub, answer)
    answer = h.expect(hub.call("POST", "/v1/messages?beta=true", {**body, "stream": True}, key=None,
                               headers=[version, header]), 200)
    h.require(b"event: message_stop\n" in answer.content, answer.content)
    answer = h.expect(hub.call("POST", "/v1/messages", body, key="sk-xxx", headers=[version]), 401)
    h.equal((answer.json["type"], answer.json["error"]["type"]), ("error", "authentication_error"), "the error")


@check("POST /v1beta/models/{model}:generateContent: what Gemini CLI sends, with either way of the key")
def _(hub):
    body = {"contents": [{"role": "user", "parts": [{"text": "Hello!"}]}]}
    path = GEMINI.format(model="gpt-4o")
    for target, headers in ((path, [("x-goog-api-key", hub.key)]), (f"{path}?key={hub.key}", [])):
        answer = h.expect(hub.call("POST", target, body, key=None, headers=headers), 200)
        h.require(answer.json["candidates"][0]["content"]["parts"][0]["text"], answer.json)
        is_charged(hub, answer)
    stream = path.replace("generateContent", "streamGenerateContent") + "?alt=sse"
    answer = h.expect(hub.call("POST", stream, body, key=None, headers=[("x-goog-api-key", hub.key)]), 200)
    h.require(answer.header("content-type").startswith("text/event-stream"), answer.headers)
    error = h.expect(hub.call("POST", path, body, key=None, headers=[("x-goog-api-key", "sk-xxx")]), 401)
    h.equal((error.json["error"]["code"], error.json["error"]["status"]), (401, "UNAUTHENTICATED"), "the error")


@check("GET /v1/models: what the key may use")
def _(hub):
    names = {model["id"] for model in h.expect(hub.get("/v1/models"), 200).json["data"]}
    h.equal(names, {"gpt-4o", "third", "gift"}, "of the group default")
    vip = hub.new_key(hub.new_user("--groups", "default,vip"))["key"]
    names = {model["id"] for model in h.expect(hub.get("/v1/models", key=vip), 200).json["data"]}
    h.equal(names, {"gpt-4o", "third", "gift", "only-vip"}, "with the group vip")


@check("GET /v1beta/openai/models: OpenAI's list, whatever header comes")
def _(hub):
    for headers in ([], [("x-goog-api-key", hub.key)], [("anthropic-version", "2023-06-01")]):
        answer = h.expect(hub.get("/v1beta/openai/models", headers=headers), 200)
        h.equal(answer.json["object"], "list", "object")
        h.equal({model["object"] for model in answer.json["data"]}, {"model"}, "objects")
    one = h.expect(hub.get("/v1beta/openai/models/gpt-4o"), 200).json
    h.equal((one["id"], one["object"]), ("gpt-4o", "model"), "one of them")
    h.expect_error(hub.get("/v1beta/openai/models", key="sk-xxx", headers=[("x-goog-api-key", "sk-xxx")]), 401,
                   "authentication_error", "invalid_api_key")


@check("POST /v1beta/openai/chat/completions: chat in OpenAI's language at Google's path")
def _(hub):
    path = "/v1beta/openai/chat/completions"
    is_charged(hub, is_completion(hub.call("POST", path, example())))
    h.require(h.expect(hub.call("POST", path, example(stream=True)), 200).content.endswith(b"data: [DONE]\n\n"), "end")
    h.expect_error(hub.call("POST", path, {"model": "gpt-4o"}), 400, "invalid_request_error", param="messages")


@check("POST /pg/chat/completions: the playground, with the token of a login")
def _(hub):
    token = token_of(hub, "--credit", "1")
    is_charged(hub, is_completion(hub.call("POST", "/pg/chat/completions", example(), key=token)))
    h.expect_error(hub.call("POST", "/pg/chat/completions", {"model": "gpt-4o"}, key=token), 400, param="messages")


@check("POST /v1/files: what is not offered is told in the words of the API")
def _(hub):
    for method, path in (("POST", "/v1/files"), ("GET", "/v1/batches"), ("POST", "/v1/fine_tuning/jobs"),
                         ("POST", "/v1/assistants"), ("GET", "/v1/realtime?model=gpt-realtime")):
        h.expect_error(hub.call(method, path, b"" if method == "POST" else None), 501,
                       code="api_not_implemented")
    socket = [("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Version", "13"),
              ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")]
    answer = hub.get("/v1/realtime?model=gpt-realtime", headers=socket)
    h.expect_error(answer, 501, code="api_not_implemented")
    h.equal(answer.header("x-should-retry"), "false", "what tells SDKs not to try again")
    h.expect_error(hub.get("/v1/nothing"), 404, "invalid_request_error", "unknown_url")


# ---- logging in ---------------------------------------------------------------------------------------------


@check("POST /api/user/login: who one is, and tokens to go on with")
def _(hub):
    user = login(hub, "--credit", "2")
    h.equal(sorted(user), sorted(PROFILE + TOKENS), "members")
    h.equal([user[name] for name in ("role", "status", "group", "quota", "token_type")],
            [1, 1, "default", 2 * UNIT, "bearer"], "what they say")
    h.equal(user["display_name"], user["username"], "display_name")
    for headers in ([("Authorization", "Bearer " + user["access_token"])], [("Authorization", user["access_token"])]):
        for more in ([], [("New-Api-User", str(user["id"]))]):
            self = console(hub.get("/api/user/self", key=None, headers=headers + more))
            h.equal(self["id"], user["id"], "whose token it is")
    again = h.expect(hub.call("POST", "/auth/refresh", {"refresh_token": user["refresh_token"]}, key=None), 200)
    console(hub.get("/api/user/self", key=again.json["access_token"]))
    h.equal(login(hub, "--admin")["role"], 10, "an administrator's role")


@check("POST /api/user/login: wrong ones are told in new-api's frame")
def _(hub):
    name = login(hub)["username"]

    def post(body, **more):
        return hub.call("POST", "/api/user/login", body, key=None, **more)

    refused(post({"username": name, "password": "wrong " + PASSWORD}), 401, code="invalid_credentials")
    refused(post({"username": "nobody", "password": PASSWORD}), 401, code="invalid_credentials")
    for body, param in (({}, "username"), ({"username": name}, "password"), ({"username": 5, "password": "x"}, "username"),
                        ({"username": name, "password": ""}, "password"), ({"username": name, "password": []}, "password")):
        refused(post(body), 400, param)
    refused(post(b"{"), 400)
    refused(post(b"x", headers=[("Content-Type", "text/plain")]), 415)
    answer = post({"username": name, "password": PASSWORD})
    h.equal(answer.header("cache-control"), "no-store", "Cache-Control")


@check("GET /api/user/self: New-Api-User names whoever's token it is, or is refused")
def _(hub):
    one, other = login(hub), login(hub)
    for id_ in (other["id"], 0, -1, f"0{one['id']}", "x", f"{one['id']}x"):
        refused(hub.get("/api/user/self", key=one["access_token"], headers=[("New-Api-User", str(id_))]), 401,
                code="user_mismatch")
    refused(hub.call("POST", "/api/token/", {"name": "n"}, key=one["access_token"],
                     headers=[("New-Api-User", str(other["id"]))]), 401, code="user_mismatch")
    h.equal(console(hub.get("/api/token/", key=one["access_token"]))["total"], 0, "keys")


@check("GET /api/user/logout: the token has ended")
def _(hub):
    for method in ("GET", "POST"):
        token = token_of(hub)
        h.equal(console(hub.call(method, "/api/user/logout", b"" if method == "POST" else None, key=token)), None,
                "data")
        refused(hub.get("/api/user/self", key=token), 401, code="invalid_token")
        refused(hub.call(method, "/api/user/logout", b"" if method == "POST" else None, key=token), 401)
    refused(hub.get("/api/user/logout", key=None), 401)
    refused(hub.get("/api/user/logout"), 400, code="no_login")


@check("POST /api/user/register: makes a user who has logged in")
def _(hub):
    name = f"new{time.monotonic_ns()}"
    form = {"username": name, "password": PASSWORD, "password2": PASSWORD, "email": "", "verification_code": "",
            "wechat_verification_code": "", "aff_code": ""}

    def post(**members):
        return hub.call("POST", "/api/user/register", {**form, **members}, key=None)

    refused(post(password2="other"), 400)
    refused(post(email="someone@example.org"), 400, "email")
    refused(post(verification_code="123456"), 400, "verification_code")
    refused(post(aff_code="abcd", invitation="efgh"), 400, "aff_code")
    refused(post(password="short", password2="short"), 400, "password")
    refused(post(username="no blanks"), 400, "username")
    refused(post(username=None), 400, "username")
    refused(post(aff_code="nonsense"), 404)
    user = console(post())
    h.equal((user["username"], user["role"], user["plan"], user["quota"]), (name, 1, "free", 0), "the user")
    console(hub.get("/api/user/self", key=user["access_token"]))
    refused(post(), 409)
    invitation = hub.ask("code", "create", "--invitation", "--amount", "1")[0]["code"]
    h.equal(console(post(username=name + "2", aff_code=invitation))["quota"], UNIT, "what the invitation brings")


@check("GET /api/user/token: a token more, that works as new-api's do")
def _(hub):
    user = login(hub)
    answer = hub.get("/api/user/token", key=user["access_token"])
    token = console(answer)
    h.equal(sorted(answer.json), sorted(["success", "message", "data"] + TOKENS), "members")
    h.equal((answer.json["access_token"], answer.header("cache-control")), (token, "no-store"), "the token")
    self = console(hub.get("/api/user/self", key=None, headers=[("Authorization", token),
                                                                ("New-Api-User", str(user["id"]))]))
    h.equal(self["id"], user["id"], "whose token it is")
    console(hub.get("/api/user/logout", key=user["access_token"]))
    console(hub.get("/api/user/self", key=token))
    for_logins_only(hub, "GET", "/api/user/token")


# ---- oneself --------------------------------------------------------------------------------------------------


@check("PUT /api/user/self: another password")
def _(hub):
    user = login(hub, "--credit", "1")
    token, other = user["access_token"], PASSWORD + " two"

    def put(key=token, **members):
        return hub.call("PUT", "/api/user/self", members, key=key)

    self = console(hub.get("/api/user/self", key=token))
    h.equal(console(put(**self)), self, "what is sent back as it was")
    refused(put(password=other), 400, "original_password")
    refused(put(password=other, original_password="wrong " + PASSWORD), 401, code="invalid_credentials")
    refused(put(password="short", original_password=PASSWORD), 400, "password")
    refused(put(password=5, original_password=PASSWORD), 400, "password")
    refused(put(username="another"), 400, "username")
    refused(put(display_name="Another"), 400, "display_name")
    refused(put(email="me@example.org"), 400, "email")
    refused(put(surprise=1), 400, "surprise")
    second = console(hub.call("POST", "/api/user/login", {"username": user["username"], "password": PASSWORD}, key=None))
    console(put(password=other, original_password=PASSWORD))
    console(hub.get("/api/user/self", key=token))
    refused(hub.get("/api/user/self", key=second["access_token"]), 401, code="invalid_token")
    for password, status in ((PASSWORD, 401), (other, 200)):
        h.expect(hub.call("POST", "/api/user/login", {"username": user["username"], "password": password}, key=None),
                 status)
    for_logins_only(hub, "PUT", "/api/user/self", {})


@check("DELETE /api/user/self: is refused, and nothing is deleted", *ONE)
def _(hub):
    token = token_of(hub)
    refused(hub.call("DELETE", "/api/user/self", key=token), 403, code="self_delete_refused")
    console(hub.get("/api/user/self", key=token))
    for_logins_only(hub, "DELETE", "/api/user/self")


@check("GET /api/user/topup/info: nothing but codes pays in", *ONE)
def _(hub):
    data = console(hub.get("/api/user/topup/info"))
    h.equal([data[name] for name in ("enable_online_topup", "enable_stripe_topup", "enable_creem_topup", "pay_methods")],
            [False, False, False, []], "ways to pay")
    refused(hub.get("/api/user/topup/info", key=None), 401)
    for path in ("/api/user/pay", "/api/user/amount", "/api/user/stripe/pay"):
        refused(hub.call("POST", path, {"amount": 1}), 501, code="api_not_implemented")


@check("GET /api/user/aff: nobody has a code to invite with", *ONE)
def _(hub):
    h.equal(console(hub.get("/api/user/aff")), "", "the code")
    refused(hub.get("/api/user/aff", key=None), 401)


@check("GET /api/user/models: names of what may be used", *ONE)
def _(hub):
    for path in ("/api/user/models", "/api/user/available_models"):
        h.equal(sorted(console(hub.get(path))), ["gift", "gpt-4o", "third"], path)
        h.equal(sorted(console(hub.get(path, key=token_of(hub, "--groups", "vip")))),
                ["gift", "gpt-4o", "only-vip", "third"], path)
        h.equal(console(hub.get(path, key=hub.new_key(None, "--models", "th*")["key"])), ["third"], path)
        refused(hub.get(path, key=None), 401)


# ---- prices ------------------------------------------------------------------------------------------------------


def pricing(hub, **more):
    """The answer with its models by name, numbers as they stand."""
    answer = h.expect(hub.get("/api/pricing", **more), 200)
    body = json.loads(answer.content, parse_float=decimal.Decimal)
    h.require(body["success"] is True, body)
    return body, {row["model_name"]: row for row in body["data"]}


@check("GET /api/pricing: ratios in new-api's unit")
def _(hub):
    body, models = pricing(hub, key=None)
    h.equal(sorted(body), ["auto_groups", "data", "group_ratio", "message", "success", "supported_endpoint",
                           "usable_group", "vendors"], "members")
    h.equal(sorted(models), ["gift", "gpt-4o", "third"], "without a key: what the group default may use")
    row = models["gpt-4o"]
    h.equal(sorted(row), ["cache_ratio", "completion_ratio", "create_cache_ratio", "enable_groups", "model_name",
                          "model_price", "model_ratio", "owner_by", "quota_type", "supported_endpoint_types",
                          "usd_per_million", "vendor_id"], "members of a model")
    ratios = ("quota_type", "model_ratio", "model_price", "completion_ratio", "cache_ratio", "create_cache_ratio")
    h.equal([str(row[name]) for name in ratios], ["0", "1.25", "0", "4", "0.5", "1"], "gpt-4o")
    h.equal([str(models["third"][name]) for name in ratios], ["0", "1.5", "0", "3.333333333333", "1", "1"], "third")
    h.equal([str(models["gift"][name]) for name in ratios], ["0"] * 6, "gift")
    h.equal({name: str(row["usd_per_million"][name]) for name in row["usd_per_million"]},
            {"input": "2.5", "output": "10", "cache_read": "1.25", "cache_write": "2.5"}, "prices")
    h.equal(row["supported_endpoint_types"], ["openai", "openai-response", "anthropic", "gemini"], "types")
    h.equal(body["supported_endpoint"]["openai-response"], {"path": "/v1/responses", "method": "POST"}, "a path")
    h.equal(sorted(body["supported_endpoint"]), sorted(row["supported_endpoint_types"]), "paths")
    h.equal(body["vendors"], [{"id": row["vendor_id"], "name": "test"}], "vendors")
    h.equal([body["group_ratio"], body["usable_group"], body["auto_groups"], row["enable_groups"]],
            [{"default": 1}, {"default": "default"}, ["default"], ["default"]], "groups")


@check("GET /api/pricing: what it says is what is charged", *ONE)
def _(hub):
    user = hub.new_user("--groups", "vip", "--credit", "5")
    key = hub.new_key(user)["key"]
    body, models = pricing(hub, key=key)
    for model in ("gpt-4o", "only-vip"):
        answer = h.expect(hub.chat(model, key=key, text="x" * 4000), 200)
        entry, row = hub.entry(answer.header("x-request-id")), models[model]
        quota = (entry["prompt"] + entry["output"] * row["completion_ratio"]) * row["model_ratio"] * \
            body["group_ratio"]["vip"]
        h.equal((quota / UNIT).quantize(decimal.Decimal("1e-9"), decimal.ROUND_HALF_UP), decimal.Decimal(entry["cost"]), f"new-api's sum of {model}")


@check("GET /api/pricing: prices that few models have", *ONE)
def _(hub):
    models = pricing(hub, key=hub.new_key(hub.new_user("--groups", "lab"))["key"])[1]
    row = models["drawn"]
    h.equal([str(row[name]) for name in ("quota_type", "model_ratio", "model_price")], ["1", "0", "0.082"], "by times")
    h.equal([row["usd_per_million"][name] for name in ("request", "image", "images")],
            [2000, 40000, {"hd 1024x1024": 80000}], "in dollars")
    row = models["heard"]
    h.equal([str(row[name]) for name in ("model_ratio", "image_ratio", "audio_ratio", "audio_completion_ratio")],
            ["1", "2.5", "16", "2"], "ratios")
    prices = row["usd_per_million"]
    longer = prices.pop("longer_prompts")
    h.equal({name: str(prices[name]) for name in prices},
            {"input": "2", "output": "8", "cache_read": "2", "cache_write": "2", "audio_input": "32",
             "audio_output": "64", "image_input": "5", "search": "10000"}, "prices")
    h.equal([longer["than"], str(longer["input"]), str(longer["output"])], [200000, "4", "12"], "of longer prompts")


@check("GET /api/pricing: groups are those of whoever asks", *ONE)
def _(hub):
    user = hub.new_user("--groups", "default,vip")
    body, models = pricing(hub, key=hub.new_key(user)["key"])
    h.equal([body["group_ratio"], body["auto_groups"]],
            [{"default": 1, "vip": decimal.Decimal("1.5")}, ["default", "vip"]], "the user's groups")
    h.equal([models["only-vip"]["enable_groups"], models["gpt-4o"]["enable_groups"]], [["vip"], ["default", "vip"]],
            "of models")
    h.equal(str(models["only-vip"]["model_ratio"]), "0.0375", "a ratio")
    body, models = pricing(hub, key=hub.new_key(user, "--groups", "vip")["key"])
    h.equal([body["auto_groups"], models["gpt-4o"]["enable_groups"]], [["vip"], ["vip"]], "a key's own")
    _, models = pricing(hub, key=hub.new_key(user, "--models", "gpt-*")["key"])
    h.equal(list(models), ["gpt-4o"], "a key's models")
    refused(hub.get("/api/pricing", key="sk-xxx"), 401, code="invalid_api_key")
    refused(hub.call("POST", "/api/pricing", {}), 405)


# ---- billing ----------------------------------------------------------------------------------------------------


@check("GET /v1/dashboard/billing/subscription: what new-api's clients subtract from each other", *ONE)
def _(hub):
    user = hub.new_user("--credit", "3")
    key = hub.new_key(user)["key"]
    cost = decimal.Decimal(hub.entry(h.expect(hub.chat("gpt-4o", key=key), 200).header("x-request-id"))["cost"])
    for root in ("/v1/dashboard", "/dashboard"):
        answers = [h.expect(hub.get(f"{root}/billing/{name}", key=key), 200) for name in ("subscription", "usage")]
        limit, used = (json.loads(answer.content, parse_float=decimal.Decimal) for answer in answers)
        h.equal((limit["object"], limit["hard_limit_usd"]), ("billing_subscription", 3), "the limit")
        h.equal(used["total_usage"], cost * 100, "in cents")
    token = h.expect(hub.get("/api/usage/token", key=key), 200).json
    h.require(token["success"] is True and token["code"] is True, token)
    h.equal([token["data"][name] for name in ("total_granted", "unlimited_quota")], [3 * UNIT, False], "the key")


# ---- users -------------------------------------------------------------------------------------------------------


def users(answer):
    data = console(answer)
    h.equal(sorted(data), ["items", "page", "page_size", "total"], "members of a list")
    return data


@check("GET /api/user/: all users, the newest first, page by page")
def _(hub):
    admin = token_of(hub, "--admin")
    made = [hub.new_user() for _ in range(3)]
    data = users(hub.get("/api/user/?p=1&page_size=2", key=admin))
    h.equal([item["username"] for item in data["items"]], [made[2], made[1]], "the first page")
    h.equal(sorted(data["items"][0]), PROFILE, "members of a user")
    rest = users(hub.get("/api/user?p=2&page_size=2", key=admin))
    h.equal((rest["items"][0]["username"], rest["total"]), (made[0], data["total"]), "the second page")
    listed = [row["id"] for row in hub.ask("user", "list")]
    h.equal(data["total"], len(listed), "how many there are")
    seen = [item["id"] for page in range(1, len(listed) // 100 + 2)
            for item in users(hub.get(f"/api/user/?p={page}&page_size=100", key=admin))["items"]]
    h.equal(seen, listed[::-1], "all of them, once")
    h.equal(users(hub.get("/api/user/?p=100000", key=admin))["items"], [], "behind the end")
    refused(hub.get("/api/user/?p=x", key=admin), 400, "p")
    for_administrators_only(hub, "GET", "/api/user/")
    for_administrators_only(hub, "GET", "/api/user")


@check("GET /api/user/search: by name, id and group", *ONE)
def _(hub):
    admin = token_of(hub, "--admin")
    name = hub.new_user("--groups", "default,rare")
    id_ = hub.ask("user", "show", name)[0]["id"]
    for query in (f"keyword={name[1:-1].upper()}", f"keyword={id_}", "group=rare", f"keyword={name}&group=rare"):
        h.equal([item["username"] for item in users(hub.get(f"/api/user/search?{query}", key=admin))["items"]], [name],
                query)
    for query in (f"keyword={name}&group=rar", "keyword=no%20such", "group=rarer"):
        h.equal(users(hub.get(f"/api/user/search?{query}", key=admin))["items"], [], query)
    refused(hub.get("/api/user/search?group=" + 50 * "x", key=admin), 400)
    for_administrators_only(hub, "GET", "/api/user/search?keyword=a")


@check("GET /api/user/{id}: one user", *ONE)
def _(hub):
    admin = token_of(hub, "--admin")
    user = login(hub, "--credit", "2")
    h.equal(console(hub.get(f"/api/user/{user['id']}", key=admin)),
            {name: user[name] for name in PROFILE}, "the user")
    refused(hub.get("/api/user/999999999", key=admin), 404)
    for path in ("0", "x", "1x", "-1", "9" * 40, "nothing"):
        refused(hub.get("/api/user/" + path, key=admin), 404)
    for_administrators_only(hub, "GET", f"/api/user/{user['id']}")


@check("POST /api/user/: makes a user")
def _(hub):
    admin = token_of(hub, "--admin")
    name = f"made{time.monotonic_ns()}"

    def post(**members):
        return hub.call("POST", "/api/user/", {"username": name, "password": PASSWORD, **members}, key=admin)

    for members, param in (({"username": None}, "username"), ({"password": None}, "password"), ({"username": ""}, "username"),
                           ({"username": 'a"b'}, "username"), ({"username": "x" * 64}, "username"),
                           ({"username": 5}, "username"), ({"password": "short"}, "password"),
                           ({"display_name": "Another"}, "display_name"), ({"email": "a@b"}, "email"), ({"id": 7}, "id"),
                           ({"role": 5}, "role"), ({"role": 100}, "role"), ({"role": "10"}, "role"), ({"status": 3}, "status"),
                           ({"status": 2}, "status"), ({"quota": -1}, "quota"), ({"quota": 1.5}, "quota"),
                           ({"quota": 10**18}, "quota"), ({"unlimited_quota": 1}, "unlimited_quota"),
                           ({"group": "g" * 30}, "group"), ({"group": "a\tb"}, "group"), ({"plan": "none-such"}, "plan"),
                           ({"plan": "p" * 70}, "plan"), ({"surprise": 1}, "surprise")):
        refused(post(**members), 400, param)
    refused(hub.call("POST", "/api/user/", b"[]", key=admin), 400)
    h.equal(users(hub.get(f"/api/user/search?keyword={name}", key=admin))["items"], [], "nobody was made")
    user = console(post(display_name=name, role=1, group="vip, default", plan="pro", quota=UNIT // 2))
    h.equal(sorted(user), PROFILE, "members")
    h.equal([user[field] for field in ("username", "role", "status", "group", "plan", "quota", "unlimited_quota")],
            [name, 1, 1, "vip default", "pro", UNIT // 2, False], "the user")
    console(hub.call("POST", "/api/user/login", {"username": name, "password": PASSWORD}, key=None))
    refused(post(), 409, "username")
    plain = console(post(username=name + "2"))
    h.equal([plain[field] for field in ("plan", "quota", "group")], ["free", 0, "default"], "as one who registers")
    free = console(post(username=name + "3", role=10, unlimited_quota=True, plan=""))
    h.equal([free[field] for field in ("role", "plan", "unlimited_quota")], [10, "", True], "an administrator")
    for_administrators_only(hub, "POST", "/api/user/", {"username": name + "4", "password": PASSWORD})
    h.equal(users(hub.get(f"/api/user/search?keyword={name}4", key=admin))["items"], [], "nobody was made")
    hub.check_ledger()


@check("PUT /api/user/: changes a user")
def _(hub):
    admin = token_of(hub, "--admin")
    user = login(hub, "--credit", "2")
    one = {name: user[name] for name in PROFILE}

    def put(**members):
        return hub.call("PUT", "/api/user/", {"id": user["id"], **members}, key=admin)

    h.equal(console(put(**one)), one, "what is sent back as it was")
    changed = console(put(group="vip,default", plan="developer"))
    h.equal([changed["group"], changed["plan"]], ["vip default", "developer"], "group and plan")
    h.equal(console(put(plan="", group=""))["group"], "default", "neither")
    for members, param in (({"quota": 5 * UNIT}, "quota"), ({"role": 10}, "role"), ({"status": 2}, "status"),
                           ({"unlimited_quota": True}, "unlimited_quota")):
        refused(put(**members), 409, param)
    for members, param in (({"username": "another"}, "username"), ({"display_name": "Another"}, "display_name"),
                           ({"password": "short"}, "password"), ({"plan": "none-such"}, "plan"), ({"group": 5}, "group"),
                           ({"id": "1"}, "id"), ({"id": -1}, "id"), ({"surprise": 1}, "surprise")):
        refused(put(**members), 400, param)
    refused(hub.call("PUT", "/api/user/", {}, key=admin), 400, "id")
    refused(put(id=999999999), 404)
    h.equal(console(hub.get(f"/api/user/{user['id']}", key=admin)), {**one, "plan": ""}, "nothing else was changed")
    h.equal(console(put(password=PASSWORD + " new"))["id"], user["id"], "another password")
    refused(hub.get("/api/user/self", key=user["access_token"]), 401)
    for password, status in ((PASSWORD, 401), (PASSWORD + " new", 200)):
        h.expect(hub.call("POST", "/api/user/login", {"username": user["username"], "password": password}, key=None),
                 status)
    for_administrators_only(hub, "PUT", "/api/user/", {"id": user["id"], "plan": "pro"})
    hub.check_ledger()


@check("PUT /api/user/: what was spent meanwhile is not given back", *ONE)
def _(hub):
    admin = token_of(hub, "--admin")
    user = login(hub, "--credit", "2")
    before = console(hub.get(f"/api/user/{user['id']}", key=admin))
    answer = h.expect(hub.chat("gpt-4o", key=user["access_token"], text="x" * 4000), 200)
    hub.entry(answer.header("x-request-id"))
    refused(hub.call("PUT", "/api/user/", {**before, "plan": "pro"}, key=admin), 409, "quota")
    after = console(hub.get(f"/api/user/{user['id']}", key=admin))
    h.require(after["quota"] < before["quota"] and after["plan"] == "", after)


@check("DELETE /api/user/{id}: the user, its keys and logins are gone")
def _(hub):
    me = login(hub, "--admin")
    user = login(hub, "--credit", "1")
    key = hub.new_key(user["username"])["key"]
    h.expect(hub.chat("gpt-4o", key=key), 200)
    for_administrators_only(hub, "DELETE", f"/api/user/{user['id']}")
    h.equal(console(hub.call("DELETE", f"/api/user/{user['id']}", key=me["access_token"])), None, "data")
    refused(hub.get("/api/user/self", key=user["access_token"]), 401)
    h.expect_error(hub.chat("gpt-4o", key=key), 401)
    refused(hub.call("DELETE", f"/api/user/{user['id']}", key=me["access_token"]), 404)
    refused(hub.call("DELETE", f"/api/user/{me['id']}", key=me["access_token"]), 403)
    refused(hub.call("DELETE", "/api/user/x", key=me["access_token"]), 404)
    console(hub.get("/api/user/self", key=me["access_token"]))
    hub.check_ledger()


@check("GET /api/group/: the names of groups", *ONE)
def _(hub):
    h.equal(sorted(console(hub.get("/api/group/", key=token_of(hub, "--admin")))), ["default", "lab", "vip"], "groups")
    for_administrators_only(hub, "GET", "/api/group/")
    for_administrators_only(hub, "GET", "/api/group")


# ---- what all users did ----------------------------------------------------------------------------------------------


class Calls:
    """Two users with calls of their own, whom an administrator looks at."""

    def __init__(self, hub):
        self.hub, self.admin = hub, token_of(hub, "--admin")
        self.users = [hub.new_user("--credit", "5") for _ in range(2)]
        self.keys = [hub.new_key(user, "--name", f"key of {user}") for user in self.users]
        self.ids = [[h.expect(hub.chat(model, key=key["key"]), 200).header("x-request-id")
                     for model in ("gpt-4o", "third")] for key in self.keys]
        for ids in self.ids:
            for id_ in ids:
                hub.entry(id_)

    def get(self, path, **parameters):
        query = "&".join(f"{name}={value}".replace(" ", "%20") for name, value in parameters.items())
        return self.hub.get(f"{path}?{query}", key=self.admin)

    def found(self, **parameters):
        return [item["request_id"] for item in console(self.get("/api/log/", page_size=100, **parameters))["items"]]


@check("GET /api/log/: the calls of all users")
def _(hub):
    calls = Calls(hub)
    (a, b), (c, d) = calls.ids
    h.equal(calls.found()[:4], [d, c, b, a], "the newest first")
    data = console(calls.get("/api/log/", page_size=2, p=2))
    h.equal([item["request_id"] for item in data["items"]], [b, a], "the second page")
    h.require(data["total"] >= 4, data["total"])
    item = data["items"][1]
    h.equal([item[name] for name in ("username", "token_name", "model_name", "type")],
            [calls.users[0], calls.keys[0]["name"], "gpt-4o", 2], "a call")
    h.equal(calls.found(username=calls.users[0]), [b, a], "of one user")
    h.equal(calls.found(username=calls.users[1], model_name="thi%25"), [d], "and model")
    h.equal(calls.found(token_name=calls.keys[1]["name"]), [d, c], "of one key")
    h.equal(calls.found(request_id=c), [c], "one call")
    for parameters in ({"username": "nobody"}, {"username": calls.users[0], "token_name": calls.keys[1]["name"]},
                       {"channel": 7}, {"request_id": "x"}, {"end_timestamp": 1}):
        h.equal(calls.found(**parameters), [], parameters)
    h.equal(calls.found(channel=0, username=calls.users[0]), [b, a], "the one channel")
    for name, value in (("p", "x"), ("type", "two"), ("start_timestamp", "-1"), ("channel", "one"),
                        ("model_name", "m" * 200)):
        refused(calls.get("/api/log/", **{name: value}), 400, name if name != "model_name" else None)
    for_administrators_only(hub, "GET", "/api/log/")
    for_administrators_only(hub, "GET", "/api/log")


@check("GET /api/log/: what all users paid in", *ONE)
def _(hub):
    calls = Calls(hub)
    items = console(calls.get("/api/log/", type=1))["items"]
    h.equal([(item["username"], item["quota"], item["type"]) for item in items[:2]],
            [(user, 5 * UNIT, 1) for user in reversed(calls.users)], "the newest first")
    items = console(calls.get("/api/log/", type=1, username=calls.users[0]))["items"]
    h.equal([item["username"] for item in items], [calls.users[0]], "of one user")
    h.equal(console(calls.get("/api/log/", type=1, username="nobody"))["items"], [], "of nobody")


@check("GET /api/log/stat: what the calls of all users cost")
def _(hub):
    calls = Calls(hub)
    costs = {row["id"]: decimal.Decimal(row["cost"]) for row in hub.entries()}

    def quota(ids):
        return int((sum((costs[id_] for id_ in ids), decimal.Decimal(0)) * UNIT).quantize(1, decimal.ROUND_HALF_UP))

    for ids, parameters in ((costs, {}), (calls.ids[0], {"username": calls.users[0]}),
                            (calls.ids[1], {"token_name": calls.keys[1]["name"]}), ([], {"username": "nobody"}),
                            (calls.ids[0][1:], {"username": calls.users[0], "model_name": "third"})):
        stat = console(calls.get("/api/log/stat", **parameters))
        h.equal(sorted(stat), ["quota", "rpm", "tpm"], "members")
        h.equal(stat["quota"], quota(ids), parameters)
    h.equal(console(calls.get("/api/log/stat", username=calls.users[0]))["rpm"], 2, "a minute's calls")
    for_administrators_only(hub, "GET", "/api/log/stat")


@check("GET /api/data/: the sums of all users by hour and model", *ONE)
def _(hub):
    calls = Calls(hub)
    hour = int(time.time()) // 3600 * 3600
    period = {"start_timestamp": hour - 7200, "end_timestamp": hour + 7200}
    rows = console(calls.get("/api/data/", **period))
    h.equal({(row["user_id"], row["username"]) for row in rows}, {(0, "")}, "of nobody in particular")
    counted = [row for row in hub.entries() if row["outcome"] != "failed"]
    for model in ("gpt-4o", "third"):
        h.equal(sum(row["count"] for row in rows if row["model_name"] == model),
                sum(row["model"] == model for row in counted), model)
    rows = console(calls.get("/api/data/", username=calls.users[0], **period))
    h.equal([(row["username"], row["model_name"], row["count"]) for row in rows],
            [(calls.users[0], "gpt-4o", 1), (calls.users[0], "third", 1)], "of one user")
    refused(calls.get("/api/data/", username="nobody", **period), 404)
    refused(calls.get("/api/data/"), 400, "start_timestamp")
    refused(calls.get("/api/data/", start_timestamp=0, end_timestamp=hour), 400, "end_timestamp")
    for_administrators_only(hub, "GET", "/api/data/")
    for_administrators_only(hub, "GET", "/api/data")


if __name__ == "__main__":
    h.run(settings)
