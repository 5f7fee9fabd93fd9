// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/sourcedock.h"

#include "ui/currentevent.h"
#include "ui/sourcetext.h"
#include "ui/text.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/elidedlabel.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

QString placeText(const model::Frame &frame)
{
    QString place = toLine(!frame.filename.empty() ? frame.filename : frame.absPath);
    if (place.isEmpty()) {
        place = toLine(!frame.module.empty() ? frame.module : frame.package);
    }
    if (frame.lineno) {
        place += u" : "_s + QString::number(*frame.lineno);
        if (frame.colno) {
            place += u" : "_s + QString::number(*frame.colno);
        }
    }
    return place;
}

} // namespace

SourceDock::SourceDock(const DockContext &context, QWidget *parent)
    : Dock(u"source"_s, tr("Source"), parent)
    , m_context(context)
    , m_place(new ElidedLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_code(new CodeView(context.theme, tr("Source of the frame"), this))
    , m_empty(new ElidedLabel(this))
{
    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_place->setContentsMargins(8, 0, 8, 0);
    m_place->setFixedHeight(26);
    m_place->setColorRole(QPalette::PlaceholderText);
    auto *emptyPage = new QWidget(m_pages);
    auto *emptyLayout = new QVBoxLayout(emptyPage);
    emptyLayout->setContentsMargins(8, 8, 8, 8);
    m_empty->setColorRole(QPalette::PlaceholderText);
    emptyLayout->addWidget(m_empty);
    emptyLayout->addStretch();
    m_pages->addWidget(m_code);
    m_pages->addWidget(emptyPage);
    layout->addWidget(m_place);
    layout->addWidget(m_pages);
    setWidget(content);

    connect(&context.current, &CurrentEvent::detailChanged, this, &SourceDock::showFrame);
    connect(&context.navigator, &Navigator::frameChanged, this, &SourceDock::showFrame);
    showFrame();
}

QString SourceDock::emptyText() const
{
    return m_pages->currentWidget() == m_code ? QString() : m_empty->text();
}

void SourceDock::takeFocus()
{
    m_code->setFocus(Qt::ShortcutFocusReason);
}

void SourceDock::showFrame()
{
    const DetailPtr detail = m_context.current.detail();
    const model::Frame *frame = m_context.current.frame();
    if (frame && !frame->isNull) {
        showSource(*frame);
    } else {
        showEmpty(!detail     ? tr("Select an issue to see its source.")
                      : frame ? tr("The SDK sent null for this frame.")
                              : tr("This event has no frames."));
        m_place->setText({});
    }
}

void SourceDock::showSource(const model::Frame &frame)
{
    const QString place = placeText(frame);
    const std::optional<SourceText> source = sourceText(frame);
    if (!source) {
        m_place->setText(place);
        showEmpty(tr("This frame came without source."));
        return;
    }
    QString note;
    if (!frame.lineno) {
        note += tr("   no line number was sent");
    }
    if (source->cutLines > 0) {
        note += tr("   %1 overlong lines are cut").arg(source->cutLines);
    }
    m_place->setText(place + note);
    const DetailPtr &detail = m_context.current.detail();
    const std::string &platform = frame.platform.empty() ? detail->event.platform : frame.platform;
    m_code->showText(source->utf8, toLine(!frame.filename.empty() ? frame.filename : frame.absPath), toLine(platform));
    m_code->showLineNumbers(source->firstNumber);
    m_code->markLine(source->marked);
    m_pages->setCurrentWidget(m_code);
}

void SourceDock::showEmpty(const QString &text)
{
    m_empty->setText(text);
    m_pages->setCurrentIndex(1);
}

} // namespace picket::ui
