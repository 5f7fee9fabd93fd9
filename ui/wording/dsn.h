// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/listener.h"

#include <QString>
#include <QUrl>

namespace picket::ui {

// "localhost:8969" where both loopback addresses listen, else the address that does; empty when nobody listens.
[[nodiscard]] QString listenerName(const http::Listening &listening);

// What an SDK is given: "http://<32 hex digits>@localhost:8969/1". Any key and any project number would do.
[[nodiscard]] QString dsnText(const http::Listening &listening);

// Where our own test event goes.
[[nodiscard]] QUrl envelopeUrl(const http::Listening &listening);

} // namespace picket::ui
