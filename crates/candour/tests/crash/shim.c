/* Stands between a process and the C library (LD_PRELOAD), counts what the whole process does to the files below one
 * folder, whichever thread does it, and lets one operation go wrong. What struck is written down before it strikes.
 *
 * CANDOUR_FAULT_BELOW  the folder
 * CANDOUR_FAULT_LOG    where each operation is written down, one a line: name, path below the folder
 * CANDOUR_FAULT_MARK   where is written that the fault struck, and on what
 * CANDOUR_FAULT_ARMED  counting begins when this file is there; from the start where it is not named
 * CANDOUR_FAULT        name, pattern of the path, which of them (from 1), and what happens, with spaces between:
 *   EIO, ENOSPC        it is not done, and fails
 *   persisted          it is done, and fails with EIO
 *   torn               half of it is written, and it fails with EIO
 *   torn-killed        half of it is written, and the process ends
 *   short              half of it is written, and it says so
 *   before, after      the process ends before or after it is done
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum ending { NONE, EIO_, ENOSPC_, PERSISTED, TORN, TORN_KILLED, SHORT, BEFORE, AFTER };
static const char *const ENDINGS[] = {"", "EIO", "ENOSPC", "persisted", "torn", "torn-killed", "short", "before", "after"};

static const char *below, *record, *mark, *armed_by;
static char wanted[32], pattern[PATH_MAX];
static int wanted_number;
static enum ending wanted_ending;
static atomic_int counted, armed;

__attribute__((constructor)) static void begin(void) {
    below = getenv("CANDOUR_FAULT_BELOW");
    record = getenv("CANDOUR_FAULT_LOG");
    mark = getenv("CANDOUR_FAULT_MARK");
    armed_by = getenv("CANDOUR_FAULT_ARMED");
    const char *fault = getenv("CANDOUR_FAULT");
    char ending[32];
    if (!fault) return;
    if (sscanf(fault, "%31s %4095s %d %31s", wanted, pattern, &wanted_number, ending) != 4) abort();
    for (int n = 1; n <= AFTER; n++)
        if (!strcmp(ending, ENDINGS[n])) wanted_ending = n;
    if (wanted_ending == NONE || !mark) abort();
}

/* Straight to the kernel, so that nothing of ours is counted. Short enough to be written in one piece. */
static void write_down(const char *file, const char *name, const char *path) {
    char line[PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%s %s\n", name, path);
    int fd = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd < 0 || syscall(SYS_write, fd, line, length) != length) abort();
    syscall(SYS_close, fd);
}

static void end(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
}

/* What is to happen to this operation. */
static enum ending of_path(const char *name, const char *path) {
    size_t length = below ? strlen(below) : 0;
    if (!length || strncmp(path, below, length) || (path[length] && path[length] != '/')) return NONE;
    path = path[length] ? path + length + 1 : ".";
    if (record) write_down(record, name, path);
    if (wanted_ending == NONE || strcmp(name, wanted)) return NONE;
    if (!atomic_load(&armed)) {
        if (armed_by && syscall(SYS_faccessat, AT_FDCWD, armed_by, F_OK)) return NONE;
        atomic_store(&armed, 1);
    }
    if (fnmatch(pattern, path, 0) || atomic_fetch_add(&counted, 1) + 1 != wanted_number) return NONE;
    write_down(mark, name, path);
    if (wanted_ending == BEFORE) end();
    return wanted_ending;
}

static enum ending of_name(const char *name, int folder, const char *path) {
    char whole[PATH_MAX], link[64];
    int kept = errno;
    ssize_t length = 0;
    if (path[0] != '/') {
        if (folder == AT_FDCWD) snprintf(link, sizeof link, "/proc/self/cwd");
        else snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        length = readlink(link, whole, sizeof whole - 1);
        if (length < 0) length = 0;
        whole[length++] = '/';
    }
    snprintf(whole + length, sizeof whole - length, "%s", path);
    enum ending ending = of_path(name, whole);
    errno = kept;
    return ending;
}

static enum ending of_file(const char *name, int fd) {
    char link[64], whole[PATH_MAX];
    int kept = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, whole, sizeof whole - 1);
    enum ending ending = NONE;
    if (length > 0) {
        whole[length] = 0;
        ending = of_path(name, whole);
    }
    errno = kept;
    return ending;
}

static int fail(int with) {
    errno = with;
    return -1;
}

/* An operation that is done whole or not at all. Where it fails by itself, that is its answer. */
#define WHOLE(found, call)                                            \
    do {                                                              \
        enum ending happens = (found);                                \
        if (happens == EIO_) return fail(EIO);                        \
        if (happens == ENOSPC_) return fail(ENOSPC);                  \
        __typeof__(call) answer = (call);                             \
        if (happens == AFTER) end();                                  \
        if (happens == PERSISTED && answer >= 0) return fail(EIO);    \
        return answer;                                                \
    } while (0)

/* An operation that writes so many bytes. */
#define PIECES(found, count, call)                                    \
    do {                                                              \
        enum ending torn = (found);                                   \
        if (torn == TORN || torn == TORN_KILLED || torn == SHORT) {   \
            count = count / 2;                                        \
            ssize_t written = (call);                                 \
            if (torn == TORN_KILLED) end();                           \
            return torn == TORN ? fail(EIO) : written;                \
        }                                                             \
        WHOLE(torn, call);                                            \
    } while (0)

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *data, size_t count) {
    PIECES(of_file("write", fd), count, REAL(write)(fd, data, count));
}
ssize_t pwrite(int fd, const void *data, size_t count, off_t at) {
    PIECES(of_file("pwrite64", fd), count, REAL(pwrite)(fd, data, count, at));
}
ssize_t pwrite64(int fd, const void *data, size_t count, off64_t at) {
    PIECES(of_file("pwrite64", fd), count, REAL(pwrite64)(fd, data, count, at));
}
int fsync(int fd) { WHOLE(of_file("fsync", fd), REAL(fsync)(fd)); }
int fdatasync(int fd) { WHOLE(of_file("fdatasync", fd), REAL(fdatasync)(fd)); }
int ftruncate(int fd, off_t length) { WHOLE(of_file("ftruncate", fd), REAL(ftruncate)(fd, length)); }
int ftruncate64(int fd, off64_t length) { WHOLE(of_file("ftruncate", fd), REAL(ftruncate64)(fd, length)); }
int rename(const char *from, const char *to) { WHOLE(of_name("rename", AT_FDCWD, to), REAL(rename)(from, to)); }
int link(const char *from, const char *to) { WHOLE(of_name("link", AT_FDCWD, to), REAL(link)(from, to)); }
int unlink(const char *path) { WHOLE(of_name("unlink", AT_FDCWD, path), REAL(unlink)(path)); }
int mkdir(const char *path, mode_t mode) { WHOLE(of_name("mkdir", AT_FDCWD, path), REAL(mkdir)(path, mode)); }

/* Openings that may change something; those that only read are not counted. */
#define OPENING(name, folder, path, ...)                                                    \
    do {                                                                                    \
        mode_t mode = 0;                                                                    \
        if (flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE) {                          \
            va_list more;                                                                   \
            va_start(more, flags);                                                          \
            mode = va_arg(more, mode_t);                                                    \
            va_end(more);                                                                   \
        }                                                                                   \
        int changes = flags & (O_CREAT | O_TRUNC);                                          \
        WHOLE(changes ? of_name("openat", folder, path) : NONE, REAL(name)(__VA_ARGS__, flags, mode)); \
    } while (0)

int open(const char *path, int flags, ...) { OPENING(open, AT_FDCWD, path, path); }
int open64(const char *path, int flags, ...) { OPENING(open64, AT_FDCWD, path, path); }
int openat(int folder, const char *path, int flags, ...) { OPENING(openat, folder, path, folder, path); }
int openat64(int folder, const char *path, int flags, ...) { OPENING(openat64, folder, path, folder, path); }
