"""A site whose data directory is spoiled on purpose: whose it is, whether it can be written, how much room it has."""
import contextlib
import fcntl
import os
import pwd
import struct
import subprocess

import harness as h

SETTINGS = {"log": "hub.log", "cache_kb": 1024, "disk_floor_mb": 4}


def somebody():
    """Who is neither root nor us, as root; us otherwise: root may write everywhere."""
    if not h.is_root():
        return {}
    user = pwd.getpwnam("nobody")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@contextlib.contextmanager
def site(provider, **settings):
    """A site of somebody's with a key, without a responder."""
    with h.Bare(provider, {**SETTINGS, **settings}) as hub:
        hub.data.mkdir(mode=0o700)
        if h.is_root():
            hub.give_to("nobody")
        hub.key = hub.new_key()["key"]
        yield hub


def reached(hub):
    h.until(lambda: hub.get("/healthz", key=None).status == 200, "lighttpd reaches the responder")


def lock(path):
    """The lock that a keeper on another host would hold."""
    fd = os.open(path, os.O_RDWR | os.O_CREAT)
    fcntl.fcntl(fd, 37, struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0))  # F_OFD_SETLK
    return fd


@contextlib.contextmanager
def small_disk(provider):
    """A site whose data lie on a disk of 48 MB."""
    if not h.is_root():
        raise h.Skip("only root can mount a small disk")
    with h.Bare(provider, SETTINGS) as hub:
        hub.data.mkdir(mode=0o700)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m,mode=0700", "aihub-test",
                                  hub.data], capture_output=True, text=True)
        if mounted.returncode != 0:
            raise h.Skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
        try:
            hub.key = hub.new_key()["key"]
            yield hub
        finally:
            for process in hub.responders:
                if process.poll() is None:
                    h.end_process(process)
            h.until(lambda: subprocess.run(["umount", hub.data]).returncode == 0, "umount")


def fill(hub):
    """Takes all the space there is, also what the hub frees meanwhile."""
    filler = os.open(hub.data / "filler", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        for size in (65536, 4096, 1):
            with contextlib.suppress(OSError):
                while True:
                    os.write(filler, b"x" * size)
    finally:
        os.close(filler)


def ok(answer):
    return answer if answer.status == 200 else None
