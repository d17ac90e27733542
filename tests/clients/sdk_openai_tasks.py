"""OpenAI's SDK besides chat: vectors, pictures, sound and moderations, each seen as one JSON object."""
import base64
import json
import os
import pathlib
import urllib.request

import openai

from seen import failure, floats, kind_of, refusals, see

KEY, HOME = os.environ["KEY"], pathlib.Path(os.environ["HOME"])


def open_client(key):
    return openai.OpenAI(base_url=os.environ["BASE_URL"] + "/v1", api_key=key, max_retries=0)


client = open_client(KEY)


def refused(call, *how, **members):
    """With the field that is to blame."""
    return lambda: failure(openai.APIError, lambda: call(*how, **members), param=True)


# ---- Vectors -------------------------------------------------------------------------------


def embed(input, **members):
    answer = client.embeddings.create(**{"model": "vectors", "input": input, **members})
    assert answer.usage.total_tokens > 0
    return [floats(row.embedding) for row in sorted(answer.data, key=lambda row: row.index)]


def create_vector(key, model):
    return open_client(key).embeddings.create(model=model, input="Hello")


seen_of_vectors = see({
    "text": lambda: embed("Hello"),
    "floats": lambda: embed("Hello", encoding_format="float"),
    "texts": lambda: embed(["one", "two", "Hello"], dimensions=3),
    "tokens": lambda: embed([[1, 2], [3]]),
    "tokens refused": refused(embed, [[1, 2], [3]]),
    "empty": refused(embed, ""),
    "nothing": refused(embed, []),
    "chat model": refused(embed, "Hello", model="talker"),
    **refusals(create_vector, KEY, openai.APIError),
})


# ---- Pictures ------------------------------------------------------------------------------


def kinds(answer):
    return [kind_of(base64.b64decode(row.b64_json)) for row in answer.data]


def draw(**members):
    return client.images.generate(**{"model": "pictures", "prompt": "a cat", "size": "1024x1024", **members})


def change(**members):
    with (HOME / "cat.png").open("rb") as image:
        return client.images.edit(**{"model": "pictures", "prompt": "a hat", "image": image, **members})


def draw_streamed(ask, name):
    """How many pictures came before the last, and whether that is the one that comes without a stream."""
    *seen, last = ask(stream=True, partial_images=1)
    before = [event for event in seen if event.type == f"{name}.partial_image"
              and kind_of(base64.b64decode(event.b64_json)) == "png"]
    return [len(before), last.type, last.b64_json == ask().data[0].b64_json]


def draw_url():
    url = draw(model="old-pictures", response_format="url").data[0].url
    with urllib.request.urlopen(url, timeout=30) as answer:
        return kind_of(answer.read())


def vary():
    with (HOME / "cat.png").open("rb") as image:
        return client.images.create_variation(model="old-pictures", image=image, n=2, response_format="b64_json")


def create_picture(key, model):
    return open_client(key).images.generate(model=model, prompt="a cat")


PICTURE = (HOME / "cat.png").read_bytes()
seen_of_pictures = see({
    "one": lambda: kinds(draw()),
    "two": lambda: kinds(draw(n=2)),
    "webp": lambda: kinds(draw(output_format="webp")),
    "usage": lambda: draw().usage.output_tokens > 0,
    "streamed": lambda: draw_streamed(draw, "image_generation"),
    "URL": draw_url,
    "changed": lambda: kinds(change()),
    "several changed": lambda: kinds(change(image=[("cat.png", PICTURE, "image/png"), ("hat.png", PICTURE)])),
    "masked": lambda: kinds(change(mask=PICTURE, n=2)),
    "changed, streamed": lambda: draw_streamed(change, "image_edit"),
    "varied": lambda: kinds(vary()),
    "empty": refused(draw, prompt=""),
    "too many": refused(draw, n=11),
    "two refused": refused(draw, n=2),
    "mask refused": refused(change, mask=PICTURE),
    "chat model": refused(draw, model="talker"),
    "chat model for changes": refused(change, model="talker"),
    **refusals(create_picture, KEY, openai.APIError),
})


# ---- Sound ---------------------------------------------------------------------------------


def hear(**members):
    with (HOME / "speech.wav").open("rb") as file:
        return client.audio.transcriptions.create(**{"model": "listener", "file": file, **members})


def hear_verbose():
    told = hear(response_format="verbose_json", timestamp_granularities=["word", "segment"])
    return [told.text, told.duration, len(told.segments), len(told.words) > 3]


def hear_long():
    with (HOME / "long.wav").open("rb") as file:
        return hear(file=file).text


def hear_speakers():
    told = hear(model="diarizer", response_format="diarized_json", chunking_strategy="auto")
    return [told.text, [bool(segment.speaker) for segment in told.segments]]


def hear_streamed():
    events = list(hear(stream=True))
    pieces = "".join(event.delta for event in events if event.type == "transcript.text.delta")
    return [pieces, pieces == events[-1].text]


def translate(**members):
    with (HOME / "speech.wav").open("rb") as file:
        return client.audio.translations.create(model="listener", file=file, **members)


SAY = {"model": "speaker", "voice": "alloy", "input": "Hello there"}


def say(**members):
    return client.audio.speech.create(**{**SAY, **members})


def say_streamed():
    with client.audio.speech.with_streaming_response.create(**SAY) as answer:
        pieces = list(answer.iter_bytes(512))
    whole = say().content
    return [b"".join(pieces) == whole, kind_of(whole), len(whole)]


def say_events():
    text = say(stream_format="sse").text
    events = [json.loads(line[6:]) for line in text.splitlines() if line.startswith("data: ")]
    data = b"".join(base64.b64decode(event["audio"]) for event in events
                    if event["type"] == "speech.audio.delta")
    return [events[-1]["type"], kind_of(data), len(data)]


def create_text(key, model):
    return open_client(key).audio.transcriptions.create(
        model=model, file=("speech.wav", (HOME / "speech.wav").read_bytes()))


seen_of_sound = see({
    "heard": lambda: hear().text,
    "seconds": lambda: hear().usage.model_dump(),
    "tokens": lambda: hear(model="counter").usage.type,
    "long": hear_long,
    "likely": lambda: len(hear(model="counter", include=["logprobs"]).logprobs) > 0,
    "speakers": hear_speakers,
    "verbose": hear_verbose,
    "text": lambda: hear(response_format="text"),
    "srt": lambda: hear(response_format="srt"),
    "vtt": lambda: hear(response_format="vtt"),
    "streamed": hear_streamed,
    "how it is cut": lambda: hear(temperature=0.5, chunking_strategy={"type": "server_vad", "threshold": 0.5}).text,
    "translated": lambda: translate().text,
    "translated, text": lambda: translate(response_format="text"),
    "said": lambda: [kind_of(say().content), len(say().content)],
    "said, streamed": say_streamed,
    "said, events": say_events,
    "kind of sound": lambda: say(response_format="wav", speed=1.5).response.headers["content-type"],
    "no sound": refused(hear, file=("none.wav", b"")),
    "nothing to say": refused(say, input=""),
    "chat model": refused(hear, model="talker"),
    "chat model to say it": refused(say, model="talker"),
    **refusals(create_text, KEY, openai.APIError),
})


# ---- Moderations ---------------------------------------------------------------------------


def flagged(input, **members):
    results = client.moderations.create(input=input, **members).results
    return [[row.flagged, row.categories.violence] for row in results]


def create_moderation(key, model):
    return open_client(key).moderations.create(model=model, input="peace")


seen_of_moderations = see({
    "text": lambda: flagged("such violence", model="moderator"),
    "texts": lambda: flagged(["peace", "violence"], model="moderator"),
    "parts": lambda: flagged([{"type": "text", "text": "peace"}], model="moderator"),
    "usual model": lambda: flagged("peace"),
    "empty": refused(flagged, []),
    "chat model": refused(flagged, "peace", model="talker"),
    **refusals(create_moderation, KEY, openai.APIError),
})

print(json.dumps({"Vectors": seen_of_vectors, "Pictures": seen_of_pictures, "Sound": seen_of_sound,
                  "Moderations": seen_of_moderations}))
