"""What the scripts of the Python SDKs share."""
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


def failures(create, stream, key, kind):
    """Calls that must fail. create: asks a client with a key for a model; stream: reads a model's
    stream to its end; kind: of the errors."""
    def failure(call, *how):
        try:
            call(*how)
        except kind as error:
            return [type(error).__name__, getattr(error, "status_code", None)]
        return "nothing was raised"
    return {
        "wrong key": lambda: failure(create, "sk-wrong", "words"),
        "limit": lambda: failure(create, key, "limited"),
        "bad request": lambda: failure(create, key, "refused"),
        "unknown model": lambda: failure(create, key, "strict/no-such-model"),
        "broken stream": lambda: failure(stream, "broken"),
    }
