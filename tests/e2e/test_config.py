#!/usr/bin/env python3
"""The configuration while the hub runs: changes, mistakes, and what the operator is told."""
import json
import time

import harness as h

FRESH = 2  # seconds until a change is in force
LASTING = [shape for shape in h.SHAPES if shape not in h.CGI]


def model_status(hub, name):
    return hub.get("/v1/models/" + name).status


def takes_effect(hub, condition, what):
    """Within the time, and from then on always."""
    written = time.monotonic()
    h.until(condition, what, FRESH + 0.5)
    h.until(lambda: time.monotonic() > written + FRESH, "time passes")
    for _ in range(10):
        h.require(condition(), "not lasting:", what)


@h.case(own=True)
def changes_take_effect(shape, provider):
    with h.Hub(shape, provider, {"models": {}}) as hub:
        hub.config["providers"]["test"]["any_model"] = False
        hub.write_config()
        takes_effect(hub, lambda: hub.chat("test/new").status == 404, "no models")
        hub.config["models"] = {"new": "test/test:events=2"}
        hub.write_config()
        takes_effect(hub, lambda: model_status(hub, "new") == 200, "a new model")
        h.equal(hub.chat("new").json["usage"]["completion_tokens"], 2, "tokens")
        hub.config["models"]["new"] = "test/test:events=5"
        hub.write_config()
        takes_effect(hub, lambda: hub.chat("new").json["usage"]["completion_tokens"] == 5, "5")
        hub.config["models"] = {}
        hub.write_config()
        takes_effect(hub, lambda: model_status(hub, "new") == 404, "the model is gone")


@h.case(*LASTING, own=True)
def what_runs_keeps_its_own(shape, provider):
    with h.Hub(shape, provider) as hub:
        call = hub.stream("test/test:events=40,gap=100")
        events = call.events()
        next(events)
        del hub.config["providers"]["test"]
        hub.config["providers"]["demo"] = {"any_model": False}
        hub.write_config()
        takes_effect(hub, lambda: hub.chat("test/x").status == 404, "the provider is gone")
        h.equal([event for _, event in events][-1], b"data: [DONE]\n\n", "the end of the stream")
        h.equal(hub.entry(call.header("x-request-id"))["output"], 40, "output")


@h.case(*LASTING, own=True)
def broken_file_keeps_the_old_one(shape, provider):
    with h.Hub(shape, provider) as hub:
        good = hub.config_file.read_text()
        for text, message in (("{\n  \"providers\": {,}\n}\n", "aihub.json:2:"),
                              (good.replace("any_model", "any_modle"),
                               "providers.test.any_modle"),
                              ("", "aihub.json")):
            hub.write_config(text)
            h.until(lambda: "reason" in hub.get("/readyz").json, "/readyz says so", FRESH + 0.5)
            ready = h.expect(hub.get("/readyz", key=None), 200)
            h.require("configuration" in ready.json["reason"], "the reason", ready.json)
            h.require("any_modle" not in ready.json["reason"], "too much for everybody", ready.json)
            h.until(lambda: hub.get("/readyz").status == 200 and message in hub.log(),
                    f"{message} in the log", FRESH + 0.5)
            h.expect(hub.chat("test/test"), 200)
        log = hub.log()
        h.require("old configuration" in log, "the log does not say what is in force")
        hub.config["models"] = {"mended": "test/test"}
        hub.write_config()
        takes_effect(hub, lambda: model_status(hub, "mended") == 200, "mended")
        h.until(lambda: "reason" not in hub.get("/readyz").json, "/readyz is content", FRESH)


def expect_unconfigured(hub):
    h.equal(hub.get("/healthz", key=None).status, 200, "/healthz")
    ready = hub.get("/readyz", key=None)
    h.equal((ready.status, ready.json["status"]), (503, "unavailable"), "/readyz")
    for answer in (hub.chat("test/test"), hub.get("/v1/models"), hub.get("/v1/usage")):
        error = h.expect_error(answer, 503, "api_error", "unavailable")
        h.require("configuration" in error["message"], "message", error)
    h.expect_error(hub.get("/nothing"), 404)


@h.case(*h.CGI, own=True)
def broken_file_of_a_cgi(shape, provider):
    with h.Hub(shape, provider) as hub:
        hub.write_config("{")
        expect_unconfigured(hub)
        hub.write_config()
        h.expect(hub.chat("test/test"), 200)


@h.case("lighttpd-socket", own=True)
def broken_at_the_start(shape, provider):
    with h.Bare(provider) as hub:
        hub.key = hub.new_key()["key"]
        for text in ("{", None):
            if text is None:
                hub.config_file.unlink()
            else:
                hub.write_config(text)
            with open(hub.dir / "stderr.log", "w") as errors:
                responder = hub.respond(stderr=errors)
            h.until(lambda: hub.get("/healthz", key=None).status == 200, "lighttpd reaches it")
            expect_unconfigured(hub)
            h.require("aihub.json" in (hub.dir / "stderr.log").read_text(), "stderr says nothing")
            hub.write_config()
            takes_effect(hub, lambda: hub.chat("test/test").status == 200, "mended")
            h.equal(h.end_process(responder), 0, "exit status")


MISTAKES = (
    ('{\n "providers": {"demo": {}}\n "models": {}}', "aihub.json:3:"),
    ('{"providers": {"demo": {}}, "thread": 5}', "thread: "),
    ('{"providers": {"demo": {}}, "threads": "many"}', "threads: "),
    ('{"providers": {"demo": {}}, "threads": 0}', "threads: "),
    ('{"providers": {"demo": {}}, "providers": {}}', "duplicate"),
    ('{"providers": {}}', "providers: at least one provider is needed"),
    ('{"providers": {"demo": {"x": 1}}}', "providers.demo.x: "),
    ('{"providers": {"openai": {}}}', "providers.openai.key: "),
    ('{"providers": {"openai": {"key": "sk-proj-secret"}}}', "providers.openai.key: "),
    ('{"providers": {"openai": {"key": "env:NO_SUCH_VARIABLE"}}}', "NO_SUCH_VARIABLE is not set"),
    ('{"providers": {"openai": {"key": "file:no-such-file"}}}', "providers.openai.key: "),
    ('{"providers": {"x": {"base_url": "ftp://x"}}}', "providers.x.base_url: "),
    ('{"providers": {"x": {}}}', "providers.x.base_url: "),
    ('{"providers": {"x": {"type": "nonsense"}}}', "providers.x.type: "),
    ('{"providers": {"demo": {}}, "models": {"a": "nobody/x"}}', 'models.a: no provider "nobody"'),
    ('{"providers": {"demo": {}}, "models": {"a": "x"}}', "models.a: "),
    ('{"providers": {"demo": {}}, "models": {"a": {"model": "demo/x", "price": {"input": 0.5}}}}',
     "models.a.price."),
    ('{"providers": {"demo": {}}, "base_path": "ai/"}', "base_path: "),
)


@h.case("lighttpd", own=True)
def mistakes_are_one_clear_line(_, provider):
    site = h.Site(provider)
    try:
        for text, words in MISTAKES:
            site.write_config(text)
            done = site.command("check", good=False)
            h.require(done.returncode not in (0, None), "exit status", done.returncode, text)
            lines = done.stderr.splitlines()
            h.require(len(lines) == 1 and words in lines[0], words, "is not in", done.stderr)
            h.require("aihub.json" in lines[0], "the file is not named", lines)
            h.require("sk-proj-secret" not in done.stdout + done.stderr, "a secret is shown")
        site.write_config('// a comment\n{ "providers":\n  // another\n {"demo": {}, }}')
        h.require("aihub.json:4:" in site.command("check", good=False).stderr, "line with comments")
    finally:
        site.remove()


@h.case("lighttpd", own=True)
def check_tries_everything(_, provider):
    site = h.Site(provider)
    try:
        none = site.command("check", good=False)
        h.require(none.returncode == 1 and f"ledger {site.data}: ledger: there is none in" in none.stdout, none.stdout)
        site.new_user()
        h.require("ok" in site.command("check").stdout, "a good site")
        (site.dir / "wrong.key").write_text("not-the-key")
        with h.socket.socket() as down:
            down.bind(("127.0.0.1", 0))
            site.config["providers"].update({
                "wrong": {**site.row(provider.url), "key": "file:wrong.key"},
                "down": site.row(f"http://127.0.0.1:{down.getsockname()[1]}/v1"),
                "nothing": site.row(provider.url + "/not/here"),
                "demo": {}})
            site.write_config()
            done = site.command("--json", "check", good=False)
        h.require(done.returncode != 0, "exit status")
        rows = {(row["check"], row["name"]): row for row in map(json.loads,
                                                                done.stdout.splitlines())}
        told = {name: (row["ok"], row["message"]) for (check, name), row in rows.items()
                if check == "provider"}
        h.equal({name: good for name, (good, _) in told.items()},
                {"test": True, "demo": True, "wrong": False, "down": False, "nothing": False},
                "providers")
        h.require("refuses the key" in told["wrong"][1], "wrong", told)
        h.require("base_url" in told["nothing"][1], "nothing", told)
        h.require("not-the-key" not in done.stdout + done.stderr, "a secret is shown")
    finally:
        site.remove()


@h.case("lighttpd", own=True)
def what_quickstart_promises(shape, provider):
    away = {"type": "openai-compatible", "base_url": "http://127.0.0.1:1/v1"}
    refused = "Nobody said yet what the models of paid cost"
    for providers, model, told in (({"paid": away}, "paid/MODEL", True),
                                   ({"paid": away, "demo": {}}, "demo", False),
                                   ({"paid": {**away, "free": True}}, "paid/MODEL", False)):
        with h.Hub(shape, provider, {"providers": providers, "models": {}}) as hub:
            h.require(f'"model":"{model}"' in hub.said, "no call of", model, hub.said)
            h.equal(refused in hub.said, told, hub.said)


h.run()
