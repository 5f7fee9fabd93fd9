// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of logs and spans leave in their items. On a reader's thread.
#pragma once

#include "core/base/result.h"
#include "core/model/value.h"
#include "core/store/reader.h"

namespace picket::query {

// The attributes of one log, an object of plain values. Errors: those of Reader::item() and the JSON parser; NotFound
// when the item has no such place.
[[nodiscard]] Result<model::Value> logAttributes(store::Reader &reader, const model::LogRow &log);
// Its body when the row has it cut.
[[nodiscard]] Result<std::string> logBody(store::Reader &reader, const model::LogRow &log);
// The data of one span, an object of plain values. Errors as above.
[[nodiscard]] Result<model::Value> spanData(store::Reader &reader, const model::SpanRow &span);

} // namespace picket::query
