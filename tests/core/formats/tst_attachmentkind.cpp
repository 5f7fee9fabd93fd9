// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/formats/attachmentkind.h"
#include "tests/core/formats/support.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using namespace picket::formats;
using namespace picket::test;

class TestAttachmentKind final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void classifies_data()
    {
        QTest::addColumn<QByteArray>("declared"); // attachment_type|content_type|filename
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("mediaType");
        QTest::addColumn<int>("encoding");
        using Kind = AttachmentKind;
        using Encoding = TextEncoding;
        const auto row = [](const char *name, const char *declared, const QByteArray &content, Kind kind,
                            const char *mediaType = "", Encoding encoding = Encoding::None) {
            QTest::newRow(name) << QByteArray(declared) << content << int(kind) << QByteArray(mediaType)
                                << int(encoding);
        };
        const QByteArray png("\x89PNG\r\n\x1A\n\0\0", 10);
        row("PNG", "|image/png|screenshot.png", png, Kind::Image, "image/png");
        row("PNG declared as text", "|text/plain|a.txt", png, Kind::Image, "image/png");
        row("JPEG", "||", QByteArray("\xFF\xD8\xFF\xE0"), Kind::Image, "image/jpeg");
        row("GIF", "||", "GIF89a", Kind::Image, "image/gif");
        row("WebP", "||", QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16), Kind::Image, "image/webp");
        row("another RIFF file", "|image/webp|a.webp", QByteArray("RIFF\x10\0\0\0WAVE", 12), Kind::Binary);
        row("HTML declared as an image", "|image/png|a.png", "<script>", Kind::Text, "", Encoding::Utf8);
        row("SVG is text", "|image/svg+xml|a.svg", "<svg/>", Kind::Text, "", Encoding::Utf8);
        row("text declared as nothing", "||", "hello\n", Kind::Text, "", Encoding::Utf8);
        row("text with umlauts", "||a.log", "gr\xC3\xBC\xC3\x9F", Kind::Text, "", Encoding::Utf8);
        row("nothing at all", "||a.txt", "", Kind::Text, "", Encoding::Utf8);
        row("Latin-1 is not text", "|text/plain|a.txt", "gr\xFC\xDF", Kind::Binary);
        row("NUL declared as text", "|text/plain|a.txt", QByteArray("a\0b", 3), Kind::Binary);
        row("UTF-16 with its mark", "||a.txt",
            QByteArray("\xFF\xFE"
                       "h\0i\0",
                       6),
            Kind::Text, "", Encoding::Utf16Little);
        row("big-endian UTF-16", "||a.txt", QByteArray("\xFE\xFF\0h\0i", 6), Kind::Text, "", Encoding::Utf16Big);
        row("a NUL behind the first 4 KiB", "||", QByteArray(int(limits::previewSniffed), 'a') + QByteArray(1, '\0'),
            Kind::Text, "", Encoding::Utf8);
        row("a character cut by the window", "||", QByteArray(int(limits::previewSniffed) - 1, 'a') + "\xC3\xBC",
            Kind::Text, "", Encoding::Utf8);
        row("a character cut by the end", "||", "a\xC3", Kind::Binary);
        row("JSON", "||", " {\"a\":1}\n", Kind::Json, "", Encoding::Utf8);
        row("a JSON list with a mark", "||", "\xEF\xBB\xBF[1]", Kind::Json, "", Encoding::Utf8);
        row("the beginning of declared JSON", "|application/json; charset=utf-8|", "{\"a\":", Kind::Json, "",
            Encoding::Utf8);
        row("the beginning of a .json file", "||a.JSON", "[1,", Kind::Json, "", Encoding::Utf8);
        row("a log that begins with a bracket", "||a.log", "[info] hello", Kind::Text, "", Encoding::Utf8);
        row("text declared as JSON", "|application/json|a.json", "hello", Kind::Text, "", Encoding::Utf8);
        row("a view hierarchy", "event.view_hierarchy|application/json|view-hierarchy.json", "{\"windows\":[]}",
            Kind::ViewHierarchy, "", Encoding::Utf8);
        row("a view hierarchy by its name", "||view-hierarchy.json", "{}", Kind::ViewHierarchy, "", Encoding::Utf8);
        row("a view hierarchy that is none", "event.view_hierarchy||", "hello", Kind::Text, "", Encoding::Utf8);
        row("a minidump", "||", QByteArray("MDMP\x93\xA7", 6), Kind::Minidump);
        row("a big-endian minidump declared as text", "|text/plain|a.txt", "PMDM", Kind::Minidump);
        row("a packed minidump", "event.minidump||", "\x1F\x8B\x08", Kind::Minidump);
        row("a packed minidump by its name", "||crash.dmp.zst", "\x28\xB5\x2F\xFD", Kind::Minidump);
        row("a packed file", "||logs.gz", "\x1F\x8B\x08", Kind::Binary);
        row("a microdump declared as a minidump", "event.minidump||a.dmp", "-----BEGIN BREAKPAD", Kind::Text, "",
            Encoding::Utf8);
    }
    void classifies()
    {
        QFETCH(QByteArray, declared);
        QFETCH(QByteArray, content);
        const QByteArrayList header = declared.split('|');
        const AttachmentFacts facts =
            classifyAttachment({view(header[0]), view(header[1]), view(header[2])}, view(content));
        QTEST(int(facts.kind), "kind");
        QTEST(bytes(facts.mediaType), "mediaType");
        QTEST(int(facts.encoding), "encoding");
    }

    void namesTheContainerOfAPackedMinidump()
    {
        QVERIFY(classifyAttachment({"", "", "a.dmp.gz"}, "\x1F\x8B\x08").container == Container::Gzip);
        QVERIFY(classifyAttachment({"event.minidump", "", ""}, "\x28\xB5\x2F\xFD").container == Container::Zstd);
        QVERIFY(classifyAttachment({"event.minidump", "", ""}, "MDMP").container == Container::None);
    }

    void everyPrefixOfEveryKindIsClassified()
    {
        for (const QByteArray &content :
             {QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16), QByteArray("\x89PNG\r\n\x1A\n"),
              QByteArray("\xEF\xBB\xBF{\"a\":\"\xF0\x9F\x98\x80\"}"), testData("minidumps/minidump2.dmp").left(64)}) {
            for (qsizetype size = 0; size <= content.size(); ++size) {
                const QByteArray prefix(content.constData(), size);
                const AttachmentFacts facts = classifyAttachment({}, view(prefix));
                QCOMPARE(facts.kind == AttachmentKind::Image, !facts.mediaType.empty());
            }
        }
    }
};

PICKET_TEST(TestAttachmentKind)
#include "tst_attachmentkind.moc"
