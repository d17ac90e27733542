// The AI SDK besides chat, with its providers for OpenAI and Gemini, and Cohere's for reranking, each seen as one JSON
// object.
import fs from 'node:fs';
import { createCohere } from '@ai-sdk/cohere';
import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { AISDKError, embed, embedMany, generateImage, generateSpeech, rerank, transcribe } from 'ai';
import { failure, floats, kindOf, refusals, see } from './seen.mjs';

const KEY = process.env.KEY;
const openai = (apiKey) => createOpenAI({ baseURL: process.env.BASE_URL + '/v1', apiKey });
const google = (apiKey) => createGoogleGenerativeAI({ baseURL: process.env.BASE_URL + '/v1beta', apiKey });
const cohere = (apiKey) => createCohere({ baseURL: process.env.BASE_URL + '/v1', apiKey });
const ONCE = { maxRetries: 0 };
const file = (name) => fs.readFileSync(`${process.env.HOME}/${name}`);

function tell(error) {
  if (!AISDKError.isInstance(error)) throw error;
  return [error.name, error.statusCode ?? null];
}

const refused = (call) => () => failure(tell, call);

function vectors(open, options) {
  const model = (key, name) => open(key).textEmbeddingModel(name);
  const one = (value, name = 'vectors', key = KEY) => embed({ ...ONCE, model: model(key, name), value });
  return {
    'text': async () => [floats((await one('Hello')).embedding)],
    'texts': async () => (await embedMany({ ...ONCE, model: model(KEY, 'vectors'),
      values: ['one', 'two', 'Hello'], providerOptions: options })).embeddings.map(floats),
    'empty': refused(() => one('')),
    'chat model': refused(() => one('Hello', 'talker')),
    ...refusals((key, name) => one('Hello', name, key), KEY, tell),
  };
}

const draw = (members, name = 'pictures', key = KEY) =>
  generateImage({ ...ONCE, model: openai(key).image(name), prompt: 'a cat', ...members });
const kinds = ({ images }) => images.map((image) => kindOf(image.uint8Array));

async function drawForGemini(members) {
  const model = google(KEY).image('gemini-pictures');
  return kinds(await generateImage({ ...ONCE, model, prompt: 'a cat', ...members }));
}

const hear = (name = 'listener', key = KEY, members = {}) =>
  transcribe({ ...ONCE, model: openai(key).transcription(name), audio: file('speech.wav'), ...members });
const say = (text, name = 'speaker') => generateSpeech({ ...ONCE, model: openai(KEY).speech(name), text });

async function hearVerbose() {
  const { text, segments, durationInSeconds, language } = await hear('whisper-1', KEY,
    { providerOptions: { openai: { timestampGranularities: ['word', 'segment'] } } });
  return [text, durationInSeconds, segments.length, language];
}

// The best ones: where they stood, and how good they are.
async function order(query, members) {
  const documents = ['a dog', 'the cat sleeps', 'a cat and a dog', 'nothing'];
  const { ranking } = await rerank({ ...ONCE, model: cohere(KEY).reranking('judge'), query, documents, ...members });
  return ranking.map(({ originalIndex, score }) => [originalIndex, score]);
}

const saySeen = ({ audio }) => [kindOf(audio.uint8Array), audio.uint8Array.length];

console.log(JSON.stringify({
  'Vectors': await see(vectors(openai, { openai: { dimensions: 3 } })),
  'Gemini vectors': await see(vectors(google, { google: { outputDimensionality: 3 } })),
  'Pictures': await see({
    'one': async () => kinds(await draw({ size: '1024x1024' }, 'old-pictures')),
    'two': async () => kinds(await draw({ n: 2 }, 'gpt-image-1')),
    'usage': async () => (await draw({}, 'gpt-image-1')).usage.outputTokens > 0,
    'changed': async () => kinds(await draw({ prompt: { text: 'a hat', images: [file('cat.png')] } })),
    'several changed': async () => kinds(await draw(
      { prompt: { text: 'a hat', images: [file('cat.png'), file('cat.png')] } })),
    'masked': async () => kinds(await draw(
      { prompt: { text: 'a hat', images: [file('cat.png')], mask: file('cat.png') } })),
    'empty': refused(() => draw({ prompt: '' })),
    'chat model': refused(() => draw({}, 'talker')),
    ...refusals((key, name) => draw({}, name, key), KEY, tell),
  }),
  'Gemini pictures': await see({
    'one': () => drawForGemini({}),
    'changed': () => drawForGemini({ prompt: { text: 'a hat', images: [file('cat.png')] }, aspectRatio: '3:2' }),
  }),
  'Sound': await see({
    'heard': async () => (await hear()).text,
    'verbose': hearVerbose,
    'said': async () => saySeen(await say('Hello there')),
    'nothing to say': refused(() => say('')),
    'chat model': refused(() => hear('talker')),
    ...refusals((key, name) => hear(name, key), KEY, tell),
  }),
  'Reranking': await see({
    'all': () => order('cat dog'),
    'two': () => order('cat dog', { topN: 2 }),
    'empty': refused(() => order('')),
    'chat model': refused(() => order('cat', { model: cohere(KEY).reranking('talker') })),
    ...refusals((key, name) => order('cat', { model: cohere(key).reranking(name) }), KEY, tell),
  }),
}));
