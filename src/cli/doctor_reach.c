/* Why the doctor's first question did not come to the hub, or came to another. */
#include "cli/doctor_reach.h"

#include <stdio.h>
#include <string.h>

#define ASK_SECONDS 30
#define URL_SIZE    2048

static void ask(struct doctor_site *site, const char *url, struct doctor_answer *answer) {
    doctor_ask(site, &(struct doctor_ask){.url = url, .seconds = ASK_SECONDS}, answer);
}

/* A port of TLS answers plain HTTP with 400, if at all. */
bool doctor_speaks_plainly(struct doctor_site *site) {
    struct doctor_answer answer;
    char url[URL_SIZE];
    const char *host = strstr(site->url, "://") + 3;
    size_t len = strcspn(host, "/");
    const char *bracket = memchr(host, ']', len), *name = bracket ? bracket : host;
    bool has_port = memchr(name, ':', len - (size_t)(name - host)) != NULL;
    if (strncmp(site->url, "https:", 6) != 0)
        return false;
    snprintf(url, sizeof url, "http://%.*s%s/", (int)len, host, has_port ? "" : ":443");
    ask(site, url, &answer);
    bool plain = answer.status != 0 && answer.status != 400;
    doctor_answer_free(&answer);
    return plain;
}

/* ---- the web server's own answers ------------------------------------------------------- */

static const struct {
    int status;
    const char *lines;
} causes[] = {
    {403, "Programs may not run there: Options +ExecCGI and Require all granted are missing.\n"
          "The program or a directory above it is closed: chmod 755 aihub.cgi, 711 for directories.\n"
          "A firewall for the web, such as mod_security, refuses it."},
    {404, "The hub is at another path or another site (<VirtualHost>, server name).\n"
          "The .htaccess is not read: AllowOverride None; or it has another name.\n"
          "Without mod_rewrite the hub is at /aihub.cgi below its directory."},
    {500, "The .htaccess has a line that the host does not allow: remove one after the other.\n"
          "aihub.cgi does not start: run it by hand, and ldd on aihub.fcgi for missing libraries.\n"
          "Others may write to aihub.cgi or its directory, which suexec refuses: chmod 755."},
    {502, "The hub does not run: systemctl status aihub.socket aihub.service\n"
          "The web server looks for its socket elsewhere, or may not write to it."},
    {503, "The hub does not run: systemctl status aihub.socket aihub.service\n"
          "The web server looks for its socket elsewhere, or may not write to it.\n"
          "The program does not start: run it by hand, as the web server's user."},
};

const char *doctor_causes(int status) {
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
        if (causes[i].status == status)
            return causes[i].lines;
    return NULL;
}

static int explain_web_server(const struct doctor_site *site, int status, struct doctor_report *report,
                              struct error *err) {
    const char *lines = doctor_causes(status);
    char text[128];
    snprintf(text, sizeof text, "Usual causes of %d; the web server's error log says which:", status);
    if (lines)
        doctor_report_hint(report, text, lines);
    return error_set(err, ERR_UPSTREAM, "%s: the web server answers %d, and the hub does not: %s", site->url,
                     status,
                     status < 500 ? "is that where its paths begin?" : "the web server's error log says why");
}

/* ---- a hub, but not at this path --------------------------------------------------------- */

bool doctor_is_unknown(const struct doctor_answer *answer) {
    return answer->status == 404 && strstr(answer->body.data, "\"unknown_url\"") != NULL;
}

static bool is_hub(const struct doctor_answer *answer) {
    return strstr(answer->body.data, "\"service\":\"aihub\"") != NULL;
}

/* Looks for the hub above the URL; `url` becomes where it is. */
static bool find_above(struct doctor_site *site, char *url) {
    char address[URL_SIZE + 16], *host = strstr(url, "://") + 3, *end;
    while ((end = strrchr(host, '/')) != NULL) {
        struct doctor_answer answer;
        *end = '\0';
        snprintf(address, sizeof address, "%s/readyz", url);
        ask(site, address, &answer);
        bool found = is_hub(&answer);
        doctor_answer_free(&answer);
        if (found)
            return true;
    }
    return false;
}

static int explain_base_path(struct doctor_site *site, const struct config *config,
                             struct doctor_report *report, struct error *err) {
    char text[1024], lines[512], url[URL_SIZE];
    const char *base = strchr(strstr(site->url, "://") + 3, '/');
    base = base ? base : "";
    snprintf(url, sizeof url, "%s", site->url);
    if (find_above(site, url))
        return error_set(err, ERR_UPSTREAM, "%s: the hub answers there, but its paths begin at %s: ask there",
                         site->url, url);
    snprintf(
        text, sizeof text,
        "The hub takes its paths to begin elsewhere. Where an .htaccess of Apache leads to it this may be "
        "missing there (the first line); else say it in %s (the second):",
        config->path);
    snprintf(lines, sizeof lines, "RewriteBase %s\n\"base_path\": \"%s\",", *base ? base : "/", base);
    doctor_report_hint(report, text, lines);
    return error_set(err, ERR_UPSTREAM, "%s: the hub is reached, but its base path is not known to it",
                     site->url);
}

int doctor_explain(struct doctor_site *site, const struct config *config, const struct doctor_answer *echo,
                   struct doctor_report *report, struct error *err) {
    struct doctor_answer ready;
    char address[URL_SIZE];
    if (!echo->status)
        return error_set(err, ERR_UPSTREAM, "%s: %s", site->url, echo->err.message);
    if (*echo->location)
        return error_set(err, ERR_UPSTREAM, "%s redirects to %s: ask there", site->url, echo->location);
    snprintf(address, sizeof address, "%s/readyz", site->url);
    ask(site, address, &ready);
    if (is_hub(&ready) && ready.status == 200)
        error_set(err, ERR_UPSTREAM,
                  "%s: the hub there does not know %s: it has another data_dir, or runs as another user",
                  site->url, config->data_dir);
    else if (is_hub(&ready))
        error_set(err, ERR_UPSTREAM, "%s: the hub there is not ready (%d); its log says why", site->url,
                  ready.status);
    else if (doctor_is_unknown(echo))
        explain_base_path(site, config, report, err);
    else
        explain_web_server(site, echo->status, report, err);
    doctor_answer_free(&ready);
    return -1;
}
