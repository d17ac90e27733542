"""Agents on the command line: each has to finish a turn in which it calls a tool."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import harness as h

BIN = pathlib.Path(os.environ["CLIENTS_INSTALLED"]) / "node_modules/.bin"
SAID = ("The tool said:", "from-the-tool")  # the provider's last word and what the tool printed
TASK = "run echo with a shell, then stop"
# Models that the agents ask for by themselves, or treat in a way of their own.
BUILT_IN_NAMES = (
    "claude-haiku-4-5-20251001", "claude-sonnet-5-5", "claude-opus-5",
    "gpt-5.5", "gpt-5.6-terra",
    "gemini-3.5-flash-lite", "gemini-3.8-flash", "gemini-3.8-pro",
)


class Gave(h.Failed):
    """An agent that gave up, with what it said."""


class Place:
    """An empty home and a directory to work in, for the turns of one case."""

    def __init__(self, hub):
        self.hub = hub
        self.dir = pathlib.Path(tempfile.mkdtemp(prefix="aihub-agent-"))
        self.home, self.work = self.dir / "home", self.dir / "work"
        self.home.mkdir()
        self.work.mkdir()
        self.url = f"http://127.0.0.1:{hub.port}"

    def run(self, words, **env):
        """Runs an agent with nothing but that environment; what it printed."""
        env = {"PATH": os.environ["PATH"], "HOME": str(self.home), **env}
        done = subprocess.run(words, env=env, cwd=self.work, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, timeout=120)
        if done.returncode != 0:
            raise Gave(f"{pathlib.Path(words[0]).name} ended with {done.returncode}: "
                       f"{done.stdout[-1500:]}{done.stderr[-1500:]}")
        return done.stdout

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.dir, ignore_errors=True)


# ---- the agents -----------------------------------------------------------------------------


def claude_code(place, model, *more, variable="ANTHROPIC_AUTH_TOKEN", form=("json",)):
    out = place.run([BIN / "claude", "-p", TASK, "--model", model, "--allowedTools", "Bash",
                     "--output-format", *form, *more],
                    ANTHROPIC_BASE_URL=place.url, CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC="1",
                    DISABLE_TELEMETRY="1", DISABLE_AUTOUPDATER="1", DISABLE_ERROR_REPORTING="1",
                    **{variable: place.hub.key})
    answer = json.loads(out.splitlines()[-1])
    h.equal((answer["subtype"], answer["is_error"]), ("success", False), "how it ended")
    return answer["result"]


CODEX = ["exec", "--skip-git-repo-check", "--json", "--dangerously-bypass-approvals-and-sandbox",
         "-c", "check_for_update_on_startup=false", "-c", "analytics.enabled=false"]


def codex_said(out):
    events = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
    h.require("turn.completed" in [event["type"] for event in events], "no turn was completed:", out)
    items = [event["item"] for event in events if event["type"] == "item.completed"]
    errors = [item for item in items if item["type"] == "error" and
              "metadata for" not in item["message"]]  # it has no table row for our names
    h.require(not errors, "errors:", errors)
    return "\n".join(item["text"] for item in items if item["type"] == "agent_message")


def codex(place, model, *more):
    provider = (f'{{name="hub",base_url="{place.url}/v1",env_key="HUB_KEY",wire_api="responses",'
                'request_max_retries=0,stream_max_retries=0}')
    return codex_said(place.run(
        [BIN / "codex", *CODEX, "-c", "model_provider=hub", "-c", f"model_providers.hub={provider}",
         "-m", model, *more, *([] if "resume" in more else [TASK])], HUB_KEY=place.hub.key))


def codex_built_in(place, model):
    """OpenAI itself, at another address: the first thing that it tries is a WebSocket."""
    return codex_said(place.run(
        [BIN / "codex", *CODEX, "-c", f'openai_base_url="{place.url}/v1"', "-m", model, TASK],
        CODEX_API_KEY=place.hub.key))


GEMINI = {
    "security": {"auth": {"selectedType": "gemini-api-key"}},
    "privacy": {"usageStatisticsEnabled": False},
    "telemetry": {"enabled": False},
    "general": {"disableAutoUpdate": True, "disableUpdateNag": True},
}


def gemini_cli(place, model=None, *more, **env):
    (place.home / ".gemini").mkdir(exist_ok=True)
    (place.home / ".gemini/settings.json").write_text(json.dumps(GEMINI))
    out = place.run([BIN / "gemini", "-p", TASK, *(["-m", model] if model else []),
                     "--approval-mode", "yolo", "--skip-trust", "--output-format", "json", *more],
                    GEMINI_API_KEY=place.hub.key, GOOGLE_GEMINI_BASE_URL=place.url, **env)
    answer = json.loads(out[out.index("{"):])
    h.require(not answer.get("error"), answer.get("error"))
    return answer["response"]


# ---- what a turn is ------------------------------------------------------------------------------


def check_said(said):
    for words in SAID:
        h.require(words in said, f"{words!r} is not in what it said:", h.shorten(said))


def all_ended(lines):
    """The lines, if each request in them has its end there, too."""
    ended = {line["serial"] for line in lines if "end" in line}
    return lines if all(line["serial"] in ended for line in lines) else None


def check_provider(hub, mark, signed):
    """What the provider saw of a turn: nothing that it refused, the tool's result, and, where its dialect
    has them, the signature of its thoughts."""
    lines = h.until(lambda: all_ended(hub.provider.lines()[mark:]), "the provider's answers ended")
    status = {line["serial"]: line["status"] for line in lines if "end" in line}
    asked = [line for line in lines if line.get("path", "").startswith(hub.asked_at)]
    h.require(len(asked) >= 2, "the provider was asked", len(asked), "times")
    refused = [(line["path"], status[line["serial"]]) for line in asked if status[line["serial"]] != 200]
    h.require(not refused, "the provider refused", refused)
    bodies = [json.dumps(line["body"]) for line in asked]
    h.require(any("from-the-tool" in body for body in bodies[1:]), "no request has the tool's result")
    if signed:
        h.require(any("sig/" in body for body in bodies[1:]), "no request has the thought's signature")


def check_hub(hub, mark):
    """Agents try again in other words when they are refused, so nobody would see it."""
    refused = re.findall(r"POST \S+ [45]\d\d .*", hub.log()[mark:])
    h.require(not refused, "the hub refused", refused)


def turn(hub, agent, *how, signed=(), again=None, skips=None, **more):
    """One turn, and with `again` (what the agent wants for that) a second one that goes on from there.
    signed: the provider's dialects in which the thoughts' signatures must come back."""
    if hub.dialect in (skips or {}):
        raise h.Skip(skips[hub.dialect])
    with Place(hub) as place:
        for words in ([],) if again is None else ([], again):
            mark, log_mark = len(hub.provider.lines()), len(hub.log())
            check_said(agent(place, *how, *words, **more))
            check_provider(hub, mark, hub.dialect in signed)
            check_hub(hub, log_mark)


def refusal(hub, agent):
    """A request that the provider refuses ends the turn, with the provider's words."""
    with Place(hub) as place:
        try:
            said = agent(place, "refused")
        except Gave as why:
            h.require("told to answer 400" in why.args[0], "its words:", why)
        else:
            raise h.Failed(f"it said {said}")


def answer_in_schema(hub, agent):
    with Place(hub) as place:
        schema = place.dir / "schema.json"
        schema.write_text(json.dumps(SCHEMA))
        h.equal(json.loads(agent(place, "words", "--output-schema", str(schema))),
                {"city": "word0 word1", "days": 1}, "the answer")


SCHEMA = {"type": "object", "properties": {"city": {"type": "string"}, "days": {"type": "integer"}},
          "required": ["city", "days"], "additionalProperties": False}
SIGNED = ("responses", "anthropic", "gemini")  # the dialects that have signatures
EFFORT = ["-c", 'model_reasoning_effort="high"']
GEMINI_REPEATS = "a resumed session tells a tool's result twice, which Gemini itself refuses"
CLIENTS = {
    "claude-code": [
        ("a turn", claude_code, ["agent"], {}),
        ("a turn with thoughts", claude_code, ["thinker"], {"signed": SIGNED}),
        ("two turns with thoughts", claude_code, ["thinker"], {"signed": SIGNED, "again": ["--continue"]}),
        ("a turn that is watched", claude_code, ["thinker"],
         {"signed": SIGNED, "form": ("stream-json", "--verbose", "--include-partial-messages")}),
        ("its own model, key in x-api-key", claude_code, ["sonnet"],
         {"signed": SIGNED, "variable": "ANTHROPIC_API_KEY"}),
    ],
    "codex": [
        ("a turn", codex, ["agent"], {}),
        ("a turn with thoughts", codex, ["thinker", *EFFORT], {"signed": SIGNED}),
        ("two turns with thoughts", codex, ["thinker", *EFFORT],
         {"signed": SIGNED, "again": ["resume", "--last", "again"]}),
        ("gpt-5.5", codex, ["gpt-5.5"], {"signed": SIGNED}),
        ("gpt-5.6-terra", codex, ["gpt-5.6-terra"], {"signed": SIGNED}),
        ("gpt-5.5 at the built-in provider", codex_built_in, ["gpt-5.5"], {"signed": SIGNED}),
    ],
    "gemini-cli": [
        ("a turn", gemini_cli, ["agent"], {}),
        ("a turn with thoughts", gemini_cli, ["thinker"], {"signed": ("responses", "gemini")}),
        ("two turns with thoughts", gemini_cli, ["thinker"],
         {"signed": ("responses",), "again": ["--resume", "latest"], "skips": {"gemini": GEMINI_REPEATS}}),
        ("its own models, key as a bearer", gemini_cli, [],
         {"signed": SIGNED, "GEMINI_API_KEY_AUTH_MECHANISM": "bearer"}),
    ],
}


def cases(client, hub):
    """What an agent has to do: turns, and what it tells when there is none."""
    turns = CLIENTS[client]
    for name, agent, how, more in turns:
        yield name, lambda agent=agent, how=how, more=more: turn(hub, agent, *how, **more)
    agent = turns[0][1]
    yield "a refusal", lambda: refusal(hub, agent)
    if agent is codex:
        yield "an answer in a schema", lambda: answer_in_schema(hub, agent)
