// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errortext.h"

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
        return Words::tr("The disk of %1 is full.");
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

} // namespace picket::ui
