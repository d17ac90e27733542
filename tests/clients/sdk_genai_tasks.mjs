// Google's SDK besides chat: what it sees, as one JSON object. It always asks for a batch.
import { ApiError, GoogleGenAI } from '@google/genai';
import { failure, floats, refusals, see } from './seen.mjs';

const KEY = process.env.KEY;
const open = (apiKey) =>
  new GoogleGenAI({ apiKey, httpOptions: { baseUrl: process.env.BASE_URL } });
const { models } = open(KEY);

function tell(error) {
  if (!(error instanceof ApiError)) throw error;
  return [error.constructor.name, error.status];
}

async function embed(contents, members) {
  const { embeddings } = await models.embedContent({ model: 'vectors', contents, ...members });
  return embeddings.map((row) => floats(row.values));
}

console.log(JSON.stringify({ 'Vectors': await see({
  'text': () => embed('Hello'),
  'content': () => embed([{ role: 'user', parts: [{ text: 'Hel' }, { text: 'lo' }] }]),
  'texts': () => embed(['one', 'two', 'Hello'], { config: { outputDimensionality: 3 } }),
  'task': () => embed('Hello', { config: { taskType: 'RETRIEVAL_QUERY' } }),
  'empty': () => failure(tell, () => embed('')),
  'chat model': () => failure(tell, () => embed('Hello', { model: 'talker' })),
  ...refusals((key, model) => open(key).models.embedContent({ model, contents: 'Hello' }), KEY, tell),
}) }));
