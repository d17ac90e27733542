// OpenAI's SDK: Chat and Responses, each seen as one JSON object.
import OpenAI from 'openai';
import { ASK as text, failures, includes, PARAMETERS, SCHEMA, see } from './seen.mjs';

const KEY = process.env.KEY;
const open = (apiKey) =>
  new OpenAI({ baseURL: process.env.BASE_URL + '/v1', apiKey, maxRetries: 0 });
const client = open(KEY);
const ASK = [{ role: 'user', content: text }];

function tell(error) {
  if (!(error instanceof OpenAI.APIError)) throw error;
  return [error.constructor.name, error.status ?? null];
}

const models = () => includes(client.models.list(), 'id', 'words');

// ---- Chat ------------------------------------------------------------------------------------

const chat = (members) => client.chat.completions.create({ messages: ASK, ...members });

async function chatText() {
  const answer = await chat({ model: 'words' });
  return [answer.choices[0].message.content, answer.usage.completion_tokens];
}

async function chatStream() {
  const stream = client.chat.completions.stream({
    model: 'words', messages: ASK, stream_options: { include_usage: true } });
  let text = '';
  for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? '';
  return [text, (await stream.totalUsage()).completion_tokens];
}

async function chatTools(ask) {
  const tools = [{ type: 'function', function: { name: 'look_up', parameters: PARAMETERS } }];
  const { message, finish_reason } = (await ask({ model: 'agent', messages: ASK, tools })).choices[0];
  const [call] = message.tool_calls;
  const sent = { role: 'assistant', tool_calls: [{ id: call.id, type: 'function',
    function: { name: call.function.name, arguments: call.function.arguments } }] };
  const after = [...ASK, sent, { role: 'tool', tool_call_id: call.id, content: 'sunny' }];
  const last = (await ask({ model: 'agent', messages: after, tools })).choices[0].message;
  return [finish_reason, call.function.name, JSON.parse(call.function.arguments), last.content];
}

async function chatStructured() {
  const parsed = await client.chat.completions.parse({ model: 'words', messages: ASK,
    response_format: { type: 'json_schema',
      json_schema: { name: 'trip', strict: true, schema: SCHEMA } } });
  return JSON.parse(parsed.choices[0].message.content);
}

const seenInChat = await see({
  'chat': chatText,
  'stream': chatStream,
  'tools': () => chatTools(chat),
  'tools streamed': () => chatTools((members) =>
    client.chat.completions.stream(members).finalChatCompletion()),
  'structured': chatStructured,
  'models': models,
  ...failures((key, model) => open(key).chat.completions.create({ model, messages: ASK }),
    (model) => client.chat.completions.stream({ model, messages: ASK }).finalChatCompletion(), KEY, tell),
});

// ---- Responses ---------------------------------------------------------------------------------

const respond = (members) => client.responses.create({ input: ASK, store: false, ...members });

async function responseText() {
  const response = await respond({ model: 'words' });
  return [response.output_text, response.usage.output_tokens];
}

async function responseStream() {
  let text = '';
  const stream = client.responses.stream({ model: 'words', input: ASK, store: false });
  stream.on('response.output_text.delta', (event) => { text += event.delta; });
  const { usage } = await stream.finalResponse();
  return [text, usage.output_tokens];
}

// What the SDK's helpers add is no part of an item.
const sent = ({ parsed_arguments, ...item }) => item;

async function responseTools(ask) {
  const how = { model: 'thinker', store: false, reasoning: { summary: 'auto' },
    include: ['reasoning.encrypted_content'],
    tools: [{ type: 'function', name: 'look_up', parameters: PARAMETERS, strict: true }] };
  const first = await ask({ ...how, input: ASK });
  const call = first.output.find((item) => item.type === 'function_call');
  const last = await ask({ ...how, input: [...ASK, ...first.output.map(sent),
    { type: 'function_call_output', call_id: call.call_id, output: 'sunny' }] });
  return [first.status, call.name, JSON.parse(call.arguments), last.output_text];
}

async function responseStructured() {
  const text = { format: { type: 'json_schema', name: 'trip', strict: true, schema: SCHEMA } };
  const parsed = await client.responses.parse({ model: 'words', input: ASK, store: false, text });
  return parsed.output_parsed;
}

const seenInResponses = await see({
  'chat': responseText,
  'stream': responseStream,
  'tools': () => responseTools((members) => client.responses.create(members)),
  'tools streamed': () => responseTools((members) =>
    client.responses.stream(members).finalResponse()),
  'structured': responseStructured,
  'count': async () => (await client.responses.inputTokens.count(
    { model: 'words', input: ASK })).input_tokens > 0,
  'models': models,
  ...failures((key, model) => open(key).responses.create({ model, input: ASK, store: false }),
    (model) => client.responses.stream({ model, input: ASK, store: false }).finalResponse(), KEY, tell),
});

console.log(JSON.stringify({ 'Chat': seenInChat, 'Responses': seenInResponses }));
