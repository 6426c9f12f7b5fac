/*
 * Asks a server for pages or for a file, from one thread over many connections, each with one request under way.
 *
 *   load -m framed|classic|http|bare -p PORT [-f] [-c CONNECTIONS] [-t SECONDS] [-w WARM-UP SECONDS] [-n PAGES]
 *        [-b BOOK] [-s BYTES] [-i PID]
 *
 * framed   NetReader's protocol: hello, open BOOK (a number), then page after page; with -f its file again and again
 * classic  the report's protocol: "1 BOOK", then "2 N", each reply of BYTES bytes; with -f "0 BOOK"
 * http     GET /p/N.txt on connections that stay; with -f /BOOK
 * bare     a 4-byte page number; the reply is a 4-byte length and the page
 *
 * Pages have 4,096 bytes and are chosen at random among PAGES. With -t 0 the connections are opened and held until
 * standard input ends. Prints one line of JSON; cpu is what the process PID took meanwhile, in seconds.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <endian.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { BUFFER = 1 << 18, MAX_SAMPLES = 1 << 24 };

struct connection {
    int fd;
    int handle;
    double asked;
    size_t got;  /* bytes of the reply so far */
    size_t size; /* of the whole reply; 0 while unknown */
    char head[1024]; /* the reply so far while its size is unknown */
};

static enum { FRAMED, CLASSIC, HTTP, BARE } mode;
static const char *book = "1";
static char version[64];
static int whole_file;
static unsigned pages = 1000, seed = 20200115;
static size_t reply_bytes;
static char buffer[BUFFER + 1];

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void fail(const char *what) {
    fprintf(stderr, "load: %s%s%s\n", what, errno ? ": " : "", errno ? strerror(errno) : "");
    exit(1);
}

/* Seconds of processor time that a process has used. */
static double cpu_of(int pid) {
    char name[64], text[1024];
    snprintf(name, sizeof name, "/proc/%d/stat", pid);
    FILE *file = fopen(name, "r");
    if (!file) return 0;
    size_t n = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[n] = 0;
    unsigned long user = 0, system = 0;
    char *after = strrchr(text, ')');
    if (after) sscanf(after + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system);
    return (double)(user + system) / sysconf(_SC_CLK_TCK);
}

static void put(int fd, const char *bytes, size_t length) {
    if (write(fd, bytes, length) != (ssize_t)length) fail("a request could not be sent");
}

static size_t framed(char *to, const char *json) {
    uint32_t length = htobe32(strlen(json));
    memcpy(to, &length, 4);
    memcpy(to + 4, json, strlen(json));
    return 4 + strlen(json);
}

/* Reads one frame and returns its header. */
static char *frame(int fd) {
    size_t got = 0, need = 4;
    while (got < need) {
        ssize_t n = read(fd, buffer + got, need - got);
        if (n <= 0) fail("a frame did not come");
        got += n;
        if (got == 4 && need == 4) {
            uint32_t length;
            memcpy(&length, buffer, 4);
            need = 4 + be32toh(length);
            if (need > BUFFER) fail("not a frame");
        }
    }
    buffer[got] = 0;
    return buffer + 4;
}

static void open_book(struct connection *k) {
    char request[512], json[400];
    if (mode == CLASSIC && !whole_file) {
        int n = snprintf(request, sizeof request, "1 %s", book);
        put(k->fd, request, n);
        if (read(k->fd, buffer, BUFFER) <= 0) fail("the book could not be opened");
    } else if (mode == FRAMED) {
        size_t n = framed(request, "{\"id\":1,\"op\":\"hello\",\"protocol\":1,\"reader\":\"load\",\"device\":\"load\","
                                   "\"software\":\"load\"}");
        put(k->fd, request, n);
        frame(k->fd);
        if (whole_file) {
            snprintf(json, sizeof json, "{\"id\":2,\"op\":\"info\",\"book\":%s}", book);
            put(k->fd, request, framed(request, json));
            char *length = strstr(frame(k->fd), "\"body\":");
            if (!length) fail("there is no such book");
            size_t left = atol(length + 7);
            if (left >= BUFFER || recv(k->fd, buffer, left, MSG_WAITALL) != (ssize_t)left) fail("no information");
            buffer[left] = 0;
            char *found = strstr(buffer, "\"version\":\"");
            if (!found || sscanf(found + 11, "%63[^\"]", version) != 1) fail("no version");
            return;
        }
        snprintf(json, sizeof json, "{\"id\":2,\"op\":\"open\",\"book\":%s,\"pageBytes\":4096}", book);
        put(k->fd, request, framed(request, json));
        char *handle = strstr(frame(k->fd), "\"handle\":");
        if (!handle) fail("the book could not be opened");
        k->handle = atoi(handle + 9);
    }
}

static void ask(struct connection *k) {
    char request[512], json[400];
    size_t n = 0;
    seed = seed * 1103515245u + 12345u;
    unsigned page = (seed >> 8) % pages;
    if (mode == CLASSIC && whole_file) {
        n = snprintf(request, sizeof request, "0 %s", book);
    } else if (mode == CLASSIC) {
        n = snprintf(request, sizeof request, "2 %u", page + 1);
    } else if (mode == HTTP && whole_file) {
        n = snprintf(request, sizeof request, "GET /%s HTTP/1.1\r\nHost: x\r\n\r\n", book);
    } else if (mode == HTTP) {
        n = snprintf(request, sizeof request, "GET /p/%u.txt HTTP/1.1\r\nHost: x\r\n\r\n", page);
    } else if (mode == BARE) {
        uint32_t number = htobe32(page);
        memcpy(request, &number, n = 4);
    } else if (whole_file) {
        snprintf(json, sizeof json,
                 "{\"id\":3,\"op\":\"read\",\"book\":%s,\"version\":\"%s\",\"at\":0,\"length\":9000000000000}", book, version);
        n = framed(request, json);
    } else {
        snprintf(json, sizeof json, "{\"id\":3,\"op\":\"page\",\"handle\":%d,\"page\":%u}", k->handle, page);
        n = framed(request, json);
    }
    k->got = 0;
    k->size = mode == CLASSIC && !whole_file ? reply_bytes : 0;
    k->asked = now();
    put(k->fd, request, n);
}

/* How long the reply is that begins in the buffer; 0 if that cannot be told yet. */
static size_t size_of_reply(size_t got) {
    buffer[got] = 0;
    if (mode == HTTP) {
        char *end = memmem(buffer, got, "\r\n\r\n", 4), *length = strcasestr(buffer, "content-length: ");
        if (!end) return 0;
        if (!length || strncmp(buffer + 9, "200", 3)) fail("an answer that is not 200");
        return end + 4 - buffer + atol(length + 16);
    }
    if (got < 4) return 0;
    uint32_t length;
    memcpy(&length, buffer, 4);
    length = mode == CLASSIC ? le32toh(length) : be32toh(length);
    if (mode == BARE) return 4 + length;
    if (got < 4 + length) return 0;
    char *body = mode == CLASSIC ? memmem(buffer + 4, length, "\"filesize\":", 11) : memmem(buffer + 4, length, "\"body\":", 7);
    if (!body) fail(buffer + 4);
    return 4 + length + atol(strchr(body, ':') + 1);
}

static int compare(const void *a, const void *b) {
    float x = *(const float *)a, y = *(const float *)b;
    return x < y ? -1 : x > y;
}

int main(int argc, char **argv) {
    int port = 8998, count = 1, pid = 0, option;
    double seconds = 5, warm_up = 1;
    while ((option = getopt(argc, argv, "m:p:fc:t:w:n:b:s:i:")) > 0) {
        switch (option) {
            case 'm':
                mode = !strcmp(optarg, "framed") ? FRAMED : !strcmp(optarg, "classic") ? CLASSIC : !strcmp(optarg, "http") ? HTTP : BARE;
                break;
            case 'p': port = atoi(optarg); break;
            case 'f': whole_file = 1; break;
            case 'c': count = atoi(optarg); break;
            case 't': seconds = atof(optarg); break;
            case 'w': warm_up = atof(optarg); break;
            case 'n': pages = atoi(optarg); break;
            case 'b': book = optarg; break;
            case 's': reply_bytes = atol(optarg); break;
            case 'i': pid = atoi(optarg); break;
            default: return 2;
        }
    }
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);

    struct connection *all = calloc(count, sizeof *all);
    float *samples = malloc(MAX_SAMPLES * sizeof *samples);
    int poll = epoll_create1(0);
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    double opening = now();
    for (int i = 0; i < count; i++) {
        struct connection *k = &all[i];
        int yes = 1;
        k->fd = socket(AF_INET, SOCK_STREAM, 0);
        if (k->fd < 0 || connect(k->fd, (void *)&to, sizeof to)) fail("no connection");
        setsockopt(k->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        open_book(k);
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = k};
        epoll_ctl(poll, EPOLL_CTL_ADD, k->fd, &event);
    }
    opening = now() - opening;
    if (seconds == 0) {
        printf("{\"connections\":%d,\"opening_s\":%.3f}\n", count, opening);
        fflush(stdout);
        while (read(0, buffer, BUFFER) > 0) {
        }
        return 0;
    }
    for (int i = 0; i < count; i++) ask(&all[i]);

    double begin = now() + warm_up, end = begin + seconds, cpu = -1, first = 0, last = 0;
    long done = 0;
    long long bytes = 0;
    while (now() < end) {
        struct epoll_event ready[256];
        int n = epoll_wait(poll, ready, 256, 1000);
        for (int i = 0; i < n; i++) {
            struct connection *k = ready[i].data.ptr;
            errno = 0;
            /* A header that is split is read again from its beginning. */
            ssize_t got = k->size == 0 && k->got > 0 ? (ssize_t)k->got : 0;
            if (got > 0) memcpy(buffer, k->head, got);
            ssize_t more = read(k->fd, buffer + got, BUFFER - got);
            if (more <= 0) fail("the server has closed a connection");
            double t = now();
            k->got += more;
            if (k->size == 0) k->size = size_of_reply(got + more);
            if (k->size == 0) {
                if (k->got > sizeof k->head) fail("not a reply");
                memcpy(k->head, buffer, k->got);
            }
            if (t >= begin) {
                if (cpu < 0) cpu = cpu_of(pid), first = t;
                bytes += more;
                last = t;
            }
            if (k->size == 0 || k->got < k->size) continue;
            if (t >= begin) {
                if (done < MAX_SAMPLES) samples[done] = (t - k->asked) * 1e6;
                done++;
            }
            ask(k);
        }
    }
    cpu = cpu_of(pid) - cpu;
    if (last <= first) fail("too few replies");
    long kept = done < MAX_SAMPLES ? done : MAX_SAMPLES;
    if (kept == 0) samples[kept++] = 0;
    qsort(samples, kept, sizeof *samples, compare);
    printf("{\"connections\":%d,\"requests\":%ld,\"seconds\":%.3f,\"bytes\":%lld,\"p50_us\":%.0f,\"p99_us\":%.0f,"
           "\"max_us\":%.0f,\"cpu\":%.2f,\"opening_s\":%.3f}\n",
           count, done, last - first, bytes, samples[kept / 2], samples[kept * 99 / 100], samples[kept - 1], cpu, opening);
    return 0;
}
