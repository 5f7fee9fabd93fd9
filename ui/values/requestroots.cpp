// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/eventroots.h"
#include "ui/values/rootlist.h"
#include "ui/wording/text.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::Request)
};

void note(ValueRoot *root, const QString &text)
{
    if (root) {
        root->note = text;
    }
}

void noteCount(ValueRoot *root, std::size_t count)
{
    note(root, countText(static_cast<std::int64_t>(count)));
}

} // namespace

QString requestLine(const model::Event &event)
{
    if (!event.request) {
        return {};
    }
    const QString url = toLine(event.request->url, 2000);
    return event.request->method.empty() ? url : toLine(event.request->method, 40) + u' ' + url;
}

std::vector<ValueRoot> requestRoots(const SharedDetail &detail)
{
    if (!detail || !detail->event.request) {
        return {};
    }
    const model::Request &request = *detail->event.request;
    RootList roots(detail);
    std::vector<model::Value::Member> line;
    addText(line, Words::tr("URL"), request.url);
    addText(line, Words::tr("method"), request.method);
    addText(line, Words::tr("protocol"), request.protocol);
    if (request.query.empty()) {
        addText(line, Words::tr("query string"), request.queryString);
    }
    addText(line, Words::tr("fragment"), request.fragment);
    addText(line, Words::tr("API"), request.apiTarget);
    roots.add(Words::tr("Request"), std::move(line));
    noteCount(roots.add(Words::tr("Query"), request.query), request.query.size());
    if (ValueRoot *body = roots.share(Words::tr("Body"), request.data, ValueStyle::Json)) {
        const bool isText = !request.data.isContainer();
        body->style = isText ? ValueStyle::Plain : ValueStyle::Json;
        body->note = isText ? QString() : toLine(request.inferredContentType, 100);
    }
    noteCount(roots.add(Words::tr("Headers"), request.headers), request.headers.size());
    noteCount(roots.add(Words::tr("Cookies"), request.cookies), request.cookies.size());
    noteCount(roots.add(Words::tr("Environment of the server"), request.env), request.env.size());
    return roots.take();
}

} // namespace picket::ui
