"""Providers that fail: each row is asked for a plain answer and for a stream at once."""
import re
import socket
import subprocess
import time

import harness as h
from broken import Bouncer, full_backlog, url_of
from processes import memory_peak, reset_memory_peak, responders
from table import Cells, row, say_both, say_entry, say_plain, say_stream, seconds_until_good

TIMEOUTS = {"connect_timeout": 2, "first_byte_timeout": 2, "idle_timeout": 2, "total_timeout": 6}  # seconds
ANSWER_LIMIT = 1 << 20
SOON = 1.5        # seconds; whoever is told at once is told within this
SLACK = 1.5       # beyond a time-out
MEMORY_MB = 32    # that a process may grow by whatever a provider sends; an event alone may have 8
BOMB_MB = 100

MANY_AT_ONCE = tuple(shape for shape in h.SHAPES if shape not in (*h.CGI, "apache-fcgid"))
PASS_ENVIRONMENT = ("lighttpd", "lighttpd-socket")  # where the hub is told which authority to trust

# What breaks, the model that does it, the time-out that ends it (or how many seconds it may take).
ROWS = (
    ("nobody listens at its port", "down/x"),
    ("it resets each connection at once", "bouncer/x"),
    ("it accepts no connection (full backlog)", "full/x", "connect_timeout"),
    ("its host name does not exist", "nowhere/x"),
    ("it closes the connection instead of an answer", "test/test:refuse"),
    ("it resets the connection instead of an answer", "test/test:reset"),
    ("silent before the head", "test/test:hang", "first_byte_timeout"),
    ("silent within the head", "test/test:stallhead", "first_byte_timeout"),
    ("silent after the head", "test/test:stall=0", "first_byte_timeout"),
    ("cut within the head", "test/test:cuthead=40"),
    ("cut after the head", "test/test:cutbyte=0"),
    ("no HTTP but something else", "test/test:nohttp"),
    ("a status line without a number", "test/test:badstatus"),
    ("garbage instead of JSON, in a stream after a word", "test/test:garbage"),
    ("a header line without an end", "test/test:endlesshead"),
    ("a header of 1 MB", "test/test:bighead=1000000"),
    ("5,000 headers", "test/test:headers=5000"),
    ("a body or event without an end", "test/test:endless"),
    (f"{BOMB_MB} MB of zeros, packed to 650 kB", f"test/test:bomb={BOMB_MB}"),
    ("a byte every millisecond", "test/test:drip=1,events=1", 5),
    ("a byte every 50 milliseconds", "test/test:drip=50", "first_byte_timeout"),
    ("an HTML page with status 503", "test/test:html=503"),
    ("status 401: the hub's key is wrong", "test/test:status=401"),
    ("status 429, with Retry-After", "test/test:status=429,retry=7"),
    ("status 500", "test/test:status=500"),
    ("a stream instead of JSON, JSON instead of a stream", "test/test:sse,json"),
    ("plain HTTP where TLS should be", "notls/x", "connect_timeout"),
)
# The same for what only a stream can have, or only a plain answer.
STREAM_ROWS = (
    ("silent after two words", "test/test:stall=2", "idle_timeout"),
    ("silent after `[DONE]`, without an end", "test/test:stalldone"),
    ("talks for longer than a call may last", "test/test:events=1000,gap=100,nousage", "total_timeout"),
    ("cut after three words", "test/test:cut=3"),
    ("cut in the middle of an event", "test/test:halfevent=2"),
    ("an error event after two words", "test/test:errevent=2"),
    ("the end without `[DONE]`", "test/test:nodone"),
    ("a chunk whose size is no number", "test/test:badchunk"),
)
PLAIN_ROWS = (
    ("Content-Length 7 too large", "test/test:longer=7"),
    ("Content-Length 5 too small", "test/test:shorter=5"),
    ("cut in the middle of the answer", "test/test:cutbyte=100"),
)
TLS_ROWS = (
    ("its certificate has expired", "expired/x"),
    ("its certificate is for another host", "stranger/x"),
    ("its certificate is signed by itself", "selfsigned/x"),
)


def certificates(directory):
    """An authority that the hub trusts, and what it and others have signed; by name (certificate, key)."""
    def run(*words):
        subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True, cwd=directory)

    def request(name):
        run("req", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={name}", "-keyout", f"{name}.key",
            "-out", f"{name}.csr")

    def sign(name, host, days=(-1, 1)):
        request(name)
        (directory / f"{name}.ext").write_text(f"subjectAltName={host}\n")
        (directory / "index.txt").write_text("")
        begin, end = (time.strftime("%y%m%d%H%M%SZ", time.gmtime(time.time() + 86400 * day)) for day in days)
        run("ca", "-batch", "-config", "ca.conf", "-in", f"{name}.csr", "-out", f"{name}.pem", "-extfile",
            f"{name}.ext", "-startdate", begin, "-enddate", end, "-notext")

    (directory / "ca.conf").write_text(
        "[ca]\ndefault_ca = own\n[own]\ndatabase = index.txt\nrand_serial = yes\nserial = serial\nnew_certs_dir = .\ncertificate = authority.pem\n"
        "private_key = authority.key\ndefault_md = sha256\npolicy = any\n[any]\ncommonName = supplied\n")
    run("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=authority", "-days", 2, "-keyout",
        "authority.key", "-out", "authority.pem")
    sign("good", "IP:127.0.0.1")
    sign("expired", "IP:127.0.0.1", (-9, -2))
    sign("stranger", "DNS:elsewhere.example")
    run("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=selfsigned", "-days", 2, "-addext",
        "subjectAltName=IP:127.0.0.1", "-keyout", "selfsigned.key", "-out", "selfsigned.pem")
    return {name: (directory / f"{name}.pem", directory / f"{name}.key")
            for name in ("good", "expired", "stranger", "selfsigned")}


class Surroundings:
    """All providers of the table beside the test provider itself, and the settings that name them."""

    def __init__(self, provider, directory):
        self.provider, self.full, self.down = provider, full_backlog(), socket.socket()
        self.down.bind(("127.0.0.1", 0))  # taken, but nobody listens
        self.authority = directory / "authority.pem"
        pairs = certificates(directory)
        self.elsewhere = h.Provider()
        self.secured = {name: h.Provider(pair) for name, pair in pairs.items()}
        urls = {"test": provider.url, "down": url_of(self.down), "full": url_of(self.full[0]),
                "bouncer": Bouncer().url, "nowhere": "http://no-such-host.invalid/v1",
                "notls": provider.url.replace("http:", "https:"),
                **{name: secured.url for name, secured in self.secured.items()}}
        self.settings = {**TIMEOUTS, "keep_alive": 1, "answer_limit": ANSWER_LIMIT,
                         "providers": {name: h.Site.row(url) for name, url in urls.items()}}

    def stop(self):
        for provider in (self.elsewhere, *self.secured.values()):
            provider.stop()


class Asked:
    """One call at a failing provider, and how long it took until its client knew its end."""

    def __init__(self, hub, model, stream):
        begun = time.monotonic()
        self.call = hub.chat(model, timeout=20) if not stream else read_to_end(hub.stream(model, timeout=20))
        self.seconds = self.call.known - begun if stream else time.monotonic() - begun
        self.told = say_stream(self.call) if stream else say_plain(self.call)
        self.id = self.call.header("x-request-id")


def read_to_end(call):
    """Reads a stream; known: when its last event came, however long the connection stays."""
    pieces, call.known = [], time.monotonic()
    for arrived, event in call.events():
        pieces.append(event)
        if h.data_of(event) is not None:
            call.known = arrived / 1e6
    call.content = b"".join(pieces)
    call.sock.close()
    return call


def in_time(asked, end):
    """An answer comes at once, or within so many seconds, or when its time is over; what the cell says."""
    if end in TIMEOUTS:
        least, most = TIMEOUTS[end] - 0.5, TIMEOUTS[end] + SLACK
    else:
        least, most = 0, end or SOON
    h.require(least <= asked.seconds <= most, "told after", asked.seconds, "seconds")
    return asked.told + (f" after `{end}`" if end in TIMEOUTS else "")


def ask(bench, model, end, streams):
    """Asks for each kind of answer at once; the cells, by kind."""
    hub = bench.hub
    asked = h.in_parallel(len(streams), lambda i: Asked(hub, model, streams[i]))
    since = time.monotonic()
    cells = Cells(normal=seconds_until_good(hub, since))
    entries = {row_["id"]: row_ for row_ in h.until(
        lambda: has_all(hub, {one.id for one in asked}), "each call has an entry")}
    charged = [say_entry(entries[one.id]) for one in asked]
    for one, stream in zip(asked, streams):
        setattr(cells, "stream" if stream else "plain", in_time(one, end))
    cells.charged = say_both(charged[0], charged[-1])
    cells.answers = [one.call for one in asked]
    return cells


def has_all(hub, ids):
    rows = hub.entries()
    return rows if ids <= {row_["id"] for row_ in rows} else None


def bounded(bench, function, most=MEMORY_MB):
    """Runs it, and looks how far the hub's processes grew meanwhile."""
    pids = responders(bench.hub)
    before = {pid: reset_memory_peak(pid) for pid in pids}
    result = function()
    for pid in set(pids) & set(responders(bench.hub)):
        grown = (memory_peak(pid) - before[pid]) / 1024
        h.require(grown <= most, "the hub grew by", grown, "MiB")
    return result


def register(rows, streams, shapes=h.SHAPES):
    for what, model, *end in rows:
        def function(bench, model=model, end=end[0] if end else None):
            cells = bounded(bench, lambda: ask(bench, model, end, streams))
            for answer in cells.answers:
                h.require(h.PROVIDER_KEY.encode() not in answer.content, "the key goes out")
            return cells
        row("provider", what, 0.5, shapes)(function)


register(ROWS, (False, True))
register(STREAM_ROWS, (True,))
register(PLAIN_ROWS, (False,))


@row("provider", "a stream cut at each of its bytes, head and body", 0.5, MANY_AT_ONCE, 150)
def cut_at_each_byte(bench):
    """From the first byte of the head to the last of the body: each call is told what it did not get."""
    hub = bench.hub
    whole = h.Call(hub.provider.port, "POST", "/v1/chat/completions",
                   [("Content-Type", "application/json"), ("Authorization", "Bearer " + h.PROVIDER_KEY),
                    ("Content-Length", str(len(SHORT)))], SHORT).finish()
    head = sum(len(name) + len(value) + 4 for name, value in whole.headers) + len("HTTP/1.1 200 OK\r\n\r\n")
    models = [f"test/test:events=2,cuthead={n}" for n in range(head)] + \
        [f"test/test:events=2,cutbyte={n}" for n in range(len(whole.content) + 1)]

    def some(i):
        return [Asked(hub, model, True) for model in models[i::4]]
    asked = [one for part in h.in_parallel(4, some) for one in part]
    since = time.monotonic()
    cells = Cells(normal=seconds_until_good(hub, since))
    entries = {row_["id"]: row_ for row_ in h.until(
        lambda: has_all(hub, {one.id for one in asked}), "each call has an entry")}
    h.equal(len({one.id for one in asked}), len(models), "calls")
    pairs = {(one.told, say_entry(entries[one.id])) for one in asked}
    cells.stream = "; ".join(sorted({re.sub(r"\d words?", "its words", told) for told, _ in pairs}, key=order))
    for told, charged in pairs:
        fitting = "nothing (`failed`)" if told.startswith("502") else "as reported (`done`)" if \
            told.endswith("all of it") else None
        h.require(charged == fitting or (not fitting and "(`broken`)" in charged), told, "is charged", charged)
    cells.charged = "; ".join(sorted({charged for _, charged in pairs}, key=order))
    return cells


SHORT = b'{"model":"test:events=2","stream":true,"stream_options":{"include_usage":true},' \
        b'"messages":[{"role":"user","content":"Hello there"}]}'


def order(words):
    """The sooner it is cut, the sooner it stands in the cell."""
    return ("all of it" in words or "done" in words, "200" in words or "broken" in words, words)


@row("provider", "a redirection to another address", 0.5)
def redirection(bench):
    """Nobody else gets the request or the key."""
    elsewhere = bench.surroundings.elsewhere
    cells = ask(bench, f"test/test:elsewhere={elsewhere.port}", None, (False, True))
    h.equal(elsewhere.stats()["connections"], 1, "connections, with this question's own")
    return cells


def register_tls(what, model):
    @row("provider", what, 0.5, PASS_ENVIRONMENT)
    def function(bench):
        good = Asked(bench.hub, "good/x", False)
        h.equal(good.told, "200, the answer", "with a good certificate")
        cells = ask(bench, model, None, (False, True))
        h.equal(bench.surroundings.secured[model.split("/")[0]].lines(), [], "requests that reached it")
        return cells


for what_, model_ in TLS_ROWS:
    register_tls(what_, model_)
