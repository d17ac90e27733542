"""Operators' mistakes, broken machines, and killed processes: each row has a site of its own."""
import glob
import os
import shutil
import signal
import subprocess
import time

import harness as h
from processes import keeper_of, responders, slot_of
from spoiled import fill, ok, reached, small_disk, somebody
from table import Cells, row, say_entry, say_plain, say_stream, seconds_until_good

SETTINGS = {"log": "hub.log", "cache_kb": 1024, "disk_floor_mb": 4, "keep_alive": 1}
CALLS = 30        # in a ledger that is going to be damaged
TABLES = ("meta", "users", "usernames", "keys", "keyhashes", "entries", "userentries", "usage", "payments",
          "answers")
BODY_SECONDS = 2


def told(hub):
    """What calls get while it is broken: a plain one and a stream."""
    return Cells(say_plain(hub.chat("test/test")), say_stream(hub.chat("test/test", stream=True)))


def mended(hub, cells, since):
    cells.normal = seconds_until_good(hub, since)
    hub.check_ledger()
    return cells


def nothing_lost(hub, ids):
    """Each answered call has its entry, and all sums agree."""
    h.until(lambda: ids <= {row_["id"] for row_ in hub.entries() if row_["outcome"] == "done"}, "the entries")
    hub.check_ledger()


def site(bench, **settings):
    return h.Bare(bench.provider, {**SETTINGS, **settings})


def begin(hub, **how):
    responder = hub.respond(**how)
    reached(hub)
    hub.user = hub.new_user("--credit", "5")
    hub.key = hub.new_key(hub.user)["key"]
    return responder


# ---- the operator's files -------------------------------------------------------------------


@row("machine", "the configuration is broken while the hub runs", 2)
def broken_configuration(bench):
    with h.Hub(bench.shape, bench.provider, SETTINGS) as hub:
        if bench.shape in h.CGI:
            raise h.Skip("a process for each request has no old configuration")
        hub.write_config("{")
        h.until(lambda: "reason" in hub.get("/readyz").json and "aihub.json" in hub.log(), "it is said")
        cells = told(hub)
        hub.write_config()
        since = time.monotonic()
        h.until(lambda: "reason" not in hub.get("/readyz").json, "it is mended")
        mended(hub, cells, since)
        cells.charged = say_entry(hub.entries()[1])
        return cells


@row("machine", "the log and its directory are gone", 0.5, ("lighttpd",))
def log_gone(bench):
    with site(bench, log="logs/hub.log") as hub:
        (hub.dir / "logs").mkdir()
        begin(hub)
        shutil.rmtree(hub.dir / "logs")
        since = time.monotonic()
        cells = told(hub)
        cells.charged = say_entry(hub.entries()[-1])
        return mended(hub, cells, since)


@row("machine", "the log cannot be written", 0.5, ("lighttpd",))
def log_not_writable(bench):
    with site(bench, log="logs/hub.log") as hub:
        (hub.dir / "logs").mkdir(mode=0o500)
        hub.data.mkdir(mode=0o700)
        if h.is_root():
            hub.give_to("nobody")
        with open(hub.dir / "stderr", "w") as errors:
            begin(hub, stderr=errors, **somebody())
        since = time.monotonic()
        cells = told(hub)
        cells.charged = say_entry(hub.entries()[-1])
        h.require("outcome=done" in (hub.dir / "stderr").read_text(), "standard error has no log either")
        return mended(hub, cells, since)


@row("machine", "the clock steps back by 50 minutes, then the keeper is killed", 2, ("lighttpd",))
def clock_steps_back(bench):
    """A key for 5 requests an hour still has 5, though the clock shows the hour before."""
    libraries = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
    if not libraries:
        raise h.Skip("faketime is not installed")
    with site(bench) as hub:
        clock = hub.dir / "clock"
        clock.write_text("@2027-03-01 12:30:00\n")
        env = {**os.environ, "LD_PRELOAD": libraries[0], "FAKETIME_TIMESTAMP_FILE": str(clock), "TZ": "UTC",
               "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        begin(hub, env=env)
        key = hub.new_key(hub.user, "--requests", "5/hour")["key"]
        h.equal([hub.chat("test/test", key=key).status for _ in range(6)], [200] * 5 + [429], "before")
        clock.write_text("@2027-03-01 11:40:00\n")
        h.equal([hub.chat("test/test", key=key).status for _ in range(3)], [429] * 3, "after the step")
        keeper = hub.responders[-1]
        keeper.kill()
        keeper.wait()
        since = time.monotonic()
        hub.respond(env=env)
        normal = seconds_until_good(hub, since)
        cells = Cells(say_plain(hub.chat("test/test", key=key)), say_stream(hub.chat("test/test", key=key, stream=True)))
        h.equal(cells.plain[:3], "429", "with the next keeper")
        cells.normal, cells.charged = normal, "5 requests in the hour"
        return mended(hub, cells, since)


# ---- the disk -------------------------------------------------------------------------------


@row("machine", "the disk is full", 3, ("lighttpd",))
def disk_full(bench):
    with small_disk(bench.provider) as hub:
        hub.respond()
        reached(hub)
        good = h.until(lambda: ok(hub.chat("test/test")), "served with room on the disk")
        fill(hub)
        h.until(lambda: hub.chat("test/test").status == 503, "calls are refused")
        fill(hub)
        cells = told(hub)
        cells.charged = "nothing, no entry"
        h.require("disk is full" in hub.log(), "the log does not say so")
        (hub.data / "filler").unlink()
        since = time.monotonic()
        mended(hub, cells, since)
        nothing_lost(hub, {good.header("x-request-id")})
        return cells


def on_a_data_directory(what, within, spoil, mend, words):
    """Spoiled before a responder starts, which cannot use it; mended while that runs."""
    @row("machine", what, within, ("lighttpd",))
    def function(bench):
        if not h.is_root():
            raise h.Skip("only root can give a directory away")
        with site(bench) as hub:
            hub.data.mkdir(mode=0o700)
            hub.give_to("nobody")
            first = begin(hub, **somebody())
            h.end_process(first)
            spoil(hub)
            hub.respond(**somebody())
            reached(hub)
            cells = told(hub)
            cells.charged = "nothing, no entry"
            h.until(lambda: words in hub.log(), f"{words!r} in the log")
            mend(hub)
            return mended(hub, cells, time.monotonic())


def give_away(hub):
    os.chown(hub.data, 0, 0)
    hub.data.chmod(0o777)


def take_back(hub):
    hub.data.chmod(0o700)
    hub.give_to("nobody")


on_a_data_directory("the data directory is not writable (mode 0500)", 2, lambda hub: hub.data.chmod(0o500),
                    lambda hub: hub.data.chmod(0o700), "annot write")
on_a_data_directory("the data directory belongs to somebody else", 2, give_away, take_back, "belongs to user 0")


# ---- damage ---------------------------------------------------------------------------------


def in_turn(bench, names, damage):
    """Damages one thing after the other while no process runs, and puts it back if calls are refused. Either sums and
    entries are all there, or calls get 503 and the log says what to do; calls are never answered on wrong sums."""
    with site(bench) as hub:
        responder = begin(hub)
        ids = {hub.chat("test/test:events=1").header("x-request-id") for _ in range(CALLS)}
        nothing_lost(hub, ids)
        fates, worst = set(), Cells()
        for name in names:
            responder.kill()
            responder.wait()
            copy = hub.dir / "copy"
            shutil.copytree(hub.data / "db", copy)
            damage(hub, name)
            mark, since = len(hub.log()), time.monotonic()
            responder = hub.respond()
            reached(hub)
            ids |= settled_or_refused(hub)
            cells = told(hub)
            h.require(responder.poll() is None, name, "ends the responder")
            fates.add((cells.plain, cells.stream))
            if cells.plain.startswith("503"):
                h.until(lambda: "put back a copy" in hub.log()[mark:], f"the log says what to do about {name}")
                since = put_back(hub, copy)
            else:
                h.equal((cells.plain, cells.stream), ("200, the answer", "200, all of it"), name)
            worst.normal = max(worst.normal, seconds_until_good(hub, since))
            nothing_lost(hub, ids)
            shutil.rmtree(copy)
        worst.plain, worst.stream = ("; or ".join(sorted({fate[i] for fate in fates})) for i in (0, 1))
        worst.charged = "all that was, the sums agree"
        return worst


def settled_or_refused(hub):
    """Makes a call; comes back when it is in the ledger, or when calls are refused. The ids of calls answered."""
    first = ok(hub.chat("test/test:events=1"))
    if not first:
        return set()
    id_ = first.header("x-request-id")
    h.until(lambda: has_entry(hub, id_) or hub.get("/readyz", key=None).status == 503,
            "it is settled, or calls are refused")
    return {id_}


def has_entry(hub, id_):
    listed = hub.command("--json", "entry", "list", "--limit", "1000000", good=False)
    return listed.returncode == 0 and id_ in listed.stdout


def put_back(hub, copy):
    shutil.rmtree(hub.data / "db")
    shutil.copytree(copy, hub.data / "db")
    return time.monotonic()


def overwrite(hub, name):
    path = hub.data / "db" / name
    path.write_bytes(os.urandom(path.stat().st_size))


@row("machine", "a file of the database is cut to nothing (each in turn), then put back", 3, ("lighttpd",), 120)
def tables_cut(bench):
    return in_turn(bench, TABLES, lambda hub, name: os.truncate(hub.data / "db" / name, 0))


@row("machine", "a file of the database is cut to half (each in turn), then put back", 3, ("lighttpd",), 120)
def tables_halved(bench):
    def halve(hub, name):
        path = hub.data / "db" / name
        os.truncate(path, path.stat().st_size // 2)
    return in_turn(bench, TABLES, halve)


@row("machine", "a file of the database is overwritten (each in turn), then put back", 3, ("lighttpd",), 120)
def tables_overwritten(bench):
    return in_turn(bench, TABLES, overwrite)


@row("machine", "a file of the database is deleted (each in turn), then put back", 3, ("lighttpd",), 120)
def tables_deleted(bench):
    def delete(hub, name):
        (hub.data / "db" / name).unlink()
    return in_turn(bench, TABLES, delete)


def of_log(hub, function):
    for path in (hub.data / "db").glob("log.*"):
        function(path)


LOG_DAMAGE = {
    "overwritten": lambda path: path.write_bytes(os.urandom(path.stat().st_size)),
    "cut to nothing": lambda path: os.truncate(path, 0),
    "deleted": lambda path: path.unlink(),
}


def register_log(what, damage):
    @row("machine", f"the log of the database is {what}, then put back", 3, ("lighttpd",))
    def function(bench):
        return in_turn(bench, ("log",), lambda hub, _: of_log(hub, damage))


for what_, damage_ in LOG_DAMAGE.items():
    register_log(what_, damage_)


@row("machine", "the hub starts before there is a ledger, which is then made", 2, ("lighttpd",))
def no_ledger_yet(bench):
    with site(bench) as hub:
        hub.respond()
        reached(hub)
        hub.key = "sk-" + "a" * 48
        cells = told(hub)
        h.require(f"there is none in {hub.data}" in hub.log(), "the log does not say so")
        h.require(not hub.data.exists(), "it was made by the way")
        hub.user = hub.new_user("--credit", "5")
        hub.key = hub.new_key(hub.user)["key"]
        cells.charged = "nothing, no entry"
        return mended(hub, cells, time.monotonic())


def while_it_runs(what, damage, mend):
    """What happens to the data directory while a responder has the ledger in it open, and serves on afterwards."""
    @row("machine", what, 3, ("lighttpd",))
    def function(bench):
        with site(bench) as hub:
            h.end_process(begin(hub))
            copy = hub.dir / "copy"
            shutil.copytree(hub.data, copy, ignore=shutil.ignore_patterns("sock"))
            responder = hub.respond()
            reached(hub)
            ids = settled_or_refused(hub) if mend is move_back else set()  # a copy has only what it had
            damage(hub)
            h.until(lambda: hub.chat("test/test").status == 503, "calls are refused")
            cells = told(hub)
            h.until(lambda: f"there is none in {hub.data}" in hub.log(), "the log says what is gone")
            h.require("disk is full" not in hub.log(), "the disk is not full")
            refused = hub.command("user", "list", good=False)
            h.require(refused.returncode == 1 and "`aihub user create`" in refused.stderr, refused.stderr)
            h.require(not hub.data.exists(), "a new one was made")
            mend(hub)
            since = time.monotonic()
            cells.charged = "all that was, the sums agree"
            mended(hub, cells, since)
            h.require(responder.poll() is None, "the responder ended")
            nothing_lost(hub, ids)
            return cells


def move_away(hub):
    hub.data.rename(hub.dir / "moved")


def move_back(hub):
    (hub.dir / "moved").rename(hub.data)


def restore(hub):
    (hub.dir / "copy").rename(hub.data)


while_it_runs("the data directory is moved away while the hub runs, then moved back", move_away, move_back)
while_it_runs("the data directory is deleted while the hub runs, then a copy is put back",
              lambda hub: shutil.rmtree(hub.data), restore)


def on_the_directory(what, within, damage):
    """Damage to what stands beside the database, which is made anew."""
    @row("machine", what, within, ("lighttpd",))
    def function(bench):
        with site(bench) as hub:
            responder = begin(hub)
            ids = {hub.chat("test/test:events=1").header("x-request-id") for _ in range(CALLS)}
            nothing_lost(hub, ids)
            responder.kill()
            responder.wait()
            damage(hub)
            since = time.monotonic()
            hub.respond()
            reached(hub)
            cells = told(hub)
            cells.charged = "all that was, the sums agree"
            mended(hub, cells, since)
            nothing_lost(hub, ids)
            return cells


def socket_file(hub):
    (hub.data / "sock").unlink()
    (hub.data / "sock").write_text("no socket")


def spoil_slots(hub):
    for path in (hub.data / "slots").iterdir():
        path.write_bytes(os.urandom(path.stat().st_size))


def cut_slots(hub):
    for path in (hub.data / "slots").iterdir():
        os.truncate(path, 100)


on_the_directory("a file stands where the socket was", 2, socket_file)
on_the_directory("the slots of dead processes are overwritten", 2, spoil_slots)
on_the_directory("the slots of dead processes are cut", 2, cut_slots)
on_the_directory("the slots are deleted", 2, lambda hub: shutil.rmtree(hub.data / "slots"))


# ---- the socket -----------------------------------------------------------------------------


def remove_socket(hub):
    (hub.data / "sock").unlink()


def while_the_keeper_lives(what, damage):
    """Who serves is not the keeper, and cannot ask it until it listens anew."""
    @row("machine", what, 3, ("lighttpd",))
    def function(bench):
        with site(bench) as hub, open(hub.dir / "stderr", "w") as errors:
            h.end_process(begin(hub))
            keeper = subprocess.Popen([h.program("aihub"), "--config", hub.config_file, "keeper"], stderr=errors)
            try:
                h.until(lambda: keeper_of(hub) == keeper.pid, "there is a keeper")
                hub.command("user", "list")
                damage(hub)
                since = time.monotonic()
                hub.respond()
                reached(hub)
                cells = told(hub)
                cells.charged = say_entry(hub.entries()[-1])
                h.require("made it anew" in (hub.dir / "stderr").read_text(), "it is not said")
                mended(hub, cells, since)
                h.equal(keeper_of(hub), keeper.pid, "the keeper")
                return cells
            finally:
                h.end_process(keeper)


while_the_keeper_lives("the keeper's socket is removed while it lives", remove_socket)
while_the_keeper_lives("the keeper's socket is replaced by a file while it lives", socket_file)


# ---- killed processes -----------------------------------------------------------------------


def killed(what, within, victim):
    """Kills one of two processes while it streams, and asks at once."""
    @row("machine", what, within, ("lighttpd",))
    def function(bench):
        with h.Hub(bench.shape, bench.provider, SETTINGS, 2) as hub:
            h.until(lambda: len(served_by(hub)) == 2, "both processes serve")
            pid = victim(hub)
            call = stream_of(hub, pid)
            os.kill(pid, signal.SIGKILL)
            since = time.monotonic()
            cells = Cells(stream=say_cut(call))
            cells.normal = seconds_until_good(hub, since)
            cells.plain = say_plain(hub.chat("test/test"))
            cells.charged = say_entry(hub.entry(call.header("x-request-id")))
            hub.check_ledger()
            return cells


def say_cut(call):
    """What a stream had got, from what was read of it at once."""
    events = [event for _, event in call.events()]
    h.require(not any(b"[DONE]" in event for event in events), "it went on")
    return "200, its words so far, cut off" if events else "200, cut off"


def served_by(hub):
    """The processes that have served a call."""
    h.in_parallel(4, lambda i: hub.chat("test/test:events=2,gap=30"))
    return {slot_of(pid, hub) for pid in responders(hub)} - {None}


def stream_of(hub, pid):
    """A running stream of that process."""
    slot, others = slot_of(pid, hub), []
    try:
        for _ in range(8):
            call = hub.stream("test/test:events=400,gap=25")
            if call.header("x-request-id")[12:24] == slot:
                next(call.events())
                return call
            others.append(call)  # while it runs, the web server rather takes the other process
        raise h.Failed("that process serves nothing")
    finally:
        for call in others:
            call.reset()


def responding_keeper(hub):
    """A command becomes the keeper, too, for as long as it runs."""
    return h.until(lambda: keeper_of(hub) in responders(hub) and keeper_of(hub), "a responder is the keeper")


killed("the keeper is killed while it streams", 3, responding_keeper)
killed("another worker is killed while it streams", 3,
       lambda hub: next(pid for pid in responders(hub) if pid != responding_keeper(hub)))


def start_again(hub):
    """When the web server was there again."""
    started = hub.quickstart("--server", hub.shape, "--port", str(hub.port), "--config", str(hub.config_file), "--bin",
                             str(h.BIN), "--no-install")
    h.require(started.returncode == 0, "quickstart:", started.stderr)
    return time.monotonic()


@row("machine", "the web server is killed, and started anew", 10, ("lighttpd",))
def server_killed(bench):
    with h.Hub(bench.shape, bench.provider, SETTINGS) as hub:
        call = hub.stream("test/test:events=400,gap=25")
        next(call.events())
        os.kill(int((hub.run_dir / "server.pid").read_text()), signal.SIGKILL)
        cells = Cells(plain="no connection", stream=say_cut(call))
        since = start_again(hub)
        cells.charged = say_entry(hub.entry(call.header("x-request-id")))
        return mended(hub, cells, since)


# ---- a request that never ends --------------------------------------------------------------


@row("client", "sends half a body, then nothing", 0.5, ("lighttpd",))
def half_a_body(bench):
    """Where the web server passes bodies on as they come; usually it waits for the whole."""
    with h.Bare(bench.provider, {**SETTINGS, "body_timeout": BODY_SECONDS},
                more="server.stream-request-body = 2") as hub:
        begin(hub)
        begun = time.monotonic()
        call = hub.open("POST", "/v1/chat/completions", b'{"model":', headers=[("Content-Length", "1000")]).finish()
        seconds = time.monotonic() - begun
        h.require(BODY_SECONDS - 0.5 < seconds < BODY_SECONDS + 3, "told after", seconds, "seconds")
        cells = Cells(plain=say_plain(call) + " after `body_timeout`", charged=say_entry(None))
        h.equal(hub.entries("--user", hub.user), [], "entries")
        return mended(hub, cells, time.monotonic())
