// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/imagereader.h"

#include "core/model/framenames.h"
#include "core/protocol/coercions.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace picket::protocol {

namespace {

bool hasNameless(const std::optional<model::Stacktrace> &stack)
{
    return stack && std::any_of(stack->frames.begin(), stack->frames.end(), [](const model::Frame &frame) {
               return !frame.instructionAddr.empty() && model::isPlaceholder(frame.function)
                   && model::isPlaceholder(frame.rawFunction);
           });
}

template <class Owners> bool someNameless(const Owners &owners)
{
    return std::any_of(owners.begin(), owners.end(), [](const auto &owner) { return hasNameless(owner.stacktrace); });
}

} // namespace

model::Value readImagesOfNamelessFrames(const JsonNode &debugMeta, const model::Event &event)
{
    constexpr std::array<std::string_view, 5> keys = {"code_file", "debug_file", "name", "image_addr", "image_size"};
    const JsonNode list = debugMeta["images"];
    if (!list.isArray()
        || !(hasNameless(event.stacktrace) || someNameless(event.exceptions) || someNameless(event.threads))) {
        return {};
    }
    std::vector<model::Value> images;
    images.reserve(list.members.size());
    for (const JsonMember &item : list.members) {
        std::vector<model::Value::Member> members;
        for (const std::string_view key : keys) {
            if (const JsonNode value = item.value[key]; value.isString() || value.isNumber()) {
                members.emplace_back(std::string(key), readAnything(value));
            }
        }
        images.push_back(model::Value::object(std::move(members))); // also an empty one: frames count the images
    }
    return model::Value::object({{"images", model::Value::array(std::move(images))}});
}

} // namespace picket::protocol
