/*
 * What mends what where. The lines are those of the samples in fcgi-conf/, which
 * say more about each; the end-to-end tests put them into broken configurations.
 */
#include "cli/doctor_advice.h"

#include <stddef.h>

static const struct doctor_place_text places[] = {
    [PLACE_LIGHTTPD] = {"lighttpd",
                        "in lighttpd's configuration, in the place of a line that begins the same way"},
    [PLACE_FCGID] = {"Apache with mod_fcgid",
                     "in Apache's configuration, in the <VirtualHost> of the hub (its administrator can)"},
    [PLACE_FCGID_HTACCESS] = {"Apache with mod_fcgid, by .htaccess", "in the .htaccess of the hub"},
    [PLACE_PROXY] = {"Apache with mod_proxy_fcgi",
                     "in Apache's configuration, in the <VirtualHost> of the hub"},
    [PLACE_APACHE_CGI] =
        {"Apache with CGI",
         "in Apache's configuration, in the <VirtualHost> of the hub (its administrator can)"},
    [PLACE_APACHE_CGI_HTACCESS] = {"Apache with CGI, by .htaccess", "in the .htaccess of the hub"},
    [PLACE_NGINX] =
        {"nginx", "in the server { } of the hub, in the place of lines that begin the same way there or in "
                  "its location { }"},
    [PLACE_OTHER] = {"this web server", "in its configuration"},
    [PLACE_HOST] = {"the host", "on the host"},
};
_Static_assert(sizeof places / sizeof *places == PLACE__MAX, "a row for each place");

static const struct doctor_text texts[] = {
    [FOUND_AUTHORIZATION] =
        {"authorization", "the Authorization header arrives", "the Authorization header does not arrive",
         "Clients send their key there; without it each of them is told that it has none (401)."},
    [FOUND_LONG_HEADER] = {"long-header", "a long header arrives", "a long header is refused",
                           "Clients with long access tokens or many cookies are turned away."},
    [FOUND_ENCODED_SLASH] = {"encoded-slash", "%2F in a path arrives as it was sent",
                             "%2F in a path does not arrive as it was sent",
                             "Clients that ask about a model with a slash in its name, such as "
                             "GET /v1/models/openai%2Fgpt-4o, get an error. Chat is not concerned."},
    [FOUND_DOUBLE_SLASH] = {"double-slash", "// in a path arrives", "// in a path is refused",
                            "A client whose base URL ends in a slash may ask for //v1/chat/completions."},
    [FOUND_HEAD] = {"head", "HEAD is answered", "HEAD is not answered",
                    "Some clients and monitors ask so whether the hub is there."},
    [FOUND_CHUNKED] = {"chunked", "a request body in chunks arrives",
                       "a request body that does not say its length is refused",
                       "Clients that stream their requests, as many programs of Node and Go do, cannot call "
                       "the hub."},
    [FOUND_BODY_SIZE] =
        {"body-size", "large request bodies arrive", "large request bodies are refused",
         "Long conversations, images and documents fail, with an error that does not say why."},
    [FOUND_ANSWERS] = {"answers", "answers that are errors arrive unchanged",
                       "answers that are errors do not arrive unchanged",
                       "Clients cannot tell an empty balance (402) or a limit (429) from a fault, and do not "
                       "know when to try again."},
    [FOUND_HELD_BACK] = {"streaming", "a stream arrives event by event", "streams are held back",
                         "Answers do not appear word by word but in blocks or all at their end, and clients "
                         "may give up waiting."},
    [FOUND_COMPRESSED] = {"compression", "so it does for clients that take compressed answers",
                          "streams are held back when they are compressed",
                          "Browsers and most libraries accept compressed answers: for them answers do not "
                          "appear word by word."},
    [FOUND_SILENCE] = {"silence", "an answer may take its time", "an answer that takes its time is given up",
                       "Models that think for long fail unless the client asks for a stream."},
    [FOUND_CUT] = {"long-stream", "a long stream arrives whole", "a long stream is cut",
                   "Long answers break off. They are charged for what was streamed."},
    [FOUND_DATA_PUBLIC] = {"data-public", "the data directory is not handed out",
                           "the web server hands out the data directory",
                           "Anybody can fetch the database: users, hashes of keys, what was used."},
    [FOUND_CONFIG_PUBLIC] = {"config-public", "the configuration is not handed out",
                             "the web server hands out the configuration",
                             "Anybody can read it, and knows where the keys of the providers are."},
    [FOUND_KEY_PUBLIC] = {"key-public", "no file with a provider's key is handed out",
                          "the web server hands out a provider's key",
                          "Anybody can fetch it, and call the provider at your expense."},
    [FOUND_UNTRUSTED] = {"certificate", "the connection is secure", "the certificate is not to be trusted",
                         "Clients refuse to connect. What comes behind the connection could not be asked."},
    [FOUND_DATA_MODE] = {"data-mode", "the data directory is closed to other users",
                         "other users of the host can look into the data directory",
                         "They can see the log, and perhaps more."},
    [FOUND_CONFIG_MODE] = {"config-mode", "other users of the host cannot change the configuration",
                           "other users of the host can change the configuration",
                           "They can send calls, and the providers' keys with them, wherever they like."},
    [FOUND_KEY_MODE] = {"key-mode", "the files with providers' keys are closed to other users",
                        "other users of the host have access to a provider's key",
                        "They can call the provider at your expense."},
    [FOUND_NETWORK_DISK] = {"network-disk", "the data directory is on a local disk",
                            "the data directory is on a network file system",
                            "File locks may not hold between machines, and the database may be damaged."},
    [FOUND_DISK_FULL] = {"disk", "there is room on the disk", "the disk is nearly full",
                         "Below the setting disk_floor_mb all calls are refused with 503."},
    [FOUND_KEEPER] = {"ledger", "the ledger answers", "the ledger cannot be reached",
                      "All calls are refused with 503."},
};
_Static_assert(sizeof texts / sizeof *texts == FOUND__MAX, "a row for each finding");

/* ---- what comes up several times ------------------------------------------------- */

#define LINES(lines)                                                                                         \
    { lines, NULL }
#define ALSO(lines, note)                                                                                    \
    { lines, note }
#define NONE(why)                                                                                            \
    { NULL, why }

#define IN_FRONT        "look at what stands in front of it: a proxy, a cache, a firewall for the web."
#define NOT_BY_LIGHTTPD "lighttpd itself does not do that: " IN_FRONT
#define NOT_BY_APACHE   "Apache itself does not do that: " IN_FRONT
#define NOT_HERE        "Not possible in .htaccess: "
#define ONLY_ADMIN      "only the host's administrator can."
#define BY_HAND         "Look into its documentation for "
#define CGI_HANDLER     "AddHandler cgi-script .fcgi"
#define AS_CGI(what)                                                                                         \
    NOT_HERE what " belongs to the host's administrator. Run the hub as CGI instead, which does not need "   \
                  "it: this line in the place of the one with fcgid-script."

#define PASS_HEADER        "SetEnvIf Authorization \"(.+)\" HTTP_AUTHORIZATION=$1"
#define PASS_AUTHORIZATION "<Location \"@BASE@\">\n    CGIPassAuth On\n</Location>"
#define NO_DECODE          "AllowEncodedSlashes NoDecode"
#define NOT_INHERITED      "A <VirtualHost> does not inherit it: it must stand in that of the hub."
#define NO_DECODE_HERE     NOT_HERE "AllowEncodedSlashes: " ONLY_ADMIN " Chat works without it."
#define FIELD_SIZE         "LimitRequestFieldSize 16380\nLimitRequestLine 16380"
#define FIELD_SIZE_HERE    NOT_HERE "LimitRequestFieldSize: " ONLY_ADMIN
#define REDIRECT           "Look for a Redirect or RewriteRule that mends such paths by a redirect."
#define RAW_PATH           "fastcgi_param REQUEST_URI $request_uri;"
#define AMONG_PARAMS       "It goes where the other fastcgi_param lines are."
#define LIMITED            "Look for a Limit or LimitExcept; else at what stands in front of Apache."
#define BODY_LIMIT         "LimitRequestBody @BODY@"
#define FILTERED                                                                                             \
    "CGI passes events on at once: look for SetOutputFilter and other filters, or at what stands in front "  \
    "of Apache."
#define NO_GZIP     "SetEnvIf Request_URI ^ no-gzip=1"
#define PROXY_TIMES "ProxyTimeout @PAUSE@\nTimeout @PAUSE@"
#define PROXY_PASS  "And no shorter timeout= at ProxyPass."
#define OTHERWISE   " Clients that ask for streams are not concerned."
#define MOVE        "ove it out of the document root, and say where it is with "
#define MOVE_DATA   "Better: m" MOVE "\"data_dir\" in @CONFIG@."
#define MOVE_CONFIG "Better: m" MOVE "AIHUB_CONFIG."
#define SECRETS     "^@PUBLIC@/[^/]*\\.(json|key)$"
#define DENY_DATA   "<Location \"@PUBLIC@/\">\n    Require all denied\n</Location>"
#define DENY_CONFIG "<LocationMatch \"" SECRETS "\">\n    Require all denied\n</LocationMatch>"
#define HIDE_DATA   "RedirectMatch 403 \"^@PUBLIC@/\""
#define HIDE_CONFIG "RedirectMatch 403 \"" SECRETS "\""
#define MOVE_KEY    "Better: m" MOVE "\"key\" in @CONFIG@. " NEW_KEY
#define NEW_KEY     "Then ask the provider for a new key, for somebody may have this one."
#define KEYS        "^@PUBLIC@/(@NAMES@)$"
#define DENY_KEY    "<LocationMatch \"" KEYS "\">\n    Require all denied\n</LocationMatch>"
#define HIDE_KEY    "RedirectMatch 403 \"" KEYS "\""
#define DENY_BY_LIGHTTPD(url)                                                                                \
    "server.modules += (\"mod_access\")\n$HTTP[\"url\"] =~ \"" url "\" { url.access-deny = (\"\") }"

static const struct doctor_advice advice[FOUND_WEB__MAX][PLACE_WEB__MAX] = {
    [FOUND_AUTHORIZATION] =
        {
            [PLACE_LIGHTTPD] = NONE(NOT_BY_LIGHTTPD),
            [PLACE_FCGID] = LINES(PASS_AUTHORIZATION),
            [PLACE_FCGID_HTACCESS] = LINES(PASS_HEADER),
            [PLACE_PROXY] = LINES(PASS_AUTHORIZATION),
            [PLACE_APACHE_CGI] = LINES(PASS_AUTHORIZATION),
            [PLACE_APACHE_CGI_HTACCESS] = LINES(PASS_HEADER),
            [PLACE_NGINX] = ALSO("fastcgi_param HTTP_AUTHORIZATION $http_authorization;", AMONG_PARAMS),
            [PLACE_OTHER] = NONE(BY_HAND "passing the Authorization header to programs. Until then clients "
                                         "can send the key as x-api-key."),
        },
    [FOUND_LONG_HEADER] =
        {
            [PLACE_LIGHTTPD] = LINES("server.max-request-field-size = 16384"),
            [PLACE_FCGID] = LINES(FIELD_SIZE),
            [PLACE_FCGID_HTACCESS] = NONE(FIELD_SIZE_HERE),
            [PLACE_PROXY] = LINES(FIELD_SIZE),
            [PLACE_APACHE_CGI] = LINES(FIELD_SIZE),
            [PLACE_APACHE_CGI_HTACCESS] = NONE(FIELD_SIZE_HERE),
            [PLACE_NGINX] = LINES("large_client_header_buffers 4 16k;"),
            [PLACE_OTHER] = NONE(BY_HAND "the size of a request's headers."),
        },
    [FOUND_ENCODED_SLASH] =
        {
            [PLACE_LIGHTTPD] = LINES("server.http-parseopts = (\"url-path-2f-reject\" => \"disable\", "
                                     "\"url-path-2f-decode\" => \"disable\")"),
            [PLACE_FCGID] = ALSO(NO_DECODE, NOT_INHERITED),
            [PLACE_FCGID_HTACCESS] = NONE(NO_DECODE_HERE),
            [PLACE_PROXY] = ALSO(NO_DECODE, NOT_INHERITED),
            [PLACE_APACHE_CGI] = ALSO(NO_DECODE, NOT_INHERITED),
            [PLACE_APACHE_CGI_HTACCESS] = NONE(NO_DECODE_HERE),
            [PLACE_NGINX] = ALSO(RAW_PATH, AMONG_PARAMS),
            [PLACE_OTHER] = NONE(BY_HAND "encoded slashes in paths. Chat works without them."),
        },
    [FOUND_DOUBLE_SLASH] =
        {
            [PLACE_LIGHTTPD] = NONE("Look for a url.redirect, or at what stands in front of lighttpd."),
            [PLACE_FCGID] = NONE(REDIRECT),
            [PLACE_FCGID_HTACCESS] = NONE(REDIRECT),
            [PLACE_PROXY] = NONE(REDIRECT),
            [PLACE_APACHE_CGI] = NONE(REDIRECT),
            [PLACE_APACHE_CGI_HTACCESS] = NONE(REDIRECT),
            [PLACE_NGINX] = ALSO(RAW_PATH, AMONG_PARAMS " Look also for a rewrite or return that redirects."),
            [PLACE_OTHER] = NONE(
                BY_HAND "doubled slashes in paths, or give clients a base URL without a slash at its end."),
        },
    [FOUND_HEAD] =
        {
            [PLACE_LIGHTTPD] = NONE(NOT_BY_LIGHTTPD),
            [PLACE_FCGID] = NONE(LIMITED),
            [PLACE_FCGID_HTACCESS] = NONE(LIMITED),
            [PLACE_PROXY] = NONE(LIMITED),
            [PLACE_APACHE_CGI] = NONE(LIMITED),
            [PLACE_APACHE_CGI_HTACCESS] = NONE(LIMITED),
            [PLACE_NGINX] = NONE("Look for a limit_except; else at what stands in front of nginx."),
            [PLACE_OTHER] = NONE(BY_HAND "methods that are allowed."),
        },
    [FOUND_CHUNKED] =
        {
            [PLACE_LIGHTTPD] = LINES("server.stream-request-body = 0"),
            [PLACE_FCGID] = NONE(NOT_BY_APACHE),
            [PLACE_FCGID_HTACCESS] = NONE(NOT_BY_APACHE),
            [PLACE_PROXY] = NONE(NOT_BY_APACHE),
            [PLACE_APACHE_CGI] = NONE(NOT_BY_APACHE),
            [PLACE_APACHE_CGI_HTACCESS] = NONE(NOT_BY_APACHE),
            [PLACE_NGINX] = LINES("fastcgi_request_buffering on;"),
            [PLACE_OTHER] = NONE(BY_HAND "request bodies with Transfer-Encoding: chunked."),
        },
    [FOUND_BODY_SIZE] =
        {
            [PLACE_LIGHTTPD] = LINES("server.max-request-size = @BODY_KIB@"),
            [PLACE_FCGID] = LINES("FcgidMaxRequestLen @BODY@\n" BODY_LIMIT),
            [PLACE_FCGID_HTACCESS] = ALSO(CGI_HANDLER, AS_CGI("FcgidMaxRequestLen")),
            [PLACE_PROXY] = LINES(BODY_LIMIT),
            [PLACE_APACHE_CGI] = LINES(BODY_LIMIT),
            [PLACE_APACHE_CGI_HTACCESS] = LINES(BODY_LIMIT),
            [PLACE_NGINX] = LINES("client_max_body_size @BODY_MIB@m;"),
            [PLACE_OTHER] = NONE(BY_HAND "the size of request bodies."),
        },
    [FOUND_ANSWERS] =
        {
            [PLACE_LIGHTTPD] = ALSO("server.error-intercept = \"disable\"",
                                    "And no server.error-handler for the hub's paths."),
            [PLACE_FCGID] = NONE(NOT_BY_APACHE),
            [PLACE_FCGID_HTACCESS] = NONE(NOT_BY_APACHE),
            [PLACE_PROXY] = LINES("ProxyErrorOverride Off"),
            [PLACE_APACHE_CGI] = NONE(NOT_BY_APACHE),
            [PLACE_APACHE_CGI_HTACCESS] = NONE(NOT_BY_APACHE),
            [PLACE_NGINX] = LINES("fastcgi_intercept_errors off;"),
            [PLACE_OTHER] = NONE(BY_HAND "error pages of its own that replace those of programs."),
        },
    [FOUND_HELD_BACK] =
        {
            [PLACE_LIGHTTPD] = LINES("server.stream-response-body = 2"),
            [PLACE_FCGID] = LINES("FcgidOutputBufferSize 0"),
            [PLACE_FCGID_HTACCESS] = ALSO(CGI_HANDLER, AS_CGI("FcgidOutputBufferSize")),
            [PLACE_PROXY] =
                ALSO("ProxyPass \"@BASE@\" \"unix:@SOCKET@|fcgi://hub@BASE@\" flushpackets=on "
                     "timeout=@PAUSE@ retry=0",
                     "In the place of your ProxyPass, with your socket: what counts is flushpackets=on."),
            [PLACE_APACHE_CGI] = NONE(FILTERED),
            [PLACE_APACHE_CGI_HTACCESS] = NONE(FILTERED),
            [PLACE_NGINX] = LINES("fastcgi_buffering off;"),
            [PLACE_OTHER] = NONE(BY_HAND "buffering of what programs answer, and switch it off."),
        },
    [FOUND_COMPRESSED] =
        {
            [PLACE_LIGHTTPD] = LINES("deflate.mimetypes = ()"),
            [PLACE_FCGID] = LINES(NO_GZIP),
            [PLACE_FCGID_HTACCESS] = LINES(NO_GZIP),
            [PLACE_PROXY] = LINES(NO_GZIP),
            [PLACE_APACHE_CGI] = LINES(NO_GZIP),
            [PLACE_APACHE_CGI_HTACCESS] = LINES(NO_GZIP),
            [PLACE_NGINX] = LINES("gzip off;"),
            [PLACE_OTHER] = NONE(BY_HAND "compression of answers, and switch it off for text/event-stream."),
        },
    [FOUND_SILENCE] =
        {
            [PLACE_LIGHTTPD] = ALSO("server.max-write-idle = @PAUSE@",
                                    "And no \"read-timeout\" in fastcgi.server or cgi.limits."),
            [PLACE_FCGID] = LINES("FcgidIOTimeout @SECONDS@\nFcgidBusyTimeout @TOTAL@\nTimeout @SECONDS@"),
            [PLACE_FCGID_HTACCESS] = ALSO(CGI_HANDLER, AS_CGI("FcgidIOTimeout")),
            [PLACE_PROXY] = ALSO(PROXY_TIMES, PROXY_PASS),
            [PLACE_APACHE_CGI] = ALSO("Timeout @SECONDS@", "And no shorter CGIDScriptTimeout."),
            [PLACE_APACHE_CGI_HTACCESS] = NONE(NOT_HERE "Timeout: " ONLY_ADMIN OTHERWISE),
            [PLACE_NGINX] = LINES("fastcgi_read_timeout @PAUSE@s;"),
            [PLACE_OTHER] = NONE(BY_HAND "how long a program may be silent." OTHERWISE),
        },
    [FOUND_CUT] =
        {
            [PLACE_LIGHTTPD] =
                ALSO("server.max-write-idle = @PAUSE@",
                     "And no \"read-timeout\" or \"write-timeout\" in fastcgi.server or cgi.limits."),
            [PLACE_FCGID] = LINES("FcgidIOTimeout @SECONDS@\nFcgidBusyTimeout @TOTAL@"),
            [PLACE_FCGID_HTACCESS] = ALSO(CGI_HANDLER, AS_CGI("FcgidBusyTimeout")),
            [PLACE_PROXY] = ALSO(PROXY_TIMES, PROXY_PASS),
            [PLACE_APACHE_CGI] = ALSO("Timeout @SECONDS@", "And no RLimitCPU that a long request reaches."),
            [PLACE_APACHE_CGI_HTACCESS] =
                NONE(NOT_HERE "Timeout and the host's limits for programs: " ONLY_ADMIN),
            [PLACE_NGINX] = LINES("fastcgi_read_timeout @PAUSE@s;\nsend_timeout @PAUSE@s;"),
            [PLACE_OTHER] = NONE(BY_HAND "how long a request may take."),
        },
    [FOUND_DATA_PUBLIC] =
        {
            [PLACE_LIGHTTPD] = ALSO(DENY_BY_LIGHTTPD("^@PUBLIC@/"), MOVE_DATA),
            [PLACE_FCGID] = ALSO(DENY_DATA, MOVE_DATA),
            [PLACE_FCGID_HTACCESS] = ALSO(HIDE_DATA, MOVE_DATA),
            [PLACE_PROXY] = ALSO(DENY_DATA, MOVE_DATA),
            [PLACE_APACHE_CGI] = ALSO(DENY_DATA, MOVE_DATA),
            [PLACE_APACHE_CGI_HTACCESS] = ALSO(HIDE_DATA, MOVE_DATA),
            [PLACE_NGINX] = ALSO("location ^~ @PUBLIC@/ { deny all; }", MOVE_DATA),
            [PLACE_OTHER] = NONE("M" MOVE "\"data_dir\" in @CONFIG@."),
        },
    [FOUND_CONFIG_PUBLIC] =
        {
            [PLACE_LIGHTTPD] = ALSO(DENY_BY_LIGHTTPD(SECRETS), MOVE_CONFIG),
            [PLACE_FCGID] = ALSO(DENY_CONFIG, MOVE_CONFIG),
            [PLACE_FCGID_HTACCESS] = ALSO(HIDE_CONFIG, MOVE_CONFIG),
            [PLACE_PROXY] = ALSO(DENY_CONFIG, MOVE_CONFIG),
            [PLACE_APACHE_CGI] = ALSO(DENY_CONFIG, MOVE_CONFIG),
            [PLACE_APACHE_CGI_HTACCESS] = ALSO(HIDE_CONFIG, MOVE_CONFIG),
            [PLACE_NGINX] = ALSO("location ~ " SECRETS " { deny all; }", MOVE_CONFIG),
            [PLACE_OTHER] = NONE("M" MOVE "AIHUB_CONFIG."),
        },
    [FOUND_KEY_PUBLIC] =
        {
            [PLACE_LIGHTTPD] = ALSO(DENY_BY_LIGHTTPD(KEYS), MOVE_KEY),
            [PLACE_FCGID] = ALSO(DENY_KEY, MOVE_KEY),
            [PLACE_FCGID_HTACCESS] = ALSO(HIDE_KEY, MOVE_KEY),
            [PLACE_PROXY] = ALSO(DENY_KEY, MOVE_KEY),
            [PLACE_APACHE_CGI] = ALSO(DENY_KEY, MOVE_KEY),
            [PLACE_APACHE_CGI_HTACCESS] = ALSO(HIDE_KEY, MOVE_KEY),
            [PLACE_NGINX] = ALSO("location ~ " KEYS " { deny all; }", MOVE_KEY),
            [PLACE_OTHER] = NONE("M" MOVE "\"key\" in @CONFIG@. " NEW_KEY),
        },
};

static const struct doctor_advice host_advice[] = {
    [FOUND_UNTRUSTED - FOUND_WEB__MAX] = NONE(
        "Get a certificate that clients trust, such as Let's Encrypt's, for exactly this host name, and "
        "give the web server its whole chain (fullchain.pem); most hosts have a button for that. To "
        "trust an authority of your own, name its certificate in SSL_CERT_FILE here and in each client."),
    [FOUND_DATA_MODE - FOUND_WEB__MAX] = LINES("chmod 700 @DATA@"),
    [FOUND_CONFIG_MODE - FOUND_WEB__MAX] = LINES("chmod go-w @CONFIG@ @CONFIG_DIR@"),
    [FOUND_KEY_MODE - FOUND_WEB__MAX] = ALSO(
        "chmod 600 @KEYS@",
        "They must belong to the user that runs the hub. On a host with others ask the provider for a new "
        "key, for somebody may have this one."),
    [FOUND_NETWORK_DISK - FOUND_WEB__MAX] = NONE(
        "Put it on a local disk, and say where it is with \"data_dir\" in @CONFIG@. If the host has none: "
        "let the hub run on one machine only."),
    [FOUND_DISK_FULL - FOUND_WEB__MAX] =
        NONE("Make room, or move the directory and say where it is with \"data_dir\" in @CONFIG@."),
    [FOUND_KEEPER - FOUND_WEB__MAX] = NONE("The log says more: @LOG@."),
};
_Static_assert(sizeof host_advice / sizeof *host_advice == FOUND__MAX - FOUND_WEB__MAX,
               "a row for each finding of the host");

#define APACHE_LOG                                                                                           \
    "LogFormat \"%h %t \\\"%m %U %H\\\" %>s %b\" plain\nCustomLog /var/log/apache2/access.log plain"

static const char *const plain_logs[PLACE_WEB__MAX] = {
    [PLACE_LIGHTTPD] = "accesslog.format = \"%h %t \\\"%m %U %H\\\" %>s %b\"",
    [PLACE_FCGID] = APACHE_LOG,
    [PLACE_PROXY] = APACHE_LOG,
    [PLACE_APACHE_CGI] = APACHE_LOG,
    [PLACE_NGINX] = "log_format plain '$remote_addr [$time_local] \"$request_method $uri\" '\n"
                    "                 '$status $body_bytes_sent';\n"
                    "access_log /var/log/nginx/access.log plain;",
};

const char *doctor_plain_log(enum doctor_place place) {
    return plain_logs[place];
}

const struct doctor_text *doctor_text(enum doctor_finding finding) {
    return &texts[finding];
}

const struct doctor_place_text *doctor_place(enum doctor_place place) {
    return &places[place];
}

const struct doctor_advice *doctor_advice(enum doctor_finding finding, enum doctor_place place) {
    if (place == PLACE_HOST)
        return finding < FOUND_WEB__MAX ? NULL : &host_advice[finding - FOUND_WEB__MAX];
    return finding < FOUND_WEB__MAX ? &advice[finding][place] : NULL;
}
