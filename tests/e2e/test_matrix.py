#!/usr/bin/env python3
"""Every client dialect with every provider dialect: what goes through, and what becomes of what cannot.
The test provider is as strict as the real ones, and its own answer, without a hub, is the measure."""
import base64
import json
from dataclasses import replace

import harness as h
from conversation import Ask, Call, Media, Result, Text, Thought, Tool, assistant, instruction, result, user
from matrix import (ANTHROPIC, CHAT, Cannot, DIALECTS, GEMINI, Pair, RESPONSES, register_cases, row, settings)

WORDS = "word0 word1 word2 word3 word4 "
PNG = Media("image/png", base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(20)).decode())
PDF = Media("application/pdf", base64.b64encode(b"%PDF-1.7\n").decode())
TAKES_TEXT = {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"],
              "additionalProperties": False}
LOOK_UP, OTHER = Tool("look_up", TAKES_TEXT), Tool("other", TAKES_TEXT)
BASH = Tool("Bash", {"type": "object", "properties": {"command": {"type": "string"}}})
SCHEMA = {"type": "object", "properties": {"name": {"type": "string"}, "count": {"type": "integer"}},
          "required": ["name", "count"], "additionalProperties": False}
ODD = 'h\u00e9llo "w\u00f6rld" \\ / \u20ac \U0001f600 <&>\n\ttab\u0001 \u2028 end'


def signature(text):
    """Of a thought, as the test provider signs it (thought.c)."""
    value = 0xcbf29ce484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001b3 & 0xffffffffffffffff
    return f"sig/{value:016x}+A=="


# ---- text -----------------------------------------------------------------------------


@row("text")
def text(pair):
    told, heard = pair.whole(Ask(), "events=5")
    h.equal((told.text, told.stop), (WORDS, "done"), "the answer")
    h.equal(heard.said(), [("user", "Hello there")], "what the provider got")


@row("text, streamed")
def text_streamed(pair):
    told, heard = pair.stream(Ask(), "events=5")
    h.equal((told.text, told.stop), (WORDS, "done"), "the answer")
    h.equal(heard.said(), [("user", "Hello there")], "what the provider got")


def system_alone(pair):
    _, heard = pair.whole(Ask(system="Be brief."))
    h.equal(heard.system, "Be brief.", "the system prompt")


@row("system prompt, and an instruction in the middle",
     Cannot("Gemini has no instructions in the middle of a conversation; the system prompt works.",
            system_alone, clients=(GEMINI,)))
def instructions(pair):
    turns = (user("One"), assistant("Two"), user("Three"), instruction("Be long now."))
    _, heard = pair.whole(Ask(system="Be brief.", turns=turns))
    h.equal(heard.system, "Be brief.", "the system prompt")
    h.equal(heard.said(), [("user", "One"), ("assistant", "Two"), ("user", "Three"),
                           ("instruction", "Be long now.")], "the conversation")


@row("several turns")
def several_turns(pair):
    turns = (user("One"), assistant("Two"), user("Three", " and four"), assistant("Five"), user("Six"))
    for _, heard in pair.both(Ask(turns=turns)):
        h.equal(heard.said(), [("user", "One"), ("assistant", "Two"), ("user", "Three and four"),
                               ("assistant", "Five"), ("user", "Six")], "the conversation")


# ---- tools ----------------------------------------------------------------------------


@row("a tool call")
def tool_call(pair):
    for told, heard in pair.both(Ask(tools=(LOOK_UP,)), "tools,events=5"):
        h.equal([(call.name, call.args) for call in told.calls], [("look_up", {"text": WORDS})], "the calls")
        h.equal((told.text, told.stop), ("", "calls"), "the rest of the answer")
        h.equal(heard.tools, [("look_up", TAKES_TEXT)], "the tools")


@row("a tool's result")
def round_trip(pair):
    ask = Ask(turns=(user("Say it"),), tools=(BASH,))
    for first, _ in pair.both(ask, "agent"):
        (call,) = first.calls
        again = ask.then(first, user(result(call, "from-the-tool\n")))
        for told, heard in pair.both(again, "agent"):
            h.equal((told.text, told.stop), ("The tool said: from-the-tool\n", "done"), "the answer")
            h.equal([(one.name, one.args) for one in heard.parts(Call)], [(call.name, call.args)], "the call")
            check_results(heard, ["from-the-tool\n"])


def check_results(heard, texts):
    """In the order of the calls, each with its call's id, or its name where there are no ids."""
    calls, results = heard.parts(Call), heard.parts(Result)
    h.equal([one.text for one in results], texts, "the results")
    h.equal([one.id for one in results], [call.id for call in calls], "their ids")
    names = [one.name for one in results if one.name is not None]
    h.require(not names or names == [call.name for call in calls], "their names", names)


@row("two calls at once")
def parallel_calls(pair):
    ask = Ask(tools=(LOOK_UP,))
    for first, _ in pair.both(ask, "tools=2,events=3"):
        h.equal([call.name for call in first.calls], ["look_up"] * 2, "the calls")
        one, other = [result(call, f"result {i}") for i, call in enumerate(first.calls)]
        h.require(one.id is None or one.id != other.id, "the same id twice", one.id)
        results = (one, other) if pair.same else (other, one)  # as they were ready
        for told, heard in pair.both(ask.then(first, user(*results)), "agent"):
            h.equal(told.text, f"The tool said: {'result 1'}", "the answer")
            check_results(heard, ["result 0", "result 1"])
    if not pair.same:  # whose provider may refuse them
        calls_of_one_id(pair)


def calls_of_one_id(pair):
    """Providers want each call to have its own, in one turn and over the whole conversation."""
    call = Call("call_1", "look_up", {"text": "x"})
    turns = (user("Do it"), assistant(call, call), user(result(call, "result 0"), result(call, "result 1")),
             assistant(call), user(result(call, "result 2")))
    _, heard = pair.whole(Ask(turns=turns, tools=(LOOK_UP,)))
    check_results(heard, ["result 0", "result 1", "result 2"])
    ids = [call.id for call in heard.parts(Call) if call.id]
    h.equal(len(set(ids)), len(ids), "distinct ids")


def failing(pair, **more):
    call = Call("call_1", "look_up", {"text": "x"})
    turns = (user("Do it"), assistant(call), user(result(call, "It is gone", failed=True)))
    ask = Ask(turns=turns, tools=(LOOK_UP,))
    answer = h.expect(pair.call(ask, **more), 200)
    (told,) = pair.heard(answer).parts(Result)
    h.equal(told.text, "It is gone", "the result")
    return told, pair.dropped(answer)


def unmarked(pair):
    told, dropped = failing(pair)
    h.equal((told.failed, dropped), (False, []), "a result like others")


def mark_dropped(pair):
    told, dropped = failing(pair)
    h.equal((told.failed, dropped), (False, [pair.client.PARAMS["failed"]]), "a result like others")


@row("a tool's result that is an error",
     Cannot("OpenAI's dialects have no mark for results that are errors; their text passes.", unmarked,
            clients=(CHAT, RESPONSES)),
     Cannot("OpenAI's dialects have no mark for results that are errors; their text passes, "
            "and the mark is named as dropped.", mark_dropped, providers=(CHAT, RESPONSES)))
def failed_result(pair):
    told, dropped = failing(pair)
    h.equal((told.failed, dropped), (True, []), "the mark")


@row("tool choice: forced, none, named")
def tool_choice(pair):
    ask = Ask(tools=(LOOK_UP, OTHER))
    for choice, how, wanted in (("any", "", ["look_up"]), ("none", "tools", []), ("other", "", ["other"]),
                                ("auto", "", [])):
        told, heard = pair.whole(ask.with_(choice=choice), how)
        h.equal(heard.choice, choice, "the choice")
        h.equal([call.name for call in told.calls], wanted, f"calls with {choice}")


# ---- media -----------------------------------------------------------------------------


@row("a picture")
def picture(pair):
    _, heard = pair.whole(Ask(turns=(user("What is this?", PNG),)))
    h.equal(heard.parts(Media), [PNG], "the picture")
    h.equal(heard.said(), [("user", "What is this?")], "the text")


def picture_refused(pair):
    failure = pair.refused(pair.call(picture_result()), 400)
    h.require("image_url" in failure.message, "it does not say what", failure)


def picture_result():
    call = Call("call_1", "look_up", {"text": "x"})
    turns = (user("Look"), assistant(call), user(result(call, "here", PNG)))
    return Ask(turns=turns, tools=(LOOK_UP,))


@row("a picture in a tool's result",
     Cannot("OpenAI's Chat takes no pictures in results; the hub does where it translates.", picture_refused,
            clients=(CHAT,), providers=(CHAT,)))
def picture_in_result(pair):
    _, heard = pair.whole(picture_result())
    h.equal(heard.parts(Media), [PNG], "the picture")
    h.equal([one.text for one in heard.parts(Result)], ["here"], "the text")


@row("a document (PDF)")
def document(pair):
    _, heard = pair.whole(Ask(turns=(user("Read this", PDF),)))
    h.equal(heard.parts(Media), [PDF], "the document")
    title = "[paper.pdf]" if pair.provider is GEMINI and pair.client in (CHAT, RESPONSES) else ""
    h.equal(heard.said(), [("user", "Read this" + title)], "the text, and a title that has no member of its own")


# ---- structured output ---------------------------------------------------------------------


@row("structured output")
def structured(pair):
    for told, heard in pair.both(Ask(schema=SCHEMA)):
        h.equal(heard.schema, SCHEMA, "the schema")
        value = json.loads(told.text)
        h.equal(sorted(value), ["count", "name"], "members of the answer")
        h.require(isinstance(value["count"], int) and isinstance(value["name"], str), "types", value)
    if not pair.same:  # whose provider may refuse them
        no_objects(pair)


LIST = {"type": "array", "items": {"$ref": "#/$defs/one"}, "$defs": {"one": SCHEMA}}
EITHER = {"anyOf": [{"type": "string"}, {"type": "null"}]}


def no_objects(pair):
    """Who answers with objects only is asked for one around it, which the client does not see."""
    for schema, kind in ((LIST, list), (EITHER, str), ({"enum": ["a", "b"]}, str)):
        for stream in (False, True):
            answer = h.expect(pair.call(Ask(schema=schema), stream=stream), 200, (schema, stream))
            told = pair.read_stream(answer, "")[0] if stream else pair.client.whole(answer.content)
            value = json.loads(told.text)
            h.require(isinstance(value, kind), "the answer", told.text)
            heard = pair.heard(answer).schema
            inner = heard if pair.provider is GEMINI else {**heard, **heard["properties"]["value"]}
            h.equal({name: inner.get(name) for name in schema}, schema, "the schema")
    if pair.client is not ANTHROPIC:  # which has no JSON without a schema
        plain_json(pair)


PLAIN = {CHAT: ("response_format", {"type": "json_object"}), RESPONSES: ("text.format", {"type": "json_object"}),
         GEMINI: ("generationConfig.responseMimeType", "application/json")}


def plain_json(pair):
    """Nobody says JSON: OpenAI would refuse that."""
    for ask in (Ask(), Ask(system="Be brief.")):
        answer = h.expect(pair.call(ask.with_(more=(PLAIN[pair.client],))), 200, "plain JSON")
        h.equal(pair.dropped(answer), [], "what was dropped")


# ---- reasoning ------------------------------------------------------------------------------


THOUGHTS = "thought0 thought1 thought2 "


def shown(pair, thoughts):
    """As far as the provider tells them."""
    return thoughts if pair.client.ASKS_FOR_THOUGHTS or pair.provider in (CHAT, ANTHROPIC) else ""


def two_steps(pair, stream):
    """A call, its result, a second call, its result, the answer. Returns what the provider got at last."""
    ask = Ask(turns=(user("Say it twice"),), tools=(BASH,), think=True)
    for how in ("agent,think=3", "tools,events=2,think=3", "agent,think=3"):
        told, heard = (pair.stream if stream else pair.whole)(ask, how)
        h.equal(told.thoughts, shown(pair, THOUGHTS), f"the thoughts of {how}")
        if told.calls:
            ask = ask.then(told, user(result(told.calls[0], "from-the-tool")))
    h.equal(told.text, "The tool said: from-the-tool", "the answer")
    h.require(heard.think, "it was not asked for")
    return heard


def states(pair, heard):
    """What the provider signed in the two steps before its last one."""
    if pair.provider is GEMINI:
        return [signature(f"{call.name}({json.dumps(call.args, separators=(',', ':'), sort_keys=True)})")
                for call in heard.parts(Call)]
    return [signature(shown(pair, THOUGHTS))] * 2


def thoughts_without_state(pair):
    for stream in (False, True):
        h.equal(two_steps(pair, stream).parts(Thought), [], "thoughts that went back")


@row("reasoning, its state over two tool steps",
     Cannot("Providers of Chat give no state of reasoning; thoughts are shown.", thoughts_without_state,
            providers=(CHAT,)))
def reasoning(pair):
    for stream in (False, True):
        heard = two_steps(pair, stream)
        h.equal([one.signature for one in heard.parts(Thought)], states(pair, heard), "the state")


# What only the dialect itself can say: (members, how what is sealed in its requests is called when it went).
OWN = {
    RESPONSES: ({"tools": [{"type": "web_search"}, {"type": "function", "name": "bash", "parameters": None,
                                                    "strict": False}],
                 "metadata": {"who": "me"}}, ["input[] reasoning"]),
    ANTHROPIC: ({"tools": [{"type": "web_search_20250305", "name": "web_search"},
                           {"name": "bash", "input_schema": {"type": "object"},
                            "cache_control": {"type": "ephemeral", "ttl": "1h"}}],
                 "context_management": {"edits": [{"type": "clear_tool_uses_20250919"}]}},
                ["messages[].content[].thinking", "thinking.budget_tokens"]),
    GEMINI: ({"tools": [{"functionDeclarations": [{"name": "bash"}]}, {"googleSearch": {}}],
              "cachedContent": "cachedContents/mine"}, ["contents[].parts[].thoughtSignature"]),
}
BETA = ("anthropic-beta", "context-management-2025-06-27")


def passes_but_state(pair, ask):
    """Bytes pass, so that nothing is lost but what another provider sealed."""
    members, places = OWN[pair.client]
    beta = pair.client is ANTHROPIC
    ask = ask.with_(more=tuple(members.items()))
    more = {"headers": [BETA] if beta else [], "query": "?beta=true" if beta else ""}
    for stream in (False, True):
        answer = h.expect(pair.call(ask, "agent,think=3", stream=stream, **more), 200, "all that it has")
        h.equal(pair.dropped(answer), places, "what was dropped")
        seen = pair.seen(answer)
        got = json.loads(seen["body"])
        h.equal({name: got.get(name) for name in members}, members, "members of its own")
        h.require("YWlodWItc3RhdGU6" not in seen["body"], "a seal got through", seen["body"])
        if beta:
            fields = {name.lower(): value for name, value in seen["fields"].items()}
            h.equal((fields.get(BETA[0]), seen["query"]), (BETA[1], "beta=true"), "the beta")
        pair.refused(pair.call(ask, "agent,think=3", stream=stream, headers=STRICT), 400, places[0])


@row("a conversation that moves here from another provider")
def moves(pair):
    """State of reasoning is of no use elsewhere, and does not go there."""
    ask = Ask(turns=(user("Say it"),), tools=(BASH,), think=True)
    for other in DIALECTS:
        first, _ = Pair(pair.client, other, pair.hub).whole(ask, "agent,think=3")
        again = ask.then(first, user(result(first.calls[0], "from-the-tool")))
        told, heard = pair.whole(again, "agent,think=3")
        h.equal(told.text, "The tool said: from-the-tool", "the answer")
        h.equal(told.thoughts, shown(pair, THOUGHTS), "the thoughts")
        carried = [one.signature for one in heard.parts(Thought)]
        stand_in = ["skip_thought_signature_validator"] if pair.provider is GEMINI else []
        if other is not pair.provider:
            h.equal(carried, stand_in, f"state that came from {other.TITLE}")
        if pair.same and other is not pair.provider and pair.client is not CHAT:
            passes_but_state(pair, again)
        second, _ = pair.whole(again, "tools,events=2,think=3")
        heard = pair.whole(again.then(second, user(result(second.calls[0], "from-the-tool"))), "agent,think=3")[1]
        if pair.provider is not CHAT:
            h.equal(heard.parts(Thought)[-1].signature, states(pair, heard)[-1], "its own state of the step here")


# ---- limits, stops, usage -----------------------------------------------------------------------


@row("output limit")
def output_limit(pair):
    for told, heard in pair.both(Ask(limit=20), "events=40"):
        h.equal((len(told.text.split()), told.stop), (20, "length"), "the answer")
        h.equal(heard.limit, 20, "the limit")


STOPPING = Ask(stop=("word4",))


def no_stop_member(pair):
    answer = pair.call(STOPPING, "events=9")
    if pair.same:
        pair.refused(answer, 400, "stop")
        return
    h.equal(pair.dropped(h.expect(answer, 200)), ["stop"], "what was dropped")


def stop_dropped(pair):
    answer = h.expect(pair.call(STOPPING, "events=9"), 200)
    h.equal(pair.dropped(answer), [pair.client.PARAMS["stop"]], "what was dropped")
    h.equal(len(pair.client.whole(answer.content).text.split()), 9, "words")


@row("stop sequence",
     Cannot("Responses has no stop sequences.", no_stop_member, clients=(RESPONSES,)),
     Cannot("Responses has no stop sequences; the client's are named as dropped.", stop_dropped,
            providers=(RESPONSES,)))
def stop_sequence(pair):
    for told, heard in pair.both(STOPPING, "events=9"):
        h.equal(heard.stop, ("word4",), "the stop sequences")
        h.equal(told.text, "word0 word1 word2 word3 ", "the answer")


USING = Ask(turns=(user("x" * 400),), think=True)


@row("usage: cached and reasoning tokens, and the ledger's entry")
def usage(pair):
    """That the numbers are the provider's, all answers are asked for; here that there are some."""
    how, found = "events=7,think=3,cached=50", []
    for stream in (False, True):
        answer = pair.call(USING, how, stream=stream)
        told = pair.read_stream(answer, how)[0] if stream else pair.client.whole(answer.content)
        pair.compare(answer, told, USING, False)
        h.equal((told.usage.output, told.usage.cached, told.usage.reasoning), (10, 50, 3), "usage")
        found.append((answer.header("x-request-id"), told.usage))
    entries = pair.entries([id_ for id_, _ in found])
    for entry, (_, used) in zip(entries, found):
        h.equal([entry[name] for name in ("prompt", "output", "cache_read", "estimated", "outcome")],
                [used.prompt, used.output, used.cached, False, "done"], "the entry")
    if pair.client is CHAT:  # which tells it only to those who ask
        quiet = pair.call(USING.with_(more=(("stream_options", None),)), how, stream=True)
        h.equal(pair.read_stream(quiet, how, usage=False)[0].usage, None, "usage that was not asked for")


def usage_not_made_up(pair):
    answer = h.expect(pair.call(USING, "nousage"), 200)
    told = answer.json.get(next(name for name in ("usage", "usageMetadata", None)
                                if name is None or name in answer.json))
    h.equal(told, None, "usage")
    (entry,) = pair.entries([answer.header("x-request-id")])
    h.equal(entry["estimated"], True, "whether the entry is an estimate")


@row("a provider that tells no usage: it is estimated",
     Cannot("Where bytes pass, no usage is made up; the entry has an estimate.", usage_not_made_up, same=True))
def estimated_usage(pair):
    """The client is told what stands in the ledger."""
    answers = [pair.call(USING, "nousage,events=7,think=3", stream) for stream in (False, True)]
    told = [pair.client.whole(answers[0].content), pair.read_stream(answers[1], "")[0]]
    for entry, one in zip(pair.entries([one.header("x-request-id") for one in answers]), told):
        h.equal((entry["prompt"], entry["output"], entry["estimated"]),
                (one.usage.prompt, one.usage.output, True), "the entry")
        h.require(one.usage.prompt >= 100 and one.usage.output >= 10, "a poor estimate", one.usage)


@row("finish reasons")
def finish_reasons(pair):
    for reason, word in pair.provider.FINISH.items():
        for told, _ in pair.both(Ask(), f"events=3,finish={word}"):
            h.equal(told.stop, pair.client.STOPS.get(reason, reason), f"of {word}")


# ---- errors -------------------------------------------------------------------------------------


STATUSES = {400: 400, 401: 502, 404: 404, 429: 429, 500: 500, 529: 503}


@row("provider's errors: 400, 401, 404, 429, 500, 529")
def errors(pair):
    for status, wanted in STATUSES.items():
        for stream in (False, True):
            answer = pair.call(Ask(), f"status={status},retry=7", stream)
            failure = pair.refused(answer, wanted)
            passes = pair.same and status == wanted
            h.equal(answer.header("retry-after"), "7", f"Retry-After of {status}")
            h.equal("told to answer" in failure.message, status != 401, f"the provider's words of {status}")
            if passes:
                told = pair.client.error(pair.direct(pair.seen(answer)).json)
                own = failure.type == pair.client.ERRORS[wanted]  # whose fault it was is said in the hub's words
                h.equal(failure, replace(told, type=failure.type, retry=failure.retry) if own else told,
                        "the provider's error")
            else:
                h.equal(failure.type, pair.client.ERRORS[wanted], f"type of {status}")
                h.require(pair.client is ANTHROPIC or failure.retry == 7, "it does not say when", failure)


def broken_stream(pair, ask, how, so_far, own=True):
    """A stream that breaks off; the entry says so."""
    answer = pair.call(ask, how, stream=True)
    told, failure = pair.read_stream(answer, how)
    h.require(failure, "there is no error in the stream", how)
    h.equal(told.text, so_far, f"the text before {how}")
    h.require(failure.message and failure.type, "it says nothing", failure)
    if own:
        h.equal(failure.type, pair.client.BROKEN, "type of the error")
        h.require(pair.provider.NAME in failure.message, "it does not name the provider:", failure.message)
    return answer, failure


@row("a stream cut in text and in arguments")
def cut_streams(pair):
    answer, _ = broken_stream(pair, Ask(), "events=9,cut=2", "word0 word1 ")
    cut = "halfevent=1" if pair.provider is GEMINI else "cut=5"  # where a call is one event
    broken_stream(pair, Ask(tools=(LOOK_UP,)), f"tools=2,events=3,{cut}", "")
    broken_stream(pair, Ask(), "events=9,halfevent=2", "word0 word1 ")
    (entry,) = pair.entries([answer.header("x-request-id")])
    h.equal((entry["outcome"], entry["estimated"]), ("broken", pair.provider is not GEMINI), "the entry")


@row("an error event in a stream")
def error_event(pair):
    _, failure = broken_stream(pair, Ask(), "events=9,errevent=2", "word0 word1 ", own=False)
    h.require("told to fail" in failure.message, "the provider's words", failure)


@row("a provider that repeats its key in an error")
def key_in_errors(pair):
    def leak(content):
        told = content.replace(b"The test provider", b"The key " + h.PROVIDER_KEY.encode())
        h.require(told != content, "there is nothing to change in", content)
        return told
    refused = pair.again(pair.call(Ask(), "status=400"), leak, False)
    pair.refused(refused, 400)
    broken = pair.again(pair.call(Ask(), "events=9,errevent=2", stream=True), leak, True)
    told, failure = pair.read_stream(broken, "")
    h.equal((told.text, failure is None), ("word0 word1 ", False), "the stream")
    for answer in (refused, broken):
        h.require(h.PROVIDER_KEY.encode() not in answer.content, "the key goes out:", answer.content)


def json_refused(pair):
    failure = pair.refused(pair.call(Ask(), "json", stream=True), 502)
    h.require("application/json" in failure.message, "it does not say why", failure)


@row("JSON in the place of a stream",
     Cannot("Where bytes pass, JSON in the place of a stream is an error (502).", json_refused, same=True))
def json_for_stream(pair):
    for ask, how in ((Ask(), "events=5"), (Ask(tools=(LOOK_UP,)), "tools=2,events=5")):
        answer = pair.call(ask, how + ",json", stream=True)
        told, failure = pair.read_stream(answer, how)
        h.equal(failure, None, "failure")
        h.equal(told.text, "" if ask.tools else WORDS, "the text")
        h.equal([call.args for call in told.calls], [{"text": WORDS}] * 2 if ask.tools else [], "the calls")


ODD_ANSWERS = ("unknown", "comments", "usagefinal", "callids", "lateargs")


def odd_answers_pass(pair):
    """Not even a comment is lost, unless it would break the client."""
    how, mark = ("tools,callids", b'"id"') if pair.client is GEMINI else ("unknown", b"x_unknown")
    for stream in (False, True):
        answer = h.expect(pair.call(Ask(tools=(LOOK_UP,)), how + ",comments", stream), 200)
        h.require(mark in answer.content, how, "is gone")
    h.equal(b": a comment" in answer.content, pair.client is not GEMINI, "whether there are comments")


@row("odd answers: unknown members, comments, late arguments",
     Cannot("Where bytes pass, answers are as odd as the provider made them.", odd_answers_pass, same=True))
def odd_answers(pair):
    """What they say is what plain ones say."""
    ask = Ask(tools=(LOOK_UP,), think=True)
    for how in ("events=5,think=3", "tools=2,events=5,think=3"):
        plain, _ = pair.whole(ask, how)
        for odd in ODD_ANSWERS:
            for stream in (False, True):
                answer = pair.call(ask, f"{how},{odd}", stream)
                told = pair.read_stream(answer, how)[0] if stream else pair.client.whole(answer.content)
                for name in ("text", "thoughts", "stop", "usage"):
                    h.equal(getattr(told, name), getattr(plain, name), f"{name} with {odd}")
                h.equal([call.args for call in told.calls], [call.args for call in plain.calls], odd)


# ---- names, characters ------------------------------------------------------------------------------


LONG = "mcp__" + "a-very-long-name-of-a-server__" * 3 + "tool"
NAMES = (LONG, LONG + "2", "files.read/all:now", "files.read_all:now", "\u00fcber tool")


def empty_tools(pair):
    """An empty list is none. OpenAI and the test provider of its dialects refuse it."""
    answer = pair.call(Ask(tools=()))
    if pair.same and pair.client in (CHAT, RESPONSES):
        pair.refused(answer, 400, "tools")
    else:
        h.expect(answer, 200, "an empty list of tools")
        h.equal(pair.heard(answer).tools or None, None, "tools")


def names_refused(pair):
    """By the provider, in its own words."""
    answer = pair.call(Ask(tools=(Tool(NAMES[-1], TAKES_TEXT),)))
    h.equal(pair.refused(answer, 400), pair.client.error(pair.direct(pair.seen(answer)).json),
            "the provider's error")
    empty_tools(pair)


@row("names of tools that are long or odd, an empty list of tools",
     Cannot("Where bytes pass, names are as the provider allows them.", names_refused, same=True))
def names(pair):
    for name in NAMES:
        tools = tuple(Tool(other, TAKES_TEXT) for other in NAMES)
        ask = Ask(tools=tools, choice=name)
        for first, heard in pair.both(ask, "events=2", renamed=True):
            h.equal([call.name for call in first.calls], [name], "the call")
            h.equal(len({known for known, _ in heard.tools}), len(NAMES), "different names at the provider")
        again = ask.then(first, user(result(first.calls[0], "done"))).with_(choice="auto")
        _, heard = pair.whole(again, renamed=True)
        h.require(heard.parts(Call)[0].name in {known for known, _ in heard.tools}, "a name in the history")
    empty_tools(pair)


@row("Unicode in text and arguments")
def unicode(pair):
    for escaped in (True, False):
        ask = Ask(turns=(user(ODD),), tools=(LOOK_UP,), system=ODD)
        for told, heard in pair.both(ask, "echo", escaped=escaped):
            h.equal(told.text, ODD, "the text")
            h.equal((heard.system, heard.said()), (ODD, [("user", ODD)]), "what the provider got")
        for told, _ in pair.both(ask, "echo,tools", escaped=escaped):
            h.equal([call.args for call in told.calls], [{"text": ODD}], "the arguments")
        again = ask.then(told, user(result(told.calls[0], ODD)))
        told, heard = pair.whole(again, "agent", escaped=escaped)
        h.equal([call.args for call in heard.parts(Call)], [{"text": ODD}], "arguments in the history")
        h.equal([one.text for one in heard.parts(Result)], [ODD], "the result")
        h.equal(told.text, "The tool said: " + ODD, "the answer")


# ---- what is impossible -------------------------------------------------------------------------------


def choices_refused(pair):
    pair.refused(pair.call(Ask(choices=2)), 400, pair.client.PARAMS["choices"])


def choices_unknown(pair):
    answer = pair.call(Ask(choices=2))
    if pair.same:
        pair.refused(answer, 400, "n")
        return
    h.equal(pair.dropped(h.expect(answer, 200)), ["n"], "what was dropped")


@row("several choices (n, candidateCount)",
     Cannot("Responses and Messages give one answer at a time.", choices_unknown,
            clients=(RESPONSES, ANTHROPIC)),
     Cannot("Responses and Messages give one answer at a time; more are a 400 that names the parameter.",
            choices_refused, providers=(RESPONSES, ANTHROPIC)))
def several_choices(pair):
    for told, heard in pair.both(Ask(choices=2), "events=5"):
        h.equal(heard.choices, 2, "the wish")
        h.equal(told.choices, [WORDS, WORDS], "the choices")


# What the client's dialect has and the provider's has not.
INEXPRESSIBLE = {
    (CHAT, RESPONSES): [("seed", 7)],
    (CHAT, ANTHROPIC): [("logit_bias", {"50256": -100}), ("user", "x" * 257)],
    (CHAT, GEMINI): [("logit_bias", {"50256": -100})],
    (RESPONSES, CHAT): [("max_tool_calls", 3)],
    (RESPONSES, ANTHROPIC): [("prompt_cache_key", "k"), ("user", "x" * 257)],
    (RESPONSES, GEMINI): [("prompt_cache_key", "k")],
    (ANTHROPIC, CHAT): [("top_k", 5)], (ANTHROPIC, RESPONSES): [("top_k", 5)],
    (ANTHROPIC, GEMINI): [("metadata.user_id", "me")],
    (GEMINI, CHAT): [("generationConfig.topK", 5)], (GEMINI, RESPONSES): [("generationConfig.topK", 5)],
    (GEMINI, ANTHROPIC): [("generationConfig.seed", 5)],
}
STRICT = [("x-aihub-strict", "1")]


def passes_unknown(pair):
    answer = pair.call(Ask(more=(("x_unknown", 1),)), "loose" if pair.provider is not GEMINI else "",
                       headers=STRICT)
    h.equal(pair.dropped(answer), [], "what was dropped")
    h.equal(json.loads(pair.seen(answer)["body"]).get("x_unknown"), 1, "the unknown member")
    if answer.status != 200:
        pair.refused(answer, 400)


@row("parameters that cannot be had: named, or refused in strict mode",
     Cannot("Where bytes pass, nothing is dropped.", passes_unknown, same=True))
def strict(pair):
    for place, given in (*INEXPRESSIBLE[pair.client, pair.provider], ("x_unknown", 1)):
        ask = Ask(more=((place, given),))
        for stream in (False, True):
            answer = h.expect(pair.call(ask, stream=stream), 200, place)
            h.equal(pair.dropped(answer), [place], "what was dropped")
            pair.refused(pair.call(ask, stream=stream, headers=STRICT), 400, place)
    answer = h.expect(pair.call(Ask(), headers=STRICT), 200, "what can be had")
    h.equal(pair.dropped(answer), [], "what was dropped of nothing")


# ---- framing -----------------------------------------------------------------------------------------


@row("events cut in pieces, CRLF")
def framing(pair):
    """The streams of the other cases come whole and in pieces; here they come in every way."""
    ask = Ask(turns=(user(ODD),), tools=(LOOK_UP,), think=True)
    for how in ("echo,think=4", "echo,think=4,tools=2"):
        told, _ = pair.stream(ask, how, framings=("split", "crlf", "split,crlf", "gap=1"))
        h.equal(told.thoughts, shown(pair, THOUGHTS + 'thought3:"\\/\u00e9<&>\n" '), "the thoughts")
        h.equal([call.args for call in told.calls], [{"text": ODD}] * 2 if "tools" in how else [], "the calls")
        h.equal(told.text, "" if told.calls else ODD, "the text")


register_cases("lighttpd")
h.run(settings)
