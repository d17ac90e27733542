// Google's SDK: what it sees, as one JSON object.
import { ApiError, GoogleGenAI } from '@google/genai';
import { ASK as text, failures, includes, PARAMETERS, SCHEMA, see } from './seen.mjs';

const KEY = process.env.KEY;
const open = (apiKey) =>
  new GoogleGenAI({ apiKey, httpOptions: { baseUrl: process.env.BASE_URL } });
const { models } = open(KEY);
const ASK = [{ role: 'user', parts: [{ text }] }];
const TOOL = { name: 'look_up', parametersJsonSchema: PARAMETERS };

function tell(error) {
  if (!(error instanceof ApiError)) throw error;
  return [error.constructor.name, error.status];
}

const generate = (members) => models.generateContent({ contents: ASK, ...members });

// The parts of all chunks are the answer.
async function streamed(members) {
  const parts = [];
  let usage, reason;
  for await (const chunk of await models.generateContentStream({ contents: ASK, ...members })) {
    parts.push(...chunk.candidates?.[0]?.content?.parts ?? []);
    reason = chunk.candidates?.[0]?.finishReason ?? reason;
    usage = chunk.usageMetadata ?? usage;
  }
  const content = { role: 'model', parts };
  return { candidates: [{ content, finishReason: reason }], usageMetadata: usage };
}

const partsOf = (answer) => answer.candidates[0].content.parts;
const textOf = (answer) =>
  partsOf(answer).filter((part) => part.text && !part.thought).map((part) => part.text).join('');
const seen = (answer) => [textOf(answer), answer.usageMetadata.candidatesTokenCount];

async function tools(ask) {
  const how = { model: 'thinker', config: { tools: [{ functionDeclarations: [TOOL] }],
    thinkingConfig: { includeThoughts: true } } };
  const first = await ask(how);
  const call = partsOf(first).find((part) => part.functionCall).functionCall;
  const result = { functionResponse: { id: call.id, name: call.name, response: { output: 'sunny' } } };
  const last = await ask({ ...how, contents: [...ASK, first.candidates[0].content,
    { role: 'user', parts: [result] }] });
  return [first.candidates[0].finishReason, call.name, call.args, textOf(last)];
}

async function structured() {
  const config = { responseMimeType: 'application/json', responseJsonSchema: SCHEMA };
  return JSON.parse(textOf(await generate({ model: 'words', config })));
}

console.log(JSON.stringify({ 'Gemini': await see({
  'chat': async () => seen(await generate({ model: 'words' })),
  'stream': async () => seen(await streamed({ model: 'words' })),
  'tools': () => tools(generate),
  'tools streamed': () => tools(streamed),
  'structured': structured,
  'count': async () => (await models.countTokens({ model: 'words', contents: ASK })).totalTokens > 0,
  'models': async () => includes(await models.list(), 'name', 'models/words'),
  ...failures((key, model) => open(key).models.generateContent({ model, contents: ASK }),
    (model) => streamed({ model }), KEY, tell),
}) }));
