#!/usr/bin/env python3
"""What each shape does with the things that a gateway lives on: streams, clients that leave,
large bodies, odd paths, headers, errors. README's table "The web servers" says it; the last case
of each shape compares its row with what was seen here."""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import threading
import time

import harness as h

CHAT = "/v1/chat/completions"
BODY_LIMIT = 26 << 20
LARGE = 25_000_000         # bytes of a chat request
MEMORY = 30_000_000        # that it may cost
UPLOAD_REFUSED = 100_000_000
PICTURE = 15_000_000       # bytes of a picture, 20 MB in base64
IMAGES = "/v1/images/generations"
GAP = 0.5                  # seconds between the events of a stream that is left
HEADER = 7 << 10           # bytes of one header field
TOLD_BY_THEMSELVES = ("lighttpd-socket", "apache-proxy", "nginx")  # the hub is not their child
# "all handlers for PATH?QUERY are down": no setting keeps that out of lighttpd's error log, and its
# samples say so.
LOGS_QUERIES = ("lighttpd-socket",)
COLUMNS = ("streaming", "abort", "25 MB", "paths", "headers", "errors")
SEEN = {}                  # shape: {column: what was seen}


def settings(provider):
    return {"body_limit": BODY_LIMIT, "models": {"team/best": "test/test:events=2"}}


def saw(hub, column, what):
    row = SEEN.setdefault(hub.shape, {})
    row[column] = f"{row[column]}, {what}" if column in row else what


# ---- streams ----------------------------------------------------------------------------------


def latest(hub, headers=()):
    """Of ten events 100 ms apart the one that came last after it was sent: how many ms."""
    late = []
    call = hub.stream("test/test:stamp,events=10,gap=100", headers=headers)
    for arrived, event in call.events():
        data = h.data_of(event)
        if data not in (None, b"[DONE]") and b'"content"' in data:
            late.append((arrived - json.loads(data)["sent_us"]) / 1000)
    h.require(len(late) >= 10, "content events", late)
    return max(late)


@h.case()
def streams(hub):
    # The machine may be busy with something else once; what buffers is late every time.
    h.require(min(latest(hub) for _ in range(3)) <= 100, "events are late")
    saw(hub, "streaming", "event by event")


def ends_after(hub, call, end):
    """Leaves, and waits for that end of the provider's answer: after how many seconds it came."""
    id_, left = call.header("x-request-id"), time.monotonic()
    call.sock.close()
    h.until(lambda: hub.provider.end_of(id_) == end, f"the provider's answer is {end}")
    return time.monotonic() - left


def events_until_noticed(hub):
    call = hub.stream(f"test/test:events=60,gap={GAP * 1000:.0f}")
    contents = (event for _, event in call.events() if b'"content":"' in event)
    next(contents), next(contents)
    events = round(ends_after(hub, call, "cancelled") / GAP)
    h.equal(hub.entry(call.header("x-request-id"))["outcome"], "aborted", "outcome")
    return events


@h.case()
def client_leaves_a_stream(hub):
    """As soon as the web server finds that nobody reads what it writes; nginx looks by itself."""
    # The machine may be busy with something else once; that only adds to it.
    events = min(events_until_noticed(hub) for _ in range(3))
    words = {0: "at once", 1: "1 event later", 2: "2 events later"}
    saw(hub, "abort", words.get(events, f"{events} events later"))


@h.case()
def client_leaves_before_an_answer(hub):
    """Who notices it cancels the call; who does not lets it come to its end, and charges it."""
    before = {entry["id"] for entry in hub.entries()}
    call = hub.open("POST", CHAT, h.question("test/test:delay=2500,events=7"))
    serial = h.until(lambda: next((line["serial"] for line in hub.provider.lines() if "delay=2500,"
                                   "events=7" in (line.get("body") or "") and
                                   line["serial"] not in ENDED), None), "it is at the provider")
    ENDED.add(serial)
    left = time.monotonic()
    call.sock.close()
    end = h.until(lambda: next((line["end"] for line in hub.provider.lines() if "end" in line and
                                line["serial"] == serial), None), "the provider's answer ends")
    took = time.monotonic() - left

    def new():
        rows = [entry for entry in hub.entries() if entry["id"] not in before]
        return rows[0] if rows else None
    entry = h.until(new, "the entry")
    if end == "cancelled":
        h.require(took < 1, "cancelled only after", took, "s")
        h.equal((entry["outcome"], entry["output"]), ("aborted", 0), "the entry")
    else:
        h.equal((end, entry["output"]), ("finished", 7), "the entry")
        h.require(entry["outcome"] in ("done", "aborted"), "the entry", entry)
        saw(hub, "abort", "else at the end")


ENDED = set()  # serials of calls that were left


# ---- large bodies -----------------------------------------------------------------------------


def hub_processes(hub):
    """Those that run from the hub's own copy of the program."""
    program, found = str(hub.run_dir / "aihub.fcgi"), []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.readlink(f"/proc/{name}/exe") == program:
                found.append(name)
        except OSError:
            pass
    return found


class Peak:
    """The most memory that the hub's processes had during a call: the kernel's own high-water mark
    of each process, which misses nothing between two looks. It counts shared pages as well, so that
    the difference between two calls is never less than that in private memory. A process that
    ends is looked at until then; the provider's delay leaves time for that after the body."""

    def __init__(self, hub):
        self.hub, self.kb, self.over = hub, {}, False
        if hub.shape in h.CGI:
            h.until(lambda: not hub_processes(hub), "the process of the last call ends")
        for pid in hub_processes(hub):
            pathlib.Path(f"/proc/{pid}/clear_refs").write_text("5")  # VmHWM starts anew
        self.thread = threading.Thread(target=self.watch)

    def look(self):
        for pid in hub_processes(self.hub):
            try:
                status = pathlib.Path(f"/proc/{pid}/status").read_text()
            except OSError:
                continue
            if mark := re.search(r"^VmHWM:\s+(\d+) kB", status, re.M):
                self.kb[pid] = max(self.kb.get(pid, 0), int(mark[1]))

    def watch(self):
        while not self.over:
            self.look()
            time.sleep(0.005)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.look()
        self.over = True
        self.thread.join()

    @property
    def bytes(self):
        h.require(self.kb, "no process was seen")
        return sum(self.kb.values()) * 1024


def large_call(hub, size, chunked):
    """A chat request of so many bytes: the body that the provider got, and the hub's peak."""
    body = json.dumps(h.question("big/test:events=2,delay=400", "")).encode()
    body = body.replace(b'""', b'"' + b"x" * (size - len(body)) + b'"')
    sent, headers = body, []
    if chunked:
        step = 1 << 20
        parts = [body[at:at + step] for at in range(0, len(body), step)] + [b""]
        sent = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)
        headers = [("Transfer-Encoding", "chunked")]
    with Peak(hub) as peak:
        answer = hub.call("POST", CHAT, sent, headers=headers, timeout=60)
    h.expect(answer, 200, f"{size} bytes")
    return body, answer.header("x-request-id"), peak.bytes


@h.case(limit=240)
def large_bodies(hub):
    provider = h.Provider()  # of its own: it keeps what it gets
    try:
        hub.config["providers"]["big"] = hub.row(provider.url)
        hub.write_config()
        # The harness's provider takes any model, and would answer this one until the file is read.
        h.until(lambda: provider.find(hub.chat("big/test").header("x-request-id")), "the new provider")
        for chunked in (False, True):
            large_call(hub, 1000, chunked)
            *_, small = large_call(hub, 1000, chunked)
            body, id_, large = large_call(hub, LARGE, chunked)
            h.equal(len(body), LARGE, "bytes sent")
            h.require(provider.seen(id_)["body"] == body.decode().replace("big/", "", 1),
                      "the provider got something else")
            print(f"#   {hub.shape}: {LARGE / 1e6:.0f} MB, {'chunked' if chunked else 'whole'}: "
                  f"{(large - small) / 1e6:.1f} MB of memory more", flush=True)
            h.require(large - small <= MEMORY, "memory of the hub:", large - small, "bytes more")
    finally:
        provider.stop()
    saw(hub, "25 MB", "passes")


def picture_call(hub, path, model, size, **members):
    """A picture of so many bytes: the answer, and the hub's peak."""
    body = {"model": f"{model}:picture={size},delay=400", "prompt": "A tree", **members}
    with Peak(hub) as peak:
        answer = hub.call("POST", path, body, timeout=60)
    return h.expect(answer, 200, f"{path} {model} {members}"), peak.bytes


@h.case(limit=300)
def large_pictures(hub):
    """As they come, in an event, translated, and stored for a link."""
    hub.config["providers"]["google"] = {**hub.row(hub.provider.url.removesuffix("/v1") + "/v1beta"), "type": "gemini-compatible"}
    hub.write_config()
    h.until(lambda: hub.call("POST", IMAGES, {"model": "google/gemini-2.5-flash-image", "prompt": "A"}).status == 200,
            "the new provider")
    for path, model, members in ((IMAGES, "test/gpt-image-1", {}), (IMAGES, "test/gpt-image-1", {"stream": True}),
                                 (IMAGES, "google/gemini-2.5-flash-image", {}), ("/api/v2/image/generations", "test/gpt-image-1", {}),
                                 (IMAGES, "test/gpt-image-1", {"response_format": "url"})):
        picture_call(hub, path, model, 1000, **members)
        _, small = picture_call(hub, path, model, 1000, **members)
        answer, large = picture_call(hub, path, model, PICTURE, **members)
        if "response_format" in members:
            name = answer.json["data"][0]["url"].rpartition("/")[2]
            h.equal(len(h.expect(hub.get("/files/" + name, key=None), 200).content), PICTURE, "the file")
        else:
            h.require(len(answer.content) > PICTURE * 4 / 3, "bytes that came", len(answer.content))
        print(f"#   {hub.shape}: {path} {model} {members}: {(large - small) / 1e6:.1f} MB of memory more", flush=True)
        h.require(large - small <= MEMORY, "memory of the hub:", large - small, "bytes more")


# ---- large uploads ----------------------------------------------------------------------------


def large_upload(hub, model, size):
    """A form with a file of so many bytes: the answer, the file's digest, and the hub's peak."""
    file = b"RIFF" + bytes(range(256)) * (size // 256 + 1)
    file = file[:size]
    head = (f'--limit\r\nContent-Disposition: form-data; name="model"\r\n\r\n{model}\r\n--limit\r\n'
            'Content-Disposition: form-data; name="file"; filename="speech.wav"\r\n\r\n')
    with Peak(hub) as peak:
        answer = hub.call("POST", "/v1/audio/transcriptions", head.encode() + file + b"\r\n--limit--\r\n", timeout=60,
                          headers=[("Content-Type", "multipart/form-data; boundary=limit")])
    return answer, hashlib.sha256(file).hexdigest(), peak.bytes


@h.case(limit=240)
def large_uploads(hub):
    """25 MB go on from the disk; 100 MB are refused before they are read."""
    model = "test/gpt-4o-transcribe:delay=400"
    large_upload(hub, model, 1000)
    *_, small = large_upload(hub, model, 1000)
    answer, digest, large = large_upload(hub, model, LARGE)
    h.expect(answer, 200, "25 MB")
    sent = {part["name"]: part for part in hub.provider.seen(answer.header("x-request-id"))["parts"]}
    h.equal((sent["file"]["sha256"], sent["file"]["length"]), (digest, LARGE), "the file")
    print(f"#   {hub.shape}: a file of {LARGE / 1e6:.0f} MB: {(large - small) / 1e6:.1f} MB of memory more", flush=True)
    h.require(large - small <= MEMORY, "memory of the hub:", large - small, "bytes more")
    answer, _, large = large_upload(hub, model, UPLOAD_REFUSED)
    h.expect_error(answer, 413)
    h.require(large - small <= MEMORY, "memory of the hub that refuses:", large - small, "bytes more")
    h.require(hub.provider.find(answer.header("x-request-id")) is None, "the provider got it")
    h.equal([path.name for path in hub.data.iterdir() if "upload" in path.name or "spool" in path.name], [], "files left")


# ---- paths ------------------------------------------------------------------------------------


def is_servers_own(answer):
    """Whether a web server said this, not the hub."""
    return not (answer.header("content-type") or "").startswith("application/json")


PATHS = (
    ("/v1/models/test/test:events=2,gap=5", "test/test:events=2,gap=5"),
    ("/v1/models/test/a:b", "test/a:b"),
    ("/v1/models/test/a%3Ab", "test/a:b"),
    ("//v1//models//test/x", "test/x"),
    ("/v1/models/./test/y/../x", "test/x"),
    ("/v1/models/test/a%20b", "test/a b"),
    ("/v1/models/test/a%2Bb+c", "test/a+b+c"),
    ("/v1/models/test/100%25", "test/100%"),
    ("/v1/models/test/%C3%BC@%E2%82%AC", "test/\u00fc@\u20ac"),
    ("/v1/models/test/x;y=1&z", "test/x;y=1&z"),
    ("/v1/models/test/x.cgi", "test/x.cgi"),
    ("/v1/models/test/x.fcgi", "test/x.fcgi"),
    ("/v1/models/test/index.html", "test/index.html"),
)
SLASHED = (
    ("/v1/models/team%2Fbest", "team/best"),
    ("/v1/models/team%2fbest", "team/best"),
    ("/v1/models/test%2Fa%2Fb:c", "test/a/b:c"),
    ("//v1/models//test%2Fx", "test/x"),
)


def expect_paths(hub):
    for path, name in PATHS:
        answer = h.expect(hub.get(path), 200, path)
        h.equal(answer.json["id"], name, path)
    h.expect(hub.get("/v1/models/test/x?y=%2F//&z=%"), 200, "a query")
    for path, name in SLASHED:
        answer = hub.get(path)
        if hub.shape in h.NO_ENCODED_SLASH:
            h.equal((answer.status, is_servers_own(answer)), (404, True), path)
        else:
            h.equal(h.expect(answer, 200, path).json["id"], name, path)


@h.case()
def paths(hub):
    expect_paths(hub)
    saw(hub, "paths", "no `%2F`" if hub.shape in h.NO_ENCODED_SLASH else "as sent")


# What the samples say of a part of the host. lighttpd's must be told, as "base_path".
MOUNTS = {
    "lighttpd": [('("/" => ((', '("/ai/" => ((')],
    "lighttpd-socket": [('("/" => ((', '("/ai/" => ((')],
    "apache-fcgid": [('<Location "/">', '<Location "/ai">')],
    "apache-proxy": [('ProxyPass "/"', 'ProxyPass "/ai/"'), ('fcgi://hub/"', 'fcgi://hub/ai/"'),
                     ('<Location "/">', '<Location "/ai/">'),
                     ('SetEnvIf "true" "!SCRIPT_NAME"', 'SetEnvIf "true" SCRIPT_NAME "/ai"')],
    "nginx": [("location / {", "location /ai/ {"), ('SCRIPT_NAME ""', 'SCRIPT_NAME "/ai"')],
    "cgi": [('alias.url = ("/" => "@PROGRAM@/")\n',
             '$HTTP["url"] =~ "^/ai/" {\nalias.url = ("/ai/" => "@PROGRAM@/")\n'),
            ('("AIHUB_CONFIG" => "@CONFIG@")\n', '("AIHUB_CONFIG" => "@CONFIG@")\n}\n')],
    "apache-cgi": [('ScriptAlias "/" "@PROGRAM@/"', 'ScriptAlias "/ai" "@PROGRAM@"'),
                   ('<Location "/">', '<Location "/ai">')],
    "apache-htaccess": [],
}
TOLD_THE_PATH = ("lighttpd", "lighttpd-socket")
SAMPLES = h.TREE / "fcgi-conf"
HTACCESS = ((".htaccess", "htaccess"), ("aihub.cgi", "aihub.cgi"))  # of a directory: name, sample


class Mounted(h.Client):
    """Another web server before the same hub, as the sample says it for /ai alone."""

    def __init__(self, hub, shape, changes, files=()):
        self.hub, self.shape, self.key, self.base = hub, shape, hub.key, "/ai"
        self.dir = pathlib.Path(tempfile.mkdtemp(prefix="ai-", dir=hub.run_dir))
        self.port = h.free_port()
        for name in ("htdocs", "logs", "tmp", *(["htdocs/ai"] if files else [])):
            (self.dir / name).mkdir()
        if (hub.run_dir / "hub.sock").exists() and shape in TOLD_BY_THEMSELVES:
            (self.dir / "hub.sock").symlink_to(hub.run_dir / "hub.sock")
        sample = "lighttpd-cgi" if shape == "cgi" else shape
        self.write("server.conf", SAMPLES / f"{sample}.conf", changes)
        for name, source in files:
            self.write(f"htdocs/ai/{name}", SAMPLES / source)
            (self.dir / "htdocs/ai" / name).chmod(0o755)
        self.process = self.start()

    def write(self, name, sample, changes=()):
        text = sample.read_text()
        for old, new in changes:
            h.require(text.count(old) == 1, f"{old} stands {text.count(old)} times in", sample.name)
            text = text.replace(old, new)
        for word, value in (("DIR", self.dir), ("PROGRAM", self.hub.run_dir / "aihub.fcgi"),
                            ("CONFIG", self.hub.config_file), ("PORT", self.port),
                            ("MODULES", "/usr/lib/apache2/modules"), ("PROCS", 1), ("FDS", 1024)):
            text = text.replace(f"@{word}@", str(value))
        (self.dir / name).write_text(text)

    def start(self):
        conf = str(self.dir / "server.conf")
        words = {"nginx": ["nginx", "-g", "daemon off;", "-c", conf],
                 "apache": ["apache2", "-D", "FOREGROUND", "-f", conf]}
        name, *rest = words.get(self.shape.split("-")[0], ["lighttpd", "-D", "-f", conf])
        if name == "nginx":
            self.replace("daemon on;", "")
        who = self.hub.owner()
        if who:
            for path in (self.dir, *self.dir.rglob("*")):
                shutil.chown(path, who["user"], who["group"])
        path = shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin:/sbin")
        process = subprocess.Popen([path, *rest], cwd=self.dir, stdin=subprocess.DEVNULL,
                                   stdout=open(self.dir / "logs/start.log", "w"),
                                   stderr=subprocess.STDOUT, **who)
        try:
            h.until(lambda: self.listening() or process.poll() is not None, "it listens")
            h.require(process.poll() is None, "the web server does not start:",
                      (self.dir / "logs/start.log").read_text())
        except h.Failed:
            process.kill()
            raise
        return process

    def replace(self, old, new):
        conf = self.dir / "server.conf"
        conf.write_text(conf.read_text().replace(old, new))

    def listening(self):
        with h.socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        h.end_process(self.process)
        left = h.until_gone(self.dir)
        h.require(not left, "left behind:", left)


def expect_mounted(site):
    h.until(lambda: site.get("/healthz", key=None).status == 200, "it serves")
    expect_paths(site)
    h.expect(site.chat("team/best"), 200, "chat")
    answer = h.expect(site.chat("team/best", stream=True), 200, "a stream")
    h.require(answer.content.endswith(b"data: [DONE]\n\n"), "the end", answer.content)
    h.expect_error(site.get("/v1/nothing"), 404, code="unknown_url")
    site.base = ""
    outside = site.get("/v1/models")
    h.require(outside.status == 404 and is_servers_own(outside), "outside of /ai", outside.content)


@h.case()
def below_a_path(hub):
    told = hub.shape in TOLD_THE_PATH
    if told:
        hub.config["base_path"] = "/ai"
        hub.write_config()
    try:
        files = HTACCESS if hub.shape == "apache-htaccess" else ()
        with Mounted(hub, hub.shape, MOUNTS[hub.shape], files) as site:
            expect_mounted(site)
            if files:  # as it says: without mod_rewrite
                site.base = "/ai/aihub.cgi"
                h.expect(site.chat("team/best"), 200, "by the program's name")
    finally:
        if told:
            del hub.config["base_path"]
            hub.write_config()
    h.until(lambda: hub.get("/healthz", key=None).status == 200, "the old path")


# A host that has tuned mod_fcgid, with what apache-fcgid.conf says it needs.
TUNED = [
    ('LoadModule cgid_module "@MODULES@/mod_cgid.so"\n',
     'LoadModule fcgid_module "@MODULES@/mod_fcgid.so"\nFcgidOutputBufferSize 0\n'
     'FcgidMaxRequestLen 134217728\nFcgidIPCDir "@DIR@/tmp/fcgid"\n'
     'FcgidProcessTableFile "@DIR@/tmp/fcgid.table"\nMutex pthread default\n'
     'Mutex "flock:@DIR@/tmp" fcgid-pipe fcgid-proctbl\n'),
    ('ScriptSock "@DIR@/tmp/cgid.sock"\n', ""),
]


@h.case("apache-htaccess")
def htaccess_with_fcgid(hub):
    with Mounted(hub, hub.shape, TUNED, [(".htaccess", "htaccess-fcgid"),
                                         ("aihub.fcgi", "aihub.cgi")]) as site:
        h.until(lambda: site.get("/healthz", key=None).status == 200, "it serves")
        h.require(min(latest(site) for _ in range(3)) <= 100, "events are late")
        body = h.question("team/best", "x" * (3 << 20))
        h.expect(site.call("POST", CHAT, body), 200, "3 MB")
        expect_mounted(site)


# Where each process of Apache serves one request, programs are started by another module.
PREFORK = [
    ('LoadModule mpm_event_module "@MODULES@/mod_mpm_event.so"',
     'LoadModule mpm_prefork_module "@MODULES@/mod_mpm_prefork.so"'),
    ('LoadModule cgid_module "@MODULES@/mod_cgid.so"',
     'LoadModule cgi_module "@MODULES@/mod_cgi.so"'),
    ('ScriptSock "@DIR@/tmp/cgid.sock"\n', ""),
    ("ThreadsPerChild 64\n", ""),
]


@h.case("apache-htaccess")
def htaccess_under_prefork(hub):
    with Mounted(hub, hub.shape, PREFORK, HTACCESS) as site:
        h.until(lambda: site.get("/healthz", key=None).status == 200, "it serves")
        h.require(min(latest(site) for _ in range(3)) <= 100, "events are late")
        body = h.question("team/best", "x" * (3 << 20))
        h.expect(site.call("POST", CHAT, body), 200, "3 MB")
        expect_mounted(site)


COMPRESSING = [
    ('LoadModule cgid_module',
     'LoadModule filter_module "@MODULES@/mod_filter.so"\n'
     'LoadModule deflate_module "@MODULES@/mod_deflate.so"\nSetOutputFilter DEFLATE\n'
     'LoadModule cgid_module'),
]


@h.case("apache-htaccess")
def htaccess_where_all_is_compressed(hub):
    with Mounted(hub, hub.shape, COMPRESSING, HTACCESS) as site:
        h.until(lambda: site.get("/healthz", key=None).status == 200, "it serves")
        accept = [("Accept-Encoding", "gzip")]
        h.require(min(latest(site, accept) for _ in range(3)) <= 100, "events are late")


# ---- headers and errors -----------------------------------------------------------------------


def lost(answer, **wanted):
    """Which of these headers of an answer are not as wanted; True: any value will do."""
    names = [name.replace("_", "-") for name in wanted]
    return {name for name, value in zip(names, wanted.values())
            if not (answer.header(name) if value is True else answer.header(name) == value)}


@h.case()
def headers(hub):
    for name in ("X-Long", "Authorization", "Cookie"):
        key = [("x-api-key", hub.key), (name, "x" * HEADER)]
        if name == "Authorization":
            key = [(name, "Bearer " + " " * HEADER + hub.key)]
        h.expect(hub.get("/v1/models", key=None, headers=key), 200, f"{HEADER} bytes of {name}")
    h.expect(hub.get("/v1/models?key=" + hub.key, key=None), 200, "?key=")
    missing = set()
    poor = hub.new_key(hub.new_user("--credit", "0.002"))["key"]
    answer = h.expect(hub.chat("test/test", key=poor), 200)
    missing |= lost(answer, x_request_id=True, x_aihub_max_output=True,
                    content_type="application/json", content_length=str(len(answer.content)))
    answer = h.expect(hub.chat("test/test:text=300000"), 200)
    missing |= lost(answer, content_length=str(len(answer.content)))
    missing |= lost(hub.chat("test/test", stream=True), x_request_id=True, cache_control="no-cache",
                    content_type=True)
    missing |= lost(hub.get("/v1/models", key=None), www_authenticate="Bearer", x_request_id=True)
    missing |= lost(hub.call("PUT", CHAT, {}), allow="POST, OPTIONS")
    page = [("Origin", "https://app.example.org")]
    missing |= lost(hub.get("/v1/models", headers=page), access_control_allow_origin="*",
                    access_control_expose_headers=True)
    ask = [("Access-Control-Request-Method", "POST"),
           ("Access-Control-Request-Headers", "authorization, x-other")]
    answer = h.expect(hub.call("OPTIONS", CHAT, key=None, headers=page + ask), 204)
    missing |= lost(answer, access_control_allow_origin="*", access_control_max_age=True,
                    access_control_allow_methods="POST, OPTIONS",
                    access_control_allow_headers="authorization, x-other")
    missing |= lost(hub.get("/", headers=[("Accept", "text/html")]), vary="Accept")
    missing |= lost(hub.get("/healthz"), cache_control="no-store", x_request_id=True)
    h.require(not missing, "headers that are lost:", missing)
    saw(hub, "headers", "all")


@h.case()
def heads(hub):
    for path, status in (("/v1/models", 200), ("/healthz", 200), ("/", 200), (CHAT, 405),
                         ("/nothing", 404)):
        head, get = hub.call("HEAD", path), hub.get(path)
        h.equal((head.status, get.status), (status, status), path)
        h.equal(head.content, b"", path)
        h.equal(head.header("content-type"), get.header("content-type"), path)
        h.equal(lost(head, x_request_id=True), lost(get, x_request_id=True), path)


@h.case()
def errors(hub):
    once = hub.new_key(None, "--requests", "1/day")["key"]
    h.expect(hub.chat("test/test", key=once), 200)
    broke = hub.new_key(hub.new_user("--credit", "0"))["key"]
    large = b'{"x":"' + b"y" * BODY_LIMIT + b'"}'
    for status, code, answer in (
            (401, "invalid_api_key", hub.chat("test/test", key="sk-wrong")),
            (402, ..., hub.chat("test/test", key=broke)),
            (404, "unknown_url", hub.get("/nothing")),
            (405, "method_not_allowed", hub.call("DELETE", CHAT)),
            (413, "request_too_large", hub.call("POST", CHAT, large)),
            (415, ..., hub.call("POST", CHAT, b"x", headers=[("Content-Type", "text/plain")])),
            (429, ..., hub.chat("test/test", key=once)),
            (429, ..., hub.chat("test/test:status=429,retry=17")),
            (500, ..., hub.chat("test/test:status=500")),
            (502, ..., hub.chat("test/test:refuse")),
            (503, ..., hub.chat("test/test:status=503,retry=2", stream=True)),
            (504, ..., hub.chat("test/test:status=504"))):
        h.expect_error(answer, status, code=code)
        h.require(answer.complete and answer.content.endswith(b"}}"), "the end", answer.content)
        h.require(not lost(answer, x_request_id=True), f"{status} without x-request-id")
        if status == 429 or (status == 503 and code is ...):
            h.require(not lost(answer, retry_after=True), f"{status} without Retry-After")
    saw(hub, "errors", "unchanged")


@h.case(*TOLD_BY_THEMSELVES)
def hub_is_away(hub):
    """The web server says so itself, without the query in its logs, and reaches the next hub."""
    for pid in hub_processes(hub):
        os.kill(int(pid), h.signal.SIGTERM)
    h.until(lambda: not hub_processes(hub), "the hub ends")
    secret = "" if hub.shape in LOGS_QUERIES else hub.key
    answer = hub.get("/v1/models?key=" + secret, key=None)
    h.require(is_servers_own(answer) and answer.status in (502, 503), "status", answer.status)
    saw(hub, "errors", f"{answer.status} without a hub")
    subprocess.Popen([hub.run_dir / "aihub.fcgi", "--config", hub.config_file, "--listen",
                      f"unix:{hub.run_dir / 'hub.sock'}"], start_new_session=True,
                     stdin=subprocess.DEVNULL, **hub.owner())
    # lighttpd takes a hub that was away for away for a second.
    h.until(lambda: hub.get("/v1/models").status == 200, "the next one is reached", 3)


# ---- systemd ----------------------------------------------------------------------------------


def tool(name):
    path = shutil.which(name)
    if not path:
        raise h.Skip(f"{name} is not installed")
    return path


@h.case("lighttpd-socket", own=True)
def socket_of_systemd(_, provider):
    """As aihub.socket and aihub.service have it: the hub is started by the first request, with the
    socket as its descriptor 0, which stays when the hub ends."""
    with h.Bare(provider) as hub:
        hub.key = hub.new_key()["key"]
        for _ in range(2):
            hub.responders.append(subprocess.Popen(
                [tool("systemd-socket-activate"), "--inetd", "-l", hub.socket,
                 h.program("aihub.fcgi"), "--config", hub.config_file],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
            h.until(lambda: hub.chat("test/test").status == 200, "it serves")
            stream = h.expect(hub.chat("test/test", stream=True), 200)
            h.require(stream.content.endswith(b"data: [DONE]\n\n"), "the end of a stream")
            h.equal(h.end_process(hub.responders[-1]), 0, "exit status")
            h.require(hub.socket.exists(), "the socket is systemd's, and was removed")
        hub.check_ledger()


@h.case("lighttpd-socket", own=True)
def units_of_systemd(_, provider):
    site = h.Site(provider)
    try:
        for name in ("aihub.socket", "aihub.service"):
            text = (SAMPLES / name).read_text()
            text = text.replace("/usr/local/libexec/aihub/aihub.fcgi", h.program("aihub.fcgi"))
            (site.dir / name).write_text(text)
        done = subprocess.run([tool("systemd-analyze"), "verify", "--man=no", "./aihub.socket",
                               "./aihub.service"], cwd=site.dir, capture_output=True, text=True)
        h.equal((done.returncode, done.stdout + done.stderr), (0, ""), "systemd-analyze verify")
    finally:
        site.remove()


# ---- the table ----------------------------------------------------------------------------------


def rows():
    """README's table "The web servers": {shape: {column: text}}."""
    text = (h.TREE / "README.md").read_text()
    section = re.search(r"^## The web servers\n(.*?)^## ", text, re.M | re.S)[1]
    head, _, *lines = [line.strip("| ").split(" | ") for line in section.splitlines()
                       if line.startswith("|")]
    return {re.match(r"\[`([^`]+)`\]", line[0])[1]: dict(zip(head, line)) for line in lines}


@h.case(own=True)
def readme_says_so(shape, _):
    if os.environ.get("AIHUB_CASE"):
        raise h.Skip("only one case")
    row = rows().get(shape)
    h.require(row, "there is no row for", shape)
    seen = SEEN.get(shape, {})
    h.equal({column: row.get(column) for column in COLUMNS},
            {column: seen.get(column) for column in COLUMNS}, "README's row")


h.run(settings)
