// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/valuetree.h"
#include "core/ingest/formbody.h"
#include "core/ingest/takers.h"

namespace picket::ingest {

namespace {

// What a form says beside its files, as the protocol names it (PROTOCOL B.4).
void addFields(const std::vector<formats::FormField> &fields, const std::optional<EventUuid> &eventId,
               store::Delivery &delivery)
{
    if (fields.empty()) {
        return;
    }
    formats::Members members;
    for (const formats::FormField &field : fields) {
        members.emplace_back(field.name, model::Value::string(field.value));
    }
    addItem(delivery, "form_data", model::Value::object(formats::withUniqueKeys(std::move(members))), eventId, {});
}

void addForm(const Arrival &arrival, const std::optional<EventUuid> &eventId, store::Delivery &delivery)
{
    const std::string_view contentType = arrival.header("Content-Type");
    const auto form = readFormBody(arrival.body, contentType);
    if (!form) { // whoever sent it meant a file
        addFile(delivery, {{}, std::string(contentType), {}, arrival.body, {"no_multipart"}}, eventId);
        return;
    }
    for (const FormFile &file : form->files) {
        addFile(delivery, file.file, eventId);
    }
    addFields(form->fields, eventId, delivery);
    for (const std::string &warning : form->warnings) {
        note(delivery, warning);
    }
}

} // namespace

void takeAttachments(const Arrival &arrival, Prepared &prepared)
{
    const auto eventId = EventUuid::parse(arrival.endpoint.name);
    if (!eventId || eventId->isNil()) {
        addForm(arrival, std::nullopt, prepared.delivery);
        keepUnread(prepared, http::errorResponse(400, "bad_event_id", {arrival.endpoint.name}), "bad_event_id");
        return;
    }
    addForm(arrival, eventId, prepared.delivery);
    http::Response created;
    created.status = 201;
    accept(prepared, std::move(created));
}

} // namespace picket::ingest
