"""What the SDKs must see besides chat: vectors, pictures, sound and moderations. Their scripts print it as those
of sdks do. The provider's answers follow from what it was asked (its README tells how), so they are known here."""
import hashlib
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
    "vectors": "test/test",
    "pictures": "test/test",
    "old-pictures": "test/dall-e-2",
    "gpt-image-1": "test/test",  # names by which clients know what there is
    "openai/gpt-image-1": "test/test",
    "gemini-pictures": "test/test",
    "google/gemini-pictures": "test/test",
    "listener": "test/test",
    "counter": "test/test-transcribe",
    "whisper-1": "test/whisper-1",
    "speaker": "test/test:events=3",
    "moderator": "test/test",
    "talker": {"model": "test/test", "kind": "chat"},
}

# ---- what the scripts work with ----

SOUND = bytes(range(256)) * 187 + bytes(128)
WAV = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(SOUND), b"WAVE", b"fmt ", 16, 1, 1, 16000, 32000, 2, 16,
                  b"data", len(SOUND)) + SOUND
SECONDS = len(SOUND) / 32000
HEARD = f"sha256 {hashlib.sha256(WAV).hexdigest()[:8]}, {len(WAV)} bytes, {SECONDS:.3f} seconds"


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
MP3 = ["mp3", 3 * 1024 + len("ID3")]

# ---- what OpenAI's SDKs see ----


def wrong(param):
    return ["BadRequestError", 400, param]


def subtitles(head, point):
    end = f"00:00:{SECONDS:06.3f}".replace(".", point)
    return f"{head}00:00:00{point}000 --> {end}\n{HEARD}\n\n"


def errors():
    return {name: list(told) for name, told in sdks.ERRORS.items()}


def openai_vectors(client, dialect):
    return {"text": HELLO, "floats": HELLO, "texts": TEXTS,
            "tokens": TOKENS if dialect == "chat" else wrong("input"),
            "empty": wrong("input"), "nothing": wrong("input"), "chat model": wrong("model"), **errors()}


def openai_pictures(client, dialect):
    checks = {"one": ["png"], "two": ["png", "png"], "usage": True,
              "streamed": [1, "image_generation.completed", True],
              "changed": ["png"], "several changed": ["png", "png"],
              "empty": wrong("prompt"), "too many": wrong("n"), "chat model": wrong("model"),
              "chat model for changes": wrong("model"), **errors()}
    if dialect == "chat":
        checks.update({"webp": ["webp"], "URL": "png", "varied": ["png", "png"],
                       "changed, streamed": [1, "image_edit.completed", True]})
    if client == "openai-js":
        checks["changed from a stream"] = ["png"]
    return checks


def openai_sound(client, _dialect):
    checks = {"heard": HEARD, "seconds": {"type": "duration", "seconds": 2}, "tokens": "tokens",
              "verbose": [HEARD, SECONDS, 1, True], "text": HEARD + "\n", "srt": subtitles("1\n", ","),
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


def ai_pictures(_client, _dialect):
    return {"one": ["png"], "two": ["png", "png"], "usage": True, "changed": ["png"], "several changed": ["png"],
            **ai_errors()}


def ai_gemini_pictures(_client, _dialect):
    return {"one": ["png"], "changed": ["png"]}


def ai_sound(_client, _dialect):
    checks = {"heard": HEARD, "verbose": [HEARD, SECONDS, 1, "en"], "said": MP3, **ai_errors()}
    checks["nothing to say"] = checks.pop("empty")
    return checks


def aigne_errors(wrong_key):
    invalid = ["Error", "invalid_request_error"]
    return {"wrong key": ["Error", wrong_key], "limit": ["Error", "rate_limit_error"], "bad request": invalid,
            "unknown model": invalid, "empty": invalid, "chat model": invalid}


def aigne_pictures(client, dialect):
    checks = {"one": ["png"], "two": ["png", "png"], "changed": ["png"], "several changed": ["png"],
              **aigne_errors("authentication_error")}
    if client == "aigne-js":
        checks.update({"usage": [True, True, True, "test"], "a file": ["png", "png", "image/png"],
                       "video": ["Error", "not_implemented"]})
    if dialect == "chat":
        checks["URL"] = ["png"] if client == "aigne-js" else "png"
    return checks


def aigne_vectors(_client, dialect):
    return {"text": HELLO, "texts": LONG_TEXTS,
            "tokens": TOKENS if dialect == "chat" else "Error: input",
            "status": {"available": True}, **aigne_errors("authentication_error")}


INDOX_ERRORS = {"wrong key": "AuthenticationError", "limit": "RateLimitError",
                "bad request": "InvalidParametersError", "unknown model": "ModelNotFoundError",
                "empty": "InvalidParametersError", "chat model": "InvalidParametersError",
                "own key": "InvalidParametersError"}


def indox_errors(*without):
    return {name: [kind, None] for name, kind in INDOX_ERRORS.items() if name not in without}


def indox_vectors(_client, _dialect):
    return {"text": HELLO, "texts": TEXTS, "dimensions": 8, "told": [True, "test", "test", True], **indox_errors()}


def indox_pictures(_client, dialect):
    checks = {"one": ["png"], "two": ["png", "png"], "unmarked": ["png"], "ratio": ["png"],
              "told": [True, "test", "test", True], **indox_errors()}
    if dialect == "chat":
        checks["URL"] = "png"
    return checks


def indox_sound(_client, _dialect):
    said = [True, *MP3]
    checks = {"heard": HEARD, "bytes": HEARD, "verbose": HEARD, "text": HEARD, "translated": HEARD, "said": said,
              "said by anybody": said, **indox_errors("own key")}
    checks["nothing to say"] = checks.pop("empty")
    return checks


# ---- which of that with which provider ----

BOTH, CHAT, GEMINI = ("chat", "gemini"), ("chat",), ("gemini",)
OPENAI = {"Vectors": (BOTH, openai_vectors), "Pictures": (BOTH, openai_pictures), "Sound": (CHAT, openai_sound),
          "Moderations": (CHAT, openai_moderations)}
INDOX = {"Vectors": (BOTH, indox_vectors), "Pictures": (BOTH, indox_pictures), "Sound": (CHAT, indox_sound)}
SEEN = {
    "openai-js": OPENAI,
    "openai-python": OPENAI,
    "genai-js": {"Vectors": (BOTH, gemini_vectors)},
    "ai-sdk": {"Vectors": (BOTH, ai_vectors), "Gemini vectors": (BOTH, ai_vectors), "Pictures": (BOTH, ai_pictures),
               "Gemini pictures": (GEMINI, ai_gemini_pictures), "Sound": (CHAT, ai_sound)},
    "aigne-js": {"Pictures": (BOTH, aigne_pictures)},
    "blocklet-js": {"Vectors": (BOTH, aigne_vectors), "Pictures": (BOTH, aigne_pictures)},
    "indoxrouter": INDOX,
    "indoxhub": INDOX,
}


def run_script(client, hub):
    (hub.dir / "speech.wav").write_bytes(WAV)
    (hub.dir / "cat.png").write_bytes(CAT)
    return sdks.run_script(client, SCRIPTS[client], hub)


def cases(client, hub):
    parts = {name: checks(client, hub.dialect) for name, (dialects, checks) in SEEN.get(client, {}).items()
             if hub.dialect in dialects}
    return sdks.cases_of("besides chat, ", lambda: run_script(client, hub), parts) if parts else ()
