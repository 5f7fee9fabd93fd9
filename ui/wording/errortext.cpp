// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/errortext.h"

#include "ui/wording/reasontext.h"
#include "ui/wording/text.h"

#include <QCoreApplication>

namespace picket::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::ErrorText)
};

QString sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::CannotOpen:
        return Words::tr("%1 cannot be opened.");
    case ErrorCode::NewerSchema:
        return Words::tr("%1 was written by a newer version of Picket. Nothing was changed; please use that version.");
    case ErrorCode::Corrupt:
        return Words::tr("%1 is damaged or no Picket database. Nothing was changed.");
    case ErrorCode::Busy:
        return Words::tr("%1 is in use.");
    case ErrorCode::Full:
        return Words::tr("There is too little room on the disk of %1.");
    case ErrorCode::ReadOnly:
        return Words::tr("%1 cannot be written.");
    case ErrorCode::ForeignFolder:
        return Words::tr("%1 has other things in it and is no workspace. Please name a new or an empty folder.");
    case ErrorCode::NoMemory:
        return Words::tr("There is not enough memory for %1.");
    case ErrorCode::IoError:
        return Words::tr("%1 cannot be read or written.");
    case ErrorCode::NotFound:
        return Words::tr("%1 was not found.");
    case ErrorCode::InvalidArgument:
        return Words::tr("%1 is not understood.");
    case ErrorCode::AddressInUse:
        return Words::tr("%1 is taken by another program.");
    case ErrorCode::CannotListen:
        return Words::tr("%1 cannot be listened on.");
    default:
        return Words::tr("%1: something went wrong.");
    }
}

} // namespace

QString errorText(const Error &error, const QString &subject)
{
    QString text = sentence(error.code).arg(subject);
    if (!error.detail.empty()) {
        text += QStringLiteral(" (") + QString::fromStdString(error.detail) + QLatin1Char(')');
    }
    return text;
}

QString errorReason(const Error &error)
{
    const std::string_view name = errorName(error.code);
    return reasonText(error.detail.empty() ? std::string(name) : std::string(name) + ": " + error.detail);
}

QString heldLogText(const store::HeldLog &log)
{
    QStringList who;
    for (const store::LogHolder &holder : log.holders) {
        who.push_back(holder.program.empty()
                          ? Words::tr("process %1").arg(holder.process)
                          : Words::tr("%1 (process %2)").arg(toLine(holder.program)).arg(holder.process));
    }
    const QString size = sizeText(log.bytes);
    return who.isEmpty()
        ? Words::tr("Another program reads the database without an end. The log beside it has grown to %1.").arg(size)
        : Words::tr("The database is read without an end by %1. The log beside it has grown to %2.")
              .arg(who.join(QStringLiteral(", ")), size);
}

QString failedEditText(const ingest::FailedEdit &edit)
{
    const auto sentence = [&] {
        switch (edit.kind) {
        case ingest::EditKind::SetStatus:
            return Words::tr("The state of %n issue(s) was not changed: %1", nullptr, int(edit.issues.size()));
        case ingest::EditKind::Delete:
            return Words::tr("%n issue(s) were not deleted: %1", nullptr, int(edit.issues.size()));
        case ingest::EditKind::Restore:
            return Words::tr("%n issue(s) were not brought back: %1", nullptr, int(edit.issues.size()));
        case ingest::EditKind::Mark:
            return Words::tr("The mark was not set: %1");
        case ingest::EditKind::AllowOrigin:
            return Words::tr("The origin was not allowed: %1");
        }
        return QString();
    };
    return sentence().arg(errorReason(edit.error));
}

} // namespace picket::ui
