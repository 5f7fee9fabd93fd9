// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/http/bodybuffer.h"
#include "core/http/contentdecoder.h"
#include "tests/core/http/encoders.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace picket;
using namespace picket::http;
using namespace picket::http::test;

class TestContentDecoder final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void refuses_data();
    void refuses();
    void labels_data();
    void labels();
    void longCutBodiesAreReadToTheCut_data();
    void longCutBodiesAreReadToTheCut();
    void whatCannotBeReadIsHandedBackAsFarAsItWent();
    void partsOfFilesAreNotSniffed();
    void cutAnywhere_data();
    void cutAnywhere();
    void flippedAnywhere_data();
    void flippedAnywhere();
    void bombsStopAtTheCap_data();
    void bombsStopAtTheCap();
    void exactlyTheCap();
    void longBodiesAreWhole();
    void bombsAreMeasuredWithoutRoomForThem();
    void storeText_data();
    void storeText();
};

namespace {

constexpr std::size_t cap = 1 << 20;

// More than is kept in memory, of little redundancy.
const QByteArray &longText()
{
    static const QByteArray text = [] {
        QByteArray numbers = "{\"n\":[";
        std::uint32_t state = 1;
        while (static_cast<std::size_t>(numbers.size()) < 2 * limits::bodySpoolAbove) {
            state = state * 1664525 + 1013904223;
            numbers += QByteArray::number(state) + ',';
        }
        return numbers;
    }();
    return text;
}

QByteArray eventText()
{
    QByteArray text = R"({"event_id":"fc6d8c0c43fc4630ad850ee518f1b9d0","message":")";
    for (int i = 0; i < 400; ++i)
        text += QByteArray::number(i * i) + " ";
    return text + "\"}";
}

DecodeResult decode(const QByteArray &body, const QByteArray &encoding, const DecodeRoom &room = {cap})
{
    return decodeBody(bodyOf(body.toStdString()), encoding.toStdString(), room);
}

QByteArray bytesOf(const DecodeResult &decoded)
{
    return decoded ? QByteArray(decoded->bytes().data(), static_cast<qsizetype>(decoded->bytes().size()))
                   : QByteArray();
}

// Long runs in little memory: what a bomb is made of, produced in pieces of its own format.
QByteArray bomb(const QByteArray &format)
{
    const QByteArray zeroes(64 * 1024 * 1024, '\0');
    QByteArray piece = format == "gzip" ? gzipped(zeroes) : format == "zstd" ? zstded(zeroes) : QByteArray();
    if (!piece.isEmpty())
        return piece.repeated(16); // members and frames follow each other: 1 GiB
    return format == "br" ? brotlied(zeroes) : format == "deflate" ? zlibbed(zeroes) : rawDeflated(zeroes);
}

std::size_t peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).chopped(2).trimmed().toULongLong() * limits::KiB;
    }
    return 0;
}

void resetPeakMemory()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

void formats()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("gzip") << QByteArray("gzip") << gzipped(eventText());
    QTest::newRow("zlib") << QByteArray("deflate") << zlibbed(eventText());
    QTest::newRow("raw deflate") << QByteArray("deflate") << rawDeflated(eventText());
    QTest::newRow("brotli") << QByteArray("br") << brotlied(eventText());
    QTest::newRow("zstd") << QByteArray("zstd") << zstded(eventText());
    QTest::newRow("two gzip members") << QByteArray("gzip")
                                      << gzipped(eventText().left(700)) + gzipped(eventText().mid(700));
    QTest::newRow("two zstd frames") << QByteArray("zstd")
                                     << zstded(eventText().left(700)) + zstded(eventText().mid(700));
}

} // namespace

void TestContentDecoder::decodes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("declared");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("encoding");
    const QByteArray e = eventText();
    const auto row = [](const char *name, const QByteArray &body, const char *declared, const QByteArray &plain,
                        const char *encoding) {
        QTest::newRow(name) << body << QByteArray(declared) << plain << QByteArray(encoding);
    };
    row("nothing declared", e, "", e, "");
    row("identity", e, "identity", e, "");
    row("Ruby's empty value", e, "  ", e, "");
    row("old Java's UTF-8", e, "UTF-8", e, "");
    row("an empty body", {}, "gzip", {}, "");
    row("gzip", gzipped(e), "gzip", e, "gzip");
    row("x-gzip in capitals", gzipped(e), "X-GZIP", e, "gzip");
    row("gzip in two members", gzipped("{\"a\":") + gzipped("1}"), "gzip", "{\"a\":1}", "gzip");
    row("gzip with zeroes behind it", gzipped(e) + QByteArray(12, '\0'), "gzip", e, "gzip");
    row("gzip of nothing", gzipped({}), "gzip", {}, "gzip");
    row("deflate is zlib", zlibbed(e), "deflate", e, "zlib");
    row("deflate is raw", rawDeflated(e), "deflate", e, "deflate");
    row("brotli", brotlied(e), "br", e, "br");
    row("zstd", zstded(e), "zstd", e, "zstd");
    row("zstd in two frames", zstded("{\"a\":") + zstded("1}"), "zstd", "{\"a\":1}", "zstd");
    row("a stack is undone from the right", zstded(gzipped(e)), "gzip, zstd", e, "zstd+gzip");
    row("a stack with blanks in it", brotlied(e), " identity,,br , UTF-8", e, "br");
    row("four layers", gzipped(zlibbed(brotlied(zstded(e)))), "zstd,br,deflate,gzip", e, "gzip+zlib+br+zstd");
    row("undeclared gzip", gzipped(e), "", e, "gzip");
    row("undeclared zlib", zlibbed(e), "", e, "zlib");
    row("undeclared zstd", zstded(e), "", e, "zstd");
    row("gzip declared as zstd", gzipped(e), "zstd", e, "gzip");
    row("zstd declared as gzip", zstded(e), "gzip", e, "zstd");
    row("zlib declared as gzip", zlibbed(e), "gzip", e, "zlib");
    row("a proxy has decoded it", e, "gzip", e, "");
    row("a proxy has decoded it, blanks first", " \r\n" + e, "br", " \r\n" + e, "");
    row("a proxy has decoded one of two layers", gzipped(e), "gzip, br", e, "gzip");
    row("text that begins like zlib", "x\x9c is no zlib", "", "x\x9c is no zlib", "");
    row("text that begins like gzip", "\x1f\x8b is no gzip", "", "\x1f\x8b is no gzip", "");
    row("a single x", "x", "", "x", "");
}

void TestContentDecoder::decodes()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, declared);
    const auto decoded = decode(body, declared);
    QVERIFY2(decoded, decoded ? "" : decoded.error().detail.c_str());
    QTEST(bytesOf(decoded), "plain");
    QTEST(QByteArray::fromStdString(decoded->encoding), "encoding");
}

void TestContentDecoder::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("declared");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &body, const char *declared, ErrorCode code) {
        QTest::newRow(name) << body << QByteArray(declared) << static_cast<int>(code);
    };
    row("a token that nobody knows", "\x5d\x80\x80\x01", "lzma", ErrorCode::UnsupportedEncoding);
    row("one that nobody knows, of a word", "x", "lzma", ErrorCode::UnsupportedEncoding);
    row("a stack of five", gzipped(eventText()), "gzip,gzip,gzip,gzip,gzip", ErrorCode::UnsupportedEncoding);
    row("no gzip at all", "\x01\x02\x03\x04\x05", "gzip", ErrorCode::BadEncoding);
    row("the head of gzip alone", gzipped(eventText()).left(10), "gzip", ErrorCode::BadEncoding);
    row("a long run of blanks, cut", gzipped(QByteArray(cap, ' ')).left(500), "gzip", ErrorCode::BadEncoding);
    row("the head of zstd alone", zstded(eventText()).left(6), "zstd", ErrorCode::BadEncoding);
    row("no deflate at all", "\xff\xff\xff", "deflate", ErrorCode::BadEncoding);
    row("no brotli at all", QByteArray(50, '\xff'), "br", ErrorCode::BadEncoding);
    row("no zstd at all", "\x01\x02\x03\x04\x05", "zstd", ErrorCode::BadEncoding);
    row("a broken inner layer", gzipped("\x1f\x8b\x08\x01"), "gzip, gzip", ErrorCode::BadEncoding);
    row("plain beyond the cap", QByteArray(cap + 1, 'x'), "", ErrorCode::TooLarge);
}

void TestContentDecoder::refuses()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, declared);
    const auto decoded = decode(body, declared);
    QVERIFY(!decoded);
    QTEST(static_cast<int>(decoded.error().code), "code");
}

void TestContentDecoder::labels_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("declared");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("mislabelled");
    QTest::addColumn<QByteArray>("damage");
    const QByteArray e = eventText();
    const auto row = [](const char *name, const QByteArray &body, const char *declared, const QByteArray &plain,
                        const char *mislabelled, const char *damage = "") {
        QTest::newRow(name) << body << QByteArray(declared) << plain << QByteArray(mislabelled) << QByteArray(damage);
    };
    row("right", gzipped(e), "gzip", e, "");
    row("right, an old name", gzipped(e), "X-GZip", e, "");
    row("right, a stack", zstded(gzipped(e)), "gzip, zstd", e, "");
    row("right, raw deflate", rawDeflated(e), "deflate", e, "");
    row("right, nothing", e, "", e, "");
    row("too seldom", gzipped(gzipped(e)), "gzip", e, "declared gzip but was gzip+gzip");
    row("too seldom, unlike ones", gzipped(zlibbed(e)), "gzip", e, "declared gzip but was gzip+zlib");
    row("too seldom, three", gzipped(zstded(gzipped(e))), "gzip", e, "declared gzip but was gzip+zstd+gzip");
    row("not at all", gzipped(e), "", e, "declared nothing but was gzip");
    row("not at all, but twice", gzipped(gzipped(e)), "", e, "declared nothing but was gzip+gzip");
    row("too often", gzipped(e), "gzip, gzip", e, "declared gzip+gzip but was gzip");
    row("too often, unlike ones", brotlied(e), "gzip, br", e, "declared br+gzip but was br");
    row("too often, the outer one", brotlied(e), "br, gzip", e, "declared gzip+br but was br");
    row("gzip of plain", e, "gzip", e, "declared gzip but was not encoded");
    row("br of plain", e, "br", e, "declared br but was not encoded");
    row("zstd of plain", e, "zstd", e, "declared zstd but was not encoded");
    row("deflate of plain", e, "deflate", e, "declared deflate but was not encoded");
    row("plain with a list", "[{\"a\":1}]", "br", "[{\"a\":1}]", "declared br but was not encoded");
    row("plain that is a form", "--X\r\nContent-Disposition: form-data\r\n\r\n\x01", "gzip",
        "--X\r\nContent-Disposition: form-data\r\n\r\n\x01", "declared gzip but was not encoded");
    row("plain that is a dump", "MDMP\x93\xa7", "br", "MDMP\x93\xa7", "declared br but was not encoded");
    row("plain words", "status=ok", "deflate", "status=ok", "declared deflate but was not encoded");
    row("another", zstded(e), "br", e, "declared br but was zstd");
    row("another, zlib", zlibbed(e), "zstd", e, "declared zstd but was zlib");
    row("base64 of zlib, labelled gzip", zlibbed(e).toBase64(), "gzip", e, "declared gzip but was base64+zlib");
    row("base64 of gzip, labelled gzip", gzipped(e).toBase64(), "gzip", e, "declared gzip but was base64+gzip");
    row("base64 in gzip", gzipped(zlibbed(e).toBase64()), "gzip", e, "declared gzip but was gzip+base64+zlib");
    row("base64 alone", e.toBase64(), "", e, "");
    row("unknown, but plain", e, "none", e, "declared none but was not encoded");
    row("unknown, but gzip", gzipped(e), "application/gzip", e, "declared application/gzip but was gzip");
    row("one unknown among others", gzipped(e), "gzip, lzma", e, "declared lzma+gzip but was gzip");
    row("gzip, something behind it", gzipped(e) + "more", "gzip", e, "", "gzip: bytes behind the end");
    row("zlib, something behind it", zlibbed(e) + "more", "deflate", e, "", "zlib: bytes behind the end");
    row("brotli, something behind it", brotlied(e) + "more", "br", e, "", "brotli: bytes behind the end");
    row("zstd, something behind it", zstded(e) + "morebytes", "zstd", e, "", "zstd: Unknown frame descriptor");
    row("gzip cut in its trailer", gzipped(e).chopped(3), "gzip", e, "", "gzip: cut short");
    row("gzip cut before its trailer", gzipped(e).chopped(8), "gzip", e, "", "gzip: cut short");
    row("gzip, undeclared and cut", gzipped(e).chopped(3), "", e, "declared nothing but was gzip", "gzip: cut short");
    row("zlib cut in its trailer", zlibbed(e).chopped(2), "deflate", e, "", "zlib: cut short");
    row("zstd cut in its checksum", zstded(e).chopped(2), "zstd", e, "", "zstd: cut short");
    row("base64 cut in a group", e.toBase64().left(401), "", e.left(300), "", "base64: cut short");
    QByteArray wrongSum = gzipped(e);
    wrongSum[wrongSum.size() - 8] = static_cast<char>(wrongSum[wrongSum.size() - 8] ^ 1);
    row("gzip with a wrong sum", wrongSum, "gzip", e, "", "gzip: incorrect data check");
    QByteArray wrongLength = gzipped(e);
    wrongLength[wrongLength.size() - 1] = static_cast<char>(wrongLength[wrongLength.size() - 1] ^ 1);
    row("gzip with a wrong length", wrongLength, "gzip", e, "", "gzip: incorrect length check");
}

void TestContentDecoder::labels()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, declared);
    const auto decoded = decodeBody(bodyOf(body.toStdString()), declared.toStdString(), {cap}, Sniff::Text);
    QVERIFY2(decoded, decoded ? "" : decoded.error().detail.c_str());
    QTEST(bytesOf(decoded), "plain");
    QTEST(QByteArray::fromStdString(decoded->mislabelled), "mislabelled");
    QTEST(QByteArray::fromStdString(decoded->damage), "damage");
}

void TestContentDecoder::longCutBodiesAreReadToTheCut_data()
{
    QTest::addColumn<QByteArray>("declared");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("gzip") << QByteArray("gzip") << gzipped(longText());
    QTest::newRow("zlib") << QByteArray("deflate") << zlibbed(longText());
    QTest::newRow("raw deflate") << QByteArray("deflate") << rawDeflated(longText());
    QTest::newRow("brotli") << QByteArray("br") << brotlied(longText());
    QTest::newRow("zstd") << QByteArray("zstd") << zstded(longText());
}

// Also where it is spooled.
void TestContentDecoder::longCutBodiesAreReadToTheCut()
{
    QFETCH(QByteArray, declared);
    QFETCH(QByteArray, body);
    const QTemporaryDir folder;
    const std::string spoolFolder = folder.path().toStdString();
    const QByteArray cut = body.left(body.size() * 9 / 10);
    const auto decoded = decode(cut, declared, {limits::bodyDecoded, spoolFolder});
    QVERIFY(decoded);
    QVERIFY2(decoded->damage.ends_with("cut short"), decoded->damage.c_str());
    QVERIFY(longText().startsWith(bytesOf(decoded)));
    QVERIFY(decoded->bytes().size() > static_cast<std::size_t>(longText().size()) * 8 / 10);
    QCOMPARE(decoded->body->memory(), std::size_t(0));

    QByteArray broken = body;
    broken.replace(body.size() * 9 / 10, 64, QByteArray(64, '\xff'));
    const auto front = decode(broken, declared, {limits::bodyDecoded, spoolFolder});
    QVERIFY(front);
    QVERIFY(!front->damage.empty() || QByteArray(QTest::currentDataTag()) == "raw deflate"); // it has no checksum
    const qsizetype sound = longText().size() * 8 / 10;
    QVERIFY(bytesOf(front).left(sound) == longText().left(sound));
}

void TestContentDecoder::whatCannotBeReadIsHandedBackAsFarAsItWent()
{
    const QByteArray inner("\x1f\x8b\x08\x01 no fu\x07rther");
    const auto decoded = decode(gzipped(inner), "gzip, gzip");
    QVERIFY(!decoded);
    QCOMPARE(QByteArray(decoded.error().reached->bytes().data(), inner.size()), inner);
}

void TestContentDecoder::partsOfFilesAreNotSniffed()
{
    const std::string part = gzipped(eventText()).toStdString();
    const auto asSent = decodeBody(bodyOf(part), "", {cap}, Sniff::Nothing);
    QVERIFY(asSent);
    QCOMPARE(std::string(asSent->bytes()), part);
    QVERIFY(!decodeBody(bodyOf(part.substr(0, part.size() - 9)), "gzip", {cap}, Sniff::Nothing));
    QVERIFY(!decodeBody(bodyOf(part), "lzma", {cap}, Sniff::Nothing));
}

void TestContentDecoder::cutAnywhere_data()
{
    formats();
}

// Nothing, or the front of what was sent and a word about it.

void TestContentDecoder::cutAnywhere()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, body);
    QCOMPARE(bytesOf(decode(body, encoding)), eventText());
    const bool isTwo = QByteArray(QTest::currentDataTag()).startsWith("two");
    int readable = 0;
    for (qsizetype size = 1; size < body.size(); ++size) {
        const auto decoded = decode(body.left(size), encoding);
        if (decoded && isTwo && bytesOf(decoded) == eventText().left(700))
            continue; // cut exactly between the two, or in what was the first's padding
        if (!decoded) {
            QCOMPARE(decoded.error().code, ErrorCode::BadEncoding);
            continue;
        }
        QVERIFY2(!decoded->damage.empty(), QByteArray::number(size).constData());
        QVERIFY2(eventText().startsWith(bytesOf(decoded)), QByteArray::number(size).constData());
        ++readable;
    }
    QVERIFY(readable > 0);
}

void TestContentDecoder::flippedAnywhere_data()
{
    formats();
}

// A damaged body is refused, or it decodes to what was sent (a flag that says nothing); never to other text without a
// word about it where the format has a checksum.
void TestContentDecoder::flippedAnywhere()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, body);
    const bool hasChecksum = encoding != "br" && QByteArray(QTest::currentDataTag()) != "raw deflate";
    int refused = 0;
    for (qsizetype at = 0; at < body.size(); ++at) {
        QByteArray flipped = body;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
        const auto decoded = decode(flipped, encoding);
        if (!decoded || !decoded->damage.empty())
            ++refused;
        else if (hasChecksum)
            QCOMPARE(bytesOf(decoded), eventText());
        if (decoded)
            QVERIFY(decoded->bytes().size() <= cap);
    }
    QVERIFY(refused > body.size() / 2 || !hasChecksum);
}

void TestContentDecoder::bombsStopAtTheCap_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const char *format : {"gzip", "deflate", "raw", "br", "zstd"})
        QTest::newRow(format) << QByteArray(format);
}

void TestContentDecoder::bombsStopAtTheCap()
{
    QFETCH(QByteArray, format);
    const QByteArray body = bomb(format);
    const QByteArray declared = format == "raw" ? QByteArray("deflate") : format;
    constexpr std::size_t most = 8 * limits::MiB;
    resetPeakMemory();
    const std::size_t before = peakMemory();
    const auto decoded = decode(body, declared, {most});
    const std::size_t used = peakMemory() - before;
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, ErrorCode::TooLarge);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    // The output, its predecessor while it grows, and the decoder's window (brotli's and zstd's are the largest).
    QVERIFY2(used < 4 * most, QByteArray::number(static_cast<qulonglong>(used)).constData());
#else
    Q_UNUSED(used);
#endif
    if (format != "raw" && format != "br") { // the same without being declared
        const auto sniffed = decode(body, {}, {most});
        QVERIFY(!sniffed);
        QCOMPARE(sniffed.error().code, ErrorCode::TooLarge);
    }
}

void TestContentDecoder::exactlyTheCap()
{
    const QByteArray text(static_cast<qsizetype>(cap), 'x');
    for (const auto &[body, declared] : {std::pair<QByteArray, const char *>{text, ""},
                                         {gzipped(text), "gzip"},
                                         {zlibbed(text), "deflate"},
                                         {rawDeflated(text), "deflate"},
                                         {brotlied(text), "br"},
                                         {zstded(text), "zstd"}}) {
        QVERIFY(bytesOf(decode(body, declared)) == text);
        const auto refused = decode(body, declared, {cap - 1});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::TooLarge);
    }
}

void TestContentDecoder::longBodiesAreWhole()
{
    const QTemporaryDir folder;
    const std::string spoolFolder = folder.path().toStdString();
    QByteArray text;
    while (static_cast<std::size_t>(text.size()) <= limits::bodySpoolAbove) {
        text += eventText() + QByteArray::number(text.size());
    }
    for (const auto &[body, declared] : {std::pair<QByteArray, const char *>{gzipped(text), "gzip"},
                                         {zlibbed(text), "deflate"},
                                         {rawDeflated(text), "deflate"},
                                         {brotlied(text), "br"},
                                         {zstded(text), "zstd"}}) {
        QVERIFY2(bytesOf(decode(body, declared, {limits::bodyDecoded})) == text, declared);
        const auto spooled = decode(body, declared, {limits::bodyDecoded, spoolFolder});
        QVERIFY2(bytesOf(spooled) == text, declared);
        QCOMPARE(spooled->body->memory(), std::size_t(0));
        QVERIFY(QDir(folder.path()).isEmpty());
        const auto homeless = decode(body, declared, {limits::bodyDecoded, "/nonexistent/picket"});
        QVERIFY(!homeless);
        QCOMPARE(homeless.error().code, ErrorCode::IoError);
    }
}

void TestContentDecoder::bombsAreMeasuredWithoutRoomForThem()
{
    for (const char *format : {"gzip", "zstd"}) {
        const QByteArray body = bomb(format);
        resetPeakMemory();
        const std::size_t before = peakMemory();
        const auto decoded = decode(body, format, {limits::bodyDecoded});
        const std::size_t used = peakMemory() - before;
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::TooLarge);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        QVERIFY2(used < 4 * limits::bodySpoolAbove, QByteArray::number(static_cast<qulonglong>(used)).constData());
#else
        Q_UNUSED(used);
#endif
    }
}

void TestContentDecoder::storeText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("encoding"); // "!": refused as BadEncoding
    const QByteArray e = eventText();
    const QByteArray packed = zlibbed(e).toBase64();
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &plain, const char *encoding) {
        QTest::newRow(name) << text << plain << QByteArray(encoding);
    };
    row("JSON", e, e, "");
    row("JSON behind blanks", "\r\n\t " + e, "\r\n\t " + e, "");
    row("JSON behind a byte order mark", "\xef\xbb\xbf" + e, "\xef\xbb\xbf" + e, "");
    row("nothing", {}, {}, "");
    row("base64", e.toBase64(), e, "base64");
    row("base64 without padding", QByteArray("{\"a\":12}").toBase64(QByteArray::OmitTrailingEquals), "{\"a\":12}",
        "base64");
    row("base64 of zlib, as raven sends it", packed, e, "base64+zlib");
    row("URL-safe", zlibbed(e).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals), e,
        "base64+zlib");
    row("plus signs that became blanks", QByteArray(packed).replace('+', ' '), e, "base64+zlib");
    row("lines of 76", packed.left(76) + "\r\n" + packed.mid(76) + "\n", e, "base64+zlib");
    row("base64 of gzip", gzipped(e).toBase64(), e, "base64+gzip");
    row("text", "hello, world!", {}, "!");
    row("a single character", "A", {}, "!");
    row("padding alone", "=", {}, "!");
    row("base64 of text", QByteArray("hello").toBase64(), {}, "!");
    row("a list", "[" + e + "]", "[" + e + "]", "");
    row("base64 of gzip of gzip", gzipped(gzipped(e)).toBase64(), e, "base64+gzip+gzip");
    row("base64 of zlib cut at its trailer", packed.left(packed.size() - 4), e, "base64+zlib");
}

void TestContentDecoder::storeText()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, encoding);
    const auto decoded = decodeStoreText(bodyOf(text.toStdString()), {cap});
    if (encoding == "!") {
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::BadEncoding);
        return;
    }
    QVERIFY2(decoded, decoded ? "" : decoded.error().detail.c_str());
    QTEST(bytesOf(decoded), "plain");
    QCOMPARE(QByteArray::fromStdString(decoded->encoding), encoding);
    if (!text.isEmpty()) {
        const auto refused = decodeStoreText(bodyOf(text.toStdString()), {decoded->bytes().size() - 1});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::TooLarge);
    }
}

PICKET_TEST(TestContentDecoder)

#include "tst_contentdecoder.moc"
