// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/protocol/jsonwriter.h"

namespace picket::protocol {

// Parts of writeEvent(): each writes one value.
void writeFrames(JsonWriter &writer, const std::vector<model::Frame> &frames);
void writeException(JsonWriter &writer, const model::Exception &exception);
void writeThread(JsonWriter &writer, const model::Thread &thread);

// Members whose absence is written as null.
void writeOptional(JsonWriter &writer, std::string_view name, const std::optional<std::int64_t> &value);
void writeOptional(JsonWriter &writer, std::string_view name, const std::optional<bool> &value);
void writeValue(JsonWriter &writer, std::string_view name, const model::Value &value);
// Written only when there is something: few parts of few events have it.
void writeOther(JsonWriter &writer, const model::Value &other);
void writeTexts(JsonWriter &writer, std::string_view name, const std::vector<std::string> &texts);

} // namespace picket::protocol
