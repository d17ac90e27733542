"""The table of faults: what a row is, how its cells are worded, and how the table is written and compared."""
import decimal
import json
import re
import time

import harness as h

GROUPS = {"provider": "The provider", "client": "The client", "machine": "The operator and the machine"}
HEAD = ("what breaks", "a plain call gets", "a stream gets", "charged", "good again within")
NONE = "—"
MESSAGE_WORDS = "told to"  # stands in all errors of the test provider
ROWS = []


class Row:
    def __init__(self, group, what, within, shapes, limit, function):
        self.group, self.what, self.within, self.shapes = group, what, within, shapes
        self.limit, self.function = limit, function


class Cells:
    """What a row was seen to do. normal: seconds until good calls were answered again."""

    def __init__(self, plain=NONE, stream=NONE, charged=NONE, normal=0.0):
        self.plain, self.stream, self.charged, self.normal = plain, stream, charged, normal


def row(group, what, within, shapes=h.SHAPES, limit=60):
    """Makes a function a row: it gets the bench, produces the fault, and gives Cells. within: seconds."""
    def register(function):
        ROWS.append(Row(group, what, within, shapes, limit, function))
        return function
    return register


# ---- words ----------------------------------------------------------------------------------


def say_error(error):
    if MESSAGE_WORDS in error["message"]:
        return "error in the provider's words"
    return f"error `{error['code']}`"


def say_refusal(call):
    try:
        error = json.loads(call.content)["error"]
    except (ValueError, KeyError, TypeError):
        return f"{call.status} by the web server" if call.status else "no answer"
    return f"{call.status}, {say_error(error)}"


def say_plain(call):
    """What a call that does not stream got."""
    if call.status != 200:
        return say_refusal(call)
    if not call.complete:
        return "200, cut off"
    return "200, the answer" if call.json["choices"][0]["message"]["content"] else "200, no answer"


def words_of(call):
    """The words of a stream, and its end: done, an error, or None."""
    words, end = 0, None
    for event in h.split_events(call.content):
        data = h.data_of(event)
        if data is None:
            continue
        h.require(end is None, "something follows on the end:", event)
        h.require(event.endswith((b"\n\n", b"\r\n\r\n")), "half an event:", event)
        if data == b"[DONE]":
            end = "done"
            continue
        chunk = json.loads(data)
        if "error" in chunk:
            end = chunk["error"]
        else:
            words += any(choice["delta"].get("content") for choice in chunk["choices"])
    return words, end


def count(words):
    return "many words" if words > 9 else f"{words} word{'' if words == 1 else 's'}"


def say_stream(call):
    if call.status != 200:
        return say_refusal(call)
    words, end = words_of(call)
    if end == "done":
        return "200, all of it"
    begin = f"200, {count(words)}, " if words else "200, "
    return begin + (f"then {say_error(end)}" if end else "cut off")


def say_entry(entry):
    """What a call cost, by its entry; None: it has none."""
    if entry is None:
        return "nothing, no entry"
    wanted = decimal.Decimal(entry["prompt"] * 1 + entry["output"] * 2) / 1000000
    h.equal(decimal.Decimal(entry["cost"]), wanted, f"cost of {entry}")
    if entry["outcome"] == "failed":
        h.equal(wanted, 0, "cost of a call that failed")
    how = "nothing" if wanted == 0 else "the prompt" if not entry["output"] else \
        "prompt and words, estimated" if entry["estimated"] else "as reported"
    return f"{how} (`{entry['outcome']}`)"


def say_both(plain, stream):
    return plain if plain == stream else f"plain: {plain}; stream: {stream}"


# ---- time -----------------------------------------------------------------------------------


def is_good(hub):
    """Whether a call and a stream are answered as they should be."""
    try:
        plain = hub.chat("test/test", timeout=10)
        return plain.status == 200 and say_plain(plain) == "200, the answer" and \
            say_stream(hub.chat("test/test", stream=True, timeout=10)) == "200, all of it"
    except OSError:
        return False


def seconds_until_good(hub, since):
    """Seconds from a moment (monotonic) until all is well again."""
    h.until(lambda: is_good(hub), "all is well again")
    return time.monotonic() - since


def say_seconds(seconds):
    return f"{seconds:g} s"


# ---- the table ------------------------------------------------------------------------------


def cells_of(row_, cells):
    return (row_.what, cells.plain, cells.stream, cells.charged, say_seconds(row_.within))


def line(cells):
    return "| " + " | ".join(cells) + " |"


def markdown(results, measured):
    """The table of what was seen: a list of (row, Cells). measured: with the times of this run."""
    out = []
    for group, title in GROUPS.items():
        rows = [(row_, cells) for row_, cells in results if row_.group == group]
        if not rows:
            continue
        head = HEAD + (("measured",) if measured else ())
        out += [f"## {title}", "", line(head), line(["---"] * len(head))]
        for row_, cells in rows:
            more = (f"{cells.normal:.2f} s",) if measured else ()
            out.append(line(cells_of(row_, cells) + more))
        out.append("")
    return "\n".join(out)


def known_lines(text):
    """The rows of a document, by what breaks."""
    return {found[1]: found[0] for found in re.finditer(r"^\| (.*?) \|.*\|$", text, re.MULTILINE)
            if found[1] not in (HEAD[0], "---")}


def differences(results, text):
    """Where what was seen is not what the document says."""
    known, found = known_lines(text), []
    for row_, cells in results:
        seen = line(cells_of(row_, cells))
        if known.get(row_.what) != seen:
            found.append((row_.what, known.get(row_.what, "no such row"), seen))
    return found
