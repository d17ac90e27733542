// Anthropic's SDK: what it sees, as one JSON object.
import Anthropic from '@anthropic-ai/sdk';
import { ASK as text, failures, includes, PARAMETERS, SCHEMA, see } from './seen.mjs';

const KEY = process.env.KEY;
const open = (apiKey) => new Anthropic({ baseURL: process.env.BASE_URL, apiKey, maxRetries: 0 });
const client = open(KEY);
const ASK = { max_tokens: 2000, messages: [{ role: 'user', content: text }] };
const TOOL = { name: 'look_up', input_schema: PARAMETERS };

function tell(error) {
  if (!(error instanceof Anthropic.APIError)) throw error;
  return [error.constructor.name, error.status ?? null];
}

const create = (members) => client.messages.create({ ...ASK, ...members });
const streamed = (members) => client.messages.stream({ ...ASK, ...members }).finalMessage();
const textOf = (message) =>
  message.content.filter((block) => block.type === 'text').map((block) => block.text).join('');

async function whole() {
  const answer = await create({ model: 'words' });
  return [textOf(answer), answer.usage.output_tokens];
}

async function stream() {
  const stream = client.messages.stream({ ...ASK, model: 'words' });
  let text = '';
  stream.on('text', (piece) => { text += piece; });
  const { usage } = await stream.finalMessage();
  return [text, usage.output_tokens];
}

async function tools(ask) {
  const how = { model: 'thinker', tools: [TOOL], thinking: { type: 'adaptive' } };
  const first = await ask(how);
  const call = first.content.find((block) => block.type === 'tool_use');
  const result = { type: 'tool_result', tool_use_id: call.id, content: 'sunny' };
  const last = await ask({ ...how, messages: [...ASK.messages,
    { role: 'assistant', content: first.content }, { role: 'user', content: [result] }] });
  return [first.stop_reason, call.name, call.input, textOf(last)];
}

async function structured() {
  const format = { type: 'json_schema', schema: SCHEMA };
  return JSON.parse(textOf(await create({ model: 'words', output_config: { format } })));
}

async function count() {
  const { messages } = ASK;
  return (await client.messages.countTokens({ model: 'words', messages })).input_tokens > 0;
}

console.log(JSON.stringify({ 'Messages': await see({
  'chat': whole,
  'stream': stream,
  'tools': () => tools(create),
  'tools streamed': () => tools(streamed),
  'structured': structured,
  'count': count,
  'models': () => includes(client.models.list(), 'id', 'words'),
  ...failures((key, model) => open(key).messages.create({ ...ASK, model }),
    (model) => streamed({ model }), KEY, tell),
}) }));
