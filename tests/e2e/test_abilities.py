#!/usr/bin/env python3
"""Models that cannot do all that their dialect says, by the families of their names: the hub asks for the
nearest thing that they take, and names what they do not. The test provider knows the families, too."""
import json

import harness as h
import matrix
from conversation import Ask
from matrix import ANTHROPIC, CHAT, GEMINI, Pair, RESPONSES

OWN = {GEMINI: "google", ANTHROPIC: "anthropic"}  # the types of provider whose models have families


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


if __name__ == "__main__":
    h.run(settings)
