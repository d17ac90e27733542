#!/usr/bin/env python3
"""Schemas as people write them, of tools and of answers, in each dialect of providers: whatever a provider refuses of
them does not get there, and what is lost by that is named."""
import harness as h
import speak_anthropic
import speak_chat
import speak_gemini
import speak_responses

CHAT, RESPONSES, ANTHROPIC, GEMINI = speak_chat, speak_responses, speak_anthropic, speak_gemini
MODELS = {CHAT: "gpt-4o", RESPONSES: "gpt-4o", ANTHROPIC: "claude-opus-4-5", GEMINI: "gemini-2.5-flash"}


def settings(provider):
    root = provider.url.removesuffix("/v1")
    return {"providers": {one.NAME: {**h.Site.row(root + one.BASE), "type": one.TYPE} for one in MODELS}}


def record(**properties):
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


TEXT = {"type": "string"}
NAMED = {"a": {"type": "string", "enum": ["u", "v"]}}
REFERENCE = {"$ref": "#/$defs/a"}

SCHEMAS = {
    "a property that is anything": record(x={}),
    "a property that is described": record(x={"description": "anything"}),
    "a property that is true": record(x=True),
    "a property that is false": record(x=False),
    "elements that are anything": record(x={"type": "array", "items": {}}),
    "elements that are true": record(x={"type": "array", "items": True}),
    "no more elements": record(x={"type": "array", "prefixItems": [TEXT], "items": False}),
    "an alternative that is anything": record(x={"anyOf": [{}, TEXT]}),
    "one of all that is anything": record(x={"allOf": [TEXT, {}]}),
    "a definition that is true": {**record(x=REFERENCE), "$defs": {"a": True}},
    "a definition that is anything": {**record(x=REFERENCE), "definitions": {"b": {}}, "$defs": NAMED},
    "a description beside a reference": {**record(x={**REFERENCE, "description": "d"}), "$defs": NAMED},
    "a default beside a reference": {**record(x={**REFERENCE, "default": "u"}), "$defs": NAMED},
    "alternatives beside a reference": {**record(x={**REFERENCE, "anyOf": [TEXT]}), "$defs": NAMED},
    "a property that is of several types": record(x={"type": ["object", "string"]}),
    "a property that is an object": record(x={"const": {"a": 1}}),
    "a property that is not": record(x={"not": TEXT}),
    "anything": {},
    "alternatives": {"anyOf": [record(a=TEXT), record(b=TEXT)]},
    "one alternative": {"oneOf": [REFERENCE], "$defs": {"a": record(a=TEXT)}},
    "alternatives of an object": {"type": "object", "properties": {"a": TEXT, "b": TEXT},
                                  "anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
    "all of them": {"allOf": [record(a=TEXT), {"required": ["a"]}]},
    "a reference": {**REFERENCE, "$defs": {"a": record(a=TEXT)}},
    "an object or nothing": {**record(a=TEXT), "type": ["object", "null"]},
    "properties": {"properties": {"a": TEXT}},
}


def ask(hub, provider, **more):
    body = {"model": f"{provider.NAME}/{MODELS[provider]}", "messages": [{"role": "user", "content": "Hello there"}],
            **more}
    return hub.call("POST", "/v1/chat/completions", body)


def as_tool(schema, strict):
    return {"tools": [{"type": "function", "function": {"name": "f", "parameters": schema, "strict": strict}}]}


def as_format(schema, strict):
    return {"response_format": {"type": "json_schema",
                                "json_schema": {"name": "n", "schema": schema, "strict": strict}}}


@h.case("lighttpd")
def taken(hub):
    for provider in (RESPONSES, ANTHROPIC, GEMINI):
        for name, schema in SCHEMAS.items():
            for place in (as_tool, as_format):
                for strict in (False, True):
                    answer = ask(hub, provider, **place(schema, strict))
                    h.expect(answer, 200, f"{provider.NAME}: {name} {place.__name__} strict={strict}")


@h.case("lighttpd")
def taken_of_others(hub):
    """Towards Chat, from a client of Anthropic's."""
    for name, schema in SCHEMAS.items():
        body = {"model": f"{CHAT.NAME}/{MODELS[CHAT]}", "max_tokens": 100,
                "messages": [{"role": "user", "content": "Hello there"}],
                "tools": [{"name": "f", "strict": True, "input_schema": {"type": "object", **schema}}]}
        answer = hub.call("POST", "/v1/messages", body, key=None, headers=ANTHROPIC.headers(hub.key))
        h.expect(answer, 200, name)


@h.case("lighttpd")
def named(hub):
    for provider, asked, name, strict, dropped in (
            (GEMINI, as_format, "a description beside a reference", False, None),
            (GEMINI, as_format, "a property that is true", False, None),
            (GEMINI, as_format, "a property that is false", False, "response_format.properties.x"),
            (GEMINI, as_tool, "a property that is false", False, "tools[].parameters.properties.x"),
            (GEMINI, as_tool, "alternatives", False, None),
            (ANTHROPIC, as_format, "a property that is anything", False, "response_format"),
            (ANTHROPIC, as_format, "a description beside a reference", False, None),
            (ANTHROPIC, as_tool, "a property that is anything", True, "tools[].strict"),
            (ANTHROPIC, as_tool, "a property that is anything", False, None),
            (ANTHROPIC, as_tool, "alternatives", False, "tools[].parameters.anyOf"),
            (RESPONSES, as_tool, "alternatives", False, "tools[].parameters.anyOf"),
            (RESPONSES, as_tool, "one alternative", True, None),
            (ANTHROPIC, as_tool, "an object or nothing", False, None)):
        answer = h.expect(ask(hub, provider, **asked(SCHEMAS[name], strict)), 200, name)
        h.equal(answer.header("x-aihub-dropped"), dropped, f"what was dropped: {provider.NAME} {name}")


h.run(settings)
