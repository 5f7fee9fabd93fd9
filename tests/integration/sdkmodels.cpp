// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's models show of a workspace that a real SDK has filled: tst_sdk_models WORKSPACE FACTS SCENARIO
// The facts are those of tests/sdk/README.md; exits 1 with a sentence for each that does not hold.
#include "core/query/eventdetail.h"
#include "core/query/queryservice.h"
#include "tests/integration/sdktelemetry.h"
#include "tests/support/patience.h"
#include "ui/issues/issuemodel.h"
#include "ui/stack/stackmodel.h"
#include "ui/state/currentevent.h"
#include "ui/state/navigator.h"
#include "ui/widgets/roles.h"
#include "ui/wording/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cstdio>

using namespace picket;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int titleLength = 300; // characters compared

int failures = 0;

void check(bool holds, const QString &what)
{
    if (!holds) {
        std::fprintf(stderr, "FAIL: %s\n", what.toUtf8().constData());
        ++failures;
    }
}

QJsonObject scenarioNamed(const QString &file, const QString &name)
{
    QFile facts(file);
    if (facts.open(QIODevice::ReadOnly)) {
        for (const QJsonValue &scenario : QJsonDocument::fromJson(facts.readAll()).object()["scenarios"_L1].toArray()) {
            if (scenario["name"_L1].toString() == name) {
                return scenario.toObject();
            }
        }
    }
    return {};
}

// A fact without a title is about something else.
bool saysTitle(const QJsonValue &fact, const QString &shown)
{
    const QJsonValue title = fact["title"_L1];
    return !title.isString() || shown == ui::toLine(title.toString().toStdString(), titleLength);
}

// The list as a person sees it: one row for each issue fact, with its title and its count.
void checkIssues(query::QueryService &query, const QJsonArray &facts)
{
    ui::IssueModel issues(query);
    issues.setFilter({});
    check(picket::test::await([&] { return issues.isLoaded() && issues.rowCount() == facts.size(); }),
          u"%1 issues are listed, %2 were expected"_s.arg(issues.rowCount()).arg(facts.size()));
    const auto shown = [&](int row, ui::IssueModel::Column column) {
        return issues.index(row, int(column)).data().toString();
    };
    const auto isLoaded = [&] {
        for (int row = 0; row < issues.rowCount(); ++row) {
            if (issues.index(row, 0).data(ui::LoadingRole).toBool()) {
                return false;
            }
        }
        return true;
    };
    check(picket::test::await(isLoaded), u"the rows of the issues stay placeholders"_s);
    for (const QJsonValue &fact : facts) {
        bool found = false;
        for (int row = 0; row < issues.rowCount() && !found; ++row) {
            const bool counts = !fact["events"_L1].isDouble()
                || shown(row, ui::IssueModel::Column::Events).toInt() == fact["events"_L1].toInt();
            found = counts && saysTitle(fact, shown(row, ui::IssueModel::Column::Issue));
        }
        check(found, u"no row shows the issue \"%1\""_s.arg(fact["title"_L1].toString()));
    }
}

// The stack with every fold open: exceptions as headings, frames as rows.
QStringList openRows(ui::StackModel &stack)
{
    QStringList rows;
    for (int row = 0; row < stack.rowCount(); ++row) {
        if (stack.isFold(row)) {
            stack.toggleFold(row);
        }
        QString text = stack.index(row, 0).data().toString().trimmed();
        if (stack.index(row, 0).data(ui::InAppRole).toBool()) {
            text += u" [in-app]"_s;
        }
        rows.append(text);
    }
    return rows;
}

bool stackShows(const model::Event &event, const QString &title, const QJsonObject &fact)
{
    ui::StackModel stack;
    stack.setEvent(&event);
    const QStringList rows = openRows(stack);
    const QJsonArray exceptions = fact["exceptions"_L1].toArray();
    // The exceptions of a chain are headings in the stack; a lone one is named by the title above it.
    const QStringList named = exceptions.size() > 1 ? rows : QStringList{title};
    for (const QJsonValue &exception : exceptions) {
        const QString type = exception["type"_L1].toString();
        if (!type.isEmpty() && named.filter(type).isEmpty()) {
            return false;
        }
        for (const QJsonValue &frame : exception["frames"_L1].toArray()) {
            const QString name = frame["function"_L1].toString();
            const bool asLibrary = rows.contains(name) && !frame["in_app"_L1].toBool();
            const bool asInApp = rows.contains(name + u" [in-app]"_s) && frame["in_app"_L1].toBool(true);
            if (!asLibrary && !asInApp) {
                return false;
            }
        }
    }
    return true;
}

// Selecting an event, as a click would, brings its detail; each fact must hold for one that is shown.
void checkEvents(query::QueryService &query, store::Reader &reader, const QJsonArray &facts)
{
    ui::Navigator navigator;
    ui::CurrentEvent current(query, navigator);
    std::vector<ui::DetailPtr> details;
    for (const EventId id : reader.eventIds({}).value_or(std::vector<EventId>())) {
        navigator.selectEvent(id);
        check(picket::test::await([&] { return current.detail() && current.detail()->row.id == id; }),
              u"event %1 is not shown"_s.arg(id.value));
        details.push_back(current.detail());
    }
    check(static_cast<qsizetype>(details.size()) == facts.size(),
          u"%1 events can be shown, %2 were expected"_s.arg(details.size()).arg(facts.size()));
    for (const QJsonValue &fact : facts) {
        const bool found = std::any_of(details.begin(), details.end(), [&](const ui::DetailPtr &detail) {
            const QString title = detail ? ui::toLine(detail->row.title, titleLength) : QString();
            return detail && saysTitle(fact, title) && stackShows(detail->event, title, fact.toObject());
        });
        check(found, u"no event shows what \"%1\" should"_s.arg(fact["title"_L1].toString()));
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        std::fprintf(stderr, "usage: tst_sdk_models WORKSPACE FACTS SCENARIO\n");
        return 1;
    }
    const QJsonObject scenario = scenarioNamed(arguments[2], arguments[3]);
    const auto paths = store::workspacePaths(arguments[1].toStdString());
    auto reader = store::Reader::open(paths);
    if (scenario.isEmpty() || !reader) {
        std::fprintf(stderr, "FAIL: no such scenario or workspace\n");
        return 1;
    }
    query::QueryService query(paths);
    checkIssues(query, scenario["issues"_L1].toArray());
    checkEvents(query, *reader, scenario["events"_L1].toArray());
    const QString missing = test::missingTelemetry(scenario["telemetry"_L1].toObject(), test::storedTelemetry(*reader));
    check(missing.isEmpty(), missing);
    return failures == 0 ? 0 : 1;
}
