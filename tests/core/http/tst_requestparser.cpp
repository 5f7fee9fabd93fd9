// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/requestparser.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket::http;
using Stage = picket::http::RequestParser::Stage;

namespace {

class StringSink final : public BodySink
{
public:
    bool append(std::string_view bytes) override
    {
        if (isFull)
            return false;
        body.append(bytes);
        return true;
    }

    std::string body;
    bool isFull = false;
};

struct Parsed {
    Stage stage = Stage::Blank;
    std::string body;
    std::string reason;
    std::size_t consumed = 0;
    std::vector<std::string> headers;

    friend bool operator==(const Parsed &, const Parsed &) = default;
};

// One request, in pieces of at most `piece` bytes.
Parsed parse(std::string_view bytes, std::size_t piece)
{
    StringSink sink;
    RequestParser parser(sink);
    Parsed result;
    while (result.consumed < bytes.size() && parser.stage() != Stage::Complete && parser.stage() != Stage::Failed) {
        // A copy of its own size, so that a read beyond the piece is seen by the address sanitizer.
        const std::string part(bytes.substr(result.consumed, piece));
        result.consumed += parser.feed(part);
        if (parser.stage() == Stage::Admission)
            parser.admit();
    }
    result.stage = parser.stage();
    result.body = sink.body;
    if (result.stage == Stage::Failed)
        result.reason = parser.violation().reason();
    for (const Header &each : parser.head().headers)
        result.headers.push_back(each.name + "=" + each.value);
    return result;
}

} // namespace

class TestRequestParser final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void good_data();
    void good();
    void hostile_data();
    void hostile();
    void bodyWaitsForAdmission();
    void fullSink();
    void reuse();
};

void TestRequestParser::good_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    const QByteArray host = "Host: localhost\r\n";
    QTest::newRow("no body") << QByteArray("GET / HTTP/1.1\r\n" + host + "\r\n") << QByteArray();
    QTest::newRow("a body") << QByteArray("POST / HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nhello")
                            << QByteArray("hello");
    QTest::newRow("an empty body") << QByteArray("POST / HTTP/1.1\r\n" + host + "Content-Length: 0\r\n\r\n")
                                   << QByteArray();
    QTest::newRow("a body of line ends and NULs")
        << QByteArray("POST / HTTP/1.1\r\n" + host + "Content-Length: 6\r\n\r\n") + QByteArray("\r\n\0\n\r\0", 6)
        << QByteArray("\r\n\0\n\r\0", 6);
    QTest::newRow("chunks") << QByteArray("POST / HTTP/1.1\r\n" + host
                                          + "Transfer-Encoding: chunked\r\n\r\n"
                                            "6;x=\"a;b\"\r\nhello \r\n5\r\nworld\r\n000\r\nA: b\r\nC: d\r\n\r\n")
                            << QByteArray("hello world");
    QTest::newRow("chunks of line ends") << QByteArray("POST / HTTP/1.1\r\n" + host
                                                       + "Transfer-Encoding: chunked\r\n\r\n"
                                                         "4\r\n\r\n\r\n\r\n2\r\n0\r\r\n0\r\n\r\n")
                                         << QByteArray("\r\n\r\n0\r");
    QTest::newRow("no chunks") << QByteArray("POST / HTTP/1.1\r\n" + host
                                             + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                               << QByteArray();
}

void TestRequestParser::good()
{
    QFETCH(QByteArray, bytes);
    const std::string text = bytes.toStdString();
    const Parsed whole = parse(text, text.size());
    QCOMPARE(whole.stage, Stage::Complete);
    QTEST(QByteArray::fromStdString(whole.body), "body");
    QCOMPARE(whole.consumed, text.size());
    QCOMPARE(whole.headers.front(), std::string("Host=localhost"));
    for (std::size_t piece = 1; piece < text.size(); ++piece)
        QVERIFY2(parse(text, piece) == whole, QByteArray::number(static_cast<qulonglong>(piece)).constData());
    // What follows is another request's.
    const Parsed followed = parse(text + "POST /next", text.size() + 10);
    QCOMPARE(followed.consumed, text.size());
    QCOMPARE(followed.body, whole.body);
}

void TestRequestParser::hostile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("smuggling by a transfer coding that nobody has")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\nGET / HTTP/1.1\r\n\r\n");
    QTest::newRow("smuggling by a folded header")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nX:\r\n Content-Length: 9\r\n\r\n");
    QTest::newRow("smuggling by a vertical tab") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\x0b"
                                                               "chunked\r\n\r\n");
    QTest::newRow("smuggling by a bare CR")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nX: y\rContent-Length: 9\r\n\r\n");
    QTest::newRow("a chunk size with blanks")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n 3\r\nabc\r\n0\r\n\r\n");
    QTest::newRow("a chunk size with a prefix")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n");
    QTest::newRow("a chunk without its line end")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc0\r\n\r\n\r\n\r\n");
    QTest::newRow("an endless chunk extension")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;" + QByteArray(40000, 'x'));
    QTest::newRow("garbage") << QByteArray("\x80\x81\xff\n\x01\r\n\r\n");
    QTest::newRow("line ends only") << QByteArray("\r\n\r\n\r\n\r\n");
}

void TestRequestParser::hostile()
{
    QFETCH(QByteArray, bytes);
    const std::string text = bytes.toStdString();
    const Parsed whole = parse(text, text.size());
    QCOMPARE(whole.stage, Stage::Failed);
    QVERIFY(!whole.reason.empty());
    for (const std::size_t piece : {std::size_t(1), std::size_t(2), std::size_t(7), text.size() - 1}) {
        const Parsed pieces = parse(text, piece);
        QCOMPARE(pieces.stage, Stage::Failed);
        QCOMPARE(pieces.body, whole.body);
    }
}

void TestRequestParser::bodyWaitsForAdmission()
{
    StringSink sink;
    RequestParser parser(sink);
    const std::string_view head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-Continue\r\n\r\n";
    QCOMPARE(parser.feed(std::string(head) + "abc"), head.size());
    QCOMPARE(parser.stage(), Stage::Admission);
    QVERIFY(parser.head().expectContinue && parser.head().keepAlive);
    QCOMPARE(parser.head().contentLength.value_or(0), 3U);
    QCOMPARE(parser.feed("abc"), 0U);
    parser.admit();
    QCOMPARE(parser.feed("abcdef"), 3U);
    QCOMPARE(parser.stage(), Stage::Complete);
    QCOMPARE(sink.body, std::string("abc"));
}

void TestRequestParser::fullSink()
{
    for (const char *rest :
         {"Content-Length: 3\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"}) {
        StringSink sink;
        sink.isFull = true;
        RequestParser parser(sink);
        const std::string text = std::string("POST / HTTP/1.1\r\nHost: a\r\n") + rest;
        const std::size_t used = parser.feed(text);
        parser.admit();
        parser.feed(std::string_view(text).substr(used));
        QCOMPARE(parser.stage(), Stage::Failed);
        QCOMPARE(parser.violation().status, 503);
    }
}

void TestRequestParser::reuse()
{
    StringSink sink;
    RequestParser parser(sink);
    for (int i = 0; i < 3; ++i) {
        const std::string text = "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx";
        QCOMPARE(parser.feed(text), text.size() - 1);
        QCOMPARE(parser.head().path, "/" + std::to_string(i));
        QCOMPARE(parser.head().headers.size(), 2U);
        parser.admit();
        QCOMPARE(parser.feed("x"), 1U);
        QCOMPARE(parser.stage(), Stage::Complete);
        parser.reset();
        QCOMPARE(parser.stage(), Stage::Blank);
    }
    QCOMPARE(sink.body, std::string("xxx"));
}

PICKET_TEST(TestRequestParser)

#include "tst_requestparser.moc"
