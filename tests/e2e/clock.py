"""A hub whose wall clock the test sets, by libfaketime. The monotonic clock goes on."""
import glob
import os
import subprocess
import tempfile
import pathlib
import shutil
import time

import harness as h


def library():
    found = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
    if not found:
        raise h.Skip("libfaketime is not installed")
    if b"__asan_init" in pathlib.Path(h.program("aihub")).read_bytes():
        raise h.Skip("the sanitizer's library must be the first one")
    return found[0]


class ClockedHub(h.Hub):
    """Its programs are scripts that start the true ones with the clock of a file."""

    def __init__(self, shape, provider, config=None, procs=None, at="2027-03-01 12:00:00"):
        self.clock_dir = pathlib.Path(tempfile.mkdtemp(prefix="aihub-clock-"))
        self.clock_dir.chmod(0o755)
        self.clock = self.clock_dir / "clock"
        self.set_clock(at)
        for name in ("aihub", "aihub.fcgi"):
            script = self.clock_dir / name
            words = " ".join(f"{key}={value}" for key, value in self.environment().items())
            script.write_text(f'#!/bin/sh\nexec env {words} {h.program(name)} "$@"\n')
            script.chmod(0o755)
        super().__init__(shape, provider, config, procs, self.clock_dir)
        self.program = h.program("aihub.fcgi")

    def environment(self):
        return {"LD_PRELOAD": library(), "FAKETIME_TIMESTAMP_FILE": self.clock,
                "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1", "TZ": "UTC"}

    def set_clock(self, at):
        """To a time in UTC, where it stands still."""
        part = self.clock_dir / "clock.new"
        part.write_text(at + "\n")
        part.chmod(0o644)
        part.rename(self.clock)

    def command(self, *words, good=True):
        done = subprocess.run([self.clock_dir / "aihub", "--config", self.config_file, *words],
                              capture_output=True, text=True, timeout=60, **self.owner())
        if good:
            h.require(done.returncode == 0, "aihub", *words, "->", done.returncode, done.stderr)
        return done

    def remove(self):
        super().remove()
        shutil.rmtree(self.clock_dir, ignore_errors=True)
