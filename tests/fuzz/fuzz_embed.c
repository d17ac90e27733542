/*
 * Embeddings on any bytes: two letters for the client's language and the provider's, a request, a NUL, an
 * answer. What is read can be sent, as JSON, or is refused with the field; every fault of an answer is the
 * provider's; and what the client gets is JSON with the very same numbers in either form.
 */
#include <math.h>
#include <string.h>

#include "canon/embed.h"
#include "dialects/task_dialect.h"
#include "fuzz.h"

#define DEPTH 600

static const struct {
    char letter;
    const struct task_dialect *dialect;
    bool listed;
} dialects[] = {{'o', &embed_openai, false}, {'a', &embed_aigne, false},  {'f', &embed_framework, false},
                {'i', &embed_indox, false},  {'g', &embed_gemini, false}, {'b', &embed_gemini, true},
                {'c', &embed_cohere, false}, {'l', &embed_ollama, false}, {'v', &embed_voyage, false},
                {'j', &embed_jina, false}};

static int find(uint8_t letter) {
    for (int i = 0; i < (int)(sizeof dialects / sizeof *dialects); i++)
        if (dialects[i].letter == letter)
            return i;
    return -1;
}

static void check_json(const struct span *part, size_t parts, size_t total) {
    struct buf text;
    struct error err = {0};
    buf_init(&text, BUF_MOST);
    for (size_t i = 0; i < parts; i++)
        buf_add(&text, part[i].at, part[i].len);
    check(text.len == total);
    check(scan_object((struct span){text.data, text.len}, NULL, 0, DEPTH, &err) == 0);
    buf_free(&text);
}

static void check_asked(const struct task *task) {
    const struct embed_request *embed = task->embed;
    check(embed->count >= 1 && embed->count <= EMBED_INPUTS_MOST && embed->param);
    check(embed->listed || embed->count == 1);
    check(embed->dimensions >= 0 && embed->dimensions <= EMBED_DIMENSIONS_MOST);
    check(task->most.prompt >= 0);
    check(embed->purpose == EMBED_ANYTHING || embed->purpose_param);
}

/* Whether it is sent. */
static bool check_sent(struct task *task, const struct task_dialect *client,
                       const struct task_dialect *provider) {
    size_t parts, total;
    check(provider->path(task, "m", task->arena)[0] == '/');
    if (client == provider) {
        struct span *part = task_edit(client, task, "m", task->arena, &parts, &total);
        check_json(part, parts, total);
        return true;
    }
    struct joint out;
    struct error err = {0};
    joint_init(&out, 4, task->arena);
    bool sent = provider->write_request(task, "m", &out, &err) == 0;
    check(sent || (err.kind == ERR_REQUEST && err.param[0]));
    if (sent) {
        struct span *part = joint_parts(&out, task->arena, &parts, &total);
        check_json(part, parts, total);
    }
    joint_free(&out);
    return sent;
}

static void check_vectors(const struct task *task, const struct embed_reply *embed) {
    check(embed->count == task->embed->count);
    for (size_t i = 0; i < embed->count; i++)
        for (size_t j = 0; j < embed->vector[i].count; j++)
            check(isfinite(embed->vector[i].at[j]));
}

/* What OpenAI's clients get is read again, whichever form they want. */
static void check_again(const struct chat_head *head, struct task *task, const struct task_reply *reply,
                        bool base64) {
    size_t parts, total;
    struct task_reply again = {0};
    struct error err = {0};
    struct joint out;
    task->embed->base64 = base64;
    joint_init(&out, 4, task->arena);
    embed_openai.write_reply(head, task, reply, &out);
    struct span *part = joint_parts(&out, task->arena, &parts, &total);
    check(parts == 1);
    bool fits = false;
    check(embed_openai.look(part[0], task, &again, &fits, &err) == 0 && fits);
    check(embed_openai.read_reply(part[0], task, &again, &err) == 0);
    for (size_t i = 0; i < reply->embed->count; i++) {
        const struct vector *one = &reply->embed->vector[i], *other = &again.embed->vector[i];
        check(one->count == other->count && memcmp(one->at, other->at, one->count * sizeof *one->at) == 0);
    }
    joint_free(&out);
}

static void check_answered(struct task *task, const struct task_dialect *client,
                           const struct task_reply *reply) {
    const struct chat_head head = {.id = "1", .model = "x", .provider = "p", .target = "m"};
    size_t parts, total;
    struct joint out;
    check_vectors(task, reply->embed);
    joint_init(&out, 4, task->arena);
    client->write_reply(&head, task, reply, &out);
    struct span *part = joint_parts(&out, task->arena, &parts, &total);
    check_json(part, parts, total);
    joint_free(&out);
    check_again(&head, task, reply, false);
    check_again(&head, task, reply, true);
}

static void answer(struct task *task, const struct task_dialect *client, const struct task_dialect *provider,
                   struct span text) {
    struct task_reply reply = {0};
    struct error err = {0};
    bool fits = true;
    int looked = client == provider ? provider->look(text, task, &reply, &fits, &err) : 0;
    struct error unread = {0};
    int rc = provider->read_reply(text, task, &reply, looked < 0 ? &unread : &err);
    check(client != provider || looked == rc); /* what may pass can be read */
    check(rc == 0 ? err.kind == ERR_NONE : err.kind == ERR_UPSTREAM && err.message[0]);
    check(reply.usage.prompt >= 0 && reply.usage.output >= 0);
    if (rc == 0)
        check_answered(task, client, &reply);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    int from = size > 2 ? find(data[0]) : -1, to = size > 2 ? find(data[1]) : -1;
    if (from < 0 || to < 0 || !dialects[from].dialect->read || !dialects[to].dialect->path)
        return 0;
    const struct task_dialect *client = dialects[from].dialect, *provider = dialects[to].dialect;
    const char *text = (const char *)data + 2, *nul = memchr(text, '\0', size - 2);
    size_t len = nul ? (size_t)(nul - text) : size - 2;
    struct arena *arena = arena_new();
    struct chat_request notes = {.arena = arena};
    struct embed_request preset = {.listed = dialects[from].listed};
    struct task task = {.arena = arena, .text = {text, len}, .notes = &notes, .embed = &preset};
    struct error err = {0};
    if (scan_object(task.text, NULL, 0, SCAN_DEPTH, &err) == 0) {
        if (client->read(&task, &err) == 0) {
            check_asked(&task);
            if (check_sent(&task, client, provider))
                answer(&task, client, provider,
                       (struct span){text + len + (nul != NULL), size - 2 - len - (nul != NULL)});
        } else {
            check(err.kind == ERR_REQUEST && err.message[0]);
        }
    }
    arena_free(arena);
    return 0;
}
