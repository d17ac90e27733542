#!/usr/bin/env python3
"""What calls are billed by beside plain tokens: cache writes, sound, pictures, searches, requests. What the test
provider reports of them, in each dialect, whole and streamed, passed and translated, stands in the entry, whose
cost is that of decimal arithmetic."""
import csv
import io
from decimal import ROUND_HALF_UP, Decimal

import harness as h
import matrix
from conversation import Ask, user
from matrix import ANTHROPIC, CHAT, DIALECTS, GEMINI, Pair, RESPONSES

SHAPES = ("lighttpd", "cgi")
TIER_FROM = 1000
PRICE = {"input": "1.1", "output": "2.3", "cache_read": "0.31", "cache_write": "1.7", "cache_write_1h": "3.3",
         "audio_input": "4.7", "audio_cache_read": "0.59", "audio_output": "8.9",
         "image_input": "6.1", "image_cache_read": "0.73", "image_output": "30.7",
         "search": "0.0101", "request": "0.000700000001"}
TIER = {"input": "2.1", "output": "4.3", "cache_write_1h": "7.7", "audio_output": "0.000000001", "search": "0.02"}
ASK = Ask(turns=(user("x" * 40),))

# What the provider is told to report, and what of it each dialect has words for.
UNITS = {"prompt": 200, "output": 9, "cache_read": 60, "cache_write": 50, "cache_write_1h": 20,
         "audio_input": 40, "audio_cache_read": 15, "audio_output": 3,
         "image_input": 30, "image_cache_read": 10, "image_output": 2, "searches": 3}
OPTIONS = {"prompt": "prompt", "output": "events", "cache_read": "cached", "cache_write": "written",
           "cache_write_1h": "writtenhour", "audio_input": "audioin", "audio_cache_read": "audiocached",
           "audio_output": "audioout", "image_input": "imagein", "image_cache_read": "imagecached",
           "image_output": "imageout", "searches": "searches"}
MEDIA = {name for name in UNITS if name.startswith(("audio", "image"))}
UNKNOWN = {CHAT: {"cache_write_1h"}, RESPONSES: {"cache_write_1h"}, ANTHROPIC: MEDIA,
           GEMINI: {"cache_write", "cache_write_1h", "searches"}}


def settings(provider):
    price = {**PRICE, "tier_from": TIER_FROM, "tier": TIER}
    rows = {name: {**row, "price": price} for name, row in matrix.settings(provider)["providers"].items()}
    return {"providers": {**rows, "test": {**h.Site.row(provider.url), "price": price}}}


def how(units, *more):
    return ",".join([*(f"{OPTIONS[name]}={count}" for name, count in units.items()), *more])


def reported(provider, units):
    return {name: 0 if name in UNKNOWN[provider] else count for name, count in units.items()}


def cost(units, prices, requests=1):
    """In dollars, exact, rounded once."""
    rate = {name: Decimal(price) for name, price in prices.items()}
    cached = units["cache_read"] - units["audio_cache_read"] - units["image_cache_read"]
    audio = units["audio_input"] - units["audio_cache_read"]
    image = units["image_input"] - units["image_cache_read"]
    of = {"cache_read": cached, "audio_cache_read": units["audio_cache_read"],
          "image_cache_read": units["image_cache_read"], "audio_input": audio, "image_input": image,
          "cache_write": units["cache_write"] - units["cache_write_1h"],
          "cache_write_1h": units["cache_write_1h"],
          "input": units["prompt"] - units["cache_read"] - units["cache_write"] - audio - image,
          "audio_output": units["audio_output"], "image_output": units["image_output"],
          "output": units["output"] - units["audio_output"] - units["image_output"]}
    h.require(min(of.values()) >= 0, "a part is larger than its total", of)
    tokens = sum(rate[name] * count for name, count in of.items()) / 10 ** 6
    exact = tokens + rate["search"] * units["searches"] + rate["request"] * requests
    return exact.quantize(Decimal("1e-9"), ROUND_HALF_UP)


def is_entry(entry, units, prices=PRICE, outcome="done", estimated=False):
    h.equal({name: entry[name] for name in units}, units, "the entry")
    h.equal((entry["outcome"], entry["estimated"]), (outcome, estimated), "how it ended")
    h.equal(Decimal(entry["cost"]), cost(units, prices), "its cost")


# ---- what is reported -----------------------------------------------------------------------------


def usage_of(client, answer):
    """What a client is told of the units of a whole answer."""
    if client is ANTHROPIC:
        used = answer["usage"]
        written = used.get("cache_creation") or {"ephemeral_1h_input_tokens": 0}
        return {"cache_write_1h": written["ephemeral_1h_input_tokens"],
                "searches": (used.get("server_tool_use") or {"web_search_requests": 0})["web_search_requests"]}
    if client is GEMINI:
        used, found = answer["usageMetadata"], {}
        for name, place in (("_input", "promptTokensDetails"), ("_cache_read", "cacheTokensDetails"),
                            ("_output", "candidatesTokensDetails")):
            counts = {one["modality"]: one["tokenCount"] for one in used.get(place, [])}
            found.update({"audio" + name: counts.get("AUDIO", 0), "image" + name: counts.get("IMAGE", 0)})
        return found
    used = answer["usage"]
    prompt = used["prompt_tokens_details" if client is CHAT else "input_tokens_details"]
    output = used["completion_tokens_details" if client is CHAT else "output_tokens_details"]
    cached = prompt.get("cached_tokens_details", {})
    return {f"{kind}_{part}": place.get(f"{kind}_tokens", 0) for kind in ("audio", "image")
            for part, place in (("input", prompt), ("cache_read", cached), ("output", output))}


def make_case(client, provider):
    def run(hub):
        pair, units = Pair(client, provider, hub), reported(provider, UNITS)
        answers = [h.expect(pair.call(ASK, how(UNITS), stream), 200) for stream in (False, True)]
        for entry in pair.entries([answer.header("x-request-id") for answer in answers]):
            is_entry(entry, units)
        told = usage_of(client, answers[0].json)
        h.equal(told, {name: units[name] for name in told}, "what the client is told")
    run.__name__ = f"every unit, {Pair(client, provider).name}"
    return run


for one in DIALECTS:
    for other in DIALECTS:
        h.case(*SHAPES)(make_case(one, other))


@h.case(*SHAPES)
def all_is_told_at_the_end(hub):
    for provider in DIALECTS:
        pair = Pair(CHAT, provider, hub)
        answer = h.expect(pair.call(ASK, how(UNITS, "usagefinal"), True), 200)
        (entry,) = pair.entries([answer.header("x-request-id")])
        is_entry(entry, reported(provider, UNITS))


@h.case(*SHAPES)
def a_long_prompt_is_charged_by_the_tier(hub):
    for provider in DIALECTS:
        pair = Pair(CHAT, provider, hub)
        for prompt, prices in ((TIER_FROM, PRICE), (TIER_FROM + 1, {**PRICE, **TIER})):
            units = {**UNITS, "prompt": prompt}
            answer = h.expect(pair.call(ASK, how(units)), 200)
            (entry,) = pair.entries([answer.header("x-request-id")])
            is_entry(entry, reported(provider, units), prices)


@h.case(*SHAPES)
def parts_beyond_their_totals(hub):
    """Of a provider that reports nonsense no more is charged than the dearest of the rates."""
    units = {**UNITS, "prompt": 100, "audio_input": 5000, "output": 4, "image_output": 70}
    answer = h.expect(hub.chat("test/test:" + how(units)), 200)
    entry = hub.entry(answer.header("x-request-id"))
    h.equal((entry["prompt"], entry["audio_input"], entry["image_output"]), (100, 5000, 70), "the entry")
    most = (Decimal(PRICE["image_input"]) * 100 + Decimal(PRICE["image_output"]) * 4) / 10 ** 6
    most += Decimal(PRICE["search"]) * 3 + Decimal(PRICE["request"])
    h.require(Decimal(entry["cost"]) <= most, "cost", entry["cost"], "above", most)


# ---- searches and requests --------------------------------------------------------------------------


@h.case(*SHAPES)
def searches_of_a_broken_answer(hub):
    """What an API tells as it comes is charged, although the usage never came."""
    for client in (RESPONSES, CHAT):
        pair = Pair(client, RESPONSES, hub)
        answer = pair.call(ASK, "searches=2,events=9,cut=4", True)
        (entry,) = pair.entries([answer.header("x-request-id")])
        units = {**dict.fromkeys(UNITS, 0), "prompt": entry["prompt"], "output": entry["output"], "searches": 2}
        h.require(entry["output"] > 0, "no output")
        is_entry(entry, units, outcome="broken", estimated=True)


@h.case(*SHAPES)
def a_failed_call_costs_no_fee(hub):
    answer = hub.chat("test/test:status=500")
    h.require(answer.status >= 500, "status", answer.status)
    entry = hub.entry(answer.header("x-request-id"))
    h.equal((entry["outcome"], entry["cost"]), ("failed", "0"), "the entry")


@h.case(*SHAPES)
def an_estimated_call_costs_the_fee(hub):
    answer = h.expect(hub.chat("test/test:nousage,events=3"), 200)
    entry = hub.entry(answer.header("x-request-id"))
    units = {**dict.fromkeys(UNITS, 0), "prompt": entry["prompt"], "output": entry["output"]}
    is_entry(entry, units, estimated=True)


# ---- what is reserved -------------------------------------------------------------------------------


def prompt_of(hub):
    """What the hub takes the prompt of a call for."""
    answer = h.expect(hub.chat("test/test:nousage,events=1"), 200)
    return hub.entry(answer.header("x-request-id"))["prompt"]


def worst(prompt, output):
    """At the dearest rates, with the fee; in dollars, rounded once."""
    tokens = Decimal(PRICE["image_input"]) * prompt + Decimal(PRICE["image_output"]) * output
    return (tokens / 10 ** 6 + Decimal(PRICE["request"])).quantize(Decimal("1e-9"), ROUND_HALF_UP)


@h.case(*SHAPES)
def the_dearest_is_held(hub):
    prompt, name = prompt_of(hub), hub.new_user("--credit", "1")
    key = hub.new_key(name)["key"]
    call = hub.stream("test/test:events=30,gap=50", key=key, max_tokens=400)
    h.equal(call.status, 200, "status")
    events = call.events()
    next(events)
    held = Decimal(hub.ask("user", "show", name)[0]["reserved"])
    h.equal(held, worst(prompt, 400), "held")
    for _ in events:
        pass
    h.until(lambda: Decimal(hub.ask("user", "show", name)[0]["reserved"]) == 0, "the end of the reservation")


@h.case(*SHAPES)
def what_half_of_the_balance_pays(hub):
    prompt, credit = prompt_of(hub), Decimal("0.05")
    key = hub.new_key(hub.new_user("--credit", f"{credit:f}"))["key"]
    answer = h.expect(hub.chat("test/test:events=3", key=key, max_tokens=100000), 200)
    output = int(answer.header("x-aihub-max-output"))
    h.require(worst(prompt, output) <= credit / 2 < worst(prompt, output + 1), "output", output)


@h.case(*SHAPES)
def searches_go_beyond_what_is_held(hub):
    name = hub.new_user("--credit", "0.03")
    key = hub.new_key(name)["key"]
    answer = h.expect(hub.chat("test/test:prompt=9,events=3,searches=3", key=key, max_tokens=256), 200)
    entry = hub.entry(answer.header("x-request-id"))
    units = {**dict.fromkeys(UNITS, 0), "prompt": 9, "output": 3, "searches": 3}
    is_entry(entry, units)
    h.equal(entry["over"], True, "over")
    h.require(Decimal(hub.ask("user", "show", name)[0]["balance"]) < 0, "the balance is below zero")
    h.expect_error(hub.chat("test/test", key=key), 402, code="insufficient_credit")


# ---- where it is shown ------------------------------------------------------------------------------


@h.case(*SHAPES)
def sums_and_exports(hub):
    name = hub.new_user()
    key = hub.new_key(name)["key"]
    for options in (how(UNITS), how(UNITS), "events=1"):
        h.expect(hub.chat("test/test:" + options, key=key), 200)
    h.until(lambda: len(hub.entries("--user", name)) == 3, "three entries")
    total = {unit: 2 * count for unit, count in reported(CHAT, UNITS).items()
             if unit not in ("prompt", "output")}
    h.equal({unit: hub.ask("usage", name)[-1][unit] for unit in total}, total, "the command's sum")

    groups = h.expect(hub.get("/v1/usage?group_by=model", key=key), 200).json["groups"]
    big = next(group for group in groups if group["model"] != "test/test:events=1")
    names = {unit: unit if unit == "searches" else unit + "_tokens" for unit in total}
    names["cache_read"] = "cached_tokens"
    h.equal({unit: big[names[unit]] for unit in total if total[unit]},
            {unit: count for unit, count in total.items() if count}, "/v1/usage")
    small = next(group for group in groups if group is not big)
    h.require("searches" not in small and "audio_input_tokens" not in small, "what there is none of", small)

    rows = list(csv.DictReader(io.StringIO(hub.command("entry", "export", "--user", name).stdout)))
    names["cache_read"] = "cache_read_tokens"
    h.equal({unit: sum(int(row[names[unit]]) for row in rows) for unit in total}, total, "the export")
    text = hub.command("entry", "list", "--user", name).stdout.splitlines()[0].lower()
    h.require("searches" in text and "cache_write_1h" not in text, "columns", text)


if __name__ == "__main__":
    h.run(settings)
