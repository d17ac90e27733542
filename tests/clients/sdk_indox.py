"""IndoxRouter's client, under one of its names: which one is the script's argument."""
import importlib
import json
import logging
import os
import struct
import sys

from seen import ASK, PARAMETERS, SCHEMA, failures, see

indox = importlib.import_module(sys.argv[1])
logging.disable()  # it warns of names without a provider
KEY = os.environ["KEY"]
KIND = next(kind for kind in indox.APIError.__mro__ if kind.__module__.startswith(sys.argv[1])
            and kind.__base__ is Exception)


def open_client(key):
    return indox.Client(api_key=key, base_url=os.environ["BASE_URL"])


client = open_client(KEY)


def chat(**members):
    return client.chat(**{"messages": ASK, "model": "words", **members})


def whole(answer):
    return [answer["data"], answer["usage"]["tokens_completion"]]


def streamed(chunks):
    """The text of a stream and what it says of its usage."""
    chunks = list(chunks)
    text = "".join(chunk["data"] or "" for chunk in chunks if "data" in chunk)
    last = next(chunk for chunk in chunks if chunk.get("is_usage_info"))
    return [text, last["usage"]["tokens_completion"]]


def calls_of_stream(chunks):
    """The same as a whole answer has them."""
    answer, calls = {"data": ""}, {}
    for chunk in chunks:
        for choice in chunk.get("choices", []):
            answer["data"] += choice["delta"].get("content", "")
            answer["finish_reason"] = choice["finish_reason"]
            for piece in choice["delta"].get("tool_calls", []):
                call = calls.setdefault(piece["index"], {**piece, "function": {"name": "", "arguments": ""}})
                for name, text in piece["function"].items():
                    call["function"][name] += text
    return {**answer, "tool_calls": [{name: call[name] for name in ("id", "type", "function")}
                                     for call in calls.values()]}


def tools(ask):
    offered = [{"type": "function", "function": {"name": "look_up", "parameters": PARAMETERS}}]
    first = ask(model="agent", tools=offered)
    call = first["tool_calls"][0]
    said = {"role": "assistant", "content": "", "tool_calls": first["tool_calls"]}
    result = {"role": "tool", "tool_call_id": call["id"], "content": "sunny"}
    last = ask(model="agent", tools=offered, messages=[*ASK, said, result])
    return [first["finish_reason"], call["function"]["name"], json.loads(call["function"]["arguments"]),
            last["data"]]


def structured():
    answer = chat(response_format={"type": "json_schema", "json_schema": {
        "name": "trip", "strict": True, "schema": SCHEMA}})
    return json.loads(answer["data"])


def models():
    listed = [model["id"] for row in client.models()["providers"] for model in row["models"]]
    return "words" in listed and "words" in [model["id"] for model in client.models("test")["models"]]


def kind_of(call, *how):
    try:
        call(*how)
    except KIND as error:
        return type(error).__name__
    return "nothing was raised"


print(json.dumps({"Indox": see({
    "connection": lambda: [client.test_connection()[name] for name in ("status", "status_code")],
    "chat": lambda: whole(chat()),
    "stream": lambda: streamed(chat(stream=True)),
    "text": lambda: whole(client.completion("Once", model="test/words")),
    "text streamed": lambda: streamed(client.completion("Once", model="test/words", stream=True)),
    "tools": lambda: tools(chat),
    "tools streamed": lambda: tools(lambda **members: calls_of_stream(chat(stream=True, **members))),
    "structured": structured,
    "models": models,
    "model": lambda: client.get_model_info("test", "words")["pricing"],
    "usage": lambda: client.get_usage()["models"]["test/words"]["requests"] > 3,
    "own key": lambda: kind_of(lambda: chat(byok_api_key="sk-mine")),
    "absent model": lambda: kind_of(lambda: chat(model="absent")),
    "not offered": lambda: kind_of(client.videos, "x"),
    **failures(lambda key, model: open_client(key).chat(ASK, model=model),
               lambda model: list(chat(model=model, stream=True)), KEY, KIND),
})}))
