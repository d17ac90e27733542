"""Gemini's generateContent for the matrix."""
import urllib.parse

import harness as h
from conversation import (Answer, Call, Failure, Heard, Media, Result, Text, Thought, Turn, Usage, heard_turns,
                          members, one, parse, put, split_stream)

NAME, TITLE, TYPE, BASE = "gemini", "Gemini", "gemini-compatible", "/v1beta"
EOL = b"\r\n"
STOPS = {"sequence": "done", "refusal": "done"}
WORDS = {"STOP": "done", "MAX_TOKENS": "length", "SAFETY": "filter"}
FINISH = {"done": "STOP", "length": "MAX_TOKENS", "filter": "SAFETY"}
PARAMS = {"stop": "generationConfig.stopSequences", "choices": "generationConfig.candidateCount",
          "failed": "contents[].parts[].functionResponse.response.error"}
BROKEN = "UNAVAILABLE"
ASKS_FOR_THOUGHTS = True
ERRORS = {400: "INVALID_ARGUMENT", 404: "NOT_FOUND", 429: "RESOURCE_EXHAUSTED", 500: "INTERNAL",
          502: "UNAVAILABLE", 503: "UNAVAILABLE"}


def path(model, stream):
    method = "streamGenerateContent?alt=sse" if stream else "generateContent"
    return f"/v1beta/models/{urllib.parse.quote(model, safe='/:=,')}:{method}"


def headers(key):
    return [("x-goog-api-key", key)]


# ---- as a client says it ----------------------------------------------------------------


def say_part(part):
    if isinstance(part, Text):
        return {"text": part.text}
    if isinstance(part, Media):
        return {"inlineData": {"mimeType": part.type, "data": part.data}}
    if isinstance(part, Call):
        return {"functionCall": {"id": part.id, "name": part.name, "args": part.args}}
    return {"functionResponse": {"id": part.id, "name": part.name,
                                 "response": {"error" if part.failed else "output": part.text}}}


def say_parts(parts):
    """Pictures of a result stand beside it, as Google's command line sends them."""
    for part in parts:
        yield say_part(part)
    for part in parts:
        for inner in getattr(part, "content", ()):
            if isinstance(inner, Media):
                yield say_part(inner)


def say_turn(turn):
    if not isinstance(turn, Turn):
        return turn.raw
    return {"role": "model" if turn.role == "assistant" else "user", "parts": list(say_parts(turn.parts))}


def say_calling(choice):
    modes = {"any": "ANY", "auto": "AUTO", "none": "NONE"}
    return {"mode": modes[choice]} if choice in modes else {"mode": "ANY", "allowedFunctionNames": [choice]}


def body(ask, model, stream):
    config = {"maxOutputTokens": ask.limit, "candidateCount": ask.choices,
              "stopSequences": list(ask.stop) if ask.stop else None,
              "thinkingConfig": {"includeThoughts": True, "thinkingLevel": "LOW"} if ask.think else None,
              "responseMimeType": "application/json" if ask.schema else None,
              "responseJsonSchema": ask.schema}
    said = {"contents": [say_turn(turn) for turn in ask.turns],
            "generationConfig": {name: value for name, value in config.items() if value is not None}}
    if ask.system is not None:
        said["systemInstruction"] = {"parts": [{"text": ask.system}]}
    if ask.tools is not None:
        said["tools"] = [{"functionDeclarations": [
            {"name": tool.name, "description": tool.description, "parametersJsonSchema": tool.schema}
            for tool in ask.tools]}] if ask.tools else []
    if ask.choice:
        said["toolConfig"] = {"functionCallingConfig": say_calling(ask.choice)}
    for place, value in ask.more:
        put(said, place, value)
    return said


# ---- as a provider hears it ----------------------------------------------------------------


def hear_part(part):
    if "functionCall" in part:
        call = part["functionCall"]
        return Call(call.get("id"), call["name"], call.get("args", {}))
    if "functionResponse" in part:
        told = part["functionResponse"]
        text = told["response"].get("output", told["response"].get("error"))
        return Result(told.get("id"), told["name"], (Text(text),), "error" in told["response"])
    if "inlineData" in part:
        return Media(part["inlineData"]["mimeType"], part["inlineData"]["data"])
    return Thought(part["text"]) if part.get("thought") else Text(part["text"])


def hear_parts(parts):
    """A call's signature is a thought before it."""
    for part in parts:
        if "thoughtSignature" in part:
            yield Thought(part.get("text", ""), part["thoughtSignature"])
        if "functionCall" in part or "thoughtSignature" not in part:
            yield hear_part(part)


def hear_choice(calling):
    names = calling.get("allowedFunctionNames")
    if names and len(names) == 1:
        return names[0]
    return calling.get("mode", "").lower() or None


def hear(said):
    config, system = said.get("generationConfig", {}), said.get("systemInstruction")
    turns = [Turn("assistant" if content.get("role") == "model" else "user",
                  tuple(hear_parts(content["parts"]))) for content in said["contents"]]
    declared = [one_ for tool in said.get("tools", ()) for one_ in tool["functionDeclarations"]]
    stop = config.get("stopSequences")
    return Heard(
        turns=heard_turns(turns),
        system=system and "\n\n".join(part["text"] for part in system["parts"]),
        tools=[(one_["name"], one_.get("parametersJsonSchema")) for one_ in declared] or None,
        choice=hear_choice(said.get("toolConfig", {}).get("functionCallingConfig", {})),
        schema=config.get("responseJsonSchema"),
        think="thinkingConfig" in config, limit=config.get("maxOutputTokens"),
        stop=stop and tuple(stop), choices=config.get("candidateCount"))


# ---- what a client is told ----------------------------------------------------------------


def read_usage(usage):
    members(usage, ("promptTokenCount", "totalTokenCount"), "usage",
            ("candidatesTokenCount", "thoughtsTokenCount", "cachedContentTokenCount", "promptTokensDetails",
             "candidatesTokensDetails", "cacheTokensDetails", "serviceTier"))
    thoughts = usage.get("thoughtsTokenCount", 0)
    output = usage.get("candidatesTokenCount", 0) + thoughts
    h.equal(usage["totalTokenCount"], usage["promptTokenCount"] + output, "total tokens")
    return Usage(usage["promptTokenCount"], output, usage.get("cachedContentTokenCount", 0), thoughts)


DATA = ("text", "functionCall", "inlineData")


def check_part(part):
    h.equal(sum(name in part for name in DATA), 1, f"kinds of data in the part {h.shorten(part)}")
    members(part, (), "a part", (*DATA, "thought", "thoughtSignature"))
    if "functionCall" in part:
        members(part["functionCall"], ("name", "args"), "a call", ("id",))


def understand(candidates, usage, model):
    """candidates: (parts, reason) of each."""
    parts, reason = candidates[0]
    calls = [Call(part["functionCall"].get("id"), part["functionCall"]["name"], part["functionCall"]["args"])
             for part in parts if "functionCall" in part]
    stop = WORDS.get(reason, reason)
    return Answer(
        text=text_of(parts), thoughts="".join(part.get("text", "") for part in parts if part.get("thought")),
        calls=calls, stop="calls" if calls and stop == "done" else stop, usage=usage, model=model,
        choices=[text_of(parts) for parts, _ in candidates], again=repeat(parts))


def text_of(parts):
    return "".join(part.get("text", "") for part in parts if not part.get("thought"))


def repeat(parts):
    """Google's command line brings back calls with their signatures and texts, but no thoughts."""
    kept = [part for part in parts if "functionCall" in part or (part.get("text") and not part.get("thought"))]
    return {"role": "model", "parts": kept}


CHUNK = ("candidates", "modelVersion", "responseId")


def check_candidate(candidate):
    members(candidate, ("content",), "a candidate", ("finishReason", "index", "safetyRatings", "avgLogprobs"))
    members(candidate["content"], ("role",), "the content", ("parts",))
    h.equal(candidate["content"]["role"], "model", "role")
    for part in candidate["content"].get("parts", ()):
        check_part(part)


def read_chunk(told, optional):
    members(told, CHUNK, "a chunk", ("createTime", *optional))
    for candidate in told["candidates"]:
        check_candidate(candidate)


def whole(content):
    told = parse(content, "the answer")
    read_chunk(told, ("usageMetadata",))
    return understand([(candidate["content"].get("parts", []), candidate["finishReason"])
                       for candidate in told["candidates"]], read_usage(told["usageMetadata"]),
                      told["modelVersion"])


def error(told):
    members(told, ("error",), "the error's body")
    members(told["error"], ("code", "message", "status"), "the error", ("details",))
    details = {detail["@type"].rsplit(".", 1)[1]: detail for detail in told["error"].get("details", ())}
    fields = details.get("BadRequest", {}).get("fieldViolations")
    retry = details.get("RetryInfo", {}).get("retryDelay")
    return Failure(told["error"]["status"], told["error"]["message"], fields and fields[0].get("field"),
                   retry and int(retry.removesuffix("s")))


def add_parts(kept, parts):
    """Texts of one kind are one."""
    for part in parts:
        last = kept[-1] if kept else {}
        if "text" in part and set(part) == set(last) and "thoughtSignature" not in part:
            kept[-1] = {**last, "text": last["text"] + part["text"]}
        else:
            kept.append(part)


def stream(content, eol, usage=True):
    """The answer, and the failure that ended it or None."""
    events = split_stream(content, eol)
    h.require(all(name is None for name, _ in events), "there are names of events")
    chunks = [parse(data, "a chunk") for _, data in events]
    failure = error(chunks.pop()) if "error" in chunks[-1] else None
    parts, reasons = {}, {}
    for chunk in chunks:
        read_chunk(chunk, ("usageMetadata",))
        for candidate in chunk["candidates"]:
            index = candidate.get("index", 0)
            h.require(index not in reasons, "a chunk behind the finish reason")
            add_parts(parts.setdefault(index, []), candidate["content"].get("parts", ()))
            if "finishReason" in candidate:
                reasons[index] = candidate["finishReason"]
    for name in ("responseId", "modelVersion") if chunks else ():
        one([chunk[name] for chunk in chunks], name)
    if failure:
        h.equal(reasons, {}, "finish reasons before an error")
        return Answer("".join(text_of(parts[i]) for i in parts)), failure
    h.equal(sorted(reasons), sorted(parts), "candidates with a finish reason")
    h.require("usageMetadata" in chunks[-1], "no usage in the last chunk")
    return understand([(parts[i], reasons[i]) for i in sorted(parts)],
                      read_usage(chunks[-1]["usageMetadata"]), chunks[-1]["modelVersion"]), None
