"""What tests install for themselves from PyPI and npm, each in a directory of its own."""
import atexit
import pathlib
import shutil
import subprocess
import tempfile

import harness as h


def directory():
    path = pathlib.Path(tempfile.mkdtemp(prefix="aihub-clients-"))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


def install(what, *words, **how):
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=240, **how)
    except (OSError, subprocess.TimeoutExpired) as why:
        raise h.Skip(f"{what} cannot be installed: {why}") from None
    if done.returncode != 0:
        lines = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()
        raise h.Skip(f"{what} cannot be installed: {lines[-1]}")
