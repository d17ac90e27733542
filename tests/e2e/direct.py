"""The test provider, asked without a hub between."""
import json

import harness as h


class Direct:
    """One API of a provider. headers: what every request has, besides its content type."""

    def __init__(self, provider, path, headers):
        self.provider, self.path, self.headers = provider, path, dict(headers)

    def ask(self, body, path=None, headers=None):
        """headers: changed ones; None takes one away."""
        fields = {"Content-Type": "application/json", **self.headers, **(headers or {})}
        payload = body if isinstance(body, bytes) else json.dumps(body).encode()
        fields["Content-Length"] = str(len(payload))
        return h.Call(self.provider.port, "POST", path or self.path,
                      [(name, value) for name, value in fields.items() if value is not None],
                      payload).finish()


def events(answer):
    """(name, data) of each event of a stream; the data as JSON if it is, the name None if there is none."""
    found = []
    for event in h.split_events(answer.content):
        names = [line[6:].strip().decode() for line in event.splitlines() if line.startswith(b"event:")]
        data = h.data_of(event)
        try:
            data = json.loads(data)
        except ValueError:
            pass
        found.append((names[0] if names else None, data))
    return found
