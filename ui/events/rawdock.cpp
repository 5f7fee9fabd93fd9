// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/rawdock.h"

#include "core/query/queryservice.h"
#include "ui/code/codesearch.h"
#include "ui/code/codeview.h"
#include "ui/code/prettyjson.h"
#include "ui/state/actions.h"
#include "ui/state/currentevent.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/wording/text.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

RawDock::RawDock(const DockContext &context, QWidget *parent)
    : Dock(u"raw"_s, tr("Raw"), parent)
    , m_context(context)
    , m_channel(context.query.newChannel())
    , m_note(new ElidedLabel(this))
    , m_code(new CodeView(context.theme, tr("JSON of the event"), this))
    , m_asReceived(
          context.actions.add(u"event.asReceived"_s, tr("JSON As Received"), {QKeySequence(Qt::CTRL | Qt::Key_U)}))
{
    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_note->setFixedHeight(26);
    m_note->setContentsMargins(8, 0, 8, 0);
    m_note->setColorRole(QPalette::PlaceholderText);
    m_search = new CodeSearch(*m_code, tr("Search the JSON"), content);
    layout->addWidget(m_search);
    layout->addWidget(m_note);
    layout->addWidget(m_code);
    setWidget(content);

    m_asReceived->setCheckable(true);
    connect(m_asReceived, &QAction::toggled, this, [this] {
        setVisible(true);
        raise();
        onEvent();
    });
    connect(&context.current, &CurrentEvent::detailChanged, this, &RawDock::onEvent);
    connect(this, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        m_lookedAt = visible;
        refresh();
    });
    onEvent();
}

void RawDock::takeFocus()
{
    m_code->setFocus(Qt::ShortcutFocusReason);
}

void RawDock::onEvent()
{
    m_stale = true;
    refresh();
}

void RawDock::refresh()
{
    if (!m_stale || !m_lookedAt) {
        return;
    }
    m_stale = false;
    const DetailPtr detail = m_context.current.detail();
    if (!detail) {
        m_context.query.cancel(query::Lane::Details, m_channel);
        m_code->showText({}, {}, {});
        m_search->refresh();
        m_note->setText(tr("Select an issue to see its JSON."));
        return;
    }
    m_context.query.ask<ShownJson>(
        query::Lane::Details, m_channel, this,
        [detail, pretty = !m_asReceived->isChecked() && !detail->unreadable](store::Reader &) -> Result<ShownJson> {
            return pretty ? prettyJson(detail->payload) : receivedJson(detail->payload);
        },
        [this](Result<ShownJson> json) {
            if (json) {
                showJson(*json);
            }
        });
}

void RawDock::showJson(const ShownJson &json)
{
    m_note->setText(noteFor(json));
    m_code->showText(json.utf8, u"event.json"_s, {});
    m_code->showLineNumbers(std::nullopt);
    m_search->refresh();
}

QString RawDock::noteFor(const ShownJson &json) const
{
    const DetailPtr detail = m_context.current.detail();
    QStringList parts{sizeText(detail ? detail->payload.size() : 0),
                      m_asReceived->isChecked() ? tr("as received") : tr("indented")};
    if (!json.isJson || (detail && detail->unreadable)) {
        parts.push_back(tr("could not be read as JSON: the bytes as they came"));
    }
    if (!json.repairs.empty()) {
        QStringList codes;
        for (const std::string &code : json.repairs) {
            codes.push_back(toLine(code, 60).replace(u'_', u' '));
        }
        parts.push_back(tr("mended in order to be read: %1").arg(codes.join(u", "_s)));
    }
    if (json.notShown > 0) {
        parts.push_back(tr("%1 more not shown").arg(sizeText(json.notShown)));
    }
    return parts.join(u" · "_s);
}

} // namespace picket::ui
