"""OpenAI's SDK: Chat and Responses, each seen as one JSON object."""
import json
import os

import openai

from seen import ASK, PARAMETERS, SCHEMA, failures, see

KEY = os.environ["KEY"]


def open_client(key):
    return openai.OpenAI(base_url=os.environ["BASE_URL"] + "/v1", api_key=key, max_retries=0)


client = open_client(KEY)


def models():
    return "words" in [model.id for model in client.models.list()]


# ---- Chat --------------------------------------------------------------------------------


def chat(**members):
    return client.chat.completions.create(**{"messages": ASK, **members})


def chat_streamed(**members):
    with client.chat.completions.stream(**{"messages": ASK, **members}) as stream:
        return stream.get_final_completion()


def chat_text():
    answer = chat(model="words")
    return [answer.choices[0].message.content, answer.usage.completion_tokens]


def chat_stream():
    chunks = list(chat(model="words", stream=True, stream_options={"include_usage": True}))
    text = "".join(choice.delta.content or "" for chunk in chunks for choice in chunk.choices)
    return [text, chunks[-1].usage.completion_tokens]


def chat_tools(ask):
    function = {"name": "look_up", "parameters": PARAMETERS, "strict": True}
    tools = [{"type": "function", "function": function}]
    first = ask(model="agent", tools=tools).choices[0]
    call = first.message.tool_calls[0]
    made = {"name": call.function.name, "arguments": call.function.arguments}
    sent = {"role": "assistant",
            "tool_calls": [{"id": call.id, "type": "function", "function": made}]}
    result = {"role": "tool", "tool_call_id": call.id, "content": "sunny"}
    last = ask(model="agent", tools=tools, messages=[*ASK, sent, result]).choices[0].message
    return [first.finish_reason, call.function.name, json.loads(call.function.arguments),
            last.content]


def chat_structured():
    answer = chat(model="words", response_format={
        "type": "json_schema", "json_schema": {"name": "trip", "strict": True, "schema": SCHEMA}})
    return json.loads(answer.choices[0].message.content)


def create_chat(key, model):
    return open_client(key).chat.completions.create(model=model, messages=ASK)


seen_in_chat = see({
    "chat": chat_text,
    "stream": chat_stream,
    "tools": lambda: chat_tools(chat),
    "tools streamed": lambda: chat_tools(chat_streamed),
    "structured": chat_structured,
    "models": models,
    **failures(create_chat, lambda model: chat_streamed(model=model), KEY, openai.APIError),
})


# ---- Responses -----------------------------------------------------------------------------


def respond(**members):
    return client.responses.create(**{"input": ASK, "store": False, **members})


def respond_streamed(**members):
    with client.responses.stream(**{"input": ASK, "store": False, **members}) as stream:
        return stream.get_final_response()


def response_text():
    answer = respond(model="words")
    return [answer.output_text, answer.usage.output_tokens]


def response_stream():
    events = list(respond(model="words", stream=True))
    text = "".join(event.delta for event in events if event.type == "response.output_text.delta")
    return [text, events[-1].response.usage.output_tokens]


def response_tools(ask):
    function = {"type": "function", "name": "look_up", "parameters": PARAMETERS, "strict": True}
    how = {"model": "thinker", "tools": [function], "reasoning": {"summary": "auto"},
           "include": ["reasoning.encrypted_content"]}
    first = ask(**how)
    call = next(item for item in first.output if item.type == "function_call")
    # What the SDK's helpers add is no part of an item.
    items = [item.model_dump(exclude_unset=True, exclude={"parsed_arguments"})
             for item in first.output]
    result = {"type": "function_call_output", "call_id": call.call_id, "output": "sunny"}
    last = ask(**how, input=[*ASK, *items, result])
    return [first.status, call.name, json.loads(call.arguments), last.output_text]


def response_structured():
    answer = respond(model="words", text={
        "format": {"type": "json_schema", "name": "trip", "strict": True, "schema": SCHEMA}})
    return json.loads(answer.output_text)


def response_count():
    return client.responses.input_tokens.count(model="words", input=ASK).input_tokens > 0


def create_response(key, model):
    return open_client(key).responses.create(model=model, input=ASK, store=False)


seen_in_responses = see({
    "chat": response_text,
    "stream": response_stream,
    "tools": lambda: response_tools(respond),
    "tools streamed": lambda: response_tools(respond_streamed),
    "structured": response_structured,
    "count": response_count,
    "models": models,
    **failures(create_response, lambda model: respond_streamed(model=model), KEY,
               (openai.APIError, RuntimeError)),  # the helper misses the end of a broken stream
})

print(json.dumps({"Chat": seen_in_chat, "Responses": seen_in_responses}))
