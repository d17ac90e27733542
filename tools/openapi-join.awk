# Makes one OpenAPI document of its parts. The first file is the frame; in it "paths": {} takes the members of the files
# below paths/, and "schemas": {} those below schemas/. Each part is an object by itself, whose braces stand alone in its
# first and last line. Indentation is left out.
function put(line) {
    sub(/^ */, "", line)
    print line
}

# The members of the parts in a folder.
function put_parts(folder,    i, line, last, between) {
    for (i = 2; i < ARGC; i++) {
        if (index(ARGV[i], "/" folder "/") == 0)
            continue
        if (between)
            put(",")
        between = 1
        getline line < ARGV[i]
        for (last = ""; (getline line < ARGV[i]) > 0; last = line)
            if (last != "")
                put(last)
    }
}

BEGIN {
    while ((getline frame < ARGV[1]) > 0) {
        if (match(frame, /"(paths|schemas)": [{][}]/)) {
            put(substr(frame, 1, RSTART + RLENGTH - 2))
            put_parts(substr(frame, RSTART + 1, RLENGTH - 6))
            put(substr(frame, RSTART + RLENGTH - 1))
        } else {
            put(frame)
        }
    }
}
