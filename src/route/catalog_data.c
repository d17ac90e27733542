/* Written by tools/catalog-import. */
#include "route/catalog_data.h"

const struct catalog_provider catalog_providers[] = {
    {"anthropic", 0, 23},
    {"baseten", 23, 15},
    {"cerebras", 38, 6},
    {"cloudflare", 44, 47},
    {"cohere", 91, 16},
    {"deepseek", 107, 7},
    {"demo", 114, 1},
    {"fireworks", 115, 32},
    {"google", 147, 38},
    {"groq", 185, 31},
    {"minimax", 216, 9},
    {"mistral", 225, 42},
    {"moonshot", 267, 14},
    {"novita", 281, 34},
    {"openai", 315, 87},
    {"openrouter", 402, 429},
    {"ovhcloud", 831, 15},
    {"perplexity", 846, 9},
    {"together", 855, 72},
    {"xai", 927, 21},
    {"zai", 948, 3},
    {"zhipu", 951, 15},
};
const size_t catalog_provider_count = sizeof catalog_providers / sizeof *catalog_providers;

#define NONE CATALOG_NO_RATES
const struct catalog_row catalog_rows[] = {
    {0, 9, 200000, 4096, 0, 0, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* claude-2 */
    {26, 50, 200000, 8192, 0, 3, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* claude-3-5-haiku-latest */
    {67, 85, 200000, 8192, 0, 10, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* claude-3-5-sonnet */
    {103, 128, 200000, 64000, 0, 10, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* claude-3-7-sonnet-latest */
    {146, 161, 200000, 4096, 0, 17, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* claude-3-haiku */
    {176, 197, 200000, 4096, 0, 23, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* claude-3-opus-latest */
    {211, 227, 200000, 4096, 0, 29, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* claude-3-sonnet */
    {243, 258, 1000000, 128000, 0, 35, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* claude-fable-5 */
    {273, 290, 1000000, 128000, 0, 42, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* claude-fable-5-1 */
    {307, 324, 200000, 64000, 0, 49, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* claude-haiku-4-5 */
    {341, 357, 200000, 32000, 0, 56, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* claude-opus-4-0 */
    {371, 387, 200000, 32000, 0, 56, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* claude-opus-4-1 */
    {403, 419, 200000, 64000, 0, 63, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* claude-opus-4-5 */
    {435, 451, 1000000, 128000, 0, 63, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* claude-opus-4-6 */
    {467, 483, 1000000, 128000, 0, 63, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* claude-opus-4-7 */
    {499, 515, 1000000, 128000, 0, 63, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* claude-opus-4-8 */
    {531, 545, 1000000, 128000, 0, 63, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* claude-opus-5 */
    {559, 575, 1000000, 128000, 0, 70, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* claude-opus-5-5 */
    {591, 609, 200000, 64000, 0, 10, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* claude-sonnet-4-0 */
    {625, 643, 200000, 64000, 200000, 10, 77, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* claude-sonnet-4-5 */
    {661, 679, 1000000, 128000, 0, 10, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* claude-sonnet-4-6 */
    {697, 713, 1000000, 128000, 0, 84, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* claude-sonnet-5 */
    {729, 739, 0, 4096, 0, 0, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* claude-v1 */
    {749, 784, 1048000, 0, 0, 91, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek-ai/DeepSeek-V4-Flash-0731 */
    {807, 835, 1048000, 0, 0, 95, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek-ai/DeepSeek-V4-Pro */
    {851, 884, 1048000, 0, 0, 99, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek-ai/DeepSeek-V4-Pro-0813 */
    {905, 926, 262000, 0, 0, 103, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* moonshotai/Kimi-K2.6 */
    {936, 962, 262000, 0, 0, 103, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* moonshotai/Kimi-K2.7-Code */
    {977, 996, 1048000, 0, 0, 107, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* moonshotai/Kimi-K3 */
    {1004, 1045, 202000, 0, 0, 111, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B */
    {1069, 1089, 128000, 0, 0, 115, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-oss-120b */
    {1102, 1127, 1048000, 0, 0, 118, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* thinkingmachines/inkling */
    {1135, 1166, 1048000, 0, 0, 122, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* thinkingmachines/inkling-small */
    {1180, 1196, 200000, 0, 0, 126, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* zai-org/GLM-4.7 */
    {1204, 1220, 1048000, 0, 0, 130, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* zai-org/GLM-5.2 */
    {1228, 1249, 1048000, 0, 0, 134, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* zai-org/GLM-5.2-Fast */
    {1262, 1278, 1048000, 0, 0, 130, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* zai-org/GLM-5.3 */
    {1286, 1308, 1048000, 0, 0, 138, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* zai-org/GLM-5.3-Flash */
    {1322, 1334, 131072, 0, 0, 142, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* gemma-4-31b */
    {1346, 1359, 131072, 0, 0, 145, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-oss-120b */
    {1372, 1386, 128000, 0, 0, 148, NONE, MODEL_TOOLS, MODEL_CHAT, 1, 0, 0}, /* llama-3.3-70b */
    {1400, 1412, 32768, 0, 0, 151, NONE, MODEL_TOOLS, MODEL_CHAT, 1, 0, 0}, /* llama3.1-8b */
    {1425, 1436, 131072, 0, 0, 154, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 1, 0, 0}, /* qwen-3-32b */
    {1447, 1459, 131072, 0, 0, 157, NONE, 0, MODEL_CHAT, 1, 0, 0}, /* zai-glm-4.7 */
    {1472, 1510, 0, 0, 0, 160, NONE, 0, MODEL_OTHER, 0, 0, 0}, /* @cf/ai4bharat/indictrans2-en-indic-1B */
    {1534, 1575, 0, 0, 0, 163, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* @cf/aisingapore/gemma-sea-lion-v4-27b-it */
    {1600, 1626, 0, 0, 0, 166, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* @cf/baai/bge-base-en-v1.5 */
    {1648, 1675, 0, 0, 0, 169, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* @cf/baai/bge-large-en-v1.5 */
    {1698, 1714, 0, 0, 0, 172, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* @cf/baai/bge-m3 */
    {1721, 1748, 0, 0, 0, 175, NONE, 0, MODEL_RERANK, 0, 0, 0}, /* @cf/baai/bge-reranker-base */
    {1766, 1793, 0, 0, 0, 178, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* @cf/baai/bge-small-en-v1.5 */
    {1816, 1861, 0, 0, 0, 181, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* @cf/deepseek-ai/deepseek-r1-distill-qwen-32b */
    {1890, 784, 0, 0, 0, 184, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* @cf/deepseek-ai/deepseek-v4-flash-0731 */
    {1929, 884, 0, 0, 0, 188, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* @cf/deepseek-ai/deepseek-v4-pro-0813 */
    {1966, 1992, 0, 0, 0, 192, NONE, MODEL_IMAGES, MODEL_CHAT, 1, 0, 0}, /* @cf/google/gemma-3-12b-it */
    {2007, 2037, 256000, 0, 0, 195, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* @cf/google/gemma-4-26b-a4b-it */
    {2056, 2094, 0, 0, 0, NONE, NONE, 0, MODEL_OTHER, 0, 0, 0}, /* @cf/huggingface/distilbert-sst-2-int8 */
    {2116, 2152, 0, 0, 0, 198, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* @cf/ibm-granite/granite-4.0-h-micro */
    {2172, 2202, 0, 0, 0, 201, NONE, 0, MODEL_CHAT, 1, 0, 0}, /* @cf/meta/llama-2-7b-chat-fp16 */
    {2223, 2252, 0, 0, 0, 204, NONE, 0, MODEL_CHAT, 1, 0, 0}, /* @cf/meta/llama-3-8b-instruct */
    {2272, 2305, 0, 0, 0, 207, NONE, 0, MODEL_CHAT, 1, 0, 0}, /* @cf/meta/llama-3-8b-instruct-awq */
    {2329, 2370, 0, 0, 0, 210, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* @cf/meta/llama-3.1-70b-instruct-fp8-fast */
    {2402, 2433, 0, 0, 0, 204, NONE, MODEL_TOOLS, MODEL_CHAT, 1, 0, 0}, /* @cf/meta/llama-3.1-8b-instruct */
    {2455, 2490, 0, 0, 0, 207, NONE, MODEL_TOOLS, MODEL_CHAT, 1, 0, 0}, /* @cf/meta/llama-3.1-8b-instruct-awq */
    {2516, 2551, 0, 0, 0, 213, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* @cf/meta/llama-3.1-8b-instruct-fp8 */
    {2577, 2617, 0, 0, 0, 216, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* @cf/meta/llama-3.1-8b-instruct-fp8-fast */
    {2648, 2687, 0, 0, 0, 219, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* @cf/meta/llama-3.2-11b-vision-instruct */
    {2717, 2748, 0, 0, 0, 222, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* @cf/meta/llama-3.2-1b-instruct */
    {2770, 2801, 0, 0, 0, 225, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* @cf/meta/llama-3.2-3b-instruct */
    {2823, 2864, 24000, 0, 0, 210, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* @cf/meta/llama-3.3-70b-instruct-fp8-fast */
    {2896, 2936, 0, 0, 0, 228, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* @cf/meta/llama-4-scout-17b-16e-instruct */
    {2967, 2993, 0, 0, 0, 231, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* @cf/meta/llama-guard-3-8b */
    {3010, 3031, 0, 0, 0, 160, NONE, 0, MODEL_OTHER, 0, 0, 0}, /* @cf/meta/m2m100-1.2b */
    {3043, 3080, 0, 0, 0, 234, NONE, 0, MODEL_CHAT, 1, 0, 0}, /* @cf/mistral/mistral-7b-instruct-v0.1 */
    {3105, 3150, 0, 0, 0, 163, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* @cf/mistralai/mistral-small-3.1-24b-instruct */
    {3181, 3215, 0, 0, 0, 237, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* @cf/moondream/moondream3.1-9B-A2B */
    {3236, 3261, 0, 0, 0, 240, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 1, 0, 0}, /* @cf/moonshotai/kimi-k2.5 */
    {3271, 926, 0, 0, 0, 103, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* @cf/moonshotai/kimi-k2.6 */
    {3296, 962, 0, 0, 0, 244, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* @cf/moonshotai/kimi-k2.7-code */
    {3326, 3358, 0, 0, 0, 248, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* @cf/nvidia/nemotron-3-120b-a12b */
    {3379, 1359, 128000, 0, 0, 145, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* @cf/openai/gpt-oss-120b */
    {3403, 3426, 128000, 0, 0, 251, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* @cf/openai/gpt-oss-20b */
    {3438, 3467, 0, 0, 0, 254, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* @cf/pfnet/plamo-embedding-1b */
    {3486, 3522, 0, 0, 0, 257, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* @cf/qwen/qwen2.5-coder-32b-instruct */
    {3549, 3576, 0, 0, 0, 225, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* @cf/qwen/qwen3-30b-a3b-fp8 */
    {3594, 3624, 0, 0, 0, 172, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* @cf/qwen/qwen3-embedding-0.6b */
    {3645, 3666, 262144, 0, 0, 260, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* @cf/qwen/qwen3.8-27b */
    {3678, 3695, 0, 0, 0, 257, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* @cf/qwen/qwq-32b */
    {3703, 3729, 131072, 0, 0, 263, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* @cf/zai-org/glm-4.7-flash */
    {3743, 1220, 0, 0, 0, 266, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* @cf/zai-org/glm-5.2 */
    {3763, 1308, 0, 0, 0, 138, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* @cf/zai-org/glm-5.3-flash */
    {3789, 3810, 128000, 0, 0, 248, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* c4ai-aya-expanse-32b */
    {3826, 3846, 8192, 0, 0, 248, NONE, 0, MODEL_CHAT, 1, 0, 0}, /* c4ai-aya-expanse-8b */
    {3861, 3869, 0, 0, 0, 270, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* command */
    {3877, 3887, 0, 8000, 0, 273, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* command-a */
    {3897, 3911, 4096, 0, 0, 276, NONE, 0, MODEL_CHAT, 1, 0, 0}, /* command-light */
    {3925, 3935, 0, 4000, 0, 279, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* command-r */
    {3945, 3960, 0, 4000, 0, 273, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* command-r-plus */
    {3971, 3983, 0, 4000, 0, 282, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* command-r7b */
    {3995, 4020, 0, 0, 0, 285, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* embed-english-light-v3.0 */
    {4045, 4064, 0, 0, 0, 285, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* embed-english-v3.0 */
    {4083, 4113, 0, 0, 0, 285, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* embed-multilingual-light-v3.0 */
    {4143, 4167, 0, 0, 0, 285, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* embed-multilingual-v3.0 */
    {4191, 4202, 128000, 0, 0, 288, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* embed-v4.0 */
    {4213, 4233, 0, 0, 0, 291, NONE, 0, MODEL_RERANK, 0, 0, 0}, /* rerank-english-v3.0 */
    {4253, 4278, 0, 0, 0, 291, NONE, 0, MODEL_RERANK, 0, 0, 0}, /* rerank-multilingual-v3.0 */
    {4303, 4315, 0, 0, 0, 291, NONE, 0, MODEL_RERANK, 0, 0, 0}, /* rerank-v3.5 */
    {4327, 4341, 64000, 8192, 0, 293, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* deepseek-chat */
    {4355, 4373, 64000, 0, 0, 293, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek-reasoner */
    {4385, 4408, 128000, 0, 0, 297, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek-v3.1-terminus */
    {4431, 4445, 128000, 0, 0, 301, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek-v3.2 */
    {4459, 4477, 128000, 0, 0, 304, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek-v3.2-exp */
    {4495, 4513, 1000000, 0, 0, 307, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek-v4-flash */
    {4531, 835, 1000000, 0, 0, 311, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek-v4-pro */
    {4547, 4552, 0, 0, 0, 315, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* demo */
    {4557, 4600, 160000, 0, 0, 318, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/deepseek-r1-0528 */
    {4617, 4660, 160000, 0, 0, 321, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/deepseek-v3-0324 */
    {4678, 4718, 163840, 0, 0, 324, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/deepseek-v3p2 */
    {4732, 4776, 1040000, 0, 0, 328, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/deepseek-v4-flash */
    {4794, 4836, 1048576, 0, 0, 95, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/deepseek-v4-pro */
    {4852, 4893, 131000, 0, 0, 151, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/gemma-3-27b-it */
    {4914, 4948, 202752, 0, 0, 332, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/glm-4p7 */
    {4956, 4990, 0, 0, 0, 266, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/glm-5p1 */
    {4998, 5037, 0, 0, 0, 335, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/glm-5p1-fast */
    {5050, 5084, 1040000, 0, 0, 130, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/glm-5p2 */
    {5092, 1249, 1040000, 0, 0, 134, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/glm-5p2-fast */
    {5131, 5170, 131072, 0, 0, 339, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/gpt-oss-120b */
    {5190, 5228, 131072, 0, 0, 343, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/gpt-oss-20b */
    {5247, 1127, 1040000, 0, 0, 118, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/inkling */
    {5281, 3261, 262144, 0, 0, 240, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/kimi-k2p5 */
    {5317, 926, 0, 0, 0, 103, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/kimi-k2p6 */
    {5353, 5394, 262144, 0, 0, 347, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/kimi-k2p6-fast */
    {5409, 962, 262144, 0, 0, 244, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/kimi-k2p7-code */
    {5450, 5496, 262144, 0, 0, 351, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/kimi-k2p7-code-fast */
    {5516, 996, 1040000, 0, 0, 107, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/kimi-k3 */
    {5550, 5589, 1040000, 0, 0, 355, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/kimi-k3-fast */
    {5602, 5639, 1040000, 0, 0, 359, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/kimi-k3-us */
    {5650, 2433, 131000, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/llama-v3p1-8b-instruct */
    {5699, 5756, 1000000, 0, 0, 366, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/llama4-maverick-instruct-basic */
    {5790, 5829, 204800, 0, 0, 369, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/minimax-m2p1 */
    {5842, 5881, 0, 0, 0, 372, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/minimax-m2p7 */
    {5894, 5931, 524288, 0, 0, 372, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/minimax-m3 */
    {5942, 5991, 262000, 0, 0, 111, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/nemotron-3-ultra-nvfp4 */
    {6021, 6071, 128000, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/qwen2p5-vl-72b-instruct */
    {6095, 6137, 128000, 0, 0, 366, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/qwen3-235b-a22b */
    {6153, 6192, 0, 0, 0, 376, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/qwen3p6-plus */
    {6205, 6244, 262144, 0, 0, 380, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* accounts/fireworks/models/qwen3p7-plus */
    {6257, 6283, 32768, 8192, 0, 384, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gemini-1.0-pro-vision-001 */
    {6309, 6326, 1000000, 8192, 128000, 387, 391, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-1.5-flash */
    {6343, 6358, 1000000, 8192, 128000, 395, 273, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-1.5-pro */
    {6373, 6390, 1000000, 8192, 0, 398, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-2.0-flash */
    {6407, 6429, 1000000, 8192, 0, 404, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-2.0-flash-lite */
    {6451, 6468, 1048576, 65536, 0, 407, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-2.5-flash */
    {6485, 6508, 1000000, 0, 0, 413, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* gemini-2.5-flash-image */
    {6531, 6553, 1000000, 65536, 0, 417, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-2.5-flash-lite */
    {6575, 6609, 8192, 0, 0, 423, NONE, MODEL_AUDIO_OUT, MODEL_SPEECH, 0, 0, 0}, /* gemini-2.5-flash-lite-preview-tts */
    {6643, 6668, 0, 65536, 0, 279, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 1, 0, 0}, /* gemini-2.5-flash-preview */
    {6699, 6720, 8192, 0, 0, 423, NONE, MODEL_AUDIO_OUT, MODEL_SPEECH, 0, 0, 0}, /* gemini-2.5-flash-tts */
    {6741, 6756, 0, 65536, 200000, 426, 430, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-2.5-pro */
    {6771, 6790, 8192, 0, 0, 434, NONE, MODEL_AUDIO_OUT, MODEL_SPEECH, 0, 0, 0}, /* gemini-2.5-pro-tts */
    {6809, 6832, 1000000, 65536, 0, 437, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-3-flash-preview */
    {6855, 6882, 1000000, 0, 0, 443, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* gemini-3-pro-image-preview */
    {6909, 6930, 0, 65536, 200000, 447, 451, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-3-pro-preview */
    {6951, 6982, 1000000, 0, 0, 455, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* gemini-3.1-flash-image-preview */
    {7013, 7035, 1000000, 65536, 0, 459, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-3.1-flash-lite */
    {7057, 7085, 0, 0, 0, 465, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* gemini-3.1-flash-lite-image */
    {7113, 7143, 0, 0, 0, 469, NONE, MODEL_AUDIO | MODEL_VIDEOS | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0, 0, 0}, /* gemini-3.1-flash-live-preview */
    {7173, 7196, 0, 65536, 200000, 447, 451, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-3.1-pro-preview */
    {7219, 7236, 1000000, 65536, 0, 475, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-3.5-flash */
    {7253, 7275, 1000000, 65536, 0, 479, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-3.5-flash-lite */
    {7297, 7314, 1000000, 65536, 0, 483, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-3.6-flash */
    {7331, 7348, 1000000, 65536, 0, 483, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-3.7-flash */
    {7365, 7382, 1000000, 65536, 0, 483, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-3.8-flash */
    {7399, 7420, 0, 0, 0, 487, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* gemini-embedding-001 */
    {7441, 7460, 8192, 0, 0, 490, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* gemini-embedding-2 */
    {7479, 6326, 0, 8192, 128000, 387, 391, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-flash-1.5 */
    {7496, 7516, 1000000, 8192, 128000, 495, 499, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-flash-1.5-8b */
    {7536, 7558, 0, 0, 0, 503, NONE, MODEL_AUDIO | MODEL_VIDEOS | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0, 0, 0}, /* gemini-live-2.5-flash */
    {7580, 7606, 0, 0, 0, 508, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-omni-flash-preview */
    {7632, 7643, 32768, 0, 0, 384, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gemini-pro */
    {7654, 6358, 2000000, 0, 128000, 511, 515, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gemini-pro-1.5 */
    {7669, 7684, 0, 0, 0, 519, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* gemma-2-27b-it */
    {7696, 7725, 0, 0, 0, 522, NONE, MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* imagen-4.0-fast-generate-001 */
    {7754, 7778, 0, 0, 0, 524, NONE, MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* imagen-4.0-generate-001 */
    {7802, 7832, 0, 0, 0, 526, NONE, MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* imagen-4.0-ultra-generate-001 */
    {7862, 7892, 131072, 0, 0, 528, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek-r1-distill-llama-70b */
    {7922, 7934, 0, 0, 0, 531, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* gemma-7b-it */
    {7946, 7959, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* gemma2-9b-it */
    {7973, 7998, 0, 0, 0, 534, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.1-405b-reasoning */
    {8023, 8047, 0, 0, 0, 534, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.1-70b-versatile */
    {8071, 8092, 0, 0, 0, 537, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.1-8b-instant */
    {8118, 8145, 0, 0, 0, 540, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* llama-3.2-11b-text-preview */
    {8172, 8201, 0, 0, 0, 540, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* llama-3.2-11b-vision-preview */
    {8230, 8251, 0, 0, 0, 543, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.2-1b-preview */
    {8272, 8293, 0, 0, 0, 546, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.2-3b-preview */
    {8314, 8341, 0, 0, 0, 321, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* llama-3.2-90b-text-preview */
    {8368, 8397, 0, 0, 0, 321, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* llama-3.2-90b-vision-preview */
    {8426, 8448, 0, 32768, 0, 549, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.3-70b-specdec */
    {8470, 8494, 0, 32768, 0, 534, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.3-70b-versatile */
    {8523, 8540, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* llama-guard-3-8b */
    {8557, 8573, 0, 0, 0, 552, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* llama2-70b-4096 */
    {8589, 8605, 0, 0, 0, 534, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* llama3-70b-8192 */
    {8621, 8636, 0, 0, 0, 537, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* llama3-8b-8192 */
    {8651, 8689, 0, 0, 0, 555, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* llama3-groq-70b-8192-tool-use-preview */
    {8727, 8764, 0, 0, 0, 558, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* llama3-groq-8b-8192-tool-use-preview */
    {8801, 8847, 131072, 0, 0, 561, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-4-maverick-17b-128e-instruct */
    {8873, 8915, 0, 0, 0, 564, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-4-scout-17b-16e-instruct */
    {8944, 8973, 131072, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-guard-4-12b */
    {8991, 9008, 0, 0, 0, 567, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mistral-saba-24b */
    {9025, 9044, 0, 0, 0, 570, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mixtral-8x7b-32768 */
    {9063, 9091, 131072, 0, 0, 573, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* moonshotai/kimi-k2-instruct */
    {1069, 9107, 131072, 65536, 0, 577, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-oss-120b */
    {9120, 9139, 131072, 65536, 0, 581, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-oss-20b */
    {9151, 9166, 131072, 0, 0, 585, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-32b */
    {9181, 9198, 0, 0, 0, 588, NONE, 0, MODEL_TRANSCRIPTION, 0, 0, 0}, /* whisper-large-v3 */
    {9215, 9238, 0, 0, 0, 590, NONE, 0, MODEL_TRANSCRIPTION, 0, 0, 0}, /* whisper-large-v3-turbo */
    {9261, 9268, 64000, 0, 0, 369, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* M2-her */
    {9283, 9294, 204800, 0, 0, 592, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* MiniMax-M2 */
    {9305, 9328, 204800, 0, 0, 597, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* MiniMax-M2.1-highspeed */
    {9351, 9374, 204800, 0, 0, 597, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* MiniMax-M2.5-highspeed */
    {9397, 5881, 204800, 0, 0, 602, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* MiniMax-M2.7 */
    {9410, 9433, 204800, 0, 0, 607, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* MiniMax-M2.7-highspeed */
    {9456, 9467, 1000192, 0, 0, 612, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* minimax-01 */
    {9478, 9489, 0, 0, 0, 615, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax-m1 */
    {9500, 5931, 1000000, 0, 512000, 372, 111, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax-m3 */
    {9511, 9521, 256000, 0, 0, 618, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* codestral */
    {9531, 9546, 256000, 0, 0, 621, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* codestral-2508 */
    {9561, 9577, 0, 0, 0, 487, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* codestral-embed */
    {9593, 9607, 262144, 0, 0, 625, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* devstral-2512 */
    {9623, 9638, 0, 0, 0, 195, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 1, 0, 0}, /* devstral-small */
    {9653, 9670, 0, 0, 0, 629, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* magistral-medium */
    {9687, 9703, 0, 0, 0, 248, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* magistral-small */
    {9719, 9738, 262144, 0, 0, 632, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ministral-14b-2512 */
    {9759, 9772, 0, 0, 0, 543, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ministral-3b */
    {9785, 9803, 131072, 0, 0, 636, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ministral-3b-2512 */
    {9823, 9836, 0, 0, 0, 151, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ministral-8b */
    {9855, 9873, 262144, 0, 0, 640, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ministral-8b-2512 */
    {9893, 9913, 0, 0, 0, 640, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ministral-8b-latest */
    {9933, 9944, 0, 0, 0, 644, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistral-7b */
    {9955, 9969, 8192, 0, 0, 151, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* mistral-embed */
    {9983, 9997, 0, 0, 0, 647, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-large */
    {10011, 10030, 262144, 0, 0, 650, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-large-2512 */
    {10051, 10071, 0, 0, 0, 654, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-medium-2312 */
    {10088, 10107, 0, 0, 0, 625, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-medium-3-1 */
    {10132, 10151, 262144, 0, 0, 483, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-medium-3-5 */
    {10170, 10192, 0, 0, 0, 483, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-medium-latest */
    {10214, 10240, 0, 0, 0, 285, NONE, 0, MODEL_MODERATION, 0, 0, 0}, /* mistral-moderation-latest */
    {10266, 10279, 0, 0, 0, 657, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-nemo */
    {10292, 10309, 0, 0, 0, NONE, NONE, 0, MODEL_OCR, 1, 0, 0}, /* mistral-ocr-2503 */
    {10321, 10338, 0, 0, 0, NONE, NONE, 0, MODEL_OCR, 1, 0, 0}, /* mistral-ocr-2505 */
    {10352, 10369, 16384, 0, 0, NONE, NONE, 0, MODEL_OCR, 0, 0, 0}, /* mistral-ocr-2512 */
    {10383, 10399, 16384, 0, 0, NONE, NONE, 0, MODEL_OCR, 0, 0, 0}, /* mistral-ocr-4-0 */
    {10415, 10431, 16384, 0, 0, NONE, NONE, 0, MODEL_OCR, 0, 0, 0}, /* mistral-ocr-4-1 */
    {10447, 10466, 0, 0, 0, NONE, NONE, 0, MODEL_OCR, 0, 0, 0}, /* mistral-ocr-latest */
    {10485, 10498, 0, 0, 0, 561, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mistral-saba */
    {10511, 10543, 0, 0, 0, 537, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-small-24b-instruct-2501 */
    {10559, 10578, 262144, 0, 0, 660, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-small-2603 */
    {10594, 10625, 0, 0, 0, 163, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-small-3.1-24b-instruct */
    {10647, 10678, 0, 0, 0, 664, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-small-3.2-24b-instruct */
    {10700, 10721, 0, 0, 0, 195, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-small-latest */
    {10739, 10752, 0, 0, 0, 644, NONE, 0, MODEL_CHAT, 1, 0, 0}, /* mistral-tiny */
    {10765, 10788, 0, 0, 0, 321, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mixtral-8x22b-instruct */
    {10811, 10824, 0, 0, 0, 667, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mixtral-8x7b */
    {10837, 10849, 0, 0, 0, 657, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* pixtral-12b */
    {10861, 10875, 0, 0, 0, 647, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* pixtral-large */
    {10894, 10912, 16384, 0, 0, 670, NONE, 0, MODEL_TRANSCRIPTION, 0, 0, 0}, /* voxtral-mini-2602 */
    {10938, 10961, 32768, 0, 0, 672, NONE, MODEL_AUDIO | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* voxtral-small-24b-2507 */
    {10984, 10992, 0, 0, 0, 676, NONE, MODEL_TOOLS, MODEL_CHAT, 1, 0, 0}, /* kimi-k2 */
    {11005, 11026, 131072, 0, 0, 679, NONE, MODEL_TOOLS, MODEL_CHAT, 1, 0, 0}, /* kimi-k2-0711-preview */
    {11047, 11068, 262144, 0, 0, 679, NONE, MODEL_TOOLS, MODEL_CHAT, 1, 0, 0}, /* kimi-k2-0905-preview */
    {11089, 11106, 262144, 0, 0, 679, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 1, 0, 0}, /* kimi-k2-thinking */
    {11123, 11146, 262144, 0, 0, 683, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 1, 0, 0}, /* kimi-k2-thinking-turbo */
    {11169, 11191, 262144, 0, 0, 683, NONE, MODEL_TOOLS, MODEL_CHAT, 1, 0, 0}, /* kimi-k2-turbo-preview */
    {11213, 3261, 262144, 0, 0, 240, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* kimi-k2.5 */
    {11223, 926, 262144, 0, 0, 103, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* kimi-k2.6 */
    {11233, 962, 262144, 0, 0, 244, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* kimi-k2.7-code */
    {11248, 11273, 262144, 0, 0, 351, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* kimi-k2.7-code-highspeed */
    {11298, 996, 1048576, 0, 0, 107, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* kimi-k3 */
    {11306, 11323, 131072, 0, 0, 629, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* moonshot-v1-128k */
    {11340, 11356, 32768, 0, 0, 687, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* moonshot-v1-32k */
    {11372, 11387, 8192, 0, 0, 690, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* moonshot-v1-8k */
    {11402, 11427, 8192, 0, 0, 693, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Sao10K/L3-8B-Stheno-v3.2 */
    {11445, 11489, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* cognitivecomputations/dolphin-mixtral-8x22b */
    {11511, 4373, 64000, 0, 0, 696, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1 */
    {11532, 11571, 8192, 0, 0, 699, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-llama-70b */
    {11601, 11639, 0, 0, 0, 543, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-llama-8b */
    {11668, 11706, 32768, 0, 0, 657, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-qwen-14b */
    {11735, 11773, 64000, 0, 0, 702, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-qwen-32b */
    {11802, 11823, 64000, 0, 0, 555, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek_v3 */
    {11835, 11856, 0, 0, 0, 705, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* google/gemma-2-9b-it */
    {11870, 11893, 4096, 0, 0, 708, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* gryphe/mythomax-l2-13b */
    {11909, 11936, 0, 0, 0, 711, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* jondurbin/airoboros-l2-70b */
    {11953, 11985, 8192, 0, 0, 714, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3-70b-instruct */
    {12006, 12037, 8192, 0, 0, 543, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3-8b-instruct */
    {12057, 12091, 0, 0, 0, 717, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.1-70b-instruct */
    {12114, 12147, 16384, 0, 0, 693, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.1-8b-instruct */
    {12169, 12207, 0, 0, 0, 546, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.1-8b-instruct-bf16 */
    {12234, 12275, 0, 0, 0, 546, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.2-11b-vision-instruct */
    {12305, 12338, 131000, 0, 0, 720, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.2-1b-instruct */
    {12360, 12393, 32768, 0, 0, 723, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.2-3b-instruct */
    {12415, 12449, 12288, 0, 0, 726, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.3-70b-instruct */
    {12472, 12499, 65535, 0, 0, 729, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/wizardlm-2-8x22b */
    {12516, 12546, 0, 0, 0, 732, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-7b-instruct */
    {12566, 12589, 60288, 0, 0, 735, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-nemo */
    {12602, 12639, 8192, 0, 0, 738, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/hermes-2-pro-llama-3-8b */
    {12663, 12699, 4096, 0, 0, 735, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/nous-hermes-llama2-13b */
    {12722, 12743, 4096, 0, 0, 546, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* openchat/openchat-7b */
    {12755, 12779, 32768, 0, 0, 741, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2-7b-instruct */
    {12798, 12826, 32768, 0, 0, 744, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2-vl-72b-instruct */
    {12849, 12876, 32000, 0, 0, 747, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2.5-72b-instruct */
    {12898, 12925, 8192, 0, 0, 750, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/l3-70b-euryale-v2.1 */
    {12945, 12966, 8192, 0, 0, 693, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/l3-8b-lunaris */
    {12980, 13008, 8192, 0, 0, 750, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/l31-70b-euryale-v2.2 */
    {13029, 13063, 0, 0, 0, 699, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sophosympatheia/midnight-rose-70b */
    {13081, 13115, 4096, 0, 0, 735, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* teknium/openhermes-2.5-mistral-7b */
    {13141, 13145, 0, 0, 0, 753, NONE, 0, MODEL_COMPLETION, 0, 0, 0}, /* ada */
    {13149, 13157, 0, 0, 0, 711, NONE, 0, MODEL_COMPLETION, 0, 0, 0}, /* babbage */
    {13165, 13183, 128000, 16384, 0, 756, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* chatgpt-4o-latest */
    {13201, 13207, 0, 0, 0, 759, NONE, 0, MODEL_COMPLETION, 0, 0, 0}, /* curie */
    {13213, 13222, 0, 0, 0, 522, NONE, MODEL_IMAGE_OUT, MODEL_IMAGE, 1, 0, 3}, /* dall-e-2 */
    {13231, 13240, 0, 0, 0, 762, NONE, MODEL_IMAGE_OUT, MODEL_IMAGE, 1, 3, 6}, /* dall-e-3 */
    {13249, 13257, 0, 0, 0, 764, NONE, 0, MODEL_COMPLETION, 0, 0, 0}, /* davinci */
    {13265, 13282, 0, 0, 0, 767, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* ft:gpt-3.5-turbo */
    {13309, 13319, 0, 0, 0, 770, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ft:gpt-4o */
    {13339, 13354, 0, 0, 0, 369, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ft:gpt-4o-mini */
    {13379, 13393, 16385, 4096, 0, 248, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-3.5-turbo */
    {13407, 13426, 16385, 4096, 0, 773, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-3.5-turbo-0613 */
    {13445, 13464, 16385, 4096, 0, 270, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-3.5-turbo-1106 */
    {13483, 13501, 16385, 4096, 0, 776, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-3.5-turbo-16k */
    {13519, 13542, 16385, 4096, 0, 773, NONE, MODEL_TOOLS, MODEL_COMPLETION, 0, 0, 0}, /* gpt-3.5-turbo-instruct */
    {13565, 13571, 8192, 0, 0, 779, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-4 */
    {13577, 13587, 32000, 8192, 0, 782, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-4-32k */
    {13597, 13609, 128000, 4096, 0, 785, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-4-turbo */
    {13621, 13642, 128000, 4096, 0, 785, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-4-vision-preview */
    {13663, 13671, 1000000, 32768, 0, 788, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-4.1 */
    {13679, 13692, 1000000, 32768, 0, 793, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-4.1-mini */
    {13705, 13718, 1000000, 32768, 0, 798, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-4.1-nano */
    {13731, 13747, 0, 16384, 0, 802, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-4.5-preview */
    {13763, 13770, 128000, 16384, 0, 806, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-4o */
    {13777, 13795, 128000, 4096, 0, 811, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-4o-2024-05-13 */
    {13813, 13834, 128000, 16384, 0, NONE, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-4o-audio-preview */
    {13855, 13867, 128000, 16384, 0, 815, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-4o-mini */
    {13879, 13905, 128000, 16384, 0, NONE, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-4o-mini-audio-preview */
    {13931, 13960, 16000, 0, 0, 820, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0, 0, 0}, /* gpt-4o-mini-realtime-preview */
    {13989, 14012, 16000, 0, 0, 827, NONE, 0, MODEL_TRANSCRIPTION, 0, 0, 0}, /* gpt-4o-mini-transcribe */
    {14035, 14051, 0, 0, 0, 831, NONE, 0, MODEL_SPEECH, 0, 0, 0}, /* gpt-4o-mini-tts */
    {14067, 14091, 32000, 0, 0, 834, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0, 0, 0}, /* gpt-4o-realtime-preview */
    {14115, 14137, 128000, 16384, 0, 273, NONE, MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* gpt-4o-search-preview */
    {14159, 14177, 16000, 0, 0, 841, NONE, 0, MODEL_TRANSCRIPTION, 0, 0, 0}, /* gpt-4o-transcribe */
    {14195, 14201, 400000, 128000, 0, 845, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5 */
    {14207, 14218, 400000, 128000, 0, 850, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5-mini */
    {14229, 14240, 400000, 128000, 0, 855, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5-nano */
    {14251, 14261, 400000, 272000, 0, 860, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5-pro */
    {14271, 14279, 400000, 128000, 0, 845, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.1 */
    {14287, 14306, 400000, 128000, 0, 864, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.1-codex-mini */
    {14325, 14333, 400000, 128000, 0, 868, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.2 */
    {14341, 14353, 400000, 128000, 0, 873, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.2-pro */
    {14365, 14373, 128000, 0, 0, 877, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.3 */
    {14381, 14395, 400000, 128000, 0, 877, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.3-codex */
    {14409, 14417, 1050000, 128000, 271999, 881, 886, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.4 */
    {14425, 14438, 400000, 128000, 0, 891, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.4-mini */
    {14451, 14464, 400000, 128000, 0, 896, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.4-nano */
    {14477, 14489, 1050000, 128000, 271999, 901, 905, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.4-pro */
    {14501, 14509, 1000000, 128000, 271999, 909, 914, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.5 */
    {14517, 14529, 1000000, 128000, 271999, 901, 905, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.5-pro */
    {14541, 14554, 1050000, 128000, 271999, 919, 925, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.6-luna */
    {14567, 14579, 1050000, 128000, 271999, 931, 937, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.6-sol */
    {14591, 14605, 1050000, 128000, 271999, 943, 949, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.6-terra */
    {14619, 14631, 1050000, 128000, 271999, 955, 961, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-6-astra */
    {14643, 14654, 1050000, 128000, 272000, 967, 973, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-6-luna */
    {14665, 14675, 1050000, 128000, 272000, 979, 985, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-6-sol */
    {14685, 14695, 128000, 16384, 0, 991, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-audio */
    {14705, 14720, 128000, 16384, 0, 996, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-audio-mini */
    {14735, 14751, 0, 16384, 0, 1001, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-chat-latest */
    {14767, 14779, 0, 0, 0, 1005, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* gpt-image-1 */
    {14791, 14808, 0, 0, 0, 1011, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* gpt-image-1-mini */
    {14825, 14839, 0, 0, 0, 1017, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* gpt-image-1.5 */
    {14853, 14865, 0, 0, 0, 1024, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* gpt-image-2 */
    {14877, 14890, 32000, 0, 0, 1030, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0, 0, 0}, /* gpt-realtime */
    {14903, 14918, 128000, 0, 0, 1039, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0, 0, 0}, /* gpt-realtime-2 */
    {14933, 14951, 0, 0, 0, 1048, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0, 0, 0}, /* gpt-realtime-mini */
    {14969, 14984, 0, 0, 0, 1057, NONE, 0, MODEL_TRANSCRIPTION, 0, 0, 0}, /* gpt-transcribe */
    {14999, 14999, 200000, 100000, 0, 1059, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* o1 */
    {15002, 15010, 128000, 65536, 0, 1063, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* o1-mini */
    {15018, 15029, 128000, 32768, 0, 1059, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* o1-preview */
    {15040, 15047, 200000, 100000, 0, 1067, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* o1-pro */
    {15054, 15054, 200000, 100000, 0, 788, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* o3 */
    {15057, 15074, 200000, 100000, 0, 1070, NONE, MODEL_IMAGES | MODEL_REASONING | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* o3-deep-research */
    {15091, 15099, 200000, 100000, 0, 1063, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* o3-mini */
    {15107, 15114, 200000, 100000, 0, 1074, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* o3-pro */
    {15121, 15129, 200000, 100000, 0, 1077, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* o4-mini */
    {15137, 15159, 200000, 100000, 0, 1082, NONE, MODEL_IMAGES | MODEL_REASONING | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* o4-mini-deep-research */
    {15181, 15204, 0, 0, 0, 315, NONE, 0, MODEL_MODERATION, 0, 0, 0}, /* omni-moderation-latest */
    {15227, 15244, 0, 0, 0, 764, NONE, 0, MODEL_COMPLETION, 0, 0, 0}, /* text-davinci-002 */
    {15261, 15278, 0, 0, 0, 764, NONE, 0, MODEL_COMPLETION, 0, 0, 0}, /* text-davinci-003 */
    {15295, 15318, 8192, 0, 0, 1086, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* text-embedding-3-large */
    {15341, 15364, 8192, 0, 0, 178, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* text-embedding-3-small */
    {15387, 15410, 8192, 0, 0, 285, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* text-embedding-ada-002 */
    {15433, 15456, 0, 0, 0, 315, NONE, 0, MODEL_MODERATION, 1, 0, 0}, /* text-moderation-latest */
    {15479, 15485, 0, 0, 0, 1089, NONE, 0, MODEL_SPEECH, 0, 0, 0}, /* tts-1 */
    {15491, 15500, 0, 0, 0, 1091, NONE, 0, MODEL_SPEECH, 0, 0, 0}, /* tts-1-hd */
    {15509, 15519, 0, 0, 0, 1093, NONE, 0, MODEL_TRANSCRIPTION, 0, 0, 0}, /* whisper-1 */
    {15529, 15544, 0, 0, 0, 1095, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* 01-ai/yi-large */
    {15553, 15583, 0, 0, 0, 1098, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* aetherwiing/mn-starcannon-12b */
    {15601, 15622, 0, 0, 0, 1101, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ai21/jamba-1-5-large */
    {15638, 15658, 0, 0, 0, 1104, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ai21/jamba-1-5-mini */
    {15673, 15694, 0, 0, 0, 1101, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ai21/jamba-1.6-large */
    {15710, 15730, 0, 0, 0, 1104, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ai21/jamba-1.6-mini */
    {15745, 15765, 0, 0, 0, 1107, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ai21/jamba-instruct */
    {15780, 15801, 0, 0, 0, 1101, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ai21/jamba-large-1.7 */
    {15817, 15836, 0, 0, 0, 1110, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* aion-labs/aion-1.0 */
    {15845, 15869, 0, 0, 0, 1113, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* aion-labs/aion-1.0-mini */
    {15883, 15902, 131072, 0, 0, 1116, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* aion-labs/aion-2.0 */
    {15911, 15942, 32768, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* aion-labs/aion-rp-llama-3.1-8b */
    {15963, 16005, 0, 0, 0, 1098, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* alfredpros/codellama-7b-instruct-solidity */
    {16036, 16068, 0, 0, 0, 1120, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* all-hands/openhands-lm-32b-v0.1 */
    {16090, 16115, 65536, 0, 0, 1123, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* allenai/olmo-3-32b-think */
    {16132, 16155, 0, 0, 0, 1126, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* alpindale/goliath-120b */
    {16168, 16189, 0, 0, 0, 1129, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* alpindale/magnum-72b */
    {16200, 16222, 1000000, 0, 0, 1132, NONE, MODEL_IMAGES | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* amazon/nova-2-lite-v1 */
    {16234, 16254, 300000, 0, 0, 1135, NONE, MODEL_IMAGES | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* amazon/nova-lite-v1 */
    {16267, 16288, 128000, 0, 0, 1138, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* amazon/nova-micro-v1 */
    {16302, 16325, 1000000, 0, 0, 1141, NONE, MODEL_IMAGES | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* amazon/nova-premier-v1 */
    {16342, 16361, 300000, 0, 0, 1145, NONE, MODEL_IMAGES | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* amazon/nova-pro-v1 */
    {16373, 16402, 0, 0, 0, 1095, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* anthracite-org/magnum-v2-72b */
    {16416, 16445, 32768, 0, 0, 1129, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* anthracite-org/magnum-v4-72b */
    {16459, 16478, 0, 0, 0, 0, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-2 */
    {16487, 16512, 200000, 0, 0, 1148, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-3-haiku */
    {16527, 16551, 0, 0, 0, 1151, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-3-opus */
    {16565, 227, 0, 0, 0, 1154, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-3-sonnet */
    {16591, 16618, 0, 0, 0, 1157, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-3.5-haiku */
    {16635, 16663, 0, 0, 0, 1154, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-3.5-sonnet */
    {16681, 16709, 0, 0, 0, 1154, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-3.7-sonnet */
    {16727, 258, 1000000, 0, 0, 1160, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-fable-5 */
    {16752, 290, 1000000, 0, 0, 1165, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-fable-5.1 */
    {16779, 324, 200000, 0, 0, 1170, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-haiku-4.5 */
    {16806, 357, 200000, 0, 0, 1175, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-4 */
    {16830, 419, 200000, 0, 0, 1180, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-4.5 */
    {16856, 451, 1000000, 0, 0, 1180, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-4.6 */
    {16882, 16913, 0, 0, 0, 1185, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-4.6-fast */
    {16936, 483, 1000000, 0, 0, 1180, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-4.7 */
    {16962, 16993, 1000000, 0, 0, 1185, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-4.7-fast */
    {17016, 515, 1000000, 0, 0, 1180, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-4.8 */
    {17042, 17073, 1000000, 0, 0, 1160, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-4.8-fast */
    {17096, 545, 1000000, 0, 0, 1180, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-5 */
    {17120, 17149, 1000000, 0, 0, 1160, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-5-fast */
    {17170, 575, 1000000, 0, 0, 1190, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-5.5 */
    {17196, 609, 0, 0, 0, 1195, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-sonnet-4 */
    {17222, 643, 1000000, 0, 200000, 1195, 1200, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-sonnet-4.5 */
    {17250, 679, 1000000, 0, 0, 1195, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-sonnet-4.6 */
    {17278, 713, 1000000, 0, 0, 1205, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-sonnet-5 */
    {17304, 17325, 0, 0, 0, 1210, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* arcee-ai/coder-large */
    {17337, 17369, 262144, 0, 0, 1213, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* arcee-ai/trinity-large-thinking */
    {17392, 17414, 0, 0, 0, 1217, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* arcee-ai/trinity-mini */
    {17427, 17451, 131072, 0, 0, 1220, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* arcee-ai/virtuoso-large */
    {17466, 17495, 123000, 0, 0, 1223, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* baidu/ernie-4.5-vl-424b-a47b */
    {17518, 17542, 262144, 0, 0, 1226, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* bytedance-seed/seed-1.6 */
    {17551, 17581, 262144, 0, 0, 404, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* bytedance-seed/seed-1.6-flash */
    {17596, 17625, 262144, 0, 0, 1226, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* bytedance-seed/seed-2.0-lite */
    {17639, 17668, 262144, 0, 0, 1229, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* bytedance-seed/seed-2.0-mini */
    {17682, 17707, 128000, 0, 0, 1232, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* bytedance/ui-tars-1.5-7b */
    {11445, 11489, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* cognitivecomputations/dolphin-mixtral-8x22b */
    {17718, 17761, 0, 0, 0, 711, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* cognitivecomputations/dolphin-mixtral-8x7b */
    {17782, 3869, 0, 0, 0, 270, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* cohere/command */
    {17797, 3887, 256000, 0, 0, 273, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* cohere/command-a */
    {17814, 3935, 0, 0, 0, 248, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* cohere/command-r */
    {17831, 17856, 128000, 0, 0, 279, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* cohere/command-r-08-2024 */
    {17874, 17896, 0, 0, 0, 1154, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* cohere/command-r-plus */
    {17911, 17941, 128000, 0, 0, 273, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* cohere/command-r-plus-08-2024 */
    {17964, 17991, 128000, 0, 0, 282, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* cohere/command-r7b-12-2024 */
    {18011, 18039, 0, 0, 0, 1235, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* deepcogito/cogito-v2.1-671b */
    {18056, 18079, 0, 0, 0, 1238, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-chat */
    {18091, 18122, 163840, 0, 0, 1241, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-chat-v3-0324 */
    {18139, 18167, 0, 0, 0, 1244, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-chat-v3.1 */
    {11511, 18181, 64000, 0, 0, 1248, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1 */
    {18184, 18210, 0, 0, 0, 1251, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-0528 */
    {11532, 18218, 8192, 0, 0, 1229, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-llama-70b */
    {11601, 11639, 0, 0, 0, 543, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-llama-8b */
    {18239, 18278, 0, 0, 0, 540, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-qwen-1.5b */
    {11668, 11706, 0, 0, 0, 657, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-qwen-14b */
    {11735, 18308, 0, 0, 0, 1254, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-qwen-32b */
    {18328, 4408, 163840, 0, 0, 1257, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-v3.1-terminus */
    {18360, 4445, 0, 0, 0, 301, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-v3.2 */
    {18383, 4477, 163840, 0, 0, 304, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-v3.2-exp */
    {18410, 4513, 0, 0, 0, 1260, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-v4-flash */
    {18437, 835, 0, 0, 0, 1264, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-v4-pro */
    {18462, 18483, 0, 0, 0, 1098, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* eleutherai/llemma_7b */
    {18493, 18520, 0, 0, 0, 657, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* essentialai/rnj-1-instruct */
    {18535, 18566, 0, 0, 0, 1268, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* eva-unit-01/eva-llama-3.33-70b */
    {18585, 18614, 0, 0, 0, 1120, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* eva-unit-01/eva-qwen-2.5-32b */
    {18631, 18660, 0, 0, 0, 1271, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* eva-unit-01/eva-qwen-2.5-72b */
    {18677, 18705, 0, 0, 0, 1229, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.0-flash-001 */
    {18726, 18759, 0, 0, 0, 404, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.0-flash-lite-001 */
    {18785, 6468, 1048576, 0, 0, 1274, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.5-flash */
    {18809, 18839, 32768, 0, 0, 1279, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* google/gemini-2.5-flash-image */
    {18876, 6553, 1048576, 0, 0, 1284, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.5-flash-lite */
    {18905, 18950, 0, 0, 0, 1229, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.5-flash-lite-preview-09-2025 */
    {18988, 19020, 0, 0, 0, 279, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.5-flash-preview */
    {19045, 19085, 0, 0, 0, 1289, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.5-flash-preview-09-2025 */
    {19118, 19159, 0, 0, 0, 1294, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.5-flash-preview:thinking */
    {19193, 6756, 1048576, 0, 0, 1297, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.5-pro */
    {19215, 19251, 0, 0, 0, 1302, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.5-pro-preview-03-25 */
    {19280, 6832, 1048576, 0, 0, 1305, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-3-flash-preview */
    {19310, 19344, 65536, 0, 0, 1310, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* google/gemini-3-pro-image-preview */
    {19389, 19427, 65536, 0, 0, 1315, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* google/gemini-3.1-flash-image-preview */
    {19474, 7035, 1048576, 0, 0, 1318, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-3.1-flash-lite */
    {19503, 7196, 1048576, 0, 0, 1310, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-3.1-pro-preview */
    {19533, 7236, 1048576, 0, 0, 1323, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-3.5-flash */
    {19557, 19581, 0, 0, 0, 404, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-flash-1.5 */
    {19598, 7516, 0, 0, 0, 282, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-flash-1.5-8b */
    {19625, 7643, 0, 0, 0, 248, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* google/gemini-pro */
    {19643, 19665, 0, 0, 0, 395, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-pro-1.5 */
    {19680, 7684, 8192, 0, 0, 699, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* google/gemma-2-27b-it */
    {11835, 11856, 0, 0, 0, 531, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* google/gemma-2-9b-it */
    {19702, 19724, 131072, 0, 0, 1328, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* google/gemma-3-12b-it */
    {19736, 19758, 0, 0, 0, 1232, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* google/gemma-3-27b-it */
    {19770, 19791, 131072, 0, 0, 1331, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* google/gemma-3-4b-it */
    {19802, 19825, 0, 0, 0, 1334, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* google/gemma-3n-e4b-it */
    {19837, 19863, 0, 0, 0, 1337, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* google/gemma-4-26b-a4b-it */
    {19879, 1334, 262144, 0, 0, 1340, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* google/gemma-4-31b-it */
    {19901, 19926, 0, 0, 0, 270, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* google/palm-2-chat-bison */
    {19944, 19973, 0, 0, 0, 270, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* google/palm-2-codechat-bison */
    {11870, 11893, 0, 0, 0, 1344, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* gryphe/mythomax-l2-13b */
    {19995, 20027, 131000, 0, 0, 198, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ibm-granite/granite-4.0-h-micro */
    {20045, 20072, 131072, 0, 0, 1328, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ibm-granite/granite-4.1-8b */
    {20087, 20107, 128000, 0, 0, 1347, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* inception/mercury-2 */
    {20117, 20141, 0, 0, 0, 1351, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* inclusionai/ling-2.6-1t */
    {20153, 20180, 0, 0, 0, 1355, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* inclusionai/ling-2.6-flash */
    {20195, 20219, 0, 0, 0, 1351, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* inclusionai/ring-2.6-1t */
    {20231, 20257, 0, 0, 0, 1098, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* infermatic/mn-inferor-12b */
    {20272, 20299, 0, 0, 0, 273, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* inflection/inflection-3-pi */
    {20315, 20352, 0, 0, 0, 273, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* inflection/inflection-3-productivity */
    {11909, 11936, 0, 0, 0, 711, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* jondurbin/airoboros-l2-70b */
    {20378, 20405, 0, 0, 0, 372, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* kwaipilot/kat-coder-pro-v2 */
    {20422, 20465, 0, 0, 0, 1359, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* latitudegames/wayfarer-large-70b-llama-3.3 */
    {20494, 20515, 0, 0, 0, 1362, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* liquid/lfm-2-24b-a2b */
    {20528, 20542, 0, 0, 0, 720, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* liquid/lfm-3b */
    {20549, 20564, 0, 0, 0, 657, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* liquid/lfm-40b */
    {20572, 20586, 0, 0, 0, 1365, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* liquid/lfm-7b */
    {20593, 20607, 8000, 0, 0, 1368, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mancer/weaver */
    {20614, 20642, 0, 0, 0, 1371, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-2-13b-chat */
    {20659, 20687, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-2-70b-chat */
    {11953, 20704, 0, 0, 0, 1374, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3-70b-instruct */
    {12006, 2252, 0, 0, 0, 1377, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3-8b-instruct */
    {20725, 20751, 0, 0, 0, 759, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.1-405b */
    {20766, 20801, 0, 0, 0, 699, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.1-405b-instruct */
    {12057, 20825, 131072, 0, 0, 1380, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.1-70b-instruct */
    {12114, 12147, 0, 0, 0, 1383, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.1-8b-instruct */
    {12234, 2687, 0, 0, 0, 1386, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.2-11b-vision-instruct */
    {12305, 2748, 60000, 0, 0, 1389, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.2-1b-instruct */
    {12360, 2801, 0, 0, 0, 1392, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.2-3b-instruct */
    {20848, 20889, 0, 0, 0, 321, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.2-90b-vision-instruct */
    {12415, 20919, 0, 0, 0, 1395, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.3-70b-instruct */
    {20942, 20970, 0, 0, 0, 279, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-4-maverick */
    {20987, 21012, 0, 0, 0, 1398, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-4-scout */
    {21026, 21054, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-guard-2-8b */
    {21071, 2993, 0, 0, 0, 1401, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-guard-3-8b */
    {8944, 8973, 163840, 0, 0, 693, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-guard-4-12b */
    {21099, 21136, 0, 0, 0, 1404, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/phi-3-medium-128k-instruct */
    {21163, 21198, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/phi-3-mini-128k-instruct */
    {21223, 21260, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/phi-3.5-mini-128k-instruct */
    {21287, 21303, 16384, 0, 0, 1407, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/phi-4 */
    {21309, 21339, 0, 0, 0, 1410, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/phi-4-mini-instruct */
    {21359, 21395, 0, 0, 0, 1328, NONE, MODEL_IMAGES | MODEL_AUDIO, MODEL_CHAT, 0, 0, 0}, /* microsoft/phi-4-multimodal-instruct */
    {21421, 21445, 0, 0, 0, 531, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/wizardlm-2-7b */
    {12472, 12499, 65535, 0, 0, 711, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/wizardlm-2-8x22b */
    {21459, 9467, 1000192, 0, 0, 612, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* minimax/minimax-01 */
    {21478, 9489, 1000000, 0, 0, 1413, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax/minimax-m1 */
    {21497, 9294, 0, 0, 0, 1416, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax/minimax-m2 */
    {21516, 9268, 65536, 0, 0, 1420, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax/minimax-m2-her */
    {21539, 21560, 204800, 0, 0, 1424, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax/minimax-m2.1 */
    {21573, 21594, 0, 0, 0, 1428, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax/minimax-m2.5 */
    {21607, 5881, 0, 0, 0, 1432, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax/minimax-m2.7 */
    {21628, 5931, 0, 0, 0, 372, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax/minimax-m3 */
    {21647, 21668, 0, 0, 0, 151, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral/ministral-8b */
    {21681, 21706, 0, 0, 0, 618, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/codestral-2501 */
    {21721, 9546, 256000, 0, 0, 621, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/codestral-2508 */
    {21746, 21772, 0, 0, 0, 644, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/codestral-mamba */
    {21788, 9607, 262144, 0, 0, 625, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/devstral-2512 */
    {21812, 9738, 262144, 0, 0, 632, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/ministral-14b-2512 */
    {21841, 21864, 0, 0, 0, 543, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/ministral-3b */
    {21877, 9803, 131072, 0, 0, 636, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/ministral-3b-2512 */
    {21905, 21668, 0, 0, 0, 151, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/ministral-8b */
    {21928, 9873, 262144, 0, 0, 640, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/ministral-8b-2512 */
    {12516, 12546, 0, 0, 0, 1436, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-7b-instruct */
    {21956, 21991, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-7b-instruct-v0.1 */
    {22016, 22051, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-7b-instruct-v0.2 */
    {22076, 9997, 128000, 0, 0, 647, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-large */
    {22100, 10030, 262144, 0, 0, 650, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-large-2512 */
    {22129, 22154, 0, 0, 0, 1439, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-medium */
    {22169, 22196, 131072, 0, 0, 1442, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-medium-3 */
    {22213, 10151, 262144, 0, 0, 1445, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-medium-3-5 */
    {22242, 22271, 131072, 0, 0, 625, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-medium-3.1 */
    {12566, 12589, 0, 0, 0, 1448, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-nemo */
    {22290, 22313, 32768, 0, 0, 561, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-saba */
    {22318, 22342, 0, 0, 0, 561, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-small */
    {22356, 10543, 32768, 0, 0, 1451, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-small-24b-instruct-2501 */
    {22398, 10578, 0, 0, 0, 660, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-small-2603 */
    {22427, 10625, 128000, 0, 0, 1454, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-small-3.1-24b-instruct */
    {22468, 10678, 0, 0, 0, 664, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-small-3.2-24b-instruct */
    {22509, 10752, 0, 0, 0, 644, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-tiny */
    {22532, 22565, 65536, 0, 0, 321, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mistralai/mixtral-8x22b-instruct */
    {22588, 22620, 0, 0, 0, 570, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/mixtral-8x7b-instruct */
    {22642, 22664, 0, 0, 0, 151, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mistralai/pixtral-12b */
    {22676, 10875, 0, 0, 0, 647, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mistralai/pixtral-large-2411 */
    {22705, 10961, 32000, 0, 0, 1457, NONE, MODEL_AUDIO | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mistralai/voxtral-small-24b-2507 */
    {22738, 10992, 131072, 0, 0, 676, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* moonshotai/kimi-k2 */
    {22757, 22781, 262144, 0, 0, 1461, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* moonshotai/kimi-k2-0905 */
    {22794, 11106, 262144, 0, 0, 1461, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* moonshotai/kimi-k2-thinking */
    {22822, 3261, 0, 0, 0, 1464, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* moonshotai/kimi-k2.5 */
    {22843, 926, 0, 0, 0, 1468, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* moonshotai/kimi-k2.6 */
    {22864, 962, 262144, 0, 0, 1472, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* moonshotai/kimi-k2.7-code */
    {22890, 996, 1048576, 0, 0, 107, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* moonshotai/kimi-k3 */
    {22909, 22929, 81920, 0, 0, 1098, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* morph/morph-v3-fast */
    {22943, 22964, 262144, 0, 0, 1476, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* morph/morph-v3-large */
    {22979, 23011, 0, 0, 0, 1479, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* neversleep/llama-3-lumimaid-70b */
    {23032, 23063, 0, 0, 0, 1482, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* neversleep/llama-3-lumimaid-8b */
    {23083, 23117, 0, 0, 0, 1129, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* neversleep/llama-3.1-lumimaid-70b */
    {23140, 23173, 0, 0, 0, 1482, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* neversleep/llama-3.1-lumimaid-8b */
    {23195, 23219, 0, 0, 0, 1485, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* neversleep/noromaid-20b */
    {23232, 23262, 0, 0, 0, 1098, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nothingiisreal/mn-celeste-12b */
    {12602, 12639, 0, 0, 0, 1488, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/hermes-2-pro-llama-3-8b */
    {23277, 23314, 131072, 0, 0, 552, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/hermes-3-llama-3.1-405b */
    {23337, 23373, 131072, 0, 0, 1491, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/hermes-3-llama-3.1-70b */
    {23395, 23422, 131072, 0, 0, 687, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/hermes-4-405b */
    {23436, 23462, 131072, 0, 0, 1494, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/hermes-4-70b */
    {23475, 23519, 0, 0, 0, 1497, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/nous-hermes-2-mixtral-8x7b-dpo */
    {12663, 12699, 0, 0, 0, 540, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/nous-hermes-llama2-13b */
    {23550, 23589, 0, 0, 0, 1491, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* nvidia/llama-3.1-nemotron-70b-instruct */
    {23621, 23662, 0, 0, 0, 753, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* nvidia/llama-3.3-nemotron-super-49b-v1.5 */
    {23696, 23727, 262144, 0, 0, 1500, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nvidia/nemotron-3-nano-30b-a3b */
    {23751, 23785, 0, 0, 0, 1503, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nvidia/nemotron-3-super-120b-a12b */
    {23802, 23836, 0, 0, 0, 1506, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nvidia/nemotron-3-ultra-550b-a55b */
    {23853, 23880, 0, 0, 0, 1510, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nvidia/nemotron-nano-9b-v2 */
    {23900, 13183, 0, 0, 0, 756, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* openai/chatgpt-4o-latest */
    {23925, 23943, 0, 0, 0, 1513, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/codex-mini */
    {23954, 13393, 16385, 0, 0, 248, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-3.5-turbo */
    {23975, 24001, 4095, 0, 0, 270, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-3.5-turbo-0613 */
    {24029, 13464, 0, 0, 0, 270, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-3.5-turbo-1106 */
    {24055, 13501, 16385, 0, 0, 776, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-3.5-turbo-16k */
    {24080, 13542, 4095, 0, 0, 773, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-3.5-turbo-instruct */
    {24110, 13571, 8191, 0, 0, 779, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4 */
    {24123, 24149, 0, 0, 0, 785, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4-1106-preview */
    {24168, 13587, 0, 0, 0, 782, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4-32k */
    {24185, 13609, 128000, 0, 0, 785, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4-turbo */
    {24204, 13671, 1047576, 0, 0, 1082, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4.1 */
    {24219, 13692, 1047576, 0, 0, 1517, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4.1-mini */
    {24239, 13718, 1047576, 0, 0, 798, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4.1-nano */
    {24259, 13747, 0, 0, 0, 1521, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4.5-preview */
    {24282, 13770, 128000, 0, 0, 273, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4o */
    {24296, 24321, 128000, 0, 0, 756, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4o-2024-05-13 */
    {24341, 24360, 128000, 0, 0, 577, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4o-mini */
    {24372, 24406, 0, 0, 0, 279, NONE, MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4o-mini-search-preview */
    {24433, 14137, 0, 0, 0, 273, NONE, MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4o-search-preview */
    {24462, 24485, 0, 0, 0, 1524, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4o:extended */
    {24501, 14201, 400000, 0, 0, 426, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5 */
    {24514, 24533, 400000, 0, 0, 1527, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* openai/gpt-5-image */
    {24545, 24569, 400000, 0, 0, 1531, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* openai/gpt-5-image-mini */
    {24586, 14218, 400000, 0, 0, 864, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5-mini */
    {24604, 14240, 400000, 0, 0, 1535, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5-nano */
    {24622, 14261, 400000, 0, 0, 1539, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5-pro */
    {24639, 14279, 400000, 0, 0, 1542, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.1 */
    {24654, 24680, 400000, 0, 0, 864, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.1-codex-mini */
    {24699, 14333, 400000, 0, 0, 877, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.2 */
    {24714, 14353, 400000, 0, 0, 1546, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.2-pro */
    {24733, 24753, 0, 0, 0, 877, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.3-chat */
    {24766, 24787, 400000, 0, 0, 877, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.3-codex */
    {24801, 14417, 1050000, 0, 272000, 430, 1549, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.4 */
    {24816, 24839, 272000, 0, 0, 1553, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* openai/gpt-5.4-image-2 */
    {24855, 14438, 400000, 0, 0, 1557, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.4-mini */
    {24875, 14464, 400000, 0, 0, 1561, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.4-nano */
    {24895, 14489, 1050000, 0, 272000, 1565, 1568, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.4-pro */
    {24914, 14509, 1050000, 0, 272000, 1001, 1571, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.5 */
    {24929, 14529, 1050000, 0, 272000, 1565, 1568, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.5-pro */
    {24948, 14554, 1050000, 0, 272000, 1575, 1580, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.6-luna */
    {24968, 14579, 1050000, 0, 272000, 1205, 1585, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.6-sol */
    {24987, 14605, 1050000, 0, 272000, 1590, 1595, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.6-terra */
    {25008, 14654, 1050000, 0, 272000, 967, 973, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-6-luna */
    {25026, 14675, 1050000, 0, 272000, 979, 985, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-6-sol */
    {25043, 25060, 128000, 0, 0, NONE, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-audio */
    {25070, 25092, 128000, 0, 0, NONE, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-audio-mini */
    {25107, 25130, 400000, 0, 0, 1001, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-chat-latest */
    {1069, 9107, 0, 0, 0, 1600, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-oss-120b */
    {9120, 9139, 131072, 0, 0, 1603, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-oss-20b */
    {25146, 25175, 131072, 0, 0, 1606, NONE, MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-oss-safeguard-20b */
    {25197, 14999, 0, 0, 0, 1059, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/o1 */
    {25207, 15010, 0, 0, 0, 1610, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* openai/o1-mini */
    {25222, 15047, 200000, 0, 0, 1067, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/o1-pro */
    {25236, 15054, 200000, 0, 0, 1082, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/o3 */
    {25246, 15074, 0, 0, 0, 1070, NONE, MODEL_IMAGES | MODEL_REASONING | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* openai/o3-deep-research */
    {25270, 15099, 200000, 0, 0, 1063, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/o3-mini */
    {25285, 15114, 200000, 0, 0, 1074, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/o3-pro */
    {25299, 15129, 200000, 0, 0, 1613, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/o4-mini */
    {25314, 15159, 0, 0, 0, 1082, NONE, MODEL_IMAGES | MODEL_REASONING | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* openai/o4-mini-deep-research */
    {12722, 12743, 0, 0, 0, 531, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* openchat/openchat-7b */
    {25343, 25369, 32768, 0, 0, 1617, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* perceptron/perceptron-mk1 */
    {25384, 25429, 0, 0, 0, 1404, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* perplexity/llama-3.1-sonar-large-128k-online */
    {25463, 25508, 0, 0, 0, 363, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* perplexity/llama-3.1-sonar-small-128k-online */
    {25542, 25561, 0, 0, 0, 1101, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* perplexity/r1-1776 */
    {25569, 25586, 127072, 0, 0, 1404, NONE, MODEL_IMAGES | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* perplexity/sonar */
    {25592, 25623, 128000, 0, 0, 1101, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* perplexity/sonar-deep-research */
    {25643, 25664, 200000, 0, 0, 1154, NONE, MODEL_IMAGES | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* perplexity/sonar-pro */
    {25674, 25701, 0, 0, 0, 1620, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* perplexity/sonar-reasoning */
    {25717, 25748, 128000, 0, 0, 1101, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* perplexity/sonar-reasoning-pro */
    {25768, 25796, 0, 0, 0, 612, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* prime-intellect/intellect-3 */
    {25808, 25834, 0, 0, 0, 1623, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* pygmalionai/mythalion-13b */
    {25848, 25873, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2-72b-instruct */
    {12849, 25893, 0, 0, 0, 1626, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2.5-72b-instruct */
    {25914, 25940, 32768, 0, 0, 1629, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2.5-7b-instruct */
    {25960, 3522, 32768, 0, 0, 1632, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2.5-coder-32b-instruct */
    {25993, 26023, 0, 0, 0, 1497, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2.5-vl-72b-instruct */
    {26048, 26077, 0, 0, 0, 363, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2.5-vl-7b-instruct */
    {26101, 26115, 0, 0, 0, 1635, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-max */
    {26124, 26139, 1000000, 0, 0, 1638, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-plus */
    {26149, 26175, 1000000, 0, 0, 1642, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-plus-2025-07-28 */
    {26190, 26225, 0, 0, 0, 1645, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-plus-2025-07-28:thinking */
    {26251, 26267, 0, 0, 0, 1500, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-turbo */
    {26278, 26295, 0, 0, 0, 1145, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-vl-max */
    {26307, 26325, 0, 0, 0, 1649, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-vl-plus */
    {26338, 26369, 0, 0, 0, 363, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen2.5-coder-7b-instruct */
    {26395, 26424, 0, 0, 0, 321, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen2.5-vl-32b-instruct */
    {26448, 26477, 0, 0, 0, 667, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen2.5-vl-72b-instruct */
    {26501, 26516, 0, 0, 0, 1135, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-14b */
    {26526, 26547, 131072, 0, 0, 1652, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-235b-a22b */
    {26563, 26589, 0, 0, 0, 1655, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-235b-a22b-2507 */
    {26619, 26654, 0, 0, 0, 151, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-235b-a22b-thinking-2507 */
    {26684, 26703, 0, 0, 0, 1658, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-30b-a3b */
    {26717, 26750, 0, 0, 0, 1661, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-30b-a3b-instruct-2507 */
    {26778, 26811, 81920, 0, 0, 1664, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-30b-a3b-thinking-2507 */
    {9151, 26839, 0, 0, 0, 195, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-32b */
    {26849, 26863, 131072, 0, 0, 1667, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-8b */
    {26872, 26889, 0, 0, 0, 1670, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-coder */
    {26911, 26945, 0, 0, 0, 1673, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-coder-30b-a3b-instruct */
    {26974, 26997, 1000000, 0, 0, 1676, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-coder-flash */
    {27015, 27037, 0, 0, 0, 1681, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-coder-next */
    {27054, 27076, 1000000, 0, 0, 1685, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-coder-plus */
    {27093, 27108, 262144, 0, 0, 1690, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-max */
    {27119, 27143, 262144, 0, 0, 1693, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-max-thinking */
    {27162, 27195, 0, 0, 0, 1696, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-next-80b-a3b-instruct */
    {27223, 27256, 0, 0, 0, 1699, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-next-80b-a3b-thinking */
    {27284, 27317, 0, 0, 0, 1702, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-vl-235b-a22b-instruct */
    {27345, 27378, 131072, 0, 0, 1706, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-vl-235b-a22b-thinking */
    {27406, 27437, 0, 0, 0, 1709, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-vl-30b-a3b-instruct */
    {27463, 27494, 0, 0, 0, 1712, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-vl-30b-a3b-thinking */
    {27520, 27547, 131072, 0, 0, 1715, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-vl-32b-instruct */
    {27569, 27595, 0, 0, 0, 1718, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-vl-8b-instruct */
    {27616, 27642, 131072, 0, 0, 1721, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-vl-8b-thinking */
    {27663, 27686, 262144, 0, 0, 1724, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.5-122b-a10b */
    {27704, 27721, 262144, 0, 0, 1727, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.5-27b */
    {27733, 27754, 0, 0, 0, 1730, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.5-35b-a3b */
    {27770, 27793, 0, 0, 0, 1734, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.5-397b-a17b */
    {27811, 27827, 0, 0, 0, 1737, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.5-9b */
    {27838, 27863, 1000000, 0, 0, 1740, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.5-flash-02-23 */
    {27877, 27901, 1000000, 0, 0, 1743, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.5-plus-02-15 */
    {27920, 27947, 1000000, 0, 0, 1746, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.5-plus-20260420 */
    {27971, 27988, 0, 0, 0, 1750, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.6-27b */
    {28000, 28021, 0, 0, 0, 1753, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.6-35b-a3b */
    {28037, 28056, 1000000, 0, 0, 1756, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.6-flash */
    {28070, 28095, 262144, 0, 0, 1760, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.6-max-preview */
    {28115, 6192, 1000000, 0, 0, 1764, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.6-plus */
    {28133, 28150, 1000000, 0, 0, 1768, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.7-max */
    {28162, 6244, 1000000, 0, 0, 1773, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.7-plus */
    {28180, 28193, 0, 0, 0, 1778, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwq-32b */
    {28201, 28222, 0, 0, 0, 363, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwq-32b-preview */
    {28238, 28262, 0, 0, 0, 1781, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* raifle/sorcererlm-8x22b */
    {28279, 28296, 16384, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* rekaai/reka-edge */
    {28306, 28326, 65536, 0, 0, 1232, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* rekaai/reka-flash-3 */
    {28339, 28361, 256000, 0, 0, 1784, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* relace/relace-apply-3 */
    {28376, 28397, 256000, 0, 0, 687, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* relace/relace-search */
    {28411, 28436, 0, 0, 0, 1098, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/fimbulvetr-11b-v2 */
    {28454, 28476, 0, 0, 0, 750, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/l3-euryale-70b */
    {28491, 28512, 8192, 0, 0, 1787, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/l3-lunaris-8b */
    {28531, 28557, 0, 0, 0, 1095, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/l3.1-70b-hanami-x1 */
    {28581, 28605, 0, 0, 0, 552, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/l3.1-euryale-70b */
    {28632, 28656, 131072, 0, 0, 552, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/l3.3-euryale-70b */
    {28678, 28716, 0, 0, 0, 1790, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* scb10x/llama3.1-typhoon2-70b-instruct */
    {28747, 28784, 0, 0, 0, 540, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* scb10x/llama3.1-typhoon2-8b-instruct */
    {13029, 13063, 0, 0, 0, 699, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sophosympatheia/midnight-rose-70b */
    {28814, 28845, 0, 0, 0, 1793, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* steelskull/l3.3-electra-r1-70b */
    {28865, 28888, 262144, 0, 0, 1796, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* stepfun/step-3.5-flash */
    {28903, 28926, 0, 0, 0, 1800, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* stepfun/step-3.7-flash */
    {28941, 28960, 0, 0, 0, 1804, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* switchpoint/router */
    {28979, 29009, 131072, 0, 0, 1807, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* tencent/hunyuan-a13b-instruct */
    {29031, 29051, 262144, 0, 0, 1810, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* tencent/hy3-preview */
    {29063, 29093, 0, 0, 0, 1814, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* thedrummer/anubis-pro-105b-v1 */
    {29112, 29140, 131072, 0, 0, 1817, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* thedrummer/cydonia-24b-v4.1 */
    {29157, 29182, 0, 0, 0, 1821, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* thedrummer/rocinante-12b */
    {29196, 29222, 32768, 0, 0, 1210, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* thedrummer/skyfall-36b-v2 */
    {29237, 29263, 0, 0, 0, 711, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* thedrummer/unslopnemo-12b */
    {29278, 29303, 6144, 0, 0, 1098, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* undi95/remm-slerp-l2-13b */
    {29318, 29336, 0, 0, 0, 531, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* undi95/toppy-m-7b */
    {29347, 29367, 131072, 0, 0, 660, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* upstage/solar-pro-3 */
    {29379, 29397, 1040000, 0, 0, 1824, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* writer/palmyra-x5 */
    {29408, 29425, 0, 0, 0, 1827, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-2-1212 */
    {29437, 29461, 0, 0, 0, 1827, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-2-vision-1212 */
    {29480, 29497, 0, 0, 0, 1154, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-3-beta */
    {29509, 29531, 0, 0, 0, 1830, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-3-mini-beta */
    {29548, 29565, 2000000, 0, 128000, 1833, 1837, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-4-fast */
    {29577, 29592, 2000000, 0, 0, 1841, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-4.20 */
    {29602, 29629, 2000000, 0, 0, 1845, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-4.20-multi-agent */
    {29651, 29665, 1000000, 0, 0, 1841, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-4.3 */
    {29674, 29689, 0, 0, 0, 756, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-beta */
    {29699, 29719, 256000, 0, 0, 1849, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-build-0.1 */
    {29734, 29756, 256000, 0, 0, 1853, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-code-fast-1 */
    {29773, 29795, 0, 0, 0, 756, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-vision-beta */
    {29812, 29833, 0, 0, 0, 1457, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* xiaomi/mimo-v2-flash */
    {29847, 29864, 0, 0, 0, 1857, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* xiaomi/mimo-v2.5 */
    {29874, 29895, 0, 0, 0, 1861, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* xiaomi/mimo-v2.5-pro */
    {29909, 29929, 0, 0, 0, 1865, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* xwin-lm/xwin-lm-70b */
    {29941, 29954, 131072, 0, 0, 1868, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-4.5 */
    {29962, 29979, 131072, 0, 0, 1872, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-4.5-air */
    {29991, 30005, 65536, 0, 0, 1876, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-4.5v */
    {30014, 30027, 0, 0, 0, 1880, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-4.6 */
    {30035, 30049, 131072, 0, 0, 1884, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-4.6v */
    {30058, 1196, 0, 0, 0, 1888, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-4.7 */
    {30071, 3729, 0, 0, 0, 1892, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-4.7-flash */
    {30090, 30101, 0, 0, 0, 1896, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-5 */
    {30107, 30124, 202752, 0, 0, 1900, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-5-turbo */
    {30136, 30149, 0, 0, 0, 1904, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-5.1 */
    {30157, 1220, 1048576, 0, 0, 266, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-5.2 */
    {30170, 1278, 1048576, 0, 0, 266, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-5.3 */
    {30183, 1308, 1310720, 0, 0, 1908, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-5.3-flash */
    {30202, 30233, 1000000, 0, 0, 1160, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ~anthropic/claude-fable-latest */
    {30253, 30284, 200000, 0, 0, 1170, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ~anthropic/claude-haiku-latest */
    {30314, 30344, 1000000, 0, 0, 1190, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ~anthropic/claude-opus-latest */
    {30363, 30395, 1000000, 0, 0, 1195, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ~anthropic/claude-sonnet-latest */
    {30426, 30454, 1048576, 0, 0, 1323, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ~google/gemini-flash-latest */
    {30481, 30507, 1048576, 0, 0, 1310, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ~google/gemini-pro-latest */
    {30532, 30556, 1048576, 0, 0, 1468, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* ~moonshotai/kimi-latest */
    {30579, 30598, 1050000, 0, 0, 1001, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ~openai/gpt-latest */
    {30616, 30640, 400000, 0, 0, 1557, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ~openai/gpt-mini-latest */
    {30663, 30663, 131072, 0, 0, 1912, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* DeepSeek-R1-Distill-Llama-70B */
    {30693, 30693, 131072, 0, 0, 1915, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* Llama-3.1-8B-Instruct */
    {30715, 30715, 131072, 0, 0, 1912, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Meta-Llama-3_3-70B-Instruct */
    {30743, 30743, 65536, 0, 0, 1915, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Mistral-7B-Instruct-v0.3 */
    {30768, 30768, 65536, 0, 0, 738, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* Mistral-Nemo-Instruct-2407 */
    {30795, 30795, 131072, 0, 0, 1918, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* Mistral-Small-3.2-24B-Instruct-2506 */
    {30831, 30831, 32768, 0, 0, 667, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Mixtral-8x7B-Instruct-v0.1 */
    {30858, 30858, 32768, 0, 0, 1921, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* Qwen2.5-VL-72B-Instruct */
    {30882, 30882, 32768, 0, 0, 1924, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* Qwen3-32B */
    {30892, 30892, 262144, 0, 0, 1927, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* Qwen3-Coder-30B-A3B-Instruct */
    {30921, 30938, 512, 0, 0, 1930, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* bge-base-en-v1.5 */
    {30955, 30962, 8192, 0, 0, 1930, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* bge-m3 */
    {30969, 30993, 8192, 0, 0, 1930, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* bge-multilingual-gemma2 */
    {1346, 9107, 131072, 0, 0, 1933, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-oss-120b */
    {31017, 9139, 131072, 0, 0, 1936, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-oss-20b */
    {31029, 31063, 0, 0, 0, 1404, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.1-sonar-large-128k-online */
    {31090, 31124, 0, 0, 0, 363, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.1-sonar-small-128k-online */
    {31150, 25561, 0, 0, 0, 1101, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* r1-1776 */
    {31158, 25586, 128000, 0, 0, 1939, NONE, MODEL_IMAGES | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* sonar */
    {31164, 25623, 128000, 0, 0, 1943, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* sonar-deep-research */
    {31184, 25664, 200000, 8000, 0, 1947, NONE, MODEL_IMAGES | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* sonar-pro */
    {31194, 31211, 0, 8000, 0, 1154, NONE, MODEL_IMAGES | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* sonar-pro-search */
    {31228, 25701, 0, 0, 0, 1951, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* sonar-reasoning */
    {31244, 25748, 128000, 0, 0, 1955, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* sonar-reasoning-pro */
    {31264, 31291, 0, 0, 0, 702, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Austism/chronos-hermes-13b */
    {31310, 31333, 0, 0, 0, 702, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Gryphe/MythoMax-L2-13b */
    {31349, 31377, 0, 0, 0, 702, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Nexusflow/NexusRaven-V2-13B */
    {31395, 31430, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* NousResearch/Nous-Capybara-7B-V1p9 */
    {31452, 31496, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* NousResearch/Nous-Hermes-2-Mixtral-8x7B-DPO */
    {31527, 31571, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* NousResearch/Nous-Hermes-2-Mixtral-8x7B-SFT */
    {31602, 31636, 0, 0, 0, 699, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* NousResearch/Nous-Hermes-2-Yi-34B */
    {31657, 12699, 0, 0, 0, 1959, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* NousResearch/Nous-Hermes-Llama2-13b */
    {31693, 31729, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* NousResearch/Nous-Hermes-llama-2-7b */
    {31752, 31782, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Open-Orca/Mistral-7B-OpenOrca */
    {31802, 31820, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Qwen/Qwen1.5-0.5B */
    {31833, 31851, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Qwen/Qwen1.5-1.8B */
    {31864, 31881, 0, 0, 0, 702, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Qwen/Qwen1.5-14B */
    {31893, 31909, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Qwen/Qwen1.5-4B */
    {31920, 31937, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Qwen/Qwen1.5-72B */
    {31949, 31965, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Qwen/Qwen1.5-7B */
    {31976, 32001, 0, 0, 0, 702, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Undi95/ReMM-SLERP-L2-13B */
    {32019, 32037, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Undi95/Toppy-M-7B */
    {32048, 32075, 0, 0, 0, 702, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* WizardLM/WizardLM-13B-V1.2 */
    {32093, 32109, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* allenai/OLMo-7B */
    {32117, 32153, 0, 0, 0, 1959, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* codellama/CodeLlama-13b-Instruct-hf */
    {32179, 32215, 0, 0, 0, 1962, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* codellama/CodeLlama-34b-Instruct-hf */
    {32241, 32277, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* codellama/CodeLlama-70b-Instruct-hf */
    {32303, 32338, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* codellama/CodeLlama-7b-Instruct-hf */
    {32363, 32403, 0, 0, 0, 699, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* deepseek-ai/deepseek-coder-33b-instruct */
    {32431, 32467, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* garage-bAInd/Platypus2-70B-instruct */
    {32490, 32506, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* google/gemma-2b */
    {32515, 32531, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* google/gemma-7b */
    {32540, 32562, 0, 0, 0, 702, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* lmsys/vicuna-13b-v1.5 */
    {32578, 32599, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* lmsys/vicuna-7b-v1.5 */
    {32614, 32645, 0, 0, 0, 1959, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Llama-2-13b-chat-hf */
    {32665, 32696, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Llama-2-70b-chat-hf */
    {32716, 32746, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Llama-2-7b-chat-hf */
    {32765, 32796, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Llama-3-70b-chat-hf */
    {32816, 32846, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Llama-3-8b-chat-hf */
    {32865, 32905, 0, 0, 0, 1790, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Llama-3.3-70B-Instruct-Turbo */
    {32934, 32984, 0, 0, 0, 228, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8 */
    {33023, 2936, 0, 0, 0, 1965, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Llama-4-Scout-17B-16E-Instruct */
    {33065, 33107, 0, 0, 0, 1968, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Meta-Llama-3-70B-Instruct-Lite */
    {33138, 33181, 0, 0, 0, 1790, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Meta-Llama-3-70B-Instruct-Turbo */
    {33213, 33254, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Meta-Llama-3-8B-Instruct-Lite */
    {33284, 33326, 0, 0, 0, 540, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Meta-Llama-3-8B-Instruct-Turbo */
    {33357, 33403, 0, 0, 0, 1971, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Meta-Llama-3.1-405B-Instruct-Turbo */
    {33438, 33483, 0, 0, 0, 1790, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo */
    {33517, 33561, 0, 0, 0, 540, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo */
    {33594, 33639, 0, 0, 0, 1790, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Meta-Llama-3.3-70B-Instruct-Turbo */
    {33673, 33700, 0, 0, 0, 1974, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/WizardLM-2-8x22B */
    {33717, 33733, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/phi-2 */
    {33739, 3080, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/Mistral-7B-Instruct-v0.1 */
    {33774, 33809, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/Mistral-7B-Instruct-v0.2 */
    {33834, 33860, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/Mistral-7B-v0.1 */
    {33876, 33914, 0, 0, 0, 1977, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mistralai/Mixtral-8x22B-Instruct-v0.1 */
    {33942, 33979, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/Mixtral-8x7B-Instruct-v0.1 */
    {34006, 34034, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/Mixtral-8x7B-v0.1 */
    {34052, 34079, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* openchat/openchat-3.5-1210 */
    {34097, 34134, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* snorkelai/Snorkel-Mistral-PairRM-DPO */
    {34161, 34193, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* teknium/OpenHermes-2-Mistral-7B */
    {34217, 34251, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* teknium/OpenHermes-2p5-Mistral-7B */
    {34277, 34315, 0, 0, 0, 363, NONE, 0, MODEL_MODERATION, 0, 0, 0}, /* togethercomputer/GPT-JT-Moderation-6B */
    {34336, 34377, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/Llama-2-7B-32K-Instruct */
    {34401, 34443, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/RedPajama-INCITE-7B-Base */
    {34468, 34510, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/RedPajama-INCITE-7B-Chat */
    {34535, 34581, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/RedPajama-INCITE-7B-Instruct */
    {34610, 34655, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/RedPajama-INCITE-Base-3B-v1 */
    {34683, 34728, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/RedPajama-INCITE-Chat-3B-v1 */
    {34756, 34805, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/RedPajama-INCITE-Instruct-3B-v1 */
    {34837, 34878, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/StripedHyena-Hessian-7B */
    {34902, 34940, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/StripedHyena-Nous-7B */
    {34961, 34988, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/alpaca-7b */
    {34998, 35032, 0, 0, 0, 702, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* upstage/SOLAR-10.7B-Instruct-v1.0 */
    {35058, 35077, 0, 0, 0, 699, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* zero-one-ai/Yi-34B */
    {35084, 35102, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* zero-one-ai/Yi-6B */
    {35108, 29425, 32768, 0, 0, 1827, NONE, MODEL_TOOLS, MODEL_CHAT, 1, 0, 0}, /* grok-2-1212 */
    {35120, 29461, 32768, 0, 0, 1827, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* grok-2-vision-1212 */
    {35139, 35146, 131072, 0, 0, 1980, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-3 */
    {35153, 35165, 131072, 0, 0, 1984, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-3-fast */
    {35177, 35189, 131072, 0, 0, 1988, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-3-mini */
    {35201, 35218, 131072, 0, 0, 1992, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-3-mini-fast */
    {35235, 35247, 256000, 0, 0, 1980, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4-0709 */
    {35254, 35282, 2000000, 0, 0, 1833, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4-1-fast-non-reasoning */
    {35310, 35334, 2000000, 0, 0, 1833, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4-1-fast-reasoning */
    {35358, 35384, 2000000, 0, 0, 1833, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4-fast-non-reasoning */
    {35410, 35432, 2000000, 0, 0, 1833, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4-fast-reasoning */
    {35454, 29592, 1000000, 0, 199999, 1841, 1996, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4.20 */
    {35464, 29629, 1000000, 0, 0, 1845, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4.20-multi-agent */
    {35486, 29665, 1000000, 0, 199999, 1841, 1996, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4.3 */
    {35495, 35504, 500000, 0, 199999, 2000, 2004, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4.5 */
    {35513, 35522, 500000, 0, 199999, 2008, 2012, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4.6 */
    {35531, 29719, 256000, 0, 199999, 1849, 2016, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-build-0.1 */
    {35546, 29756, 256000, 0, 0, 1853, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-code-fast-1 */
    {35563, 35581, 0, 0, 0, NONE, NONE, 0, MODEL_REALTIME, 0, 0, 0}, /* grok-voice-latest */
    {35592, 35618, 0, 0, 0, NONE, NONE, 0, MODEL_REALTIME, 1, 0, 0}, /* grok-voice-think-fast-1.0 */
    {35644, 35670, 0, 0, 0, NONE, NONE, 0, MODEL_REALTIME, 0, 0, 0}, /* grok-voice-think-fast-2.0 */
    {5084, 5084, 1000000, 0, 0, 266, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5.2 */
    {35696, 35696, 1000000, 0, 0, 266, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5.3 */
    {35704, 35704, 1000000, 0, 0, 1908, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5.3-Flash */
    {35718, 35718, 128000, 0, 0, 2020, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* GLM-4-Air */
    {35728, 35728, 8000, 0, 0, 2024, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* GLM-4-AirX */
    {35739, 35739, 128000, 0, 0, 2027, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* GLM-4-Assistant */
    {35755, 35755, 128000, 0, 0, 2030, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* GLM-4-FlashX-250414 */
    {35775, 35775, 1000000, 0, 0, 2034, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* GLM-4-Long */
    {35786, 35786, 128000, 0, 0, 2038, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* GLM-4-Plus */
    {35797, 35797, 128000, 0, 0, 2042, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-4.5-Air */
    {4948, 4948, 200000, 0, 0, 2046, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-4.7 */
    {35809, 35809, 200000, 0, 0, 2050, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-4.7-FlashX */
    {35824, 35824, 200000, 0, 0, 2054, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5 */
    {35830, 35830, 200000, 0, 0, 2058, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5-Turbo */
    {4990, 4990, 200000, 0, 0, 2062, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5.1 */
    {5084, 5084, 1000000, 0, 0, 2066, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5.2 */
    {35696, 35696, 1000000, 0, 0, 2066, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5.3 */
    {35704, 35704, 1000000, 0, 0, 2070, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5.3-Flash */
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
    "embed-english-light-v3.0" "\0"
    "Embed English Light v3.0" "\0"
    "embed-english-v3.0" "\0"
    "Embed English v3.0" "\0"
    "embed-multilingual-light-v3.0" "\0"
    "Embed Multilingual Light v3.0" "\0"
    "embed-multilingual-v3.0" "\0"
    "Embed Multilingual v3.0" "\0"
    "embed-v4.0" "\0"
    "Embed v4.0" "\0"
    "rerank-english-v3.0" "\0"
    "Rerank English v3.0" "\0"
    "rerank-multilingual-v3.0" "\0"
    "Rerank Multilingual v3.0" "\0"
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
    4096, 2000000000000,
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
    8192, 20000000000000,
    8192, 40000000000000,
    8192, 60000000000000,
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
    16384, 30833333333,
    16384, 11111111111,
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
    16384, 50000000000,
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
    8192, 120000000000000,
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
    16384, 75000000000,
    7, 15000000000, 60000000000, 7500000000,
    7, 1100000000, 4400000000, 550000000,
    3, 150000000000, 600000000000,
    7, 10000000000, 40000000000, 2500000000,
    3, 20000000000, 80000000000,
    2055, 1100000000, 4400000000, 275000000, 10000000000000,
    7, 2000000000, 8000000000, 500000000,
    3, 130000000, 0,
    32768, 15000000000,
    32768, 30000000000,
    16384, 100000000000,
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

const struct image_price catalog_images[] = {
    {"256x256", 16000000000000},
    {"512x512", 18000000000000},
    {"1024x1024", 20000000000000},
    {"standard 1024x1024", 40000000000000},
    {"standard 1024x1792", 80000000000000},
    {"standard 1792x1024", 80000000000000},
    {"hd 1024x1024", 80000000000000},
    {"hd 1024x1792", 120000000000000},
    {"hd 1792x1024", 120000000000000},
};
