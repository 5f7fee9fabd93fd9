// SPDX-License-Identifier: GPL-3.0-or-later
// For LD_PRELOAD: statvfs() says that so many bytes are free as stand in the file that PICKET_TEST_FREE names, as a
// decimal number. Without the file it says the truth.
#include <cstdio>
#include <cstdlib>

#include <dlfcn.h>
#include <sys/statvfs.h>

namespace {

template <class Status> int ask(const char *function, const char *path, Status *status)
{
    using Function = int (*)(const char *, Status *);
    const auto real = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, function));
    const int result = real(path, status);
    const char *name = std::getenv("PICKET_TEST_FREE");
    std::FILE *file = name ? std::fopen(name, "r") : nullptr;
    unsigned long long bytes = 0;
    if (file && result == 0 && std::fscanf(file, "%llu", &bytes) == 1) {
        status->f_bavail = bytes / status->f_frsize;
    }
    if (file) {
        std::fclose(file);
    }
    return result;
}

} // namespace

extern "C" int statvfs(const char *path, struct statvfs *status)
{
    return ask("statvfs", path, status);
}

extern "C" int statvfs64(const char *path, struct statvfs64 *status)
{
    return ask("statvfs64", path, status);
}
