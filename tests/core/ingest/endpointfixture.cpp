// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ingest/endpointfixture.h"

#include "core/store/compression.h"
#include "core/store/databasefile.h"
#include "core/store/sqlite.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <zlib.h>

namespace picket::test {

namespace {

QByteArray qBytes(std::string_view bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

} // namespace

QJsonObject KeptItem::json() const
{
    return QJsonDocument::fromJson(qBytes(payload)).object();
}

std::vector<KeptItem> keptItems(const IngestFixture &fixture)
{
    auto database = store::Database::open(fixture.paths().database, store::Database::Mode::ReadOnly).value();
    store::Statement statement =
        database.prepare("SELECT project, lower(hex(event_uuid)), type, header, filename, content_type,"
                         " attachment_type, payload FROM item ORDER BY id");
    std::vector<KeptItem> items;
    store::Cursor row(statement);
    while (row.next()) {
        items.push_back({row.integer(0), row.string(1), row.string(2), row.string(3), row.string(4), row.string(5),
                         row.string(6), store::decompress(row.blob(7), 256U << 20U).value()});
    }
    return items;
}

QJsonObject storedJson(const IngestFixture &fixture)
{
    const auto events = fixture.events();
    if (events.size() != 1) {
        qFatal("%zu events are stored", events.size());
    }
    return QJsonDocument::fromJson(qBytes(fixture.stored(events[0].id).payload)).object();
}

std::string textAt(const QJsonObject &document, std::string_view path)
{
    QJsonValue value = document;
    for (const QByteArray &key : qBytes(path).split('/')) {
        value = value.isArray() ? value.toArray().at(key.toInt()) : value.toObject().value(QString::fromUtf8(key));
    }
    return value.isString() ? value.toString().toStdString() : value.toVariant().toString().toStdString();
}

std::string multipart(const std::vector<FormPart> &parts, std::string_view boundary)
{
    const std::string line = "--" + std::string(boundary);
    std::string body;
    for (const FormPart &part : parts) {
        body += line + "\r\nContent-Disposition: form-data; name=\"" + part.name + "\"";
        body += part.filename ? "; filename=\"" + *part.filename + "\"" : std::string();
        body += part.contentType.empty() ? std::string() : "\r\nContent-Type: " + part.contentType;
        body += "\r\n\r\n" + part.body + "\r\n";
    }
    return body + line + "--\r\n";
}

Headers multipartHeaders(std::string_view boundary)
{
    return {{"Content-Type", "multipart/form-data; boundary=" + std::string(boundary)}};
}

std::string testData(std::string_view path)
{
    QFile file(QStringLiteral(PICKET_TEST_DATA "/") + QString::fromUtf8(qBytes(path)));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no such test data: %s", std::string(path).c_str());
    }
    return file.readAll().toStdString();
}

std::string gzipped(std::string_view bytes)
{
    z_stream stream{};
    constexpr int gzipFormat = 16 + MAX_WBITS;
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzipFormat, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        qFatal("zlib does not start");
    }
    std::string input(bytes);
    std::string output(deflateBound(&stream, input.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(output.data());
    stream.avail_out = static_cast<uInt>(output.size());
    deflate(&stream, Z_FINISH);
    output.resize(stream.total_out);
    deflateEnd(&stream);
    return output;
}

} // namespace picket::test
