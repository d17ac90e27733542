/* Runs a fuzzer's function over files, and over the files of directories, without a fuzzer. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int failed;

static void run_file(const char *path, size_t size) {
    FILE *file = fopen(path, "rb");
    uint8_t *data = malloc(size);
    if (!file || (size > 0 && (!data || fread(data, 1, size, file) != size))) {
        perror(path);
        failed++;
    } else {
        LLVMFuzzerTestOneInput(data, size);
    }
    free(data);
    if (file)
        fclose(file);
}

static int run_path(const char *path);

static int run_directory(const char *path) {
    struct dirent **entries;
    int count = scandir(path, &entries, NULL, alphasort), files = 0;
    for (int i = 0; i < count; i++) {
        char inner[4096];
        snprintf(inner, sizeof inner, "%s/%s", path, entries[i]->d_name);
        if (entries[i]->d_name[0] != '.')
            files += run_path(inner);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    return files;
}

/* Returns the number of files. */
static int run_path(const char *path) {
    struct stat st;
    if (stat(path, &st) != 0) {
        perror(path);
        failed++;
        return 0;
    }
    if (S_ISDIR(st.st_mode))
        return run_directory(path);
    run_file(path, (size_t)st.st_size);
    return 1;
}

int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        int before = failed, files = run_path(argv[i]);
        printf("%sok %d - %s: %d files\n", failed > before || files == 0 ? "not " : "", i, argv[i], files);
        failed += files == 0;
    }
    printf("1..%d\n", argc - 1);
    return failed != 0;
}
