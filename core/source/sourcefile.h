// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/event.h"

#include <string>
#include <string_view>
#include <vector>

namespace picket::source {

// What somebody said of folders. Where one lies in another, the inner one counts.
struct FolderChoices {
    std::vector<std::string> agreed; // files below may be read
    std::vector<std::string> refused; // … may not, and nobody is asked again
    std::string home; // of the user
};

// What became of the wish to see a source file.
struct SourceFile {
    enum class State {
        Absent, // there is no such file on this disk
        Unasked, // it is here; `folder` is what somebody would have to agree to
        Unaskable, // it is here, but directly in the home folder or "/", which are never agreed to as a whole
        Refused,
        Failed, // it may be read but cannot be; `error` says why
        Read,
    };
    State state = State::Absent;
    std::string path; // canonical; empty when absent
    std::string folder; // Unasked: the folder to agree to; Read, Failed: the one that was agreed to
    std::string text; // Read: the bytes as they are
    ErrorCode error = ErrorCode::NotFound; // Failed: TooLarge, IoError
};

// Where a frame says that its source stands: its absolute path, or its file name when that is one; empty if neither is
// absolute. Paths of Windows and URLs name nothing on this disk.
[[nodiscard]] std::string_view sourcePath(const model::Frame &frame);

// Promise 9 (CONTRIBUTING.md): reads only a regular file of at most limits::sourceFile bytes that lies, after all
// symbolic links are followed, below a folder that somebody agreed to. Not for the GUI thread: disks may take their
// time.
[[nodiscard]] SourceFile findSourceFile(std::string_view path, const FolderChoices &choices);

} // namespace picket::source
