"""The official Python client against the hub: what it sees, as one JSON object."""
import json
import os

import openai

client = openai.OpenAI(base_url=os.environ["BASE_URL"], api_key=os.environ["KEY"])
once = client.with_options(max_retries=0)
ASK = [{"role": "user", "content": "Hello there"}]
TOOL = {"type": "function",
        "function": {"name": "look_up", "parameters": {"type": "object", "properties": {}}}}


def chat(client=client, **members):
    return client.chat.completions.create(**{"messages": ASK, **members})


def failure(call):
    """The class, status and code of what a call raises."""
    try:
        call()
    except openai.APIStatusError as error:
        return [type(error).__name__, error.status_code, error.code]
    except openai.APIError as error:
        return [type(error).__name__, None, error.code]
    return "nothing was raised"


def text_of(stream):
    return "".join(choice.delta.content or "" for chunk in stream for choice in chunk.choices)


answer = chat(model="test/test:events=3")
chunks = list(chat(model="test/test:events=3", stream=True,
                   stream_options={"include_usage": True}))
tools = chat(model="test/test:tools,events=2", tools=[TOOL]).choices[0].message.tool_calls
wrong_key = openai.OpenAI(base_url=os.environ["BASE_URL"], api_key="sk-wrong", max_retries=0)
print(json.dumps({
    "chat": [answer.choices[0].message.content, answer.usage.completion_tokens],
    "request id": len(answer._request_id),
    "stream": text_of(chat(model="test/test:events=3", stream=True)),
    "usage": [chunks[-1].choices, chunks[-1].usage.completion_tokens],
    "tools": [[call.function.name, call.function.arguments] for call in tools],
    "models": [model.id for model in client.models.list() if model.id.startswith("fast")],
    "model": [client.models.retrieve(name).id for name in os.environ["MODELS"].split()],
    "wrong key": failure(wrong_key.models.list),
    "unknown model": failure(lambda: chat(model="strict/no-such-model")),
    "no messages": failure(lambda: chat(model="fast", messages=[])),
    "provider's limit": failure(lambda: chat(once, model="test/test:status=429")),
    "no credit": failure(lambda: chat(once.with_options(api_key=os.environ["POOR_KEY"]),
                                      model="fast")),
    "capped": failure(lambda: chat(once.with_options(api_key=os.environ["CAPPED_KEY"]),
                                   model="fast")),
    "provider fails": failure(lambda: chat(once, model="test/test:status=500")),
    "provider cuts": failure(lambda: chat(once, model="test/test:refuse")),
    "stream breaks": failure(lambda: list(chat(once, model="test/test:cut=2", stream=True))),
    "retried": [chat(model=f"flaky/{how}-python").choices[0].message.content
                for how in ("429", "503")],
}))
