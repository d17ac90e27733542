/* The messages of the Gemini API: what exists. What is refused though it exists is in gemini_check.c. */
#include "gemini_messages.h"

#define BOOL(name)                                                                                           \
    { name, PROTO_BOOL, PROTO_ONE, NULL, NULL, NULL }
#define INT32(name)                                                                                          \
    { name, PROTO_INT32, PROTO_ONE, NULL, NULL, NULL }
#define INT64(name)                                                                                          \
    { name, PROTO_INT64, PROTO_ONE, NULL, NULL, NULL }
#define FLOAT(name)                                                                                          \
    { name, PROTO_FLOAT, PROTO_ONE, NULL, NULL, NULL }
#define STRING(name)                                                                                         \
    { name, PROTO_STRING, PROTO_ONE, NULL, NULL, NULL }
#define BYTES(name)                                                                                          \
    { name, PROTO_BYTES, PROTO_ONE, NULL, NULL, NULL }
#define STRUCT(name)                                                                                         \
    { name, PROTO_STRUCT, PROTO_ONE, NULL, NULL, NULL }
#define VALUE(name)                                                                                          \
    { name, PROTO_VALUE, PROTO_ONE, NULL, NULL, NULL }
#define ENUM(name, choice)                                                                                   \
    { name, PROTO_ENUM, PROTO_ONE, NULL, choice, NULL }
#define MESSAGE(name, message)                                                                               \
    { name, PROTO_MESSAGE, PROTO_ONE, &message, NULL, NULL }
#define STRINGS(name)                                                                                        \
    { name, PROTO_STRING, PROTO_LIST, NULL, NULL, NULL }
#define ENUMS(name, choice)                                                                                  \
    { name, PROTO_ENUM, PROTO_LIST, NULL, choice, NULL }
#define STRUCTS(name)                                                                                        \
    { name, PROTO_STRUCT, PROTO_LIST, NULL, NULL, NULL }
#define MESSAGES(name, message)                                                                              \
    { name, PROTO_MESSAGE, PROTO_LIST, &message, NULL, NULL }
#define MAP(name, message)                                                                                   \
    { name, PROTO_MESSAGE, PROTO_MAP, &message, NULL, NULL }
#define DATA(name, message)                                                                                  \
    { name, PROTO_MESSAGE, PROTO_ONE, &message, NULL, "data" }

/* ---- contents ---- */

static const struct proto_field blob_fields[] = {STRING("mimeType"), BYTES("data")};
static const struct proto_message blob = PROTO_TABLE("Blob", blob_fields);

static const struct proto_field file_data_fields[] = {STRING("mimeType"), STRING("fileUri")};
static const struct proto_message file_data = PROTO_TABLE("FileData", file_data_fields);

static const struct proto_field call_fields[] = {STRING("id"), STRING("name"), STRUCT("args")};
static const struct proto_message call = PROTO_TABLE("FunctionCall", call_fields);

static const struct proto_field response_part_fields[] = {MESSAGE("inlineData", blob)};
static const struct proto_message response_part = PROTO_TABLE("FunctionResponsePart", response_part_fields);

static const struct proto_field response_fields[] = {
    STRING("id"),         STRING("name"),
    STRUCT("response"),   MESSAGES("parts", response_part),
    BOOL("willContinue"), ENUM("scheduling", "SILENT WHEN_IDLE INTERRUPT "),
};
static const struct proto_message response = PROTO_TABLE("FunctionResponse", response_fields);

static const struct proto_field code_fields[] = {STRING("id"), ENUM("language", "PYTHON "), STRING("code")};
static const struct proto_message code = PROTO_TABLE("ExecutableCode", code_fields);

static const struct proto_field code_result_fields[] = {
    STRING("id"),
    ENUM("outcome", "OUTCOME_OK OUTCOME_FAILED OUTCOME_DEADLINE_EXCEEDED "),
    STRING("output"),
};
static const struct proto_message code_result = PROTO_TABLE("CodeExecutionResult", code_result_fields);

static const struct proto_field tool_call_fields[] = {STRING("id"), STRING("toolType"), STRUCT("args")};
static const struct proto_message tool_call = PROTO_TABLE("ToolCall", tool_call_fields);

static const struct proto_field tool_response_fields[] = {STRING("id"), STRING("toolType"),
                                                          STRUCT("response")};
static const struct proto_message tool_response = PROTO_TABLE("ToolResponse", tool_response_fields);

static const struct proto_field video_fields[] = {STRING("startOffset"), STRING("endOffset"), FLOAT("fps")};
static const struct proto_message video = PROTO_TABLE("VideoMetadata", video_fields);

#define RESOLUTIONS "MEDIA_RESOLUTION_LOW MEDIA_RESOLUTION_MEDIUM MEDIA_RESOLUTION_HIGH "
static const struct proto_field resolution_fields[] = {
    ENUM("level", RESOLUTIONS "MEDIA_RESOLUTION_ULTRA_HIGH "),
};
static const struct proto_message resolution = PROTO_TABLE("MediaResolution", resolution_fields);

static const struct proto_field part_fields[] = {
    {"text", PROTO_STRING, PROTO_ONE, NULL, NULL, "data"},
    DATA("inlineData", blob),
    DATA("fileData", file_data),
    DATA("functionCall", call),
    DATA("functionResponse", response),
    DATA("executableCode", code),
    DATA("codeExecutionResult", code_result),
    DATA("toolCall", tool_call),
    DATA("toolResponse", tool_response),
    BOOL("thought"),
    BYTES("thoughtSignature"),
    MESSAGE("videoMetadata", video),
    MESSAGE("mediaResolution", resolution),
    STRUCT("partMetadata"),
};
static const struct proto_message part = PROTO_TABLE("Part", part_fields);

static const struct proto_field content_fields[] = {STRING("role"), MESSAGES("parts", part)};
static const struct proto_message content = PROTO_TABLE("Content", content_fields);

/* ---- schemas: a part of OpenAPI 3.0, not JSON Schema ---- */

static const struct proto_message schema;
static const struct proto_field schema_fields[] = {
    ENUM("type", "STRING NUMBER INTEGER BOOLEAN ARRAY OBJECT NULL "),
    STRING("format"),
    STRING("title"),
    STRING("description"),
    BOOL("nullable"),
    STRINGS("enum"),
    MESSAGE("items", schema),
    INT64("minItems"),
    INT64("maxItems"),
    MAP("properties", schema),
    STRINGS("required"),
    STRINGS("propertyOrdering"),
    INT64("minProperties"),
    INT64("maxProperties"),
    INT64("minLength"),
    INT64("maxLength"),
    STRING("pattern"),
    FLOAT("minimum"),
    FLOAT("maximum"),
    MESSAGES("anyOf", schema),
    VALUE("default"),
    VALUE("example"),
};
static const struct proto_message schema = PROTO_TABLE("Schema", schema_fields);

/* ---- tools ---- */

static const struct proto_field declaration_fields[] = {
    STRING("name"),
    STRING("description"),
    ENUM("behavior", "BLOCKING NON_BLOCKING "),
    MESSAGE("parameters", schema),
    VALUE("parametersJsonSchema"),
    MESSAGE("response", schema),
    VALUE("responseJsonSchema"),
};
static const struct proto_message declaration = PROTO_TABLE("FunctionDeclaration", declaration_fields);

static const struct proto_message nothing = {"Empty", NULL, 0};

static const struct proto_field tool_fields[] = {
    MESSAGES("functionDeclarations", declaration),
    STRUCT("googleSearch"),
    STRUCT("googleSearchRetrieval"),
    MESSAGE("codeExecution", nothing),
    MESSAGE("urlContext", nothing),
    STRUCT("computerUse"),
    STRUCT("fileSearch"),
    STRUCT("googleMaps"),
    STRUCTS("mcpServers"),
};
static const struct proto_message tool = PROTO_TABLE("Tool", tool_fields);

static const struct proto_field calling_fields[] = {
    ENUM("mode", "AUTO ANY NONE VALIDATED "),
    STRINGS("allowedFunctionNames"),
};
static const struct proto_message calling = PROTO_TABLE("FunctionCallingConfig", calling_fields);

static const struct proto_field tool_config_fields[] = {
    MESSAGE("functionCallingConfig", calling),
    STRUCT("retrievalConfig"),
    BOOL("includeServerSideToolInvocations"),
};
static const struct proto_message tool_config = PROTO_TABLE("ToolConfig", tool_config_fields);

/* ---- settings ---- */

static const struct proto_field thinking_fields[] = {
    BOOL("includeThoughts"),
    INT32("thinkingBudget"),
    ENUM("thinkingLevel", "MINIMAL LOW MEDIUM HIGH "),
};
static const struct proto_message thinking = PROTO_TABLE("ThinkingConfig", thinking_fields);

static const struct proto_field image_fields[] = {STRING("aspectRatio"), STRING("imageSize")};
static const struct proto_message image = PROTO_TABLE("ImageConfig", image_fields);

static const struct proto_field config_fields[] = {
    FLOAT("temperature"),
    FLOAT("topP"),
    INT32("topK"),
    INT32("candidateCount"),
    INT32("maxOutputTokens"),
    STRINGS("stopSequences"),
    INT32("seed"),
    FLOAT("presencePenalty"),
    FLOAT("frequencyPenalty"),
    STRING("responseMimeType"),
    MESSAGE("responseSchema", schema),
    VALUE("responseJsonSchema"),
    STRUCT("responseFormat"),
    ENUMS("responseModalities", "TEXT IMAGE AUDIO "),
    BOOL("responseLogprobs"),
    INT32("logprobs"),
    BOOL("enableEnhancedCivicAnswers"),
    MESSAGE("thinkingConfig", thinking),
    STRUCT("speechConfig"),
    MESSAGE("imageConfig", image),
    ENUM("mediaResolution", RESOLUTIONS),
};
static const struct proto_message config = PROTO_TABLE("GenerationConfig", config_fields);

static const struct proto_field safety_fields[] = {
    ENUM("category", "HARM_CATEGORY_HARASSMENT HARM_CATEGORY_HATE_SPEECH HARM_CATEGORY_SEXUALLY_EXPLICIT "
                     "HARM_CATEGORY_DANGEROUS_CONTENT HARM_CATEGORY_CIVIC_INTEGRITY "),
    ENUM("threshold", "BLOCK_LOW_AND_ABOVE BLOCK_MEDIUM_AND_ABOVE BLOCK_ONLY_HIGH BLOCK_NONE OFF "),
};
static const struct proto_message safety = PROTO_TABLE("SafetySetting", safety_fields);

/* ---- requests ---- */

static const struct proto_field generate_fields[] = {
    STRING("model"),
    MESSAGES("contents", content),
    MESSAGE("systemInstruction", content),
    MESSAGES("tools", tool),
    MESSAGE("toolConfig", tool_config),
    MESSAGE("generationConfig", config),
    MESSAGES("safetySettings", safety),
    STRING("cachedContent"),
    ENUM("serviceTier", "STANDARD FLEX PRIORITY "),
    BOOL("store"),
};
const struct proto_message gemini_generate_request = PROTO_TABLE("GenerateContentRequest", generate_fields);

static const struct proto_field count_fields[] = {
    STRING("model"),
    MESSAGES("contents", content),
    MESSAGE("generateContentRequest", gemini_generate_request),
};
const struct proto_message gemini_count_request = PROTO_TABLE("CountTokensRequest", count_fields);

static const struct proto_field embed_fields[] = {
    STRING("model"),
    MESSAGE("content", content),
    ENUM("taskType", "TASK_TYPE_UNSPECIFIED RETRIEVAL_QUERY RETRIEVAL_DOCUMENT SEMANTIC_SIMILARITY "
                     "CLASSIFICATION CLUSTERING QUESTION_ANSWERING FACT_VERIFICATION CODE_RETRIEVAL_QUERY "),
    STRING("title"),
    INT32("outputDimensionality"),
};
const struct proto_message gemini_embed_request = PROTO_TABLE("EmbedContentRequest", embed_fields);

static const struct proto_field embed_batch_fields[] = {MESSAGES("requests", gemini_embed_request)};
const struct proto_message gemini_embed_batch_request =
    PROTO_TABLE("BatchEmbedContentsRequest", embed_batch_fields);
