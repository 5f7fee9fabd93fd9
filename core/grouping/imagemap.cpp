// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/imagemap.h"

#include "core/base/limits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <string>

namespace picket::grouping {

namespace {

// "0x7f10a0029d90", or decimal digits.
std::optional<std::uint64_t> addressOf(std::string_view text)
{
    const bool isHex = text.starts_with("0x") || text.starts_with("0X");
    text.remove_prefix(isHex ? 2 : 0);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, isHex ? 16 : 10);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::string_view nameOf(const model::Value &image)
{
    for (const std::string_view key : {"code_file", "debug_file", "name"}) {
        if (const std::string &file = image[key].text(); !file.empty()) {
            return cutBytes(baseName(file), limits::groupedName);
        }
    }
    return {};
}

// Where an image of the system is loaded from: its addresses differ from machine to machine.
bool isOfSystem(const model::Value &image)
{
    constexpr std::array<std::string_view, 9> folders = {
        "/system/", "/apex/",           "/vendor/",      "/usr/lib",      "/lib/",
        "/lib64/",  "/System/Library/", "C:\\Windows\\", "C:\\WINDOWS\\",
    };
    const std::string &file = image["code_file"].text();
    return std::any_of(folders.begin(), folders.end(), [&file](std::string_view f) { return file.starts_with(f); });
}

std::string_view placeText(std::string_view image, std::uint64_t offset, TextArena &arena)
{
    std::array<char, 16> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), offset, 16);
    std::string text(image);
    text.append("+0x").append(digits.data(), written.ptr);
    return arena.keep(text);
}

} // namespace

void ImageMap::read()
{
    m_isRead = true;
    m_sorted.reserve(m_images.members().size());
    for (const auto &[key, image] : m_images.members()) {
        if (const auto begin = addressOf(image["image_addr"].text())) {
            const std::uint64_t size = addressOf(image["image_size"].text()).value_or(0);
            const std::uint64_t room = std::numeric_limits<std::uint64_t>::max() - *begin;
            m_sorted.push_back(
                {*begin, *begin + (size == 0 ? room : std::min(size, room)), nameOf(image), isOfSystem(image)});
        }
    }
    std::stable_sort(m_sorted.begin(), m_sorted.end(),
                     [](const Image &left, const Image &right) { return left.begin < right.begin; });
}

const ImageMap::Image *ImageMap::imageAt(std::uint64_t address)
{
    if (!m_isRead) {
        read();
    }
    const auto after = std::upper_bound(m_sorted.begin(), m_sorted.end(), address,
                                        [](std::uint64_t value, const Image &image) { return value < image.begin; });
    return after != m_sorted.begin() && address < std::prev(after)->end ? &*std::prev(after) : nullptr;
}

std::string_view ImageMap::place(const model::Frame &frame, TextArena &arena)
{
    const auto address = addressOf(frame.instructionAddr);
    if (!address || *address == 0) {
        return {};
    }
    std::string_view image = cutBytes(baseName(frame.package), limits::groupedName);
    constexpr std::string_view relative = "rel:"; // then the image's place in the list
    if (frame.addrMode.starts_with(relative)) {
        const auto index = addressOf(std::string_view(frame.addrMode).substr(relative.size()));
        const auto &all = m_images.members();
        if (image.empty() && index && *index < all.size()) {
            image = nameOf(all[static_cast<std::size_t>(*index)].second);
        }
        return placeText(image, *address, arena);
    }
    if (const auto begin = addressOf(frame.imageAddr); begin && *begin > 0 && *begin <= *address && !image.empty()) {
        return placeText(image, *address - *begin, arena);
    }
    if (const Image *found = imageAt(*address); found && !found->isOfSystem) {
        return placeText(image.empty() ? found->name : image, *address - found->begin, arena);
    }
    return {};
}

} // namespace picket::grouping
