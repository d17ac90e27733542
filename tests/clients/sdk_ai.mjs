// The AI SDK with its providers for all four APIs, each seen as one JSON object.
import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { AISDKError, generateText, jsonSchema, Output, stepCountIs, streamText, tool } from 'ai';
import { ASK as prompt, failures, PARAMETERS, SCHEMA, see } from './seen.mjs';

const KEY = process.env.KEY;
const v1 = process.env.BASE_URL + '/v1';
const v1beta = process.env.BASE_URL + '/v1beta';
const APIS = {
  Chat: (apiKey) => createOpenAI({ baseURL: v1, apiKey }).chat,
  Responses: (apiKey) => createOpenAI({ baseURL: v1, apiKey }).responses,
  Messages: (apiKey) => createAnthropic({ baseURL: v1, apiKey }),
  Gemini: (apiKey) => createGoogleGenerativeAI({ baseURL: v1beta, apiKey }),
};
const THINKING = {
  openai: { store: false, forceReasoning: true, reasoningSummary: 'auto' },
  anthropic: { thinking: { type: 'adaptive' } },
  google: { thinkingConfig: { includeThoughts: true } },
};
// Without that the SDK asks models whose names it does not know by a tool of its own.
const STRUCTURED = { anthropic: { structuredOutputMode: 'outputFormat' } };
const ASK = { prompt, maxRetries: 0, maxOutputTokens: 2000 };

function tell(error) {
  if (!AISDKError.isInstance(error)) throw error;
  return [error.name, error.statusCode ?? null];
}

async function streamed(members) {
  let text = '', broken;
  const result = streamText({ ...members, onError: ({ error }) => { broken = error; } });
  for await (const piece of result.textStream) text += piece;
  if (broken) throw broken;
  return { text, steps: await result.steps, usage: await result.usage };
}

async function tools(ask, model) {
  const look_up = tool({ inputSchema: jsonSchema(PARAMETERS), execute: () => 'sunny' });
  const { steps } = await ask({
    ...ASK, model, tools: { look_up }, stopWhen: stepCountIs(3), providerOptions: THINKING });
  const [call] = steps[0].toolCalls;
  return [steps[0].finishReason, call.toolName, call.input, steps.at(-1).text];
}

function checks(open) {
  const api = open(KEY);
  const ask = (ask, model, more) => ask({ ...ASK, model: api(model), ...more });
  const seen = ({ text, usage }) => [text, usage.outputTokens];
  return {
    'chat': async () => seen(await ask(generateText, 'words')),
    'stream': async () => seen(await ask(streamed, 'words')),
    'tools': () => tools(generateText, api('thinker')),
    'tools streamed': () => tools(streamed, api('thinker')),
    'structured': async () => (await ask(generateText, 'words',
      { output: Output.object({ schema: jsonSchema(SCHEMA) }), providerOptions: STRUCTURED })).output,
    ...failures((key, model) => generateText({ ...ASK, model: open(key)(model) }),
      (model) => ask(streamed, model), KEY, tell),
  };
}

const seen = {};
for (const [name, open] of Object.entries(APIS)) seen[name] = await see(checks(open));
console.log(JSON.stringify(seen));
