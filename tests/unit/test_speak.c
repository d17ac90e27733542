/* Requests for speech, and their answers. */
#include <stdio.h>

#include "canon/speech.h"
#include "tap.h"
#include "tasking.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define HI           "\"model\":\"m\",\"input\":\"Hi\""

static const struct {
    const struct task_dialect *dialect;
    const char *text, *param, *words; /* param NULL: it is taken */
} requests[] = {
    {&speak_openai, "{" HI "}", NULL, NULL},
    {&speak_openai, "{" HI ",\"voice\":\"alloy\",\"instructions\":\"Be glad.\",\"speed\":0.25}", NULL, NULL},
    {&speak_openai, "{" HI ",\"voice\":{\"id\":\"voice_1\"},\"speed\":4.0,\"stream_format\":\"audio\"}", NULL,
     NULL},
    {&speak_openai, "{" HI ",\"voice\":null,\"instructions\":null,\"speed\":null,\"response_format\":null}",
     NULL, NULL},
    {&speak_openai, "{" HI ",\"unknown\":1}", NULL, NULL},
    {&speak_openai, "{\"model\":\"m\"}", "input", "\"input\" is missing."},
    {&speak_openai, "{\"model\":\"m\",\"input\":null}", "input", NULL},
    {&speak_openai, "{\"model\":\"m\",\"input\":\"\"}", "input", "\"input\" must not be empty."},
    {&speak_openai, "{\"model\":\"m\",\"input\":[\"a\"]}", "input", NULL},
    {&speak_openai, "{\"model\":\"\",\"input\":\"a\"}", "model", NULL},
    {&speak_openai, "{\"model\":1,\"input\":\"a\"}", "model", NULL},
    {&speak_openai, "{\"model\":\"m\",\"model\":\"n\",\"input\":\"a\"}", "model", NULL},
    {&speak_openai, "{" HI ",\"voice\":7}", "voice", NULL},
    {&speak_openai, "{" HI ",\"voice\":{}}", "voice.id", NULL},
    {&speak_openai, "{" HI ",\"voice\":{\"id\":1}}", "voice.id", NULL},
    {&speak_openai, "{" HI ",\"instructions\":[]}", "instructions", NULL},
    {&speak_openai, "{" HI ",\"response_format\":\"ogg\"}", "response_format",
     "\"response_format\" must be one of mp3, opus, aac, flac, wav, pcm."},
    {&speak_openai, "{" HI ",\"speed\":\"1\"}", "speed", NULL},
    {&speak_openai, "{" HI ",\"speed\":0.2499}", "speed", "\"speed\" must be from 0.25 to 4."},
    {&speak_openai, "{" HI ",\"speed\":4.001}", "speed", NULL},
    {&speak_openai, "{" HI ",\"speed\":1e99}", "speed", NULL},
    {&speak_openai, "{" HI ",\"speed\":-1}", "speed", NULL},
    {&speak_openai, "{" HI ",\"stream_format\":\"mp3\"}", "stream_format", NULL},
    {&speak_indox, "{\"input\":\"Hi\"}", NULL, NULL},
    {&speak_indox, "{" HI ",\"provider\":\"a/b\"}", "provider", NULL},
    {&speak_indox, "{" HI ",\"byok_api_key\":\"sk-x\"}", "byok_api_key", NULL},
    {&speak_indox, "{" HI ",\"byok_api_key\":\"\",\"additional_params\":null}", NULL, NULL},
    {&speak_indox, "{" HI ",\"additional_params\":[]}", "additional_params", NULL},
    {&speak_indox, "{" HI ",\"additional_params\":{\"input\":\"Ho\"}}", "additional_params.input", NULL},
    {&speak_indox, "{" HI ",\"additional_params\":{\"speed\":9}}", "additional_params.speed", NULL},
    {&speak_indox, "{" HI ",\"additional_params\":{\"stream_format\":\"sse\"}}",
     "additional_params.stream_format", NULL},
    {&speak_indox, "{\"input\":\"Hi\",\"model\":\"\"}", "model", NULL},
};

static void test_requests(void) {
    for (size_t i = 0; i < COUNT(requests); i++) {
        struct arena *arena = arena_new();
        struct error err = {0};
        const char *param = requests[i].param;
        int rc = task_read(task_of(arena, requests[i].text), requests[i].dialect, &err);
        if (!param)
            ok(rc == 0, "taken: %s", requests[i].text);
        else
            ok(rc < 0 && err.kind == ERR_REQUEST && strcmp(err.param, param) == 0, "refused for %s: %s",
               param, requests[i].text);
        if (requests[i].words)
            is_str(err.message, requests[i].words, "in these words");
        if (rc < 0 && !param)
            printf("# %s\n", err.message);
        arena_free(arena);
    }
}

/* A text that breaks off anywhere is no JSON, and nothing is read beyond it. */
static void test_cuts(void) {
    static const char text[] =
        "{\"model\":\"m\",\"input\":\"\\ud83d\\ude00 h\xc3\xa9\",\"voice\":{\"id\":\"x\"},"
        "\"speed\":1.5,\"response_format\":\"wav\",\"stream_format\":\"sse\"}";
    int taken = 0;
    for (size_t len = 0; len < sizeof text - 1; len++) {
        struct arena *arena = arena_new();
        struct error err = {0};
        char *cut = malloc(len + 1); /* its own, so that tools see its end */
        memcpy(cut, text, len);
        cut[len] = '\0';
        taken += task_read(task_of(arena, cut), &speak_openai, &err) == 0;
        free(cut);
        arena_free(arena);
    }
    is_int(taken, 0, "no beginning of a request is one");
}

static void test_measures(void) {
    struct arena *arena = arena_new();
    struct error err = {0};
    struct task *task =
        task_of(arena, "{\"model\":\"m\",\"input\":\"\\ud83d\\ude00 h\xc3\xa9\\n\\u00e9\\ud83d!\","
                       "\"stream_format\":\"sse\",\"response_format\":\"opus\"}");
    is_int(task_read(task, &speak_openai, &err), 0, "a text of many kinds of characters");
    is_int(task->most.characters, 8, "characters are counted as people count them");
    is_int(task->most.output, 12, "sound has 1.4 tokens a character");
    is_int(task->most.audio_output, 12, "and nothing else comes out");
    is_int(task->most.seconds, 1, "in a second that has begun");
    ok(task->stream, "events are wanted");
    is_str(task->speech->format, "opus", "and this format");
    is_str(task->model, "m", "of that model");

    static const struct {
        const char *speed;
        int seconds; /* of 33 letters */
    } paces[] = {{"null", 3}, {"1", 3}, {"0.25", 9}, {"4", 1}, {"2.2", 1}, {"2.199", 2}};
    for (size_t i = 0; i < COUNT(paces); i++) {
        task = task_of(arena,
                       arena_printf(arena, "{\"input\":\"It takes two seconds and a little\",\"speed\":%s}",
                                    paces[i].speed));
        is_int(task_read(task, &speak_openai, &err), 0, paces[i].speed);
        is_int(task->most.seconds, paces[i].seconds, "so long at that speed");
    }

    for (size_t len = (1 << 20) - 2; len < 1 << 20; len++) { /* with its quotes it has two more */
        char *letters = arena_alloc(arena, len + 1);
        memset(letters, 'a', len);
        task = task_of(arena, arena_printf(arena, "{\"input\":\"%s\"}", letters));
        err = (struct error){0};
        int rc = task_read(task, &speak_openai, &err);
        ok(len + 2 <= 1 << 20 ? rc == 0 && task->most.characters == (int64_t)len
                              : rc < 0 && strcmp(err.param, "input") == 0,
           "%zu characters", len);
    }
    arena_free(arena);
}

/* What OpenAI's dialect makes of IndoxRouter's requests, and which model they ask for. */
static const struct {
    const char *text, *model, *want;
} edits[] = {
    {"{\"input\":\"Hi\"}", "tts-1", "{\"model\":\"t\",\"voice\":\"alloy\",\"input\":\"Hi\"}"},
    {"{ \"provider\" : \"openai\", \"model\":\"tts-1-hd\",\"input\":\"Hi\",\"voice\":\"nova\",\"speed\":1.0,"
     "\"instructions\":null,\"byok_api_key\":\"\",\"additional_params\":{}}",
     "openai/tts-1-hd", "{\"model\":\"t\",\"input\":\"Hi\",\"voice\":\"nova\",\"speed\":1.0}"},
    {"{\"model\":\"a/b\",\"provider\":\"c\",\"input\":\"Hi\",\"additional_params\":{\"voice\":{\"id\":\"v\"},"
     "\"lang\":\"de\",\"additional_params\":{\"x\":1},\"model\":null}}",
     "a/b", "{\"model\":\"t\",\"input\":\"Hi\",\"voice\":{\"id\":\"v\"},\"lang\":\"de\"}"},
};

static void test_edits(void) {
    for (size_t i = 0; i < COUNT(edits); i++) {
        struct arena *arena = arena_new();
        struct error err = {0};
        struct task *task = task_of(arena, edits[i].text);
        is_int(task_read(task, &speak_indox, &err), 0, edits[i].text);
        is_str(task->model, edits[i].model, "its model");
        is_str(task_passed(task, &speak_indox, "t"), edits[i].want, "what the provider gets");
        arena_free(arena);
    }
}

static void test_replies(void) {
    static const char sound[] = "ID3\3 sound";
    struct arena *arena = arena_new();
    struct error err = {0};
    struct task_reply reply = {.usage = {.prompt = 2, .output = 3}};
    struct chat_head head = {.id = "0123456789abcdef0123456789abcdef",
                             .model = "openai/tts-1",
                             .provider = "openai",
                             .ended = 1710074096789,
                             .cost = 1500,
                             .duration = 1234};
    struct task *task = task_of(arena, "{\"input\":\"Hello\",\"response_format\":\"opus\",\"speed\":1.50}");
    task_read(task, &speak_indox, &err);
    is_int(speak_openai.read_reply((struct span){sound, sizeof sound - 1}, task, &reply, &err), 0, "a sound");
    is_str(
        task_replied(task, &speak_indox, &head, &reply),
        "{\"request_id\":\"01234567-89ab-cdef-0123-456789abcdef\","
        "\"created_at\":\"2024-03-10T12:34:56.789Z\","
        "\"duration_ms\":1234,\"provider\":\"openai\",\"model\":\"tts-1\",\"success\":true,\"message\":\"\","
        "\"data\":{\"audio\":\"SUQzAyBzb3VuZA==\",\"audio_url\":\"data:audio/opus;base64,SUQzAyBzb3VuZA==\","
        "\"format\":\"opus\",\"voice\":\"alloy\",\"speed\":1.50,\"character_count\":5},\"usage\":{"
        "\"tokens_prompt\":2,\"tokens_completion\":3,\"tokens_total\":5,\"cost\":0.0000015,"
        "\"latency\":1.234,\"timestamp\":\"2024-03-10T12:34:56.789Z\",\"cache_read_tokens\":0,"
        "\"cache_write_tokens\":0,\"reasoning_tokens\":0}}",
        "within IndoxRouter's answer");
    ok(speak_openai.read_reply((struct span){"", 0}, task, &reply, &err) < 0 && err.kind == ERR_UPSTREAM,
       "nothing is no sound");
    err = (struct error){0};
    ok(speak_openai.read_reply((struct span){"{\"a\":1} ", 8}, task, &reply, &err) < 0 &&
           err.kind == ERR_UPSTREAM,
       "neither is JSON");
    err = (struct error){0};
    bool fits = true;
    ok(speak_openai.look((struct span){"{\"a\":1}", 7}, task, &reply, &fits, &err) < 0 &&
           err.kind == ERR_UPSTREAM,
       "nor may that pass");
    arena_free(arena);
}

static bool look(const char *data, struct task_reply *reply) {
    *reply = (struct task_reply){0};
    return speak_openai.look_event((struct span){data, strlen(data)}, NULL, reply);
}

static void test_events(void) {
    struct task_reply reply;
    ok(!look("{\"type\":\"speech.audio.delta\",\"audio\":\"AAAA\"}", &reply) && !reply.has_output,
       "a piece of sound tells nothing");
    ok(look("{\"type\":\"speech.audio.done\",\"usage\":{\"input_tokens\":14,\"output_tokens\":101,"
            "\"total_tokens\":115}}",
            &reply) &&
           reply.has_prompt && reply.has_output && reply.usage.prompt == 14 && reply.usage.output == 101 &&
           reply.usage.audio_output == 101,
       "the last event tells what was used");
    ok(look("{\"type\":\"speech.audio.done\"}", &reply) && !reply.has_output, "or does not");
    ok(!look("{\"type\":7}", &reply) && !look("{}", &reply), "others are passed over");
}

int main(void) {
    test_requests();
    test_cuts();
    test_measures();
    test_edits();
    test_replies();
    test_events();
    return tap_done();
}
