/* The key of the Gemini API, and Google's errors. */
#include <string.h>

#include "gemini.h"

#define KEY       "test-provider-key"
#define BAD_KEY   "API_KEY_INVALID"
#define TYPE_HEAD "{\"@type\":\"type.googleapis.com/google.rpc."

int gemini_read_head(const struct http_request *request, struct scene *scene, struct error *err) {
    (void)scene;
    struct span key = http_field(request, "x-goog-api-key");
    bool named = request->query.at && memmem(request->query.at, request->query.len, "key=", 4);
    if (!key.at && !named)
        return error_set(
            err, ERR_PERMISSION,
            "Method doesn't allow unregistered callers (callers without established identity). Please "
            "use API Key or other form of API consumer identity to call this API.");
    if (key.at ? span_is(key, KEY) : http_has_parameter(request, "key=" KEY))
        return 0;
    error_set(err, ERR_REQUEST, "API key not valid. Please pass a valid API key.");
    err->code = BAD_KEY;
    return -1;
}

static const char *status_name(int status) {
    static const struct {
        int status;
        const char *name;
    } names[] = {
        {400, "INVALID_ARGUMENT"}, {401, "UNAUTHENTICATED"},  {403, "PERMISSION_DENIED"},
        {404, "NOT_FOUND"},        {405, "UNIMPLEMENTED"},    {409, "ABORTED"},
        {413, "INVALID_ARGUMENT"}, {415, "INVALID_ARGUMENT"}, {429, "RESOURCE_EXHAUSTED"},
        {499, "CANCELLED"},        {500, "INTERNAL"},         {501, "UNIMPLEMENTED"},
        {502, "UNAVAILABLE"},      {503, "UNAVAILABLE"},      {504, "DEADLINE_EXCEEDED"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].status == status)
            return names[i].name;
    return status < 500 ? "FAILED_PRECONDITION" : "UNKNOWN";
}

static void put_details(const struct error *err, struct buf *json) {
    if (err->code && strcmp(err->code, BAD_KEY) == 0) {
        buf_puts(json, ",\"details\":[" TYPE_HEAD "ErrorInfo\",\"reason\":\"" BAD_KEY "\","
                       "\"domain\":\"googleapis.com\"}]");
    } else if (err->status == 429) {
        buf_printf(json, ",\"details\":[" TYPE_HEAD "RetryInfo\",\"retryDelay\":\"%ds\"}]",
                   err->retry_after ? err->retry_after : 1);
    } else if (err->status == 400 && *err->param) {
        buf_puts(json, ",\"details\":[" TYPE_HEAD "BadRequest\",\"fieldViolations\":[{\"field\":");
        buf_quote(json, err->param, strlen(err->param));
        buf_puts(json, ",\"description\":");
        buf_quote(json, err->message, strlen(err->message));
        buf_puts(json, "}]}]");
    }
}

void gemini_write_error(const struct error *err, uint64_t serial, struct buf *json) {
    (void)serial;
    buf_printf(json, "{\"error\":{\"code\":%d,\"message\":", err->status);
    buf_quote(json, err->message, strlen(err->message));
    buf_printf(json, ",\"status\":\"%s\"", status_name(err->status));
    put_details(err, json);
    buf_puts(json, "}}");
}
