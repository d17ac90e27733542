"""IndoxRouter's client besides chat, under one of its names: which one is the script's argument."""
import base64
import importlib
import json
import logging
import os
import pathlib
import sys
import urllib.request

from seen import failure, floats, kind_of, refusals, see

indox = importlib.import_module(sys.argv[1])
logging.disable()  # it warns of names without a provider
KEY, HOME = os.environ["KEY"], pathlib.Path(os.environ["HOME"])
KIND = next(kind for kind in indox.APIError.__mro__ if kind.__module__.startswith(sys.argv[1])
            and kind.__base__ is Exception)


def open_client(key):
    return indox.Client(api_key=key, base_url=os.environ["BASE_URL"])


client = open_client(KEY)


def refused(call, *how, **members):
    return lambda: failure(KIND, lambda: call(*how, **members))


def embed(text, **members):
    return client.embeddings(text, **{"model": "vectors", **members})


def vectors(answer):
    return [floats(row) for row in answer["data"]]


def draw(**members):
    return client.images(**{"prompt": "a cat", "model": "pictures", **members})


def kinds(answer):
    return [kind_of(base64.b64decode(row["b64_json"])) for row in answer["data"]]


def draw_url():
    with urllib.request.urlopen(draw(model="old-pictures")["data"][0]["url"], timeout=30) as answer:
        return kind_of(answer.read())


def told(answer):
    """What all its answers say of the call."""
    return [answer["success"], answer["provider"], answer["model"], answer["usage"]["cost"] > 0]


SPEECH = str(HOME / "speech.wav")


def hear(**members):
    return client.speech_to_text(**{"file": SPEECH, "model": "listener", **members})


def hear_verbose():
    answer = hear(response_format="verbose_json", timestamp_granularities=["word", "segment"])["data"]
    return [answer["text"], answer["duration"], len(answer["segments"]), len(answer["words"]) > 3]


def say(**members):
    return client.text_to_speech(**{"input": "Hello there", "model": "speaker", **members})


def say_seen(answer):
    data = base64.b64decode(answer["data"]["audio"])
    return [answer["success"], kind_of(data), len(data)]


print(json.dumps({
    "Vectors": see({
        "text": lambda: vectors(embed("Hello")),
        "texts": lambda: vectors(embed(["one", "two", "Hello"], dimensions=3)),
        "dimensions": lambda: embed("Hello")["dimensions"],
        "told": lambda: told(embed("Hello")),
        "empty": refused(embed, ""),
        "own key": refused(embed, "Hello", byok_api_key="sk-mine"),
        "chat model": refused(embed, "Hello", model="talker"),
        **refusals(lambda key, model: open_client(key).embeddings("Hello", model=model), KEY, KIND),
    }),
    "Pictures": see({
        "one": lambda: kinds(draw(response_format="b64_json")),
        "two": lambda: kinds(draw(n=2, size="1024x1024", quality="low", response_format="b64_json")),
        "unmarked": lambda: kinds(draw(model="openai/gpt-image-1", size="1024x1024")),
        "ratio": lambda: kinds(draw(model="google/gemini-pictures", size="1536x1024", response_format="b64_json")),
        "URL": draw_url,
        "told": lambda: told(draw(response_format="b64_json")),
        "empty": refused(draw, prompt=""),
        "own key": refused(draw, byok_api_key="sk-mine"),
        "chat model": refused(draw, model="talker"),
        **refusals(lambda key, model: open_client(key).images("a cat", model=model), KEY, KIND),
    }),
    "Sound": see({
        "heard": lambda: hear()["data"]["text"],
        "bytes": lambda: hear(file=pathlib.Path(SPEECH).read_bytes(), filename="speech.wav")["data"]["text"],
        "verbose": hear_verbose,
        "text": lambda: hear(response_format="text")["data"]["text"],
        "srt": lambda: hear(response_format="srt")["data"]["text"],
        "translated": lambda: client.translate_audio(SPEECH, model="listener")["data"]["text"],
        "told": lambda: told(hear()),
        "said": lambda: say_seen(say(voice="alloy")),
        "said by anybody": lambda: say_seen(say()),
        "nothing to say": refused(say, input=""),
        "chat model": refused(hear, model="talker"),
        **refusals(lambda key, model: open_client(key).speech_to_text(SPEECH, model=model), KEY, KIND),
    }),
}))
