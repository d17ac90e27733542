#!/usr/bin/env python3
"""Keys, codes and users over HTTP, in the shapes of new-api's console."""
import subprocess
import time

import harness as h

UNIT = 500000  # quota of a dollar
PASSWORD = "correct horse battery"
TOKEN_FIELDS = ["accessed_time", "allow_ips", "created_time", "cross_group_retry", "expired_time", "group",
                "id", "key", "model_limits", "model_limits_enabled", "name", "remain_quota", "status",
                "unlimited_quota", "used_quota", "user_id"]


def settings(provider):
    return {"providers": {"test": h.Site.row(provider.url)}, "groups": {"vip": {"price": "1.5"}, "staff": {"price": "0.5"}}}


def console(answer, status=200):
    """The data of a good answer."""
    h.expect(answer, status)
    h.equal(sorted(answer.json), ["data", "message", "success"], "members")
    h.require(answer.json["success"] is True and answer.json["message"] == "", answer.json)
    return answer.json["data"]


def refused(answer, status, param=None, code=None, words=()):
    """An error in new-api's frame."""
    h.expect(answer, status)
    body = answer.json
    h.require(body.get("success") is False and body.get("message"), body)
    h.equal(sorted(set(body) - {"code", "param"}), ["message", "success"], "members")
    if param:
        h.equal(body.get("param"), param, f"param of {body}")
    if code:
        h.equal(body.get("code"), code, f"code of {body}")
    for word in words:
        h.require(word in body["message"], f"{word!r} is not in", body["message"])
    return body


def login(hub, user):
    """The access token of a user, who gets a password."""
    subprocess.run([h.program("aihub"), "--config", hub.config_file, "user", "password", user],
                   input=PASSWORD + "\n", text=True, check=True, capture_output=True, **hub.owner())
    answer = hub.call("POST", "/auth/token", {"username": user, "password": PASSWORD}, key=None)
    return h.expect(answer, 200).json["access_token"]


def make(hub, token, **members):
    return console(hub.call("POST", "/api/token/", dict({"name": "one"}, **members), key=token))


def items(answer):
    data = console(answer)
    h.equal(sorted(data), ["items", "page", "page_size", "total"], "members of a list")
    return data["items"]


# ---- what a key may do --------------------------------------------------------------------------


@h.case()
def keys_are_listed(hub):
    user = hub.new_user("--credit", "1")
    rows = [hub.new_key(user, "--name", f"key {i}", "--credit", "0.5", "--models", "gpt-5*,claude-*",
                        "--networks", "127.0.0.0/8,::1")
            for i in range(3)]
    key = rows[0]["key"]
    data = console(hub.get("/api/token/", key=key))
    h.equal([data["page"], data["page_size"], data["total"]], [1, 10, 3], "the frame")
    h.equal([item["id"] for item in data["items"]], [row["id"] for row in reversed(rows)],
            "the newest first")
    item = data["items"][0]
    h.equal(sorted(item), TOKEN_FIELDS, "members of a token")
    h.equal([item[name] for name in ("name", "status", "expired_time", "remain_quota", "unlimited_quota",
                                     "used_quota", "model_limits_enabled", "model_limits", "allow_ips",
                                     "group")],
            ["key 2", 1, -1, UNIT // 2, False, 0, True, "gpt-5*,claude-*", "127.0.0.0/8\n::1", ""],
            "what they say")
    for row in rows:
        h.require(row["key"] not in str(data), "a key is shown again")
    h.equal(console(hub.get(f"/api/token/{rows[1]['id']}", key=key))["name"], "key 1", "one of them")
    h.equal(len(items(hub.get("/api/token?p=1&page_size=2", key=key))), 2, "the first page")
    h.equal([item["name"] for item in items(hub.get("/api/token/?p=2&size=2", key=key))], ["key 0"],
            "the second page")
    h.equal(items(hub.get("/api/token/?p=2000000000&page_size=100", key=key)), [], "behind the end")
    for query in ("p=0", "p=-5", "page_size=100000", "page_size=-1"):
        h.equal(len(items(hub.get(f"/api/token/?{query}", key=key))), 3, query)
    refused(hub.get("/api/token/?p=x", key=key), 400, "p")
    refused(hub.get("/api/token/?page_size=9999999999999999999999", key=key), 400, "page_size")
    h.equal([item["name"] for item in items(hub.get("/api/token/search?keyword=Y+1", key=key))],
            ["key 1"], "found by its name")
    h.equal(items(hub.get("/api/token/search?keyword=nothing", key=key)), [], "not found")


@h.case()
def keys_of_others_are_not_there(hub):
    other = hub.new_key()
    key = hub.new_key()["key"]
    refused(hub.get(f"/api/token/{other['id']}", key=key), 404)
    refused(hub.get("/api/token/999999999999999999", key=key), 404)
    for path in ("/api/token/0", "/api/token/x", "/api/token/1x", "/api/token/-1", "/api/token/" + 40 * "9",
                 "/api/user/nothing"):
        refused(hub.get(path, key=key), 404)
    refused(hub.get("/api/token/", key="sk-" + 48 * "x"), 401)
    refused(hub.get("/api/token/", key=None), 401)
    refused(hub.call("PATCH", "/api/token/", {}, key=key), 405)


@h.case()
def a_key_only_reads(hub):
    row = hub.new_key(None, "--models", "gpt-5*")
    ways = [("POST", "/api/token/", {"name": "strong"}),
            ("PUT", "/api/token/", {"id": row["id"], "model_limits_enabled": False}),
            ("PUT", "/api/token/?status_only=true", {"id": row["id"], "status": 1}),
            ("POST", "/api/token/batch", {"ids": [row["id"]]}),
            ("POST", f"/api/token/{row['id']}/rotate", {}),
            ("POST", f"/api/token/{row['id']}/key", {}),
            ("DELETE", f"/api/token/{row['id']}", None),
            ("GET", "/api/redemption/", None),
            ("POST", "/api/redemption/", {"quota": 1}),
            ("POST", "/api/user/manage", {"id": 1, "action": "disable"})]
    admin = hub.new_key(hub.new_user("--admin"))["key"]
    stands_for_it = h.expect(hub.call("POST", "/auth/api-key", {}, key=row["key"]), 200).json["access_token"]
    for key in (row["key"], admin, stands_for_it):
        for method, path, body in ways:
            refused(hub.call(method, path, body, key=key), 403, code="login_required")
    h.equal(hub.ask("key", "show", str(row["id"]))[0]["models"], "gpt-5*", "the key's models")


@h.case()
def a_user_sees_itself(hub):
    user = hub.new_user("--credit", "2", "--groups", "default,vip", "--plan", "pro")
    key = hub.new_key(user)["key"]
    data = console(hub.get("/api/user/self", key=key))
    h.equal([data[name] for name in ("username", "role", "status", "quota", "unlimited_quota", "used_quota",
                                     "group", "plan")],
            [user, 1, 1, 2 * UNIT, False, 0, "default vip", "pro"], "the user")
    h.equal(console(hub.get("/api/user/groups", key=key)),
            {"default": {"ratio": 1.0, "desc": "default"}, "vip": {"ratio": 1.5, "desc": "vip"}}, "groups")
    free = console(hub.get("/api/user/self", key=hub.new_key()["key"]))
    h.require(free["unlimited_quota"] and free["quota"] > 10 ** 12, free)


# ---- codes -----------------------------------------------------------------------------------------


@h.case()
def a_code_is_redeemed(hub):
    user = hub.new_user("--credit", "1")
    key = hub.new_key(user)["key"]
    code = hub.ask("code", "create", "--amount", "2.5")[0]["code"]
    h.equal(console(hub.call("POST", "/api/user/topup", {"key": code.lower()}, key=key)), 5 * UNIT // 2,
            "the quota added")
    h.equal(console(hub.get("/api/user/self", key=key))["quota"], 7 * UNIT // 2, "the balance")
    refused(hub.call("POST", "/api/user/topup", {"key": code}, key=key), 409, "key", "code_used")
    refused(hub.call("POST", "/api/user/topup", {"key": "nonsense"}, key=key), 404, "key", "invalid_code")
    refused(hub.call("POST", "/api/user/topup", {}, key=key), 400, "key")
    refused(hub.call("POST", "/api/user/topup", {"key": 5}, key=key), 400, "key")
    refused(hub.call("POST", "/api/user/topup", {"key": code, "much": 1}, key=key), 400, "much")
    refused(hub.call("POST", "/api/user/topup", b"{", key=key), 400)
    invitation = hub.ask("code", "create", "--invitation", "--amount", "1")[0]["code"]
    refused(hub.call("POST", "/api/user/topup", {"key": invitation}, key=key), 404, "key", "invalid_code")
    free = hub.new_key()["key"]
    code = hub.ask("code", "create", "--amount", "1")[0]["code"]
    refused(hub.call("POST", "/api/user/topup", {"key": code}, key=free), 409, "key", "no_balance")
    hub.command("credit", "add", user, "-0.5", "--note", "a mistake")
    data = console(hub.get("/api/user/topup/self", key=key))
    h.equal(data["total"], 3, "payments")
    h.equal([(item["quota"], item["amount"], item["payment_method"], item["note"], item["status"])
             for item in data["items"]],
            [(-UNIT // 2, -0.5, "operator", "a mistake", "success"),
             (5 * UNIT // 2, 2.5, "code", "", "success"),
             (UNIT, 1, "begin", "", "success")], "what was paid in")
    h.equal(items(hub.get("/api/user/topup/self?p=9", key=key)), [], "behind the end")
    hub.check_ledger()


@h.case()
def an_expired_code(hub):
    key = hub.new_key(hub.new_user("--credit", "1"))["key"]
    code = hub.ask("code", "create", "--amount", "1", "--expires", "1s")[0]["code"]
    h.until(lambda: hub.ask("code", "list", "--state", "expired"), "the code expires")
    refused(hub.call("POST", "/api/user/topup", {"key": code}, key=key), 404, "key", "code_expired")


def race(hub, tries):
    users = [hub.new_user("--credit", "0") for _ in range(4)]
    keys = [hub.new_key(user)["key"] for user in users]
    code = hub.ask("code", "create", "--amount", "1")[0]["code"]
    answers = h.in_parallel(tries, lambda i: hub.call("POST", "/api/user/topup", {"key": code},
                                                      key=keys[i % 4], timeout=60))
    statuses = sorted(answer.status for answer in answers)
    h.equal(statuses, [200] + [409] * (tries - 1), "statuses")
    h.equal(sorted(hub.ask("user", "show", user)[0]["credited"] for user in users), ["0", "0", "0", "1"],
            "credited")


@h.case(limit=150)
def a_code_is_redeemed_once(hub):
    race(hub, 16)
    hub.check_ledger()


@h.case("lighttpd", own=True, limit=150)
def once_in_several_processes(shape, provider):
    with h.Hub(shape, provider, settings(provider), procs=4) as hub:
        for _ in range(5):
            race(hub, 16)
        hub.check_ledger()
        pids = {line.split("[")[1].split("]")[0] for line in hub.log().splitlines() if "POST" in line}
        h.require(len(pids) > 1, "only one process served")


# ---- what a login may do ------------------------------------------------------------------------------


@h.case()
def keys_are_made(hub):
    user = hub.new_user("--credit", "5", "--groups", "default,vip")
    token = login(hub, user)
    end = int(time.time()) + 3600
    made = make(hub, token, remain_quota=UNIT, unlimited_quota=False, expired_time=end,
                model_limits_enabled=True, model_limits="test/*, gpt-5", allow_ips="127.0.0.0/8\n::1\n",
                group="vip", cross_group_retry=False)
    h.equal(sorted(made), TOKEN_FIELDS, "members of a token")
    h.require(made["key"].startswith("sk-") and len(made["key"]) == 51, "the key", made["key"])
    h.equal([made[name] for name in ("status", "remain_quota", "unlimited_quota", "expired_time",
                                     "model_limits", "allow_ips", "group")],
            [1, UNIT, False, end, "test/*,gpt-5", "127.0.0.0/8\n::1", "vip"], "as it was asked for")
    h.expect(hub.chat("test/test", key=made["key"]), 200)
    h.until(lambda: console(hub.get(f"/api/token/{made['id']}", key=token))["used_quota"] > 0, "it is used")
    again = console(hub.get(f"/api/token/{made['id']}", key=token))
    h.require(made["key"] not in str(again), "the key is shown again")
    h.require(again["accessed_time"] >= made["created_time"], again)
    body = refused(hub.call("POST", f"/api/token/{made['id']}/key", b"", key=token), 410, code="key_not_kept")
    h.require("Rotate" in body["message"], body)
    bare = make(hub, token)
    h.equal([bare[name] for name in ("unlimited_quota", "expired_time", "model_limits_enabled", "group")],
            [True, -1, False, ""], "a key without any terms")
    hub.check_ledger()


@h.case()
def what_a_key_cannot_be(hub):
    token = login(hub, hub.new_user("--credit", "5"))
    wrong = {
        "name": ["", "a\nb", "a\u0085b", 'a"b', "x" * 64, 5, True],
        "remain_quota": [-1, 10 ** 30, 500000000000001, 1.5, "1"],
        "expired_time": [0, -2, 1000000000, "never", 10 ** 18],
        "unlimited_quota": [1, "true", False],
        "model_limits": [5, "x" * 600, "a\tb", "x" * 200],
        "allow_ips": ["10.0.0.1/8", "everywhere", 5, "127.0.0.1\nx"],
        "group": [5, "g" * 30],
        "surprise": [1],
    }
    for name, values in wrong.items():
        for value in values:
            param = "remain_quota" if name == "unlimited_quota" and value is False else name
            body = dict({"name": "n"}, **{name: value})
            refused(hub.call("POST", "/api/token/", body, key=token), 400, param, words=[param])
    refused(hub.call("POST", "/api/token/", {}, key=token), 400, "name")
    refused(hub.call("POST", "/api/token/", {"name": "n", "group": "vip"}, key=token), 403, "group")
    refused(hub.call("POST", "/api/token/", {"name": "n", "model_limits_enabled": True}, key=token), 400,
            "model_limits")
    refused(hub.call("POST", "/api/token/", [], key=token), 400)
    refused(hub.call("POST", "/api/token/", b'{"name":"a","name":"b"}', key=token), 400, "name")
    refused(hub.call("POST", "/api/token/", b"name=n", key=token,
                     headers=[("Content-Type", "application/x-www-form-urlencoded")]), 415)
    h.equal(items(hub.get("/api/token/", key=token)), [], "no key was made")


@h.case()
def keys_are_changed(hub):
    token = login(hub, hub.new_user("--credit", "5"))
    made = make(hub, token, remain_quota=UNIT)
    h.expect(hub.chat("test/test", key=made["key"]), 200)
    one = f"/api/token/{made['id']}"
    h.until(lambda: console(hub.get(one, key=token))["used_quota"] > 0, "it is used")

    def change(**members):
        return console(hub.call("PUT", "/api/token/", dict({"id": made["id"]}, **members), key=token))

    def switch(status):
        return hub.call("PUT", "/api/token/?status_only=true", {"id": made["id"], "status": status},
                        key=token)

    before = console(hub.get(one, key=token))
    h.equal(change(**{name: before[name] for name in before if name != "id"}), before,
            "what is sent back as it was")
    h.equal(change(name="other")["name"], "other", "the name")
    h.equal(change(remain_quota=7)["remain_quota"], 7, "what is left")
    h.equal(change(remain_quota=0)["status"], 4, "used up")
    h.expect(hub.chat("test/test", key=made["key"]), 402)
    h.equal(change(unlimited_quota=True)["status"], 1, "without a cap")
    h.equal(change(model_limits_enabled=True, model_limits="gpt-5")["model_limits"], "gpt-5", "models")
    h.expect(hub.chat("test/test", key=made["key"]), 403)
    h.equal(change(model_limits_enabled=False)["model_limits"], "", "all models")
    h.equal(console(switch(2))["status"], 2, "off")
    h.expect(hub.chat("test/test", key=made["key"]), 401)
    h.equal(change(name="still off")["status"], 2, "a change of something else")
    h.equal(console(switch(1))["status"], 1, "on")
    for status in (0, 3, 4, "1", None):
        refused(switch(status), 400, "status")
    refused(hub.call("PUT", "/api/token/", {"name": "x"}, key=token), 400, "id")
    other = hub.new_key()
    refused(hub.call("PUT", "/api/token/", {"id": other["id"], "name": "mine"}, key=token), 404)


@h.case()
def keys_are_rotated_and_deleted(hub):
    token = login(hub, hub.new_user("--credit", "5"))
    made = [make(hub, token, name=f"k{i}") for i in range(4)]
    fresh = console(hub.call("POST", f"/api/token/{made[0]['id']}/rotate", {"grace": 3600}, key=token))
    h.require(fresh["key"] != made[0]["key"], "another text")
    for text in (fresh["key"], made[0]["key"]):
        h.expect(hub.chat("test/test", key=text), 200)
    last = console(hub.call("POST", f"/api/token/{made[0]['id']}/rotate", b"", key=token))["key"]
    for text, status in ((last, 200), (fresh["key"], 401), (made[0]["key"], 401)):
        h.expect(hub.chat("test/test", key=text), status)
    for grace in (-1, "1", 2 ** 31 - 1):
        refused(hub.call("POST", f"/api/token/{made[0]['id']}/rotate", {"grace": grace}, key=token), 400,
                "grace")
    other = hub.new_key()
    refused(hub.call("DELETE", f"/api/token/{other['id']}", key=token), 404)
    refused(hub.call("POST", f"/api/token/{other['id']}/rotate", {}, key=token), 404)
    refused(hub.call("POST", "/api/token/batch", {"ids": [made[1]["id"], other["id"]]}, key=token), 404)
    h.equal(len(items(hub.get("/api/token/", key=token))), 4, "nothing was deleted")
    refused(hub.call("POST", "/api/token/batch", {"ids": 5}, key=token), 400, "ids")
    refused(hub.call("POST", "/api/token/batch", {"ids": ["x"]}, key=token), 400, "ids[0]")
    refused(hub.call("POST", "/api/token/batch", {}, key=token), 400, "ids")
    answer = hub.call("POST", "/api/token/batch", {"ids": [row["id"] for row in made[1:3]]}, key=token)
    h.equal(console(answer), 2, "deleted together")
    h.require(console(hub.call("DELETE", f"/api/token/{made[3]['id']}", key=token)) is None, "deleted")
    h.equal([item["id"] for item in items(hub.get("/api/token/", key=token))], [made[0]["id"]], "left")
    h.expect(hub.chat("test/test", key=made[1]["key"]), 401)


# ---- what an administrator may do -------------------------------------------------------------------------


@h.case()
def codes_are_made(hub):
    token = login(hub, hub.new_user("--admin"))
    plain = login(hub, hub.new_user())
    for method, path, body in (("GET", "/api/redemption/", None), ("POST", "/api/redemption/", {"quota": 1}),
                               ("DELETE", "/api/redemption/1", None),
                               ("POST", "/api/user/manage", {"id": 1, "action": "disable"})):
        refused(hub.call(method, path, body, key=plain), 403, code="admin_required")
    end = int(time.time()) + 3600
    codes = console(hub.call("POST", "/api/redemption/", {"name": "autumn", "count": 3, "quota": UNIT,
                                                          "expired_time": end}, key=token))
    h.require(len(set(codes)) == 3 and all(len(code) == 32 for code in codes), codes)
    key = hub.new_key(hub.new_user("--credit", "0"))["key"]
    h.equal(console(hub.call("POST", "/api/user/topup", {"key": codes[1]}, key=key)), UNIT, "redeemed")
    found = items(hub.get("/api/redemption/search?keyword=AUTUMN", key=token))
    h.equal([item["status"] for item in found], [1, 3, 1], "states, the newest first")
    h.require(found[1]["used_user_id"] > 0 and found[1]["redeemed_time"] > 0, found[1])
    h.equal([found[0][name] for name in ("name", "quota", "expired_time")], ["autumn", UNIT, end], "a code")
    for code in codes:
        h.require(code not in str(found), "a code is shown again")
    h.equal(items(hub.get("/api/redemption/?p=9999", key=token)), [], "behind the end")
    one = f"/api/redemption/{found[0]['id']}"
    h.equal(console(hub.get(one, key=token)), found[0], "one of them")

    def switch(status, id_=found[0]["id"]):
        return hub.call("PUT", "/api/redemption/?status_only=true", {"id": id_, "status": status}, key=token)

    h.equal(console(switch(2))["status"], 2, "off")
    refused(hub.call("POST", "/api/user/topup", {"key": codes[2]}, key=key), 404, "key", "invalid_code")
    h.equal(console(switch(1))["status"], 1, "on")
    refused(switch(3), 400, "status")
    refused(switch(2, found[1]["id"]), 409, code="code_used")
    refused(switch(2, 10 ** 9), 404)
    refused(hub.get("/api/redemption/999999999", key=token), 404)
    console(hub.call("DELETE", one, key=token))
    refused(hub.call("DELETE", f"/api/redemption/{found[0]['id']}", key=token), 404)
    refused(hub.call("POST", "/api/user/topup", {"key": codes[2]}, key=key), 404, "key", "invalid_code")
    for name, values in {"quota": [0, -1, 10 ** 20, 1.5, "1"], "count": [0, -1, 1001, "1"],
                         "name": ["", "a\nb", "x" * 64], "expired_time": [-1, 1, "x"], "odd": [1]}.items():
        for value in values:
            refused(hub.call("POST", "/api/redemption/", dict({"quota": 1}, **{name: value}), key=token), 400,
                    name)
    refused(hub.call("POST", "/api/redemption/", {"name": "x"}, key=token), 400, "quota")


@h.case()
def users_are_managed(hub):
    admin = hub.new_user("--admin")
    token = login(hub, admin)
    user = hub.new_user("--credit", "1")
    row = hub.ask("user", "show", user)[0]
    key = hub.new_key(user)["key"]

    def manage(action, **members):
        return hub.call("POST", "/api/user/manage", dict({"id": row["id"], "action": action}, **members),
                        key=token)

    h.equal(console(manage("disable"))["status"], 2, "disabled")
    h.expect(hub.chat("test/test", key=key), 401)
    h.equal(console(manage("enable"))["status"], 1, "enabled")
    h.expect(hub.chat("test/test", key=key), 200)
    h.equal(console(manage("promote"))["role"], 10, "promoted")
    h.equal(console(manage("demote"))["role"], 1, "demoted")
    h.equal(console(manage("set_plan", plan="free"))["plan"], "free", "plan")
    h.equal(console(manage("set_plan", plan=""))["plan"], "", "no plan")
    refused(manage("set_plan", plan="none"), 400, "plan")
    h.equal(hub.ask("user", "show", user)[0]["credited"], "1", "before")
    console(manage("add_quota", value=UNIT, note="by console"))
    h.equal(hub.ask("user", "show", user)[0]["credited"], "2", "paid in")
    h.equal(hub.ask("credit", "list", user)[0]["note"], "by console", "the note")
    console(manage("add_quota", value=-UNIT))
    for value in (10 ** 20, -10 ** 20, "1", 1.5, None):
        refused(manage("add_quota", value=value), 400, "value")
    refused(manage("explode"), 400, "action")
    refused(manage("disable", odd=1), 400, "odd")
    refused(hub.call("POST", "/api/user/manage", {"id": 999999, "action": "disable"}, key=token), 404)
    myself = hub.ask("user", "show", admin)[0]["id"]
    for action in ("disable", "delete", "demote"):
        refused(hub.call("POST", "/api/user/manage", {"id": myself, "action": action}, key=token), 403,
                "action")
    console(manage("delete"))
    refused(manage("enable"), 404)
    hub.check_ledger()


# ---- who is forgotten -----------------------------------------------------------------------------------------


def holds(hub, text):
    """Files of the data directory, but for the database and the logs, that hold a text."""
    return [str(path) for path in hub.data.rglob("*")
            if path.is_file() and "db" not in path.parts and path.suffix != ".log"
            and text.encode() in path.read_bytes()]


@h.case()
def an_erased_user_is_gone(hub):
    user, secret = hub.new_user("--credit", "5"), "unmistakable words"
    token = login(hub, user)
    row = hub.new_key(user, "--name", "my phone", "--keep-prompts")
    session = h.expect(hub.call("POST", "/v1/sessions", {"title": "talk"}, key=token), 201).json
    h.expect(hub.chat("test/test", text=secret, key=row["key"], session_id=session["session_id"]), 200)
    h.until(lambda: len(holds(hub, secret)) >= 2, "the session and the prompt are kept")
    erased = hub.ask("user", "erase", user)[0]
    h.equal(erased["name"], f"erased-{erased['id']}", "the name")
    h.equal(holds(hub, secret), [], "files")
    for key in (row["key"], token):
        h.expect(hub.get("/v1/models", key=key), 401)
    answer = hub.call("POST", "/auth/token", {"username": user, "password": PASSWORD}, key=None)
    h.expect(answer, 401)
    h.require(user not in str(hub.ask("user", "list")) + str(hub.ask("credit", "list")) +
              str(hub.ask("key", "list")) + str(hub.entries()), "the name is told")
    h.equal([entry["user"] for entry in hub.entries() if entry["key"] == row["id"]], [None], "the entry")
    hub.ask("user", "erase", erased["name"])
    hub.check_ledger()


h.run(settings)
