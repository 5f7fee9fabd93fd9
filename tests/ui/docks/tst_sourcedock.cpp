// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/support/testmain.h"
#include "tests/support/threadclock.h"
#include "tests/ui/docks/docksfixture.h"
#include "ui/code/codeview.h"
#include "ui/stack/folderquestion.h"
#include "ui/stack/sourcedock.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <sys/stat.h>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// A project on the disk, and a frame that stands in line 40 of its file.
struct SourceFixture : DocksFixture {
    SourceFixture()
    {
        top.mkpath(u"shop/.git"_s);
        top.mkpath(u"shop/src"_s);
        write(fileText());
        openWindow();
    }

    [[nodiscard]] static QByteArray fileText(const QByteArray &line40 = "line 40")
    {
        QByteArray text;
        for (int line = 1; line <= 200; ++line) {
            text += line == 40 ? line40 : "line " + QByteArray::number(line);
            text += '\n';
        }
        return text;
    }
    void write(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    [[nodiscard]] QString path() const { return top.filePath(u"shop/src/cart.py"_s); }
    [[nodiscard]] QString shop() const { return top.filePath(u"shop"_s); }

    [[nodiscard]] bool showFrame(const QString &absPath, const QString &line40 = u"line 40"_s)
    {
        return showFrameOf({{u"filename"_s, u"src/cart.py"_s},
                            {u"abs_path"_s, absPath},
                            {u"lineno"_s, 40},
                            {u"pre_context"_s, QJsonArray{u"line 39"_s}},
                            {u"context_line"_s, line40},
                            {u"post_context"_s, QJsonArray{u"line 41"_s}}});
    }
    [[nodiscard]] bool showFrameOf(const QJsonObject &frame)
    {
        const QJsonObject exception{{u"type"_s, u"E"_s},
                                    {u"stacktrace"_s, QJsonObject{{u"frames"_s, QJsonArray{frame}}}}};
        const QJsonObject event{{u"platform"_s, u"python"_s}, {u"exception"_s, QJsonArray{exception}}};
        return show(QJsonDocument(event).toJson().toStdString());
    }
    [[nodiscard]] QString code() const { return dock.code().text(); }
    void press(const char *button) const
    {
        auto *found = dock.question().findChild<QAbstractButton *>(QString::fromLatin1(button));
        QVERIFY(found && found->isVisible());
        found->click();
    }
    [[nodiscard]] bool isAsking() const { return dock.question().isVisibleTo(&dock); }

    QTemporaryDir folder;
    QDir top{QFileInfo(folder.path()).canonicalFilePath()};
    SourceDock &dock = add<SourceDock>();
};

const QString recorded = u"line 39\nline 40\nline 41"_s;

} // namespace

class TestSourceDock final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceAndThenShowsTheWholeFile()
    {
        SourceFixture fixture;
        QVERIFY(fixture.showFrame(fixture.path()));
        QTRY_VERIFY(fixture.isAsking());
        QCOMPARE(fixture.code(), recorded);
        QCOMPARE(fixture.dock.question().text(),
                 u"Show cart.py and other files below %1 from this disk?"_s.arg(fixture.shop()));
        fixture.press("show");
        QTRY_COMPARE(fixture.dock.fileNote(), u"on this disk"_s);
        QVERIFY(!fixture.isAsking());
        QCOMPARE(fixture.code(), QString::fromUtf8(SourceFixture::fileText()).chopped(1));
        QCOMPARE(fixture.dock.code().markedLine(), 39);
        QCOMPARE(fixture.dock.code().lineNumber(39), u"40"_s);
        const SourceFolders again(fixture.settings);
        QCOMPARE(again.choices().agreed, std::vector<std::string>{fixture.shop().toStdString()});
    }
    void theLineStandsInTheUpperThird()
    {
        SourceFixture fixture;
        QVERIFY(fixture.showFrame(fixture.path()));
        QTRY_VERIFY(fixture.isAsking());
        fixture.press("show");
        QTRY_COMPARE(fixture.dock.fileNote(), u"on this disk"_s);
        const CodeView &code = fixture.dock.code();
        const int above = 39 - code.firstVisibleLine();
        const auto onScreen = int(code.SendScintilla(QsciScintillaBase::SCI_LINESONSCREEN));
        QVERIFY2(above > 0 && above <= onScreen / 3 + 1, qPrintable(u"%1 of %2"_s.arg(above).arg(onScreen)));
    }
    void saysWhenTheFileDiffersAndShowsBoth()
    {
        SourceFixture fixture;
        fixture.write(SourceFixture::fileText("another line"));
        QVERIFY(fixture.showFrame(fixture.path()));
        QTRY_VERIFY(fixture.isAsking());
        fixture.press("show");
        QTRY_COMPARE(fixture.dock.fileNote(), u"differs from what the event recorded"_s);
        QVERIFY(fixture.code().contains(u"another line"_s));
        QAction *toggle = fixture.actions.get(u"source.recorded"_s);
        QVERIFY(toggle->isEnabled());
        toggle->trigger();
        QCOMPARE(fixture.code(), recorded);
        QCOMPARE(fixture.dock.code().lineNumber(1), u"40"_s);
        toggle->trigger();
        QVERIFY(fixture.code().contains(u"another line"_s));
    }
    void notNowAndNeverAreKept()
    {
        SourceFixture fixture;
        QVERIFY(fixture.showFrame(fixture.path()));
        QTRY_VERIFY(fixture.isAsking());
        fixture.press("notNow");
        QTRY_VERIFY(!fixture.isAsking());
        QCOMPARE(fixture.code(), recorded);
        QVERIFY(SourceFolders(fixture.settings).choices().refused.empty()); // asked again by the next start
        fixture.actions.get(u"source.forgetFolders"_s)->trigger();
        QTRY_VERIFY(fixture.isAsking());
        fixture.press("never");
        QTRY_VERIFY(!fixture.isAsking());
        QCOMPARE(SourceFolders(fixture.settings).choices().refused.size(), std::size_t(1));
        QVERIFY(fixture.showFrame(fixture.path(), u"line  40"_s));
        QTRY_VERIFY(fixture.code().contains(u"line  40"_s));
        QVERIFY(!fixture.isAsking());
    }
    void whatIsNoFileOfThisDiskIsNotAskedFor_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("a relative path") << u"src/cart.py"_s;
        QTest::newRow("a path on another machine's disk") << u"/net/host/shop/cart.py"_s;
        QTest::newRow("a path of Windows") << u"C:/shop/src/cart.py"_s;
        QTest::newRow("a bundler's URL") << u"webpack:///./src/cart.js"_s;
        QTest::newRow("a device") << u"/dev/zero"_s;
    }
    void whatIsNoFileOfThisDiskIsNotAskedFor()
    {
        QFETCH(QString, path);
        SourceFixture fixture;
        QVERIFY(fixture.showFrame(path));
        QTRY_COMPARE(fixture.code(), recorded);
        QVERIFY(!fixture.isAsking());
        QVERIFY(fixture.dock.fileNote().isEmpty());
        QVERIFY(!fixture.actions.get(u"source.recorded"_s)->isEnabled());
    }
    // The question comes from the path's text alone, so that it is also asked for what is not there.
    void aFileThatIsNotThereLeavesWhatWasRecorded_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("gone") << u"shop/src/gone.py"_s;
        QTest::newRow("below a folder that is gone") << u"shop/gone/src/deep/cart.py"_s;
        QTest::newRow("a project of another machine") << u"elsewhere/shop/src/cart.py"_s;
        QTest::newRow("a folder") << u"shop/src"_s;
    }
    void aFileThatIsNotThereLeavesWhatWasRecorded()
    {
        QFETCH(QString, path);
        SourceFixture fixture;
        QVERIFY(fixture.showFrame(fixture.top.filePath(path)));
        QVERIFY(fixture.isAsking());
        QVERIFY(fixture.dock.fileNote().isEmpty());
        fixture.press("show");
        QTRY_COMPARE(fixture.dock.fileNote(), u"not on this disk"_s);
        QVERIFY(!fixture.isAsking());
        QCOMPARE(fixture.code(), recorded);
        QVERIFY(!fixture.actions.get(u"source.recorded"_s)->isEnabled());
    }
    void aFifoIsNeverWaitedFor()
    {
        SourceFixture fixture;
        const QString pipe = fixture.top.filePath(u"shop/src/pipe.py"_s);
        QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
        QVERIFY(fixture.showFrame(pipe));
        fixture.press("show");
        QTRY_COMPARE(fixture.dock.fileNote(), u"not on this disk"_s);
        QCOMPARE(fixture.code(), recorded);
    }
    void aFileThatIsTooLongIsSaid()
    {
        SourceFixture fixture;
        fixture.write(QByteArray(9 * int(limits::MiB), '\n'));
        QVERIFY(fixture.showFrame(fixture.path()));
        QTRY_VERIFY(fixture.isAsking());
        fixture.press("show");
        QTRY_COMPARE(fixture.dock.fileNote(), u"on this disk, too long to show"_s);
        QCOMPARE(fixture.code(), recorded);
    }
    void hostileBytesAreOnlyShown()
    {
        SourceFixture fixture;
        fixture.write(QByteArray("a\0b\n\xff\xfe\n", 7) + "\xe2\x80\xae" + "x\n" + QByteArray(1'000'000, 'y') + '\n');
        QVERIFY(fixture.showFrame(fixture.path()));
        QTRY_VERIFY(fixture.isAsking());
        fixture.press("show");
        QTRY_COMPARE(fixture.dock.fileNote(), u"differs from what the event recorded"_s);
        const QStringList lines = fixture.code().split(u'\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0], QString(u"a"_s + QChar(0x2400) + u'b'));
        QVERIFY(lines[2].startsWith(u"[U+202E]"_s));
        QVERIFY(lines[3].size() < 5000);
        QCOMPARE(fixture.dock.code().markedLine(), -1); // the file has no line 40
    }
    // The figure to keep is 100 ms; the bound is for a window that stands still.
    void theLongestFileDoesNotStall()
    {
        SourceFixture fixture;
        QByteArray text;
        while (text.size() < qsizetype(limits::sourceFile) - 200) {
            text +=
                "def total(self, price, quantity, currency='EUR'):  # a comment that makes the line somewhat longer\n"
                "    return convert(price * quantity, currency)  # and another one, as long as lines of code are\n";
        }
        fixture.write(text);
        const auto line = text.count('\n') - 5;
        QVERIFY(fixture.showFrameOf(
            {{u"filename"_s, u"a.py"_s}, {u"abs_path"_s, fixture.path()}, {u"lineno"_s, qint64(line)}}));
        QTRY_VERIFY(fixture.isAsking());
        fixture.press("show");
        long long longest = 0;
        ThreadClock clock;
        while (fixture.dock.fileNote().isEmpty()) {
            clock.restart();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
            longest = std::max(longest, clock.elapsed());
        }
        clock.restart();
        fixture.window.grab();
        const auto painted = clock.elapsed();
        qInfo("shown in %lld ms, painted in %lld ms", longest, painted);
        const auto bound = most(500);
        QVERIFY(longest < bound && painted < bound);
        QCOMPARE(fixture.dock.code().markedLine(), int(line) - 1);
    }
};

PICKET_TEST(TestSourceDock)
#include "tst_sourcedock.moc"
