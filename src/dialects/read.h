#ifndef DIALECTS_READ_H
#define DIALECTS_READ_H

#include "base/jsonvalue.h"
#include "canon/chat.h"

/* What reading a request takes in every dialect. Each returns 0, or -1 with ERR_REQUEST and the field. */

/* Like value_pick(), with the request's ways to write a name; what the list does not name is noted as
 * dropped. Each object is counted, of which there may be CHAT_PARTS_MOST: the canonical form takes more room
 * than what it is made of. */
int read_members(struct chat_request *request, const struct json *object, const char *const *names,
                 struct json *found, struct error *err);

/* The same with other ways to write a name. */
int read_members_named(struct chat_request *request, const struct json *object, const char *const *names,
                       bool (*named)(struct span name, const char *wanted), struct json *found,
                       struct error *err);

/* How the sender calls a member that it may have written in more than one way: its place, less indexes; else,
 * or where it is not there, what is usual. */
const char *read_param(struct chat_request *request, const struct json *value, const char *usual);

/* Notes a value that has no place in the canonical form. */
void read_dropped(struct chat_request *request, const struct json *value);

/* A setting that is not there stays unset; one that is there must be of that type. `param` is how errors and
 * notes call it. */
int read_number(const struct json *value, const char *param, struct chat_option *into, struct error *err);
int read_text(const struct json *value, const char *param, struct chat_option *into, struct error *err);
int read_raw(const struct json *value, const char *param, struct chat_option *into);
int read_flag(const struct json *value, enum chat_flag *into, struct error *err);

/* A text that may be missing. */
int read_string(const struct json *value, struct span *into, struct error *err);

/* A name of at most 256 bytes; NULL where it is not there. */
int read_name(struct chat_request *request, const struct json *value, const char **into, struct error *err);

/* The same, but it must be there, and not empty: an id or a name. */
int read_wanted_name(struct chat_request *request, const struct json *value, const char *member,
                     const char **into, struct error *err);

/* A string, or an array of strings: at most `most` of them. */
int read_texts(struct chat_request *request, const struct json *value, int most, struct chat_list **into,
               struct error *err);

/* The content of a message: a text, or an array of parts, each of which `part` reads; or nothing. */
typedef int read_part_of(struct chat_request *request, const struct json *part, enum chat_role role,
                         struct chat_blocks *into, struct error *err);
int read_message_content(struct chat_request *request, const struct json *content, enum chat_role role,
                         read_part_of *part, struct chat_blocks *into, struct error *err);

/* Each member that must be there: value_bad() on the object. */
int read_missing(const struct json *object, const char *member, struct error *err);

/* A new tool that is declared by a value; NULL with ERR_REQUEST if there are too many. */
struct chat_tool *read_new_tool(struct chat_request *request, const struct json *value,
                                enum chat_tool_kind kind, struct error *err);

/* The modalities of an answer: text alone is what there is. */
int read_text_alone(const struct json *value, struct error *err);

/* A function as OpenAI declares it: name, description, parameters and strict. */
int read_tool_function(struct chat_request *request, const struct json *value, struct chat_tool *tool,
                       struct error *err);

/* An object of a tool's parameters. */
int read_schema(const struct json *value, struct span *into, struct error *err);

#endif
