// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include "app/commandline.h"
#include "core/http/portbinding.h"
#include "ui/wording/errortext.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace picket::app {

Result<void> printLine(std::string_view line)
{
    errno = 0;
    if (std::fwrite(line.data(), 1, line.size(), stdout) == line.size() && std::fputc('\n', stdout) != EOF
        && std::fflush(stdout) == 0) {
        return {};
    }
    const int reason = errno;
    const ErrorCode code = reason == EPIPE                        ? ErrorCode::Interrupted
        : reason == ENOSPC || reason == EDQUOT || reason == EFBIG ? ErrorCode::Full
                                                                  : ErrorCode::IoError;
    return failure(code, std::strerror(reason));
}

void complain(const QString &sentence)
{
    std::fprintf(stderr, "picket: %s\n", sentence.toUtf8().constData());
}

QString describe(const Error &error, const QString &workspace)
{
    return ui::errorText(error, workspace);
}

QString subjectOf(const Error &error, const CommandLine &line)
{
    if (line.listen && exitCodeOf(error) == Listen) {
        return QString::fromStdString(http::joinHostPort(line.listen->host, line.listen->port));
    }
    return QString::fromStdString(line.workspace);
}

int exitCodeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::InvalidArgument:
        return Usage;
    case ErrorCode::Busy:
        return Owned;
    case ErrorCode::AddressInUse:
    case ErrorCode::CannotListen:
        return Listen;
    default:
        return Database;
    }
}

} // namespace picket::app
