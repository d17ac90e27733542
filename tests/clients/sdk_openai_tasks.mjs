// OpenAI's SDK besides chat: vectors, pictures, sound and moderations, each seen as one JSON object.
import fs from 'node:fs';
import OpenAI, { toFile } from 'openai';
import { failure, floats, kindOf, refusals, see, unpack } from './seen.mjs';

const KEY = process.env.KEY;
const open = (apiKey) =>
  new OpenAI({ baseURL: process.env.BASE_URL + '/v1', apiKey, maxRetries: 0 });
const client = open(KEY);
const path = (name) => `${process.env.HOME}/${name}`;
const file = (name, type) => toFile(fs.readFileSync(path(name)), name, { type });

function tell(error) {
  if (!(error instanceof OpenAI.APIError)) throw error;
  return [error.constructor.name, error.status ?? null];
}

// With the field that is to blame.
const tellField = (error) => [...tell(error), error.param ?? null];
const refused = (call) => () => failure(tellField, call);

// ---- Vectors -----------------------------------------------------------------------------------

async function embed(input, members) {
  const { data, usage } = await client.embeddings.create({ model: 'vectors', input, ...members });
  if (!(usage.total_tokens > 0)) throw new Error('no usage');
  return data.sort((a, b) => a.index - b.index).map((row) => floats(row.embedding));
}

const seenOfVectors = await see({
  'text': () => embed('Hello'),
  'floats': () => embed('Hello', { encoding_format: 'float' }),
  'texts': () => embed(['one', 'two', 'Hello'], { dimensions: 3 }),
  'tokens': () => embed([[1, 2], [3]]),
  'tokens refused': refused(() => embed([[1, 2], [3]])),
  'empty': refused(() => embed('')),
  'nothing': refused(() => embed([])),
  'chat model': refused(() => embed('Hello', { model: 'talker' })),
  ...refusals((key, model) => open(key).embeddings.create({ model, input: 'Hello' }), KEY, tell),
});

// ---- Pictures ----------------------------------------------------------------------------------

const SIZE = '1024x1024';
const kinds = ({ data }) => data.map((row) => kindOf(unpack(row.b64_json)));
const draw = (members) => client.images.generate({ model: 'pictures', prompt: 'a cat', size: SIZE, ...members });
const change = async (members) => client.images.edit(
  { model: 'pictures', prompt: 'a hat', image: await file('cat.png', 'image/png'), ...members });

// How many pictures came before the last, and whether that is the one that comes without a stream.
async function drawStreamed(ask, name) {
  const seen = [];
  for await (const event of await ask({ stream: true, partial_images: 1 })) seen.push(event);
  const last = seen.pop();
  const before = seen.filter((event) => event.type === `${name}.partial_image`
    && kindOf(unpack(event.b64_json)) === 'png').length;
  const whole = (await ask()).data[0].b64_json;
  return [before, last.type, last.b64_json === whole];
}

async function drawURL() {
  const [{ url }] = (await draw({ model: 'old-pictures', response_format: 'url' })).data;
  return kindOf(await (await fetch(url)).arrayBuffer());
}

const seenOfPictures = await see({
  'one': async () => kinds(await draw()),
  'two': async () => kinds(await draw({ n: 2 })),
  'webp': async () => kinds(await draw({ output_format: 'webp' })),
  'usage': async () => (await draw()).usage.output_tokens > 0,
  'streamed': () => drawStreamed(draw, 'image_generation'),
  'URL': drawURL,
  'changed': async () => kinds(await change()),
  'several changed': async () => kinds(await change({
    image: [await file('cat.png', 'image/png'), await file('cat.png', 'image/png')] })),
  'masked': async () => kinds(await change({ mask: await file('cat.png', 'image/png'), n: 2 })),
  'changed from a stream': async () => kinds(await change({ image: fs.createReadStream(path('cat.png')) })),
  'changed, streamed': () => drawStreamed(change, 'image_edit'),
  'varied': async () => kinds(await client.images.createVariation({ model: 'old-pictures', n: 2,
    response_format: 'b64_json', image: await file('cat.png', 'image/png') })),
  'empty': refused(() => draw({ prompt: '' })),
  'too many': refused(() => draw({ n: 11 })),
  'two refused': refused(() => draw({ n: 2 })),
  'mask refused': refused(async () => change({ mask: await file('cat.png', 'image/png') })),
  'chat model': refused(() => draw({ model: 'talker' })),
  'chat model for changes': refused(() => change({ model: 'talker' })),
  ...refusals((key, model) => open(key).images.generate({ model, prompt: 'a cat' }), KEY, tell),
});

// ---- Sound -------------------------------------------------------------------------------------

const speech = () => file('speech.wav', 'audio/wav');
const hear = async (members) => client.audio.transcriptions.create(
  { file: await speech(), model: 'listener', ...members });

async function hearVerbose() {
  const told = await hear({ response_format: 'verbose_json', timestamp_granularities: ['word', 'segment'] });
  return [told.text, told.duration, told.segments.length, told.words.length > 3];
}

async function hearSpeakers() {
  const told = await hear({ model: 'diarizer', response_format: 'diarized_json', chunking_strategy: 'auto' });
  return [told.text, told.segments.map((segment) => segment.speaker.length > 0)];
}

async function hearStreamed() {
  let pieces = '';
  let done;
  for await (const event of await hear({ stream: true })) {
    if (event.type === 'transcript.text.delta') pieces += event.delta;
    if (event.type === 'transcript.text.done') done = event.text;
  }
  return [pieces, pieces === done];
}

const say = (members) => client.audio.speech.create(
  { model: 'speaker', voice: 'alloy', input: 'Hello there', ...members });
const saySeen = (bytes) => [kindOf(bytes), bytes.length];

async function sayStreamed() {
  const pieces = [];
  for await (const piece of (await say()).body) pieces.push(piece);
  const whole = Buffer.from(await (await say()).arrayBuffer());
  return [Buffer.concat(pieces).equals(whole), ...saySeen(whole)];
}

async function sayEvents() {
  const events = (await (await say({ stream_format: 'sse' })).text()).split('\n')
    .filter((line) => line.startsWith('data: ')).map((line) => JSON.parse(line.slice(6)));
  const bytes = Buffer.concat(events.filter((event) => event.type === 'speech.audio.delta')
    .map((event) => unpack(event.audio)));
  return [events.at(-1).type, ...saySeen(bytes)];
}

const seenOfSound = await see({
  'heard': async () => (await hear()).text,
  'model first': async () => (await client.audio.transcriptions.create(
    { model: 'listener', language: 'en', file: await speech() })).text,
  'seconds': async () => (await hear()).usage,
  'tokens': async () => (await hear({ model: 'counter' })).usage.type,
  'long': async () => (await hear({ file: fs.createReadStream(path('long.wav')) })).text,
  'likely': async () => (await hear({ model: 'counter', include: ['logprobs'] })).logprobs.length > 0,
  'speakers': hearSpeakers,
  'verbose': hearVerbose,
  'text': () => hear({ response_format: 'text' }),
  'srt': () => hear({ response_format: 'srt' }),
  'vtt': () => hear({ response_format: 'vtt' }),
  'streamed': hearStreamed,
  'from a stream': async () => (await hear({ file: fs.createReadStream(path('speech.wav')) })).text,
  'how it is cut': async () => (await hear({ temperature: 0.5,
    chunking_strategy: { type: 'server_vad', threshold: 0.5 } })).text,
  'translated': async () => (await client.audio.translations.create(
    { model: 'listener', file: await speech() })).text,
  'translated, text': async () => client.audio.translations.create(
    { model: 'listener', file: await speech(), response_format: 'text' }),
  'said': async () => saySeen(Buffer.from(await (await say()).arrayBuffer())),
  'said, streamed': sayStreamed,
  'said, events': sayEvents,
  'kind of sound': async () => (await say({ response_format: 'wav', speed: 1.5 })).headers.get('content-type'),
  'no sound': refused(async () => hear({ file: await toFile(Buffer.alloc(0), 'none.wav') })),
  'nothing to say': refused(() => say({ input: '' })),
  'chat model': refused(() => hear({ model: 'talker' })),
  'chat model to say it': refused(() => say({ model: 'talker' })),
  ...refusals(async (key, model) => open(key).audio.transcriptions.create(
    { model, file: await speech() }), KEY, tell),
});

// ---- Moderations -------------------------------------------------------------------------------

const flagged = async (input, members) => (await client.moderations.create({ input, ...members }))
  .results.map((row) => [row.flagged, row.categories.violence]);

const seenOfModerations = await see({
  'text': () => flagged('such violence', { model: 'moderator' }),
  'texts': () => flagged(['peace', 'violence'], { model: 'moderator' }),
  'parts': () => flagged([{ type: 'text', text: 'peace' }], { model: 'moderator' }),
  'usual model': () => flagged('peace'),
  'empty': refused(() => flagged([])),
  'chat model': refused(() => flagged('peace', { model: 'talker' })),
  ...refusals((key, model) => open(key).moderations.create({ model, input: 'peace' }), KEY, tell),
});

console.log(JSON.stringify({ 'Vectors': seenOfVectors, 'Pictures': seenOfPictures, 'Sound': seenOfSound,
  'Moderations': seenOfModerations }));
