# Non-streaming chat completion
curl -X POST "https://api.ai-hub.com/v1/chat/completions" \
  -H "Authorization: Bearer your-api-key-here" \
  -H "Content-Type: application/json" \
  -d '{
    "model": "gpt-4",
    "messages": [
      {"role": "user", "content": "Hello, AI Hub!"}
    ],
    "max_tokens": 1000,
    "temperature": 0.7
  }'

# Streaming chat completion
curl -X POST "https://api.ai-hub.com/v1/chat/stream" \
  -H "Authorization: Bearer your-api-key-here" \
  -H "Content-Type: application/json" \
  -d '{
    "model": "gpt-4",
    "messages": [
      {"role": "user", "content": "Tell me a story"}
    ],
    "stream": true
  }'

# List models
curl -X GET "https://api.ai-hub.com/v1/models" \
  -H "Authorization: Bearer your-api-key-here"

# Get usage statistics
curl -X GET "https://api.ai-hub.com/v1/usage" \
  -H "Authorization: Bearer your-api-key-here"
