// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/text.h"
#include "core/model/event.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace picket::grouping {

// Where the images of a native event are loaded (`debug_meta`), to identify frames without a name by image and
// relative address, which stay the same when the program starts at another address. Views into the event; read at the
// first question. Lives inside one group() call; not thread-safe.
class ImageMap final
{
public:
    explicit ImageMap(const model::Event &event)
        : m_images(event.debugMeta["images"])
    {
    }

    // "orchard+0x5120"; empty when the frame's image is not known, or one of the system's.
    [[nodiscard]] std::string_view place(const model::Frame &frame, TextArena &arena);

private:
    struct Image {
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
        std::string_view name;
        bool isOfSystem = false;
    };

    void read();
    [[nodiscard]] const Image *imageAt(std::uint64_t address);

    const model::Value &m_images;
    std::vector<Image> m_sorted; // by address
    bool m_isRead = false;
};

} // namespace picket::grouping
