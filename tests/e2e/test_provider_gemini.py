#!/usr/bin/env python3
"""The test provider's Gemini, asked without a hub: what it refuses, what it takes, what it answers."""
import base64
import json

import direct
import harness as h

MODELS = "/v1beta/models/"
KEY = {"x-goog-api-key": h.PROVIDER_KEY}
PNG = {"mimeType": "image/png", "data": base64.b64encode(b"\x89PNG\r\n\x1a\n").decode()}
CALLS_EQUAL = ("Please ensure that the number of function response parts is equal to the number of "
               "function call parts of the function call turn.")


# ---- requests ------------------------------------------------------------------------


def said(text, role="user"):
    return {"role": role, "parts": [{"text": text}]}


def call(name, **members):
    args = members.pop("args", {})
    signature = {"thoughtSignature": members.pop("signed")} if "signed" in members else {}
    return {"functionCall": {"name": name, "args": args, **members}, **signature}


def result(name, **members):
    return {"functionResponse": {"name": name, "response": {"output": "done"}, **members}}


def turns(calls, results):
    """A conversation in which these calls were made and these results came back."""
    return [said("Do it"), {"role": "model", "parts": calls}, {"role": "user", "parts": results}]


def declared(*declarations):
    return [{"functionDeclarations": list(declarations)}]


def with_schema(schema):
    return {"tools": declared({"name": "f", "parameters": schema})}


def with_json_schema(schema):
    return {"tools": declared({"name": "f", "parametersJsonSchema": schema})}


def config(**members):
    return {"generationConfig": members}


def ask(provider, model="test", method="generateContent", headers=None, body=None, **members):
    """body: instead of the usual request with further members."""
    api = direct.Direct(provider, f"{MODELS}{model}:{method}", KEY)
    return api.ask({"contents": [said("Hello")], **members} if body is None else body, headers=headers)


def answer(provider, model="test", **members):
    return h.expect(ask(provider, model, **members), 200, f"{model} {members}").json


def chunks(provider, model="test", **members):
    """The chunks of a stream, which has nothing else in it."""
    stream = h.expect(ask(provider, model, "streamGenerateContent?alt=sse", **members), 200, model)
    h.require(stream.header("content-type").startswith("text/event-stream"), "content type")
    found = []
    for event in h.split_events(stream.content):
        h.require(event.startswith(b"data: {") and event.endswith(b"}\r\n\r\n") and event.count(b"\n") == 2,
                  "no plain event with CRLF:", event)
        found.append(json.loads(h.data_of(event)))
    return found


def parts(reply, candidate=0):
    return reply["candidates"][candidate]["content"]["parts"]


def finish(reply):
    return reply["candidates"][0].get("finishReason")


def usage(reply):
    """Prompt, answer, thoughts, all; what is not told is 0."""
    told = reply["usageMetadata"]
    return tuple(told.get(name + "TokenCount", 0) for name in ("prompt", "candidates", "thoughts", "total"))


def refused(reply, message, what, status=400, name="INVALID_ARGUMENT"):
    h.equal(reply.status, status, f"{what}: status ({h.shorten(reply.content)})")
    h.require(reply.header("content-type").startswith("application/json"), "content type")
    h.equal(list(reply.json), ["error"], "members of the body")
    error = reply.json["error"]
    h.equal((error["code"], error["status"]), (status, name), f"{what}: code and status")
    h.equal(error["message"], message, what)
    return error


# ---- what is refused -----------------------------------------------------------------


def unknown(name, place=""):
    at = f" at '{place}'" if place else ""
    return f'Invalid JSON payload received. Unknown name "{name}"{at}: Cannot find field.'


def no_list(name, place):
    return (f'Invalid JSON payload received. Unknown name "{name}" at \'{place}\': '
            "Proto field is not repeating, cannot start list.")


def own(rest):
    return f"* GenerateContentRequest.{rest}\n"


PART, FUNCTION = "contents[0].parts[0]", "tools[0].function_declarations[0]"
TYPES = "type.googleapis.com/google.ai.generativelanguage.v1beta."
STRUCT = "type.googleapis.com/google.protobuf.Struct"
NAME = ("Invalid function name. Must start with a letter or an underscore. Must be alphanumeric (a-z, A-Z, "
        "0-9), underscores (_), dots (.), colons (:), or dashes (-), with a maximum length of 128.")
NO_CALL = ("Please ensure that each function response has the name, and the id if there is one, of a "
           "function call: '{}' has not.").format
EMPTY = {"type": "OBJECT"}

UNKNOWN_NAMES = [
    ({"messages": []}, unknown("messages")),
    ({"labels": {}}, unknown("labels")),
    ({"contents": [{"role": "user", "parts": [{"text": "a"}], "name": "x"}]}, unknown("name", "contents[0]")),
    ({"contents": [{"parts": [{"text": "a"}, {"image": "x"}]}]}, unknown("image", "contents[0].parts[1]")),
    ({"contents": [{"parts": [{"inlineData": {**PNG, "media_type": "x"}}]}]},
     unknown("media_type", PART + ".inline_data")),
    ({"contents": [{"parts": [{"functionCall": {"name": "f", "arguments": {}}}]}]},
     unknown("arguments", PART + ".function_call")),
    ({"contents": [{"parts": [{"functionResponse": {"name": "f", "content": {}}}]}]},
     unknown("content", PART + ".function_response")),
    ({"systemInstruction": {"text": "x"}}, unknown("text", "system_instruction")),
    ({"tools": [{"type": "function"}]}, unknown("type", "tools[0]")),
    ({"tools": declared({"name": "f", "strict": True})}, unknown("strict", FUNCTION)),
    ({"toolConfig": {"mode": "ANY"}}, unknown("mode", "tool_config")),
    ({"toolConfig": {"functionCallingConfig": {"type": "any"}}},
     unknown("type", "tool_config.function_calling_config")),
    (config(max_tokens=5), unknown("max_tokens", "generation_config")),
    (config(thinkingConfig={"effort": "low"}), unknown("effort", "generation_config.thinking_config")),
    ({"safetySettings": [{"method": "x"}]}, unknown("method", "safety_settings[0]")),
]

# What JSON Schema has and Google's own schemas do not.
FOREIGN_KEYWORDS = ("$schema", "$ref", "$defs", "$id", "additionalProperties", "const", "exclusiveMinimum",
                    "exclusiveMaximum", "oneOf", "allOf", "not", "if", "then", "patternProperties",
                    "propertyNames", "uniqueItems", "examples", "multipleOf", "prefixItems", "strict")

FORMS = [
    ({"contents": [{"parts": [{"text": 5}]}]}, f"Invalid value at '{PART}.text' (TYPE_STRING), 5"),
    ({"contents": [{"parts": [{"text": ["a"]}]}]}, no_list("text", PART)),
    ({"contents": "Hello"}, f"Invalid value at 'contents[0]' ({TYPES}Content), \"Hello\""),
    ({"contents": [{"parts": [{"text": "a", "inlineData": PNG}]}]},
     f"Invalid value at '{PART}' (oneof), oneof field 'data' is already set. Cannot set 'inlineData'"),
    ({"contents": [{"parts": [{"inlineData": {"mimeType": "image/png", "data": "a*b="}}]}]},
     f"Invalid value at '{PART}.inline_data.data' (TYPE_BYTES), Base64 decoding failed for \"a*b=\""),
    ({"contents": [{"parts": [{"text": "a", "thoughtSignature": "not base64"}]}]},
     f"Invalid value at '{PART}.thought_signature' (TYPE_BYTES), Base64 decoding failed for \"not base64\""),
    ({"contents": turns([call("f", args="{}")], [result("f")])},
     f"Invalid value at 'contents[1].parts[0].function_call.args' ({STRUCT}), \"{{}}\""),
    ({"contents": turns([call("f")], [result("f", response="done")])},
     f"Invalid value at 'contents[2].parts[0].function_response.response' ({STRUCT}), \"done\""),
    ({"contents": turns([call("f")], [result("f", response=[1])])},
     no_list("response", "contents[2].parts[0].function_response")),
    (config(topK=1.5), "Invalid value at 'generation_config.top_k' (TYPE_INT32), 1.5"),
    (config(maxOutputTokens="many"), "Invalid value at 'generation_config.max_output_tokens' (TYPE_INT32), "
                                     '"many"'),
    (config(seed=3000000000), "Invalid value at 'generation_config.seed' (TYPE_INT32), 3000000000"),
    (config(thinkingConfig={"thinkingLevel": "none"}),
     "Invalid value at 'generation_config.thinking_config.thinking_level' (TYPE_ENUM), \"none\""),
    ({"toolConfig": {"functionCallingConfig": {"mode": "REQUIRED"}}},
     "Invalid value at 'tool_config.function_calling_config.mode' (TYPE_ENUM), \"REQUIRED\""),
    (with_schema({"type": ["STRING", "NULL"]}), no_list("type", FUNCTION + ".parameters")),
    (with_schema({"type": "any"}), f"Invalid value at '{FUNCTION}.parameters.type' (TYPE_ENUM), \"any\""),
    (with_schema({"type": "INTEGER", "enum": [1]}),
     f"Invalid value at '{FUNCTION}.parameters.enum[0]' (TYPE_STRING), 1"),
    ({"safetySettings": [{"category": "HARM_CATEGORY_X", "threshold": "OFF"}]},
     "Invalid value at 'safety_settings[0].category' (TYPE_ENUM), \"HARM_CATEGORY_X\""),
]

CONTENTS = [
    ({"contents": []}, own("contents: contents is not specified")),
    *(({"contents": [content]}, own("contents[0].parts: contents.parts must not be empty."))
      for content in ({"role": "user", "parts": []}, {"role": "user"})),
    ({"contents": [said("a", "assistant")]}, "Please use a valid role: user, model."),
    ({"contents": [said("a", "system")]}, "Please use a valid role: user, model."),
    ({"contents": [said("a"), {"role": "model", "parts": [call("f")]},
                   {"role": "function", "parts": [result("f")]}]}, "Please use a valid role: user, model."),
    ({"contents": [{"parts": [{}]}]},
     own(PART + ".data: required oneof field 'data' must have one initialized field")),
    ({"contents": [{"parts": [{"thought": True}]}]},
     own(PART + ".data: required oneof field 'data' must have one initialized field")),
    ({"contents": [{"parts": [{"inlineData": {"data": "AAAA"}}]}]},
     own(PART + ".inline_data.mime_type: must be specified")),
    ({"contents": [{"parts": [{"inlineData": {"mimeType": "image/x", "data": "AAAA"}}]}]},
     "Unsupported MIME type: image/x"),
    ({"contents": [{"parts": [{"inlineData": {"mimeType": "image/png", "data": ""}}]}]},
     own(PART + ".inline_data.data: must not be empty")),
    ({"contents": [{"parts": [{"fileData": {"mimeType": "image/png"}}]}]},
     own(PART + ".file_data.file_uri: must be specified")),
    ({"contents": [{"parts": [{"inlineData": {**PNG, "mimeType": "image/jpeg"}}]}]},
     "Unable to process input image. Please retry or report in "
     "https://developers.generativeai.google/guide/troubleshooting"),
    ({"systemInstruction": {"parts": [{"inlineData": PNG}]}},
     own("system_instruction.parts[0]: a system instruction can only be text")),
    ({"systemInstruction": {"parts": []}}, own("system_instruction.parts: must not be empty.")),
]

CALLS = [
    (turns([call("f")], [{"text": "no result"}]), CALLS_EQUAL),
    (turns([call("f"), call("g")], [result("f")]), CALLS_EQUAL),
    (turns([call("f")], [result("f"), result("f")]), CALLS_EQUAL),
    (turns([call("f")], [result("f")])[:2], CALLS_EQUAL),
    (turns([call("f"), call("g")], [result("f")]) + [{"role": "user", "parts": [result("g")]}], CALLS_EQUAL),
    (turns([call("f")], [result("g")]),
     NO_CALL("g")),
    (turns([call("f", id="1")], [result("f", id="2")]),
     NO_CALL("f")),
    (turns([call("f", id="1")], [result("f")]),
     NO_CALL("f")),
    ([{"role": "user", "parts": [result("f")]}],
     "Please ensure that function response turn comes immediately after a function call turn."),
    (turns([call("f")], [result("f")])[1:],
     "Please ensure that function call turn comes immediately after a user turn or after a function response "
     "turn."),
    ([said("a"), said("b", "model"), *turns([call("f")], [result("f")])[1:]],
     "Please ensure that function call turn comes immediately after a user turn or after a function response "
     "turn."),
    ([{"role": "user", "parts": [call("f")]}],
     own(PART + ": calls belong to the role model, responses to the role user")),
    (turns([call("9f")], [result("9f")]), own("contents[1].parts[0].function_call.name: " + NAME)),
    (turns([call("f")], [result("")]), own("contents[2].parts[0].function_response.name: " + NAME)),
    (turns([call("f")], [{"functionResponse": {"name": "f"}}]),
     own("contents[2].parts[0].function_response.response: must be specified")),
    (turns([call("f", signed="QUJD")], [result("f")]), "Corrupted thought signature."),
]

TOOLS = [
    ({"tools": [{}]}, own("tools[0]: a tool must be set")),
    *(({"tools": declared({"name": name})}, own(FUNCTION + ".name: " + NAME))
      for name in ("", "9f", "a b", "a/b", "-f", "x" * 129)),
    ({"tools": declared({"description": "x"})}, own(FUNCTION + ".name: " + NAME)),
    ({"tools": declared({"name": "f"}, {"name": "f"})}, "Duplicate function declaration found: f"),
    ({"tools": declared({"name": "f"}) + declared({"name": "f"})}, "Duplicate function declaration found: f"),
    ({"tools": declared({"name": "f", "parameters": EMPTY, "parametersJsonSchema": {"type": "object"}})},
     own(FUNCTION + ".parameters_json_schema: it must not be set together with parameters")),
    (with_schema({"type": "STRING"}), own(FUNCTION + ".parameters: the type must be OBJECT")),
    (with_schema({"properties": {}}), own(FUNCTION + ".parameters.type: must be specified")),
    (with_schema({"type": "OBJECT", "properties": {"a": {"type": "ARRAY"}}}),
     own(FUNCTION + ".parameters.properties[a].items: missing field.")),
    (with_schema({"type": "OBJECT", "required": ["a"]}),
     own(FUNCTION + ".parameters.required[0]: property is not defined")),
    (with_schema({"type": "OBJECT", "properties": {"a": {"type": "INTEGER", "enum": ["1"]}}}),
     own(FUNCTION + ".parameters.properties[a].enum: only allowed for STRING type")),
    (with_schema({"type": "OBJECT", "properties": {"a": {"type": "STRING", "format": "uri"}}}),
     own(FUNCTION + ".parameters.properties[a].format: only 'enum' and 'date-time' are supported for STRING "
                    "type")),
    (with_json_schema("object"), own(FUNCTION + ".parameters_json_schema: a JSON schema must be an object")),
    (with_json_schema({"type": "dict"}),
     own(FUNCTION + ".parameters_json_schema.type: invalid value for a JSON schema keyword")),
    (with_json_schema({"type": "object", "properties": {"a": {"$ref": "#/$defs/none"}}}),
     own(FUNCTION + ".parameters_json_schema.properties.a.$ref: '#/$defs/none' is not defined")),
    (with_json_schema({"$defs": {"x": {}}, "properties": {"a": {"$ref": "#/$defs/x", "title": "A"}}}),
     own(FUNCTION + ".parameters_json_schema.properties.a.$ref: beside it only names with '$' may be set, "
                    "not 'title'")),
    ({"toolConfig": {"functionCallingConfig": {"mode": "AUTO"}}},
     "Function calling config is set without function_declarations."),
    ({"tools": declared({"name": "f"}),
      "toolConfig": {"functionCallingConfig": {"mode": "AUTO", "allowedFunctionNames": ["f"]}}},
     "Please set allowed_function_names only when function calling mode is ANY or VALIDATED."),
    ({"tools": declared({"name": "f"}),
      "toolConfig": {"functionCallingConfig": {"mode": "ANY", "allowedFunctionNames": ["g"]}}},
     own("tool_config.function_calling_config.allowed_function_names[0]: the function 'g' is not declared")),
]

MIME = ("allowed mimetypes are `text/plain`, `application/json`, `application/xml`, `application/yaml` and "
        "`text/x.enum`.")
ONLY_JSON = "it is only supported with the response mime type application/json"

SETTINGS = [
    *((config(**{name: value}), own(f"generation_config.{snake}: must be in the range [{span}]"))
      for name, snake, value, span in (
          ("temperature", "temperature", 2.1, "0, 2"), ("temperature", "temperature", -0.1, "0, 2"),
          ("topP", "top_p", 1.1, "0, 1"), ("topK", "top_k", 0, "1, 1e+09"),
          ("candidateCount", "candidate_count", 0, "1, 8"), ("candidateCount", "candidate_count", 9, "1, 8"),
          ("maxOutputTokens", "max_output_tokens", 0, "1, 1e+09"),
          ("presencePenalty", "presence_penalty", 3, "-2, 2"))),
    (config(stopSequences=["a"] * 6), own("generation_config.stop_sequences: at most 5 stop sequences are "
                                          "allowed")),
    (config(stopSequences=[""]),
     own("generation_config.stop_sequences[0]: a stop sequence must not be empty")),
    (config(responseMimeType="application/pdf"), own("generation_config.response_mime_type: " + MIME)),
    (config(responseSchema=EMPTY), own("generation_config.response_schema: " + ONLY_JSON)),
    (config(responseJsonSchema={}, responseMimeType="text/plain"),
     own("generation_config.response_json_schema: " + ONLY_JSON)),
    (config(responseSchema=EMPTY, responseJsonSchema={}, responseMimeType="application/json"),
     own("generation_config.response_json_schema: it must not be set together with response_schema")),
    (config(logprobs=3),
     own("generation_config.logprobs: it is only allowed when response_logprobs is true")),
    (config(thinkingConfig={"thinkingBudget": 1, "thinkingLevel": "LOW"}),
     "You can only set only one of thinking budget and thinking level."),
    (config(thinkingConfig={"thinkingBudget": -2}),
     "The thinking budget -2 is invalid. Please choose a value between 0 and 32768."),
    ({"safetySettings": [{"category": "HARM_CATEGORY_HARASSMENT"}]},
     own("safety_settings[0]: category and threshold must be set")),
    ({"safetySettings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "OFF"}] * 2},
     own("safety_settings[1]: there is more than one setting of HARM_CATEGORY_HARASSMENT")),
]


@h.case("lighttpd", own=True)
def refuses(shape, provider):
    for table in (UNKNOWN_NAMES, FORMS, CONTENTS, TOOLS, SETTINGS):
        for members, message in table:
            refused(ask(provider, **members), message, members)
    for contents, message in CALLS:
        refused(ask(provider, contents=contents), message, contents)


LEVEL, RETRY = "Thinking level {} is not supported for this model.", " Please retry with other thinking level."
# A family of models, what it is told of its thinking, and how it refuses that; None: it takes it.
THINKING = [
    ("gemini-2.5-pro", {"thinkingBudget": 0}, "Budget 0 is invalid. This model only works in thinking mode."),
    ("gemini-2.5-pro", {"thinkingBudget": 127},
     "The thinking budget 127 is invalid. Please choose a value between 128 and 32768."),
    ("gemini-2.5-pro", {"thinkingBudget": 128}, None),
    ("gemini-2.5-pro", {"thinkingBudget": -1}, None),
    ("gemini-2.5-pro", {"thinkingLevel": "LOW"}, "Thinking level is not supported for this model."),
    ("gemini-2.5-flash", {"thinkingBudget": 0}, None),
    ("gemini-2.5-flash", {"thinkingBudget": 24577},
     "The thinking budget 24577 is invalid. Please choose a value between 1 and 24576."),
    ("gemini-2.5-flash-lite", {"thinkingBudget": 511},
     "The thinking budget 511 is invalid. Please choose a value between 512 and 24576."),
    ("gemini-3-flash-preview", {"thinkingLevel": "minimal"}, None),
    ("gemini-3.1-pro-preview", {"thinkingLevel": "MINIMAL"}, LEVEL.format("MINIMAL") + RETRY),
    ("gemini-3.8-flash", {"thinkingLevel": "MINIMAL"}, LEVEL.format("MINIMAL") + RETRY),
    ("gemini-3.8-flash", {"thinkingLevel": "LOW"}, None),
]


@h.case("lighttpd", own=True)
def thinks_as_its_family(shape, provider):
    for model, thinking, message in THINKING:
        said_so = ask(provider, model=model, **config(thinkingConfig=thinking))
        if message:
            refused(said_so, message, (model, thinking))
        else:
            h.expect(said_so, 200, (model, thinking))


@h.case("lighttpd", own=True)
def tells_the_field(shape, provider):
    message = unknown("a", PART)
    error = refused(ask(provider, contents=[{"parts": [{"a": 1}]}]), message, "unknown")
    h.equal(error["details"], [{"@type": "type.googleapis.com/google.rpc.BadRequest",
                                "fieldViolations": [{"field": PART, "description": message}]}], "details")


@h.case("lighttpd", own=True)
def refuses_foreign_keywords(shape, provider):
    for word in FOREIGN_KEYWORDS:
        value = {"type": "OBJECT", "properties": {"a": {"type": "STRING"}, "b": {"type": "STRING", word: 1}}}
        refused(ask(provider, **with_schema({"type": "OBJECT", word: 1})),
                unknown(word, FUNCTION + ".parameters"), word)
        refused(ask(provider, **with_schema(value)),
                unknown(word, FUNCTION + ".parameters.properties[1].value"), word)
        refused(ask(provider, **config(responseMimeType="application/json", responseSchema={word: 1})),
                unknown(word, "generation_config.response_schema"), word)
        # Its name does not matter to a property.
        answer(provider, **with_schema({"type": "OBJECT", "properties": {word: {"type": "STRING"}}}))


@h.case("lighttpd", own=True)
def wants_its_key(shape, provider):
    no_key = ("Method doesn't allow unregistered callers (callers without established identity). Please use "
              "API Key or other form of API consumer identity to call this API.")
    bad_key = "API key not valid. Please pass a valid API key."
    refused(ask(provider, headers={"x-goog-api-key": None}), no_key, "none", 403, "PERMISSION_DENIED")
    bearer = {"x-goog-api-key": None, "Authorization": "Bearer " + h.PROVIDER_KEY}
    refused(ask(provider, headers=bearer), no_key, "another field", 403, "PERMISSION_DENIED")
    error = refused(ask(provider, headers={"x-goog-api-key": "x"}), bad_key, "bad")
    h.equal(error["details"][0]["reason"], "API_KEY_INVALID", "reason")
    refused(ask(provider, method="generateContent?key=x", headers={"x-goog-api-key": None}), bad_key,
            "bad parameter")
    h.expect(ask(provider, method="generateContent?key=" + h.PROVIDER_KEY, headers={"x-goog-api-key": None}),
             200, "parameter")


@h.case("lighttpd", own=True)
def knows_its_paths(shape, provider):
    for model, path in (("test:events=3", "test:events=3"), ("a/b:events=3", "a%2Fb%3Aevents%3D3"),
                        ("a/b:events=3,mark", "a/b:events=3,mark"), ("models/x", "models/x")):
        h.equal(answer(provider, path)["modelVersion"], model, path)
    for model in ("test%", "test%g0", "test%00", "test%ff"):
        h.expect(ask(provider, model), 400, model)
    h.equal(ask(provider, "test:nothing").json["error"]["status"], "NOT_FOUND", "an unknown behaviour")
    for method in ("embedContents", "generatecontent", ""):
        h.equal(ask(provider, method=method).json["error"]["status"], "NOT_FOUND", method)
    listed = h.Call(provider.port, "GET", MODELS[:-1], [*KEY.items()]).finish().json["models"]
    h.equal(listed[0]["name"], "models/test", "the list")


# ---- what is taken -------------------------------------------------------------------

RICH = {
    "contents": [
        {"parts": [{"text": "Hello"}]},
        {"role": "model", "parts": [{"text": "thinking", "thought": True}, {"text": "Hi"},
                                    {"text": "", "thoughtSignature": "sig/_-8="}]},
        said("Twice"), said("in a row"),
        {"role": "model", "parts": [{"text": "So"}, call("f", args={"a": 1}), call("f", id="1"),
                                    call("g.h:i-j")]},
        {"role": "user", "parts": [result("g.h:i-j", id="own"), result("f", id="1"), result("f", parts=[
            {"inlineData": PNG}]), {"inlineData": PNG}]},
        {"role": "model", "parts": [call("f", signed="skip_thought_signature_validator")]},
        {"role": "user", "parts": [result("f")]},
        {"role": "model", "parts": [{"executableCode": {"language": "PYTHON", "code": "1"}},
                                    {"codeExecutionResult": {"outcome": "OUTCOME_OK", "output": "1"}}]},
        {"role": "user", "parts": [{"inlineData": PNG, "mediaResolution": {"level": "MEDIA_RESOLUTION_LOW"}},
                                   {"fileData": {"fileUri": "https://example.org/a", "mimeType": "video/mp4"},
                                    "videoMetadata": {"startOffset": "1s", "fps": 2}}]},
    ],
    "systemInstruction": {"role": "user", "parts": [{"text": "Be brief."}]},
    "tools": [{"googleSearch": {}}, {"urlContext": {}}, {"codeExecution": {}}, *declared({
        "name": "f", "description": "F", "parameters": {
            "type": "OBJECT", "required": ["a"], "propertyOrdering": ["a", "b"], "properties": {
                "a": {"type": "integer", "format": "int32", "minimum": 1, "maximum": "5", "nullable": True},
                "b": {"type": "Array", "minItems": "1", "items": {"type": "STRING", "enum": ["x", "y"],
                                                                  "format": "enum"}},
                "c": {"anyOf": [{"type": "STRING", "pattern": "a*"}, {"type": "NUMBER"}], "default": 1},
                "$ref": {"type": "STRING", "format": "date-time", "example": "x", "maxLength": "9"}}}},
        {"name": "g.h:i-j", "parametersJsonSchema": {
            "$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
            "additionalProperties": False,
            "$defs": {"x": {"type": ["string", "null"]}}, "required": ["a"], "properties": {
                "a": {"$ref": "#/$defs/x"}, "b": {"const": 1, "exclusiveMinimum": 0},
                "type": {"type": "STRING", "minItems": "1"}, "d": {"oneOf": [{"type": "integer"}]}}},
         "responseJsonSchema": {"type": "object"}, "behavior": "BLOCKING"})],
    "toolConfig": {"functionCallingConfig": {"mode": "VALIDATED", "allowedFunctionNames": ["f"]},
                   "retrievalConfig": {"languageCode": "en"}},
    "generationConfig": {
        "temperature": 2, "topP": 0.95, "topK": 64, "candidateCount": 1, "maxOutputTokens": "100",
        "stopSequences": ["a", "b", "c", "d", "e"], "seed": -5, "presencePenalty": -2,
        "frequencyPenalty": 1.5,
        "responseModalities": ["TEXT"], "responseLogprobs": True, "logprobs": 5,
        "thinkingConfig": {"includeThoughts": True, "thinkingLevel": "low"}, "mediaResolution": None},
    "safetySettings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_NONE"}],
    "cachedContent": "cachedContents/x", "serviceTier": "standard", "store": False,
}


def snake(value, keep=("properties", "args", "response", "parametersJsonSchema", "responseJsonSchema")):
    """The same in snake_case, but for names that are data."""
    if isinstance(value, list):
        return [snake(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    def name(camel):
        return "".join("_" + letter.lower() if letter.isupper() else letter for letter in camel)
    return {name(key): inner if key in keep else snake(inner) for key, inner in value.items()}


@h.case("lighttpd", own=True)
def takes_all_that_there_is(shape, provider):
    wanted = answer(provider, body=RICH)
    again = answer(provider, body=snake(RICH))
    h.equal(parts(again), parts(wanted), "in snake_case")
    single = {"contents": {"parts": {"text": "Hello"}},
              "system_instruction": {"parts": {"text": "Be brief."}},
              "tools": {"function_declarations": {"name": "f"}}}
    answer(provider, body=single)
    answer(provider, "test:loose", contents=[{"parts": [{"text": "a", "x": 1}], "y": 2}], z=3)
    for mode in ("AUTO", "NONE", "any"):
        answer(provider, tools=declared({"name": "f"}),
               tool_config={"functionCallingConfig": {"mode": mode}})


# ---- answers -------------------------------------------------------------------------


@h.case("lighttpd", own=True)
def whole(shape, provider):
    reply = answer(provider, "test:events=3,cached=2", systemInstruction={"parts": [{"text": "12345678"}]})
    h.equal(list(reply), ["candidates", "usageMetadata", "modelVersion", "responseId"], "members")
    h.equal(reply["candidates"], [{"content": {"parts": [{"text": "word0 word1 word2 "}], "role": "model"},
                                   "finishReason": "STOP", "index": 0}], "candidates")
    h.equal(usage(reply), (10, 3, 0, 13), "usage")
    h.equal(reply["usageMetadata"]["cachedContentTokenCount"], 2, "cached")
    h.equal(parts(answer(provider, "test:echo", contents=[said("say this"), said("x", "model"),
                                                          said("say that")])), [{"text": "say that"}], "echo")
    h.equal(parts(answer(provider, "test:mark,events=2"))[0]["text"], "Hello:0 Hello:1 ", "mark")


@h.case("lighttpd", own=True)
def streamed(shape, provider):
    got = chunks(provider, "test:events=3,cached=1")
    h.equal([(parts(chunk), finish(chunk), usage(chunk)) for chunk in got],
            [([{"text": "word0 "}], None, (5, 1, 0, 6)), ([{"text": "word1 "}], None, (5, 2, 0, 7)),
             ([{"text": "word2 "}], "STOP", (5, 3, 0, 8))], "chunks")
    h.equal({(chunk["responseId"], chunk["modelVersion"]) for chunk in got},
            {(got[0]["responseId"], "test:events=3,cached=1")}, "the same in all")
    h.equal([chunk["usageMetadata"]["cachedContentTokenCount"] for chunk in got], [1, 1, 1], "cached")
    empty, = chunks(provider, "test:events=0")
    h.equal((parts(empty), finish(empty)), ([{"text": ""}], "STOP"), "no words")


@h.case("lighttpd", own=True)
def streamed_as_a_list(shape, provider):
    reply = h.expect(ask(provider, "test:events=2", "streamGenerateContent"), 200)
    h.require(reply.header("content-type").startswith("application/json"), "content type")
    h.equal([parts(chunk) for chunk in reply.json], [[{"text": "word0 "}], [{"text": "word1 "}]], "chunks")
    h.equal(ask(provider, "test:events=2", "streamGenerateContent?alt=json").json[1]["candidates"][0]
            ["finishReason"], "STOP", "by its name")
    refusal = h.expect(ask(provider, method="streamGenerateContent", contents=[]), 400).json
    h.equal(refusal[0]["error"]["message"], own("contents: contents is not specified"), "a refusal")
    broken = h.expect(ask(provider, "test:errevent=1", "streamGenerateContent"), 200).json
    h.equal((parts(broken[0]), broken[1]["error"]["code"], len(broken)), ([{"text": "word0 "}], 500, 2),
            "error")


@h.case("lighttpd", own=True)
def calls(shape, provider):
    tools = {"tools": declared({"name": "look.up"})}
    one = {"functionCall": {"name": "look.up", "args": {"text": "word0 word1 "}}}
    reply = answer(provider, "test:tools=2,events=2", **tools)
    h.equal((parts(reply), finish(reply), usage(reply)), ([one, one], "STOP", (5, 4, 0, 9)), "whole")
    got = chunks(provider, "test:tools=2,events=2", **tools)
    h.equal([(parts(chunk), finish(chunk), usage(chunk)) for chunk in got],
            [([one], None, (5, 2, 0, 7)), ([one], "STOP", (5, 4, 0, 9))], "one call a chunk")
    ids = [part["functionCall"]["id"] for part in parts(answer(provider, "test:tools=2,callids", **tools))]
    h.equal(len(set(ids)), 2, "ids")
    for mode, count in (("AUTO", 0), ("ANY", 1), ("VALIDATED", 0)):
        reply = answer(provider, **tools, toolConfig={"functionCallingConfig": {"mode": mode}})
        h.equal(sum("functionCall" in part for part in parts(reply)), count, mode)
    reply = answer(provider, "test:tools", **tools, toolConfig={"functionCallingConfig": {"mode": "NONE"}})
    h.require("text" in parts(reply)[0], "NONE")
    reply = answer(provider, "test:agent", tools=declared({"name": "run_shell_command"}),
                   toolConfig={"functionCallingConfig": {"mode": "NONE"}})
    h.require(parts(reply)[0]["text"].startswith("word0 "), "NONE, and an agent")
    reply = answer(provider, tools=declared({"name": "f"}, {"name": "g"}),
                   toolConfig={"functionCallingConfig": {"mode": "ANY", "allowedFunctionNames": ["g"]}})
    h.equal(parts(reply)[0]["functionCall"]["name"], "g", "the one that is allowed")


@h.case("lighttpd", own=True)
def thoughts(shape, provider):
    shown = config(thinkingConfig={"includeThoughts": True})
    reply = answer(provider, "test:think=2,events=1", **shown)
    thought, text, last = parts(reply)
    h.equal((thought, text), ({"text": "thought0 thought1 ", "thought": True}, {"text": "word0 "}), "whole")
    h.equal(usage(reply), (5, 1, 2, 8), "usage")
    h.equal((last["text"], "thoughtSignature" in last), ("", True), "a signature")
    got = chunks(provider, "test:think=2,events=1", **shown)
    h.equal([(parts(chunk), finish(chunk), usage(chunk)) for chunk in got],
            [([{"text": "thought0 ", "thought": True}], None, (5, 0, 1, 6)),
             ([{"text": "thought1 ", "thought": True}], None, (5, 0, 2, 7)),
             ([{"text": "word0 "}], None, (5, 1, 2, 8)), ([last], "STOP", (5, 1, 2, 8))], "chunks")
    reply = answer(provider, "test:think=2,events=1")
    h.equal((parts(reply), usage(reply)), ([{"text": "word0 "}, last], (5, 1, 2, 8)), "thoughts not shown")
    base64.b64decode(last["thoughtSignature"], validate=True)


@h.case("lighttpd", own=True)
def signatures(shape, provider):
    """The first call of each step of the current turn must be signed as it was."""
    model, tools = "test:think=1,tools=2,events=1", {"tools": declared({"name": "f"})}
    first, second = parts(answer(provider, model, **tools))
    h.equal((["thoughtSignature" in part for part in (first, second)]), [True, False], "only the first")
    got = [part for chunk in chunks(provider, model, **tools) for part in parts(chunk)]
    h.equal(got, [first, second], "streamed")
    bare = {"functionCall": first["functionCall"]}
    step = turns([first, second], [result("f"), result("f")])
    answer(provider, model, contents=step, **tools)
    position = ("Function call is missing a thought_signature in functionCall parts. This is required for "
                "tools to work correctly, and missing thought_signature may lead to degraded model "
                "performance. Additional data, function call `default_api:f` , position {}.")
    lost = turns([bare, second], [result("f"), result("f")])
    refused(ask(provider, model, contents=lost, **tools), position.format(2), "lost")
    refused(ask(provider, model, contents=step + lost[1:], **tools), position.format(4), "in a later step")
    refused(ask(provider, model, contents=lost + step[1:], **tools), position.format(2),
            "in an earlier step")
    answer(provider, model, contents=lost + [said("ok", "model"), said("Next")], **tools)  # another turn
    answer(provider, contents=lost, **tools)  # a model that does not think
    for signature in (first["thoughtSignature"].replace("/", "_"), "QUJD"):
        changed = turns([{**first, "thoughtSignature": signature}, second], [result("f"), result("f")])
        refused(ask(provider, model, contents=changed, **tools), "Corrupted thought signature.", signature)
    other = turns([call("f", args={"text": "x"}, signed=first["thoughtSignature"])], [result("f")])
    refused(ask(provider, model, contents=other, **tools), "Corrupted thought signature.", "another call's")
    stand_in = turns([{**bare, "thoughtSignature": "skip_thought_signature_validator"}, second],
                     [result("f"), result("f")])
    answer(provider, model, contents=stand_in, **tools)


@h.case("lighttpd", own=True)
def an_agent(shape, provider):
    tools = {"tools": declared({"name": "read_file"}, {"name": "run_shell_command"})}
    made, = parts(answer(provider, "test:agent,think=1", **tools))
    h.equal(made["functionCall"],
            {"name": "run_shell_command", "args": {"command": "echo from-the-tool"}}, "call")
    back = {"functionResponse": {"name": "run_shell_command", "response": {"output": "from-the-tool"}}}
    reply = answer(provider, "test:agent,think=1", contents=turns([made], [back]), **tools)
    h.equal((parts(reply)[0], finish(reply)), ({"text": "The tool said: from-the-tool"}, "STOP"), "end")


@h.case("lighttpd", own=True)
def limits_and_stops(shape, provider):
    reply = answer(provider, "test:events=5", **config(maxOutputTokens=2))
    h.equal((parts(reply), finish(reply)), ([{"text": "word0 word1 "}], "MAX_TOKENS"), "limit")
    last = chunks(provider, "test:events=5", **config(maxOutputTokens=2))[-1]
    h.equal(finish(last), "MAX_TOKENS", "stream")
    reply = answer(provider, "test:agent", tools=declared({"name": "run_shell_command"}),
                   **config(maxOutputTokens=1))
    h.equal((parts(reply), finish(reply)), ([{"text": ""}], "MAX_TOKENS"), "no room for a call")
    reply = answer(provider, "test:events=5", **config(stopSequences=["d4", "rd2"]))
    h.equal((parts(reply), finish(reply)), ([{"text": "word0 word1 wo"}], "STOP"), "stop sequence")
    got = chunks(provider, "test:events=5,mark", **config(stopSequences=["o:2"]))
    h.equal("".join(parts(chunk)[0]["text"] for chunk in got), "Hello:0 Hello:1 Hell", "in a stream")


@h.case("lighttpd", own=True)
def several_candidates(shape, provider):
    reply = answer(provider, "test:events=1", **config(candidateCount=2))
    h.equal([(one["index"], one["finishReason"]) for one in reply["candidates"]], [(0, "STOP"), (1, "STOP")],
            "whole")
    h.equal(usage(reply), (5, 2, 0, 7), "usage")
    got = [chunk["candidates"][0] for chunk in chunks(provider, "test:events=2", **config(candidateCount=2))]
    h.equal([(one["index"], one["content"]["parts"][0]["text"], one.get("finishReason")) for one in got],
            [(0, "word0 ", None), (1, "word0 ", None), (0, "word1 ", "STOP"), (1, "word1 ", "STOP")],
            "chunks")


@h.case("lighttpd", own=True)
def structured(shape, provider):
    own_form = {"type": "OBJECT", "required": ["n"], "properties": {
        "n": {"type": "INTEGER", "minimum": 3}, "list": {"type": "ARRAY", "items": {"type": "STRING"}},
        "which": {"type": "STRING", "enum": ["left", "right"]}, "yes": {"type": "BOOLEAN"}}}
    for members in ({"responseSchema": own_form}, {"responseJsonSchema": own_form}):
        reply = answer(provider, **config(responseMimeType="application/json", **members))
        value = json.loads(parts(reply)[0]["text"])
        h.equal((value["which"], value["yes"], value["n"] >= 3), ("left", True, True), members)
        h.require(all(isinstance(one, str) for one in value["list"]), "list", value)
    json_form = {"type": "object", "$defs": {"x": {"type": "string"}},
                 "properties": {"a": {"$ref": "#/$defs/x"}}}
    got = chunks(provider, **config(responseMimeType="application/json", responseJsonSchema=json_form),
                 tools=declared({"name": "f"}))
    h.require(isinstance(json.loads("".join(parts(chunk)[0]["text"] for chunk in got))["a"], str), "streamed")
    json.loads(parts(answer(provider, **config(responseMimeType="application/json")))[0]["text"])
    reply = answer(provider, **config(responseMimeType="text/x.enum",
                                      responseSchema={"type": "STRING", "enum": ["left", "right"]}))
    h.equal(parts(reply)[0]["text"], "left", "a bare choice")


@h.case("lighttpd", own=True)
def counts(shape, provider):
    counted = h.expect(ask(provider, method="countTokens"), 200).json
    h.equal(counted, {"totalTokens": 5, "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 5}]},
            "contents")
    inner = {"model": "models/test", "contents": [said("Hello")],
             "systemInstruction": {"parts": [{"text": "12345678"}]}}
    counted = h.expect(ask(provider, method="countTokens", body={"generateContentRequest": inner}), 200).json
    h.equal(counted["totalTokens"], 10, "a whole request")
    refused(ask(provider, method="countTokens", tools=[]), unknown("tools"), "tools")
    refused(ask(provider, method="countTokens", contents=[]), own("contents: contents is not specified"),
            "nothing")


@h.case("lighttpd", own=True)
def failures(shape, provider):
    error = ask(provider, "test:status=429,retry=7")
    h.equal(error.header("retry-after"), "7", "Retry-After")
    told = refused(error, "The test provider was told to answer 429.", "429", 429, "RESOURCE_EXHAUSTED")
    h.equal(told["details"], [{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "7s"}],
            "details")
    for status, name in ((403, "PERMISSION_DENIED"), (404, "NOT_FOUND"), (500, "INTERNAL"),
                         (503, "UNAVAILABLE"), (504, "DEADLINE_EXCEEDED")):
        refused(ask(provider, f"test:status={status}"), f"The test provider was told to answer {status}.",
                status, status, name)
    *good, bad = chunks(provider, "test:errevent=2")
    h.equal((len(good), bad["error"]["code"], bad["error"]["status"]), (2, 500, "INTERNAL"),
            "error in a stream")
    for blocked in (answer(provider, "test:blocked"), *chunks(provider, "test:blocked")):
        h.equal((blocked["promptFeedback"]["blockReason"], "candidates" in blocked, usage(blocked)),
                ("SAFETY", False, (5, 0, 0, 5)), "blocked")
    reply = answer(provider, "test:finish=MALFORMED_FUNCTION_CALL")
    h.equal(finish(reply), "MALFORMED_FUNCTION_CALL", "finish")
    h.equal([finish(chunk) for chunk in chunks(provider, "test:nodone,events=2")], [None, None], "no end")
    told = ["usageMetadata" in chunk for chunk in chunks(provider, "test:usagefinal,events=2")]
    h.equal(told, [False, True], "usage at the end")
    h.require(not any("usageMetadata" in chunk for chunk in chunks(provider, "test:nousage")), "no usage")
    for how in ("cut=2", "cleancut=2"):
        got = h.split_events(ask(provider, "test:" + how, "streamGenerateContent?alt=sse").content)
        h.equal(len(got), 2, how)
    half = ask(provider, "test:halfevent=1", "streamGenerateContent?alt=sse").content
    whole_one, rest = h.split_events(half)
    h.require(whole_one.endswith(b"\r\n\r\n"), "the whole one", half)
    h.require(rest.startswith(b"data: {") and b"\n" not in rest, "the half one", half)
    mixed = ask(provider, "test:json", "streamGenerateContent?alt=sse")
    h.equal(len(parts(mixed.json)), 1, "JSON instead of a stream")
    mixed = ask(provider, "test:sse,events=2")
    h.equal(len(h.split_events(mixed.content)), 2, "a stream instead of JSON")
    h.require("xUnknown" in answer(provider, "test:unknown"), "unknown members")


h.run()
