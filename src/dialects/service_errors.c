/* How services refuse that have an API of their own. */
#include "dialects/service_errors.h"

#include "dialects/answer.h"

/* {"message":""} is Cohere's, {"error":""} Ollama's, {"detail":""} that of Voyage AI and Jina AI; what stands
 * before them may say {"error":{}}. */
static bool read_error(struct span text, struct span *message) {
    struct scan_want want[] = {{.name = "message"}, {.name = "error"}, {.name = "detail"}};
    struct error ignored = {0};
    if (answer_read_error(text, message))
        return true;
    if (scan_object(text, want, 3, SCAN_DEPTH, &ignored) < 0)
        return false;
    for (size_t i = 0; i < 3; i++)
        if (want[i].type == SCAN_STRING) {
            *message = want[i].value;
            return true;
        }
    return false;
}

const struct chat_dialect service_cohere = {.name = "cohere", .read_error = read_error},
                          service_ollama = {.name = "ollama", .read_error = read_error},
                          service_voyage = {.name = "voyage", .read_error = read_error},
                          service_jina = {.name = "jina", .read_error = read_error};
