"""What the SDKs must see. Each has a script that prints it: {API: {check: what was seen}}."""
import json
import os
import pathlib
import subprocess

import harness as h

INSTALLED = pathlib.Path(os.environ["CLIENTS_INSTALLED"])
SCRIPTS = {
    "openai-js": "sdk_openai.mjs",
    "anthropic-js": "sdk_anthropic.mjs",
    "genai-js": "sdk_genai.mjs",
    "ai-sdk": "sdk_ai.mjs",
    "aigne-js": "sdk_aigne_chat.mjs",
    "blocklet-js": "blocklet/sdk_blocklet.mjs",
    "openai-python": "sdk_openai.py",
    "anthropic-python": "sdk_anthropic.py",
    "indoxrouter": "sdk_indox.py",
    "indoxhub": "sdk_indox.py",
}
APIS = {
    "openai-js": ("Chat", "Responses"),
    "openai-python": ("Chat", "Responses"),
    "anthropic-js": ("Messages",),
    "anthropic-python": ("Messages",),
    "indoxrouter": ("Indox",),
    "indoxhub": ("Indox",),
    "genai-js": ("Gemini",),
    "ai-sdk": ("Chat", "Responses", "Messages", "Gemini"),
    "aigne-js": ("AIGNE",),
    "blocklet-js": ("AIGNE",),
}
WORDS = ["word0 word1 word2 ", 3]
CALL = ["look_up", {"text": "".join(f"word{i} " for i in range(10))}]
SAID = "The tool said: sunny"
WRAPPED = 'The tool said: {"name":"look_up","content":"sunny"}'  # as the AI SDK puts results for Gemini
WHY_STOPPED = {"Chat": "tool_calls", "Responses": "completed", "Messages": "tool_use", "Gemini": "STOP"}
ERRORS = {"wrong key": ("AuthenticationError", 401), "limit": ("RateLimitError", 429),
          "bad request": ("BadRequestError", 400), "unknown model": ("NotFoundError", 404)}
BROKEN = {"anthropic-python": ["APIStatusError", 200], "ai-sdk": ["AI_StreamProviderError", 500]}
ONE_ERROR_IN_STREAM = {"genai-js": "ApiError", "ai-sdk": "AI_StreamProviderError"}
ONE_ERROR = {"genai-js": "ApiError", "ai-sdk": "AI_APICallError"}  # for every status


def broken_stream(client, api, dialect):
    """What a client makes of a provider's error in the middle of a stream."""
    if api == "Gemini":  # the only one whose errors in a stream have a status: ours, or the provider's own
        return [ONE_ERROR_IN_STREAM[client], 500 if dialect == "gemini" else 502]
    if (client, api) == ("openai-python", "Responses"):
        return ["RuntimeError", None]
    return BROKEN.get(client, ["APIError", None])


def wanted_of_indox():
    """Its errors have no status, but a kind for each."""
    errors = {"wrong key": "AuthenticationError", "limit": "RateLimitError", "bad request": "InvalidParametersError",
              "unknown model": "ModelNotFoundError", "broken stream": "APIError"}
    return {"connection": ["connected", 200], "chat": WORDS, "stream": WORDS, "text": WORDS, "text streamed": WORDS,
            "tools": ["tool_calls", *CALL, SAID], "tools streamed": ["tool_calls", *CALL, SAID],
            "structured": {"city": "word0 word1", "days": 1}, "models": True,
            "model": {"input": 0.001, "output": 0.002}, "usage": True, "own key": "InvalidParametersError",
            "absent model": "ModelNotAvailableError", "not offered": "APIError",
            **{name: [kind, None] for name, kind in errors.items()}}


def wanted_of_aigne(client):
    """AIGNE's clients know the type of an error, but that of a wrong key. One knows what a call costs."""
    turn = ["function", *CALL, SAID]
    words = [*WORDS, True, True]
    if client == "aigne-js":
        words.append("test/test:events=3")
    checks = {"chat": words, "stream": words, "tools": turn, "tools streamed": turn,
              "structured": {"city": "word0 word1", "days": 1},
              "broken stream": ["Error", None if client == "aigne-js" else "model_error"],
              "wrong key": ["Error" if client == "aigne-js" else "AxiosError", None],
              "limit": ["Error", "rate_limit_error"], "bad request": ["Error", "invalid_request_error"],
              "unknown model": ["Error", "invalid_request_error"]}
    if client == "aigne-js":
        checks["structured streamed"] = checks["structured"]
    return checks


def wanted(client, api, dialect):
    """The checks of a client's API and what they must see."""
    if api == "Indox":
        return wanted_of_indox()
    if api == "AIGNE":
        return wanted_of_aigne(client)
    turn = [WHY_STOPPED[api], *CALL, SAID]
    if client == "ai-sdk":
        turn = ["tool-calls", *CALL, WRAPPED if api == "Gemini" else SAID]
    checks = {"chat": WORDS, "stream": WORDS, "tools": turn, "tools streamed": turn,
              "structured": {"city": "word0 word1", "days": 1}}
    if client != "ai-sdk":
        checks["models"] = True
        if api != "Chat":
            checks["count"] = True
    checks["broken stream"] = broken_stream(client, api, dialect)
    for name, (kind, status) in ERRORS.items():
        checks[name] = [ONE_ERROR.get(client, kind), status]
    return checks


def run_script(client, script, hub):
    script = INSTALLED / script
    program = "node" if script.suffix == ".mjs" else INSTALLED / "python/bin/python"
    env = {"PATH": os.environ["PATH"], "HOME": str(hub.dir), "TMPDIR": str(hub.dir), "KEY": hub.key,
           "BASE_URL": f"http://127.0.0.1:{hub.port}"}
    done = subprocess.run([program, script, client], env=env, capture_output=True, text=True, timeout=100)
    h.require(done.returncode == 0, done.stderr[-1500:])
    return json.loads(done.stdout)


def cases_of(title, run, parts):
    """The script runs as a case of its own, and each thing that it saw is another one. parts: for each part of what
    it saw, the checks and what they must see."""
    seen = {}

    def look(part, name, value):
        h.require(part in seen, "the script did not run")
        h.equal(seen[part].get(name), value, name)

    yield f"{title}runs", lambda: seen.update(run())
    for part, checks in parts.items():
        for name, value in checks.items():
            yield f"{title}{part}, {name}", lambda part=part, name=name, value=value: look(part, name, value)


def cases(client, hub):
    return cases_of("", lambda: run_script(client, SCRIPTS[client], hub),
                    {api: wanted(client, api, hub.dialect) for api in APIS[client]})
