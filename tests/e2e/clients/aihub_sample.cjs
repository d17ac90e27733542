const axios = require('axios');

// Configuration
const API_KEY = 'your-api-key-here';
const BASE_URL = 'https://api.ai-hub.com/v1';

// Headers
const headers = {
  'Authorization': `Bearer ${API_KEY}`,
  'Content-Type': 'application/json'
};

// Non-streaming chat completion
async function chatCompletion(message, model = 'gpt-4') {
  try {
    const response = await axios.post(`${BASE_URL}/chat/completions`, {
      model: model,
      messages: [{ role: 'user', content: message }],
      max_tokens: 1000,
      temperature: 0.7
    }, { headers });

    return response.data;
  } catch (error) {
    console.error('Error:', error.response?.data || error.message);
    throw error;
  }
}

// Streaming chat completion
async function streamChat(message, model = 'gpt-4') {
  try {
    const response = await axios.post(`${BASE_URL}/chat/stream`, {
      model: model,
      messages: [{ role: 'user', content: message }],
      stream: true
    }, {
      headers,
      responseType: 'stream'
    });

    response.data.on('data', (chunk) => {
      const lines = chunk.toString().split('\n');
      for (const line of lines) {
        if (line.startsWith('data: ')) {
          const data = line.slice(6);
          if (data === '[DONE]') {
            process.exit(0);
          }
          try {
            const parsed = JSON.parse(data);
            if (parsed.choices && parsed.choices[0]?.delta?.content) {
              process.stdout.write(parsed.choices[0].delta.content);
            }
          } catch (e) {
            // Ignore parsing errors
          }
        }
      }
    });

  } catch (error) {
    console.error('Error:', error.response?.data || error.message);
    throw error;
  }
}

// Usage
(async () => {
  // Non-streaming example
  const result = await chatCompletion('Hello, AI Hub!');
  console.log(result.choices[0].message.content);

  // Streaming example
  console.log('\n--- Streaming Response ---');
  await streamChat('Tell me a short story');
})();
