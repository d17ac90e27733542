// The official JavaScript client against the hub: what it sees, as one JSON object.
import OpenAI from 'openai';

const options = { baseURL: process.env.BASE_URL, apiKey: process.env.KEY };
const client = new OpenAI(options);
const once = new OpenAI({ ...options, maxRetries: 0 });
const withKey = (apiKey) => new OpenAI({ ...options, maxRetries: 0, apiKey });
const ASK = [{ role: 'user', content: 'Hello there' }];
const PARAMETERS = { type: 'object', properties: {} };
const TOOL = { type: 'function', function: { name: 'look_up', parameters: PARAMETERS } };

const chat = (members, by = client) =>
  by.chat.completions.create({ messages: ASK, ...members });

// The class, status and code of what a call throws.
async function failure(call) {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof OpenAI.APIError)) throw error;
    return [error.constructor.name, error.status ?? null, error.code];
  }
  return 'nothing was thrown';
}

async function all(stream) {
  const items = [];
  for await (const item of stream) items.push(item);
  return items;
}

const answer = await chat({ model: 'test/test:events=3' });
const chunks = await all(await chat({
  model: 'test/test:events=3', stream: true, stream_options: { include_usage: true },
}));
const words = await all(await chat({ model: 'test/test:events=3', stream: true }));
const tools = (await chat({ model: 'test/test:tools,events=2', tools: [TOOL] }))
  .choices[0].message.tool_calls;
const models = [];
for await (const model of client.models.list()) models.push(model.id);
const retrieved = [];
for (const name of process.env.MODELS.split(' '))
  retrieved.push((await client.models.retrieve(name)).id);
const retried = [];
for (const how of ['429', '503'])
  retried.push((await chat({ model: `flaky/${how}-javascript` })).choices[0].message.content);

console.log(JSON.stringify({
  'chat': [answer.choices[0].message.content, answer.usage.completion_tokens],
  'request id': answer._request_id.length,
  'stream': words.flatMap((c) => c.choices).map((c) => c.delta.content ?? '').join(''),
  'usage': [chunks.at(-1).choices, chunks.at(-1).usage.completion_tokens],
  'tools': tools.map((call) => [call.function.name, call.function.arguments]),
  'models': models.filter((id) => id.startsWith('fast')),
  'model': retrieved,
  'wrong key': await failure(() => withKey('sk-wrong').models.list()),
  'unknown model': await failure(() => chat({ model: 'strict/no-such-model' })),
  'no messages': await failure(() => chat({ model: 'fast', messages: [] })),
  "provider's limit": await failure(() => chat({ model: 'test/test:status=429' }, once)),
  'no credit': await failure(() => chat({ model: 'fast' }, withKey(process.env.POOR_KEY))),
  'capped': await failure(() => chat({ model: 'fast' }, withKey(process.env.CAPPED_KEY))),
  'provider fails': await failure(() => chat({ model: 'test/test:status=500' }, once)),
  'provider cuts': await failure(() => chat({ model: 'test/test:refuse' }, once)),
  'stream breaks': await failure(async () =>
    all(await chat({ model: 'test/test:cut=2', stream: true }, once))),
  'retried': retried,
}));
