// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"

#include <sqlite3.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

namespace picket::store {

namespace {

constexpr int busyMillis = static_cast<int>(std::chrono::milliseconds(limits::busyTimeout).count());

// Virtual machine steps between two looks at the interrupt flag: some ten microseconds.
constexpr int stepsBetweenLooks = 1000;

ErrorCode errorCode(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::Full;
    case SQLITE_IOERR:
        return ErrorCode::IoError;
    case SQLITE_READONLY:
        return ErrorCode::ReadOnly;
    case SQLITE_NOMEM:
        return ErrorCode::NoMemory;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Busy;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return ErrorCode::CannotOpen;
    case SQLITE_INTERRUPT:
        return ErrorCode::Interrupted;
    case SQLITE_TOOBIG:
        return ErrorCode::TooLarge;
    default:
        return ErrorCode::Internal;
    }
}

// SQLite takes ENOSPC alone for a full disk. A quota and a limit on the size of files (ulimit -f) are the same to us.
bool isOutOfSpace(int systemError)
{
    return systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
}

// Of the last write that failed. sqlite3_system_errno() tells errno as it is after the rollback; the files keep their
// own.
int writeError(sqlite3 *database)
{
    for (const int pointer : {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER}) { // the log first
        sqlite3_file *file = nullptr;
        int number = 0;
        if (sqlite3_file_control(database, "main", pointer, static_cast<void *>(&file)) == SQLITE_OK && file
            && file->pMethods && file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &number) == SQLITE_OK
            && number != 0) {
            return number;
        }
    }
    return 0;
}

int flagIsRaised(void *flag)
{
    return static_cast<std::atomic<bool> *>(flag)->load(std::memory_order_relaxed) ? 1 : 0;
}

std::string immutableUri(const std::string &path)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#') {
            uri += {'%', digits[static_cast<unsigned char>(c) >> 4], digits[static_cast<unsigned char>(c) & 0xf]};
        } else {
            uri += c;
        }
    }
    return uri + "?immutable=1";
}

// A null pointer would be bound as NULL.
const char *dataOf(std::string_view bytes)
{
    return bytes.data() ? bytes.data() : "";
}

} // namespace

Error sqliteError(int code, sqlite3 *database)
{
    return database
        ? sqliteError(code, sqlite3_errmsg(database), (code & 0xff) == SQLITE_IOERR ? writeError(database) : 0)
        : sqliteError(code, nullptr, 0);
}

Error sqliteError(int code, const char *message, int systemError)
{
    std::string detail = sqlite3_errstr(code);
    detail += " (" + std::to_string(code) + ")";
    if (message && detail.find(message) == std::string::npos) {
        detail += std::string(": ") + message;
    }
    if ((code & 0xff) == SQLITE_IOERR && isOutOfSpace(systemError)) {
        return {ErrorCode::Full, detail + ": " + std::strerror(systemError)};
    }
    return {errorCode(code), std::move(detail)};
}

tl::unexpected<Error> databaseGone()
{
    return failure(ErrorCode::CannotOpen, "the database was removed or replaced");
}

Statement::Statement(sqlite3 *database, std::string_view sql)
    : m_database(database)
{
    const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &m_statement, nullptr);
    note(code);
}

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_error(std::move(other.m_error))
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_database, other.m_database);
    std::swap(m_statement, other.m_statement);
    std::swap(m_error, other.m_error);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::note(int code)
{
    if (code != SQLITE_OK && !m_error) {
        m_error = sqliteError(code, m_database);
    }
}

void Statement::bindInteger(int index, std::int64_t value)
{
    note(sqlite3_bind_int64(m_statement, index, value));
}

void Statement::bind(int index, std::nullptr_t)
{
    note(sqlite3_bind_null(m_statement, index));
}

void Statement::bind(int index, std::string_view text)
{
    // SQLite believes any bytes to be UTF-8, and gives them back so.
    if (isValidUtf8(text)) {
        note(sqlite3_bind_text64(m_statement, index, dataOf(text), text.size(), SQLITE_STATIC, SQLITE_UTF8));
    } else {
        const std::string mended = validUtf8(text);
        note(sqlite3_bind_text64(m_statement, index, mended.data(), mended.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    }
}

void Statement::bind(int index, Blob blob)
{
    note(sqlite3_bind_blob64(m_statement, index, dataOf(blob.bytes), blob.bytes.size(), SQLITE_STATIC));
}

Result<bool> Statement::step()
{
    if (m_error) {
        Error error = *m_error;
        if (m_statement) {
            m_error.reset(); // it was a value's fault, the next values may be fine
        }
        return tl::unexpected<Error>(std::move(error));
    }
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    return tl::unexpected<Error>(sqliteError(code, m_database));
}

Result<void> Statement::finish()
{
    Result<bool> row = step();
    while (row && *row) {
        row = step();
    }
    reset();
    if (!row) {
        return tl::unexpected<Error>(std::move(row.error()));
    }
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

bool Cursor::next()
{
    Result<bool> row = m_statement.step();
    if (!row) {
        m_status = tl::unexpected<Error>(std::move(row.error()));
        return false;
    }
    return *row;
}

std::int64_t Cursor::integer(int column) const
{
    return sqlite3_column_int64(m_statement.m_statement, column);
}

std::string_view Cursor::text(int column) const
{
    // Text and blobs are stored as we need them, so that sqlite3_column_blob() never converts.
    return blob(column);
}

std::string_view Cursor::blob(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement.m_statement, column);
    const int size = sqlite3_column_bytes(m_statement.m_statement, column);
    return bytes ? std::string_view(static_cast<const char *>(bytes), static_cast<std::size_t>(size))
                 : std::string_view();
}

bool Cursor::isNull(int column) const
{
    return sqlite3_column_type(m_statement.m_statement, column) == SQLITE_NULL;
}

Database::Database(Database &&other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
    , m_files(std::move(other.m_files))
    , m_loggedPages(std::move(other.m_loggedPages))
{
}

Database &Database::operator=(Database &&other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_files, other.m_files);
    std::swap(m_loggedPages, other.m_loggedPages);
    return *this;
}

Database::~Database()
{
    // The _v2 form never leaks the file when a statement outlives us by mistake.
    sqlite3_close_v2(m_handle);
}

Result<Database> Database::open(const std::string &path, Mode mode)
{
    const bool isWriting = mode == Mode::ReadWrite;
    const bool isImmutable = mode == Mode::Immutable;
    const int access = (isWriting ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | (isImmutable ? SQLITE_OPEN_URI : 0);
    sqlite3 *handle = nullptr;
    const int code =
        sqlite3_open_v2(isImmutable ? immutableUri(path).c_str() : path.c_str(), &handle,
                        access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE, nullptr);
    Database database(handle);
    if (code != SQLITE_OK) {
        return tl::unexpected<Error>(sqliteError(code, handle));
    }
    database.m_files = DatabaseFiles(path);
    // SQLite opens for reading what it cannot open for writing, and would keep it so for good.
    if (isWriting && sqlite3_db_readonly(handle, "main") != 0) {
        return failure(ErrorCode::ReadOnly, path);
    }
    sqlite3_busy_timeout(handle, busyMillis);
    // The file may have been tampered with: its schema must not be able to run anything but plain SQL.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    return database;
}

Result<void> Database::execute(const std::string &sql)
{
    const int code = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return tl::unexpected<Error>(sqliteError(code, m_handle));
    }
    return {};
}

Result<std::int64_t> Database::integer(std::string_view sql) const
{
    Statement statement = prepare(sql);
    Cursor row(statement);
    if (row.next()) {
        return row.integer(0);
    }
    if (!row.status()) {
        return tl::unexpected<Error>(row.status().error());
    }
    return failure(ErrorCode::NotFound);
}

std::int64_t Database::changedRows() const
{
    return sqlite3_changes64(m_handle);
}

std::int64_t Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

std::uint64_t Database::freePageBytes() const
{
    const auto pages = integer("PRAGMA freelist_count");
    const auto size = integer("PRAGMA page_size");
    return pages && size ? static_cast<std::uint64_t>(*pages * *size) : 0;
}

void Database::countLog()
{
    m_loggedPages = std::make_unique<std::int64_t>(0);
    const auto note = [](void *pages, sqlite3 *, const char *, int count) {
        *static_cast<std::int64_t *>(pages) = count;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(m_handle, note, m_loggedPages.get());
}

Result<bool> Database::checkpoint(bool truncate)
{
    const int mode = truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
    int logged = 0;
    int moved = 0;
    // A reader in the way must not hold the writer: the next idle moment tries again.
    sqlite3_busy_timeout(m_handle, 0);
    const int code = sqlite3_wal_checkpoint_v2(m_handle, nullptr, mode, &logged, &moved);
    sqlite3_busy_timeout(m_handle, busyMillis);
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY) {
        return tl::unexpected<Error>(sqliteError(code, m_handle));
    }
    const bool complete = code == SQLITE_OK && logged == moved;
    if (complete && m_loggedPages) {
        *m_loggedPages = 0; // the next transaction begins it anew
    }
    return complete;
}

void Database::interruptOn(std::atomic<bool> *flag)
{
    sqlite3_progress_handler(m_handle, stepsBetweenLooks, flag ? flagIsRaised : nullptr, flag);
}

Result<Transaction> Transaction::begin(Database &database, Kind kind)
{
    if (auto begun = database.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN"); !begun) {
        return tl::unexpected<Error>(std::move(begun.error()));
    }
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    // SQLite has rolled back by itself after some errors.
    if (m_database && m_database->inTransaction()) {
        (void)m_database->execute("ROLLBACK");
    }
}

Result<void> Transaction::commit()
{
    auto done = m_database->execute("COMMIT");
    if (done) {
        m_database = nullptr;
    }
    return done;
}

} // namespace picket::store
