"""A request and its answer as the matrix thinks of them, in no dialect. Each speak_*.py says such an Ask in
its dialect, understands what a provider of it got (Heard), and what a client of it is told (Answer)."""
import dataclasses
import json

import harness as h


@dataclasses.dataclass(frozen=True)
class Text:
    text: str


@dataclasses.dataclass(frozen=True)
class Media:
    type: str  # image/png, application/pdf
    data: str  # base64


@dataclasses.dataclass(frozen=True)
class Call:
    id: str
    name: str
    args: object


@dataclasses.dataclass(frozen=True)
class Result:
    id: str
    name: str
    content: tuple  # of Text and Media
    failed: bool = False

    @property
    def text(self):
        return "\n".join(part.text for part in self.content if isinstance(part, Text))


@dataclasses.dataclass(frozen=True)
class Thought:
    text: str
    signature: str = None


@dataclasses.dataclass(frozen=True)
class Turn:
    role: str  # user, assistant, instruction
    parts: tuple


@dataclasses.dataclass(frozen=True)
class Again:
    """An answer that the client sends back as it came."""
    raw: object


def result(call, *content, failed=False):
    parts = tuple(Text(part) if isinstance(part, str) else part for part in content)
    return Result(call.id, call.name, parts, failed)


def user(*parts):
    return Turn("user", tuple(Text(part) if isinstance(part, str) else part for part in parts))


def assistant(*parts):
    return Turn("assistant", tuple(Text(part) if isinstance(part, str) else part for part in parts))


def instruction(text):
    return Turn("instruction", (Text(text),))


@dataclasses.dataclass(frozen=True)
class Tool:
    name: str
    schema: object
    description: str = "A tool"


@dataclasses.dataclass(frozen=True)
class Ask:
    turns: tuple = (user("Hello there"),)
    system: str = None
    tools: tuple = None
    choice: str = None      # auto, none, any, or a tool's name
    schema: object = None   # of the answer
    think: bool = False
    limit: int = None
    stop: tuple = None
    choices: int = None
    more: tuple = ()        # (path, value) of further members, in the client's dialect

    def with_(self, **changes):
        return dataclasses.replace(self, **changes)

    def then(self, answer, *turns):
        """The conversation goes on after an answer."""
        return self.with_(turns=(*self.turns, Again(answer.again), *turns))


def put(body, path, value):
    """Sets a member of members."""
    *outer, last = path.split(".")
    for name in outer:
        body = body.setdefault(name, {})
    body[last] = value


@dataclasses.dataclass
class Heard:
    """What a provider got."""
    turns: list
    system: str = None
    tools: list = None      # (name, schema)
    choice: str = None
    schema: object = None
    think: bool = False
    limit: int = None
    stop: tuple = None
    choices: int = None

    def parts(self, kind, role=None):
        """All parts of a kind, those within results as well, in order."""
        found = []
        for turn in self.turns:
            for part in turn.parts if role in (None, turn.role) else ():
                found += [part] if isinstance(part, kind) else []
                found += [inner for inner in getattr(part, "content", ()) if isinstance(inner, kind)]
        return found

    def said(self):
        """(role, text) of each turn."""
        return [(turn.role, "".join(part.text for part in turn.parts if isinstance(part, Text)))
                for turn in self.turns]


REMINDER = ("<system-reminder>\n", "\n</system-reminder>")


def reminded(part):
    """The instruction that a text of the user's is; None: it is none."""
    if not isinstance(part, Text) or not part.text.startswith(REMINDER[0]):
        return None
    return instruction(part.text.removeprefix(REMINDER[0]).removesuffix(REMINDER[1]))


def heard_turns(turns):
    """Neighbours of one role are one turn, and an instruction that is told as the user's words is one."""
    merged = []
    for turn in turns:
        for part in turn.parts:
            said = (reminded(part) if turn.role == "user" else None) or Turn(turn.role, (part,))
            if merged and merged[-1].role == said.role:
                said = Turn(said.role, merged.pop().parts + said.parts)
            merged.append(said)
    return merged


@dataclasses.dataclass
class Usage:
    prompt: int
    output: int
    cached: int = 0
    reasoning: int = 0


@dataclasses.dataclass
class Answer:
    text: str
    calls: list = dataclasses.field(default_factory=list)
    thoughts: str = ""
    refusal: str = ""       # what the model says instead of an answer
    stop: str = None        # done, length, calls, filter, sequence, refusal
    usage: Usage = None
    model: str = None
    choices: list = None    # texts of all choices, where the dialect has several
    again: object = None    # what the client sends back of it


@dataclasses.dataclass
class Failure:
    """An error in a dialect's shape."""
    type: str
    message: str
    param: str = None
    retry: int = None  # seconds


def parse(text, what):
    try:
        return json.loads(text)
    except ValueError:
        raise h.Failed(f"{what} is no JSON: {h.shorten(text)}") from None


def members(value, wanted, what, optional=()):
    """An object has these members, and no others but optional ones."""
    h.require(isinstance(value, dict), what, "is no object:", value)
    missing, more = set(wanted) - set(value), set(value) - set(wanted) - set(optional)
    h.require(not missing and not more, what, "lacks", sorted(missing), "and has", sorted(more))


def split_stream(content, eol):
    """(name, data) of each event, which has a line of data, before it one with its name if it has one, and
    nothing else; all lines end in eol."""
    h.require(content.endswith(eol * 2), "the stream's last event is not whole:", h.shorten(content[-60:]))
    found = []
    for event in content[:-len(eol * 2)].split(eol * 2):
        lines = event.split(eol)
        name = lines.pop(0)[7:].decode() if lines[0].startswith(b"event: ") else None
        h.require(len(lines) == 1 and lines[0].startswith(b"data: "), "no plain event:", h.shorten(event))
        h.require(b"\r" not in event.replace(eol, b""), "a stray CR in", h.shorten(event))
        found.append((name, lines[0][6:].decode()))
    return found


def one(values, what):
    """They are all the same; returns that."""
    distinct = {json.dumps(value) for value in values}
    h.equal(len(distinct), 1, f"{what}: distinct values {distinct}")
    return next(iter(values))
