/* Pictures: requests of each language as providers get them, answers of providers as clients do; whole, cut
 * at each byte, and with each byte another one. */
#include "base/joint.h"
#include "canon/image.h"
#include "dialects/image_family.h"
#include "dialects/image_read.h"
#include "dialects/task_dialect.h"

#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define PNG          "iVBORw0KGgoAAAAN"
#define PNG_URL      "data:image/png;base64," PNG

static const struct {
    const char *name;
    const struct task_dialect *make, *edit;
} languages[] = {
    {"openai", &image_openai, &edit_openai}, {"indox", &image_indox, NULL},
    {"aigne", &image_aigne, &edit_aigne},    {"framework", &image_framework, &edit_framework},
    {"gemini", &image_gemini, &edit_gemini},
};

static const struct task_dialect *language(const char *name, enum task_kind kind) {
    for (size_t i = 0; i < COUNT(languages); i++)
        if (strcmp(languages[i].name, name) == 0)
            return kind == TASK_EDIT ? languages[i].edit : languages[i].make;
    return NULL;
}

/* ---- what is made of texts ------------------------------------------------------------- */

static void free_joint(void *joint) {
    joint_free(joint);
}

static struct joint *new_joint(struct arena *arena) {
    struct joint *joint = arena_alloc(arena, sizeof *joint);
    joint_init(joint, 64, arena);
    arena_own(arena, joint, free_joint);
    return joint;
}

static const char *text_of(const struct joint *joint, struct arena *arena) {
    size_t parts, total, at = 0;
    const struct span *part = joint_parts(joint, arena, &parts, &total);
    char *text = arena_alloc(arena, total + 1);
    for (size_t i = 0; i < parts; at += part[i++].len)
        memcpy(text + at, part[i].at, part[i].len);
    return text;
}

/* As the relay does it. */
static int read_text(const struct task_dialect *dialect, struct span text, struct arena *arena,
                     struct task *task, struct error *err) {
    *task = (struct task){.kind = dialect->kind, .arena = arena, .text = text};
    task->notes = arena_alloc(arena, sizeof *task->notes);
    task->notes->arena = arena;
    if (scan_object(text, NULL, 0, SCAN_DEPTH, err) < 0)
        return -1;
    return dialect->read(task, err);
}

static struct span span_of(const char *text) {
    return (struct span){text, strlen(text)};
}

/* ---- requests --------------------------------------------------------------------------- */

static const struct {
    const char *client;
    enum task_kind kind;
    const char *text, *provider, *model, *wanted; /* what the provider gets; or the field that is refused */
    int64_t output; /* tokens at most, of those that are taken; 0: not looked at */
    const char *dropped;
} requests[] = {
    {"openai", TASK_IMAGE, "{\"prompt\":\"a\"}", "gemini", "g",
     "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"a\"}]}],\"generationConfig\":"
     "{\"responseModalities\":[\"TEXT\",\"IMAGE\"]}}",
     0, ""},
    {"openai", TASK_IMAGE,
     "{\"prompt\":\"\\u00e9\\n\",\"model\":\"x/gpt-image-1\",\"quality\":\"low\",\"n\":3}", "openai",
     "gpt-image-1", "{\"model\":\"gpt-image-1\",\"prompt\":\"\\u00e9\\n\",\"n\":3,\"quality\":\"low\"}",
     3 * 408, ""},
    {"openai", TASK_IMAGE, "{\"prompt\":\"a\",\"model\":\"gpt-image-1\",\"size\":\"1024x1024\"}", "openai",
     "m", "{\"model\":\"m\",\"prompt\":\"a\",\"size\":\"1024x1024\"}", 4160, ""},
    {"openai", TASK_IMAGE,
     "{\"prompt\":\"a\",\"model\":\"gpt-image-1\",\"size\":\"1024x1536\",\"quality\":\"medium\"}", "openai",
     "m", "{\"model\":\"m\",\"prompt\":\"a\",\"size\":\"1024x1536\",\"quality\":\"medium\"}", 1584, ""},
    {"openai", TASK_IMAGE, "{\"prompt\":\"a\",\"model\":\"gpt-image-1\",\"quality\":\"auto\"}", "openai", "m",
     "{\"model\":\"m\",\"prompt\":\"a\",\"quality\":\"auto\"}", 6240, ""},
    {"openai", TASK_IMAGE,
     "{\"prompt\":\"a\",\"model\":\"gpt-image-2\",\"size\":\"2048x1024\",\"quality\":\"high\"}", "openai",
     "m", "{\"model\":\"m\",\"prompt\":\"a\",\"size\":\"2048x1024\",\"quality\":\"high\"}", 8320, ""},
    {"openai", TASK_IMAGE, "{\"prompt\":\"a\",\"model\":\"gemini-2.5-flash-image\",\"size\":\"832x1248\"}",
     "gemini", "m",
     "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"a\"}]}],\"generationConfig\":"
     "{\"responseModalities\":[\"TEXT\",\"IMAGE\"],\"imageConfig\":{\"aspectRatio\":\"2:3\"}}}",
     1290, ""},
    {"openai", TASK_IMAGE,
     "{\"prompt\":\"a\",\"model\":\"m\",\"size\":\"21:9\",\"user\":\"u\",\"output_format\":\"webp\"}",
     "gemini", "m",
     "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"a\"}]}],\"generationConfig\":"
     "{\"responseModalities\":[\"TEXT\",\"IMAGE\"],\"imageConfig\":{\"aspectRatio\":\"21:9\"}}}",
     0, "output_format, user"},
    {"openai", TASK_IMAGE, "{\"prompt\":\"a\",\"model\":\"m\",\"size\":\"3x1\"}", "gemini", "m", "size", 0,
     NULL},
    {"openai", TASK_IMAGE, "{\"prompt\":\"a\",\"model\":\"m\",\"n\":2}", "gemini", "m", "n", 0, NULL},
    {"openai", TASK_IMAGE, "{\"prompt\":\"a\",\"model\":\"m\"}", "gemini", "imagen-4", "model", 0, NULL},
    {"openai", TASK_IMAGE, "{\"prompt\":\"\"}", NULL, NULL, "prompt", 0, NULL},
    {"openai", TASK_IMAGE, "{}", NULL, NULL, "prompt", 0, NULL},
    {"openai", TASK_IMAGE, "{\"prompt\":\"a\",\"prompt\":\"b\"}", NULL, NULL, "prompt", 0, NULL},
    {"openai", TASK_IMAGE, "{\"prompt\":\"a\",\"n\":1.0}", NULL, NULL, "n", 0, NULL},
    {"openai", TASK_IMAGE, "{\"prompt\":\"a\",\"size\":\"\"}", NULL, NULL, "size", 0, NULL},
    {"openai", TASK_IMAGE, "{\"prompt\":\"a\",\"model\":\"gpt-image-2\",\"size\":\"01x1\"}", NULL, NULL,
     "size", 0, NULL},
    {"openai", TASK_IMAGE, "{\"prompt\":\"a\",\"model\":\"gpt-image-2\",\"size\":\"1x1000000\"}", NULL, NULL,
     "size", 0, NULL},
    {"openai", TASK_IMAGE, "{\"prompt\":\"a\",\"model\":\"x/dall-e-3\",\"quality\":\"high\"}", NULL, NULL,
     "quality", 0, NULL},
    {"openai", TASK_IMAGE, "{\"prompt\":\"a\",\"output_compression\":-1}", NULL, NULL, "output_compression",
     0, NULL},
    {"openai", TASK_IMAGE, "{\"prompt\":\"a\",\"background\":\"transparent\",\"output_format\":\"jpeg\"}",
     NULL, NULL, "background", 0, NULL},
    {"openai", TASK_EDIT, "{\"prompt\":\"a\",\"images\":[{\"image_url\":\"" PNG_URL "\"}]}", "gemini", "m",
     "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"a\"},{\"inlineData\":{"
     "\"mimeType\":\"image/png\",\"data\":\"" PNG
     "\"}}]}],\"generationConfig\":{\"responseModalities\":[\"TEXT\",\"IMAGE\"]}}",
     0, ""},
    {"openai", TASK_EDIT,
     "{\"prompt\":\"a\",\"images\":[{\"image_url\":\"d\\u0061ta:image/png;base64,QUJD\"}]}", NULL, NULL,
     "images[0].image_url", 0, NULL},
    {"openai", TASK_EDIT,
     "{\"prompt\":\"a\",\"images\":[{\"image_url\":\"data:application/pdf;base64,JVBERi0x\"}]}", NULL, NULL,
     "images[0].image_url", 0, NULL},
    {"openai", TASK_EDIT, "{\"prompt\":\"a\",\"images\":\"" PNG_URL "\"}", NULL, NULL, "images", 0, NULL},
    {"openai", TASK_EDIT, "{\"prompt\":\"a\",\"images\":[7]}", NULL, NULL, "images[0]", 0, NULL},
    {"indox", TASK_IMAGE,
     "{\"prompt\":\"a\",\"provider\":\"openai\",\"model\":\"gpt-image-1\",\"additional_params\":{"
     "\"quality\":\"hd\",\"style\":"
     "\"vivid\",\"seed\":5}}",
     "openai", "gpt-image-1", "{\"model\":\"gpt-image-1\",\"prompt\":\"a\",\"quality\":\"high\"}", 6240,
     "additional_params.seed, additional_params.style"},
    {"indox", TASK_IMAGE,
     "{\"prompt\":\"a\",\"additional_params\":{\"provider\":\"openai\",\"model\":\"gpt-image-1\","
     "\"byok_api_key\":\"\",\"quality\":\"low\"}}",
     "openai", "gpt-image-1", "{\"model\":\"gpt-image-1\",\"prompt\":\"a\",\"quality\":\"low\"}", 408, ""},
    {"indox", TASK_IMAGE, "{\"prompt\":\"a\",\"byok_api_key\":\"sk\"}", NULL, NULL, "byok_api_key", 0, NULL},
    {"indox", TASK_IMAGE, "{\"prompt\":\"a\",\"model\":\"m\",\"additional_params\":{\"model\":\"n\"}}", NULL,
     NULL, "additional_params.model", 0, NULL},
    {"indox", TASK_IMAGE, "{\"prompt\":\"a\",\"stream\":true}", NULL, NULL, "stream", 0, NULL},
    {"indox", TASK_IMAGE, "{\"prompt\":\"a\",\"provider\":\"a/b\"}", NULL, NULL, "provider", 0, NULL},
    {"indox", TASK_IMAGE, "{\"prompt\":\"a\",\"additional_params\":{\"n\":0}}", NULL, NULL,
     "additional_params.n", 0, NULL},
    {"indox", TASK_IMAGE, "{\"prompt\":\"a\",\"additional_params\":[]}", NULL, NULL, "additional_params", 0,
     NULL},
    {"aigne", TASK_IMAGE,
     "{\"prompt\":\"a\",\"model\":\"aignehub/openai/dall-e-3\",\"responseFormat\":\"base64\"}", "openai",
     "dall-e-3", "{\"model\":\"dall-e-3\",\"prompt\":\"a\",\"response_format\":\"b64_json\"}", 0, ""},
    {"aigne", TASK_IMAGE,
     "{\"prompt\":\"a\",\"outputFileType\":\"url\",\"quality\":\"standard\",\"model\":\"gpt-image-1\"}",
     "openai", "gpt-image-1", "{\"model\":\"gpt-image-1\",\"prompt\":\"a\",\"quality\":\"medium\"}", 1584,
     ""},
    {"aigne", TASK_IMAGE, "{\"prompt\":\"a\",\"responseFormat\":\"url\",\"response_format\":\"url\"}", NULL,
     NULL, "responseFormat", 0, NULL},
    {"aigne", TASK_EDIT, "{\"prompt\":\"a\",\"model\":\"m\",\"image\":[\"" PNG "\",\"" PNG_URL "\"]}",
     "gemini", "m",
     "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"a\"},{\"inlineData\":{"
     "\"mimeType\":\"image/png\",\"data\":\"" PNG
     "\"}},{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"" PNG "\"}}]}],\"generationConfig\":"
     "{\"responseModalities\":[\"TEXT\",\"IMAGE\"]}}",
     0, ""},
    {"aigne", TASK_EDIT, "{\"prompt\":\"a\",\"image\":[\"" PNG "\",{}]}", NULL, NULL, "image[1]", 0, NULL},
    {"aigne", TASK_IMAGE, "{\"prompt\":\"a\",\"mask\":\"" PNG "\"}", NULL, NULL, "mask", 0, NULL},
    {"framework", TASK_IMAGE,
     "{\"input\":{\"prompt\":\"a\",\"n\":2,\"modelOptions\":{\"model\":\"openai/dall-e-2\","
     "\"size\":\"256x256\"}},\"userId\":\"u\"}",
     "openai", "dall-e-2", "{\"model\":\"dall-e-2\",\"prompt\":\"a\",\"n\":2,\"size\":\"256x256\"}", 0,
     "userId"},
    {"framework", TASK_EDIT,
     "{\"input\":{\"prompt\":\"a\",\"image\":{\"type\":\"file\",\"data\":\"" PNG
     "\"},\"modelOptions\":{\"model\":\"m\"}}}",
     "gemini", "m",
     "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"a\"},{\"inlineData\":{"
     "\"mimeType\":\"image/png\",\"data\":\"" PNG
     "\"}}]}],\"generationConfig\":{\"responseModalities\":[\"TEXT\",\"IMAGE\"]}}",
     0, ""},
    {"framework", TASK_IMAGE, "{\"input\":[]}", NULL, NULL, "input", 0, NULL},
    {"framework", TASK_IMAGE, "{\"input\":{\"prompt\":\"a\",\"modelOptions\":{\"n\":11}}}", NULL, NULL,
     "input.modelOptions.n", 0, NULL},
    {"framework", TASK_EDIT, "{\"input\":{\"prompt\":\"a\",\"image\":[{\"type\":\"url\"}]}}", NULL, NULL,
     "input.image[0].url", 0, NULL},
};

static void check_request(size_t i, struct arena *arena) {
    struct task task;
    struct error err = {0};
    int rc = read_text(language(requests[i].client, requests[i].kind), span_of(requests[i].text), arena,
                       &task, &err);
    if (rc == 0 && requests[i].provider) {
        struct joint *out = new_joint(arena);
        rc = language(requests[i].provider, requests[i].kind)
                 ->write_request(&task, requests[i].model, out, &err);
        if (rc == 0 && requests[i].dropped) {
            is_str(text_of(out, arena), requests[i].wanted, requests[i].text);
            is_str(chat_dropped_names(task.notes, 200), requests[i].dropped, "dropped");
            if (requests[i].output)
                is_int(task.most.output, requests[i].output, "tokens at most");
        }
    }
    if (!requests[i].dropped) {
        ok(rc < 0 && err.kind == ERR_REQUEST, "refused: %s", requests[i].text);
        is_str(err.param, requests[i].wanted, "the field");
    } else {
        ok(rc == 0, "taken: %s %s", requests[i].text, err.message);
    }
}

/* Whatever comes of it, a fault is told, and what is taken can be written. */
static bool is_sound(size_t i, struct span text) {
    struct arena *arena = arena_new();
    struct task task;
    struct error err = {0};
    bool good = true;
    char *copy = arena_strndup(arena, text.at, text.len); /* of its own: nothing behind it may be read */
    if (read_text(language(requests[i].client, requests[i].kind), (struct span){copy, text.len}, arena, &task,
                  &err) < 0) {
        good = err.kind == ERR_REQUEST && err.message[0];
    } else if (requests[i].provider && (task.image->sources == 0 || task.image->source[0].media.data.at)) {
        struct joint *out = new_joint(arena);
        int rc = language(requests[i].provider, requests[i].kind)->write_request(&task, "m", out, &err);
        struct error none = {0};
        good = rc < 0
                   ? err.kind == ERR_REQUEST
                   : task.sends || scan_object(span_of(text_of(out, arena)), NULL, 0, SCAN_DEPTH, &none) == 0;
    }
    arena_free(arena);
    return good;
}

static void test_requests(void) {
    for (size_t i = 0; i < COUNT(requests); i++) {
        struct arena *arena = arena_new();
        check_request(i, arena);
        arena_free(arena);
        size_t len = strlen(requests[i].text), bad = 0;
        char *text = xstrdup(requests[i].text);
        for (size_t at = 0; at < len; at++) {
            static const char others[] = "\"\\{}[]:,0 a\x80";
            bad += !is_sound(i, (struct span){text, at});
            for (size_t k = 0; k < sizeof others; k++) {
                char was = text[at];
                text[at] = others[k];
                bad += !is_sound(i, (struct span){text, len});
                text[at] = was;
            }
        }
        free(text);
        is_int((long long)bad, 0, "cut and changed at each byte");
    }
}

/* A form that is written for a provider. */
static void test_written_form(void) {
    struct arena *arena = arena_new();
    struct task task;
    struct error err = {0};
    const char *text = "{\"model\":\"m\",\"prompt\":\"a \\\"b\\\"\",\"image\":[\"" PNG "\",\"" PNG
                       "\"],\"n\":2,\"mask\":\"" PNG "\"}";
    struct joint *out = new_joint(arena);
    ok(read_text(&edit_aigne, span_of(text), arena, &task, &err) == 0 &&
           edit_openai.write_request(&task, "gpt-image-1", out, &err) == 0,
       "written %s", err.message);
    const char *boundary = strstr(task.sends, "boundary=") + 9;
    struct buf want;
    static const struct {
        const char *head, *body;
        size_t len;
    } parts[] = {
        {"name=\"model\"", "gpt-image-1", 11},
        {"name=\"prompt\"", "a \"b\"", 5},
        {"name=\"n\"", "2", 1},
        {"name=\"image[]\"; filename=\"image-1.png\"\r\nContent-Type: image/png", "\x89PNG\r\n\x1a\n\0\0\0\r",
         12},
        {"name=\"image[]\"; filename=\"image-1.png\"\r\nContent-Type: image/png", "\x89PNG\r\n\x1a\n\0\0\0\r",
         12},
        {"name=\"mask\"; filename=\"image-1.png\"\r\nContent-Type: image/png", "\x89PNG\r\n\x1a\n\0\0\0\r",
         12},
    };
    buf_init(&want, 2000);
    for (size_t i = 0; i < COUNT(parts); i++) {
        buf_printf(&want, "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n", boundary, parts[i].head);
        buf_add(&want, parts[i].body, parts[i].len);
        buf_puts(&want, "\r\n");
    }
    buf_printf(&want, "--%s--\r\n", boundary);
    size_t count, total;
    joint_parts(out, arena, &count, &total);
    ok(total == want.len && memcmp(text_of(out, arena), want.data, total) == 0, "the form");
    buf_free(&want);
    arena_free(arena);
}

/* What a picture can take depends on who makes it, and not on what the client calls that. */
static void test_estimates(void) {
    static const struct {
        const char *text;
        const struct chat_dialect *provider;
        const char *model;
        int64_t output;
        const char *size;
    } rows[] = {
        {"{\"prompt\":\"a\",\"model\":\"mine\",\"quality\":\"low\"}", &chat_openai, "gpt-image-1", 408, NULL},
        {"{\"prompt\":\"a\",\"model\":\"gpt-image-1\",\"quality\":\"low\"}", &chat_openai, "deployed", 408,
         NULL},
        {"{\"prompt\":\"a\",\"model\":\"mine\",\"quality\":\"low\",\"size\":\"256x256\"}", &chat_openai,
         "deployed", 6240, "256x256"},
        {"{\"prompt\":\"a\",\"model\":\"mine\",\"size\":\"2048x1024\",\"n\":2}", &chat_openai, "deployed",
         2 * 8320, "2048x1024"},
        {"{\"prompt\":\"a\",\"model\":\"mine\",\"quality\":\"low\"}", &chat_gemini, "deployed", 2520, NULL},
        {"{\"prompt\":\"a\",\"model\":\"mine\"}", &chat_gemini, "gemini-2.5-flash-image", 1290, NULL},
        {"{\"prompt\":\"a\",\"model\":\"mine\"}", &chat_openai, "dall-e-3", 0, "1024x1024"},
        {"{\"prompt\":\"a\",\"model\":\"mine\",\"quality\":\"low\",\"size\":\"1024x1024\",\"n\":2,"
         "\"stream\":true,\"partial_images\":3}",
         &chat_openai, "gpt-image-1.5", 2 * (272 + 300), "1024x1024"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct task task;
        struct error err = {0};
        ok(read_text(&image_openai, span_of(rows[i].text), arena, &task, &err) == 0, "%s", rows[i].text);
        image_estimate(&task, rows[i].provider, rows[i].model);
        is_int(task.most.output, rows[i].output, "tokens of pictures");
        is_str(task.size, rows[i].size, "what is priced");
        arena_free(arena);
    }
}

static void test_sources(void) {
    static const struct {
        const char *more, *model;
        int64_t prompt;
    } rows[] = {{"", "gpt-image-1", 2 * 1500},
                {",\"input_fidelity\":\"high\"", "gpt-image-1", 2 * (1500 + 6240)},
                {",\"input_fidelity\":\"low\"", "gpt-image-1", 2 * 1500},
                {",\"input_fidelity\":\"high\"", "deployed", 2 * (1500 + 6240)},
                {",\"input_fidelity\":\"high\"", "gemini-2.5-flash-image", 2 * 1500},
                {"", "gpt-image-2", 2 * (1500 + 6240)}};
    int64_t words = 0;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct task task;
        struct error err = {0};
        const char *text =
            arena_printf(arena,
                         "{\"prompt\":\"a\",\"model\":\"mine\",\"images\":[{\"image_url\":\"" PNG_URL
                         "\"},{\"image_url\":\"" PNG_URL "\"}]%s}",
                         rows[i].more);
        ok(read_text(&edit_openai, span_of(text), arena, &task, &err) == 0, "%s", text);
        image_estimate(&task, &chat_openai, rows[i].model);
        if (i == 0)
            words = task.most.prompt - rows[i].prompt;
        ok(words > 0 && words < 10, "those of the prompt");
        is_int(task.most.prompt, words + rows[i].prompt, rows[i].model);
        arena_free(arena);
    }
}

/* ---- forms -------------------------------------------------------------------------------- */

#define FIELD(field, value)                                                                                  \
    {                                                                                                        \
        .name = field, .text = { value, sizeof value - 1 }                                                   \
    }
#define UPLOAD(field, begin)                                                                                 \
    { .name = field, .filename = "f", .head = {begin, sizeof begin - 1}, .len = 100 }
#define HEAD "\x89PNG\r\n\x1a\n0000"

static int read_form(const struct task_dialect *dialect, const struct form_part *part, size_t count,
                     struct arena *arena, struct task *task, struct error *err) {
    struct form *form = arena_alloc(arena, sizeof *form);
    struct form_part *copy = arena_alloc(arena, count * sizeof *copy);
    memcpy(copy, part, count * sizeof *copy);
    *form = (struct form){.part = copy, .count = count};
    *task = (struct task){.kind = dialect->kind, .arena = arena, .form = form};
    task->notes = arena_alloc(arena, sizeof *task->notes);
    task->notes->arena = arena;
    return dialect->read(task, err);
}

static void test_forms(void) {
    static const struct form_part good[] = {UPLOAD("image[]", HEAD), FIELD("prompt", "a \xc3\xa9 \"\\\n"),
                                            FIELD("n", "2"),         UPLOAD("image[]", "\xff\xd8\xff"),
                                            UPLOAD("mask", HEAD),    FIELD("model", "x/gpt-image-1"),
                                            FIELD("stream", "true"), FIELD("partial_images", "3"),
                                            FIELD("other", "1")};
    struct arena *arena = arena_new();
    struct task task;
    struct error err = {0};
    ok(read_form(&edit_openai, good, COUNT(good), arena, &task, &err) == 0, "a form %s", err.message);
    ok(task.image->sources == 2 && task.image->source[1].file->head.len == 3 && task.image->mask &&
           task.image->count == 2 && task.image->partial == 3 && task.stream,
       "all that is in it");
    is_str(task.model, "x/gpt-image-1", "the model");
    is_str(arena_strndup(arena, task.image->prompt.at, task.image->prompt.len), "\"a \xc3\xa9 \\\"\\\\\\n\"",
           "the prompt");
    is_int(task.most.prompt, 3 * 1500 + 4, "tokens of the prompt and of pictures");
    is_str(image_openai.omits(&task, "gpt-image-1"), "response_format", "data is what a stream has anyway");
    is_str(chat_dropped_names(task.notes, 100), "other", "not known");
    arena_free(arena);
    static const struct {
        struct form_part part[3];
        size_t count;
        const char *param;
    } bad[] = {
        {{FIELD("prompt", "a")}, 1, "image"},
        {{UPLOAD("image", HEAD)}, 1, "prompt"},
        {{UPLOAD("image", ""), FIELD("prompt", "a")}, 2, "image"},
        {{FIELD("image", "x"), FIELD("prompt", "a")}, 2, "image"},
        {{UPLOAD("image", HEAD), FIELD("prompt", "")}, 2, "prompt"},
        {{UPLOAD("image", HEAD), FIELD("prompt", "a"), FIELD("n", "-1")}, 3, "n"},
        {{UPLOAD("image", HEAD), FIELD("prompt", "a"), FIELD("n", "1e0")}, 3, "n"},
        {{UPLOAD("image", HEAD), FIELD("prompt", "a"), FIELD("n", "")}, 3, "n"},
        {{UPLOAD("image", HEAD), FIELD("prompt", "a"), FIELD("stream", "1")}, 3, "stream"},
        {{UPLOAD("image", HEAD), FIELD("prompt", "a"), FIELD("prompt", "b")}, 3, "prompt"},
        {{UPLOAD("image", HEAD), UPLOAD("mask", HEAD), UPLOAD("mask", HEAD)}, 3, "mask"},
        {{UPLOAD("image", HEAD), UPLOAD("image", "GIF"), FIELD("prompt", "a")}, 3, "image[1]"},
        {{UPLOAD("image", HEAD), FIELD("prompt", "a"), UPLOAD("n", "10")}, 3, "n"},
    };
    for (size_t i = 0; i < COUNT(bad); i++) {
        arena = arena_new();
        err = (struct error){0};
        ok(read_form(&edit_openai, bad[i].part, bad[i].count, arena, &task, &err) < 0 &&
               err.kind == ERR_REQUEST,
           "form %zu", i);
        is_str(err.param, bad[i].param, "its field");
        arena_free(arena);
    }
}

/* They come whole, whatever edits can do. */
static void test_variations(void) {
    static const struct form_part parts[] = {UPLOAD("image", HEAD), FIELD("stream", "false")},
                                  streams[] = {UPLOAD("image", HEAD), FIELD("stream", "true")};
    struct arena *arena = arena_new();
    struct task task;
    struct error err = {0};
    ok(read_form(&vary_openai, parts, COUNT(parts), arena, &task, &err) == 0, "a variation %s", err.message);
    ok(read_form(&vary_openai, streams, COUNT(streams), arena, &task, &err) < 0 && err.kind == ERR_REQUEST,
       "no stream");
    is_str(err.param, "stream", "its field");
    arena_free(arena);
}

/* ---- requests that pass ----------------------------------------------------------------------- */

static const char *unwanted;

static const char *omit_unwanted(const struct task *task, const char *model) {
    (void)task, (void)model;
    return unwanted;
}

static const struct task_dialect omitting = {.omits = omit_unwanted};

static void test_edits(void) {
    static const struct {
        const char *text, *unwanted, *wanted;
    } edits[] = {
        {"{\"a\":1,\"model\":\"x\"}", NULL, "{\"a\":1,\"model\":\"new\"}"},
        {"{ \"a\":1}", NULL, "{\"model\":\"new\", \"a\":1}"},
        {"{}", NULL, "{\"model\":\"new\"}"},
        {"{\"a\":1,\"b\":2,\"model\":\"x\"}", "a", "{\"b\":2,\"model\":\"new\"}"},
        {"{\"a\":1,\"b\":2,\"model\":\"x\"}", "b", "{\"a\":1,\"model\":\"new\"}"},
        {"{\"model\":\"x\" , \"b\" : [2, {\"b\":1}] }", "b", "{\"model\":\"new\" }"},
        {"{\"b\":2,\"a\":1}", "b", "{\"model\":\"new\",\"a\":1}"},
        {"{\"\\u0062\":2 ,\n \"a\":1}", "b", "{\"model\":\"new\",\"a\":1}"},
        {"{\"a\":1}", "b", "{\"model\":\"new\",\"a\":1}"},
    };
    for (size_t i = 0; i < COUNT(edits); i++) {
        struct arena *arena = arena_new();
        struct task task = {.arena = arena, .text = span_of(edits[i].text)};
        size_t parts, total, at = 0;
        unwanted = edits[i].unwanted;
        struct span *part = task_edit(&omitting, &task, "new", arena, &parts, &total);
        char text[200];
        for (size_t k = 0; k < parts; at += part[k++].len)
            memcpy(text + at, part[k].at, part[k].len);
        text[at] = '\0';
        is_str(text, edits[i].wanted, edits[i].text);
        is_int((long long)total, (long long)at, "its length");
        arena_free(arena);
    }
}

/* ---- answers ---------------------------------------------------------------------------------- */

#define USAGE "{\"input_tokens\":3,\"output_tokens\":5,\"input_tokens_details\":{\"image_tokens\":1}}"

static const struct {
    const char *provider, *text;
    enum error_kind kind; /* of the fault; then `openai` is the code, or NULL */
    const char *openai, *indox, *aigne, *framework;
} answers[] = {
    {"openai",
     "{\"created\":7,\"data\":[{\"b64_json\":\"iVBORw0KGgo\\u0041AAAN\"}],\"size\":\"1024x1024\","
     "\"usage\":" USAGE "}",
     ERR_NONE,
     "{\"created\":7,\"data\":[{\"b64_json\":\"" PNG
     "\"}],\"size\":\"1024x1024\",\"usage\":{\"input_tokens\":3,"
     "\"input_tokens_details\":{\"text_tokens\":2,\"image_tokens\":1},\"output_tokens\":5,"
     "\"output_tokens_details\":"
     "{\"text_tokens\":0,\"image_tokens\":5},\"total_tokens\":8}}",
     "\"data\":[{\"url\":null,\"b64_json\":\"" PNG "\"}]",
     "\"images\":[{\"b64_json\":\"" PNG "\",\"b64Json\":\"" PNG "\"}],\"data\":[{\"b64_json\":\"" PNG
     "\",\"b64Json\":\"" PNG "\"}],\"model\":\"target\","
     "\"modelWithProvider\":\"p/target\",\"usage\":{\"inputTokens\":3,\"outputTokens\":5,",
     "{\"images\":[{\"type\":\"file\",\"data\":\"" PNG
     "\",\"mimeType\":\"image/png\",\"filename\":\"image-1.png\"}],\"usage\":{"},
    {"openai",
     "{\"data\":[{\"url\":\"https:\\/\\/x\",\"revised_prompt\":\"r\"},{\"url\":\"u\"}],"
     "\"output_format\":\"webp\"}",
     ERR_NONE,
     "{\"created\":9,\"data\":[{\"url\":\"https:\\/\\/x\",\"revised_prompt\":\"r\"},{\"url\":\"u\"}],"
     "\"output_format\":\"webp\"}",
     "\"data\":[{\"url\":\"https:\\/\\/x\",\"b64_json\":null,\"revised_prompt\":\"r\"},{\"url\":\"u\","
     "\"b64_json\":null}]",
     "\"images\":[{\"url\":\"https:\\/\\/x\",\"revised_prompt\":\"r\"},{\"url\":\"u\"}]",
     "{\"images\":[{\"type\":\"url\",\"url\":\"https:\\/\\/x\",\"mimeType\":\"image/webp\","
     "\"filename\":\"image-1.webp\"},"},
    {"gemini",
     "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Here\"},{\"thought\":true,\"inlineData\":{"
     "\"data\":\"QUJD\"}},"
     "{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"" PNG
     "\"}}]}}],\"usageMetadata\":{\"promptTokenCount\":3,"
     "\"candidatesTokenCount\":1290,\"candidatesTokensDetails\":[{\"modality\":\"IMAGE\","
     "\"tokenCount\":1290}]}}",
     ERR_NONE,
     "{\"created\":9,\"data\":[{\"b64_json\":\"" PNG "\"}],\"usage\":{\"input_tokens\":3,"
     "\"input_tokens_details\":{\"text_tokens\":3,\"image_tokens\":0},\"output_tokens\":1290,"
     "\"output_tokens_details\":"
     "{\"text_tokens\":0,\"image_tokens\":1290},\"total_tokens\":1293}}",
     "\"b64_json\":\"" PNG "\"", "\"b64Json\":\"" PNG "\"", "\"data\":\"" PNG "\""},
    {"openai", "{\"data\":[]}", ERR_UPSTREAM, NULL, NULL, NULL, NULL},
    {"openai", "{\"data\":{}}", ERR_UPSTREAM, NULL, NULL, NULL, NULL},
    {"openai", "{\"data\":[{}]}", ERR_UPSTREAM, NULL, NULL, NULL, NULL},
    {"openai", "{\"data\":[\"x\"]}", ERR_UPSTREAM, NULL, NULL, NULL, NULL},
    {"openai", "{\"data\":[{\"b64_json\":\"QUJD\\\",\\u0022x\"}]}", ERR_UPSTREAM, NULL, NULL, NULL, NULL},
    {"openai", "{}", ERR_UPSTREAM, NULL, NULL, NULL, NULL},
    {"gemini", "{\"candidates\":[{\"finishReason\":\"IMAGE_SAFETY\"}]}", ERR_REQUEST,
     "content_policy_violation", NULL, NULL, NULL},
    {"gemini", "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}}", ERR_REQUEST,
     "content_policy_violation", NULL, NULL, NULL},
    {"gemini", "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"no\"}]},\"finishReason\":\"STOP\"}]}",
     ERR_UPSTREAM, NULL, NULL, NULL, NULL},
    {"gemini", "{\"candidates\":[{\"content\":{\"parts\":[{\"inlineData\":{\"data\":\"\\\"\"}}]}}]}",
     ERR_UPSTREAM, NULL, NULL, NULL, NULL},
};

static struct task *new_task(struct arena *arena) {
    struct task *task = arena_alloc(arena, sizeof *task);
    *task = (struct task){.kind = TASK_IMAGE, .arena = arena};
    task->notes = arena_alloc(arena, sizeof *task->notes);
    task->notes->arena = arena;
    image_new(task)->count = 2;
    return task;
}

static const struct chat_head head = {.id = "0123456789abcdef0123456789abcdef",
                                      .model = "m",
                                      .created = 9,
                                      .provider = "p",
                                      .target = "target"};

static void check_answer(size_t i, struct arena *arena) {
    const struct task_dialect *provider = language(answers[i].provider, TASK_IMAGE);
    struct task *task = new_task(arena);
    struct task_reply reply = {0};
    struct error err = {0};
    int rc = provider->read_reply(span_of(answers[i].text), task, &reply, &err);
    if (answers[i].kind) {
        ok(rc < 0 && err.kind == answers[i].kind, "refused: %s", answers[i].text);
        is_str(err.code, answers[i].openai, "the code");
        return;
    }
    ok(rc == 0 && reply.usage.images == (int64_t)reply.image->count, "read: %s %s", answers[i].text,
       err.message);
    const char *const want[] = {answers[i].openai, answers[i].indox, answers[i].aigne, answers[i].framework};
    for (size_t k = 0; rc == 0 && k < COUNT(want); k++) {
        struct joint *out = new_joint(arena);
        languages[k].make->write_reply(&head, task, &reply, out);
        const char *text = text_of(out, arena);
        struct error none = {0};
        ok(scan_object(span_of(text), NULL, 0, SCAN_DEPTH, &none) == 0, "%s: JSON", languages[k].name);
        if (k == 0)
            is_str(text, want[k], languages[k].name);
        else if (!ok(strstr(text, want[k]) != NULL, "%s", languages[k].name))
            printf("# got %s\n", text);
    }
}

static void test_answers(void) {
    for (size_t i = 0; i < COUNT(answers); i++) {
        struct arena *arena = arena_new();
        check_answer(i, arena);
        arena_free(arena);
        size_t len = strlen(answers[i].text), bad = 0;
        for (size_t cut = 0; cut < len; cut++) {
            arena = arena_new();
            struct task_reply reply = {0};
            struct error err = {0};
            char *copy = arena_strndup(arena, answers[i].text, cut);
            bad += language(answers[i].provider, TASK_IMAGE)
                           ->read_reply((struct span){copy, cut}, new_task(arena), &reply, &err) == 0 ||
                   err.kind != ERR_UPSTREAM;
            arena_free(arena);
        }
        is_int((long long)bad, 0, "cut at each byte");
    }
}

/* More pictures than were asked for: they are neither handed on in another language, nor paid. */
static void test_too_many(void) {
    static const struct {
        const char *provider, *text;
    } many[] = {
        {"openai", "{\"data\":[{\"b64_json\":\"QUJD\"},{\"b64_json\":\"QUJD\"},{\"url\":\"u\"}]}"},
        {"gemini", "{\"candidates\":[{\"content\":{\"parts\":[{\"inlineData\":{\"data\":\"QUJD\"}},"
                   "{\"inlineData\":{\"data\":\"QUJD\"}},{\"inlineData\":{\"data\":\"QUJD\"}}]}}]}"},
    };
    for (size_t i = 0; i < COUNT(many); i++)
        for (int64_t asked = 1; asked <= 2; asked++) {
            struct arena *arena = arena_new();
            struct task *task = new_task(arena);
            const struct task_dialect *provider = language(many[i].provider, TASK_IMAGE);
            struct task_reply reply = {0}, looked = {0};
            struct error err = {0};
            bool good;
            task->image->count = asked;
            ok(provider->read_reply(span_of(many[i].text), task, &reply, &err) == 0, "%s", many[i].provider);
            is_int(reply.usage.images, asked, "as many as were asked for are paid");
            is_int((long long)reply.image->count, asked, "and handed on");
            if (provider->look && provider->look(span_of(many[i].text), task, &looked, &good, &err) == 0)
                is_int(looked.usage.images, asked, "paid where they pass");
            arena_free(arena);
        }
}

/* Google takes money for a prompt that it read and refused, where it says so. */
static void test_billed(void) {
    static const struct {
        const char *text;
        bool billed;
    } refusals[] = {
        {"{\"promptFeedback\":{\"blockReason\":\"SAFETY\"},\"usageMetadata\":{\"promptTokenCount\":7}}",
         true},
        {"{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}", false},
        {"{\"candidates\":[{\"finishReason\":\"IMAGE_SAFETY\"}],\"usageMetadata\":{\"promptTokenCount\":7}}",
         true},
        {"{\"candidates\":[{\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":7}}", false},
    };
    for (size_t i = 0; i < COUNT(refusals); i++) {
        struct arena *arena = arena_new();
        struct task_reply reply = {0};
        struct error err = {0};
        ok(image_gemini.read_reply(span_of(refusals[i].text), new_task(arena), &reply, &err) < 0 &&
               reply.billed == refusals[i].billed && reply.usage.images == 0,
           "%s", refusals[i].text);
        arena_free(arena);
    }
}

static bool fits(const char *text, enum image_form form, struct task_reply *reply) {
    struct arena *arena = arena_new();
    struct task *task = new_task(arena);
    struct error err = {0};
    bool good = true;
    *reply = (struct task_reply){0};
    task->image->form = form;
    ok(image_openai.look(span_of(text), task, reply, &good, &err) == 0, "looked at: %s", err.message);
    arena_free(arena);
    return good;
}

static void test_looks(void) {
    static const char data[] = "{\"data\":[{\"b64_json\":\"QUJD\"},{\"b64_json\":\"QUJD\"}]}",
                      url[] = "{\"data\":[{\"url\":\"u\"}],\"usage\":" USAGE "}",
                      both[] = "{\"data\":[{\"url\":\"u\",\"b64_json\":\"QUJD\"}]}";
    struct task_reply reply;
    ok(fits(data, IMAGE_ANY, &reply) && reply.usage.images == 2 && !reply.has_output, "any");
    ok(fits(data, IMAGE_DATA, &reply) && !fits(data, IMAGE_URL, &reply), "data");
    ok(fits(url, IMAGE_URL, &reply) && !fits(url, IMAGE_DATA, &reply), "links");
    ok(reply.usage.images == 1 && reply.usage.prompt == 3 && reply.usage.image_output == 5 &&
           reply.usage.image_input == 1,
       "usage");
    ok(fits(both, IMAGE_URL, &reply) && fits(both, IMAGE_DATA, &reply), "both");
}

static void test_streams(void) {
    struct arena *arena = arena_new();
    struct task *task = new_task(arena);
    struct task_reply reply = {0};
    task->image->count = 2;
    task->stream = true;
    ok(!image_openai.look_event(
           span_of("{\"type\":\"image_generation.partial_image\",\"b64_json\":\"QUJD\"}"), task, &reply) &&
           reply.usage.images == 1 && reply.unfinished,
       "on its way");
    ok(!image_openai.look_event(
           span_of("{\"type\":\"image_generation.partial_image\",\"b64_json\":\"QUJD\"}"), task, &reply) &&
           reply.usage.images == 1,
       "and still");
    const char *done = "{\"type\":\"image_generation.completed\",\"b64_json\":\"QUJD\",\"usage\":" USAGE "}";
    ok(!image_openai.look_event(span_of(done), task, &reply) && reply.usage.images == 1 &&
           !reply.unfinished && reply.usage.output == 5,
       "the first");
    ok(!image_openai.look_event(span_of("{\"type\":\"image_generation.partial_image\"}"), task, &reply) &&
           reply.usage.images == 2 && reply.unfinished && reply.usage.output == 5,
       "the second on its way");
    ok(!image_openai.look_event(span_of("{\"type\":\"image_edit.partial_image\"}"), task, &reply) &&
           reply.usage.images == 2,
       "one of another kind");
    ok(image_openai.look_event(span_of(done), task, &reply) && reply.usage.images == 2 &&
           reply.usage.output == 10,
       "the last");
    ok(!image_openai.look_event(span_of("{\"type\":\"image_edit.completed\"}"), task, &reply),
       "another kind");
    struct image image[] = {{.data = span_of(PNG)}, {.data = span_of(PNG)}};
    struct image_reply pictures = {.image = image, .count = 2, .created = 5, .size = span_of("\"1x1\"")};
    reply = (struct task_reply){
        .usage = {.prompt = 1, .output = 2, .image_output = 2}, .has_prompt = true, .image = &pictures};
    struct joint *out = new_joint(arena);
    image_openai.write_stream(&head, task, &reply, out);
    is_str(text_of(out, arena),
           "event: image_generation.completed\ndata: {\"type\":\"image_generation.completed\","
           "\"created_at\":5,\"size\":\"1x1\","
           "\"b64_json\":\"" PNG "\"}\n\n"
           "event: image_generation.completed\ndata: {\"type\":\"image_generation.completed\","
           "\"created_at\":5,\"size\":\"1x1\","
           "\"b64_json\":\"" PNG
           "\",\"usage\":{\"input_tokens\":1,\"input_tokens_details\":{\"text_tokens\":1,\"image_tokens\":0},"
           "\"output_tokens\":2,\"output_tokens_details\":{\"text_tokens\":0,\"image_tokens\":2},"
           "\"total_tokens\":3}}\n\n",
           "written");
    arena_free(arena);
}

int main(void) {
    test_requests();
    test_written_form();
    test_forms();
    test_variations();
    test_edits();
    test_answers();
    test_estimates();
    test_sources();
    test_too_many();
    test_billed();
    test_looks();
    test_streams();
    return tap_done();
}
