// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"

#include <QString>

namespace picket::ui {

// What the SDK calls so; where it does not say, only what lies where libraries lie. Pure.
[[nodiscard]] bool isLibrary(const model::Frame &frame);

// "django" of "django.core.handlers", "gunicorn" of "gunicorn/workers/sync.py"; empty where nothing names it. Pure.
[[nodiscard]] QString libraryOf(const model::Frame &frame);

} // namespace picket::ui
