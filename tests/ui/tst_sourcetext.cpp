// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/support/testmain.h"
#include "ui/code/codeview.h"
#include "ui/code/prettyjson.h"
#include "ui/code/sourcetext.h"
#include "ui/theme/theme.h"

#include <QTest>

using namespace picket;
using namespace picket::ui;

namespace {

model::Frame frameAt(std::optional<std::int64_t> line)
{
    model::Frame frame;
    frame.hasContext = true;
    frame.filename = "shop/cart.py";
    frame.lineno = line;
    frame.preContext = {"class Cart:", "    def total(self):"};
    frame.contextLine = "        return self.price";
    frame.postContext = {"", "    def clear(self):"};
    return frame;
}

} // namespace

class TestSourceText final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void countsFromTheFirstLineSent()
    {
        const auto source = sourceText(frameAt(41));
        QVERIFY(source.has_value());
        QCOMPARE(source->firstNumber, std::optional<qint64>(39));
        QCOMPARE(source->marked, 2);
        QCOMPARE(source->utf8.count('\n'), 4);
    }
    void saysWhenThereIsNoSource()
    {
        QVERIFY(!sourceText(model::Frame()).has_value());
        QVERIFY(!sourceText(frameAt({}))->firstNumber.has_value());
    }
    void aLineEndInsideALineDoesNotShiftNumbers()
    {
        model::Frame frame = frameAt(41);
        frame.preContext = {"a\nb", "c\r\n"};
        const auto source = sourceText(frame);
        QCOMPARE(source->utf8.count('\n'), 4);
        QVERIFY(source->utf8.startsWith("a\xe2\x90\x8a"
                                        "b\nc\n"));
    }
    void nulDoesNotEndTheText()
    {
        model::Frame frame = frameAt(41);
        frame.contextLine = std::string("a\0b", 3);
        Theme theme;
        CodeView view(theme, QStringLiteral("Code"));
        const auto source = sourceText(frame);
        view.showText(source->utf8, QStringLiteral("cart.py"), {});
        QCOMPARE(view.lines(), 5);
        QCOMPARE(view.text(2), QStringLiteral("a\u2400b\n"));
    }
    void showsTrueLineNumbers()
    {
        Theme theme;
        CodeView view(theme, QStringLiteral("Code"));
        const auto source = sourceText(frameAt(41));
        view.showText(source->utf8, QStringLiteral("cart.py"), {});
        view.showLineNumbers(source->firstNumber);
        view.markLine(source->marked);
        QCOMPARE(view.lineNumber(0), QStringLiteral("39"));
        QCOMPARE(view.lineNumber(view.markedLine()), QStringLiteral("41"));
        // What the widget's margin really holds.
        char buffer[32] = {};
        view.SendScintilla(QsciScintillaBase::SCI_MARGINGETTEXT, 2UL, static_cast<void *>(buffer));
        QCOMPARE(QByteArray(buffer), QByteArray("41"));
        QVERIFY(view.isReadOnly());
    }
    void linesBeforeTheFirstHaveNoNumber()
    {
        Theme theme;
        CodeView view(theme, QStringLiteral("Code"));
        const auto source = sourceText(frameAt(1));
        view.showText(source->utf8, QStringLiteral("cart.py"), {});
        view.showLineNumbers(source->firstNumber);
        QCOMPARE(view.lineNumber(0), QString());
        QCOMPARE(view.lineNumber(2), QStringLiteral("1"));
    }
    void overlongLinesAreCutWithAMark()
    {
        model::Frame frame = frameAt(41);
        frame.contextLine = std::string(1'000'000, 'x');
        const auto source = sourceText(frame);
        QCOMPARE(source->cutLines, 1);
        QVERIFY(source->utf8.size() < qsizetype(limits::sourceLine) + 500);
        QVERIFY(source->utf8.contains("998"));
    }
    void tellsHowManyCharactersOfALineAreCut()
    {
        const auto repeated = [](std::string_view text, std::size_t times) {
            std::string out;
            for (std::size_t i = 0; i < times; ++i) {
                out += text;
            }
            return out;
        };
        QVERIFY(sourceLine(std::string(1'002'000, 'x')).endsWith(QStringLiteral("x … (1,000,000 more characters)")));
        const QString accents = sourceLine(repeated("\xc3\xa9", 102'003));
        QVERIFY2(accents.endsWith(QStringLiteral("é … (100,003 more characters)")), qPrintable(accents.right(60)));
        const QString chinese = sourceLine(repeated("\xe4\xb8\xad", 5000));
        QVERIFY2(chinese.endsWith(QStringLiteral("中 … (4,500 more characters)")), qPrintable(chinese.right(60)));
    }
    void leavesLinesFarFromTheMarkedOneOut()
    {
        model::Frame frame = frameAt(50'001);
        frame.preContext.assign(50'000, "before");
        frame.postContext.assign(3'000, "after");
        const auto source = sourceText(frame);
        QCOMPARE(source->marked, static_cast<int>(limits::recordedLines));
        QCOMPARE(source->firstNumber, std::optional<qint64>(50'001 - source->marked));
        QCOMPARE(source->linesLeftOut, 53'000 - 2 * limits::recordedLines);
        QCOMPARE(source->utf8.count('\n'), static_cast<qsizetype>(2 * limits::recordedLines));
    }
    void jsonKeepsDigitsAndOrder()
    {
        const ShownJson json = prettyJson(R"({"z":0.10,"a":9007199254740993,"n":{"x":[1,2]},"e":1.50e3})");
        QVERIFY(json.isJson);
        QVERIFY(json.utf8.contains("0.10"));
        QVERIFY(json.utf8.contains("9007199254740993"));
        QVERIFY(json.utf8.contains("1.50e3"));
        QVERIFY(json.utf8.indexOf("\"z\"") < json.utf8.indexOf("\"a\""));
        QVERIFY(json.utf8.count('\n') >= 8);
    }
    void mendedJsonSaysSo()
    {
        const ShownJson json = prettyJson("{\"a\":NaN}");
        QVERIFY(json.isJson);
        QVERIFY(!json.repairs.empty());
    }
    void whatIsNoJsonIsShownAsItCame()
    {
        const ShownJson json = prettyJson(std::string_view("<b>\0</b>", 8));
        QVERIFY(!json.isJson);
        QCOMPARE(json.utf8, QByteArray("<b>\xe2\x90\x80</b>"));
    }
    void overlongJsonIsCutWithItsSize()
    {
        std::string payload = "[0";
        while (payload.size() < limits::rawShown + 1000) {
            payload += ",1234567";
        }
        payload += "]";
        const ShownJson json = prettyJson(payload);
        QVERIFY(json.notShown > 0);
        QVERIFY(json.utf8.size() <= qsizetype(limits::rawShown));
    }
    void textsOfMoreLinesThanAViewTakesAreCut_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("pretty");
        QTest::newRow("empty lines") << QByteArray("\n") << false;
        QTest::newRow("lines as Windows ends them") << QByteArray("\r\n") << false;
        QTest::newRow("short lines") << QByteArray("ab\n") << false;
        QTest::newRow("JSON with a line for each number") << QByteArray("1,") << true;
        QTest::newRow("JSON with empty lists") << QByteArray("[],") << true;
        QTest::newRow("empty lines where JSON should be") << QByteArray("\n") << true;
    }
    void textsOfMoreLinesThanAViewTakesAreCut()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, pretty);
        QByteArray text = line.repeated(qsizetype(limits::shownLines) + 10);
        if (pretty && line != "\n") {
            text = '[' + text + "0]";
        }
        const ShownJson shown = pretty ? prettyJson(text.toStdString()) : receivedJson(text.toStdString());
        QCOMPARE(shown.utf8.count('\n'), qsizetype(limits::shownLines));
        QVERIFY(shown.notShown > 0);
        if (!pretty) {
            QCOMPARE(shown.notShown, std::uint64_t(10 * line.size()));
        }
    }
    void deepJsonIsNotMovedOutOfSight()
    {
        const std::string deep = std::string(900, '[') + std::string(900, ']');
        const ShownJson json = prettyJson(deep);
        QVERIFY(json.isJson);
        QCOMPARE(json.utf8.count('\n'), 1798); // the innermost stands on one line
        for (const QByteArray &line : json.utf8.split('\n')) {
            QVERIFY(line.size() < 200);
        }
    }
};

PICKET_TEST(TestSourceText)
#include "tst_sourcetext.moc"
