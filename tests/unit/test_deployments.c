/* What providers of the table are asked: from a model's name over its row and its family to the request that
 * is written. */
#include <jansson.h>

#include "dialects/dialect.h"
#include "route/choose.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define MOST         ((size_t)1 << 20)
#define LIMIT        1000

#define X       "{'role':'user','content':'x'}"
#define MIND    "{'role':'system','content':'mind'}"
#define IMAGE   "{'type':'image_url','image_url':{'url':'https://e.x/a.png'}}"
#define MINDING "{'type':'text','text':'<system-reminder>\\nmind\\n</system-reminder>'}"
#define TOOLS   "'tools':[{'type':'function','function':{'name':'f','parameters':" OBJECT "}}]"
#define OBJECT  "{'type':'object','properties':{}}"
#define CALLS   "'tool_calls':[{'type':'function','function':{'name':'f','arguments':'{}'},'id':"
#define RESULT  "{'role':'tool','content':'1','tool_call_id':"
#define THOUGHT "{'role':'assistant','content':null,'reasoning_content':'Because',"

/* Requests in OpenAI's dialect, less the model, with ' for ". */
static const struct {
    const char *provider, *model, *asked, *written, *dropped;
} rows[] = {
    /* Mistral refuses members that it does not know, ids of other lengths, and instructions in the middle. */
    {"mistral", "mistral-large-2512",
     "'messages':[" X ",{'role':'assistant','content':null," CALLS "'call_of_some_length'}]}," RESULT
     "'call_of_some_length'},{'role':'assistant','content':'done'}," MIND "," X "]," TOOLS
     ",'stream':true,'seed':1,'user':'me','verbosity':'low','prompt_cache_key':'k',"
     "'logit_bias':{'1':2},'temperature':0.5,'reasoning_effort':'high'",
     "'messages':[" X ",{'role':'assistant','content':null," CALLS "'c08b71839'}]}," RESULT
     "'c08b71839'},{'role':'assistant','content':'done'},"
     "{'role':'user','content':[" MINDING ",{'type':'text','text':'x'}]}]," TOOLS
     ",'stream':true,'temperature':0.5",
     "reasoning_effort, seed, logit_bias, verbosity, user, prompt_cache_key"},
    {"mistral", "magistral-small", "'messages':[" X "],'reasoning_effort':'high','seed':1",
     "'messages':[" X "],'reasoning_effort':'high'", "seed"},

    /* DeepSeek wants its reasoning back with the calls that came of it, and is only told of a schema. */
    {"deepseek", "deepseek-reasoner",
     "'messages':[" X "," THOUGHT CALLS "'c1'}]}," RESULT "'c1'}," MIND ",{'role':'user','content':[" IMAGE
     "]}]," TOOLS ",'seed':1,'stream':true",
     "'messages':[" X "," THOUGHT CALLS "'c1'}]}," RESULT "'c1'}," MIND
     ",{'role':'user','content':[{'type':'text','text':'[image that cannot be shown]'}]}]," TOOLS
     ",'seed':1,'stream':true,'stream_options':{'include_usage':true}",
     "messages[].content[].image_url"},
    {"deepseek", "deepseek-v4-pro",
     "'messages':[" X "],'response_format':{'type':'json_schema','json_schema':{'name':'n','schema':" OBJECT
     "}}",
     "'messages':[{'role':'system','content':'Answer with a single JSON object and nothing else: no other "
     "text, no code fence. It must be valid against this JSON schema:\\n"
     "{\\'type\\':\\'object\\',\\'properties\\':{}}'}," X "],'response_format':{'type':'json_object'}",
     "response_format"},
    {"deepseek", "deepseek-v4-flash-vision-exp", "'messages':[{'role':'user','content':[" IMAGE "]}]",
     "'messages':[{'role':'user','content':[" IMAGE "]}]", ""},

    {"perplexity", "sonar", "'messages':[" X "," MIND "],'stream':true",
     "'messages':[{'role':'user','content':[{'type':'text','text':'x'}," MINDING "]}],'stream':true", ""},
    {"xai", "grok-4-0709", "'messages':[" X "],'stop':['a'],'reasoning_effort':'low'", "'messages':[" X "]",
     "reasoning_effort, stop"},
    {"xai", "grok-3-mini", "'messages':[" X "],'stop':['a'],'reasoning_effort':'low'",
     "'messages':[" X "],'stop':['a'],'reasoning_effort':'low'", ""},

    /* One of which nothing is known gets all. */
    {"openai-compatible", "any", "'messages':[" X "," MIND "],'seed':1,'user':'me'",
     "'messages':[" X "," MIND "],'seed':1,'user':'me'", ""},
};

/* The request of a row as JSON. */
static const char *request(struct arena *arena, const char *model, const char *members) {
    char *text = arena_printf(arena, "{'model':'%s',%s}", model, members);
    for (char *c = text; (c = strchr(c, '\'')) != NULL;)
        *c = '"';
    return text;
}

static json_t *parse(const char *text) {
    json_error_t where;
    json_t *value = json_loads(text, 0, &where);
    if (!value)
        printf("# %s in %s\n", where.text, text);
    return value;
}

/* Whether both are the same JSON, in whatever order members stand. */
static void is_same(const char *got, const char *want, const char *name) {
    json_t *one = parse(got), *other = parse(want);
    if (!ok(one && other && json_equal(one, other), "%s", name))
        printf("# got  %s\n# want %s\n", got, want);
    json_decref(one);
    json_decref(other);
}

static int choose(const char *provider, const char *model, struct arena *arena, struct target *target,
                  struct error *err) {
    struct provider_config *row = arena_alloc(arena, sizeof *row);
    *row = (struct provider_config){
        .name = provider, .row = provider_find(provider), .any_model = true, .free = true};
    struct config config = {.providers = 1, .provider = row};
    return choose_target(&config, model, arena, target, err);
}

static int write_for(const char *text, const struct target *at, struct chat_request *q, struct buf *out,
                     struct error *err) {
    struct chat_ask ask = {0};
    struct chat_target target = {.model = at->model, .max_output = LIMIT, .quirks = at->quirks};
    const struct chat_dialect *dialect = at->provider->row->speaks[0];
    if (chat_openai.look((struct span){text, strlen(text)}, q->arena, &ask, err) < 0)
        return -1;
    q->stream = ask.stream;
    q->choices = ask.choices;
    return chat_openai.read_request(&ask, q, err) < 0 ? -1 : dialect->write_request(q, &target, out, err);
}

static void test_row(size_t i) {
    struct arena *arena = arena_new();
    struct chat_request q = {.arena = arena};
    struct target target;
    struct error err = {0};
    struct buf out;
    buf_init(&out, MOST);
    buf_puts(&out, "");
    const char *name = arena_printf(arena, "%s, %s", rows[i].provider, rows[i].model);
    const char *asked = request(arena, "m", rows[i].asked);
    const char *want = request(arena, rows[i].model, rows[i].written);
    int rc = choose(rows[i].provider, rows[i].model, arena, &target, &err);
    ok(rc == 0 && write_for(asked, &target, &q, &out, &err) == 0, "%s: %s", name, err.message);
    is_same(out.data, want, name);
    is_str(chat_dropped_names(&q, MOST), rows[i].dropped, "what is noted");
    buf_free(&out);
    arena_free(arena);
}

int main(void) {
    for (size_t i = 0; i < COUNT(rows); i++)
        test_row(i);
    return tap_done();
}
