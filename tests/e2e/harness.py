"""
What the end-to-end tests share: a hub behind a real web server, the test
provider, a relay that records what goes over the wire between the two, an HTTP
client that sees exact bytes and their time of arrival, and TAP.

A test file has cases, functions with @case(...), and ends in run(). Every case
is run once for each shape of server that it names. Nothing here waits by
sleeping for a fixed time: until() polls a condition up to a deadline.
"""
import glob
import json
import os
import pathlib
import random
import shlex
import shutil
import signal
import socket
import string
import struct
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import urllib.parse

TREE = pathlib.Path(__file__).resolve().parent.parent.parent
BIN = pathlib.Path(os.environ.get("AIHUB_BIN") or TREE).resolve()
QUICKSTART = str(TREE / "quickstart")

SHAPES = ("lighttpd", "lighttpd-socket", "apache-fcgid", "apache-proxy", "nginx", "cgi",
          "apache-cgi", "apache-htaccess")
CGI = ("cgi", "apache-cgi", "apache-htaccess")
# AllowEncodedSlashes cannot be set in an .htaccess: a path with %2F is a 404 of Apache's. Cases that
# are about something else send a plain slash there; test_shapes.py and README's table say so.
NO_ENCODED_SLASH = ("apache-htaccess",)
PROVIDER_KEY = "test-provider-key"
WRAPPED = os.environ.get("AIHUB_WRAPPED")  # the programs run within another one, such as valgrind
PATIENCE = 20  # seconds for anything that should take a moment


class Skip(Exception):
    """A case that cannot be run here, with the reason."""


class Failed(Exception):
    """What a case expected did not come."""


def require(condition, *what):
    if not condition:
        raise Failed(" ".join(str(part) for part in what))


def equal(got, wanted, what):
    require(got == wanted, f"{what}: got {shorten(got)}, wanted {shorten(wanted)}")


def shorten(value):
    text = repr(value)
    return text if len(text) <= 400 else f"{text[:200]} ... {text[-180:]} ({len(value)} long)"


def until(condition, what, seconds=PATIENCE):
    """Polls until the condition's value is true, and returns that."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise Failed(f"not within {seconds} s: {what}")
        time.sleep(0.01)


def now_us():
    """The clock of the provider's sent_us."""
    return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000


def free_port():
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_root():
    return os.geteuid() == 0


# ---- processes ------------------------------------------------------------------


def processes_of(directory):
    """The ids of all processes that have a path in a directory in their command line, or work
    there, as nginx does, whose command line says nothing."""
    found = []
    for path in glob.glob("/proc/[0-9]*"):
        try:
            words = open(path + "/cmdline", "rb").read()
            words += b"\0" + os.fsencode(os.readlink(path + "/cwd")) + b"/"
        except OSError:
            continue
        if os.fsencode(str(directory)) + b"/" in words and int(path.split("/")[2]) != os.getpid():
            found.append(int(path.split("/")[2]))
    return found


def program(name):
    path = BIN / name
    if not os.access(path, os.X_OK):
        raise SystemExit(f"{path} is not there: build it, or say where with --bin DIR")
    return str(path)


def end_process(process, seconds=PATIENCE):
    """Ends a child; returns its exit status."""
    if process.poll() is None:
        process.terminate()
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise Failed(f"{process.args[0]} did not end within {seconds} s of SIGTERM") from None


# ---- HTTP -----------------------------------------------------------------------


class Reader:
    """Reads one HTTP/1.1 answer from a source of bytes: recv() gives b"" at the end."""

    def __init__(self, recv, head_only=False):
        self.recv, self.head_only = recv, head_only
        self.buffer, self.ended = b"", False
        self.status = self.reason = None
        self.headers = []
        self.left = None         # bytes of the body (or chunk) to come
        self.chunked = False
        self.complete = False    # the end of the body was seen, not just the end of the bytes
        self.arrived = 0         # of the last bytes, in microseconds

    def fill(self):
        if self.ended:
            return False
        try:
            data = self.recv()
        except ConnectionResetError:
            data = b""
        self.arrived = now_us()
        self.ended = not data
        self.buffer += data
        return not self.ended

    def line(self):
        while b"\r\n" not in self.buffer:
            if not self.fill():
                return None
        line, self.buffer = self.buffer.split(b"\r\n", 1)
        return line

    def head(self):
        """Reads up to the body, past any 100."""
        while self.status in (None, 100):
            first = self.line()
            if first is None:
                return False
            version, status, *reason = first.decode("latin-1").split(" ", 2)
            require(version.startswith("HTTP/1."), "not HTTP:", first)
            self.status, self.reason, self.headers = int(status), "".join(reason), []
            while (line := self.line()):
                name, value = line.decode("latin-1").split(":", 1)
                self.headers.append((name, value.strip()))
        self.chunked = "chunked" in (self.header("transfer-encoding") or "").lower()
        length = self.header("content-length")
        if self.head_only or self.status in (204, 304):
            self.left, self.complete = 0, True
        elif self.chunked:
            self.left = 0
        elif length is not None:
            self.left = int(length)
            self.complete = self.left == 0
        return True

    def header(self, name):
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        return ", ".join(values) if values else None

    def next_chunk(self):
        """Reads the line before a chunk. False at the end."""
        line = self.line()
        if line == b"" and not self.ended:
            line = self.line()  # what closes the chunk before
        if line is None:
            return False
        self.left = int(line.split(b";")[0], 16)
        if self.left == 0:
            while (line := self.line()):
                pass
            self.complete = line is not None
            return False
        return True

    def piece(self):
        """The next bytes of the body as they come; b"" at its end."""
        if self.status is None and not self.head():
            return b""
        if self.complete:
            return b""
        if self.chunked and self.left == 0 and not self.next_chunk():
            return b""
        if not self.buffer and not self.fill():
            self.complete = self.left is None and not self.chunked
            return b""
        data = self.buffer if self.left is None else self.buffer[:self.left]
        self.buffer = self.buffer[len(data):]
        if self.left is not None:
            self.left -= len(data)
            self.complete = self.left == 0 and not self.chunked
        return data

    def body(self):
        parts = []
        while (part := self.piece()):
            parts.append(part)
        return b"".join(parts)


def split_events(stream):
    """The events of an SSE stream as they stand in it, their blank line included."""
    events, at = [], 0
    while at < len(stream):
        ends = [(stream.find(mark, at), len(mark)) for mark in (b"\n\n", b"\r\n\r\n")]
        ends = [(where, size) for where, size in ends if where >= 0]
        end = sum(min(ends)) if ends else len(stream)
        events.append(stream[at:end])
        at = end
    return events


def data_of(event):
    """The data of an event; None for a comment."""
    lines = [line[5:].lstrip(b" ") for line in event.splitlines() if line.startswith(b"data:")]
    return b"\n".join(lines) if lines else None


class Call(Reader):
    """One request on a connection of its own, and its answer."""

    def __init__(self, port, method, target, headers=(), body=b"", timeout=30):
        self.sock = socket.create_connection(("127.0.0.1", port), timeout=timeout)
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        super().__init__(lambda: self.sock.recv(65536), head_only=method == "HEAD")
        lines = [f"{method} {target} HTTP/1.1", f"Host: 127.0.0.1:{port}"]
        lines += [f"{name}: {value}" for name, value in headers] + ["Connection: close", "", ""]
        self.sent = "\r\n".join(lines).encode("latin-1") + body
        try:
            self.sock.sendall(self.sent)
        except (BrokenPipeError, ConnectionResetError):
            pass  # refused early: the answer says why

    def finish(self):
        """Reads the whole answer; content is its body."""
        self.head()
        self.content = self.body()
        self.sock.close()
        return self

    def events(self):
        """(time of arrival, event) one after the other as they come."""
        kept = b""
        while (part := self.piece()):
            kept += part
            *whole, kept = split_events(kept) + [b""] if kept.endswith(b"\n\n") else \
                split_events(kept)
            for event in whole:
                yield self.arrived, event
        if kept:
            yield self.arrived, kept

    def reset(self):
        """Leaves without a good-bye."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()

    @property
    def json(self):
        try:
            return json.loads(self.content)
        except ValueError:
            raise Failed(f"no JSON: {self.status} {shorten(self.content)}") from None


def expect(answer, status, what=""):
    equal(answer.status, status, f"{what} status ({shorten(answer.content)})".strip())
    return answer


def expect_error(answer, status, type_=None, code=..., param=..., words=()):
    """An error in OpenAI's shape."""
    expect(answer, status)
    require((answer.header("content-type") or "").startswith("application/json"),
            "content type", answer.header("content-type"))
    equal(list(answer.json), ["error"], "members of the body")
    error = answer.json["error"]
    equal(sorted(set(error) - {"retry_after"}), ["code", "message", "param", "type"],
          "members of error")
    require(isinstance(error["message"], str) and error["message"], "message", error)
    require(isinstance(error["type"], str) and error["type"], "type", error)
    if type_:
        equal(error["type"], type_, "type")
    if code is not ...:
        equal(error["code"], code, "code")
    if param is not ...:
        equal(error["param"], param, "param")
    for word in words:
        require(word in error["message"], f"{word!r} is not in", error["message"])
    return error


# ---- the test provider --------------------------------------------------------------


class Provider:
    """tests/provider on a port of its own."""

    def __init__(self, tls=None, more=()):
        """tls: its certificate and key. more: further arguments."""
        self.dir = pathlib.Path(tempfile.mkdtemp(prefix="aihub-provider-"))
        port_file, self.log = self.dir / "port", self.dir / "log"
        self.known, self.by_id, self.read_to = [], {}, 0  # what was read of the log
        self.process = subprocess.Popen(
            [program("tests/provider/provider"), "--port", "0", "--port-file", port_file,
             "--log", self.log, *(["--tls", *tls] if tls else []), *more])
        until(port_file.exists, "the provider's port")
        self.port = int(port_file.read_text())
        self.url = f"http{'s' if tls else ''}://127.0.0.1:{self.port}/v1"

    def stats(self):
        return Call(self.port, "GET", "/stats").finish().json

    def reset_stats(self):
        Call(self.port, "POST", "/stats/reset").finish()

    def lines(self):
        """All of the log so far. It only grows, so what was read once is kept."""
        with open(self.log, "rb") as log:
            log.seek(self.read_to)
            news = log.read()
        news = news[:news.rfind(b"\n") + 1]
        self.read_to += len(news)
        for line in map(json.loads, news.splitlines()):
            self.known.append(line)
            fields = {name.lower(): value for name, value in line.get("fields", {}).items()}
            if "x-request-id" in fields:
                self.by_id.setdefault(fields["x-request-id"], line)
        return self.known

    def find(self, request_id):
        if request_id not in self.by_id:
            self.lines()
        return self.by_id.get(request_id)

    def seen(self, request_id):
        """The request that the hub made for a call: what came here, and how it ended."""
        return until(lambda: self.find(request_id), f"the provider saw a request {request_id}")

    def end_of(self, request_id):
        """How the provider's answer ended: finished, cancelled, cut; None while it runs."""
        serial = self.seen(request_id)["serial"]
        return next((line["end"] for line in self.lines()
                     if line["serial"] == serial and "end" in line), None)

    def stop(self):
        end_process(self.process)
        shutil.rmtree(self.dir)


class Wire:
    """A relay before the provider that keeps the bytes of both directions."""

    def __init__(self, port):
        self.target = port
        self.sent, self.received = bytearray(), bytearray()  # by the hub, from the provider
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/v1"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self.target))
            for source, drain, record in ((near, far, self.sent), (far, near, self.received)):
                threading.Thread(target=self.pump, args=(source, drain, record),
                                 daemon=True).start()

    @staticmethod
    def pump(source, drain, record):
        try:
            while (data := source.recv(65536)):
                record += data  # before it goes on: who has got it finds it here
                drain.sendall(data)
            drain.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def clear(self):
        self.sent.clear()
        self.received.clear()

    def answer(self):
        """The provider's one answer since clear()."""
        rest = [bytes(self.received)]
        reader = Reader(lambda: rest.pop() if rest else b"")
        reader.head()
        reader.content = reader.body()
        return reader

    def stop(self):
        self.listener.close()


# ---- the hub --------------------------------------------------------------------------


class Site:
    """A directory with a configuration, and the operator's command for it."""

    def __init__(self, provider, config=None):
        self.dir = pathlib.Path(tempfile.mkdtemp(prefix="aihub-e2e-"))
        self.dir.chmod(0o755)  # web servers run as somebody else
        self.provider = provider
        self.config_file, self.data = self.dir / "aihub.json", self.dir / "data"
        (self.dir / "provider.key").write_text(PROVIDER_KEY + "\n")
        (self.dir / "provider.key").chmod(0o600)
        self.config = {
            "data_dir": "data",
            "disk_floor_mb": 8,
            "connect_timeout": 2,
            "first_byte_timeout": 10,
            "idle_timeout": 10,
            "providers": {"test": self.row(provider.url)},
            **(config or {}),
        }
        self.log_file = self.dir / self.config.get("log", "data/aihub.log")
        self.write_config()

    @staticmethod
    def row(url):
        return {"type": "openai-compatible", "base_url": url, "key": "file:provider.key",
                "any_model": True, "price": {"input": "1", "output": "2"}}

    def give_to(self, account):
        """Makes somebody else the owner of everything; for root."""
        for path in (self.dir, *self.dir.rglob("*")):
            shutil.chown(path, account)

    def write_config(self, text=None):
        """Puts a new file in the place of the old one, as editors do."""
        part = self.dir / "aihub.json.new"
        part.write_text(text if text is not None else json.dumps(self.config, indent=1))
        part.rename(self.config_file)

    def owner(self):
        """Who the command has to be run as: the owner of the data."""
        if not is_root() or not self.data.exists():
            return {}
        owner = self.data.stat()
        return {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []}

    def command(self, *words, good=True):
        """Runs the aihub command. With good=False whatever comes is all right."""
        done = subprocess.run([program("aihub"), "--config", self.config_file, *words],
                              capture_output=True, text=True, timeout=60, **self.owner())
        if good:
            require(done.returncode == 0, "aihub", *words, "->", done.returncode, done.stderr)
        return done

    def ask(self, *words):
        """The command's JSON: a list with one object for each line."""
        lines = self.command("--json", *words).stdout.splitlines()
        return [json.loads(line) for line in lines]

    def new_user(self, *options):
        name = "u" + "".join(random.choices(string.ascii_lowercase, k=10))
        self.ask("user", "create", name, *options)
        return name

    def new_key(self, user=None, *options):
        """A key's row, with the text of the key as "key"."""
        return self.ask("key", "create", user or self.new_user(), *options)[0]

    def entries(self, *options):
        return self.ask("entry", "list", "--limit", "100000", *options)

    def entry(self, id_):
        """The entry of a call, which may be settled a moment after its answer."""
        def look():
            return next((row for row in self.entries() if row["id"] == id_), None)
        return until(look, f"an entry {id_}")

    def check_ledger(self):
        proof = self.ask("check", "--ledger")[0]
        equal(proof["faults"], 0, f"faults of the ledger {proof['fault']}")
        return proof

    def log(self):
        return self.log_file.read_text(errors="replace") if self.log_file.exists() else ""

    def remove(self):
        left = until_gone(self.dir)
        shutil.rmtree(self.dir, ignore_errors=True)
        require(not left, "these processes were left behind and have been killed:", left)


def until_gone(directory, seconds=15):
    """Waits for all processes of a directory to end; kills the rest and returns their ids."""
    deadline = time.monotonic() + seconds
    while (left := processes_of(directory)) and time.monotonic() < deadline:
        time.sleep(0.05)
    for pid in left:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
    return left


class Client:
    """Makes calls at a port. Mixed into what serves one."""

    port, key, base = None, None, ""
    slash = "%2F"  # within a segment of a path

    def open(self, method, path, body=None, key=..., headers=(), timeout=30):
        """Sends a request. body: bytes as they are, anything else as JSON. key: None sends none."""
        head = list(headers)
        given = {name.lower() for name, _ in head}
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        if body is not None and "content-type" not in given:
            head.append(("Content-Type", "application/json"))
        if body is not None and not given & {"content-length", "transfer-encoding"}:
            head.append(("Content-Length", str(len(body))))
        if key is not None:
            head.append(("Authorization", "Bearer " + (self.key if key is ... else key)))
        return Call(self.port, method, self.base + path, head, body or b"", timeout)

    def call(self, method, path, body=None, **more):
        return self.open(method, path, body, **more).finish()

    def get(self, path, **more):
        return self.call("GET", path, **more)

    def chat(self, model, path="/v1/chat/completions", text="Hello there", key=..., headers=(),
             timeout=30, **members):
        return self.call("POST", path, question(model, text, **members), key=key,
                         headers=headers, timeout=timeout)

    def stream(self, model, path="/v1/chat/completions", text="Hello there", key=..., headers=(),
               timeout=30, **members):
        """Opens a stream; its answer's head is read."""
        call = self.open("POST", path, question(model, text, stream=True, **members), key=key,
                         headers=headers, timeout=timeout)
        call.head()
        return call


def question(model, text="Hello there", **members):
    return {"model": model, "messages": [{"role": "user", "content": text}], **members}


class Hub(Site, Client):
    """The hub behind a web server that ./quickstart starts."""

    def __init__(self, shape, provider, config=None, procs=None, bin_dir=BIN):
        super().__init__(provider, config)
        self.shape, self.run_dir = shape, self.dir / "run"
        self.program = self.run_dir / "aihub.fcgi"  # quickstart's own copy
        self.slash = "/" if shape in NO_ENCODED_SLASH else "%2F"
        if shape.startswith(("apache", "nginx")) and is_root():
            self.give_to("www-data")  # neither serves as root
        words = ["--server", shape, "--port", "0", "--config", str(self.config_file),
                 "--bin", str(bin_dir), "--no-install", *(["--procs", str(procs)] if procs else [])]
        started = self.quickstart(*words)
        if started.returncode != 0:
            until_gone(self.dir, 0)
            shutil.rmtree(self.dir, ignore_errors=True)
            raise Failed(f"quickstart: {started.stdout}{started.stderr}")
        self.said = started.stdout
        self.env = read_env(self.run_dir / "env")
        self.port = urllib.parse.urlsplit(self.env["AIHUB_URL"]).port
        self.key = self.env["AIHUB_KEY"]

    def quickstart(self, *words):
        return subprocess.run([QUICKSTART, *words, "--dir", str(self.run_dir)], timeout=120,
                              capture_output=True, text=True, stdin=subprocess.DEVNULL)

    def server_logs(self):
        """What the web server wrote, whatever its files are called."""
        return {path: path.read_bytes() for path in self.run_dir.rglob("*")
                if path.is_file() and ("log" in path.name or "err" in path.name)}

    def stop(self):
        stopped = self.quickstart("stop")
        if WRAPPED:  # quickstart knows the hub by its executable
            for pid in processes_of(self.dir):
                os.kill(pid, signal.SIGTERM)
        self.remove()
        require(stopped.returncode == 0, "quickstart stop:", stopped.stdout, stopped.stderr)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def read_env(path):
    pairs = (word.split("=", 1) for word in shlex.split(path.read_text()) if "=" in word)
    return dict(pairs)


LIGHTTPD = """
server.modules = ("mod_fastcgi")
server.bind = "127.0.0.1"
server.port = {port}
server.document-root = "{dir}"
server.errorlog = "{dir}/lighttpd.log"
server.stream-response-body = 2
fastcgi.server = ("{mount}" => (("socket" => "{socket}", "check-local" => "disable")))
"""


class Bare(Site, Client):
    """lighttpd before responders that a test starts and ends itself."""

    def __init__(self, provider, config=None, mount="/", more=""):
        """more: lines of lighttpd's configuration."""
        super().__init__(provider, config)
        self.socket, self.responders = self.dir / "hub.sock", []
        self.port = free_port()
        conf = self.dir / "lighttpd.conf"
        conf.write_text(LIGHTTPD.format(port=self.port, dir=self.dir, socket=self.socket,
                                        mount=mount) + more + "\n")
        lighttpd = shutil.which("lighttpd", path=os.environ["PATH"] + ":/usr/sbin:/sbin")
        if not lighttpd:
            self.remove()
            raise Skip("lighttpd is not installed")
        self.server = subprocess.Popen([lighttpd, "-D", "-f", conf])
        until(self.listening, "lighttpd listens")

    def listening(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def respond(self, **how):
        """Starts a responder; how: as for subprocess.Popen."""
        process = subprocess.Popen([program("aihub.fcgi"), "--config", self.config_file,
                                    "--listen", f"unix:{self.socket}"], **how)
        self.responders.append(process)
        until(lambda: process.poll() is not None or self.answering(), "the responder listens")
        return process

    def answering(self):
        """Whether somebody is behind the socket; not asked through lighttpd, which takes a
        backend that it found dead for dead for a second."""
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(self.socket)) == 0

    def stop(self):
        for process in [*self.responders, self.server]:
            if process.poll() is None:
                process.terminate()
        for process in [*self.responders, self.server]:
            end_process(process)
        self.remove()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


# ---- cases and TAP -----------------------------------------------------------------------


CASES = []


def case(*shapes, own=False, limit=90, name=None):
    """A case for these shapes, called with a running hub; with own=True with the shape's name
    and the provider. limit: seconds it may take. name: what it is called, if not as its function."""
    def register(function):
        function.title = name or function.__name__
        CASES.append((function, shapes or SHAPES, own, limit))
        return function
    return register


class Tap:
    def __init__(self):
        self.count = self.failures = 0

    def report(self, good, name, note="", directive=""):
        self.count += 1
        self.failures += not good
        print(f"{'ok' if good else 'not ok'} {self.count} - {name}{directive}", flush=True)
        for line in note.splitlines():
            print(f"#   {line}", flush=True)


def on_alarm(*_):
    raise Failed("the case's time is over")


def run_case(tap, name, function, arguments, limit, hub=None):
    signal.signal(signal.SIGALRM, on_alarm)
    signal.alarm(limit)
    mark = len(hub.log()) if hub else 0
    try:
        function(*arguments)
    except Skip as why:
        tap.report(True, name, directive=f" # SKIP {why}")
    except Exception as why:  # whatever goes wrong in a case is that case's failure
        frames = traceback.extract_tb(why.__traceback__)
        mine = [frame for frame in frames if frame.filename != __file__] or frames
        tail = hub.log()[mark:].splitlines()[-8:] if hub else []
        place = f"{os.path.basename(mine[-1].filename)}:{mine[-1].lineno}"
        tap.report(False, name, "\n".join([f"{place}: {type(why).__name__}: {why}", *tail]))
    else:
        tap.report(True, name)
    finally:
        signal.alarm(0)


def run_shape(tap, shape, provider, config):
    """All cases that share one hub of this shape."""
    cases = [(function, limit) for function, shapes, own, limit in CASES
             if shape in shapes and not own]
    if not cases:
        return
    try:
        hub = Hub(shape, provider, config(provider) if config else None)
    except Failed as why:
        tap.report(False, f"{shape}: starts", str(why))
        return
    for function, limit in cases:
        run_case(tap, f"{shape}: {function.title}", function, (hub,), limit, hub)
    run_case(tap, f"{shape}: the ledger is clean", hub.check_ledger, (), 60, hub)
    run_case(tap, f"{shape}: no secret is in a log", check_secrets, (hub,), 60, hub)
    run_case(tap, f"{shape}: stops and leaves nothing behind", hub.stop, (), 60)


def check_secrets(hub):
    """Neither the provider's key nor the clients' stand in any log, or anywhere in the data."""
    files = dict(hub.server_logs())
    files.update({path: path.read_bytes() for path in hub.data.rglob("*") if path.is_file()})
    for path, content in files.items():
        for secret in {PROVIDER_KEY, hub.key}:
            require(secret.encode() not in content, "a secret stands in", path.name)


def run(config=None):
    """Runs the file's cases and exits. config: function of the provider that gives settings."""
    wanted = os.environ.get("AIHUB_SHAPES")
    shapes = [shape for shape in SHAPES if not wanted or shape in wanted.split()]
    only = os.environ.get("AIHUB_CASE")  # for work on one case
    if only:
        CASES[:] = [row for row in CASES if only in (row[0].__name__, row[0].title)]
    tap, provider = Tap(), Provider()
    try:
        for shape in shapes:
            run_shape(tap, shape, provider, config)
            for function, of, own, limit in CASES:
                if own and shape in of:
                    run_case(tap, f"{shape}: {function.title}", function, (shape, provider),
                             limit)
    finally:
        provider.stop()
    print(f"1..{tap.count}", flush=True)
    sys.exit(1 if tap.failures else 0)


def in_parallel(count, function):
    """function(0) to function(count - 1), all at once; their results in order."""
    results = [None] * count

    def work(i):
        try:
            results[i] = function(i)
        except Exception as why:
            results[i] = why
    threads = [threading.Thread(target=work, args=(i,)) for i in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results
