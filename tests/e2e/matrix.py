"""Pairs of dialects, and the table of what works in each: a client of one, a provider of another, the hub
between them."""
import dataclasses
import json

import harness as h
import speak_anthropic
import speak_chat
import speak_gemini
import speak_responses
from broken import Canned
from conversation import Ask

DIALECTS = (speak_chat, speak_responses, speak_anthropic, speak_gemini)
CHAT, RESPONSES, ANTHROPIC, GEMINI = DIALECTS
FRAMINGS = ("", "split,crlf")  # how the test provider sends the events of a stream: whole, in pieces
CANNED = Canned()


def settings(provider):
    """A provider of each dialect at the test provider, and one at a place where any bytes can be put."""
    def rows(root, suffix=""):
        return {speaker.NAME + suffix: {**h.Site.row(root + speaker.BASE), "type": speaker.TYPE}
                for speaker in DIALECTS}
    return {"providers": {**rows(provider.url.removesuffix("/v1")),
                          **rows(CANNED.url.removesuffix("/v1"), "-canned")}}


class Pair:
    def __init__(self, client, provider, hub=None):
        self.client, self.provider, self.hub = client, provider, hub
        self.name = f"{client.TITLE} to {provider.TITLE}"

    @property
    def same(self):
        """Bytes pass."""
        return self.client is self.provider

    def model(self, how, suffix=""):
        return f"{self.provider.NAME}{suffix}/test" + (f":{how}" if how else "")

    def call(self, ask, how="", stream=False, headers=(), escaped=True, suffix="", query=""):
        model = self.model(how, suffix)
        body = json.dumps(self.client.body(ask, model, stream), ensure_ascii=escaped).encode()
        return self.hub.call("POST", self.client.path(model, stream) + query, body, key=None,
                             headers=[*self.client.headers(self.hub.key), *headers])

    def seen(self, answer):
        return self.hub.provider.seen(answer.header("x-request-id"))

    def heard(self, answer):
        """What the provider got for an answer."""
        return self.provider.hear(json.loads(self.seen(answer)["body"]))

    def entries(self, ids):
        """Those of calls just made, which may be settled a moment after their answers."""
        def look():
            rows = {row["id"]: row for row in self.hub.ask("entry", "list", "--limit", "50")}
            return [rows[id_] for id_ in ids] if set(ids) <= set(rows) else None
        return h.until(look, f"entries {ids}")

    def eol(self, how):
        crlf = "crlf" in how.split(",")
        return b"\r\n" if self.same and crlf else self.client.EOL

    def read_stream(self, answer, how, **more):
        """(answer, failure)"""
        h.expect(answer, 200, f"stream {how}")
        kind = answer.header("content-type") or ""
        h.require(kind.startswith("text/event-stream"), "content type", kind)
        h.require(answer.complete, "the stream was cut")
        return self.client.stream(answer.content, self.eol(how), **more)

    # ---- answers that are right --------------------------------------------------------

    def whole(self, ask, how="", renamed=False, **more):
        """An answer that says what the provider said; (answer, what the provider got)."""
        answer = h.expect(self.call(ask, how, **more), 200, self.model(how))
        kind = answer.header("content-type") or ""
        h.require(kind.startswith("application/json"), "content type", kind)
        told = self.client.whole(answer.content)
        self.compare(answer, told, ask, renamed)
        return told, self.heard(answer)

    def stream(self, ask, how="", renamed=False, framings=FRAMINGS, **more):
        """The same streamed, in several framings, which make no difference."""
        for framing in framings:
            options = ",".join(option for option in (how, framing) if option)
            answer = self.call(ask, options, stream=True, **more)
            told, failure = self.read_stream(answer, options)
            h.equal(failure, None, f"failure of the stream {options}")
            self.compare(answer, told, ask, renamed)
        return told, self.heard(answer)

    def both(self, ask, how="", **more):
        """Whole, then streamed."""
        yield self.whole(ask, how, **more)
        yield self.stream(ask, how, **more)

    def direct(self, seen):
        """What the provider says to a request of the hub's when it comes once more, without the hub."""
        fields = [(name, value) for name, value in seen["fields"].items()
                  if name.lower() in ("content-type", "authorization", "x-api-key", "x-goog-api-key",
                                      "anthropic-version")]
        body = seen["body"].encode()
        target = seen["path"] + ("?" + seen["query"] if seen["query"] else "")
        answer = h.Call(self.hub.provider.port, "POST", target,
                        [*fields, ("Content-Length", str(len(body)))], body).finish()
        return answer

    def compare(self, answer, told, ask, renamed):
        """The client is told what the provider said, as far as its dialect has words for it."""
        seen = self.seen(answer)
        direct = h.expect(self.direct(seen), 200, "the provider itself")
        if (direct.header("content-type") or "").startswith("text/event-stream"):
            crlf = b"\r\n\r\n" in direct.content
            said, _ = self.provider.stream(direct.content, b"\r\n" if crlf else b"\n")
        else:
            said = self.provider.whole(direct.content)
        only_text = self.client is GEMINI  # which has no refusals
        h.equal(told.text, said.text + (said.refusal if only_text else ""), "the text")
        h.equal(told.refusal, "" if only_text else said.refusal, "the refusal")
        h.equal(told.thoughts, said.thoughts if ask.think else told.thoughts, "the thoughts")
        h.equal([call.args for call in told.calls], [call.args for call in said.calls], "arguments of calls")
        h.require(renamed or [call.name for call in told.calls] == [call.name for call in said.calls],
                  "names of calls", told.calls, said.calls)
        h.equal(told.stop, self.client.STOPS.get(said.stop, said.stop), "why it stopped")
        h.equal(told.usage, said.usage, "the usage")
        if not self.same:
            h.equal(told.model, json.loads(self.sent_model(seen)), "the model's name")

    def sent_model(self, seen):
        """The name that the client asked for, of a request that the provider got."""
        name = json.loads(seen["body"]).get("model") or self.path_model(seen["path"])
        return json.dumps(f"{self.provider.NAME}/{name}")

    @staticmethod
    def path_model(path):
        return h.urllib.parse.unquote(path.removeprefix("/v1beta/models/").rsplit(":", 1)[0])

    # ---- answers that are not ------------------------------------------------------------

    def refused(self, answer, status, param=None):
        """An error before the answer, in the client's shape; returns it."""
        h.expect(answer, status)
        kind = answer.header("content-type") or ""
        h.require(kind.startswith("application/json"), "content type", kind)
        failure = self.client.error(answer.json)
        h.require(failure.message, "no message")
        if param:  # not every dialect has a place for it
            h.require(failure.param == param or param in failure.message, "it does not name", param, failure)
        return failure

    def again(self, answer, change, stream):
        """Calls a provider that answers as it did before, but for a change of the bytes."""
        first = self.direct(self.seen(answer))
        head = f"HTTP/1.1 {first.status} -\r\nContent-Type: {first.header('content-type')}\r\n\r\n"
        CANNED.bytes = head.encode() + change(first.content)
        return self.call(Ask(), "", stream, suffix="-canned")

    def dropped(self, answer):
        names = answer.header("x-aihub-dropped")
        return names.split(", ") if names else []


# ---- the table --------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Cannot:
    """What some pairs cannot express: why, and what is so instead (a function of the pair)."""
    why: str
    instead: object
    clients: tuple = DIALECTS
    providers: tuple = DIALECTS
    same: bool = None  # None: whether or not

    def covers(self, pair):
        return (pair.client in self.clients and pair.provider in self.providers and
                self.same in (None, pair.same))


@dataclasses.dataclass
class Row:
    title: str
    run: object
    cannot: tuple
    cells: dict = dataclasses.field(default_factory=dict)  # by the pair's name

    def limit_of(self, pair):
        return next((limit for limit in self.cannot if limit.covers(pair)), None)


ROWS = []


def row(title, *cannot):
    """Registers a case of the matrix. The first of `cannot` that covers a pair counts."""
    def register(function):
        ROWS.append(Row(title, function, cannot))
        return function
    return register


def run_cell(one, pair):
    limit = one.limit_of(pair)
    one.cells[pair.name] = "**no**"
    (limit.instead if limit else one.run)(pair)
    one.cells[pair.name] = "-" if limit else "ok"


def register_cases(shape):
    """A case for each row and pair, and one that shows the table."""
    for one in ROWS:
        for client in DIALECTS:
            for provider in DIALECTS:
                h.case(shape)(make_case(one, client, provider))
    h.case(shape)(table)


def make_case(one, client, provider):
    def run(hub):
        run_cell(one, Pair(client, provider, hub))
    run.__name__ = f"{one.title}, {Pair(client, provider).name}"
    return run


def notes():
    """The reasons for cells that are not ok, each once, in the order of the rows."""
    return list(dict.fromkeys(limit.why for one in ROWS for limit in one.cannot))


def cell(one, pair, reasons):
    mark = one.cells.get(pair.name, "")
    return f"- {reasons.index(one.limit_of(pair).why) + 1}" if mark == "-" else mark


def markdown():
    """The table, with a column for each pair: C for Chat and so on, the client first."""
    pairs = [Pair(client, provider) for client in DIALECTS for provider in DIALECTS]
    reasons = notes()
    names = [f"{pair.client.TITLE[0]}→{pair.provider.TITLE[0]}" for pair in pairs]
    lines = [f"| client → provider | {' | '.join(names)} |", "|---|" + "---|" * len(pairs)]
    lines += [f"| {one.title} | {' | '.join(cell(one, pair, reasons) for pair in pairs)} |" for one in ROWS]
    return "\n".join([*lines, "", *(f"{number}. {why}" for number, why in enumerate(reasons, 1))])


def table(_hub):
    """Shows it; all cells are good."""
    print(markdown())
    cells = [mark for one in ROWS for mark in one.cells.values()]
    h.equal((len(cells), cells.count("**no**")), (len(ROWS) * len(DIALECTS) ** 2, 0), "cells, and bad ones")
