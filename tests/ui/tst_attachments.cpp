// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/support/testmain.h"
#include "tests/ui/livewindow.h"
#include "tests/ui/workspacefixture.h"
#include "ui/code/codeview.h"
#include "ui/events/attachmentpreview.h"
#include "ui/events/attachmentsdock.h"
#include "ui/events/pictureview.h"
#include "ui/state/currentevent.h"
#include "ui/widgets/tableview.h"
#include "ui/window/layoutmanager.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace Qt::Literals::StringLiterals;
using formats::AttachmentKind;

namespace {

std::string pngOf(const QSize &size)
{
    QImage image(size, QImage::Format_Mono);
    image.fill(1);
    QBuffer buffer;
    image.save(&buffer, "png");
    return buffer.data().toStdString();
}

AttachmentPreview previewOf(const std::string &filename, std::string bytes)
{
    return previewAttachment({1, filename, {}, {}, bytes.size()}, std::move(bytes));
}

} // namespace

class TestAttachments final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void bytesDecideWhatIsShown()
    {
        QCOMPARE(previewOf("a.log", "one\ntwo\n").utf8, QByteArray("one\ntwo\n"));
        QVERIFY(previewOf("a.json", R"({"a":1})").utf8.contains("\"a\": 1"));
        QCOMPARE(previewOf("a.log", std::string("\xff\xfeh\0i\0", 6)).utf8.right(2), QByteArray("hi"));
        const AttachmentPreview bytes = previewOf("a.txt",
                                                  std::string("\x7f"
                                                              "ELF\0\1\2\3",
                                                              8));
        QCOMPARE(bytes.kind, AttachmentKind::Binary);
        QVERIFY(bytes.utf8.isEmpty() && bytes.image.isNull());
    }
    void textsOfTooManyLinesAreCut()
    {
        const AttachmentPreview log = previewOf("a.log", std::string(2'000'000, '\n'));
        QCOMPARE(log.kind, AttachmentKind::Text);
        QCOMPARE(log.utf8.size(), qsizetype(limits::shownLines));
        QCOMPARE(log.notShown, 2'000'000 - limits::shownLines);
        std::string wide(200'002, '\0');
        for (std::size_t i = 0; i < wide.size(); i += 2) {
            wide[i] = '\n';
        }
        wide.replace(0, 2, "\xff\xfe");
        QCOMPARE(previewOf("a.log", wide).utf8.count('\n'), qsizetype(limits::shownLines));
        const QByteArray json = '[' + QByteArray("0,").repeated(100'000) + "0]";
        QCOMPARE(previewOf("a.json", json.toStdString()).utf8.count('\n'), qsizetype(limits::shownLines));
    }
    void imagesAreBoundedBeforeTheyAreDecoded()
    {
        const AttachmentPreview small = previewOf("a.png", pngOf({40, 30}));
        QCOMPARE(small.kind, AttachmentKind::Image);
        QCOMPARE(small.image.size(), QSize(40, 30));
        const AttachmentPreview large = previewOf("a.png", pngOf({4000, 1000}));
        QCOMPARE(large.imageSize, QSize(4000, 1000));
        QCOMPARE(large.image.size(), QSize(2000, 500));
        QVERIFY(previewOf("a.png", pngOf({20001, 1})).image.isNull());
        QVERIFY(previewOf("a.png", pngOf({40, 30}).substr(0, 30)).image.isNull());
    }
    void drawingsThatNameFilesAreNotDecoded()
    {
        const AttachmentPreview svg = previewOf(
            "a.svg", R"(<svg xmlns="x" width="9" height="9"><image href="file" width="9" height="9"></image></svg>)");
        QVERIFY(svg.image.isNull());
    }
    void fileNamesAreNoPaths_data()
    {
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"crash.dmp"_s << u"crash.dmp"_s;
        QTest::newRow("a path") << u"../../etc/passwd"_s << u"passwd"_s;
        QTest::newRow("a path of Windows") << u"C:\\temp\\a.txt"_s << u"C__temp_a.txt"_s;
        QTest::newRow("hidden") << u"...bashrc"_s << u"bashrc"_s;
        QTest::newRow("nothing") << QString() << u"attachment"_s;
        QTest::newRow("only a slash") << u"a/"_s << u"attachment"_s;
    }
    void fileNamesAreNoPaths()
    {
        QFETCH(QString, sent);
        QFETCH(QString, name);
        QCOMPARE(fileNameFor({1, sent.toStdString(), {}, {}, 0}), name);
    }
    void whatCameBesideAnEventIsListedShownAndSaved()
    {
        const test::LiveWindow live;
        const std::string png = pngOf({40, 30});
        const auto answer = live.sendWith(
            test::errorJson("One", "x", "one"),
            {{R"({"type":"attachment","filename":"notes.txt","content_type":"text/plain"})", "<b>hello</b>"},
             {R"({"type":"attachment","filename":"shot.png","content_type":"image/png"})", png}});
        QCOMPARE(answer.status, 200);
        auto *dock = static_cast<AttachmentsDock *>(live.window().layoutManager().find(u"attachments"_s));
        QTRY_VERIFY(live.window().currentEvent().detail());
        live.window().layoutManager().bringUp(dock);
        QTRY_COMPARE(dock->list().model()->rowCount(), 2);
        QTRY_COMPARE(QString::fromUtf8(QByteArray(dock->text().utf8().data(), qsizetype(dock->text().utf8().size()))),
                     u"<b>hello</b>"_s);
        dock->list().setCurrentRow(1);
        QTRY_COMPARE(dock->picture().image().size(), QSize(40, 30));
        QVERIFY(dock->note().contains(u"40"_s));
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"saved.png"_s);
        dock->saveTo(path);
        QTRY_VERIFY(dock->note().contains(path));
        QFile saved(path);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll().toStdString(), png);
        dock->saveTo(folder.filePath(u"missing/x"_s));
        QTRY_VERIFY(dock->note().contains(u"cannot be read or written"_s));
    }
};

PICKET_TEST(TestAttachments)
#include "tst_attachments.moc"
