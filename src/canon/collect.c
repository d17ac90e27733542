/* Events folded into a whole answer. */
#include "canon/collect.h"

#include <string.h>

#include "base/buf.h"

/* A choice while it grows: the text of its last block is in a buffer of its own. */
struct growing {
    struct chat_answer *answer;
    struct chat_block *open; /* whose text grows; NULL: none */
    struct buf text;         /* inside of the quotes */
};

struct collect {
    struct chat_sink sink;
    struct arena *arena;
    struct chat_reply reply;
    struct chat_answer answers[CHAT_CHOICES_MOST];
    struct growing growing[CHAT_CHOICES_MOST];
};

static void free_texts(void *ptr) {
    struct collect *collect = ptr;
    for (int i = 0; i < CHAT_CHOICES_MOST; i++)
        buf_free(&collect->growing[i].text);
}

static struct span quoted(struct arena *arena, const struct buf *text) {
    char *copy = arena_alloc(arena, text->len + 3);
    copy[0] = copy[text->len + 1] = '"';
    if (text->len > 0)
        memcpy(copy + 1, text->data, text->len);
    return (struct span){copy, text->len + 2};
}

/* The text of the open block is whole. */
static void close_block(struct collect *collect, struct growing *g) {
    struct chat_block *block = g->open;
    if (!block)
        return;
    struct span text = quoted(collect->arena, &g->text);
    if (block->kind == CHAT_CALL)
        block->call.args = chat_unquote(collect->arena, text);
    else
        block->text = text;
    g->open = NULL;
    buf_clear(&g->text);
}

static struct chat_block *open_block(struct collect *collect, struct growing *g, enum chat_block_kind kind) {
    close_block(collect, g);
    return g->open = chat_add_block(collect->arena, &g->answer->blocks, kind);
}

static void add_text(struct collect *collect, struct growing *g, enum chat_block_kind kind,
                     struct span text) {
    if (!g->open || g->open->kind != kind)
        open_block(collect, g, kind);
    buf_add(&g->text, text.at + 1, text.len - 2);
}

static void add_signature(struct collect *collect, struct growing *g, const struct chat_event *event) {
    struct chat_block *block = g->open;
    if (event->redacted || !block || block->kind != CHAT_THOUGHT) {
        block = open_block(collect, g, CHAT_THOUGHT);
        block->redacted = event->redacted;
    }
    block->signature = chat_keep(collect->arena, event->text);
    close_block(collect, g);
}

static struct chat_call keep_call(struct arena *arena, const struct chat_call *call) {
    return (struct chat_call){
        .id = call->id ? arena_strdup(arena, call->id) : NULL,
        .name = arena_strdup(arena, call->name),
        .space = call->space ? arena_strdup(arena, call->space) : NULL,
        .custom = call->custom,
        .signature = chat_keep(arena, call->signature),
    };
}

static struct chat_media keep_media(struct arena *arena, const struct chat_media *media) {
    struct chat_media kept = *media;
    kept.mime = media->mime ? arena_strdup(arena, media->mime) : NULL;
    kept.detail = media->detail ? arena_strdup(arena, media->detail) : NULL;
    kept.place = media->place ? arena_strdup(arena, media->place) : NULL;
    struct span *texts[] = {&kept.data, &kept.url, &kept.file, &kept.title, &kept.plain};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = chat_keep(arena, *texts[i]);
    return kept;
}

static struct growing *choice_of(struct collect *collect, int choice) {
    if (choice >= collect->reply.choices)
        collect->reply.choices = choice + 1;
    return &collect->growing[choice];
}

void collect_close(struct collect *collect) {
    for (int i = 0; i < collect->reply.choices; i++)
        close_block(collect, &collect->growing[i]);
}

static int take(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct collect *collect = (struct collect *)sink;
    if (event->choice < 0 || event->choice >= CHAT_CHOICES_MOST)
        return error_set(err, ERR_UPSTREAM, "The provider's answer has a choice %d.", event->choice);
    struct growing *g = choice_of(collect, event->choice);
    switch (event->kind) {
    case EVENT_TEXT:
        add_text(collect, g, CHAT_TEXT, event->text);
        break;
    case EVENT_REFUSAL:
        add_text(collect, g, CHAT_REFUSAL, event->text);
        break;
    case EVENT_THOUGHT:
        add_text(collect, g, CHAT_THOUGHT, event->text);
        break;
    case EVENT_SIGNATURE:
        add_signature(collect, g, event);
        break;
    case EVENT_CALL:
        open_block(collect, g, CHAT_CALL)->call = keep_call(collect->arena, &event->call);
        break;
    case EVENT_ARGS:
        buf_add(&g->text, event->text.at + 1, event->text.len - 2);
        break;
    case EVENT_MEDIA:
        open_block(collect, g, CHAT_MEDIA)->media = keep_media(collect->arena, &event->media);
        g->open = NULL;
        break;
    case EVENT_USAGE:
        collect->reply.usage = event->usage;
        collect->reply.has_usage = true;
        break;
    case EVENT_STOP:
        close_block(collect, g);
        g->answer->stop = event->stop;
        g->answer->sequence = chat_keep(collect->arena, event->sequence);
        break;
    case EVENT_END:
        collect_close(collect);
        break;
    default:
        break;
    }
    return 0;
}

struct collect *collect_new(struct arena *arena) {
    struct collect *collect = arena_alloc(arena, sizeof *collect);
    collect->sink.take = take;
    collect->arena = arena;
    collect->reply.choice = collect->answers;
    for (int i = 0; i < CHAT_CHOICES_MOST; i++) {
        collect->growing[i].answer = &collect->answers[i];
        buf_init(&collect->growing[i].text, BUF_MOST);
    }
    arena_own(arena, collect, free_texts);
    return collect;
}

struct chat_sink *collect_sink(struct collect *collect) {
    return &collect->sink;
}

const struct chat_reply *collect_reply(struct collect *collect) {
    return &collect->reply;
}
