// SPDX-License-Identifier: GPL-3.0-or-later
// Between Qt Test's QByteArray columns and the views that the parsers take.
#pragma once

#include "core/protocol/jsonwriter.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QFile>

#include <string>
#include <string_view>
#include <vector>

namespace picket::test {

// The bytes must outlive the view.
inline std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

inline QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

inline QByteArrayList list(const std::vector<std::string> &texts)
{
    QByteArrayList all;
    for (const std::string &text : texts) {
        all.append(bytes(text));
    }
    return all;
}

// Compact JSON; an absent value is empty.
inline QByteArray json(const model::Value &value)
{
    if (value.isAbsent()) {
        return {};
    }
    protocol::JsonWriter writer;
    writer.value(value);
    return bytes(writer.take());
}

// A file of tests/data; empty if it is missing, which no parser accepts.
inline QByteArray testData(const char *path)
{
    QFile file(QString::fromUtf8(PICKET_TEST_DATA "/") + QString::fromUtf8(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace picket::test
