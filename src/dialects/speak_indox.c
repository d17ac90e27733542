/* IndoxRouter's speech (POST /audio/tts/generations): the sound comes within JSON. */
#include <string.h>

#include "base/secret.h"
#include "dialects/chat_indox.h"
#include "dialects/indox_members.h"
#include "dialects/read.h"
#include "dialects/speak.h"

#define USUAL_MODEL "tts-1"     /* IndoxRouter's, where nothing is said */
#define USUAL_VOICE "\"alloy\"" /* the first of its document; OpenAI wants one to be named */

enum { PROVIDER = SPEAK_MEMBERS, BYOK, ADDITIONAL, MEMBERS };
static const char *const names[] = {SPEAK_NAMES, [PROVIDER] = "provider", [BYOK] = "byok_api_key",
                                    [ADDITIONAL] = "additional_params", [MEMBERS] = NULL};
static const struct indox_places places = {.model = SPEAK_MODEL,
                                           .provider = PROVIDER,
                                           .byok = BYOK,
                                           .additional = ADDITIONAL,
                                           .members = MEMBERS,
                                           .usual_model = USUAL_MODEL};
_Static_assert(MEMBERS <= INDOX_MEMBERS, "room for all of them");

static int read_request(struct task *task, struct error *err) {
    struct json found[MEMBERS];
    if (indox_read_members(task, names, &places, found, err) < 0 || speak_read(task, found, err) < 0)
        return -1;
    return task->stream ? value_bad(&found[SPEAK_STREAM], "must be audio", err) : 0;
}

static struct span *edit(const struct task *task, const char *model, struct arena *arena, size_t *parts,
                         size_t *total) {
    return indox_edit(task, model, task->speech->voice.at ? "" : ",\"voice\":" USUAL_VOICE, arena, parts,
                      total);
}

static const char *type_of(const char *format) {
    static const char *const types[][2] = {{SPEECH_USUAL_FORMAT, "audio/mpeg"},
                                           {"opus", "audio/opus"},
                                           {"aac", "audio/aac"},
                                           {"flac", "audio/flac"},
                                           {"wav", "audio/wav"},
                                           {"pcm", "audio/pcm"}};
    size_t i = 0;
    while (strcmp(types[i][0], format) != 0)
        i++;
    return types[i][1];
}

/* The sound stands there as some of its documents have it, and as others have it: at a URL. */
static void write_sound(struct json_writer *w, const struct task *task, struct span sound,
                        struct joint *out) {
    char *base64 = arena_alloc(task->arena, secret_base64_length(sound.len));
    secret_base64(sound.at, sound.len, base64);
    struct span text = {base64, strlen(base64)};
    json_member_raw(w, "audio", "\"");
    joint_put(out, text);
    buf_putc(w->out, '"');
    json_member_raw(w, "audio_url",
                    arena_printf(task->arena, "\"data:%s;base64,", type_of(task->speech->format)));
    joint_put(out, text);
    buf_putc(w->out, '"');
}

static void write_reply(const struct chat_head *head, const struct task *task, const struct task_reply *reply,
                        struct joint *out) {
    const struct speech_request *speech = task->speech;
    struct json_writer w = {.out = &out->text};
    json_open(&w, '{');
    chat_indox_write_head(&w, head);
    json_member_bool(&w, "success", true);
    json_member_text(&w, "message", "");
    json_member_open(&w, "data", '{');
    write_sound(&w, task, reply->speech, out);
    json_member_text(&w, "format", speech->format);
    json_member_put(&w, "voice",
                    speech->voice.at ? speech->voice : (struct span){USUAL_VOICE, sizeof USUAL_VOICE - 1});
    json_member_put(&w, "speed", speech->speed.at ? speech->speed : (struct span){"1.0", 3});
    json_member_int(&w, "character_count", task->most.characters);
    json_close(&w, '}');
    chat_indox_write_usage(&w, head, &reply->usage);
    json_close(&w, '}');
}

const struct task_dialect speak_indox = {.name = "indox",
                                         .kind = TASK_SPEAK,
                                         .family = &chat_indox,
                                         .like = &speak_openai,
                                         .read = read_request,
                                         .edit = edit,
                                         .write_reply = write_reply};
