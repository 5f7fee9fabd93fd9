// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/container.h"

#include "core/formats/text.h"

#include <array>

namespace picket::formats {

namespace {

struct Known {
    Container container;
    std::string_view magic;
    std::string_view name;
    std::string_view suffix;
};

constexpr std::array<Known, 4> known = {{
    {Container::Gzip, "\x1F\x8B", "gzip", ".gz"},
    {Container::Xz,
     {"\xFD"
      "7zXZ\0",
      6},
     "xz",
     ".xz"},
    {Container::Bzip2, "BZh", "bzip2", ".bz2"},
    {Container::Zstd, "\x28\xB5\x2F\xFD", "zstd", ".zst"},
}};

} // namespace

Container containerOf(std::string_view bytes)
{
    for (const Known &one : known) {
        if (bytes.substr(0, one.magic.size()) == one.magic) {
            return one.container;
        }
    }
    return Container::None;
}

std::string_view containerName(Container container)
{
    for (const Known &one : known) {
        if (one.container == container) {
            return one.name;
        }
    }
    return {};
}

std::string_view withoutContainerSuffix(std::string_view filename, Container container)
{
    for (const Known &one : known) {
        const std::size_t length = one.suffix.size();
        if (one.container == container && filename.size() > length
            && equalsIgnoringCase(filename.substr(filename.size() - length), one.suffix)) {
            return filename.substr(0, filename.size() - length);
        }
    }
    return filename;
}

} // namespace picket::formats
