"""Anthropic's SDK: what it sees, as one JSON object."""
import json
import os

import anthropic

from seen import ASK, PARAMETERS, SCHEMA, failures, see

KEY = os.environ["KEY"]
TOOL = {"name": "look_up", "input_schema": PARAMETERS}


def open_client(key):
    return anthropic.Anthropic(base_url=os.environ["BASE_URL"], api_key=key, max_retries=0)


client = open_client(KEY)


def create(by=client, **members):
    return by.messages.create(**{"max_tokens": 2000, "messages": ASK, **members})


def streamed(**members):
    with client.messages.stream(**{"max_tokens": 2000, "messages": ASK, **members}) as stream:
        return stream.get_final_message()


def text_of(message):
    return "".join(block.text for block in message.content if block.type == "text")


def whole():
    answer = create(model="words")
    return [text_of(answer), answer.usage.output_tokens]


def stream_of_text():
    with client.messages.stream(model="words", max_tokens=2000, messages=ASK) as stream:
        return ["".join(stream.text_stream), stream.get_final_message().usage.output_tokens]


def tools(ask):
    how = {"model": "thinker", "tools": [TOOL], "thinking": {"type": "adaptive"}}
    first = ask(**how)
    call = next(block for block in first.content if block.type == "tool_use")
    result = {"type": "tool_result", "tool_use_id": call.id, "content": "sunny"}
    last = ask(**how, messages=[*ASK, {"role": "assistant", "content": first.content},
                                {"role": "user", "content": [result]}])
    return [first.stop_reason, call.name, call.input, text_of(last)]


def structured():
    output = {"format": {"type": "json_schema", "schema": SCHEMA}}
    return json.loads(text_of(create(model="words", output_config=output)))


def models():
    return "words" in [model.id for model in client.models.list()]


print(json.dumps({"Messages": see({
    "chat": whole,
    "stream": stream_of_text,
    "tools": lambda: tools(create),
    "tools streamed": lambda: tools(streamed),
    "structured": structured,
    "count": lambda: client.messages.count_tokens(model="words", messages=ASK).input_tokens > 0,
    "models": models,
    **failures(lambda key, model: create(open_client(key), model=model),
               lambda model: streamed(model=model), KEY, anthropic.APIError),
})}))
