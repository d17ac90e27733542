/* Texts in pages stay texts. */
#include "base/html.h"

#include "tap.h"

static void is_text(const char *text, const char *want) {
    struct buf out;
    buf_init(&out, 1024);
    html_text(&out, text);
    is_str(out.data ? out.data : "", want, text);
    buf_free(&out);
}

static void is_page(const char *page, const char *want) {
    static const struct html_place places[] = {
        {"who", "<b>{{what}}</b>"}, {"what", "\" onfocus='"}, {"none", ""}, {NULL, NULL}};
    struct buf out;
    buf_init(&out, 1024);
    html_fill(&out, page, places);
    is_str(out.data ? out.data : "", want, page);
    buf_free(&out);
}

int main(void) {
    is_text("", "");
    is_text("plain, \303\244", "plain, \303\244");
    is_text("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;");
    is_text("a & b \"c\" 'd'", "a &amp; b &quot;c&quot; &#39;d&#39;");
    is_text("cut \303", "cut \357\277\275");
    is_text("\300\274b", "\357\277\275\357\277\275b"); /* '<' in too many bytes */
    is_page("", "");
    is_page("no place", "no place");
    is_page("{{who}}", "&lt;b&gt;{{what}}&lt;/b&gt;");
    is_page("<a title=\"{{what}}\">{{none}}{{unknown}}{{", "<a title=\"&quot; onfocus=&#39;\">{{");
    return tap_done();
}
