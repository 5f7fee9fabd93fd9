// SPDX-License-Identifier: GPL-3.0-or-later
// MessagePack, in which native SDKs write events and breadcrumbs (PROTOCOL A.8, C.18). Pure; any thread.
//
// What JSON cannot hold is mapped and noted: bin becomes base64 text ("binary"), a timestamp RFC 3339 text, any other
// extension null ("extension"), NaN and infinities null ("nan"), broken UTF-8 is repaired ("invalid_utf8"), keys that
// are no text become text ("odd_key").
#pragma once

#include "core/base/result.h"
#include "core/model/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace picket::formats {

struct MsgpackValue {
    model::Value value;
    std::vector<std::string> notes; // codes, each once; also "trailing_garbage"
};

struct MsgpackStream {
    std::vector<model::Value> values;
    std::vector<std::string> notes;
    bool truncated = false; // the end could not be read: cut within a value, too deep, or no MessagePack at all
};

// One value. Errors: EmptyBody, InvalidArgument (cut or no MessagePack), TooDeep (limits::jsonTreeDepth), TooLarge
// (limits::treeNodes).
[[nodiscard]] Result<MsgpackValue> parseMsgpack(std::string_view bytes);

// Values one behind the other, as far as they can be read; limits::treeNodes in all.
[[nodiscard]] MsgpackStream parseMsgpackStream(std::string_view bytes);

} // namespace picket::formats
