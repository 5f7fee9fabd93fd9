// SPDX-License-Identifier: GPL-3.0-or-later
// Grouping of real events (tests/data/events) against what was read and found right (tests/data/grouping).
#include "core/grouping/grouper.h"
#include "core/protocol/eventreader.h"
#include "tests/core/grouping/eventbuilder.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

// Of each kind of event one or more; group_N_event_A and group_N_event_B are one issue for those who recorded them.
const QByteArrayList recorded = {"bugsink/130-w-tuple",
                                 "bugsink/exception-group",
                                 "bugsink/exception_no_frames",
                                 "bugsink/exception_null_frames",
                                 "bugsink/frames-with-missing-info",
                                 "bugsink/issue-16-go",
                                 "bugsink/laravel",
                                 "bugsink/logmessage-w-params",
                                 "bugsink/logmessage-w-params-dict",
                                 "bugsink/nonsense_platform",
                                 "bugsink/top-level-logentry-as-str",
                                 "bugsink/uglifyjs-minified-sourcemaps-in-bundle",
                                 "bugsink/visualshots-rich",
                                 "glitchtip/dotnet_divide_zero",
                                 "sentry/actix",
                                 "sentry/android-ndk",
                                 "sentry/android_anr2",
                                 "sentry/arraygetter",
                                 "sentry/aspnetcore",
                                 "sentry/bugly",
                                 "sentry/custom-fingerprint",
                                 "sentry/custom-fingerprint-int",
                                 "sentry/dladdr",
                                 "sentry/group_200_event_200",
                                 "sentry/group_294_event_294",
                                 "sentry/group_294_event_329",
                                 "sentry/group_313_event_313",
                                 "sentry/group_332_event_332",
                                 "sentry/java-chained",
                                 "sentry/javascript-message",
                                 "sentry/macos-amd-driver",
                                 "sentry/minified-javascript",
                                 "sentry/mobile1-xap",
                                 "sentry/mobile1-xpk",
                                 "sentry/native-complex-function-names",
                                 "sentry/native-no-filenames",
                                 "sentry/native-windows-anon-namespace",
                                 "sentry/native1-xap",
                                 "sentry/node-exception-weird",
                                 "sentry/nsisengine",
                                 "sentry/objc-release",
                                 "sentry/python-http-error",
                                 "sentry/swift-dealloc",
                                 "sentry/swiftui"};

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Event readRecorded(const QByteArray &name, protocol::Detail detail)
{
    const QByteArray json = content(QStringLiteral(PICKET_TEST_DATA "/events/%1.json").arg(QString::fromUtf8(name)));
    protocol::ReadContext context;
    context.received = Timestamp(std::chrono::seconds(1'700'000'000));
    context.detail = detail;
    const auto event =
        protocol::readEvent(std::string_view(json.data(), static_cast<std::size_t>(json.size())), context);
    return event ? *event : Event{};
}

QByteArray shown(const std::string &value)
{
    QByteArray text = QByteArray::fromStdString(value);
    if (text.size() > 200) {
        text = text.left(200) + "... (" + QByteArray::number(text.size()) + " bytes)";
    }
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t").replace('\0', "\\0");
    return '"' + text + '"';
}

// A part a line, the values of a frame in its line; '*' marks what counts.
void writePart(QByteArray &out, const model::GroupingPart &part, int depth)
{
    out += QByteArray(2 * depth, ' ') + (part.contributes ? "* " : "- ") + part.id.c_str();
    if (!part.hint.empty()) {
        out += QByteArray(" [") + part.hint.c_str() + ']';
    }
    if (!part.value.empty()) {
        out += ' ' + shown(part.value);
    }
    if (part.id == "frame") {
        for (const model::GroupingPart &value : part.children) {
            out += QByteArray(value.contributes ? "  *" : "  ") + value.id.c_str() + '=' + shown(value.value);
            out += value.hint.empty() ? QByteArray() : QByteArray(" [") + value.hint.c_str() + ']';
        }
    }
    out += '\n';
    if (part.id != "frame") {
        for (const model::GroupingPart &child : part.children) {
            writePart(out, child, depth + 1);
        }
    }
}

QByteArray document(const model::Grouping &grouping)
{
    QByteArray out = "title: " + QByteArray::fromStdString(grouping.title)
        + "\nculprit: " + QByteArray::fromStdString(grouping.culprit) + '\n';
    for (const model::GroupingHash &hash : grouping.hashes) {
        out += "hash: "
            + QByteArray(reinterpret_cast<const char *>(hash.bytes.data()), static_cast<qsizetype>(hash.bytes.size()))
                  .toHex()
            + '\n';
    }
    for (const model::GroupingPart &variant : grouping.variants) {
        if (variant.contributes) {
            writePart(out, variant, 0);
        } else { // its frames are the other variant's
            out += QByteArray("- ") + variant.id.c_str() + " [" + variant.hint.c_str() + "]\n";
        }
    }
    return out;
}

} // namespace

class TestRecordedEvents final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void groupsAsExpected_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const QByteArray &name : recorded) {
            QTest::newRow(name.constData()) << name;
        }
    }
    void groupsAsExpected()
    {
        QFETCH(QByteArray, name);
        const QByteArray actual = document(grouping::group(readRecorded(name, protocol::Detail::Full)));
        const QString file = QString::fromUtf8(name.mid(name.indexOf('/') + 1));
        const QString path = QStringLiteral(PICKET_TEST_DATA "/grouping/%1.expected.txt").arg(file);
        if (qEnvironmentVariableIsSet("PICKET_UPDATE_GOLDEN")) {
            QFile golden(path);
            QVERIFY(golden.open(QIODevice::WriteOnly) && golden.write(actual) == actual.size());
        }
        const QByteArrayList expectedLines = content(path).split('\n');
        const QByteArrayList lines = actual.split('\n');
        for (qsizetype i = 0; i < std::min(lines.size(), expectedLines.size()); ++i) {
            QCOMPARE(lines[i], expectedLines[i]); // the first that differs
        }
        QCOMPARE(lines.size(), expectedLines.size());
    }

    void summariesGroupAsWholeEventsDo()
    {
        for (const QByteArray &name : recorded) {
            const auto whole = grouping::group(readRecorded(name, protocol::Detail::Full));
            const auto summary = grouping::group(readRecorded(name, protocol::Detail::Summary));
            QVERIFY2(whole.hashes == summary.hashes && whole.title == summary.title && whole.culprit == summary.culprit,
                     name.constData());
        }
    }

    void labelledEventsBelongTogether_data()
    {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("expected");
        QTest::newRow("group 294") << QByteArray("294_event_294") << QByteArray("294_event_329") << true;
        QTest::newRow("group 313") << QByteArray("313_event_313") << QByteArray("313_event_333") << true;
        // These two were joined by a coarser level of grouping: what they share are redacted application frames.
        QTest::newRow("group 332, deleting textures")
            << QByteArray("332_event_332") << QByteArray("332_event_343") << false;
        QTest::newRow("group 332, another driver")
            << QByteArray("332_event_332") << QByteArray("332_event_353") << false;
    }
    void labelledEventsBelongTogether()
    {
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        QFETCH(bool, expected);
        const bool together = shareIssue(readRecorded("sentry/group_" + one, protocol::Detail::Full),
                                         readRecorded("sentry/group_" + other, protocol::Detail::Full));
        if (!expected) {
            QEXPECT_FAIL("", "a label of an earlier, hierarchical grouping", Continue);
        }
        QVERIFY(together);
    }

    void differentLabelsStayApart()
    {
        const QByteArrayList names = {"200_event_200", "275_event_275", "289_event_312", "294_event_294",
                                      "313_event_313", "332_event_332", "389_event_389"};
        for (const QByteArray &one : names) {
            for (const QByteArray &other : names) {
                QVERIFY2(one == other
                             || !shareIssue(readRecorded("sentry/group_" + one, protocol::Detail::Full),
                                            readRecorded("sentry/group_" + other, protocol::Detail::Full)),
                         (one + " and " + other).constData());
            }
        }
    }

    void everyRecordedEventHasATitle()
    {
        int count = 0;
        for (const QString &folder :
             {QStringLiteral("bugsink"), QStringLiteral("glitchtip"), QStringLiteral("sentry")}) {
            for (const QString &file :
                 QDir(QStringLiteral(PICKET_TEST_DATA "/events/") + folder).entryList({QStringLiteral("*.json")})) {
                if (file.endsWith(QStringLiteral(".expected.json"))) {
                    continue;
                }
                const QByteArray name = (folder + QLatin1Char('/') + file.chopped(5)).toUtf8();
                const auto grouping = grouping::group(readRecorded(name, protocol::Detail::Full));
                QVERIFY2(!grouping.title.empty() && !grouping.hashes.empty(), name.constData());
                QVERIFY2(grouping.variants.at(0).id != "fallback", name.constData());
                ++count;
            }
        }
        QVERIFY(count > 100);
    }
};

PICKET_TEST(TestRecordedEvents)
#include "tst_recordedevents.moc"
