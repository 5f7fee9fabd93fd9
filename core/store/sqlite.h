// SPDX-License-Identifier: GPL-3.0-or-later
// A thin wrapper over SQLite's C API: owners and Results instead of handles and codes. Nothing here knows our tables.
#pragma once

#include "core/base/result.h"
#include "core/store/databasefiles.h"

#include <array>
#include <atomic>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace picket::store {

// Bytes that are bound as a BLOB; a plain string_view is bound as TEXT, invalid UTF-8 in it as U+FFFD.
struct Blob {
    std::string_view bytes;
};

template <std::size_t size> [[nodiscard]] Blob asBlob(const std::array<std::uint8_t, size> &bytes)
{
    return {std::string_view(reinterpret_cast<const char *>(bytes.data()), size)};
}

// What a SQLite result code means for us; `detail` names the code and what SQLite says. `systemError` is the errno
// behind it, 0 when there is none.
[[nodiscard]] Error sqliteError(int code, const char *message, int systemError = 0);
// The same for the last failed call on a connection, which may be null.
[[nodiscard]] Error sqliteError(int code, sqlite3 *database);

// What was written is in a file without a name.
[[nodiscard]] tl::unexpected<Error> databaseGone();

// One thread at a time, that of its Database. A statement that could not be prepared reports that when it is run.
class Statement final
{
public:
    Statement() = default;
    Statement(sqlite3 *database, std::string_view sql);
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    ~Statement();

    // Executes it to its end. Values are not copied: they need to live until this returns.
    template <class... Values> [[nodiscard]] Result<void> run(const Values &...values)
    {
        bindAll(values...);
        return finish();
    }

private:
    friend class Cursor;

    template <class... Values> void bindAll(const Values &...values)
    {
        int index = 0;
        (bind(++index, values), ...);
    }
    template <std::integral Integer> void bind(int index, Integer value)
    {
        bindInteger(index, static_cast<std::int64_t>(value));
    }
    void bind(int index, std::nullptr_t);
    template <class Value> void bind(int index, const std::optional<Value> &value)
    {
        if (value) {
            bind(index, *value);
        } else {
            bind(index, nullptr);
        }
    }
    void bind(int index, std::string_view text);
    void bind(int index, Blob blob);
    void bindInteger(int index, std::int64_t value);
    void note(int code);
    [[nodiscard]] Result<bool> step();
    [[nodiscard]] Result<void> finish();
    void reset();

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_statement = nullptr;
    std::optional<Error> m_error; // of preparing or binding
};

// One execution of a statement that has rows; the statement is reset, its snapshot given up, when the cursor goes.
// What was bound must outlive the cursor.
class Cursor final
{
public:
    template <class... Values>
    explicit Cursor(Statement &statement, const Values &...values)
        : m_statement(statement)
    {
        m_statement.bindAll(values...);
    }
    Cursor(const Cursor &) = delete;
    Cursor &operator=(const Cursor &) = delete;
    ~Cursor() { m_statement.reset(); }

    // False at the end and on failure: ask status() after the last row.
    [[nodiscard]] bool next();
    [[nodiscard]] const Result<void> &status() const { return m_status; }

    [[nodiscard]] std::int64_t integer(int column) const;
    // Valid until next().
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }

private:
    Statement &m_statement;
    Result<void> m_status;
};

// One connection; one thread at a time.
class Database final
{
public:
    enum class Mode {
        ReadOnly,
        ReadWrite,
        Immutable, // read without locks and log: for a file that cannot change, on a medium that cannot be written
    };

    Database() = default;
    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;
    ~Database();

    // An existing file, which must not be reached through a symbolic link. Errors: ReadOnly, when it was to be written.
    [[nodiscard]] static Result<Database> open(const std::string &path, Mode mode);

    [[nodiscard]] Result<void> execute(const std::string &sql); // one statement or many, rows ignored
    [[nodiscard]] Statement prepare(std::string_view sql) const { return Statement(m_handle, sql); }
    // The one integer of a one-row question.
    [[nodiscard]] Result<std::int64_t> integer(std::string_view sql) const;

    [[nodiscard]] std::int64_t changedRows() const; // by the last statement
    [[nodiscard]] std::int64_t lastRowId() const;
    [[nodiscard]] bool inTransaction() const;
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

    [[nodiscard]] const DatabaseFiles &files() const { return m_files; }
    // Bytes of pages that are in the file and hold nothing: they are used before the file grows.
    [[nodiscard]] std::uint64_t freePageBytes() const;

    // Pages in the write-ahead log since it was last begun anew; its file does not shrink by that.
    void countLog();
    [[nodiscard]] std::int64_t loggedPages() const { return m_loggedPages ? *m_loggedPages : 0; }
    // Moves the log into the database. `truncate` waits for readers and empties the file; otherwise as much as is
    // possible at once. False: a reader was in the way.
    [[nodiscard]] Result<bool> checkpoint(bool truncate);

    // Statements end with Interrupted soon after `flag` has become true. The flag must outlive the connection. (Unlike
    // sqlite3_interrupt(), raising it needs no connection, so no thread can reach one that is being closed.)
    void interruptOn(std::atomic<bool> *flag);

private:
    explicit Database(sqlite3 *handle)
        : m_handle(handle)
    {
    }
    sqlite3 *m_handle = nullptr;
    DatabaseFiles m_files;
    std::unique_ptr<std::int64_t> m_loggedPages; // known to the connection by address
};

// Rolled back unless it was committed.
class Transaction final
{
public:
    enum class Kind { Read, Write };

    [[nodiscard]] static Result<Transaction> begin(Database &database, Kind kind);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Database &database)
        : m_database(&database)
    {
    }
    Database *m_database = nullptr;
};

} // namespace picket::store
