// SPDX-License-Identifier: GPL-3.0-or-later
// /upload/: large files in parts, and the envelopes that name them.
#include "core/base/limits.h"
#include "core/ingest/attachmentrefs.h"
#include "core/ingest/uploadstore.h"
#include "tests/core/ingest/endpointfixture.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/stat.h>
#include <utime.h>

#include <algorithm>
#include <ctime>
#include <limits>
#include <set>
#include <utility>

using namespace picket;
using namespace picket::test;

namespace {

const Headers tus{{"Tus-Resumable", "1.0.0"}};

Headers with(Headers headers, std::initializer_list<std::pair<std::string, std::string>> more)
{
    headers.insert(headers.end(), more.begin(), more.end());
    return headers;
}

// The value of an answer's header; empty: it has none.
std::string headerOf(const Answer &answer, std::string_view name)
{
    const std::string begin = "\r\n" + std::string(name) + ": ";
    const std::size_t at = answer.head.find(begin);
    if (at == std::string::npos) {
        return {};
    }
    const std::size_t from = at + begin.size();
    return answer.head.substr(from, answer.head.find("\r\n", from) - from);
}

// Where it is; empty when it was refused.
std::string begin(const IngestFixture &fixture, std::uint64_t length)
{
    const Answer answer = fixture.post("/api/7/upload/", "", with(tus, {{"Upload-Length", std::to_string(length)}}));
    return answer.status == 201 ? headerOf(answer, "Location") : std::string();
}

Answer patch(const IngestFixture &fixture, const std::string &location, std::uint64_t offset, std::string_view bytes)
{
    return exchange(
        fixture.port(), "PATCH", location, bytes,
        with(tus, {{"Upload-Offset", std::to_string(offset)}, {"Content-Type", "application/offset+octet-stream"}}));
}

std::string offsetAt(const IngestFixture &fixture, const std::string &location)
{
    HttpClient client(fixture.port());
    client.send(request("HEAD", location, "", with(tus, {{"Connection", "close"}})));
    const Answer answer = client.receive();
    return std::to_string(answer.status) + ' ' + headerOf(answer, "Upload-Offset");
}

std::string reference(const std::string &location, std::uint64_t length, const std::string &filename,
                      const std::string &type = "event.attachment")
{
    const std::string payload = "{\"location\":\"" + location + "\",\"content_type\":\"text/plain\"}";
    return "{\"type\":\"attachment\",\"content_type\":\"application/vnd.sentry.attachment-ref+json\",\"length\":"
        + std::to_string(payload.size()) + ",\"attachment_length\":" + std::to_string(length) + ",\"filename\":\""
        + filename + "\",\"attachment_type\":\"" + type + "\"}\n" + payload + '\n';
}

std::string keyOf(const std::string &location)
{
    return std::string(ingest::uploadKey(location));
}

QDir uploadFolder(const IngestFixture &fixture)
{
    return QDir(QString::fromStdString(fixture.paths().folder + "/uploads"));
}

QStringList files(const IngestFixture &fixture)
{
    return uploadFolder(fixture).entryList(QDir::Files | QDir::Hidden);
}

std::string bigBytes(std::size_t size)
{
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) {
        bytes[i] = static_cast<char>(i * 31 + i / 251);
    }
    return bytes;
}

} // namespace

class TestUploads final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void anEnvelopeNamesWhatWasUploaded()
    {
        IngestFixture fixture;
        const std::string location = begin(fixture, 5);
        QVERIFY(location.starts_with("/api/7/upload/"));
        const Answer part = patch(fixture, location, 0, "bytes");
        QCOMPARE(part.status, 204);
        QCOMPARE(headerOf(part, "Upload-Offset"), std::string("5"));
        QCOMPARE(headerOf(part, "Tus-Resumable"), std::string("1.0.0"));
        const std::string envelope = errorEnvelope(eventId(1), "ValueError", "total") + reference(location, 5, "a.txt");
        QCOMPARE(fixture.post("/api/7/envelope/", envelope).status, 200);
        const auto items = keptItems(fixture);
        QCOMPARE(items.size(), 1u);
        QCOMPARE(items[0].payload, std::string("bytes"));
        QCOMPARE(items[0].filename, std::string("a.txt"));
        QCOMPARE(items[0].contentType, std::string("text/plain"));
        QCOMPARE(items[0].attachmentType, std::string("event.attachment"));
        QCOMPARE(items[0].eventId, eventId(1));
        const auto stored = fixture.stored(fixture.events().front().id);
        QCOMPARE(stored.attachments.size(), 1u);
        QCOMPARE(stored.attachments[0].size, 5u);
        // Every request has its row.
        const auto rows = fixture.deliveries();
        QCOMPARE(rows.size(), 3u);
        QCOMPARE(rows[2].status, 201);
        QCOMPARE(rows[2].items.front().outcome, std::string("begun"));
        QCOMPARE(rows[1].status, 204);
        QCOMPARE(rows[1].items.front().outcome, std::string("complete"));
        QCOMPARE(rows[1].items.front().bytes, 5u);
        QVERIFY(rows[1].outcome == model::Outcome::Stored);
        QVERIFY(rows[0].outcome == model::Outcome::Stored);
    }

    void comesInPartsOverARestart()
    {
        IngestFixture fixture;
        const std::string bytes = bigBytes(300'000);
        const std::string location = begin(fixture, bytes.size());
        QCOMPARE(patch(fixture, location, 0, std::string_view(bytes).substr(0, 1000)).status, 204);
        QCOMPARE(offsetAt(fixture, location), std::string("200 1000"));
        fixture.restart();
        QCOMPARE(offsetAt(fixture, location), std::string("200 1000"));
        QCOMPARE(patch(fixture, location, 1000, std::string_view(bytes).substr(1000)).status, 204);
        fixture.restart();
        // As an absolute address, without its query, and on another project's envelope.
        const std::string absolute = "http://localhost:8969" + location.substr(0, location.find('?'));
        QCOMPARE(fixture.post("/api/1/envelope/", errorEnvelope(eventId(1), "E", "f") + reference(absolute, 1, "big"))
                     .status,
                 200);
        const auto items = keptItems(fixture);
        QCOMPARE(items.size(), 1u);
        QVERIFY(items[0].payload == bytes);
    }

    void theFirstPartMayComeAlong()
    {
        IngestFixture fixture;
        const Headers headers =
            with(tus, {{"Upload-Length", "6"}, {"Content-Type", "application/offset+octet-stream"}});
        const Answer answer = fixture.post("/api/7/upload/", "abc", headers);
        QCOMPARE(answer.status, 201);
        QCOMPARE(headerOf(answer, "Upload-Offset"), std::string("3"));
        QCOMPARE(patch(fixture, headerOf(answer, "Location"), 3, "def").status, 204);
        QCOMPARE(fixture.post("/api/7/upload/", "toolong", headers).status, 413);
    }

    void whatIsWrongIsRefusedWithItsReason_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("key"); // "": begins one; "*": a good one of 5 bytes, of which 2 came
        QTest::addColumn<QByteArray>("headers"); // "A: b|C: d"
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char *name, const char *method, const char *key, const char *headers,
                            const char *body, int status, const char *reason) {
            QTest::newRow(name) << QByteArray(method) << QByteArray(key) << QByteArray(headers) << QByteArray(body)
                                << status << QByteArray(reason);
        };
        const char *const stream = "Tus-Resumable: 1.0.0|Content-Type: application/offset+octet-stream|Upload-Offset: ";
        const auto at = [&](const char *offset) {
            return QByteArray(stream) + offset;
        };
        row("no version", "POST", "", "Upload-Length: 5", "", 412, "tus_version");
        row("another version", "POST", "", "Tus-Resumable: 0.2.2|Upload-Length: 5", "", 412, "tus_version: 0.2.2");
        row("no length", "POST", "", "Tus-Resumable: 1.0.0", "", 400, "no_upload_length");
        row("a length that is no number", "POST", "", "Tus-Resumable: 1.0.0|Upload-Length: -5", "", 400,
            "no_upload_length");
        row("a length beyond all numbers", "POST", "", "Tus-Resumable: 1.0.0|Upload-Length: 99999999999999999999", "",
            400, "no_upload_length");
        row("larger than an attachment may be", "POST", "", "Tus-Resumable: 1.0.0|Upload-Length: 209715201", "", 413,
            "too_large");
        row("an unknown key", "PATCH", "0123456789abcdef0123456789abcdef", at("0").constData(), "x", 404, "not_found");
        row("a key that is the name of a file", "PATCH", "..picket.db", at("0").constData(), "x", 404, "not_found");
        row("an unknown key that is asked for", "HEAD", "0123456789abcdef0123456789abcdef", "Tus-Resumable: 1.0.0", "",
            404, "not_found");
        row("an offset before the end", "PATCH", "*", at("0").constData(), "ab", 409, "wrong_offset");
        row("an offset behind the end", "PATCH", "*", at("3").constData(), "ab", 409, "wrong_offset");
        row("no offset", "PATCH", "*", "Tus-Resumable: 1.0.0|Content-Type: application/offset+octet-stream", "ab", 400,
            "no_upload_offset");
        row("more than was announced", "PATCH", "*", at("2").constData(), "cdef", 413, "too_large");
        row("another content type", "PATCH", "*", "Tus-Resumable: 1.0.0|Upload-Offset: 2|Content-Type: text/plain",
            "cde", 415, "no_offset_stream");
        row("another version in the middle", "PATCH", "*",
            "Tus-Resumable: 2.0.0|Upload-Offset: 2|Content-Type: application/offset+octet-stream", "cde", 412,
            "tus_version: 2.0.0");
    }
    void whatIsWrongIsRefusedWithItsReason()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, key);
        QFETCH(const QByteArray, headers);
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        QFETCH(const QByteArray, reason);
        IngestFixture fixture;
        std::string target = "/api/7/upload/";
        std::string good;
        if (key == "*") {
            good = begin(fixture, 5);
            QCOMPARE(patch(fixture, good, 0, "ab").status, 204);
            target = good;
        } else if (!key.isEmpty()) {
            target += key.toStdString() + '/';
        }
        Headers sent{{"Connection", "close"}};
        for (const QByteArray &header : headers.split('|')) {
            const qsizetype colon = header.indexOf(": ");
            sent.emplace_back(header.left(colon).toStdString(), header.mid(colon + 2).toStdString());
        }
        const std::size_t before = fixture.deliveries().size();
        HttpClient client(fixture.port());
        client.send(request(method.toStdString(), target, body.toStdString(), sent));
        const Answer answer = client.receive();
        QCOMPARE(answer.status, status);
        QCOMPARE(headerOf(answer, "Tus-Resumable"), std::string("1.0.0"));
        QCOMPARE(headerOf(answer, "Tus-Version"), std::string(status == 412 ? "1.0.0" : ""));
        const auto rows = fixture.deliveries();
        QCOMPARE(rows.size(), before + 1);
        QCOMPARE(rows.front().status, status);
        QVERIFY(rows.front().outcome == model::Outcome::Refused);
        QVERIFY2(rows.front().reason.starts_with(reason.toStdString()), rows.front().reason.c_str());
        if (!good.empty()) { // it suffers nothing
            QCOMPARE(patch(fixture, good, 2, "cde").status, 204);
        }
    }

    void aNameThatLeadsNowhereIsKeptWithItsReason_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char *name, const char *location, const char *reason) {
            QTest::newRow(name) << QByteArray(location) << QByteArray(reason);
        };
        row("never uploaded", "/api/7/upload/0123456789abcdef0123456789abcdef/", "upload_missing");
        row("a file of this machine", "file:///etc/passwd", "upload_missing");
        row("a way out of the folder", "/api/7/upload/../picket.db", "upload_missing");
        row("no location", "", "upload_missing");
        row("not yet complete", "*", "upload_incomplete");
    }
    void aNameThatLeadsNowhereIsKeptWithItsReason()
    {
        QFETCH(const QByteArray, location);
        QFETCH(const QByteArray, reason);
        IngestFixture fixture;
        std::string where = location.toStdString();
        if (where == "*") {
            where = begin(fixture, 5);
            QCOMPARE(patch(fixture, where, 0, "ab").status, 204);
        }
        const std::string envelope = errorEnvelope(eventId(1), "ValueError", "total") + reference(where, 5, "a.txt");
        QCOMPARE(fixture.post("/api/7/envelope/", envelope).status, 200);
        QCOMPARE(fixture.events().size(), 1u);
        const auto items = keptItems(fixture);
        QCOMPARE(items.size(), 1u);
        QCOMPARE(items[0].json()[QLatin1String("location")].toString().toStdString(), where);
        const auto outcomes = fixture.deliveries().front().items;
        QCOMPARE(outcomes.size(), 2u);
        QCOMPARE(outcomes[1].reason, reason.toStdString());
    }

    void aDumpIsReadAsIfItHadComeInside()
    {
        const std::string dump = testData("minidumps/linux_null_read_av.dmp");
        QVERIFY(!dump.empty());
        IngestFixture fixture;
        const std::string location = begin(fixture, dump.size());
        QCOMPARE(patch(fixture, location, 0, dump).status, 204);
        const std::string envelope = "{\"event_id\":\"" + eventId(1) + "\"}\n"
            + reference(location, dump.size(), "minidump.dmp", "event.minidump");
        QCOMPARE(fixture.post("/api/7/envelope/", envelope).status, 200);
        QCOMPARE(fixture.events().size(), 1u);
        const QJsonObject event = storedJson(fixture);
        QCOMPARE(textAt(event, "exception/values/0/mechanism/type"), std::string("minidump"));
        QCOMPARE(keptItems(fixture).front().payload.size(), dump.size());
    }

    void lieBesideTheDatabaseForNobodyElse()
    {
        IngestFixture fixture;
        QVERIFY(!uploadFolder(fixture).exists()); // only when it is needed
        const std::string location = begin(fixture, 5);
        QCOMPARE(files(fixture), QStringList{QString::fromStdString(keyOf(location))});
        struct stat status {
        };
        QCOMPARE(::stat(uploadFolder(fixture).path().toUtf8().constData(), &status), 0);
        QCOMPARE(static_cast<int>(status.st_mode & 0777), 0700);
        const QString file = uploadFolder(fixture).filePath(files(fixture).front());
        QCOMPARE(::stat(file.toUtf8().constData(), &status), 0);
        QCOMPARE(static_cast<int>(status.st_mode & 0777), 0600);
    }

    void begunOnesDoNotKeepOthersOut()
    {
        IngestFixture fixture;
        const std::string first = begin(fixture, 5);
        for (std::size_t i = 0; i < limits::uploads; ++i) {
            QVERIFY(!begin(fixture, 5).empty());
        }
        QCOMPARE(static_cast<std::size_t>(files(fixture).size()), limits::uploads);
        QCOMPARE(patch(fixture, first, 0, "bytes").status, 404);
        QVERIFY(fixture.awaitDeliveries(limits::uploads + 3));
        std::vector<model::DeliveryRow> pushedOut;
        for (const model::DeliveryRow &row : fixture.deliveries()) {
            if (row.reason == "upload_pushed_out: 0 of 5 bytes") {
                pushedOut.push_back(row);
            }
        }
        QCOMPARE(pushedOut.size(), 1u);
        QCOMPARE(pushedOut.front().path, "/upload/" + keyOf(first) + '/');
    }

    void usedOnesMakeRoomForNewOnes()
    {
        QTemporaryDir folder;
        ingest::UploadStore uploads({(folder.path() + QStringLiteral("/uploads")).toStdString(), 0});
        std::vector<std::string> keys;
        for (std::size_t i = 0; i < limits::uploads; ++i) {
            keys.push_back(uploads.begin(0).value());
        }
        QVERIFY(uploads.open(keys[3]).has_value());
        QVERIFY(uploads.begin(0).has_value());
        QVERIFY(!uploads.progress(keys[3]).has_value());
        QVERIFY(uploads.progress(keys[0]).has_value());
        QVERIFY(uploads.takePushedOut().empty()); // an envelope has had it
    }

    void whoBroughtLeastMakesRoomForNewOnes()
    {
        QTemporaryDir folder;
        ingest::UploadStore uploads({(folder.path() + QStringLiteral("/uploads")).toStdString(), 0});
        const std::string much = uploads.begin(1'000'000).value();
        QVERIFY(uploads.append(much, std::string(900'000, 'x')).has_value());
        const std::string little = uploads.begin(10).value();
        QVERIFY(uploads.append(little, "abc").has_value());
        for (std::size_t i = 2; i < limits::uploads; ++i) {
            const std::string other = uploads.begin(100'000).value();
            QVERIFY(uploads.append(other, std::string(50'000, 'x')).has_value());
        }
        QVERIFY(uploads.begin(10).has_value());
        QVERIFY(!uploads.progress(little).has_value());
        QVERIFY(uploads.progress(much).has_value());
        const auto pushedOut = uploads.takePushedOut();
        QCOMPARE(pushedOut.size(), 1u);
        QCOMPARE(pushedOut[0].key, little);
        QVERIFY(pushedOut[0].isPushedOut);
        QCOMPARE(std::string(pushedOut[0].body->bytes().data(), 3), std::string("abc")); // kept by the caller
        QVERIFY(uploads.takePushedOut().empty());
        for (std::size_t i = 0; i < limits::uploads; ++i) { // a crowd that brings nothing
            QVERIFY(uploads.begin(10).has_value());
        }
        QVERIFY(uploads.progress(much).has_value());
        QVERIFY(uploads.append(much, std::string(100'000, 'x')).has_value());
    }

    void oldOnesAreRemoved()
    {
        QTemporaryDir folder;
        const ingest::UploadOptions options{(folder.path() + QStringLiteral("/uploads")).toStdString(), 0};
        ingest::UploadStore uploads(options);
        const std::string waiting = uploads.begin(3).value();
        const std::string used = uploads.begin(3).value();
        QCOMPARE(uploads.append(used, "abc").value().offset, 3u);
        QCOMPARE(uploads.open(used).value()->bytes().size(), 3u);
        const auto mapped = uploads.open(used).value();
        QVERIFY(!uploads.removeOld(now() + limits::usedUploadKept + std::chrono::seconds(1)));
        QVERIFY(!uploads.progress(used).has_value());
        QCOMPARE(std::string(mapped->bytes().data(), 3), std::string("abc")); // whoever reads it still can
        QVERIFY(uploads.progress(waiting).has_value());
        QVERIFY(ingest::UploadStore(options).progress(waiting).has_value());
        QVERIFY(!uploads.removeOld(now() + limits::uploadKept + std::chrono::seconds(1)));
        QVERIFY(uploads.isEmpty());
        QVERIFY(QDir(QString::fromStdString(options.folder)).isEmpty());
    }

    void whatNoEnvelopeNamesIsHandedBack()
    {
        QTemporaryDir folder;
        const std::string path = (folder.path() + QStringLiteral("/uploads")).toStdString();
        ingest::UploadStore uploads({path, 0});
        std::set<std::string> keys{uploads.begin(3).value(), uploads.begin(3).value()};
        for (const std::string &key : keys) {
            QVERIFY(uploads.append(key, "ab").has_value());
        }
        const Timestamp later = now() + limits::uploadKept + std::chrono::seconds(1);
        // One at a time: its bytes pass through memory.
        while (!keys.empty()) {
            QVERIFY(!uploads.isEmpty());
            const auto given = uploads.removeOld(later);
            QVERIFY(given && given->body);
            QCOMPARE(keys.erase(given->key), 1u);
            QCOMPARE(given->progress.length, 3u);
            QCOMPARE(std::string(given->body->bytes().data(), given->body->bytes().size()), std::string("ab"));
        }
        QVERIFY(uploads.isEmpty());

        // A disk on which they could not be kept leaves them where they are.
        const std::string key = uploads.begin(3).value();
        QVERIFY(uploads.append(key, "ab").has_value());
        ingest::UploadStore full({path, std::numeric_limits<std::uint64_t>::max()});
        QVERIFY(!full.removeOld(later));
        QVERIFY(full.progress(key).has_value());
    }

    void theWireLogTellsWhatNoEnvelopeNamed()
    {
        IngestFixture fixture;
        const std::string location = begin(fixture, 5);
        QCOMPARE(patch(fixture, location, 0, "abc").status, 204);
        const QByteArray file = uploadFolder(fixture).filePath(files(fixture).front()).toUtf8();
        const std::time_t past = std::time(nullptr) - std::chrono::seconds(limits::uploadKept).count() - 1;
        const utimbuf times{past, past};
        QCOMPARE(::utime(file.constData(), &times), 0);
        fixture.restart();
        QVERIFY(!begin(fixture, 9).empty());
        QTRY_COMPARE(fixture.deliveries().size(), 4u);
        const auto rows = fixture.deliveries();
        const auto row = std::find_if(rows.begin(), rows.end(), [](const auto &each) { return each.status == 0; });
        QVERIFY(row != rows.end());
        QCOMPARE(row->path, "/upload/" + keyOf(location) + '/');
        QCOMPARE(row->reason, std::string("upload_not_named: 3 of 5 bytes"));
        QCOMPARE(row->items.size(), 1u);
        QCOMPARE(row->items.front().reason, std::string()); // it is told once
        QVERIFY(row->outcome == model::Outcome::Stored);
        QCOMPARE(offsetAt(fixture, location), std::string("404 "));
        const auto kept = keptItems(fixture);
        QCOMPARE(kept.size(), 1u);
        QCOMPARE(kept[0].payload, std::string("abc"));
    }

    void whatWasNotAcknowledgedIsNotThere()
    {
        QTemporaryDir folder;
        const ingest::UploadOptions options{(folder.path() + QStringLiteral("/uploads")).toStdString(), 0};
        std::string key;
        {
            ingest::UploadStore uploads(options);
            key = uploads.begin(10).value();
            QCOMPARE(uploads.append(key, "abcd").value().offset, 4u);
        }
        const QDir files(QString::fromStdString(options.folder));
        // A crash in the middle of the next part leaves bytes behind what the header tells.
        QFile file(files.filePath(QString::fromStdString(key)));
        QVERIFY(file.open(QIODevice::Append));
        file.write("torn");
        file.close();
        // Neither does what is nobody's upload disturb, nor is it removed.
        QFile other(files.filePath(QStringLiteral("notes.txt")));
        QVERIFY(other.open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(QStringLiteral("/etc/hostname"),
                            files.filePath(QStringLiteral("00000000000040008000000000000000"))));
        QFile torn(files.filePath(QStringLiteral("0123456789abcdef0123456789abcdef")));
        QVERIFY(torn.open(QIODevice::WriteOnly));
        torn.write("short");
        torn.close();
        ingest::UploadStore uploads(options);
        QCOMPARE(uploads.progress(key).value().offset, 4u);
        QCOMPARE(uploads.append(key, "efghij").value().offset, 10u);
        const auto body = uploads.open(key).value();
        QCOMPARE(std::string(body->bytes().data(), body->bytes().size()), std::string("abcdefghij"));
        QVERIFY(other.exists());
        QVERIFY(!torn.exists());
        QVERIFY(!uploads.progress("00000000000040008000000000000000").has_value());
    }

    void theDisksFloorHolds()
    {
        QTemporaryDir folder;
        ingest::UploadStore uploads({folder.path().toStdString(), ~std::uint64_t(0)});
        QCOMPARE(uploads.begin(3).error().code, ErrorCode::Full);
    }

    void pagesAreToldWhatTheyMaySend()
    {
        IngestFixture fixture;
        const Headers headers{{"Origin", "http://localhost:3000"},
                              {"Access-Control-Request-Method", "PATCH"},
                              {"Access-Control-Request-Headers", "tus-resumable,upload-offset,upload-length"}};
        const Answer answer = exchange(fixture.port(), "OPTIONS", "/api/7/upload/", "", headers);
        QCOMPARE(answer.status, 204);
        QCOMPARE(headerOf(answer, "Tus-Version"), std::string("1.0.0"));
        QCOMPARE(headerOf(answer, "Access-Control-Allow-Headers"),
                 std::string("tus-resumable,upload-offset,upload-length"));
        QVERIFY(headerOf(answer, "Access-Control-Allow-Methods").find("PATCH") != std::string::npos);
        const Answer created =
            fixture.post("/api/7/upload/", "", {{"Origin", "http://localhost:3000"}, tus[0], {"Upload-Length", "1"}});
        QCOMPARE(created.status, 201);
        QVERIFY(headerOf(created, "Access-Control-Expose-Headers").find("location") != std::string::npos);
        QVERIFY(headerOf(created, "Access-Control-Expose-Headers").find("upload-offset") != std::string::npos);
    }

    void keysAreFoundInLocations()
    {
        QCOMPARE(keyOf("/api/1/upload/abc/?length=5&signature=x"), std::string("abc"));
        QCOMPARE(keyOf("https://host/api/1/upload/abc"), std::string("abc"));
        QCOMPARE(keyOf("/api/1/upload/abc/def/"), std::string());
        QCOMPARE(keyOf("abc"), std::string());
        QCOMPARE(keyOf(""), std::string());
        QCOMPARE(keyOf("/upload/"), std::string());
    }
};

PICKET_TEST(TestUploads)
#include "tst_uploads.moc"
