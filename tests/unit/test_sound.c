/* How long sounds are: files of each format, made here byte by byte. */
#include "canon/sound.h"

#include "tap.h"

struct file {
    unsigned char bytes[200000];
    size_t len;
    int reads, fails_at; /* the read that fails; 0: none */
    int outside;         /* reads that were not within it */
};

static struct file file;

static int read_file(void *arg, int64_t at, unsigned char *into, size_t len) {
    struct file *f = arg;
    if (++f->reads == f->fails_at)
        return -1;
    if (at < 0 || (uint64_t)at + len > f->len) {
        f->outside++;
        return -1;
    }
    memcpy(into, f->bytes + at, len);
    return 0;
}

static int64_t measure(size_t len) {
    struct sound sound = {.size = (int64_t)len, .read = read_file, .arg = &file};
    file.reads = 0;
    return sound_length(&sound);
}

static void begin(void) {
    memset(&file, 0, sizeof file);
}

static void put(const void *bytes, size_t len) {
    memcpy(file.bytes + file.len, bytes, len);
    file.len += len;
}

static void put_text(const char *text) {
    put(text, strlen(text));
}

static void put_zeros(size_t len) {
    memset(file.bytes + file.len, 0, len);
    file.len += len;
}

static void put_big(uint64_t value, size_t len) {
    for (size_t i = len; i > 0; i--)
        file.bytes[file.len++] = (unsigned char)(value >> 8 * (i - 1));
}

static void put_little(uint64_t value, size_t len) {
    for (size_t i = 0; i < len; i++)
        file.bytes[file.len++] = (unsigned char)(value >> 8 * i);
}

/* The file is as long as that; and however it is cut off or cannot be read, nothing is read beyond it. */
static void is_long(int64_t want, const char *name) {
    size_t whole = file.len;
    is_int(measure(whole), want, name);
    int reads = file.reads, odd = 0;
    for (size_t len = 0; len < whole; len += len < 600 ? 1 : 97) {
        file.len = len;
        odd += measure(len) < -1;
    }
    file.len = whole;
    for (int i = 1; i <= reads && i < 50; i++) {
        file.fails_at = i;
        odd += measure(whole) < -1;
    }
    file.fails_at = 0;
    ok(!odd && !file.outside, "%s: cut off anywhere, or unreadable, too", name);
}

/* ---- WAV -------------------------------------------------------------------------- */

static void put_wav(unsigned tag, unsigned channels, unsigned rate, unsigned bits, uint64_t said,
                    size_t bytes) {
    begin();
    put_text("RIFF");
    put_little(36 + said, 4);
    put_text("WAVEfmt ");
    put_little(16, 4);
    put_little(tag, 2);
    put_little(channels, 2);
    put_little(rate, 4);
    put_little(rate * channels * bits / 8, 4);
    put_little(channels * bits / 8, 2);
    put_little(bits, 2);
    put_text("LIST");
    put_little(5, 4);
    put_text("INFO.");
    put_zeros(1); /* chunks have an even length */
    put_text("data");
    put_little(said, 4);
    put_zeros(bytes);
}

static void check_wav(void) {
    put_wav(1, 1, 8000, 16, 16000, 16000);
    is_long(1000, "a WAV file");
    put_wav(1, 2, 44100, 16, 100000, 100000);
    is_long(566, "a WAV file in stereo");
    put_wav(1, 1, 8000, 16, 0xFFFFFFFF, 24000);
    is_long(1500, "a WAV file whose size nobody knew");
    put_wav(1, 1, 8000, 16, 0, 8000);
    is_long(500, "a WAV file whose size was not filled in");
    put_wav(1, 1, 8000, 16, 8000, 16000);
    is_long(500, "a WAV file with something behind the sound");
    put_wav(7, 1, 8000, 8, 4000, 4000);
    is_long(500, "a WAV file in mu-law");
    put_wav(1, 1, 8000, 16, 16000, 16000);
    memset(file.bytes + 28, 0xff, 4);
    is_long(1000, "a WAV file that lies about its bytes a second");
    put_wav(1, 0, 8000, 16, 16000, 16000);
    is_long(-1, "a WAV file without channels");
    put_wav(1, 1, 8000, 16, 16000, 16000);
    memcpy(file.bytes + 12, "xxxx", 4);
    is_long(-1, "a WAV file without a format");
    put_wav(1, 1, 8000, 16, 0, 0);
    is_long(-1, "a WAV file without a sound");
}

/* ---- MP3 -------------------------------------------------------------------------- */

/* MPEG-1 Layer III of 128 kbit/s at 44.1 kHz in stereo: frames of 417 bytes. */
static void put_frame(const char *mark, uint32_t frames) {
    size_t from = file.len;
    put_big(0xFFFB9000, 4);
    put_zeros(413);
    size_t end = file.len;
    file.len = from + (strcmp(mark, "VBRI") == 0 ? 36 : 36);
    if (*mark) {
        put_text(mark);
        if (strcmp(mark, "VBRI") == 0)
            put_zeros(10);
        else
            put_big(1, 4);
        put_big(frames, 4);
    }
    file.len = end;
}

static void put_tag(size_t len) {
    put_text("ID3");
    put_big(0x030000, 3);
    put_big(len >> 7 & 127, 3);
    put_big(len & 127, 1);
    put_zeros(len);
}

static void put_frames(int count) {
    for (int i = 0; i < count; i++)
        put_frame("", 0);
}

static void check_mp3(void) {
    begin();
    put_frames(100);
    is_long(2606, "an MP3 file of one rate");
    begin();
    put_tag(300);
    file.bytes[6] = file.bytes[7] = 0;
    put_frames(100);
    put_text("TAG");
    put_zeros(125);
    is_long(2606, "an MP3 file with tags at both ends");
    begin();
    put_frame("Xing", 1000);
    put_frames(10);
    is_long(26122, "an MP3 file with a count of frames");
    begin();
    put_frame("Info", 100);
    put_frames(100);
    is_long(2612, "an MP3 file with a count of equal frames");
    begin();
    put_frame("VBRI", 500);
    put_frames(10);
    is_long(13061, "an MP3 file with the other count of frames");
    begin();
    put_frame("Xing", 1);
    put_frames(99);
    is_long(2606, "an MP3 file that lies about its frames");
    begin();
    put_big(0xFF000000, 4);
    put_zeros(50);
    put_frames(3);
    is_long(78, "an MP3 file with something before its first frame");
    begin();
    for (int i = 0; i < 40; i++) { /* MPEG-2 Layer III of 64 kbit/s at 24 kHz, mono */
        put_big(0xFFF384C0, 4);
        put_zeros(188);
    }
    is_long(960, "an MP3 file of MPEG-2");
    begin();
    put_big(0xFFFB9000, 4);
    put_zeros(1000);
    is_long(-1, "one head of a frame alone");
}

/* ---- FLAC, Ogg ---------------------------------------------------------------------- */

static void put_flac(uint64_t samples) {
    put_text("fLaC");
    put_big(34, 4);
    put_zeros(10);
    put_big((uint64_t)44100 << 44 | UINT64_C(0x1F0) << 32 | samples, 8);
    put_zeros(16);
}

static void check_flac(void) {
    begin();
    put_flac(441000);
    is_long(10000, "a FLAC file");
    begin();
    put_tag(20);
    put_flac(UINT64_C(0xFFFFFFFF));
    is_long(97391548, "a long FLAC file behind a tag");
    begin();
    put_flac(0);
    is_long(-1, "a FLAC file that does not say it");
}

static void put_page(uint64_t time, unsigned serial, const void *bytes, size_t len) {
    put_text("OggS");
    put_big(0, 2);
    put_little(time, 8);
    put_little(serial, 4);
    put_zeros(8);
    put_big(1, 1);
    put_big(len > 255 ? 255 : len, 1);
    put(bytes, len);
}

static void put_ogg(const char *first, size_t len, uint64_t time, size_t behind) {
    unsigned char packet[64] = {0};
    begin();
    memcpy(packet, first, len);
    put_page(0, 7, packet, sizeof packet);
    put_zeros(5000);
    put_page(time, 7, packet, sizeof packet);
    put_page(UINT64_MAX, 7, packet, sizeof packet);
    put_page(1, 8, packet, sizeof packet);
    put_zeros(behind);
}

static void check_ogg(void) {
    put_ogg("OpusHead\1\1\x38\1", 12, 48312, 0);
    is_long(1000, "an Ogg file with Opus");
    put_ogg("OpusHead\1\1\x38\1", 12, 48312, 60000);
    is_long(1000, "an Ogg file with a long last page");
    put_ogg("OpusHead\1\1\x38\1", 12, 48312, 70000);
    is_long(-1, "an Ogg file whose last page is nowhere near its end");
    put_ogg("\1vorbis\0\0\0\0\2\x44\xAC\0\0", 16, 88200, 2020);
    is_long(2000, "an Ogg file with Vorbis");
    put_ogg("\177FLAC\1\0\0\1fLaC\0\0\0\x22\0\0\0\0\0\0\0\0\0\0\x0A\xC4\x40", 30, 44100, 0);
    is_long(1000, "an Ogg file with FLAC");
    put_ogg("Speex   1.2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x80\x3E\0\0", 40, 16000, 0);
    is_long(1000, "an Ogg file with Speex");
    put_ogg("theora", 6, 16000, 0);
    is_long(-1, "an Ogg file with something else");
}

/* ---- MP4 ---------------------------------------------------------------------------- */

static void put_movie(int version, uint32_t rate, uint64_t time, uint64_t fragments) {
    size_t wide = version ? 8 : 4, head = 8 + 4 + 3 * wide + 4;
    put_big(8 + head + (fragments ? 28 : 0), 4);
    put_text("moov");
    put_big(head, 4);
    put_text("mvhd");
    put_big((unsigned)version << 24, 4);
    put_zeros(2 * wide);
    put_big(rate, 4);
    put_big(time, wide);
    if (!fragments)
        return;
    put_big(28, 4);
    put_text("mvex");
    put_big(20, 4);
    put_text("mehd");
    put_big(1u << 24, 4);
    put_big(fragments, 8);
}

static void put_type(void) {
    begin();
    put_big(16, 4);
    put_text("ftypM4A ");
    put_zeros(4);
}

static void put_media(size_t len) {
    put_big(8 + len, 4);
    put_text("mdat");
    put_zeros(len);
}

static void check_mp4(void) {
    put_type();
    put_movie(0, 1000, 12345, 0);
    put_media(500);
    is_long(12345, "an MP4 file");
    put_type();
    put_media(100000);
    put_movie(0, 44100, 441000, 0);
    is_long(10000, "an MP4 file with its head at the end");
    put_type();
    put_big(1, 4);
    put_text("mdat");
    put_big(16 + 1000, 8);
    put_zeros(1000);
    put_movie(1, 90000, 900000, 0);
    is_long(10000, "an MP4 file with long numbers");
    put_type();
    put_movie(0, 1000, 0, 7000);
    is_long(7000, "an MP4 file of fragments");
    put_type();
    put_movie(0, 1000, 0xFFFFFFFF, 0);
    is_long(-1, "an MP4 file that does not say it");
    put_type();
    put_movie(0, 0, 1000, 0);
    is_long(-1, "an MP4 file without a scale");
    put_type();
    put_big(4, 4);
    put_text("junk");
    put_movie(0, 1000, 1000, 0);
    is_long(-1, "an MP4 file with a box that is shorter than its head");
}

/* ---- WebM --------------------------------------------------------------------------- */

static void put_element(uint64_t id, size_t id_len, uint64_t len) {
    put_big(id, id_len);
    put_big(UINT64_C(0x10000000) | len, 4);
}

static void put_webm(void) {
    begin();
    put_element(0x1A45DFA3, 4, 4);
    put_zeros(4);
    put_big(0x18538067, 4);
    put_big(UINT64_C(0x01FFFFFFFFFFFFFF), 8); /* unknown */
}

static void put_info(uint64_t scale, const void *time, size_t len) {
    unsigned char turned[8];
    for (size_t i = 0; i < len; i++)
        turned[i] = ((const unsigned char *)time)[len - 1 - i];
    put_element(0x1549A966, 4, 7 + 4 + (len ? 6 + len : 0));
    if (len) {
        put_element(0x4489, 2, len);
        put(turned, len);
    }
    put_element(0x2AD7B1, 3, 4);
    put_big(scale, 4);
}

static void put_cluster(uint64_t time, int blocks) {
    put_big(0x1F43B675, 4);
    put_big(UINT64_C(0x01FFFFFFFFFFFFFF), 8);
    put_element(0xE7, 1, 2);
    put_big(time, 2);
    for (int i = 0; i < blocks; i++) {
        put_element(0xA3, 1, 24);
        put_big(0x81, 1);
        put_big((unsigned)i * 60, 2);
        put_zeros(21);
    }
}

static void check_webm(void) {
    double wide = 2500.0;
    float narrow = 1250.5f;
    uint64_t no_number = UINT64_C(0x7FF8000000000000);
    put_webm();
    put_info(1000000, &wide, 8);
    put_cluster(0, 3);
    is_long(2500, "a WebM file");
    put_webm();
    put_info(2000000, &narrow, 4);
    put_cluster(0, 3);
    is_long(2501, "a WebM file with a short number and a scale of its own");
    put_webm();
    put_info(1000000, NULL, 0);
    put_cluster(0, 10);
    put_cluster(600, 10);
    put_cluster(1200, 3);
    is_long(1320, "a WebM file that a browser recorded");
    put_webm();
    put_info(1000000, &no_number, 8);
    put_cluster(60, 2);
    is_long(120, "a WebM file whose length is no number");
    put_webm();
    put_info(1000000, NULL, 0);
    put_element(0xA0, 1, 9);
    put_element(0xA1, 1, 4);
    put_big(0x81012C00, 4);
    is_long(300, "a WebM file with a group of blocks");
    put_webm();
    put_info(1000000, NULL, 0);
    is_long(-1, "a WebM file without a sound");
}

/* ---- lies --------------------------------------------------------------------------- */

static void check_lies(void) {
    put_type();
    put_movie(0, 1000, 1000, 0);
    put_media(180000);
    is_long(1000, "an MP4 file of 1.4 Mbit/s");
    put_type();
    put_movie(0, 1000, 100, 0);
    put_media(180000);
    is_long(-1, "an MP4 file too large for its length");
    begin();
    put_flac(4410);
    put_zeros(30000);
    is_long(100, "a FLAC file that is hardly compressed");
    put_zeros(10000);
    is_long(-1, "a FLAC file too large for its length");
    put_ogg("OpusHead\1\1\x38\1", 12, 312 + 480, 60000);
    is_long(-1, "an Ogg file too large for its length");
    put_webm();
    put_info(1000000, &(double){2.0}, 8);
    put_cluster(0, 2000);
    is_long(-1, "a WebM file too large for its length");
    put_wav(7, 1, 8000, 8, 4000, 90000);
    memset(file.bytes + 28, 0xff, 4);
    is_long(-1, "a WAV file in mu-law that lies about its bytes a second");
    put_wav(1, 1, 8000, 16, 160, 90000);
    is_long(-1, "a WAV file with much more than its sound");
}

#define MANY 600000 /* elements that say nothing */

static int read_many(void *arg, int64_t at, unsigned char *into, size_t len) {
    for (size_t i = 0; i < len; i++, at++)
        into[i] = at < (int64_t)file.len ? file.bytes[at] : (at - (int64_t)file.len) % 2 ? 0x80 : 0xEC;
    (void)arg;
    return 0;
}

static void check_many(void) {
    put_webm();
    put_info(1000000, NULL, 0);
    put_cluster(60000, 2);
    struct sound sound = {.size = (int64_t)file.len + 2 * 1000, .read = read_many};
    is_int(sound_length(&sound), 60060, "a WebM file with elements that say nothing");
    sound.size = (int64_t)file.len + 2 * MANY;
    is_int(sound_length(&sound), -1, "too many to look for its end");
}

int main(void) {
    check_wav();
    check_mp3();
    check_flac();
    check_ogg();
    check_mp4();
    check_webm();
    check_lies();
    check_many();
    begin();
    is_long(-1, "nothing");
    put_text("{\"this\":\"is no sound, but a text that is long enough\"}");
    is_long(-1, "a text");
    is_int(sound_longest(25000000), 12500000, "what cannot be told is as long as speech at 16 kbit/s");
    is_int(sound_longest(INT64_MAX), INT64_MAX / 2 + 1, "however large it is");
    is_int(sound_longest(1), 1, "a byte is something");
    return tap_done();
}
