#!/usr/bin/env python3
"""A data directory that cannot be used: the hub says 503, goes on, and serves again when it is
cured, without being started anew."""
import os
import signal

import harness as h
from spoiled import SETTINGS, fill, lock, ok, reached, site, small_disk, somebody


def expect_unavailable(hub, log_words):
    """All that needs the ledger is 503 in OpenAI's shape; the rest goes on."""
    for answer in (hub.chat("test/test"), hub.chat("test/test", stream=True)):
        error = h.expect_error(answer, 503, "api_error", "unavailable")
        h.require(str(hub.dir) not in error["message"], "a path of the server goes out", error)
    ready = hub.get("/readyz", key=None)
    h.equal((ready.status, ready.json["status"]), (503, "unavailable"), "/readyz")
    h.equal(hub.get("/healthz", key=None).status, 200, "/healthz")
    h.until(lambda: log_words in hub.log(), f"{log_words!r} in the log")


def expect_recovery(hub):
    h.until(lambda: hub.chat("test/test").status == 200, "it serves again", 10)
    h.equal(hub.get("/readyz", key=None).status, 200, "/readyz")
    h.expect(hub.chat("test/test", stream=True), 200)
    hub.check_ledger()


@h.case("lighttpd-socket", own=True)
def not_writable(_, provider):
    with site(provider) as hub:
        hub.data.chmod(0o500)
        hub.respond(**somebody())
        reached(hub)
        expect_unavailable(hub, "annot write")
        hub.data.chmod(0o700)
        expect_recovery(hub)


@h.case("lighttpd-socket", own=True)
def uploads_below_the_floor(_, provider):
    """Nothing is kept of an upload where calls are refused; a stranger's is refused before it is read."""
    with site(provider) as hub:
        hub.config["disk_floor_mb"] = 1 << 20
        hub.write_config()
        hub.respond(**somebody())
        reached(hub)
        head = "--b\r\nContent-Disposition: form-data; name="
        form = (f'{head}"model"\r\n\r\ntest/whisper-1\r\n{head}"file"; filename="a.wav"\r\n\r\n'.encode()
                + bytes(20 << 20) + b"\r\n--b--\r\n")

        def upload(key):
            return hub.call("POST", "/v1/audio/transcriptions", form, key=key,
                            headers=[("Content-Type", "multipart/form-data; boundary=b")])
        for key in None, "sk-wrong":
            h.expect_error(upload(key), 401)
        h.require("upload:" not in hub.log(), "a stranger's file was to be kept", hub.log())
        h.expect_error(upload(hub.key), 503, code="no_space")
        h.require("upload: a file cannot be kept" in hub.log(), "not in the log", hub.log())


@h.case("lighttpd-socket", own=True)
def not_to_be_made(_, provider):
    """The directory is not there, and the one above it is not ours."""
    with site(provider) as hub:
        moved = hub.dir / "moved"
        hub.data.rename(moved)
        (hub.dir / "locked").mkdir(mode=0o500)
        if h.is_root():
            hub.give_to("nobody")
        hub.config["data_dir"], hub.data = "locked/data", hub.dir / "locked/data"
        hub.write_config()
        hub.respond(**somebody())
        reached(hub)
        expect_unavailable(hub, "there is none in")
        (hub.dir / "locked").chmod(0o700)
        moved.rename(hub.data)
        expect_recovery(hub)


@h.case("lighttpd-socket", own=True)
def of_another_user(_, provider):
    if not h.is_root():
        raise h.Skip("only root can give a directory away")
    with site(provider) as hub:
        os.chown(hub.data, 0, 0)
        hub.data.chmod(0o777)
        hub.respond(**somebody())
        reached(hub)
        expect_unavailable(hub, "belongs to user 0")
        hub.data.chmod(0o700)
        hub.give_to("nobody")
        expect_recovery(hub)


@h.case("lighttpd-socket", own=True)
def locked_elsewhere(_, provider):
    with site(provider) as hub:
        held = lock(hub.data / "lock")
        os.pwrite(held, b"process 1 on elsewhere\n", 0)
        os.ftruncate(held, 23)
        hub.respond(**somebody())
        reached(hub)
        start = h.now_us()
        expect_unavailable(hub, "locked by process 1 on elsewhere")
        h.require(h.now_us() - start < 25e6, "each call waits too long")
        os.close(held)
        expect_recovery(hub)


@h.case("cgi", own=True)
def locked_elsewhere_under_cgi(shape, provider):
    with h.Hub(shape, provider, SETTINGS) as hub:
        held = lock(hub.data / "lock")
        expect_unavailable(hub, "locked by")
        os.close(held)
        expect_recovery(hub)


@h.case("lighttpd-socket", own=True, limit=120)
def full(_, provider):
    with small_disk(provider) as hub:
        hub.respond()
        reached(hub)
        h.until(lambda: hub.chat("test/test").status == 200, "served with room on the disk")
        running = hub.stream("test/test:events=60,gap=50")
        events = running.events()
        next(events)
        fill(hub)
        h.until(lambda: hub.chat("test/test").status == 503, "calls are refused", 10)
        fill(hub)
        expect_unavailable(hub, "disk is full")
        h.equal([event for _, event in events][-1], b"data: [DONE]\n\n", "the stream that ran")
        (hub.data / "filler").unlink()
        expect_recovery(hub)
        h.equal(hub.entry(running.header("x-request-id"))["output"], 60, "its entry")


@h.case("lighttpd-socket", own=True, limit=120)
def killed_on_a_full_disk(_, provider):
    with small_disk(provider) as hub:
        first = hub.respond()
        reached(hub)
        good = h.until(lambda: ok(hub.chat("test/test")), "served with room on the disk")
        fill(hub)
        h.until(lambda: hub.chat("test/test").status == 503, "calls are refused", 10)
        fill(hub)
        first.send_signal(signal.SIGKILL)
        first.wait()
        hub.respond()
        reached(hub)
        expect_unavailable(hub, "disk is full")
        (hub.data / "filler").unlink()
        expect_recovery(hub)
        h.equal(hub.entry(good.header("x-request-id"))["outcome"], "done", "the entry")


@h.case("lighttpd-socket", own=True, limit=120)
def ended_on_a_full_disk(_, provider):
    """SIGTERM while the disk is full must not spoil the database."""
    with small_disk(provider) as hub:
        first = hub.respond()
        reached(hub)
        h.until(lambda: ok(hub.chat("test/test")), "served with room on the disk")
        fill(hub)
        h.until(lambda: hub.chat("test/test").status == 503, "calls are refused", 10)
        fill(hub)
        served = hub.log().count("outcome=done")
        h.equal(h.end_process(first), 0, "exit status")
        fill(hub)
        hub.respond()
        reached(hub)
        h.equal(hub.chat("test/test").status, 503, "status")
        (hub.data / "filler").unlink()
        expect_recovery(hub)
        h.until(lambda: sum(entry["outcome"] == "done" for entry in hub.entries()) ==
                hub.log().count("outcome=done") > served, "each answered call is an entry")


h.run()
