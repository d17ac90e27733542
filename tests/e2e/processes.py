"""The hub's processes as /proc shows them: which there are, what they hold, which one is the keeper."""
import os
import pathlib


def links(pid):
    """What the descriptors of a process lead to."""
    found = []
    try:
        for fd in os.scandir(f"/proc/{pid}/fd"):
            try:
                found.append(os.readlink(fd.path))
            except OSError:
                pass
    except OSError:
        pass
    return found


def status_of(pid):
    """The lines of /proc/PID/status; empty if it is gone."""
    try:
        text = pathlib.Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return {}
    return dict(line.split(":\t", 1) for line in text.splitlines() if ":\t" in line)


def responders(hub):
    """The living processes of our program that work in this hub's data directory."""
    found, data = [], str(hub.data)
    program = str(hub.run_dir / "aihub.fcgi")  # quickstart's own copy
    for name in os.listdir("/proc"):
        try:
            if not name.isdigit() or os.readlink(f"/proc/{name}/exe") != program:
                continue
        except OSError:
            continue
        if any(link == data or link.startswith(data + "/") for link in links(name)):
            found.append(int(name))
    return found


def slot_of(pid, hub):
    slots = str(hub.data / "slots") + "/"
    names = [link[len(slots):] for link in links(pid) if link.startswith(slots)]
    return names[0] if names else None


def keeper_of(hub):
    """Who signed the lock, living or dead."""
    try:
        words = (hub.data / "lock").read_text().split()
        return int(words[1])
    except (OSError, IndexError, ValueError):
        return None


def send(pid, number):
    """Signals a process; False if it is gone."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return False
    return True
