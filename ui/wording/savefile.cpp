// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/savefile.h"

#include <QSaveFile>

namespace picket::ui {

Result<qint64> saveFile(const QString &path, std::string_view bytes)
{
    QSaveFile file(path);
    const auto size = static_cast<qint64>(bytes.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), size) != size || !file.commit()) {
        return failure(ErrorCode::IoError, file.errorString().toStdString());
    }
    return size;
}

} // namespace picket::ui
