#!/bin/sh
# Who may include what in src. Prints each violation and says one TAP result.
LC_ALL=C
export LC_ALL
cd "${srcdir:-.}" || exit 1

find src -name '*.[ch]' | sort | xargs awk '
BEGIN {
    # A layer is a folder of src, or a file there without its ending. It may include its own
    # headers and these: folders, single headers, or "*" for all but the accept loop.
    may["base"] = ""
    may["canon"] = "base"
    may["dialects"] = "canon base"
    may["upstream"] = "base"
    may["providers"] = "dialects canon base"
    may["config"] = "config_groups.h config_oidc.h config_price.h providers canon base"
    may["config_oidc"] = "config.h base"
    may["config_groups"] = "config.h providers canon base"
    may["config_place"] = "config.h"
    may["config_price"] = "canon base"
    may["live"] = "config.h base"
    may["ledger"] = "canon base"
    may["route"] = "providers dialects/dialect.h config.h canon base"
    may["front"] = "dialects endpoints/endpoints.h hub.h gate base"
    may["gate"] = "front/request.h front/routes.h dialects/dialect.h ledger hub.h config.h upstream/fetch.h route/choose.h canon base"
    may["endpoints"] = may["relay"] = may["hub"] = may["cli"] = "*"
    may["main"] = "* front/fcgi.h"

    # Each foreign interface has one place.
    place["fcgiapp.h"] = "^src/front/fcgi\\.c$"
    place["fcgi_stdio.h"] = "^$"
    place["db.h"] = "^src/ledger/store\\.c$"
    place["zlib.h"] = "^src/front/coding\\.c$"
    place["zstd.h"] = "^src/front/coding\\.c$"
    place["sodium.h"] = "^src/base/secret\\.c$"
    place["openssl/"] = "^src/(upstream/tls|base/public_key|base/salted)\\.c$"
    place["curl/"] = "^src/upstream/"
}

function complain(what) {
    printf "%s:%d: %s\n", FILENAME, FNR, what
    bad++
}

function layer_of(path) {
    sub(/[\/.].*/, "", path)
    return path
}

function allowed(layer, header,    list, count, i) {
    if (layer == layer_of(header))
        return 1
    count = split(may[layer], list, " ")
    for (i = 1; i <= count; i++)
        if (list[i] == header || list[i] == layer_of(header) || (list[i] == "*" && header != "front/fcgi.h"))
            return 1
    return 0
}

FNR == 1 {
    layer = layer_of(substr(FILENAME, 5))
    if (!(layer in may))
        complain("no rule says what this may include")
}

/^[ \t]*#[ \t]*include/ {
    header = $0
    sub(/^[^"<]*["<]/, "", header)
    sub(/[">].*/, "", header)
    for (prefix in place)
        if (index(header, prefix) == 1 && FILENAME !~ place[prefix])
            complain("<" header "> has another place")
    if ($0 ~ /include[ \t]*"/) {
        if (!(layer_of(header) in may))
            complain("\"" header "\" is not a path from src")
        else if ((layer in may) && !allowed(layer, header))
            complain(layer " must not include \"" header "\"")
    }
}

END {
    printf "%sok 1 - layers of src\n1..1\n", bad ? "not " : ""
    exit bad > 0
}' || exit 1
