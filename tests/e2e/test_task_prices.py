#!/usr/bin/env python3
"""What pictures, sound and vectors cost by the catalog that is compiled in: by the piece, the second, the character
and the token, in the entry, the balance and the sums of usage."""
import io
import wave
from decimal import Decimal

import harness as h

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
                    "0000000d49444154789c6360f8cf500f0003860180"
                    "5a347d6b0000000049454e44ae426082")


def settings(provider):
    return {"providers": {"openai": {"base_url": provider.url, "key": "file:provider.key"}}}


def sound(seconds):
    """A WAV of silence."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(b"\x80" * (8000 * seconds))
    return out.getvalue()


def form(*fields, file):
    parts = [f'--B\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields]
    name, filename, data = file
    parts.append(f'--B\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n\r\n'.encode() + data)
    return b"".join(parts) + b"\r\n--B--\r\n"


def charged(hub, answer, **counts):
    """The entry of a call that passed, which counted so much."""
    entry = hub.entry(h.expect(answer, 200).header("x-request-id"))
    h.equal({name: entry[name] for name in counts}, counts, "what was counted")
    return Decimal(entry["cost"])


def draw(hub, **members):
    return hub.call("POST", "/v1/images/generations", {"prompt": "a cat", **members})


# Model, size and quality of a picture, and what OpenAI asks for one.
PICTURES = (
    ("dall-e-2", "256x256", None, "0.016"), ("dall-e-2", "512x512", None, "0.018"),
    ("dall-e-2", "1024x1024", None, "0.02"), ("dall-e-2", None, None, "0.02"),
    ("dall-e-3", "1024x1024", "standard", "0.04"), ("dall-e-3", "1024x1792", "standard", "0.08"),
    ("dall-e-3", "1792x1024", "standard", "0.08"), ("dall-e-3", "1024x1024", "hd", "0.08"),
    ("dall-e-3", "1024x1792", "hd", "0.12"), ("dall-e-3", None, None, "0.04"),
)


@h.case("lighttpd", "cgi")
def pictures_by_size_and_quality(hub):
    for model, size, quality, each in PICTURES:
        members = {name: value for name, value in (("size", size), ("quality", quality)) if value}
        for n in (1, 3) if model == "dall-e-2" else (1,):
            cost = charged(hub, draw(hub, model=model, n=n, **members), images=n)
            h.equal(cost, n * Decimal(each), f"{model} {size} {quality}: {n}")


@h.case("lighttpd")
def pictures_by_tokens(hub):
    answer = draw(hub, model="gpt-image-1", size="1024x1024", quality="low")
    usage = answer.json["usage"]
    cost = charged(hub, answer, images=1, prompt=usage["input_tokens"], output=usage["output_tokens"])
    details = usage["input_tokens_details"]
    h.equal(cost, (5 * details["text_tokens"] + 10 * details["image_tokens"] + 40 * Decimal(usage["output_tokens"]))
            / 1000000, "the tokens that were told")


@h.case("lighttpd")
def sound_by_the_second(hub):
    for seconds in (1, 7, 61):
        body = form(("model", "whisper-1"), file=("file", "a.wav", sound(seconds)))
        answer = hub.call("POST", "/v1/audio/transcriptions", body,
                          headers=[("Content-Type", "multipart/form-data; boundary=B")])
        h.equal(charged(hub, answer, seconds=seconds, prompt=0, output=0), seconds * Decimal("0.0001"),
                f"{seconds} seconds")


@h.case("lighttpd")
def speech_by_the_character(hub):
    for model, million in (("tts-1", 15), ("tts-1-hd", 30)):
        for text in ("Hello", "Grüße aus 世界 \U0001f600"):
            answer = hub.call("POST", "/v1/audio/speech", {"model": model, "voice": "alloy", "input": text})
            cost = charged(hub, answer, characters=len(text), prompt=0, output=0)
            h.equal(cost, Decimal(million * len(text)) / 1000000, f"{model}: {text}")


@h.case("lighttpd")
def vectors_by_the_token(hub):
    answer = hub.call("POST", "/v1/embeddings", {"model": "text-embedding-3-small", "input": ["one", "two and three"]})
    told = h.expect(answer, 200).json["usage"]["prompt_tokens"]
    h.equal(charged(hub, answer, prompt=told, output=0), told * Decimal("0.02") / 1000000, "tokens")


@h.case("lighttpd", own=True)
def a_balance_pays_for_what_it_pays(shape, provider):
    """Nothing that costs more than there is passes, and what passes is paid to the last cent."""
    with h.Hub(shape, provider, settings(provider)) as hub:
        hub.ask("user", "create", "poor", "--credit", "0.1")
        key = hub.new_key("poor")["key"]
        hd = {"model": "dall-e-3", "size": "1024x1792", "quality": "hd", "prompt": "a cat"}
        h.expect(hub.call("POST", "/v1/images/generations", hd, key=key), 402)
        cheap = {"model": "dall-e-2", "n": 5, "prompt": "a cat"}
        h.expect(hub.call("POST", "/v1/images/generations", cheap, key=key), 200)
        h.expect(hub.call("POST", "/v1/images/generations", {**cheap, "n": 1}, key=key), 402)


h.run(settings)
