/* The strictness of the Gemini API: the turns of a conversation. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "gemini_check.h"
#include "gemini_sign.h"
#include "media.h"
#include "member.h"

/* ---- parts ---- */

static const char *const data_names[] = {
    "text",           "inlineData",          "fileData", "functionCall", "functionResponse",
    "executableCode", "codeExecutionResult", "toolCall", "toolResponse",
};

static bool has_data(const json_t *part) {
    for (size_t i = 0; i < sizeof data_names / sizeof *data_names; i++)
        if (json_object_get(part, data_names[i]))
            return true;
    return false;
}

static bool is_known_type(const char *type) {
    static const char *const known[] = {
        "application/pdf",
        "application/json",
        "application/rtf",
        "audio/aac",
        "audio/aiff",
        "audio/flac",
        "audio/m4a",
        "audio/mp3",
        "audio/mp4",
        "audio/mpeg",
        "audio/ogg",
        "audio/opus",
        "audio/pcm",
        "audio/wav",
        "audio/webm",
        "audio/x-wav",
        "image/heic",
        "image/heif",
        "image/jpeg",
        "image/png",
        "image/webp",
        "text/css",
        "text/csv",
        "text/html",
        "text/javascript",
        "text/markdown",
        "text/md",
        "text/plain",
        "text/rtf",
        "text/x-python",
        "text/xml",
        "video/3gpp",
        "video/avi",
        "video/mov",
        "video/mp4",
        "video/mpeg",
        "video/mpg",
        "video/mpegps",
        "video/quicktime",
        "video/webm",
        "video/wmv",
        "video/x-flv",
        "application/x-javascript",
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i], type) == 0)
            return true;
    return false;
}

static int check_blob(const json_t *blob, const struct place *where, struct error *err) {
    const char *type = json_string_value(json_object_get(blob, "mimeType"));
    struct place inner = {where, "inline_data", 0}, type_where = {&inner, "mime_type", 0},
                 data_where = {&inner, "data", 0};
    if (!type || !*type)
        return gemini_refuse(err, &type_where, "must be specified");
    if (!is_known_type(type))
        return error_set(err, ERR_REQUEST, "Unsupported MIME type: %.100s", type);
    const json_t *data = json_object_get(blob, "data");
    if (json_string_length(data) == 0)
        return gemini_refuse(err, &data_where, "must not be empty");
    if (!media_fits(type, json_string_value(data), json_string_length(data), true))
        return error_set(err, ERR_REQUEST,
                         "Unable to process input image. Please retry or report in "
                         "https://developers.generativeai.google/guide/troubleshooting");
    return 0;
}

static int check_file(const json_t *file, const struct place *where, struct error *err) {
    struct place inner = {where, "file_data", 0}, uri = {&inner, "file_uri", 0};
    if (json_string_length(json_object_get(file, "fileUri")) == 0)
        return gemini_refuse(err, &uri, "must be specified");
    return 0;
}

static int check_response(const json_t *response, const struct place *where, struct error *err) {
    struct place inner = {where, "function_response", 0}, name = {&inner, "name", 0},
                 substance = {&inner, "response", 0}, list = {&inner, "parts", 0};
    size_t i;
    json_t *part;
    if (gemini_check_name(json_object_get(response, "name"), &name, err))
        return -1;
    if (!json_object_get(response, "response"))
        return gemini_refuse(err, &substance, "must be specified");
    json_array_foreach(json_object_get(response, "parts"), i, part) {
        struct place place = {&list, NULL, i};
        if (check_blob(json_object_get(part, "inlineData"), &place, err))
            return -1;
    }
    return 0;
}

static int check_part(const json_t *part, const struct place *where, struct error *err) {
    const json_t *blob = json_object_get(part, "inlineData"), *file = json_object_get(part, "fileData"),
                 *call = json_object_get(part, "functionCall"),
                 *response = json_object_get(part, "functionResponse");
    struct place data = {where, "data", 0}, call_where = {where, "function_call", 0},
                 name = {&call_where, "name", 0};
    if (!has_data(part))
        return gemini_refuse(err, &data, "required oneof field 'data' must have one initialized field");
    if (blob)
        return check_blob(blob, where, err);
    if (file)
        return check_file(file, where, err);
    if (call)
        return gemini_check_name(json_object_get(call, "name"), &name, err);
    return response ? check_response(response, where, err) : 0;
}

/* ---- contents ---- */

static size_t count(const json_t *content, const char *kind) {
    size_t i, found = 0;
    json_t *part;
    json_array_foreach(json_object_get(content, "parts"), i, part) {
        if (json_object_get(part, kind))
            found++;
    }
    return found;
}

static int check_content(const json_t *content, const struct place *where, struct error *err) {
    const char *role = json_string_value(json_object_get(content, "role"));
    const json_t *parts = json_object_get(content, "parts");
    struct place list = {where, "parts", 0};
    size_t i;
    json_t *part;
    if (role && *role && strcmp(role, "user") != 0 && strcmp(role, "model") != 0)
        return error_set(err, ERR_REQUEST, "Please use a valid role: user, model.");
    if (json_array_size(parts) == 0)
        return gemini_refuse(err, &list, "contents.parts must not be empty.");
    json_array_foreach(parts, i, part) {
        struct place inner = {&list, NULL, i};
        if (check_part(part, &inner, err))
            return -1;
        if (json_object_get(part, member_is(content, "role", "model") ? "functionResponse" : "functionCall"))
            return gemini_refuse(err, &inner, "calls belong to the role model, responses to the role user");
    }
    return 0;
}

/* ---- calls and responses ---- */

static bool same_text(const json_t *a, const json_t *b) {
    return strcmp(json_string_value(a), json_string_value(b)) == 0;
}

/* A response belongs to the call of its name and id, or else to the first of its name that had no id. */
static bool answers(const json_t *response, const json_t *call, bool by_id) {
    const json_t *id = json_object_get(call, "id"), *told = json_object_get(response, "id");
    if (!same_text(json_object_get(call, "name"), json_object_get(response, "name")))
        return false;
    return by_id ? id && told && same_text(id, told) : json_string_length(id) == 0;
}

static bool take_call(const json_t *calls, bool *taken, const json_t *response, bool by_id) {
    size_t i;
    json_t *part;
    json_array_foreach(calls, i, part) {
        const json_t *call = json_object_get(part, "functionCall");
        if (call && !taken[i] && answers(response, call, by_id)) {
            taken[i] = true;
            return true;
        }
    }
    return false;
}

static int check_pairs(const json_t *turn, const json_t *next, struct error *err) {
    const json_t *calls = json_object_get(turn, "parts");
    bool *taken = xcalloc(json_array_size(calls) + 1, sizeof *taken);
    int result = 0;
    size_t i;
    json_t *part;
    json_array_foreach(json_object_get(next, "parts"), i, part) {
        const json_t *response = json_object_get(part, "functionResponse");
        if (response && !take_call(calls, taken, response, true) && !take_call(calls, taken, response, false))
            result = error_set(
                err, ERR_REQUEST,
                "Please ensure that each function response has the name, and the id if there is one, "
                "of a function call: '%.64s' has not.",
                json_string_value(json_object_get(response, "name")));
    }
    free(taken);
    return result;
}

/* A turn in the light of those before and after it; NULL at the ends. */
static int check_turn(const json_t *before, const json_t *turn, const json_t *after, struct error *err) {
    size_t calls = count(turn, "functionCall");
    if (count(turn, "functionResponse") > 0 && count(before, "functionCall") == 0)
        return error_set(
            err, ERR_REQUEST,
            "Please ensure that function response turn comes immediately after a function call turn.");
    if (calls == 0)
        return 0;
    if (!before || member_is(before, "role", "model"))
        return error_set(
            err, ERR_REQUEST,
            "Please ensure that function call turn comes immediately after a user turn or after a "
            "function response turn.");
    if (!after || count(after, "functionResponse") != calls)
        return error_set(err, ERR_REQUEST,
                         "Please ensure that the number of function response parts is equal to the number of "
                         "function call parts of the function call turn.");
    return check_pairs(turn, after, err);
}

int gemini_check_contents(const json_t *contents, bool signed_calls, struct error *err) {
    struct place list = {NULL, "contents", 0};
    size_t i, count = json_array_size(contents);
    if (count == 0)
        return gemini_refuse(err, &list, "contents is not specified");
    for (i = 0; i < count; i++) {
        struct place inner = {&list, NULL, i};
        if (check_content(json_array_get(contents, i), &inner, err))
            return -1;
    }
    for (i = 0; i < count; i++)
        if (check_turn(i > 0 ? json_array_get(contents, i - 1) : NULL, json_array_get(contents, i),
                       json_array_get(contents, i + 1), err))
            return -1;
    return gemini_check_signatures(contents, signed_calls, err);
}
