"""AIGNE's command line gets a key by itself and tells of it; its library lists the models. It asks for the
account by HTTPS whatever address it was given, so what it sees is a hub with a certificate."""
import html
import json
import os
import pathlib
import pty
import re
import select
import socket
import ssl
import subprocess
import threading
import time
import urllib.parse
import urllib.request

import agents
import harness as h

CLIENTS = ("aigne-cli",)
PASSWORD = "correct horse"


class Certified:
    """The hub with TLS before it, as on most sites."""

    def __init__(self, hub, directory):
        self.hub, self.certificate = hub, directory / "certificate.pem"
        key = directory / "certificate.key"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                        "-nodes", "-keyout", key, "-out", self.certificate, "-days", "2",
                        "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
                       check=True, capture_output=True, timeout=60)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(self.certificate, key)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                plain, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.relay, args=(plain,), daemon=True).start()

    def relay(self, plain):
        """One connection, both ways, until either side ends it."""
        try:
            with self.context.wrap_socket(plain, server_side=True) as client, \
                    socket.create_connection(("127.0.0.1", self.hub.port)) as server:
                while True:
                    ready = [client] if client.pending() else select.select([client, server], [], [])[0]
                    for source in ready:
                        data = source.recv(65536)
                        if not data:
                            return
                        (server if source is client else client).sendall(data)
        except OSError:
            pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.listener.close()


class Browser:
    """What the command line opens pages with: notes their address, and answers as a person would."""

    def __init__(self, place, site):
        self.noted, self.program = place.dir / "opened", place.dir / "browser"
        self.program.write_text(f'#!/bin/sh\nprintf "%s" "$1" >"{self.noted}.new"\n'
                                f'mv "{self.noted}.new" "{self.noted}"\n')
        self.program.chmod(0o755)
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=site.certificate)))

    def page(self):
        h.until(self.noted.exists, "the page is opened")
        return self.noted.read_text()

    def show(self, fields=None):
        """The page's text; fields: what is typed into its form."""
        body = urllib.parse.urlencode(fields).encode() if fields else None
        with self.opener.open(self.page(), body, timeout=30) as answer:
            return html.unescape(answer.read().decode())


def variables(place, site, browser=None):
    env = {"PATH": os.environ["PATH"], "HOME": str(place.home),
           "NODE_EXTRA_CA_CERTS": str(site.certificate)}
    return {**env, "BROWSER": str(browser.program)} if browser else env


def new_user(hub, *options):
    name = hub.new_user(*options)
    done = subprocess.run([h.program("aihub"), "--config", hub.config_file, "user", "password", name],
                          input=PASSWORD + "\n", text=True, capture_output=True, timeout=60,
                          **hub.owner())
    h.require(done.returncode == 0, "user password:", done.stderr)
    return name


def connect(hub, place, site):
    """`aigne hub connect`, while a person logs in on the page that it opens."""
    name = new_user(hub, "--credit", "1234.5")
    browser = Browser(place, site)
    process = subprocess.Popen([agents.BIN / "aigne", "hub", "connect", site.url], cwd=place.work,
                               env=variables(place, site, browser), stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        h.require("AIGNE CLI" in browser.show(), "the page names the program")
        said = browser.show({"username": name, "password": PASSWORD, "answer": "allow"})
        h.require("Connected" in said, said)
        said = process.communicate(timeout=60)[0]
    finally:
        process.kill()
        process.wait()
    h.require(f"{site.url} connected successfully" in said, said)
    keys = hub.ask("key", "list", name)
    h.equal([key["name"] for key in keys], ["AIGNE CLI"], "the user's keys")
    return name


def choose_first(place, site, *words):
    """Runs a command that asks which hub is meant, and takes the first."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(place.work)
        os.execve(words[0], [str(word) for word in words], {**variables(place, site), "TERM": "xterm"})
    said, answered, deadline = "", False, time.monotonic() + 60
    while time.monotonic() < deadline and select.select([terminal], [], [], 60)[0]:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # the terminal is closed
            break
        said += data.decode(errors="replace")
        if not answered and "Choose a hub" in said:
            answered = bool(os.write(terminal, b"\r"))
    os.close(terminal)
    os.waitpid(pid, 0)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", said)


def command_line(hub):
    with agents.Place(hub) as place, Certified(hub, place.dir) as site:
        (place.home / ".aigne").mkdir()  # where it keeps keys; only its other commands make it
        name = connect(hub, place, site)
        listed = place.run([agents.BIN / "aigne", "hub", "list"], **variables(place, site))
        h.require(site.url in listed and "YES" in listed, listed)
        said = choose_first(place, site, agents.BIN / "aigne", "hub", "status")
        for wanted in (f"Hub: +{site.url}", "Status: +Connected", f"Name: +{name}", "Total: +1,234",
                       "Used: +0"):
            h.require(re.search(wanted, said), wanted, "is not in", said)


def library(hub):
    with agents.Place(hub) as place, Certified(hub, place.dir) as site:
        script = pathlib.Path(os.environ["CLIENTS_INSTALLED"]) / "sdk_aigne.mjs"
        said = place.run(["node", script], **variables(place, site), AIGNE_HUB_API_URL=site.url)
        found = json.loads(said)
        models = {row["model"]: row for row in found["chat"]}
        h.require("words" in models and models["words"]["status"]["available"] is True, said)
        h.equal(sorted(row["model"] for row in found["image"]), ["old-pictures", "pictures"], "those of pictures")
        h.equal(found["video"], [], "those that the hub has not")


def cases(_client, hub):
    if hub.dialect != "chat":  # nothing of this goes to a provider
        return []
    return [("connects, lists, tells the account", lambda: command_line(hub)),
            ("lists the models", lambda: library(hub))]
