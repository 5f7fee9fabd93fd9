// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/attachmentsdock.h"

#include "core/query/queryservice.h"
#include "ui/events/attachmentmodel.h"
#include "ui/events/attachmentpreview.h"
#include "ui/events/previewpane.h"
#include "ui/state/actions.h"
#include "ui/state/currentevent.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/tableview.h"
#include "ui/wording/errortext.h"
#include "ui/wording/plaintext.h"
#include "ui/wording/savefile.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

AttachmentsDock::AttachmentsDock(const DockContext &context, QWidget *parent)
    : Dock(u"attachments"_s, tr("Attachments"), parent)
    , m_context(context)
    , m_previewChannel(context.query.newChannel())
    , m_saveChannel(context.query.newChannel())
    , m_model(new AttachmentModel(this))
    , m_list(new TableView(tr("Attachments"), TableView::plainRow, this))
    , m_preview(new PreviewPane(context.theme, tr("Attachment as text"), this))
    , m_note(plainLabel({}, this))
    , m_save(context.actions.add(u"attachment.save"_s, tr("&Save Attachment …")))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(context.theme, m_list));
    m_list->horizontalHeader()->setSectionResizeMode(int(AttachmentModel::Column::Name), QHeaderView::Stretch);
    m_list->setColumnWidth(int(AttachmentModel::Column::Type), 160);
    m_list->setColumnWidth(int(AttachmentModel::Column::Size), 80);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *save = new QToolButton(this);
    save->setDefaultAction(m_save);
    save->setFocusPolicy(Qt::TabFocus);
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 2, 8, 2);
    row->addWidget(m_note, 1);
    row->addWidget(save);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_preview);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 2);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(splitter, 1);
    setWidget(content);
    connect(m_save, &QAction::triggered, this, &AttachmentsDock::chooseFile);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AttachmentsDock::showCurrent);
    connect(&context.current, &CurrentEvent::detailChanged, this, &AttachmentsDock::showDetail);
    connect(this, &QDockWidget::visibilityChanged, this, &AttachmentsDock::showCurrent);
    showDetail();
}

const CodeView &AttachmentsDock::text() const
{
    return m_preview->text();
}

const PictureView &AttachmentsDock::picture() const
{
    return m_preview->picture();
}

QString AttachmentsDock::note() const
{
    return m_note->text();
}

void AttachmentsDock::takeFocus()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void AttachmentsDock::showDetail()
{
    const DetailPtr detail = m_context.current.detail();
    m_list->setEmptyText(detail ? tr("This event came without attachments.")
                                : tr("Select an issue to see its attachments."));
    m_model->setAttachments(detail ? detail->attachments : std::vector<store::StoredEvent::Attachment>());
    if (m_model->rowCount() > 0) {
        m_list->setCurrentRow(0);
    }
    showCurrent();
}

void AttachmentsDock::showCurrent()
{
    const store::StoredEvent::Attachment *attachment = m_model->attachmentAt(m_list->currentIndex().row());
    m_save->setEnabled(attachment != nullptr);
    m_preview->setVisible(attachment != nullptr);
    if (!attachment || !isVisible()) {
        m_context.query.cancel(query::Lane::Details, m_previewChannel);
        m_note->setText({});
        return;
    }
    m_context.query.ask<AttachmentPreview>(
        query::Lane::Details, m_previewChannel, this,
        [attachment = *attachment](store::Reader &reader) {
            return reader.attachment(attachment.id).map([&](std::string bytes) {
                return previewAttachment(attachment, std::move(bytes));
            });
        },
        [this](Result<AttachmentPreview> preview) {
            if (preview) {
                m_note->setText(previewNote(*preview));
                m_preview->showPreview(*preview);
            } else if (preview.error().code != ErrorCode::Interrupted) {
                m_note->setText(errorText(preview.error(), tr("The attachment")));
            }
        });
}

void AttachmentsDock::chooseFile()
{
    const store::StoredEvent::Attachment *attachment = m_model->attachmentAt(m_list->currentIndex().row());
    if (!attachment) {
        return;
    }
    auto *dialog = new QFileDialog(this, tr("Save Attachment"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(fileNameFor(*attachment));
    connect(dialog, &QFileDialog::fileSelected, this, &AttachmentsDock::saveTo);
    dialog->open();
}

void AttachmentsDock::saveTo(const QString &path)
{
    const store::StoredEvent::Attachment *attachment = m_model->attachmentAt(m_list->currentIndex().row());
    if (!attachment) {
        return;
    }
    m_context.query.ask<qint64>(
        query::Lane::Details, m_saveChannel, this,
        [id = attachment->id, path](store::Reader &reader) {
            return reader.attachment(id).and_then([&](const std::string &bytes) { return saveFile(path, bytes); });
        },
        [this, path](Result<qint64> written) {
            m_note->setText(written ? tr("Saved as %1").arg(path) : errorText(written.error(), path));
        });
}

} // namespace picket::ui
