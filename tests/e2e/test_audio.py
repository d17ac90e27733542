#!/usr/bin/env python3
"""Sound: speech, transcription and translation in each client's language, whole and streamed; what is refused, what is
charged, and how calls end that break off."""
import base64
import hashlib
import json
import wave
import io
from decimal import Decimal

import harness as h
from broken import Canned

SPEECH, HEARD, ENGLISH = "/v1/audio/speech", "/v1/audio/transcriptions", "/v1/audio/translations"
AIGNE = ("/audio", "/api/audio", "/api/v1/audio", "/api/v2/audio", "/aigne/api/v2/audio")
INDOX = ("/audio", "/api/v1/audio", "/indox/audio", "/indox/api/v1/audio")
TTS, WHISPER, LISTENS = "test/gpt-4o-mini-tts", "test/whisper-1", "test/gpt-4o-transcribe"
TEXT = "Hello, AI Hub! \u00e9\U0001F600"
BOUNDARY = "a-boundary"
FORM = [("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")]
MB = 1 << 20
CANNED = Canned()


def settings(provider):
    return {"keep_alive": 1, "providers": {"test": h.Site.row(provider.url), "canned": h.Site.row(CANNED.url)},
            "models": {"timed": {"model": TTS, "price": {"second": "0.001"}}}}


def sound(seconds, rate=8000):
    """A WAV file."""
    made = io.BytesIO()
    with wave.open(made, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(bytes(2 * int(seconds * rate)))
    return made.getvalue()


def form(*parts):
    """Each part is (name, text), or (name, bytes, filename)."""
    body = b""
    for name, value, *filename in parts:
        more = f'; filename="{filename[0]}"' if filename else ""
        value = value if isinstance(value, bytes) else value.encode()
        body += f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'.encode() + value + b"\r\n"
    return body + f"--{BOUNDARY}--\r\n".encode()


def listen(hub, *parts, path=HEARD, key=..., timeout=30):
    return hub.call("POST", path, form(*parts), headers=FORM, key=key, timeout=timeout)


def heard(hub, *fields, model=LISTENS, seconds=1.5, path=HEARD):
    return h.expect(listen(hub, ("model", model), *fields, ("file", sound(seconds), "a.wav"), path=path), 200,
                    f"{path} {model} {fields}")


def speak(hub, model=TTS, path=SPEECH, **members):
    return hub.call("POST", path, {"model": model, "input": TEXT, "voice": "alloy", **members})


def entry(hub, answer):
    return hub.entry(answer.header("x-request-id"))


def cost(row):
    return Decimal(row["cost"])


def price(row):
    """What the tokens cost that the entry has."""
    return Decimal(row["prompt"] + 2 * row["output"]) / 1000000


# ---- speech -----------------------------------------------------------------------------------


@h.case("lighttpd", name="POST /v1/audio/speech: passes, whatever format is asked for")
def speaks(hub):
    """Bytes and their type are the provider's; all of the request is the client's but for the model's name."""
    members = {"instructions": "Be glad.", "speed": 1.25}
    for format_, type_ in (("mp3", "audio/mpeg"), ("opus", "audio/opus"), ("aac", "audio/aac"), ("flac", "audio/flac"),
                           ("wav", "audio/wav"), ("pcm", "audio/pcm")):
        answer = h.expect(speak(hub, response_format=format_, **members), 200, format_)
        h.equal(answer.header("content-type"), type_, format_)
        body = {"model": "gpt-4o-mini-tts", "input": TEXT, "voice": "alloy", "response_format": format_, **members}
        h.equal(json.loads(hub.provider.seen(answer.header("x-request-id"))["body"]), body, "the request")
        direct = h.Call(hub.provider.port, "POST", SPEECH, [("Authorization", "Bearer test-provider-key"), *JSON(body)],
                        json.dumps(body).encode()).finish()
        h.equal(hashlib.sha256(answer.content).hexdigest(), hashlib.sha256(direct.content).hexdigest(), "the sound")
    h.equal(entry(hub, answer)["outcome"], "done", "the entry")


def JSON(body):
    return [("Content-Type", "application/json"), ("Content-Length", str(len(json.dumps(body).encode())))]


@h.case("lighttpd")
def speech_is_charged(hub):
    """By the characters of its text, and, as nobody tells them, by estimated tokens."""
    row = entry(hub, h.expect(speak(hub), 200))
    h.equal((row["characters"], row["output"], row["audio_output"]), (len(TEXT), len(TEXT) * 14 // 10 + 1, row["output"]),
            "what is counted")
    h.equal(cost(row), price(row), "cost")
    h.equal(row["estimated"], True, "that it is a guess")
    h.equal(row["seconds"], 0, "seconds, which cost nothing")
    for speed, seconds in ((1, 7), (0.5, 14)):
        row = entry(hub, h.expect(speak(hub, model="timed", input="x" * 100, speed=speed), 200))
        h.equal((row["seconds"], cost(row), row["estimated"]), (seconds, Decimal(seconds) / 1000, True), "by the second")
    answer = h.expect(speak(hub, stream_format="sse", model=TTS + ":prompt=7,audioout=101"), 200)
    row = entry(hub, answer)
    h.equal((row["prompt"], row["output"], row["audio_output"], row["estimated"]), (7, 101, 101, False), "what is told")
    h.equal(cost(row), Decimal(7 + 2 * 101) / 1000000, "cost of that")


@h.case("lighttpd")
def speech_is_not_kept(hub):
    """A key that keeps prompts keeps those of chats."""
    key = hub.new_key(None, "--keep-prompts")["key"]
    for format_ in ("audio", "sse"):
        h.expect(hub.call("POST", SPEECH, {"model": TTS, "input": TEXT, "voice": "alloy", "stream_format": format_}, key=key), 200)
    chat = h.expect(hub.chat("test/test:events=1", key=key), 200).header("x-request-id")
    h.until(lambda: [path.stem for path in hub.data.glob("prompts/*/*/*.json")] == [chat], "only the chat is kept")


@h.case("lighttpd", name="POST /v1/audio/speech: streams as events")
def speech_streams(hub):
    call = hub.open("POST", SPEECH, {"model": TTS + ":events=5", "input": TEXT, "voice": "alloy", "stream_format": "sse"})
    call.head()
    h.equal(call.header("content-type").split(";")[0], "text/event-stream", "the type")
    events = [json.loads(h.data_of(event)) for _, event in call.events()]
    h.equal([event["type"] for event in events], ["speech.audio.delta"] * 5 + ["speech.audio.done"], "events")
    whole = b"".join(base64.b64decode(event["audio"]) for event in events[:-1])
    h.equal(whole, speak(hub, model=TTS + ":events=5").content, "the same sound")
    row = entry(hub, call)
    h.equal((row["outcome"], row["output"], row["characters"]), ("done", events[-1]["usage"]["output_tokens"], len(TEXT)),
            "the entry")


@h.case("lighttpd", name="POST /v1/audio/speech: what is wrong is told by its field")
def speech_is_refused(hub):
    for members, param in (({"input": ""}, "input"), ({"input": None}, "input"), ({"voice": 1}, "voice"),
                           ({"speed": 0.1}, "speed"), ({"speed": 5}, "speed"), ({"response_format": "ogg"}, "response_format"),
                           ({"stream_format": "mp3"}, "stream_format"), ({"model": None}, "model"),
                           ({"instructions": 1}, "instructions"), ({"voice": {}}, "voice.id")):
        h.expect_error(speak(hub, **members), 400, "invalid_request_error", param=param)
    answer = speak(hub, input="x" * 4097)
    h.require("4096" in h.expect_error(answer, 400)["message"], "the provider's limit", answer.content)
    h.expect_error(speak(hub, model="test/tts-1", stream_format="sse"), 400)
    h.equal(entry(hub, answer)["outcome"], "failed", "the entry")
    h.equal(cost(entry(hub, answer)), 0, "its cost")
    error = h.expect_error(speak(hub, model="test/gpt:html"), 502)
    h.require("html" not in error["message"].lower() or "502" in error["message"], error)


def canned(type_, body):
    CANNED.bytes = (f"HTTP/1.1 200 OK\r\nContent-Type: {type_}\r\nContent-Length: {len(body)}\r\n"
                    "Connection: close\r\n\r\n").encode() + body


@h.case("lighttpd")
def only_media_pass(hub):
    """Nothing that a browser would run, and no words or nothing in the place of a sound."""
    for type_, passed in (("audio/mpeg", "audio/mpeg"), ("Audio/X-WAV; rate=8000", "audio/x-wav"),
                          ("application/octet-stream", "application/octet-stream"), ("text/plain", "text/plain; charset=utf-8"),
                          ("text/vtt; charset=latin1", "text/vtt; charset=utf-8")):
        canned(type_, b"ID3 sound")
        answer = h.expect(speak(hub, model="canned/x"), 200, type_)
        h.equal((answer.header("content-type"), answer.header("x-content-type-options"), answer.content),
                (passed, "nosniff", b"ID3 sound"), type_)
        h.equal((entry(hub, answer)["outcome"], cost(entry(hub, answer)) > 0), ("done", True), "the entry")
    for type_, body in (("image/svg+xml", b"<svg/>"), ("text/xml", b"<a/>"), ("text/html", b"<a>"), ("text/javascript", b"1"),
                        ("audio/mpeg, text/html", b"<a>"), ("application/json", b'{"a":1}'), ("application/json", b""),
                        ("audio/mpeg", b""), ("application/octet-stream", b"")):
        canned(type_, body)
        answer = speak(hub, model="canned/x")
        h.expect_error(answer, 502)
        h.equal((entry(hub, answer)["outcome"], cost(entry(hub, answer))), ("failed", 0), type_)
    canned("text/plain", b"")
    answer = h.expect(listen(hub, ("model", "canned/x"), ("file", sound(2), "a.wav"), ("response_format", "srt")), 200)
    h.equal((answer.content, entry(hub, answer)["outcome"], entry(hub, answer)["seconds"]), (b"", "done", 2), "nobody spoke")


@h.case("lighttpd")
def speech_breaks_off(hub):
    """The text is charged as soon as sound comes of it, whoever it is that leaves."""
    answer = hub.open("POST", SPEECH, {"model": TTS + ":events=6,cut=3", "input": TEXT, "voice": "alloy"})
    answer.head()
    h.equal(answer.status, 200, "it has begun")
    got = b""
    try:
        while part := answer.piece():
            got += part
    except (h.Failed, OSError):
        pass
    h.require(len(got) < 6 * 1024, "bytes", len(got))
    row = entry(hub, answer)
    h.equal((row["outcome"], row["characters"]), ("broken", len(TEXT)), "the provider left")
    h.equal(cost(row), price(row), "cost")

    call = hub.open("POST", SPEECH, {"model": TTS + ":events=1000,gap=20", "input": TEXT, "voice": "alloy"})
    call.head()
    call.piece()
    call.reset()
    row = hub.entry(call.header("x-request-id"))
    h.equal((row["outcome"], row["characters"]), ("aborted", len(TEXT)), "the client left")
    h.require(cost(row) == price(row) > 0, "cost", row)
    h.until(lambda: hub.provider.end_of(call.header("x-request-id")) == "cancelled", "the provider's call is cancelled")

    call = hub.open("POST", SPEECH, {"model": TTS + ":events=6,errevent=2", "input": TEXT, "voice": "alloy",
                                     "stream_format": "sse"})
    call.head()
    events = [json.loads(h.data_of(event)) for _, event in call.events()]
    h.require("error" in events[-1], events[-1])
    h.equal(entry(hub, call)["outcome"], "broken", "an error in the stream")


@h.case("lighttpd", "nginx", "apache-fcgid", "apache-proxy", "cgi")
def a_cut_sound_is_seen_to_be_cut(hub):
    """Where the provider said how long it is, so does the hub: who gets less knows that."""
    CANNED.bytes = b"HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\nContent-Length: 100\r\n\r\n" + b"x" * 50
    answer = hub.open("POST", SPEECH, {"model": "canned/x", "input": TEXT, "voice": "alloy"})
    try:
        answer.head()
        h.equal((answer.status, answer.header("content-length")), (200, "100"), "the head")
        got = b""
        while part := answer.piece():
            got += part
    except (h.Failed, OSError):
        got = b""
    h.require(len(got) < 100, "bytes", len(got))
    CANNED.bytes = CANNED.bytes.replace(b": 100", b": 50")
    answer = h.expect(hub.call("POST", SPEECH, {"model": "canned/x", "input": TEXT, "voice": "alloy"}), 200)
    h.equal((len(answer.content), answer.header("content-length")), (50, "50"), "a whole one")


@h.case("lighttpd", name="POST /audio/tts/generations: the sound within JSON, and what it cost")
def speech_elsewhere(hub):
    """AIGNE Hub's is the same, at its paths and with its errors; IndoxRouter's sound comes within JSON."""
    plain = speak(hub).content
    for base in AIGNE:
        h.equal(h.expect(speak(hub, path=base + "/speech"), 200, base).content, plain, base)
        body = h.expect(speak(hub, path=base + "/speech", speed=9), 400, base).json
        h.require("speed" in body["message"] and body["error"]["param"] == "speed", base, body)
        h.expect(hub.call("POST", base + "/speech", {"model": TTS, "input": "x"}, key=None), 401, base)
    for base in INDOX:
        answer = speak(hub, path=base + "/tts/generations", additional_params={"instructions": "Be glad."})
        body = h.expect(answer, 200, base).json
        h.equal(base64.b64decode(body["data"]["audio"]), plain, base)
        h.equal(body["data"]["audio_url"], "data:audio/mpeg;base64," + body["data"]["audio"], "its URL")
        h.equal((body["success"], body["data"]["character_count"], body["model"]), (True, len(TEXT), "gpt-4o-mini-tts"), base)
        sent = json.loads(hub.provider.seen(answer.header("x-request-id"))["body"])
        h.equal(sent, {"model": "gpt-4o-mini-tts", "input": TEXT, "voice": "alloy", "instructions": "Be glad."}, "the request")
        row = entry(hub, answer)
        h.equal((Decimal(str(body["usage"]["cost"])), body["usage"]["tokens_completion"]), (cost(row), row["output"]), "usage")
        body = h.expect(speak(hub, path=base + "/tts/generations", byok_api_key="sk-x"), 400, base).json
        h.require(isinstance(body["detail"], str) and "byok_api_key" in body["message"], base, body)


# ---- transcription ------------------------------------------------------------------------------


@h.case("lighttpd", name="POST /v1/audio/transcriptions: files of any name go on, and fields in any order")
def fields_in_any_order(hub):
    """They go on in their order, as they came, with the file's own name."""
    file = sound(1.5)
    names = ("a.wav", "with blank.wav", "\u00fcber\u2713.wav", "semi;colon.wav", "quote%22.wav", "line%0D%0A.wav")
    for name in names:
        for parts in ((("model", LISTENS), ("file", file, name), ("language", "en")),
                      (("file", file, name), ("prompt", "hm"), ("model", LISTENS)),
                      (("include[]", "logprobs"), ("temperature", "0.5"), ("model", LISTENS), ("file", file, name))):
            answer = h.expect(listen(hub, *parts), 200, name)
            sent = hub.provider.seen(answer.header("x-request-id"))["parts"]
            h.equal([part["name"] for part in sent], [part[0] for part in parts], "the order")
            got = {part["name"]: part for part in sent}
            h.equal(got["model"]["text"], "gpt-4o-transcribe", "the model")
            h.equal(got["file"]["sha256"], hashlib.sha256(file).hexdigest(), "the file")
            h.equal(got["file"]["filename"], name, "its name, written as browsers do")
            h.require(answer.json["text"].startswith("sha256"), answer.json)


@h.case("lighttpd", name="POST /v1/audio/translations: in each format, as transcriptions")
def formats(hub):
    for format_, type_ in (("json", "application/json"), ("verbose_json", "application/json"), ("text", "text/plain"),
                           ("srt", "text/plain"), ("vtt", "text/vtt")):
        for path in (HEARD, ENGLISH):
            answer = heard(hub, ("response_format", format_), model=WHISPER, path=path)
            h.equal(answer.header("content-type").split(";")[0], type_, format_)
            row = entry(hub, answer)
            h.equal((row["outcome"], row["seconds"]), ("done", 2), f"the entry of {format_}")
            h.require("sha256" in answer.content.decode(), format_, answer.content)
    answer = heard(hub, ("response_format", "diarized_json"), model="test/gpt-4o-transcribe-diarize")
    h.require(answer.json["segments"], answer.json)


@h.case("lighttpd")
def listening_is_charged(hub):
    """By the tokens that are told; else by those that such a sound has at most."""
    answer = heard(hub, model=LISTENS + ":prompt=40,audioin=30,events=6")
    row, told = entry(hub, answer), answer.json["usage"]
    h.equal((row["prompt"], row["audio_input"], row["output"], row["estimated"]),
            (told["input_tokens"], told["input_token_details"]["audio_tokens"], told["output_tokens"], False), "tokens")
    h.equal(cost(row), price(row), "cost")
    answer = heard(hub, ("response_format", "srt"), model=WHISPER, seconds=61.2)
    row = entry(hub, answer)
    h.equal((row["seconds"], row["prompt"], row["audio_input"], row["output"]), (62, 62 * 25, 62 * 25, 62 * 5), "a guess")
    h.equal((cost(row), row["estimated"]), (price(row), True), "its cost")
    answer = heard(hub, model="test/whisper-1:nousage", seconds=3)
    h.equal(entry(hub, answer)["seconds"], 3, "the file's own length")
    answer = h.expect(listen(hub, ("model", WHISPER), ("file", b"\0" * 100001, "a.mp3"), ("response_format", "text")), 200)
    h.equal(entry(hub, answer)["seconds"], 51, "of what cannot be told")
    answer = h.expect(listen(hub, ("model", WHISPER), ("file", b"\0" * 100001, "a.mp3")), 200)
    h.equal(entry(hub, answer)["seconds"], answer.json["usage"]["seconds"], "unless the provider tells")


@h.case("lighttpd", name="POST /v1/audio/transcriptions: streams as events")
def listening_streams(hub):
    body = form(("stream", "true"), ("file", sound(1), "a.wav"), ("model", LISTENS + ":prompt=9"))
    call = hub.open("POST", HEARD, body, headers=FORM)
    call.head()
    h.equal(call.header("content-type").split(";")[0], "text/event-stream", "the type")
    events = [json.loads(h.data_of(event)) for _, event in call.events()]
    h.equal({event["type"] for event in events[:-1]}, {"transcript.text.delta"}, "pieces")
    h.equal(events[-1]["type"], "transcript.text.done", "the end")
    h.equal("".join(event["delta"] for event in events[:-1]), events[-1]["text"], "the text")
    row = entry(hub, call)
    h.equal((row["outcome"], row["prompt"], row["output"]), ("done", 9, events[-1]["usage"]["output_tokens"]), "the entry")
    body = form(("stream", "true"), ("file", sound(1), "a.wav"), ("model", LISTENS + ":cleancut=2"))
    call = hub.open("POST", HEARD, body, headers=FORM)
    call.head()
    events = [json.loads(h.data_of(event)) for _, event in call.events()]
    h.require("error" in events[-1], events[-1])
    h.equal(entry(hub, call)["outcome"], "broken", "it broke off")
    answer = listen(hub, ("stream", "true"), ("file", sound(1), "a.wav"), ("model", LISTENS + ":json"))
    h.require(h.expect(answer, 200).json["text"], "a model that answers whole")
    h.equal(entry(hub, answer)["outcome"], "done", "its entry")


@h.case("lighttpd")
def whole_answers_come_late(hub):
    """No sign of life goes before them, as they are no events; where there are events, it does."""
    answer = listen(hub, ("stream", "true"), ("file", sound(1), "a.wav"), ("model", LISTENS + ":json,delay=2600"))
    h.require(h.expect(answer, 200).json["text"], "what was heard")
    row = entry(hub, answer)
    h.equal((row["outcome"], row["seconds"]), ("done", 1), "its entry")
    call = hub.open("POST", SPEECH, {"model": TTS + ":events=2,gap=2600", "input": TEXT, "voice": "alloy",
                                     "stream_format": "sse"})
    call.head()
    events = [event for _, event in call.events()]
    h.require(any(event.startswith(b":") for event in events), "comments", events)


@h.case("lighttpd", name="POST /v1/audio/transcriptions: what is wrong is told by its field")
def listening_is_refused(hub):
    file, model = ("file", sound(1), "a.wav"), ("model", LISTENS)
    for parts, param in (((model,), "file"), ((file,), "model"), ((model, file, file), "file"), ((model, model, file), "model"),
                         ((model, ("file", "text")), "file"), ((model, ("file", b"", "a.wav")), "file"),
                         ((model, ("file", b"x", "")), "file"), ((model, file, ("response_format", "xml")), "response_format"),
                         ((model, file, ("temperature", "1.5")), "temperature"),
                         ((model, file, ("temperature", "warm")), "temperature"), ((model, file, ("stream", "7")), "stream"),
                         ((model, file, ("prompt", b"x", "p.txt")), "prompt")):
        for path in (HEARD, ENGLISH):
            h.expect_error(listen(hub, *parts, path=path), 400, "invalid_request_error", param=param)
    h.expect_error(hub.call("POST", HEARD, {"model": WHISPER}), 415, words=("multipart/form-data",))
    h.expect_error(listen(hub, file, model, key=None), 401)
    h.expect_error(listen(hub, file, model, key="sk-" + "x" * 48), 401)
    h.expect_error(listen(hub, ("file", b"x" * 100, "a.txt"), model), 400, param="file")
    h.expect_error(listen(hub, file, ("model", LISTENS), path=ENGLISH), 400)
    whole = form(model, file)
    for cut in range(0, len(whole) - 4, len(whole) // 23):
        h.expect_error(hub.call("POST", HEARD, whole[:cut], headers=FORM), 400)
    h.equal([path.name for path in hub.data.iterdir() if "upload" in path.name or "spool" in path.name], [], "files left")


@h.case("lighttpd", name="POST /audio/stt/transcriptions: what was heard within JSON, and what it cost")
def listening_elsewhere(hub):
    file = ("file", sound(2), "a.wav")
    for base in AIGNE:
        answer = h.expect(listen(hub, ("model", WHISPER), file, path=base + "/transcriptions"), 200, base)
        h.require(answer.json["text"].startswith("sha256"), base, answer.json)
        body = h.expect(listen(hub, ("model", WHISPER), path=base + "/transcriptions"), 400, base).json
        h.require(body["error"]["param"] == "file" and body["message"], base, body)
    for base in INDOX:
        for what in ("transcriptions", "translations"):
            fields = [("model", "whisper-1"), ("provider", "test"), ("response_format", "json"), ("temperature", "0.0"),
                      ("byok_api_key", "")]
            answer = h.expect(listen(hub, *fields, file, path=f"{base}/stt/{what}"), 200, base + what)
            body, row = answer.json, entry(hub, answer)
            h.require(body["data"]["text"].startswith("sha256") and body["success"] is True, base, body)
            h.equal((body["usage"]["type"], body["usage"]["seconds"], Decimal(str(body["usage"]["cost"]))),
                    ("audio", 2, cost(row)), "usage")
            sent = hub.provider.seen(answer.header("x-request-id"))["parts"]
            h.equal([part["name"] for part in sent], ["model", "response_format", "temperature", "file"], "the form")
    fields = [("response_format", "verbose_json"), ("timestamp_granularities", '["word", "segment"]'), ("model", WHISPER)]
    answer = h.expect(listen(hub, *fields, file, path="/api/v1/audio/stt/transcriptions"), 200)
    h.equal(answer.json["data"]["duration"], 2.0, "verbose")
    h.require(answer.json["data"]["words"] and answer.json["data"]["segments"], answer.json)
    answer = h.expect(listen(hub, ("response_format", "srt"), ("model", WHISPER), file,
                             path="/indox/audio/stt/transcriptions"), 200)
    h.require("-->" in answer.json["data"]["text"], "subtitles within JSON", answer.json)
    body = h.expect(listen(hub, file, ("byok_api_key", "sk-x"), path="/api/v1/audio/stt/transcriptions"), 400).json
    h.require(isinstance(body["detail"], str), body)


@h.case("lighttpd")
def nothing_left_over(hub):
    """What was reserved is what was charged, or given back."""
    hub.check_ledger()
    h.equal([path.name for path in hub.data.iterdir() if "upload" in path.name or "spool" in path.name], [], "files left")


h.run(settings)
