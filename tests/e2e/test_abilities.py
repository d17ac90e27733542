#!/usr/bin/env python3
"""Models that cannot do all that their dialect says, by the families of their names: the hub asks for the
nearest thing that they take, and names what they do not. The test provider knows the families, too."""
import json

import harness as h
import matrix
from conversation import Ask, Tool, result, user
from matrix import ANTHROPIC, CHAT, GEMINI, Pair, RESPONSES

OWN = {GEMINI: "google", ANTHROPIC: "anthropic", CHAT: "openai"}  # the types of provider whose models have families


def settings(provider):
    """The providers of the matrix, as those who made the dialects."""
    made = matrix.settings(provider)
    for speaker, kind in OWN.items():
        made["providers"][speaker.NAME]["type"] = kind
    return made


class Family(Pair):
    """A client of some dialect with a model of a family."""
    def __init__(self, client, provider, hub, name):
        super().__init__(client, provider, hub)
        self.family = name

    def model(self, how, suffix=""):
        return f"{self.provider.NAME}{suffix}/{self.family}" + (f":{how}" if how else "")


def clients_of(provider, hub, name):
    return [Family(client, provider, hub, name) for client in matrix.DIALECTS if client is not provider]


EFFORT = {CHAT: "reasoning_effort", RESPONSES: "reasoning.effort"}
OFF = {**{client: (place, "none") for client, place in EFFORT.items()},
       ANTHROPIC: ("thinking", {"type": "disabled"}),
       GEMINI: ("generationConfig.thinkingConfig", {"thinkingBudget": 0})}
OFF_PARAM = {**EFFORT, ANTHROPIC: "thinking", GEMINI: "generationConfig.thinkingConfig.thinkingBudget"}

# family: what it gets of a client that wants no thinking, and whether that is what was wanted
GEMINI_OFF = {
    "gemini-2.5-pro": ({"thinkingBudget": 128}, False),
    "gemini-2.5-flash": ({"thinkingBudget": 0}, True),
    "gemini-2.5-flash-lite": ({"thinkingBudget": 0}, True),
    "gemini-3-flash-preview": ({"thinkingLevel": "MINIMAL"}, False),
    "gemini-3.1-pro-preview": ({"thinkingLevel": "LOW"}, False),
    "gemini-3.5-flash": ({"thinkingLevel": "MINIMAL"}, False),
    "gemini-3.8-flash": ({"thinkingLevel": "LOW"}, False),
}


def seen_of(pair, ask, dropped, **more):
    """What the provider got, which it took."""
    answer = h.expect(pair.call(ask, **more), 200, (pair.name, pair.family))
    h.equal(pair.dropped(answer), dropped, f"what was dropped, {pair.name}, {pair.family}")
    return json.loads(pair.seen(answer)["body"])


@h.case("lighttpd")
def thinking_that_is_off(hub):
    for name, (wanted, had) in GEMINI_OFF.items():
        for pair in clients_of(GEMINI, hub, name):
            body = seen_of(pair, Ask(more=(OFF[pair.client],)), [] if had else [OFF_PARAM[pair.client]])
            h.equal(body["generationConfig"]["thinkingConfig"], wanted, name)


@h.case("lighttpd")
def the_least_thinking(hub):
    for name in GEMINI_OFF:
        for client, place in EFFORT.items():
            for effort in ("minimal", "low", "medium", "high", "xhigh"):
                seen_of(Family(client, GEMINI, hub, name), Ask(more=((place, effort),)), [])


# family: the type of thinking that it gets of a client that wants none, and whether that is what was wanted
CLAUDE_OFF = {
    "claude-haiku-4-5": ("disabled", True),
    "claude-opus-4-8": ("disabled", True),
    "claude-opus-5": ("disabled", True),
    "claude-opus-5-5": ("adaptive", False),
    "claude-sonnet-5": ("disabled", True),
    "claude-sonnet-5-5": ("between_tools", True),
    "claude-haiku-5-5": ("disabled", True),
    "claude-fable-5": ("adaptive", False),
    "claude-fable-5-1": ("adaptive", False),
}


@h.case("lighttpd")
def claude_without_thinking(hub):
    for name, (wanted, had) in CLAUDE_OFF.items():
        for pair in clients_of(ANTHROPIC, hub, name):
            body = seen_of(pair, Ask(more=(OFF[pair.client],)), [] if had else [OFF_PARAM[pair.client]])
            h.equal((body["thinking"]["type"], body.get("output_config")),
                    (wanted, None if had else {"effort": "low"}), name)


THINK = {**{client: ((place, "high"),) for client, place in EFFORT.items()},
         GEMINI: (("generationConfig.thinkingConfig", {"thinkingLevel": "HIGH"}),)}
THINK_PARAM = {**EFFORT, GEMINI: "generationConfig.thinkingConfig.thinkingLevel"}
CHOICE_PARAM = {CHAT: "tool_choice", RESPONSES: "tool_choice", GEMINI: "toolConfig.functionCallingConfig.mode"}
FREE = ("claude-opus-5-5", "claude-sonnet-5-5", "claude-fable-5-1")  # of force


@h.case("lighttpd")
def calls_that_are_forced(hub):
    """The call goes before thoughts, and where it cannot be forced it is asked for."""
    tools = (Tool("look_up", {"type": "object", "properties": {}}),
             Tool("other", {"type": "object", "properties": {}}))
    for name in CLAUDE_OFF:
        for pair in clients_of(ANTHROPIC, hub, name):
            for choice in ("any", "other"):
                ask = Ask(tools=tools, choice=choice)
                lost = [CHOICE_PARAM[pair.client]] if name in FREE else []
                body = seen_of(pair, ask, lost)
                check_choice(body, choice, name)
                body = seen_of(pair, ask.with_(more=THINK[pair.client]),
                               lost or [THINK_PARAM[pair.client]])
                check_choice(body, choice, name)
                h.equal(body.get("thinking", {}).get("type") == "adaptive", name in FREE, f"thinking of {name}")


def check_choice(body, choice, name):
    if name not in FREE:
        h.equal(body["tool_choice"], {"type": "any"} if choice == "any" else {"type": "tool", "name": choice}, name)
        return
    h.equal(body["tool_choice"], {"type": "auto"}, name)
    h.equal([tool["name"] for tool in body["tools"]], ["look_up", "other"] if choice == "any" else [choice], name)
    h.require("call a tool" in body["system"][-1]["text"], "nobody asks for a call", body["system"])


SCHEMA = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"],
          "additionalProperties": False}
FORMAT_PARAM = {CHAT: "response_format", RESPONSES: "text.format",
                GEMINI: "generationConfig.responseJsonSchema"}
LOOSE = ("claude-3-7-sonnet-20250219", "claude-sonnet-4-20250514", "claude-opus-4-20250514")


@h.case("lighttpd")
def schemas_in_words(hub):
    """Old models are only told of a schema."""
    for name in (*LOOSE, "claude-sonnet-4-5"):
        for pair in clients_of(ANTHROPIC, hub, name):
            body = seen_of(pair, Ask(schema=SCHEMA), [FORMAT_PARAM[pair.client]] if name in LOOSE else [])
            h.equal("format" in body.get("output_config", {}), name not in LOOSE, name)
            words = "".join(block["text"] for block in body.get("system", []))
            h.equal('"required":["name"]' in words.replace(" ", ""), name in LOOSE, "words")


@h.case("lighttpd")
def ids_of_calls(hub):
    """Since the third generation, Gemini's calls have ids, which come back with their results."""
    tool = Tool("look_up", {"type": "object", "properties": {"text": {"type": "string"}}})
    for name in GEMINI_OFF:
        for pair in clients_of(GEMINI, hub, name):
            ask = Ask(tools=(tool,))
            told, _ = pair.whole(ask, "tools")
            again = ask.then(told, user(result(told.calls[0], "there")))
            body = seen_of(pair, again, [])
            call, answer = (find_part(body, kind) for kind in ("functionCall", "functionResponse"))
            h.equal("id" in call, name.startswith("gemini-3"), name)
            h.equal(call.get("id"), answer.get("id"), "the id of the result")


def find_part(body, kind):
    return next(part[kind] for content in body["contents"] for part in content["parts"] if kind in part)


@h.case("lighttpd")
def several_calls_at_once(hub):
    """OpenAI's o series cannot be told not to."""
    tools = (Tool("look_up", {"type": "object", "properties": {}}),)
    single = (("tool_choice", {"type": "auto", "disable_parallel_tool_use": True}),)
    for name in ("o3-mini", "gpt-5.5"):
        pair = Family(ANTHROPIC, CHAT, hub, name)
        lost = ["tool_choice.disable_parallel_tool_use"] if name == "o3-mini" else []
        body = seen_of(pair, Ask(tools=tools, more=single), lost)
        h.equal(body.get("parallel_tool_calls"), None if lost else False, name)


@h.case("lighttpd")
def models_of_responses_only(hub):
    """Whatever the client speaks: Chat does not have them."""
    for client in matrix.DIALECTS:
        for name in ("gpt-5-pro", "gpt-5.1-codex-mini", "o3-pro"):
            pair = Family(client, CHAT, hub, name)
            answer = h.expect(pair.call(Ask()), 200, (client.TITLE, name))
            h.equal(pair.seen(answer)["path"], "/v1/responses", (client.TITLE, name))


if __name__ == "__main__":
    h.run(settings)
