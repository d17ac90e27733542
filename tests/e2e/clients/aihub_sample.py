import requests
import json

# Configuration
API_KEY = "your-api-key-here"
BASE_URL = "https://api.ai-hub.com/v1"

# Headers
headers = {
    "Authorization": f"Bearer {API_KEY}",
    "Content-Type": "application/json"
}

# Non-streaming chat completion
def chat_completion(message, model="gpt-4"):
    url = f"{BASE_URL}/chat/completions"

    payload = {
        "model": model,
        "messages": [{"role": "user", "content": message}],
        "max_tokens": 1000,
        "temperature": 0.7
    }

    response = requests.post(url, json=payload, headers=headers)
    return response.json()

# Streaming chat completion
def stream_chat(message, model="gpt-4"):
    url = f"{BASE_URL}/chat/stream"

    payload = {
        "model": model,
        "messages": [{"role": "user", "content": message}],
        "stream": True
    }

    response = requests.post(url, json=payload, headers=headers, stream=True)

    for line in response.iter_lines():
        if line:
            line = line.decode('utf-8')
            if line.startswith('data: '):
                data = line[6:]  # Remove 'data: ' prefix
                if data == '[DONE]':
                    break
                try:
                    chunk = json.loads(data)
                    if 'choices' in chunk and len(chunk['choices']) > 0:
                        delta = chunk['choices'][0].get('delta', {})
                        if 'content' in delta:
                            print(delta['content'], end='', flush=True)
                except json.JSONDecodeError:
                    continue

# Usage
if __name__ == "__main__":
    # Non-streaming example
    result = chat_completion("Hello, AI Hub!")
    print(result['choices'][0]['message']['content'])

    # Streaming example
    print("\n--- Streaming Response ---")
    stream_chat("Tell me a short story")
