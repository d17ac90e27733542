/* Times as text, both ways. */
#include "base/clock.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void test_write(void) {
    static const struct {
        int64_t seconds;
        const char *text;
    } cases[] = {
        {0, "1970-01-01T00:00:00Z"},          {951782400, "2000-02-29T00:00:00Z"},
        {1795238420, "2026-11-21T05:20:20Z"}, {-1, "1969-12-31T23:59:59Z"},
        {4102444799, "2099-12-31T23:59:59Z"},
    };
    char text[CLOCK_TEXT];
    for (size_t i = 0; i < COUNT(cases); i++)
        is_str(clock_write(cases[i].seconds, text), cases[i].text, cases[i].text);
    clock_write(INT64_MAX, text);
    is_str(text, "", "a time beyond the calendar");
    is_str(clock_write_ms(1795238420009, text), "2026-11-21T05:20:20.009Z", "with milliseconds");
    is_str(clock_write_date(1795305599, text), "2026-11-21", "the day alone");
    is_str(clock_write_ms(0, text), "1970-01-01T00:00:00.000Z", "from the beginning on");
}

static void test_seconds(void) {
    char text[CLOCK_SECONDS_TEXT];
    is_str(clock_write_seconds(0, text), "0.000", "no time");
    is_str(clock_write_seconds(12045, text), "12.045", "seconds of milliseconds");
    is_str(clock_write_seconds(INT64_MAX, text), "9223372036854775.807", "the longest time");
}

static void test_read(void) {
    static const struct {
        const char *text;
        int64_t seconds;
    } cases[] = {
        {"0", 0},
        {"1795238420", 1795238420},
        {"2026-11-21", 1795219200},
        {"2026-11-21T05:20:20Z", 1795238420},
        {"2026-11-21T05:20:20", 1795238420},
        {"2026-11-21 05:20:20", 1795238420},
        {"2026-11-21T05:20:20.123Z", 1795238420},
        {"2026-11-21T07:20:20+02:00", 1795238420},
        {"2026-11-20T23:50:20-05:30", 1795238420},
        {"2026-11-21T07:20:20.5+02:00", 1795238420},
    };
    static const char *const bad[] = {"",
                                      "now",
                                      "-5",
                                      "12345678901234",
                                      "2026-13-01",
                                      "2026-02-31",
                                      "2026-1-1",
                                      "2026-11-21T",
                                      "2026-11-21T05:20",
                                      "2026-11-21T05:20:20.Z",
                                      "2026-11-21T05:20:20X",
                                      "2026-11-21T05:20:20+02:00 ",
                                      "2026-11-21T05:20:20+2",
                                      "2026-11-21T05:20:20+-2:00",
                                      "2026-11-21T05:20:20+02:-5",
                                      "2026-11-21T05:20:20+99:99",
                                      "2026-11-21x"};
    int64_t seconds;
    for (size_t i = 0; i < COUNT(cases); i++)
        if (ok(clock_read(cases[i].text, &seconds) == 0, "\"%s\"", cases[i].text))
            is_int(seconds, cases[i].seconds, "is that time");
    for (size_t i = 0; i < COUNT(bad); i++)
        ok(clock_read(bad[i], &seconds) < 0, "not \"%s\"", bad[i]);
}

static void test_now(void) {
    char text[CLOCK_TEXT];
    int64_t seconds = 0, wall = clock_wall_ms(), mono = clock_mono_ms();
    ok(wall > INT64_C(1700000000000), "it is later than 2023");
    clock_write(wall / 1000, text);
    ok(clock_read(text, &seconds) == 0 && seconds == wall / 1000, "now there and back");
    struct timespec time = clock_timespec(123456);
    ok(time.tv_sec == 123 && time.tv_nsec == 456000000, "as the kernel wants it");
    ok(clock_mono_ms() >= mono, "the monotonic clock goes forward");
}

int main(void) {
    test_write();
    test_seconds();
    test_read();
    test_now();
    return tap_done();
}
