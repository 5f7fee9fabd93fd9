// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "ui/values/eventroots.h"
#include "ui/values/rootlist.h"
#include "ui/wording/reasontext.h"
#include "ui/wording/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

using Member = model::Value::Member;
using Members = std::vector<Member>;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::Context)
};

struct Name {
    std::string_view type;
    const char *name;
};

// Names for the types of PROTOCOL C.20; others are shown by their alias.
constexpr std::array names = std::to_array<Name>({
    {"app", QT_TRANSLATE_NOOP("picket::ui::Context", "Application")},
    {"browser", QT_TRANSLATE_NOOP("picket::ui::Context", "Browser")},
    {"client_os", QT_TRANSLATE_NOOP("picket::ui::Context", "Client’s operating system")},
    {"cloud_resource", QT_TRANSLATE_NOOP("picket::ui::Context", "Cloud resource")},
    {"culture", QT_TRANSLATE_NOOP("picket::ui::Context", "Culture")},
    {"device", QT_TRANSLATE_NOOP("picket::ui::Context", "Device")},
    {"feedback", QT_TRANSLATE_NOOP("picket::ui::Context", "Feedback")},
    {"flags", QT_TRANSLATE_NOOP("picket::ui::Context", "Feature flags")},
    {"gpu", QT_TRANSLATE_NOOP("picket::ui::Context", "Graphics")},
    {"os", QT_TRANSLATE_NOOP("picket::ui::Context", "Operating system")},
    {"otel", QT_TRANSLATE_NOOP("picket::ui::Context", "OpenTelemetry")},
    {"profile", QT_TRANSLATE_NOOP("picket::ui::Context", "Profile")},
    {"replay", QT_TRANSLATE_NOOP("picket::ui::Context", "Replay")},
    {"response", QT_TRANSLATE_NOOP("picket::ui::Context", "Response")},
    {"runtime", QT_TRANSLATE_NOOP("picket::ui::Context", "Runtime")},
    {"state", QT_TRANSLATE_NOOP("picket::ui::Context", "State")},
    {"trace", QT_TRANSLATE_NOOP("picket::ui::Context", "Trace")},
});

QString headingOf(const model::Context &context)
{
    const auto known =
        std::find_if(names.begin(), names.end(), [&](const Name &name) { return name.type == context.type; });
    QString alias = toLine(context.alias, 100);
    if (known == names.end()) {
        return alias;
    }
    const QString name = QCoreApplication::translate("picket::ui::Context", known->name);
    return context.alias == context.type ? name : Words::tr("%1 (%2)").arg(name, alias);
}

// "Ubuntu 22.04"
QString summaryOf(const model::Value &context)
{
    QStringList parts;
    for (const std::string_view key : {"name", "version"}) {
        if (const model::Value &value = context[key]; !value.isContainer()) {
            parts.push_back(toLine(value.text(), 100));
        }
    }
    parts.removeAll(QString());
    return parts.join(u' ');
}

void addUser(RootList &roots, const model::Event &event)
{
    if (!event.user) {
        return;
    }
    const model::User &user = *event.user;
    Members members;
    addText(members, u"id"_s, user.id);
    addText(members, u"username"_s, user.username);
    addText(members, u"name"_s, user.name);
    addText(members, u"email"_s, user.email);
    addText(members, u"ip_address"_s, user.ipAddress);
    addText(members, u"segment"_s, user.segment);
    if (!user.geo.isEmpty()) {
        members.emplace_back("geo", user.geo);
    }
    members.insert(members.end(), user.data.members().begin(), user.data.members().end());
    if (ValueRoot *root = roots.add(Words::tr("User"), std::move(members))) {
        root->note = toLine(user.tag(), 200);
    }
}

void addEvent(RootList &roots, const query::EventDetail &detail)
{
    const model::Event &event = detail.event;
    Members members;
    addText(members, Words::tr("event id"), event.id.hex());
    addText(members, Words::tr("time"), absoluteTime(event.timestamp).toStdString());
    if (event.originalTimestamp && *event.originalTimestamp != event.timestamp) {
        addText(members, Words::tr("time as sent"), absoluteTime(*event.originalTimestamp).toStdString());
    }
    addText(members, Words::tr("received"), absoluteTime(event.received).toStdString());
    addText(members, Words::tr("received again"), detail.repeats > 0 ? std::to_string(detail.repeats) : std::string());
    addText(members, Words::tr("platform"), event.platform);
    addText(members, Words::tr("level"), levelWord(event.level).toStdString());
    addText(members, Words::tr("logger"), event.logger);
    addText(members, Words::tr("release"), event.release);
    addText(members, Words::tr("dist"), event.dist);
    addText(members, Words::tr("environment"), event.environment);
    addText(members, Words::tr("server name"), event.serverName);
    addText(members, Words::tr("transaction"), event.transaction);
    addText(members, Words::tr("culprit"), event.culprit);
    addText(members, Words::tr("message"), event.logentry.formatted);
    addText(members, Words::tr("message template"), event.logentry.message);
    if (!event.logentry.params.isEmpty()) {
        members.emplace_back(Words::tr("message parameters").toStdString(), event.logentry.params);
    }
    std::vector<model::Value> fingerprint;
    for (const std::string &entry : event.fingerprint) {
        fingerprint.push_back(model::Value::string(entry));
    }
    if (!fingerprint.empty()) {
        members.emplace_back(Words::tr("fingerprint").toStdString(), model::Value::array(std::move(fingerprint)));
    }
    addText(members, Words::tr("checksum"), event.checksum);
    roots.add(Words::tr("Event"), std::move(members));
}

void addSdk(RootList &roots, const model::Sdk &sdk)
{
    Members members;
    addText(members, u"name"_s, sdk.name);
    addText(members, u"version"_s, sdk.version);
    std::vector<model::Value> integrations;
    for (const std::string &integration : sdk.integrations) {
        integrations.push_back(model::Value::string(integration));
    }
    if (!integrations.empty()) {
        members.emplace_back("integrations", model::Value::array(std::move(integrations)));
    }
    Members packages;
    for (const auto &[name, version] : sdk.packages) {
        packages.emplace_back(name, model::Value::string(version));
    }
    if (!packages.empty()) {
        members.emplace_back("packages", model::Value::object(std::move(packages)));
    }
    if (ValueRoot *root = roots.add(Words::tr("SDK"), std::move(members))) {
        root->note = toLine(sdk.name + ' ' + sdk.version, 200);
    }
}

// A problem of the payload: the member and what is wrong with it; without a member, the type takes its place.
Member payloadProblem(const model::Problem &problem)
{
    const std::string type = toLine(problem.type, 100).replace(u'_', u' ').toStdString();
    if (problem.name.empty() && !problem.value.empty()) {
        return {type, model::Value::string(problem.value)};
    }
    return {problem.name, model::Value::string(problem.value.empty() ? type : type + ": " + problem.value)};
}

// A problem of the delivery, in the wire log's words.
Member deliveryProblem(const model::Problem &problem)
{
    const QString text = reasonText(problem.value.empty() ? problem.type : problem.type + ": " + problem.value);
    return {problem.name.empty() ? Words::tr("delivery").toStdString() : problem.name,
            model::Value::string(text.toStdString())};
}

void addProblems(RootList &roots, const query::EventDetail &detail)
{
    const std::vector<model::Problem> &problems = detail.event.errors;
    const std::size_t ofDelivery = problems.size() - std::min(detail.deliveryProblems, problems.size());
    Members members;
    for (std::size_t i = 0; i < problems.size(); ++i) {
        members.push_back(i < ofDelivery ? payloadProblem(problems[i]) : deliveryProblem(problems[i]));
    }
    const auto count = static_cast<std::int64_t>(members.size());
    if (ValueRoot *root = roots.add(Words::tr("Problems"), std::move(members))) {
        root->note = count < static_cast<std::int64_t>(limits::problems)
            ? countText(count)
            : Words::tr("%1, further ones are left out").arg(countText(count));
    }
}

} // namespace

std::vector<ValueRoot> contextRoots(const SharedDetail &detail)
{
    if (!detail) {
        return {};
    }
    const model::Event &event = detail->event;
    RootList roots(detail);
    addUser(roots, event);
    for (const model::Context &context : event.contexts) {
        if (ValueRoot *root = roots.share(headingOf(context), context.value, ValueStyle::Plain)) {
            root->note = summaryOf(context.value);
        }
    }
    roots.share(Words::tr("Extra"), event.extra, ValueStyle::Json);
    roots.share(Words::tr("Security report"), event.security, ValueStyle::Plain);
    addEvent(roots, *detail);
    addSdk(roots, event.sdk);
    addProblems(roots, *detail);
    const auto addClosed = [](ValueRoot *root) {
        if (root) {
            root->closedAtFirst = true;
        }
    };
    if (ValueRoot *modules = roots.add(Words::tr("Modules"), event.modules)) {
        modules->note = countText(static_cast<std::int64_t>(event.modules.size()));
        addClosed(modules);
    }
    addClosed(roots.share(Words::tr("Debug images"), event.debugMeta, ValueStyle::Plain));
    addClosed(roots.share(Words::tr("Redacted or cut by the SDK"), event.meta, ValueStyle::Json));
    addClosed(roots.share(Words::tr("Other attributes"), event.other, ValueStyle::Json));
    return roots.take();
}

} // namespace picket::ui
