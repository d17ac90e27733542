// What blocklets call hubs with, seen as one JSON object: the part of the package for hubs elsewhere. The rest of it
// needs a blocklet server around it.
import { createRequire } from 'node:module';
import { ASK as text, failures, PARAMETERS, SCHEMA, see } from './seen.mjs';

const KEY = process.env.KEY;
const credential = (apiKey) => { process.env.BLOCKLET_AIGNE_API_CREDENTIAL = JSON.stringify({ apiKey }); };
process.env.BLOCKLET_AIGNE_API_URL = process.env.BASE_URL;
process.env.BLOCKLET_LOG_DIR = process.env.HOME;
const print = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr); // for the package's logger
const { chatCompletionsV2 } = createRequire(import.meta.url)('@blocklet/aigne-hub/api/call/v2');
const ASK = [{ role: 'user', content: text }];
const TOOLS = [{ type: 'function', function: { name: 'look_up', parameters: PARAMETERS } }];

function tell(error) {
  if (!(error instanceof Error)) throw error;
  return [error.name, error.type ?? null];
}

// Whatever the body says, the package asks for events and reads nothing else.
async function ask(model, input, key = KEY) {
  credential(key);
  const result = { text: '', calls: [] };
  for await (const chunk of await chatCompletionsV2({ model, messages: ASK, ...input })) {
    result.text += chunk.delta?.content ?? '';
    for (const { index, ...part } of chunk.delta?.toolCalls ?? []) {
      const call = result.calls[index] ??= { ...part, function: { ...part.function, arguments: '' } };
      call.function.arguments += part.function.arguments;
    }
    Object.assign(result, { usage: chunk.usage ?? result.usage });
  }
  return result;
}

const words = async (input) => {
  const { text, usage } = await ask('aignehub/words', input);
  return [text, usage.completionTokens, usage.promptTokens > 0, usage.totalTokens > usage.promptTokens];
};

async function tools(members) {
  const first = await ask('agent', { tools: TOOLS, toolChoice: 'auto', ...members });
  const [call] = first.calls;
  const after = [...ASK, { role: 'assistant', content: '', toolCalls: first.calls },
    { role: 'tool', toolCallId: call.id, content: 'sunny' }];
  const last = await ask('agent', { messages: after, tools: TOOLS, ...members });
  return [call.type, call.function.name, JSON.parse(call.function.arguments), last.text];
}

const seen = await see({
  'chat': () => words({}),
  'stream': () => words({ stream: true, topP: 0.9, maxTokens: 50 }),
  'tools': () => tools({}),
  'tools streamed': () => tools({ stream: true }),
  'structured': async () => JSON.parse((await ask('words', { responseFormat: { type: 'json_schema',
    jsonSchema: { name: 'trip', schema: SCHEMA, strict: true } } })).text),
  ...failures((key, model) => ask(model, {}, key), (model) => ask(model, {}), KEY, tell),
});
print(JSON.stringify({ 'AIGNE': seen }));
process.exit(0); // its logger stays
