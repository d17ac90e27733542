"""
The hub's own OpenAPI document, and whether an answer is what it says. Where the document lists the members of an
object, an answer with others is refused, unless the document says that there may be more
("additionalProperties": true): what providers say passes.

    document = Document(hub)
    document.check(hub.get("/v1/models"), "GET", "/v1/models")
"""
import json
import re
from urllib.parse import unquote

import harness as h

try:
    import jsonschema
except ImportError:
    raise SystemExit("python3-jsonschema is missing; tests/run installs it") from None

METHODS = ("get", "put", "post", "delete", "patch", "head")
STREAM = "text/event-stream"


def strict(schema):
    """The same schema, which refuses members that it does not name."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: value if name in ("const", "enum", "examples", "example") else strict(value)
              for name, value in schema.items()}
    if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        closed.setdefault("additionalProperties", False)
    return closed


def pattern(template):
    words = re.split(r"\{[^}]*\}", template)
    return re.compile(".+".join(map(re.escape, words)))


def media_type(answer):
    return (answer.header("content-type") or "").split(";")[0].strip()


class Document:
    def __init__(self, hub):
        self.raw = h.expect(hub.get("/openapi.json", key=None), 200, "the document").json
        self.components = strict(self.raw["components"])
        # The more of a path is said, the sooner it counts.
        self.paths = sorted(((pattern(path), path) for path in self.raw["paths"]),
                            key=lambda row: -len(re.sub(r"\{[^}]*\}", "", row[1])))

    def follow(self, value):
        while "$ref" in value:
            name = value["$ref"]
            value = self.raw
            for word in name.removeprefix("#/").split("/"):
                value = value[unquote(word).replace("~1", "/").replace("~0", "~")]
        return value

    def template(self, path):
        """The path of the document that an asked one is."""
        path = path.split("?")[0]
        if path in self.raw["paths"]:
            return path
        found = next((template for fits, template in self.paths if fits.fullmatch(path)), None)
        h.require(found, "the document has no path", path)
        return found

    def operation(self, method, path):
        item = self.follow(self.raw["paths"][self.template(path)])
        h.require(method.lower() in item, "the document has no", method, self.template(path))
        return item[method.lower()]

    def operations(self):
        """(method, path, operation) of all."""
        for path, item in self.raw["paths"].items():
            item = self.follow(item)
            for method in METHODS:
                if method in item:
                    yield method.upper(), path, item[method]

    def validate(self, value, schema, what):
        whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "components": self.components,
                 **strict(schema)}
        faults = sorted(jsonschema.Draft202012Validator(whole).iter_errors(value), key=lambda f: -len(f.path))
        h.require(not faults, f"{what}:", *(f"at /{'/'.join(map(str, fault.path))}: {h.shorten(fault.message)}"
                                            for fault in faults[:2]), h.shorten(value))

    def check(self, answer, method, path):
        """Fails unless the document says that METHOD path may answer so. Returns the answer."""
        what = f"{method} {path}: {answer.status}"
        responses = self.operation(method, path)["responses"]
        h.require(str(answer.status) in responses, what, "is not in the document,", h.shorten(answer.content))
        said = self.follow(responses[str(answer.status)])
        self.check_headers(answer, said.get("headers", {}), what)
        content = said.get("content")
        if method == "HEAD" or not content:
            h.equal(answer.content, b"", f"{what}: the body")
            return answer
        h.require(media_type(answer) in content, what, "has the type", answer.header("content-type"))
        self.check_body(answer, content[media_type(answer)]["schema"], what)
        return answer

    def check_headers(self, answer, headers, what):
        for name, header in headers.items():
            schema, value = self.follow(header)["schema"], answer.header(name)
            if value is None:
                h.require(name not in ("x-request-id", "ETag", "Allow", "WWW-Authenticate"), what, "has no header", name)
                continue
            if schema.get("type") == "integer":
                h.require(value.isdigit(), what, f"{name}: {value}")
                value = int(value)
            self.validate(value, schema, f"{what}: {name}")

    def check_body(self, answer, schema, what):
        kind = media_type(answer)
        if kind == "application/json":
            self.validate(answer.json, schema, what)
        elif "x-line-schema" in schema:
            for line in answer.content.splitlines():
                self.validate(json.loads(line), schema["x-line-schema"], what)
        elif "x-event-schema" in schema:
            h.require(kind == STREAM, what, "has events in", kind)
            self.check_events(answer, schema["x-event-schema"], what)

    def check_events(self, answer, schema, what):
        data = [h.data_of(event) for event in h.split_events(answer.content)]
        told = [one for one in data if one is not None and one != b"[DONE]"]
        h.require(told, what, "has no event")
        for one in told:
            self.validate(json.loads(one), schema, f"{what}: an event")

    def check_request(self, body, method, path):
        """Whether the document allows that body."""
        content = self.operation(method, path)["requestBody"]["content"]["application/json"]
        self.validate(body, content["schema"], f"{method} {path}: the request")

    def examples(self, method, path):
        """The bodies that the document has as examples, by their names."""
        content = self.operation(method, path).get("requestBody", {}).get("content", {})
        named = content.get("application/json", {}).get("examples", {})
        return {name: example["value"] for name, example in named.items()}
