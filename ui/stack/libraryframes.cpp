// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stack/libraryframes.h"

#include "ui/wording/text.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

// Where systems and package managers put what is nobody's own code.
bool liesInLibrary(const model::Frame &frame)
{
    static constexpr std::array folders = std::to_array<std::string_view>(
        {"/usr/lib", "/lib/", "/lib64/", "/System/Library/", "/Library/Frameworks/", "/opt/homebrew/", "C:\\Windows\\",
         "C:\\WINDOWS\\", "node:", "internal/", "/system/", "/apex/"});
    static constexpr std::array parts = std::to_array<std::string_view>(
        {"/site-packages/", "/dist-packages/", "/lib/python3.", "/lib/python2.", "/usr/local/go/src/", "/node_modules/",
         "/vendor/bundle/", "/gems/", "/.cargo/registry/", "/rustc/", "/pkg/mod/"});
    const auto lies = [](std::string_view path) {
        return std::any_of(folders.begin(), folders.end(), [&](std::string_view f) { return path.starts_with(f); })
            || std::any_of(parts.begin(), parts.end(),
                           [&](std::string_view p) { return path.find(p) != std::string_view::npos; });
    };
    return lies(frame.absPath) || lies(frame.filename) || lies(frame.package);
}

} // namespace

bool isLibrary(const model::Frame &frame)
{
    return !frame.isNull && (frame.inApp ? !*frame.inApp : liesInLibrary(frame));
}

QString libraryOf(const model::Frame &frame)
{
    const std::string &name = !frame.module.empty() ? frame.module
        : !frame.package.empty()                    ? frame.package
                                                    : frame.filename;
    const QString text = toLine(name, 200);
    const QStringList parts = text.split(QRegularExpression(u"[./\\\\]"_s), Qt::SkipEmptyParts);
    return parts.isEmpty() ? QString() : parts.first();
}

} // namespace picket::ui
