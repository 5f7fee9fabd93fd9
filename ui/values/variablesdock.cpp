// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/variablesdock.h"

#include "ui/state/currentevent.h"
#include "ui/values/valuetreemodel.h"
#include "ui/values/valuetreeview.h"
#include "ui/widgets/treeview.h"

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

// Which notation a platform's SDKs record variables in.
ValueStyle styleOf(const std::string &platform)
{
    return platform == "python"                          ? ValueStyle::Repr
        : platform == "javascript" || platform == "node" ? ValueStyle::Json
                                                         : ValueStyle::Plain;
}

} // namespace

VariablesDock::VariablesDock(const DockContext &context, QWidget *parent)
    : Dock(u"variables"_s, tr("Variables"), parent)
    , m_context(context)
    , m_model(new ValueTreeModel(this))
    , m_view(new ValueTreeView(context.theme, *m_model, tr("Variables"), this))
{
    setWidget(m_view);
    connect(&context.current, &CurrentEvent::detailChanged, this, &VariablesDock::showFrame);
    connect(&context.navigator, &Navigator::frameChanged, this, &VariablesDock::showFrame);
    showFrame();
}

void VariablesDock::takeFocus()
{
    m_view->tree().setFocus(Qt::ShortcutFocusReason);
}

void VariablesDock::showFrame()
{
    m_view->setEmptyText(emptyText());
    const DetailPtr detail = m_context.current.detail();
    const model::Frame *frame = m_context.current.frame();
    if (!frame || !frame->vars.isContainer()) {
        m_model->setValue(nullptr, ValueStyle::Plain);
        return;
    }
    const std::string &platform = frame->platform.empty() ? detail->event.platform : frame->platform;
    // The detail keeps the frame alive.
    m_model->setValue(std::shared_ptr<const model::Value>(detail, &frame->vars), styleOf(platform));
}

QString VariablesDock::emptyText() const
{
    const DetailPtr detail = m_context.current.detail();
    const model::Frame *frame = m_context.current.frame();
    if (!detail) {
        return tr("Select an issue to see the variables of its frames.");
    }
    if (!frame) {
        return tr("This event has no frames.");
    }
    if (frame->isNull) {
        return tr("The SDK sent null for this frame.");
    }
    if (frame->vars.isContainer()) {
        return tr("This frame has no variables.");
    }
    QString none = tr("This frame came without variables.");
    const std::string &platform = frame->platform.empty() ? detail->event.platform : frame->platform;
    if (platform == "python") {
        return none + u"\n\n"_s
            + tr("Python records them unless sentry_sdk.init() is told include_local_variables=False.");
    }
    if (platform == "node" || platform == "javascript") {
        return none + u"\n\n"_s
            + tr("Node records them for in-app frames with includeLocalVariables: true in Sentry.init(). "
                 "Browsers cannot.");
    }
    if (platform == "ruby") {
        return none + u"\n\n"_s + tr("Ruby records them with config.include_local_variables = true.");
    }
    if (platform == "php") {
        return none + u"\n\n"_s
            + tr("PHP records the arguments of calls with zend.exception_ignore_args = Off in php.ini.");
    }
    return none;
}

} // namespace picket::ui
