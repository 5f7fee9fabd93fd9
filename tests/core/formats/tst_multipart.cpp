// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/formats/multipart.h"
#include "tests/core/formats/support.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::formats;
using namespace picket::test;

namespace {

// "name=body" of each part, "name<filename>=body" of files.
QByteArrayList summary(const Multipart &multipart)
{
    QByteArrayList parts;
    for (const Part &part : multipart.parts) {
        const QByteArray file = part.filename ? '<' + bytes(*part.filename) + '>' : QByteArray();
        parts.append(bytes(part.name) + file + '=' + bytes(part.body) + (part.truncated ? "(cut)" : ""));
    }
    return parts;
}

const QByteArray crashUpload = "--X\r\nContent-Disposition: form-data; name=\"prod\"\r\n\r\nApp\r\n"
                               "--X\r\nContent-Disposition: form-data; name=\"upload_file_minidump\"; "
                               "filename=\"a.dmp\"\r\nContent-Type: application/octet-stream\r\n\r\nMDMP\r\n--Y\n\r\n"
                               "--X--\r\n";

} // namespace

class TestMultipart final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheBoundary_data()
    {
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("boundary"); // empty: there is none
        QTest::newRow("unquoted") << QByteArray("multipart/form-data; boundary=abc") << QByteArray("abc");
        QTest::newRow("quoted with a blank in it")
            << QByteArray("multipart/form-data; boundary=\"a b\"") << QByteArray("a b");
        QTest::newRow("odd case, another parameter first")
            << QByteArray("Multipart/Form-Data;charset=utf-8;BOUNDARY=a-b") << QByteArray("a-b");
        QTest::newRow("mixed type") << QByteArray("multipart/mixed; boundary=m") << QByteArray("m");
        QTest::newRow("another type") << QByteArray("text/plain; boundary=abc") << QByteArray();
        QTest::newRow("no boundary") << QByteArray("multipart/form-data") << QByteArray();
        QTest::newRow("empty boundary") << QByteArray("multipart/form-data; boundary=\"\"") << QByteArray();
        QTest::newRow("line break in the boundary") << QByteArray("multipart/x; boundary=\"a\nb\"") << QByteArray();
        QTest::newRow("endless boundary") << "multipart/x; boundary=" + QByteArray(300, 'a') << QByteArray();
        QTest::newRow("quote that never closes") << QByteArray("multipart/x; boundary=\"abc") << QByteArray("abc");
    }
    void findsTheBoundary()
    {
        QFETCH(QByteArray, contentType);
        QFETCH(QByteArray, boundary);
        QCOMPARE(bytes(multipartBoundary(view(contentType)).value_or(std::string())), boundary);
    }

    void readsNames_data()
    {
        QTest::addColumn<QByteArray>("disposition");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("filename"); // "-": no file
        const auto form = [](const char *parameters) {
            return QByteArray("form-data; ") + parameters;
        };
        QTest::newRow("a field") << form("name=\"a\"") << QByteArray("a") << QByteArray("-");
        QTest::newRow("unquoted") << form("name=a; filename=b.txt") << QByteArray("a") << QByteArray("b.txt");
        QTest::newRow("empty file name") << form("name=\"a\"; filename=\"\"") << QByteArray("a") << QByteArray("");
        QTest::newRow("quotes as browsers write them")
            << form("name=\"a%22b\"; filename=\"100%25.txt\"") << QByteArray("a\"b") << QByteArray("100%25.txt");
        QTest::newRow("quotes as curl writes them")
            << form(R"(name="a\"b\\c")") << QByteArray(R"(a"b\c)") << QByteArray("-");
        QTest::newRow("semicolon within quotes")
            << form("name=\"a;b\"; filename=\"c;d\"") << QByteArray("a;b") << QByteArray("c;d");
        QTest::newRow("Windows path") << form(R"(name="f"; filename="C:\dir\x.dmp")") << QByteArray("f")
                                      << QByteArray(R"(C:\dir\x.dmp)");
        QTest::newRow("RFC 5987 wins over the plain name")
            << form("name=f; filename=\"e.txt\"; filename*=UTF-8''%e2%82%ac.txt") << QByteArray("f")
            << QByteArray("\xE2\x82\xAC.txt");
        QTest::newRow("RFC 5987 in Latin-1")
            << form("name=f; filename*=iso-8859-1'en'%A3") << QByteArray("f") << QByteArray("\xC2\xA3");
        QTest::newRow("RFC 5987 without its quotes is ignored")
            << form("name=f; filename=a; filename*=nonsense") << QByteArray("f") << QByteArray("a");
        QTest::newRow("broken UTF-8") << form("name=\"\xFF\"") << QByteArray("\xEF\xBF\xBD") << QByteArray("-");
    }
    void readsNames()
    {
        QFETCH(QByteArray, disposition);
        const QByteArray body = "--X\r\nCONTENT-disposition:" + disposition + "\r\n\r\nv\r\n--X--";
        const auto multipart = parseMultipart(view(body), "X");
        QVERIFY(multipart.has_value());
        QCOMPARE(multipart->parts.size(), 1u);
        QTEST(bytes(multipart->parts[0].name), "name");
        QTEST(bytes(multipart->parts[0].filename.value_or("-")), "filename");
    }

    void splits_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArrayList>("parts");
        QTest::addColumn<bool>("truncated");
        const QByteArray head = "Content-Disposition: form-data; name=a\r\n\r\n";
        QTest::newRow("a crash upload, with a line in the dump that looks like a boundary")
            << crashUpload << QByteArrayList{"prod=App", "upload_file_minidump<a.dmp>=MDMP\r\n--Y\n"} << false;
        QTest::newRow("lines end in LF alone, the body's last byte is CR")
            << QByteArray("--X\nContent-Disposition: form-data; name=a\n\nb\r\n--X--") << QByteArrayList{"a=b\r"}
            << false;
        QTest::newRow("text before the first and behind the last boundary")
            << "preamble\r\n--X\r\n" + head + "b\r\n--X--\r\nepilogue" << QByteArrayList{"a=b"} << false;
        QTest::newRow("blanks behind the boundary")
            << "--X \t\r\n" + head + "b\r\n--X--" << QByteArrayList{"a=b"} << false;
        QTest::newRow("a longer line is no boundary")
            << "--X\r\n" + head + "b\r\n--XY\r\n--X--" << QByteArrayList{"a=b\r\n--XY"} << false;
        QTest::newRow("an empty part") << QByteArray("--X\r\n--X--") << QByteArrayList{"="} << false;
        QTest::newRow("an empty body") << "--X\r\n" + head + "\r\n--X--" << QByteArrayList{"a="} << false;
        QTest::newRow("no parts at all") << QByteArray("--X--\r\n") << QByteArrayList{} << false;
        QTest::newRow("the end is missing") << "--X\r\n" + head + "b\r\n" << QByteArrayList{"a=b\r\n(cut)"} << true;
        QTest::newRow("cut behind a boundary") << QByteArray("--X\r\n") << QByteArrayList{} << true;
        QTest::newRow("cut within the headers")
            << QByteArray("--X\r\nContent-Disposition: form-data; name=a") << QByteArrayList{"a=(cut)"} << true;
        QTest::newRow("no headers") << QByteArray("--X\r\n\r\nb\r\n--X--") << QByteArrayList{"=b"} << false;
        QTest::newRow("NUL bytes") << "--X\r\n" + head + QByteArray("\0\r\0", 3) + "\r\n--X--"
                                   << QByteArrayList{"a=" + QByteArray("\0\r\0", 3)} << false;
    }
    void splits()
    {
        QFETCH(QByteArray, body);
        const auto multipart = parseMultipart(view(body), "X");
        QVERIFY(multipart.has_value());
        QTEST(summary(*multipart), "parts");
        QTEST(multipart->truncated, "truncated");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("boundary");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << QByteArray() << QByteArray("X") << int(ErrorCode::EmptyBody);
        QTest::newRow("another boundary") << crashUpload << QByteArray("Z") << int(ErrorCode::InvalidArgument);
        QTest::newRow("an empty boundary") << crashUpload << QByteArray() << int(ErrorCode::InvalidArgument);
        QTest::newRow("a boundary with a line end")
            << crashUpload << QByteArray("X\r\n") << int(ErrorCode::InvalidArgument);
    }
    void refuses()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, boundary);
        const auto multipart = parseMultipart(view(body), view(boundary));
        QVERIFY(!multipart.has_value());
        QTEST(int(multipart.error().code), "code");
    }

    void everyPrefixIsReadOrRefused()
    {
        for (qsizetype size = 1; size < crashUpload.size() - 4; ++size) {
            const QByteArray prefix = crashUpload.left(size);
            const auto multipart = parseMultipart(view(prefix), "X");
            QVERIFY(size < 3 || multipart.has_value());
            QVERIFY(!multipart || multipart->truncated);
        }
    }

    void unwrapsWhatElectronWrapped_data()
    {
        QTest::addColumn<QByteArray>("outer");
        QTest::addColumn<QByteArrayList>("inner");
        const QByteArray disposition = "Content-Disposition: form-data; name=upload_file_minidump\r\n";
        QTest::newRow("the content type says so") << "--O\r\n" + disposition
                + "Content-Type: multipart/form-data; boundary=X\r\n\r\n" + crashUpload
                + "\r\n--O--" << QByteArrayList{"prod=App", "upload_file_minidump<a.dmp>=MDMP\r\n--Y\n"};
        QTest::newRow("nothing says so") << "--O\r\n" + disposition + "\r\n" + crashUpload + "\r\n--O--"
                                         << QByteArrayList{"prod=App", "upload_file_minidump<a.dmp>=MDMP\r\n--Y\n"};
        QTest::newRow("a dump is not unwrapped") << "--O\r\n" + disposition + "\r\nMDMP\r\n--O--" << QByteArrayList{};
        QTest::newRow("text that begins with two dashes")
            << "--O\r\n" + disposition + "\r\n--verbose\r\nx\r\n--O--" << QByteArrayList{};
    }
    void unwrapsWhatElectronWrapped()
    {
        QFETCH(QByteArray, outer);
        const auto multipart = parseMultipart(view(outer), "O");
        QVERIFY(multipart && multipart->parts.size() == 1);
        const auto nested = nestedMultipart(multipart->parts[0]);
        QTEST(nested ? summary(*nested) : QByteArrayList(), "inner");
    }

    void countsPartsOverTheLimit()
    {
        QByteArray body;
        for (std::size_t i = 0; i < limits::formParts + 7; ++i) {
            body += "--X\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n";
        }
        const auto multipart = parseMultipart(view(body + "--X--"), "X");
        QVERIFY(multipart.has_value());
        QCOMPARE(multipart->parts.size(), limits::formParts);
        QCOMPARE(multipart->partsOverLimit, std::uint64_t(7));
    }

    void headersWithoutAnEndAreBody()
    {
        const QByteArray endless = "X-Header: 1\r\n" + QByteArray("a: b\r\n").repeated(10000);
        const QByteArray body = "--X\r\n" + endless + "\r\n--X--";
        const auto multipart = parseMultipart(view(body), "X");
        QVERIFY(multipart && multipart->parts.size() == 1);
        QCOMPARE(bytes(multipart->parts[0].body), endless);
    }

    void almostBoundariesTakeLinearTime()
    {
        const std::string boundary(200, '-');
        const std::string line = "\n" + std::string(201, '-');
        std::string body = "--" + boundary + "\n\n";
        while (body.size() < 8 * limits::MiB) {
            body += line;
        }
        const auto multipart = parseMultipart(body, boundary);
        QVERIFY(multipart && multipart->truncated);
    }
};

PICKET_TEST(TestMultipart)
#include "tst_multipart.moc"
