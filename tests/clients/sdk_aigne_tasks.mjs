// The image and video models of the AIGNE framework, seen as one JSON object.
import fs from 'node:fs';
import { AIGNEHubImageModel, AIGNEHubVideoModel } from '@aigne/aigne-hub';
import { failure, kindOf, refusals, see, unpack } from './seen.mjs';

const KEY = process.env.KEY;
const at = (apiKey, model) => ({ baseURL: process.env.BASE_URL, apiKey, model: `aignehub/${model}` });
const draw = (input, model = 'pictures', key = KEY) =>
  new AIGNEHubImageModel(at(key, model)).invoke({ prompt: 'a cat', outputFileType: 'file', ...input });
const CAT = { type: 'file', filename: 'cat.png', mimeType: 'image/png',
  data: fs.readFileSync(`${process.env.HOME}/cat.png`, 'base64') };

function tell(error) {
  if (!(error instanceof Error)) throw error;
  return [error.name, error.type ?? null];
}

const kinds = ({ images }) => images.map((image) => kindOf(unpack(image.data)));

async function usage() {
  const { usage, model } = await draw({});
  return [usage.inputTokens > 0, usage.outputTokens > 0, usage.aigneHubCredits > 0, model];
}

// By default the framework puts pictures into files.
async function kept() {
  const [{ path, mimeType }] = (await draw({ outputFileType: undefined })).images;
  return [kindOf(fs.readFileSync(path)), path.split('.').at(-1), mimeType];
}

console.log(JSON.stringify({ 'Pictures': await see({
  'one': async () => kinds(await draw({})),
  'two': async () => kinds(await draw({ n: 2, modelOptions: { size: '1024x1024', quality: 'low' } })),
  'usage': usage,
  'a file': kept,
  'URL': async () => kinds(await draw({ modelOptions: { responseFormat: 'url' } }, 'old-pictures')),
  'changed': async () => kinds(await draw({ image: [CAT] })),
  'several changed': async () => kinds(await draw({ image: [CAT, CAT] })),
  'empty': () => failure(tell, () => draw({ prompt: '' })),
  'chat model': () => failure(tell, () => draw({}, 'talker')),
  'video': () => failure(tell, () => new AIGNEHubVideoModel(at(KEY, 'pictures')).invoke({ prompt: 'a cat' })),
  ...refusals((key, model) => draw({}, model, key), KEY, tell),
}) }));
process.exit(0); // the framework keeps timers
