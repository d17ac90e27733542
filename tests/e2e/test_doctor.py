#!/usr/bin/env python3
"""aihub doctor: it finds nothing behind the servers that quickstart configures, finds exactly what is
broken behind others, and its own lines, put into their configurations as they are, mend that."""
import contextlib
import hashlib
import http.client
import json
import os
import re
import shutil
import subprocess
import time

import harness as h

MODULES = "/usr/lib/apache2/modules"
MEND = "# mended:"  # where lines of the advice go


# ---- what quickstart configures ----------------------------------------------------------


def findings(rows):
    return sorted(row["check"] for row in rows if row.get("state") == "found")


def examine(site, url, *options, status=0):
    """The doctor's rows; it must end with that status."""
    done = site.command("--json", "doctor", url, *options, good=False)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    h.equal(done.returncode, status, f"status ({findings(rows)} {done.stderr.strip()})")
    h.require(not (site.data / "doctor").exists(), "the token's file is left")
    return rows


KINDS = {
    "lighttpd": "lighttpd",
    "lighttpd-socket": "lighttpd",
    "cgi": "lighttpd",
    "apache-fcgid": "Apache with mod_fcgid",
    "apache-proxy": "Apache with mod_proxy_fcgi",
    "apache-cgi": "Apache with CGI",
    "apache-htaccess": "Apache with CGI, by .htaccess",
    "nginx": "nginx",
}
NOTED = {"apache-htaccess": ["encoded-slash"]}  # which no .htaccess can mend


@h.case()
def finds_nothing(hub):
    rows = examine(hub, hub.env["AIHUB_URL"] + "/v1", "--silence", "3")
    states = {row["check"]: row["state"] for row in rows if "state" in row}
    h.equal({name: state for name, state in states.items() if state != "ok"},
            dict.fromkeys(NOTED.get(hub.shape, []), "note"), "checks that are not ok")
    h.equal(len(states), 21, "checks")
    h.equal((rows[0]["check"], rows[0]["places"][0]), ("hub", KINDS[hub.shape]), "where it is")


@h.case()
def writes_for_people(hub):
    done = hub.command("doctor", hub.env["AIHUB_URL"])
    for words, times in (("ok      a stream arrives event by event", 1),
                         ("note    %2F in a path", len(NOTED.get(hub.shape, []))),
                         ("FOUND", 0), ("Not tested, since it takes", 2)):
        h.equal(done.stdout.count(words), times, f"{words} in {done.stdout}")
    h.equal(done.stderr, "", "standard error")
    h.require(max(map(len, done.stdout.splitlines())) <= 110, "a line is too long", done.stdout)


# ---- strangers -----------------------------------------------------------------------------


def answer_of(hub, method, path, token=None, body=None):
    """What a stranger can tell apart."""
    headers = [("x-aihub-doctor", token)] if token is not None else []
    answer = hub.call(method, path, body, key=None, headers=headers)
    names = sorted({name.lower() for name, _ in answer.headers} -
                   {"content-length", "transfer-encoding"})  # Apache's, by its own pace
    return answer.status, names, answer.content


@contextlib.contextmanager
def token_file(hub, text):
    path, owner = hub.data / "doctor", hub.data.stat()
    path.write_text(text)
    os.chown(path, owner.st_uid, owner.st_gid)
    path.chmod(0o600)
    try:
        yield
    finally:
        path.unlink()


@h.case()
def strangers_find_nothing(hub):
    token = "0123456789abcdef" * 4
    digest, now = hashlib.sha256(token.encode()).hexdigest(), int(time.time())
    wrong = (None, "", "x", token[:-1], token + "0", token.upper())
    compare_with_unknown(hub, (*wrong, token))
    for held in ("", f"{digest[:-1]} {now + 100}\n", f"{digest}\n", f"{digest} {now - 1}\n"):
        with token_file(hub, held):
            compare_with_unknown(hub, (None, token))
    with token_file(hub, f"{digest} {now + 100}\n"):
        compare_with_unknown(hub, wrong)
        for method, path, status in (("GET", "/doctor/echo", 200), ("PUT", "/doctor/echo", 404),
                                     ("GET", "/doctor/x", 404), ("GET", "/doctor", 404),
                                     ("GET", "/doctor/stream?events=0", 400)):
            h.equal(answer_of(hub, method, path, token)[0], status, f"{method} {path}")


def compare_with_unknown(hub, tokens):
    for method, body in (("GET", None), ("HEAD", None), ("POST", b"x"), ("PUT", b"x")):
        unknown = answer_of(hub, method, "/nothing/echo", body=body)
        h.equal(unknown[0], 404, "an unknown path")
        for path in ("/doctor/echo", "/doctor/status?code=200", "/doctor"):
            for token in tokens:
                h.equal(answer_of(hub, method, path, token, body), unknown,
                        f"{method} {path} with token {token}")


@h.case("lighttpd")
def says_why_it_could_not_ask(hub):
    url = hub.env["AIHUB_URL"]
    for words, message in ((["doctor", f"http://127.0.0.1:{h.free_port()}"], "cannot be reached"),
                           (["doctor", url + "/elsewhere"], f"its paths begin at {url}: ask there"),
                           (["doctor", url.replace("http:", "https:")], "there is no TLS at this port"),
                           (["doctor"], "where do clients reach the hub"),
                           (["doctor", "example.org"], "must begin with http"),
                           (["doctor", url, "--silence", "0"], "no whole number"),
                           (["doctor", url, "--silence", "3601"], "at most 3600")):
        done = hub.command(*words, good=False)
        h.equal((done.returncode, done.stdout), (2, ""), f"{words} ({done.stderr})")
        h.require(message in done.stderr, message, "is not in", done.stderr)
    other = h.Site(hub.provider, {"url": url + "/"})
    try:
        done = other.command("doctor", good=False)
        h.require("has not run yet" in done.stderr, done.stderr)
        other.new_user()
        done = other.command("doctor", good=False)
        h.require("does not know" in done.stderr and done.returncode == 2, done.stderr)
        if h.is_root():
            other.give_to("www-data")
            done = subprocess.run([h.program("aihub"), "--config", other.config_file, "doctor"],
                                  capture_output=True, text=True, timeout=60)
            h.require("belongs to www-data" in done.stderr and done.returncode == 2, done.stderr)
    finally:
        other.remove()


# ---- broken web servers -----------------------------------------------------------------------


def find_server(name):
    path = shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin:/sbin")
    if not path:
        raise h.Skip(f"{name} is not installed")
    return path


LIGHTTPD = """
server.modules = ("mod_fastcgi", "mod_redirect")
server.bind = "127.0.0.1"
server.port = {port}
server.document-root = "{dir}/www"
server.errorlog = "{dir}/error.log"
server.upload-dirs = ("{dir}/tmp")
fastcgi.server = ("{mount}" => (("bin-path" => "{dir}/aihub.fcgi", "socket" => "{dir}/hub.sock",
    "max-procs" => 1, "check-local" => "disable", "fix-root-scriptname" => "enable",
    "bin-environment" => ("AIHUB_CONFIG" => "{config}"))))
{more}
# mended:
"""

APACHE = """
ServerRoot "{dir}"
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile "{dir}/apache.pid"
DefaultRuntimeDir "{dir}/tmp"
ErrorLog "{dir}/error.log"
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule alias_module {modules}/mod_alias.so
LoadModule setenvif_module {modules}/mod_setenvif.so
LoadModule mime_module {modules}/mod_mime.so
LoadModule rewrite_module {modules}/mod_rewrite.so
TypesConfig /dev/null
Mutex pthread default
{server}
<VirtualHost 127.0.0.1:{port}>
    DocumentRoot "{dir}/www"
    {more}
    # mended:
</VirtualHost>
"""

FCGID = """
LoadModule fcgid_module {modules}/mod_fcgid.so
Mutex "flock:{dir}/tmp" fcgid-pipe fcgid-proctbl
FcgidIPCDir "{dir}/tmp/fcgid"
FcgidProcessTableFile "{dir}/tmp/fcgid.table"
FcgidSpawnScore 0
"""

FCGID_HUB = """
    FcgidInitialEnv AIHUB_CONFIG "{config}"
    FcgidWrapper "{dir}/aihub.fcgi" virtual
    <Location "{base}">
        SetHandler fcgid-script
        Options +ExecCGI
        Require all granted
    </Location>
"""

CGID = """
LoadModule cgid_module {modules}/mod_cgid.so
LoadModule env_module {modules}/mod_env.so
ScriptSock "{dir}/tmp/cgid.sock"
"""

CGID_HUB = """
    ScriptAlias "{base}" "{dir}/aihub.fcgi/"
    <Location "{base}">
        SetEnv AIHUB_CONFIG "{config}"
        Require all granted
    </Location>
"""

PROXY = """
LoadModule proxy_module {modules}/mod_proxy.so
LoadModule proxy_fcgi_module {modules}/mod_proxy_fcgi.so
"""

NGINX = """
daemon off;
worker_processes 1;
pid {dir}/nginx.pid;
error_log {dir}/error.log;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {dir}/tmp/body;
    fastcgi_temp_path {dir}/tmp/fastcgi;
    proxy_temp_path {dir}/tmp/proxy;
    uwsgi_temp_path {dir}/tmp/uwsgi;
    scgi_temp_path {dir}/tmp/scgi;
    server {{
        listen 127.0.0.1:{port}{tls};
        root {dir}/www;
        {server}
        # mended:
        location {mount} {{
            {params}
            fastcgi_pass unix:{dir}/hub.sock;
            {more}
            # mended parameters:
        }}
    }}
}}
"""

HTACCESS = """
Options +ExecCGI
AddHandler fcgid-script .fcgi
RewriteEngine On
RewriteCond %{REQUEST_FILENAME} !-f
RewriteRule ^(.*)$ aihub.fcgi/$1 [QSA,L]
# mended:
"""


class Server(h.Site, h.Client):
    """A web server of a configuration of one's own, and the hub behind it."""

    def __init__(self, provider, config=None, listens=False, base="", scheme="http", place="."):
        """place: where the configuration and the data are, from the server's directory."""
        super().__init__(provider, config)
        if place != ".":
            (self.dir / place).mkdir(parents=True)
            for name in ("aihub.json", "provider.key"):
                (self.dir / name).rename(self.dir / place / name)
            self.config_file, self.data = (self.dir / place / name for name in ("aihub.json", "data"))
        self.listens, self.base, self.children = listens, base, []
        self.port = h.free_port()
        self.url = f"{scheme}://127.0.0.1:{self.port}{base}"
        for path in (self.dir / "www", self.dir / "tmp", self.data):
            path.mkdir(exist_ok=True)
        self.data.chmod(0o700)
        self.new_user()  # makes the ledger
        shutil.copy(h.program("aihub.fcgi"), self.dir)
        self.conf = self.dir / "server.conf"
        self.mended = self.conf  # the file that lines go into

    def fill(self, template, **more):
        return template.format(dir=self.dir, port=self.port, modules=MODULES, base=self.base or "/",
                               config=self.config_file, **more)

    def start(self, words):
        self.words = [find_server(words[0]), *words[1:]]
        if h.is_root():
            self.give_to("www-data")  # Apache does not serve as root
        if self.listens:
            self.run([self.dir / "aihub.fcgi", "--config", self.config_file, "--listen",
                      f"unix:{self.dir}/hub.sock"])
            h.until((self.dir / "hub.sock").exists, "the hub listens")
        self.run(self.words)
        h.until(self.listening, "the web server listens")
        return self

    def run(self, words):
        log = open(self.dir / "started.log", "a")
        self.children.append(subprocess.Popen(words, stdout=log, stderr=log, cwd=self.dir,
                                              **self.owner()))
        log.close()

    def listening(self):
        if any(child.poll() is not None for child in self.children):
            logs = [self.dir / name for name in ("started.log", "error.log")]
            raise h.Failed("".join(log.read_text() for log in logs if log.exists()))
        try:
            h.socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def halt(self):
        """Ends the web server before the hub, so that it starts no new one."""
        for child in reversed(self.children):
            h.end_process(child)
        self.children.clear()

    def restart(self):
        self.halt()
        (self.dir / "hub.sock").unlink(missing_ok=True)
        return self.start(self.words)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.halt()
        self.remove()

    def mend(self, rows, place=None):
        """Puts the advice into the configuration, as it says, and starts the server anew. Returns
        the checks for which it has no lines."""
        left, done = [], set()
        for row in rows:
            if row.get("state") != "found":
                continue
            advice = [one for one in row["mend"] if not place or place in one["place"]][0]
            if not advice["lines"]:
                h.require(advice["note"], "neither lines nor a note", row)
                left.append(row["check"])
            text = "\n".join(advice["lines"]).replace("@SOCKET@", f"{self.dir}/hub.sock")
            if text not in done:
                done.add(text)
                self.insert(text, "in the place of" in f"{advice['where']} {advice['note']}".lower())
        self.restart()
        return left

    def insert(self, text, replace):
        conf = self.mended.read_text()
        if replace and not text.startswith(("<", "location")):
            for line in text.splitlines():
                if "+=" in line or line.startswith("$"):
                    continue
                words = line.split()[:2 if line.startswith("fastcgi_param") else 1]
                name = r"[ \t]+".join(map(re.escape, words))
                conf = re.sub(rf"(?m)^[ \t]*{name}[ \t=].*\n", "", conf)
        owner, mark = self.mended.stat(), MEND
        if text.startswith("fastcgi_param"):
            mark = "# mended parameters:"
        self.mended.write_text(conf.replace(mark, f"{mark}\n{text}"))
        os.chown(self.mended, owner.st_uid, owner.st_gid)


def lighttpd(provider, more="", mount="/", **how):
    server = Server(provider, **how)
    server.conf.write_text(server.fill(LIGHTTPD, more=more, mount=mount))
    return server.start(["lighttpd", "-D", "-f", server.conf])


def apache(provider, modules, hub, **how):
    server = Server(provider, **how)
    server.conf.write_text(server.fill(APACHE, server=server.fill(modules), more=server.fill(hub)))
    return server.start(["apache2", "-D", "FOREGROUND", "-f", server.conf])


def nginx(provider, more="", server="", params="include /etc/nginx/fastcgi_params;", mount="/", **how):
    lines = {"more": more, "server": server, "params": params, "mount": mount, "tls": ""}
    server = Server(provider, listens=True, **how)
    server.conf.write_text(server.fill(NGINX, **lines))
    return server.start(["nginx", "-p", server.dir, "-e", server.dir / "error.log", "-c",
                         server.conf])


def found_and_mended(server, wanted, *options, place=None, left=()):
    """The doctor finds exactly that; its lines mend all of it but what it says cannot be."""
    rows = examine(server, server.url, *options, status=1)
    h.equal(findings(rows), sorted(wanted), "findings")
    for row in rows:
        if row.get("state") == "found":
            h.require(row["seen"] and row["means"] and row["mend"], "a finding without words", row)
    h.equal(sorted(server.mend(rows, place)), sorted(left), "what cannot be mended")
    again = examine(server, server.url, *options, status=1 if left else 0)
    h.equal(findings(again), sorted(left), "findings after it was mended")
    return rows


@h.case("lighttpd", own=True)
def lighttpd_holds_streams_back(_, provider):
    with lighttpd(provider) as server:
        found_and_mended(server, ["streaming"])


@h.case("lighttpd", own=True)
def lighttpd_wants_lengths(_, provider):
    with lighttpd(provider, "server.stream-response-body = 2\n"
                            "server.stream-request-body = 2") as server:
        found_and_mended(server, ["chunked"])


@h.case("lighttpd", own=True)
def lighttpd_is_narrow(_, provider):
    with lighttpd(provider, "server.stream-response-body = 2\nserver.max-request-size = 512\n"
                            "server.max-request-field-size = 4096\n"
                            'server.http-parseopts = ("url-path-2f-decode" => "disable", '
                            '"url-path-2f-reject" => "enable")') as server:
        rows = found_and_mended(server, ["body-size", "long-header", "encoded-slash"])
        seen = {row["check"]: row.get("seen") for row in rows}
        h.require("100000 bytes arrived, one of 1000000" in seen["body-size"] and
                  "413" in seen["body-size"], seen["body-size"])


@h.case("lighttpd", own=True)
def lighttpd_hands_out_files(_, provider):
    with lighttpd(provider, "server.stream-response-body = 2", mount="/ai", base="/ai",
                  place="www/private") as server:
        found_and_mended(server, ["config-public", "data-public", "key-public"])
        server.data.chmod(0o755)
        rows = examine(server, server.url, status=1)
        h.equal(findings(rows), ["data-mode"], "findings")
        lines = [line for row in rows for one in row.get("mend", []) for line in one["lines"]]
        h.equal(lines, [f"chmod 700 {server.data}"], "what mends it")
        server.data.chmod(0o700)
        key = server.config_file.parent / "provider.key"
        key.chmod(0o640)
        server.config_file.parent.chmod(0o777)
        rows = examine(server, server.url, status=1)
        h.equal(findings(rows), ["config-mode", "key-mode"], "findings")
        lines = [line for row in rows for one in row.get("mend", []) for line in one["lines"]]
        subprocess.run("; ".join(lines), shell=True, check=True)
        h.equal(findings(examine(server, server.url)), [], "findings after it was mended")


@h.case("lighttpd", own=True)
def web_servers_answers_are_explained(_, provider):
    """Usual causes of a web server's own status, and a hub that does not know where its paths are."""
    more = 'server.stream-response-body = 2\n$HTTP["url"] =~ "^/closed/" { url.access-deny = ("") }\n' \
           'server.modules += ("mod_access")'
    with lighttpd(provider, more, mount="/ai", base="/ai", config={"base_path": "/other"}) as server:
        for path, words, message in (
                ("/closed", "mod_security", "answers 403"),
                ("/nothing", "AllowOverride None", "answers 404"),
                ("/ai", '"base_path": "/ai",', "its base path is not known")):
            url = f"http://127.0.0.1:{server.port}{path}"
            done = server.command("doctor", url, good=False)
            h.equal(done.returncode, 2, f"status ({done.stderr})")
            h.require(words in done.stdout and message in done.stderr, path, done.stdout, done.stderr)
            done = server.command("--json", "doctor", url, good=False)
            h.equal([json.loads(line)["check"] for line in done.stdout.splitlines()], ["hint"], "JSON")


@h.case("apache-fcgid", own=True)
def fcgid_with_its_defaults(_, provider):
    with apache(provider, FCGID, FCGID_HUB) as server:
        found_and_mended(server, ["authorization", "body-size", "encoded-slash", "streaming"])


@h.case("apache-fcgid", own=True)
def fcgid_is_impatient(_, provider):
    more = FCGID_HUB + """
    FcgidOutputBufferSize 0
    FcgidMaxRequestLen 67108864
    FcgidIOTimeout 3
    AllowEncodedSlashes NoDecode
    """
    with apache(provider, FCGID, more) as server:
        found_and_mended(server, ["authorization", "silence"], "--silence", "6")


@h.case("apache-fcgid", own=True)
def fcgid_ends_the_busy(_, provider):
    more = FCGID_HUB + """
    FcgidOutputBufferSize 0
    FcgidMaxRequestLen 67108864
    FcgidBusyTimeout 2
    AllowEncodedSlashes NoDecode
    <Location "/">
        CGIPassAuth On
    </Location>
    """
    config = {"drain_seconds": 1}
    with apache(provider, FCGID + "FcgidBusyScanInterval 1\n", more, config=config) as server:
        found_and_mended(server, ["long-stream", "silence"], "--silence", "8")


@h.case("apache-cgi", own=True)
def cgi_with_its_defaults(_, provider):
    with apache(provider, CGID, CGID_HUB) as server:
        found_and_mended(server, ["authorization", "encoded-slash"])


@h.case("apache-cgi", own=True)
def cgi_behind_deflate(_, provider):
    deflate = "LoadModule filter_module {modules}/mod_filter.so\n" \
              "LoadModule deflate_module {modules}/mod_deflate.so\n"
    more = "SetOutputFilter DEFLATE\nTimeout 3\n"
    with apache(provider, CGID + deflate, CGID_HUB + more) as server:
        found_and_mended(server, ["authorization", "compression", "encoded-slash", "silence"],
                         "--silence", "6")


@h.case("apache-htaccess", own=True)
def htaccess(_, provider):
    """On a shared host: the directory is the user's, Apache's configuration is not."""
    host = "AddHandler none .none\n<Directory \"{dir}/www\">\n" \
           "AllowOverride FileInfo Options=ExecCGI\nRequire all granted\n</Directory>\n"
    server = Server(provider, base="/ai", place="www/ai")
    server.conf.write_text(server.fill(APACHE, server=server.fill(FCGID + CGID),
                                       more=server.fill(host)))
    (server.dir / "aihub.fcgi").rename(server.dir / "www/ai/aihub.fcgi")
    server.mended = server.dir / "www/ai/.htaccess"
    server.mended.write_text(HTACCESS)
    with server:
        server.start(["apache2", "-D", "FOREGROUND", "-f", server.conf])
        wanted = ["authorization", "body-size", "config-public", "data-public", "key-public",
                  "streaming"]
        rows = found_and_mended(server, wanted, place=".htaccess")
        h.equal([row["check"] for row in rows if row.get("state") == "note"], ["encoded-slash"], "notes")
        h.equal(rows[0]["places"], ["Apache with mod_fcgid, by .htaccess", "Apache with mod_fcgid"],
                "places")
        rows = examine(server, server.url)
        h.equal(rows[0]["places"], ["Apache with CGI, by .htaccess", "Apache with CGI"], "places")


PROXY_HUB = """
    ProxyPass "{base}" "unix:{dir}/hub.sock|fcgi://hub{base}"
"""


@h.case("apache-proxy", own=True)
def proxy_with_its_defaults(_, provider):
    server = Server(provider, listens=True)
    server.conf.write_text(server.fill(APACHE, server=server.fill(PROXY),
                                       more=server.fill(PROXY_HUB)))
    with server.start(["apache2", "-D", "FOREGROUND", "-f", server.conf]):
        found_and_mended(server, ["authorization", "encoded-slash", "streaming"])


OTHER_SITE = """
<VirtualHost 127.0.0.1:{port}>
    ServerName other.example
    DocumentRoot "{dir}/www"
    <Directory "{dir}/www">
        Require all granted
    </Directory>
</VirtualHost>
"""


def beside_another_site(provider, shape, part=None):
    """The sample's part "The hub" inside of a <VirtualHost>, as its head says; the site beside it is left
    alone. part: pairs of texts by which the hub gets a part of its site only."""
    with Server(provider, listens=shape == "apache-proxy", base="/ai" if part else "") as server:
        sample = (h.TREE / f"fcgi-conf/{shape}.conf").read_text()
        for word, value in {"DIR": server.dir, "PROGRAM": server.dir / "aihub.fcgi", "PORT": server.port,
                            "CONFIG": server.config_file, "MODULES": MODULES, "PROCS": 2}.items():
            sample = sample.replace(f"@{word}@", str(value))
        before, hub = sample.split("# ---- The hub", 1)
        for old, new in part or []:
            h.require(old in hub, f"the sample has no {old}")
            hub = hub.replace(old, new)
        for name in ("htdocs", "logs"):
            (server.dir / name).mkdir()
        (server.dir / "www/index.txt").write_text("the other site")
        server.conf.write_text(f"{before}<VirtualHost 127.0.0.1:{server.port}>\nServerName hub.example\n"
                               f"# {hub}</VirtualHost>\n{server.fill(OTHER_SITE)}")
        server.start(["apache2", "-D", "FOREGROUND", "-f", server.conf])
        examine(server, server.url)
        for path, status in (("/index.txt", 200), ("/readyz", 404), ("/ai/readyz", 404)):
            answer = http_get(server.port, path, "other.example")
            h.equal(answer[0], status, f"{path} of the other site")
            h.require(b"aihub" not in answer[1], "the hub answers there", answer)


def http_get(port, path, host):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers={"Host": host})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


@h.case("apache-proxy", own=True)
def proxy_beside_another_site(_, provider):
    beside_another_site(provider, "apache-proxy")
    beside_another_site(provider, "apache-proxy", [
        ('ProxyPass "/"', 'ProxyPass "/ai/"'), ("fcgi://hub/", "fcgi://hub/ai/"),
        ('<Location "/">', '<Location "/ai/">'), ('"!SCRIPT_NAME"', 'SCRIPT_NAME "/ai"')])


@h.case("apache-fcgid", own=True)
def fcgid_beside_another_site(_, provider):
    beside_another_site(provider, "apache-fcgid")
    beside_another_site(provider, "apache-fcgid", [('<Location "/">', '<Location "/ai">')])


@h.case("apache-cgi", own=True)
def cgi_beside_another_site(_, provider):
    beside_another_site(provider, "apache-cgi")
    beside_another_site(provider, "apache-cgi", [('ScriptAlias "/"', 'ScriptAlias "/ai"'), ('aihub.fcgi/"', 'aihub.fcgi"'),
                                                 ('<Location "/">', '<Location "/ai">')])


@h.case("nginx", own=True)
def nginx_with_its_defaults(_, provider):
    with nginx(provider) as server:
        found_and_mended(server, ["body-size"])


@h.case("nginx", own=True)
def nginx_hands_out_files(_, provider):
    """The lines shut exactly the key; for a name that is more than itself in a pattern there are none."""
    with nginx(provider, server="client_max_body_size 64m;", mount="/ai", base="/ai",
               place="www/private", config={"base_path": "/ai"}) as server:
        rows = found_and_mended(server, ["config-public", "data-public", "key-public"])
        lines = [row["mend"][0]["lines"] for row in rows if row["check"] == "key-public"]
        h.equal(lines, [["location ~ ^/private/(provider[.]key)$ { deny all; }"]], "lines")
        key = server.config_file.parent / "provider.key"
        key.rename(key.with_name("my (first) secret"))
        server.config_file.write_text(server.config_file.read_text().replace("provider.key", "my (first) secret"))
        rows = examine(server, server.url, status=1)
        h.equal([(row["check"], row["mend"][0]["lines"]) for row in rows if row.get("state") == "found"],
                [("key-public", [])], "findings")


@h.case("nginx", own=True)
def nginx_against_the_hub(_, provider):
    more = """
            fastcgi_ignore_headers X-Accel-Buffering;
            fastcgi_read_timeout 3s;
            fastcgi_intercept_errors on;
            error_page 402 429 500 /error.html;
            fastcgi_param HTTP_AUTHORIZATION "";
    """
    params = h.pathlib.Path("/etc/nginx/fastcgi_params").read_text().replace("$request_uri",
                                                                             "$uri$is_args$args")
    with nginx(provider, more, "large_client_header_buffers 4 2k;", params) as server:
        found_and_mended(server, ["answers", "authorization", "body-size", "double-slash",
                                  "encoded-slash", "long-header", "silence", "streaming"],
                         "--silence", "6")


@h.case("nginx", own=True)
def certificates(_, provider):
    """One that is not to be trusted is a finding; it is trusted once its authority is."""
    server = Server(provider, listens=True, scheme="https")
    openssl = find_server("openssl")
    subprocess.run([openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                    "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
                    server.dir / "tls.key", "-out", server.dir / "tls.crt"], check=True,
                   capture_output=True)
    lines = f"ssl_certificate {server.dir}/tls.crt;\n ssl_certificate_key {server.dir}/tls.key;" \
            "\n client_max_body_size 64m;"
    server.conf.write_text(server.fill(NGINX, more="", server=lines, mount="/", tls=" ssl",
                                       params="include /etc/nginx/fastcgi_params;"))
    with server.start(["nginx", "-p", server.dir, "-e", server.dir / "error.log", "-c",
                       server.conf]):
        rows = examine(server, server.url, status=1)
        h.equal(findings(rows), ["certificate"], "findings")
        h.require("SSL_CERT_FILE" in rows[0]["mend"][0]["note"], "the advice", rows)
        os.environ["SSL_CERT_FILE"] = str(server.dir / "tls.crt")
        try:
            h.equal(findings(examine(server, server.url)), [], "findings")
        finally:
            del os.environ["SSL_CERT_FILE"]
        done = server.command("doctor", server.url.replace("https", "http"), good=False)
        h.equal(done.returncode, 2, "http where https is wanted")


@h.case("lighttpd", own=True)
def redirects_are_told(_, provider):
    with lighttpd(provider, 'url.redirect = ("^/old(.*)" => "http://127.0.0.1/new$1")') as server:
        done = server.command("doctor", server.url + "/old", good=False)
        h.equal(done.returncode, 2, "status")
        h.require("redirects to http://127.0.0.1/new" in done.stderr, done.stderr)


h.run()
