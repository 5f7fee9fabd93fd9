// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/keptdock.h"

#include "core/query/queryservice.h"
#include "core/store/delivery.h"
#include "ui/events/attachmentpreview.h"
#include "ui/events/previewpane.h"
#include "ui/state/actions.h"
#include "ui/state/navigator.h"
#include "ui/telemetry/keptmodel.h"
#include "ui/telemetry/keptsummary.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/tableview.h"
#include "ui/wording/errortext.h"
#include "ui/wording/plaintext.h"
#include "ui/wording/savefile.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

struct ItemPreview {
    AttachmentPreview preview;
    std::string header;
};

// What is looked at and saved as an attachment would be. Without a name it is called by its type.
store::StoredEvent::Attachment asFile(const model::KeptItemRow &item)
{
    return {0, item.filename.empty() ? item.type : item.filename, item.contentType, {}, item.size};
}

Result<model::EventRow> findEvent(store::Reader &reader, const EventUuid &uuid)
{
    return reader.findEvent(uuid).and_then([&](EventId id) -> Result<model::EventRow> {
        auto rows = reader.events(std::vector{id});
        if (!rows) {
            return tl::unexpected<Error>(std::move(rows.error()));
        }
        if (rows->empty()) {
            return failure(ErrorCode::NotFound, {});
        }
        return std::move(rows->front());
    });
}

} // namespace

KeptDock::KeptDock(const DockContext &context, const ProjectNames &names, QWidget *parent)
    : Dock(u"kept"_s, tr("Kept items"), parent)
    , m_context(context)
    , m_summaryChannel(context.query.newChannel())
    , m_previewChannel(context.query.newChannel())
    , m_saveChannel(context.query.newChannel())
    , m_eventChannel(context.query.newChannel())
    , m_model(new KeptModel(context.query, names, this))
    , m_view(new TableView(tr("Kept items"), TableView::plainRow, this))
    , m_splitter(new QSplitter(this))
    , m_summary(new ElidedLabel(this))
    , m_note(plainLabel({}, this))
    , m_preview(new PreviewPane(context.theme, tr("Kept item as text"), this))
    , m_save(context.actions.add(u"kept.save"_s, tr("&Save Kept Item …")))
    , m_copyHeader(context.actions.add(u"kept.copyHeader"_s, tr("&Copy the Item's Header")))
    , m_goToEvent(context.actions.add(u"kept.goToEvent"_s, tr("&Go to the Item's Event")))
{
    addActions();
    setUpView();
    m_summary->setColorRole(QPalette::PlaceholderText);
    m_summary->hide(); // until there is something to tell
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(makeDetail());
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 4, 8, 4);
    top->addWidget(m_summary);
    layout->addLayout(top);
    layout->addWidget(m_splitter, 1);
    setWidget(content);
    listen();
    showCurrent();
}

void KeptDock::addActions()
{
    m_save->setIconText(tr("Save …"));
    m_view->addActions({m_save, m_copyHeader, m_goToEvent});
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_save, &QAction::triggered, this, &KeptDock::chooseFile);
    connect(m_copyHeader, &QAction::triggered, this, &KeptDock::copyHeader);
    connect(m_goToEvent, &QAction::triggered, this, &KeptDock::goToEvent);
}

void KeptDock::setUpView()
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RowDelegate(m_context.theme, m_view));
    m_view->setEmptyText(tr("Nothing is kept. Profiles, replays, metrics and whatever else has no view of its own or "
                            "cannot be read is listed here, as it came."));
    using Column = KeptModel::Column;
    m_view->horizontalHeader()->setSectionResizeMode(int(Column::Name), QHeaderView::Stretch);
    m_view->setColumnWidth(int(Column::Received), 108);
    m_view->setColumnWidth(int(Column::Type), 130);
    m_view->setColumnWidth(int(Column::Size), 80);
    m_view->setColumnWidth(int(Column::Event), 84);
    m_view->setColumnWidth(int(Column::Project), 96);
}

QWidget *KeptDock::makeDetail()
{
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *save = new QToolButton(this);
    save->setDefaultAction(m_save);
    save->setFocusPolicy(Qt::TabFocus);
    save->setAccessibleName(m_save->text().remove(u'&'));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 2, 8, 2);
    row->addWidget(m_note, 1);
    row->addWidget(save);
    auto *detail = new QWidget(this);
    auto *layout = new QVBoxLayout(detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_preview, 1);
    return detail;
}

void KeptDock::listen()
{
    connect(this, &Dock::cameIntoView, this, &KeptDock::onCameIntoView);
    connect(m_model, &KeptModel::loaded, this, &KeptDock::askSummary);
    connect(m_model, &KeptModel::loaded, this, [this] { select(m_wanted); });
    connect(m_model, &KeptModel::failed, this,
            [this](const Error &error) { m_view->setEmptyText(errorText(error, tr("The list of kept items"))); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeptDock::showCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &KeptDock::showCurrent);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &KeptDock::showCurrent);
    connect(m_view, &QTableView::activated, this, &KeptDock::goToEvent);
    connect(m_view, &QTableView::doubleClicked, this, &KeptDock::goToEvent);
}

QString KeptDock::summary() const
{
    return m_summary->text();
}

QString KeptDock::note() const
{
    return m_note->text();
}

void KeptDock::takeFocus()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0) {
        m_view->setCurrentRow(0);
    }
}

// In a narrow dock the type tells most.
void KeptDock::resizeEvent(QResizeEvent *event)
{
    Dock::resizeEvent(event);
    using Column = KeptModel::Column;
    const bool beside = width() >= 480;
    m_splitter->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
    const int room = beside ? width() * 3 / 5 : width();
    const bool hasNames = room >= 430;
    m_view->setColumnHidden(int(Column::Project), room < 620);
    m_view->setColumnHidden(int(Column::Event), room < 520);
    m_view->setColumnHidden(int(Column::Name), !hasNames);
    m_view->horizontalHeader()->setSectionResizeMode(int(Column::Type),
                                                     hasNames ? QHeaderView::Interactive : QHeaderView::Stretch);
}

void KeptDock::onCameIntoView()
{
    if (std::exchange(m_stale, false)) {
        m_model->refresh();
    }
    showCurrent();
}

void KeptDock::applyChanges(const store::ChangeSet &changes)
{
    if (!changes.telemetry) {
        return;
    }
    if (isInView()) {
        m_model->refresh();
    } else {
        m_stale = true;
    }
}

void KeptDock::select(ItemId id)
{
    m_wanted = id;
    if (const int row = m_model->rowOf(id); row >= 0) {
        m_wanted = {};
        m_view->setCurrentRow(row);
    }
}

void KeptDock::askSummary()
{
    m_context.query.ask<KeptSummary>(
        query::Lane::Lists, m_summaryChannel, this, [](store::Reader &reader) { return summariseKept(reader); },
        [this](const Result<KeptSummary> &summary) {
            if (summary) {
                m_summary->setText(keptSummaryText(*summary));
                m_summary->setVisible(!m_summary->text().isEmpty());
            }
        });
}

const model::KeptItemRow *KeptDock::current() const
{
    return m_model->rowAt(m_view->currentIndex().row());
}

void KeptDock::showCurrent()
{
    const model::KeptItemRow *item = current();
    m_save->setEnabled(item != nullptr);
    m_goToEvent->setEnabled(item && item->eventId);
    if (!isInView() || (item && m_asked == item->id)) {
        return;
    }
    m_asked = item ? item->id : ItemId();
    m_header.clear();
    m_copyHeader->setEnabled(false);
    m_note->setText(item ? tr("Loading …") : QString());
    m_preview->showPreview({});
    if (item) {
        askPreview(*item);
    } else {
        m_context.query.cancel(query::Lane::Details, m_previewChannel);
    }
}

void KeptDock::askPreview(const model::KeptItemRow &item)
{
    m_context.query.ask<ItemPreview>(
        query::Lane::Details, m_previewChannel, this,
        [item](store::Reader &reader) {
            return reader.item(item.id).map([&](store::StoredItem stored) {
                return ItemPreview{previewAttachment(asFile(item), std::move(stored.payload)),
                                   std::move(stored.header)};
            });
        },
        [this](Result<ItemPreview> answer) {
            if (answer) {
                m_note->setText(previewNote(answer->preview));
                m_preview->showPreview(answer->preview);
                m_header = std::move(answer->header);
                m_copyHeader->setEnabled(true);
            } else if (answer.error().code == ErrorCode::Interrupted) {
                m_asked = {};
            } else {
                m_note->setText(errorText(answer.error(), tr("The item")));
            }
        });
}

void KeptDock::chooseFile()
{
    const model::KeptItemRow *item = current();
    if (!item) {
        return;
    }
    auto *dialog = new QFileDialog(this, tr("Save Kept Item"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(fileNameFor(asFile(*item)));
    connect(dialog, &QFileDialog::fileSelected, this, &KeptDock::saveTo);
    dialog->open();
}

void KeptDock::saveTo(const QString &path)
{
    const model::KeptItemRow *item = current();
    if (!item) {
        return;
    }
    m_context.query.ask<qint64>(
        query::Lane::Details, m_saveChannel, this,
        [id = item->id, path](store::Reader &reader) {
            return reader.item(id).and_then(
                [&](const store::StoredItem &stored) { return saveFile(path, stored.payload); });
        },
        [this, path](Result<qint64> written) {
            m_note->setText(written ? tr("Saved as %1").arg(path) : errorText(written.error(), path));
        });
}

void KeptDock::copyHeader()
{
    QApplication::clipboard()->setText(QString::fromStdString(m_header));
}

void KeptDock::goToEvent()
{
    const model::KeptItemRow *item = current();
    if (!item || !item->eventId) {
        return;
    }
    m_context.query.ask<model::EventRow>(
        query::Lane::Details, m_eventChannel, this,
        [uuid = *item->eventId](store::Reader &reader) { return findEvent(reader, uuid); },
        [this](Result<model::EventRow> event) {
            if (event) {
                m_context.navigator.selectIssue(event->issue);
                m_context.navigator.selectEvent(event->id);
            } else if (event.error().code == ErrorCode::NotFound) {
                m_note->setText(tr("The event that it belongs to is not here."));
            }
        });
}

} // namespace picket::ui
