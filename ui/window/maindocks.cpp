// SPDX-License-Identifier: GPL-3.0-or-later
// The window's docks: which there are, where they stand at first, what they hear of each other.
#include "ui/window/mainwindow.h"

#include "core/ingest/ingestservice.h"
#include "ui/events/attachmentsdock.h"
#include "ui/events/eventdock.h"
#include "ui/events/eventsdock.h"
#include "ui/events/groupingdock.h"
#include "ui/events/rawdock.h"
#include "ui/issues/tagsdock.h"
#include "ui/stack/sourcedock.h"
#include "ui/stack/stackdock.h"
#include "ui/state/changebus.h"
#include "ui/state/overview.h"
#include "ui/state/pinnedtags.h"
#include "ui/state/projectnames.h"
#include "ui/telemetry/feedbackdock.h"
#include "ui/telemetry/healthdock.h"
#include "ui/telemetry/keptdock.h"
#include "ui/telemetry/logsdock.h"
#include "ui/telemetry/tracedock.h"
#include "ui/telemetry/transactionsdock.h"
#include "ui/timeline/timelinedock.h"
#include "ui/values/breadcrumbsdock.h"
#include "ui/values/contextdock.h"
#include "ui/values/requestdock.h"
#include "ui/values/variablesdock.h"
#include "ui/window/layoutmanager.h"
#include "ui/wire/blockedorigins.h"
#include "ui/wire/wirelogdock.h"

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

void MainWindow::makeDocks()
{
    auto *pinned = new PinnedTags(*m_settings, this);
    auto *names = new ProjectNames(this);
    connect(m_overview, &Overview::changed, names, [this, names] { names->set(m_overview->numbers().projects); });
    const DockContext context{m_context.query, *m_navigator, *m_current, *m_theme, *m_actions, *m_settings, *pinned};
    using Place = LayoutManager::Place;
    m_eventDock = new EventDock(context, this);
    connect(m_bus, &ChangeBus::changed, m_eventDock, &EventDock::applyChanges);
    m_layout->add(m_eventDock, Place::Event);
    m_layout->add(new StackDock(context, this), Place::Frames);
    m_layout->add(new VariablesDock(context, this), Place::BelowFrames);
    m_layout->add(new SourceDock(context, this), Place::Details);
    m_layout->add(new BreadcrumbsDock(context, this), Place::Details);
    m_layout->add(new TimelineDock(context, this), Place::BelowDetails);
    auto *trace = new TraceDock(context, *names, this);
    connect(m_bus, &ChangeBus::changed, trace, &TraceDock::applyChanges);
    m_layout->add(trace, Place::Details);
    m_layout->add(new TagsDock(context, this), Place::Details);
    m_layout->add(new ContextDock(context, this), Place::Details);
    m_layout->add(new RequestDock(context, this), Place::Details);
    m_layout->add(new GroupingDock(context, this), Place::Details);
    m_layout->add(new RawDock(context, this), Place::Details);
    m_layout->add(new AttachmentsDock(context, this), Place::Details);
    auto *events = new EventsDock(context, this);
    connect(m_bus, &ChangeBus::changed, events, &EventsDock::applyChanges);
    m_layout->add(events, Place::Bottom);
    m_wireLogDock = new WireLogDock(context, *m_wireLog, m_context.ingest != nullptr, this);
    m_layout->add(m_wireLogDock, Place::Bottom);
    connect(&m_wireLogDock->blocked(), &BlockedOrigins::allowWanted, this, [this](const std::string &origin) {
        beginEdit();
        m_context.ingest->allowOrigin(origin);
    });
    addTelemetryDocks(context, *names);
}

void MainWindow::addTelemetryDocks(const DockContext &context, const ProjectNames &names)
{
    using Place = LayoutManager::Place;
    auto *logs = new LogsDock(context, *m_scope, names, this);
    connect(m_bus, &ChangeBus::changed, logs, &LogsDock::applyChanges);
    connect(logs, &LogsDock::traceWanted, this, &MainWindow::showTrace);
    m_layout->add(logs, Place::Bottom);
    auto *transactions = new TransactionsDock(context, *m_scope, names, this);
    connect(m_bus, &ChangeBus::changed, transactions, &TransactionsDock::applyChanges);
    connect(transactions, &TransactionsDock::traceWanted, this, &MainWindow::showTrace);
    m_layout->add(transactions, Place::Bottom);
    auto *feedback = new FeedbackDock(context, names, this);
    connect(m_bus, &ChangeBus::changed, feedback, &FeedbackDock::applyChanges);
    connect(m_eventDock, &EventDock::feedbackWanted, feedback, [this, feedback](FeedbackId id) {
        m_layout->bringUp(feedback);
        feedback->select(id);
    });
    m_layout->add(feedback, Place::Bottom);
    auto *health = new HealthDock(context, names, this);
    connect(m_bus, &ChangeBus::changed, health, &HealthDock::applyChanges);
    m_layout->add(health, Place::Bottom);
    auto *kept = new KeptDock(context, names, this);
    connect(m_bus, &ChangeBus::changed, kept, &KeptDock::applyChanges);
    connect(feedback, &FeedbackDock::attachmentWanted, kept, [this, kept](ItemId item) {
        m_layout->bringUp(kept);
        kept->select(item);
    });
    m_layout->add(kept, Place::Bottom);
}

void MainWindow::showTrace()
{
    m_layout->bringUp(m_layout->find(u"trace"_s));
}

} // namespace picket::ui
