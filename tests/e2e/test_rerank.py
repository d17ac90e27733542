#!/usr/bin/env python3
"""Reranking: clients of Cohere, Jina and Voyage, each at providers of each kind."""
import json
from decimal import Decimal

import harness as h

QUERY = "capital of France"
DOCUMENTS = ["Carson City is a city of Nevada.", "Paris is the capital of France.", "Berlin is the capital of Germany."]
PATHS = ("/v1/rerank", "/v2/rerank")
MODELS = ("cohere/rerank-v3.5", "test/jina-reranker-v2")


def settings(provider):
    root = provider.url.removesuffix("/v1")
    return {"providers": {
        "test": h.Site.row(provider.url),
        "cohere": {**h.Site.row(root + "/compatibility/v1"), "type": "cohere"},
    }}


def ask(hub, model, path="/v1/rerank", headers=(), **members):
    return hub.call("POST", path, {"model": model, "query": QUERY, "documents": DOCUMENTS, **members}, headers=headers)

PRICES = {"cohere/rerank-v3.5": Decimal("0.002")}  # the catalog's, by the search; others cost what the tests say


def sent(hub, answer):
    row = hub.provider.seen(answer.header("x-request-id"))
    return row["path"], json.loads(row["body"])


@h.case("lighttpd", name="POST /v1/rerank: an answer that all clients read")
def all_read_it(hub):
    for model in MODELS:
        for path in PATHS:
            answer = h.expect(ask(hub, model, path, top_n=2), 200, f"{path} {model}")
            body = answer.json
            h.equal(body["results"][0]["index"], 1, f"{model}: the best")
            h.equal(len(body["results"]), 2, f"{model}: as many as are wanted")
            h.equal(body["data"], body["results"], f"{model}: without documents")
            h.equal((body["object"], body["model"], body["meta"]["api_version"]), ("list", model, {"version": "2"}), model)
            row = hub.entry(answer.header("x-request-id"))
            h.equal((row["outcome"], row["prompt"], row["output"]), ("done", body["usage"]["total_tokens"], 0), model)
            wanted = PRICES.get(model, Decimal(row["prompt"]) / 1000000)
            h.equal(Decimal(row["cost"]), wanted, f"{model}: cost")
            h.equal(body["meta"]["billed_units"]["search_units"], 1, f"{model}: searches")


@h.case("lighttpd", name="POST /v2/rerank: each provider gets what it knows")
def what_providers_get(hub):
    wanted = {MODELS[0]: ("/v2/rerank", {"model": "rerank-v3.5", "top_n": 1}),
              MODELS[1]: ("/v1/rerank", {"model": "jina-reranker-v2", "top_n": 1, "return_documents": False})}
    for model, (path, members) in wanted.items():
        for name in ("top_n", "top_k"):
            answer = h.expect(ask(hub, model, **{name: 1}), 200, model)
            h.equal(sent(hub, answer), (path, {"query": QUERY, "documents": DOCUMENTS, **members}), model)
    answer = h.expect(ask(hub, MODELS[0], max_tokens_per_doc=512, truncation=True), 200)
    h.equal(sent(hub, answer)[1]["max_tokens_per_doc"], 512, "Cohere's own")
    h.equal(answer.header("x-aihub-dropped"), "truncation", "what is left out")
    answer = ask(hub, MODELS[0], truncation=True, headers=[("x-aihub-strict", "1")])
    h.expect_error(answer, 400, words=("truncation",))


@h.case("lighttpd")
def documents_back(hub):
    objects = [{"text": DOCUMENTS[0], "id": 7}, DOCUMENTS[1], {"text": DOCUMENTS[2]}]
    for model in MODELS:
        body = h.expect(ask(hub, model, documents=objects, return_documents=True), 200, model).json
        h.equal([row["document"] for row in body["results"] if row["index"] == 1], [{"text": DOCUMENTS[1]}], model)
        h.equal([row["document"] for row in body["results"] if row["index"] == 0], [objects[0]], model)
        h.equal([row["document"] for row in body["data"]], [DOCUMENTS[row["index"]] for row in body["data"]], model)
        fields = [{"title": "Paris", "about": "capital of France", "n": 1}, {"title": "Rome", "about": "no"}]
        answer = h.expect(ask(hub, model, documents=fields, rank_fields=["about", "n"]), 200, model)
        h.equal(sent(hub, answer)[1]["documents"], ["about: capital of France\nn: 1", "about: no"], model)
        h.equal(answer.json["results"][0]["index"], 0, model)


@h.case("lighttpd")
def refused(hub):
    for members, param in (({"query": None}, "query"), ({"query": ""}, "query"), ({"documents": []}, "documents"),
                           ({"documents": None}, "documents"), ({"documents": ["x"] * 1001}, "documents"),
                           ({"documents": [1]}, "documents[0]"), ({"top_n": 0}, "top_n"), ({"top_k": -1}, "top_k"),
                           ({"top_n": 1, "top_k": 1}, "top_k"), ({"return_documents": "yes"}, "return_documents"),
                           ({"model": None}, "model")):
        for path in PATHS:
            h.expect_error(ask(hub, **{"model": MODELS[0], "path": path, **members}), 400, "invalid_request_error", param=param)
    h.expect_error(ask(hub, MODELS[0], documents=[{}]), 400, param="documents[0]")
    h.expect_error(hub.call("POST", PATHS[1], {}, key=None), 401)
    for model in MODELS:
        broken = model + ("," if ":" in model else ":") + "status=500"
        answer = ask(hub, broken)
        h.expect_error(answer, hub.chat("test/test:status=500").status)
        h.equal(Decimal(hub.entry(answer.header("x-request-id"))["cost"]), 0, "its cost")


@h.case("lighttpd")
def searches_are_held(hub):
    """A balance pays for all searches that a call may come to, or the call is refused."""
    name = hub.new_user("--credit", "0.005")
    key = hub.new_key(name)["key"]

    def of(count, document="x", model=MODELS[0]):
        return hub.call("POST", PATHS[1], {"model": model, "query": QUERY, "documents": [document] * count}, key=key)
    for answer in of(201), of(1000), of(100, "long " * 2000):
        h.expect_error(answer, 402, code="insufficient_credit")
    answer = h.expect(of(200), 200)
    h.equal(answer.json["meta"]["billed_units"]["search_units"], 2, "searches")
    h.equal(Decimal(hub.entry(answer.header("x-request-id"))["cost"]), Decimal("0.004"), "its cost")


@h.case("lighttpd")
def broken_answers(hub):
    for model in MODELS:
        for how in ("garbage", "cutbyte=20"):
            answer = ask(hub, model + ("," if ":" in model else ":") + how)
            h.expect_error(answer, 502)
            h.equal(Decimal(hub.entry(answer.header("x-request-id"))["cost"]), 0, f"{model} {how}: cost")
    hub.check_ledger()


h.run(settings)
