/* Writing JSON. */
#include "base/jsonwrite.h"

#include "tap.h"

static void write_all(struct json_writer *w) {
    json_open(w, '{');
    json_member_int(w, "int", INT64_MIN);
    json_member_text(w, "text", "a\"\\\n\x01\xc3\xa9\xff");
    json_member_text(w, "none", NULL);
    json_member_bool(w, "yes", true);
    json_member_bool(w, "no", false);
    json_member_raw(w, "raw", "[ 1 ]");
    json_member_put(w, "span", (struct span){"12345", 3});
    json_member_open(w, "empty", '[');
    json_close(w, ']');
    json_member_open(w, "list", '[');
    json_put_int(w, 1);
    json_open(w, '[');
    json_close(w, ']');
    json_open(w, '{');
    json_key(w, "k");
    json_put_bytes(w, "a\0b", 3);
    json_close(w, '}');
    json_put_bool(w, true);
    json_put_raw(w, "null");
    json_put_text(w, "");
    json_put(w, (struct span){"{}", 2});
    json_put_inside(w, "a\\n", 3);
    json_close(w, ']');
    json_key_raw(w, (struct span){"\"a\\n\"", 5});
    json_put_int(w, 2);
    json_key_bytes(w, "q\"\0", 3);
    json_put_int(w, 3);
    json_member_format(w, "id", "%s_%d", "x", 7);
    json_close(w, '}');
}

int main(void) {
    static const char want[] =
        "{\"int\":-9223372036854775808,\"text\":\"a\\\"\\\\\\n\\u0001\xc3\xa9\xef\xbf\xbd\","
        "\"none\":null,\"yes\":true,\"no\":false,\"raw\":[ 1 ],\"span\":123,\"empty\":[],"
        "\"list\":[1,[],{\"k\":\"a\\u0000b\"},true,null,\"\",{},\"a\\n\"],\"a\\n\":2,"
        "\"q\\\"\\u0000\":3,\"id\":\"x_7\"}";
    struct error err = {0};
    struct buf out;
    buf_init(&out, 10000);
    write_all(&(struct json_writer){.out = &out});
    is_str(out.data, want, "commas stand where they belong");
    is_int(scan_object((struct span){out.data, out.len}, NULL, 0, 10, &err), 0, "it is JSON");
    for (size_t max = 0, len = out.len; max < len; max++) {
        struct buf small;
        buf_init(&small, max);
        write_all(&(struct json_writer){.out = &small});
        if (!small.overflow || small.len > max)
            ok(false, "%zu bytes are too few", max);
        buf_free(&small);
    }
    ok(true, "what does not fit is told");
    buf_clear(&out);
    for (int i = 0; i < 3; i++) {
        struct json_writer list = json_writer_on(&out);
        json_put_int(&list, i);
    }
    is_str(out.data, "0,1,2", "a list goes on");
    buf_free(&out);
    return tap_done();
}
