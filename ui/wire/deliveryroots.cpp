// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wire/deliveryroots.h"

#include "ui/values/rootlist.h"
#include "ui/wording/reasontext.h"
#include "ui/wording/text.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::Delivery)
};

using Members = std::vector<model::Value::Member>;

void addWords(Members &members, const QString &name, const QString &text)
{
    addText(members, name, text.toStdString());
}

Members requestMembers(const model::DeliveryRow &delivery)
{
    Members members;
    addWords(members, Words::tr("time"), absoluteTime(delivery.time));
    addText(members, Words::tr("method"), delivery.method);
    addText(members, Words::tr("path"), delivery.path);
    addText(members, Words::tr("SDK"), delivery.sdk);
    addText(members, Words::tr("program"), delivery.peerProgram);
    addWords(members, Words::tr("process"),
             delivery.peerProcess == 0 ? QString() : QString::number(delivery.peerProcess));
    addText(members, Words::tr("from"), delivery.peer);
    addText(members, Words::tr("origin"), delivery.origin);
    addWords(members, Words::tr("on the wire"), sizeText(delivery.bytesOnWire));
    addWords(members, Words::tr("decoded"), sizeText(delivery.bytesDecoded));
    return members;
}

Members answerMembers(const model::DeliveryRow &delivery)
{
    Members members;
    addWords(members, Words::tr("status"), delivery.status == 0 ? Words::tr("none") : QString::number(delivery.status));
    addWords(members, Words::tr("outcome"), outcomeWord(delivery.outcome));
    addWords(members, Words::tr("why"), reasonText(delivery.reason));
    addWords(members, Words::tr("took"), durationText(delivery.durationMicros));
    return members;
}

QString itemText(const model::ItemOutcome &item)
{
    QStringList parts{toLine(item.outcome, 60).replace(u'_', u' '), sizeText(item.bytes)};
    if (item.issue.isValid()) {
        parts.push_back(Words::tr("issue %1").arg(item.issue.value));
    }
    if (item.event.isValid()) {
        parts.push_back(Words::tr("event %1").arg(item.event.value));
    }
    if (!item.reason.empty()) {
        parts.push_back(reasonText(item.reason));
    }
    return parts.join(u" · "_s);
}

} // namespace

std::vector<ValueRoot> deliveryRoots(const model::DeliveryRow &delivery)
{
    RootList roots(nullptr);
    roots.add(Words::tr("Answer"), answerMembers(delivery));
    Members items;
    for (const model::ItemOutcome &item : delivery.items) {
        addWords(items, item.type.empty() ? Words::tr("untyped") : toLine(item.type, 60), itemText(item));
    }
    roots.add(Words::tr("Items"), std::move(items));
    roots.add(Words::tr("Request"), requestMembers(delivery));
    std::vector<ValueRoot> list = roots.take();
    for (ValueRoot &root : list) {
        root.style = ValueStyle::Plain;
    }
    return list;
}

} // namespace picket::ui
