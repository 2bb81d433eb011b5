/* Stands between Python and libc and makes the n-th call that writes below a folder go wrong.
   Loaded with LD_PRELOAD; armed from Python through ctypes, after a fork. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { PASS, FAIL, FAIL_ON, SHORT, DIE_BEFORE, DIE_AFTER };

static char below[PATH_MAX];
static long nth, counted;
static int action, error, trace = -1;

void faults_arm(const char *folder, long number, int what, int code, int trace_to) {
    snprintf(below, sizeof below, "%s", folder);
    nth = number, action = what, error = code, trace = trace_to, counted = 0;
}

long faults_disarm(void) {
    below[0] = 0;
    return counted;
}

static int is_below(const char *path) {
    size_t length = strlen(below);
    return length && path && !strncmp(path, below, length) && strchr("/", path[length]);
}

static const char *name_of(int handle, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    path[length < 0 ? 0 : length] = 0;
    return path;
}

static void tell(const char *call, const char *path, const char *to) {
    char line[3 * PATH_MAX];
    int length = snprintf(line, sizeof line, "%s\t%s\t%s\n", call, path, to ? to : "");
    if (trace >= 0) syscall(SYS_write, trace, line, (size_t)length);
}

/* Returns whether the call must not be made. */
static int before(const char *call, const char *path, const char *to) {
    if (!is_below(path)) return 0;
    tell(call, path, to);
    counted++;
    if (counted == nth && action == DIE_BEFORE) kill(getpid(), SIGKILL);
    if ((counted == nth && action == FAIL) || (counted >= nth && action == FAIL_ON)) {
        errno = error;
        return 1;
    }
    return 0;
}

static void after(const char *path) {
    if (is_below(path) && counted == nth && action == DIE_AFTER) kill(getpid(), SIGKILL);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define AROUND(call, path, to, type, made)      \
    do {                                        \
        if (before(call, path, to)) return -1;  \
        type result = (made);                   \
        int kept = errno;                       \
        after(path);                            \
        errno = kept;                           \
        return result;                          \
    } while (0)

#define OPENER(name)                                                          \
    int name(const char *path, int flags, ...) {                              \
        va_list more;                                                         \
        va_start(more, flags);                                                \
        mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;             \
        va_end(more);                                                         \
        if (!(flags & O_CREAT)) return REAL(name)(path, flags, mode);         \
        AROUND("open", path, NULL, int, REAL(name)(path, flags, mode));       \
    }
OPENER(open)
OPENER(open64)

int mkdir(const char *path, mode_t mode) {
    AROUND("mkdir", path, NULL, int, REAL(mkdir)(path, mode));
}

int rename(const char *path, const char *to) {
    AROUND("rename", path, to, int, REAL(rename)(path, to));
}

int link(const char *path, const char *to) {
    AROUND("link", path, to, int, REAL(link)(path, to));
}

int fsync(int handle) {
    char path[PATH_MAX];
    AROUND("fsync", name_of(handle, path), NULL, int, REAL(fsync)(handle));
}

int fdatasync(int handle) {
    char path[PATH_MAX];
    AROUND("fsync", name_of(handle, path), NULL, int, REAL(fdatasync)(handle));
}

static size_t allowed(const char *path, size_t size) {
    int cut = is_below(path) && counted == nth && action == SHORT;
    return cut ? (size + 1) / 2 : size;
}

ssize_t write(int handle, const void *data, size_t size) {
    char path[PATH_MAX];
    name_of(handle, path);
    AROUND("write", path, NULL, ssize_t, REAL(write)(handle, data, allowed(path, size)));
}

#define WRITER(name, place)                                                                   \
    ssize_t name(int handle, const void *data, size_t size, place at) {                       \
        char path[PATH_MAX];                                                                  \
        name_of(handle, path);                                                                \
        AROUND("write", path, NULL, ssize_t,                                                  \
               REAL(name)(handle, data, allowed(path, size), at));                            \
    }
WRITER(pwrite, off_t)
WRITER(pwrite64, off64_t)
