#!/usr/bin/env python3
"""Moderation: requests are looked at, answers pass."""
import json

import harness as h

PATH, MODEL = "/v1/moderations", "test/omni-moderation-latest"


def ask(hub, **members):
    return hub.call("POST", PATH, {"model": MODEL, **members})


@h.case("lighttpd", name="POST /v1/moderations: texts and pictures are looked at")
def passes(hub):
    picture = {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0KGgo="}}
    for given, flagged in (("hello", [False]), ("violence", [True]), (["hello", "violence"], [False, True]),
                           ([{"type": "text", "text": "violence"}, picture], [True])):
        answer = h.expect(ask(hub, input=given), 200, given)
        h.equal([row["flagged"] for row in answer.json["results"]], flagged, given)
        sent = json.loads(hub.provider.seen(answer.header("x-request-id"))["body"])
        h.equal(sent, {"model": "omni-moderation-latest", "input": given}, "the request")
        row = hub.entry(answer.header("x-request-id"))
        h.equal((row["outcome"], row["output"]), ("done", 0), "the entry")


@h.case("lighttpd")
def usual_model(hub):
    hub.config["models"] = {"omni-moderation-latest": MODEL}
    hub.write_config()
    h.until(lambda: hub.call("POST", PATH, {"input": "hello"}).status == 200, "the new configuration")


@h.case("lighttpd")
def refused(hub):
    for given, param in ((None, "input"), ([], "input"), (7, "input"), ([7], "input[0]"), ([{}], "input[0].type"),
                         ([{"type": "text"}], "input[0].text"), ([{"type": "audio"}], "input[0].type"),
                         ([{"type": "image_url", "image_url": "x"}], "input[0].image_url"), (["x"] * 2049, "input")):
        h.expect_error(ask(hub, input=given), 400, "invalid_request_error", param=param)
    h.expect_error(hub.call("POST", PATH, {"input": "x"}, key=None), 401)
    h.expect_error(ask(hub, input="x", model=MODEL + ":garbage"), 502)
    hub.check_ledger()


h.run()
