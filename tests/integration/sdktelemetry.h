// SPDX-License-Identifier: GPL-3.0-or-later
// What an SDK has sent beside events, as the docks ask for it, in the words of tests/sdk/README.md.
#pragma once

#include <QJsonObject>
#include <QString>

namespace picket::store {
class Reader;
}

namespace picket::test {

// Of each kind ("traces", "logs" …) a list of objects.
[[nodiscard]] QJsonObject storedTelemetry(store::Reader &reader);

// Nothing if each fact of each kind holds for a stored object, which may hold more; else a sentence.
[[nodiscard]] QString missingTelemetry(const QJsonObject &facts, const QJsonObject &stored);

} // namespace picket::test
