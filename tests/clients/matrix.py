"""Each client with each dialect behind the hub. Started by run."""
import itertools
import os
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))
import agents  # noqa: E402
import aigne  # noqa: E402
import harness as h  # noqa: E402
import sdks  # noqa: E402
import tasks  # noqa: E402

# What the provider behind the hub speaks: the type in the configuration, where it is, where it is asked.
DIALECTS = {
    "chat": ("openai-compatible", "/v1", "/v1/chat/completions"),
    "responses": ("responses-compatible", "/v1", "/v1/responses"),
    "anthropic": ("anthropic-compatible", "/v1", "/v1/messages"),
    "gemini": ("gemini-compatible", "/v1beta", "/v1beta/models/"),
}
MODELS = {
    "words": "test:events=3",
    "agent": "test:agent",
    "thinker": "test:agent,think=3",
    "limited": "test:status=429,retry=1,loose",
    "refused": "test:status=400,loose",
    "broken": "test:events=3,errevent=2",
    "absent": "test:status=503",
    **dict.fromkeys(agents.BUILT_IN_NAMES, "test:agent,think=3"),
}


def settings(provider, dialect):
    kind, path, _ = DIALECTS[dialect]
    row = {**h.Site.row(f"http://127.0.0.1:{provider.port}{path}"), "type": kind}
    return {"providers": {"test": row, "strict": {**row, "any_model": False}},
            "models": {**{name: f"test/{model}" for name, model in MODELS.items()}, **tasks.MODELS}}


def run_dialect(tap, provider, dialect, clients):
    try:
        hub = h.Hub("lighttpd", provider, settings(provider, dialect))
    except h.Failed as why:
        tap.report(False, f"{dialect}: the hub starts", str(why))
        return
    hub.dialect, hub.asked_at = dialect, DIALECTS[dialect][2]
    for client in clients:
        module = next((module for module in (agents, aigne) if client in module.CLIENTS), sdks)
        for name, function in itertools.chain(module.cases(client, hub), tasks.cases(client, hub)):
            h.run_case(tap, f"{client} to {dialect}: {name}", function, (), 180, hub)
    for name, function in {"the ledger is clean": hub.check_ledger,
                           "no secret is in a log": lambda: h.check_secrets(hub),
                           "stops and leaves nothing behind": hub.stop}.items():
        h.run_case(tap, f"{dialect}: {name}", function, (), 60, hub)


def main():
    tap, provider = h.Tap(), h.Provider()
    try:
        for dialect in os.environ["CLIENTS_DIALECTS"].split():
            run_dialect(tap, provider, dialect, os.environ["CLIENTS"].split())
    finally:
        if os.environ["CLIENTS_LOG"]:
            shutil.copy(provider.log, os.environ["CLIENTS_LOG"])
        provider.stop()
    print(f"1..{tap.count}", flush=True)
    return 1 if tap.failures else 0


sys.exit(main())
