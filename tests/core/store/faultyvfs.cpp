// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/faultyvfs.h"

#include <sqlite3.h>

#include <new>

namespace picket::test {

namespace {

struct Plan {
    int countdown = 0; // 0: nothing fails
    int code = SQLITE_OK;
    bool forever = false;
    bool failed = false;
};

Plan plan;
sqlite3_vfs *realVfs = nullptr;
sqlite3_vfs faultyVfs;

struct File {
    sqlite3_file base;
    sqlite3_file *real;
};

sqlite3_file *real(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->real;
}

int fault()
{
    if (plan.countdown == 0) {
        return SQLITE_OK;
    }
    if (plan.countdown > 1) {
        --plan.countdown;
        return SQLITE_OK;
    }
    plan.failed = true;
    if (!plan.forever) {
        plan.countdown = 0;
    }
    return plan.code;
}

int closeFile(sqlite3_file *file)
{
    return real(file)->pMethods ? real(file)->pMethods->xClose(real(file)) : SQLITE_OK;
}
int readFile(sqlite3_file *file, void *to, int size, sqlite3_int64 at)
{
    return real(file)->pMethods->xRead(real(file), to, size, at);
}
int writeFile(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
{
    const int code = fault();
    return code != SQLITE_OK ? code : real(file)->pMethods->xWrite(real(file), from, size, at);
}
int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const int code = fault();
    return code != SQLITE_OK ? code : real(file)->pMethods->xTruncate(real(file), size);
}
int syncFile(sqlite3_file *file, int flags)
{
    const int code = fault();
    return code != SQLITE_OK ? code : real(file)->pMethods->xSync(real(file), flags);
}
int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lockFile(sqlite3_file *file, int kind)
{
    return real(file)->pMethods->xLock(real(file), kind);
}
int unlockFile(sqlite3_file *file, int kind)
{
    return real(file)->pMethods->xUnlock(real(file), kind);
}
int checkReservedLock(sqlite3_file *file, int *isReserved)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), isReserved);
}
int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
int sectorSize(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}
int deviceCharacteristics(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int shmMap(sqlite3_file *file, int page, int size, int extend, void volatile **to)
{
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, to);
}
int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void shmBarrier(sqlite3_file *file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}
int shmUnmap(sqlite3_file *file, int remove)
{
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

const sqlite3_io_methods methods = {
    2,          closeFile,         readFile,    writeFile,  truncateFile,          syncFile, fileSize, lockFile,
    unlockFile, checkReservedLock, fileControl, sectorSize, deviceCharacteristics, shmMap,   shmLock,  shmBarrier,
    shmUnmap,   nullptr,           nullptr,
};

int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *flagsOut)
{
    auto *made = new (file) File{};
    made->real = reinterpret_cast<sqlite3_file *>(made + 1);
    made->real->pMethods = nullptr;
    const int code = realVfs->xOpen(realVfs, name, made->real, flags, flagsOut);
    made->base.pMethods = made->real->pMethods ? &methods : nullptr;
    return code;
}

} // namespace

FaultyVfs::FaultyVfs()
{
    plan = {};
    realVfs = sqlite3_vfs_find(nullptr);
    faultyVfs = *realVfs; // whatever is not about open files works on the real one's own data
    faultyVfs.pNext = nullptr;
    faultyVfs.zName = "faulty";
    faultyVfs.szOsFile = static_cast<int>(sizeof(File)) + realVfs->szOsFile;
    faultyVfs.xOpen = openFile;
    sqlite3_vfs_register(&faultyVfs, 1);
}

FaultyVfs::~FaultyVfs()
{
    sqlite3_vfs_unregister(&faultyVfs);
    sqlite3_vfs_register(realVfs, 1);
}

void FaultyVfs::failAt(int nth, int code, bool forever)
{
    plan = {nth, code, forever, false};
}

void FaultyVfs::heal()
{
    plan.countdown = 0;
}

bool FaultyVfs::hasFailed() const
{
    return plan.failed;
}

} // namespace picket::test
