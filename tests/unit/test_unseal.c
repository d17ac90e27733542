/*
 * Requests that pass: what the hub sealed comes off, and nothing else is changed; tables for each dialect. In
 * them ' stands for ", and @ for a string that looks like a seal.
 */
#include "canon/seal.h"
#include "dialects/dialect.h"
#include "tap.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define DEPTH        512
#define MOST         1000000

struct row {
    const char *name, *text;
    const char *want;    /* NULL: nothing is sealed */
    const char *dropped; /* names; NULL: none */
    unsigned quirks;     /* of the target */
};

/* ---- Messages -------------------------------------------------------------------------- */

#define M(messages)  "{'model':'m','max_tokens':9,'messages':[" messages "]}"
#define USER         "{'role':'user','content':'hi'}"
#define BOT(blocks)  "{'role':'assistant','content':[" blocks "]}"
#define RESULT       "{'role':'user','content':[{'type':'tool_result','tool_use_id':'1'}]}"
#define SEALED       "{'type':'thinking','thinking':'t','signature':@}"
#define REDACTED     "{'type':'redacted_thinking','data':@}"
#define OWN          "{'type':'thinking','thinking':'t','signature':'own'}"
#define CALL         "{'type':'tool_use','id':'1','name':'n','input':{}}"
#define SAID         "{'type':'text','text':'said'}"
#define BLANK        "{'type':'text','text':' \\n'}"
#define THOUGHT_GONE "messages[].content[].thinking"

/* With a setting of thinking on either side. */
#define THINKING(before, messages, behind)                                                                   \
    "{" before "'model':'m','max_tokens':9,'messages':[" messages "]" behind "}"
#define ENABLED "'thinking':{'type':'enabled','budget_tokens':1024,'display':'omitted'}"

static const struct row messages[] = {
    {"nothing sealed", M(USER "," BOT(OWN "," SAID)), NULL, NULL, 0},
    {"a thought", M(USER "," BOT(SEALED "," SAID) "," USER), M(USER "," BOT(SAID) "," USER), THOUGHT_GONE, 0},
    {"one that is not shown", M(USER "," BOT(REDACTED "," CALL) "," RESULT), M(USER "," BOT(CALL) "," RESULT),
     THOUGHT_GONE, 0},
    {"several, beside the provider's own",
     M(USER "," BOT(SEALED " , " OWN ", " REDACTED "," CALL ", " SEALED)), M(USER "," BOT(OWN "," CALL)),
     THOUGHT_GONE, 0},
    {"white space stays where it was", M(" " USER " , " BOT(" " SEALED " , " SAID " ") "\n"),
     M(" " USER " , " BOT(" " SAID " ") "\n"), THOUGHT_GONE, 0},
    {"a message of nothing else goes", M(USER "," BOT(SEALED "," REDACTED) "," USER), M(USER "," USER),
     THOUGHT_GONE, 0},
    {"the first one, too", M(BOT(SEALED) "," USER), M(USER), THOUGHT_GONE, 0},
    {"and the last one", M(USER "," BOT(SEALED)), M(USER), THOUGHT_GONE, 0},
    {"two in a row", M(USER "," BOT(SEALED) "," BOT(SEALED "," SAID)), M(USER "," BOT(SAID)), THOUGHT_GONE,
     0},
    {"and the blanks that came with it", M(USER "," BOT(SEALED "," BLANK "," CALL) "," RESULT),
     M(USER "," BOT(CALL) "," RESULT), THOUGHT_GONE, 0},
    {"which may be all there is", M(USER "," BOT(BLANK "," SEALED) "," USER), M(USER "," USER), THOUGHT_GONE,
     0},
    {"blanks of others stay", M(USER "," BOT(BLANK) "," BOT(SEALED "," SAID)),
     M(USER "," BOT(BLANK) "," BOT(SAID)), THOUGHT_GONE, 0},
    {"members that nobody knows stay",
     "{'x':[1, 2],'model':'m','mcp_servers':[{'a':null}],'messages':["
     "{'y':{},'role':'assistant','content':[" SEALED ",{'type':'server_tool_use','z':1.50}],'w':@}," USER
     "],'max_tokens':9,'context_management':{'edits':[]}}",
     "{'x':[1, 2],'model':'m','mcp_servers':[{'a':null}],'messages':[{'y':{},'role':'assistant','content':["
     "{'type':'server_tool_use','z':1.50}],'w':@}," USER
     "],'max_tokens':9,'context_management':{'edits':[]}}",
     THOUGHT_GONE, 0},
    {"a user's text is text",
     M("{'role':'user','content':@},{'role':'user','content':[{'type':'text','text':@},{'type':@},[@],@]}"),
     NULL, NULL, 0},
    {"an assistant's is, too", M("{'role':'assistant','content':@}," BOT("{'type':'text','text':@}")), NULL,
     NULL, 0},
    {"so is the input of a call",
     M(USER "," BOT("{'type':'tool_use','id':'1','name':'n','input':" SEALED "}")), NULL, NULL, 0},
    {"a thought of the user's is not looked at", M("{'role':'user','content':[" SEALED "]}"), NULL, NULL, 0},
    {"a text that is a thought as well", M(BOT("{'type':'text','text':'t','signature':@}")), NULL, NULL, 0},
    {"signatures that are none", M(BOT("{'type':'thinking','signature':[@]},{'type':'thinking','data':@}")),
     NULL, NULL, 0},
    {"names with escapes",
     M("{'r\\u006fle':'assis\\u0074ant','\\u0063ontent':[{'type':'\\u0074hinking','signatur\\u0065':@}," SAID
       "]}"),
     M("{'r\\u006fle':'assis\\u0074ant','\\u0063ontent':[" SAID "]}"), THOUGHT_GONE, 0},
    {"the last of two members counts",
     M(BOT("{'type':'text','type':'thinking','signature':'x','signature':@}," SAID)), M(BOT(SAID)),
     THOUGHT_GONE, 0},
    {"a budget cannot stay without its thoughts",
     THINKING(ENABLED ",", USER "," BOT(SEALED "," CALL) "," RESULT, ""),
     THINKING("'thinking':{'type':'adaptive','display':'omitted'},", USER "," BOT(CALL) "," RESULT, ""),
     THOUGHT_GONE ", thinking.budget_tokens", 0},
    {"wherever it stands", THINKING("", USER "," BOT(SEALED "," CALL) "," RESULT, "," ENABLED),
     THINKING("", USER "," BOT(CALL) "," RESULT, ",'thinking':{'type':'adaptive','display':'omitted'}"),
     THOUGHT_GONE ", thinking.budget_tokens", 0},
    {"for a model that only knows budgets there is no thinking then",
     THINKING("", USER "," BOT(SEALED "," CALL) "," RESULT, "," ENABLED),
     THINKING("", USER "," BOT(CALL) "," RESULT, ",'thinking':{'type':'disabled'}"),
     THOUGHT_GONE ", thinking", CHAT_BUDGET},
    {"in a later step neither",
     THINKING("", USER "," BOT(SEALED "," CALL) "," RESULT "," BOT(OWN "," CALL) "," RESULT, "," ENABLED),
     THINKING("", USER "," BOT(CALL) "," RESULT "," BOT(OWN "," CALL) "," RESULT,
              ",'thinking':{'type':'disabled'}"),
     THOUGHT_GONE ", thinking", CHAT_BUDGET},
    {"once the user spoke it can",
     THINKING("", USER "," BOT(SEALED "," CALL) "," RESULT "," BOT(SEALED "," SAID) "," USER, "," ENABLED),
     THINKING("", USER "," BOT(CALL) "," RESULT "," BOT(SAID) "," USER, "," ENABLED), THOUGHT_GONE,
     CHAT_BUDGET},
    {"and where the model decides anyway",
     THINKING("", USER "," BOT(SEALED "," CALL) "," RESULT, ",'thinking':{'type':'adaptive'}"),
     THINKING("", USER "," BOT(CALL) "," RESULT, ",'thinking':{'type':'adaptive'}"), THOUGHT_GONE, 0},
};

/* ---- Responses -------------------------------------------------------------------------- */

#define R(items)       "{'model':'m','input':[" items "]}"
#define ASKED          "{'role':'user','content':'hi'}"
#define STATE          "{'type':'reasoning','id':'rs_1','summary':[],'encrypted_content':@}"
#define ITS            "{'type':'reasoning','id':'rs_2','summary':[],'encrypted_content':'its'}"
#define FUNCTION       "{'type':'function_call','call_id':'1','name':'n','arguments':'{}'}"
#define REASONING_GONE "input[] reasoning"

static const struct row responses[] = {
    {"nothing sealed", R(ASKED "," ITS), NULL, NULL, 0},
    {"a text for the input", "{'model':'m','input':@}", NULL, NULL, 0},
    {"reasoning", R(ASKED "," STATE "," FUNCTION), R(ASKED "," FUNCTION), REASONING_GONE, 0},
    {"several, beside the provider's own", R(STATE ", " STATE " ," ASKED ", " STATE "," ITS "," FUNCTION),
     R(ASKED "," ITS "," FUNCTION), REASONING_GONE, 0},
    {"the last one", R(ASKED ", " STATE), R(ASKED), REASONING_GONE, 0},
    {"hosted tools and what nobody knows stay",
     "{'tools':[{'type':'web_search'}],'model':'m','metadata':{'a':@},'input':[" STATE "," ASKED "],'x':[ ]}",
     "{'tools':[{'type':'web_search'}],'model':'m','metadata':{'a':@},'input':[" ASKED "],'x':[ ]}",
     REASONING_GONE, 0},
    {"text is text",
     R("{'role':'user','content':@},{'role':'user','content':[{'type':'input_text','text':@}]},"
       "{'type':'function_call_output','call_id':'1','output':@}"),
     NULL, NULL, 0},
    {"state of something else", R(ASKED ",{'type':'compaction','encrypted_content':@}"), NULL, NULL, 0},
    {"names with escapes", R("{'typ\\u0065':'reason\\u0069ng','encrypted\\u005fcontent':@}," ASKED), R(ASKED),
     REASONING_GONE, 0},
    {"the last of two members counts",
     R(ASKED ",{'type':'reasoning','encrypted_content':@,'encrypted_content':'its'}"), NULL, NULL, 0},
};

/* ---- Gemini ------------------------------------------------------------------------------ */

#define G(contents)    "{'contents':[" contents "]}"
#define PERSON         "{'role':'user','parts':[{'text':'hi'}]}"
#define MODEL(parts)   "{'role':'model','parts':[" parts "]}"
#define STEP           "'functionCall':{'name':'n','args':{}}"
#define STATED         "{" STEP ",'thoughtSignature':@}"
#define STAND_IN       "'thoughtSignature':'skip_thought_signature_validator',"
#define ANSWERED       "{'role':'user','parts':[{'functionResponse':{'name':'n','response':{}}}]}"
#define SIGNATURE_GONE "contents[].parts[].thoughtSignature"

static const struct row gemini[] = {
    {"nothing sealed", G(PERSON "," MODEL("{" STEP "},{" STEP ",'thoughtSignature':'its'}") "," ANSWERED),
     NULL, NULL, 0},
    {"the call of a step", G(PERSON "," MODEL(STATED) "," ANSWERED),
     G(PERSON "," MODEL("{" STAND_IN STEP "}") "," ANSWERED), SIGNATURE_GONE, 0},
    {"for a model that does not reason", G(PERSON "," MODEL(STATED) "," ANSWERED),
     G(PERSON "," MODEL("{" STEP "}") "," ANSWERED), SIGNATURE_GONE, CHAT_NO_REASONING},
    {"only the first call of a step is signed",
     G(PERSON "," MODEL("{'text':'a'},{" STEP "}," STATED) "," ANSWERED),
     G(PERSON "," MODEL("{'text':'a'},{" STAND_IN STEP "},{" STEP "}") "," ANSWERED), SIGNATURE_GONE, 0},
    {"each step is", G(PERSON "," MODEL(STATED) "," ANSWERED "," MODEL("{" STEP "}") "," ANSWERED),
     G(PERSON "," MODEL("{" STAND_IN STEP "}") "," ANSWERED "," MODEL("{" STAND_IN STEP "}") "," ANSWERED),
     SIGNATURE_GONE, 0},
    {"but not with two signatures",
     G(PERSON "," MODEL(STATED) "," ANSWERED "," MODEL("{'thoughtSignature':'its'," STEP "}") "," ANSWERED),
     G(PERSON "," MODEL("{" STAND_IN STEP "}") "," ANSWERED
                                               "," MODEL("{'thoughtSignature':'its'," STEP "}") "," ANSWERED),
     SIGNATURE_GONE, 0},
    {"an empty one is none", G(PERSON "," MODEL("{'thought_signature':''," STEP "}," STATED)),
     G(PERSON "," MODEL("{" STAND_IN STEP "},{" STEP "}")), SIGNATURE_GONE, 0},
    {"steps before the user spoke again are not",
     G(PERSON "," MODEL(STATED) "," ANSWERED "," MODEL("{'text':'done'}") "," PERSON),
     G(PERSON "," MODEL("{" STEP "}") "," ANSWERED "," MODEL("{'text':'done'}") "," PERSON), SIGNATURE_GONE,
     0},
    {"a text", G(PERSON "," MODEL("{'text':'a' , 'thoughtSignature' : @}") "," PERSON),
     G(PERSON "," MODEL("{'text':'a'}") "," PERSON), SIGNATURE_GONE, 0},
    {"a part of nothing else keeps data",
     G(PERSON
       "," MODEL("{'text':'a'},{'thoughtSignature':@},{'thought':true,'thought_signature':@}") "," PERSON),
     G(PERSON "," MODEL("{'text':'a'},{'text':''},{'text':''}") "," PERSON), SIGNATURE_GONE, 0},
    {"Google's other spelling",
     G(PERSON ",{'parts':[{'thought_signature':@, 'function_call':{}}],'role':'model'},"
              "{'parts':[{'function_response':{}}]}"),
     G(PERSON ",{'parts':[{" STAND_IN "'function_call':{}}],'role':'model'},"
              "{'parts':[{'function_response':{}}]}"),
     SIGNATURE_GONE, 0},
    {"one part alone", "{'contents':[{'role':'model','parts':" STATED "}]}",
     "{'contents':[{'role':'model','parts':{" STAND_IN STEP "}}]}", SIGNATURE_GONE, 0},
    {"what nobody knows stays",
     "{'cachedContent':'c','contents':["
     "{'x':1.0,'role':'model','parts':[{'y':[ ],'thoughtSignature':@,'text':@}]}"
     "," PERSON "],'labels':{'a':@}}",
     "{'cachedContent':'c','contents':[{'x':1.0,'role':'model','parts':[{'y':[ ],'text':@}]}"
     "," PERSON "],'labels':{'a':@}}",
     SIGNATURE_GONE, 0},
    {"text is text", G(MODEL("{'text':@},{'functionCall':{'name':'n','args':{'thoughtSignature':@}}},@")),
     NULL, NULL, 0},
    {"a signature that is none", G(MODEL("{'text':'a','thoughtSignature':[@]}")), NULL, NULL, 0},
    {"names with escapes, and twice",
     G(MODEL("{'text':'a','thought\\u0053ignature':@,'thoughtSignature':@}") "," PERSON),
     G(MODEL("{'text':'a'}") "," PERSON), SIGNATURE_GONE, 0},
};

/* ---- what is checked ------------------------------------------------------------------------- */

static char *expand(struct arena *arena, const char *text) {
    struct buf out;
    buf_init(&out, MOST);
    for (; *text; text++)
        if (*text == '@')
            buf_puts(&out, "\"" SEAL_MARK "YWJj\"");
        else
            buf_putc(&out, *text == '\'' ? '"' : *text);
    char *copy = arena_strndup(arena, out.data, out.len);
    buf_free(&out);
    return copy;
}

/* A copy of exactly its size: what is read beyond it, a sanitizer sees. */
static struct span copy_of(struct arena *arena, const char *text, size_t len) {
    char *copy = malloc(len ? len : 1);
    memcpy(copy, text, len);
    arena_own(arena, copy, free);
    return (struct span){copy, len};
}

/* Returns whether something was taken off; the text without it is in `out` then. */
static bool unseal(const struct chat_dialect *dialect, struct span text, unsigned quirks,
                   struct chat_request *notes, struct buf *out) {
    struct chat_ask ask = {.model = "m"};
    struct error err = {0};
    buf_clear(out);
    return dialect->look(text, notes->arena, &ask, &err) == 0 && dialect->unseal(&ask, quirks, notes, out);
}

/* Whatever comes: what is left is JSON, in which nothing is sealed. */
static bool is_clean(const struct chat_dialect *dialect, struct span text, unsigned quirks, struct buf *out) {
    struct arena *arena = arena_new();
    struct chat_request notes = {.arena = arena};
    struct error err = {0};
    bool good = true;
    if (unseal(dialect, text, quirks, &notes, out)) {
        struct span left = copy_of(arena, out->data, out->len);
        good = notes.dropped && scan_object(left, NULL, 0, DEPTH, &err) == 0 &&
               !unseal(dialect, left, quirks, &notes, out);
    } else {
        good = out->len == 0;
    }
    arena_free(arena);
    return good;
}

/* Cut everywhere, and with each byte spoiled. */
static bool is_clean_if_spoiled(const struct chat_dialect *dialect, const char *text, unsigned quirks,
                                struct buf *out) {
    static const char spoilt[] = "\"\\{}[],:0";
    size_t len = strlen(text);
    bool good = true;
    for (size_t i = 0; i < len; i++) {
        struct arena *arena = arena_new();
        struct span cut = copy_of(arena, text, i), other = copy_of(arena, text, len);
        good &= is_clean(dialect, cut, quirks, out);
        for (const char *c = spoilt; *c; c++) {
            ((char *)other.at)[i] = *c;
            good &= is_clean(dialect, other, quirks, out);
        }
        arena_free(arena);
    }
    return good;
}

static void run_row(const struct chat_dialect *dialect, const struct row *row) {
    struct arena *arena = arena_new();
    struct chat_request notes = {.arena = arena};
    struct buf out;
    const char *text = expand(arena, row->text), *want = row->want ? expand(arena, row->want) : NULL;
    buf_init(&out, MOST);
    buf_puts(&out, "");
    bool found = unseal(dialect, copy_of(arena, text, strlen(text)), row->quirks, &notes, &out);
    is_str(found ? out.data : NULL, want, row->name);
    is_str(chat_dropped_names(&notes, 200), row->dropped ? row->dropped : "", "what went is named");
    ok(is_clean_if_spoiled(dialect, text, row->quirks, &out), "cut or spoiled it is clean, or refused");
    buf_free(&out);
    arena_free(arena);
}

static void run_rows(const struct chat_dialect *dialect, const struct row *rows, size_t count) {
    for (size_t i = 0; i < count; i++)
        run_row(dialect, &rows[i]);
}

/* Each client that brings state back may bring it to a provider of its own dialect. */
static void test_table(void) {
    static const struct chat_dialect *const dialects[] = {&chat_openai, &chat_responses, &chat_anthropic,
                                                          &chat_gemini, &chat_completions};
    for (size_t i = 0; i < COUNT(dialects); i++)
        ok((dialects[i]->carries != CARRY_NOTHING) == (dialects[i]->unseal != NULL),
           "%s: who carries unseals", dialects[i]->name);
}

int main(void) {
    test_table();
    run_rows(&chat_anthropic, messages, COUNT(messages));
    run_rows(&chat_responses, responses, COUNT(responses));
    run_rows(&chat_gemini, gemini, COUNT(gemini));
    return tap_done();
}
