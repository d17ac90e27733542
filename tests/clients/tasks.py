"""What the SDKs must see besides chat: vectors, pictures, sound, moderations and reranking. Their scripts print it as
those of sdks do. The provider's answers follow from what it was asked (its README tells how), so they are known here."""
import base64
import hashlib
import json
import struct
import zlib

import harness as h
import sdks

SCRIPTS = {
    "openai-js": "sdk_openai_tasks.mjs",
    "openai-python": "sdk_openai_tasks.py",
    "genai-js": "sdk_genai_tasks.mjs",
    "ai-sdk": "sdk_ai_tasks.mjs",
    "aigne-js": "sdk_aigne_tasks.mjs",
    "blocklet-js": "blocklet/sdk_blocklet_tasks.mjs",
    "indoxrouter": "sdk_indox_tasks.py",
    "indoxhub": "sdk_indox_tasks.py",
}
MODELS = {
    "vectors": {"model": "test/test", "kind": "embedding"},
    "pictures": {"model": "test/gpt-image-1", "kind": "image"},
    "old-pictures": {"model": "test/dall-e-2", "kind": "image"},
    "listener": {"model": "test/test", "kind": "transcription"},
    "counter": {"model": "test/test-transcribe", "kind": "transcription"},
    "diarizer": {"model": "test/test-diarize", "kind": "transcription"},
    "speaker": {"model": "test/test:events=3", "kind": "speech"},
    "moderator": {"model": "test/test", "kind": "moderation"},
    "judge": {"model": "test/test", "kind": "rerank"},
    "talker": {"model": "test/test", "kind": "chat"},
    # Names by which clients know what there is.
    "gpt-image-1": "test/gpt-image-1",
    "openai/gpt-image-1": "test/gpt-image-1",
    "gemini-pictures": "test/gpt-image-1",
    "google/gemini-pictures": "test/gpt-image-1",
    "whisper-1": "test/whisper-1",
}

# ---- what the scripts work with ----

SECONDS, MANY_SECONDS = 1.5, 100


def recording(seconds):
    """A WAV file."""
    size = int(32000 * seconds)
    head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + size, b"WAVE", b"fmt ", 16, 1, 1, 16000, 32000, 2, 16,
                       b"data", size)
    return head + (bytes(range(256)) * (size // 256 + 1))[:size]


def heard(seconds):
    """What the provider's models say of it."""
    wav = recording(seconds)
    return f"sha256 {hashlib.sha256(wav).hexdigest()[:8]}, {len(wav)} bytes, {seconds:.3f} seconds"


HEARD = heard(SECONDS)


def chunk(name, data):
    return struct.pack(">I4s", len(data), name) + data + struct.pack(">I", zlib.crc32(name + data))


CAT = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)) + \
    chunk(b"IDAT", zlib.compress(b"\0\x10\x20\x30")) + chunk(b"IEND", b"")


def value(seed, i):
    """Number i of SplitMix64, as a float from -1 to 1."""
    mask = (1 << 64) - 1
    x = (seed + (i + 1) * 0x9e3779b97f4a7c15) & mask
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9 & mask
    x = (x ^ x >> 27) * 0x94d049bb133111eb & mask
    return (((x ^ x >> 31) >> 40) - (1 << 23)) / (1 << 23)


def vector(what, count=8):
    """The provider's vector of a text or a list of tokens."""
    data = what.encode() if isinstance(what, str) else struct.pack(f"<{len(what)}I", *what)
    seed = int.from_bytes(hashlib.sha256(data).digest()[:8], "little")
    return [value(seed, i) for i in range(count)]


HELLO = [vector("Hello")]
TEXTS = [vector(text, 3) for text in ("one", "two", "Hello")]
LONG_TEXTS = [vector(text) for text in ("one", "two", "Hello")]
TOKENS = [vector([1, 2]), vector([3])]
VERBOSE = [HEARD, SECONDS, 1, True]  # with its segments and more than three words
MP3 = ["mp3", 3 * 1024 + len("ID3")]

# ---- what OpenAI's SDKs see ----


def wrong(param):
    return ["BadRequestError", 400, param]


def subtitles(head, point):
    end = f"00:00:{SECONDS:06.3f}".replace(".", point)
    return f"{head}00:00:00{point}000 --> {end}\n{HEARD}\n\n"


def errors():
    return {name: list(told) for name, told in sdks.ERRORS.items()}


def openai_vectors(_client, dialect):
    tokens = {"tokens": TOKENS} if dialect == "chat" else {"tokens refused": wrong("input")}
    return {"text": HELLO, "floats": HELLO, "texts": TEXTS, **tokens, "empty": wrong("input"),
            "nothing": wrong("input"), "chat model": wrong("model"), **errors()}


def openai_pictures(client, dialect):
    checks = {"one": ["png"], "usage": True, "changed": ["png"], "several changed": ["png"],
              "streamed": [1 if dialect == "chat" else 0, "image_generation.completed", True],
              "empty": wrong("prompt"), "too many": wrong("n"), "chat model": wrong("model"),
              "chat model for changes": wrong("model"), **errors()}
    if dialect == "chat":
        checks.update({"two": ["png", "png"], "webp": ["webp"], "URL": "png", "masked": ["png", "png"],
                       "varied": ["png", "png"], "changed, streamed": [1, "image_edit.completed", True]})
    else:
        checks.update({"two refused": wrong("n"), "mask refused": wrong("mask")})
    if client == "openai-js":
        checks["changed from a stream"] = ["png"]
    return checks


def openai_sound(client, _dialect):
    checks = {"heard": HEARD, "seconds": {"type": "duration", "seconds": 2}, "tokens": "tokens",
              "long": heard(MANY_SECONDS), "likely": True, "speakers": [HEARD, [True]],
              "verbose": VERBOSE, "text": HEARD + "\n", "srt": subtitles("1\n", ","),
              "vtt": subtitles("WEBVTT\n\n", "."), "streamed": [HEARD, True], "how it is cut": HEARD,
              "translated": HEARD, "translated, text": HEARD + "\n", "said": MP3, "said, streamed": [True, *MP3],
              "said, events": ["speech.audio.done", *MP3], "kind of sound": "audio/wav",
              "no sound": wrong("file"), "nothing to say": wrong("input"), "chat model": wrong("model"),
              "chat model to say it": wrong("model"), **errors()}
    if client == "openai-js":
        checks.update({"model first": HEARD, "from a stream": HEARD})
    return checks


def openai_moderations(_client, _dialect):
    return {"text": [[True, True]], "texts": [[False, False], [True, True]], "parts": [[False, False]],
            "usual model": [[False, False]], "empty": wrong("input"), "chat model": wrong("model"), **errors()}


# ---- what the others see ----


def gemini_vectors(_client, _dialect):
    return {"text": HELLO, "content": HELLO, "texts": TEXTS, "task": HELLO,
            **{name: ["ApiError", status] for name, (_, status) in sdks.ERRORS.items()},
            **dict.fromkeys(("empty", "chat model"), ["ApiError", 400])}


def ai_errors():
    return {**{name: ["AI_APICallError", status] for name, (_, status) in sdks.ERRORS.items()},
            **dict.fromkeys(("empty", "chat model"), ["AI_APICallError", 400])}


def ai_vectors(_client, _dialect):
    return {"text": HELLO, "texts": TEXTS, **ai_errors()}


def ai_pictures(_client, dialect):
    checks = {"one": ["png"], "usage": True, "changed": ["png"], "several changed": ["png"], **ai_errors()}
    if dialect == "chat":
        checks.update({"two": ["png", "png"], "masked": ["png"]})
    return checks


def ai_gemini_pictures(_client, _dialect):
    return {"one": ["png"], "changed": ["png"]}


def ai_sound(_client, _dialect):
    checks = {"heard": HEARD, "verbose": [HEARD, SECONDS, 1, "en"], "said": MP3, **ai_errors()}
    checks["nothing to say"] = checks.pop("empty")
    return checks


def ai_reranking(_client, _dialect):
    return {"all": [[2, 1], [0, 0.5], [1, 0.5], [3, 0]], "two": [[2, 1], [0, 0.5]], **ai_errors()}


def aigne_errors(client):
    """As in chat, the type of an error is known, but that of a wrong key."""
    invalid = ["Error", "invalid_request_error"]
    return {"wrong key": ["Error" if client == "aigne-js" else "AxiosError", None],
            "limit": ["Error", "rate_limit_error"], "bad request": invalid, "unknown model": invalid,
            "empty": invalid, "chat model": invalid}


def aigne_pictures(client, dialect):
    checks = {"one": ["png"], "changed": ["png"], "several changed": ["png"], **aigne_errors(client)}
    if client == "aigne-js":
        checks.update({"usage": [True, True, True, "gpt-image-1"], "a file": ["png", "png", "image/png"],
                       "video": ["Error", "invalid_request_error"]})
    if dialect == "chat":
        checks.update({"two": ["png", "png"], "URL": ["png"] if client == "aigne-js" else "png"})
    return checks


def aigne_vectors(client, dialect):
    tokens = {"tokens": TOKENS} if dialect == "chat" else {"tokens refused": ["Error", "invalid_request_error"]}
    return {"text": HELLO, "texts": LONG_TEXTS, "status": {"available": True}, **tokens, **aigne_errors(client)}


INDOX_ERRORS = {"wrong key": "AuthenticationError", "limit": "RateLimitError",
                "bad request": "InvalidParametersError", "unknown model": "ModelNotFoundError",
                "empty": "InvalidParametersError", "chat model": "InvalidParametersError",
                "own key": "InvalidParametersError"}


def indox_errors(*without):
    return {name: [kind, None] for name, kind in INDOX_ERRORS.items() if name not in without}


def indox_vectors(_client, _dialect):
    return {"text": HELLO, "texts": TEXTS, "dimensions": 8, "told": [True, "test", "vectors", True], **indox_errors()}


def indox_pictures(_client, dialect):
    checks = {"one": ["png"], "unmarked": ["png"], "ratio": ["png"], "told": [True, "test", "pictures", True],
              **indox_errors()}
    if dialect == "chat":
        checks.update({"two": ["png", "png"], "URL": "png"})
    return checks


def indox_sound(_client, _dialect):
    said = [True, *MP3]
    checks = {"heard": HEARD, "bytes": HEARD, "verbose": VERBOSE, "text": HEARD + "\n", "srt": subtitles("1\n", ","),
              "translated": HEARD, "told": [True, "test", "listener", True], "said": said, "said by anybody": said,
              **indox_errors("own key")}
    checks["nothing to say"] = checks.pop("empty")
    return checks


# ---- which of that with which provider ----

BOTH, CHAT, GEMINI = ("chat", "gemini"), ("chat",), ("gemini",)  # what the provider speaks
OPENAI = {"Vectors": (BOTH, openai_vectors), "Pictures": (BOTH, openai_pictures), "Sound": (CHAT, openai_sound),
          "Moderations": (CHAT, openai_moderations)}
INDOX = {"Vectors": (BOTH, indox_vectors), "Pictures": (BOTH, indox_pictures), "Sound": (CHAT, indox_sound)}
SEEN = {
    "openai-js": OPENAI,
    "openai-python": OPENAI,
    "genai-js": {"Vectors": (BOTH, gemini_vectors)},
    "ai-sdk": {"Vectors": (BOTH, ai_vectors), "Gemini vectors": (BOTH, ai_vectors), "Pictures": (BOTH, ai_pictures),
               "Gemini pictures": (GEMINI, ai_gemini_pictures), "Sound": (CHAT, ai_sound),
               "Reranking": (CHAT, ai_reranking)},
    "aigne-js": {"Pictures": (BOTH, aigne_pictures)},
    "blocklet-js": {"Vectors": (BOTH, aigne_vectors), "Pictures": (BOTH, aigne_pictures)},
    "indoxrouter": INDOX,
    "indoxhub": INDOX,
}


def pictures_in(line):
    """What a request to the provider shows it: for each picture, whether that is the one that the client sent."""
    body = line.get("body") or ""
    if line.get("path") == "/v1/images/edits":
        return [part["sha256"] == hashlib.sha256(CAT).hexdigest() for part in line["parts"] if part["filename"]]
    if '"inlineData"' not in body:
        return []
    parts = [part for content in json.loads(body)["contents"] for part in content["parts"]]
    return [base64.b64decode(part["inlineData"]["data"]) == CAT for part in parts if "inlineData" in part]


def check_pictures(hub, before):
    seen = [same for line in hub.provider.lines()[before:] for same in pictures_in(line)]
    h.require(len(seen) >= 3 and all(seen), "the pictures at the provider:", seen)


def run_script(client, hub):
    (hub.dir / "speech.wav").write_bytes(recording(SECONDS))
    (hub.dir / "long.wav").write_bytes(recording(MANY_SECONDS))
    (hub.dir / "cat.png").write_bytes(CAT)
    return sdks.run_script(client, SCRIPTS[client], hub)


def cases(client, hub):
    parts = {name: checks(client, hub.dialect) for name, (dialects, checks) in SEEN.get(client, {}).items()
             if hub.dialect in dialects}
    if not parts:
        return
    before = len(hub.provider.lines())
    yield from sdks.cases_of("besides chat, ", lambda: run_script(client, hub), parts)
    if "several changed" in parts.get("Pictures", {}):
        yield "besides chat, Pictures, at the provider", lambda: check_pictures(hub, before)
