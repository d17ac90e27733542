#!/usr/bin/env python3
"""x-aihub-strict in each dialect of clients: what the provider cannot express is refused in the caller's shape, with
400 and the field's name, whether or not a stream was asked for; the provider is not asked, and nothing is charged."""
import dataclasses

import harness as h
import speak_anthropic
import speak_chat
import speak_gemini
import speak_responses
from conversation import Ask, put

CHAT, RESPONSES, ANTHROPIC, GEMINI = speak_chat, speak_responses, speak_anthropic, speak_gemini
YES, NO = ("1", "true", "TRUE"), ("0", "false", "")


def settings(provider):
    root = provider.url.removesuffix("/v1")
    return {"providers": {one.NAME: {**h.Site.row(root + one.BASE), "type": one.TYPE}
                          for one in (CHAT, RESPONSES, ANTHROPIC, GEMINI)}}


def body_of(speaker):
    return lambda model, stream: speaker.body(Ask(), model, stream)


def completion(model, stream):
    return {"model": model, "prompt": "Hello there", **({"stream": True} if stream else {})}


@dataclasses.dataclass(frozen=True)
class Client:
    name: str
    path: object  # functions of model and stream
    body: object
    speaker: object  # whose shape errors have
    cannot: dict  # by the provider: a field that it cannot express, and its value
    framed: bool = False  # in an array


CLIENTS = (
    Client("chat", CHAT.path, body_of(CHAT), CHAT,
           {RESPONSES: ("stop", ["x"]), ANTHROPIC: ("seed", 5), GEMINI: ("logit_bias", {"50256": -100})}),
    Client("completions", lambda model, stream: "/v1/completions", completion, CHAT,
           {RESPONSES: ("stop", "x"), ANTHROPIC: ("presence_penalty", 1), GEMINI: ("logit_bias", {"50256": -100})}),
    Client("responses", RESPONSES.path, body_of(RESPONSES), RESPONSES,
           {CHAT: ("max_tool_calls", 3), ANTHROPIC: ("prompt_cache_key", "k"), GEMINI: ("prompt_cache_key", "k")}),
    Client("messages", ANTHROPIC.path, body_of(ANTHROPIC), ANTHROPIC,
           {CHAT: ("top_k", 5), RESPONSES: ("top_k", 5), GEMINI: ("metadata.user_id", "me")}),
    Client("gemini", GEMINI.path, body_of(GEMINI), GEMINI,
           {CHAT: ("generationConfig.topK", 5), RESPONSES: ("generationConfig.topK", 5),
            ANTHROPIC: ("generationConfig.seed", 5)}),
    Client("gemini's array", lambda model, stream: GEMINI.path(model, stream).removesuffix("?alt=sse"),
           body_of(GEMINI), GEMINI, {CHAT: ("generationConfig.topK", 5), ANTHROPIC: ("generationConfig.seed", 5)},
           framed=True),
)


def ask(hub, client, provider, stream, word, field=None, value=None):
    model = provider.NAME + "/test"
    body = client.body(model, stream)
    if field:
        put(body, field, value)
    given = [("x-aihub-strict", word)] if word is not None else []
    return hub.call("POST", client.path(model, stream), body, key=None,
                    headers=[*client.speaker.headers(hub.key), *given])


def check_refusal(hub, client, answer, stream, field):
    h.expect(answer, 400, f"{client.name} {field}")
    kind = answer.header("content-type") or ""
    h.require(kind.startswith("application/json"), "content type", kind)
    h.equal(answer.header("x-aihub-dropped"), None, "what was dropped of a refused request")
    told = answer.json
    if client.framed and stream:
        told, = told
    failure = client.speaker.error(told)
    h.equal(failure.type, client.speaker.ERRORS[400], "the error's type")
    if client.speaker is not ANTHROPIC:  # which has no place for it
        h.equal(failure.param, field, "the field")
    h.require(f'"{field}"' in failure.message, "the message does not name", field, failure)
    entry = hub.entry(answer.header("x-request-id"))
    h.equal((entry["outcome"], entry["cost"], entry["status"]), ("failed", "0", 400), "the entry")


@h.case("lighttpd")
def refused_in_each_dialect(hub):
    for client in CLIENTS:
        for provider, (field, value) in client.cannot.items():
            asked = hub.provider.stats()["requests"]
            for stream in (False, True):
                for name, given in ((field, value), ("x_unknown", 1)):
                    answer = ask(hub, client, provider, stream, "1", name, given)
                    check_refusal(hub, client, answer, stream, name)
            h.equal(hub.provider.stats()["requests"], asked, "what the provider was asked")


@h.case("lighttpd")
def only_if_asked_for(hub):
    for client in CLIENTS:
        provider, (field, value) = next(iter(client.cannot.items()))
        for stream in (False, True):
            h.equal(ask(hub, client, provider, stream, YES[0]).status, 200, "what can be had")
            for word in (None, *NO):
                answer = h.expect(ask(hub, client, provider, stream, word, field, value), 200, f"{client.name} {word}")
                h.equal(answer.header("x-aihub-dropped"), field, "what was dropped")
    for word in YES:
        h.expect(ask(hub, CLIENTS[0], ANTHROPIC, False, word, "seed", 5), 400, word)


h.run(settings)
