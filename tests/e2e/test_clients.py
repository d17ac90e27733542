#!/usr/bin/env python3
"""The official OpenAI clients, as they come from PyPI and npm, changed by nothing but their
base URL: chat, streams, models, classes of errors, retries."""
import functools
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import sys
import threading

import harness as h
from packages import directory, install

HERE = pathlib.Path(__file__).resolve().parent / "clients"
TRIES = {}

# What both see. Errors are class, status, code.
WANTED = {
    "chat": ["word0 word1 word2 ", 3],
    "request id": 32,
    "stream": "word0 word1 word2 ",
    "usage": [[], 3],
    "tools": [["look_up", '{"text":"word0 word1 "}']],
    "models": ["fast"],
    "wrong key": ["AuthenticationError", 401, "invalid_api_key"],
    "unknown model": ["NotFoundError", 404, "model_not_found"],
    "no messages": ["BadRequestError", 400, None],
    "provider's limit": ["RateLimitError", 429, "rate_limit_exceeded"],
    "no credit": [None, 402, "insufficient_credit"],
    "capped": ["RateLimitError", 429, "rate_limit_exceeded"],
    "provider fails": ["InternalServerError", 500, None],
    "provider cuts": ["InternalServerError", 502, "provider_error"],
    "stream breaks": ["APIError", None, "provider_error"],
    "retried": ["after 2 refusals"] * 2,
}
GENERAL = {"python": "APIStatusError", "javascript": "APIError"}  # for a status without a class


class Flaky(http.server.BaseHTTPRequestHandler):
    """A provider that refuses each model twice with the status in its name."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        model = json.loads(self.rfile.read(int(self.headers["content-length"])))["model"]
        TRIES[model] = TRIES.get(model, 0) + 1
        if TRIES[model] <= 2:
            self.answer(int(model[:3]), {"error": {"message": "Not now.", "type": "requests",
                                                   "param": None, "code": None}})
        else:
            message = {"role": "assistant", "content": f"after {TRIES[model] - 1} refusals"}
            self.answer(200, {"id": "x", "object": "chat.completion", "created": 1, "model": model,
                              "choices": [{"index": 0, "message": message,
                                           "finish_reason": "stop"}]})

    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("retry-after-ms", "50")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def settings(provider):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Flaky)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return {
        "providers": {
            "test": h.Site.row(provider.url),
            "strict": {**h.Site.row(provider.url), "any_model": False},
            "flaky": h.Site.row(f"http://127.0.0.1:{server.server_port}/v1"),
        },
        "models": {"fast": "test/test:events=3"},
    }


@functools.cache
def python_client():
    """The command that runs the Python client, in an environment of its own."""
    where = directory()
    install("a Python environment", sys.executable, "-m", "venv", where)
    install("openai from PyPI", where / "bin/pip", "install", "--quiet",
            "--disable-pip-version-check", "openai")
    return [where / "bin/python", HERE / "openai_client.py"]


@functools.cache
def javascript_client():
    where = directory()
    for name in ("node", "npm"):
        if not shutil.which(name):
            raise h.Skip(f"{name} is not installed")
    install("openai from npm", "npm", "install", "--silent", "--no-audit", "--no-fund",
            "--prefix", where, "openai", cwd=where)
    shutil.copy(HERE / "openai_client.mjs", where)  # node looks for packages beside the script
    return ["node", where / "openai_client.mjs"]


def keys(hub):
    capped = hub.new_key(None, "--requests", "1")["key"]
    h.expect(hub.chat("fast", key=capped), 200)
    return {"KEY": hub.key, "CAPPED_KEY": capped,
            "POOR_KEY": hub.new_key(hub.new_user("--credit", "0.0000001"))["key"]}


def check(hub, language, command):
    TRIES.clear()
    quiet = {name: value for name, value in os.environ.items()
             if not name.startswith("OPENAI_") and "proxy" not in name.lower()}
    # The clients write a slash in a name as %2F.
    models = ["fast", "c:d"] if hub.slash == "/" else ["fast", "test/a/b", "test/c:d"]
    env = {**quiet, **keys(hub), "BASE_URL": f"http://127.0.0.1:{hub.port}/v1",
           "MODELS": " ".join(models)}
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=100)
    h.require(done.returncode == 0, done.stderr[-1500:])
    seen = json.loads(done.stdout)
    for name, wanted in {**WANTED, "model": models}.items():
        if name == "no credit":
            wanted = [GENERAL[language], *wanted[1:]]
        h.equal(seen[name], wanted, name)


@h.case(limit=600)
def python(hub):
    check(hub, "python", python_client())


@h.case(limit=600)
def javascript(hub):
    check(hub, "javascript", javascript_client())


h.run(settings)
