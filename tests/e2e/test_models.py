#!/usr/bin/env python3
"""The lists of models in each client's shape and by pages, models that are not for chat, and facts about models
that are imported while the hub runs."""
import json
import urllib.parse

import harness as h

FRESH = 2.5  # seconds until a new file is in force
ANTHROPIC = [("anthropic-version", "2023-06-01")]
UNSERVED = ("movie",)  # nobody can be asked for what it is for
EVERY_WAY = ["openai", "openai-response", "anthropic", "gemini"]


def settings(provider):
    return {
        "providers": {
            "test": h.Site.row(provider.url),
            "openai": {"base_url": provider.url, "key": "file:provider.key"},
        },
        "models": {
            "fast": "test/test:events=3",
            "vectors": {"model": "test/test:events=1", "kind": "embedding"},
            "movie": {"model": "test/test:events=2", "kind": "video"},
        },
    }


def listed(hub, query="", headers=ANTHROPIC):
    return h.expect(hub.get("/v1/models" + query, headers=headers), 200, query).json


def gemini(hub, query=""):
    return h.expect(hub.get("/v1beta/models" + query), 200, query).json


def ids(answer):
    return [model["id"] for model in answer["data"]]


@h.case()
def shapes(hub):
    rows = {row["id"]: row for row in listed(hub, headers=[])["data"]}
    row = rows["gpt-4o"]
    h.equal((row["supported_endpoint_types"], row["context_length"]), (EVERY_WAY, 128000), "OpenAI's")
    h.equal(hub.get("/v1/models/gpt-4o").json, row, "one of them")
    rows = {row["id"]: row for row in listed(hub)["data"]}
    row = rows["gpt-4o"]
    h.equal((row["type"], row["display_name"], row["max_input_tokens"], row["max_tokens"]),
            ("model", "GPT-4o", 128000, 16384), "Anthropic's")
    rows = {row["name"]: row for row in gemini(hub)["models"]}
    row = rows["models/gpt-4o"]
    h.equal((row["displayName"], row["inputTokenLimit"], row["outputTokenLimit"]), ("GPT-4o", 128000, 16384),
            "Gemini's")


@h.case()
def pages_of_anthropic(hub):
    whole = listed(hub)
    names = ids(whole)
    h.equal((whole["has_more"], whole["first_id"], whole["last_id"]), (False, names[0], names[-1]), "the whole list")
    seen, after = [], ""
    while True:
        page = listed(hub, "?limit=40" + after)
        seen += ids(page)
        h.equal((page["first_id"], page["last_id"]), (ids(page)[0], ids(page)[-1]), "ends of a page")
        if not page["has_more"]:
            break
        h.equal(len(page["data"]), 40, "size of a page")
        after = "&after_id=" + urllib.parse.quote(page["last_id"], safe="")
    h.equal(seen, names, "all pages together")
    page = listed(hub, "?limit=3&before_id=" + urllib.parse.quote(names[10], safe=""))
    h.equal((ids(page), page["has_more"]), (names[7:10], True), "those before")
    page = listed(hub, "?limit=3&before_id=" + urllib.parse.quote(names[3], safe=""))
    h.equal((ids(page), page["has_more"]), (names[:3], False), "the first before")
    page = listed(hub, "?after_id=" + urllib.parse.quote(names[-1], safe=""))
    h.equal((page["data"], page["has_more"], page["first_id"]), ([], False, None), "nothing after the last")
    h.equal(ids(listed(hub, "?limit=1000")), names, "as the CLI asks")
    for query, param in (("limit=0", "limit"), ("limit=1001", "limit"), ("limit=x", "limit"),
                         ("after_id=nobody", "after_id"), ("before_id=nobody", "before_id")):
        answer = h.expect(hub.get("/v1/models?" + query, headers=ANTHROPIC), 400, query)
        h.equal((answer.json["type"], answer.json["error"]["type"]), ("error", "invalid_request_error"), query)
        h.require(param in answer.json["error"]["message"], query, answer.json)


@h.case()
def pages_of_gemini(hub):
    whole = gemini(hub)
    h.require("nextPageToken" not in whole, "the whole list goes on")
    names = [model["name"] for model in whole["models"]]
    seen, token = [], ""
    while True:
        page = gemini(hub, "?pageSize=50" + token)
        seen += [model["name"] for model in page["models"]]
        if "nextPageToken" not in page:
            break
        h.equal(len(page["models"]), 50, "size of a page")
        token = "&pageToken=" + urllib.parse.quote(page["nextPageToken"], safe="")
    h.equal(seen, names, "all pages together")
    h.equal(gemini(hub, "?pageSize=0"), whole, "a size of 0 is none")
    h.equal(gemini(hub, "?pageSize=100000")["models"], whole["models"][:1000], "a large size is one that there is")
    for query in ("pageSize=-1", "pageSize=x", "pageToken=nobody"):
        answer = h.expect(hub.get("/v1beta/models?" + query), 400, query)
        h.equal(answer.json["error"]["status"], "INVALID_ARGUMENT", query)


@h.case()
def not_for_chat(hub):
    for name in ("text-embedding-3-small", "vectors", "openai/text-embedding-3-small", *UNSERVED):
        h.expect_error(hub.chat(name), 400, code="model_not_for_chat", param="model", words=[name])
    for path, body in (("/v1/responses", {"model": "whisper-1", "input": "x"}),
                       ("/v1/messages", {"model": "whisper-1", "max_tokens": 5,
                                         "messages": [{"role": "user", "content": "x"}]}),
                       ("/v1beta/models/whisper-1:generateContent", {"contents": [{"parts": [{"text": "x"}]}]})):
        answer = h.expect(hub.call("POST", path, json.dumps(body).encode()), 400, path)
        h.require("not for chat" in answer.content.decode(), path, answer.content)


@h.case()
def what_cannot_be_asked_for(hub):
    names = ids(listed(hub, headers=[]))
    for name in UNSERVED:
        h.require(name not in names, name, "is listed")
        h.expect_error(hub.get("/v1/models/" + name), 404, code="model_not_found", param="model")


@h.case()
def for_embeddings(hub):
    """They stand in the lists of those who can ask for them, and say what they are for."""
    rows = {row["id"]: row for row in listed(hub, headers=[])["data"]}
    for name in ("text-embedding-3-small", "vectors"):
        h.equal(rows[name]["supported_endpoint_types"], ["embeddings"], name)
        h.equal(hub.get("/v1/models/" + name).json, rows[name], "one of them")
    rows = {row["name"]: row for row in gemini(hub)["models"]}
    h.equal((rows["models/vectors"]["supportedGenerationMethods"], rows["models/fast"]["supportedGenerationMethods"][0]),
            (["embedContent", "batchEmbedContents"], "generateContent"), "Gemini's")
    h.require(not {"vectors", "text-embedding-3-small"} & set(ids(listed(hub))), "Anthropic's list has them")
    answer = hub.get("/v1/models/vectors", headers=ANTHROPIC)
    h.expect(answer, 404)
    h.require({"vectors", "fast"} <= set(hub.get("/api/user/models").json["data"]), "names")
    h.require("vectors" not in {row["id"] for row in hub.get("/v1/capabilities").json["models"]}, "capabilities")
    row = next(row for row in hub.get("/api/pricing").json["data"] if row["model_name"] == "vectors")
    h.equal(row["supported_endpoint_types"], ["embeddings"], "prices")
    h.equal(hub.get("/api/pricing").json["supported_endpoint"]["embeddings"]["path"], "/v1/embeddings", "a path")
    row = hub.get("/models/test/vectors").json
    h.equal(row["capabilities"], ["embedding"], "IndoxRouter's")
    row = next(row for row in hub.get("/models").json["providers"] if row["id"] == "test")
    h.equal(row["capabilities"], ["chat", "completion", "embedding"], "its provider")
    rows = {row["key"]: row["type"] for row in hub.get("/api/ai/models").json}
    h.equal((rows["test/vectors"], rows["test/fast"]), ("embedding", "chat"), "AIGNE's")
    h.require("test/vectors" in {row["key"] for row in hub.get("/api/ai/models?type=embedding").json}, "a type")
    h.require(all(row["type"] == "chat" for row in hub.get("/api/ai/models?type=chat").json), "another")
    h.equal(hub.get("/api/v2/status?model=vectors").json, {"available": True}, "status")
    answer = hub.call("POST", "/v1/embeddings", {"model": "vectors", "input": "a"})
    h.equal(len(h.expect(answer, 200).json["data"]), 1, "and are asked for")
    h.expect_error(hub.call("POST", "/v1/embeddings", {"model": "gpt-4o", "input": "a"}), 400,
                   code="model_not_for_embeddings", param="model")


def litellm(input_, more=""):
    return json.loads(f'''{{"gpt-77": {{"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": {input_},
        "output_cost_per_token": 0.000002, "max_input_tokens": 5000 {more}}}}}''')


@h.case(own=True)
def imported_while_the_hub_runs(shape, provider):
    with h.Hub(shape, provider, settings(provider)) as hub:
        published = hub.config_file.parent / "published.json"
        catalog = hub.config_file.parent / "catalog.json"
        h.expect_error(hub.chat("openai/gpt-77"), 404, code="model_not_found")
        published.write_text(json.dumps(litellm("0.000001")))
        hub.command("model", "import", str(published))
        path = f"/v1/models/openai{hub.slash}gpt-77"
        h.until(lambda: hub.get(path).status == 200, "an imported model", FRESH)
        h.equal(hub.get(path).json["context_length"], 5000, "its context")
        answer = h.expect(hub.chat("openai/gpt-77"), 200)
        entry = hub.entry(answer.header("x-request-id"))
        before = (entry["prompt"], entry["output"], entry["cost"])
        published.write_text(json.dumps(litellm("0.000003")))
        hub.command("model", "import", str(published))

        def cost():
            answer = h.expect(hub.chat("openai/gpt-77"), 200)
            return hub.entry(answer.header("x-request-id"))["cost"]
        wanted = before[0] * 3000 + before[1] * 2000
        h.until(lambda: round(float(cost()) * 10**9) == wanted, "the new price", FRESH)
        h.equal(round(float(before[2]) * 10**9), before[0] * 1000 + before[1] * 2000, "the old one")
        if shape not in h.CGI:
            catalog.write_text("{")
            h.until(lambda: h.expect(hub.chat("openai/gpt-77"), 200) and "catalog.json: " in hub.log(),
                    "a line in the log", FRESH)
            h.expect(hub.chat("openai/gpt-77"), 200, "with a broken file")


h.run(settings)
