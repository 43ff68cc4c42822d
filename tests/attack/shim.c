/* Stands between the program and the system, for the folder under attack only.
 *
 * Counts the calls that reach the folder's files and, at the chosen one, lets the process die, lets
 * the call fail, writes half of what was given, or presses Ctrl-C. Loaded with LD_PRELOAD; does
 * nothing until `attack_arm` is called.
 */
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
#include <sys/types.h>
#include <unistd.h>

enum { NEEDS_SPACE = 1, CHANGES = 2, READS = 4 };
enum { GO_ON = 0, DIE = 1, FAIL = 2, HALF_AND_DIE = 3, HALF_AND_FAIL = 4, INTERRUPT = 5 };

static struct {
    char home[PATH_MAX];
    size_t length;
    long at, count;
    int how, error, stays, kinds, trace;
} attack;

/* `at` 0 only counts; `stays`: once it has failed, every later call of the same kinds fails too. */
void attack_arm(const char *home, long at, int how, int error, int stays, int kinds, int trace)
{
    snprintf(attack.home, sizeof attack.home, "%s", home);
    attack.length = strlen(attack.home);
    attack.at = at;
    attack.count = 0;
    attack.how = how;
    attack.error = error;
    attack.stays = stays;
    attack.kinds = kinds;
    attack.trace = trace;
}

long attack_count(void)
{
    return attack.count;
}

static int inside(const char *path)
{
    return attack.length && !strncmp(path, attack.home, attack.length)
        && (path[attack.length] == '/' || !path[attack.length]);
}

static int name_of(int fd, char *name, size_t size)
{
    char link[64];
    ssize_t length;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, name, size - 1);
    name[length > 0 ? length : 0] = 0;
    return length > 0 && inside(name);
}

/* What is to happen at this call: GO_ON, FAIL, or one of the HALFs; DIE does not return. */
static int met(int kind, const char *call, const char *path)
{
    if (!attack.length || !(kind & attack.kinds))
        return GO_ON;
    attack.count++;
    if (attack.trace > 0)
        dprintf(attack.trace, "%s %s\n", call, path);
    if (!attack.at || attack.count < attack.at || (attack.count > attack.at && !attack.stays))
        return GO_ON;
    if (attack.how == INTERRUPT) {
        raise(SIGINT);
        return GO_ON;
    }
    if (attack.how == DIE || (attack.how == HALF_AND_DIE && strcmp(call, "write")))
        raise(SIGKILL);
    if (attack.how == HALF_AND_FAIL && (strcmp(call, "write") || attack.count > attack.at))
        return FAIL;
    return attack.how;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define REFUSE(kind, call, path, nothing)        \
    do {                                         \
        if (met(kind, call, path) != GO_ON) {    \
            errno = attack.error;                \
            return nothing;                      \
        }                                        \
    } while (0)

static int kind_of_open(int flags)
{
    return flags & O_CREAT ? NEEDS_SPACE : (flags & O_ACCMODE) == O_RDONLY ? READS : CHANGES;
}

#define OPENING(name)                                                \
    int name(const char *path, int flags, ...)                       \
    {                                                                \
        mode_t mode = 0;                                             \
        if (flags & O_CREAT) {                                       \
            va_list rest;                                            \
            va_start(rest, flags);                                   \
            mode = va_arg(rest, mode_t);                             \
            va_end(rest);                                            \
        }                                                            \
        if (inside(path))                                            \
            REFUSE(kind_of_open(flags), "open", path, -1);           \
        return NEXT(name)(path, flags, mode);                        \
    }
OPENING(open)
OPENING(open64)

ssize_t write(int fd, const void *data, size_t size)
{
    char path[PATH_MAX];
    int what = GO_ON;
    if (attack.length && name_of(fd, path, sizeof path))
        what = met(NEEDS_SPACE, "write", path);
    if (what == FAIL || (what == HALF_AND_FAIL && size < 2)) {
        errno = attack.error;
        return -1;
    }
    if (what == HALF_AND_DIE || what == HALF_AND_FAIL) {
        ssize_t half = NEXT(write)(fd, data, size / 2);
        if (what == HALF_AND_DIE)
            raise(SIGKILL);
        attack.stays = 1;
        return half;
    }
    return NEXT(write)(fd, data, size);
}

ssize_t read(int fd, void *data, size_t size)
{
    char path[PATH_MAX];
    if (attack.length && name_of(fd, path, sizeof path))
        REFUSE(READS, "read", path, -1);
    return NEXT(read)(fd, data, size);
}

#define ON_A_FILE(name, kind, ...)                                   \
    {                                                                \
        char path[PATH_MAX];                                         \
        if (attack.length && name_of(fd, path, sizeof path))         \
            REFUSE(kind, #name, path, -1);                           \
        return NEXT(name)(__VA_ARGS__);                              \
    }
int fsync(int fd) ON_A_FILE(fsync, CHANGES, fd)
int ftruncate(int fd, off_t length) ON_A_FILE(ftruncate, CHANGES, fd, length)
int ftruncate64(int fd, off64_t length) ON_A_FILE(ftruncate64, CHANGES, fd, length)
int fchmod(int fd, mode_t mode) ON_A_FILE(fchmod, CHANGES, fd, mode)

#define ON_A_PATH(name, kind, ...)                                   \
    {                                                                \
        if (inside(path))                                            \
            REFUSE(kind, #name, path, -1);                           \
        return NEXT(name)(__VA_ARGS__);                              \
    }
int unlink(const char *path) ON_A_PATH(unlink, CHANGES, path)
int rmdir(const char *path) ON_A_PATH(rmdir, CHANGES, path)
int mkdir(const char *path, mode_t mode) ON_A_PATH(mkdir, NEEDS_SPACE, path, mode)
int chmod(const char *path, mode_t mode) ON_A_PATH(chmod, CHANGES, path, mode)
int rename(const char *path, const char *to) ON_A_PATH(rename, CHANGES, path, to)
int link(const char *path, const char *to) ON_A_PATH(link, NEEDS_SPACE, path, to)
