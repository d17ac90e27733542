/* Written by tools/catalog-import. */
#include "route/catalog_data.h"

const struct catalog_provider catalog_providers[] = {
    {"anthropic", 0, 23},
    {"baseten", 23, 15},
    {"cerebras", 38, 6},
    {"cloudflare", 44, 47},
    {"cohere", 91, 12},
    {"deepseek", 103, 7},
    {"demo", 110, 1},
    {"fireworks", 111, 32},
    {"google", 143, 38},
    {"groq", 181, 31},
    {"minimax", 212, 9},
    {"mistral", 221, 42},
    {"moonshot", 263, 14},
    {"novita", 277, 34},
    {"openai", 311, 87},
    {"openrouter", 398, 429},
    {"ovhcloud", 827, 15},
    {"perplexity", 842, 9},
    {"together", 851, 72},
    {"xai", 923, 21},
    {"zai", 944, 3},
    {"zhipu", 947, 15},
};
const size_t catalog_provider_count = sizeof catalog_providers / sizeof *catalog_providers;

#define NONE CATALOG_NO_RATES
const struct catalog_row catalog_rows[] = {
    {0, 9, 200000, 4096, 0, 0, NONE, 0, MODEL_CHAT, 0}, /* claude-2 */
    {26, 50, 200000, 8192, 0, 3, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* claude-3-5-haiku-latest */
    {67, 85, 200000, 8192, 0, 10, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0}, /* claude-3-5-sonnet */
    {103, 128, 200000, 64000, 0, 10, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* claude-3-7-sonnet-latest */
    {146, 161, 200000, 4096, 0, 17, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* claude-3-haiku */
    {176, 197, 200000, 4096, 0, 23, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* claude-3-opus-latest */
    {211, 227, 200000, 4096, 0, 29, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* claude-3-sonnet */
    {243, 258, 1000000, 128000, 0, 35, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* claude-fable-5 */
    {273, 290, 1000000, 128000, 0, 42, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* claude-fable-5-1 */
    {307, 324, 200000, 64000, 0, 49, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* claude-haiku-4-5 */
    {341, 357, 200000, 32000, 0, 56, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* claude-opus-4-0 */
    {371, 387, 200000, 32000, 0, 56, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* claude-opus-4-1 */
    {403, 419, 200000, 64000, 0, 63, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* claude-opus-4-5 */
    {435, 451, 1000000, 128000, 0, 63, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* claude-opus-4-6 */
    {467, 483, 1000000, 128000, 0, 63, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* claude-opus-4-7 */
    {499, 515, 1000000, 128000, 0, 63, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* claude-opus-4-8 */
    {531, 545, 1000000, 128000, 0, 63, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* claude-opus-5 */
    {559, 575, 1000000, 128000, 0, 70, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* claude-opus-5-5 */
    {591, 609, 200000, 64000, 0, 10, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* claude-sonnet-4-0 */
    {625, 643, 200000, 64000, 200000, 10, 77, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* claude-sonnet-4-5 */
    {661, 679, 1000000, 128000, 0, 10, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* claude-sonnet-4-6 */
    {697, 713, 1000000, 128000, 0, 84, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* claude-sonnet-5 */
    {729, 739, 0, 4096, 0, 0, NONE, 0, MODEL_CHAT, 0}, /* claude-v1 */
    {749, 784, 1048000, 0, 0, 91, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* deepseek-ai/DeepSeek-V4-Flash-0731 */
    {807, 835, 1048000, 0, 0, 95, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* deepseek-ai/DeepSeek-V4-Pro */
    {851, 884, 1048000, 0, 0, 99, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* deepseek-ai/DeepSeek-V4-Pro-0813 */
    {905, 926, 262000, 0, 0, 103, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* moonshotai/Kimi-K2.6 */
    {936, 962, 262000, 0, 0, 103, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* moonshotai/Kimi-K2.7-Code */
    {977, 996, 1048000, 0, 0, 107, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* moonshotai/Kimi-K3 */
    {1004, 1045, 202000, 0, 0, 111, NONE, 0, MODEL_CHAT, 0}, /* nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B */
    {1069, 1089, 128000, 0, 0, 115, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-oss-120b */
    {1102, 1127, 1048000, 0, 0, 118, NONE, 0, MODEL_CHAT, 0}, /* thinkingmachines/inkling */
    {1135, 1166, 1048000, 0, 0, 122, NONE, 0, MODEL_CHAT, 0}, /* thinkingmachines/inkling-small */
    {1180, 1196, 200000, 0, 0, 126, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* zai-org/GLM-4.7 */
    {1204, 1220, 1048000, 0, 0, 130, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* zai-org/GLM-5.2 */
    {1228, 1249, 1048000, 0, 0, 134, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* zai-org/GLM-5.2-Fast */
    {1262, 1278, 1048000, 0, 0, 130, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* zai-org/GLM-5.3 */
    {1286, 1308, 1048000, 0, 0, 138, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* zai-org/GLM-5.3-Flash */
    {1322, 1334, 131072, 0, 0, 142, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* gemma-4-31b */
    {1346, 1359, 131072, 0, 0, 145, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-oss-120b */
    {1372, 1386, 128000, 0, 0, 148, NONE, MODEL_TOOLS, MODEL_CHAT, 1}, /* llama-3.3-70b */
    {1400, 1412, 32768, 0, 0, 151, NONE, MODEL_TOOLS, MODEL_CHAT, 1}, /* llama3.1-8b */
    {1425, 1436, 131072, 0, 0, 154, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 1}, /* qwen-3-32b */
    {1447, 1459, 131072, 0, 0, 157, NONE, 0, MODEL_CHAT, 1}, /* zai-glm-4.7 */
    {1472, 1510, 0, 0, 0, 160, NONE, 0, MODEL_OTHER, 0}, /* @cf/ai4bharat/indictrans2-en-indic-1B */
    {1534, 1575, 0, 0, 0, 163, NONE, 0, MODEL_CHAT, 0}, /* @cf/aisingapore/gemma-sea-lion-v4-27b-it */
    {1600, 1626, 0, 0, 0, 166, NONE, 0, MODEL_EMBEDDING, 0}, /* @cf/baai/bge-base-en-v1.5 */
    {1648, 1675, 0, 0, 0, 169, NONE, 0, MODEL_EMBEDDING, 0}, /* @cf/baai/bge-large-en-v1.5 */
    {1698, 1714, 0, 0, 0, 172, NONE, 0, MODEL_EMBEDDING, 0}, /* @cf/baai/bge-m3 */
    {1721, 1748, 0, 0, 0, 175, NONE, 0, MODEL_RERANK, 0}, /* @cf/baai/bge-reranker-base */
    {1766, 1793, 0, 0, 0, 178, NONE, 0, MODEL_EMBEDDING, 0}, /* @cf/baai/bge-small-en-v1.5 */
    {1816, 1861, 0, 0, 0, 181, NONE, MODEL_REASONING, MODEL_CHAT, 0}, /* @cf/deepseek-ai/deepseek-r1-distill-qwen-32b */
    {1890, 784, 0, 0, 0, 184, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* @cf/deepseek-ai/deepseek-v4-flash-0731 */
    {1929, 884, 0, 0, 0, 188, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* @cf/deepseek-ai/deepseek-v4-pro-0813 */
    {1966, 1992, 0, 0, 0, 192, NONE, MODEL_IMAGES, MODEL_CHAT, 1}, /* @cf/google/gemma-3-12b-it */
    {2007, 2037, 256000, 0, 0, 195, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* @cf/google/gemma-4-26b-a4b-it */
    {2056, 2094, 0, 0, 0, NONE, NONE, 0, MODEL_OTHER, 0}, /* @cf/huggingface/distilbert-sst-2-int8 */
    {2116, 2152, 0, 0, 0, 198, NONE, 0, MODEL_CHAT, 0}, /* @cf/ibm-granite/granite-4.0-h-micro */
    {2172, 2202, 0, 0, 0, 201, NONE, 0, MODEL_CHAT, 1}, /* @cf/meta/llama-2-7b-chat-fp16 */
    {2223, 2252, 0, 0, 0, 204, NONE, 0, MODEL_CHAT, 1}, /* @cf/meta/llama-3-8b-instruct */
    {2272, 2305, 0, 0, 0, 207, NONE, 0, MODEL_CHAT, 1}, /* @cf/meta/llama-3-8b-instruct-awq */
    {2329, 2370, 0, 0, 0, 210, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* @cf/meta/llama-3.1-70b-instruct-fp8-fast */
    {2402, 2433, 0, 0, 0, 204, NONE, MODEL_TOOLS, MODEL_CHAT, 1}, /* @cf/meta/llama-3.1-8b-instruct */
    {2455, 2490, 0, 0, 0, 207, NONE, MODEL_TOOLS, MODEL_CHAT, 1}, /* @cf/meta/llama-3.1-8b-instruct-awq */
    {2516, 2551, 0, 0, 0, 213, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* @cf/meta/llama-3.1-8b-instruct-fp8 */
    {2577, 2617, 0, 0, 0, 216, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* @cf/meta/llama-3.1-8b-instruct-fp8-fast */
    {2648, 2687, 0, 0, 0, 219, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* @cf/meta/llama-3.2-11b-vision-instruct */
    {2717, 2748, 0, 0, 0, 222, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* @cf/meta/llama-3.2-1b-instruct */
    {2770, 2801, 0, 0, 0, 225, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* @cf/meta/llama-3.2-3b-instruct */
    {2823, 2864, 24000, 0, 0, 210, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* @cf/meta/llama-3.3-70b-instruct-fp8-fast */
    {2896, 2936, 0, 0, 0, 228, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* @cf/meta/llama-4-scout-17b-16e-instruct */
    {2967, 2993, 0, 0, 0, 231, NONE, 0, MODEL_CHAT, 0}, /* @cf/meta/llama-guard-3-8b */
    {3010, 3031, 0, 0, 0, 160, NONE, 0, MODEL_OTHER, 0}, /* @cf/meta/m2m100-1.2b */
    {3043, 3080, 0, 0, 0, 234, NONE, 0, MODEL_CHAT, 1}, /* @cf/mistral/mistral-7b-instruct-v0.1 */
    {3105, 3150, 0, 0, 0, 163, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* @cf/mistralai/mistral-small-3.1-24b-instruct */
    {3181, 3215, 0, 0, 0, 237, NONE, 0, MODEL_CHAT, 0}, /* @cf/moondream/moondream3.1-9B-A2B */
    {3236, 3261, 0, 0, 0, 240, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 1}, /* @cf/moonshotai/kimi-k2.5 */
    {3271, 926, 0, 0, 0, 103, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* @cf/moonshotai/kimi-k2.6 */
    {3296, 962, 0, 0, 0, 244, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* @cf/moonshotai/kimi-k2.7-code */
    {3326, 3358, 0, 0, 0, 248, NONE, 0, MODEL_CHAT, 0}, /* @cf/nvidia/nemotron-3-120b-a12b */
    {3379, 1359, 128000, 0, 0, 145, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* @cf/openai/gpt-oss-120b */
    {3403, 3426, 128000, 0, 0, 251, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* @cf/openai/gpt-oss-20b */
    {3438, 3467, 0, 0, 0, 254, NONE, 0, MODEL_EMBEDDING, 0}, /* @cf/pfnet/plamo-embedding-1b */
    {3486, 3522, 0, 0, 0, 257, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* @cf/qwen/qwen2.5-coder-32b-instruct */
    {3549, 3576, 0, 0, 0, 225, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* @cf/qwen/qwen3-30b-a3b-fp8 */
    {3594, 3624, 0, 0, 0, 172, NONE, 0, MODEL_EMBEDDING, 0}, /* @cf/qwen/qwen3-embedding-0.6b */
    {3645, 3666, 262144, 0, 0, 260, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* @cf/qwen/qwen3.8-27b */
    {3678, 3695, 0, 0, 0, 257, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* @cf/qwen/qwq-32b */
    {3703, 3729, 131072, 0, 0, 263, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* @cf/zai-org/glm-4.7-flash */
    {3743, 1220, 0, 0, 0, 266, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* @cf/zai-org/glm-5.2 */
    {3763, 1308, 0, 0, 0, 138, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* @cf/zai-org/glm-5.3-flash */
    {3789, 3810, 128000, 0, 0, 248, NONE, 0, MODEL_CHAT, 0}, /* c4ai-aya-expanse-32b */
    {3826, 3846, 8192, 0, 0, 248, NONE, 0, MODEL_CHAT, 1}, /* c4ai-aya-expanse-8b */
    {3861, 3869, 0, 0, 0, 270, NONE, 0, MODEL_CHAT, 0}, /* command */
    {3877, 3887, 0, 8000, 0, 273, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* command-a */
    {3897, 3911, 4096, 0, 0, 276, NONE, 0, MODEL_CHAT, 1}, /* command-light */
    {3925, 3935, 0, 4000, 0, 279, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* command-r */
    {3945, 3960, 0, 4000, 0, 273, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* command-r-plus */
    {3971, 3983, 0, 4000, 0, 282, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* command-r7b */
    {3995, 4014, 0, 0, 0, 285, NONE, 0, MODEL_EMBEDDING, 0}, /* embed-english-v3.0 */
    {4033, 4057, 0, 0, 0, 285, NONE, 0, MODEL_EMBEDDING, 0}, /* embed-multilingual-v3.0 */
    {4081, 4092, 128000, 0, 0, 288, NONE, 0, MODEL_EMBEDDING, 0}, /* embed-v4.0 */
    {4103, 4115, 0, 0, 0, NONE, NONE, 0, MODEL_RERANK, 0}, /* rerank-v3.5 */
    {4127, 4141, 64000, 8192, 0, 291, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* deepseek-chat */
    {4155, 4173, 64000, 0, 0, 291, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* deepseek-reasoner */
    {4185, 4208, 128000, 0, 0, 295, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* deepseek-v3.1-terminus */
    {4231, 4245, 128000, 0, 0, 299, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* deepseek-v3.2 */
    {4259, 4277, 128000, 0, 0, 302, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* deepseek-v3.2-exp */
    {4295, 4313, 1000000, 0, 0, 305, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* deepseek-v4-flash */
    {4331, 835, 1000000, 0, 0, 309, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* deepseek-v4-pro */
    {4347, 4352, 0, 0, 0, 313, NONE, 0, MODEL_CHAT, 0}, /* demo */
    {4357, 4400, 160000, 0, 0, 316, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* accounts/fireworks/models/deepseek-r1-0528 */
    {4417, 4460, 160000, 0, 0, 319, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* accounts/fireworks/models/deepseek-v3-0324 */
    {4478, 4518, 163840, 0, 0, 322, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* accounts/fireworks/models/deepseek-v3p2 */
    {4532, 4576, 1040000, 0, 0, 326, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* accounts/fireworks/models/deepseek-v4-flash */
    {4594, 4636, 1048576, 0, 0, 95, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* accounts/fireworks/models/deepseek-v4-pro */
    {4652, 4693, 131000, 0, 0, 151, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* accounts/fireworks/models/gemma-3-27b-it */
    {4714, 4748, 202752, 0, 0, 330, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* accounts/fireworks/models/glm-4p7 */
    {4756, 4790, 0, 0, 0, 266, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* accounts/fireworks/models/glm-5p1 */
    {4798, 4837, 0, 0, 0, 333, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* accounts/fireworks/models/glm-5p1-fast */
    {4850, 4884, 1040000, 0, 0, 130, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* accounts/fireworks/models/glm-5p2 */
    {4892, 1249, 1040000, 0, 0, 134, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* accounts/fireworks/models/glm-5p2-fast */
    {4931, 4970, 131072, 0, 0, 337, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* accounts/fireworks/models/gpt-oss-120b */
    {4990, 5028, 131072, 0, 0, 341, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* accounts/fireworks/models/gpt-oss-20b */
    {5047, 1127, 1040000, 0, 0, 118, NONE, 0, MODEL_CHAT, 0}, /* accounts/fireworks/models/inkling */
    {5081, 3261, 262144, 0, 0, 240, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* accounts/fireworks/models/kimi-k2p5 */
    {5117, 926, 0, 0, 0, 103, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* accounts/fireworks/models/kimi-k2p6 */
    {5153, 5194, 262144, 0, 0, 345, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* accounts/fireworks/models/kimi-k2p6-fast */
    {5209, 962, 262144, 0, 0, 244, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* accounts/fireworks/models/kimi-k2p7-code */
    {5250, 5296, 262144, 0, 0, 349, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* accounts/fireworks/models/kimi-k2p7-code-fast */
    {5316, 996, 1040000, 0, 0, 107, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* accounts/fireworks/models/kimi-k3 */
    {5350, 5389, 1040000, 0, 0, 353, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* accounts/fireworks/models/kimi-k3-fast */
    {5402, 5439, 1040000, 0, 0, 357, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* accounts/fireworks/models/kimi-k3-us */
    {5450, 2433, 131000, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* accounts/fireworks/models/llama-v3p1-8b-instruct */
    {5499, 5556, 1000000, 0, 0, 364, NONE, 0, MODEL_CHAT, 0}, /* accounts/fireworks/models/llama4-maverick-instruct-basic */
    {5590, 5629, 204800, 0, 0, 367, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* accounts/fireworks/models/minimax-m2p1 */
    {5642, 5681, 0, 0, 0, 370, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* accounts/fireworks/models/minimax-m2p7 */
    {5694, 5731, 524288, 0, 0, 370, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* accounts/fireworks/models/minimax-m3 */
    {5742, 5791, 262000, 0, 0, 111, NONE, 0, MODEL_CHAT, 0}, /* accounts/fireworks/models/nemotron-3-ultra-nvfp4 */
    {5821, 5871, 128000, 0, 0, 319, NONE, 0, MODEL_CHAT, 0}, /* accounts/fireworks/models/qwen2p5-vl-72b-instruct */
    {5895, 5937, 128000, 0, 0, 364, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* accounts/fireworks/models/qwen3-235b-a22b */
    {5953, 5992, 0, 0, 0, 374, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* accounts/fireworks/models/qwen3p6-plus */
    {6005, 6044, 262144, 0, 0, 378, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* accounts/fireworks/models/qwen3p7-plus */
    {6057, 6083, 32768, 8192, 0, 382, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* gemini-1.0-pro-vision-001 */
    {6109, 6126, 1000000, 8192, 128000, 385, 389, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-1.5-flash */
    {6143, 6158, 1000000, 8192, 128000, 393, 273, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-1.5-pro */
    {6173, 6190, 1000000, 8192, 0, 396, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-2.0-flash */
    {6207, 6229, 1000000, 8192, 0, 402, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-2.0-flash-lite */
    {6251, 6268, 1048576, 65536, 0, 405, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-2.5-flash */
    {6285, 6308, 1000000, 0, 0, 411, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* gemini-2.5-flash-image */
    {6331, 6353, 1000000, 65536, 0, 415, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-2.5-flash-lite */
    {6375, 6409, 8192, 0, 0, 421, NONE, MODEL_AUDIO_OUT, MODEL_SPEECH, 0}, /* gemini-2.5-flash-lite-preview-tts */
    {6443, 6468, 0, 65536, 0, 279, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 1}, /* gemini-2.5-flash-preview */
    {6499, 6520, 8192, 0, 0, 421, NONE, MODEL_AUDIO_OUT, MODEL_SPEECH, 0}, /* gemini-2.5-flash-tts */
    {6541, 6556, 0, 65536, 200000, 424, 428, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-2.5-pro */
    {6571, 6590, 8192, 0, 0, 432, NONE, MODEL_AUDIO_OUT, MODEL_SPEECH, 0}, /* gemini-2.5-pro-tts */
    {6609, 6632, 1000000, 65536, 0, 435, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-3-flash-preview */
    {6655, 6682, 1000000, 0, 0, 441, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* gemini-3-pro-image-preview */
    {6709, 6730, 0, 65536, 200000, 445, 449, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-3-pro-preview */
    {6751, 6782, 1000000, 0, 0, 453, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* gemini-3.1-flash-image-preview */
    {6813, 6835, 1000000, 65536, 0, 457, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-3.1-flash-lite */
    {6857, 6885, 0, 0, 0, 463, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* gemini-3.1-flash-lite-image */
    {6913, 6943, 0, 0, 0, 467, NONE, MODEL_AUDIO | MODEL_VIDEOS | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0}, /* gemini-3.1-flash-live-preview */
    {6973, 6996, 0, 65536, 200000, 445, 449, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-3.1-pro-preview */
    {7019, 7036, 1000000, 65536, 0, 473, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-3.5-flash */
    {7053, 7075, 1000000, 65536, 0, 477, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-3.5-flash-lite */
    {7097, 7114, 1000000, 65536, 0, 481, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-3.6-flash */
    {7131, 7148, 1000000, 65536, 0, 481, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-3.7-flash */
    {7165, 7182, 1000000, 65536, 0, 481, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-3.8-flash */
    {7199, 7220, 0, 0, 0, 485, NONE, 0, MODEL_EMBEDDING, 0}, /* gemini-embedding-001 */
    {7241, 7260, 8192, 0, 0, 488, NONE, 0, MODEL_EMBEDDING, 0}, /* gemini-embedding-2 */
    {7279, 6126, 0, 8192, 128000, 385, 389, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-flash-1.5 */
    {7296, 7316, 1000000, 8192, 128000, 493, 497, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-flash-1.5-8b */
    {7336, 7358, 0, 0, 0, 501, NONE, MODEL_AUDIO | MODEL_VIDEOS | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0}, /* gemini-live-2.5-flash */
    {7380, 7406, 0, 0, 0, 506, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-omni-flash-preview */
    {7432, 7443, 32768, 0, 0, 382, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* gemini-pro */
    {7454, 6158, 2000000, 0, 128000, 509, 513, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gemini-pro-1.5 */
    {7469, 7484, 0, 0, 0, 517, NONE, 0, MODEL_CHAT, 0}, /* gemma-2-27b-it */
    {7496, 7525, 0, 0, 0, NONE, NONE, MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* imagen-4.0-fast-generate-001 */
    {7554, 7578, 0, 0, 0, NONE, NONE, MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* imagen-4.0-generate-001 */
    {7602, 7632, 0, 0, 0, NONE, NONE, MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* imagen-4.0-ultra-generate-001 */
    {7662, 7692, 131072, 0, 0, 520, NONE, MODEL_REASONING, MODEL_CHAT, 0}, /* deepseek-r1-distill-llama-70b */
    {7722, 7734, 0, 0, 0, 523, NONE, 0, MODEL_CHAT, 0}, /* gemma-7b-it */
    {7746, 7759, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* gemma2-9b-it */
    {7773, 7798, 0, 0, 0, 526, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* llama-3.1-405b-reasoning */
    {7823, 7847, 0, 0, 0, 526, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* llama-3.1-70b-versatile */
    {7871, 7892, 0, 0, 0, 529, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* llama-3.1-8b-instant */
    {7918, 7945, 0, 0, 0, 532, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* llama-3.2-11b-text-preview */
    {7972, 8001, 0, 0, 0, 532, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* llama-3.2-11b-vision-preview */
    {8030, 8051, 0, 0, 0, 535, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* llama-3.2-1b-preview */
    {8072, 8093, 0, 0, 0, 538, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* llama-3.2-3b-preview */
    {8114, 8141, 0, 0, 0, 319, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* llama-3.2-90b-text-preview */
    {8168, 8197, 0, 0, 0, 319, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* llama-3.2-90b-vision-preview */
    {8226, 8248, 0, 32768, 0, 541, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* llama-3.3-70b-specdec */
    {8270, 8294, 0, 32768, 0, 526, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* llama-3.3-70b-versatile */
    {8323, 8340, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* llama-guard-3-8b */
    {8357, 8373, 0, 0, 0, 544, NONE, 0, MODEL_CHAT, 0}, /* llama2-70b-4096 */
    {8389, 8405, 0, 0, 0, 526, NONE, 0, MODEL_CHAT, 0}, /* llama3-70b-8192 */
    {8421, 8436, 0, 0, 0, 529, NONE, 0, MODEL_CHAT, 0}, /* llama3-8b-8192 */
    {8451, 8489, 0, 0, 0, 547, NONE, 0, MODEL_CHAT, 0}, /* llama3-groq-70b-8192-tool-use-preview */
    {8527, 8564, 0, 0, 0, 550, NONE, 0, MODEL_CHAT, 0}, /* llama3-groq-8b-8192-tool-use-preview */
    {8601, 8647, 131072, 0, 0, 553, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* meta-llama/llama-4-maverick-17b-128e-instruct */
    {8673, 8715, 0, 0, 0, 556, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* meta-llama/llama-4-scout-17b-16e-instruct */
    {8744, 8773, 131072, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/llama-guard-4-12b */
    {8791, 8808, 0, 0, 0, 559, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* mistral-saba-24b */
    {8825, 8844, 0, 0, 0, 562, NONE, 0, MODEL_CHAT, 0}, /* mixtral-8x7b-32768 */
    {8863, 8891, 131072, 0, 0, 565, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* moonshotai/kimi-k2-instruct */
    {1069, 8907, 131072, 65536, 0, 569, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-oss-120b */
    {8920, 8939, 131072, 65536, 0, 573, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-oss-20b */
    {8951, 8966, 131072, 0, 0, 577, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3-32b */
    {8981, 8998, 0, 0, 0, NONE, NONE, 0, MODEL_TRANSCRIPTION, 0}, /* whisper-large-v3 */
    {9015, 9038, 0, 0, 0, NONE, NONE, 0, MODEL_TRANSCRIPTION, 0}, /* whisper-large-v3-turbo */
    {9061, 9068, 64000, 0, 0, 367, NONE, 0, MODEL_CHAT, 0}, /* M2-her */
    {9083, 9094, 204800, 0, 0, 580, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* MiniMax-M2 */
    {9105, 9128, 204800, 0, 0, 585, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* MiniMax-M2.1-highspeed */
    {9151, 9174, 204800, 0, 0, 585, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* MiniMax-M2.5-highspeed */
    {9197, 5681, 204800, 0, 0, 590, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* MiniMax-M2.7 */
    {9210, 9233, 204800, 0, 0, 595, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* MiniMax-M2.7-highspeed */
    {9256, 9267, 1000192, 0, 0, 600, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* minimax-01 */
    {9278, 9289, 0, 0, 0, 603, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* minimax-m1 */
    {9300, 5731, 1000000, 0, 512000, 370, 111, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* minimax-m3 */
    {9311, 9321, 256000, 0, 0, 606, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* codestral */
    {9331, 9346, 256000, 0, 0, 609, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* codestral-2508 */
    {9361, 9377, 0, 0, 0, 485, NONE, 0, MODEL_EMBEDDING, 0}, /* codestral-embed */
    {9393, 9407, 262144, 0, 0, 613, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* devstral-2512 */
    {9423, 9438, 0, 0, 0, 195, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 1}, /* devstral-small */
    {9453, 9470, 0, 0, 0, 617, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* magistral-medium */
    {9487, 9503, 0, 0, 0, 248, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* magistral-small */
    {9519, 9538, 262144, 0, 0, 620, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* ministral-14b-2512 */
    {9559, 9572, 0, 0, 0, 535, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* ministral-3b */
    {9585, 9603, 131072, 0, 0, 624, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* ministral-3b-2512 */
    {9623, 9636, 0, 0, 0, 151, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* ministral-8b */
    {9655, 9673, 262144, 0, 0, 628, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* ministral-8b-2512 */
    {9693, 9713, 0, 0, 0, 628, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* ministral-8b-latest */
    {9733, 9744, 0, 0, 0, 632, NONE, 0, MODEL_CHAT, 0}, /* mistral-7b */
    {9755, 9769, 8192, 0, 0, 151, NONE, 0, MODEL_EMBEDDING, 0}, /* mistral-embed */
    {9783, 9797, 0, 0, 0, 635, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistral-large */
    {9811, 9830, 262144, 0, 0, 638, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistral-large-2512 */
    {9851, 9871, 0, 0, 0, 642, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistral-medium-2312 */
    {9888, 9907, 0, 0, 0, 613, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistral-medium-3-1 */
    {9932, 9951, 262144, 0, 0, 481, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistral-medium-3-5 */
    {9970, 9992, 0, 0, 0, 481, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistral-medium-latest */
    {10014, 10040, 0, 0, 0, 285, NONE, 0, MODEL_MODERATION, 0}, /* mistral-moderation-latest */
    {10066, 10079, 0, 0, 0, 645, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistral-nemo */
    {10092, 10109, 0, 0, 0, NONE, NONE, 0, MODEL_OCR, 1}, /* mistral-ocr-2503 */
    {10121, 10138, 0, 0, 0, NONE, NONE, 0, MODEL_OCR, 1}, /* mistral-ocr-2505 */
    {10152, 10169, 16384, 0, 0, NONE, NONE, 0, MODEL_OCR, 0}, /* mistral-ocr-2512 */
    {10183, 10199, 16384, 0, 0, NONE, NONE, 0, MODEL_OCR, 0}, /* mistral-ocr-4-0 */
    {10215, 10231, 16384, 0, 0, NONE, NONE, 0, MODEL_OCR, 0}, /* mistral-ocr-4-1 */
    {10247, 10266, 0, 0, 0, NONE, NONE, 0, MODEL_OCR, 0}, /* mistral-ocr-latest */
    {10285, 10298, 0, 0, 0, 553, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* mistral-saba */
    {10311, 10343, 0, 0, 0, 529, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistral-small-24b-instruct-2501 */
    {10359, 10378, 262144, 0, 0, 648, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistral-small-2603 */
    {10394, 10425, 0, 0, 0, 163, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistral-small-3.1-24b-instruct */
    {10447, 10478, 0, 0, 0, 652, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistral-small-3.2-24b-instruct */
    {10500, 10521, 0, 0, 0, 195, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistral-small-latest */
    {10539, 10552, 0, 0, 0, 632, NONE, 0, MODEL_CHAT, 1}, /* mistral-tiny */
    {10565, 10588, 0, 0, 0, 319, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* mixtral-8x22b-instruct */
    {10611, 10624, 0, 0, 0, 655, NONE, 0, MODEL_CHAT, 0}, /* mixtral-8x7b */
    {10637, 10649, 0, 0, 0, 645, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* pixtral-12b */
    {10661, 10675, 0, 0, 0, 635, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* pixtral-large */
    {10694, 10712, 16384, 0, 0, NONE, NONE, 0, MODEL_TRANSCRIPTION, 0}, /* voxtral-mini-2602 */
    {10738, 10761, 32768, 0, 0, 658, NONE, MODEL_AUDIO | MODEL_TOOLS, MODEL_CHAT, 0}, /* voxtral-small-24b-2507 */
    {10784, 10792, 0, 0, 0, 662, NONE, MODEL_TOOLS, MODEL_CHAT, 1}, /* kimi-k2 */
    {10805, 10826, 131072, 0, 0, 665, NONE, MODEL_TOOLS, MODEL_CHAT, 1}, /* kimi-k2-0711-preview */
    {10847, 10868, 262144, 0, 0, 665, NONE, MODEL_TOOLS, MODEL_CHAT, 1}, /* kimi-k2-0905-preview */
    {10889, 10906, 262144, 0, 0, 665, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 1}, /* kimi-k2-thinking */
    {10923, 10946, 262144, 0, 0, 669, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 1}, /* kimi-k2-thinking-turbo */
    {10969, 10991, 262144, 0, 0, 669, NONE, MODEL_TOOLS, MODEL_CHAT, 1}, /* kimi-k2-turbo-preview */
    {11013, 3261, 262144, 0, 0, 240, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* kimi-k2.5 */
    {11023, 926, 262144, 0, 0, 103, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* kimi-k2.6 */
    {11033, 962, 262144, 0, 0, 244, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* kimi-k2.7-code */
    {11048, 11073, 262144, 0, 0, 349, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* kimi-k2.7-code-highspeed */
    {11098, 996, 1048576, 0, 0, 107, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* kimi-k3 */
    {11106, 11123, 131072, 0, 0, 617, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* moonshot-v1-128k */
    {11140, 11156, 32768, 0, 0, 673, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* moonshot-v1-32k */
    {11172, 11187, 8192, 0, 0, 676, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* moonshot-v1-8k */
    {11202, 11227, 8192, 0, 0, 679, NONE, 0, MODEL_CHAT, 0}, /* Sao10K/L3-8B-Stheno-v3.2 */
    {11245, 11289, 0, 0, 0, 319, NONE, 0, MODEL_CHAT, 0}, /* cognitivecomputations/dolphin-mixtral-8x22b */
    {11311, 4173, 64000, 0, 0, 682, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* deepseek/deepseek-r1 */
    {11332, 11371, 8192, 0, 0, 685, NONE, MODEL_REASONING, MODEL_CHAT, 0}, /* deepseek/deepseek-r1-distill-llama-70b */
    {11401, 11439, 0, 0, 0, 535, NONE, MODEL_REASONING, MODEL_CHAT, 0}, /* deepseek/deepseek-r1-distill-llama-8b */
    {11468, 11506, 32768, 0, 0, 645, NONE, MODEL_REASONING, MODEL_CHAT, 0}, /* deepseek/deepseek-r1-distill-qwen-14b */
    {11535, 11573, 64000, 0, 0, 688, NONE, MODEL_REASONING, MODEL_CHAT, 0}, /* deepseek/deepseek-r1-distill-qwen-32b */
    {11602, 11623, 64000, 0, 0, 547, NONE, 0, MODEL_CHAT, 0}, /* deepseek/deepseek_v3 */
    {11635, 11656, 0, 0, 0, 691, NONE, 0, MODEL_CHAT, 0}, /* google/gemma-2-9b-it */
    {11670, 11693, 4096, 0, 0, 694, NONE, 0, MODEL_CHAT, 0}, /* gryphe/mythomax-l2-13b */
    {11709, 11736, 0, 0, 0, 697, NONE, 0, MODEL_CHAT, 0}, /* jondurbin/airoboros-l2-70b */
    {11753, 11785, 8192, 0, 0, 700, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/llama-3-70b-instruct */
    {11806, 11837, 8192, 0, 0, 535, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/llama-3-8b-instruct */
    {11857, 11891, 0, 0, 0, 703, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/llama-3.1-70b-instruct */
    {11914, 11947, 16384, 0, 0, 679, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/llama-3.1-8b-instruct */
    {11969, 12007, 0, 0, 0, 538, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/llama-3.1-8b-instruct-bf16 */
    {12034, 12075, 0, 0, 0, 538, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* meta-llama/llama-3.2-11b-vision-instruct */
    {12105, 12138, 131000, 0, 0, 706, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/llama-3.2-1b-instruct */
    {12160, 12193, 32768, 0, 0, 709, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/llama-3.2-3b-instruct */
    {12215, 12249, 12288, 0, 0, 712, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/llama-3.3-70b-instruct */
    {12272, 12299, 65535, 0, 0, 715, NONE, 0, MODEL_CHAT, 0}, /* microsoft/wizardlm-2-8x22b */
    {12316, 12346, 0, 0, 0, 718, NONE, 0, MODEL_CHAT, 0}, /* mistralai/mistral-7b-instruct */
    {12366, 12389, 60288, 0, 0, 721, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/mistral-nemo */
    {12402, 12439, 8192, 0, 0, 724, NONE, 0, MODEL_CHAT, 0}, /* nousresearch/hermes-2-pro-llama-3-8b */
    {12463, 12499, 4096, 0, 0, 721, NONE, 0, MODEL_CHAT, 0}, /* nousresearch/nous-hermes-llama2-13b */
    {12522, 12543, 4096, 0, 0, 538, NONE, 0, MODEL_CHAT, 0}, /* openchat/openchat-7b */
    {12555, 12579, 32768, 0, 0, 727, NONE, 0, MODEL_CHAT, 0}, /* qwen/qwen-2-7b-instruct */
    {12598, 12626, 32768, 0, 0, 730, NONE, 0, MODEL_CHAT, 0}, /* qwen/qwen-2-vl-72b-instruct */
    {12649, 12676, 32000, 0, 0, 733, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen-2.5-72b-instruct */
    {12698, 12725, 8192, 0, 0, 736, NONE, 0, MODEL_CHAT, 0}, /* sao10k/l3-70b-euryale-v2.1 */
    {12745, 12766, 8192, 0, 0, 679, NONE, 0, MODEL_CHAT, 0}, /* sao10k/l3-8b-lunaris */
    {12780, 12808, 8192, 0, 0, 736, NONE, 0, MODEL_CHAT, 0}, /* sao10k/l31-70b-euryale-v2.2 */
    {12829, 12863, 0, 0, 0, 685, NONE, 0, MODEL_CHAT, 0}, /* sophosympatheia/midnight-rose-70b */
    {12881, 12915, 4096, 0, 0, 721, NONE, 0, MODEL_CHAT, 0}, /* teknium/openhermes-2.5-mistral-7b */
    {12941, 12945, 0, 0, 0, 739, NONE, 0, MODEL_COMPLETION, 0}, /* ada */
    {12949, 12957, 0, 0, 0, 697, NONE, 0, MODEL_COMPLETION, 0}, /* babbage */
    {12965, 12983, 128000, 16384, 0, 742, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* chatgpt-4o-latest */
    {13001, 13007, 0, 0, 0, 745, NONE, 0, MODEL_COMPLETION, 0}, /* curie */
    {13013, 13022, 0, 0, 0, NONE, NONE, MODEL_IMAGE_OUT, MODEL_IMAGE, 1}, /* dall-e-2 */
    {13031, 13040, 0, 0, 0, NONE, NONE, MODEL_IMAGE_OUT, MODEL_IMAGE, 1}, /* dall-e-3 */
    {13049, 13057, 0, 0, 0, 748, NONE, 0, MODEL_COMPLETION, 0}, /* davinci */
    {13065, 13082, 0, 0, 0, 751, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* ft:gpt-3.5-turbo */
    {13109, 13119, 0, 0, 0, 754, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* ft:gpt-4o */
    {13139, 13154, 0, 0, 0, 367, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* ft:gpt-4o-mini */
    {13179, 13193, 16385, 4096, 0, 248, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* gpt-3.5-turbo */
    {13207, 13226, 16385, 4096, 0, 757, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* gpt-3.5-turbo-0613 */
    {13245, 13264, 16385, 4096, 0, 270, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* gpt-3.5-turbo-1106 */
    {13283, 13301, 16385, 4096, 0, 760, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* gpt-3.5-turbo-16k */
    {13319, 13342, 16385, 4096, 0, 757, NONE, MODEL_TOOLS, MODEL_COMPLETION, 0}, /* gpt-3.5-turbo-instruct */
    {13365, 13371, 8192, 0, 0, 763, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* gpt-4 */
    {13377, 13387, 32000, 8192, 0, 766, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* gpt-4-32k */
    {13397, 13409, 128000, 4096, 0, 769, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* gpt-4-turbo */
    {13421, 13442, 128000, 4096, 0, 769, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* gpt-4-vision-preview */
    {13463, 13471, 1000000, 32768, 0, 772, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-4.1 */
    {13479, 13492, 1000000, 32768, 0, 777, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-4.1-mini */
    {13505, 13518, 1000000, 32768, 0, 782, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-4.1-nano */
    {13531, 13547, 0, 16384, 0, 786, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-4.5-preview */
    {13563, 13570, 128000, 16384, 0, 790, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-4o */
    {13577, 13595, 128000, 4096, 0, 795, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-4o-2024-05-13 */
    {13613, 13634, 128000, 16384, 0, NONE, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0}, /* gpt-4o-audio-preview */
    {13655, 13667, 128000, 16384, 0, 799, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-4o-mini */
    {13679, 13705, 128000, 16384, 0, NONE, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0}, /* gpt-4o-mini-audio-preview */
    {13731, 13760, 16000, 0, 0, 804, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0}, /* gpt-4o-mini-realtime-preview */
    {13789, 13812, 16000, 0, 0, 811, NONE, 0, MODEL_TRANSCRIPTION, 0}, /* gpt-4o-mini-transcribe */
    {13835, 13851, 0, 0, 0, 815, NONE, 0, MODEL_SPEECH, 0}, /* gpt-4o-mini-tts */
    {13867, 13891, 32000, 0, 0, 818, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0}, /* gpt-4o-realtime-preview */
    {13915, 13937, 128000, 16384, 0, 273, NONE, MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0}, /* gpt-4o-search-preview */
    {13959, 13977, 16000, 0, 0, 825, NONE, 0, MODEL_TRANSCRIPTION, 0}, /* gpt-4o-transcribe */
    {13995, 14001, 400000, 128000, 0, 829, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5 */
    {14007, 14018, 400000, 128000, 0, 834, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5-mini */
    {14029, 14040, 400000, 128000, 0, 839, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5-nano */
    {14051, 14061, 400000, 272000, 0, 844, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5-pro */
    {14071, 14079, 400000, 128000, 0, 829, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5.1 */
    {14087, 14106, 400000, 128000, 0, 848, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5.1-codex-mini */
    {14125, 14133, 400000, 128000, 0, 852, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5.2 */
    {14141, 14153, 400000, 128000, 0, 857, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5.2-pro */
    {14165, 14173, 128000, 0, 0, 861, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5.3 */
    {14181, 14195, 400000, 128000, 0, 861, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5.3-codex */
    {14209, 14217, 1050000, 128000, 271999, 865, 870, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5.4 */
    {14225, 14238, 400000, 128000, 0, 875, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5.4-mini */
    {14251, 14264, 400000, 128000, 0, 880, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5.4-nano */
    {14277, 14289, 1050000, 128000, 271999, 885, 889, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5.4-pro */
    {14301, 14309, 1000000, 128000, 271999, 893, 898, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5.5 */
    {14317, 14329, 1000000, 128000, 271999, 885, 889, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5.5-pro */
    {14341, 14354, 1050000, 128000, 271999, 903, 909, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5.6-luna */
    {14367, 14379, 1050000, 128000, 271999, 915, 921, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5.6-sol */
    {14391, 14405, 1050000, 128000, 271999, 927, 933, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-5.6-terra */
    {14419, 14431, 1050000, 128000, 271999, 939, 945, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-6-astra */
    {14443, 14454, 1050000, 128000, 272000, 951, 957, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-6-luna */
    {14465, 14475, 1050000, 128000, 272000, 963, 969, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-6-sol */
    {14485, 14495, 128000, 16384, 0, 975, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0}, /* gpt-audio */
    {14505, 14520, 128000, 16384, 0, 980, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0}, /* gpt-audio-mini */
    {14535, 14551, 0, 16384, 0, 985, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-chat-latest */
    {14567, 14579, 0, 0, 0, 989, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* gpt-image-1 */
    {14591, 14608, 0, 0, 0, 995, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* gpt-image-1-mini */
    {14625, 14639, 0, 0, 0, 1001, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* gpt-image-1.5 */
    {14653, 14665, 0, 0, 0, 1008, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* gpt-image-2 */
    {14677, 14690, 32000, 0, 0, 1014, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0}, /* gpt-realtime */
    {14703, 14718, 128000, 0, 0, 1023, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0}, /* gpt-realtime-2 */
    {14733, 14751, 0, 0, 0, 1032, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0}, /* gpt-realtime-mini */
    {14769, 14784, 0, 0, 0, NONE, NONE, 0, MODEL_TRANSCRIPTION, 0}, /* gpt-transcribe */
    {14799, 14799, 200000, 100000, 0, 1041, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* o1 */
    {14802, 14810, 128000, 65536, 0, 1045, NONE, MODEL_REASONING, MODEL_CHAT, 0}, /* o1-mini */
    {14818, 14829, 128000, 32768, 0, 1041, NONE, MODEL_REASONING, MODEL_CHAT, 0}, /* o1-preview */
    {14840, 14847, 200000, 100000, 0, 1049, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* o1-pro */
    {14854, 14854, 200000, 100000, 0, 772, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* o3 */
    {14857, 14874, 200000, 100000, 0, 1052, NONE, MODEL_IMAGES | MODEL_REASONING | MODEL_SEARCH, MODEL_CHAT, 0}, /* o3-deep-research */
    {14891, 14899, 200000, 100000, 0, 1045, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* o3-mini */
    {14907, 14914, 200000, 100000, 0, 1056, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* o3-pro */
    {14921, 14929, 200000, 100000, 0, 1059, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* o4-mini */
    {14937, 14959, 200000, 100000, 0, 1064, NONE, MODEL_IMAGES | MODEL_REASONING | MODEL_SEARCH, MODEL_CHAT, 0}, /* o4-mini-deep-research */
    {14981, 15004, 0, 0, 0, 313, NONE, 0, MODEL_MODERATION, 0}, /* omni-moderation-latest */
    {15027, 15044, 0, 0, 0, 748, NONE, 0, MODEL_COMPLETION, 0}, /* text-davinci-002 */
    {15061, 15078, 0, 0, 0, 748, NONE, 0, MODEL_COMPLETION, 0}, /* text-davinci-003 */
    {15095, 15118, 8192, 0, 0, 1068, NONE, 0, MODEL_EMBEDDING, 0}, /* text-embedding-3-large */
    {15141, 15164, 8192, 0, 0, 178, NONE, 0, MODEL_EMBEDDING, 0}, /* text-embedding-3-small */
    {15187, 15210, 8192, 0, 0, 285, NONE, 0, MODEL_EMBEDDING, 0}, /* text-embedding-ada-002 */
    {15233, 15256, 0, 0, 0, 313, NONE, 0, MODEL_MODERATION, 1}, /* text-moderation-latest */
    {15279, 15285, 0, 0, 0, NONE, NONE, 0, MODEL_SPEECH, 0}, /* tts-1 */
    {15291, 15300, 0, 0, 0, NONE, NONE, 0, MODEL_SPEECH, 0}, /* tts-1-hd */
    {15309, 15319, 0, 0, 0, NONE, NONE, 0, MODEL_TRANSCRIPTION, 0}, /* whisper-1 */
    {15329, 15344, 0, 0, 0, 1071, NONE, 0, MODEL_CHAT, 0}, /* 01-ai/yi-large */
    {15353, 15383, 0, 0, 0, 1074, NONE, 0, MODEL_CHAT, 0}, /* aetherwiing/mn-starcannon-12b */
    {15401, 15422, 0, 0, 0, 1077, NONE, 0, MODEL_CHAT, 0}, /* ai21/jamba-1-5-large */
    {15438, 15458, 0, 0, 0, 1080, NONE, 0, MODEL_CHAT, 0}, /* ai21/jamba-1-5-mini */
    {15473, 15494, 0, 0, 0, 1077, NONE, 0, MODEL_CHAT, 0}, /* ai21/jamba-1.6-large */
    {15510, 15530, 0, 0, 0, 1080, NONE, 0, MODEL_CHAT, 0}, /* ai21/jamba-1.6-mini */
    {15545, 15565, 0, 0, 0, 1083, NONE, 0, MODEL_CHAT, 0}, /* ai21/jamba-instruct */
    {15580, 15601, 0, 0, 0, 1077, NONE, 0, MODEL_CHAT, 0}, /* ai21/jamba-large-1.7 */
    {15617, 15636, 0, 0, 0, 1086, NONE, 0, MODEL_CHAT, 0}, /* aion-labs/aion-1.0 */
    {15645, 15669, 0, 0, 0, 1089, NONE, 0, MODEL_CHAT, 0}, /* aion-labs/aion-1.0-mini */
    {15683, 15702, 131072, 0, 0, 1092, NONE, 0, MODEL_CHAT, 0}, /* aion-labs/aion-2.0 */
    {15711, 15742, 32768, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* aion-labs/aion-rp-llama-3.1-8b */
    {15763, 15805, 0, 0, 0, 1074, NONE, 0, MODEL_CHAT, 0}, /* alfredpros/codellama-7b-instruct-solidity */
    {15836, 15868, 0, 0, 0, 1096, NONE, 0, MODEL_CHAT, 0}, /* all-hands/openhands-lm-32b-v0.1 */
    {15890, 15915, 65536, 0, 0, 1099, NONE, 0, MODEL_CHAT, 0}, /* allenai/olmo-3-32b-think */
    {15932, 15955, 0, 0, 0, 1102, NONE, 0, MODEL_CHAT, 0}, /* alpindale/goliath-120b */
    {15968, 15989, 0, 0, 0, 1105, NONE, 0, MODEL_CHAT, 0}, /* alpindale/magnum-72b */
    {16000, 16022, 1000000, 0, 0, 1108, NONE, MODEL_IMAGES | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0}, /* amazon/nova-2-lite-v1 */
    {16034, 16054, 300000, 0, 0, 1111, NONE, MODEL_IMAGES | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0}, /* amazon/nova-lite-v1 */
    {16067, 16088, 128000, 0, 0, 1114, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* amazon/nova-micro-v1 */
    {16102, 16125, 1000000, 0, 0, 1117, NONE, MODEL_IMAGES | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0}, /* amazon/nova-premier-v1 */
    {16142, 16161, 300000, 0, 0, 1121, NONE, MODEL_IMAGES | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0}, /* amazon/nova-pro-v1 */
    {16173, 16202, 0, 0, 0, 1071, NONE, 0, MODEL_CHAT, 0}, /* anthracite-org/magnum-v2-72b */
    {16216, 16245, 32768, 0, 0, 1105, NONE, 0, MODEL_CHAT, 0}, /* anthracite-org/magnum-v4-72b */
    {16259, 16278, 0, 0, 0, 0, NONE, 0, MODEL_CHAT, 0}, /* anthropic/claude-2 */
    {16287, 16312, 200000, 0, 0, 1124, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* anthropic/claude-3-haiku */
    {16327, 16351, 0, 0, 0, 1127, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* anthropic/claude-3-opus */
    {16365, 227, 0, 0, 0, 1130, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* anthropic/claude-3-sonnet */
    {16391, 16418, 0, 0, 0, 1133, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* anthropic/claude-3.5-haiku */
    {16435, 16463, 0, 0, 0, 1130, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0}, /* anthropic/claude-3.5-sonnet */
    {16481, 16509, 0, 0, 0, 1130, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* anthropic/claude-3.7-sonnet */
    {16527, 258, 1000000, 0, 0, 1136, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* anthropic/claude-fable-5 */
    {16552, 290, 1000000, 0, 0, 1141, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* anthropic/claude-fable-5.1 */
    {16579, 324, 200000, 0, 0, 1146, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* anthropic/claude-haiku-4.5 */
    {16606, 357, 200000, 0, 0, 1151, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* anthropic/claude-opus-4 */
    {16630, 419, 200000, 0, 0, 1156, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* anthropic/claude-opus-4.5 */
    {16656, 451, 1000000, 0, 0, 1156, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* anthropic/claude-opus-4.6 */
    {16682, 16713, 0, 0, 0, 1161, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* anthropic/claude-opus-4.6-fast */
    {16736, 483, 1000000, 0, 0, 1156, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* anthropic/claude-opus-4.7 */
    {16762, 16793, 1000000, 0, 0, 1161, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* anthropic/claude-opus-4.7-fast */
    {16816, 515, 1000000, 0, 0, 1156, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* anthropic/claude-opus-4.8 */
    {16842, 16873, 1000000, 0, 0, 1136, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* anthropic/claude-opus-4.8-fast */
    {16896, 545, 1000000, 0, 0, 1156, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* anthropic/claude-opus-5 */
    {16920, 16949, 1000000, 0, 0, 1136, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* anthropic/claude-opus-5-fast */
    {16970, 575, 1000000, 0, 0, 1166, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* anthropic/claude-opus-5.5 */
    {16996, 609, 0, 0, 0, 1171, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* anthropic/claude-sonnet-4 */
    {17022, 643, 1000000, 0, 200000, 1171, 1176, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* anthropic/claude-sonnet-4.5 */
    {17050, 679, 1000000, 0, 0, 1171, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* anthropic/claude-sonnet-4.6 */
    {17078, 713, 1000000, 0, 0, 1181, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* anthropic/claude-sonnet-5 */
    {17104, 17125, 0, 0, 0, 1186, NONE, 0, MODEL_CHAT, 0}, /* arcee-ai/coder-large */
    {17137, 17169, 262144, 0, 0, 1189, NONE, 0, MODEL_CHAT, 0}, /* arcee-ai/trinity-large-thinking */
    {17192, 17214, 0, 0, 0, 1193, NONE, 0, MODEL_CHAT, 0}, /* arcee-ai/trinity-mini */
    {17227, 17251, 131072, 0, 0, 1196, NONE, 0, MODEL_CHAT, 0}, /* arcee-ai/virtuoso-large */
    {17266, 17295, 123000, 0, 0, 1199, NONE, 0, MODEL_CHAT, 0}, /* baidu/ernie-4.5-vl-424b-a47b */
    {17318, 17342, 262144, 0, 0, 1202, NONE, 0, MODEL_CHAT, 0}, /* bytedance-seed/seed-1.6 */
    {17351, 17381, 262144, 0, 0, 402, NONE, 0, MODEL_CHAT, 0}, /* bytedance-seed/seed-1.6-flash */
    {17396, 17425, 262144, 0, 0, 1202, NONE, 0, MODEL_CHAT, 0}, /* bytedance-seed/seed-2.0-lite */
    {17439, 17468, 262144, 0, 0, 1205, NONE, 0, MODEL_CHAT, 0}, /* bytedance-seed/seed-2.0-mini */
    {17482, 17507, 128000, 0, 0, 1208, NONE, 0, MODEL_CHAT, 0}, /* bytedance/ui-tars-1.5-7b */
    {11245, 11289, 0, 0, 0, 319, NONE, 0, MODEL_CHAT, 0}, /* cognitivecomputations/dolphin-mixtral-8x22b */
    {17518, 17561, 0, 0, 0, 697, NONE, 0, MODEL_CHAT, 0}, /* cognitivecomputations/dolphin-mixtral-8x7b */
    {17582, 3869, 0, 0, 0, 270, NONE, 0, MODEL_CHAT, 0}, /* cohere/command */
    {17597, 3887, 256000, 0, 0, 273, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* cohere/command-a */
    {17614, 3935, 0, 0, 0, 248, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* cohere/command-r */
    {17631, 17656, 128000, 0, 0, 279, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* cohere/command-r-08-2024 */
    {17674, 17696, 0, 0, 0, 1130, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* cohere/command-r-plus */
    {17711, 17741, 128000, 0, 0, 273, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* cohere/command-r-plus-08-2024 */
    {17764, 17791, 128000, 0, 0, 282, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* cohere/command-r7b-12-2024 */
    {17811, 17839, 0, 0, 0, 1211, NONE, 0, MODEL_CHAT, 0}, /* deepcogito/cogito-v2.1-671b */
    {17856, 17879, 0, 0, 0, 1214, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* deepseek/deepseek-chat */
    {17891, 17922, 163840, 0, 0, 1217, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* deepseek/deepseek-chat-v3-0324 */
    {17939, 17967, 0, 0, 0, 1220, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* deepseek/deepseek-chat-v3.1 */
    {11311, 17981, 64000, 0, 0, 1224, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* deepseek/deepseek-r1 */
    {17984, 18010, 0, 0, 0, 1227, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* deepseek/deepseek-r1-0528 */
    {11332, 18018, 8192, 0, 0, 1205, NONE, MODEL_REASONING, MODEL_CHAT, 0}, /* deepseek/deepseek-r1-distill-llama-70b */
    {11401, 11439, 0, 0, 0, 535, NONE, MODEL_REASONING, MODEL_CHAT, 0}, /* deepseek/deepseek-r1-distill-llama-8b */
    {18039, 18078, 0, 0, 0, 532, NONE, MODEL_REASONING, MODEL_CHAT, 0}, /* deepseek/deepseek-r1-distill-qwen-1.5b */
    {11468, 11506, 0, 0, 0, 645, NONE, MODEL_REASONING, MODEL_CHAT, 0}, /* deepseek/deepseek-r1-distill-qwen-14b */
    {11535, 18108, 0, 0, 0, 1230, NONE, MODEL_REASONING, MODEL_CHAT, 0}, /* deepseek/deepseek-r1-distill-qwen-32b */
    {18128, 4208, 163840, 0, 0, 1233, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* deepseek/deepseek-v3.1-terminus */
    {18160, 4245, 0, 0, 0, 299, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* deepseek/deepseek-v3.2 */
    {18183, 4277, 163840, 0, 0, 302, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* deepseek/deepseek-v3.2-exp */
    {18210, 4313, 0, 0, 0, 1236, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* deepseek/deepseek-v4-flash */
    {18237, 835, 0, 0, 0, 1240, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* deepseek/deepseek-v4-pro */
    {18262, 18283, 0, 0, 0, 1074, NONE, 0, MODEL_CHAT, 0}, /* eleutherai/llemma_7b */
    {18293, 18320, 0, 0, 0, 645, NONE, 0, MODEL_CHAT, 0}, /* essentialai/rnj-1-instruct */
    {18335, 18366, 0, 0, 0, 1244, NONE, 0, MODEL_CHAT, 0}, /* eva-unit-01/eva-llama-3.33-70b */
    {18385, 18414, 0, 0, 0, 1096, NONE, 0, MODEL_CHAT, 0}, /* eva-unit-01/eva-qwen-2.5-32b */
    {18431, 18460, 0, 0, 0, 1247, NONE, 0, MODEL_CHAT, 0}, /* eva-unit-01/eva-qwen-2.5-72b */
    {18477, 18505, 0, 0, 0, 1205, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-2.0-flash-001 */
    {18526, 18559, 0, 0, 0, 402, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-2.0-flash-lite-001 */
    {18585, 6268, 1048576, 0, 0, 1250, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-2.5-flash */
    {18609, 18639, 32768, 0, 0, 1255, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* google/gemini-2.5-flash-image */
    {18676, 6353, 1048576, 0, 0, 1260, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-2.5-flash-lite */
    {18705, 18750, 0, 0, 0, 1205, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-2.5-flash-lite-preview-09-2025 */
    {18788, 18820, 0, 0, 0, 279, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-2.5-flash-preview */
    {18845, 18885, 0, 0, 0, 1265, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-2.5-flash-preview-09-2025 */
    {18918, 18959, 0, 0, 0, 1270, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-2.5-flash-preview:thinking */
    {18993, 6556, 1048576, 0, 0, 1273, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-2.5-pro */
    {19015, 19051, 0, 0, 0, 1278, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-2.5-pro-preview-03-25 */
    {19080, 6632, 1048576, 0, 0, 1281, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-3-flash-preview */
    {19110, 19144, 65536, 0, 0, 1286, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* google/gemini-3-pro-image-preview */
    {19189, 19227, 65536, 0, 0, 1291, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* google/gemini-3.1-flash-image-preview */
    {19274, 6835, 1048576, 0, 0, 1294, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-3.1-flash-lite */
    {19303, 6996, 1048576, 0, 0, 1286, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-3.1-pro-preview */
    {19333, 7036, 1048576, 0, 0, 1299, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-3.5-flash */
    {19357, 19381, 0, 0, 0, 402, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-flash-1.5 */
    {19398, 7316, 0, 0, 0, 282, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-flash-1.5-8b */
    {19425, 7443, 0, 0, 0, 248, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* google/gemini-pro */
    {19443, 19465, 0, 0, 0, 393, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* google/gemini-pro-1.5 */
    {19480, 7484, 8192, 0, 0, 685, NONE, 0, MODEL_CHAT, 0}, /* google/gemma-2-27b-it */
    {11635, 11656, 0, 0, 0, 523, NONE, 0, MODEL_CHAT, 0}, /* google/gemma-2-9b-it */
    {19502, 19524, 131072, 0, 0, 1304, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* google/gemma-3-12b-it */
    {19536, 19558, 0, 0, 0, 1208, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* google/gemma-3-27b-it */
    {19570, 19591, 131072, 0, 0, 1307, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* google/gemma-3-4b-it */
    {19602, 19625, 0, 0, 0, 1310, NONE, 0, MODEL_CHAT, 0}, /* google/gemma-3n-e4b-it */
    {19637, 19663, 0, 0, 0, 1313, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* google/gemma-4-26b-a4b-it */
    {19679, 1334, 262144, 0, 0, 1316, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* google/gemma-4-31b-it */
    {19701, 19726, 0, 0, 0, 270, NONE, 0, MODEL_CHAT, 0}, /* google/palm-2-chat-bison */
    {19744, 19773, 0, 0, 0, 270, NONE, 0, MODEL_CHAT, 0}, /* google/palm-2-codechat-bison */
    {11670, 11693, 0, 0, 0, 1320, NONE, 0, MODEL_CHAT, 0}, /* gryphe/mythomax-l2-13b */
    {19795, 19827, 131000, 0, 0, 198, NONE, 0, MODEL_CHAT, 0}, /* ibm-granite/granite-4.0-h-micro */
    {19845, 19872, 131072, 0, 0, 1304, NONE, 0, MODEL_CHAT, 0}, /* ibm-granite/granite-4.1-8b */
    {19887, 19907, 128000, 0, 0, 1323, NONE, 0, MODEL_CHAT, 0}, /* inception/mercury-2 */
    {19917, 19941, 0, 0, 0, 1327, NONE, 0, MODEL_CHAT, 0}, /* inclusionai/ling-2.6-1t */
    {19953, 19980, 0, 0, 0, 1331, NONE, 0, MODEL_CHAT, 0}, /* inclusionai/ling-2.6-flash */
    {19995, 20019, 0, 0, 0, 1327, NONE, 0, MODEL_CHAT, 0}, /* inclusionai/ring-2.6-1t */
    {20031, 20057, 0, 0, 0, 1074, NONE, 0, MODEL_CHAT, 0}, /* infermatic/mn-inferor-12b */
    {20072, 20099, 0, 0, 0, 273, NONE, 0, MODEL_CHAT, 0}, /* inflection/inflection-3-pi */
    {20115, 20152, 0, 0, 0, 273, NONE, 0, MODEL_CHAT, 0}, /* inflection/inflection-3-productivity */
    {11709, 11736, 0, 0, 0, 697, NONE, 0, MODEL_CHAT, 0}, /* jondurbin/airoboros-l2-70b */
    {20178, 20205, 0, 0, 0, 370, NONE, 0, MODEL_CHAT, 0}, /* kwaipilot/kat-coder-pro-v2 */
    {20222, 20265, 0, 0, 0, 1335, NONE, 0, MODEL_CHAT, 0}, /* latitudegames/wayfarer-large-70b-llama-3.3 */
    {20294, 20315, 0, 0, 0, 1338, NONE, 0, MODEL_CHAT, 0}, /* liquid/lfm-2-24b-a2b */
    {20328, 20342, 0, 0, 0, 706, NONE, 0, MODEL_CHAT, 0}, /* liquid/lfm-3b */
    {20349, 20364, 0, 0, 0, 645, NONE, 0, MODEL_CHAT, 0}, /* liquid/lfm-40b */
    {20372, 20386, 0, 0, 0, 1341, NONE, 0, MODEL_CHAT, 0}, /* liquid/lfm-7b */
    {20393, 20407, 8000, 0, 0, 1344, NONE, 0, MODEL_CHAT, 0}, /* mancer/weaver */
    {20414, 20442, 0, 0, 0, 1347, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/llama-2-13b-chat */
    {20459, 20487, 0, 0, 0, 319, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/llama-2-70b-chat */
    {11753, 20504, 0, 0, 0, 1350, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/llama-3-70b-instruct */
    {11806, 2252, 0, 0, 0, 1353, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/llama-3-8b-instruct */
    {20525, 20551, 0, 0, 0, 745, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/llama-3.1-405b */
    {20566, 20601, 0, 0, 0, 685, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/llama-3.1-405b-instruct */
    {11857, 20625, 131072, 0, 0, 1356, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/llama-3.1-70b-instruct */
    {11914, 11947, 0, 0, 0, 1359, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/llama-3.1-8b-instruct */
    {12034, 2687, 0, 0, 0, 1362, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* meta-llama/llama-3.2-11b-vision-instruct */
    {12105, 2748, 60000, 0, 0, 1365, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/llama-3.2-1b-instruct */
    {12160, 2801, 0, 0, 0, 1368, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/llama-3.2-3b-instruct */
    {20648, 20689, 0, 0, 0, 319, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* meta-llama/llama-3.2-90b-vision-instruct */
    {12215, 20719, 0, 0, 0, 1371, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/llama-3.3-70b-instruct */
    {20742, 20770, 0, 0, 0, 279, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* meta-llama/llama-4-maverick */
    {20787, 20812, 0, 0, 0, 1374, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* meta-llama/llama-4-scout */
    {20826, 20854, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/llama-guard-2-8b */
    {20871, 2993, 0, 0, 0, 1377, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/llama-guard-3-8b */
    {8744, 8773, 163840, 0, 0, 679, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/llama-guard-4-12b */
    {20899, 20936, 0, 0, 0, 1380, NONE, 0, MODEL_CHAT, 0}, /* microsoft/phi-3-medium-128k-instruct */
    {20963, 20998, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0}, /* microsoft/phi-3-mini-128k-instruct */
    {21023, 21060, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0}, /* microsoft/phi-3.5-mini-128k-instruct */
    {21087, 21103, 16384, 0, 0, 1383, NONE, 0, MODEL_CHAT, 0}, /* microsoft/phi-4 */
    {21109, 21139, 0, 0, 0, 1386, NONE, 0, MODEL_CHAT, 0}, /* microsoft/phi-4-mini-instruct */
    {21159, 21195, 0, 0, 0, 1304, NONE, MODEL_IMAGES | MODEL_AUDIO, MODEL_CHAT, 0}, /* microsoft/phi-4-multimodal-instruct */
    {21221, 21245, 0, 0, 0, 523, NONE, 0, MODEL_CHAT, 0}, /* microsoft/wizardlm-2-7b */
    {12272, 12299, 65535, 0, 0, 697, NONE, 0, MODEL_CHAT, 0}, /* microsoft/wizardlm-2-8x22b */
    {21259, 9267, 1000192, 0, 0, 600, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* minimax/minimax-01 */
    {21278, 9289, 1000000, 0, 0, 1389, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* minimax/minimax-m1 */
    {21297, 9094, 0, 0, 0, 1392, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* minimax/minimax-m2 */
    {21316, 9068, 65536, 0, 0, 1396, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* minimax/minimax-m2-her */
    {21339, 21360, 204800, 0, 0, 1400, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* minimax/minimax-m2.1 */
    {21373, 21394, 0, 0, 0, 1404, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* minimax/minimax-m2.5 */
    {21407, 5681, 0, 0, 0, 1408, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* minimax/minimax-m2.7 */
    {21428, 5731, 0, 0, 0, 370, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* minimax/minimax-m3 */
    {21447, 21468, 0, 0, 0, 151, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistral/ministral-8b */
    {21481, 21506, 0, 0, 0, 606, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/codestral-2501 */
    {21521, 9346, 256000, 0, 0, 609, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/codestral-2508 */
    {21546, 21572, 0, 0, 0, 632, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/codestral-mamba */
    {21588, 9407, 262144, 0, 0, 613, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/devstral-2512 */
    {21612, 9538, 262144, 0, 0, 620, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/ministral-14b-2512 */
    {21641, 21664, 0, 0, 0, 535, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/ministral-3b */
    {21677, 9603, 131072, 0, 0, 624, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/ministral-3b-2512 */
    {21705, 21468, 0, 0, 0, 151, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/ministral-8b */
    {21728, 9673, 262144, 0, 0, 628, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/ministral-8b-2512 */
    {12316, 12346, 0, 0, 0, 1412, NONE, 0, MODEL_CHAT, 0}, /* mistralai/mistral-7b-instruct */
    {21756, 21791, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* mistralai/mistral-7b-instruct-v0.1 */
    {21816, 21851, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* mistralai/mistral-7b-instruct-v0.2 */
    {21876, 9797, 128000, 0, 0, 635, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/mistral-large */
    {21900, 9830, 262144, 0, 0, 638, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/mistral-large-2512 */
    {21929, 21954, 0, 0, 0, 1415, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/mistral-medium */
    {21969, 21996, 131072, 0, 0, 1418, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/mistral-medium-3 */
    {22013, 9951, 262144, 0, 0, 1421, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/mistral-medium-3-5 */
    {22042, 22071, 131072, 0, 0, 613, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/mistral-medium-3.1 */
    {12366, 12389, 0, 0, 0, 1424, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/mistral-nemo */
    {22090, 22113, 32768, 0, 0, 553, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* mistralai/mistral-saba */
    {22118, 22142, 0, 0, 0, 553, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/mistral-small */
    {22156, 10343, 32768, 0, 0, 1427, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/mistral-small-24b-instruct-2501 */
    {22198, 10378, 0, 0, 0, 648, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/mistral-small-2603 */
    {22227, 10425, 128000, 0, 0, 1430, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/mistral-small-3.1-24b-instruct */
    {22268, 10478, 0, 0, 0, 652, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* mistralai/mistral-small-3.2-24b-instruct */
    {22309, 10552, 0, 0, 0, 632, NONE, 0, MODEL_CHAT, 0}, /* mistralai/mistral-tiny */
    {22332, 22365, 65536, 0, 0, 319, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* mistralai/mixtral-8x22b-instruct */
    {22388, 22420, 0, 0, 0, 562, NONE, 0, MODEL_CHAT, 0}, /* mistralai/mixtral-8x7b-instruct */
    {22442, 22464, 0, 0, 0, 151, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* mistralai/pixtral-12b */
    {22476, 10675, 0, 0, 0, 635, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* mistralai/pixtral-large-2411 */
    {22505, 10761, 32000, 0, 0, 1433, NONE, MODEL_AUDIO | MODEL_TOOLS, MODEL_CHAT, 0}, /* mistralai/voxtral-small-24b-2507 */
    {22538, 10792, 131072, 0, 0, 662, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* moonshotai/kimi-k2 */
    {22557, 22581, 262144, 0, 0, 1437, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* moonshotai/kimi-k2-0905 */
    {22594, 10906, 262144, 0, 0, 1437, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* moonshotai/kimi-k2-thinking */
    {22622, 3261, 0, 0, 0, 1440, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* moonshotai/kimi-k2.5 */
    {22643, 926, 0, 0, 0, 1444, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* moonshotai/kimi-k2.6 */
    {22664, 962, 262144, 0, 0, 1448, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* moonshotai/kimi-k2.7-code */
    {22690, 996, 1048576, 0, 0, 107, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* moonshotai/kimi-k3 */
    {22709, 22729, 81920, 0, 0, 1074, NONE, 0, MODEL_CHAT, 0}, /* morph/morph-v3-fast */
    {22743, 22764, 262144, 0, 0, 1452, NONE, 0, MODEL_CHAT, 0}, /* morph/morph-v3-large */
    {22779, 22811, 0, 0, 0, 1455, NONE, 0, MODEL_CHAT, 0}, /* neversleep/llama-3-lumimaid-70b */
    {22832, 22863, 0, 0, 0, 1458, NONE, 0, MODEL_CHAT, 0}, /* neversleep/llama-3-lumimaid-8b */
    {22883, 22917, 0, 0, 0, 1105, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* neversleep/llama-3.1-lumimaid-70b */
    {22940, 22973, 0, 0, 0, 1458, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* neversleep/llama-3.1-lumimaid-8b */
    {22995, 23019, 0, 0, 0, 1461, NONE, 0, MODEL_CHAT, 0}, /* neversleep/noromaid-20b */
    {23032, 23062, 0, 0, 0, 1074, NONE, 0, MODEL_CHAT, 0}, /* nothingiisreal/mn-celeste-12b */
    {12402, 12439, 0, 0, 0, 1464, NONE, 0, MODEL_CHAT, 0}, /* nousresearch/hermes-2-pro-llama-3-8b */
    {23077, 23114, 131072, 0, 0, 544, NONE, 0, MODEL_CHAT, 0}, /* nousresearch/hermes-3-llama-3.1-405b */
    {23137, 23173, 131072, 0, 0, 1467, NONE, 0, MODEL_CHAT, 0}, /* nousresearch/hermes-3-llama-3.1-70b */
    {23195, 23222, 131072, 0, 0, 673, NONE, 0, MODEL_CHAT, 0}, /* nousresearch/hermes-4-405b */
    {23236, 23262, 131072, 0, 0, 1470, NONE, 0, MODEL_CHAT, 0}, /* nousresearch/hermes-4-70b */
    {23275, 23319, 0, 0, 0, 1473, NONE, 0, MODEL_CHAT, 0}, /* nousresearch/nous-hermes-2-mixtral-8x7b-dpo */
    {12463, 12499, 0, 0, 0, 532, NONE, 0, MODEL_CHAT, 0}, /* nousresearch/nous-hermes-llama2-13b */
    {23350, 23389, 0, 0, 0, 1467, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* nvidia/llama-3.1-nemotron-70b-instruct */
    {23421, 23462, 0, 0, 0, 739, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* nvidia/llama-3.3-nemotron-super-49b-v1.5 */
    {23496, 23527, 262144, 0, 0, 1476, NONE, 0, MODEL_CHAT, 0}, /* nvidia/nemotron-3-nano-30b-a3b */
    {23551, 23585, 0, 0, 0, 1479, NONE, 0, MODEL_CHAT, 0}, /* nvidia/nemotron-3-super-120b-a12b */
    {23602, 23636, 0, 0, 0, 1482, NONE, 0, MODEL_CHAT, 0}, /* nvidia/nemotron-3-ultra-550b-a55b */
    {23653, 23680, 0, 0, 0, 1486, NONE, 0, MODEL_CHAT, 0}, /* nvidia/nemotron-nano-9b-v2 */
    {23700, 12983, 0, 0, 0, 742, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* openai/chatgpt-4o-latest */
    {23725, 23743, 0, 0, 0, 1489, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/codex-mini */
    {23754, 13193, 16385, 0, 0, 248, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* openai/gpt-3.5-turbo */
    {23775, 23801, 4095, 0, 0, 270, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* openai/gpt-3.5-turbo-0613 */
    {23829, 13264, 0, 0, 0, 270, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* openai/gpt-3.5-turbo-1106 */
    {23855, 13301, 16385, 0, 0, 760, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* openai/gpt-3.5-turbo-16k */
    {23880, 13342, 4095, 0, 0, 757, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* openai/gpt-3.5-turbo-instruct */
    {23910, 13371, 8191, 0, 0, 763, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* openai/gpt-4 */
    {23923, 23949, 0, 0, 0, 769, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* openai/gpt-4-1106-preview */
    {23968, 13387, 0, 0, 0, 766, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* openai/gpt-4-32k */
    {23985, 13409, 128000, 0, 0, 769, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* openai/gpt-4-turbo */
    {24004, 13471, 1047576, 0, 0, 1064, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-4.1 */
    {24019, 13492, 1047576, 0, 0, 1493, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-4.1-mini */
    {24039, 13518, 1047576, 0, 0, 782, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-4.1-nano */
    {24059, 13547, 0, 0, 0, 1497, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-4.5-preview */
    {24082, 13570, 128000, 0, 0, 273, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-4o */
    {24096, 24121, 128000, 0, 0, 742, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-4o-2024-05-13 */
    {24141, 24160, 128000, 0, 0, 569, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-4o-mini */
    {24172, 24206, 0, 0, 0, 279, NONE, MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0}, /* openai/gpt-4o-mini-search-preview */
    {24233, 13937, 0, 0, 0, 273, NONE, MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0}, /* openai/gpt-4o-search-preview */
    {24262, 24285, 0, 0, 0, 1500, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-4o:extended */
    {24301, 14001, 400000, 0, 0, 424, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5 */
    {24314, 24333, 400000, 0, 0, 1503, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* openai/gpt-5-image */
    {24345, 24369, 400000, 0, 0, 1507, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* openai/gpt-5-image-mini */
    {24386, 14018, 400000, 0, 0, 848, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5-mini */
    {24404, 14040, 400000, 0, 0, 1511, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5-nano */
    {24422, 14061, 400000, 0, 0, 1515, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5-pro */
    {24439, 14079, 400000, 0, 0, 1518, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5.1 */
    {24454, 24480, 400000, 0, 0, 848, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5.1-codex-mini */
    {24499, 14133, 400000, 0, 0, 861, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5.2 */
    {24514, 14153, 400000, 0, 0, 1522, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5.2-pro */
    {24533, 24553, 0, 0, 0, 861, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5.3-chat */
    {24566, 24587, 400000, 0, 0, 861, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5.3-codex */
    {24601, 14217, 1050000, 0, 272000, 428, 1525, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5.4 */
    {24616, 24639, 272000, 0, 0, 1529, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0}, /* openai/gpt-5.4-image-2 */
    {24655, 14238, 400000, 0, 0, 1533, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5.4-mini */
    {24675, 14264, 400000, 0, 0, 1537, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5.4-nano */
    {24695, 14289, 1050000, 0, 272000, 1541, 1544, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5.4-pro */
    {24714, 14309, 1050000, 0, 272000, 985, 1547, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5.5 */
    {24729, 14329, 1050000, 0, 272000, 1541, 1544, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5.5-pro */
    {24748, 14354, 1050000, 0, 272000, 1551, 1556, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5.6-luna */
    {24768, 14379, 1050000, 0, 272000, 1181, 1561, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5.6-sol */
    {24787, 14405, 1050000, 0, 272000, 1566, 1571, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-5.6-terra */
    {24808, 14454, 1050000, 0, 272000, 951, 957, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-6-luna */
    {24826, 14475, 1050000, 0, 272000, 963, 969, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-6-sol */
    {24843, 24860, 128000, 0, 0, NONE, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0}, /* openai/gpt-audio */
    {24870, 24892, 128000, 0, 0, NONE, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0}, /* openai/gpt-audio-mini */
    {24907, 24930, 400000, 0, 0, 985, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-chat-latest */
    {1069, 8907, 0, 0, 0, 1576, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-oss-120b */
    {8920, 8939, 131072, 0, 0, 1579, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-oss-20b */
    {24946, 24975, 131072, 0, 0, 1582, NONE, MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/gpt-oss-safeguard-20b */
    {24997, 14799, 0, 0, 0, 1041, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/o1 */
    {25007, 14810, 0, 0, 0, 1586, NONE, MODEL_REASONING, MODEL_CHAT, 0}, /* openai/o1-mini */
    {25022, 14847, 200000, 0, 0, 1049, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/o1-pro */
    {25036, 14854, 200000, 0, 0, 1064, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/o3 */
    {25046, 14874, 0, 0, 0, 1052, NONE, MODEL_IMAGES | MODEL_REASONING | MODEL_SEARCH, MODEL_CHAT, 0}, /* openai/o3-deep-research */
    {25070, 14899, 200000, 0, 0, 1045, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/o3-mini */
    {25085, 14914, 200000, 0, 0, 1056, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/o3-pro */
    {25099, 14929, 200000, 0, 0, 1589, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* openai/o4-mini */
    {25114, 14959, 0, 0, 0, 1064, NONE, MODEL_IMAGES | MODEL_REASONING | MODEL_SEARCH, MODEL_CHAT, 0}, /* openai/o4-mini-deep-research */
    {12522, 12543, 0, 0, 0, 523, NONE, 0, MODEL_CHAT, 0}, /* openchat/openchat-7b */
    {25143, 25169, 32768, 0, 0, 1593, NONE, 0, MODEL_CHAT, 0}, /* perceptron/perceptron-mk1 */
    {25184, 25229, 0, 0, 0, 1380, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* perplexity/llama-3.1-sonar-large-128k-online */
    {25263, 25308, 0, 0, 0, 361, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* perplexity/llama-3.1-sonar-small-128k-online */
    {25342, 25361, 0, 0, 0, 1077, NONE, 0, MODEL_CHAT, 0}, /* perplexity/r1-1776 */
    {25369, 25386, 127072, 0, 0, 1380, NONE, MODEL_IMAGES | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0}, /* perplexity/sonar */
    {25392, 25423, 128000, 0, 0, 1077, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0}, /* perplexity/sonar-deep-research */
    {25443, 25464, 200000, 0, 0, 1130, NONE, MODEL_IMAGES | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0}, /* perplexity/sonar-pro */
    {25474, 25501, 0, 0, 0, 1596, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0}, /* perplexity/sonar-reasoning */
    {25517, 25548, 128000, 0, 0, 1077, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0}, /* perplexity/sonar-reasoning-pro */
    {25568, 25596, 0, 0, 0, 600, NONE, 0, MODEL_CHAT, 0}, /* prime-intellect/intellect-3 */
    {25608, 25634, 0, 0, 0, 1599, NONE, 0, MODEL_CHAT, 0}, /* pygmalionai/mythalion-13b */
    {25648, 25673, 0, 0, 0, 319, NONE, 0, MODEL_CHAT, 0}, /* qwen/qwen-2-72b-instruct */
    {12649, 25693, 0, 0, 0, 1602, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen-2.5-72b-instruct */
    {25714, 25740, 32768, 0, 0, 1605, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen-2.5-7b-instruct */
    {25760, 3522, 32768, 0, 0, 1608, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen-2.5-coder-32b-instruct */
    {25793, 25823, 0, 0, 0, 1473, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* qwen/qwen-2.5-vl-72b-instruct */
    {25848, 25877, 0, 0, 0, 361, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* qwen/qwen-2.5-vl-7b-instruct */
    {25901, 25915, 0, 0, 0, 1611, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen-max */
    {25924, 25939, 1000000, 0, 0, 1614, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen-plus */
    {25949, 25975, 1000000, 0, 0, 1618, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen-plus-2025-07-28 */
    {25990, 26025, 0, 0, 0, 1621, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen-plus-2025-07-28:thinking */
    {26051, 26067, 0, 0, 0, 1476, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen-turbo */
    {26078, 26095, 0, 0, 0, 1121, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* qwen/qwen-vl-max */
    {26107, 26125, 0, 0, 0, 1625, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* qwen/qwen-vl-plus */
    {26138, 26169, 0, 0, 0, 361, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen2.5-coder-7b-instruct */
    {26195, 26224, 0, 0, 0, 319, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* qwen/qwen2.5-vl-32b-instruct */
    {26248, 26277, 0, 0, 0, 655, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* qwen/qwen2.5-vl-72b-instruct */
    {26301, 26316, 0, 0, 0, 1111, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3-14b */
    {26326, 26347, 131072, 0, 0, 1628, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3-235b-a22b */
    {26363, 26389, 0, 0, 0, 1631, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3-235b-a22b-2507 */
    {26419, 26454, 0, 0, 0, 151, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3-235b-a22b-thinking-2507 */
    {26484, 26503, 0, 0, 0, 1634, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3-30b-a3b */
    {26517, 26550, 0, 0, 0, 1637, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen3-30b-a3b-instruct-2507 */
    {26578, 26611, 81920, 0, 0, 1640, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3-30b-a3b-thinking-2507 */
    {8951, 26639, 0, 0, 0, 195, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3-32b */
    {26649, 26663, 131072, 0, 0, 1643, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3-8b */
    {26672, 26689, 0, 0, 0, 1646, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen3-coder */
    {26711, 26745, 0, 0, 0, 1649, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen3-coder-30b-a3b-instruct */
    {26774, 26797, 1000000, 0, 0, 1652, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen3-coder-flash */
    {26815, 26837, 0, 0, 0, 1657, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen3-coder-next */
    {26854, 26876, 1000000, 0, 0, 1661, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen3-coder-plus */
    {26893, 26908, 262144, 0, 0, 1666, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen3-max */
    {26919, 26943, 262144, 0, 0, 1669, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen3-max-thinking */
    {26962, 26995, 0, 0, 0, 1672, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen3-next-80b-a3b-instruct */
    {27023, 27056, 0, 0, 0, 1675, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3-next-80b-a3b-thinking */
    {27084, 27117, 0, 0, 0, 1678, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen3-vl-235b-a22b-instruct */
    {27145, 27178, 131072, 0, 0, 1682, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen3-vl-235b-a22b-thinking */
    {27206, 27237, 0, 0, 0, 1685, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen3-vl-30b-a3b-instruct */
    {27263, 27294, 0, 0, 0, 1688, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen3-vl-30b-a3b-thinking */
    {27320, 27347, 131072, 0, 0, 1691, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen3-vl-32b-instruct */
    {27369, 27395, 0, 0, 0, 1694, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen3-vl-8b-instruct */
    {27416, 27442, 131072, 0, 0, 1697, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* qwen/qwen3-vl-8b-thinking */
    {27463, 27486, 262144, 0, 0, 1700, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3.5-122b-a10b */
    {27504, 27521, 262144, 0, 0, 1703, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3.5-27b */
    {27533, 27554, 0, 0, 0, 1706, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3.5-35b-a3b */
    {27570, 27593, 0, 0, 0, 1710, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3.5-397b-a17b */
    {27611, 27627, 0, 0, 0, 1713, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3.5-9b */
    {27638, 27663, 1000000, 0, 0, 1716, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3.5-flash-02-23 */
    {27677, 27701, 1000000, 0, 0, 1719, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3.5-plus-02-15 */
    {27720, 27747, 1000000, 0, 0, 1722, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3.5-plus-20260420 */
    {27771, 27788, 0, 0, 0, 1726, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3.6-27b */
    {27800, 27821, 0, 0, 0, 1729, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3.6-35b-a3b */
    {27837, 27856, 1000000, 0, 0, 1732, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3.6-flash */
    {27870, 27895, 262144, 0, 0, 1736, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3.6-max-preview */
    {27915, 5992, 1000000, 0, 0, 1740, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3.6-plus */
    {27933, 27950, 1000000, 0, 0, 1744, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3.7-max */
    {27962, 6044, 1000000, 0, 0, 1749, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwen3.7-plus */
    {27980, 27993, 0, 0, 0, 1754, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwq-32b */
    {28001, 28022, 0, 0, 0, 361, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* qwen/qwq-32b-preview */
    {28038, 28062, 0, 0, 0, 1757, NONE, 0, MODEL_CHAT, 0}, /* raifle/sorcererlm-8x22b */
    {28079, 28096, 16384, 0, 0, 151, NONE, 0, MODEL_CHAT, 0}, /* rekaai/reka-edge */
    {28106, 28126, 65536, 0, 0, 1208, NONE, 0, MODEL_CHAT, 0}, /* rekaai/reka-flash-3 */
    {28139, 28161, 256000, 0, 0, 1760, NONE, 0, MODEL_CHAT, 0}, /* relace/relace-apply-3 */
    {28176, 28197, 256000, 0, 0, 673, NONE, 0, MODEL_CHAT, 0}, /* relace/relace-search */
    {28211, 28236, 0, 0, 0, 1074, NONE, 0, MODEL_CHAT, 0}, /* sao10k/fimbulvetr-11b-v2 */
    {28254, 28276, 0, 0, 0, 736, NONE, 0, MODEL_CHAT, 0}, /* sao10k/l3-euryale-70b */
    {28291, 28312, 8192, 0, 0, 1763, NONE, 0, MODEL_CHAT, 0}, /* sao10k/l3-lunaris-8b */
    {28331, 28357, 0, 0, 0, 1071, NONE, 0, MODEL_CHAT, 0}, /* sao10k/l3.1-70b-hanami-x1 */
    {28381, 28405, 0, 0, 0, 544, NONE, 0, MODEL_CHAT, 0}, /* sao10k/l3.1-euryale-70b */
    {28432, 28456, 131072, 0, 0, 544, NONE, 0, MODEL_CHAT, 0}, /* sao10k/l3.3-euryale-70b */
    {28478, 28516, 0, 0, 0, 1766, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* scb10x/llama3.1-typhoon2-70b-instruct */
    {28547, 28584, 0, 0, 0, 532, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* scb10x/llama3.1-typhoon2-8b-instruct */
    {12829, 12863, 0, 0, 0, 685, NONE, 0, MODEL_CHAT, 0}, /* sophosympatheia/midnight-rose-70b */
    {28614, 28645, 0, 0, 0, 1769, NONE, 0, MODEL_CHAT, 0}, /* steelskull/l3.3-electra-r1-70b */
    {28665, 28688, 262144, 0, 0, 1772, NONE, 0, MODEL_CHAT, 0}, /* stepfun/step-3.5-flash */
    {28703, 28726, 0, 0, 0, 1776, NONE, 0, MODEL_CHAT, 0}, /* stepfun/step-3.7-flash */
    {28741, 28760, 0, 0, 0, 1780, NONE, 0, MODEL_CHAT, 0}, /* switchpoint/router */
    {28779, 28809, 131072, 0, 0, 1783, NONE, 0, MODEL_CHAT, 0}, /* tencent/hunyuan-a13b-instruct */
    {28831, 28851, 262144, 0, 0, 1786, NONE, 0, MODEL_CHAT, 0}, /* tencent/hy3-preview */
    {28863, 28893, 0, 0, 0, 1790, NONE, 0, MODEL_CHAT, 0}, /* thedrummer/anubis-pro-105b-v1 */
    {28912, 28940, 131072, 0, 0, 1793, NONE, 0, MODEL_CHAT, 0}, /* thedrummer/cydonia-24b-v4.1 */
    {28957, 28982, 0, 0, 0, 1797, NONE, 0, MODEL_CHAT, 0}, /* thedrummer/rocinante-12b */
    {28996, 29022, 32768, 0, 0, 1186, NONE, 0, MODEL_CHAT, 0}, /* thedrummer/skyfall-36b-v2 */
    {29037, 29063, 0, 0, 0, 697, NONE, 0, MODEL_CHAT, 0}, /* thedrummer/unslopnemo-12b */
    {29078, 29103, 6144, 0, 0, 1074, NONE, 0, MODEL_CHAT, 0}, /* undi95/remm-slerp-l2-13b */
    {29118, 29136, 0, 0, 0, 523, NONE, 0, MODEL_CHAT, 0}, /* undi95/toppy-m-7b */
    {29147, 29167, 131072, 0, 0, 648, NONE, 0, MODEL_CHAT, 0}, /* upstage/solar-pro-3 */
    {29179, 29197, 1040000, 0, 0, 1800, NONE, 0, MODEL_CHAT, 0}, /* writer/palmyra-x5 */
    {29208, 29225, 0, 0, 0, 1803, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* x-ai/grok-2-1212 */
    {29237, 29261, 0, 0, 0, 1803, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* x-ai/grok-2-vision-1212 */
    {29280, 29297, 0, 0, 0, 1130, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* x-ai/grok-3-beta */
    {29309, 29331, 0, 0, 0, 1806, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* x-ai/grok-3-mini-beta */
    {29348, 29365, 2000000, 0, 128000, 1809, 1813, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* x-ai/grok-4-fast */
    {29377, 29392, 2000000, 0, 0, 1817, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* x-ai/grok-4.20 */
    {29402, 29429, 2000000, 0, 0, 1821, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* x-ai/grok-4.20-multi-agent */
    {29451, 29465, 1000000, 0, 0, 1817, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* x-ai/grok-4.3 */
    {29474, 29489, 0, 0, 0, 742, NONE, 0, MODEL_CHAT, 0}, /* x-ai/grok-beta */
    {29499, 29519, 256000, 0, 0, 1825, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* x-ai/grok-build-0.1 */
    {29534, 29556, 256000, 0, 0, 1829, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* x-ai/grok-code-fast-1 */
    {29573, 29595, 0, 0, 0, 742, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* x-ai/grok-vision-beta */
    {29612, 29633, 0, 0, 0, 1433, NONE, 0, MODEL_CHAT, 0}, /* xiaomi/mimo-v2-flash */
    {29647, 29664, 0, 0, 0, 1833, NONE, 0, MODEL_CHAT, 0}, /* xiaomi/mimo-v2.5 */
    {29674, 29695, 0, 0, 0, 1837, NONE, 0, MODEL_CHAT, 0}, /* xiaomi/mimo-v2.5-pro */
    {29709, 29729, 0, 0, 0, 1841, NONE, 0, MODEL_CHAT, 0}, /* xwin-lm/xwin-lm-70b */
    {29741, 29754, 131072, 0, 0, 1844, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* z-ai/glm-4.5 */
    {29762, 29779, 131072, 0, 0, 1848, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* z-ai/glm-4.5-air */
    {29791, 29805, 65536, 0, 0, 1852, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* z-ai/glm-4.5v */
    {29814, 29827, 0, 0, 0, 1856, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* z-ai/glm-4.6 */
    {29835, 29849, 131072, 0, 0, 1860, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* z-ai/glm-4.6v */
    {29858, 1196, 0, 0, 0, 1864, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* z-ai/glm-4.7 */
    {29871, 3729, 0, 0, 0, 1868, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* z-ai/glm-4.7-flash */
    {29890, 29901, 0, 0, 0, 1872, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* z-ai/glm-5 */
    {29907, 29924, 202752, 0, 0, 1876, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* z-ai/glm-5-turbo */
    {29936, 29949, 0, 0, 0, 1880, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* z-ai/glm-5.1 */
    {29957, 1220, 1048576, 0, 0, 266, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* z-ai/glm-5.2 */
    {29970, 1278, 1048576, 0, 0, 266, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* z-ai/glm-5.3 */
    {29983, 1308, 1310720, 0, 0, 1884, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* z-ai/glm-5.3-flash */
    {30002, 30033, 1000000, 0, 0, 1136, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* ~anthropic/claude-fable-latest */
    {30053, 30084, 200000, 0, 0, 1146, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* ~anthropic/claude-haiku-latest */
    {30114, 30144, 1000000, 0, 0, 1166, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* ~anthropic/claude-opus-latest */
    {30163, 30195, 1000000, 0, 0, 1171, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* ~anthropic/claude-sonnet-latest */
    {30226, 30254, 1048576, 0, 0, 1299, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* ~google/gemini-flash-latest */
    {30281, 30307, 1048576, 0, 0, 1286, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* ~google/gemini-pro-latest */
    {30332, 30356, 1048576, 0, 0, 1444, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* ~moonshotai/kimi-latest */
    {30379, 30398, 1050000, 0, 0, 985, NONE, 0, MODEL_CHAT, 0}, /* ~openai/gpt-latest */
    {30416, 30440, 400000, 0, 0, 1533, NONE, 0, MODEL_CHAT, 0}, /* ~openai/gpt-mini-latest */
    {30463, 30463, 131072, 0, 0, 1888, NONE, MODEL_REASONING, MODEL_CHAT, 0}, /* DeepSeek-R1-Distill-Llama-70B */
    {30493, 30493, 131072, 0, 0, 1891, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* Llama-3.1-8B-Instruct */
    {30515, 30515, 131072, 0, 0, 1888, NONE, 0, MODEL_CHAT, 0}, /* Meta-Llama-3_3-70B-Instruct */
    {30543, 30543, 65536, 0, 0, 1891, NONE, 0, MODEL_CHAT, 0}, /* Mistral-7B-Instruct-v0.3 */
    {30568, 30568, 65536, 0, 0, 724, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* Mistral-Nemo-Instruct-2407 */
    {30595, 30595, 131072, 0, 0, 1894, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* Mistral-Small-3.2-24B-Instruct-2506 */
    {30631, 30631, 32768, 0, 0, 655, NONE, 0, MODEL_CHAT, 0}, /* Mixtral-8x7B-Instruct-v0.1 */
    {30658, 30658, 32768, 0, 0, 1897, NONE, MODEL_IMAGES, MODEL_CHAT, 0}, /* Qwen2.5-VL-72B-Instruct */
    {30682, 30682, 32768, 0, 0, 1900, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* Qwen3-32B */
    {30692, 30692, 262144, 0, 0, 1903, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* Qwen3-Coder-30B-A3B-Instruct */
    {30721, 30738, 512, 0, 0, 1906, NONE, 0, MODEL_EMBEDDING, 0}, /* bge-base-en-v1.5 */
    {30755, 30762, 8192, 0, 0, 1906, NONE, 0, MODEL_EMBEDDING, 0}, /* bge-m3 */
    {30769, 30793, 8192, 0, 0, 1906, NONE, 0, MODEL_EMBEDDING, 0}, /* bge-multilingual-gemma2 */
    {1346, 8907, 131072, 0, 0, 1909, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-oss-120b */
    {30817, 8939, 131072, 0, 0, 1912, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* gpt-oss-20b */
    {30829, 30863, 0, 0, 0, 1380, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* llama-3.1-sonar-large-128k-online */
    {30890, 30924, 0, 0, 0, 361, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* llama-3.1-sonar-small-128k-online */
    {30950, 25361, 0, 0, 0, 1077, NONE, 0, MODEL_CHAT, 0}, /* r1-1776 */
    {30958, 25386, 128000, 0, 0, 1915, NONE, MODEL_IMAGES | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0}, /* sonar */
    {30964, 25423, 128000, 0, 0, 1919, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0}, /* sonar-deep-research */
    {30984, 25464, 200000, 8000, 0, 1923, NONE, MODEL_IMAGES | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0}, /* sonar-pro */
    {30994, 31011, 0, 8000, 0, 1130, NONE, MODEL_IMAGES | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0}, /* sonar-pro-search */
    {31028, 25501, 0, 0, 0, 1927, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0}, /* sonar-reasoning */
    {31044, 25548, 128000, 0, 0, 1931, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0}, /* sonar-reasoning-pro */
    {31064, 31091, 0, 0, 0, 688, NONE, 0, MODEL_CHAT, 0}, /* Austism/chronos-hermes-13b */
    {31110, 31133, 0, 0, 0, 688, NONE, 0, MODEL_CHAT, 0}, /* Gryphe/MythoMax-L2-13b */
    {31149, 31177, 0, 0, 0, 688, NONE, 0, MODEL_CHAT, 0}, /* Nexusflow/NexusRaven-V2-13B */
    {31195, 31230, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* NousResearch/Nous-Capybara-7B-V1p9 */
    {31252, 31296, 0, 0, 0, 319, NONE, 0, MODEL_CHAT, 0}, /* NousResearch/Nous-Hermes-2-Mixtral-8x7B-DPO */
    {31327, 31371, 0, 0, 0, 319, NONE, 0, MODEL_CHAT, 0}, /* NousResearch/Nous-Hermes-2-Mixtral-8x7B-SFT */
    {31402, 31436, 0, 0, 0, 685, NONE, 0, MODEL_CHAT, 0}, /* NousResearch/Nous-Hermes-2-Yi-34B */
    {31457, 12499, 0, 0, 0, 1935, NONE, 0, MODEL_CHAT, 0}, /* NousResearch/Nous-Hermes-Llama2-13b */
    {31493, 31529, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* NousResearch/Nous-Hermes-llama-2-7b */
    {31552, 31582, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* Open-Orca/Mistral-7B-OpenOrca */
    {31602, 31620, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0}, /* Qwen/Qwen1.5-0.5B */
    {31633, 31651, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0}, /* Qwen/Qwen1.5-1.8B */
    {31664, 31681, 0, 0, 0, 688, NONE, 0, MODEL_CHAT, 0}, /* Qwen/Qwen1.5-14B */
    {31693, 31709, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0}, /* Qwen/Qwen1.5-4B */
    {31720, 31737, 0, 0, 0, 319, NONE, 0, MODEL_CHAT, 0}, /* Qwen/Qwen1.5-72B */
    {31749, 31765, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* Qwen/Qwen1.5-7B */
    {31776, 31801, 0, 0, 0, 688, NONE, 0, MODEL_CHAT, 0}, /* Undi95/ReMM-SLERP-L2-13B */
    {31819, 31837, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* Undi95/Toppy-M-7B */
    {31848, 31875, 0, 0, 0, 688, NONE, 0, MODEL_CHAT, 0}, /* WizardLM/WizardLM-13B-V1.2 */
    {31893, 31909, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* allenai/OLMo-7B */
    {31917, 31953, 0, 0, 0, 1935, NONE, 0, MODEL_CHAT, 0}, /* codellama/CodeLlama-13b-Instruct-hf */
    {31979, 32015, 0, 0, 0, 1938, NONE, 0, MODEL_CHAT, 0}, /* codellama/CodeLlama-34b-Instruct-hf */
    {32041, 32077, 0, 0, 0, 319, NONE, 0, MODEL_CHAT, 0}, /* codellama/CodeLlama-70b-Instruct-hf */
    {32103, 32138, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* codellama/CodeLlama-7b-Instruct-hf */
    {32163, 32203, 0, 0, 0, 685, NONE, 0, MODEL_CHAT, 0}, /* deepseek-ai/deepseek-coder-33b-instruct */
    {32231, 32267, 0, 0, 0, 319, NONE, 0, MODEL_CHAT, 0}, /* garage-bAInd/Platypus2-70B-instruct */
    {32290, 32306, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0}, /* google/gemma-2b */
    {32315, 32331, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* google/gemma-7b */
    {32340, 32362, 0, 0, 0, 688, NONE, 0, MODEL_CHAT, 0}, /* lmsys/vicuna-13b-v1.5 */
    {32378, 32399, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* lmsys/vicuna-7b-v1.5 */
    {32414, 32445, 0, 0, 0, 1935, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/Llama-2-13b-chat-hf */
    {32465, 32496, 0, 0, 0, 319, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/Llama-2-70b-chat-hf */
    {32516, 32546, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/Llama-2-7b-chat-hf */
    {32565, 32596, 0, 0, 0, 319, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/Llama-3-70b-chat-hf */
    {32616, 32646, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/Llama-3-8b-chat-hf */
    {32665, 32705, 0, 0, 0, 1766, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/Llama-3.3-70B-Instruct-Turbo */
    {32734, 32784, 0, 0, 0, 228, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8 */
    {32823, 2936, 0, 0, 0, 1941, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* meta-llama/Llama-4-Scout-17B-16E-Instruct */
    {32865, 32907, 0, 0, 0, 1944, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/Meta-Llama-3-70B-Instruct-Lite */
    {32938, 32981, 0, 0, 0, 1766, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/Meta-Llama-3-70B-Instruct-Turbo */
    {33013, 33054, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/Meta-Llama-3-8B-Instruct-Lite */
    {33084, 33126, 0, 0, 0, 532, NONE, 0, MODEL_CHAT, 0}, /* meta-llama/Meta-Llama-3-8B-Instruct-Turbo */
    {33157, 33203, 0, 0, 0, 1947, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/Meta-Llama-3.1-405B-Instruct-Turbo */
    {33238, 33283, 0, 0, 0, 1766, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo */
    {33317, 33361, 0, 0, 0, 532, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo */
    {33394, 33439, 0, 0, 0, 1766, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* meta-llama/Meta-Llama-3.3-70B-Instruct-Turbo */
    {33473, 33500, 0, 0, 0, 1950, NONE, 0, MODEL_CHAT, 0}, /* microsoft/WizardLM-2-8x22B */
    {33517, 33533, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0}, /* microsoft/phi-2 */
    {33539, 3080, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* mistralai/Mistral-7B-Instruct-v0.1 */
    {33574, 33609, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* mistralai/Mistral-7B-Instruct-v0.2 */
    {33634, 33660, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* mistralai/Mistral-7B-v0.1 */
    {33676, 33714, 0, 0, 0, 1953, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* mistralai/Mixtral-8x22B-Instruct-v0.1 */
    {33742, 33779, 0, 0, 0, 319, NONE, 0, MODEL_CHAT, 0}, /* mistralai/Mixtral-8x7B-Instruct-v0.1 */
    {33806, 33834, 0, 0, 0, 319, NONE, 0, MODEL_CHAT, 0}, /* mistralai/Mixtral-8x7B-v0.1 */
    {33852, 33879, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* openchat/openchat-3.5-1210 */
    {33897, 33934, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* snorkelai/Snorkel-Mistral-PairRM-DPO */
    {33961, 33993, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* teknium/OpenHermes-2-Mistral-7B */
    {34017, 34051, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* teknium/OpenHermes-2p5-Mistral-7B */
    {34077, 34115, 0, 0, 0, 361, NONE, 0, MODEL_MODERATION, 0}, /* togethercomputer/GPT-JT-Moderation-6B */
    {34136, 34177, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* togethercomputer/Llama-2-7B-32K-Instruct */
    {34201, 34243, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* togethercomputer/RedPajama-INCITE-7B-Base */
    {34268, 34310, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* togethercomputer/RedPajama-INCITE-7B-Chat */
    {34335, 34381, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* togethercomputer/RedPajama-INCITE-7B-Instruct */
    {34410, 34455, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0}, /* togethercomputer/RedPajama-INCITE-Base-3B-v1 */
    {34483, 34528, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0}, /* togethercomputer/RedPajama-INCITE-Chat-3B-v1 */
    {34556, 34605, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0}, /* togethercomputer/RedPajama-INCITE-Instruct-3B-v1 */
    {34637, 34678, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* togethercomputer/StripedHyena-Hessian-7B */
    {34702, 34740, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* togethercomputer/StripedHyena-Nous-7B */
    {34761, 34788, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* togethercomputer/alpaca-7b */
    {34798, 34832, 0, 0, 0, 688, NONE, 0, MODEL_CHAT, 0}, /* upstage/SOLAR-10.7B-Instruct-v1.0 */
    {34858, 34877, 0, 0, 0, 685, NONE, 0, MODEL_CHAT, 0}, /* zero-one-ai/Yi-34B */
    {34884, 34902, 0, 0, 0, 361, NONE, 0, MODEL_CHAT, 0}, /* zero-one-ai/Yi-6B */
    {34908, 29225, 32768, 0, 0, 1803, NONE, MODEL_TOOLS, MODEL_CHAT, 1}, /* grok-2-1212 */
    {34920, 29261, 32768, 0, 0, 1803, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0}, /* grok-2-vision-1212 */
    {34939, 34946, 131072, 0, 0, 1956, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* grok-3 */
    {34953, 34965, 131072, 0, 0, 1960, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* grok-3-fast */
    {34977, 34989, 131072, 0, 0, 1964, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* grok-3-mini */
    {35001, 35018, 131072, 0, 0, 1968, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* grok-3-mini-fast */
    {35035, 35047, 256000, 0, 0, 1956, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* grok-4-0709 */
    {35054, 35082, 2000000, 0, 0, 1809, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* grok-4-1-fast-non-reasoning */
    {35110, 35134, 2000000, 0, 0, 1809, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* grok-4-1-fast-reasoning */
    {35158, 35184, 2000000, 0, 0, 1809, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0}, /* grok-4-fast-non-reasoning */
    {35210, 35232, 2000000, 0, 0, 1809, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* grok-4-fast-reasoning */
    {35254, 29392, 1000000, 0, 199999, 1817, 1972, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* grok-4.20 */
    {35264, 29429, 1000000, 0, 0, 1821, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* grok-4.20-multi-agent */
    {35286, 29465, 1000000, 0, 199999, 1817, 1972, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* grok-4.3 */
    {35295, 35304, 500000, 0, 199999, 1976, 1980, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* grok-4.5 */
    {35313, 35322, 500000, 0, 199999, 1984, 1988, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* grok-4.6 */
    {35331, 29519, 256000, 0, 199999, 1825, 1992, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* grok-build-0.1 */
    {35346, 29556, 256000, 0, 0, 1829, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0}, /* grok-code-fast-1 */
    {35363, 35381, 0, 0, 0, NONE, NONE, 0, MODEL_REALTIME, 0}, /* grok-voice-latest */
    {35392, 35418, 0, 0, 0, NONE, NONE, 0, MODEL_REALTIME, 1}, /* grok-voice-think-fast-1.0 */
    {35444, 35470, 0, 0, 0, NONE, NONE, 0, MODEL_REALTIME, 0}, /* grok-voice-think-fast-2.0 */
    {4884, 4884, 1000000, 0, 0, 266, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* GLM-5.2 */
    {35496, 35496, 1000000, 0, 0, 266, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* GLM-5.3 */
    {35504, 35504, 1000000, 0, 0, 1884, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* GLM-5.3-Flash */
    {35518, 35518, 128000, 0, 0, 1996, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* GLM-4-Air */
    {35528, 35528, 8000, 0, 0, 2000, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* GLM-4-AirX */
    {35539, 35539, 128000, 0, 0, 2003, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* GLM-4-Assistant */
    {35555, 35555, 128000, 0, 0, 2006, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* GLM-4-FlashX-250414 */
    {35575, 35575, 1000000, 0, 0, 2010, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* GLM-4-Long */
    {35586, 35586, 128000, 0, 0, 2014, NONE, MODEL_TOOLS, MODEL_CHAT, 0}, /* GLM-4-Plus */
    {35597, 35597, 128000, 0, 0, 2018, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* GLM-4.5-Air */
    {4748, 4748, 200000, 0, 0, 2022, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* GLM-4.7 */
    {35609, 35609, 200000, 0, 0, 2026, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* GLM-4.7-FlashX */
    {35624, 35624, 200000, 0, 0, 2030, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* GLM-5 */
    {35630, 35630, 200000, 0, 0, 2034, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* GLM-5-Turbo */
    {4790, 4790, 200000, 0, 0, 2038, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* GLM-5.1 */
    {4884, 4884, 1000000, 0, 0, 2042, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* GLM-5.2 */
    {35496, 35496, 1000000, 0, 0, 2042, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* GLM-5.3 */
    {35504, 35504, 1000000, 0, 0, 2046, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0}, /* GLM-5.3-Flash */
};

const char catalog_texts[] =
    "claude-2" "\0"
    "Claude 2.0 / 2.1" "\0"
    "claude-3-5-haiku-latest" "\0"
    "Claude Haiku 3.5" "\0"
    "claude-3-5-sonnet" "\0"
    "Claude Sonnet 3.5" "\0"
    "claude-3-7-sonnet-latest" "\0"
    "Claude Sonnet 3.7" "\0"
    "claude-3-haiku" "\0"
    "Claude Haiku 3" "\0"
    "claude-3-opus-latest" "\0"
    "Claude Opus 3" "\0"
    "claude-3-sonnet" "\0"
    "Claude 3 Sonnet" "\0"
    "claude-fable-5" "\0"
    "Claude Fable 5" "\0"
    "claude-fable-5-1" "\0"
    "Claude Fable 5.1" "\0"
    "claude-haiku-4-5" "\0"
    "Claude Haiku 4.5" "\0"
    "claude-opus-4-0" "\0"
    "Claude Opus 4" "\0"
    "claude-opus-4-1" "\0"
    "Claude Opus 4.1" "\0"
    "claude-opus-4-5" "\0"
    "Claude Opus 4.5" "\0"
    "claude-opus-4-6" "\0"
    "Claude Opus 4.6" "\0"
    "claude-opus-4-7" "\0"
    "Claude Opus 4.7" "\0"
    "claude-opus-4-8" "\0"
    "Claude Opus 4.8" "\0"
    "claude-opus-5" "\0"
    "Claude Opus 5" "\0"
    "claude-opus-5-5" "\0"
    "Claude Opus 5.5" "\0"
    "claude-sonnet-4-0" "\0"
    "Claude Sonnet 4" "\0"
    "claude-sonnet-4-5" "\0"
    "Claude Sonnet 4.5" "\0"
    "claude-sonnet-4-6" "\0"
    "Claude Sonnet 4.6" "\0"
    "claude-sonnet-5" "\0"
    "Claude Sonnet 5" "\0"
    "claude-v1" "\0"
    "Claude v1" "\0"
    "deepseek-ai/DeepSeek-V4-Flash-0731" "\0"
    "DeepSeek V4 Flash 0731" "\0"
    "deepseek-ai/DeepSeek-V4-Pro" "\0"
    "DeepSeek V4 Pro" "\0"
    "deepseek-ai/DeepSeek-V4-Pro-0813" "\0"
    "DeepSeek V4 Pro 0813" "\0"
    "moonshotai/Kimi-K2.6" "\0"
    "Kimi K2.6" "\0"
    "moonshotai/Kimi-K2.7-Code" "\0"
    "Kimi K2.7 Code" "\0"
    "moonshotai/Kimi-K3" "\0"
    "Kimi K3" "\0"
    "nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B" "\0"
    "NVIDIA Nemotron 3 Ultra" "\0"
    "openai/gpt-oss-120b" "\0"
    "GPT OSS 120B" "\0"
    "thinkingmachines/inkling" "\0"
    "Inkling" "\0"
    "thinkingmachines/inkling-small" "\0"
    "Inkling Small" "\0"
    "zai-org/GLM-4.7" "\0"
    "GLM 4.7" "\0"
    "zai-org/GLM-5.2" "\0"
    "GLM 5.2" "\0"
    "zai-org/GLM-5.2-Fast" "\0"
    "GLM 5.2 Fast" "\0"
    "zai-org/GLM-5.3" "\0"
    "GLM 5.3" "\0"
    "zai-org/GLM-5.3-Flash" "\0"
    "GLM 5.3 Flash" "\0"
    "gemma-4-31b" "\0"
    "Gemma 4 31B" "\0"
    "gpt-oss-120b" "\0"
    "GPT-OSS 120B" "\0"
    "llama-3.3-70b" "\0"
    "Llama 3.3 70B" "\0"
    "llama3.1-8b" "\0"
    "Llama 3.1 8B" "\0"
    "qwen-3-32b" "\0"
    "Qwen 3 32B" "\0"
    "zai-glm-4.7" "\0"
    "Z.ai GLM 4.7" "\0"
    "@cf/ai4bharat/indictrans2-en-indic-1B" "\0"
    "IndicTrans2 EN-Indic 1B" "\0"
    "@cf/aisingapore/gemma-sea-lion-v4-27b-it" "\0"
    "Gemma SEA-LION v4 27B IT" "\0"
    "@cf/baai/bge-base-en-v1.5" "\0"
    "BGE Base English v1.5" "\0"
    "@cf/baai/bge-large-en-v1.5" "\0"
    "BGE Large English v1.5" "\0"
    "@cf/baai/bge-m3" "\0"
    "BGE-M3" "\0"
    "@cf/baai/bge-reranker-base" "\0"
    "BGE Reranker Base" "\0"
    "@cf/baai/bge-small-en-v1.5" "\0"
    "BGE Small English v1.5" "\0"
    "@cf/deepseek-ai/deepseek-r1-distill-qwen-32b" "\0"
    "DeepSeek R1 Distill Qwen 32B" "\0"
    "@cf/deepseek-ai/deepseek-v4-flash-0731" "\0"
    "@cf/deepseek-ai/deepseek-v4-pro-0813" "\0"
    "@cf/google/gemma-3-12b-it" "\0"
    "Gemma 3 12B IT" "\0"
    "@cf/google/gemma-4-26b-a4b-it" "\0"
    "Gemma 4 26B A4B IT" "\0"
    "@cf/huggingface/distilbert-sst-2-int8" "\0"
    "DistilBERT SST-2 INT8" "\0"
    "@cf/ibm-granite/granite-4.0-h-micro" "\0"
    "Granite 4.0 H Micro" "\0"
    "@cf/meta/llama-2-7b-chat-fp16" "\0"
    "Llama 2 7B Chat FP16" "\0"
    "@cf/meta/llama-3-8b-instruct" "\0"
    "Llama 3 8B Instruct" "\0"
    "@cf/meta/llama-3-8b-instruct-awq" "\0"
    "Llama 3 8B Instruct AWQ" "\0"
    "@cf/meta/llama-3.1-70b-instruct-fp8-fast" "\0"
    "Llama 3.1 70B Instruct FP8 Fast" "\0"
    "@cf/meta/llama-3.1-8b-instruct" "\0"
    "Llama 3.1 8B Instruct" "\0"
    "@cf/meta/llama-3.1-8b-instruct-awq" "\0"
    "Llama 3.1 8B Instruct AWQ" "\0"
    "@cf/meta/llama-3.1-8b-instruct-fp8" "\0"
    "Llama 3.1 8B Instruct FP8" "\0"
    "@cf/meta/llama-3.1-8b-instruct-fp8-fast" "\0"
    "Llama 3.1 8B Instruct FP8 Fast" "\0"
    "@cf/meta/llama-3.2-11b-vision-instruct" "\0"
    "Llama 3.2 11B Vision Instruct" "\0"
    "@cf/meta/llama-3.2-1b-instruct" "\0"
    "Llama 3.2 1B Instruct" "\0"
    "@cf/meta/llama-3.2-3b-instruct" "\0"
    "Llama 3.2 3B Instruct" "\0"
    "@cf/meta/llama-3.3-70b-instruct-fp8-fast" "\0"
    "Llama 3.3 70B Instruct FP8 Fast" "\0"
    "@cf/meta/llama-4-scout-17b-16e-instruct" "\0"
    "Llama 4 Scout 17B 16E Instruct" "\0"
    "@cf/meta/llama-guard-3-8b" "\0"
    "Llama Guard 3 8B" "\0"
    "@cf/meta/m2m100-1.2b" "\0"
    "M2M100 1.2B" "\0"
    "@cf/mistral/mistral-7b-instruct-v0.1" "\0"
    "Mistral 7B Instruct v0.1" "\0"
    "@cf/mistralai/mistral-small-3.1-24b-instruct" "\0"
    "Mistral Small 3.1 24B Instruct" "\0"
    "@cf/moondream/moondream3.1-9B-A2B" "\0"
    "Moondream 3.1 9B A2B" "\0"
    "@cf/moonshotai/kimi-k2.5" "\0"
    "Kimi K2.5" "\0"
    "@cf/moonshotai/kimi-k2.6" "\0"
    "@cf/moonshotai/kimi-k2.7-code" "\0"
    "@cf/nvidia/nemotron-3-120b-a12b" "\0"
    "Nemotron 3 120B A12B" "\0"
    "@cf/openai/gpt-oss-120b" "\0"
    "@cf/openai/gpt-oss-20b" "\0"
    "GPT-OSS 20B" "\0"
    "@cf/pfnet/plamo-embedding-1b" "\0"
    "PLaMo Embedding 1B" "\0"
    "@cf/qwen/qwen2.5-coder-32b-instruct" "\0"
    "Qwen2.5 Coder 32B Instruct" "\0"
    "@cf/qwen/qwen3-30b-a3b-fp8" "\0"
    "Qwen3 30B A3B FP8" "\0"
    "@cf/qwen/qwen3-embedding-0.6b" "\0"
    "Qwen3 Embedding 0.6B" "\0"
    "@cf/qwen/qwen3.8-27b" "\0"
    "Qwen3.8 27B" "\0"
    "@cf/qwen/qwq-32b" "\0"
    "QwQ 32B" "\0"
    "@cf/zai-org/glm-4.7-flash" "\0"
    "GLM 4.7 Flash" "\0"
    "@cf/zai-org/glm-5.2" "\0"
    "@cf/zai-org/glm-5.3-flash" "\0"
    "c4ai-aya-expanse-32b" "\0"
    "Aya Expanse 32B" "\0"
    "c4ai-aya-expanse-8b" "\0"
    "Aya Expanse 8B" "\0"
    "command" "\0"
    "Command" "\0"
    "command-a" "\0"
    "Command A" "\0"
    "command-light" "\0"
    "Command Light" "\0"
    "command-r" "\0"
    "Command R" "\0"
    "command-r-plus" "\0"
    "Command R+" "\0"
    "command-r7b" "\0"
    "Command R7B" "\0"
    "embed-english-v3.0" "\0"
    "Embed English v3.0" "\0"
    "embed-multilingual-v3.0" "\0"
    "Embed Multilingual v3.0" "\0"
    "embed-v4.0" "\0"
    "Embed v4.0" "\0"
    "rerank-v3.5" "\0"
    "Rerank v3.5" "\0"
    "deepseek-chat" "\0"
    "DeepSeek Chat" "\0"
    "deepseek-reasoner" "\0"
    "Deepseek R1" "\0"
    "deepseek-v3.1-terminus" "\0"
    "DeepSeek V3.1 Terminus" "\0"
    "deepseek-v3.2" "\0"
    "DeepSeek V3.2" "\0"
    "deepseek-v3.2-exp" "\0"
    "DeepSeek V3.2 Exp" "\0"
    "deepseek-v4-flash" "\0"
    "DeepSeek V4 Flash" "\0"
    "deepseek-v4-pro" "\0"
    "demo" "\0"
    "Demo" "\0"
    "accounts/fireworks/models/deepseek-r1-0528" "\0"
    "DeepSeek R1 0528" "\0"
    "accounts/fireworks/models/deepseek-v3-0324" "\0"
    "Deepseek V3 03-24" "\0"
    "accounts/fireworks/models/deepseek-v3p2" "\0"
    "Deepseek V3.2" "\0"
    "accounts/fireworks/models/deepseek-v4-flash" "\0"
    "DeepSeek-V4-Flash" "\0"
    "accounts/fireworks/models/deepseek-v4-pro" "\0"
    "DeepSeek-V4-Pro" "\0"
    "accounts/fireworks/models/gemma-3-27b-it" "\0"
    "Gemma 3 27B Instruct" "\0"
    "accounts/fireworks/models/glm-4p7" "\0"
    "GLM-4.7" "\0"
    "accounts/fireworks/models/glm-5p1" "\0"
    "GLM-5.1" "\0"
    "accounts/fireworks/models/glm-5p1-fast" "\0"
    "GLM 5.1 Fast" "\0"
    "accounts/fireworks/models/glm-5p2" "\0"
    "GLM-5.2" "\0"
    "accounts/fireworks/models/glm-5p2-fast" "\0"
    "accounts/fireworks/models/gpt-oss-120b" "\0"
    "OpenAI gpt-oss-120b" "\0"
    "accounts/fireworks/models/gpt-oss-20b" "\0"
    "OpenAI gpt-oss-20b" "\0"
    "accounts/fireworks/models/inkling" "\0"
    "accounts/fireworks/models/kimi-k2p5" "\0"
    "accounts/fireworks/models/kimi-k2p6" "\0"
    "accounts/fireworks/models/kimi-k2p6-fast" "\0"
    "Kimi K2.6 Fast" "\0"
    "accounts/fireworks/models/kimi-k2p7-code" "\0"
    "accounts/fireworks/models/kimi-k2p7-code-fast" "\0"
    "Kimi K2.7 Code Fast" "\0"
    "accounts/fireworks/models/kimi-k3" "\0"
    "accounts/fireworks/models/kimi-k3-fast" "\0"
    "Kimi K3 Fast" "\0"
    "accounts/fireworks/models/kimi-k3-us" "\0"
    "Kimi K3 US" "\0"
    "accounts/fireworks/models/llama-v3p1-8b-instruct" "\0"
    "accounts/fireworks/models/llama4-maverick-instruct-basic" "\0"
    "Llama 4 Maverick Instruct (Basic)" "\0"
    "accounts/fireworks/models/minimax-m2p1" "\0"
    "MiniMax-M2.1" "\0"
    "accounts/fireworks/models/minimax-m2p7" "\0"
    "MiniMax M2.7" "\0"
    "accounts/fireworks/models/minimax-m3" "\0"
    "MiniMax M3" "\0"
    "accounts/fireworks/models/nemotron-3-ultra-nvfp4" "\0"
    "NVIDIA Nemotron 3 Ultra NVFP4" "\0"
    "accounts/fireworks/models/qwen2p5-vl-72b-instruct" "\0"
    "Qwen2.5-VL 72B Instruct" "\0"
    "accounts/fireworks/models/qwen3-235b-a22b" "\0"
    "Qwen3 235B-A22B" "\0"
    "accounts/fireworks/models/qwen3p6-plus" "\0"
    "Qwen3.6 Plus" "\0"
    "accounts/fireworks/models/qwen3p7-plus" "\0"
    "Qwen3.7 Plus" "\0"
    "gemini-1.0-pro-vision-001" "\0"
    "Gemini 1.0 Pro Vision 001" "\0"
    "gemini-1.5-flash" "\0"
    "Gemini 1.5 Flash" "\0"
    "gemini-1.5-pro" "\0"
    "Gemini 1.5 Pro" "\0"
    "gemini-2.0-flash" "\0"
    "Gemini 2.0 Flash" "\0"
    "gemini-2.0-flash-lite" "\0"
    "Gemini 2.0 Flash Lite" "\0"
    "gemini-2.5-flash" "\0"
    "Gemini 2.5 Flash" "\0"
    "gemini-2.5-flash-image" "\0"
    "Gemini 2.5 Flash Image" "\0"
    "gemini-2.5-flash-lite" "\0"
    "Gemini 2.5 Flash Lite" "\0"
    "gemini-2.5-flash-lite-preview-tts" "\0"
    "Gemini 2.5 Flash-Lite Preview TTS" "\0"
    "gemini-2.5-flash-preview" "\0"
    "Gemini 2.5 Flash Preview 05-20" "\0"
    "gemini-2.5-flash-tts" "\0"
    "Gemini 2.5 Flash TTS" "\0"
    "gemini-2.5-pro" "\0"
    "Gemini 2.5 Pro" "\0"
    "gemini-2.5-pro-tts" "\0"
    "Gemini 2.5 Pro TTS" "\0"
    "gemini-3-flash-preview" "\0"
    "Gemini 3 Flash Preview" "\0"
    "gemini-3-pro-image-preview" "\0"
    "Gemini 3 Pro Image Preview" "\0"
    "gemini-3-pro-preview" "\0"
    "Gemini 3 Pro Preview" "\0"
    "gemini-3.1-flash-image-preview" "\0"
    "Gemini 3.1 Flash Image Preview" "\0"
    "gemini-3.1-flash-lite" "\0"
    "Gemini 3.1 Flash Lite" "\0"
    "gemini-3.1-flash-lite-image" "\0"
    "Gemini 3.1 Flash Lite Image" "\0"
    "gemini-3.1-flash-live-preview" "\0"
    "Gemini 3.1 Flash Live Preview" "\0"
    "gemini-3.1-pro-preview" "\0"
    "Gemini 3.1 Pro Preview" "\0"
    "gemini-3.5-flash" "\0"
    "Gemini 3.5 Flash" "\0"
    "gemini-3.5-flash-lite" "\0"
    "Gemini 3.5 Flash Lite" "\0"
    "gemini-3.6-flash" "\0"
    "Gemini 3.6 Flash" "\0"
    "gemini-3.7-flash" "\0"
    "Gemini 3.7 Flash" "\0"
    "gemini-3.8-flash" "\0"
    "Gemini 3.8 Flash" "\0"
    "gemini-embedding-001" "\0"
    "Gemini Embedding 001" "\0"
    "gemini-embedding-2" "\0"
    "Gemini Embedding 2" "\0"
    "gemini-flash-1.5" "\0"
    "gemini-flash-1.5-8b" "\0"
    "Gemini Flash 1.5 8b" "\0"
    "gemini-live-2.5-flash" "\0"
    "Gemini Live 2.5 Flash" "\0"
    "gemini-omni-flash-preview" "\0"
    "Gemini Omni Flash Preview" "\0"
    "gemini-pro" "\0"
    "Gemini Pro" "\0"
    "gemini-pro-1.5" "\0"
    "gemma-2-27b-it" "\0"
    "Gemma 2 27B" "\0"
    "imagen-4.0-fast-generate-001" "\0"
    "Imagen 4.0 Fast Generate 001" "\0"
    "imagen-4.0-generate-001" "\0"
    "Imagen 4.0 Generate 001" "\0"
    "imagen-4.0-ultra-generate-001" "\0"
    "Imagen 4.0 Ultra Generate 001" "\0"
    "deepseek-r1-distill-llama-70b" "\0"
    "DeepSeek R1 Distill Llama 70B" "\0"
    "gemma-7b-it" "\0"
    "Gemma 7b IT" "\0"
    "gemma2-9b-it" "\0"
    "Gemma 2 9B 8k" "\0"
    "llama-3.1-405b-reasoning" "\0"
    "Llama 3.1 405b Reasoning" "\0"
    "llama-3.1-70b-versatile" "\0"
    "Llama 3.1 70b Versatile" "\0"
    "llama-3.1-8b-instant" "\0"
    "Llama 3.1 8B Instant 128k" "\0"
    "llama-3.2-11b-text-preview" "\0"
    "Llama 3.2 11b Text Preview" "\0"
    "llama-3.2-11b-vision-preview" "\0"
    "Llama 3.2 11b Vision Preview" "\0"
    "llama-3.2-1b-preview" "\0"
    "Llama 3.2 1b Preview" "\0"
    "llama-3.2-3b-preview" "\0"
    "Llama 3.2 3b Preview" "\0"
    "llama-3.2-90b-text-preview" "\0"
    "Llama 3.2 90b Text Preview" "\0"
    "llama-3.2-90b-vision-preview" "\0"
    "Llama 3.2 90b Vision Preview" "\0"
    "llama-3.3-70b-specdec" "\0"
    "Llama 3.3 70b Specdec" "\0"
    "llama-3.3-70b-versatile" "\0"
    "Llama 3.3 70B Versatile 128k" "\0"
    "llama-guard-3-8b" "\0"
    "Llama Guard 3 8b" "\0"
    "llama2-70b-4096" "\0"
    "Llama2 70b 4096" "\0"
    "llama3-70b-8192" "\0"
    "Llama3 70b 8192" "\0"
    "llama3-8b-8192" "\0"
    "Llama3 8b 8192" "\0"
    "llama3-groq-70b-8192-tool-use-preview" "\0"
    "Llama3 Groq 70b 8192 Tool Use Preview" "\0"
    "llama3-groq-8b-8192-tool-use-preview" "\0"
    "Llama3 Groq 8b 8192 Tool Use Preview" "\0"
    "meta-llama/llama-4-maverick-17b-128e-instruct" "\0"
    "Llama 4 Maverick 17B 128E" "\0"
    "meta-llama/llama-4-scout-17b-16e-instruct" "\0"
    "Llama 4 Scout (17Bx16E) 128k" "\0"
    "meta-llama/llama-guard-4-12b" "\0"
    "Llama Guard 4 12B" "\0"
    "mistral-saba-24b" "\0"
    "Mistral Saba 24b" "\0"
    "mixtral-8x7b-32768" "\0"
    "Mixtral 8x7b 32768" "\0"
    "moonshotai/kimi-k2-instruct" "\0"
    "Kimi K2 1T 128k" "\0"
    "GPT-OSS 120b" "\0"
    "openai/gpt-oss-20b" "\0"
    "GPT-OSS 20b" "\0"
    "qwen/qwen3-32b" "\0"
    "Qwen3 32B 131k" "\0"
    "whisper-large-v3" "\0"
    "Whisper Large V3" "\0"
    "whisper-large-v3-turbo" "\0"
    "Whisper Large V3 Turbo" "\0"
    "M2-her" "\0"
    "MiniMax M2-her" "\0"
    "MiniMax-M2" "\0"
    "MiniMax M2" "\0"
    "MiniMax-M2.1-highspeed" "\0"
    "MiniMax M2.1 Highspeed" "\0"
    "MiniMax-M2.5-highspeed" "\0"
    "MiniMax M2.5 Highspeed" "\0"
    "MiniMax-M2.7" "\0"
    "MiniMax-M2.7-highspeed" "\0"
    "MiniMax M2.7 Highspeed" "\0"
    "minimax-01" "\0"
    "MiniMax-01" "\0"
    "minimax-m1" "\0"
    "MiniMax M1" "\0"
    "minimax-m3" "\0"
    "codestral" "\0"
    "Codestral" "\0"
    "codestral-2508" "\0"
    "Codestral 2508" "\0"
    "codestral-embed" "\0"
    "Codestral Embed" "\0"
    "devstral-2512" "\0"
    "Devstral 2 2512" "\0"
    "devstral-small" "\0"
    "Devstral Small" "\0"
    "magistral-medium" "\0"
    "Magistral Medium" "\0"
    "magistral-small" "\0"
    "Magistral Small" "\0"
    "ministral-14b-2512" "\0"
    "Ministral 3 14B 2512" "\0"
    "ministral-3b" "\0"
    "Ministral 3B" "\0"
    "ministral-3b-2512" "\0"
    "Ministral 3 3B 2512" "\0"
    "ministral-8b" "\0"
    "Ministral 8B 24.10" "\0"
    "ministral-8b-2512" "\0"
    "Ministral 3 8B 2512" "\0"
    "ministral-8b-latest" "\0"
    "Ministral 8B Latest" "\0"
    "mistral-7b" "\0"
    "Mistral 7B" "\0"
    "mistral-embed" "\0"
    "Mistral Embed" "\0"
    "mistral-large" "\0"
    "Mistral Large" "\0"
    "mistral-large-2512" "\0"
    "Mistral Large 3 2512" "\0"
    "mistral-medium-2312" "\0"
    "Mistral Medium 1" "\0"
    "mistral-medium-3-1" "\0"
    "Mistral Medium 3 and 3.1" "\0"
    "mistral-medium-3-5" "\0"
    "Mistral Medium 3.5" "\0"
    "mistral-medium-latest" "\0"
    "Mistral Medium Latest" "\0"
    "mistral-moderation-latest" "\0"
    "Mistral Moderation Latest" "\0"
    "mistral-nemo" "\0"
    "Mistral NeMo" "\0"
    "mistral-ocr-2503" "\0"
    "Mistral OCR" "\0"
    "mistral-ocr-2505" "\0"
    "Mistral OCR 2" "\0"
    "mistral-ocr-2512" "\0"
    "Mistral OCR 3" "\0"
    "mistral-ocr-4-0" "\0"
    "Mistral OCR 4.0" "\0"
    "mistral-ocr-4-1" "\0"
    "Mistral OCR 4.1" "\0"
    "mistral-ocr-latest" "\0"
    "Mistral OCR Latest" "\0"
    "mistral-saba" "\0"
    "Mistral Saba" "\0"
    "mistral-small-24b-instruct-2501" "\0"
    "Mistral Small 3" "\0"
    "mistral-small-2603" "\0"
    "Mistral Small 4" "\0"
    "mistral-small-3.1-24b-instruct" "\0"
    "Mistral Small 3.1 24B" "\0"
    "mistral-small-3.2-24b-instruct" "\0"
    "Mistral Small 3.2 24B" "\0"
    "mistral-small-latest" "\0"
    "Mistral Small 3.2" "\0"
    "mistral-tiny" "\0"
    "Mistral Tiny" "\0"
    "mixtral-8x22b-instruct" "\0"
    "Mixtral 8x22B Instruct" "\0"
    "mixtral-8x7b" "\0"
    "Mixtral 8x7B" "\0"
    "pixtral-12b" "\0"
    "Pixtral 12B" "\0"
    "pixtral-large" "\0"
    "Pixtral Large 2411" "\0"
    "voxtral-mini-2602" "\0"
    "Voxtral Mini Transcribe 2" "\0"
    "voxtral-small-24b-2507" "\0"
    "Voxtral Small 24B 2507" "\0"
    "kimi-k2" "\0"
    "Kimi K2 0711" "\0"
    "kimi-k2-0711-preview" "\0"
    "Kimi K2 0711 Preview" "\0"
    "kimi-k2-0905-preview" "\0"
    "Kimi K2 0905 Preview" "\0"
    "kimi-k2-thinking" "\0"
    "Kimi K2 Thinking" "\0"
    "kimi-k2-thinking-turbo" "\0"
    "Kimi K2 Thinking Turbo" "\0"
    "kimi-k2-turbo-preview" "\0"
    "Kimi K2 Turbo Preview" "\0"
    "kimi-k2.5" "\0"
    "kimi-k2.6" "\0"
    "kimi-k2.7-code" "\0"
    "kimi-k2.7-code-highspeed" "\0"
    "Kimi K2.7 Code HighSpeed" "\0"
    "kimi-k3" "\0"
    "moonshot-v1-128k" "\0"
    "Moonshot V1 128K" "\0"
    "moonshot-v1-32k" "\0"
    "Moonshot V1 32K" "\0"
    "moonshot-v1-8k" "\0"
    "Moonshot V1 8K" "\0"
    "Sao10K/L3-8B-Stheno-v3.2" "\0"
    "L3 8B Stheno v3.2" "\0"
    "cognitivecomputations/dolphin-mixtral-8x22b" "\0"
    "Dolphin Mixtral 8x22b" "\0"
    "deepseek/deepseek-r1" "\0"
    "deepseek/deepseek-r1-distill-llama-70b" "\0"
    "Deepseek R1 Distill Llama 70b" "\0"
    "deepseek/deepseek-r1-distill-llama-8b" "\0"
    "Deepseek R1 Distill Llama 8b" "\0"
    "deepseek/deepseek-r1-distill-qwen-14b" "\0"
    "Deepseek R1 Distill Qwen 14b" "\0"
    "deepseek/deepseek-r1-distill-qwen-32b" "\0"
    "Deepseek R1 Distill Qwen 32b" "\0"
    "deepseek/deepseek_v3" "\0"
    "Deepseek v3" "\0"
    "google/gemma-2-9b-it" "\0"
    "Gemma 2 9b IT" "\0"
    "gryphe/mythomax-l2-13b" "\0"
    "Mythomax L2 13b" "\0"
    "jondurbin/airoboros-l2-70b" "\0"
    "Airoboros L2 70b" "\0"
    "meta-llama/llama-3-70b-instruct" "\0"
    "Llama 3 70b Instruct" "\0"
    "meta-llama/llama-3-8b-instruct" "\0"
    "Llama 3 8b Instruct" "\0"
    "meta-llama/llama-3.1-70b-instruct" "\0"
    "Llama 3.1 70b Instruct" "\0"
    "meta-llama/llama-3.1-8b-instruct" "\0"
    "Llama 3.1 8b Instruct" "\0"
    "meta-llama/llama-3.1-8b-instruct-bf16" "\0"
    "Llama 3.1 8b Instruct Bf16" "\0"
    "meta-llama/llama-3.2-11b-vision-instruct" "\0"
    "Llama 3.2 11b Vision Instruct" "\0"
    "meta-llama/llama-3.2-1b-instruct" "\0"
    "Llama 3.2 1b Instruct" "\0"
    "meta-llama/llama-3.2-3b-instruct" "\0"
    "Llama 3.2 3b Instruct" "\0"
    "meta-llama/llama-3.3-70b-instruct" "\0"
    "Llama 3.3 70b Instruct" "\0"
    "microsoft/wizardlm-2-8x22b" "\0"
    "Wizardlm 2 8x22b" "\0"
    "mistralai/mistral-7b-instruct" "\0"
    "Mistral 7b Instruct" "\0"
    "mistralai/mistral-nemo" "\0"
    "Mistral Nemo" "\0"
    "nousresearch/hermes-2-pro-llama-3-8b" "\0"
    "Hermes 2 Pro Llama 3 8b" "\0"
    "nousresearch/nous-hermes-llama2-13b" "\0"
    "Nous Hermes Llama2 13b" "\0"
    "openchat/openchat-7b" "\0"
    "Openchat 7b" "\0"
    "qwen/qwen-2-7b-instruct" "\0"
    "Qwen 2 7b Instruct" "\0"
    "qwen/qwen-2-vl-72b-instruct" "\0"
    "Qwen 2 VL 72b Instruct" "\0"
    "qwen/qwen-2.5-72b-instruct" "\0"
    "Qwen 2.5 72b Instruct" "\0"
    "sao10k/l3-70b-euryale-v2.1" "\0"
    "L3 70b Euryale v2.1" "\0"
    "sao10k/l3-8b-lunaris" "\0"
    "L3 8b Lunaris" "\0"
    "sao10k/l31-70b-euryale-v2.2" "\0"
    "L31 70b Euryale v2.2" "\0"
    "sophosympatheia/midnight-rose-70b" "\0"
    "Midnight Rose 70b" "\0"
    "teknium/openhermes-2.5-mistral-7b" "\0"
    "Openhermes 2.5 Mistral 7b" "\0"
    "ada" "\0"
    "Ada" "\0"
    "babbage" "\0"
    "Babbage" "\0"
    "chatgpt-4o-latest" "\0"
    "Chatgpt 4o Latest" "\0"
    "curie" "\0"
    "Curie" "\0"
    "dall-e-2" "\0"
    "Dall E 2" "\0"
    "dall-e-3" "\0"
    "Dall E 3" "\0"
    "davinci" "\0"
    "Davinci" "\0"
    "ft:gpt-3.5-turbo" "\0"
    "GPT-3.5 Turbo (fine-tuned)" "\0"
    "ft:gpt-4o" "\0"
    "GPT-4o (fine-tuned)" "\0"
    "ft:gpt-4o-mini" "\0"
    "GPT-4o Mini (fine-tuned)" "\0"
    "gpt-3.5-turbo" "\0"
    "GPT-3.5 Turbo" "\0"
    "gpt-3.5-turbo-0613" "\0"
    "GPT-3.5 Turbo 0613" "\0"
    "gpt-3.5-turbo-1106" "\0"
    "GPT-3.5 Turbo 1106" "\0"
    "gpt-3.5-turbo-16k" "\0"
    "GPT-3.5 Turbo 16k" "\0"
    "gpt-3.5-turbo-instruct" "\0"
    "GPT-3.5 Turbo Instruct" "\0"
    "gpt-4" "\0"
    "GPT-4" "\0"
    "gpt-4-32k" "\0"
    "GPT-4 32k" "\0"
    "gpt-4-turbo" "\0"
    "GPT-4 Turbo" "\0"
    "gpt-4-vision-preview" "\0"
    "GPT-4 Vision Preview" "\0"
    "gpt-4.1" "\0"
    "GPT-4.1" "\0"
    "gpt-4.1-mini" "\0"
    "GPT-4.1 Mini" "\0"
    "gpt-4.1-nano" "\0"
    "GPT-4.1 Nano" "\0"
    "gpt-4.5-preview" "\0"
    "GPT-4.5 Preview" "\0"
    "gpt-4o" "\0"
    "GPT-4o" "\0"
    "gpt-4o-2024-05-13" "\0"
    "GPT-4o 2024 05 13" "\0"
    "gpt-4o-audio-preview" "\0"
    "GPT-4o Audio Preview" "\0"
    "gpt-4o-mini" "\0"
    "GPT-4o Mini" "\0"
    "gpt-4o-mini-audio-preview" "\0"
    "GPT-4o Mini Audio Preview" "\0"
    "gpt-4o-mini-realtime-preview" "\0"
    "GPT-4o Mini Realtime Preview" "\0"
    "gpt-4o-mini-transcribe" "\0"
    "GPT-4o Mini Transcribe" "\0"
    "gpt-4o-mini-tts" "\0"
    "GPT-4o Mini TTS" "\0"
    "gpt-4o-realtime-preview" "\0"
    "GPT-4o Realtime Preview" "\0"
    "gpt-4o-search-preview" "\0"
    "GPT-4o Search Preview" "\0"
    "gpt-4o-transcribe" "\0"
    "GPT-4o Transcribe" "\0"
    "gpt-5" "\0"
    "GPT-5" "\0"
    "gpt-5-mini" "\0"
    "GPT-5 Mini" "\0"
    "gpt-5-nano" "\0"
    "GPT-5 Nano" "\0"
    "gpt-5-pro" "\0"
    "GPT-5 Pro" "\0"
    "gpt-5.1" "\0"
    "GPT-5.1" "\0"
    "gpt-5.1-codex-mini" "\0"
    "GPT-5.1 Codex Mini" "\0"
    "gpt-5.2" "\0"
    "GPT-5.2" "\0"
    "gpt-5.2-pro" "\0"
    "GPT-5.2 Pro" "\0"
    "gpt-5.3" "\0"
    "GPT-5.3" "\0"
    "gpt-5.3-codex" "\0"
    "GPT-5.3 Codex" "\0"
    "gpt-5.4" "\0"
    "GPT-5.4" "\0"
    "gpt-5.4-mini" "\0"
    "GPT-5.4 Mini" "\0"
    "gpt-5.4-nano" "\0"
    "GPT-5.4 Nano" "\0"
    "gpt-5.4-pro" "\0"
    "GPT-5.4 Pro" "\0"
    "gpt-5.5" "\0"
    "GPT-5.5" "\0"
    "gpt-5.5-pro" "\0"
    "GPT-5.5 Pro" "\0"
    "gpt-5.6-luna" "\0"
    "GPT-5.6 Luna" "\0"
    "gpt-5.6-sol" "\0"
    "GPT-5.6 Sol" "\0"
    "gpt-5.6-terra" "\0"
    "GPT-5.6 Terra" "\0"
    "gpt-6-astra" "\0"
    "GPT-6 Astra" "\0"
    "gpt-6-luna" "\0"
    "GPT-6 Luna" "\0"
    "gpt-6-sol" "\0"
    "GPT-6 Sol" "\0"
    "gpt-audio" "\0"
    "GPT-Audio" "\0"
    "gpt-audio-mini" "\0"
    "GPT-Audio Mini" "\0"
    "gpt-chat-latest" "\0"
    "GPT-Chat Latest" "\0"
    "gpt-image-1" "\0"
    "GPT-Image 1" "\0"
    "gpt-image-1-mini" "\0"
    "GPT-Image 1 Mini" "\0"
    "gpt-image-1.5" "\0"
    "GPT-Image 1.5" "\0"
    "gpt-image-2" "\0"
    "GPT-Image 2" "\0"
    "gpt-realtime" "\0"
    "GPT-Realtime" "\0"
    "gpt-realtime-2" "\0"
    "GPT-Realtime 2" "\0"
    "gpt-realtime-mini" "\0"
    "GPT-Realtime Mini" "\0"
    "gpt-transcribe" "\0"
    "GPT-Transcribe" "\0"
    "o1" "\0"
    "o1-mini" "\0"
    "o1 Mini" "\0"
    "o1-preview" "\0"
    "o1 Preview" "\0"
    "o1-pro" "\0"
    "o1 Pro" "\0"
    "o3" "\0"
    "o3-deep-research" "\0"
    "o3 Deep Research" "\0"
    "o3-mini" "\0"
    "o3 Mini" "\0"
    "o3-pro" "\0"
    "o3 Pro" "\0"
    "o4-mini" "\0"
    "o4 Mini" "\0"
    "o4-mini-deep-research" "\0"
    "o4 Mini Deep Research" "\0"
    "omni-moderation-latest" "\0"
    "Omni Moderation Latest" "\0"
    "text-davinci-002" "\0"
    "Text Davinci 002" "\0"
    "text-davinci-003" "\0"
    "Text Davinci 003" "\0"
    "text-embedding-3-large" "\0"
    "Text Embedding 3 Large" "\0"
    "text-embedding-3-small" "\0"
    "Text Embedding 3 Small" "\0"
    "text-embedding-ada-002" "\0"
    "Text Embedding Ada 002" "\0"
    "text-moderation-latest" "\0"
    "Text Moderation Latest" "\0"
    "tts-1" "\0"
    "TTS 1" "\0"
    "tts-1-hd" "\0"
    "TTS 1 HD" "\0"
    "whisper-1" "\0"
    "Whisper 1" "\0"
    "01-ai/yi-large" "\0"
    "Yi Large" "\0"
    "aetherwiing/mn-starcannon-12b" "\0"
    "Mn Starcannon 12b" "\0"
    "ai21/jamba-1-5-large" "\0"
    "Jamba 1 5 Large" "\0"
    "ai21/jamba-1-5-mini" "\0"
    "Jamba 1 5 Mini" "\0"
    "ai21/jamba-1.6-large" "\0"
    "Jamba 1.6 Large" "\0"
    "ai21/jamba-1.6-mini" "\0"
    "Jamba 1.6 Mini" "\0"
    "ai21/jamba-instruct" "\0"
    "Jamba Instruct" "\0"
    "ai21/jamba-large-1.7" "\0"
    "Jamba Large 1.7" "\0"
    "aion-labs/aion-1.0" "\0"
    "Aion-1.0" "\0"
    "aion-labs/aion-1.0-mini" "\0"
    "Aion-1.0-Mini" "\0"
    "aion-labs/aion-2.0" "\0"
    "Aion-2.0" "\0"
    "aion-labs/aion-rp-llama-3.1-8b" "\0"
    "Aion Rp Llama 3.1 8b" "\0"
    "alfredpros/codellama-7b-instruct-solidity" "\0"
    "Codellama 7b Instruct Solidity" "\0"
    "all-hands/openhands-lm-32b-v0.1" "\0"
    "Openhands Lm 32b v0.1" "\0"
    "allenai/olmo-3-32b-think" "\0"
    "Olmo 3 32B Think" "\0"
    "alpindale/goliath-120b" "\0"
    "Goliath 120b" "\0"
    "alpindale/magnum-72b" "\0"
    "Magnum 72b" "\0"
    "amazon/nova-2-lite-v1" "\0"
    "Nova 2 Lite" "\0"
    "amazon/nova-lite-v1" "\0"
    "Nova Lite v1" "\0"
    "amazon/nova-micro-v1" "\0"
    "Nova Micro v1" "\0"
    "amazon/nova-premier-v1" "\0"
    "Nova Premier 1.0" "\0"
    "amazon/nova-pro-v1" "\0"
    "Nova Pro v1" "\0"
    "anthracite-org/magnum-v2-72b" "\0"
    "Magnum v2 72b" "\0"
    "anthracite-org/magnum-v4-72b" "\0"
    "Magnum v4 72b" "\0"
    "anthropic/claude-2" "\0"
    "Claude 2" "\0"
    "anthropic/claude-3-haiku" "\0"
    "Claude 3 Haiku" "\0"
    "anthropic/claude-3-opus" "\0"
    "Claude 3 Opus" "\0"
    "anthropic/claude-3-sonnet" "\0"
    "anthropic/claude-3.5-haiku" "\0"
    "Claude 3.5 Haiku" "\0"
    "anthropic/claude-3.5-sonnet" "\0"
    "Claude 3.5 Sonnet" "\0"
    "anthropic/claude-3.7-sonnet" "\0"
    "Claude 3.7 Sonnet" "\0"
    "anthropic/claude-fable-5" "\0"
    "anthropic/claude-fable-5.1" "\0"
    "anthropic/claude-haiku-4.5" "\0"
    "anthropic/claude-opus-4" "\0"
    "anthropic/claude-opus-4.5" "\0"
    "anthropic/claude-opus-4.6" "\0"
    "anthropic/claude-opus-4.6-fast" "\0"
    "Claude Opus 4.6 (Fast)" "\0"
    "anthropic/claude-opus-4.7" "\0"
    "anthropic/claude-opus-4.7-fast" "\0"
    "Claude Opus 4.7 (Fast)" "\0"
    "anthropic/claude-opus-4.8" "\0"
    "anthropic/claude-opus-4.8-fast" "\0"
    "Claude Opus 4.8 (Fast)" "\0"
    "anthropic/claude-opus-5" "\0"
    "anthropic/claude-opus-5-fast" "\0"
    "Claude Opus 5 (Fast)" "\0"
    "anthropic/claude-opus-5.5" "\0"
    "anthropic/claude-sonnet-4" "\0"
    "anthropic/claude-sonnet-4.5" "\0"
    "anthropic/claude-sonnet-4.6" "\0"
    "anthropic/claude-sonnet-5" "\0"
    "arcee-ai/coder-large" "\0"
    "Coder Large" "\0"
    "arcee-ai/trinity-large-thinking" "\0"
    "Trinity Large Thinking" "\0"
    "arcee-ai/trinity-mini" "\0"
    "Trinity Mini" "\0"
    "arcee-ai/virtuoso-large" "\0"
    "Virtuoso Large" "\0"
    "baidu/ernie-4.5-vl-424b-a47b" "\0"
    "ERNIE 4.5 VL 424B A47B" "\0"
    "bytedance-seed/seed-1.6" "\0"
    "Seed 1.6" "\0"
    "bytedance-seed/seed-1.6-flash" "\0"
    "Seed 1.6 Flash" "\0"
    "bytedance-seed/seed-2.0-lite" "\0"
    "Seed-2.0-Lite" "\0"
    "bytedance-seed/seed-2.0-mini" "\0"
    "Seed-2.0-Mini" "\0"
    "bytedance/ui-tars-1.5-7b" "\0"
    "UI-TARS 7B" "\0"
    "cognitivecomputations/dolphin-mixtral-8x7b" "\0"
    "Dolphin Mixtral 8x7b" "\0"
    "cohere/command" "\0"
    "cohere/command-a" "\0"
    "cohere/command-r" "\0"
    "cohere/command-r-08-2024" "\0"
    "Command R 08 2024" "\0"
    "cohere/command-r-plus" "\0"
    "Command R Plus" "\0"
    "cohere/command-r-plus-08-2024" "\0"
    "Command R Plus 08 2024" "\0"
    "cohere/command-r7b-12-2024" "\0"
    "Command R7b 12 2024" "\0"
    "deepcogito/cogito-v2.1-671b" "\0"
    "Cogito v2.1 671B" "\0"
    "deepseek/deepseek-chat" "\0"
    "DeepSeek V3" "\0"
    "deepseek/deepseek-chat-v3-0324" "\0"
    "DeepSeek V3 0324" "\0"
    "deepseek/deepseek-chat-v3.1" "\0"
    "DeepSeek V3.1" "\0"
    "R1" "\0"
    "deepseek/deepseek-r1-0528" "\0"
    "R1 0528" "\0"
    "R1 Distill Llama 70B" "\0"
    "deepseek/deepseek-r1-distill-qwen-1.5b" "\0"
    "Deepseek R1 Distill Qwen 1.5b" "\0"
    "R1 Distill Qwen 32B" "\0"
    "deepseek/deepseek-v3.1-terminus" "\0"
    "deepseek/deepseek-v3.2" "\0"
    "deepseek/deepseek-v3.2-exp" "\0"
    "deepseek/deepseek-v4-flash" "\0"
    "deepseek/deepseek-v4-pro" "\0"
    "eleutherai/llemma_7b" "\0"
    "Llemma 7b" "\0"
    "essentialai/rnj-1-instruct" "\0"
    "Rnj 1 Instruct" "\0"
    "eva-unit-01/eva-llama-3.33-70b" "\0"
    "Eva Llama 3.33 70b" "\0"
    "eva-unit-01/eva-qwen-2.5-32b" "\0"
    "Eva Qwen 2.5 32b" "\0"
    "eva-unit-01/eva-qwen-2.5-72b" "\0"
    "Eva Qwen 2.5 72b" "\0"
    "google/gemini-2.0-flash-001" "\0"
    "Gemini 2.0 Flash 001" "\0"
    "google/gemini-2.0-flash-lite-001" "\0"
    "Gemini 2.0 Flash Lite 001" "\0"
    "google/gemini-2.5-flash" "\0"
    "google/gemini-2.5-flash-image" "\0"
    "Nano Banana (Gemini 2.5 Flash Image)" "\0"
    "google/gemini-2.5-flash-lite" "\0"
    "google/gemini-2.5-flash-lite-preview-09-2025" "\0"
    "Gemini 2.5 Flash Lite Preview 09-2025" "\0"
    "google/gemini-2.5-flash-preview" "\0"
    "Gemini 2.5 Flash Preview" "\0"
    "google/gemini-2.5-flash-preview-09-2025" "\0"
    "Gemini 2.5 Flash Preview 09-2025" "\0"
    "google/gemini-2.5-flash-preview:thinking" "\0"
    "Gemini 2.5 Flash Preview:thinking" "\0"
    "google/gemini-2.5-pro" "\0"
    "google/gemini-2.5-pro-preview-03-25" "\0"
    "Gemini 2.5 Pro Preview 03 25" "\0"
    "google/gemini-3-flash-preview" "\0"
    "google/gemini-3-pro-image-preview" "\0"
    "Nano Banana Pro (Gemini 3 Pro Image Preview)" "\0"
    "google/gemini-3.1-flash-image-preview" "\0"
    "Nano Banana 2 (Gemini 3.1 Flash Image Preview)" "\0"
    "google/gemini-3.1-flash-lite" "\0"
    "google/gemini-3.1-pro-preview" "\0"
    "google/gemini-3.5-flash" "\0"
    "google/gemini-flash-1.5" "\0"
    "Gemini Flash 1.5" "\0"
    "google/gemini-flash-1.5-8b" "\0"
    "google/gemini-pro" "\0"
    "google/gemini-pro-1.5" "\0"
    "Gemini Pro 1.5" "\0"
    "google/gemma-2-27b-it" "\0"
    "google/gemma-3-12b-it" "\0"
    "Gemma 3 12B" "\0"
    "google/gemma-3-27b-it" "\0"
    "Gemma 3 27B" "\0"
    "google/gemma-3-4b-it" "\0"
    "Gemma 3 4B" "\0"
    "google/gemma-3n-e4b-it" "\0"
    "Gemma 3n 4B" "\0"
    "google/gemma-4-26b-a4b-it" "\0"
    "Gemma 4 26B A4B" "\0"
    "google/gemma-4-31b-it" "\0"
    "google/palm-2-chat-bison" "\0"
    "Palm 2 Chat Bison" "\0"
    "google/palm-2-codechat-bison" "\0"
    "Palm 2 Codechat Bison" "\0"
    "ibm-granite/granite-4.0-h-micro" "\0"
    "Granite 4.0 Micro" "\0"
    "ibm-granite/granite-4.1-8b" "\0"
    "Granite 4.1 8B" "\0"
    "inception/mercury-2" "\0"
    "Mercury 2" "\0"
    "inclusionai/ling-2.6-1t" "\0"
    "Ling-2.6-1T" "\0"
    "inclusionai/ling-2.6-flash" "\0"
    "Ling-2.6-flash" "\0"
    "inclusionai/ring-2.6-1t" "\0"
    "Ring-2.6-1T" "\0"
    "infermatic/mn-inferor-12b" "\0"
    "Mn Inferor 12b" "\0"
    "inflection/inflection-3-pi" "\0"
    "Inflection 3 Pi" "\0"
    "inflection/inflection-3-productivity" "\0"
    "Inflection 3 Productivity" "\0"
    "kwaipilot/kat-coder-pro-v2" "\0"
    "KAT-Coder-Pro V2" "\0"
    "latitudegames/wayfarer-large-70b-llama-3.3" "\0"
    "Wayfarer Large 70b Llama 3.3" "\0"
    "liquid/lfm-2-24b-a2b" "\0"
    "LFM2-24B-A2B" "\0"
    "liquid/lfm-3b" "\0"
    "Lfm 3b" "\0"
    "liquid/lfm-40b" "\0"
    "Lfm 40b" "\0"
    "liquid/lfm-7b" "\0"
    "Lfm 7b" "\0"
    "mancer/weaver" "\0"
    "Weaver" "\0"
    "meta-llama/llama-2-13b-chat" "\0"
    "Llama 2 13b Chat" "\0"
    "meta-llama/llama-2-70b-chat" "\0"
    "Llama 2 70b Chat" "\0"
    "Llama 3 70B Instruct" "\0"
    "meta-llama/llama-3.1-405b" "\0"
    "Llama 3.1 405b" "\0"
    "meta-llama/llama-3.1-405b-instruct" "\0"
    "Llama 3.1 405b Instruct" "\0"
    "Llama 3.1 70B Instruct" "\0"
    "meta-llama/llama-3.2-90b-vision-instruct" "\0"
    "Llama 3.2 90b Vision Instruct" "\0"
    "Llama 3.3 70B Instruct" "\0"
    "meta-llama/llama-4-maverick" "\0"
    "Llama 4 Maverick" "\0"
    "meta-llama/llama-4-scout" "\0"
    "Llama 4 Scout" "\0"
    "meta-llama/llama-guard-2-8b" "\0"
    "Llama Guard 2 8b" "\0"
    "meta-llama/llama-guard-3-8b" "\0"
    "microsoft/phi-3-medium-128k-instruct" "\0"
    "Phi 3 Medium 128k Instruct" "\0"
    "microsoft/phi-3-mini-128k-instruct" "\0"
    "Phi 3 Mini 128k Instruct" "\0"
    "microsoft/phi-3.5-mini-128k-instruct" "\0"
    "Phi 3.5 Mini 128k Instruct" "\0"
    "microsoft/phi-4" "\0"
    "Phi 4" "\0"
    "microsoft/phi-4-mini-instruct" "\0"
    "Phi 4 Mini Instruct" "\0"
    "microsoft/phi-4-multimodal-instruct" "\0"
    "Phi 4 Multimodal Instruct" "\0"
    "microsoft/wizardlm-2-7b" "\0"
    "Wizardlm 2 7b" "\0"
    "minimax/minimax-01" "\0"
    "minimax/minimax-m1" "\0"
    "minimax/minimax-m2" "\0"
    "minimax/minimax-m2-her" "\0"
    "minimax/minimax-m2.1" "\0"
    "MiniMax M2.1" "\0"
    "minimax/minimax-m2.5" "\0"
    "MiniMax M2.5" "\0"
    "minimax/minimax-m2.7" "\0"
    "minimax/minimax-m3" "\0"
    "mistral/ministral-8b" "\0"
    "Ministral 8b" "\0"
    "mistralai/codestral-2501" "\0"
    "Codestral 2501" "\0"
    "mistralai/codestral-2508" "\0"
    "mistralai/codestral-mamba" "\0"
    "Codestral Mamba" "\0"
    "mistralai/devstral-2512" "\0"
    "mistralai/ministral-14b-2512" "\0"
    "mistralai/ministral-3b" "\0"
    "Ministral 3b" "\0"
    "mistralai/ministral-3b-2512" "\0"
    "mistralai/ministral-8b" "\0"
    "mistralai/ministral-8b-2512" "\0"
    "mistralai/mistral-7b-instruct-v0.1" "\0"
    "Mistral 7b Instruct v0.1" "\0"
    "mistralai/mistral-7b-instruct-v0.2" "\0"
    "Mistral 7b Instruct v0.2" "\0"
    "mistralai/mistral-large" "\0"
    "mistralai/mistral-large-2512" "\0"
    "mistralai/mistral-medium" "\0"
    "Mistral Medium" "\0"
    "mistralai/mistral-medium-3" "\0"
    "Mistral Medium 3" "\0"
    "mistralai/mistral-medium-3-5" "\0"
    "mistralai/mistral-medium-3.1" "\0"
    "Mistral Medium 3.1" "\0"
    "mistralai/mistral-saba" "\0"
    "Saba" "\0"
    "mistralai/mistral-small" "\0"
    "Mistral Small" "\0"
    "mistralai/mistral-small-24b-instruct-2501" "\0"
    "mistralai/mistral-small-2603" "\0"
    "mistralai/mistral-small-3.1-24b-instruct" "\0"
    "mistralai/mistral-small-3.2-24b-instruct" "\0"
    "mistralai/mistral-tiny" "\0"
    "mistralai/mixtral-8x22b-instruct" "\0"
    "Mixtral 8x22b Instruct" "\0"
    "mistralai/mixtral-8x7b-instruct" "\0"
    "Mixtral 8x7b Instruct" "\0"
    "mistralai/pixtral-12b" "\0"
    "Pixtral 12b" "\0"
    "mistralai/pixtral-large-2411" "\0"
    "mistralai/voxtral-small-24b-2507" "\0"
    "moonshotai/kimi-k2" "\0"
    "moonshotai/kimi-k2-0905" "\0"
    "Kimi K2 0905" "\0"
    "moonshotai/kimi-k2-thinking" "\0"
    "moonshotai/kimi-k2.5" "\0"
    "moonshotai/kimi-k2.6" "\0"
    "moonshotai/kimi-k2.7-code" "\0"
    "moonshotai/kimi-k3" "\0"
    "morph/morph-v3-fast" "\0"
    "Morph V3 Fast" "\0"
    "morph/morph-v3-large" "\0"
    "Morph V3 Large" "\0"
    "neversleep/llama-3-lumimaid-70b" "\0"
    "Llama 3 Lumimaid 70b" "\0"
    "neversleep/llama-3-lumimaid-8b" "\0"
    "Llama 3 Lumimaid 8b" "\0"
    "neversleep/llama-3.1-lumimaid-70b" "\0"
    "Llama 3.1 Lumimaid 70b" "\0"
    "neversleep/llama-3.1-lumimaid-8b" "\0"
    "Llama 3.1 Lumimaid 8b" "\0"
    "neversleep/noromaid-20b" "\0"
    "Noromaid 20b" "\0"
    "nothingiisreal/mn-celeste-12b" "\0"
    "Mn Celeste 12b" "\0"
    "nousresearch/hermes-3-llama-3.1-405b" "\0"
    "Hermes 3 405B Instruct" "\0"
    "nousresearch/hermes-3-llama-3.1-70b" "\0"
    "Hermes 3 70B Instruct" "\0"
    "nousresearch/hermes-4-405b" "\0"
    "Hermes 4 405B" "\0"
    "nousresearch/hermes-4-70b" "\0"
    "Hermes 4 70B" "\0"
    "nousresearch/nous-hermes-2-mixtral-8x7b-dpo" "\0"
    "Nous Hermes 2 Mixtral 8x7b Dpo" "\0"
    "nvidia/llama-3.1-nemotron-70b-instruct" "\0"
    "Llama 3.1 Nemotron 70b Instruct" "\0"
    "nvidia/llama-3.3-nemotron-super-49b-v1.5" "\0"
    "Llama 3.3 Nemotron Super 49B V1.5" "\0"
    "nvidia/nemotron-3-nano-30b-a3b" "\0"
    "Nemotron 3 Nano 30B A3B" "\0"
    "nvidia/nemotron-3-super-120b-a12b" "\0"
    "Nemotron 3 Super" "\0"
    "nvidia/nemotron-3-ultra-550b-a55b" "\0"
    "Nemotron 3 Ultra" "\0"
    "nvidia/nemotron-nano-9b-v2" "\0"
    "Nemotron Nano 9B V2" "\0"
    "openai/chatgpt-4o-latest" "\0"
    "openai/codex-mini" "\0"
    "Codex Mini" "\0"
    "openai/gpt-3.5-turbo" "\0"
    "openai/gpt-3.5-turbo-0613" "\0"
    "GPT-3.5 Turbo (older v0613)" "\0"
    "openai/gpt-3.5-turbo-1106" "\0"
    "openai/gpt-3.5-turbo-16k" "\0"
    "openai/gpt-3.5-turbo-instruct" "\0"
    "openai/gpt-4" "\0"
    "openai/gpt-4-1106-preview" "\0"
    "GPT-4 1106 Preview" "\0"
    "openai/gpt-4-32k" "\0"
    "openai/gpt-4-turbo" "\0"
    "openai/gpt-4.1" "\0"
    "openai/gpt-4.1-mini" "\0"
    "openai/gpt-4.1-nano" "\0"
    "openai/gpt-4.5-preview" "\0"
    "openai/gpt-4o" "\0"
    "openai/gpt-4o-2024-05-13" "\0"
    "GPT-4o (2024-05-13)" "\0"
    "openai/gpt-4o-mini" "\0"
    "GPT-4o-mini" "\0"
    "openai/gpt-4o-mini-search-preview" "\0"
    "GPT-4o-mini Search Preview" "\0"
    "openai/gpt-4o-search-preview" "\0"
    "openai/gpt-4o:extended" "\0"
    "GPT-4o:extended" "\0"
    "openai/gpt-5" "\0"
    "openai/gpt-5-image" "\0"
    "GPT-5 Image" "\0"
    "openai/gpt-5-image-mini" "\0"
    "GPT-5 Image Mini" "\0"
    "openai/gpt-5-mini" "\0"
    "openai/gpt-5-nano" "\0"
    "openai/gpt-5-pro" "\0"
    "openai/gpt-5.1" "\0"
    "openai/gpt-5.1-codex-mini" "\0"
    "GPT-5.1-Codex-Mini" "\0"
    "openai/gpt-5.2" "\0"
    "openai/gpt-5.2-pro" "\0"
    "openai/gpt-5.3-chat" "\0"
    "GPT-5.3 Chat" "\0"
    "openai/gpt-5.3-codex" "\0"
    "GPT-5.3-Codex" "\0"
    "openai/gpt-5.4" "\0"
    "openai/gpt-5.4-image-2" "\0"
    "GPT-5.4 Image 2" "\0"
    "openai/gpt-5.4-mini" "\0"
    "openai/gpt-5.4-nano" "\0"
    "openai/gpt-5.4-pro" "\0"
    "openai/gpt-5.5" "\0"
    "openai/gpt-5.5-pro" "\0"
    "openai/gpt-5.6-luna" "\0"
    "openai/gpt-5.6-sol" "\0"
    "openai/gpt-5.6-terra" "\0"
    "openai/gpt-6-luna" "\0"
    "openai/gpt-6-sol" "\0"
    "openai/gpt-audio" "\0"
    "GPT Audio" "\0"
    "openai/gpt-audio-mini" "\0"
    "GPT Audio Mini" "\0"
    "openai/gpt-chat-latest" "\0"
    "GPT Chat Latest" "\0"
    "openai/gpt-oss-safeguard-20b" "\0"
    "GPT-OSS Safeguard 20b" "\0"
    "openai/o1" "\0"
    "openai/o1-mini" "\0"
    "openai/o1-pro" "\0"
    "openai/o3" "\0"
    "openai/o3-deep-research" "\0"
    "openai/o3-mini" "\0"
    "openai/o3-pro" "\0"
    "openai/o4-mini" "\0"
    "openai/o4-mini-deep-research" "\0"
    "perceptron/perceptron-mk1" "\0"
    "Perceptron Mk1" "\0"
    "perplexity/llama-3.1-sonar-large-128k-online" "\0"
    "Llama 3.1 Sonar Large 128k Online" "\0"
    "perplexity/llama-3.1-sonar-small-128k-online" "\0"
    "Llama 3.1 Sonar Small 128k Online" "\0"
    "perplexity/r1-1776" "\0"
    "R1 1776" "\0"
    "perplexity/sonar" "\0"
    "Sonar" "\0"
    "perplexity/sonar-deep-research" "\0"
    "Sonar Deep Research" "\0"
    "perplexity/sonar-pro" "\0"
    "Sonar Pro" "\0"
    "perplexity/sonar-reasoning" "\0"
    "Sonar Reasoning" "\0"
    "perplexity/sonar-reasoning-pro" "\0"
    "Sonar Reasoning Pro" "\0"
    "prime-intellect/intellect-3" "\0"
    "INTELLECT-3" "\0"
    "pygmalionai/mythalion-13b" "\0"
    "Mythalion 13b" "\0"
    "qwen/qwen-2-72b-instruct" "\0"
    "Qwen 2 72b Instruct" "\0"
    "Qwen2.5 72B Instruct" "\0"
    "qwen/qwen-2.5-7b-instruct" "\0"
    "Qwen2.5 7B Instruct" "\0"
    "qwen/qwen-2.5-coder-32b-instruct" "\0"
    "qwen/qwen-2.5-vl-72b-instruct" "\0"
    "Qwen 2.5 VL 72b Instruct" "\0"
    "qwen/qwen-2.5-vl-7b-instruct" "\0"
    "Qwen 2.5 VL 7b Instruct" "\0"
    "qwen/qwen-max" "\0"
    "Qwen Max" "\0"
    "qwen/qwen-plus" "\0"
    "Qwen-Plus" "\0"
    "qwen/qwen-plus-2025-07-28" "\0"
    "Qwen Plus 0728" "\0"
    "qwen/qwen-plus-2025-07-28:thinking" "\0"
    "Qwen Plus 0728 (thinking)" "\0"
    "qwen/qwen-turbo" "\0"
    "Qwen Turbo" "\0"
    "qwen/qwen-vl-max" "\0"
    "Qwen VL Max" "\0"
    "qwen/qwen-vl-plus" "\0"
    "Qwen VL Plus" "\0"
    "qwen/qwen2.5-coder-7b-instruct" "\0"
    "Qwen2.5 Coder 7b Instruct" "\0"
    "qwen/qwen2.5-vl-32b-instruct" "\0"
    "Qwen2.5 VL 32b Instruct" "\0"
    "qwen/qwen2.5-vl-72b-instruct" "\0"
    "Qwen2.5 VL 72b Instruct" "\0"
    "qwen/qwen3-14b" "\0"
    "Qwen3 14B" "\0"
    "qwen/qwen3-235b-a22b" "\0"
    "Qwen3 235B A22B" "\0"
    "qwen/qwen3-235b-a22b-2507" "\0"
    "Qwen3 235B A22B Instruct 2507" "\0"
    "qwen/qwen3-235b-a22b-thinking-2507" "\0"
    "Qwen3 235B A22B Thinking 2507" "\0"
    "qwen/qwen3-30b-a3b" "\0"
    "Qwen3 30B A3B" "\0"
    "qwen/qwen3-30b-a3b-instruct-2507" "\0"
    "Qwen3 30B A3B Instruct 2507" "\0"
    "qwen/qwen3-30b-a3b-thinking-2507" "\0"
    "Qwen3 30B A3B Thinking 2507" "\0"
    "Qwen3 32B" "\0"
    "qwen/qwen3-8b" "\0"
    "Qwen3 8B" "\0"
    "qwen/qwen3-coder" "\0"
    "Qwen3 Coder 480B A35B" "\0"
    "qwen/qwen3-coder-30b-a3b-instruct" "\0"
    "Qwen3 Coder 30B A3B Instruct" "\0"
    "qwen/qwen3-coder-flash" "\0"
    "Qwen3 Coder Flash" "\0"
    "qwen/qwen3-coder-next" "\0"
    "Qwen3 Coder Next" "\0"
    "qwen/qwen3-coder-plus" "\0"
    "Qwen3 Coder Plus" "\0"
    "qwen/qwen3-max" "\0"
    "Qwen 3 Max" "\0"
    "qwen/qwen3-max-thinking" "\0"
    "Qwen3 Max Thinking" "\0"
    "qwen/qwen3-next-80b-a3b-instruct" "\0"
    "Qwen3 Next 80B A3B Instruct" "\0"
    "qwen/qwen3-next-80b-a3b-thinking" "\0"
    "Qwen3 Next 80B A3B Thinking" "\0"
    "qwen/qwen3-vl-235b-a22b-instruct" "\0"
    "Qwen3 VL 235B A22B Instruct" "\0"
    "qwen/qwen3-vl-235b-a22b-thinking" "\0"
    "Qwen3 VL 235B A22B Thinking" "\0"
    "qwen/qwen3-vl-30b-a3b-instruct" "\0"
    "Qwen3 VL 30B A3B Instruct" "\0"
    "qwen/qwen3-vl-30b-a3b-thinking" "\0"
    "Qwen3 VL 30B A3B Thinking" "\0"
    "qwen/qwen3-vl-32b-instruct" "\0"
    "Qwen3 VL 32B Instruct" "\0"
    "qwen/qwen3-vl-8b-instruct" "\0"
    "Qwen3 VL 8B Instruct" "\0"
    "qwen/qwen3-vl-8b-thinking" "\0"
    "Qwen3 VL 8B Thinking" "\0"
    "qwen/qwen3.5-122b-a10b" "\0"
    "Qwen3.5-122B-A10B" "\0"
    "qwen/qwen3.5-27b" "\0"
    "Qwen3.5-27B" "\0"
    "qwen/qwen3.5-35b-a3b" "\0"
    "Qwen3.5-35B-A3B" "\0"
    "qwen/qwen3.5-397b-a17b" "\0"
    "Qwen3.5 397B A17B" "\0"
    "qwen/qwen3.5-9b" "\0"
    "Qwen3.5-9B" "\0"
    "qwen/qwen3.5-flash-02-23" "\0"
    "Qwen3.5-Flash" "\0"
    "qwen/qwen3.5-plus-02-15" "\0"
    "Qwen3.5 plus-02-15" "\0"
    "qwen/qwen3.5-plus-20260420" "\0"
    "Qwen3.5 Plus 2026-04-20" "\0"
    "qwen/qwen3.6-27b" "\0"
    "Qwen3.6 27B" "\0"
    "qwen/qwen3.6-35b-a3b" "\0"
    "Qwen3.6 35B A3B" "\0"
    "qwen/qwen3.6-flash" "\0"
    "Qwen3.6 Flash" "\0"
    "qwen/qwen3.6-max-preview" "\0"
    "Qwen3.6 Max Preview" "\0"
    "qwen/qwen3.6-plus" "\0"
    "qwen/qwen3.7-max" "\0"
    "Qwen3.7 Max" "\0"
    "qwen/qwen3.7-plus" "\0"
    "qwen/qwq-32b" "\0"
    "QwQ 32b" "\0"
    "qwen/qwq-32b-preview" "\0"
    "QwQ 32b Preview" "\0"
    "raifle/sorcererlm-8x22b" "\0"
    "Sorcererlm 8x22b" "\0"
    "rekaai/reka-edge" "\0"
    "Reka Edge" "\0"
    "rekaai/reka-flash-3" "\0"
    "Reka Flash 3" "\0"
    "relace/relace-apply-3" "\0"
    "Relace Apply 3" "\0"
    "relace/relace-search" "\0"
    "Relace Search" "\0"
    "sao10k/fimbulvetr-11b-v2" "\0"
    "Fimbulvetr 11b v2" "\0"
    "sao10k/l3-euryale-70b" "\0"
    "L3 Euryale 70b" "\0"
    "sao10k/l3-lunaris-8b" "\0"
    "Llama 3 8B Lunaris" "\0"
    "sao10k/l3.1-70b-hanami-x1" "\0"
    "Llama 3.1 70B Hanami x1" "\0"
    "sao10k/l3.1-euryale-70b" "\0"
    "Llama 3.1 Euryale 70B v2.2" "\0"
    "sao10k/l3.3-euryale-70b" "\0"
    "Llama 3.3 Euryale 70B" "\0"
    "scb10x/llama3.1-typhoon2-70b-instruct" "\0"
    "Llama3.1 Typhoon2 70b Instruct" "\0"
    "scb10x/llama3.1-typhoon2-8b-instruct" "\0"
    "Llama3.1 Typhoon2 8b Instruct" "\0"
    "steelskull/l3.3-electra-r1-70b" "\0"
    "L3.3 Electra R1 70b" "\0"
    "stepfun/step-3.5-flash" "\0"
    "Step 3.5 Flash" "\0"
    "stepfun/step-3.7-flash" "\0"
    "Step 3.7 Flash" "\0"
    "switchpoint/router" "\0"
    "Switchpoint Router" "\0"
    "tencent/hunyuan-a13b-instruct" "\0"
    "Hunyuan A13B Instruct" "\0"
    "tencent/hy3-preview" "\0"
    "Hy3 preview" "\0"
    "thedrummer/anubis-pro-105b-v1" "\0"
    "Anubis Pro 105b v1" "\0"
    "thedrummer/cydonia-24b-v4.1" "\0"
    "Cydonia 24B V4.1" "\0"
    "thedrummer/rocinante-12b" "\0"
    "Rocinante 12B" "\0"
    "thedrummer/skyfall-36b-v2" "\0"
    "Skyfall 36B V2" "\0"
    "thedrummer/unslopnemo-12b" "\0"
    "Unslopnemo 12b" "\0"
    "undi95/remm-slerp-l2-13b" "\0"
    "ReMM SLERP 13B" "\0"
    "undi95/toppy-m-7b" "\0"
    "Toppy M 7b" "\0"
    "upstage/solar-pro-3" "\0"
    "Solar Pro 3" "\0"
    "writer/palmyra-x5" "\0"
    "Palmyra X5" "\0"
    "x-ai/grok-2-1212" "\0"
    "Grok 2 1212" "\0"
    "x-ai/grok-2-vision-1212" "\0"
    "Grok 2 Vision 1212" "\0"
    "x-ai/grok-3-beta" "\0"
    "Grok 3 Beta" "\0"
    "x-ai/grok-3-mini-beta" "\0"
    "Grok 3 Mini Beta" "\0"
    "x-ai/grok-4-fast" "\0"
    "Grok 4 Fast" "\0"
    "x-ai/grok-4.20" "\0"
    "Grok 4.20" "\0"
    "x-ai/grok-4.20-multi-agent" "\0"
    "Grok 4.20 Multi-Agent" "\0"
    "x-ai/grok-4.3" "\0"
    "Grok 4.3" "\0"
    "x-ai/grok-beta" "\0"
    "Grok Beta" "\0"
    "x-ai/grok-build-0.1" "\0"
    "Grok Build 0.1" "\0"
    "x-ai/grok-code-fast-1" "\0"
    "Grok Code Fast 1" "\0"
    "x-ai/grok-vision-beta" "\0"
    "Grok Vision Beta" "\0"
    "xiaomi/mimo-v2-flash" "\0"
    "MiMo-V2-Flash" "\0"
    "xiaomi/mimo-v2.5" "\0"
    "MiMo-V2.5" "\0"
    "xiaomi/mimo-v2.5-pro" "\0"
    "MiMo-V2.5-Pro" "\0"
    "xwin-lm/xwin-lm-70b" "\0"
    "Xwin Lm 70b" "\0"
    "z-ai/glm-4.5" "\0"
    "GLM 4.5" "\0"
    "z-ai/glm-4.5-air" "\0"
    "GLM 4.5 Air" "\0"
    "z-ai/glm-4.5v" "\0"
    "GLM 4.5V" "\0"
    "z-ai/glm-4.6" "\0"
    "GLM 4.6" "\0"
    "z-ai/glm-4.6v" "\0"
    "GLM 4.6V" "\0"
    "z-ai/glm-4.7" "\0"
    "z-ai/glm-4.7-flash" "\0"
    "z-ai/glm-5" "\0"
    "GLM 5" "\0"
    "z-ai/glm-5-turbo" "\0"
    "GLM 5 Turbo" "\0"
    "z-ai/glm-5.1" "\0"
    "GLM 5.1" "\0"
    "z-ai/glm-5.2" "\0"
    "z-ai/glm-5.3" "\0"
    "z-ai/glm-5.3-flash" "\0"
    "~anthropic/claude-fable-latest" "\0"
    "Claude Fable Latest" "\0"
    "~anthropic/claude-haiku-latest" "\0"
    "Anthropic Claude Haiku Latest" "\0"
    "~anthropic/claude-opus-latest" "\0"
    "Claude Opus Latest" "\0"
    "~anthropic/claude-sonnet-latest" "\0"
    "Anthropic Claude Sonnet Latest" "\0"
    "~google/gemini-flash-latest" "\0"
    "Google Gemini Flash Latest" "\0"
    "~google/gemini-pro-latest" "\0"
    "Google Gemini Pro Latest" "\0"
    "~moonshotai/kimi-latest" "\0"
    "MoonshotAI Kimi Latest" "\0"
    "~openai/gpt-latest" "\0"
    "OpenAI GPT Latest" "\0"
    "~openai/gpt-mini-latest" "\0"
    "OpenAI GPT Mini Latest" "\0"
    "DeepSeek-R1-Distill-Llama-70B" "\0"
    "Llama-3.1-8B-Instruct" "\0"
    "Meta-Llama-3_3-70B-Instruct" "\0"
    "Mistral-7B-Instruct-v0.3" "\0"
    "Mistral-Nemo-Instruct-2407" "\0"
    "Mistral-Small-3.2-24B-Instruct-2506" "\0"
    "Mixtral-8x7B-Instruct-v0.1" "\0"
    "Qwen2.5-VL-72B-Instruct" "\0"
    "Qwen3-32B" "\0"
    "Qwen3-Coder-30B-A3B-Instruct" "\0"
    "bge-base-en-v1.5" "\0"
    "BGE Base En v1.5" "\0"
    "bge-m3" "\0"
    "BGE M3" "\0"
    "bge-multilingual-gemma2" "\0"
    "BGE Multilingual Gemma2" "\0"
    "gpt-oss-20b" "\0"
    "llama-3.1-sonar-large-128k-online" "\0"
    "Llama 3.1 Sonar 70B Online" "\0"
    "llama-3.1-sonar-small-128k-online" "\0"
    "Llama 3.1 Sonar 8B Online" "\0"
    "r1-1776" "\0"
    "sonar" "\0"
    "sonar-deep-research" "\0"
    "sonar-pro" "\0"
    "sonar-pro-search" "\0"
    "Sonar Pro Search" "\0"
    "sonar-reasoning" "\0"
    "sonar-reasoning-pro" "\0"
    "Austism/chronos-hermes-13b" "\0"
    "Chronos Hermes 13b" "\0"
    "Gryphe/MythoMax-L2-13b" "\0"
    "MythoMax L2 13b" "\0"
    "Nexusflow/NexusRaven-V2-13B" "\0"
    "NexusRaven V2 13B" "\0"
    "NousResearch/Nous-Capybara-7B-V1p9" "\0"
    "Nous Capybara 7B V1p9" "\0"
    "NousResearch/Nous-Hermes-2-Mixtral-8x7B-DPO" "\0"
    "Nous Hermes 2 Mixtral 8x7B DPO" "\0"
    "NousResearch/Nous-Hermes-2-Mixtral-8x7B-SFT" "\0"
    "Nous Hermes 2 Mixtral 8x7B SFT" "\0"
    "NousResearch/Nous-Hermes-2-Yi-34B" "\0"
    "Nous Hermes 2 Yi 34B" "\0"
    "NousResearch/Nous-Hermes-Llama2-13b" "\0"
    "NousResearch/Nous-Hermes-llama-2-7b" "\0"
    "Nous Hermes Llama 2 7b" "\0"
    "Open-Orca/Mistral-7B-OpenOrca" "\0"
    "Mistral 7B OpenOrca" "\0"
    "Qwen/Qwen1.5-0.5B" "\0"
    "Qwen1.5 0.5B" "\0"
    "Qwen/Qwen1.5-1.8B" "\0"
    "Qwen1.5 1.8B" "\0"
    "Qwen/Qwen1.5-14B" "\0"
    "Qwen1.5 14B" "\0"
    "Qwen/Qwen1.5-4B" "\0"
    "Qwen1.5 4B" "\0"
    "Qwen/Qwen1.5-72B" "\0"
    "Qwen1.5 72B" "\0"
    "Qwen/Qwen1.5-7B" "\0"
    "Qwen1.5 7B" "\0"
    "Undi95/ReMM-SLERP-L2-13B" "\0"
    "ReMM SLERP L2 13B" "\0"
    "Undi95/Toppy-M-7B" "\0"
    "Toppy M 7B" "\0"
    "WizardLM/WizardLM-13B-V1.2" "\0"
    "WizardLM 13B V1.2" "\0"
    "allenai/OLMo-7B" "\0"
    "OLMo 7B" "\0"
    "codellama/CodeLlama-13b-Instruct-hf" "\0"
    "CodeLlama 13b Instruct Hf" "\0"
    "codellama/CodeLlama-34b-Instruct-hf" "\0"
    "CodeLlama 34b Instruct Hf" "\0"
    "codellama/CodeLlama-70b-Instruct-hf" "\0"
    "CodeLlama 70b Instruct Hf" "\0"
    "codellama/CodeLlama-7b-Instruct-hf" "\0"
    "CodeLlama 7b Instruct Hf" "\0"
    "deepseek-ai/deepseek-coder-33b-instruct" "\0"
    "Deepseek Coder 33b Instruct" "\0"
    "garage-bAInd/Platypus2-70B-instruct" "\0"
    "Platypus2 70B Instruct" "\0"
    "google/gemma-2b" "\0"
    "Gemma 2b" "\0"
    "google/gemma-7b" "\0"
    "Gemma 7b" "\0"
    "lmsys/vicuna-13b-v1.5" "\0"
    "Vicuna 13b v1.5" "\0"
    "lmsys/vicuna-7b-v1.5" "\0"
    "Vicuna 7b v1.5" "\0"
    "meta-llama/Llama-2-13b-chat-hf" "\0"
    "Llama 2 13b Chat Hf" "\0"
    "meta-llama/Llama-2-70b-chat-hf" "\0"
    "Llama 2 70b Chat Hf" "\0"
    "meta-llama/Llama-2-7b-chat-hf" "\0"
    "Llama 2 7b Chat Hf" "\0"
    "meta-llama/Llama-3-70b-chat-hf" "\0"
    "Llama 3 70b Chat Hf" "\0"
    "meta-llama/Llama-3-8b-chat-hf" "\0"
    "Llama 3 8b Chat Hf" "\0"
    "meta-llama/Llama-3.3-70B-Instruct-Turbo" "\0"
    "Llama 3.3 70B Instruct Turbo" "\0"
    "meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8" "\0"
    "Llama 4 Maverick 17B 128E Instruct FP8" "\0"
    "meta-llama/Llama-4-Scout-17B-16E-Instruct" "\0"
    "meta-llama/Meta-Llama-3-70B-Instruct-Lite" "\0"
    "Meta Llama 3 70B Instruct Lite" "\0"
    "meta-llama/Meta-Llama-3-70B-Instruct-Turbo" "\0"
    "Meta Llama 3 70B Instruct Turbo" "\0"
    "meta-llama/Meta-Llama-3-8B-Instruct-Lite" "\0"
    "Meta Llama 3 8B Instruct Lite" "\0"
    "meta-llama/Meta-Llama-3-8B-Instruct-Turbo" "\0"
    "Meta Llama 3 8B Instruct Turbo" "\0"
    "meta-llama/Meta-Llama-3.1-405B-Instruct-Turbo" "\0"
    "Meta Llama 3.1 405B Instruct Turbo" "\0"
    "meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo" "\0"
    "Meta Llama 3.1 70B Instruct Turbo" "\0"
    "meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo" "\0"
    "Meta Llama 3.1 8B Instruct Turbo" "\0"
    "meta-llama/Meta-Llama-3.3-70B-Instruct-Turbo" "\0"
    "Meta Llama 3.3 70B Instruct Turbo" "\0"
    "microsoft/WizardLM-2-8x22B" "\0"
    "WizardLM 2 8x22B" "\0"
    "microsoft/phi-2" "\0"
    "Phi 2" "\0"
    "mistralai/Mistral-7B-Instruct-v0.1" "\0"
    "mistralai/Mistral-7B-Instruct-v0.2" "\0"
    "Mistral 7B Instruct v0.2" "\0"
    "mistralai/Mistral-7B-v0.1" "\0"
    "Mistral 7B v0.1" "\0"
    "mistralai/Mixtral-8x22B-Instruct-v0.1" "\0"
    "Mixtral 8x22B Instruct v0.1" "\0"
    "mistralai/Mixtral-8x7B-Instruct-v0.1" "\0"
    "Mixtral 8x7B Instruct v0.1" "\0"
    "mistralai/Mixtral-8x7B-v0.1" "\0"
    "Mixtral 8x7B v0.1" "\0"
    "openchat/openchat-3.5-1210" "\0"
    "Openchat 3.5 1210" "\0"
    "snorkelai/Snorkel-Mistral-PairRM-DPO" "\0"
    "Snorkel Mistral PairRM DPO" "\0"
    "teknium/OpenHermes-2-Mistral-7B" "\0"
    "OpenHermes 2 Mistral 7B" "\0"
    "teknium/OpenHermes-2p5-Mistral-7B" "\0"
    "OpenHermes 2p5 Mistral 7B" "\0"
    "togethercomputer/GPT-JT-Moderation-6B" "\0"
    "GPT-JT Moderation 6B" "\0"
    "togethercomputer/Llama-2-7B-32K-Instruct" "\0"
    "Llama 2 7B 32K Instruct" "\0"
    "togethercomputer/RedPajama-INCITE-7B-Base" "\0"
    "RedPajama INCITE 7B Base" "\0"
    "togethercomputer/RedPajama-INCITE-7B-Chat" "\0"
    "RedPajama INCITE 7B Chat" "\0"
    "togethercomputer/RedPajama-INCITE-7B-Instruct" "\0"
    "RedPajama INCITE 7B Instruct" "\0"
    "togethercomputer/RedPajama-INCITE-Base-3B-v1" "\0"
    "RedPajama INCITE Base 3B v1" "\0"
    "togethercomputer/RedPajama-INCITE-Chat-3B-v1" "\0"
    "RedPajama INCITE Chat 3B v1" "\0"
    "togethercomputer/RedPajama-INCITE-Instruct-3B-v1" "\0"
    "RedPajama INCITE Instruct 3B v1" "\0"
    "togethercomputer/StripedHyena-Hessian-7B" "\0"
    "StripedHyena Hessian 7B" "\0"
    "togethercomputer/StripedHyena-Nous-7B" "\0"
    "StripedHyena Nous 7B" "\0"
    "togethercomputer/alpaca-7b" "\0"
    "Alpaca 7b" "\0"
    "upstage/SOLAR-10.7B-Instruct-v1.0" "\0"
    "SOLAR 10.7B Instruct v1.0" "\0"
    "zero-one-ai/Yi-34B" "\0"
    "Yi 34B" "\0"
    "zero-one-ai/Yi-6B" "\0"
    "Yi 6B" "\0"
    "grok-2-1212" "\0"
    "grok-2-vision-1212" "\0"
    "grok-3" "\0"
    "Grok 3" "\0"
    "grok-3-fast" "\0"
    "Grok 3 Fast" "\0"
    "grok-3-mini" "\0"
    "Grok 3 Mini" "\0"
    "grok-3-mini-fast" "\0"
    "Grok 3 Mini Fast" "\0"
    "grok-4-0709" "\0"
    "Grok 4" "\0"
    "grok-4-1-fast-non-reasoning" "\0"
    "Grok 4.1 Fast Non-Reasoning" "\0"
    "grok-4-1-fast-reasoning" "\0"
    "Grok 4.1 Fast Reasoning" "\0"
    "grok-4-fast-non-reasoning" "\0"
    "Grok 4 Fast Non-Reasoning" "\0"
    "grok-4-fast-reasoning" "\0"
    "Grok 4 Fast Reasoning" "\0"
    "grok-4.20" "\0"
    "grok-4.20-multi-agent" "\0"
    "grok-4.3" "\0"
    "grok-4.5" "\0"
    "Grok 4.5" "\0"
    "grok-4.6" "\0"
    "Grok 4.6" "\0"
    "grok-build-0.1" "\0"
    "grok-code-fast-1" "\0"
    "grok-voice-latest" "\0"
    "Grok Voice" "\0"
    "grok-voice-think-fast-1.0" "\0"
    "Grok Voice Think Fast 1.0" "\0"
    "grok-voice-think-fast-2.0" "\0"
    "Grok Voice Think Fast 2.0" "\0"
    "GLM-5.3" "\0"
    "GLM-5.3-Flash" "\0"
    "GLM-4-Air" "\0"
    "GLM-4-AirX" "\0"
    "GLM-4-Assistant" "\0"
    "GLM-4-FlashX-250414" "\0"
    "GLM-4-Long" "\0"
    "GLM-4-Plus" "\0"
    "GLM-4.5-Air" "\0"
    "GLM-4.7-FlashX" "\0"
    "GLM-5" "\0"
    "GLM-5-Turbo" "\0"
;

const int64_t catalog_rates[] = {
    3, 8000000000, 24000000000,
    2079, 800000000, 4000000000, 80000000, 1000000000, 1600000000, 10000000000000,
    2079, 3000000000, 15000000000, 300000000, 3750000000, 6000000000, 10000000000000,
    31, 250000000, 1250000000, 30000000, 300000000, 500000000,
    31, 15000000000, 75000000000, 1500000000, 18750000000, 30000000000,
    31, 3000000000, 15000000000, 300000000, 3750000000, 6000000000,
    2079, 10000000000, 50000000000, 1000000000, 12500000000, 20000000000, 10000000000000,
    2079, 10000000000, 50000000000, 250000000, 12500000000, 20000000000, 10000000000000,
    2079, 1000000000, 5000000000, 100000000, 1250000000, 2000000000, 10000000000000,
    2079, 15000000000, 75000000000, 1500000000, 18750000000, 30000000000, 10000000000000,
    2079, 5000000000, 25000000000, 500000000, 6250000000, 10000000000, 10000000000000,
    2079, 4000000000, 20000000000, 200000000, 5000000000, 8000000000, 10000000000000,
    2079, 6000000000, 22500000000, 600000000, 7500000000, 12000000000, 10000000000000,
    2079, 2000000000, 10000000000, 200000000, 2500000000, 4000000000, 10000000000000,
    7, 130000000, 260000000, 28000000,
    7, 1740000000, 3480000000, 145000000,
    7, 1320000000, 3960000000, 132000000,
    7, 950000000, 4000000000, 160000000,
    7, 3000000000, 15000000000, 300000000,
    7, 600000000, 2400000000, 120000000,
    3, 100000000, 500000000,
    7, 1000000000, 4050000000, 170000000,
    7, 500000000, 1200000000, 100000000,
    7, 600000000, 2200000000, 120000000,
    7, 1400000000, 4400000000, 140000000,
    7, 2100000000, 6600000000, 210000000,
    7, 150000000, 500000000, 30000000,
    3, 990000000, 1490000000,
    3, 350000000, 750000000,
    3, 850000000, 1200000000,
    3, 100000000, 100000000,
    3, 400000000, 800000000,
    3, 2250000000, 2750000000,
    3, 342000000, 342000000,
    3, 351000000, 555000000,
    3, 67000000, 0,
    3, 204000000, 0,
    3, 12000000, 0,
    3, 3000000, 0,
    3, 20000000, 0,
    3, 497000000, 4881000000,
    7, 440000000, 1320000000, 14000000,
    7, 1320000000, 3960000000, 44000000,
    3, 345000000, 556000000,
    3, 100000000, 300000000,
    3, 17000000, 112000000,
    3, 556000000, 6667000000,
    3, 282000000, 827000000,
    3, 123000000, 266000000,
    3, 293000000, 2253000000,
    3, 152000000, 287000000,
    3, 45000000, 384000000,
    3, 49000000, 676000000,
    3, 27000000, 201000000,
    3, 51000000, 335000000,
    3, 270000000, 850000000,
    3, 484000000, 30000000,
    3, 110000000, 190000000,
    3, 300000000, 1000000000,
    7, 600000000, 3000000000, 100000000,
    7, 950000000, 4000000000, 190000000,
    3, 500000000, 1500000000,
    3, 200000000, 300000000,
    3, 19000000, 0,
    3, 660000000, 1000000000,
    3, 450000000, 3200000000,
    3, 60000000, 400000000,
    7, 1400000000, 4400000000, 260000000,
    3, 1000000000, 2000000000,
    3, 2500000000, 10000000000,
    3, 300000000, 600000000,
    3, 150000000, 600000000,
    3, 37500000, 150000000,
    3, 100000000, 0,
    3, 120000000, 0,
    7, 135000000, 550000000, 35000000,
    7, 270000000, 950000000, 130000000,
    3, 228800000, 343200000,
    3, 270000000, 410000000,
    7, 220000000, 660000000, 7000000,
    7, 660000000, 1980000000, 22000000,
    3, 0, 0,
    3, 3000000000, 8000000000,
    3, 900000000, 900000000,
    7, 560000000, 1680000000, 280000000,
    7, 140000000, 280000000, 28000000,
    3, 600000000, 2200000000,
    7, 2800000000, 8800000000, 520000000,
    7, 150000000, 600000000, 14000000,
    7, 70000000, 300000000, 35000000,
    7, 2000000000, 8000000000, 300000000,
    7, 1900000000, 8000000000, 380000000,
    7, 4500000000, 22500000000, 450000000,
    7, 3300000000, 16500000000, 330000000,
    3, 200000000, 200000000,
    3, 220000000, 880000000,
    3, 300000000, 1200000000,
    7, 300000000, 1200000000, 60000000,
    7, 500000000, 3000000000, 100000000,
    7, 400000000, 1600000000, 80000000,
    3, 125000000, 375000000,
    7, 75000000, 300000000, 18750000,
    7, 150000000, 600000000, 37500000,
    3, 1250000000, 5000000000,
    103, 100000000, 400000000, 25000000, 700000000, 175000000,
    3, 75000000, 300000000,
    103, 300000000, 2500000000, 30000000, 1000000000, 100000000,
    1027, 300000000, 2500000000, 30000000000,
    103, 100000000, 400000000, 10000000, 300000000, 30000000,
    3, 500000000, 10000000000,
    7, 1250000000, 10000000000, 125000000,
    7, 2500000000, 15000000000, 250000000,
    3, 1000000000, 20000000000,
    103, 500000000, 3000000000, 50000000, 1000000000, 100000000,
    1027, 2000000000, 12000000000, 120000000000,
    7, 2000000000, 12000000000, 200000000,
    7, 4000000000, 18000000000, 400000000,
    1027, 500000000, 3000000000, 60000000000,
    103, 250000000, 1500000000, 25000000, 500000000, 50000000,
    1027, 250000000, 1500000000, 30000000000,
    419, 750000000, 4500000000, 3000000000, 12000000000, 1000000000,
    7, 1500000000, 9000000000, 150000000,
    7, 300000000, 2500000000, 30000000,
    7, 1500000000, 7500000000, 150000000,
    3, 150000000, 0,
    291, 200000000, 0, 6500000000, 450000000,
    7, 37500000, 150000000, 10000000,
    7, 75000000, 300000000, 20000000,
    163, 500000000, 2000000000, 3000000000, 12000000000,
    3, 1500000000, 9000000000,
    7, 1250000000, 5000000000, 312500000,
    7, 2500000000, 10000000000, 625000000,
    3, 650000000, 650000000,
    3, 750000000, 990000000,
    3, 70000000, 70000000,
    3, 590000000, 790000000,
    3, 50000000, 80000000,
    3, 180000000, 180000000,
    3, 40000000, 40000000,
    3, 60000000, 60000000,
    3, 590000000, 990000000,
    3, 700000000, 800000000,
    3, 890000000, 890000000,
    3, 190000000, 190000000,
    3, 200000000, 600000000,
    3, 110000000, 340000000,
    3, 790000000, 790000000,
    3, 240000000, 240000000,
    7, 1000000000, 3000000000, 500000000,
    7, 150000000, 600000000, 75000000,
    7, 75000000, 300000000, 37500000,
    3, 290000000, 590000000,
    15, 300000000, 1200000000, 30000000, 375000000,
    15, 600000000, 2400000000, 30000000, 375000000,
    15, 300000000, 1200000000, 60000000, 375000000,
    15, 600000000, 2400000000, 60000000, 375000000,
    3, 200000000, 1100000000,
    3, 400000000, 2200000000,
    3, 300000000, 900000000,
    7, 300000000, 900000000, 30000000,
    7, 400000000, 2000000000, 40000000,
    3, 2000000000, 5000000000,
    7, 200000000, 200000000, 20000000,
    7, 100000000, 100000000, 10000000,
    7, 150000000, 150000000, 15000000,
    3, 250000000, 250000000,
    3, 2000000000, 6000000000,
    7, 500000000, 1500000000, 50000000,
    3, 2700000000, 8100000000,
    3, 150000000, 150000000,
    7, 150000000, 600000000, 15000000,
    3, 75000000, 200000000,
    3, 700000000, 700000000,
    7, 100000000, 400000000, 10000000,
    3, 570000000, 2300000000,
    7, 600000000, 2500000000, 150000000,
    7, 1150000000, 8000000000, 150000000,
    3, 1000000000, 3000000000,
    3, 200000000, 2000000000,
    3, 50000000, 50000000,
    3, 4000000000, 4000000000,
    3, 800000000, 800000000,
    3, 300000000, 300000000,
    3, 80000000, 80000000,
    3, 90000000, 90000000,
    3, 500000000, 500000000,
    3, 510000000, 740000000,
    3, 340000000, 390000000,
    3, 20000000, 20000000,
    3, 30000000, 50000000,
    3, 390000000, 390000000,
    3, 620000000, 620000000,
    3, 59000000, 59000000,
    3, 170000000, 170000000,
    3, 140000000, 140000000,
    3, 54000000, 54000000,
    3, 450000000, 450000000,
    3, 380000000, 400000000,
    3, 1480000000, 1480000000,
    3, 400000000, 400000000,
    3, 5000000000, 15000000000,
    3, 2000000000, 2000000000,
    3, 20000000000, 20000000000,
    3, 3000000000, 6000000000,
    3, 3750000000, 15000000000,
    3, 1500000000, 2000000000,
    3, 3000000000, 4000000000,
    3, 30000000000, 60000000000,
    3, 60000000000, 120000000000,
    3, 10000000000, 30000000000,
    2055, 2000000000, 8000000000, 500000000, 10000000000000,
    2055, 400000000, 1600000000, 100000000, 10000000000000,
    7, 100000000, 400000000, 25000000,
    7, 75000000000, 150000000000, 37500000000,
    2055, 2500000000, 10000000000, 1250000000, 10000000000000,
    2051, 5000000000, 15000000000, 10000000000000,
    2055, 150000000, 600000000, 75000000, 10000000000000,
    231, 600000000, 2400000000, 300000000, 10000000000, 300000000, 20000000000,
    35, 1250000000, 5000000000, 3000000000,
    3, 600000000, 12000000000,
    231, 5000000000, 20000000000, 2500000000, 40000000000, 2500000000, 80000000000,
    35, 2500000000, 10000000000, 6000000000,
    2055, 1250000000, 10000000000, 125000000, 10000000000000,
    2055, 250000000, 2000000000, 25000000, 10000000000000,
    2055, 50000000, 400000000, 5000000, 10000000000000,
    2051, 15000000000, 120000000000, 10000000000000,
    7, 250000000, 2000000000, 25000000,
    2055, 1750000000, 14000000000, 175000000, 10000000000000,
    2051, 21000000000, 168000000000, 10000000000000,
    7, 1750000000, 14000000000, 175000000,
    2055, 2500000000, 15000000000, 250000000, 10000000000000,
    2055, 5000000000, 22500000000, 500000000, 10000000000000,
    2055, 750000000, 4500000000, 75000000, 10000000000000,
    2055, 200000000, 1250000000, 20000000, 10000000000000,
    2051, 30000000000, 180000000000, 10000000000000,
    2051, 60000000000, 270000000000, 10000000000000,
    2055, 5000000000, 30000000000, 500000000, 10000000000000,
    2055, 10000000000, 45000000000, 1000000000, 10000000000000,
    2063, 200000000, 1200000000, 20000000, 250000000, 10000000000000,
    2063, 400000000, 1800000000, 40000000, 500000000, 10000000000000,
    2063, 4000000000, 20000000000, 400000000, 5000000000, 10000000000000,
    2063, 8000000000, 30000000000, 800000000, 10000000000, 10000000000000,
    2063, 2000000000, 12000000000, 200000000, 2500000000, 10000000000000,
    2063, 4000000000, 18000000000, 400000000, 5000000000, 10000000000000,
    2063, 10000000000, 50000000000, 1000000000, 12500000000, 10000000000000,
    2063, 20000000000, 75000000000, 2000000000, 25000000000, 10000000000000,
    2063, 100000000, 500000000, 10000000, 125000000, 10000000000000,
    2063, 200000000, 750000000, 20000000, 250000000, 10000000000000,
    2063, 2000000000, 10000000000, 200000000, 2500000000, 10000000000000,
    2063, 4000000000, 15000000000, 400000000, 5000000000, 10000000000000,
    163, 2500000000, 10000000000, 32000000000, 64000000000,
    163, 600000000, 2400000000, 10000000000, 20000000000,
    7, 5000000000, 30000000000, 500000000,
    775, 5000000000, 40000000000, 1250000000, 10000000000, 2500000000,
    775, 2000000000, 8000000000, 200000000, 2500000000, 250000000,
    1799, 5000000000, 10000000000, 1250000000, 8000000000, 2000000000, 32000000000,
    775, 5000000000, 30000000000, 1250000000, 8000000000, 2000000000,
    999, 4000000000, 16000000000, 400000000, 32000000000, 400000000, 64000000000, 5000000000, 500000000,
    999, 4000000000, 24000000000, 400000000, 32000000000, 400000000, 64000000000, 5000000000, 500000000,
    999, 600000000, 2400000000, 60000000, 10000000000, 300000000, 20000000000, 800000000, 80000000,
    7, 15000000000, 60000000000, 7500000000,
    7, 1100000000, 4400000000, 550000000,
    3, 150000000000, 600000000000,
    7, 10000000000, 40000000000, 2500000000,
    3, 20000000000, 80000000000,
    2055, 1100000000, 4400000000, 275000000, 10000000000000,
    7, 2000000000, 8000000000, 500000000,
    3, 130000000, 0,
    3, 3000000000, 3000000000,
    3, 800000000, 1200000000,
    3, 2000000000, 8000000000,
    3, 200000000, 400000000,
    3, 500000000, 700000000,
    3, 4000000000, 8000000000,
    3, 700000000, 1400000000,
    7, 800000000, 1600000000, 200000000,
    3, 2600000000, 3400000000,
    3, 150000000, 500000000,
    3, 6562500000, 9375000000,
    3, 1500000000, 2250000000,
    3, 300000000, 2500000000,
    3, 60000000, 240000000,
    3, 35000000, 140000000,
    7, 2500000000, 12500000000, 625000000,
    3, 800000000, 3200000000,
    3, 250000000, 1250000000,
    3, 15000000000, 75000000000,
    3, 3000000000, 15000000000,
    3, 800000000, 4000000000,
    15, 10000000000, 50000000000, 1000000000, 12500000000,
    15, 10000000000, 50000000000, 250000000, 12500000000,
    15, 1000000000, 5000000000, 100000000, 1250000000,
    15, 15000000000, 75000000000, 1500000000, 18750000000,
    15, 5000000000, 25000000000, 500000000, 6250000000,
    15, 30000000000, 150000000000, 3000000000, 37500000000,
    15, 4000000000, 20000000000, 200000000, 5000000000,
    15, 3000000000, 15000000000, 300000000, 3750000000,
    15, 6000000000, 22500000000, 600000000, 7500000000,
    15, 2000000000, 10000000000, 200000000, 2500000000,
    3, 500000000, 800000000,
    7, 220000000, 850000000, 60000000,
    3, 45000000, 150000000,
    3, 750000000, 1200000000,
    3, 420000000, 1250000000,
    3, 250000000, 2000000000,
    3, 100000000, 400000000,
    3, 100000000, 200000000,
    3, 1250000000, 1250000000,
    3, 380000000, 890000000,
    3, 300000000, 880000000,
    7, 210000000, 790000000, 130000000,
    3, 450000000, 2150000000,
    3, 500000000, 2150000000,
    3, 120000000, 180000000,
    3, 230000000, 900000000,
    7, 98300000, 196600000, 19700000,
    7, 435000000, 870000000, 3625000,
    3, 4000000000, 6000000000,
    3, 900000000, 1200000000,
    15, 300000000, 2500000000, 75000000, 383300000,
    15, 300000000, 2500000000, 30000000, 83333333,
    15, 100000000, 400000000, 10000000, 83333333,
    15, 300000000, 2500000000, 75000000, 383000000,
    3, 150000000, 3500000000,
    15, 1250000000, 10000000000, 310000000, 1625000000,
    3, 1250000000, 10000000000,
    15, 500000000, 3000000000, 50000000, 83333333,
    15, 2000000000, 12000000000, 200000000, 375000000,
    3, 500000000, 3000000000,
    15, 250000000, 1500000000, 25000000, 83333333,
    15, 1500000000, 9000000000, 150000000, 83333333,
    3, 50000000, 100000000,
    3, 20000000, 40000000,
    3, 60000000, 120000000,
    3, 60000000, 330000000,
    7, 90000000, 340000000, 50000000,
    3, 65000000, 65000000,
    7, 250000000, 750000000, 25000000,
    7, 75000000, 625000000, 15000000,
    7, 10000000, 30000000, 2000000,
    3, 800000000, 900000000,
    3, 30000000, 120000000,
    3, 10000000, 10000000,
    3, 1125000000, 1125000000,
    3, 220000000, 220000000,
    3, 300000000, 400000000,
    3, 30000000, 60000000,
    3, 100000000, 280000000,
    3, 20000000, 30000000,
    3, 49000000, 49000000,
    3, 5000000, 10000000,
    3, 10000000, 20000000,
    3, 50000000, 240000000,
    3, 80000000, 300000000,
    3, 20000000, 60000000,
    3, 1000000000, 1000000000,
    3, 70000000, 140000000,
    3, 80000000, 350000000,
    3, 300000000, 1650000000,
    7, 255000000, 1000000000, 30000000,
    7, 300000000, 1200000000, 30000000,
    7, 290000000, 950000000, 30000000,
    7, 150000000, 900000000, 50000000,
    7, 270000000, 1080000000, 54000000,
    3, 29000000, 59000000,
    3, 2750000000, 8100000000,
    3, 400000000, 2000000000,
    3, 1500000000, 7500000000,
    3, 10000000, 19000000,
    3, 50000000, 90000000,
    3, 50000000, 150000000,
    7, 100000000, 300000000, 10000000,
    3, 600000000, 2500000000,
    7, 400000000, 1900000000, 90000000,
    7, 680000000, 3410000000, 340000000,
    7, 750000000, 3500000000, 160000000,
    3, 900000000, 1900000000,
    3, 3375000000, 4500000000,
    3, 93750000, 750000000,
    3, 750000000, 1500000000,
    3, 25000000, 40000000,
    3, 120000000, 300000000,
    3, 130000000, 400000000,
    3, 600000000, 600000000,
    3, 50000000, 200000000,
    3, 90000000, 450000000,
    7, 500000000, 2500000000, 150000000,
    3, 40000000, 160000000,
    7, 1500000000, 6000000000, 375000000,
    7, 400000000, 1600000000, 100000000,
    3, 75000000000, 150000000000,
    3, 6000000000, 18000000000,
    7, 10000000000, 10000000000, 1250000000,
    7, 2500000000, 2000000000, 250000000,
    7, 50000000, 400000000, 10000000,
    3, 15000000000, 120000000000,
    7, 1250000000, 10000000000, 130000000,
    3, 21000000000, 168000000000,
    7, 5000000000, 22500000000, 500000000,
    7, 8000000000, 15000000000, 2000000000,
    7, 750000000, 4500000000, 75000000,
    7, 200000000, 1250000000, 20000000,
    3, 30000000000, 180000000000,
    3, 60000000000, 270000000000,
    7, 10000000000, 45000000000, 1000000000,
    15, 200000000, 1200000000, 20000000, 250000000,
    15, 400000000, 1800000000, 40000000, 500000000,
    15, 4000000000, 15000000000, 400000000, 5000000000,
    15, 2000000000, 12000000000, 200000000, 2500000000,
    15, 4000000000, 18000000000, 400000000, 5000000000,
    3, 39000000, 180000000,
    3, 29000000, 140000000,
    7, 75000000, 300000000, 37000000,
    3, 1100000000, 4400000000,
    7, 1100000000, 4400000000, 275000000,
    3, 150000000, 1500000000,
    3, 1000000000, 5000000000,
    3, 562500000, 1125000000,
    3, 120000000, 390000000,
    3, 40000000, 100000000,
    3, 60000000, 150000000,
    3, 1600000000, 6400000000,
    7, 400000000, 1200000000, 160000000,
    3, 260000000, 780000000,
    11, 260000000, 780000000, 325000000,
    3, 210000000, 630000000,
    3, 130000000, 600000000,
    3, 90000000, 100000000,
    3, 80000000, 290000000,
    3, 48150000, 193050000,
    3, 80000000, 400000000,
    3, 35000000, 138000000,
    3, 220000000, 1800000000,
    3, 70000000, 270000000,
    15, 195000000, 975000000, 39000000, 243750000,
    7, 110000000, 800000000, 70000000,
    15, 650000000, 3250000000, 130000000, 812500000,
    3, 1200000000, 6000000000,
    3, 780000000, 3900000000,
    3, 90000000, 1100000000,
    3, 97500000, 780000000,
    7, 200000000, 880000000, 110000000,
    3, 260000000, 2600000000,
    3, 130000000, 520000000,
    3, 130000000, 1560000000,
    3, 104000000, 416000000,
    3, 80000000, 500000000,
    3, 117000000, 1365000000,
    3, 260000000, 2080000000,
    3, 195000000, 1560000000,
    7, 140000000, 1000000000, 50000000,
    3, 390000000, 2340000000,
    3, 100000000, 150000000,
    3, 65000000, 260000000,
    3, 400000000, 2400000000,
    11, 300000000, 1800000000, 375000000,
    3, 289000000, 2400000000,
    3, 140000000, 1000000000,
    11, 187500000, 1125000000, 234375000,
    11, 1040000000, 6240000000, 1300000000,
    11, 325000000, 1950000000, 406250000,
    15, 1250000000, 3750000000, 250000000, 1562500000,
    15, 400000000, 1600000000, 80000000, 500000000,
    3, 150000000, 200000000,
    3, 4500000000, 4500000000,
    3, 850000000, 1250000000,
    3, 20000000, 50000000,
    3, 880000000, 880000000,
    3, 700000000, 950000000,
    7, 90000000, 300000000, 20000000,
    7, 200000000, 1150000000, 40000000,
    3, 850000000, 3400000000,
    3, 140000000, 570000000,
    7, 63000000, 210000000, 21000000,
    3, 800000000, 1000000000,
    7, 300000000, 500000000, 150000000,
    3, 250000000, 500000000,
    3, 600000000, 6000000000,
    3, 2000000000, 10000000000,
    3, 300000000, 500000000,
    7, 200000000, 500000000, 50000000,
    7, 400000000, 1000000000, 50000000,
    7, 1250000000, 2500000000, 200000000,
    7, 2000000000, 6000000000, 200000000,
    7, 1000000000, 2000000000, 200000000,
    7, 200000000, 1500000000, 20000000,
    7, 140000000, 280000000, 2800000,
    7, 435000000, 870000000, 3600000,
    3, 3750000000, 3750000000,
    7, 600000000, 2200000000, 110000000,
    7, 125000000, 850000000, 60000000,
    7, 600000000, 1800000000, 110000000,
    7, 430000000, 1740000000, 80000000,
    7, 300000000, 900000000, 50000000,
    7, 400000000, 1750000000, 80000000,
    7, 60000000, 400000000, 10000000,
    7, 600000000, 1920000000, 120000000,
    7, 1200000000, 4000000000, 240000000,
    7, 980000000, 3080000000, 182000000,
    7, 75000000, 250000000, 15000000,
    3, 740000000, 740000000,
    3, 110000000, 110000000,
    3, 100000000, 310000000,
    3, 1010000000, 1010000000,
    3, 90000000, 250000000,
    3, 70000000, 260000000,
    3, 10000000, 0,
    3, 90000000, 470000000,
    3, 50000000, 180000000,
    4099, 1000000000, 1000000000, 12000000000000,
    2051, 2000000000, 8000000000, 5000000000000,
    4099, 3000000000, 15000000000, 14000000000000,
    4099, 1000000000, 5000000000, 12000000000000,
    4099, 2000000000, 8000000000, 14000000000000,
    3, 225000000, 225000000,
    3, 776000000, 776000000,
    3, 180000000, 590000000,
    3, 540000000, 540000000,
    3, 3500000000, 3500000000,
    3, 1200000000, 1200000000,
    3, 2400000000, 2400000000,
    7, 3000000000, 15000000000, 750000000,
    7, 5000000000, 25000000000, 1250000000,
    7, 300000000, 500000000, 75000000,
    7, 600000000, 4000000000, 150000000,
    7, 2500000000, 5000000000, 400000000,
    7, 2000000000, 6000000000, 300000000,
    7, 4000000000, 12000000000, 600000000,
    7, 2000000000, 6000000000, 500000000,
    7, 4000000000, 12000000000, 1000000000,
    7, 2000000000, 4000000000, 400000000,
    7, 69000000, 69000000, 34000000,
    3, 1379000000, 1379000000,
    3, 690000000, 690000000,
    7, 14000000, 14000000, 7000000,
    7, 138000000, 138000000, 69000000,
    7, 690000000, 690000000, 345000000,
    7, 110000000, 276000000, 22000000,
    7, 276000000, 1103000000, 55000000,
    7, 69000000, 414000000, 14000000,
    7, 552000000, 2483000000, 138000000,
    7, 690000000, 3034000000, 166000000,
    7, 828000000, 3310000000, 179000000,
    7, 1103000000, 3862000000, 276000000,
    7, 55000000, 193000000, 16000000,
};
