// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include <string>
#include <vector>

namespace picket::test {

// Files that an event names and nobody may open: a FIFO (opening it would hang), a picture, a style sheet, a secret.
// Beside them a folder that somebody agreed to read sources from, with traps in it and one honest file.
class Lures final
{
public:
    Lures();
    Lures(const Lures &) = delete;
    Lures &operator=(const Lures &) = delete;
    ~Lures();

    [[nodiscard]] std::string path(const char *name) const; // "fifo", "picture.png", "style.css", "secret.py", "folder"
    // Holds "fifo.py", "folder.py", "link.py" to the secret, "large.py", "longline.py", "lines.py", "nul.py" as long as
    // files may be, and "honest.py".
    [[nodiscard]] std::string agreedFolder() const;
    // Paths below the agreed folder: a FIFO, a link to the secret, a folder, a file that is too large, long lines,
    // NULs.
    [[nodiscard]] std::vector<std::string> traps() const;
    [[nodiscard]] std::string honestFile() const;

    // What was opened since the last call; empty is right.
    [[nodiscard]] std::string takeOpened();

private:
    void watch(const std::string &path);

    QTemporaryDir m_folder;
    std::string m_top;
    std::vector<std::pair<int, std::string>> m_watched; // by inotify's number
    int m_inotify = -1;
};

} // namespace picket::test
