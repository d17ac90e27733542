#ifndef DIALECTS_WRITE_H
#define DIALECTS_WRITE_H

#include "base/jsonwrite.h"
#include "canon/chat.h"

/* What writing a request takes in every dialect. JSON strings and texts are made in the arena. */

struct span write_quoted(struct arena *arena, const char *text);

/* An instruction in the middle of a conversation, as text of the user's. */
struct span write_reminder(struct arena *arena, struct span text);

/* What stands for media that the target cannot take; it is noted as dropped. */
struct span write_media_note(struct chat_request *request, const struct chat_media *media);

/* What stands in front of media that have a title where the dialect has no member for it. */
struct span write_title(struct arena *arena, struct span title);

/* Notes how closely an image is to be looked at as dropped, if that was said. */
void write_drop_detail(struct chat_request *request, const struct chat_media *media);

/* Notes a thought of the history as dropped, if there is anything to it. */
void write_drop_thought(struct chat_request *request, const struct chat_block *thought);

/* Notes the marks of prefixes to be cached as dropped. Only Anthropic has them, so they have its names. */
void write_drop_cache_marks(struct chat_request *request);

/* Notes the mark of a result that is an error as dropped, if it was the sender who made it. */
void write_drop_failed(struct chat_request *request, const struct chat_result *result);

/* ---- tools --------------------------------------------------------------------------- */

/* What parts of a tool's schema are noted as dropped below. */
#define WRITE_PARAMETERS "tools[].parameters"

/* Notes the tools as dropped that only the client's own provider could run. */
void write_drop_hosted_tools(struct chat_request *request);

/* Decides of each tool whether it is `offered`: all but the hosted ones, or those of them that may be called.
 * To be done again when `allowed` changes. */
void write_mark_tools(struct chat_request *request);

/* Whether any tool is. */
bool write_offers_tools(const struct chat_request *request);

/* Notes the choice of a tool as dropped, as the sender calls it. */
void write_drop_choice(struct chat_request *request);

/* Providers refuse a choice of a tool that is not declared, or that only the client's own could run: it
 * becomes CHOICE_AUTO, and is noted as dropped. So is one of several if none of them is declared. The tools
 * are marked. */
void write_settle_choice(struct chat_request *request);

/* The member "description", for a custom tool with its grammar; nothing if there is none. */
void write_tool_description(struct json_writer *w, struct arena *arena, const struct chat_tool *tool);

/* The parameters: a custom tool has one, its input. */
void write_tool_schema(struct json_writer *w, const struct chat_tool *tool);

/* The same as OpenAI wants it: said to be an object, with its properties, even none; see also
 * tool_schema(). Returns what there is of it to judge by write_is_strict(). */
struct span write_whole_schema(struct json_writer *w, struct chat_request *request,
                               const struct chat_tool *tool);

/* The same of any schema. */
void write_completed_schema(struct json_writer *w, struct span schema);

/* Whether a schema is one that OpenAI's strict mode takes: all properties required, no others, and not nested
 * too deep. */
bool write_is_strict(struct span schema);

/* The arguments of a call: as a JSON string that holds JSON, and as an object. Text that is no object is kept
 * in a member of one. */
void write_arguments_text(struct json_writer *w, const struct chat_call *call);
void write_arguments_object(struct json_writer *w, const struct chat_call *call);

/* ---- settings -------------------------------------------------------------------------- */

/* A setting as the member `name`; NULL: the target has none, so it is noted as dropped. Nothing if not given.
 */
void write_option(struct json_writer *w, struct chat_request *request, const char *name,
                  const struct chat_option *option);

/* OpenAI's member for several calls at once. */
void write_parallel(struct json_writer *w, struct chat_request *request, bool takes);

/* The wanted format as OpenAI has it: name, description, schema and strict. */
void write_format_schema(struct json_writer *w, const struct chat_request *request, struct span schema);

/* The name of the wanted format: [A-Za-z0-9_-]{1,64}. */
const char *write_format_name(const struct chat_request *request);

#endif
