// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/decompressors.h"
#include "core/http/listener.h"
#include "core/http/request.h"
#include "core/http/response.h"
#include "core/ingest/uploadstore.h"
#include "core/store/delivery.h"

#include <optional>

namespace picket::ingest {

// A request turned into what the writer needs: everything that can be computed before the queue has been.
struct Prepared {
    store::Delivery delivery; // always has its row for the wire log
    http::Response response; // to be sent once the delivery is committed
};

// Decode, split, read, normalise, group, compress: any thread. nullopt when the decoded body is larger than `room` and
// that is below the real limit, or when it takes time for another reason: the caller then tries again where time does
// not matter, and where `uploads` are.
// Never throws: what there is no memory for is answered 503, after the last try.
// Never refuses what it can keep: bytes that decode but cannot be parsed become an unreadable event (PROTOCOL A.11).
[[nodiscard]] std::optional<Prepared> prepare(const http::Request &request, const http::DecodeRoom &room,
                                              UploadStore *uploads = nullptr);

// A request that ended before it was handled: only a row for the wire log and the bytes that came.
[[nodiscard]] store::Delivery prepareRefusal(const http::RequestHandler::Refusal &refusal);

// An upload that no envelope has named: the wire log tells, and its bytes are kept as an attachment of nothing.
[[nodiscard]] store::Delivery prepareGivenUp(const UploadStore::GivenUp &upload);

// The answer when the store could not write.
[[nodiscard]] http::Response storeFailureResponse(const Error &error);

} // namespace picket::ingest
