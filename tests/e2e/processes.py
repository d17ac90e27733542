"""The hub's processes as /proc shows them: which there are, what they hold, which one is the keeper."""
import collections
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
    program = str(hub.program)
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


def private_memory(pid):
    """KiB of memory that a process shares with nobody."""
    text = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
    return sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Private_"))


def memory_peak(pid):
    """KiB, since it was last reset."""
    return int(status_of(pid)["VmHWM"].split()[0])


def reset_memory_peak(pid):
    """Forgets the peak of before; what it is now."""
    pathlib.Path(f"/proc/{pid}/clear_refs").write_text("5")
    return memory_peak(pid)


def tcp_inodes(port):
    """The sockets of this machine that are connected to a port."""
    wanted, inodes = f":{port:04X}", set()
    for line in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]:
        words = line.split()
        if words[2].endswith(wanted):
            inodes.add(words[9])
    return inodes


def peer_inodes():
    """The connections of those that ask a keeper, at the keeper's end."""
    inodes = set()
    for line in pathlib.Path("/proc/net/unix").read_text().splitlines()[1:]:
        words = line.split()
        if len(words) > 7 and words[5] == "03" and words[7].endswith(("/sock", "/sock.new")):
            inodes.add(words[6])
    return inodes


def kinds_of_links(pid, provider_port):
    """How many descriptors of each kind a process has. kept: connections to the provider; wakeup: what libcurl has
    for each of these besides; peer: those that ask the keeper; log: of the database; socket: all others."""
    kept, peers, kinds = tcp_inodes(provider_port), peer_inodes(), collections.Counter()
    for link in links(pid):
        inode = link[8:-1] if link.startswith("socket:") else None
        if inode:
            kinds["kept" if inode in kept else "peer" if inode in peers else "socket"] += 1
        elif link == "anon_inode:[eventfd]":
            kinds["wakeup"] += 1
        elif link.startswith("pipe:"):
            kinds["pipe"] += 1
        else:
            name = link.rsplit("/", 1)[-1]
            kinds["log" if name.startswith("log.") else name] += 1
    return kinds
