// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/event.h"

#include <string>
#include <string_view>
#include <vector>

namespace picket::source {

// The user's answers for folders. Where one lies in another, the inner one counts.
struct FolderChoices {
    std::vector<std::string> agreed; // files below may be read
    std::vector<std::string> refused; // files below may not be read; no further question
    std::string home; // of the user
};

// Whether a source file may be shown, and its text when it may.
struct SourceFile {
    enum class State {
        Absent, // the path names no file that this disk could have
        Unasked, // the user has not been asked for `folder` yet
        Unaskable, // directly in the home folder or "/", which are never agreed to as a whole
        Refused,
        Agreed, // may be looked for below `folder`
        Missing, // looked for: there is no such file
        Failed, // there, but cannot be read; `error` says why
        Read,
    };
    State state = State::Absent;
    std::string path; // without "." and ".."; canonical when the file was found; empty when absent
    std::string folder; // Unasked: to agree to; Agreed, Missing, Failed, Read: agreed to
    std::string text; // Read: the bytes as they are
    ErrorCode error = ErrorCode::NotFound; // Failed: TooLarge, IoError
};

// Where a frame says that its source stands: its absolute path, or its file name when that is one; empty if neither is
// absolute. Paths of Windows and URLs name nothing on this disk.
[[nodiscard]] std::string_view sourcePath(const model::Frame &frame);

// Decides by the text of the path alone: Absent, Unasked, Unaskable, Refused or Agreed. `shortName` is the file's name
// within its project as the frame has it. Pure.
[[nodiscard]] SourceFile judgePath(std::string_view path, std::string_view shortName, const FolderChoices &choices);

// Promise 9 (CONTRIBUTING.md): reads only a regular file of at most limits::sourceFile bytes that lies, after all
// symbolic links are followed, below a folder that the user agreed to. Outside of such folders no disk is touched:
// where a link leads out, the place that it names is judged by its text again. Not for the GUI thread: disks may take
// their time.
[[nodiscard]] SourceFile findSourceFile(std::string_view path, std::string_view shortName,
                                        const FolderChoices &choices);

} // namespace picket::source
