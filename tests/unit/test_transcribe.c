/* Forms with speech to be written down, and what was heard. */
#include "canon/transcript.h"
#include "tap.h"
#include "tasking.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define PARTS_MOST   16

/* A second of silence at 8 kHz, 16 bits: its head; what follows are zeros. */
static const unsigned char wave[] = "RIFF\xA4>\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1F\0\0\x80>\0\0\2\0\x10\0"
                                    "data\x80>\0";

/* The spool: a byte of somebody else's, then the file. */
static int read_spool(void *arg, int64_t from, unsigned char *into, size_t len) {
    const int64_t *size = arg;
    for (size_t i = 0; i < len; i++) {
        int64_t at = from + (int64_t)i - 1;
        if (at < 0 || at >= *size)
            return -1;
        into[i] = at < (int64_t)sizeof wave - 1 ? wave[at] : 0;
    }
    return 0;
}

static int64_t size = 44 + 16000;

/* "name=text" is a field, "name@filename" a file; blanks stand between them. */
static struct task *form_of(struct arena *arena, const char *parts) {
    struct task *task = task_of(arena, "");
    struct form *form = arena_alloc(arena, sizeof *form);
    task->text.at = NULL;
    task->form = form;
    form->part = arena_alloc(arena, PARTS_MOST * sizeof *form->part);
    form->read = read_spool;
    form->arg = &size;
    for (char *word = arena_strdup(arena, parts), *next; *word; word = next) {
        struct form_part *part = &form->part[form->count++];
        char *middle = word + strcspn(word, "=@");
        next = word + strcspn(word, " ");
        if (*next)
            *next++ = '\0';
        bool file = *middle == '@';
        *middle++ = '\0';
        part->name = word;
        part->filename = file ? middle : NULL;
        part->text = file ? (struct span){0} : (struct span){middle, strlen(middle)};
        part->from = 1;
        part->len = file ? size : 0;
    }
    return task;
}

static int read_form(struct task *task, const struct task_dialect *dialect, struct error *err) {
    task->kind = dialect->kind;
    return dialect->read(task, err);
}

static const struct {
    const struct task_dialect *dialect;
    const char *parts, *param; /* param NULL: it is taken */
} requests[] = {
    {&transcribe_openai, "model=m file@a.wav", NULL},
    {&transcribe_openai, "file@a.wav language=en model=m prompt=hm temperature=0.5 stream=true", NULL},
    {&transcribe_openai,
     "file@a.wav model=m include[]=logprobs timestamp_granularities[]=word "
     "timestamp_granularities[]=segment chunking_strategy=auto known_speaker_names[]=a",
     NULL},
    {&transcribe_openai, "file@a.wav model=m response_format=srt temperature=0 stream=false", NULL},
    {&transcribe_openai, "file@a.wav model=m temperature=1.000 unknown=x", NULL},
    {&transcribe_openai, "model=m", "file"},
    {&transcribe_openai, "model=m file=a", "file"},
    {&transcribe_openai, "model=m file@", "file"},
    {&transcribe_openai, "model=m file@a.wav file@b.wav", "file"},
    {&transcribe_openai, "model=m file@a.wav file=b", "file"},
    {&transcribe_openai, "model=m model=m file@a.wav", "model"},
    {&transcribe_openai, "model@m file@a.wav", "model"},
    {&transcribe_openai, "model= file@a.wav", "model"},
    {&transcribe_openai, "model=m file@a.wav response_format=xml", "response_format"},
    {&transcribe_openai, "model=m file@a.wav response_format=", "response_format"},
    {&transcribe_openai, "model=m file@a.wav response_format=json response_format=text", "response_format"},
    {&transcribe_openai, "model=m file@a.wav temperature=1.01", "temperature"},
    {&transcribe_openai, "model=m file@a.wav temperature=1.0000001", "temperature"},
    {&transcribe_openai, "model=m file@a.wav temperature=-0.1", "temperature"},
    {&transcribe_openai, "model=m file@a.wav temperature=", "temperature"},
    {&transcribe_openai, "model=m file@a.wav temperature=warm", "temperature"},
    {&transcribe_openai, "model=m file@a.wav temperature=0,\"n\":1", "temperature"},
    {&transcribe_openai, "model=m file@a.wav temperature=1e99", "temperature"},
    {&transcribe_openai, "model=m file@a.wav stream=yes", "stream"},
    {&transcribe_openai, "model=m file@a.wav prompt@p.txt", "prompt"},
    {&transcribe_openai, "model=m file@a.wav language=en language=de", "language"},
    {&translate_openai, "model=m file@a.wav", NULL},
    {&translate_openai, "model=m", "file"},
    {&transcribe_indox, "file@a.wav", NULL},
    {&transcribe_indox,
     "file@a.wav model=a/b timestamp_granularities=[\"word\"] byok_api_key= provider=", NULL},
    {&transcribe_indox, "file@a.wav provider=a/b", "provider"},
    {&transcribe_indox, "file@a.wav byok_api_key=sk-x", "byok_api_key"},
    {&transcribe_indox, "file@a.wav timestamp_granularities=word", "timestamp_granularities"},
    {&transcribe_indox, "file@a.wav timestamp_granularities=[1]", "timestamp_granularities"},
    {&transcribe_indox, "file@a.wav timestamp_granularities=[],\"l\":[]", "timestamp_granularities"},
    {&transcribe_indox, "file@a.wav timestamp_granularities=[\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"]",
     "timestamp_granularities"},
    {&transcribe_indox, "file@a.wav stream=true", "stream"},
    {&translate_indox, "model=m", "file"},
};

static void test_requests(void) {
    for (size_t i = 0; i < COUNT(requests); i++) {
        struct arena *arena = arena_new();
        struct error err = {0};
        const char *param = requests[i].param;
        int rc = read_form(form_of(arena, requests[i].parts), requests[i].dialect, &err);
        ok(param ? rc < 0 && err.kind == ERR_REQUEST && strcmp(err.param, param) == 0 : rc == 0, "%s: %s",
           param ? param : "taken", requests[i].parts);
        arena_free(arena);
    }
}

static void test_measures(void) {
    struct arena *arena = arena_new();
    struct error err = {0};
    struct task *task = form_of(arena, "model=m file@a.wav stream=true response_format=vtt prompt=12345678");
    is_int(read_form(task, &transcribe_openai, &err), 0, "a second");
    is_int(task->most.seconds, 1, "it is that long");
    is_int(task->most.audio_input, 25, "with so many tokens of sound");
    is_int(task->most.prompt, 28, "and so many of the prompt");
    is_int(task->most.output, 5, "and so many of what is heard");
    ok(task->stream, "events are wanted");
    is_str(task->transcript->format, "vtt", "in that format");
    is_str(task->model, "m", "of that model");

    size = 44 + 16001;
    task = form_of(arena, "model=m file@a.wav");
    read_form(task, &transcribe_openai, &err);
    is_int(task->most.seconds, 1, "what stands behind the sound does not count");
    size = 44 + 7999;
    task = form_of(arena, "model=m file@a.wav");
    read_form(task, &transcribe_openai, &err);
    is_int(task->most.seconds, 1, "a second that has begun counts");
    ((struct form *)(intptr_t)task->form)->read = NULL;
    size = 100001;
    task = form_of(arena, "model=m file@a.wav");
    ((struct form *)(intptr_t)task->form)->read = NULL;
    read_form(task, &transcribe_openai, &err);
    is_int(task->most.seconds, 51, "what cannot be told is long");
    size = 0;
    ok(read_form(form_of(arena, "model=m file@a.wav"), &transcribe_openai, &err) < 0 &&
           strcmp(err.param, "file") == 0,
       "an empty file is refused");
    size = 44 + 16000;
    arena_free(arena);
}

/* ---- what passes ------------------------------------------------------------------------ */

static void test_forms(void) {
    struct arena *arena = arena_new();
    struct error err = {0};
    struct task *task = form_of(arena, "provider=openai byok_api_key= model=whisper-1 temperature=0.0 "
                                       "timestamp_granularities=[\"word\",\"segm\\u0065nt\"] file@a.wav x=y");
    const char *words = "";
    is_int(read_form(task, &transcribe_indox, &err), 0, "IndoxRouter's form");
    is_str(task->model, "openai/whisper-1", "asks for that model");
    const struct form *form = transcribe_indox.edit_form(task, arena);
    for (size_t i = 0; i < form->count; i++)
        words =
            arena_printf(arena, "%s%s%s%.*s ", words, form->part[i].name, form->part[i].filename ? "@" : "=",
                         (int)form->part[i].text.len, form->part[i].text.at ? form->part[i].text.at : "");
    is_str(words,
           "model=whisper-1 temperature=0.0 timestamp_granularities[]=word timestamp_granularities[]=segment "
           "file@ x=y ",
           "goes on as OpenAI's");
    arena_free(arena);
}

/* ---- answers ---------------------------------------------------------------------------- */

static const struct {
    const char *text;
    int64_t prompt, output, seconds; /* -1: not told */
} answers[] = {
    {"{\"text\":\"a\"}", -1, -1, 0},
    {"{\"text\":\"a\",\"usage\":{\"type\":\"tokens\",\"input_tokens\":14,\"input_token_details\":{"
     "\"text_tokens\":4,\"audio_tokens\":10},\"output_tokens\":3,\"total_tokens\":17}}",
     14, 3, 0},
    {"{\"text\":\"a\",\"usage\":{\"type\":\"duration\",\"seconds\":9}}", -1, -1, 9},
    {"{\"text\":\"a\",\"usage\":{\"type\":\"duration\",\"seconds\":8.01}}", -1, -1, 9},
    {"{\"text\":\"a\",\"duration\":8.470000267028809,\"language\":\"english\"}", -1, -1, 9},
    {"{\"text\":\"a\",\"duration\":8.4,\"usage\":{\"type\":\"duration\",\"seconds\":12}}", -1, -1, 12},
    {"{\"text\":\"a\",\"duration\":\"8.4\"}", -1, -1, 0},
    {"{\"text\":\"a\",\"duration\":-8}", -1, -1, 0},
    {"{\"text\":\"a\",\"duration\":1e30}", -1, -1, 0},
};

static void test_answers(void) {
    for (size_t i = 0; i < COUNT(answers); i++) {
        struct error err = {0};
        struct task_reply reply = {0};
        bool fits = false;
        struct span text = {answers[i].text, strlen(answers[i].text)};
        is_int(transcribe_openai.look(text, NULL, &reply, &fits, &err), 0, answers[i].text);
        ok(fits, "passes");
        is_int(reply.has_prompt ? reply.usage.prompt : -1, answers[i].prompt, "prompt");
        is_int(reply.has_output ? reply.usage.output : -1, answers[i].output, "output");
        is_int(reply.usage.seconds, answers[i].seconds, "seconds");
    }
    struct error err = {0};
    struct task_reply reply = {0};
    bool fits;
    const char *text = answers[1].text;
    int taken = 0;
    for (size_t len = 0; len < strlen(text); len++) {
        char *cut = malloc(len + 1);
        memcpy(cut, text, len);
        err = (struct error){0};
        taken += transcribe_openai.look((struct span){cut, len}, NULL, &reply, &fits, &err) == 0;
        free(cut);
    }
    is_int(taken, 0, "no beginning of an answer is one");
}

static bool look(const char *data, struct task_reply *reply) {
    *reply = (struct task_reply){0};
    return transcribe_openai.look_event((struct span){data, strlen(data)}, NULL, reply);
}

static void test_events(void) {
    struct task_reply reply;
    ok(!look("{\"type\":\"transcript.text.delta\",\"delta\":\"a\"}", &reply), "a piece is not the last one");
    ok(!look("{\"type\":\"transcript.text.segment\",\"id\":\"s\"}", &reply), "neither is a segment");
    ok(look("{\"type\":\"transcript.text.done\",\"text\":\"a\",\"usage\":{\"type\":\"tokens\","
            "\"input_tokens\":14,\"input_token_details\":{\"audio_tokens\":10},\"output_tokens\":3}}",
            &reply) &&
           reply.usage.prompt == 14 && reply.usage.audio_input == 10 && reply.usage.output == 3,
       "the last one tells what was used");
    ok(look("{\"type\":\"transcript.text.done\",\"usage\":{\"type\":\"duration\",\"seconds\":3}}", &reply) &&
           reply.usage.seconds == 3 && !reply.has_prompt,
       "or how long it was");
}

static const char *replied(struct arena *arena, const char *format, const char *text) {
    struct error err = {0};
    struct task_reply reply = {.usage = {.prompt = 2, .output = 3, .seconds = 5}};
    struct chat_head head = {.id = "1", .model = "openai/whisper-1", .provider = "openai"};
    struct task *task = form_of(arena, arena_printf(arena, "file@a.wav response_format=%s", format));
    read_form(task, &transcribe_indox, &err);
    if (transcribe_openai.read_reply((struct span){text, strlen(text)}, task, &reply, &err) < 0)
        return NULL;
    const char *all = task_replied(task, &transcribe_indox, &head, &reply), *from = strstr(all, "\"data\"");
    return arena_strndup(arena, from, (size_t)(strstr(from, ",\"tokens_prompt\"") - from));
}

static void test_replies(void) {
    struct arena *arena = arena_new();
    is_str(replied(arena, "json", "{\"text\":\"Hi\"}"),
           "\"data\":{\"text\":\"Hi\",\"language\":null,\"duration\":null,\"words\":null,\"segments\":null},"
           "\"usage\":{\"type\":\"audio\",\"seconds\":5",
           "a text within IndoxRouter's answer");
    is_str(replied(arena, "verbose_json",
                   "{\"text\":\"Hi\",\"language\":\"english\",\"duration\":4.50,"
                   "\"words\":[],\"segments\":[{\"id\":0}]}"),
           "\"data\":{\"text\":\"Hi\",\"language\":\"english\",\"duration\":4.50,\"words\":[],\"segments\":[{"
           "\"id\":0}]},\"usage\":{\"type\":\"audio\",\"seconds\":5",
           "with all that was told");
    is_str(
        replied(arena, "srt", "1\n00:00 \"Hi\"\n"),
        "\"data\":{\"text\":\"1\\n00:00 \\\"Hi\\\"\\n\",\"language\":null,\"duration\":null,\"words\":null,"
        "\"segments\":null},\"usage\":{\"type\":\"audio\",\"seconds\":5",
        "or subtitles");
    is_str(replied(arena, "json", "{\"words\":\"Hi\"}"), NULL, "an answer without a text");
    is_str(replied(arena, "json", "Hi"), NULL, "an answer that is no JSON");
    arena_free(arena);
}

int main(void) {
    test_requests();
    test_measures();
    test_forms();
    test_answers();
    test_events();
    test_replies();
    return tap_done();
}
