// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errortext.h"

#include <QCoreApplication>

namespace picket::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ErrorText", text);
}

QString sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::CannotOpen:
        return tr("%1 cannot be opened.");
    case ErrorCode::NewerSchema:
        return tr("%1 was written by a newer version of Picket. Nothing was changed; please use that version.");
    case ErrorCode::Corrupt:
        return tr("%1 is damaged or no Picket database. Nothing was changed.");
    case ErrorCode::Busy:
        return tr("%1 is in use.");
    case ErrorCode::Full:
        return tr("The disk of %1 is full.");
    case ErrorCode::IoError:
        return tr("%1 cannot be read or written.");
    case ErrorCode::NotFound:
        return tr("%1 was not found.");
    case ErrorCode::InvalidArgument:
        return tr("%1 is not understood.");
    case ErrorCode::AddressInUse:
        return tr("%1 is taken by another program.");
    case ErrorCode::CannotListen:
        return tr("%1 cannot be listened on.");
    default:
        return tr("%1: something went wrong.");
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
