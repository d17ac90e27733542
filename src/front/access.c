/* The access log: one line for each request, in one of three forms. No query stands in any of them. */
#include "front/access.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/log.h"

#define TEXT_MOST  256 /* bytes of what a client sent */
#define LINE_USUAL 512
#define LINE_MOST  16384 /* holds all of them, were each byte an escape */

/* What all forms tell. */
struct facts {
    const struct trace *trace;
    const struct error *err;
    const char *method, *uri, *from, *id, *client_id;
    int status;
    size_t sent;
    int64_t wall, took; /* ms */
};

static const char *variable(const struct exchange *x, const char *name) {
    const char *value = x->request->source->variable(x->request->source->arg, name);
    return value ? value : "";
}

static size_t shortened(const char *text) {
    size_t len = strlen(text);
    return len < TEXT_MOST ? len : TEXT_MOST;
}

static void quote(struct buf *line, const char *text) {
    buf_quote(line, text, shortened(text));
}

/* A word of a line: blanks in it do not make it two. */
static void word(struct buf *line, const char *text) {
    const char *end = text + shortened(text), *plain = text;
    for (; text < end; text++) {
        if (*text != ' ' && *text != '"' && (unsigned char)*text < 0x80)
            continue;
        buf_add(line, plain, (size_t)(text - plain));
        buf_printf(line, "%%%02X", (unsigned char)*text);
        plain = text + 1;
    }
    buf_add(line, plain, (size_t)(end - plain));
}

/* ---- text: for people -------------------------------------------------------------- */

static void write_text(struct buf *line, const struct exchange *x, const struct facts *f) {
    const struct trace *t = f->trace;
    char when[CLOCK_TEXT], cost[MONEY_TEXT];
    (void)x;
    buf_printf(line, "%s [%d] ", clock_write(f->wall / 1000, when), (int)getpid());
    word(line, f->method);
    buf_putc(line, ' ');
    word(line, f->uri);
    buf_printf(line, " %d %zu bytes %" PRId64 " ms id=%s", f->status, f->sent, f->took, f->id);
    if (*f->from) {
        buf_puts(line, " from=");
        word(line, f->from);
    }
    if (t->user)
        buf_printf(line, " user=\"%s\" key=%" PRIu64, t->user, t->key);
    if (t->model) {
        buf_puts(line, " model=");
        quote(line, t->model);
    }
    if (t->called)
        buf_printf(line, " provider=%s outcome=%s prompt=%" PRId64 " output=%" PRId64 " cost=%s", t->provider,
                   t->outcome ? t->outcome : "", t->usage.prompt, t->usage.output,
                   money_write(t->cost, cost));
    if (*f->client_id) {
        buf_puts(line, " client_id=");
        quote(line, f->client_id);
    }
    if (f->err->kind)
        buf_printf(line, " error=%s: %s", error_name(f->err->kind), f->err->message);
}

/* ---- json: for programs ------------------------------------------------------------- */

static void member(struct buf *line, const char *name, const char *text) {
    if (!text || !*text)
        return;
    buf_printf(line, ",\"%s\":", name);
    quote(line, text);
}

static void write_call(struct buf *line, const struct trace *t) {
    char cost[MONEY_TEXT];
    member(line, "provider", t->provider);
    member(line, "outcome", t->outcome);
    buf_printf(line,
               ",\"prompt_tokens\":%" PRId64 ",\"cached_tokens\":%" PRId64 ",\"output_tokens\":%" PRId64
               ",\"cost\":\"%s\"",
               t->usage.prompt, t->usage.cache_read, t->usage.output, money_write(t->cost, cost));
}

static void write_json(struct buf *line, const struct exchange *x, const struct facts *f) {
    const struct trace *t = f->trace;
    char when[CLOCK_TEXT];
    clock_write(f->wall / 1000, when);
    when[strlen(when) - 1] = '\0'; /* its Z, behind the milliseconds */
    buf_printf(line, "{\"time\":\"%s.%03dZ\",\"id\":\"%s\"", when, (int)(f->wall % 1000), f->id);
    member(line, "from", f->from);
    member(line, "method", f->method);
    member(line, "path", f->uri);
    buf_printf(line, ",\"status\":%d,\"bytes\":%zu,\"ms\":%" PRId64, f->status, f->sent, f->took);
    member(line, "client_id", f->client_id);
    member(line, "agent", request_header(x->request, "user-agent"));
    if (t->user) {
        member(line, "user", t->user);
        buf_printf(line, ",\"key\":%" PRIu64, t->key);
    }
    member(line, "model", t->model);
    if (t->called)
        write_call(line, t);
    if (f->err->kind) {
        member(line, "error", error_name(f->err->kind));
        member(line, "message", f->err->message);
    }
    buf_putc(line, '}');
}

/* ---- combined: for tools that read the logs of web servers ---------------------------- */

/* As Apache does it, so that a quotation mark ends a field. */
static void field(struct buf *line, const char *text) {
    size_t len = shortened(text);
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c < 0x20 || c >= 0x7f)
            buf_printf(line, "\\x%02x", c);
        else
            buf_printf(line, c == '"' || c == '\\' ? "\\%c" : "%c", c);
    }
}

static void header_field(struct buf *line, const struct exchange *x, const char *name) {
    const char *value = request_header(x->request, name);
    buf_puts(line, " \"");
    field(line, value ? value : "-");
    buf_putc(line, '"');
}

/* A user's name may hold blanks; theirs may not. */
static void user_field(struct buf *line, const char *user) {
    for (const char *at = user ? user : "-"; *at; at++)
        buf_putc(line, *at == ' ' ? '_' : *at);
}

static void write_combined(struct buf *line, const struct exchange *x, const struct facts *f) {
    static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    time_t seconds = (time_t)(f->wall / 1000);
    struct tm tm;
    gmtime_r(&seconds, &tm);
    field(line, *f->from ? f->from : "-");
    buf_puts(line, " - ");
    user_field(line, f->trace->user);
    buf_printf(line, " [%02d/%s/%d:%02d:%02d:%02d +0000] \"", tm.tm_mday, months[tm.tm_mon],
               tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
    field(line, f->method);
    buf_putc(line, ' ');
    field(line, f->uri);
    buf_putc(line, ' ');
    field(line, variable(x, "SERVER_PROTOCOL"));
    buf_printf(line, "\" %d %zu", f->status, f->sent);
    header_field(line, x, "referer");
    header_field(line, x, "user-agent");
}

/* ---- all of them ------------------------------------------------------------------------ */

static void (*const forms[])(struct buf *line, const struct exchange *x, const struct facts *f) = {
    [ACCESS_TEXT] = write_text,
    [ACCESS_JSON] = write_json,
    [ACCESS_COMBINED] = write_combined,
};

void access_log(struct exchange *x, const struct error *err, int64_t started) {
    const char *client_id = request_header(x->request, "x-client-request-id");
    struct facts facts = {
        .trace = &x->trace,
        .err = err,
        .method = x->request->method,
        .uri = x->request->uri,
        .from = variable(x, "REMOTE_ADDR"),
        .id = exchange_id(x),
        .client_id = client_id ? client_id : "",
        .status = err->kind == ERR_GONE ? err->status : x->reply->status,
        .sent = x->reply->sent,
        .wall = clock_wall_ms(),
        .took = clock_mono_ms() - started,
    };
    struct buf line;
    if (x->config && *x->config->access_log == '\0')
        return;
    buf_init(&line, LINE_MOST);
    buf_reserve(&line, LINE_USUAL);
    forms[x->config ? x->config->access_format : ACCESS_TEXT](&line, x, &facts);
    log_access(line.data, line.len);
    buf_free(&line);
}
