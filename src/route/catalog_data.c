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
    {"google", 147, 35},
    {"groq", 182, 31},
    {"jina", 213, 6},
    {"minimax", 219, 9},
    {"mistral", 228, 42},
    {"moonshot", 270, 14},
    {"novita", 284, 34},
    {"openai", 318, 87},
    {"openrouter", 405, 429},
    {"ovhcloud", 834, 15},
    {"perplexity", 849, 9},
    {"together", 858, 72},
    {"voyage", 930, 26},
    {"xai", 956, 21},
    {"zai", 977, 3},
    {"zhipu", 980, 15},
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
    {7696, 7726, 131072, 0, 0, 522, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek-r1-distill-llama-70b */
    {7756, 7768, 0, 0, 0, 525, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* gemma-7b-it */
    {7780, 7793, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* gemma2-9b-it */
    {7807, 7832, 0, 0, 0, 528, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.1-405b-reasoning */
    {7857, 7881, 0, 0, 0, 528, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.1-70b-versatile */
    {7905, 7926, 0, 0, 0, 531, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.1-8b-instant */
    {7952, 7979, 0, 0, 0, 534, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* llama-3.2-11b-text-preview */
    {8006, 8035, 0, 0, 0, 534, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* llama-3.2-11b-vision-preview */
    {8064, 8085, 0, 0, 0, 537, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.2-1b-preview */
    {8106, 8127, 0, 0, 0, 540, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.2-3b-preview */
    {8148, 8175, 0, 0, 0, 321, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* llama-3.2-90b-text-preview */
    {8202, 8231, 0, 0, 0, 321, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* llama-3.2-90b-vision-preview */
    {8260, 8282, 0, 32768, 0, 543, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.3-70b-specdec */
    {8304, 8328, 0, 32768, 0, 528, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.3-70b-versatile */
    {8357, 8374, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* llama-guard-3-8b */
    {8391, 8407, 0, 0, 0, 546, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* llama2-70b-4096 */
    {8423, 8439, 0, 0, 0, 528, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* llama3-70b-8192 */
    {8455, 8470, 0, 0, 0, 531, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* llama3-8b-8192 */
    {8485, 8523, 0, 0, 0, 549, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* llama3-groq-70b-8192-tool-use-preview */
    {8561, 8598, 0, 0, 0, 552, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* llama3-groq-8b-8192-tool-use-preview */
    {8635, 8681, 131072, 0, 0, 555, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-4-maverick-17b-128e-instruct */
    {8707, 8749, 0, 0, 0, 558, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-4-scout-17b-16e-instruct */
    {8778, 8807, 131072, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-guard-4-12b */
    {8825, 8842, 0, 0, 0, 561, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mistral-saba-24b */
    {8859, 8878, 0, 0, 0, 564, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mixtral-8x7b-32768 */
    {8897, 8925, 131072, 0, 0, 567, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* moonshotai/kimi-k2-instruct */
    {1069, 8941, 131072, 65536, 0, 571, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-oss-120b */
    {8954, 8973, 131072, 65536, 0, 575, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-oss-20b */
    {8985, 9000, 131072, 0, 0, 579, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-32b */
    {9015, 9032, 0, 0, 0, 582, NONE, 0, MODEL_TRANSCRIPTION, 0, 0, 0}, /* whisper-large-v3 */
    {9049, 9072, 0, 0, 0, 584, NONE, 0, MODEL_TRANSCRIPTION, 0, 0, 0}, /* whisper-large-v3-turbo */
    {9095, 9108, 0, 0, 0, 586, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* jina-clip-v2 */
    {9121, 9148, 0, 0, 0, 586, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* jina-embeddings-v2-base-en */
    {9175, 9194, 0, 0, 0, 586, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* jina-embeddings-v3 */
    {9213, 9232, 0, 0, 0, 586, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* jina-embeddings-v4 */
    {9251, 9268, 0, 0, 0, 586, NONE, 0, MODEL_RERANK, 0, 0, 0}, /* jina-reranker-m0 */
    {9285, 9320, 0, 0, 0, 586, NONE, 0, MODEL_RERANK, 0, 0, 0}, /* jina-reranker-v2-base-multilingual */
    {9355, 9362, 64000, 0, 0, 369, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* M2-her */
    {9377, 9388, 204800, 0, 0, 589, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* MiniMax-M2 */
    {9399, 9422, 204800, 0, 0, 594, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* MiniMax-M2.1-highspeed */
    {9445, 9468, 204800, 0, 0, 594, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* MiniMax-M2.5-highspeed */
    {9491, 5881, 204800, 0, 0, 599, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* MiniMax-M2.7 */
    {9504, 9527, 204800, 0, 0, 604, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* MiniMax-M2.7-highspeed */
    {9550, 9561, 1000192, 0, 0, 609, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* minimax-01 */
    {9572, 9583, 0, 0, 0, 612, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax-m1 */
    {9594, 5931, 1000000, 0, 512000, 372, 111, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax-m3 */
    {9605, 9615, 256000, 0, 0, 615, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* codestral */
    {9625, 9640, 256000, 0, 0, 618, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* codestral-2508 */
    {9655, 9671, 0, 0, 0, 487, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* codestral-embed */
    {9687, 9701, 262144, 0, 0, 622, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* devstral-2512 */
    {9717, 9732, 0, 0, 0, 195, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 1, 0, 0}, /* devstral-small */
    {9747, 9764, 0, 0, 0, 626, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* magistral-medium */
    {9781, 9797, 0, 0, 0, 248, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* magistral-small */
    {9813, 9832, 262144, 0, 0, 629, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ministral-14b-2512 */
    {9853, 9866, 0, 0, 0, 537, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ministral-3b */
    {9879, 9897, 131072, 0, 0, 633, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ministral-3b-2512 */
    {9917, 9930, 0, 0, 0, 151, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ministral-8b */
    {9949, 9967, 262144, 0, 0, 637, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ministral-8b-2512 */
    {9987, 10007, 0, 0, 0, 637, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ministral-8b-latest */
    {10027, 10038, 0, 0, 0, 641, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistral-7b */
    {10049, 10063, 8192, 0, 0, 151, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* mistral-embed */
    {10077, 10091, 0, 0, 0, 644, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-large */
    {10105, 10124, 262144, 0, 0, 647, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-large-2512 */
    {10145, 10165, 0, 0, 0, 651, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-medium-2312 */
    {10182, 10201, 0, 0, 0, 622, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-medium-3-1 */
    {10226, 10245, 262144, 0, 0, 483, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-medium-3-5 */
    {10264, 10286, 0, 0, 0, 483, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-medium-latest */
    {10308, 10334, 0, 0, 0, 285, NONE, 0, MODEL_MODERATION, 0, 0, 0}, /* mistral-moderation-latest */
    {10360, 10373, 0, 0, 0, 654, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-nemo */
    {10386, 10403, 0, 0, 0, NONE, NONE, 0, MODEL_OCR, 1, 0, 0}, /* mistral-ocr-2503 */
    {10415, 10432, 0, 0, 0, NONE, NONE, 0, MODEL_OCR, 1, 0, 0}, /* mistral-ocr-2505 */
    {10446, 10463, 16384, 0, 0, NONE, NONE, 0, MODEL_OCR, 0, 0, 0}, /* mistral-ocr-2512 */
    {10477, 10493, 16384, 0, 0, NONE, NONE, 0, MODEL_OCR, 0, 0, 0}, /* mistral-ocr-4-0 */
    {10509, 10525, 16384, 0, 0, NONE, NONE, 0, MODEL_OCR, 0, 0, 0}, /* mistral-ocr-4-1 */
    {10541, 10560, 0, 0, 0, NONE, NONE, 0, MODEL_OCR, 0, 0, 0}, /* mistral-ocr-latest */
    {10579, 10592, 0, 0, 0, 555, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mistral-saba */
    {10605, 10637, 0, 0, 0, 531, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-small-24b-instruct-2501 */
    {10653, 10672, 262144, 0, 0, 657, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-small-2603 */
    {10688, 10719, 0, 0, 0, 163, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-small-3.1-24b-instruct */
    {10741, 10772, 0, 0, 0, 661, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-small-3.2-24b-instruct */
    {10794, 10815, 0, 0, 0, 195, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral-small-latest */
    {10833, 10846, 0, 0, 0, 641, NONE, 0, MODEL_CHAT, 1, 0, 0}, /* mistral-tiny */
    {10859, 10882, 0, 0, 0, 321, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mixtral-8x22b-instruct */
    {10905, 10918, 0, 0, 0, 664, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mixtral-8x7b */
    {10931, 10943, 0, 0, 0, 654, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* pixtral-12b */
    {10955, 10969, 0, 0, 0, 644, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* pixtral-large */
    {10988, 11006, 16384, 0, 0, 667, NONE, 0, MODEL_TRANSCRIPTION, 0, 0, 0}, /* voxtral-mini-2602 */
    {11032, 11055, 32768, 0, 0, 669, NONE, MODEL_AUDIO | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* voxtral-small-24b-2507 */
    {11078, 11086, 0, 0, 0, 673, NONE, MODEL_TOOLS, MODEL_CHAT, 1, 0, 0}, /* kimi-k2 */
    {11099, 11120, 131072, 0, 0, 676, NONE, MODEL_TOOLS, MODEL_CHAT, 1, 0, 0}, /* kimi-k2-0711-preview */
    {11141, 11162, 262144, 0, 0, 676, NONE, MODEL_TOOLS, MODEL_CHAT, 1, 0, 0}, /* kimi-k2-0905-preview */
    {11183, 11200, 262144, 0, 0, 676, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 1, 0, 0}, /* kimi-k2-thinking */
    {11217, 11240, 262144, 0, 0, 680, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 1, 0, 0}, /* kimi-k2-thinking-turbo */
    {11263, 11285, 262144, 0, 0, 680, NONE, MODEL_TOOLS, MODEL_CHAT, 1, 0, 0}, /* kimi-k2-turbo-preview */
    {11307, 3261, 262144, 0, 0, 240, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* kimi-k2.5 */
    {11317, 926, 262144, 0, 0, 103, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* kimi-k2.6 */
    {11327, 962, 262144, 0, 0, 244, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* kimi-k2.7-code */
    {11342, 11367, 262144, 0, 0, 351, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* kimi-k2.7-code-highspeed */
    {11392, 996, 1048576, 0, 0, 107, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* kimi-k3 */
    {11400, 11417, 131072, 0, 0, 626, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* moonshot-v1-128k */
    {11434, 11450, 32768, 0, 0, 684, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* moonshot-v1-32k */
    {11466, 11481, 8192, 0, 0, 687, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* moonshot-v1-8k */
    {11496, 11521, 8192, 0, 0, 690, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Sao10K/L3-8B-Stheno-v3.2 */
    {11539, 11583, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* cognitivecomputations/dolphin-mixtral-8x22b */
    {11605, 4373, 64000, 0, 0, 693, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1 */
    {11626, 11665, 8192, 0, 0, 696, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-llama-70b */
    {11695, 11733, 0, 0, 0, 537, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-llama-8b */
    {11762, 11800, 32768, 0, 0, 654, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-qwen-14b */
    {11829, 11867, 64000, 0, 0, 699, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-qwen-32b */
    {11896, 11917, 64000, 0, 0, 549, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek_v3 */
    {11929, 11950, 0, 0, 0, 702, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* google/gemma-2-9b-it */
    {11964, 11987, 4096, 0, 0, 705, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* gryphe/mythomax-l2-13b */
    {12003, 12030, 0, 0, 0, 708, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* jondurbin/airoboros-l2-70b */
    {12047, 12079, 8192, 0, 0, 711, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3-70b-instruct */
    {12100, 12131, 8192, 0, 0, 537, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3-8b-instruct */
    {12151, 12185, 0, 0, 0, 714, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.1-70b-instruct */
    {12208, 12241, 16384, 0, 0, 690, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.1-8b-instruct */
    {12263, 12301, 0, 0, 0, 540, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.1-8b-instruct-bf16 */
    {12328, 12369, 0, 0, 0, 540, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.2-11b-vision-instruct */
    {12399, 12432, 131000, 0, 0, 717, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.2-1b-instruct */
    {12454, 12487, 32768, 0, 0, 720, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.2-3b-instruct */
    {12509, 12543, 12288, 0, 0, 723, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.3-70b-instruct */
    {12566, 12593, 65535, 0, 0, 726, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/wizardlm-2-8x22b */
    {12610, 12640, 0, 0, 0, 729, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-7b-instruct */
    {12660, 12683, 60288, 0, 0, 732, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-nemo */
    {12696, 12733, 8192, 0, 0, 735, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/hermes-2-pro-llama-3-8b */
    {12757, 12793, 4096, 0, 0, 732, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/nous-hermes-llama2-13b */
    {12816, 12837, 4096, 0, 0, 540, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* openchat/openchat-7b */
    {12849, 12873, 32768, 0, 0, 738, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2-7b-instruct */
    {12892, 12920, 32768, 0, 0, 741, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2-vl-72b-instruct */
    {12943, 12970, 32000, 0, 0, 744, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2.5-72b-instruct */
    {12992, 13019, 8192, 0, 0, 747, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/l3-70b-euryale-v2.1 */
    {13039, 13060, 8192, 0, 0, 690, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/l3-8b-lunaris */
    {13074, 13102, 8192, 0, 0, 747, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/l31-70b-euryale-v2.2 */
    {13123, 13157, 0, 0, 0, 696, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sophosympatheia/midnight-rose-70b */
    {13175, 13209, 4096, 0, 0, 732, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* teknium/openhermes-2.5-mistral-7b */
    {13235, 13239, 0, 0, 0, 750, NONE, 0, MODEL_COMPLETION, 0, 0, 0}, /* ada */
    {13243, 13251, 0, 0, 0, 708, NONE, 0, MODEL_COMPLETION, 0, 0, 0}, /* babbage */
    {13259, 13277, 128000, 16384, 0, 753, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* chatgpt-4o-latest */
    {13295, 13301, 0, 0, 0, 756, NONE, 0, MODEL_COMPLETION, 0, 0, 0}, /* curie */
    {13307, 13316, 0, 0, 0, 759, NONE, MODEL_IMAGE_OUT, MODEL_IMAGE, 1, 0, 3}, /* dall-e-2 */
    {13325, 13334, 0, 0, 0, 761, NONE, MODEL_IMAGE_OUT, MODEL_IMAGE, 1, 3, 6}, /* dall-e-3 */
    {13343, 13351, 0, 0, 0, 763, NONE, 0, MODEL_COMPLETION, 0, 0, 0}, /* davinci */
    {13359, 13376, 0, 0, 0, 766, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* ft:gpt-3.5-turbo */
    {13403, 13413, 0, 0, 0, 769, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ft:gpt-4o */
    {13433, 13448, 0, 0, 0, 369, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ft:gpt-4o-mini */
    {13473, 13487, 16385, 4096, 0, 248, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-3.5-turbo */
    {13501, 13520, 16385, 4096, 0, 772, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-3.5-turbo-0613 */
    {13539, 13558, 16385, 4096, 0, 270, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-3.5-turbo-1106 */
    {13577, 13595, 16385, 4096, 0, 775, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-3.5-turbo-16k */
    {13613, 13636, 16385, 4096, 0, 772, NONE, MODEL_TOOLS, MODEL_COMPLETION, 0, 0, 0}, /* gpt-3.5-turbo-instruct */
    {13659, 13665, 8192, 0, 0, 778, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-4 */
    {13671, 13681, 32000, 8192, 0, 781, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-4-32k */
    {13691, 13703, 128000, 4096, 0, 784, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-4-turbo */
    {13715, 13736, 128000, 4096, 0, 784, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-4-vision-preview */
    {13757, 13765, 1000000, 32768, 0, 787, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-4.1 */
    {13773, 13786, 1000000, 32768, 0, 792, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-4.1-mini */
    {13799, 13812, 1000000, 32768, 0, 797, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-4.1-nano */
    {13825, 13841, 0, 16384, 0, 801, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-4.5-preview */
    {13857, 13864, 128000, 16384, 0, 805, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-4o */
    {13871, 13889, 128000, 4096, 0, 810, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-4o-2024-05-13 */
    {13907, 13928, 128000, 16384, 0, NONE, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-4o-audio-preview */
    {13949, 13961, 128000, 16384, 0, 814, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-4o-mini */
    {13973, 13999, 128000, 16384, 0, NONE, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-4o-mini-audio-preview */
    {14025, 14054, 16000, 0, 0, 819, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0, 0, 0}, /* gpt-4o-mini-realtime-preview */
    {14083, 14106, 16000, 0, 0, 826, NONE, 0, MODEL_TRANSCRIPTION, 0, 0, 0}, /* gpt-4o-mini-transcribe */
    {14129, 14145, 0, 0, 0, 830, NONE, 0, MODEL_SPEECH, 0, 0, 0}, /* gpt-4o-mini-tts */
    {14161, 14185, 32000, 0, 0, 833, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0, 0, 0}, /* gpt-4o-realtime-preview */
    {14209, 14231, 128000, 16384, 0, 273, NONE, MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* gpt-4o-search-preview */
    {14253, 14271, 16000, 0, 0, 840, NONE, 0, MODEL_TRANSCRIPTION, 0, 0, 0}, /* gpt-4o-transcribe */
    {14289, 14295, 400000, 128000, 0, 844, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5 */
    {14301, 14312, 400000, 128000, 0, 849, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5-mini */
    {14323, 14334, 400000, 128000, 0, 854, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5-nano */
    {14345, 14355, 400000, 272000, 0, 859, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5-pro */
    {14365, 14373, 400000, 128000, 0, 844, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.1 */
    {14381, 14400, 400000, 128000, 0, 863, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.1-codex-mini */
    {14419, 14427, 400000, 128000, 0, 867, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.2 */
    {14435, 14447, 400000, 128000, 0, 872, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.2-pro */
    {14459, 14467, 128000, 0, 0, 876, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.3 */
    {14475, 14489, 400000, 128000, 0, 876, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.3-codex */
    {14503, 14511, 1050000, 128000, 271999, 880, 885, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.4 */
    {14519, 14532, 400000, 128000, 0, 890, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.4-mini */
    {14545, 14558, 400000, 128000, 0, 895, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.4-nano */
    {14571, 14583, 1050000, 128000, 271999, 900, 904, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.4-pro */
    {14595, 14603, 1000000, 128000, 271999, 908, 913, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.5 */
    {14611, 14623, 1000000, 128000, 271999, 900, 904, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.5-pro */
    {14635, 14648, 1050000, 128000, 271999, 918, 924, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.6-luna */
    {14661, 14673, 1050000, 128000, 271999, 930, 936, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.6-sol */
    {14685, 14699, 1050000, 128000, 271999, 942, 948, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-5.6-terra */
    {14713, 14725, 1050000, 128000, 271999, 954, 960, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-6-astra */
    {14737, 14748, 1050000, 128000, 272000, 966, 972, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-6-luna */
    {14759, 14769, 1050000, 128000, 272000, 978, 984, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-6-sol */
    {14779, 14789, 128000, 16384, 0, 990, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-audio */
    {14799, 14814, 128000, 16384, 0, 995, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* gpt-audio-mini */
    {14829, 14845, 0, 16384, 0, 1000, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-chat-latest */
    {14861, 14873, 0, 0, 0, 1004, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* gpt-image-1 */
    {14885, 14902, 0, 0, 0, 1010, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* gpt-image-1-mini */
    {14919, 14933, 0, 0, 0, 1016, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* gpt-image-1.5 */
    {14947, 14959, 0, 0, 0, 1023, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* gpt-image-2 */
    {14971, 14984, 32000, 0, 0, 1029, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0, 0, 0}, /* gpt-realtime */
    {14997, 15012, 128000, 0, 0, 1038, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0, 0, 0}, /* gpt-realtime-2 */
    {15027, 15045, 0, 0, 0, 1047, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_REALTIME, 0, 0, 0}, /* gpt-realtime-mini */
    {15063, 15078, 0, 0, 0, 1056, NONE, 0, MODEL_TRANSCRIPTION, 0, 0, 0}, /* gpt-transcribe */
    {15093, 15093, 200000, 100000, 0, 1058, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* o1 */
    {15096, 15104, 128000, 65536, 0, 1062, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* o1-mini */
    {15112, 15123, 128000, 32768, 0, 1058, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* o1-preview */
    {15134, 15141, 200000, 100000, 0, 1066, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* o1-pro */
    {15148, 15148, 200000, 100000, 0, 787, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* o3 */
    {15151, 15168, 200000, 100000, 0, 1069, NONE, MODEL_IMAGES | MODEL_REASONING | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* o3-deep-research */
    {15185, 15193, 200000, 100000, 0, 1062, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* o3-mini */
    {15201, 15208, 200000, 100000, 0, 1073, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* o3-pro */
    {15215, 15223, 200000, 100000, 0, 1076, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* o4-mini */
    {15231, 15253, 200000, 100000, 0, 1081, NONE, MODEL_IMAGES | MODEL_REASONING | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* o4-mini-deep-research */
    {15275, 15298, 0, 0, 0, 315, NONE, 0, MODEL_MODERATION, 0, 0, 0}, /* omni-moderation-latest */
    {15321, 15338, 0, 0, 0, 763, NONE, 0, MODEL_COMPLETION, 0, 0, 0}, /* text-davinci-002 */
    {15355, 15372, 0, 0, 0, 763, NONE, 0, MODEL_COMPLETION, 0, 0, 0}, /* text-davinci-003 */
    {15389, 15412, 8192, 0, 0, 1085, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* text-embedding-3-large */
    {15435, 15458, 8192, 0, 0, 178, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* text-embedding-3-small */
    {15481, 15504, 8192, 0, 0, 285, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* text-embedding-ada-002 */
    {15527, 15550, 0, 0, 0, 315, NONE, 0, MODEL_MODERATION, 1, 0, 0}, /* text-moderation-latest */
    {15573, 15579, 0, 0, 0, 1088, NONE, 0, MODEL_SPEECH, 0, 0, 0}, /* tts-1 */
    {15585, 15594, 0, 0, 0, 1090, NONE, 0, MODEL_SPEECH, 0, 0, 0}, /* tts-1-hd */
    {15603, 15613, 0, 0, 0, 1092, NONE, 0, MODEL_TRANSCRIPTION, 0, 0, 0}, /* whisper-1 */
    {15623, 15638, 0, 0, 0, 1094, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* 01-ai/yi-large */
    {15647, 15677, 0, 0, 0, 1097, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* aetherwiing/mn-starcannon-12b */
    {15695, 15716, 0, 0, 0, 1100, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ai21/jamba-1-5-large */
    {15732, 15752, 0, 0, 0, 1103, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ai21/jamba-1-5-mini */
    {15767, 15788, 0, 0, 0, 1100, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ai21/jamba-1.6-large */
    {15804, 15824, 0, 0, 0, 1103, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ai21/jamba-1.6-mini */
    {15839, 15859, 0, 0, 0, 1106, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ai21/jamba-instruct */
    {15874, 15895, 0, 0, 0, 1100, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ai21/jamba-large-1.7 */
    {15911, 15930, 0, 0, 0, 1109, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* aion-labs/aion-1.0 */
    {15939, 15963, 0, 0, 0, 1112, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* aion-labs/aion-1.0-mini */
    {15977, 15996, 131072, 0, 0, 1115, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* aion-labs/aion-2.0 */
    {16005, 16036, 32768, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* aion-labs/aion-rp-llama-3.1-8b */
    {16057, 16099, 0, 0, 0, 1097, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* alfredpros/codellama-7b-instruct-solidity */
    {16130, 16162, 0, 0, 0, 1119, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* all-hands/openhands-lm-32b-v0.1 */
    {16184, 16209, 65536, 0, 0, 1122, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* allenai/olmo-3-32b-think */
    {16226, 16249, 0, 0, 0, 1125, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* alpindale/goliath-120b */
    {16262, 16283, 0, 0, 0, 1128, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* alpindale/magnum-72b */
    {16294, 16316, 1000000, 0, 0, 1131, NONE, MODEL_IMAGES | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* amazon/nova-2-lite-v1 */
    {16328, 16348, 300000, 0, 0, 1134, NONE, MODEL_IMAGES | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* amazon/nova-lite-v1 */
    {16361, 16382, 128000, 0, 0, 1137, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* amazon/nova-micro-v1 */
    {16396, 16419, 1000000, 0, 0, 1140, NONE, MODEL_IMAGES | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* amazon/nova-premier-v1 */
    {16436, 16455, 300000, 0, 0, 1144, NONE, MODEL_IMAGES | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* amazon/nova-pro-v1 */
    {16467, 16496, 0, 0, 0, 1094, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* anthracite-org/magnum-v2-72b */
    {16510, 16539, 32768, 0, 0, 1128, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* anthracite-org/magnum-v4-72b */
    {16553, 16572, 0, 0, 0, 0, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-2 */
    {16581, 16606, 200000, 0, 0, 1147, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-3-haiku */
    {16621, 16645, 0, 0, 0, 1150, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-3-opus */
    {16659, 227, 0, 0, 0, 1153, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-3-sonnet */
    {16685, 16712, 0, 0, 0, 1156, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-3.5-haiku */
    {16729, 16757, 0, 0, 0, 1153, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-3.5-sonnet */
    {16775, 16803, 0, 0, 0, 1153, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-3.7-sonnet */
    {16821, 258, 1000000, 0, 0, 1159, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-fable-5 */
    {16846, 290, 1000000, 0, 0, 1164, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-fable-5.1 */
    {16873, 324, 200000, 0, 0, 1169, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-haiku-4.5 */
    {16900, 357, 200000, 0, 0, 1174, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-4 */
    {16924, 419, 200000, 0, 0, 1179, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-4.5 */
    {16950, 451, 1000000, 0, 0, 1179, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-4.6 */
    {16976, 17007, 0, 0, 0, 1184, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-4.6-fast */
    {17030, 483, 1000000, 0, 0, 1179, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-4.7 */
    {17056, 17087, 1000000, 0, 0, 1184, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-4.7-fast */
    {17110, 515, 1000000, 0, 0, 1179, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-4.8 */
    {17136, 17167, 1000000, 0, 0, 1159, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-4.8-fast */
    {17190, 545, 1000000, 0, 0, 1179, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-5 */
    {17214, 17243, 1000000, 0, 0, 1159, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-5-fast */
    {17264, 575, 1000000, 0, 0, 1189, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-opus-5.5 */
    {17290, 609, 0, 0, 0, 1194, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-sonnet-4 */
    {17316, 643, 1000000, 0, 200000, 1194, 1199, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-sonnet-4.5 */
    {17344, 679, 1000000, 0, 0, 1194, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-sonnet-4.6 */
    {17372, 713, 1000000, 0, 0, 1204, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* anthropic/claude-sonnet-5 */
    {17398, 17419, 0, 0, 0, 1209, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* arcee-ai/coder-large */
    {17431, 17463, 262144, 0, 0, 1212, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* arcee-ai/trinity-large-thinking */
    {17486, 17508, 0, 0, 0, 1216, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* arcee-ai/trinity-mini */
    {17521, 17545, 131072, 0, 0, 1219, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* arcee-ai/virtuoso-large */
    {17560, 17589, 123000, 0, 0, 1222, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* baidu/ernie-4.5-vl-424b-a47b */
    {17612, 17636, 262144, 0, 0, 1225, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* bytedance-seed/seed-1.6 */
    {17645, 17675, 262144, 0, 0, 404, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* bytedance-seed/seed-1.6-flash */
    {17690, 17719, 262144, 0, 0, 1225, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* bytedance-seed/seed-2.0-lite */
    {17733, 17762, 262144, 0, 0, 1228, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* bytedance-seed/seed-2.0-mini */
    {17776, 17801, 128000, 0, 0, 1231, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* bytedance/ui-tars-1.5-7b */
    {11539, 11583, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* cognitivecomputations/dolphin-mixtral-8x22b */
    {17812, 17855, 0, 0, 0, 708, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* cognitivecomputations/dolphin-mixtral-8x7b */
    {17876, 3869, 0, 0, 0, 270, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* cohere/command */
    {17891, 3887, 256000, 0, 0, 273, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* cohere/command-a */
    {17908, 3935, 0, 0, 0, 248, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* cohere/command-r */
    {17925, 17950, 128000, 0, 0, 279, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* cohere/command-r-08-2024 */
    {17968, 17990, 0, 0, 0, 1153, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* cohere/command-r-plus */
    {18005, 18035, 128000, 0, 0, 273, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* cohere/command-r-plus-08-2024 */
    {18058, 18085, 128000, 0, 0, 282, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* cohere/command-r7b-12-2024 */
    {18105, 18133, 0, 0, 0, 1234, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* deepcogito/cogito-v2.1-671b */
    {18150, 18173, 0, 0, 0, 1237, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-chat */
    {18185, 18216, 163840, 0, 0, 1240, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-chat-v3-0324 */
    {18233, 18261, 0, 0, 0, 1243, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-chat-v3.1 */
    {11605, 18275, 64000, 0, 0, 1247, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1 */
    {18278, 18304, 0, 0, 0, 1250, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-0528 */
    {11626, 18312, 8192, 0, 0, 1228, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-llama-70b */
    {11695, 11733, 0, 0, 0, 537, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-llama-8b */
    {18333, 18372, 0, 0, 0, 534, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-qwen-1.5b */
    {11762, 11800, 0, 0, 0, 654, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-qwen-14b */
    {11829, 18402, 0, 0, 0, 1253, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-r1-distill-qwen-32b */
    {18422, 4408, 163840, 0, 0, 1256, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-v3.1-terminus */
    {18454, 4445, 0, 0, 0, 301, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-v3.2 */
    {18477, 4477, 163840, 0, 0, 304, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-v3.2-exp */
    {18504, 4513, 0, 0, 0, 1259, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-v4-flash */
    {18531, 835, 0, 0, 0, 1263, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* deepseek/deepseek-v4-pro */
    {18556, 18577, 0, 0, 0, 1097, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* eleutherai/llemma_7b */
    {18587, 18614, 0, 0, 0, 654, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* essentialai/rnj-1-instruct */
    {18629, 18660, 0, 0, 0, 1267, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* eva-unit-01/eva-llama-3.33-70b */
    {18679, 18708, 0, 0, 0, 1119, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* eva-unit-01/eva-qwen-2.5-32b */
    {18725, 18754, 0, 0, 0, 1270, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* eva-unit-01/eva-qwen-2.5-72b */
    {18771, 18799, 0, 0, 0, 1228, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.0-flash-001 */
    {18820, 18853, 0, 0, 0, 404, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.0-flash-lite-001 */
    {18879, 6468, 1048576, 0, 0, 1273, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.5-flash */
    {18903, 18933, 32768, 0, 0, 1278, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* google/gemini-2.5-flash-image */
    {18970, 6553, 1048576, 0, 0, 1283, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.5-flash-lite */
    {18999, 19044, 0, 0, 0, 1228, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.5-flash-lite-preview-09-2025 */
    {19082, 19114, 0, 0, 0, 279, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.5-flash-preview */
    {19139, 19179, 0, 0, 0, 1288, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.5-flash-preview-09-2025 */
    {19212, 19253, 0, 0, 0, 1293, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.5-flash-preview:thinking */
    {19287, 6756, 1048576, 0, 0, 1296, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.5-pro */
    {19309, 19345, 0, 0, 0, 1301, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-2.5-pro-preview-03-25 */
    {19374, 6832, 1048576, 0, 0, 1304, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-3-flash-preview */
    {19404, 19438, 65536, 0, 0, 1309, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* google/gemini-3-pro-image-preview */
    {19483, 19521, 65536, 0, 0, 1314, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* google/gemini-3.1-flash-image-preview */
    {19568, 7035, 1048576, 0, 0, 1317, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-3.1-flash-lite */
    {19597, 7196, 1048576, 0, 0, 1309, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-3.1-pro-preview */
    {19627, 7236, 1048576, 0, 0, 1322, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-3.5-flash */
    {19651, 19675, 0, 0, 0, 404, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-flash-1.5 */
    {19692, 7516, 0, 0, 0, 282, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-flash-1.5-8b */
    {19719, 7643, 0, 0, 0, 248, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* google/gemini-pro */
    {19737, 19759, 0, 0, 0, 395, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* google/gemini-pro-1.5 */
    {19774, 7684, 8192, 0, 0, 696, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* google/gemma-2-27b-it */
    {11929, 11950, 0, 0, 0, 525, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* google/gemma-2-9b-it */
    {19796, 19818, 131072, 0, 0, 1327, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* google/gemma-3-12b-it */
    {19830, 19852, 0, 0, 0, 1231, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* google/gemma-3-27b-it */
    {19864, 19885, 131072, 0, 0, 1330, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* google/gemma-3-4b-it */
    {19896, 19919, 0, 0, 0, 1333, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* google/gemma-3n-e4b-it */
    {19931, 19957, 0, 0, 0, 1336, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* google/gemma-4-26b-a4b-it */
    {19973, 1334, 262144, 0, 0, 1339, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* google/gemma-4-31b-it */
    {19995, 20020, 0, 0, 0, 270, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* google/palm-2-chat-bison */
    {20038, 20067, 0, 0, 0, 270, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* google/palm-2-codechat-bison */
    {11964, 11987, 0, 0, 0, 1343, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* gryphe/mythomax-l2-13b */
    {20089, 20121, 131000, 0, 0, 198, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ibm-granite/granite-4.0-h-micro */
    {20139, 20166, 131072, 0, 0, 1327, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ibm-granite/granite-4.1-8b */
    {20181, 20201, 128000, 0, 0, 1346, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* inception/mercury-2 */
    {20211, 20235, 0, 0, 0, 1350, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* inclusionai/ling-2.6-1t */
    {20247, 20274, 0, 0, 0, 1354, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* inclusionai/ling-2.6-flash */
    {20289, 20313, 0, 0, 0, 1350, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* inclusionai/ring-2.6-1t */
    {20325, 20351, 0, 0, 0, 1097, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* infermatic/mn-inferor-12b */
    {20366, 20393, 0, 0, 0, 273, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* inflection/inflection-3-pi */
    {20409, 20446, 0, 0, 0, 273, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* inflection/inflection-3-productivity */
    {12003, 12030, 0, 0, 0, 708, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* jondurbin/airoboros-l2-70b */
    {20472, 20499, 0, 0, 0, 372, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* kwaipilot/kat-coder-pro-v2 */
    {20516, 20559, 0, 0, 0, 1358, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* latitudegames/wayfarer-large-70b-llama-3.3 */
    {20588, 20609, 0, 0, 0, 1361, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* liquid/lfm-2-24b-a2b */
    {20622, 20636, 0, 0, 0, 717, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* liquid/lfm-3b */
    {20643, 20658, 0, 0, 0, 654, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* liquid/lfm-40b */
    {20666, 20680, 0, 0, 0, 1364, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* liquid/lfm-7b */
    {20687, 20701, 8000, 0, 0, 1367, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mancer/weaver */
    {20708, 20736, 0, 0, 0, 1370, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-2-13b-chat */
    {20753, 20781, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-2-70b-chat */
    {12047, 20798, 0, 0, 0, 1373, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3-70b-instruct */
    {12100, 2252, 0, 0, 0, 1376, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3-8b-instruct */
    {20819, 20845, 0, 0, 0, 756, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.1-405b */
    {20860, 20895, 0, 0, 0, 696, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.1-405b-instruct */
    {12151, 20919, 131072, 0, 0, 1379, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.1-70b-instruct */
    {12208, 12241, 0, 0, 0, 1382, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.1-8b-instruct */
    {12328, 2687, 0, 0, 0, 1385, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.2-11b-vision-instruct */
    {12399, 2748, 60000, 0, 0, 1388, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.2-1b-instruct */
    {12454, 2801, 0, 0, 0, 1391, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.2-3b-instruct */
    {20942, 20983, 0, 0, 0, 321, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.2-90b-vision-instruct */
    {12509, 21013, 0, 0, 0, 1394, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-3.3-70b-instruct */
    {21036, 21064, 0, 0, 0, 279, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-4-maverick */
    {21081, 21106, 0, 0, 0, 1397, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-4-scout */
    {21120, 21148, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-guard-2-8b */
    {21165, 2993, 0, 0, 0, 1400, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-guard-3-8b */
    {8778, 8807, 163840, 0, 0, 690, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/llama-guard-4-12b */
    {21193, 21230, 0, 0, 0, 1403, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/phi-3-medium-128k-instruct */
    {21257, 21292, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/phi-3-mini-128k-instruct */
    {21317, 21354, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/phi-3.5-mini-128k-instruct */
    {21381, 21397, 16384, 0, 0, 1406, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/phi-4 */
    {21403, 21433, 0, 0, 0, 1409, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/phi-4-mini-instruct */
    {21453, 21489, 0, 0, 0, 1327, NONE, MODEL_IMAGES | MODEL_AUDIO, MODEL_CHAT, 0, 0, 0}, /* microsoft/phi-4-multimodal-instruct */
    {21515, 21539, 0, 0, 0, 525, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/wizardlm-2-7b */
    {12566, 12593, 65535, 0, 0, 708, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/wizardlm-2-8x22b */
    {21553, 9561, 1000192, 0, 0, 609, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* minimax/minimax-01 */
    {21572, 9583, 1000000, 0, 0, 1412, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax/minimax-m1 */
    {21591, 9388, 0, 0, 0, 1415, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax/minimax-m2 */
    {21610, 9362, 65536, 0, 0, 1419, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax/minimax-m2-her */
    {21633, 21654, 204800, 0, 0, 1423, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax/minimax-m2.1 */
    {21667, 21688, 0, 0, 0, 1427, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax/minimax-m2.5 */
    {21701, 5881, 0, 0, 0, 1431, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax/minimax-m2.7 */
    {21722, 5931, 0, 0, 0, 372, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* minimax/minimax-m3 */
    {21741, 21762, 0, 0, 0, 151, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistral/ministral-8b */
    {21775, 21800, 0, 0, 0, 615, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/codestral-2501 */
    {21815, 9640, 256000, 0, 0, 618, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/codestral-2508 */
    {21840, 21866, 0, 0, 0, 641, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/codestral-mamba */
    {21882, 9701, 262144, 0, 0, 622, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/devstral-2512 */
    {21906, 9832, 262144, 0, 0, 629, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/ministral-14b-2512 */
    {21935, 21958, 0, 0, 0, 537, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/ministral-3b */
    {21971, 9897, 131072, 0, 0, 633, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/ministral-3b-2512 */
    {21999, 21762, 0, 0, 0, 151, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/ministral-8b */
    {22022, 9967, 262144, 0, 0, 637, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/ministral-8b-2512 */
    {12610, 12640, 0, 0, 0, 1435, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-7b-instruct */
    {22050, 22085, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-7b-instruct-v0.1 */
    {22110, 22145, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-7b-instruct-v0.2 */
    {22170, 10091, 128000, 0, 0, 644, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-large */
    {22194, 10124, 262144, 0, 0, 647, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-large-2512 */
    {22223, 22248, 0, 0, 0, 1438, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-medium */
    {22263, 22290, 131072, 0, 0, 1441, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-medium-3 */
    {22307, 10245, 262144, 0, 0, 1444, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-medium-3-5 */
    {22336, 22365, 131072, 0, 0, 622, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-medium-3.1 */
    {12660, 12683, 0, 0, 0, 1447, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-nemo */
    {22384, 22407, 32768, 0, 0, 555, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-saba */
    {22412, 22436, 0, 0, 0, 555, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-small */
    {22450, 10637, 32768, 0, 0, 1450, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-small-24b-instruct-2501 */
    {22492, 10672, 0, 0, 0, 657, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-small-2603 */
    {22521, 10719, 128000, 0, 0, 1453, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-small-3.1-24b-instruct */
    {22562, 10772, 0, 0, 0, 661, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-small-3.2-24b-instruct */
    {22603, 10846, 0, 0, 0, 641, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/mistral-tiny */
    {22626, 22659, 65536, 0, 0, 321, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mistralai/mixtral-8x22b-instruct */
    {22682, 22714, 0, 0, 0, 564, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/mixtral-8x7b-instruct */
    {22736, 22758, 0, 0, 0, 151, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mistralai/pixtral-12b */
    {22770, 10969, 0, 0, 0, 644, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mistralai/pixtral-large-2411 */
    {22799, 11055, 32000, 0, 0, 1456, NONE, MODEL_AUDIO | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mistralai/voxtral-small-24b-2507 */
    {22832, 11086, 131072, 0, 0, 673, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* moonshotai/kimi-k2 */
    {22851, 22875, 262144, 0, 0, 1460, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* moonshotai/kimi-k2-0905 */
    {22888, 11200, 262144, 0, 0, 1460, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* moonshotai/kimi-k2-thinking */
    {22916, 3261, 0, 0, 0, 1463, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* moonshotai/kimi-k2.5 */
    {22937, 926, 0, 0, 0, 1467, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* moonshotai/kimi-k2.6 */
    {22958, 962, 262144, 0, 0, 1471, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* moonshotai/kimi-k2.7-code */
    {22984, 996, 1048576, 0, 0, 107, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* moonshotai/kimi-k3 */
    {23003, 23023, 81920, 0, 0, 1097, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* morph/morph-v3-fast */
    {23037, 23058, 262144, 0, 0, 1475, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* morph/morph-v3-large */
    {23073, 23105, 0, 0, 0, 1478, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* neversleep/llama-3-lumimaid-70b */
    {23126, 23157, 0, 0, 0, 1481, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* neversleep/llama-3-lumimaid-8b */
    {23177, 23211, 0, 0, 0, 1128, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* neversleep/llama-3.1-lumimaid-70b */
    {23234, 23267, 0, 0, 0, 1481, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* neversleep/llama-3.1-lumimaid-8b */
    {23289, 23313, 0, 0, 0, 1484, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* neversleep/noromaid-20b */
    {23326, 23356, 0, 0, 0, 1097, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nothingiisreal/mn-celeste-12b */
    {12696, 12733, 0, 0, 0, 1487, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/hermes-2-pro-llama-3-8b */
    {23371, 23408, 131072, 0, 0, 546, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/hermes-3-llama-3.1-405b */
    {23431, 23467, 131072, 0, 0, 1490, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/hermes-3-llama-3.1-70b */
    {23489, 23516, 131072, 0, 0, 684, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/hermes-4-405b */
    {23530, 23556, 131072, 0, 0, 1493, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/hermes-4-70b */
    {23569, 23613, 0, 0, 0, 1496, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/nous-hermes-2-mixtral-8x7b-dpo */
    {12757, 12793, 0, 0, 0, 534, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nousresearch/nous-hermes-llama2-13b */
    {23644, 23683, 0, 0, 0, 1490, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* nvidia/llama-3.1-nemotron-70b-instruct */
    {23715, 23756, 0, 0, 0, 750, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* nvidia/llama-3.3-nemotron-super-49b-v1.5 */
    {23790, 23821, 262144, 0, 0, 1499, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nvidia/nemotron-3-nano-30b-a3b */
    {23845, 23879, 0, 0, 0, 1502, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nvidia/nemotron-3-super-120b-a12b */
    {23896, 23930, 0, 0, 0, 1505, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nvidia/nemotron-3-ultra-550b-a55b */
    {23947, 23974, 0, 0, 0, 1509, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* nvidia/nemotron-nano-9b-v2 */
    {23994, 13277, 0, 0, 0, 753, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* openai/chatgpt-4o-latest */
    {24019, 24037, 0, 0, 0, 1512, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/codex-mini */
    {24048, 13487, 16385, 0, 0, 248, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-3.5-turbo */
    {24069, 24095, 4095, 0, 0, 270, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-3.5-turbo-0613 */
    {24123, 13558, 0, 0, 0, 270, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-3.5-turbo-1106 */
    {24149, 13595, 16385, 0, 0, 775, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-3.5-turbo-16k */
    {24174, 13636, 4095, 0, 0, 772, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-3.5-turbo-instruct */
    {24204, 13665, 8191, 0, 0, 778, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4 */
    {24217, 24243, 0, 0, 0, 784, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4-1106-preview */
    {24262, 13681, 0, 0, 0, 781, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4-32k */
    {24279, 13703, 128000, 0, 0, 784, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4-turbo */
    {24298, 13765, 1047576, 0, 0, 1081, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4.1 */
    {24313, 13786, 1047576, 0, 0, 1516, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4.1-mini */
    {24333, 13812, 1047576, 0, 0, 797, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4.1-nano */
    {24353, 13841, 0, 0, 0, 1520, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4.5-preview */
    {24376, 13864, 128000, 0, 0, 273, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4o */
    {24390, 24415, 128000, 0, 0, 753, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4o-2024-05-13 */
    {24435, 24454, 128000, 0, 0, 571, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4o-mini */
    {24466, 24500, 0, 0, 0, 279, NONE, MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4o-mini-search-preview */
    {24527, 14231, 0, 0, 0, 273, NONE, MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4o-search-preview */
    {24556, 24579, 0, 0, 0, 1523, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-4o:extended */
    {24595, 14295, 400000, 0, 0, 426, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5 */
    {24608, 24627, 400000, 0, 0, 1526, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* openai/gpt-5-image */
    {24639, 24663, 400000, 0, 0, 1530, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* openai/gpt-5-image-mini */
    {24680, 14312, 400000, 0, 0, 863, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5-mini */
    {24698, 14334, 400000, 0, 0, 1534, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5-nano */
    {24716, 14355, 400000, 0, 0, 1538, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5-pro */
    {24733, 14373, 400000, 0, 0, 1541, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.1 */
    {24748, 24774, 400000, 0, 0, 863, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.1-codex-mini */
    {24793, 14427, 400000, 0, 0, 876, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.2 */
    {24808, 14447, 400000, 0, 0, 1545, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.2-pro */
    {24827, 24847, 0, 0, 0, 876, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.3-chat */
    {24860, 24881, 400000, 0, 0, 876, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.3-codex */
    {24895, 14511, 1050000, 0, 272000, 430, 1548, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.4 */
    {24910, 24933, 272000, 0, 0, 1552, NONE, MODEL_IMAGES | MODEL_IMAGE_OUT, MODEL_IMAGE, 0, 0, 0}, /* openai/gpt-5.4-image-2 */
    {24949, 14532, 400000, 0, 0, 1556, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.4-mini */
    {24969, 14558, 400000, 0, 0, 1560, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.4-nano */
    {24989, 14583, 1050000, 0, 272000, 1564, 1567, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.4-pro */
    {25008, 14603, 1050000, 0, 272000, 1000, 1570, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.5 */
    {25023, 14623, 1050000, 0, 272000, 1564, 1567, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.5-pro */
    {25042, 14648, 1050000, 0, 272000, 1574, 1579, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.6-luna */
    {25062, 14673, 1050000, 0, 272000, 1204, 1584, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.6-sol */
    {25081, 14699, 1050000, 0, 272000, 1589, 1594, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-5.6-terra */
    {25102, 14748, 1050000, 0, 272000, 966, 972, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-6-luna */
    {25120, 14769, 1050000, 0, 272000, 978, 984, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-6-sol */
    {25137, 25154, 128000, 0, 0, NONE, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-audio */
    {25164, 25186, 128000, 0, 0, NONE, NONE, MODEL_AUDIO | MODEL_AUDIO_OUT | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-audio-mini */
    {25201, 25224, 400000, 0, 0, 1000, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-chat-latest */
    {1069, 8941, 0, 0, 0, 1599, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-oss-120b */
    {8954, 8973, 131072, 0, 0, 1602, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-oss-20b */
    {25240, 25269, 131072, 0, 0, 1605, NONE, MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/gpt-oss-safeguard-20b */
    {25291, 15093, 0, 0, 0, 1058, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/o1 */
    {25301, 15104, 0, 0, 0, 1609, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* openai/o1-mini */
    {25316, 15141, 200000, 0, 0, 1066, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/o1-pro */
    {25330, 15148, 200000, 0, 0, 1081, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/o3 */
    {25340, 15168, 0, 0, 0, 1069, NONE, MODEL_IMAGES | MODEL_REASONING | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* openai/o3-deep-research */
    {25364, 15193, 200000, 0, 0, 1062, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/o3-mini */
    {25379, 15208, 200000, 0, 0, 1073, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/o3-pro */
    {25393, 15223, 200000, 0, 0, 1612, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* openai/o4-mini */
    {25408, 15253, 0, 0, 0, 1081, NONE, MODEL_IMAGES | MODEL_REASONING | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* openai/o4-mini-deep-research */
    {12816, 12837, 0, 0, 0, 525, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* openchat/openchat-7b */
    {25437, 25463, 32768, 0, 0, 1616, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* perceptron/perceptron-mk1 */
    {25478, 25523, 0, 0, 0, 1403, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* perplexity/llama-3.1-sonar-large-128k-online */
    {25557, 25602, 0, 0, 0, 363, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* perplexity/llama-3.1-sonar-small-128k-online */
    {25636, 25655, 0, 0, 0, 1100, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* perplexity/r1-1776 */
    {25663, 25680, 127072, 0, 0, 1403, NONE, MODEL_IMAGES | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* perplexity/sonar */
    {25686, 25717, 128000, 0, 0, 1100, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* perplexity/sonar-deep-research */
    {25737, 25758, 200000, 0, 0, 1153, NONE, MODEL_IMAGES | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* perplexity/sonar-pro */
    {25768, 25795, 0, 0, 0, 1619, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* perplexity/sonar-reasoning */
    {25811, 25842, 128000, 0, 0, 1100, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* perplexity/sonar-reasoning-pro */
    {25862, 25890, 0, 0, 0, 609, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* prime-intellect/intellect-3 */
    {25902, 25928, 0, 0, 0, 1622, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* pygmalionai/mythalion-13b */
    {25942, 25967, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2-72b-instruct */
    {12943, 25987, 0, 0, 0, 1625, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2.5-72b-instruct */
    {26008, 26034, 32768, 0, 0, 1628, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2.5-7b-instruct */
    {26054, 3522, 32768, 0, 0, 1631, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2.5-coder-32b-instruct */
    {26087, 26117, 0, 0, 0, 1496, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2.5-vl-72b-instruct */
    {26142, 26171, 0, 0, 0, 363, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-2.5-vl-7b-instruct */
    {26195, 26209, 0, 0, 0, 1634, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-max */
    {26218, 26233, 1000000, 0, 0, 1637, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-plus */
    {26243, 26269, 1000000, 0, 0, 1641, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-plus-2025-07-28 */
    {26284, 26319, 0, 0, 0, 1644, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-plus-2025-07-28:thinking */
    {26345, 26361, 0, 0, 0, 1499, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-turbo */
    {26372, 26389, 0, 0, 0, 1144, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-vl-max */
    {26401, 26419, 0, 0, 0, 1648, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen-vl-plus */
    {26432, 26463, 0, 0, 0, 363, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen2.5-coder-7b-instruct */
    {26489, 26518, 0, 0, 0, 321, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen2.5-vl-32b-instruct */
    {26542, 26571, 0, 0, 0, 664, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen2.5-vl-72b-instruct */
    {26595, 26610, 0, 0, 0, 1134, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-14b */
    {26620, 26641, 131072, 0, 0, 1651, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-235b-a22b */
    {26657, 26683, 0, 0, 0, 1654, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-235b-a22b-2507 */
    {26713, 26748, 0, 0, 0, 151, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-235b-a22b-thinking-2507 */
    {26778, 26797, 0, 0, 0, 1657, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-30b-a3b */
    {26811, 26844, 0, 0, 0, 1660, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-30b-a3b-instruct-2507 */
    {26872, 26905, 81920, 0, 0, 1663, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-30b-a3b-thinking-2507 */
    {8985, 26933, 0, 0, 0, 195, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-32b */
    {26943, 26957, 131072, 0, 0, 1666, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-8b */
    {26966, 26983, 0, 0, 0, 1669, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-coder */
    {27005, 27039, 0, 0, 0, 1672, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-coder-30b-a3b-instruct */
    {27068, 27091, 1000000, 0, 0, 1675, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-coder-flash */
    {27109, 27131, 0, 0, 0, 1680, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-coder-next */
    {27148, 27170, 1000000, 0, 0, 1684, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-coder-plus */
    {27187, 27202, 262144, 0, 0, 1689, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-max */
    {27213, 27237, 262144, 0, 0, 1692, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-max-thinking */
    {27256, 27289, 0, 0, 0, 1695, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-next-80b-a3b-instruct */
    {27317, 27350, 0, 0, 0, 1698, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-next-80b-a3b-thinking */
    {27378, 27411, 0, 0, 0, 1701, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-vl-235b-a22b-instruct */
    {27439, 27472, 131072, 0, 0, 1705, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-vl-235b-a22b-thinking */
    {27500, 27531, 0, 0, 0, 1708, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-vl-30b-a3b-instruct */
    {27557, 27588, 0, 0, 0, 1711, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-vl-30b-a3b-thinking */
    {27614, 27641, 131072, 0, 0, 1714, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-vl-32b-instruct */
    {27663, 27689, 0, 0, 0, 1717, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-vl-8b-instruct */
    {27710, 27736, 131072, 0, 0, 1720, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3-vl-8b-thinking */
    {27757, 27780, 262144, 0, 0, 1723, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.5-122b-a10b */
    {27798, 27815, 262144, 0, 0, 1726, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.5-27b */
    {27827, 27848, 0, 0, 0, 1729, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.5-35b-a3b */
    {27864, 27887, 0, 0, 0, 1733, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.5-397b-a17b */
    {27905, 27921, 0, 0, 0, 1736, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.5-9b */
    {27932, 27957, 1000000, 0, 0, 1739, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.5-flash-02-23 */
    {27971, 27995, 1000000, 0, 0, 1742, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.5-plus-02-15 */
    {28014, 28041, 1000000, 0, 0, 1745, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.5-plus-20260420 */
    {28065, 28082, 0, 0, 0, 1749, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.6-27b */
    {28094, 28115, 0, 0, 0, 1752, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.6-35b-a3b */
    {28131, 28150, 1000000, 0, 0, 1755, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.6-flash */
    {28164, 28189, 262144, 0, 0, 1759, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.6-max-preview */
    {28209, 6192, 1000000, 0, 0, 1763, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.6-plus */
    {28227, 28244, 1000000, 0, 0, 1767, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.7-max */
    {28256, 6244, 1000000, 0, 0, 1772, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwen3.7-plus */
    {28274, 28287, 0, 0, 0, 1777, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwq-32b */
    {28295, 28316, 0, 0, 0, 363, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* qwen/qwq-32b-preview */
    {28332, 28356, 0, 0, 0, 1780, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* raifle/sorcererlm-8x22b */
    {28373, 28390, 16384, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* rekaai/reka-edge */
    {28400, 28420, 65536, 0, 0, 1231, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* rekaai/reka-flash-3 */
    {28433, 28455, 256000, 0, 0, 1783, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* relace/relace-apply-3 */
    {28470, 28491, 256000, 0, 0, 684, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* relace/relace-search */
    {28505, 28530, 0, 0, 0, 1097, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/fimbulvetr-11b-v2 */
    {28548, 28570, 0, 0, 0, 747, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/l3-euryale-70b */
    {28585, 28606, 8192, 0, 0, 1786, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/l3-lunaris-8b */
    {28625, 28651, 0, 0, 0, 1094, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/l3.1-70b-hanami-x1 */
    {28675, 28699, 0, 0, 0, 546, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/l3.1-euryale-70b */
    {28726, 28750, 131072, 0, 0, 546, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sao10k/l3.3-euryale-70b */
    {28772, 28810, 0, 0, 0, 1789, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* scb10x/llama3.1-typhoon2-70b-instruct */
    {28841, 28878, 0, 0, 0, 534, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* scb10x/llama3.1-typhoon2-8b-instruct */
    {13123, 13157, 0, 0, 0, 696, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* sophosympatheia/midnight-rose-70b */
    {28908, 28939, 0, 0, 0, 1792, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* steelskull/l3.3-electra-r1-70b */
    {28959, 28982, 262144, 0, 0, 1795, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* stepfun/step-3.5-flash */
    {28997, 29020, 0, 0, 0, 1799, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* stepfun/step-3.7-flash */
    {29035, 29054, 0, 0, 0, 1803, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* switchpoint/router */
    {29073, 29103, 131072, 0, 0, 1806, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* tencent/hunyuan-a13b-instruct */
    {29125, 29145, 262144, 0, 0, 1809, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* tencent/hy3-preview */
    {29157, 29187, 0, 0, 0, 1813, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* thedrummer/anubis-pro-105b-v1 */
    {29206, 29234, 131072, 0, 0, 1816, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* thedrummer/cydonia-24b-v4.1 */
    {29251, 29276, 0, 0, 0, 1820, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* thedrummer/rocinante-12b */
    {29290, 29316, 32768, 0, 0, 1209, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* thedrummer/skyfall-36b-v2 */
    {29331, 29357, 0, 0, 0, 708, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* thedrummer/unslopnemo-12b */
    {29372, 29397, 6144, 0, 0, 1097, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* undi95/remm-slerp-l2-13b */
    {29412, 29430, 0, 0, 0, 525, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* undi95/toppy-m-7b */
    {29441, 29461, 131072, 0, 0, 657, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* upstage/solar-pro-3 */
    {29473, 29491, 1040000, 0, 0, 1823, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* writer/palmyra-x5 */
    {29502, 29519, 0, 0, 0, 1826, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-2-1212 */
    {29531, 29555, 0, 0, 0, 1826, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-2-vision-1212 */
    {29574, 29591, 0, 0, 0, 1153, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-3-beta */
    {29603, 29625, 0, 0, 0, 1829, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-3-mini-beta */
    {29642, 29659, 2000000, 0, 128000, 1832, 1836, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-4-fast */
    {29671, 29686, 2000000, 0, 0, 1840, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-4.20 */
    {29696, 29723, 2000000, 0, 0, 1844, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-4.20-multi-agent */
    {29745, 29759, 1000000, 0, 0, 1840, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-4.3 */
    {29768, 29783, 0, 0, 0, 753, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-beta */
    {29793, 29813, 256000, 0, 0, 1848, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-build-0.1 */
    {29828, 29850, 256000, 0, 0, 1852, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-code-fast-1 */
    {29867, 29889, 0, 0, 0, 753, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* x-ai/grok-vision-beta */
    {29906, 29927, 0, 0, 0, 1456, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* xiaomi/mimo-v2-flash */
    {29941, 29958, 0, 0, 0, 1856, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* xiaomi/mimo-v2.5 */
    {29968, 29989, 0, 0, 0, 1860, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* xiaomi/mimo-v2.5-pro */
    {30003, 30023, 0, 0, 0, 1864, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* xwin-lm/xwin-lm-70b */
    {30035, 30048, 131072, 0, 0, 1867, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-4.5 */
    {30056, 30073, 131072, 0, 0, 1871, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-4.5-air */
    {30085, 30099, 65536, 0, 0, 1875, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-4.5v */
    {30108, 30121, 0, 0, 0, 1879, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-4.6 */
    {30129, 30143, 131072, 0, 0, 1883, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-4.6v */
    {30152, 1196, 0, 0, 0, 1887, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-4.7 */
    {30165, 3729, 0, 0, 0, 1891, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-4.7-flash */
    {30184, 30195, 0, 0, 0, 1895, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-5 */
    {30201, 30218, 202752, 0, 0, 1899, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-5-turbo */
    {30230, 30243, 0, 0, 0, 1903, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-5.1 */
    {30251, 1220, 1048576, 0, 0, 266, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-5.2 */
    {30264, 1278, 1048576, 0, 0, 266, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-5.3 */
    {30277, 1308, 1310720, 0, 0, 1907, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* z-ai/glm-5.3-flash */
    {30296, 30327, 1000000, 0, 0, 1159, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ~anthropic/claude-fable-latest */
    {30347, 30378, 200000, 0, 0, 1169, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ~anthropic/claude-haiku-latest */
    {30408, 30438, 1000000, 0, 0, 1189, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ~anthropic/claude-opus-latest */
    {30457, 30489, 1000000, 0, 0, 1194, NONE, MODEL_IMAGES | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ~anthropic/claude-sonnet-latest */
    {30520, 30548, 1048576, 0, 0, 1322, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ~google/gemini-flash-latest */
    {30575, 30601, 1048576, 0, 0, 1309, NONE, MODEL_IMAGES | MODEL_AUDIO | MODEL_VIDEOS | MODEL_FILES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* ~google/gemini-pro-latest */
    {30626, 30650, 1048576, 0, 0, 1467, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* ~moonshotai/kimi-latest */
    {30673, 30692, 1050000, 0, 0, 1000, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ~openai/gpt-latest */
    {30710, 30734, 400000, 0, 0, 1556, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* ~openai/gpt-mini-latest */
    {30757, 30757, 131072, 0, 0, 1911, NONE, MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* DeepSeek-R1-Distill-Llama-70B */
    {30787, 30787, 131072, 0, 0, 1914, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* Llama-3.1-8B-Instruct */
    {30809, 30809, 131072, 0, 0, 1911, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Meta-Llama-3_3-70B-Instruct */
    {30837, 30837, 65536, 0, 0, 1914, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Mistral-7B-Instruct-v0.3 */
    {30862, 30862, 65536, 0, 0, 735, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* Mistral-Nemo-Instruct-2407 */
    {30889, 30889, 131072, 0, 0, 1917, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* Mistral-Small-3.2-24B-Instruct-2506 */
    {30925, 30925, 32768, 0, 0, 664, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Mixtral-8x7B-Instruct-v0.1 */
    {30952, 30952, 32768, 0, 0, 1920, NONE, MODEL_IMAGES, MODEL_CHAT, 0, 0, 0}, /* Qwen2.5-VL-72B-Instruct */
    {30976, 30976, 32768, 0, 0, 1923, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* Qwen3-32B */
    {30986, 30986, 262144, 0, 0, 1926, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* Qwen3-Coder-30B-A3B-Instruct */
    {31015, 31032, 512, 0, 0, 1929, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* bge-base-en-v1.5 */
    {31049, 31056, 8192, 0, 0, 1929, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* bge-m3 */
    {31063, 31087, 8192, 0, 0, 1929, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* bge-multilingual-gemma2 */
    {1346, 8941, 131072, 0, 0, 1932, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-oss-120b */
    {31111, 8973, 131072, 0, 0, 1935, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* gpt-oss-20b */
    {31123, 31157, 0, 0, 0, 1403, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.1-sonar-large-128k-online */
    {31184, 31218, 0, 0, 0, 363, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* llama-3.1-sonar-small-128k-online */
    {31244, 25655, 0, 0, 0, 1100, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* r1-1776 */
    {31252, 25680, 128000, 0, 0, 1938, NONE, MODEL_IMAGES | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* sonar */
    {31258, 25717, 128000, 0, 0, 1942, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* sonar-deep-research */
    {31278, 25758, 200000, 8000, 0, 1946, NONE, MODEL_IMAGES | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* sonar-pro */
    {31288, 31305, 0, 8000, 0, 1153, NONE, MODEL_IMAGES | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* sonar-pro-search */
    {31322, 25795, 0, 0, 0, 1950, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* sonar-reasoning */
    {31338, 25842, 128000, 0, 0, 1954, NONE, MODEL_REASONING | MODEL_SCHEMA | MODEL_SEARCH, MODEL_CHAT, 0, 0, 0}, /* sonar-reasoning-pro */
    {31358, 31385, 0, 0, 0, 699, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Austism/chronos-hermes-13b */
    {31404, 31427, 0, 0, 0, 699, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Gryphe/MythoMax-L2-13b */
    {31443, 31471, 0, 0, 0, 699, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Nexusflow/NexusRaven-V2-13B */
    {31489, 31524, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* NousResearch/Nous-Capybara-7B-V1p9 */
    {31546, 31590, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* NousResearch/Nous-Hermes-2-Mixtral-8x7B-DPO */
    {31621, 31665, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* NousResearch/Nous-Hermes-2-Mixtral-8x7B-SFT */
    {31696, 31730, 0, 0, 0, 696, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* NousResearch/Nous-Hermes-2-Yi-34B */
    {31751, 12793, 0, 0, 0, 1958, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* NousResearch/Nous-Hermes-Llama2-13b */
    {31787, 31823, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* NousResearch/Nous-Hermes-llama-2-7b */
    {31846, 31876, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Open-Orca/Mistral-7B-OpenOrca */
    {31896, 31914, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Qwen/Qwen1.5-0.5B */
    {31927, 31945, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Qwen/Qwen1.5-1.8B */
    {31958, 31975, 0, 0, 0, 699, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Qwen/Qwen1.5-14B */
    {31987, 32003, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Qwen/Qwen1.5-4B */
    {32014, 32031, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Qwen/Qwen1.5-72B */
    {32043, 32059, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Qwen/Qwen1.5-7B */
    {32070, 32095, 0, 0, 0, 699, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Undi95/ReMM-SLERP-L2-13B */
    {32113, 32131, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* Undi95/Toppy-M-7B */
    {32142, 32169, 0, 0, 0, 699, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* WizardLM/WizardLM-13B-V1.2 */
    {32187, 32203, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* allenai/OLMo-7B */
    {32211, 32247, 0, 0, 0, 1958, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* codellama/CodeLlama-13b-Instruct-hf */
    {32273, 32309, 0, 0, 0, 1961, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* codellama/CodeLlama-34b-Instruct-hf */
    {32335, 32371, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* codellama/CodeLlama-70b-Instruct-hf */
    {32397, 32432, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* codellama/CodeLlama-7b-Instruct-hf */
    {32457, 32497, 0, 0, 0, 696, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* deepseek-ai/deepseek-coder-33b-instruct */
    {32525, 32561, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* garage-bAInd/Platypus2-70B-instruct */
    {32584, 32600, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* google/gemma-2b */
    {32609, 32625, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* google/gemma-7b */
    {32634, 32656, 0, 0, 0, 699, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* lmsys/vicuna-13b-v1.5 */
    {32672, 32693, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* lmsys/vicuna-7b-v1.5 */
    {32708, 32739, 0, 0, 0, 1958, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Llama-2-13b-chat-hf */
    {32759, 32790, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Llama-2-70b-chat-hf */
    {32810, 32840, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Llama-2-7b-chat-hf */
    {32859, 32890, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Llama-3-70b-chat-hf */
    {32910, 32940, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Llama-3-8b-chat-hf */
    {32959, 32999, 0, 0, 0, 1789, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Llama-3.3-70B-Instruct-Turbo */
    {33028, 33078, 0, 0, 0, 228, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8 */
    {33117, 2936, 0, 0, 0, 1964, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Llama-4-Scout-17B-16E-Instruct */
    {33159, 33201, 0, 0, 0, 1967, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Meta-Llama-3-70B-Instruct-Lite */
    {33232, 33275, 0, 0, 0, 1789, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Meta-Llama-3-70B-Instruct-Turbo */
    {33307, 33348, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Meta-Llama-3-8B-Instruct-Lite */
    {33378, 33420, 0, 0, 0, 534, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Meta-Llama-3-8B-Instruct-Turbo */
    {33451, 33497, 0, 0, 0, 1970, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Meta-Llama-3.1-405B-Instruct-Turbo */
    {33532, 33577, 0, 0, 0, 1789, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo */
    {33611, 33655, 0, 0, 0, 534, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo */
    {33688, 33733, 0, 0, 0, 1789, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* meta-llama/Meta-Llama-3.3-70B-Instruct-Turbo */
    {33767, 33794, 0, 0, 0, 1973, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/WizardLM-2-8x22B */
    {33811, 33827, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* microsoft/phi-2 */
    {33833, 3080, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/Mistral-7B-Instruct-v0.1 */
    {33868, 33903, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/Mistral-7B-Instruct-v0.2 */
    {33928, 33954, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/Mistral-7B-v0.1 */
    {33970, 34008, 0, 0, 0, 1976, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* mistralai/Mixtral-8x22B-Instruct-v0.1 */
    {34036, 34073, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/Mixtral-8x7B-Instruct-v0.1 */
    {34100, 34128, 0, 0, 0, 321, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* mistralai/Mixtral-8x7B-v0.1 */
    {34146, 34173, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* openchat/openchat-3.5-1210 */
    {34191, 34228, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* snorkelai/Snorkel-Mistral-PairRM-DPO */
    {34255, 34287, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* teknium/OpenHermes-2-Mistral-7B */
    {34311, 34345, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* teknium/OpenHermes-2p5-Mistral-7B */
    {34371, 34409, 0, 0, 0, 363, NONE, 0, MODEL_MODERATION, 0, 0, 0}, /* togethercomputer/GPT-JT-Moderation-6B */
    {34430, 34471, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/Llama-2-7B-32K-Instruct */
    {34495, 34537, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/RedPajama-INCITE-7B-Base */
    {34562, 34604, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/RedPajama-INCITE-7B-Chat */
    {34629, 34675, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/RedPajama-INCITE-7B-Instruct */
    {34704, 34749, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/RedPajama-INCITE-Base-3B-v1 */
    {34777, 34822, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/RedPajama-INCITE-Chat-3B-v1 */
    {34850, 34899, 0, 0, 0, 151, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/RedPajama-INCITE-Instruct-3B-v1 */
    {34931, 34972, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/StripedHyena-Hessian-7B */
    {34996, 35034, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/StripedHyena-Nous-7B */
    {35055, 35082, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* togethercomputer/alpaca-7b */
    {35092, 35126, 0, 0, 0, 699, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* upstage/SOLAR-10.7B-Instruct-v1.0 */
    {35152, 35171, 0, 0, 0, 696, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* zero-one-ai/Yi-34B */
    {35178, 35196, 0, 0, 0, 363, NONE, 0, MODEL_CHAT, 0, 0, 0}, /* zero-one-ai/Yi-6B */
    {35202, 35211, 0, 0, 0, 586, NONE, 0, MODEL_RERANK, 0, 0, 0}, /* rerank-2 */
    {35220, 35234, 0, 0, 0, 178, NONE, 0, MODEL_RERANK, 0, 0, 0}, /* rerank-2-lite */
    {35248, 35259, 0, 0, 0, 586, NONE, 0, MODEL_RERANK, 0, 0, 0}, /* rerank-2.5 */
    {35270, 35286, 0, 0, 0, 178, NONE, 0, MODEL_RERANK, 0, 0, 0}, /* rerank-2.5-lite */
    {35302, 35312, 0, 0, 0, 285, NONE, 0, MODEL_EMBEDDING, 1, 0, 0}, /* voyage-01 */
    {35322, 35332, 0, 0, 0, 285, NONE, 0, MODEL_EMBEDDING, 1, 0, 0}, /* voyage-02 */
    {35342, 35351, 0, 0, 0, 285, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-2 */
    {35360, 35369, 0, 0, 0, 1979, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-3 */
    {35378, 35393, 0, 0, 0, 1982, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-3-large */
    {35408, 35422, 0, 0, 0, 178, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-3-lite */
    {35436, 35447, 0, 0, 0, 1979, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-3.5 */
    {35458, 35474, 0, 0, 0, 178, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-3.5-lite */
    {35490, 35499, 0, 0, 0, 1979, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-4 */
    {35508, 35523, 0, 0, 0, 288, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-4-large */
    {35538, 35552, 0, 0, 0, 178, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-4-lite */
    {35566, 35580, 0, 0, 0, 288, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-code-2 */
    {35594, 35608, 0, 0, 0, 1982, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-code-3 */
    {35622, 35639, 0, 0, 0, 1982, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-context-3 */
    {35656, 35673, 0, 0, 0, 288, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-finance-2 */
    {35690, 35705, 0, 0, 0, 288, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-large-2 */
    {35720, 35744, 0, 0, 0, 288, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-large-2-instruct */
    {35768, 35781, 0, 0, 0, 288, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-law-2 */
    {35794, 35809, 0, 0, 0, 285, NONE, 0, MODEL_EMBEDDING, 1, 0, 0}, /* voyage-lite-01 */
    {35824, 35848, 0, 0, 0, 285, NONE, 0, MODEL_EMBEDDING, 1, 0, 0}, /* voyage-lite-01-instruct */
    {35872, 35896, 0, 0, 0, 285, NONE, 0, MODEL_EMBEDDING, 1, 0, 0}, /* voyage-lite-02-instruct */
    {35920, 35942, 0, 0, 0, 288, NONE, 0, MODEL_EMBEDDING, 0, 0, 0}, /* voyage-multilingual-2 */
    {35964, 29519, 32768, 0, 0, 1826, NONE, MODEL_TOOLS, MODEL_CHAT, 1, 0, 0}, /* grok-2-1212 */
    {35976, 29555, 32768, 0, 0, 1826, NONE, MODEL_IMAGES | MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* grok-2-vision-1212 */
    {35995, 36002, 131072, 0, 0, 1985, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-3 */
    {36009, 36021, 131072, 0, 0, 1989, NONE, MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-3-fast */
    {36033, 36045, 131072, 0, 0, 1993, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-3-mini */
    {36057, 36074, 131072, 0, 0, 1997, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-3-mini-fast */
    {36091, 36103, 256000, 0, 0, 1985, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4-0709 */
    {36110, 36138, 2000000, 0, 0, 1832, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4-1-fast-non-reasoning */
    {36166, 36190, 2000000, 0, 0, 1832, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4-1-fast-reasoning */
    {36214, 36240, 2000000, 0, 0, 1832, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4-fast-non-reasoning */
    {36266, 36288, 2000000, 0, 0, 1832, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4-fast-reasoning */
    {36310, 29686, 1000000, 0, 199999, 1840, 2001, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4.20 */
    {36320, 29723, 1000000, 0, 0, 1844, NONE, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4.20-multi-agent */
    {36342, 29759, 1000000, 0, 199999, 1840, 2001, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4.3 */
    {36351, 36360, 500000, 0, 199999, 2005, 2009, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4.5 */
    {36369, 36378, 500000, 0, 199999, 2013, 2017, MODEL_IMAGES | MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-4.6 */
    {36387, 29813, 256000, 0, 199999, 1848, 2021, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-build-0.1 */
    {36402, 29850, 256000, 0, 0, 1852, NONE, MODEL_TOOLS | MODEL_REASONING | MODEL_SCHEMA, MODEL_CHAT, 0, 0, 0}, /* grok-code-fast-1 */
    {36419, 36437, 0, 0, 0, NONE, NONE, 0, MODEL_REALTIME, 0, 0, 0}, /* grok-voice-latest */
    {36448, 36474, 0, 0, 0, NONE, NONE, 0, MODEL_REALTIME, 1, 0, 0}, /* grok-voice-think-fast-1.0 */
    {36500, 36526, 0, 0, 0, NONE, NONE, 0, MODEL_REALTIME, 0, 0, 0}, /* grok-voice-think-fast-2.0 */
    {5084, 5084, 1000000, 0, 0, 266, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5.2 */
    {36552, 36552, 1000000, 0, 0, 266, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5.3 */
    {36560, 36560, 1000000, 0, 0, 1907, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5.3-Flash */
    {36574, 36574, 128000, 0, 0, 2025, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* GLM-4-Air */
    {36584, 36584, 8000, 0, 0, 2029, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* GLM-4-AirX */
    {36595, 36595, 128000, 0, 0, 2032, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* GLM-4-Assistant */
    {36611, 36611, 128000, 0, 0, 2035, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* GLM-4-FlashX-250414 */
    {36631, 36631, 1000000, 0, 0, 2039, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* GLM-4-Long */
    {36642, 36642, 128000, 0, 0, 2043, NONE, MODEL_TOOLS, MODEL_CHAT, 0, 0, 0}, /* GLM-4-Plus */
    {36653, 36653, 128000, 0, 0, 2047, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-4.5-Air */
    {4948, 4948, 200000, 0, 0, 2051, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-4.7 */
    {36665, 36665, 200000, 0, 0, 2055, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-4.7-FlashX */
    {36680, 36680, 200000, 0, 0, 2059, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5 */
    {36686, 36686, 200000, 0, 0, 2063, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5-Turbo */
    {4990, 4990, 200000, 0, 0, 2067, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5.1 */
    {5084, 5084, 1000000, 0, 0, 2071, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5.2 */
    {36552, 36552, 1000000, 0, 0, 2071, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5.3 */
    {36560, 36560, 1000000, 0, 0, 2075, NONE, MODEL_TOOLS | MODEL_REASONING, MODEL_CHAT, 0, 0, 0}, /* GLM-5.3-Flash */
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
    "jina-clip-v2" "\0"
    "Jina Clip v2" "\0"
    "jina-embeddings-v2-base-en" "\0"
    "Jina Embeddings v2 Base En" "\0"
    "jina-embeddings-v3" "\0"
    "Jina Embeddings v3" "\0"
    "jina-embeddings-v4" "\0"
    "Jina Embeddings v4" "\0"
    "jina-reranker-m0" "\0"
    "Jina Reranker M0" "\0"
    "jina-reranker-v2-base-multilingual" "\0"
    "Jina Reranker v2 Base Multilingual" "\0"
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
    "rerank-2" "\0"
    "Rerank 2" "\0"
    "rerank-2-lite" "\0"
    "Rerank 2 Lite" "\0"
    "rerank-2.5" "\0"
    "Rerank 2.5" "\0"
    "rerank-2.5-lite" "\0"
    "Rerank 2.5 Lite" "\0"
    "voyage-01" "\0"
    "Voyage 01" "\0"
    "voyage-02" "\0"
    "Voyage 02" "\0"
    "voyage-2" "\0"
    "Voyage 2" "\0"
    "voyage-3" "\0"
    "Voyage 3" "\0"
    "voyage-3-large" "\0"
    "Voyage 3 Large" "\0"
    "voyage-3-lite" "\0"
    "Voyage 3 Lite" "\0"
    "voyage-3.5" "\0"
    "Voyage 3.5" "\0"
    "voyage-3.5-lite" "\0"
    "Voyage 3.5 Lite" "\0"
    "voyage-4" "\0"
    "Voyage 4" "\0"
    "voyage-4-large" "\0"
    "Voyage 4 Large" "\0"
    "voyage-4-lite" "\0"
    "Voyage 4 Lite" "\0"
    "voyage-code-2" "\0"
    "Voyage Code 2" "\0"
    "voyage-code-3" "\0"
    "Voyage Code 3" "\0"
    "voyage-context-3" "\0"
    "Voyage Context 3" "\0"
    "voyage-finance-2" "\0"
    "Voyage Finance 2" "\0"
    "voyage-large-2" "\0"
    "Voyage Large 2" "\0"
    "voyage-large-2-instruct" "\0"
    "Voyage Large 2 Instruct" "\0"
    "voyage-law-2" "\0"
    "Voyage Law 2" "\0"
    "voyage-lite-01" "\0"
    "Voyage Lite 01" "\0"
    "voyage-lite-01-instruct" "\0"
    "Voyage Lite 01 Instruct" "\0"
    "voyage-lite-02-instruct" "\0"
    "Voyage Lite 02 Instruct" "\0"
    "voyage-multilingual-2" "\0"
    "Voyage Multilingual 2" "\0"
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
    3, 50000000, 0,
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
    8192, 20000000000000,
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
    3, 60000000, 0,
    3, 180000000, 0,
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
