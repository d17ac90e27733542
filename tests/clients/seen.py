"""What the scripts of the Python SDKs share."""
import array

ASK = [{"role": "user", "content": "Hello there"}]
PARAMETERS = {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"],
              "additionalProperties": False}
SCHEMA = {"type": "object", "properties": {"city": {"type": "string"}, "days": {"type": "integer"}},
          "required": ["city", "days"], "additionalProperties": False}


def see(checks):
    """Runs the checks one after the other; one that raises does not hide the others."""
    seen = {}
    for name, check in checks.items():
        try:
            seen[name] = check()
        except Exception as why:  # whatever it is, it is what was seen
            seen[name] = f"{type(why).__name__}: {why}"
    return seen


def failure(kind, call, *how, param=False):
    """What a call that must fail raises, which is of that kind; param: with the field that is to blame."""
    try:
        call(*how)
    except kind as error:
        told = [type(error).__name__, getattr(error, "status_code", None)]
        return [*told, error.param] if param else told
    return "nothing was raised"


def refusals(create, key, kind):
    """What any API refuses. create: asks a client with a key for a model; kind: of the errors."""
    return {
        "wrong key": lambda: failure(kind, create, "sk-wrong", "words"),
        "limit": lambda: failure(kind, create, key, "limited"),
        "bad request": lambda: failure(kind, create, key, "refused"),
        "unknown model": lambda: failure(kind, create, key, "strict/no-such-model"),
    }


def failures(create, stream, key, kind):
    """The same and a stream that breaks. stream: reads a model's to its end."""
    return {**refusals(create, key, kind), "broken stream": lambda: failure(kind, stream, "broken")}


def floats(vector):
    """A vector as the bits that it has: JSON has decimals of them."""
    return array.array("f", vector).tolist()


def kind_of(data):
    """What begins as a file of a kind."""
    kinds = {"png": b"\x89PNG\r\n", "jpeg": b"\xff\xd8\xff", "webp": b"RIFF", "mp3": b"ID3"}
    return next((kind for kind, head in kinds.items() if data.startswith(head)), repr(data[:8]))
