// SPDX-License-Identifier: GPL-3.0-or-later
// An event's stacks as a list of rows: pure, without a model or a widget.
#pragma once

#include "core/model/event.h"
#include "ui/state/navigator.h"

#include <QString>

#include <vector>

namespace picket::ui {

enum class FrameOrder { NewestFirst, OldestFirst };

struct StackRow {
    enum class Kind {
        Heading, // an exception or a thread
        Frame,
        Fold, // a run of library frames, or a thread beside the one that matters
        Note, // what there is not
    };
    Kind kind = Kind::Note;
    QString text; // exception, function, "6 library frames", a sentence
    QString location; // "shop/cart.py:41"; of a fold: the libraries
    int indent = 0; // depth of an exception in its group
    bool inApp = false; // the SDK calls it the application's own
    bool isGap = false; // a note between two parts of an asynchronous call
    bool library = false; // it is somebody else's; neither: nobody said
    FrameRef frame; // of frames
    std::vector<StackRow> folded; // of folds: the frames, in order
};

// Exceptions, outermost first (groups as a tree), or the event's own stack; then its threads, of which the one that
// matters is open when there is nothing before it. Nothing is left out silently: what exceeds a limit becomes a note.
[[nodiscard]] std::vector<StackRow> stackRows(const model::Event &event, FrameOrder order);

} // namespace picket::ui
