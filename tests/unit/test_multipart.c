/* The reader of multipart bodies: what real clients sent, what is odd, and what is wrong; each whole, byte by
 * byte, and cut at every byte. */
#include "front/multipart.h"

#include "fixture.h"
#include "multipart_story.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool same_story(const struct story *one, const struct story *other) {
    return !one->bad && !other->bad && one->text.len == other->text.len &&
           memcmp(one->text.data, other->text.data, one->text.len) == 0;
}

/* Whether the story is the same in pieces of any size, and cut in two anywhere. */
static bool same_in_pieces(const char *type, const char *bytes, size_t len, const struct story *whole) {
    bool same = !whole->bad;
    for (size_t size = 1; size <= len && same; size++) {
        struct story cut, pieces;
        story_run(&cut, type, bytes, len, size, len);
        story_run(&pieces, type, bytes, len, size, size);
        same = same_story(whole, &cut) && same_story(whole, &pieces);
        if (!same)
            printf("# at %zu: %s\n", size, cut.text.data);
        buf_free(&cut.text);
        buf_free(&pieces.text);
    }
    return same;
}

/* Whether a body that is whole up to `end` is an error when it ends before, and none when it ends there or
 * behind. */
static bool is_whole_from(const char *type, const char *bytes, size_t len, size_t end) {
    bool good = true;
    for (size_t cut = 0; cut <= len; cut++) {
        struct story story;
        bool whole = story_run(&story, type, bytes, cut, 1, 1);
        good &= whole == (cut >= end) && !story.bad;
        if (whole != (cut >= end))
            printf("# cut at %zu of %zu: %s", cut, end, story.text.data);
        buf_free(&story.text);
    }
    return good;
}

/* Where the last "--" stands that a boundary may stand before: the closing delimiter's end. */
static size_t closing_end(const char *bytes, size_t len, const char *boundary) {
    size_t n = strlen(boundary);
    for (size_t at = len - n - 1; at-- > 0;)
        if (memcmp(bytes + at, boundary, n) == 0 && memcmp(bytes + at + n, "--", 2) == 0)
            return at + n + 2;
    return 0;
}

/* ---- what real clients sent --------------------------------------------------------------- */

static void try_fixture(const char *dir, const char *name) {
    struct buf type, body, wanted;
    struct story story;
    if (!fixture_read(dir, "type", &type) || !fixture_read(dir, "body", &body) ||
        !fixture_read(dir, "story", &wanted)) {
        ok(0, "%s: a file is missing", name);
        return;
    }
    type.data[strcspn(type.data, "\n")] = '\0';
    story_run(&story, type.data, body.data, body.len, body.len, body.len);
    if (getenv("WRITE_STORIES")) {
        char path[2000];
        snprintf(path, sizeof path, "%s/story", dir);
        FILE *file = fopen(path, "w");
        fputs(story.text.data, file);
        fclose(file);
    }
    is_str(story.text.data, wanted.data, name);
    ok(same_in_pieces(type.data, body.data, body.len, &story), "%s: the same in pieces", name);
    ok(is_whole_from(type.data, body.data, body.len,
                     closing_end(body.data, body.len, strstr(type.data, "boundary=") + 9)),
       "%s: cut anywhere it is no body", name);
    buf_free(&story.text);
    buf_free(&type);
    buf_free(&body);
    buf_free(&wanted);
}

/* ---- by hand -------------------------------------------------------------------------------- */

#define TYPE "multipart/form-data; boundary=b"
#define FORM "Content-Disposition: form-data; "
#define OPEN "--b\r\n" FORM
#define X    OPEN "name=\"x\"\r\n\r\n"
#define END  "\r\n--b--\r\n"
#define ONE  "part name='x'\n"

struct sample {
    const char *name, *body, *story;
};

/* Bodies that are read, each with the boundary "b". */
static const struct sample readable[] = {
    {"no part", "--b--\r\n", "whole\n"},
    {"no part, and no line end", "--b--", "whole\n"},
    {"a part", X "text" END, ONE "  text\nend\nwhole\n"},
    {"without the last line end", X "text\r\n--b--", ONE "  text\nend\nwhole\n"},
    {"an empty part", X END, ONE "end\nwhole\n"},
    {"a part that ends with its head", X "--b--\r\n", ONE "end\nwhole\n"},
    {"a preamble", "preamble\r\nof lines\n--b\r\n\r\n--bc\r\n" X "1" END, ONE "  1\nend\nwhole\n"},
    {"an empty line before", "\r\n" X "1" END, ONE "  1\nend\nwhole\n"},
    {"a preamble with half a delimiter", "\r\n-\r\n--\r\n\r\r\n" X "1" END, ONE "  1\nend\nwhole\n"},
    {"an epilogue", X "1" END X "2" END "anything\n", ONE "  1\nend\nwhole\n"},
    {"blanks behind boundaries", "--b \t \r\n" FORM "name=x\r\n\r\n1\r\n--b-- \t\r\n",
     ONE "  1\nend\nwhole\n"},
    {"a line end at the end", X "1\r\n" END, ONE "  1\\0d\\0a\nend\nwhole\n"},
    {"line ends only", X "\r\n\r\n\r\n" END, ONE "  \\0d\\0a\\0d\\0a\\0d\\0a\nend\nwhole\n"},
    {"odd line ends", X "\r\r\n\n\r\r" END, ONE "  \\0d\\0d\\0a\\0a\\0d\\0d\nend\nwhole\n"},
    {"half delimiters", X "\r\n-\r\n--\r\n-b\r\n\r\n--c" END,
     ONE "  \\0d\\0a-\\0d\\0a--\\0d\\0a-b\\0d\\0a\\0d\\0a--c\nend\nwhole\n"},
    {"a delimiter within a line", X "1--b\r\n2--b--\r\n3" END,
     ONE "  1--b\\0d\\0a2--b--\\0d\\0a3\nend\nwhole\n"},
    {"a delimiter behind LF and CR only", X "1\n--b\r\n2\r--b--\r\n3" END,
     ONE "  1\\0a--b\\0d\\0a2\\0d--b--\\0d\\0a3\nend\nwhole\n"},
    {"a boundary that goes on", X "1\r\n--bc\r\n2\r\n--b-c\r\n3\r\n--b-\r\n4\r\n--b_--" END,
     ONE "  1\\0d\\0a--bc\\0d\\0a2\\0d\\0a--b-c\\0d\\0a3\\0d\\0a--b-\\0d\\0a4\\0d\\0a--b_--\nend\nwhole\n"},
    {"a boundary that goes on at once", X "--bc" END, ONE "  --bc\nend\nwhole\n"},
    {"dashes before the delimiter", X "--\r\n---b\r\n--" END, ONE "  --\\0d\\0a---b\\0d\\0a--\nend\nwhole\n"},
    {"two of a name", X "1\r\n" X "2" END, ONE "  1\nend\n" ONE "  2\nend\nwhole\n"},
    {"a file", OPEN "name=\"f\"; filename=\"a.mp3\"\r\nContent-Type: audio/mpeg; x=y\r\n\r\n1" END,
     "part name='f' filename='a.mp3' type='audio/mpeg; x=y'\n  1\nend\nwhole\n"},
    {"fields in any case",
     "--b\r\nCONTENT-disposition:FORM-DATA;NAME=x;FileName=y\r\ncontent-TYPE:T\r\n\r\n" END,
     "part name='x' filename='y' type='T'\nend\nwhole\n"},
    {"fields in any order, and others", "--b\r\nX-Y: z\r\nContent-Length: 1\r\n" FORM "name=x\r\n\r\n1" END,
     ONE "  1\nend\nwhole\n"},
    {"an empty field in the head", "--b\r\nContent-Type:\r\n" FORM "name=x\r\n\r\n" END, ONE "end\nwhole\n"},
    {"folded fields",
     "--b\r\nContent-Disposition: form-data;\r\n name=x;\r\n\t filename=y\r\n"
     "Content-Type: a;\r\n b=c\r\n\r\n" END,
     "part name='x' filename='y' type='a;   b=c'\nend\nwhole\n"},
    {"encodings that are none",
     OPEN "name=x\r\nContent-Transfer-Encoding: BINARY\r\n\r\n1\r\n" OPEN
          "name=x\r\nContent-Transfer-Encoding: 8bit \r\n\r\n2\r\n" OPEN
          "name=x\r\nContent-Transfer-Encoding: 7bit\r\n\r\n3" END,
     ONE "  1\nend\n" ONE "  2\nend\n" ONE "  3\nend\nwhole\n"},
};

/* Parameters of Content-Disposition, and what they are. */
static const struct {
    const char *text, *story;
} names[] = {
    {"name=x", "name='x'"},
    {"name=image[]", "name='image[]'"},
    {"name=\"x\";", "name='x'"},
    {" ; ;name = \"x\" ; ", "name='x'"},
    {"filename=y; name=x", "name='x' filename='y'"},
    {"name=x; filename=\"\"", "name='x' filename=''"},
    {"name=x; filename=", "name='x' filename=''"},
    {"name=x; size=3; other=\"a;b\"", "name='x'"},
    {"name=\"a\\\"b\"", "name='a\"b'"},
    {"name=\"a%22b\"", "name='a\"b'"},
    {"name=\"a%0D%0Ab%0d%0ac\"", "name='a\\0d\\0ab\\0d\\0ac'"},
    {"name=\"a%b%2%20%00%41%25\"", "name='a%b%2%20%00%41%25'"},
    {"name=\"%\"", "name='%'"},
    {"name=\"%2\"", "name='%2'"},
    {"name=\"%%22%2%22\"", "name='%\"%2\"'"},
    {"name=\"a;b\"; filename=\"c; name=d\"", "name='a;b' filename='c; name=d'"},
    {"name=\"a\\\\b\\c\"", "name='a\\5cb\\5cc'"},
    {"name=x; filename=\"C:\\path\\new.png\"", "name='x' filename='C:\\5cpath\\5cnew.png'"},
    {"name=x; filename=\"\xc3\xbc.png\"", "name='x' filename='\\c3\\bc.png'"},
    {"name=x; filename=\"\xfc.png\"", "name='x' filename='\\fc.png'"},
    {"name=x; filename*=UTF-8''%c3%bc%20%22+.png", "name='x' filename='\\c3\\bc \"+.png'"},
    {"name=x; filename*=utf-8'de'a; filename=b", "name='x' filename='a'"},
    {"name=x; filename=b; filename*=utf-8''a", "name='x' filename='a'"},
    {"name=x; filename*=utf-8''%2522", "name='x' filename='%22'"},
    {"name=x; filename*=utf-8''a%0Ab", "name='x' filename='a\\0ab'"},
    {"name*=utf-8''%C3%BC", "name='\\c3\\bc'"},
    {"name=\"a\tb\"", "name='a\\09b'"},
    {"name=\"'\"", "name='\\27'"},
};

#define BAD(what)  "400 : The multipart body is malformed: " what ".\n"
#define BREAKS_OFF "400 : The multipart body breaks off before its closing delimiter.\n"
#define NO_PART    "400 : The boundary of the Content-Type begins no part of the body.\n"
#define LINES      BAD("lines must end in CR LF")
#define UNREADABLE BAD("a part's Content-Disposition cannot be read")

static const struct sample wrong[] = {
    {"nothing", "", NO_PART},
    {"something else", "{\"model\":\"m\"}", NO_PART},
    {"another boundary", "--c\r\n" FORM "name=x\r\n\r\n1\r\n--c--\r\n", NO_PART},
    {"no closing delimiter", X "1", ONE "  1\n" BREAKS_OFF},
    {"no closing delimiter behind a whole part", X "1\r\n--b\r\n", ONE "  1\nend\n" BREAKS_OFF},
    {"one dash only", X "1\r\n--b-", ONE "  1\n" BREAKS_OFF},
    {"LF behind the first boundary", "--b\n" FORM "name=x\n\n1\n--b--\n", LINES},
    {"LF behind a boundary", X "1\r\n--b\n", ONE "  1\n" LINES},
    {"LF behind the closing one", X "1\r\n--b--\n", NULL},
    {"CR behind a boundary", X "1\r\n--b\rx", ONE "  1\nend\n" LINES},
    {"LF in a head", "--b\r\n" FORM "name=x\n\n1" END, LINES},
    {"CR in a head", "--b\r\n" FORM "name=\"x\ry\"\r\n\r\n1" END, LINES},
    {"CR LF in a name", "--b\r\n" FORM "name=\"x\r\ny\"\r\n\r\n1" END, UNREADABLE},
    {"a fold in a name", "--b\r\n" FORM "name=\"x\r\n y\"\r\n\r\n1" END, UNREADABLE},
    {"something behind the boundary", X "1\r\n--b x\r\n", NULL},
    {"something behind the closing one", X "1\r\n--b--x", NULL},
    {"CR behind the closing one", X "1\r\n--b--\rx", NULL},
    {"two delimiters", X "1\r\n--b\r\n" X "2" END,
     ONE "  1\nend\n" BAD("what stands behind a boundary are no header fields")},
    {"two delimiters with an empty line", X "1\r\n--b\r\n\r\n--b--\r\n",
     ONE "  1\nend\n" BAD("a part has no name")},
    {"no head", "--b\r\n\r\n1" END, BAD("a part has no name")},
    {"no disposition", "--b\r\nContent-Type: text/plain\r\n\r\n1" END, BAD("a part has no name")},
    {"no name", OPEN "filename=x\r\n\r\n1" END, BAD("a part has no name")},
    {"no parameter", "--b\r\nContent-Disposition: form-data\r\n\r\n1" END, BAD("a part has no name")},
    {"an empty name", OPEN "name=\"\"\r\n\r\n1" END, BAD("a part has no name")},
    {"another disposition", "--b\r\nContent-Disposition: attachment; name=x\r\n\r\n1" END, UNREADABLE},
    {"a parameter without value", OPEN "name\r\n\r\n1" END, UNREADABLE},
    {"a value without parameter", OPEN "=x\r\n\r\n1" END, UNREADABLE},
    {"a quote that does not end", OPEN "name=\"x\r\n\r\n1" END, UNREADABLE},
    {"a quote that is quoted", OPEN "name=\"x\\\"\r\n\r\n1" END, UNREADABLE},
    {"a quote within", OPEN "name=x\"y\"\r\n\r\n1" END, UNREADABLE},
    {"something behind a quote", OPEN "name=\"x\"y\r\n\r\n1" END, UNREADABLE},
    {"something behind a value", OPEN "name=x y\r\n\r\n1" END, UNREADABLE},
    {"a control character in a name", OPEN "name=\"x\x01y\"\r\n\r\n1" END, UNREADABLE},
    {"and without quotes", OPEN "name=x\x7fy\r\n\r\n1" END, UNREADABLE},
    {"two names", OPEN "name=x; name=y\r\n\r\n1" END, UNREADABLE},
    {"two file names", OPEN "name=x; filename=y; filename=y\r\n\r\n1" END, UNREADABLE},
    {"two long file names", OPEN "name=x; filename*=utf-8''y; filename*=utf-8''y\r\n\r\n1" END, UNREADABLE},
    {"a charset that is not UTF-8", OPEN "name=x; filename*=ISO-8859-1''%fc\r\n\r\n1" END, UNREADABLE},
    {"no charset", OPEN "name=x; filename*=y\r\n\r\n1" END, UNREADABLE},
    {"half a charset", OPEN "name=x; filename*=UTF-8'y\r\n\r\n1" END, UNREADABLE},
    {"UTF-8 that is none", OPEN "name=x; filename*=UTF-8''%fc\r\n\r\n1" END, UNREADABLE},
    {"NUL that is coded", OPEN "name=x; filename*=UTF-8''a%00b\r\n\r\n1" END, UNREADABLE},
    {"a control character that is coded", OPEN "name=x; filename*=UTF-8''a%1bb\r\n\r\n1" END, UNREADABLE},
    {"half a code", OPEN "name=x; filename*=UTF-8''a%4\r\n\r\n1" END, UNREADABLE},
    {"two dispositions", OPEN "name=x\r\n" FORM "name=y\r\n\r\n1" END,
     BAD("a part has two Content-Dispositions")},
    {"two types", OPEN "name=x\r\nContent-Type: a\r\nContent-type: b\r\n\r\n1" END,
     BAD("a part has two Content-Types")},
    {"two encodings",
     OPEN "name=x\r\nContent-Transfer-Encoding: 8bit\r\nContent-Transfer-Encoding: base64\r\n\r\n1" END,
     BAD("a part has two Content-Transfer-Encodings")},
    {"a control character in a type", OPEN "name=x\r\nContent-Type: a\x1b[0m\r\n\r\n1" END,
     BAD("a part's Content-Type holds control characters")},
    {"a head line without colon", OPEN "name=x\r\nnonsense\r\n\r\n1" END,
     BAD("what stands behind a boundary are no header fields")},
    {"a blank before the colon", "--b\r\nContent-Disposition : form-data; name=x\r\n\r\n1" END,
     BAD("what stands behind a boundary are no header fields")},
    {"a fold without a line", "--b\r\n " FORM "name=x\r\n\r\n1" END,
     BAD("what stands behind a boundary are no header fields")},
    {"base64", OPEN "name=x\r\nContent-Transfer-Encoding: Base64\r\n\r\nMQ==" END,
     "400 x: The Content-Transfer-Encoding Base64 of a part is not understood: binary is.\n"},
    {"quoted-printable",
     "--b\r\nContent-Transfer-Encoding: quoted-printable\r\n" FORM "name=x\r\n\r\n=31" END,
     "400 x: The Content-Transfer-Encoding quoted-printable of a part is not understood: binary is.\n"},
};

#define BEHIND ONE "  1\nend\n" BAD("something stands behind a boundary in its line")

static void try_sample(const struct sample *sample, const char *wanted) {
    size_t len = strlen(sample->body);
    struct story story;
    bool whole = story_run(&story, TYPE, sample->body, len, len, len);
    is_str(story.text.data, wanted, sample->name);
    ok(same_in_pieces(TYPE, sample->body, len, &story), "%s: the same in pieces", sample->name);
    if (whole) {
        const char *close = strstr(sample->body, sample->body[3] == '-' ? "--b--" : "\r\n--b--");
        while (strncmp(close, "\r\n--b--", 7) == 0 && strchr("_", close[7]) && close[7])
            close = strstr(close + 1, "\r\n--b--");
        size_t end = (size_t)(close - sample->body) + (*close == '-' ? 5 : 7);
        ok(is_whole_from(TYPE, sample->body, len, end), "%s: cut anywhere it is no body", sample->name);
    }
    buf_free(&story.text);
}

static void test_samples(void) {
    for (size_t i = 0; i < COUNT(readable); i++)
        try_sample(&readable[i], readable[i].story);
    for (size_t i = 0; i < COUNT(wrong); i++)
        try_sample(&wrong[i], wrong[i].story ? wrong[i].story : BEHIND);
}

static void test_names(void) {
    for (size_t i = 0; i < COUNT(names); i++) {
        char body[500], wanted[500];
        snprintf(body, sizeof body, OPEN "%s\r\n\r\n" END, names[i].text);
        snprintf(wanted, sizeof wanted, "part %s\nend\nwhole\n", names[i].story);
        try_sample(&(struct sample){names[i].text, body, wanted}, wanted);
    }
}

static void test_nul(void) {
    static const char in_name[] = OPEN "name=\"x\0y\"\r\n\r\n1" END, in_text[] = X "\0" END;
    struct story story;
    story_run(&story, TYPE, in_name, sizeof in_name - 1, 7, 7);
    is_str(story.text.data, BAD("a part's header fields hold NUL"), "NUL in a head");
    buf_free(&story.text);
    story_run(&story, TYPE, in_text, sizeof in_text - 1, 7, 7);
    is_str(story.text.data, ONE "  \\00\nend\nwhole\n", "and in a content");
    buf_free(&story.text);
}

/* ---- the content type ------------------------------------------------------------------------- */

#define SEVENTY "0123456789012345678901234567890123456789012345678901234567890123456789"
#define MEDIA   "415 : The content type must be multipart/form-data.\n"
#define INVALID                                                                                              \
    "400 : The boundary in the Content-Type is not valid: 1 to 70 of the characters that RFC 2046 allows.\n"
#define PARAMETERS "400 : The parameters of the Content-Type are malformed.\n"
#define NONE       "400 : The Content-Type names no boundary.\n"

static const struct {
    const char *type, *boundary, *story; /* of the body; NULL: whole */
} types[] = {
    {"multipart/form-data; boundary=b", "b", NULL},
    {"Multipart/Form-Data;BOUNDARY=b", "b", NULL},
    {"multipart/form-data ; charset=utf-8; boundary=\"b\"; x=y;", "b", NULL},
    {"multipart/form-data; boundary=\"a b\"", "a b", NULL},
    {"multipart/form-data; boundary=\"'()+_,-./:=?\"", "'()+_,-./:=?", NULL},
    {"multipart/form-data; boundary=----=_Part_1.2", "----=_Part_1.2", NULL},
    {"multipart/form-data; boundary=(a):b/c,d?", "(a):b/c,d?", NULL},
    {"multipart/form-data; boundary=----WebKitFormBoundaryABCDEFGHIJKLMNOP",
     "----WebKitFormBoundaryABCDEFGHIJKLMNOP", NULL},
    {"multipart/form-data; boundary=--", "--", NULL},
    {"multipart/form-data; boundary=" SEVENTY, SEVENTY, NULL},
    {"multipart/form-data; boundary=" SEVENTY "0", SEVENTY "0", INVALID},
    {"multipart/form-data; boundary=", "", INVALID},
    {"multipart/form-data; boundary=\"\"", "", INVALID},
    {"multipart/form-data; boundary=\"a \"", "a ", INVALID},
    {"multipart/form-data; boundary=a@b", "a@b", INVALID},
    {"multipart/form-data; boundary=\"a\\\\b\"", "a\\b", INVALID},
    {"multipart/form-data; boundary=\xc3\xbc", "\xc3\xbc", INVALID},
    {"multipart/form-data; boundary=b; boundary=b", "b", PARAMETERS},
    {"multipart/form-data; boundary=a b", "a b", PARAMETERS},
    {"multipart/form-data; boundary=\"b", "b", PARAMETERS},
    {"multipart/form-data; boundary", "b", PARAMETERS},
    {"multipart/form-data; boundary=a\"b\"", "ab", PARAMETERS},
    {"multipart/form-data", "b", NONE},
    {"multipart/form-data;", "b", NONE},
    {"multipart/form-data; bound=b", "b", NONE},
    {"multipart/form-data; boundary*=utf-8''b", "b", NONE},
    {"multipart/mixed; boundary=b", "b", MEDIA},
    {"multipart/form-data x; boundary=b", "b", MEDIA},
    {"application/json", "b", MEDIA},
    {"", "b", MEDIA},
    {NULL, "b", MEDIA},
};

static void test_types(void) {
    for (size_t i = 0; i < COUNT(types); i++) {
        char body[1000];
        const char *boundary = types[i].boundary;
        struct story story;
        snprintf(body, sizeof body, "--%s\r\n" FORM "name=x\r\n\r\n1\r\n--%s--\r\n", boundary, boundary);
        story_run(&story, types[i].type, body, strlen(body), 1000, 1000);
        is_str(story.text.data, types[i].story ? types[i].story : ONE "  1\nend\nwhole\n",
               types[i].type ? types[i].type : "(none)");
        ok(same_in_pieces(types[i].type, body, strlen(body), &story), "the same in pieces");
        buf_free(&story.text);
    }
    char *type = malloc(MULTIPART_HEAD + 2);
    struct story story;
    memset(type, 'x', MULTIPART_HEAD + 1);
    type[MULTIPART_HEAD + 1] = '\0';
    memcpy(type, TYPE "; ", sizeof TYPE + 1);
    story_run(&story, type, "", 0, 1, 1);
    is_str(story.text.data, "400 : The Content-Type is too long.\n", "a type that is too long");
    buf_free(&story.text);
    free(type);
}

/* ---- how much ---------------------------------------------------------------------------------- */

/* A part whose head has that many bytes. Returns whether it is read. */
static bool reads_head(size_t len, struct story *story) {
    static const char field[] = FORM "name=\"x\"\r\nX: ";
    struct buf body;
    buf_init(&body, 100000);
    buf_puts(&body, "--b\r\n");
    buf_puts(&body, field);
    for (size_t n = sizeof field - 1 + 4; n < len; n++)
        buf_putc(&body, 'y');
    buf_puts(&body, "\r\n\r\n1" END);
    bool whole = story_run(story, TYPE, body.data, body.len, body.len, body.len);
    if (!same_in_pieces(TYPE, body.data, body.len, story))
        story->bad = true;
    buf_free(&body);
    return whole;
}

static bool reads_parts(int count, struct story *story) {
    struct buf body;
    buf_init(&body, 100000);
    for (int i = 0; i < count; i++)
        buf_puts(&body, X "1\r\n");
    buf_puts(&body, "--b--");
    bool whole = story_run(story, TYPE, body.data, body.len, body.len, body.len);
    buf_free(&body);
    return whole;
}

static void test_limits(void) {
    struct story story;
    ok(reads_head(MULTIPART_HEAD, &story) && !story.bad, "a head as long as can be");
    buf_free(&story.text);
    ok(!reads_head(MULTIPART_HEAD + 1, &story) && !story.bad, "one byte more");
    is_str(story.text.data, "400 : The header fields of a part are longer than 8192 bytes.\n", "is refused");
    buf_free(&story.text);
    ok(!reads_head(50000, &story) && !story.bad, "much more, too");
    buf_free(&story.text);
    ok(reads_parts(MULTIPART_PARTS, &story), "as many parts as can be");
    buf_free(&story.text);
    ok(!reads_parts(MULTIPART_PARTS + 1, &story) && strstr(story.text.data, "more than 100 parts"),
       "and one more");
    buf_free(&story.text);
}

/* Nothing waits that cannot be the beginning of a delimiter. */
static void test_held_back(void) {
    static const char head[] = "--abc\r\n" FORM "name=x\r\n\r\n", text[] = "some text\r\n-\r\n--ab";
    struct story story = {0};
    struct multipart_sink sink = {story_begin, story_bytes, story_end, &story};
    struct multipart multipart;
    struct error err = {0};
    bool only = true;
    buf_init(&story.text, 10000);
    multipart_init(&multipart, "multipart/form-data; boundary=abc", &sink, &err);
    multipart_feed(&multipart, head, sizeof head - 1, &err);
    for (size_t came = 1; came < sizeof text; came++) {
        multipart_feed(&multipart, text + came - 1, 1, &err);
        size_t held = came - story.told;
        only &= held < sizeof "\r\n--abc" && memcmp(text + story.told, "\r\n--abc", held) == 0;
    }
    ok(only && story.told == strlen("some text\r\n-"), "only what may be a delimiter is held back");
    buf_free(&story.text);
}

/* ---- a sink that will not ------------------------------------------------------------------------ */

static int calls_left;

static int refuse(struct error *err) {
    return calls_left-- > 0 ? 0 : error_set(err, ERR_UNAVAILABLE, "the sink's own words");
}

static int refuse_begin(void *arg, const char *name, const char *filename, const char *type,
                        struct error *err) {
    (void)arg, (void)name, (void)filename, (void)type;
    return refuse(err);
}

static int refuse_bytes(void *arg, const char *bytes, size_t len, struct error *err) {
    (void)arg, (void)bytes, (void)len;
    return refuse(err);
}

static int refuse_end(void *arg, struct error *err) {
    (void)arg;
    return refuse(err);
}

static void test_refusals(void) {
    static const char text[] = X "1\r\n2\r\n-" END; /* begin, "1", "\r\n", "2", "\r\n-", end */
    static const struct multipart_sink sink = {refuse_begin, refuse_bytes, refuse_end, NULL};
    int refused = 0;
    for (int calls = 0; calls < 100; calls++) {
        struct multipart multipart;
        struct error err = {0};
        calls_left = calls;
        multipart_init(&multipart, TYPE, &sink, &err);
        size_t at = 0;
        while (at < sizeof text - 1 && multipart_feed(&multipart, text + at, 1, &err) == 0)
            at++;
        if (at == sizeof text - 1)
            break;
        refused += err.kind == ERR_UNAVAILABLE && calls_left == -1;
    }
    ok(refused >= 5 && refused < 100 && calls_left >= 0, "a sink that refuses is not called again");
}

int main(void) {
    ok(fixture_each("multipart", try_fixture) >= 9, "there are fixtures");
    test_samples();
    test_names();
    test_nul();
    test_types();
    test_limits();
    test_held_back();
    test_refusals();
    return tap_done();
}
