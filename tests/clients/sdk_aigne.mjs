// The models of each kind as AIGNE's library reads them, which checks their shape. It asks the hub in AIGNE_HUB_API_URL.
import { AIGNEHubChatModel, AIGNEHubImageModel, AIGNEHubVideoModel } from "@aigne/aigne-hub";

console.log(JSON.stringify({
  chat: await AIGNEHubChatModel.models(),
  image: await AIGNEHubImageModel.models(),
  video: await AIGNEHubVideoModel.models(),
}));
