// The chat model of the AIGNE framework, seen as one JSON object. It finds the hub's API by itself.
import { AIGNEHubChatModel } from '@aigne/aigne-hub';
import { ASK as text, failures, PARAMETERS, SCHEMA, see } from './seen.mjs';

const KEY = process.env.KEY;
const open = (apiKey, model) =>
  new AIGNEHubChatModel({ baseURL: process.env.BASE_URL, apiKey, model: `aignehub/${model}` });
const ASK = [{ role: 'user', content: text }];
const TOOLS = [{ type: 'function', function: { name: 'look_up', parameters: PARAMETERS } }];

function tell(error) {
  if (!(error instanceof Error)) throw error;
  return [error.name, error.type ?? null];
}

// Both ways to call it end in one result; `pieces` is what a stream said of the text before its end.
const whole = (model, input, key = KEY) => open(key, model).invoke({ messages: ASK, ...input });

async function streamed(model, input, key = KEY) {
  const result = {};
  let pieces = '';
  for await (const { delta } of await open(key, model).invoke({ messages: ASK, ...input }, { streaming: true })) {
    pieces += delta?.text?.text ?? '';
    Object.assign(result, delta?.json);
  }
  return { ...result, text: pieces };
}

const words = async (ask) => {
  const { text, usage, modelWithProvider } = await ask('words', {});
  return [text, usage.outputTokens, usage.inputTokens > 0, usage.aigneHubCredits > 0, modelWithProvider];
};

async function tools(ask) {
  const first = await ask('thinker', { tools: TOOLS, modelOptions: { reasoningEffort: 2048 } });
  const [call] = first.toolCalls;
  const after = [...ASK, { role: 'agent', toolCalls: first.toolCalls },
    { role: 'tool', toolCallId: call.id, content: 'sunny' }];
  const last = await ask('thinker', { messages: after, tools: TOOLS, modelOptions: { reasoningEffort: 2048 } });
  return [call.type, call.function.name, call.function.arguments, last.text];
}

const structured = async (ask) => (await ask('words', {
  responseFormat: { type: 'json_schema', jsonSchema: { name: 'trip', schema: SCHEMA, strict: true } } })).json;

const failure = (key, model) => whole(model, {}, key);

const seen = await see({
  'chat': () => words(whole),
  'stream': () => words(streamed),
  'tools': () => tools(whole),
  'tools streamed': () => tools(streamed),
  'structured': () => structured(whole),
  'structured streamed': () => structured(streamed),
  ...failures(failure, (model) => streamed(model, {}), KEY, tell),
});
console.log(JSON.stringify({ 'AIGNE': seen }));
process.exit(0); // the framework keeps timers
