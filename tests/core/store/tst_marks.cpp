// SPDX-License-Identifier: GPL-3.0-or-later
// Marks, runs and releases on the time axis; origins that were refused and allowed.
#include "tests/core/store/storefixture.h"
#include "tests/support/testmain.h"

#include "core/base/limits.h"

#include <QTest>

using namespace picket;
using namespace picket::test;
using model::MarkKind;
using store::TimeRange;

namespace {

const TimeRange ever{minute(-10000), minute(10000)};

// "run 1 @3, release 1 1.0 @5": kind, project and label, and the minute.
std::string shown(store::Reader &reader, const TimeRange &range = ever)
{
    std::string text;
    for (const model::MarkRow &mark : take(reader.marks(range))) {
        text += text.empty() ? "" : ", ";
        text += mark.kind == MarkKind::Mark ? "mark" : mark.kind == MarkKind::Run ? "run" : "release";
        text += mark.kind == MarkKind::Mark ? "" : " " + std::to_string(mark.project.value);
        text += mark.label.empty() ? "" : " " + mark.label;
        text += " @" + std::to_string((mark.time - minute(0)) / std::chrono::minutes(1));
    }
    return text;
}

store::NewEvent released(const char *release, int at)
{
    store::NewEvent event = newEvent("title", {1}, minute(at));
    event.event.release = release;
    return event;
}

store::NewEvent ofRun(Timestamp started, int at)
{
    store::NewEvent event = newEvent("title", {1}, minute(at));
    event.runStarted = started;
    return event;
}

store::Delivery refusal(const std::string &origin, const std::string &reason, int at)
{
    store::Delivery delivery;
    delivery.row.origin = origin;
    delivery.row.reason = reason;
    delivery.row.time = minute(at);
    delivery.row.status = 403;
    delivery.row.outcome = model::Outcome::Refused;
    return delivery;
}

} // namespace

class TestMarks final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void marksComeOldestFirstOverRestarts()
    {
        const StoreFolder folder;
        {
            store::Writer writer = folder.writer();
            QVERIFY(take(writer.addMark(MarkKind::Mark, minute(5), {}, "deployed")).marks);
            take(writer.addMark(MarkKind::Mark, minute(2), {}, {}));
        }
        store::Writer writer = folder.writer();
        take(writer.addMark(MarkKind::Run, minute(3), one, {}));
        store::Reader reader = folder.reader();
        QCOMPARE(shown(reader), std::string("mark @2, run 1 @3, mark deployed @5"));
        QCOMPARE(shown(reader, {minute(3), minute(5)}), std::string("run 1 @3, mark deployed @5"));
        QCOMPARE(shown(reader, {minute(4), minute(4)}), std::string());
        QCOMPARE(take(reader.lastMark()).value().label, std::string("deployed"));
    }

    void aLabelHasItsLimit()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        take(writer.addMark(MarkKind::Mark, minute(0), {}, std::string(100'000, 'x')));
        store::Reader reader = folder.reader();
        QCOMPARE(take(reader.marks(ever)).front().label.size(), limits::shortText);
    }

    void ofTooManyTheNewestAreShown()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        const auto most = static_cast<int>(limits::timelineMarks);
        for (int i = 0; i < most; ++i) {
            take(writer.addMark(MarkKind::Mark, minute(i), {}, {}));
        }
        write(writer, deliver(one, released("old", -1)));
        write(writer, deliver(one, released("new", most)));
        store::Reader reader = folder.reader();
        const auto marks = take(reader.marks(ever));
        QCOMPARE(marks.size(), limits::timelineMarks);
        QVERIFY(marks.front().time == minute(1));
        QCOMPARE(marks.back().label, std::string("new"));
        QVERIFY(!marks.back().id.isValid());
    }

    void nothingIsMarkedAtFirst()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        store::Reader reader = folder.reader();
        QVERIFY(take(reader.marks(ever)).empty());
        QVERIFY(!take(reader.lastMark()));
    }

    void aReleaseIsMarkedAtItsFirstEvent()
    {
        const StoreFolder folder;
        {
            store::Writer writer = folder.writer();
            QVERIFY(write(writer, deliver(one, released("1.0", 5))).marks);
            QVERIFY(!write(writer, deliver(one, released("1.0", 6))).marks);
            QVERIFY(write(writer, deliver(two, released("1.0", 6))).marks);
            QVERIFY(!write(writer, deliver(one, released("", 7))).marks);
            QVERIFY(write(writer, deliver(one, released("1.0", 4))).marks); // it came later, but happened before
        }
        store::Writer writer = folder.writer();
        QVERIFY(!write(writer, deliver(one, released("1.0", 8))).marks);
        QVERIFY(write(writer, deliver(one, released("2.0", 9))).marks);
        store::Reader reader = folder.reader();
        QCOMPARE(shown(reader), std::string("release 1 1.0 @4, release 2 1.0 @6, release 1 2.0 @9"));
        QVERIFY(!take(reader.lastMark())); // a release is no place where somebody began to look
    }

    void spotlightsReleaseIsTheProjects()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        store::NewEvent event = released("1.0", 5);
        event.runStarted = minute(1);
        write(writer, deliver(spotlight, event));
        store::Reader reader = folder.reader();
        QCOMPARE(shown(reader), std::string("run 0 @1, release 0 1.0 @5"));
        write(writer, deliver(one, event)); // the other copy
        QCOMPARE(shown(reader), std::string("run 1 @1, release 1 1.0 @5"));
        store::NewEvent next = released("1.0", 6);
        next.runStarted = minute(1);
        write(writer, deliver(spotlight, next));
        write(writer, deliver(one, next));
        QCOMPARE(shown(reader), std::string("run 1 @1, release 1 1.0 @5"));
    }

    void aRunIsMarkedOnceForItsProject()
    {
        using std::chrono::milliseconds;
        const StoreFolder folder;
        {
            store::Writer writer = folder.writer();
            QVERIFY(write(writer, deliver(one, ofRun(minute(1) + milliseconds(120), 5))).marks);
            QVERIFY(!write(writer, deliver(one, ofRun(minute(1) + milliseconds(999), 6))).marks);
            QVERIFY(write(writer, deliver(two, ofRun(minute(1) + milliseconds(120), 6))).marks);
        }
        store::Writer writer = folder.writer();
        QVERIFY(!write(writer, deliver(one, ofRun(minute(1), 7))).marks);
        QVERIFY(write(writer, deliver(one, ofRun(minute(1) + milliseconds(1000), 7))).marks);
        store::Reader reader = folder.reader();
        QCOMPARE(shown(reader), std::string("run 1 @1, run 2 @1, run 1 @1"));
        QVERIFY(take(reader.lastMark()).value().kind == MarkKind::Run);
    }

    void aDuplicateMarksNothing()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        store::NewEvent event = newEvent("title", {1}, minute(5));
        write(writer, deliver(one, event));
        event.runStarted = minute(1);
        event.event.release = "1.0";
        QVERIFY(!write(writer, deliver(one, event)).marks);
        store::Reader reader = folder.reader();
        QCOMPARE(shown(reader), std::string());
    }

    void whatFailsToBeWrittenIsMarkedTheNextTime()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        store::NewEvent event = released("1.0", 5);
        event.runStarted = minute(1);
        std::vector<store::Delivery> batch;
        batch.push_back(deliver(one, event));
        batch.front().events.front().payload.resize(1'100'000'000); // more than SQLite takes; never touched
        QVERIFY(writer.write(batch).receipts.front().error);
        write(writer, deliver(one, event));
        store::Reader reader = folder.reader();
        QCOMPARE(shown(reader), std::string("run 1 @1, release 1 1.0 @5"));
    }

    void blockedOriginsAreThoseOfTheWireLog()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        std::vector<store::Delivery> batch;
        batch.push_back(refusal("https://a.example", "forbidden_origin", 1));
        batch.push_back(refusal("https://B.example:8443", "forbidden_origin", 2));
        batch.push_back(refusal("https://b.example:8443", "forbidden_origin", 4));
        batch.push_back(refusal("https://c.example", "forbidden_host", 5));
        batch.push_back(refusal("", "cross_site", 6));
        batch.push_back(refusal("null", "forbidden_origin", 7));
        write(writer, batch);
        store::Reader reader = folder.reader();
        const auto blocked = take(reader.blockedOrigins());
        QCOMPARE(blocked.size(), 2U);
        QCOMPARE(blocked[0].origin, std::string("https://b.example:8443"));
        QCOMPARE(blocked[0].requests, 2);
        QVERIFY(blocked[0].last == minute(4));
        QCOMPARE(blocked[1].origin, std::string("https://a.example"));

        const store::ChangeSet changes = take(writer.allowOrigin("https://b.example:8443"));
        QVERIFY(changes.origins);
        QVERIFY(!changes.issuesReordered);
        take(writer.allowOrigin("https://b.example:8443"));
        QCOMPARE(take(reader.blockedOrigins()).size(), 1U);
        QCOMPARE(take(reader.allowedOrigins()), std::vector<std::string>{"https://b.example:8443"});
    }

    void allowedOriginsAreKeptOverRestarts()
    {
        const StoreFolder folder;
        {
            store::Writer writer = folder.writer();
            QVERIFY(take(writer.allowedOrigins()).empty());
            take(writer.allowOrigin("https://a.example"));
            take(writer.allowOrigin("'; DROP TABLE issue; --"));
        }
        const store::Writer writer = folder.writer();
        QCOMPARE(take(writer.allowedOrigins()),
                 (std::vector<std::string>{"https://a.example", "'; DROP TABLE issue; --"}));
    }
};

PICKET_TEST(TestMarks)
#include "tst_marks.moc"
